//! The bound on status periods, reached and exceeded by everything that adds one.

use super::states::{step, STATES, TABLE};
use super::*;
use std::collections::BTreeSet;

/// Whether the result says that there are as many periods as allowed.
fn is_too_many(result: DispatchResult) -> bool {
	result == Err(Error::<Test>::TooManyPeriods.into())
}

/// In the state to which `steps` lead; for what follows on an appeal, with one.
fn arrive(steps: &[&str], name: &str) {
	set_up();
	link();
	for step_to in steps {
		assert_ok!(step(step_to));
	}
	if name == "appeal, overturn" {
		assert_ok!(ask(Wish::Appeal));
	}
}

/// The step without the appeal that went before.
fn last_step(name: &str) -> DispatchResult {
	step(if name == "appeal, overturn" {
		"overturn"
	} else {
		name
	})
}

#[test]
fn every_step_should_reach_the_bound_and_not_exceed_it() {
	let mut appended = BTreeSet::new();
	for (place, (state, steps)) in STATES.into_iter().enumerate() {
		for (name, outcomes) in TABLE {
			let is_appeal_refused = outcomes[place] == "NothingToOverturn";
			if is_appeal_refused && name == "appeal, overturn" {
				continue;
			}
			let mut before = 0;
			let mut after = 0;
			build_and_execute(|| {
				arrive(steps, name);
				before = record(NUMBER).periods;
				if last_step(name).is_ok() {
					after = record(NUMBER).periods;
				}
			});
			if after <= before {
				continue;
			}
			appended.insert(name);
			assert_eq!(after, before + 1, "{name} on {state}");
			build_and_execute(|| {
				arrive(steps, name);
				MaxPeriods::set(before);
				let root = || sp_io::storage::root(sp_runtime::StateVersion::V1);
				let untouched = root();
				assert!(is_too_many(last_step(name)), "{name} on {state}");
				assert_eq!(root(), untouched, "{name} on {state}");
				MaxPeriods::set(after);
				assert_ok!(last_step(name));
			});
		}
	}
	let expected = [
		"accept",
		"annul",
		"appeal, overturn",
		"authorise",
		"rectify",
		"refuse",
		"reinstate",
		"reject",
		"relinquish",
		"renew",
		"revoke",
		"suspend",
		"withdraw",
	];
	assert_eq!(appended, BTreeSet::from(expected));
}

#[test]
fn a_renewal_that_is_asked_for_or_refused_should_not_exceed_the_bound() {
	build_and_execute(|| {
		certify_fast();
		set_fast(|programme| programme.kept_until_renewed = true);
		MaxPeriods::set(1);
		assert_noop!(ask(Wish::Renewal), Error::<Test>::TooManyPeriods);
		MaxPeriods::set(2);
		assert_ok!(ask(Wish::Renewal));
		let refuse = || {
			propose(Decision::RefuseRenewal {
				document: document(),
			})
		};
		assert_noop!(refuse(), Error::<Test>::TooManyPeriods);
		MaxPeriods::set(3);
		assert_ok!(refuse());
	});
}

#[test]
fn propose_and_confirm_should_not_exceed_the_bound() {
	build_and_execute(|| {
		certify();
		wait(WINDOW);
		MaxPeriods::set(1);
		assert_noop!(
			propose(super::rectify::wider()),
			Error::<Test>::TooManyPeriods
		);
		MaxPeriods::set(2);
		assert_ok!(propose(super::rectify::wider()));
		MaxPeriods::set(1);
		assert_noop!(confirm(by_second(MX)), Error::<Test>::TooManyPeriods);
		MaxPeriods::set(2);
		assert_ok!(confirm(by_second(MX)));
	});
}

#[test]
fn a_row_with_more_periods_than_allowed_should_not_be_taken_over() {
	build_and_execute(|| {
		set_up();
		let row = || super::take_over::row("FAST", "A-1", TIN);
		let allowed = row().periods.len() as u32;
		MaxPeriods::set(allowed - 1);
		assert_ok!(super::take_over::propose_rows(vec![row()]));
		assert!(System::events().iter().any(|record| matches!(
			&record.event,
			RuntimeEvent::Certificates(Event::RowFailed { error, .. })
				if *error == Error::<Test>::TooManyPeriods.into()
		)));
		assert!(Certificates::certificate(Territory::MX, &number("A-1")).is_none());
		MaxPeriods::set(allowed);
		assert_ok!(super::take_over::propose_rows(vec![row()]));
		assert_eq!(record("A-1").periods, allowed);
	});
}

#[test]
fn the_bound_should_stop_nothing_that_adds_no_period() {
	build_and_execute(|| {
		certify_fast();
		MaxPeriods::set(1);
		assert_ok!(request(NUMBER));
		assert_ok!(ask(Wish::Suspension));
		assert_ok!(Certificates::set_review(
			by(MX),
			number(NUMBER),
			true,
			document()
		));
	});
}
