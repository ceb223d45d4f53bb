//! A chain with just what the pallet needs, and small certificates.

use crate as pallet_suspensions;
use aeo_mocks::AccountId;
use aeo_primitives::{
	recognition::{self, Consent, ConsentMode, Offer, SuccessionList},
	CertificateLookup, CertificateNumber, CertificateState, CertificateSuspension, CertificateType,
	Decided, Ground, Halves, Held, Moment, OnStandingChange, ProgrammeCode, RegisterLookup,
	Reinstatable, Role, Roles, StandingChange, Subject, Suspension, SuspensionScope, Territory,
	TraderId, WrittenTin, MAX_CERTIFICATES, MAX_DOMESTIC_OFFERS,
};
use codec::{Decode, Encode};
use frame_support::{
	parameter_types, storage::unhashed, traits::ConstU32, weights::Weight, BoundedVec,
};
use sp_runtime::{DispatchError, ModuleError};
use std::collections::BTreeMap;

aeo_mocks::runtime!(pallet_suspensions as Suspensions, 42);

/// One day in milliseconds.
pub(crate) const DAY: Moment = 24 * 60 * 60 * 1000;
/// In which the mock's programme wants a proposal to be confirmed.
pub(crate) const TIME_OUT: Moment = 14 * DAY;
/// 2026-12-31 at 12:00 UTC, in Mexico 06:00.
pub(crate) const NOW: Moment = 1_798_718_400_000;
/// Returns what the news of so many certificates weighs at most.
pub(crate) fn push_weight(changes: u32) -> Weight {
	Weight::from_parts(u64::from(changes) + 2, 0)
}

impl pallet_suspensions::Config for Test {
	type Administrations = aeo_mocks::Administrations;
	type OuterSigner = aeo_mocks::Administrations;
	type Certificates = Certificates;
	type OnStandingChange = Listener;
	type Time = Timestamp;
	type WeightInfo = crate::weights::SubstrateWeight<Test>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Helper;
}

/// Returns a refusal of the certificates; as an error of a module, since events keep no text.
const fn refusal(place: u8) -> DispatchError {
	DispatchError::Module(ModuleError {
		index: 41,
		error: [place, 0, 0, 0],
		message: None,
	})
}

/// No live certificate.
pub(crate) const NOT_LIVE: DispatchError = refusal(0);
/// The type lacks the half.
pub(crate) const NOT_APPLICABLE: DispatchError = refusal(1);
/// Suspended so already.
pub(crate) const ALREADY_SUSPENDED: DispatchError = refusal(2);
/// Not suspended so.
pub(crate) const NOT_SUSPENDED: DispatchError = refusal(3);
/// Too many periods.
pub(crate) const TOO_MANY_PERIODS: DispatchError = refusal(4);
/// The holder has not asked for it.
pub(crate) const NOT_ASKED_FOR: DispatchError = refusal(5);

/// As much of a certificate as these tests need.
#[derive(Clone, Debug, Decode, Encode, PartialEq)]
pub(crate) struct Certificate {
	pub tin: WrittenTin,
	pub version: u32,
	pub halves: Halves,
	pub state: CertificateState,
	/// Whether it was not revoked and has not expired.
	pub is_live: bool,
	pub four_eyes: bool,
	/// For how many days its programme lets a proposal be confirmed.
	pub decision_days: u16,
	/// Whether there is no room for a further status period.
	pub is_full: bool,
	/// Whether its holder has asked for a suspension.
	pub is_asked_for: bool,
	/// Whether its holder has asked for a reinstatement.
	pub is_asked_back: bool,
	/// The last decision.
	pub decided: Option<Decided<AccountId>>,
}

impl Certificate {
	/// Returns what evaluation sees of it.
	fn facts(&self, number: &CertificateNumber) -> recognition::Certificate {
		recognition::Certificate {
			number: number.clone(),
			certificate_type: CertificateType {
				programme: "OEA".try_into().expect("short"),
				code: "OEA".try_into().expect("short"),
			},
			halves: self.halves,
			roles: Roles::new([Role::Exporter]).expect("one"),
			state: self.state,
			validity: None,
			consent: Consent {
				mode: ConsentMode::Standing,
				exceptions: Default::default(),
			},
			recognition_suspended: false,
			succeeded_by: None,
		}
	}
}

parameter_types! {
	/// What was told: for each time the issuer, and each certificate with its version.
	pub static Told: Vec<(Territory, Vec<(CertificateNumber, u32)>)> = Vec::new();
}

/// Notes what it hears.
pub struct Listener;

impl OnStandingChange for Listener {
	fn on_change(issuer: Territory, changes: &[StandingChange]) -> Weight {
		let heard = changes
			.iter()
			.map(|change| (change.after.number.clone(), change.version));
		Told::mutate(|told| told.push((issuer, heard.collect())));
		Weight::from_parts(1, 0)
	}

	fn max_weight(changes: u32) -> Weight {
		push_weight(changes)
	}
}

/// The certificates, kept in the storage, so that what fails is rolled back.
pub struct Certificates;

type All = BTreeMap<(Territory, CertificateNumber), Certificate>;
const KEY: &[u8] = b"the mock's certificates";

impl Certificates {
	pub(crate) fn get(issuer: Territory, number: &CertificateNumber) -> Option<Certificate> {
		unhashed::get_or_default::<All>(KEY).remove(&(issuer, number.clone()))
	}

	pub(crate) fn put(issuer: Territory, number: &CertificateNumber, certificate: Certificate) {
		let mut all: All = unhashed::get_or_default(KEY);
		all.insert((issuer, number.clone()), certificate);
		unhashed::put(KEY, &all);
	}

	pub(crate) fn change(
		issuer: Territory,
		number: &CertificateNumber,
		change: impl FnOnce(&mut Certificate),
	) -> StandingChange {
		let before = Self::get(issuer, number).expect("it exists");
		let mut certificate = before.clone();
		change(&mut certificate);
		certificate.version += 1;
		let told = StandingChange {
			version: certificate.version,
			before: Some(before.facts(number)),
			after: certificate.facts(number),
		};
		Self::put(issuer, number, certificate);
		told
	}

	fn of(issuer: Territory) -> impl Iterator<Item = Certificate> {
		unhashed::get_or_default::<All>(KEY)
			.into_iter()
			.filter(move |((by, _), _)| *by == issuer)
			.map(|(_, certificate)| certificate)
	}

	fn live_one(
		issuer: Territory,
		number: &CertificateNumber,
	) -> Result<Certificate, DispatchError> {
		Self::get(issuer, number)
			.filter(|certificate| certificate.is_live)
			.ok_or(NOT_LIVE)
	}
}

/// Returns what is suspended after `more` was suspended too; none if nothing is added.
pub(crate) fn with(state: CertificateState, more: SuspensionScope) -> Option<SuspensionScope> {
	match state {
		CertificateState::Suspended(Suspension { scope, .. }) => match (scope, more) {
			(SuspensionScope::Full, _) => None,
			_ if scope == more => None,
			_ => Some(SuspensionScope::Full),
		},
		_ => Some(more),
	}
}

/// Returns what is suspended after `less` was reinstated: all of it or one half of a full
/// suspension. Refuses where that can't be.
pub(crate) fn without(
	certificate: &Certificate,
	less: SuspensionScope,
) -> Result<Option<SuspensionScope>, DispatchError> {
	let CertificateState::Suspended(Suspension { scope, .. }) = certificate.state else {
		return Err(NOT_SUSPENDED);
	};
	match (scope, less) {
		(_, SuspensionScope::Full) => Ok(None),
		_ if scope == less => Ok(None),
		(SuspensionScope::Full, SuspensionScope::Customs) if certificate.halves == Halves::Both => {
			Ok(Some(SuspensionScope::Security))
		}
		(SuspensionScope::Full, SuspensionScope::Security)
			if certificate.halves == Halves::Both =>
		{
			Ok(Some(SuspensionScope::Customs))
		}
		_ => Err(NOT_SUSPENDED),
	}
}

impl CertificateSuspension<AccountId> for Certificates {
	type Error = DispatchError;

	fn live(
		issuer: Territory,
		subject: &Subject,
	) -> Result<BoundedVec<CertificateNumber, ConstU32<MAX_CERTIFICATES>>, DispatchError> {
		let numbers: Vec<_> = unhashed::get_or_default::<All>(KEY)
			.into_iter()
			.filter(|((by, number), certificate)| {
				let is_meant = match subject {
					Subject::Number(meant) => {
						aeo_primitives::certificate_number(meant).as_ref() == Ok(number)
					}
					Subject::Tin(tin) => *tin == certificate.tin,
				};
				is_meant && *by == issuer && certificate.is_live
			})
			.map(|((_, number), _)| number)
			.collect();
		if numbers.is_empty() {
			return Err(NOT_LIVE);
		}
		Ok(numbers.try_into().expect("a test has few"))
	}

	/// Suspends like the real ones, but that a later end is no reason to suspend again. Writes before it
	/// may fail.
	fn suspend(
		issuer: Territory,
		number: &CertificateNumber,
		suspension: Suspension,
		decided: Decided<AccountId>,
	) -> Result<StandingChange, DispatchError> {
		let certificate = Self::live_one(issuer, number)?;
		if !suspension.scope.applies_to(certificate.halves) {
			return Err(NOT_APPLICABLE);
		}
		if decided.ground == Ground::HoldersRequest && !certificate.is_asked_for {
			return Err(NOT_ASKED_FOR);
		}
		let scope = with(certificate.state, suspension.scope).ok_or(ALREADY_SUSPENDED)?;
		let end = suspension.end;
		let told = Self::change(issuer, number, |certificate| {
			certificate.state = CertificateState::Suspended(Suspension { scope, end });
			certificate.is_asked_for = false;
			certificate.decided = Some(decided);
		});
		if certificate.is_full {
			return Err(TOO_MANY_PERIODS);
		}
		Ok(told)
	}

	fn reinstate(
		issuer: Territory,
		number: &CertificateNumber,
		scope: SuspensionScope,
		decided: Decided<AccountId>,
	) -> Result<StandingChange, DispatchError> {
		let certificate = Self::live_one(issuer, number)?;
		let left = without(&certificate, scope)?;
		let told = Self::change(issuer, number, |certificate| {
			certificate.state = match (left, certificate.state) {
				(Some(scope), CertificateState::Suspended(before)) => {
					CertificateState::Suspended(Suspension { scope, ..before })
				}
				_ => CertificateState::Authorised,
			};
			certificate.is_asked_back = false;
			certificate.decided = Some(decided);
		});
		if certificate.is_full {
			return Err(TOO_MANY_PERIODS);
		}
		Ok(told)
	}

	fn reinstatable(
		issuer: Territory,
		number: &CertificateNumber,
		scope: SuspensionScope,
	) -> Result<Reinstatable, DispatchError> {
		let certificate = Self::live_one(issuer, number)?;
		without(&certificate, scope)?;
		Ok(Reinstatable {
			version: certificate.version,
			four_eyes: certificate.four_eyes,
			expires: pallet_timestamp::Now::<Test>::get()
				+ u64::from(certificate.decision_days) * DAY,
			holder_asked: certificate.is_asked_back,
		})
	}
}

impl RegisterLookup for Certificates {
	fn changes(issuer: Territory) -> u32 {
		Self::of(issuer)
			.map(|certificate| certificate.version - 1)
			.sum()
	}

	fn ordinals(issuer: Territory) -> u32 {
		u32::try_from(Self::of(issuer).count()).expect("a test has few")
	}
}

impl CertificateLookup for Certificates {
	fn covers_branches(_: Territory, _: &ProgrammeCode) -> bool {
		unreachable!("the pallet asks for no programme")
	}

	fn of_trader(
		_issuer: Territory,
		_trader: &TraderId,
	) -> BoundedVec<Held, ConstU32<MAX_CERTIFICATES>> {
		unreachable!("the pallet asks for no trader")
	}

	fn holder_of(_issuer: Territory, _number: &CertificateNumber) -> Option<TraderId> {
		unreachable!("the pallet asks for no holder")
	}

	fn version(issuer: Territory, number: &CertificateNumber) -> Option<u32> {
		Self::get(issuer, number).map(|certificate| certificate.version)
	}

	fn is_annulled(_issuer: Territory, _number: &CertificateNumber) -> bool {
		unreachable!("the pallet does not ask")
	}

	fn successions(_: Territory) -> SuccessionList {
		SuccessionList::new()
	}

	fn domestic_offers(_issuer: Territory) -> BoundedVec<Offer, ConstU32<MAX_DOMESTIC_OFFERS>> {
		unreachable!("the pallet asks for no offers")
	}
}

/// Returns a live certificate of version 1, of a programme that asks for four eyes.
pub(crate) fn certificate(tin: &str, halves: Halves) -> Certificate {
	Certificate {
		tin: tin.try_into().expect("short enough"),
		version: 1,
		halves,
		state: CertificateState::Authorised,
		is_live: true,
		four_eyes: true,
		decision_days: 14,
		is_full: false,
		is_asked_for: false,
		is_asked_back: false,
		decided: None,
	}
}

#[cfg(feature = "runtime-benchmarks")]
pub struct Helper;
#[cfg(feature = "runtime-benchmarks")]
impl crate::BenchmarkHelper<AccountId> for Helper {
	fn officer(territory: Territory, scope: aeo_primitives::Scope) -> AccountId {
		aeo_mocks::officer(aeo_mocks::own_account(territory), scope)
	}

	fn second_officer(territory: Territory, scope: aeo_primitives::Scope) -> AccountId {
		aeo_mocks::second_officer(aeo_mocks::own_account(territory), scope)
	}

	fn set_outer_signer(signer: &AccountId) {
		aeo_mocks::set_outer_signer(Some(*signer));
	}

	fn certify(count: u32, four_eyes: bool) -> (WrittenTin, Vec<CertificateNumber>) {
		let certified = Certificate {
			four_eyes,
			..certificate("MX NWM-970924-4W4", Halves::Both)
		};
		let numbers = (0..count)
			.map(|number| format!("MX-{number}").as_str().try_into().expect("short"))
			.inspect(|number| Certificates::put(Territory::MX, number, certified.clone()))
			.collect();
		(certified.tin, numbers)
	}
}

/// Returns a chain without certificates.
pub(crate) fn new_test_ext() -> sp_io::TestExternalities {
	Told::take();
	empty_chain(NOW)
}
