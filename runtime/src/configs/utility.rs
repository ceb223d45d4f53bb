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

/// Calls that can't be paused: those with which a party protects itself, or takes back what it gave.
///
/// Of the pallets named, all: a suspension, an acknowledgement or a report must always get through;
/// the council must be able to end a pause and to change a quota, and its members sign through multisigs; an administration
/// must be able to quarantine itself, change its keys and leave; the chain must be able to set its
/// clock and its code, and to hear of validators that cheat. Of the other pallets, the calls that
/// only take something away. What gives benefits, begins or resumes can be paused: an error in it
/// is what a pause is for.
pub struct NeverPaused;

impl NeverPaused {
	/// Pallets of which no call can be paused.
	pub const PALLETS: [&'static str; 10] = [
		"Suspensions",
		"Council",
		"Administrations",
		"Fees",
		"Multisig",
		"Session",
		"Grandpa",
		"Equivocations",
		"System",
		"Timestamp",
	];

	/// Single calls of the other pallets.
	pub const CALLS: [(&'static str, &'static str); 19] = [
		("Agreements", "suspend_leg"),
		("Agreements", "give_notice"),
		("Agreements", "retract"),
		("Agreements", "retract_amendment"),
		("Applications", "remove_agency"),
		("Applications", "withdraw_application"),
		("Applications", "withdraw_wish"),
		("Certificates", "refuse"),
		("Certificates", "refuse_batch"),
		("Certificates", "withdraw_consent"),
		("Certificates", "void_credentials"),
		("Disclosures", "remove_key"),
		("Identities", "close"),
		("Identities", "refuse"),
		("Identities", "decline_account"),
		("Identities", "withdraw_offer"),
		("Identities", "unlink_account"),
		("Identities", "unlink_own_account"),
		("Identities", "remove_alias"),
	];
}

impl Contains<RuntimeCallNameOf<Runtime>> for NeverPaused {
	fn contains((pallet, call): &RuntimeCallNameOf<Runtime>) -> bool {
		let is_pallet = |name: &&str| name.as_bytes() == pallet.as_slice();
		let is_call = |name: &str| name.as_bytes() == call.as_slice();
		Self::PALLETS.iter().any(is_pallet)
			|| Self::CALLS
				.iter()
				.any(|(of, name)| is_pallet(of) && is_call(name))
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
