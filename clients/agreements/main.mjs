// The program behind `make agreements`: agreements from files, on a development chain.

import WebSocket from 'ws';
import { connect } from '../chain/chain.mjs';
import { Keys, openKeyring } from '../chain/keyring.mjs';
import { onDevelopment, runProgram } from '../network/program.mjs';
import { say, seconds } from '../network/text.mjs';
import { stopwatch } from '../network/wait.mjs';
import { ensureKnown } from './codes.mjs';
import { readAdministrations, readAgreement } from './files.mjs';
import { certifyAll } from './firms.mjs';
import { legsOf } from './legs.mjs';
import { admitAll, getReady } from './members.mjs';
import * as commandLine from './options.mjs';
import { PacedChain } from './pace.mjs';
import { agree } from './signing.mjs';
import { verify } from './verify.mjs';

/** How long a node may take to answer a first time, in milliseconds. */
const REACH_LIMIT = 10_000;

/** Makes the agreements on the chain of a node. Gives whether all is as the files say. */
async function makeAgreements(url, { administrations, agreements }) {
	const elapsed = stopwatch();
	await reach(url);
	const chain = await connect(url, PacedChain);
	try {
		await ensureAeoChain(chain, url);
		await settle(chain);
		for (const agreement of agreements) {
			ensureKnown(chain.api.registry, agreement, legsOf(agreement, administrations));
		}
		const world = { chain, administrations, keys: new Keys(await openKeyring()) };
		const parties = agreements.flatMap((agreement) => Object.keys(agreement.parties));
		const territories = [...new Set(parties)].sort();
		await admitAll(world, territories);
		await getReady(world, territories);
		const made = [];
		for (const agreement of agreements) {
			made.push({ agreement, number: await agree(world, agreement) });
		}
		await certifyAll(world, territories, agreements);
		return await verify(world, made);
	} finally {
		await chain.close();
		say(`Done in ${seconds(elapsed())}.`);
	}
}

/** Fails with a sentence unless somebody answers there. */
async function reach(url) {
	const socket = new WebSocket(url, { handshakeTimeout: REACH_LIMIT });
	try {
		await new Promise((resolve, reject) => {
			socket.once('open', resolve);
			socket.once('error', reject);
		});
	} catch (error) {
		throw new Error(
			`No node answers at ${url} (${error.code ?? error.message}). Start one with` +
				' `aeo-node --dev` or `make run`, or name another by --url.',
			{ cause: error },
		);
	} finally {
		socket.terminate();
	}
}

/** Fails with a sentence where the chain is none of ours. */
async function ensureAeoChain({ api }, url) {
	if (api.tx.agreements?.propose === undefined || api.call.aeoApi === undefined) {
		const name = await api.rpc.system.chain();
		throw new Error(`The chain ${name} at ${url} has no agreements: it is no aeo-chain.`);
	}
}

/** Lets what waits in the pool get into a block: an earlier run may have left it there. */
async function settle(chain) {
	const waiting = await chain.rpc('author_pendingExtrinsics');
	if (waiting.length > 0) {
		say(`${waiting.length} transactions wait already; the next two blocks are awaited.`);
		await chain.passBlocks(2);
	}
}

/** The files, read and checked before anything is started. */
function readFiles(paths) {
	const administrations = readAdministrations();
	const agreements = paths.map((path) => readAgreement(path, administrations));
	const titles = agreements.map(({ title }) => title);
	const twice = titles.find((title, place) => titles.indexOf(title) !== place);
	if (twice !== undefined) {
		throw new Error(`Two files have the title ${twice}: by the title an agreement is known.`);
	}
	return { administrations, agreements };
}

await runProgram('clients/agreements/main.mjs', commandLine, async (options) => {
	const files = readFiles(options.files);
	if (options.node !== undefined) {
		return onDevelopment(options, async (node) => {
			await node.start();
			return makeAgreements(node.url, files);
		});
	}
	return (await makeAgreements(options.url, files)) ? 0 : 1;
});
