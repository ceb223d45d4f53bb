//! `unlink_account` and `unlink_own_account`.

use super::*;
use aeo_primitives::recognition::Standing;

#[test]
fn unlink_account_should_end_the_link() {
	build_and_execute(|| {
		register_all();
		link(TIN, HOLDER);
		assert_eq!(Unlinked::get(), []);
		assert_ok!(Identities::unlink_account(by(MX), HOLDER));
		assert_eq!(Unlinked::take(), [(id(TIN), HOLDER)]);
		assert_eq!(Identities::holder(&HOLDER), None);
		assert_eq!(record(TIN).accounts, 0);
		expect_event(Event::AccountUnlinked {
			trader: id(TIN),
			account: HOLDER,
		});
		link(OTHER, HOLDER);
	});
}

#[test]
fn unlink_account_should_fail_for_all_but_ones_own_traders() {
	build_and_execute(|| {
		register_all();
		assert_noop!(
			Identities::unlink_account(by(MX), HOLDER),
			Error::<Test>::AccountNotLinked
		);
		link(TIN, HOLDER);
		assert_noop!(
			Identities::unlink_account(by(CR), HOLDER),
			Error::<Test>::NotYourTrader
		);
	});
}

#[test]
fn unlink_own_account_should_end_the_link() {
	build_and_execute(|| {
		register_all();
		assert_noop!(
			Identities::unlink_own_account(signed(HOLDER)),
			Error::<Test>::AccountNotLinked
		);
		link(TIN, HOLDER);
		assert_ok!(Identities::unlink_own_account(signed(HOLDER)));
		assert_eq!(Unlinked::take(), [(id(TIN), HOLDER)]);
		assert!(!Identities::is_outside(&HOLDER));
		expect_event(Event::AccountUnlinked {
			trader: id(TIN),
			account: HOLDER,
		});
	});
}

#[test]
fn a_quarantine_of_its_administration_should_leave_a_holder_its_own_acts() {
	build_and_execute(|| {
		register_all();
		link(TIN, HOLDER);
		assert_ok!(offer(TIN, HOLDER + 1));
		aeo_mocks::set_standing(Territory::MX, Standing::QuarantinedByItself);
		assert_noop!(
			Identities::unlink_account(by(MX), HOLDER),
			aeo_mocks::QUARANTINED
		);
		assert_ok!(declare(signed(HOLDER), TIN, "X1"));
		// What it offered means nothing meanwhile, but can be declined.
		assert_noop!(
			Identities::accept_account(signed(HOLDER + 1), tin(TIN)),
			Error::<Test>::OfferLapsed
		);
		assert_ok!(Identities::decline_account(signed(HOLDER + 1)));
		assert_ok!(Identities::unlink_own_account(signed(HOLDER)));
	});
}
