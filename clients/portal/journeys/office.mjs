/// <reference lib="dom" />
// An officer's work besides suspending: certify, renew, revoke, load a list, find a firm by its name.

import assert from 'node:assert/strict';
import { strToU8, zipSync } from 'fflate';
import { tinOf } from '../../firms/numbers.mjs';
import { openDecision } from './journeys.mjs';
import { FIRMS, NEW, PARTNER } from './scene.mjs';

/** A number of Mexico whose check digit is wrong. */
const WRONG = 'MXNWM9709244W5';

/** An officer arrives, and opens a key of the scene. */
export async function arriveAs(world, key, name, language, width) {
	const visitor = await world.arrive(`${name}-${width}`, language, { source: world.node.url, width });
	await visitor.opensKey(world.keys[key]);
	await visitor.page.locator('.facts code').waitFor();
	return visitor;
}

/** Another officer confirms what waits about a number; `look` looks at it before. */
export async function confirms(visitor, number, look = async () => {}) {
	await visitor.goTo('work');
	await openDecision(visitor, number);
	await look();
	await visitor.presses('work-confirm');
	await visitor.isFinal();
	await visitor.presses('portal-close');
}

/** A firm is certified, renewed and revoked by two officers. */
export async function certify(world, language, width) {
	const { tin, certificate } = NEW[language];
	const maker = await arriveAs(world, 'otherMaker', 'certify', language, width);
	const { page } = maker;
	maker.clicks = 0;
	await maker.follows('nav-work');
	await maker.follows('certify-open');
	const field = (name) => page.locator(`#certify-${name}`);
	const [consent, decision] = [0, 1].map((place) => page.locator('fieldset.document').nth(place));
	await field('number').fill(FIRMS.exporter.certificate);
	await field('tin').fill(WRONG);
	await maker.readsText(maker.say('denial-NotANumber', { reason: 'CheckDigit' }));
	await maker.isAccessible('wrong');
	await field('tin').fill(tin);
	await maker.reads('check-Passed');
	const role = page.getByLabel(maker.say('role-Exporter'), { exact: true });
	await role.check();
	// A day that is typed by half is no open end.
	const until = page.getByLabel(maker.say('fact-until'));
	await until.focus();
	await page.keyboard.type('1');
	await maker.reads('day-half', { label: maker.say('fact-until') });
	await maker.isAccessible('half');
	await until.fill('2035-12-31');
	await page.getByText(maker.say('day-half', { label: maker.say('fact-until') })).waitFor({ state: 'detached' });
	await consent?.getByLabel(maker.say('document-text')).fill('Consent ÑÇ');
	// A reload leaves what is typed; only the key is opened anew.
	await page.reload();
	await maker.opensKey(world.keys.otherMaker);
	await page.locator('.facts code').waitFor();
	await maker.goTo('certify');
	assert.equal(await field('tin').inputValue(), tin);
	assert.ok(await role.isChecked());
	assert.equal(await page.getByLabel(maker.say('fact-until')).inputValue(), '2035-12-31');
	assert.equal(await consent?.getByLabel(maker.say('document-text')).inputValue(), 'Consent ÑÇ');
	await decision?.getByLabel(maker.say('document-file')).setInputFiles({
		...{ name: 'report.pdf', mimeType: 'application/pdf' },
		buffer: Buffer.from('the report'),
	});
	// The chain's own rules are asked before anything is signed.
	await maker.reads('tried-refused');
	await maker.readsText(maker.say('certificates-NumberTaken'));
	await maker.isAccessible('refused');
	await field('number').fill(certificate);
	await maker.reads('tried-well');
	await maker.isAccessible('form');
	await maker.presses('certify-sign');
	await maker.isFinal();
	// The reload, which nobody needs, is not counted: the links, the role, the signature.
	const clicks = maker.clicks + 1;
	await maker.reads('certify-waits');
	await maker.isAccessible('signed');
	const checker = await arriveAs(world, 'otherChecker', 'certified', language, width);
	await confirms(checker, certificate, () => checker.readsText(tin));
	await maker.goTo(`certificate/MX/${certificate}`);
	await maker.reads('state-InForce');
	await maker.presses('open-renew');
	await page.getByLabel(maker.say('renew-until')).fill('2040-12-31');
	await maker.reads('tried-well');
	await maker.isAccessible('renew');
	await maker.presses('renew-sign');
	await maker.isFinal();
	await maker.presses('portal-close');
	// The second officer sees from the chain what it is and what it becomes.
	await confirms(checker, certificate, async () => {
		assert.match(await checker.page.locator('dialog ins').first().innerText(), /2040/);
		assert.equal(await checker.page.locator('dialog del').count(), 1);
		await checker.isAccessible('renewal');
	});
	await maker.presses('open-revoke');
	await maker.reads('suspend-partners', { count: 2 });
	await maker.reads('tried-well');
	await maker.isAccessible('revoke');
	await maker.presses('revoke-sign');
	await maker.isFinal();
	await maker.presses('portal-close');
	await confirms(checker, certificate);
	await checker.goTo(`certificate/MX/${certificate}`);
	await checker.reads('state-Revoked');
	await world.leave(maker);
	await world.leave(checker);
	return `${clicks} clicks to certify`;
}

/** How an office heads its list: as the template in English, as a registry of its own in Spanish. */
const HEADINGS = {
	en: ['tin', 'certificate', 'programme', 'type', 'roles', 'status', 'valid_from', 'valid_until'],
	es: ['RFC', 'Número de certificado', 'Programa', 'Tipo', 'Figura', 'Estatus', 'Inicio', 'Vencimiento'],
};

/** The words of such a list. */
const WORDS = {
	en: { roles: 'EX IM', exporter: 'EX', authorised: 'Authorised', suspended: 'Suspended (Full)' },
	es: { roles: 'Exportador / Importador', exporter: 'Exportador', authorised: 'Vigente', suspended: 'Suspendido' },
};

/** A number, or a day, as such a list writes it. */
const written = (language, text) => {
	return language === 'en' ? text : text.replace(/^MX/, '').replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$3/$2/$1');
};

/** The rows of a list of three firms. */
function rowsOf(language) {
	const { list, certificate } = NEW[language];
	const { roles, authorised, suspended } = WORDS[language];
	return [0, 1, 2].map((place) => {
		return [
			...[tinOf('MX', list + place), `${certificate}-L${place}`, 'OEA', 'OEA', roles],
			...[place === 2 ? suspended : authorised, '2026-01-15', '2031-01-14'],
		].map((cell) => written(language, cell));
	});
}

/** In the encoding of Windows, with semicolons, as spreadsheets write where commas are decimal. */
function csvOf(headings, rows) {
	return Buffer.from([headings, ...rows].map((row) => row.join(';')).join('\r\n'), 'latin1');
}

/**
 * A spreadsheet of these rows, whose days are numbers in a format of days, as people's are; before them a hidden sheet, and
 * of theirs it is said that it is visible, which some programs write.
 */
function xlsxOf(headings, rows) {
	const day = (text) => Date.parse(text) / 86_400_000 + 25_569;
	const texts = [...new Set([headings, ...rows].flat())];
	const cell = (value, column, row) => {
		const at = `${String.fromCharCode(65 + column)}${row + 1}`;
		return /^\d{4}-\d\d-\d\d$/.test(value)
			? `<c r="${at}" s="1"><v>${day(value)}</v></c>`
			: `<c r="${at}" t="s"><v>${texts.indexOf(value)}</v></c>`;
	};
	const lines = [headings, ...rows].map((row, place) => {
		return `<row r="${place + 1}">${row.map((value, column) => cell(value, column, place)).join('')}</row>`;
	});
	const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
	const of = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
	const relations = (named) => {
		const each = named.map(([id, type, target]) => `<Relationship Id="${id}" Type="${of}/${type}" Target="${target}"/>`);
		return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join('')}</Relationships>`;
	};
	const sheet = (data) => `<worksheet ${main}><sheetData>${data.join('')}</sheetData></worksheet>`;
	const files = {
		'_rels/.rels': relations([['r1', 'officeDocument', 'xl/workbook.xml']]),
		'xl/workbook.xml': `<workbook ${main} xmlns:r="${of}"><sheets><sheet name="Notes" sheetId="2" state="hidden" r:id="r2"/><sheet name="AEO" sheetId="1" state="visible" r:id="r1"/></sheets></workbook>`,
		'xl/_rels/workbook.xml.rels': relations([1, 2].map((id) => [`r${id}`, 'worksheet', `worksheets/sheet${id}.xml`])),
		'xl/sharedStrings.xml': `<sst ${main}>${texts.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
		'xl/styles.xml': `<styleSheet ${main}><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
		'xl/worksheets/sheet1.xml': sheet(lines),
		'xl/worksheets/sheet2.xml': sheet([]),
	};
	const packed = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]));
	// The same rows are the same file, whenever it is made.
	return Buffer.from(zipSync(packed, { mtime: '2026-01-01' }));
}

/** A list is dropped, corrected, tried and proposed; the second officer compares it with another copy. */
export async function loadList(world, language, width) {
	const rows = rowsOf(language);
	const headings = HEADINGS[language];
	const name = language === 'en' ? 'list.xlsx' : 'list.csv';
	const file = (cells, headed = headings) => ({
		...{ name, mimeType: 'application/octet-stream' },
		buffer: language === 'en' ? xlsxOf(headed, cells) : csvOf(headed, cells),
	});
	const maker = await arriveAs(world, 'otherMaker', 'list', language, width);
	const drop = (visitor, id, cells, headed) => {
		return visitor.page.getByLabel(visitor.say(id), { exact: true }).setInputFiles(file(cells, headed));
	};
	const says = (visitor, id, value) => {
		return visitor.page.getByLabel(visitor.say(id).replaceAll('`', '')).fill(value);
	};
	await maker.follows('nav-work');
	await maker.follows('load-open');
	await maker.isAccessible('list');
	await drop(maker, 'load-file', rows, headings.with(2, 'Paquete'));
	await maker.reads('list-not-ColumnMissing', { column: 'programme', headings: 'Paquete' });
	await maker.isAccessible('headings');
	// What no column says is typed.
	await says(maker, 'load-said-programme', 'OEA');
	await maker.reads('load-read', { count: 3, ended: 0 });
	await maker.reads('list-N10', { value: 'Paquete' });
	await maker.isAccessible('said');
	await says(maker, 'load-said-programme', '');
	await drop(maker, 'load-file', rows.with(1, rows[1].with(4, 'alquimista')));
	await maker.reads('load-findings', { count: 1 });
	await maker.reads('list-E13', { unknown: 'alquimista' });
	await maker.isAccessible('findings');
	await drop(maker, 'load-file', rows.with(0, rows[0].with(0, written(language, WRONG))));
	await maker.readsText('(E01)');
	// A type that the programme does not have is found by the chain, which is asked before anything is signed.
	await drop(maker, 'load-file', rows.with(0, rows[0].with(3, 'OEA-9')));
	await maker.readsText('(E07)');
	await maker.readsText(rows[0][1]);
	await maker.isAccessible('tried');
	await drop(maker, 'load-file', rows);
	await maker.reads('load-read', { count: 3, ended: 0 });
	await maker.isAccessible('plan');
	await maker.presses('load-sign', { count: 3, place: 1, of: 1 });
	await maker.isFinal();
	await maker.reads('load-waits');
	await world.leave(maker);
	const checker = await arriveAs(world, 'otherChecker', 'batch', language, width);
	await checker.follows('nav-work');
	const title = checker.say('decision-batch', { rows: 3 });
	await openDecision(checker, title);
	await checker.readsText(rows[0][1]);
	await drop(checker, 'batch-compare', rows.with(1, rows[1].with(4, WORDS[language].exporter)));
	// Another file is another document too, so all rows differ; the second in its roles besides.
	await checker.reads('batch-differs', { count: 3 });
	await checker.isAccessible('differs');
	await drop(checker, 'batch-compare', rows);
	await checker.reads('batch-same', { count: 3 });
	await checker.isAccessible('same');
	await checker.presses('work-confirm');
	await checker.isFinal();
	await checker.presses('portal-close');
	await checker.goTo(`certificate/MX/${rows[0][1]}`);
	await checker.reads('state-InForce');
	await checker.goTo(`certificate/MX/${rows[2][1]}`);
	await checker.reads('state-Suspended');
	await world.leave(checker);
}

/** An officer finds firms by their names in lists that were opened, of whom it may read the names. */
export async function byName(world, language, width) {
	const record = (issuer, number, tin, Name) => {
		const data = { Name, ID: tin, Address: { CityName: 'Reynosa', Line: 'x', CountryCode: issuer } };
		return JSON.stringify({ page: 0, record: { class: 'identity', data, issuer, number, schema: 1, version: 1 }, salt: '0x' });
	};
	const { exporter } = FIRMS;
	const lines = [
		record('MX', exporter.certificate, exporter.tin, 'Textiles Ondoñeda'),
		record('CR', PARTNER.certificate, PARTNER.tin, 'Ondo Costa Rica'),
		// Of Peru, which shares nothing with Mexico.
		record('PE', 'PE-1', 'PE20100000001', 'Ondo Perú'),
	];
	const visitor = await arriveAs(world, 'maker', 'names', language, width);
	const { page } = visitor;
	await visitor.follows('nav-find');
	const file = page.getByLabel(visitor.say('names-file'));
	const take = (text) => file.setInputFiles({ name: 'opened', mimeType: 'text/plain', buffer: Buffer.from(text) });
	await take('no records');
	await page.getByRole('alert').waitFor();
	await visitor.isAccessible('not-opened');
	await take(lines.join('\n'));
	await visitor.reads('names-open', { count: 3 });
	await page.getByLabel(visitor.say('names-text')).fill('ONDO');
	await visitor.readsText('Ondo Costa Rica');
	await visitor.reads('names-hidden', { count: 1 });
	await visitor.isAccessible('found');
	visitor.clicks = 0;
	await page.getByLabel(visitor.say('names-text')).fill('ondoneda');
	visitor.clicks += 1;
	await page.getByRole('link', { name: 'Textiles Ondoñeda' }).click();
	await visitor.reads('state-InForce');
	// Nothing of it is kept.
	const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
	assert.ok(!kept.includes('Ondo'), kept);
	const { clicks } = visitor;
	await world.leave(visitor);
	return `${clicks} click`;
}
