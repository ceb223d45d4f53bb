//! Files and questions over http: with https, or within this computer; no redirects; limits of size and
//! time.

use crate::failure::{Failure, Kind};
use serde::Serialize;
use std::{net::IpAddr, time::Duration};
use ureq::{
	config::{Config, ConfigBuilder},
	http::Uri,
	tls::{RootCerts, TlsConfig},
	typestate::AgentScope,
	unversioned::{
		resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver},
		transport::{DefaultConnector, NextTimeout},
	},
	Agent,
};

/// How long an answer may take in all.
const LIMIT: Duration = Duration::from_secs(60);

/// Most bytes of an answer of a node: 50 certificates, or the lists of 251 partners.
const MOST_ANSWER: u64 = 4 * 1024 * 1024;

/// Who asks.
pub struct Web(Agent);

/// Who asks hosts that a stranger's file names: by https and at public addresses only, whatever names lead to, and
/// through nobody else.
pub struct Strangers(Web);

impl Strangers {
	/// Returns one that trusts who the system trusts.
	pub fn new() -> Self {
		let config = config(LIMIT).proxy(None).build();
		let connector = DefaultConnector::default();
		Self(Web(Agent::with_parts(config, connector, Public::default())))
	}

	/// Returns a file of a host; none where there is none.
	pub fn file(
		&self,
		host: &str,
		port: Option<u16>,
		path: &str,
		most: usize,
	) -> Result<Option<Vec<u8>>, Failure> {
		let port = port.map_or_else(String::new, |port| format!(":{port}"));
		self.0.file(&format!("https://{host}{port}{path}"), most)
	}
}

/// Finds public addresses only.
#[derive(Debug, Default)]
struct Public(DefaultResolver);

impl Resolver for Public {
	fn resolve(
		&self,
		uri: &Uri,
		config: &Config,
		timeout: NextTimeout,
	) -> Result<ResolvedSocketAddrs, ureq::Error> {
		let found = self.0.resolve(uri, config, timeout)?;
		if found.iter().all(|address| is_public(address.ip())) {
			Ok(found)
		} else {
			Err(ureq::Error::HostNotFound)
		}
	}
}

/// Whether an address is one of the internet, and none of this computer, of this network, or of nobody.
fn is_public(address: IpAddr) -> bool {
	match address {
		IpAddr::V4(four) => {
			let [a, b, c, _] = four.octets();
			let is_kept = matches!(
				(a, b, c),
				(0 | 240.., ..)
					| (100, 64..=127, _)
					| (192, 0, 0 | 2)
					| (192, 88, 99) | (198, 18 | 19, _)
					| (198, 51, 100)
					| (203, 0, 113)
			);
			!(is_kept
				|| four.is_private()
				|| four.is_loopback()
				|| four.is_link_local()
				|| four.is_multicast())
		}
		IpAddr::V6(six) => {
			let [first, second, ..] = six.segments();
			// The addresses that are given out begin with 001; among them are those for documents, and those in
			// which one of version 4 is hidden.
			let is_given_out = first & 0xe000 == 0x2000;
			let is_kept =
				first == 0x2002 || (first == 0x2001 && (second < 0x200 || second == 0xdb8));
			is_given_out && !is_kept
		}
	}
}

/// What all have in common: answers may take so long.
fn config(limit: Duration) -> ConfigBuilder<AgentScope> {
	// It is there already where another one of this process was first.
	let _known = rustls::crypto::ring::default_provider().install_default();
	let tls = TlsConfig::builder()
		.root_certs(RootCerts::PlatformVerifier)
		.build();
	Agent::config_builder()
		.http_status_as_error(false)
		.max_redirects(0)
		.timeout_global(Some(limit))
		.tls_config(tls)
		.user_agent("aeo")
}

impl Web {
	/// Returns one that trusts who the system trusts.
	pub fn new() -> Self {
		Self::within(LIMIT)
	}

	/// Returns the same, whose answers may take so long.
	pub fn within(limit: Duration) -> Self {
		Self(config(limit).build().into())
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

	/// Posts a text with these headers, and returns the status of the answer; what it says is not read.
	pub fn post(
		&self,
		address: &str,
		headers: &[(&str, String)],
		body: &str,
	) -> Result<u16, Failure> {
		ensure_safe(address)?;
		let request = headers
			.iter()
			.fold(self.0.post(address), |request, (name, value)| {
				request.header(*name, value)
			});
		let response = request
			.send(body)
			.map_err(|error| Failure::no_answer(&origin(address), error.to_string()))?;
		Ok(response.status().as_u16())
	}
}

/// Returns scheme, host and port of an address: what follows may hold a token, which no log is to have.
pub fn origin(address: &str) -> String {
	let uri: Uri = address.parse().unwrap_or_default();
	let scheme = uri.scheme_str().unwrap_or_default();
	let port = uri
		.port()
		.map_or_else(String::new, |port| format!(":{port}"));
	format!("{scheme}://{}{port}", uri.host().unwrap_or_default())
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
	fn an_origin_should_have_no_token() {
		let address = "https://who:token@risk.example:8443/in/token?key=token";
		assert_eq!(origin(address), "https://risk.example:8443");
		assert_eq!(origin("http://127.0.0.1/in"), "http://127.0.0.1");
	}

	#[test]
	fn hosts_of_strangers_should_be_at_public_addresses() {
		for public in ["1.1.1.1", "200.1.2.3", "2606:4700::1111", "2800:a4::1"] {
			assert!(is_public(public.parse().expect("an address")), "{public}");
		}
		for other in [
			"0.0.0.0",
			"10.0.0.1",
			"100.64.0.1",
			"127.0.0.1",
			"169.254.169.254",
			"172.16.0.1",
			"192.0.2.1",
			"192.168.1.1",
			"198.18.0.1",
			"224.0.0.1",
			"255.255.255.255",
			"::",
			"::1",
			"::ffff:10.0.0.1",
			"64:ff9b::a00:1",
			"2001:db8::1",
			"2002:a00:1::",
			"fc00::1",
			"fe80::1",
			"ff02::1",
		] {
			assert!(!is_public(other.parse().expect("an address")), "{other}");
		}
	}

	#[test]
	fn a_host_at_home_should_not_be_asked() {
		for host in ["localhost", "127.0.0.1"] {
			assert!(Strangers::new()
				.file(host, Some(1), "/status/s0", 1)
				.is_err());
		}
	}

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
