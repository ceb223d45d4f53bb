//! `withdraw_offer`.

use super::*;

#[test]
fn withdraw_offer_should_end_the_offer() {
	build_and_execute(|| {
		register_all();
		assert_noop!(
			Identities::withdraw_offer(by(MX), HOLDER),
			Error::<Test>::AccountNotOffered
		);
		assert_ok!(offer(TIN, HOLDER));
		assert_noop!(
			Identities::withdraw_offer(by(CR), HOLDER),
			Error::<Test>::NotYourTrader
		);
		assert_ok!(close(MX, TIN));
		assert_ok!(Identities::withdraw_offer(by(MX), HOLDER));
		expect_event(Event::OfferEnded {
			trader: id(TIN),
			account: HOLDER,
		});
	});
}
