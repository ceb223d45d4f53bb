import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MEMBERS, WAITING, openCast, specFor } from '../attacks/cast.mjs';
import { poolOf, shareOf } from '../attacks/field.mjs';
import { Flood, groups, kindOf } from '../attacks/flood.mjs';
import { CASES, HELP, readOptions } from '../attacks/options.mjs';
import { ROUNDS, worstOf } from '../attacks/probes.mjs';
import { jsonOf, missed, remarksOf, tableOf } from '../attacks/report.mjs';
import { Misuse } from '../network/options.mjs';

/** A result of which everything is in time. */
function result(changes = {}) {
	const inTime = (blocks) => ({ blocks, why: undefined, lost: 0, of: ROUNDS });
	return {
		number: 1,
		title: 'offered accounts',
		remark: '3000 accounts offered',
		worst: { foreign: inTime(1), own: inTime(1), ordinary: inTime(2) },
		price: undefined,
		memoryBefore: 100 * 1_048_576,
		memory: 250 * 1_048_576,
		pool: 8_192,
		sent: 1_000,
		taken: 400,
		refused: new Map([
			['no quota', 590],
			['too long', 10],
		]),
		included: 300,
		failed: 200,
		probes: [],
		...changes,
	};
}

test('a goal should be missed when a probe is late, lost or was never sent', () => {
	assert.deepEqual(missed(result()), []);
	const { worst } = result();
	const late = { ...worst, ordinary: { ...worst.ordinary, blocks: 3 } };
	assert.deepEqual(missed(result({ worst: late })), [
		'registration by Costa Rica: 3 blocks; due after 2',
	]);
	const lost = { blocks: undefined, why: 'not in after 8 blocks', lost: 2, of: 6 };
	assert.deepEqual(missed(result({ worst: { ...worst, foreign: lost } })), [
		'suspension by Peru: 2 of 6 lost, not in after 8 blocks; due after 1',
	]);
	const none = worstOf([]);
	assert.equal(missed(result({ worst: none })).length, 3);
});

test('a goal should be missed when state is cheaper than a block', () => {
	assert.deepEqual(missed(result({ price: 1 })), []);
	assert.deepEqual(missed(result({ price: 0.1 })), [
		"a stored byte costs 0.10 of a block's; at least 1 is due",
	]);
	assert.deepEqual(missed(result({ price: Infinity })), []);
});

test('the worst of several probes should count', () => {
	const worst = worstOf([
		{ kind: 'foreign', round: 0, blocks: 1 },
		{ kind: 'foreign', round: 1, blocks: 4 },
		{ kind: 'own', round: 0, blocks: 1 },
		{ kind: 'own', round: 1, why: 'the pool refused it: no quota' },
		{ kind: 'ordinary', round: 0, blocks: 2 },
	]);
	assert.deepEqual(worst.foreign, { blocks: 4, why: undefined, lost: 0, of: 2 });
	assert.deepEqual(worst.own, {
		blocks: undefined,
		why: 'the pool refused it: no quota',
		lost: 1,
		of: 2,
	});
	assert.equal(worst.ordinary.blocks, 2);
});

test('results should be told as a table, as sentences and as JSON', () => {
	const good = result();
	const lost = { blocks: undefined, why: 'late', lost: 6, of: 6 };
	const bad = result({ number: 2, title: 'bytes', worst: { ...good.worst, own: lost } });
	const [head, , first, second] = tableOf([good, bad]).split('\n');
	assert.match(head, /suspension by Mexico \(≤ 1\)/u);
	assert.match(first, /^1 offered accounts +1 +1 +2 +100 MiB +250 MiB +8192 +1000 +600 .* met$/u);
	assert.match(second, /> 8 .*missed$/u);
	assert.deepEqual(remarksOf(bad), [
		'2 bytes: 3000 accounts offered',
		'  refused 590: no quota',
		'  refused 10: too long',
		'  missed: suspension by Mexico: 6 of 6 lost, late; due after 1',
	]);
	const [one, other] = JSON.parse(jsonOf([good, { ...bad, price: Infinity }]));
	assert.deepEqual(one.refused, { 'no quota': 590, 'too long': 10 });
	assert.deepEqual(one.missed, []);
	assert.equal(other.missed.length, 1);
});

test('the share of the attackers in a block should be told from that of others', () => {
	const event = (section, method, index, data) => ({
		phase: { asApplyExtrinsic: { toNumber: () => index } },
		event: { section, method, data },
	});
	const paid = (index, who, fee) => {
		const data = { who, actualFee: { toBigInt: () => fee } };
		return event('transactionPayment', 'TransactionFeePaid', index, data);
	};
	const events = [
		paid(1, 'attacker', 7n),
		event('system', 'ExtrinsicFailed', 1),
		paid(2, 'honest', 9n),
		event('system', 'ExtrinsicFailed', 2),
		paid(3, 'attacker', 1n),
		event('system', 'ExtrinsicSuccess', 3),
	];
	const paidByThem = new Map([['attacker', 8n]]);
	const share = { included: 2, failed: 1, paid: paidByThem };
	assert.deepEqual(shareOf(events, new Set(['attacker'])), share);
	assert.deepEqual(shareOf(events, new Set()), { included: 0, failed: 0, paid: new Map() });
});

test('the pool should be read from the metrics', () => {
	const metrics = [
		'# TYPE substrate_ready_transactions_number gauge',
		'substrate_ready_transactions_number{chain="dev"} 12',
		'substrate_sub_txpool_unwatched_txs{chain="dev"} 30',
		'substrate_sub_txpool_watched_txs{chain="dev"} 3',
	].join('\n');
	assert.equal(poolOf(metrics), 33);
	assert.equal(poolOf('substrate_ready_transactions_number 5'), 5);
	assert.equal(poolOf(''), 0);
});

test('transactions of one account should be sent in turn with the nonces that follow', async () => {
	const seen = [];
	const signer = { sign: (call, { address }, nonce) => `${call} ${address} ${nonce}` };
	const chain = {
		rpc: async () => 5,
		rawRefusal: async (hex) => {
			seen.push(hex);
			if (hex === 'c other 5') {
				return '1014: Priority is too low: another one waits';
			}
			return hex.startsWith('bad') ? 'refused' : undefined;
		},
	};
	const one = { address: 'one' };
	const other = { address: 'other' };
	const flood = new Flood(chain, signer);
	const calls = [
		['a', one],
		['bad', one],
		['b', one],
		['c', other],
	];
	assert.deepEqual([...groups(calls).keys()], ['one', 'other']);
	await flood.send(calls);
	const ofOne = seen.filter((hex) => hex.includes('one'));
	assert.deepEqual(ofOne, ['a one 5', 'bad one 6', 'b one 6']);
	const ofOther = seen.filter((hex) => hex.includes('other'));
	assert.deepEqual(ofOther, ['c other 5', 'c other 6'], 'what waits is passed by');
	assert.deepEqual({ sent: flood.sent, taken: flood.taken }, { sent: 4, taken: 3 });
	assert.deepEqual([...flood.refused], [['refused', 1]]);
	assert.deepEqual([...flood.senders], ['one', 'other']);
});

test('refusals should be counted by their kind', () => {
	assert.equal(kindOf('1014: Priority is too low: (1 vs 22): The'), '1014: Priority is too low: The');
	assert.equal(kindOf(`Unknown block 0x${'ab'.repeat(32)}.`), 'Unknown block ….');
	assert.equal(kindOf('Custom error: 101'), 'Custom error: 101');
});

test('the chain should have the officers and members of the cast', async () => {
	const cast = await openCast();
	const administration = (territory, account) => ({
		...{ territory, territories: [], account, validating: true },
		officers: [[`officer of ${territory}`, ['Risk']]],
	});
	const programme = (territory) => ({ administration: territory, code: 'OEA', fourEyes: 'Required' });
	const spec = {
		genesis: {
			runtimeGenesis: {
				patch: {
					administrations: { administrations: ['MX', 'CR', 'PE', 'CO'].map(administration) },
					certificates: { programmes: ['MX', 'PE'].map(programme) },
				},
			},
		},
	};
	const { patch } = specFor(spec, cast).genesis.runtimeGenesis;
	const members = patch.administrations.administrations;
	assert.deepEqual(members.map(({ territory }) => territory), MEMBERS);
	assert.deepEqual(members.filter(({ validating }) => validating).length, 4);
	const accounts = new Set(members.map(({ account }) => account));
	assert.equal(accounts.size, MEMBERS.length);
	const [mexico, costaRica, , colombia] = members.map(({ officers }) => officers);
	assert.equal(colombia.length, 1);
	assert.ok(costaRica.length > ROUNDS, 'each probe has an officer of its own');
	assert.ok(mexico.some(([, scopes]) => scopes.length === 0));
	const addresses = mexico.map(([address]) => address);
	assert.equal(new Set(addresses).size, addresses.length);
	assert.deepEqual(
		patch.certificates.programmes.map(({ code, fourEyes }) => [code, fourEyes]),
		[
			['OEA', 'NotRequired'],
			['OEA', 'NotRequired'],
			[WAITING, 'Required'],
		],
	);
	assert.equal(spec.genesis.runtimeGenesis.patch.certificates.programmes.length, 2);
});

test('options should be read, and what is wrong be named', () => {
	const node = process.execPath;
	assert.deepEqual(readOptions(['--node', node]).only, CASES);
	assert.deepEqual(readOptions(['--node', node, '--only', '4,2']).only, [2, 4]);
	assert.equal(readOptions(['--node', node, '--json', 'a.json']).json, 'a.json');
	assert.deepEqual(readOptions(['--help']), { help: true });
	for (const option of ['node', 'only', 'json', 'base-port', 'data', 'logs', 'help']) {
		assert.ok(HELP.includes(`--${option}`), option);
	}
	const refuse = (args, message) => {
		const isRight = (error) => error instanceof Misuse && message.test(error.message);
		assert.throws(() => readOptions(args), isRight, args.join(' '));
	};
	refuse(['--node', '/no/node'], /^There is no program/u);
	refuse(['--node', node, '--only', '5'], /^--only: 5 is no case; there are 1, 2, 3, 4\.$/u);
	refuse(['--twice'], /^Unknown option/u);
});
