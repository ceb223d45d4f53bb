//! What the runtime API asks: requests.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{
	types::RequestKey, Config, Pallet, RequestCounts, RequestLog, RequestLogCount, Requests,
};
use aeo_primitives::{CertificateNumber, Request, Territory};
use aeo_support::paging::log_page;
use alloc::vec::Vec;

/// The open requests out of a page of all, latest first, and the next page where there are earlier
/// ones.
pub type RequestPage<AccountId> = (Vec<(RequestKey, Request<AccountId>)>, Option<u32>);

impl<T: Config> Pallet<T> {
	/// Returns how many requests about a certificate are open.
	pub fn open_requests(issuer: Territory, number: &CertificateNumber) -> u32 {
		RequestCounts::<T>::get(issuer, number).open
	}

	/// Returns the open requests of an issuer out of 50 a page, latest first, from page 0.
	pub fn requests(issuer: Territory, page: u32) -> RequestPage<T::AccountId> {
		let (places, next_page) = log_page(RequestLogCount::<T>::get(issuer), page);
		let open = places.filter_map(|place| {
			let key = RequestLog::<T>::get(issuer, place)?;
			let asked = Requests::<T>::get((issuer, &key.number, key.request))?;
			asked.is_open().then_some((key, asked))
		});
		(open.collect(), next_page)
	}
}
