//! Words as they are compared: without case, accents, punctuation, small words and plurals.

use unicode_normalization::{char::is_combining_mark, UnicodeNormalization};

/// Small words of Spanish, Portuguese, English, French, Italian, German, Turkish and Indonesian, which say nothing in a heading.
const SMALL: &[&str] = &[
	"a", "al", "an", "and", "d", "da", "dan", "das", "de", "del", "della", "der", "des", "di",
	"die", "do", "dos", "du", "e", "ed", "el", "em", "en", "et", "in", "l", "la", "las", "le",
	"les", "los", "na", "o", "of", "or", "os", "ou", "para", "por", "pour", "the", "u", "un",
	"una", "und", "ve", "y",
];

/// How "number" is written in headings.
const NUMBER: &[&str] = &[
	"n", "no", "nr", "nro", "num", "numb", "number", "numero", "numeros", "numbers",
];

/// Returns a text in small letters without accents, anything but letters and digits a space.
///
/// A capital behind a small letter begins a word, as in `validFrom`; letters with full stops between
/// are one, `R.F.C.`.
pub(crate) fn fold(text: &str) -> String {
	let mut folded = String::with_capacity(text.len());
	let mut before = ' ';
	// How many letters there are since the last space or full stop.
	let mut letters = 0;
	for character in text.nfkd().filter(|c| !is_combining_mark(*c)).nfc() {
		// A capital I is that of both letters.
		let character = if character == 'ı' { 'i' } else { character };
		if character.is_alphanumeric() {
			if character.is_uppercase() && before.is_lowercase() {
				folded.push(' ');
			}
			folded.extend(character.to_lowercase());
			letters = if character.is_alphabetic() {
				letters + 1
			} else {
				2
			};
		} else {
			let is_of_initials = character == '.' && letters == 1;
			if !is_of_initials && !folded.ends_with(' ') {
				folded.push(' ');
			}
			letters = 0;
		}
		before = character;
	}
	folded
}

/// Returns the words of a text as they are compared.
pub(crate) fn words(text: &str) -> Vec<String> {
	fold(text)
		.split(' ')
		.filter(|word| !word.is_empty() && !SMALL.contains(word))
		.map(|word| {
			if NUMBER.contains(&word) {
				"no".into()
			} else {
				singular(word).into()
			}
		})
		.collect()
}

/// Returns the words as one text.
pub(crate) fn phrase(text: &str) -> String {
	words(text).join(" ")
}

/// Returns a word without the ending of the plural: the same is done to both sides of a comparison,
/// so that it need not be a word.
fn singular(word: &str) -> &str {
	let Some(stem) = word.strip_suffix('s').filter(|stem| stem.len() > 2) else {
		return word;
	};
	match stem.strip_suffix('e') {
		Some(consonant)
			if consonant.len() > 2 && consonant.ends_with(['d', 'l', 'n', 'r', 'z']) =>
		{
			consonant
		}
		_ => stem,
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn headings_should_be_alike_but_for_case_accents_and_punctuation() {
		for (one, other) in [
			("Nº de Certificado", "NUMERO CERTIFICADO"),
			("N° certificado:", "No. de certificados"),
			("Situação", "situacao"),
			("validFrom", "valid_from"),
			("R.F.C.", "rfc"),
			("N.º R.U.C.", "no ruc"),
			("Agentes de Aduanas", "agente de aduana"),
			("IMPORTADORES", "importador"),
			(
				"사업자등록번호",
				"사업자 등록번호 ".replace(' ', "").as_str(),
			),
		] {
			assert_eq!(phrase(one), phrase(other), "{one} {other}");
		}
		assert_ne!(phrase("valid to"), phrase("valid from"));
	}
}
