// The registry that each administration keeps of its certificates, with what is confidential: drawn for
// the firms of a list. All of it is invented; README.md has the columns.

import { COUNTRIES } from './countries.mjs';
import { REGISTRIES } from './places.mjs';

/** Grantor and scheme of the codes on Korea's list. */
const ALIAS_GRANTOR = 'CR';
const ALIAS_SCHEME = 'CODE';

/** The officer of the story searches for a name that begins so: a firm with it trades under it. */
const SEARCHED = 'Onde';

/** How many sites firms have, by how common it is. */
const USUAL_SITES = [
	[60, 1],
	[22, 2],
	[11, 3],
	[5, 5],
	[2, 9],
];

/** The most sites that there can be: the first carrier of Mexico has so many. */
const MOST_SITES = 64;

/** What is on a list since the firm's certificate is suspended: the second status period. */
const SUSPENDED_PERIOD = 1;

/** Reasons of a suspension that concerns security alone, and of one in full. */
const SECURITY_REASONS = ['R06'];
const FULL_REASONS = ['R03', 'R04', 'R07', 'R08'];

export const REGISTRY_COLUMNS = {
	certificates: [
		'certificate',
		'tin',
		'name',
		'trade_name',
		'address',
		'city',
		'subdivision',
		'postcode',
		'country',
		'aliases',
		'office_id',
		'office',
		'contact_1_function',
		'contact_1_email',
		'contact_1_telephone',
		'contact_2_function',
		'contact_2_email',
		'contact_2_telephone',
	],
	sites: [
		'certificate',
		'name',
		'locode',
		'roles',
		'address',
		'city',
		'subdivision',
		'postcode',
		'country',
		'validated',
	],
	reasons: ['certificate', 'period', 'code', 'text'],
};

/** The rows of the registry for the firms of a list: `{ certificates, sites, reasons }`. */
export function drawRegistry(chance, territory, list) {
	const words = REGISTRIES[territory];
	const largest = territory === 'MX' && list.find(({ roles }) => roles === 'CA');
	const firms = list.map((row) => {
		const address = addressOf(chance, territory, row.street, words.cities[row.city]);
		const count = row === largest ? MOST_SITES : chance.weighted(USUAL_SITES);
		return {
			certificate: { ...drawFirm(chance, territory, row), ...address },
			sites: drawSites(chance, territory, row, address, count),
			reasons: drawReasons(chance, territory, row),
		};
	});
	return {
		certificates: firms.map(({ certificate }) => certificate),
		sites: firms.flatMap(({ sites }) => sites),
		reasons: firms.flatMap(({ reasons }) => reasons),
	};
}

/** The columns of an address at a place. */
function addressOf(chance, territory, address, { city, subdivision, postcode }) {
	const country = territory;
	return { address, city, subdivision, postcode: drawDigits(chance, postcode), country };
}

/** A pattern with a digit in the place of each `#`. */
function drawDigits(chance, pattern) {
	return pattern.replace(/#/g, () => chance.digits(1));
}

/** Who the firm is, and whom to speak to. */
function drawFirm(chance, territory, row) {
	const words = REGISTRIES[territory];
	const coin = coinOf(territory, row.name);
	const [officeId, office, telephone] = words.offices[words.cities[row.city].office];
	const aliases = row.alias === undefined ? '' : `${ALIAS_GRANTOR} ${ALIAS_SCHEME} ${row.alias}`;
	return {
		certificate: row.certificate,
		tin: row.tin,
		name: row.name,
		trade_name: drawTradeName(chance, words, coin),
		aliases,
		office_id: officeId,
		office,
		contact_1_function: words.function,
		contact_1_email: `${officeId.toLowerCase()}@${words.mail}`,
		contact_1_telephone: telephone,
		...drawContactOfFirm(chance, words, coin),
	};
}

/** The coined word in the name of a firm, which is the one after its trade, or before it in Korea. */
function coinOf(territory, name) {
	const form = COUNTRIES[territory].forms.find((end) => name.endsWith(end));
	const said = name.slice(0, name.length - form.length).split(' ');
	return territory === 'KR' ? said[0] : said[said.length - 1];
}

function drawTradeName(chance, words, coin) {
	const isTraded = chance.whole(1, 100) <= 35;
	const named = chance.weighted(words.traded)(coin, chance);
	if (coin.startsWith(SEARCHED)) {
		return `${coin} Internacional`;
	}
	return isTraded ? named : '';
}

/** Half of the firms name an office of theirs too. */
function drawContactOfFirm(chance, words, coin) {
	if (chance.whole(1, 2) === 1) {
		return {};
	}
	const domain = coin
		.normalize('NFD')
		.replace(/[^A-Za-z]/g, '')
		.toLowerCase();
	return {
		contact_2_function: chance.pick(words.desks),
		contact_2_email: `${words.mailbox}@${domain}.example`,
		contact_2_telephone: chance.whole(1, 3) === 1 ? drawDigits(chance, words.telephone) : '',
	};
}

/** The sites of a firm: the first at its own address, the others wherever its country has places. */
function drawSites(chance, territory, row, address, count) {
	const words = REGISTRIES[territory];
	const { streets } = COUNTRIES[territory];
	const roles = row.roles.split(' ');
	const places = [...Object.values(words.cities), ...words.posts];
	const first = {
		certificate: row.certificate,
		name: '',
		locode: words.cities[row.city].locode,
		roles: row.roles,
		...address,
		validated: drawValidated(chance, row.valid_from),
	};
	const others = Array.from({ length: count - 1 }, (_, at) => {
		const role = chance.pick(roles);
		const where = chance.pick(places);
		const street = `${chance.pick(streets)} ${chance.whole(3, 4890)}`;
		return {
			certificate: row.certificate,
			name: `${chance.pick(words.sites[role])} ${at + 2}`,
			locode: chance.whole(1, 12) === 1 ? '' : where.locode,
			roles: role,
			...addressOf(chance, territory, street, where),
			validated: chance.whole(1, 10) === 1 ? '' : drawValidated(chance, row.valid_from),
		};
	});
	return [first, ...others];
}

/** A day of the half year before the certificate: sites are visited before. */
function drawValidated(chance, validFrom) {
	const day = (before) => {
		return new Date(Date.parse(validFrom) - before * 86_400_000).toISOString().slice(0, 10);
	};
	return chance.day(day(180), day(14));
}

/** Why a certificate is suspended: one reason, or two. */
function drawReasons(chance, territory, row) {
	const { reasons } = REGISTRIES[territory];
	if (!row.status.startsWith('Suspended')) {
		return [];
	}
	const isSecurity = row.status === 'Suspended (Security)';
	const codes = chance.shuffled(isSecurity ? SECURITY_REASONS : FULL_REASONS);
	return codes.slice(0, chance.whole(1, 2)).map((code) => ({
		certificate: row.certificate,
		period: SUSPENDED_PERIOD,
		code,
		text: chance.pick(reasons[code]),
	}));
}
