//! What the other pallets ask of the administrations.

use super::*;
use crate::{types::Settings, Error, Provided};
use aeo_primitives::{
	recognition::Standing, AdministrationLookup, EncryptionKeys, IncidentMark, InsideAccounts,
	Officers, Scope, UsesRecorded,
};
use frame_support::assert_noop;
use sp_runtime::DispatchError;

fn officer(account: AccountId, scope: Scope) -> Result<Territory, DispatchError> {
	Administrations::ensure_officer(&account, scope)
}

fn own_account(account: AccountId) -> Result<Territory, DispatchError> {
	Administrations::ensure_own_account(&account)
}

fn standing(territory: Territory) -> Option<Standing> {
	Administrations::administration(territory).map(|administration| administration.standing)
}

#[test]
fn ensure_officer_should_ask_for_the_scope() {
	build_and_execute(|| {
		assert_ok!(officer(10, Scope::Certification), Territory::MX);
		assert_ok!(officer(21, Scope::Suspension), Territory::CR);
		for other in [Scope::Suspension, Scope::Clearance] {
			assert_noop!(officer(10, other), Error::<Test>::OfficerLacksScope);
		}
		for account in [MX, CL, STRANGER] {
			assert_noop!(
				officer(account, Scope::Certification),
				Error::<Test>::NotAnOfficer
			);
		}
	});
}

#[test]
fn ensure_own_account_should_know_the_own_account_only() {
	build_and_execute(|| {
		assert_ok!(own_account(PE), Territory::PE);
		assert_ok!(Administrations::rotate_account(signed(PE), 33));
		for account in [33, 30, STRANGER] {
			assert_noop!(own_account(account), Error::<Test>::SignerNotOwnAccount);
		}
	});
}

#[test]
fn quarantined_and_withdrawn_should_act_for_nobody() {
	build_and_execute(|| {
		admit(Territory::CL, CL);
		assert_ok!(Administrations::quarantine_own(signed(MX)));
		for refused in [officer(10, Scope::Certification), own_account(MX)] {
			assert_eq!(
				refused,
				Err(Error::<Test>::AdministrationNotAdmitted.into())
			);
		}
		assert_ok!(Administrations::expel(enough(), Territory::CR));
		assert_noop!(
			officer(20, Scope::Certification),
			Error::<Test>::NotAnOfficer
		);
		assert_noop!(own_account(CR), Error::<Test>::SignerNotOwnAccount);
	});
}

#[test]
fn administration_should_tell_standing_and_offset() {
	build_and_execute(|| {
		assert_eq!(Administrations::administration(Territory::CL), None);
		let mexico = Administrations::administration(Territory::MX).expect("it was admitted");
		assert_eq!(
			(mexico.territory, mexico.utc_offset.minutes()),
			(Territory::MX, -360)
		);
		assert_eq!(standing(Territory::MX), Some(Standing::Admitted));
		admit(Territory::CL, CL);
		assert_ok!(Administrations::quarantine(enough(), Territory::MX));
		assert_eq!(
			standing(Territory::MX),
			Some(Standing::QuarantinedByCouncil)
		);
		assert_ok!(Administrations::quarantine_own(signed(MX)));
		assert_eq!(standing(Territory::MX), Some(Standing::QuarantinedByItself));
		assert_ok!(Administrations::expel(enough(), Territory::CR));
		assert_eq!(standing(Territory::CR), Some(Standing::Withdrawn));
	});
}

#[test]
fn registrar_should_be_who_covers_the_territory() {
	build_and_execute(|| {
		let registrar = |territory| Administrations::registrar(territory);
		assert_eq!(registrar(Territory::MX), Some(Territory::MX));
		assert_eq!(registrar(Territory::DE), None);
	});
}

#[test]
fn uses_should_be_sealed_unless_set() {
	build_and_execute(|| {
		let uses = |territory| <Administrations as AdministrationLookup>::uses_recorded(territory);
		assert_eq!(uses(Territory::MX), UsesRecorded::Sealed);
		assert_eq!(uses(Territory::CL), UsesRecorded::Sealed);
		let settings = Settings {
			uses_recorded: UsesRecorded::Clear,
		};
		assert_ok!(Administrations::change_settings(signed(MX), settings));
		assert_eq!(uses(Territory::MX), UsesRecorded::Clear);
	});
}

#[test]
fn a_grantor_should_come_with_its_choice_and_its_incident() {
	build_and_execute(|| {
		let grantor = |territory| Administrations::grantor(territory).expect("it was admitted");
		let mexico = grantor(Territory::MX);
		assert_eq!(
			Some(&mexico.administration),
			Administrations::administration(Territory::MX).as_ref()
		);
		assert_eq!(
			(mexico.uses_recorded, mexico.incident_open),
			(UsesRecorded::Sealed, false)
		);
		let settings = Settings {
			uses_recorded: UsesRecorded::Clear,
		};
		assert_ok!(Administrations::change_settings(signed(MX), settings));
		Administrations::set_incident_open(Territory::MX, true);
		let mexico = grantor(Territory::MX);
		assert_eq!(
			(mexico.uses_recorded, mexico.incident_open),
			(UsesRecorded::Clear, true)
		);
		assert!(!grantor(Territory::CR).incident_open);
		// Nobody is marked who was never admitted.
		Administrations::set_incident_open(Territory::JP, true);
		assert_eq!(Administrations::grantor(Territory::JP), None);
	});
}

#[test]
fn an_incident_should_outlast_a_withdrawal() {
	build_and_execute(|| {
		admit(Territory::CL, CL);
		Administrations::set_incident_open(Territory::CL, true);
		assert_ok!(Administrations::expel(enough(), Territory::CL));
		admit(Territory::CL, 44);
		let chile = Administrations::grantor(Territory::CL).expect("it was admitted");
		assert!(chile.incident_open);
		assert_eq!(standing(Territory::CL), Some(Standing::Admitted));
		Administrations::set_incident_open(Territory::CL, false);
		let chile = Administrations::grantor(Territory::CL).expect("it was admitted");
		assert!(!chile.incident_open);
	});
}

#[test]
fn encryption_key_should_be_the_present_one_of_who_was_admitted() {
	build_and_execute(|| {
		let key = H256::repeat_byte(77);
		let before = Administrations::encryption_key(Territory::MX);
		assert!(before.is_some() && before != Some(key));
		assert_ok!(Administrations::rotate_encryption_key(signed(MX), key));
		assert_eq!(Administrations::encryption_key(Territory::MX), Some(key));
		// Neither one that is only proposed has one here.
		propose(Territory::CL, CL);
		for unknown in [Territory::CL, Territory::JP] {
			assert_eq!(Administrations::encryption_key(unknown), None);
		}
	});
}

#[test]
fn provide_should_give_one_reference_to_an_account() {
	build_and_execute(|| {
		assert!(!Administrations::is_inside(&STRANGER));
		assert!(Administrations::is_inside(&MX) && Administrations::is_inside(&10));
		for _ in 0..2 {
			Administrations::provide(&STRANGER);
			assert_eq!(System::providers(&STRANGER), 1);
		}
		assert!(Provided::<Test>::contains_key(STRANGER));
	});
}
