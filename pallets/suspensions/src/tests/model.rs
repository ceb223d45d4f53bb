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
	/// By the first officer or the second.
	Propose(usize, usize, usize),
	/// By the first officer or the second, naming the last proposal of all or one before it.
	Confirm(usize, usize, u32),
	Refuse(usize, u32),
	SuspendRecognition(usize, usize),
	Restore(usize, usize),
	Acknowledge(usize, usize, u32),
	/// So many changes and certificates.
	AcknowledgeThrough(usize, u32, u32),
	Report(usize, usize),
	Answer(u32),
	/// More than the time to confirm passes.
	Wait,
}

fn step() -> impl Strategy<Value = Step> {
	let (number, scope, partner) = (0..2_usize, 0..3_usize, 0..2_usize);
	let (officer, back) = (0..2_usize, prop_oneof![4 => Just(0_u32), 1 => Just(1)]);
	prop_oneof![
		3 => (number.clone(), scope.clone()).prop_map(|(n, s)| Step::Suspend(n, s)),
		3 => (number.clone(), scope, officer.clone()).prop_map(|(n, s, o)| Step::Propose(n, s, o)),
		4 => (number.clone(), officer, back.clone()).prop_map(|(n, o, b)| Step::Confirm(n, o, b)),
		1 => (number.clone(), back).prop_map(|(n, b)| Step::Refuse(n, b)),
		1 => (partner.clone(), number.clone()).prop_map(|(p, n)| Step::SuspendRecognition(p, n)),
		1 => (partner.clone(), number.clone()).prop_map(|(p, n)| Step::Restore(p, n)),
		2 => (partner.clone(), number.clone(), 0..6_u32)
			.prop_map(|(p, n, v)| Step::Acknowledge(p, n, v)),
		2 => (partner.clone(), 0..12_u32, 0..6_u32)
			.prop_map(|(p, c, o)| Step::AcknowledgeThrough(p, c, o)),
		1 => (partner, number).prop_map(|(p, n)| Step::Report(p, n)),
		1 => (0..6_u32).prop_map(Step::Answer),
		1 => Just(Step::Wait),
	]
}

#[derive(Clone, Copy)]
struct Waiting {
	proposal: u32,
	scope: usize,
	maker: usize,
	version: u32,
	expires: u64,
}

struct Model {
	time: u64,
	/// How many reinstatements were proposed.
	proposals: u32,
	/// Which halves are suspended, and the version.
	certificates: [([bool; 2], u32); 2],
	waiting: BTreeMap<usize, Waiting>,
	unrecognised: std::collections::BTreeSet<(usize, usize)>,
	acknowledged: BTreeMap<(usize, usize), u32>,
	/// How many changes and certificates each partner has acknowledged.
	through: [(u32, u32); 2],
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
			Step::Propose(number, scope, maker) => {
				let version = self.certificates[number].1;
				let is_open = self
					.waiting
					.get(&number)
					.is_some_and(|open| self.time <= open.expires && open.version == version);
				let may = !is_open && self.without(number, scope).is_some();
				if may {
					self.proposals += 1;
					let waiting = Waiting {
						proposal: self.proposals,
						scope,
						maker,
						version,
						expires: self.time + TIME_OUT,
					};
					self.waiting.insert(number, waiting);
				}
				may
			}
			Step::Confirm(number, checker, back) => {
				let named = self.proposals.saturating_sub(back);
				let Some(open) = self.waiting.get(&number).copied() else {
					return false;
				};
				let left = self.without(number, open.scope);
				let (of, version) = (self.certificates[number].1, open.version);
				let is_good = open.proposal == named && open.maker != checker;
				match left {
					Some(left) if is_good && self.time <= open.expires && of == version => {
						self.certificates[number] = (left, version + 1);
						self.waiting.remove(&number);
						true
					}
					_ => false,
				}
			}
			Step::Refuse(number, back) => {
				let named = self.proposals.saturating_sub(back);
				let is_named = |open: &Waiting| open.proposal == named;
				let may = self.waiting.get(&number).is_some_and(is_named);
				if may {
					self.waiting.remove(&number);
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
			Step::AcknowledgeThrough(partner, changes, ordinals) => {
				// Of the certificates that there are the two of the model change.
				let told: u32 = self
					.certificates
					.iter()
					.map(|(_, version)| version - 1)
					.sum();
				let last = self.through[partner];
				let may = (changes, ordinals) != last
					&& (last.0..=told).contains(&changes)
					&& (last.1..=4).contains(&ordinals);
				if may {
					self.through[partner] = (changes, ordinals);
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
			Step::Wait => {
				self.time += TIME_OUT + 1;
				true
			}
		}
	}
}

/// Takes the step on the chain.
fn take(step: Step) -> DispatchResult {
	let hands = [officer, second_officer].map(|officer| officer(MX, Scope::Suspension));
	let named = |back| crate::ProposalCount::<Test>::get(Territory::MX).saturating_sub(back);
	match step {
		Step::Suspend(number, scope) => suspend_one(NUMBERS[number], SCOPES[scope]),
		Step::Propose(number, scope, maker) => {
			propose_by(hands[maker], NUMBERS[number], SCOPES[scope])
		}
		Step::Confirm(number, checker, back) => {
			confirm_by(hands[checker], NUMBERS[number], named(back))
		}
		Step::Refuse(number, back) => {
			Suspensions::refuse_reinstatement(by(MX), written(NUMBERS[number]), named(back))
		}
		Step::SuspendRecognition(partner, number) => {
			let origin = signed(officer(PARTNERS[partner], Scope::Risk));
			let (issuer, number) = (Territory::MX, written(NUMBERS[number]));
			let review_on = written("2099-12-31");
			Suspensions::suspend_recognition(origin, issuer, number, review_on, document())
		}
		Step::Restore(partner, number) => {
			restore_recognition(PARTNERS[partner], Territory::MX, NUMBERS[number])
		}
		Step::Acknowledge(partner, number, version) => {
			acknowledge(PARTNERS[partner], Territory::MX, NUMBERS[number], version)
		}
		Step::AcknowledgeThrough(partner, changes, ordinals) => {
			acknowledge_through(PARTNERS[partner], Territory::MX, changes, ordinals)
		}
		Step::Report(partner, number) => report(PARTNERS[partner], Territory::MX, NUMBERS[number]),
		Step::Answer(report) => answer(MX, report),
		Step::Wait => {
			let now = pallet_timestamp::Now::<Test>::get();
			Timestamp::set_timestamp(now + TIME_OUT + 1);
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

/// Whatever waits or is suspended in part: one officer stops a live certificate that is not
/// suspended in full, by its number and with all of its trader (I27).
fn suspend_what_is_live(model: &Model) {
	let subjects = [
		(Subject::Number(written(NUMBERS[0])), vec![NUMBERS[0]]),
		(Subject::Number(written(NUMBERS[1])), vec![NUMBERS[1]]),
		(
			Subject::Tin(OTHER.try_into().expect("short enough")),
			vec![CUSTOMS, SECURITY, BOTH],
		),
	];
	let is_free = |text: &str| {
		let place = NUMBERS.iter().position(|known| *known == text);
		place.is_none_or(|place| model.certificates[place].0 != [true; 2])
	};
	for (subject, texts) in subjects {
		if !texts.iter().any(|text| is_free(text)) {
			continue;
		}
		let result = frame_support::storage::with_transaction(|| {
			set_outer_signer(None);
			let result = suspend(subject.clone(), SuspensionScope::Full).map(|()| {
				for text in &texts {
					let suspended = match state(text) {
						CertificateState::Suspended(suspension) => Some(suspension.scope),
						_ => None,
					};
					assert_eq!(suspended, Some(SuspensionScope::Full), "{text}");
				}
			});
			sp_runtime::TransactionOutcome::Rollback(result)
		});
		assert_ok!(result);
	}
}

/// The chain looks as the model says.
fn compare(model: &Model) {
	compare_reports(model);
	for (land, (changes, ordinals)) in LANDS.into_iter().zip(model.through) {
		assert_eq!(
			Suspensions::acknowledged_through(land, Territory::MX),
			Watermarks { changes, ordinals }
		);
	}
	for (place, text) in NUMBERS.into_iter().enumerate() {
		let open = model.waiting.get(&place).map_or(0, |open| open.proposal);
		assert_eq!(waiting(text), open);
	}
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
				proposals: 0,
				certificates: [([false; 2], 1); 2],
				waiting: BTreeMap::new(),
				unrecognised: Default::default(),
				acknowledged: BTreeMap::new(),
				through: [(0, 0); 2],
				reports: Vec::new(),
			};
			for step in steps {
				let result = take(step);
				let expected = model.take(step);
				assert_eq!(result.is_ok(), expected, "{step:?}: {result:?}");
				compare(&model);
				suspend_what_is_live(&model);
			}
			Suspensions::do_try_state().expect("the invariants hold");
		});
	}
}
