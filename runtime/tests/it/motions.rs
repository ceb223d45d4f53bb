//! Nobody fills the council: how many motions each administration may have open.

use crate::chain::{done, motion, seats, Chain, Signer, CO, CR, MX, PE};
use aeo_primitives::Territory;
use aeo_runtime::{
	configs::governance::{MaxMotions, OpenMotions, OpenedBy},
	AccountId, Council, Hash, Runtime, RuntimeCall, RuntimeOrigin, System, DAYS,
};
use codec::{Decode, Encode};
use frame_support::{
	dispatch::GetDispatchInfo,
	traits::{Consideration, Get},
	weights::Weight,
};
use pallet_administrations::{AdministrationState, Administrations, Call, Error};
use pallet_collective::{CostOf, Instance1, Proposals, Voting};
use proptest::prelude::*;
use sp_keyring::Sr25519Keyring;
use sp_runtime::{
	traits::{BlakeTwo256, Dispatchable, Hash as _},
	DispatchError,
};

/// A call that does nothing for the council, one of many.
fn idle(number: u32) -> RuntimeCall {
	RuntimeCall::System(frame_system::Call::remark {
		remark: number.encode(),
	})
}

fn hash(call: &RuntimeCall) -> Hash {
	BlakeTwo256::hash_of(call)
}

fn open(by: &AccountId, call: &RuntimeCall, threshold: u32) -> Result<(), DispatchError> {
	let bytes = u32::try_from(call.encoded_size()).expect("short");
	let origin = RuntimeOrigin::signed(by.clone());
	Council::propose(origin, threshold, Box::new(call.clone()), bytes)
		.map(|_| ())
		.map_err(|failed| failed.error)
}

/// The index of the open motion with this call, the first field of its votes; 0 where none is open.
fn index_of(call: &RuntimeCall) -> u32 {
	Voting::<Runtime, Instance1>::get(hash(call)).map_or(0, |votes| {
		u32::decode(&mut votes.encode().as_slice()).expect("the index comes first")
	})
}

fn close(call: &RuntimeCall) -> Result<(), DispatchError> {
	let index = index_of(call);
	let bytes = u32::try_from(call.encoded_size()).expect("short");
	let origin = RuntimeOrigin::signed(CO.account());
	Council::close(origin, hash(call), index, Weight::MAX, bytes + 4)
		.map(|_| ())
		.map_err(|failed| failed.error)
}

/// Put the motion, let these vote aye, and close it.
fn carry(call: impl Into<RuntimeCall>, ayes: &[Sr25519Keyring]) -> Result<(), DispatchError> {
	let call = call.into();
	let threshold = u32::try_from(ayes.len()).expect("few");
	open(&ayes[0].account(), &call, threshold)?;
	let index = index_of(&call);
	for voter in ayes {
		Council::vote(
			RuntimeOrigin::signed(voter.account()),
			hash(&call),
			index,
			true,
		)
		.map_err(|failed| failed.error)?;
	}
	close(&call)
}

const TOO_MANY: Error<Runtime> = Error::<Runtime>::TooManyMotions;

/// Colombia moves as much as it may.
fn fill() {
	for number in 0..3 {
		open(&CO.account(), &idle(number), 4).expect("three are allowed");
	}
	assert_eq!(
		open(&CO.account(), &idle(3), 4),
		Err(TOO_MANY.into()),
		"a fourth is not"
	);
}

/// Today's fault: one member's motions, each open for a week, left no place for any other.
#[test]
fn one_member_should_not_keep_the_others_from_moving_to_quarantine_it_or_to_kill() {
	let mut chain = Chain::new("development");
	chain.block(|| {
		fill();
		let kill = pallet_collective::Call::kill {
			proposal_hash: hash(&idle(0)),
		};
		assert_eq!(carry(RuntimeCall::Council(kill), &[MX, CR, PE]), Ok(()));
		assert!(!Proposals::<Runtime, Instance1>::get().contains(&hash(&idle(0))));
		let stalled = Call::<Runtime>::note_stalled {
			delay: 1,
			best_finalised: 0,
		};
		assert_eq!(carry(stalled, &[CR, PE, MX]), Ok(()));
		let administration = Territory::CO;
		let quarantine = Call::<Runtime>::quarantine { administration };
		assert_eq!(carry(quarantine, &[PE, CR, MX]), Ok(()));
		assert_eq!(seats().len(), 3);
	});
}

#[test]
fn a_motion_that_ends_in_any_way_should_make_room_for_another() {
	let mut chain = Chain::new("development");
	chain.block(|| {
		fill();
		// killed
		let kill = pallet_collective::Call::kill {
			proposal_hash: hash(&idle(0)),
		};
		assert_eq!(carry(RuntimeCall::Council(kill), &[MX, CR, PE]), Ok(()));
		assert_eq!(open(&CO.account(), &idle(3), 4), Ok(()));
		assert_eq!(open(&CO.account(), &idle(4), 4), Err(TOO_MANY.into()));
	});
	// over, and closed
	chain.read(|| {
		System::set_block_number(7 * DAYS + 10);
		assert_eq!(
			open(&CO.account(), &idle(4), 4),
			Err(TOO_MANY.into()),
			"over is not closed: it still takes a place"
		);
		assert_eq!(close(&idle(1)), Ok(()));
		assert_eq!(open(&CO.account(), &idle(4), 4), Ok(()));
	});
}

/// Else to rotate would be a way to open any number.
#[test]
fn the_motions_of_the_account_of_before_should_count() {
	let mut chain = Chain::new("development");
	chain.block(|| {
		fill();
		let account = Sr25519Keyring::Ferdie.account();
		done(
			CO,
			Call::<Runtime>::rotate_account {
				account: account.clone(),
			},
		);
		done(Sr25519Keyring::Ferdie, Call::<Runtime>::accept_account {});
		assert!(seats().contains(&account));
		assert_eq!(open(&account, &idle(9), 4), Err(TOO_MANY.into()));
	});
}

#[test]
fn a_member_that_lost_its_seat_should_find_its_motions_counted_and_then_gone() {
	let mut chain = Chain::new("development");
	chain.block(|| {
		fill();
		let administration = Territory::CO;
		let quarantine = Call::<Runtime>::quarantine { administration };
		assert_eq!(motion(quarantine, 3, &[MX, CR, PE]), Some(Ok(())));
		let end = Call::<Runtime>::end_quarantine { administration };
		assert_eq!(motion(end, 2, &[MX, CR]), Some(Ok(())));
		assert_eq!(open(&CO.account(), &idle(9), 4), Err(TOO_MANY.into()));
	});
	chain.read(|| {
		System::set_block_number(7 * DAYS + 10);
		for number in 0..3 {
			assert_eq!(close(&idle(number)), Ok(()));
		}
		assert_eq!(OpenMotions::get(), 0);
		fill_again();
	});
}

fn fill_again() {
	for number in 10..13 {
		assert_eq!(open(&CO.account(), &idle(number), 4), Ok(()));
	}
	assert_eq!(open(&CO.account(), &idle(13), 4), Err(TOO_MANY.into()));
}

/// What the collective keeps of a closed motion names who opened it last, and counts for nobody.
#[test]
fn the_same_call_moved_again_by_another_should_count_for_that_one() {
	let mut chain = Chain::new("development");
	chain.block(|| {
		for number in 0..3 {
			assert_eq!(carry(idle(number), &[CO, CR]), Ok(()));
			assert!(CostOf::<Runtime, Instance1>::contains_key(hash(&idle(
				number
			))));
			assert_eq!(open(&PE.account(), &idle(number), 4), Ok(()));
		}
		assert_eq!(open(&PE.account(), &idle(9), 4), Err(TOO_MANY.into()));
		fill_again();
		// nor does it harm that somebody tidies up
		let origin = || RuntimeOrigin::signed(MX.account());
		assert_eq!(carry(idle(20), &[CR, MX]), Ok(()));
		assert_eq!(
			Council::release_proposal_cost(origin(), hash(&idle(20))),
			Ok(())
		);
		assert!(Council::release_proposal_cost(origin(), hash(&idle(0))).is_err());
	});
}

/// With 48 motions open each administration has one, and no more.
#[test]
fn a_busy_council_should_still_have_room_for_one_motion_of_each() {
	let mut chain = Chain::new("development");
	chain.block(|| {
		let others: Vec<_> = (0..47_u64).map(Hash::from_low_u64_be).collect();
		Proposals::<Runtime, Instance1>::put(
			sp_runtime::BoundedVec::try_from(others).expect("there is room"),
		);
		assert_eq!(open(&CO.account(), &idle(0), 4), Ok(()));
		assert_eq!(open(&CO.account(), &idle(1), 4), Err(TOO_MANY.into()));
		for member in [MX, CR, PE] {
			let number = u32::from(member.account().encode()[0]);
			assert_eq!(open(&member.account(), &idle(1_000 + number), 4), Ok(()));
		}
	});
}

/// The bound is that of the rule: one of each administration, and the further ones.
#[test]
fn there_should_be_room_for_one_motion_of_every_administration_and_the_further_ones() {
	let administrations: u32 =
		<Runtime as pallet_administrations::Config>::MaxAdministrations::get();
	let motions: u32 = MaxMotions::get();
	let room: u32 = <Runtime as pallet_collective::Config<Instance1>>::MaxProposals::get();
	assert_eq!(motions, administrations + 48);
	assert_eq!(room, motions);
}

/// Members are own accounts. The collective's own benchmarks seat others, who are not counted.
#[test]
fn an_account_of_no_administration_should_not_be_counted() {
	let mut chain = Chain::new("development");
	chain.block(|| {
		let nobody = Sr25519Keyring::Ferdie.account();
		assert_eq!(OpenedBy::new(&nobody, 0), Ok(OpenedBy(None)));
		assert_eq!(
			open(&nobody, &idle(0), 4),
			Err(pallet_collective::Error::<Runtime, Instance1>::NotMember.into())
		);
	});
}

#[test]
fn the_look_at_the_open_motions_should_be_weighed() {
	use pallet_collective::WeightInfo;
	type Stock = pallet_collective::weights::SubstrateWeight<Runtime>;
	let propose = pallet_collective::Call::<Runtime, Instance1>::propose {
		threshold: 3,
		proposal: Box::new(idle(0)),
		length_bound: 10,
	};
	let declared = propose.get_dispatch_info().call_weight;
	let stock = Stock::propose_proposed(10, 252, MaxMotions::get());
	let read = <Runtime as frame_system::Config>::DbWeight::get().reads(1);
	let motions: u32 = MaxMotions::get();
	let looks = read.saturating_mul(u64::from(motions));
	assert!(declared.all_gte(stock.saturating_add(looks)));
}

/// What hostile members move: calls that do nothing, and the very one that the others need, with
/// whatever threshold.
fn hostile(number: u32) -> RuntimeCall {
	match number {
		0..10 => idle(number),
		_ => quarantine_of(Territory::CO),
	}
}

fn quarantine_of(administration: Territory) -> RuntimeCall {
	RuntimeCall::Administrations(Call::quarantine { administration })
}

/// What hostile members may do, one after another.
#[derive(Clone, Debug)]
enum Act {
	Open(u32, u32),
	Vote(u32, bool),
	Close(u32),
	Rotate,
	QuarantineOwn,
	ProposeMember(u8),
	Release(u32),
	Week,
}

fn act() -> impl Strategy<Value = Act> {
	prop_oneof![
		6 => (0..12_u32, 0..6_u32).prop_map(|(call, threshold)| Act::Open(call, threshold)),
		3 => (0..12_u32, any::<bool>()).prop_map(|(call, aye)| Act::Vote(call, aye)),
		2 => (0..12_u32).prop_map(Act::Close),
		1 => Just(Act::Rotate),
		1 => Just(Act::QuarantineOwn),
		1 => any::<u8>().prop_map(Act::ProposeMember),
		1 => (0..12_u32).prop_map(Act::Release),
		1 => Just(Act::Week),
	]
}

fn own_account(of: Territory) -> AccountId {
	Administrations::<Runtime>::get(of)
		.expect("it is in")
		.details
		.account
}

/// Whether each call succeeds does not matter here.
fn dispatch(by: AccountId, call: impl Into<RuntimeCall>) -> bool {
	call.into().dispatch(RuntimeOrigin::signed(by)).is_ok()
}

fn play(by: Territory, act: Act, rotations: &mut u8) {
	let own = own_account(by);
	match act {
		Act::Open(call, threshold) => {
			open(&own, &hostile(call), threshold).unwrap_or_default();
		}
		Act::Vote(call, approve) => {
			dispatch(
				own,
				pallet_collective::Call::vote {
					proposal: hash(&hostile(call)),
					index: index_of(&hostile(call)),
					approve,
				},
			);
		}
		Act::Close(call) => close(&hostile(call)).unwrap_or_default(),
		Act::Rotate => {
			*rotations += 1;
			let account = AccountId::new([*rotations; 32]);
			let offered = dispatch(
				own,
				Call::<Runtime>::rotate_account {
					account: account.clone(),
				},
			);
			if offered {
				dispatch(account, Call::<Runtime>::accept_account {});
			}
		}
		Act::QuarantineOwn => {
			dispatch(own, Call::<Runtime>::quarantine_own {});
		}
		Act::ProposeMember(account) => {
			dispatch(
				own,
				Call::<Runtime>::propose {
					territory: Territory::CL,
					territories: Default::default(),
					utc_offset: "+00:00".try_into().expect("short"),
					account: AccountId::new([account; 32]),
					encryption_key: Hash::repeat_byte(1),
					instrument: None,
					signatories: Default::default(),
				},
			);
		}
		Act::Release(call) => {
			dispatch(
				own,
				pallet_collective::Call::<Runtime, Instance1>::release_proposal_cost {
					proposal_hash: hash(&hostile(call)),
				},
			);
		}
		Act::Week => System::set_block_number(System::block_number() + 7 * DAYS),
	}
}

proptest! {
	#![proptest_config(ProptestConfig { cases: 30, ..ProptestConfig::default() })]

	/// Whatever two members of six send, a third can move to quarantine one of them, and the others
	/// carry it.
	#[test]
	fn no_calls_of_other_members_should_block_a_motion_to_quarantine(
		acts in prop::collection::vec((any::<bool>(), act()), 1..60),
	) {
		let mut chain = Chain::new("development");
		chain.read(|| {
			let hostile = [Territory::CO, Territory::PE];
			for (place, territory) in [Territory::BO, Territory::EC].into_iter().enumerate() {
				let account = [Sr25519Keyring::Eve, Sr25519Keyring::Ferdie][place];
				let proposal = pallet_administrations::NextProposal::<Runtime>::get();
				done_directly(MX, crate::council::propose(territory, account));
				let admit = Call::<Runtime>::admit { territory, proposal };
				assert_eq!(carry(admit, &[MX, CR, PE, CO]), Ok(()));
			}
			let mut rotations = 0;
			for (first, act) in acts {
				play(hostile[usize::from(first)], act, &mut rotations);
				assert!(OpenMotions::get() <= 2 * 3);
				assert!(seats().len() >= 3);
			}
			let ayes = [MX, CR, Sr25519Keyring::Eve, Sr25519Keyring::Ferdie];
			let quarantine = quarantine_of(Territory::CO);
			if Proposals::<Runtime, Instance1>::get().contains(&hash(&quarantine)) {
				// the same call can't be moved twice, but inside another it can
				let calls = vec![quarantine];
				let batch = pallet_utility::Call::<Runtime>::batch_all { calls };
				assert_eq!(carry(batch, &ayes), Ok(()));
			} else {
				assert_eq!(carry(quarantine, &ayes), Ok(()));
			}
			let record = Administrations::<Runtime>::get(Territory::CO).expect("it is in");
			assert!(matches!(
				record.state,
				AdministrationState::Quarantined(by) if by.by_council()
			));
			assert!(!seats().contains(&record.details.account));
		});
	}
}

fn done_directly(by: Sr25519Keyring, call: RuntimeCall) {
	assert!(dispatch(by.account(), call));
}
