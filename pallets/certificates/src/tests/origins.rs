//! Every call from every wrong origin is refused, and nothing is changed.

use super::*;
use crate::{BatchMode, Call, WrittenRows};
use aeo_primitives::{recognition::Standing, ConsentFor};

/// Who may call: an own account, for its own administration; Mexico's, whose programmes are meant; an
/// officer of Mexico; another officer
/// of Mexico than the maker; an officer of Mexico who certifies or looks after risks; who speaks for the
/// holder of the certificate that is meant.
#[derive(Clone, Copy, PartialEq)]
enum Rightful {
	Own,
	MexicosOwn,
	Officer,
	Second,
	OfficerOrRisk,
	ForTheHolder,
}
use Rightful::*;

/// Certified.
const CERTIFIED: &str = "S-4";

/// The hash of the batch that waits.
fn batch() -> H256 {
	let (_, hash) = crate::Batches::<Test>::iter_keys()
		.next()
		.expect("one waits");
	hash
}

/// The number of the decision that waits.
fn proposal() -> u32 {
	let (_, number) = crate::Pendings::<Test>::iter_keys()
		.next()
		.expect("one waits");
	number
}

/// The number of the batch that waits.
fn batch_proposal() -> u32 {
	let (_, _, proposal) = crate::Batches::<Test>::iter().next().expect("one waits");
	proposal.number
}

/// Every call, right but for its origin.
fn calls() -> Vec<(Call<Test>, Rightful)> {
	vec![
		(
			Call::set_programme {
				code: "NEW".try_into().expect("short"),
				programme: programme(
					vec![program_type("A", Halves::Both)],
					true,
					ConsentMode::Asked,
				)
				.into(),
			},
			Own,
		),
		(
			Call::set_domestic_offers {
				offers: Default::default(),
			},
			Own,
		),
		(
			Call::succeed_type {
				of: kind("OEA", "C").into(),
				by: kind("FAST", "C").into(),
				from: written("2032-01-01"),
				document: document(),
			},
			MexicosOwn,
		),
		(
			Call::withdraw_succession {
				of: kind("OEA", "FULL").into(),
				document: document(),
			},
			MexicosOwn,
		),
		(
			Call::propose {
				number: number("A-7").into(),
				decision: as_written(authorise("OEA", OTHER)),
			},
			Officer,
		),
		(
			Call::confirm {
				number: number(NUMBER).into(),
				proposal: proposal(),
			},
			Second,
		),
		(
			Call::refuse {
				number: number(NUMBER).into(),
				proposal: proposal(),
			},
			Officer,
		),
		(
			Call::propose_batch {
				rows: WrittenRows::from(vec![super::take_over::row("OEA", "A-8", OTHER)]),
				mode: BatchMode::AllOrNothing,
			},
			Officer,
		),
		(
			Call::confirm_batch {
				batch: batch(),
				proposal: batch_proposal(),
			},
			Second,
		),
		(
			Call::refuse_batch {
				batch: batch(),
				proposal: batch_proposal(),
			},
			Officer,
		),
		(
			Call::set_review {
				number: number(CERTIFIED).into(),
				review: review(true),
				document: document(),
			},
			OfficerOrRisk,
		),
		(
			Call::void_credentials {
				number: number(CERTIFIED).into(),
			},
			Officer,
		),
		(
			Call::give_consent {
				number: number(CERTIFIED).into(),
				consent_for: ConsentFor::All,
				document: document(),
			},
			ForTheHolder,
		),
		(
			Call::withdraw_consent {
				number: number(CERTIFIED).into(),
				consent_for: ConsentFor::Agreement(1),
				document: document(),
			},
			ForTheHolder,
		),
	]
}

/// Every kind of signer there is, and what it may be.
fn signers() -> Vec<(AccountId, Vec<Rightful>)> {
	let scope = Scope::Certification;
	let mut signers = vec![
		(STRANGER, vec![]),
		(MX, vec![Own, MexicosOwn]),
		(CR, vec![Own]),
		(aeo_mocks::signatory(MX), vec![]),
		(officer(MX, scope), vec![Officer, OfficerOrRisk]),
		(
			second_officer(MX, scope),
			vec![Officer, Second, OfficerOrRisk],
		),
		(officer(MX, Scope::Risk), vec![OfficerOrRisk]),
		(HOLDER, vec![]),
		(OTHER_HOLDER, vec![ForTheHolder]),
		(officer(MX, Scope::Disclosure), vec![ForTheHolder]),
		(officer(CR, Scope::Disclosure), vec![]),
		// Quarantined, and withdrawn.
		(officer(CO, scope), vec![]),
		(CO, vec![]),
		(officer(aeo_mocks::CL, scope), vec![]),
		(aeo_mocks::CL, vec![]),
	];
	for other in Scope::ALL {
		if ![scope, Scope::Risk, Scope::Disclosure].contains(other) {
			signers.push((officer(MX, *other), vec![]));
		}
	}
	signers
}

/// A decision and a batch wait.
fn waiting() {
	set_up();
	assert_ok!(Certificates::succeed_type(
		signed(MX),
		kind("OEA", "FULL").into(),
		kind("FAST", "FULL").into(),
		written("2032-01-01"),
		document()
	));
	assert_ok!(propose(authorise("OEA", TIN)));
	assert_ok!(super::take_over::propose_rows(vec![super::take_over::row(
		"OEA", "A-9", OTHER
	)]));
	link();
	assert_ok!(Certificates::propose(
		by(MX),
		number(CERTIFIED).into(),
		as_written(authorise("FAST", OTHER))
	));
	super::consents::agree(&[1]);
	assert_ok!(Certificates::give_consent(
		signed(OTHER_HOLDER),
		number(CERTIFIED).into(),
		ConsentFor::Agreement(1),
		H256::zero()
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

aeo_mocks::origin_tests!(waiting);

#[test]
fn another_administration_should_never_reach_a_certificate() {
	build_and_execute(|| {
		certify();
		let before = record(NUMBER);
		for decision in [authorise("OEA", TIN), super::rectify::wider()] {
			assert_noop!(
				Certificates::propose(by(CR), number(NUMBER).into(), as_written(decision.clone()))
					.map_err(|error| error.error)
					.map(|_| ()),
				match decision {
					Decision::Authorise { .. } => Error::<Test>::UnknownProgramme,
					_ => Error::<Test>::UnknownCertificate,
				}
			);
		}
		assert_eq!(record(NUMBER), before);
	});
}
