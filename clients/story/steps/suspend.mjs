// Step 4: Mexico suspends a firm, and all partners know it in the same block.

import { evaluate, evaluateDeclaration, unacknowledgedBy, verdictOf } from '../../chain/ask.mjs';
import { documentOf } from '../../chain/calls.mjs';
import { stopwatch } from '../../network/wait.mjs';
import { phraseOf } from '../answers.mjs';
import { Feed } from '../feed.mjs';
import { texts } from '../text.mjs';

/** One officer suspends; Costa Rica's feed hears it, and the next declaration is denied. */
export async function suspend(story, step) {
	const { stage, chosen, say, country } = story;
	const { declaration } = chosen.suspended;
	step.open('suspend.heading');
	step.say('suspend.why');
	const before = await evaluateDeclaration(stage.chainOf('CR'), declaration);
	const peruBefore = await askPeru(story);
	const { denial, seconds, ...news } = await hearAndDeny(story, step);
	const acknowledgement = await acknowledge(story, step, news.version);
	const others = await askOthers(story, step);
	const peru = await askPeru(story);
	await lookUp(story, step);
	step.say('suspend.partner', { country: country('PE'), answer: phraseOf(peru, say) });
	step.expect('Suspended', verdictOf(denial));
	step.expect('Suspended', verdictOf(peru));
	step.expect('granted', verdictOf(others));
	step.close('suspend.outcome', {
		seconds: seconds.toFixed(1),
		blocks: denial.block - news.block + 1,
	});
	return { before, peruBefore, ...news, denial, others, peru, ...acknowledgement };
}

/** What an officer of Costa Rica sees who asks at a terminal. */
async function lookUp({ chosen, country, lang, office }, step) {
	const { firm, declaration } = chosen.suspended;
	const { stdout } = await office('CR').ask(['evaluate', 'CR', firm.tin, declaration.role, 'import'], texts(lang).language);
	const [answer] = stdout.split('\n');
	step.say('suspend.typed', { country: country('CR'), tin: firm.tin, role: declaration.role, answer });
}

/** What Peru gives to the firm. */
function askPeru({ stage, chosen }) {
	const { firm, declaration } = chosen.suspended;
	return evaluate(stage.chainOf('PE'), 'PE', firm.tin, declaration.role, 'Import');
}

/**
 * From the suspension to Costa Rica's denial. Gives `block` of the suspension, what was `heard` in
 * it, the certificate's `version`, the `denial` and after how many `seconds` it was there.
 */
async function hearAndDeny(story, step) {
	const { stage, chosen } = story;
	const { firm, declaration } = chosen.suspended;
	const feed = new Feed(stage.chainOf('CR'));
	await feed.open();
	try {
		const elapsed = stopwatch();
		const { block } = await step.type(suspensionBy(story));
		const news = await feed.first('Costa Rica hears of the suspension', (event) => {
			return isSuspensionOf(firm, event);
		});
		const denial = await evaluateDeclaration(stage.chainOf('CR'), declaration);
		const seconds = elapsed();
		tellTheNews(story, step, news, denial);
		const heard = feed.heard.filter((event) => event.block === news.block);
		return { block, heard, version: news.data.version.toNumber(), denial, seconds };
	} finally {
		feed.close();
	}
}

/** What one officer of Mexico types to suspend. */
function suspensionBy({ chosen, country, say, cast }) {
	const { name, certificate } = chosen.suspended.firm;
	return {
		what: ['suspend.call', { country: country('MX'), firm: name, scope: say('scope.Full') }],
		by: 'MX',
		command: ['suspend', certificate, '--document', documentOf(`Suspension of certificate ${certificate}`)],
		as: cast.officer('MX', 1).meta.path,
	};
}

function isSuspensionOf({ certificate }, { section, method, data }) {
	return (
		section === 'certificates' &&
		method === 'CertificateChanged' &&
		data.number.toString() === certificate &&
		data.to.isSuspended
	);
}

function tellTheNews({ chosen, country, say }, step, news, denial) {
	const { firm, declaration } = chosen.suspended;
	step.say('suspend.feed', {
		block: news.block,
		certificate: firm.certificate,
		country: country('MX'),
	});
	step.say('suspend.denied', {
		reference: declaration.reference,
		answer: phraseOf(denial, say),
	});
}

/** Costa Rica takes the suspension into its risk engine. Gives what it had and has to acknowledge. */
async function acknowledge({ stage, chosen, country, cast }, step, version) {
	const { certificate } = chosen.suspended.firm;
	const chain = stage.chainOf('CR');
	const unacknowledged = async () => (await unacknowledgedBy(chain, 'CR')).told;
	const open = await unacknowledged();
	await step.send({
		what: ['suspend.acknowledge', { country: country('CR') }],
		by: 'CR',
		call: ({ tx }) => tx.suspensions.acknowledge('MX', certificate, version),
		pair: cast.officer('CR', 1),
	});
	return { open, done: await unacknowledged() };
}

/** What another firm of Mexico gets. */
async function askOthers({ stage, chosen, say }, step) {
	const { firm, declaration } = chosen.other;
	const answer = await evaluateDeclaration(stage.chainOf('CR'), declaration);
	step.say('suspend.others', {
		reference: declaration.reference,
		firm: firm.name,
		answer: phraseOf(answer, say),
	});
	return answer;
}
