//! Random calls against a plain model.

use super::*;
use proptest::prelude::*;
use std::collections::BTreeMap;

const NUMBERS: [&str; 2] = [NUMBER, BOTH];
const PARTNERS: [AccountId; 2] = [CR, PE];
const LANDS: [Territory; 2] = [Territory::CR, Territory::PE];
const SCOPES: [SuspensionScope; 3] = [
	SuspensionScope::Full,
	SuspensionScope::Customs,
	SuspensionScope::Security,
];

/// A call; numbers stand for certificates, scopes and partners.
#[derive(Clone, Copy, Debug)]
enum Step {
	Suspend(usize, usize),
	Propose(usize, usize),
	Confirm(usize),
	Refuse(usize),
	SuspendRecognition(usize, usize),
	Restore(usize, usize),
	Acknowledge(usize, usize, u32),
	Report(usize, usize),
	Answer(u32),
	/// Blocks pass, and maybe more than the time to confirm.
	Wait(u64, bool),
}

fn step() -> impl Strategy<Value = Step> {
	let (number, scope, partner) = (0..2_usize, 0..3_usize, 0..2_usize);
	prop_oneof![
		3 => (number.clone(), scope.clone()).prop_map(|(n, s)| Step::Suspend(n, s)),
		3 => (number.clone(), scope).prop_map(|(n, s)| Step::Propose(n, s)),
		3 => number.clone().prop_map(Step::Confirm),
		1 => number.clone().prop_map(Step::Refuse),
		1 => (partner.clone(), number.clone()).prop_map(|(p, n)| Step::SuspendRecognition(p, n)),
		1 => (partner.clone(), number.clone()).prop_map(|(p, n)| Step::Restore(p, n)),
		2 => (partner.clone(), number.clone(), 0..6_u32)
			.prop_map(|(p, n, v)| Step::Acknowledge(p, n, v)),
		1 => (partner, number).prop_map(|(p, n)| Step::Report(p, n)),
		1 => (0..6_u32).prop_map(Step::Answer),
		2 => (prop_oneof![Just(1_u64), Just(WINDOW)], prop::bool::weighted(0.2))
			.prop_map(|(b, late)| Step::Wait(b, late)),
	]
}

#[derive(Clone, Copy)]
enum Waiting {
	Open {
		scope: usize,
		version: u32,
		expires: u64,
		from: u64,
	},
	Settled(u64),
}

struct Model {
	time: u64,
	block: u64,
	/// Which halves are suspended, and the version.
	certificates: [([bool; 2], u32); 2],
	waiting: BTreeMap<usize, Waiting>,
	unrecognised: std::collections::BTreeSet<(usize, usize)>,
	acknowledged: BTreeMap<(usize, usize), u32>,
	/// Partner, certificate, its version, when it was reported and when answered.
	reports: Vec<(usize, usize, u32, u64, Option<u64>)>,
}

/// The halves that a scope names: customs, security.
fn halves(scope: usize) -> [bool; 2] {
	[scope != 2, scope != 1]
}

impl Model {
	/// What is left suspended, where `scope` can be reinstated.
	fn without(&self, number: usize, scope: usize) -> Option<[bool; 2]> {
		let ([customs, security], _) = self.certificates[number];
		let [of_customs, of_security] = halves(scope);
		let covered = scope == 0 || (customs || !of_customs) && (security || !of_security);
		((customs || security) && covered)
			.then_some([customs && !of_customs, security && !of_security])
	}

	/// Takes the step, and says whether the chain must take it too.
	fn take(&mut self, step: Step) -> bool {
		match step {
			Step::Suspend(number, scope) => {
				let (suspended, version) = self.certificates[number];
				let wanted = halves(scope);
				let after = [suspended[0] || wanted[0], suspended[1] || wanted[1]];
				let may = after != suspended;
				if may {
					self.certificates[number] = (after, version + 1);
				}
				may
			}
			Step::Propose(number, scope) => {
				let version = self.certificates[number].1;
				let from = match self.waiting.get(&number) {
					None => self.block,
					Some(Waiting::Settled(at)) => self.block.max(at + WINDOW),
					Some(Waiting::Open {
						version: of,
						expires,
						..
					}) => {
						if self.time <= *expires && *of == version {
							return false;
						}
						self.block + WINDOW
					}
				};
				let may = self.without(number, scope).is_some();
				if may {
					let expires = self.time + TIME_OUT;
					let open = Waiting::Open {
						scope,
						version,
						expires,
						from,
					};
					self.waiting.insert(number, open);
				}
				may
			}
			Step::Confirm(number) => {
				let Some(Waiting::Open {
					scope,
					version,
					expires,
					from,
				}) = self.waiting.get(&number).copied()
				else {
					return false;
				};
				let left = self.without(number, scope);
				let is_now = self.time <= expires && self.block >= from;
				match left {
					Some(left) if is_now && version == self.certificates[number].1 => {
						self.certificates[number] = (left, version + 1);
						self.waiting.insert(number, Waiting::Settled(self.block));
						true
					}
					_ => false,
				}
			}
			Step::Refuse(number) => {
				let may = matches!(self.waiting.get(&number), Some(Waiting::Open { .. }));
				if may {
					self.waiting.insert(number, Waiting::Settled(self.block));
				}
				may
			}
			Step::SuspendRecognition(partner, number) => {
				self.unrecognised.insert((partner, number));
				true
			}
			Step::Restore(partner, number) => self.unrecognised.remove(&(partner, number)),
			Step::Acknowledge(partner, number, version) => {
				let last = self.acknowledged.get(&(partner, number)).copied();
				let may = version > last.unwrap_or(0) && version <= self.certificates[number].1;
				if may {
					self.acknowledged.insert((partner, number), version);
				}
				may
			}
			Step::Report(partner, number) => {
				let version = self.certificates[number].1;
				self.reports
					.push((partner, number, version, self.time, None));
				true
			}
			Step::Answer(report) => {
				let report = usize::try_from(report).expect("small");
				match self.reports.get_mut(report) {
					Some((_, _, _, _, answered @ None)) => {
						*answered = Some(self.time);
						true
					}
					_ => false,
				}
			}
			Step::Wait(blocks, late) => {
				self.block += blocks;
				self.time += u64::from(late) * (TIME_OUT + 1);
				true
			}
		}
	}
}

/// Takes the step on the chain.
fn take(step: Step) -> DispatchResult {
	let maker = officer(MX, Scope::Suspension);
	match step {
		Step::Suspend(number, scope) => suspend_one(NUMBERS[number], SCOPES[scope]),
		Step::Propose(number, scope) => propose_by(maker, NUMBERS[number], SCOPES[scope]),
		Step::Confirm(number) => confirm(NUMBERS[number]),
		Step::Refuse(number) => refuse(NUMBERS[number]),
		Step::SuspendRecognition(partner, number) => {
			let origin = signed(officer(PARTNERS[partner], Scope::Risk));
			let (issuer, number) = (Territory::MX, super::number(NUMBERS[number]));
			let review_on = day("2099-12-31");
			Suspensions::suspend_recognition(origin, issuer, number, review_on, document())
		}
		Step::Restore(partner, number) => {
			restore_recognition(PARTNERS[partner], Territory::MX, NUMBERS[number])
		}
		Step::Acknowledge(partner, number, version) => {
			acknowledge(PARTNERS[partner], Territory::MX, NUMBERS[number], version)
		}
		Step::Report(partner, number) => report(PARTNERS[partner], Territory::MX, NUMBERS[number]),
		Step::Answer(report) => answer(MX, report),
		Step::Wait(blocks, late) => {
			at_block(System::block_number() + blocks);
			if late {
				let now = pallet_timestamp::Now::<Test>::get();
				Timestamp::set_timestamp(now + TIME_OUT + 1);
			}
			Ok(())
		}
	}
}

/// What the chain tells of the reports is what the model says.
fn compare_reports(model: &Model) {
	let mut received: Vec<_> = (0..)
		.map(|page| Suspensions::irregularities(Territory::MX, page))
		.take_while(|page| !page.is_empty())
		.flatten()
		.collect();
	received.reverse();
	assert_eq!(received.len(), model.reports.len());
	for ((partner, place, version, at, answered), (expected, (report, found))) in
		model.reports.iter().zip((0..).zip(received))
	{
		assert_eq!(report, expected);
		assert_eq!(
			(found.grantor, found.number, found.version, found.at),
			(LANDS[*partner], number(NUMBERS[*place]), *version, *at)
		);
		assert_eq!(found.answer.map(|answer| answer.at), *answered);
	}
}

/// The chain looks as the model says.
fn compare(model: &Model) {
	compare_reports(model);
	for (place, text) in NUMBERS.into_iter().enumerate() {
		let (suspended, version) = model.certificates[place];
		let certificate = mexican(text);
		let scope = match suspended {
			[true, true] => Some(SuspensionScope::Full),
			[true, false] => Some(SuspensionScope::Customs),
			[false, true] => Some(SuspensionScope::Security),
			[false, false] => None,
		};
		let state = scope.map_or(CertificateState::Authorised, |scope| {
			let end = SuspensionEnd::Open;
			CertificateState::Suspended(Suspension { scope, end })
		});
		assert_eq!((certificate.state, certificate.version), (state, version));
		for (partner, land) in LANDS.into_iter().enumerate() {
			let key = (partner, place);
			assert_eq!(
				Suspensions::recognition_suspension(land, Territory::MX, &number(text)).is_some(),
				model.unrecognised.contains(&key)
			);
			assert_eq!(
				Suspensions::acknowledged_version(land, Territory::MX, &number(text)),
				model.acknowledged.get(&key).copied()
			);
		}
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(128))]

	#[test]
	fn random_calls_should_do_what_the_model_does(
		steps in prop::collection::vec(step(), 1..80),
	) {
		new_test_ext().execute_with(|| {
			certify();
			let mut model = Model {
				time: NOW,
				block: System::block_number(),
				certificates: [([false; 2], 1); 2],
				waiting: BTreeMap::new(),
				unrecognised: Default::default(),
				acknowledged: BTreeMap::new(),
				reports: Vec::new(),
			};
			for step in steps {
				let result = take(step);
				let expected = model.take(step);
				assert_eq!(result.is_ok(), expected, "{step:?}: {result:?}");
				compare(&model);
			}
			Suspensions::do_try_state().expect("the invariants hold");
		});
	}
}
