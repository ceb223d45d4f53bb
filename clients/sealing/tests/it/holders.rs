//! Holders' files.

use crate::sample::{own_proofs, secret, GENESIS, ISSUER};
use aeo_primitives::Territory;
use aeo_sealing::{
	seal, Error, HolderFile, HolderName, Kind, OnChain, Proof, ProvedIn, Secret, Use, What,
	MOST_HOLDER_BYTES,
};
use primitive_types::H256;
use serde_json::json;
use std::sync::OnceLock;

const TRADER: H256 = H256([3; 32]);

fn holder() -> Secret {
	Secret::from_bytes([11; 32])
}

/// The records of a certificate and another one, proved, and what stands on chain of their list. Salts are
/// random, so that they are made once.
fn proved() -> &'static (Vec<Proof>, OnChain) {
	static PROVED: OnceLock<(Vec<Proof>, OnChain)> = OnceLock::new();
	PROVED.get_or_init(|| own_proofs(&[0, 50]))
}

fn file() -> HolderFile {
	HolderFile {
		list: Some(ProvedIn {
			block: 90,
			sequence: 1,
		}),
		records: proved().0[..4].to_vec(),
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
		let proof = json!({
			"record": record, "salt": H256::zero(), "page": 0, "leaves": 1, "place": 0,
			"leavesRoot": H256::zero(), "leafPath": [], "pagePlace": 0, "pagePath": [],
		});
		let file = json!({
			"list": {"block": 90, "sequence": 1}, "records": [proof], "schema": 1,
		});
		serde_json_canonicalizer::to_string(&file).expect("JSON")
	};
	let proof = file().records.remove(0);
	let record = proof.record;
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
	let nowhere = with(record).replace(r#""list":{"block":90,"sequence":1},"#, "");
	assert!(matches!(
		opened(nowhere.as_bytes()),
		Err(Error::SchemaViolation { member, .. }) if member == "list"
	));
}

/// Who serves the file knows its name and can seal to the holder's key; a record it can't prove.
#[test]
fn records_should_be_the_issuers_and_no_hosts() {
	let chain = proved().1;
	let blob = file()
		.seal(&holder().public(), GENESIS, ISSUER, TRADER)
		.expect("sealed");
	let opened = HolderFile::open(&holder(), GENESIS, ISSUER, TRADER, &blob).expect("opens");
	assert_eq!(opened.records.len(), 4);
	for proof in &opened.records {
		assert!(proof.verify(&chain).is_ok());
		let mut forged = proof.clone();
		forged.record = forged.record.replace("MX-OEA-00000", "MX-OEA-00001");
		assert_eq!(forged.verify(&chain), Err(Error::PageDiffers));
	}
	let other = OnChain {
		root: H256([9; 32]),
		..chain
	};
	assert_eq!(opened.records[0].verify(&other), Err(Error::RootDiffers));
}

#[test]
fn uses_should_fill_the_room_that_there_is() {
	let mut large = file();
	let one = large.uses[0].clone();
	for (places, has_room) in [(1, true), (3_000, false)] {
		large.uses = (0..places)
			.map(|place| Use {
				place,
				..one.clone()
			})
			.collect();
		let left_out = large.fit().expect("the records fit");
		assert_eq!(left_out == 0, has_room);
		assert_eq!(
			large.uses.len() + left_out,
			usize::try_from(places).expect("few")
		);
		let blob = large
			.seal(&holder().public(), GENESIS, ISSUER, TRADER)
			.expect("it fits");
		assert_eq!(
			HolderFile::open(&holder(), GENESIS, ISSUER, TRADER, &blob),
			Ok(large.clone())
		);
		// Not much of it is left empty.
		assert!(has_room || blob.len() + 400 > MOST_HOLDER_BYTES);
		assert!(large
			.uses
			.iter()
			.zip(0..)
			.all(|(one, place)| one.place == place));
	}
	large.records = vec![large.records[0].clone(); 400];
	assert!(matches!(large.fit(), Err(Error::TooLarge { .. })));
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
