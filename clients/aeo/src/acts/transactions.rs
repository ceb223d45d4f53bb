//! `aeo tx`: calls that are signed on a computer without a network. What signing needs goes there in a file, and
//! what was signed comes back in one.

use super::desk::{ensure_meant, say_done, try_call};
use crate::{
	at::{self, At},
	cli::transactions::{Build, Send, Show, Sign, Tx},
	failure::{Exit, Failure, Kind},
	signing,
	state::State,
	text::Label,
	Session,
};
use aeo_client::{AccountId32, Call, Certainty, NotOurs, Order, SignedOrder, BLOCK_TIME};
use serde::{Deserialize, Serialize};
use serde_json::{json, Value};
use std::{
	fs::{self, OpenOptions},
	io::Write,
	path::Path,
	time::{SystemTime, UNIX_EPOCH},
};

/// What stands in a file. What a person reads in it is compared with the bytes.
#[derive(Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
struct Sheet {
	/// What whoever built it was told of the act.
	words: String,
	/// The call.
	call: String,
	/// Its arguments.
	arguments: Value,
	/// Until when it is valid, about.
	until: String,
	/// What is signed.
	order: Order,
	/// The signature, once it is.
	#[serde(skip_serializing_if = "Option::is_none")]
	signature: Option<String>,
}

/// Builds, shows, signs or sends.
pub fn run(session: &Session, command: Tx) -> Result<Exit, Failure> {
	match command {
		Tx::Build(arguments) => build_of_bytes(session, arguments),
		Tx::Show(arguments) => show(session, &arguments),
		Tx::Sign(arguments) => sign(session, &arguments),
		Tx::Send(arguments) => send(session, &arguments),
	}
}

fn build_of_bytes(session: &Session, arguments: Build) -> Result<Exit, Failure> {
	let account = signing::account(&arguments.account)?;
	let asking = crate::ask::Asking::connect(&arguments.node, None)?;
	let state = State::connect(&arguments.node, asking.genesis)?;
	let bytes = arguments.call.0;
	build(session, &state, account, "", bytes, &arguments.new_file)
}

/// Writes a call with all that signing needs, once the chain would take it.
pub fn build(
	session: &Session,
	state: &State,
	account: AccountId32,
	words: &str,
	bytes: Vec<u8>,
	file: &Path,
) -> Result<Exit, Failure> {
	let call = Call::read(&bytes).map_err(|why| not_ours(file, why))?;
	let tried = try_call(session, state, &account, &bytes)?;
	let order = state.order(account, bytes)?;
	let sheet = Sheet {
		words: words
			.split('\n')
			.map(visible)
			.collect::<Vec<_>>()
			.join("\n"),
		call: call.name,
		arguments: call.arguments,
		until: valid_until(&order, state.best()?),
		order,
		signature: None,
	};
	write(file, &sheet)?;
	say_sheet(session, &sheet)?;
	let label = Label::SheetBuilt;
	session.tell(
		&session
			.texts
			.label(label, &[file_detail(file), until_detail(&sheet)]),
	);
	Ok(tried)
}

/// Until when it is valid: what is left of its life after the best block.
fn valid_until(order: &Order, best: u32) -> String {
	let life = BLOCK_TIME.saturating_mul(order.last_block().saturating_sub(best));
	let end = SystemTime::now()
		.duration_since(UNIX_EPOCH)
		.unwrap_or_default()
		.saturating_add(life);
	at::written(end.as_millis().try_into().unwrap_or(u64::MAX))
}

fn show(session: &Session, arguments: &Show) -> Result<Exit, Failure> {
	let sheet = read(&arguments.transaction)?;
	say_sheet(session, &sheet)?;
	if sheet.signature.is_some() {
		transaction(&arguments.transaction, sheet)?;
		session.tell(&session.texts.label(Label::SheetSigned, &[]));
	} else {
		session.tell(&session.texts.label(Label::SheetUnsignedYet, &[]));
	}
	Ok(Exit::Done)
}

fn sign(session: &Session, arguments: &Sign) -> Result<Exit, Failure> {
	let file = &arguments.transaction;
	let mut sheet = read(file)?;
	let account = signing::account(&arguments.account)?;
	if account != sheet.order.account {
		return Err(not_ours(file, NotOurs::Account));
	}
	ensure_meant(
		session,
		&sheet_lines(session, &sheet).join("\n"),
		arguments.yes,
	)?;
	let key = signing::key(session, &arguments.account)?;
	let signed = sheet.order.sign(&key).map_err(|why| not_ours(file, why))?;
	sheet.order = signed.order;
	sheet.signature = Some(aeo_sealing::hex::digits(&signed.signature));
	write(&arguments.new_file, &sheet)?;
	let details = [file_detail(&arguments.new_file), until_detail(&sheet)];
	session.tell(&session.texts.label(Label::SheetWritten, &details));
	Ok(Exit::Done)
}

fn send(session: &Session, arguments: &Send) -> Result<Exit, Failure> {
	let file = &arguments.transaction;
	let sheet = read(file)?;
	if sheet.signature.is_none() {
		return Err(Failure::with(Kind::SheetUnsigned, [file_detail(file)]));
	}
	let (signed, bytes) = transaction(file, sheet)?;
	let state = State::connect(&arguments.node, signed.order.genesis)?;
	let until = if arguments.best {
		Certainty::InBlock
	} else {
		Certainty::Final
	};
	let done = state.deliver(&signed, bytes, until)?;
	say_done(session, &done, until)
}

/// What was signed, as the chain takes it.
fn transaction(file: &Path, sheet: Sheet) -> Result<(SignedOrder, Vec<u8>), Failure> {
	let signature = sheet.signature.as_deref().and_then(aeo_sealing::hex::bytes);
	let signed = SignedOrder {
		order: sheet.order,
		signature: signature.unwrap_or_default(),
	};
	let bytes = signed.transaction().map_err(|why| not_ours(file, why))?;
	Ok((signed, bytes))
}

fn write(file: &Path, sheet: &Sheet) -> Result<(), Failure> {
	let failed = |error: std::io::Error| match error.kind() {
		std::io::ErrorKind::AlreadyExists => {
			Failure::with(Kind::TemplateThere, [file_detail(file)])
		}
		_ => Failure::file(file.display(), &error),
	};
	let mut text = serde_json::to_string_pretty(sheet)
		.map_err(|error| Failure::file(file.display(), &error.into()))?;
	text.push('\n');
	let mut open = OpenOptions::new()
		.write(true)
		.create_new(true)
		.open(file)
		.map_err(failed)?;
	open.write_all(text.as_bytes())
		.and_then(|()| open.sync_all())
		.map_err(failed)
}

/// Reads a file, and sees that its words are those of its bytes.
fn read(file: &Path) -> Result<Sheet, Failure> {
	let text = fs::read_to_string(file).map_err(|error| Failure::file(file.display(), &error))?;
	let sheet = parse(&text).map_err(|why| {
		let why = ("why", visible(&why));
		Failure::with(Kind::SheetWrong, [file_detail(file), why])
	})?;
	let call = Call::read(&sheet.order.call).map_err(|why| not_ours(file, why))?;
	if call.name != sheet.call || call.arguments != sheet.arguments {
		return Err(Failure::with(Kind::SheetChanged, [file_detail(file)]));
	}
	Ok(sheet)
}

/// Reads the text of a file. Whoever wrote it may want the screen to show something else than is signed.
fn parse(text: &str) -> Result<Sheet, String> {
	let sheet: Sheet = serde_json::from_str(text).map_err(|error| error.to_string())?;
	if sheet.words.split('\n').any(|line| line.contains(is_hidden)) {
		return Err("words: characters that no screen shows".into());
	}
	match sheet.until.parse() {
		Ok(At::Moment(until)) if at::written(until) == sheet.until => Ok(sheet),
		_ => Err("until: no moment such as 2026-12-31T10:03:27Z".into()),
	}
}

/// Whether a screen obeys a character, or turns what stands beside it about, instead of showing it.
fn is_hidden(letter: char) -> bool {
	letter.is_control()
		|| matches!(
			letter,
			'\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
		)
}

/// A text whose every character is seen.
fn visible(text: &str) -> String {
	text.chars()
		.map(|letter| match letter {
			letter if is_hidden(letter) => letter.escape_unicode().to_string(),
			letter => letter.to_string(),
		})
		.collect()
}

fn not_ours(file: &Path, why: NotOurs) -> Failure {
	let kind = match why {
		NotOurs::Call => Kind::SheetNoCall,
		NotOurs::Runtime => Kind::SheetOtherRules,
		NotOurs::Account => Kind::SheetOtherAccount,
		NotOurs::Signature => Kind::SheetChanged,
	};
	Failure::with(kind, [file_detail(file)])
}

fn file_detail(file: &Path) -> (&'static str, String) {
	("file", file.display().to_string())
}

fn until_detail(sheet: &Sheet) -> (&'static str, String) {
	("until", sheet.until.clone())
}

fn say_sheet(session: &Session, sheet: &Sheet) -> Result<(), Failure> {
	if session.json {
		return session.say(&json!(sheet).to_string());
	}
	sheet_lines(session, sheet)
		.iter()
		.try_for_each(|line| session.say(line))
}

/// What a file says: first what its bytes are, then the words of whoever built it.
fn sheet_lines(session: &Session, sheet: &Sheet) -> Vec<String> {
	let mut lines = vec![sheet.call.clone()];
	if let Value::Object(arguments) = &sheet.arguments {
		lines.extend(arguments.iter().map(|(name, value)| {
			let value = match value {
				Value::String(text) => text.clone(),
				other => other.to_string(),
			};
			format!("  {name}: {}", visible(&value))
		}));
	}
	let order = &sheet.order;
	lines.push(session.texts.label(
		Label::SheetOrder,
		&[
			("account", order.account.to_string()),
			("genesis", format!("{:?}", order.genesis)),
			("nonce", order.nonce.to_string()),
			("block", order.last_block().to_string()),
			("until", sheet.until.clone()),
		],
	));
	if !sheet.words.is_empty() {
		// Its lines don't look like those of the call.
		let details = [("words", sheet.words.replace('\n', "\n\t"))];
		lines.push(session.texts.label(Label::SheetWords, &details));
	}
	lines
}

#[cfg(test)]
mod tests {
	use super::*;

	/// A file as JSON, with these words and this end.
	fn text(words: &str, until: &str) -> String {
		let order = json!({
			"genesis": format!("0x{}", "11".repeat(32)),
			"spec_version": 1,
			"transaction_version": 1,
			"account": AccountId32([7; 32]).to_string(),
			"nonce": 7,
			"birth": 100,
			"birth_hash": format!("0x{}", "22".repeat(32)),
			"call": "00",
		});
		json!({
			"words": words,
			"call": "System.remark",
			"arguments": {},
			"until": until,
			"order": order,
		})
		.to_string()
	}

	const UNTIL: &str = "2026-12-31T10:03:27Z";

	#[test]
	fn what_a_screen_would_obey_should_be_refused() {
		let sheet = parse(&text("Suspends «Ñandú»\nuntil it is lifted", UNTIL)).expect("a file");
		assert_eq!(sheet.until, UNTIL);
		for hidden in [
			'\u{1b}', '\r', '\u{8}', '\u{9b}', '\u{202e}', '\u{2066}', '\u{2069}',
		] {
			let words = format!("Suspends{hidden}[2J");
			assert!(parse(&text(&words, UNTIL)).is_err(), "{hidden:?}");
			let until = format!("{UNTIL}{hidden}");
			assert!(parse(&text("", &until)).is_err(), "{hidden:?}");
		}
		for other in ["", "soon", "81234", "2026-12-31", "2026-12-31T10:03Z"] {
			assert!(parse(&text("", other)).is_err(), "{other}");
		}
	}

	#[test]
	fn every_character_of_an_argument_should_be_seen() {
		assert_eq!(visible("MX-OEA-0001 «Ñandú»"), "MX-OEA-0001 «Ñandú»");
		assert_eq!(
			visible("a\u{1b}[2J\nb\u{9b}\u{202e}"),
			"a\\u{1b}[2J\\u{a}b\\u{9b}\\u{202e}"
		);
	}
}
