//! `propose_amendment` (M6).

use super::*;
use aeo_primitives::recognition::Standing;

const PAIR: [Territory; 2] = [Territory::MX, Territory::CR];

/// The legs of a party that accedes, to and from Mexico.
fn with_mexico(party: Territory) -> Vec<LegTerms> {
	mesh(&[Territory::MX, party])
}

#[test]
fn propose_amendment_should_be_the_proposers_signature_and_change_nothing_yet() {
	build_and_execute(|| {
		let number = conclude();
		let before = crate::Agreements::<Test>::get(number);
		assert_ok!(amend_with(
			signed(MX),
			number,
			&[Territory::PE],
			with_mexico(Territory::PE),
			Some(TODAY)
		));
		let amendment = crate::Amendments::<Test>::get(number).expect("it is proposed");
		assert_eq!(amendment.version, 2);
		assert_eq!(amendment.parties.len(), 3);
		assert_eq!(amendment.proposer, Territory::MX);
		assert_eq!(
			amendment.signatures.get(&Territory::MX),
			Some(&crate::Signature {
				in_force_from: Some(day(TODAY)),
				admission: 0,
			})
		);
		let mut acceding = Parties::new();
		acceding.try_insert(Territory::PE).expect("one");
		System::assert_has_event(RuntimeEvent::Agreements(Event::AmendmentProposed {
			agreement: number,
			version: 2,
			acceding,
			removed: Default::default(),
			notice_days: 60,
			text: annex(),
			terms: amendment.terms,
			proposer: Territory::MX,
		}));
		expect_event(Event::AmendmentSigned {
			agreement: number,
			version: 2,
			party: Territory::MX,
			complete: false,
		});
		assert_eq!(crate::Agreements::<Test>::get(number), before);
		assert_eq!(state(number, Territory::MX, Territory::CR), from(TODAY));
		assert_eq!(state(number, Territory::MX, Territory::PE), None);
		assert_noop!(
			sign_amendment(MX, number, None),
			Error::<Test>::SignedAlready
		);
	});
}

#[test]
fn the_terms_of_an_amendment_should_be_those_of_one_agreement_and_version() {
	build_and_execute(|| {
		let (one, other) = (conclude(), conclude());
		for number in [one, other] {
			assert_ok!(amend_with(signed(MX), number, &[], mesh(&PAIR), None));
		}
		assert_ne!(amendment_terms(one), amendment_terms(other));
		let first = amendment_terms(one);
		assert_ok!(sign_amendment(CR, one, None));
		// The same again amends another text.
		assert_ok!(amend_with(signed(MX), one, &[], mesh(&PAIR), None));
		assert_ne!(amendment_terms(one), first);
	});
}

#[test]
fn one_amendment_should_be_pending_at_a_time() {
	build_and_execute(|| {
		let number = conclude();
		assert_ok!(amend_with(signed(MX), number, &[], mesh(&PAIR), None));
		assert_noop!(
			amend_with(signed(CR), number, &[], mesh(&PAIR), None),
			Error::<Test>::AmendmentWaits
		);
		// Of another agreement there can be another one.
		let other = conclude();
		assert_ok!(amend_with(signed(CR), other, &[], mesh(&PAIR), None));
	});
}

#[test]
fn propose_amendment_should_fail_where_parties_are_not_understood() {
	build_and_execute(|| {
		let number = conclude();
		for (parties, legs, error) in [
			(
				&Territory::ALL[..17],
				with_mexico(Territory::PE),
				Error::<Test>::TooManyParties,
			),
			// A present party is not a further one.
			(
				&[Territory::CR][..],
				mesh(&PAIR),
				Error::<Test>::PartyAlready,
			),
			(
				&[Territory::PE][..],
				mesh(&PAIR),
				Error::<Test>::AccedingWithoutLeg,
			),
			(
				&[Territory::JP][..],
				with_mexico(Territory::JP),
				Error::<Test>::AdministrationNotAdmitted,
			),
			(
				&[Territory::CL][..],
				with_mexico(Territory::CL),
				Error::<Test>::AdministrationNotAdmitted,
			),
		] {
			assert_noop!(amend_with(signed(MX), number, parties, legs, None), error);
		}
		aeo_mocks::set_standing(Territory::CR, Standing::QuarantinedByCouncil);
		assert_noop!(
			amend_with(
				signed(MX),
				number,
				&[Territory::PE],
				with_mexico(Territory::PE),
				None
			),
			Error::<Test>::AdministrationNotAdmitted
		);
	});
}

#[test]
fn propose_amendment_should_fail_where_legs_are_not_well_formed() {
	build_and_execute(|| {
		let number = conclude();
		let mut typeless = leg(Territory::MX, Territory::CR);
		typeless.types = Default::default();
		let twice = vec![leg(Territory::MX, Territory::CR); 2];
		for (legs, error) in [
			(vec![], Error::<Test>::NothingWouldChange),
			(
				with_mexico(Territory::PE),
				Error::<Test>::LegNotBetweenParties,
			),
			(twice, Error::<Test>::LegTwice),
			(vec![typeless], Error::<Test>::TypesMissing),
		] {
			assert_noop!(amend_with(signed(MX), number, &[], legs, None), error);
		}
		let legs = written_mesh(&PAIR);
		assert_noop!(
			Agreements::propose_amendment(
				signed(MX),
				number,
				H256::zero(),
				WrittenSet::default(),
				legs,
				WrittenSet::default(),
				None,
				None
			),
			Error::<Test>::TextMissing
		);
		assert_noop!(
			frame_support::storage::with_storage_layer(|| amend_with(
				signed(MX),
				number,
				&[],
				mesh(&PAIR),
				Some("2026-11-23")
			)),
			Error::<Test>::DayPassed
		);
	});
}

#[test]
fn only_what_is_signed_should_be_amended_and_only_by_its_parties() {
	build_and_execute(|| {
		let number = conclude();
		let proposed = propose(signed(MX), &PAIR, None);
		assert_noop!(
			amend_with(signed(MX), proposed, &[], mesh(&PAIR), None),
			Error::<Test>::NotSignedYet
		);
		assert_noop!(
			amend_with(signed(MX), 7, &[], mesh(&PAIR), None),
			Error::<Test>::UnknownAgreement
		);
		// Who wants to accede asks a party.
		assert_noop!(
			amend_with(
				signed(PE),
				number,
				&[Territory::PE],
				with_mexico(Territory::PE),
				None
			),
			Error::<Test>::NotAParty
		);
		assert_noop!(
			amend_with(by(MX), number, &[], mesh(&PAIR), None),
			aeo_mocks::NOT_OWN_ACCOUNT
		);
	});
}

#[test]
fn a_party_under_notice_should_get_no_legs_and_sign_until_it_has_left() {
	build_and_execute(|| {
		let parties = [Territory::MX, Territory::CR, Territory::PE];
		let number = propose(signed(MX), &parties, Some(TODAY));
		for own in [CR, PE] {
			assert_ok!(sign(own, number, Some(TODAY)));
		}
		leave(PE, number);
		let with_peru = vec![leg(Territory::PE, Territory::MX)];
		assert_noop!(
			amend_with(signed(MX), number, &[], with_peru.clone(), None),
			Error::<Test>::PartyLeaving
		);
		// It is a party still, and so no further one.
		assert_noop!(
			amend_with(signed(MX), number, &[Territory::PE], with_peru, None),
			Error::<Test>::PartyAlready
		);
		assert_ok!(amend_with(signed(MX), number, &[], mesh(&PAIR), None));
		assert_ok!(sign_amendment(CR, number, None));
		assert_eq!(
			crate::Agreements::<Test>::get(number).map(|it| it.version),
			Some(1)
		);
		assert_ok!(sign_amendment(PE, number, None));
		let amended = crate::Agreements::<Test>::get(number).expect("it is there");
		assert_eq!((amended.version, amended.parties.len()), (2, 3));
		assert!(amended.leaving.contains_key(&Territory::PE));
		// Peru's last day is over: the others go on by themselves.
		days_later(61);
		assert_noop!(
			amend_with(signed(PE), number, &[], mesh(&PAIR), None),
			Error::<Test>::NotAParty
		);
		assert_ok!(amend_with(signed(MX), number, &[], mesh(&PAIR), None));
		assert_ok!(sign_amendment(CR, number, None));
		let amended = crate::Agreements::<Test>::get(number).expect("it is there");
		assert_eq!((amended.version, amended.parties.len()), (3, 2));
		assert!(amended.leaving.is_empty());
	});
}

#[test]
fn who_has_left_should_accede_again() {
	build_and_execute(|| {
		let number = conclude();
		leave(CR, number);
		days_later(61);
		assert_ok!(amend_with(
			signed(MX),
			number,
			&[Territory::CR],
			mesh(&PAIR),
			Some("2027-01-24")
		));
		assert_ok!(sign_amendment(CR, number, Some("2027-01-24")));
		assert!(in_force(Territory::MX, Territory::CR));
		// What was over made room.
		assert_eq!(
			versions(number, Territory::MX, Territory::CR),
			[(
				2,
				LegState::InForce {
					from: day("2027-01-24")
				}
			)]
		);
		// Its notice is of another time, and it may give one again.
		leave(CR, number);
	});
}

#[test]
fn an_agreement_should_have_sixteen_parties_at_most() {
	build_and_execute(|| {
		let lands = [
			Territory::AR,
			Territory::BO,
			Territory::BR,
			Territory::EC,
			Territory::GT,
			Territory::PY,
			Territory::DO,
			Territory::UY,
			Territory::PA,
			Territory::HN,
			Territory::NI,
			Territory::SV,
			Territory::JP,
			Territory::KR,
			Territory::US,
		];
		for (own, territory) in (20..).zip(lands) {
			aeo_mocks::admit(own, territory, 0);
		}
		let number = conclude();
		let (fits, last) = lands.split_at(14);
		let legs = |parties: &[Territory]| {
			parties
				.iter()
				.map(|party| leg(Territory::MX, *party))
				.collect()
		};
		assert_noop!(
			amend_with(signed(MX), number, &lands, legs(&lands), None),
			Error::<Test>::TooManyParties
		);
		assert_ok!(amend_with(signed(MX), number, fits, legs(fits), None));
		assert_ok!(sign_amendment(CR, number, None));
		for own in 20..34 {
			assert_ok!(sign_amendment(own, number, Some(TODAY)));
		}
		let agreement = crate::Agreements::<Test>::get(number).expect("it is there");
		assert_eq!((agreement.version, agreement.parties.len()), (2, 16));
		assert_noop!(
			amend_with(signed(MX), number, last, legs(last), None),
			Error::<Test>::TooManyParties
		);
	});
}
