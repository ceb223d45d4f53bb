//! What must hold of the lists between any two blocks.

use crate::{
	types::{OpenProposal, RequestCount, MAX_OPEN_REQUESTS},
	Certificates, Config, Counts, Numbers, Pallet, Pendings, ProposalCount, Proposed,
	RequestCounts, RequestLog, RequestLogCount, Requests, Waiting, WaitingCount,
};
use aeo_primitives::{CertificateNumber, StateKind, Territory};
use alloc::{
	collections::{BTreeMap, BTreeSet},
	vec::Vec,
};
use codec::Encode;
use frame_support::ensure;
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Each certificate is found by its ordinal, and counted in its state.
	pub(crate) fn try_register() -> Result<(), TryRuntimeError> {
		let mut certificates: usize = 0;
		let mut counts: BTreeMap<(Territory, StateKind), u32> = BTreeMap::new();
		for (issuer, number, record) in Certificates::<T>::iter() {
			certificates += 1;
			*counts.entry((issuer, record.state.kind())).or_default() += 1;
			ensure!(
				Numbers::<T>::get(issuer, record.ordinal) == Some(number),
				"a certificate is not found by its ordinal"
			);
		}
		ensure!(
			Numbers::<T>::iter_keys().count() == certificates,
			"an ordinal of no certificate"
		);
		let counted: BTreeMap<_, _> = Counts::<T>::iter()
			.filter(|(_, _, count): &(Territory, StateKind, u32)| *count > 0)
			.map(|(issuer, kind, count)| ((issuer, kind), count))
			.collect();
		ensure!(
			counts == counted,
			"certificates in a state differ from a recount"
		);
		Ok(())
	}

	/// The decisions that wait are listed without a gap, each at the place that it knows.
	pub(crate) fn try_waiting() -> Result<(), TryRuntimeError> {
		let mut counts: BTreeMap<Territory, u32> = BTreeMap::new();
		let mut own: BTreeMap<Vec<u8>, u32> = BTreeMap::new();
		for (issuer, number, pending) in Pendings::<T>::iter() {
			*counts.entry(issuer).or_default() += 1;
			ensure!(
				pending.place < WaitingCount::<T>::get(issuer)
					&& Waiting::<T>::get(issuer, pending.place) == Some(number),
				"a decision that waits is not at its place"
			);
			let maker = pending.proposal.maker.officer;
			let is_own = |open: &OpenProposal| {
				open.proposal == number && open.expires == pending.proposal.expires
			};
			ensure!(
				pending.proposal.number == number
					&& (1..=ProposalCount::<T>::get(issuer)).contains(&number)
					&& Proposed::<T>::get(issuer, &maker).iter().any(is_own),
				"a decision that waits is not its maker's, or has another number"
			);
			*own.entry((issuer, maker).encode()).or_default() += 1;
		}
		for (issuer, maker, open) in Proposed::<T>::iter() {
			ensure!(
				own.remove(&(issuer, maker).encode()).map(u64::from)
					== u64::try_from(open.len()).ok(),
				"what waits of an officer's proposals differs from a recount"
			);
		}
		ensure!(own.is_empty(), "a decision that waits is not counted");
		let listed = Waiting::<T>::iter_keys().count();
		let waiting: u32 = counts.values().sum();
		ensure!(
			u32::try_from(listed) == Ok(waiting),
			"a place of no decision that waits"
		);
		let counted: BTreeMap<_, _> = WaitingCount::<T>::iter()
			.filter(|(_, count)| *count > 0)
			.collect();
		ensure!(
			counts == counted,
			"decisions that wait differ from a recount"
		);
		Ok(())
	}

	/// The requests are dense for each certificate, counted, and in the log.
	pub(crate) fn try_requests() -> Result<(), TryRuntimeError> {
		let mut counts: BTreeMap<(Territory, CertificateNumber), RequestCount> = BTreeMap::new();
		let mut named = BTreeSet::new();
		for ((issuer, number, place), request) in Requests::<T>::iter() {
			ensure!(
				Certificates::<T>::contains_key(issuer, &number),
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
