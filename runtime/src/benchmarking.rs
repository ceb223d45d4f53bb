//! What the benchmarks of our pallets need of the runtime.

use crate::{
	presets, AccountId, Certificates, Hash, Historical, Identities, Runtime, RuntimeCall,
	SessionKeys, SLOT_DURATION,
};
use aeo_primitives::{
	recognition::{
		Administration, Admissions, AgreementId, ConsentMode, ConsentNeed, LegSummary,
		MAX_LEGS_OF_ISSUER, MAX_TYPES,
	},
	AgencyCode, CertificateNumber, CertificateType, Code, CodeSet, DataClass, DeclareAs,
	DeclaredNumber, Direction, FourEyes, Ground, Halves, Identifier, Moment, Opinion,
	ProgrammeCode, ProgrammeType, Role, Roles, Row, Scope, Territory, Text, UsesRecorded,
	WrittenTin, MAX_CERTIFICATES, MAX_LEGS,
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
	serial_tin, BatchMode, Decision, TakenOver, TakenOverPeriod, TakenOverState,
	MAX_PROGRAMME_TYPES, USUAL_DECISION_DAYS,
};
use pallet_collective::{Instance1, Proposals, Voting};
use sp_consensus_aura::sr25519::AuthorityId as AuraId;
use sp_core::{crypto::key_types::AURA, ed25519, sr25519};
use sp_runtime::traits::{Dispatchable, TrailingZeroInput};
use sp_session::MembershipProof;

/// Brings about what the pallet cannot by itself.
pub struct Helper;

/// The own account of an administration of the preset development, in which the benchmarks run, and those
/// of its officers, who have all scopes. Nothing is read for it: that would count.
fn accounts(territory: Territory) -> (AccountId, [AccountId; 2]) {
	presets::accounts_of(territory).expect("it is a founder")
}

fn own_account(territory: Territory) -> AccountId {
	accounts(territory).0
}

fn officer(territory: Territory, place: usize) -> AccountId {
	let (_, officers) = accounts(territory);
	officers[place].clone()
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

impl pallet_fees::BenchmarkHelper<AccountId, RuntimeCall> for Helper {
	/// An account that is offered: whether it has another role is looked for first.
	fn outside() -> (AccountId, RuntimeCall) {
		set_time(NOON);
		let offered: AccountId = account("offered", 0, 0);
		let (officer, tin) = (officer(Territory::MX, 0), serial_tin(0));
		pallet_fees::OuterSigner::<Runtime>::put(&officer);
		let origin = RawOrigin::Signed(officer);
		Identities::register(origin.clone().into(), tin.clone(), Hash::repeat_byte(7))
			.expect("it is new");
		Identities::offer_account(origin.into(), tin.clone(), offered.clone(), None)
			.expect("it is nobody's");
		pallet_fees::OuterSigner::<Runtime>::kill();
		let accept = pallet_identities::Call::accept_account { tin };
		(offered, accept.into())
	}

	fn officer() -> (AccountId, RuntimeCall) {
		set_time(NOON);
		let tin = serial_tin(0);
		let register = pallet_identities::Call::register {
			tin,
			publication_consent: Hash::repeat_byte(7),
		};
		(officer(Territory::MX, 0), register.into())
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

	fn clerk() -> AccountId {
		officer(Territory::MX, 0)
	}

	/// Each leads to another of the founders, and names every type of the programme.
	fn agree(agreement: AgreementId) {
		let grantors = FOUNDERS.into_iter().skip(1).cycle();
		let legs = (0..MAX_LEGS_OF_ISSUER).zip(grantors).map(|(_, grantor)| {
			let mut leg = leg(agreement).facts();
			leg.consent = ConsentNeed::Needed;
			LegSummary {
				grantor,
				until: None,
				leg,
			}
		});
		let legs: Vec<_> = legs.collect();
		let summary = BoundedVec::try_from(legs).expect("as many as allowed");
		pallet_agreements::LegSummaries::<Runtime>::insert(Territory::MX, summary);
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

/// Certificates of a Mexican exporter, each of another type of the programme, without four eyes.
fn certify(code: &str, tin: &WrittenTin, count: u32) -> Vec<CertificateNumber> {
	set_programme(code, count, false);
	let officer = officer(Territory::MX, 0);
	pallet_fees::OuterSigner::<Runtime>::put(&officer);
	let holder: &str = tin;
	(0..count)
		.map(|place| {
			let number: CertificateNumber = text(&alloc::format!("{holder}-{place}"));
			let decision: Decision = Decision::Authorise {
				tin: tin.clone(),
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
		let tin = serial_tin(0);
		let numbers = certify("BENCH", &tin, count);
		set_programme("BENCH", count, four_eyes);
		(tin, numbers)
	}
}

/// Who is admitted in the preset development.
const FOUNDERS: [Territory; 4] = [Territory::MX, Territory::CR, Territory::PE, Territory::CO];

/// With whom there are as many as an agreement can have parties.
const FURTHER: [Territory; 12] = [
	Territory::AR,
	Territory::BO,
	Territory::BR,
	Territory::CL,
	Territory::DO,
	Territory::EC,
	Territory::GT,
	Territory::HN,
	Territory::PA,
	Territory::PY,
	Territory::SV,
	Territory::UY,
];

/// Enters another administration, like Mexico, and returns its own account.
fn enter(territory: Territory, place: u32) -> AccountId {
	let own: AccountId = account("own account", place, 0);
	let like = pallet_administrations::Administrations::<Runtime>::get(Territory::MX);
	let mut record = like.expect("it is admitted");
	record.details.account = own.clone();
	let role = pallet_administrations::AccountRecord {
		administration: territory,
		admission: record.admission,
		kind: InsideKind::Own,
	};
	pallet_administrations::Administrations::<Runtime>::insert(territory, record);
	pallet_administrations::Accounts::<Runtime>::insert(&own, role);
	own
}

/// 24 November 2026, 12:00 UTC.
const NOON: Moment = 1_795_521_600_000;

impl pallet_agreements::BenchmarkHelper<AccountId> for Helper {
	fn parties() -> Vec<(Territory, AccountId)> {
		let founders = FOUNDERS.map(|territory| (territory, own_account(territory)));
		let further = (0..)
			.zip(FURTHER)
			.map(|(place, territory)| (territory, enter(territory, place)));
		founders.into_iter().chain(further).collect()
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

	fn recognised(exporters: u32, certificates: u32, legs: u32, benefits: u32) -> Vec<Identifier> {
		set_time(NOON);
		agree_on(legs, benefits);
		let exporters = (0..exporters).map(serial_tin);
		exporters
			.map(|tin| {
				certify("BENCH", &tin, certificates);
				Identifier::Tin(tin)
			})
			.collect()
	}

	fn lead(legs: u32) {
		let mut grantors = crowd();
		grantors.retain(|grantor| *grantor != Territory::MX);
		let summary: Vec<_> = (0..legs)
			.zip(grantors.into_iter().cycle())
			.map(|(place, grantor)| {
				let mut leg = leg(place).facts();
				// The crowd's are like Mexico in all but their names.
				leg.signed_in.grantor = leg.signed_in.issuer;
				if place == 0 {
					leg.offer.types = BoundedVec::new();
				}
				LegSummary {
					grantor,
					until: None,
					leg,
				}
			})
			.collect();
		let summary = BoundedVec::try_from(summary).expect("as many as allowed");
		pallet_agreements::LegSummaries::<Runtime>::insert(Territory::MX, summary);
	}
}

impl pallet_disclosures::BenchmarkHelper<AccountId> for Helper {
	fn own_account() -> AccountId {
		own_account(Territory::MX)
	}

	fn officer() -> AccountId {
		officer(Territory::MX, 0)
	}

	fn holder() -> AccountId {
		let (offered, accept) = <Self as pallet_fees::BenchmarkHelper<_, _>>::outside();
		accept
			.dispatch(RawOrigin::Signed(offered.clone()).into())
			.expect("it is offered");
		offered
	}

	fn set_block(block: u32) {
		frame_system::Pallet::<Runtime>::set_block_number(block);
	}

	fn readers(count: u32) -> Vec<(Territory, Hash)> {
		set_time(NOON);
		let others = Territory::ALL
			.into_iter()
			.filter(|territory| !FOUNDERS.contains(territory));
		(0..count)
			.zip(others)
			.map(|(place, reader)| {
				enter(reader, place);
				disclose(reader);
				let record = pallet_administrations::Administrations::<Runtime>::get(reader);
				let key = record.expect("it is entered").details.encryption_key;
				(reader, key)
			})
			.collect()
	}
}

/// As many legs from Mexico to an administration as there can be, of which the last discloses all.
fn disclose(reader: Territory) {
	let legs: Vec<_> = (0..MAX_LEGS)
		.map(|place| {
			let mut leg = leg(place);
			leg.terms.grantor = reader;
			// It is like Mexico in all but its name.
			leg.signed_in.grantor = leg.signed_in.issuer;
			if place + 1 == MAX_LEGS {
				leg.terms.data_classes = CodeSet::new(DataClass::all()).expect("all");
			}
			leg
		})
		.collect();
	let legs = BoundedVec::try_from(legs).expect("as many as allowed");
	pallet_agreements::Legs::<Runtime>::insert(Territory::MX, reader, legs);
}

/// As many administrations as there can be, whose word counts like Mexico's.
fn crowd() -> Vec<Territory> {
	pallet_administrations::Counting::<Runtime>::mutate(|counting| {
		let like = counting.get(&Territory::MX).cloned().expect("it counts");
		for territory in Territory::ALL {
			let other = Administration {
				territory,
				..like.clone()
			};
			counting
				.try_insert(territory, other)
				.expect("there is room for all");
		}
		counting.keys().copied().collect()
	})
}

/// As many legs from Mexico to Costa Rica as there can be.
fn agree() {
	agree_on(MAX_LEGS, u32::MAX);
}

/// So many legs from Mexico to Costa Rica, each of which gives so many benefits.
fn agree_on(legs: u32, benefits: u32) {
	let rows = || Row::all().take(benefits as usize);
	let legs: Vec<_> = (0..legs)
		.map(|place| {
			let mut leg = leg(place);
			leg.terms.rows = CodeSet::new(rows()).expect("some of all");
			leg
		})
		.collect();
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
