//! `merge`.

use super::*;
use aeo_primitives::recognition::TraderState;

fn merge(own: AccountId, text: &str, into: &str) -> DispatchResult {
	plain(Identities::merge(by(own), tin(text), tin(into), document()))
}

#[test]
fn merge_should_say_under_which_tin_the_trader_goes_on() {
	build_and_execute(|| {
		register_all();
		assert_ok!(merge(MX, TIN, OTHER));
		let into = record(OTHER).tin;
		assert_eq!(
			record(TIN).state,
			TraderState::Merged { into: into.clone() }
		);
		assert_eq!(record(OTHER).state, TraderState::Active);
		expect_event(Event::TraderMerged {
			trader: id(TIN),
			into,
			document: document(),
		});
	});
}

#[test]
fn merge_should_fail_into_one_that_cannot_go_on() {
	build_and_execute(|| {
		register_all();
		assert_noop!(merge(MX, TIN, TIN), Error::<Test>::MergedIntoItself);
		assert_noop!(merge(MX, TIN, COSTA_RICAN), Error::<Test>::NotYourTrader);
		assert_noop!(
			merge(MX, TIN, "CR 3-101-999999"),
			Error::<Test>::UnknownTrader
		);
		assert_ok!(close(MX, OTHER));
		assert_noop!(merge(MX, TIN, OTHER), Error::<Test>::TraderNotActive);
	});
}

#[test]
fn merge_should_fail_for_another_administration_or_without_document() {
	build_and_execute(|| {
		register_all();
		assert_noop!(merge(CR, TIN, OTHER), Error::<Test>::NotYourTrader);
		assert_noop!(
			plain(Identities::merge(
				by(MX),
				tin(TIN),
				tin(OTHER),
				H256::zero()
			)),
			Error::<Test>::DocumentMissing
		);
	});
}
