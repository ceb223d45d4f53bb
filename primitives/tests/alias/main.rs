//! Alias converters: the examples of the domain specification's section 4, and what is refused.

mod mid;
mod program;
mod scheme;

use aeo_primitives::{
	alias::{derive, NotDerived},
	tin::{Check, Reason, Tin},
	AliasScheme, Territory,
};
use proptest::prelude::*;

fn derived(from: &str, grantor: &str, value: &str) -> Result<String, NotDerived> {
	let territory = |code: &str| code.parse::<Territory>().expect("a territory");
	derive(territory(from), territory(grantor), value).map(String::from)
}

#[test]
fn the_converters_of_the_table() {
	for (from, grantor, value, alias) in [
		("AU", "JP", "12345678901", "A12345678901"),
		("AU", "JP", "AU12 345 678 901", "A12345678901"),
		("AU", "JP", "33 051 775 556", "A33051775556"),
		("MY", "JP", "MY12345H100001", "A1234510MY00"),
		("MY", "JP", "12345h100001", "A1234510MY00"),
		("CN", "KR", "3101234567", "AEOCN3101234567"),
		("CN", "KR", "CN3101234567", "AEOCN3101234567"),
		("BN", "SG", "SLMSBN-123456-789", "SLMSBN123456789"),
		("SG", "BN", "123456789012", "AEOSG123456789012"),
		("MX", "EU", "NWM9709244W4", "MXNWM9709244W4"),
		("MX", "EU", "MXNWM9709244W4", "MXNWM9709244W4"),
		("JP", "EU", "5010401067252", "JP5010401067252"),
		("CH", "EU", "CHE-116.281.710", "CHE116281710"),
		("GB", "DE", "GB220430231000", "GB220430231000"),
		("CN", "EU", "3101234567", "CN3101234567"),
	] {
		assert_eq!(
			derived(from, grantor, value).as_deref(),
			Ok(alias),
			"{from} {grantor} {value}"
		);
		// What is derived is such an alias as the grantor could issue.
		let scheme = if ["EU", "DE"].contains(&grantor) {
			AliasScheme::Tcuin
		} else {
			AliasScheme::Code
		};
		assert_eq!(scheme.check(alias), Ok(Check::FormatOnly), "{alias}");
	}
}

/// China takes the country's code and the operator's own: GACC notice 2018/131, which says that it goes
/// before whatever was asked for earlier, from 1 November 2018; the arrangements with Chile (notice
/// 2021/74), Brazil (2021/115), Uruguay (2022/6) and Costa Rica (from 1 July 2023) refer to it.
#[test]
fn china_takes_the_countrys_code_and_the_operators() {
	for (from, value, alias) in [
		("SG", "123456789012", "SG123456789012"),
		("SG", "A1B2C3D4E5F6", "SGA1B2C3D4E5F6"),
		("SG", "SG123456789012", "SG123456789012"),
		("UY", "21-140634-001-1", "UY211406340011"),
		("BR", "33.592.510/0001-54", "BR33592510000154"),
		("BR", "12.ABC.345/01DE-35", "BR12ABC34501DE35"),
		("CL", "97.004.000-5", "CL970040005"),
		("CL", "CL 76086428-5", "CL760864285"),
		("CR", "3-101-123456", "CR3101123456"),
	] {
		assert_eq!(derived(from, "CN", value).as_deref(), Ok(alias), "{value}");
	}
	for (from, value, reason) in [
		("SG", "196800306E", NotDerived::NotASingaporeanCode),
		("UY", "OEC-0123", NotDerived::Unreadable(Reason::Length)),
		(
			"CR",
			"31011234AA",
			NotDerived::Unreadable(Reason::Character),
		),
		("CL", "Ñ70040005", NotDerived::NotAlphanumeric),
		("MX", "NWM9709244W4", NotDerived::NoConverter),
	] {
		assert_eq!(derived(from, "CN", value), Err(reason), "{value}");
	}
}

/// Japan's declaration system, NACCS, takes twelve characters for the operator abroad (notices of
/// February 2015 on Malaysia and of 18 September 2019 on Australia, which shorten or fill to twelve). A
/// Chinese code has 15: JETRO's report of 9 May 2019 says that a leaflet of Japanese customs shortens
/// it, by a rule that we don't have.
#[test]
fn what_the_partners_field_cannot_hold_is_refused() {
	let most = |most| Err(NotDerived::TooLongForPartner { most });
	assert_eq!(derived("CN", "JP", "3101234567"), most(12));
	assert_eq!(derived("SG", "JP", "123456789012"), most(12));
	// What is no such code is told first.
	assert_eq!(
		derived("CN", "JP", "914403001922038216"),
		Err(NotDerived::NotAChineseCode)
	);
	for (from, value) in [("AU", "12345678901"), ("MY", "MY12345H100001")] {
		let alias = derived(from, "JP", value).expect("a code of twelve");
		assert_eq!(alias.len(), 12);
	}
	assert!(NotDerived::TooLongForPartner { most: 12 }
		.to_string()
		.contains("12 characters"));
}

/// The zero in front of a Colombian person's number is ours; the Union is told what was issued. So the
/// alias of what was written with a dash and of its normal form are one (I16).
#[test]
fn a_colombian_persons_zero_is_not_told() {
	for written in ["89090393-8", "0890903938", "CO 89090393-8", "890903938"] {
		assert_eq!(
			derived("CO", "EU", written).as_deref(),
			Ok("CO890903938"),
			"{written}"
		);
	}
	assert_eq!(
		derived("CO", "EU", "8909039388").as_deref(),
		Ok("CO8909039388")
	);
	let tin = Tin::parse("CO 89090393-8").expect("a number");
	assert_eq!(tin.issued_number(), "890903938");
	let german = Tin::parse("DE0123").expect("a number");
	assert_eq!(german.issued_number(), "0123");
}

/// An RFC may begin with MX: its check digit says that it is complete.
#[test]
fn a_number_that_begins_like_its_territory_is_not_shortened() {
	let rfc = (0..10)
		.map(|check| format!("MXA970101AA{check}"))
		.find(|number| Tin::new(Territory::MX, number).is_ok_and(|tin| tin.check().is_ok()))
		.expect("one of them passes");
	assert_eq!(derived("MX", "EU", &rfc), Ok(format!("MX{rfc}")));
}

#[test]
fn what_cannot_be_derived_says_why() {
	for (from, grantor, value, reason) in [
		("AU", "JP", "1234567890", NotDerived::NotAnAbn),
		("AU", "JP", "1234567890A", NotDerived::NotAnAbn),
		("MY", "JP", "MY12345H10000", NotDerived::NotAMalaysianCode),
		("MY", "JP", "MY123456100001", NotDerived::NotAMalaysianCode),
		("MY", "JP", "MY12345HAB0001", NotDerived::NotAMalaysianCode),
		("MY", "JP", "1", NotDerived::NotAMalaysianCode),
		(
			"CN",
			"KR",
			"914403001922038216",
			NotDerived::NotAChineseCode,
		),
		("BN", "SG", "123456789", NotDerived::NotABruneianCode),
		("BN", "SG", "SLMSBN-123456-78", NotDerived::NotABruneianCode),
		("SG", "JP", "196800306E", NotDerived::NotASingaporeanCode),
		(
			"CN",
			"EU",
			"914403001922038216",
			NotDerived::TooLongForTcuin,
		),
		("MX", "EU", "A&B970101AA1", NotDerived::NotAlphanumeric),
		("MX", "US", "NWM9709244W4", NotDerived::NeedsAddress),
		("MX", "CR", "NWM9709244W4", NotDerived::NoConverter),
		("MX", "MX", "NWM9709244W4", NotDerived::OwnTrader),
		("DE", "FR", "DE1234567", NotDerived::OwnTrader),
		("DE", "EU", "DE1234567", NotDerived::OwnTrader),
		("AU", "JP", " - ", NotDerived::Unreadable(Reason::Empty)),
		(
			"AU",
			"JP",
			"12*",
			NotDerived::Unreadable(Reason::UnknownCharacter { place: 3 }),
		),
		(
			"GB",
			"EU",
			"220430231000",
			NotDerived::Unreadable(Reason::Prefix),
		),
	] {
		assert_eq!(
			derived(from, grantor, value),
			Err(reason),
			"{from} {grantor} {value}"
		);
	}
}

#[test]
fn a_reason_says_what_to_do() {
	for reason in [
		NotDerived::Unreadable(Reason::Empty),
		NotDerived::OwnTrader,
		NotDerived::NoConverter,
		NotDerived::NotAnAbn,
		NotDerived::NotAMalaysianCode,
		NotDerived::NotAChineseCode,
		NotDerived::NotABruneianCode,
		NotDerived::NotASingaporeanCode,
		NotDerived::TooLongForTcuin,
		NotDerived::NotAlphanumeric,
		NotDerived::NeedsAddress,
		NotDerived::NeedsProvince,
		NotDerived::NotACountry,
		NotDerived::NameMissing,
		NotDerived::CityMissing,
		NotDerived::NotLatin,
		NotDerived::TooLongForPartner { most: 12 },
	] {
		let text = reason.to_string();
		assert!(
			text.split_once(": ")
				.is_some_and(|(_, to_do)| to_do.len() > 10),
			"{text}"
		);
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(4_000))]

	#[test]
	fn any_value_is_answered(
		from in prop::sample::select(Territory::ALL.to_vec()),
		grantor in prop::sample::select(Territory::ALL.to_vec()),
		value in any::<String>(),
	) {
		prop_assert!(derive(from, grantor, &value).is_ok_and(|alias| !alias.is_empty())
			|| derive(from, grantor, &value).is_err());
	}

	/// I16: the alias of a value and of its normal form are one.
	#[test]
	fn an_alias_is_derived_again(value in "[0-9a-zA-Z .-]{1,20}") {
		for (from, grantor) in [
			(Territory::AU, Territory::JP),
			(Territory::MY, Territory::JP),
			(Territory::CN, Territory::KR),
			(Territory::SG, Territory::CN),
			(Territory::UY, Territory::CN),
			(Territory::CO, Territory::EU),
			(Territory::BN, Territory::SG),
			(Territory::JP, Territory::EU),
		] {
			let normal = aeo_primitives::tin::normalise(&value);
			prop_assert_eq!(derive(from, grantor, &value), derive(from, grantor, &normal));
		}
	}
}
