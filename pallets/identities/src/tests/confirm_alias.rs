//! `confirm_alias`.

use super::*;
use crate::{AliasKey, AliasSource};

#[test]
fn confirm_alias_should_make_it_lead_to_the_trader() {
	build_and_execute(|| {
		register_all();
		assert_ok!(declare(by(MX), TIN, "X1"));
		assert_ok!(confirm(TIN, "x-1"));
		assert_eq!(leads("X1"), AliasMatch::Trader(id(TIN)));
		assert_eq!(aliases(TIN), 1);
		expect_event(Event::AliasGiven {
			trader: id(TIN),
			alias: AliasKey {
				grantor: Territory::CR,
				scheme: AliasScheme::Code,
				value: "X1".try_into().expect("short"),
			},
			source: AliasSource::Confirmed,
		});
	});
}

#[test]
fn confirm_alias_should_fail_when_nothing_waits_for_it() {
	build_and_execute(|| {
		register_all();
		assert_noop!(confirm(TIN, "X1"), Error::<Test>::AliasNotDeclared);
		assert_ok!(issue(TIN, "X1"));
		assert_noop!(confirm(TIN, "X1"), Error::<Test>::AliasNotDeclared);
		assert_ok!(declare(by(MX), TIN, "X2"));
		let value = "X2".try_into().expect("short");
		assert_noop!(
			Identities::confirm_alias(by(PE), tin(TIN), AliasScheme::Code, value),
			Error::<Test>::AliasNotDeclared
		);
		assert_ok!(close(MX, TIN));
		assert_noop!(confirm(TIN, "X2"), Error::<Test>::TraderNotActive);
	});
}
