// What the chain serves, who takes part from the start, and how Uruguay is admitted. Chile and Korea
// are left to the story.

import assert from 'node:assert/strict';
import {
	admissionOf,
	candidateOf,
	councilOf,
	decide,
	newSessionKeys,
	pendingProposal,
	proposalsFor,
	proposeNewcomer,
	setKeys,
	stateOf,
	twoThirdsOf,
} from '../chain/admission.mjs';
import { accountOf, newEncryptionKey } from '../chain/keyring.mjs';
import { FOUNDERS, URUGUAY } from '../network/participants.mjs';
import { seconds } from '../network/text.mjs';
import { notEntitled, refusedAs, unpaid } from './checks.mjs';

/** Place of the pallet among the calls, fixed for ever. */
const ADMINISTRATIONS_INDEX = 9;

/** Admits Uruguay, and refuses everything that must not admit it. */
export async function checkGovernance(checks, chain, people, pairOf) {
	await checkWhatIsServed(checks, chain);
	await checkGenesis(checks, chain, people, pairOf);
	await checkWrongProposals(checks, chain, people);
	await checkMalformedArguments(checks, chain, people);
	const number = await checkProposal(checks, chain, people);
	await checkWrongDecisions(checks, chain, people, number);
	await checkAdmission(checks, chain, people, number);
}

/** What Uruguay does once it is admitted. */
export async function checkNewMember(checks, chain, people, node) {
	await checkSessionKeys(checks, chain, people, node);
	await checkOfficers(checks, chain, people);
}

/** Metadata and properties, as wallets and libraries read them. */
async function checkWhatIsServed(checks, chain) {
	const { api } = chain;
	await checks.that('metadata versions 14, 15 and 16 are served', async () => {
		const versions = api.createType(
			'Vec<u32>',
			await chain.rpc('state_call', ['Metadata_metadata_versions', '0x']),
		);
		const served = versions.map((version) => version.toNumber());
		for (const version of [14, 15, 16]) {
			assert.ok(served.includes(version), `version ${version} is not among ${served}`);
			const asked = api.createType('u32', version).toHex(true);
			const answer = await chain.rpc('state_call', ['Metadata_metadata_at_version', asked]);
			// As bytes: polkadot.js takes hex for the content, not for the encoding.
			const encoded = Uint8Array.from(Buffer.from(answer.slice(2), 'hex'));
			const metadata = api.createType('Option<Bytes>', encoded).unwrap().toU8a(true);
			assert.equal(Buffer.from(metadata.slice(0, 4)).toString(), 'meta');
			assert.equal(metadata[4], version);
		}
		return `served: ${served.join(', ')}`;
	});
	await checks.that('the pallet administrations has index 9, and the council is `council`', () => {
		assert.equal(api.tx.administrations.propose.callIndex[0], ADMINISTRATIONS_INDEX);
		assert.ok(api.tx.council.propose);
	});
	await checks.that('the SS58 prefix of chain properties and runtime are the same', async () => {
		const { ss58Format } = await chain.rpc('system_properties');
		assert.equal(ss58Format, api.consts.system.ss58Prefix.toNumber());
		return `prefix ${ss58Format}`;
	});
	await checks.that('there is no sudo', () => {
		assert.equal(api.tx.sudo, undefined);
	});
}

/** The administrations with which the chain starts. */
async function checkGenesis(checks, chain, people, pairOf) {
	const { api } = chain;
	await checks.that('MX, CR, PE and CO are admitted from the start, each with a seat', async () => {
		for (const { territory, key } of FOUNDERS) {
			assert.equal(await stateOf(chain, territory), 'Admitted', territory);
			await assertKind(chain, pairOf(key), territory, 'Own');
		}
		const accounts = FOUNDERS.map(({ key }) => accountOf(pairOf(key)));
		assert.deepEqual((await councilOf(chain)).sort(), accounts.sort());
	});
	await checks.that('each of them has two officers', async () => {
		for (const { territory } of FOUNDERS) {
			for (const place of [1, 2]) {
				const officer = pairOf(`//${territory}//officer//${place}`);
				await assertKind(chain, officer, territory, 'Officer');
			}
		}
	});
	await checks.that('nobody needs a balance: Mexico has none', async () => {
		const { data } = await api.query.system.account(people.mexico.address);
		assert.equal(data.free.toBigInt(), 0n);
	});
}

/** Proposals that must be refused, by whom or for what. */
async function checkWrongProposals(checks, chain, people) {
	const propose = (...candidate) => chain.api.tx.administrations.propose(...candidate);
	const candidate = candidateOf(URUGUAY, people.uruguay.address);
	const changed = (place, value) => Object.assign([...candidate], { [place]: value });
	await Promise.all([
		checks.that('an officer cannot propose: no quota pays for calls of another role', () => {
			return unpaid(chain, propose(...candidate), people.mexicanOfficer);
		}),
		checks.that('a stranger without quota and balance is turned away by the pool', () => {
			return unpaid(chain, propose(...candidate), people.stranger);
		}),
		checks.that('the territory of another administration cannot be proposed', () => {
			return refused(chain, propose(...changed(0, 'CR')), people.mexico, 'TerritoryCovered');
		}),
		checks.that('nor can it be one of the further territories', () => {
			const further = propose(...changed(1, ['AR', 'PE']));
			return refused(chain, further, people.costaRica, 'TerritoryCovered');
		}),
		checks.that('a UTC offset of a minute more than 14 hours is refused', () => {
			const late = propose(...changed(2, '+14:01'));
			return refused(chain, late, people.peru, 'UtcOffsetOutOfRange');
		}),
		checks.that('a UTC offset that is left empty, or is none, is refused', async () => {
			await refused(chain, propose(...changed(2, '')), people.peru, 'UtcOffsetMissing');
			const minutes = propose(...changed(2, '-180'));
			return refused(chain, minutes, people.peru, 'UtcOffsetNotUnderstood');
		}),
		checks.that('the own account of another administration is refused', () => {
			const taken = propose(...changed(3, people.peru.address));
			return refused(chain, taken, people.colombia, 'AccountInUse');
		}),
		checks.that('an encryption key of zeros is refused', () => {
			const keyless = propose(...changed(4, `0x${'00'.repeat(32)}`));
			return refused(chain, keyless, people.peru, 'EncryptionKeyMissing');
		}),
	]);
	await checks.that('after all that, nothing is proposed', async () => {
		assert.equal(await pendingProposal(chain, URUGUAY.territory), undefined);
	});
}

/** Arguments that are no arguments. */
async function checkMalformedArguments(checks, chain, people) {
	const candidate = candidateOf(URUGUAY, people.uruguay.address);
	const propose = (...args) => chain.api.tx.administrations.propose(...args);
	await checks.that('a territory that does not exist is refused by the library', () => {
		assert.throws(() => propose('ZZ', ...candidate.slice(1)), /unable to find 'ZZ'/);
	});
	await checks.that('a missing argument is refused by the library', () => {
		assert.throws(() => propose(...candidate.slice(0, 3)), /expects 7 arguments/);
	});
	await checks.that('a territory index that is not in use is refused by the decoder', async () => {
		const call = propose(...candidate);
		const signed = (await call.signAsync(people.mexico, { nonce: -1 })).toHex();
		const method = call.method.toHex().slice(2);
		// Pallet and call index are a byte each, then comes the territory.
		const altered = `${method.slice(0, 4)}ff${method.slice(6)}`;
		const refusal = await chain.rawRefusal(signed.replace(method, altered));
		assert.ok(refusal, 'the pool took it');
		assert.doesNotMatch(refusal, /bad signature/);
		return refusal.split('\n')[0].slice(0, 100);
	});
	await checks.that('bytes that are no transaction are refused', async () => {
		assert.ok(await chain.rawRefusal('0x1234'), 'the pool took it');
	});
}

/** Uruguay is proposed; gives the proposal's number. */
async function checkProposal(checks, chain, people) {
	let number;
	await checks.that('Mexico, without a balance, proposes Uruguay', async () => {
		const proposed = await proposeNewcomer(chain, people.mexico, URUGUAY, people.uruguay);
		assert.equal(proposed.event.territory.type, URUGUAY.territory);
		assert.equal(proposed.event.proposer.type, 'MX');
		assert.equal(proposed.event.account.toHex(), accountOf(people.uruguay));
		assert.equal(await pendingProposal(chain, URUGUAY.territory), proposed.number);
		number = proposed.number;
		return `proposal ${number}, block ${proposed.block}, ${seconds(proposed.inclusion)}`;
	});
	assert.notEqual(number, undefined, 'without a proposal the other checks mean nothing');
	await checks.that('a second proposal for Uruguay stands beside the first, until it is retracted', async () => {
		const rival = await proposeNewcomer(chain, people.costaRica, URUGUAY, people.stranger);
		assert.deepEqual(
			(await proposalsFor(chain, URUGUAY.territory)).map((proposal) => proposal.number),
			[rival.number, number],
		);
		const retract = chain.api.tx.administrations.retract(URUGUAY.territory, rival.number);
		await refused(chain, retract, people.mexico, 'ProposedByAnotherAdministration');
		await chain.submitWell(retract, people.costaRica);
		assert.equal(await pendingProposal(chain, URUGUAY.territory), number);
	});
	return number;
}

/** Motions that must not admit. */
async function checkWrongDecisions(checks, chain, people, number) {
	const { mexico, costaRica, peru, colombia } = people;
	const admit = admissionOf(chain, URUGUAY, number);
	await Promise.all([
		checks.that('an administration alone cannot admit', () => {
			return unpaid(chain, admit, mexico);
		}),
		checks.that('an officer has no vote: the pool turns it away', () => {
			const call = chain.api.tx.council.propose(3, admit, admit.method.encodedLength);
			return notEntitled(chain, call, people.mexicanOfficer);
		}),
		checks.that('a lone member with a motion of threshold 1 does not admit', async () => {
			const motion = chain.api.tx.council.propose(1, admit, admit.method.encodedLength);
			const submission = await chain.submitWell(motion, peru);
			const failure = chain.failureIn(submission, 'council', 'Executed');
			assert.equal(failure?.name, 'BadOrigin');
			await assertNotAdmitted(chain, number);
		}),
	]);
	await Promise.all([
		checks.that('a motion with threshold 2 of 4 fails with BadOrigin and is gone', async () => {
			const decision = await decide(chain, admit, 2, [mexico, costaRica]);
			assert.equal(decision.failure?.name, 'BadOrigin');
			assert.ok((await chain.api.query.council.proposalOf(decision.hash)).isNone);
			await assertNotAdmitted(chain, number);
		}),
		checks.that('a motion for another proposal number does not admit', async () => {
			const other = admissionOf(chain, URUGUAY, number + 1);
			const decision = await decide(chain, other, 3, [peru, mexico, colombia]);
			assert.equal(decision.failure?.name, 'administrations.UnknownProposal');
			await assertNotAdmitted(chain, number);
			return decision.failure;
		}),
	]);
}

/** The motion that admits. */
async function checkAdmission(checks, chain, people, number) {
	const { mexico, costaRica, peru, uruguay } = people;
	await checks.that('two thirds of the council admit Uruguay', async () => {
		const threshold = twoThirdsOf(FOUNDERS.length);
		assert.equal(threshold, 3);
		const call = admissionOf(chain, URUGUAY, number);
		const decision = await decide(chain, call, threshold, [mexico, costaRica, peru]);
		assert.equal(decision.failure, undefined, String(decision.failure));
		const event = chain.eventOf(decision, 'administrations', 'Admitted');
		assert.equal(event.administration.type, URUGUAY.territory);
		assert.equal(event.proposal.toNumber(), number);
		assert.equal(event.account.toHex(), accountOf(uruguay));
		return `block ${decision.block}`;
	});
	await checks.that('Uruguay is admitted, its account has the role, and the proposal is gone', async () => {
		assert.equal(await stateOf(chain, URUGUAY.territory), 'Admitted');
		await assertKind(chain, uruguay, URUGUAY.territory, 'Own');
		assert.equal(await pendingProposal(chain, URUGUAY.territory), undefined);
		const record = await chain.api.query.administrations.administrations(URUGUAY.territory);
		assert.equal(record.unwrap().details.utcOffset.toNumber(), -180);
	});
	await checks.that('Uruguay has a seat in the council', async () => {
		const members = await councilOf(chain);
		assert.equal(members.length, FOUNDERS.length + 1);
		assert.ok(members.includes(accountOf(uruguay)));
	});
}

/** Session keys, with the proof that they belong to who registers them. */
async function checkSessionKeys(checks, chain, people, node) {
	const { uruguay, mexico, mexicanOfficer } = people;
	const { api } = chain;
	await checks.that('Uruguay cannot validate without session keys', () => {
		const call = api.tx.administrations.startValidating();
		return refused(chain, call, uruguay, 'SessionKeysMissing');
	});
	await checks.that("session keys with another owner's proof are refused", async () => {
		const { keys, proof } = await newSessionKeys(node, mexico);
		return refusedAs(chain, api.tx.session.setKeys(keys, proof), uruguay, 'session.InvalidProof');
	});
	await checks.that('an officer cannot register session keys', async () => {
		const { keys, proof } = await newSessionKeys(node, mexicanOfficer);
		return unpaid(chain, api.tx.session.setKeys(keys, proof), mexicanOfficer);
	});
	await checks.that('Uruguay, without a balance, registers session keys with their proof', async () => {
		const keys = await newSessionKeys(node, uruguay);
		await setKeys(chain, keys, uruguay);
		const registered = await api.query.session.nextKeys(uruguay.address);
		assert.equal(registered.unwrap().toHex(), keys.keys);
	});
	await checks.that('Uruguay may say that it validates, and take it back', async () => {
		// In one batch: one node with two validators' keys could not finalise for both.
		const call = api.tx.utility.batchAll([
			api.tx.administrations.startValidating(),
			api.tx.administrations.stopValidating(),
		]);
		const submission = await chain.submitWell(call, uruguay);
		const said = submission.events
			.filter(({ event }) => event.method === 'ValidatingChanged')
			.map(({ event }) => event.data.validating.isTrue);
		assert.deepEqual(said, [true, false]);
	});
	await checks.that('session.purgeKeys is refused', () => {
		return unpaid(chain, api.tx.session.purgeKeys(), uruguay);
	});
}

/** Officers of the new administration, on its quota. */
async function checkOfficers(checks, chain, people) {
	const { uruguay, uruguayanOfficer } = people;
	const { api } = chain;
	await checks.that('Uruguay appoints an officer, who can transact without a balance', async () => {
		const call = api.tx.administrations.appointOfficer(uruguayanOfficer.address, [
			'Certification',
			'Suspension',
		]);
		await chain.submitWell(call, uruguay);
		await assertKind(chain, uruguayanOfficer, URUGUAY.territory, 'Officer');
		const approve = api.tx.multisig.approveAsMulti(
			2,
			[uruguay.address],
			null,
			`0x${'07'.repeat(32)}`,
			{ refTime: 0, proofSize: 0 },
		);
		await chain.submitWell(approve, uruguayanOfficer);
	});
	await checks.that("no quota pays for what is no role's work", () => {
		return unpaid(chain, api.tx.system.remark('0x00'), uruguayanOfficer);
	});
	await checks.that('the officer resigns, and the pool turns the account away', async () => {
		await chain.submitWell(api.tx.administrations.resign(), uruguayanOfficer);
		const role = await api.query.administrations.accounts(uruguayanOfficer.address);
		assert.ok(role.isNone);
		await unpaid(chain, api.tx.system.remark('0x01'), uruguayanOfficer);
	});
	await checks.that('Uruguay rotates its encryption key', async () => {
		const key = newEncryptionKey();
		await chain.submitWell(api.tx.administrations.rotateEncryptionKey(key), uruguay);
		const record = await api.query.administrations.administrations(URUGUAY.territory);
		assert.equal(record.unwrap().details.encryptionKey.toHex(), key);
	});
}

/** An administration's own account is replaced. */
export async function checkRotation(checks, chain, people) {
	const { colombia, newColombia, stranger } = people;
	const { api } = chain;
	await checks.that('Colombia offers another account to replace its own', async () => {
		const call = api.tx.administrations.rotateAccount(newColombia.address);
		const submission = await chain.submitWell(call, colombia);
		const event = chain.eventOf(submission, 'administrations', 'AccountOffered');
		assert.equal(event.account.toHex(), accountOf(newColombia));
		await assertKind(chain, newColombia, 'CO', 'Incoming');
		await assertKind(chain, colombia, 'CO', 'Own');
	});
	await checks.that('a stranger cannot accept in its place', () => {
		return unpaid(chain, api.tx.administrations.acceptAccount(), stranger);
	});
	await checks.that('the offered account accepts, and the seat moves to it', async () => {
		const before = await councilOf(chain);
		const call = api.tx.administrations.acceptAccount();
		const submission = await chain.submitWell(call, newColombia);
		const event = chain.eventOf(submission, 'administrations', 'AccountRotated');
		assert.equal(event.from.toHex(), accountOf(colombia));
		assert.equal(event.to.toHex(), accountOf(newColombia));
		const members = await councilOf(chain);
		assert.ok(members.includes(accountOf(newColombia)), 'the new account has the seat');
		assert.ok(!members.includes(accountOf(colombia)), 'the old account has none');
		assert.equal(members.length, before.length);
		await assertKind(chain, newColombia, 'CO', 'Own');
	});
	await checks.that('the old account has no role and no quota any more', async () => {
		assert.ok((await api.query.administrations.accounts(colombia.address)).isNone);
		await unpaid(chain, api.tx.system.remark('0x02'), colombia);
	});
	await checks.that('the new account can write for Colombia', async () => {
		const call = api.tx.administrations.rotateEncryptionKey(newEncryptionKey());
		await chain.submitWell(call, newColombia);
	});
}

/** The call is included and fails with this error of the pallet administrations. */
function refused(chain, call, pair, error) {
	return refusedAs(chain, call, pair, `administrations.${error}`);
}

async function assertNotAdmitted(chain, number) {
	assert.equal(await stateOf(chain, URUGUAY.territory), undefined);
	assert.equal(await pendingProposal(chain, URUGUAY.territory), number);
}

async function assertKind(chain, pair, territory, kind) {
	const record = await chain.api.query.administrations.accounts(pair.address);
	assert.ok(record.isSome, `an account of ${territory} has no role`);
	assert.equal(record.unwrap().administration.type, territory);
	assert.equal(record.unwrap().kind.type, kind);
}
