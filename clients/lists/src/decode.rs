//! Which characters bytes stand for.

use aeo_primitives::Territory;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding as Charset, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::borrow::Cow;

/// How many words are shown where the encoding is guessed.
const SAMPLES: usize = 3;

/// How a text was encoded.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Encoding {
	/// UTF-8, with or without a byte order mark.
	Utf8,
	/// UTF-16, by its mark or by its NULs.
	Utf16,
	/// What its letters look like, by this name: mostly Windows-1252, which old spreadsheets write.
	Guessed(&'static str),
	/// The one that the list's profile names.
	Named,
}

/// A text, and how it was read.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Decoded {
	/// The text, without a byte order mark.
	pub text: String,
	/// How it was encoded.
	pub encoding: Encoding,
	/// Words with letters beyond ASCII, to look at where the encoding is a guess.
	pub samples: Vec<String>,
}

/// Returns the text of bytes; none where they are no text. `named` is how its maker says that it is encoded, which
/// only a byte order mark contradicts; `country` where it is from, if that is known.
pub(crate) fn decode(
	bytes: &[u8],
	named: Option<&'static Charset>,
	country: Option<Territory>,
) -> Option<Decoded> {
	let (text, encoding) = match Charset::for_bom(bytes) {
		None if named.is_some() => {
			let text = named?.decode_without_bom_handling_and_without_replacement(bytes)?;
			(text, Encoding::Named)
		}
		Some((charset, mark)) => {
			let rest = bytes.get(mark..).unwrap_or_default();
			match charset.decode_without_bom_handling_and_without_replacement(rest) {
				Some(text) if charset == encoding_rs::UTF_8 => (text, Encoding::Utf8),
				Some(text) => (text, Encoding::Utf16),
				// A mark of UTF-8 in front of something else: two files were put together.
				None if charset == encoding_rs::UTF_8 => guessed(rest, country),
				None => return None,
			}
		}
		None if bytes.contains(&0) => {
			let text =
				by_nulls(bytes)?.decode_without_bom_handling_and_without_replacement(bytes)?;
			(text, Encoding::Utf16)
		}
		None => match std::str::from_utf8(bytes) {
			Ok(text) => (text.into(), Encoding::Utf8),
			Err(_) => guessed(bytes, country),
		},
	};
	if is_binary(&text) {
		return None;
	}
	let samples = match encoding {
		Encoding::Guessed(_) => samples(&text),
		Encoding::Utf8 | Encoding::Utf16 | Encoding::Named => Vec::new(),
	};
	Some(Decoded {
		text: text.into_owned(),
		encoding,
		samples,
	})
}

/// Reads a text by what it looks like: in the alphabets of its country, where that is known; otherwise as a script
/// of several bytes a letter, which nothing else looks like, or as Windows-1252.
fn guessed(bytes: &[u8], country: Option<Territory>) -> (Cow<'_, str>, Encoding) {
	let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
	detector.feed(bytes, true);
	let domain = country.map(|country| country.code().to_lowercase());
	let likely = detector.guess(domain.as_deref().map(str::as_bytes), Utf8Detection::Deny);
	let charset = if country.is_some() || !likely.is_single_byte() {
		likely
	} else {
		WINDOWS_1252
	};
	let (text, charset) = match charset.decode_without_bom_handling_and_without_replacement(bytes) {
		Some(text) => (text, charset),
		None => (
			WINDOWS_1252.decode_without_bom_handling(bytes).0,
			WINDOWS_1252,
		),
	};
	(text, Encoding::Guessed(charset.name()))
}

/// Returns the UTF-16 that has its NULs there: text of our alphabets has most of its upper bytes zero.
fn by_nulls(bytes: &[u8]) -> Option<&'static Charset> {
	let nulls = |odd: usize| {
		let places = bytes.iter().skip(odd).step_by(2);
		places.filter(|byte| **byte == 0).count()
	};
	let (even, odd) = (nulls(0), nulls(1));
	let many = bytes.len() / 2 / 2;
	if odd >= many.max(1) && even <= odd / 20 {
		Some(UTF_16LE)
	} else if even >= many.max(1) && odd <= even / 20 {
		Some(UTF_16BE)
	} else {
		None
	}
}

/// Returns whether more than one character in a hundred is one that no list has.
fn is_binary(text: &str) -> bool {
	let odd = text
		.chars()
		.filter(|c| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{c}' | '\u{1a}'))
		.count();
	odd > 0 && odd >= text.chars().count() / 100
}

/// Returns the first words with letters beyond ASCII, each once.
fn samples(text: &str) -> Vec<String> {
	let mut found: Vec<String> = Vec::new();
	for word in text.split(|c: char| !c.is_alphanumeric()) {
		if !word.is_ascii() && !found.iter().any(|known| known == word) {
			found.push(word.into());
			if found.len() == SAMPLES {
				break;
			}
		}
	}
	found
}

#[cfg(test)]
mod tests {
	use super::*;

	fn read(bytes: &[u8]) -> (String, Encoding) {
		let decoded = decode(bytes, None, None).expect("a text");
		(decoded.text, decoded.encoding)
	}

	#[test]
	fn decode_should_tell_encodings_apart() {
		let utf16 = |text: &str, bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
			text.encode_utf16().flat_map(bytes).collect()
		};
		let text = "rfc;situación\nÑA1;vigente\n";
		assert_eq!(read(text.as_bytes()), (text.into(), Encoding::Utf8));
		assert_eq!(read(format!("\u{feff}{text}").as_bytes()).0, text);
		for order in [u16::to_le_bytes as fn(u16) -> [u8; 2], u16::to_be_bytes] {
			assert_eq!(read(&utf16(text, order)), (text.into(), Encoding::Utf16));
			let marked = utf16(&format!("\u{feff}{text}"), order);
			assert_eq!(read(&marked), (text.into(), Encoding::Utf16));
		}
		let (old, _, _) = WINDOWS_1252.encode(text);
		let decoded = decode(&old, None, None).expect("a text");
		assert_eq!(decoded.text, text);
		assert_eq!(decoded.encoding, Encoding::Guessed("windows-1252"));
		assert_eq!(decoded.samples, ["situación", "ÑA1"]);
	}

	#[test]
	fn decode_should_refuse_what_is_no_text() {
		assert_eq!(
			decode(
				b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0\x01",
				None,
				None
			),
			None
		);
		assert_eq!(
			decode(&[0x89, b'P', b'N', b'G', 1, 2, 3, 4, 0x1b, 5], None, None),
			None
		);
		assert_eq!(
			decode(&[0xff, 0xfe, 0x00, 0xd8], None, None),
			None,
			"half a surrogate"
		);
	}

	#[test]
	fn a_named_encoding_should_be_taken_unless_a_mark_says_otherwise() {
		let named = Charset::for_label(b"euc-kr");
		let (old, _, _) = encoding_rs::EUC_KR.encode("공인번호");
		let decoded = decode(&old, named, None).expect("a text");
		assert_eq!(decoded.text, "공인번호");
		assert_eq!(decoded.encoding, Encoding::Named);
		let marked = "\u{feff}공인번호".as_bytes();
		assert_eq!(
			decode(marked, named, None).map(|one| one.encoding),
			Some(Encoding::Utf8)
		);
		assert_eq!(decode(b"\xff\xff\xff", named, None), None);
	}

	#[test]
	fn other_scripts_should_be_read_as_what_they_look_like_or_as_the_country_writes() {
		let (japanese, turkish) = (
			"法人番号,区分,有効期限,輸出者",
			"Sıra No;Vergi Kimlik No;Geçerlilik Başı",
		);
		let (bytes, _, _) = encoding_rs::SHIFT_JIS.encode(japanese);
		let decoded = decode(&bytes, None, None).expect("a text");
		assert_eq!(decoded.text, japanese);
		assert_eq!(decoded.encoding, Encoding::Guessed("Shift_JIS"));
		let (bytes, _, _) = encoding_rs::WINDOWS_1254.encode(turkish);
		let told = |country| decode(&bytes, None, country).expect("a text");
		assert_eq!(told(Some(Territory::TR)).text, turkish);
		assert_eq!(told(None).encoding, Encoding::Guessed("windows-1252"));
	}
}
