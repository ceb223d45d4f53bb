use aeo_primitives::{
	code, CertificateType, Date, NotACode, Role, Roles, Territory, Text, Written, WrittenSet,
	WrittenTooLong, WrittenType, MAX_WRITTEN,
};
use bounded_collections::ConstU32;
use codec::{Decode, Encode, MaxEncodedLen};
use scale_info::{meta_type, TypeInfo};

use crate::shows_as_str;

fn written(text: &str) -> Written {
	text.try_into().expect("short enough")
}

#[test]
fn written_should_take_any_text_of_256_bytes() {
	for text in ["", " ", "\n\u{0}", "Ñ漢🦀", &"A".repeat(256)] {
		let bytes = written(text).encode();
		assert_eq!(bytes, text.encode());
		assert_eq!(Written::decode(&mut &bytes[..]), Ok(written(text)));
		assert!(bytes.len() <= Written::max_encoded_len());
	}
	let too_long = "A".repeat(257);
	assert_eq!(Written::try_from(too_long.as_str()), Err(WrittenTooLong));
	assert!(Written::decode(&mut &too_long.encode()[..]).is_err());
	assert!(Written::decode(&mut &vec![0xff_u8].encode()[..]).is_err());
	assert_eq!(MAX_WRITTEN, 256);
}

#[test]
fn written_should_not_allocate_what_a_sender_only_claims() {
	let claimed = codec::Compact(u32::MAX).encode();
	assert!(Written::decode(&mut &claimed[..]).is_err());
}

#[test]
fn written_should_be_read_without_white_space_at_its_ends() {
	let day: Date = "2026-12-31".parse().expect("a day");
	assert_eq!(written(" 2026-12-31\n").read(), Ok(day));
	assert_eq!(Written::from(day), written("2026-12-31"));
	let text = Text::<16>::try_from("OEA").expect("short");
	assert_eq!(written("OEA ").read(), Ok(text.clone()));
	assert_eq!(Written::from(text), written("OEA"));
	assert!(written("2026-2-3").read::<Date>().is_err());
}

#[test]
fn written_should_show_itself_as_text() {
	assert!(shows_as_str::<Written>());
}

#[test]
fn written_set_should_keep_order_and_repetitions() {
	let members = vec![Role::Importer, Role::Exporter, Role::Importer];
	let bytes = members.encode();
	let set = WrittenSet::<Role>::decode(&mut &bytes[..]).expect("any order is decoded");
	assert_eq!(set.encode(), bytes);
	assert_eq!((set.len(), set.is_empty()), (3, false));
	let roles: Roles = set.codes().expect("two");
	assert!(roles.contains(Role::Importer) && roles.contains(Role::Exporter));
	assert_eq!(WrittenSet::from(roles).len(), 2);
	assert!(WrittenSet::<Role>::default().codes::<1, 8>().is_err());
}

#[test]
fn written_set_should_say_that_it_has_too_many_members() {
	let set = WrittenSet::from(vec![Territory::MX, Territory::CR, Territory::MX]);
	assert_eq!(set.members::<ConstU32<2>>().expect("two").len(), 2);
	assert!(set.members::<ConstU32<1>>().is_err());
}

#[test]
fn written_set_should_show_itself_as_a_set() {
	let shown = meta_type::<WrittenSet<Role>>().type_info();
	let set = std::collections::BTreeSet::<Role>::type_info();
	assert_eq!(shown, set);
}

#[test]
fn a_code_should_be_short_and_plain() {
	assert_eq!(code(" OEA "), Ok("OEA".try_into().unwrap()));
	for empty in ["", "  \t"] {
		assert_eq!(code(empty), Err(NotACode::Missing));
	}
	assert_eq!(code(&"A".repeat(17)), Err(NotACode::TooLong));
	assert_eq!(code("A\u{7}B"), Err(NotACode::NotUnderstood));
}

#[test]
fn a_type_should_be_read_as_it_is_written() {
	let named = CertificateType {
		programme: "OEA".try_into().unwrap(),
		code: "FULL".try_into().unwrap(),
	};
	let mut written = WrittenType::from(named.clone());
	assert_eq!(written.read(), Ok(named));
	written.code = Written::default();
	assert_eq!(written.read(), Err(NotACode::Missing));
}
