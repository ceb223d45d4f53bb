//! What becomes of an argument that is left as polkadot.js Apps fills it: the README's table.

use super::*;
use crate::{
	Call,
	Error::{self, *},
	Settings,
};
use aeo_primitives::{CredentialKey, Scope, UsesRecorded};
use codec::Decode;
use frame_support::assert_noop;
use scale_info::{TypeDef, TypeInfo};
use sp_runtime::{traits::Dispatchable, DispatchError};
use std::collections::{BTreeMap, BTreeSet};

/// Which argument is left; the others are right.
type Row = (&'static str, &'static str, Call<Test>, Option<Error<Test>>);

const DID: &str = "did:web:aduanas.example";

/// A row for an argument of `set_credential_issuer`; no key before is kept in any.
fn issuing(
	argument: &'static str,
	did: &str,
	key: CredentialKey,
	expected: Option<Error<Test>>,
) -> Row {
	let call = Call::set_credential_issuer {
		did: did.try_into().expect("short"),
		key,
		keep_previous_until: None,
	};
	("set_credential_issuer", argument, call, expected)
}

fn proposal() -> (Call<Test>, impl Fn(&str) -> Call<Test>) {
	let with = |left: &str| {
		let is_left = |name| name == left;
		Call::propose {
			territory: if is_left("territory") {
				Territory::AD
			} else {
				Territory::CL
			},
			territories: if is_left("territories") {
				Default::default()
			} else {
				vec![Territory::AQ].into()
			},
			utc_offset: if is_left("utc_offset") {
				Written::default()
			} else {
				offset(-240)
			},
			account: if is_left("account") { MX } else { CL },
			encryption_key: if is_left("encryption_key") {
				H256::zero()
			} else {
				key(7)
			},
			instrument: (!is_left("instrument")).then_some(key(9)),
			signatories: if is_left("signatories") {
				Default::default()
			} else {
				vec![50].into()
			},
		}
	};
	(with(""), with)
}

/// A row for each argument of each call. None: it is done, and is harmless.
fn rows() -> Vec<Row> {
	let nobody = Territory::AD;
	let (_, propose) = proposal();
	let proposed = |argument, error| ("propose", argument, propose(argument), error);
	let of =
		|call, becomes: Call<Test>| (call, "administration", becomes, Some(UnknownAdministration));
	vec![
		proposed("territory", None),
		proposed("territories", None),
		proposed("utc_offset", Some(UtcOffsetMissing)),
		proposed("account", Some(AccountInUse)),
		proposed("encryption_key", Some(EncryptionKeyMissing)),
		proposed("instrument", None),
		proposed("signatories", None),
		(
			"retract",
			"territory",
			Call::retract {
				territory: nobody,
				proposal: 4,
			},
			Some(UnknownProposal),
		),
		(
			"retract",
			"proposal",
			Call::retract {
				territory: Territory::EC,
				proposal: 0,
			},
			Some(UnknownProposal),
		),
		(
			"admit",
			"territory",
			Call::admit {
				territory: nobody,
				proposal: 4,
			},
			Some(UnknownProposal),
		),
		(
			"admit",
			"proposal",
			Call::admit {
				territory: Territory::EC,
				proposal: 0,
			},
			Some(UnknownProposal),
		),
		of(
			"quarantine",
			Call::quarantine {
				administration: nobody,
			},
		),
		of(
			"end_quarantine",
			Call::end_quarantine {
				administration: nobody,
			},
		),
		of(
			"expel",
			Call::expel {
				administration: nobody,
			},
		),
		(
			"switch_off_validator",
			"administration",
			Call::switch_off_validator {
				administration: nobody,
			},
			Some(NothingWouldChange),
		),
		(
			"appoint_officer",
			"officer",
			Call::appoint_officer {
				officer: MX,
				scopes: vec![Scope::Risk].into(),
			},
			Some(AccountInUse),
		),
		(
			"appoint_officer",
			"scopes",
			Call::appoint_officer {
				officer: 50,
				scopes: Default::default(),
			},
			Some(ScopesMissing),
		),
		(
			"appoint_signatory",
			"signatory",
			Call::appoint_signatory { signatory: MX },
			Some(AccountInUse),
		),
		(
			"dismiss_officer",
			"officer",
			Call::dismiss_officer { officer: MX },
			Some(NotAnOfficer),
		),
		(
			"rotate_encryption_key",
			"key",
			Call::rotate_encryption_key { key: H256::zero() },
			Some(EncryptionKeyMissing),
		),
		issuing("did", "", CredentialKey([2; 33]), Some(DidNotUnderstood)),
		issuing("key", DID, CredentialKey([0; 33]), Some(KeyMalformed)),
		issuing("keep_previous_until", DID, CredentialKey([2; 33]), None),
		(
			"rotate_account",
			"account",
			Call::rotate_account { account: MX },
			Some(AccountInUse),
		),
		(
			"change_settings",
			"settings",
			Call::change_settings {
				settings: Settings {
					uses_recorded: UsesRecorded::decode(&mut &[0][..])
						.expect("there is a first variant"),
				},
			},
			Some(NothingWouldChange),
		),
		(
			"authorise_upgrade",
			"code_hash",
			Call::authorise_upgrade {
				code_hash: H256::zero(),
			},
			Some(CodeHashMissing),
		),
		(
			"withdraw_upgrade",
			"code_hash",
			Call::withdraw_upgrade {
				code_hash: H256::zero(),
			},
			Some(UnknownUpgrade),
		),
		(
			"note_stalled",
			"delay",
			Call::note_stalled {
				delay: 0,
				best_finalised: 7,
			},
			Some(DelayMissing),
		),
		(
			"note_stalled",
			"best_finalised",
			Call::note_stalled {
				delay: 7,
				best_finalised: 0,
			},
			Some(FinalisedBlockMissing),
		),
	]
}

/// Mexico's own account, or three quarters of the council.
fn send(call: Call<Test>) -> Result<(), DispatchError> {
	let by_council = matches!(
		call,
		Call::admit { .. }
			| Call::quarantine { .. }
			| Call::end_quarantine { .. }
			| Call::expel { .. }
			| Call::switch_off_validator { .. }
			| Call::authorise_upgrade { .. }
			| Call::withdraw_upgrade { .. }
			| Call::note_stalled { .. }
	);
	let origin = if by_council { enough() } else { signed(MX) };
	RuntimeCall::from(call)
		.dispatch(origin)
		.map(|_| ())
		.map_err(|failed| failed.error)
}

/// The roles of accounts, who covers what, who has a seat, who validates.
fn standing() -> impl PartialEq + core::fmt::Debug {
	(
		crate::Accounts::<Test>::iter().collect::<BTreeMap<_, _>>(),
		crate::Coverage::<Test>::iter().collect::<BTreeMap<_, _>>(),
		crate::Seats::<Test>::get(),
		crate::Validating::<Test>::get(),
		crate::Counting::<Test>::get(),
	)
}

#[test]
fn every_argument_left_as_it_is_filled_should_be_refused_or_harmless() {
	for (call, argument, left, expected) in rows() {
		build_and_execute(|| {
			assert_eq!(propose(Territory::EC, 66), 4);
			match expected {
				Some(error) => {
					assert_noop!(send(left), error);
				}
				None => {
					let before = standing();
					assert_eq!(send(left), Ok(()), "{call}: {argument}");
					assert_eq!(before, standing(), "{call}: {argument}");
				}
			}
			assert_eq!(Stalled::get(), None);
		});
	}
}

/// Otherwise the rows would prove nothing: what is left is all that is wrong with them.
#[test]
fn a_proposal_with_nothing_left_should_be_done() {
	build_and_execute(|| assert_eq!(send(proposal().0), Ok(())));
}

/// An option is filled with none; whoever adds it gets zeros.
#[test]
fn an_instrument_of_zeros_should_be_refused() {
	build_and_execute(|| {
		let (mut call, _) = proposal();
		if let Call::propose { instrument, .. } = &mut call {
			*instrument = Some(H256::zero());
		}
		assert_noop!(send(call), DocumentMissing::<Test>);
	});
}

#[test]
fn every_argument_of_every_call_should_have_its_row_here_and_in_the_readme() {
	let TypeDef::Variant(calls) = Call::<Test>::type_info().type_def else {
		panic!("a call is an enum");
	};
	let arguments: BTreeSet<_> = calls
		.variants
		.iter()
		.flat_map(|call| call.fields.iter().map(|field| (call.name, field.name)))
		.map(|(call, field)| (call, field.expect("arguments have names")))
		.collect();
	let rows: BTreeSet<_> = rows().iter().map(|row| (row.0, row.1)).collect();
	assert_eq!(rows, arguments);
	let readme = include_str!("../../README.md");
	for (call, argument) in arguments {
		let row = format!("| `{call}` | `{argument}` |");
		assert!(readme.contains(&row), "the README has no row {row}");
	}
}
