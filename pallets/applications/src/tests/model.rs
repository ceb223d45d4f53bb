//! Random calls by officers, holders and agencies of two administrations, right ones and wrong ones,
//! against a plain model of agencies, opinions and requests.

use super::*;
use crate::{Agencies, AgencyAccounts, AgencyCount, Opinions, RequestCounts, Requests};
use aeo_primitives::{recognition::Standing, Opinion, RequestOutcome};
use proptest::prelude::*;
use std::collections::BTreeMap;

const OWN: [AccountId; 2] = [MX, CR];
const LANDS: [Territory; 2] = [Territory::MX, Territory::CR];
const CODES: [&str; 2] = ["HEALTH", "PORTS"];
/// Accounts that may become agencies'.
const ACCOUNTS: [AccountId; 3] = [810, 811, 812];
const OPINIONS: [Opinion; 3] = [
	Opinion::Unfavourable,
	Opinion::Favourable,
	Opinion::NotConcerned,
];
/// Mexico's: an application of the one company that is accepted, and a certificate of the other.
const NUMBERS: [&str; 2] = ["A-0", "A-1"];
const HOUR: u64 = 60 * 60 * 1_000;
/// Most open requests about a certificate.
const MAX_OPEN: usize = 16;

/// Who acts: an officer, or the own account, of an administration; the holder of one of the
/// certificates; an account that may be an agency's; a stranger.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Who {
	Officer(usize),
	Own(usize),
	Holder(usize),
	Agent(usize),
	Stranger,
}

#[derive(Clone, Debug)]
enum Step {
	/// With a code and an account.
	Register(Who, usize, usize),
	Remove(Who, usize),
	/// On a certificate and its version.
	Opine(Who, usize, u32, usize),
	/// Until so many days from now, from -1 on.
	Request(Who, usize, i64),
	Answer(Who, usize, u32),
	Close(Who, usize, u32),
	/// Mexico is quarantined, or may act again.
	MayAct(bool),
	/// The application is moved on: it is another version.
	Change,
	Wait(u64),
}

#[derive(Clone, Default)]
struct Model {
	/// The administration and code of each agency's account.
	agencies: BTreeMap<usize, (usize, usize)>,
	/// By certificate and code of an agency of Mexico.
	opinions: BTreeMap<(usize, usize), (u32, usize)>,
	/// Of each certificate: whether it is answered, and closed.
	requests: [Vec<(bool, bool)>; 2],
	frozen: bool,
	/// The version of the application.
	version: u32,
	now: u64,
}

type Verdict<Given = ()> = Result<Given, &'static str>;

fn ensure(holds: bool, why: &'static str) -> Verdict {
	holds.then_some(()).ok_or(why)
}

impl Model {
	fn may_act(&self, land: usize) -> bool {
		land != 0 || !self.frozen
	}

	/// Mexico's officer.
	fn officer(&self, who: Who) -> Verdict {
		ensure(
			who == Who::Officer(0) && self.may_act(0),
			"no officer of it",
		)
	}

	/// Who speaks for a certificate.
	fn speaks_for(&self, who: Who, place: usize) -> Verdict {
		ensure(self.may_act(0), "it waits with its administration")?;
		ensure(
			matches!(who, Who::Officer(0)) || who == Who::Holder(place),
			"another one's",
		)
	}

	fn request(&mut self, place: usize, request: u32) -> Verdict<&mut (bool, bool)> {
		let place_of = (request as usize).checked_sub(1).ok_or("numbered from 1")?;
		let asked = self.requests[place].get_mut(place_of);
		asked.ok_or("no such request")
	}

	fn take(&mut self, step: &Step) -> Verdict {
		match *step {
			Step::Register(who, code, account) => {
				let Who::Own(land) = who else {
					return Err("no own account");
				};
				ensure(self.may_act(land), "quarantined")?;
				let taken = |known: &(usize, usize)| *known == (land, code);
				ensure(!self.agencies.values().any(taken), "code taken")?;
				ensure(!self.agencies.contains_key(&account), "it has a role")?;
				self.agencies.insert(account, (land, code));
				Ok(())
			}
			Step::Remove(who, code) => {
				let of = |land: usize| {
					let is_it = |(_, known): &(&usize, &(usize, usize))| **known == (land, code);
					self.agencies
						.iter()
						.find(is_it)
						.map(|(account, _)| *account)
				};
				let account = match who {
					Who::Own(land) if self.may_act(land) => of(land).ok_or("no such agency")?,
					Who::Agent(account)
						if self
							.agencies
							.get(&account)
							.is_some_and(|(_, own)| *own == code) =>
					{
						account
					}
					_ => return Err("neither"),
				};
				self.agencies.remove(&account);
				Ok(())
			}
			Step::Opine(who, place, version, opinion) => {
				let Who::Agent(account) = who else {
					return Err("no agency");
				};
				let (land, code) = *self.agencies.get(&account).ok_or("no agency")?;
				ensure(self.may_act(land), "quarantined")?;
				ensure(land == 0 && place == 0, "no accepted application of it")?;
				ensure(self.version == version, "another version")?;
				let before = self.opinions.insert((place, code), (version, opinion));
				ensure(before != Some((version, opinion)), "nothing new")
			}
			Step::Request(who, place, days) => {
				self.officer(who)?;
				ensure(days >= 0, "the day has passed")?;
				let open = self.requests[place].iter().filter(|(_, closed)| !closed);
				ensure(open.count() < MAX_OPEN, "too many")?;
				self.requests[place].push((false, false));
				Ok(())
			}
			Step::Answer(who, place, request) => {
				self.speaks_for(who, place)?;
				let (answered, closed) = self.request(place, request)?;
				ensure(!*answered && !*closed, "closed or answered")?;
				*answered = true;
				Ok(())
			}
			Step::Close(who, place, request) => {
				self.officer(who)?;
				let (_, closed) = self.request(place, request)?;
				ensure(!*closed, "closed")?;
				*closed = true;
				Ok(())
			}
			Step::MayAct(may) => {
				self.frozen = !may;
				Ok(())
			}
			Step::Change => {
				self.version += 1;
				Ok(())
			}
			Step::Wait(hours) => {
				self.now += hours * HOUR;
				Ok(())
			}
		}
	}
}

fn account(who: Who) -> AccountId {
	match who {
		Who::Officer(land) => officer(OWN[land], Scope::Certification),
		Who::Own(land) => OWN[land],
		Who::Holder(0) => HOLDER,
		Who::Holder(_) => OTHER_HOLDER,
		Who::Agent(place) => ACCOUNTS[place],
		Who::Stranger => STRANGER,
	}
}

/// The next version of the application.
fn change() {
	let text = NUMBERS[0];
	Register::put(
		Territory::MX,
		&number(text),
		trader(TIN),
		CertificateState::Accepted,
		None,
	);
}

fn take(step: &Step) -> DispatchResult {
	let by = |who: Who| signed(account(who));
	let document = document();
	match *step {
		Step::Register(who, code, place) => {
			Applications::register_agency(by(who), written(CODES[code]), ACCOUNTS[place])
		}
		Step::Remove(who, code) => Applications::remove_agency(by(who), written(CODES[code])),
		Step::Opine(who, place, version, opinion) => Applications::opine(
			by(who),
			written(NUMBERS[place]),
			version,
			OPINIONS[opinion],
			document,
		),
		Step::Request(who, place, days) => {
			let offset = aeo_primitives::UtcOffset::try_from(-360).expect("legal");
			let now = i64::try_from(pallet_timestamp::Now::<Test>::get()).expect("small");
			let due = u64::try_from(now + days * 24 * HOUR as i64).expect("after 1970");
			let due = Date::at(due, offset).expect("a day");
			Applications::request(
				by(who),
				written(NUMBERS[place]),
				RequestKind::Visit,
				due.into(),
				document,
			)
		}
		Step::Answer(who, place, request) => {
			Applications::answer_request(by(who), written(NUMBERS[place]), request, document)
		}
		Step::Close(who, place, request) => Applications::close_request(
			by(who),
			written(NUMBERS[place]),
			request,
			RequestOutcome::Met,
			document,
		),
		Step::MayAct(may) => {
			let standing = if may {
				Standing::Admitted
			} else {
				Standing::QuarantinedByItself
			};
			aeo_mocks::set_standing(Territory::MX, standing);
			Ok(())
		}
		Step::Change => {
			change();
			Ok(())
		}
		Step::Wait(hours) => {
			pass(hours * HOUR);
			Ok(())
		}
	}
}

/// The chain looks as the model tells it.
fn compare(model: &Model) {
	let agencies: BTreeMap<_, _> = AgencyAccounts::<Test>::iter()
		.map(|(account, (land, code, _))| (account, (land, code)))
		.collect();
	let expected: BTreeMap<_, _> = model
		.agencies
		.iter()
		.map(|(place, (land, code))| (ACCOUNTS[*place], (LANDS[*land], agency(CODES[*code]))))
		.collect();
	assert_eq!(agencies, expected);
	for land in LANDS {
		let count = expected.values().filter(|(of, _)| *of == land).count();
		assert_eq!(Agencies::<Test>::iter_prefix(land).count(), count);
		assert_eq!(AgencyCount::<Test>::get(land) as usize, count);
	}
	assert_eq!(Opinions::<Test>::iter().count(), model.opinions.len());
	for ((place, code), (version, opinion)) in &model.opinions {
		let key = (Territory::MX, number(NUMBERS[*place]), agency(CODES[*code]));
		let found = Opinions::<Test>::get(key).expect("it was given");
		assert_eq!(
			(found.version, found.opinion),
			(*version, OPINIONS[*opinion])
		);
	}
	let mut open = vec![];
	for (place, requests) in model.requests.iter().enumerate() {
		let number = number(NUMBERS[place]);
		let still = requests.iter().filter(|(_, closed)| !closed).count();
		let count = RequestCounts::<Test>::get(Territory::MX, &number);
		assert_eq!(
			(count.made as usize, count.open as usize),
			(requests.len(), still)
		);
		assert_eq!(
			Applications::open_requests(Territory::MX, &number) as usize,
			still
		);
		for (request, (answered, closed)) in (1..).zip(requests) {
			let found = Requests::<Test>::get((Territory::MX, &number, request));
			let found = found.expect("it was made");
			assert_eq!(
				(found.answer.is_some(), found.closure.is_some()),
				(*answered, *closed)
			);
			if !closed {
				open.push((number.clone(), request));
			}
		}
	}
	let (first, next_page) = Applications::requests(Territory::MX, 0);
	let made: usize = model.requests.iter().map(Vec::len).sum();
	assert_eq!(next_page.is_some(), made > 50);
	let mut listed: Vec<_> = first
		.into_iter()
		.map(|(key, _)| (key.number, key.request))
		.collect();
	listed.sort();
	if made <= 50 {
		assert_eq!(listed, open);
	}
}

fn whoever() -> impl Strategy<Value = Who> {
	prop_oneof![
		3 => Just(Who::Officer(0)),
		1 => Just(Who::Officer(1)),
		3 => Just(Who::Own(0)),
		1 => Just(Who::Own(1)),
		3 => (0..2_usize).prop_map(Who::Holder),
		6 => (0..3_usize).prop_map(Who::Agent),
		1 => Just(Who::Stranger),
	]
}

/// The versions of the application are counted from 2.
fn steps() -> impl Strategy<Value = Step> {
	let certificate = || 0..2_usize;
	let request = || 0..6_u32;
	prop_oneof![
		3 => (whoever(), 0..2_usize, 0..3_usize).prop_map(|(who, code, account)| {
			Step::Register(who, code, account)
		}),
		3 => ((0..2_usize).prop_map(Who::Own), 0..2_usize, 0..3_usize).prop_map(
			|(who, code, account)| Step::Register(who, code, account)
		),
		2 => (whoever(), 0..2_usize).prop_map(|(who, code)| Step::Remove(who, code)),
		4 => (whoever(), certificate(), 2..5_u32, 0..3_usize).prop_map(
			|(who, place, version, opinion)| Step::Opine(who, place, version, opinion)
		),
		5 => ((0..3_usize).prop_map(Who::Agent), 2..4_u32, 0..3_usize).prop_map(
			|(who, version, opinion)| Step::Opine(who, 0, version, opinion)
		),
		5 => (whoever(), certificate(), -1..4_i64).prop_map(|(who, place, days)| {
			Step::Request(who, place, days)
		}),
		4 => (certificate(), 0..4_i64).prop_map(|(place, days)| {
			Step::Request(Who::Officer(0), place, days)
		}),
		5 => (whoever(), certificate(), request()).prop_map(|(who, place, request)| {
			Step::Answer(who, place, request)
		}),
		5 => (whoever(), certificate(), request()).prop_map(|(who, place, request)| {
			Step::Close(who, place, request)
		}),
		1 => Just(Step::MayAct(false)),
		2 => Just(Step::MayAct(true)),
		1 => Just(Step::Change),
		2 => (0..60_u64).prop_map(Step::Wait),
	]
}

/// As many as `PROPTEST_CASES` says.
fn cases() -> u32 {
	let wanted = std::env::var("PROPTEST_CASES").ok();
	wanted.and_then(|text| text.parse().ok()).unwrap_or(64)
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(cases()))]

	#[test]
	fn agencies_opinions_and_requests_should_be_those_of_the_model(
		steps in prop::collection::vec(steps(), 20..=80),
	) {
		new_test_ext().execute_with(|| {
			link();
			accept(NUMBERS[0], TIN);
			let (other, state) = (trader(OTHER), CertificateState::Authorised);
			Register::put(Territory::MX, &number(NUMBERS[1]), other, state, None);
			let mut model = Model { version: 2, now: NOON, ..Model::default() };
			for step in steps {
				let before = sp_io::storage::root(sp_runtime::StateVersion::V1);
				let old = model.clone();
				let expected = model.take(&step);
				let result = take(&step);
				assert_eq!(result.is_ok(), expected.is_ok(), "{step:?}: {result:?}, {expected:?}");
				if result.is_err() {
					// Whoever may not, or too late, changes nothing.
					model = old;
					let after = sp_io::storage::root(sp_runtime::StateVersion::V1);
					assert_eq!(before, after, "{step:?}");
				}
				assert_eq!(model.now, pallet_timestamp::Now::<Test>::get());
				compare(&model);
			}
			Applications::do_try_state().expect("the invariants hold");
		});
	}
}
