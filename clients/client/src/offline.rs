//! Calls that are signed where no network is: what signing needs is read at a node, the signature is made by the
//! metadata that this version was compiled with, and the node is handed what came of it.

use crate::{
	lane::{self, Fate, Handed, Search, Signed},
	AccountId32, Block, Certainty, Chain, Done, Error, Key, H256,
};
use serde::{Deserialize, Serialize};
use serde_json::{json, Map, Value as Json};
use std::sync::Arc;
use subxt::{
	client::{OfflineClient, OfflineClientAtBlock},
	config::{substrate::SpecVersionForRange, DefaultExtrinsicParamsBuilder, SubstrateConfig},
	ext::scale_value::{Composite, Primitive, Value, ValueDef},
	metadata::Metadata,
	utils::MultiSignature,
};
use subxt_signer::sr25519::{verify, PublicKey, Signature};

/// The code with which a pool says that it has a transaction already.
const KNOWN: &str = "(1013)";

/// The code with which a pool says that it had a transaction, and bars it for a while: as a rule it is in a block.
const BARRED: &str = "(1012)";

/// The metadata that this version was compiled with.
const METADATA: &[u8] = include_bytes!("../metadata.scale");

/// Why something can't be signed, or is not handed in.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
pub enum NotOurs {
	/// Its bytes are no call of the runtime that this version knows.
	#[error("its bytes are no call that this version knows")]
	Call,
	/// It is for another runtime than this version knows.
	#[error("it is for another release of the chain's rules")]
	Runtime,
	/// It is for another account than that of the key.
	#[error("it is for another account")]
	Account,
	/// The signature is not by the account over what stands there.
	#[error("its signature is not over what stands there")]
	Signature,
}

/// A call as bytes, and what they say.
#[derive(Clone, Debug, PartialEq)]
pub struct Call {
	/// Pallet and call, as the metadata names them: `Suspensions.suspend`.
	pub name: String,
	/// Its arguments by their names.
	pub arguments: Json,
}

impl Call {
	/// Reads the bytes of a call.
	///
	/// # Errors
	///
	/// They are none, or more than one.
	pub fn read(bytes: &[u8]) -> Result<Self, NotOurs> {
		let offline = offline(H256::zero(), 0, 0)?;
		let call = offline.transactions().from_call_data_bytes(bytes);
		let call = call.map_err(|_| NotOurs::Call)?;
		Ok(Self {
			name: format!("{}.{}", call.pallet_name(), call.call_name()),
			arguments: fields(call.call_data()),
		})
	}
}

/// What is to be signed, with all that its signature covers.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Order {
	/// The chain, by its first block.
	pub genesis: H256,
	/// The version of its rules.
	pub spec_version: u32,
	/// The version of its transactions.
	pub transaction_version: u32,
	/// Who signs.
	#[serde(with = "address")]
	pub account: AccountId32,
	/// What the account has sent before, counted.
	pub nonce: u64,
	/// The number of the block from which on it is valid.
	pub birth: u32,
	/// Its hash.
	pub birth_hash: H256,
	/// The call.
	#[serde(with = "lane::hexadecimal")]
	pub call: Vec<u8>,
}

/// What was signed.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct SignedOrder {
	/// What.
	pub order: Order,
	/// The account's signature, sr25519.
	#[serde(with = "lane::hexadecimal")]
	pub signature: Vec<u8>,
}

type Offline = OfflineClientAtBlock<SubstrateConfig>;

/// The rules as this version knows them, as those of a chain.
fn offline(genesis: H256, spec_version: u32, transaction_version: u32) -> Result<Offline, NotOurs> {
	let metadata = Metadata::decode_from(METADATA).map_err(|_| NotOurs::Runtime)?;
	let config = SubstrateConfig::builder()
		.set_genesis_hash(genesis)
		.set_metadata_for_spec_versions([(spec_version, Arc::new(metadata))])
		.set_spec_version_for_block_ranges([SpecVersionForRange {
			block_range: 0..u64::MAX,
			spec_version,
			transaction_version,
		}])
		.build();
	let client = OfflineClient::new_with_config(config);
	client.at_block(0_u64).map_err(|_| NotOurs::Runtime)
}

/// The version of the rules that this version of the program was compiled with.
fn own_spec_version() -> Result<u32, NotOurs> {
	#[derive(codec::Decode)]
	struct Version {
		_name: String,
		_implementation: String,
		_authoring: u32,
		spec: u32,
	}
	let metadata = Metadata::decode_from(METADATA).map_err(|_| NotOurs::Runtime)?;
	let constant = metadata.pallet_by_name("System").and_then(|system| {
		system
			.constant_by_name("Version")
			.map(|one| one.value().to_vec())
	});
	let bytes = constant.ok_or(NotOurs::Runtime)?;
	let version: Version = codec::Decode::decode(&mut &*bytes).map_err(|_| NotOurs::Runtime)?;
	Ok(version.spec)
}

impl Order {
	/// For how many blocks it is valid: an hour and forty minutes, which the chain's memory of its blocks' hashes
	/// allows.
	pub const LIFE: u32 = 2_048;

	/// The last block that it can be in: the one of its birth is the first of its life.
	pub const fn last_block(&self) -> u32 {
		self.birth.saturating_add(Order::LIFE - 1)
	}

	/// Signs it.
	///
	/// # Errors
	///
	/// The key is another account's; the call can't be read by this version.
	pub fn sign(self, key: &Key) -> Result<SignedOrder, NotOurs> {
		if key.account() != self.account {
			return Err(NotOurs::Account);
		}
		let payload = self.payload()?;
		let Signature(signature) = key.pair().sign(&payload);
		Ok(SignedOrder {
			order: self,
			signature: signature.to_vec(),
		})
	}

	/// What is signed.
	fn payload(&self) -> Result<Vec<u8>, NotOurs> {
		let (client, call) = self.read()?;
		let signable = client
			.transactions()
			.create_signable_offline(&call, self.parameters())
			.map_err(|_| NotOurs::Call)?;
		signable.signer_payload().map_err(|_| NotOurs::Call)
	}

	fn read(&self) -> Result<(Offline, impl subxt::transactions::Payload), NotOurs> {
		if self.spec_version != own_spec_version()? {
			return Err(NotOurs::Runtime);
		}
		let client = offline(self.genesis, self.spec_version, self.transaction_version)?;
		let call = client.transactions().from_call_data_bytes(&self.call);
		Ok((client, call.map_err(|_| NotOurs::Call)?))
	}

	fn parameters(&self) -> subxt::config::DefaultExtrinsicParams<SubstrateConfig> {
		DefaultExtrinsicParamsBuilder::new()
			.mortal_from_unchecked(
				u64::from(Order::LIFE),
				u64::from(self.birth),
				self.birth_hash,
			)
			.nonce(self.nonce)
			.build()
	}
}

impl SignedOrder {
	/// The transaction.
	///
	/// # Errors
	///
	/// The signature is not by the account over what stands here; the call can't be read by this version.
	pub fn transaction(&self) -> Result<Vec<u8>, NotOurs> {
		let signature = <[u8; 64]>::try_from(&*self.signature).map_err(|_| NotOurs::Signature)?;
		let AccountId32(public) = self.order.account;
		let payload = self.order.payload()?;
		if !verify(&Signature(signature), payload, &PublicKey(public)) {
			return Err(NotOurs::Signature);
		}
		let (client, call) = self.order.read()?;
		let mut signable = client
			.transactions()
			.create_signable_offline(&call, self.order.parameters())
			.map_err(|_| NotOurs::Call)?;
		let signature = MultiSignature::Sr25519(signature);
		signable
			.sign_with_account_and_signature(&self.order.account, &signature)
			.map(subxt::transactions::SubmittableTransaction::into_encoded)
			.map_err(|_| NotOurs::Call)
	}
}

impl Chain {
	/// What signing a call of an account elsewhere needs, as of now.
	pub async fn order(&self, account: AccountId32, call: Vec<u8>) -> Result<Order, Error> {
		let Block { number, hash } = lane::birth(self).await?;
		let at = self.at(hash).await?;
		let version = |node: crate::chain::Node| async move {
			Ok(node.methods().state_get_runtime_version(Some(hash)).await?)
		};
		Ok(Order {
			genesis: self.genesis(),
			spec_version: at.spec_version(),
			transaction_version: self.through(version).await?.transaction_version,
			account,
			nonce: lane::next_index(self, &account).await?,
			birth: number,
			birth_hash: hash,
			call,
		})
	}

	/// Hands in what was signed elsewhere, and waits until it is as certain as is asked for. A repeat finds what the
	/// first one did.
	///
	/// # Errors
	///
	/// The chain refuses it; it got into no block, and can get into none any more.
	pub async fn deliver(
		&self,
		signed: &SignedOrder,
		transaction: Vec<u8>,
		until: Certainty,
	) -> Result<Done, Error> {
		let order = &signed.order;
		let sent = Signed {
			nonce: order.nonce,
			birth: order.birth,
			life: Order::LIFE,
			bytes: transaction,
		};
		let account = &order.account;
		let watched = match lane::submit(self, &sent).await? {
			Handed::Taken(watched) => Some(watched),
			Handed::Unsure(_) => None,
			Handed::Refused(error) => {
				let mut search = Search::of(&sent);
				match search.look(self, account, "").await? {
					Some(Fate::In(block)) => return lane::done(self, &sent, block).await,
					Some(Fate::Dead(_)) => return Err(error),
					None => {}
				}
				let best = self.best().await?;
				let next = lane::nonce_at(self, account, best.hash).await?;
				if !may_be_on_its_way(&error, order.nonce, next) {
					return Err(error);
				}
				None
			}
		};
		match lane::follow(self, account, &sent, watched, until, &|_| ()).await? {
			Fate::In(block) => lane::done(self, &sent, block).await,
			Fate::Dead(why) => Err(crate::error::not_taken(&why)),
		}
	}
}

/// Whether what a pool refuses may have been handed in before: it waits, or is in a block that is not final yet.
/// By the best block, the account's next call is `next`.
fn may_be_on_its_way(refusal: &Error, nonce: u64, next: u64) -> bool {
	let Error::NotTaken(why) = refusal else {
		return false;
	};
	next > nonce || why.contains(KNOWN) || why.contains(BARRED)
}

/// The fields of a call or of a value, as people read them.
fn fields(composite: &Composite<()>) -> Json {
	match composite {
		Composite::Named(fields) => {
			let fields = fields
				.iter()
				.map(|(name, value)| (name.clone(), readable(value)));
			Json::Object(fields.collect::<Map<_, _>>())
		}
		Composite::Unnamed(values) => match bytes(values) {
			Some(bytes) => json!(format!("0x{}", hex::encode(bytes))),
			None => match values.as_slice() {
				[only] => readable(only),
				values => Json::Array(values.iter().map(readable).collect()),
			},
		},
	}
}

/// The bytes of what is nothing else, such as a hash.
fn bytes(values: &[Value<()>]) -> Option<Vec<u8>> {
	let bytes = values.iter().map(|value| match value.value {
		ValueDef::Primitive(Primitive::U128(byte)) => u8::try_from(byte).ok(),
		_ => None,
	});
	let bytes: Option<Vec<_>> = bytes.collect();
	bytes.filter(|bytes| bytes.len() >= 32)
}

fn readable(value: &Value<()>) -> Json {
	match &value.value {
		ValueDef::Composite(composite) => fields(composite),
		ValueDef::Variant(variant) if variant.values.is_empty() => json!(variant.name),
		ValueDef::Variant(variant) => json!({ variant.name.clone(): fields(&variant.values) }),
		ValueDef::BitSequence(bits) => json!(format!("{bits:?}")),
		ValueDef::Primitive(primitive) => match primitive {
			Primitive::Bool(is) => json!(is),
			Primitive::Char(letter) => json!(letter),
			Primitive::String(text) => json!(text),
			Primitive::U128(number) => u64::try_from(*number)
				.map_or_else(|_| json!(number.to_string()), |number| json!(number)),
			Primitive::I128(number) => json!(number.to_string()),
			Primitive::U256(bytes) | Primitive::I256(bytes) => {
				json!(format!("0x{}", hex::encode(bytes)))
			}
		},
	}
}

/// An account by its address.
mod address {
	use crate::AccountId32;
	use serde::{de::Error, Deserialize, Deserializer, Serializer};

	pub fn serialize<S: Serializer>(
		account: &AccountId32,
		serializer: S,
	) -> Result<S::Ok, S::Error> {
		serializer.serialize_str(&account.to_string())
	}

	pub fn deserialize<'de, D: Deserializer<'de>>(
		deserializer: D,
	) -> Result<AccountId32, D::Error> {
		String::deserialize(deserializer)?
			.parse()
			.map_err(D::Error::custom)
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::calls;
	use aeo_primitives::{Ground, Subject, SuspensionEnd, SuspensionScope};

	fn suspension() -> Vec<u8> {
		let call = calls::suspend(
			Subject::Number("MX-OEA-0001".parse().expect("a number")),
			SuspensionScope::Full,
			SuspensionEnd::Open,
			Ground::Authority,
			H256([0x5a; 32]),
		);
		let offline = offline(H256::zero(), 0, 0).expect("our own metadata");
		offline.transactions().call_data(&call).expect("encoded")
	}

	fn order(key: &Key) -> Order {
		Order {
			genesis: H256([1; 32]),
			spec_version: own_spec_version().expect("our own metadata"),
			transaction_version: 1,
			account: key.account(),
			nonce: 7,
			birth: 100,
			birth_hash: H256([2; 32]),
			call: suspension(),
		}
	}

	#[test]
	fn a_call_should_be_read_in_words() {
		let call = Call::read(&suspension()).expect("a call");
		assert_eq!(call.name, "Suspensions.suspend");
		assert_eq!(
			call.arguments,
			json!({
				"subject": {"Number": "MX-OEA-0001"},
				"scope": "Full",
				"end": "Open",
				"ground": "Authority",
				"document": format!("0x{}", "5a".repeat(32)),
			})
		);
		let mut longer = suspension();
		longer.push(0);
		assert_eq!(Call::read(&longer), Err(NotOurs::Call));
		assert_eq!(Call::read(&[]), Err(NotOurs::Call));
		assert_eq!(Call::read(&[255, 255, 0]), Err(NotOurs::Call));
	}

	#[test]
	fn what_is_signed_should_be_what_stands_there() {
		let key = Key::of_development("//MX//officer//1").expect("a key");
		let signed = order(&key).sign(&key).expect("signed");
		let transaction = signed.transaction().expect("a transaction");
		assert!(transaction.ends_with(&suspension()));
		let changes: [fn(&mut Order); 7] = [
			|order| order.genesis = H256([9; 32]),
			|order| order.transaction_version = 2,
			|order| order.nonce = 8,
			|order| order.birth = 101,
			|order| order.birth_hash = H256([9; 32]),
			|order| order.account = AccountId32([9; 32]),
			|order| {
				if let Some(last) = order.call.last_mut() {
					*last ^= 1;
				}
			},
		];
		for (place, change) in changes.iter().enumerate() {
			let mut tampered = signed.clone();
			change(&mut tampered.order);
			assert_eq!(tampered.transaction(), Err(NotOurs::Signature), "{place}");
		}
		let mut other = signed;
		other.order.spec_version += 1;
		assert_eq!(other.transaction(), Err(NotOurs::Runtime));
	}

	#[test]
	fn the_last_block_should_be_the_last_of_its_life() {
		let key = Key::of_development("//MX//officer//1").expect("a key");
		let order = order(&key);
		assert_eq!(order.last_block(), 100 + 2_047);
	}

	#[test]
	fn a_repeat_should_wait_for_what_was_handed_in_before() {
		let refused = |why: &str| Error::NotTaken(why.into());
		let stale = refused("Invalid Transaction (1010): Transaction is outdated");
		assert!(may_be_on_its_way(&stale, 7, 8));
		assert!(!may_be_on_its_way(&stale, 7, 7));
		let barred = refused("Transaction is temporarily banned (1012)");
		assert!(may_be_on_its_way(&barred, 7, 7));
		let known = refused("Transaction already imported (1013)");
		assert!(may_be_on_its_way(&known, 7, 7));
		assert!(!may_be_on_its_way(&Error::Payment, 7, 8));
	}

	#[test]
	fn nobody_should_sign_for_another() {
		let key = Key::of_development("//MX//officer//1").expect("a key");
		let other = Key::of_development("//MX//officer//2").expect("a key");
		assert_eq!(order(&key).sign(&other), Err(NotOurs::Account));
	}
}
