// What the core of the registry does as a contract, on an EVM in memory without consensus: the figure
// that the chain's own rates are compared with. See HELP.

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import solc from 'solc';
import { createPublicClient, encodeDeployData, encodeFunctionData, http, pad, toHex } from 'viem';
import { mnemonicToAccount } from 'viem/accounts';
import { foundry } from 'viem/chains';
import { freeBase } from '../../network/nodes.mjs';
import { Misuse, parse } from '../../network/options.mjs';

const HELP = `Usage: node clients/bench/peers/main.mjs [--size N] [--runs N] [--json]

Measures suspend, acknowledge and grant of Registry.sol on anvil: transactions are signed beforehand by
100 officers, handed in in batches of 100, and put into blocks of one second. The rate is that from the
first transaction handed in to the last one in a block.

  --size N   transactions of one run (6000)
  --runs N   how often each is measured (3)
  --json     one line of JSON for each figure
  --help     this text

Once before: npm ci --prefix clients/bench/peers
`;

/** The development mnemonic of the tool; its keys are public. */
const MNEMONIC = 'test test test test test test test test test test test junk';

const OFFICERS = 100;

/** Requests of one batch, and batches on their way at one time, as aeo-load has them. */
const BATCH = 100;
const AT_ONCE = 4;

/** Milliseconds between two looks for a block. */
const POLL = 50;

/** Certificates of one taking-over, and the gas that is enough for it and for any other call. */
const TAKEN = 50;
const MUCH_GAS = 60_000_000n;
const GAS = 400_000n;
const BLOCK_GAS = 30_000_000_000n;

const [ISSUER, GRANTOR] = ['MX', 'CR'].map((territory) => toHex(territory));
const KIND = toHex('OEA', { size: 8 });
const EXPORTER = 1;
const IMPORT = 0;
const FULL = 1;
const DOCUMENT = pad('0x07', { size: 32 });

const numberOf = (place) => toHex(`MX-${place}`, { size: 20 });
const traderOf = (place) => toHex(BigInt(place) + 1n, { size: 32 });
const word = (value) => toHex(BigInt(value), { size: 32 });

/** The contract, compiled. */
function compiled() {
	const content = readFileSync(new URL('Registry.sol', import.meta.url), 'utf8');
	const input = {
		language: 'Solidity',
		sources: { 'Registry.sol': { content } },
		settings: {
			optimizer: { enabled: true, runs: 10_000 },
			outputSelection: { '*': { '*': ['abi', 'evm.bytecode.object'] } },
		},
	};
	const { contracts, errors = [] } = JSON.parse(solc.compile(JSON.stringify(input)));
	const wrong = errors.filter(({ severity }) => severity === 'error');
	if (wrong.length > 0) {
		throw new Error(wrong.map(({ formattedMessage }) => formattedMessage).join('\n'));
	}
	const { abi, evm } = contracts['Registry.sol'].Registry;
	return { abi, bytecode: `0x${evm.bytecode.object}` };
}

/** An EVM with one-second blocks, and what is asked of it. */
class Evm {
	#id = 0;
	#nonces = new Map();

	constructor(process_, url) {
		this.process = process_;
		this.url = url;
		this.client = createPublicClient({ chain: foundry, transport: http(url) });
	}

	static async start() {
		const port = await freeBase(1);
		const args = ['--port', `${port}`, '--block-time', '1', '--gas-limit', `${BLOCK_GAS}`];
		args.push('--accounts', '1', '--order', 'fifo', '--block-base-fee-per-gas', '0', '--gas-price', '0');
		args.push('--prune-history', '--quiet');
		const binary = new URL('node_modules/.bin/anvil', import.meta.url);
		const started = spawn(binary.pathname, args, { stdio: ['ignore', 'ignore', 'inherit'] });
		const evm = new Evm(started, `http://127.0.0.1:${port}`);
		for (let attempt = 0; ; attempt += 1) {
			try {
				await evm.client.getBlockNumber();
				return evm;
			} catch (error) {
				if (attempt === 50) {
					throw new Error(`anvil does not answer: ${error.message}`, { cause: error });
				}
				await new Promise((resolve) => setTimeout(resolve, 200));
			}
		}
	}

	/** Hands requests in as one batch, and fails on the first that is refused. */
	async batch(requests) {
		const body = requests.map(([method, params]) => {
			this.#id += 1;
			return { jsonrpc: '2.0', id: this.#id, method, params };
		});
		const headers = { 'content-type': 'application/json' };
		const reply = await fetch(this.url, { method: 'POST', headers, body: JSON.stringify(body) });
		const answer = await reply.json();
		const answers = Array.isArray(answer) ? answer : [answer];
		const refused = answers.find(({ error }) => error !== undefined);
		if (refused !== undefined) {
			throw new Error(refused.error.message);
		}
		return answers.map(({ result }) => result);
	}

	/** A transaction, signed with the next nonce of its account. */
	async sign(account, to, data, gas = GAS) {
		const nonce = this.#nonces.get(account.address) ?? 0;
		this.#nonces.set(account.address, nonce + 1);
		const fee = { maxFeePerGas: 0n, maxPriorityFeePerGas: 0n };
		const transaction = { chainId: foundry.id, type: 'eip1559', to, data, gas, nonce, ...fee };
		return account.signTransaction(transaction);
	}

	/**
	 * Hands signed transactions in, and reads blocks until all are in one. Gives the seconds that took, and
	 * the receipt of the last.
	 */
	async send(signed) {
		const began = performance.now();
		const batches = [];
		for (let from = 0; from < signed.length; from += BATCH) {
			batches.push(signed.slice(from, from + BATCH));
		}
		let next = Number(await this.client.getBlockNumber()) + 1;
		const waiting = new Set();
		const lane = async () => {
			for (let batch = batches.shift(); batch !== undefined; batch = batches.shift()) {
				const hashes = await this.batch(batch.map((bytes) => ['eth_sendRawTransaction', [bytes]]));
				hashes.forEach((hash) => waiting.add(hash));
			}
		};
		await Promise.all(Array.from({ length: AT_ONCE }, lane));
		let last = performance.now();
		let hash;
		while (waiting.size > 0) {
			const [block] = await this.batch([['eth_getBlockByNumber', [toHex(next), false]]]);
			if (block === null) {
				await new Promise((resolve) => setTimeout(resolve, POLL));
				continue;
			}
			last = performance.now();
			for (hash of block.transactions) {
				waiting.delete(hash);
			}
			await this.#ensureSuccess(block.number, block.transactions.length);
			next += 1;
		}
		const [receipt] = await this.batch([['eth_getTransactionReceipt', [hash ?? null]]]);
		return { seconds: (last - began) / 1_000, receipt };
	}

	/** Fails where a transaction of a block has failed. */
	async #ensureSuccess(number, count) {
		const [receipts] = await this.batch([['eth_getBlockReceipts', [number]]]);
		if (receipts.length !== count || receipts.some(({ status }) => status !== '0x1')) {
			throw new Error(`a transaction of block ${Number(number)} failed.`);
		}
	}
}

/** The contract on an EVM, and its officers. */
class Registry {
	#held = 0;

	constructor(evm, { abi, bytecode }) {
		this.evm = evm;
		this.abi = abi;
		this.bytecode = bytecode;
		const account = (index) => mnemonicToAccount(MNEMONIC, { addressIndex: index });
		this.issuers = Array.from({ length: OFFICERS }, (_, place) => account(place + 1));
		this.grantors = Array.from({ length: OFFICERS }, (_, place) => account(OFFICERS + place + 1));
	}

	data(functionName, args) {
		return encodeFunctionData({ abi: this.abi, functionName, args });
	}

	async begin() {
		const officers = [this.issuers, this.grantors].map((some) => some.map(({ address }) => address));
		const { abi, bytecode } = this;
		const data = encodeDeployData({ abi, bytecode, args: [[ISSUER, GRANTOR], officers] });
		const deploy = await this.evm.sign(this.issuers[0], undefined, data, MUCH_GAS);
		const { receipt } = await this.evm.send([deploy]);
		this.address = receipt.contractAddress;
		const leg = { inForce: true, kind: KIND, roles: 1 << EXPORTER, directions: 1 << IMPORT, benefits: 3 };
		await this.#send(this.grantors, [['recognise', [ISSUER, leg]]]);
	}

	async #send(officers, calls, gas = GAS) {
		const signed = [];
		for (const [place, [name, args]] of calls.entries()) {
			const officer = officers[place % officers.length];
			signed.push(await this.evm.sign(officer, this.address, this.data(name, args), gas));
		}
		return this.evm.send(signed);
	}

	/** Takes over certificates until there are so many. */
	async hold(total) {
		const calls = [];
		for (; this.#held < total; this.#held += TAKEN) {
			const places = Array.from({ length: TAKEN }, (_, place) => this.#held + place);
			calls.push(['takeOver', [places.map(numberOf), places.map(traderOf), KIND, 1 << EXPORTER]]);
		}
		await this.#send(this.issuers, calls, MUCH_GAS);
	}

	/** The calls that are measured, each of which can be made once for a place. */
	async measure(name, places) {
		const { officers, call } = {
			grant: {
				officers: this.grantors,
				call: (place) => [word(place), ISSUER, traderOf(place), EXPORTER, IMPORT],
			},
			acknowledge: { officers: this.grantors, call: (place) => [ISSUER, numberOf(place)] },
			suspend: { officers: this.issuers, call: (place) => [numberOf(place), FULL, DOCUMENT] },
		}[name];
		const { seconds } = await this.#send(
			officers,
			places.map((place) => [name, call(place)]),
		);
		return places.length / seconds;
	}
}

/** @satisfies {import('node:util').ParseArgsConfig['options']} */
const OPTIONS = {
	size: { type: 'string', default: '6000' },
	runs: { type: 'string', default: '3' },
	json: { type: 'boolean', default: false },
	help: { type: 'boolean', default: false },
};

function readOptions(args) {
	const { values } = parse({ args, options: OPTIONS }, ({ message }) => `${message}\n${HELP}`);
	const count = (name) => {
		const value = Number(values[name]);
		if (!Number.isInteger(value) || value < 1) {
			throw new Misuse(`--${name}: ${values[name]} is no number of at least 1.`);
		}
		return value;
	};
	return { ...values, size: count('size'), runs: count('runs') };
}

async function main() {
	const options = readOptions(process.argv.slice(2));
	if (options.help) {
		process.stdout.write(HELP);
		return;
	}
	const evm = await Evm.start();
	try {
		const registry = new Registry(evm, compiled());
		await registry.begin();
		await registry.hold(options.size * options.runs);
		const machine = { cpu: cpus()[0].model, cores: cpus().length };
		for (const name of ['grant', 'acknowledge', 'suspend']) {
			const values = [];
			for (let run = 0; run < options.runs; run += 1) {
				const places = Array.from({ length: options.size }, (_, place) => run * options.size + place);
				values.push(await registry.measure(name, places));
			}
			const sorted = values.toSorted((a, b) => a - b).map((value) => Math.round(value));
			const median = sorted[Math.floor(sorted.length / 2)];
			const figure = { name: `${name}, EVM in memory`, unit: 'tx/s', median, values: sorted, machine };
			const words = `${figure.name}: ${median} tx/s (${sorted[0]} to ${sorted.at(-1)})`;
			console.log(options.json ? JSON.stringify(figure) : words);
		}
	} finally {
		evm.process.kill();
	}
}

try {
	await main();
} catch (error) {
	process.stderr.write(`${error.message}\n`);
	process.exit(1);
}
