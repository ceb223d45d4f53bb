//! Webhooks as Standard Webhooks 1.0.0 has them: what is posted, how it is signed, and when it is tried again.

use crate::{
	failure::{Failure, Kind},
	keys,
	web::{self, Web},
};
use base64::{engine::general_purpose::STANDARD, Engine};
use hmac::{Hmac, KeyInit, Mac};
use serde_json::{json, Value};
use sha2::Sha256;
use std::{
	fmt, fs,
	path::Path,
	time::{Duration, SystemTime, UNIX_EPOCH},
};
use zeroize::Zeroizing;

/// What a secret begins with; behind it stand its bytes in base64.
const PREFIX: &str = "whsec_";

/// Fewest and most bytes of a secret.
const FEWEST: usize = 24;
const MOST: usize = 64;

/// How long a receiver may take.
const LIMIT: Duration = Duration::from_secs(30);

/// The first rest after a failure; each one is twice the one before, up to an hour.
const FIRST_REST: Duration = Duration::from_secs(1);
const LONGEST_REST: Duration = Duration::from_secs(3_600);

/// What messages are signed with; the receiver has the same.
pub struct Secret(Zeroizing<Vec<u8>>);

impl Secret {
	/// Reads it from the first line of a file that not everybody may read.
	pub fn read(file: &Path) -> Result<Self, Failure> {
		let failed = |error| Failure::file(file.display(), &error);
		keys::ensure_not_public(file, &fs::File::open(file).map_err(failed)?)?;
		let text = Zeroizing::new(fs::read_to_string(file).map_err(failed)?);
		Self::parse(text.lines().next().unwrap_or_default()).ok_or_else(|| {
			let file = file.display().to_string();
			Failure::with(Kind::NotAWebhookSecret, [("file", file)])
		})
	}

	/// Reads `whsec_` and base64 behind it.
	pub fn parse(text: &str) -> Option<Self> {
		let bytes = STANDARD.decode(text.trim().strip_prefix(PREFIX)?).ok()?;
		(FEWEST..=MOST)
			.contains(&bytes.len())
			.then(|| Self(Zeroizing::new(bytes)))
	}

	/// Returns the signature of a message that is sent at a second since 1970.
	fn sign(&self, id: &str, seconds: u64, body: &str) -> Option<String> {
		let mut mac = Hmac::<Sha256>::new_from_slice(&self.0).ok()?;
		mac.update(format!("{id}.{seconds}.{body}").as_bytes());
		let signature = STANDARD.encode(mac.finalize().into_bytes());
		Some(format!("v1,{signature}"))
	}
}

/// What is posted.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Message {
	/// By which the receiver knows what it has got before.
	pub id: String,
	/// JSON.
	pub body: String,
}

impl Message {
	/// Returns the message about an entry of the feed; none where it is no entry.
	///
	/// Its id is the entry's. An entry that is told early comes again when it is final, and one that is taken back
	/// has the id of what it takes back: these are messages of their own, so that no receiver passes them over. Where
	/// the chain goes back to a block that it had left, both come again: `turns` says how much was taken back from
	/// this receiver before, and tells them apart.
	pub fn of(entry: &Value, turns: u32) -> Option<Self> {
		let text = |name: &str| entry.get(name).and_then(Value::as_str);
		let op = text("op")?;
		let turn = match turns {
			0 => String::new(),
			turns => format!(".{turns}"),
		};
		let ending = match op {
			"put" | "due" if entry["early"] == true => format!(".early{turn}"),
			// What is final comes once.
			"put" | "due" => String::new(),
			other => format!(".{other}{turn}"),
		};
		let kind = text("kind").unwrap_or(op);
		let type_of = match text("what") {
			Some(what) => format!("{kind}.{}", snake(what)),
			None => kind.to_owned(),
		};
		let time = entry["block"]["time"].as_u64()?;
		let body = json!({"type": type_of, "timestamp": crate::at::written(time), "data": entry});
		Some(Self {
			id: text("id")?.to_owned() + &ending,
			body: body.to_string(),
		})
	}
}

/// Whether an entry says that what was told before doesn't hold.
pub fn takes_back(entry: &Value) -> bool {
	entry["op"] == "retract" || entry["op"] == "resync"
}

/// Up to where a receiver was told, as a line of a file has it.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Told {
	/// From where the feed goes on.
	pub cursor: String,
	/// How often something was taken back from it.
	pub turns: u32,
}

impl Told {
	/// Reads a line. One that somebody has written by hand may have a cursor only.
	pub fn parse(line: &str) -> Self {
		let (cursor, turns) = line.trim().split_once(' ').unwrap_or((line.trim(), "0"));
		Self {
			cursor: cursor.to_owned(),
			turns: turns.trim().parse().unwrap_or_default(),
		}
	}
}

impl fmt::Display for Told {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		let Self { cursor, turns } = self;
		match turns {
			0 => f.write_str(cursor),
			_ => write!(f, "{cursor} {turns}"),
		}
	}
}

/// Writes `StateChanged` as `state_changed`.
fn snake(name: &str) -> String {
	let mut written = String::new();
	for letter in name.chars() {
		if letter.is_ascii_uppercase() && !written.is_empty() {
			written.push('_');
		}
		written.push(letter.to_ascii_lowercase());
	}
	written
}

/// Who receives messages.
pub struct Target {
	url: String,
	secret: Secret,
	web: Web,
}

impl Target {
	/// Returns the one at an address at which nobody else can read along.
	pub fn new(url: &str, secret: Secret) -> Result<Self, Failure> {
		web::ensure_safe(url)?;
		Ok(Self {
			url: url.to_owned(),
			secret,
			web: Web::within(LIMIT),
		})
	}

	/// Posts a message, once.
	///
	/// # Errors
	///
	/// The receiver did not say that it has it.
	pub fn post(&self, message: &Message) -> Result<(), Failure> {
		let elapsed = SystemTime::now().duration_since(UNIX_EPOCH);
		let seconds = elapsed.unwrap_or_default().as_secs();
		let Message { id, body } = message;
		let signature = self.secret.sign(id, seconds, body).unwrap_or_default();
		let headers = [
			("content-type", "application/json".to_owned()),
			("webhook-id", id.clone()),
			("webhook-timestamp", seconds.to_string()),
			("webhook-signature", signature),
		];
		match self.web.post(&self.url, &headers, body)? {
			200..=299 => Ok(()),
			status => Err(Failure::no_answer(
				&web::origin(&self.url),
				status.to_string(),
			)),
		}
	}
}

/// Returns how long to rest after so many failures in a row.
pub fn rest(failures: u32) -> Duration {
	let doubled = 2_u32.saturating_pow(failures.saturating_sub(1));
	FIRST_REST.saturating_mul(doubled).min(LONGEST_REST)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn the_signature_should_be_that_of_the_standard() {
		// The example of the specification's own libraries.
		let secret = Secret::parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").expect("a secret");
		let signature = secret.sign(
			"msg_p5jXN8AQM9LWM0D4loKWxJek",
			1_614_265_330,
			r#"{"test": 2432232314}"#,
		);
		assert_eq!(
			signature.as_deref(),
			Some("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
		);
	}

	#[test]
	fn what_is_no_secret_should_be_refused() {
		for other in [
			"",
			"whsec_",
			"MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
			"whsec_c2hvcnQ=",
			"whsec_not base64 at all, however long it is",
		] {
			assert!(Secret::parse(other).is_none(), "{other}");
		}
	}

	#[test]
	fn rests_should_double_up_to_an_hour() {
		let seconds: Vec<_> = (1..=14).map(|failures| rest(failures).as_secs()).collect();
		assert_eq!(seconds[..5], [1, 2, 4, 8, 16]);
		assert_eq!(seconds[11..], [2_048, 3_600, 3_600]);
		assert_eq!(rest(u32::MAX), LONGEST_REST);
	}

	#[test]
	fn no_two_messages_should_have_the_same_id() {
		let entry = |op: &str, early: bool| {
			json!({
				"id": "f1.7.00000009.1", "op": op, "kind": "issuer", "what": "StateChanged", "early": early,
				"block": {"time": 1_767_225_600_000_u64},
			})
		};
		// The chain leaves the block, comes back to it twice, and makes it final.
		let mut turns = 0;
		let ids: Vec<_> = [
			("put", true),
			("retract", false),
			("put", true),
			("retract", false),
			("put", true),
			("put", false),
		]
		.map(|(op, early)| {
			let entry = entry(op, early);
			let message = Message::of(&entry, turns).expect("a message");
			turns += u32::from(takes_back(&entry));
			message.id
		})
		.into();
		assert_eq!(
			ids,
			[
				"f1.7.00000009.1.early",
				"f1.7.00000009.1.retract",
				"f1.7.00000009.1.early.1",
				"f1.7.00000009.1.retract.1",
				"f1.7.00000009.1.early.2",
				"f1.7.00000009.1"
			]
		);
		let message = Message::of(&entry("due", false), 0).expect("a message");
		let body: Value = serde_json::from_str(&message.body).expect("JSON");
		assert_eq!(body["type"], "issuer.state_changed");
		assert_eq!(body["timestamp"], "2026-01-01T00:00:00Z");
		assert_eq!(body["data"]["op"], "due");
		assert_eq!(Message::of(&json!({"op": "put"}), 0), None);
	}

	#[test]
	fn up_to_where_somebody_was_told_should_be_a_line() {
		for (line, cursor, turns) in [
			("f1.7.00000009.1", "f1.7.00000009.1", 0),
			("f1.7.00000009.1.6.2 3", "f1.7.00000009.1.6.2", 3),
		] {
			let told = Told::parse(&format!("{line}\n"));
			assert_eq!((told.cursor.as_str(), told.turns), (cursor, turns));
			assert_eq!(told.to_string(), line);
		}
	}
}
