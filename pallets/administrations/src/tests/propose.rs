//! `propose`.

use super::*;
use crate::{Candidate, Error, NextProposal, Proposal, Proposals, ProposalsOf};
use aeo_primitives::UtcOffset;
use frame_support::assert_noop;

fn with(
	territory: Territory,
	territories: Vec<Territory>,
	minutes: i32,
	account: AccountId,
	encryption_key: H256,
) -> sp_runtime::DispatchResult {
	Administrations::propose(
		signed(MX),
		territory,
		territories.into(),
		offset(minutes),
		account,
		encryption_key,
		Some(key(9)),
		Default::default(),
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
			until: NOW + 30 * DAY,
		});
		let proposal = Proposals::<Test>::get(Territory::CL, 4).expect("it is open");
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
				until: NOW + 30 * DAY,
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
		for minutes in [-721, 841, -5_999, 5_999] {
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
		let proposal = Proposals::<Test>::get(Territory::CL, 4).expect("it is open");
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

/// Nobody keeps a candidate out by proposing another one first.
#[test]
fn proposals_for_one_territory_should_stand_side_by_side() {
	build_and_execute(|| {
		assert_ok!(Administrations::propose(
			signed(PE),
			Territory::CL,
			Default::default(),
			offset(0),
			66,
			key(8),
			None,
			Default::default(),
		));
		assert_ok!(with(Territory::CL, vec![], -240, CL, key(7)));
		let standing: Vec<_> = Proposals::<Test>::iter_prefix(Territory::CL)
			.map(|(number, proposal)| (number, proposal.candidate.account))
			.collect();
		assert_eq!(standing.len(), 2);
		assert!(standing.contains(&(4, 66)) && standing.contains(&(5, CL)));
	});
}

#[test]
fn propose_should_fail_when_four_proposals_of_the_administration_stand() {
	build_and_execute(|| {
		for account in 61..65 {
			propose(Territory::CL, account);
		}
		assert_noop!(
			with(Territory::EC, vec![], -240, CL, key(7)),
			Error::<Test>::TooManyProposals
		);
		// others may still propose
		assert_ok!(Administrations::propose(
			signed(CR),
			Territory::CL,
			Default::default(),
			offset(0),
			CL,
			key(8),
			None,
			Default::default(),
		));
		assert_ok!(Administrations::retract(signed(MX), Territory::CL, 4));
		assert_ok!(with(Territory::EC, vec![], -240, CL, key(7)));
	});
}

#[test]
fn propose_should_take_the_place_of_what_has_lapsed() {
	build_and_execute(|| {
		for account in 61..65 {
			propose(Territory::CL, account);
		}
		Timestamp::set_timestamp(NOW + 30 * DAY - 1);
		assert_noop!(
			with(Territory::EC, vec![], -240, CL, key(7)),
			Error::<Test>::TooManyProposals
		);
		Timestamp::set_timestamp(NOW + 30 * DAY);
		assert_ok!(with(Territory::EC, vec![], -240, CL, key(7)));
		assert_eq!(Proposals::<Test>::iter().count(), 1);
		assert_eq!(
			ProposalsOf::<Test>::get(Territory::MX).into_inner(),
			[(Territory::EC, 8)]
		);
	});
}

#[test]
fn propose_should_take_the_place_of_what_was_overtaken() {
	build_and_execute(|| {
		for account in 61..65 {
			propose(Territory::CL, account);
		}
		assert_ok!(Administrations::admit(enough(), Territory::CL, 5));
		assert_ok!(with(Territory::EC, vec![], -240, CL, key(7)));
		assert_eq!(Proposals::<Test>::iter().count(), 1);
	});
}

#[test]
fn propose_should_fail_without_an_encryption_key() {
	build_and_execute(|| {
		assert_noop!(
			with(Territory::CL, vec![], -240, CL, H256::zero()),
			Error::<Test>::EncryptionKeyMissing
		);
		let mut low = H256::zero();
		low.0[0] = 1;
		assert_noop!(
			with(Territory::CL, vec![], -240, CL, low),
			Error::<Test>::EncryptionKeyNotUsable
		);
	});
}

#[test]
fn propose_should_fail_when_the_account_is_an_own_account_or_a_holders() {
	build_and_execute(|| {
		HolderAccounts::set(vec![77]);
		for taken in [MX, CR, 77] {
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
fn propose_should_fail_when_a_signer_is_bound_or_is_the_account_itself() {
	build_and_execute(|| {
		HolderAccounts::set(vec![77]);
		for signatory in [CL, MX, 77] {
			assert_noop!(
				Administrations::propose(
					signed(MX),
					Territory::CL,
					Default::default(),
					offset(-240),
					CL,
					key(7),
					None,
					vec![signatory].into(),
				),
				Error::<Test>::AccountInUse
			);
		}
	});
}
