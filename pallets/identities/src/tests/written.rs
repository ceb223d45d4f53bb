//! Whatever is typed, the runtime answers.

use super::*;
use crate::Call;
use codec::{Decode, Encode};
use proptest::prelude::*;
use sp_runtime::{traits::Dispatchable, DispatchError};

/// Any text of at most 256 bytes, and what is nearly a TIN or an alias.
fn text() -> impl Strategy<Value = WrittenTin> {
	prop_oneof![
		any::<String>(),
		"\\PC{0,256}",
		"[A-Z]{2}[ ./-]?[A-ZÑ&0-9 ./-]{0,40}",
		"(MX)? ?NWM-970924-4W4[ \u{303}]*",
		"[ ./-]{0,256}",
		"[a-zß0-9]{30,40}",
	]
	.prop_map(|text| {
		let mut end = text.len().min(256);
		while !text.is_char_boundary(end) {
			end -= 1;
		}
		text[..end].try_into().expect("it was cut")
	})
}

/// Every call that takes a text, with these in all places.
fn calls(one: &WrittenTin, other: &WrittenTin) -> Vec<(RuntimeOrigin, Call<Test>)> {
	let (scheme, grantor) = (AliasScheme::Code, Territory::CR);
	let (tin, document) = (one.clone(), document());
	let publication_consent = document;
	let account = HOLDER + 1;
	let mut calls = vec![
		(
			by(MX),
			Call::register {
				tin: tin.clone(),
				publication_consent,
			},
		),
		(
			signed(MX),
			Call::register_despite_check {
				tin: tin.clone(),
				publication_consent,
				instrument: document,
			},
		),
		(
			by(MX),
			Call::propose {
				tin: tin.clone(),
				decision: crate::TraderDecision::RegisterDespiteCheck {
					publication_consent,
					instrument: document,
				},
			},
		),
		(
			by(MX),
			Call::confirm {
				tin: tin.clone(),
				proposal: 1,
			},
		),
		(
			by(MX),
			Call::refuse {
				tin: tin.clone(),
				proposal: 1,
			},
		),
		(
			by(MX),
			Call::offer_account {
				tin: tin.clone(),
				account,
				instrument: None,
			},
		),
		(signed(HOLDER), Call::accept_account { tin: tin.clone() }),
	];
	// With a TIN that is understood, the other text is looked at.
	for tin in [one.clone(), super::tin(TIN), super::tin(SINGAPOREAN)] {
		let (value, written) = (other.clone(), other.clone());
		calls.push((
			by(MX),
			Call::derive_alias {
				tin: tin.clone(),
				grantor,
				written,
			},
		));
		calls.push((
			by(MX),
			Call::declare_alias {
				tin: tin.clone(),
				grantor,
				scheme,
				value: value.clone(),
			},
		));
		calls.push((
			by(CR),
			Call::confirm_alias {
				tin: tin.clone(),
				scheme,
				value: value.clone(),
			},
		));
		calls.push((
			by(MX),
			Call::remove_alias {
				tin: tin.clone(),
				grantor,
				scheme,
				value: value.clone(),
			},
		));
		calls.push((
			by(CR),
			Call::issue_alias {
				tin: tin.clone(),
				scheme,
				value,
			},
		));
		calls.push((
			by(MX),
			Call::merge {
				tin: tin.clone(),
				into: other.clone(),
				document,
			},
		));
		calls.push((by(MX), Call::close { tin, document }));
	}
	calls
}

proptest! {
	/// The decoder takes it, a signature over it can be verified, and what is wrong is said by the
	/// pallet.
	#[test]
	fn every_call_should_answer_whatever_is_written(one in text(), other in text()) {
		build_and_execute(|| {
			register_all();
			aeo_mocks::cover(Territory::SG, Territory::MX);
			assert_ok!(register(MX, SINGAPOREAN));
			for (origin, call) in calls(&one, &other) {
				let call = RuntimeCall::from(call);
				let bytes = call.encode();
				let decoded = RuntimeCall::decode(&mut &bytes[..]).expect("the decoder refuses nothing");
				assert_eq!(decoded.encode(), bytes);
				assert_eq!(decoded, call);
				let answer = decoded.dispatch(origin).map_err(|failed| failed.error);
				assert!(
					matches!(answer, Ok(_) | Err(DispatchError::Module(_))),
					"{call:?}: {answer:?}"
				);
			}
		});
	}
}
