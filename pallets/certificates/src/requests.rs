//! What an issuer asks of the holder of a certificate, or of an applicant, until a day: field
//! validation, reviews and corrective action are carried by it.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{
	applications::Own,
	change::is_live,
	lifecycle,
	register::log_page,
	types::{RequestKey, MAX_OPEN_REQUESTS},
	Config, Error, Event, Pallet, RequestCounts, RequestLog, RequestLogCount, Requests,
};
use aeo_primitives::{
	CertificateNumber, Request, RequestAnswer, RequestClosure, RequestKind, RequestOutcome,
	Territory, Written,
};
use alloc::vec::Vec;
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult},
};
use sp_core::H256;
use sp_runtime::ArithmeticError;

/// The open requests out of a page of all, latest first, and the next page where there are earlier
/// ones.
pub type RequestPage<AccountId> = (Vec<(RequestKey, Request<AccountId>)>, Option<u32>);

impl<T: Config> Pallet<T> {
	pub(crate) fn do_request(
		issuer: Territory,
		by: T::AccountId,
		number: CertificateNumber,
		kind: RequestKind,
		due: Written,
		document: H256,
	) -> DispatchResult {
		Self::ensure_document(document)?;
		let due = Self::day(due)?;
		let clock = Self::clock(issuer);
		Self::ensure_to_come(due, clock)?;
		let record = Self::record(issuer, &number)?;
		ensure!(
			is_live(&record, clock) || lifecycle::is_open(record.state),
			Error::<T>::CertificateNotLive
		);
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

	/// One answer for each request, late or not: what is to be said again is asked again.
	pub(crate) fn do_answer_request(
		own: Own<T::AccountId>,
		request: u32,
		document: H256,
	) -> DispatchResult {
		Self::ensure_document(document)?;
		let Own {
			issuer, number, by, ..
		} = own;
		let mut asked = Self::open_request(issuer, &number, request)?;
		ensure!(asked.answer.is_none(), Error::<T>::RequestAnsweredAlready);
		asked.answer = Some(RequestAnswer {
			at: Self::now(),
			by: by.clone(),
			document,
		});
		Requests::<T>::insert((issuer, &number, request), asked);
		Self::deposit_event(Event::RequestAnswered {
			issuer,
			number,
			request,
			by,
			document,
		});
		Ok(())
	}

	/// Answered or not: a visit may be met without, and what is not answered is not met.
	pub(crate) fn do_close_request(
		issuer: Territory,
		by: T::AccountId,
		number: CertificateNumber,
		request: u32,
		outcome: RequestOutcome,
		document: H256,
	) -> DispatchResult {
		Self::ensure_document(document)?;
		let mut asked = Self::open_request(issuer, &number, request)?;
		asked.closure = Some(RequestClosure {
			at: Self::now(),
			by: by.clone(),
			outcome,
			document,
		});
		let mut count = RequestCounts::<T>::get(issuer, &number);
		count.open = count
			.open
			.checked_sub(1)
			.ok_or(ArithmeticError::Underflow)?;
		Requests::<T>::insert((issuer, &number, request), asked);
		RequestCounts::<T>::insert(issuer, &number, count);
		Self::deposit_event(Event::RequestClosed {
			issuer,
			number,
			request,
			outcome,
			by,
			document,
		});
		Ok(())
	}

	fn open_request(
		issuer: Territory,
		number: &CertificateNumber,
		request: u32,
	) -> Result<Request<T::AccountId>, DispatchError> {
		let asked =
			Requests::<T>::get((issuer, number, request)).ok_or(Error::<T>::UnknownRequest)?;
		ensure!(asked.is_open(), Error::<T>::RequestClosedAlready);
		Ok(asked)
	}

	/// How many requests about a certificate are open.
	pub fn open_requests(issuer: Territory, number: &CertificateNumber) -> u32 {
		RequestCounts::<T>::get(issuer, number).open
	}

	/// The open requests of an issuer out of 50 a page, latest first, from page 0.
	pub fn requests(issuer: Territory, page: u32) -> RequestPage<T::AccountId> {
		let (places, next_page) = log_page(RequestLogCount::<T>::get(issuer), page);
		let open = places.rev().filter_map(|place| {
			let key = RequestLog::<T>::get(issuer, place)?;
			let asked = Requests::<T>::get((issuer, &key.number, key.request))?;
			asked.is_open().then_some((key, asked))
		});
		(open.collect(), next_page)
	}
}
