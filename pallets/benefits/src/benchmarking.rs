//! Benchmarks, each with the worst case. What depends on the number of certificates and legs, and of counters,
//! is measured by itself and comes on top: so what is told of rows is for one of each. More rows than are
//! measured are on the same line.

use super::*;
use crate::{calls::tally::Tally, facts::Evaluator};
use aeo_primitives::{
	recognition::{Basis, Outcome, MAX_CERTIFICATES, MAX_LEGS, MAX_LEGS_OF_ISSUER},
	tin::Tin,
	Benefit, CertificateLookup, CertificateState, Date, Direction, Held, Identifier, IncidentKind,
	Officers, Role, Scope, StandingChange, Suspension, SuspensionEnd, SuspensionScope, Territory,
	TraderLookup, UsesRecorded,
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

	/// Returns so many exporters that the grantor recognises in imports, each by so many certificates
	/// under so many legs, all of which give as many benefits, and sets the clock.
	fn recognised(exporters: u32, certificates: u32, legs: u32, benefits: u32) -> Vec<Identifier>;

	/// Lets so many legs lead from the issuer of those exporters to as many grantors as there can be; one of
	/// them doesn't name the type of their certificates.
	fn lead(legs: u32);
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

/// Returns rows for as many declarations, each of another exporter with one certificate.
fn rows<T: Config>(count: u32) -> Vec<GrantRow> {
	T::BenchmarkHelper::record_uses(UsesRecorded::Clear);
	let exporters = T::BenchmarkHelper::recognised(count, 1, 1, 1);
	(1..)
		.zip(exporters)
		.map(|(number, identifier)| GrantRow {
			declaration: numbered(number),
			identifier,
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

/// Returns the issuer of an exporter's certificate, and the suspension of that.
fn suspended<T: Config>() -> (Territory, StandingChange) {
	let Identifier::Tin(written) = T::BenchmarkHelper::recognised(1, 1, 1, 1).remove(0) else {
		panic!("an exporter is named by its TIN");
	};
	let tin = Tin::parse(&written).expect("it is a TIN");
	let (id, trader) = T::Traders::by_tin(&tin).expect("it is registered");
	let issuer = trader.administration;
	let held = T::Certificates::of_trader(issuer, &id).into_iter().next();
	let Held {
		version,
		certificate: before,
	} = held.expect("it has one");
	let mut after = before.clone();
	after.state = CertificateState::Suspended(Suspension {
		scope: SuspensionScope::Full,
		end: SuspensionEnd::Open,
	});
	let before = Some(before);
	(
		issuer,
		StandingChange {
			version,
			before,
			after,
		},
	)
}

#[benchmarks]
mod benchmarks {
	use super::*;

	// The line of `grant_many` is fitted over a hundred rows, and lies far above what one takes.
	#[benchmark]
	fn grant() {
		T::BenchmarkHelper::record_uses(UsesRecorded::Clear);
		let identifier = T::BenchmarkHelper::recognised(1, 1, 1, 1).remove(0);
		let (declaration, role) = (numbered(1), Role::Exporter);
		let origin = signed::<T>(Scope::Clearance);

		#[extrinsic_call]
		_(origin, declaration, identifier, role, Direction::Import);

		assert!(Pallet::<T>::grant_of(grantor::<T>(), declaration, role).is_some());
	}

	#[benchmark]
	fn grant_many(r: Linear<1, 100>) {
		let rows = rows::<T>(r);
		let origin = signed::<T>(Scope::Clearance);

		#[extrinsic_call]
		_(origin, rows);

		assert_eq!(GrantLogs::<T>::get(grantor::<T>()).next, u64::from(r));
	}

	#[benchmark]
	fn evaluate(c: Linear<1, MAX_CERTIFICATES>, l: Linear<1, MAX_LEGS>) {
		let exporter = T::BenchmarkHelper::recognised(1, c, l, MAX_BENEFITS).remove(0);
		let grantor = grantor::<T>();
		let answer;

		#[block]
		{
			let mut evaluator = Evaluator::<T>::new(grantor).expect("it is admitted");
			let gathered = evaluator.gather(&exporter, Role::Exporter, Direction::Import);
			answer = aeo_primitives::recognition::evaluate(&gathered.facts);
		}

		assert!(matches!(answer.outcome, Outcome::Granted(_)));
	}

	// Each of them is new.
	#[benchmark]
	fn count(n: Linear<1, MAX_COUNTERS>) {
		let grantor = grantor::<T>();
		let keys: Vec<_> = (0..n).map(|number| counter(number).key()).collect();
		let written;

		#[block]
		{
			let mut tally = Tally::<T>::new(grantor);
			for key in keys {
				tally
					.count([key], |counter| {
						let granted = counter.granted.checked_add(1)?;
						Some(Counter { granted, ..counter })
					})
					.expect("as many as allowed");
			}
			written = tally.write().expect("they are the first");
		}

		assert_eq!((written.counters, written.new), (n, n));
	}

	#[benchmark]
	fn prune(r: Linear<1, MAX_PRUNED>) {
		let rows = rows::<T>(r);
		let origin = signed::<T>(Scope::Clearance).into();
		Pallet::<T>::grant_many(origin, rows).expect("the exporter is recognised");
		let grantor = grantor::<T>();
		// Long ago.
		Grants::<T>::translate::<Grant, _>(|_, _, given| Some(Grant { at: 0, ..given }));
		let origin = signed::<T>(Scope::Clearance);

		#[extrinsic_call]
		_(origin, MAX_PRUNED);

		assert_eq!(GrantLogs::<T>::get(grantor).first, u64::from(r));
	}

	// What it takes until the first change is told of.
	#[benchmark]
	fn telling(l: Linear<0, MAX_LEGS_OF_ISSUER>) {
		let (issuer, _) = suspended::<T>();
		T::BenchmarkHelper::lead(l);
		let begun;

		#[block]
		{
			begun = Pallet::<T>::telling(issuer);
		}

		assert_eq!(begun.map(|(_, legs)| legs), Some(l));
	}

	#[benchmark]
	fn tell(l: Linear<1, MAX_LEGS_OF_ISSUER>) {
		let (issuer, change) = suspended::<T>();
		T::BenchmarkHelper::lead(l);
		let (mut begun, _) = Pallet::<T>::telling(issuer).expect("its word counts");
		frame_system::Pallet::<T>::reset_events();

		#[block]
		{
			Pallet::<T>::tell_change(&mut begun, &change);
		}

		// Where there is but one leg it doesn't name the type.
		assert_eq!(
			frame_system::Pallet::<T>::events().len(),
			usize::from(l > 1)
		);
	}

	#[benchmark]
	fn open_incident() {
		let origin = signed::<T>(Scope::Risk);

		#[extrinsic_call]
		_(origin, IncidentKind::BorderClosure, document());

		assert_eq!(IncidentCounts::<T>::get(grantor::<T>()).open, 1);
	}

	#[benchmark]
	fn close_incident() {
		let origin = signed::<T>(Scope::Risk).into();
		Pallet::<T>::open_incident(origin, IncidentKind::Hazard, document())
			.expect("it is the first");
		let origin = signed::<T>(Scope::Risk);

		#[extrinsic_call]
		_(origin, 0, document());

		assert_eq!(IncidentCounts::<T>::get(grantor::<T>()).open, 0);
	}

	#[benchmark]
	fn record_sealed(c: Linear<1, MAX_SEALED>, l: Linear<0, MAX_SEALED>) {
		// It sets the clock.
		T::BenchmarkHelper::recognised(1, 1, 1, 1);
		T::BenchmarkHelper::record_uses(UsesRecorded::Sealed);
		let counters: Vec<_> = (0..c).map(counter).collect();
		let lines: Vec<_> = (0..l).map(line).collect();
		let period = SealedPeriod {
			from: day("2026-11-01"),
			until: day("2026-11-23"),
		};
		let origin = signed::<T>(Scope::Clearance);

		#[extrinsic_call]
		_(origin, period.into(), document(), 1_000, counters, lines);

		let record = SealedRecords::<T>::get(grantor::<T>(), 0).expect("it is recorded");
		assert_eq!(record.lines, l);
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
