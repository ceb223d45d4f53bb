//! Suspending is the fast path: one officer, and nothing that others have done or left waiting keeps
//! a live certificate in force (invariant I27); and it is cheap enough that nothing outranks it or
//! locks it out.

use crate::{
	chain::{done, Chain, Signer, MX},
	reads,
	scenarios::{
		authorise, certify, chain, conclude, day, document, kind, number, tin, written, COSTA_RICA,
		CR1, MEXICO, MX1, MX2, OTHER, PERU, TIN,
	},
};
use aeo_primitives::{
	AdministrationLookup, CertificateNumber, CertificateState, CertificateType, Date, Ground,
	ProgrammeType, Role, Roles, Subject, Suspension, SuspensionEnd, SuspensionScope, Territory,
	Wish, MAX_CERTIFICATES,
};
use aeo_runtime::{Administrations, Certificates, Runtime, RuntimeCall, RuntimeOrigin};
use codec::Encode;
use frame_support::{
	dispatch::{DispatchResultWithPostInfo, GetDispatchInfo},
	storage::with_transaction,
	BoundedVec,
};
use pallet_certificates::{Decision, Programme, Programmes, ProposalCount};
use pallet_fees::{OuterSigner, Quota};
use proptest::{
	prelude::*,
	test_runner::{Config, TestRunner},
};
use sp_runtime::{traits::Dispatchable, DispatchError, TransactionOutcome};
use std::cell::Cell;

/// Three certificates of one firm, one of another.
const NUMBERS: [&str; 4] = ["MX-OEA-0001", "MX-OEA-0002", "MX-OEA-0003", "MX-OEA-0004"];
const FIRMS: [&str; 4] = [TIN, TIN, TIN, OTHER];
const OFFICERS: [&str; 2] = [MX1, MX2];
/// How the first firm signs.
const COMPANY: &str = "//company//1";
const DAY: u64 = 24 * 60 * 60 * 1_000;

const SCOPES: [SuspensionScope; 3] = [
	SuspensionScope::Full,
	SuspensionScope::Customs,
	SuspensionScope::Security,
];

/// What a certificate may be rectified to.
const ROLES: [&[Role]; 3] = [
	&[Role::Exporter],
	&[Role::Exporter, Role::Carrier],
	&[Role::WarehouseKeeper],
];

/// What somebody does.
#[derive(Clone, Debug)]
enum Step {
	Propose(usize, Decision, usize),
	/// The last decision that was proposed, or one of those before it.
	Confirm(u32, usize),
	Refuse(u32),
	Suspend(usize, usize, SuspensionEnd),
	ProposeReinstatement(usize, usize, usize),
	ConfirmReinstatement(usize, usize),
	Review(usize, bool),
	/// By the holder, or on paper.
	Ask(usize, Wish, bool),
	Close(usize),
	Merge,
	Unrecognise(usize),
	Days(u64),
}

/// A day about the time of these chains: before it, within, after.
fn date() -> impl Strategy<Value = Date> {
	prop_oneof![
		Just(day("2026-11-24")),
		Just(day("2026-12-15")),
		Just(day("2027-01-31")),
		Just(day("2028-01-31")),
	]
}

fn decision() -> impl Strategy<Value = Decision> {
	let roles = (0..ROLES.len())
		.prop_map(|place| Roles::new(ROLES[place].iter().copied()).expect("one or two"));
	let document = document();
	prop_oneof![
		3 => (roles, date(), prop::option::of(date())).prop_map(
			move |(roles, valid_from, valid_until)| Decision::Rectify {
				roles,
				valid_from,
				valid_until,
				document,
			}
		),
		2 => prop::option::of(date())
			.prop_map(move |valid_until| Decision::Renew { valid_until, document }),
		1 => Just(Decision::RefuseRenewal { document }),
		2 => (date(), prop::option::of(date())).prop_map(move |(from, bar_until)| {
			Decision::Revoke { from, bar_until, document }
		}),
		1 => date().prop_map(move |from| Decision::Relinquish { from, document }),
		1 => Just(Decision::Annul { document }),
		2 => prop::option::of(date()).prop_map(move |from| Decision::Overturn { from, document }),
	]
}

fn wish() -> impl Strategy<Value = Wish> {
	prop_oneof![
		Just(Wish::Renewal),
		Just(Wish::Appeal),
		Just(Wish::Suspension),
		Just(Wish::Reinstatement),
		date().prop_map(|from| Wish::Relinquishment { from }),
	]
}

fn end() -> impl Strategy<Value = SuspensionEnd> {
	prop_oneof![
		Just(SuspensionEnd::Open),
		date().prop_map(SuspensionEnd::DecisionAfter),
		date().prop_map(SuspensionEnd::ResumesAfter),
	]
}

fn step() -> impl Strategy<Value = Step> {
	let (place, scope, officer, back) = (0..4_usize, 0..3_usize, 0..2_usize, 0..3_u32);
	prop_oneof![
		6 => (place.clone(), decision(), officer.clone())
			.prop_map(|(place, decision, officer)| Step::Propose(place, decision, officer)),
		6 => (back.clone(), officer.clone()).prop_map(|(back, by)| Step::Confirm(back, by)),
		1 => back.prop_map(Step::Refuse),
		4 => (place.clone(), scope.clone(), end())
			.prop_map(|(place, scope, end)| Step::Suspend(place, scope, end)),
		3 => (place.clone(), scope, officer.clone())
			.prop_map(|(place, scope, by)| Step::ProposeReinstatement(place, scope, by)),
		3 => (place.clone(), officer).prop_map(|(place, by)| Step::ConfirmReinstatement(place, by)),
		1 => (place.clone(), any::<bool>()).prop_map(|(place, on)| Step::Review(place, on)),
		2 => (place.clone(), wish(), any::<bool>())
			.prop_map(|(place, wish, own)| Step::Ask(place, wish, own)),
		1 => place.clone().prop_map(Step::Close),
		1 => Just(Step::Merge),
		1 => place.prop_map(Step::Unrecognise),
		2 => prop_oneof![Just(1_u64), Just(20), Just(70)].prop_map(Step::Days),
	]
}

/// What comes of a call that somebody signs.
pub(crate) fn dispatched(
	signer: impl Signer,
	call: impl Into<RuntimeCall>,
) -> DispatchResultWithPostInfo {
	let account = signer.account();
	OuterSigner::<Runtime>::put(&account);
	let result = with_transaction(
		|| match call.into().dispatch(RuntimeOrigin::signed(account)) {
			Ok(done) => TransactionOutcome::Commit(Ok(done)),
			Err(failed) => TransactionOutcome::Rollback(Err(failed)),
		},
	);
	OuterSigner::<Runtime>::kill();
	result
}

/// What would come of it; nothing does.
fn tried(signer: impl Signer, call: impl Into<RuntimeCall>) -> DispatchResultWithPostInfo {
	let result = with_transaction(|| {
		let result = dispatched(signer, call);
		TransactionOutcome::Rollback(Ok::<_, DispatchError>(result))
	});
	result.expect("only the call can fail")
}

/// Certificates of one firm, of as many types as there are, of a programme without four eyes.
fn certify_many(count: u32) -> Vec<CertificateNumber> {
	let many = "MANY".try_into().expect("short");
	let usual = Programmes::<Runtime>::get(Territory::MX, &kind("OEA").programme)
		.expect("a preset's programme");
	let code = |place| format!("T{place}").as_str().try_into().expect("short");
	let types = (0..count).map(|place| ProgrammeType {
		code: code(place),
		..usual.types[0].clone()
	});
	let programme = Programme {
		four_eyes: aeo_primitives::FourEyes::NotRequired,
		types: BoundedVec::truncate_from(types.collect()),
		..usual
	};
	let set = pallet_certificates::Call::set_programme {
		code: many,
		programme: programme.into(),
	};
	dispatched(MX, set).expect("it is well formed");
	(0..count)
		.map(|place| {
			let number = number(&format!("MX-MANY-{place}"));
			let decision = match authorise(OTHER, Role::Exporter, None) {
				Decision::Authorise {
					tin,
					publication_consent,
					roles,
					valid_from,
					valid_until,
					document,
					..
				} => Decision::Authorise {
					tin,
					publication_consent,
					certificate_type: CertificateType {
						programme: "MANY".try_into().expect("short"),
						code: code(place),
					},
					roles,
					valid_from,
					valid_until,
					document,
				},
				other => other,
			};
			let propose = pallet_certificates::Call::propose {
				number: number.clone().into(),
				decision: crate::chain::as_written(decision),
			};
			dispatched(MX1, propose).expect("one officer is enough");
			number
		})
		.collect()
}

/// An order to suspend.
pub(crate) fn suspend(subject: Subject, scope: SuspensionScope, end: SuspensionEnd) -> RuntimeCall {
	pallet_suspensions::Call::suspend {
		subject,
		scope,
		end: end.into(),
		ground: Ground::Authority,
		document: document(),
	}
	.into()
}

/// Takes a step; it may fail.
fn take(step: Step) {
	let place = |place: usize| number(NUMBERS[place]);
	let typed = |place: usize| written(NUMBERS[place]);
	let document = document();
	let last = |back| ProposalCount::<Runtime>::get(Territory::MX).saturating_sub(back);
	let outcome = match step {
		Step::Propose(of, decision, by) => dispatched(
			OFFICERS[by],
			pallet_certificates::Call::propose {
				number: place(of).into(),
				decision: crate::chain::as_written(decision),
			},
		),
		// Only for one of them can it wait.
		Step::Confirm(back, by) => {
			for of in NUMBERS {
				let confirm = pallet_certificates::Call::confirm {
					number: number(of).into(),
					proposal: last(back),
				};
				dispatched(OFFICERS[by], confirm).ok();
			}
			return;
		}
		Step::Refuse(back) => {
			for of in NUMBERS {
				let refuse = pallet_certificates::Call::refuse {
					number: number(of).into(),
					proposal: last(back),
				};
				dispatched(MX2, refuse).ok();
			}
			return;
		}
		Step::Suspend(of, scope, end) => {
			dispatched(MX1, suspend(Subject::Number(typed(of)), SCOPES[scope], end))
		}
		Step::ProposeReinstatement(of, scope, by) => dispatched(
			OFFICERS[by],
			pallet_suspensions::Call::propose_reinstatement {
				number: typed(of),
				scope: SCOPES[scope],
				ground: Ground::Authority,
				document,
			},
		),
		Step::ConfirmReinstatement(of, by) => {
			let waiting = pallet_suspensions::Proposals::<Runtime>::get(Territory::MX, place(of));
			dispatched(
				OFFICERS[by],
				pallet_suspensions::Call::confirm_reinstatement {
					number: typed(of),
					proposal: waiting.map_or(0, |waiting| waiting.number),
				},
			)
		}
		Step::Review(of, under_review) => dispatched(
			MX1,
			pallet_certificates::Call::set_review {
				number: place(of).into(),
				review: if under_review {
					pallet_certificates::Review::UnderReview
				} else {
					pallet_certificates::Review::Reviewed
				},
				document,
			},
		),
		Step::Ask(of, wish, own) => dispatched(
			if own { COMPANY } else { MX2 },
			pallet_applications::Call::ask {
				number: place(of).into(),
				wish: wish.into(),
				document,
			},
		),
		Step::Close(of) => dispatched(
			MX1,
			pallet_identities::Call::close {
				tin: tin(FIRMS[of]),
				document,
			},
		),
		Step::Merge => dispatched(
			MX1,
			pallet_identities::Call::merge {
				tin: tin(TIN),
				into: tin(OTHER),
				document,
			},
		),
		Step::Unrecognise(of) => dispatched(
			CR1,
			pallet_suspensions::Call::suspend_recognition {
				issuer: Territory::MX,
				number: typed(of),
				review_on: written("2099-12-31"),
				document,
			},
		),
		Step::Days(days) => {
			let now = pallet_timestamp::Now::<Runtime>::get();
			pallet_timestamp::Now::<Runtime>::put(now + days * DAY);
			return;
		}
	};
	outcome.ok();
}

/// Whether a certificate is live, and not suspended in full until it is decided on.
pub(crate) fn is_to_be_suspended(issuer: Territory, text: &str) -> bool {
	let Some(record) = Certificates::certificate(issuer, &number(text)) else {
		return false;
	};
	let now = pallet_timestamp::Now::<Runtime>::get();
	let offset = Administrations::administration(issuer)
		.expect("it is admitted")
		.utc_offset;
	let Some(validity) = record.validity else {
		return false;
	};
	let is_over = |last: Date| !validity.renewal_pending && last.last_moment(offset) < now;
	if validity.until.is_some_and(is_over) {
		return false;
	}
	let is_all = |suspension: Suspension| {
		suspension.scope == SuspensionScope::Full && suspension.end == SuspensionEnd::Open
	};
	match record.state {
		CertificateState::Authorised => true,
		CertificateState::Suspended(suspension) => !is_all(suspension),
		CertificateState::Revoked(ended) | CertificateState::Relinquished(ended) => {
			now < ended.from.first_moment(offset) && !ended.suspension.is_some_and(is_all)
		}
		_ => false,
	}
}

/// One officer can suspend each of them now, by its number and with all of its firm.
fn check_that_all_can_be_suspended() -> usize {
	let mut count = 0;
	for (text, firm) in NUMBERS.into_iter().zip(FIRMS) {
		if !is_to_be_suspended(Territory::MX, text) {
			continue;
		}
		count += 1;
		for subject in [Subject::Number(written(text)), Subject::Tin(tin(firm))] {
			let order = suspend(subject, SuspensionScope::Full, SuspensionEnd::Open);
			let result = with_transaction(|| {
				let result = dispatched(MX1, order.clone());
				let is_left = is_to_be_suspended(Territory::MX, text);
				TransactionOutcome::Rollback(Ok::<_, DispatchError>((result, is_left)))
			});
			let (result, is_left) = result.expect("only the call can fail");
			let record = Certificates::certificate(Territory::MX, &number(text));
			assert!(
				result.is_ok() && !is_left,
				"{order:?}: {result:?}; {record:?}"
			);
		}
	}
	count
}

/// Four certificates, of which Costa Rica and Peru recognise three, and a holder's account.
fn world() -> Chain {
	let mut chain = chain();
	chain.block(|| {
		conclude(MEXICO, COSTA_RICA, Some("2026-11-24"));
		conclude(MEXICO, PERU, Some("2026-11-24"));
		certify(NUMBERS[3], OTHER, Some("2027-01-31"));
		let roles = [Role::Exporter, Role::Importer, Role::Manufacturer];
		for ((text, role), until) in
			NUMBERS
				.into_iter()
				.zip(roles)
				.zip([None, Some("2027-01-31"), Some("2028-01-31")])
		{
			let decision = authorise(TIN, role, until);
			let number = number(text);
			let propose = pallet_certificates::Call::propose {
				number: number.into(),
				decision: crate::chain::as_written(decision),
			};
			done(MX1, propose);
			take(Step::Confirm(0, 1));
			assert!(is_to_be_suspended(Territory::MX, text));
		}
		let account = COMPANY.account();
		let offer = pallet_identities::Call::offer_account {
			tin: tin(TIN),
			account,
			instrument: None,
		};
		done(MX1, offer);
		let accept = pallet_identities::Call::accept_account { tin: tin(TIN) };
		done(COMPANY, accept);
	});
	chain
}

#[test]
fn no_reachable_state_should_keep_a_live_certificate_from_being_suspended() {
	let mut chain = world();
	let looked_at = Cell::new(0);
	chain.read(|| {
		let steps = prop::collection::vec(step(), 1..40);
		TestRunner::new(Config {
			cases: 200,
			failure_persistence: None,
			..Config::default()
		})
		.run(&steps, |steps| {
			let result = with_transaction(|| {
				for step in steps {
					take(step);
					looked_at.set(looked_at.get() + check_that_all_can_be_suspended());
				}
				TransactionOutcome::Rollback(Ok::<_, DispatchError>(()))
			});
			result.expect("it is rolled back");
			Ok(())
		})
		.expect("each can be suspended");
	});
	assert!(looked_at.get() > 1_000, "{looked_at:?}");
}

/// What is read and written of the customs pallets; `n` certificates are suspended.
#[test]
fn a_suspension_should_read_and_write_no_more_than_it_declares() {
	let mut chain = world();
	let numbers = chain.read(|| certify_many(MAX_CERTIFICATES - 1));
	for (subject, certificates) in [
		(Subject::Number(written(&numbers[0])), 1),
		(Subject::Tin(tin(OTHER)), MAX_CERTIFICATES),
	] {
		let order = suspend(subject, SuspensionScope::Full, SuspensionEnd::Open);
		let mut weighed = None;
		let read = chain.reads(|| {
			weighed = tried(MX1, order.clone()).expect("it is live").actual_weight;
		});
		let mut written = Default::default();
		chain.read(|| {
			written = reads::written(|| {
				tried(MX1, order.clone()).expect("it is live");
			});
		});
		// Events, the signer, and how deep transactions are nested are not the pallets'.
		let prefix = |pallet: &str| {
			let prefix = sp_crypto_hashing::twox_128(pallet.as_bytes());
			prefix
				.iter()
				.map(|byte| format!("{byte:02x}"))
				.collect::<String>()
		};
		let level: String = b":transaction_level:"
			.iter()
			.map(|byte| format!("{byte:02x}"))
			.collect();
		let others = [prefix("System"), prefix("Fees"), level];
		written.retain(|key| !others.iter().any(|other| key.contains(other)));
		let n = usize::try_from(certificates).expect("few");
		println!(
			"{n} certificates: {read} values read, {} written",
			written.len()
		);
		assert!(read <= 8 + 8 * n + n + 2, "{read}");
		assert!(written.len() <= 6 * n, "{written:?}");
		let declared = order.get_dispatch_info().call_weight;
		let weighed = weighed.expect("it is told");
		// What is declared is for as many legs as an issuer can have.
		assert!(weighed.all_lte(declared));
		let price = <Runtime as frame_system::Config>::DbWeight::get();
		let due = price.reads_writes(
			u64::try_from(read).expect("few"),
			u64::try_from(written.len()).expect("few"),
		);
		assert!(weighed.all_gte(due), "{weighed} does not pay for {due}");
	}
}

/// What one block gives back to an empty quota pays for any suspension.
#[test]
fn the_heaviest_suspension_should_fit_in_what_a_block_gives_back_to_a_drained_quota() {
	let mut chain = chain();
	chain.read(|| {
		let quota: Quota = <Runtime as pallet_fees::Config>::InitialQuota::get();
		let fee = |subject| {
			let order = suspend(
				subject,
				SuspensionScope::Full,
				SuspensionEnd::ResumesAfter(day("2099-12-31")),
			);
			let info = order.get_dispatch_info();
			// Signature, era, nonce and the rest of an extrinsic take less than 200 bytes.
			let length = u32::try_from(order.encoded_size()).expect("short") + 200;
			let fee = pallet_transaction_payment::Pallet::<Runtime>::compute_fee(length, &info, 0);
			println!(
				"{} ms, {fee} fee units",
				info.call_weight.ref_time() as f64 / 1e9
			);
			fee
		};
		let of_one = fee(Subject::Number(
			"MX-9".repeat(8).as_str().try_into().expect("long"),
		));
		let of_all = fee(Subject::Tin(
			"M".repeat(64).as_str().try_into().expect("long"),
		));
		assert!(of_one * 15 < quota.recovery, "{of_one}");
		assert!(of_all * 4 < quota.recovery, "{of_all}");
	});
}
