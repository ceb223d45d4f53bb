//! Up to where somebody has read a feed. A cursor is valid at every node.

use aeo_runtime::{BlockNumber, Hash};
use std::{fmt, str::FromStr};

/// A place in a chain: behind an entry of a block, or before its first one.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Position {
	/// The number of the block.
	pub number: BlockNumber,
	/// The first four bytes of its hash.
	pub hash: u32,
	/// How many of its entries are behind, of those of all grantors.
	pub place: u32,
}

/// Up to where somebody has read. With only what is final, or all that is best, that is one place. Where
/// what takes away comes before it is final, there is a second one: up to where what is final was read.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Cursor {
	/// Up to where anything was read.
	pub at: Position,
	/// The number of the final block, and the place in it, up to where everything was read.
	pub firm: Option<(BlockNumber, u32)>,
}

/// The first four bytes of a hash.
pub fn short(hash: Hash) -> u32 {
	let [a, b, c, d, ..] = hash.to_fixed_bytes();
	u32::from_be_bytes([a, b, c, d])
}

impl Position {
	/// A place in a block.
	pub fn new(number: BlockNumber, hash: Hash, place: u32) -> Self {
		Self {
			number,
			hash: short(hash),
			place,
		}
	}
}

impl From<Position> for Cursor {
	fn from(at: Position) -> Self {
		Self { at, firm: None }
	}
}

impl fmt::Display for Position {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		write!(f, "f1.{}.{:08x}.{}", self.number, self.hash, self.place)
	}
}

impl fmt::Display for Cursor {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		self.at.fmt(f)?;
		match self.firm {
			Some((number, place)) => write!(f, ".{number}.{place}"),
			None => Ok(()),
		}
	}
}

/// A text is no cursor.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct NotACursor;

impl fmt::Display for NotACursor {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str("no cursor: write the one that an answer gave, or the id of an entry")
	}
}

impl FromStr for Cursor {
	type Err = NotACursor;

	fn from_str(text: &str) -> Result<Self, NotACursor> {
		let number = |text: &str| text.parse::<u32>().map_err(|_| NotACursor);
		let parts: Vec<_> = text.split('.').collect();
		let (at, firm) = match parts[..] {
			["f1", block, hash, place] => ((block, hash, place), None),
			["f1", block, hash, place, firm, entry] => {
				((block, hash, place), Some((number(firm)?, number(entry)?)))
			}
			_ => return Err(NotACursor),
		};
		if at.1.len() != 8 {
			return Err(NotACursor);
		}
		Ok(Self {
			at: Position {
				number: number(at.0)?,
				hash: u32::from_str_radix(at.1, 16).map_err(|_| NotACursor)?,
				place: number(at.2)?,
			},
			firm,
		})
	}
}
