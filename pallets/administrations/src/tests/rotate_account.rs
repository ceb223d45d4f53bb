//! `rotate_account`, `accept_account`, `resign` of an offered account.

use super::*;
use crate::{Error, InsideKind, LastValidators, Seats, Validating, ValidatorIdOf};
use frame_support::assert_noop;
use pallet_session::SessionManager;
use sp_runtime::traits::Convert;

fn kind(account: AccountId) -> Option<InsideKind> {
	Administrations::account_of(&account).map(|(record, _)| record.kind)
}

#[test]
fn rotate_account_should_offer_and_change_nothing_else() {
	build_and_execute(|| {
		assert_ok!(Administrations::rotate_account(signed(MX), 12));
		expect_event(Event::AccountOffered {
			administration: Territory::MX,
			account: 12,
		});
		assert_eq!(record(Territory::MX).incoming, Some(12));
		assert_eq!(record(Territory::MX).details.account, MX);
		assert_eq!(kind(12), Some(InsideKind::Incoming));
		assert_eq!(kind(MX), Some(InsideKind::Own));
		assert_eq!(System::providers(&12), 1, "it must be able to sign");
		assert!(!Council::is_member(&12));
	});
}

#[test]
fn rotate_account_should_replace_an_earlier_offer() {
	build_and_execute(|| {
		assert_ok!(Administrations::rotate_account(signed(MX), 12));
		assert_ok!(Administrations::rotate_account(signed(MX), 13));
		assert_eq!(kind(12), None);
		assert_noop!(
			Administrations::accept_account(signed(12)),
			Error::<Test>::AccountNotOffered
		);
		assert_ok!(Administrations::accept_account(signed(13)));
	});
}

#[test]
fn rotate_account_should_fail_when_the_account_has_a_role() {
	build_and_execute(|| {
		HolderAccounts::set(vec![77]);
		assert_ok!(Administrations::rotate_account(signed(CR), 22));
		assert_ok!(Administrations::rotate_account(signed(MX), 12));
		for taken in [MX, CR, 10, 20, 22, 12, 77] {
			assert_noop!(
				Administrations::rotate_account(signed(MX), taken),
				Error::<Test>::AccountInUse
			);
		}
	});
}

#[test]
fn resign_should_decline_an_offer() {
	build_and_execute(|| {
		assert_ok!(Administrations::rotate_account(signed(MX), 12));
		assert_ok!(Administrations::resign(signed(12)));
		expect_event(Event::AccountDeclined {
			administration: Territory::MX,
			account: 12,
		});
		assert_eq!(record(Territory::MX).incoming, None);
		assert_eq!(kind(12), None);
		assert_noop!(
			Administrations::accept_account(signed(12)),
			Error::<Test>::AccountNotOffered
		);
	});
}

#[test]
fn accept_account_should_fail_for_all_but_the_offered_one() {
	build_and_execute(|| {
		assert_ok!(Administrations::rotate_account(signed(MX), 12));
		for other in [MX, CR, 10, STRANGER] {
			assert_noop!(
				Administrations::accept_account(signed(other)),
				Error::<Test>::AccountNotOffered
			);
		}
	});
}

#[test]
fn accept_account_should_fail_when_versions_are_used_up() {
	build_and_execute(|| {
		assert_ok!(Administrations::rotate_account(signed(MX), 12));
		Stored::<Test>::mutate(Territory::MX, |record| {
			record.as_mut().expect("admitted").key_versions.account = u32::MAX;
		});
		assert_noop!(
			Administrations::accept_account(signed(12)),
			sp_runtime::ArithmeticError::Overflow
		);
	});
}

/// The whole consequence: seat, votes, officers, references, validator.
#[test]
fn accept_account_should_move_all_that_hangs_on_the_account() {
	build_and_execute(|| {
		assert_eq!(Administrations::new_session(0), Some(vec![MX]));
		let proposal = propose(Territory::CL, CL);
		let admit = crate::Call::admit {
			territory: Territory::CL,
			proposal,
		};
		let call = motion(admit, 3, &[MX, CR, PE]);
		let before = record(Territory::MX);

		assert_ok!(Administrations::rotate_account(signed(MX), 12));
		assert_ok!(Administrations::accept_account(signed(12)));
		expect_event(Event::AccountRotated {
			administration: Territory::MX,
			from: MX,
			to: 12,
		});

		// the record is as it was, but for the account
		let mut expected = before;
		expected.details.account = 12;
		expected.key_versions.account = 1;
		assert_eq!(record(Territory::MX), expected);

		// the old account has no role, the new one has it
		assert_eq!((kind(MX), kind(12)), (None, Some(InsideKind::Own)));
		assert_noop!(
			Administrations::give_notice(signed(MX)),
			Error::<Test>::SignerNotOwnAccount
		);
		assert_ok!(Administrations::give_notice(signed(12)));

		// seat
		assert_eq!(
			pallet_collective::Members::<Test, pallet_collective::Instance1>::get(),
			vec![CR, PE, CO, 12]
		);
		assert_eq!(
			Seats::<Test>::get().into_iter().collect::<Vec<_>>(),
			vec![CR, PE, CO, 12]
		);

		// the vote of the old account lapsed: two ayes of three, so that the motion stays open
		let length = call.encoded_size() as u32;
		assert_noop!(
			Council::close(signed(MX), hash(&call), 0, Weight::MAX, length)
				.map_err(|failed| failed.error),
			pallet_collective::Error::<Test, pallet_collective::Instance1>::TooEarly
		);
		assert_ok!(Council::vote(signed(12), hash(&call), 0, true));
		assert_eq!(close(call), Ok(()));
		assert_eq!(state(Territory::CL), AdministrationState::Admitted);

		// officers
		for officer in [10, 11] {
			assert!(matches!(kind(officer), Some(InsideKind::Officer(_))));
		}

		// references
		assert_eq!((System::providers(&MX), System::providers(&12)), (1, 1));

		// validator: only once the new account has session keys
		assert_eq!(ValidatorIdOf::<Test>::convert(MX), None);
		assert_eq!(ValidatorIdOf::<Test>::convert(12), Some(12));
		assert!(Validating::<Test>::get().contains(&Territory::MX));
		assert_eq!(
			Administrations::new_session(1),
			None,
			"below the floor nothing changes"
		);
		WithSessionKeys::set(vec![MX, CR]);
		assert_ok!(Administrations::start_validating(signed(CR)));
		assert_eq!(
			Administrations::new_session(2),
			Some(vec![CR]),
			"Mexico is dropped"
		);
		WithSessionKeys::set(vec![MX, CR, 12]);
		assert_eq!(Administrations::new_session(3), Some(vec![CR, 12]));
		assert_eq!(LastValidators::<Test>::get().into_inner(), vec![CR, 12]);
	});
}

#[test]
fn accept_account_should_take_no_seat_in_a_quarantine() {
	build_and_execute(|| {
		assert_ok!(Administrations::quarantine(enough(), Territory::MX));
		rotate(MX, 12);
		assert!(!Council::is_member(&12));
		assert_ok!(Administrations::end_quarantine(
			council(2, 3),
			Territory::MX
		));
		assert!(Council::is_member(&12));
	});
}

/// An account that once was the own one may be it again, and gets no second reference.
#[test]
fn rotate_account_should_take_an_account_of_before() {
	build_and_execute(|| {
		rotate(MX, 12);
		rotate(12, MX);
		assert_eq!(record(Territory::MX).key_versions.account, 2);
		assert_eq!(System::providers(&MX), 1);
	});
}
