//! Transactions are paid from quotas; beyond them, by the ordinary fee.
//!
//! An account pays only for the calls of its role, and there are four kinds of buckets: an
//! administration's own, which its officers share; its reserve, which only calls may use with which
//! it protects itself; the joint one of its holders, agencies and offered accounts; and a small one
//! of each account that takes part in a reserve or in a joint bucket, so that no single key can
//! empty what it shares.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{
	rules::quota::{may_rotate_keys, PaidCalls, Place, Purpose, Purse, Signer, SignerRole},
	types::{AdministrationState, Bucket, FeeUnits, Quota},
	Administrations, Config, OuterSigner, Pallet, UsedByAccount, UsedByAdministration, UsedJointly,
	UsedOfReserve,
};
use aeo_primitives::{OutsideRoles, Territory};
use alloc::vec::Vec;
use core::marker::PhantomData;
use frame_support::pallet_prelude::{Get, InvalidTransaction, TransactionValidityError};
use frame_system::pallet_prelude::BlockNumberFor;
use pallet_transaction_payment::{OnChargeTransaction, TxCreditHold};
use sp_runtime::traits::{DispatchInfoOf, PostDispatchInfoOf};

/// What would be in use of each bucket of a purse.
type Used<AccountId> = (Purse<AccountId>, Vec<FeeUnits>);

impl<T: Config> Pallet<T> {
	/// Returns for whom an account signs: none for a stranger, for those outside a quarantined
	/// administration, and for anybody of one that left.
	pub fn signer(account: &T::AccountId) -> Option<Signer> {
		if let Some(signer) = Self::signer_inside(account) {
			return Some(signer);
		}
		let (role, administration) = T::OutsideRoles::outside_role(account)?;
		let record = Administrations::<T>::get(administration)?;
		(record.state == AdministrationState::Admitted).then_some(Signer {
			administration,
			quarantined: false,
			role: SignerRole::Outside(role),
			quota: record.quota,
		})
	}

	/// Returns the same as [`Self::signer`], where the role is one at the administration itself.
	pub fn signer_inside(account: &T::AccountId) -> Option<Signer> {
		let (record, administration) = Self::role_of(account)?;
		let quarantined = match administration.state {
			AdministrationState::Admitted => false,
			AdministrationState::Quarantined(_) => true,
			AdministrationState::Withdrawn => return None,
		};
		(!quarantined || may_rotate_keys(&record.role)).then_some(Signer {
			administration: record.administration,
			quarantined,
			role: SignerRole::Inside(record.role),
			quota: administration.quota,
		})
	}

	/// Returns the quota of one bucket of a purse.
	fn quota_of(
		purse: &Purse<T::AccountId>,
		place: &Place<T::AccountId>,
		administrations: Quota,
	) -> Quota {
		match (place, purse) {
			(Place::Administration(_), _) => administrations,
			(Place::Reserve(_), _) => T::Reserve::get(),
			(Place::Joint(_), _) => T::JointQuota::get(),
			(Place::Account(_), Purse::Reserve(..)) => T::Reserve::get().share(),
			(Place::Account(_), _) => T::AccountQuota::get(),
		}
	}

	/// Returns what is written in a bucket.
	fn bucket(place: &Place<T::AccountId>) -> Bucket<BlockNumberFor<T>> {
		match place {
			Place::Administration(administration) => UsedByAdministration::<T>::get(administration),
			Place::Reserve(administration) => UsedOfReserve::<T>::get(administration),
			Place::Joint(administration) => UsedJointly::<T>::get(administration),
			Place::Account(account) => UsedByAccount::<T>::get(account),
		}
	}

	/// Writes that so much is in use of a bucket now.
	fn put_used(place: &Place<T::AccountId>, used: FeeUnits) {
		let bucket = Bucket {
			used,
			at: frame_system::Pallet::<T>::block_number(),
		};
		match place {
			Place::Administration(administration) => {
				UsedByAdministration::<T>::insert(administration, bucket)
			}
			Place::Reserve(administration) => UsedOfReserve::<T>::insert(administration, bucket),
			Place::Joint(administration) => UsedJointly::<T>::insert(administration, bucket),
			Place::Account(account) => UsedByAccount::<T>::insert(account, bucket),
		}
	}

	/// Returns what would be in use of each bucket of `purse` after `fee`; none where one of them
	/// has not got it.
	fn taking(purse: &Purse<T::AccountId>, quota: Quota, fee: FeeUnits) -> Option<Vec<FeeUnits>> {
		let now = frame_system::Pallet::<T>::block_number();
		purse
			.places()
			.map(|place| {
				let quota = Self::quota_of(purse, &place, quota);
				quota.take(quota.in_use(Self::bucket(&place), now), fee)
			})
			.collect()
	}

	/// Returns the purse that pays `fee` for a transaction, and what would be in use of its buckets
	/// afterwards; none where it is paid from a balance.
	fn payer(
		who: &T::AccountId,
		call: &T::RuntimeCall,
		info: &DispatchInfoOf<T::RuntimeCall>,
		fee: FeeUnits,
	) -> Result<Option<Used<T::AccountId>>, InvalidTransaction> {
		let signer = Self::signer(who);
		let purpose = T::PaidCalls::purpose(who, signer.as_ref(), call, info)?;
		let (Some(signer), Some(purpose)) = (signer, purpose) else {
			return Ok(None);
		};
		let (first, second) = signer.purses(who, purpose);
		for purse in core::iter::once(first).chain(second) {
			if let Some(used) = Self::taking(&purse, signer.quota, fee) {
				return Ok(Some((purse, used)));
			}
		}
		match purpose {
			Purpose::GoesFirst => Err(InvalidTransaction::Payment),
			_ => Ok(None),
		}
	}

	/// Returns what is left of the quota that `account` has for its work, in fee units, and that
	/// quota: of two buckets that both must have room, the one with less. `None` where it has none.
	pub fn quota(account: &T::AccountId) -> Option<(FeeUnits, Quota)> {
		let signer = Self::signer(account)?;
		let (purse, _) = signer.purses(account, Purpose::Work);
		let now = frame_system::Pallet::<T>::block_number();
		purse
			.places()
			.map(|place| {
				let quota = Self::quota_of(&purse, &place, signer.quota);
				let in_use = quota.in_use(Self::bucket(&place), now);
				(quota.max.saturating_sub(in_use), quota)
			})
			.min_by_key(|(left, quota)| (*left, quota.max))
	}

	/// Returns what is left of the quota of `account`, in fee units; `None` where it has none.
	pub fn quota_left(account: &T::AccountId) -> Option<FeeUnits> {
		Self::quota(account).map(|(left, _)| left)
	}

	/// Goes over from one quota of an administration to another: what was in use until now came
	/// back at the old rate, and no more than the new maximum is in use.
	pub(crate) fn settle_quota(administration: Territory, before: Quota, after: Quota) {
		let now = frame_system::Pallet::<T>::block_number();
		let bucket = UsedByAdministration::<T>::get(administration);
		let used = before.in_use(bucket, now).min(after.max);
		Self::put_used(&Place::Administration(administration), used);
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
		let payer = match Pallet::<T>::payer(who, call, info, fee)? {
			Some((purse, used)) => {
				let credit = Inner::withdraw_fee(who, call, info, tip, tip)?;
				for (place, used) in purse.places().zip(used) {
					Pallet::<T>::put_used(&place, used);
				}
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
			Payer::Quota(purse, taken, credit) => {
				let unused = taken.saturating_sub(corrected_fee_with_tip.saturating_sub(tip));
				// To the buckets from which it came, whatever the signer has become meanwhile.
				for place in purse.places() {
					let used = Pallet::<T>::bucket(&place).used.saturating_sub(unused);
					Pallet::<T>::put_used(&place, used);
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

impl<T: Config> aeo_primitives::OuterSigner<T::AccountId> for Pallet<T> {
	fn outer_signer() -> Option<T::AccountId> {
		OuterSigner::<T>::get()
	}
}
