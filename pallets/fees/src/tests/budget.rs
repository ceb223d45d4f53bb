//! What a quota allows, by values alone.

use super::*;
use proptest::prelude::*;

proptest! {
	/// Over any window of blocks no more is taken than the maximum and what came back, and what
	/// is refused would have been too much.
	#[test]
	fn quota_should_never_be_exceeded(
		max in 0u128..2_000,
		recovery in 0u128..50,
		steps in prop::collection::vec((0u64..4, 0u128..800), 1..40),
	) {
		let quota = Quota { max, recovery };
		let mut budget = Budget { quota, used: 0, at: 0u64 };
		let mut now = 0;
		// the same, the other way round: what is there, filled up block by block
		let mut saved = max;
		let mut taken: Vec<(u64, u128)> = vec![];
		for (blocks, fee) in steps {
			for _ in 0..blocks {
				now += 1;
				saved = max.min(saved + recovery);
			}
			prop_assert_eq!(budget.left(now), saved);
			let after = budget.take(fee, now);
			prop_assert_eq!(after.is_some(), fee <= saved);
			if let Some(after) = after {
				budget = after;
				saved -= fee;
				taken.push((now, fee));
				prop_assert_eq!(max - budget.used, saved);
			}
			for (from, _) in &taken {
				let sum: u128 =
					taken.iter().filter(|(at, _)| at >= from).map(|(_, fee)| fee).sum();
				prop_assert!(sum <= max + recovery * u128::from(now - from));
			}
		}
	}

	#[test]
	fn quota_should_survive_any_number(
		max: u128,
		recovery: u128,
		used: u128,
		at: u64,
		now: u64,
		fee: u128,
	) {
		let quota = Quota { max, recovery };
		let budget = Budget { quota, used, at };
		prop_assert!(budget.in_use(now) <= used && budget.left(now) <= max);
		prop_assert!(budget.take(fee, now).is_none_or(|after| after.used <= max && after.used >= fee));
		prop_assert!(budget.give_back(fee, now).used <= used);
		let other = Quota { max: fee, recovery };
		prop_assert!(budget.change(other, now).used <= fee);
	}
}
