//! `prune`.

use super::*;
use crate::{GrantLog, GrantLogs, Uses};
use frame_support::{assert_storage_noop, dispatch::GetDispatchInfo};
use sp_runtime::traits::Dispatchable;

fn prune_by(own: AccountId, limit: u32) -> DispatchResult {
	Benefits::prune(by(own), limit)
		.map(|_| ())
		.map_err(|error| error.error)
}

fn prune(limit: u32) -> DispatchResult {
	prune_by(CR, limit)
}

fn log() -> (u64, u64) {
	let GrantLog { first, next } = GrantLogs::<Test>::get(Territory::CR);
	(first, next)
}

fn is_there(number: u8) -> bool {
	Benefits::grant_of(Territory::CR, declaration(number), Role::Exporter).is_some()
}

#[test]
fn prune_should_remove_the_oldest_that_are_old_enough() {
	build_and_execute(|| {
		set_up();
		for number in 1..=3 {
			assert_ok!(grant(number, TIN));
		}
		pass(RETENTION / 2);
		assert_ok!(grant(4, TIN));
		// To the millisecond: kept as long as is said, and then not.
		pass(RETENTION / 2);
		assert_noop!(prune(100), Error::<Test>::NothingToPrune);
		pass(1);
		assert_ok!(prune(2));
		System::assert_last_event(RuntimeEvent::Benefits(Event::GrantsPruned {
			grantor: Territory::CR,
			first: 0,
			count: 2,
			by: officer(CR, Scope::Clearance),
		}));
		assert_eq!(log(), (2, 4));
		assert_ok!(prune(100));
		assert_eq!(log(), (3, 4));
		assert_eq!([1, 2, 3, 4].map(is_there), [false, false, false, true]);
		assert_noop!(prune(100), Error::<Test>::NothingToPrune);
	});
}

/// I22: what was counted stays counted.
#[test]
fn counters_should_equal_what_is_there_and_what_was_removed() {
	build_and_execute(|| {
		set_up();
		for number in 1..=5 {
			assert_ok!(grant(number, TIN));
		}
		pass(RETENTION + 1);
		assert_ok!(grant(6, TIN));
		assert_ok!(prune(3));
		for benefit in BOTH {
			let expected = Counter {
				granted: 6,
				pruned: 3,
				sealed: 0,
			};
			assert_eq!(counted(1, benefit, Direction::Import), expected);
		}
	});
}

#[test]
fn the_feed_of_the_holder_should_lose_what_is_removed() {
	build_and_execute(|| {
		set_up();
		aeo_mocks::record_uses_in_clear(Territory::PE);
		assert_ok!(grant(1, TIN));
		assert_ok!(grant_by(PE, row(1, TIN)));
		assert_ok!(grant(2, TIN));
		pass(RETENTION + 1);
		assert_ok!(prune(100));
		// Peru keeps its own as long as it likes, and the places stay what they are.
		let uses = Benefits::uses_of(&id_of(TIN), 0);
		let places: Vec<_> = uses
			.iter()
			.map(|(key, grant)| (key.grantor, grant.place))
			.collect();
		assert_eq!(places, [(Territory::PE, 1)]);
		assert_ok!(grant(3, TIN));
		assert_eq!(Benefits::uses_of(&id_of(TIN), 0)[0].1.place, 3);
		assert_eq!(Uses::<Test>::iter().count(), 2);
	});
}

#[test]
fn prune_should_touch_nobody_elses_grants() {
	build_and_execute(|| {
		set_up();
		aeo_mocks::record_uses_in_clear(Territory::PE);
		assert_ok!(grant(1, TIN));
		pass(RETENTION + 1);
		assert_noop!(prune_by(PE, 100), Error::<Test>::NothingToPrune);
		// Nor does it ask how uses are recorded now.
		aeo_mocks::record_uses_sealed(Territory::CR);
		assert_ok!(prune(100));
	});
}

#[test]
fn prune_should_be_bounded() {
	build_and_execute(|| {
		set_up();
		let rows = |from: u64| {
			(from..from + 75)
				.map(|number| GrantRow {
					declaration: H256::from_low_u64_be(number),
					..row(1, TIN)
				})
				.collect()
		};
		assert_ok!(grant_many(rows(1)));
		assert_ok!(grant_many(rows(101)));
		pass(RETENTION + 1);
		for limit in [0, 101, u32::MAX] {
			assert_noop!(prune(limit), Error::<Test>::LimitOutOfRange);
		}
		assert_ok!(prune(100));
		assert_eq!(log(), (100, 150));
	});
}

/// Nothing depends on it (I23): what is old and still there says what it said.
#[test]
fn what_is_not_removed_should_go_on_counting() {
	build_and_execute(|| {
		set_up();
		assert_ok!(grant(1, TIN));
		pass(RETENTION * 10);
		System::reset_events();
		assert_storage_noop!({
			assert_ok!(grant(1, TIN));
			assert_eq!(known(), [declaration(1)]);
			System::reset_events();
		});
		assert_eq!(Benefits::uses_of(&id_of(TIN), 0).len(), 1);
	});
}

#[test]
fn prune_should_give_back_what_it_does_not_weigh() {
	build_and_execute(|| {
		set_up();
		assert_ok!(grant(1, TIN));
		pass(RETENTION + 1);
		let call = RuntimeCall::Benefits(crate::Call::prune { limit: 100 });
		let declared = call.get_dispatch_info().call_weight;
		let actual = call.dispatch(by(CR)).expect("there is one");
		let actual = actual.actual_weight.expect("it is told");
		assert!(actual.ref_time() * 10 < declared.ref_time());
	});
}
