//! Batches, multisigs, and the pausing of single calls.

use super::governance::AtLeast;
use crate::{Balances, OriginCaller, Runtime, RuntimeCall, RuntimeEvent, System};
use frame_support::traits::{ConstU128, ConstU32, Contains};
use pallet_tx_pause::RuntimeCallNameOf;

impl pallet_utility::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type PalletsOrigin = OriginCaller;
	type WeightInfo = pallet_utility::weights::SubstrateWeight<Runtime>;
}

impl pallet_multisig::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type Currency = Balances;
	type DepositBase = ConstU128<0>;
	type DepositFactor = ConstU128<0>;
	type MaxSignatories = ConstU32<100>;
	type WeightInfo = pallet_multisig::weights::SubstrateWeight<Runtime>;
	type BlockNumberProvider = System;
}

/// Pallets whose calls can't be paused: a suspension must always get through, the council must be
/// able to end a pause (its members sign through multisigs), and the chain must be able to set its
/// clock and its code.
pub struct NeverPaused;

impl Contains<RuntimeCallNameOf<Runtime>> for NeverPaused {
	fn contains(name: &RuntimeCallNameOf<Runtime>) -> bool {
		const PALLETS: [&[u8]; 6] = [
			b"Suspensions",
			b"Council",
			b"Administrations",
			b"Multisig",
			b"System",
			b"Timestamp",
		];
		PALLETS.contains(&name.0.as_slice())
	}
}

impl pallet_tx_pause::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type PauseOrigin = AtLeast<2, 3>;
	type UnpauseOrigin = AtLeast<2, 3>;
	type WhitelistedCalls = NeverPaused;
	type MaxNameLen = ConstU32<256>;
	type WeightInfo = pallet_tx_pause::weights::SubstrateWeight<Runtime>;
}
