//! `propose` (M1).

use super::*;
use aeo_primitives::recognition::Standing;

#[test]
fn propose_by_an_officer_should_wait_for_all_signatures() {
	build_and_execute(|| {
		let number = propose(by(MX), &[Territory::MX, Territory::CR], None);
		let agreement = crate::Agreements::<Test>::get(number).expect("it is proposed");
		assert_eq!(agreement.state, AgreementState::Proposed);
		assert!(agreement.signatures.is_empty());
		assert_eq!((agreement.proposer, agreement.version), (Territory::MX, 1));
		assert_eq!(crate::ProposedLegs::<Test>::get(number).len(), 2);
		assert_eq!(state(number, Territory::MX, Territory::CR), None);
		let mut parties = Parties::new();
		for party in [Territory::CR, Territory::MX] {
			parties.try_insert(party).expect("few");
		}
		expect_event(Event::AgreementProposed {
			agreement: number,
			parties,
			text: text(),
			terms: agreement.terms,
			proposer: Territory::MX,
		});
	});
}

#[test]
fn propose_by_the_own_account_should_be_a_signature() {
	build_and_execute(|| {
		let number = propose(signed(MX), &[Territory::MX, Territory::CR], Some(TODAY));
		expect_event(Event::AgreementSigned {
			agreement: number,
			party: Territory::MX,
			complete: false,
		});
		assert_noop!(sign(MX, number, None), Error::<Test>::SignedAlready);
	});
}

#[test]
fn terms_should_differ_where_anything_differs() {
	build_and_execute(|| {
		let pair = [Territory::MX, Territory::CR];
		let first = propose(by(MX), &pair, None);
		let same = propose(by(CR), &pair, None);
		assert_eq!(terms(first), terms(same));
		let mut legs = mesh(&pair);
		legs[0].roles = EligibleRoles::new([Role::Exporter]).expect("one");
		let other = crate::LastAgreement::<Test>::get() + 1;
		assert_ok!(propose_with(by(MX), &pair, legs, None));
		assert_ne!(terms(first), terms(other));
		assert_noop!(
			sign_with(signed(CR), other, terms(first), None),
			Error::<Test>::TermsDiffer
		);
	});
}

#[test]
fn propose_should_fail_where_parties_are_not_understood() {
	build_and_execute(|| {
		let legs = || mesh(&[Territory::MX, Territory::CR]);
		for (parties, error) in [
			(vec![], Error::<Test>::PartiesMissing),
			(vec![Territory::MX], Error::<Test>::PartiesMissing),
			(
				vec![Territory::MX, Territory::MX],
				Error::<Test>::PartiesMissing,
			),
			(Territory::ALL[..17].to_vec(), Error::<Test>::TooManyParties),
			(vec![Territory::PE, Territory::CR], Error::<Test>::NotAParty),
			(
				vec![Territory::MX, Territory::CR, Territory::JP],
				Error::<Test>::AdministrationNotAdmitted,
			),
			(
				vec![Territory::MX, Territory::CR, Territory::CL],
				Error::<Test>::AdministrationNotAdmitted,
			),
		] {
			assert_noop!(propose_with(signed(MX), &parties, legs(), None), error);
		}
		for standing in [
			Standing::QuarantinedByItself,
			Standing::QuarantinedByCouncil,
		] {
			aeo_mocks::set_standing(Territory::CR, standing);
			assert_noop!(
				propose_with(signed(MX), &[Territory::MX, Territory::CR], legs(), None),
				Error::<Test>::AdministrationNotAdmitted
			);
		}
	});
}

#[test]
fn propose_should_fail_where_legs_are_not_well_formed() {
	build_and_execute(|| {
		let pair = [Territory::MX, Territory::CR];
		let mut nameless = leg(Territory::MX, Territory::CR);
		nameless.types[0].code = " ".try_into().expect("short");
		let mut twice = leg(Territory::MX, Territory::CR);
		let named = twice.types[0].clone();
		twice.types.try_push(named).expect("two");
		let mut typeless = leg(Territory::MX, Territory::CR);
		typeless.types = Default::default();
		for (legs, error) in [
			(vec![], Error::<Test>::LegsMissing),
			(
				vec![leg(Territory::MX, Territory::MX)],
				Error::<Test>::LegNotBetweenParties,
			),
			(
				vec![leg(Territory::MX, Territory::PE)],
				Error::<Test>::LegNotBetweenParties,
			),
			(
				vec![leg(Territory::PE, Territory::MX)],
				Error::<Test>::LegNotBetweenParties,
			),
			(
				vec![
					leg(Territory::MX, Territory::CR),
					leg(Territory::MX, Territory::CR),
				],
				Error::<Test>::LegTwice,
			),
			(vec![nameless], Error::<Test>::CodeMissing),
			(vec![twice], Error::<Test>::TypeTwice),
			(vec![typeless], Error::<Test>::TypesMissing),
		] {
			assert_noop!(propose_with(signed(MX), &pair, legs, None), error);
		}
	});
}

#[test]
fn propose_should_fail_without_a_text_or_with_a_day_that_cannot_be() {
	build_and_execute(|| {
		let propose = |origin, text, signed_on: Option<&str>, from: Option<&str>| {
			let parties = vec![Territory::MX, Territory::CR];
			Agreements::propose(
				origin,
				parties.clone().into(),
				text,
				signed_on.map(written),
				60,
				written_mesh(&parties),
				from.map(written),
			)
		};
		assert_noop!(
			propose(signed(MX), H256::zero(), None, None),
			Error::<Test>::TextMissing
		);
		assert_noop!(
			propose(signed(MX), text(), Some("2026-11-25"), None),
			Error::<Test>::DayNotCome
		);
		assert_noop!(
			propose(signed(MX), text(), None, Some("2026-11-23")),
			Error::<Test>::DayPassed
		);
		assert_noop!(
			propose(by(MX), text(), None, Some(TODAY)),
			Error::<Test>::OnlyOwnAccountSigns
		);
		assert_ok!(propose(by(MX), text(), Some(TODAY), None));
		assert_ok!(propose(signed(MX), text(), Some("2018-07-20"), Some(TODAY)));
	});
}
