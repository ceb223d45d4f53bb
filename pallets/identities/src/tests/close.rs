//! `close`.

use super::*;
use aeo_primitives::recognition::TraderState;
use frame_support::dispatch::GetDispatchInfo;
use sp_runtime::traits::Dispatchable;

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
			plain(Identities::merge(by(MX), tin(TIN), tin(OTHER), document())),
			Error::<Test>::TraderNotActive
		);
	});
}

#[test]
fn close_should_fail_without_a_document() {
	build_and_execute(|| {
		register_all();
		assert_noop!(
			plain(Identities::close(by(MX), tin(TIN), H256::zero())),
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
		assert!(Identities::is_outside(&HOLDER));
		assert_ok!(Identities::unlink_own_account(signed(HOLDER)));
	});
}

/// Whoever works out what ends hears of it in the same block, once, and of nobody else.
#[test]
fn close_and_merge_should_tell_that_the_trader_goes_on_no_more() {
	build_and_execute(|| {
		register_all();
		let merge = |from, into| plain(Identities::merge(by(MX), tin(from), tin(into), document()));
		assert!(close(CR, TIN).is_err() && merge(TIN, TIN).is_err());
		assert!(Ended::get().is_empty());
		assert_ok!(merge(OTHER, TIN));
		assert_ok!(close(MX, TIN));
		assert!(close(MX, TIN).is_err());
		let told = [(Territory::MX, id(OTHER)), (Territory::MX, id(TIN))];
		assert_eq!(Ended::get(), told);
	});
}

/// What an earlier admission had certified gave nothing any more, so that nothing ends.
#[test]
fn close_should_tell_nothing_of_a_trader_that_it_takes_over() {
	build_and_execute(|| {
		register_all();
		aeo_mocks::readmit(Territory::MX);
		assert_ok!(close(MX, TIN));
		assert!(Ended::get().is_empty());
	});
}

#[test]
fn close_should_give_back_what_telling_does_not_weigh() {
	build_and_execute(|| {
		register_all();
		let call = RuntimeCall::Identities(crate::Call::close {
			tin: tin(TIN),
			document: document(),
		});
		let declared = call.get_dispatch_info().call_weight;
		let told = call.dispatch(by(MX)).expect("it is active").actual_weight;
		assert_eq!(told, Some(declared - MOST_TOLD + TOLD));
	});
}
