//! `close`.

use super::*;
use aeo_primitives::recognition::TraderState;

#[test]
fn close_should_be_final() {
	build_and_execute(|| {
		register_all();
		assert_ok!(close(MX, TIN));
		assert_eq!(record(TIN).state, TraderState::Closed);
		expect_event(Event::TraderClosed {
			trader: id(TIN),
			document: document(),
		});
		assert_noop!(close(MX, TIN), Error::<Test>::TraderNotActive);
		assert_noop!(
			Identities::merge(by(MX), tin(TIN), tin(OTHER), document()),
			Error::<Test>::TraderNotActive
		);
	});
}

#[test]
fn close_should_fail_without_a_document() {
	build_and_execute(|| {
		register_all();
		assert_noop!(
			Identities::close(by(MX), tin(TIN), H256::zero()),
			Error::<Test>::DocumentMissing
		);
	});
}

#[test]
fn close_should_fail_for_all_but_ones_own_traders() {
	build_and_execute(|| {
		assert_noop!(close(MX, TIN), Error::<Test>::UnknownTrader);
		register_all();
		assert_noop!(close(CR, TIN), Error::<Test>::NotYourTrader);
	});
}

#[test]
fn close_should_leave_the_accounts_linked() {
	build_and_execute(|| {
		register_all();
		link(TIN, HOLDER);
		assert_ok!(close(MX, TIN));
		assert!(Identities::has_outside_role(&HOLDER));
		assert_ok!(Identities::unlink_own_account(signed(HOLDER)));
	});
}
