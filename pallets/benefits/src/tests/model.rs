//! Random worlds: what is gathered from storage is what a person would write down, and grants do
//! what a plain model does.

use super::*;
use aeo_primitives::recognition::{
	evaluate, Administration, Consent, ConsentMode, ConsentNeed, Facts, Resolution, Standing,
	Trader,
};
use proptest::{prelude::*, sample};
use std::collections::BTreeMap;

fn state() -> impl Strategy<Value = CertificateState> {
	prop_oneof![
		4 => Just(CertificateState::Authorised),
		1 => Just(suspended(SuspensionScope::Full)),
		1 => Just(suspended(SuspensionScope::Customs)),
		1 => Just(CertificateState::Annulled),
	]
}

/// Given, or not, but for some agreements.
fn some_consent() -> impl Strategy<Value = Consent> {
	(
		prop_oneof![Just(ConsentMode::Standing), Just(ConsentMode::Asked)],
		sample::subsequence(vec![0, 1, 2], 0..=2),
	)
		.prop_map(|(mode, exceptions)| Consent {
			mode,
			exceptions: exceptions.try_into().expect("two at most"),
		})
}

fn some_certificate() -> impl Strategy<Value = Certificate> {
	(
		state(),
		sample::subsequence(vec![Role::Exporter, Role::Importer], 1..=2),
		some_consent(),
	)
		.prop_map(|(state, roles, consent)| Certificate {
			state,
			roles: Roles::new(roles).expect("one or two"),
			consent,
			..certificate("A-0")
		})
}

fn some_leg() -> impl Strategy<Value = Leg> {
	let state = prop_oneof![
		3 => Just(leg(0).state),
		1 => Just(LegState::Suspended),
		1 => Just(LegState::Pending),
	];
	let consent = prop_oneof![Just(ConsentNeed::NotNeeded), Just(ConsentNeed::Needed)];
	(0..3_u32, state, consent).prop_map(|(agreement, state, consent)| Leg {
		state,
		consent,
		..leg(agreement)
	})
}

/// Certificates, legs, whether Costa Rica has suspended the first, and the trader's state.
type SomeWorld = (Vec<Certificate>, Vec<Leg>, bool, TraderState);

fn world() -> impl Strategy<Value = SomeWorld> {
	(
		prop::collection::vec(some_certificate(), 0..4),
		prop::collection::vec(some_leg(), 0..3),
		any::<bool>(),
		prop_oneof![5 => Just(TraderState::Active), 1 => Just(TraderState::Closed)],
	)
}

/// Puts the world into the mock; gives the certificates as they are numbered there.
fn build((certificates, legs, is_suspended, state): SomeWorld) -> Vec<Certificate> {
	let certificates: Vec<_> = certificates
		.into_iter()
		.enumerate()
		.map(|(place, certificate)| Certificate {
			number: format!("A-{place}").as_str().try_into().expect("short"),
			..certificate
		})
		.collect();
	put(Territory::MX, TIN, certificates.clone());
	set_state(TIN, state);
	set_legs(Territory::MX, Territory::CR, legs);
	if is_suspended {
		let first = certificate("A-0").number;
		Suspended::mutate(|suspended| suspended.insert((Territory::CR, first)));
	}
	certificates
}

fn administration(territory: Territory, minutes: i16) -> Administration {
	Administration {
		territory,
		utc_offset: minutes.try_into().expect("legal"),
		standing: Standing::Admitted,
		admission: 0,
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(512))]

	#[test]
	fn an_answer_should_be_that_of_the_facts(
		world in world(),
		role in sample::select(vec![Role::Exporter, Role::Importer]),
		direction in sample::select(Direction::ALL),
	) {
		build_and_execute(|| {
			let (_, legs, is_suspended, state) = world.clone();
			let mut certificates = build(world);
			if let (Some(first), true) = (certificates.first_mut(), is_suspended) {
				first.recognition_suspended = true;
			}
			let facts = Facts {
				now: NOON,
				grantor: administration(Territory::CR, -360),
				role,
				direction,
				incident_open: false,
				trader: Resolution::Found(Trader {
					state,
					other_number: None,
					issuer: administration(Territory::MX, -360),
					certificates: certificates.try_into().expect("few"),
					legs: legs.try_into().expect("few"),
					domestic: Default::default(),
				}),
			};
			let answer = Benefits::evaluate(Territory::CR, &tin(TIN), role, direction);
			assert_eq!(answer, Some(evaluate(&facts)));
		});
	}
}

const DIRECTIONS: [Direction; 2] = [Direction::Import, Direction::Export];
const TEXTS: [&str; 2] = [TIN, OTHER];

/// A declaration's number, its trader and its direction.
type SomeRow = (u8, usize, usize);

#[derive(Clone, Debug)]
enum Step {
	Grant(SomeRow),
	GrantMany(Vec<SomeRow>),
	/// At most so many.
	Prune(u32),
	OpenIncident,
	CloseIncident(u32),
	/// From so many days before today, how many more, leaves, and how often the one benefit was given.
	Seal(u64, u64, u32, u32),
	/// Whether uses are recorded in clear from now on.
	Choose(bool),
	/// The other company's certificate is annulled, or not any more.
	Annul(bool),
	/// The recognition of the other company's certificate is suspended, or restored.
	Suspend(bool),
	/// Days.
	Wait(u64),
}

fn some_row() -> impl Strategy<Value = SomeRow> {
	(0..6_u8, 0..2_usize, 0..2_usize)
}

fn step() -> impl Strategy<Value = Step> {
	prop_oneof![
		6 => some_row().prop_map(Step::Grant),
		4 => prop::collection::vec(some_row(), 0..6).prop_map(Step::GrantMany),
		3 => (0..4_u32).prop_map(Step::Prune),
		2 => Just(Step::OpenIncident),
		2 => (0..4_u32).prop_map(Step::CloseIncident),
		3 => (0..60_u64, 0..5_u64, 0..3_u32, 1..3_u32)
			.prop_map(|(back, days, leaves, count)| Step::Seal(back, days, leaves, count)),
		2 => prop::bool::weighted(0.6).prop_map(Step::Choose),
		1 => any::<bool>().prop_map(Step::Annul),
		1 => any::<bool>().prop_map(Step::Suspend),
		3 => (0..40_u64).prop_map(Step::Wait),
	]
}

/// A use as the model knows it.
#[derive(Clone, Debug)]
struct Given {
	number: u8,
	trader: usize,
	direction: usize,
	day: u64,
	given: Vec<Entitlement>,
}

#[derive(Default)]
struct Model {
	day: u64,
	is_clear: bool,
	is_annulled: bool,
	/// Those that are there, oldest first.
	grants: Vec<Given>,
	/// How many were removed.
	removed: u64,
	counters: BTreeMap<CounterKey, Counter>,
	/// Whether each incident is open.
	incidents: Vec<bool>,
	/// The last day that is sealed, the periods, the leaves.
	sealed: (Option<u64>, u32, u64),
}

impl Model {
	/// Gives what the rule says on the state before (I9): the second is what a wrong row fails with.
	fn give(&mut self, (number, trader, direction): SomeRow) -> bool {
		if number == 0 {
			return false;
		}
		let known = self.grants.iter().find(|known| known.number == number);
		if let Some(known) = known {
			return (known.trader, known.direction) == (trader, direction);
		}
		let answer = ask_for(
			Territory::CR,
			tin(TEXTS[trader]),
			Role::Exporter,
			DIRECTIONS[direction],
		);
		let Outcome::Granted(given) = answer.outcome else {
			return false;
		};
		assert_eq!(
			answer.priority,
			self.incidents.contains(&true)
				&& given
					.iter()
					.any(|one| one.benefit == Benefit::TradeRecovery)
		);
		for one in &given {
			self.counter(one, direction).granted += 1;
		}
		self.grants.push(Given {
			number,
			trader,
			direction,
			day: self.day,
			given: given.into_inner(),
		});
		true
	}

	fn counter(&mut self, given: &Entitlement, direction: usize) -> &mut Counter {
		let key = CounterKey::of(given, DIRECTIONS[direction]);
		self.counters.entry(key).or_default()
	}

	fn prune(&mut self, limit: u32) -> bool {
		let (before, kept) = (self.grants.len(), RETENTION / DAY);
		for _ in 0..limit {
			let is_old = |oldest: &Given| oldest.day + kept < self.day;
			if !self.grants.first().is_some_and(is_old) {
				break;
			}
			let oldest = self.grants.remove(0);
			for one in &oldest.given {
				self.counter(one, oldest.direction).pruned += 1;
			}
			self.removed += 1;
		}
		self.grants.len() < before
	}

	fn seal(&mut self, back: u64, days: u64, leaves: u32, count: u32) -> bool {
		let from = self.day.saturating_sub(back);
		let (last, until) = (self.sealed.0, from + days);
		// One counter: each use gives its benefit once.
		let fits = leaves > 0 && count == leaves;
		let may =
			!self.is_clear && last.is_none_or(|last| last < from) && until <= self.day && fits;
		if may {
			self.counters.entry(SEALED).or_default().sealed += u64::from(count);
			let (_, records, all) = self.sealed;
			self.sealed = (Some(until), records + 1, all + u64::from(leaves));
		}
		may
	}

	/// Takes the step, and says whether the chain must take it too.
	fn take(&mut self, step: &Step) -> bool {
		match step {
			Step::Grant(row) => self.is_clear && self.give(*row),
			Step::GrantMany(rows) => {
				let may = self.is_clear && !rows.is_empty();
				for row in rows.iter().filter(|_| may) {
					self.give(*row);
				}
				may
			}
			Step::Prune(limit) => self.prune(*limit),
			Step::OpenIncident => {
				let open = self.incidents.iter().filter(|is_open| **is_open).count();
				if open < 16 {
					self.incidents.push(true);
				}
				open < 16
			}
			Step::CloseIncident(number) => {
				let incident = self.incidents.get_mut(*number as usize);
				incident.is_some_and(std::mem::take)
			}
			Step::Seal(back, days, leaves, count) => self.seal(*back, *days, *leaves, *count),
			Step::Choose(is_clear) => {
				self.is_clear = *is_clear;
				true
			}
			Step::Annul(is_annulled) => {
				self.is_annulled = *is_annulled;
				true
			}
			Step::Suspend(_) => true,
			Step::Wait(days) => {
				self.day += days;
				true
			}
		}
	}
}

/// By what sealed uses are counted here.
const SEALED: CounterKey = CounterKey {
	basis: Basis::Agreement(0),
	benefit: Benefit::FewerInspections,
	direction: Direction::Import,
};

fn row_of((number, trader, direction): SomeRow) -> GrantRow {
	GrantRow {
		direction: DIRECTIONS[direction],
		..row(number, TEXTS[trader])
	}
}

/// The local day so many days after the first.
fn date(days: u64) -> Date {
	let utc_offset = aeo_primitives::UtcOffset::try_from(-360).expect("legal");
	Date::at(NOON + days * DAY, utc_offset).expect("a day")
}

/// Takes the step on the chain, so many days after the first.
fn take(step: &Step, today: u64) -> DispatchResult {
	let done = |result: frame_support::pallet_prelude::DispatchResultWithPostInfo| {
		result.map(|_| ()).map_err(|error| error.error)
	};
	match step {
		Step::Grant(row) => grant_by(CR, row_of(*row)),
		Step::GrantMany(rows) => grant_many(rows.iter().copied().map(row_of).collect()),
		Step::Prune(limit) => done(Benefits::prune(by(CR), *limit)),
		Step::OpenIncident => open(IncidentKind::Hazard),
		Step::CloseIncident(number) => close(*number),
		Step::Seal(back, days, leaves, count) => {
			let from = today.saturating_sub(*back);
			let counter = crate::SealedCounter {
				basis: SEALED.basis,
				benefit: SEALED.benefit,
				direction: SEALED.direction,
				count: *count,
			};
			let period = crate::SealedPeriod {
				from: date(from),
				until: date(from + days),
			};
			Benefits::record_sealed(
				by(CR),
				period.into(),
				document(),
				*leaves,
				vec![counter],
				vec![],
			)
		}
		Step::Choose(is_clear) => {
			if *is_clear {
				aeo_mocks::record_uses_in_clear(Territory::CR);
			} else {
				aeo_mocks::record_uses_sealed(Territory::CR);
			}
			Ok(())
		}
		Step::Annul(is_annulled) => {
			let state = if *is_annulled {
				CertificateState::Annulled
			} else {
				CertificateState::Authorised
			};
			put(
				Territory::MX,
				OTHER,
				vec![Certificate {
					state,
					..other_certificate()
				}],
			);
			Ok(())
		}
		Step::Suspend(is_suspended) => {
			let key = (Territory::CR, other_certificate().number);
			Suspended::mutate(|suspended| {
				if *is_suspended {
					suspended.insert(key)
				} else {
					suspended.remove(&key)
				}
			});
			Ok(())
		}
		Step::Wait(days) => {
			pass(days * DAY);
			Ok(())
		}
	}
}

/// The chain looks as the model says.
fn compare(model: &Model) {
	let stored: BTreeMap<_, _> = crate::Counters::<Test>::iter_prefix(Territory::CR).collect();
	assert_eq!(stored, model.counters);
	let (log, sealed) = Benefits::uses_recorded(Territory::CR);
	let live = model.grants.len() as u64;
	assert_eq!((log.first, log.next), (model.removed, model.removed + live));
	assert_eq!(
		(sealed.until, sealed.records, sealed.leaves),
		(model.sealed.0.map(date), model.sealed.1, model.sealed.2)
	);
	for (place, text) in TEXTS.into_iter().enumerate() {
		let feed = |page| Benefits::uses_of(&id_of(text), page);
		let mut uses: Vec<_> = (0..4).flat_map(feed).collect();
		uses.reverse();
		let known: Vec<_> = model
			.grants
			.iter()
			.filter(|known| known.trader == place)
			.collect();
		assert_eq!(uses.len(), known.len());
		for ((key, grant), known) in uses.into_iter().zip(known) {
			assert_eq!(key.declaration, declaration(known.number));
			assert_eq!(grant.direction, DIRECTIONS[known.direction]);
			assert_eq!(grant.entitlements.to_vec(), known.given);
			let is_flagged = place == 1 && model.is_annulled;
			assert_eq!(Benefits::is_annulled(&grant), is_flagged);
		}
	}
	let incidents = (0..4).flat_map(|page| Benefits::incidents_of(Territory::CR, page));
	let mut open: Vec<_> = incidents
		.map(|(_, incident)| incident.closed.is_none())
		.collect();
	open.reverse();
	assert_eq!(open, model.incidents);
}

/// The certificate of the other company, long valid.
fn other_certificate() -> Certificate {
	let certificate = certificate("B-0");
	let validity = certificate.validity.map(|validity| Validity {
		until: None,
		..validity
	});
	Certificate {
		validity,
		..certificate
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(192))]

	#[test]
	fn random_calls_should_do_what_the_model_does(
		world in world(),
		steps in prop::collection::vec(step(), 1..60),
	) {
		build_and_execute(|| {
			let annulled = build(world).iter().any(|one| one.state == CertificateState::Annulled);
			// What flags the first company's uses is tested by the second's.
			if annulled {
				put(Territory::MX, TIN, vec![]);
			}
			put(Territory::MX, OTHER, vec![other_certificate()]);
			// Besides what else there may be.
			let key = (Territory::MX, Territory::CR);
			LegTable::mutate(|table| table.entry(key).or_default().push(recovery(7)));
			aeo_mocks::record_uses_in_clear(Territory::CR);
			let mut model = Model {
				is_clear: true,
				..Default::default()
			};
			for step in steps {
				let today = model.day;
				let expected = model.take(&step);
				let result = take(&step, today);
				assert_eq!(result.is_ok(), expected, "{step:?}: {result:?}");
				compare(&model);
			}
		});
	}
}
