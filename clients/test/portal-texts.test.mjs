// The sentences of the portal: alike in all languages, each one used, and each that is used there.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import test from 'node:test';
import { FluentResource } from '@fluent/bundle';
import { transformSync } from 'esbuild';
import { LANGUAGES } from '../texts/text.mjs';

const root = new URL('../', import.meta.url);
const read = (path) => readFileSync(new URL(path, root), 'utf8');

/** The messages of a file as Fluent parses them. */
function messagesOf(language, file) {
	return new FluentResource(read(`texts/${language}/${file}.ftl`)).body;
}

/** The names of the variables, and of the cases of choices, in a part of a message. */
function fixed(part) {
	return [...JSON.stringify(part ?? '').matchAll(/"type":"var","name":"(\w+)"/g)]
		.map(([, name]) => name)
		.filter((name, place, all) => all.indexOf(name) === place)
		.sort();
}

const sources = readdirSync(new URL('portal/src', root), { recursive: true, encoding: 'utf8' })
	.filter((path) => /\.tsx?$/.test(path))
	.map((path) => read(`portal/src/${path}`))
	.join('\n');

/** The names that the page says as they are, and the beginnings of those that it puts together. */
const whole = [...sources.matchAll(/['`]([a-z]+-[A-Za-z_-]*[A-Za-z])['`]/g)].map(([, name]) => name);
const beginnings = [...sources.matchAll(/`([a-z]+-(?:[A-Za-z]+-)?)\$\{/g)].map(([, name]) => name);

const english = messagesOf('en', 'portal');

test('each sentence should be there in every language, with the same variables', () => {
	for (const language of LANGUAGES) {
		const messages = messagesOf(language, 'portal');
		assert.deepEqual(
			messages.map(({ id, value, attributes }) => [id, fixed(value), fixed(attributes)]),
			english.map(({ id, value, attributes }) => [id, fixed(value), fixed(attributes)]),
			language,
		);
		assert.deepEqual(
			messages.map(({ attributes }) => Object.keys(attributes)),
			english.map(({ attributes }) => Object.keys(attributes)),
			language,
		);
	}
});

test('each sentence should be used', () => {
	const unused = english.filter(({ id }) => {
		// How a certificate stands is a name and a sentence of the same end.
		const isSaid = whole.includes(id) || beginnings.some((beginning) => id.startsWith(beginning));
		return !isSaid;
	});
	assert.deepEqual(unused.map(({ id }) => id), []);
	assert.ok(whole.length > 150 && beginnings.length > 20, 'otherwise this test shows nothing');
});

test('what the page says should be there', () => {
	const known = new Set(['portal', 'denials', 'errors'].flatMap((file) => {
		return messagesOf('en', file).map(({ id }) => id);
	}));
	const prefixes = new Set(english.map(({ id }) => id.split('-')[0]));
	const lacking = whole.filter((name) => prefixes.has(name.split('-')[0]) && !known.has(name));
	assert.deepEqual(lacking, []);
});

/** The variants of an enum of the chain, as the pages' descriptors are made from its metadata. */
function variantsIn(schema, name) {
	const { enum: variants = [], oneOf = [] } = schema.components.schemas[name];
	return [...variants, ...oneOf.flatMap(({ const: one, enum: many = [one], required = [] }) => [...many, ...required])]
		.filter((one) => one !== undefined);
}

test('each role, state and denial of the chain should have its words', () => {
	const schema = JSON.parse(read('../docs/api/openrpc.json'));
	const known = new Set(english.map(({ id }) => id));
	const denials = variantsIn(schema, 'Denial').filter((name) => {
		return !['NoMatch', 'NotANumber', 'AliasUnconfirmed', 'TraderNotActive'].includes(name);
	});
	const wanted = [
		...variantsIn(schema, 'Role').map((name) => `role-${name}`),
		...variantsIn(schema, 'CertificateState').map((name) => `period-${name}`),
		...variantsIn(schema, 'CertificateState')
			.filter((name) => name !== 'Authorised')
			.flatMap((name) => [`state-${name}`, `standing-${name}`]),
		...denials.map((name) => `change-${name}`),
	];
	assert.ok(wanted.length > 50, String(wanted.length));
	assert.deepEqual(wanted.filter((name) => !known.has(name)), []);
});

test('the ayes that a motion needs should be those of the document', async () => {
	const { code } = transformSync(read('portal/src/chain/ayes.ts'), { loader: 'ts' });
	const { ayesNeeded } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
	const document = read('../docs/officer/governance.md');
	const calls = [...document.matchAll(/^\| `(\w+)\.(\w+)\(.*\| (.*) \|$/gm)];
	assert.ok(calls.length > 8);
	const columns = ['more than 1/2', 'at least 2/3', 'at least 3/4'];
	const rows = [...document.matchAll(/^\| (\d+) \| (\d+) \| (\d+) \| (\d+) \|$/gm)];
	assert.ok(rows.length > 8);
	const capital = (name) => name.charAt(0).toUpperCase() + name.slice(1);
	const snake = (name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
	for (const [, pallet, call, share] of calls) {
		for (const [, seats, ...ayes] of rows) {
			const needed = ayesNeeded(capital(pallet ?? ''), snake(call ?? ''), Number(seats));
			assert.equal(needed, Number(ayes[columns.indexOf(share ?? '')]), `${call}, ${seats} seats`);
		}
	}
});
