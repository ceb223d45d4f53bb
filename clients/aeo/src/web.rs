//! Files and questions over http: with https, or within this computer; no redirects; limits of size and
//! time.

use crate::failure::{Failure, Kind};
use serde::Serialize;
use std::{net::IpAddr, time::Duration};
use ureq::{
	http::Uri,
	tls::{RootCerts, TlsConfig},
	Agent,
};

/// How long an answer may take in all.
const LIMIT: Duration = Duration::from_secs(60);

/// Most bytes of an answer of a node: 50 certificates, or the lists of 251 partners.
const MOST_ANSWER: u64 = 4 * 1024 * 1024;

/// Who asks.
pub struct Web(Agent);

impl Web {
	/// Returns one that trusts who the system trusts.
	pub fn new() -> Self {
		// It is there already where another one of this process was first.
		let _known = rustls::crypto::ring::default_provider().install_default();
		let tls = TlsConfig::builder()
			.root_certs(RootCerts::PlatformVerifier)
			.build();
		let config = Agent::config_builder()
			.http_status_as_error(false)
			.max_redirects(0)
			.timeout_global(Some(LIMIT))
			.tls_config(tls)
			.user_agent("aeo")
			.build();
		Self(config.into())
	}

	/// Returns a file of at most so many bytes; none where there is none.
	pub fn file(&self, address: &str, most: usize) -> Result<Option<Vec<u8>>, Failure> {
		let no_answer = |why: String| Failure::no_answer(address, why);
		ensure_safe(address)?;
		let mut response = self
			.0
			.get(address)
			.call()
			.map_err(|error| no_answer(error.to_string()))?;
		match response.status().as_u16() {
			200 => {}
			404 | 410 => return Ok(None),
			status => return Err(no_answer(status.to_string())),
		}
		response
			.body_mut()
			.with_config()
			.limit(u64::try_from(most).unwrap_or(u64::MAX))
			.read_to_vec()
			.map(Some)
			.map_err(|error| no_answer(error.to_string()))
	}

	/// Returns the answer to a question in JSON.
	pub fn ask(&self, address: &str, question: &impl Serialize) -> Result<Vec<u8>, Failure> {
		let no_answer = |error: ureq::Error| Failure::no_answer(address, error.to_string());
		ensure_safe(address)?;
		let mut response = self
			.0
			.post(address)
			.send_json(question)
			.map_err(no_answer)?;
		response
			.body_mut()
			.with_config()
			.limit(MOST_ANSWER)
			.read_to_vec()
			.map_err(no_answer)
	}
}

/// Refuses an address at which others could read along: one without https, but for this computer itself.
pub fn ensure_safe(address: &str) -> Result<(), Failure> {
	let unsafe_address = || Failure::with(Kind::AddressUnsafe, [("address", address.to_owned())]);
	let uri: Uri = address.parse().map_err(|_| unsafe_address())?;
	let host = uri.host().unwrap_or_default();
	let is_here = host == "localhost"
		|| host
			.trim_matches(['[', ']'])
			.parse::<IpAddr>()
			.is_ok_and(|address| address.is_loopback());
	match uri.scheme_str() {
		Some("https") if !host.is_empty() => Ok(()),
		Some("http") if is_here => Ok(()),
		_ => Err(unsafe_address()),
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn only_safe_addresses_should_be_asked() {
		for safe in [
			"https://aduana.example/aeo",
			"https://10.0.0.1",
			"http://127.0.0.1:8733",
			"http://127.9.9.9/x",
			"http://[::1]:80/x",
			"http://localhost:9944",
		] {
			assert!(ensure_safe(safe).is_ok(), "{safe}");
		}
		for other in [
			"",
			"aduana.example",
			"/CR/1",
			"http://aduana.example",
			"http://10.0.0.1",
			"http://localhost.example",
			"http://127.0.0.1.example",
			"http://127.0.0.1@aduana.example/",
			"ftp://127.0.0.1/",
			"file:///etc/passwd",
			"ws://127.0.0.1:9944",
		] {
			assert!(ensure_safe(other).is_err(), "{other}");
		}
	}
}
