//! `aeo sync`: the chain follows the registry of an office.

mod confirm;
mod plan;
mod source;
mod work;

use crate::{
	cli::lists::{Apply, From, Plan as Planning, Registry, Run},
	failure::{Failure, Kind},
	few, list,
	online::{self, Online},
	progress, signing,
	text::Label,
	Session,
};
use aeo_client::{Block, Certificate, Chain, Key};
use aeo_lists::Checked;
use aeo_primitives::{Date, Territory};
use plan::{difference, Difference, Plan};
use serde_json::json;
use std::{fs, path::Path, time::Duration};

/// Runs a command about registries.
pub fn run(session: &Session, command: Registry) -> Result<(), Failure> {
	match command {
		Registry::Plan(arguments) => make(session, &arguments),
		Registry::Apply(arguments) => apply(session, &arguments),
		Registry::Confirm(arguments) => confirm::run(session, &arguments),
		Registry::Run(arguments) => follow(session, &arguments),
	}
}

/// A registry that was read.
struct Read {
	name: String,
	checked: Checked,
}

/// Reads a registry, in which no row may be wrong.
fn read(session: &Session, from: &From) -> Result<Read, Failure> {
	let source = source::read(session, &from.source)?;
	let checked = list::read(
		session,
		&source.name,
		&source.folder,
		&source.bytes,
		&from.reading,
	)?;
	let errors = checked.report.errors();
	if errors == 0 {
		return Ok(Read {
			name: source.name,
			checked,
		});
	}
	let wrong = checked
		.report
		.entries
		.iter()
		.filter(|entry| entry.finding.severity() == aeo_lists::Severity::Error);
	list::show(session, wrong, &source.name)?;
	let details = [
		("errors", errors.to_string()),
		("file", source.name.clone()),
		("report", source.name),
	];
	Err(Failure::with(Kind::ListRows, details))
}

/// The certificates of an issuer at the last final block, and the issuer's day.
struct Present {
	block: Block,
	certificates: Vec<Certificate>,
	today: Date,
}

async fn present(session: &Session, chain: &Chain, issuer: Territory) -> Result<Present, Failure> {
	let bar = progress::bar(session, Label::LookingUp, 0);
	let block = chain.last_final().await?;
	let unknown = || Failure::with(Kind::NoSuchIssuer, [("issuer", issuer.to_string())]);
	let offset = chain.utc_offset(issuer, block.hash).await?;
	let offset = offset.ok_or_else(unknown)?;
	let time = chain.time_of(block.hash).await?;
	let position = |count: usize| bar.set_position(count.try_into().unwrap_or(u64::MAX));
	let certificates = chain.certificates(issuer, block.number, position).await?;
	bar.finish_and_clear();
	let today = Date::at(time, offset)
		.map_err(|error| Failure::with(Kind::System, [("why", error.to_string())]))?;
	Ok(Present {
		block,
		certificates,
		today,
	})
}

/// Works out what is to be done, unless too much would end.
async fn plan(
	session: &Session,
	chain: &Chain,
	read: &Read,
	issuer: Territory,
	allow_ends: Option<usize>,
) -> Result<Plan, Failure> {
	let present = present(session, chain, issuer).await?;
	let document = read.checked.document;
	let found = difference(
		&read.checked.rows,
		&present.certificates,
		present.today,
		document,
	);
	ensure_few_ends(&found, allow_ends)?;
	let Difference {
		steps,
		doubts,
		absent,
		..
	} = found;
	Ok(Plan {
		genesis: chain.genesis(),
		block: present.block.number,
		issuer,
		source: read.name.clone(),
		document,
		steps,
		doubts,
		absent,
	})
}

/// A registry that was cut off or emptied must end nothing that nobody looks at.
fn ensure_few_ends(found: &Difference, allowed: Option<usize>) -> Result<(), Failure> {
	let ends = found.ends();
	if few::may_go(ends, found.live, allowed) {
		return Ok(());
	}
	let details = [("ends", ends.to_string()), ("live", found.live.to_string())];
	Err(Failure::with(Kind::TooManyEnds, details))
}

fn make(session: &Session, arguments: &Planning) -> Result<(), Failure> {
	let read = read(session, &arguments.from)?;
	let online = Online::connect(session, &arguments.nodes)?;
	let plan = online.wait(plan(
		session,
		&online.chain,
		&read,
		arguments.issuer,
		arguments.allow_ends,
	))?;
	let file = arguments.out.display().to_string();
	let text = serde_json::to_vec_pretty(&plan).unwrap_or_default();
	fs::write(&arguments.out, text).map_err(|error| Failure::file(&file, &error))?;
	say(session, &plan, Some(&file))
}

/// Says what a plan has.
fn say(session: &Session, plan: &Plan, file: Option<&str>) -> Result<(), Failure> {
	let texts = &session.texts;
	if session.json {
		let line = json!({
			"plan": file, "block": plan.block, "steps": plan.steps.len(),
			"doubts": plan.doubts, "absent": plan.absent,
		});
		return session.say(&line.to_string());
	}
	for doubt in &plan.doubts {
		let why = match doubt.why {
			plan::Why::OtherTrader => Label::DoubtOtherTrader,
			plan::Why::OtherType => Label::DoubtOtherType,
			plan::Why::EndedOnChain => Label::DoubtEndedOnChain,
			plan::Why::Application => Label::DoubtApplication,
			plan::Why::NoLastDay => Label::DoubtNoLastDay,
			plan::Why::SuspensionShorter => Label::DoubtSuspensionShorter,
		};
		session.tell(&texts.label(why, &[("number", doubt.number.to_string())]));
	}
	for number in &plan.absent {
		session.tell(&texts.label(Label::Absent, &[("number", number.to_string())]));
	}
	let count = |name: &str| {
		let steps = plan.steps.iter();
		steps
			.filter(|step| step.act.name() == name)
			.count()
			.to_string()
	};
	let details = [
		("add", count("add")),
		("renew", count("renew")),
		("rectify", count("rectify")),
		("suspend", count("suspend")),
		("reinstate", count("reinstate")),
		("revoke", count("revoke")),
		("relinquish", count("relinquish")),
		("annul", count("annul")),
		("block", plan.block.to_string()),
		("file", file.unwrap_or("–").to_owned()),
	];
	session.say(&texts.label(Label::Planned, &details))
}

fn apply(session: &Session, arguments: &Apply) -> Result<(), Failure> {
	let plan = read_plan(&arguments.plan)?;
	let online = Online::connect(session, &arguments.signing.nodes)?;
	let office = online.office(session, &arguments.signing)?;
	let (genesis, issuer) = (online.chain.genesis(), office.issuer);
	if plan.genesis != genesis || plan.issuer != issuer {
		let file = arguments.plan.display().to_string();
		let details = [("file", file), ("issuer", plan.issuer.to_string())];
		return Err(Failure::with(Kind::PlanForeign, details));
	}
	online.wait(work::apply(session, office, plan)).map(|_| ())
}

fn read_plan(file: &Path) -> Result<Plan, Failure> {
	let name = file.display().to_string();
	let text = fs::read(file).map_err(|error| Failure::file(&name, &error))?;
	serde_json::from_slice(&text).map_err(|error| {
		let details = [("file", name), ("why", error.to_string())];
		Failure::with(Kind::PlanWrong, details)
	})
}

/// Plans and applies, once or again and again.
fn follow(session: &Session, arguments: &Run) -> Result<(), Failure> {
	// The password is asked for once.
	let key = signing::key(session, &arguments.signing.account)?;
	loop {
		let outcome = once(session, arguments, &key);
		let Some(seconds) = arguments.watch else {
			return outcome;
		};
		match outcome {
			Ok(()) => {}
			// Ctrl-C ends it; anything else is told, and tried again.
			Err(failure) if failure.is_interruption() => return Err(failure),
			Err(failure) => session.tell_failure(&failure),
		}
		online::rest(Duration::from_secs(seconds))?;
	}
}

fn once(session: &Session, arguments: &Run, key: &Key) -> Result<(), Failure> {
	let read = read(session, &arguments.from)?;
	let signing = &arguments.signing;
	let online = Online::connect(session, &signing.nodes)?;
	let mut office = online.office_of(key.clone(), signing.journal.as_deref())?;
	online.wait(async {
		// What an earlier run left under way changes what is to be done.
		while office.queue.next().await?.is_some() {}
		let issuer = office.issuer;
		let chain = office.chain.clone();
		let plan = plan(session, &chain, &read, issuer, arguments.allow_ends).await?;
		say(session, &plan, None)?;
		work::apply(session, office, plan).await
	})
}

#[cfg(test)]
mod tests;
