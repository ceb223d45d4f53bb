//! Random calls against a plain model.

use super::*;
use proptest::prelude::*;
use std::collections::BTreeMap;

const OWN: [AccountId; 3] = [MX, CR, PE];
const LANDS: [Territory; 3] = [Territory::MX, Territory::CR, Territory::PE];

#[derive(Clone, Copy, Debug)]
enum Step {
	/// Who proposes to whom, and whether by the own account with a day.
	Propose(usize, usize, bool, bool),
	/// Who signs which, and whether with a day.
	Sign(usize, u32, bool),
	/// Who puts the leg from whom in force.
	Put(usize, u32, usize),
	/// Who suspends (or resumes) the leg from whom to whom.
	Suspend(usize, u32, usize, usize, bool),
	Retract(usize, u32),
}

fn step() -> impl Strategy<Value = Step> {
	let (who, number) = (0..3_usize, 0..5_u32);
	prop_oneof![
		2 => (who.clone(), who.clone(), any::<bool>(), any::<bool>())
			.prop_map(|(a, b, own, dated)| Step::Propose(a, b, own, dated)),
		3 => (who.clone(), number.clone(), any::<bool>())
			.prop_map(|(a, n, dated)| Step::Sign(a, n, dated)),
		2 => (who.clone(), number.clone(), who.clone()).prop_map(|(a, n, i)| Step::Put(a, n, i)),
		4 => (who.clone(), number.clone(), who.clone(), who.clone(), any::<bool>())
			.prop_map(|(a, n, i, g, on)| Step::Suspend(a, n, i, g, on)),
		1 => (who, number).prop_map(|(a, n)| Step::Retract(a, n)),
	]
}

#[derive(Clone, Default)]
struct Leg {
	/// Whether it has a day.
	dated: bool,
	suspended_by: Vec<usize>,
}

#[derive(Default)]
struct Known {
	parties: Vec<usize>,
	proposer: usize,
	/// Who has signed, and whether with a day.
	signed: BTreeMap<usize, bool>,
	/// Once all have signed.
	legs: BTreeMap<(usize, usize), Leg>,
}

#[derive(Default)]
struct Model {
	next: u32,
	agreements: BTreeMap<u32, Known>,
}

impl Known {
	fn sign(&mut self, who: usize, dated: bool) -> bool {
		if !self.parties.contains(&who) || self.signed.contains_key(&who) {
			return false;
		}
		self.signed.insert(who, dated);
		if self.signed.len() == self.parties.len() {
			for (issuer, grantor) in [
				(self.parties[0], self.parties[1]),
				(self.parties[1], self.parties[0]),
			] {
				let leg = Leg {
					dated: self.signed[&grantor],
					suspended_by: vec![],
				};
				self.legs.insert((issuer, grantor), leg);
			}
		}
		true
	}
}

impl Model {
	/// Takes the step, and says whether the chain must take it too.
	fn take(&mut self, step: Step) -> bool {
		match step {
			Step::Propose(who, other, own, dated) => {
				if who == other || (dated && !own) {
					return false;
				}
				let mut known = Known {
					parties: vec![who, other],
					proposer: who,
					..Default::default()
				};
				if own {
					known.sign(who, dated);
				}
				self.agreements.insert(self.next, known);
				self.next += 1;
				true
			}
			Step::Sign(who, number, dated) => self
				.agreements
				.get_mut(&number)
				.is_some_and(|known| known.sign(who, dated)),
			Step::Put(who, number, issuer) => self
				.agreements
				.get_mut(&number)
				.and_then(|known| known.legs.get_mut(&(issuer, who)))
				.is_some_and(|leg| !std::mem::replace(&mut leg.dated, true)),
			Step::Suspend(who, number, issuer, grantor, on) => {
				if who != issuer && who != grantor {
					return false;
				}
				let leg = self
					.agreements
					.get_mut(&number)
					.and_then(|known| known.legs.get_mut(&(issuer, grantor)));
				let Some(leg) = leg else { return false };
				if !leg.dated || leg.suspended_by.contains(&who) == on {
					return false;
				}
				if on {
					leg.suspended_by.push(who);
				} else {
					leg.suspended_by.retain(|by| *by != who);
				}
				true
			}
			Step::Retract(who, number) => {
				let may = self
					.agreements
					.get(&number)
					.is_some_and(|known| known.proposer == who && known.legs.is_empty());
				if may {
					self.agreements.remove(&number);
				}
				may
			}
		}
	}
}

/// Takes the step on the chain.
fn take(step: Step) -> DispatchResult {
	let dated = |dated: bool| dated.then_some(TODAY);
	match step {
		Step::Propose(who, other, own, with_day) => {
			let parties = [LANDS[who], LANDS[other]];
			let origin = if own { signed(OWN[who]) } else { by(OWN[who]) };
			propose_with(origin, &parties, mesh(&parties), dated(with_day))
		}
		Step::Sign(who, number, with_day) => sign(OWN[who], number, dated(with_day)),
		Step::Put(who, number, issuer) => {
			Agreements::put_in_force(by(OWN[who]), number, LANDS[issuer], day(TODAY))
		}
		Step::Suspend(who, number, issuer, grantor, on) => {
			let call = if on {
				Agreements::suspend_leg
			} else {
				Agreements::resume_leg
			};
			call(by(OWN[who]), number, LANDS[issuer], LANDS[grantor])
		}
		Step::Retract(who, number) => Agreements::retract(by(OWN[who]), number),
	}
}

/// The chain looks as the model says.
fn compare(model: &Model) {
	for number in 0..5 {
		let known = model.agreements.get(&number);
		for (issuer, from) in LANDS.into_iter().enumerate() {
			for (grantor, to) in LANDS.into_iter().enumerate() {
				let leg = known.and_then(|known| known.legs.get(&(issuer, grantor)));
				let expected = leg.map(|leg| match (leg.dated, leg.suspended_by.is_empty()) {
					(false, _) => LegState::Pending,
					(true, true) => LegState::InForce { from: day(TODAY) },
					(true, false) => LegState::Suspended,
				});
				assert_eq!(state(number, from, to), expected);
			}
		}
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(96))]

	#[test]
	fn random_calls_should_do_what_the_model_does(
		steps in prop::collection::vec(step(), 1..80),
	) {
		new_test_ext().execute_with(|| {
			let mut model = Model::default();
			for step in steps {
				let result = take(step);
				let expected = model.take(step);
				assert_eq!(result.is_ok(), expected, "{step:?}: {result:?}");
				compare(&model);
			}
			Agreements::do_try_state().expect("the invariants hold");
		});
	}
}
