//! `aeo sealed sync`: brings an issuer's lists up to date with its office's registry, and publishes what
//! is new in one call; without an account that signs, it says what is to be published.

use super::{
	files::{Folder, Pending},
	holders,
	ledger::Ledger,
	lists::{self, Tell},
};
use crate::{
	chain::{ListReport, ListStatus, Node},
	cli::Sync,
	failure::{Failure, Kind},
	few, keys,
	registry::{self, Registry},
	signing::{self, Signing},
	text::Label,
	web::Web,
	Session,
};
use aeo_client::{
	calls::{self, NewList},
	Key,
};
use aeo_primitives::{CertificateNumber, Territory};
use aeo_sealing::{Book, Error, LastList, OnChain, PublicKey, SealedList, Secret, Shared};
use serde_json::json;
use std::{
	collections::{BTreeMap, BTreeSet},
	fs::{self, File, TryLockError},
	path::Path,
	thread,
	time::{Duration, SystemTime, UNIX_EPOCH},
};

/// How long is waited where something comes between: two blocks and their finality.
const PAUSE: Duration = Duration::from_secs(12);

/// How often lists are made where something comes between: a consent withdrawn, a key rotated.
const TRIES: u32 = 3;

/// What a registry changes in a book.
#[derive(Debug, Default, Eq, PartialEq)]
struct Changes {
	/// Records that are new or other than before.
	changed: usize,
	/// Records that the registry has no more.
	erased: usize,
}

/// Why a certificate of the registry does not go into the book.
#[derive(Debug, Eq, PartialEq)]
struct NotTaken {
	number: CertificateNumber,
	why: String,
}

/// What a round could not do, the first of it; the rest is done all the same.
#[derive(Default)]
struct Wrong(Option<Failure>);

impl Wrong {
	fn note(&mut self, failure: Failure) {
		self.0.get_or_insert(failure);
	}

	fn of<T: Default>(&mut self, result: Result<T, Failure>) -> T {
		result.unwrap_or_else(|failure| {
			self.note(failure);
			T::default()
		})
	}
}

/// Brings the lists up to date; with `--watch`, again and again.
pub fn run(session: &Session, arguments: &Sync) -> Result<(), Failure> {
	// Two at once would write over each other's lists. It is free again when this one ends, however.
	let _lock = lock(&arguments.home)?;
	let secret = keys::load(session, &arguments.key)?;
	let account = match &arguments.account {
		Some(account) => Some(signing::key(session, account)?),
		None => None,
	};
	let desk = Desk {
		session,
		arguments,
		secret,
		account,
		web: Web::new(),
	};
	loop {
		let result = desk.sync();
		let Some(seconds) = arguments.watch else {
			return result;
		};
		if let Err(failure) = result {
			session.tell_failure(&failure);
		}
		thread::sleep(Duration::from_secs(seconds));
	}
}

/// An issuer's office at work.
struct Desk<'a> {
	session: &'a Session,
	arguments: &'a Sync,
	secret: Secret,
	/// Who signs; nobody where what is to be published is only said.
	account: Option<Key>,
	web: Web,
}

/// What came of a round.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Round {
	/// The lists are up to date.
	Done,
	/// Lists were published that had been made before: the registry was not looked at yet.
	Again,
}

impl Desk<'_> {
	/// Makes the lists once more where something came between.
	fn sync(&self) -> Result<(), Failure> {
		for _ in 1..TRIES {
			match self.once() {
				Ok(Round::Done) => return Ok(()),
				Ok(Round::Again) => {}
				Err(failure) if failure.is_overtaken() => {
					self.session.tell_failure(&failure);
					// What overtook the lists has to be final before they can be made on it.
					thread::sleep(PAUSE);
				}
				Err(failure) => return Err(failure),
			}
		}
		self.once().map(|_| ())
	}

	fn once(&self) -> Result<Round, Failure> {
		let Self {
			session, arguments, ..
		} = self;
		let issuer = arguments.issuer;
		let node = Node::connect(&self.web, &arguments.node)?;
		// A new connection each time: one that was lost comes back with the node.
		let signing = match &self.account {
			Some(key) => Some(Signing::connect(key, &arguments.node, node.genesis)?),
			None => None,
		};
		let report = node.lists(issuer)?;
		let own = node.shared(issuer, issuer, None)?;
		let home = Folder::of(&arguments.home, issuer);
		let readers = self.readers(signing.as_ref(), node.last_final)?;
		let mut wrong = Wrong::default();
		// A list that was made before and is not on chain may be on its way there: it is published as it is,
		// and the registry is looked at after.
		let pending = match &signing {
			Some(_) if !arguments.anew => self.pending(&node, &report, &home, &own)?,
			_ => None,
		};
		let round = if pending.is_some() {
			Round::Again
		} else {
			Round::Done
		};
		let (book, changes) = match pending {
			Some(book) => (book, Changes::default()),
			None => {
				let book = self.open(&node, &report, &home, &own)?;
				if book.entries().next().is_none() {
					self.ensure_own_key(&readers)?;
				}
				self.written(book, &own, node.last_final, &mut wrong)
			}
		};

		let disclosed = match own.keys().next() {
			Some(number) => node.disclosed_to(issuer, number)?,
			None => BTreeSet::new(),
		};
		let mut due = Vec::new();
		for (reader, key) in readers {
			let (dir, shared) = if reader == issuer {
				(&arguments.home, own.clone())
			} else if disclosed.contains(&reader) {
				(&arguments.files, node.shared(issuer, reader, None)?)
			} else {
				(&arguments.files, Shared::new())
			};
			let desk = Laying {
				folder: Folder::of(dir, reader),
				ledger: Ledger::open(&arguments.home, reader)?,
			};
			let last = given(&report, reader);
			// Holders go by the key of the own list: also who has no records has one.
			let is_first = reader == issuer && last.is_none() && arguments.uses.is_some();
			let next = book.due(reader, key, last.map(as_last).as_ref(), &shared);
			match next.or_else(|| is_first.then(|| book.list_for(reader, key, 1, &shared))) {
				Some(list) => due.push((list, desk)),
				None => self.tend(desk, last, |last| {
					book.list_for(reader, key, last.sequence, &shared)
				})?,
			}
		}
		// Before anything is written. What is there of the own list is not lost: it is what is pending.
		for (list, desk) in &due {
			let is_again = arguments.again || signing.is_some();
			if !is_again && desk.folder.has_index(list.sequence()) {
				return Err(desk.folder.list_there(list.sequence()));
			}
		}
		let mut made = Vec::new();
		for (list, mut desk) in due {
			let last = given(&report, list.reader());
			match desk.write(session, &list, last) {
				Ok(()) => made.push(list),
				// One reader's key keeps nobody else from a list.
				Err(failure @ Failure::Sealed(Error::KeyNotUsable)) if list.reader() != issuer => {
					let why = failure.to_text(&session.texts);
					session.tell(&format!("{}: {why}", list.reader()));
					wrong.note(failure);
				}
				Err(failure) => return Err(failure),
			}
		}
		if let Some(list) = made.iter().find(|list| list.reader() == issuer) {
			home.write_pending(&Pending {
				sequence: list.sequence(),
				root: list.root(),
				pages: list.number_of_pages(),
			})?;
		}
		tell_missing(session, issuer, &made);
		match &signing {
			Some(signing) => publish(session, signing, node.last_final, &made)?,
			None => say(session, node.last_final, &made, &changes)?,
		}
		if round == Round::Done {
			let laid = holders::lay_out(session, arguments, &self.web, &self.secret);
			wrong.of(laid);
		}
		wrong.0.map_or(Ok(round), Err)
	}

	/// Returns the book with what the registry has. What is not right there is told, and of it the book
	/// stays as it was: neither a withdrawal nor another row's list waits for it.
	fn written(
		&self,
		mut book: Book,
		own: &Shared,
		first: u32,
		wrong: &mut Wrong,
	) -> (Book, Changes) {
		let Self {
			session, arguments, ..
		} = self;
		let registry = registry::read(&arguments.registry, arguments.issuer);
		for row in &registry.bad {
			let details = [
				("file", row.file.to_owned()),
				("line", row.line.to_string()),
				("why", row.why.clone()),
			];
			session.tell(&session.texts.label(Label::LineRefused, &details));
		}
		let before = book.clone();
		let bad = registry.bad.len();
		let (changes, not_taken) = apply(&mut book, registry, own, first);
		for NotTaken { number, why } in &not_taken {
			let details = [("number", number.as_str().to_owned()), ("why", why.clone())];
			session.tell(&session.texts.label(Label::CertificateRefused, &details));
		}
		let entries = before.entries().count();
		if let Err(failure) = ensure_few_erased(entries, changes.erased, arguments.allow_erase) {
			wrong.note(failure);
			return (before, Changes::default());
		}
		if bad + not_taken.len() > 0 {
			let rows = (bad + not_taken.len()).to_string();
			wrong.note(Failure::with(Kind::RowsNotRight, [("rows", rows)]));
		}
		(book, changes)
	}

	/// Sees to the files of a list that is up to date: those that are gone or damaged are made again, and
	/// those that were superseded go.
	fn tend(
		&self,
		mut desk: Laying,
		last: Option<&ListStatus>,
		list: impl FnOnce(&ListStatus) -> SealedList,
	) -> Result<(), Failure> {
		let Some(last) = last else {
			return Ok(());
		};
		if desk.ledger.has_list(&desk.folder, last.sequence) {
			return desk.expire(Some(last));
		}
		desk.write(self.session, &list(last), Some(last))
	}

	/// Refuses to seal the first own list to a key that the chain does not have: nobody could open it.
	fn ensure_own_key(&self, readers: &BTreeMap<Territory, PublicKey>) -> Result<(), Failure> {
		let issuer = self.arguments.issuer;
		match readers.get(&issuer) {
			Some(key) if *key != self.secret.public() => {
				let details = [
					("issuer", issuer.to_string()),
					("reader", issuer.to_string()),
					("key", key.to_string()),
				];
				Err(Failure::with(Kind::AnotherKey, details))
			}
			_ => Ok(()),
		}
	}

	/// The book of an own list that was made and is not on chain; none where there is none, or it is not
	/// whole, which happens where it was never published.
	fn pending(
		&self,
		node: &Node<'_>,
		report: &ListReport,
		home: &Folder,
		own: &Shared,
	) -> Result<Option<Book>, Failure> {
		let issuer = self.arguments.issuer;
		let last = given(report, issuer).map_or(0, |list| list.sequence);
		let Some(pending) = home
			.pending()?
			.filter(|pending| Some(pending.sequence) == last.checked_add(1))
		else {
			return Ok(None);
		};
		let chain = OnChain {
			genesis: node.genesis,
			issuer,
			reader: issuer,
			sequence: pending.sequence,
			root: pending.root,
			pages: pending.pages,
		};
		Ok(self.book_of(chain, home, own).ok())
	}

	/// The book that the own list on chain keeps; an empty one where none was published, or all is begun
	/// anew.
	fn open(
		&self,
		node: &Node<'_>,
		report: &ListReport,
		home: &Folder,
		own: &Shared,
	) -> Result<Book, Failure> {
		let issuer = self.arguments.issuer;
		let Some(status) = given(report, issuer).filter(|_| !self.arguments.anew) else {
			return Ok(Book::new(node.genesis, issuer));
		};
		lists::ensure_key(status, &self.secret)?;
		self.book_of(status.on_chain(node.genesis), home, own)
	}

	fn book_of(&self, chain: OnChain, home: &Folder, own: &Shared) -> Result<Book, Failure> {
		let list = lists::open_at(chain, home, &self.secret)?;
		let opened = lists::pages(self.session, &list, home, Tell::Refused);
		lists::ensure_whole(&opened)?;
		Book::open(&list, opened, own)
			.map_err(|why| Failure::with(Kind::NotABook, [("why", why.to_string())]))
	}

	/// The readers with their keys: those that are named; where none is and the lists are published
	/// here, all administrations.
	fn readers(
		&self,
		signing: Option<&Signing>,
		block: u32,
	) -> Result<BTreeMap<Territory, PublicKey>, Failure> {
		let issuer = self.arguments.issuer;
		let mut readers: BTreeMap<_, _> = match signing {
			Some(signing) => signing
				.encryption_keys(block)?
				.into_iter()
				.map(|(reader, key)| (reader, PublicKey(key)))
				.collect(),
			None => self.arguments.to.iter().copied().collect(),
		};
		// The chain's key is another one after a rotation: the list is opened with the old, and sealed to
		// the new.
		readers.entry(issuer).or_insert(self.secret.public());
		if !self.arguments.to.is_empty() {
			let named: BTreeSet<_> = self
				.arguments
				.to
				.iter()
				.map(|(reader, _)| *reader)
				.collect();
			readers.retain(|reader, _| *reader == issuer || named.contains(reader));
		}
		Ok(readers)
	}
}

/// Where the list of a reader is laid out, and what is known of the files there.
struct Laying {
	folder: Folder,
	ledger: Ledger,
}

impl Laying {
	/// Writes the files of a list that are not there as they should be; `last` is the one on chain.
	fn write(
		&mut self,
		session: &Session,
		list: &SealedList,
		last: Option<&ListStatus>,
	) -> Result<(), Failure> {
		lists::write(session, list, &self.folder, Some(&mut self.ledger))?;
		self.expire(last)
	}

	/// Removes what was superseded, and keeps what is known.
	fn expire(&mut self, last: Option<&ListStatus>) -> Result<(), Failure> {
		if let Some(last) = last {
			let now = SystemTime::now().duration_since(UNIX_EPOCH);
			let now = now.unwrap_or_default().as_millis();
			let now = u64::try_from(now).unwrap_or(u64::MAX);
			self.ledger
				.expire(&self.folder, last.sequence, last.at, now)?;
		}
		self.ledger.save()
	}
}

/// Returns the lock on the folder of the own list, held as long as it is kept.
fn lock(home: &Path) -> Result<File, Failure> {
	let path = home.join("lock");
	let failure = |error| Failure::file(path.display(), &error);
	fs::create_dir_all(home).map_err(failure)?;
	let lock = File::create(&path).map_err(failure)?;
	match lock.try_lock() {
		Ok(()) => Ok(lock),
		Err(TryLockError::WouldBlock) => {
			let file = home.display().to_string();
			Err(Failure::with(Kind::AtWork, [("file", file)]))
		}
		Err(TryLockError::Error(error)) => Err(failure(error)),
	}
}

/// Publishes the lists in one call, and says each.
fn publish(
	session: &Session,
	signing: &Signing,
	as_of: u32,
	due: &[SealedList],
) -> Result<(), Failure> {
	if due.is_empty() {
		session.tell(&session.texts.label(Label::NothingNew, &[]));
		return Ok(());
	}
	let rows: Vec<_> = due.iter().map(row).collect();
	let done = signing.send(&calls::publish(as_of, &rows))?;
	for list in due {
		let line = if session.json {
			json!({
				"reader": list.reader(), "sequence": list.sequence(),
				"pages": list.number_of_pages(), "root": list.root(), "block": done.block,
			})
			.to_string()
		} else {
			let details = [
				("reader", list.reader().to_string()),
				("sequence", list.sequence().to_string()),
				("pages", list.number_of_pages().to_string()),
				("block", format!("{:?}", done.block)),
			];
			session.texts.label(Label::Published, &details)
		};
		session.say(&line)?;
	}
	Ok(())
}

/// A list as the chain's call takes it.
fn row(list: &SealedList) -> NewList {
	NewList {
		reader: list.reader(),
		sequence: list.sequence(),
		sealed_to: list.key().0,
		root: list.root(),
		pages: list.number_of_pages(),
	}
}

/// The last list of a reader, as the library takes it.
const fn as_last(list: &ListStatus) -> LastList {
	LastList {
		sequence: list.sequence,
		sealed_to: PublicKey(list.sealed_to),
		root: list.root,
	}
}

fn given(report: &ListReport, reader: Territory) -> Option<&ListStatus> {
	report.given.iter().find(|list| list.reader == reader)
}

/// Writes a registry into a book, at the ordinals that the chain gives, and erases what it has no more.
///
/// `first` is the version with which a record begins that the book does not have.
fn apply(
	book: &mut Book,
	registry: Registry,
	own: &Shared,
	first: u32,
) -> (Changes, Vec<NotTaken>) {
	let mut changes = Changes::default();
	let mut not_taken = Vec::new();
	let gone: Vec<_> = book
		.entries()
		.map(|(_, entry)| (entry.record().number.clone(), entry.record().class()))
		.filter(|(number, class)| registry.is_gone(number, *class))
		.collect();
	for (number, all) in registry.certificates {
		let mut refuse = |why: String| {
			let number = number.clone();
			not_taken.push(NotTaken { number, why });
		};
		let Some(place) = own.get(&number) else {
			refuse("the chain knows no such certificate: issue it first, or delete the row".into());
			continue;
		};
		for data in all {
			match book.write(place.ordinal, number.clone(), data, first) {
				Ok(is_new) => changes.changed += usize::from(is_new),
				Err(why) => refuse(why.to_string()),
			}
		}
	}
	changes.erased = gone.len();
	for (number, class) in gone {
		book.erase_record(&number, class);
	}
	(changes, not_taken)
}

/// Refuses to erase more than is likely, unless it was said how many.
fn ensure_few_erased(before: usize, erased: usize, said: Option<usize>) -> Result<(), Failure> {
	if few::may_go(erased, before, said) {
		return Ok(());
	}
	let details = [
		("erased", erased.to_string()),
		("before", before.to_string()),
	];
	Err(Failure::with(Kind::TooManyErased, details))
}

/// Tells what readers may read and the registry does not have.
fn tell_missing(session: &Session, issuer: Territory, due: &[SealedList]) {
	let others = due.iter().filter(|list| list.reader() != issuer);
	for list in others {
		for (number, class) in list.missing() {
			let details = [
				("reader", list.reader().to_string()),
				("number", number.as_str().to_owned()),
				("class", aeo_sealing::class_name(*class).to_owned()),
			];
			session.tell(&session.texts.label(Label::Lacking, &details));
		}
	}
}

/// Says what is to be published: the arguments of `disclosures.publish`.
fn say(
	session: &Session,
	as_of: u32,
	due: &[SealedList],
	changes: &Changes,
) -> Result<(), Failure> {
	let lists: Vec<_> = due
		.iter()
		.map(|list| {
			json!({
				"reader": list.reader(), "sequence": list.sequence(), "sealed_to": list.key().0,
				"root": list.root(), "pages": list.number_of_pages(),
			})
		})
		.collect();
	session.say(&json!({"as_of": as_of, "lists": lists}).to_string())?;
	if !session.json {
		let details = [
			("changed", changes.changed.to_string()),
			("erased", changes.erased.to_string()),
			("lists", lists.len().to_string()),
		];
		session.tell(&session.texts.label(Label::Synced, &details));
	}
	Ok(())
}

#[cfg(test)]
mod tests {
	use super::*;
	use aeo_primitives::{DataClass, DataClasses};
	use aeo_sealing::{data::Data, Record, SharedCertificate};
	use primitive_types::H256;

	fn reason(period: u32) -> Data {
		Record::from_value(json!({
			"class": "reason", "issuer": "MX", "number": "X", "schema": 1, "version": 1,
			"data": {"Reason": [{"Code": "R10", "Period": period}]},
		}))
		.expect("right")
		.data
	}

	fn number(ordinal: u32) -> CertificateNumber {
		format!("MX-{ordinal}").try_into().expect("short")
	}

	fn registry(certificates: &[(u32, u32)]) -> Registry {
		let rows = certificates.iter();
		Registry {
			certificates: rows
				.map(|(ordinal, period)| (number(*ordinal), vec![reason(*period)]))
				.collect(),
			..Registry::default()
		}
	}

	fn own(ordinals: u32) -> Shared {
		let certificates = (0..ordinals).map(|ordinal| {
			let classes = DataClasses::default();
			(number(ordinal), SharedCertificate { ordinal, classes })
		});
		certificates.collect()
	}

	#[test]
	fn a_registry_should_be_written_once_and_what_is_gone_be_erased() {
		let mut book = Book::new(H256::zero(), Territory::MX);
		let mut apply = |rows: &[(u32, u32)]| {
			let (changes, not_taken) = super::apply(&mut book, registry(rows), &own(3), 1);
			assert_eq!(not_taken, []);
			changes
		};
		let changes = |changed, erased| Changes { changed, erased };
		assert_eq!(apply(&[(0, 1), (1, 1)]), changes(2, 0));
		assert_eq!(apply(&[(0, 1), (1, 1)]), changes(0, 0));
		assert_eq!(apply(&[(0, 1), (1, 2), (2, 1)]), changes(2, 0));
		assert_eq!(apply(&[(1, 2)]), changes(0, 2));
		let entry = book.entry(&number(1), DataClass::Reason).expect("there");
		assert_eq!(entry.record().version, 2);
		assert_eq!(book.entries().count(), 1);
	}

	#[test]
	fn certificates_that_the_chain_does_not_know_should_be_told_and_keep_no_other_out() {
		let mut book = Book::new(H256::zero(), Territory::MX);
		let rows = registry(&[(0, 1), (5, 1), (6, 1)]);
		let (changes, not_taken) = apply(&mut book, rows, &own(1), 1);
		assert_eq!(changes.changed, 1);
		let numbers: Vec<_> = not_taken
			.into_iter()
			.map(|not_taken| not_taken.number)
			.collect();
		assert_eq!(numbers, [number(5), number(6)]);
	}
}
