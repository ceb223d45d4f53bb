// With polkadot.js (`@polkadot/api`): reads a certificate, asks what it earns, lists, suspends, and hears of it.
// No types are given: the node's metadata has everything.
//
//     node polkadot-js.mjs ws://127.0.0.1:9944 MX-OEA-0001

import { ApiPromise, Keyring, WsProvider } from '@polkadot/api';

const [address, number] = process.argv.slice(2);
const provider = new WsProvider(address);
const api = await ApiPromise.create({ provider, noInitWarn: true });
const tell = (step, answer) => process.stdout.write(`${JSON.stringify({ step, answer })}\n`);

// Questions are methods of the node's JSON-RPC; an answer says of which block it is.
const { answer: found } = await provider.send('aeo_certificate', ['MX', number]);
tell('certificate', { tin: found.tin, roles: found.roles });

// The same questions as runtime calls, with types: `api.call.aeoApi`.
const evaluated = await api.call.aeoApi.evaluate('CR', { Tin: found.tin }, 'Exporter', 'Import');
const { answer } = /** @type {any} */ (evaluated);
const { outcome } = answer.unwrap();
const granted = outcome.isGranted ? outcome.asGranted : [];
tell('evaluation', [...granted].map(({ benefit }) => benefit.toString()));

const { answer: page } = await provider.send('aeo_list', ['CR', 'MX']);
tell('list', page.rows.map(({ certificate }) => certificate.number));

// A batch for each block that tells something, from now on.
const heard = new Promise((resolve, reject) => {
	const hear = (error, batch) => {
		const entry = batch?.entries.find((one) => one.number === number);
		if (error) {
			reject(error);
		} else if (entry !== undefined) {
			resolve(entry);
		}
	};
	provider.subscribe('aeo_change', 'aeo_subscribeChanges', ['CR'], hear).catch(reject);
});

// An officer's key: on a real chain it comes from a wallet or a file, never from a program.
const officer = new Keyring({ type: 'sr25519' }).addFromUri('//MX//officer//1');
const document = `0x${'5a'.repeat(32)}`;
const suspension = api.tx.suspensions.suspend({ Number: number }, 'Full', 'Open', 'Authority', document);
await new Promise((resolve, reject) => {
	suspension
		.signAndSend(officer, { nonce: -1 }, ({ status, dispatchError }) => {
			if (dispatchError !== undefined) {
				reject(new Error(api.registry.findMetaError(dispatchError.asModule).name));
			} else if (status.isFinalized) {
				resolve(undefined);
			}
		})
		.catch(reject);
});
tell('suspension', 'final');

const entry = await heard;
tell('change', entry.number);
await api.disconnect();
