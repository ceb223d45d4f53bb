//! Every call from every wrong origin is refused, and nothing is changed.

use super::*;
use crate::Call;
use aeo_primitives::recognition::Standing;
use frame_support::traits::GetCallName;
use std::collections::BTreeSet;

/// Who may call: an officer of Mexico who publishes; an own account, for its own administration; a
/// holder.
#[derive(Clone, Copy, PartialEq)]
enum Rightful {
	Officer,
	Own,
	Holder,
}
use Rightful::*;

/// Every call, right but for its origin.
fn calls() -> Vec<(Call<Test>, Rightful)> {
	vec![
		(
			Call::publish {
				as_of: 0,
				lists: vec![next(Territory::CR)],
			},
			Officer,
		),
		(
			Call::set_source {
				url: "https://aeo.example".try_into().expect("short"),
			},
			Own,
		),
		(
			Call::register_key {
				key: H256::repeat_byte(2),
			},
			Holder,
		),
		(Call::remove_key {}, Holder),
	]
}

/// Every kind of signer there is, and what it may be.
fn signers() -> Vec<(AccountId, Vec<Rightful>)> {
	let scope = Scope::Disclosure;
	let mut signers = vec![
		(STRANGER, vec![]),
		(MX, vec![Own]),
		(CR, vec![Own]),
		(PE, vec![Own]),
		(aeo_mocks::signatory(MX), vec![]),
		(officer(MX, scope), vec![Officer]),
		(aeo_mocks::second_officer(MX, scope), vec![Officer]),
		// To whom nobody but Mexico discloses anything.
		(officer(PE, scope), vec![]),
		(HOLDER, vec![Holder]),
		// Quarantined, and withdrawn.
		(officer(CO, scope), vec![]),
		(CO, vec![]),
		(officer(aeo_mocks::CL, scope), vec![]),
		(aeo_mocks::CL, vec![]),
	];
	for other in Scope::ALL {
		if *other != scope {
			signers.push((officer(MX, *other), vec![]));
		}
	}
	signers
}

/// Mexico discloses to Costa Rica, and a trader has a key.
fn begin() {
	disclose(Territory::CR, 1);
	link();
	assert_ok!(Disclosures::register_key(
		signed(HOLDER),
		H256::repeat_byte(1)
	));
	aeo_mocks::set_standing(Territory::CO, Standing::QuarantinedByCouncil);
}

/// Every kind of origin there is, and what it may be.
fn origins() -> Vec<(RuntimeOrigin, Vec<Rightful>)> {
	let unsigned = [RuntimeOrigin::none(), RuntimeOrigin::root()].map(|origin| (origin, vec![]));
	let signed = signers()
		.into_iter()
		.map(|(account, is)| (RuntimeOrigin::signed(account), is));
	unsigned.into_iter().chain(signed).collect()
}

aeo_mocks::origin_tests!(begin);

/// What the README says of the hands that a call takes.
#[test]
fn the_table_of_hands_should_say_who_calls() {
	let readme = include_str!("../../README.md");
	let (_, section) = readme.split_once("## Hands\n").expect("the section");
	let (section, _) = section.split_once("\n## ").expect("another one follows");
	let rows = section.lines().filter(|line| line.starts_with("| `"));
	let written: BTreeSet<String> = rows.map(String::from).collect();
	build_and_execute(|| {
		let expected = calls().into_iter().map(|(call, rightful)| {
			let hands = match rightful {
				Officer => "one",
				Own => "own account",
				Holder => "holder",
			};
			format!("| `{}` | {hands} |", call.get_call_name())
		});
		assert_eq!(written, expected.collect());
	});
}
