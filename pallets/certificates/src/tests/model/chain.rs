//! The same on the chain: each step as a call, and the chain as the model tells it.

use super::{
	life::{
		self, Batch, Certificate, Dates, Day, Kind, Lasts, Model, Name, Row, Stage, Suspended, Who,
		DAY, DECISION_DAYS, PROGRAMMES, REGISTRAR,
	},
	Step,
};
use crate::{
	tests::*, Asked, Authorisation, BatchMode, Counts, OpenBatches, TakenOver, TakenOverPeriod,
	TakenOverState, WaitingCount, WrittenRows,
};
use aeo_mocks::PE;
use aeo_primitives::{
	recognition::{evaluate, Facts, Offer, Outcome, Resolution, Trader, TraderState},
	AdministrationLookup, Benefit, CertificateLookup, Direction, Directions, EligibleRoles, Ended,
	Half, Requires, Row as Given, Rows, StateKind, TraderLookup, UtcOffset, Validity,
};
use codec::Encode;
use frame_support::{storage::with_storage_layer, BoundedVec};
use std::collections::BTreeMap;

const OWN: [AccountId; 3] = [MX, CR, PE];
const LANDS: [Territory; 3] = [Territory::MX, Territory::CR, Territory::PE];
const TINS: [&str; 4] = [TIN, OTHER, "PE 20131312955", "CR 3-101-123456"];
/// Those of Mexico.
const AGENCIES: [&str; 2] = ["HEALTH", "PORTS"];
const ROLES: [Role; 3] = [Role::Exporter, Role::Importer, Role::Carrier];
const OPINIONS: [Opinion; 3] = [
	Opinion::Unfavourable,
	Opinion::Favourable,
	Opinion::NotConcerned,
];

/// The administrations, their programmes and traders.
pub(super) fn begin(model: &Model) {
	MaxPeriods::set(200);
	require(model.required);
	for (trader, text) in TINS.iter().enumerate() {
		let land = LANDS[REGISTRAR[trader]];
		let id = <Traders as TraderRegister>::register(land, &tin(text), document(), None)
			.expect("it is well formed");
		let holder = account(Who::Holder(trader));
		Linked::mutate(|linked| linked.insert(holder, id));
		link_by(holder, account(life::linker(trader)));
	}
}

/// Sets the programmes; Mexico's OEA requires these opinions.
fn require(required: [bool; 2]) {
	for known in &PROGRAMMES {
		let mut set = programme(
			vec![
				program_type("FULL", Halves::Both),
				program_type("C", Halves::Customs),
			],
			known.four_eyes,
			ConsentMode::Standing,
		);
		set.applications = applied(known.application_required);
		set.until_renewed = kept(known.kept_until_renewed);
		set.decision_days = DECISION_DAYS;
		if (known.administration, known.code) == (0, "OEA") {
			let codes = AGENCIES.iter().zip(required);
			let codes: Vec<_> = codes
				.filter_map(|(code, is_required)| is_required.then_some(*code))
				.collect();
			set.opinions_required = agencies(&codes);
		}
		let code = known.code.try_into().expect("short");
		assert_ok!(Certificates::set_programme(
			signed(OWN[known.administration]),
			code,
			set.into()
		));
	}
}

fn account(who: Who) -> AccountId {
	match who {
		Who::Officer(own, false) => officer(OWN[own], Scope::Certification),
		Who::Officer(own, true) => second_officer(OWN[own], Scope::Certification),
		Who::Risk(own) => officer(OWN[own], Scope::Risk),
		Who::Suspender(own) => officer(OWN[own], Scope::Suspension),
		Who::Own(own) => OWN[own],
		Who::Holder(trader) => HOLDER + trader as AccountId,
		Who::Stranger => STRANGER,
	}
}

fn date(day: Day) -> Date {
	Date::at(day * DAY, UtcOffset::default()).expect("a day")
}

fn type_of(kind: Kind) -> CertificateType {
	super::super::kind(kind.programme, if kind.both { "FULL" } else { "C" })
}

fn roles_of(bits: u8) -> Roles {
	let named = ROLES.into_iter().enumerate();
	let named = named.filter(|(place, _)| bits & (1 << place) != 0);
	Roles::new(named.map(|(_, role)| role)).expect("1 to 8 roles")
}

fn scope_of(halves: [bool; 2]) -> SuspensionScope {
	match halves {
		[true, true] => SuspensionScope::Full,
		[true, false] => SuspensionScope::Customs,
		_ => SuspensionScope::Security,
	}
}

fn suspension_of(suspended: Suspended) -> Suspension {
	Suspension {
		scope: scope_of(suspended.halves),
		end: match suspended.lasts {
			Lasts::ResumesAfter(day) => SuspensionEnd::ResumesAfter(date(day)),
			Lasts::DecisionAfter(day) => SuspensionEnd::DecisionAfter(date(day)),
			Lasts::Open => SuspensionEnd::Open,
		},
	}
}

fn decision_of(decision: &life::Decision) -> Decision {
	let document = document();
	match *decision {
		life::Decision::Authorise {
			trader,
			kind,
			roles,
			from,
			until,
		} => Decision::Authorise {
			tin: tin(TINS[trader]),
			publication_consent: document,
			certificate_type: type_of(kind),
			roles: roles_of(roles),
			valid_from: date(from),
			valid_until: until.map(date),
			document,
		},
		life::Decision::Rectify { roles, from, until } => Decision::Rectify {
			roles: roles_of(roles),
			valid_from: date(from),
			valid_until: until.map(date),
			document,
		},
		life::Decision::Renew { until } => Decision::Renew {
			valid_until: until.map(date),
			document,
		},
		life::Decision::RefuseRenewal => Decision::RefuseRenewal { document },
		life::Decision::RefuseApplication { bar } => Decision::RefuseApplication {
			bar_until: bar.map(date),
			document,
		},
		life::Decision::Relinquish { from } => Decision::Relinquish {
			from: date(from),
			document,
		},
		life::Decision::Overturn { from } => Decision::Overturn {
			from: from.map(date),
			document,
		},
		life::Decision::Revoke { from, bar } => Decision::Revoke {
			from: date(from),
			bar_until: bar.map(date),
			document,
		},
		life::Decision::Annul => Decision::Annul { document },
		life::Decision::Withdraw => Decision::WithdrawApplication { document },
		life::Decision::KeepInForce => Decision::KeepInForce { document },
	}
}

fn authorisation(row: &Row) -> Option<Authorisation> {
	let Row::Authorise(text, decision) = row else {
		return None;
	};
	let Decision::Authorise {
		tin,
		publication_consent,
		certificate_type,
		roles,
		valid_from,
		valid_until,
		document,
	} = decision_of(decision)
	else {
		return None;
	};
	Some(Authorisation {
		number: number(text),
		tin,
		publication_consent,
		certificate_type,
		roles,
		valid_from,
		valid_until,
		document,
		instrument: None,
	})
}

fn taken_over(row: &Row) -> Option<TakenOver> {
	let Row::TakeOver {
		number: text,
		trader,
		kind,
		roles,
		dates,
		since,
		suspended,
	} = row
	else {
		return None;
	};
	let period = |day: Day, state| TakenOverPeriod {
		from: date(day),
		state,
		ground: Ground::Authority,
		document: document(),
	};
	let mut periods = vec![period(*since, TakenOverState::Authorised)];
	periods.extend(
		suspended.map(|(day, suspended)| {
			period(day, TakenOverState::Suspended(suspension_of(suspended)))
		}),
	);
	Some(TakenOver {
		number: number(text),
		tin: tin(TINS[*trader]),
		publication_consent: document(),
		certificate_type: type_of(*kind),
		roles: roles_of(*roles),
		valid_from: date(dates.from),
		valid_until: dates.until.map(date),
		periods: periods.try_into().expect("few"),
		instrument: None,
	})
}

fn rows_of(batch: &Batch) -> (WrittenRows, BatchMode) {
	let mode = match batch.all_or_nothing {
		true => BatchMode::AllOrNothing,
		false => BatchMode::SkipFailed,
	};
	let taken_over: Vec<_> = batch.rows.iter().filter_map(taken_over).collect();
	let authorised: Vec<_> = batch.rows.iter().filter_map(authorisation).collect();
	let rows = if taken_over.is_empty() {
		WrittenRows::from(authorised)
	} else {
		WrittenRows::from(taken_over)
	};
	(rows, mode)
}

fn hash_of(batch: &Batch) -> H256 {
	sp_io::hashing::blake2_256(&rows_of(batch).encode()).into()
}

/// The ground of a decision for which the holder asked, or did not.
fn ground(asked: bool) -> Ground {
	match asked {
		true => Ground::HoldersRequest,
		false => Ground::Authority,
	}
}

/// Takes a step on the chain.
pub(super) fn take(step: &Step) -> DispatchResult {
	let by = |who: Who| signed(account(who));
	let document = document();
	match step {
		Step::Apply(who, kind, roles) => Desk::apply(
			by(*who),
			type_of(*kind).into(),
			roles_of(*roles).into(),
			document,
		),
		Step::Enter(who, text, trader, kind, roles) => Desk::enter_application(
			by(*who),
			number(text).into(),
			tin(TINS[*trader]),
			document,
			type_of(*kind).into(),
			roles_of(*roles).into(),
			document,
		),
		Step::Accept(who, text) => Desk::accept(by(*who), number(text).into(), document),
		Step::Reject(who, text) => Desk::reject(by(*who), number(text).into(), document),
		Step::Withdraw(who, text) => {
			Desk::withdraw_application(by(*who), number(text).into(), document)
		}
		Step::Opine(agency, text, version, opinion) => {
			opine_on(AGENCIES[*agency], text, *version, OPINIONS[*opinion]);
			Ok(())
		}
		Step::Propose(who, text, decision) => plain(Certificates::propose(
			by(*who),
			number(text).into(),
			as_written(decision_of(decision)),
		)),
		Step::Confirm(who, signer, text, proposal) => {
			let origin = by(*who);
			set_outer_signer(Some(account(*signer)));
			plain(Certificates::confirm(
				origin,
				number(text).into(),
				*proposal,
			))
		}
		Step::Refuse(who, text, proposal) => {
			Certificates::refuse(by(*who), number(text).into(), *proposal)
		}
		Step::Ask(who, text, wish) => {
			let wish = match *wish {
				life::Wish::Renewal => Wish::Renewal,
				life::Wish::Appeal => Wish::Appeal,
				life::Wish::Suspension => Wish::Suspension,
				life::Wish::Reinstatement => Wish::Reinstatement,
				life::Wish::Relinquishment(from) => Wish::Relinquishment { from: date(from) },
			};
			Desk::ask(by(*who), number(text).into(), wish)
		}
		Step::WithdrawWish(who, text, wish) => {
			let wish = match *wish {
				life::Wish::Renewal => WishKind::Renewal,
				life::Wish::Appeal => WishKind::Appeal,
				life::Wish::Suspension => WishKind::Suspension,
				life::Wish::Relinquishment(_) => WishKind::Relinquishment,
				life::Wish::Reinstatement => WishKind::Reinstatement,
			};
			Desk::withdraw_wish(by(*who), number(text).into(), wish)
		}
		Step::Dismiss(who, text) => Desk::dismiss_appeal(by(*who), number(text).into()),
		Step::Review(who, text, begins) => {
			Certificates::set_review(by(*who), number(text).into(), review(*begins), document)
		}
		Step::Suspend(land, text, suspended, asked) => {
			let decided = Decided {
				ground: ground(*asked),
				..decided(1)
			};
			let suspension = suspension_of(*suspended);
			let suspend =
				|| Certificates::suspend(LANDS[*land], &number(text), suspension, decided);
			with_storage_layer(suspend).map(|_| ())
		}
		Step::Reinstate(land, text, halves, asked) => {
			let scope = scope_of(*halves);
			let decided = Decided {
				ground: ground(*asked),
				..decided(1)
			};
			let give = || Certificates::reinstate(LANDS[*land], &number(text), scope, decided);
			with_storage_layer(give).map(|_| ())
		}
		Step::ProposeBatch(who, batch) => {
			let (rows, mode) = rows_of(batch);
			plain(Certificates::propose_batch(by(*who), rows, mode))
		}
		Step::ConfirmBatch(who, batch, proposal) => plain(Certificates::confirm_batch(
			by(*who),
			hash_of(batch),
			*proposal,
		)),
		Step::RefuseBatch(who, batch, proposal) => {
			Certificates::refuse_batch(by(*who), hash_of(batch), *proposal)
		}
		Step::Require(required) => {
			require(*required);
			Ok(())
		}
		Step::Activate(trader, is_active) => {
			let id = Traders::id_of(&tin(TINS[*trader])).expect("well formed");
			Registered::mutate(|all| {
				let record = all.get_mut(&id).expect("registered");
				record.state = match is_active {
					true => TraderState::Active,
					false => TraderState::Closed,
				};
			});
			Ok(())
		}
		Step::Wait(hours) => {
			pass(hours * 60 * 60 * 1_000);
			Ok(())
		}
	}
}

/// A number that anything in storage changes.
pub(super) fn root() -> Vec<u8> {
	sp_io::storage::root(sp_runtime::StateVersion::V1)
}

fn state_of(one: &Certificate) -> CertificateState {
	let suspension = one.suspended.map(suspension_of);
	let ended = || Ended {
		from: one.end.map(|end| date(end.from)).expect("it ends"),
		suspension,
	};
	match one.name() {
		Name::Applied => CertificateState::Applied,
		Name::Accepted => CertificateState::Accepted,
		Name::Rejected => CertificateState::Rejected,
		Name::Withdrawn => CertificateState::ApplicationWithdrawn,
		Name::Refused => CertificateState::Refused,
		Name::Authorised => CertificateState::Authorised,
		Name::Suspended => CertificateState::Suspended(suspension.expect("it is suspended")),
		Name::Revoked => CertificateState::Revoked(ended()),
		Name::Relinquished => CertificateState::Relinquished(ended()),
		Name::Annulled => CertificateState::Annulled,
	}
}

fn validity_of(dates: Dates) -> Validity {
	Validity {
		from: date(dates.from),
		until: dates.until.map(date),
		renewal_pending: dates.renewal_pending,
	}
}

fn kind_of(name: Name) -> StateKind {
	match name {
		Name::Applied => StateKind::Applied,
		Name::Accepted => StateKind::Accepted,
		Name::Rejected => StateKind::Rejected,
		Name::Withdrawn => StateKind::ApplicationWithdrawn,
		Name::Refused => StateKind::Refused,
		Name::Authorised => StateKind::Authorised,
		Name::Suspended => StateKind::Suspended,
		Name::Revoked => StateKind::Revoked,
		Name::Relinquished => StateKind::Relinquished,
		Name::Annulled => StateKind::Annulled,
	}
}

fn asked_of(one: &Certificate) -> Asked {
	Asked {
		renewal: one.asked.renewal,
		appeal: one.asked.appeal.map(kind_of),
		suspension: one.asked.suspension,
		relinquishment: one.asked.relinquishment.map(date),
		reinstatement: one.asked.reinstatement,
	}
}

type Period = aeo_primitives::StatusPeriod<AccountId>;

/// Everything that was ever seen of the status periods of the certificates.
#[derive(Default)]
pub(super) struct Seen(BTreeMap<(usize, String), Vec<Period>>);

impl Seen {
	/// I5: the periods are only ever added, and the last is what holds.
	fn note(&mut self, land: usize, text: &str, record: &CertificateRecord) {
		let periods: Vec<_> = (0..record.periods)
			.map(|place| {
				let key = (LANDS[land], number(text), place);
				crate::Periods::<Test>::get(key).expect("there is no gap")
			})
			.collect();
		let before = self.0.entry((land, text.to_string())).or_default();
		assert!(periods.starts_with(before), "{text}: history is rewritten");
		let last = periods.last().expect("it has one");
		assert_eq!(
			(last.state, last.roles, last.validity, last.version),
			(record.state, record.roles, record.validity, record.version),
			"{text}"
		);
		*before = periods;
	}
}

/// The chain looks as the model tells it.
pub(super) fn compare(model: &Model, seen: &mut Seen) {
	for (land, territory) in LANDS.into_iter().enumerate() {
		let ours = || {
			let of = move |((issuer, _), _): &(&(usize, String), &Certificate)| *issuer == land;
			model.certificates.iter().filter(of)
		};
		let stored = crate::Certificates::<Test>::iter_prefix(territory).count();
		assert_eq!(stored, ours().count());
		for ((_, text), one) in ours() {
			compare_one(model, land, text, one, seen);
		}
		compare_counts(model, land);
	}
	for trader in 0..TINS.len() {
		for role in 0..ROLES.len() {
			compare_benefits(model, trader, role);
		}
	}
}

fn compare_one(model: &Model, land: usize, text: &str, one: &Certificate, seen: &mut Seen) {
	let territory = LANDS[land];
	let record = Certificates::certificate(territory, &number(text)).expect("the model has it");
	let halves = match one.kind.both {
		true => Halves::Both,
		false => Halves::Customs,
	};
	let found = (
		record.state,
		record.roles,
		record.validity,
		record.asked,
		record.bar,
		record.under_review,
	);
	assert_eq!(
		found,
		(
			state_of(one),
			roles_of(one.roles),
			one.dates.map(validity_of),
			asked_of(one),
			one.bar.map(date),
			one.under_review
		),
		"{text} of {territory:?}"
	);
	assert_eq!((record.version, record.periods), (one.version, one.periods));
	assert_eq!(
		(record.certificate_type.clone(), record.halves),
		(type_of(one.kind), halves)
	);
	// I2.
	let trader = Traders::trader(&record.trader).expect("it is registered");
	assert_eq!(Traders::id_of(&tin(TINS[one.trader])), Some(record.trader));
	assert_eq!(trader.administration, territory);
	// A renewal that keeps it in force is one that somebody can refuse.
	let dates = record.validity;
	assert!(!dates.is_some_and(|dates| dates.renewal_pending) || record.asked.renewal);
	// I23, I8.
	let offset = aeo_mocks::Administrations::administration(territory)
		.expect("admitted")
		.utc_offset;
	let facts = record.facts(&number(text));
	let in_force = facts.ensure_in_force(model.now, offset);
	let expected = model.in_force(land, one);
	assert_eq!(in_force.is_ok(), expected.is_some(), "{text}: {in_force:?}");
	let taken = facts.suspended(model.now, offset);
	let left = [Half::Customs, Half::Security]
		.map(|half| halves.has(half) && !taken.is_some_and(|scope| scope.covers(half)));
	assert!(expected.is_none_or(|expected| expected == left), "{text}");
	let now = Certificates::status_at(territory, &number(text), model.now);
	assert_eq!(now.map(|period| period.state), Some(record.state), "{text}");
	// I3.
	for ((issuer, other), two) in &model.certificates {
		let same = *issuer == land && other != text && two.trader == one.trader;
		if same && two.kind == one.kind && one.roles & two.roles != 0 {
			assert!(
				!model.is_live(land, one) || !model.is_live(land, two),
				"{text} and {other} are live"
			);
		}
	}
	seen.note(land, text, &record);
}

/// I22.
fn compare_counts(model: &Model, land: usize) {
	let territory = LANDS[land];
	let mut expected: BTreeMap<StateKind, u32> = BTreeMap::new();
	for ((issuer, _), one) in &model.certificates {
		if *issuer == land {
			*expected.entry(state_of(one).kind()).or_default() += 1;
		}
	}
	let found: BTreeMap<_, _> = Counts::<Test>::iter_prefix(territory)
		.filter(|(_, count)| *count > 0)
		.collect();
	assert_eq!(found, expected, "{territory:?}");
	let proposed = model.waiting.keys().filter(|(issuer, _)| *issuer == land);
	let waiting = WaitingCount::<Test>::get(territory) as usize;
	assert_eq!(waiting, proposed.count());
	let open = model.batches.iter();
	let open = open.filter(|batch| batch.administration == land).count();
	assert_eq!(OpenBatches::<Test>::get(territory).len(), open);
}

/// I8: what a trader gets at home in a role, where one row asks for either half and one for each.
fn compare_benefits(model: &Model, trader: usize, role: usize) {
	let land = REGISTRAR[trader];
	let issuer = aeo_mocks::Administrations::administration(LANDS[land]).expect("admitted");
	let id = Traders::id_of(&tin(TINS[trader])).expect("well formed");
	let types = ["OEA", "FAST"]
		.into_iter()
		.flat_map(|programme| [true, false].map(|both| type_of(Kind { programme, both })));
	let row = |benefit, requires| Given { benefit, requires };
	let offer = Offer {
		types: BoundedVec::truncate_from(types.collect()),
		roles: EligibleRoles::new(ROLES).expect("three"),
		directions: Directions::new([Direction::Import]).expect("one"),
		rows: Rows::new([
			row(Benefit::FewerDocumentChecks, Requires::Either),
			row(Benefit::FewerInspections, Requires::Customs),
			row(Benefit::LowerRiskScore, Requires::Security),
		])
		.expect("three"),
	};
	let held = Certificates::of_trader(LANDS[land], &id);
	let certificates: Vec<_> = held.into_iter().map(|held| held.certificate).collect();
	let answer = evaluate(&Facts {
		now: model.now,
		grantor: issuer.clone(),
		role: ROLES[role],
		direction: Direction::Import,
		incident_open: false,
		trader: Resolution::Found(Trader {
			other_number: None,
			state: TraderState::Active,
			issuer,
			certificates: BoundedVec::truncate_from(certificates),
			legs: BoundedVec::new(),
			domestic: BoundedVec::truncate_from(vec![offer]),
		}),
	});
	let given: Vec<_> = match answer.outcome {
		Outcome::Granted(given) => given.into_iter().map(|one| one.benefit).collect(),
		Outcome::Denied { .. } => vec![],
	};
	let counts: Vec<_> = model
		.certificates
		.iter()
		.filter(|((issuer, _), one)| {
			*issuer == land && one.trader == trader && one.roles & (1 << role) != 0
		})
		.filter(|(_, one)| model.in_force(land, one).is_some())
		.map(|(_, one)| {
			let suspended = model.suspension(land, one);
			suspended.map_or([false; 2], |suspended| suspended.halves)
		})
		.collect();
	let left = |half: usize| counts.iter().any(|taken| !taken[half]);
	let expected: Vec<_> = [
		(Benefit::FewerDocumentChecks, !counts.is_empty()),
		(Benefit::FewerInspections, left(0)),
		(Benefit::LowerRiskScore, left(1)),
	]
	.into_iter()
	.filter_map(|(benefit, is_given)| is_given.then_some(benefit))
	.collect();
	assert_eq!(given, expected, "{} as {:?}", TINS[trader], ROLES[role]);
}

/// I4: from which state to which one a decision leads.
pub(super) fn ensure_in_table(before: &Certificate, after: &Certificate) {
	use Name::{
		Accepted, Annulled, Applied, Authorised, Refused, Rejected, Relinquished, Revoked,
		Suspended, Withdrawn,
	};
	let to: &[Name] = match before.name() {
		Applied => &[Accepted, Rejected, Withdrawn],
		Accepted => &[Authorised, Refused, Withdrawn],
		Rejected => &[Applied],
		Refused => &[Accepted],
		Withdrawn => &[],
		Authorised | Suspended => &[Authorised, Suspended, Revoked, Relinquished, Annulled],
		Revoked => &[Revoked, Authorised, Suspended, Annulled],
		Relinquished => &[Relinquished, Authorised, Suspended, Annulled],
		Annulled => &[Authorised, Suspended, Revoked, Relinquished],
	};
	let (from, name) = (before.name(), after.name());
	assert!(to.contains(&name), "from {from:?} to {name:?}");
	assert_eq!(after.stage == Stage::Certified, after.dates.is_some());
}
