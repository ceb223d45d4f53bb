//! What the benchmarks of our pallets need of the runtime.

use crate::{AccountId, Certificates, Hash, Historical, Runtime, SessionKeys, SLOT_DURATION};
use aeo_primitives::{
	recognition::{Admissions, ConsentMode, ConsentNeed, MAX_TYPES},
	AgencyCode, CertificateNumber, CertificateType, Code, CodeSet, DeclareAs, DeclaredNumber,
	Direction, FourEyes, Ground, Halves, Identifier, Moment, Opinion, ProgrammeCode, ProgrammeType,
	Role, Roles, Row, Scope, Territory, Text, UsesRecorded, WrittenTin, MAX_CERTIFICATES, MAX_LEGS,
};
use alloc::vec::Vec;
use codec::{Decode, Encode};
use frame_benchmarking::account;
use frame_support::{
	storage::unhashed,
	traits::{Get, KeyOwnerProofSystem},
	BoundedVec,
};
use frame_system::RawOrigin;
use pallet_administrations::InsideKind;
use pallet_agreements::{LegTerms, Progress, StoredLeg};
use pallet_certificates::{
	BatchMode, Decision, TakenOver, TakenOverPeriod, TakenOverState, MAX_PROGRAMME_TYPES,
	USUAL_DECISION_DAYS,
};
use pallet_collective::{Instance1, Proposals, Voting};
use sp_consensus_aura::sr25519::AuthorityId as AuraId;
use sp_core::{crypto::key_types::AURA, ed25519, sr25519};
use sp_runtime::traits::TrailingZeroInput;
use sp_session::MembershipProof;

/// Brings about what the pallet cannot by itself.
pub struct Helper;

/// The accounts of an administration of the preset development, in which the benchmarks run, that
/// have this role.
fn accounts(territory: Territory, is_wanted: fn(&InsideKind) -> bool) -> Vec<AccountId> {
	pallet_administrations::Accounts::<Runtime>::iter()
		.filter(|(_, record)| record.administration == territory && is_wanted(&record.kind))
		.map(|(account, _)| account)
		.collect()
}

/// The own account of an administration.
fn own_account(territory: Territory) -> AccountId {
	let mut accounts = accounts(territory, |kind| matches!(kind, InsideKind::Own));
	accounts.pop().expect("every founder has one")
}

/// One of the two officers of an administration, who have all scopes.
fn officer(territory: Territory, place: usize) -> AccountId {
	let accounts = accounts(territory, |kind| matches!(kind, InsideKind::Officer(_)));
	accounts[place].clone()
}

/// It is this moment.
fn set_time(now: Moment) {
	pallet_timestamp::Now::<Runtime>::put(now);
	pallet_aura::CurrentSlot::<Runtime>::put(sp_consensus_aura::Slot::from(now / SLOT_DURATION));
}

impl pallet_administrations::BenchmarkHelper<AccountId> for Helper {
	fn register_session_keys(account: &AccountId) {
		let keys = SessionKeys::decode(&mut TrailingZeroInput::zeroes()).expect("zeros decode");
		pallet_session::NextKeys::<Runtime>::insert(account, keys);
	}

	/// They are written directly, since voting for each of 252 seats would take minutes.
	fn open_motions(motions: u32, voters: &[AccountId]) {
		let hashes: Vec<Hash> = (0..motions)
			.map(|number| number.using_encoded(sp_io::hashing::blake2_256).into())
			.collect();
		for hash in &hashes {
			let votes = (
				0_u32,
				u32::MAX,
				voters.to_vec(),
				Vec::<AccountId>::new(),
				u32::MAX,
			);
			let key = Voting::<Runtime, Instance1>::hashed_key_for(hash);
			unhashed::put_raw(&key, &votes.encode());
		}
		let hashes = BoundedVec::try_from(hashes).expect("as many as are allowed");
		Proposals::<Runtime, Instance1>::put(hashes);
	}
}

impl pallet_equivocations::BenchmarkHelper<MembershipProof> for Helper {
	fn validate_with(key: &AuraId) -> MembershipProof {
		let validators: Vec<AccountId> = (0
			..<Runtime as pallet_administrations::Config>::MaxValidators::get())
			.map(|place| account("validator", place, 0))
			.collect();
		for validator in &validators {
			let bytes: [u8; 32] = *validator.as_ref();
			let keys = SessionKeys {
				aura: sr25519::Public::from(bytes).into(),
				grandpa: ed25519::Public::from(bytes).into(),
				authority_discovery: sr25519::Public::from(bytes).into(),
			};
			pallet_session::NextKeys::<Runtime>::insert(validator, keys);
			pallet_administrations::ValidatorAccounts::<Runtime>::insert(validator, Territory::MX);
		}
		pallet_session::NextKeys::<Runtime>::mutate(&validators[0], |keys| {
			if let Some(keys) = keys {
				keys.aura = key.clone();
			}
		});
		pallet_session::Validators::<Runtime>::put(validators);
		Historical::prove((AURA, key.clone())).expect("it is a validator's")
	}
}

impl pallet_identities::BenchmarkHelper<AccountId> for Helper {
	fn own_account() -> AccountId {
		own_account(Territory::MX)
	}

	fn officer(territory: Territory) -> AccountId {
		officer(territory, 0)
	}

	fn second_officer() -> AccountId {
		officer(Territory::MX, 1)
	}

	fn set_outer_signer(signer: &AccountId) {
		pallet_fees::OuterSigner::<Runtime>::put(signer);
	}

	fn set_time(now: Moment) {
		set_time(now);
	}

	fn agree() {
		agree();
	}
}

impl pallet_certificates::BenchmarkHelper<AccountId> for Helper {
	fn own_account() -> AccountId {
		own_account(Territory::MX)
	}

	fn officer() -> AccountId {
		officer(Territory::MX, 0)
	}

	fn second_officer() -> AccountId {
		officer(Territory::MX, 1)
	}

	fn set_signer(signer: AccountId) {
		pallet_fees::OuterSigner::<Runtime>::put(signer);
	}

	fn set_time(now: Moment) {
		set_time(now);
	}

	fn opine(number: &CertificateNumber, agency: &AgencyCode, version: u32) {
		let given = pallet_applications::OpinionRecord {
			version,
			opinion: Opinion::Favourable,
			document: Hash::repeat_byte(7),
			at: NOON,
		};
		pallet_applications::Opinions::<Runtime>::insert((Territory::MX, number, agency), given);
	}
}

impl pallet_applications::BenchmarkHelper<AccountId> for Helper {
	fn own_account() -> AccountId {
		own_account(Territory::MX)
	}

	fn officer() -> AccountId {
		officer(Territory::MX, 0)
	}

	fn set_signer(signer: AccountId) {
		pallet_fees::OuterSigner::<Runtime>::put(signer);
	}

	/// Each of its certificates is over, and all but two are the latest of their types, as many as a
	/// programme can have: for one of the types it has none.
	fn applicant() -> (WrittenTin, CertificateType) {
		set_time(NOON);
		set_programme("BENCH", MAX_PROGRAMME_TYPES, false);
		let officer = officer(Territory::MX, 0);
		pallet_fees::OuterSigner::<Runtime>::put(&officer);
		let rows: Vec<_> = (0..MAX_CERTIFICATES)
			.map(|place| TakenOver {
				number: text(&alloc::format!("OVER-{place}")),
				tin: TIN.try_into().expect("it is short"),
				publication_consent: Hash::repeat_byte(7),
				certificate_type: kind("BENCH", place.max(1)),
				roles: Roles::new([Role::Exporter]).expect("one"),
				valid_from: "2025-01-01".parse().expect("a day"),
				valid_until: Some("2025-12-31".parse().expect("a day")),
				periods: BoundedVec::truncate_from(alloc::vec![TakenOverPeriod {
					from: "2025-01-01".parse().expect("a day"),
					state: TakenOverState::Authorised,
					ground: Ground::Authority,
					document: Hash::repeat_byte(7),
				}]),
				instrument: None,
			})
			.collect();
		Certificates::propose_batch(
			RawOrigin::Signed(officer).into(),
			rows.into(),
			BatchMode::AllOrNothing,
		)
		.expect("it is decided at once");
		let held = Certificates::certificates_by_issuer(Territory::MX, 0);
		assert!(
			held.len() >= MAX_CERTIFICATES as usize,
			"all are taken over"
		);
		(TIN.try_into().expect("it is short"), kind("BENCH", 0))
	}

	fn certificate() -> CertificateNumber {
		let (tin, certificate_type) = Self::applicant();
		let number: CertificateNumber = text("LIVE");
		let decision = Decision::Authorise {
			tin,
			publication_consent: Hash::repeat_byte(7),
			certificate_type,
			roles: Roles::new([Role::Exporter]).expect("one"),
			valid_from: "2026-11-24".parse().expect("a day"),
			valid_until: Some("2027-12-31".parse().expect("a day")),
			document: Hash::repeat_byte(7),
		};
		let origin = RawOrigin::Signed(officer(Territory::MX, 0)).into();
		Certificates::propose(origin, number.clone().into(), decision.into())
			.expect("it is decided at once");
		number
	}
}

/// A type of a programme.
fn kind(programme: &str, place: u32) -> CertificateType {
	CertificateType {
		programme: text(programme),
		code: text(&alloc::format!("T{place}")),
	}
}

/// A programme of Mexico without four eyes, or with them.
fn set_programme(code: &str, types: u32, four_eyes: bool) {
	let types: Vec<_> = (0..types)
		.map(|place| ProgrammeType {
			code: text(&alloc::format!("T{place}")),
			halves: Halves::Both,
		})
		.collect();
	let code: ProgrammeCode = text(code);
	let programme = pallet_certificates::Programme {
		types: types.try_into().expect("sixteen at most"),
		four_eyes: if four_eyes {
			FourEyes::Required
		} else {
			FourEyes::NotRequired
		},
		consent: ConsentMode::Standing,
		applications: pallet_certificates::Applications::NotRequired,
		until_renewed: pallet_certificates::UntilRenewed::Ends,
		validity_months: pallet_certificates::ValidityMonths::NoEnd,
		review_months: None,
		decision_days: USUAL_DECISION_DAYS,
		opinions_required: BoundedVec::new(),
		branches: Default::default(),
	};
	pallet_certificates::Programmes::<Runtime>::insert(Territory::MX, code, programme);
}

fn text<const N: u32>(text: &str) -> Text<N> {
	text.try_into().expect("it is short")
}

const TIN: &str = "MX NWM-970924-4W4";

/// Certificates of one Mexican exporter, each of another type of the programme, without four eyes.
fn certify(code: &str, count: u32) -> Vec<CertificateNumber> {
	set_programme(code, count, false);
	let officer = officer(Territory::MX, 0);
	pallet_fees::OuterSigner::<Runtime>::put(&officer);
	(0..count)
		.map(|place| {
			let number: CertificateNumber = text(&alloc::format!("MX-{place}"));
			let decision: Decision = Decision::Authorise {
				tin: TIN.try_into().expect("it is short"),
				publication_consent: Hash::repeat_byte(7),
				certificate_type: kind(code, place),
				roles: Roles::new([Role::Exporter]).expect("one"),
				valid_from: "2026-11-24".parse().expect("a day"),
				valid_until: None,
				document: Hash::repeat_byte(7),
			};
			let origin = RawOrigin::Signed(officer.clone()).into();
			Certificates::propose(origin, number.clone().into(), decision.into())
				.expect("it is decided at once");
			number
		})
		.collect()
}

impl pallet_suspensions::BenchmarkHelper<AccountId> for Helper {
	fn officer(territory: Territory, _: Scope) -> AccountId {
		officer(territory, 0)
	}

	fn second_officer(territory: Territory, _: Scope) -> AccountId {
		officer(territory, 1)
	}

	fn set_outer_signer(signer: &AccountId) {
		pallet_fees::OuterSigner::<Runtime>::put(signer);
	}

	fn certify(count: u32, four_eyes: bool) -> (WrittenTin, Vec<CertificateNumber>) {
		set_time(NOON);
		let numbers = certify("BENCH", count);
		set_programme("BENCH", count, four_eyes);
		(TIN.try_into().expect("it is short"), numbers)
	}
}

/// 24 November 2026, 12:00 UTC.
const NOON: Moment = 1_795_521_600_000;

impl pallet_agreements::BenchmarkHelper<AccountId> for Helper {
	fn parties() -> Vec<(Territory, AccountId)> {
		[Territory::MX, Territory::CR, Territory::PE, Territory::CO]
			.map(|territory| (territory, own_account(territory)))
			.into()
	}

	fn set_time(now: Moment) {
		set_time(now);
	}
}

impl pallet_benefits::BenchmarkHelper<AccountId> for Helper {
	fn officer(_: Scope) -> AccountId {
		officer(Territory::CR, 0)
	}

	fn record_uses(uses: UsesRecorded) {
		pallet_administrations::Administrations::<Runtime>::mutate(Territory::CR, |record| {
			if let Some(record) = record {
				record.settings.uses_recorded = uses;
			}
		});
	}

	/// An exporter with as many certificates as there can be, under as many legs.
	fn recognised() -> Identifier {
		set_time(NOON);
		certify("BENCH", MAX_CERTIFICATES);
		agree();
		Identifier::Tin(TIN.try_into().expect("short"))
	}
}

/// As many legs from Mexico to Costa Rica as there can be.
fn agree() {
	let legs: Vec<_> = (0..MAX_LEGS).map(leg).collect();
	let legs = BoundedVec::try_from(legs).expect("as many as allowed");
	pallet_agreements::Legs::<Runtime>::insert(Territory::MX, Territory::CR, legs);
}

/// The number of the admission of an administration.
fn admission(territory: Territory) -> u32 {
	pallet_administrations::Administrations::<Runtime>::get(territory)
		.expect("it is admitted")
		.admission
}

/// A leg that gives everything for every type of the programme.
fn leg(agreement: u32) -> StoredLeg {
	let types: Vec<_> = (0..MAX_TYPES)
		.map(|place| CertificateType {
			programme: text("BENCH"),
			code: text(&alloc::format!("T{place}")),
		})
		.collect();
	StoredLeg {
		agreement,
		version: 1,
		signed_in: Admissions {
			issuer: admission(Territory::MX),
			grantor: admission(Territory::CR),
		},
		progress: Progress::InForce {
			from: "2026-11-24".parse().expect("a day"),
		},
		until: None,
		noticed_by_issuer: None,
		noticed_by_grantor: None,
		suspended_by_issuer: false,
		suspended_by_grantor: false,
		terms: LegTerms {
			issuer: Territory::MX,
			grantor: Territory::CR,
			types: types.try_into().expect("as many as allowed"),
			roles: CodeSet::new(Role::all()).expect("all"),
			directions: CodeSet::new(Direction::all()).expect("all"),
			rows: CodeSet::new(Row::all()).expect("all"),
			consent: ConsentNeed::NotNeeded,
			data_classes: CodeSet::default(),
			declare_as: DeclareAs {
				code: text("Y031"),
				place: text("box 44"),
				number: DeclaredNumber::Tin,
				prefix: text(""),
				number_place: text("box 2"),
				manifest_place: text("manifest"),
			},
		},
	}
}
