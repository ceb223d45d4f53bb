//! Keys that sign.

use std::{fs, path::Path, str::FromStr};
use subxt_signer::{
	polkadot_js_compat,
	sr25519::{self, Keypair},
	SecretUri,
};

/// Bytes that polkadot.js writes before what is encrypted: salt, parameters and nonce.
pub(crate) const HEAD: usize = 68;

/// A key that signs.
#[derive(Clone)]
pub struct Key(Keypair);

/// Why a key can't be used.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
	/// The file can't be read.
	#[error("{file} can't be read: {why}")]
	Unreadable {
		/// The path of the file.
		file: String,
		/// What the system says.
		why: String,
	},
	/// Others can read the file.
	#[error("{file} can be read by others than you: run `chmod 600 {file}`")]
	Open {
		/// The path of the file.
		file: String,
	},
	/// It is no export of polkadot.js with an sr25519 key.
	#[error(
		"{file} is no key that can be used: {why}. Export the account from polkadot.js (sr25519) as JSON"
	)]
	NotUnderstood {
		/// The path of the file.
		file: String,
		/// What is wrong with it.
		why: String,
	},
	/// The password is wrong.
	#[error("the password of {file} is wrong")]
	WrongPassword {
		/// The path of the file.
		file: String,
	},
	/// A derivation path of a development key has a mistake.
	#[error("`{path}` is no path of a development key: such as `//MX//officer//1`")]
	Path {
		/// What was given.
		path: String,
	},
}

impl Key {
	/// A key of a development chain, which everybody knows, by its path such as `//MX//officer//1`.
	pub fn of_development(path: &str) -> Result<Self, KeyError> {
		let wrong = || KeyError::Path { path: path.into() };
		if !path.starts_with("//") {
			return Err(wrong());
		}
		let uri = SecretUri::from_str(path).map_err(|_| wrong())?;
		Keypair::from_uri(&uri).map(Self).map_err(|_| wrong())
	}

	/// The key in a file that polkadot.js exported. The file must be readable by its owner alone.
	pub fn of_file(file: &Path, password: &str) -> Result<Self, KeyError> {
		let name = || file.display().to_string();
		let unreadable = |error: std::io::Error| KeyError::Unreadable {
			file: name(),
			why: error.to_string(),
		};
		if is_open_to_others(file).map_err(unreadable)? {
			return Err(KeyError::Open { file: name() });
		}
		let text = fs::read_to_string(file).map_err(unreadable)?;
		let not_understood = |why: String| KeyError::NotUnderstood { file: name(), why };
		// The library panics where there is less.
		if encrypted_length(&text).map_err(not_understood)? <= HEAD {
			return Err(not_understood("it is cut off".into()));
		}
		match polkadot_js_compat::decrypt_json(&text, password) {
			// The library has compared the key with `address`.
			Ok(pair) => Ok(Self(pair)),
			Err(polkadot_js_compat::Error::Secretbox(_)) => {
				Err(KeyError::WrongPassword { file: name() })
			}
			Err(error) => Err(not_understood(
				error.to_string().trim_end_matches('.').into(),
			)),
		}
	}

	/// The account of a file that polkadot.js exported, which stands there unencrypted.
	pub fn account_of_file(file: &Path) -> Result<crate::AccountId32, KeyError> {
		let name = || file.display().to_string();
		let text = fs::read_to_string(file).map_err(|error| KeyError::Unreadable {
			file: name(),
			why: error.to_string(),
		})?;
		account_in(&text).map_err(|why| KeyError::NotUnderstood { file: name(), why })
	}

	/// The account that it signs for.
	pub fn account(&self) -> crate::AccountId32 {
		crate::AccountId32(self.0.public_key().0)
	}

	/// Signs some words, which are no call: no wallet signs a call in this form.
	pub fn sign(&self, words: &[u8]) -> [u8; 64] {
		self.0.sign(&wrapped(words)).0
	}

	/// Whether an account has signed these words, by [`Key::sign`] or in a wallet.
	pub fn has_signed(account: &crate::AccountId32, words: &[u8], signature: &[u8]) -> bool {
		let Ok(signature) = <[u8; 64]>::try_from(signature) else {
			return false;
		};
		let signature = sr25519::Signature(signature);
		sr25519::verify(&signature, wrapped(words), &sr25519::PublicKey(account.0))
	}

	pub(crate) fn pair(&self) -> &Keypair {
		&self.0
	}
}

/// Words as wallets sign them (`signRaw`), so that they can't be taken for a call.
fn wrapped(words: &[u8]) -> Vec<u8> {
	[b"<Bytes>", words, b"</Bytes>"].concat()
}

/// The account of an export.
fn account_in(text: &str) -> Result<crate::AccountId32, String> {
	let value: serde_json::Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
	let address = value["address"].as_str().ok_or("`address` is missing")?;
	address.parse().map_err(|_| "`address` is none".into())
}

/// How many bytes the encrypted part of an export has, roughly: three for four characters of base64.
fn encrypted_length(text: &str) -> Result<usize, String> {
	let value: serde_json::Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
	let encoded = value["encoded"].as_str().ok_or("`encoded` is missing")?;
	Ok(encoded.trim_end_matches('=').len() * 3 / 4)
}

#[cfg(unix)]
fn is_open_to_others(file: &Path) -> std::io::Result<bool> {
	use std::os::unix::fs::PermissionsExt;
	Ok(fs::metadata(file)?.permissions().mode() & 0o077 != 0)
}

#[cfg(not(unix))]
fn is_open_to_others(file: &Path) -> std::io::Result<bool> {
	fs::metadata(file).map(|_| false)
}
