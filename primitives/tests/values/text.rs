use aeo_primitives::{Text, TextError};
use codec::{Compact, Decode, DecodeWithMemLimit, Encode, MaxEncodedLen};
use proptest::prelude::*;

use crate::shows_as_str;

type Short = Text<8>;

#[test]
fn text_should_be_bounded_in_bytes() {
	assert_eq!(Short::try_from("12345678").unwrap().as_str(), "12345678");
	assert_eq!(Short::try_from("123456789"), Err(TextError::TooLong));
	assert!(Short::try_from("ÑÑÑÑ").is_ok());
	assert_eq!(Short::try_from("ÑÑÑÑÑ"), Err(TextError::TooLong));
	assert_eq!(
		Short::try_from(String::from("123456789")),
		Err(TextError::TooLong)
	);
}

#[test]
fn text_should_have_no_control_characters() {
	for text in ["a\nb", "\t", "\u{0}", "\u{1b}[1m", "a\u{85}", "\u{7f}"] {
		assert_eq!(
			Short::try_from(text),
			Err(TextError::ControlCharacter),
			"{text:?}"
		);
		assert!(Short::decode(&mut &text.encode()[..]).is_err(), "{text:?}");
	}
}

#[test]
fn text_should_be_encoded_like_bytes() {
	let text = Short::try_from("Ñ&1").unwrap();
	assert_eq!(text.encode(), "Ñ&1".as_bytes().to_vec().encode());
	assert_eq!(Short::decode(&mut &text.encode()[..]), Ok(text));
	assert_eq!(Short::max_encoded_len(), 9);
	assert_eq!(Text::<64>::max_encoded_len(), 66);
}

#[test]
fn decoder_should_refuse_what_is_no_text() {
	let refusal = |bytes: &[u8]| Short::decode(&mut &*bytes).unwrap_err().to_string();
	assert_eq!(
		refusal(&"123456789".encode()),
		"text is longer than its bound"
	);
	assert_eq!(refusal(&vec![0xff_u8].encode()), "text is not UTF-8");
	assert_eq!(refusal(&"\n".encode()), "text has a control character");
	assert!(
		Short::decode(&mut &Compact(8_u32).encode()[..]).is_err(),
		"bytes are missing"
	);
	// A length that nobody could hold is refused before anything is allocated.
	assert_eq!(
		refusal(&Compact(u32::MAX).encode()),
		"text is longer than its bound"
	);
}

#[test]
fn decoder_should_count_memory() {
	let encoded = "12345678".encode();
	assert!(Short::decode_with_mem_limit(&mut &encoded[..], 9).is_ok());
	assert!(Short::decode_with_mem_limit(&mut &encoded[..], 7).is_err());
}

#[test]
fn text_should_show_itself_as_text() {
	assert!(shows_as_str::<Short>());
	let text: Short = "ÑANDÚ".parse().unwrap();
	assert_eq!(text.to_string(), "ÑANDÚ");
	assert_eq!(format!("{text:?}"), "\"ÑANDÚ\"");
	assert_eq!(serde_json::to_string(&text).unwrap(), "\"ÑANDÚ\"");
	assert_eq!(serde_json::from_str::<Short>("\"ÑANDÚ\"").unwrap(), text);
	assert!(serde_json::from_str::<Short>("\"123456789\"").is_err());
	assert_eq!(text.len(), 7);
	assert!(text == *"ÑANDÚ");
	assert_eq!(text.as_ref(), "ÑANDÚ");
	assert_eq!(String::from(text), "ÑANDÚ");
}

proptest! {
	#[test]
	fn decoder_should_never_panic_and_accept_only_its_own_encoding(
		bytes in prop::collection::vec(any::<u8>(), 0..16)
	) {
		let mut input = &bytes[..];
		if let Ok(text) = Short::decode(&mut input) {
			let used = bytes.len() - input.len();
			prop_assert_eq!(text.encode(), &bytes[..used]);
			prop_assert!(text.len() <= 8 && !text.chars().any(char::is_control));
		}
	}

	#[test]
	fn text_should_survive_codec_and_json(text in "\\PC{0,4}") {
		if let Ok(text) = Text::<12>::try_from(text.as_str()) {
			prop_assert_eq!(Text::<12>::decode(&mut &text.encode()[..]).unwrap(), text.clone());
			let json = serde_json::to_string(&text).unwrap();
			prop_assert_eq!(serde_json::from_str::<Text<12>>(&json).unwrap(), text);
		}
	}
}
