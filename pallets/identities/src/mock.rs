//! A chain with just what the pallet needs.

use crate as pallet_identities;
use aeo_mocks::AccountId;
use aeo_primitives::OutsideRoles;
use frame_support::{derive_impl, traits::ConstU32};
use sp_runtime::BuildStorage;

pub(crate) type Block = frame_system::mocking::MockBlock<Test>;

#[frame_support::runtime]
mod runtime {
	#[runtime::runtime]
	#[runtime::derive(
		RuntimeCall,
		RuntimeEvent,
		RuntimeError,
		RuntimeOrigin,
		RuntimeFreezeReason,
		RuntimeHoldReason,
		RuntimeSlashReason,
		RuntimeLockId,
		RuntimeTask,
		RuntimeViewFunction
	)]
	pub struct Test;

	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(40)]
	pub type Identities = pallet_identities;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type AccountId = AccountId;
	type Block = Block;
	type Lookup = sp_runtime::traits::IdentityLookup<AccountId>;
}

/// The account of an agency.
pub const AGENCY: AccountId = 800;

/// One account is an agency's.
pub struct Agencies;

impl OutsideRoles<AccountId> for Agencies {
	fn has_outside_role(account: &AccountId) -> bool {
		*account == AGENCY
	}

	fn is_offered(_: &AccountId) -> bool {
		false
	}
}

#[cfg(feature = "runtime-benchmarks")]
pub struct Helper;
#[cfg(feature = "runtime-benchmarks")]
impl crate::BenchmarkHelper<AccountId> for Helper {
	fn own_account() -> AccountId {
		aeo_mocks::MX
	}

	fn officer(territory: aeo_primitives::Territory) -> AccountId {
		let (own, ..) = aeo_mocks::ADMINISTRATIONS
			.into_iter()
			.find(|(_, known, _)| *known == territory)
			.expect("one of the mock's");
		aeo_mocks::officer(own, aeo_primitives::Scope::Identities)
	}
}

impl pallet_identities::Config for Test {
	type Administrations = aeo_mocks::Administrations;
	type Agencies = Agencies;
	type MaxAccounts = ConstU32<8>;
	type MaxAliases = ConstU32<4>;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Helper;
}

/// No traders yet.
pub(crate) fn new_test_ext() -> sp_io::TestExternalities {
	aeo_mocks::reset();
	let storage = RuntimeGenesisConfig::default()
		.build_storage()
		.expect("the genesis is empty");
	let mut ext: sp_io::TestExternalities = storage.into();
	ext.execute_with(|| System::set_block_number(1));
	ext
}

/// Run a test and check the invariants afterwards.
pub(crate) fn build_and_execute(test: impl FnOnce()) {
	new_test_ext().execute_with(|| {
		test();
		Identities::do_try_state().expect("the invariants hold");
	});
}
