//! Random decisions and appeals; what held at each moment, against a plain model that writes the
//! whole time line anew with each decision.

use super::*;
use aeo_primitives::{Ended, UtcOffset};
use proptest::prelude::*;

const HALF_DAY: u64 = 12 * 60 * 60 * 1000;
/// Half days in the time line: mornings are even, noons odd.
const END: usize = 200;
/// The noon on which the certificate is issued.
const START: usize = 1;

#[derive(Clone, Copy, Debug)]
enum Step {
	Suspend(SuspensionScope),
	Reinstate(SuspensionScope),
	/// With effect after so many days.
	Revoke(usize),
	Annul,
	/// From the start, or from a day so many days ago.
	Overturn(Option<usize>),
	Wait(usize),
}

fn step() -> impl Strategy<Value = Step> {
	let scope = prop_oneof![
		Just(SuspensionScope::Full),
		Just(SuspensionScope::Customs),
		Just(SuspensionScope::Security),
	];
	prop_oneof![
		3 => scope.clone().prop_map(Step::Suspend),
		1 => scope.prop_map(Step::Reinstate),
		2 => (0..6_usize).prop_map(Step::Revoke),
		2 => Just(Step::Annul),
		4 => proptest::option::of(0..8_usize).prop_map(Step::Overturn),
		4 => (1..4_usize).prop_map(Step::Wait),
	]
}

/// A suspension, and which one it is of all.
type Suspended = (usize, Suspension);

/// What holds at a moment.
#[derive(Clone, Default)]
struct Truth {
	suspended: Option<Suspended>,
	/// Revoked: since which half day it was decided, and from which day on it holds.
	revoked: Option<(usize, Date)>,
	/// Annulled: on which half days it was decided. Of an earlier annulment that was overturned from a
	/// day on, the time before is left.
	annulled: Vec<usize>,
}

impl Truth {
	fn state(&self) -> CertificateState {
		let suspension = self.suspended.map(|(_, suspension)| suspension);
		match (self.annulled.last(), self.revoked) {
			(Some(_), _) => CertificateState::Annulled,
			(None, Some((_, from))) => CertificateState::Revoked(Ended { from, suspension }),
			(None, None) => {
				suspension.map_or(CertificateState::Authorised, CertificateState::Suspended)
			}
		}
	}
}

struct Model {
	now: usize,
	line: Vec<Truth>,
	suspensions: Vec<usize>,
}

fn moment(half_day: usize) -> u64 {
	morning("2026-11-24") + half_day as u64 * HALF_DAY
}

fn date(half_day: usize) -> Date {
	Date::at(moment(half_day), UtcOffset::try_from(-360).expect("legal")).expect("a day")
}

impl Model {
	/// Changes the truth from a half day on.
	fn since(&mut self, from: usize, change: impl Fn(&mut Truth)) {
		for truth in self.line.iter_mut().skip(from) {
			change(truth);
		}
	}

	/// Writes down a step that the chain has taken.
	fn take(&mut self, step: Step) {
		let now = self.now;
		let present = self.line[now].clone();
		let stored = crate::rules::lifecycle::suspension(record(NUMBER).state);
		match step {
			Step::Suspend(_) | Step::Reinstate(_) => {
				let id = present
					.suspended
					.map_or(self.suspensions.len(), |(id, _)| id);
				if present.suspended.is_none() {
					self.suspensions.push(now);
				}
				self.since(now, |truth| {
					truth.suspended = stored.map(|suspension| (id, suspension));
				});
			}
			Step::Revoke(days) => {
				let from = date(now + 2 * days);
				self.since(now, |truth| truth.revoked = Some((now, from)));
			}
			Step::Annul => self.since(START, |truth| truth.annulled.push(now)),
			Step::Overturn(days) => {
				// The morning of that day.
				let day = days.map(|days| (now - now % 2).saturating_sub(2 * days));
				if let Some(decided) = present.annulled.last().copied() {
					let from = day.map_or(START, |day| day.max(decided));
					self.since(from, |truth| {
						truth.annulled.pop();
					});
				} else if let Some((decided, _)) = present.revoked {
					let from = day.unwrap_or(0).max(decided);
					self.since(from, |truth| truth.revoked = None);
				} else if let Some((id, _)) = present.suspended {
					let from = day.unwrap_or(0).max(self.suspensions[id]);
					self.since(from, |truth| {
						if truth.suspended.is_some_and(|(other, _)| other == id) {
							truth.suspended = None;
						}
					});
				}
			}
			Step::Wait(_) => {}
		}
	}
}

/// Takes a step on the chain.
fn take(step: Step, now: usize) -> DispatchResult {
	let document = document();
	match step {
		Step::Suspend(scope) => suspend(NUMBER, scope),
		Step::Reinstate(scope) => reinstate(NUMBER, scope),
		Step::Revoke(days) => propose(Decision::Revoke {
			from: date(now + 2 * days),
			bar_until: None,
			document,
		}),
		Step::Annul => propose(Decision::Annul { document }),
		Step::Overturn(days) => {
			// One that was made against an earlier decision may live on.
			if record(NUMBER).asked.appeal.is_none() {
				ask(Wish::Appeal)?;
			}
			propose(Decision::Overturn {
				from: days.map(|days| date(now.saturating_sub(2 * days))),
				document,
			})
		}
		Step::Wait(_) => Ok(()),
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(256))]

	#[test]
	fn status_at_should_tell_what_held_whatever_was_overturned(
		steps in prop::collection::vec(step(), 1..24),
	) {
		new_test_ext().execute_with(|| {
			MaxPeriods::set(100);
			Timestamp::set_timestamp(moment(START));
			certify_fast();
			let mut model = Model {
				now: START,
				line: vec![Truth::default(); END],
				suspensions: vec![],
			};
			for step in steps {
				if let Step::Wait(half_days) = step {
					model.now += half_days;
					Timestamp::set_timestamp(moment(model.now));
					continue;
				}
				if take(step, model.now).is_ok() {
					model.take(step);
				}
				prop_assert_eq!(record(NUMBER).state, model.line[model.now].state());
			}
			prop_assert_eq!(state_at(moment(START) - 1), None);
			for (half_day, truth) in model.line.iter().enumerate().skip(START) {
				prop_assert_eq!(
					state_at(moment(half_day)),
					Some(truth.state()),
					"half day {} of {:?}", half_day, truth.state()
				);
			}
			Certificates::do_try_state().expect("the invariants hold");
			Ok(())
		})?;
	}
}
