//! What must hold between any two blocks.

mod consents;
mod lists;

use crate::{
	rules::{
		days::is_live, holdings::ensure_roles_free, lifecycle, programme::ensure_well_formed,
		succession::are_well_formed,
	},
	Batches, CertificateRecord, Certificates, ChangeCount, Changes, Config, Error, Holdings,
	OpenBatches, Ordinals, Pallet, Pendings, Periods, Programmes, ProposalCount, Successions,
};
use aeo_primitives::{CertificateNumber, Moment, Territory, TraderLookup};
use alloc::collections::BTreeMap;
use frame_support::ensure;
use sp_core::H256;
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks the invariants of the pallet:
	///
	/// 1. a certificate's number is in normal form, and its trader is registered, by its issuer or by
	///    who took the trader over since (I2);
	/// 2. ordinals are dense: each below the issuer's count, as many as the count (I22);
	/// 3. status periods are gap-free, begin in order, and the last equals the certificate (I5);
	/// 4. a live certificate is in its trader's index, and the index names no other trader's;
	/// 5. no two live certificates of one trader and type have a role in common (I3);
	/// 6. the log of changes is dense, and names versions and periods that there are;
	/// 7. the batches that wait equal their count and its bound (I22);
	/// 8. a decision is pending about no version that is not there yet;
	/// 9. every programme is well formed;
	/// 10. each certificate is found by its ordinal, and nothing else is;
	/// 11. the certificates in each state equal their count (I22);
	/// 12. the decisions that wait are listed without a gap, each at the place that it knows;
	/// 13. an appeal is pending only where there is something that it could overturn, the wish to be
	///     reinstated only where a suspension is stored, and what a renewal keeps in force has one
	///     asked for;
	/// 14. no type has two successors or stands at both ends of successions;
	/// 15. what was last said of sharing a certificate is what it says, and for each exception something
	///     was said; an officer gave a paper for it, and the block of the last withdrawal is known;
	/// 16. credentials have another edition than the first only of a certificate that was authorised once.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		for (_, successions) in Successions::<T>::iter() {
			ensure!(
				!successions.is_empty() && are_well_formed(&successions),
				"successions are not well formed"
			);
		}
		for (_, code, programme) in Programmes::<T>::iter() {
			ensure_well_formed(&code, &programme).map_err(|_| "a programme is not well formed")?;
		}
		let mut ordinals: BTreeMap<Territory, u32> = BTreeMap::new();
		let mut periods: u64 = 0;
		for (issuer, number, record) in Certificates::<T>::iter() {
			*ordinals.entry(issuer).or_default() += 1;
			periods += u64::from(record.periods);
			Self::try_certificate(issuer, &number, &record)?;
			Self::try_periods(issuer, &number, &record)?;
		}
		ensure!(
			u64::try_from(Periods::<T>::iter_keys().count()) == Ok(periods),
			"a status period of no certificate"
		);
		let counted: BTreeMap<_, _> = Ordinals::<T>::iter().collect();
		ensure!(ordinals == counted, "ordinals differ from a recount");
		Self::try_index()?;
		Self::try_changes()?;
		Self::try_register()?;
		Self::try_editions()?;
		Self::try_waiting()?;
		Self::try_batches()?;
		Self::try_consents()?;
		for (issuer, _, pending) in Pendings::<T>::iter() {
			let version =
				Certificates::<T>::get(issuer, pending.certificate).map_or(0, |r| r.version);
			ensure!(
				pending.proposal.version <= version,
				"a decision is pending about a version to come"
			);
		}
		Ok(())
	}

	fn try_batches() -> Result<(), TryRuntimeError> {
		let mut waiting: BTreeMap<(Territory, H256), Moment> = BTreeMap::new();
		for (issuer, batch, proposal) in Batches::<T>::iter() {
			ensure!(
				(1..=ProposalCount::<T>::get(issuer)).contains(&proposal.number),
				"a batch with a number to come"
			);
			waiting.insert((issuer, batch), proposal.expires);
		}
		for (issuer, open) in OpenBatches::<T>::iter() {
			for open in open {
				ensure!(
					waiting.remove(&(issuer, open.batch)) == Some(open.expires),
					"open batches differ from a recount"
				);
			}
		}
		ensure!(waiting.is_empty(), "a batch is not counted");
		Ok(())
	}

	fn try_certificate(
		issuer: Territory,
		number: &CertificateNumber,
		record: &CertificateRecord,
	) -> Result<(), TryRuntimeError> {
		ensure!(
			Self::number(number).as_ref() == Ok(number),
			"a number is not in normal form"
		);
		ensure!(
			T::Traders::trader(&record.trader).is_some(),
			"a certificate of no trader"
		);
		ensure!(
			record.ordinal < Ordinals::<T>::get(issuer),
			"an ordinal beyond the count"
		);
		let asked = record.asked;
		ensure!(
			asked
				.appeal
				.is_none_or(|first| lifecycle::contests(first, record.state)),
			"an appeal against nothing"
		);
		ensure!(
			!asked.reinstatement || lifecycle::suspension(record.state).is_some(),
			"a reinstatement of nothing is asked for"
		);
		ensure!(
			asked.renewal || !record.validity.is_some_and(|dates| dates.renewal_pending),
			"kept in force by a renewal that nobody asked for"
		);
		let clock = Self::clock(issuer);
		let index = Holdings::<T>::get(issuer, record.trader);
		ensure!(
			index.contains(number) || !is_live(record, clock),
			"a live certificate is not in its trader's index"
		);
		let held = Self::held(issuer, &index);
		ensure_roles_free(record, &held, clock).map_err(Error::<T>::from)?;
		Ok(())
	}

	fn try_periods(
		issuer: Territory,
		number: &CertificateNumber,
		record: &CertificateRecord,
	) -> Result<(), TryRuntimeError> {
		let mut last = None;
		ensure!(
			record.suspended_since < record.periods && record.ended_since < record.periods,
			"a suspension or an end without the period in which it began"
		);
		for place in 0..record.periods {
			let period =
				Periods::<T>::get((issuer, number, place)).ok_or("a status period is missing")?;
			if let Some((known_from, version)) = last {
				ensure!(
					known_from <= period.known_from && version <= period.version,
					"status periods are not in order"
				);
			}
			ensure!(
				period.from <= period.known_from && period.voids.is_none_or(|voids| voids < place),
				"a status period from a time to come, or one that voids itself"
			);
			last = Some((period.known_from, period.version));
			if place + 1 == record.periods {
				ensure!(
					(period.state, period.roles, period.validity, period.version)
						== (record.state, record.roles, record.validity, record.version),
					"the last status period differs from the certificate"
				);
			}
		}
		ensure!(last.is_some(), "a certificate without a status period");
		Ok(())
	}

	fn try_index() -> Result<(), TryRuntimeError> {
		for (issuer, trader, index) in Holdings::<T>::iter() {
			ensure!(
				T::Traders::trader(&trader).is_some(),
				"an index of no trader"
			);
			let held = Self::held(issuer, &index);
			ensure!(
				held.len() == index.len() && held.iter().all(|(_, record)| record.trader == trader),
				"an index names a certificate that is not its trader's"
			);
		}
		Ok(())
	}

	fn try_changes() -> Result<(), TryRuntimeError> {
		let mut counts: BTreeMap<Territory, u32> = BTreeMap::new();
		for (issuer, place, change) in Changes::<T>::iter() {
			*counts.entry(issuer).or_default() += 1;
			ensure!(
				place < ChangeCount::<T>::get(issuer),
				"a change beyond the count"
			);
			let record = Certificates::<T>::get(issuer, &change.number)
				.ok_or("a change of no certificate")?;
			ensure!(
				change.version <= record.version && change.period < record.periods,
				"a change to a version or period that is not there"
			);
		}
		let counted: BTreeMap<_, _> = ChangeCount::<T>::iter().collect();
		ensure!(counts == counted, "changes differ from a recount");
		Ok(())
	}
}
