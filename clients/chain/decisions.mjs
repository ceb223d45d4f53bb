// Decisions that wait for a second officer: a confirmation names the number that the event of the
// proposal shows, so that it can meet no other decision. Story, checks and benchmarks take the same
// steps.

/** The events of proposals that wait for a second officer. */
const PROPOSALS = [
	['certificates', 'DecisionProposed'],
	['certificates', 'BatchProposed'],
	['suspensions', 'ReinstatementProposed'],
];

/** The number of the proposal that a submission has made. Fails where it has made none. */
export function proposalIn(chain, submission) {
	const events = PROPOSALS.map(([section, method]) => chain.eventOf(submission, section, method));
	const event = events.find((one) => one !== undefined);
	if (event === undefined) {
		throw new Error(`${submission.call} in block ${submission.block} has proposed nothing.`);
	}
	return event.proposal.toNumber();
}

/** One officer proposes, another confirms by the number. Gives both submissions. */
async function takeTwo(chain, [maker, checker], call, confirm) {
	const proposed = await chain.submitWell(call, maker);
	const confirmation = confirm(proposalIn(chain, proposed));
	return { proposed, confirmed: await chain.submitWell(confirmation, checker) };
}

/** A decision about a certificate is taken by two officers. Gives the confirmation. */
export async function takeDecision(chain, desk, certificate, decision) {
	const { certificates } = chain.api.tx;
	const call = certificates.propose(certificate, decision);
	const { confirmed } = await takeTwo(chain, desk, call, (proposal) => {
		return certificates.confirm(certificate, proposal);
	});
	return confirmed;
}

/** Who decided, as the chain tells it: the maker's address, and the checker's where there is one. */
export function handsOf({ maker, checker }) {
	return checker.isSome ? [maker.toString(), checker.unwrap().toString()] : [maker.toString()];
}

/** The numbers of the proposals that wait for an issuer's second officers, by certificate. */
export async function pendingOf(chain, issuer) {
	const waiting = new Map();
	for (let page = 0; page !== null; ) {
		const { answer } = await chain.rpc('aeo_pendingDecisions', [issuer, page]);
		answer.decisions.forEach(({ number, proposal }) => waiting.set(number, proposal));
		page = answer.next_page;
	}
	return waiting;
}
