//! What a grantor calls a trader.

use super::*;
use aeo_primitives::KnownAlias;

fn known(scheme: AliasScheme) -> KnownAlias {
	Identities::known_alias(&id(TIN), Territory::CR, scheme)
}

fn code(value: &str) -> KnownAlias {
	KnownAlias::Known(value.try_into().expect("short"))
}

#[test]
fn an_alias_should_be_known_once_the_grantor_confirms_it() {
	build_and_execute(|| {
		register_all();
		assert_eq!(known(AliasScheme::Code), KnownAlias::Missing);
		assert_ok!(declare(by(MX), TIN, "X1"));
		assert_eq!(known(AliasScheme::Code), KnownAlias::Unconfirmed);
		assert_ok!(confirm(TIN, "X1"));
		assert_eq!(known(AliasScheme::Code), code("X1"));
		// Of another scheme, at another grantor and of another trader there is none.
		assert_eq!(known(AliasScheme::Mid), KnownAlias::Missing);
		for (text, grantor) in [(TIN, Territory::PE), (OTHER, Territory::CR)] {
			let known = Identities::known_alias(&id(text), grantor, AliasScheme::Code);
			assert_eq!(known, KnownAlias::Missing);
		}
	});
}

#[test]
fn of_several_the_grantors_own_should_go_first_and_then_the_first_by_its_letters() {
	build_and_execute(|| {
		register_all();
		for value in ["C", "B"] {
			assert_ok!(declare(by(MX), TIN, value));
			assert_ok!(confirm(TIN, value));
		}
		assert_eq!(known(AliasScheme::Code), code("B"));
		assert_ok!(issue(TIN, "Z"));
		assert_eq!(known(AliasScheme::Code), code("Z"));
		// What is only declared leads nowhere.
		assert_ok!(remove(by(MX), TIN, "C"));
		assert_ok!(declare(by(MX), TIN, "A"));
		assert_eq!(known(AliasScheme::Code), code("Z"));
	});
}

#[test]
fn a_derived_alias_should_be_known() {
	build_and_execute(|| {
		aeo_mocks::cover(Territory::SG, Territory::MX);
		assert_ok!(register(MX, SINGAPOREAN));
		let written = tin("AB12-CD34-EF56");
		let text = tin(SINGAPOREAN);
		assert_ok!(Identities::derive_alias(
			by(MX),
			text,
			Territory::CR,
			written
		));
		let known = Identities::known_alias(&id(SINGAPOREAN), Territory::CR, AliasScheme::Code);
		assert_eq!(known, code("AEOSGAB12CD34EF56"));
	});
}
