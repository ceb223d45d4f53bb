//! Each scheme: numbers that pass, and one number for each thing it refuses.

use crate::numbers::{passing, Random, DIGITS, PLAIN};
use aeo_primitives::{
	tin::{Check, Guard, Reason, Scheme},
	Territory,
};
use codec::Encode;
use std::collections::BTreeSet;

/// Territory, scheme, number, answer.
type Case = (
	&'static str,
	&'static str,
	&'static str,
	Result<Check, Reason>,
);

const PASSED: Result<Check, Reason> = Ok(Check::Passed);
const FORMAT: Result<Check, Reason> = Ok(Check::FormatOnly);
const LENGTH: Result<Check, Reason> = Err(Reason::Length);
const CHARACTER: Result<Check, Reason> = Err(Reason::Character);
const DATE: Result<Check, Reason> = Err(Reason::Date);
const NEVER: Result<Check, Reason> = Err(Reason::NeverIssued);
const DIGIT: Result<Check, Reason> = Err(Reason::CheckDigit);

fn check(cases: &[Case]) {
	for (territory, name, number, expected) in cases {
		let territory = Territory::try_from(*territory).expect("a territory");
		let scheme = Scheme::named(territory, name).expect("a scheme of the territory");
		assert_eq!(
			scheme.check(territory, number),
			*expected,
			"{territory} {name} {number}"
		);
	}
}

#[test]
fn latin_american_numbers() {
	check(&[
		("MX", "RFC", "NWM9709244W4", PASSED),
		("MX", "RFC", "NWM9709244W5", DIGIT),
		("MX", "RFC", "NWM9709244W", LENGTH),
		("MX", "RFC", "N1M9709244W4", CHARACTER),
		("MX", "RFC", "NWM97O9244W4", CHARACTER),
		("MX", "RFC", "NWM97092ÑÑ44", CHARACTER),
		("MX", "RFC", "NWM970931AA1", DATE),
		("MX", "RFC", "NWM971301AA1", DATE),
		("MX", "RFC", "NWM970100AA1", DATE),
		("MX", "RFC", "NWM970229AA1", DATE),
		("MX", "RFC", "NWM9709240W4", CHARACTER),
		("MX", "RFC", "NWM970924W04", CHARACTER),
		("MX", "RFC", "NWM9709244WB", CHARACTER),
		("CR", "CEDJUR", "3-101-123456", FORMAT),
		("CR", "CEDJUR", "310112345", LENGTH),
		("CR", "CEDJUR", "1101123456", NEVER),
		("PE", "RUC", "20100055237", PASSED),
		("PE", "RUC", "16100055237", DIGIT),
		("PE", "RUC", "18100055237", NEVER),
		("PE", "RUC", "2010005523", LENGTH),
		("CO", "NIT", "890.903.938-8", PASSED),
		("CO", "NIT", "89090393", LENGTH),
		("CO", "NIT", "890903938800", LENGTH),
		("CO", "NIT", "89090393A8", CHARACTER),
		("CL", "RUT", "97.004.000-5", PASSED),
		("CL", "RUT", "97.004.000-k", DIGIT),
		("CL", "RUT", "97K040005", CHARACTER),
		("CL", "RUT", "9700400", LENGTH),
		("BR", "CNPJ", "33.592.510/0001-54", PASSED),
		("BR", "CNPJ", "12.ABC.345/01DE-35", PASSED),
		("BR", "CNPJ", "12.ABC.345/01DE-3A", CHARACTER),
		("BR", "CNPJ", "00000000000000", NEVER),
		("AR", "CUIT", "30-54668997-9", PASSED),
		("AR", "CUIT", "30-54668997-90", LENGTH),
		("UY", "RUT", "211406340011", PASSED),
		("UY", "RUT", "231406340011", NEVER),
		("UY", "RUT", "210000000011", NEVER),
		("UY", "RUT", "211406340021", NEVER),
		("PY", "RUC", "80009735-1", PASSED),
		("PY", "RUC", "8", LENGTH),
		("EC", "RUC", "1768153530001", FORMAT),
		("EC", "RUC", "2568153530001", NEVER),
		("EC", "RUC", "1778153530001", NEVER),
		("EC", "RUC", "1768153530000", NEVER),
		("EC", "RUC", "1790011674001", FORMAT),
		("EC", "RUC", "1790011675001", FORMAT),
		("EC", "RUC", "1790011675000", NEVER),
		("EC", "RUC", "1710034065001", PASSED),
		("EC", "RUC", "1710034066001", DIGIT),
		("GT", "NIT", "576937-K", PASSED),
		("GT", "NIT", "57K937K", CHARACTER),
		("GT", "NIT", "5", LENGTH),
		("GT", "NIT", "00", NEVER),
		("DO", "RNC", "1-01-01063-2", PASSED),
		("DO", "RNC", "101010633", DIGIT),
		("BO", "NIT", "1020703023", FORMAT),
		("BO", "NIT", "1020", LENGTH),
		("HN", "RTN", "0801-9995-368674", FORMAT),
		("HN", "RTN", "0801999536867", LENGTH),
		("NI", "RUC", "J0310000000000", FORMAT),
		("NI", "RUC", "001-010180-0001A", FORMAT),
		("NI", "RUC", "00310000000000", CHARACTER),
		("PA", "RUC", "155596713-2-2015 DV 59", FORMAT),
		("PA", "RUC", "ABCDEF", CHARACTER),
		("PA", "RUC", "123", LENGTH),
		("SV", "NIT", "0614-010100-101-9", FORMAT),
		("SV", "NIT", "061401010", FORMAT),
		("SV", "NIT", "06140101", LENGTH),
		("US", "EIN", "12-3456789", FORMAT),
		("US", "EIN", "12-345678900", FORMAT),
		("US", "EIN", "12-34567", LENGTH),
		("CA", "BN", "123456782", PASSED),
		("CA", "BN", "123456789", DIGIT),
		("CA", "BN", "123456782 RM 0001", PASSED),
		("CA", "BN", "123456789 0001 RM", CHARACTER),
		("VE", "RIF", "J-00002949-0", PASSED),
		("VE", "RIF", "G-20000110-0", PASSED),
		("VE", "RIF", "X-00002949-0", NEVER),
		("VE", "RIF", "J-00002949-1", DIGIT),
	]);
}

#[test]
fn asian_and_pacific_numbers() {
	check(&[
		("JP", "CN", "5010401067252", PASSED),
		("JP", "CN", "4010401067252", DIGIT),
		("KR", "BRN", "101-81-09147", PASSED),
		("KR", "BRN", "101-81-09148", DIGIT),
		("CN", "USCC", "914403001922038216", PASSED),
		("CN", "USCC", "9144030019220382I6", CHARACTER),
		("CN", "USCC", "91A403001922038216", CHARACTER),
		("TW", "UBN", "22099131", PASSED),
		("TW", "UBN", "22099132", DIGIT),
		("TW", "UBN", "10458575", PASSED),
		("SG", "UEN", "196800306E", PASSED),
		("SG", "UEN", "196800306F", DIGIT),
		("SG", "UEN", "00192200M", PASSED),
		("SG", "UEN", "S16FC0121D", PASSED),
		("SG", "UEN", "T08GB0001G", PASSED),
		("SG", "UEN", "T08GB0001H", DIGIT),
		("SG", "UEN", "U08GB0001G", NEVER),
		("SG", "UEN", "T08IO0001G", CHARACTER),
		("AU", "ABN", "33 051 775 556", PASSED),
		("AU", "ABN", "34 051 775 556", DIGIT),
		("AU", "ABN", "10 864 326 522", NEVER),
		("IN", "GSTIN", "27AAACR5055K1Z7", PASSED),
		("IN", "GSTIN", "27AAACR5055K1ZA", DIGIT),
		("IN", "GSTIN", "40AAACR5055K1Z7", NEVER),
		("IN", "GSTIN", "27AAAXR5055K1Z7", NEVER),
		("IN", "GSTIN", "27AAACR0000K1Z7", NEVER),
		("IN", "GSTIN", "27AAACR5055K0Z7", NEVER),
		("IN", "GSTIN", "27AAACR5055K1X7", CHARACTER),
		("IN", "IEC", "0388066415", FORMAT),
		("IN", "IEC", "AAACR5055K", FORMAT),
		("IN", "IEC", "AAAXR5055K", NEVER),
		("IL", "HP", "520013954", PASSED),
		("IL", "HP", "52001395", LENGTH),
		("TR", "VKN", "8760047464", PASSED),
		("TR", "VKN", "4540536920", PASSED),
		("TR", "VKN", "4540536921", DIGIT),
		("HK", "BR", "12345678", FORMAT),
		("HK", "BR", "12345678-000", FORMAT),
		("HK", "BR", "123456", LENGTH),
		("MO", "REG", "SO 12345", FORMAT),
		("MO", "REG", "SO", CHARACTER),
		("MY", "REG", "12345H100001", FORMAT),
		("MY", "REG", "201901000005", FORMAT),
		("MY", "REG", "1", LENGTH),
		("BN", "REG", "SLMSBN-123456-789", FORMAT),
		("NZ", "NZBN", "9429000000000", PASSED),
		("NZ", "NZBN", "9429000000001", DIGIT),
		("NZ", "NZBN", "12345678A", FORMAT),
		("NZ", "NZBN", "1234", LENGTH),
		("TH", "TIN", "0107537000114", PASSED),
		("TH", "TIN", "0107537000115", DIGIT),
		("VN", "MST", "0100109106", PASSED),
		("VN", "MST", "0100109106-001", PASSED),
		("VN", "MST", "0100109106-000", NEVER),
		("VN", "MST", "0100109107", DIGIT),
	]);
}

#[test]
fn european_numbers() {
	check(&[
		("CH", "UID", "CHE-116.281.710", PASSED),
		("CH", "UID", "CHE-116.281.711", DIGIT),
		("CH", "UID", "116281710", Err(Reason::Prefix)),
		("CH", "UID", "CHF116281710", CHARACTER),
		("CH", "UID", "CHE000000000", NEVER),
		("NO", "ORGNR", "982 463 718", PASSED),
		("NO", "ORGNR", "982 463 719", DIGIT),
		("GB", "VAT", "220430231", PASSED),
		("GB", "VAT", "220430231 001", PASSED),
		("GB", "VAT", "220430230", DIGIT),
		("GB", "VAT", "GD001", FORMAT),
		("GB", "VAT", "GD501", NEVER),
		("GB", "VAT", "HA501", FORMAT),
		("GB", "VAT", "HA499", NEVER),
		("GB", "VAT", "XX001", CHARACTER),
		("XI", "VAT", "220430231", PASSED),
		("RU", "INN", "7707083893", PASSED),
		("RU", "INN", "7707083894", DIGIT),
		("RU", "INN", "500100732259", PASSED),
		("RU", "INN", "500100732269", DIGIT),
		("RU", "INN", "50010073225", LENGTH),
		("UA", "EDRPOU", "00032129", PASSED),
		("UA", "EDRPOU", "32855961", PASSED),
		("UA", "EDRPOU", "32855962", DIGIT),
		("RS", "PIB", "100002532", PASSED),
		("RS", "PIB", "100002533", DIGIT),
	]);
}

#[test]
fn numbers_of_the_unions_members() {
	check(&[
		("BE", "KBO", "0403.170.701", PASSED),
		("BE", "KBO", "0403.170.702", DIGIT),
		("BE", "KBO", "2403.170.701", NEVER),
		("BE", "KBO", "0403.170.700", NEVER),
		("BG", "EIK", "831642181", PASSED),
		("BG", "EIK", "831642182", DIGIT),
		("CZ", "ICO", "45274649", PASSED),
		("CZ", "ICO", "45274640", DIGIT),
		("DK", "CVR", "22756214", PASSED),
		("DK", "CVR", "02756214", NEVER),
		("EE", "REGKOOD", "10234957", PASSED),
		("EE", "REGKOOD", "10234958", DIGIT),
		("EE", "REGKOOD", "20234957", NEVER),
		("ES", "NIF", "A28015865", PASSED),
		("ES", "NIF", "A28015866", DIGIT),
		("ES", "NIF", "Q2826000H", PASSED),
		("ES", "NIF", "12345678Z", PASSED),
		("ES", "NIF", "12345678A", DIGIT),
		("ES", "NIF", "X1234567L", PASSED),
		("ES", "NIF", "Y0000000Z", PASSED),
		("ES", "NIF", "Z0000000M", PASSED),
		("ES", "NIF", "T1234567L", NEVER),
		("FI", "YTUNNUS", "0112038-9", PASSED),
		("FI", "YTUNNUS", "0112038-8", DIGIT),
		("FR", "SIREN", "542051180", PASSED),
		("FR", "SIREN", "000000000", NEVER),
		("FR", "SIRET", "542 051 180 00066", PASSED),
		("FR", "SIRET", "542 051 180 00067", DIGIT),
		("FR", "SIRET", "356 000 000 00048", PASSED),
		("FR", "SIRET", "356 000 000 49837", PASSED),
		("FR", "SIRET", "356 000 000 49838", DIGIT),
		("GR", "AFM", "094019245", PASSED),
		("GR", "AFM", "094019246", DIGIT),
		("HR", "OIB", "81793146560", PASSED),
		("HR", "OIB", "81793146561", DIGIT),
		("IT", "IVA", "00159560366", PASSED),
		("IT", "IVA", "00000000366", NEVER),
		("IT", "IVA", "00159561506", NEVER),
		("LT", "KODAS", "121215434", PASSED),
		("LT", "KODAS", "121215435", DIGIT),
		("NL", "RSIN", "111222333", PASSED),
		("NL", "RSIN", "111222334", DIGIT),
		("PL", "NIP", "774-000-14-54", PASSED),
		("PL", "NIP", "774-000-14-55", DIGIT),
		("PT", "NIF", "500697256", PASSED),
		("PT", "NIF", "000697256", NEVER),
		("RO", "CUI", "1590082", PASSED),
		("RO", "CUI", "1590083", DIGIT),
		("RO", "CUI", "01590082", NEVER),
		("SE", "ORGNR", "556036-0793", PASSED),
		("SE", "ORGNR", "556036-0794", DIGIT),
		("SI", "DDV", "98511734", PASSED),
		("SI", "DDV", "98511735", DIGIT),
		("SI", "DDV", "08511734", NEVER),
	]);
}

#[test]
fn numbers_of_south_east_asia_without_a_public_check_digit() {
	check(&[
		("ID", "NPWP", "01.000.001.8-000.000", FORMAT),
		("ID", "NPWP", "0010 0000 1800 0000", FORMAT),
		("ID", "NPWP", "0100001800000", LENGTH),
		("ID", "NPWP", "01A0000018000000", CHARACTER),
		("ID", "NPWP", "0000000000000000", NEVER),
		("KH", "TIN", "K001-100000001", FORMAT),
		("KH", "TIN", "K001-1000000011", LENGTH),
		("KH", "TIN", "ABCDEFGHIJ", CHARACTER),
		("LA", "TIN", "100000001-000", FORMAT),
		("LA", "TIN", "1000000010000", LENGTH),
		("LA", "TIN", "000000000000", NEVER),
		("MM", "TIN", "100000001", FORMAT),
		("MM", "TIN", "10000000", LENGTH),
		("MM", "TIN", "000000000", NEVER),
		("PH", "TIN", "000-100-001", FORMAT),
		("PH", "TIN", "000-100-001-000", FORMAT),
		("PH", "TIN", "000-100-001-00000", FORMAT),
		("PH", "TIN", "000-100-001-0000", LENGTH),
		("PH", "TIN", "000-000-000-001", NEVER),
		("PH", "TIN", "000-100-00A", CHARACTER),
	]);
	// Before 2022 and since it is one number.
	let read = |text| aeo_primitives::tin::Tin::parse(text).expect("a TIN");
	assert_eq!(read("ID01.000.001.8-000.000"), read("ID0010000018000000"));
}

#[test]
fn the_29th_of_february_is_real_in_every_fourth_year() {
	let passes = |date: &str| {
		PLAIN.chars().any(|check| {
			let number = format!("ABC{date}AB{check}");
			Scheme::MxRfc.check(Territory::MX, &number) == PASSED
		})
	};
	assert!(passes("000229") && passes("960229") && passes("040229"));
	assert!(!passes("010229") && !passes("990229"));
}

#[test]
fn there_are_more_than_thirty_with_a_check_digit() {
	let count = |guard| {
		Scheme::ALL
			.iter()
			.filter(|scheme| scheme.guard() == guard)
			.count()
	};
	assert_eq!(Scheme::ALL.len(), 69);
	assert_eq!(
		(
			count(Guard::CheckDigit),
			count(Guard::Soft),
			count(Guard::Form)
		),
		(50, 1, 18)
	);
}

/// A scheme with a check digit never answers `FormatOnly` (but for the British series that have
/// none), one without never `Passed`.
#[test]
fn the_guard_says_what_the_answer_can_be() {
	let mut random = Random(7);
	for scheme in Scheme::ALL {
		for territory in Territory::ALL.into_iter().filter(|t| scheme.is_used_in(*t)) {
			for length in 1..20 {
				let alphabet = if length % 2 == 0 { DIGITS } else { PLAIN };
				let number: String = (0..length).map(|_| random.pick(alphabet)).collect();
				match (scheme.guard(), scheme.check(territory, &number)) {
					(Guard::Form, Ok(check)) => assert_eq!(check, Check::FormatOnly),
					(Guard::CheckDigit, Ok(check)) if scheme != Scheme::GbVat => {
						assert_eq!(check, Check::Passed);
					}
					_ => {}
				}
			}
		}
	}
}

#[test]
fn each_name_is_one_scheme_of_its_territory() {
	for territory in Territory::ALL {
		let schemes: Vec<_> = Scheme::ALL
			.into_iter()
			.filter(|scheme| scheme.is_used_in(territory))
			.collect();
		let names: BTreeSet<_> = schemes.iter().map(|scheme| scheme.name()).collect();
		assert_eq!(names.len(), schemes.len(), "{territory}");
		assert!(
			schemes.contains(&Scheme::default_of(territory)),
			"{territory}"
		);
		for scheme in schemes {
			assert_eq!(Scheme::named(territory, scheme.name()), Some(scheme));
			assert_eq!(
				Scheme::named(territory, &scheme.name().to_lowercase()),
				Some(scheme)
			);
		}
		assert_eq!(Scheme::named(territory, "-"), None);
	}
	assert_eq!(Scheme::named(Territory::MX, "CUIT"), None);
	assert_eq!(format!("{:>5}", Scheme::MxRfc), "  RFC");
}

/// The letters in front of a variant are its territory, and the union's members have EORI.
#[test]
fn defaults_are_those_of_the_specification() {
	for territory in Territory::ALL {
		let scheme = Scheme::default_of(territory);
		assert_eq!(
			scheme == Scheme::Other,
			scheme.territories().is_empty(),
			"{territory}: {scheme}"
		);
		assert!(scheme == Scheme::Other || scheme.territories().contains(&territory));
	}
	assert_eq!(Scheme::Eori.territories().len(), 27 + 2);
	for territory in [Territory::EU, Territory::XK, Territory::ZA] {
		assert_eq!(Scheme::default_of(territory), Scheme::Other);
		assert_eq!(Scheme::Other.check(territory, "1A"), FORMAT);
	}
	for territory in [
		"BO", "HN", "NI", "PA", "SV", "US", "HK", "MO", "MY", "BN", "CR", "ID", "KH", "LA", "MM",
		"PH",
	] {
		let territory = territory.parse().expect("a territory");
		assert_eq!(
			Scheme::default_of(territory).guard(),
			Guard::Form,
			"{territory}"
		);
	}
}

/// What is stored names its scheme by index: a change here is a migration of the chain.
#[test]
fn indices_are_frozen() {
	let pinned = "Other Eori MxRfc CrCedulaJuridica PeRuc CoNit ClRut BrCnpj ArCuit UyRut PyRuc \
		EcRuc GtNit DoRnc BoNit HnRtn NiRuc PaRuc SvNit UsEin CaBn VeRif GbVat ChUid NoOrgnr \
		TrVkn IlHp JpCorporateNumber KrBrn CnUscc TwUbn SgUen AuAbn InGstin InIec HkBr \
		MoRegistration MyRegistration BnRegistration NzNzbn BeKbo BgEik CzIco DkCvr \
		EeRegistrikood EsNif FiYtunnus FrSiren FrSiret GrAfm HrOib ItIva LtKodas NlRsin PlNip \
		PtNif RoCui SeOrgnr SiDavcna RuInn UaEdrpou RsPib ThTin VnMst IdNpwp \
		KhTin LaTin MmTin PhTin";
	let pinned: Vec<_> = pinned.split_whitespace().collect();
	assert_eq!(pinned.len(), Scheme::ALL.len());
	for (index, (scheme, name)) in (0_u8..).zip(Scheme::ALL.into_iter().zip(pinned)) {
		assert_eq!(
			(format!("{scheme:?}").as_str(), scheme.encode()),
			(name, vec![index])
		);
	}
	assert_eq!(
		[Check::FormatOnly, Check::Passed, Check::Overridden].map(|check| check.encode()),
		[[0], [1], [2]]
	);
	assert_eq!(
		[
			Reason::Empty.encode(),
			Reason::CheckDigit.encode(),
			Reason::UnknownCharacter { place: 3 }.encode(),
			Reason::CheckDigitMissing { digit: 2 }.encode(),
			Reason::InvoiceNumber.encode(),
		],
		[vec![0], vec![9], vec![10, 3], vec![11, 2], vec![18]]
	);
}

/// Of all last characters exactly one is the check digit.
#[test]
fn random_numbers_of_every_scheme_pass_by_one_last_character() {
	let mut random = Random(99);
	for (territory, name, form) in [
		("PE", "RUC", "20ddddddddd"),
		("MX", "RFC", "mmm970101xxx"),
		("BR", "CNPJ", "xxxxxxxxxxxxdd"),
		("CN", "USCC", "91ddddddxxxxxxxxxx"),
		("IN", "GSTIN", "27aaaCaddddaxZx"),
		("SG", "UEN", "19ddddddda"),
	] {
		let territory = Territory::try_from(territory).expect("a territory");
		let scheme = Scheme::named(territory, name).expect("a scheme");
		for _ in 0..20 {
			let number = passing(&mut random, (territory, scheme), form);
			let body = &number[..number.len() - 1];
			let passing = PLAIN
				.chars()
				.filter(|last| scheme.check(territory, &format!("{body}{last}")) == PASSED)
				.count();
			assert_eq!(passing, 1, "{territory} {number}");
		}
	}
}
