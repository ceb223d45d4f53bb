// Who takes part in the development network: the four founding administrations of the presets
// `development` and `local`, and those that are to be admitted. The keys are derived from the
// well-known development phrase of every Substrate chain: anybody can sign with them.

/** The administrations that the genesis admits; each runs one validator of the chain `local`. */
export const FOUNDERS = [
	{ territory: 'MX', country: 'Mexico', key: '//Alice', flag: '--alice', utcOffset: -360 },
	{ territory: 'CR', country: 'Costa Rica', key: '//Bob', flag: '--bob', utcOffset: -360 },
	{ territory: 'PE', country: 'Peru', key: '//Charlie', flag: '--charlie', utcOffset: -300 },
	{ territory: 'CO', country: 'Colombia', key: '//Dave', flag: '--dave', utcOffset: -300 },
];

/** Admitted in the story; it validates as well. Dates are local days, offsets minutes. */
export const CHILE = { territory: 'CL', country: 'Chile', key: '//Eve', utcOffset: -240 };

/** Admitted in the story; it runs no node of its own. */
export const KOREA = { territory: 'KR', country: 'Korea', key: '//KR', utcOffset: 540 };

/** Admitted by the end-to-end test, which leaves Chile and Korea to the story. */
export const URUGUAY = { territory: 'UY', country: 'Uruguay', key: '//UY', utcOffset: -180 };

/** All of these, by territory. */
export const ADMINISTRATIONS = Object.fromEntries(
	[...FOUNDERS, CHILE, KOREA, URUGUAY].map((administration) => {
		return [administration.territory, administration];
	}),
);
