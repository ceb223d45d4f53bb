// What scripts/check-guides finds in documents, and what it lets pass.

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../../scripts/check-guides', import.meta.url));

const GUIDE = `# Guide

Look at [the list](list.md#what-is-it), and type \`certificates.propose\`.

| call | who |
|---|---|
| \`confirm\` | another |

1. First.

\`\`\`console
$ ls
\`\`\`
`;

/** What the program says of these files in a folder of their own. */
function said(files) {
	const folder = mkdtempSync(join(tmpdir(), 'guides-'));
	try {
		execFileSync('git', ['init', '-q', folder]);
		for (const [name, text] of Object.entries(files)) {
			mkdirSync(join(folder, dirname(name)), { recursive: true });
			writeFileSync(join(folder, name), text);
		}
		const { status, stderr } = spawnSync(PROGRAM, [folder], { encoding: 'utf8' });
		return { status, lines: stderr.split('\n').filter((line) => line !== '') };
	} finally {
		rmSync(folder, { recursive: true });
	}
}

/** A guide in three languages, and what else is there. */
function guides(spanish, others = {}) {
	const list = '# List\n\n## What is it?\n';
	return { 'guide.en.md': GUIDE, 'guide.es.md': spanish, 'guide.pt.md': GUIDE, 'list.md': list, ...others };
}

test('versions of a guide that differ in prose alone pass', () => {
	const spanish = GUIDE.replace('Look at [the list]', 'Véase [la lista]').replace('another', 'otro');
	assert.deepEqual(said(guides(spanish)), { status: 0, lines: [] });
});

test('what differs besides prose is named with its place', () => {
	/** @type {[string, string, RegExp][]} */
	const differences = [
		['# Guide', '## Guide', /^guide\.es\.md: headings of level 2, where guide\.en\.md has 1$/],
		['| `confirm` | another |\n', '', /^guide\.es\.md:1: in this section "numbered item", where/],
		['1. First.', '- First.', /"item", where guide\.en\.md:1 has "numbered item"$/],
		['$ ls', '$ ls -l', /^guide\.es\.md:1: in this section "```console/],
		['`confirm`', '`confirms`', /"confirms", where guide\.en\.md:1 has "confirm"$/],
		['list.md#what-is-it', 'list.md', /"list\.md", where guide\.en\.md:1 has "list\.md#"$/],
	];
	for (const [from, to, expected] of differences) {
		const { status, lines } = said(guides(GUIDE.replace(from, to)));
		assert.equal(status, 1, to);
		assert.ok(lines.some((line) => expected.test(line)) || expected.test(lines.join('\n')), lines.join('\n'));
	}
});

test('a guide is there in every language', () => {
	const { lines } = said({ 'guide.en.md': '# Guide\n' });
	assert.equal(lines.length, 2);
	assert.match(lines[0], /^guide\.es\.md is missing/);
});

test('links lead to files and headings', () => {
	const { lines } = said({
		'docs/a.md': [
			'# Ñandú and `code`, twice',
			'# Ñandú and `code`, twice',
			'[here](#ñandú-and-code-twice-1) [up](../b.md) [a folder](../docs) [out](https://example.org)',
			'[gone](c.md) [out of it](../../b.md) [no heading](../b.md#c) `[code](c.md)`',
			'```',
			'[code](c.md)',
			'```',
			'[named]: d.md',
		].join('\n'),
		'b.md': '# B\n',
	});
	assert.deepEqual(lines, [
		'docs/a.md:4: the link c.md leads to no file',
		'docs/a.md:4: the link ../../b.md leads to no file',
		'docs/a.md:4: the link ../b.md#c leads to no heading',
		'docs/a.md:8: the link d.md leads to no file',
	]);
});
