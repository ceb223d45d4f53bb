import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { TypeRegistry } from '@polkadot/types';
import { LEG_TYPE, ensureKnown } from '../agreements/codes.mjs';
import { AGREEMENTS, readAdministrations, readAgreement } from '../agreements/files.mjs';
import { arrow, firstDayOfLeg, isOperational, isStaggered, legsOf, pairsOf } from '../agreements/legs.mjs';
import { admissibleBy } from '../agreements/members.mjs';
import { HELP, readOptions } from '../agreements/options.mjs';
import { PacedChain } from '../agreements/pace.mjs';
import { judge } from '../agreements/verify.mjs';
import { Keys, NAMED } from '../chain/keyring.mjs';
import { Misuse } from '../network/options.mjs';
import { CHILE, FOUNDERS, URUGUAY } from '../network/participants.mjs';

const administrations = readAdministrations();
const agreements = AGREEMENTS.map((path) => readAgreement(path, administrations));
const [pacific, andean, mercosur, regional, asean] = agreements;

/** A day on which all has begun that is to begin. */
const TODAY = '2026-11-24';

const folder = mkdtempSync(join(tmpdir(), 'aeo-agreements-'));
after(() => rmSync(folder, { recursive: true }));

/** The types of a leg as the metadata of the chain have them, see agreements/types.mjs. */
function typesOfTheChain() {
	const known = new Map(
		JSON.parse(readFileSync(new URL('agreement-types.json', import.meta.url), 'utf8')),
	);
	// A type's place is its id; the places of types that no leg has are filled with the unit.
	const types = Array.from({ length: Math.max(...known.keys()) + 1 }, (_, id) => {
		return { id, type: known.get(id) ?? { def: { Tuple: [] } } };
	});
	const registry = new TypeRegistry();
	registry.setLookup(registry.createType('PortableRegistry', { types }));
	return registry;
}

const registry = typesOfTheChain();

/** Reads an agreement that differs in some fields from the regional one. */
function readChanged(changes) {
	const { name, ...fields } = regional;
	const path = join(folder, name);
	writeFileSync(path, JSON.stringify({ ...fields, ...changes }));
	return readAgreement(path, administrations);
}

function refused(changes, message) {
	assert.throws(() => readChanged(changes), { constructor: Error, message });
}

test('agreements should have their parties, and a leg from each to each other', () => {
	const partiesOf = ({ parties }) => Object.keys(parties).sort().join(' ');
	assert.deepEqual(agreements.map(partiesOf), [
		'CL CO MX PE',
		'BO CO EC PE',
		'AR BR PY UY',
		'AR BO BR CL CO CR DO GT PE PY UY',
		'BN ID KH LA MM MY PH SG TH VN',
	]);
	const legs = agreements.map((agreement) => legsOf(agreement, administrations));
	assert.deepEqual(legs.map(({ length }) => length), [12, 12, 12, 110, 90]);
	for (const of of legs) {
		assert.equal(new Set(of.map(arrow)).size, of.length, 'a leg twice');
		assert.ok(of.every(({ issuer, grantor }) => issuer !== grantor));
	}
});

test('three parties of the regional arrangement should operate first, and all of the others', () => {
	const operating = agreements.map((agreement) => {
		return pairsOf(agreement).filter((pair) => isOperational(agreement, pair, TODAY));
	});
	assert.deepEqual(operating.map(({ length }) => length), [12, 12, 12, 6, 30]);
	assert.deepEqual(operating[3].map(arrow), [
		'CR → PE',
		'CR → UY',
		'PE → CR',
		'PE → UY',
		'UY → CR',
		'UY → PE',
	]);
	assert.deepEqual(agreements.map(isStaggered), [false, false, false, true, true]);
});

test('parties of the ASEAN arrangement should begin one after another, four of them later', () => {
	const operatingOn = (day) => {
		return pairsOf(asean).filter((pair) => isOperational(asean, pair, day)).length;
	};
	const days = ['2024-07-31', '2024-08-01', '2024-08-19', '2024-10-01', '2025-02-27', '2025-02-28'];
	assert.deepEqual(days.map(operatingOn), [0, 6, 12, 20, 20, 30]);
	const firstDay = (issuer, grantor) => firstDayOfLeg(asean, { issuer, grantor });
	assert.equal(firstDay('TH', 'ID'), '2024-10-01');
	assert.equal(firstDay('ID', 'TH'), '2024-10-01');
	for (const later of ['KH', 'LA', 'MM', 'VN']) {
		assert.equal(firstDay(later, 'SG'), undefined);
		assert.equal(firstDay('SG', later), undefined);
	}
	// Where the file names only parties, a leg has no first day that could be later.
	assert.equal(firstDayOfLeg(pacific, { issuer: 'CL', grantor: 'MX' }), '');
});

test('only level 2 should be eligible of the Philippines', () => {
	const legs = legsOf(asean, administrations);
	const types = legs.filter(({ issuer }) => issuer === 'PH').flatMap((leg) => leg.types);
	assert.equal(types.length, 9);
	types.forEach((type) => assert.deepEqual(type, { programme: 'AEO', code: 'AEO-2' }));
	assert.ok(Object.hasOwn(administrations.PH.types, 'AEO-1'));
});

test('a grantor whose format is known should have its own', () => {
	for (const { grantor, declareAs } of legsOf(asean, administrations)) {
		assert.equal(declareAs.code, grantor === 'SG' ? 'AEO' : '');
		assert.equal(declareAs.manifestPlace, '');
	}
});

test('only Segurança should be eligible of Brazil', () => {
	for (const agreement of [mercosur, regional]) {
		const types = legsOf(agreement, administrations)
			.filter(({ issuer }) => issuer === 'BR')
			.flatMap((leg) => leg.types);
		assert.ok(types.length > 0);
		types.forEach((type) => assert.deepEqual(type, { programme: 'OEA', code: 'OEA-S' }));
	}
	assert.deepEqual(administrations.BR.types, { 'OEA-S': 'Security', 'OEA-C': 'Customs' });
});

test('days of signature should be those of the treaties, where they are known', () => {
	assert.deepEqual(
		agreements.map(({ signedOn }) => signedOn),
		['2018-07-21', null, '2019-11-13', '2022-05-18', '2023-09-19'],
	);
	assert.match(andean.title, /2019/);
});

test('each code should be known to the types of the chain', () => {
	for (const agreement of agreements) {
		const legs = legsOf(agreement, administrations);
		ensureKnown(registry, agreement, legs);
		for (const leg of legs) {
			/** @type {any} */
			const shown = registry.createType(LEG_TYPE, leg).toHuman();
			// Fields that the type does not have are left out without a word.
			assert.deepEqual(Object.keys(shown), Object.keys(leg));
			assert.deepEqual(shown, leg);
		}
	}
});

test('codes that the chain has not should be named', () => {
	const complain = (changes, message) => {
		const agreement = readChanged(changes);
		const legs = legsOf(agreement, administrations);
		assert.throws(() => ensureKnown(registry, agreement, legs), { message });
	};
	complain({ roles: ['EX'] }, /^regional-arm.json: EX is no role of this chain; there are Other, /);
	complain({ directions: ['Transit'] }, /Transit is no direction .* Import, Export\.$/);
	complain(
		{ rows: [{ benefit: 'Coffee', requires: 'Either' }] },
		/Coffee is no benefit of this chain; there are FewerDocumentChecks, /,
	);
	complain(
		{ rows: [{ benefit: 'TradeRecovery', requires: 'Both' }] },
		/Both is no half .* Either, Customs, Security\.$/,
	);
	complain({ consent: 'Maybe' }, /Maybe is no need of a consent .* Needed, NotNeeded\.$/);
	complain({ dataClasses: ['names'] }, /names is no class of data .* Identity, /);
	const { declareAs } = regional;
	complain({ declareAs: { ...declareAs, number: 'Shoes' } }, /the chain cannot read its legs: /);
});

test('a chain without our types should be told from ours', () => {
	const other = new TypeRegistry();
	other.setLookup(other.createType('PortableRegistry', { types: [] }));
	assert.throws(() => ensureKnown(other, pacific, []), /have no Territory: it is no aeo-chain/);
});

test('programmes and clocks should be those of the founders and of the story', () => {
	for (const { territory, country, utcOffset } of [...FOUNDERS, CHILE, URUGUAY]) {
		assert.equal(administrations[territory].country, country);
		assert.equal(administrations[territory].utcOffset, utcOffset);
	}
	assert.equal(administrations.CR.programme, 'PROFAC');
});

test('files that are no agreements should be refused with sentences', () => {
	const file = (name, content) => {
		const path = join(folder, name);
		writeFileSync(path, content);
		return path;
	};
	const refuse = (path, message) => {
		const wanted = { constructor: Error, message };
		assert.throws(() => readAgreement(path, administrations), wanted);
	};
	refuse(join(folder, 'none.json'), /^There is no file .*none\.json\.$/);
	refuse(folder, /^The file .* cannot be read \(EISDIR\)\.$/);
	refuse(file('half.json', '{'), /^The file .*half\.json is no JSON: /);
	refuse(file('list.json', '[]'), /list\.json is no object of an agreement\.$/);
	refuse(file('null.json', 'null'), /null\.json is no object of an agreement\.$/);
});

test('fields that are wrong should be refused, each with what it must be', () => {
	refused({ legs: [] }, 'regional-arm.json: there is no field legs; there are title, signedOn, ' +
		'noticeDays, parties, operational, roles, directions, rows, consent, dataClasses, declareAs, ' +
		'declareAsAt.');
	refused({ title: ' ' }, 'regional-arm.json: title must be a text.');
	refused({ title: undefined }, 'regional-arm.json: the field title is missing: write a text.');
	for (const day of ['2022-02-30', '18 May 2022', '', 20220518, '2022-5-18']) {
		refused({ signedOn: day }, /signedOn must be a day such as "2018-07-21", or null\.$/);
	}
	for (const days of [-1, 1.5, 3_651, '90', null]) {
		refused({ noticeDays: days }, /noticeDays must be a number of days from 1 to 3650\.$/);
	}
	for (const list of [[], 'Exporter', [1], [''], ['Exporter', 'Exporter'], null]) {
		refused({ roles: list }, /roles must be a list of roles, each once\.$/);
	}
	const row = { benefit: 'TradeRecovery', requires: 'Either' };
	for (const rows of [[], [{ benefit: 'TradeRecovery' }], [row, { ...row, requires: 'Customs' }]]) {
		refused({ rows }, /rows must be a list of \{ .+ \}, each benefit once\.$/);
	}
	for (const changed of [
		{ code: 1 },
		{ prefix: 'x'.repeat(17) },
		{ number: {} },
		{ place: null },
		{ manifestPlace: 'x'.repeat(36) },
	]) {
		const declareAs = { ...regional.declareAs, ...changed };
		refused({ declareAs }, /declareAs must be an object: number, and code, place, prefix, numb/);
		refused({ declareAsAt: { PE: declareAs } }, /declareAsAt must be an object: of each grantor/);
	}
	const { declareAs } = regional;
	refused({ declareAsAt: { MX: declareAs } }, /MX is in declareAsAt and no party\.$/);
	refused({ declareAs: 'OEA' }, /declareAs must be an object: /);
	refused({ parties: ['CR', 'PE'] }, /parties must be an object: /);
	refused({ roles: [], consent: 1 }, /^(regional-arm\.json: .+\n?){2}$/);
});

test('parties that are wrong should be refused', () => {
	const parties = { CR: ['OEA'], PE: ['OEA'] };
	refused({ parties: { CR: ['OEA'] }, operational: ['CR'] }, /has 2 to 16 parties, not 1\.$/);
	refused(
		{ parties: { ...parties, ZZ: ['OEA'] }, operational: ['CR'] },
		/ZZ is not in administrations\.json: correct the territory, or add it there\.$/,
	);
	refused(
		{ parties: { ...parties, constructor: ['OEA'] }, operational: ['CR'] },
		/constructor is not in administrations\.json/,
	);
	refused(
		{ parties: { ...parties, BR: ['OEA'] }, operational: ['CR'] },
		/the programme OEA of BR has no type OEA; it has OEA-S, OEA-C\.$/,
	);
	refused({ parties: { ...parties, BR: [] }, operational: ['CR'] }, /of BR must be a list/);
	refused({ parties, operational: ['CR', 'MX'] }, /MX is operational and no party\.$/);
	refused({ parties, operational: ['CR', 'CR'] }, /operational must be a list of parties, each once, or an object/);
	refused({ parties, operational: [] }, /operational must be a list of parties/);
	refused({ parties, operational: {} }, /or an object: of each party its first day\.$/);
	refused({ parties, operational: { CR: '2024-02-30' } }, /or an object: of each party its first/);
	refused({ parties, operational: { MX: '2024-02-28' } }, /MX is operational and no party\.$/);
});

test('a council should admit as many as its votes suffice for', () => {
	// 4 votes of 4, 5 and 6 seats; of 7 they are too few.
	assert.equal(admissibleBy(4, 4), 3);
	assert.equal(admissibleBy(7, 7), 4);
	assert.equal(admissibleBy(11, 11), 6);
	assert.equal(admissibleBy(3, 4), 1);
	assert.equal(admissibleBy(2, 4), 0);
	assert.equal(admissibleBy(0, 0), 0);
});

test('keys should be the well-known ones, or those of the territory', () => {
	const keys = new Keys((path) => path);
	assert.deepEqual(
		['MX', 'CR', 'CL', 'KR', 'UY', 'GT'].map((territory) => keys.own(territory)),
		['//Alice', '//Bob', '//Eve', '//KR', '//UY', '//GT'],
	);
	assert.equal(keys.officer('GT', 2), '//GT//officer//2');
	assert.ok(NAMED.includes('PE'));
});

/** What a chain answers about all pairs of the regional arrangement, as agreement 3. */
/** @param {(name: string, usual?: any) => any} change what differs of the answer to a pair */
function answers(change = () => undefined) {
	return new Map(
		pairsOf(regional).map((pair) => {
			const operates = isOperational(regional, pair, TODAY);
			const usual = {
				today: TODAY,
				inForce: operates ? [3] : [],
				outcome: operates
					? { Granted: [{ benefit: 'TradeRecovery', basis: { Agreement: 3 } }] }
					: { Denied: { denial: 'NoAgreement', certificate: '1' } },
			};
			return [arrow(pair), { ...usual, ...change(arrow(pair)) }];
		}),
	);
}

test('an outcome as the file says should be found right', () => {
	const report = judge(regional, 3, answers());
	assert.deepEqual(report.mistakes, []);
	assert.equal(report.inForce.length, 6);
	assert.deepEqual([report.granted, report.denied, report.byOthers], [6, 104, 0]);
	assert.ok(report.staggered);
});

test('pairs that another agreement covers should be counted, and not judged', () => {
	const granted = { Granted: [{ benefit: 'TradeRecovery', basis: { Agreement: 1 } }] };
	const report = judge(
		regional,
		3,
		answers((name) => (name === 'PE → CO' ? { inForce: [1], outcome: granted } : undefined)),
	);
	assert.deepEqual(report.mistakes, []);
	assert.deepEqual([report.granted, report.denied, report.byOthers], [6, 103, 1]);
});

test('what differs from the file should be said', () => {
	const differ = (name, changed, message) => {
		const { mistakes } = judge(
			regional,
			3,
			answers((pair) => (pair === name ? changed : undefined)),
		);
		assert.equal(mistakes.length, 1);
		assert.match(mistakes[0], message);
	};
	const suspended = { Denied: { denial: 'Suspended' } };
	const merged = { Denied: { denial: { TraderNotActive: { merged_into: null } } } };
	const home = { Granted: [{ benefit: 'TradeRecovery', basis: 'Domestic' }] };
	differ('CR → GT', { inForce: [3] }, /CR → GT: the leg is in force, and should not be\.$/);
	differ('CR → PE', { outcome: home }, /CR → PE: .* no benefits: granted/);
	differ('CR → PE', { outcome: suspended }, /CR → PE: .* no benefits: Suspended/);
	differ('CR → GT', { outcome: merged }, /CR → GT: denied NoAgreement .*: TraderNotActive/);
	differ('CR → PE', { inForce: [] }, /CR → PE: the leg is not in force, and should be/);
});

/** A connection whose quota holds `left`, and recovers 10 units a block up to 100. */
class Poor extends PacedChain {
	constructor(left) {
		const unit = (value) => ({ toBigInt: () => BigInt(value) });
		const quota = () => {
			const status = { left: unit(this.left), max: unit(100), recovery: unit(10) };
			return { answer: { isNone: this.left === undefined, unwrap: () => status } };
		};
		super({ call: { aeoApi: { quota } } }, { send: async () => ({ number: '0x1' }) });
		this.left = left;
		this.waited = 0;
	}

	async reach() {
		this.waited += 1;
		this.left += 10;
	}
}

function callThatCosts(fee) {
	return {
		method: { section: 'agreements', method: 'propose' },
		paymentInfo: async () => ({ partialFee: { toBigInt: () => BigInt(fee) } }),
		signAndSend: async () => {
			throw new Error('it was sent');
		},
	};
}

test('a call should wait until the quota pays for it', async () => {
	const pair = { address: '5x' };
	const chain = new Poor(3);
	await assert.rejects(chain.submit(callThatCosts(34), pair), /it was sent/);
	assert.equal(chain.waited, 4);
	const rich = new Poor(34);
	await assert.rejects(rich.submit(callThatCosts(34), pair), /it was sent/);
	assert.equal(rich.waited, 0);
	const fees = new Poor(undefined);
	await assert.rejects(fees.submit(callThatCosts(34), pair), /it was sent/);
});

test('a call for which no quota ever pays should be refused', async () => {
	const chain = new Poor(100);
	await assert.rejects(
		chain.submit(callThatCosts(101), { address: '5x' }),
		/^Error: agreements.propose costs 101 units .* never holds more than 100: .*\.setQuota\.$/,
	);
});

test('command line should be read', () => {
	assert.deepEqual(readOptions([]), { url: 'ws://127.0.0.1:9944', files: AGREEMENTS });
	assert.deepEqual(readOptions(['a.json', '--url', 'wss://node.example:9']), {
		url: 'wss://node.example:9',
		files: ['a.json'],
	});
	const { node, base } = readOptions(['--node', process.execPath, '--base-port', '2000']);
	assert.deepEqual({ node, base }, { node: process.execPath, base: 2000 });
	assert.deepEqual(readOptions(['a.json', '--help']), { help: true });
	for (const option of ['url', 'node', 'base-port', 'data', 'logs', 'help']) {
		assert.ok(HELP.includes(`--${option}`), option);
	}
});

test('command lines that cannot be meant should be refused', () => {
	const refuse = (args, message) => {
		const isRight = (error) => error instanceof Misuse && message.test(error.message);
		assert.throws(() => readOptions(args), isRight, args.join(' '));
	};
	refuse(['--twice'], /^Unknown option '--twice'\.$/);
	for (const url of ['', 'localhost', 'http://127.0.0.1:9944', 'ws://', 'ws://a b', 'ws://a:99999']) {
		refuse(['--url', url], /is no address of a websocket/);
	}
	refuse(['--node', '/no/node'], /^There is no program \/no\/node\./);
	refuse(['--data', 'x'], /^--data is for a node that is started/);
	refuse(['--node', process.execPath, '--url', 'ws://a'], /give one of them\.$/);
});
