// Firms that the checks invent.

import { firmWith } from '../firms/firms.mjs';
import { tinOf } from '../firms/numbers.mjs';

/** The programme and type in which a firm is certified, where they are not the usual ones. */
const TYPES = {
	CR: { programme: 'PROFAC', type: 'OEA' },
	KR: { programme: 'AEO', type: 'AEO-EX' },
};

/** How many firms were invented so far. */
let invented = 0;

/** A row of a list, about a firm that nobody has invented yet. */
export function firmOf(territory, changes = {}) {
	invented += 1;
	return firmWith({
		tin: tinOf(territory, invented),
		certificate: `${territory}-E2E-${invented}`,
		...TYPES[territory],
		...changes,
	});
}
