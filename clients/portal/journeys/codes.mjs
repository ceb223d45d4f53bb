/// <reference lib="dom" />
// A certificate on paper, and the codes that lead to it: by a picture, and by the camera.

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeQR } from 'qr';
import { FIRMS } from './scene.mjs';

/** How many pixels a square of a code has in what the camera sees, and around the code. */
const SQUARE = 8;
const MARGIN = 80;

/** Writes what the camera sees, an uncompressed film of one picture: a code that says a text. */
export function writeFilm(path, text) {
	const squares = encodeQR(text, 'raw');
	const size = squares.length * SQUARE + 2 * MARGIN;
	const side = size + (size % 2);
	const light = Buffer.alloc(side * side, 235);
	for (let y = 0; y < squares.length * SQUARE; y += 1) {
		for (let x = 0; x < squares.length * SQUARE; x += 1) {
			if (squares[Math.floor(y / SQUARE)]?.[Math.floor(x / SQUARE)]) {
				light[(y + MARGIN) * side + x + MARGIN] = 16;
			}
		}
	}
	const colour = Buffer.alloc(side * side / 2, 128);
	const head = Buffer.from(`YUV4MPEG2 W${side} H${side} F10:1 Ip A1:1 C420\nFRAME\n`);
	writeFileSync(path, Buffer.concat([head, light, colour]));
}

/** A certificate is printed, and whoever holds the sheet looks it up anew. */
export async function scan(world, language, width) {
	const visitor = await world.arrive(`code-${width}`, language, { source: world.node.url, width });
	const { page, context } = visitor;
	const { exporter } = FIRMS;
	await visitor.goTo(`certificate/MX/${exporter.certificate}`);
	await visitor.reads('state-InForce');
	await page.locator('.grantors').waitFor();
	await page.emulateMedia({ media: 'print' });
	await page.locator('.printed.code svg').waitFor();
	const code = await page.locator('.printed.code svg').screenshot();
	assert.ok(await page.getByText(/\d{4}.*#\/certificate\/MX/).first().isVisible());
	assert.ok(!(await page.getByRole('navigation').isVisible()));
	await page.pdf({ path: join(world.shots, `${visitor.name}-paper.pdf`), format: 'A4' });
	await page.screenshot({ path: join(world.shots, `${visitor.name}-paper.png`), fullPage: true });
	await page.emulateMedia({ media: 'screen' });
	await visitor.follows('find-again');
	await visitor.presses('scan-open');
	// The camera is refused: a sentence says so, and a picture will do.
	await visitor.reads('scan-NotAllowedError');
	await visitor.isAccessible('refused');
	const file = page.getByLabel(visitor.say('scan-file'));
	const picture = (name, buffer) => file.setInputFiles({ name, mimeType: 'image/png', buffer });
	await picture('page.png', await page.screenshot());
	await visitor.reads('scan-nothing');
	const other = 'https://example.org/#/key';
	await picture('other.gif', Buffer.from(encodeQR(other, 'gif', { scale: 6 })));
	await visitor.reads('scan-other', { text: other });
	await picture('paper.png', code);
	await visitor.reads('certificate-title', { number: exporter.certificate });
	await visitor.reads('state-InForce');
	await visitor.follows('find-again');
	await context.grantPermissions(['camera']);
	visitor.clicks = 0;
	await visitor.presses('scan-open');
	await visitor.reads('trader-title', { tin: exporter.tin });
	await visitor.reads('state-InForce');
	const { clicks } = visitor;
	await world.leave(visitor);
	return `by the camera ${clicks} click`;
}
