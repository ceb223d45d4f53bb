//! Status periods and questions about them (I5).

use super::*;
use aeo_primitives::CertificateLookup;

#[test]
fn status_at_should_tell_the_period_of_a_moment() {
	build_and_execute(|| {
		certify();
		let state_at = |moment| {
			Certificates::status_at(Territory::MX, &number(NUMBER), moment)
				.map(|period| period.state)
		};
		pass(1_000);
		assert_ok!(suspend(NUMBER, SuspensionScope::Full));
		let suspended = record(NUMBER).state;
		pass(1_000);
		assert_ok!(reinstate(NUMBER, SuspensionScope::Full));
		let authorised = CertificateState::Authorised;
		for (moment, expected) in [
			(NOON - 1, None),
			(NOON, Some(authorised)),
			(NOON + 999, Some(authorised)),
			(NOON + 1_000, Some(suspended)),
			(NOON + 1_999, Some(suspended)),
			(NOON + 2_000, Some(authorised)),
			(u64::MAX, Some(authorised)),
		] {
			assert_eq!(state_at(moment), expected, "{moment}");
		}
		assert_eq!(
			Certificates::status_at(Territory::MX, &number("NONE"), NOON),
			None
		);
		assert_eq!(
			Certificates::status_at(Territory::MX, &number("_"), NOON),
			None
		);
	});
}

#[test]
fn of_two_changes_in_a_block_status_at_should_tell_the_later() {
	build_and_execute(|| {
		certify();
		assert_ok!(suspend(NUMBER, SuspensionScope::Customs));
		assert_ok!(suspend(NUMBER, SuspensionScope::Security));
		let period = Certificates::status_at(Territory::MX, &number(NUMBER), NOON);
		assert_eq!(period.map(|period| period.version), Some(3));
	});
}

#[test]
fn history_should_come_latest_first() {
	build_and_execute(|| {
		certify();
		for _ in 0..3 {
			pass(1);
			assert_ok!(suspend(NUMBER, SuspensionScope::Full));
			assert_ok!(reinstate(NUMBER, SuspensionScope::Full));
		}
		let versions = |page| {
			let history = Certificates::history(Territory::MX, &number(NUMBER), page);
			history
				.into_iter()
				.map(|period| period.version)
				.collect::<Vec<_>>()
		};
		assert_eq!(versions(0), [7, 6, 5, 4, 3, 2, 1]);
		assert!(versions(1).is_empty());
		assert!(versions(u32::MAX).is_empty());
		assert!(Certificates::history(Territory::MX, &number("_"), 0).is_empty());
		assert!(Certificates::history(Territory::CR, &number(NUMBER), 0).is_empty());
	});
}

#[test]
fn a_certificate_should_have_no_more_periods_than_allowed() {
	build_and_execute(|| {
		certify();
		for place in 1..12 {
			let result = if place % 2 == 1 {
				suspend(NUMBER, SuspensionScope::Full)
			} else {
				reinstate(NUMBER, SuspensionScope::Full)
			};
			assert_ok!(result);
		}
		assert_eq!(record(NUMBER).periods, 12);
		assert_noop!(
			reinstate(NUMBER, SuspensionScope::Full),
			Error::<Test>::TooManyPeriods
		);
	});
}

#[test]
fn roles_should_find_a_certificate_however_its_number_is_written() {
	build_and_execute(|| {
		certify();
		let version = |text| Certificates::version(Territory::MX, &number(text));
		assert_eq!(version("mx-oea/0001"), Some(1));
		assert_eq!(version("NONE"), None);
		assert_eq!(
			Certificates::holder_of(Territory::CR, &number(NUMBER)),
			None
		);
		let trader = record(NUMBER).trader;
		let (issuer, held) = Certificates::certificates_of(&trader).expect("a trader");
		assert_eq!((issuer, held.len()), (Territory::MX, 1));
		assert!(Certificates::certificates_of(&H256::zero()).is_none());
	});
}
