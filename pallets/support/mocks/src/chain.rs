//! A chain with just one pallet.

use frame_system::pallet_prelude::BlockNumberFor;
use sp_core::storage::Storage;
use sp_io::TestExternalities;

/// 24 November 2026, 12:00 UTC: six in the morning in Mexico and Costa Rica.
pub const NOON: u64 = 1_795_521_600_000;

/// Returns a chain that begins with this state, in its first block, at `now`; the administrations are
/// as at first.
pub fn chain<Runtime>(genesis: Storage, now: u64) -> TestExternalities
where
	Runtime: pallet_timestamp::Config<Moment = u64>,
	BlockNumberFor<Runtime>: From<u32>,
{
	crate::reset();
	let mut chain: TestExternalities = genesis.into();
	chain.execute_with(|| {
		frame_system::Pallet::<Runtime>::set_block_number(1.into());
		pallet_timestamp::Pallet::<Runtime>::set_timestamp(now);
	});
	chain
}

/// Makes the mock runtime `Test` with `System`, `Timestamp`, one pallet under its index and those that
/// it needs, and a function `build_and_execute` that runs a test on `new_test_ext()` and checks the
/// pallet's invariants afterwards.
///
/// With `balances`, accounts have balances in `u128`, and a block weighs one second at most.
///
/// The mock adds what is its own: the pallet's `Config`, and `new_test_ext`.
///
/// ```ignore
/// aeo_mocks::runtime!(pallet_benefits as Benefits, 44);
/// aeo_mocks::runtime!(
///     pallet_fees as Fees, 4;
///     balances pallet_balances as Balances, 2;
///     with pallet_transaction_payment as TransactionPayment, 3;
/// );
/// ```
#[macro_export]
macro_rules! runtime {
	(
		$pallet:ident as $name:ident, $index:tt
		$(; balances $balances:ident as $balances_name:ident, $balances_index:tt)?
		$(; with $other:ident $(<$instance:ident>)? as $other_name:ident, $other_index:tt)*
		$(;)?
	) => {
		use frame_support::derive_impl;

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
			#[runtime::pallet_index(1)]
			pub type Timestamp = pallet_timestamp;
			#[runtime::pallet_index($index)]
			pub type $name = $pallet;
			$(
				#[runtime::pallet_index($balances_index)]
				pub type $balances_name = $balances;
			)?
			$(
				#[runtime::pallet_index($other_index)]
				pub type $other_name = $other $(<$instance>)?;
			)*
		}

		#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
		impl frame_system::Config for Test {
			type AccountId = $crate::AccountId;
			type Block = Block;
			type DbWeight = frame_support::weights::constants::ParityDbWeight;
			type Lookup = sp_runtime::traits::IdentityLookup<$crate::AccountId>;
			$(
				type AccountData = $balances::AccountData<u128>;
				type BlockWeights = BlockWeights;
			)?
		}

		#[derive_impl(pallet_timestamp::config_preludes::TestDefaultConfig)]
		impl pallet_timestamp::Config for Test {}

		$(
			frame_support::parameter_types! {
				pub BlockWeights: frame_system::limits::BlockWeights =
					frame_system::limits::BlockWeights::simple_max(
						frame_support::weights::Weight::from_parts(
							frame_support::weights::constants::WEIGHT_REF_TIME_PER_SECOND,
							u64::MAX,
						),
					);
			}

			#[derive_impl($balances::config_preludes::TestDefaultConfig)]
			impl $balances::Config for Test {
				type AccountStore = System;
				type Balance = u128;
				type ExistentialDeposit = frame_support::traits::ConstU128<1>;
			}
		)?

		/// Returns a chain without anything at `now`; the administrations are as at first.
		pub(crate) fn empty_chain(now: u64) -> sp_io::TestExternalities {
			let genesis = sp_runtime::BuildStorage::build_storage(&RuntimeGenesisConfig::default());
			$crate::chain::<Test>(genesis.expect("the genesis is empty"), now)
		}

		/// Runs a test and checks the invariants afterwards.
		pub(crate) fn build_and_execute(test: impl FnOnce()) {
			new_test_ext().execute_with(|| {
				test();
				$name::do_try_state().expect("the invariants hold");
			});
		}
	};
}
