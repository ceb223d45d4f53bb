//! The life of certificates as the domain specification tells it (section 5, T0 to T13): a model
//! without storage, batches of writes, or codes for its errors.

use std::collections::BTreeMap;

/// A day, counted from 1 January 1970.
pub(super) type Day = u64;
/// A refusal says why, for whoever reads that the pallet disagrees.
pub(super) type Verdict<Given = ()> = Result<Given, &'static str>;

/// A day in milliseconds.
pub(super) const DAY: u64 = 24 * 60 * 60 * 1_000;
/// For how many days each programme lets a proposal be confirmed.
pub(super) const DECISION_DAYS: u16 = 3;
/// Hours between the local time and UTC in Mexico, Costa Rica and Peru.
const HOURS_WEST: [u64; 3] = [6, 6, 5];
/// The administration of each trader.
pub(super) const REGISTRAR: [usize; 4] = [0, 0, 2, 1];
const MAX_BATCHES: usize = 2;

/// An administration's programme.
#[derive(Debug)]
pub(super) struct Programme {
	pub administration: usize,
	pub code: &'static str,
	pub four_eyes: bool,
	pub application_required: bool,
	pub kept_until_renewed: bool,
}

/// Costa Rica has none.
pub(super) const PROGRAMMES: [Programme; 3] = [
	Programme {
		administration: 0,
		code: "OEA",
		four_eyes: true,
		application_required: true,
		kept_until_renewed: true,
	},
	Programme {
		administration: 0,
		code: "FAST",
		four_eyes: false,
		application_required: false,
		kept_until_renewed: false,
	},
	Programme {
		administration: 2,
		code: "OEA",
		four_eyes: true,
		application_required: false,
		kept_until_renewed: false,
	},
];

pub(super) fn programme(administration: usize, code: &str) -> Verdict<&'static Programme> {
	let is_it = |known: &&Programme| (known.administration, known.code) == (administration, code);
	PROGRAMMES.iter().find(is_it).ok_or("no such programme")
}

/// Who acts.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Who {
	/// Of an administration, with the scope `Certification`; the second one or the first.
	Officer(usize, bool),
	/// An officer with the scope `Risk`.
	Risk(usize),
	/// An officer with the scope `Suspension`.
	Suspender(usize),
	/// An own account.
	Own(usize),
	/// The account of a trader.
	Holder(usize),
	Stranger,
}

/// A type of certificate: its programme, and whether it has both halves or customs alone.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Kind {
	pub programme: &'static str,
	pub both: bool,
}

/// How far an application came.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Stage {
	Applied,
	Accepted,
	Rejected,
	Withdrawn,
	Refused,
	Certified,
}

/// What becomes of a suspension; the greater one lasts longer.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Lasts {
	ResumesAfter(Day),
	DecisionAfter(Day),
	Open,
}

/// Which halves are named, customs and security, and for how long.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Suspended {
	pub halves: [bool; 2],
	pub lasts: Lasts,
}

/// The first day without the certificate.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct End {
	pub from: Day,
	pub is_revocation: bool,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Dates {
	pub from: Day,
	pub until: Option<Day>,
	pub renewal_pending: bool,
}

/// What the holder asked for and nobody has decided.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(super) struct Wishes {
	pub renewal: bool,
	/// Against what it was made.
	pub appeal: Option<Name>,
	pub suspension: bool,
	pub relinquishment: Option<Day>,
	pub reinstatement: bool,
	/// Whether the holder's own account asked for a renewal, and to give the certificate back.
	pub by_holder: [bool; 2],
}

/// A certificate or an application. What was decided lies in layers: an annulment over an end over
/// a suspension, and an appeal takes the uppermost away.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Certificate {
	pub trader: usize,
	pub kind: Kind,
	/// A bit for each role.
	pub roles: u8,
	pub dates: Option<Dates>,
	pub stage: Stage,
	pub suspended: Option<Suspended>,
	pub end: Option<End>,
	pub annulled: bool,
	pub bar: Option<Day>,
	pub asked: Wishes,
	pub under_review: bool,
	pub version: u32,
	pub periods: u32,
}

/// The word for the state.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Name {
	Applied,
	Accepted,
	Rejected,
	Withdrawn,
	Refused,
	Authorised,
	Suspended,
	Revoked,
	Relinquished,
	Annulled,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Decision {
	Authorise {
		trader: usize,
		kind: Kind,
		roles: u8,
		from: Day,
		until: Option<Day>,
	},
	Rectify {
		roles: u8,
		from: Day,
		until: Option<Day>,
	},
	Renew {
		until: Option<Day>,
	},
	RefuseRenewal,
	RefuseApplication {
		bar: Option<Day>,
	},
	Relinquish {
		from: Day,
	},
	Overturn {
		from: Option<Day>,
	},
	Revoke {
		from: Day,
		bar: Option<Day>,
	},
	Annul,
	Withdraw,
	KeepInForce,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Wish {
	Renewal,
	Appeal,
	Suspension,
	Relinquishment(Day),
	Reinstatement,
}

/// A decision about a certificate that waits.
#[derive(Clone, Debug)]
pub(super) struct Waiting {
	pub number: String,
	pub decision: Decision,
	pub maker: Who,
	pub version: u32,
	pub expires: u64,
}

/// A row of a batch.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Row {
	Authorise(String, Decision),
	TakeOver {
		number: String,
		trader: usize,
		kind: Kind,
		roles: u8,
		dates: Dates,
		/// Authorised from this day on, and suspended from that one.
		since: Day,
		suspended: Option<(Day, Suspended)>,
	},
}

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Batch {
	pub rows: Vec<Row>,
	pub all_or_nothing: bool,
}

#[derive(Clone, Debug)]
pub(super) struct OpenBatch {
	pub administration: usize,
	pub batch: Batch,
	pub maker: Who,
	pub expires: u64,
	/// The number of the proposal.
	pub proposal: u32,
}

type Certificates = BTreeMap<(usize, String), Certificate>;

#[derive(Clone)]
pub(super) struct Model {
	pub now: u64,
	pub certificates: Certificates,
	/// By administration and the number of the proposal.
	pub waiting: BTreeMap<(usize, u32), Waiting>,
	/// How many proposals of each administration there were.
	pub proposals: [u32; 3],
	pub batches: Vec<OpenBatch>,
	/// The last opinion of each agency of Mexico on a certificate, with its version.
	pub opinions: BTreeMap<(String, usize), (u32, usize)>,
	/// The agencies whose opinions Mexico's OEA requires.
	pub required: [bool; 2],
	pub active: [bool; 4],
}

fn ensure(holds: bool, why: &'static str) -> Verdict {
	if holds {
		Ok(())
	} else {
		Err(why)
	}
}

impl Certificate {
	pub fn name(&self) -> Name {
		match self.stage {
			Stage::Applied => Name::Applied,
			Stage::Accepted => Name::Accepted,
			Stage::Rejected => Name::Rejected,
			Stage::Withdrawn => Name::Withdrawn,
			Stage::Refused => Name::Refused,
			Stage::Certified if self.annulled => Name::Annulled,
			Stage::Certified => match (self.end, self.suspended) {
				(Some(end), _) if end.is_revocation => Name::Revoked,
				(Some(_), _) => Name::Relinquished,
				(None, Some(_)) => Name::Suspended,
				(None, None) => Name::Authorised,
			},
		}
	}

	/// What was decided against it and lies over one another, the lowest first.
	fn layers(&self) -> Vec<Name> {
		let suspended = self.suspended.map(|_| Name::Suspended);
		let end = self.end.map(|end| match end.is_revocation {
			true => Name::Revoked,
			false => Name::Relinquished,
		});
		let annulled = self.annulled.then_some(Name::Annulled);
		[suspended, end, annulled].into_iter().flatten().collect()
	}

	/// Which halves the type has.
	pub fn halves(&self) -> [bool; 2] {
		[true, self.kind.both]
	}

	fn is_open(&self) -> bool {
		matches!(self.stage, Stage::Applied | Stage::Accepted)
	}

	/// An answer to a wish is a decision after which it is asked anew; a renewal waits behind an end,
	/// which an appeal may take away.
	fn answer_wishes(&mut self, before: Name) {
		if before == self.name() {
			return;
		}
		match self.name() {
			Name::Applied | Name::Accepted | Name::Authorised => {
				self.asked.appeal = None;
				self.asked.reinstatement = false;
			}
			Name::Suspended => self.asked.suspension = false,
			_ => {
				self.asked = Wishes {
					renewal: self.asked.renewal,
					appeal: self.asked.appeal,
					by_holder: self.asked.by_holder,
					..Wishes::default()
				}
			}
		}
	}
}

impl Model {
	pub fn new(now: u64) -> Self {
		Self {
			now,
			certificates: BTreeMap::new(),
			waiting: BTreeMap::new(),
			proposals: [0; 3],
			batches: vec![],
			opinions: BTreeMap::new(),
			required: [true, false],
			active: [true; 4],
		}
	}

	/// The administration's local day.
	pub fn today(&self, administration: usize) -> Day {
		(self.now - HOURS_WEST[administration] * 60 * 60 * 1_000) / DAY
	}

	fn over(&self, administration: usize, day: Day) -> bool {
		day < self.today(administration)
	}

	fn begun(&self, administration: usize, day: Day) -> bool {
		day <= self.today(administration)
	}

	fn ensure_to_come(&self, administration: usize, day: Option<Day>) -> Verdict {
		ensure(
			!day.is_some_and(|day| self.over(administration, day)),
			"the day has passed",
		)
	}

	pub fn find(&self, administration: usize, number: &str) -> Verdict<&Certificate> {
		let key = (administration, number.to_string());
		self.certificates.get(&key).ok_or("no such certificate")
	}

	/// The suspension that holds: one that resumes by the clock does after its last day.
	pub fn suspension(&self, administration: usize, one: &Certificate) -> Option<Suspended> {
		let over = |lasts| match lasts {
			Lasts::ResumesAfter(day) => self.over(administration, day),
			Lasts::DecisionAfter(_) | Lasts::Open => false,
		};
		let stored = one.suspended.filter(|_| !one.annulled);
		stored.filter(|suspended| !over(suspended.lasts))
	}

	/// Certified, and not ended, annulled or expired.
	pub fn is_live(&self, administration: usize, one: &Certificate) -> bool {
		let ended = one
			.end
			.is_some_and(|end| self.begun(administration, end.from));
		let expired = |dates: Dates| {
			!dates.renewal_pending
				&& dates
					.until
					.is_some_and(|day| self.over(administration, day))
		};
		one.stage == Stage::Certified && !one.annulled && !ended && !one.dates.is_some_and(expired)
	}

	/// The halves that count now; none where it is not in force.
	pub fn in_force(&self, administration: usize, one: &Certificate) -> Option<[bool; 2]> {
		let has_begun = one
			.dates
			.is_some_and(|dates| self.begun(administration, dates.from));
		let taken = self
			.suspension(administration, one)
			.map_or([false; 2], |suspended| suspended.halves);
		let [customs, security] = one.halves();
		let left = [customs && !taken[0], security && !taken[1]];
		let is_in_force = has_begun && self.is_live(administration, one) && left != [false; 2];
		is_in_force.then_some(left)
	}

	/// Nothing can change it any more but an appeal.
	pub fn is_final(&self, administration: usize, one: &Certificate) -> bool {
		let ended = one
			.end
			.is_some_and(|end| self.begun(administration, end.from));
		one.annulled || ended || !(one.is_open() || one.stage == Stage::Certified)
	}

	fn barred(&self, administration: usize, trader: usize, programme: &str) -> bool {
		self.certificates.values().any(|one| {
			one.trader == trader
				&& one.kind.programme == programme
				&& one.bar.is_some_and(|day| !self.over(administration, day))
		})
	}

	/// Whether the trader of a certificate is barred from its programme.
	fn is_barred(&self, administration: usize, one: &Certificate) -> bool {
		self.barred(administration, one.trader, one.kind.programme)
	}

	/// I3, and no two open applications for one type.
	fn ensure_free(&self, administration: usize, number: &str, wanted: &Certificate) -> Verdict {
		let mut others = self.certificates.iter().filter(|((_, other), one)| {
			other != number && (one.trader, one.kind) == (wanted.trader, wanted.kind)
		});
		if wanted.is_open() {
			return ensure(!others.any(|(_, one)| one.is_open()), "applied already");
		}
		let is_live = self.is_live(administration, wanted);
		let mut clashes = others.filter(|(_, one)| one.roles & wanted.roles != 0);
		ensure(
			!is_live || !clashes.any(|(_, one)| self.is_live(administration, one)),
			"another live certificate has the role",
		)
	}

	/// The next version of a certificate.
	fn put(&mut self, administration: usize, number: &str, mut one: Certificate) {
		let key = (administration, number.to_string());
		if let Some(before) = self.certificates.get(&key) {
			one.answer_wishes(before.name());
		}
		one.asked.by_holder[0] &= one.asked.renewal;
		one.asked.by_holder[1] &= one.asked.relinquishment.is_some();
		one.version += 1;
		one.periods += 1;
		self.certificates.insert(key, one);
	}

	/// What changes nothing but a mark.
	fn mark(&mut self, administration: usize, number: &str, one: Certificate) {
		self.certificates
			.insert((administration, number.to_string()), one);
	}

	/// A trader that an administration names is its own, and active.
	fn ensure_registered(&self, administration: usize, trader: usize) -> Verdict {
		ensure(REGISTRAR[trader] == administration, "another one's trader")?;
		ensure(self.active[trader], "the trader is not active")
	}

	fn blank(trader: usize, kind: Kind, roles: u8) -> Certificate {
		Certificate {
			trader,
			kind,
			roles,
			dates: None,
			stage: Stage::Applied,
			suspended: None,
			end: None,
			annulled: false,
			bar: None,
			asked: Wishes::default(),
			under_review: false,
			version: 0,
			periods: 0,
		}
	}

	/// A number that is free, and not one that the chain gives.
	fn ensure_new(&self, administration: usize, number: &str) -> Verdict {
		ensure(self.find(administration, number).is_err(), "number taken")?;
		ensure(
			!number.starts_with("APPLICATION-"),
			"an application's number",
		)
	}

	/// T3, T12, T9, T2b, T7, T13, T6, T10.
	pub fn decide(&mut self, administration: usize, number: &str, what: &Decision) -> Verdict {
		if let Decision::Authorise { .. } = what {
			return self.authorise(administration, number, what);
		}
		let mut one = self.find(administration, number)?.clone();
		let is_live = self.is_live(administration, &one);
		let is_standing = matches!(one.name(), Name::Authorised | Name::Suspended);
		let suspension = self.suspension(administration, &one);
		match *what {
			Decision::Authorise { .. } => {}
			Decision::Rectify { roles, from, until } => {
				ensure(is_live, "not live")?;
				ensure(until.is_none_or(|until| from <= until), "dates in disorder")?;
				let dates = one.dates.map(|dates| Dates {
					from,
					until,
					..dates
				});
				ensure((roles, dates) != (one.roles, one.dates), "nothing changes")?;
				let in_its_days = |dates: Dates| {
					let over = |day| !dates.renewal_pending && self.over(administration, day);
					self.begun(administration, dates.from) && !dates.until.is_some_and(over)
				};
				ensure(
					!one.dates.is_some_and(in_its_days) || dates.is_some_and(in_its_days),
					"it would end",
				)?;
				let lasts =
					|dates: Option<Dates>| dates.and_then(|dates| dates.until).unwrap_or(Day::MAX);
				ensure(
					lasts(dates) <= lasts(one.dates) || !self.is_barred(administration, &one),
					"barred",
				)?;
				(one.roles, one.dates) = (roles, dates);
			}
			Decision::Renew { until } => {
				let dates = one.dates.ok_or("not certified")?;
				ensure(is_standing && suspension.is_none(), "not authorised")?;
				let old = dates.until.ok_or("it has no end")?;
				ensure(until.is_none_or(|until| until > old), "not longer")?;
				self.ensure_to_come(administration, until)?;
				ensure(self.active[one.trader], "the trader is not active")?;
				ensure(!self.is_barred(administration, &one), "barred")?;
				one.dates = Some(Dates {
					until,
					renewal_pending: false,
					..dates
				});
				one.asked.renewal = false;
			}
			Decision::RefuseRenewal => {
				ensure(one.asked.renewal, "no renewal asked for")?;
				ensure(!self.is_final(administration, &one), "it is final")?;
				one.dates = one.dates.map(|dates| Dates {
					renewal_pending: false,
					..dates
				});
				one.asked.renewal = false;
			}
			Decision::RefuseApplication { bar } => {
				ensure(one.stage == Stage::Accepted, "not accepted")?;
				self.ensure_to_come(administration, bar)?;
				one.stage = Stage::Refused;
				one.bar = bar;
			}
			Decision::Relinquish { from } | Decision::Revoke { from, .. } => {
				ensure(is_live && is_standing, "not live, or its end is decided")?;
				self.ensure_to_come(administration, Some(from))?;
				let is_revocation = matches!(what, Decision::Revoke { .. });
				if let Decision::Revoke { bar, .. } = *what {
					self.ensure_to_come(administration, bar)?;
					one.bar = bar;
				}
				one.suspended = suspension;
				one.end = Some(End {
					from,
					is_revocation,
				});
			}
			Decision::Overturn { from } => {
				let first = one.asked.appeal.ok_or("no appeal")?;
				ensure(
					from.is_none_or(|day| self.begun(administration, day)),
					"the day has not come",
				)?;
				match one.name() {
					Name::Rejected => one.stage = Stage::Applied,
					Name::Refused => (one.stage, one.bar) = (Stage::Accepted, None),
					Name::Annulled => one.annulled = false,
					Name::Revoked | Name::Relinquished => (one.end, one.bar) = (None, None),
					Name::Suspended => one.suspended = None,
					_ => return Err("nothing to overturn"),
				}
				// It contests what it was made against, and what has come over that.
				let is_contested = one.layers().iter().any(|layer| *layer >= first);
				one.asked.appeal = is_contested.then_some(first);
			}
			Decision::Annul => {
				ensure(is_live, "not live")?;
				one.annulled = true;
			}
			Decision::Withdraw => {
				ensure(one.is_open(), "no application")?;
				one.stage = Stage::Withdrawn;
			}
			Decision::KeepInForce => {
				ensure(
					is_live || one.asked.renewal && is_standing,
					"neither live nor asked for in time",
				)?;
				let programme = programme(administration, one.kind.programme)?;
				ensure(programme.kept_until_renewed, "the programme keeps none")?;
				let dates = one.dates.ok_or("not certified")?;
				ensure(dates.until.is_some(), "it has no end")?;
				ensure(!dates.renewal_pending, "kept already")?;
				ensure(self.active[one.trader], "the trader is not active")?;
				ensure(!self.is_barred(administration, &one), "barred")?;
				one.asked.renewal = true;
				one.dates = Some(Dates {
					renewal_pending: true,
					..dates
				});
			}
		}
		self.ensure_free(administration, number, &one)?;
		self.put(administration, number, one);
		Ok(())
	}

	/// T3.
	fn authorise(&mut self, administration: usize, number: &str, what: &Decision) -> Verdict {
		let &Decision::Authorise {
			trader,
			kind,
			roles,
			from,
			until,
		} = what
		else {
			return Err("another decision");
		};
		let programme = programme(administration, kind.programme)?;
		ensure(until.is_none_or(|until| from <= until), "dates in disorder")?;
		self.ensure_to_come(administration, until)?;
		self.ensure_registered(administration, trader)?;
		ensure(
			!self.barred(administration, trader, kind.programme),
			"barred",
		)?;
		let mut one = match self.find(administration, number) {
			Ok(application) => {
				ensure(application.stage == Stage::Accepted, "not accepted")?;
				ensure(
					(application.trader, application.kind) == (trader, kind),
					"applied for something else",
				)?;
				let is_favourable = |agency| {
					let given = self.opinions.get(&(number.to_string(), agency));
					given.is_some_and(|(on, what)| *on == application.version && *what != 0)
				};
				let is_required = |agency: usize| {
					(administration, kind.programme) == (0, "OEA") && self.required[agency]
				};
				let has_all = (0..2).all(|agency| !is_required(agency) || is_favourable(agency));
				ensure(has_all, "an opinion is missing or unfavourable")?;
				application.clone()
			}
			Err(_) => {
				ensure(!programme.application_required, "it takes an application")?;
				self.ensure_new(administration, number)?;
				Self::blank(trader, kind, roles)
			}
		};
		one.stage = Stage::Certified;
		one.roles = roles;
		one.dates = Some(Dates {
			from,
			until,
			renewal_pending: false,
		});
		self.ensure_free(administration, number, &one)?;
		self.put(administration, number, one);
		Ok(())
	}

	/// T0.
	fn take_over(&mut self, administration: usize, row: &Row) -> Verdict {
		let Row::TakeOver {
			number,
			trader,
			kind,
			roles,
			dates,
			since,
			suspended,
		} = row
		else {
			return Err("another row");
		};
		programme(administration, kind.programme)?;
		self.ensure_new(administration, number)?;
		self.ensure_registered(administration, *trader)?;
		ensure(
			dates.until.is_none_or(|until| dates.from <= until),
			"dates in disorder",
		)?;
		ensure(
			self.begun(administration, *since),
			"it begins in the future",
		)?;
		let mut one = Self::blank(*trader, *kind, *roles);
		one.stage = Stage::Certified;
		one.dates = Some(*dates);
		if let Some((day, suspended)) = suspended {
			ensure(
				since < day && self.begun(administration, *day),
				"periods in disorder",
			)?;
			ensure(kind.both || suspended.halves[0], "it has no such half")?;
			one.suspended = Some(*suspended);
			one.periods = 1;
		}
		self.ensure_free(administration, number, &one)?;
		self.put(administration, number, one);
		Ok(())
	}

	/// Whether `who` decides alone. A holder's own account that asked for it is the other hand, if
	/// another officer has linked it.
	fn is_enough(
		&self,
		who: Who,
		administration: usize,
		number: &str,
		what: &Decision,
	) -> Verdict<bool> {
		if let Decision::Authorise { kind, .. } = what {
			return Ok(!programme(administration, kind.programme)?.four_eyes);
		}
		let one = self.find(administration, number)?;
		let four_eyes = programme(administration, one.kind.programme)?.four_eyes;
		let asked = match what {
			Decision::Relinquish { from } => {
				one.asked.relinquishment == Some(*from) && one.asked.by_holder[1]
			}
			Decision::KeepInForce => one.asked.by_holder[0],
			_ => false,
		};
		Ok(!four_eyes || asked && who != linker(one.trader))
	}

	fn version(&self, administration: usize, number: &str) -> u32 {
		self.find(administration, number)
			.map_or(0, |one| one.version)
	}

	pub fn propose(&mut self, who: Who, number: &str, what: &Decision) -> Verdict {
		let administration = officer(who)?;
		if self.is_enough(who, administration, number, what)? {
			return self.decide(administration, number, what);
		}
		let version = self.version(administration, number);
		let kept = self.certificates.clone();
		let verdict = self.decide(administration, number, what);
		self.certificates = kept;
		verdict?;
		let proposed = Waiting {
			number: number.to_string(),
			decision: what.clone(),
			maker: who,
			version,
			expires: self.now + u64::from(DECISION_DAYS) * DAY,
		};
		let key = (administration, self.next_proposal(administration));
		self.waiting.insert(key, proposed);
		Ok(())
	}

	fn next_proposal(&mut self, administration: usize) -> u32 {
		self.proposals[administration] += 1;
		self.proposals[administration]
	}

	fn waiting(&self, administration: usize, number: &str, proposal: u32) -> Verdict<Waiting> {
		let waiting = self.waiting.get(&(administration, proposal));
		let waiting = waiting.ok_or("nothing waits")?;
		ensure(waiting.number == number, "about another certificate")?;
		Ok(waiting.clone())
	}

	/// By an officer, in a transaction that `signer` signed.
	pub fn confirm(&mut self, who: Who, signer: Who, number: &str, proposal: u32) -> Verdict {
		let administration = officer(who)?;
		let waiting = self.waiting(administration, number, proposal)?;
		ensure(self.now <= waiting.expires, "too late")?;
		ensure(waiting.maker != who && waiting.maker != signer, "two eyes")?;
		// What takes a certificate away does so whatever else has happened.
		let takes_away = matches!(waiting.decision, Decision::Revoke { .. } | Decision::Annul);
		ensure(
			takes_away || self.version(administration, number) == waiting.version,
			"overtaken",
		)?;
		self.decide(administration, number, &waiting.decision)?;
		self.waiting.remove(&(administration, proposal));
		Ok(())
	}

	pub fn refuse(&mut self, who: Who, number: &str, proposal: u32) -> Verdict {
		let administration = officer(who)?;
		self.waiting(administration, number, proposal)?;
		self.waiting.remove(&(administration, proposal));
		Ok(())
	}

	/// The rows that can be done are, or none of them; says whether anything is left to do.
	fn carry_out(&mut self, administration: usize, batch: &Batch) -> bool {
		let kept = self.certificates.clone();
		let mut failed = 0;
		for row in &batch.rows {
			let verdict = match row {
				Row::Authorise(number, what) => self.decide(administration, number, what),
				Row::TakeOver { .. } => self.take_over(administration, row),
			};
			failed += usize::from(verdict.is_err());
		}
		let nothing = failed == batch.rows.len() || failed > 0 && batch.all_or_nothing;
		if nothing {
			self.certificates = kept;
		}
		!nothing
	}

	pub fn propose_batch(&mut self, who: Who, batch: &Batch) -> Verdict {
		let administration = officer(who)?;
		ensure(!batch.rows.is_empty(), "no rows")?;
		let four_eyes = batch.rows.iter().any(|row| {
			let kind = match row {
				Row::Authorise(_, Decision::Authorise { kind, .. }) => kind,
				Row::TakeOver { kind, .. } => kind,
				Row::Authorise(..) => return false,
			};
			programme(administration, kind.programme).is_ok_and(|found| found.four_eyes)
		});
		if !four_eyes {
			self.carry_out(administration, batch);
			return Ok(());
		}
		self.make_room(administration, batch)?;
		let kept = self.certificates.clone();
		let is_worth_it = self.carry_out(administration, batch);
		self.certificates = kept;
		if !is_worth_it {
			return Ok(());
		}
		let proposal = self.next_proposal(administration);
		self.batches.push(OpenBatch {
			proposal,
			administration,
			batch: batch.clone(),
			maker: who,
			expires: self.now + u64::from(DECISION_DAYS) * DAY,
		});
		Ok(())
	}

	/// A batch that has lapsed gives way to the same one, or to any where there is no room.
	fn make_room(&mut self, administration: usize, batch: &Batch) -> Verdict {
		let now = self.now;
		let mine = |open: &OpenBatch| open.administration == administration;
		let same = |open: &OpenBatch| mine(open) && open.batch == *batch;
		let lapsed = |open: &OpenBatch| mine(open) && open.expires < now;
		let place = if let Some(place) = self.batches.iter().position(same) {
			ensure(lapsed(&self.batches[place]), "it waits already")?;
			place
		} else if self.batches.iter().filter(|open| mine(open)).count() == MAX_BATCHES {
			let place = self.batches.iter().position(lapsed);
			place.ok_or("too many batches wait")?
		} else {
			return Ok(());
		};
		self.batches.remove(place);
		Ok(())
	}

	fn open_batch(&self, administration: usize, batch: &Batch, proposal: u32) -> Verdict<usize> {
		let is_it =
			|open: &OpenBatch| open.administration == administration && open.batch == *batch;
		let place = self.batches.iter().position(is_it);
		let place = place.ok_or("no such batch")?;
		ensure(self.batches[place].proposal == proposal, "another proposal")?;
		Ok(place)
	}

	pub fn confirm_batch(&mut self, who: Who, batch: &Batch, proposal: u32) -> Verdict {
		let administration = officer(who)?;
		let place = self.open_batch(administration, batch, proposal)?;
		let open = &self.batches[place];
		ensure(self.now <= open.expires, "too late")?;
		ensure(open.maker != who, "two eyes")?;
		self.batches.remove(place);
		self.carry_out(administration, batch);
		Ok(())
	}

	pub fn refuse_batch(&mut self, who: Who, batch: &Batch, proposal: u32) -> Verdict {
		let place = self.open_batch(officer(who)?, batch, proposal)?;
		self.batches.remove(place);
		Ok(())
	}

	/// T1, with the number that the chain gives or one that an officer does.
	fn file(
		&mut self,
		administration: usize,
		number: &str,
		trader: usize,
		kind: Kind,
		roles: u8,
	) -> Verdict {
		programme(administration, kind.programme)?;
		self.ensure_registered(administration, trader)?;
		ensure(
			!self.barred(administration, trader, kind.programme),
			"barred",
		)?;
		let one = Self::blank(trader, kind, roles);
		self.ensure_free(administration, number, &one)?;
		self.put(administration, number, one);
		Ok(())
	}

	pub fn apply(&mut self, who: Who, kind: Kind, roles: u8) -> Verdict {
		let Who::Holder(trader) = who else {
			return Err("no holder");
		};
		let administration = REGISTRAR[trader];
		let issued = self.certificates.keys();
		let ordinal = issued
			.filter(|(issuer, _)| *issuer == administration)
			.count();
		let number = format!("APPLICATION-{ordinal}");
		self.file(administration, &number, trader, kind, roles)
	}

	pub fn enter(
		&mut self,
		who: Who,
		number: &str,
		trader: usize,
		kind: Kind,
		roles: u8,
	) -> Verdict {
		let administration = officer(who)?;
		self.ensure_new(administration, number)?;
		self.file(administration, number, trader, kind, roles)
	}

	/// T2: from one stage to another.
	fn step(&mut self, administration: usize, number: &str, from: &[Stage], to: Stage) -> Verdict {
		let mut one = self.find(administration, number)?.clone();
		ensure(from.contains(&one.stage), "another stage")?;
		one.stage = to;
		self.put(administration, number, one);
		Ok(())
	}

	pub fn accept(&mut self, who: Who, number: &str) -> Verdict {
		self.step(officer(who)?, number, &[Stage::Applied], Stage::Accepted)
	}

	pub fn reject(&mut self, who: Who, number: &str) -> Verdict {
		self.step(officer(who)?, number, &[Stage::Applied], Stage::Rejected)
	}

	pub fn withdraw(&mut self, who: Who, number: &str) -> Verdict {
		let administration = self.speaks_for(who, number)?;
		// With the holder's paper an officer proposes it.
		ensure(matches!(who, Who::Holder(_)), "no holder")?;
		let open = [Stage::Applied, Stage::Accepted];
		self.step(administration, number, &open, Stage::Withdrawn)
	}

	/// The issuer of a certificate for which one may speak: its holder, or the issuer's officer with
	/// the holder's paper.
	fn speaks_for(&self, who: Who, number: &str) -> Verdict<usize> {
		let administration = match who {
			Who::Holder(trader) => REGISTRAR[trader],
			_ => officer(who)?,
		};
		let one = self.find(administration, number)?;
		ensure(
			who == Who::Holder(one.trader) || !matches!(who, Who::Holder(_)),
			"another one's certificate",
		)?;
		Ok(administration)
	}

	pub fn ask(&mut self, who: Who, number: &str, wish: Wish) -> Verdict {
		let administration = self.speaks_for(who, number)?;
		let mut one = self.find(administration, number)?.clone();
		let before = one.clone();
		let is_holder = matches!(who, Who::Holder(_));
		let is_live = self.is_live(administration, &one);
		match wish {
			Wish::Appeal => {
				let is_appealable = matches!(
					one.name(),
					Name::Rejected
						| Name::Refused | Name::Suspended
						| Name::Revoked | Name::Relinquished
						| Name::Annulled
				);
				ensure(is_appealable, "nothing to overturn")?;
				one.asked.appeal = one.asked.appeal.or(Some(one.name()));
			}
			Wish::Renewal => {
				ensure(is_live, "not live")?;
				let dates = one.dates.ok_or("not certified")?;
				ensure(dates.until.is_some(), "it has no end")?;
				one.asked.renewal = true;
				one.asked.by_holder[0] |= is_holder;
			}
			Wish::Suspension => {
				ensure(is_live, "not live")?;
				one.asked.suspension = true;
			}
			Wish::Reinstatement => {
				ensure(is_live, "not live")?;
				let suspended = self.suspension(administration, &one);
				ensure(suspended.is_some(), "nothing is suspended")?;
				one.asked.reinstatement = true;
			}
			Wish::Relinquishment(from) => {
				ensure(is_live && one.end.is_none(), "not live, or it ends")?;
				self.ensure_to_come(administration, Some(from))?;
				// I18: what spares the second officer is the holder's own word.
				ensure(is_holder, "an officer proposes it with the paper")?;
				one.asked.by_holder[1] = true;
				one.asked.relinquishment = Some(from);
			}
		}
		ensure(one.asked != before.asked, "asked already")?;
		self.mark(administration, number, one);
		Ok(())
	}

	/// What was asked for is asked for no more, unless it keeps the certificate in force.
	pub fn withdraw_wish(&mut self, who: Who, number: &str, wish: Wish) -> Verdict {
		let administration = self.speaks_for(who, number)?;
		let mut one = self.find(administration, number)?.clone();
		let before = one.asked;
		match wish {
			Wish::Renewal => {
				let is_kept = one.dates.is_some_and(|dates| dates.renewal_pending);
				ensure(!is_kept, "it is kept in force until the renewal is decided")?;
				(one.asked.renewal, one.asked.by_holder[0]) = (false, false);
			}
			Wish::Appeal => one.asked.appeal = None,
			Wish::Suspension => one.asked.suspension = false,
			Wish::Relinquishment(_) => {
				(one.asked.relinquishment, one.asked.by_holder[1]) = (None, false);
			}
			Wish::Reinstatement => one.asked.reinstatement = false,
		}
		ensure(one.asked != before, "nobody asked for it")?;
		self.mark(administration, number, one);
		Ok(())
	}

	pub fn dismiss(&mut self, who: Who, number: &str) -> Verdict {
		let administration = officer(who)?;
		let mut one = self.find(administration, number)?.clone();
		ensure(one.asked.appeal.is_some(), "no appeal")?;
		one.asked.appeal = None;
		self.mark(administration, number, one);
		Ok(())
	}

	/// T11.
	pub fn review(&mut self, who: Who, number: &str, begins: bool) -> Verdict {
		let administration = match who {
			Who::Risk(administration) => administration,
			_ => officer(who)?,
		};
		let mut one = self.find(administration, number)?.clone();
		ensure(!begins || self.is_live(administration, &one), "not live")?;
		ensure(one.under_review != begins, "it is so already")?;
		one.under_review = begins;
		self.mark(administration, number, one);
		Ok(())
	}

	/// T4; `asked` says whether on the ground that the holder asks for it.
	pub fn suspend(
		&mut self,
		administration: usize,
		number: &str,
		what: Suspended,
		asked: bool,
	) -> Verdict {
		let mut one = self.find(administration, number)?.clone();
		ensure(self.is_live(administration, &one), "not live")?;
		ensure(!asked || one.asked.suspension, "the holder did not ask")?;
		ensure(one.kind.both || what.halves[0], "it has no such half")?;
		let present = self.suspension(administration, &one);
		let both = present.map_or(what, |present| Suspended {
			halves: [
				present.halves[0] || what.halves[0],
				present.halves[1] || what.halves[1],
			],
			lasts: present.lasts.max(what.lasts),
		});
		ensure(present != Some(both), "suspended already")?;
		one.suspended = Some(both);
		one.asked.suspension = false;
		// What was asked for of a suspension ends with it.
		one.asked.reinstatement &= present.is_some();
		self.put(administration, number, one);
		Ok(())
	}

	/// T5; `asked` says whether on the ground that the holder asks for it.
	pub fn reinstate(
		&mut self,
		administration: usize,
		number: &str,
		halves: [bool; 2],
		asked: bool,
	) -> Verdict {
		let mut one = self.find(administration, number)?.clone();
		ensure(self.is_live(administration, &one), "not live")?;
		ensure(!asked || one.asked.reinstatement, "the holder did not ask")?;
		one.asked.reinstatement = false;
		ensure(one.kind.both || halves[0], "it has no such half")?;
		let present = self
			.suspension(administration, &one)
			.ok_or("not suspended")?;
		let covers = |half: usize| present.halves[half] || !halves[half];
		let is_all = halves == [true; 2];
		ensure(
			is_all || covers(0) && covers(1),
			"that half is not suspended",
		)?;
		let left = [
			present.halves[0] && !halves[0],
			present.halves[1] && !halves[1] && one.kind.both,
		];
		one.suspended = (left != [false; 2]).then_some(Suspended {
			halves: left,
			..present
		});
		self.put(administration, number, one);
		Ok(())
	}
}

/// The officer who linked the account of a trader.
pub(super) fn linker(trader: usize) -> Who {
	match trader {
		// One who certifies too.
		1 => Who::Officer(0, false),
		_ => Who::Own(REGISTRAR[trader]),
	}
}

/// The administration for which one certifies.
fn officer(who: Who) -> Verdict<usize> {
	match who {
		Who::Officer(administration, _) => Ok(administration),
		_ => Err("no officer who certifies"),
	}
}
