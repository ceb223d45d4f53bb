//! `grant_many`.

use super::*;
use crate::{calls::tally::Tally, GrantLogs, GrantOrder, MAX_GRANTS};
use frame_support::{assert_storage_noop, dispatch::GetDispatchInfo};
use sp_runtime::traits::Dispatchable;

/// Imports of the usual company.
fn imports(count: u32) -> Vec<GrantRow> {
	(1..=count)
		.map(|number| GrantRow {
			declaration: H256::from_low_u64_be(number.into()),
			..row(1, TIN)
		})
		.collect()
}

#[test]
fn grant_many_should_record_five_hundred_in_one_call() {
	build_and_execute(|| {
		set_up();
		assert_ok!(grant_many(imports(MAX_GRANTS)));
		assert_eq!((granted(), failures().len()), (500, 0));
		assert_eq!(crate::UseCount::<Test>::get(id_of(TIN)), 500);
		for benefit in BOTH {
			let counter = counted(1, benefit, Direction::Import);
			assert_eq!(
				(counter.granted, counter.pruned, counter.sealed),
				(500, 0, 0)
			);
		}
		let log = GrantLogs::<Test>::get(Territory::CR);
		assert_eq!((log.first, log.next), (0, 500));
		assert_eq!(
			GrantOrder::<Test>::get(Territory::CR, 499),
			Some((H256::from_low_u64_be(500), Role::Exporter))
		);
	});
}

#[test]
fn grant_many_should_do_what_single_grants_do() {
	let stored = || {
		let grants: Vec<_> = crate::Grants::<Test>::iter().collect();
		let counters: Vec<_> = crate::Counters::<Test>::iter().collect();
		let uses: Vec<_> = crate::Uses::<Test>::iter().collect();
		(
			grants,
			counters,
			uses,
			GrantLogs::<Test>::get(Territory::CR),
		)
	};
	let rows = || vec![row(1, TIN), row(2, OTHER), row(3, TIN), row(1, TIN)];
	let prepare = || {
		set_up();
		put(Territory::MX, OTHER, vec![certificate("B-1")]);
	};
	let mut one_by_one = None;
	build_and_execute(|| {
		prepare();
		for row in rows() {
			assert_ok!(grant_by(CR, row));
		}
		one_by_one = Some(stored());
	});
	build_and_execute(|| {
		prepare();
		assert_ok!(grant_many(rows()));
		assert_eq!(Some(stored()), one_by_one);
		assert_eq!(granted(), 3);
	});
}

/// A denial is an answer: the others go on.
#[test]
fn a_row_that_fails_should_be_told_and_stop_no_other() {
	build_and_execute(|| {
		set_up();
		let full = suspended(SuspensionScope::Full);
		let stopped = Certificate {
			state: full,
			..certificate("B-1")
		};
		put(Territory::MX, OTHER, vec![stopped]);
		assert_ok!(grant(4, TIN));
		System::reset_events();
		let export = GrantRow {
			direction: Direction::Export,
			..row(4, TIN)
		};
		assert_ok!(grant_many(vec![
			row(1, OTHER),
			row(2, TIN),
			row(0, TIN),
			row(3, "?"),
			export,
			row(5, TIN),
		]));
		let error = |error: Error<Test>| DispatchError::from(error);
		assert_eq!(
			failures(),
			[
				(0, declaration(1), error(Error::Suspended)),
				(2, declaration(0), error(Error::DeclarationMissing)),
				(3, declaration(3), error(Error::NotANumber)),
				(4, declaration(4), error(Error::DeclarationDiffers)),
			]
		);
		assert_eq!(granted(), 2);
		for (number, is_there) in [(1, false), (2, true), (3, false), (4, true), (5, true)] {
			let known = Benefits::grant_of(Territory::CR, declaration(number), Role::Exporter);
			assert_eq!(known.is_some(), is_there, "{number}");
		}
	});
}

/// I14, in one batch and in the next.
#[test]
fn the_same_row_again_should_change_nothing() {
	build_and_execute(|| {
		set_up();
		assert_ok!(grant_many(vec![row(1, TIN), row(1, TIN)]));
		assert_eq!((granted(), failures().len()), (1, 0));
		assert_eq!(known(), [declaration(1)]);
		System::reset_events();
		assert_storage_noop!({
			assert_ok!(grant_many(vec![row(1, TIN), row(1, TIN)]));
			assert_eq!(known(), [declaration(1); 2]);
			assert_eq!((granted(), failures().len()), (0, 0));
			System::reset_events();
		});
		// Another trader in a second row of the batch.
		put(Territory::MX, OTHER, vec![certificate("B-1")]);
		assert_ok!(grant_many(vec![row(2, TIN), row(2, OTHER)]));
		assert_eq!(
			failures(),
			[(1, declaration(2), Error::<Test>::DeclarationDiffers.into())]
		);
	});
}

#[test]
fn grant_many_should_fail_where_nothing_can_be_recorded_at_all() {
	build_and_execute(|| {
		recognised();
		assert_noop!(grant_many(vec![row(1, TIN)]), Error::<Test>::UsesAreSealed);
		assert_noop!(grant_many(vec![]), Error::<Test>::RowsMissing);
		// The bound is the runtime's to say, and not the decoder's.
		aeo_mocks::record_uses_in_clear(Territory::CR);
		assert_noop!(
			grant_many(imports(MAX_GRANTS + 1)),
			Error::<Test>::TooManyRows
		);
	});
}

/// What the rows have in common is read once: here the legs.
#[test]
fn a_batch_should_read_the_legs_once() {
	build_and_execute(|| {
		set_up();
		Reads::set(0);
		assert_ok!(grant_many(imports(10)));
		// Of each row trader, index, certificate, suspension of recognition; and the legs.
		assert_eq!(Reads::get(), 41);
	});
}

/// 83 agreements with twelve benefits each are 996 counters.
#[test]
fn a_call_should_be_full_when_it_counts_by_too_many_keys() {
	build_and_execute(|| {
		let keys = |agreement| {
			Benefit::ALL.iter().map(move |benefit| CounterKey {
				basis: Basis::Agreement(agreement),
				benefit: *benefit,
				direction: Direction::Import,
			})
		};
		let up = |counter: Counter| {
			let granted = counter.granted + 1;
			Some(Counter { granted, ..counter })
		};
		let mut tally = Tally::<Test>::new(Territory::CR);
		for agreement in 0..83 {
			assert!(tally.count(keys(agreement), up).is_ok());
		}
		let full = tally.count(keys(83), up).map_err(DispatchError::from);
		assert_eq!(full, Err(Error::<Test>::TooManyCounters.into()));
		// What it counts already has room always.
		assert!(tally.count(keys(0), up).is_ok());
		let written = tally.write().expect("there is room");
		assert_eq!((written.counters, written.new), (996, 996));
		assert_eq!(crate::CounterCount::<Test>::get(Territory::CR), 996);
		assert_eq!(
			counted(0, Benefit::TradeRecovery, Direction::Import).granted,
			2
		);
		assert_eq!(
			counted(83, Benefit::TradeRecovery, Direction::Import).granted,
			0
		);
		// Of no grants.
		assert!(Benefits::do_try_state().is_err());
		for key in crate::Counters::<Test>::iter_keys() {
			crate::Counters::<Test>::remove(key.0, key.1);
		}
		assert!(crate::CounterKeys::<Test>::clear(u32::MAX, None)
			.maybe_cursor
			.is_none());
		crate::CounterCount::<Test>::remove(Territory::CR);
	});
}

#[test]
fn grant_many_should_give_back_what_it_does_not_weigh() {
	build_and_execute(|| {
		set_up();
		let call = |rows: Vec<GrantRow>| RuntimeCall::Benefits(crate::Call::grant_many { rows });
		let weigh = |rows: Vec<GrantRow>| {
			let call = call(rows);
			let declared = call.get_dispatch_info().call_weight;
			let actual = call.dispatch(by(CR)).expect("it is recognised");
			let actual = actual.actual_weight.expect("it is told");
			assert!(actual.all_lte(declared));
			(actual.ref_time(), declared.ref_time())
		};
		let (ten, most) = weigh(imports(10));
		assert!(ten * 2 < most);
		let (twenty, _) = weigh(imports(20));
		assert!(ten < twenty);
		// Nobody is found: nothing is looked at.
		let (none, _) = weigh((1..=10).map(|number| row(number, "?")).collect());
		assert!(none < ten);
	});
}
