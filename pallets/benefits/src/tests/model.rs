//! Random worlds: what is gathered from storage is what a person would write down, and grants do
//! what a plain model does.

use super::*;
use aeo_primitives::recognition::{evaluate, Administration, Facts, Resolution, Standing, Trader};
use proptest::{prelude::*, sample};
use std::collections::BTreeMap;

fn state() -> impl Strategy<Value = CertificateState> {
	prop_oneof![
		4 => Just(CertificateState::Authorised),
		1 => Just(suspended(SuspensionScope::Full)),
		1 => Just(suspended(SuspensionScope::Customs)),
		1 => Just(CertificateState::Annulled),
	]
}

fn some_certificate() -> impl Strategy<Value = Certificate> {
	(
		state(),
		sample::subsequence(vec![Role::Exporter, Role::Importer], 1..=2),
	)
		.prop_map(|(state, roles)| Certificate {
			state,
			roles: Roles::new(roles).expect("one or two"),
			..certificate("A-0")
		})
}

fn some_leg() -> impl Strategy<Value = Leg> {
	let state = prop_oneof![
		3 => Just(leg(0).state),
		1 => Just(LegState::Suspended),
		1 => Just(LegState::Pending),
	];
	(0..3_u32, state).prop_map(|(agreement, state)| Leg {
		state,
		..leg(agreement)
	})
}

/// Certificates, legs, whether Costa Rica has suspended the first, and the trader's state.
type SomeWorld = (Vec<Certificate>, Vec<Leg>, bool, TraderState);

fn world() -> impl Strategy<Value = SomeWorld> {
	(
		prop::collection::vec(some_certificate(), 0..4),
		prop::collection::vec(some_leg(), 0..3),
		any::<bool>(),
		prop_oneof![5 => Just(TraderState::Active), 1 => Just(TraderState::Closed)],
	)
}

/// Puts the world into the mock; gives the certificates as they are numbered there.
fn build((certificates, legs, is_suspended, state): SomeWorld) -> Vec<Certificate> {
	let certificates: Vec<_> = certificates
		.into_iter()
		.enumerate()
		.map(|(place, certificate)| Certificate {
			number: format!("A-{place}").as_str().try_into().expect("short"),
			..certificate
		})
		.collect();
	put(Territory::MX, TIN, certificates.clone());
	set_state(TIN, state);
	set_legs(Territory::MX, Territory::CR, legs);
	if is_suspended {
		let first = certificate("A-0").number;
		Suspended::mutate(|suspended| suspended.insert((Territory::CR, first)));
	}
	certificates
}

fn administration(territory: Territory, minutes: i16) -> Administration {
	Administration {
		territory,
		utc_offset: minutes.try_into().expect("legal"),
		standing: Standing::Admitted,
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(512))]

	#[test]
	fn an_answer_should_be_that_of_the_facts(
		world in world(),
		role in sample::select(vec![Role::Exporter, Role::Importer]),
		direction in sample::select(Direction::ALL),
	) {
		build_and_execute(|| {
			let (_, legs, is_suspended, state) = world.clone();
			let mut certificates = build(world);
			if let (Some(first), true) = (certificates.first_mut(), is_suspended) {
				first.recognition_suspended = true;
			}
			let facts = Facts {
				now: NOON,
				grantor: administration(Territory::CR, -360),
				role,
				direction,
				incident_open: false,
				trader: Resolution::Found(Trader {
					state,
					issuer: administration(Territory::MX, -360),
					certificates: certificates.try_into().expect("few"),
					legs: legs.try_into().expect("few"),
					domestic: Default::default(),
				}),
			};
			let answer = Benefits::evaluate(Territory::CR, &tin(TIN), role, direction);
			assert_eq!(answer, Some(evaluate(&facts)));
		});
	}

	#[test]
	fn random_grants_should_do_what_the_model_does(
		world in world(),
		steps in prop::collection::vec(
			(1..5_u8, any::<bool>(), sample::select(Direction::ALL), any::<bool>()),
			1..60,
		),
	) {
		build_and_execute(|| {
			build(world);
			aeo_mocks::record_uses_in_clear(Territory::CR);
			put(Territory::MX, OTHER, vec![certificate("B-0")]);
			let mut model: BTreeMap<u8, (&str, Direction)> = BTreeMap::new();
			for (number, is_other, direction, toggle) in steps {
				let text = if is_other { OTHER } else { TIN };
				// I9: what is given is what evaluation says on the state just before.
				let before = ask_for(Territory::CR, tin(text), Role::Exporter, direction);
				let expected = match model.get(&number) {
					Some(known) => *known == (text, direction),
					None => matches!(before.outcome, Outcome::Granted(_)),
				};
				let is_new = !model.contains_key(&number);
				let result = Benefits::grant(
					by(CR),
					declaration(number),
					tin(text),
					Role::Exporter,
					direction,
				);
				assert_eq!(result.is_ok(), expected, "{result:?}");
				if expected && is_new {
					model.insert(number, (text, direction));
					let stored = Benefits::grant_of(
						Territory::CR,
						declaration(number),
						Role::Exporter,
					);
					let stored = stored.expect("it was granted");
					assert_eq!(before.outcome, Outcome::Granted(stored.entitlements));
				}
				if toggle {
					let number = certificate("B-0").number;
					Suspended::mutate(|suspended| {
						let key = (Territory::CR, number);
						if !suspended.remove(&key) {
							suspended.insert(key);
						}
					});
				}
			}
			let uses = |text| Benefits::uses_of(&id_of(text), 0).len();
			assert_eq!(uses(TIN) + uses(OTHER), model.len());
		});
	}
}
