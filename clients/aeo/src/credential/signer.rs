//! What an issuer signs with: a key in a file, in the environment or on the input, or a program that keeps one.

use super::read;
use crate::{
	cli::credentials::SignedWith,
	failure::{Failure, Kind},
};
use aeo_credentials::{PublicKey, SigningKey, Signs, Trust};
use std::{
	env,
	io::Write,
	path::Path,
	process::{Command, Stdio},
};

/// Where the key is, if nothing is said: as PEM, in the environment.
const VARIABLE: &str = "AEO_CREDENTIAL_KEY";

/// What signs for an issuer, and its public key.
pub struct Signer {
	by: Box<dyn Signs + Send + Sync>,
	/// The key on chain.
	pub key: PublicKey,
}

impl Signer {
	/// Returns what signs, whose key must be the issuer's on chain.
	pub fn of(with: &SignedWith, trust: &Trust) -> Result<Self, Failure> {
		let on_chain = PublicKey::of(&trust.key);
		let differs = || Failure::with(Kind::SigningKeyDiffers, [("did", trust.did.to_string())]);
		let key = on_chain.ok_or_else(differs)?;
		if let Some(command) = &with.signer {
			let by = Box::new(Program(command.clone()));
			return Ok(Self { by, key });
		}
		let secret = secret(with.key.as_deref())?;
		if secret.public() != key {
			return Err(differs());
		}
		let by = Box::new(secret);
		Ok(Self { by, key })
	}

	/// Returns one that has its key.
	#[cfg(test)]
	pub fn with(secret: SigningKey) -> Self {
		Self {
			key: secret.public(),
			by: Box::new(secret),
		}
	}

	/// Signs, and checks what a program gave: a wrong signature would be found by others only.
	pub fn sign(&self, bytes: &[u8]) -> Result<[u8; 64], String> {
		let signature = self.by.sign(bytes)?;
		if self.key.verifies(bytes, &signature) {
			Ok(signature)
		} else {
			Err("the signature is not by the key on chain".to_owned())
		}
	}
}

impl Signs for Signer {
	fn sign(&self, bytes: &[u8]) -> Result<[u8; 64], String> {
		Self::sign(self, bytes)
	}
}

/// Says that there is no signature.
pub fn not_signed(why: String) -> Failure {
	Failure::with(Kind::SignerFailed, [("why", why)])
}

/// A key in a file, with `-` on the input, or in the environment.
pub fn secret(file: Option<&Path>) -> Result<SigningKey, Failure> {
	let pem = match file {
		Some(file) => read(file)?,
		None => env::var(VARIABLE).map_err(|_| Failure::new(Kind::SigningKeyMissing))?,
	};
	let pem = zeroize::Zeroizing::new(pem);
	SigningKey::of_pem(&pem).ok_or_else(|| Failure::new(Kind::SigningKeyWrong))
}

/// A program that signs what it reads: 64 bytes, `r` and `s`. So a module or a service keeps the key.
struct Program(String);

impl Signs for Program {
	fn sign(&self, bytes: &[u8]) -> Result<[u8; 64], String> {
		let mut words = self.0.split_whitespace();
		let program = words.next().ok_or("no program is named")?;
		let mut child = Command::new(program)
			.args(words)
			.stdin(Stdio::piped())
			.stdout(Stdio::piped())
			.spawn()
			.map_err(|error| error.to_string())?;
		if let Some(mut input) = child.stdin.take() {
			input.write_all(bytes).map_err(|error| error.to_string())?;
		}
		let output = child
			.wait_with_output()
			.map_err(|error| error.to_string())?;
		if !output.status.success() {
			return Err(output.status.to_string());
		}
		let count = output.stdout.len();
		let signature = output.stdout.try_into();
		signature.map_err(|_| format!("{count} bytes instead of 64"))
	}
}
