//! `aeo statuslist`: the lists of an issuer, as the chain says at a block, made once or served as blocks become final.

use super::{
	holders::now,
	signer::{not_signed, Signer},
	signing_issuer, status_page,
};
use crate::{
	ask::Asking,
	at::At,
	cli::credentials::{Build, ServeStatus, SignedWith},
	failure::{Failure, Kind},
	online,
	text::Label,
	Session,
};
use aeo_credentials::{
	did_document, key_id, read_moment, sign,
	status::{ListName, Status, TTL, VALID},
	Kind as TokenKind, Trust, CONTEXT, CONTEXT_PATH,
};
use aeo_primitives::{did_host, Moment, Territory};
use serde::Deserialize;
use serde_json::{json, Value};
use std::{
	collections::BTreeMap,
	fs,
	path::Path,
	sync::{Arc, Mutex, PoisonError, RwLock},
	thread,
	time::Duration,
};
use tiny_http::{Header, Method, Request, Response, Server, StatusCode};

/// How many requests are answered at once.
const THREADS: usize = 4;

/// How often the node is asked for the last final block.
const LOOK: Duration = Duration::from_secs(1);

/// How many lists of the past are kept.
const MOST_PAST: usize = 256;

/// Longest address: a list with a moment in its question.
const LONGEST_ADDRESS: usize = 160;

/// What an issuer serves: all that is of one block.
struct Made {
	lists: BTreeMap<ListName, String>,
	did: Value,
	/// The number of the block, and its time.
	block: u32,
	time: Moment,
	/// When the clock changes something.
	changes_at: Option<Moment>,
}

/// All certificates of an issuer, and when the clock changes something of them.
fn statuses(asking: &Asking, issuer: Territory) -> Result<(Vec<Status>, Option<Moment>), Failure> {
	let (mut statuses, mut changes_at) = (Vec::new(), None);
	for page in 0_u32.. {
		let found = status_page(asking, issuer, page)?;
		let is_last = found.statuses.is_empty();
		statuses.extend(found.statuses);
		changes_at = [changes_at, found.changes_at].into_iter().flatten().min();
		let ordinals = usize::try_from(found.ordinals).unwrap_or(usize::MAX);
		if is_last || statuses.len() >= ordinals {
			break;
		}
	}
	Ok((statuses, changes_at))
}

/// What the lists of a block are made of.
struct Source {
	trust: Trust,
	signer: Signer,
	host: String,
	statuses: Vec<Status>,
	time: Moment,
	/// When the clock changes something.
	changes_at: Option<Moment>,
}

impl Source {
	fn of(asking: &Asking, issuer: Territory, with: &SignedWith) -> Result<Self, Failure> {
		let trust = signing_issuer(asking, issuer)?.trust;
		let signer = Signer::of(with, &trust)?;
		let (statuses, changes_at) = statuses(asking, issuer)?;
		Ok(Self {
			host: host(&trust.did)?,
			trust,
			signer,
			statuses,
			time: asking.block.time,
			changes_at,
		})
	}

	/// All names of its lists.
	fn names(&self) -> Vec<ListName> {
		// A kept key's last moment changes nothing of a list, but who it was signed by.
		let editions = self.statuses.iter().map(|status| status.edition);
		let latest = editions.max().unwrap_or_default();
		let ordinals = u32::try_from(self.statuses.len()).unwrap_or(u32::MAX);
		ListName::all(ordinals, latest)
	}

	/// Makes a list that is valid until something changes, at the longest.
	fn list(&self, name: ListName, changes_at: Option<Moment>) -> Result<String, Failure> {
		let bits = name.bits(&self.statuses);
		let claims = name.claims(&self.trust.did, &self.host, &bits, self.time, changes_at);
		let kid = key_id(&self.trust.did, &self.signer.key);
		sign(TokenKind::Credential, &kid, &claims, &self.signer).map_err(not_signed)
	}

	/// Makes a list of the past, if it is one of its lists. It is valid for as long as caches keep the present one: it
	/// shall not be shown instead of that.
	fn past_list(&self, name: ListName) -> Option<String> {
		if !self.names().contains(&name) {
			return None;
		}
		let until = self.time.saturating_add(TTL);
		let changes_at = self.changes_at.map_or(until, |at| at.min(until));
		self.list(name, Some(changes_at)).ok()
	}
}

impl Made {
	/// Makes all of a block.
	fn of(asking: &Asking, issuer: Territory, with: &SignedWith) -> Result<Self, Failure> {
		let source = Source::of(asking, issuer, with)?;
		let lists = source.names().into_iter().map(|name| {
			let token = source.list(name, source.changes_at)?;
			Ok((name, token))
		});
		Ok(Self {
			lists: lists.collect::<Result<_, Failure>>()?,
			did: did_document(&source.trust, source.time),
			block: asking.block.number,
			time: source.time,
			changes_at: source.changes_at,
		})
	}

	/// For how many seconds what is served may be kept from now on: no longer than it is valid.
	fn seconds(&self, now: Moment) -> u64 {
		let until = self.time.saturating_add(VALID);
		let until = self.changes_at.map_or(until, |at| at.min(until));
		TTL.min(until.saturating_sub(now)) / 1_000
	}
}

fn host(did: &str) -> Result<String, Failure> {
	let none = || Failure::with(Kind::SigningKeyDiffers, [("did", did.to_owned())]);
	Ok(match did_host(did).ok_or_else(none)? {
		(host, Some(port)) => format!("https://{host}:{port}"),
		(host, None) => format!("https://{host}"),
	})
}

/// Writes the lists of a block into a folder, for any web server.
pub fn build(session: &Session, arguments: &Build) -> Result<(), Failure> {
	let mut asking = Asking::connect(&arguments.asked.node, arguments.asked.at)?;
	if arguments.asked.at.is_none() {
		asking = asking.at_final()?;
	}
	let made = Made::of(&asking, arguments.issuer, &arguments.with)?;
	let out = &arguments.out;
	fs::create_dir_all(out).map_err(|error| Failure::file(out.display(), &error))?;
	let put = |name: &str, text: &str| {
		// Whoever reads meanwhile reads the old one or the new one.
		let (file, new) = (out.join(name), out.join(format!("{name}.new")));
		fs::write(&new, text)
			.and_then(|()| fs::rename(&new, &file))
			.map_err(|error| Failure::file(file.display(), &error))
	};
	for (name, token) in &made.lists {
		put(&format!("{name}.jwt"), token)?;
	}
	put("did.json", &made.did.to_string())?;
	put("aeo-v1.jsonld", CONTEXT)?;
	let details = [
		("count", made.lists.len().to_string()),
		("block", made.block.to_string()),
		("dir", Path::new(out).display().to_string()),
	];
	if session.json {
		let line = json!({ "block": made.block, "lists": made.lists.len(), "time": made.time });
		return session.say(&line.to_string());
	}
	session.say(&session.texts.label(Label::StatusBuilt, &details))
}

/// What all that serve have in common.
struct Serving {
	made: RwLock<Made>,
	/// Lists of the past that were made. One at a time is: it is work for the node, and lists of the present go on.
	past: Mutex<BTreeMap<(u32, ListName), String>>,
	arguments: ServeStatus,
}

/// Serves lists until it is stopped, each time anew when a final block has changed something.
pub fn serve(session: &Session, arguments: &ServeStatus) -> Result<(), Failure> {
	let asking = Asking::connect(&arguments.node, None)?.at_final()?;
	let made = Made::of(&asking, arguments.issuer, &arguments.with)?;
	let server = Server::http(arguments.listen).map_err(|error| {
		let details = [
			("address", arguments.listen.to_string()),
			("why", error.to_string()),
		];
		Failure::with(Kind::CannotListen, details)
	})?;
	let address = format!("http://{}", server.server_addr());
	session.tell(&session.texts.label(Label::Serving, &[("address", address)]));
	let serving = Arc::new(Serving {
		made: RwLock::new(made),
		past: Mutex::new(BTreeMap::new()),
		arguments: arguments.clone(),
	});
	let server = Arc::new(server);
	for _ in 0..THREADS {
		let (server, serving) = (server.clone(), serving.clone());
		// They end with the program.
		thread::spawn(move || {
			for request in server.incoming_requests() {
				// Who went away misses nothing.
				if serving.answer(request).is_err() {
					continue;
				}
			}
		});
	}
	let (mut is_told, mut looked) = (false, 0);
	loop {
		online::rest(LOOK)?;
		match serving.follow(&mut looked) {
			Ok(()) => is_told = false,
			// Once: the lists run out, and who checks is told so.
			Err(failure) if !is_told => {
				session.tell_failure(&failure);
				is_told = true;
			}
			Err(_) => {}
		}
	}
}

/// What is read of a block.
#[derive(Deserialize)]
struct Whole {
	block: Body,
}

#[derive(Deserialize)]
struct Body {
	extrinsics: Vec<String>,
}

impl Serving {
	fn known(&self) -> (u32, Moment, Option<Moment>) {
		let made = self.made.read().unwrap_or_else(PoisonError::into_inner);
		(made.block, made.time, made.changes_at)
	}

	/// Makes the lists anew where a block has become final that did something, the clock has, or they grow old. `looked`
	/// is the last block at which it was looked before.
	fn follow(&self, looked: &mut u32) -> Result<(), Failure> {
		let asking = Asking::connect(&self.arguments.node, None)?.at_final()?;
		let (block, time, changes_at) = self.known();
		let last = asking.block;
		let is_due = last.time >= time.saturating_add(TTL)
			|| changes_at.is_some_and(|at| last.time >= at)
			|| self.something_happened(&asking, block.max(*looked), last.number)?;
		if last.number > block && is_due {
			let made = Made::of(&asking, self.arguments.issuer, &self.arguments.with)?;
			*self.made.write().unwrap_or_else(PoisonError::into_inner) = made;
		}
		// What happened is looked at again until it is in the lists.
		*looked = last.number;
		Ok(())
	}

	/// Whether one of the blocks after `block` has more in it than the time that every block has.
	fn something_happened(&self, asking: &Asking, block: u32, last: u32) -> Result<bool, Failure> {
		// After a long pause nobody looks at each.
		if last.saturating_sub(block) > 100 {
			return Ok(true);
		}
		for number in block.saturating_add(1)..=last {
			let hash: Value = asking.node("chain_getBlockHash", &json!([number]))?;
			let whole: Whole = asking.node("chain_getBlock", &json!([hash]))?;
			if whole.block.extrinsics.len() > 1 {
				return Ok(true);
			}
		}
		Ok(false)
	}

	fn answer(&self, request: Request) -> std::io::Result<()> {
		if !matches!(request.method(), Method::Get | Method::Head) {
			return request.respond(Response::empty(StatusCode(405)));
		}
		// A request for a list has no body; reading one would wait for who never sends it.
		if request.body_length().is_some_and(|length| length > 0) {
			return request.respond(Response::empty(StatusCode(413)));
		}
		let found = match Asked::of(request.url()) {
			Some(Asked::Context) => Some((CONTEXT.to_owned(), "application/ld+json", 86_400)),
			Some(Asked::Did) => self.present(|made| Some(made.did.to_string()), "application/json"),
			Some(Asked::List(name)) => {
				self.present(|made| made.lists.get(&name).cloned(), "application/vc+jwt")
			}
			Some(Asked::Past(name, moment)) => match self.past.try_lock() {
				Ok(mut made) => self
					.past(&mut made, name, moment)
					.map(|token| (token, "application/vc+jwt", 86_400)),
				Err(_) => return request.respond(Response::empty(StatusCode(503))),
			},
			None => None,
		};
		let Some((text, kind, seconds)) = found else {
			return request.respond(Response::empty(StatusCode(404)));
		};
		let mut response = Response::from_string(text);
		let age = format!("public, max-age={seconds}");
		for (name, value) in [
			("Content-Type", kind),
			("Cache-Control", age.as_str()),
			("Access-Control-Allow-Origin", "*"),
			("X-Content-Type-Options", "nosniff"),
		] {
			if let Ok(header) = Header::from_bytes(name, value) {
				response.add_header(header);
			}
		}
		request.respond(response)
	}

	fn present(
		&self,
		of: impl FnOnce(&Made) -> Option<String>,
		kind: &'static str,
	) -> Option<(String, &'static str, u64)> {
		let made = self.made.read().unwrap_or_else(PoisonError::into_inner);
		Some((of(&made)?, kind, made.seconds(now())))
	}

	/// A list as it was at a moment that has passed: none where the chain did not go back so far, or nobody issued then.
	fn past(
		&self,
		made: &mut BTreeMap<(u32, ListName), String>,
		name: ListName,
		moment: Moment,
	) -> Option<String> {
		if moment > now() {
			return None;
		}
		let asking = Asking::connect(&self.arguments.node, Some(At::Moment(moment))).ok()?;
		if !asking.block.is_final {
			return None;
		}
		let place = (asking.block.number, name);
		if let Some(token) = made.get(&place) {
			return Some(token.clone());
		}
		let source = Source::of(&asking, self.arguments.issuer, &self.arguments.with).ok()?;
		let token = source.past_list(name)?;
		if made.len() >= MOST_PAST {
			made.clear();
		}
		made.insert(place, token.clone());
		Some(token)
	}
}

/// What a request is for.
#[derive(Debug, Eq, PartialEq)]
enum Asked {
	Context,
	Did,
	List(ListName),
	/// A list as it was at a moment.
	Past(ListName, Moment),
}

impl Asked {
	/// Reads an address: only names of ours.
	fn of(address: &str) -> Option<Self> {
		if address.len() > LONGEST_ADDRESS {
			return None;
		}
		if address == CONTEXT_PATH {
			return Some(Self::Context);
		}
		if address == "/.well-known/did.json" {
			return Some(Self::Did);
		}
		let rest = address.strip_prefix("/status/")?;
		let Some((name, question)) = rest.split_once('?') else {
			return rest.parse().ok().map(Self::List);
		};
		let time = question
			.strip_prefix("timestamp=")?
			.replace("%3A", ":")
			.replace("%3a", ":");
		// The standard's moments may be without a part of a second.
		let moment = read_moment(&time).or_else(|| {
			let whole = time.strip_suffix('Z')?;
			read_moment(&format!("{whole}.000Z"))
		});
		Some(Self::Past(name.parse().ok()?, moment?))
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn what_is_served_should_be_kept_no_longer_than_it_is_valid() {
		let time = 1_795_521_600_000;
		let made = |changes_at| Made {
			lists: BTreeMap::new(),
			did: Value::Null,
			block: 1,
			time,
			changes_at,
		};
		for (changes_at, now, seconds) in [
			(None, time, 300),
			(None, time + VALID - 10_000, 10),
			(None, time + VALID + 1, 0),
			(Some(time + 60_000), time, 60),
			(Some(time + 60_000), time + 59_000, 1),
			(Some(time + 60_000), time + 61_000, 0),
		] {
			assert_eq!(made(changes_at).seconds(now), seconds);
		}
	}

	#[test]
	fn addresses_should_name_lists_of_ours_only() {
		let list = ListName::revocation(1, 0);
		let moment = 1_795_521_600_000;
		for (address, asked) in [
			("/context/aeo-v1.jsonld", Asked::Context),
			("/.well-known/did.json", Asked::Did),
			("/status/r1-0", Asked::List(list)),
			(
				"/status/r1-0?timestamp=2026-11-24T12:00:00Z",
				Asked::Past(list, moment),
			),
			(
				"/status/r1-0?timestamp=2026-11-24T12%3A00%3A00.000Z",
				Asked::Past(list, moment),
			),
		] {
			assert_eq!(Asked::of(address), Some(asked), "{address}");
		}
		for address in [
			"",
			"/",
			"/status/",
			"/status/r1-0/",
			"/status/../did.json",
			"/status/r1-0?",
			"/status/r1-0?timestamp=",
			"/status/r1-0?timestamp=yesterday",
			"/status/r1-0?timestamp=2026-11-24T12:00:00Z&x=1",
			"/.well-known/",
			"http://x/status/r1-0",
		] {
			assert_eq!(Asked::of(address), None, "{address}");
		}
	}
}
