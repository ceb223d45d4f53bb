//! `aeo receipt` and `aeo trust`: files that prove, to who has no node, what stood in a final block.

mod made;
mod qr;
mod trust;
mod words;

use crate::{
	ask::{now, Asking},
	cli::receipts::{Make, MakeCertificate, MakeEvaluate, Making, Receipt as Command, Verify},
	failure::{Failure, Kind},
	questions, Session,
};
use aeo_receipt::{credential::Credentials, verify, Error, Proven, Receipt, H256, MAX_LENGTH};
use serde_json::{json, Value};
use std::{
	fs::File,
	io::{Read, Write},
	path::{Path, PathBuf},
};

pub use trust::run as run_trust;

/// Runs a command about receipts.
pub fn run(session: &Session, command: Command) -> Result<(), Failure> {
	match command {
		Command::Make(Make::Certificate(arguments)) => make_certificate(session, &arguments),
		Command::Make(Make::Evaluate(arguments)) => make_evaluate(session, &arguments),
		Command::Verify(arguments) => check(session, &arguments),
		Command::Show(arguments) => words::show(session, &read(&arguments.file)?),
		Command::Qr(arguments) => qr::draw(session, &arguments),
	}
}

/// Returns a receipt and its file.
fn read(file: &Path) -> Result<Receipt, Failure> {
	Ok(Receipt::decode(&bytes(file)?)?)
}

fn bytes(file: &Path) -> Result<Vec<u8>, Failure> {
	let failed = |error: std::io::Error| Failure::file(file.display(), &error);
	let open = File::open(file).map_err(failed)?;
	// One byte more than any receipt has tells that it is none.
	let most = u64::try_from(MAX_LENGTH).map_or(u64::MAX, |most| most.saturating_add(1));
	let mut bytes = Vec::new();
	open.take(most).read_to_end(&mut bytes).map_err(failed)?;
	Ok(bytes)
}

/// Connects to a node and to the block that a receipt is to be of: the last one that is final, if none is named.
fn connect(making: &Making) -> Result<(Asking, Value), Failure> {
	let asking = Asking::connect(&making.node, making.at)?;
	if making.at.is_none() {
		return Ok((asking, Value::Null));
	}
	if !asking.block.is_final {
		let block = asking.block.number.to_string();
		return Err(Failure::with(Kind::NotFinal, [("block", block)]));
	}
	let at = json!(asking.block.number);
	Ok((asking, at))
}

fn make_certificate(session: &Session, arguments: &MakeCertificate) -> Result<(), Failure> {
	let MakeCertificate {
		issuer,
		number,
		credential,
		making,
	} = arguments;
	let (asking, at) = connect(making)?;
	let question = json!({"certificate": {"issuer": issuer, "number": number}});
	let name = format!("{issuer}-{number}");
	let (mut receipt, block) = made::receipt(&asking, &json!([question, at]), making.from)?;
	if *credential {
		made::with_credential(&asking, &mut receipt, *issuer, number)?;
	}
	write(session, &receipt, block, &name, making)
}

fn make_evaluate(session: &Session, arguments: &MakeEvaluate) -> Result<(), Failure> {
	let MakeEvaluate {
		grantor,
		id,
		role,
		direction,
		issuer,
		alias,
		making,
	} = arguments;
	let (asking, at) = connect(making)?;
	let named = crate::cli::questions::Named {
		id: id.clone(),
		issuer: *issuer,
	};
	let identifier = questions::identifier(&asking, &named, *alias)?;
	let question = json!({"evaluate": {
		"grantor": grantor, "identifier": identifier, "role": role, "direction": direction,
	}});
	let name = format!("{grantor}-{id}");
	let (receipt, block) = made::receipt(&asking, &json!([question, at]), making.from)?;
	write(session, &receipt, block, &name, making)
}

fn write(
	session: &Session,
	receipt: &Receipt,
	block: u32,
	name: &str,
	making: &Making,
) -> Result<(), Failure> {
	let file = receipt.encode();
	// Nobody would read it.
	if file.len() > MAX_LENGTH {
		return Err(Error::TooLong.into());
	}
	let path = making.output.clone().unwrap_or_else(|| {
		let allowed = |character: char| character.is_ascii_alphanumeric() || character == '-';
		let name = name.replace(|character| !allowed(character), "-");
		PathBuf::from(format!("{name}-{block}.receipt"))
	});
	let taken = |error: std::io::Error| match error.kind() {
		std::io::ErrorKind::AlreadyExists => {
			Failure::with(Kind::ReceiptThere, [("file", path.display().to_string())])
		}
		_ => Failure::file(path.display(), &error),
	};
	let mut new = File::create_new(&path).map_err(taken)?;
	new.write_all(&file)
		.map_err(|error| Failure::file(path.display(), &error))?;
	if session.json {
		let line = json!({"file": path, "block": block, "bytes": file.len()});
		return session.say(&line.to_string());
	}
	session.say(&session.texts.label(
		crate::text::Label::ReceiptMade,
		&[
			("file", path.display().to_string()),
			("block", block.to_string()),
			("bytes", file.len().to_string()),
		],
	))
}

/// Verifies a receipt down to its answer.
fn check(session: &Session, arguments: &Verify) -> Result<(), Failure> {
	let receipt = read(&arguments.file)?;
	let folder = trust::Folder::open(arguments.trust.as_deref())?;
	let proven = verify(&receipt, &folder.trust)?;
	let answer = answer(&proven, &folder)?;
	let most = arguments
		.max_age
		.unwrap_or_else(|| proven.question.usual_age());
	proven.ensure_fresh(arguments.now.unwrap_or_else(now), most)?;
	words::say(session, &proven, &answer)
}

/// Verifies a receipt that was made for it, and returns what a credential is checked by, with the first block of its chain.
pub fn credentials(
	file: &Path,
	trust: Option<&Path>,
) -> Result<(H256, Proven, Credentials), Failure> {
	let receipt = read(file)?;
	let folder = trust::Folder::open(trust)?;
	let proven = verify(&receipt, &folder.trust)?;
	let code = folder.runtime(proven.code)?;
	let code = code.ok_or(Error::NoRuntime { code: proven.code })?;
	let found = proven.credentials(&code).map_err(|error| match error {
		Error::NotProven | Error::NotAQuestion => Failure::new(Kind::NotForCredentials),
		error => error.into(),
	})?;
	Ok((folder.trust.genesis, proven, found))
}

/// Puts the question once more to the runtime of the block.
fn answer(proven: &Proven, folder: &trust::Folder) -> Result<Vec<u8>, Failure> {
	let code = folder.runtime(proven.code)?;
	let code = code.ok_or(Error::NoRuntime { code: proven.code })?;
	Ok(proven.answer(&code)?)
}
