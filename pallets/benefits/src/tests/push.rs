//! Telling for whom benefits begin or end.

use super::*;
use crate::WeightInfo;
use aeo_primitives::{
	recognition::{Standing, TypeSuccession},
	CertificateNumber, OnStandingChange, OnTraderEnded, StandingChange,
};
use frame_support::weights::Weight;

fn change(before: Option<Certificate>, after: Certificate) -> StandingChange {
	StandingChange {
		version: 2,
		before,
		after,
	}
}

fn with(state: CertificateState) -> Certificate {
	Certificate {
		state,
		..certificate("A-1")
	}
}

/// What it weighs to tell of so many changes of an issuer with so many legs.
fn weight(legs: u32, changes: u64) -> Weight {
	type Weights = crate::weights::SubstrateWeight<Test>;
	Weights::telling(legs) + Weights::tell(legs) * changes
}

/// What was told: certificate, begin, end.
fn told() -> Vec<(CertificateNumber, Vec<Territory>, Vec<Territory>)> {
	System::events()
		.into_iter()
		.filter_map(|record| match record.event {
			RuntimeEvent::Benefits(Event::BenefitsChanged {
				number, begin, end, ..
			}) => Some((number, begin.into_inner(), end.into_inner())),
			_ => None,
		})
		.collect()
}

/// What is told of one change.
fn hear(before: Option<Certificate>, after: Certificate) -> (Vec<Territory>, Vec<Territory>) {
	System::reset_events();
	// The certificate is its trader's, however it stands.
	put(Territory::MX, TIN, vec![after.clone()]);
	Benefits::on_change(Territory::MX, &[change(before, after)]);
	told()
		.pop()
		.map(|(_, begin, end)| (begin, end))
		.unwrap_or_default()
}

#[test]
fn grantors_should_be_told_when_benefits_begin_or_end() {
	build_and_execute(|| {
		recognised();
		let authorised = || with(CertificateState::Authorised);
		let partners = vec![Territory::CR, Territory::PE];
		assert_eq!(hear(None, authorised()), (partners.clone(), vec![]));
		let full = || with(suspended(SuspensionScope::Full));
		assert_eq!(hear(Some(authorised()), full()), (vec![], partners.clone()));
		assert_eq!(hear(Some(full()), authorised()), (partners.clone(), vec![]));
		// One half: some benefits end, others don't.
		let half = || with(suspended(SuspensionScope::Customs));
		assert_eq!(hear(Some(authorised()), half()), (vec![], partners.clone()));
		assert_eq!(hear(Some(full()), half()), (partners.clone(), vec![]));
		// From one half to the other: something begins and something ends.
		let other = || with(suspended(SuspensionScope::Security));
		assert_eq!(hear(Some(half()), other()), (partners.clone(), partners));
		assert_eq!(hear(Some(full()), full()), (vec![], vec![]));
	});
}

#[test]
fn grantors_should_not_be_told_what_changes_nothing_for_them() {
	build_and_execute(|| {
		recognised();
		let importer = Certificate {
			roles: Roles::new([Role::Importer]).expect("one"),
			..certificate("A-1")
		};
		assert_eq!(hear(None, importer), (vec![], vec![]));
		aeo_mocks::set_standing(Territory::CR, Standing::QuarantinedByItself);
		let peru = vec![Territory::PE];
		assert_eq!(hear(None, certificate("A-1")), (peru, vec![]));
		aeo_mocks::set_standing(Territory::MX, Standing::QuarantinedByItself);
		assert_eq!(hear(None, certificate("A-1")), (vec![], vec![]));
		let told = Benefits::on_change(Territory::JP, &[change(None, certificate("A-1"))]);
		assert_eq!(told, weight(0, 0));
	});
}

#[test]
fn a_batch_should_read_the_legs_once() {
	build_and_execute(|| {
		recognised();
		let changes: Vec<_> = (0..100)
			.map(|place| change(None, certificate(&format!("A-{place}"))))
			.collect();
		Reads::set(0);
		let weighed = Benefits::on_change(Territory::MX, &changes);
		assert_eq!(weighed, weight(2, 100));
		// All legs at once; the mock of the administrations counts not.
		assert_eq!(Reads::get(), 1);
		assert_eq!(told().len(), 100);
		assert!(weighed.all_lte(<Benefits as OnStandingChange>::max_weight(100)));
	});
}

/// Where a leg doesn't name a certificate's type, what succeeds it is looked up, once for all.
#[test]
fn a_grantor_of_the_successor_should_be_told_once_that_day_has_begun() {
	build_and_execute(|| {
		recognised();
		let successor = CertificateType {
			programme: "TRUST".try_into().expect("short"),
			code: "FULL".try_into().expect("short"),
		};
		let mut new = leg(2);
		new.offer.types = vec![successor.clone()].try_into().expect("one");
		set_legs(Territory::MX, Territory::PE, vec![new]);
		let costa_rica = || vec![Territory::CR];
		assert_eq!(hear(None, certificate("A-1")), (costa_rica(), vec![]));
		let succeed = |from: &str| {
			Successors::set(vec![TypeSuccession {
				of: kind(),
				by: successor.clone(),
				from: day(from),
			}]);
		};
		succeed("2032-01-01");
		assert_eq!(hear(None, certificate("A-1")), (costa_rica(), vec![]));
		succeed("2026-01-01");
		let both = vec![Territory::CR, Territory::PE];
		assert_eq!(hear(None, certificate("A-1")), (both, vec![]));
		let changes: Vec<_> = (0..100)
			.map(|place| change(None, certificate(&format!("A-{place}"))))
			.collect();
		Reads::set(0);
		Benefits::on_change(Territory::MX, &changes);
		// The legs, and what succeeds the types.
		assert_eq!(Reads::get(), 2);
	});
}

/// A suspension declares what telling of it reads: that must not grow with the partners.
#[test]
fn telling_should_read_the_same_for_one_grantor_as_for_all_that_there_can_be() {
	let reads = |grantors: usize| {
		let mut reads = 0;
		build_and_execute(|| {
			recognised();
			let strangers = Territory::ALL.iter().filter(|territory| {
				aeo_mocks::Administrations::administration(**territory).is_none()
			});
			for (own, territory) in (100..).zip(strangers.take(grantors)) {
				aeo_mocks::admit(own, *territory, 0);
				set_legs(Territory::MX, *territory, vec![leg(2)]);
			}
			let suspended = change(
				Some(certificate("A-1")),
				with(suspended(SuspensionScope::Full)),
			);
			Reads::set(0);
			let weighed = Benefits::on_change(Territory::MX, &[suspended]);
			reads = Reads::get();
			let (_, begin, end) = told().pop().expect("it is told");
			assert_eq!((begin.len(), end.len()), (0, grantors + 2));
			assert!(weighed.all_lte(<Benefits as OnStandingChange>::max_weight(1)));
		});
		reads
	};
	// Legs; of the certificate itself, its trader, who has suspended its recognition. The mock of the
	// administrations counts not.
	assert_eq!(reads(0), 4);
	assert_eq!(reads(240), 4);
}

#[test]
fn a_grantor_that_suspended_its_recognition_should_not_be_told() {
	build_and_execute(|| {
		recognised();
		let number = certificate("A-1").number;
		Suspended::mutate(|all| all.insert((Territory::CR, number)));
		let (full, peru) = (with(suspended(SuspensionScope::Full)), vec![Territory::PE]);
		assert_eq!(hear(Some(certificate("A-1")), full), (vec![], peru));
		// Another certificate of the same batch, alike but for that, is told to both.
		System::reset_events();
		put(
			Territory::MX,
			TIN,
			vec![certificate("A-1"), certificate("A-2")],
		);
		let changes = ["A-1", "A-2"].map(|number| {
			let after = Certificate {
				state: suspended(SuspensionScope::Full),
				..certificate(number)
			};
			change(Some(certificate(number)), after)
		});
		assert_eq!(Benefits::on_change(Territory::MX, &changes), weight(2, 2));
		let ends: Vec<_> = told().into_iter().map(|(.., end)| end).collect();
		let both = vec![Territory::CR, Territory::PE];
		assert_eq!(ends, [vec![Territory::PE], both]);
	});
}

#[test]
fn what_is_told_should_be_what_evaluation_says() {
	build_and_execute(|| {
		recognised();
		let states = [
			CertificateState::Authorised,
			suspended(SuspensionScope::Full),
			suspended(SuspensionScope::Customs),
			suspended(SuspensionScope::Security),
			CertificateState::Annulled,
		];
		for before in states {
			for after in states {
				let (begin, end) = hear(Some(with(before)), with(after));
				for grantor in [Territory::CR, Territory::PE, Territory::CO] {
					let benefits = |state| {
						put(Territory::MX, TIN, vec![with(state)]);
						let mut all = std::collections::BTreeSet::new();
						for role in Role::ALL {
							for direction in Direction::ALL {
								let answer = ask_for(grantor, tin(TIN), *role, *direction);
								all.extend(given(answer));
							}
						}
						all
					};
					let (was, is) = (benefits(before), benefits(after));
					assert_eq!(begin.contains(&grantor), !is.is_subset(&was));
					assert_eq!(end.contains(&grantor), !was.is_subset(&is));
				}
			}
		}
	});
}

/// With the trader its certificates end, for whoever recognised them.
#[test]
fn grantors_should_be_told_when_a_trader_goes_on_no_more() {
	build_and_execute(|| {
		recognised();
		let second = Certificate {
			state: suspended(SuspensionScope::Full),
			..certificate("A-2")
		};
		let third = certificate("A-3");
		Suspended::mutate(|all| all.insert((Territory::CR, third.number.clone())));
		put(
			Territory::MX,
			TIN,
			vec![certificate("A-1"), second, third.clone()],
		);
		System::reset_events();
		Reads::set(0);
		let weighed = Benefits::on_ended(Territory::MX, &id_of(TIN));
		// Legs, index, three certificates and who has suspended each; besides the administrations.
		assert_eq!(Reads::get(), 8);
		assert!(weighed.all_lte(<Benefits as OnTraderEnded>::max_weight()));
		assert!(weighed.all_gte(weight(2, 3)));
		let (both, peru) = (vec![Territory::CR, Territory::PE], vec![Territory::PE]);
		// Nothing ends with the one that was suspended, nor for whom one is suspended.
		assert_eq!(
			told(),
			[
				(certificate("A-1").number, vec![], both),
				(third.number, vec![], peru),
			]
		);
		// Its version stays: the certificate has not changed.
		let version = System::events()
			.into_iter()
			.find_map(|record| match record.event {
				RuntimeEvent::Benefits(Event::BenefitsChanged { version, .. }) => Some(version),
				_ => None,
			});
		assert_eq!(version, Some(7));
		// Of nobody, and of whose word doesn't count, nothing is told.
		System::reset_events();
		Benefits::on_ended(Territory::MX, &id_of(OTHER));
		aeo_mocks::set_standing(Territory::MX, Standing::QuarantinedByItself);
		assert_eq!(Benefits::on_ended(Territory::MX, &id_of(TIN)), weight(0, 0));
		assert!(told().is_empty());
	});
}

/// What is decided of the certificate of a trader that goes on no more, or for which its
/// administration has not vouched since it was admitted again, begins and ends nothing.
#[test]
fn nothing_should_be_told_of_certificates_that_count_for_nobody() {
	build_and_execute(|| {
		recognised();
		let full = || with(suspended(SuspensionScope::Full));
		let hear = || {
			System::reset_events();
			let change = change(Some(certificate("A-1")), full());
			Benefits::on_change(Territory::MX, &[change]);
			told().len()
		};
		assert_eq!(hear(), 1);
		let into = aeo_primitives::tin::Tin::parse(OTHER).expect("a TIN");
		for state in [
			TraderState::Closed,
			TraderState::Merged {
				into: into.text().clone(),
			},
		] {
			set_state(TIN, state);
			assert_eq!(hear(), 0);
		}
		set_state(TIN, TraderState::Active);
		aeo_mocks::readmit(Territory::MX);
		assert_eq!(hear(), 0);
	});
}
