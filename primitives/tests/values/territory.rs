use aeo_primitives::Territory;
use codec::{Decode, Encode, MaxEncodedLen};
use scale_info::{meta_type, TypeDef};

/// The frozen table: the position is the index. Append; never insert, remove or reorder.
const FROZEN: &str = "\
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS \
BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE \
EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM \
HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC \
LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA \
NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW \
SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO \
TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW EU XI XK";

#[test]
fn territories_should_keep_their_indices() {
	let frozen: Vec<&str> = FROZEN.split(' ').collect();
	assert_eq!(frozen.len(), 252);
	let codes: Vec<&str> = Territory::ALL.into_iter().map(Territory::code).collect();
	assert_eq!(codes, frozen);
	for (index, code) in (0_u8..).zip(frozen) {
		let territory = Territory::try_from(code).unwrap();
		assert_eq!(territory.encode(), [index]);
		assert_eq!(Territory::decode(&mut &[index][..]), Ok(territory));
	}
	assert_eq!(Territory::max_encoded_len(), 1);
}

#[test]
fn territories_should_show_the_same_indices_in_metadata() {
	let TypeDef::Variant(variants) = meta_type::<Territory>().type_info().type_def else {
		panic!("not an enum");
	};
	let shown: Vec<_> = variants
		.variants
		.iter()
		.map(|v| (usize::from(v.index), v.name))
		.collect();
	let frozen: Vec<_> = FROZEN.split(' ').enumerate().collect();
	assert_eq!(shown, frozen);
}

#[test]
fn spare_indices_should_be_refused() {
	for index in 252..=255_u8 {
		assert!(Territory::decode(&mut &[index][..]).is_err());
	}
}

#[test]
fn programs_should_write_the_code_in_capitals() {
	assert_eq!(Territory::try_from("MX"), Ok(Territory::MX));
	assert_eq!(serde_json::to_string(&Territory::GR).unwrap(), "\"GR\"");
	assert_eq!(
		serde_json::from_str::<Territory>("\"XI\"").unwrap(),
		Territory::XI
	);
	for text in ["mx", "Mexico", "", "M", "MXX", "ZZ", "MX "] {
		assert!(Territory::try_from(text).is_err(), "{text}");
		assert!(
			serde_json::from_str::<Territory>(&format!("{text:?}")).is_err(),
			"{text}"
		);
	}
}

#[test]
fn people_should_write_code_or_name() {
	for territory in Territory::ALL {
		assert_eq!(territory.code().to_lowercase().parse(), Ok(territory));
		assert_eq!(
			territory.name().parse(),
			Ok(territory),
			"{}",
			territory.name()
		);
	}
	assert_eq!("costa rica".parse(), Ok(Territory::CR));
	assert!("Atlantis".parse::<Territory>().is_err());
}

#[test]
fn greece_should_be_gr_and_never_el() {
	assert_eq!(Territory::GR.name(), "Greece");
	let error = "EL".parse::<Territory>().unwrap_err().to_string();
	assert!(error.contains("Greece is GR"), "{error}");
}

#[test]
fn territory_should_display_its_code() {
	assert_eq!(Territory::CR.to_string(), "CR");
	assert_eq!(format!("{:>4}", Territory::CR), "  CR");
}
