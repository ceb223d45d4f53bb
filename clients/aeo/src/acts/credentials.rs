//! Acts about credentials: by what an administration issues them, and that those of a certificate are void.

use super::desk::Desk;
use crate::{
	at,
	cli::credentials::{ClearIssuer, SetIssuer, Void},
	credential::{issuer, moment},
	failure::{Exit, Failure, Kind},
	text::Label,
	Session,
};
use aeo_client::calls;
use aeo_primitives::Moment;

/// Says by which identifier and key one's administration issues.
pub fn set_issuer(session: &Session, arguments: &SetIssuer) -> Result<Exit, Failure> {
	let until = match arguments.keep_until {
		Some(at) => Some(moment(at).ok_or_else(|| Failure::new(Kind::MomentMissing))?),
		None => None,
	};
	let desk = Desk::open(session, &arguments.acting)?;
	ensure_keeps(&desk, &arguments.did, until)?;
	let details = [
		("office", desk.home()?.name().to_owned()),
		("did", arguments.did.clone()),
		("key", arguments.key.to_string()),
	];
	let mut words = session.texts.label(Label::ActSetIssuer, &details);
	let kept = match until {
		Some(until) => {
			let details = [("time", at::written(until))];
			session.texts.label(Label::ActKeepKey, &details)
		}
		None => session.texts.label(Label::ActKeepNoKey, &[]),
	};
	words = format!("{words}\n{kept}");
	let call = calls::set_credential_issuer(&arguments.did, arguments.key, until);
	desk.act(&words, &call)
}

/// Checks that a key that is to be kept would be: what it signed names the identifier of before, and passes with no other.
fn ensure_keeps(desk: &Desk, did: &str, until: Option<Moment>) -> Result<(), Failure> {
	if until.is_none() {
		return Ok(());
	}
	match issuer(&desk.asking, desk.home()?)? {
		Some(before) if before.trust.did.as_str() != did => {
			let details = [("did", before.trust.did.to_string())];
			Err(Failure::with(Kind::KeepsNothing, details))
		}
		_ => Ok(()),
	}
}

/// Says that it issues none any more.
pub fn clear_issuer(session: &Session, arguments: &ClearIssuer) -> Result<Exit, Failure> {
	let desk = Desk::open(session, &arguments.acting)?;
	let details = [("office", desk.home()?.name().to_owned())];
	let words = session.texts.label(Label::ActClearIssuer, &details);
	desk.act(&words, &calls::clear_credential_issuer())
}

/// Makes the credentials of a certificate void.
pub fn void_credentials(session: &Session, arguments: &Void) -> Result<Exit, Failure> {
	let desk = Desk::open(session, &arguments.acting)?;
	super::own(&desk, &arguments.number)?;
	let details = [("number", arguments.number.to_string())];
	let words = session.texts.label(Label::ActVoid, &details);
	desk.act(&words, &calls::void_credentials(&arguments.number))
}
