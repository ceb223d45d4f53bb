//! What a receipt is made of: `aeo_receipt` puts a question to the runtime of a final block and records what
//! it reads of the state; `aeo_handOffs` tells how the office passed from one set of validators to the next.
//!
//! docs/developer/receipts.md says what becomes of it. (`grandpa_proveFinality` would not do: it answers
//! nothing until validators first change, and later with every header up to the last change.)

use super::aeo::{
	arguments::{self, form, read, refusal},
	busy, internal, NO_STATE_CODE, UNKNOWN_BLOCK_CODE,
};
use crate::limits::{Turns, RECEIPTS_AT_ONCE};
use aeo_runtime::{opaque::Block, BlockNumber, Hash, Header};
use codec::{Decode, Encode};
use jsonrpsee::{
	core::{RegisterMethodError, RpcResult},
	types::ErrorObjectOwned,
	RpcModule,
};
use sc_client_api::{AuxStore, BlockBackend, ProofProvider, StorageProvider};
use sc_consensus_grandpa::{best_justification, find_scheduled_change, SharedAuthoritySet};
use serde::Serialize;
use serde_json::{Map, Value};
use sp_blockchain::HeaderBackend;
use sp_core::{
	storage::{well_known_keys::CODE, StorageKey},
	Bytes,
};
use sp_crypto_hashing::{blake2_256, twox_128, twox_64};
use std::sync::Arc;

/// No proof of finality is kept near the block.
pub const NO_FINALITY_CODE: i32 = 9012;

/// The most blocks from the one that is asked about to the one whose finality is proven: the distance at which
/// proofs are kept.
const MAX_HEADERS: u32 = 16;

/// The most hand-offs in an answer.
const MAX_HAND_OFFS: usize = 50;

/// The engine of finality.
const GRANDPA: [u8; 4] = *b"FRNK";

/// The pallets whose values receipts are read from without the runtime: of which form these are is proven.
const FORMS: [&str; 2] = ["Certificates", "Identities"];

/// A question, as it is put to the runtime.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Question {
	/// The function of the runtime.
	pub function: &'static str,
	/// Its arguments, encoded.
	pub arguments: Bytes,
}

/// What a receipt is made of, but for the hand-offs.
#[derive(Clone, Debug, Serialize)]
pub struct Receipt {
	/// The hash of the block.
	pub block_hash: Hash,
	/// Its number.
	pub block_number: BlockNumber,
	/// The hash of the chain's first block.
	pub genesis: Hash,
	/// The set of validators that made it final.
	pub set: u64,
	/// The headers from the block to the one that was made final, 16 at most.
	pub headers: Vec<Bytes>,
	/// What makes that one final.
	pub justification: Bytes,
	/// The version of the runtime that made the block.
	pub specification: u32,
	/// blake2-256 of the runtime.
	pub code: Hash,
	/// The question.
	pub question: Question,
	/// The answer, encoded.
	pub answer: Bytes,
	/// The nodes of the state's trie that were read, and those that say of which chain, runtime, form and
	/// moment the state is.
	pub proof: Vec<Bytes>,
}

/// The last block of a set of validators, which names the next one.
#[derive(Clone, Debug, Serialize)]
pub struct HandOff {
	/// The set.
	pub set: u64,
	/// The header.
	pub header: Bytes,
	/// What makes the block final.
	pub justification: Bytes,
}

/// A page of hand-offs.
#[derive(Clone, Debug, Serialize)]
pub struct HandOffs {
	/// Those on this page, the earliest first.
	pub hand_offs: Vec<HandOff>,
	/// The set with which the next page begins, where there are more.
	pub next: Option<u64>,
	/// The set to which nobody handed over, since it was forced: whoever verifies needs it as an anchor.
	pub forced: Option<u64>,
}

/// A proof of finality: of which block it is, and its bytes.
struct Finality {
	number: BlockNumber,
	justification: Vec<u8>,
}

/// Makes receipts.
pub struct Receipts<Client> {
	client: Arc<Client>,
	authorities: SharedAuthoritySet<Hash, BlockNumber>,
	turns: Turns,
}

/// Reads `{"certificate": {…}}` or `{"evaluate": {…}}`.
pub fn question(value: Option<Value>) -> RpcResult<Question> {
	let fields: Map<String, Value> = read("question", value)?;
	let mut fields = fields.into_iter();
	let wrong = || refusal(format!("question: write {}", form("question")));
	let (Some((kind, Value::Object(mut inner))), None) = (fields.next(), fields.next()) else {
		return Err(wrong());
	};
	let mut field = |name: &str| inner.remove(name);
	let (function, arguments) = match kind.as_str() {
		"certificate" => {
			let issuer: aeo_primitives::Territory = arguments::issuer(field("issuer"))?;
			let number = arguments::number(field("number"))?;
			// Receipts name it in the one way in which it is stored.
			let number = aeo_primitives::certificate_number(&number)
				.map_err(|why| refusal(format!("number {number:?}: {why}")))?;
			("AeoApi_certificate", (issuer, number).encode())
		}
		"evaluate" => {
			let grantor = arguments::grantor(field("grantor"))?;
			let identifier = arguments::identifier(field("identifier"))?;
			let role = arguments::role(field("role"))?;
			let direction = arguments::direction(field("direction"))?;
			(
				"AeoApi_evaluate",
				(grantor, identifier, role, direction).encode(),
			)
		}
		_ => return Err(wrong()),
	};
	match inner.keys().next() {
		Some(name) => Err(refusal(format!(
			"question: {name:?} is none of its fields; write {}",
			form("question")
		))),
		None => Ok(Question {
			function,
			arguments: arguments.into(),
		}),
	}
}

/// Returns the set that decides of a block, where `changes` are the sets with their last blocks and `present`
/// is the set now: none where this node doesn't know.
fn set_of<'a>(
	changes: Option<impl Iterator<Item = &'a (u64, BlockNumber)>>,
	present: u64,
) -> Option<u64> {
	Some(changes?.next().map_or(present, |(set, _)| *set))
}

/// The key of a value of a pallet.
fn key(pallet: &str, name: &str) -> Vec<u8> {
	[twox_128(pallet.as_bytes()), twox_128(name.as_bytes())].concat()
}

/// The version of the runtime that made a block.
fn specification_key() -> Vec<u8> {
	key("System", "LastRuntimeUpgrade")
}

/// What every receipt proves besides what its question reads: of which chain, runtime, form and moment the
/// state is.
fn evidence() -> Vec<Vec<u8>> {
	let first = BlockNumber::default().encode();
	let first_block = [key("System", "BlockHash"), twox_64(&first).to_vec(), first].concat();
	let forms = FORMS.map(|pallet| key(pallet, ":__STORAGE_VERSION__:"));
	[
		vec![
			CODE.to_vec(),
			first_block,
			specification_key(),
			key("Timestamp", "Now"),
		],
		forms.to_vec(),
	]
	.concat()
}

fn no_state() -> ErrorObjectOwned {
	let sentence =
		"at: this node does not keep the state of this block (any more); ask a node that was \
		started with --state-pruning archive-canonical";
	ErrorObjectOwned::owned(NO_STATE_CODE, sentence, None::<()>)
}

/// No proof is kept of what is named.
fn no_finality(of: &str) -> ErrorObjectOwned {
	let sentence = format!(
		"no proof of finality is kept for {of}: ask in a minute, about another block, or ask another node"
	);
	ErrorObjectOwned::owned(NO_FINALITY_CODE, sentence, None::<()>)
}

fn unknown_block(block: impl std::fmt::Display) -> ErrorObjectOwned {
	let sentence = format!("at: this node knows no final block {block}; ask when it is final");
	ErrorObjectOwned::owned(UNKNOWN_BLOCK_CODE, sentence, None::<()>)
}

impl<Client> Receipts<Client>
where
	Client: AuxStore
		+ BlockBackend<Block>
		+ HeaderBackend<Block>
		+ ProofProvider<Block>
		+ StorageProvider<Block, crate::client::FullBackend>
		+ Send
		+ Sync
		+ 'static,
{
	/// Makes receipts of the states that this node holds.
	pub fn new(client: Arc<Client>, authorities: SharedAuthoritySet<Hash, BlockNumber>) -> Self {
		Self {
			client,
			authorities,
			turns: Turns::of(RECEIPTS_AT_ONCE),
		}
	}

	/// The methods.
	///
	/// # Errors
	///
	/// Two methods have the same name.
	pub fn into_rpc(self) -> Result<RpcModule<Self>, RegisterMethodError> {
		let mut module = RpcModule::new(self);
		module.register_blocking_method("aeo_receipt", |params, receipts, _| {
			let [asked, at] = arguments::given(&params, ["question", "at"])?;
			let question = question(asked)?;
			let _turn = receipts
				.turns
				.take()
				.ok_or_else(|| busy(&format!("making {RECEIPTS_AT_ONCE} receipts already")))?;
			receipts.receipt(question, at)
		})?;
		module.register_blocking_method("aeo_handOffs", |params, receipts, _| {
			let [set] = arguments::given(&params, ["set"])?;
			receipts.hand_offs(read("set", set)?)
		})?;
		Ok(module)
	}

	/// The block of a number in the final chain.
	fn hash(&self, number: BlockNumber) -> RpcResult<Option<Hash>> {
		if number > self.client.info().finalized_number {
			return Ok(None);
		}
		self.client.hash(number).map_err(internal)
	}

	fn header(&self, hash: Hash) -> RpcResult<Header> {
		let header = self.client.header(hash).map_err(internal)?;
		header.ok_or_else(|| unknown_block(format!("{hash:?}")))
	}

	/// The number of the final block that is meant, where one is.
	fn asked(&self, at: Option<Value>) -> RpcResult<Option<BlockNumber>> {
		match at {
			None | Some(Value::Null) => Ok(None),
			Some(Value::Number(number)) => {
				let number = read("at", Some(Value::Number(number)))?;
				self.hash(number)?.ok_or_else(|| unknown_block(number))?;
				Ok(Some(number))
			}
			Some(value) => {
				let hash: Hash = read("at", Some(value))?;
				let number = self.client.number(hash).map_err(internal)?;
				match number {
					Some(number) if self.hash(number)? == Some(hash) => Ok(Some(number)),
					_ => Err(unknown_block(format!("{hash:?}"))),
				}
			}
		}
	}

	/// The proof of finality that is kept with a block.
	fn kept(&self, hash: Hash) -> RpcResult<Option<Vec<u8>>> {
		let kept = self.client.justifications(hash).map_err(internal)?;
		Ok(kept.and_then(|kept| kept.into_justification(GRANDPA)))
	}

	/// The latest proof of finality.
	fn latest(&self) -> RpcResult<Option<Finality>> {
		let latest = best_justification::<_, Block>(&*self.client).map_err(internal)?;
		Ok(latest.map(|latest| Finality {
			number: latest.target().0,
			justification: latest.encode(),
		}))
	}

	/// The nearest proof that a block is final.
	fn finality(&self, number: BlockNumber) -> RpcResult<Finality> {
		let last = number.saturating_add(MAX_HEADERS - 1);
		for number in number..=last {
			let Some(hash) = self.hash(number)? else {
				break;
			};
			if let Some(justification) = self.kept(hash)? {
				return Ok(Finality {
					number,
					justification,
				});
			}
		}
		let latest = self.latest()?;
		latest
			.filter(|latest| (number..=last).contains(&latest.number))
			.ok_or_else(|| {
				let blocks = MAX_HEADERS - 1;
				no_finality(&format!("block {number} or one of the {blocks} after it"))
			})
	}

	fn receipt(&self, question: Question, at: Option<Value>) -> RpcResult<Receipt> {
		let (number, finality) = match self.asked(at)? {
			Some(number) => (number, self.finality(number)?),
			None => match self.latest()? {
				Some(latest) => (latest.number, latest),
				None => {
					let number = self.client.info().finalized_number;
					(number, self.finality(number)?)
				}
			},
		};
		let Finality {
			number: last,
			justification,
		} = finality;
		let headers: Vec<Header> = (number..=last)
			.map(|number| {
				let hash = self.hash(number)?.ok_or_else(|| unknown_block(number))?;
				self.header(hash)
			})
			.collect::<RpcResult<_>>()?;
		let hash = self.hash(number)?.ok_or_else(|| unknown_block(number))?;

		let changes = self.authorities.authority_set_changes();
		let set = set_of(
			changes.iter_from(last.saturating_sub(1)),
			self.authorities.set_id(),
		);
		let set =
			set.ok_or_else(|| internal("this node does not know who decided of the block"))?;

		let (answer, read) = self
			.client
			.execution_proof(hash, question.function, &question.arguments)
			.map_err(|_| no_state())?;
		let evidence = evidence();
		let mut keys = evidence.iter().map(Vec::as_slice);
		let shown = self
			.client
			.read_proof(hash, &mut keys)
			.map_err(|_| no_state())?;
		let code = self.stored_hash(hash, CODE)?;
		let nodes = sp_trie::StorageProof::merge([read, shown]);
		let nodes = nodes.into_iter_nodes();
		Ok(Receipt {
			block_hash: hash,
			block_number: number,
			genesis: self.client.info().genesis_hash,
			set,
			headers: headers
				.iter()
				.map(|header| header.encode().into())
				.collect(),
			justification: justification.into(),
			specification: self.specification(hash)?,
			code,
			question,
			answer: answer.into(),
			// The runtime itself is large, and its hash stands in the node above it.
			proof: nodes
				.filter(|node| blake2_256(node) != code.0)
				.map(Bytes::from)
				.collect(),
		})
	}

	fn stored_hash(&self, block: Hash, key: &[u8]) -> RpcResult<Hash> {
		let found = self.client.storage_hash(block, &StorageKey(key.to_vec()));
		found.map_err(|_| no_state())?.ok_or_else(no_state)
	}

	/// The version of the runtime that made a block, as the state has it.
	fn specification(&self, block: Hash) -> RpcResult<u32> {
		let key = StorageKey(specification_key());
		let stored = self.client.storage(block, &key).map_err(|_| no_state())?;
		// The first block has none.
		let stored = stored.ok_or_else(|| unknown_block(0))?;
		let version = codec::Compact::<u32>::decode(&mut stored.0.as_slice());
		version.map(|version| version.0).map_err(internal)
	}

	fn hand_offs(&self, from: u64) -> RpcResult<HandOffs> {
		let changes = self.authorities.authority_set_changes();
		let changes = changes
			.iter_from(BlockNumber::default())
			.ok_or_else(|| internal("this node does not know the earlier sets of validators"))?;
		let mut page = HandOffs {
			hand_offs: Vec::new(),
			next: None,
			forced: None,
		};
		for (set, last) in changes.filter(|(set, _)| *set >= from) {
			if page.hand_offs.len() >= MAX_HAND_OFFS {
				page.next = Some(*set);
				break;
			}
			let hash = self.hash(*last)?.ok_or_else(|| unknown_block(last))?;
			let header = self.header(hash)?;
			if find_scheduled_change::<Block>(&header).is_none() {
				page.forced = set.checked_add(1);
				break;
			}
			let justification = self
				.kept(hash)?
				.ok_or_else(|| no_finality(&format!("block {last}, the last one of set {set}")))?;
			page.hand_offs.push(HandOff {
				set: *set,
				header: header.encode().into(),
				justification: justification.into(),
			});
		}
		Ok(page)
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use aeo_primitives::{CertificateNumber, Direction, Identifier, Role, Territory, WrittenTin};
	use serde_json::json;

	#[test]
	fn a_question_should_be_put_as_the_runtime_takes_it() {
		let asked = json!({ "certificate": { "issuer": "MX", "number": " a-1" } });
		let number: CertificateNumber = "A-1".parse().expect("short");
		let expected = Question {
			function: "AeoApi_certificate",
			arguments: (Territory::MX, number).encode().into(),
		};
		assert_eq!(question(Some(asked)), Ok(expected));

		let asked = json!({ "evaluate": {
			"grantor": "CR", "identifier": "MXNWM9709244W4", "role": "EX", "direction": "Import",
		} });
		let tin: WrittenTin = "MXNWM9709244W4".parse().expect("short");
		let arguments = (
			Territory::CR,
			Identifier::Tin(tin),
			Role::Exporter,
			Direction::Import,
		);
		let expected = Question {
			function: "AeoApi_evaluate",
			arguments: arguments.encode().into(),
		};
		assert_eq!(question(Some(asked)), Ok(expected));
	}

	#[test]
	fn what_is_no_question_should_be_refused_with_a_sentence() {
		for (asked, says) in [
			(json!(null), "question is missing"),
			(json!([]), "question"),
			(json!({}), "write {\"certificate\""),
			(json!({ "list": {} }), "write {\"certificate\""),
			(
				json!({ "certificate": { "issuer": "MX", "number": "A-1" }, "evaluate": {} }),
				"write {\"certificate\"",
			),
			(
				json!({ "certificate": { "issuer": "MX" } }),
				"number is missing",
			),
			(
				json!({ "certificate": { "issuer": "QQ", "number": "A-1" } }),
				"issuer \"QQ\"",
			),
			(
				json!({ "certificate": { "issuer": "MX", "number": "A-1", "page": 1 } }),
				"\"page\" is none of its fields",
			),
			(
				json!({ "evaluate": { "grantor": "CR", "identifier": "X", "role": "EX" } }),
				"direction is missing",
			),
		] {
			let error = question(Some(asked.clone())).expect_err("it is refused");
			assert!(
				error.message().contains(says),
				"{asked}: {}",
				error.message()
			);
		}
	}

	#[test]
	fn the_set_of_a_block_should_be_the_first_one_that_ends_with_it_or_later() {
		let none: [(u64, BlockNumber); 0] = [];
		assert_eq!(set_of(Some(none.iter()), 0), Some(0));
		let changes = [(3, 20), (4, 31)];
		assert_eq!(set_of(Some(changes.iter()), 5), Some(3));
		assert_eq!(set_of(Some(changes[2..].iter()), 5), Some(5));
		assert_eq!(set_of(None::<std::slice::Iter<'_, _>>, 5), None);
	}
}
