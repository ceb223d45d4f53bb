// What of a document is typed, and which answers are those that it shows.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commandsOf, isAsShown, shownAs } from '../transcripts/documents.mjs';

const DOCUMENT = `Text.

\`\`\`console
$ greet() {
    echo "hello, $1"
}
$ greet 'you
and me'
hello, you
and me
$ cat <<'.'
a line
.
a line
$ echo one \\
    two
one two
\`\`\`

\`\`\`sh
$ not a transcript
\`\`\`

\`\`\`console
$ cargo run -p aeo-primitives
\`\`\`
`;

test('commands and answers are told apart', () => {
	const found = commandsOf(DOCUMENT).map(({ line, command, answer }) => [line, command, answer]);
	assert.deepEqual(found, [
		[4, 'greet() {\n    echo "hello, $1"\n}', []],
		[7, "greet 'you\nand me'", ['hello, you', 'and me']],
		[11, "cat <<'.'\na line\n.", ['a line']],
		[15, 'echo one \\\n    two', ['one two']],
	]);
});

test('an answer is as shown where only what was left open differs', () => {
	assert.ok(isAsShown('a 0x12 c\n', ['a … c']));
	assert.ok(isAsShown('a\nb\nc\nd', ['a', '…', 'd']));
	assert.ok(isAsShown('a\nd', ['a', '…', 'd']));
	assert.ok(isAsShown('{"a":1,"b":2}', ['{"a":1,', ' "b":2}']));
	assert.ok(isAsShown('', []));
	assert.ok(!isAsShown('a b d', ['a … c']));
	assert.ok(!isAsShown('a\nb', ['a']));
	assert.ok(!isAsShown('', ['a']));
	assert.ok(!isAsShown('a', []));
	assert.ok(!isAsShown('a.b', ['a+b']));
});

test('what an update writes is as shown', () => {
	const hash = `0x${'ab'.repeat(32)}`;
	const answer = `{"block_hash":"${hash}","block_number":12,"block_time":1795902699000}
certificates.CertificateChanged ["MX","MX-1",{"from":"2026-11-28","until":"2029-11-28"},"${hash}"]
failed: certificates.DateNotReal: The calendar has no such day. Correct it.
`;
	const shown = shownAs(answer);
	assert.ok(isAsShown(answer, shown));
	assert.ok(shown.every((line) => !line.includes('1795902699000') && !line.includes('2026-11-28')));
	assert.equal(shown[2], 'failed: certificates.DateNotReal: The calendar has no such day. Correct it.');
});
