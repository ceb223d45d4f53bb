//! `suspend_recognition` and `restore_recognition`.

use super::*;
use aeo_primitives::RecognitionSuspensionLookup;

fn is_suspended(grantor: Territory) -> bool {
	Suspensions::is_suspended(grantor, Territory::MX, &number(NUMBER))
}

#[test]
fn suspend_recognition_should_stop_one_grantor_only_until_it_is_restored() {
	build_and_execute(|| {
		certify();
		let before = mexican(NUMBER);
		assert_ok!(suspend_recognition(CR, Territory::MX, " mx-1"));
		assert!(is_suspended(Territory::CR) && !is_suspended(Territory::PE));
		assert_eq!(mexican(NUMBER), before);
		// Past its review date it lasts, and a further decision keeps its beginning.
		later(365 * DAY);
		assert!(is_suspended(Territory::CR));
		assert_noop!(
			suspend_recognition(CR, Territory::MX, NUMBER),
			Error::<Test>::DayPassed
		);
		let (origin, day) = (signed(officer(CR, Scope::Risk)), written(" 2028-06-30 "));
		let review_on = super::day("2028-06-30");
		let (issuer, by) = (Territory::MX, officer(CR, Scope::Risk));
		let document = H256::repeat_byte(8);
		let again =
			Suspensions::suspend_recognition(origin, issuer, written(NUMBER), day, document);
		assert_ok!(again);
		expect_event(Event::RecognitionSuspended {
			grantor: Territory::CR,
			issuer,
			number: number(NUMBER),
			since: NOW,
			review_on,
			by,
			document,
		});
		assert_noop!(
			restore_recognition(PE, issuer, NUMBER),
			Error::<Test>::RecognitionNotSuspended
		);
		assert_ok!(restore_recognition(CR, issuer, NUMBER));
		assert!(!is_suspended(Territory::CR));
		assert_noop!(
			restore_recognition(CR, issuer, NUMBER),
			Error::<Test>::RecognitionNotSuspended
		);
	});
}

#[test]
fn suspend_recognition_should_fail_for_ones_own_or_an_unknown_certificate() {
	build_and_execute(|| {
		certify();
		assert_noop!(
			suspend_recognition(MX, Territory::MX, NUMBER),
			Error::<Test>::OwnCertificate
		);
		assert_noop!(
			suspend_recognition(CR, Territory::MX, "MX-9"),
			Error::<Test>::UnknownCertificate
		);
	});
}
