//! Sees when a validator writes two blocks in one slot, and reports it to the chain.
//!
//! (Two votes in one round of finality are seen and reported by the GRANDPA voter.) Every block that
//! comes from the network passes by here on its way into the database, with its seal. Two
//! different ones of one slot make a report, which this node puts, unsigned, into a block of its
//! own: so only nodes that validate watch.

use aeo_runtime::{opaque::Block, Hash, Header};
use pallet_equivocations::{EquivocationsApi, Proof};
use sc_consensus::{BlockCheckParams, BlockImport, BlockImportParams, ImportResult};
use sc_transaction_pool_api::OffchainTransactionPoolFactory;
use sp_api::{ApiExt, ProvideRuntimeApi};
use sp_blockchain::HeaderBackend;
use sp_consensus_aura::{
	digests::CompatibleDigestItem,
	sr25519::{AuthorityId, AuthoritySignature},
	AuraApi, Slot,
};
use std::{
	collections::BTreeMap,
	sync::{Arc, Mutex},
};

/// Slots whose blocks are remembered: almost an hour.
const SLOTS: usize = 1_000;

/// The first block of each of the last slots.
#[derive(Default)]
struct Seen(BTreeMap<Slot, Header>);

impl Seen {
	/// Notes a block with its seal; gives the slot and the other block, when there was another.
	fn note(&mut self, header: &Header) -> Option<(Slot, Header)> {
		let slot = slot(header)?;
		if let Some(first) = self.0.get(&slot) {
			let is_other = first.hash() != header.hash();
			return is_other.then(|| (slot, first.clone()));
		}
		self.0.insert(slot, header.clone());
		while self.0.len() > SLOTS {
			self.0.pop_first();
		}
		None
	}
}

/// The slot that a block says it is of.
fn slot(header: &Header) -> Option<Slot> {
	header
		.digest
		.logs()
		.iter()
		.find_map(CompatibleDigestItem::<AuthoritySignature>::as_aura_pre_digest)
}

/// A block import that looks at the blocks before it hands them on.
#[derive(Clone)]
pub struct Watched<Import, Client> {
	import: Import,
	client: Arc<Client>,
	/// Where reports are put; none on a node that does not validate.
	pool: Option<OffchainTransactionPoolFactory<Block>>,
	seen: Arc<Mutex<Seen>>,
}

impl<Import, Client> Watched<Import, Client>
where
	Client: ProvideRuntimeApi<Block> + HeaderBackend<Block>,
	Client::Api: AuraApi<Block, AuthorityId> + EquivocationsApi<Block>,
{
	/// Watches the blocks that go to `import`, if there is a `pool` for the reports.
	pub fn new(
		import: Import,
		client: Arc<Client>,
		pool: Option<OffchainTransactionPoolFactory<Block>>,
	) -> Self {
		Self {
			import,
			client,
			pool,
			seen: Arc::default(),
		}
	}

	fn look(&self, header: &Header) {
		let Some(pool) = &self.pool else { return };
		let earlier = match self.seen.lock() {
			Ok(mut seen) => seen.note(header),
			Err(_) => None,
		};
		let Some((slot, first)) = earlier else { return };
		let (one, other) = (first.hash(), header.hash());
		log::warn!("Two blocks in slot {slot}: {one:?} and {other:?}");
		match self.report(pool, slot, first, header.clone()) {
			Ok(Some(())) => log::info!("Reported the two blocks in slot {slot}"),
			Ok(None) => log::warn!("The two blocks in slot {slot} could not be reported"),
			Err(error) => log::warn!("The two blocks in slot {slot} were not reported: {error}"),
		}
	}

	/// Reports at the parent of the later block, where its author was a validator.
	fn report(
		&self,
		pool: &OffchainTransactionPoolFactory<Block>,
		slot: Slot,
		first_header: Header,
		second_header: Header,
	) -> Result<Option<()>, sp_api::ApiError> {
		let parent: Hash = second_header.parent_hash;
		let authorities = self.client.runtime_api().authorities(parent)?;
		let Some(offender) = author(slot, &authorities) else {
			return Ok(None);
		};
		let mut api = self.client.runtime_api();
		let best = self.client.info().best_hash;
		api.register_extension(pool.offchain_transaction_pool(best));
		api.report_two_blocks(
			parent,
			Proof {
				offender,
				slot,
				first_header,
				second_header,
			},
		)
	}
}

/// Whose turn a slot is.
fn author(slot: Slot, authorities: &[AuthorityId]) -> Option<AuthorityId> {
	let count = u64::try_from(authorities.len()).ok()?;
	let place = (*slot).checked_rem(count)?;
	authorities.get(usize::try_from(place).ok()?).cloned()
}

#[async_trait::async_trait]
impl<Import, Client> BlockImport<Block> for Watched<Import, Client>
where
	Import: BlockImport<Block> + Send + Sync,
	Client: ProvideRuntimeApi<Block> + HeaderBackend<Block> + Send + Sync,
	Client::Api: AuraApi<Block, AuthorityId> + EquivocationsApi<Block>,
{
	type Error = Import::Error;

	async fn check_block(
		&self,
		block: BlockCheckParams<Block>,
	) -> Result<ImportResult, Self::Error> {
		self.import.check_block(block).await
	}

	async fn import_block(
		&self,
		block: BlockImportParams<Block>,
	) -> Result<ImportResult, Self::Error> {
		self.look(&block.post_header());
		self.import.import_block(block).await
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use sp_core::{crypto::UncheckedFrom, H256};
	use sp_runtime::{Digest, DigestItem};

	/// A block of this slot with this content.
	fn block(slot: u64, content: u8) -> Header {
		let item = CompatibleDigestItem::<AuthoritySignature>::aura_pre_digest(slot.into());
		Header {
			parent_hash: H256::zero(),
			number: 7,
			state_root: H256::zero(),
			extrinsics_root: H256::repeat_byte(content),
			digest: Digest { logs: vec![item] },
		}
	}

	#[test]
	fn a_second_block_of_a_slot_should_be_seen() {
		let mut seen = Seen::default();
		assert_eq!(seen.note(&block(5, 1)), None);
		assert_eq!(seen.note(&block(6, 1)), None);
		assert_eq!(seen.note(&block(5, 1)), None, "the same once more");
		let found = seen.note(&block(5, 2));
		assert_eq!(found, Some((5.into(), block(5, 1))));
		let mut without = block(7, 1);
		without.digest.logs = vec![DigestItem::Other(vec![])];
		assert_eq!(seen.note(&without), None);
	}

	#[test]
	fn only_so_many_slots_should_be_remembered() {
		let mut seen = Seen::default();
		for slot in 0..1_500 {
			assert_eq!(seen.note(&block(slot, 1)), None);
		}
		assert_eq!(seen.0.len(), SLOTS);
		assert_eq!(seen.note(&block(400, 2)), None, "forgotten");
		assert!(seen.note(&block(1_499, 2)).is_some());
	}

	#[test]
	fn the_turns_should_go_round() {
		let authority = |seed: u8| AuthorityId::unchecked_from([seed; 32]);
		let authorities = [authority(1), authority(2), authority(3)];
		assert_eq!(author(7.into(), &authorities), Some(authority(2)));
		assert_eq!(author(9.into(), &authorities), Some(authority(1)));
		assert_eq!(author(9.into(), &[]), None);
	}
}
