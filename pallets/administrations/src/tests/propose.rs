//! `propose`.

use super::*;
use crate::{Candidate, Error, NextProposal, Proposal, Proposals};
use aeo_primitives::UtcOffset;
use frame_support::{assert_noop, pallet_prelude::ConstU32};

type Territories = BoundedVec<Territory, ConstU32<40>>;

fn with(
	territory: Territory,
	territories: Vec<Territory>,
	utc_offset: i16,
	account: AccountId,
	encryption_key: H256,
) -> sp_runtime::DispatchResult {
	Administrations::propose(
		signed(MX),
		territory,
		Territories::truncate_from(territories),
		utc_offset,
		account,
		encryption_key,
		Some(key(9)),
		BoundedVec::new(),
	)
}

#[test]
fn propose_should_store_the_candidate_under_a_new_number() {
	build_and_execute(|| {
		assert_ok!(with(
			Territory::CL,
			vec![Territory::AQ, Territory::CL],
			-240,
			CL,
			key(7)
		));
		expect_event(Event::Proposed {
			territory: Territory::CL,
			proposal: 4,
			proposer: Territory::MX,
			account: CL,
		});
		let proposal = Proposals::<Test>::get(Territory::CL).expect("it is open");
		assert_eq!(
			proposal,
			Proposal {
				number: 4,
				proposer: Territory::MX,
				candidate: Candidate {
					account: CL,
					encryption_key: key(7),
					instrument: Some(key(9)),
					territories: [Territory::AQ]
						.into_iter()
						.collect::<std::collections::BTreeSet<_>>()
						.try_into()
						.expect("one is not too many"),
					utc_offset: UtcOffset::try_from(-240).expect("an hour of the world"),
				},
				signatories: Default::default(),
			}
		);
		assert_eq!(NextProposal::<Test>::get(), 5);
		assert_eq!(
			Stored::<Test>::get(Territory::CL),
			None,
			"the council has not voted"
		);
		assert_eq!(System::providers(&CL), 0, "a proposal gives no reference");
	});
}

#[test]
fn propose_should_take_the_bounds_of_the_utc_offset() {
	build_and_execute(|| {
		assert_ok!(with(Territory::CL, vec![], -720, CL, key(7)));
		assert_ok!(with(Territory::KI, vec![], 840, 6, key(7)));
		for minutes in [-721, 841, i16::MIN, i16::MAX] {
			assert_noop!(
				with(Territory::EC, vec![], minutes, 7, key(7)),
				Error::<Test>::UtcOffsetOutOfRange
			);
		}
	});
}

#[test]
fn propose_should_take_forty_further_territories() {
	build_and_execute(|| {
		let many: Vec<_> = Territory::ALL
			.into_iter()
			.filter(|t| !t.code().starts_with(['M', 'C', 'P']))
			.collect();
		assert_ok!(with(
			Territory::CL,
			many.into_iter().take(40).collect(),
			-240,
			CL,
			key(7)
		));
		let proposal = Proposals::<Test>::get(Territory::CL).expect("it is open");
		assert_eq!(proposal.candidate.territories.len(), 40);
	});
}

#[test]
fn propose_should_fail_when_a_territory_is_covered() {
	build_and_execute(|| {
		assert_noop!(
			with(Territory::CR, vec![], -240, CL, key(7)),
			Error::<Test>::TerritoryCovered
		);
		assert_noop!(
			with(Territory::CL, vec![Territory::PE], -240, CL, key(7)),
			Error::<Test>::TerritoryCovered
		);
		assert_ok!(with(Territory::CL, vec![Territory::AQ], -240, CL, key(7)));
		assert_ok!(Administrations::admit(enough(), Territory::CL, 4));
		assert_noop!(
			with(Territory::AQ, vec![], -240, 6, key(7)),
			Error::<Test>::TerritoryCovered
		);
	});
}

#[test]
fn propose_should_fail_when_a_proposal_is_open() {
	build_and_execute(|| {
		propose(Territory::CL, CL);
		assert_noop!(
			with(Territory::CL, vec![], -240, 6, key(8)),
			Error::<Test>::AlreadyProposed
		);
	});
}

#[test]
fn propose_should_fail_without_an_encryption_key() {
	build_and_execute(|| {
		assert_noop!(
			with(Territory::CL, vec![], -240, CL, H256::zero()),
			Error::<Test>::EncryptionKeyMissing
		);
	});
}

#[test]
fn propose_should_fail_when_the_account_has_a_role() {
	build_and_execute(|| {
		assert_ok!(Administrations::rotate_account(signed(CR), 22));
		HolderAccounts::set(vec![77]);
		for taken in [MX, CR, 22, 10, 21, 77] {
			assert_noop!(
				with(Territory::CL, vec![], -240, taken, key(7)),
				Error::<Test>::AccountInUse
			);
		}
	});
}

#[test]
fn propose_should_fail_when_numbers_are_used_up() {
	build_and_execute(|| {
		NextProposal::<Test>::put(u32::MAX);
		assert_noop!(
			with(Territory::CL, vec![], -240, CL, key(7)),
			sp_runtime::ArithmeticError::Overflow
		);
	});
}

#[test]
fn propose_should_fail_when_a_signer_has_a_role_or_is_the_account_itself() {
	build_and_execute(|| {
		for signatory in [CL, MX, 10] {
			assert_noop!(
				Administrations::propose(
					signed(MX),
					Territory::CL,
					BoundedVec::new(),
					-240,
					CL,
					key(7),
					None,
					vec![signatory].try_into().expect("one"),
				),
				Error::<Test>::AccountInUse
			);
		}
	});
}
