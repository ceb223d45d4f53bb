//! Random calls by officers and holders of several administrations, right ones and wrong ones, and
//! opinions of agencies, against a plain model of the life of certificates.

mod chain;
mod credentials;
mod draw;
mod life;

use super::*;
use life::{Batch, Kind, Model, Name, Suspended, Verdict, Waiting, Who};
use proptest::prelude::*;

/// What is done, by whom, to which certificate of the one who acts.
#[derive(Clone, Debug)]
enum Step {
	Apply(Who, Kind, u8),
	Enter(Who, String, usize, Kind, u8),
	Accept(Who, String),
	Reject(Who, String),
	Withdraw(Who, String),
	/// By an agency of Mexico, on a version.
	Opine(usize, String, u32, usize),
	Propose(Who, String, life::Decision),
	/// In a transaction that somebody signed.
	Confirm(Who, Who, String, u32),
	Refuse(Who, String, u32),
	Ask(Who, String, life::Wish),
	/// Whatever day was asked for.
	WithdrawWish(Who, String, life::Wish),
	Dismiss(Who, String),
	Review(Who, String, bool),
	/// Of an administration, as the pallet of suspensions asks for it; and whether on the ground of
	/// the holder's request.
	Suspend(usize, String, Suspended, bool),
	/// Likewise.
	Reinstate(usize, String, [bool; 2], bool),
	ProposeBatch(Who, Batch),
	ConfirmBatch(Who, Batch, u32),
	RefuseBatch(Who, Batch, u32),
	/// The agencies whose opinions Mexico's OEA requires.
	Require([bool; 2]),
	/// A trader is closed, or active again.
	Activate(usize, bool),
	/// Hours.
	Wait(u64),
}

impl Model {
	/// Takes the step, or says why the chain must refuse it.
	fn take(&mut self, step: &Step) -> Verdict {
		match step {
			Step::Apply(who, kind, roles) => self.apply(*who, *kind, *roles),
			Step::Enter(who, number, trader, kind, roles) => {
				self.enter(*who, number, *trader, *kind, *roles)
			}
			Step::Accept(who, number) => self.accept(*who, number),
			Step::Reject(who, number) => self.reject(*who, number),
			Step::Withdraw(who, number) => self.withdraw(*who, number),
			Step::Opine(agency, number, version, what) => {
				self.opinions
					.insert((number.clone(), *agency), (*version, *what));
				Ok(())
			}
			Step::Propose(who, number, decision) => self.propose(*who, number, decision),
			Step::Confirm(who, signer, number, proposal) => {
				self.confirm(*who, *signer, number, *proposal)
			}
			Step::Refuse(who, number, proposal) => self.refuse(*who, number, *proposal),
			Step::Ask(who, number, wish) => self.ask(*who, number, *wish),
			Step::WithdrawWish(who, number, wish) => self.withdraw_wish(*who, number, *wish),
			Step::Dismiss(who, number) => self.dismiss(*who, number),
			Step::Review(who, number, begins) => self.review(*who, number, *begins),
			Step::Suspend(land, number, what, asked) => self.suspend(*land, number, *what, *asked),
			Step::Reinstate(land, number, halves, asked) => {
				self.reinstate(*land, number, *halves, *asked)
			}
			Step::ProposeBatch(who, batch) => self.propose_batch(*who, batch),
			Step::ConfirmBatch(who, batch, proposal) => self.confirm_batch(*who, batch, *proposal),
			Step::RefuseBatch(who, batch, proposal) => self.refuse_batch(*who, batch, *proposal),
			Step::Require(required) => {
				self.required = *required;
				Ok(())
			}
			Step::Activate(trader, is_active) => {
				self.active[*trader] = *is_active;
				Ok(())
			}
			Step::Wait(hours) => {
				self.now += hours * 60 * 60 * 1_000;
				Ok(())
			}
		}
	}
}

/// The decision that a step takes, if it takes one about a single certificate.
fn decision_of(step: &Step, before: &Waitings) -> Option<life::Decision> {
	match step {
		Step::Propose(_, _, decision) => Some(decision.clone()),
		Step::Confirm(Who::Officer(land, _), _, _, proposal) => {
			let waiting = before.get(&(*land, *proposal));
			waiting.map(|waiting| waiting.decision.clone())
		}
		_ => None,
	}
}

type Waitings = std::collections::BTreeMap<(usize, u32), Waiting>;

/// I4 and the versions: each certificate that changed did as the table says, to its next version; a
/// final one only after an appeal.
fn ensure_transitions(before: &Model, after: &Model, step: &Step) {
	for (key, one) in &after.certificates {
		let Some(old) = before.certificates.get(key) else {
			assert_eq!(one.version, 1, "{key:?}");
			continue;
		};
		if old.version == one.version {
			assert_eq!(
				(old.name(), old.roles, old.dates),
				(one.name(), one.roles, one.dates)
			);
			continue;
		}
		assert_eq!(one.version, old.version + 1, "{key:?}");
		chain::ensure_in_table(old, one);
		let decision = decision_of(step, &before.waiting);
		let is_appeal = matches!(decision, Some(life::Decision::Overturn { .. }));
		assert!(
			is_appeal || !before.is_final(key.0, old),
			"{key:?} was final: {:?} to {:?}",
			old.name(),
			one.name()
		);
		let is_back = old.name() == Name::Annulled;
		assert!(is_appeal || !is_back, "{key:?} was void");
	}
}

/// As many as `PROPTEST_CASES` says.
fn cases() -> u32 {
	let wanted = std::env::var("PROPTEST_CASES").ok();
	wanted.and_then(|text| text.parse().ok()).unwrap_or(64)
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(cases()))]

	#[test]
	fn the_life_of_certificates_should_be_that_of_the_model(
		throws in prop::collection::vec(any::<draw::Throw>(), 20..=60),
	) {
		new_test_ext().execute_with(|| {
			let mut model = Model::new(NOON);
			chain::begin(&model);
			let mut seen = chain::Seen::default();
			let mut before = chain::root();
			for (place, throw) in throws.into_iter().enumerate() {
				let step = draw::step(&model, throw);
				let old = model.clone();
				let expected = model.take(&step);
				let result = chain::take(&step);
				assert_eq!(result.is_ok(), expected.is_ok(), "{step:?}: {result:?}, {expected:?}");
				let after = chain::root();
				if result.is_err() {
					// I1: whoever may not, or too early or too late, changes nothing.
					assert_eq!(before, after, "{step:?}");
				}
				before = after;
				ensure_transitions(&old, &model, &step);
				chain::compare(&model, &mut seen);
				if place % 8 == 7 {
					Certificates::do_try_state().expect("the invariants hold");
				}
			}
			Certificates::do_try_state().expect("the invariants hold");
		});
	}
}
