//! The examples of the domain specification's section 4, and what a TIN says of itself.

use aeo_primitives::{
	tin::{fits_wco17, normalise, Check, Reason, Scheme, Tin, TIN_LENGTH},
	Territory,
};
use std::borrow::Cow;

fn tin(text: &str) -> Tin {
	Tin::parse(text).unwrap_or_else(|reason| panic!("{text}: {reason}"))
}

#[test]
fn a_tin_is_one_text() {
	let mexican = tin("MXNWM9709244W4");
	assert_eq!(mexican.territory(), Territory::MX);
	assert_eq!(mexican.number(), "NWM9709244W4");
	assert_eq!(mexican.scheme(), Scheme::MxRfc);
	assert_eq!(mexican.check(), Ok(Check::Passed));
	assert_eq!(mexican.to_string(), "MXNWM9709244W4");
	assert_eq!("mx nwm-970924-4w4".parse(), Ok(mexican.clone()));
	assert_eq!(Tin::new(Territory::MX, "nwm 970924/4w4"), Ok(mexican));
}

#[test]
fn the_normal_form_is_capitals_without_separators() {
	assert_eq!(normalise(" 20.100-055/237 "), "20100055237");
	assert_eq!(normalise("ñ&n\u{303}N\u{303}a"), "Ñ&ÑÑA");
	assert_eq!(normalise("\tche-116.281.710\u{a0}"), "CHE116281710");
	assert_eq!(normalise("a*b_é"), "A*B_é");
	assert!(matches!(normalise("NWM9709244W4"), Cow::Borrowed(_)));
}

#[test]
fn a_number_that_has_its_territory_in_front_keeps_it_once() {
	for (territory, number) in [
		(Territory::DE, "DE1234567"),
		(Territory::GR, "GR094019245"),
		(Territory::GB, "GB220430231000"),
		(Territory::XI, "XI220430231000"),
		(Territory::CH, "CHE116281710"),
	] {
		let read = tin(number);
		assert_eq!(read.territory(), territory);
		assert_eq!(read.number(), number);
		assert_eq!(Tin::new(territory, number), Ok(read.clone()));
		assert!(read.check().is_ok(), "{number}");
	}
	assert_eq!(Tin::new(Territory::DE, "1234567"), Err(Reason::Prefix));
	assert_eq!(
		Scheme::Eori.check(Territory::DE, "1234567"),
		Err(Reason::Prefix)
	);
	assert_eq!(
		Scheme::Eori.check(Territory::DE, "FR1234567"),
		Err(Reason::Prefix)
	);
}

#[test]
fn the_prefix_of_greece_is_gr() {
	assert_eq!(
		Scheme::Eori.check(Territory::GR, "GR 094019245"),
		Ok(Check::Passed)
	);
	assert_eq!(
		Scheme::Eori.check(Territory::GR, "EL094019245"),
		Err(Reason::GreeceIsGr)
	);
	assert_eq!(Tin::parse("EL094019245"), Err(Reason::GreeceIsGr));
	assert_eq!(Tin::parse("GREL094019245"), Err(Reason::TwoCodes));
	assert_eq!(Tin::parse("DEFR12345"), Err(Reason::TwoCodes));
}

#[test]
fn nothing_is_cut_off() {
	let longest = format!("KE{}", "7".repeat(33));
	assert_eq!(tin(&longest).text().as_str(), longest);
	assert_eq!(tin(&longest).check(), Ok(Check::FormatOnly));
	assert!(!tin(&longest).fits_wco17());
	assert_eq!(u32::try_from(longest.len()), Ok(TIN_LENGTH));
	assert_eq!(Tin::parse(&format!("{longest}7")), Err(Reason::TooLong));
	assert_eq!(
		Scheme::Other.check(Territory::KE, &"7".repeat(34)),
		Err(Reason::TooLong)
	);
}

#[test]
fn what_is_no_tin_is_refused() {
	for (text, reason) in [
		("", Reason::Empty),
		(" .-/", Reason::Empty),
		("MX", Reason::Empty),
		("M", Reason::UnknownTerritory),
		("ZZ123", Reason::UnknownTerritory),
		("ÑÑ123", Reason::UnknownTerritory),
		("MX12*4", Reason::UnknownCharacter { place: 5 }),
		("KE12\u{0}4", Reason::UnknownCharacter { place: 5 }),
		("KEé", Reason::UnknownCharacter { place: 3 }),
	] {
		assert_eq!(Tin::parse(text), Err(reason), "{text}");
	}
	assert_eq!(Tin::new(Territory::MX, " - "), Err(Reason::Empty));
	assert_eq!(
		Scheme::MxRfc.check(Territory::MX, " - "),
		Err(Reason::Empty)
	);
	assert_eq!(
		Scheme::MxRfc.check(Territory::PE, "1"),
		Err(Reason::SchemeElsewhere)
	);
}

#[test]
fn mexican_letters_are_letters_in_mexico_only() {
	assert!(Scheme::MxRfc.check(Territory::MX, "Ñ&A970101AA").is_err());
	// Every check character, one of them is right.
	let passing = "0123456789A"
		.chars()
		.filter(|check| {
			let number = format!("ñ&ñ970101AA{check}");
			Scheme::MxRfc.check(Territory::MX, &number) == Ok(Check::Passed)
		})
		.count();
	assert_eq!(passing, 1);
	assert_eq!(
		Scheme::Other.check(Territory::KE, "A&B"),
		Err(Reason::Character)
	);
	assert_eq!(
		Scheme::Other.check(Territory::KE, "AÑB"),
		Err(Reason::Character)
	);
	assert_eq!(
		Scheme::Eori.check(Territory::ES, "ESÑ1"),
		Err(Reason::Character)
	);
}

#[test]
fn a_tin_of_17_characters_fits_the_wco_data_model() {
	assert!(tin("MXNWM9709244W4").fits_wco17());
	assert!(tin("DE123456789012345").fits_wco17());
	assert!(tin("IN27AAACR5055K1Z7").fits_wco17());
	// A USCC has 18, and needs an alias.
	assert!(!tin("CN914403001922038216").fits_wco17());
	assert!(!fits_wco17(Scheme::CnUscc, "914403001922038216"));
	assert!(fits_wco17(Scheme::Eori, "DE123456789012345"));
}

#[test]
fn an_indian_number_of_ten_is_an_iec() {
	assert_eq!(tin("IN0388066415").scheme(), Scheme::InIec);
	assert_eq!(tin("IN0388066415").check(), Ok(Check::FormatOnly));
	assert_eq!(tin("IN27AAACR5055K1Z7").scheme(), Scheme::InGstin);
	assert_eq!(tin("IN27AAACR5055K1Z7").check(), Ok(Check::Passed));
}

#[test]
fn a_national_number_never_fails_an_eori() {
	for (number, check) in [
		("FR54205118000066", Check::Passed),
		("FR54205118000067", Check::FormatOnly),
		("FR542051180", Check::Passed),
		("FR542051181", Check::FormatOnly),
		("IT00159560366", Check::Passed),
		("IT00159560360", Check::FormatOnly),
		("PL774000145400000", Check::Passed),
		("PL7740001454", Check::Passed),
		("PL774000145000000", Check::FormatOnly),
		("DK22756214", Check::Passed),
		("DK22756210", Check::FormatOnly),
		("FI01120389", Check::Passed),
		("FI01120380", Check::FormatOnly),
		("BE0403170701", Check::Passed),
		("BG831642181", Check::Passed),
		("CZ45274649", Check::Passed),
		("EE10234957", Check::Passed),
		("ESA28015865", Check::Passed),
		("GR094019245", Check::Passed),
		("HR81793146560", Check::Passed),
		("LT121215434", Check::Passed),
		("NL111222333", Check::Passed),
		("PT500697256", Check::Passed),
		("RO1590082", Check::Passed),
		("SE5560360793", Check::Passed),
		("SI98511734", Check::Passed),
		("AT1", Check::FormatOnly),
		("DE000", Check::FormatOnly),
		("FR00000000000000", Check::FormatOnly),
		("LV40003032949", Check::FormatOnly),
	] {
		assert_eq!(tin(number).check(), Ok(check), "{number}");
	}
	assert_eq!(Scheme::Eori.check(Territory::DE, "DE"), Err(Reason::Empty));
	assert_eq!(
		Scheme::Eori.check(Territory::DE, "DE1234567890123456"),
		Err(Reason::Length)
	);
}

#[test]
fn a_british_eori_may_have_the_check_digits_of_a_vat_number() {
	for number in ["GB220430231000", "GB220430231000123", "XI220430231000"] {
		assert_eq!(tin(number).check(), Ok(Check::Passed), "{number}");
	}
	// A firm without VAT has an EORI too.
	assert_eq!(tin("GB220430230000").check(), Ok(Check::FormatOnly));
	assert_eq!(tin("GB220430231").check(), Err(Reason::Length));
	assert_eq!(tin("GB22043023100A").check(), Err(Reason::Character));
	assert_eq!(tin("GB000000000000").check(), Err(Reason::NeverIssued));
}

#[test]
fn a_number_may_show_that_it_is_a_persons() {
	for person in [
		"MXAAAA970101AA1",
		"PE10100055237",
		"PE15100055237",
		"CO12345678",
		"CO10123456789",
		"CL123456785",
		"AR20304050607",
		"PY12345678",
		"EC1712345678001",
		"HN08011985123456",
		"NI0012345670001A",
		"SV012345678",
		"PA8NT112345",
		"PAE8123456",
		"KR1230109147",
		"CN924403001922038216",
		"SG53012345D",
		"IN27AAAPR5055K1Z7",
		"INAAAPR5055K",
		"IL012345674",
		"ESX1234567L",
		"ES12345678Z",
		"PT123456789",
		"PT451234567",
		"SE8001011234",
		"BG8001011234",
		"CZ8001011234",
		"PL80010112345",
	] {
		assert!(tin(person).is_personal(), "{person}");
	}
	for company in [
		"MXNWM9709244W4",
		"PE20100055237",
		"CO8909039388",
		"CL970040005",
		"BR33592510000154",
		"AR30546689979",
		"UY211406340011",
		"PY800097351",
		"EC1768153530001",
		"HN08019995368674",
		"NIJ0310000000000",
		"SV06140101001019",
		"PA155596713220150",
		"KR1018109147",
		"CN914403001922038216",
		"SG196800306E",
		"IN27AAACR5055K1Z7",
		"INAAACR5055K",
		"IL520013954",
		"ESA28015865",
		"PT500697256",
		"SE5560360793",
		"CZ45274649",
		"DE1234567",
		"CHE116281710",
		"KE123",
	] {
		assert!(!tin(company).is_personal(), "{company}");
	}
}

#[test]
fn a_number_of_a_named_scheme_may_be_a_persons() {
	for (scheme, person, company) in [
		(Scheme::VeRif, "V-00002949-0", "J-00002949-0"),
		(Scheme::ThTin, "1107537000114", "0107537000114"),
		(Scheme::RuInn, "500100732259", "7707083893"),
		(Scheme::InIec, "AAAHR5055K", "0388066415"),
		(Scheme::EsNif, "z1234567l", "A28015865"),
	] {
		assert!(scheme.is_personal(person), "{scheme} {person}");
		assert!(!scheme.is_personal(company), "{scheme} {company}");
	}
}

#[test]
fn a_reason_says_what_to_do() {
	for reason in [
		Reason::Empty,
		Reason::TooLong,
		Reason::UnknownTerritory,
		Reason::SchemeElsewhere,
		Reason::Prefix,
		Reason::Length,
		Reason::Character,
		Reason::Date,
		Reason::NeverIssued,
		Reason::CheckDigit,
		Reason::UnknownCharacter { place: 3 },
		Reason::CheckDigitMissing { digit: 2 },
		Reason::Generic,
		Reason::GreeceIsGr,
		Reason::TwoCodes,
		Reason::ZeroMissing,
		Reason::ZeroTooMany,
		Reason::IdentityCard,
		Reason::InvoiceNumber,
	] {
		let text = reason.to_string();
		let (what, to_do) = text.split_once(": ").expect("what is wrong: what to do");
		assert!(what.len() > 10 && to_do.len() > 10, "{text}");
	}
}
