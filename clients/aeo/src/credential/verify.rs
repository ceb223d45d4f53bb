//! `aeo credential verify`: whether a credential holds. By a node, which says what the chain says now; or without one, by a
//! file with the issuer's key and the lists of its host.
//!
//! The exit code is 0 where it is valid, 1 where it is refused, 2 where nothing was understood of the command, and 3
//! where nobody can tell. What went wrong on the way tells nothing either.

use super::{facts, holders::now, issuer, moment, read, refused, status_of, Known};
use crate::{
	ask::Asking,
	at,
	cli::credentials::Verify,
	failure::{Exit, Failure, Kind},
	text::Label,
	web::{Strangers, Web},
	Session,
};
use aeo_credentials::{
	verify::{list, standing, standing_on_chain, strict, Unchecked},
	Credential, ListName, Presented, Refusal, Trust, MOST_BYTES,
};
use aeo_primitives::{did_host, tin::Tin, Moment, Territory};
use serde::Deserialize;
use serde_json::json;
use std::{fs, io, path::Path, process::ExitCode};

/// What is known of an issuer counts for a day.
const MOST_AGE: Moment = 24 * 60 * 60 * 1_000;

/// How far the clocks of a block's author and of this computer may be apart.
const CLOCKS: Moment = 60 * 1_000;

/// Why it is not taken.
enum NotTaken {
	Refused(Refusal),
	Failed(Failure),
}

impl From<Refusal> for NotTaken {
	fn from(why: Refusal) -> Self {
		Self::Refused(why)
	}
}

impl From<Failure> for NotTaken {
	fn from(failure: Failure) -> Self {
		Self::Failed(failure)
	}
}

/// What holds of a credential.
struct Holds {
	credential: Credential,
	/// Customs, and security.
	halves: [bool; 2],
	/// Whether its holder has presented it.
	is_presented: bool,
	/// The moment for which it was checked.
	time: Moment,
}

/// Checks a credential, and says what came of it.
pub fn run(session: &Session, arguments: &Verify) -> ExitCode {
	let said = match check(arguments) {
		Ok(holds) => say(session, &holds).map(|()| 0),
		Err(NotTaken::Refused(why)) => {
			let code = if why.is_unknown() { 3 } else { 1 };
			tell(session, why, code);
			Ok(code)
		}
		Err(NotTaken::Failed(failure)) => Err(failure),
	};
	match said {
		Ok(code) => ExitCode::from(code),
		Err(failure) => {
			session.tell_failure(&failure);
			match failure.exit() {
				Exit::Usage => Exit::Usage.into(),
				_ => ExitCode::from(3),
			}
		}
	}
}

fn tell(session: &Session, why: Refusal, code: u8) {
	let text = refused(session, why);
	if session.json {
		eprintln!(
			"{}",
			json!({ "error": why.name(), "exit": code, "text": text })
		);
	} else {
		session.tell(&text);
	}
}

fn say(session: &Session, holds: &Holds) -> Result<(), Failure> {
	let Credential {
		number,
		territory,
		tin,
		legal_name,
		certificate_type,
		roles,
		holder,
		edition,
		..
	} = &holds.credential;
	let names = ["customs", "security"].into_iter().zip(holds.halves);
	let halves: Vec<_> = names
		.filter_map(|(name, holds)| holds.then_some(name))
		.collect();
	if session.json {
		let line = json!({
			"edition": edition,
			"halves": halves,
			"holder": holder,
			"issuer": territory,
			"legalName": legal_name,
			"number": number,
			"presented": holds.is_presented,
			"roles": roles.iter().map(|role| role.code()).collect::<Vec<_>>(),
			"time": holds.time,
			"tin": tin,
			"type": certificate_type,
			"valid": true,
		});
		return session.say(&line.to_string());
	}
	let details = [
		("number", number.to_string()),
		("issuer", territory.name().to_owned()),
		("tin", tin.clone()),
		("type", crate::standing::certificate_type(certificate_type)),
		("roles", crate::standing::roles(*roles)),
		("halves", halves.join(", ")),
		("time", at::written(holds.time)),
	];
	session.say(&session.texts.label(Label::CredentialValid, &details))?;
	let label = if holds.is_presented {
		Label::CredentialPresented
	} else {
		Label::CredentialBare
	};
	session.say(&session.texts.label(label, &[]))
}

fn check(arguments: &Verify) -> Result<Holds, NotTaken> {
	let text = read(&arguments.credential)?;
	let token = text.trim();
	if token.len() > MOST_BYTES {
		return Err(Refusal::TooLarge.into());
	}
	let asked = match (&arguments.audience, &arguments.nonce) {
		(Some(audience), Some(nonce)) => Some(Presented::read(token, audience, nonce, now())?),
		_ => None,
	};
	let token = asked.as_ref().map_or(token, |shown| &shown.credential);
	let unchecked = Unchecked::read(token)?;
	let (credential, halves, time) = match &arguments.trust {
		None => by_node(arguments, unchecked)?,
		Some(file) => by_file(arguments, file, unchecked)?,
	};
	if let Some(shown) = &asked {
		shown.ensure_holder(&credential.holder)?;
	}
	Ok(Holds {
		credential,
		halves,
		is_presented: asked.is_some(),
		time,
	})
}

/// Who registers the numbers of a territory.
#[derive(Deserialize)]
struct Registrar {
	registrar: Option<Territory>,
}

/// Checks it by the chain's own word.
fn by_node(
	arguments: &Verify,
	unchecked: Unchecked,
) -> Result<(Credential, [bool; 2], Moment), NotTaken> {
	let asking = Asking::connect(&arguments.node, arguments.at)?;
	let (asking, time) = match arguments.at {
		// The present is the clock's of this computer: what was retired since the last block is so.
		None => (asking.at_present()?, now()),
		Some(at) => {
			// The clock of a block's author may be a little ahead.
			let time = moment(at).unwrap_or_else(|| asking.block.time.min(now()));
			asking.ensure_tells(time)?;
			(asking, time)
		}
	};
	let found = issuer(&asking, unchecked.territory())?;
	let Registrar { registrar } = asking.ask("aeo_tinCheck", &[json!(unchecked.tin())])?;
	let trust = found.as_ref().map(|found| &found.trust);
	let credential = unchecked.check(trust, registrar, time)?;
	let is_of_this_chain = credential.evidence.genesis == asking.genesis;
	let facts = facts(&asking, credential.territory, &credential.number)?;
	let facts = facts.ok_or(Refusal::NotAsOnChain)?;
	let status = status_of(&asking, credential.territory, credential.ordinal)?;
	let status = status.ok_or(Refusal::NotAsOnChain)?;
	if !is_of_this_chain || facts.ordinal != credential.ordinal {
		return Err(Refusal::NotAsOnChain.into());
	}
	let halves = standing_on_chain(&credential, &status)?;
	// What counts is what the chain says: an issuer that signs something else is found out.
	let is_same = facts.tin.as_str() == credential.tin
		&& facts.certificate_type == credential.certificate_type
		&& (facts.halves, facts.roles) == (credential.halves, credential.roles);
	if !is_same {
		return Err(Refusal::NotAsOnChain.into());
	}
	Ok((credential, halves, time))
}

/// Checks it without a node: by a file that says what the chain said of the issuer, and its lists.
fn by_file(
	arguments: &Verify,
	file: &Path,
	unchecked: Unchecked,
) -> Result<(Credential, [bool; 2], Moment), NotTaken> {
	// A file is of no block: it is asked about a moment, or about the present.
	let time = match arguments.at {
		None => now(),
		Some(at) => moment(at).ok_or_else(|| Failure::new(Kind::AtNeedsNode))?,
	};
	let text = read(file)?;
	let known =
		strict(text.as_bytes()).and_then(|value| serde_json::from_value::<Known>(value).ok());
	let known = known.ok_or(Refusal::TrustStale)?;
	ensure_counts(known.time, time, now())?;
	if time > now() {
		return Err(Failure::with(Kind::NotYet, [("time", at::written(time))]).into());
	}
	if unchecked.territory() != known.territory {
		return Err(Refusal::IssuerNotOnChain.into());
	}
	// Which territories another administration covers besides is not in the file.
	let of_tin = Tin::parse(unchecked.tin()).ok().map(|tin| tin.territory());
	let credential = unchecked.check(Some(&known.trust), of_tin, time)?;
	if credential.evidence.genesis != known.genesis {
		return Err(Refusal::NotAsOnChain.into());
	}
	let (revocations, suspensions) = credential.lists();
	let bring = |name: ListName| -> Result<_, NotTaken> {
		let token = match &arguments.status {
			Some(folder) => of_folder(folder, name)?,
			None => of_host(arguments, &known.trust, name)?,
		};
		Ok(list(&token, name, &known.trust, time)?)
	};
	let halves = standing(&credential, &bring(revocations)?, &bring(suspensions)?)?;
	Ok((credential, halves, time))
}

/// Checks that what was known at a time counts for a moment: it is not too old, and not of the future.
fn ensure_counts(known: Moment, moment: Moment, now: Moment) -> Result<(), Refusal> {
	let is_old = moment > known.saturating_add(MOST_AGE);
	let is_ahead = known > now.saturating_add(CLOCKS);
	if is_old || is_ahead {
		return Err(Refusal::TrustStale);
	}
	Ok(())
}

fn of_folder(folder: &Path, name: ListName) -> Result<String, NotTaken> {
	let file = folder.join(format!("{name}.jwt"));
	match fs::read_to_string(&file) {
		Ok(token) => Ok(token),
		Err(error) if error.kind() == io::ErrorKind::NotFound => {
			Err(Refusal::StatusUnavailable.into())
		}
		Err(error) => Err(Failure::file(file.display(), &error).into()),
	}
}

/// Fetches a list from the issuer's host, and from nobody else's.
fn of_host(arguments: &Verify, trust: &Trust, name: ListName) -> Result<String, NotTaken> {
	let (host, port) = did_host(&trust.did).ok_or(Refusal::StatusUnavailable)?;
	let path = format!("/status/{name}");
	let found = match &arguments.loopback {
		Some(loopback) if loopback.host == host => Web::new().file(
			&format!("http://127.0.0.1:{}{path}", loopback.port),
			MOST_BYTES,
		),
		_ => Strangers::new().file(host, port, &path, MOST_BYTES),
	};
	// Whatever the host does, it tells nothing.
	let bytes = found.ok().flatten().ok_or(Refusal::StatusUnavailable)?;
	String::from_utf8(bytes).map_err(|_| Refusal::StatusWrong.into())
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn what_is_known_should_count_for_a_day_and_not_from_the_future() {
		let now = 1_795_521_600_000;
		let stale = Err(Refusal::TrustStale);
		for (known, moment, expected) in [
			(now, now, Ok(())),
			(now - MOST_AGE, now, Ok(())),
			(now - MOST_AGE - 1, now, stale),
			(now + CLOCKS, now, Ok(())),
			(now + CLOCKS + 1, now, stale),
			(Moment::MAX, now, stale),
		] {
			assert_eq!(ensure_counts(known, moment, now), expected, "{known}");
		}
	}
}
