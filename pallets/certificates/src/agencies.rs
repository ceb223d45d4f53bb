//! Agencies: accounts that an administration registers, and what they think of applications.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{
	types::{AgencyCode, Opinion, OpinionRecord, Programme, MAX_AGENCIES},
	Agencies, AgencyAccounts, AgencyCount, Config, Error, Event, Opinions, Pallet,
};
use aeo_primitives::{
	AccountRoles, AdministrationLookup, CertificateNumber, CertificateState, Officers, OutsideRole,
	OutsideRoles, Territory, UnaskedRoles, Written,
};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use sp_core::H256;
use sp_runtime::ArithmeticError;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_register_agency(
		administration: Territory,
		code: &Written,
		account: T::AccountId,
	) -> DispatchResult {
		let code = Self::code(code)?;
		ensure!(
			!Agencies::<T>::contains_key(administration, &code),
			Error::<T>::AgencyCodeTaken
		);
		let count = AgencyCount::<T>::get(administration);
		ensure!(count < MAX_AGENCIES, Error::<T>::TooManyAgencies);
		let count = count.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		let in_use = T::Administrations::has_role(&account)
			|| T::Traders::has_outside_role(&account)
			|| T::Traders::is_offered(&account)
			|| AgencyAccounts::<T>::contains_key(&account);
		ensure!(!in_use, Error::<T>::AccountHasARole);
		let admission =
			Self::admission_of(administration).ok_or(Error::<T>::AdministrationFrozen)?;
		T::Administrations::provide(&account);
		AgencyCount::<T>::insert(administration, count);
		Agencies::<T>::insert(administration, &code, &account);
		AgencyAccounts::<T>::insert(&account, (administration, &code, admission));
		Self::deposit_event(Event::AgencyRegistered {
			administration,
			code,
			account,
		});
		Ok(())
	}

	/// An agency is registered without being asked, so that it may go by itself, as officers may,
	/// whatever becomes of its administration.
	pub(crate) fn do_remove_agency(by: T::AccountId, code: &Written) -> DispatchResult {
		let code = Self::code(code)?;
		let administration = match AgencyAccounts::<T>::get(&by) {
			Some((administration, own, _)) if own == code => administration,
			_ => T::Administrations::ensure_own_account(&by).map_err(Into::into)?,
		};
		Self::remove(administration, code, by)
	}

	/// The number of the present admission of an administration.
	fn admission_of(administration: Territory) -> Option<u32> {
		T::Administrations::administration(administration).map(|found| found.admission)
	}

	fn remove(administration: Territory, code: AgencyCode, by: T::AccountId) -> DispatchResult {
		let account =
			Agencies::<T>::take(administration, &code).ok_or(Error::<T>::UnknownAgency)?;
		let count = AgencyCount::<T>::get(administration)
			.checked_sub(1)
			.ok_or(ArithmeticError::Underflow)?;
		AgencyCount::<T>::insert(administration, count);
		AgencyAccounts::<T>::remove(&account);
		Self::deposit_event(Event::AgencyRemoved {
			administration,
			code,
			account,
			by,
		});
		Ok(())
	}

	/// Note what an agency thinks of an application of its own administration, which may act.
	pub(crate) fn do_opine(
		by: T::AccountId,
		number: &str,
		version: u32,
		opinion: Opinion,
		document: H256,
	) -> DispatchResult {
		let (issuer, agency, admission) =
			AgencyAccounts::<T>::get(&by).ok_or(Error::<T>::NotAnAgency)?;
		Self::ensure_may_act(issuer)?;
		ensure!(
			Self::admission_of(issuer) == Some(admission),
			Error::<T>::NotAnAgency
		);
		Self::ensure_document(document)?;
		let number = Self::number(number)?;
		let record = Self::record(issuer, &number)?;
		ensure!(
			record.state == CertificateState::Accepted,
			Error::<T>::ApplicationNotAccepted
		);
		ensure!(record.version == version, Error::<T>::ChangedSinceProposal);
		let key = (issuer, &number, &agency);
		let before = Opinions::<T>::get(key);
		let is_same = |before: &OpinionRecord| {
			(before.version, before.opinion, before.document) == (version, opinion, document)
		};
		ensure!(
			!before.as_ref().is_some_and(is_same),
			Error::<T>::NothingWouldChange
		);
		let given = OpinionRecord {
			version,
			opinion,
			document,
			at: Self::now(),
		};
		Opinions::<T>::insert(key, given);
		Self::deposit_event(Event::OpinionGiven {
			issuer,
			number,
			version,
			agency,
			before: before.map(|before| before.opinion),
			opinion,
			by,
			document,
		});
		Ok(())
	}

	/// Each agency that the programme requires has an opinion on this version of an application, and
	/// none is unfavourable (T3).
	pub(crate) fn ensure_opinions(
		issuer: Territory,
		number: &CertificateNumber,
		version: u32,
		programme: &Programme,
	) -> DispatchResult {
		for agency in &programme.opinions_required {
			let given = Opinions::<T>::get((issuer, number, agency))
				.filter(|given| given.version == version)
				.ok_or(Error::<T>::OpinionMissing)?;
			ensure!(
				given.opinion != Opinion::Unfavourable,
				Error::<T>::OpinionUnfavourable
			);
		}
		Ok(())
	}
}

impl<T: Config> OutsideRoles<T::AccountId> for Pallet<T> {
	fn outside_role(account: &T::AccountId) -> Option<(OutsideRole, Territory)> {
		let (administration, _, admission) = AgencyAccounts::<T>::get(account)?;
		(Self::admission_of(administration) == Some(admission))
			.then_some((OutsideRole::Agency, administration))
	}

	fn has_outside_role(account: &T::AccountId) -> bool {
		AgencyAccounts::<T>::contains_key(account)
	}

	/// An agency's account is registered without its consent: it can do nothing but give opinions.
	fn is_offered(_account: &T::AccountId) -> bool {
		false
	}
}

impl<T: Config> UnaskedRoles<T::AccountId> for Pallet<T> {
	fn has_unasked_role(account: &T::AccountId) -> bool {
		AgencyAccounts::<T>::contains_key(account)
	}

	fn take_unasked_role(account: &T::AccountId) {
		let Some((administration, code, _)) = AgencyAccounts::<T>::get(account) else {
			return;
		};
		if let Err(error) = Self::remove(administration, code, account.clone()) {
			frame_support::defensive!("an agency's account is an agency's: {:?}", error);
		}
	}
}
