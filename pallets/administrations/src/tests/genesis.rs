//! The genesis, and the sentences with which a contradictory one is refused.

use super::*;
use crate::{
	genesis::GenesisAdministration, BlocksPerSession, GenesisConfig, InsideKind, MinimumValidators,
	NextProposal, Seats, Validating,
};
use aeo_primitives::Scope;
use sp_runtime::BuildStorage;

fn administration(territory: Territory, account: AccountId) -> GenesisAdministration<AccountId> {
	GenesisAdministration {
		territory,
		territories: vec![],
		utc_offset: 0,
		account,
		encryption_key: key(1),
		instrument: None,
		officers: vec![],
		validating: true,
	}
}

/// Build it, with so many quiet founders besides that the council is large enough.
fn build(mut administrations: Vec<GenesisAdministration<AccountId>>) {
	if !administrations.is_empty() {
		for (account, territory) in [(91, Territory::AQ), (92, Territory::BV)] {
			administrations.push(GenesisAdministration {
				validating: false,
				..administration(territory, account)
			});
		}
	}
	build_alone(administrations);
}

fn build_alone(administrations: Vec<GenesisAdministration<AccountId>>) {
	let config = GenesisConfig::<Test> {
		administrations,
		blocks_per_session: 10,
		minimum_validators: 1,
	};
	config.build_storage().expect("or it panics");
}

#[test]
fn genesis_should_admit_the_founders() {
	build_and_execute(|| {
		for (number, (territory, account)) in (0..).zip([
			(Territory::MX, MX),
			(Territory::CR, CR),
			(Territory::PE, PE),
			(Territory::CO, CO),
		]) {
			let record = record(territory);
			assert_eq!(record.state, AdministrationState::Admitted);
			assert_eq!((record.admission, record.officers), (number, 2));
			assert_eq!(record.details.account, account);
			let officer =
				Administrations::account_of(&(account * 10)).map(|(record, _)| record.kind);
			assert!(
				matches!(officer, Some(InsideKind::Officer(scopes)) if scopes.contains(&Scope::Certification))
			);
			for signer in [account, account * 10, account * 10 + 1] {
				assert_eq!(System::providers(&signer), 1);
			}
		}
		assert_eq!(NextProposal::<Test>::get(), 4);
		assert_eq!(BlocksPerSession::<Test>::get(), 10);
		assert_eq!(MinimumValidators::<Test>::get(), 1);
		let seats: Vec<_> = Seats::<Test>::get().into_iter().collect();
		assert_eq!(seats, vec![MX, CR, PE, CO]);
		assert_eq!(
			pallet_collective::Members::<Test, pallet_collective::Instance1>::get(),
			seats
		);
		assert_eq!(
			Validating::<Test>::get().into_iter().collect::<Vec<_>>(),
			vec![Territory::MX]
		);
	});
}

#[test]
fn genesis_should_be_readable_from_json() {
	let administration = |territory: &str, territories: &[&str], account: u8| {
		serde_json::json!({
			"territory": territory,
			"territories": territories,
			"utcOffset": 60,
			"account": account,
			"encryptionKey": key(1),
			"instrument": null,
			"officers": [[account * 10, ["Certification"]]],
			"validating": true,
		})
	};
	let json = serde_json::json!({
		"administrations": [
			administration("EU", &["DE", "FR"], 1),
			administration("CH", &[], 2),
			administration("NO", &[], 3),
		],
		"blocksPerSession": 10,
		"minimumValidators": 1,
	});
	let config: GenesisConfig<Test> = serde_json::from_value(json).expect("as documented");
	assert_eq!(
		config.administrations[0].territories,
		vec![Territory::DE, Territory::FR]
	);
	config.build_storage().expect("it is consistent");
}

/// The default genesis of any runtime must build.
#[test]
fn genesis_should_build_without_administrations() {
	build(vec![]);
}

/// Two could decide nothing, and so never become three.
#[test]
#[should_panic(
	expected = "the genesis names 2 administrations, and a council of fewer than 3 can't"
)]
fn genesis_should_be_refused_when_the_council_would_be_too_small() {
	build_alone(vec![
		administration(Territory::MX, MX),
		administration(Territory::CR, CR),
	]);
}

#[test]
fn genesis_should_build_with_a_council_of_three() {
	build_alone(vec![
		administration(Territory::MX, MX),
		administration(Territory::CR, CR),
		administration(Territory::PE, PE),
	]);
}

#[test]
#[should_panic(expected = "message: Some(\"AccountInUse\")")]
fn genesis_should_be_refused_when_an_officer_of_one_is_the_account_of_another() {
	build(vec![
		GenesisAdministration {
			officers: vec![(CR, vec![])],
			..administration(Territory::MX, MX)
		},
		administration(Territory::CR, CR),
	]);
}

#[test]
#[should_panic(expected = "administration CR of the genesis: Module(ModuleError { index: 9")]
fn genesis_should_be_refused_when_two_have_one_account() {
	build(vec![
		administration(Territory::MX, MX),
		administration(Territory::CR, MX),
	]);
}

#[test]
#[should_panic(expected = "message: Some(\"TerritoryCovered\")")]
fn genesis_should_be_refused_when_a_territory_is_covered_twice() {
	build(vec![
		administration(Territory::MX, MX),
		administration(Territory::MX, CR),
	]);
}

#[test]
#[should_panic(expected = "message: Some(\"UtcOffsetOutOfRange\")")]
fn genesis_should_be_refused_with_an_impossible_offset() {
	build(vec![GenesisAdministration {
		utc_offset: 841,
		..administration(Territory::MX, MX)
	}]);
}

#[test]
#[should_panic(expected = "message: Some(\"EncryptionKeyMissing\")")]
fn genesis_should_be_refused_without_an_encryption_key() {
	build(vec![GenesisAdministration {
		encryption_key: H256::zero(),
		..administration(Territory::MX, MX)
	}]);
}

#[test]
#[should_panic(expected = "message: Some(\"TooManyTerritories\")")]
fn genesis_should_be_refused_with_too_many_territories() {
	build(vec![GenesisAdministration {
		territories: Territory::ALL.into_iter().take(42).collect(),
		..administration(Territory::MX, MX)
	}]);
}

#[test]
#[should_panic(expected = "message: Some(\"TooManyOfficers\")")]
fn genesis_should_be_refused_with_too_many_officers() {
	build(vec![GenesisAdministration {
		officers: (10..14).map(|officer| (officer, vec![])).collect(),
		..administration(Territory::MX, MX)
	}]);
}

#[test]
#[should_panic(expected = "message: Some(\"TooManyValidators\")")]
fn genesis_should_be_refused_with_too_many_validators() {
	build(
		(1..)
			.zip(Territory::ALL)
			.take(6)
			.map(|(n, t)| administration(t, n))
			.collect(),
	);
}

#[test]
#[should_panic(expected = "message: Some(\"TooManyAdministrations\")")]
fn genesis_should_be_refused_with_too_many_administrations() {
	let quiet = |(account, territory)| GenesisAdministration {
		validating: false,
		..administration(territory, account)
	};
	build((1..).zip(Territory::ALL).take(11).map(quiet).collect());
}
