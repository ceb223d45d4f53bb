// Questions to the chain by JSON-RPC, `aeo_*`, and what its answers come to.

/** How many questions are asked at a time. */
const AT_A_TIME = 20;

/** After how many answers the progress is told. */
const PROGRESS = 100;

/**
 * Asks about a firm in a declaration lodged at `grantor`; `identifier` is a TIN or an object as
 * aeo_evaluate takes it. Gives `{ granted, benefits, denial, certificate, block, time, final,
 * stale }`; `at` is a block's number, without it the latest is asked.
 */
export async function evaluate(chain, grantor, identifier, role, direction, at) {
	const parameters = [grantor, identifier, role, direction];
	const reply = await chain.rpc(
		'aeo_evaluate',
		at === undefined ? parameters : [...parameters, at],
	);
	return answerOf(reply);
}

/** Asks about the foreign firm of a declaration, at the administration where it was lodged. */
export function evaluateDeclaration(chain, declaration, at) {
	const { administration, foreign_tin: tin, foreign_alias: alias, role, direction } = declaration;
	const identifier = tin ?? { Alias: { scheme: 'Code', value: alias } };
	return evaluate(chain, administration, identifier, role, direction, at);
}

/** Asks about all these, some at a time, and tells from time to time how many are answered. */
export async function askAll(items, ask, tell) {
	const answers = [];
	for (let first = 0; first < items.length; first += AT_A_TIME) {
		const part = items.slice(first, first + AT_A_TIME).map((item) => ask(item));
		answers.push(...(await Promise.all(part)));
		if (answers.length % PROGRESS === 0) {
			tell(answers.length);
		}
	}
	return answers;
}

/** The uses of a firm's status, latest first. */
export async function usesOf(chain, { tin }) {
	const { answer } = await chain.rpc('aeo_usesOf', [tin]);
	return answer;
}

/** A reply of aeo_evaluate, flat. */
export function answerOf({ answer, block_number: block, block_time: time, finalised, stale }) {
	const { Granted: granted, Denied: denied } = answer.outcome;
	return {
		granted: granted !== undefined,
		benefits: (granted ?? []).map(({ benefit }) => benefit),
		denial: denied === undefined ? null : nameOf(denied.denial),
		certificate: denied === undefined ? granted[0].certificate : denied.certificate,
		block,
		time,
		final: finalised,
		stale,
	};
}

/** The name of an enum's variant in JSON: a text, or an object with what it holds. */
export function nameOf(variant) {
	return typeof variant === 'string' ? variant : Object.keys(variant)[0];
}

/** What an answer comes to: `granted`, or the name of the denial. */
export function verdictOf({ granted, denial }) {
	return granted ? 'granted' : denial;
}

/**
 * What an administration has not acknowledged, page by page; and for each issuer up to where it was
 * read, as `suspensions.acknowledgeThrough` takes it.
 */
export async function unacknowledgedBy(chain, administration) {
	const told = [];
	const through = new Map();
	let from = null;
	do {
		const { answer } = await chain.rpc('aeo_unacknowledged', [administration, from]);
		told.push(...answer.told);
		for (const read of answer.through) {
			through.set(read.issuer, read);
		}
		from = answer.next;
	} while (from);
	return { told, through };
}
