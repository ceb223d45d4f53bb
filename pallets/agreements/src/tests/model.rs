//! Random agreements against a plain model. The model keeps what was decided, and nothing of how the
//! pallet stores it: which leg is in force follows from all decisions anew each time.

use super::*;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

const OWN: [AccountId; 4] = [MX, CR, PE, CO];
const LANDS: [Territory; 4] = [Territory::MX, Territory::CR, Territory::PE, Territory::CO];
/// Minutes east of UTC.
const OFFSETS: [i64; 4] = [-360, -360, -300, -300];
/// Days of notice that are agreed first.
const NOTICE_DAYS: i64 = 2;
/// How long the others have to sign, so short that it runs out now and then.
const LIFETIME: u64 = 50 * HOUR;
/// How many proposals, and how many amendments, may wait of each.
const MOST_WAITING: u32 = 1;
/// Agreements that are looked at; of more a pair would have too many legs.
const MOST: u32 = 3;

#[derive(Clone, Debug)]
enum Step {
	/// Who proposes between whom, whether by the own account, and from which day.
	Propose(usize, BTreeSet<usize>, bool, Option<i64>),
	/// Who signs which, from which day.
	Sign(usize, u32, Option<i64>),
	Retract(usize, u32),
	/// Who puts the leg from whom in force, from which day.
	Put(usize, u32, usize, i64),
	/// Who suspends (or resumes) the leg from whom to whom.
	Suspend(usize, u32, usize, usize, bool),
	Notice(usize, u32),
	/// Who asks that its notice be withdrawn.
	Withdraw(usize, u32),
	/// Who agrees to whose withdrawal.
	Agree(usize, u32, usize),
	/// Who amends which, from which day.
	Amend(usize, u32, Changes, Option<i64>),
	SignAmendment(usize, u32, Option<i64>),
	RetractAmendment(usize, u32),
	/// It leaves, and is admitted again.
	Readmit(usize),
	/// So many hours pass.
	Wait(u64),
}

/// What an amendment is to change.
#[derive(Clone, Debug, Default)]
struct Changes {
	/// Who accedes.
	acceding: BTreeSet<usize>,
	/// Which of all legs are others.
	legs: BTreeSet<(usize, usize)>,
	/// Which are removed.
	removed: BTreeSet<(usize, usize)>,
	notice_days: Option<i64>,
}

/// Days are given from today on; yesterday is refused.
fn offset() -> impl Strategy<Value = i64> {
	prop_oneof![1 => Just(-1), 20 => 0..4_i64]
}

fn who() -> impl Strategy<Value = usize> {
	0..4_usize
}

/// The first one mostly, so that something comes of it.
fn number() -> impl Strategy<Value = u32> {
	prop_oneof![4 => Just(1), 1 => 1..=MOST]
}

fn from() -> impl Strategy<Value = Option<i64>> {
	prop::option::of(offset())
}

/// Mostly none.
fn days() -> impl Strategy<Value = Option<i64>> {
	prop_oneof![3 => Just(None), 1 => (0..4_i64).prop_map(Some)]
}

/// Any step at all, most of which are refused.
fn any_step() -> impl Strategy<Value = Step> {
	let some = || prop::collection::btree_set(who(), 0..3);
	prop_oneof![
		(who(), some(), any::<bool>(), from())
			.prop_map(|(a, parties, own, day)| Step::Propose(a, parties, own, day)),
		(who(), number(), from()).prop_map(|(a, n, day)| Step::Sign(a, n, day)),
		(who(), number()).prop_map(|(a, n)| Step::Retract(a, n)),
		(who(), number(), who(), offset()).prop_map(|(a, n, i, day)| Step::Put(a, n, i, day)),
		(who(), number(), who(), who(), any::<bool>())
			.prop_map(|(a, n, i, g, on)| Step::Suspend(a, n, i, g, on)),
		(who(), number()).prop_map(|(a, n)| Step::Notice(a, n)),
		(
			who(),
			number(),
			some(),
			prop::collection::btree_set((who(), who()), 0..5),
			prop::collection::btree_set((who(), who()), 0..2),
			days(),
			from()
		)
			.prop_map(|(a, n, acceding, legs, removed, notice_days, day)| {
				let changes = Changes {
					acceding,
					legs,
					removed,
					notice_days,
				};
				Step::Amend(a, n, changes, day)
			}),
		(who(), number()).prop_map(|(a, n)| Step::Withdraw(a, n)),
		(who(), number(), who()).prop_map(|(a, n, party)| Step::Agree(a, n, party)),
		(who(), number(), from()).prop_map(|(a, n, day)| Step::SignAmendment(a, n, day)),
		(who(), number()).prop_map(|(a, n)| Step::RetractAmendment(a, n)),
	]
}

/// An agreement is proposed, and all sign one with this number.
fn conclude(number: impl Strategy<Value = u32>) -> impl Strategy<Value = Vec<Step>> {
	let parties = prop::collection::btree_set(who(), 2..=4);
	let days = prop::collection::vec(from(), 4);
	(parties, days, number).prop_map(|(parties, days, number)| {
		let first = *parties.first().expect("two at least");
		let mut steps = vec![Step::Propose(first, parties, true, days[first])];
		steps.extend((0..4).map(|who| Step::Sign(who, number, days[who])));
		steps
	})
}

/// Steps that make sense together, if they come at the right time.
fn steps() -> impl Strategy<Value = Vec<Step>> {
	let pair = || (who(), 1..4_usize).prop_map(|(one, further)| (one, (one + further) % 4));
	prop_oneof![
		4 => any_step().prop_map(|step| vec![step]),
		2 => conclude(2..=MOST),
		8 => (pair(), number(), offset())
			.prop_map(|((issuer, grantor), n, day)| vec![Step::Put(grantor, n, issuer, day)]),
		10 => (pair(), number(), any::<bool>(), any::<bool>()).prop_map(|(ends, n, first, on)| {
			let (issuer, grantor) = ends;
			let who = if first { issuer } else { grantor };
			vec![Step::Suspend(who, n, issuer, grantor, on)]
		}),
		// All that can sign do so, but for one now and then.
		8 => (
			(who(), number(), prop::collection::btree_set(who(), 0..=1)),
			prop::collection::btree_set(pair(), 0..3),
			(prop::collection::btree_set(pair(), 0..=1), days()),
			prop::collection::vec(from(), 4),
			0..12_usize,
		)
			.prop_map(|((who, n, acceding), mut legs, (mut removed, notice_days), days, absent)| {
				let new = acceding.iter().filter(|party| **party != who);
				legs.extend(new.map(|party| (*party, who)));
				removed.retain(|pair| !legs.contains(pair));
				let changes = Changes {
					acceding,
					legs,
					removed,
					notice_days,
				};
				let mut steps = vec![Step::Amend(who, n, changes, days[who])];
				let signing = (0..4).filter(|who| *who != absent);
				steps.extend(signing.map(|who| Step::SignAmendment(who, n, days[who])));
				steps
			}),
		// It gives notice, and wants it withdrawn soon after; all agree, but for one now and then.
		4 => (who(), number(), 0..12_usize, 0..60_u64).prop_map(|(who, n, absent, hours)| {
			let mut steps = vec![Step::Notice(who, n), Step::Wait(hours), Step::Withdraw(who, n)];
			let agreeing = (0..4).filter(|other| *other != who && *other != absent);
			steps.extend(agreeing.map(|other| Step::Agree(other, n, who)));
			steps
		}),
		6 => (1..40_u64).prop_map(|hours| vec![Step::Wait(hours)]),
		1 => who().prop_map(|who| vec![Step::Readmit(who)]),
	]
}

/// What a version of an agreement says of a leg.
#[derive(Clone, Copy, PartialEq)]
enum Said {
	/// It is so, from this day where it has one.
	Begins(Option<i64>),
	/// There is none from this day on.
	Removed(i64),
}

/// What was decided of a leg between two.
#[derive(Default)]
struct Leg {
	/// By the version that says it.
	versions: BTreeMap<u32, Said>,
	/// The last day by each end's notice.
	noticed: BTreeMap<usize, i64>,
	suspended_by: BTreeSet<usize>,
}

/// A party's notice.
struct Noticed {
	/// The last day of its legs.
	until: i64,
	/// The last moment at which none of its legs has ended by it.
	open_until: u64,
	/// Those that agree to its withdrawal, itself first.
	agreed: BTreeSet<usize>,
	/// Whether it has asked for it, in whatever admission.
	asked: bool,
}

/// What all are to sign, or have signed.
struct Version {
	parties: BTreeSet<usize>,
	acceding: BTreeSet<usize>,
	legs: BTreeSet<(usize, usize)>,
	removed: BTreeSet<(usize, usize)>,
	notice_days: i64,
	proposer: usize,
	/// When it was proposed, and its place among all that ever were.
	proposed_at: u64,
	place: u64,
	/// Who has signed, and from which day.
	signed: BTreeMap<usize, Option<i64>>,
	/// Those among them that were admitted anew since, before all had signed.
	outdated: BTreeSet<usize>,
}

impl Version {
	fn new(parties: &BTreeSet<usize>, proposer: usize, now: u64) -> Self {
		Self {
			parties: parties.clone(),
			acceding: BTreeSet::new(),
			legs: all_pairs(parties),
			removed: BTreeSet::new(),
			notice_days: NOTICE_DAYS,
			proposer,
			proposed_at: now,
			place: 0,
			signed: BTreeMap::new(),
			outdated: BTreeSet::new(),
		}
	}

	fn is_complete(&self) -> bool {
		self.signed.len() == self.parties.len()
	}

	fn has_lapsed(&self, now: u64) -> bool {
		self.proposed_at + LIFETIME < now
	}

	/// Who leaves before all have signed has not signed.
	fn outdate(&mut self, who: usize) {
		if !self.is_complete() && self.signed.contains_key(&who) {
			self.outdated.insert(who);
		}
	}
}

#[derive(Default)]
struct Known {
	/// All that were signed, the first one also while it is not.
	versions: Vec<Version>,
	amendment: Option<Version>,
	/// Those that have given notice.
	leaving: BTreeMap<usize, Noticed>,
	legs: BTreeMap<(usize, usize), Leg>,
}

struct Model {
	now: u64,
	next: u32,
	/// How many proposals and amendments there ever were.
	places: u64,
	agreements: BTreeMap<u32, Known>,
}

/// The legs of all pairs.
fn all_pairs(parties: &BTreeSet<usize>) -> BTreeSet<(usize, usize)> {
	let pairs = parties
		.iter()
		.flat_map(|issuer| parties.iter().map(move |grantor| (*issuer, *grantor)));
	pairs
		.filter(|(issuer, grantor)| issuer != grantor)
		.collect()
}

/// The local day, counted from 1970.
fn local_day(now: u64, who: usize) -> i64 {
	(now as i64 + OFFSETS[who] * 60_000).div_euclid(86_400_000)
}

/// The first millisecond of a local day.
fn begins(day: i64, who: usize) -> u64 {
	(day * 86_400_000 - OFFSETS[who] * 60_000) as u64
}

impl Leg {
	/// The last day by notice, where one was given.
	fn noticed(&self) -> Option<i64> {
		self.noticed.values().min().copied()
	}

	/// The versions that may be in force today or later.
	fn live(&self, today: i64) -> Vec<Said> {
		if self.noticed().is_some_and(|last| last < today) {
			return Vec::new();
		}
		let versions: Vec<_> = self.versions.values().copied().collect();
		let is_live = |place: usize| {
			// Another has taken its place.
			let is_over = versions[place + 1..].iter().any(|later| match later {
				Said::Begins(from) => from.is_some_and(|from| from <= today),
				Said::Removed(from) => *from <= today,
			});
			!is_over && matches!(versions[place], Said::Begins(_))
		};
		let places = (0..versions.len()).filter(|place| is_live(*place));
		places.map(|place| versions[place]).collect()
	}

	fn is_over(&self, today: i64) -> bool {
		self.live(today).is_empty()
	}

	/// Whether nothing of it has a day.
	fn is_pending(&self, today: i64) -> bool {
		let live = self.live(today);
		live.iter().all(|said| *said == Said::Begins(None))
	}

	/// The version that is in force on this day: the newest one whose day has come.
	fn in_force(&self, today: i64) -> Option<u32> {
		if !self.suspended_by.is_empty() || self.noticed().is_some_and(|last| last < today) {
			return None;
		}
		let newest = self.versions.iter().rfind(|(_, said)| match said {
			Said::Begins(from) => from.is_some_and(|from| from <= today),
			Said::Removed(from) => *from <= today,
		});
		newest.and_then(|(version, said)| matches!(said, Said::Begins(_)).then_some(*version))
	}

	/// What has not begun by this day never will.
	fn keep_begun_before(&mut self, version: u32, from: i64) {
		self.versions.retain(|earlier, said| match said {
			Said::Begins(first) if *earlier < version => first.is_some_and(|first| first < from),
			_ => true,
		});
	}

	/// A further version, from a day or waiting for one.
	fn renew(&mut self, version: u32, from: Option<i64>, today: i64) {
		if self.is_over(today) {
			*self = Self::default();
		}
		// It takes the place of one that waits, in any case.
		self.versions.retain(|_, said| *said != Said::Begins(None));
		self.versions.insert(version, Said::Begins(from));
		if let Some(from) = from {
			self.keep_begun_before(version, from);
		}
	}

	/// A version without it, from this day on. Returns whether there is anything left.
	fn remove(&mut self, version: u32, from: i64, today: i64) -> bool {
		if self.is_over(today) {
			return false;
		}
		self.keep_begun_before(version, from);
		let is_left = self
			.versions
			.values()
			.any(|said| matches!(said, Said::Begins(_)));
		self.versions.insert(version, Said::Removed(from));
		is_left
	}
}

impl Known {
	fn is_signed(&self) -> bool {
		self.versions.first().is_some_and(Version::is_complete)
	}

	/// The parties that have not left.
	fn present(&self, now: u64) -> BTreeSet<usize> {
		let parties = self.versions.last().expect("there is one").parties.iter();
		parties
			.filter(|party| {
				// The day is not over everywhere: where it ends last it is noon in Greenwich.
				let last_day = (now as i64 - 12 * 3_600_000).div_euclid(86_400_000);
				let notice = self.leaving.get(party);
				notice.is_none_or(|notice| notice.until >= last_day)
			})
			.copied()
			.collect()
	}

	/// The legs of the newest version begin.
	fn begin(&mut self, now: u64) {
		let version = self.versions.len() as u32;
		let signed = self.versions.last().expect("there is one");
		for (issuer, grantor) in &signed.legs {
			let today = local_day(now, *grantor);
			let from = signed.signed[grantor].map(|day| day.max(today));
			let leg = self.legs.entry((*issuer, *grantor)).or_default();
			leg.renew(version, from, today);
		}
		for (issuer, grantor) in &signed.removed {
			let today = local_day(now, *grantor);
			let from = signed.signed[grantor].map_or(today + 1, |day| day.max(today));
			let Some(leg) = self.legs.get_mut(&(*issuer, *grantor)) else {
				continue;
			};
			if !leg.remove(version, from, today) {
				self.legs.remove(&(*issuer, *grantor));
			}
		}
	}

	fn notice_days(&self) -> i64 {
		self.versions.last().expect("there is one").notice_days
	}
}

fn sign_version(version: &mut Version, now: u64, who: usize, from: Option<i64>) -> bool {
	let is_late = from.is_some_and(|from| from < local_day(now, who));
	let has_signed = version.signed.contains_key(&who) && !version.outdated.contains(&who);
	if !version.parties.contains(&who) || has_signed || is_late {
		return false;
	}
	version.signed.insert(who, from);
	version.outdated.remove(&who);
	// The last signature makes nothing binding of what is not all's any more.
	if version.is_complete() && !version.outdated.is_empty() {
		version.signed.remove(&who);
		return false;
	}
	true
}

impl Model {
	/// A day so many days from the local one.
	fn day(&self, who: usize, offset: i64) -> i64 {
		local_day(self.now, who) + offset
	}

	/// Takes the step, and says whether the chain must take it too.
	fn take(&mut self, step: &Step) -> bool {
		let now = self.now;
		let day = |who: usize, from: &Option<i64>| from.map(|offset| self.day(who, offset));
		match step {
			Step::Propose(who, parties, own, from) => {
				let from = day(*who, from);
				let mut version = Version::new(parties, *who, now);
				version.place = self.places;
				let open = |known: &Known| !known.is_signed();
				let waiting = self.waiting(|known| known.versions.first().filter(|_| open(known)));
				let cleared = Self::cleared(&waiting, *who, now);
				let waits = waiting.iter().filter(|one| one.1 == *who).count() - cleared.len();
				let fits = self.next <= MOST
					&& parties.len() > 1
					&& parties.contains(who)
					&& waits < MOST_WAITING as usize;
				let signs = if *own {
					sign_version(&mut version, now, *who, from)
				} else {
					from.is_none()
				};
				if fits && signs {
					self.places += 1;
					for number in cleared {
						self.agreements.remove(&number);
					}
					let known = Known {
						versions: vec![version],
						..Default::default()
					};
					self.agreements.insert(self.next, known);
					self.next += 1;
				}
				fits && signs
			}
			Step::Sign(who, number, from) => {
				let from = day(*who, from);
				self.with(*number, |known| {
					if known.is_signed()
						|| known.versions[0].has_lapsed(now)
						|| !sign_version(&mut known.versions[0], now, *who, from)
					{
						return false;
					}
					if known.is_signed() {
						known.begin(now);
					}
					true
				})
			}
			Step::Retract(who, number) => {
				let may = self.with(*number, |known| {
					let version = &known.versions[0];
					let may = version.has_lapsed(now) && version.parties.contains(who);
					!known.is_signed() && (version.proposer == *who || may)
				});
				if may {
					self.agreements.remove(number);
				}
				may
			}
			Step::Put(who, number, issuer, offset) => {
				let (today, from) = (self.day(*who, 0), self.day(*who, *offset));
				self.with(*number, |known| {
					let Some(leg) = known.legs.get_mut(&(*issuer, *who)) else {
						return false;
					};
					let (version, newest) = leg.versions.iter_mut().next_back().expect("one");
					let is_pending = *newest == Said::Begins(None);
					if from < today || !leg.noticed.is_empty() || !is_pending {
						return false;
					}
					*newest = Said::Begins(Some(from));
					let version = *version;
					leg.keep_begun_before(version, from);
					true
				})
			}
			Step::Suspend(who, number, issuer, grantor, on) => {
				let today = local_day(now, *grantor);
				self.with(*number, |known| {
					let Some(leg) = known.legs.get_mut(&(*issuer, *grantor)) else {
						return false;
					};
					let is_pending = leg.is_pending(today);
					if (who != issuer && who != grantor)
						|| is_pending || leg.is_over(today)
						|| leg.suspended_by.contains(who) == *on
					{
						return false;
					}
					if *on {
						leg.suspended_by.insert(*who)
					} else {
						leg.suspended_by.remove(who)
					}
				})
			}
			Step::Notice(who, number) => self.with(*number, |known| {
				let newest = known.versions.last().expect("there is one");
				let may = known.is_signed()
					&& newest.parties.contains(who)
					&& !known.leaving.contains_key(who);
				if !may {
					return false;
				}
				let days = known.notice_days();
				let parties = known.versions.last().expect("there is one").parties.clone();
				let last = |party: usize| local_day(now, party) + days;
				let open = parties
					.iter()
					.map(|party| begins(last(*party) + 1, *party) - 1);
				let notice = Noticed {
					until: parties
						.iter()
						.map(|party| last(*party))
						.max()
						.expect("some"),
					open_until: open.min().expect("some"),
					agreed: BTreeSet::new(),
					asked: false,
				};
				known.leaving.insert(*who, notice);
				known.amendment = None;
				for ((issuer, grantor), leg) in &mut known.legs {
					let is_over = leg.is_over(local_day(now, *grantor));
					if (issuer == who || grantor == who) && !is_over {
						leg.noticed.insert(*who, last(*grantor));
					}
				}
				true
			}),
			Step::Withdraw(who, number) => self.with(*number, |known| {
				let notice = known.leaving.get_mut(who);
				let open = notice.filter(|notice| now <= notice.open_until);
				open.is_some_and(|notice| {
					notice.asked = true;
					notice.agreed.insert(*who)
				})
			}),
			Step::Agree(who, number, party) => self.with(*number, |known| {
				let present = known.present(now);
				let Some(notice) = known.leaving.get_mut(party) else {
					return false;
				};
				if !present.contains(who) || notice.open_until < now || !notice.asked {
					return false;
				}
				let is_new = notice.agreed.insert(*who);
				if !present.is_subset(&notice.agreed) {
					return is_new;
				}
				known.leaving.remove(party);
				// One that an earlier notice of the party has ended stays so, although it has acceded
				// since: nothing revives what is over.
				for ((_, grantor), leg) in &mut known.legs {
					if !leg.is_over(local_day(now, *grantor)) {
						leg.noticed.remove(party);
					}
				}
				true
			}),
			Step::Amend(who, number, changes, from) => {
				let Changes { acceding, legs, .. } = changes;
				let from = day(*who, from);
				// Another that has lapsed makes room where it stands, and then at its proposer.
				let waiting: Vec<_> = self
					.waiting(|known| known.amendment.as_ref())
					.into_iter()
					.filter(|one| one.0 != *number)
					.collect();
				let cleared = Self::cleared(&waiting, *who, now);
				let waits = waiting.iter().filter(|one| one.1 == *who).count() - cleared.len();
				let place = self.places;
				let done = self.with(*number, |known| {
					let is_open = |version: &Version| !version.has_lapsed(now);
					if !known.is_signed()
						|| known.amendment.as_ref().is_some_and(is_open)
						|| waits >= MOST_WAITING as usize
					{
						return false;
					}
					let present = known.present(now);
					let parties: BTreeSet<_> = present.union(acceding).copied().collect();
					let is_at = |party: usize| {
						move |(issuer, grantor): &(usize, usize)| {
							*issuer == party || *grantor == party
						}
					};
					let leaves = |party: &usize| {
						known.leaving.contains_key(party) && !acceding.contains(party)
					};
					let notice_days = changes.notice_days.unwrap_or(known.notice_days());
					let is_there = |pair: &(usize, usize)| {
						let leg = known.legs.get(pair);
						leg.is_some_and(|leg| !leg.is_over(local_day(now, pair.1)))
					};
					let well_formed = present.contains(who)
						&& present.is_disjoint(acceding)
						&& acceding.iter().all(|party| legs.iter().any(is_at(*party)))
						&& (1..).contains(&notice_days)
						&& !(legs.is_empty()
							&& changes.removed.is_empty()
							&& notice_days == known.notice_days())
						&& changes.removed.iter().all(is_there)
						&& changes.removed.is_disjoint(legs)
						&& legs
							.iter()
							.chain(&changes.removed)
							.all(|(issuer, grantor)| {
								issuer != grantor
									&& parties.contains(issuer) && parties.contains(grantor)
									&& !leaves(issuer) && !leaves(grantor)
							});
					let mut version = Version {
						acceding: acceding.clone(),
						legs: legs.clone(),
						removed: changes.removed.clone(),
						notice_days,
						place,
						..Version::new(&parties, *who, now)
					};
					if !well_formed || !sign_version(&mut version, now, *who, from) {
						return false;
					}
					known.amendment = Some(version);
					true
				});
				if done {
					self.places += 1;
					for other in cleared {
						self.with(other, |known| known.amendment.take().is_some());
					}
				}
				done
			}
			Step::SignAmendment(who, number, from) => {
				let from = day(*who, from);
				self.with(*number, |known| {
					let Some(mut amendment) = known.amendment.take() else {
						return false;
					};
					let signs =
						!amendment.has_lapsed(now) && sign_version(&mut amendment, now, *who, from);
					if !amendment.is_complete() {
						known.amendment = Some(amendment);
						return signs;
					}
					known.leaving.retain(|party, _| {
						amendment.parties.contains(party) && !amendment.acceding.contains(party)
					});
					known.versions.push(amendment);
					known.begin(now);
					signs
				})
			}
			Step::RetractAmendment(who, number) => self.with(*number, |known| {
				let may = |version: &Version| {
					let may = version.has_lapsed(now) && version.parties.contains(who);
					version.proposer == *who || may
				};
				let may = known.amendment.as_ref().is_some_and(may);
				if may {
					known.amendment = None;
				}
				may
			}),
			Step::Readmit(who) => {
				for known in self.agreements.values_mut() {
					known
						.legs
						.retain(|(issuer, grantor), _| issuer != who && grantor != who);
					let versions = known.versions.iter_mut().chain(&mut known.amendment);
					versions.for_each(|version| version.outdate(*who));
					for notice in known.leaving.values_mut() {
						notice.agreed.remove(who);
					}
				}
				true
			}
			Step::Wait(hours) => {
				self.now += hours * HOUR;
				true
			}
		}
	}

	/// What waits for signatures, oldest first: the agreement, its proposer, and when.
	fn waiting(&self, version: impl Fn(&Known) -> Option<&Version>) -> Vec<(u32, usize, u64)> {
		let found = self.agreements.iter();
		let found = found.filter_map(|(number, known)| Some((number, version(known)?)));
		let mut found: Vec<_> = found
			.map(|(number, version)| {
				(
					version.place,
					(*number, version.proposer, version.proposed_at),
				)
			})
			.collect();
		found.sort();
		found.into_iter().map(|(_, waits)| waits).collect()
	}

	/// What `who` clears away with a further proposal: two at most of its own that have lapsed.
	fn cleared(waiting: &[(u32, usize, u64)], who: usize, now: u64) -> Vec<u32> {
		let own = waiting.iter().filter(|(_, proposer, _)| *proposer == who);
		let lapsed = own.take_while(|(_, _, proposed_at)| proposed_at + LIFETIME < now);
		lapsed.map(|(number, ..)| *number).take(2).collect()
	}

	fn with(&mut self, number: u32, change: impl FnOnce(&mut Known) -> bool) -> bool {
		self.agreements.get_mut(&number).is_some_and(change)
	}
}

/// Takes the step on the chain.
fn take(step: &Step) -> DispatchResult {
	let at = |who: usize, offset: i64| {
		let day = local_day(Timestamp::get(), who) + offset;
		Date::at(day as u64 * 86_400_000, 0.try_into().expect("UTC")).expect("a day")
	};
	let at = |who: usize, offset: i64| written(&at(who, offset).to_string());
	let from = |who: usize, from: &Option<i64>| from.map(|offset| at(who, offset));
	let lands = |parties: &BTreeSet<usize>| {
		let parties = parties.iter().map(|party| LANDS[*party]);
		parties.collect::<Vec<_>>()
	};
	let ok = |result: frame_support::dispatch::DispatchResultWithPostInfo| {
		result.map(|_| ()).map_err(|failed| failed.error)
	};
	match step {
		Step::Propose(who, parties, own, day) => {
			let origin = if *own {
				signed(OWN[*who])
			} else {
				by(OWN[*who])
			};
			if crate::LastAgreement::<Test>::get() == MOST {
				return Err("as many as the model looks at".into());
			}
			Agreements::propose(
				origin,
				lands(parties).into(),
				text(),
				None,
				NOTICE_DAYS as u16,
				written_mesh(&lands(parties)),
				from(*who, day),
			)
		}
		Step::Sign(who, number, day) => ok(Agreements::sign(
			signed(OWN[*who]),
			*number,
			terms(*number),
			from(*who, day),
		)),
		Step::Retract(who, number) => Agreements::retract(by(OWN[*who]), *number),
		Step::Put(who, number, issuer, offset) => {
			let day = at(*who, *offset);
			Agreements::put_in_force(by(OWN[*who]), *number, LANDS[*issuer], day)
		}
		Step::Suspend(who, number, issuer, grantor, on) => {
			let call = if *on {
				Agreements::suspend_leg
			} else {
				Agreements::resume_leg
			};
			call(by(OWN[*who]), *number, LANDS[*issuer], LANDS[*grantor])
		}
		Step::Notice(who, number) => ok(Agreements::give_notice(signed(OWN[*who]), *number)),
		Step::Withdraw(who, number) => Agreements::withdraw_notice(signed(OWN[*who]), *number),
		Step::Agree(who, number, party) => ok(Agreements::agree_to_withdrawal(
			signed(OWN[*who]),
			*number,
			LANDS[*party],
		)),
		Step::Amend(who, number, changes, day) => {
			let legs = changes.legs.iter();
			let removed = changes.removed.iter().map(|(issuer, grantor)| Pair {
				issuer: LANDS[*issuer],
				grantor: LANDS[*grantor],
			});
			Agreements::propose_amendment(
				signed(OWN[*who]),
				*number,
				annex(),
				lands(&changes.acceding).into(),
				legs.map(|(issuer, grantor)| leg(LANDS[*issuer], LANDS[*grantor]).into())
					.collect(),
				removed.collect(),
				changes.notice_days.map(|days| days as u16),
				from(*who, day),
			)
		}
		Step::SignAmendment(who, number, day) => ok(Agreements::sign_amendment(
			signed(OWN[*who]),
			*number,
			amendment_terms(*number),
			from(*who, day),
		)),
		Step::RetractAmendment(who, number) => {
			Agreements::retract_amendment(signed(OWN[*who]), *number)
		}
		Step::Readmit(who) => {
			aeo_mocks::readmit(LANDS[*who]);
			Ok(())
		}
		Step::Wait(hours) => {
			Timestamp::set_timestamp(Timestamp::get() + hours * HOUR);
			Ok(())
		}
	}
}

/// On the chain the legs are in force that the model says, by the versions that it says.
fn compare(model: &Model) {
	for (issuer, from) in LANDS.into_iter().enumerate() {
		for (grantor, to) in LANDS.into_iter().enumerate() {
			let ends = (administration(from), administration(to));
			let mut found: Vec<_> = Agreements::legs_of(from, to)
				.iter()
				.filter(|leg| leg.facts().counts(model.now, &ends.0, &ends.1))
				.map(|leg| (leg.agreement, leg.version))
				.collect();
			found.sort();
			let today = local_day(model.now, grantor);
			let expected: Vec<_> = model
				.agreements
				.iter()
				.filter_map(|(number, known)| {
					let leg = known.legs.get(&(issuer, grantor))?;
					Some((*number, leg.in_force(today)?))
				})
				.collect();
			assert_eq!(found, expected, "from {from} to {to}");
		}
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(128))]

	#[test]
	fn random_agreements_should_be_in_force_as_the_model_says(
		first in conclude(Just(1)),
		further in prop::collection::vec(steps(), 20..80),
	) {
		new_test_ext().execute_with(|| {
			ProposalLifetime::set(LIFETIME);
			MaxWaiting::set(MOST_WAITING);
			let mut model = Model {
				now: NOON,
				next: 1,
				places: 0,
				agreements: BTreeMap::new(),
			};
			for step in first.iter().chain(further.iter().flatten()) {
				let result = frame_support::storage::with_storage_layer(|| take(step));
				let expected = model.take(step);
				assert_eq!(result.is_ok(), expected, "{step:?}: {result:?}");
				compare(&model);
				Agreements::do_try_state().expect("the invariants hold");
			}
		});
	}
}
