//! An admission takes precedence over roles that nobody asked the account for.

use super::*;
use crate::{Error, InsideKind};
use aeo_primitives::Scopes;
use frame_support::assert_noop;

/// Mexico proposes Chile with a multisig of two signers.
fn propose_multisig() -> u32 {
	let number = crate::NextProposal::<Test>::get();
	assert_ok!(Administrations::propose(
		signed(MX),
		Territory::CL,
		Default::default(),
		offset(-240),
		CL,
		key(7),
		None,
		vec![51, 52].try_into().expect("two"),
	));
	number
}

fn is_officer(account: AccountId, of: Territory) -> bool {
	Administrations::account_of(&account).is_some_and(|(record, _)| {
		record.administration == of && matches!(record.kind, InsideKind::Officer(_))
	})
}

/// What a hostile member might try: appoint the candidate, its signers, or offer its own account.
fn squat() {
	assert_ok!(Administrations::appoint_signatory(signed(CR), CL));
	assert_ok!(Administrations::rotate_account(signed(CR), 51));
	AgencyAccounts::set(vec![52]);
}

fn admission_should_have_taken_all(number: u32) {
	assert_ok!(Administrations::admit(enough(), Territory::CL, number));
	for event in [
		Event::OfficerDismissed {
			administration: Territory::CR,
			officer: CL,
		},
		Event::AccountDeclined {
			administration: Territory::CR,
			account: 51,
		},
	] {
		System::assert_has_event(RuntimeEvent::Administrations(event));
	}
	assert!(AgencyAccounts::get().is_empty());
	assert_eq!(record(Territory::CL).details.account, CL);
	assert!(is_officer(51, Territory::CL) && is_officer(52, Territory::CL));
	let loser = record(Territory::CR);
	assert_eq!((loser.officers, loser.incoming), (2, None));
}

#[test]
fn admit_should_take_roles_that_were_given_after_the_proposal() {
	build_and_execute(|| {
		let number = propose_multisig();
		squat();
		admission_should_have_taken_all(number);
	});
}

#[test]
fn admit_should_take_roles_that_were_given_before_the_proposal() {
	build_and_execute(|| {
		squat();
		let number = propose_multisig();
		admission_should_have_taken_all(number);
	});
}

/// The scopes of an officer don't matter, nor whose officer it is.
#[test]
fn admit_should_take_an_officer_of_the_proposer_itself() {
	build_and_execute(|| {
		let number = propose(Territory::CL, 11);
		assert_ok!(Administrations::admit(enough(), Territory::CL, number));
		assert_eq!(record(Territory::MX).officers, 1);
		assert_eq!(record(Territory::CL).details.account, 11);
	});
}

/// A holder's account has accepted, and an own account was admitted or has accepted.
#[test]
fn admit_should_fail_when_the_account_or_a_signer_has_consented_to_another_role() {
	for bound in [CL, 51] {
		build_and_execute(|| {
			let number = propose_multisig();
			HolderAccounts::set(vec![bound]);
			assert_noop!(
				Administrations::admit(enough(), Territory::CL, number),
				Error::<Test>::AccountInUse
			);
		});
		build_and_execute(|| {
			let number = propose_multisig();
			rotate(CR, bound);
			assert_noop!(
				Administrations::admit(enough(), Territory::CL, number),
				Error::<Test>::AccountInUse
			);
		});
	}
}

/// One member alone takes nothing from anybody: a proposal changes no role.
#[test]
fn propose_should_leave_the_roles_of_the_candidate() {
	build_and_execute(|| {
		propose(Territory::CL, 20);
		assert!(is_officer(20, Territory::CR));
		assert_noop!(
			Administrations::appoint_signatory(signed(PE), 20),
			Error::<Test>::AccountInUse
		);
	});
}

#[test]
fn an_admitted_account_should_not_be_appointed_any_more() {
	build_and_execute(|| {
		let number = propose_multisig();
		assert_ok!(Administrations::admit(enough(), Territory::CL, number));
		for account in [CL, 51, 52] {
			assert_noop!(
				Administrations::appoint_signatory(signed(CR), account),
				Error::<Test>::AccountInUse
			);
		}
		let (officer, _) = Administrations::account_of(&51).expect("it was appointed");
		assert_eq!(officer.kind, InsideKind::Officer(Scopes::new()));
	});
}
