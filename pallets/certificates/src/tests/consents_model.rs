//! Consents against a plain model: what each agreement reads is what was last said that covers it.

use super::{consents::say, *};
use crate::rules::consent::REST;
use aeo_primitives::{ConsentFor, ConsentLookup};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// One step: who says what; the agreements that go on from then on are those below `going_on`.
#[derive(Clone, Debug)]
struct Step {
	on_paper: bool,
	given: bool,
	consent_for: ConsentFor,
	going_on: u32,
}

const AGREEMENTS: u32 = 20;

fn steps() -> impl Strategy<Value = Vec<Step>> {
	let consent_for = prop_oneof![
		1 => Just(ConsentFor::All),
		12 => (1..=AGREEMENTS).prop_map(ConsentFor::Agreement),
	];
	let step = (
		any::<bool>(),
		prop::bool::weighted(0.7),
		consent_for,
		prop_oneof![4 => Just(AGREEMENTS), 1 => 1..=AGREEMENTS],
	)
		.prop_map(|(on_paper, given, consent_for, going_on)| Step {
			on_paper,
			given,
			consent_for,
			going_on,
		});
	prop::collection::vec(step, 1..60)
}

/// What holds for all, and for single agreements since.
#[derive(Default)]
struct Model {
	all: bool,
	single: BTreeMap<u32, bool>,
	last_withdrawal: Option<u32>,
	/// When each that was withdrawn last was.
	withdrawn: BTreeMap<ConsentFor, u64>,
}

impl Model {
	fn is_given(&self, agreement: u32) -> bool {
		self.single.get(&agreement).copied().unwrap_or(self.all)
	}

	/// Whether a withdrawal is so long ago that it can be given again.
	fn has_rested(&self, consent_for: ConsentFor, now: u64) -> bool {
		let mut asked = vec![consent_for, ConsentFor::All];
		if consent_for == ConsentFor::All {
			asked.extend(self.exceptions().into_iter().map(ConsentFor::Agreement));
		}
		let is_recent = |at: &u64| now - at < REST;
		!asked
			.iter()
			.any(|asked| self.withdrawn.get(asked).is_some_and(is_recent))
	}

	/// The agreements that are not as all are.
	fn exceptions(&self) -> Vec<u32> {
		let differs = |(id, given): (&u32, &bool)| (*given != self.all).then_some(*id);
		self.single.iter().filter_map(differs).collect()
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(64))]

	#[test]
	fn each_agreement_should_read_what_was_last_said_that_covers_it(steps in steps()) {
		build_and_execute(|| {
			certify_fast();
			let mut model = Model::default();
			for (block, step) in (2_u32..).zip(steps) {
				System::set_block_number(block.into());
				// Some are said within ten minutes, some after.
				pass(120_000);
				let now = u64::from(block) * 120_000;
				let goes_on: Vec<_> = (1..=step.going_on).collect();
				super::consents::agree(&goes_on);
				let (by, document) = if step.on_paper {
					(officer(MX, Scope::Disclosure), document())
				} else {
					(HOLDER, H256::zero())
				};
				let result = say(by, step.given, step.consent_for, document);
				let expected = match step.consent_for {
					ConsentFor::All => {
						model.all != step.given || !model.exceptions().is_empty()
					}
					ConsentFor::Agreement(id) => {
						let exceptions = model.exceptions();
						let needs_room = model.all != step.given;
						let has_ended = exceptions.iter().any(|known| *known > step.going_on);
						id <= step.going_on
							&& model.is_given(id) != step.given
							&& (!needs_room || exceptions.len() < 16 || has_ended)
					}
				};
				let expected =
					expected && (!step.given || model.has_rested(step.consent_for, now));
				assert_eq!(result.is_ok(), expected, "{step:?}: {result:?}");
				if !expected {
					continue;
				}
				model.withdrawn.remove(&step.consent_for);
				if !step.given {
					model.last_withdrawal = Some(block);
					model.withdrawn.insert(step.consent_for, now);
				}
				if step.consent_for == ConsentFor::All {
					for agreement in model.exceptions() {
						model.withdrawn.remove(&ConsentFor::Agreement(agreement));
					}
				}
				match step.consent_for {
					ConsentFor::All => {
						model.all = step.given;
						model.single.clear();
					}
					ConsentFor::Agreement(id) => {
						if model.all != step.given && model.exceptions().len() == 16 {
							// One that has ended made room: which, the certificate says.
							let consent = record(NUMBER).consent;
							let before = model.exceptions();
							model.single.retain(|id, given| {
								*id <= step.going_on || consent.is_given(*id) == *given
							});
							for id in before {
								if !model.single.contains_key(&id) {
									model.withdrawn.remove(&ConsentFor::Agreement(id));
								}
							}
						}
						model.single.insert(id, step.given);
					}
				}
				let consent = record(NUMBER).consent;
				for id in 1..=AGREEMENTS {
					assert_eq!(consent.is_given(id), model.is_given(id), "{id} after {step:?}");
				}
				assert_eq!(record(NUMBER).version, 1);
				let last = Certificates::last_withdrawal(Territory::MX);
				assert_eq!(last, model.last_withdrawal);
			}
		});
	}
}
