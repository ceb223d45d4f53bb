//! Who may ask what, and how much.

use aeo_primitives::Territory;
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::{
	collections::BTreeSet,
	num::NonZeroU32,
	sync::{Arc, Mutex, PoisonError},
	time::{Duration, Instant},
};
use subtle::ConstantTimeEq;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// What bearer keys begin with, so that they are found where they should not be.
const PREFIX: &str = "aeo_";

/// Bytes of a bearer key.
const BYTES: usize = 32;

/// Streams that a key holds open.
pub const STREAMS: usize = 16;

/// What a key may ask.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd)]
#[serde(rename_all = "lowercase")]
pub enum Right {
	/// Whether firms are recognised.
	Evaluate,
	/// Certificates, their history and their traders.
	Certificates,
	/// Whole lists.
	Lists,
	/// What has changed.
	Changes,
	/// How the gateway does.
	Metrics,
}

impl Right {
	/// All of them.
	pub const ALL: [Self; 5] = [
		Self::Evaluate,
		Self::Certificates,
		Self::Lists,
		Self::Changes,
		Self::Metrics,
	];

	/// What it is called.
	pub const fn name(self) -> &'static str {
		match self {
			Self::Evaluate => "evaluate",
			Self::Certificates => "certificates",
			Self::Lists => "lists",
			Self::Changes => "changes",
			Self::Metrics => "metrics",
		}
	}
}

/// How a client says who it is. Hashes are SHA-256: what they are of is random and long.
pub enum Credential {
	/// By a key, of which this is the hash.
	Bearer([u8; 32]),
	/// By a certificate of TLS, of which this is the hash.
	Certificate([u8; 32]),
}

/// Returns SHA-256.
pub fn hash(bytes: &[u8]) -> [u8; 32] {
	Sha256::digest(bytes).into()
}

/// Returns a new bearer key.
pub fn generate() -> Result<String, getrandom::Error> {
	let mut bytes = [0; BYTES];
	getrandom::fill(&mut bytes)?;
	Ok(format!("{PREFIX}{}", aeo_sealing::hex::digits(&bytes)))
}

/// A program that asks.
pub struct Client {
	/// How it is called here.
	pub name: String,
	/// Whose system it is.
	pub grantor: Territory,
	rights: BTreeSet<Right>,
	purse: Mutex<Purse>,
	streams: Arc<Semaphore>,
}

impl Client {
	/// Returns the one of this name, which may ask so many questions a minute.
	pub fn new(
		name: String,
		grantor: Territory,
		rights: BTreeSet<Right>,
		rate: NonZeroU32,
	) -> Self {
		Self {
			name,
			grantor,
			rights,
			purse: Mutex::new(Purse::new(rate, Instant::now())),
			streams: Arc::new(Semaphore::new(STREAMS)),
		}
	}

	/// Whether it may ask this.
	pub fn may(&self, right: Right) -> bool {
		self.rights.contains(&right)
	}

	/// Takes one question from what it may ask.
	///
	/// # Errors
	///
	/// It has asked too much: how long it has to wait.
	pub fn pay_one(&self) -> Result<(), Duration> {
		self.purse(|purse| purse.pay_one(Instant::now()))
	}

	/// Takes more questions, which may leave it in debt.
	///
	/// # Errors
	///
	/// Requests that came at the same time have left it in debt already: how long it has to wait.
	pub fn pay_more(&self, questions: usize) -> Result<(), Duration> {
		self.purse(|purse| purse.pay_more(questions))
	}

	fn purse<T>(&self, with: impl FnOnce(&mut Purse) -> T) -> T {
		with(&mut self.purse.lock().unwrap_or_else(PoisonError::into_inner))
	}

	/// Opens a stream, which ends when it is dropped; none where there are too many.
	pub fn open_stream(&self) -> Option<OwnedSemaphorePermit> {
		self.streams.clone().try_acquire_owned().ok()
	}
}

/// What a client may still ask: the questions of one minute, refilled as time passes. A list of questions is
/// answered whole, and paid off before the next one.
struct Purse {
	rate: f64,
	left: f64,
	at: Instant,
}

impl Purse {
	fn new(rate: NonZeroU32, now: Instant) -> Self {
		let rate = f64::from(rate.get());
		Self {
			rate,
			left: rate,
			at: now,
		}
	}

	fn pay_one(&mut self, now: Instant) -> Result<(), Duration> {
		let minutes = now.saturating_duration_since(self.at).as_secs_f64() / 60.0;
		self.left = minutes.mul_add(self.rate, self.left).min(self.rate);
		self.at = now;
		if self.left < 1.0 {
			return Err(self.wait());
		}
		self.left -= 1.0;
		Ok(())
	}

	fn pay_more(&mut self, questions: usize) -> Result<(), Duration> {
		if self.left < 0.0 {
			return Err(self.wait());
		}
		self.left -= f64::from(u32::try_from(questions).unwrap_or(u32::MAX));
		Ok(())
	}

	/// How long it takes until there is one question in it.
	fn wait(&self) -> Duration {
		Duration::from_secs_f64((1.0 - self.left) * 60.0 / self.rate)
	}
}

/// All clients.
pub struct Keys(Vec<(Credential, Arc<Client>)>);

impl Keys {
	/// Returns these.
	pub const fn new(keys: Vec<(Credential, Arc<Client>)>) -> Self {
		Self(keys)
	}

	/// How many there are.
	pub const fn count(&self) -> usize {
		self.0.len()
	}

	/// Returns whose system one of those is that have this right.
	pub fn grantor_with(&self, right: Right) -> Option<Territory> {
		let mut clients = self.0.iter().map(|(_, client)| client);
		let one = clients.find(|client| client.may(right));
		one.map(|client| client.grantor)
	}

	/// Returns whose key this is.
	pub fn of_bearer(&self, key: &str) -> Option<&Arc<Client>> {
		let hash = hash(key.as_bytes());
		self.find(|credential| match credential {
			Credential::Bearer(known) => known.ct_eq(&hash).into(),
			Credential::Certificate(_) => false,
		})
	}

	/// Returns whose certificate has this hash.
	pub fn of_certificate(&self, hash: &[u8; 32]) -> Option<&Arc<Client>> {
		self.find(|credential| match credential {
			Credential::Certificate(known) => known.ct_eq(hash).into(),
			Credential::Bearer(_) => false,
		})
	}

	/// Looks at all, so that how long it takes does not say which one it is.
	fn find(&self, is_it: impl Fn(&Credential) -> bool) -> Option<&Arc<Client>> {
		let those = self.0.iter().filter(|(credential, _)| is_it(credential));
		those.map(|(_, client)| client).last()
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn client(name: &str) -> Arc<Client> {
		let rate = NonZeroU32::MIN;
		let rights = [Right::Evaluate].into();
		Arc::new(Client::new(name.to_owned(), Territory::CR, rights, rate))
	}

	#[test]
	fn a_key_should_be_known_by_its_hash_only() {
		let (first, second) = (generate().expect("random"), generate().expect("random"));
		assert_ne!(first, second);
		assert_eq!(first.len(), PREFIX.len() + 2 * BYTES);
		let keys = Keys::new(vec![
			(Credential::Bearer(hash(first.as_bytes())), client("first")),
			(
				Credential::Bearer(hash(second.as_bytes())),
				client("second"),
			),
			(Credential::Certificate([7; 32]), client("third")),
		]);
		let name = |found: Option<&Arc<Client>>| found.map(|client| client.name.clone());
		assert_eq!(name(keys.of_bearer(&first)).as_deref(), Some("first"));
		assert_eq!(name(keys.of_bearer(&second)).as_deref(), Some("second"));
		assert_eq!(
			name(keys.of_certificate(&[7; 32])).as_deref(),
			Some("third")
		);
		let digits = aeo_sealing::hex::digits(&hash(first.as_bytes()));
		for other in ["", "aeo_", &first[..first.len() - 1], &digits] {
			assert_eq!(name(keys.of_bearer(other)), None, "{other}");
		}
		assert_eq!(name(keys.of_certificate(&hash(first.as_bytes()))), None);
	}

	#[test]
	fn a_purse_should_be_refilled_as_time_passes() {
		let start = Instant::now();
		let after = |seconds: u64| start + Duration::from_secs(seconds);
		let rate = NonZeroU32::new(60).expect("not zero");
		let mut purse = Purse::new(rate, start);
		assert_eq!((0..60).filter(|_| purse.pay_one(start).is_ok()).count(), 60);
		let wait = purse.pay_one(start).expect_err("empty");
		assert_eq!(wait.as_secs_f64().ceil(), 1.0);
		assert_eq!(purse.pay_one(after(1)), Ok(()));
		// A long list is a debt.
		assert_eq!(purse.pay_one(after(61)), Ok(()));
		assert_eq!(purse.pay_more(999), Ok(()));
		// Who is in debt gets no other one, though it was let in before.
		assert!(purse.pay_more(999).is_err());
		let wait = purse.pay_one(after(61)).expect_err("in debt");
		assert_eq!(wait.as_secs_f64().round(), 941.0);
		// It never holds more than those of a minute.
		assert_eq!(purse.pay_one(after(10_000)), Ok(()));
		assert!(purse.left <= 59.0);
	}
}
