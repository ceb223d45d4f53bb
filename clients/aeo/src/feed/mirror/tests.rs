use super::{
	rows::{common, meaning, rows_of},
	*,
};
use crate::feed::tests::{batch, certificate, entry, hash, leg};
use aeo_client::changes::{Head, Op};
use proptest::prelude::*;
use serde_json::{json, Value};
use std::{
	collections::{BTreeMap, BTreeSet},
	path::Path,
};

/// The roles in which certificates may earn something.
const ROLES: [&str; 3] = ["Exporter", "Importer", "Carrier"];

/// The certificates.
const NUMBERS: [&str; 3] = ["A-1", "A-2", "A-3"];

/// What each certificate is good for, and whether the leg is in force.
#[derive(Clone, Debug)]
struct State {
	roles: [BTreeSet<usize>; NUMBERS.len()],
	is_in_force: bool,
}

impl State {
	fn earned(&self, place: usize) -> Vec<&'static str> {
		let roles = self.roles[place].iter().map(|role| ROLES[*role]);
		roles.filter(|_| self.is_in_force).collect()
	}

	/// The list at a block, as a node gives it.
	fn list(&self, block: u32) -> Vec<Row> {
		let rows = (0..NUMBERS.len()).flat_map(|place| {
			let told = certificate("", "put", NUMBERS[place], &self.earned(place), block);
			let told = entry(told);
			rows_of(&told.certificate.expect("about one"), &told.benefits, block)
		});
		rows.collect()
	}
}

/// What happens in a block.
#[derive(Clone, Debug)]
enum Change {
	Roles(usize, BTreeSet<usize>),
	Leg(bool),
}

/// What happens to the chain.
#[derive(Clone, Debug)]
enum Act {
	/// A block with changes.
	Block(Vec<Change>),
	/// So many blocks are lost, of those that are not final.
	Lose(usize),
	/// So many blocks become final.
	Finalise(usize),
	/// The mirror ends before it has written, and begins again.
	Kill,
}

fn change() -> impl Strategy<Value = Change> {
	let roles = prop::collection::btree_set(0..ROLES.len(), 0..=ROLES.len());
	prop_oneof![
		4 => (0..NUMBERS.len(), roles).prop_map(|(place, roles)| Change::Roles(place, roles)),
		1 => any::<bool>().prop_map(Change::Leg),
	]
}

fn act() -> impl Strategy<Value = Act> {
	prop_oneof![
		6 => prop::collection::vec(change(), 0..4).prop_map(Act::Block),
		1 => (1_usize..4).prop_map(Act::Lose),
		2 => (1_usize..4).prop_map(Act::Finalise),
		2 => Just(Act::Kill),
	]
}

/// A chain whose blocks may be lost, with what a feed tells of it.
struct World {
	/// What counts for who reads the feed.
	finality: Finality,
	/// The states of all blocks that ever were, by number.
	states: BTreeMap<u32, State>,
	/// The present chain: blocks, each with what it changed.
	chain: Vec<(u32, Vec<Change>)>,
	/// The place in it of the last final block.
	last_final: usize,
	told: Vec<Batch>,
}

/// A change of a block, with what held before that block and holds after it.
struct Happened {
	id: String,
	block: u32,
	change: Change,
	before: State,
	after: State,
}

impl Happened {
	/// Whether it may take something away: that is told early to who reads `safe`.
	fn takes(&self) -> bool {
		match &self.change {
			Change::Leg(_) => true,
			Change::Roles(place, _) => {
				let after = self.after.earned(*place);
				let mut before = self.before.earned(*place).into_iter();
				before.any(|role| !after.contains(&role))
			}
		}
	}

	/// The entry that tells it: certificates by what they earn.
	fn told(&self, op: &str, earned: impl Fn(usize) -> Vec<&'static str>) -> Value {
		match &self.change {
			Change::Leg(_) => leg(&self.id, op, self.block),
			Change::Roles(place, _) => {
				certificate(&self.id, op, NUMBERS[*place], &earned(*place), self.block)
			}
		}
	}

	/// The same, of a block that is not final.
	fn told_above(
		&self,
		op: &str,
		is_early: bool,
		earned: impl Fn(usize) -> Vec<&'static str>,
	) -> Value {
		let mut told = self.told(op, earned);
		told["early"] = json!(is_early);
		told["block"]["final"] = json!(false);
		told
	}

	/// What this leaves of what a certificate earns.
	fn leaves(&self, place: usize, earned: Vec<&'static str>) -> Vec<&'static str> {
		match &self.change {
			Change::Leg(_) => Vec::new(),
			Change::Roles(other, _) if *other == place => {
				let after = self.after.earned(place);
				let left = earned.into_iter().filter(|role| after.contains(role));
				left.collect()
			}
			Change::Roles(..) => earned,
		}
	}
}

impl World {
	fn new(finality: Finality) -> Self {
		let roles = [0, 1, 2].map(|role| BTreeSet::from([role]));
		let first = State {
			roles,
			is_in_force: true,
		};
		Self {
			finality,
			states: BTreeMap::from([(0, first)]),
			chain: vec![(0, Vec::new())],
			last_final: 0,
			told: Vec::new(),
		}
	}

	fn best(&self) -> u32 {
		self.chain.last().expect("never empty").0
	}

	fn at_best(&self) -> &State {
		&self.states[&self.best()]
	}

	fn at_final(&self) -> &State {
		&self.states[&self.chain[self.last_final].0]
	}

	fn tell(&mut self, entries: &[Value]) {
		let cursor = format!("f1.{}.00000000.0", self.told.len() + 1);
		let mut told = batch(entries, &cursor, self.best());
		told.head = head(self.best(), self.chain[self.last_final].0);
		self.told.push(told);
	}

	/// What has happened in blocks, of which the first is a child of `parent`.
	fn happened(&self, parent: u32, blocks: &[(u32, Vec<Change>)]) -> Vec<Happened> {
		let parents = std::iter::once(parent).chain(blocks.iter().map(|(block, _)| *block));
		let each = blocks
			.iter()
			.zip(parents)
			.flat_map(|((block, changes), parent)| {
				changes
					.iter()
					.enumerate()
					.map(move |(place, change)| Happened {
						id: format!("f1.{block}.00000000.{place}"),
						block: *block,
						change: change.clone(),
						before: self.states[&parent].clone(),
						after: self.states[block].clone(),
					})
			});
		each.collect()
	}

	/// What has happened above what is final.
	fn above(&self) -> Vec<Happened> {
		let last = self.chain[self.last_final].0;
		self.happened(last, &self.chain[self.last_final + 1..])
	}

	/// What the blocks above what is final leave of what a certificate earns.
	fn left(&self, place: usize, earned: Vec<&'static str>) -> Vec<&'static str> {
		self.above().iter().fold(earned, |left, happened| {
			let before = happened.before.earned(place);
			let left = happened.leaves(place, left).into_iter();
			match &happened.change {
				Change::Roles(other, _) if *other == place => {
					left.filter(|role| before.contains(role)).collect()
				}
				_ => left.collect(),
			}
		})
	}

	fn extend(&mut self, changes: Vec<Change>) {
		let parent = self.best();
		let mut state = self.at_best().clone();
		for change in &changes {
			match change {
				Change::Roles(place, roles) => state.roles[*place].clone_from(roles),
				Change::Leg(is_in_force) => state.is_in_force = *is_in_force,
			}
		}
		let block = u32::try_from(self.states.len()).expect("few");
		self.states.insert(block, state);
		self.chain.push((block, changes));
		let happened = self.happened(parent, &self.chain[self.chain.len() - 1..]);
		let entries: Vec<_> = match self.finality {
			Finality::Safe => happened
				.iter()
				.filter(|happened| happened.takes())
				.map(|happened| {
					let earned = |place| self.left(place, happened.after.earned(place));
					happened.told_above("put", true, earned)
				})
				.collect(),
			_ => happened
				.iter()
				.map(|happened| happened.told("put", |place| happened.after.earned(place)))
				.collect(),
		};
		self.tell(&entries);
	}

	fn lose(&mut self, count: usize) {
		let count = count.min(self.chain.len() - 1 - self.last_final);
		let lost = self.chain.split_off(self.chain.len() - count);
		let below = self.at_best();
		let happened = self.happened(self.best(), &lost);
		let is_safe = self.finality == Finality::Safe;
		// Where all of its issuer's were read anew below it, they are again, when that is taken back.
		let is_unsettled = |place: usize| {
			let of_it =
				|one: &Happened| matches!(one.change, Change::Roles(other, _) if other == place);
			let mut until = happened.iter().take_while(|one| !of_it(one));
			is_safe && until.any(|one| matches!(one.change, Change::Leg(_)))
		};
		let earned = |place: usize| match (is_safe, is_unsettled(place)) {
			(false, _) => below.earned(place),
			(true, true) => Vec::new(),
			(true, false) => self.left(place, below.earned(place)),
		};
		let entries: Vec<_> = happened
			.iter()
			.rev()
			.filter(|happened| !is_safe || happened.takes())
			.map(|happened| happened.told_above("retract", false, earned))
			.collect();
		self.tell(&entries);
	}

	fn finalise(&mut self, count: usize) {
		let count = count.min(self.chain.len() - 1 - self.last_final);
		let first = self.last_final + 1;
		let parent = self.chain[self.last_final].0;
		self.last_final += count;
		let happened = self.happened(parent, &self.chain[first..=self.last_final]);
		let entries = happened.iter().enumerate().map(|(which, one)| {
			// What was taken away early stays so, whatever comes before it and is final only now.
			let later = || happened[which + 1..].iter().filter(|later| later.takes());
			one.told("put", |place| {
				let left = self.left(place, one.after.earned(place));
				later().fold(left, |left, later| later.leaves(place, left))
			})
		});
		let entries: Vec<_> = match self.finality {
			Finality::Safe => entries.collect(),
			_ => Vec::new(),
		};
		self.tell(&entries);
	}

	/// What a mirror does with a batch, as [`Source::steps`].
	fn steps(&self, batch: &Batch) -> Vec<Step> {
		let mut steps = Vec::new();
		for entry in &batch.entries {
			match meaning(entry, self.finality, batch.head) {
				Meaning::Nothing => {}
				Meaning::Certificate(step) => steps.push(step),
				Meaning::List { issuer, at } => {
					let told = self
						.states
						.keys()
						.find(|block| crate::feed::tests::hash(**block) == format!("{at:?}"));
					let above = self.chain[self.last_final + 1..].iter();
					let above = above.map(|(block, _)| block);
					let above = above.filter(|_| self.finality == Finality::Safe);
					let issuer = issuer.map(|issuer| issuer.to_string());
					let rows = told
						.into_iter()
						.chain(above)
						.map(|block| self.states[block].list(entry.block.number));
					let rows = rows
						.reduce(|these, those| common(these, &those))
						.expect("one");
					steps.push(Step::Anew { issuer, rows });
				}
			}
		}
		steps
	}

	/// Fails where a mirror that has read all has not what counts.
	fn ensure_right(&self, found: &Found) -> Result<(), TestCaseError> {
		if self.finality != Finality::Safe {
			prop_assert_eq!(found, &expected(self.at_best()));
			return Ok(());
		}
		// Nothing that the final or the best block doesn't give; and all that no block above what is final takes
		// away, unless one of them asks to read anew.
		let firm = expected(self.at_final());
		let most = &firm & &expected(self.at_best());
		prop_assert!(found.is_subset(&most), "{found:?} is more than {most:?}");
		let above = self.above();
		if above
			.iter()
			.all(|one| matches!(one.change, Change::Roles(..)))
		{
			let least = above
				.iter()
				.fold(most, |left, one| &left & &expected(&one.after));
			prop_assert!(least.is_subset(found), "{found:?} is less than {least:?}");
		}
		Ok(())
	}
}

/// Certificates with the roles in which they earn something.
type Found = BTreeSet<(String, String)>;

/// What a risk engine finds.
fn found(file: &Path) -> Found {
	let database = rusqlite::Connection::open(file).expect("opened");
	let mut statement = database
		.prepare("SELECT certificate, role FROM aeo_status")
		.expect("prepared");
	let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)));
	rows.expect("read").map(|row| row.expect("a row")).collect()
}

fn expected(state: &State) -> Found {
	let rows = state.list(0).into_iter();
	rows.map(|row| (row.certificate, row.role)).collect()
}

fn place(cursor: &str) -> Mirrored {
	Mirrored {
		genesis: hash(0),
		grantor: "CR".into(),
		finality: "best".into(),
		cursor: cursor.into(),
	}
}

fn at(number: u32) -> At {
	At {
		block: aeo_client::Block {
			number,
			hash: H256::zero(),
		},
		last_final: number,
		time: 0,
	}
}

/// A mirror follows what happens; it is looked at after each batch.
fn follow(finality: Finality, acts: Vec<Act>) -> Result<(), TestCaseError> {
	let runtime = tokio::runtime::Runtime::new().expect("a runtime");
	let folder = tempfile::tempdir().expect("a folder");
	let target = Target::Sqlite(folder.path().join("mirror.db"));
	let Target::Sqlite(file) = &target else {
		unreachable!()
	};
	let open = || runtime.block_on(Store::open(&target)).expect("opened");
	let mut world = World::new(finality);
	let mut store = open();
	let first = world.at_best().list(0);
	runtime
		.block_on(store.begin(first, None, &place("f1.0.00000000.0"), at(0)))
		.expect("begun");
	for act in acts {
		match act {
			Act::Block(changes) => world.extend(changes),
			Act::Lose(count) => world.lose(count),
			Act::Finalise(count) => world.finalise(count),
			Act::Kill => store = open(),
		}
		let mirrored = runtime
			.block_on(store.mirrored())
			.expect("read")
			.expect("there");
		let read = world
			.told
			.iter()
			.position(|batch| batch.cursor == mirrored.cursor);
		let behind = read.map_or(0, |read| read + 1);
		let mut cursor = mirrored.cursor;
		for batch in world.told.get(behind..).unwrap_or_default() {
			let steps = world.steps(batch);
			let best = at(batch.head.best.number);
			runtime
				.block_on(store.go_on(&steps, &cursor, &batch.cursor, Some(best)))
				.expect("written");
			cursor.clone_from(&batch.cursor);
		}
		world.ensure_right(&found(file))?;
	}
	Ok(())
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(64))]

	/// Whatever happens, is lost and is killed: what a mirror has is what the best state gives.
	#[test]
	fn a_mirror_should_have_what_the_chain_gives(acts in prop::collection::vec(act(), 1..25)) {
		follow(Finality::Best, acts)?;
	}

	/// The same, denied at once and granted when sure: never more than the final and the best state give, and when all
	/// is final, just that.
	#[test]
	fn a_careful_mirror_should_have_no_more_than_is_sure(acts in prop::collection::vec(act(), 1..25)) {
		follow(Finality::Safe, acts)?;
	}
}

/// What has been found: an early denial that a later block hid, which was then lost.
#[test]
fn what_a_lost_block_had_hidden_should_count() {
	let roles = |roles: &[usize]| Change::Roles(0, roles.iter().copied().collect());
	let acts = vec![
		Act::Block(vec![Change::Leg(true)]),
		Act::Block(vec![roles(&[])]),
		Act::Block(vec![roles(&[0])]),
		Act::Finalise(1),
		Act::Lose(1),
	];
	follow(Finality::Safe, acts).expect("no more than is sure");
}

#[test]
fn who_was_overtaken_should_change_nothing() {
	let runtime = tokio::runtime::Runtime::new().expect("a runtime");
	let folder = tempfile::tempdir().expect("a folder");
	let file = folder.path().join("mirror.db");
	let target = Target::Sqlite(file.clone());
	runtime.block_on(async {
		let mut store = Store::open(&target).await.expect("opened");
		let world = World::new(Finality::Best);
		let rows = world.states[&0].list(0);
		store
			.begin(rows, None, &place("1"), at(0))
			.await
			.expect("begun");
		let all = Step::Anew {
			issuer: None,
			rows: Vec::new(),
		};
		let other = store
			.go_on(std::slice::from_ref(&all), "7", "8", Some(at(8)))
			.await;
		assert!(other.is_err_and(|why| why.is(Kind::MirrorAtWork)));
		assert_eq!(found(&file), expected(&world.states[&0]));
		store.go_on(&[all], "1", "2", None).await.expect("written");
		assert!(found(&file).is_empty());
		let mirrored = store.mirrored().await.expect("read").expect("there");
		assert_eq!(mirrored, place("2"));
		store.forget().await.expect("written");
		let mirrored = store.mirrored().await.expect("read").expect("there");
		assert!(mirrored.cursor.is_empty());
	});
}

#[test]
fn who_begins_should_not_write_over_another_beginning() {
	let runtime = tokio::runtime::Runtime::new().expect("a runtime");
	let folder = tempfile::tempdir().expect("a folder");
	let file = folder.path().join("mirror.db");
	let target = Target::Sqlite(file.clone());
	runtime.block_on(async {
		let mut first = Store::open(&target).await.expect("opened");
		let mut second = Store::open(&target).await.expect("opened");
		let world = World::new(Finality::Best);
		let rows = world.states[&0].list(0);
		first
			.begin(rows.clone(), None, &place("1"), at(0))
			.await
			.expect("begun");
		// It has seen nothing there, and has no certificates.
		let other = second.begin(Vec::new(), None, &place("2"), at(1)).await;
		assert!(other.is_err_and(|why| why.is(Kind::Database)));
		let before = place("0");
		let other = second
			.begin(Vec::new(), Some(&before), &place("2"), at(1))
			.await;
		assert!(other.is_err_and(|why| why.is(Kind::MirrorAtWork)));
		assert_eq!(found(&file), expected(&world.states[&0]));
		let before = place("1");
		second
			.begin(Vec::new(), Some(&before), &place("2"), at(1))
			.await
			.expect("begun");
		assert!(found(&file).is_empty());
		let mirrored = first.mirrored().await.expect("read");
		assert_eq!(mirrored, Some(place("2")));
	});
}

#[test]
fn what_was_sent_before_should_be_no_other_mirror() {
	let overtaken = || Err(Failure::new(Kind::MirrorAtWork));
	let mut may_be_own = true;
	let late = ensure_written(overtaken(), &mut may_be_own);
	assert!(matches!(late, Err(Trouble::Late)));
	assert!(matches!(remedy(Trouble::Late, 0), Ok(Remedy::Again)));
	// The second time, and behind what was written, it is another one.
	let other = ensure_written(overtaken(), &mut may_be_own);
	assert!(matches!(other, Err(Trouble::Here(why)) if why.is(Kind::MirrorAtWork)));
	let mut may_be_own = true;
	assert!(ensure_written(Ok(()), &mut may_be_own).is_ok());
	assert!(!may_be_own);
	let mut may_be_own = true;
	let gone = ensure_written(Err(Failure::new(Kind::Database)), &mut may_be_own);
	assert!(matches!(gone, Err(Trouble::Here(why)) if why.is(Kind::Database)));
}

#[test]
fn rows_should_have_what_a_risk_engine_asks_for() {
	let told = entry(certificate(
		"f1.7.00000000.1",
		"put",
		"A-1",
		&["Exporter", "Younger"],
		7,
	));
	let Meaning::Certificate(Step::Certificate { rows, .. }) =
		meaning(&told, Finality::Final, head(9, 7))
	else {
		panic!("about a certificate");
	};
	let [row, younger] = &rows[..] else {
		panic!("two rows");
	};
	assert_eq!((&*row.tin, &*row.role), ("MXA-1", "EX"));
	assert_eq!(
		(&*row.direction, &*row.benefits),
		("Import", "FewerInspections")
	);
	assert_eq!((row.valid_through, row.block), (Some(8_999), 7));
	assert_eq!(younger.role, "Younger");
}

#[test]
fn what_is_about_no_certificate_should_change_nothing() {
	let told = json!({
		"id": "f1.7.00000000.1", "op": "put", "kind": "incident", "what": "Opened", "grantor": "CR", "incident": 3,
		"effect": "none", "benefits": [], "resync": null, "early": false,
		"block": {"number": 7, "hash": hash(7), "time": 21_000, "final": true},
	});
	assert_eq!(
		meaning(&entry(told), Finality::Final, head(9, 7)),
		Meaning::Nothing
	);
}

fn head(best: u32, last_final: u32) -> Head {
	let block = |number| json!({"number": number, "hash": hash(number)});
	serde_json::from_value(json!({"best": block(best), "final": block(last_final)}))
		.expect("a head")
}

#[test]
fn lists_should_be_read_where_they_count() {
	let block = |op: Op, is_final: bool, finality: Finality| {
		let mut told = entry(leg("f1.5.00000000.1", "put", 5));
		told.op = op;
		told.block.is_final = is_final;
		match meaning(&told, finality, head(9, 7)) {
			Meaning::List { at, .. } => format!("{at:?}"),
			_ => String::new(),
		}
	};
	assert_eq!(block(Op::Put, true, Finality::Final), hash(5));
	assert_eq!(block(Op::Put, false, Finality::Best), hash(5));
	assert_eq!(block(Op::Retract, false, Finality::Best), hash(9));
	assert_eq!(block(Op::Put, true, Finality::Safe), hash(5));
	// It is told early.
	assert_eq!(block(Op::Put, false, Finality::Safe), hash(7));
	assert_eq!(block(Op::Retract, false, Finality::Safe), hash(7));
	assert_eq!(block(Op::Resync, true, Finality::Safe), hash(7));
}

#[test]
fn what_lists_have_in_common_should_be_no_more_than_either() {
	let row = |role: &str, benefits: &str, valid_through| Row {
		issuer: "MX".into(),
		certificate: "A-1".into(),
		tin: "MXA-1".into(),
		role: role.into(),
		direction: "Import".into(),
		benefits: benefits.into(),
		valid_through,
		block: 1,
	};
	let these = vec![
		row("EX", "A B", None),
		row("IM", "A", None),
		row("MF", "A", None),
	];
	let those = [row("EX", "B C", Some(7)), row("IM", "B", None)];
	assert_eq!(common(these, &those), [row("EX", "B", Some(7))]);
}

#[test]
fn a_mirror_should_go_on_wherever_it_can() {
	let lacks = || Trouble::Chain(Error::NoState("discarded".into()));
	assert!(matches!(remedy(lacks(), 1), Ok(Remedy::Wait(_))));
	assert!(matches!(remedy(lacks(), TRIALS), Ok(Remedy::Anew)));
	let foreign = Trouble::Chain(Error::CursorForeign);
	assert!(matches!(remedy(foreign, 0), Ok(Remedy::Anew)));
	let behind = Trouble::Chain(Error::BehindCursor);
	assert!(matches!(remedy(behind, 0), Ok(Remedy::Wait(_))));
	let refused = Trouble::Chain(Error::NoFeed("it keeps no feed".into()));
	assert!(remedy(refused, 0).is_err_and(|why| why.is(Kind::NodeRefuses)));
	let database = Trouble::Here(Failure::new(Kind::Database));
	assert!(matches!(remedy(database, 0), Ok(Remedy::Reopen(_))));
	let other = Trouble::Here(Failure::new(Kind::MirrorAtWork));
	assert!(remedy(other, 0).is_err_and(|why| why.is(Kind::MirrorAtWork)));
}

#[test]
fn targets_should_be_read() {
	assert!(matches!(
		Target::read("sqlite:/tmp/m.db"),
		Ok(Target::Sqlite(_))
	));
	assert!(matches!(
		Target::read("postgres://risk@localhost/mirror"),
		Ok(Target::Postgres(_))
	));
	for wrong in ["sqlite:", "mirror.db", "mysql://localhost/mirror", ""] {
		assert!(
			Target::read(wrong).is_err_and(|why| why.is(Kind::MirrorTarget)),
			"{wrong}"
		);
	}
}
