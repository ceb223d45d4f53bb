//! `derive_alias`.

use super::*;
use aeo_primitives::recognition::Standing;

/// Mexico covers these territories besides, so that their firms can be registered here.
fn register_foreign() {
	for territory in [Territory::MY, Territory::AU] {
		aeo_mocks::cover(territory, Territory::MX);
	}
	assert_ok!(register(MX, "MY C12345678901"));
	assert_ok!(register(MX, "AU 51 824 753 556"));
}

fn derive(text: &str, grantor: Territory, written: &str) -> DispatchResult {
	Identities::derive_alias(by(MX), tin(text), grantor, tin(written))
}

#[test]
fn derive_alias_should_lead_to_the_trader() {
	build_and_execute(|| {
		aeo_mocks::cover(Territory::SG, Territory::MX);
		assert_ok!(register(MX, SINGAPOREAN));
		let written = "AB12-CD34-EF56";
		assert_ok!(derive(SINGAPOREAN, Territory::CR, written));
		assert_eq!(
			leads("AEOSGAB12CD34EF56"),
			AliasMatch::Trader(id(SINGAPOREAN))
		);
		expect_event(Event::AliasGiven {
			trader: id(SINGAPOREAN),
			alias: crate::AliasKey {
				grantor: Territory::CR,
				scheme: AliasScheme::Code,
				value: "AEOSGAB12CD34EF56".try_into().expect("short"),
			},
			source: crate::AliasSource::Derived {
				written: "AB12CD34EF56".try_into().expect("short"),
			},
		});
		assert_noop!(
			derive(SINGAPOREAN, Territory::CR, written),
			Error::<Test>::AliasKnownAlready
		);
		assert_ok!(remove(by(MX), SINGAPOREAN, "AEOSGAB12CD34EF56"));
	});
}

#[test]
fn derive_alias_should_fail_where_there_is_no_rule() {
	build_and_execute(|| {
		register_all();
		assert_noop!(
			derive(TIN, Territory::CR, TIN),
			Error::<Test>::AliasNotDerived
		);
	});
}

#[test]
fn derive_alias_should_fail_for_a_grantor_that_takes_no_part() {
	build_and_execute(|| {
		register_all();
		for grantor in [Territory::JP, Territory::CL] {
			assert_noop!(
				derive(TIN, grantor, TIN),
				Error::<Test>::UnknownAdministration
			);
		}
		aeo_mocks::set_standing(Territory::CR, Standing::QuarantinedByCouncil);
		assert_noop!(
			derive(TIN, Territory::CR, TIN),
			Error::<Test>::AliasNotDerived
		);
	});
}

#[test]
fn derived_should_be_what_the_converters_give() {
	build_and_execute(|| {
		register_foreign();
		for (text, grantor, written, scheme, alias) in [
			(
				"MY C12345678901",
				Territory::JP,
				"MY12345H100001",
				AliasScheme::Code,
				"A1234510MY00",
			),
			(
				"AU 51 824 753 556",
				Territory::JP,
				"51 824 753 556",
				AliasScheme::Code,
				"A51824753556",
			),
			(
				"AU 51 824 753 556",
				Territory::EU,
				"51824753556",
				AliasScheme::Tcuin,
				"AU51824753556",
			),
		] {
			let derived = Identities::derived(&record(text).tin, grantor, &tin(written))
				.expect("there is a rule");
			assert_eq!(
				(derived.grantor, derived.scheme, derived.value.as_str()),
				(grantor, scheme, alias)
			);
		}
	});
}

#[test]
fn derive_alias_should_fail_for_all_but_ones_own_active_traders() {
	build_and_execute(|| {
		register_all();
		assert_noop!(
			Identities::derive_alias(by(CR), tin(TIN), Territory::PE, tin(TIN)),
			Error::<Test>::NotYourTrader
		);
		assert_ok!(close(MX, TIN));
		assert_noop!(
			derive(TIN, Territory::CR, TIN),
			Error::<Test>::TraderNotActive
		);
	});
}
