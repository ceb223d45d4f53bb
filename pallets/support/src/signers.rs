//! Who signed a call, and for which administration.

use aeo_primitives::{Maker, Officers, OuterSigner, Scope, Territory};
use frame_support::pallet_prelude::DispatchError;
use frame_system::{ensure_signed, RawOrigin};

/// Four eyes need a signature to look at, and there is none.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct NotASignedTransaction;

/// The administrations, asked about the signer of a call.
pub trait Signers<AccountId>: Officers<AccountId, Error: Into<DispatchError>> {
	/// Returns the administration for which the signer is an officer with `scope`, and the signer.
	///
	/// # Errors
	///
	/// Nobody signed, or no such officer did.
	fn ensure_signed_officer<Origin>(
		origin: Origin,
		scope: Scope,
	) -> Result<(Territory, AccountId), DispatchError>
	where
		Origin: Into<Result<RawOrigin<AccountId>, Origin>>,
	{
		let officer = ensure_signed(origin)?;
		let administration = Self::ensure_officer(&officer, scope).map_err(Into::into)?;
		Ok((administration, officer))
	}

	/// Returns the same, with the officer as one of two hands.
	///
	/// # Errors
	///
	/// Nobody signed, no such officer did, or no signed extrinsic is under way.
	fn ensure_hand<Signer, Error, Origin>(
		origin: Origin,
		scope: Scope,
	) -> Result<(Territory, Maker<AccountId>), DispatchError>
	where
		Signer: OuterSigner<AccountId>,
		Error: From<NotASignedTransaction> + Into<DispatchError>,
		Origin: Into<Result<RawOrigin<AccountId>, Origin>>,
	{
		let (administration, officer) = Self::ensure_signed_officer(origin, scope)?;
		let hand = Signer::hand(officer).map_err(|why| Error::from(why).into())?;
		Ok((administration, hand))
	}

	/// Returns the administration of which the signer is the own account.
	///
	/// # Errors
	///
	/// Nobody signed, or no own account did.
	fn ensure_signed_own_account<Origin>(origin: Origin) -> Result<Territory, DispatchError>
	where
		Origin: Into<Result<RawOrigin<AccountId>, Origin>>,
	{
		Self::ensure_own_account(&ensure_signed(origin)?).map_err(Into::into)
	}

	/// Returns whether an account is an officer of `administration` with `scope`.
	fn is_officer_of(administration: Territory, account: &AccountId, scope: Scope) -> bool {
		Self::ensure_officer(account, scope).is_ok_and(|found| found == administration)
	}
}

impl<AccountId, Known> Signers<AccountId> for Known where
	Known: Officers<AccountId, Error: Into<DispatchError>>
{
}

/// The signer of the extrinsic under way, as one of two hands.
pub trait Hand<AccountId>: OuterSigner<AccountId> {
	/// Returns an officer with the account that signed the extrinsic.
	///
	/// # Errors
	///
	/// No signed extrinsic is under way.
	fn hand(officer: AccountId) -> Result<Maker<AccountId>, NotASignedTransaction> {
		let signer = Self::outer_signer().ok_or(NotASignedTransaction)?;
		Ok(Maker { officer, signer })
	}
}

impl<AccountId, Known: OuterSigner<AccountId>> Hand<AccountId> for Known {}
