//! What a verifier holds: the chain, and the validators that it knows.

use crate::{
	file::HandOff,
	finality::{Authorities, Justification},
	Error, Header,
};
use alloc::vec::Vec;
use primitive_types::H256;
use serde::{Deserialize, Serialize};

/// A set of validators that is known.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct KnownSet {
	/// Its number.
	pub set: u64,
	/// Who is in it.
	#[serde(with = "written")]
	pub validators: Authorities,
	/// The last block of which it decides, once that is known.
	pub last: Option<u32>,
}

/// What is trusted; as JSON where it is kept.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(try_from = "Written")]
pub struct Trust {
	/// The hash of the chain's first block.
	pub genesis: H256,
	/// The anchor, and the sets after it as far as they are known, without a gap.
	sets: Vec<KnownSet>,
}

/// The same, before it was looked at.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
	genesis: H256,
	sets: Vec<KnownSet>,
}

impl TryFrom<Written> for Trust {
	type Error = &'static str;

	fn try_from(Written { genesis, sets }: Written) -> Result<Self, &'static str> {
		Self::of(genesis, sets).ok_or("the sets of validators do not follow each other")
	}
}

/// Keys of validators in hexadecimal digits.
mod written {
	use super::{Authorities, H256};
	use alloc::vec::Vec;
	use serde::{Deserialize, Deserializer, Serialize, Serializer};

	pub fn serialize<S: Serializer>(
		validators: &Authorities,
		serializer: S,
	) -> Result<S::Ok, S::Error> {
		let written: Vec<_> = validators
			.iter()
			.map(|(key, weight)| (H256(*key), weight))
			.collect();
		written.serialize(serializer)
	}

	pub fn deserialize<'a, D: Deserializer<'a>>(deserializer: D) -> Result<Authorities, D::Error> {
		let written = Vec::<(H256, u64)>::deserialize(deserializer)?;
		Ok(written
			.into_iter()
			.map(|(key, weight)| (key.0, weight))
			.collect())
	}
}

impl Trust {
	/// Trusts the validators of one set, from which all later ones follow.
	pub fn new(genesis: H256, set: u64, validators: Authorities) -> Self {
		let anchor = KnownSet {
			set,
			validators,
			last: None,
		};
		Self {
			genesis,
			sets: Vec::from([anchor]),
		}
	}

	/// Trusts sets that were written down: none where they are none, or don't follow each other.
	fn of(genesis: H256, sets: Vec<KnownSet>) -> Option<Self> {
		let first = sets.first()?.set;
		let follow = (first..)
			.zip(&sets)
			.all(|(number, known)| known.set == number);
		let rise = sets.windows(2).all(|pair| {
			pair[0].last.is_some() && (pair[1].last.is_none() || pair[0].last < pair[1].last)
		});
		(follow && rise).then_some(Self { genesis, sets })
	}

	/// Returns the sets that are known, the earliest first.
	pub fn sets(&self) -> &[KnownSet] {
		&self.sets
	}

	/// Returns the latest set that is known.
	pub fn latest(&self) -> Option<&KnownSet> {
		self.sets.last()
	}

	fn known(&self, set: u64) -> Option<&KnownSet> {
		self.sets.iter().find(|known| known.set == set)
	}

	/// Goes by hand-offs to the validators of `set`; the first of them is of the set that is as many sets
	/// before. What lies before the anchor is passed over. Returns what is then known.
	///
	/// # Errors
	///
	/// A hand-off is not what it says, contradicts what is known, or the way doesn't begin at a set that is.
	pub fn follow(&self, hand_offs: &[HandOff], set: u64) -> Result<Self, Error> {
		let unknown = || Error::UnknownValidators { set };
		let count = u64::try_from(hand_offs.len()).map_err(|_| unknown())?;
		let first = set.checked_sub(count).ok_or_else(unknown)?;
		let mut trust = self.clone();
		let anchor = trust.sets.first().ok_or_else(unknown)?.set;
		for (set, hand_off) in (first..set).zip(hand_offs) {
			if set >= anchor {
				trust.learn(set, hand_off)?;
			}
		}
		match trust.known(set) {
			Some(_) => Ok(trust),
			None => Err(unknown()),
		}
	}

	/// Learns by the last block of a set who is in the next one.
	fn learn(&mut self, set: u64, hand_off: &HandOff) -> Result<(), Error> {
		let unknown = || Error::UnknownValidators { set };
		let header = Header::read(&hand_off.header)?;
		let last = header.number;
		let known = self.known(set).ok_or_else(unknown)?;
		known.ensure_in_office(last)?;
		Justification::read(&hand_off.justification)?.ensure_final(
			&header,
			set,
			&known.validators,
		)?;
		let validators = header.hands_over_to()?;
		let next = set.checked_add(1).ok_or_else(unknown)?;
		match self.known(next) {
			// Known already: then it is the same.
			Some(known) if known.validators == validators => Ok(()),
			Some(_) => Err(Error::UnknownValidators { set: next }),
			None => {
				for known in self.sets.iter_mut().filter(|known| known.set == set) {
					known.last = Some(last);
				}
				self.sets.push(KnownSet {
					set: next,
					validators,
					last: None,
				});
				Ok(())
			}
		}
	}

	/// Checks that the validators of a set make a block final.
	///
	/// # Errors
	///
	/// They don't, are not known, or were not in office any more.
	pub fn ensure_final(
		&self,
		block: &Header,
		set: u64,
		justification: &Justification,
	) -> Result<(), Error> {
		let known = self.known(set).ok_or(Error::UnknownValidators { set })?;
		known.ensure_in_office(block.number)?;
		justification.ensure_final(block, set, &known.validators)
	}
}

impl KnownSet {
	/// Checks that the set decides of a block: keys of earlier validators may have come into other hands.
	fn ensure_in_office(&self, block: u32) -> Result<(), Error> {
		match self.last {
			Some(last) if block > last => Err(Error::NotInOffice {
				set: self.set,
				last,
			}),
			_ => Ok(()),
		}
	}
}
