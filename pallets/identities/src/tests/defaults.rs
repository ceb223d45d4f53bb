//! What becomes of an argument that is left as polkadot.js Apps fills it: the README's table.

use super::*;
use crate::{Call, Error::*};
use codec::Decode;
use scale_info::{TypeDef, TypeInfo};
use sp_runtime::{traits::Dispatchable, DispatchError};
use std::collections::BTreeSet;

/// Who sends the call, which argument is left, the call, and what it is refused with. None: it is
/// done, and is harmless.
type Row = (
	RuntimeOrigin,
	&'static str,
	&'static str,
	Call<Test>,
	Option<Error<Test>>,
);

const OFFERED: AccountId = HOLDER + 1;
const FREE: AccountId = HOLDER + 2;
/// The number about which a decision waits.
const WAITING: &str = "MX RDE7910023J3";

/// A row for each argument of each call, and the call itself, right, with none.
fn rows() -> Vec<Row> {
	let scheme = AliasScheme::decode(&mut &[0][..]).expect("there is a first variant");
	let mut rows = Vec::new();
	// The first of the list of accounts is the signer's own.
	let officer_of_mexico = officer(MX, Scope::Identities);
	let mut add = |origin: fn() -> RuntimeOrigin, call, argument, left, error| {
		rows.push((origin(), call, argument, left, error));
	};
	let mexico = || by(MX);
	let mexicos_own = || signed(MX);
	let costa_rica = || by(CR);
	let offered = || signed(OFFERED);
	for (argument, error) in [("tin", TinMissing), ("publication_consent", ConsentMissing)] {
		let call = Call::register {
			tin: left(argument, "tin", "MX SAT-970701-NN3"),
			publication_consent: hash(argument, "publication_consent"),
		};
		add(mexico, "register", argument, call, Some(error));
	}
	for (argument, error) in [
		("tin", TinMissing),
		("publication_consent", ConsentMissing),
		("instrument", DocumentMissing),
	] {
		let call = Call::register_despite_check {
			tin: left(argument, "tin", "MXNWM9709244W5"),
			publication_consent: hash(argument, "publication_consent"),
			instrument: hash(argument, "instrument"),
		};
		add(
			mexicos_own,
			"register_despite_check",
			argument,
			call,
			Some(error),
		);
	}
	for (argument, error) in [("tin", TinMissing), ("decision", DocumentMissing)] {
		let call = Call::propose {
			tin: left(argument, "tin", "MXNWM9709244W5"),
			decision: crate::TraderDecision::RegisterDespiteCheck {
				publication_consent: hash(argument, "decision"),
				instrument: hash(argument, "decision"),
			},
		};
		add(mexico, "propose", argument, call, Some(error));
	}
	for (argument, error) in [("tin", TinMissing), ("proposal", ProposalNumberDiffers)] {
		let call = Call::confirm {
			tin: left(argument, "tin", WAITING),
			proposal: u32::from(argument != "proposal"),
		};
		add(mexico, "confirm", argument, call, Some(error));
	}
	for (argument, error) in [("tin", TinMissing), ("proposal", ProposalNumberDiffers)] {
		let call = Call::refuse {
			tin: left(argument, "tin", WAITING),
			proposal: u32::from(argument != "proposal"),
		};
		add(mexico, "refuse", argument, call, Some(error));
	}
	for (argument, error) in [("tin", TinMissing), ("document", DocumentMissing)] {
		let call = Call::close {
			tin: left(argument, "tin", TIN),
			document: hash(argument, "document"),
		};
		add(mexico, "close", argument, call, Some(error));
	}
	for (argument, error) in [
		("tin", TinMissing),
		("into", TinMissing),
		("document", DocumentMissing),
	] {
		let call = Call::merge {
			tin: left(argument, "tin", TIN),
			into: left(argument, "into", OTHER),
			document: hash(argument, "document"),
		};
		add(mexico, "merge", argument, call, Some(error));
	}
	for (argument, error) in [
		("tin", Some(TinMissing)),
		("account", Some(AccountInUse)),
		("instrument", None),
	] {
		let call = Call::offer_account {
			tin: left(argument, "tin", TIN),
			account: if argument == "account" {
				officer_of_mexico
			} else {
				FREE
			},
			instrument: (argument != "instrument").then_some(document()),
		};
		add(mexico, "offer_account", argument, call, error);
	}
	let call = Call::accept_account { tin: tin("") };
	add(offered, "accept_account", "tin", call, Some(TinMissing));
	let account = officer_of_mexico;
	let call = Call::withdraw_offer { account };
	add(
		mexico,
		"withdraw_offer",
		"account",
		call,
		Some(AccountNotOffered),
	);
	let call = Call::unlink_account { account };
	add(
		mexico,
		"unlink_account",
		"account",
		call,
		Some(AccountNotLinked),
	);
	for (argument, error) in [
		("tin", Some(TinMissing)),
		("scheme", None),
		("value", Some(AliasMissing)),
	] {
		let call = Call::issue_alias {
			tin: left(argument, "tin", TIN),
			scheme: if argument == "scheme" {
				scheme
			} else {
				AliasScheme::Mid
			},
			value: left(argument, "value", "X9"),
		};
		add(costa_rica, "issue_alias", argument, call, error);
	}
	for (argument, error) in [
		("tin", TinMissing),
		("grantor", UnknownAdministration),
		("written", AliasNotDerived),
	] {
		let call = Call::derive_alias {
			tin: left(argument, "tin", SINGAPOREAN),
			grantor: grantor(argument),
			written: left(argument, "written", "201312345A12"),
		};
		add(mexico, "derive_alias", argument, call, Some(error));
	}
	for (argument, error) in [
		("tin", Some(TinMissing)),
		("grantor", Some(UnknownAdministration)),
		("scheme", None),
		("value", Some(AliasMissing)),
	] {
		let call = Call::declare_alias {
			tin: left(argument, "tin", TIN),
			grantor: grantor(argument),
			scheme: if argument == "scheme" {
				scheme
			} else {
				AliasScheme::Mid
			},
			value: left(argument, "value", "X9"),
		};
		add(mexico, "declare_alias", argument, call, error);
	}
	for (argument, error) in [
		("tin", TinMissing),
		("scheme", AliasNotDeclared),
		("value", AliasMissing),
	] {
		let call = Call::confirm_alias {
			tin: left(argument, "tin", TIN),
			scheme: if argument == "scheme" {
				scheme
			} else {
				AliasScheme::Mid
			},
			value: left(argument, "value", "MXFIRM1MEX"),
		};
		add(costa_rica, "confirm_alias", argument, call, Some(error));
	}
	for (argument, error) in [
		("tin", TinMissing),
		("grantor", UnknownAlias),
		("scheme", UnknownAlias),
		("value", AliasMissing),
	] {
		let call = Call::remove_alias {
			tin: left(argument, "tin", TIN),
			grantor: grantor(argument),
			scheme: if argument == "scheme" {
				scheme
			} else {
				AliasScheme::Mid
			},
			value: left(argument, "value", "MXFIRM1MEX"),
		};
		add(mexico, "remove_alias", argument, call, Some(error));
	}
	rows
}

/// The text, unless it is the argument that is left.
fn left(argument: &str, name: &str, text: &str) -> WrittenTin {
	tin(if argument == name { "" } else { text })
}

fn hash(argument: &str, name: &str) -> H256 {
	if argument == name {
		H256::zero()
	} else {
		document()
	}
}

fn grantor(argument: &str) -> Territory {
	if argument == "grantor" {
		Territory::AD
	} else {
		Territory::CR
	}
}

/// An offered account, a decision that waits, and an alias that waits to be confirmed.
fn set_up() {
	register_all();
	aeo_mocks::cover(Territory::SG, Territory::MX);
	assert_ok!(register(MX, SINGAPOREAN));
	assert_ok!(offer(TIN, OFFERED));
	aeo_mocks::set_outer_signer(Some(officer(MX, Scope::Identities)));
	assert_ok!(super::propose::propose(by(MX), WAITING));
	assert_ok!(Identities::declare_alias(
		by(MX),
		tin(TIN),
		Territory::CR,
		AliasScheme::Mid,
		tin("MXFIRM1MEX")
	));
}

fn send(origin: RuntimeOrigin, call: Call<Test>) -> Result<(), DispatchError> {
	RuntimeCall::from(call)
		.dispatch(origin)
		.map(|_| ())
		.map_err(|failed| failed.error)
}

#[test]
fn every_argument_left_as_it_is_filled_should_be_refused_or_harmless() {
	for (origin, call, argument, left, expected) in rows() {
		build_and_execute(|| {
			set_up();
			match expected {
				Some(error) => {
					assert_noop!(send(origin, left), error);
				}
				None => {
					assert_eq!(send(origin, left), Ok(()), "{call}: {argument}");
					// No account is linked that has not accepted; no alias of another scheme leads anywhere.
					assert_eq!(record(TIN).accounts, 0);
					let by_alias = |scheme| Identities::by_alias(Territory::CR, scheme, "X9");
					assert_eq!(by_alias(AliasScheme::Mid), AliasMatch::NoMatch);
					assert_eq!(by_alias(AliasScheme::Tcuin), AliasMatch::NoMatch);
				}
			}
		});
	}
}

/// An option is filled with none; whoever adds it gets zeros.
#[test]
fn an_instrument_of_zeros_should_be_refused() {
	build_and_execute(|| {
		set_up();
		let call = Call::offer_account {
			tin: tin(TIN),
			account: FREE,
			instrument: Some(H256::zero()),
		};
		assert_noop!(send(by(MX), call), Error::<Test>::DocumentMissing);
	});
}

/// No rule makes an alias out of nothing.
#[test]
fn nothing_should_be_derived_from_nothing() {
	for from in Territory::ALL {
		for grantor in Territory::ALL {
			assert!(aeo_primitives::alias::derive(from, grantor, "").is_err());
		}
	}
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
	let rows: BTreeSet<_> = rows().iter().map(|row| (row.1, row.2)).collect();
	assert_eq!(rows, arguments);
	let readme = include_str!("../../README.md");
	for (call, argument) in arguments {
		let row = format!("| `{call}` | `{argument}` |");
		assert!(readme.contains(&row), "the README has no row {row}");
	}
}
