//! What must hold of an issuer's register, and of what waits.

use crate::{
	types::OpenProposal, Certificates, Config, Counts, Editions, Numbers, Pallet, Pendings,
	ProposalCount, Proposed, Waiting, WaitingCount,
};
use aeo_primitives::{StateKind, Territory};
use alloc::{collections::BTreeMap, vec::Vec};
use codec::Encode;
use frame_support::ensure;
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks that each certificate is found by its ordinal, and counted in its state.
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

	/// Checks that credentials have another edition only where there can be some.
	pub(crate) fn try_editions() -> Result<(), TryRuntimeError> {
		for (issuer, number, edition) in Editions::<T>::iter() {
			let record = Certificates::<T>::get(issuer, &number)
				.ok_or("an edition of the credentials of no certificate")?;
			ensure!(
				edition > 0 && record.validity.is_some(),
				"an edition of the credentials of what was never authorised"
			);
		}
		Ok(())
	}

	/// Checks that the decisions that wait are listed without a gap, each at the place that it
	/// knows.
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
}
