//! Programmes: the types of an administration's certificates, and how it decides about them.

use super::{desk::Desk, house::read};
use crate::{
	ask::Asking,
	cli::applications::{Programme as Command, Programmes, SetProgramme},
	failure::{Exit, Failure},
	state::State,
	table,
	text::Label,
	Session,
};
use aeo_client::{calls, Applications, Branches, Programme, UntilRenewed, ValidityMonths};
use aeo_primitives::{recognition::ConsentMode, FourEyes, Halves, ProgrammeCode, Territory};
use serde::Deserialize;
use serde_json::json;

/// Shows programmes, or sets one.
pub fn programme(session: &Session, command: Command) -> Result<Exit, Failure> {
	match command {
		Command::Show(arguments) => show(session, &arguments).map(|()| Exit::Done),
		Command::Set(arguments) => set(session, &arguments),
	}
}

/// A programme as it is written in a file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
	code: ProgrammeCode,
	programme: Programme,
}

fn set(session: &Session, arguments: &SetProgramme) -> Result<Exit, Failure> {
	let Written { code, programme } = read(&arguments.programme_file)?;
	let desk = Desk::open(session, &arguments.acting)?;
	let home = desk.home()?;
	let present = desk.state.programmes(home, desk.asking.block.hash)?;
	let present = present.into_iter().find(|(known, _)| *known == code);
	let mut lines = Vec::new();
	if let Some((code, present)) = &present {
		lines.extend(words(session, home, code, present));
	}
	let details = [("code", code.to_string())];
	lines.push(session.texts.label(Label::ActSetProgramme, &details));
	lines.extend(words(session, home, &code, &programme));
	desk.act(&lines.join("\n"), &calls::set_programme(&code, &programme))
}

fn show(session: &Session, Programmes { office, asked }: &Programmes) -> Result<(), Failure> {
	let asking = Asking::connect(&asked.node, asked.at)?;
	let state = State::connect(&asked.node, asking.genesis)?;
	let found = state.programmes(*office, asking.block.hash)?;
	if session.json {
		return found.iter().try_for_each(|(code, programme)| {
			let line = json!({
				"code": code, "programme": programme,
				"block": asking.block.number, "final": asking.block.is_final,
			});
			session.say(&line.to_string())
		});
	}
	if found.is_empty() {
		session.tell(&session.texts.label(Label::NoProgrammes, &[]));
	}
	for (code, programme) in &found {
		words(session, *office, code, programme)
			.iter()
			.try_for_each(|line| session.say(line))?;
	}
	asking.say_block(session)
}

/// What a programme says, a line each.
fn words(
	session: &Session,
	office: Territory,
	code: &ProgrammeCode,
	programme: &Programme,
) -> Vec<String> {
	let texts = &session.texts;
	let say = |label: Label| texts.label(label, &[]);
	let months = |label: Label, months: u16| texts.label(label, &[("months", months.to_string())]);
	let types = programme.types.iter().map(|one| {
		let halves = match one.halves {
			Halves::Customs => Label::HalvesCustoms,
			Halves::Security => Label::HalvesSecurity,
			Halves::Both => Label::HalvesBoth,
		};
		format!("{} ({})", one.code, say(halves))
	});
	let opinions = programme.opinions_required.iter().map(ToString::to_string);
	let opinions: Vec<_> = opinions.collect();
	let rows = [
		(Label::FieldType, types.collect::<Vec<_>>().join(", ")),
		(
			Label::FieldOfficers,
			say(match programme.four_eyes {
				FourEyes::Required => Label::OfficersTwo,
				FourEyes::NotRequired => Label::OfficersOne,
			}),
		),
		(
			Label::FieldSharing,
			say(match programme.consent {
				ConsentMode::Asked => Label::SharingAsked,
				ConsentMode::Standing => Label::SharingStanding,
			}),
		),
		(
			Label::FieldApplications,
			say(match programme.applications {
				Applications::Required => Label::ApplicationsRequired,
				Applications::NotRequired => Label::ApplicationsNotRequired,
			}),
		),
		(
			Label::FieldUntilRenewed,
			say(match programme.until_renewed {
				UntilRenewed::Ends => Label::UntilRenewedEnds,
				UntilRenewed::KeptInForce => Label::UntilRenewedKept,
			}),
		),
		(
			Label::FieldValid,
			match programme.validity_months {
				ValidityMonths::AtMost(most) => months(Label::ValidAtMost, most),
				ValidityMonths::Usually(usual) => months(Label::ValidUsually, usual),
				ValidityMonths::NoEnd => say(Label::ValidNoEnd),
			},
		),
		(
			Label::FieldReview,
			programme.review_months.map_or_else(
				|| say(Label::ReviewWhenDue),
				|within| months(Label::ReviewWithin, within),
			),
		),
		(
			Label::FieldDecisionDays,
			programme.decision_days.to_string(),
		),
		(
			Label::FieldOpinions,
			if opinions.is_empty() {
				"–".to_owned()
			} else {
				opinions.join(", ")
			},
		),
		(
			Label::FieldBranches,
			say(match programme.branches {
				Branches::Apart => Label::BranchesApart,
				Branches::Covered => Label::BranchesCovered,
			}),
		),
	];
	let rows: Vec<_> = rows
		.into_iter()
		.map(|(label, value)| vec![format!("  {}", say(label)), value])
		.collect();
	let details = [
		("code", code.to_string()),
		("office", office.name().to_owned()),
	];
	let mut lines = vec![texts.label(Label::ProgrammeOf, &details)];
	lines.extend(table::lines(&rows));
	lines
}
