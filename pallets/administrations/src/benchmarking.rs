//! Benchmarks, each with the worst case: forty further territories, all scopes, a full council.

use super::*;
use aeo_primitives::{
	CredentialIssuer, CredentialKey, Moment, PreviousKey, Scope, Scopes, Territory, UsesRecorded,
	UtcOffset, WrittenSet,
};
use aeo_support::clock::BlockTime;
use alloc::{collections::BTreeSet, vec::Vec};
use frame_benchmarking::v2::*;
use frame_support::{
	pallet_prelude::{ConstU32, Get},
	traits::{ChangeMembers, EnsureOrigin},
	BoundedVec,
};
use frame_system::{pallet_prelude::BlockNumberFor, RawOrigin};
use sp_core::H256;
use sp_runtime::traits::One;

/// Sets up for the benchmarks what other pallets store.
pub trait BenchmarkHelper<AccountId> {
	/// Gives the account session keys.
	fn register_session_keys(account: &AccountId);

	/// Opens so many motions of the council, and lets all `voters`, its members, vote on each: a
	/// change of seats goes through all of them.
	fn open_motions(motions: u32, voters: &[AccountId]);
}

/// Open motions up to which a change of seats is measured. More weigh in proportion.
const MOTIONS: u32 = 10;

/// The administration on which all calls work.
const SUBJECT: Territory = Territory::ZW;

fn key(byte: u8) -> H256 {
	H256::repeat_byte(byte)
}

/// Returns forty territories that nobody covers.
fn territories<T: Config>() -> BoundedVec<Territory, ConstU32<40>> {
	let free = Territory::ALL
		.into_iter()
		.filter(|territory| *territory != SUBJECT && !Coverage::<T>::contains_key(territory));
	BoundedVec::truncate_from(free.take(40).collect())
}

fn all_scopes() -> WrittenSet<Scope> {
	Scope::ALL.iter().copied().collect()
}

fn candidate<T: Config>(account: T::AccountId) -> Candidate<T::AccountId> {
	Candidate {
		account,
		encryption_key: key(1),
		instrument: Some(key(2)),
		territories: Pallet::<T>::further_territories(SUBJECT, territories::<T>())
			.expect("forty are allowed"),
		utc_offset: UtcOffset::UTC,
	}
}

/// Makes the council as large as it can be, but for `free` seats, with so many open motions and a
/// vote of each member on each.
fn fill_council<T: Config>(free: u32, motions: u32) {
	let mut seats = Seats::<T>::get();
	let before: Vec<_> = seats.iter().cloned().collect();
	for index in 0..T::MaxAdministrations::get().saturating_sub(free) {
		if seats.len() < (T::MaxAdministrations::get() - free) as usize {
			seats
				.try_insert(account("member", index, 0))
				.expect("there is a free seat");
		}
	}
	let after: Vec<_> = seats.iter().cloned().collect();
	T::Council::set_members_sorted(&after, &before);
	Seats::<T>::put(seats);
	T::BenchmarkHelper::open_motions(motions, &after);
}

/// Admits the subject, with all but one of the officers that it may have and with an offered
/// account; returns the own account.
fn seat<T: Config>() -> T::AccountId {
	let own: T::AccountId = account("own", 0, 0);
	Pallet::<T>::enter(SUBJECT, 0, candidate::<T>(own.clone())).expect("the candidate is right");
	let mut seats = Seats::<T>::get();
	seats.try_insert(own.clone()).expect("there is a free seat");
	let after: Vec<_> = seats.iter().cloned().collect();
	T::Council::change_members_sorted(core::slice::from_ref(&own), &[], &after);
	Seats::<T>::put(seats);
	change::<T>(|record| record.officers = T::MaxOfficers::get() - 1);
	Pallet::<T>::do_rotate_account(SUBJECT, record::<T>(), account("offered", 0, 0))
		.expect("it is free");
	own
}

/// Appoints an officer of the subject with all scopes.
fn officer<T: Config>() -> T::AccountId {
	let officer: T::AccountId = account("officer", 0, 0);
	let scopes = Pallet::<T>::scopes(&all_scopes()).expect("there are seven");
	Pallet::<T>::do_appoint(SUBJECT, record::<T>(), officer.clone(), scopes)
		.expect("one place is free");
	officer
}

fn offered<T: Config>() -> T::AccountId {
	account("offered", 0, 0)
}

fn record<T: Config>() -> Administration<T::AccountId> {
	Administrations::<T>::get(SUBJECT).expect("it was admitted")
}

fn change<T: Config>(by: impl FnOnce(&mut Administration<T::AccountId>)) {
	let mut record = record::<T>();
	by(&mut record);
	Administrations::<T>::insert(SUBJECT, record);
}

/// Returns as many signers of a multisig as a proposal can name and an administration can have.
fn signatories<T: Config>() -> BoundedVec<T::AccountId, ConstU32<20>> {
	BoundedVec::truncate_from(
		(0..T::MaxOfficers::get().min(20))
			.map(|number| account("signatory", number, 0))
			.collect(),
	)
}

fn propose_subject<T: Config>() -> T::AccountId {
	let proposed: T::AccountId = account("proposed", 0, 0);
	for signatory in signatories::<T>() {
		appoint_elsewhere::<T>(signatory);
	}
	appoint_elsewhere::<T>(proposed.clone());
	let proposal = Proposal {
		number: 7,
		proposer: Territory::ZA,
		until: Moment::MAX,
		candidate: candidate::<T>(proposed.clone()),
		signatories: signatories::<T>()
			.into_iter()
			.collect::<BTreeSet<_>>()
			.try_into()
			.expect("there are 20 at most"),
	};
	Proposals::<T>::insert(SUBJECT, 7, proposal);
	ProposalsOf::<T>::insert(
		Territory::ZA,
		BoundedVec::truncate_from(alloc::vec![(SUBJECT, 7)]),
	);
	proposed
}

/// Stores as many proposals of the subject as can stand; they have lapsed.
fn lapsed_proposals<T: Config>() {
	let places: Vec<_> = (0..T::MaxProposals::get())
		.map(|number| (Territory::ZW, number))
		.collect();
	for (territory, number) in &places {
		let proposal = Proposal {
			number: *number,
			proposer: SUBJECT,
			until: 0,
			candidate: candidate::<T>(account("earlier", *number, 0)),
			signatories: Default::default(),
		};
		Proposals::<T>::insert(territory, number, proposal);
	}
	ProposalsOf::<T>::insert(SUBJECT, BoundedVec::truncate_from(places));
}

/// Makes the account an officer of another administration, without asking.
fn appoint_elsewhere<T: Config>(officer: T::AccountId) {
	let (of, record) = Administrations::<T>::iter()
		.find(|(_, record)| record.officers < T::MaxOfficers::get())
		.expect("the founders have few officers");
	Pallet::<T>::do_appoint(of, record, officer, Scopes::new()).expect("it has no role");
}

/// Stores as many validators as there can be, but for `free` places; the subject is none of them.
fn fill_validators<T: Config>(free: u32) {
	let mut validating = Validating::<T>::get();
	for territory in Territory::ALL
		.into_iter()
		.filter(|territory| *territory != SUBJECT)
	{
		if validating.len() < (T::MaxValidators::get() - free) as usize {
			validating
				.try_insert(territory)
				.expect("there is a free place");
		}
	}
	Validating::<T>::put(validating);
}

fn validate<T: Config>() {
	fill_validators::<T>(1);
	Validating::<T>::mutate(|validating| validating.try_insert(SUBJECT))
		.expect("there is a free place");
}

/// Stores the council's quarantine, and the administration's own before it rotated its keys.
fn quarantine_by_both<T: Config>() {
	let seats: Vec<_> = Seats::<T>::get().into_iter().collect();
	let own = record::<T>().details.account;
	let left: Vec<_> = seats.into_iter().filter(|seat| *seat != own).collect();
	T::Council::change_members_sorted(&[], core::slice::from_ref(&own), &left);
	Seats::<T>::mutate(|seats| seats.remove(&own));
	change::<T>(|record| {
		record.state = AdministrationState::Quarantined(Quarantine::Both(KeyVersions::default()));
		record.key_versions = KeyVersions {
			account: 1,
			encryption_key: 1,
		};
	});
}

fn quarantine_by<T: Config>(quarantine: Quarantine) {
	quarantine_by_both::<T>();
	change::<T>(|record| record.state = AdministrationState::Quarantined(quarantine));
}

/// Authorises this runtime, so that it can be applied now.
fn open_upgrade<T: Config>(code_hash: H256) {
	frame_system::Pallet::<T>::do_authorize_upgrade(code_hash, true);
	AuthorisedUpgrade::<T>::put(UpgradeAuthorisation {
		code_hash,
		from: 0,
		until: Moment::MAX,
		is_open: true,
	});
}

fn state<T: Config>() -> AdministrationState {
	record::<T>().state
}

#[benchmarks]
mod benchmarks {
	use super::*;

	fn council<T: Config, Origin: EnsureOrigin<T::RuntimeOrigin>>(
	) -> Result<T::RuntimeOrigin, BenchmarkError> {
		Origin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)
	}

	#[benchmark]
	fn propose() -> Result<(), BenchmarkError> {
		let own = seat::<T>();
		lapsed_proposals::<T>();
		let number = NextProposal::<T>::get();
		let territory = Territory::ZM;
		let proposed: T::AccountId = account("proposed", 0, 0);
		let mut further = territories::<T>();
		further.retain(|other| *other != territory);
		let utc_offset = "-12:00".parse().map_err(|_| "too long")?;

		#[extrinsic_call]
		_(
			RawOrigin::Signed(own),
			territory,
			further.iter().copied().collect(),
			utc_offset,
			proposed.clone(),
			key(3),
			Some(key(4)),
			signatories::<T>().into_iter().collect(),
		);

		let proposal = Proposals::<T>::get(territory, number).ok_or("no proposal")?;
		assert_eq!((proposal.number, proposal.proposer), (number, SUBJECT));
		assert_eq!(proposal.candidate.account, proposed);
		assert_eq!(proposal.candidate.territories.len(), further.len());
		Ok(())
	}

	#[benchmark]
	fn retract() {
		let own = seat::<T>();
		propose_subject::<T>();
		Proposals::<T>::mutate(SUBJECT, 7, |open| {
			if let Some(open) = open {
				open.proposer = SUBJECT;
			}
		});

		#[extrinsic_call]
		_(RawOrigin::Signed(own), SUBJECT, 7);

		assert!(!Proposals::<T>::contains_key(SUBJECT, 7));
	}

	#[benchmark]
	fn admit(m: Linear<0, { MOTIONS }>) -> Result<(), BenchmarkError> {
		let origin = council::<T, T::AdmitOrigin>()?;
		let proposed = propose_subject::<T>();
		fill_council::<T>(1, m);

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, SUBJECT, 7);

		assert_eq!(state::<T>(), AdministrationState::Admitted);
		assert_eq!(
			Coverage::<T>::iter_values()
				.filter(|by| *by == SUBJECT)
				.count(),
			41
		);
		assert!(Seats::<T>::get().contains(&proposed));
		Ok(())
	}

	#[benchmark]
	fn quarantine(m: Linear<0, { MOTIONS }>) -> Result<(), BenchmarkError> {
		let origin = council::<T, T::QuarantineOrigin>()?;
		let own = seat::<T>();
		fill_council::<T>(0, m);

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, SUBJECT);

		assert_eq!(
			state::<T>(),
			AdministrationState::Quarantined(Quarantine::Council)
		);
		assert!(!Seats::<T>::get().contains(&own));
		Ok(())
	}

	#[benchmark]
	fn end_quarantine(m: Linear<0, { MOTIONS }>) -> Result<(), BenchmarkError> {
		let origin = council::<T, T::QuarantineOrigin>()?;
		let own = seat::<T>();
		quarantine_by::<T>(Quarantine::Council);
		fill_council::<T>(1, m);

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, SUBJECT);

		assert_eq!(state::<T>(), AdministrationState::Admitted);
		assert!(Seats::<T>::get().contains(&own));
		Ok(())
	}

	#[benchmark]
	fn quarantine_own(m: Linear<0, { MOTIONS }>) {
		let own = seat::<T>();
		fill_council::<T>(0, m);

		#[extrinsic_call]
		_(RawOrigin::Signed(own.clone()));

		let versions = KeyVersions::default();
		assert_eq!(
			state::<T>(),
			AdministrationState::Quarantined(Quarantine::Own(versions))
		);
		assert!(!Seats::<T>::get().contains(&own));
	}

	#[benchmark]
	fn end_own_quarantine(m: Linear<0, { MOTIONS }>) {
		let own = seat::<T>();
		quarantine_by::<T>(Quarantine::Own(KeyVersions::default()));
		fill_council::<T>(1, m);

		#[extrinsic_call]
		_(RawOrigin::Signed(own.clone()));

		assert_eq!(state::<T>(), AdministrationState::Admitted);
		assert!(Seats::<T>::get().contains(&own));
	}

	#[benchmark]
	fn give_notice() {
		let own = seat::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(own));

		assert!(record::<T>().notice.is_some());
	}

	#[benchmark]
	fn withdraw_notice() {
		let own = seat::<T>();
		change::<T>(|record| record.notice = Some(0));

		#[extrinsic_call]
		_(RawOrigin::Signed(own));

		assert_eq!(record::<T>().notice, None);
	}

	#[benchmark]
	fn leave(m: Linear<0, { MOTIONS }>) {
		let own = seat::<T>();
		issue::<T>();
		change::<T>(|record| record.notice = Some(0));
		validate::<T>();
		fill_council::<T>(0, m);

		#[extrinsic_call]
		_(RawOrigin::Signed(own.clone()));

		assert_eq!(state::<T>(), AdministrationState::Withdrawn);
		assert!(!Coverage::<T>::contains_key(SUBJECT));
		assert!(!Seats::<T>::get().contains(&own));
		assert!(!Validating::<T>::get().contains(&SUBJECT));
	}

	#[benchmark]
	fn expel(m: Linear<0, { MOTIONS }>) -> Result<(), BenchmarkError> {
		let origin = council::<T, T::ExpelOrigin>()?;
		let own = seat::<T>();
		issue::<T>();
		validate::<T>();
		fill_council::<T>(0, m);

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, SUBJECT);

		assert_eq!(state::<T>(), AdministrationState::Withdrawn);
		assert!(!Coverage::<T>::contains_key(SUBJECT));
		assert!(!Seats::<T>::get().contains(&own));
		assert!(!Validating::<T>::get().contains(&SUBJECT));
		Ok(())
	}

	#[benchmark]
	fn appoint_officer() {
		let own = seat::<T>();
		let officer: T::AccountId = account("officer", 0, 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(own), officer.clone(), all_scopes());

		assert_eq!(record::<T>().officers, T::MaxOfficers::get());
		assert!(Pallet::<T>::account_of(&officer).is_some());
		assert!(Provided::<T>::contains_key(&officer));
	}

	#[benchmark]
	fn appoint_signatory() {
		let own = seat::<T>();
		let signatory: T::AccountId = account("signatory", 0, 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(own), signatory.clone());

		assert_eq!(record::<T>().officers, T::MaxOfficers::get());
		assert!(Pallet::<T>::account_of(&signatory).is_some());
		assert!(Provided::<T>::contains_key(&signatory));
	}

	#[benchmark]
	fn dismiss_officer() {
		let own = seat::<T>();
		let officer = officer::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(own), officer.clone());

		assert!(Pallet::<T>::account_of(&officer).is_none());
	}

	#[benchmark]
	fn resign() {
		seat::<T>();
		let officer = officer::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(officer.clone()));

		assert!(Pallet::<T>::account_of(&officer).is_none());
	}

	#[benchmark]
	fn rotate_encryption_key() {
		let own = seat::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(own), key(9));

		assert_eq!(record::<T>().details.encryption_key, key(9));
		assert_eq!(record::<T>().key_versions.encryption_key, 1);
	}

	#[benchmark]
	fn rotate_account() {
		let own = seat::<T>();
		let other: T::AccountId = account("other", 0, 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(own), other.clone());

		assert_eq!(record::<T>().incoming, Some(other));
		assert!(Pallet::<T>::account_of(&offered::<T>()).is_none());
	}

	#[benchmark]
	fn accept_account(m: Linear<0, { MOTIONS }>) {
		let own = seat::<T>();
		fill_council::<T>(0, m);

		#[extrinsic_call]
		_(RawOrigin::Signed(offered::<T>()));

		assert_eq!(record::<T>().details.account, offered::<T>());
		assert!(Seats::<T>::get().contains(&offered::<T>()));
		assert!(!Seats::<T>::get().contains(&own));
	}

	#[benchmark]
	fn start_validating() {
		let own = seat::<T>();
		T::BenchmarkHelper::register_session_keys(&own);
		fill_validators::<T>(1);

		#[extrinsic_call]
		_(RawOrigin::Signed(own));

		assert!(Validating::<T>::get().contains(&SUBJECT));
	}

	#[benchmark]
	fn stop_validating() {
		let own = seat::<T>();
		validate::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(own));

		assert!(!Validating::<T>::get().contains(&SUBJECT));
	}

	#[benchmark]
	fn switch_off_validator() -> Result<(), BenchmarkError> {
		let origin = council::<T, T::SwitchOffOrigin>()?;
		seat::<T>();
		validate::<T>();

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, SUBJECT);

		assert!(!Validating::<T>::get().contains(&SUBJECT));
		Ok(())
	}

	#[benchmark]
	fn change_settings() {
		let own = seat::<T>();
		let settings = Settings {
			uses_recorded: UsesRecorded::Clear,
		};

		#[extrinsic_call]
		_(RawOrigin::Signed(own), settings);

		assert_eq!(record::<T>().settings, settings);
	}

	#[benchmark]
	fn authorise_upgrade() -> Result<(), BenchmarkError> {
		let origin = council::<T, T::UpgradeOrigin>()?;
		open_upgrade::<T>(key(4));

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, key(5));

		let authorised = AuthorisedUpgrade::<T>::get().ok_or("nothing is authorised")?;
		assert_eq!(authorised.code_hash, key(5));
		assert!(frame_system::Pallet::<T>::authorized_upgrade().is_none());
		Ok(())
	}

	#[benchmark]
	fn withdraw_upgrade() -> Result<(), BenchmarkError> {
		let origin = council::<T, T::UpgradeOrigin>()?;
		open_upgrade::<T>(key(5));

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, key(5));

		assert!(AuthorisedUpgrade::<T>::get().is_none());
		assert!(frame_system::Pallet::<T>::authorized_upgrade().is_none());
		Ok(())
	}

	#[benchmark]
	fn no_upgrade() {
		#[block]
		{
			Pallet::<T>::mind_upgrade();
		}
	}

	#[benchmark]
	fn mind_upgrade() {
		open_upgrade::<T>(key(5));
		AuthorisedUpgrade::<T>::mutate(|authorised| {
			if let Some(authorised) = authorised {
				authorised.until = 0;
			}
		});

		#[block]
		{
			Pallet::<T>::mind_upgrade();
		}

		assert!(AuthorisedUpgrade::<T>::get().is_none());
		assert!(frame_system::Pallet::<T>::authorized_upgrade().is_none());
	}

	#[benchmark]
	fn note_stalled() -> Result<(), BenchmarkError> {
		let origin = council::<T, T::UpgradeOrigin>()?;
		let (delay, best_finalised) = (BlockNumberFor::<T>::one(), BlockNumberFor::<T>::one());
		frame_system::Pallet::<T>::set_block_number(2_u32.into());

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, delay, best_finalised);

		let event = Event::<T>::StalledNoted {
			delay,
			best_finalised,
		};
		frame_system::Pallet::<T>::assert_last_event(
			<T as frame_system::Config>::RuntimeEvent::from(event),
		);
		Ok(())
	}

	/// Issues credentials, by an identifier as long as one can be, and with a key before that is kept.
	fn issue<T: Config>() -> CredentialIssuer {
		let did = alloc::format!("did:web:{}example", "a.".repeat(56));
		let issuer = CredentialIssuer {
			did: did.as_str().try_into().expect("it is short enough"),
			key: CredentialKey([2; 33]),
			previous: Some(PreviousKey {
				key: CredentialKey([3; 33]),
				until: LONGEST_OVERLAP,
			}),
		};
		CredentialIssuers::<T>::insert(SUBJECT, &issuer);
		issuer
	}

	#[benchmark]
	fn set_credential_issuer() {
		let own = seat::<T>();
		let CredentialIssuer { did, key, .. } = issue::<T>();
		let mut other = key;
		other.0[1] = 9;
		let until = T::Time::moment().saturating_add(LONGEST_OVERLAP);

		#[extrinsic_call]
		_(RawOrigin::Signed(own), did.into(), other, Some(until));

		let issuer = CredentialIssuers::<T>::get(SUBJECT).expect("it issues");
		assert_eq!(issuer.key, other);
		assert_eq!(issuer.previous, Some(PreviousKey { key, until }));
	}

	#[benchmark]
	fn clear_credential_issuer() {
		let own = seat::<T>();
		issue::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(own));

		assert!(!CredentialIssuers::<T>::contains_key(SUBJECT));
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
