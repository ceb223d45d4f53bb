//! Benchmarks, each with the worst case: sixteen certificates of one trader.

use super::*;
use aeo_primitives::{
	CertificateLookup, CertificateNumber, Ground, RecognitionSuspensionLookup, RegisterLookup,
	Scope, Subject, SuspensionScope, Territory, Written, WrittenSuspensionEnd, WrittenTin,
	MAX_CERTIFICATES,
};
use alloc::vec::Vec;
use frame_benchmarking::v2::*;
use frame_system::RawOrigin;
use sp_core::H256;

/// Sets up for the benchmarks what other pallets store.
pub trait BenchmarkHelper<AccountId> {
	/// Returns an officer of Mexico or Costa Rica, which are admitted, with this scope.
	fn officer(territory: Territory, scope: Scope) -> AccountId;

	/// Returns another officer of the same administration with the same scope.
	fn second_officer(territory: Territory, scope: Scope) -> AccountId;

	/// Makes `signer` the outer signer from now on.
	fn set_outer_signer(signer: &AccountId);

	/// Stores so many live certificates of one trader of Mexico, of types with both halves and of a
	/// programme with four eyes or without, and returns its TIN and their numbers.
	fn certify(count: u32, four_eyes: bool) -> (WrittenTin, Vec<CertificateNumber>);
}

fn document() -> H256 {
	H256::repeat_byte(7)
}

fn officer<T: Config>(territory: Territory, scope: Scope) -> RawOrigin<T::AccountId> {
	RawOrigin::Signed(T::BenchmarkHelper::officer(territory, scope))
}

/// Returns a Mexican certificate.
fn certified<T: Config>(four_eyes: bool) -> CertificateNumber {
	let (_, numbers) = T::BenchmarkHelper::certify(1, four_eyes);
	numbers.into_iter().next().expect("one")
}

/// Returns a Mexican certificate that is suspended.
fn suspended<T: Config>(four_eyes: bool) -> CertificateNumber {
	let number = certified::<T>(four_eyes);
	Pallet::<T>::suspend(
		officer::<T>(Territory::MX, Scope::Suspension).into(),
		Subject::Number(written(&number)),
		SuspensionScope::Full,
		WrittenSuspensionEnd::Open,
		Ground::Authority,
		document(),
	)
	.expect("it is live");
	T::BenchmarkHelper::set_outer_signer(&T::BenchmarkHelper::officer(
		Territory::MX,
		Scope::Suspension,
	));
	number
}

/// Returns a suspended certificate, with the number of a reinstatement that waits.
fn proposed<T: Config>() -> (CertificateNumber, u32) {
	let number = suspended::<T>(true);
	Pallet::<T>::propose_reinstatement(
		officer::<T>(Territory::MX, Scope::Suspension).into(),
		written(&number),
		SuspensionScope::Full,
		Ground::Authority,
		document(),
	)
	.expect("it is suspended");
	(number, ProposalCount::<T>::get(Territory::MX))
}

fn review_on() -> Written {
	"2199-12-31".parse().expect("short")
}

fn written(number: &CertificateNumber) -> Written {
	number.as_str().parse().expect("short")
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn suspend(n: Linear<1, MAX_CERTIFICATES>) {
		let (tin, numbers) = T::BenchmarkHelper::certify(n, true);
		let number = numbers.into_iter().next().expect("one at least");
		let before = T::Certificates::version(Territory::MX, &number);
		let origin = officer::<T>(Territory::MX, Scope::Suspension);

		#[extrinsic_call]
		_(
			origin,
			Subject::Tin(tin),
			SuspensionScope::Full,
			WrittenSuspensionEnd::Open,
			Ground::Authority,
			document(),
		);

		assert!(T::Certificates::version(Territory::MX, &number) > before);
	}

	// All that is looked at until an order is refused: the most that a TIN leads to.
	#[benchmark]
	fn suspend_refused(n: Linear<1, MAX_CERTIFICATES>) {
		let (tin, _) = T::BenchmarkHelper::certify(n, true);
		let origin = officer::<T>(Territory::MX, Scope::Suspension).into();
		let live;

		#[block]
		{
			let (issuer, _) = Pallet::<T>::ensure_suspending(origin).expect("an officer");
			let end = WrittenSuspensionEnd::ResumesAfter(review_on());
			live = Pallet::<T>::to_suspend(issuer, &Subject::Tin(tin), &end, document());
		}

		assert_eq!(
			live.map(|(live, _)| live.len()).ok(),
			usize::try_from(n).ok()
		);
	}

	#[benchmark]
	fn refused() {
		let stranger: T::AccountId = account("stranger", 0, 0);
		let number = certified::<T>(true);
		let origin = RawOrigin::Signed(stranger).into();
		let is_refused;

		#[block]
		{
			is_refused = Pallet::<T>::confirm_reinstatement(origin, written(&number), 1).is_err();
		}

		assert!(is_refused);
	}

	#[benchmark]
	fn propose_reinstatement() {
		let number = suspended::<T>(true);
		let origin = officer::<T>(Territory::MX, Scope::Suspension);

		#[extrinsic_call]
		_(
			origin,
			written(&number),
			SuspensionScope::Full,
			Ground::Authority,
			document(),
		);

		assert!(Proposals::<T>::contains_key(Territory::MX, &number));
	}

	// Decided at once: this measures the proposing with it, so it is on the safe side.
	#[benchmark]
	fn reinstate() {
		let number = suspended::<T>(false);
		let before = T::Certificates::version(Territory::MX, &number);
		let origin = officer::<T>(Territory::MX, Scope::Suspension);

		#[extrinsic_call]
		propose_reinstatement(
			origin,
			written(&number),
			SuspensionScope::Full,
			Ground::Authority,
			document(),
		);

		assert!(T::Certificates::version(Territory::MX, &number) > before);
	}

	#[benchmark]
	fn confirm_reinstatement() {
		let (number, proposal) = proposed::<T>();
		let checker = T::BenchmarkHelper::second_officer(Territory::MX, Scope::Suspension);
		T::BenchmarkHelper::set_outer_signer(&checker);

		#[extrinsic_call]
		_(RawOrigin::Signed(checker), written(&number), proposal);

		assert!(!Proposals::<T>::contains_key(Territory::MX, &number));
	}

	#[benchmark]
	fn refuse_reinstatement() {
		let (number, proposal) = proposed::<T>();
		let origin = officer::<T>(Territory::MX, Scope::Suspension);

		#[extrinsic_call]
		_(origin, written(&number), proposal);

		assert!(!Proposals::<T>::contains_key(Territory::MX, &number));
	}

	#[benchmark]
	fn suspend_recognition() {
		let number = certified::<T>(true);
		let origin = officer::<T>(Territory::CR, Scope::Risk);

		#[extrinsic_call]
		_(
			origin,
			Territory::MX,
			written(&number),
			review_on(),
			document(),
		);

		assert!(Pallet::<T>::is_suspended(
			Territory::CR,
			Territory::MX,
			&number
		));
	}

	#[benchmark]
	fn restore_recognition() {
		let number = certified::<T>(true);
		let risk = officer::<T>(Territory::CR, Scope::Risk);
		Pallet::<T>::suspend_recognition(
			risk.clone().into(),
			Territory::MX,
			written(&number),
			review_on(),
			document(),
		)
		.expect("it exists");

		#[extrinsic_call]
		_(risk, Territory::MX, written(&number), document());

		assert!(!Pallet::<T>::is_suspended(
			Territory::CR,
			Territory::MX,
			&number
		));
	}

	#[benchmark]
	fn acknowledge() {
		let number = certified::<T>(true);
		let origin = officer::<T>(Territory::CR, Scope::Clearance);

		#[extrinsic_call]
		_(origin, Territory::MX, written(&number), 1);

		assert_eq!(
			Pallet::<T>::acknowledged_version(Territory::CR, Territory::MX, &number),
			Some(1)
		);
	}

	// Certificates, and so ordinals, there are; changes too, since one is suspended.
	#[benchmark]
	fn acknowledge_through() {
		suspended::<T>(true);
		let (changes, ordinals) = (
			T::Certificates::changes(Territory::MX),
			T::Certificates::ordinals(Territory::MX),
		);
		let origin = officer::<T>(Territory::CR, Scope::Clearance);

		#[extrinsic_call]
		_(origin, Territory::MX, changes, ordinals);

		assert_eq!(
			Pallet::<T>::acknowledged_through(Territory::CR, Territory::MX),
			Watermarks { changes, ordinals }
		);
	}

	#[benchmark]
	fn report_irregularity() {
		let number = certified::<T>(true);
		let origin = officer::<T>(Territory::CR, Scope::Risk);

		#[extrinsic_call]
		_(origin, Territory::MX, written(&number), document());

		let (_, reported) = Pallet::<T>::irregularities(Territory::MX, 0)
			.pop()
			.expect("one");
		assert_eq!((reported.grantor, reported.number), (Territory::CR, number));
	}

	#[benchmark]
	fn answer_irregularity() {
		let number = certified::<T>(true);
		Pallet::<T>::report_irregularity(
			officer::<T>(Territory::CR, Scope::Risk).into(),
			Territory::MX,
			written(&number),
			document(),
		)
		.expect("it exists");
		let origin = officer::<T>(Territory::MX, Scope::Risk);

		#[extrinsic_call]
		_(origin, 0, document());

		let (_, reported) = Pallet::<T>::irregularities(Territory::MX, 0)
			.pop()
			.expect("one");
		assert!(reported.answer.is_some());
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
