//! `decline_account`.

use super::*;

#[test]
fn decline_account_should_end_the_offer() {
	build_and_execute(|| {
		register_all();
		assert_noop!(
			Identities::decline_account(signed(HOLDER)),
			Error::<Test>::AccountNotOffered
		);
		assert_ok!(offer(TIN, HOLDER));
		assert_ok!(Identities::decline_account(signed(HOLDER)));
		assert!(!Identities::is_offered(&HOLDER));
		expect_event(Event::OfferEnded {
			trader: id(TIN),
			account: HOLDER,
		});
	});
}
