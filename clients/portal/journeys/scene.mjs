// The scene of the journeys: a development chain with an agreement, certified firms, one that is suspended,
// a linked account with benefits to its name, a decision that waits and an open motion.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { appointmentOf, clearUses, commitmentTo, documentOf, grantOf, suspensionOf } from '../../chain/calls.mjs';
import { today } from '../../chain/clock.mjs';
import { Keys, openKeyring } from '../../chain/keyring.mjs';
import { takeDecision } from '../../chain/decisions.mjs';
import { authorisation, authorisationOf, firmWith, takenOver } from '../../firms/firms.mjs';
import { tinOf } from '../../firms/numbers.mjs';
import { agreementOf } from '../../firms/offers.mjs';

/** The certified firms. */
export const FIRMS = {
	/** In force, to be looked at. */
	exporter: { tin: 'MXNWM9709244W4', certificate: 'MX-OEA-0001', roles: ['EX', 'IM'] },
	/** Whose account is linked, and who says consent, asks and answers. */
	holder: { tin: tinOf('MX', 4), certificate: 'MX-OEA-0005' },
	/** Suspended by the scene. */
	suspended: { tin: tinOf('MX', 1), certificate: 'MX-OEA-0002' },
	/** In force, to be suspended by a journey, one for each language. */
	en: { tin: tinOf('MX', 2), certificate: 'MX-OEA-0003' },
	es: { tin: tinOf('MX', 3), certificate: 'MX-OEA-0004' },
};

/** A firm of Costa Rica, for whose certificate Mexico gives benefits. */
export const PARTNER = { tin: tinOf('CR', 1), certificate: 'CR-PROFAC-0001', programme: 'PROFAC', type: 'OEA' };

/** The firms that journeys certify, one for each language; and the first of those that are on their lists. */
export const NEW = {
	en: { tin: tinOf('MX', 20), certificate: 'MX-OEA-0201', list: 30 },
	es: { tin: tinOf('MX', 21), certificate: 'MX-OEA-0202', list: 40 },
};

/** The firms whose certificates journeys correct and annul, one for each language. */
export const CORRECTED = {
	en: { tin: tinOf('MX', 50), certificate: 'MX-OEA-0301' },
	es: { tin: tinOf('MX', 51), certificate: 'MX-OEA-0302' },
};

/** The firms that are suspended without a mouse, and those that are certified so. */
export const KEYED = {
	en: { tin: tinOf('MX', 52), certificate: 'MX-OEA-0303' },
	es: { tin: tinOf('MX', 53), certificate: 'MX-OEA-0304' },
};
export const NEW_BY_KEYS = {
	en: { tin: tinOf('MX', 54), certificate: 'MX-OEA-0305' },
	es: { tin: tinOf('MX', 55), certificate: 'MX-OEA-0306' },
};

/** The applications that came on paper: for each language one to be granted, and one that is not. */
export const APPLICANTS = {
	en: [56, 57].map((place) => ({ tin: tinOf('MX', place), certificate: `MX-OEA-04${place}` })),
	es: [58, 59].map((place) => ({ tin: tinOf('MX', place), certificate: `MX-OEA-04${place}` })),
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

/** Mexico and Costa Rica give benefits for each other's certificates. */
async function agree(chain, keys) {
	const { tx } = chain.api;
	const day = today('MX');
	const lists = { MX: [firmWith(FIRMS.exporter)], CR: [firmWith(PARTNER)] };
	const call = agreementOf(chain.api, ['MX', 'CR'], lists, day);
	const proposed = await chain.submitWell(call, keys.own('MX'));
	const { agreement, terms } = chain.eventOf(proposed, 'agreements', 'AgreementProposed');
	await chain.submitWell(tx.agreements.sign(agreement, terms, day), keys.own('CR'));
}

/** Sets the scene on a chain, and writes the key files into a folder. Gives their paths by name. */
export async function setScene(chain, folder) {
	mkdirSync(folder, { recursive: true });
	const keys = new Keys(await openKeyring());
	const { api } = chain;
	const { tx } = api;
	// Two pairs of officers work side by side, as what an account signs goes one after the other.
	const desk = [keys.officer('MX', 1), keys.officer('MX', 2)];
	const otherDesk = [keys.officer('MX', 3), keys.officer('MX', 4)];
	const partners = [keys.officer('CR', 1), keys.officer('CR', 2)];
	const { holder: firm, suspended } = FIRMS;
	const waiting = Object.values(WAITING).map((certificate, place) => {
		return firmWith({ tin: tinOf('MX', 10 + place), certificate });
	});
	await Promise.all([
		agree(chain, keys),
		chain.submitWell(clearUses(api), keys.own('CR')),
		...otherDesk.map(({ address }) => chain.submitWell(appointmentOf(api, address), keys.own('MX'))),
		takeDecision(chain, partners, PARTNER.certificate, authorisationOf(firmWith(PARTNER))),
		...[FIRMS, CORRECTED, KEYED].flatMap(Object.values).map((one) => {
			const row = firmWith(one);
			return takeDecision(chain, desk, row.certificate, authorisationOf(row));
		}),
		...Object.values(APPLICANTS).flat().map(({ tin, certificate }) => {
			const { publicationConsent, certificateType } = takenOver(firmWith({ tin, certificate }));
			const application = documentOf(`application ${certificate}`);
			const call = tx.applications.enterApplication(
				...[certificate, tin, publicationConsent, certificateType, ['Importer'], application],
			);
			return chain.submitWell(call, desk[1]);
		}),
		...waiting.map((row) => chain.submitWell(authorisation(api, row), desk[0])),
	]);
	const holder = keys.firm(firm.tin);
	const instrument = documentOf('instrument of the holder');
	const grant = grantOf(api, commitmentTo('declaration 1'), firm.tin, 'EX', 'Import');
	const quarantine = tx.administrations.quarantine('PE');
	const motion = tx.council.propose(3, quarantine, quarantine.encodedLength);
	const [{ finality }] = await Promise.all([
		chain.submitWell(motion, keys.own('CR')),
		chain.submitWell(grant, partners[0]),
		chain.submitWell(suspensionOf(api, suspended.certificate), desk[0]),
		chain.submitWell(tx.identities.offerAccount(firm.tin, holder.address, instrument), desk[1]),
		...['Information', 'SelfAssessment'].map((kind) => {
			const asked = documentOf('what is asked');
			const request = tx.applications.request(firm.certificate, kind, '2099-12-31', asked);
			return chain.submitWell(request, desk[0]);
		}),
	]);
	await finality;
	const accepted = await chain.submitWell(tx.identities.acceptAccount(firm.tin), holder);
	// The page shows what is final.
	await accepted.finality;
	return {
		maker: writeKeyFile(folder, 'maker', desk[0]),
		checker: writeKeyFile(folder, 'checker', desk[1]),
		otherMaker: writeKeyFile(folder, 'other maker', otherDesk[0]),
		otherChecker: writeKeyFile(folder, 'other checker', otherDesk[1]),
		holder: writeKeyFile(folder, 'holder', holder),
		member: writeKeyFile(folder, 'member', keys.own('MX')),
		otherMember: writeKeyFile(folder, 'other member', keys.own('PE')),
		nobody: writeKeyFile(folder, 'nobody', keys.firm('nobody')),
	};
}
