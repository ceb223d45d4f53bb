//! `issue_alias`.

use super::*;
use crate::{AliasKey, AliasSource};

#[test]
fn issue_alias_should_lead_to_the_trader() {
	build_and_execute(|| {
		register_all();
		assert_ok!(issue(TIN, "cr-0042"));
		assert_eq!(leads("CR0042"), AliasMatch::Trader(id(TIN)));
		assert_eq!(leads("cr 00.42"), AliasMatch::Trader(id(TIN)));
		assert_eq!(leads("CR0043"), AliasMatch::NoMatch);
		assert_eq!(leads("¿?"), AliasMatch::NoMatch);
		assert_eq!(aliases(TIN), 1);
		expect_event(Event::AliasGiven {
			trader: id(TIN),
			alias: AliasKey {
				grantor: Territory::CR,
				scheme: AliasScheme::Code,
				value: "CR0042".try_into().expect("short"),
			},
			source: AliasSource::Issued,
		});
	});
}

#[test]
fn issue_alias_should_fail_while_another_active_trader_has_it() {
	build_and_execute(|| {
		register_all();
		assert_ok!(issue(TIN, "CR0042"));
		assert_noop!(issue(TIN, "CR0042"), Error::<Test>::AliasKnownAlready);
		assert_noop!(issue(OTHER, "CR0042"), Error::<Test>::AliasTaken);
		assert_ok!(close(MX, TIN));
		assert_ok!(issue(OTHER, "CR0042"));
		assert_eq!(leads("CR0042"), AliasMatch::Trader(id(OTHER)));
		assert_eq!((aliases(TIN), aliases(OTHER)), (0, 1));
	});
}

/// A firm of India has a GSTIN for each state, and one PAN, which is characters 3 to 12 of each.
#[test]
fn issue_alias_should_let_a_pan_lead_to_the_firm_with_a_gstin() {
	build_and_execute(|| {
		const GSTIN: &str = "IN 27AAACR5055K1Z7";
		aeo_mocks::cover(Territory::IN, Territory::MX);
		assert_ok!(register(MX, GSTIN));
		let record = record(GSTIN);
		let pan = &record.tin.as_str()[4..14];
		assert_eq!(pan, "AAACR5055K");
		assert_eq!(leads(pan), AliasMatch::NoMatch);
		assert_ok!(issue(GSTIN, pan));
		assert_eq!(leads(pan), AliasMatch::Trader(id(GSTIN)));
	});
}

#[test]
fn issue_alias_should_be_known_to_its_grantor_only() {
	build_and_execute(|| {
		register_all();
		assert_ok!(issue(TIN, "CR0042"));
		for (grantor, scheme) in [
			(Territory::PE, AliasScheme::Code),
			(Territory::CR, AliasScheme::Mid),
		] {
			assert_eq!(
				Identities::by_alias(grantor, scheme, "CR0042"),
				AliasMatch::NoMatch
			);
		}
	});
}

#[test]
fn issue_alias_should_fail_with_what_is_no_alias() {
	build_and_execute(|| {
		register_all();
		for value in ["", " - "] {
			assert_noop!(issue(TIN, value), Error::<Test>::AliasMissing);
		}
		for value in ["A*B", "Ünal"] {
			assert_noop!(issue(TIN, value), Error::<Test>::AliasNotUnderstood);
		}
		assert_ok!(issue(TIN, &"A".repeat(35)));
		assert_noop!(issue(TIN, &"A".repeat(36)), Error::<Test>::AliasTooLong);
	});
}

#[test]
fn issue_alias_should_fail_for_ones_own_and_inactive_traders() {
	build_and_execute(|| {
		assert_noop!(issue(TIN, "CR0042"), Error::<Test>::UnknownTrader);
		register_all();
		assert_noop!(
			issue(COSTA_RICAN, "CR0042"),
			Error::<Test>::AliasOfOwnTrader
		);
		assert_ok!(close(MX, TIN));
		assert_noop!(issue(TIN, "CR0042"), Error::<Test>::TraderNotActive);
	});
}

#[test]
fn issue_alias_should_fail_beyond_the_bound() {
	build_and_execute(|| {
		register_all();
		for number in 0..4 {
			assert_ok!(issue(TIN, &format!("CR{number}")));
		}
		assert_noop!(issue(TIN, "CR4"), Error::<Test>::TooManyAliases);
		assert_noop!(declare(by(MX), TIN, "CR4"), Error::<Test>::TooManyAliases);
		// What one grantor issues takes no room from another.
		let value = "PE1".try_into().expect("short");
		assert_ok!(Identities::issue_alias(
			by(PE),
			tin(TIN),
			AliasScheme::Code,
			value
		));
	});
}

#[test]
fn issue_alias_should_fail_without_an_agreement() {
	build_and_execute(|| {
		register_all();
		WithoutAgreement::set(vec![Territory::MX]);
		assert_noop!(issue(TIN, "CR0042"), Error::<Test>::NoLegToGrantor);
		WithoutAgreement::set(vec![Territory::PE]);
		assert_ok!(issue(TIN, "CR0042"));
	});
}
