//! Random agencies, applications and opinions against a plain model.

use super::*;
use crate::Opinion;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

const NUMBERS: [&str; 2] = ["A-0", "A-1"];
const HOLDERS: [&str; 2] = [TIN, OTHER];
const AGENCIES: [(&str, AccountId); 2] = [("HEALTH", HEALTH), ("PORTS", 811)];
const OPINIONS: [Opinion; 3] = [
	Opinion::Unfavourable,
	Opinion::Favourable,
	Opinion::NotConcerned,
];

#[derive(Clone, Copy, Debug)]
enum Step {
	Register(usize),
	/// An agency, and whether by itself.
	Remove(usize, bool),
	/// Whether the programme requires the opinion of each agency.
	Require([bool; 2]),
	Enter(usize),
	Accept(usize),
	Refuse(usize),
	/// An appeal against a refusal, and its success.
	Overturn(usize),
	/// Agency, application, how far from its version, opinion.
	Opine(usize, usize, u32, usize),
	/// By one decision, or as a batch.
	Authorise(usize, bool),
}

fn step() -> impl Strategy<Value = Step> {
	let one = 0..2_usize;
	prop_oneof![
		2 => one.clone().prop_map(Step::Register),
		1 => (one.clone(), any::<bool>()).prop_map(|(a, s)| Step::Remove(a, s)),
		1 => any::<[bool; 2]>().prop_map(Step::Require),
		2 => one.clone().prop_map(Step::Enter),
		2 => one.clone().prop_map(Step::Accept),
		1 => one.clone().prop_map(Step::Refuse),
		1 => one.clone().prop_map(Step::Overturn),
		6 => (one.clone(), one.clone(), prop_oneof![4 => Just(0_u32), 1 => Just(1)], 0..3_usize)
			.prop_map(|(a, n, v, o)| Step::Opine(a, n, v, o)),
		3 => (one, any::<bool>()).prop_map(|(n, b)| Step::Authorise(n, b)),
	]
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum State {
	Applied,
	Accepted,
	Refused,
	Authorised,
}

#[derive(Default)]
struct Model {
	registered: BTreeSet<usize>,
	required: [bool; 2],
	/// State and version of each application.
	applications: BTreeMap<usize, (State, u32)>,
	/// Version and opinion, by application and agency.
	opinions: BTreeMap<(usize, usize), (u32, usize)>,
}

impl Model {
	/// From one state to another, with the next version.
	fn go(&mut self, number: usize, from: State, to: State) -> bool {
		match self.applications.get_mut(&number) {
			Some((state, version)) if *state == from => {
				*state = to;
				*version += 1;
				true
			}
			_ => false,
		}
	}

	fn may_authorise(&self, number: usize) -> bool {
		let Some((State::Accepted, version)) = self.applications.get(&number) else {
			return false;
		};
		(0..2).all(|agency| {
			let given = self.opinions.get(&(number, agency));
			!self.required[agency] || given.is_some_and(|(on, what)| on == version && *what != 0)
		})
	}

	/// Takes the step, and says whether the chain must take it too.
	fn take(&mut self, step: Step) -> bool {
		match step {
			Step::Register(agency) => self.registered.insert(agency),
			Step::Remove(agency, _) => self.registered.remove(&agency),
			Step::Require(required) => {
				self.required = required;
				true
			}
			Step::Enter(number) => {
				let is_new = !self.applications.contains_key(&number);
				if is_new {
					self.applications.insert(number, (State::Applied, 1));
				}
				is_new
			}
			Step::Accept(number) => self.go(number, State::Applied, State::Accepted),
			Step::Refuse(number) => self.go(number, State::Accepted, State::Refused),
			Step::Overturn(number) => self.go(number, State::Refused, State::Accepted),
			Step::Opine(agency, number, off, opinion) => {
				let Some((State::Accepted, version)) = self.applications.get(&number) else {
					return false;
				};
				let given = (*version, opinion);
				let may = off == 0
					&& self.registered.contains(&agency)
					&& self.opinions.get(&(number, agency)) != Some(&given);
				if may {
					self.opinions.insert((number, agency), given);
				}
				may
			}
			Step::Authorise(number, _) => {
				self.may_authorise(number) && self.go(number, State::Accepted, State::Authorised)
			}
		}
	}
}

/// Takes the step on the chain.
fn take(step: Step) -> DispatchResult {
	let here = |place: usize| number(NUMBERS[place]);
	let decide = |place, decision| plain(Certificates::propose(by(MX), here(place), decision));
	match step {
		Step::Register(place) => {
			let (code, account) = AGENCIES[place];
			register(MX, code, account)
		}
		Step::Remove(place, by_itself) => {
			let (code, account) = AGENCIES[place];
			let signer = if by_itself { account } else { MX };
			Certificates::remove_agency(signed(signer), agency(code))
		}
		Step::Require(required) => {
			let codes: Vec<_> = AGENCIES
				.iter()
				.zip(required)
				.filter_map(|((code, _), is_required)| is_required.then_some(*code))
				.collect();
			set_fast(|programme| programme.opinions_required = agencies(&codes));
			Ok(())
		}
		Step::Enter(place) => plain(Certificates::enter_application(
			by(MX),
			here(place),
			tin(HOLDERS[place]),
			document(),
			kind("FAST", "FULL"),
			roles(&[Role::Exporter]),
			document(),
		)),
		Step::Accept(place) => plain(Certificates::accept(by(MX), here(place), document())),
		Step::Refuse(place) => decide(
			place,
			Decision::RefuseApplication {
				bar_until: None,
				document: document(),
			},
		),
		Step::Overturn(place) => {
			plain(Certificates::ask(
				by(MX),
				here(place),
				Wish::Appeal,
				document(),
			))?;
			decide(
				place,
				Decision::Overturn {
					from: None,
					document: document(),
				},
			)
		}
		Step::Opine(place, on, off, opinion) => {
			let version = Certificates::certificate(Territory::MX, &here(on))
				.map_or(0, |record| record.version);
			let signer = signed(AGENCIES[place].1);
			let opinion = OPINIONS[opinion];
			Certificates::opine(signer, here(on), version + off, opinion, document())
		}
		Step::Authorise(place, false) => decide(place, authorise("FAST", HOLDERS[place])),
		Step::Authorise(place, true) => {
			super::authorise_batch::authorise_alone(NUMBERS[place], HOLDERS[place])
		}
	}
}

/// The chain looks as the model says.
fn compare(model: &Model) {
	for (place, text) in NUMBERS.into_iter().enumerate() {
		let found = Certificates::certificate(Territory::MX, &number(text));
		let found = found.map(|record| {
			let state = match record.state {
				CertificateState::Applied => State::Applied,
				CertificateState::Accepted => State::Accepted,
				CertificateState::Refused => State::Refused,
				CertificateState::Authorised => State::Authorised,
				other => panic!("{other:?}"),
			};
			(state, record.version)
		});
		assert_eq!(found, model.applications.get(&place).copied(), "{text}");
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(128))]

	#[test]
	fn random_opinions_should_do_what_the_model_does(
		steps in prop::collection::vec(step(), 1..80),
	) {
		new_test_ext().execute_with(|| {
			set_up();
			set_fast(|programme| programme.application_required = true);
			let mut model = Model::default();
			for step in steps {
				let result = take(step);
				let expected = model.take(step);
				assert_eq!(result.is_ok(), expected, "{step:?}: {result:?}");
				compare(&model);
			}
			Certificates::do_try_state().expect("the invariants hold");
		});
	}
}
