//! `aeo evaluate` and `aeo explain`: is this firm recognised here, with which benefits, and why?

use super::{certificate, denial, headings, meant, say_all, since, Meant};
use crate::{
	ask::Asking,
	cli::questions::{Declared, Evaluate, Explain, Named},
	failure::Failure,
	rows, standing,
	text::Label,
	Session,
};
use aeo_primitives::{
	recognition::{
		Answer, Basis, Denial, Entitlement, Facts, OtherNumber, Outcome, Path, PathResult,
		Resolution,
	},
	AliasScheme, Benefits, CertificateNumber, Direction, Role, Territory,
};
use serde::Deserialize;
use serde_json::{json, Value};
use std::path::Path as FilePath;

/// Most questions that a node answers together.
const MANY: usize = 1_000;

/// An answer with everything that it depends on.
#[derive(Deserialize)]
pub struct Explanation {
	/// What the rule of recognition looked at.
	pub facts: Facts,
	answer: Answer,
	paths: Vec<Path>,
}

/// Asks whether a firm is recognised; or each of a file.
pub fn evaluate(session: &Session, arguments: &Evaluate) -> Result<(), Failure> {
	let Evaluate {
		grantor,
		id,
		role,
		direction,
		issuer,
		alias,
		questions,
		asked,
	} = arguments;
	let asking = Asking::connect(&asked.node, asked.at)?;
	if let Some(file) = questions {
		return evaluate_file(session, &asking, *grantor, file);
	}
	// They are required together.
	let (Some(id), Some(role), Some(direction)) = (id, role, direction) else {
		return Ok(());
	};
	let named = Named {
		id: id.clone(),
		issuer: *issuer,
	};
	let identifier = identifier(&asking, &named, *alias)?;
	let arguments = [json!(grantor), identifier, json!(role), json!(direction)];
	if session.json {
		return session.say(&asking.whole("aeo_evaluate", &arguments)?.to_string());
	}
	let explained: Explanation = asking.ask("aeo_explain", &arguments)?;
	say_explained(session, &asking, &explained)?;
	asking.say_block(session)
}

/// Asks why a firm is recognised, or not.
pub fn explain(session: &Session, arguments: &Explain) -> Result<(), Failure> {
	let Explain {
		grantor,
		declared: Declared { named, alias },
		role,
		direction,
		asked,
	} = arguments;
	let asking = Asking::connect(&asked.node, asked.at)?;
	let identifier = identifier(&asking, named, *alias)?;
	let arguments = [json!(grantor), identifier, json!(role), json!(direction)];
	let whole = asking.whole("aeo_explain", &arguments)?;
	if session.json {
		return session.say(&whole.to_string());
	}
	let explained: Explanation = asking.read(whole)?;
	say_explained(session, &asking, &explained)?;
	if !explained.paths.is_empty() {
		let labels = [
			Label::ColumnCertificate,
			Label::ColumnBasis,
			Label::ColumnResult,
		];
		let mut rows = vec![headings(session, &labels)];
		rows.extend(explained.paths.iter().map(|path| {
			let result = match &path.result {
				PathResult::Refused(refused) => denial(session, refused),
				PathResult::Counted(benefits) => super::codes(*benefits),
			};
			vec![
				path.certificate.to_string(),
				path.basis
					.map_or_else(|| "–".to_owned(), |basis| basis_text(session, basis)),
				result,
			]
		}));
		say_all(session, &rows)?;
	}
	asking.say_block(session)
}

/// How a question names who is meant.
pub fn identifier(
	asking: &Asking,
	named: &Named,
	alias: Option<AliasScheme>,
) -> Result<Value, Failure> {
	if let Some(scheme) = alias {
		return Ok(json!({"Alias": {"scheme": scheme, "value": named.id}}));
	}
	Ok(match meant(asking, named)? {
		Some(Meant::Certificate(issuer, number)) => {
			json!({"Certificate": {"issuer": issuer, "number": number}})
		}
		Some(Meant::Firm(tin)) => json!(tin.to_string()),
		// The node says what is wrong with it.
		None => json!(named.id),
	})
}

/// Names an agreement, or what is given at home.
pub fn basis_text(session: &Session, basis: Basis) -> String {
	match basis {
		Basis::Domestic => session.texts.of("basis-Domestic"),
		Basis::Agreement(agreement) => session
			.texts
			.with("basis-Agreement", &[("agreement", agreement.to_string())]),
	}
}

fn say_explained(
	session: &Session,
	asking: &Asking,
	Explanation { facts, answer, .. }: &Explanation,
) -> Result<(), Failure> {
	say_answer(session, answer, |why, certificate| {
		standing_line(session, asking, facts, why, certificate)
	})
}

/// Says what the answer is; `standing` says of the certificate that came nearest how it stands.
pub fn say_answer(
	session: &Session,
	answer: &Answer,
	standing: impl FnOnce(&Denial, Option<&CertificateNumber>) -> Result<Option<String>, Failure>,
) -> Result<(), Failure> {
	let texts = &session.texts;
	let mut marks = Vec::new();
	if answer.issuer_quarantined {
		marks.push(texts.of("answer-issuer_quarantined"));
	}
	match &answer.other_number {
		Some(OtherNumber::Former { present }) => marks.push(texts.with(
			"answer-other_number-Former",
			&[("present", present.to_string())],
		)),
		Some(OtherNumber::Branch { of }) => {
			marks.push(texts.with("answer-other_number-Branch", &[("of", of.to_string())]));
		}
		None => {}
	}
	if answer.priority {
		marks.push(texts.of("answer-priority"));
	}
	match &answer.outcome {
		Outcome::Granted(entitlements) => {
			session.say(&texts.of("outcome-Granted"))?;
			let rows: Vec<_> = entitlements
				.iter()
				.map(|one| entitlement_row(session, one))
				.collect();
			say_all(session, &rows)?;
		}
		Outcome::Denied {
			denial: why,
			certificate,
		} => {
			let nearest = certificate
				.as_ref()
				.map_or_else(|| "None".to_owned(), ToString::to_string);
			session.say(&texts.with("outcome-Denied", &[("certificate", nearest)]))?;
			session.say(&denial(session, why))?;
			if let Some(line) = standing(why, certificate.as_ref())? {
				session.say(&line)?;
			}
		}
	}
	marks.iter().try_for_each(|mark| session.say(mark))
}

fn entitlement_row(session: &Session, one: &Entitlement) -> Vec<String> {
	vec![
		format!("  {}", one.benefit.code()),
		session.texts.of(&format!("benefit-{}", one.benefit.name())),
		one.certificate.to_string(),
		basis_text(session, one.basis),
	]
}

/// How the certificate stands that came nearest, with its day, where that is why it was denied.
fn standing_line(
	session: &Session,
	asking: &Asking,
	facts: &Facts,
	why: &Denial,
	number: Option<&CertificateNumber>,
) -> Result<Option<String>, Failure> {
	let is_of_certificate = matches!(
		why,
		Denial::NotYetValid
			| Denial::Suspended
			| Denial::Expired
			| Denial::Revoked
			| Denial::Relinquished
			| Denial::Annulled
			| Denial::NotAuthorised
	);
	let (Some(number), Resolution::Found(trader), true) =
		(number, &facts.trader, is_of_certificate)
	else {
		return Ok(None);
	};
	let Some(found) = certificate(asking, trader.issuer.territory, number)? else {
		return Ok(None);
	};
	let status = standing::status(session, &found, since(asking, &found)?);
	let details = [("number", number.to_string()), ("status", status)];
	Ok(Some(session.texts.label(Label::CertificateIs, &details)))
}

/// A row of a file of questions.
struct Row {
	id: String,
	identifier: Value,
	role: Role,
	direction: Direction,
}

/// Columns that a file of questions must have; it may have `issuer` or `alias` besides.
const COLUMNS: [&str; 3] = ["id", "role", "direction"];

/// Asks all questions of a file about one block, and writes the answers as CSV. Where a row can't be
/// read, nothing is asked.
fn evaluate_file(
	session: &Session,
	asking: &Asking,
	grantor: Territory,
	file: &FilePath,
) -> Result<(), Failure> {
	let rows = rows::of_file(session, file, &COLUMNS, |cells| {
		let optional = |column| Some(cells.get(column)).filter(|cell| !cell.is_empty());
		read_row(
			cells.get("id"),
			cells.get("role"),
			cells.get("direction"),
			optional("issuer"),
			optional("alias"),
		)
	})?;
	let mut out = csv::Writer::from_writer(std::io::stdout().lock());
	let failed = |error: csv::Error| Failure::file("-", &error.into());
	if !session.json {
		out.write_record([
			"id",
			"role",
			"direction",
			"recognised",
			"benefits",
			"why",
			"certificate",
			"sentence",
			"block",
			"final",
		])
		.map_err(failed)?;
	}
	for page in rows.chunks(MANY) {
		let questions: Vec<_> = page
			.iter()
			.map(|row| {
				json!({
					"identifier": row.identifier, "role": row.role, "direction": row.direction,
				})
			})
			.collect();
		let answers: Vec<Answer> =
			asking.ask("aeo_evaluateMany", &[json!(grantor), json!(questions)])?;
		for (row, answer) in page.iter().zip(&answers) {
			if session.json {
				let line = json!({
					"id": row.id, "role": row.role, "direction": row.direction, "answer": answer,
					"block": asking.block.number, "final": asking.block.is_final,
				});
				session.say(&line.to_string())?;
			} else {
				out.write_record(answer_cells(session, asking, row, answer))
					.map_err(failed)?;
			}
		}
	}
	out.flush().map_err(|error| Failure::file("-", &error))
}

fn answer_cells(session: &Session, asking: &Asking, row: &Row, answer: &Answer) -> [String; 10] {
	let (recognised, benefits, why, certificate, sentence) = match &answer.outcome {
		Outcome::Granted(entitlements) => {
			let benefits = Benefits::new(entitlements.iter().map(|one| one.benefit));
			let mut numbers: Vec<_> = entitlements
				.iter()
				.map(|one| one.certificate.to_string())
				.collect();
			numbers.sort();
			numbers.dedup();
			(
				true,
				super::codes(benefits.unwrap_or_default()),
				String::new(),
				numbers.join(", "),
				session.texts.of("outcome-Granted"),
			)
		}
		Outcome::Denied {
			denial: why,
			certificate,
		} => {
			let name = format!("{why:?}");
			(
				false,
				String::new(),
				name.split(' ').next().unwrap_or_default().to_owned(),
				certificate
					.as_ref()
					.map_or_else(String::new, ToString::to_string),
				denial(session, why),
			)
		}
	};
	[
		row.id.clone(),
		row.role.code().to_owned(),
		format!("{:?}", row.direction),
		recognised.to_string(),
		benefits,
		why,
		certificate,
		sentence,
		asking.block.number.to_string(),
		asking.block.is_final.to_string(),
	]
}

/// Reads a row; the error is the column that can't be read.
fn read_row(
	id: &str,
	role: &str,
	direction: &str,
	issuer: Option<&str>,
	alias: Option<&str>,
) -> Result<Row, &'static str> {
	if id.is_empty() {
		return Err("id");
	}
	let direction = match direction.to_ascii_lowercase().as_str() {
		"import" => Direction::Import,
		"export" => Direction::Export,
		_ => return Err("direction"),
	};
	let identifier = match (issuer, alias) {
		(None, None) => json!(id),
		(Some(issuer), None) => {
			let issuer: Territory = issuer.parse().map_err(|_| "issuer")?;
			json!({"Certificate": {"issuer": issuer, "number": id}})
		}
		(None, Some(scheme)) => {
			let scheme: AliasScheme = scheme.parse().map_err(|_| "alias")?;
			json!({"Alias": {"scheme": scheme, "value": id}})
		}
		(Some(_), Some(_)) => return Err("alias"),
	};
	Ok(Row {
		id: id.to_owned(),
		identifier,
		role: role.parse().map_err(|_| "role")?,
		direction,
	})
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn rows_should_be_read_or_their_column_named() {
		let row = |id, role, direction, issuer, alias| {
			read_row(id, role, direction, issuer, alias).map(|row| row.identifier)
		};
		let tin = "MXNWM9709244W4";
		assert_eq!(row(tin, "EX", "import", None, None), Ok(json!(tin)));
		assert_eq!(row(tin, "Exporter", "EXPORT", None, None), Ok(json!(tin)));
		assert_eq!(
			row("7", "EX", "Import", Some("Mexico"), None),
			Ok(json!({"Certificate": {"issuer": "MX", "number": "7"}}))
		);
		assert_eq!(
			row("7", "EX", "Import", None, Some("MID")),
			Ok(json!({"Alias": {"scheme": "Mid", "value": "7"}}))
		);
		assert_eq!(row("", "EX", "Import", None, None), Err("id"));
		assert_eq!(row(tin, "EXP", "Import", None, None), Err("role"));
		assert_eq!(row(tin, "EX", "Transit", None, None), Err("direction"));
		assert_eq!(row(tin, "EX", "Import", Some("ZZ"), None), Err("issuer"));
		assert_eq!(row(tin, "EX", "Import", None, Some("x")), Err("alias"));
		assert_eq!(
			row(tin, "EX", "Import", Some("MX"), Some("MID")),
			Err("alias")
		);
	}
}
