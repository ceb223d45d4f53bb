//! Benchmarks, each with the worst case: an exporter with as many certificates under as many legs as
//! there can be.

use super::*;
use aeo_primitives::{
	recognition::Basis, Benefit, Date, Direction, Identifier, IncidentKind, Officers, Role, Scope,
	Territory, UsesRecorded,
};
use alloc::vec::Vec;
use frame_benchmarking::v2::*;
use frame_system::RawOrigin;
use sp_core::H256;

/// Sets up for the benchmarks what other pallets store.
pub trait BenchmarkHelper<AccountId> {
	/// Returns an officer with this scope of one administration, the grantor.
	fn officer(scope: Scope) -> AccountId;

	/// Lets the grantor record its uses so from now on.
	fn record_uses(uses: UsesRecorded);

	/// Returns an exporter that the grantor recognises in imports, and sets the clock.
	fn recognised() -> Identifier;
}

fn signed<T: Config>(scope: Scope) -> RawOrigin<T::AccountId> {
	RawOrigin::Signed(T::BenchmarkHelper::officer(scope))
}

fn grantor<T: Config>() -> Territory {
	let officer = T::BenchmarkHelper::officer(Scope::Clearance);
	T::Administrations::ensure_officer(&officer, Scope::Clearance)
		.map_err(Into::into)
		.expect("it is one")
}

fn document() -> H256 {
	H256::repeat_byte(7)
}

/// Returns a hash for each number, in the order of the numbers.
fn numbered(number: u32) -> H256 {
	let mut hash = H256::zero();
	hash[28..].copy_from_slice(&number.to_be_bytes());
	hash
}

/// Returns rows for as many declarations of the exporter.
fn rows<T: Config>(count: u32) -> Vec<GrantRow> {
	T::BenchmarkHelper::record_uses(UsesRecorded::Clear);
	let identifier = T::BenchmarkHelper::recognised();
	(1..=count)
		.map(|number| GrantRow {
			declaration: numbered(number),
			identifier: identifier.clone(),
			role: Role::Exporter,
			direction: Direction::Import,
		})
		.collect()
}

fn day(text: &str) -> Date {
	text.parse().expect("a day")
}

fn counter(agreement: u32) -> SealedCounter {
	SealedCounter {
		basis: Basis::Agreement(agreement),
		benefit: Benefit::FewerInspections,
		direction: Direction::Import,
		count: 1_000,
	}
}

fn line(holder: u32) -> SealedLine {
	SealedLine {
		holder: numbered(holder.saturating_add(1)),
		blob: (0..MAX_LINE).map(|_| 7).collect(),
	}
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn grant() {
		let GrantRow {
			declaration,
			identifier,
			role,
			direction,
		} = rows::<T>(1).remove(0);

		#[extrinsic_call]
		_(
			signed::<T>(Scope::Clearance),
			declaration,
			identifier,
			role,
			direction,
		);

		assert!(Pallet::<T>::grant_of(grantor::<T>(), declaration, role).is_some());
	}

	#[benchmark]
	fn grant_many(r: Linear<1, MAX_GRANTS>) {
		let rows = rows::<T>(r);

		#[extrinsic_call]
		_(signed::<T>(Scope::Clearance), rows);

		assert_eq!(GrantLogs::<T>::get(grantor::<T>()).next, u64::from(r));
	}

	#[benchmark]
	fn prune(r: Linear<1, MAX_PRUNED>) {
		let rows = rows::<T>(r);
		let origin = signed::<T>(Scope::Clearance).into();
		Pallet::<T>::grant_many(origin, rows).expect("the exporter is recognised");
		let grantor = grantor::<T>();
		// Long ago.
		Grants::<T>::translate::<Grant, _>(|_, _, given| Some(Grant { at: 0, ..given }));

		#[extrinsic_call]
		_(signed::<T>(Scope::Clearance), MAX_PRUNED);

		assert_eq!(GrantLogs::<T>::get(grantor).first, u64::from(r));
	}

	#[benchmark]
	fn open_incident() {
		#[extrinsic_call]
		_(
			signed::<T>(Scope::Risk),
			IncidentKind::BorderClosure,
			document(),
		);

		assert_eq!(IncidentCounts::<T>::get(grantor::<T>()).open, 1);
	}

	#[benchmark]
	fn close_incident() {
		let origin = signed::<T>(Scope::Risk).into();
		Pallet::<T>::open_incident(origin, IncidentKind::Hazard, document())
			.expect("it is the first");

		#[extrinsic_call]
		_(signed::<T>(Scope::Risk), 0, document());

		assert_eq!(IncidentCounts::<T>::get(grantor::<T>()).open, 0);
	}

	#[benchmark]
	fn record_sealed(c: Linear<1, MAX_SEALED>, l: Linear<0, MAX_SEALED>) {
		// It sets the clock.
		T::BenchmarkHelper::recognised();
		T::BenchmarkHelper::record_uses(UsesRecorded::Sealed);
		let counters: Vec<_> = (0..c).map(counter).collect();
		let lines: Vec<_> = (0..l).map(line).collect();
		let period = SealedPeriod {
			from: day("2026-11-01"),
			until: day("2026-11-23"),
		};

		#[extrinsic_call]
		_(
			signed::<T>(Scope::Clearance),
			period.into(),
			document(),
			1_000,
			counters,
			lines,
		);

		let record = SealedRecords::<T>::get(grantor::<T>(), 0).expect("it is recorded");
		assert_eq!(record.lines, l);
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
