//! The bound on status periods, reached and exceeded by everything that adds one.

use super::states::{step, STATES, TABLE};
use super::*;
use std::collections::BTreeSet;

/// Whether the result says that there are as many periods as allowed.
fn is_too_many(result: DispatchResult) -> bool {
	result == Err(Error::<Test>::TooManyPeriods.into())
}

/// What restricts, which no bound stops: "suspend" where nothing is suspended yet, and so on.
const RESTRICTS: [&str; 7] = [
	"annul",
	"refuse",
	"reject",
	"relinquish",
	"revoke",
	"suspend",
	"withdraw",
];

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
fn every_step_that_gives_should_reach_the_bound_and_not_exceed_it() {
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
				if RESTRICTS.contains(&name) {
					assert_ok!(last_step(name));
					assert_eq!(record(NUMBER).periods, after, "{name} on {state}");
					return;
				}
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
fn a_renewal_that_is_kept_should_not_exceed_the_bound_and_can_be_refused_beyond_it() {
	build_and_execute(|| {
		certify_fast();
		set_fast(|programme| programme.until_renewed = kept(true));
		MaxPeriods::set(1);
		assert_ok!(ask(Wish::Renewal));
		let keep = || {
			propose(Decision::KeepInForce {
				document: document(),
			})
		};
		assert_noop!(keep(), Error::<Test>::TooManyPeriods);
		MaxPeriods::set(2);
		assert_ok!(keep());
		assert_ok!(propose(Decision::RefuseRenewal {
			document: document(),
		}));
		assert_eq!(record(NUMBER).periods, 3);
	});
}

/// I27: as many periods as there may be, and proposals of a rogue officer standing: it is suspended,
/// further suspended, revoked and annulled all the same.
#[test]
fn no_bound_should_keep_a_certificate_from_being_suspended_revoked_or_annulled() {
	build_and_execute(|| {
		certify();
		MaxPeriods::set(1);
		for _ in 0..crate::MAX_WAITING {
			let proposed = plain(Certificates::propose(
				by_second(MX),
				number("BOGUS").into(),
				as_written(authorise("OEA", OTHER)),
			));
			assert_ok!(proposed);
		}
		let confirm_last = || {
			plain(Certificates::confirm(
				by_second(MX),
				number(NUMBER).into(),
				last_proposal(),
			))
		};
		assert_ok!(suspend(NUMBER, SuspensionScope::Customs));
		assert_ok!(suspend(NUMBER, SuspensionScope::Full));
		assert!(is_too_many(reinstate(NUMBER, SuspensionScope::Full)));
		assert_ok!(propose(super::ends::revoke("2026-12-24", None)));
		assert_ok!(confirm_last());
		assert_ok!(propose(Decision::Annul {
			document: document()
		}));
		assert_ok!(confirm_last());
		assert_eq!(record(NUMBER).state, CertificateState::Annulled);
		assert_eq!(record(NUMBER).periods, 5);
	});
}

#[test]
fn propose_and_confirm_should_not_exceed_the_bound() {
	build_and_execute(|| {
		certify();
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
		assert_ok!(ask(Wish::Suspension));
		assert_ok!(Certificates::set_review(
			by(MX),
			number(NUMBER).into(),
			review(true),
			document()
		));
	});
}
