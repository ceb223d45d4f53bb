// Measures how long an issuer with many certificates needs to bring the sealed lists of many readers up to
// date: `aeo sealed sync` on one node whose chain begins with the certificates.

import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { agreementWith } from '../chain/calls.mjs';
import { connect } from '../chain/chain.mjs';
import { today } from '../chain/clock.mjs';
import { Keys, newEncryptionKey, openKeyring } from '../chain/keyring.mjs';
import { leg } from '../firms/offers.mjs';
import { FAST, writeRegistry, writeSpec } from '../network/filled.mjs';
import { Office } from '../network/office.mjs';
import { NODE_OPTIONS, Misuse, executable, nodesOf, parse } from '../network/options.mjs';
import { inFolder, openNetwork, runProgram } from '../network/program.mjs';
import { freeBase } from '../network/nodes.mjs';
import { say, seconds } from '../network/text.mjs';
import { stopwatch } from '../network/wait.mjs';

const HELP = `Usage: node clients/offices/readers.mjs [OPTIONS]

Measures \`aeo sealed sync\`: the first lists of all readers, a round without a change, and one after a change.

Options:
  --node PATH        The aeo-node to run [default: target/fast/aeo-node]
  --aeo PATH         The command line to use [default: target/fast/aeo]
  --load PATH        aeo-load, which makes the certificates [default: target/fast/aeo-load]
  --certificates N   How many certificates Mexico has [default: 20000]
  --readers N        With how many administrations it shares them, 16 at most [default: 10]
  --base-port PORT   First of the ports for the node [default: free ones]
  --data DIR         Folder for what the node and the office keep [default: a new temporary folder]
  --logs DIR         Folder for the logs [default: the folder logs in that of the data]
  --help             Show this

Exit codes: 0 measured, 1 it could not be, 2 the command line cannot be meant.
`;

/** @satisfies {import('node:util').ParseArgsConfig['options']} */
const OPTIONS = {
	...NODE_OPTIONS,
	aeo: { type: 'string', default: 'target/fast/aeo' },
	load: { type: 'string', default: 'target/fast/aeo-load' },
	certificates: { type: 'string', default: '20000' },
	readers: { type: 'string', default: '10' },
};

/** The administrations that may read, of whom the development chain has none. */
const READERS = 'AR BO BR CA DO EC GT HN JP NI NZ PA PY SG SV US'.split(' ');

/** All that can be shared of a certificate. */
const CLASSES = ['Identity', 'Contact', 'Reason'];

function readOptions(args) {
	const { values } = parse({ args, options: OPTIONS });
	if (values.help) {
		return { help: true };
	}
	return {
		...nodesOf(values),
		aeo: executable(values.aeo),
		load: executable(values.load),
		certificates: count('certificates', values.certificates, 1_000_000),
		readers: count('readers', values.readers, READERS.length),
	};
}

function count(name, text, most) {
	const number = Number(text);
	if (!/^\d+$/.test(text) || number < 1 || number > most) {
		throw new Misuse(`--${name} ${text} is not a number from 1 to ${most}.`);
	}
	return number;
}

/** Writes a chain with the readers among its administrations, and with the certificates. */
async function specify(options, keys, readers, folder) {
	const path = join(folder, 'spec.json');
	const officer = keys.officer('MX', 1);
	writeSpec(options.node, path, {}, []);
	const spec = JSON.parse(readFileSync(path, 'utf8'));
	const { administrations } = spec.genesis.runtimeGenesis.patch.administrations;
	for (const territory of readers) {
		administrations.push({
			...administrations[0],
			territory,
			account: keys.own(territory).address,
			officers: [],
			encryptionKey: newEncryptionKey(),
			validating: false,
		});
	}
	writeFileSync(path, JSON.stringify(spec));
	const out = join(folder, 'registry.json');
	const tins = join(folder, 'tins.txt');
	const { node: binary, load, certificates } = options;
	writeRegistry({ binary, load, path, out, tins, certificates, officer });
	return { out, tins: readFileSync(tins, 'utf8').trimEnd().split('\n') };
}

/** Mexico makes an agreement with each of the readers, which shares everything. */
async function agree(chain, keys, readers) {
	const lists = { MX: [{ programme: FAST, type: 'OEA' }] };
	for (const reader of readers) {
		const shared = { ...leg('MX', reader, lists), consent: 'NotNeeded', dataClasses: CLASSES };
		const call = agreementWith(chain.api, ['MX', reader], [shared], today('MX'));
		const proposed = await chain.submitWell(call, keys.own('MX'));
		const { agreement, terms } = chain.eventOf(proposed, 'agreements', 'AgreementProposed');
		const signature = chain.api.tx.agreements.sign(agreement, terms, today('MX'));
		const { finality } = await chain.submitWell(signature, keys.own(reader));
		await finality;
	}
}

/** The number of the certificate at a place, as aeo-load gives it. */
function numberAt(place) {
	return `MX-${String(place).padStart(7, '0')}`;
}

/** A registry of invented firms, each with one site and one reason. */
function writeOffice(folder, tins) {
	mkdirSync(folder, { recursive: true });
	const address = 'Calle 5 de Mayo 525,Manzanillo,Colima,28210,MX';
	const write = (name, head, rowOf) => {
		writeFileSync(join(folder, name), `${[head, ...tins.map(rowOf)].join('\n')}\n`);
	};
	write(
		'certificates.csv',
		'certificate,tin,name,trade_name,address,city,subdivision,postcode,country,aliases,office_id,office,' +
			'contact_1_function,contact_1_email,contact_1_telephone',
		(tin, place) =>
			`${numberAt(place)},${tin},Comercial ${tin.slice(2)} S.A.,,${address},,1,Oficina,Cumplimiento,` +
			`aduanas@${tin.toLowerCase()}.example,`,
	);
	write(
		'sites.csv',
		'certificate,name,locode,roles,address,city,subdivision,postcode,country,validated',
		(_, place) => `${numberAt(place)},,MXZLO,EX,${address},2025-01-13`,
	);
	write('reasons.csv', 'certificate,period,code,text', (_, place) => `${numberAt(place)},0,R07,`);
}

/** Runs a round of sync, and tells how long it took. */
async function round(office, registry, what) {
	const elapsed = stopwatch();
	const lines = await office.sync(registry);
	say(`${what}: ${seconds(elapsed())}, ${lines.length} lists published`);
	return lines;
}

async function measure(options, data, logs) {
	const keys = new Keys(await openKeyring());
	const readers = READERS.slice(0, options.readers);
	mkdirSync(data, { recursive: true });
	const { out, tins } = await specify(options, keys, readers, data);
	const chain = ['--chain', out, '--alice', '--validator', '--force-authoring'];
	const base = options.base ?? (await freeBase(1));
	const network = openNetwork({ binary: options.node, data, logs, base, chain });
	const node = network.add({ id: 'issuer', name: 'the measured node', options: [] });
	await node.start();
	await node.firstBlock();
	const connection = await connect(node.url);
	await agree(connection, keys, readers);
	const registry = join(data, 'registry');
	writeOffice(registry, tins);
	const office = new Office(options.aeo, join(data, 'office'), 'MX', node);
	await office.importKey();
	const lists = readers.length + 1;
	say(`${tins.length} certificates, ${readers.length} readers of ${CLASSES.length} classes:`);
	assert.equal((await round(office, registry, 'first lists')).length, lists);
	assert.equal((await round(office, registry, 'nothing changed')).length, 0);
	const path = join(registry, 'certificates.csv');
	writeFileSync(path, readFileSync(path, 'utf8').replace('S.A.', 'S.A. de C.V.'));
	assert.equal((await round(office, registry, 'one certificate changed')).length, lists);
	await connection.close();
	return true;
}

await runProgram('clients/offices/readers.mjs', { HELP, readOptions }, (options) => {
	return inFolder(options, ({ data, logs }) => measure(options, data, logs));
});
