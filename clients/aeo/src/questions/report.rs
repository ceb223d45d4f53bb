//! `aeo report`: the figures of a month that docs/officer/utilisation.md names and the chain can tell.

use super::{evaluate::basis_text, say_all};
use crate::{
	ask::Asking,
	at::{At, Month},
	cli::questions::Report,
	failure::{Failure, Kind},
	standing,
	text::Label,
	Session,
};
use aeo_primitives::{
	recognition::Basis, Benefit, CertificateState, Direction, Moment, StateKind, Territory,
};
use serde::Deserialize;
use serde_json::{json, Value};
use std::{
	collections::BTreeMap,
	time::{SystemTime, UNIX_EPOCH},
};

/// Milliseconds of an hour.
const HOUR: Moment = 3_600_000;

#[derive(Deserialize)]
struct Page {
	counters: Vec<Counter>,
	next_page: Option<u32>,
	totals: Totals,
}

#[derive(Deserialize)]
struct Counter {
	basis: Basis,
	benefit: Benefit,
	direction: Direction,
	granted: u64,
	sealed: u64,
}

#[derive(Clone, Copy, Default, Deserialize)]
struct Totals {
	granted: u64,
	sealed: u64,
}

/// What an administration had given by a block.
#[derive(Default)]
struct Given {
	counters: BTreeMap<(Basis, Benefit, Direction), u64>,
	declarations: u64,
}

/// The answer of `aeo_counts`.
#[derive(Deserialize)]
pub struct Counts {
	/// How many certificates are in each state.
	pub states: Vec<StateCount>,
}

/// How many certificates are in a state.
#[derive(Deserialize)]
pub struct StateCount {
	/// The state that was decided.
	pub state: StateKind,
	/// How many.
	pub count: u32,
}

/// A page of `aeo_unacknowledged`.
#[derive(Deserialize)]
pub struct Unread {
	told: Vec<Told>,
	/// Where the next page begins; none where this is the last.
	pub next: Option<Value>,
}

#[derive(Deserialize)]
struct Told {
	after: After,
	known_from: Moment,
}

#[derive(Deserialize)]
struct After {
	state: CertificateState,
}

impl Unread {
	/// Returns since when the chain has known of each suspension on the page.
	pub fn suspensions(&self) -> impl Iterator<Item = Moment> + '_ {
		let suspended = |one: &&Told| matches!(one.after.state, CertificateState::Suspended(_));
		self.told.iter().filter(suspended).map(|one| one.known_from)
	}
}

#[derive(Deserialize)]
struct Incident {
	opened: Step,
	closed: Option<Step>,
}

#[derive(Deserialize)]
struct Step {
	at: Moment,
}

/// The figures.
struct Figures {
	given: BTreeMap<(Basis, Benefit, Direction), u64>,
	declarations: u64,
	states: Vec<(StateKind, u32)>,
	/// Suspensions that partners told and were not acknowledged, and the age of the oldest, in hours.
	unread: (usize, u64),
	/// Incidents that were open in the month, and for how many hours in all.
	incidents: (usize, u64),
}

/// Shows the figures of a month: what was given in it, and how it stood at its end, or stands now.
pub fn report(session: &Session, arguments: &Report) -> Result<(), Failure> {
	let Report {
		office,
		month,
		node,
	} = arguments;
	let end = if is_over(*month) {
		Some(At::Moment(month.last()))
	} else {
		None
	};
	let end = Asking::connect(node, end)?;
	let before = match Asking::connect(node, Some(At::Moment(month.before()))) {
		Ok(asking) => given(&asking, *office)?,
		// The chain began in this month.
		Err(failure) if failure.is(Kind::BeforeTheChain) => Given::default(),
		Err(failure) => return Err(failure),
	};
	let figures = figures(&end, *office, *month, &before)?;
	if session.json {
		return session.say(&json_of(&figures, &end).to_string());
	}
	say_all(session, &rows(session, &figures))?;
	end.say_block(session)
}

fn is_over(month: Month) -> bool {
	let elapsed = SystemTime::now()
		.duration_since(UNIX_EPOCH)
		.unwrap_or_default();
	Moment::try_from(elapsed.as_millis()).is_ok_and(|now| now > month.last())
}

fn given(asking: &Asking, office: Territory) -> Result<Given, Failure> {
	let mut given = Given::default();
	let mut page = Some(0_u32);
	while let Some(number) = page {
		let read: Page = asking.ask("aeo_utilisation", &[json!(office), json!(number)])?;
		for one in read.counters {
			let key = (one.basis, one.benefit, one.direction);
			given
				.counters
				.insert(key, one.granted.saturating_add(one.sealed));
		}
		given.declarations = read.totals.granted.saturating_add(read.totals.sealed);
		page = read.next_page;
	}
	Ok(given)
}

fn figures(
	end: &Asking,
	office: Territory,
	month: Month,
	before: &Given,
) -> Result<Figures, Failure> {
	let after = given(end, office)?;
	let counts: Counts = end.ask("aeo_counts", &[json!(office)])?;
	Ok(Figures {
		given: difference(&after, before),
		declarations: after.declarations.saturating_sub(before.declarations),
		states: counts
			.states
			.into_iter()
			.map(|one| (one.state, one.count))
			.filter(|(_, count)| *count > 0)
			.collect(),
		unread: unread(end, office)?,
		incidents: incidents(end, office, month)?,
	})
}

/// What was given between two blocks; counters never fall.
fn difference(after: &Given, before: &Given) -> BTreeMap<(Basis, Benefit, Direction), u64> {
	let all = after.counters.iter().map(|(key, count)| {
		let earlier = before.counters.get(key).copied().unwrap_or_default();
		(*key, count.saturating_sub(earlier))
	});
	all.filter(|(_, count)| *count > 0).collect()
}

fn unread(end: &Asking, office: Territory) -> Result<(usize, u64), Failure> {
	let mut count = 0_usize;
	let mut oldest = end.block.time;
	let mut from = Value::Null;
	loop {
		let page: Unread = end.ask("aeo_unacknowledged", &[json!(office), from])?;
		for known_from in page.suspensions() {
			count = count.saturating_add(1);
			oldest = oldest.min(known_from);
		}
		from = match page.next {
			Some(next) => next,
			None => return Ok((count, end.block.time.saturating_sub(oldest) / HOUR)),
		};
	}
}

fn incidents(end: &Asking, office: Territory, month: Month) -> Result<(usize, u64), Failure> {
	let mut open = Vec::new();
	for page in 0_u32.. {
		let found: Vec<Incident> = end.ask("aeo_incidents", &[json!(office), json!(page)])?;
		let is_last = found.len() < super::PAGE;
		let found = found.into_iter();
		open.extend(found.map(|one| (one.opened.at, one.closed.map(|step| step.at))));
		if is_last {
			break;
		}
	}
	let within = (month.before(), end.block.time);
	let hours: Vec<_> = open
		.into_iter()
		.filter_map(|(opened, closed)| open_within(opened, closed, within))
		.collect();
	Ok((hours.len(), hours.iter().sum::<u64>() / HOUR))
}

/// For how many milliseconds something was open between two moments; none where it was not.
fn open_within(
	opened: Moment,
	closed: Option<Moment>,
	(begin, end): (Moment, Moment),
) -> Option<Moment> {
	let last = closed.unwrap_or(end).min(end);
	let first = opened.max(begin);
	(last > begin && first <= end).then(|| last.saturating_sub(first))
}

fn json_of(figures: &Figures, end: &Asking) -> Value {
	let given = figures.given.iter().map(|((basis, benefit, direction), count)| {
		json!({"basis": basis, "benefit": benefit, "direction": direction, "count": count})
	});
	let states = figures
		.states
		.iter()
		.map(|(state, count)| json!({"state": state, "count": count}));
	json!({
		"given": given.collect::<Vec<_>>(),
		"declarations": figures.declarations,
		"states": states.collect::<Vec<_>>(),
		"unacknowledgedSuspensions": {"count": figures.unread.0, "oldestHours": figures.unread.1},
		"incidents": {"count": figures.incidents.0, "hours": figures.incidents.1},
		"block": end.block.number, "final": end.block.is_final,
	})
}

fn rows(session: &Session, figures: &Figures) -> Vec<Vec<String>> {
	let texts = &session.texts;
	let mut rows = vec![vec![
		texts.label(Label::ReportDeclarations, &[]),
		figures.declarations.to_string(),
	]];
	rows.extend(figures.given.iter().map(|((basis, benefit, way), count)| {
		let what = [
			basis_text(session, *basis),
			benefit.code().to_owned(),
			super::direction(session, *way),
		];
		vec![format!("  {}", what.join(", ")), count.to_string()]
	}));
	rows.extend(figures.states.iter().map(|(state, count)| {
		let details = [("state", standing::kind(session, *state))];
		let name = texts.label(Label::ReportState, &details);
		vec![name, count.to_string()]
	}));
	let hours = |label, (count, hours): (usize, u64)| {
		let details = [("hours", hours.to_string())];
		vec![texts.label(label, &details), count.to_string()]
	};
	rows.push(hours(Label::ReportUnread, figures.unread));
	rows.push(hours(Label::ReportIncidents, figures.incidents));
	rows
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_month_should_have_what_was_given_in_it() {
		let counted = |counts: &[(u32, u64)]| Given {
			counters: counts
				.iter()
				.map(|(agreement, count)| {
					let basis = Basis::Agreement(*agreement);
					(
						(basis, Benefit::FewerInspections, Direction::Import),
						*count,
					)
				})
				.collect(),
			declarations: 0,
		};
		let difference = difference(
			&counted(&[(1, 7), (2, 3), (3, 4)]),
			&counted(&[(1, 5), (3, 4)]),
		);
		let counts: Vec<_> = difference.into_values().collect();
		assert_eq!(counts, [2, 3]);
	}

	#[test]
	fn an_incident_should_count_in_the_month_alone() {
		let month = (100, 200);
		assert_eq!(open_within(10, None, month), Some(100));
		assert_eq!(open_within(10, Some(50), month), None);
		assert_eq!(open_within(150, Some(170), month), Some(20));
		assert_eq!(open_within(150, Some(300), month), Some(50));
		assert_eq!(open_within(201, None, month), None);
	}
}
