//! Transactions are paid from quotas; beyond them, by the ordinary fee.
//!
//! An account pays only for the calls of its role, and there are four kinds of buckets: an
//! administration's own, which its officers share; its reserve, which only calls may use with which
//! it protects itself; the joint one of its holders, agencies and offered accounts; and a small one
//! of each account that takes part in a reserve or in a joint bucket, so that no single key can
//! empty what it shares.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{
	types::{AccountRole, AdministrationState, Bucket, FeeUnits, Quota},
	Administrations, Config, OuterSigner, Pallet, UsedByAccount, UsedByAdministration, UsedJointly,
	UsedOfReserve,
};
use aeo_primitives::{OutsideRole, OutsideRoles, Territory};
use alloc::vec::Vec;
use core::marker::PhantomData;
use frame_support::pallet_prelude::{Get, InvalidTransaction, TransactionValidityError};
use frame_system::pallet_prelude::BlockNumberFor;
use pallet_transaction_payment::{OnChargeTransaction, TxCreditHold};
use sp_runtime::traits::{
	DispatchInfoOf, Dispatchable, PostDispatchInfoOf, SaturatedConversion, Saturating,
};

/// For whom an account signs, and as what, as far as a quota pays for it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Signer {
	/// The administration whose quotas pay.
	pub administration: Territory,
	/// Whether it is quarantined, so that nothing is paid but for its keys.
	pub quarantined: bool,
	/// The role of the account.
	pub role: SignerRole,
	/// The administration's quota.
	quota: Quota,
}

/// As what an account signs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SignerRole {
	/// For the administration.
	Inside(AccountRole),
	/// As one of its holders, agencies or offered accounts.
	Outside(OutsideRole),
}

/// What a transaction is for, which decides from which bucket it is paid. A batch is for the least
/// of what its calls are for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Purpose {
	/// The work of the role: paid from the administration's own bucket, or the joint one.
	Work,
	/// Something with which an administration protects itself: paid from its own bucket, and from
	/// the reserve where that one is empty.
	Protection,
	/// What goes first: a suspension, a vote, and whatever else is operational. It is paid from the
	/// reserve and from nothing else, so that no saved-up quota and no balance can fill blocks with
	/// calls that go first.
	GoesFirst,
}

/// What the quotas pay for: the runtime knows all calls, this pallet knows the accounts.
pub trait PaidCalls<AccountId, Call: Dispatchable> {
	/// The purpose of a transaction of `who`, which signs as `signer`; none where no quota pays for
	/// such a call of such a signer, so that it is paid from a balance. An error where it is refused
	/// whoever pays.
	fn purpose(
		who: &AccountId,
		signer: Option<&Signer>,
		call: &Call,
		info: &DispatchInfoOf<Call>,
	) -> Result<Option<Purpose>, InvalidTransaction>;
}

/// A chain without such rules: every call is the work of whoever has a role.
impl<AccountId, Call: Dispatchable> PaidCalls<AccountId, Call> for () {
	fn purpose(
		_who: &AccountId,
		_signer: Option<&Signer>,
		_call: &Call,
		_info: &DispatchInfoOf<Call>,
	) -> Result<Option<Purpose>, InvalidTransaction> {
		Ok(Some(Purpose::Work))
	}
}

/// The buckets against which a transaction is counted: all of them must have room.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Purse<AccountId> {
	/// The administration's own.
	Administration(Territory),
	/// The administration's reserve, and the account's share in it.
	Reserve(Territory, AccountId),
	/// The joint one of the administration's holders, agencies and offered accounts, and the
	/// account's own.
	Joint(Territory, AccountId),
}

/// What would be in use of each bucket of a purse.
type Used<AccountId> = (Purse<AccountId>, Vec<FeeUnits>);

/// One bucket.
enum Place<'a, AccountId> {
	Administration(Territory),
	Reserve(Territory),
	Joint(Territory),
	Account(&'a AccountId),
}

impl<AccountId> Purse<AccountId> {
	fn places(&self) -> impl Iterator<Item = Place<'_, AccountId>> {
		let (place, account) = match self {
			Self::Administration(administration) => (Place::Administration(*administration), None),
			Self::Reserve(administration, account) => {
				(Place::Reserve(*administration), Some(account))
			}
			Self::Joint(administration, account) => (Place::Joint(*administration), Some(account)),
		};
		core::iter::once(place).chain(account.map(Place::Account))
	}
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

	/// The part of a reserve that one account can use: half, so that one key that empties its own
	/// share leaves another officer as much.
	pub fn share(&self) -> Self {
		let half = |units: FeeUnits| units.checked_div(2).unwrap_or_default();
		Self {
			max: half(self.max),
			recovery: half(self.recovery),
		}
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
	/// For whom an account signs: none for a stranger, for those outside a quarantined
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

	/// As [`Self::signer`], where the role is one at the administration itself.
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

	/// The purses that may pay for a transaction of this purpose, in the order in which they are
	/// asked.
	fn purses(
		who: &T::AccountId,
		signer: &Signer,
		purpose: Purpose,
	) -> (Purse<T::AccountId>, Option<Purse<T::AccountId>>) {
		let administration = signer.administration;
		let reserve = || Purse::Reserve(administration, who.clone());
		match (&signer.role, purpose) {
			(SignerRole::Outside(_), _) => (Purse::Joint(administration, who.clone()), None),
			_ if signer.quarantined => (reserve(), None),
			(_, Purpose::GoesFirst) => (reserve(), None),
			(_, Purpose::Protection) => (Purse::Administration(administration), Some(reserve())),
			(_, Purpose::Work) => (Purse::Administration(administration), None),
		}
	}

	/// The quota of one bucket of a purse.
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

	fn bucket(place: &Place<T::AccountId>) -> Bucket<BlockNumberFor<T>> {
		match place {
			Place::Administration(administration) => UsedByAdministration::<T>::get(administration),
			Place::Reserve(administration) => UsedOfReserve::<T>::get(administration),
			Place::Joint(administration) => UsedJointly::<T>::get(administration),
			Place::Account(account) => UsedByAccount::<T>::get(account),
		}
	}

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

	/// What would be in use of each bucket of `purse` after `fee`; none where one of them has not
	/// got it.
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

	/// The purse that pays `fee` for a transaction, and what would be in use of its buckets
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
		let (first, second) = Self::purses(who, &signer, purpose);
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

	/// The quota that `account` has for its work, and what is left of it, in fee units: of two
	/// buckets that both must have room, the one with less. `None` where it has none.
	pub fn quota(account: &T::AccountId) -> Option<(FeeUnits, Quota)> {
		let signer = Self::signer(account)?;
		let (purse, _) = Self::purses(account, &signer, Purpose::Work);
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

	/// What is left of the quota of `account`, in fee units; `None` where it has none.
	pub fn quota_left(account: &T::AccountId) -> Option<FeeUnits> {
		Self::quota(account).map(|(left, _)| left)
	}

	/// Go over from one quota of an administration to another: what was in use until now came back
	/// at the old rate, and no more than the new maximum is in use.
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
