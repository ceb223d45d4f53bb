//! What the holder does, with its own account or through an officer who has its paper: applications
//! (T1, T2), wishes, appeals. And the review (T11).
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{
	change::{is_live, Applicant, Effect},
	lifecycle::{self, Refusal},
	types::Wish,
	CertificateRecord, Certificates, Config, Error, Event, Ordinals, Pallet,
};
use aeo_primitives::{
	recognition::TraderState, CertificateNumber, CertificateState, CertificateType, Decided,
	Ground, Officers, OnStandingChange, Roles, Scope, Territory, TraderLookup,
};
use alloc::format;
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult},
};
use frame_system::{ensure_signed, pallet_prelude::OriginFor};
use sp_core::H256;

/// How the numbers of applications begin that holders make themselves. Theirs are kept apart, so that
/// nobody takes the number that an administration wants to give.
pub const OWN_APPLICATION: &str = "APPLICATION-";

/// One's certificate, and who acts for it.
pub(crate) struct Own<AccountId> {
	pub issuer: Territory,
	pub number: CertificateNumber,
	pub record: CertificateRecord,
	pub by: AccountId,
}

impl<T: Config> Pallet<T> {
	/// The certificate that the signer may speak for: its holder's account, or an officer with scope
	/// `Certification` of its issuer, who has the holder's paper.
	pub(crate) fn ensure_holder(
		origin: OriginFor<T>,
		number: &CertificateNumber,
	) -> Result<Own<T::AccountId>, DispatchError> {
		let by = ensure_signed(origin)?;
		let number = Self::number(number)?;
		let Some(trader) = T::Traders::holder(&by) else {
			let issuer = T::Administrations::ensure_officer(&by, Scope::Certification)
				.map_err(Into::into)?;
			let record = Self::record(issuer, &number)?;
			return Ok(Own {
				issuer,
				number,
				record,
				by,
			});
		};
		let found = T::Traders::trader(&trader).ok_or(Error::<T>::UnknownTrader)?;
		let record = Self::record(found.administration, &number)?;
		ensure!(record.trader == trader, Error::<T>::NotYourCertificate);
		Ok(Own {
			issuer: found.administration,
			number,
			record,
			by,
		})
	}

	/// T1, by the holder's own account. The number is the chain's.
	pub(crate) fn do_apply_myself(
		by: T::AccountId,
		certificate_type: CertificateType,
		roles: Roles,
		document: H256,
	) -> Result<u32, DispatchError> {
		let trader = T::Traders::holder(&by).ok_or(Error::<T>::NotAHolder)?;
		let found = T::Traders::trader(&trader).ok_or(Error::<T>::UnknownTrader)?;
		ensure!(
			found.state == TraderState::Active,
			Error::<T>::TraderNotActive
		);
		let issuer = found.administration;
		let number = format!("{OWN_APPLICATION}{}", Ordinals::<T>::get(issuer));
		let number = CertificateNumber::try_from(number.as_str())
			.map_err(|_| Error::<T>::NumberNotUnderstood)?;
		let decided = requested(by, document);
		let applicant = Applicant::Holder(trader);
		let change = Self::do_apply(issuer, number, applicant, certificate_type, roles, decided)?;
		Ok(T::OnStandingChange::on_change(issuer, &[change]))
	}

	/// A number that an administration gives is not one that the chain gives.
	pub(crate) fn ensure_own_number(number: &CertificateNumber) -> DispatchResult {
		ensure!(
			!number.starts_with(OWN_APPLICATION),
			Error::<T>::NumberNotUnderstood
		);
		Ok(())
	}

	/// T2: a step of an application that changes nothing but its state.
	pub(crate) fn do_step(
		issuer: Territory,
		number: &CertificateNumber,
		step: fn(CertificateState) -> Result<CertificateState, Refusal>,
		decided: Decided<T::AccountId>,
	) -> Result<u32, DispatchError> {
		Self::ensure_document(decided.document)?;
		let before = Self::record(issuer, number)?;
		let state = step(before.state).map_err(Error::<T>::from)?;
		let record = CertificateRecord {
			state,
			..before.clone()
		};
		let change = Self::change(issuer, number, before, record, decided, Effect::Now)?;
		Ok(T::OnStandingChange::on_change(issuer, &[change]))
	}

	/// Note what a holder asks for. Gives the reads that it took to tell of a change.
	pub(crate) fn do_ask(
		own: Own<T::AccountId>,
		wish: Wish,
		document: H256,
	) -> Result<u32, DispatchError> {
		Self::ensure_document(document)?;
		let Own {
			issuer,
			number,
			record: before,
			by,
		} = own;
		// It spares a second officer. So that no officer is both pairs of eyes, one who has the
		// holder's paper proposes the decision instead (invariant I18).
		ensure!(
			!matches!(wish, Wish::Relinquishment { .. })
				|| T::Traders::holder(&by) == Some(before.trader),
			Error::<T>::NotAHolder
		);
		let mut record = before.clone();
		Self::note(issuer, &mut record, wish)?;
		ensure!(record.asked != before.asked, Error::<T>::AskedAlready);
		Self::deposit_event(Event::HolderAsked {
			issuer,
			number: number.clone(),
			wish,
			by: by.clone(),
			document,
		});
		if record.validity == before.validity {
			Certificates::<T>::insert(issuer, number, record);
			return Ok(0);
		}
		let decided = requested(by, document);
		let change = Self::change(issuer, &number, before, record, decided, Effect::Now)?;
		Ok(T::OnStandingChange::on_change(issuer, &[change]))
	}

	fn note(issuer: Territory, record: &mut CertificateRecord, wish: Wish) -> DispatchResult {
		let clock = Self::clock(issuer);
		if wish == Wish::Appeal {
			ensure!(
				lifecycle::is_appealable(record.state),
				Error::<T>::NothingToOverturn
			);
			record.asked.appeal = true;
			return Ok(());
		}
		ensure!(is_live(record, clock), Error::<T>::NotLive);
		match wish {
			Wish::Renewal => {
				let programme = Self::programme_of(issuer, &record.certificate_type)?;
				record.asked.renewal = true;
				if let Some(validity) = &mut record.validity {
					ensure!(validity.until.is_some(), Error::<T>::NotLonger);
					validity.renewal_pending |= programme.kept_until_renewed;
				}
			}
			Wish::Suspension => record.asked.suspension = true,
			Wish::Relinquishment { from } => {
				Self::ensure_to_come(from, clock)?;
				lifecycle::relinquish(record.state, false, from).map_err(Error::<T>::from)?;
				record.asked.relinquishment = Some(from);
			}
			Wish::Appeal => {}
		}
		Ok(())
	}

	pub(crate) fn do_dismiss_appeal(
		issuer: Territory,
		number: CertificateNumber,
		by: T::AccountId,
		document: H256,
	) -> DispatchResult {
		Self::ensure_document(document)?;
		let mut record = Self::record(issuer, &number)?;
		ensure!(record.asked.appeal, Error::<T>::NoAppeal);
		record.asked.appeal = false;
		Certificates::<T>::insert(issuer, &number, record);
		Self::deposit_event(Event::AppealDismissed {
			issuer,
			number,
			by,
			document,
		});
		Ok(())
	}

	/// T11, by an officer who certifies or by the issuer's own risk unit.
	pub(crate) fn do_set_review(
		origin: OriginFor<T>,
		number: &CertificateNumber,
		under_review: bool,
		document: H256,
	) -> DispatchResult {
		let by = ensure_signed(origin)?;
		let issuer = T::Administrations::ensure_officer(&by, Scope::Risk)
			.or_else(|_| T::Administrations::ensure_officer(&by, Scope::Certification))
			.map_err(Into::into)?;
		Self::ensure_document(document)?;
		let number = Self::number(number)?;
		let mut record = Self::record(issuer, &number)?;
		ensure!(
			!under_review || is_live(&record, Self::clock(issuer)),
			Error::<T>::NotLive
		);
		ensure!(record.under_review != under_review, Error::<T>::Unchanged);
		record.under_review = under_review;
		if !under_review {
			let programme = Self::programme_of(issuer, &record.certificate_type)?;
			record.review_due = Self::review_due(&programme, Self::clock(issuer))?;
		}
		let review_due = record.review_due;
		Certificates::<T>::insert(issuer, &number, record);
		Self::deposit_event(Event::ReviewSet {
			issuer,
			number,
			under_review,
			review_due,
			by,
			document,
		});
		Ok(())
	}
}

/// What the holder wants.
pub(crate) fn requested<AccountId>(by: AccountId, document: H256) -> Decided<AccountId> {
	Decided {
		by,
		ground: Ground::HoldersRequest,
		document,
	}
}
