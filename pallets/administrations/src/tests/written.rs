//! Whatever is typed, the runtime answers.

use super::*;
use crate::Call;
use aeo_primitives::{Scope, WrittenSet};
use codec::Decode;
use proptest::prelude::*;
use sp_runtime::{traits::Dispatchable, DispatchError};

/// Any text of at most 256 bytes, and what is nearly an offset.
fn text() -> impl Strategy<Value = Written> {
	prop_oneof![
		any::<String>(),
		"\\PC{0,256}",
		"(UTC)?[+−-]?[0-9]{1,3}:?[0-9]{0,3}",
		"[ \t]*[+-][01][0-9]:[0-9]{2}[ \t]*",
	]
	.prop_map(|text| {
		let mut end = text.len().min(256);
		while !text.is_char_boundary(end) {
			end -= 1;
		}
		text[..end].try_into().expect("it was cut")
	})
}

fn territories() -> impl Strategy<Value = WrittenSet<Territory>> {
	let all: Vec<_> = Territory::ALL.into_iter().collect();
	prop::collection::vec(prop::sample::select(all), 0..60).prop_map(Into::into)
}

fn scopes() -> impl Strategy<Value = WrittenSet<Scope>> {
	prop::collection::vec(prop::sample::select(Scope::ALL.to_vec()), 0..20).prop_map(Into::into)
}

/// The decoder takes it, a signature over it can be verified, and what is wrong is said by the pallet.
fn answered(call: Call<Test>) -> Result<(), DispatchError> {
	let call = RuntimeCall::from(call);
	let bytes = call.encode();
	let decoded = RuntimeCall::decode(&mut &bytes[..]).expect("the decoder refuses nothing");
	assert_eq!(decoded.encode(), bytes);
	assert_eq!(decoded, call);
	let answer = decoded
		.dispatch(signed(MX))
		.map(|_| ())
		.map_err(|failed| failed.error);
	assert!(
		matches!(answer, Ok(()) | Err(DispatchError::Module(_))),
		"{answer:?}"
	);
	answer
}

proptest! {
	#[test]
	fn propose_should_answer_whatever_is_written(
		utc_offset in text(),
		territories in territories(),
		signatories in prop::collection::vec(40..80_u64, 0..40),
	) {
		build_and_execute(|| {
			let call = Call::propose {
				territory: Territory::CL,
				territories,
				utc_offset: utc_offset.clone(),
				account: CL,
				encryption_key: key(7),
				instrument: None,
				signatories: signatories.into(),
			};
			let is_done = answered(call).is_ok();
			assert!(!is_done || utc_offset.read::<aeo_primitives::UtcOffset>().is_ok());
		});
	}

	#[test]
	fn appoint_officer_should_answer_whatever_is_written(scopes in scopes()) {
		build_and_execute(|| {
			let none = scopes.iter().next().is_none();
			let answer = answered(Call::appoint_officer { officer: 50, scopes });
			assert_eq!(answer.is_ok(), !none);
		});
	}
}

#[test]
fn propose_should_take_an_offset_with_space_around_it() {
	build_and_execute(|| {
		for text in [" -04:00", "UTC-04:00 ", "−04:00"] {
			let call = Call::propose {
				territory: Territory::CL,
				territories: Default::default(),
				utc_offset: text.try_into().expect("short"),
				account: CL,
				encryption_key: key(7),
				instrument: None,
				signatories: Default::default(),
			};
			assert_eq!(answered(call), Ok(()), "{text}");
		}
		for (_, _, proposal) in crate::Proposals::<Test>::iter() {
			assert_eq!(proposal.candidate.utc_offset.minutes(), -240);
		}
	});
}

#[test]
fn propose_should_say_what_is_wrong_with_an_offset() {
	use crate::Error::*;
	build_and_execute(|| {
		for (text, error) in [
			("", UtcOffsetMissing::<Test>),
			("  ", UtcOffsetMissing),
			("-240", UtcOffsetNotUnderstood),
			("04:00", UtcOffsetNotUnderstood),
			("-4:00", UtcOffsetNotUnderstood),
			("-04:60", UtcOffsetNotUnderstood),
			("0", UtcOffsetNotUnderstood),
			("-12:01", UtcOffsetOutOfRange),
			("+14:01", UtcOffsetOutOfRange),
			("+99:59", UtcOffsetOutOfRange),
		] {
			let call = Call::propose {
				territory: Territory::CL,
				territories: Default::default(),
				utc_offset: text.try_into().expect("short"),
				account: CL,
				encryption_key: key(7),
				instrument: None,
				signatories: Default::default(),
			};
			assert_eq!(answered(call), Err(error.into()), "{text}");
		}
	});
}

#[test]
fn propose_should_fail_with_too_many_signatories_or_territories() {
	use crate::Error::*;
	build_and_execute(|| {
		let call = |territories: Vec<Territory>, signatories: Vec<AccountId>| Call::propose {
			territory: Territory::CL,
			territories: territories.into(),
			utc_offset: offset(0),
			account: CL,
			encryption_key: key(7),
			instrument: None,
			signatories: signatories.into(),
		};
		let many: Vec<_> = Territory::ALL
			.into_iter()
			.filter(|t| !t.code().starts_with(['M', 'C', 'P']))
			.take(41)
			.collect();
		assert_eq!(
			answered(call(many, vec![])),
			Err(TooManyTerritories::<Test>.into())
		);
		assert_eq!(
			answered(call(vec![], (100..121).collect())),
			Err(TooManySignatories::<Test>.into())
		);
		assert_eq!(answered(call(vec![], (100..120).collect())), Ok(()));
	});
}
