//! `aeo sealed sync`: brings an issuer's lists up to date with its office's registry, and publishes what
//! is new in one call; without an account that signs, it says what is to be published.

use super::{
	files::{Folder, Pending},
	lists,
};
use crate::{
	chain::{ListReport, ListStatus, Node},
	cli::Sync,
	failure::{Failure, Kind},
	keys, progress,
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
use aeo_primitives::{CertificateNumber, DataClass, Territory};
use aeo_sealing::{Book, Error, LastList, OnChain, PublicKey, SealedList, Secret, Shared};
use serde_json::json;
use std::{
	collections::{BTreeMap, BTreeSet},
	thread,
	time::{Duration, SystemTime, UNIX_EPOCH},
};

/// How long superseded files stay.
const KEPT: Duration = Duration::from_secs(24 * 60 * 60);

/// How long is waited where something comes between: two blocks and their finality.
const PAUSE: Duration = Duration::from_secs(12);

/// How often lists are made where something comes between: a consent withdrawn, a key rotated.
const TRIES: u32 = 3;

/// So many records may always be erased at once, and so many of a hundred: a registry that was cut off
/// must not empty the lists of a country.
const ERASED_ALWAYS: usize = 10;
const ERASED_OF_A_HUNDRED: usize = 2;

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

/// Brings the lists up to date; with `--watch`, again and again.
pub fn run(session: &Session, arguments: &Sync) -> Result<(), Failure> {
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
		let registry = read(session, arguments)?;
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
				let mut book = self.open(&node, &report, &home, &own)?;
				if book.entries().next().is_none() {
					self.ensure_own_key(&readers)?;
				}
				let before = book.entries().count();
				let changes = apply(&mut book, registry, &own, node.last_final)
					.map_err(|not_taken| tell_not_taken(session, &not_taken))?;
				ensure_few_erased(before, changes.erased, arguments.allow_erase)?;
				(book, changes)
			}
		};

		let mut due = Vec::new();
		for (reader, key) in readers {
			let (folder, shared) = if reader == issuer {
				(Folder::of(&arguments.home, reader), own.clone())
			} else {
				let shared = node.shared(issuer, reader, None)?;
				(Folder::of(&arguments.files, reader), shared)
			};
			let last = given(&report, reader);
			match book.due(reader, key, last.map(as_last).as_ref(), &shared) {
				Some(list) => due.push((list, folder)),
				None => tidy(&folder, last, || book.list_for(reader, key, 0, &shared))?,
			}
		}
		// Before anything is written. What is there of the own list is not lost: it is what is pending.
		for (list, folder) in &due {
			let is_again = arguments.again || signing.is_some();
			if !is_again && folder.has_index(list.sequence()) {
				return Err(folder.list_there(list.sequence()));
			}
		}
		let mut unusable = None;
		let mut made = Vec::new();
		for (list, folder) in due {
			match write(session, &list, &folder) {
				Ok(()) => made.push((list, folder)),
				// One reader's key keeps nobody else from a list.
				Err(failure @ Failure::Sealed(Error::KeyNotUsable)) if list.reader() != issuer => {
					let why = failure.to_text(&session.texts);
					session.tell(&format!("{}: {why}", list.reader()));
					unusable = Some(failure);
				}
				Err(failure) => return Err(failure),
			}
		}
		if let Some((list, _)) = made.iter().find(|(list, _)| list.reader() == issuer) {
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
		unusable.map_or(Ok(round), Err)
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
		let opened = lists::pages(self.session, &list, home);
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

/// Reads the registry, and tells of each row that is not right.
fn read(session: &Session, arguments: &Sync) -> Result<Registry, Failure> {
	registry::read(&arguments.registry, arguments.issuer).map_err(|bad| {
		for row in &bad {
			let details = [
				("file", row.file.to_owned()),
				("line", row.line.to_string()),
				("why", row.why.clone()),
			];
			session.tell(&session.texts.label(Label::LineRefused, &details));
		}
		Failure::with(Kind::BadRows, [("rows", bad.len().to_string())])
	})
}

/// Removes what was superseded, a day after its successor was published: readers may be fetching it.
fn tidy(
	folder: &Folder,
	last: Option<&ListStatus>,
	list: impl FnOnce() -> SealedList,
) -> Result<(), Failure> {
	let Some(last) = last.filter(|_| folder.is_there()) else {
		return Ok(());
	};
	let now = SystemTime::now()
		.duration_since(UNIX_EPOCH)
		.unwrap_or_default();
	if now < Duration::from_millis(last.at).saturating_add(KEPT) {
		return Ok(());
	}
	let list = list();
	let pages = list.pages().iter().map(|page| page.name.to_string());
	let names = pages.chain([last.sequence.to_string()]).collect();
	folder.keep_only(&names)
}

/// Publishes the lists in one call, and says each.
fn publish(
	session: &Session,
	signing: &Signing,
	as_of: u32,
	due: &[(SealedList, Folder)],
) -> Result<(), Failure> {
	if due.is_empty() {
		session.tell(&session.texts.label(Label::NothingNew, &[]));
		return Ok(());
	}
	let rows: Vec<_> = due.iter().map(|(list, _)| row(list)).collect();
	let done = signing.send(&calls::publish(as_of, &rows))?;
	for (list, _) in due {
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

/// Tells of each certificate that can't be taken.
fn tell_not_taken(session: &Session, not_taken: &[NotTaken]) -> Failure {
	for NotTaken { number, why } in not_taken {
		let details = [("number", number.as_str().to_owned()), ("why", why.clone())];
		session.tell(&session.texts.label(Label::CertificateRefused, &details));
	}
	Failure::with(Kind::BadRows, [("rows", not_taken.len().to_string())])
}

/// Writes a registry into a book, at the ordinals that the chain gives, and erases what it has no more.
///
/// `first` is the version with which a record begins that the book does not have.
fn apply(
	book: &mut Book,
	registry: Registry,
	own: &Shared,
	first: u32,
) -> Result<Changes, Vec<NotTaken>> {
	let mut changes = Changes::default();
	let mut not_taken = Vec::new();
	let mut known: BTreeSet<(CertificateNumber, DataClass)> = BTreeSet::new();
	for (number, all) in registry {
		let mut refuse = |why: String| {
			let number = number.clone();
			not_taken.push(NotTaken { number, why });
		};
		let Some(place) = own.get(&number) else {
			refuse("the chain knows no such certificate: issue it first, or delete the row".into());
			continue;
		};
		for data in all {
			known.insert((number.clone(), data.class()));
			match book.write(place.ordinal, number.clone(), data, first) {
				Ok(is_new) => changes.changed += usize::from(is_new),
				Err(why) => refuse(why.to_string()),
			}
		}
	}
	if !not_taken.is_empty() {
		return Err(not_taken);
	}
	let gone: Vec<_> = book
		.entries()
		.map(|(_, entry)| (entry.record().number.clone(), entry.record().class()))
		.filter(|key| !known.contains(key))
		.collect();
	changes.erased = gone.len();
	for (number, class) in gone {
		book.erase_record(&number, class);
	}
	Ok(changes)
}

/// Refuses to erase more than is likely, unless it was said how many.
fn ensure_few_erased(before: usize, erased: usize, said: Option<usize>) -> Result<(), Failure> {
	let few = ERASED_ALWAYS.max(before.saturating_mul(ERASED_OF_A_HUNDRED) / 100);
	if erased <= said.unwrap_or(few) {
		return Ok(());
	}
	let details = [
		("erased", erased.to_string()),
		("before", before.to_string()),
	];
	Err(Failure::with(Kind::TooManyErased, details))
}

/// Writes the files of a list, those that are not there yet.
fn write(session: &Session, list: &SealedList, folder: &Folder) -> Result<(), Failure> {
	folder.make()?;
	let bar = progress::bar(session, Label::Sealing, list.pages().len());
	for page in list.pages() {
		if !folder.has_page(&page.name) {
			folder.write_page(&page.name, &list.page(page)?)?;
		}
		bar.inc(1);
	}
	bar.finish_and_clear();
	folder.write_unpublished_index(list.sequence(), &list.index()?)
}

/// Tells what readers may read and the registry does not have.
fn tell_missing(session: &Session, issuer: Territory, due: &[(SealedList, Folder)]) {
	let others = due
		.iter()
		.map(|(list, _)| list)
		.filter(|list| list.reader() != issuer);
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
	due: &[(SealedList, Folder)],
	changes: &Changes,
) -> Result<(), Failure> {
	let lists: Vec<_> = due
		.iter()
		.map(|(list, _)| {
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
	use aeo_primitives::DataClasses;
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
		rows.map(|(ordinal, period)| (number(*ordinal), vec![reason(*period)]))
			.collect()
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
			super::apply(&mut book, registry(rows), &own(3), 1).expect("taken")
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
	fn certificates_that_the_chain_does_not_know_should_be_told() {
		let mut book = Book::new(H256::zero(), Territory::MX);
		let not_taken = apply(&mut book, registry(&[(0, 1), (5, 1), (6, 1)]), &own(1), 1);
		let numbers: Vec<_> = not_taken
			.expect_err("two are unknown")
			.into_iter()
			.map(|not_taken| not_taken.number)
			.collect();
		assert_eq!(numbers, [number(5), number(6)]);
	}

	#[test]
	fn few_records_should_be_erased_unless_it_is_said_how_many() {
		let is_allowed = |before, erased, said| ensure_few_erased(before, erased, said).is_ok();
		assert!(is_allowed(10, 10, None));
		assert!(!is_allowed(100, 11, None));
		assert!(is_allowed(1000, 20, None));
		assert!(!is_allowed(1000, 21, None));
		assert!(is_allowed(1000, 21, Some(21)));
		assert!(!is_allowed(1000, 22, Some(21)));
		assert!(!is_allowed(1000, 1, Some(0)));
	}
}
