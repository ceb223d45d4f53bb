//! What an entry does to the rows of a mirror.

use aeo_client::{
	changes::{Certificate, Earned, Entry, Finality, Head, Op},
	H256,
};
use aeo_primitives::{Role, Territory};
use std::collections::BTreeMap;

/// What a certificate earns in one role in declarations of one direction.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Row {
	/// Who issued it.
	pub issuer: String,
	/// Its number.
	pub certificate: String,
	/// The TIN of its trader.
	pub tin: String,
	/// The code of the role.
	pub role: String,
	/// `Import` or `Export`.
	pub direction: String,
	/// The names of the benefits, with blanks between.
	pub benefits: String,
	/// Until when, by the clock alone; none where it takes nothing away.
	pub valid_through: Option<i64>,
	/// The block that told it.
	pub block: i64,
}

/// A change of the rows.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Step {
	/// These are all rows of one certificate.
	Certificate {
		/// Who issued it.
		issuer: String,
		/// Its number.
		certificate: String,
		/// Its rows.
		rows: Vec<Row>,
	},
	/// These are all rows of an issuer, or of all.
	Anew {
		/// The issuer.
		issuer: Option<String>,
		/// The rows.
		rows: Vec<Row>,
	},
}

/// What an entry means to a mirror.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Meaning {
	/// Nothing: it is about what earns nothing.
	Nothing,
	/// A certificate earns something else.
	Certificate(Step),
	/// What an issuer's certificates earn, or all, is what the list at this block says; and for who reads `safe`,
	/// what it has in common with that of each block above what is final.
	List {
		/// Whose certificates; those of all where none is named.
		issuer: Option<Territory>,
		/// The block.
		at: H256,
	},
}

/// Returns what an entry means to who reads with a finality, where the node is this far.
pub fn meaning(entry: &Entry, finality: Finality, head: Head) -> Meaning {
	if let Some(resync) = entry.resync {
		return Meaning::List {
			issuer: resync.issuer,
			at: told_of(entry, finality, head),
		};
	}
	match &entry.certificate {
		Some(certificate) => Meaning::Certificate(Step::Certificate {
			issuer: certificate.issuer.to_string(),
			certificate: certificate.number.to_string(),
			rows: rows_of(certificate, &entry.benefits, entry.block.number),
		}),
		None => Meaning::Nothing,
	}
}

/// Of which block a list is read anew. It is that of the entry where that counts, and not the present one: what changed
/// behind it comes in entries of its own, which must not be undone by those before them.
fn told_of(entry: &Entry, finality: Finality, head: Head) -> H256 {
	let is_there = entry.op != Op::Retract && entry.op != Op::Resync;
	if is_there && (entry.block.is_final || finality != Finality::Safe) {
		return entry.block.hash;
	}
	match finality {
		Finality::Best => head.best.hash,
		Finality::Safe | Finality::Final => head.last_final.hash,
	}
}

/// Returns the rows of a certificate.
pub fn rows_of(certificate: &Certificate, earned: &[Earned], block: u32) -> Vec<Row> {
	let valid_through = certificate
		.valid_through()
		.map(|moment| i64::try_from(moment).unwrap_or(i64::MAX));
	earned
		.iter()
		.filter(|earned| !earned.benefits.is_empty())
		.map(|earned| Row {
			issuer: certificate.issuer.to_string(),
			certificate: certificate.number.to_string(),
			tin: certificate.tin.clone(),
			// One that is younger than this program stands as the node writes it.
			role: earned
				.role
				.parse::<Role>()
				.map_or_else(|_| earned.role.clone(), |role| role.code().to_owned()),
			direction: earned.direction.clone(),
			benefits: joined(earned.benefits.iter().map(String::as_str)),
			valid_through,
			block: block.into(),
		})
		.collect()
}

fn joined<'a>(names: impl Iterator<Item = &'a str>) -> String {
	names.collect::<Vec<_>>().join(" ")
}

/// Returns what stands in both; what else is said of a row is taken of the first.
pub fn common(these: Vec<Row>, those: &[Row]) -> Vec<Row> {
	let key = |row: &Row| {
		[
			row.issuer.clone(),
			row.certificate.clone(),
			row.tin.clone(),
			row.role.clone(),
			row.direction.clone(),
		]
	};
	let there: BTreeMap<_, _> = those.iter().map(|row| (key(row), row)).collect();
	these
		.into_iter()
		.filter_map(|row| {
			let other = there.get(&key(&row))?;
			let also: Vec<_> = other.benefits.split(' ').collect();
			let benefits = joined(row.benefits.split(' ').filter(|name| also.contains(name)));
			let earliest = [row.valid_through, other.valid_through];
			(!benefits.is_empty()).then(|| Row {
				benefits,
				valid_through: earliest.into_iter().flatten().min(),
				..row
			})
		})
		.collect()
}
