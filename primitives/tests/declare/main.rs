//! `declare`: the formats that there are, each with an example, and what is refused.

use std::{fs, path::Path};

use aeo_primitives::{
	alias::{self, declared_number_length},
	declare, AliasScheme, AliasValue, CertificateNumber, Declaration, DeclareAs, DeclaredNumber,
	KnownAlias, NormalisedTin, NotDeclared, Territory, Text, WrittenTin,
};
use codec::{Decode, Encode};
use serde::Deserialize;

/// A format as the file has it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Format {
	issuer: Territory,
	grantor: Territory,
	source: String,
	declare_as: DeclareAs,
	example: Example,
}

/// A trader, and what a declaration must carry to name it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Example {
	tin: NormalisedTin,
	certificate: CertificateNumber,
	alias: Option<AliasValue>,
	/// What the trader's own administration calls it, where the alias follows from that.
	derived_from: Option<WrittenTin>,
	declaration: Declaration,
}

fn formats() -> Vec<Format> {
	let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../chain-specs/agreements/formats.json");
	let content = fs::read_to_string(path).expect("the formats are there");
	serde_json::from_str(&content).expect("they are formats")
}

fn text<const N: u32>(text: &str) -> Text<N> {
	text.try_into().expect("short")
}

fn format(number: DeclaredNumber, prefix: &str) -> DeclareAs {
	DeclareAs {
		code: text("AEO"),
		place: text("box 44"),
		number,
		prefix: text(prefix),
		number_place: text("box 2"),
		manifest_place: text("manifest, consignor"),
	}
}

/// The number that is written for a trader without alias.
fn number(written: DeclaredNumber, prefix: &str, tin: &str) -> Result<String, NotDeclared> {
	let format = format(written, prefix);
	let declared = declare(&format, &text(tin), &text("OEA-1/26"), &KnownAlias::Missing)?;
	assert_eq!((&*declared.code, &*declared.place), ("AEO", "box 44"));
	assert_eq!(&*declared.number_place, "box 2");
	assert_eq!(&*declared.manifest_place, "manifest, consignor");
	Ok(declared.number.into())
}

#[test]
fn every_format_should_give_what_its_example_says() {
	for format in formats() {
		let pair = (format.issuer, format.grantor);
		assert!(!format.source.is_empty(), "{pair:?}");
		let example = format.example;
		let alias = example.alias.map_or(KnownAlias::Missing, KnownAlias::Known);
		assert_eq!(
			declare(
				&format.declare_as,
				&example.tin,
				&example.certificate,
				&alias
			),
			Ok(example.declaration),
			"{pair:?}"
		);
		if let Some(written) = example.derived_from {
			let derived = alias::derive(format.issuer, format.grantor, &written);
			assert_eq!(derived.map(KnownAlias::Known), Ok(alias), "{pair:?}");
		}
	}
}

/// One truth: where a converter has a rule for what a format writes, both give the same number.
#[test]
fn a_format_and_a_converter_should_write_the_same() {
	let mut compared = 0;
	for format in formats() {
		let pair = (format.issuer, format.grantor);
		let example = format.example;
		let source = match format.declare_as.number {
			DeclaredNumber::CertificateNumber => example.certificate.to_string(),
			DeclaredNumber::Tin | DeclaredNumber::NationalNumber => example.tin.to_string(),
			DeclaredNumber::Alias(_) => match example.derived_from {
				Some(written) => written.to_string(),
				None => continue,
			},
		};
		match alias::derive(format.issuer, format.grantor, &source) {
			Err(alias::NotDerived::NoConverter) => {}
			derived => {
				assert_eq!(
					derived.as_deref(),
					Ok(&*example.declaration.number),
					"{pair:?}"
				);
				compared += 1;
			}
		}
		assert_eq!(example.declaration.ensure_fits(format.grantor), Ok(()));
	}
	assert!(compared >= 5, "only {compared}");
}

/// What a leg to China writes of a firm of its four partners in Latin America is the TIN (GACC notice
/// 2018/131: the country's code and the operator's), and the converter says the same.
#[test]
fn china_should_be_told_the_tin_of_its_latin_american_partners() {
	for tin in [
		"UY211406340011",
		"BR33592510000154",
		"BR12ABC34501DE35",
		"CL970040005",
		"CR3101123456",
	] {
		let written = number(DeclaredNumber::Tin, "", tin);
		let from = tin.get(..2).and_then(|code| code.parse().ok());
		let derived = alias::derive(from.expect("a territory"), Territory::CN, tin);
		assert_eq!(derived.ok().map(String::from), written.ok(), "{tin}");
	}
}

/// NACCS has twelve characters for an operator abroad, so a Chinese code of 15 has no place there.
#[test]
fn a_declaration_should_fit_its_grantor() {
	let with = |alias: &str| {
		let format = format(DeclaredNumber::Alias(AliasScheme::Code), "");
		let alias = KnownAlias::Known(text(alias));
		declare(&format, &text("CN1"), &text("A"), &alias).expect("an alias is written")
	};
	let (japan, china) = (Territory::JP, Territory::CN);
	assert_eq!(with("A33051775556").ensure_fits(japan), Ok(()));
	assert_eq!(
		with("AEOCN3101234567").ensure_fits(japan),
		Err(NotDeclared::TooLong { most: 12 })
	);
	assert_eq!(with("AEOCN3101234567").ensure_fits(china), Ok(()));
	assert_eq!(
		with("CN9144030019220382").ensure_fits(Territory::DE),
		Err(NotDeclared::TooLong { most: 17 })
	);
	assert_eq!(declared_number_length(Territory::GB), None);
}

/// China takes an operator's code in the manifest besides the declaration; nobody else is known to.
#[test]
fn china_should_be_told_in_the_manifest_too() {
	for format in formats() {
		assert_eq!(
			format.grantor == Territory::CN,
			!format.declare_as.manifest_place.is_empty(),
			"{}",
			format.issuer
		);
	}
}

#[test]
fn the_formats_of_the_large_programmes_should_be_there() {
	let grantors: Vec<_> = formats().iter().map(|format| format.grantor).collect();
	for grantor in ["EU", "CN", "SG", "JP", "US"] {
		let grantor = grantor.parse().expect("a territory");
		assert!(grantors.contains(&grantor), "{grantor}");
	}
	let union = formats()
		.into_iter()
		.find(|format| format.grantor == Territory::EU);
	assert_eq!(union.expect("it is there").declare_as.code.as_str(), "Y031");
}

#[test]
fn every_format_with_an_alias_should_say_what_is_missing() {
	for format in formats() {
		let Some(scheme) = format.declare_as.alias() else {
			continue;
		};
		let Example {
			tin, certificate, ..
		} = format.example;
		let with = |alias| declare(&format.declare_as, &tin, &certificate, &alias);
		assert_eq!(
			with(KnownAlias::Missing),
			Err(NotDeclared::AliasMissing { scheme })
		);
		assert_eq!(
			with(KnownAlias::Unconfirmed),
			Err(NotDeclared::AliasUnconfirmed { scheme })
		);
	}
}

#[test]
fn each_number_should_be_written_with_its_prefix() {
	let tin = "MXNWM9709244W4";
	for (written, prefix, expected) in [
		(DeclaredNumber::Tin, "", "MXNWM9709244W4"),
		(DeclaredNumber::Tin, "AEO", "AEOMXNWM9709244W4"),
		(DeclaredNumber::NationalNumber, "", "NWM9709244W4"),
		(DeclaredNumber::NationalNumber, "OEA-", "OEA-NWM9709244W4"),
		(DeclaredNumber::CertificateNumber, "MX", "MXOEA-1/26"),
	] {
		assert_eq!(number(written, prefix, tin).as_deref(), Ok(expected));
	}
}

#[test]
fn an_alias_should_not_be_looked_at_where_none_is_written() {
	let alias = KnownAlias::Known(text("OTHER"));
	let format = format(DeclaredNumber::Tin, "");
	let declared = declare(&format, &text("CR3101000784"), &text("A"), &alias);
	assert_eq!(
		declared.map(|it| it.number.to_string()).as_deref(),
		Ok("CR3101000784")
	);
	assert_eq!(format.alias(), None);
}

#[test]
fn a_number_should_be_refused_and_never_cut() {
	let too_long = |most| Err(NotDeclared::TooLong { most });
	// Eighteen characters, a Chinese USCC: with the territory or without it is no an..17.
	let uscc = "CN914403001922038216";
	assert_eq!(number(DeclaredNumber::Tin, "", uscc), too_long(17));
	assert_eq!(
		number(DeclaredNumber::NationalNumber, "", uscc),
		too_long(17)
	);
	let seventeen = "CN123456789012345";
	assert_eq!(
		number(DeclaredNumber::Tin, "", seventeen).as_deref(),
		Ok(seventeen)
	);
	// Characters count, not bytes.
	assert!(number(DeclaredNumber::Tin, "", "MXÑÑÑ970924123456").is_ok());
	let certificate = |length: usize, prefix| {
		let format = format(DeclaredNumber::CertificateNumber, prefix);
		let long: CertificateNumber = text(&"9".repeat(length));
		let declared = declare(&format, &text("MX1"), &long, &KnownAlias::Missing);
		declared.map(|it| it.number.len())
	};
	assert_eq!(certificate(35, ""), Ok(35));
	assert_eq!(certificate(33, "MX"), Ok(35));
	assert_eq!(
		certificate(34, "MX"),
		Err(NotDeclared::TooLong { most: 35 })
	);
	let alias = KnownAlias::Known(text(&"A".repeat(35)));
	let format = format(DeclaredNumber::Alias(AliasScheme::Code), "X");
	assert_eq!(
		declare(&format, &text("MX1"), &text("A"), &alias),
		Err(NotDeclared::TooLong { most: 35 })
	);
}

#[test]
fn a_reason_should_say_what_to_do() {
	for scheme in AliasScheme::ALL {
		for reason in [
			NotDeclared::AliasMissing { scheme: *scheme },
			NotDeclared::AliasUnconfirmed { scheme: *scheme },
			NotDeclared::TooLong { most: 17 },
		] {
			let text = reason.to_string();
			assert!(
				text.split_once(": ")
					.is_some_and(|(_, to_do)| to_do.len() > 10),
				"{text}"
			);
		}
	}
}

#[test]
fn indices_should_be_these_for_ever() {
	for (number, encoded) in [
		(DeclaredNumber::Tin, vec![0]),
		(DeclaredNumber::NationalNumber, vec![1]),
		(DeclaredNumber::CertificateNumber, vec![2]),
		(DeclaredNumber::Alias(AliasScheme::Mid), vec![3, 1]),
		(DeclaredNumber::Alias(AliasScheme::Duns), vec![3, 5]),
	] {
		assert_eq!(number.encode(), encoded);
		assert_eq!(DeclaredNumber::decode(&mut &encoded[..]), Ok(number));
	}
}
