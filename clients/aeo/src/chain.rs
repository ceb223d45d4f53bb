//! What a node says of the chain, by its JSON-RPC: docs/developer/queries.md.

use crate::{
	failure::{Failure, Kind},
	web::Web,
};
use aeo_primitives::{
	recognition::ConsentNeed, AgreementId, CertificateNumber, DataClasses, Date, Territory,
	TraderId,
};
use aeo_sealing::{OnChain, PublicKey, Shared, SharedCertificate};
use codec::Decode;
use primitive_types::H256;
use serde::{de::DeserializeOwned, Deserialize, Serialize};
use serde_json::{json, Value};
use std::collections::{BTreeMap, BTreeSet};

pub mod storage;

/// What a node answers to a method that it doesn't have.
const NO_SUCH_METHOD: i64 = -32601;

/// Certificates on a page of `aeo_shared`.
const PAGE: usize = 50;

/// Keys or values that are asked for at once.
const KEYS: usize = 1_000;

/// Whether the last list of an issuer for a reader is what that one can open, and may have.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum Standing {
	/// Its reader may read nothing.
	NotEntitled,
	/// Its reader has another key since.
	Outdated,
	/// Its reader opens it with its present key.
	Current,
}

/// The last list of an issuer for a reader.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct ListStatus {
	/// Whose certificates it is about.
	pub issuer: Territory,
	/// Who can open it.
	pub reader: Territory,
	/// Counts the lists of this issuer for this reader, from 1.
	pub sequence: u32,
	/// The key to which it is sealed.
	pub sealed_to: H256,
	/// The root over its pages.
	pub root: H256,
	/// How many pages it has.
	pub pages: u32,
	/// The number of the block on whose state it was made.
	pub as_of: u32,
	/// The number of the block in which it was published.
	pub block: u32,
	/// The time of that block, milliseconds UTC.
	pub at: u64,
	/// Where the issuer's files are; none where it doesn't say.
	pub source: Option<String>,
	/// Whether it is what its reader can open, and may have.
	pub standing: Standing,
}

impl ListStatus {
	/// Returns what the library checks a list against.
	pub const fn on_chain(&self, genesis: H256) -> OnChain {
		OnChain {
			genesis,
			issuer: self.issuer,
			reader: self.reader,
			sequence: self.sequence,
			root: self.root,
			pages: self.pages,
		}
	}
}

/// The lists of an administration.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq)]
pub struct ListReport {
	/// Those that it has published, by reader.
	pub given: Vec<ListStatus>,
	/// Those that are for it, by issuer.
	pub received: Vec<ListStatus>,
}

impl ListReport {
	/// Returns the list that the administration has published for a reader.
	pub fn to(self, reader: Territory) -> Option<ListStatus> {
		self.given.into_iter().find(|list| list.reader == reader)
	}

	/// Returns the list that the administration got of an issuer.
	pub fn of(self, issuer: Territory) -> Option<ListStatus> {
		self.received.into_iter().find(|list| list.issuer == issuer)
	}
}

/// What is shared of a certificate under a leg.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct LegSharing {
	/// The agreement.
	pub agreement: AgreementId,
	/// Who reads under it.
	pub reader: Territory,
	/// What it discloses, of certificates that it covers.
	pub classes: DataClasses,
	/// Whether it is in force.
	pub in_force: bool,
	/// Whether it needs the holder's consent.
	pub consent: ConsentNeed,
	/// Whether that is given, needed or not.
	pub given: bool,
	/// When the holder last said something that covers it, milliseconds UTC.
	pub since: Option<u64>,
	/// Whether an officer said so, with the holder's paper.
	pub on_paper: bool,
	/// What is shared under it now.
	pub shared: DataClasses,
}

/// A row of `aeo_shared`.
#[derive(Deserialize)]
struct Row {
	ordinal: u32,
	number: CertificateNumber,
	classes: DataClasses,
}

/// An answer with the block that it is of.
#[derive(Deserialize)]
struct Reply<T> {
	finalised: bool,
	stale: bool,
	answer: T,
}

#[derive(Deserialize)]
struct Refusal {
	code: i64,
	message: String,
}

/// A node, and the final block on whose state it is asked.
pub struct Node<'a> {
	web: &'a Web,
	url: &'a str,
	/// The hash of the chain's genesis block.
	pub genesis: H256,
	/// The number of the last final block.
	pub last_final: u32,
	/// Its hash.
	last_final_hash: H256,
}

/// Returns the key under which it is stored to which trader an account is linked; the value begins with its id.
pub fn linked_account(account: &[u8; 32]) -> String {
	let hash = sp_crypto_hashing::blake2_128(account);
	let map = storage::prefix("Identities", "Accounts");
	storage::written(&[&map[..], &hash, account].concat())
}

/// Returns the bytes that a node writes; none where it is no such text.
pub fn bytes(text: &str) -> Option<Vec<u8>> {
	storage::read(text)
}

/// The header of a block.
#[derive(Deserialize)]
struct Header {
	/// `0x5a`.
	number: String,
}

impl<'a> Node<'a> {
	/// Returns the node at an address.
	///
	/// # Errors
	///
	/// It does not answer.
	pub fn connect(web: &'a Web, url: &'a str) -> Result<Self, Failure> {
		let genesis = call(web, url, "chain_getBlockHash", &json!([0]))?;
		let last_final_hash: H256 = call(web, url, "chain_getFinalizedHead", &json!([]))?;
		let header: Header = call(web, url, "chain_getHeader", &json!([last_final_hash]))?;
		let last_final = number(&header.number)
			.ok_or_else(|| Failure::no_answer(url, format!("block {}", header.number)))?;
		Ok(Self {
			web,
			url,
			genesis,
			last_final,
			last_final_hash,
		})
	}

	/// Returns the lists of an administration, on final state.
	///
	/// # Errors
	///
	/// The node is behind its chain, or does not answer.
	pub fn lists(&self, administration: Territory) -> Result<ListReport, Failure> {
		// An answer about a block that is named is never stale: the present is asked about first.
		let present: Reply<Value> = self.call("aeo_lists", &json!([administration]))?;
		if present.stale {
			let details = [("address", self.url.to_owned())];
			return Err(Failure::with(Kind::NodeBehind, details));
		}
		let arguments = json!([administration, self.last_final]);
		let reply: Reply<_> = self.call("aeo_lists", &arguments)?;
		Ok(reply.answer)
	}

	/// Returns the lists of an administration at a block of this number, which is final.
	///
	/// # Errors
	///
	/// The block is not final, the node does not answer, or keeps that state no more.
	pub fn lists_at(&self, administration: Territory, block: u32) -> Result<ListReport, Failure> {
		let reply: Reply<_> = self.call("aeo_lists", &json!([administration, block]))?;
		if reply.finalised {
			Ok(reply.answer)
		} else {
			let details = [("block", block.to_string())];
			Err(Failure::with(Kind::NotFinal, details))
		}
	}

	/// Returns what a reader may read of an issuer's certificates on the last final state, or at a block.
	///
	/// # Errors
	///
	/// The node does not answer, or keeps that state no more.
	pub fn shared(
		&self,
		issuer: Territory,
		reader: Territory,
		at: Option<u32>,
	) -> Result<Shared, Failure> {
		let at = at.unwrap_or(self.last_final);
		let mut shared = Shared::new();
		for page in 0_u32.. {
			let arguments = json!([issuer, reader, page, at]);
			let reply: Reply<Vec<Row>> = self.call("aeo_shared", &arguments)?;
			let rows = reply.answer.len();
			shared.extend(reply.answer.into_iter().map(|row| {
				let certificate = SharedCertificate {
					ordinal: row.ordinal,
					classes: row.classes,
				};
				(row.number, certificate)
			}));
			if rows < PAGE {
				break;
			}
		}
		Ok(shared)
	}

	/// Returns with whom a certificate is shared, by leg, on the last final state.
	///
	/// # Errors
	///
	/// The node does not answer.
	pub fn sharing(
		&self,
		issuer: Territory,
		number: &CertificateNumber,
	) -> Result<Vec<LegSharing>, Failure> {
		let arguments = json!([issuer, number, self.last_final]);
		let reply: Reply<_> = self.call("aeo_sharing", &arguments)?;
		Ok(reply.answer)
	}

	/// Returns the readers to whom a leg in force discloses something of an issuer's; `number` is any of its
	/// certificates. To all others nothing is shared of any, whatever the holders say.
	///
	/// # Errors
	///
	/// The node does not answer.
	pub fn disclosed_to(
		&self,
		issuer: Territory,
		number: &CertificateNumber,
	) -> Result<BTreeSet<Territory>, Failure> {
		let legs = self.sharing(issuer, number)?.into_iter();
		Ok(legs
			.filter(|leg| leg.in_force && !leg.classes.is_empty())
			.map(|leg| leg.reader)
			.collect())
	}

	/// Returns the keys of all holders that have registered one, on the last final state.
	///
	/// # Errors
	///
	/// The node does not answer, or stores them in another form than this release reads.
	pub fn holder_keys(&self) -> Result<BTreeMap<TraderId, PublicKey>, Failure> {
		let map = storage::prefix("Disclosures", "HolderKeys");
		let mut keys = BTreeMap::new();
		for (key, value) in self.stored_under(&map)? {
			let trader = storage::last_hash(&key).ok_or_else(|| self.other_form("HolderKeys"))?;
			let (key, _since): (H256, u32) = self.decode("HolderKeys", &value)?;
			keys.insert(trader, PublicKey(key));
		}
		Ok(keys)
	}

	/// Returns the certificates of traders in an issuer's index, on the last final state: all that are
	/// live, and the latest of each type.
	///
	/// # Errors
	///
	/// The node does not answer, or stores them in another form than this release reads.
	pub fn holdings(
		&self,
		issuer: Territory,
		traders: impl Iterator<Item = TraderId>,
	) -> Result<BTreeMap<TraderId, Vec<CertificateNumber>>, Failure> {
		let map = storage::prefix("Certificates", "Holdings");
		let traders: Vec<_> = traders.collect();
		let keys: Vec<_> = traders
			.iter()
			.map(|trader| [&*map, &storage::twox(&issuer), trader.as_bytes()].concat())
			.collect();
		let mut holdings = BTreeMap::new();
		for (trader, value) in traders.into_iter().zip(self.stored(&keys)?) {
			if let Some(value) = value {
				holdings.insert(trader, self.decode("Holdings", &value)?);
			}
		}
		Ok(holdings)
	}

	/// Returns root and number of the uses that a grantor has recorded sealed as this period, counted from
	/// 0, on the last final state; none where there is no such period.
	///
	/// # Errors
	///
	/// The node does not answer, or stores them in another form than this release reads.
	pub fn sealed_period(
		&self,
		grantor: Territory,
		period: u32,
	) -> Result<Option<SealedPeriod>, Failure> {
		let map = storage::prefix("Benefits", "SealedRecords");
		let key = [map, storage::twox(&grantor), storage::twox(&period)].concat();
		let value = self.stored(&[key])?.into_iter().next().flatten();
		value.map(|value| self.read_period(&value)).transpose()
	}

	/// Returns the periods whose uses a grantor has recorded sealed, by their numbers, on the last final state.
	///
	/// # Errors
	///
	/// The node does not answer, or stores them in another form than this release reads.
	pub fn sealed_periods(
		&self,
		grantor: Territory,
	) -> Result<BTreeMap<u32, SealedPeriod>, Failure> {
		let map = storage::prefix("Benefits", "SealedRecords");
		let all = self.stored_under(&[map, storage::twox(&grantor)].concat())?;
		let periods = all.into_iter().map(|(key, value)| {
			let number = storage::last_number(&key);
			let number = number.ok_or_else(|| self.other_form("SealedRecords"))?;
			Ok((number, self.read_period(&value)?))
		});
		periods.collect()
	}

	fn read_period(&self, value: &[u8]) -> Result<SealedPeriod, Failure> {
		let (_days, root, leaves): ((Date, Date), H256, u32) =
			self.decode("SealedRecords", value)?;
		Ok(SealedPeriod { root, leaves })
	}

	/// Returns all keys and values under the beginning of a key.
	fn stored_under(&self, prefix: &[u8]) -> Result<Vec<Stored>, Failure> {
		let mut all = Vec::new();
		let mut start: Option<String> = None;
		loop {
			let arguments = json!([storage::written(prefix), KEYS, start, self.last_final_hash]);
			let keys: Vec<String> = self.call("state_getKeysPaged", &arguments)?;
			let Some(last) = keys.last() else {
				return Ok(all);
			};
			start = Some(last.clone());
			let keys = keys
				.iter()
				.map(|key| storage::read(key))
				.collect::<Option<Vec<_>>>();
			let keys = keys.ok_or_else(|| self.other_form("keys"))?;
			let values = self.stored(&keys)?;
			let pairs = keys.into_iter().zip(values);
			all.extend(pairs.filter_map(|(key, value)| Some((key, value?))));
		}
	}

	/// Returns the values of keys, in their order.
	fn stored(&self, keys: &[Vec<u8>]) -> Result<Vec<Option<Vec<u8>>>, Failure> {
		let mut values = Vec::with_capacity(keys.len());
		for keys in keys.chunks(KEYS) {
			let keys: Vec<_> = keys.iter().map(|key| storage::written(key)).collect();
			let arguments = json!([keys, self.last_final_hash]);
			let sets: Vec<ChangeSet> = self.call("state_queryStorageAt", &arguments)?;
			let found: BTreeMap<_, _> = sets.into_iter().flat_map(|set| set.changes).collect();
			for key in &keys {
				let value = found.get(key).and_then(Option::as_deref);
				let bytes = value
					.map(|value| storage::read(value).ok_or_else(|| self.other_form("values")));
				values.push(bytes.transpose()?);
			}
		}
		Ok(values)
	}

	fn decode<T: Decode>(&self, map: &str, value: &[u8]) -> Result<T, Failure> {
		T::decode(&mut &*value).map_err(|_| self.other_form(map))
	}

	fn other_form(&self, what: &str) -> Failure {
		Failure::no_answer(
			self.url,
			format!("{what} in a form that this release does not read"),
		)
	}

	fn call<T: DeserializeOwned>(&self, method: &str, arguments: &Value) -> Result<T, Failure> {
		call(self.web, self.url, method, arguments)
	}
}

/// What is under the root of a period of sealed uses.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct SealedPeriod {
	/// The root.
	pub root: H256,
	/// How many uses there are under it.
	pub leaves: u32,
}

/// A key and its value.
type Stored = (Vec<u8>, Vec<u8>);

/// Values at a block.
#[derive(Deserialize)]
struct ChangeSet {
	changes: Vec<(String, Option<String>)>,
}

/// Returns the number that a node writes with hexadecimal digits.
pub fn number(text: &str) -> Option<u32> {
	u32::from_str_radix(text.strip_prefix("0x")?, 16).ok()
}

/// Asks a node one question.
pub fn call<T: DeserializeOwned>(
	web: &Web,
	url: &str,
	method: &str,
	arguments: &Value,
) -> Result<T, Failure> {
	let question = json!({"jsonrpc": "2.0", "id": 1, "method": method, "params": arguments});
	result_of(&web.ask(url, &question)?).map_err(|why| match why {
		NoResult::Refused { code, why } => Failure::with(refusal_of(code), [("why", why)]),
		NoResult::NoSuchQuestion => Failure::with(Kind::NotOurNode, [("address", url.to_owned())]),
		NoResult::NotUnderstood(why) => Failure::no_answer(url, why),
	})
}

/// What it means that a node refuses with a number of its own: docs/developer/queries.md.
const fn refusal_of(code: i64) -> Kind {
	match code {
		9001 => Kind::NoStateKept,
		9002 => Kind::BlockUnknown,
		9012 => Kind::NoFinalityKept,
		_ => Kind::NodeRefuses,
	}
}

/// Why an answer has no result.
#[derive(Debug, Eq, PartialEq)]
enum NoResult {
	/// The node refuses, with this number and sentence.
	Refused {
		/// The number.
		code: i64,
		/// The sentence.
		why: String,
	},
	/// The node has no such question: it is of another chain, or of an early release.
	NoSuchQuestion,
	/// It is no answer to such a question.
	NotUnderstood(String),
}

/// Returns the result of an answer.
fn result_of<T: DeserializeOwned>(answer: &[u8]) -> Result<T, NoResult> {
	let not_understood = |error: serde_json::Error| NoResult::NotUnderstood(error.to_string());
	let mut answer: Value = serde_json::from_slice(answer).map_err(not_understood)?;
	if let Some(error) = answer.get("error") {
		let refusal = Refusal::deserialize(error).map_err(not_understood)?;
		return Err(match refusal.code {
			NO_SUCH_METHOD => NoResult::NoSuchQuestion,
			code => NoResult::Refused {
				code,
				why: refusal.message,
			},
		});
	}
	let result = answer.get_mut("result").map(Value::take);
	serde_json::from_value(result.unwrap_or_default()).map_err(not_understood)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn answers_should_be_told_apart() {
		assert_eq!(result_of::<u32>(br#"{"result":7}"#), Ok(7));
		assert_eq!(
			result_of::<u32>(br#"{"error":{"code":9001,"message":"no state"}}"#),
			Err(NoResult::Refused {
				code: 9001,
				why: "no state".into()
			})
		);
		assert_eq!(
			result_of::<u32>(br#"{"error":{"code":-32601,"message":"Method not found"}}"#),
			Err(NoResult::NoSuchQuestion)
		);
		for other in ["", "{}", "[]", "7", r#"{"result":"7"}"#, r#"{"error":1}"#] {
			assert!(
				matches!(
					result_of::<u32>(other.as_bytes()),
					Err(NoResult::NotUnderstood(_))
				),
				"{other}"
			);
		}
	}

	#[test]
	fn what_a_node_refuses_should_be_told_apart() {
		let kinds = [9001, 9002, 9012, 9003, -32602].map(refusal_of);
		let expected = [
			Kind::NoStateKept,
			Kind::BlockUnknown,
			Kind::NoFinalityKept,
			Kind::NodeRefuses,
			Kind::NodeRefuses,
		];
		assert_eq!(kinds, expected);
	}

	#[test]
	fn numbers_of_blocks_should_be_read() {
		assert_eq!(number("0x5a"), Some(90));
		assert_eq!(number("0xffffffff"), Some(u32::MAX));
		for other in ["", "5a", "0x", "0x100000000", "0xzz"] {
			assert_eq!(number(other), None, "{other}");
		}
	}

	#[test]
	fn lists_should_be_read_as_a_node_writes_them() {
		let text = r#"{"given":[],"received":[{"issuer":"MX","reader":"CR","sequence":3,
			"sealed_to":"0x0101010101010101010101010101010101010101010101010101010101010101",
			"root":"0x0202020202020202020202020202020202020202020202020202020202020202","pages":4,
			"as_of":5,"block":6,"at":7,"source":null,"standing":"Current","later_field":1}]}"#;
		let report: ListReport = serde_json::from_str(text).expect("understood");
		let list = report.clone().of(Territory::MX).expect("there");
		assert_eq!((list.sequence, list.pages, list.as_of), (3, 4, 5));
		assert_eq!(list.standing, Standing::Current);
		assert_eq!(report.of(Territory::CR), None);
	}
}
