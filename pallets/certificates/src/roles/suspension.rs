//! Suspending and reinstating certificates, for the pallet that decides on it (T4, T5).

use crate::{
	calls::{Effect, Live},
	rules::{lifecycle, terms},
	types::CertificateRecord,
	Config, Error, Pallet,
};
use aeo_primitives::{
	CertificateNumber, CertificateState, CertificateSuspension, Decided, FourEyes, Ground,
	Reinstatable, StandingChange, Subject, Suspension, SuspensionScope, Territory,
	MAX_CERTIFICATES,
};
use aeo_support::{clock::BlockTime, refusals::ensure_document};
use frame_support::{
	ensure,
	pallet_prelude::{ConstU32, DispatchError, DispatchResult},
	BoundedVec,
};
use sp_runtime::ArithmeticError;

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
				let (trader, record) = Self::trader_of(tin).ok_or(Error::<T>::UnknownTrader)?;
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
		let live = Self::live_record(issuer, number)?;
		let mut record = live.record;
		Self::ensure_asked(&decided, record.asked.suspension)?;
		// It has what it asked for, in whatever state that leaves the certificate.
		record.asked.suspension = false;
		// To be reinstated was asked for of an earlier suspension, which is over by the clock.
		record.asked.reinstatement &= !live.is_over;
		let state = lifecycle::suspend(record.state, live.is_over, record.halves, suspension)
			.map_err(Error::<T>::from)?;
		Self::change_state(issuer, number, record, state, decided)
	}

	fn reinstate(
		issuer: Territory,
		number: &CertificateNumber,
		scope: SuspensionScope,
		decided: Decided<T::AccountId>,
	) -> Result<StandingChange, DispatchError> {
		let live = Self::live_record(issuer, number)?;
		let mut record = live.record;
		Self::ensure_asked(&decided, record.asked.reinstatement)?;
		// It has its answer, whatever of it is suspended still.
		record.asked.reinstatement = false;
		let state = lifecycle::reinstate(record.state, live.is_over, record.halves, scope)
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
			expires: terms::expiry(T::Time::moment(), programme.decision_days)
				.ok_or(ArithmeticError::Overflow)?,
			holder_asked: record.asked.reinstatement,
		})
	}
}

impl<T: Config> Pallet<T> {
	/// Refuses a decision by the holder's request where there was none.
	fn ensure_asked(decided: &Decided<T::AccountId>, has_asked: bool) -> DispatchResult {
		ensure!(
			decided.ground != Ground::HoldersRequest || has_asked,
			Error::<T>::HolderHasNotAsked
		);
		Ok(())
	}

	/// Changes the state of a certificate by a decision of another pallet.
	fn change_state(
		issuer: Territory,
		number: &CertificateNumber,
		before: CertificateRecord,
		state: CertificateState,
		decided: Decided<T::AccountId>,
	) -> Result<StandingChange, DispatchError> {
		ensure_document::<Error<T>>(decided.document)?;
		let record = CertificateRecord {
			state,
			..before.clone()
		};
		Self::change(issuer, number, before, record, decided, Effect::Now)
	}
}
