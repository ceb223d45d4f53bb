//! A chain with just what the pallet needs.

use crate as pallet_fees;
use crate::{PaidCalls, Purpose, Quota};
use aeo_mocks::{AccountId, NOON};
use aeo_primitives::{AdministrationLookup, OnAdmission, Signer, Territory};
use frame_support::{
	dispatch::DispatchInfo,
	pallet_prelude::InvalidTransaction,
	parameter_types,
	weights::{FixedFee, IdentityFee},
};
use frame_system::EnsureRoot;

aeo_mocks::runtime!(
	pallet_fees as Fees, 4;
	balances pallet_balances as Balances, 2;
	with pallet_transaction_payment as TransactionPayment, 3;
);

/// Fees are the picoseconds of the call alone, so that a test can say them.
#[derive_impl(pallet_transaction_payment::config_preludes::TestDefaultConfig)]
impl pallet_transaction_payment::Config for Test {
	type OnChargeTransaction =
		crate::QuotaOrFee<pallet_transaction_payment::FungibleAdapter<Balances, ()>>;
	type WeightToFee = IdentityFee<u128>;
	type LengthToFee = FixedFee<0, u128>;
}

parameter_types! {
	pub InitialQuota: Quota = Quota { max: 1_000, recovery: 10 };
	pub Reserve: Quota = Quota { max: 400, recovery: 40 };
	pub JointQuota: Quota = Quota { max: 150, recovery: 3 };
	pub AccountQuota: Quota = Quota { max: 100, recovery: 1 };
}

/// What a remark is for: its first byte says it. Everything else is work.
pub struct Rules;
impl PaidCalls<AccountId, RuntimeCall> for Rules {
	fn purpose(
		_who: &AccountId,
		_signer: Option<&Signer>,
		call: &RuntimeCall,
		_info: &DispatchInfo,
	) -> Result<Option<Purpose>, InvalidTransaction> {
		let RuntimeCall::System(frame_system::Call::remark { remark }) = call else {
			return Ok(Some(Purpose::Work));
		};
		match remark.first() {
			None => Ok(Some(Purpose::Work)),
			Some(1) => Ok(Some(Purpose::Protection)),
			Some(2) => Ok(Some(Purpose::GoesFirst)),
			Some(3) => Ok(None),
			Some(code) => Err(InvalidTransaction::Custom(*code)),
		}
	}
}

impl pallet_fees::Config for Test {
	type QuotaOrigin = EnsureRoot<AccountId>;
	type Administrations = aeo_mocks::Administrations;
	type InitialQuota = InitialQuota;
	type Reserve = Reserve;
	type JointQuota = JointQuota;
	type AccountQuota = AccountQuota;
	type PaidCalls = Rules;
	type WeightInfo = crate::weights::SubstrateWeight<Test>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Helper;
}

#[cfg(feature = "runtime-benchmarks")]
pub struct Helper;
#[cfg(feature = "runtime-benchmarks")]
fn remark() -> RuntimeCall {
	frame_system::Call::remark {
		remark: alloc::vec::Vec::new(),
	}
	.into()
}

#[cfg(feature = "runtime-benchmarks")]
impl crate::BenchmarkHelper<AccountId, RuntimeCall> for Helper {
	fn outside() -> (AccountId, RuntimeCall) {
		let holder = aeo_mocks::STRANGER;
		let kind = (aeo_primitives::OutsideKind::Holder, Territory::MX);
		aeo_mocks::set_outside_kind(holder, Some(kind));
		(holder, remark())
	}

	fn officer() -> (AccountId, RuntimeCall) {
		(aeo_mocks::MX, remark())
	}
}

/// Returns a chain to which the administrations of the mocks were admitted; Chile has left since.
pub(crate) fn new_test_ext() -> sp_io::TestExternalities {
	let mut ext = empty_chain(NOON);
	ext.execute_with(|| {
		for administration in aeo_mocks::Administrations::counting() {
			Fees::on_admission(administration.territory);
		}
		Fees::on_admission(Territory::CL);
	});
	ext
}
