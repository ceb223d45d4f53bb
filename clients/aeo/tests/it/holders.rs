//! Holders' files: what an office lays ready, and what a holder makes of it.

use crate::{
	chain::{Office, GENESIS},
	desk::Came,
};
use aeo_primitives::{
	recognition::{Basis, Entitlement},
	sealed_use::SealedUse,
	tree, Benefit, CertificateNumber, Date, Direction, Role, Territory,
};
use aeo_sealing::{hex, HolderFile, HolderName, ProvedIn, Secret};
use codec::Encode;
use primitive_types::H256;
use serde_json::{json, Value};
use sp_crypto_hashing::{twox_128, twox_64};
use std::fs;

const TRADER: H256 = H256([3; 32]);
const OTHER: H256 = H256([4; 32]);

/// The key of a value as the chain has it, with what is hashed by `Twox64Concat`, and what is not.
fn key(pallet: &str, map: &str, hashed: &[Vec<u8>], plain: &[u8]) -> String {
	let prefix = [twox_128(pallet.as_bytes()), twox_128(map.as_bytes())].concat();
	let hashed = hashed
		.iter()
		.map(|part| [&twox_64(part), part.as_slice()].concat());
	let bytes = [prefix, hashed.collect::<Vec<_>>().concat(), plain.into()].concat();
	text(&bytes)
}

/// The point of order 1, under which everybody has the same in common with everybody.
fn low_order() -> H256 {
	let mut bytes = [0; 32];
	bytes[0] = 1;
	H256(bytes)
}

fn text(bytes: &[u8]) -> String {
	format!("0x{}", hex::digits(bytes))
}

fn secret(byte: u8) -> Secret {
	Secret::from_bytes([byte; 32])
}

/// The office of MX, which holders have given their keys.
struct Town {
	office: Office,
}

impl Town {
	fn new() -> Self {
		let town = Self {
			office: Office::new(),
		};
		town.office.world.say_shared(|ordinal| ordinal < 60);
		let said = town.office.sync(&[]).is(0, "");
		town.office.publish(&said);
		town.office
			.world
			.desk
			.have_key_in("holder", &json!(hex::digits(&[11; 32])));
		town
	}

	/// Registers the key of a trader, or removes it.
	fn register(&self, trader: H256, secret: Option<&Secret>) {
		let key = key("Disclosures", "HolderKeys", &[], trader.as_bytes());
		self.store(
			key,
			secret.map(|secret| (secret.public().0, 5_u32).encode()),
		);
	}

	/// Says which certificates of MX a trader has.
	fn hold(&self, trader: H256, numbers: &[&str]) {
		let numbers: Vec<CertificateNumber> = numbers
			.iter()
			.map(|number| (*number).try_into().expect("short"))
			.collect();
		let issuer = [Territory::MX.encode()];
		let key = key("Certificates", "Holdings", &issuer, trader.as_bytes());
		self.store(key, Some(numbers.encode()));
	}

	/// Records uses sealed.
	fn record(&self, period: u32, uses: &[SealedUse]) {
		let parts = [Territory::MX.encode(), period.encode()];
		let day: Date = "2026-11-01".parse().expect("a day");
		let leaves: Vec<_> = uses.iter().map(SealedUse::hash).collect();
		let count = u32::try_from(uses.len()).expect("few");
		// What the chain stores besides comes behind.
		let value = ((day, day), tree::root(&leaves), count, [7_u8; 40]).encode();
		self.store(key("Benefits", "SealedRecords", &parts, &[]), Some(value));
	}

	fn store(&self, key: String, value: Option<Vec<u8>>) {
		self.office.world.node.set(|state| {
			match value {
				Some(value) => state.storage.insert(key, text(&value)),
				None => state.storage.remove(&key),
			};
		});
	}

	/// Runs a sync, and publishes what is due.
	fn sync(&self, more: &[&str]) {
		let said = self.office.sync(more).is(0, "");
		self.office.publish(&said);
		self.office.sync(more).is(0, "0 lists to be published");
	}

	/// The files of holders that lie there.
	fn files(&self) -> Vec<String> {
		let Ok(entries) = fs::read_dir(self.office.world.desk.path("files/h")) else {
			return Vec::new();
		};
		let names = entries.map(|entry| entry.expect("read").file_name());
		names
			.map(|name| name.into_string().expect("UTF-8"))
			.collect()
	}

	fn own(&self, more: &[&str]) -> Came {
		let node = &self.office.world.node.url;
		let own = ["sealed", "own", "MX", "--key", "holder", "--node", node];
		self.office.world.desk.run(&[&own, more].concat())
	}
}

/// The name of a holder's file at MX.
fn name(secret: &Secret, trader: H256) -> String {
	let issuer = Secret::of_development(Territory::MX).public();
	HolderName::of(secret, &issuer, &GENESIS, Territory::MX, &trader)
		.expect("usable")
		.to_string()
}

fn use_of(trader: H256, declaration: u64) -> SealedUse {
	SealedUse {
		grantor: Territory::MX,
		declaration: H256::from_low_u64_be(declaration),
		role: Role::Exporter,
		direction: Direction::Import,
		trader,
		entitlements: vec![Entitlement {
			benefit: Benefit::FewerInspections,
			certificate: "CR-1".try_into().expect("short"),
			basis: Basis::Agreement(7),
		}]
		.try_into()
		.expect("one"),
		versions: Default::default(),
		block: 12,
		at: 1_795_521_600_000,
	}
}

fn lines(uses: &[SealedUse]) -> String {
	uses.iter()
		.map(|one| json!(one).to_string() + "\n")
		.collect()
}

#[test]
fn a_holder_should_read_its_own_records_and_who_reads_them() {
	let town = Town::new();
	town.own(&[]).is(4, "No holder has registered the key");
	town.register(TRADER, Some(&secret(11)));
	town.own(&[]).is(6, "MX has laid nothing ready for you");
	// Who has no certificate of MX gets nothing.
	town.sync(&[]);
	assert!(town.files().is_empty());
	town.hold(TRADER, &["MX-7", "MX-70"]);
	town.sync(&[]);
	assert_eq!(town.files(), [name(&secret(11), TRADER)]);

	let came = town.own(&["--json"]).is(0, "");
	let [seventh, other] = &came.lines()[..] else {
		panic!("two certificates: {}", came.out)
	};
	assert_eq!(seventh["number"], "MX-7");
	assert_eq!(seventh["list"], json!({"block": 91, "sequence": 1}));
	let classes: Vec<_> = seventh["records"]
		.as_array()
		.expect("records")
		.iter()
		.map(|record| record["class"].as_str().expect("a class"))
		.collect();
	assert_eq!(classes, ["identity", "contact"]);
	assert_eq!(seventh["records"][0]["data"]["Name"], "Nácar 7");
	assert_eq!(seventh["sharing"][0]["reader"], "CR");
	// Of the other one the office has nothing.
	assert_eq!(other["number"], "MX-70");
	assert_eq!(other["records"], json!([]));
	let came = town
		.own(&[])
		.is(0, "MX-70: the administration has no record of it for you");
	assert!(
		came.out
			.contains("MX-7, identity, version 90: {\"Name\":\"Nácar 7\""),
		"{}",
		came.out
	);
	assert!(came
		.out
		.contains("CR, agreement 7: consent given; shared now: identity"));
	assert!(!came.out.contains("Nácar 8"));
}

#[test]
fn a_file_should_follow_records_and_keys_and_nothing_else() {
	let town = Town::new();
	town.register(TRADER, Some(&secret(11)));
	town.hold(TRADER, &["MX-7"]);
	town.sync(&[]);
	let path = |secret: &Secret| {
		let name = name(secret, TRADER);
		town.office.world.desk.path("files/h").join(name)
	};
	let blob = || fs::read(path(&secret(11))).expect("there");
	let first = blob();
	// Another firm's record changes, and with it the issuer's list: the proof stays true.
	let certificates = town.office.world.desk.path("registry/certificates.csv");
	let rows = fs::read_to_string(&certificates).expect("there");
	fs::write(&certificates, rows.replace("Nácar 8,", "Concha 8,")).expect("written");
	town.sync(&[]);
	assert_eq!(blob(), first);
	town.own(&[]).is(0, "Proved in list 1 of block 91");
	// Its own.
	fs::write(&certificates, rows.replace("Nácar 7,", "Concha 7,")).expect("written");
	town.sync(&[]);
	assert_ne!(blob(), first);
	let came = town.own(&[]).is(0, "Proved in list 3 of block 93");
	assert!(came.out.contains("Concha 7"));
	// One that was damaged is made again.
	fs::write(path(&secret(11)), [1; 60]).expect("written");
	town.own(&[]).is(7, "");
	town.sync(&[]);
	town.own(&[]).is(0, "");
	// Its key.
	town.register(TRADER, Some(&secret(12)));
	town.own(&[]).is(4, "No holder has registered the key");
	town.sync(&[]);
	assert_eq!(town.files(), [name(&secret(12), TRADER)]);
	// A key of low order keeps no other holder from its file.
	town.register(OTHER, Some(&secret(13)));
	town.hold(OTHER, &["MX-9"]);
	let low = key("Disclosures", "HolderKeys", &[], TRADER.as_bytes());
	town.store(low, Some((low_order(), 5_u32).encode()));
	let came = town.office.sync(&[]).is(4, "1 holders have no file");
	assert!(came
		.err
		.contains(&format!("Holder {TRADER:?}: A key is of low order")));
	assert_eq!(town.files(), [name(&secret(13), OTHER)]);
	// It is removed, or the account is unlinked.
	town.register(TRADER, None);
	town.register(OTHER, None);
	town.sync(&[]);
	assert!(town.files().is_empty());
}

/// Who serves the files knows their names, and can seal to the holders' keys.
#[test]
fn what_a_host_lays_there_should_not_be_shown() {
	let town = Town::new();
	town.register(TRADER, Some(&secret(11)));
	town.hold(TRADER, &["MX-7"]);
	town.sync(&[]);
	let path = town
		.office
		.world
		.desk
		.path("files/h")
		.join(name(&secret(11), TRADER));
	let blob = fs::read(&path).expect("there");
	let genuine = HolderFile::open(&secret(11), GENESIS, Territory::MX, TRADER, &blob);
	let genuine = genuine.expect("opens");
	let lay = |file: &HolderFile| {
		let blob = file
			.seal(&secret(11).public(), GENESIS, Territory::MX, TRADER)
			.expect("sealed");
		fs::write(&path, blob).expect("written");
	};
	let mut forged = genuine.clone();
	for proof in &mut forged.records {
		proof.record = proof.record.replace("Nácar", "Falso");
	}
	lay(&forged);
	let came = town
		.own(&["--json"])
		.is(7, "1 records or uses are not as the chain says");
	assert!(!came.out.contains("Falso"));
	// Of a list that there never was.
	let mut forged = genuine.clone();
	forged.list = Some(ProvedIn {
		block: 91,
		sequence: 9,
	});
	lay(&forged);
	let came = town.own(&["--json"]).is(7, "2 records or uses");
	assert!(!came.out.contains("Nácar 7"));
	// Another firm's, proved though it is.
	town.hold(TRADER, &["MX-8"]);
	lay(&genuine);
	let came = town
		.own(&["--json"])
		.is(7, "The record of MX-7 belongs to another");
	assert!(!came.out.contains("Nácar 7"));
	fs::write(&path, [1; 60]).expect("written");
	town.own(&[]).is(7, "does not open");
	// Where a key is that of two firms, the file of one hides nothing of the other.
	town.register(OTHER, Some(&secret(11)));
	town.hold(OTHER, &["MX-9"]);
	for (damaged, other) in [(TRADER, "MX-9"), (OTHER, "MX-8")] {
		town.sync(&[]);
		let damaged = town
			.office
			.world
			.desk
			.path("files/h")
			.join(name(&secret(11), damaged));
		fs::write(damaged, [1; 60]).expect("written");
		let came = town.own(&["--json"]).is(7, "does not open");
		let [shown] = &came.lines()[..] else {
			panic!("one certificate: {}", came.out)
		};
		assert_eq!(shown["number"], other);
	}
	let elsewhere = ["--from", "http://aduana.example"];
	town.own(&elsewhere).is(2, "not safe");
}

#[test]
fn a_holder_should_read_its_sealed_uses() {
	let town = Town::new();
	town.register(TRADER, Some(&secret(11)));
	let desk = &town.office.world.desk;
	let first: Vec<_> = (0..5).map(|number| use_of(TRADER, number)).collect();
	let second = [use_of(OTHER, 5), use_of(TRADER, 6), use_of(OTHER, 7)];
	fs::create_dir(desk.path("uses")).expect("made");
	desk.write("uses/0.jsonl", &lines(&first));
	desk.write("uses/1.jsonl", &lines(&second));
	// What is to be recorded.
	let uses = |file: &str| {
		let period = ["--first", "2026-11-01", "--last", "2026-11-30"];
		let uses = ["sealed", "uses", file, "--grantor", "MX"];
		desk.run(&[&uses[..], &period].concat())
	};
	let said = uses("uses/1.jsonl").is(0, "");
	let leaves: Vec<_> = second.iter().map(SealedUse::hash).collect();
	assert_eq!(
		said.lines()[0],
		json!({
			"period": {"from": "2026-11-01", "until": "2026-11-30"}, "leaves": 3, "lines": [],
			"root": tree::root(&leaves), "counters": [{
				"basis": {"Agreement": 7}, "benefit": "FewerInspections", "direction": "Import",
				"count": 3,
			}],
		})
	);
	desk.write("twice", &lines(&[use_of(TRADER, 1), use_of(TRADER, 1)]));
	uses("twice").is(3, "twice, line 2: the same declaration and role twice");
	let foreign = SealedUse {
		grantor: Territory::PE,
		..use_of(TRADER, 1)
	};
	desk.write("foreign", &lines(&[foreign]));
	uses("foreign").is(3, "the grantor is PE");
	desk.write("none", "{}\n");
	uses("none").is(3, "missing field");

	// Nothing is laid out of what is not recorded, or recorded otherwise.
	let with = ["--uses", "uses"];
	town.office
		.sync(&with)
		.is(3, "has not the uses that were recorded sealed as period 1");
	town.record(0, &first);
	town.record(1, &second);
	town.sync(&with);
	let came = town.own(&["--json"]).is(0, "");
	let places: Vec<_> = came
		.lines()
		.iter()
		.map(|line| (line["period"].clone(), line["place"].clone()))
		.collect();
	let expected = [(1, 1), (0, 4), (0, 3), (0, 2), (0, 1), (0, 0)];
	assert_eq!(
		places,
		expected.map(|(period, place)| (json!(period), json!(place)))
	);
	assert_eq!(came.lines()[0]["use"], json!(second[1]));
	// Nobody loses uses of a period of which there is no file, or none was named.
	town.office.sync(&[]).is(3, "recorded sealed as period 0");
	fs::rename(desk.path("uses/1.jsonl"), desk.path("1.jsonl")).expect("moved");
	town.office
		.sync(&with)
		.is(3, "recorded sealed as period 1: holders' files stay");
	fs::rename(desk.path("1.jsonl"), desk.path("uses/1.jsonl")).expect("moved");
	assert_eq!(town.own(&["--json"]).is(0, "").lines().len(), 6);
	let came = town.own(&[]).is(0, "");
	assert!(
		came.out.contains("MX, block 12, declaration 0x"),
		"{}",
		came.out
	);
	assert!(came.out.contains("FewerInspections (CR-1)"));
	// The chain has another root.
	town.record(1, &first);
	let came = town.own(&["--json"]).is(7, "1 records or uses");
	assert_eq!(came.lines().len(), 5);
	// More than have room: the latest.
	let many: Vec<_> = (10..410).map(|number| use_of(TRADER, number)).collect();
	desk.write("uses/2.jsonl", &lines(&many));
	town.record(1, &second);
	town.record(2, &many);
	let came = town
		.office
		.sync(&with)
		.is(0, "uses have no room in its file");
	assert!(came.err.contains(&format!("{TRADER:?}")));
	let shown: Vec<Value> = town.own(&["--json"]).is(0, "").lines();
	assert!(shown.len() > 100 && shown.len() < 400, "{}", shown.len());
	assert!(shown.iter().all(|line| line["period"] == 2));
	assert_eq!(shown[0]["place"], 399);
}
