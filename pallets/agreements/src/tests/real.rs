//! Agreements as they exist.

use super::*;

#[test]
fn the_pacific_alliance_should_have_twelve_legs() {
	build_and_execute(|| {
		aeo_mocks::set_standing(
			Territory::CL,
			aeo_primitives::recognition::Standing::Admitted,
		);
		let parties = [Territory::CL, Territory::CO, Territory::MX, Territory::PE];
		let number = propose(signed(MX), &parties, Some(TODAY));
		for own in [CL, CO] {
			assert_ok!(sign(own, number, Some(TODAY)));
		}
		assert_eq!(state(number, Territory::CL, Territory::MX), None);
		assert_ok!(sign(PE, number, Some(TODAY)));
		let mut legs = 0;
		for issuer in parties {
			for grantor in parties {
				let found = state(number, issuer, grantor);
				assert_eq!(found.is_some(), issuer != grantor);
				legs += u32::from(found.is_some());
			}
		}
		assert_eq!(legs, 12);
	});
}

/// The parties of the regional arrangement of 18 May 2022, each with its own account and its clocks.
/// Those that are here from the start keep their own.
const REGIONAL: [(AccountId, Territory, i16); 11] = [
	(21, Territory::AR, -180),
	(22, Territory::BO, -240),
	(23, Territory::BR, -180),
	(CL, Territory::CL, -240),
	(CO, Territory::CO, -300),
	(CR, Territory::CR, -360),
	(24, Territory::DO, -240),
	(25, Territory::GT, -360),
	(PE, Territory::PE, -300),
	(26, Territory::PY, -180),
	(27, Territory::UY, -180),
];

/// Scenario 12: signed by eleven, operated by three at first: their six legs grant, and no others.
#[test]
fn three_of_eleven_should_begin_with_the_six_legs_between_them() {
	build_and_execute(|| {
		for (own, territory, minutes) in REGIONAL {
			if own > CL {
				aeo_mocks::admit(own, territory, minutes);
			}
		}
		aeo_mocks::set_standing(
			Territory::CL,
			aeo_primitives::recognition::Standing::Admitted,
		);
		let parties = REGIONAL.map(|(_, territory, _)| territory);
		let number = propose(signed(21), &parties, None);
		for (own, ..) in REGIONAL.into_iter().skip(1) {
			assert_ok!(sign(own, number, None));
		}
		let in_force = || {
			let pairs = parties
				.iter()
				.flat_map(|issuer| parties.iter().map(move |grantor| (*issuer, *grantor)));
			pairs
				.filter(|(issuer, grantor)| in_force(*issuer, *grantor))
				.collect::<Vec<_>>()
		};
		assert_eq!(in_force(), []);
		// Uruguay, Peru and Guatemala begin, each with its legs from the two others.
		let first = [
			(27, Territory::UY),
			(PE, Territory::PE),
			(25, Territory::GT),
		];
		for (own, grantor) in first {
			for (_, issuer) in first.iter().filter(|(_, issuer)| *issuer != grantor) {
				assert_ok!(Agreements::put_in_force(
					by(own),
					number,
					*issuer,
					written(TODAY)
				));
			}
		}
		let granting = in_force();
		assert_eq!(granting.len(), 6);
		for (issuer, grantor) in granting {
			assert!(first.iter().any(|(_, land)| *land == issuer));
			assert!(first.iter().any(|(_, land)| *land == grantor));
		}
		// A fourth one follows later, at its own pace.
		assert_ok!(Agreements::put_in_force(
			by(23),
			number,
			Territory::UY,
			written("2026-12-01")
		));
		assert_eq!(in_force().len(), 6);
		days_later(8);
		assert_eq!(in_force().len(), 7);
	});
}

/// Peru and Colombia are parties of two agreements: suspending one leaves the other (I12).
#[test]
fn a_pair_should_be_covered_by_several_agreements() {
	build_and_execute(|| {
		let parties = [Territory::PE, Territory::CO];
		let mut numbers = Vec::new();
		for _ in 0..2 {
			let number = propose(signed(PE), &parties, Some(TODAY));
			assert_ok!(sign(CO, number, Some(TODAY)));
			numbers.push(number);
		}
		assert_eq!(Agreements::legs(Territory::PE, Territory::CO).len(), 2);
		assert_ok!(Agreements::suspend_leg(
			by(CO),
			numbers[0],
			Territory::PE,
			Territory::CO
		));
		assert_eq!(
			state(numbers[0], Territory::PE, Territory::CO),
			Some(LegState::Suspended)
		);
		assert_eq!(state(numbers[1], Territory::PE, Territory::CO), from(TODAY));
	});
}

#[test]
fn a_leg_should_be_seen_by_the_rule_as_it_is_stored() {
	build_and_execute(|| {
		let number = conclude();
		let stored = Agreements::legs_of(Territory::MX, Territory::CR);
		assert_eq!(stored[0].terms, leg(Territory::MX, Territory::CR));
		let seen = Agreements::legs(Territory::MX, Territory::CR);
		assert_eq!(seen[0].agreement, number);
		assert_eq!(seen[0].offer.types, stored[0].terms.types);
		assert_eq!(seen[0].offer.rows, stored[0].terms.rows);
		assert_eq!(seen[0].consent, ConsentNeed::NotNeeded);
	});
}
