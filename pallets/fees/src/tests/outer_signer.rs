//! Who signed, and how much it cost, through the stock extension as the runtime has it.

use super::*;
use aeo_primitives::OuterSigner;
use frame_support::{traits::fungible::Mutate, weights::Weight};
use pallet_transaction_payment::ChargeTransactionPayment;
use sp_runtime::traits::DispatchTransaction;

fn transact(
	who: AccountId,
	weight: u64,
	during: impl FnOnce() -> Option<u64>,
) -> Result<(), TransactionValidityError> {
	let info = DispatchInfo {
		call_weight: Weight::from_parts(weight, 0),
		..Default::default()
	};
	ChargeTransactionPayment::<Test>::from(0)
		.test_run(RuntimeOrigin::signed(who), &remark(), &info, 0, 0, |_| {
			Ok(PostDispatchInfo {
				actual_weight: during().map(|weight| Weight::from_parts(weight, 0)),
				..Default::default()
			})
		})
		.map(|_| ())
}

#[test]
fn outer_signer_should_be_known_during_the_dispatch_only() {
	build_and_execute(|| {
		Balances::set_balance(&STRANGER, 1_000);
		for account in [MX, one(MX), STRANGER] {
			assert_eq!(Fees::outer_signer(), None);
			assert_ok!(transact(account, 100, || {
				assert_eq!(Fees::outer_signer(), Some(account));
				None
			}));
			assert_eq!(Fees::outer_signer(), None);
		}
		// also when the call costs nothing
		assert_ok!(transact(MX, 0, || {
			assert_eq!(Fees::outer_signer(), Some(MX));
			None
		}));
		assert_eq!(Fees::outer_signer(), None);
	});
}

#[test]
fn quota_should_be_counted_through_the_stock_extension() {
	build_and_execute(|| {
		assert_ok!(transact(MX, 400, || Some(150)));
		assert_eq!(left(MX), Some(850));
		assert_eq!(
			transact(one(MX), 851, || panic!("it must not be dispatched")),
			Err(InvalidTransaction::Payment.into())
		);
		assert_ok!(transact(one(MX), 850, || None));
		assert_eq!(left(MX), Some(0));
	});
}
