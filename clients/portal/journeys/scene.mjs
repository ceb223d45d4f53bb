// The scene of the journeys: a development chain with an agreement, certified firms, one that is suspended,
// a linked account with benefits to its name, a decision that waits and an open motion.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { clearUses, commitmentTo, documentOf, grantOf, suspensionOf } from '../../chain/calls.mjs';
import { today } from '../../chain/clock.mjs';
import { Keys, openKeyring } from '../../chain/keyring.mjs';
import { takeDecision } from '../../chain/decisions.mjs';
import { authorisation, authorisationOf, firmWith } from '../../firms/firms.mjs';
import { tinOf } from '../../firms/numbers.mjs';
import { agreementOf } from '../../firms/offers.mjs';

/** The certified firms. */
export const FIRMS = {
	/** In force, to be looked at. */
	exporter: { tin: 'MXNWM9709244W4', certificate: 'MX-OEA-0001', roles: ['EX', 'IM'] },
	/** Suspended by the scene. */
	suspended: { tin: tinOf('MX', 1), certificate: 'MX-OEA-0002' },
	/** In force, to be suspended by a journey, one for each language. */
	en: { tin: tinOf('MX', 2), certificate: 'MX-OEA-0003' },
	es: { tin: tinOf('MX', 3), certificate: 'MX-OEA-0004' },
};

/** The certificates whose decisions wait, one for each language. */
export const WAITING = { en: 'MX-OEA-0101', es: 'MX-OEA-0102' };

/** The password of all key files of the scene. */
export const PASSWORD = 'correct horse battery';

/** A key file as polkadot.js exports it. */
function writeKeyFile(folder, name, pair) {
	const path = join(folder, `${name}.json`);
	const json = pair.toJson(PASSWORD);
	writeFileSync(path, JSON.stringify({ ...json, meta: { name } }), { mode: 0o600 });
	return path;
}

/** Sets the scene on a chain, and writes the key files into a folder. Gives their paths by name. */
export async function setScene(chain, folder) {
	mkdirSync(folder, { recursive: true });
	const keys = new Keys(await openKeyring());
	const { api } = chain;
	const { tx } = api;
	const desk = [keys.officer('MX', 1), keys.officer('MX', 2)];
	const day = today('MX');
	const lists = { MX: [firmWith(FIRMS.exporter)], CR: [firmWith({ programme: 'PROFAC', type: 'OEA' })] };
	const proposed = await chain.submitWell(
		agreementOf(api, ['MX', 'CR'], lists, day),
		keys.own('MX'),
	);
	const { agreement, terms } = chain.eventOf(proposed, 'agreements', 'AgreementProposed');
	await chain.submitWell(tx.agreements.sign(agreement, terms, day), keys.own('CR'));
	await chain.submitWell(clearUses(api), keys.own('CR'));
	for (const firm of Object.values(FIRMS)) {
		const row = firmWith(firm);
		await takeDecision(chain, desk, row.certificate, authorisationOf(row));
	}
	const { exporter, suspended } = FIRMS;
	await chain.submitWell(suspensionOf(api, suspended.certificate), desk[0]);
	const waiting = Object.values(WAITING).map((certificate, place) => {
		return firmWith({ tin: tinOf('MX', 10 + place), certificate });
	});
	for (const row of waiting) {
		await chain.submitWell(authorisation(api, row), desk[0]);
	}
	const holder = keys.firm(exporter.tin);
	const instrument = documentOf('instrument of the exporter');
	await chain.submitWell(tx.identities.offerAccount(exporter.tin, holder.address, instrument), desk[0]);
	await chain.submitWell(tx.identities.acceptAccount(exporter.tin), holder);
	const grant = grantOf(api, commitmentTo('declaration 1'), exporter.tin, 'EX', 'Import');
	await chain.submitWell(grant, keys.officer('CR', 1));
	const quarantine = tx.administrations.quarantine('PE');
	const motion = tx.council.propose(3, quarantine, quarantine.encodedLength);
	const { finality } = await chain.submitWell(motion, keys.own('CR'));
	// The page shows what is final.
	await finality;
	return {
		maker: writeKeyFile(folder, 'maker', desk[0]),
		checker: writeKeyFile(folder, 'checker', desk[1]),
		holder: writeKeyFile(folder, 'holder', holder),
		member: writeKeyFile(folder, 'member', keys.own('MX')),
		nobody: writeKeyFile(folder, 'nobody', keys.firm('nobody')),
	};
}
