// Step 5: an officer of Costa Rica finds a firm of Mexico by its name, which stands nowhere on the chain,
// until the firm withdraws its consent.

import { fileURLToPath } from 'node:url';
import { evaluate, verdictOf } from '../../chain/ask.mjs';
import { phraseOf } from '../answers.mjs';

/** What Mexico's office keeps of its firms. */
const REGISTRY = fileURLToPath(new URL('../../../chain-specs/pilot/registry/mx', import.meta.url));

/** The officer of Mexico whose account the office's program has: nobody else signs with it. */
const PROGRAM = 90;

/** What the officer remembers of the name. */
const LOOKED_FOR = 'Onde';

/** The paper of a holder that signs itself. */
const NO_PAPER = `0x${'00'.repeat(32)}`;

/** Mexico seals names for its partners, Costa Rica finds one, and the holder takes its word back. */
export async function names(story, step) {
	const { chosen, country } = story;
	const { firm } = chosen.named;
	step.open('names.heading');
	step.say('names.why', { name: LOOKED_FOR });
	const [mexico, costaRica] = ['MX', 'CR'].map(story.office);
	try {
		const published = await publish(story, step, mexico);
		await costaRica.importKey();
		await costaRica.fetch('MX', mexico.address);
		const found = await search(costaRica, firm);
		step.expect('1', String(found.length));
		step.say('names.found', { ...found[0], country: country('MX') });
		const denial = await withdraw(story, step);
		step.expect('NoConsent', verdictOf(denial));
		const left = await search(costaRica, firm);
		step.expect('0', String(left.length));
		step.close('names.outcome', { lists: published.length });
		return { published, found, denial, left };
	} finally {
		mexico.end();
	}
}

/** What the search finds of this firm. */
async function search(office, { certificate }) {
	const found = await office.search(LOOKED_FOR);
	return found.filter(({ number }) => number === certificate);
}

/** Mexico's office makes and publishes the lists of its registry, and serves the files. */
async function publish({ cast, country }, step, mexico) {
	await step.send({
		what: ['names.appoint', { country: country('MX') }],
		by: 'MX',
		call: ({ tx }) => {
			const { address } = cast.officer('MX', PROGRAM);
			return tx.administrations.appointOfficer(address, ['Disclosure']);
		},
		pair: cast.own('MX'),
	});
	await mexico.importKey();
	const published = await mexico.sync(REGISTRY, [], PROGRAM);
	await mexico.serve();
	const readers = published.map(({ reader }) => country(reader)).join(', ');
	step.say('names.published', { country: country('MX'), readers });
	return published;
}

/** The firm withdraws its consent for the agreement of the two. Gives the next evaluation. */
async function withdraw({ facts, stage, chosen, cast, country, say }, step) {
	const { tin, name, certificate, roles } = chosen.named.firm;
	const [{ agreement }] = facts.sign.agreements;
	const holder = cast.firm(tin);
	await step.send({
		what: ['link.propose', { country: country('MX'), firm: name }],
		by: 'MX',
		call: ({ tx }) => tx.identities.offerAccount(tin, holder.address, null),
		pair: cast.officer('MX', 1),
	});
	await step.send({
		what: ['link.accept', { firm: name }],
		by: 'MX',
		call: ({ tx }) => tx.identities.acceptAccount(tin),
		pair: holder,
	});
	const [withdrawn] = await step.send({
		what: ['names.withdraw', { firm: name }],
		by: 'MX',
		call: ({ tx }) => {
			return tx.certificates.withdrawConsent(certificate, { Agreement: agreement }, NO_PAPER);
		},
		pair: holder,
	});
	const denial = await evaluate(stage.chainOf('CR'), 'CR', tin, roles[0], 'Import');
	step.say('names.denied', { country: country('CR'), firm: name, answer: phraseOf(denial, say) });
	// A search shows what the last final state allows.
	await withdrawn.finality;
	return denial;
}
