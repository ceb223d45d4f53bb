//! Every call from every wrong origin is refused, and nothing is changed.

use super::*;
use crate::Call;
use aeo_primitives::{recognition::Standing, Opinion, RequestOutcome};
use frame_support::traits::GetCallName;
use std::collections::BTreeSet;

/// Who may call: an own account, for its own administration; an officer of Mexico; a holder, or that
/// of the certificate; Mexico's own account or its agency itself; an agency of Mexico.
#[derive(Clone, Copy, PartialEq)]
enum Rightful {
	Own,
	Officer,
	Holder,
	OwnHolder,
	OfficerOrHolder,
	OwnOrAgency,
	Agency,
}
use Rightful::*;

/// Applied for, accepted, and certified, with an appeal and a renewal asked for.
const APPLIED: &str = "S-1";
const ACCEPTED: &str = "S-2";
const WISHED: &str = "S-3";
/// The accounts of agencies of Mexico, Costa Rica and Colombia.
const AGENCIES: [(AccountId, AccountId); 3] = [(MX, HEALTH), (CR, 811), (CO, 812)];

/// Every call, right but for its origin.
fn calls() -> Vec<(Call<Test>, Rightful)> {
	let document = document();
	vec![
		(
			Call::apply {
				certificate_type: full(),
				roles: exporter(),
				document,
			},
			Holder,
		),
		(
			Call::enter_application {
				number: written("A-10"),
				tin: tin(OTHER),
				publication_consent: document,
				certificate_type: full(),
				roles: exporter(),
				document,
			},
			Officer,
		),
		(
			Call::accept {
				number: written(APPLIED),
				document,
			},
			Officer,
		),
		(
			Call::reject {
				number: written(APPLIED),
				document,
			},
			Officer,
		),
		(
			Call::withdraw_application {
				number: written(APPLIED),
				document,
			},
			OwnHolder,
		),
		(
			Call::ask {
				number: written(APPLIED),
				wish: Wish::Appeal,
				document,
			},
			OfficerOrHolder,
		),
		(
			Call::withdraw_wish {
				number: written(WISHED),
				wish: WishKind::Renewal,
				document,
			},
			OfficerOrHolder,
		),
		(
			Call::dismiss_appeal {
				number: written(WISHED),
				document,
			},
			Officer,
		),
		(
			Call::register_agency {
				code: agency("NEW").into(),
				account: STRANGER + 1,
			},
			Own,
		),
		(
			Call::remove_agency {
				code: agency("HEALTH").into(),
			},
			OwnOrAgency,
		),
		(
			Call::opine {
				number: written(ACCEPTED),
				version: 2,
				opinion: Opinion::Favourable,
				document,
			},
			Agency,
		),
		(
			Call::request {
				number: written(APPLIED),
				kind: RequestKind::Visit,
				due: written("2026-11-24"),
				document,
			},
			Officer,
		),
		(
			Call::answer_request {
				number: written(APPLIED),
				request: 1,
				document,
			},
			OfficerOrHolder,
		),
		(
			Call::close_request {
				number: written(APPLIED),
				request: 1,
				outcome: RequestOutcome::Met,
				document,
			},
			Officer,
		),
	]
}

/// Every kind of signer there is, and what it may be.
fn signers() -> Vec<(AccountId, Vec<Rightful>)> {
	let scope = Scope::Certification;
	let mut signers = vec![
		(STRANGER, vec![]),
		(MX, vec![Own, OwnOrAgency]),
		(CR, vec![Own]),
		(aeo_mocks::signatory(MX), vec![]),
		(officer(MX, scope), vec![Officer, OfficerOrHolder]),
		(second_officer(MX, scope), vec![Officer, OfficerOrHolder]),
		(HOLDER, vec![Holder, OwnHolder, OfficerOrHolder]),
		(OTHER_HOLDER, vec![Holder]),
		// Quarantined, and withdrawn.
		(officer(CO, scope), vec![]),
		(CO, vec![]),
		(HEALTH, vec![Agency, OwnOrAgency]),
		(811, vec![]),
		(812, vec![]),
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

/// Something is applied for, accepted, wished and asked.
fn begin() {
	certify(APPLIED, CertificateState::Applied);
	accept(ACCEPTED, TIN);
	certify(WISHED, CertificateState::Authorised);
	assert_ok!(request(APPLIED));
	for wish in [Wish::Renewal, Wish::Appeal] {
		assert_ok!(Applications::ask(
			signed(HOLDER),
			written(WISHED),
			wish,
			document()
		));
	}
	for (own, account) in AGENCIES {
		assert_ok!(register(
			own,
			if own == MX { "HEALTH" } else { "OTHER" },
			account
		));
	}
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
	let expected = calls().into_iter().map(|(call, rightful)| {
		let hands = match rightful {
			Own => "own account",
			Officer => "one",
			Holder | OwnHolder => "holder",
			OfficerOrHolder => "holder, or one",
			OwnOrAgency => "own account, or the agency",
			Agency => "agency",
		};
		format!("| `{}` | {hands} |", call.get_call_name())
	});
	assert_eq!(written, expected.collect());
}
