//! `aeo list export`: what is on chain at a final block, as a list.

use super::rows;
use crate::{
	cli::lists::Export as Arguments,
	failure::{Failure, Kind},
	online::Online,
	progress,
	text::Label,
	Session,
};
use aeo_client::{Block, Certificate, Chain, Question};
use aeo_lists::{
	cadena, csv_of, partin, wco_xml, xlsx, Change, Function, Interchange, LeftOut, Row, Status,
};
use aeo_primitives::{Code, Date, Direction, Moment, Roles, Territory, UtcOffset};
use indicatif::ProgressBar;
use serde_json::json;
use std::{
	collections::BTreeMap,
	fs::{self, OpenOptions},
	io::{self, Write},
	path::Path,
};

/// Milliseconds of a minute.
const MINUTE: u64 = 60_000;

/// In which form a list leaves.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Form {
	/// Comma-separated values.
	Csv,
	/// A workbook.
	Xlsx,
	/// With the names of the WCO Data Model.
	Xml,
	/// PARTIN.
	Edifact,
}

impl Form {
	/// Returns the one of this name.
	pub fn named(name: &str) -> Option<Self> {
		Some(match name {
			"csv" => Self::Csv,
			"xlsx" => Self::Xlsx,
			"xml" => Self::Xml,
			"edifact" | "edi" => Self::Edifact,
			_ => return None,
		})
	}
}

/// What is written.
enum Output {
	/// A file.
	File(Form),
	/// A folder of credentials as CADENA has them.
	Cadena,
}

impl Output {
	/// Returns what is asked for, or what the file's name says.
	fn of(arguments: &Arguments) -> Result<Self, Failure> {
		if arguments.format.as_deref() == Some("cadena") {
			return Ok(Self::Cadena);
		}
		let extension = || {
			let extension = arguments.file.extension()?.to_str()?;
			Some(extension.to_ascii_lowercase())
		};
		let name = arguments.format.clone().or_else(extension);
		let form = name.as_deref().and_then(Form::named).ok_or_else(|| {
			let file = arguments.file.display().to_string();
			Failure::with(Kind::ExportFormat, [("file", file)])
		})?;
		Ok(Self::File(form))
	}
}

/// A list that is to leave.
pub struct Wanted {
	/// Whose certificates it has.
	pub issuer: Territory,
	/// To whom it is given: of what gives something there; none for all certificates.
	pub grantor: Option<Territory>,
	/// What has changed since a day; none for the whole list.
	pub since: Option<Date>,
}

/// What a list has.
struct Gathered {
	changes: Vec<Change>,
	/// The final block that it is of.
	block: Block,
	/// The time of that block.
	time: Moment,
	/// That of the issuer.
	offset: UtcOffset,
}

/// A list as it leaves.
pub struct Export {
	/// The file.
	pub bytes: Vec<u8>,
	/// The final block that it is of.
	pub block: Block,
	/// Those certificates that the form has no room for.
	pub left_out: Vec<LeftOut>,
}

/// The list of an issuer at a block: what it says of each certificate, by number.
type Listed = BTreeMap<String, Row>;

/// Writes the list.
pub fn run(session: &Session, arguments: &Arguments) -> Result<(), Failure> {
	let wanted = Wanted {
		issuer: arguments.issuer,
		grantor: arguments.grantor,
		since: arguments.since,
	};
	let output = Output::of(arguments)?;
	let online = Online::connect(session, &arguments.nodes)?;
	online.wait(async {
		let bar = progress::bar(session, Label::LookingUp, 0);
		let gathered = gathered(&online.chain, &wanted, &bar).await?;
		bar.finish_and_clear();
		let left_out = match output {
			Output::File(form) => {
				let (bytes, left_out) = written(&wanted, form, &gathered)?;
				write(&arguments.file, &bytes)?;
				left_out
			}
			Output::Cadena => write_credentials(&arguments.file, &gathered)?,
		};
		say(session, arguments, &gathered, &left_out)
	})
}

/// Returns the list at the last final block, in a form.
pub async fn export(
	chain: &Chain,
	wanted: &Wanted,
	form: Form,
	bar: &ProgressBar,
) -> Result<Export, Failure> {
	let gathered = gathered(chain, wanted, bar).await?;
	let (bytes, left_out) = written(wanted, form, &gathered)?;
	Ok(Export {
		bytes,
		block: gathered.block,
		left_out,
	})
}

/// Returns what the list has at the last final block.
async fn gathered(chain: &Chain, wanted: &Wanted, bar: &ProgressBar) -> Result<Gathered, Failure> {
	let issuer = wanted.issuer;
	let block = chain.last_final().await?;
	let unknown = || Failure::with(Kind::NoSuchIssuer, [("issuer", issuer.to_string())]);
	let offset = chain
		.utc_offset(issuer, block.hash)
		.await?
		.ok_or_else(unknown)?;
	let now = listed(chain, wanted, block, offset, bar).await?;
	let before = match wanted.since {
		None => Listed::new(),
		Some(day) => {
			let since = chain.block_since(day.first_moment(offset), block).await?;
			// How it was when the day began: after the last block of the day before.
			match since.number.checked_sub(1).filter(|number| *number > 0) {
				None => Listed::new(),
				Some(number) => {
					let hash = chain.at_number(number).await?.block_hash();
					listed(chain, wanted, Block { number, hash }, offset, bar).await?
				}
			}
		}
	};
	Ok(Gathered {
		changes: changes(before, now),
		block,
		time: chain.time_of(block.hash).await?,
		offset,
	})
}

/// Returns what the chain says of the issuer's certificates at a block; for a grantor, of those to which it gives
/// something, in the roles for which it does.
async fn listed(
	chain: &Chain,
	wanted: &Wanted,
	block: Block,
	offset: UtcOffset,
	bar: &ProgressBar,
) -> Result<Listed, Failure> {
	let position = |count: usize| bar.set_position(count.try_into().unwrap_or(u64::MAX));
	let issuer = wanted.issuer;
	let certificates = chain.certificates(issuer, block.number, position).await?;
	let certificates = match wanted.grantor {
		None => certificates,
		Some(grantor) => recognised(chain, grantor, issuer, certificates, block).await?,
	};
	bar.set_length(certificates.len().try_into().unwrap_or(u64::MAX));
	let histories = chain
		.histories(issuer, &certificates, block.number, position)
		.await?;
	let rows = certificates
		.iter()
		.zip(&histories)
		.filter_map(|(certificate, periods)| rows::row_of(certificate, periods, offset));
	Ok(rows.map(|row| (row.number.to_string(), row)).collect())
}

/// Returns the certificates to which a grantor gives something, with the roles for which it does.
async fn recognised(
	chain: &Chain,
	grantor: Territory,
	issuer: Territory,
	certificates: Vec<Certificate>,
	block: Block,
) -> Result<Vec<Certificate>, Failure> {
	let questions: Vec<_> = certificates
		.iter()
		.flat_map(|certificate| {
			let roles = certificate.roles.iter();
			roles
				.flat_map(move |role| Direction::all().map(move |direction| (role, direction)))
				.map(|(role, direction)| Question {
					issuer,
					number: certificate.number.clone(),
					role,
					direction,
				})
		})
		.collect();
	let given = chain.are_given(grantor, &questions, block.number).await?;
	let mut roles: BTreeMap<_, Vec<_>> = BTreeMap::new();
	for (question, _) in questions.iter().zip(given).filter(|(_, given)| *given) {
		let roles = roles.entry(question.number.clone()).or_default();
		roles.push(question.role);
	}
	let with_roles = |mut certificate: Certificate| {
		let given = roles.get(&certificate.number)?;
		certificate.roles = Roles::new(given.iter().copied()).ok()?;
		Some(certificate)
	};
	Ok(certificates.into_iter().filter_map(with_roles).collect())
}

/// Whether a certificate of a list gives something.
fn is_good(row: &Row) -> bool {
	row.life.status() == Status::Authorised
}

/// Returns what has changed from one list to the next.
fn changes(mut before: Listed, now: Listed) -> Vec<Change> {
	let mut changes = Vec::new();
	for (number, row) in now {
		let function = match before.remove(&number) {
			None if is_good(&row) => Function::Add,
			// It came and went, or is not good: nobody was told to count on it.
			None => Function::Change,
			Some(earlier) if earlier == row => continue,
			Some(earlier) if is_good(&earlier) && !is_good(&row) => Function::Delete,
			Some(earlier) if !is_good(&earlier) && is_good(&row) => Function::Add,
			Some(_) => Function::Change,
		};
		changes.push(Change { function, row });
	}
	let gone = before.into_values().map(|row| Change {
		function: Function::Delete,
		row,
	});
	changes.extend(gone);
	changes
}

fn written(
	wanted: &Wanted,
	form: Form,
	gathered: &Gathered,
) -> Result<(Vec<u8>, Vec<LeftOut>), Failure> {
	let Gathered {
		changes,
		block,
		time,
		offset,
	} = gathered;
	let file = wanted.issuer.to_string();
	let failed = |why: String| Failure::with(Kind::File, [("file", file.clone()), ("why", why)]);
	let rows: Vec<Row> = changes.iter().map(|change| change.row.clone()).collect();
	Ok(match form {
		Form::Csv => (csv_of(&rows), Vec::new()),
		Form::Xlsx => (
			xlsx(&rows).map_err(|error| failed(error.to_string()))?,
			Vec::new(),
		),
		Form::Xml => wco_xml(&rows).map_err(|error| failed(error.to_string()))?,
		Form::Edifact => {
			let local = i128::from(*time) + i128::from(offset.minutes()) * i128::from(MINUTE);
			let minutes = local.div_euclid(i128::from(MINUTE)).rem_euclid(24 * 60);
			let part = |value: i128| u8::try_from(value).unwrap_or_default();
			let day = Date::at(*time, *offset).map_err(|error| failed(error.to_string()))?;
			let receiver = wanted.grantor.unwrap_or(wanted.issuer);
			let interchange = Interchange {
				sender: wanted.issuer.to_string(),
				receiver: receiver.to_string(),
				reference: block.number.to_string(),
				day,
				time: (part(minutes / 60), part(minutes % 60)),
			};
			partin(&interchange, changes)
		}
	})
}

/// Writes a folder of credentials, and returns which certificates they have no room for.
fn write_credentials(folder: &Path, gathered: &Gathered) -> Result<Vec<LeftOut>, Failure> {
	let name = folder.display().to_string();
	let rows: Vec<Row> = gathered
		.changes
		.iter()
		.map(|change| change.row.clone())
		.collect();
	let today = Date::at(gathered.time, gathered.offset).map_err(|error| {
		Failure::with(
			Kind::File,
			[("file", name.clone()), ("why", error.to_string())],
		)
	})?;
	let (files, left_out) = cadena(&rows, today);
	fs::create_dir_all(folder).map_err(|error| Failure::file(&name, &error))?;
	for (file, bytes) in files {
		write(&folder.join(file), &bytes)?;
	}
	Ok(left_out)
}

/// Writes a new file, or the standard output where it is `-`.
fn write(file: &Path, bytes: &[u8]) -> Result<(), Failure> {
	let name = file.display().to_string();
	if name == "-" {
		let written = io::stdout().lock().write_all(bytes);
		return written.map_err(|error| Failure::file(name, &error));
	}
	let open = OpenOptions::new().write(true).create_new(true).open(file);
	let mut open = open.map_err(|error| match error.kind() {
		io::ErrorKind::AlreadyExists => {
			Failure::with(Kind::TemplateThere, [("file", name.clone())])
		}
		_ => Failure::file(&name, &error),
	})?;
	open.write_all(bytes)
		.map_err(|error| Failure::file(&name, &error))
}

fn say(
	session: &Session,
	arguments: &Arguments,
	gathered: &Gathered,
	left_out: &[LeftOut],
) -> Result<(), Failure> {
	let Gathered { changes, block, .. } = gathered;
	let certificates = changes.len();
	let file = arguments.file.display().to_string();
	let details = [
		("file", file.clone()),
		("certificates", certificates.to_string()),
		("block", block.number.to_string()),
	];
	// The standard output may be the list.
	if file == "-" {
		session.tell(&session.texts.label(Label::Exported, &details));
	} else if session.json {
		let line = json!({
			"file": file, "certificates": certificates, "block": block.number,
			"blockHash": block.hash, "leftOut": left_out.len(),
		});
		session.say(&line.to_string())?;
	} else {
		session.say(&session.texts.label(Label::Exported, &details))?;
	}
	if left_out.is_empty() {
		return Ok(());
	}
	for LeftOut { number, tin } in left_out {
		let details = [("number", number.clone()), ("tin", tin.clone())];
		session.tell(&session.texts.label(Label::RowLeftOut, &details));
	}
	let details = [("rows", left_out.len().to_string())];
	Err(Failure::with(Kind::LeftOut, details))
}

#[cfg(test)]
mod tests {
	use super::*;

	fn row(number: &str, status: &str) -> Row {
		let list = format!(
			"tin,certificate,programme,type,roles,status,valid_from,status_since\n\
			 MXNWM9709244W4,{number},OEA,OEA,EX,{status},2024-01-01,2026-01-01\n"
		);
		let checked = aeo_lists::check(list.as_bytes(), &aeo_lists::Options::default());
		checked.expect("a list").rows.remove(0)
	}

	fn list(rows: &[(&str, &str)]) -> Listed {
		rows.iter()
			.map(|(number, status)| ((*number).to_owned(), row(number, status)))
			.collect()
	}

	#[test]
	fn changes_should_say_what_the_receiver_has_to_do() {
		let before = list(&[
			("A-1", "Authorised"),
			("A-2", "Authorised"),
			("A-3", "Suspended (Full)"),
			("A-4", "Authorised"),
		]);
		let now = list(&[
			("A-1", "Authorised"),
			("A-2", "Suspended (Full)"),
			("A-3", "Authorised"),
			("A-5", "Authorised"),
		]);
		let told: Vec<_> = changes(before, now)
			.into_iter()
			.map(|change| (change.row.number.to_string(), change.function))
			.collect();
		assert_eq!(
			told,
			[
				("A-2".to_owned(), Function::Delete),
				("A-3".to_owned(), Function::Add),
				("A-5".to_owned(), Function::Add),
				("A-4".to_owned(), Function::Delete),
			]
		);
	}

	#[test]
	fn the_form_should_be_that_of_the_name() {
		for (name, form) in [
			("csv", Some(Form::Csv)),
			("xlsx", Some(Form::Xlsx)),
			("xml", Some(Form::Xml)),
			("edifact", Some(Form::Edifact)),
			("edi", Some(Form::Edifact)),
			("ods", None),
		] {
			assert_eq!(Form::named(name), form);
		}
	}
}
