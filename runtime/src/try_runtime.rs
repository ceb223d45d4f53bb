//! How an upgrade is tried on a state, and a block on a runtime that checks the invariants. Nothing
//! of this is in a runtime that runs.

#![allow(clippy::panic, reason = "what is tried and fails must stop")]

use crate::{configs::system::RuntimeBlockWeights, Block, Executive};
use frame_support::{
	traits::{TryStateSelect, UpgradeCheckSelect},
	weights::Weight,
};
use sp_runtime::traits::Block as BlockT;

/// Runs the migrations on the present state, and checks what `checks` says of it. Gives the weight
/// that they used, and that of a whole block.
pub fn on_runtime_upgrade(checks: UpgradeCheckSelect) -> (Weight, Weight) {
	match Executive::try_runtime_upgrade(checks) {
		Ok(used) => (used, RuntimeBlockWeights::get().max_block),
		Err(error) => panic!("the upgrade fails: {error:?}"),
	}
}

/// Executes a block, and checks the invariants of the pallets after it.
pub fn execute_block(
	block: <Block as BlockT>::LazyBlock,
	state_root_check: bool,
	signature_check: bool,
	select: TryStateSelect,
) -> Weight {
	match Executive::try_execute_block(block, state_root_check, signature_check, select) {
		Ok(used) => used,
		Err(error) => panic!("the block fails: {error:?}"),
	}
}
