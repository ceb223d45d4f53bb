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
