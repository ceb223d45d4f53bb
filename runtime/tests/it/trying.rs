//! Calls that are tried: by the real rules, and undone.

use crate::{
	chain::{done, Chain, Signer},
	scenarios::{
		authorise, certify, chain, day, document, kind, last_proposal, number, written, MX1, MX2,
		NUMBER, OTHER, TIN,
	},
};
use aeo_primitives::{
	Ground, Role, Roles, Subject, SuspensionScope, Territory, WrittenSuspensionEnd,
};
use aeo_runtime::{configs::system::RuntimeBlockWeights, queries, RuntimeCall, RuntimeEvent};
use aeo_runtime_api::{NotTried, Tried};
use codec::{Decode, Encode};
use pallet_certificates::{BatchMode, TakenOver, TakenOverPeriod, TakenOverState, WrittenRows};

fn root(chain: &mut Chain) -> Vec<u8> {
	chain.read(|| sp_io::storage::root(sp_core::storage::StateVersion::V1))
}

/// Tries a call, which must leave the state as it was.
fn try_bytes(chain: &mut Chain, signer: impl Signer, bytes: &[u8]) -> Result<Tried, NotTried> {
	let before = root(chain);
	let tried = chain.read(|| queries::try_call(signer.account(), bytes));
	assert_eq!(root(chain), before);
	tried
}

fn try_call(
	chain: &mut Chain,
	signer: impl Signer,
	call: impl Into<RuntimeCall>,
) -> Result<Tried, NotTried> {
	try_bytes(chain, signer, &call.into().encode())
}

fn suspend(text: &str) -> pallet_suspensions::Call<aeo_runtime::Runtime> {
	pallet_suspensions::Call::suspend {
		subject: Subject::Number(written(text)),
		scope: SuspensionScope::Full,
		end: WrittenSuspensionEnd::Open,
		ground: Ground::Authority,
		document: document(),
	}
}

fn failure(tried: Result<Tried, NotTried>) -> (String, String) {
	let failure = tried.expect("it is tried").failure.expect("it would fail");
	(failure.pallet, failure.name)
}

#[test]
fn a_call_that_would_be_done_should_say_so_with_its_events_and_change_nothing() {
	let mut chain = chain();
	chain.block(|| certify(NUMBER, TIN, None));
	let tried = try_call(&mut chain, MX1, suspend(NUMBER)).expect("it is tried");
	assert_eq!((&tried.failure, tried.rows.len()), (&None, 0));
	let pallets: Vec<_> = tried
		.events
		.iter()
		.map(|event| event.pallet.as_str())
		.collect();
	assert!(pallets.contains(&"Suspensions") && pallets.contains(&"Certificates"));
	// Nothing of what else the block emitted.
	assert!(!pallets.contains(&"System"));
	for event in &tried.events {
		RuntimeEvent::decode(&mut &event.bytes[..]).expect("it is an event");
	}
	let standing = chain.read(|| queries::certificate(Territory::MX, &number(NUMBER)));
	assert!(standing.expect("it is there").in_force);
	chain.block(|| done(MX1, suspend(NUMBER)));
}

#[test]
fn a_call_that_would_fail_should_say_with_which_error_of_which_pallet() {
	let mut chain = chain();
	assert_eq!(
		failure(try_call(&mut chain, MX1, suspend(NUMBER))),
		("Certificates".into(), "UnknownCertificate".into())
	);
	// The second pair of eyes is looked for here too.
	chain.block(|| {
		let decision = crate::chain::as_written(authorise(TIN, Role::Exporter, None));
		let call = pallet_certificates::Call::propose {
			number: number(NUMBER).into(),
			decision,
		};
		done(MX1, call);
	});
	let proposal = chain.read(|| last_proposal(Territory::MX));
	let confirm = || pallet_certificates::Call::confirm {
		number: number(NUMBER).into(),
		proposal,
	};
	let (pallet, _) = failure(try_call(&mut chain, MX1, confirm()));
	assert_eq!(pallet, "Certificates");
	let by_another = try_call(&mut chain, MX2, confirm()).expect("it is tried");
	assert_eq!(by_another.failure, None);
	let root_only = frame_system::Call::set_heap_pages { pages: 8 };
	assert_eq!(
		failure(try_call(&mut chain, MX1, root_only)),
		("".into(), "BadOrigin".into())
	);
}

#[test]
fn a_batch_should_report_which_rows_would_fail_and_why() {
	let mut chain = chain();
	chain.block(|| certify(NUMBER, TIN, None));
	let row = |text: &str, holder: &str| TakenOver {
		number: number(text),
		tin: holder.parse().expect("short"),
		publication_consent: document(),
		certificate_type: kind("OEA"),
		roles: Roles::new([Role::Exporter]).expect("one"),
		valid_from: day("2024-03-01"),
		valid_until: None,
		periods: vec![TakenOverPeriod {
			from: day("2024-03-01"),
			state: TakenOverState::Authorised,
			ground: Ground::Authority,
			document: document(),
		}]
		.try_into()
		.expect("one"),
		instrument: None,
	};
	let call = pallet_certificates::Call::propose_batch {
		rows: WrittenRows::from(vec![
			row("MX-2", OTHER),
			row(NUMBER, OTHER),
			row("MX-3", "MX NOBODY"),
		]),
		mode: BatchMode::SkipFailed,
	};
	let tried = try_call(&mut chain, MX1, call).expect("it is tried");
	assert_eq!(tried.failure, None);
	let rows: Vec<_> = tried
		.rows
		.iter()
		.map(|row| {
			(
				row.row,
				row.failure.pallet.as_str(),
				row.failure.name.as_str(),
			)
		})
		.collect();
	assert_eq!(rows.len(), 2, "{rows:?}");
	assert_eq!((rows[0].0, rows[0].1), (1, "Certificates"));
	assert_eq!((rows[1].0, rows[1].1), (2, "Identities"));
	assert!(rows
		.iter()
		.all(|row| row.2.len() > 3 && !row.2.starts_with(|c: char| c.is_ascii_digit())));
}

#[test]
fn bytes_that_are_no_call_should_be_refused_with_the_field() {
	let mut chain = chain();
	let whole = RuntimeCall::from(suspend(NUMBER)).encode();
	let mut field_of = |bytes: &[u8]| match try_bytes(&mut chain, MX1, bytes) {
		Err(NotTried::NotUnderstood { field, why }) => {
			assert!(!why.is_empty());
			field
		}
		other => panic!("{other:?}"),
	};
	assert_eq!(
		field_of(&whole[..whole.len() - 1]),
		"Suspensions.suspend.document"
	);
	assert_eq!(field_of(&[]), "");
	assert_eq!(field_of(&[250]), "");
	assert_eq!(field_of(&[42, 250]), "Suspensions");
	let subject = [&whole[..2], &[9]].concat();
	assert_eq!(field_of(&subject), "Suspensions.suspend.subject");
	let longer = [&whole[..], &[0]].concat();
	assert_eq!(field_of(&longer), "Suspensions.suspend");
	// Whatever stands there: a sentence, and no trap.
	for length in 0..whole.len() {
		field_of(&whole[..length]);
	}
	let nested = [30_u8, 0, 4].repeat(300);
	field_of(&nested);
}

#[test]
fn a_call_of_nobody_should_be_refused_and_one_that_no_block_takes() {
	let mut chain = chain();
	assert_eq!(
		try_call(&mut chain, "//nobody", suspend(NUMBER)),
		Err(NotTried::UnknownAccount)
	);
	let heavy = pallet_utility::Call::with_weight {
		call: Box::new(suspend(NUMBER).into()),
		weight: RuntimeBlockWeights::get().max_block,
	};
	match try_call(&mut chain, MX1, heavy) {
		Err(NotTried::TooHeavy { weight, most }) => assert!(weight > most && most > 0),
		other => panic!("{other:?}"),
	}
}
