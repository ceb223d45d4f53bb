// The program behind `make transcripts`: does what the documents tell a reader to type, on a new
// development chain, and compares the answers with those that the documents show.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Misuse, NODE_OPTIONS, executable, parse } from '../network/options.mjs';
import { onDevelopment, runProgram } from '../network/program.mjs';
import { say, seconds } from '../network/text.mjs';
import { stopwatch } from '../network/wait.mjs';
import { commandsOf, isAsShown, shownAs } from './documents.mjs';
import { Shell, bundleApiCli } from './shell.mjs';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));

/**
 * The documents: those of a list in their order, each going on where the one before has ended; the
 * lists at the same time on one chain, with accounts of their own.
 */
const DOCUMENTS = [
	[
		'docs/officer/first-steps.md',
		'docs/trader/README.md',
		'docs/officer/tasks.md',
		'docs/officer/governance.md',
	],
	['docs/officer/mistakes.md', 'docs/officer/exercises-terminal.md'],
];

const HELP = `Usage: node clients/transcripts/main.mjs [OPTIONS] [DOCUMENT …]

Runs every command of the blocks \`console\` in the documents on one new development chain, and compares
what is printed with what the document shows.

Arguments:
  DOCUMENT      A document, as a path in the repository [default:
                ${DOCUMENTS.flat().join(',\n                ')}]

Options:
  --node PATH   The aeo-node to run [default: target/fast/aeo-node]
  --aeo PATH    The command line aeo, for documents that use it
  --update      Write the answers that differ into the documents
  --help        Show this
`;

/** @satisfies {import('node:util').ParseArgsConfig['options']} */
const OPTIONS = {
	node: NODE_OPTIONS.node,
	aeo: { type: 'string' },
	update: { type: 'boolean', default: false },
	help: NODE_OPTIONS.help,
};

/** Runs the commands of a document. Gives how many there are, and how many answers differ. */
async function tryDocument(shell, name, update) {
	const path = join(REPOSITORY, name);
	const lines = readFileSync(path, 'utf8').split('\n');
	const commands = commandsOf(lines.join('\n'));
	const differing = [];
	for (const { line, command, answer: shown, answerFrom, answerTo } of commands) {
		const elapsed = stopwatch();
		const answer = await shell.run(command);
		const took = seconds(elapsed());
		const isRight = isAsShown(answer, shown);
		say(`${isRight ? 'as shown' : 'DIFFERS '}  ${took.padStart(6)}  ${name}:${line}`);
		if (!isRight) {
			say(`    command:  ${command.replaceAll('\n', '\n    ')}`);
			say(`    document: ${shown.join('\n              ')}`);
			say(`    answer:   ${answer.trimEnd().replaceAll('\n', '\n              ')}`);
			differing.push({ answerFrom, answerTo, answer });
		}
	}
	if (update && differing.length > 0) {
		for (const { answerFrom, answerTo, answer } of differing.reverse()) {
			lines.splice(answerFrom, answerTo - answerFrom, ...shownAs(answer));
		}
		writeFileSync(path, lines.join('\n'));
		say(`${name}: ${differing.length} answers written anew.`);
	}
	return { tried: commands.length, differing: differing.length };
}

/** Tries documents one after the other in one shell. */
async function tryInOrder(node, folder, programs, documents, update) {
	const shell = new Shell(folder, node.ports.rpc, programs);
	const results = [];
	try {
		for (const document of documents) {
			results.push(await tryDocument(shell, document, update));
		}
	} finally {
		shell.end();
	}
	return results;
}

/** Tries all documents on one node. Gives whether all is as they say. */
async function tryAll(node, data, lists, { aeo, update }) {
	const apiCli = join(data, 'api-cli.mjs');
	await Promise.all([node.start(), bundleApiCli(apiCli)]);
	await node.firstBlock();
	const elapsed = stopwatch();
	const results = await Promise.all(
		lists.map((documents, place) => {
			const folder = join(data, `shell-${place}`);
			return tryInOrder(node, folder, { apiCli, aeo }, documents, update);
		}),
	);
	const sum = (what) => results.flat().reduce((total, result) => total + result[what], 0);
	const took = seconds(elapsed());
	say(`${sum('tried')} commands, ${sum('differing')} answers differ, in ${took}.`);
	return sum('tried') > 0 && sum('differing') === 0;
}

function readOptions(args) {
	const { values, positionals } = parse({ args, options: OPTIONS, allowPositionals: true });
	if (values.help) {
		return { help: true };
	}
	const documents = positionals.length === 0 ? DOCUMENTS : [positionals];
	const unknown = documents.flat().find((name) => !name.endsWith('.md'));
	if (unknown !== undefined) {
		throw new Misuse(`${unknown} is no document: its name ends in .md.`);
	}
	const aeo = values.aeo === undefined ? undefined : executable(values.aeo);
	return { node: executable(values.node), aeo, update: values.update, documents };
}

await runProgram('clients/transcripts/main.mjs', { HELP, readOptions }, (options) => {
	return onDevelopment(options, (node, data) => tryAll(node, data, options.documents, options));
});
