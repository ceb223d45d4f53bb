use aeo_primitives::{OffsetError, UtcOffset};
use codec::{Decode, Encode, MaxEncodedLen};
use scale_info::{meta_type, TypeDef, TypeDefPrimitive};

#[test]
fn offset_should_be_minus_720_to_840_minutes() {
	for minutes in i16::MIN..=i16::MAX {
		let allowed = (-720..=840).contains(&minutes);
		let offset = UtcOffset::try_from(minutes);
		assert_eq!(offset.is_ok(), allowed);
		assert_eq!(
			offset.map(UtcOffset::minutes).ok(),
			allowed.then_some(minutes)
		);
		assert_eq!(
			UtcOffset::decode(&mut &minutes.encode()[..]).ok(),
			offset.ok()
		);
	}
}

#[test]
fn offset_should_say_what_is_allowed() {
	let error = UtcOffset::try_from(841).unwrap_err().to_string();
	assert_eq!(
		error,
		"a UTC offset is -720 to 840 minutes, -12:00 to +14:00"
	);
	let error = serde_json::from_str::<UtcOffset>("-721")
		.unwrap_err()
		.to_string();
	assert!(error.contains("-720 to 840"), "{error}");
}

#[test]
fn offset_should_be_read_as_people_write_it() {
	for minutes in -720..=840_i16 {
		let (hours, rest) = (minutes.abs() / 60, minutes.abs() % 60);
		let signs: &[&str] = if minutes < 0 { &["-", "−"] } else { &["+"] };
		for sign in signs {
			for prefix in ["", "UTC"] {
				let text = format!("{prefix}{sign}{hours:02}:{rest:02}");
				assert_eq!(text.parse(), UtcOffset::try_from(minutes), "{text}");
			}
		}
	}
	assert_eq!("-00:00".parse(), Ok(UtcOffset::UTC));
}

#[test]
fn offset_should_say_what_is_wrong_with_a_text() {
	for text in [
		"",
		"0",
		"-240",
		"04:00",
		"-4:00",
		"-04:0",
		"-04:60",
		"-04:00:00",
		"--4:00",
		"-+4:00",
		"- 4:00",
		"-04.00",
		"+٠٤:00",
		"UTC",
		"Z",
	] {
		assert_eq!(
			text.parse::<UtcOffset>(),
			Err(OffsetError::NotUnderstood),
			"{text}"
		);
	}
	for text in ["-12:01", "+14:01", "+99:59", "-99:59"] {
		assert_eq!(
			text.parse::<UtcOffset>(),
			Err(OffsetError::OutOfRange),
			"{text}"
		);
	}
}

#[test]
fn offset_should_look_like_a_number() {
	let offset = UtcOffset::try_from(-360).unwrap();
	assert_eq!(offset.encode(), (-360_i16).encode());
	assert_eq!(UtcOffset::max_encoded_len(), 2);
	assert_eq!(serde_json::to_string(&offset).unwrap(), "-360");
	assert_eq!(serde_json::from_str::<UtcOffset>("-360").unwrap(), offset);
	assert_eq!(UtcOffset::default(), UtcOffset::UTC);
	assert_eq!(UtcOffset::try_from(-720), Ok(UtcOffset::LAST));
	assert!(matches!(
		meta_type::<UtcOffset>().type_info().type_def,
		TypeDef::Primitive(TypeDefPrimitive::I16)
	));
}
