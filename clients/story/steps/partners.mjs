// Step 9: Chile accedes to an arrangement of others, Peru gives notice of it, and an agency of Chile says what it thinks
// of an application; all of it typed at the command line `aeo`.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { evaluate, nameOf, verdictOf } from '../../chain/ask.mjs';
import { documentOf } from '../../chain/calls.mjs';
import { today } from '../../chain/clock.mjs';
import { leg } from '../../firms/offers.mjs';
import { phraseOf } from '../answers.mjs';

/** The agency, and the path of its account. */
const AGENCY = { code: 'SAG', path: '//agency//SAG' };

/** The number of the application. */
const APPLICATION = 'CL/OEA/2026/9001';

/** Accession, notice and opinion. */
export async function partners(story, step) {
	step.open('partners.heading');
	step.say('partners.why');
	// An account does one thing at a time; others do theirs beside it.
	const [accession, applied] = await Promise.all([accede(story, step), enter(story, step)]);
	const [notice] = await Promise.all([giveNotice(story, step), register(story, step)]);
	const opinion = await opine(story, step, applied);
	step.expect('granted', verdictOf(accession.after));
	step.close('partners.outcome');
	return { ...accession, notice, opinion };
}

/** An amendment as `aeo agreement amend` reads it: Chile's certificates earn benefits at Mexico. */
function amendmentOf(agreement, { types, roles, directions, rows, declareAs }) {
	const list = (texts) => JSON.stringify(texts);
	const table = (entries) => {
		return `{ ${Object.entries(entries).map(([key, value]) => `${key} = ${list(value)}`).join(', ')} }`;
	};
	const { code, place, number, prefix, numberPlace } = declareAs;
	return `agreement = ${agreement}
text = "${documentOf('Accession of Chile')}"
new_parties = ["CL"]

[[legs]]
issuer = "CL"
grantor = "MX"
types = [${types.map(table).join(', ')}]
roles = ${list(roles)}
directions = ${list(directions)}
rows = [${rows.map(table).join(', ')}]
consent = "NotNeeded"
data_classes = []
declare_as = ${table({ code, place, number, prefix, number_place: numberPlace, manifest_place: '' })}
`;
}

/** The parties amend their arrangement so that Chile takes part. Gives what a firm of Chile got before and after. */
async function accede(story, step) {
	const { stage, pilot, facts, country, say, data } = story;
	const [, { agreement }] = facts.sign.agreements;
	const firm = pilot.lists.CL.find(({ status, roles }) => {
		return status === 'Authorised' && roles.includes('EX');
	});
	const ask = () => evaluate(stage.chainOf('MX'), 'MX', firm.tin, 'EX', 'Import');
	const before = await ask();
	mkdirSync(data, { recursive: true });
	const file = join(data, 'accession.toml');
	writeFileSync(file, amendmentOf(agreement, leg('CL', 'MX', pilot.lists)));
	await step.type({
		what: ['partners.amend', { country: country('PE'), newcomer: country('CL') }],
		by: 'PE',
		command: ['agreement', 'amend', file],
	});
	for (const territory of ['MX', 'CL']) {
		const days = territory === 'MX' ? ['--from', today('MX')] : [];
		await step.type({
			what: ['partners.sign', { country: country(territory) }],
			by: territory,
			command: ['agreement', 'sign', String(agreement), ...days],
		});
	}
	const after = await ask();
	step.say('partners.acceded', {
		country: country('MX'),
		firm: firm.name,
		before: phraseOf(before, say),
		after: phraseOf(after, say),
	});
	return { firm, before, after };
}

/** Peru gives notice. Gives the last day of what Mexico gives to its firms. */
async function giveNotice({ stage, facts, country }, step) {
	const [, { agreement }] = facts.sign.agreements;
	await step.type({
		what: ['partners.notice', { country: country('PE') }],
		by: 'PE',
		command: ['agreement', 'notice', String(agreement)],
	});
	const { answer } = await stage.chainOf('MX').rpc('aeo_legs', ['PE', 'MX']);
	const own = answer.find((one) => one.agreement === agreement);
	const { answer: others } = await stage.chainOf('MX').rpc('aeo_legs', ['CL', 'MX']);
	const chile = others.find((one) => one.agreement === agreement);
	step.say('partners.noticed', { country: country('PE'), until: own.until, newcomer: country('CL') });
	return { until: own.until, chile: chile.until };
}

/** The paper of the application and of what is said about it. */
const PAPER = ['--document', documentOf('Application of a firm of Chile')];

/** A firm has applied on paper, and the office accepts. Gives the firm. */
async function enter({ pilot, cast, country }, step) {
	const firm = pilot.lists.CL.find(({ roles }) => !roles.includes('WH'));
	const { tin, name, programme, type } = firm;
	const wanted = ['--tin', tin, '--type', `${programme}/${type}`, '--roles', 'WH'];
	const consent = ['--publication-consent', documentOf('Consent of a firm of Chile')];
	const officer = { by: 'CL', as: cast.officer('CL', 1).meta.path };
	await step.type({
		what: ['partners.enter', { country: country('CL'), firm: name }],
		command: ['application', 'enter', APPLICATION, ...wanted, ...consent, ...PAPER],
		...officer,
	});
	await step.type({
		what: ['partners.accept', { country: country('CL') }],
		command: ['application', 'accept', APPLICATION, ...PAPER],
		...officer,
	});
	return firm;
}

/** Chile registers its agency. */
function register({ country, pairOf }, step) {
	return step.type({
		what: ['partners.agency', { country: country('CL'), agency: AGENCY.code }],
		by: 'CL',
		command: ['agency', 'register', AGENCY.code, pairOf(AGENCY.path).address],
	});
}

/** The agency says what it thinks of the application. Gives how many opinions there are. */
async function opine({ stage }, step, { name }) {
	const chain = stage.chainOf('CL');
	// What is opined on is read at the last final block.
	await step.finality();
	await step.type({
		what: ['partners.opine', { agency: AGENCY.code, firm: name }],
		by: 'CL',
		command: ['opine', 'CL', APPLICATION, 'favourable', ...PAPER],
		as: AGENCY.path,
	});
	const given = await chain.api.query.applications.opinions.entries('CL', APPLICATION);
	step.expect(1, given.length);
	const { answer } = await chain.rpc('aeo_certificate', ['CL', APPLICATION]);
	step.expect('Accepted', nameOf(answer.state));
	step.say('partners.opined', { agency: AGENCY.code, firm: name });
	return { number: APPLICATION, opinions: given.length };
}
