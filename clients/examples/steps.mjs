// What an example does through PAPI (`polkadot-api`), whoever answers: a node that is believed, or a light client
// that checks what nodes tell. The types come from the chain's metadata; `papi generate` writes them down for an
// editor, as the portal does.

import { Keyring } from '@polkadot/keyring';
import { cryptoWaitReady } from '@polkadot/util-crypto';
import { Enum } from 'polkadot-api';
import { getPolkadotSigner } from 'polkadot-api/signer';

/** Reads a certificate, asks what it earns, lists, suspends, and hears of it. */
export async function takeSteps(client, number) {
	const tell = (step, answer) => process.stdout.write(`${JSON.stringify({ step, answer })}\n`);
	const api = client.getUnsafeApi();
	const { AeoApi } = api.apis;

	// Questions are calls of the runtime: a light client asks for a proof and runs them itself.
	const { answer: found } = await AeoApi.certificate(Enum('MX'), number);
	tell('certificate', { tin: found.tin, roles: found.roles.map(({ type }) => type) });

	const firm = Enum('Tin', found.tin);
	const { answer } = await AeoApi.evaluate(Enum('CR'), firm, Enum('Exporter'), Enum('Import'));
	const granted = answer.outcome.type === 'Granted' ? answer.outcome.value : [];
	tell('evaluation', granted.map(({ benefit }) => benefit.type));

	const { answer: page } = await AeoApi.list(Enum('CR'), Enum('MX'), undefined, 500);
	tell('list', page.rows.map(({ certificate }) => certificate.number));

	// Events of final blocks: what is heard can't be undone.
	const heard = new Promise((resolve, reject) => {
		const next = ({ events }) => {
			const own = events.find(({ payload }) => payload.number === number);
			if (own !== undefined) {
				resolve(own.payload);
			}
		};
		api.event.Benefits.BenefitsChanged.watch().subscribe({ next, error: reject });
	});

	// An officer's key: on a real chain it comes from a wallet or a file, never from a program.
	await cryptoWaitReady();
	const pair = new Keyring({ type: 'sr25519' }).addFromUri('//MX//officer//2');
	const signer = getPolkadotSigner(pair.publicKey, 'Sr25519', (bytes) => pair.sign(bytes));
	const suspension = api.tx.Suspensions.suspend({
		subject: Enum('Number', number),
		scope: Enum('Full'),
		end: Enum('Open'),
		ground: Enum('Authority'),
		document: `0x${'5a'.repeat(32)}`,
	});
	const { ok, dispatchError } = await suspension.signAndSubmit(signer);
	if (!ok) {
		throw new Error(JSON.stringify(dispatchError));
	}
	tell('suspension', 'final');

	const change = await heard;
	tell('change', change.number);
}
