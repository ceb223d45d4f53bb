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
	Kind as TokenKind, Trust, CONTEXT, CONTEXT_PATH, RECOGNITION_CONTEXT, RECOGNITION_CONTEXT_PATH,
};
use aeo_primitives::{did_host, Moment, Territory};
use serde::Deserialize;
use serde_json::{json, Value};
use std::{
	collections::BTreeMap,
	fs,
	path::Path,
	sync::{
		mpsc::{sync_channel, Receiver, SyncSender, TrySendError},
		Arc, Mutex, PoisonError, RwLock,
	},
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

/// How many requests for lists of the past wait at most: each is work for the node.
const MOST_WAITING: usize = 16;

/// Of how many editions, the latest ones, lists are made at once. Each time a certificate's credentials are void begins
/// another one, and there may be 65,536: lists of earlier ones are made when somebody asks.
const EDITIONS: u16 = 16;

/// How many lists of earlier editions are kept.
const MOST_EARLIER: usize = 256;

/// Longest address: a list with a moment in its question.
const LONGEST_ADDRESS: usize = 160;

/// The contexts of what is signed, by their addresses.
const CONTEXTS: [(&str, &str); 2] = [
	(CONTEXT_PATH, CONTEXT),
	(RECOGNITION_CONTEXT_PATH, RECOGNITION_CONTEXT),
];

/// What an issuer serves: all that is of one block.
struct Made {
	/// The lists that are made at once.
	lists: BTreeMap<ListName, String>,
	/// Lists of earlier editions that were asked for.
	earlier: Mutex<BTreeMap<ListName, String>>,
	/// What lists are made of.
	source: Source,
	/// The number of the block.
	block: u32,
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

	/// The latest edition of any certificate.
	fn latest(&self) -> u16 {
		let editions = self.statuses.iter().map(|status| status.edition);
		editions.max().unwrap_or_default()
	}

	fn ordinals(&self) -> u32 {
		u32::try_from(self.statuses.len()).unwrap_or(u32::MAX)
	}

	/// All names of its lists.
	fn names(&self) -> Vec<ListName> {
		// A kept key's last moment changes nothing of a list, but who it was signed by.
		ListName::all(self.ordinals(), self.latest())
	}

	/// Whether it is the name of one of its lists.
	fn has(&self, name: ListName) -> bool {
		name.is_one_of(self.ordinals(), self.latest())
	}

	/// Whether a list is one of those that are made at once, where this is the latest edition.
	const fn is_made_at_once(name: ListName, latest: u16) -> bool {
		match name {
			ListName::Revocation { edition, .. } => latest.saturating_sub(edition) < EDITIONS,
			ListName::Suspension { .. } => true,
		}
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
		if !self.has(name) {
			return None;
		}
		let until = self.time.saturating_add(TTL);
		let changes_at = self.changes_at.map_or(until, |at| at.min(until));
		self.list(name, Some(changes_at)).ok()
	}
}

impl Made {
	/// Makes what is of a block.
	fn of(asking: &Asking, issuer: Territory, with: &SignedWith) -> Result<Self, Failure> {
		Self::from_source(Source::of(asking, issuer, with)?, asking.block.number)
	}

	fn from_source(source: Source, block: u32) -> Result<Self, Failure> {
		let latest = source.latest();
		let names = source.names().into_iter();
		let lists = names
			.filter(|name| Source::is_made_at_once(*name, latest))
			.map(|name| Ok((name, source.list(name, source.changes_at)?)));
		Ok(Self {
			lists: lists.collect::<Result<_, Failure>>()?,
			earlier: Mutex::default(),
			source,
			block,
		})
	}

	/// The document of the issuer's identifier.
	fn did(&self) -> Value {
		did_document(&self.source.trust, self.source.time)
	}

	/// Returns a list, which is made now where it is of an earlier edition; none where it is not one of its lists.
	fn list(&self, name: ListName) -> Option<String> {
		if let Some(token) = self.lists.get(&name) {
			return Some(token.clone());
		}
		if !self.source.has(name) {
			return None;
		}
		let kept = || self.earlier.lock().unwrap_or_else(PoisonError::into_inner);
		if let Some(token) = kept().get(&name) {
			return Some(token.clone());
		}
		// Nobody waits for it meanwhile.
		let token = self.source.list(name, self.source.changes_at).ok()?;
		let mut earlier = kept();
		if earlier.len() >= MOST_EARLIER {
			earlier.clear();
		}
		earlier.insert(name, token.clone());
		Some(token)
	}

	/// For how many seconds what is served may be kept from now on: no longer than it is valid.
	fn seconds(&self, now: Moment) -> u64 {
		seconds(self.source.time, self.source.changes_at, now)
	}
}

/// For how many seconds what was made at a time may be kept from now on, where the clock changes something then.
fn seconds(time: Moment, changes_at: Option<Moment>, now: Moment) -> u64 {
	let until = time.saturating_add(VALID);
	let until = changes_at.map_or(until, |at| at.min(until));
	TTL.min(until.saturating_sub(now)) / 1_000
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
	let source = Source::of(&asking, arguments.issuer, &arguments.with)?;
	let out = &arguments.out;
	fs::create_dir_all(out).map_err(|error| Failure::file(out.display(), &error))?;
	let put = |name: &str, text: &str| {
		// Whoever reads meanwhile reads the old one or the new one.
		let (file, new) = (out.join(name), out.join(format!("{name}.new")));
		fs::write(&new, text)
			.and_then(|()| fs::rename(&new, &file))
			.map_err(|error| Failure::file(file.display(), &error))
	};
	let names = source.names();
	for name in &names {
		let token = source.list(*name, source.changes_at)?;
		put(&format!("{name}.jwt"), &token)?;
	}
	let did = did_document(&source.trust, source.time);
	put("did.json", &did.to_string())?;
	for (path, context) in CONTEXTS {
		let (_, name) = path.rsplit_once('/').unwrap_or_default();
		put(name, context)?;
	}
	let details = [
		("count", names.len().to_string()),
		("block", asking.block.number.to_string()),
		("dir", Path::new(out).display().to_string()),
	];
	if session.json {
		let block = asking.block.number;
		let line = json!({ "block": block, "lists": names.len(), "time": source.time });
		return session.say(&line.to_string());
	}
	session.say(&session.texts.label(Label::StatusBuilt, &details))
}

/// What all that serve have in common.
struct Serving {
	made: RwLock<Made>,
	/// To who makes lists of the past, one after the other: lists of the present do not wait for them.
	past: SyncSender<OfThePast>,
	arguments: ServeStatus,
}

/// A request for a list as it was at a moment.
struct OfThePast {
	request: Request,
	name: ListName,
	moment: Moment,
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
	let (past, asked) = sync_channel(MOST_WAITING);
	let serving = Arc::new(Serving {
		made: RwLock::new(made),
		past,
		arguments: arguments.clone(),
	});
	let of_the_past = Past {
		made: BTreeMap::new(),
		arguments: arguments.clone(),
	};
	thread::spawn(move || of_the_past.answer(asked));
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
		(made.block, made.source.time, made.source.changes_at)
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
			Some(Asked::Context(context)) => {
				Some((context.to_owned(), "application/ld+json", 86_400))
			}
			Some(Asked::Did) => {
				self.present(|made| Some(made.did().to_string()), "application/json")
			}
			Some(Asked::List(name)) => self.present(|made| made.list(name), "application/vc+jwt"),
			Some(Asked::Past(name, moment)) => {
				let asked = OfThePast {
					request,
					name,
					moment,
				};
				return match self.past.try_send(asked) {
					Ok(()) => Ok(()),
					Err(TrySendError::Full(asked) | TrySendError::Disconnected(asked)) => {
						asked.request.respond(Response::empty(StatusCode(503)))
					}
				};
			}
			None => None,
		};
		respond(request, found)
	}

	fn present(
		&self,
		of: impl FnOnce(&Made) -> Option<String>,
		kind: &'static str,
	) -> Option<Found> {
		let made = self.made.read().unwrap_or_else(PoisonError::into_inner);
		Some((of(&made)?, kind, made.seconds(now())))
	}
}

/// What is served: a text, of which kind, and for how many seconds it may be kept.
type Found = (String, &'static str, u64);

fn respond(request: Request, found: Option<Found>) -> std::io::Result<()> {
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

/// Makes lists of the past.
struct Past {
	/// Those that were made, by their blocks.
	made: BTreeMap<(u32, ListName), String>,
	arguments: ServeStatus,
}

impl Past {
	/// Answers requests, one after the other, as long as some may come.
	fn answer(mut self, asked: Receiver<OfThePast>) {
		for OfThePast {
			request,
			name,
			moment,
		} in asked
		{
			let found = self.list(name, moment);
			let found = found.map(|token| (token, "application/vc+jwt", 86_400));
			// Who went away misses nothing.
			if respond(request, found).is_err() {
				continue;
			}
		}
	}

	/// A list as it was at a moment that has passed: none where the chain did not go back so far, or nobody issued then.
	fn list(&mut self, name: ListName, moment: Moment) -> Option<String> {
		if moment > now() {
			return None;
		}
		let asking = Asking::connect(&self.arguments.node, Some(At::Moment(moment))).ok()?;
		if !asking.block.is_final {
			return None;
		}
		let place = (asking.block.number, name);
		if let Some(token) = self.made.get(&place) {
			return Some(token.clone());
		}
		let source = Source::of(&asking, self.arguments.issuer, &self.arguments.with).ok()?;
		let token = source.past_list(name)?;
		if self.made.len() >= MOST_PAST {
			self.made.clear();
		}
		self.made.insert(place, token.clone());
		Some(token)
	}
}

/// What a request is for.
#[derive(Debug, Eq, PartialEq)]
enum Asked {
	Context(&'static str),
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
		if let Some((_, context)) = CONTEXTS.iter().find(|(path, _)| *path == address) {
			return Some(Self::Context(context));
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
		for (changes_at, now, expected) in [
			(None, time, 300),
			(None, time + VALID - 10_000, 10),
			(None, time + VALID + 1, 0),
			(Some(time + 60_000), time, 60),
			(Some(time + 60_000), time + 59_000, 1),
			(Some(time + 60_000), time + 61_000, 0),
		] {
			assert_eq!(seconds(time, changes_at, now), expected);
		}
	}

	/// An issuer of one certificate, whose credentials were void so many times.
	fn voided(edition: u16) -> Made {
		let key = aeo_credentials::SigningKey::generate().expect("there is randomness");
		let trust = Trust {
			did: "did:web:aduanas.example".try_into().expect("short"),
			key: key.public().compressed(),
			previous: None,
			standing: aeo_primitives::recognition::Standing::Admitted,
		};
		let source = Source {
			signer: Signer::with(key),
			host: "https://aduanas.example".into(),
			statuses: vec![Status {
				edition,
				ended: false,
				suspended: None,
			}],
			time: 1_795_521_600_000,
			changes_at: None,
			trust,
		};
		Made::from_source(source, 7).expect("it signs")
	}

	#[test]
	fn lists_of_many_editions_should_be_made_when_they_are_asked_for() {
		let made = voided(u16::MAX);
		// Those of the latest editions, and one of suspensions.
		assert_eq!(made.lists.len(), usize::from(EDITIONS) + 1);
		let bits = |edition| {
			let name = ListName::revocation(edition, 0);
			let token = made.list(name)?;
			let found =
				aeo_credentials::verify::list(&token, name, &made.source.trust, made.source.time);
			found.ok()?.get(0)
		};
		assert_eq!(bits(u16::MAX), Some(false));
		assert_eq!(bits(u16::MAX - EDITIONS), Some(true));
		assert_eq!(bits(0), Some(true));
		assert_eq!(
			made.earlier.lock().map(|earlier| earlier.len()).ok(),
			Some(2)
		);
		assert_eq!(made.list(ListName::revocation(0, 131_072)), None);
		assert_eq!(voided(3).list(ListName::revocation(4, 0)), None);
	}

	#[test]
	fn lists_of_earlier_editions_should_not_pile_up() {
		let made = voided(1_000);
		for edition in 0..600 {
			assert!(made.list(ListName::revocation(edition, 0)).is_some());
			let kept = made.earlier.lock().map(|earlier| earlier.len());
			assert!(kept.is_ok_and(|kept| kept <= MOST_EARLIER));
		}
	}

	#[test]
	fn addresses_should_name_lists_of_ours_only() {
		let list = ListName::revocation(1, 0);
		let moment = 1_795_521_600_000;
		for (address, asked) in [
			("/context/aeo-v1.jsonld", Asked::Context(CONTEXT)),
			(
				"/context/aeo-recognition-draft-20260802.jsonld",
				Asked::Context(RECOGNITION_CONTEXT),
			),
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
