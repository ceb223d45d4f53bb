//! Numbers mistyped: of each scheme 10,000 random mistakes in valid numbers, and how many of the
//! reasons given name the right kind of mistake.
//!
//! ```sh
//! cargo test -p aeo-primitives --test tin mutations -- --nocapture   # prints the table
//! ```
//!
//! The mistakes are those that studies of keyed numbers count (Verhoeff 1969: one wrong character is
//! most of them, then characters dropped or added, then neighbours transposed), and those of trackers:
//! look-alikes (O and 0), the territory's code twice or none that exists.

use crate::numbers::{valid, Random, DIGITS, LETTERS, PLAIN};
use aeo_primitives::{
	tin::{Reason, Scheme, Tin},
	Territory,
};
use std::collections::BTreeMap;

const MUTATIONS: usize = 10_000;
const NUMBERS: usize = 250;

/// A scheme's territory, forms of its numbers (`numbers::valid`), and the lengths that it has.
pub(crate) struct Forms {
	pub(crate) scheme: Scheme,
	pub(crate) territory: Territory,
	pub(crate) forms: &'static [&'static str],
	lengths: &'static [(usize, usize)],
}

fn row(
	scheme: Scheme,
	territory: &str,
	forms: &'static [&'static str],
	lengths: &'static [(usize, usize)],
) -> Forms {
	Forms {
		scheme,
		territory: Territory::try_from(territory).expect("a territory"),
		forms,
		lengths,
	}
}

/// Every scheme, EORI by some members.
pub(crate) fn all_forms() -> Vec<Forms> {
	use Scheme::*;
	vec![
		row(
			Other,
			"KE",
			&["Pdddddddda", "dddddddd", "xxxxxxxxxxxx"],
			&[(1, 33)],
		),
		row(Eori, "DE", &["DEddddddd", "DEddddddddddddddd"], &[(3, 17)]),
		row(Eori, "FR", &["FRdddddddddddddd", "FRddddddddd"], &[(3, 17)]),
		row(Eori, "ES", &["ESadddddddd"], &[(3, 17)]),
		row(
			Eori,
			"GB",
			&["GBddddddddd000", "GBddddddddd000ddd"],
			&[(14, 14), (17, 17)],
		),
		row(Eori, "XI", &["XIddddddddd000"], &[(14, 14), (17, 17)]),
		row(
			MxRfc,
			"MX",
			&["mmmdd011dxxd", "mmmmdd121dxxd", "mmmdd0ddd9xd"],
			&[(12, 13)],
		),
		row(
			CrCedulaJuridica,
			"CR",
			&["3101dddddd", "dddddddddd"],
			&[(10, 10)],
		),
		row(PeRuc, "PE", &["20ddddddddd", "10ddddddddd"], &[(11, 11)]),
		row(
			CoNit,
			"CO",
			&["8ddddddddd", "9ddddddddd", "1ddddddddd", "5dddddddd"],
			&[(9, 11)],
		),
		row(ClRut, "CL", &["ddddddddk", "dddddddk"], &[(8, 9)]),
		row(
			BrCnpj,
			"BR",
			&["dddddddd000ddd", "xxxxxxxx000ddd"],
			&[(14, 14)],
		),
		row(ArCuit, "AR", &["30ddddddddd", "20ddddddddd"], &[(11, 11)]),
		row(UyRut, "UY", &["21dddddd001d", "0ddddddd001d"], &[(12, 12)]),
		row(
			PyRuc,
			"PY",
			&["80ddddddd", "ddddddd", "dddddddd"],
			&[(2, 9)],
		),
		row(
			EcRuc,
			"EC",
			&["179ddddddd001", "09dddddddd001", "176ddddddd001"],
			&[(13, 13)],
		),
		row(
			GtNit,
			"GT",
			&["ddddddk", "dddddddk", "ddddddddk"],
			&[(2, 12)],
		),
		row(DoRnc, "DO", &["1dddddddd", "ddddddddd"], &[(9, 9)]),
		row(BoNit, "BO", &["dddddddddd", "dddddddd"], &[(5, 13)]),
		row(
			HnRtn,
			"HN",
			&["08019ddddddddd", "0801198ddddddd"],
			&[(14, 14)],
		),
		row(
			NiRuc,
			"NI",
			&["J0310ddddddddd", "ddddddddddddda"],
			&[(14, 14)],
		),
		row(PaRuc, "PA", &["155dddddd22015", "8NTdddddd"], &[(4, 24)]),
		row(
			SvNit,
			"SV",
			&["0614dddddddddd", "ddddddddd"],
			&[(9, 9), (14, 14)],
		),
		row(
			UsEin,
			"US",
			&["ddddddddd", "ddddddddd00"],
			&[(9, 9), (11, 11)],
		),
		row(
			CaBn,
			"CA",
			&["ddddddddd", "dddddddddRM0001"],
			&[(9, 9), (15, 15)],
		),
		row(
			VeRif,
			"VE",
			&["Jddddddddd", "Vddddddddd", "Gddddddddd"],
			&[(10, 10)],
		),
		row(
			GbVat,
			"GB",
			&["ddddddddd", "ddddddddd001", "GD1dd"],
			&[(5, 5), (9, 9), (12, 12)],
		),
		row(ChUid, "CH", &["CHEddddddddd"], &[(12, 12)]),
		row(NoOrgnr, "NO", &["9dddddddd", "8dddddddd"], &[(9, 9)]),
		row(TrVkn, "TR", &["dddddddddd"], &[(10, 10)]),
		row(IlHp, "IL", &["51ddddddd", "ddddddddd"], &[(9, 9)]),
		row(JpCorporateNumber, "JP", &["ddddddddddddd"], &[(13, 13)]),
		row(KrBrn, "KR", &["ddd81ddddd", "dddddddddd"], &[(10, 10)]),
		row(
			CnUscc,
			"CN",
			&["91ddddddxxxxxxxxxx", "92ddddddMAxxxxxxxx"],
			&[(18, 18)],
		),
		row(TwUbn, "TW", &["dddddddd"], &[(8, 8)]),
		row(
			SgUen,
			"SG",
			&["20ddddddda", "dddddddda", "T08GBdddda"],
			&[(9, 10)],
		),
		row(AuAbn, "AU", &["ddddddddddd"], &[(11, 11)]),
		row(
			InGstin,
			"IN",
			&["27aaaCaddddaxZx", "0daaaPadddda1Zx"],
			&[(15, 15)],
		),
		row(InIec, "IN", &["dddddddddd", "aaaCadddda"], &[(10, 10)]),
		row(
			HkBr,
			"HK",
			&["dddddddd", "dddddddd000", "ddddddd"],
			&[(7, 8), (11, 11)],
		),
		row(MoRegistration, "MO", &["SOddddd", "ddddd"], &[(2, 20)]),
		row(
			MyRegistration,
			"MY",
			&["dddddHdddddd", "20dd010ddddd"],
			&[(2, 14)],
		),
		row(
			BnRegistration,
			"BN",
			&["SLMSBNddddddddd", "RCddddd"],
			&[(2, 20)],
		),
		row(
			NzNzbn,
			"NZ",
			&["9429ddddddddd", "dddddddda"],
			&[(9, 9), (13, 13)],
		),
		row(BeKbo, "BE", &["0ddddddddd"], &[(10, 10)]),
		row(BgEik, "BG", &["ddddddddd"], &[(9, 9)]),
		row(CzIco, "CZ", &["dddddddd"], &[(8, 8)]),
		row(DkCvr, "DK", &["dddddddd"], &[(8, 8)]),
		row(EeRegistrikood, "EE", &["1ddddddd", "8ddddddd"], &[(8, 8)]),
		row(
			EsNif,
			"ES",
			&["Adddddddd", "ddddddddx", "Bdddddddd", "Qddddddda"],
			&[(9, 9)],
		),
		row(FiYtunnus, "FI", &["dddddddd"], &[(8, 8)]),
		row(FrSiren, "FR", &["ddddddddd"], &[(9, 9)]),
		row(FrSiret, "FR", &["ddddddddd000dd"], &[(14, 14)]),
		row(GrAfm, "GR", &["ddddddddd"], &[(9, 9)]),
		row(HrOib, "HR", &["ddddddddddd"], &[(11, 11)]),
		row(ItIva, "IT", &["ddddddd0ddd"], &[(11, 11)]),
		row(LtKodas, "LT", &["ddddddddd"], &[(9, 9)]),
		row(NlRsin, "NL", &["ddddddddd"], &[(9, 9)]),
		row(PlNip, "PL", &["dddddddddd"], &[(10, 10)]),
		row(PtNif, "PT", &["5dddddddd", "ddddddddd"], &[(9, 9)]),
		row(RoCui, "RO", &["ddddddd", "dddddddd"], &[(2, 10)]),
		row(SeOrgnr, "SE", &["55dddddddd", "dddddddddd"], &[(10, 10)]),
		row(SiDavcna, "SI", &["dddddddd"], &[(8, 8)]),
		row(
			RuInn,
			"RU",
			&["dddddddddd", "dddddddddddd"],
			&[(10, 10), (12, 12)],
		),
		row(UaEdrpou, "UA", &["dddddddd", "3ddddddd"], &[(8, 8)]),
		row(RsPib, "RS", &["1dddddddd"], &[(9, 9)]),
		row(
			ThTin,
			"TH",
			&["0dddddddddddd", "ddddddddddddd"],
			&[(13, 13)],
		),
		row(
			VnMst,
			"VN",
			&["0ddddddddd", "0ddddddddd001"],
			&[(10, 10), (13, 13)],
		),
		row(IdNpwp, "ID", &["0010dddddddddddd"], &[(15, 16)]),
		row(KhTin, "KH", &["K001ddddddddd", "dddddddddd"], &[(9, 13)]),
		row(LaTin, "LA", &["ddddddddd000"], &[(10, 12)]),
		row(MmTin, "MM", &["ddddddddd"], &[(9, 9)]),
		row(
			PhTin,
			"PH",
			&["ddddddddd", "ddddddddd000", "ddddddddd00000"],
			&[(9, 9), (12, 12), (14, 14)],
		),
	]
}

#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
enum Mistake {
	WrongCharacter,
	Transposed,
	Dropped,
	Added,
	LookAlike,
	WrongPrefix,
}

const MISTAKES: [Mistake; 6] = [
	Mistake::WrongCharacter,
	Mistake::Transposed,
	Mistake::Dropped,
	Mistake::Added,
	Mistake::LookAlike,
	Mistake::WrongPrefix,
];

/// A number with a mistake in it.
struct Mistyped {
	mistake: Mistake,
	text: String,
	/// The place of the mistake among the characters.
	at: usize,
	/// What was dropped or added there.
	character: Option<char>,
}

/// Another character of the same kind, or one time in eight of any kind.
fn other(random: &mut Random, original: char) -> char {
	let kind = match original {
		_ if random.below(8) == 0 => PLAIN,
		'0'..='9' => DIGITS,
		_ => LETTERS,
	};
	loop {
		let character = random.pick(kind);
		if character != original {
			return character;
		}
	}
}

const fn look_alike(character: char) -> Option<char> {
	Some(match character {
		'0' => 'O',
		'O' => '0',
		'1' => 'I',
		'I' => '1',
		'2' => 'Z',
		'Z' => '2',
		'5' => 'S',
		'S' => '5',
		'6' => 'G',
		'G' => '6',
		'8' => 'B',
		'B' => '8',
		_ => return None,
	})
}

fn mistype(random: &mut Random, forms: &Forms, number: &str, mistake: Mistake) -> Option<Mistyped> {
	let mut characters: Vec<char> = number.chars().collect();
	let mut at = random.below(characters.len());
	let mut character = None;
	match mistake {
		Mistake::WrongCharacter => characters[at] = other(random, characters[at]),
		Mistake::Transposed => {
			let next = at.checked_add(1).filter(|next| *next < characters.len())?;
			if characters[at] == characters[next] {
				return None;
			}
			characters.swap(at, next);
		}
		Mistake::Dropped => character = Some(characters.remove(at)),
		Mistake::Added => {
			// The key twice, or one beside it.
			let original = characters[at];
			let added = if random.below(2) == 0 {
				original
			} else {
				other(random, original)
			};
			character = Some(added);
			characters.insert(at, added);
		}
		Mistake::LookAlike => characters[at] = look_alike(characters[at])?,
		Mistake::WrongPrefix => {
			at = 0;
			let code = forms.territory.code();
			// The territory's code once more, or the number's first two characters.
			if random.below(2) == 0 {
				characters.splice(0..0, code.chars());
			} else {
				characters[0] = other(random, characters[0]);
				characters[1] = other(random, characters[1]);
			}
		}
	}
	Some(Mistyped {
		mistake,
		text: characters.into_iter().collect(),
		at,
		character,
	})
}

/// Whether a reason names the kind of mistake that was made.
fn names(forms: &Forms, number: &str, mistyped: &Mistyped, reason: Reason) -> bool {
	let length = mistyped.text.chars().count();
	let has_length = forms
		.lengths
		.iter()
		.any(|(least, most)| (*least..=*most).contains(&length));
	let in_code = forms.scheme.has_prefix() && mistyped.at < 4;
	let code = in_code
		&& matches!(
			reason,
			Reason::Prefix | Reason::TwoCodes | Reason::GreeceIsGr
		);
	// Something stands there that is not what stood there.
	let content = code
		|| matches!(
			reason,
			Reason::Character | Reason::Date | Reason::NeverIssued | Reason::CheckDigit
		);
	match mistyped.mistake {
		Mistake::WrongCharacter | Mistake::Transposed | Mistake::LookAlike => content,
		// Where the shorter or longer number has one of the scheme's lengths, that it is wrong is all
		// that can be known.
		Mistake::Dropped => match reason {
			// A zero or a check digit is missing, or another one.
			Reason::Length
			| Reason::Empty
			| Reason::ZeroMissing
			| Reason::CheckDigitMissing { .. } => true,
			_ => code || (content && has_length),
		},
		Mistake::Added => match reason {
			Reason::Length | Reason::TooLong | Reason::ZeroTooMany => true,
			Reason::InvoiceNumber => mistyped.character == Some('T'),
			_ => code || (content && has_length),
		},
		Mistake::WrongPrefix if length == number.chars().count() => content,
		Mistake::WrongPrefix => reason == Reason::TwoCodes || (content && has_length),
	}
}

/// What became of a scheme's mistakes.
#[derive(Clone, Copy, Default)]
struct Count {
	all: usize,
	/// Numbers of the scheme again: nobody can tell.
	valid: usize,
	named: usize,
}

impl Count {
	/// The share of the reasons that name the mistake, in hundredths of a percent.
	fn share(self) -> Option<usize> {
		(self.named * 10_000).checked_div(self.all - self.valid)
	}
}

fn measure(forms: &Forms, mutations: usize) -> (Count, BTreeMap<(Mistake, String), usize>) {
	let mut random = Random(0xAE0);
	let numbers: Vec<String> = (0..NUMBERS)
		.map(|index| {
			let form = forms.forms[index % forms.forms.len()];
			valid(&mut random, (forms.territory, forms.scheme), form)
		})
		.collect();
	let (mut count, mut misnamed) = (Count::default(), BTreeMap::new());
	while count.all < mutations {
		let number = &numbers[random.below(numbers.len())];
		let mistake = MISTAKES[random.below(MISTAKES.len())];
		let Some(mistyped) = mistype(&mut random, forms, number, mistake) else {
			continue;
		};
		count.all += 1;
		match forms.scheme.check(forms.territory, &mistyped.text) {
			Ok(_) => count.valid += 1,
			Err(reason) if names(forms, number, &mistyped, reason) => count.named += 1,
			Err(reason) => {
				let key = (mistake, format!("{reason:?}"));
				*misnamed.entry(key).or_insert(0) += 1;
			}
		}
	}
	(count, misnamed)
}

/// Hundredths of a percent as people write them; a dash where nothing was refused.
fn percent(share: Option<usize>) -> String {
	share.map_or("–".into(), |share| {
		format!("{}.{:02}%", share / 100, share % 100)
	})
}

/// Issue 15: at least 95% of the reasons in every scheme; in all together 99%.
#[test]
fn a_reason_names_the_mistake_that_was_made() {
	let forms = all_forms();
	for scheme in Scheme::ALL {
		assert!(forms.iter().any(|row| row.scheme == scheme), "{scheme:?}");
	}
	println!("| | scheme | mistakes | valid again | mistake named |");
	println!("|---|---|---:|---:|---:|");
	let (mut total, mut failed) = (Count::default(), Vec::new());
	for row in &forms {
		let rows = forms
			.iter()
			.filter(|other| other.scheme == row.scheme)
			.count();
		let (count, misnamed) = measure(row, MUTATIONS / rows);
		println!(
			"| {} | {} | {} | {} | {} |",
			row.territory,
			row.scheme,
			count.all,
			percent(Some(count.valid * 10_000 / count.all)),
			percent(count.share()),
		);
		if count.share().is_some_and(|share| share < 9_500) {
			failed.push(format!("{} of {}: {misnamed:?}", row.scheme, row.territory));
		}
		total.all += count.all;
		total.valid += count.valid;
		total.named += count.named;
	}
	println!("{} in all, of which {} valid again", total.all, total.valid);
	assert!(failed.is_empty(), "{failed:#?}");
	assert!(total.share() >= Some(9_900), "{}", percent(total.share()));
}

/// In front of a number stands no territory, or the one of VAT numbers in Greece.
#[test]
fn a_wrong_territory_is_named() {
	let mut random = Random(15);
	for row in all_forms() {
		if Scheme::default_of(row.territory) != row.scheme {
			continue;
		}
		for form in row.forms {
			let number = valid(&mut random, (row.territory, row.scheme), form);
			for (code, reason) in [
				("EL", Reason::GreeceIsGr),
				("UK", Reason::UnknownTerritory),
				("X1", Reason::UnknownTerritory),
				("QQ", Reason::UnknownTerritory),
			] {
				let rest = if row.scheme.has_prefix() {
					&number[2..]
				} else {
					&number
				};
				assert_eq!(Tin::parse(&format!("{code}{rest}")), Err(reason));
			}
		}
	}
}
