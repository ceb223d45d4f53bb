//! A chain with just what the pallet needs.

use crate as pallet_applications;
use aeo_mocks::AccountId;
pub(crate) use aeo_mocks::{traders::*, NOON};
use aeo_primitives::{
	certificate_number,
	recognition::{Certificate, Consent, ConsentMode, Offer, SuccessionList},
	ApplicationRegister, ApplicationStep, CertificateLookup, CertificateNumber, CertificateState,
	CertificateType, Decided, Halves, Held, Maker, ProgrammeCode, Roles, StandingChange, Territory,
	TraderId, Wish, WishKind, WishRegister, WrittenTin, MAX_CERTIFICATES, MAX_DOMESTIC_OFFERS,
};
use codec::{Decode, Encode};
use frame_support::{parameter_types, traits::ConstU32, BoundedVec};
use sp_core::H256;
use sp_runtime::{DispatchError, DispatchResult};
use std::collections::BTreeMap;

aeo_mocks::runtime!(pallet_applications as Applications, 45);

/// An application or a certificate in the register.
#[derive(Clone, Debug, Decode, Encode, PartialEq)]
pub struct Entry {
	pub trader: TraderId,
	pub version: u32,
	pub state: CertificateState,
	/// By whom and why it is what it is.
	pub decided: Option<Decided<AccountId>>,
}

/// What a holder asks for; its own account, where it is the one that asks.
pub type Noted = (Territory, CertificateNumber, Wish, Option<Maker<AccountId>>);

parameter_types! {
	/// The register of certificates; on the chain, so that a refused call leaves it as it was.
	pub storage Entries: BTreeMap<(Territory, CertificateNumber), Entry> = BTreeMap::new();
	/// The wishes that are noted there.
	pub storage Wishes: Vec<Noted> = vec![];
}

/// Why the register refuses a certificate that it has not.
pub(crate) const UNKNOWN: DispatchError = DispatchError::Other("unknown certificate");
/// Why the register refuses a number.
pub(crate) const TAKEN: DispatchError = DispatchError::Other("number taken");
/// Why the register refuses a step.
pub(crate) const OTHER_STATE: DispatchError = DispatchError::Other("another state");
/// Why the register refuses a wish.
pub(crate) const ASKED_ALREADY: DispatchError = DispatchError::Other("asked already");
/// Why the register takes no wish back.
pub(crate) const NOT_ASKED: DispatchError = DispatchError::Other("not asked");

/// The register of certificates: a list.
pub struct Register;

impl Register {
	/// Writes an entry; the next version of it where there is one.
	pub(crate) fn put(
		issuer: Territory,
		number: &CertificateNumber,
		trader: TraderId,
		state: CertificateState,
		decided: Option<Decided<AccountId>>,
	) -> StandingChange {
		let mut all = Entries::get();
		let key = (issuer, number.clone());
		let version = all.get(&key).map_or(1, |before| before.version + 1);
		all.insert(
			key,
			Entry {
				trader,
				version,
				state,
				decided,
			},
		);
		Entries::set(&all);
		StandingChange {
			version,
			before: None,
			after: Certificate {
				number: number.clone(),
				certificate_type: CertificateType {
					programme: "OEA".try_into().expect("short"),
					code: "FULL".try_into().expect("short"),
				},
				halves: Halves::Both,
				roles: Roles::new([aeo_primitives::Role::Exporter]).expect("one"),
				state,
				validity: None,
				consent: Consent {
					mode: ConsentMode::Standing,
					exceptions: BoundedVec::new(),
				},
				recognition_suspended: false,
				succeeded_by: None,
			},
		}
	}

	fn entry(issuer: Territory, number: &CertificateNumber) -> Result<Entry, DispatchError> {
		let number = certificate_number(number).map_err(|_| UNKNOWN)?;
		Entries::get()
			.get(&(issuer, number))
			.cloned()
			.ok_or(UNKNOWN)
	}
}

impl ApplicationRegister<AccountId> for Register {
	type Error = DispatchError;

	fn apply(
		issuer: Territory,
		trader: TraderId,
		_: CertificateType,
		_: Roles,
		decided: Decided<AccountId>,
	) -> Result<StandingChange, DispatchError> {
		let number = format!("APPLICATION-{}", Entries::get().len());
		let number = number.as_str().try_into().expect("short enough");
		let state = CertificateState::Applied;
		Ok(Self::put(issuer, &number, trader, state, Some(decided)))
	}

	fn enter(
		issuer: Territory,
		number: &CertificateNumber,
		(tin, _): (&WrittenTin, H256),
		_: CertificateType,
		_: Roles,
		decided: Decided<AccountId>,
	) -> Result<StandingChange, DispatchError> {
		if Self::entry(issuer, number).is_ok() {
			return Err(TAKEN);
		}
		let trader = Traders::id_of(tin).ok_or(DispatchError::CannotLookup)?;
		let state = CertificateState::Applied;
		Ok(Self::put(issuer, number, trader, state, Some(decided)))
	}

	fn step(
		issuer: Territory,
		number: &CertificateNumber,
		step: ApplicationStep,
		decided: Decided<AccountId>,
	) -> Result<StandingChange, DispatchError> {
		use CertificateState::{Accepted, ApplicationWithdrawn, Applied, Rejected};
		let entry = Self::entry(issuer, number)?;
		let state = match (step, entry.state) {
			(ApplicationStep::Accept, Applied) => Accepted,
			(ApplicationStep::Reject, Applied) => Rejected,
			(ApplicationStep::Withdraw, Applied | Accepted) => ApplicationWithdrawn,
			_ => return Err(OTHER_STATE),
		};
		Ok(Self::put(
			issuer,
			number,
			entry.trader,
			state,
			Some(decided),
		))
	}

	fn accepted_version(
		issuer: Territory,
		number: &CertificateNumber,
	) -> Result<u32, DispatchError> {
		match Self::entry(issuer, number)? {
			entry if entry.state == CertificateState::Accepted => Ok(entry.version),
			_ => Err(OTHER_STATE),
		}
	}

	fn ensure_requestable(issuer: Territory, number: &CertificateNumber) -> DispatchResult {
		use CertificateState::{Accepted, Applied, Authorised};
		match Self::entry(issuer, number)?.state {
			Applied | Accepted | Authorised => Ok(()),
			_ => Err(OTHER_STATE),
		}
	}
}

/// What is asked for by a wish.
pub(crate) fn kind_of(wish: Wish) -> WishKind {
	match wish {
		Wish::Renewal => WishKind::Renewal,
		Wish::Appeal => WishKind::Appeal,
		Wish::Suspension => WishKind::Suspension,
		Wish::Relinquishment { .. } => WishKind::Relinquishment,
		Wish::Reinstatement => WishKind::Reinstatement,
	}
}

impl WishRegister<AccountId> for Register {
	type Error = DispatchError;

	fn note_wish(
		issuer: Territory,
		number: &CertificateNumber,
		wish: Wish,
		holder: Option<Maker<AccountId>>,
	) -> DispatchResult {
		Self::entry(issuer, number)?;
		let noted = (issuer, number.clone(), wish, holder);
		let mut wishes = Wishes::get();
		if wishes.contains(&noted) {
			return Err(ASKED_ALREADY);
		}
		wishes.push(noted);
		Wishes::set(&wishes);
		Ok(())
	}

	fn take_wish_back(
		issuer: Territory,
		number: &CertificateNumber,
		wish: WishKind,
	) -> DispatchResult {
		let mut wishes = Wishes::get();
		let is_it =
			|(of, about, noted, _): &Noted| (*of, about, kind_of(*noted)) == (issuer, number, wish);
		let place = wishes.iter().position(is_it).ok_or(NOT_ASKED)?;
		wishes.remove(place);
		Wishes::set(&wishes);
		Ok(())
	}

	fn dismiss_appeal(issuer: Territory, number: &CertificateNumber) -> DispatchResult {
		Self::take_wish_back(issuer, number, WishKind::Appeal)
	}
}

impl CertificateLookup for Register {
	fn covers_branches(_: Territory, _: &ProgrammeCode) -> bool {
		unreachable!("the pallet evaluates nothing")
	}

	fn of_trader(_: Territory, _: &TraderId) -> BoundedVec<Held, ConstU32<MAX_CERTIFICATES>> {
		unreachable!("the pallet evaluates nothing")
	}

	fn holder_of(issuer: Territory, number: &CertificateNumber) -> Option<TraderId> {
		Self::entry(issuer, number).ok().map(|entry| entry.trader)
	}

	fn version(issuer: Territory, number: &CertificateNumber) -> Option<u32> {
		Self::entry(issuer, number).ok().map(|entry| entry.version)
	}

	fn is_annulled(_: Territory, _: &CertificateNumber) -> bool {
		unreachable!("the pallet evaluates nothing")
	}

	fn successions(_: Territory) -> SuccessionList {
		SuccessionList::new()
	}

	fn domestic_offers(_: Territory) -> BoundedVec<Offer, ConstU32<MAX_DOMESTIC_OFFERS>> {
		unreachable!("the pallet evaluates nothing")
	}
}

#[cfg(feature = "runtime-benchmarks")]
pub struct Helper;
#[cfg(feature = "runtime-benchmarks")]
impl crate::BenchmarkHelper<AccountId> for Helper {
	fn own_account() -> AccountId {
		aeo_mocks::MX
	}

	fn officer() -> AccountId {
		aeo_mocks::officer(aeo_mocks::MX, aeo_primitives::Scope::Certification)
	}

	fn set_signer(signer: AccountId) {
		aeo_mocks::set_outer_signer(Some(signer));
	}

	fn applicant() -> (WrittenTin, CertificateType) {
		Timestamp::set_timestamp(NOON);
		let named = CertificateType {
			programme: "OEA".try_into().expect("short"),
			code: "FULL".try_into().expect("short"),
		};
		("MX NWM-970924-4W4".try_into().expect("short enough"), named)
	}

	fn certificate() -> CertificateNumber {
		let (tin, _) = Self::applicant();
		let number = "NEW".try_into().expect("short");
		let trader = Traders::id_of(&tin).expect("well formed");
		Register::put(
			Territory::MX,
			&number,
			trader,
			CertificateState::Authorised,
			None,
		);
		number
	}
}

impl pallet_applications::Config for Test {
	type Administrations = aeo_mocks::Administrations;
	type OuterSigner = aeo_mocks::Administrations;
	type Traders = Traders;
	type Certificates = Register;
	type OnStandingChange = Listener;
	type Time = Timestamp;
	type WeightInfo = crate::weights::SubstrateWeight<Test>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Helper;
}

/// Returns a chain on which nothing is registered yet.
pub(crate) fn new_test_ext() -> sp_io::TestExternalities {
	aeo_mocks::traders::forget();
	empty_chain(NOON)
}
