// The sentences of clients/texts: complete, alike in all languages, and about what the chain knows.
//
// docs/errors.md is written from the metadata and has all errors and the names of all events; the
// fields of events and denials are read from the sources of pallets and primitives.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import test from 'node:test';
import { errorPage, errors, inId, pageOf, tables, TRANSLATED } from '../texts/pages.mjs';
import { FILES, LANGUAGES, messagesOf, refusalId, textOf } from '../texts/text.mjs';

const root = new URL('../../', import.meta.url);
const read = (path) => readFileSync(new URL(path, root), 'utf8');
const ours = readdirSync(new URL('pallets', root));

/** All messages of a language; an id may be there once. */
function messages(language) {
	const all = FILES.flatMap((file) => messagesOf(language, file));
	const found = all.map(([id]) => id);
	assert.deepEqual(found, [...new Set(found)], `${language}: an id is there twice`);
	return new Map(all);
}

/** @type {[string, Map<string, any>][]} */
const languages = LANGUAGES.map((language) => [language, messages(language)]);
const [en, ...others] = languages;

/** What must not differ between languages: variables, variants, and what stands in backticks. */
function fixed(text) {
	const parts = text.match(/\$\w+(?: ->)?|\*?\[\w+\]|`[^`]+`/g) ?? [];
	return [...new Set(parts)].sort();
}

/** The variants of an enum in Rust with the names of their fields. */
function variantsOf(source, name) {
	const form = new RegExp(`^(\\t*)(?:pub )?enum ${name}\\b[^{]*\\{\\n([^]*?)^\\1\\}`, 'm');
	const [, , body] = form.exec(source) ?? ['', '', ''];
	const variants = body.matchAll(/^\t+([A-Z]\w*)(?: \{([^}]*)\}|\(.*\))?,$/gm);
	return new Map(
		[...variants].map(([, variant, fields = '']) => {
			return [variant, [...fields.matchAll(/^\t+(\w+):/gm)].map(([, field]) => field)];
		}),
	);
}

/** That a message says nothing that its event or denial doesn't know. */
function assertKnows(id, fields) {
	const { why, remedy } = en[1].get(id) ?? assert.fail(`${id} is missing`);
	for (const [, name] of `${why} ${remedy}`.matchAll(/\$(\w+)/g)) {
		assert.ok(fields.includes(name), `${id}: there is no ${name}, only ${fields}`);
	}
}

/** The ids that begin so, in their order. */
function ids(prefix) {
	return [...en[1].keys()].filter((id) => id.startsWith(prefix));
}

test('all languages should say the same things', () => {
	for (const [language, there] of others) {
		assert.deepEqual([...there.keys()], [...en[1].keys()], `${language}: the ids`);
		for (const [id, parts] of en[1]) {
			for (const part of ['why', 'remedy']) {
				const [text, translated] = [parts[part] ?? '', there.get(id)[part] ?? ''];
				const where = `${language}: ${id}, ${part}`;
				assert.deepEqual(fixed(translated), fixed(text), where);
				assert.equal(translated === '', text === '', `${where} is missing`);
				assert.ok(text === '' || translated !== text, `${where} is English`);
			}
		}
	}
});

test('every text should be one sentence or more on one line once it is filled', () => {
	const values = new Proxy({}, { has: () => true, get: () => 'x' });
	for (const [language, all] of [en, ...others]) {
		for (const id of all.keys()) {
			const { why, remedy = why } = textOf(language, id, values);
			assert.match(why, /^[^{}\n]+$/u, `${language}: ${id}`);
			assert.match(remedy, /^[^{}\n]+$/u, `${language}: ${id}`);
		}
	}
});

test('every error should have its sentences, in English those of the metadata', () => {
	const known = errors();
	const written = messagesOf('en', 'errors').map(([id]) => id);
	assert.deepEqual(written.sort(), known.map(({ id }) => id).sort());
	for (const { id, why, remedy } of known) {
		const text = en[1].get(id);
		assert.equal(text.remedy, remedy, id);
		if ([...ours, 'node', 'dispatch'].includes(id.split('-')[0])) {
			assert.equal(text.why, why, id);
		}
	}
});

test('the page of errors of each language should be what the sentences say', () => {
	for (const language of TRANSLATED) {
		const page = readFileSync(pageOf(language), 'utf8');
		assert.equal(page, errorPage(language), `${language}: run node clients/texts/pages.mjs`);
	}
});

test('every event of our pallets should have its sentence, about its own fields', () => {
	const [, rows] =
		tables().find(([heading]) => heading.startsWith('Events')) ?? assert.fail('no events');
	const names = rows.map(([, name]) => inId(name));
	const known = names.filter((name) => ours.includes(name.split('-')[0]));
	assert.deepEqual(ids('event-').sort(), known.map((name) => `event-${name}`).sort());
	for (const pallet of new Set(known.map((name) => name.split('-')[0]))) {
		const folder = `pallets/${pallet}/src/`;
		const files = readdirSync(new URL(folder, root)).filter((file) => file.endsWith('.rs'));
		const events = variantsOf(files.map((file) => read(folder + file)).join('\n'), 'Event');
		assert.ok(events.size > 0, `the events of ${pallet} were not found`);
		events.forEach((fields, event) => assertKnows(`event-${pallet}-${event}`, fields));
	}
});

test('every denial and outcome should have its sentence, the denial that of the error', () => {
	const source = read('primitives/src/recognition/answer.rs');
	const denials = variantsOf(source, 'Denial');
	const outcomes = variantsOf(source, 'Outcome');
	assert.deepEqual(ids('denial-'), [...denials.keys()].map((name) => `denial-${name}`));
	assert.deepEqual(ids('outcome-'), [...outcomes.keys()].map((name) => `outcome-${name}`));
	denials.forEach((fields, name) => assertKnows(`denial-${name}`, fields));
	outcomes.forEach((fields, name) => assertKnows(`outcome-${name}`, fields));
	for (const [language, there] of [en, ...others]) {
		for (const [name, fields] of denials) {
			if (fields.length === 0) {
				const error = there.get(`benefits-${name}`);
				assert.deepEqual(there.get(`denial-${name}`), error, `${language}: ${name}`);
			}
		}
	}
	const [, list] =
		/^\tBenefit \{\n([^]*?)^\t\}/m.exec(read('primitives/src/codes.rs')) ?? assert.fail('no benefits');
	const benefits = [...list.matchAll(/^\t\t(\w+) = /gm)].map(([, name]) => `benefit-${name}`);
	assert.deepEqual(ids('benefit-'), benefits);
});

test('a text should be filled in the language of the reader', () => {
	assert.deepEqual(textOf('es-MX', 'certificates-DateNotReal'), {
		why: 'Ese día no existe en el calendario.',
		remedy: 'Corrija la fecha.',
	});
	assert.equal(textOf('en', 'certificates-NoSuchError'), undefined);
	assert.equal(textOf('de', 'system-NothingAuthorized').why, 'No upgrade is authorised.');
	const leg = { agreement: 1, issuer: 'MX', grantor: 'CR', to: { Suspended: null }, until: null };
	assert.equal(
		textOf('en', 'event-agreements-LegChanged', leg).why,
		'The leg from MX to CR of agreement 1 is suspended; no last day is set.',
	);
	const officer = { administration: 'MX', officer: '5HY', scopes: ['Risk', 'Clearance'] };
	assert.equal(
		textOf('pt-BR', 'event-administrations-OfficerAppointed', officer).why,
		'5HY é funcionário de MX com os âmbitos Risk, Clearance.',
	);
	assert.equal(
		textOf('en', 'event-administrations-OfficerAppointed', { ...officer, scopes: [] }).why,
		'5HY signs for the own account of MX, without scopes.',
	);
	assert.deepEqual(textOf('es', 'denial-TraderNotActive', { merged_into: 'PE20196709062' }), {
		why: 'El operador se fusionó con otro y continúa como PE20196709062.',
		remedy: 'Use el TIN con el que continúa.',
	});
});

test('a refusal should be found by what the node prints', () => {
	for (const [printed, id] of [
		['1010: Invalid Transaction: Custom error: 101', 'node-1010-CustomError101'],
		[
			'1010: Invalid Transaction: Inability to pay some fees , e.g. account balance too low',
			'node-1010-InabilityToPaySomeFees',
		],
		['RpcError: 1012: Transaction is temporarily banned', 'node-1012'],
		['-32602: direction: unknown variant `Transit`', 'node-32602'],
		['something else', undefined],
	]) {
		assert.equal(refusalId(printed), id);
	}
});
