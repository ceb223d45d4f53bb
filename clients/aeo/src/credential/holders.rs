//! What holders sign: `aeo credential request` and `present`.

use super::{read, refused, signer};
use crate::{
	ask::Asking,
	cli::credentials::{Present, Request},
	failure::{Failure, Kind},
	signing, Session,
};
use aeo_credentials::{did_jwk, verify::Unchecked, Credential};
use std::time::{SystemTime, UNIX_EPOCH};

/// Signs a request, with the account that is linked on chain and with the key of the wallet.
pub fn request(session: &Session, arguments: &Request) -> Result<(), Failure> {
	let wallet = signer::secret(Some(&arguments.key))?;
	let holder = did_jwk(&wallet.public());
	let asking = Asking::connect(&arguments.signed.node, None)?;
	let account = signing::key(session, &arguments.signed.account)?;
	let words = aeo_credentials::signed_words(
		asking.genesis,
		arguments.issuer,
		&arguments.number,
		&holder,
		&arguments.nonce,
	);
	let asked = aeo_credentials::Request {
		genesis: asking.genesis,
		issuer: arguments.issuer,
		number: arguments.number.clone(),
		holder,
		nonce: arguments.nonce.clone(),
		account: account.account().to_string(),
		signature: format!(
			"0x{}",
			aeo_sealing::hex::digits(&account.sign(words.as_bytes()))
		),
	};
	let token = aeo_credentials::request(&asked, &wallet).map_err(signer::not_signed)?;
	session.say(&token)
}

/// Signs a presentation of a credential to who asked for it.
pub fn present(session: &Session, arguments: &Present) -> Result<(), Failure> {
	let wallet = signer::secret(Some(&arguments.key))?;
	let token = read(&arguments.credential)?;
	let holder = did_jwk(&wallet.public());
	let unknown = |why| Failure::with(Kind::NotACredential, [("why", refused(session, why))]);
	let of = Unchecked::read(&token)
		.and_then(|read| Credential::of_json(read.claims()))
		.map_err(unknown)?;
	if of.holder != holder {
		return Err(unknown(aeo_credentials::Refusal::HolderDiffers));
	}
	let shown = aeo_credentials::present(
		&token,
		&holder,
		&arguments.audience,
		&arguments.nonce,
		now(),
		&wallet,
	);
	session.say(&shown.map_err(signer::not_signed)?)
}

/// The clock of this computer, milliseconds UTC.
pub fn now() -> u64 {
	let elapsed = SystemTime::now()
		.duration_since(UNIX_EPOCH)
		.unwrap_or_default();
	elapsed.as_millis().try_into().unwrap_or(u64::MAX)
}
