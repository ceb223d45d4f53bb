/// <reference lib="dom" />
// A firm reads what is kept of it: its key as a file, and the file that its administration has laid ready.

import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Keys, openKeyring } from '../../chain/keyring.mjs';
import { Office, PASSWORD } from '../../network/office.mjs';
import { arriveAsTrader } from './journeys.mjs';
import { FIRMS } from './scene.mjs';

const COLUMNS = {
	certificates: [
		...['certificate', 'tin', 'name', 'trade_name', 'address', 'city', 'subdivision', 'postcode', 'country'],
		...['aliases', 'office_id', 'office', 'contact_1_function', 'contact_1_email', 'contact_1_telephone'],
	],
	sites: [
		...['certificate', 'name', 'locode', 'roles', 'address', 'city', 'subdivision', 'postcode', 'country'],
		'validated',
	],
	reasons: ['certificate', 'period', 'code', 'text'],
};

/** Where the administration says that its files are. */
const SOURCE = 'https://oea.mx.example/files';

/** What is kept of the firm. */
const NAME = 'Textiles Ondoñeda';

/** Writes the registry of one firm. */
function writeRegistry(folder) {
	const { tin, certificate } = FIRMS.holder;
	const rows = {
		certificates: [
			[certificate, tin, NAME, '', 'Calle 5 de Mayo 525', 'Reynosa', '', '', 'MX', '', '', 'OEA', 'Enlace', 'oea@x.example', ''],
		],
		sites: [[certificate, '', '', 'EX', 'Calle 5 de Mayo 525', 'Reynosa', '', '', 'MX', '']],
		reasons: [],
	};
	mkdirSync(folder, { recursive: true });
	for (const [name, columns] of Object.entries(COLUMNS)) {
		const lines = [columns, ...rows[name]].map((row) => row.join(','));
		writeFileSync(join(folder, `${name}.csv`), `${lines.join('\n')}\n`);
	}
	return folder;
}

/** The holder registers a key, and Mexico seals its records to it. Gives the key file, and the folder of the files. */
export async function layReady(aeo, node, chain, data) {
	const mexico = new Office(aeo, join(data, 'mx'), 'MX', node);
	const firm = new Office(aeo, join(data, 'firm'), undefined, node);
	const keys = new Keys(await openKeyring());
	const { disclosures } = chain.api.tx;
	const publicKey = await firm.newKey('holder.age');
	const calls = [
		chain.submitWell(disclosures.registerKey(publicKey), keys.firm(FIRMS.holder.tin)),
		chain.submitWell(disclosures.setSource(SOURCE), keys.own('MX')),
	];
	const done = await Promise.all(calls);
	await Promise.all(done.map(({ finality }) => finality));
	await mexico.importKey();
	await mexico.sync(writeRegistry(join(data, 'registry')));
	return { key: firm.key, otherKey: mexico.key, files: join(mexico.lists, 'h') };
}

/** A firm opens its own sealed record. */
export async function ownRecord(world, language, width) {
	const visitor = await arriveAsTrader(world, language, width, 'own');
	const { page } = visitor;
	const { key, otherKey, files } = world.own;
	const keyField = page.locator('#own-key-file');
	const password = page.locator('#own-key-password');
	const opens = async (path, word) => {
		await keyField.setInputFiles(path);
		await password.fill(word);
		await visitor.presses('key-open');
	};
	await opens(key, 'another password');
	await visitor.reads('own-key-WrongPassword');
	await visitor.isAccessible('wrong-password');
	await opens(world.keys.holder, PASSWORD);
	await visitor.reads('own-key-NotAKey');
	// A key of somebody else opens, and is told to be another one.
	await opens(otherKey, PASSWORD);
	await visitor.readsText(visitor.say('own-other-key', { key: '@' }).split('@')[0] ?? '');
	await visitor.isAccessible('other-key');
	await visitor.presses('own-forget');
	visitor.clicks = 0;
	await opens(key, PASSWORD);
	// The page says where the file is: only firm and administration can work out its name.
	const link = page.locator(`a[href^="${SOURCE}/h/"]`);
	await link.waitFor();
	const name = (await link.getAttribute('href'))?.split('/').at(-1) ?? '';
	const file = readFileSync(join(files, name));
	await visitor.isAccessible('fetch');
	const take = (buffer) => {
		return page.locator('#own-file').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
	};
	const changed = Buffer.from(file);
	changed[changed.length - 1] ^= 1;
	await take(changed);
	await visitor.reads('own-refused', { code: 'CannotOpen' });
	await visitor.isAccessible('changed');
	await take(file);
	await visitor.readsText(NAME);
	await visitor.readsText(visitor.say('own-version', { version: '@' }).split('@')[0] ?? '');
	const shown = await page.locator('.good').last().innerText();
	assert.ok(shown.startsWith(visitor.say('own-proven', { sequence: '@', block: 0, present: 0 }).split('@')[0] ?? ''), shown);
	await visitor.isAccessible('open');
	const { clicks } = visitor;
	// Neither key nor record is kept, and a reload forgets them.
	const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
	assert.ok(!kept.includes('Ondo') && !kept.includes(PASSWORD), kept);
	await visitor.presses('own-forget');
	assert.equal(await page.getByText(NAME).count(), 0);
	await world.leave(visitor);
	return `${clicks} click, besides choosing the files`;
}
