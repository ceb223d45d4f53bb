//! An account and the calls that it sends.

use crate::{api, error::not_taken, Chain, Error, Key, Refused, BLOCK_TIME, H256};
use codec::Encode;
use serde::{Deserialize, Serialize};
use std::{
	sync::atomic::{AtomicU32, Ordering},
	time::Duration,
};
use subxt::{
	config::{DefaultExtrinsicParamsBuilder, PolkadotConfig},
	error::{DispatchError, ExtrinsicError},
	extrinsics::ExtrinsicEvents,
	rpcs::{client::RpcSubscription, methods::legacy::TransactionStatus},
	transactions::Payload,
};
use tokio::time::timeout;

/// For how many blocks a signed call is valid.
pub(crate) const LIFE: u32 = 64;

/// Where the final block is further behind the best one than this, a signature begins below the best one.
const MOST_LAG: u32 = 16;

/// So far below: deep enough that hardly a fork takes the block away.
const DEPTH: u32 = 8;

/// Bytes of a signed transaction beside its call: signature, account, nonce and what else is signed.
const ENVELOPE: usize = 160;

/// For how long a node may say nothing of a call: twenty blocks.
const SILENCE: Duration = Duration::from_secs(60);

/// What is waited for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Certainty {
	/// That it is in a block: some three seconds.
	InBlock,
	/// That the block is final: it can't be undone.
	Final,
}

/// A call that is done.
#[derive(Debug)]
pub struct Done {
	/// The block that it is in.
	pub block: H256,
	/// What it did.
	pub events: ExtrinsicEvents<PolkadotConfig>,
	/// The words of the block's runtime.
	pub(crate) metadata: subxt::metadata::ArcMetadata,
}

impl Done {
	/// Returns what the error in one of its events means.
	pub fn refusal(&self, error: &api::runtime_types::sp_runtime::DispatchError) -> Refused {
		use api::runtime_types::sp_runtime::DispatchError as Error;
		let Error::Module(module) = error else {
			return Refused {
				pallet: String::new(),
				name: match error {
					Error::BadOrigin => "BadOrigin".into(),
					other => format!("{other:?}"),
				},
				why: String::new(),
			};
		};
		let pallet = self.metadata.pallet_by_error_index(module.index);
		let [place, ..] = module.error;
		let variant = pallet
			.as_ref()
			.and_then(|pallet| pallet.error_variant_by_index(place));
		Refused {
			pallet: pallet
				.map(|pallet| pallet.name().into())
				.unwrap_or_default(),
			name: variant.map_or_else(|| place.to_string(), |variant| variant.name.clone()),
			why: variant.map_or_else(String::new, |variant| variant.docs.join(" ")),
		}
	}
}

/// A call that is signed. It can be in one of the blocks of its life after its birth, or in none for ever.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub(crate) struct Signed {
	/// What the account has sent before, counted.
	pub nonce: u64,
	/// The number of the block from which on it is valid.
	pub birth: u32,
	/// For how many blocks.
	#[serde(default = "life")]
	pub life: u32,
	/// The transaction.
	#[serde(with = "hexadecimal")]
	pub bytes: Vec<u8>,
}

/// A journal that says nothing of it was written by a version that knew no other.
const fn life() -> u32 {
	LIFE
}

/// What becomes of a signed call.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Fate {
	/// It is in this block.
	In(H256),
	/// It is in none, and can get into none any more: so what the pool said of it last.
	Dead(String),
}

/// What a quota has, in fee units: picoseconds of execution.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
pub struct Quota {
	/// What can be spent now.
	pub left: u64,
	/// The most that is saved up.
	pub max: u64,
	/// What comes back with each block.
	pub recovery: u64,
}

impl Quota {
	/// Returns in how many blocks it pays for a call beside what is in flight: 0 where it does now.
	///
	/// # Errors
	///
	/// It never does.
	pub fn blocks_until(&self, price: u64, in_flight: u64) -> Result<u64, Error> {
		if price > self.max {
			return Err(Error::TooDear {
				price,
				most: self.max,
			});
		}
		let missing = price
			.saturating_add(in_flight)
			.saturating_sub(self.left)
			.min(self.max);
		match missing {
			0 => Ok(0),
			_ if self.recovery == 0 => Err(Error::TooDear {
				price,
				most: self.left,
			}),
			missing => Ok(missing.div_ceil(self.recovery)),
		}
	}
}

/// An answer of the node's JSON-RPC, without what it says of its block.
#[derive(Deserialize)]
struct Answer<Content> {
	answer: Content,
}

/// An account, and the chain to which it sends.
#[derive(Clone)]
pub struct Lane {
	pub(crate) chain: Chain,
	key: Key,
}

impl Lane {
	pub(crate) fn new(chain: Chain, key: Key) -> Self {
		Self { chain, key }
	}

	/// The account.
	pub fn account(&self) -> crate::AccountId32 {
		self.key.account()
	}

	/// Signs a call, sends it, and waits until it is as certain as is asked for.
	///
	/// # Errors
	///
	/// The chain refuses it; the account can't pay; it got into no block.
	pub async fn send(&self, call: &impl Payload, until: Certainty) -> Result<Done, Error> {
		let signed = self.sign(call, self.next_index().await?).await?;
		let watched = match submit(&self.chain, &signed).await? {
			Handed::Taken(watched) => Some(watched),
			Handed::Unsure(_) => None,
			Handed::Refused(error) => return Err(error),
		};
		match follow(
			&self.chain,
			&self.account(),
			&signed,
			watched,
			until,
			&|_| (),
		)
		.await?
		{
			Fate::In(block) => done(&self.chain, &signed, block).await,
			Fate::Dead(why) => Err(not_taken(&why)),
		}
	}

	/// The quota that pays for the account's calls; none where it has none.
	pub async fn quota(&self) -> Result<Option<Quota>, Error> {
		let account = self.account().to_string();
		let Answer { answer } = self.chain.ask("aeo_quota", &[account.into()]).await?;
		Ok(answer)
	}

	/// What a call costs at most, in fee units.
	pub async fn price(&self, call: &impl Payload) -> Result<u64, Error> {
		let mut question = self.encoded(call).await?;
		let length = u32::try_from(question.len() + ENVELOPE).unwrap_or(u32::MAX);
		length.encode_to(&mut question);
		let ask = |node: crate::chain::Node| {
			let question = question.clone();
			async move {
				let method = "TransactionPaymentCallApi_query_call_info";
				Ok(node
					.methods()
					.state_call(method, Some(&question), None)
					.await?)
			}
		};
		let answer: Vec<u8> = self.chain.through(ask).await?;
		// Weight and class come first; the fee is what is left.
		let fee = answer
			.last_chunk::<16>()
			.map(|bytes| u128::from_le_bytes(*bytes))
			.ok_or_else(|| Error::Node("it tells no price".into()))?;
		Ok(u64::try_from(fee).unwrap_or(u64::MAX))
	}

	/// A call as it is sent.
	pub(crate) async fn encoded(&self, call: &impl Payload) -> Result<Vec<u8>, Error> {
		let block = self.chain.final_block().await?;
		let encoded = block.transactions().call_data(call);
		encoded.map_err(|error| too_old(call, error))
	}

	/// How many calls the account has sent, with those that wait in the node's pool.
	pub(crate) async fn next_index(&self) -> Result<u64, Error> {
		next_index(&self.chain, &self.account()).await
	}

	/// Signs a call that is valid for [`LIFE`] blocks from the last final one; from below the best one where
	/// finality is behind.
	pub(crate) async fn sign(&self, call: &impl Payload, nonce: u64) -> Result<Signed, Error> {
		let birth = birth(&self.chain).await?;
		let options = DefaultExtrinsicParamsBuilder::new()
			.mortal(u64::from(LIFE))
			.nonce(nonce)
			.build();
		let block = self.chain.at(birth.hash).await?;
		let signed = block
			.transactions()
			.create_signed(call, self.key.pair(), options)
			.await
			.map_err(|error| too_old(call, error))?;
		Ok(Signed {
			nonce,
			birth: birth.number,
			life: LIFE,
			bytes: signed.into_encoded(),
		})
	}
}

/// The block from which a signature is valid. Right after an upgrade it is waited for one that is signed for the
/// new runtime.
pub(crate) async fn birth(chain: &Chain) -> Result<crate::Block, Error> {
	loop {
		let last = chain.last_final().await?;
		let best = chain.best().await?;
		let birth = match birth_of(last.number, best.number) {
			number if number == last.number => last,
			number => crate::Block {
				number,
				hash: chain
					.hash_of(number)
					.await?
					.ok_or_else(|| Error::Node(format!("block {number} is missing")))?,
			},
		};
		let version = |block: crate::Block| async move {
			Ok::<_, Error>(chain.at(block.hash).await?.spec_version())
		};
		if version(birth).await? == version(best).await? {
			return Ok(birth);
		}
		tokio::time::sleep(BLOCK_TIME).await;
	}
}

/// How many calls an account has sent, with those that wait in the node's pool.
pub(crate) async fn next_index(chain: &Chain, account: &crate::AccountId32) -> Result<u64, Error> {
	let next = |node: crate::chain::Node| async move {
		Ok(node.methods().system_account_next_index(account).await?)
	};
	chain.through(next).await
}

/// What an account had sent by a block.
pub(crate) async fn nonce_at(
	chain: &Chain,
	account: &crate::AccountId32,
	block: H256,
) -> Result<u64, Error> {
	let at = chain.at(block).await?;
	Ok(at.transactions().account_nonce(account).await?)
}

/// The number of the block from which a signature is valid.
fn birth_of(last_final: u32, best: u32) -> u32 {
	if best.saturating_sub(last_final) > MOST_LAG {
		best.saturating_sub(DEPTH)
	} else {
		last_final
	}
}

fn too_old(call: &impl Payload, error: ExtrinsicError) -> Error {
	match error {
		ExtrinsicError::IncompatibleCodegen
		| ExtrinsicError::PalletNameNotFound(_)
		| ExtrinsicError::CallNameNotFound { .. } => Error::ClientTooOld {
			call: format!("{}.{}", call.pallet_name(), call.call_name()),
		},
		error => error.into(),
	}
}

/// What the pool says of a call, one after another.
pub(crate) type Watched = RpcSubscription<TransactionStatus<H256>>;

/// What came of handing a call in.
pub(crate) enum Handed {
	/// The pool has it, and says more of it.
	Taken(Watched),
	/// No pool has it: the only one that was asked refuses it.
	Refused(Error),
	/// The pool refuses it, and it may live all the same: another node had it before, and didn't answer.
	Unsure(Error),
}

/// Hands a signed call in.
///
/// # Errors
///
/// No node answers. It may live all the same.
pub(crate) async fn submit(chain: &Chain, signed: &Signed) -> Result<Handed, Error> {
	let tries = AtomicU32::new(0);
	let submit = |node: crate::chain::Node| {
		tries.fetch_add(1, Ordering::Relaxed);
		async move {
			let methods = node.methods();
			let watched = methods.author_submit_and_watch_extrinsic(&signed.bytes);
			watched.await.map_err(|error| match error {
				subxt::rpcs::Error::User(error) => {
					let code = error.code;
					let details = error
						.data
						.map(|data| data.get().trim_matches('"').to_owned());
					let parts = [Some(format!("{} ({code})", error.message)), details];
					not_taken(&parts.into_iter().flatten().collect::<Vec<_>>().join(": "))
				}
				other => Error::Node(other.to_string()),
			})
		}
	};
	let handed = chain.through(submit).await;
	let is_first = tries.into_inner() == 1;
	match handed {
		Ok(watched) => Ok(Handed::Taken(watched)),
		Err(error @ (Error::Payment | Error::NotTaken(_))) if is_first => {
			Ok(Handed::Refused(error))
		}
		Err(error @ (Error::Payment | Error::NotTaken(_))) => Ok(Handed::Unsure(error)),
		Err(error) => Err(error),
	}
}

/// Follows a signed call until its fate is as certain as is asked for. `seen` is told of each block that it is
/// in. Where the node is gone, or says no more, the final blocks are looked through, and as long as it can get
/// into one it is handed in again.
pub(crate) async fn follow(
	chain: &Chain,
	account: &crate::AccountId32,
	signed: &Signed,
	watched: Option<Watched>,
	until: Certainty,
	seen: &(dyn Fn(H256) + Sync),
) -> Result<Fate, Error> {
	let mut search = Search::of(signed);
	let mut said = String::from("the pool has dropped it");
	let mut watched = watched;
	// What was only read in the journal may never have been handed in.
	let mut rests = watched.is_some();
	loop {
		while let Some(Ok(status)) = match &mut watched {
			// A node that says nothing for so long may have fallen behind.
			Some(watched) => timeout(SILENCE, watched.next()).await.ok().flatten(),
			None => None,
		} {
			match status {
				TransactionStatus::InBlock(block) => {
					seen(block);
					if until == Certainty::InBlock {
						return Ok(Fate::In(block));
					}
				}
				TransactionStatus::Finalized(block) => return Ok(Fate::In(block)),
				TransactionStatus::Invalid => said = "it is not valid any more".into(),
				TransactionStatus::Usurped(_) => said = "another call took its place".into(),
				_ => {}
			}
		}
		chain.ensure_fresh().await?;
		if let Some(fate) = search.look(chain, account, &said).await? {
			return Ok(fate);
		}
		if rests {
			tokio::time::sleep(BLOCK_TIME).await;
		}
		rests = true;
		watched = match submit(chain, signed).await? {
			Handed::Taken(watched) => Some(watched),
			// It waits in the pool, is in a block already, or is barred for a while: the blocks tell.
			Handed::Refused(Error::NotTaken(why)) | Handed::Unsure(Error::NotTaken(why)) => {
				said = why;
				None
			}
			Handed::Refused(error) | Handed::Unsure(error) => {
				said = error.to_string();
				None
			}
		};
	}
}

/// Looks for a signed call in the final blocks of its life.
pub(crate) struct Search<'a> {
	signed: &'a Signed,
	/// The first block that was not looked through yet.
	next: u32,
}

impl<'a> Search<'a> {
	pub(crate) const fn of(signed: &'a Signed) -> Self {
		Self {
			signed,
			next: signed.birth.saturating_add(1),
		}
	}

	/// Looks through the blocks that have become final. None: it may still get into one.
	pub(crate) async fn look(
		&mut self,
		chain: &Chain,
		account: &crate::AccountId32,
		said: &str,
	) -> Result<Option<Fate>, Error> {
		let last = chain.last_final().await?;
		let end = self.signed.birth.saturating_add(self.signed.life);
		for number in self.next..=last.number.min(end) {
			let hash = chain
				.hash_of(number)
				.await?
				.ok_or_else(|| Error::Node(format!("block {number} is missing")))?;
			if chain.extrinsics(hash).await?.contains(&self.signed.bytes) {
				return Ok(Some(Fate::In(hash)));
			}
			self.next = number.saturating_add(1);
		}
		let is_over = last.number >= end
			// Another call of the account has its place.
			|| (last.number >= self.signed.birth
				&& nonce_at(chain, account, last.hash).await? > self.signed.nonce);
		Ok(is_over.then(|| Fate::Dead(said.into())))
	}
}

/// What a call did in its block.
///
/// # Errors
///
/// The chain refused it there.
pub(crate) async fn done(chain: &Chain, signed: &Signed, block: H256) -> Result<Done, Error> {
	let at = chain.at(block).await?;
	let all = at.extrinsics().fetch().await?;
	for extrinsic in all.iter() {
		let extrinsic = extrinsic?;
		if extrinsic.bytes() != signed.bytes {
			continue;
		}
		let events = extrinsic.events().await?;
		for event in events.iter() {
			let event = event?;
			if event.pallet_name() == "System" && event.event_name() == "ExtrinsicFailed" {
				let error = DispatchError::decode_from(event.field_bytes(), at.metadata());
				return Err(Refused::from(error.map_err(Error::node)?).into());
			}
		}
		let metadata = at.metadata();
		return Ok(Done {
			block,
			events,
			metadata,
		});
	}
	Err(Error::Node(format!(
		"block {block:?} lacks a call that was in it"
	)))
}

/// Bytes as hexadecimal digits.
pub(crate) mod hexadecimal {
	use serde::{de::Error, Deserialize, Deserializer, Serializer};

	pub fn serialize<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
		serializer.serialize_str(&hex::encode(bytes))
	}

	pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u8>, D::Error> {
		hex::decode(String::deserialize(deserializer)?).map_err(D::Error::custom)
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	const QUOTA: Quota = Quota {
		left: 100,
		max: 1_000,
		recovery: 50,
	};

	#[test]
	fn a_quota_should_say_in_how_many_blocks_it_pays() {
		assert_eq!(QUOTA.blocks_until(100, 0).ok(), Some(0));
		assert_eq!(QUOTA.blocks_until(101, 0).ok(), Some(1));
		assert_eq!(QUOTA.blocks_until(100, 51).ok(), Some(2));
		assert_eq!(QUOTA.blocks_until(1_000, 0).ok(), Some(18));
		assert!(matches!(
			QUOTA.blocks_until(1_001, 0),
			Err(Error::TooDear {
				price: 1_001,
				most: 1_000
			})
		));
		let without = Quota {
			recovery: 0,
			..QUOTA
		};
		assert_eq!(without.blocks_until(100, 0).ok(), Some(0));
		assert!(without.blocks_until(101, 0).is_err());
	}

	#[test]
	fn a_signature_should_begin_at_the_last_final_block_unless_that_is_far_behind() {
		assert_eq!(birth_of(90, 92), 90);
		assert_eq!(birth_of(84, 100), 84);
		assert_eq!(birth_of(83, 100), 92);
		assert_eq!(birth_of(0, 0), 0);
		assert_eq!(birth_of(5, 4), 5);
	}

	#[test]
	fn a_signed_call_should_be_written_down_and_read_as_it_is() {
		let signed = Signed {
			nonce: 3,
			birth: 90,
			life: LIFE,
			bytes: vec![0, 0xff, 7],
		};
		let text = serde_json::to_string(&signed).expect("written");
		assert!(text.contains("00ff07"), "{text}");
		assert_eq!(serde_json::from_str::<Signed>(&text).ok(), Some(signed));
	}
}
