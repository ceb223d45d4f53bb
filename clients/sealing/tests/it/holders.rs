//! Holders' files.

use crate::sample::{record, secret, CLASSES, GENESIS, ISSUER};
use aeo_primitives::{DataClass, Territory};
use aeo_sealing::{seal, Error, HolderFile, HolderName, Kind, Salt, Secret, Use, What};
use primitive_types::H256;
use serde_json::json;

const TRADER: H256 = H256([3; 32]);

fn holder() -> Secret {
	Secret::from_bytes([11; 32])
}

fn file() -> HolderFile {
	HolderFile {
		records: CLASSES
			.map(|class| (record(class, 0, 1), Salt::from_bytes([4; 32])))
			.into(),
		uses: vec![Use {
			leaf: "0x00".into(),
			period: 2,
			place: 3,
			proof: vec![H256([1; 32])],
		}],
	}
}

#[test]
fn only_the_holder_should_open_its_file() {
	let blob = file()
		.seal(&holder().public(), GENESIS, ISSUER, TRADER)
		.expect("sealed");
	assert_eq!(
		HolderFile::open(&holder(), GENESIS, ISSUER, TRADER, &blob),
		Ok(file())
	);
	let other = H256([4; 32]);
	for (secret, genesis, issuer, trader) in [
		(secret(ISSUER), GENESIS, ISSUER, TRADER),
		(holder(), other, ISSUER, TRADER),
		(holder(), GENESIS, Territory::PE, TRADER),
		(holder(), GENESIS, ISSUER, other),
	] {
		assert_eq!(
			HolderFile::open(&secret, genesis, issuer, trader, &blob),
			Err(Error::CannotOpen)
		);
	}
}

#[test]
fn both_should_tell_the_name_and_nobody_else() {
	let of = |own: &Secret, other: &Secret, genesis: H256, issuer, trader: H256| {
		HolderName::of(own, &other.public(), &genesis, issuer, &trader).expect("usable keys")
	};
	let issuer = secret(ISSUER);
	let name = of(&issuer, &holder(), GENESIS, ISSUER, TRADER);
	assert_eq!(name, of(&holder(), &issuer, GENESIS, ISSUER, TRADER));
	assert_eq!(name.to_string().len(), 32);
	let other = H256([4; 32]);
	for changed in [
		of(&secret(Territory::PE), &holder(), GENESIS, ISSUER, TRADER),
		of(&issuer, &holder(), other, ISSUER, TRADER),
		of(&issuer, &holder(), GENESIS, Territory::PE, TRADER),
		of(&issuer, &holder(), GENESIS, ISSUER, other),
	] {
		assert_ne!(name, changed);
	}
}

/// What comes of a file with this content.
fn opened(plain: &[u8]) -> Result<HolderFile, Error> {
	let what = What {
		genesis: GENESIS,
		issuer: ISSUER,
		kind: Kind::Holder { trader: TRADER },
	};
	let blob = seal(&holder().public(), &what, plain).expect("sealed");
	HolderFile::open(&holder(), GENESIS, ISSUER, TRADER, &blob)
}

#[test]
fn files_should_be_as_the_design_says() {
	assert_eq!(
		opened(br#"{"records":[],"schema":1}"#),
		Ok(HolderFile::default())
	);
	assert_eq!(
		opened(br#"{"records": [],"schema":1}"#),
		Err(Error::NotCanonical)
	);
	assert_eq!(
		opened(br#"{"records":[],"schema":2}"#),
		Err(Error::UnknownSchema { schema: 2 })
	);
	for text in [
		r#"{"records":[],"schema":1,"x":1}"#,
		r#"{"schema":1}"#,
		"{\"records\":[]}",
		"[]",
	] {
		assert!(
			matches!(opened(text.as_bytes()), Err(Error::SchemaViolation { .. })),
			"{text}"
		);
	}
	let with = |record: String| {
		let salt = H256([4; 32]);
		json!({"records": [{"record": record, "salt": salt}], "schema": 1}).to_string()
	};
	let record = record(DataClass::Identity, 0, 1).canonical();
	assert!(opened(with(record.clone()).as_bytes()).is_ok());
	assert_eq!(
		opened(with(record.clone() + " ").as_bytes()),
		Err(Error::NotCanonical)
	);
	let foreign = record.replace("\"issuer\":\"MX\"", "\"issuer\":\"PE\"");
	assert!(matches!(
		opened(with(foreign).as_bytes()),
		Err(Error::WrongPlace { .. })
	));
}

#[test]
fn a_file_should_have_no_more_than_256_kib() {
	let most = 256 * 1024;
	assert_eq!(
		opened(&vec![b' '; most + 1]),
		Err(Error::TooLarge {
			bytes: most + 1,
			most
		})
	);
	assert_eq!(opened(&vec![b' '; most]), Err(Error::NotCanonical));
	let mut large = file();
	large.uses = vec![large.uses[0].clone(); 3000];
	assert!(matches!(
		large.seal(&holder().public(), GENESIS, ISSUER, TRADER),
		Err(Error::TooLarge { .. })
	));
}
