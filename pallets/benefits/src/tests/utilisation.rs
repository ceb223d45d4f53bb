//! What uses come to.

use super::*;
use crate::{GrantLog, SealedLog};

fn key(agreement: u32, benefit: Benefit) -> CounterKey {
	CounterKey {
		basis: Basis::Agreement(agreement),
		benefit,
		direction: Direction::Import,
	}
}

#[test]
fn uses_should_be_counted_by_agreement_benefit_and_direction() {
	build_and_execute(|| {
		set_up();
		let mut exports = leg(2);
		exports.offer.directions = Directions::new([Direction::Export]).expect("one");
		set_legs(Territory::MX, Territory::CR, vec![leg(1), exports]);
		assert_ok!(grant(1, TIN));
		assert_ok!(grant(2, TIN));
		let export = GrantRow {
			direction: Direction::Export,
			..row(3, TIN)
		};
		assert_ok!(grant_by(CR, export));
		for benefit in BOTH {
			assert_eq!(counted(1, benefit, Direction::Import).granted, 2);
			assert_eq!(counted(2, benefit, Direction::Export).granted, 1);
			assert_eq!(counted(1, benefit, Direction::Export).granted, 0);
		}
		// What nobody was given is not counted, nor is a denial.
		assert_eq!(
			counted(1, Benefit::TradeRecovery, Direction::Import),
			Counter::default()
		);
		let (counters, has_more) = Benefits::utilisation(Territory::CR, 0);
		assert_eq!((counters.len(), has_more), (4, false));
		assert_eq!(
			Benefits::uses_recorded(Territory::CR),
			(GrantLog { first: 0, next: 3 }, SealedLog::default())
		);
		assert!(Benefits::utilisation(Territory::PE, 0).0.is_empty());
	});
}

#[test]
fn uses_at_home_should_be_counted_as_such() {
	build_and_execute(|| {
		recognised();
		aeo_mocks::record_uses_in_clear(Territory::MX);
		Home::mutate(|home| home.insert(Territory::MX, vec![offer()]));
		assert_ok!(grant_by(MX, row(1, TIN)));
		let (counters, _) = Benefits::utilisation(Territory::MX, 0);
		assert_eq!(counters.len(), 2);
		assert!(counters
			.iter()
			.all(|(key, counter)| key.basis == Basis::Domestic && counter.granted == 1));
	});
}

#[test]
fn counters_should_come_in_the_order_of_their_first_use_in_pages() {
	build_and_execute(|| {
		set_up();
		for number in 0..30 {
			set_legs(Territory::MX, Territory::CR, vec![leg(number)]);
			assert_ok!(grant(number as u8 + 1, TIN));
		}
		let keys = |page| {
			let (counters, has_more) = Benefits::utilisation(Territory::CR, page);
			let keys: Vec<_> = counters.into_iter().map(|(key, _)| key).collect();
			(keys, has_more)
		};
		let all: Vec<_> = (0..30)
			.flat_map(|number| BOTH.map(|benefit| key(number, benefit)))
			.collect();
		assert_eq!(keys(0), (all[..50].to_vec(), true));
		assert_eq!(keys(1), (all[50..].to_vec(), false));
		assert_eq!(keys(2), (vec![], false));
		assert_eq!(keys(u32::MAX), (vec![], false));
	});
}
