// The steps by which the council decides, an administration is admitted and becomes a validator.
// The story of `make run`, the end-to-end test and the agreements take the same ones.

import { blake2AsHex } from '@polkadot/util-crypto';
import { accountOf, newEncryptionKey } from './keyring.mjs';

/** Ayes that a call behind two thirds of the council needs, by number of seats. */
export function twoThirdsOf(seats) {
	return Math.ceil((2 * seats) / 3);
}

/** The members of the council as hex accounts. */
export async function councilOf(chain) {
	const members = await chain.api.query.council.members();
	return members.map((member) => member.toHex());
}

/** The state of an administration, such as `Admitted`; none when it was never admitted. */
export async function stateOf(chain, territory) {
	const administration = await chain.api.query.administrations.administrations(territory);
	return administration.isSome ? administration.unwrap().state.type : undefined;
}

/** The proposals that stand for a territory, `{ number, account }`, the latest first. */
export async function proposalsFor(chain, territory) {
	const entries = await chain.api.query.administrations.proposals.entries(territory);
	return entries
		.map(([, proposal]) => proposal.unwrap())
		.map(({ number, candidate }) => ({ number: number.toNumber(), account: candidate.account }))
		.sort((one, other) => other.number - one.number);
}

/** The number of the latest proposal that stands for a territory, if there is one. */
export async function pendingProposal(chain, territory) {
	const [latest] = await proposalsFor(chain, territory);
	return latest?.number;
}

/** The arguments of `administrations.propose` for a newcomer, with a fresh encryption key. */
export function candidateOf({ territory, country, utcOffset }, account) {
	return [
		territory,
		[],
		offsetOf(utcOffset),
		account,
		newEncryptionKey(),
		blake2AsHex(`Instrument that binds the account of ${country} on the development network`),
		[],
	];
}

/** Minutes east of Greenwich as an offset is written: -240 is `-04:00`. */
export function offsetOf(minutes) {
	const two = (number) => String(number).padStart(2, '0');
	const size = Math.abs(minutes);
	return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** A newcomer is proposed by an admitted administration. Adds the proposal's number. */
export async function proposeNewcomer(chain, proposer, newcomer, { address }) {
	const call = chain.api.tx.administrations.propose(...candidateOf(newcomer, address));
	const submission = await chain.submitWell(call, proposer);
	const event = chain.eventOf(submission, 'administrations', 'Proposed');
	return { ...submission, event, number: event.proposal.toNumber() };
}

/** The call that a motion to admit a newcomer is about. */
export function admissionOf(chain, { territory }, number) {
	return chain.api.tx.administrations.admit(territory, number);
}

/** Opens a motion in the council. Its proposer has not voted yet. */
export async function openMotion(chain, call, threshold, proposer) {
	const motion = { call, hash: call.method.hash.toHex() };
	const length = call.method.encodedLength;
	const submission = await chain.submitWell(
		chain.api.tx.council.propose(threshold, call, length),
		proposer,
	);
	const event = chain.eventOf(submission, 'council', 'Proposed');
	return { ...motion, index: event.proposalIndex.toNumber(), submission };
}

/** Votes aye for a motion. */
export function voteAye(chain, motion, pair) {
	return chain.submitWell(chain.api.tx.council.vote(motion.hash, motion.index, true), pair);
}

/** Closes a motion that has its votes. Adds why its call failed, as `failure`, if it did. */
export async function closeMotion(chain, motion, pair) {
	const { weight } = await motion.call.paymentInfo(pair.address);
	const length = motion.call.method.encodedLength;
	const submission = await chain.submitWell(
		chain.api.tx.council.close(motion.hash, motion.index, weight, length),
		pair,
	);
	return { ...submission, failure: chain.failureIn(submission, 'council', 'Executed') };
}

/** Opens a motion, lets these members vote aye, and closes it. */
export async function decide(chain, call, threshold, members) {
	const [proposer] = members;
	const motion = await openMotion(chain, call, threshold, proposer);
	await Promise.all(members.map((member) => voteAye(chain, motion, member)));
	return { ...(await closeMotion(chain, motion, proposer)), hash: motion.hash };
}

/**
 * New session keys in a node's own keystore, `{ keys, proof }`: the proof shows that their owner
 * is this account.
 */
export function newSessionKeys(node, pair) {
	return node.rpc('author_rotateKeysWithOwner', [accountOf(pair)]);
}

/** Registers session keys for an administration's own account. */
export function setKeys(chain, { keys, proof }, pair) {
	return chain.submitWell(chain.api.tx.session.setKeys(keys, proof), pair);
}

/** Says that an administration wants to validate, or no longer. */
export function setValidating(chain, validating, pair) {
	const { startValidating, stopValidating } = chain.api.tx.administrations;
	return chain.submitWell(validating ? startValidating() : stopValidating(), pair);
}
