//! The runtime that the state names is asked once more.

use crate::chain::{certificate_key, certificate_question, trust, validators, World, NUMBER};
use aeo_receipt::{verify, Error, Proven, H256};
use serde_bytes::ByteBuf;

/// A runtime that answers with the value under the key that its data holds, or stops.
fn runtime(key: &[u8], body: &str) -> Vec<u8> {
	runtime_of_version(1_012, key, body)
}

/// The same, which says that it is of a version.
fn runtime_of_version(specification: u32, key: &[u8], body: &str) -> Vec<u8> {
	let written = |bytes: &[u8]| -> String {
		let digits = bytes.iter().map(|byte| format!("\\{byte:02x}"));
		digits.collect()
	};
	let data = written(key);
	let version = codec::Encode::encode(&("aeo-chain", "aeo-node", 1_u32, specification));
	let version_at = 2048 | version.len() << 32;
	let version = written(&version);
	let text = format!(
		r#"(module
			(import "env" "memory" (memory 1))
			(import "env" "ext_storage_get_version_1" (func $get (param i64) (result i64)))
			(import "env" "ext_storage_set_version_1" (func $set (param i64 i64)))
			(global (export "__heap_base") i32 (i32.const 4096))
			(data (i32.const 1024) "{data}")
			(data (i32.const 2048) "{version}")
			(func (export "Core_version") (param i32 i32) (result i64) (i64.const {version_at}))
			(func (export "AeoApi_certificate") (param i32 i32) (result i64) {body}))"#
	);
	wat::parse_str(text).expect("it is WebAssembly")
}

/// Where the key is: its place, and its length in the upper half.
fn place(key: &[u8]) -> String {
	format!("(i64.const {})", 1024 | key.len() << 32)
}

fn get(key: &[u8]) -> String {
	format!("(call $get {})", place(key))
}

/// What is proven of a certificate in a state with a runtime, where the receipt claims an answer.
fn proven(code: Vec<u8>, answer: Vec<u8>) -> (Proven, Vec<u8>) {
	let keys = validators(1..=4);
	let world = World::with_runtime(code);
	let mut receipt = world.receipt_of(&keys, certificate_question(NUMBER), &[certificate_key()]);
	receipt.answer = ByteBuf::from(answer);
	(verify(&receipt, &trust(&keys)).expect("proven"), world.code)
}

/// What the runtime above answers: the value, as one that is there.
fn expected() -> Vec<u8> {
	let (proven, _) = proven(vec![1], Vec::new());
	let stored = proven.state.get(&certificate_key()).expect("proven");
	codec::Encode::encode(&stored)
}

#[test]
fn the_answer_should_be_that_of_the_runtime() {
	let key = certificate_key();
	let code = runtime(&key, &get(&key));
	let (right, stored) = proven(code.clone(), expected());
	assert_eq!(right.answer(&stored), Ok(expected()));
	for place in 0..expected().len() {
		let mut other = expected();
		other[place] ^= 1;
		let (wrong, stored) = proven(code.clone(), other);
		assert_eq!(wrong.answer(&stored), Err(Error::OtherAnswer));
	}
}

#[test]
fn in_the_block_of_an_upgrade_nothing_should_be_answered() {
	let key = certificate_key();
	let code = runtime_of_version(1_013, &key, &get(&key));
	let (proven, stored) = proven(code, expected());
	assert_eq!(proven.answer(&stored), Err(Error::OtherRuntime));
}

#[test]
fn another_runtime_should_not_be_asked() {
	let key = certificate_key();
	let (proven, _) = proven(runtime(&key, &get(&key)), expected());
	let no = Error::NoRuntime { code: proven.code };
	assert_eq!(proven.answer(&[]), Err(no.clone()));
	assert_eq!(proven.answer(&runtime(&key, "(i64.const 0)")), Err(no));
	assert_ne!(proven.code, H256::zero());
}

#[test]
fn what_the_proof_lacks_should_end_it() {
	let elsewhere = b"somewhere else".to_vec();
	let (proven, stored) = proven(runtime(&elsewhere, &get(&elsewhere)), Vec::new());
	// The proof shows the way there to its end: there is nothing.
	let absent = proven.answer(&stored);
	assert!(
		matches!(absent, Err(Error::OtherAnswer | Error::NotProven)),
		"{absent:?}"
	);
	let mut other = certificate_key();
	let last = other.len() - 1;
	other.truncate(last - 20);
	other.extend([0x55; 21]);
	let (proven, stored) = crate::runtime::proven(runtime(&other, &get(&other)), Vec::new());
	assert!(proven.answer(&stored).is_err());
}

#[test]
fn a_runtime_that_does_anything_else_should_end() {
	let key = certificate_key();
	let place = place(&key);
	for (body, says) in [
		(
			format!("(call $set {place} {place}) (i64.const 0)"),
			"ext_storage_set_version_1",
		),
		("unreachable".into(), "unreachable"),
		("(i64.const 0x7fffffff_7fffffff)".into(), "memory"),
		(
			"(call $get (i64.const 0x7fffffff_7fffffff))".into(),
			"memory",
		),
	] {
		let (proven, stored) = proven(runtime(&key, &body), Vec::new());
		match proven.answer(&stored) {
			Err(Error::RuntimeFails { why }) => assert!(why.contains(says), "{body}: {why}"),
			other => panic!("{body}: {other:?}"),
		}
	}
	let (proven, stored) = proven(vec![7; 5_000], Vec::new());
	assert!(matches!(
		proven.answer(&stored),
		Err(Error::RuntimeFails { .. })
	));
}
