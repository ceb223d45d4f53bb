import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { renderHtml, renderTables, renderText, wrongBenefits } from '../story/page.mjs';
import { LANGUAGES, languageOf, placeholdersOf, texts } from '../story/text.mjs';

const EVIL = `<script>alert("1")</script> & 'x' <img src=//evil.example/a.png>`;

function report(changes = {}) {
	return {
		lang: 'en_GB.UTF-8',
		title: 'The story',
		subtitle: 'A pilot',
		notice: 'Invented firms.',
		network: [{ label: 'Chain', value: 'local' }],
		steps: [
			{
				number: 3,
				heading: 'Two sign',
				paragraphs: ['First paragraph.', 'Second paragraph.'],
				transactions: [
					{
						what: 'Mexico signs',
						call: 'agreements.sign',
						block: 42,
						inclusion_s: 2.06,
						finality_s: null,
					},
				],
				outcome: { reached: true, text: 'It worked.' },
			},
		],
		tables: [
			{
				heading: 'Counts',
				columns: ['what', 'list'],
				rows: [['wrong', '19']],
				note: 'A note.',
			},
		],
		generated_at: '2026-11-23T16:03:27.000Z',
		...changes,
	};
}

/** A report in which every text is the same. */
function reportOf(text) {
	const transaction = { what: text, call: text, block: text, inclusion_s: 1, finality_s: 2 };
	return report({
		title: text,
		subtitle: text,
		notice: text,
		network: [{ label: text, value: text }],
		steps: [
			{
				number: text,
				heading: text,
				paragraphs: [text],
				transactions: [transaction],
				outcome: { reached: false, text },
			},
		],
		tables: [{ heading: text, columns: [text, text], rows: [[text, text]], note: text }],
	});
}

/** The opening tags of a page, by name. */
function tagsOf(html) {
	return [...html.matchAll(/<([a-z]\w*)/g)].map(([, name]) => name);
}

test('languages should have the same keys and placeholders', () => {
	const { en, es } = LANGUAGES;
	assert.deepEqual(Object.keys(es), Object.keys(en));
	for (const key of Object.keys(en)) {
		assert.deepEqual(placeholdersOf(es[key]), placeholdersOf(en[key]), key);
		assert.notEqual(es[key].trim(), '', key);
	}
});

test('sentences should be translated, but for names and signs', () => {
	const { en, es } = LANGUAGES;
	const same = Object.keys(en).filter((key) => en[key] === es[key]);
	assert.deepEqual(same, [
		'page.seconds',
		'page.unknown',
		'network.runtime',
		'country.CR',
		'country.CO',
		'country.CL',
	]);
});

test('every denial of the rule of recognition should have a sentence', () => {
	const answers = readFileSync(
		new URL('../../primitives/src/recognition/answer.rs', import.meta.url),
		'utf8',
	);
	const body = answers.match(/enum Denial \{\n([\s\S]*?)\n\t\}/)?.[1] ?? '';
	const names = [...body.matchAll(/^\t\t([A-Z]\w+)/gm)].map(([, name]) => name);
	assert.ok(names.length > 10, 'otherwise this test shows nothing');
	names.forEach((name) => assert.ok(Object.hasOwn(LANGUAGES.es, `denial.${name}`), name));
});

test('every benefit should have a name', () => {
	const codes = readFileSync(new URL('../../primitives/src/codes.rs', import.meta.url), 'utf8');
	const body = codes.match(/\tBenefit \{\n([\s\S]*?)\n\t\}/)?.[1] ?? '';
	const names = [...body.matchAll(/^\t\t([A-Z]\w+) = /gm)].map(([, name]) => name);
	assert.equal(names.length, 12);
	names.forEach((name) => assert.ok(Object.hasOwn(LANGUAGES.es, `benefit.${name}`), name));
});

test('every sentence that is said should exist, and every sentence should be said', () => {
	const folders = ['../story/', '../story/steps/'];
	const sources = folders.flatMap((folder) => {
		const url = new URL(folder, import.meta.url);
		return readdirSync(url)
			.filter((name) => name.endsWith('.mjs') && name !== 'text.mjs')
			.map((name) => readFileSync(new URL(name, url), 'utf8'));
	});
	const quoted = sources.flatMap((source) => [...source.matchAll(/'(\w+\.\w+)'/g)]);
	const said = new Set(quoted.map(([, key]) => key));
	const keys = Object.keys(LANGUAGES.en);
	const prefixes = new Set(keys.map((key) => key.split('.')[0]));
	prefixes.delete('page');
	const isSentence = (key) => prefixes.has(key.split('.')[0]);
	assert.deepEqual(
		[...said].filter((key) => isSentence(key) && !keys.includes(key)),
		[],
	);
	// These are put together from a word of the chain or of the page.
	const composed = /^(answer|benefit|country|denial|role|run|scope|status|wrong|page)\./;
	const silent = keys.filter((key) => key.includes('.') && !composed.test(key) && !said.has(key));
	assert.deepEqual(silent, []);
});

test('LANG should decide the language', () => {
	for (const lang of ['es', 'es_MX.UTF-8', 'es-CR', 'es.UTF-8', 'ES_pe']) {
		assert.equal(languageOf(lang), 'es', lang);
	}
	for (const lang of [undefined, '', 'C', 'en_GB.UTF-8', 'est', 'pt_BR']) {
		assert.equal(languageOf(lang), 'en', lang);
	}
});

test('sentence should be made of its values, and refuse holes', () => {
	const { say } = texts('es_MX');
	const values = { country: 'México', partner: 'Perú' };
	assert.equal(say('sign.sign', values), 'México firma el acuerdo con Perú');
	assert.equal(say('page.step', { number: 0 }), 'Paso 0');
	assert.throws(() => say('sign.sign'), /sign\.sign needs a value for country/);
	assert.throws(() => say('sign.nothing'), /no sentence sign\.nothing/);
	assert.throws(() => say('toString'), /no sentence toString/);
});

test('value should be taken as it is, also with braces and dollars', () => {
	const { say } = texts('en');
	const values = { country: "{partner} $& $'", partner: 'Peru' };
	assert.equal(say('sign.sign', values), "{partner} $& $' signs the arrangement with Peru");
});

test('page should show everything of the report', () => {
	for (const shown of [renderHtml(report()), renderText(report())]) {
		for (const text of [
			'The story',
			'A pilot',
			'Invented firms.',
			'Chain',
			'local',
			'Step 3',
			'Two sign',
			'First paragraph.',
			'Second paragraph.',
			'Mexico signs',
			'agreements.sign',
			'42',
			'2.1 s',
			'–',
			'Outcome',
			'It worked.',
			'Counts',
			'19',
			'A note.',
			'2026-11-23 16:03',
		]) {
			assert.ok(shown.includes(text), text);
		}
	}
});

test('table of all steps should have from block to block, and the slowest times', () => {
	const [step] = report().steps;
	const [transaction] = step.transactions;
	const of = (block, inclusion, finality) => {
		return { ...transaction, block, inclusion_s: inclusion, finality_s: finality };
	};
	const steps = [
		{ ...step, number: 1, transactions: [] },
		{ ...step, number: 2, transactions: [of(9, 2, 5.04), of(7, 3, 4)] },
		{ ...step, number: 3, transactions: [of(12, 1, null)] },
	];
	const shown = renderText(report({ steps }));
	assert.match(shown, /^1\. Two sign +0 +– +– +–$/m);
	assert.match(shown, /^2\. Two sign +2 +7–9 +3\.0 s +5\.0 s$/m);
	assert.match(shown, /^3\. Two sign +1 +12 +1\.0 s +–$/m);
	const tables = renderTables(report({ steps }));
	assert.ok(shown.includes(tables.split('\n\n').slice(-1).join()));
	assert.match(tables, /^Counts\n------$/m);
});

test('page should be in the language of the report', () => {
	const spanish = renderHtml(report({ lang: 'es_MX.UTF-8' }));
	assert.match(spanish, /<html lang="es">/);
	for (const word of ['Paso 3', 'Resultado', 'Bloque', 'La red', 'Escrito por la ejecución']) {
		assert.ok(spanish.includes(word), word);
	}
	assert.match(renderText(report({ lang: 'es' })), /^Paso 3\. Two sign$/m);
	assert.match(renderHtml(report()), /<html lang="en">/);
});

test('page should escape every text', () => {
	const html = renderHtml(reportOf(EVIL));
	assert.ok(!html.includes(EVIL));
	assert.ok(html.includes('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;'));
	// Whatever the texts are, the tags are the same.
	assert.deepEqual(tagsOf(html), tagsOf(renderHtml(reportOf('text'))));
	assert.ok(!tagsOf(html).includes('script'));
	assert.ok(!tagsOf(html).includes('img'));
});

test('page should have no outside parts and no scripts', () => {
	const html = renderHtml(report());
	assert.doesNotMatch(
		html,
		/https?:|\/\/|url\(|@import|<script|<link|<img|<iframe| src=| href=| on\w+=/,
	);
	assert.match(html, /default-src 'none'/);
});

test('tags of the page should be closed in order', () => {
	const open = [];
	const html = renderHtml(report()).replace(/<style>[\s\S]*?<\/style>/, '');
	for (const [, slash, name] of html.matchAll(/<(\/?)([a-z]\w*)/g)) {
		if (slash === '/') {
			assert.equal(open.pop(), name);
		} else if (name !== 'meta') {
			open.push(name);
		}
	}
	assert.deepEqual(open, []);
});

test('control characters and turned directions should not reach a reader', () => {
	const text = `a\u001b[31mb\u202ec\u0000d`;
	for (const shown of [renderHtml(reportOf(text)), renderText(reportOf(text))]) {
		const left = ['\u0000', '\u001b', '\u202e'].filter((one) => shown.includes(one));
		assert.deepEqual(left, []);
	}
});

test('plain text should have at most 100 columns, whatever is in it', () => {
	const long = `${'palabra muy larga '.repeat(20)}${'x'.repeat(250)}`;
	for (const text of [EVIL, long, 'ñ'.repeat(300)]) {
		const shown = renderText(reportOf(text));
		shown.split('\n').forEach((line) => assert.ok([...line].length <= 100, line));
	}
	assert.ok(renderText(reportOf(long)).replace(/\s/g, '').includes('x'.repeat(250)));
});

test('table of the plain text should be aligned', () => {
	const shown = renderText(report());
	assert.ok(shown.includes(['what   list', '-----  ----', 'wrong    19'].join('\n')), shown);
});

test('step that failed should be marked in both', () => {
	const [step] = report().steps;
	const failed = report({
		steps: [{ ...step, outcome: { reached: false, text: 'It did not.' } }],
	});
	assert.match(
		renderHtml(failed),
		/class="outcome failed"><strong>Not reached\.<\/strong> It did not\./,
	);
	assert.match(renderText(failed), /^!! Not reached\. It did not\.$/m);
	assert.doesNotMatch(renderHtml(report()), /class="outcome failed"/);
});

test('table of wrong benefits should show list against chain, and leave out what never was', () => {
	const by = {
		givenToSuspended: 19,
		givenWithoutRole: 0,
		givenToPretender: 1,
		givenToOthers: 0,
		deniedCertifiedSince: 11,
		deniedRoleSince: 5,
		deniedMistyped: 8,
		deniedOthers: 0,
		notCounted: 0,
	};
	const list = { counted: 330, given: 292, wronglyGiven: 20, wronglyDenied: 16, mistyped: 8, by };
	const good = { ...by, givenToSuspended: 0, deniedCertifiedSince: 0, deniedRoleSince: 0 };
	const chain = { ...list, given: 289, wronglyGiven: 1, wronglyDenied: 0, by: good };
	const { columns, rows } = wrongBenefits(list, chain, 'en');
	assert.deepEqual(columns.slice(1), ['By the list', 'By the chain']);
	assert.deepEqual(rows, [
		['declarations', '330', '330'],
		['with benefits', '292', '289'],
		['benefits wrongly given', '20', '1'],
		['… to a suspended firm', '19', '0'],
		["… to a pretender with a certified firm's number", '1', '1'],
		['benefits wrongly denied', '16', '0'],
		['… to a firm certified since', '11', '0'],
		['… for a role certified since', '5', '0'],
		['not recognised: mistyped number', '8', '8'],
	]);
	assert.equal(wrongBenefits(list, chain, 'es').columns[1], 'Con la lista');
});
