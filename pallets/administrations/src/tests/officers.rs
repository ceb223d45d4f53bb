//! `appoint_officer`, `dismiss_officer`, `resign`.

use super::*;
use crate::{Error, InsideKind};
use aeo_primitives::{
	Scope::{self, *},
	Scopes, WrittenSet,
};
use frame_support::assert_noop;

fn list(scopes: &[Scope]) -> WrittenSet<Scope> {
	scopes.to_vec().into()
}

fn set(scopes: &[Scope]) -> Scopes {
	let set: std::collections::BTreeSet<_> = scopes.iter().copied().collect();
	set.try_into().expect("there are only seven")
}

fn kind(account: AccountId) -> Option<(Territory, InsideKind)> {
	Administrations::account_of(&account).map(|(record, _)| (record.administration, record.kind))
}

#[test]
fn appoint_officer_should_give_scopes_and_one_provider_reference() {
	build_and_execute(|| {
		assert_ok!(Administrations::appoint_officer(
			signed(MX),
			50,
			list(&[Risk, Clearance, Risk])
		));
		expect_event(Event::OfficerAppointed {
			administration: Territory::MX,
			officer: 50,
			scopes: set(&[Risk, Clearance]),
		});
		assert_eq!(
			kind(50),
			Some((Territory::MX, InsideKind::Officer(set(&[Risk, Clearance]))))
		);
		assert_eq!(record(Territory::MX).officers, 3);
		assert_eq!(System::providers(&50), 1);
	});
}

#[test]
fn appoint_officer_should_take_a_signer_without_scopes_and_one_with_all() {
	build_and_execute(|| {
		let all = [
			Identities,
			Certification,
			Suspension,
			Agreements,
			Risk,
			Clearance,
			Disclosure,
		];
		assert_ok!(Administrations::appoint_signatory(signed(MX), 50));
		assert_ok!(Administrations::appoint_officer(signed(CR), 51, list(&all)));
		assert_eq!(
			kind(50),
			Some((Territory::MX, InsideKind::Officer(Scopes::new())))
		);
		assert_eq!(
			kind(51),
			Some((Territory::CR, InsideKind::Officer(set(&all))))
		);
	});
}

#[test]
fn appoint_officer_should_change_the_scopes_of_an_officer() {
	build_and_execute(|| {
		assert_ok!(Administrations::appoint_officer(
			signed(MX),
			10,
			list(&[Risk])
		));
		expect_event(Event::OfficerAppointed {
			administration: Territory::MX,
			officer: 10,
			scopes: set(&[Risk]),
		});
		assert_eq!(
			kind(10),
			Some((Territory::MX, InsideKind::Officer(set(&[Risk]))))
		);
		assert_eq!(record(Territory::MX).officers, 2);
		assert_eq!(System::providers(&10), 1);
	});
}

#[test]
fn appoint_officer_should_fail_when_the_scopes_are_the_same() {
	build_and_execute(|| {
		assert_noop!(
			Administrations::appoint_officer(signed(MX), 11, list(&[Suspension, Certification])),
			Error::<Test>::NothingWouldChange
		);
	});
}

#[test]
fn appoint_officer_should_fail_when_the_account_has_another_role() {
	build_and_execute(|| {
		HolderAccounts::set(vec![77]);
		assert_ok!(Administrations::rotate_account(signed(MX), 12));
		assert_ok!(Administrations::rotate_account(signed(CR), 22));
		for taken in [MX, CR, 20, 12, 22, 77] {
			assert_noop!(
				Administrations::appoint_signatory(signed(MX), taken),
				Error::<Test>::AccountInUse
			);
		}
	});
}

#[test]
fn appoint_officer_should_fail_when_there_are_too_many() {
	build_and_execute(|| {
		assert_ok!(Administrations::appoint_signatory(signed(MX), 50));
		assert_noop!(
			Administrations::appoint_signatory(signed(MX), 51),
			Error::<Test>::TooManyOfficers
		);
		// changing scopes takes no further place
		assert_ok!(Administrations::appoint_officer(
			signed(MX),
			50,
			list(&[Risk])
		));
		assert_ok!(Administrations::dismiss_officer(signed(MX), 10));
		assert_ok!(Administrations::appoint_signatory(signed(MX), 51));
	});
}

#[test]
fn dismiss_officer_should_end_the_role_and_keep_the_reference() {
	build_and_execute(|| {
		assert_ok!(Administrations::dismiss_officer(signed(MX), 10));
		expect_event(Event::OfficerDismissed {
			administration: Territory::MX,
			officer: 10,
		});
		assert_eq!(kind(10), None);
		assert_eq!(record(Territory::MX).officers, 1);
		assert_eq!(System::providers(&10), 1);

		// coming back gives no second one
		assert_ok!(Administrations::appoint_signatory(signed(CR), 10));
		assert_eq!(System::providers(&10), 1);
	});
}

#[test]
fn dismiss_officer_should_fail_for_all_but_ones_own_officers() {
	build_and_execute(|| {
		assert_ok!(Administrations::rotate_account(signed(MX), 12));
		for other in [MX, CR, 12, 20, STRANGER] {
			assert_noop!(
				Administrations::dismiss_officer(signed(MX), other),
				Error::<Test>::NotAnOfficer
			);
		}
	});
}

#[test]
fn resign_should_end_an_officers_role() {
	build_and_execute(|| {
		assert_ok!(Administrations::resign(signed(10)));
		expect_event(Event::OfficerDismissed {
			administration: Territory::MX,
			officer: 10,
		});
		assert_eq!(kind(10), None);
		assert_eq!(record(Territory::MX).officers, 1);
		assert_noop!(
			Administrations::resign(signed(10)),
			Error::<Test>::NothingToGiveUp
		);
	});
}

#[test]
fn resign_should_fail_for_the_own_account() {
	build_and_execute(|| {
		assert_noop!(
			Administrations::resign(signed(MX)),
			Error::<Test>::NothingToGiveUp
		);
		assert_noop!(
			Administrations::resign(signed(STRANGER)),
			Error::<Test>::NothingToGiveUp
		);
	});
}
