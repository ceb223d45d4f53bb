//! What giving and withdrawing the consent to sharing a certificate have in common: who speaks for its
//! holder, and what follows.

use crate::{
	rules::consent::{change, later, may_give},
	types::{CertificateRecord, ConsentStep},
	Certificates, Config, Consents, Error, Event, Pallet,
};
use aeo_primitives::{
	recognition::AgreementId, CertificateNumber, ConsentFor, LegLookup, Officers, OnStandingChange,
	Scope, StandingChange, Territory, TraderLookup,
};
use aeo_support::clock::BlockTime;
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, Weight},
};
use frame_system::{ensure_signed, pallet_prelude::OriginFor};
use sp_core::H256;

/// A certificate, and who says what of sharing it.
pub(crate) struct Consenting<AccountId> {
	pub issuer: Territory,
	number: CertificateNumber,
	record: CertificateRecord,
	by: AccountId,
	/// Whether it is an officer, who has the holder's paper.
	on_paper: bool,
	/// blake2-256 of the paper; the holder's account may leave it zero.
	document: H256,
}

impl<T: Config> Pallet<T> {
	/// Returns the certificate that the signer may speak for: its holder's account, also while the
	/// administration may not act, or an officer with scope `Disclosure` of its issuer, who has the
	/// holder's paper.
	pub(crate) fn ensure_consenting(
		origin: OriginFor<T>,
		number: &str,
		document: H256,
	) -> Result<Consenting<T::AccountId>, DispatchError> {
		let by = ensure_signed(origin)?;
		let number = Self::number(number)?;
		let holder = T::Traders::holder(&by);
		let issuer = match &holder {
			Some(trader) => {
				let found = T::Traders::trader(trader).ok_or(Error::<T>::UnknownTrader)?;
				found.administration
			}
			None => {
				let issuer = T::Administrations::ensure_officer(&by, Scope::Disclosure)
					.map_err(Into::into)?;
				ensure!(!document.is_zero(), Error::<T>::PaperMissing);
				issuer
			}
		};
		let record = Self::record(issuer, &number)?;
		ensure!(
			holder.is_none_or(|trader| record.trader == trader),
			Error::<T>::NotYourCertificate
		);
		Ok(Consenting {
			issuer,
			number,
			record,
			by,
			on_paper: holder.is_none(),
			document,
		})
	}

	/// Notes that a consent is given or withdrawn, and what follows for the certificate, whose version
	/// stays what it is. Returns what telling of it weighed.
	pub(crate) fn set_consent(
		consenting: Consenting<T::AccountId>,
		consent_for: ConsentFor,
		given: bool,
	) -> Result<Weight, DispatchError> {
		let Consenting {
			issuer,
			number,
			mut record,
			by,
			on_paper,
			document,
		} = consenting;
		if given {
			Self::ensure_rested(issuer, &number, &record, consent_for)?;
		}
		let before = record.facts(&number);
		let legs = || T::Legs::summary(issuer);
		let changed =
			change(&record.consent, consent_for, given, legs).map_err(Error::<T>::from)?;
		record.consent = changed.consent;
		Certificates::<T>::insert(issuer, &number, &record);
		for agreement in changed.forgotten {
			Consents::<T>::remove((issuer, &number, ConsentFor::Agreement(agreement)));
		}
		let step = ConsentStep {
			given,
			on_paper,
			by: by.clone(),
			document,
			at: T::Time::moment(),
		};
		Consents::<T>::insert((issuer, &number, consent_for), step);
		let change = StandingChange {
			version: record.version,
			before: Some(before),
			after: record.facts(&number),
		};
		Self::deposit_event(Event::ConsentChanged {
			issuer,
			number,
			consent_for,
			given,
			on_paper,
			by,
			document,
		});
		Ok(T::OnStandingChange::on_change(issuer, &[change]))
	}

	/// Refuses to give a consent that was withdrawn just now. For all of them, none of the exceptions may
	/// have been.
	fn ensure_rested(
		issuer: Territory,
		number: &CertificateNumber,
		record: &CertificateRecord,
		consent_for: ConsentFor,
	) -> Result<(), DispatchError> {
		let now = T::Time::moment();
		let is_open = |consent_for| {
			Consents::<T>::get((issuer, number, consent_for))
				.is_none_or(|said| may_give(&said, now))
		};
		let exceptions = record.consent.exceptions.iter();
		let is_rested = match consent_for {
			ConsentFor::Agreement(_) => is_open(consent_for),
			ConsentFor::All => exceptions
				.map(|agreement| ConsentFor::Agreement(*agreement))
				.all(is_open),
		};
		ensure!(
			is_rested && is_open(ConsentFor::All),
			Error::<T>::WithdrawnJustNow
		);
		Ok(())
	}

	/// Returns what was last said that covers sharing a certificate under an agreement; none where nothing
	/// was, and what its programme says holds.
	pub fn last_said(
		issuer: Territory,
		number: &CertificateNumber,
		record: &CertificateRecord,
		agreement: AgreementId,
	) -> Option<ConsentStep<T::AccountId>> {
		let said = |consent_for| Consents::<T>::get((issuer, number, consent_for));
		later(
			said(ConsentFor::Agreement(agreement)),
			said(ConsentFor::All),
			record.consent.is_given(agreement),
		)
	}
}
