//! What a credential is checked by, as the runtime that the state names says it.

use crate::chain::{
	certificate_key, certificate_question, trust, validators, value, World, NUMBER,
};
use aeo_primitives::{
	recognition::Standing, CredentialKey, Did, Moment, PreviousKey, SuspensionScope, Territory,
	UtcOffset,
};
use aeo_receipt::{credential::Credentials, verify, Error, Question};
use codec::Encode;
use serde_bytes::ByteBuf;
use sp_crypto_hashing::twox_64;

/// The ordinal of the certificate, and of another one on its page.
const ORDINAL: u32 = 4;
const OTHER: u32 = 5;

fn number_key(ordinal: u32) -> Vec<u8> {
	let parts = [Territory::MX.encode(), ordinal.encode()];
	let hashed = parts.map(|part| [twox_64(&part).to_vec(), part].concat());
	[value("Certificates", "Numbers"), hashed.concat()].concat()
}

fn key() -> CredentialKey {
	let mut key = [7; 33];
	key[0] = 2;
	CredentialKey(key)
}

fn dated(answer: impl Encode) -> Vec<u8> {
	(100_u32, crate::chain::TIME, answer).encode()
}

fn issuer() -> Vec<u8> {
	let did: Did = "did:web:aduanas.example".try_into().expect("short");
	let previous = PreviousKey {
		key: key(),
		until: 1_800_000_000_000,
	};
	let standing = Standing::QuarantinedByCouncil;
	dated(Some((
		did,
		key(),
		Some(previous),
		standing,
		UtcOffset::default(),
	)))
}

fn page(statuses: Vec<(u16, bool, Option<SuspensionScope>)>) -> Vec<u8> {
	let changes_at: Option<Moment> = Some(1_799_000_000_000);
	dated((70_u32, statuses, changes_at))
}

fn tin(registrar: Option<Territory>) -> Vec<u8> {
	let none = (None::<u8>, None::<u8>, None::<u8>, None::<u8>);
	dated((none, true, false, registrar, None::<u8>))
}

fn one() -> Vec<u8> {
	page(vec![(3, false, Some(SuspensionScope::Security))])
}

/// A runtime that answers the question of the receipt as `World` claims it, and these with what is given. Before it
/// answers about statuses it reads the number of another certificate, and stops where there is one.
fn runtime(issuer: &[u8], statuses: &[u8], tin: &[u8]) -> Vec<u8> {
	let written = |bytes: &[u8]| -> String {
		let digits = bytes.iter().map(|byte| format!("\\{byte:02x}"));
		digits.collect()
	};
	let version = ("aeo-chain", "aeo-node", 1_u32, 1_012_u32).encode();
	let claimed = (100_u32, crate::chain::TIME, true).encode();
	let other = number_key(OTHER);
	let pieces = [
		("Core_version", version.as_slice(), ""),
		("AeoApi_certificate", &claimed, ""),
		("AeoApi_credential_issuer", issuer, ""),
		("AeoApi_credential_statuses", statuses, "guarded"),
		("AeoApi_tin_check", tin, ""),
	];
	let mut text = format!(
		r#"(module
			(import "env" "memory" (memory 1))
			(import "env" "ext_storage_exists_version_1" (func $exists (param i64) (result i32)))
			(global (export "__heap_base") i32 (i32.const 16384))
			(data (i32.const 1024) "{}")"#,
		written(&other)
	);
	for (place, (name, bytes, kind)) in pieces.into_iter().enumerate() {
		let at = 2048 * (place + 1);
		let (data, answer) = (written(bytes), at | bytes.len() << 32);
		let guard = if kind.is_empty() {
			String::new()
		} else {
			let key = 1024 | other.len() << 32;
			format!("(if (call $exists (i64.const {key})) (then unreachable))")
		};
		text += &format!(
			r#"(data (i32.const {at}) "{data}")
			(func (export "{name}") (param i32 i32) (result i64) {guard} (i64.const {answer}))"#
		);
	}
	wat::parse_str(text + ")").expect("it is WebAssembly")
}

/// What is proven where the runtime says this, and the proof has these numbers of the issuer's certificates.
fn credentials(code: Vec<u8>, ordinals: &[u32]) -> Result<Credentials, Error> {
	let keys = validators(1..=4);
	let mut world = World::with_runtime(code);
	for ordinal in [ORDINAL, OTHER] {
		world.set(number_key(ordinal), NUMBER.encode());
	}
	let mut read = vec![certificate_key(), world.trader_key()];
	read.extend(ordinals.iter().map(|ordinal| number_key(*ordinal)));
	let receipt = world.receipt_of(&keys, certificate_question(NUMBER), &read);
	let proven = verify(&receipt, &trust(&keys)).expect("proven");
	proven.credentials(&world.code)
}

#[test]
fn a_receipt_should_prove_what_a_credential_is_checked_by() {
	let code = runtime(&issuer(), &one(), &tin(Some(Territory::MX)));
	let found = credentials(code, &[ORDINAL]).expect("proven");
	let by = found.issuer.expect("it issues");
	assert_eq!(by.did.as_str(), "did:web:aduanas.example");
	assert_eq!(
		(by.key, by.standing),
		(key(), Standing::QuarantinedByCouncil)
	);
	let certified = found.certificate.expect("there is one");
	assert_eq!(certified.shown.certificate.ordinal, ORDINAL);
	assert_eq!(certified.registrar, Some(Territory::MX));
	assert_eq!(certified.changes_at, Some(1_799_000_000_000));
	let status = certified.status;
	assert_eq!((status.edition, status.ended), (3, false));
	assert_eq!(status.suspended, Some(SuspensionScope::Security));
}

#[test]
fn an_issuer_that_issues_none_should_be_proven_too() {
	let none = dated(None::<u8>);
	let code = runtime(&none, &one(), &tin(None));
	let found = credentials(code, &[ORDINAL]).expect("proven");
	assert_eq!(found.issuer, None);
	let certified = found.certificate.expect("there is one");
	assert_eq!(certified.registrar, None);
}

/// The runtime above stops where it sees another certificate; the proof may have its number for another reason.
#[test]
fn no_other_certificate_should_be_looked_at() {
	let code = runtime(&issuer(), &one(), &tin(None));
	assert!(credentials(code, &[ORDINAL, OTHER]).is_ok());
}

#[test]
fn a_page_of_another_form_should_prove_nothing() {
	let status = (0, false, None);
	for statuses in [
		page(Vec::new()),
		page(vec![status, status]),
		one()[..20].to_vec(),
		[one(), vec![0]].concat(),
	] {
		let code = runtime(&issuer(), &statuses, &tin(None));
		assert_eq!(credentials(code, &[ORDINAL]), Err(Error::UnknownForm));
	}
	let code = runtime(&[1, 2], &one(), &tin(None));
	assert_eq!(credentials(code, &[ORDINAL]), Err(Error::UnknownForm));
	let code = runtime(&issuer(), &one(), &[3]);
	assert_eq!(credentials(code, &[ORDINAL]), Err(Error::UnknownForm));
}

#[test]
fn who_checks_no_certificate_should_be_told_nothing() {
	let keys = validators(1..=4);
	let world = World::with_runtime(runtime(&issuer(), &one(), &tin(None)));
	let question = Question::Evaluate {
		grantor: Territory::CR,
		identifier: aeo_primitives::Identifier::Tin("MXNWM9709244W4".parse().expect("short")),
		role: aeo_primitives::Role::Exporter,
		direction: aeo_primitives::Direction::Import,
	};
	let receipt = world.receipt_of(&keys, question, &[certificate_key()]);
	let proven = verify(&receipt, &trust(&keys)).expect("proven");
	assert_eq!(proven.credentials(&world.code), Err(Error::NotAQuestion));
}

#[test]
fn another_runtime_or_another_answer_should_prove_nothing() {
	let keys = validators(1..=4);
	let code = runtime(&issuer(), &one(), &tin(None));
	let world = World::with_runtime(code.clone());
	let read = [certificate_key(), world.trader_key(), number_key(ORDINAL)];
	let mut receipt = world.receipt_of(&keys, certificate_question(NUMBER), &read);
	let proven = verify(&receipt, &trust(&keys)).expect("proven");
	let other = runtime(&dated(None::<u8>), &one(), &tin(None));
	assert_eq!(
		proven.credentials(&other),
		Err(Error::NoRuntime { code: proven.code })
	);
	receipt.answer = ByteBuf::from((100_u32, crate::chain::TIME, false).encode());
	let proven = verify(&receipt, &trust(&keys)).expect("proven");
	assert_eq!(proven.credentials(&code), Err(Error::OtherAnswer));
}
