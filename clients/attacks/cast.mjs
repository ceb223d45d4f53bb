// Who attacks, who is honest, and the chain on which they meet: the development chain with more
// officers and more administrations.

import { Keys, openKeyring } from '../chain/keyring.mjs';

/** The administration whose keys attack. */
export const ATTACKER = 'MX';

/** Everything that an officer can be entitled to. */
const SCOPES = [
	'Identities',
	'Certification',
	'Suspension',
	'Agreements',
	'Risk',
	'Clearance',
	'Disclosure',
];

/** Administrations that only make agreements longer. */
const OTHERS = ['AR', 'BO', 'BR', 'CL', 'DO', 'EC', 'GT', 'JP', 'KR', 'PA', 'PY', 'UY'];

/** All members: the four of the development chain, and the others. */
export const MEMBERS = ['MX', 'CR', 'PE', 'CO', ...OTHERS];

/** A programme of the attacker whose decisions wait for a second officer. */
export const WAITING = 'WAIT';

/** Officers of the attacker with all scopes, and officers without any. */
const ATTACKING = 20;

/** Honest officers of each administration that is probed: one for each probe, and one more. */
const HONEST = 12;

/** All pairs of keys. */
export async function openCast() {
	const pairOf = await openKeyring();
	// Further derivations of one pair are quick; those from the phrase are not.
	const root = pairOf('//attacks');
	const many = (path, count) => {
		return Array.from({ length: count }, (_, place) => root.derive(`//${path}//${place}`));
	};
	return {
		scopeless: many('MX//scopeless', ATTACKING),
		officers: many('MX//officer', ATTACKING),
		identities: root.derive('//MX//identities'),
		agreements: root.derive('//MX//agreements'),
		own: new Keys(pairOf).own(ATTACKER),
		honest: {
			MX: many('MX//honest', HONEST),
			PE: many('PE//honest', HONEST),
			CR: many('CR//honest', HONEST),
		},
		others: OTHERS.map((territory) => root.derive(`//${territory}`)),
		/** The accounts of traders, by their places. */
		trader: (place) => root.derive(`//trader//${place}`),
	};
}

/** The officers of each administration, `[address, scopes]`, as the genesis names them. */
function officersOf({ scopeless, officers, identities, agreements, honest }) {
	const withScopes = (pairs, scopes) => pairs.map(({ address }) => [address, scopes]);
	return {
		MX: [
			...withScopes(scopeless, []),
			...withScopes([...officers, ...honest.MX], SCOPES),
			...withScopes([identities], ['Identities']),
			...withScopes([agreements], ['Agreements']),
		],
		PE: withScopes(honest.PE, SCOPES),
		CR: withScopes(honest.CR, SCOPES),
	};
}

/**
 * Adds to the specification of the development chain the officers of this cast and the other
 * administrations. Decisions need one officer, but for those of the programme that waits.
 */
export function specFor(spec, cast) {
	const copy = structuredClone(spec);
	const { administrations, certificates } = copy.genesis.runtimeGenesis.patch;
	const [founder] = administrations.administrations;
	const added = officersOf(cast);
	for (const administration of administrations.administrations) {
		administration.officers.push(...(added[administration.territory] ?? []));
	}
	administrations.administrations.push(
		...OTHERS.map((territory, place) => ({
			...founder,
			territory,
			account: cast.others[place].address,
			officers: [],
			validating: false,
		})),
	);
	const waiting = certificates.programmes.find((programme) => {
		return programme.administration === ATTACKER;
	});
	certificates.programmes = [
		...certificates.programmes.map((programme) => ({ ...programme, fourEyes: 'NotRequired' })),
		{ ...waiting, code: WAITING, fourEyes: 'Required' },
	];
	return copy;
}
