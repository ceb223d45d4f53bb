//! What a node gives for a receipt, put together.

use super::trust::CODE;
use crate::{
	ask::Asking,
	failure::{Failure, Kind},
};
use aeo_primitives::{CertificateNumber, Territory};
use aeo_receipt::{
	credential, Error, HandOff, Header, Receipt, State, Told, Values, MAX_HAND_OFFS,
};
use primitive_types::H256;
use serde::{Deserialize, Deserializer};
use serde_json::{json, Value};
use std::{cell::RefCell, collections::BTreeSet};

/// The most hand-offs that are followed: validators of many years.
const MOST: usize = 65_536;

/// Bytes in hexadecimal digits.
struct Bytes(Vec<u8>);

impl<'a> Deserialize<'a> for Bytes {
	fn deserialize<D: Deserializer<'a>>(deserializer: D) -> Result<Self, D::Error> {
		let text = String::deserialize(deserializer)?;
		let bytes = aeo_sealing::hex::bytes(&text);
		bytes
			.map(Self)
			.ok_or_else(|| serde::de::Error::custom("no hexadecimal digits"))
	}
}

/// What `aeo_receipt` gives.
#[derive(Deserialize)]
struct Made {
	block_number: u32,
	genesis: H256,
	set: u64,
	headers: Vec<Bytes>,
	justification: Bytes,
	specification: u32,
	code: H256,
	question: Question,
	answer: Bytes,
	proof: Vec<Bytes>,
}

#[derive(Deserialize)]
struct Question {
	function: String,
	arguments: Bytes,
}

/// What `aeo_handOffs` gives.
#[derive(Deserialize)]
struct Page {
	hand_offs: Vec<Handed>,
	next: Option<u64>,
	forced: Option<u64>,
}

#[derive(Deserialize)]
struct Handed {
	set: u64,
	header: Bytes,
	justification: Bytes,
}

/// Asks how the office passed on, from a set up to another one, or to the present one.
///
/// # Errors
///
/// The node doesn't tell, or has no way from the one to the other.
pub fn hand_offs(asking: &Asking, from: u64, to: Option<u64>) -> Result<Vec<HandOff>, Failure> {
	way(from, to, |set| asking.node("aeo_handOffs", &json!([set])))
}

/// Puts pages together, each of which must lead on: a node that leads nowhere is not followed.
fn way(
	from: u64,
	to: Option<u64>,
	ask: impl Fn(u64) -> Result<Page, Failure>,
) -> Result<Vec<HandOff>, Failure> {
	let is_wanted = |set: u64| to.is_none_or(|to| set < to);
	let no_way = |set: u64| Failure::with(Kind::NoWayOfOffice, [("set", set.to_string())]);
	let mut all = Vec::new();
	let mut reached = from;
	let mut next = Some(from).filter(|from| is_wanted(*from));
	while let Some(set) = next {
		let page = ask(set)?;
		for one in page.hand_offs.into_iter().filter(|one| is_wanted(one.set)) {
			// They follow each other without a gap, so every page is a step, and the last one is the end.
			if one.set != reached {
				return Err(no_way(reached));
			}
			reached = reached.saturating_add(1);
			all.push(HandOff {
				header: one.header.0.into(),
				justification: one.justification.0.into(),
			});
			if all.len() > MOST {
				return Err(no_way(reached));
			}
		}
		// Who was forced follows from nobody; and a node that lacks a proof says the same.
		let forced = page
			.forced
			.filter(|forced| to.is_none_or(|to| *forced <= to));
		if forced.is_some() {
			return Err(no_way(reached));
		}
		next = page.next.filter(|next| is_wanted(*next));
		if next.is_some_and(|next| next <= set || next != reached) {
			return Err(no_way(reached));
		}
	}
	if to.is_some_and(|to| reached < to) {
		return Err(no_way(reached));
	}
	Ok(all)
}

/// Asks a node for all that a receipt is made of, for who trusts the validators of a set, and returns it with the number
/// of its block.
///
/// # Errors
///
/// The node refuses, or doesn't answer.
pub fn receipt(asking: &Asking, asked: &Value, from: u64) -> Result<(Receipt, u32), Failure> {
	let made: Made = asking.node("aeo_receipt", asked)?;
	let way = hand_offs(asking, from, Some(made.set))?;
	// Nobody would read it.
	if way.len() > MAX_HAND_OFFS {
		return Err(Error::TooLong.into());
	}
	let receipt = Receipt {
		genesis: made.genesis.0.into(),
		hand_offs: way,
		set: made.set,
		headers: all(made.headers),
		justification: made.justification.0.into(),
		specification: made.specification,
		code: made.code.0.into(),
		question: Told {
			function: made.question.function,
			arguments: made.question.arguments.0.into(),
		},
		answer: made.answer.0.into(),
		proof: all(made.proof),
	};
	Ok((receipt, made.block_number))
}

/// What `state_getReadProof` gives.
#[derive(Deserialize)]
struct ReadProof {
	proof: Vec<Bytes>,
}

/// Values of the state of a block, from the node, each of which is noted down.
struct Noted<'a> {
	asking: &'a Asking,
	block: H256,
	keys: RefCell<BTreeSet<Vec<u8>>>,
	/// Why the node gave none.
	failed: RefCell<Option<Failure>>,
}

impl Noted<'_> {
	fn read(&self, key: &[u8]) -> Result<Option<Vec<u8>>, Failure> {
		let key = format!("0x{}", aeo_sealing::hex::digits(key));
		let arguments = json!([key, self.block]);
		let value: Option<Bytes> = self.asking.node("state_getStorage", &arguments)?;
		Ok(value.map(|value| value.0))
	}
}

impl Values for Noted<'_> {
	fn get(&self, key: &[u8]) -> Result<Option<Vec<u8>>, Error> {
		self.keys.borrow_mut().insert(key.to_vec());
		self.read(key).map_err(|failure| {
			*self.failed.borrow_mut() = Some(failure);
			Error::NotProven
		})
	}
}

/// Adds to the receipt of a certificate what its credentials are checked by: the runtime is asked here, and what it reads
/// is proven too. It stays a receipt of the certificate for who asks no more.
///
/// # Errors
///
/// The node doesn't answer, or the runtime doesn't.
pub fn with_credential(
	asking: &Asking,
	receipt: &mut Receipt,
	issuer: Territory,
	number: &CertificateNumber,
) -> Result<(), Failure> {
	let header = receipt.headers.first().ok_or(Error::HeaderCount)?;
	let header = Header::read(header)?;
	let state = State::new(
		header.state,
		receipt.proof.iter().map(|node| node.as_slice()),
	)?;
	let block = header.hash();
	let code: Bytes = asking.node("state_getStorage", &json!([CODE, block]))?;
	let noted = Noted {
		asking,
		block,
		keys: RefCell::default(),
		failed: RefCell::default(),
	};
	let asked = credential::ask(&code.0, &state, &noted, issuer, number);
	if let Some(failure) = noted.failed.take() {
		return Err(failure);
	}
	asked?;
	let keys: Vec<_> = noted
		.keys
		.take()
		.iter()
		.map(|key| format!("0x{}", aeo_sealing::hex::digits(key)))
		.collect();
	let read: ReadProof = asking.node("state_getReadProof", &json!([keys, block]))?;
	let known: BTreeSet<_> = receipt.proof.iter().map(|node| node.to_vec()).collect();
	let more = read
		.proof
		.into_iter()
		.map(|node| node.0)
		.filter(|node| !known.contains(node));
	receipt.proof.extend(more.map(Into::into));
	Ok(())
}

fn all<T: From<Vec<u8>>>(pieces: Vec<Bytes>) -> Vec<T> {
	pieces.into_iter().map(|piece| piece.0.into()).collect()
}

#[cfg(test)]
mod tests {
	use super::*;

	fn page(sets: std::ops::Range<u64>, next: Option<u64>, forced: Option<u64>) -> Page {
		let handed = |set| Handed {
			set,
			header: Bytes(vec![1]),
			justification: Bytes(vec![2]),
		};
		Page {
			hand_offs: sets.map(handed).collect(),
			next,
			forced,
		}
	}

	fn count(to: Option<u64>, ask: impl Fn(u64) -> Page) -> Result<usize, bool> {
		way(0, to, |set| Ok(ask(set)))
			.map(|way| way.len())
			.map_err(|failure| failure.is(Kind::NoWayOfOffice))
	}

	#[test]
	fn pages_should_lead_from_the_one_set_to_the_other() {
		let honest = |set: u64| page(set..set + 50, (set < 250).then_some(set + 50), None);
		assert_eq!(count(None, honest), Ok(300));
		assert_eq!(count(Some(120), honest), Ok(120));
		assert_eq!(count(Some(0), |_| panic!("nothing is to be asked")), Ok(0));
	}

	#[test]
	fn a_node_that_leads_nowhere_should_not_be_followed() {
		for ask in [
			|set: u64| page(set..set, Some(set), None),
			|set: u64| page(set..set, Some(set + 1), None),
			|set: u64| page(set..set + 1, Some(set), None),
			|set: u64| page(set..set, None, Some(set)),
			|set: u64| page(set..set + 1, None, Some(set + 2)),
			|set: u64| page(set + 1..set + 3, None, None),
			|set: u64| page(set..set + 2, None, None),
		] {
			assert_eq!(count(Some(9), ask), Err(true));
		}
	}
}
