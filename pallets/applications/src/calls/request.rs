//! Asking the holder of a certificate, or an applicant, for something until a day.

use crate::{
	types::{RequestKey, MAX_OPEN_REQUESTS},
	Config, Error, Event, Pallet, RequestCounts, RequestLog, RequestLogCount, Requests,
};
use aeo_primitives::{
	AdministrationLookup, ApplicationRegister, CertificateNumber, Request, RequestKind, Territory,
	Written,
};
use aeo_support::{clock::Clock, refusals::ensure_document};
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult},
};
use sp_core::H256;
use sp_runtime::ArithmeticError;

impl<T: Config> Pallet<T> {
	/// Stores a request, numbered from 1 among those about its certificate.
	pub(crate) fn do_request(
		issuer: Territory,
		by: T::AccountId,
		number: CertificateNumber,
		kind: RequestKind,
		due: Written,
		document: H256,
	) -> DispatchResult {
		ensure_document::<Error<T>>(document)?;
		let due = Self::day(due)?;
		// Whoever has an officer who may act was admitted.
		let administration =
			T::Administrations::administration(issuer).ok_or(DispatchError::Unavailable)?;
		let clock = Clock::of::<T::Time>(&administration);
		ensure!(!clock.over(due), Error::<T>::DayPassed);
		T::Certificates::ensure_requestable(issuer, &number).map_err(Into::into)?;
		let mut count = RequestCounts::<T>::get(issuer, &number);
		ensure!(count.open < MAX_OPEN_REQUESTS, Error::<T>::TooManyRequests);
		count.made = count.made.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		// Numbered from 1: a form's prefilled 0 names none.
		let request = count.made;
		count.open = count.open.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		let logged = RequestLogCount::<T>::get(issuer);
		let next = logged.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		let line = RequestKey {
			number: number.clone(),
			request,
		};
		let asked = Request {
			kind,
			asked_at: clock.now,
			asked_by: by.clone(),
			document,
			due,
			answer: None,
			closure: None,
		};
		Requests::<T>::insert((issuer, &number, request), asked);
		RequestCounts::<T>::insert(issuer, &number, count);
		RequestLog::<T>::insert(issuer, logged, line);
		RequestLogCount::<T>::insert(issuer, next);
		Self::deposit_event(Event::RequestMade {
			issuer,
			number,
			request,
			kind,
			due,
			by,
			document,
		});
		Ok(())
	}
}
