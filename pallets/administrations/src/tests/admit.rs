//! `admit`.

use super::*;
use crate::{AccountRecord, Coverage, Error, InsideKind, KeyVersions, Proposals, Seats, Settings};
use aeo_primitives::{AccountKinds, Scopes};
use frame_support::assert_noop;

#[test]
fn admit_should_give_seat_coverage_and_a_provider_reference() {
	build_and_execute(|| {
		let proposal = propose(Territory::CL, CL);
		let candidate = Proposals::<Test>::get(Territory::CL, proposal)
			.expect("it is open")
			.candidate;
		assert_ok!(Administrations::admit(enough(), Territory::CL, proposal));
		expect_event(Event::Admitted {
			administration: Territory::CL,
			proposal,
			account: CL,
		});
		assert_eq!(
			record(Territory::CL),
			Administration {
				state: AdministrationState::Admitted,
				admission: proposal,
				details: candidate,
				key_versions: KeyVersions {
					account: 0,
					encryption_key: 0
				},
				incoming: None,
				officers: 0,
				settings: Settings::default(),
				notice: None,
				incident_open: false,
			}
		);
		assert!(!Proposals::<Test>::contains_key(Territory::CL, proposal));
		assert_eq!(Coverage::<Test>::get(Territory::CL), Some(Territory::CL));
		assert_eq!(
			crate::Accounts::<Test>::get(CL),
			Some(AccountRecord {
				administration: Territory::CL,
				admission: proposal,
				kind: InsideKind::Own
			})
		);
		assert!(Seats::<Test>::get().contains(&CL));
		assert!(Council::is_member(&CL));
		assert_eq!(System::providers(&CL), 1);
	});
}

#[test]
fn admit_should_need_two_thirds_of_the_seats() {
	build_and_execute(|| {
		let proposal = propose(Territory::CL, CL);
		for (ayes, seats) in [(2, 4), (1, 2), (3, 5), (65, 98)] {
			assert_noop!(
				Administrations::admit(council(ayes, seats), Territory::CL, proposal),
				sp_runtime::DispatchError::BadOrigin
			);
		}
		assert_ok!(Administrations::admit(
			council(2, 3),
			Territory::CL,
			proposal
		));
	});
}

#[test]
fn admit_should_fail_without_a_proposal() {
	build_and_execute(|| {
		assert_noop!(
			Administrations::admit(enough(), Territory::CL, 4),
			Error::<Test>::UnknownProposal
		);
	});
}

#[test]
fn admit_should_fail_when_the_motion_names_another_proposal() {
	build_and_execute(|| {
		let proposal = propose(Territory::CL, CL);
		for other in [proposal - 1, proposal + 1] {
			assert_noop!(
				Administrations::admit(enough(), Territory::CL, other),
				Error::<Test>::UnknownProposal
			);
		}
	});
}

/// Vote by motion on one candidate; another one stands there when the motion is closed.
#[test]
fn admit_should_fail_when_the_candidate_was_exchanged_during_the_vote() {
	build_and_execute(|| {
		let number = propose(Territory::CL, CL);
		let call = motion(
			crate::Call::admit {
				territory: Territory::CL,
				proposal: number,
			},
			3,
			&[MX, CR, PE],
		);
		assert_ok!(Administrations::retract(signed(MX), Territory::CL, number));
		propose(Territory::CL, 66);
		assert_eq!(close(call), Err(Error::<Test>::UnknownProposal.into()));
		assert_eq!(Stored::<Test>::get(Territory::CL), None);
	});
}

#[test]
fn admit_should_follow_a_vote_of_the_council() {
	build_and_execute(|| {
		let number = propose(Territory::CL, CL);
		let call = motion(
			crate::Call::admit {
				territory: Territory::CL,
				proposal: number,
			},
			3,
			&[MX, CR, PE],
		);
		assert_eq!(close(call), Ok(()));
		assert_eq!(state(Territory::CL), AdministrationState::Admitted);
	});
}

/// A motion may be put with any threshold: the call itself asks for two thirds.
#[test]
fn admit_should_fail_when_the_motion_has_too_low_a_threshold() {
	build_and_execute(|| {
		let number = propose(Territory::CL, CL);
		let admit = crate::Call::admit {
			territory: Territory::CL,
			proposal: number,
		};
		let call = motion(admit, 2, &[MX, CR]);
		assert_eq!(close(call), Err(sp_runtime::DispatchError::BadOrigin));
		assert_eq!(Stored::<Test>::get(Territory::CL), None);
	});
}

#[test]
fn admit_should_appoint_the_signers_of_the_multisig() {
	build_and_execute(|| {
		assert_ok!(Administrations::propose(
			signed(MX),
			Territory::CL,
			Default::default(),
			offset(-240),
			CL,
			key(7),
			None,
			vec![51, 52, 51].try_into().expect("three"),
		));
		// not before the admission
		assert_eq!(Administrations::signer(&51), None);
		assert_ok!(Administrations::admit(enough(), Territory::CL, 4));
		for signatory in [51, 52] {
			let (account, record) = Administrations::account_of(&signatory).expect("appointed");
			assert_eq!(account.kind, InsideKind::Officer(Scopes::new()));
			assert_eq!(record.officers, 2);
			assert!(Administrations::signer(&signatory).is_some());
			System::assert_has_event(RuntimeEvent::Administrations(Event::OfficerAppointed {
				administration: Territory::CL,
				officer: signatory,
				scopes: Scopes::new(),
			}));
		}
	});
}

#[test]
fn admit_should_fail_when_a_territory_was_covered_in_the_meantime() {
	build_and_execute(|| {
		let chile = propose(Territory::CL, CL);
		assert_ok!(Administrations::propose(
			signed(CR),
			Territory::AQ,
			vec![Territory::CL].into(),
			offset(0),
			6,
			key(7),
			None,
			Default::default()
		));
		assert_ok!(Administrations::admit(enough(), Territory::AQ, chile + 1));
		assert_noop!(
			Administrations::admit(enough(), Territory::CL, chile),
			Error::<Test>::TerritoryCovered
		);
	});
}

#[test]
fn admit_should_fail_when_the_proposal_has_lapsed() {
	build_and_execute(|| {
		let early = propose(Territory::CL, CL);
		let late = propose(Territory::EC, 6);
		Timestamp::set_timestamp(NOW + 30 * DAY - 1);
		assert_ok!(Administrations::admit(enough(), Territory::CL, early));
		Timestamp::set_timestamp(NOW + 30 * DAY);
		assert_noop!(
			Administrations::admit(enough(), Territory::EC, late),
			Error::<Test>::ProposalLapsed
		);
	});
}

#[test]
fn admit_should_overtake_the_rivals() {
	build_and_execute(|| {
		let first = propose(Territory::CL, CL);
		let second = propose(Territory::CL, 66);
		assert_ok!(Administrations::admit(enough(), Territory::CL, second));
		assert_eq!(record(Territory::CL).details.account, 66);
		assert_noop!(
			Administrations::admit(enough(), Territory::CL, first),
			Error::<Test>::TerritoryCovered
		);
	});
}

#[test]
fn admit_should_fail_when_the_council_is_full() {
	build_and_execute(|| {
		let more = [
			Territory::AR,
			Territory::BO,
			Territory::BR,
			Territory::CL,
			Territory::EC,
			Territory::PY,
		];
		for (account, territory) in (105..).zip(more) {
			admit(territory, account);
		}
		let proposal = propose(Territory::UY, 111);
		assert_noop!(
			Administrations::admit(enough(), Territory::UY, proposal),
			Error::<Test>::TooManyAdministrations
		);
	});
}

#[test]
fn admit_should_give_no_second_provider_reference() {
	build_and_execute(|| {
		admit(Territory::CL, CL);
		assert_ok!(Administrations::expel(council(4, 5), Territory::CL));
		admit(Territory::CL, CL);
		assert_eq!(System::providers(&CL), 1);
	});
}

#[test]
fn admit_should_leave_the_officers_of_before_without_a_role() {
	build_and_execute(|| {
		admit(Territory::CL, CL);
		assert_ok!(Administrations::appoint_signatory(signed(CL), 50));
		assert_ok!(Administrations::rotate_account(signed(CL), 55));
		assert_ok!(Administrations::expel(council(4, 5), Territory::CL));
		admit(Territory::CL, 56);

		for account in [CL, 50, 55] {
			assert_eq!(Administrations::account_of(&account), None);
			assert_eq!(Administrations::signer(&account), None);
		}
		assert_noop!(
			Administrations::resign(signed(50)),
			Error::<Test>::NothingToGiveUp
		);
		assert_noop!(
			Administrations::accept_account(signed(55)),
			Error::<Test>::AccountNotOffered
		);
		assert_noop!(
			Administrations::give_notice(signed(CL)),
			Error::<Test>::SignerNotOwnAccount
		);
		assert_noop!(
			Administrations::dismiss_officer(signed(56), 50),
			Error::<Test>::NotAnOfficer
		);
		assert_eq!(record(Territory::CL).officers, 0);
		// without a role, the account may be given one again
		assert_ok!(Administrations::appoint_signatory(signed(56), 50));
		assert_eq!(record(Territory::CL).officers, 1);
		assert_eq!(System::providers(&50), 1);
	});
}
