// The program behind `make gateway-check`: `aeo gateway` before one node of a development chain, asked as a
// declaration system does; with keys that are wrong, a node that goes, and whoever hears of a suspension.

import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Validator } from '@seriousme/openapi-schema-validator';
import { agreementWith, suspensionOf } from '../chain/calls.mjs';
import { connect } from '../chain/chain.mjs';
import { today } from '../chain/clock.mjs';
import { Keys, openKeyring } from '../chain/keyring.mjs';
import { readPilot } from '../firms/lists.mjs';
import { leg } from '../firms/offers.mjs';
import { takeOver } from '../firms/taking-over.mjs';
import { missedIn } from '../network/alerts.mjs';
import { Checks } from '../network/checks.mjs';
import { Misuse, NODE_OPTIONS, executable, nodesOf, parse } from '../network/options.mjs';
import { onDevelopment, runProgram } from '../network/program.mjs';
import { say, seconds } from '../network/text.mjs';
import { stopwatch, waitFor } from '../network/wait.mjs';
import { Door, run } from './door.mjs';
import { loadWith } from './load.mjs';
import { openReceiver } from './receiver.mjs';

const HELP = `Usage: node clients/gateway/main.mjs [OPTIONS]

Asks the gateway of declaration systems, \`aeo gateway\`, before one node of a development chain (about a minute).

Options:
  --node PATH        The aeo-node to run [default: target/fast/aeo-node]
  --aeo PATH         The command line to use [default: target/fast/aeo]
  --measure SECONDS  Measure instead: requests for so many seconds at each rate
  --base-port PORT   First of the ports for the node [default: free ones]
  --data DIR         Folder for what the node and the gateway keep [default: a new temporary folder]
  --logs DIR         Folder for the logs [default: the folder logs in that of the data]
  --help             Show this

Exit codes: 0 all is as it should be, 1 it is not, 2 the command line cannot be meant.
`;

/** @satisfies {import('node:util').ParseArgsConfig['options']} */
const OPTIONS = {
	...NODE_OPTIONS,
	aeo: { type: 'string', default: 'target/fast/aeo' },
	measure: { type: 'string' },
};

function readOptions(args) {
	const { values } = parse({ args, options: OPTIONS });
	if (values.help) {
		return { help: true };
	}
	const spell = values.measure === undefined ? undefined : Number(values.measure);
	if (spell !== undefined && !(spell >= 1)) {
		throw new Misuse(`--measure ${values.measure} is no number of seconds.`);
	}
	return { ...nodesOf(values), aeo: executable(values.aeo), spell };
}

/** The lists of the pilot. */
const PILOT = fileURLToPath(new URL('../../chain-specs/pilot', import.meta.url));

/** How long something may take that is sure to come, in seconds. */
const LIMIT = 60;

/** The rates at which it is measured, requests a second. */
const RATES = [100, 500, 1_000];

/** A secret for trials. */
const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

/** Mexico takes its list over, and makes an agreement with Costa Rica that needs no consent. */
async function prepare(chain, keys) {
	const { lists } = readPilot(PILOT);
	const rows = lists.MX;
	await takeOver(chain, [keys.officer('MX', 1), keys.officer('MX', 2)], rows);
	const legs = [leg('MX', 'CR', lists), leg('CR', 'MX', lists)].map((one) => {
		return { ...one, consent: 'NotNeeded' };
	});
	const call = agreementWith(chain.api, ['MX', 'CR'], legs, today('MX'));
	const proposed = await chain.submitWell(call, keys.own('MX'));
	const { agreement, terms } = chain.eventOf(proposed, 'agreements', 'AgreementProposed');
	const sign = chain.api.tx.agreements.sign(agreement, terms, today('CR'));
	const signed = await chain.submitWell(sign, keys.own('CR'));
	await signed.finality;
	return rows;
}

/** A certificate to which Costa Rica gives benefits, with what is asked of it. */
async function recognised(door, key, rows) {
	const exporters = rows.filter(({ status, roles }) => status === 'Authorised' && roles.includes('EX'));
	const questions = exporters.map(questionOf);
	const { status, json, text } = await door.evaluate(key, questions);
	assert.equal(status, 200, text);
	const place = json.answers.findIndex(({ outcome }) => outcome.Granted !== undefined);
	assert.ok(place >= 0, 'Costa Rica recognises none of them');
	return exporters[place];
}

function questionOf({ tin }) {
	return { identifier: tin, role: 'EX', direction: 'Import' };
}

/** Makes a key: `{ key, settings }`. */
async function newKey(aeo, folder, name, grantor, rights, rate = 100_000) {
	const { code, stdout, stderr } = await run(aeo, folder, [
		...['gateway', 'key', name, '--grantor', grantor],
		...['--rights', rights, '--rate', String(rate)],
	]);
	assert.equal(code, 0, stderr);
	const [key, settings] = stdout.split('\n\n');
	return { key, settings };
}

/** What is wrong, as it should be said. */
function isProblem({ status, headers, json }, expected, name) {
	assert.equal(status, expected, JSON.stringify(json));
	assert.equal(headers.get('content-type'), 'application/problem+json');
	assert.equal(json.type, `urn:aeo:problem:${name}`);
	return json;
}

const RIGHTS = 'evaluate,certificates,lists,changes,metrics';

/** Opens the gateway of Costa Rica, and who receives its webhooks. */
async function open(aeo, folder, chain, url) {
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, 'risk.secret'), `${SECRET}\n`, { mode: 0o600 });
	const receiver = await openReceiver(SECRET);
	const all = await newKey(aeo, folder, 'declarations', 'CR', RIGHTS);
	const few = await newKey(aeo, folder, 'desk', 'CR', 'certificates');
	const slow = await newKey(aeo, folder, 'slow', 'CR', 'certificates', 1);
	const settings = `nodes = ["http://127.0.0.1:1", "${url}"]
genesis = "${chain.api.genesisHash.toHex()}"
state = "state"

${[all, few, slow].map((one) => one.settings).join('\n')}
[[webhooks]]
name = "risk"
url = "${receiver.url}"
secret_file = "risk.secret"
grantor = "CR"
kinds = ["certificate"]

[office]
administration = "CR"
accounts = { own = "${new Keys(await openKeyring()).own('CR').address}" }
`;
	const door = new Door(aeo, folder, settings);
	const checked = await run(aeo, folder, ['gateway', 'check', 'gateway.toml']);
	assert.equal(checked.code, 0, checked.stderr);
	await door.start();
	await waitFor('the gateway has a node', LIMIT, async () => {
		return (await door.ask(undefined, '/readyz')).status === 200 || undefined;
	});
	return { door, receiver, all: all.key, few: few.key, slow: slow.key };
}

/** What each operation of the document is called with. */
function callsOf(firm) {
	const certificate = `/v1/certificates/MX/${encodeURIComponent(firm.certificate)}`;
	return {
		evaluate: '/v1/evaluations',
		certificate,
		history: `${certificate}/history`,
		trader: `/v1/traders/${firm.tin}`,
		list: '/v1/lists/MX',
		changes: '/v1/changes?since=1',
		document: '/v1/openapi.json',
		ready: '/readyz',
		metrics: '/metrics',
	};
}

async function askAll(checks, { door, all, few, slow }, chain, rows) {
	const firm = await recognised(door, all, rows);
	await checks.that('a firm is recognised as the node says, and all answers are of one block', async () => {
		const { json } = await door.evaluate(all, rows.map(questionOf));
		const questions = rows.map(questionOf);
		const asked = await chain.rpc('aeo_evaluateMany', ['CR', questions, json.block.number]);
		assert.deepEqual(json.answers, asked.answer);
		assert.equal(json.block.hash, asked.block_hash);
		return `${rows.length} questions`;
	});
	await checks.that('a thousand questions are answered at once, and one more is refused', async () => {
		const many = Array.from({ length: 1_000 }, (_, place) => questionOf(rows[place % rows.length]));
		const { json } = await door.evaluate(all, many);
		assert.equal(json.answers.length, 1_000);
		const problem = isProblem(await door.evaluate(all, [...many, many[0]]), 422, 'TooMany');
		assert.deepEqual([problem.code, problem.limit], [9006, 1_000]);
	});
	await checks.that('the document is OpenAPI, and each of its operations is called', async () => {
		const { json: document } = await door.ask(undefined, '/v1/openapi.json');
		const { valid, errors } = await new Validator().validate(structuredClone(document));
		assert.ok(valid, JSON.stringify(errors));
		const calls = callsOf(firm);
		const operations = Object.values(document.paths).flatMap((path) => Object.entries(path));
		for (const [method, { operationId }] of operations) {
			if (operationId === 'stream') {
				continue;
			}
			const body = JSON.stringify({ questions: [questionOf(firm)] });
			const options = method === 'post' ? { method: 'POST', body } : {};
			const { status, text } = await door.ask(all, calls[operationId], options);
			assert.equal(status, 200, `${operationId}: ${text}`);
		}
		return `${operations.length} operations`;
	});
	await checks.that('certificates, their history and their traders are what the node says', async () => {
		const calls = callsOf(firm);
		const { json: one } = await door.ask(few, calls.certificate);
		assert.equal(one.certificate.tin, firm.tin);
		const { json: trader } = await door.ask(few, calls.trader);
		assert.ok(trader.certificates.some(({ number }) => number === firm.certificate));
		assert.equal((await door.ask(few, calls.history)).json.periods.length, one.certificate.periods);
		isProblem(await door.ask(few, '/v1/certificates/MX/NOBODY'), 404, 'NoCertificate');
		isProblem(await door.ask(few, `${calls.certificate}?at=4000000000`), 404, 'UnknownBlock');
	});
	await checks.that('every metric is told that alerts and the dashboard ask for', async () => {
		const text = await waitFor('the gateway has asked how the office stands', LIMIT, async () => {
			const told = await door.ask(all, '/metrics');
			return /^aeo_gateway_office_block [1-9]/m.test(told.text) ? told.text : undefined;
		});
		const missed = missedIn(text, 'aeo_gateway');
		// Nobody has given anybody a sealed list here.
		assert.deepEqual(missed.filter((name) => !/_sealed_list_/.test(name)), []);
		const [, states] = /^aeo_gateway_office_certificates\{state="Authorised"\} (\d+)$/m.exec(text) ?? [];
		const { answer } = await chain.rpc('aeo_counts', ['CR']);
		assert.equal(Number(states), answer.states.find(({ state }) => state === 'Authorised').count);
	});
	await checks.that('a list leaves as JSON, CSV, XLSX, XML and EDIFACT', async () => {
		const { json } = await door.ask(all, '/v1/lists/MX');
		assert.equal(json.certificates.length, rows.length);
		assert.ok((await door.ask(all, json.changes)).status === 200);
		const lists = {
			csv: /MX/,
			xlsx: /^PK/,
			xml: /<RoleCode>/,
			edifact: /^UNA/,
		};
		for (const [format, expected] of Object.entries(lists)) {
			const { status, text, headers } = await door.ask(all, `/v1/lists/MX?format=${format}`);
			assert.equal(status, 200, text);
			assert.match(text, expected);
			assert.ok(Number(headers.get('aeo-block')) > 0);
		}
		isProblem(await door.ask(all, '/v1/lists/ZZ'), 400, 'NotUnderstood');
		isProblem(await door.ask(all, '/v1/lists/VA?format=csv'), 404, 'NoSuchIssuer');
	});
	await checks.that('who may not ask is told so, in the language that is asked for', async () => {
		isProblem(await door.ask(undefined, '/v1/lists/MX'), 401, 'NoKey');
		isProblem(await door.ask(`${all}0`, '/v1/lists/MX'), 401, 'NoKey');
		isProblem(await door.ask(few, '/v1/lists/MX'), 403, 'NoRight');
		isProblem(await door.ask(all, '/v1/lists/MX?grantor=MX'), 403, 'OtherGrantor');
		const spanish = { headers: { 'accept-language': 'es-CR' } };
		const problem = isProblem(await door.ask(undefined, '/v1/lists/MX', spanish), 401, 'NoKey');
		assert.match(problem.title, /Falta la clave/);
		const path = '/v1/certificates/MX/1';
		assert.notEqual((await door.ask(slow, path)).status, 429);
		const refused = await door.ask(slow, path);
		isProblem(refused, 429, 'TooFast');
		assert.ok(Number(refused.headers.get('retry-after')) >= 1);
	});
	await checks.that('what is not understood is named by its field', async () => {
		const wrong = [questionOf(firm), { ...questionOf(firm), role: 'XX' }];
		const problem = isProblem(await door.evaluate(all, wrong), 400, 'NotUnderstood');
		assert.equal(problem.errors[0].pointer, '#/questions/1/role');
		const cut = await door.ask(all, '/v1/evaluations', { method: 'POST', body: '{"questions":[' });
		isProblem(cut, 400, 'NotJson');
		const body = JSON.stringify({ questions: [], more: 'x'.repeat(1024 * 1024) });
		isProblem(await door.ask(all, '/v1/evaluations', { method: 'POST', body }), 413, 'TooLarge');
	});
	return firm;
}

async function hear(checks, { door, receiver, all }, chain, keys, firm) {
	await checks.that('a suspension is heard in the stream, and by a webhook with a good signature', async () => {
		const isIt = ({ number, what }) => number === firm.certificate && what === 'Suspended';
		const heard = door.listen(all, undefined, (entries) => entries.some(isIt));
		const elapsed = stopwatch();
		const suspension = suspensionOf(chain.api, firm.certificate);
		const { finality } = await chain.submitWell(suspension, keys.officer('MX', 1));
		const included = elapsed();
		const { entries, id } = await heard;
		const streamed = elapsed();
		assert.equal(entries.find(isIt).effect, 'ends');
		const told = await waitFor('the webhook', LIMIT, async () => {
			return receiver.messages.find(({ message }) => isIt(message.data));
		});
		assert.equal(told.message.type, 'certificate.suspended');
		assert.deepEqual(receiver.refused, []);
		const { json } = await door.evaluate(all, [questionOf(firm)]);
		assert.equal(json.answers[0].outcome.Granted, undefined);
		await finality;
		// Who comes back misses nothing, and hears nothing twice.
		const isFinal = (entry) => isIt(entry) && !entry.early;
		if (entries.find(isIt).early) {
			const { entries: rest } = await door.listen(all, id, (came) => came.some(isFinal));
			assert.equal(rest.filter(isIt).length, 1);
		}
		const webhooks = await waitFor('the webhook once more, now final', LIMIT, async () => {
			const came = receiver.messages.filter(({ message }) => isIt(message.data));
			return came.some(({ message }) => !message.data.early) ? came : undefined;
		});
		const ids = webhooks.map((one) => one.id);
		assert.equal(new Set(ids).size, ids.length);
		return `in its block after ${seconds(included)}, in the stream after ${seconds(streamed)}`;
	});
}

/** The node goes and comes back; the gateway says so, and tells nobody anything twice. */
async function failing(checks, { door, receiver, all }, node, chain, keys, rows, firm) {
	await checks.that('a node that goes is named, nothing is said without it, and it is taken again', async () => {
		await chain.close();
		const before = door.told.length;
		await node.kill();
		const refused = await waitFor('the gateway notices', LIMIT, async () => {
			const answer = await door.evaluate(all, [questionOf(firm)]);
			return answer.status === 503 ? answer : undefined;
		});
		isProblem(refused, 503, 'NoNode');
		assert.ok(Number(refused.headers.get('retry-after')) >= 1);
		assert.equal((await door.ask(undefined, '/readyz')).status, 503);
		await waitFor('the log names the node', LIMIT, async () => {
			const told = door.told.slice(before);
			return told.includes(`${node.url} does not answer`) || undefined;
		});
		await node.start();
		await waitFor('the gateway answers', LIMIT, async () => {
			return (await door.evaluate(all, [questionOf(firm)])).status === 200 || undefined;
		});
	});
	await checks.that('a webhook goes on after a restart, with what was under way and all that came', async () => {
		receiver.answer(500);
		const again = await connect(node.url);
		try {
			const other = rows.find((row) => row.status === 'Authorised' && row !== firm);
			const before = receiver.messages.length;
			await again.submitWell(suspensionOf(again.api, other.certificate), keys.officer('MX', 1));
			await waitFor('a message that is not taken', LIMIT, async () => {
				return receiver.messages.length > before || undefined;
			});
			const [{ id }] = receiver.messages.slice(before);
			await door.end('SIGKILL');
			receiver.answer(200);
			const killed = receiver.messages.length;
			await door.start();
			const next = await waitFor('the message once more', LIMIT, async () => {
				return receiver.messages[killed];
			});
			assert.equal(next.id, id);
			assert.deepEqual(receiver.refused, []);
		} finally {
			await again.close();
		}
	});
	await checks.that('it ends when it is told to, and its log has no key', async () => {
		const { told } = door;
		assert.equal(await door.end(), 0);
		assert.ok(!told.includes(all));
	});
}

/** Requests of one question at several rates, one of a thousand, and the same to the node. */
async function measure({ door, all }, chain, rows, spell) {
	const headers = { authorization: `Bearer ${all}`, 'content-type': 'application/json' };
	const url = `${door.url}/v1/evaluations`;
	const round = (number) => number.toFixed(number < 10 ? 2 : 0);
	const bodies = {
		'firms of a list of 20': (place) => questionOf(rows[place % 20]),
		'no question twice': (place) => {
			const number = `X-${place}-${Math.random().toString(36).slice(2, 8).toUpperCase()}`;
			return { ...questionOf(rows[0]), identifier: { Certificate: { issuer: 'MX', number } } };
		},
	};
	for (const [what, question] of Object.entries(bodies)) {
		for (const rate of RATES) {
			const bodyOf = (place) => JSON.stringify({ questions: [question(place)] });
			const { p50, p99, most, others, ...came } = await loadWith(url, headers, {
				...{ rate, seconds: spell, connections: 64, bodyOf },
			});
			assert.deepEqual(others, {});
			const times = `p50 ${round(p50)} ms, p99 ${round(p99)} ms, at most ${round(most)} ms`;
			say(`${rate} requests a second, ${what}: ${round(came.rate)} a second answered, ${times}`);
		}
	}
	const timed = async (count, work) => {
		const times = [];
		for (let place = 0; place < count; place += 1) {
			const elapsed = stopwatch();
			await work(place);
			times.push(elapsed() * 1000);
		}
		return times.sort((one, other) => one - other)[Math.floor(count / 2)];
	};
	const certificate = (place) => ({ Certificate: { issuer: 'MX', number: `Y-${place}` } });
	const ask = (place) => ['CR', [{ ...questionOf(rows[0]), identifier: certificate(place) }]];
	const direct = await timed(200, (place) => chain.rpc('aeo_evaluateMany', ask(place)));
	const through = await timed(200, (place) => door.evaluate(all, ask(200 + place)[1]));
	say(`one after another: ${round(direct)} ms by the node's websocket, ${round(through)} ms by the gateway (medians)`);
	const thousand = await timed(5, (place) => {
		const of = (one) => ({ ...questionOf(rows[0]), identifier: certificate(`${place}-${one}`) });
		return door.evaluate(all, Array.from({ length: 1_000 }, (_, one) => of(one)));
	});
	say(`1,000 questions in one request: ${round(thousand)} ms (median of 5)`);
}

async function play(node, data, { aeo, spell }) {
	const checks = new Checks();
	await node.start();
	const chain = await connect(node.url);
	const keys = new Keys(await openKeyring());
	let opened;
	try {
		const rows = await prepare(chain, keys);
		opened = await open(aeo, join(data, 'gateway'), chain, node.url);
		if (spell !== undefined) {
			await measure(opened, chain, rows, spell);
			return true;
		}
		const firm = await askAll(checks, opened, chain, rows);
		await hear(checks, opened, chain, keys, firm);
		await failing(checks, opened, node, chain, keys, rows, firm);
	} finally {
		opened?.receiver.end();
		await opened?.door.end('SIGKILL');
		await chain.close().catch(() => {});
	}
	say(`${checks.made - checks.failed} of ${checks.made} checks hold`);
	return checks.failed === 0;
}

await runProgram('clients/gateway/main.mjs', { HELP, readOptions }, (options) => {
	return onDevelopment(options, (node, data) => play(node, data, options));
});
