//! What must hold of requests.

use crate::{
	types::{RequestCount, MAX_OPEN_REQUESTS},
	Config, Pallet, RequestCounts, RequestLog, RequestLogCount, Requests,
};
use aeo_primitives::{CertificateLookup, CertificateNumber, Territory};
use alloc::collections::{BTreeMap, BTreeSet};
use frame_support::ensure;
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks that the requests are dense for each certificate, counted, and in the log.
	pub(crate) fn try_requests() -> Result<(), TryRuntimeError> {
		let mut counts: BTreeMap<(Territory, CertificateNumber), RequestCount> = BTreeMap::new();
		let mut named = BTreeSet::new();
		for ((issuer, number, place), request) in Requests::<T>::iter() {
			ensure!(
				T::Certificates::version(issuer, &number).is_some(),
				"a request about no certificate"
			);
			ensure!(
				(1..=RequestCounts::<T>::get(issuer, &number).made).contains(&place),
				"a request numbered outside of what was counted"
			);
			named.insert((issuer, number.clone(), place));
			let count = counts.entry((issuer, number)).or_default();
			count.made += 1;
			count.open += u32::from(request.is_open());
			ensure!(
				count.open <= MAX_OPEN_REQUESTS,
				"too many requests are open"
			);
		}
		let counted: BTreeMap<_, _> = RequestCounts::<T>::iter()
			.map(|(issuer, number, count)| ((issuer, number), count))
			.collect();
		ensure!(counts == counted, "requests differ from a recount");
		let mut logged: BTreeMap<Territory, u32> = BTreeMap::new();
		for (issuer, place, key) in RequestLog::<T>::iter() {
			*logged.entry(issuer).or_default() += 1;
			ensure!(
				place < RequestLogCount::<T>::get(issuer)
					&& named.remove(&(issuer, key.number, key.request)),
				"a line of the log names no request, or one twice"
			);
		}
		ensure!(named.is_empty(), "a request is not in the log");
		let counted: BTreeMap<_, _> = RequestLogCount::<T>::iter().collect();
		ensure!(
			logged == counted,
			"the log of requests differs from a recount"
		);
		Ok(())
	}
}
