// The reader's shell: one bash for all commands, in a folder of its own, with the node's port in the
// place of the usual one and `npx` that runs what is installed here.

import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { withLimit } from '../network/wait.mjs';

/** How long a command may take, in seconds. */
const COMMAND_LIMIT = 90;

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
const MODULES = join(REPOSITORY, 'clients/node_modules');
const END = '--- end of the answer, exit code';

const API_CLI = join(MODULES, '@polkadot/api-cli');

/**
 * Writes the installed @polkadot/api-cli, all its modules in one file, to `path`: of the two seconds of
 * computing that each of its commands takes, half goes into finding and reading two thousand files.
 */
export async function bundleApiCli(path) {
	await build({
		entryPoints: [join(API_CLI, 'runcli.js')],
		outfile: path,
		bundle: true,
		platform: 'node',
		format: 'esm',
		target: 'node18',
		// They say that its modules do nothing when they are loaded; that of the program does all.
		ignoreAnnotations: true,
		banner: {
			js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
		},
		logLevel: 'warning',
	});
}

/** `npx` for the one package that documents name, in the version that is installed. */
function npx(program) {
	const { version } = JSON.parse(readFileSync(join(API_CLI, 'package.json'), 'utf8'));
	return `#!/usr/bin/env bash
case "$*" in
"--yes --package @polkadot/api-cli@${version} polkadot-js-api "*) ;;
*)
	echo "The document names another package than @polkadot/api-cli@${version}: npx $*"
	exit 1
	;;
esac
shift 4
exec node '${program}' "$@"
`;
}

/** `aeo`, the command line, which asks the node on this port where a document names none. */
function commandLine(program, port) {
	return `#!/usr/bin/env bash
case "$1" in
tin | keys | list | --*) exec '${program}' "$@" ;;
*) exec '${program}' "$@" --node http://127.0.0.1:${port} ;;
esac
`;
}

/**
 * A shell whose commands ask the node that answers on this port; `apiCli` is the bundled program, `aeo` the
 * command line where documents use it.
 */
export class Shell {
	#child;
	#port;
	#printed = '';
	#wake = () => {};

	constructor(folder, port, { apiCli, aeo }) {
		this.#port = port;
		const programs = join(folder, 'programs');
		const home = join(folder, 'home');
		mkdirSync(programs, { recursive: true });
		mkdirSync(home, { recursive: true });
		for (const name of ['clients', 'docs', 'chain-specs']) {
			symlinkSync(join(REPOSITORY, name), join(home, name));
		}
		writeFileSync(join(programs, 'npx'), npx(apiCli));
		chmodSync(join(programs, 'npx'), 0o755);
		if (aeo !== undefined) {
			writeFileSync(join(programs, 'aeo'), commandLine(aeo, port), { mode: 0o755 });
		}
		this.#child = spawn('bash', ['--noprofile', '--norc'], {
			cwd: home,
			env: {
				...process.env,
				PATH: `${programs}:${process.env.PATH}`,
				LC_ALL: 'C.UTF-8',
				XDG_STATE_HOME: join(programs, 'state'),
			},
			stdio: ['pipe', 'pipe', 'inherit'],
		});
		this.#child.stdout.setEncoding('utf8');
		this.#child.stdout.on('data', (text) => {
			this.#printed += text;
			this.#wake();
		});
		this.#child.once('exit', () => this.#wake());
		this.script = join(folder, 'command.sh');
	}

	/** What a command prints, on both outputs. */
	async run(command) {
		const told = command.replaceAll('127.0.0.1:9944', `127.0.0.1:${this.#port}`);
		writeFileSync(this.script, `${told}\n`);
		this.#printed = '';
		this.#child.stdin.write(
			`source '${this.script}' </dev/null 2>&1; printf '\\n%s %s\\n' '${END}' $?\n`,
		);
		await withLimit(command, COMMAND_LIMIT, this.#answered());
		return this.#printed.slice(0, this.#printed.indexOf(`\n${END}`));
	}

	async #answered() {
		while (!new RegExp(`\\n${END} \\d+\\n`).test(this.#printed)) {
			if (this.#child.exitCode !== null) {
				throw new Error(`The shell ended: ${this.#printed}`);
			}
			await new Promise((/** @type {(value?: unknown) => void} */ wake) => {
				this.#wake = wake;
			});
		}
	}

	/** Ends the shell. */
	end() {
		this.#child.stdin.end();
	}
}
