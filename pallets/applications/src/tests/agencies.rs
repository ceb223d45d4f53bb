//! `register_agency` and `remove_agency`.

use super::*;
use crate::{AgencyAccounts, AgencyCount, Opinions, MAX_AGENCIES};
use aeo_primitives::{recognition::Standing, Opinion, OutsideAccounts};

fn remove(own: AccountId, code: &str) -> DispatchResult {
	Applications::remove_agency(signed(own), agency(code).into())
}

#[test]
fn register_agency_should_give_the_account_a_role_and_let_it_sign() {
	build_and_execute(|| {
		assert_ok!(register(MX, "HEALTH", HEALTH));
		expect_event(Event::AgencyRegistered {
			administration: Territory::MX,
			code: agency("HEALTH"),
			account: HEALTH,
		});
		assert_eq!(
			AgencyAccounts::<Test>::get(HEALTH),
			Some((
				Territory::MX,
				agency("HEALTH"),
				aeo_mocks::admission(Territory::MX)
			))
		);
		assert!(Applications::is_outside(&HEALTH));
		assert!(!Applications::is_offered(&HEALTH));
		assert!(aeo_mocks::provided().contains(&HEALTH));
	});
}

#[test]
fn register_agency_should_fail_when_the_account_has_a_role() {
	build_and_execute(|| {
		link();
		Offered::set(vec![702]);
		assert_ok!(register(CR, "HEALTH", 811));
		for account in [
			MX,
			CR,
			officer(CR, Scope::Risk),
			aeo_mocks::signatory(MX),
			HOLDER,
			702,
			811,
		] {
			assert_noop!(register(MX, "HEALTH", account), Error::<Test>::AccountInUse);
		}
		assert!(!aeo_mocks::provided().contains(&702));
	});
}

#[test]
fn register_agency_should_fail_for_a_code_that_is_blank_or_known() {
	build_and_execute(|| {
		for code in ["", "  "] {
			assert_noop!(register(MX, code, HEALTH), Error::<Test>::CodeMissing);
		}
		assert_ok!(register(MX, "HEALTH", HEALTH));
		assert_noop!(register(MX, "HEALTH", 811), Error::<Test>::AgencyCodeTaken);
		// Another administration's codes are its own.
		assert_ok!(register(CR, "HEALTH", 811));
	});
}

#[test]
fn register_agency_should_fail_beyond_64_of_an_administration() {
	build_and_execute(|| {
		for place in 0..u64::from(MAX_AGENCIES) {
			assert_ok!(register(MX, &format!("A{place}"), 10_000_000 + place));
		}
		assert_noop!(
			register(MX, "HEALTH", HEALTH),
			Error::<Test>::TooManyAgencies
		);
		assert_ok!(register(CR, "HEALTH", HEALTH));
		assert_ok!(remove(MX, "A7"));
		assert_ok!(register(MX, "PORTS", 811));
	});
}

#[test]
fn remove_agency_should_free_the_account_and_keep_what_was_said() {
	build_and_execute(|| {
		accept(NUMBER, TIN);
		assert_ok!(register(MX, "HEALTH", HEALTH));
		let opine = || {
			Applications::opine(
				signed(HEALTH),
				number(NUMBER).into(),
				2,
				Opinion::Favourable,
				document(),
			)
		};
		assert_ok!(opine());
		assert_ok!(remove(MX, "HEALTH"));
		expect_event(Event::AgencyRemoved {
			administration: Territory::MX,
			code: agency("HEALTH"),
			account: HEALTH,
			by: MX,
		});
		assert!(!Applications::is_outside(&HEALTH));
		assert_eq!(AgencyCount::<Test>::get(Territory::MX), 0);
		assert!(Opinions::<Test>::contains_key((
			Territory::MX,
			number(NUMBER),
			agency("HEALTH")
		)));
		assert_noop!(opine(), Error::<Test>::NotAnAgency);
		assert_ok!(register(CR, "OTHER", HEALTH));
		assert_noop!(opine(), UNKNOWN);
	});
}

#[test]
fn an_agency_should_go_by_itself_also_in_a_quarantine() {
	for standing in [Standing::Admitted, Standing::QuarantinedByItself] {
		build_and_execute(|| {
			assert_ok!(register(MX, "HEALTH", HEALTH));
			assert_ok!(register(CR, "HEALTH", 811));
			assert_ok!(register(MX, "PORTS", 812));
			aeo_mocks::set_standing(Territory::MX, standing);
			assert_noop!(remove(HEALTH, "PORTS"), aeo_mocks::NOT_OWN_ACCOUNT);
			assert_ok!(remove(HEALTH, "HEALTH"));
			expect_event(Event::AgencyRemoved {
				administration: Territory::MX,
				code: agency("HEALTH"),
				account: HEALTH,
				by: HEALTH,
			});
			assert_noop!(remove(HEALTH, "HEALTH"), aeo_mocks::NOT_OWN_ACCOUNT);
			assert!(AgencyAccounts::<Test>::contains_key(811));
		});
	}
}

/// A vote of the council that admits a territory again gives no agency its role back.
#[test]
fn an_agency_of_an_earlier_admission_should_do_nothing_but_go() {
	build_and_execute(|| {
		assert_ok!(register(MX, "HEALTH", HEALTH));
		assert!(Applications::outside_kind(&HEALTH).is_some());
		let opine = || {
			Applications::opine(
				signed(HEALTH),
				number(NUMBER).into(),
				2,
				Opinion::Favourable,
				document(),
			)
		};
		aeo_mocks::readmit(Territory::MX);
		assert_noop!(opine(), Error::<Test>::NotAnAgency);
		assert_eq!(Applications::outside_kind(&HEALTH), None);
		assert_noop!(
			register(MX, "HEALTH", HEALTH),
			Error::<Test>::AgencyCodeTaken
		);
		assert_ok!(remove(MX, "HEALTH"));
		assert_ok!(register(MX, "HEALTH", HEALTH));
		assert!(Applications::outside_kind(&HEALTH).is_some());
	});
}

#[test]
fn remove_agency_should_fail_for_one_that_the_administration_has_not() {
	build_and_execute(|| {
		assert_ok!(register(MX, "HEALTH", HEALTH));
		for (own, code) in [(MX, "PORTS"), (CR, "HEALTH")] {
			assert_noop!(remove(own, code), Error::<Test>::UnknownAgency);
		}
	});
}
