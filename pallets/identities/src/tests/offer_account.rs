//! `offer_account`.

use super::*;

#[test]
fn offer_account_should_let_the_account_sign() {
	build_and_execute(|| {
		register_all();
		assert_ok!(Identities::offer_account(
			by(MX),
			tin(TIN),
			HOLDER,
			Some(document())
		));
		assert!(Identities::is_offered(&HOLDER));
		assert!(!Identities::is_outside(&HOLDER));
		assert!(aeo_mocks::provided().contains(&HOLDER));
		expect_event(Event::AccountOffered {
			trader: id(TIN),
			account: HOLDER,
			instrument: Some(document()),
		});
	});
}

#[test]
fn offer_account_should_replace_an_earlier_offer() {
	build_and_execute(|| {
		register_all();
		assert_ok!(offer(TIN, HOLDER));
		assert_ok!(offer(OTHER, HOLDER));
		assert_noop!(
			Identities::accept_account(signed(HOLDER), tin(TIN)),
			Error::<Test>::AccountNotOffered
		);
		assert_ok!(Identities::accept_account(signed(HOLDER), tin(OTHER)));
	});
}

#[test]
fn offer_account_should_fail_when_the_account_has_a_role() {
	build_and_execute(|| {
		register_all();
		for account in [
			MX,
			officer(CR, Scope::Risk),
			aeo_mocks::signatory(PE),
			AGENCY,
		] {
			assert_noop!(offer(TIN, account), Error::<Test>::AccountInUse);
		}
		link(OTHER, HOLDER);
		assert_noop!(offer(TIN, HOLDER), Error::<Test>::AccountInUse);
	});
}

#[test]
fn offer_account_should_fail_for_all_but_ones_own_active_traders() {
	build_and_execute(|| {
		assert_noop!(offer(TIN, HOLDER), Error::<Test>::UnknownTrader);
		register_all();
		assert_noop!(offer(COSTA_RICAN, HOLDER), Error::<Test>::NotYourTrader);
		assert_ok!(close(MX, TIN));
		assert_noop!(offer(TIN, HOLDER), Error::<Test>::TraderNotActive);
	});
}
