//! A person's number is never taken for a firm's, in any scheme that tells them apart: personal data
//! must not stand in the open by mistake.

use crate::{
	mutations::all_forms,
	numbers::{passing, valid, Random},
};
use aeo_primitives::{
	tin::{Check, Guard, Scheme, Tin},
	Territory,
};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// A scheme that tells, by whose rule, forms of persons' numbers and forms of firms'
/// (`numbers::valid`).
struct Telling {
	scheme: Scheme,
	territory: &'static str,
	source: &'static str,
	persons: &'static [&'static str],
	firms: &'static [&'static str],
}

fn telling() -> Vec<Telling> {
	let row = |scheme, territory, source, persons, firms| Telling {
		scheme,
		territory,
		source,
		persons,
		firms,
	};
	use Scheme::*;
	vec![
		row(
			MxRfc,
			"MX",
			"Código Fiscal, art. 27: four letters of a person's names, three of a firm's",
			&["mmmmdd011dxxd"],
			&["mmmdd011dxxd"],
		),
		row(
			PeRuc,
			"PE",
			"SUNAT: 10 identity card, 15 to 17 persons without one, 20 legal entities",
			&["10ddddddddd", "15ddddddddd", "16ddddddddd", "17ddddddddd"],
			&["20ddddddddd"],
		),
		row(
			CoNit,
			"CO",
			"DIAN: firms from 800000000 up; others are identity cards",
			&["1ddddddddd", "5dddddddd", "11ddddddddd"],
			&["8ddddddddd", "9ddddddddd"],
		),
		row(
			ClRut,
			"CL",
			"Registro Civil and SII: persons below 50 million",
			&["1dddddddk", "9ddddddk"],
			&["76ddddddk", "96ddddddk"],
		),
		row(
			ArCuit,
			"AR",
			"AFIP: 20, 23, 24, 25, 26 and 27 persons; 30, 33 and 34 firms",
			&["20ddddddddd", "23ddddddddd", "27ddddddddd"],
			&["30ddddddddd", "33ddddddddd"],
		),
		row(
			PyRuc,
			"PY",
			"SET: firms from 80 million up; others are identity cards",
			&["ddddddd", "4ddddddd", "5dddddddd"],
			&["800dddddd"],
		),
		row(
			EcRuc,
			"EC",
			"SRI: a cédula has 0 to 5 third, and 6 since they ran out",
			&["171ddddddd001", "096ddddddd001"],
			&["179ddddddd001"],
		),
		row(
			HnRtn,
			"HN",
			"SAR: a person's has the year of birth fifth to eighth",
			&["08011985dddddd"],
			&["08019ddddddddd"],
		),
		row(
			NiRuc,
			"NI",
			"DGI: a person's is the cédula, which ends with a letter",
			&["0010101dddddda", "ddddddddddddda"],
			&["J0310ddddddddd"],
		),
		row(
			SvNit,
			"SV",
			"Ministerio de Hacienda: the DUI of nine digits is a person's number since 2021",
			&["ddddddddd"],
			&["0614dddddddddd"],
		),
		row(
			PaRuc,
			"PA",
			"DGI: NT for persons without card, E foreigners, PE and N nationals by other ways",
			&["8NTdddddd", "Edddddd", "PEddddd", "Nddddddd"],
			&["155dddddd22015"],
		),
		row(
			VeRif,
			"VE",
			"SENIAT: V and E persons, P passports; J, G and C others",
			&["Vddddddddd", "Eddddddddd", "Pddddddddd"],
			&["Jddddddddd", "Gddddddddd", "Cddddddddd"],
		),
		row(
			KrBrn,
			"KR",
			"National Tax Service: the middle digits 01 to 79, 80 (door-to-door sellers), 90 to 99",
			&["ddd01ddddd", "ddd7dddddd", "ddd80ddddd", "ddd9dddddd"],
			&["ddd81ddddd", "ddd86ddddd"],
		),
		row(
			CnUscc,
			"CN",
			"GB 32100-2015: 92 is an individual industrial or commercial household",
			&["92ddddddxxxxxxxxxx"],
			&["91ddddddxxxxxxxxxx"],
		),
		row(
			SgUen,
			"SG",
			"ACRA: nine characters are businesses, sole proprietors first",
			&["dddddddda"],
			&["20ddddddda"],
		),
		row(
			InGstin,
			"IN",
			"Income-tax Department: the PAN's fourth letter, P a person, H a family",
			&["27aaaPaddddaxZx", "27aaaHaddddaxZx"],
			&["27aaaCaddddaxZx"],
		),
		row(
			InIec,
			"IN",
			"Income-tax Department, as an IEC is the PAN",
			&["aaaPadddda"],
			&["aaaCadddda"],
		),
		row(
			IlHp,
			"IL",
			"Registrar of Companies: corporations begin with 5; others are identity cards",
			&["0dddddddd", "3dddddddd"],
			&["51ddddddd"],
		),
		row(
			ThTin,
			"TH",
			"Revenue Department: 0 is a juristic person; others are identity cards",
			&["1dddddddddddd", "3dddddddddddd"],
			&["0dddddddddddd"],
		),
		row(
			RuInn,
			"RU",
			"Federal Tax Service: twelve digits are a person's",
			&["dddddddddddd"],
			&["dddddddddd"],
		),
		row(
			IdNpwp,
			"ID",
			"PMK 112/PMK.03/2022: an identity card, which begins with a province, is a person's number; \
			 the OECD's sheet of Indonesia: the second of the 15 digits is the kind",
			&["3201dddddddddddd", "007ddddddddddddd", "014ddddddddddddd"],
			&["001ddddddddddddd", "002ddddddddddddd", "1000dddddddddddd"],
		),
		row(
			PhTin,
			"PH",
			"NTRC Tax Research Journal 26.6: 0 is a corporation, 1 to 9 individuals",
			&["1dddddddd", "9dddddddd000"],
			&["0dddddddd", "0dddddddd000"],
		),
		row(
			EsNif,
			"ES",
			"Real Decreto 1065/2007: eight digits and a letter, X, Y, Z, K, L, M",
			&["dddddddda", "Xddddddda", "Yddddddda", "Kddddddda"],
			&["Adddddddd", "Bdddddddd"],
		),
		row(
			PtNif,
			"PT",
			"Autoridade Tributária: 1 to 3 residents, 45 non-residents",
			&["1dddddddd", "2dddddddd", "3dddddddd", "45ddddddd"],
			&["5dddddddd"],
		),
		row(
			SeOrgnr,
			"SE",
			"Bolagsverket: a legal entity has 20 or more where a person has the month",
			&["dd0ddddddd", "dd1ddddddd"],
			&["556ddddddd"],
		),
		row(
			Eori,
			"CZ",
			"A rodné číslo has nine or ten digits, an IČO eight",
			&["CZddddddddd", "CZdddddddddd"],
			&["CZdddddddd"],
		),
		row(
			Eori,
			"LV",
			"Firms begin with 4, a personas kods with a day or 32",
			&["LV0dddddddddd", "LV32ddddddddd"],
			&["LV4dddddddddd"],
		),
		row(
			Eori,
			"FI",
			"A henkilötunnus begins with the day of birth, a Y-tunnus has eight digits",
			&["FIddddddddda", "FIddddddadddx"],
			&["FIdddddddd"],
		),
		row(
			Eori,
			"BG",
			"An EGN has ten digits, an EIK nine",
			&["BGdddddddddd"],
			&["BGddddddddd"],
		),
		row(
			Eori,
			"PL",
			"A PESEL has eleven digits, a NIP ten",
			&["PLddddddddddd"],
			&["PLdddddddddd"],
		),
		row(
			Eori,
			"DK",
			"A CPR number has ten digits, a CVR number eight",
			&["DKdddddddddd"],
			&["DKdddddddd"],
		),
		row(
			Eori,
			"EE",
			"An isikukood has eleven digits, a registrikood eight",
			&["EEddddddddddd"],
			&["EEdddddddd"],
		),
		row(
			Eori,
			"LT",
			"An asmens kodas has eleven digits, a firm's code nine",
			&["LTddddddddddd"],
			&["LTddddddddd"],
		),
		row(
			Eori,
			"RO",
			"A CNP has thirteen digits, a CUI at most ten",
			&["ROddddddddddddd"],
			&["RO1ddddddd"],
		),
		row(
			Eori,
			"ES",
			"As a NIF",
			&["ESdddddddda", "ESXddddddda"],
			&["ESAdddddddd"],
		),
		row(Eori, "PT", "As a NIF", &["PT1dddddddd"], &["PT5dddddddd"]),
		row(
			Eori,
			"SE",
			"As an organisationsnummer",
			&["SEdd0ddddddd"],
			&["SE559ddddddd"],
		),
	]
}

/// A person's number of a form: where the scheme has check digits, one that passes (an Ecuadorian one
/// that doesn't is a public body's).
fn person(random: &mut Random, row: &Telling, territory: Territory, form: &str) -> String {
	let scheme = (territory, row.scheme);
	if row.scheme.guard() == Guard::CheckDigit {
		passing(random, scheme, form)
	} else {
		valid(random, scheme, form)
	}
}

/// A number as people write it, with signs between its characters and in small letters.
fn written(random: &mut Random, number: &str) -> String {
	let mut written = String::new();
	for character in number.chars() {
		written.extend(character.to_lowercase());
		written.push_str(["", "", "", " ", ".", "/", "\u{200B}"][random.below(7)]);
	}
	written
}

proptest! {
	#![proptest_config(ProptestConfig {
		max_shrink_iters: 100,
		..ProptestConfig::with_cases(400)
	})]

	/// However it is written, a person's number that its scheme takes is known as one.
	#[test]
	fn a_persons_number_never_passes_as_a_firms(seed in 1_u64.., at in any::<prop::sample::Index>()) {
		let rows = telling();
		let row = at.get(&rows);
		let mut random = Random(seed);
		let territory = Territory::try_from(row.territory).expect("a territory");
		for form in row.persons {
			let number = person(&mut random, row, territory, form);
			let text = written(&mut random, &number);
			let normal = row.scheme.normal(territory, &text).expect("a number");
			prop_assert!(row.scheme.is_personal(&normal), "{number}: {}", row.source);
			prop_assert!(row.scheme.is_personal(&number), "{number}: {}", row.source);
			let tin = Tin::new(territory, &text);
			if tin.as_ref().is_ok_and(|tin| tin.scheme() == row.scheme) {
				prop_assert!(tin.is_ok_and(|tin| tin.is_personal()), "{number}: {}", row.source);
			}
		}
	}

	/// The other way round, so that the property above says something: firms' numbers are firms'.
	#[test]
	fn a_firms_number_is_no_persons(seed in 1_u64.., at in any::<prop::sample::Index>()) {
		let rows = telling();
		let row = at.get(&rows);
		let mut random = Random(seed);
		let territory = Territory::try_from(row.territory).expect("a territory");
		for form in row.firms {
			let number = valid(&mut random, (territory, row.scheme), form);
			prop_assert!(!row.scheme.is_personal(&number), "{number}: {}", row.source);
		}
	}
}

/// Every scheme that calls some of its numbers personal has its rows above.
#[test]
fn every_scheme_that_tells_is_there() {
	let mut random = Random(3);
	let rows = telling();
	let known: BTreeSet<Scheme> = rows.iter().map(|row| row.scheme).collect();
	for forms in all_forms() {
		for form in forms.forms {
			for _ in 0..40 {
				let number = valid(&mut random, (forms.territory, forms.scheme), form);
				assert!(
					known.contains(&forms.scheme) || !forms.scheme.is_personal(&number),
					"{} {number}",
					forms.territory
				);
			}
		}
	}
	assert_eq!(known.len(), 26);
}

/// A Colombian number of nine digits from 800000000 up is nobody's before it is known which: with a
/// dash it is a person's, and stays one in its normal form (DIAN: identity cards of eight digits).
#[test]
fn a_colombian_person_above_80_million_stays_a_person() {
	let mut random = Random(8);
	for _ in 0..200 {
		let territory = Territory::CO;
		let number = passing(&mut random, (territory, Scheme::CoNit), "08dddddddd");
		let rest = number.get(1..9).expect("eight digits");
		let last = number.get(9..).expect("a check digit");
		let tin = Tin::new(territory, &format!("{rest}-{last}")).expect("a number");
		assert_eq!(tin.check(), Ok(Check::Passed));
		assert!(tin.is_personal(), "{tin}");
		assert!(Tin::new(territory, tin.issued_number()).is_ok_and(|tin| tin.check().is_err()));
	}
}
