//! The secret of a key, to be written as polkadot.js exports it, version 3: so that wallets and the portal take it.

use crate::{key::HEAD, AccountId32, Key, KeyError};
use base64::{engine::general_purpose::STANDARD, Engine};
use crypto_secretbox::{
	aead::{Aead, KeyInit},
	Nonce, XSalsa20Poly1305,
};
use schnorrkel::{
	derive::{ChainCode, Derivation},
	ExpansionMode, MiniSecretKey,
};
use serde_json::json;
use std::{fs, path::Path, str::FromStr};
use subxt_signer::SecretUri;
use zeroize::Zeroizing;

/// What stands before the secret half, and between it and the public one.
const BEGIN: [u8; 16] = [48, 83, 2, 1, 1, 48, 5, 6, 3, 43, 101, 112, 4, 34, 4, 32];
const BETWEEN: [u8; 5] = [161, 35, 3, 33, 0];

/// Bytes of the two halves, as ed25519 would have them.
const SECRET: usize = 64;
const PUBLIC: usize = 32;

const SALT: usize = 32;
const NONCE: usize = 24;

/// The cost of scrypt that polkadot.js takes today: 2 to this power, 8, 1. About a second and 128 MiB.
const WORK: u8 = 17;
const BLOCK: u32 = 8;
const LANES: u32 = 1;

/// The secret that all development keys come from, which everybody knows.
const DEVELOPMENT: [u8; 32] = [
	0xfa, 0xc7, 0x95, 0x9d, 0xbf, 0xe7, 0x2f, 0x05, 0x2e, 0x5a, 0x0c, 0x3c, 0x8d, 0x65, 0x30, 0xf2,
	0x02, 0xb0, 0x2f, 0xd8, 0xf9, 0xf5, 0xca, 0x35, 0x80, 0xec, 0x8d, 0xeb, 0x77, 0x97, 0x47, 0x9e,
];

/// What is random about an export.
pub struct Chance {
	salt: [u8; SALT],
	nonce: [u8; NONCE],
}

/// The secret of a key.
pub struct Secret {
	account: AccountId32,
	/// Both halves, as they stand in an export.
	halves: Zeroizing<Vec<u8>>,
}

impl Chance {
	/// Asks the system for it.
	///
	/// # Errors
	///
	/// The system gives none.
	pub fn new() -> Result<Self, getrandom::Error> {
		let (mut salt, mut nonce) = ([0; SALT], [0; NONCE]);
		getrandom::fill(&mut salt)?;
		getrandom::fill(&mut nonce)?;
		Ok(Self { salt, nonce })
	}
}

impl Secret {
	/// That of a development key, which everybody knows, by its path such as `//MX//officer//1`.
	///
	/// # Errors
	///
	/// It is no path.
	pub fn of_development(path: &str) -> Result<Self, KeyError> {
		let account = Key::of_development(path)?.account();
		let wrong = || KeyError::Path { path: path.into() };
		let uri = SecretUri::from_str(path).map_err(|_| wrong())?;
		let mut pair = MiniSecretKey::from_bytes(&DEVELOPMENT)
			.map_err(|_| wrong())?
			.expand_to_keypair(ExpansionMode::Ed25519);
		for junction in &uri.junctions {
			let code = ChainCode(*junction.inner());
			pair = if junction.is_soft() {
				pair.derived_key_simple(code, b"").0
			} else {
				let mini = pair.hard_derive_mini_secret_key(Some(code), b"").0;
				mini.expand_to_keypair(ExpansionMode::Ed25519)
			};
		}
		if pair.public.to_bytes() != account.0 {
			return Err(wrong());
		}
		let secret = Zeroizing::new(pair.secret.to_ed25519_bytes());
		let halves = [&BEGIN[..], &secret[..], &BETWEEN, &account.0].concat();
		Ok(Self {
			account,
			halves: Zeroizing::new(halves),
		})
	}

	/// That in a file that polkadot.js exported. The file must be readable by its owner alone.
	///
	/// # Errors
	///
	/// The file can't be read, is none, or has another password.
	pub fn of_file(file: &Path, password: &str) -> Result<Self, KeyError> {
		// What is encrypted was looked at when this has opened.
		let account = Key::of_file(file, password)?.account();
		let not_understood = |why: String| KeyError::NotUnderstood {
			file: file.display().to_string(),
			why,
		};
		let text = fs::read_to_string(file).map_err(|error| KeyError::Unreadable {
			file: file.display().to_string(),
			why: error.to_string(),
		})?;
		let halves = decrypted(&text, password);
		let halves = halves.ok_or_else(|| not_understood("it was changed meanwhile".into()))?;
		Ok(Self { account, halves })
	}

	/// The account that it signs for.
	pub const fn account(&self) -> &AccountId32 {
		&self.account
	}

	/// Returns the file under a password: JSON, with the name by which wallets show it and the milliseconds since 1970
	/// at which it was made. None where the system has not the memory that the password takes.
	pub fn to_export(
		&self,
		password: &str,
		name: &str,
		made: u64,
		chance: &Chance,
	) -> Option<String> {
		let Chance { salt, nonce } = chance;
		let cipher = cipher(password, salt, (WORK, BLOCK, LANES))?;
		let encrypted = cipher
			.encrypt(Nonce::from_slice(nonce), self.halves.as_slice())
			.ok()?;
		let cost = [1_u32 << WORK, LANES, BLOCK].map(u32::to_le_bytes).concat();
		let encoded = STANDARD.encode([&salt[..], &cost, &nonce[..], &encrypted].concat());
		let export = json!({
			"encoded": encoded,
			"encoding": {
				"content": ["pkcs8", "sr25519"],
				"type": ["scrypt", "xsalsa20-poly1305"],
				"version": "3",
			},
			"address": self.account.to_string(),
			"meta": {"name": name, "whenCreated": made},
		});
		Some(export.to_string())
	}
}

/// What encrypts under a password, at a cost: the power of 2, block size, lanes.
fn cipher(password: &str, salt: &[u8], cost: (u8, u32, u32)) -> Option<XSalsa20Poly1305> {
	let (work, block, lanes) = cost;
	let params = scrypt::Params::new(work, block, lanes, 32).ok()?;
	let mut key = Zeroizing::new([0; 32]);
	scrypt::scrypt(password.as_bytes(), salt, &params, &mut key[..]).ok()?;
	XSalsa20Poly1305::new_from_slice(&key[..]).ok()
}

/// Both halves of an export.
fn decrypted(text: &str, password: &str) -> Option<Zeroizing<Vec<u8>>> {
	let export: serde_json::Value = serde_json::from_str(text).ok()?;
	let bytes = STANDARD.decode(export["encoded"].as_str()?).ok()?;
	let (head, encrypted) = bytes.split_at_checked(HEAD)?;
	let (salt, rest) = head.split_at_checked(SALT)?;
	let (cost, nonce) = rest.split_at_checked(HEAD - SALT - NONCE)?;
	let mut cost = cost
		.chunks_exact(4)
		.filter_map(|part| part.try_into().ok().map(u32::from_le_bytes));
	let (count, lanes, block) = (cost.next()?, cost.next()?, cost.next()?);
	let work = u8::try_from(count.checked_ilog2()?).ok()?;
	let halves = cipher(password, salt, (work, block, lanes))?
		.decrypt(Nonce::from_slice(nonce), encrypted)
		.map(Zeroizing::new)
		.ok()?;
	let length = BEGIN.len() + SECRET + BETWEEN.len() + PUBLIC;
	(halves.len() == length).then_some(halves)
}

#[cfg(test)]
mod tests {
	use super::*;

	const PASSWORD: &str = "correct horse battery staple";

	/// What polkadot.js itself has written, with this salt and nonce: clients/test/keys.test.mjs opens it.
	const WRITTEN: &str = include_str!("../tests/vectors/export.json");

	fn file(text: &str) -> tempfile::NamedTempFile {
		let file = tempfile::NamedTempFile::new().expect("a file");
		fs::write(file.path(), text).expect("written");
		file
	}

	#[test]
	fn an_export_should_be_what_polkadot_js_writes() {
		let secret = Secret::of_development("//MX//officer//1").expect("a path");
		let chance = Chance {
			salt: [7; SALT],
			nonce: [9; NONCE],
		};
		let export = secret
			.to_export(PASSWORD, "officer-1", 1_767_225_600_000, &chance)
			.expect("memory");
		let value = |text: &str| -> serde_json::Value { serde_json::from_str(text).expect("JSON") };
		assert_eq!(value(&export), value(WRITTEN));
	}

	#[test]
	fn a_key_should_go_from_one_password_to_another() {
		let written = file(WRITTEN);
		let secret = Secret::of_file(written.path(), PASSWORD).expect("it opens");
		let chance = Chance::new().expect("random");
		let export = secret
			.to_export("another password", "officer-1", 0, &chance)
			.expect("memory");
		let export = file(&export);
		let key = Key::of_file(export.path(), "another password").expect("it opens");
		assert_eq!(&key.account(), secret.account());
		let expected = Key::of_development("//MX//officer//1").expect("a path");
		assert_eq!(key.account(), expected.account());
		let signed = key.sign(b"words");
		assert!(Key::has_signed(&expected.account(), b"words", &signed));
		assert!(matches!(
			Secret::of_file(export.path(), PASSWORD),
			Err(KeyError::WrongPassword { .. })
		));
	}

	#[test]
	fn every_path_should_lead_to_its_key() {
		for path in ["//MX", "//MX//officer//1", "//MX/soft", "//a/1//2"] {
			let secret = Secret::of_development(path).expect("a path");
			let key = Key::of_development(path).expect("a path");
			assert_eq!(secret.account(), &key.account(), "{path}");
		}
		assert!(Secret::of_development("MX").is_err());
		// A password of its own makes another key: that is no development key.
		assert!(Secret::of_development("//MX///secret").is_err());
	}
}
