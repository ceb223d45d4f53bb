//! `aeo tin check`: is this a firm's number? No node is asked.

use super::{denial, say_all};
use crate::{
	cli::questions::{Tin as Command, TinCheck},
	failure::{Failure, Kind},
	text::Label,
	Session,
};
use aeo_primitives::{
	recognition::Denial,
	tin::{Check, Reason, Tin},
};
use serde_json::{json, Value};
use std::io::{self, BufRead};

/// Checks numbers: those that were typed, or with `-` a line each of the input.
pub fn run(session: &Session, Command::Check(TinCheck { tins }): &Command) -> Result<(), Failure> {
	let mut wrong = 0_u32;
	let mut rows = Vec::new();
	let mut check = |text: &str| -> Result<(), Failure> {
		let checked = Tin::parse(text).and_then(|tin| tin.check().map(|check| (tin, check)));
		if checked.is_err() {
			wrong = wrong.saturating_add(1);
		}
		if session.json {
			session.say(&as_json(text, &checked).to_string())
		} else {
			rows.push(row(session, text, checked));
			Ok(())
		}
	};
	for text in tins {
		if text == "-" {
			for line in io::stdin().lock().lines() {
				let line = line.map_err(|error| Failure::file("-", &error))?;
				if !line.trim().is_empty() {
					check(line.trim())?;
				}
			}
		} else {
			check(text)?;
		}
	}
	say_all(session, &rows)?;
	if wrong == 0 {
		return Ok(());
	}
	let wrong = wrong.to_string();
	Err(Failure::with(Kind::WrongNumbers, [("wrong", wrong)]))
}

fn as_json(text: &str, checked: &Result<(Tin, Check), Reason>) -> Value {
	match checked {
		Ok((tin, check)) => json!({
			"text": text,
			"tin": tin.text(),
			"scheme": tin.scheme().name(),
			"check": check,
			"personal": tin.is_personal(),
			"fits_wco17": tin.fits_wco17(),
		}),
		Err(reason) => json!({"text": text, "reason": reason, "why": reason.to_string()}),
	}
}

fn row(session: &Session, text: &str, checked: Result<(Tin, Check), Reason>) -> Vec<String> {
	match checked {
		Ok((tin, check)) => {
			let label = match check {
				Check::Passed => Label::CheckPassed,
				Check::FormatOnly | Check::Overridden => Label::CheckFormOnly,
			};
			vec![
				tin.to_string(),
				tin.scheme().name().to_owned(),
				session.texts.label(label, &[]),
			]
		}
		Err(reason) => vec![
			text.to_owned(),
			"–".to_owned(),
			denial(session, &Denial::NotANumber { reason }),
		],
	}
}
