//! What the other pallets ask of the certificates.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{
	change::{is_live, Clock, Effect},
	lifecycle, CertificateRecord, ChangeCount, Config, DomesticOffers, Error, Holdings, Ordinals,
	Pallet, Programmes,
};
use aeo_primitives::{
	recognition::Offer, CertificateLookup, CertificateNumber, CertificateState,
	CertificateSuspension, Decided, FourEyes, Ground, Held, KnownProgramme, ProgrammeCode,
	ProgrammeLookup, RegisterLookup, Reinstatable, StandingChange, Subject, Suspension,
	SuspensionScope, Territory, TraderId, TraderLookup, MAX_CERTIFICATES, MAX_DOMESTIC_OFFERS,
};
use frame_support::{
	ensure,
	pallet_prelude::{ConstU32, DispatchError, DispatchResult},
	BoundedVec,
};

impl<T: Config> CertificateLookup for Pallet<T> {
	fn of_trader(
		issuer: Territory,
		trader: &TraderId,
	) -> BoundedVec<Held, ConstU32<MAX_CERTIFICATES>> {
		let held = Self::held(issuer, &Holdings::<T>::get(issuer, trader));
		let held = held.iter().map(|(number, record)| Held {
			version: record.version,
			certificate: record.facts(number),
		});
		BoundedVec::truncate_from(held.collect())
	}

	fn holder_of(issuer: Territory, number: &CertificateNumber) -> Option<TraderId> {
		Self::certificate(issuer, number).map(|record| record.trader)
	}

	fn version(issuer: Territory, number: &CertificateNumber) -> Option<u32> {
		Self::certificate(issuer, number).map(|record| record.version)
	}

	fn is_annulled(issuer: Territory, number: &CertificateNumber) -> bool {
		Self::certificate(issuer, number)
			.is_some_and(|record| record.state == CertificateState::Annulled)
	}

	fn domestic_offers(issuer: Territory) -> BoundedVec<Offer, ConstU32<MAX_DOMESTIC_OFFERS>> {
		DomesticOffers::<T>::get(issuer)
	}
}

impl<T: Config> RegisterLookup for Pallet<T> {
	fn changes(issuer: Territory) -> u32 {
		ChangeCount::<T>::get(issuer)
	}

	fn ordinals(issuer: Territory) -> u32 {
		Ordinals::<T>::get(issuer)
	}
}

impl<T: Config> ProgrammeLookup for Pallet<T> {
	fn programme(issuer: Territory, code: &ProgrammeCode) -> Option<KnownProgramme> {
		let programme = Programmes::<T>::get(issuer, code)?;
		Some(KnownProgramme {
			types: programme.types.into_iter().map(|kind| kind.code).collect(),
			consent: programme.consent,
		})
	}
}

/// A certificate that is live, and whether a suspension of it is over by the clock.
pub(crate) struct Live {
	pub record: CertificateRecord,
	pub is_over: bool,
}

impl<T: Config> Pallet<T> {
	pub(crate) fn live_record(
		issuer: Territory,
		number: &CertificateNumber,
	) -> Result<Live, DispatchError> {
		let clock: Clock = Self::clock(issuer);
		let record = Self::record(issuer, number)?;
		ensure!(is_live(&record, clock), Error::<T>::CertificateNotLive);
		let is_over = Self::is_resumed(number, &record, clock);
		Ok(Live { record, is_over })
	}

	/// Whether a suspension of a certificate is over by the clock.
	pub(crate) fn is_resumed(
		number: &CertificateNumber,
		record: &CertificateRecord,
		clock: Clock,
	) -> bool {
		let suspended = record.facts(number).suspended(clock.now, clock.utc_offset);
		lifecycle::suspension(record.state).is_some() && suspended.is_none()
	}

	/// Nobody says of a holder that it asked and did not.
	fn ensure_asked(decided: &Decided<T::AccountId>, has_asked: bool) -> DispatchResult {
		ensure!(
			decided.ground != Ground::HoldersRequest || has_asked,
			Error::<T>::HolderHasNotAsked
		);
		Ok(())
	}

	/// Change the state of a certificate by a decision of another pallet.
	fn change_state(
		issuer: Territory,
		number: &CertificateNumber,
		before: CertificateRecord,
		state: CertificateState,
		decided: Decided<T::AccountId>,
	) -> Result<StandingChange, DispatchError> {
		Self::ensure_document(decided.document)?;
		let record = CertificateRecord {
			state,
			..before.clone()
		};
		Self::change(issuer, number, before, record, decided, Effect::Now)
	}
}

impl<T: Config> CertificateSuspension<T::AccountId> for Pallet<T> {
	type Error = DispatchError;

	fn live(
		issuer: Territory,
		subject: &Subject,
	) -> Result<BoundedVec<CertificateNumber, ConstU32<MAX_CERTIFICATES>>, DispatchError> {
		let numbers = match subject {
			Subject::Number(number) => {
				let number = Self::number(number)?;
				Self::live_record(issuer, &number)?;
				[number].into()
			}
			Subject::Tin(tin) => {
				let trader = T::Traders::id_of(tin).ok_or(Error::<T>::UnknownTrader)?;
				let record = T::Traders::trader(&trader).ok_or(Error::<T>::UnknownTrader)?;
				ensure!(record.administration == issuer, Error::<T>::UnknownTrader);
				Self::live_of(issuer, trader, Self::clock(issuer)).collect()
			}
		};
		let numbers: BoundedVec<_, _> = BoundedVec::truncate_from(numbers);
		ensure!(!numbers.is_empty(), Error::<T>::TraderHasNoLiveCertificate);
		Ok(numbers)
	}

	fn suspend(
		issuer: Territory,
		number: &CertificateNumber,
		suspension: Suspension,
		decided: Decided<T::AccountId>,
	) -> Result<StandingChange, DispatchError> {
		let Live {
			mut record,
			is_over,
		} = Self::live_record(issuer, number)?;
		Self::ensure_asked(&decided, record.asked.suspension)?;
		// It has what it asked for, in whatever state that leaves the certificate.
		record.asked.suspension = false;
		// To be reinstated was asked for of an earlier suspension, which is over by the clock.
		record.asked.reinstatement &= !is_over;
		let state = lifecycle::suspend(record.state, is_over, record.halves, suspension)
			.map_err(Error::<T>::from)?;
		Self::change_state(issuer, number, record, state, decided)
	}

	fn reinstate(
		issuer: Territory,
		number: &CertificateNumber,
		scope: SuspensionScope,
		decided: Decided<T::AccountId>,
	) -> Result<StandingChange, DispatchError> {
		let Live {
			mut record,
			is_over,
		} = Self::live_record(issuer, number)?;
		Self::ensure_asked(&decided, record.asked.reinstatement)?;
		// It has its answer, whatever of it is suspended still.
		record.asked.reinstatement = false;
		let state = lifecycle::reinstate(record.state, is_over, record.halves, scope)
			.map_err(Error::<T>::from)?;
		Self::change_state(issuer, number, record, state, decided)
	}

	fn reinstatable(
		issuer: Territory,
		number: &CertificateNumber,
		scope: SuspensionScope,
	) -> Result<Reinstatable, DispatchError> {
		let Live { record, is_over } = Self::live_record(issuer, number)?;
		lifecycle::reinstate(record.state, is_over, record.halves, scope)
			.map_err(Error::<T>::from)?;
		let programme = Self::programme_of(issuer, &record.certificate_type)?;
		Ok(Reinstatable {
			version: record.version,
			four_eyes: programme.four_eyes == FourEyes::Required,
			expires: Self::expiry(Self::now(), programme.decision_days)?,
			holder_asked: record.asked.reinstatement,
		})
	}
}
