//! `aeo sealed uses`: what a grantor that seals its uses records of a period; and the uses of each holder,
//! which go into its file.

use crate::{
	chain::Node,
	cli::Uses,
	failure::{Failure, Kind},
	Session,
};
use aeo_client::calls::{SealedCount, SealedUses};
use aeo_primitives::{
	recognition::Basis, sealed_use::SealedUse, tree, Benefit, Date, Direction, Role, Territory,
	TraderId,
};
use aeo_sealing::{hex, Use, MOST_HOLDER_BYTES};
use codec::Encode;
use primitive_types::H256;
use serde::Serialize;
use serde_json::json;
use std::{
	collections::{BTreeMap, BTreeSet},
	ffi::OsStr,
	fs::{self, File},
	io::{BufRead, BufReader, Read},
	path::{Path, PathBuf},
};

/// Most bytes of a line: a use has twelve benefits at most.
const MOST_BYTES: u64 = 64 * 1024;

/// A use has no fewer bytes in a holder's file.
const FEWEST_BYTES: usize = 200;

/// Says the arguments of `benefits.recordSealed` for the uses in a file.
pub fn run(session: &Session, arguments: &Uses) -> Result<(), Failure> {
	let days = (arguments.first, arguments.last);
	let uses = of_file(&arguments.file, arguments.grantor, days)?;
	let counters = uses.counters.iter().map(|one| {
		json!({
			"basis": one.basis, "benefit": one.benefit, "direction": one.direction, "count": one.count,
		})
	});
	let call = json!({
		"period": {"from": uses.first, "until": uses.last},
		"root": uses.root, "leaves": uses.leaves, "counters": counters.collect::<Vec<_>>(),
		// What a holder is told stands in its file.
		"lines": [],
	});
	session.say(&call.to_string())
}

/// Works out what is recorded of the uses in a file, which are of a period from its first to its last day.
pub fn of_file(
	file: &Path,
	grantor: Territory,
	(first, last): (Date, Date),
) -> Result<SealedUses, Failure> {
	let uses = read(file, grantor)?;
	let mut counters: BTreeMap<(Basis, Benefit, Direction), u32> = BTreeMap::new();
	for one in &uses {
		for given in &one.entitlements {
			let key = (given.basis, given.benefit, one.direction);
			let count = counters.entry(key).or_default();
			*count = count.saturating_add(1);
		}
	}
	let counters = counters.into_iter();
	Ok(SealedUses {
		first,
		last,
		root: tree::root(&leaves(&uses)),
		leaves: u32::try_from(uses.len()).unwrap_or(u32::MAX),
		counters: counters
			.map(|((basis, benefit, direction), count)| SealedCount {
				basis,
				benefit,
				direction,
				count,
			})
			.collect(),
	})
}

/// The uses of a grantor's periods.
#[derive(Default)]
pub struct AllUses {
	/// The leaves of each period.
	periods: BTreeMap<u32, Vec<H256>>,
	/// Which are a holder's, the latest first.
	places: BTreeMap<TraderId, Vec<Place>>,
}

/// A use, as it was recorded.
#[derive(Clone, Debug, Serialize)]
pub struct Place {
	period: u32,
	place: u32,
	leaf: String,
}

impl AllUses {
	/// Returns the uses that are in a folder: `0.jsonl` has those that were recorded as period 0. What is
	/// in a file must be what stands on chain, and of each period that stands there must be a file: holders would
	/// lose the uses of any other.
	pub fn read(node: &Node<'_>, grantor: Territory, dir: Option<&Path>) -> Result<Self, Failure> {
		let files = dir.map_or_else(|| Ok(BTreeMap::new()), files)?;
		let recorded = node.sealed_periods(grantor)?;
		if let Some(period) = recorded.keys().find(|period| !files.contains_key(period)) {
			let details = [("period", period.to_string())];
			return Err(Failure::with(Kind::UsesLacking, details));
		}
		let mut all = Self::default();
		for (period, path) in files.into_iter().rev() {
			let uses = read(&path, grantor)?;
			let leaves = leaves(&uses);
			let on_chain = recorded.get(&period);
			let is_recorded = on_chain.is_some_and(|on_chain| {
				on_chain.root == tree::root(&leaves)
					&& usize::try_from(on_chain.leaves) == Ok(leaves.len())
			});
			if !is_recorded {
				let details = [
					("file", path.display().to_string()),
					("period", period.to_string()),
				];
				return Err(Failure::with(Kind::UsesDiffer, details));
			}
			let mut places: Vec<_> = uses.iter().zip(0..).collect();
			places.reverse();
			for (one, place) in places {
				all.places.entry(one.trader).or_default().push(Place {
					period,
					place,
					leaf: hex::digits(&one.encode()),
				});
			}
			all.periods.insert(period, leaves);
		}
		Ok(all)
	}

	/// Returns which uses are a holder's, the latest first.
	pub fn of(&self, trader: &TraderId) -> &[Place] {
		self.places.get(trader).map_or(&[], Vec::as_slice)
	}

	/// Proves uses: no more than could have room in a holder's file.
	pub fn proved(&self, places: &[Place]) -> Vec<Use> {
		let places = places.iter().take(MOST_HOLDER_BYTES / FEWEST_BYTES);
		let uses = places.filter_map(|place| {
			Some(Use {
				leaf: place.leaf.clone(),
				period: place.period,
				place: place.place,
				proof: tree::proof(self.periods.get(&place.period)?, place.place)?,
			})
		});
		uses.collect()
	}
}

/// Returns the files of a folder that have the uses of periods, by the period.
fn files(dir: &Path) -> Result<BTreeMap<u32, PathBuf>, Failure> {
	let mut files = BTreeMap::new();
	for entry in fs::read_dir(dir).map_err(|error| Failure::file(dir.display(), &error))? {
		let path = entry
			.map_err(|error| Failure::file(dir.display(), &error))?
			.path();
		let name = path.file_name().and_then(OsStr::to_str);
		let period = name.and_then(|name| name.strip_suffix(".jsonl"));
		if let Some(period) = period.and_then(|period| period.parse::<u32>().ok()) {
			files.insert(period, path);
		}
	}
	Ok(files)
}

fn leaves(uses: &[SealedUse]) -> Vec<H256> {
	uses.iter().map(SealedUse::hash).collect()
}

/// Returns the uses of a file, one a line.
fn read(path: &Path, grantor: Territory) -> Result<Vec<SealedUse>, Failure> {
	let failure = |error| Failure::file(path.display(), &error);
	let mut lines = BufReader::new(File::open(path).map_err(failure)?);
	let mut uses = Vec::new();
	let mut known: BTreeSet<(H256, Role)> = BTreeSet::new();
	for place in 1_u64.. {
		let mut line = Vec::new();
		let mut limited = lines.by_ref().take(MOST_BYTES);
		if limited.read_until(b'\n', &mut line).map_err(failure)? == 0 {
			break;
		}
		let refused = |why: String| {
			let details = [
				("file", path.display().to_string()),
				("line", place.to_string()),
				("why", why),
			];
			Failure::with(Kind::UsesNotUnderstood, details)
		};
		let one: SealedUse =
			serde_json::from_slice(&line).map_err(|error| refused(error.to_string()))?;
		if one.grantor != grantor {
			return Err(refused(format!("the grantor is {}", one.grantor)));
		}
		if !known.insert((one.declaration, one.role)) {
			return Err(refused("the same declaration and role twice".into()));
		}
		uses.push(one);
	}
	Ok(uses)
}
