//! `declare_alias`.

use super::*;
use crate::AliasKey;

#[test]
fn declare_alias_should_yield_nothing_until_it_is_confirmed() {
	build_and_execute(|| {
		register_all();
		link(TIN, HOLDER);
		assert_ok!(declare(signed(HOLDER), TIN, "MXNAT123MEX"));
		assert_eq!(leads("MXNAT123MEX"), AliasMatch::Unconfirmed);
		expect_event(Event::AliasDeclared {
			trader: id(TIN),
			alias: AliasKey {
				grantor: Territory::CR,
				scheme: AliasScheme::Code,
				value: "MXNAT123MEX".try_into().expect("short"),
			},
		});
		assert_noop!(
			declare(signed(HOLDER), TIN, "MXNAT123MEX"),
			Error::<Test>::AliasKnownAlready
		);
	});
}

#[test]
fn declare_alias_should_keep_nobody_else_out() {
	build_and_execute(|| {
		register_all();
		link(TIN, HOLDER);
		assert_ok!(declare(signed(HOLDER), TIN, "X1"));
		assert_ok!(declare(by(MX), OTHER, "X1"));
		assert_ok!(issue(OTHER, "X1"));
		assert_eq!(leads("X1"), AliasMatch::Trader(id(OTHER)));
		assert_noop!(confirm(TIN, "X1"), Error::<Test>::AliasTaken);
		assert_ok!(remove(by(CR), OTHER, "X1"));
		assert_eq!(leads("X1"), AliasMatch::Unconfirmed);
	});
}

#[test]
fn declare_alias_should_fail_for_all_but_who_speaks_for_the_trader() {
	build_and_execute(|| {
		register_all();
		link(OTHER, HOLDER);
		assert_noop!(
			declare(signed(HOLDER), TIN, "X1"),
			Error::<Test>::AccountNotLinked
		);
		assert_noop!(declare(by(PE), TIN, "X1"), Error::<Test>::NotYourTrader);
		assert_noop!(
			declare(by(CR), COSTA_RICAN, "X1"),
			Error::<Test>::AliasOfOwnTrader
		);
	});
}

#[test]
fn declare_alias_should_fail_for_a_grantor_that_takes_no_part() {
	build_and_execute(|| {
		register_all();
		let value = "X1".try_into().expect("short");
		assert_noop!(
			Identities::declare_alias(by(MX), tin(TIN), Territory::US, AliasScheme::Mid, value),
			Error::<Test>::UnknownAdministration
		);
	});
}
