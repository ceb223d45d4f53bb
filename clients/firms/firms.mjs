// Firms that the checks invent, and how officers certify them.

import { brnCheck, nitCheck } from '../../chain-specs/pilot/identifiers.mjs';
import { tinOf } from './numbers.mjs';
import { confirmationOfBatch, documentOf, takeOverOf, takenOver } from '../chain/calls.mjs';
import { batchOf } from '../story/taking-over.mjs';

/** The number of an invented firm, by its territory. Costa Rica and Bolivia have no check digit. */
const NUMBERS = {
	MX: (serial) => tinOf('MX', serial),
	PE: (serial) => tinOf('PE', serial),
	CO: (serial) => checked(`CO9${padded(serial, 8)}`, nitCheck),
	CR: (serial) => `CR3105${padded(serial, 6)}`,
	BO: (serial) => `BO10${padded(serial, 6)}`,
	KR: (serial) => checked(`KR77781${padded(serial, 4)}`, brnCheck),
};

/** The programme and type in which a firm is certified, where it is not Mexico's. */
const TYPES = {
	CR: { programme: 'PROFAC', type: 'OEA' },
	BO: { programme: 'OEA', type: 'AEOF' },
	KR: { programme: 'AEO', type: 'AEO-EX' },
};

/** How many firms were invented so far. */
let invented = 0;

/** A row of a list, about a firm that nobody has invented yet. */
export function firmOf(territory, changes = {}) {
	invented += 1;
	return {
		tin: NUMBERS[territory](invented),
		certificate: `${territory}-E2E-${invented}`,
		programme: 'OEA',
		type: 'OEA',
		...TYPES[territory],
		roles: ['EX'],
		status: 'Authorised',
		scope: null,
		valid_from: '2026-01-01',
		valid_until: '2029-12-31',
		status_since: '2026-01-01',
		...changes,
	};
}

function padded(serial, digits) {
	return String(serial).padStart(digits, '0');
}

/** A TIN with its check digit, which is that of the digits after the territory. */
function checked(tin, checkOf) {
	return `${tin}${checkOf(tin.slice(2))}`;
}

/** The decision that certifies the firm of a row. */
export function authorisationOf(row) {
	const { number: _, ...facts } = authorised(row);
	return { Authorise: facts };
}

/** A row of a list as a batch certifies its firm. */
export function authorised(row) {
	const { periods: _, ...certificate } = takenOver(row);
	return { ...certificate, document: documentOf(`Validation of the sites of ${row.tin}`) };
}

/** The call that proposes to certify the firm of a row. */
export function authorisation({ tx }, row) {
	return tx.certificates.propose(row.certificate, authorisationOf(row));
}

/** Rows are taken over by two officers, or by the first where that is enough. */
export async function takeOver(chain, [maker, checker], rows) {
	const proposed = await chain.submitWell(takeOverOf(chain.api, rows), maker);
	if (chain.eventOf(proposed, 'certificates', 'BatchDone')?.failed.isZero()) {
		return proposed;
	}
	const confirm = confirmationOfBatch(chain.api, batchOf(chain, proposed));
	return chain.submitWell(confirm, checker);
}
