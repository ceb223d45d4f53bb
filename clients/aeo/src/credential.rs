//! `aeo credential` and `aeo statuslist`: what an issuer signs for holders of its certificates, and for whoever checks
//! them.

mod holders;
mod issue;
mod recognise;
mod signer;
mod status;
mod verify;

use crate::{
	acts,
	ask::Asking,
	at::{self, At},
	cli::credentials::{Credential, Issuer, ShowIssuer, StatusList},
	failure::{Exit, Failure, Kind},
	keys,
	text::Label,
	Session,
};
use aeo_credentials::{Refusal, SigningKey, Trust};
use aeo_primitives::{
	recognition::{Denial, Standing},
	CertificateNumber, CertificateType, Halves, Moment, NormalisedTin, Roles, Territory, TraderId,
	UtcOffset, Validity,
};
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::{
	fs,
	io::{Read, Write},
	path::Path,
	process::ExitCode,
};

/// Certificates on a page of `aeo_credentialStatuses`.
const PAGE: u32 = 1_000;

/// Most bytes of a file that is read.
const MOST_FILE: u64 = 1024 * 1024;

/// Does a command about credentials.
pub fn run(session: &Session, command: Credential) -> ExitCode {
	let done = match command {
		Credential::Key { file } => new_key(session, &file).map(|()| Exit::Done),
		Credential::Issuer(Issuer::Show(arguments)) => {
			show_issuer(session, &arguments).map(|()| Exit::Done)
		}
		Credential::Issuer(Issuer::Set(arguments)) => acts::set_issuer(session, &arguments),
		Credential::Issuer(Issuer::Clear(arguments)) => acts::clear_issuer(session, &arguments),
		Credential::Void(arguments) => acts::void_credentials(session, &arguments),
		Credential::Request(arguments) => {
			holders::request(session, &arguments).map(|()| Exit::Done)
		}
		Credential::Issue(arguments) => issue::run(session, &arguments).map(|()| Exit::Done),
		Credential::Recognise(arguments) => {
			recognise::run(session, &arguments).map(|()| Exit::Done)
		}
		Credential::Present(arguments) => {
			holders::present(session, &arguments).map(|()| Exit::Done)
		}
		Credential::Verify(arguments) => return verify::run(session, &arguments),
	};
	exit(session, done)
}

/// Does a command about status lists.
pub fn run_status(session: &Session, command: StatusList) -> ExitCode {
	let done = match command {
		StatusList::Build(arguments) => status::build(session, &arguments),
		StatusList::Serve(arguments) => status::serve(session, &arguments),
	};
	exit(session, done.map(|()| Exit::Done))
}

fn exit(session: &Session, done: Result<Exit, Failure>) -> ExitCode {
	match done {
		Ok(exit) => exit.into(),
		Err(failure) => {
			session.tell_failure(&failure);
			failure.exit().into()
		}
	}
}

/// Makes a key, as OpenSSL reads it: for a trial, and where no module keeps one.
fn new_key(session: &Session, file: &Path) -> Result<(), Failure> {
	let key = SigningKey::generate()
		.map_err(|error| Failure::with(Kind::NoRandomness, [("why", error.to_string())]))?;
	let pem = key
		.to_pem()
		.ok_or_else(|| Failure::new(Kind::KeyNotUnderstood))?;
	let mut open = keys::create(file)?;
	open.write_all(pem.as_bytes())
		.and_then(|()| open.sync_all())
		.map_err(|error| Failure::file(file.display(), &error))?;
	let (file, point) = (
		file.display().to_string(),
		key.public().compressed().to_string(),
	);
	if session.json {
		return session.say(&json!({ "file": file, "key": point }).to_string());
	}
	let details = [("file", file), ("key", point)];
	session.say(&session.texts.label(Label::CredentialKeyMade, &details))
}

/// What `aeo_credentialIssuer` says.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct IssuerStatus {
	#[serde(flatten)]
	pub trust: Trust,
	utc_offset: UtcOffset,
}

/// What is known of an issuer at a block, for who checks without a node.
#[derive(Clone, Debug, Deserialize, Serialize)]
struct Known {
	/// The first block of the chain.
	genesis: primitive_types::H256,
	territory: Territory,
	block: u32,
	/// The time of the block.
	time: Moment,
	trust: Trust,
}

/// By what an administration issues credentials; none where it issues none.
pub fn issuer(asking: &Asking, territory: Territory) -> Result<Option<IssuerStatus>, Failure> {
	asking.ask("aeo_credentialIssuer", &[json!(territory)])
}

/// The same of one that must issue, and may sign.
fn signing_issuer(asking: &Asking, territory: Territory) -> Result<IssuerStatus, Failure> {
	let details = || [("issuer", territory.name().to_owned())];
	let found =
		issuer(asking, territory)?.ok_or_else(|| Failure::with(Kind::IssuesNone, details()))?;
	match found.trust.standing {
		Standing::Admitted | Standing::QuarantinedByCouncil => Ok(found),
		Standing::QuarantinedByItself | Standing::Withdrawn => {
			Err(Failure::with(Kind::IssuerSilent, details()))
		}
	}
}

fn show_issuer(session: &Session, arguments: &ShowIssuer) -> Result<(), Failure> {
	let mut asking = Asking::connect(&arguments.asked.node, arguments.asked.at)?;
	if arguments.asked.at.is_none() {
		asking = asking.at_final()?;
	}
	let territory = arguments.administration;
	let found = issuer(&asking, territory)?.ok_or_else(|| {
		Failure::with(Kind::IssuesNone, [("issuer", territory.name().to_owned())])
	})?;
	if let Some(file) = &arguments.out {
		let known = Known {
			genesis: asking.genesis,
			territory,
			block: asking.block.number,
			time: asking.block.time,
			trust: found.trust.clone(),
		};
		let text = serde_json::to_string_pretty(&known).unwrap_or_default();
		fs::write(file, text + "\n").map_err(|error| Failure::file(file.display(), &error))?;
	}
	if session.json {
		return session.say(&json!(found).to_string());
	}
	let details = [
		("issuer", territory.name().to_owned()),
		("did", found.trust.did.to_string()),
		("key", found.trust.key.to_string()),
	];
	session.say(&session.texts.label(Label::CredentialIssuer, &details))?;
	if let Some(previous) = found.trust.previous {
		let details = [
			("key", previous.key.to_string()),
			("time", at::written(previous.until)),
		];
		session.say(&session.texts.label(Label::CredentialKeyBefore, &details))?;
	}
	asking.say_block(session)
}

/// What `aeo_certificate` says that a credential says too.
#[derive(Clone, Debug, Deserialize)]
struct Facts {
	number: CertificateNumber,
	trader: TraderId,
	tin: NormalisedTin,
	ordinal: u32,
	version: u32,
	certificate_type: CertificateType,
	halves: Halves,
	roles: Roles,
	validity: Option<Validity>,
	obstacle: Option<Denial>,
}

fn facts(
	asking: &Asking,
	issuer: Territory,
	number: &CertificateNumber,
) -> Result<Option<Facts>, Failure> {
	asking.ask("aeo_certificate", &[json!(issuer), json!(number)])
}

/// A page of what `aeo_credentialStatuses` says.
#[derive(Debug, Deserialize)]
struct StatusPage {
	ordinals: u32,
	statuses: Vec<aeo_credentials::Status>,
	changes_at: Option<Moment>,
}

fn status_page(asking: &Asking, issuer: Territory, page: u32) -> Result<StatusPage, Failure> {
	asking.ask("aeo_credentialStatuses", &[json!(issuer), json!(page)])
}

/// How the credentials of one certificate stand; none where there is no such certificate.
fn status_of(
	asking: &Asking,
	issuer: Territory,
	ordinal: u32,
) -> Result<Option<aeo_credentials::Status>, Failure> {
	let page = status_page(asking, issuer, ordinal / PAGE)?;
	let place = usize::try_from(ordinal % PAGE).unwrap_or(usize::MAX);
	Ok(page.statuses.get(place).copied())
}

/// Reads a file, or with `-` the input, of no more bytes than any of ours has.
fn read(file: &Path) -> Result<String, Failure> {
	let failed = |error: std::io::Error| Failure::file(file.display(), &error);
	let mut text = String::new();
	if file == Path::new("-") {
		let input = std::io::stdin().lock();
		input.take(MOST_FILE).read_to_string(&mut text)
	} else {
		let open = fs::File::open(file).map_err(failed)?;
		open.take(MOST_FILE).read_to_string(&mut text)
	}
	.map_err(failed)?;
	Ok(text)
}

/// Says why something that was signed is not taken.
fn refused(session: &Session, why: Refusal) -> String {
	session.texts.of(&format!("refusal-{}", why.name()))
}

/// Returns the keys of the texts about why something is not taken.
#[cfg(test)]
pub fn refusal_keys() -> impl Iterator<Item = String> {
	Refusal::ALL
		.iter()
		.map(|why| format!("refusal-{}", why.name()))
}

/// A moment that was typed; a block has none by itself.
pub fn moment(at: At) -> Option<Moment> {
	match at {
		At::Moment(moment) => Some(moment),
		At::Number(_) | At::Hash(_) => None,
	}
}
