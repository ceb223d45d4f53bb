// Prints a call in hexadecimal digits, made from text: for *Developer → Extrinsics → Decode* in
// polkadot.js Apps, for `--encodedCall` of `@polkadot/api-cli`, and for calls that other calls take.

import { readFileSync } from 'node:fs';
import { ApiPromise, WsProvider } from '@polkadot/api';

const HELP = `Usage: node clients/call.mjs --ws URL PALLET.CALL [ARGUMENT …]

Prints the call in hexadecimal digits. It asks the node at URL how calls are written there, and sends
nothing. An argument is JSON, or text; @FILE is what the file holds.
`;

/** An argument as it was meant: JSON, or text. */
function read(argument) {
	const text = argument.startsWith('@') ? readFileSync(argument.slice(1), 'utf8') : argument;
	try {
		return JSON.parse(text);
	} catch (error) {
		if (/^\s*[[{]/.test(text)) {
			throw new Error(`${argument.slice(0, 40)} is no JSON: ${error.message}`, {
				cause: error,
			});
		}
		return text.trim();
	}
}

/** The call of this name on the chain at `url`, as hex. */
async function encode(url, name, values) {
	const provider = new WsProvider(url, false);
	await provider.connect();
	const api = await ApiPromise.create({ provider, noInitWarn: true, throwOnConnect: true });
	try {
		const [pallet, call] = name.split('.');
		const make = api.tx[pallet]?.[call];
		if (make === undefined) {
			throw new Error(`The chain has no call ${name}.`);
		}
		return make(...values).method.toHex();
	} finally {
		await api.disconnect();
	}
}

const [option, url, name, ...rest] = process.argv.slice(2);
if (option !== '--ws' || name === undefined) {
	process.stderr.write(HELP);
	process.exitCode = 2;
} else {
	try {
		process.stdout.write(`${await encode(url, name, rest.map(read))}\n`);
	} catch (error) {
		process.stderr.write(`${error.message}\n`);
		process.exitCode = 1;
	}
}
