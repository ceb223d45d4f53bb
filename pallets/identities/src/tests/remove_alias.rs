//! `remove_alias`.

use super::*;
use crate::AliasKey;

#[test]
fn remove_alias_should_be_open_to_the_grantor() {
	build_and_execute(|| {
		register_all();
		assert_ok!(issue(TIN, "X1"));
		assert_ok!(declare(by(MX), TIN, "X2"));
		for value in ["X1", "X2"] {
			assert_ok!(remove(by(CR), TIN, value));
			assert_eq!(leads(value), AliasMatch::NoMatch);
		}
		assert_eq!(aliases(TIN), 0);
		expect_event(Event::AliasRemoved {
			trader: id(TIN),
			alias: AliasKey {
				grantor: Territory::CR,
				scheme: AliasScheme::Code,
				value: "X2".try_into().expect("short"),
			},
		});
	});
}

#[test]
fn remove_alias_should_be_open_to_the_trader_unless_the_grantor_issued_it() {
	build_and_execute(|| {
		register_all();
		link(TIN, HOLDER);
		assert_ok!(declare(signed(HOLDER), TIN, "X1"));
		assert_ok!(confirm(TIN, "X1"));
		assert_ok!(remove(signed(HOLDER), TIN, "X1"));
		assert_ok!(declare(signed(HOLDER), TIN, "X1"));
		assert_ok!(remove(by(MX), TIN, "X1"));
		assert_ok!(issue(TIN, "X1"));
		for origin in [signed(HOLDER), by(MX)] {
			assert_noop!(
				remove(origin, TIN, "X1"),
				Error::<Test>::AliasIssuedByGrantor
			);
		}
	});
}

#[test]
fn remove_alias_should_fail_for_others_and_without_one() {
	build_and_execute(|| {
		assert_noop!(remove(by(CR), TIN, "X1"), Error::<Test>::UnknownTrader);
		register_all();
		link(OTHER, HOLDER);
		assert_noop!(remove(by(CR), TIN, "X1"), Error::<Test>::UnknownAlias);
		assert_ok!(issue(TIN, "X1"));
		assert_noop!(remove(by(PE), TIN, "X1"), Error::<Test>::NotYourTrader);
		assert_noop!(
			remove(signed(HOLDER), TIN, "X1"),
			Error::<Test>::AccountNotLinked
		);
	});
}
