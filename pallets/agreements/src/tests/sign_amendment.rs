//! `sign_amendment` (M6), and how a leg's versions take each other's place.

use super::*;
use aeo_primitives::recognition::Standing;

const PAIR: [Territory; 2] = [Territory::MX, Territory::CR];

/// Other terms from Mexico to Costa Rica: exporters only.
fn changed() -> Vec<LegTerms> {
	vec![LegTerms {
		roles: EligibleRoles::new([Role::Exporter]).expect("one"),
		..leg(Territory::MX, Territory::CR)
	}]
}

/// Mexico and Costa Rica change the leg between them; Costa Rica gives this day.
fn amend(number: AgreementId, legs: Vec<LegTerms>, from: Option<&str>) {
	assert_ok!(amend_with(signed(MX), number, &[], legs, None));
	assert_ok!(sign_amendment(CR, number, from));
}

fn notice(first: &str, last: &str) -> LegState {
	LegState::NoticeGiven {
		from: day(first),
		until: day(last),
	}
}

fn since(first: &str) -> LegState {
	LegState::InForce { from: day(first) }
}

/// The version of the leg from Mexico to Costa Rica that is in force, by its terms.
fn version_in_force() -> Option<u32> {
	let offset = (-360).try_into().expect("an offset");
	let legs = Agreements::legs_of(Territory::MX, Territory::CR);
	let mut found = legs
		.iter()
		.filter(|leg| leg.state().in_force(Timestamp::get(), offset))
		.map(|leg| leg.version);
	let first = found.next();
	assert_eq!(found.next(), None, "two versions at a time");
	first
}

#[test]
fn accession_should_need_all_present_parties_and_the_new_one() {
	build_and_execute(|| {
		let number = conclude();
		let legs = mesh(&[Territory::MX, Territory::PE]);
		assert_ok!(amend_with(
			signed(MX),
			number,
			&[Territory::PE],
			legs,
			Some(TODAY)
		));
		let (old, new) = (terms(number), amendment_terms(number));
		assert_ok!(sign_amendment(PE, number, None));
		// Costa Rica has no leg with Peru and signs all the same.
		assert_eq!(state(number, Territory::PE, Territory::MX), None);
		System::reset_events();
		assert_ok!(sign_amendment(CR, number, None));
		System::assert_has_event(RuntimeEvent::Agreements(Event::AmendmentSigned {
			agreement: number,
			version: 2,
			party: Territory::CR,
			complete: true,
		}));
		expect_event(Event::LegChanged {
			agreement: number,
			version: 2,
			issuer: Territory::PE,
			grantor: Territory::MX,
			from: None,
			to: since(TODAY),
			until: None,
			by: Territory::CR,
		});
		let agreement = crate::Agreements::<Test>::get(number).expect("it is there");
		assert_eq!((agreement.version, agreement.terms), (2, new));
		assert_eq!(agreement.text, annex());
		assert_eq!(agreement.parties.len(), 3);
		assert_eq!(agreement.signatures.len(), 3);
		// What stood there before is kept.
		let earlier = crate::EarlierVersions::<Test>::get(number, 1).expect("it is kept");
		assert_eq!((earlier.terms, earlier.text), (old, text()));
		assert_eq!(earlier.parties.len(), 2);
		assert!(crate::Amendments::<Test>::get(number).is_none());
		assert!(!crate::ProposedLegs::<Test>::contains_key(number));
		// The legs of the others go on, and each grantor gives its own day.
		assert_eq!(
			versions(number, Territory::MX, Territory::CR),
			[(1, since(TODAY))]
		);
		assert_eq!(state(number, Territory::PE, Territory::MX), from(TODAY));
		assert_eq!(
			state(number, Territory::MX, Territory::PE),
			Some(LegState::Pending)
		);
		assert_ok!(Agreements::put_in_force(
			by(PE),
			number,
			Territory::MX,
			written("2026-12-01")
		));
		assert_eq!(
			state(number, Territory::MX, Territory::PE),
			from("2026-12-01")
		);
		assert_noop!(
			sign_amendment(PE, number, None),
			Error::<Test>::UnknownAmendment
		);
	});
}

#[test]
fn the_old_terms_should_go_on_until_the_day_of_the_new_ones() {
	build_and_execute(|| {
		let number = conclude();
		System::reset_events();
		amend(number, changed(), Some("2027-01-01"));
		assert_eq!(
			versions(number, Territory::MX, Territory::CR),
			[(1, notice(TODAY, "2026-12-31")), (2, since("2027-01-01"))]
		);
		for (version, before, to, until) in [
			(
				1,
				Some(since(TODAY)),
				notice(TODAY, "2026-12-31"),
				Some(day("2026-12-31")),
			),
			(2, None, since("2027-01-01"), None),
		] {
			System::assert_has_event(RuntimeEvent::Agreements(Event::LegChanged {
				agreement: number,
				version,
				issuer: Territory::MX,
				grantor: Territory::CR,
				from: before,
				to,
				until,
				by: Territory::CR,
			}));
		}
		// 2027 begins in Costa Rica.
		let begin = day("2027-01-01").first_moment((-360).try_into().expect("an offset"));
		for (moment, version) in [(NOON, 1), (begin - 1, 1), (begin, 2), (begin + 1, 2)] {
			Timestamp::set_timestamp(moment);
			assert_eq!(version_in_force(), Some(version), "{moment}");
		}
		// The other direction was not changed.
		assert_eq!(
			versions(number, Territory::CR, Territory::MX),
			[(1, since(TODAY))]
		);
	});
}

#[test]
fn new_terms_from_today_should_take_the_place_at_once() {
	build_and_execute(|| {
		let number = propose(signed(MX), &PAIR, Some(TODAY));
		assert_ok!(sign(CR, number, Some(TODAY)));
		days_later(10);
		amend(number, changed(), Some("2026-12-04"));
		assert_eq!(version_in_force(), Some(2));
		// What had begun the same day never was.
		amend(number, changed(), Some("2026-12-04"));
		assert_eq!(version_in_force(), Some(3));
		assert_eq!(
			versions(number, Territory::MX, Territory::CR),
			[(3, since("2026-12-04"))]
		);
	});
}

#[test]
fn new_terms_should_wait_for_the_grantors_day() {
	build_and_execute(|| {
		let number = conclude();
		amend(number, changed(), None);
		assert_eq!(
			versions(number, Territory::MX, Territory::CR),
			[(1, since(TODAY)), (2, LegState::Pending)]
		);
		assert_eq!(version_in_force(), Some(1));
		assert_ok!(Agreements::put_in_force(
			by(CR),
			number,
			Territory::MX,
			written("2026-12-01")
		));
		assert_eq!(
			versions(number, Territory::MX, Territory::CR),
			[(1, notice(TODAY, "2026-11-30")), (2, since("2026-12-01"))]
		);
		assert_noop!(
			Agreements::put_in_force(by(CR), number, Territory::MX, written("2026-12-02")),
			Error::<Test>::LegPutInForceAlready
		);
		days_later(7);
		assert_eq!(version_in_force(), Some(2));
	});
}

#[test]
fn what_had_not_begun_should_never_begin() {
	build_and_execute(|| {
		let number = conclude();
		amend(number, changed(), None);
		System::reset_events();
		// Version 3 takes the place of version 2, which waits for a day.
		amend(number, changed(), None);
		assert_eq!(
			versions(number, Territory::MX, Territory::CR),
			[(1, since(TODAY)), (3, LegState::Pending)]
		);
		System::assert_has_event(RuntimeEvent::Agreements(Event::LegChanged {
			agreement: number,
			version: 2,
			issuer: Territory::MX,
			grantor: Territory::CR,
			from: Some(LegState::Pending),
			to: LegState::Ended,
			until: None,
			by: Territory::CR,
		}));
		// Version 4 begins in January, version 5 before it: 4 never begins.
		amend(number, changed(), Some("2027-01-01"));
		amend(number, changed(), Some("2026-12-01"));
		assert_eq!(
			versions(number, Territory::MX, Territory::CR),
			[(1, notice(TODAY, "2026-11-30")), (5, since("2026-12-01"))]
		);
		// And version 6 after it: three follow each other.
		amend(number, changed(), Some("2027-01-01"));
		assert_eq!(
			versions(number, Territory::MX, Territory::CR),
			[
				(1, notice(TODAY, "2026-11-30")),
				(5, notice("2026-12-01", "2026-12-31")),
				(6, since("2027-01-01"))
			]
		);
	});
}

#[test]
fn a_suspension_should_be_all_versions() {
	build_and_execute(|| {
		let number = conclude();
		let (issuer, grantor) = (Territory::MX, Territory::CR);
		assert_ok!(Agreements::suspend_leg(by(CR), number, issuer, grantor));
		amend(number, changed(), Some("2026-12-01"));
		assert_eq!(
			versions(number, issuer, grantor),
			[(1, LegState::Suspended), (2, LegState::Suspended)]
		);
		assert_ok!(Agreements::suspend_leg(by(MX), number, issuer, grantor));
		assert_ok!(Agreements::resume_leg(by(CR), number, issuer, grantor));
		days_later(10);
		assert_eq!(version_in_force(), None);
		assert_ok!(Agreements::resume_leg(by(MX), number, issuer, grantor));
		assert_eq!(version_in_force(), Some(2));
		// While the newest waits for a day the mark is its own too.
		amend(number, changed(), None);
		assert_ok!(Agreements::suspend_leg(by(MX), number, issuer, grantor));
		assert_eq!(state(number, issuer, grantor), Some(LegState::Suspended));
		assert_ok!(Agreements::put_in_force(
			by(CR),
			number,
			issuer,
			written("2026-12-04")
		));
		assert_eq!(version_in_force(), None);
		assert_ok!(Agreements::resume_leg(by(MX), number, issuer, grantor));
		assert_eq!(version_in_force(), Some(3));
	});
}

#[test]
fn a_notice_should_end_all_versions() {
	build_and_execute(|| {
		let number = conclude();
		amend(number, changed(), Some("2027-01-01"));
		leave(MX, number);
		assert_eq!(
			versions(number, Territory::MX, Territory::CR),
			[
				(1, notice(TODAY, "2026-12-31")),
				(2, notice("2027-01-01", "2027-01-23"))
			]
		);
		let other = conclude();
		amend(other, changed(), Some("2027-06-01"));
		leave(MX, other);
		// The last day comes before the first one of the new terms.
		assert_eq!(
			versions(other, Territory::MX, Territory::CR),
			[
				(1, notice(TODAY, "2027-01-23")),
				(2, notice("2027-06-01", "2027-01-23"))
			]
		);
		days_later(61);
		assert_eq!(version_in_force(), None);
		let third = conclude_on("2027-01-24");
		amend(third, changed(), None);
		leave(CR, third);
		assert_eq!(
			versions(third, Territory::MX, Territory::CR),
			[
				(1, notice("2027-01-24", "2027-03-25")),
				(2, LegState::Ended)
			]
		);
	});
}

/// Mexico and Costa Rica, both from this day.
fn conclude_on(first: &str) -> AgreementId {
	let number = propose(signed(MX), &PAIR, Some(first));
	assert_ok!(sign(CR, number, Some(first)));
	number
}

#[test]
fn sign_amendment_should_fail_for_all_but_those_that_are_to_sign() {
	build_and_execute(|| {
		let number = conclude();
		assert_noop!(
			sign_amendment(CR, number, None),
			Error::<Test>::UnknownAmendment
		);
		let legs = mesh(&[Territory::MX, Territory::PE]);
		assert_ok!(amend_with(signed(MX), number, &[Territory::PE], legs, None));
		let hash = amendment_terms(number);
		assert_noop!(sign_amendment(CO, number, None), Error::<Test>::NotAParty);
		assert_noop!(
			sign_amendment_with(signed(CR), number, terms(number), None),
			Error::<Test>::TermsDiffer
		);
		assert_noop!(
			sign_amendment_with(by(CR), number, hash, None),
			aeo_mocks::NOT_OWN_ACCOUNT
		);
		assert_noop!(
			sign_amendment(CR, number, Some("2026-11-23")),
			Error::<Test>::DayPassed
		);
		assert_ok!(sign_amendment(CR, number, None));
		assert_noop!(
			sign_amendment(CR, number, None),
			Error::<Test>::SignedAlready
		);
		// Neither the proposal nor its legs count as those of the agreement.
		assert_noop!(
			sign(PE, number, None),
			Error::<Test>::AgreementSignedAlready
		);
	});
}

#[test]
fn the_last_signature_should_find_all_parties_admitted() {
	build_and_execute(|| {
		let number = conclude();
		let legs = mesh(&[Territory::MX, Territory::PE]);
		assert_ok!(amend_with(signed(MX), number, &[Territory::PE], legs, None));
		assert_ok!(sign_amendment(PE, number, None));
		aeo_mocks::set_standing(Territory::PE, Standing::QuarantinedByItself);
		assert_noop!(
			frame_support::storage::with_storage_layer(|| sign_amendment(CR, number, None)),
			Error::<Test>::AdministrationNotAdmitted
		);
		aeo_mocks::set_standing(Territory::PE, Standing::Admitted);
		assert_ok!(sign_amendment(CR, number, None));
	});
}

/// Who leaves is not bound by what it signed before the others did: the amendment is off.
#[test]
fn a_notice_should_take_a_pending_amendment_away() {
	build_and_execute(|| {
		let number = conclude();
		let legs = mesh(&[Territory::MX, Territory::PE]);
		assert_ok!(amend_with(
			signed(MX),
			number,
			&[Territory::PE],
			legs.clone(),
			None
		));
		assert_ok!(sign_amendment(PE, number, None));
		leave(CR, number);
		System::assert_has_event(RuntimeEvent::Agreements(Event::AmendmentRetracted {
			agreement: number,
			version: 2,
			by: Territory::CR,
		}));
		assert!(!crate::ProposedLegs::<Test>::contains_key(number));
		// The next one says that Costa Rica leaves, and Costa Rica signs it.
		assert_ok!(amend_with(signed(MX), number, &[Territory::PE], legs, None));
		assert_ok!(sign_amendment(PE, number, None));
		assert_ok!(sign_amendment(CR, number, None));
		assert_eq!(
			state(number, Territory::MX, Territory::PE),
			Some(LegState::Pending)
		);
	});
}
