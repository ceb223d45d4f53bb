//! `aeo credential verify`: whether a credential holds. By a node, which says what the chain says now; or without one: by a
//! receipt, which proves the issuer's key and how the certificate stands, or by a file with the issuer's key, which is
//! believed, and the lists of its host.
//!
//! The exit code is 0 where it is valid, 1 where it is refused, 2 where nothing was understood of the command, and 3
//! where nobody can tell. What went wrong on the way tells nothing either.

use super::{facts, holders::now, issuer, moment, read, refused, status_of, Known};
use crate::{
	ask::Asking,
	at,
	cli::credentials::Verify,
	failure::{Exit, Failure, Kind},
	receipt,
	text::Label,
	web::{Strangers, Web},
	Session,
};
use aeo_credentials::{
	verify::{list, standing, standing_on_chain, strict, Registrar, Unchecked},
	Credential, ListName, Presented, Refusal, Status, Trust, MOST_BYTES,
};
use aeo_primitives::{
	did_host, tin::Tin, CertificateNumber, CertificateType, Halves, Moment, Roles, Territory,
};
use aeo_receipt::{
	credential::{Certified, Credentials},
	Proven, Question,
};
use primitive_types::H256;
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
	let (credential, halves, time) = match (&arguments.receipt, &arguments.trust) {
		(Some(receipt), trust) => by_receipt(arguments, receipt, trust.as_deref(), unchecked)?,
		(None, Some(file)) => by_file(arguments, file, unchecked)?,
		(None, None) => by_node(arguments, unchecked)?,
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
struct TinChecked {
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
	let TinChecked { registrar } = asking.ask("aeo_tinCheck", &[json!(unchecked.tin())])?;
	let trust = found.as_ref().map(|found| &found.trust);
	let credential = unchecked.check(trust, Registrar::Is(registrar), time)?;
	let is_of_this_chain = credential.evidence.genesis == asking.genesis;
	let facts = facts(&asking, credential.territory, &credential.number)?;
	let facts = facts.ok_or(Refusal::NotAsOnChain)?;
	let status = status_of(&asking, credential.territory, credential.ordinal)?;
	let status = status.ok_or(Refusal::NotAsOnChain)?;
	if !is_of_this_chain || facts.ordinal != credential.ordinal {
		return Err(Refusal::NotAsOnChain.into());
	}
	let halves = standing_on_chain(&credential, &status)?;
	let said = (
		facts.tin.as_str(),
		&facts.certificate_type,
		facts.halves,
		facts.roles,
	);
	ensure_same(&credential, said)?;
	Ok((credential, halves, time))
}

/// Checks that a credential says what the chain says of the certificate: that counts, and an issuer that signs something
/// else is found out.
fn ensure_same(
	credential: &Credential,
	(tin, certificate_type, halves, roles): (&str, &CertificateType, Halves, Roles),
) -> Result<(), Refusal> {
	let is_same = tin == credential.tin
		&& *certificate_type == credential.certificate_type
		&& (halves, roles) == (credential.halves, credential.roles);
	if is_same {
		Ok(())
	} else {
		Err(Refusal::NotAsOnChain)
	}
}

/// Returns the moment that is asked about without a node: none but one that has been.
fn time_without_node(arguments: &Verify) -> Result<Moment, Failure> {
	// A file is of no block: it is asked about a moment, or about the present.
	let time = match arguments.at {
		None => now(),
		Some(at) => moment(at).ok_or_else(|| Failure::new(Kind::AtNeedsNode))?,
	};
	if time > now() {
		return Err(Failure::with(Kind::NotYet, [("time", at::written(time))]));
	}
	Ok(time)
}

/// What is known of an issuer at a block, without a node.
#[derive(Clone)]
struct AtBlock {
	/// The first block of the chain.
	genesis: H256,
	issuer: Territory,
	block: u32,
	/// By what it issues credentials; none where it issues none.
	trust: Option<Trust>,
	/// The certificate that is known besides; with none behind its number where there is no such one.
	certificate: Option<(CertificateNumber, Option<Certified>)>,
}

impl AtBlock {
	fn believed(known: Known) -> Self {
		Self {
			genesis: known.genesis,
			issuer: known.territory,
			block: known.block,
			trust: Some(known.trust),
			certificate: None,
		}
	}

	/// What a receipt proves, which is of a certificate.
	fn proven(genesis: H256, proven: &Proven, found: Credentials) -> Option<Self> {
		let Question::Certificate { issuer, number } = &proven.question else {
			return None;
		};
		let trust = found.issuer.map(|issuer| Trust {
			did: issuer.did,
			key: issuer.key,
			previous: issuer.previous,
			standing: issuer.standing,
		});
		Some(Self {
			genesis,
			issuer: *issuer,
			block: proven.number,
			trust,
			certificate: Some((number.clone(), found.certificate)),
		})
	}

	/// Who registers firms with a TIN, as far as that is known: each administration those of its own territory.
	fn registrar(&self, tin: &str) -> Registrar {
		let Ok(tin) = Tin::parse(tin) else {
			return Registrar::Is(None);
		};
		let proven = self.certificate.iter().find_map(|(_, certified)| {
			let certified = certified.as_ref()?;
			let of = Tin::parse(certified.shown.tin.as_str()).ok()?.territory();
			(of == tin.territory()).then_some(certified.registrar)
		});
		match proven {
			Some(registrar) => Registrar::Is(registrar),
			None if tin.territory() == self.issuer => Registrar::Is(Some(self.issuer)),
			None => Registrar::Unknown,
		}
	}

	/// Returns the credential that holds by what is known, and which of its halves. Lists are brought where the
	/// certificate is not known, or they are wanted all the same.
	fn holds(
		&self,
		unchecked: Unchecked,
		time: Moment,
		are_wanted: bool,
		bring: impl Fn(&Trust, ListName) -> Result<String, NotTaken>,
	) -> Result<(Credential, [bool; 2]), NotTaken> {
		if unchecked.territory() != self.issuer {
			return Err(Refusal::IssuerUnknown.into());
		}
		let made_at = unchecked.claims()["evidence"][0]["blockNumber"].as_u64();
		let is_later = made_at.is_some_and(|made_at| made_at > u64::from(self.block));
		self.checked(unchecked, time, are_wanted, bring)
			.map_err(|why| match why {
				NotTaken::Refused(why) if is_later => overtaken(why).into(),
				why => why,
			})
	}

	fn checked(
		&self,
		unchecked: Unchecked,
		time: Moment,
		are_wanted: bool,
		bring: impl Fn(&Trust, ListName) -> Result<String, NotTaken>,
	) -> Result<(Credential, [bool; 2]), NotTaken> {
		let registrar = self.registrar(unchecked.tin());
		let credential = unchecked.check(self.trust.as_ref(), registrar, time)?;
		if credential.evidence.genesis != self.genesis {
			return Err(Refusal::NotAsOnChain.into());
		}
		let proven = match &self.certificate {
			Some((number, certified)) if *number == credential.number => {
				Some(proven_halves(&credential, certified.as_ref(), time)?)
			}
			_ => None,
		};
		if let Some(halves) = proven.filter(|_| !are_wanted) {
			return Ok((credential, halves));
		}
		let trust = self.trust.as_ref().ok_or(Refusal::IssuerNotOnChain)?;
		let bits = |name: ListName| -> Result<_, NotTaken> {
			Ok(list(&bring(trust, name)?, name, trust, time)?)
		};
		let (revocations, suspensions) = credential.lists();
		let listed = standing(&credential, &bits(revocations)?, &bits(suspensions)?)?;
		// What is suspended by either is.
		let proven = proven.unwrap_or([true; 2]);
		let halves = [listed[0] && proven[0], listed[1] && proven[1]];
		if halves == [false; 2] {
			return Err(Refusal::Suspended.into());
		}
		Ok((credential, halves))
	}
}

/// Why a credential is not taken that was made on a later block than what is known: another key, or another edition, may
/// have come between.
const fn overtaken(why: Refusal) -> Refusal {
	match why {
		Refusal::IssuerNotOnChain
		| Refusal::KeyNotOnChain
		| Refusal::NotTheRegistrar
		| Refusal::NotAsOnChain => Refusal::TrustStale,
		why => why,
	}
}

/// Returns which halves of what a credential says are in force, by what is proven of its certificate.
fn proven_halves(
	credential: &Credential,
	certified: Option<&Certified>,
	time: Moment,
) -> Result<[bool; 2], Refusal> {
	let Certified {
		shown,
		status,
		changes_at,
		..
	} = certified.ok_or(Refusal::NotAsOnChain)?;
	if shown.certificate.ordinal != credential.ordinal {
		return Err(Refusal::NotAsOnChain);
	}
	let status = Status {
		edition: status.edition,
		ended: status.ended,
		suspended: status.suspended,
	};
	let halves = standing_on_chain(credential, &status);
	// What is void stays so; anything else may be otherwise once the clock has changed it.
	let is_over = changes_at.is_some_and(|at| time >= at);
	if is_over && halves != Err(Refusal::Revoked) {
		return Err(Refusal::StatusStale);
	}
	let halves = halves?;
	let certificate = &shown.certificate;
	let said = (
		shown.tin.as_str(),
		&certificate.certificate_type,
		certificate.halves,
		certificate.roles,
	);
	ensure_same(credential, said)?;
	Ok(halves)
}

/// Checks it without a node: by a receipt of a certificate of its issuer, and where that is another one by the issuer's
/// lists.
fn by_receipt(
	arguments: &Verify,
	file: &Path,
	trust: Option<&Path>,
	unchecked: Unchecked,
) -> Result<(Credential, [bool; 2], Moment), NotTaken> {
	let time = time_without_node(arguments)?;
	let (genesis, proven, found) = receipt::credentials(file, trust)?;
	let usual = proven.question.usual_age();
	let most = arguments.max_age.unwrap_or(usual);
	proven
		.ensure_fresh(time, most)
		.map_err(|_| Refusal::TrustStale)?;
	let known = AtBlock::proven(genesis, &proven, found);
	let known = known.ok_or_else(|| Failure::new(Kind::NotForCredentials))?;
	without_node(arguments, &known, unchecked, time)
}

/// Checks it without a node: by a file that says what the chain said of the issuer, and its lists.
fn by_file(
	arguments: &Verify,
	file: &Path,
	unchecked: Unchecked,
) -> Result<(Credential, [bool; 2], Moment), NotTaken> {
	let time = time_without_node(arguments)?;
	let text = read(file)?;
	let known =
		strict(text.as_bytes()).and_then(|value| serde_json::from_value::<Known>(value).ok());
	let known = known.ok_or(Refusal::TrustStale)?;
	ensure_counts(known.time, time, now())?;
	without_node(arguments, &AtBlock::believed(known), unchecked, time)
}

fn without_node(
	arguments: &Verify,
	known: &AtBlock,
	unchecked: Unchecked,
	time: Moment,
) -> Result<(Credential, [bool; 2], Moment), NotTaken> {
	let are_wanted = arguments.status.is_some() || arguments.loopback.is_some();
	let (credential, halves) =
		known.holds(
			unchecked,
			time,
			are_wanted,
			|trust, name| match &arguments.status {
				Some(folder) => of_folder(folder, name),
				None => of_host(arguments, trust, name),
			},
		)?;
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
mod tests;
