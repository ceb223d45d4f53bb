//! Transactions are paid from quotas; beyond them, by the ordinary fee.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{
	types::{AccountRole, AdministrationState, Bucket, FeeUnits, Quota},
	Config, OuterSigner, Pallet, UsedByAccount, UsedByAdministration,
};
use aeo_primitives::{OutsideRoles, Territory};
use core::marker::PhantomData;
use frame_support::pallet_prelude::{Get, TransactionValidityError};
use frame_system::pallet_prelude::BlockNumberFor;
use pallet_transaction_payment::{OnChargeTransaction, TxCreditHold};
use sp_runtime::traits::{DispatchInfoOf, PostDispatchInfoOf, SaturatedConversion, Saturating};

/// Whose quota a transaction is counted against.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Purse<AccountId> {
	/// The signer's administration's.
	Administration(Territory),
	/// The signer's own: a holder, an agency, or whoever rotates the keys of a quarantined
	/// administration.
	Account(AccountId),
}

impl Quota {
	/// What is in use at `now`, given what was in use when the bucket was written.
	pub(crate) fn in_use<BlockNumber>(
		&self,
		bucket: Bucket<BlockNumber>,
		now: BlockNumber,
	) -> FeeUnits
	where
		BlockNumber: Saturating + SaturatedConversion + TryInto<FeeUnits>,
	{
		let blocks: FeeUnits = now.saturating_sub(bucket.at).saturated_into();
		bucket
			.used
			.saturating_sub(self.recovery.saturating_mul(blocks))
	}

	/// What is in use once `fee` has been taken; `None` where the quota does not allow it.
	pub(crate) fn take(&self, in_use: FeeUnits, fee: FeeUnits) -> Option<FeeUnits> {
		in_use.checked_add(fee).filter(|used| *used <= self.max)
	}
}

/// Whether an account has a part in giving a quarantined administration new keys: the own and the
/// offered account, and officers without scope, who sign for a multisig.
fn may_rotate_keys(role: &AccountRole) -> bool {
	match role {
		AccountRole::Own | AccountRole::Incoming => true,
		AccountRole::Officer(scopes) => scopes.is_empty(),
	}
}

impl<T: Config> Pallet<T> {
	/// The purse of an account, and its quota.
	pub fn purse(account: &T::AccountId) -> Option<(Purse<T::AccountId>, Quota)> {
		let single = || (Purse::Account(account.clone()), T::AccountQuota::get());
		let Some((record, administration)) = Self::role_of(account) else {
			let pays =
				T::OutsideRoles::has_outside_role(account) || T::OutsideRoles::is_offered(account);
			return pays.then(single);
		};
		match (administration.state, record.role) {
			(AdministrationState::Admitted, _) => Some((
				Purse::Administration(record.administration),
				administration.quota,
			)),
			(AdministrationState::Quarantined(_), role) => may_rotate_keys(&role).then(single),
			(AdministrationState::Withdrawn, _) => None,
		}
	}

	fn bucket(purse: &Purse<T::AccountId>) -> Bucket<BlockNumberFor<T>> {
		match purse {
			Purse::Administration(administration) => UsedByAdministration::<T>::get(administration),
			Purse::Account(account) => UsedByAccount::<T>::get(account),
		}
	}

	fn put_used(purse: &Purse<T::AccountId>, used: FeeUnits) {
		let bucket = Bucket {
			used,
			at: frame_system::Pallet::<T>::block_number(),
		};
		match purse {
			Purse::Administration(administration) => {
				UsedByAdministration::<T>::insert(administration, bucket)
			}
			Purse::Account(account) => UsedByAccount::<T>::insert(account, bucket),
		}
	}

	/// The purse that can pay `fee` now, and what would be in use of it afterwards.
	fn payer(account: &T::AccountId, fee: FeeUnits) -> Option<(Purse<T::AccountId>, FeeUnits)> {
		let (purse, quota) = Self::purse(account)?;
		let now = frame_system::Pallet::<T>::block_number();
		let used = quota.take(quota.in_use(Self::bucket(&purse), now), fee)?;
		Some((purse, used))
	}

	/// What is left of the quota of `account`, in fee units; `None` where it has none.
	pub fn quota_left(account: &T::AccountId) -> Option<FeeUnits> {
		let (purse, quota) = Self::purse(account)?;
		let now = frame_system::Pallet::<T>::block_number();
		Some(
			quota
				.max
				.saturating_sub(quota.in_use(Self::bucket(&purse), now)),
		)
	}
}

/// Takes the fee from the quota of the outer signer's administration, and where there is none
/// left from the balance, as `Inner` does. A tip always goes to `Inner`.
///
/// It also records the outer signer for the four-eyes rule: this is the one place of the stock
/// extensions that every signed extrinsic passes, before and after its dispatch.
pub struct QuotaOrFee<Inner>(PhantomData<Inner>);

/// Who pays for the transaction under way.
#[derive(Debug)]
pub enum Payer<AccountId, Inner> {
	/// A quota: fee units taken before the dispatch, and the credit of a tip.
	Quota(Purse<AccountId>, FeeUnits, Inner),
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
		let payer = match Pallet::<T>::payer(who, fee) {
			Some((purse, used)) => {
				let credit = Inner::withdraw_fee(who, call, info, tip, tip)?;
				Pallet::<T>::put_used(&purse, used);
				Payer::Quota(purse, fee, credit)
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
		let from_balance = match Pallet::<T>::payer(who, fee_with_tip.saturating_sub(tip)) {
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
			Payer::Quota(purse, taken, credit) => {
				let unused = taken.saturating_sub(corrected_fee_with_tip.saturating_sub(tip));
				let used = Pallet::<T>::bucket(&purse).used.saturating_sub(unused);
				Pallet::<T>::put_used(&purse, used);
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
