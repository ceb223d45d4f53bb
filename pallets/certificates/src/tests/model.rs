//! Random decisions against a plain model.

use super::*;
use proptest::prelude::*;
use std::collections::BTreeMap;

const NUMBERS: [&str; 3] = ["A-0", "A-1", "A-2"];
const TINS: [&str; 2] = [TIN, OTHER];
const ROLES: [Role; 3] = [Role::Exporter, Role::Importer, Role::Carrier];
const DAY: u64 = 24 * 60 * 60 * 1000;

#[derive(Clone, Copy, Debug)]
enum Step {
	/// Certificate, TIN, role, days until its last day, by a programme with four eyes.
	Authorise(usize, usize, usize, u64, bool),
	/// Certificate and role instead of its roles.
	Rectify(usize, usize),
	/// Certificate, and whether by the second officer.
	Confirm(usize, bool),
	Refuse(usize),
	/// Certificate and half: 0 full, 1 customs, 2 security.
	Suspend(usize, usize),
	Reinstate(usize, usize),
	/// Blocks and days pass.
	Wait(u64, u64),
}

const SCOPES: [SuspensionScope; 3] = [
	SuspensionScope::Full,
	SuspensionScope::Customs,
	SuspensionScope::Security,
];

fn step() -> impl Strategy<Value = Step> {
	let (number, role, scope) = (0..3_usize, 0..3_usize, 0..3_usize);
	prop_oneof![
		3 => (number.clone(), 0..2_usize, role.clone(), 0..20_u64, any::<bool>())
			.prop_map(|(n, t, r, d, f)| Step::Authorise(n, t, r, d, f)),
		2 => (number.clone(), role).prop_map(|(n, r)| Step::Rectify(n, r)),
		3 => (number.clone(), any::<bool>()).prop_map(|(n, s)| Step::Confirm(n, s)),
		1 => number.clone().prop_map(Step::Refuse),
		2 => (number.clone(), scope.clone()).prop_map(|(n, s)| Step::Suspend(n, s)),
		2 => (number, scope).prop_map(|(n, s)| Step::Reinstate(n, s)),
		2 => (prop_oneof![Just(1_u64), Just(WINDOW)], 0..8_u64)
			.prop_map(|(b, d)| Step::Wait(b, d)),
	]
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Known {
	holder: usize,
	role: usize,
	/// The day after which it is over, counted from the start.
	last_day: u64,
	four_eyes: bool,
	/// Which halves are suspended: customs, security.
	suspended: [bool; 2],
	version: u32,
}

#[derive(Clone, Copy, Debug)]
enum Asked {
	Authorise(Known),
	Rectify(usize),
}

#[derive(Clone, Copy, Debug)]
enum Waiting {
	Proposed {
		asked: Asked,
		version: u32,
		at: u64,
		from: u64,
	},
	Settled(u64),
}

#[derive(Default)]
struct Model {
	day: u64,
	block: u64,
	certificates: BTreeMap<usize, Known>,
	waiting: BTreeMap<usize, Waiting>,
}

/// The halves that a scope names.
fn halves(scope: usize) -> [bool; 2] {
	[scope != 2, scope != 1]
}

impl Model {
	fn is_live(&self, known: &Known) -> bool {
		self.day <= known.last_day
	}

	/// No other live certificate of the trader and programme has the role.
	fn is_free(&self, number: usize, wanted: &Known) -> bool {
		!self.certificates.iter().any(|(other, known)| {
			*other != number
				&& self.is_live(known)
				&& (known.holder, known.role, known.four_eyes)
					== (wanted.holder, wanted.role, wanted.four_eyes)
		})
	}

	fn version(&self, number: usize) -> u32 {
		self.certificates
			.get(&number)
			.map_or(0, |known| known.version)
	}

	/// Decides, if it may.
	fn decide(&mut self, number: usize, asked: Asked) -> bool {
		let known = match asked {
			Asked::Authorise(known) => {
				if self.certificates.contains_key(&number) {
					return false;
				}
				known
			}
			Asked::Rectify(role) => {
				let Some(known) = self.certificates.get(&number).copied() else {
					return false;
				};
				if !self.is_live(&known) || known.role == role || known.version == 12 {
					return false;
				}
				Known {
					role,
					version: known.version + 1,
					..known
				}
			}
		};
		let may = self.is_free(number, &known) && self.is_live(&known);
		if may {
			self.certificates.insert(number, known);
		}
		may
	}

	/// Proposes, or decides at once.
	fn propose(&mut self, number: usize, asked: Asked, four_eyes: bool) -> bool {
		if !four_eyes {
			return self.decide(number, asked);
		}
		let from = match self.waiting.get(&number) {
			Some(Waiting::Proposed { version, at, .. }) => {
				if self.day <= at + 14 && *version == self.version(number) {
					return false;
				}
				self.block + WINDOW
			}
			Some(Waiting::Settled(at)) => at + WINDOW,
			None => self.block,
		};
		let kept = self.certificates.clone();
		let version = self.version(number);
		let may = self.decide(number, asked);
		self.certificates = kept;
		if may {
			let at = self.day;
			self.waiting.insert(
				number,
				Waiting::Proposed {
					asked,
					version,
					at,
					from,
				},
			);
		}
		may
	}

	/// Takes the step, and says whether the chain must take it too.
	fn take(&mut self, step: Step) -> bool {
		match step {
			Step::Authorise(number, holder, role, days, four_eyes) => {
				let known = Known {
					holder,
					role,
					last_day: self.day + days,
					four_eyes,
					suspended: [false; 2],
					version: 1,
				};
				self.propose(number, Asked::Authorise(known), four_eyes)
			}
			Step::Rectify(number, role) => {
				let four_eyes = self
					.certificates
					.get(&number)
					.is_some_and(|known| known.four_eyes && known.role != role);
				self.propose(number, Asked::Rectify(role), four_eyes)
			}
			Step::Confirm(number, is_second) => {
				let Some(Waiting::Proposed {
					asked,
					version,
					at,
					from,
				}) = self.waiting.get(&number).copied()
				else {
					return false;
				};
				let may = is_second
					&& self.day <= at + 14
					&& self.block >= from
					&& self.version(number) == version
					&& self.decide(number, asked);
				if may {
					self.waiting.insert(number, Waiting::Settled(self.block));
				}
				may
			}
			Step::Refuse(number) => {
				let may = matches!(self.waiting.get(&number), Some(Waiting::Proposed { .. }));
				if may {
					self.waiting.insert(number, Waiting::Settled(self.block));
				}
				may
			}
			Step::Suspend(number, scope) => self.change(number, |known| {
				let wanted = halves(scope);
				let after = [
					known.suspended[0] || wanted[0],
					known.suspended[1] || wanted[1],
				];
				(after != known.suspended).then_some(after)
			}),
			Step::Reinstate(number, scope) => self.change(number, |known| {
				let wanted = halves(scope);
				let any = known.suspended[0] || known.suspended[1];
				let covered = scope == 0
					|| (known.suspended[0] || !wanted[0]) && (known.suspended[1] || !wanted[1]);
				(any && covered).then_some([
					known.suspended[0] && !wanted[0],
					known.suspended[1] && !wanted[1],
				])
			}),
			Step::Wait(blocks, days) => {
				self.block += blocks;
				self.day += days;
				true
			}
		}
	}

	fn change(&mut self, number: usize, to: impl Fn(&Known) -> Option<[bool; 2]>) -> bool {
		let day = self.day;
		let Some(known) = self.certificates.get_mut(&number) else {
			return false;
		};
		// The mock's bound on periods: one for each version.
		if day > known.last_day || known.version == 12 {
			return false;
		}
		match to(known) {
			Some(suspended) => {
				known.suspended = suspended;
				known.version += 1;
				true
			}
			None => false,
		}
	}
}

/// Takes the step on the chain.
fn take(step: Step, today: u64) -> DispatchResult {
	let date = |days: u64| {
		let moment = NOON + (today + days) * DAY;
		Date::at(
			moment,
			aeo_primitives::UtcOffset::try_from(-360).expect("legal"),
		)
		.expect("a day")
	};
	let propose = |place: usize, decision| {
		Certificates::propose(by(MX), number(NUMBERS[place]), decision)
			.map(|_| ())
			.map_err(|error| error.error)
	};
	match step {
		Step::Authorise(place, holder, role, days, four_eyes) => propose(
			place,
			Decision::Authorise {
				tin: tin(TINS[holder]),
				publication_consent: document(),
				certificate_type: kind(if four_eyes { "OEA" } else { "FAST" }, "FULL"),
				roles: roles(&[ROLES[role]]),
				valid_from: day("2026-11-24"),
				valid_until: Some(date(days)),
				document: document(),
			},
		),
		Step::Rectify(place, role) => {
			let record = Certificates::certificate(Territory::MX, &number(NUMBERS[place]));
			let validity = record.and_then(|record| record.validity);
			propose(
				place,
				Decision::Rectify {
					roles: roles(&[ROLES[role]]),
					valid_from: day("2026-11-24"),
					valid_until: validity.and_then(|validity| validity.until),
					document: document(),
				},
			)
		}
		Step::Confirm(place, is_second) => {
			let origin = if is_second { by_second(MX) } else { by(MX) };
			Certificates::confirm(origin, number(NUMBERS[place]))
				.map(|_| ())
				.map_err(|error| error.error)
		}
		Step::Refuse(place) => Certificates::refuse(by(MX), number(NUMBERS[place])),
		Step::Suspend(place, scope) => suspend(NUMBERS[place], SCOPES[scope]),
		Step::Reinstate(place, scope) => reinstate(NUMBERS[place], SCOPES[scope]),
		Step::Wait(blocks, days) => {
			wait(blocks);
			pass(days * DAY);
			Ok(())
		}
	}
}

/// The chain looks as the model says.
fn compare(model: &Model) {
	for (place, text) in NUMBERS.into_iter().enumerate() {
		let found = Certificates::certificate(Territory::MX, &number(text));
		let expected = model.certificates.get(&place);
		assert_eq!(found.is_some(), expected.is_some(), "{text}");
		let (Some(found), Some(expected)) = (found, expected) else {
			continue;
		};
		let state = match expected.suspended {
			[false, false] => CertificateState::Authorised,
			[customs, security] => CertificateState::Suspended(Suspension {
				scope: match (customs, security) {
					(true, true) => SuspensionScope::Full,
					(true, false) => SuspensionScope::Customs,
					_ => SuspensionScope::Security,
				},
				end: SuspensionEnd::Open,
			}),
		};
		assert_eq!(
			(found.state, found.version, found.roles),
			(state, expected.version, roles(&[ROLES[expected.role]])),
			"{text}"
		);
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(128))]

	#[test]
	fn random_decisions_should_do_what_the_model_does(
		steps in prop::collection::vec(step(), 1..80),
	) {
		new_test_ext().execute_with(|| {
			set_up();
			let mut model = Model { block: 1, ..Default::default() };
			for step in steps {
				let result = take(step, model.day);
				let expected = model.take(step);
				assert_eq!(result.is_ok(), expected, "{step:?}: {result:?}");
				compare(&model);
			}
			Certificates::do_try_state().expect("the invariants hold");
		});
	}
}
