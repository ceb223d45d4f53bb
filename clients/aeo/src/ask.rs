//! Questions to a node about one block, which every answer names: docs/developer/queries.md.

use crate::{
	at::{self, At},
	chain::{call, number},
	failure::{Failure, Kind},
	text::Label,
	web::Web,
	Session,
};
use primitive_types::H256;
use serde::{de::DeserializeOwned, Deserialize};
use serde_json::{json, Value};
use std::time::{SystemTime, UNIX_EPOCH};

/// Where the time of a block is stored: `Timestamp.Now`.
pub const NOW: &str = "0xf0c365c3cf59d671eb72da0e7a4113c49f1f0515f462cdcf84e0f1d6045dfcbb";

/// The present is stale when its block is so many milliseconds behind the clock of this computer: as the node's own
/// `stale` in docs/developer/queries.md. Who sends is more patient, for another node costs what is under way.
pub const STALE_AFTER: u64 = 30_000;

/// Nobody can tell how it is now when the last final block is so many milliseconds behind the clock of this computer:
/// blocks are still made then, and what they did may yet become final.
const FINAL_STALE_AFTER: u64 = 120_000;

/// A block.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Block {
	/// Its hash.
	pub hash: H256,
	/// Its number.
	pub number: u32,
	/// Its time, milliseconds UTC.
	pub time: u64,
	/// Whether it is final.
	pub is_final: bool,
}

impl Block {
	/// How many seconds it is behind the clock of this computer.
	pub fn age(&self) -> u64 {
		now().saturating_sub(self.time) / 1000
	}
}

/// A node, and the block that it is asked about.
pub struct Asking {
	web: Web,
	url: String,
	/// The hash of the chain's first block.
	pub genesis: H256,
	/// The block that is asked about.
	pub block: Block,
}

/// How a node is.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Health {
	is_syncing: bool,
}

/// The header of a block.
#[derive(Deserialize)]
struct Header {
	number: String,
}

/// What is read of an answer.
#[derive(Deserialize)]
struct Answered<T> {
	answer: T,
}

impl Asking {
	/// Asks a node about a block: the present one, if none is named.
	///
	/// # Errors
	///
	/// The node does not answer, has no such block (yet), or is behind its chain while the present is
	/// asked about.
	pub fn connect(url: &str, at: Option<At>) -> Result<Self, Failure> {
		let web = Web::new();
		let genesis = call(&web, url, "chain_getBlockHash", &json!([0]))?;
		let mut asking = Self {
			web,
			url: url.to_owned(),
			genesis,
			block: Block {
				hash: genesis,
				number: 0,
				time: 0,
				is_final: true,
			},
		};
		let best: H256 = asking.node("chain_getBlockHash", &json!([]))?;
		let present = asking.block_of(best)?;
		asking.block = match at {
			None if present.number == 0 => {
				return Err(Failure::with(
					Kind::NoBlockYet,
					[("address", url.to_owned())],
				));
			}
			None => {
				let health: Health = asking.node("system_health", &json!([]))?;
				let behind = now().saturating_sub(present.time) > STALE_AFTER;
				if health.is_syncing || behind {
					return Err(Failure::with(
						Kind::NodeBehind,
						[("address", url.to_owned())],
					));
				}
				present
			}
			Some(At::Number(number)) => asking.block_at(number)?,
			Some(At::Hash(hash)) => asking.block_of(hash)?,
			Some(At::Moment(moment)) => asking.block_before(moment, present)?,
		};
		Ok(asking)
	}

	/// Goes back to the last final block: what is there can't be undone.
	pub fn at_final(mut self) -> Result<Self, Failure> {
		let last = self.node("chain_getFinalizedHead", &json!([]))?;
		self.block = self.block_of(last)?;
		Ok(self)
	}

	/// Goes back to the last final block, which must tell how it is at present.
	pub fn at_present(self) -> Result<Self, Failure> {
		let asking = self.at_final()?;
		asking.ensure_tells(now())?;
		Ok(asking)
	}

	/// Checks that the block is final and tells how it was at a moment that has been: it is not long before it.
	pub fn ensure_tells(&self, moment: u64) -> Result<(), Failure> {
		let Block {
			number,
			time,
			is_final,
			..
		} = self.block;
		match tells(time, is_final, moment, now()) {
			Tells::It => Ok(()),
			Tells::NotYet => Err(Failure::with(Kind::NotYet, [("time", at::written(moment))])),
			Tells::NotFinal => Err(Failure::with(
				Kind::NotFinal,
				[("block", number.to_string())],
			)),
			Tells::Behind => Err(Failure::with(
				Kind::NodeBehind,
				[("address", self.url.clone())],
			)),
		}
	}

	/// Asks the node something that is about no block.
	pub fn node<T: DeserializeOwned>(&self, method: &str, arguments: &Value) -> Result<T, Failure> {
		call(&self.web, &self.url, method, arguments)
	}

	/// Asks one of the questions about the block, and returns all that the node says.
	pub fn whole(&self, method: &str, arguments: &[Value]) -> Result<Value, Failure> {
		let mut arguments = arguments.to_vec();
		arguments.push(json!(self.block.hash));
		self.node(method, &Value::Array(arguments))
	}

	/// Asks one of the questions about the block, and returns the answer.
	pub fn ask<T: DeserializeOwned>(
		&self,
		method: &str,
		arguments: &[Value],
	) -> Result<T, Failure> {
		let whole = self.whole(method, arguments)?;
		self.read(whole)
	}

	/// Reads the answer in all that a node said.
	pub fn read<T: DeserializeOwned>(&self, whole: Value) -> Result<T, Failure> {
		let answered: Answered<T> = serde_json::from_value(whole)
			.map_err(|error| Failure::no_answer(&self.url, error.to_string()))?;
		Ok(answered.answer)
	}

	/// Says of which block the answer is.
	pub fn say_block(&self, session: &Session) -> Result<(), Failure> {
		let Block {
			number,
			time,
			is_final,
			..
		} = self.block;
		let label = if is_final {
			Label::AtFinal
		} else {
			Label::AtBest
		};
		let details = [("number", number.to_string()), ("time", at::written(time))];
		session.say(&session.texts.label(label, &details))
	}

	fn block_at(&self, number: u32) -> Result<Block, Failure> {
		let hash: Option<H256> = self.node("chain_getBlockHash", &json!([number]))?;
		match hash {
			Some(hash) => self.block_of(hash),
			None => Err(no_block(&number.to_string())),
		}
	}

	fn block_of(&self, hash: H256) -> Result<Block, Failure> {
		let header: Option<Header> = self.node("chain_getHeader", &json!([hash]))?;
		let header = header.ok_or_else(|| no_block(&format!("{hash:?}")))?;
		let number = self.number(&header)?;
		let last: H256 = self.node("chain_getFinalizedHead", &json!([]))?;
		let last: Header = self.node("chain_getHeader", &json!([last]))?;
		let is_final = number <= self.number(&last)?
			&& self.node::<Option<H256>>("chain_getBlockHash", &json!([number]))? == Some(hash);
		Ok(Block {
			hash,
			number,
			time: self.time(hash)?,
			is_final,
		})
	}

	fn number(&self, header: &Header) -> Result<u32, Failure> {
		number(&header.number)
			.ok_or_else(|| Failure::no_answer(&self.url, format!("block {}", header.number)))
	}

	/// The time of a block; 0 for the first one, which has none.
	fn time(&self, hash: H256) -> Result<u64, Failure> {
		let stored: Option<String> = self.node("state_getStorage", &json!([NOW, hash]))?;
		let Some(stored) = stored else {
			return Ok(0);
		};
		let bytes = aeo_sealing::hex::bytes(&stored).and_then(|bytes| bytes.try_into().ok());
		bytes
			.map(u64::from_le_bytes)
			.ok_or_else(|| Failure::no_answer(&self.url, stored))
	}

	/// The last block whose time is not after a moment; `present` is the best one.
	fn block_before(&self, moment: u64, present: Block) -> Result<Block, Failure> {
		if moment > now() && at::day(moment) != at::day(now()) {
			return Err(Failure::with(Kind::NotYet, [("time", at::written(moment))]));
		}
		if present.time <= moment {
			return Ok(present);
		}
		// The time of `low` is not after the moment, that of `high` is.
		let (mut low, mut high) = (0, present.number);
		while high.saturating_sub(low) > 1 {
			let middle = low.midpoint(high);
			let hash: Option<H256> = self.node("chain_getBlockHash", &json!([middle]))?;
			let hash = hash.ok_or_else(|| no_block(&middle.to_string()))?;
			if self.time(hash)? <= moment {
				low = middle;
			} else {
				high = middle;
			}
		}
		if low == 0 {
			return Err(Failure::with(
				Kind::BeforeTheChain,
				[("time", at::written(moment))],
			));
		}
		self.block_at(low)
	}
}

/// Whether a block tells how it was at a moment.
#[derive(Debug, Eq, PartialEq)]
enum Tells {
	It,
	NotYet,
	NotFinal,
	Behind,
}

fn tells(time: u64, is_final: bool, moment: u64, now: u64) -> Tells {
	if moment > now {
		Tells::NotYet
	} else if !is_final {
		Tells::NotFinal
	} else if moment.saturating_sub(time) > FINAL_STALE_AFTER {
		Tells::Behind
	} else {
		Tells::It
	}
}

fn no_block(block: &str) -> Failure {
	Failure::with(Kind::NoBlock, [("block", block.to_owned())])
}

/// The clock of this computer, milliseconds UTC.
pub fn now() -> u64 {
	let elapsed = SystemTime::now()
		.duration_since(UNIX_EPOCH)
		.unwrap_or_default();
	elapsed.as_millis().try_into().unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn only_a_final_block_should_tell_and_only_of_what_has_been() {
		let now = 1_795_521_600_000;
		for (time, is_final, moment, expected) in [
			(now, true, now, Tells::It),
			(now - FINAL_STALE_AFTER, true, now, Tells::It),
			(now - FINAL_STALE_AFTER - 1, true, now, Tells::Behind),
			(now - FINAL_STALE_AFTER - 1, true, now - 1, Tells::It),
			(now, false, now, Tells::NotFinal),
			(now, true, now + 1, Tells::NotYet),
		] {
			assert_eq!(tells(time, is_final, moment, now), expected, "{expected:?}");
		}
	}
}
