//! `sign` (M2).

use super::*;
use aeo_primitives::recognition::Standing;

#[test]
fn two_transactions_should_make_mexico_and_costa_rica_partners() {
	build_and_execute(|| {
		let number = conclude();
		for (issuer, grantor) in [
			(Territory::MX, Territory::CR),
			(Territory::CR, Territory::MX),
		] {
			assert_eq!(state(number, issuer, grantor), from(TODAY));
			System::assert_has_event(RuntimeEvent::Agreements(Event::LegChanged {
				agreement: number,
				version: 1,
				issuer,
				grantor,
				from: None,
				to: LegState::InForce { from: day(TODAY) },
				until: None,
				by: Territory::CR,
			}));
			let [known] = &Agreements::summary(issuer)[..] else {
				panic!("one leg");
			};
			assert_eq!((known.grantor, known.leg.agreement), (grantor, number));
		}
		System::assert_has_event(RuntimeEvent::Agreements(Event::AgreementSigned {
			agreement: number,
			party: Territory::CR,
			complete: true,
		}));
		assert!(!crate::ProposedLegs::<Test>::contains_key(number));
		assert_noop!(
			sign(CR, number, None),
			Error::<Test>::AgreementSignedAlready
		);
	});
}

#[test]
fn each_grantor_should_say_from_when() {
	build_and_execute(|| {
		let pair = [Territory::MX, Territory::CR];
		let number = propose(signed(MX), &pair, Some("2027-01-01"));
		assert_ok!(sign(CR, number, None));
		assert_eq!(
			state(number, Territory::CR, Territory::MX),
			from("2027-01-01")
		);
		assert_eq!(
			state(number, Territory::MX, Territory::CR),
			Some(LegState::Pending)
		);
	});
}

#[test]
fn a_day_that_has_passed_should_count_as_the_day_of_the_last_signature() {
	build_and_execute(|| {
		let pair = [Territory::MX, Territory::CR];
		let number = propose(signed(MX), &pair, Some(TODAY));
		// 18 hours later it is the 25th in Mexico.
		Timestamp::set_timestamp(NOON + 18 * HOUR);
		assert_noop!(sign(CR, number, Some(TODAY)), Error::<Test>::DayPassed);
		assert_ok!(sign(CR, number, None));
		assert_eq!(
			state(number, Territory::CR, Territory::MX),
			from("2026-11-25")
		);
	});
}

#[test]
fn the_last_moment_of_today_should_be_in_time() {
	build_and_execute(|| {
		let number = propose(by(MX), &[Territory::MX, Territory::CR], None);
		Timestamp::set_timestamp(NOON + 18 * HOUR - 1);
		assert_ok!(sign(CR, number, Some(TODAY)));
	});
}

#[test]
fn sign_should_fail_for_all_but_parties() {
	build_and_execute(|| {
		let number = propose(by(MX), &[Territory::MX, Territory::CR], None);
		assert_noop!(sign(PE, number, None), Error::<Test>::NotAParty);
		assert_noop!(sign(MX, 7, None), Error::<Test>::UnknownAgreement);
		assert_noop!(
			sign_with(signed(MX), number, H256::zero(), None),
			Error::<Test>::TermsDiffer
		);
		assert_noop!(
			sign_with(by(MX), number, terms(number), None),
			aeo_mocks::NOT_OWN_ACCOUNT
		);
	});
}

#[test]
fn the_last_signature_should_find_all_parties_admitted() {
	build_and_execute(|| {
		let number = propose(signed(MX), &[Territory::MX, Territory::CR], None);
		aeo_mocks::set_standing(Territory::MX, Standing::QuarantinedByItself);
		assert_noop!(
			frame_support::storage::with_storage_layer(|| sign(CR, number, None)),
			Error::<Test>::AdministrationNotAdmitted
		);
	});
}
