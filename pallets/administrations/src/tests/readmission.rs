//! What an earlier admission leaves to a later one of the same territory: nothing but what was done.

use super::*;
use crate::{Error, KeyVersions, Settings, Validating};
use aeo_primitives::{AccountKinds, IncidentMark, UsesRecorded};
use frame_support::assert_noop;

/// Chile with an officer, an offered account, a validator and settings of its own.
fn first_admission() -> u32 {
	let number = admit(Territory::CL, CL);
	WithSessionKeys::mutate(|accounts| accounts.push(CL));
	let uses = Settings {
		uses_recorded: UsesRecorded::Clear,
	};
	assert_ok!(Administrations::appoint_signatory(signed(CL), 50));
	assert_ok!(Administrations::rotate_account(signed(CL), 55));
	assert_ok!(Administrations::rotate_encryption_key(signed(CL), key(8)));
	assert_ok!(Administrations::start_validating(signed(CL)));
	assert_ok!(Administrations::change_settings(signed(CL), uses));
	assert_ok!(Administrations::give_notice(signed(CL)));
	number
}

#[test]
fn readmission_should_begin_anew_under_another_number() {
	build_and_execute(|| {
		let first = first_admission();
		assert_ok!(Administrations::expel(council(4, 5), Territory::CL));
		let second = admit(Territory::CL, 56);
		let record = record(Territory::CL);
		assert!(record.admission == second && second != first);
		assert_eq!(record.key_versions, KeyVersions::default());
		assert_eq!(record.settings, Settings::default());
		assert_eq!(
			(record.officers, record.incoming, record.notice),
			(0, None, None)
		);
		assert!(!Validating::<Test>::get().contains(&Territory::CL));
	});
}

#[test]
fn readmission_should_give_the_earlier_accounts_no_role() {
	build_and_execute(|| {
		first_admission();
		assert_ok!(Administrations::expel(council(4, 5), Territory::CL));
		admit(Territory::CL, 56);
		for account in [CL, 50, 55] {
			assert_eq!(Administrations::account_of(&account), None);
			assert_eq!(Administrations::signer(&account), None);
			assert!(!Council::is_member(&account));
		}
		assert_noop!(
			Administrations::give_notice(signed(CL)),
			Error::<Test>::SignerNotOwnAccount
		);
		assert_noop!(
			Administrations::accept_account(signed(55)),
			Error::<Test>::AccountNotOffered
		);
	});
}

/// An incident is one of the place, and outlasts who is in charge there.
#[test]
fn readmission_should_keep_an_open_incident() {
	build_and_execute(|| {
		first_admission();
		Administrations::set_incident_open(Territory::CL, true);
		assert_ok!(Administrations::expel(council(4, 5), Territory::CL));
		admit(Territory::CL, 56);
		assert!(record(Territory::CL).incident_open);
	});
}

/// An own account may be admitted again, and is then the account of the new admission alone.
#[test]
fn readmission_of_the_same_account_should_not_bring_its_officers_back() {
	build_and_execute(|| {
		first_admission();
		assert_ok!(Administrations::expel(council(4, 5), Territory::CL));
		admit(Territory::CL, CL);
		assert!(Administrations::account_of(&CL).is_some());
		assert_eq!(Administrations::account_of(&50), None);
		assert_noop!(
			Administrations::dismiss_officer(signed(CL), 50),
			Error::<Test>::NotAnOfficer
		);
	});
}

/// What it proposed before it left is the council's to judge; it counts against its cap.
#[test]
fn readmission_should_keep_the_count_of_its_proposals() {
	build_and_execute(|| {
		first_admission();
		let propose = |by, account| {
			Administrations::propose(
				signed(by),
				Territory::EC,
				Default::default(),
				offset(0),
				account,
				key(7),
				None,
				Default::default(),
			)
		};
		for account in 61..65 {
			assert_ok!(propose(CL, account));
		}
		assert_ok!(Administrations::expel(council(4, 5), Territory::CL));
		admit(Territory::CL, 56);
		assert_noop!(propose(56, 66), Error::<Test>::TooManyProposals);
	});
}

/// Whoever gives quotas settles then what was used before.
#[test]
fn readmission_should_be_told_like_an_admission() {
	build_and_execute(|| {
		let founders = [Territory::MX, Territory::CR, Territory::PE, Territory::CO];
		assert_eq!(AdmissionsHeard::get(), founders);
		first_admission();
		assert_ok!(Administrations::expel(council(4, 5), Territory::CL));
		assert_eq!(AdmissionsHeard::get().len(), 5);
		admit(Territory::CL, 56);
		assert_eq!(AdmissionsHeard::get()[4..], [Territory::CL, Territory::CL]);
	});
}
