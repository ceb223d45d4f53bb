//! Random histories with branches: whoever applies what the feed tells, in pages of any size and with
//! pauses of any length, at one node and another, has what a plain model has.

use super::{
	entry::{both, say_through_to_all, Entry, Origin, Told},
	index::Index,
	Ask, Cursor, Feed, Finality, Named, Op, Page, Refused, Since,
};
use aeo_primitives::{
	recognition::Earned, Benefit, Benefits, CertificateState, CertificateType, Direction, Role,
	Roles, Territory, Text,
};
use aeo_runtime::Hash;
use aeo_runtime_api::{
	CertificateKey, CertificateStep, Change, Given, IssuerStep, LegStep, Matter, RecognitionStep,
	Standing, ToldThrough, UpgradeStep,
};
use proptest::{prelude::*, sample};
use std::{
	collections::BTreeMap,
	sync::{Arc, Mutex},
};

const GRANTOR: Territory = Territory::CR;
const CERTIFICATES: usize = 3;

/// What each certificate earns.
type Rows = BTreeMap<CertificateKey, Vec<Earned>>;

fn key(certificate: usize) -> CertificateKey {
	CertificateKey {
		issuer: Territory::MX,
		number: format!("MX-{certificate}").parse().unwrap(),
	}
}

/// Some benefits in some roles: a bit each.
fn earned(bits: u8) -> Vec<Earned> {
	let roles = [Role::Exporter, Role::Importer];
	let benefits = [Benefit::FewerInspections, Benefit::FewerDocumentChecks];
	let mut rows = Vec::new();
	for (place, role) in roles.into_iter().enumerate() {
		let some = benefits
			.into_iter()
			.enumerate()
			.filter(|(other, _)| bits & (1 << (place * 2 + other)) != 0)
			.map(|(_, benefit)| benefit);
		let benefits = Benefits::new(some).unwrap();
		if !benefits.is_empty() {
			rows.push(Earned {
				role,
				direction: Direction::Import,
				benefits,
			});
		}
	}
	rows
}

fn given(rows: &[Earned]) -> Vec<Given> {
	vec![Given {
		grantor: GRANTOR,
		benefits: rows.to_vec(),
	}]
}

fn change(certificate: usize, rows: &[Earned]) -> Change {
	let CertificateKey { issuer, number } = key(certificate);
	Change {
		hears: vec![GRANTOR, Territory::MX],
		through: None,
		matter: Matter::Certificate {
			what: CertificateStep::Changed,
			certificate: Standing {
				issuer,
				number,
				ordinal: 0,
				version: 1,
				tin: Text::try_from("MXNWM9709244W4").unwrap(),
				certificate_type: CertificateType {
					programme: "OEA".parse().unwrap(),
					code: "OEA".parse().unwrap(),
				},
				roles: Roles::new([Role::Exporter]).unwrap(),
				state: CertificateState::Authorised,
				validity: None,
				in_force: true,
				suspended: None,
				scheduled: Vec::new(),
			},
			before: None,
			given: given(rows),
		},
	}
}

fn leg(issuer: Territory, grantor: Territory) -> Matter {
	Matter::Leg {
		what: LegStep::Changed,
		agreement: 1,
		issuer,
		grantor,
		before: None,
		after: aeo_primitives::recognition::LegState::Pending,
		until: None,
		scheduled: Vec::new(),
	}
}

fn entry(hears: Vec<Territory>, matter: Matter) -> Entry {
	Entry {
		origin: Origin::Decided,
		change: Change {
			hears,
			through: None,
			matter,
		},
		before: Vec::new(),
	}
}

/// A change of another issuer's leg, of which the grantor doesn't hear.
fn noise() -> Entry {
	entry(vec![Territory::PE], leg(Territory::CO, Territory::PE))
}

/// What asks the grantor to read all certificates anew: one of each kind, in turn.
fn anew(number: u32) -> Entry {
	let issuer = Territory::MX;
	let matter = match number % 3 {
		0 => leg(issuer, GRANTOR),
		1 => Matter::Issuer {
			what: IssuerStep::StateChanged,
			issuer,
		},
		_ => Matter::Upgrade {
			what: UpgradeStep::TookOver,
		},
	};
	entry(vec![GRANTOR, issuer], matter)
}

#[derive(Clone)]
struct Block {
	told: Told,
	/// What the certificates would earn while the leg is in force.
	worth: Rows,
	/// Whether it is.
	is_open: bool,
}

impl Block {
	/// What the certificates earn after it.
	fn rows(&self) -> Rows {
		let earned = |rows: &Vec<Earned>| {
			if self.is_open {
				rows.clone()
			} else {
				Vec::new()
			}
		};
		self.worth
			.iter()
			.map(|(key, rows)| (key.clone(), earned(rows)))
			.collect()
	}

	fn asks_to_read_anew(&self) -> bool {
		let mut entries = self.told.entries.iter();
		entries.any(|entry| entry.unsettles(GRANTOR, Territory::MX))
	}
}

/// What is earned by both.
fn common(these: Rows, those: &Rows) -> Rows {
	these
		.into_iter()
		.map(|(key, rows)| {
			let left = both(&rows, &those[&key]);
			(key, left)
		})
		.collect()
}

/// The model: a tree of blocks, of which some are final.
struct World {
	blocks: Vec<Block>,
	/// Places of the final blocks, by number.
	final_blocks: Vec<usize>,
	best: usize,
}

impl World {
	fn new() -> Self {
		let told = Told {
			number: 0,
			hash: hash(0),
			parent: Hash::zero(),
			time: 0,
			entries: Vec::new(),
			scheduled: Vec::new(),
		};
		let worth = (0..CERTIFICATES)
			.map(|one| (key(one), Vec::new()))
			.collect();
		Self {
			blocks: vec![Block {
				told,
				worth,
				is_open: true,
			}],
			final_blocks: vec![0],
			best: 0,
		}
	}

	fn last_final(&self) -> usize {
		*self.final_blocks.last().unwrap()
	}

	fn parent(&self, place: usize) -> Option<usize> {
		let parent = self.blocks[place].told.parent;
		self.blocks
			.iter()
			.position(|block| block.told.hash == parent)
	}

	/// From behind what is final to a block, if that is above it.
	fn path(&self, to: usize) -> Option<Vec<usize>> {
		let mut path = Vec::new();
		let mut at = to;
		while at != self.last_final() {
			path.push(at);
			at = self.parent(at)?;
		}
		path.reverse();
		Some(path)
	}

	/// A block on top of another one. With `turns`, the leg begins or stops in it.
	fn extend(&mut self, on: usize, changes: &[(usize, u8)], turns: bool) -> usize {
		let parent = self.blocks[on].clone();
		let mut worth = parent.worth.clone();
		for (certificate, bits) in changes {
			worth.insert(key(*certificate), earned(*bits));
		}
		let number = parent.told.number + 1;
		let told = Told {
			number,
			hash: hash(self.blocks.len()),
			parent: parent.told.hash,
			time: u64::from(number) * 3_000,
			entries: vec![noise()],
			scheduled: Vec::new(),
		};
		let is_open = parent.is_open != turns;
		let mut block = Block {
			told,
			worth,
			is_open,
		};
		let (before, after) = (parent.rows(), block.rows());
		for (certificate, _) in changes {
			let key = key(*certificate);
			// All of a block's entries say what holds after it, and what held before it.
			block.told.entries.push(Entry {
				origin: Origin::Decided,
				before: given(&before[&key]),
				change: change(*certificate, &after[&key]),
			});
		}
		if turns {
			block.told.entries.push(anew(number));
		}
		self.blocks.push(block);
		self.blocks.len() - 1
	}

	fn rows(&self, place: usize) -> Rows {
		self.blocks[place].rows()
	}

	/// What somebody has who reads the lists now.
	fn lists(&self, finality: Finality) -> Rows {
		let firm = self.rows(self.last_final());
		match finality {
			Finality::Final => firm,
			Finality::Best => self.rows(self.best),
			Finality::Safe => common(firm, &self.rows(self.best)),
		}
	}

	/// Fails where somebody who has read all has not what counts.
	fn ensure_right(&self, mirror: &Mirror) {
		let most = self.lists(mirror.finality);
		if mirror.finality != Finality::Safe {
			assert_eq!(mirror.rows, most, "{:?}", mirror.finality);
			return;
		}
		// Nothing that the final or the best block doesn't give; and all that no block above what is
		// final takes away, unless one of them asks to read anew.
		let path = self.path(self.best).unwrap();
		let is_settled = path
			.iter()
			.all(|place| !self.blocks[*place].asks_to_read_anew());
		let least = path
			.into_iter()
			.fold(most.clone(), |left, place| common(left, &self.rows(place)));
		assert_eq!(common(mirror.rows.clone(), &most), mirror.rows, "no more");
		if is_settled {
			assert_eq!(common(least.clone(), &mirror.rows), least, "no less");
		}
	}
}

fn hash(place: usize) -> Hash {
	let mut bytes = [0; 32];
	bytes[..8].copy_from_slice(&(u64::try_from(place).unwrap() << 32).to_be_bytes());
	Hash::from(bytes)
}

type Finals = Arc<Mutex<Vec<Hash>>>;

fn feed(finals: &Finals) -> Feed {
	let index = Index::in_memory(hash(0));
	let state = index.begin((0, hash(0), 0), &[]).unwrap();
	let finals = finals.clone();
	Feed::new(
		index,
		state,
		Arc::new(move |number| {
			let finals = finals.lock().unwrap();
			finals.get(usize::try_from(number).unwrap()).copied()
		}),
	)
}

/// Who applies what a feed tells.
struct Mirror {
	finality: Finality,
	cursor: Cursor,
	rows: Rows,
}

impl Mirror {
	fn new(world: &World, finality: Finality, feed: &Feed) -> Self {
		Self {
			finality,
			cursor: feed.end(finality).unwrap(),
			rows: world.lists(finality),
		}
	}

	/// Reads all that there is, in small pages.
	fn read(&mut self, world: &World, feed: &Feed, limit: usize) {
		let ask = Ask {
			grantor: GRANTOR,
			kinds: Vec::new(),
			finality: self.finality,
			limit,
			until: None,
		};
		for _ in 0..10_000 {
			let page = feed.page(&ask, self.cursor).unwrap();
			assert!(page.lines.len() <= limit);
			for line in &page.lines {
				self.apply(world, line.op, line.entry.as_ref(), &line.benefits);
				// What isn't final gives nothing to who wants to be sure.
				assert!(self.finality != Finality::Final || line.is_final);
			}
			self.cursor = page.cursor.to_string().parse().unwrap();
			assert_eq!(self.cursor, page.cursor);
			if !page.more {
				return;
			}
			assert!(!page.lines.is_empty(), "it goes on");
		}
		panic!("it never ends");
	}

	fn apply(&mut self, world: &World, op: Op, entry: Option<&Entry>, benefits: &[Earned]) {
		assert!(
			op != Op::Resync || self.finality != Finality::Final,
			"what is final is never lost"
		);
		match entry.and_then(Entry::certificate) {
			Some(key) => _ = self.rows.insert(key, benefits.to_vec()),
			None => self.rows = world.lists(self.finality),
		}
	}
}

/// What happens.
#[derive(Clone, Debug)]
enum Act {
	/// A block on top of the best one, or a few below it.
	Extend {
		below: usize,
		changes: Vec<(usize, u8)>,
		turns: bool,
		is_best: bool,
	},
	/// What is so far below the best block becomes final.
	Finalise { below: usize },
	/// A mirror reads.
	Read {
		mirror: usize,
		limit: usize,
		elsewhere: bool,
	},
}

fn act() -> impl Strategy<Value = Act> {
	let changes = prop::collection::vec((0..CERTIFICATES, 0..16_u8), 0..3);
	let below = prop_oneof![4 => Just(0_usize), 1 => 1..4_usize];
	prop_oneof![
		6 => (below, changes, prop::bool::weighted(0.2), prop::bool::weighted(0.9)).prop_map(
			|(below, changes, turns, is_best)| Act::Extend { below, changes, turns, is_best },
		),
		2 => (0..4_usize).prop_map(|below| Act::Finalise { below }),
		3 => (0..3_usize, sample::select(vec![1, 2, 500]), any::<bool>())
			.prop_map(|(mirror, limit, elsewhere)| Act::Read { mirror, limit, elsewhere }),
	]
}

proptest! {
	#![proptest_config(ProptestConfig { cases: 160, ..ProptestConfig::default() })]

	#[test]
	fn mirrors_should_have_what_counts_for_them(acts in prop::collection::vec(act(), 1..60)) {
		let mut world = World::new();
		let finals: Finals = Arc::new(Mutex::new(vec![hash(0)]));
		// The second one never sees a block that is not best.
		let (here, there) = (feed(&finals), feed(&finals));
		let mut mirrors = [Finality::Final, Finality::Best, Finality::Safe]
			.map(|finality| Mirror::new(&world, finality, &here));
		for act in acts {
			match act {
				Act::Extend { below, changes, turns, is_best } => {
					let mut on = world.best;
					for _ in 0..below {
						if on != world.last_final() {
							on = world.parent(on).unwrap();
						}
					}
					let place = world.extend(on, &changes, turns);
					here.add(world.blocks[place].told.clone());
					if is_best {
						world.best = place;
						for on_path in world.path(place).unwrap() {
							there.add(world.blocks[on_path].told.clone());
						}
						let told = &world.blocks[place].told;
						let best = Named { number: told.number, hash: told.hash };
						here.set_best(best);
						there.set_best(best);
					}
				}
				Act::Finalise { below } => {
					let path = world.path(world.best).unwrap();
					let count = path.len().saturating_sub(below);
					let told: Vec<_> = path[..count]
						.iter()
						.map(|place| world.blocks[*place].told.clone())
						.collect();
					world.final_blocks.extend(&path[..count]);
					finals.lock().unwrap().extend(told.iter().map(|told| told.hash));
					here.finalise(&told, false).unwrap();
					there.finalise(&told, true).unwrap();
				}
				Act::Read { mirror, limit, elsewhere } => {
					let node = if elsewhere { &there } else { &here };
					let mirror = &mut mirrors[mirror];
					mirror.read(&world, node, limit);
					world.ensure_right(mirror);
				}
			}
		}
		for mirror in &mut mirrors {
			mirror.read(&world, &here, 2);
			world.ensure_right(mirror);
		}
	}
}

/// A chain of blocks with a change each, of which all but the last few are final.
fn chain(length: usize, above: usize) -> (World, Feed) {
	let mut world = World::new();
	let finals: Finals = Arc::new(Mutex::new(vec![hash(0)]));
	let feed = feed(&finals);
	for number in 0..length {
		let bits = u8::try_from(number % 16).unwrap();
		world.best = world.extend(world.best, &[(number % CERTIFICATES, bits)], false);
		feed.add(world.blocks[world.best].told.clone());
	}
	let told = &world.blocks[world.best].told;
	feed.set_best(Named {
		number: told.number,
		hash: told.hash,
	});
	let path = world.path(world.best).unwrap();
	let path = &path[..length - above];
	let told: Vec<_> = path
		.iter()
		.map(|place| world.blocks[*place].told.clone())
		.collect();
	finals
		.lock()
		.unwrap()
		.extend(told.iter().map(|told| told.hash));
	world.final_blocks.extend(path);
	feed.finalise(&told, true).unwrap();
	(world, feed)
}

fn page(
	feed: &Feed,
	finality: Finality,
	cursor: Cursor,
	until: Option<u32>,
) -> Result<Page, Refused> {
	let ask = Ask {
		grantor: GRANTOR,
		kinds: Vec::new(),
		finality,
		limit: 500,
		until,
	};
	feed.page(&ask, cursor)
}

#[test]
fn a_page_should_begin_and_end_where_it_is_asked_to() {
	let (_, feed) = chain(20, 5);
	let since = |since| feed.before(since).unwrap();
	let numbers = |page: Page| {
		page.lines
			.iter()
			.map(|line| line.at.number)
			.collect::<Vec<_>>()
	};
	let all = page(&feed, Finality::Final, since(Since::Block(1)), None).unwrap();
	assert_eq!(numbers(all), (1..=15).collect::<Vec<_>>());
	let some = page(&feed, Finality::Final, since(Since::Block(4)), Some(6)).unwrap();
	let cursor = some.cursor;
	assert_eq!(numbers(some), [4, 5, 6]);
	// From there it goes on.
	let rest = page(&feed, Finality::Best, cursor, None).unwrap();
	assert_eq!(numbers(rest), (7..=20).collect::<Vec<_>>());
	let timed = page(&feed, Finality::Final, since(Since::Time(29_500)), None).unwrap();
	assert_eq!(numbers(timed)[0], 10);
	// The id of an entry is a cursor too.
	let id: Cursor = format!("f1.7.{:08x}.2", 7).parse().unwrap();
	assert_eq!(
		numbers(page(&feed, Finality::Final, id, None).unwrap())[0],
		8
	);
	let end = feed.end(Finality::Safe).unwrap();
	let nothing = page(&feed, Finality::Safe, end, None).unwrap();
	assert_eq!((nothing.lines.len(), nothing.more), (0, false));
	assert_eq!((nothing.best.number, nothing.last_final.number), (20, 15));
}

#[test]
fn a_cursor_that_leads_nowhere_should_be_refused_by_name() {
	let (_, feed) = chain(100, 5);
	let ask = |text: &str, finality| page(&feed, finality, text.parse().unwrap(), None);
	assert!(matches!(
		ask("f1.3.deadbeef.1", Finality::Final),
		Err(Refused::Foreign)
	));
	assert!(matches!(
		ask("f1.94.deadbeef.1", Finality::Final),
		Err(Refused::Foreign)
	));
	assert!(matches!(
		ask("f1.900.deadbeef.1", Finality::Safe),
		Err(Refused::Behind)
	));
	// Lost, and nobody knows it, however long ago that was: all is read anew, and it goes on from there.
	for (text, finality) in [
		("f1.98.deadbeef.1", Finality::Best),
		("f1.3.deadbeef.1", Finality::Best),
		("f1.98.deadbeef.1.94.2", Finality::Safe),
		("f1.3.deadbeef.1.2.2", Finality::Safe),
	] {
		let lost = ask(text, finality).unwrap();
		assert_eq!(lost.lines[0].op, Op::Resync, "{text}");
		let rest = page(&feed, finality, lost.cursor, None).unwrap();
		assert!(rest.lines.iter().all(|line| line.op == Op::Put), "{text}");
	}
	// What is final was not lost: it goes on behind that.
	let firm = ask("f1.3.deadbeef.1.2.2", Finality::Final).unwrap();
	assert_eq!(firm.lines[0].at.number, 3);
	for text in [
		"",
		"f1",
		"f2.1.deadbeef.1",
		"f1.1.xyz.1",
		"f1.1.deadbeef.-1",
		"f1.1.deadbeef.1.2",
	] {
		assert!(text.parse::<Cursor>().is_err(), "{text}");
	}
}

#[test]
fn a_safe_cursor_should_go_on_for_whatever_counts_from_where_all_was_read() {
	let (_, feed) = chain(20, 5);
	let numbers = |page: &Page| {
		page.lines
			.iter()
			.map(|line| line.at.number)
			.collect::<Vec<_>>()
	};
	// What was told early up to block 18, and all of it up to block 12.
	let cursor: Cursor = format!("f1.18.{:08x}.2.12.2", 18).parse().unwrap();
	let firm = page(&feed, Finality::Final, cursor, None).unwrap();
	assert_eq!(numbers(&firm), [13, 14, 15]);
	let best = page(&feed, Finality::Best, cursor, None).unwrap();
	assert_eq!(numbers(&best), (13..=20).collect::<Vec<_>>());
	// One that is on no chain leads nowhere, whatever its second place.
	for text in ["f1.900.deadbeef.1.12.2", "f1.18.00000012.2.900.1"] {
		let cursor: Cursor = text.parse().unwrap();
		let refused = page(&feed, Finality::Final, cursor, None);
		assert!(
			!matches!(refused, Ok(page) if !page.lines.is_empty()),
			"{text}"
		);
	}
}

#[test]
fn an_early_entry_should_be_no_place_for_who_reads_safe() {
	let (_, feed) = chain(20, 5);
	let safe = |cursor: String| page(&feed, Finality::Safe, cursor.parse().unwrap(), None);
	assert!(matches!(
		safe(format!("f1.18.{:08x}.2", 18)),
		Err(Refused::Unsettled)
	));
	// That of a final one is.
	let firm = safe(format!("f1.14.{:08x}.2", 14)).unwrap();
	assert_eq!((firm.lines[0].at.number, firm.lines[0].early), (15, false));
}

#[test]
fn no_page_should_go_back_behind_its_cursor() {
	let (_, feed) = chain(20, 5);
	let at: Cursor = format!("f1.14.{:08x}.1", 14).parse().unwrap();
	for finality in [Finality::Final, Finality::Best] {
		let page = page(&feed, finality, at, Some(6)).unwrap();
		assert_eq!((page.lines.len(), page.cursor), (0, at));
	}
	let cursor = page(&feed, Finality::Safe, at, Some(6)).unwrap().cursor;
	assert_eq!(cursor.firm, Some((14, 1)));
	// All that is final was read, at a node that is ahead of this one.
	let ahead: Cursor = format!("f1.18.{:08x}.2.17.1", 18).parse().unwrap();
	let cursor = page(&feed, Finality::Safe, ahead, None).unwrap().cursor;
	assert_eq!(cursor.firm, Some((17, 1)));
}

/// A chain of final blocks, all of which tell others something, and the last one the grantor too.
fn quiet(length: u32) -> Feed {
	let told = |number: u32| Told {
		number,
		hash: hash(usize::try_from(number).unwrap()),
		parent: hash(usize::try_from(number - 1).unwrap()),
		time: u64::from(number) * 3_000,
		entries: if number == length {
			vec![noise(), anew(number)]
		} else {
			vec![noise()]
		},
		scheduled: Vec::new(),
	};
	let blocks: Vec<_> = (1..=length).map(told).collect();
	let hashes = (0..=length).map(|number| hash(usize::try_from(number).unwrap()));
	let finals: Finals = Arc::new(Mutex::new(hashes.collect()));
	let feed = feed(&finals);
	feed.finalise(&blocks, true).unwrap();
	feed
}

#[test]
fn a_page_should_look_at_so_many_blocks_and_say_that_there_is_more() {
	let feed = quiet(4_500);
	for finality in [Finality::Final, Finality::Best, Finality::Safe] {
		let mut cursor = feed.before(Since::Block(1)).unwrap();
		let mut pages = Vec::new();
		loop {
			let page = page(&feed, finality, cursor, None).unwrap();
			cursor = page.cursor;
			pages.push((page.lines.len(), page.more));
			if !page.more {
				break;
			}
		}
		assert_eq!(pages, [(0, true), (0, true), (1, false)], "{finality:?}");
	}
}

#[test]
fn a_cursor_should_not_make_a_node_read_all_that_was_ever_told() {
	let feed = quiet(6_000);
	let safe = |firm: u32| {
		let cursor = format!("f1.6000.{:08x}.1.{firm}.1", 6_000).parse().unwrap();
		page(&feed, Finality::Safe, cursor, None)
	};
	assert!(matches!(safe(999), Err(Refused::Foreign)));
	assert!(safe(1_000).unwrap().more);
}

#[test]
fn a_feed_that_was_gone_on_with_should_begin_behind_what_it_left_out() {
	let (_, feed) = chain(20, 5);
	let before = feed.state();
	let last = Named {
		number: 18,
		hash: hash(18),
	};
	feed.skip(last).unwrap();
	let state = feed.state();
	assert_eq!(
		(state.first, state.last, state.hash, state.time),
		(19, 18, hash(18), before.time)
	);
	// Neither place of a cursor may be before that.
	for text in ["f1.15.0000000f.2", "f1.18.00000012.2.15.2"] {
		let refused = page(&feed, Finality::Safe, text.parse().unwrap(), None);
		assert!(matches!(refused, Err(Refused::Begins(19))), "{text}");
	}
}

#[test]
fn what_may_be_acknowledged_should_be_said_to_all_who_hear_of_the_certificate() {
	let through = Some(ToldThrough {
		issuer: Territory::MX,
		changes: 3,
		ordinals: 7,
	});
	let told = change(0, &[]);
	let unrecognised = Change {
		hears: vec![GRANTOR, Territory::MX],
		through,
		matter: Matter::Recognition {
			what: RecognitionStep::Suspended,
			certificate: told.certificate().unwrap().clone(),
			grantor: GRANTOR,
			review_on: None,
			given: Vec::new(),
		},
	};
	let throughs = |mut changes: Vec<Change>| {
		say_through_to_all(&mut changes);
		changes
			.into_iter()
			.map(|change| change.through)
			.collect::<Vec<_>>()
	};
	let both = vec![told.clone(), told.clone(), unrecognised.clone()];
	assert_eq!(throughs(both), [None, through, None]);
	assert_eq!(throughs(vec![unrecognised]), [None]);
	let usual = Change { through, ..told };
	assert_eq!(throughs(vec![usual]), [through]);
}

#[test]
fn an_index_should_go_on_where_it_ended_and_be_made_anew_for_another_chain() {
	let folder = std::env::temp_dir().join(format!("aeo-feed-{}", std::process::id()));
	std::fs::create_dir_all(&folder).unwrap();
	let path = folder.join("feed.redb");
	let (world, _) = chain(3, 0);
	let blocks: Vec<_> = world.blocks[1..]
		.iter()
		.map(|block| block.told.clone())
		.collect();
	{
		let index = Index::open(&path, hash(0)).unwrap();
		assert_eq!(index.state().unwrap(), None);
		let at = (
			30_000,
			CertificateKey::of(blocks[0].entries[1].change.certificate().unwrap()),
		);
		let state = index.begin((0, hash(0), 0), &[at]).unwrap();
		index.append(state, &blocks, true).unwrap();
	}
	let index = Index::open(&path, hash(0)).unwrap();
	let state = index.state().unwrap().expect("it was written");
	assert_eq!(
		(state.first, state.last, state.hash),
		(1, 3, blocks[2].hash)
	);
	assert_eq!(index.block(2).unwrap().as_ref(), Some(&blocks[1]));
	assert_eq!(index.due(0, 29_999).unwrap(), []);
	assert_eq!(index.due(29_999, 30_000).unwrap(), [key(0)]);
	drop(index);
	let other = Index::open(&path, hash(9)).unwrap();
	assert_eq!(other.state().unwrap(), None);
	drop(other);
	std::fs::remove_dir_all(&folder).unwrap();
}
