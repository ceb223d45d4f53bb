// The council closes its motions: one is carried out, and one can't be.

import { documentOf } from '../../chain/calls.mjs';
import { openMotion, voteAye } from '../../chain/admission.mjs';
import { connect } from '../../chain/chain.mjs';
import { Keys, openKeyring } from '../../chain/keyring.mjs';

/** How many ayes the motions need, of four seats. */
const NEEDED = 3;

/** What the motions are about: a quota, and an upgrade that nobody has authorised. */
const CALLS = {
	en: ({ fees }) => fees.setQuota('CO', { max: 10n ** 15n, recovery: 10n ** 12n }),
	es: ({ administrations }) => administrations.withdrawUpgrade(documentOf('no runtime')),
};

/** Opens the motion of a language; all but Mexico vote for it. */
async function moved(node, language) {
	const chain = await connect(node.url);
	try {
		const keys = new Keys(await openKeyring());
		const members = ['CR', 'CO', 'PE'].map((territory) => keys.own(territory));
		const motion = await openMotion(chain, CALLS[language](chain.api.tx), NEEDED, members[0]);
		const votes = await Promise.all(members.map((member) => voteAye(chain, motion, member)));
		await Promise.all(votes.map(({ finality }) => finality));
	} finally {
		await chain.close();
	}
}

/** A member closes a motion that has its votes. */
export async function closeMotion(world, language, width) {
	await moved(world.node, language);
	const visitor = await world.arrive(`closing-${width}`, language, { source: world.node.url, width });
	await visitor.opensKey(world.keys.member);
	await visitor.page.locator('.facts code').waitFor();
	visitor.clicks = 0;
	await visitor.follows('nav-council');
	await visitor.reads('closable-carried');
	await visitor.isAccessible('motions');
	const id = language === 'en' ? 'motion-Fees-set_quota' : 'motion-Administrations-withdraw_upgrade';
	const motion = visitor.page.locator('.motion', { hasText: visitor.say(id) });
	visitor.clicks += 1;
	await motion.getByRole('button', { name: visitor.say('motion-close') }).click();
	await visitor.isFinal();
	const { clicks } = visitor;
	await visitor.reads('motion-closing', { title: visitor.say(id) });
	await visitor.reads(language === 'en' ? 'closed-done' : 'closed-failed');
	if (language === 'es') {
		await visitor.readsText(visitor.say('administrations-UnknownUpgrade'));
	}
	await motion.waitFor({ state: 'detached' });
	await visitor.isAccessible('closed');
	await world.leave(visitor);
	return `${clicks} clicks`;
}
