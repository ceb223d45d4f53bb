//! Transactions are paid from quotas; beyond them, by the ordinary fee.

use crate::{
	rules::purse::purses,
	types::{Budget, FeeUnits, Purpose, Purse},
	Config, OuterSigner, PaidCalls, Pallet,
};
use aeo_primitives::AccountKinds;
use alloc::vec::Vec;
use core::marker::PhantomData;
use frame_support::pallet_prelude::{InvalidTransaction, TransactionValidityError};
use frame_system::pallet_prelude::BlockNumberFor;
use pallet_transaction_payment::{OnChargeTransaction, TxCreditHold};
use sp_runtime::traits::{DispatchInfoOf, PostDispatchInfoOf};

/// A purse, and what would be in it after a payment.
type Paying<T> = (
	Purse<<T as frame_system::Config>::AccountId>,
	Taken<BlockNumberFor<T>>,
);

/// What would be in the places of a purse after a payment.
struct Taken<BlockNumber> {
	budgets: Vec<Budget<BlockNumber>>,
	/// Whether it is the first payment of a block from any of them.
	is_first: bool,
}

impl<T: Config> Pallet<T> {
	/// Returns what would be in each place of `purse` after `fee`; none where one of them has not
	/// got it.
	fn taking(purse: &Purse<T::AccountId>, fee: FeeUnits) -> Option<Taken<BlockNumberFor<T>>> {
		let now = frame_system::Pallet::<T>::block_number();
		let mut is_first = false;
		let budgets = purse
			.places()
			.map(|place| {
				let budget = Self::budget(&place);
				is_first |= budget.at != now;
				budget.take(fee, now)
			})
			.collect::<Option<_>>()?;
		Some(Taken { budgets, is_first })
	}

	/// Returns the purse that pays `fee` for a transaction, and what would be in it afterwards; none
	/// where it is paid from a balance.
	fn payer(
		who: &T::AccountId,
		call: &T::RuntimeCall,
		info: &DispatchInfoOf<T::RuntimeCall>,
		fee: FeeUnits,
	) -> Result<Option<Paying<T>>, InvalidTransaction> {
		let signer = T::Administrations::signer(who);
		let purpose = T::PaidCalls::purpose(who, signer.as_ref(), call, info)?;
		let (Some(signer), Some(purpose)) = (signer, purpose) else {
			return Ok(None);
		};
		let (first, second) = purses(who, &signer, purpose);
		for purse in core::iter::once(first).chain(second) {
			if let Some(taken) = Self::taking(&purse, fee) {
				return Ok(Some((purse, taken)));
			}
		}
		match purpose {
			Purpose::GoesFirst => Err(InvalidTransaction::Payment),
			_ => Ok(None),
		}
	}
}

/// Takes the fee from the quotas of the outer signer's administration, and where there is none
/// left, or they don't pay for such a call, from the balance, as `Inner` does. A tip always goes to
/// `Inner`.
///
/// It also records the outer signer for the four-eyes rule: this is the one place of the stock
/// extensions that every signed extrinsic passes, before and after its dispatch.
pub struct QuotaOrFee<Inner>(PhantomData<Inner>);

/// Who pays for the transaction under way.
#[derive(Debug)]
pub enum Payer<AccountId, Inner> {
	/// A quota.
	Quota {
		/// From where.
		purse: Purse<AccountId>,
		/// Fee units taken before the dispatch.
		taken: FeeUnits,
		/// Whether it is the first payment of a block from any place of the purse.
		is_first: bool,
		/// The credit of a tip.
		credit: Inner,
	},
	/// The balance.
	Balance(Inner),
}

impl<AccountId, Inner: Default> Default for Payer<AccountId, Inner> {
	fn default() -> Self {
		Self::Balance(Inner::default())
	}
}

impl<T, Inner> TxCreditHold<T> for QuotaOrFee<Inner>
where
	T: pallet_transaction_payment::Config,
	Inner: TxCreditHold<T>,
{
	type Credit = Inner::Credit;
}

impl<T, Inner> OnChargeTransaction<T> for QuotaOrFee<Inner>
where
	T: Config + pallet_transaction_payment::Config,
	Inner: OnChargeTransaction<T, Balance = FeeUnits>,
{
	type Balance = FeeUnits;
	type LiquidityInfo = Payer<T::AccountId, Inner::LiquidityInfo>;

	fn withdraw_fee(
		who: &T::AccountId,
		call: &T::RuntimeCall,
		info: &DispatchInfoOf<T::RuntimeCall>,
		fee_with_tip: FeeUnits,
		tip: FeeUnits,
	) -> Result<Self::LiquidityInfo, TransactionValidityError> {
		let fee = fee_with_tip.saturating_sub(tip);
		let payer = match Pallet::<T>::payer(who, call, info, fee)? {
			Some((purse, Taken { budgets, is_first })) => {
				let credit = Inner::withdraw_fee(who, call, info, tip, tip)?;
				for (place, budget) in purse.places().zip(budgets) {
					Pallet::<T>::put_budget(&place, budget);
				}
				Payer::Quota {
					purse,
					taken: fee,
					is_first,
					credit,
				}
			}
			None => Payer::Balance(Inner::withdraw_fee(who, call, info, fee_with_tip, tip)?),
		};
		OuterSigner::<T>::put(who);
		Ok(payer)
	}

	fn can_withdraw_fee(
		who: &T::AccountId,
		call: &T::RuntimeCall,
		info: &DispatchInfoOf<T::RuntimeCall>,
		fee_with_tip: FeeUnits,
		tip: FeeUnits,
	) -> Result<(), TransactionValidityError> {
		let fee = fee_with_tip.saturating_sub(tip);
		let from_balance = match Pallet::<T>::payer(who, call, info, fee)? {
			Some(_) => tip,
			None => fee_with_tip,
		};
		Inner::can_withdraw_fee(who, call, info, from_balance, tip)
	}

	fn correct_and_deposit_fee(
		who: &T::AccountId,
		info: &DispatchInfoOf<T::RuntimeCall>,
		post_info: &PostDispatchInfoOf<T::RuntimeCall>,
		corrected_fee_with_tip: FeeUnits,
		tip: FeeUnits,
		payer: Self::LiquidityInfo,
	) -> Result<(), TransactionValidityError> {
		OuterSigner::<T>::kill();
		match payer {
			Payer::Quota {
				purse,
				taken,
				credit,
				..
			} => {
				let unused = taken.saturating_sub(corrected_fee_with_tip.saturating_sub(tip));
				let now = frame_system::Pallet::<T>::block_number();
				// To the places from which it came, whatever the signer has become meanwhile.
				for place in purse.places() {
					let budget = Pallet::<T>::budget(&place).give_back(unused, now);
					Pallet::<T>::put_budget(&place, budget);
				}
				Inner::correct_and_deposit_fee(who, info, post_info, tip, tip, credit)
			}
			Payer::Balance(credit) => Inner::correct_and_deposit_fee(
				who,
				info,
				post_info,
				corrected_fee_with_tip,
				tip,
				credit,
			),
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn endow_account(who: &T::AccountId, amount: FeeUnits) {
		Inner::endow_account(who, amount)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn minimum_balance() -> FeeUnits {
		Inner::minimum_balance()
	}
}
