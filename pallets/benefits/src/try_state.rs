//! What must hold between any two blocks.

use crate::{
	types::{Counter, CounterKey, GrantLog, IncidentCount, SealedLog, MAX_OPEN_INCIDENTS},
	Config, CounterCount, CounterKeys, Counters, GrantLogs, GrantOrder, Grants, IncidentCounts,
	Incidents, Pallet, SealedLines, SealedLogs, SealedRecords, UseCount, Uses,
};
use aeo_primitives::{AdministrationLookup, Moment, Territory};
use alloc::collections::{BTreeMap, BTreeSet};
use frame_support::ensure;
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks the invariants of the pallet:
	///
	/// 1. every use names a grant to the same trader, and every grant is in its trader's feed once, at
	///    the place that it says, below the count;
	/// 2. a grant gives something, each benefit once, and says the version of each certificate;
	/// 3. every grant is in its grantor's order once, between first and next, and none is later than the
	///    one after it;
	/// 4. counters equal a recount of the grants that are there and of the sealed periods, plus what was
	///    removed (I22); each is listed once;
	/// 5. the numbers of incidents are dense, as many are open as is said, 16 at most, and the
	///    administrations know whether one is;
	/// 6. sealed periods follow each other, and their uses, counters and lines add up.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::try_feeds()?;
		Self::try_order()?;
		Self::try_counters()?;
		Self::try_incidents()?;
		Self::try_sealed()
	}

	fn try_feeds() -> Result<(), TryRuntimeError> {
		let mut listed = BTreeSet::new();
		for (trader, place, key) in Uses::<T>::iter() {
			ensure!(
				listed.insert((key.grantor, key.declaration, key.role)),
				"a grant is in feeds twice"
			);
			ensure!(place < UseCount::<T>::get(trader), "a use beyond the count");
			let grant = Self::grant_of(key.grantor, key.declaration, key.role);
			ensure!(
				grant.is_some_and(|grant| grant.trader == trader && grant.place == place),
				"a use names no grant to this trader at this place"
			);
		}
		for (grantor, (declaration, role), grant) in Grants::<T>::iter() {
			ensure!(
				listed.remove(&(grantor, declaration, role)),
				"a grant is in no feed"
			);
			ensure!(
				!grant.entitlements.is_empty()
					&& grant.benefits().iter().count() == grant.entitlements.len(),
				"a grant gives nothing, or a benefit twice"
			);
			ensure!(
				grant
					.entitlements
					.iter()
					.all(|given| grant.versions.contains_key(&given.certificate)),
				"a grant lacks the version of a certificate"
			);
		}
		Ok(())
	}

	fn try_order() -> Result<(), TryRuntimeError> {
		let mut order: BTreeMap<(Territory, u64), Moment> = BTreeMap::new();
		let mut known = BTreeSet::new();
		for (grantor, place, (declaration, role)) in GrantOrder::<T>::iter() {
			let grant = Self::grant_of(grantor, declaration, role);
			let grant = grant.ok_or("the order names no grant")?;
			order.insert((grantor, place), grant.at);
			ensure!(
				known.insert((grantor, declaration, role)),
				"a grant is in the order twice"
			);
		}
		ensure!(
			known.len() == Grants::<T>::iter_keys().count(),
			"a grant is not in the order"
		);
		let mut expected = BTreeSet::new();
		for (grantor, GrantLog { first, next }) in GrantLogs::<T>::iter() {
			ensure!(first <= next, "an order ends before it begins");
			expected.extend((first..next).map(|place| (grantor, place)));
		}
		ensure!(
			order.keys().copied().collect::<BTreeSet<_>>() == expected,
			"an order differs from its log"
		);
		let mut before: Option<(Territory, Moment)> = None;
		for ((grantor, _), at) in order {
			ensure!(
				before.is_none_or(|(other, earlier)| other != grantor || earlier <= at),
				"a grant is later than the one after it"
			);
			before = Some((grantor, at));
		}
		Ok(())
	}

	fn try_counters() -> Result<(), TryRuntimeError> {
		let mut live: BTreeMap<(Territory, CounterKey), u64> = BTreeMap::new();
		for (grantor, _, grant) in Grants::<T>::iter() {
			for given in &grant.entitlements {
				let key = CounterKey::of(given, grant.direction);
				*live.entry((grantor, key)).or_default() += 1;
			}
		}
		let mut sealed: BTreeMap<(Territory, CounterKey), u64> = BTreeMap::new();
		for (grantor, _, record) in SealedRecords::<T>::iter() {
			for counted in &record.counters {
				*sealed.entry((grantor, counted.key())).or_default() += u64::from(counted.count);
			}
		}
		let mut listed = BTreeSet::new();
		let mut counts: BTreeMap<Territory, u32> = BTreeMap::new();
		for (grantor, place, key) in CounterKeys::<T>::iter() {
			*counts.entry(grantor).or_default() += 1;
			ensure!(
				place < CounterCount::<T>::get(grantor),
				"a counter is listed beyond the count"
			);
			ensure!(listed.insert((grantor, key)), "a counter is listed twice");
		}
		ensure!(
			counts == CounterCount::<T>::iter().collect(),
			"counters differ from their count"
		);
		for (grantor, key, counter) in Counters::<T>::iter() {
			let Counter {
				granted,
				pruned,
				sealed: said,
			} = counter;
			ensure!(
				listed.remove(&(grantor, key)),
				"a counter is not in the list"
			);
			ensure!(
				granted.checked_sub(pruned)
					== Some(live.remove(&(grantor, key)).unwrap_or_default()),
				"a counter differs from a recount of the grants"
			);
			ensure!(
				said == sealed.remove(&(grantor, key)).unwrap_or_default(),
				"a counter differs from a recount of the sealed periods"
			);
		}
		ensure!(
			listed.is_empty() && live.is_empty() && sealed.is_empty(),
			"something is not counted"
		);
		Ok(())
	}

	fn try_incidents() -> Result<(), TryRuntimeError> {
		let mut counts: BTreeMap<Territory, (u32, u32)> = BTreeMap::new();
		for (grantor, number, incident) in Incidents::<T>::iter() {
			let IncidentCount { opened, .. } = IncidentCounts::<T>::get(grantor);
			ensure!(number < opened, "an incident beyond the count");
			let (opened, open) = counts.entry(grantor).or_default();
			*opened += 1;
			*open += u32::from(incident.closed.is_none());
		}
		let stored: BTreeMap<_, _> = IncidentCounts::<T>::iter()
			.map(|(grantor, count)| (grantor, (count.opened, count.open)))
			.collect();
		ensure!(stored == counts, "incidents differ from a recount");
		for (grantor, (_, open)) in counts {
			ensure!(open <= MAX_OPEN_INCIDENTS, "too many incidents are open");
			let known = T::Administrations::grantor(grantor);
			ensure!(
				known.is_some_and(|grantor| grantor.incident_open == (open > 0)),
				"the administrations don't know whether an incident is open"
			);
		}
		Ok(())
	}

	fn try_sealed() -> Result<(), TryRuntimeError> {
		let records: BTreeMap<_, _> = SealedRecords::<T>::iter()
			.map(|(grantor, number, record)| ((grantor, number), record))
			.collect();
		let mut lines: BTreeMap<(Territory, u32), u32> = BTreeMap::new();
		for (grantor, _, number) in SealedLines::<T>::iter_keys() {
			*lines.entry((grantor, number)).or_default() += 1;
		}
		let mut logs: BTreeMap<Territory, SealedLog> = BTreeMap::new();
		for ((grantor, number), record) in records {
			let log = logs.entry(grantor).or_default();
			ensure!(number == log.records, "a sealed period is missing");
			ensure!(
				record.period.from <= record.period.until
					&& log.until.is_none_or(|last| last < record.period.from),
				"sealed periods overlap"
			);
			let distinct: BTreeSet<_> = record.counters.iter().map(|one| one.key()).collect();
			ensure!(
				distinct.len() == record.counters.len()
					&& record
						.counters
						.iter()
						.all(|one| (1..=record.leaves).contains(&one.count)),
				"the counters of a sealed period don't fit"
			);
			ensure!(
				lines.remove(&(grantor, number)).unwrap_or_default() == record.lines,
				"lines differ from a recount"
			);
			log.records += 1;
			log.leaves += u64::from(record.leaves);
			log.until = Some(record.period.until);
		}
		ensure!(lines.is_empty(), "a line belongs to no period");
		ensure!(
			logs == SealedLogs::<T>::iter().collect(),
			"sealed periods differ from their log"
		);
		Ok(())
	}
}
