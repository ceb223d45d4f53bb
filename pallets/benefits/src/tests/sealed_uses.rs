//! Sealed uses are checked: what an auditor does to whom an administration hands over its leaves.

use super::*;
use crate::{SealedCounter, SealedPeriod, SealedRecord, SealedRecords};
use aeo_primitives::{
	sealed_use::SealedUse,
	tree::{is_proven, proof, root},
	UtcOffset,
};
use std::collections::{BTreeMap, BTreeSet};

/// What is wrong.
#[derive(Debug, PartialEq)]
enum Finding {
	/// A leaf is missing.
	Missing,
	/// A leaf is not the one under the root at its place.
	NotProven(u32),
	/// A leaf is of another grantor, or not of this period.
	Elsewhere(u32),
	/// There is another use for the declaration and role (I14).
	Twice(u32),
	/// The rule gives something else on the state before (I9).
	NotEntitled(u32),
	/// The counters are not those of the leaves.
	Miscounted,
}

/// A leaf with its proof, as it is handed over; its place in the list is its place under the root.
#[derive(Clone)]
struct Handed {
	leaf: SealedUse,
	proof: Vec<H256>,
}

/// Checks the recorded periods of a grantor, with all leaves of each. `ask` puts a leaf's question
/// again, on the state of its block.
fn verify(
	grantor: Territory,
	utc_offset: UtcOffset,
	periods: &[(SealedRecord, Vec<Handed>)],
	ask: impl Fn(&SealedUse) -> Answer,
) -> Result<(), Finding> {
	let mut known = BTreeSet::new();
	for (record, handed) in periods {
		if handed.len() as u32 != record.leaves {
			return Err(Finding::Missing);
		}
		let days = record.period.from..=record.period.until;
		let mut counters: BTreeMap<CounterKey, u32> = BTreeMap::new();
		for (place, Handed { leaf, proof }) in (0..).zip(handed) {
			if !is_proven(record.root, record.leaves, place, proof, leaf.hash()) {
				return Err(Finding::NotProven(place));
			}
			let day = Date::at(leaf.at, utc_offset);
			if leaf.grantor != grantor || !day.is_ok_and(|day| days.contains(&day)) {
				return Err(Finding::Elsewhere(place));
			}
			let in_clear = Benefits::grant_of(grantor, leaf.declaration, leaf.role);
			if !known.insert((leaf.declaration, leaf.role)) || in_clear.is_some() {
				return Err(Finding::Twice(place));
			}
			if ask(leaf).outcome != Outcome::Granted(leaf.entitlements.clone()) {
				return Err(Finding::NotEntitled(place));
			}
			for given in &leaf.entitlements {
				*counters
					.entry(CounterKey::of(given, leaf.direction))
					.or_default() += 1;
			}
		}
		let said: BTreeMap<_, _> = record
			.counters
			.iter()
			.map(|counter| (counter.key(), counter.count))
			.collect();
		if said != counters {
			return Err(Finding::Miscounted);
		}
	}
	Ok(())
}

/// The states that an archive node keeps: by block, the state of the usual company's certificate, and
/// the time.
#[derive(Default)]
struct Archive(BTreeMap<u32, (CertificateState, u64)>);

impl Archive {
	/// The next block, with this state of the certificate.
	fn block(&mut self, state: CertificateState) {
		System::set_block_number(System::block_number() + 1);
		pass(DAY);
		put(Territory::MX, TIN, vec![in_state(state)]);
		let now = pallet_timestamp::Now::<Test>::get();
		self.0.insert(System::block_number() as u32, (state, now));
	}

	/// Asks on the state of a leaf's block.
	fn ask(&self, leaf: &SealedUse) -> Answer {
		let (state, now) = self.0[&leaf.block];
		let (world, present) = (World::get(), pallet_timestamp::Now::<Test>::get());
		put(Territory::MX, TIN, vec![in_state(state)]);
		pallet_timestamp::Now::<Test>::put(now);
		assert_eq!(leaf.trader, id_of(TIN));
		let answer = ask_for(leaf.grantor, tin(TIN), leaf.role, leaf.direction);
		World::set(world);
		pallet_timestamp::Now::<Test>::put(present);
		answer
	}
}

/// What Costa Rica's own node keeps of an import, when it has evaluated it.
fn seal(number: u8) -> SealedUse {
	let Outcome::Granted(entitlements) = ask(Territory::CR).outcome else {
		panic!("it is recognised")
	};
	SealedUse {
		grantor: Territory::CR,
		declaration: declaration(number),
		role: Role::Exporter,
		direction: Direction::Import,
		trader: id_of(TIN),
		entitlements,
		versions: BTreeMap::from([(certificate("A-1").number, 7)])
			.try_into()
			.expect("one"),
		block: System::block_number() as u32,
		at: pallet_timestamp::Now::<Test>::get(),
	}
}

/// Records the uses of these days, and gives the record with the leaves as they are handed over.
fn record(from: &str, until: &str, uses: &[SealedUse]) -> (SealedRecord, Vec<Handed>) {
	let leaves: Vec<_> = uses.iter().map(SealedUse::hash).collect();
	let mut counters: BTreeMap<CounterKey, u32> = BTreeMap::new();
	for leaf in uses {
		for given in &leaf.entitlements {
			*counters
				.entry(CounterKey::of(given, leaf.direction))
				.or_default() += 1;
		}
	}
	let counters: Vec<_> = counters
		.into_iter()
		.map(|(key, count)| SealedCounter {
			basis: key.basis,
			benefit: key.benefit,
			direction: key.direction,
			count,
		})
		.collect();
	let period = SealedPeriod {
		from: day(from),
		until: day(until),
	};
	assert_ok!(Benefits::record_sealed(
		by(CR),
		period.into(),
		root(&leaves),
		leaves.len() as u32,
		counters,
		vec![],
	));
	let number = crate::SealedLogs::<Test>::get(Territory::CR).records - 1;
	let record = SealedRecords::<Test>::get(Territory::CR, number).expect("it is recorded");
	let handed = (0..).zip(uses).map(|(place, leaf)| Handed {
		leaf: leaf.clone(),
		proof: proof(&leaves, place).expect("it is there"),
	});
	(record, handed.collect())
}

/// Two periods: 25 and 26 November with three uses, 27 and 28 with two more; in between the customs half
/// is suspended. Each can be spoilt before it is recorded.
fn story(
	spoil: impl Fn(&mut Vec<SealedUse>, &mut Vec<SealedUse>),
) -> (Archive, Vec<(SealedRecord, Vec<Handed>)>) {
	recognised();
	let mut archive = Archive::default();
	archive.block(CertificateState::Authorised);
	let mut first = vec![seal(1), seal(2)];
	archive.block(CertificateState::Authorised);
	first.push(seal(3));
	archive.block(suspended(SuspensionScope::Customs));
	let mut second = vec![seal(4)];
	archive.block(CertificateState::Authorised);
	second.push(seal(5));
	archive.block(CertificateState::Annulled);
	spoil(&mut first, &mut second);
	let periods = vec![
		record("2026-11-25", "2026-11-26", &first),
		record("2026-11-27", "2026-11-28", &second),
	];
	(archive, periods)
}

fn check(archive: &Archive, periods: &[(SealedRecord, Vec<Handed>)]) -> Result<(), Finding> {
	let utc_offset = UtcOffset::try_from(-360).expect("legal");
	verify(Territory::CR, utc_offset, periods, |leaf| archive.ask(leaf))
}

#[test]
fn honest_leaves_should_pass() {
	build_and_execute(|| {
		let (archive, periods) = story(|_, _| ());
		assert_eq!(check(&archive, &periods), Ok(()));
		// A suspended half was not given.
		let given = |period: usize, place: usize| periods[period].1[place].leaf.entitlements.len();
		assert_eq!((given(0, 0), given(1, 0), given(1, 1)), (2, 1, 2));
	});
}

/// Changed after the root was recorded.
#[test]
fn a_forged_leaf_should_be_found() {
	build_and_execute(|| {
		let (archive, mut periods) = story(|_, _| ());
		periods[0].1[1].leaf.declaration = declaration(77);
		assert_eq!(check(&archive, &periods), Err(Finding::NotProven(1)));
	});
	build_and_execute(|| {
		let (archive, mut periods) = story(|_, _| ());
		periods[0].1.swap(0, 1);
		assert_eq!(check(&archive, &periods), Err(Finding::NotProven(0)));
		periods[0].1.pop();
		assert_eq!(check(&archive, &periods), Err(Finding::Missing));
	});
}

/// I14: twice under one root, in two periods, and also in clear.
#[test]
fn a_double_leaf_should_be_found() {
	build_and_execute(|| {
		let (archive, periods) = story(|first, _| first[2].declaration = declaration(1));
		assert_eq!(check(&archive, &periods), Err(Finding::Twice(2)));
	});
	build_and_execute(|| {
		let (archive, periods) = story(|_, second| second[1].declaration = declaration(2));
		assert_eq!(check(&archive, &periods), Err(Finding::Twice(1)));
	});
	build_and_execute(|| {
		aeo_mocks::record_uses_in_clear(Territory::CR);
		recognised();
		assert_ok!(grant(5, TIN));
		aeo_mocks::record_uses_sealed(Territory::CR);
		let (archive, periods) = story(|_, _| ());
		assert_eq!(check(&archive, &periods), Err(Finding::Twice(1)));
	});
}

/// I9: the half that was suspended is given all the same; less is given than is due.
#[test]
fn a_wrong_benefit_should_be_found() {
	build_and_execute(|| {
		let (archive, periods) =
			story(|first, second| second[0].entitlements = first[0].entitlements.clone());
		assert_eq!(check(&archive, &periods), Err(Finding::NotEntitled(0)));
	});
	build_and_execute(|| {
		let (archive, periods) =
			story(|_, second| second[1].entitlements = second[0].entitlements.clone());
		assert_eq!(check(&archive, &periods), Err(Finding::NotEntitled(1)));
	});
}

#[test]
fn a_leaf_of_another_period_or_grantor_should_be_found() {
	build_and_execute(|| {
		let (archive, periods) = story(|first, second| second.push(first.remove(0)));
		assert_eq!(check(&archive, &periods), Err(Finding::Elsewhere(2)));
	});
	build_and_execute(|| {
		let (archive, periods) = story(|first, _| first[0].grantor = Territory::PE);
		assert_eq!(check(&archive, &periods), Err(Finding::Elsewhere(0)));
	});
}

#[test]
fn wrong_counters_should_be_found() {
	build_and_execute(|| {
		let (archive, mut periods) = story(|_, _| ());
		let record = &mut periods[0].0;
		let mut counters = record.counters.to_vec();
		counters[0].count = 1;
		record.counters = counters.try_into().expect("few");
		assert_eq!(check(&archive, &periods), Err(Finding::Miscounted));
	});
}
