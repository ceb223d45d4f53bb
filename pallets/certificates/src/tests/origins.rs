//! Every call from every wrong origin is refused, and nothing is changed.

use super::*;
use crate::{BatchMode, Call, Opinion, WrittenRows};
use aeo_primitives::{recognition::Standing, RequestOutcome};
use frame_support::{assert_storage_noop, traits::GetCallName};
use sp_runtime::traits::Dispatchable;
use std::collections::BTreeSet;

/// Who may call: an own account, for its own administration; an officer of Mexico; another officer
/// of Mexico than the maker; a holder, or that of the certificate; Mexico's own account or its agency itself; an agency of Mexico.
#[derive(Clone, Copy, PartialEq)]
enum Rightful {
	Own,
	Officer,
	Second,
	Holder,
	OwnHolder,
	OfficerOrHolder,
	OfficerOrRisk,
	OwnOrAgency,
	Agency,
}
use Rightful::*;

/// Applied for, rejected, rejected with an appeal, certified, and accepted.
const APPLIED: &str = "S-1";
const REJECTED: &str = "S-2";
const APPEALED: &str = "S-3";
const CERTIFIED: &str = "S-4";
const ACCEPTED: &str = "S-5";
/// Certified, with a renewal asked for.
const WISHED: &str = "S-6";
/// The accounts of agencies of Mexico, Costa Rica and Colombia.
const AGENCIES: [(AccountId, AccountId); 3] = [(MX, HEALTH), (CR, 811), (CO, 812)];

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
			Call::apply {
				certificate_type: kind("OEA", "C").into(),
				roles: roles(&[Role::Carrier]).into(),
				document: document(),
			},
			Holder,
		),
		(
			Call::enter_application {
				number: number("A-10").into(),
				tin: tin(OTHER),
				publication_consent: document(),
				certificate_type: kind("OEA", "C").into(),
				roles: roles(&[Role::Carrier]).into(),
				document: document(),
			},
			Officer,
		),
		(
			Call::accept {
				number: number(APPLIED).into(),
				document: document(),
			},
			Officer,
		),
		(
			Call::reject {
				number: number(APPLIED).into(),
				document: document(),
			},
			Officer,
		),
		(
			Call::withdraw_application {
				number: number(APPLIED).into(),
				document: document(),
			},
			OwnHolder,
		),
		(
			Call::ask {
				number: number(REJECTED).into(),
				wish: as_wished(Wish::Appeal),
				document: document(),
			},
			OfficerOrHolder,
		),
		(
			Call::withdraw_wish {
				number: number(WISHED).into(),
				wish: WishKind::Renewal,
				document: document(),
			},
			OfficerOrHolder,
		),
		(
			Call::dismiss_appeal {
				number: number(APPEALED).into(),
				document: document(),
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
				number: number(ACCEPTED).into(),
				version: 2,
				opinion: Opinion::Favourable,
				document: document(),
			},
			Agency,
		),
		(
			Call::request {
				number: number(APPLIED).into(),
				kind: RequestKind::Visit,
				due: day("2026-11-24").into(),
				document: document(),
			},
			Officer,
		),
		(
			Call::answer_request {
				number: number(APPLIED).into(),
				request: 1,
				document: document(),
			},
			OfficerOrHolder,
		),
		(
			Call::close_request {
				number: number(APPLIED).into(),
				request: 1,
				outcome: RequestOutcome::Met,
				document: document(),
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
		(
			officer(MX, scope),
			vec![Officer, OfficerOrHolder, OfficerOrRisk],
		),
		(
			second_officer(MX, scope),
			vec![Officer, Second, OfficerOrHolder, OfficerOrRisk],
		),
		(officer(MX, Scope::Risk), vec![OfficerOrRisk]),
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
		if *other != scope && *other != Scope::Risk {
			signers.push((officer(MX, *other), vec![]));
		}
	}
	signers
}

/// A decision and a batch wait.
fn waiting() {
	set_up();
	assert_ok!(propose(authorise("OEA", TIN)));
	assert_ok!(super::take_over::propose_rows(vec![super::take_over::row(
		"OEA", "A-9", OTHER
	)]));
	link();
	for text in [REJECTED, APPEALED, APPLIED] {
		assert_ok!(Certificates::enter_application(
			by(MX),
			number(text).into(),
			tin(TIN),
			document(),
			kind("FAST", "FULL").into(),
			roles(&[Role::Exporter]).into(),
			document(),
		));
		if text != APPLIED {
			assert_ok!(Certificates::reject(
				by(MX),
				number(text).into(),
				document()
			));
		}
	}
	assert_ok!(request(APPLIED));
	assert_ok!(Certificates::ask(
		by(MX),
		number(APPEALED).into(),
		as_wished(Wish::Appeal),
		document()
	));
	assert_ok!(Certificates::propose(
		by(MX),
		number(CERTIFIED).into(),
		as_written(authorise("FAST", OTHER))
	));
	assert_ok!(Certificates::enter_application(
		by(MX),
		number(ACCEPTED).into(),
		tin(TIN),
		document(),
		kind("OEA", "FULL").into(),
		roles(&[Role::Carrier]).into(),
		document(),
	));
	assert_ok!(Certificates::accept(
		by(MX),
		number(ACCEPTED).into(),
		document()
	));
	let mut wished = authorise("FAST", TIN);
	if let Decision::Authorise { roles: named, .. } = &mut wished {
		*named = roles(&[Role::Importer]);
	}
	assert_ok!(Certificates::propose(
		by(MX),
		number(WISHED).into(),
		as_written(wished)
	));
	assert_ok!(Certificates::ask(
		signed(HOLDER),
		number(WISHED).into(),
		as_wished(Wish::Renewal),
		document()
	));
	for (own, account) in AGENCIES {
		assert_ok!(register(
			own,
			if own == MX { "HEALTH" } else { "OTHER" },
			account
		));
	}
	aeo_mocks::set_standing(Territory::CO, Standing::QuarantinedByCouncil);
}

#[test]
fn every_call_should_be_in_the_table_of_origins() {
	build_and_execute(|| {
		waiting();
		let names: BTreeSet<_> = calls()
			.iter()
			.map(|(call, _)| call.get_call_name())
			.collect();
		let all: BTreeSet<_> = Call::<Test>::get_call_names().iter().copied().collect();
		assert_eq!(names, all);
	});
}

#[test]
fn every_call_should_be_refused_to_every_wrong_origin() {
	build_and_execute(|| {
		waiting();
		for (call, rightful) in calls() {
			let call = RuntimeCall::Certificates(call);
			for origin in [RuntimeOrigin::none(), RuntimeOrigin::root()] {
				set_outer_signer(None);
				assert_storage_noop!(assert!(call.clone().dispatch(origin).is_err(), "{call:?}"));
			}
			for (signer, is) in signers() {
				if !is.contains(&rightful) {
					let origin = signed(signer);
					assert_storage_noop!(assert!(
						call.clone().dispatch(origin).is_err(),
						"{call:?} by {signer}"
					));
				}
			}
		}
	});
}

#[test]
fn every_call_should_be_open_to_its_rightful_signers() {
	let count = Call::<Test>::get_call_names().len();
	for place in 0..count {
		for (signer, is) in signers() {
			build_and_execute(|| {
				waiting();
				let (call, rightful) = calls().swap_remove(place);
				if is.contains(&rightful) {
					let call = RuntimeCall::Certificates(call);
					let result = call.clone().dispatch(signed(signer));
					assert!(result.is_ok(), "{call:?} by {signer}: {result:?}");
				}
			});
		}
	}
}

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
