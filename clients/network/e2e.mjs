// The end-to-end test: one node of the chain `development`, asked and told as a user would, with
// `@polkadot/api` and no custom types. Each check is a sentence and says whether it holds.

import assert from 'node:assert/strict';
import {
	admitChile,
	councilOf,
	decide,
	newSessionKeys,
	pendingProposal,
	proposeChile,
	setKeys,
	stateOf,
	twoThirdsOf,
} from './admission.mjs';
import { accountOf, connect } from './chain.mjs';
import {
	CHILE,
	FOUNDERS,
	chileanCandidate,
	newEncryptionKey,
	openKeyring,
} from './participants.mjs';
import { say, seconds } from './text.mjs';
import { waitFor } from './wait.mjs';

/** Place of the pallet among the calls, fixed for ever. */
const ADMINISTRATIONS_INDEX = 9;

/** How long finality may take, in seconds. */
const FINALITY_LIMIT = 60;

/** What the pool answers when neither quota nor balance pays. */
const CANNOT_PAY = /Inability to pay/;

/** Starts the node, makes all checks, and gives how many failed. */
export async function runChecks(node) {
	const start = performance.now();
	await node.start();
	say(`${node.name} is up: ${node.url}, log ${node.log}`);
	const chain = await connect(node.url);
	const checks = new Checks();
	try {
		await checkAll(checks, chain, node, await openKeyring());
	} finally {
		await chain.close();
	}
	const elapsed = seconds((performance.now() - start) / 1000);
	say(`${checks.made} checks, ${checks.failed} failed, in ${elapsed}.`);
	return checks.failed;
}

/** Counts checks and prints each with its outcome; several may be under way at a time. */
class Checks {
	made = 0;
	failed = 0;

	async that(sentence, check) {
		this.made += 1;
		const number = this.made;
		try {
			const remark = await check();
			say(`ok ${number} - ${sentence}${remark === undefined ? '' : ` (${remark})`}`);
		} catch (error) {
			this.failed += 1;
			say(`not ok ${number} - ${sentence}`);
			say(`    ${(error.stack ?? String(error)).replaceAll('\n', '\n    ')}`);
		}
	}
}

async function checkAll(checks, chain, node, pairOf) {
	const people = {
		mexico: pairOf('//Alice'),
		costaRica: pairOf('//Bob'),
		peru: pairOf('//Charlie'),
		colombia: pairOf('//Dave'),
		newColombia: pairOf('//Dave//new'),
		chile: pairOf(CHILE.key),
		chileanOfficer: pairOf('//CL//officer//1'),
		mexicanOfficer: pairOf('//MX//officer//1'),
		peruvianOfficer: pairOf('//PE//officer//1'),
		stranger: pairOf('//Ferdie'),
	};
	await checkWhatIsServed(checks, chain);
	await checkGenesis(checks, chain, people, pairOf);
	await checkWrongProposals(checks, chain, people);
	await checkMalformedArguments(checks, chain, people);
	const number = await checkProposal(checks, chain, people);
	await checkWrongDecisions(checks, chain, people, number);
	await checkAdmission(checks, chain, people, number);
	await checkSessionKeys(checks, chain, people, node);
	await checkOfficers(checks, chain, people);
	await checkRotation(checks, chain, people);
	await checkFinality(checks, node);
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
			await assertRole(chain, pairOf(key), territory, 'Own');
		}
		const accounts = FOUNDERS.map(({ key }) => accountOf(pairOf(key)));
		assert.deepEqual((await councilOf(chain)).sort(), accounts.sort());
	});
	await checks.that('each of them has two officers', async () => {
		for (const { territory } of FOUNDERS) {
			for (const place of [1, 2]) {
				const officer = pairOf(`//${territory}//officer//${place}`);
				await assertRole(chain, officer, territory, 'Officer');
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
	const candidate = chileanCandidate(people.chile.address);
	const changed = (place, value) => Object.assign([...candidate], { [place]: value });
	await Promise.all([
		checks.that('an officer cannot propose', () => {
			return refused(chain, propose(...candidate), people.mexicanOfficer, 'NotOwnAccount');
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
		checks.that('a UTC offset of 841 minutes is refused', () => {
			return refused(chain, propose(...changed(2, 841)), people.peru, 'UtcOffsetOutOfRange');
		}),
		checks.that('an account that has a role already is refused', () => {
			const officer = propose(...changed(3, people.peruvianOfficer.address));
			return refused(chain, officer, people.colombia, 'AccountInUse');
		}),
		checks.that('an encryption key of zeros is refused', () => {
			const keyless = propose(...changed(4, `0x${'00'.repeat(32)}`));
			return refused(chain, keyless, people.peru, 'EncryptionKeyMissing');
		}),
	]);
	await checks.that('after all that, nothing is proposed', async () => {
		assert.equal(await pendingProposal(chain, CHILE.territory), undefined);
	});
}

/** Arguments that are no arguments. */
async function checkMalformedArguments(checks, chain, people) {
	const candidate = chileanCandidate(people.chile.address);
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

/** Chile is proposed; gives the proposal's number. */
async function checkProposal(checks, chain, people) {
	let number;
	await checks.that('Mexico, without a balance, proposes Chile', async () => {
		const proposed = await proposeChile(chain, people.mexico, people.chile);
		assert.equal(proposed.event.territory.type, CHILE.territory);
		assert.equal(proposed.event.proposer.type, 'MX');
		assert.equal(proposed.event.account.toHex(), accountOf(people.chile));
		assert.equal(await pendingProposal(chain, CHILE.territory), proposed.number);
		number = proposed.number;
		return `proposal ${number}, block ${proposed.block}, ${seconds(proposed.inclusion)}`;
	});
	assert.notEqual(number, undefined, 'without a proposal the other checks mean nothing');
	await checks.that('a second proposal for Chile is refused while the first is open', () => {
		const call = chain.api.tx.administrations.propose(...chileanCandidate(people.stranger.address));
		return refused(chain, call, people.costaRica, 'AlreadyProposed');
	});
	return number;
}

/** Motions that must not admit. */
async function checkWrongDecisions(checks, chain, people, number) {
	const { mexico, costaRica, peru, colombia } = people;
	const admit = admitChile(chain, number);
	await Promise.all([
		checks.that('an administration alone cannot admit', () => {
			return refusedAs(chain, admit, mexico, 'BadOrigin');
		}),
		checks.that('an officer has no vote', () => {
			const call = chain.api.tx.council.propose(3, admit, admit.method.encodedLength);
			return refusedAs(chain, call, people.mexicanOfficer, 'council.NotMember');
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
			const other = admitChile(chain, number + 1);
			const decision = await decide(chain, other, 3, [peru, mexico, colombia]);
			assert.equal(decision.failure?.name, 'administrations.ProposalChanged');
			await assertNotAdmitted(chain, number);
			return decision.failure;
		}),
	]);
}

/** The motion that admits. */
async function checkAdmission(checks, chain, people, number) {
	const { mexico, costaRica, peru, chile } = people;
	await checks.that('two thirds of the council admit Chile', async () => {
		const threshold = twoThirdsOf(FOUNDERS.length);
		assert.equal(threshold, 3);
		const call = admitChile(chain, number);
		const decision = await decide(chain, call, threshold, [mexico, costaRica, peru]);
		assert.equal(decision.failure, undefined, String(decision.failure));
		const event = chain.eventOf(decision, 'administrations', 'Admitted');
		assert.equal(event.administration.type, CHILE.territory);
		assert.equal(event.proposal.toNumber(), number);
		assert.equal(event.account.toHex(), accountOf(chile));
		return `block ${decision.block}`;
	});
	await checks.that('Chile is admitted, its account has the role, and the proposal is gone', async () => {
		assert.equal(await stateOf(chain, CHILE.territory), 'Admitted');
		await assertRole(chain, chile, CHILE.territory, 'Own');
		assert.equal(await pendingProposal(chain, CHILE.territory), undefined);
		const record = await chain.api.query.administrations.administrations(CHILE.territory);
		assert.equal(record.unwrap().details.utcOffset.toNumber(), -240);
	});
	await checks.that('Chile has a seat in the council', async () => {
		const members = await councilOf(chain);
		assert.equal(members.length, FOUNDERS.length + 1);
		assert.ok(members.includes(accountOf(chile)));
	});
}

/** Session keys, with the proof that they belong to who registers them. */
async function checkSessionKeys(checks, chain, people, node) {
	const { chile, mexico, mexicanOfficer } = people;
	const { api } = chain;
	await checks.that('Chile cannot validate without session keys', () => {
		const call = api.tx.administrations.setValidating(true);
		return refused(chain, call, chile, 'SessionKeysMissing');
	});
	await checks.that("session keys with another owner's proof are refused", async () => {
		const { keys, proof } = await newSessionKeys(node, mexico);
		return refusedAs(chain, api.tx.session.setKeys(keys, proof), chile, 'session.InvalidProof');
	});
	await checks.that('an officer cannot register session keys', async () => {
		const { keys, proof } = await newSessionKeys(node, mexicanOfficer);
		const call = api.tx.session.setKeys(keys, proof);
		return refusedAs(chain, call, mexicanOfficer, 'session.NoAssociatedValidatorId');
	});
	await checks.that('Chile, without a balance, registers session keys with their proof', async () => {
		const keys = await newSessionKeys(node, chile);
		await setKeys(chain, keys, chile);
		const registered = await api.query.session.nextKeys(chile.address);
		assert.equal(registered.unwrap().toHex(), keys.keys);
	});
	await checks.that('Chile may say that it validates, and take it back', async () => {
		// In one batch: one node with two validators' keys could not finalise for both.
		const call = api.tx.utility.batchAll([
			api.tx.administrations.setValidating(true),
			api.tx.administrations.setValidating(false),
		]);
		const submission = await chain.submitWell(call, chile);
		const said = submission.events
			.filter(({ event }) => event.method === 'ValidatingChanged')
			.map(({ event }) => event.data.validating.isTrue);
		assert.deepEqual(said, [true, false]);
	});
	await checks.that('session.purgeKeys is refused', () => {
		return refusedAs(chain, api.tx.session.purgeKeys(), chile, 'system.CallFiltered');
	});
}

/** Officers of the new administration, on its quota. */
async function checkOfficers(checks, chain, people) {
	const { chile, chileanOfficer } = people;
	const { api } = chain;
	await checks.that('Chile appoints an officer, who can transact without a balance', async () => {
		const call = api.tx.administrations.appointOfficer(chileanOfficer.address, [
			'Certification',
			'Suspension',
		]);
		await chain.submitWell(call, chile);
		await assertRole(chain, chileanOfficer, CHILE.territory, 'Officer');
		await chain.submitWell(api.tx.system.remark('0x00'), chileanOfficer);
	});
	await checks.that('the officer resigns, and the pool turns the account away', async () => {
		await chain.submitWell(api.tx.administrations.resign(), chileanOfficer);
		const role = await api.query.administrations.accounts(chileanOfficer.address);
		assert.ok(role.isNone);
		await unpaid(chain, api.tx.system.remark('0x01'), chileanOfficer);
	});
	await checks.that('Chile rotates its encryption key', async () => {
		const key = newEncryptionKey();
		await chain.submitWell(api.tx.administrations.rotateEncryptionKey(key), chile);
		const record = await api.query.administrations.administrations(CHILE.territory);
		assert.equal(record.unwrap().details.encryptionKey.toHex(), key);
	});
}

/** An administration's own account is replaced. */
async function checkRotation(checks, chain, people) {
	const { colombia, newColombia, stranger } = people;
	const { api } = chain;
	await checks.that('Colombia offers another account to replace its own', async () => {
		const call = api.tx.administrations.rotateAccount(newColombia.address);
		const submission = await chain.submitWell(call, colombia);
		const event = chain.eventOf(submission, 'administrations', 'AccountOffered');
		assert.equal(event.account.toHex(), accountOf(newColombia));
		await assertRole(chain, newColombia, 'CO', 'Incoming');
		await assertRole(chain, colombia, 'CO', 'Own');
	});
	await checks.that('a stranger cannot accept in its place', () => {
		return unpaid(chain, api.tx.administrations.acceptAccount(), stranger);
	});
	await checks.that('the offered account accepts, and the seat moves to it', async () => {
		const call = api.tx.administrations.acceptAccount();
		const submission = await chain.submitWell(call, newColombia);
		const event = chain.eventOf(submission, 'administrations', 'AccountRotated');
		assert.equal(event.from.toHex(), accountOf(colombia));
		assert.equal(event.to.toHex(), accountOf(newColombia));
		const members = await councilOf(chain);
		assert.ok(members.includes(accountOf(newColombia)), 'the new account has the seat');
		assert.ok(!members.includes(accountOf(colombia)), 'the old account has none');
		assert.equal(members.length, FOUNDERS.length + 1);
		await assertRole(chain, newColombia, 'CO', 'Own');
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

/** Everything above becomes final. */
async function checkFinality(checks, node) {
	await checks.that('all this is final', async () => {
		const best = await node.best();
		await waitFor(`block ${best} is final`, FINALITY_LIMIT, async () => {
			return (await node.finalised()) >= best ? best : undefined;
		});
		return `block ${best}`;
	});
}

/** The call is included and fails with this error of the pallet administrations. */
function refused(chain, call, pair, error) {
	return refusedAs(chain, call, pair, `administrations.${error}`);
}

/** The call is included and fails with this error, which says what to do. */
async function refusedAs(chain, call, pair, name) {
	const { refusal } = await chain.submit(call, pair);
	assert.equal(refusal?.name, name);
	assert.notEqual(refusal.text, '', 'the error has no text');
	return refusal;
}

/** The pool turns the call away, since nobody pays for it. */
async function unpaid(chain, call, pair) {
	const refusal = await chain.poolRefusal(call, pair);
	assert.match(refusal ?? 'taken', CANNOT_PAY);
	return refusal;
}

async function assertNotAdmitted(chain, number) {
	assert.equal(await stateOf(chain, CHILE.territory), undefined);
	assert.equal(await pendingProposal(chain, CHILE.territory), number);
}

async function assertRole(chain, pair, territory, role) {
	const record = await chain.api.query.administrations.accounts(pair.address);
	assert.ok(record.isSome, `an account of ${territory} has no role`);
	assert.equal(record.unwrap().administration.type, territory);
	assert.equal(record.unwrap().role.type, role);
}
