//! A validator that votes twice: the report, the proof, and what the council sees.

use crate::chain::{done, emitted, motion, send, Chain, CO, CR, MX, PE};
use aeo_primitives::Territory;
use aeo_runtime::{
	AccountId, Balances, Block, BlockNumber, Executive, Fees, Grandpa, Hash, Historical, Runtime,
	RuntimeCall, Session, SessionKeys, System, UncheckedExtrinsic,
};
use codec::{Decode, Encode};
use frame_support::traits::{fungible::Mutate, KeyOwnerProofSystem};
use pallet_administrations::{Call, Equivocation, EquivocationMark, Equivocations, Event};
use sp_consensus_aura::AURA_ENGINE_ID;
use sp_consensus_grandpa::{
	runtime_decl_for_grandpa_api::GrandpaApiV3, AuthorityId, EquivocationProof, KEY_TYPE,
};
use sp_core::{crypto::key_types::AURA, ed25519, Pair, H256};
use sp_keyring::{Ed25519Keyring, Sr25519Keyring};
use sp_runtime::{
	traits::Header as _,
	transaction_validity::{InvalidTransaction, TransactionSource, TransactionValidityError},
	ApplyExtrinsicResult, Digest, DigestItem,
};
use sp_session::MembershipProof;

pub(crate) type Proof = EquivocationProof<Hash, BlockNumber>;

/// Two votes of one key in `round`, for the blocks with these bytes.
pub(crate) fn votes(set: u64, round: u64, voter: &ed25519::Pair, for_: [u8; 2]) -> Proof {
	signed_votes(set, [round; 2], [voter; 2], for_)
}

/// Two votes said to be of the first key and of the first round, each signed so.
fn signed_votes(set: u64, rounds: [u64; 2], voters: [&ed25519::Pair; 2], for_: [u8; 2]) -> Proof {
	let vote = |place: usize| {
		let vote = finality_grandpa::Prevote {
			target_hash: H256::repeat_byte(for_[place]),
			target_number: 7,
		};
		let message = finality_grandpa::Message::Prevote(vote.clone());
		let payload = sp_consensus_grandpa::localized_payload(rounds[place], set, &message);
		(vote, voters[place].sign(&payload).into())
	};
	let equivocation = finality_grandpa::Equivocation {
		round_number: rounds[0],
		identity: voters[0].public().into(),
		first: vote(0),
		second: vote(1),
	};
	EquivocationProof::new(
		set,
		sp_consensus_grandpa::Equivocation::Prevote(equivocation),
	)
}

/// The proof that the validator of `key` is one of the present session.
fn owner(chain: &mut Chain, key: &ed25519::Pair) -> MembershipProof {
	let authority = AuthorityId::from(key.public());
	chain.read(|| {
		let set = Grandpa::current_set_id();
		let opaque = <Runtime as GrandpaApiV3<Block>>::generate_key_ownership_proof(set, authority);
		opaque.and_then(|proof| proof.decode()).expect("a proof")
	})
}

fn unsigned(proof: &Proof, owner: &MembershipProof) -> UncheckedExtrinsic {
	let call = pallet_grandpa::Call::<Runtime>::report_equivocation_unsigned {
		equivocation_proof: Box::new(proof.clone()),
		key_owner_proof: owner.clone(),
	};
	UncheckedExtrinsic::new_bare(RuntimeCall::from(call))
}

/// Report in the block under way.
fn report(proof: &Proof, owner: &MembershipProof) -> ApplyExtrinsicResult {
	Executive::apply_extrinsic(unsigned(proof, owner))
}

fn mark(chain: &mut Chain, administration: Territory) -> Option<EquivocationMark<BlockNumber>> {
	chain.read(|| Equivocations::<Runtime>::get(administration))
}

fn invalid(why: InvalidTransaction) -> ApplyExtrinsicResult {
	Err(TransactionValidityError::Invalid(why))
}

fn false_proof() -> ApplyExtrinsicResult {
	Ok(Err(
		pallet_grandpa::Error::<Runtime>::InvalidEquivocationProof.into(),
	))
}

#[test]
fn two_votes_should_be_reported_by_a_node_and_marked_where_the_council_sees_it() {
	let mut chain = Chain::new("local_testnet");
	chain.run_to(3);
	let bob = Ed25519Keyring::Bob.pair();
	let proof = votes(0, 5, &bob, [1, 2]);
	let owner = owner(&mut chain, &bob);
	// as a node does it: the runtime hands an unsigned transaction to the node's own pool
	let pool = chain.pool();
	chain.read(|| {
		let owner = sp_consensus_grandpa::OpaqueKeyOwnershipProof::new(owner.encode());
		<Runtime as GrandpaApiV3<Block>>::submit_report_equivocation_unsigned_extrinsic(
			proof.clone(),
			owner,
		)
		.expect("submitted");
	});
	let [submitted] = &pool()[..] else {
		panic!("one transaction");
	};
	let extrinsic = UncheckedExtrinsic::decode(&mut &submitted[..]).expect("an extrinsic");
	assert_eq!(extrinsic.encode(), unsigned(&proof, &owner).encode());
	let quota = chain.read(|| Fees::quota_left(&CR.to_account_id()));
	chain.block(|| {
		assert_eq!(Executive::apply_extrinsic(extrinsic), Ok(Ok(())));
		assert!(emitted(Event::<Runtime>::EquivocationNoted {
			administration: Territory::CR,
			equivocation: Equivocation::TwoVotes,
			session: 0,
			place: 5,
			count: 1,
		}));
		// the standard event too, for tools that know it
		let standard = |record: &frame_system::EventRecord<aeo_runtime::RuntimeEvent, Hash>| {
			matches!(record.event, aeo_runtime::RuntimeEvent::Offences(_))
		};
		assert!(System::events().iter().any(standard));
	});
	assert_eq!(
		mark(&mut chain, Territory::CR),
		Some(EquivocationMark {
			equivocation: Equivocation::TwoVotes,
			session: 0,
			place: 5,
			reported: 4,
			count: 1,
		})
	);
	// nothing else follows by itself: neither quota nor seat nor validator is touched
	chain.read(|| {
		assert_eq!(
			Fees::quota_left(&CR.to_account_id()),
			quota,
			"nobody pays for a report"
		);
		assert!(Session::validators().contains(&CR.to_account_id()));
		assert!(Session::disabled_validators().is_empty());
	});
	// the council's answer
	let off = Call::<Runtime>::switch_off_validator {
		administration: Territory::CR,
	};
	let result = chain.block(|| motion(off, 3, &[MX, PE, CO]));
	assert_eq!(result, Some(Ok(())));
	chain.run_to(41);
	chain.read(|| assert!(!Session::validators().contains(&CR.to_account_id())));
}

/// A report costs nothing and is kept for ever: one a session is enough to show it.
#[test]
fn reports_of_one_administration_should_be_one_in_the_length_of_a_session() {
	let mut chain = Chain::new("local_testnet");
	chain.run_to(3);
	let bob = Ed25519Keyring::Bob.pair();
	let owner = owner(&mut chain, &bob);
	chain.block(|| {
		assert_eq!(report(&votes(0, 5, &bob, [1, 2]), &owner), Ok(Ok(())));
		for again in [[1, 2], [2, 1], [3, 4]] {
			let result = report(&votes(0, 5, &bob, again), &owner);
			assert_eq!(result, invalid(InvalidTransaction::Stale));
		}
		// nor another round, and signed neither
		let other = votes(0, 6, &bob, [1, 2]);
		assert_eq!(report(&other, &owner), invalid(InvalidTransaction::Stale));
		let before = Fees::quota_left(&PE.to_account_id());
		let call = pallet_grandpa::Call::<Runtime>::report_equivocation {
			equivocation_proof: Box::new(other),
			key_owner_proof: owner.clone(),
		};
		let known = pallet_grandpa::Error::<Runtime>::DuplicateOffenceReport;
		assert_eq!(send(PE, call), Ok(Err(known.into())));
		assert!(Fees::quota_left(&PE.to_account_id()) < before);
	});
	chain.run_to(23);
	chain.block(|| {
		// known for ever; and another round is another offence
		let again = report(&votes(0, 5, &bob, [1, 2]), &owner);
		assert_eq!(again, invalid(InvalidTransaction::Stale));
		assert_eq!(report(&votes(0, 6, &bob, [1, 2]), &owner), Ok(Ok(())));
	});
	let mark = mark(&mut chain, Territory::CR).expect("marked");
	assert_eq!((mark.count, mark.place), (2, 6));
	assert_eq!(self::mark(&mut chain, Territory::MX), None);
}

#[test]
fn a_false_proof_should_be_refused() {
	let mut chain = Chain::new("local_testnet");
	chain.run_to(3);
	let (bob, dave) = (Ed25519Keyring::Bob.pair(), Ed25519Keyring::Dave.pair());
	let stranger = Ed25519Keyring::Eve.pair();
	let (of_bob, of_dave) = (owner(&mut chain, &bob), owner(&mut chain, &dave));
	let of_stranger = owner(&mut chain, &stranger);
	chain.block(|| {
		// one vote, said twice
		assert_eq!(report(&votes(0, 5, &bob, [1, 1]), &of_bob), false_proof());
		// votes of two rounds
		let proof = signed_votes(0, [5, 6], [&bob; 2], [1, 2]);
		assert_eq!(report(&proof, &of_bob), false_proof());
		// the second is signed by somebody else
		let proof = signed_votes(0, [5; 2], [&bob, &dave], [1, 2]);
		assert_eq!(report(&proof, &of_bob), false_proof());
		// a set that has not been yet
		assert_eq!(report(&votes(1, 5, &bob, [1, 2]), &of_bob), false_proof());
		// another's key
		let result = report(&votes(0, 5, &bob, [1, 2]), &of_dave);
		assert_eq!(result, invalid(InvalidTransaction::BadProof));
		// nobody's key
		let result = report(&votes(0, 5, &stranger, [1, 2]), &of_stranger);
		assert_eq!(result, invalid(InvalidTransaction::BadProof));
		// a proof with something in it that proves nothing
		let mut padded = of_bob.clone();
		padded.trie_nodes.push(vec![1, 2, 3]);
		let result = report(&votes(0, 5, &bob, [1, 2]), &padded);
		assert_eq!(result, invalid(InvalidTransaction::BadProof));
		// another session
		let mut later = of_bob.clone();
		later.session += 5;
		let result = report(&votes(0, 5, &bob, [1, 2]), &later);
		assert_eq!(result, invalid(InvalidTransaction::BadProof));
	});
	assert_eq!(mark(&mut chain, Territory::CR), None);
	assert_eq!(mark(&mut chain, Territory::CO), None);
}

/// Else anybody could fill blocks for nothing.
#[test]
fn an_unsigned_report_should_only_come_from_the_node_itself() {
	let mut chain = Chain::new("local_testnet");
	chain.run_to(3);
	let bob = Ed25519Keyring::Bob.pair();
	let owner = owner(&mut chain, &bob);
	let proof = votes(0, 5, &bob, [1, 2]);
	chain.read(|| {
		let validate = |source| {
			Executive::validate_transaction(source, unsigned(&proof, &owner), H256::zero())
		};
		assert_eq!(
			validate(TransactionSource::External),
			Err(InvalidTransaction::Call.into())
		);
		let valid = validate(TransactionSource::Local).expect("valid");
		assert!(!valid.propagate);
	});
}

#[test]
fn an_officer_may_report_and_a_true_report_should_cost_nothing() {
	let mut chain = Chain::new("local_testnet");
	chain.run_to(3);
	let bob = Ed25519Keyring::Bob.pair();
	let owner = owner(&mut chain, &bob);
	let signed = |votes: Proof| pallet_grandpa::Call::<Runtime>::report_equivocation {
		equivocation_proof: Box::new(votes),
		key_owner_proof: owner.clone(),
	};
	chain.block(|| {
		let before = Fees::quota_left(&PE.to_account_id());
		done(PE, signed(votes(0, 5, &bob, [1, 2])));
		assert_eq!(Fees::quota_left(&PE.to_account_id()), before);
		// a false one is paid for
		assert_eq!(send(PE, signed(votes(0, 6, &bob, [1, 1]))), false_proof());
		assert!(Fees::quota_left(&PE.to_account_id()) < before);
	});
	assert_eq!(
		mark(&mut chain, Territory::CR).map(|mark| mark.count),
		Some(1)
	);
}

#[test]
fn an_earlier_set_should_be_reportable_only_with_a_proof_of_its_sessions() {
	let mut chain = Chain::new("local_testnet");
	chain.run_to(3);
	let bob = Ed25519Keyring::Bob.pair();
	let early = owner(&mut chain, &bob);
	chain.block(|| done(CO, Call::<Runtime>::stop_validating {}));
	chain.run_to(42);
	let set = chain.read(Grandpa::current_set_id);
	assert_eq!(set, 1);
	let late = owner(&mut chain, &bob);
	chain.block(|| {
		// the proof of a session, and votes of a set that was not of it
		assert_eq!(report(&votes(0, 5, &bob, [1, 2]), &late), false_proof());
		assert_eq!(report(&votes(1, 5, &bob, [1, 2]), &early), false_proof());
		// each with its own
		assert_eq!(report(&votes(0, 5, &bob, [1, 2]), &early), Ok(Ok(())));
	});
	chain.run_to(62);
	chain.block(|| assert_eq!(report(&votes(1, 5, &bob, [1, 2]), &late), Ok(Ok(()))));
	assert_eq!(
		mark(&mut chain, Territory::CR).map(|mark| mark.count),
		Some(2)
	);
	// what is not kept any more can't be proved
	chain.run_to(83);
	chain.block(|| {
		Historical::prune_up_to(1);
		let result = report(&votes(0, 6, &bob, [1, 2]), &early);
		assert_eq!(result, invalid(InvalidTransaction::BadProof));
	});
}

#[test]
fn sessions_should_be_forgotten_in_time() {
	let mut genesis = crate::chain::genesis("local_testnet");
	genesis.administrations.blocks_per_session = 1;
	let mut chain = Chain::of(genesis);
	chain.run_to(175);
	let kept = chain.read(|| {
		pallet_session::historical::HistoricalSessions::<Runtime>::iter_keys()
			.collect::<std::collections::BTreeSet<_>>()
	});
	let present = chain.read(Session::current_index);
	// the 168 before, the present and the next one
	assert_eq!(kept, (present - 168..=present + 1).collect());
}

/// What a validator did is its administration's, whoever holds the account now.
#[test]
fn a_rotation_of_the_account_should_not_escape_the_mark() {
	let mut chain = Chain::new("local_testnet");
	chain.run_to(3);
	let bob = Ed25519Keyring::Bob.pair();
	let before = owner(&mut chain, &bob);
	let new = Sr25519Keyring::Ferdie;
	chain.block(|| {
		let account = new.to_account_id();
		done(CR, Call::<Runtime>::rotate_account { account });
		done(new, Call::<Runtime>::accept_account {});
	});
	let after = owner(&mut chain, &bob);
	assert_eq!(after, before);
	chain.block(|| assert_eq!(report(&votes(0, 5, &bob, [1, 2]), &after), Ok(Ok(()))));
	assert_eq!(
		mark(&mut chain, Territory::CR).map(|mark| mark.count),
		Some(1)
	);
}

/// The validators are the same, so that the session pallet hears of no change; the root of the
/// session must hold the new keys nevertheless.
#[test]
fn new_session_keys_should_be_reportable_in_their_sessions_and_no_others() {
	let mut chain = Chain::new("local_testnet");
	chain.run_to(3);
	let bob = Ed25519Keyring::Bob.pair();
	chain.block(|| {
		let owner: AccountId = CR.to_account_id();
		let generated = SessionKeys::generate(&owner.encode(), Some(b"//new".to_vec()));
		done(
			CR,
			pallet_session::Call::<Runtime>::set_keys {
				keys: generated.keys,
				proof: generated.proof.encode(),
			},
		);
	});
	let new = ed25519::Pair::from_string("//new", None).expect("a path");
	chain.run_to(41);
	// session 2 is the first with the new key; the one before it had the old one
	let (of_new, set) = (owner(&mut chain, &new), chain.read(Grandpa::current_set_id));
	assert_eq!((of_new.session, set), (2, 1));
	chain.run_to(61);
	chain.block(|| {
		assert_eq!(report(&votes(set, 5, &new, [1, 2]), &of_new), Ok(Ok(())));
		let result = report(&votes(set, 5, &bob, [1, 2]), &of_new);
		assert_eq!(result, invalid(InvalidTransaction::BadProof));
		assert!(Historical::check_proof((KEY_TYPE, new.public()), of_new).is_some());
	});
	assert_eq!(
		mark(&mut chain, Territory::CR).map(|mark| mark.count),
		Some(1)
	);
}

type Header = aeo_runtime::Header;
pub(crate) type BlocksProof = pallet_equivocations::Proof<Header>;

/// A block of `slot` with this content, sealed by an Aura key.
fn sealed(slot: u64, content: u8, author: Sr25519Keyring) -> Header {
	let logs = vec![DigestItem::PreRuntime(AURA_ENGINE_ID, slot.encode())];
	let mut header = Header::new(
		9,
		H256::repeat_byte(content),
		H256::zero(),
		H256::zero(),
		Digest { logs },
	);
	let seal = author.sign(header.hash().as_ref());
	let seal = DigestItem::Seal(AURA_ENGINE_ID, seal.encode());
	header.digest_mut().push(seal);
	header
}

pub(crate) fn blocks(slot: u64, contents: [u8; 2], author: Sr25519Keyring) -> BlocksProof {
	let [first_header, second_header] = contents.map(|content| sealed(slot, content, author));
	BlocksProof {
		offender: author.public().into(),
		slot: slot.into(),
		first_header,
		second_header,
	}
}

fn author(chain: &mut Chain, key: Sr25519Keyring) -> MembershipProof {
	chain.read(|| Historical::prove((AURA, key.public())).expect("a proof"))
}

fn report_blocks(proof: BlocksProof, owner: &MembershipProof) -> ApplyExtrinsicResult {
	let call = pallet_equivocations::Call::<Runtime>::report_two_blocks_unsigned {
		equivocation_proof: Box::new(proof),
		key_owner_proof: owner.clone(),
	};
	Executive::apply_extrinsic(UncheckedExtrinsic::new_bare(RuntimeCall::from(call)))
}

#[test]
fn two_blocks_should_be_reported_by_a_node_and_marked_once() {
	let mut chain = Chain::new("local_testnet");
	chain.run_to(3);
	let slot = chain.slot();
	let pool = chain.pool();
	let submit = |proof| {
		use pallet_equivocations::runtime_decl_for_equivocations_api::EquivocationsApiV1;
		<Runtime as EquivocationsApiV1<Block>>::report_two_blocks(proof)
	};
	chain.read(|| {
		assert_eq!(submit(blocks(slot, [1, 2], PE)), Some(()));
		// what proves nothing doesn't get as far as the pool
		assert_eq!(submit(blocks(slot, [1, 1], PE)), None);
	});
	let [submitted] = &pool()[..] else {
		panic!("one transaction");
	};
	let extrinsic = UncheckedExtrinsic::decode(&mut &submitted[..]).expect("an extrinsic");
	chain.block(|| {
		assert_eq!(Executive::apply_extrinsic(extrinsic.clone()), Ok(Ok(())));
		assert!(emitted(Event::<Runtime>::EquivocationNoted {
			administration: Territory::PE,
			equivocation: Equivocation::TwoBlocks,
			session: 0,
			place: slot,
			count: 1,
		}));
		let again = Executive::apply_extrinsic(extrinsic);
		assert_eq!(again, invalid(InvalidTransaction::Stale));
	});
	let mark = mark(&mut chain, Territory::PE).expect("marked");
	assert_eq!(
		(mark.equivocation, mark.count),
		(Equivocation::TwoBlocks, 1)
	);
}

#[test]
fn a_false_report_of_two_blocks_should_be_refused() {
	use pallet_equivocations::{Call, Error};
	let mut chain = Chain::new("local_testnet");
	chain.run_to(3);
	let slot = chain.slot();
	let (of_peru, of_mexico) = (author(&mut chain, PE), author(&mut chain, MX));
	let eve = Sr25519Keyring::Eve;
	let of_eve = author(&mut chain, eve);
	let signed = |proof: BlocksProof, owner: &MembershipProof| Call::<Runtime>::report_two_blocks {
		equivocation_proof: Box::new(proof),
		key_owner_proof: owner.clone(),
	};
	chain.block(|| {
		let none = Ok(Err(Error::<Runtime>::NoEquivocation.into()));
		assert_eq!(report_blocks(blocks(slot, [1, 1], PE), &of_peru), none);
		let mut other_slot = blocks(slot, [1, 2], PE);
		other_slot.slot = (slot + 1).into();
		assert_eq!(report_blocks(other_slot, &of_peru), none);
		let mut by_two = blocks(slot, [1, 2], PE);
		by_two.second_header = sealed(slot, 2, MX);
		assert_eq!(report_blocks(by_two, &of_peru), none);
		let bad = invalid(InvalidTransaction::BadProof);
		assert_eq!(report_blocks(blocks(slot, [1, 2], PE), &of_mexico), bad);
		assert_eq!(report_blocks(blocks(slot, [1, 2], eve), &of_eve), bad);
		// the same, signed
		assert_eq!(send(MX, signed(blocks(slot, [1, 1], PE), &of_peru)), none);
		let nobodys = Ok(Err(Error::<Runtime>::NotAValidatorsKey.into()));
		assert_eq!(
			send(MX, signed(blocks(slot, [1, 2], eve), &of_eve)),
			nobodys
		);
		// a true one, twice
		done(MX, signed(blocks(slot, [1, 2], PE), &of_peru));
		let again = Ok(Err(Error::<Runtime>::ReportedAlready.into()));
		assert_eq!(send(CR, signed(blocks(slot, [3, 4], PE), &of_peru)), again);
	});
	assert_eq!(
		mark(&mut chain, Territory::PE).map(|mark| mark.count),
		Some(1)
	);
	// the wrong origins
	chain.block(|| {
		let unsigned = Call::<Runtime>::report_two_blocks_unsigned {
			equivocation_proof: Box::new(blocks(slot + 1, [1, 2], PE)),
			key_owner_proof: of_peru.clone(),
		};
		// no quota pays for what nobody signs
		let unpaid = invalid(InvalidTransaction::Payment);
		assert_eq!(send(MX, unsigned.clone()), unpaid);
		Balances::set_balance(&MX.to_account_id(), u128::MAX / 2);
		let refused = Ok(Err(sp_runtime::DispatchError::BadOrigin));
		assert_eq!(send(MX, unsigned.clone()), refused);
		let bare = RuntimeCall::from(signed(blocks(slot + 1, [1, 2], PE), &of_peru));
		let bare = UncheckedExtrinsic::new_bare(bare);
		let invalid = invalid(InvalidTransaction::Call);
		assert_eq!(Executive::apply_extrinsic(bare), invalid);
		let external = Executive::validate_transaction(
			TransactionSource::External,
			UncheckedExtrinsic::new_bare(unsigned.into()),
			H256::zero(),
		);
		assert_eq!(external, Err(InvalidTransaction::Call.into()));
	});
	assert_eq!(
		mark(&mut chain, Territory::PE).map(|mark| mark.count),
		Some(1)
	);
}
