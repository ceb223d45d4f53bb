//! Maker and checker (invariant I18): each kind of decision that takes two signatures, on each path
//! that leads to a signature. Two keys in one hand can't be seen on chain.

use crate::{
	chain::{done, send, Chain, Signer, MX},
	scenarios::{
		authorise, certify, chain, day, document, number, suspend, taken_over, tin, written, MX1,
		MX2, NUMBER, TIN,
	},
};
use aeo_primitives::{
	tin::Tin, CertificateState, Ground, Hands, IncidentKind, Role, Scope, SuspensionScope,
	Territory, TraderLookup,
};
use aeo_runtime::{
	AccountId, Certificates, Executive, Identities, Runtime, RuntimeCall, RuntimeEvent,
	RuntimeOrigin, System, UncheckedExtrinsic,
};
use codec::Encode;
use frame_support::dispatch::GetDispatchInfo;
use pallet_certificates::{BatchMode, Decision};
use pallet_identities::TraderDecision;
use sp_core::H256;
use sp_crypto_hashing::blake2_256;
use sp_runtime::{traits::Dispatchable, DispatchError};

/// A decision that takes four eyes.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Case {
	Authorise,
	Revoke,
	Batch,
	Reinstate,
	Renumber,
}
use Case::{Authorise, Batch, Reinstate, Renumber, Revoke};

const CASES: [Case; 5] = [Authorise, Revoke, Batch, Reinstate, Renumber];

/// Another number of the firm.
const NEW: &str = "MXSAT970701NN3";

/// The error of this name, of the pallet that decides.
macro_rules! error {
	($case:expr, $name:ident) => {
		match $case {
			Reinstate => pallet_suspensions::Error::<Runtime>::$name.into(),
			Renumber => pallet_identities::Error::<Runtime>::$name.into(),
			Authorise | Revoke | Batch => pallet_certificates::Error::<Runtime>::$name.into(),
		}
	};
}

/// The calls that propose and confirm a batch of one certificate that exists today.
fn batch() -> (RuntimeCall, RuntimeCall) {
	let rows = pallet_certificates::WrittenRows::from(vec![taken_over(0)]);
	let mode = BatchMode::AllOrNothing;
	let hash = blake2_256(&(&rows, mode).encode());
	let propose = pallet_certificates::Call::<Runtime>::propose_batch { rows, mode };
	let confirm = pallet_certificates::Call::<Runtime>::confirm_batch {
		batch: H256(hash),
		proposal: 1,
	};
	(propose.into(), confirm.into())
}

impl Case {
	/// A chain on which the decision can be proposed, and be confirmed in the same block.
	fn chain(self) -> Chain {
		let mut chain = chain();
		if matches!(self, Revoke | Reinstate | Renumber) {
			chain.block(|| certify(NUMBER, TIN, None));
		}
		if self == Reinstate {
			chain.block(|| suspend(MX1, SuspensionScope::Full));
		}
		chain
	}

	fn propose(self) -> RuntimeCall {
		let decide = |decision| -> RuntimeCall {
			pallet_certificates::Call::propose {
				number: number(NUMBER).into(),
				decision: crate::chain::as_written(decision),
			}
			.into()
		};
		match self {
			Authorise => decide(authorise(TIN, Role::Exporter, None)),
			Revoke => decide(Decision::Revoke {
				from: day("2026-12-31"),
				bar_until: None,
				document: document(),
			}),
			Batch => batch().0,
			Renumber => pallet_identities::Call::propose {
				tin: tin(TIN),
				decision: TraderDecision::Succeed {
					by: tin(NEW),
					document: document(),
					instrument: None,
				},
			}
			.into(),
			Reinstate => pallet_suspensions::Call::propose_reinstatement {
				number: written(NUMBER),
				scope: SuspensionScope::Full,
				ground: Ground::Authority,
				document: document(),
			}
			.into(),
		}
	}

	fn confirm(self) -> RuntimeCall {
		match self {
			Authorise | Revoke => pallet_certificates::Call::confirm {
				number: number(NUMBER).into(),
				// A certificate that is revoked was authorised by the first proposal.
				proposal: if self == Revoke { 2 } else { 1 },
			}
			.into(),
			Batch => batch().1,
			Renumber => pallet_identities::Call::confirm {
				tin: tin(TIN),
				proposal: 1,
			}
			.into(),
			Reinstate => pallet_suspensions::Call::confirm_reinstatement {
				number: written(NUMBER),
				proposal: 1,
			}
			.into(),
		}
	}

	/// Whether the decision is taken.
	fn is_taken(self) -> bool {
		let text = match self {
			Batch => taken_over(0).number,
			_ => number(NUMBER),
		};
		let state =
			Certificates::certificate(Territory::MX, &text).map(|certificate| certificate.state);
		match self {
			Authorise | Batch | Reinstate => state == Some(CertificateState::Authorised),
			Renumber => {
				let new = Tin::parse(NEW).expect("a TIN");
				Identities::by_tin(&new).is_some()
			}
			Revoke => matches!(state, Some(CertificateState::Revoked(_))),
		}
	}

	fn same_officer(self) -> DispatchError {
		error!(self, ConfirmingOfficerProposedIt)
	}

	fn same_signer(self) -> DispatchError {
		error!(self, ConfirmingSignerSignedTheProposal)
	}

	fn maker_dismissed(self) -> DispatchError {
		error!(self, ProposingOfficerDismissed)
	}

	fn no_signer(self) -> DispatchError {
		error!(self, NotASignedTransaction)
	}
}

/// A case on a chain of its own. Each extrinsic has a block to itself: the confirmation of a batch
/// declares a large part of one.
struct Trial {
	case: Case,
	chain: Chain,
}

impl Trial {
	/// What is sent succeeds. Gives the events of its block.
	fn done(&mut self, signer: impl Signer, call: impl Into<RuntimeCall>) -> Vec<RuntimeEvent> {
		self.chain.free_block(|| {
			done(signer, call);
			let events = System::events();
			events.into_iter().map(|record| record.event).collect()
		})
	}

	/// What is sent takes the decision, and nothing did before.
	fn should_be_taken_by(&mut self, signer: impl Signer, call: impl Into<RuntimeCall>) {
		self.should_not_be_taken();
		self.done(signer, call);
		let case = self.case;
		assert!(self.chain.read(|| case.is_taken()), "{case:?}");
	}

	/// What is sent fails with `error`, and the decision is not taken.
	fn should_be_refused(
		&mut self,
		signer: impl Signer,
		call: impl Into<RuntimeCall>,
		error: DispatchError,
	) {
		let result = self.chain.free_block(|| send(signer, call));
		assert_eq!(result, Ok(Err(error)), "{:?}", self.case);
		self.should_not_be_taken();
	}

	fn should_not_be_taken(&mut self) {
		let case = self.case;
		assert!(!self.chain.read(|| case.is_taken()), "{case:?}");
	}

	/// Mexico makes an account its officer.
	fn appoint(&mut self, officer: AccountId) {
		let scopes = vec![Scope::Certification, Scope::Suspension, Scope::Identities].into();
		self.done(
			MX,
			pallet_administrations::Call::appoint_officer { officer, scopes },
		);
	}

	/// Both officers sign a call of their multisig, one after the other. Gives what came of it.
	fn sign_both(
		&mut self,
		first: &'static str,
		last: &'static str,
		call: RuntimeCall,
	) -> Result<(), DispatchError> {
		let max_weight = call.get_dispatch_info().call_weight;
		let as_multi = |other: &'static str, maybe_timepoint| pallet_multisig::Call::as_multi {
			threshold: 2,
			other_signatories: vec![other.account()],
			maybe_timepoint,
			call: Box::new(call.clone()),
			max_weight,
		};
		self.done(first, as_multi(last, None));
		let hash = blake2_256(&call.encode());
		let opened = self
			.chain
			.read(|| pallet_multisig::Multisigs::<Runtime>::get(multisig_of_both(), hash))
			.expect("it waits for the other");
		self.done(last, as_multi(first, Some(opened.when)))
			.into_iter()
			.find_map(|event| match event {
				RuntimeEvent::Multisig(pallet_multisig::Event::MultisigExecuted {
					result, ..
				}) => Some(result),
				_ => None,
			})
			.expect("it was executed")
	}
}

/// Try each case.
fn for_each(test: impl Fn(Case, &mut Trial)) {
	for case in CASES {
		let chain = case.chain();
		test(case, &mut Trial { case, chain });
	}
}

/// A 1-of-2 multisig of two keys, one of which signs for it.
#[derive(Clone, Copy)]
struct Either(&'static str, &'static str);

impl Either {
	fn account(self) -> AccountId {
		let mut signatories = [self.0.account(), self.1.account()];
		signatories.sort();
		pallet_multisig::Pallet::<Runtime>::multi_account_id(&signatories, 1)
	}

	/// The call as the multisig's; the first of the two keys must sign it.
	fn call(self, call: RuntimeCall) -> RuntimeCall {
		pallet_multisig::Call::as_multi_threshold_1 {
			other_signatories: vec![self.1.account()],
			call: Box::new(call),
		}
		.into()
	}
}

/// One of a key's derivative accounts.
#[derive(Clone, Copy)]
struct Derivative(&'static str, u16);

impl Derivative {
	fn account(self) -> AccountId {
		pallet_utility::derivative_account_id(self.0.account(), self.1)
	}

	fn call(self, call: RuntimeCall) -> RuntimeCall {
		pallet_utility::Call::as_derivative {
			index: self.1,
			call: Box::new(call),
		}
		.into()
	}
}

#[test]
fn directly_the_maker_should_be_refused_and_another_officer_should_confirm() {
	for_each(|case, trial| {
		trial.done(MX1, case.propose());
		trial.should_be_refused(MX1, case.confirm(), case.same_officer());
		trial.should_be_taken_by(MX2, case.confirm());
	});
}

#[test]
fn through_a_multisig_of_either_the_maker_should_be_refused() {
	for_each(|case, trial| {
		trial.appoint(Either(MX1, MX2).account());
		trial.done(MX1, case.propose());
		let by_maker = Either(MX1, MX2).call(case.confirm());
		trial.should_be_refused(MX1, by_maker, case.same_signer());
		let by_other = Either(MX2, MX1).call(case.confirm());
		trial.should_be_taken_by(MX2, by_other);
	});
}

#[test]
fn the_maker_through_a_multisig_of_either_should_be_refused_everywhere_else() {
	const STRANGER: &str = "//nobody";
	for_each(|case, trial| {
		trial.appoint(Either(MX1, MX2).account());
		trial.appoint(Either(MX1, STRANGER).account());
		trial.done(MX1, Either(MX1, MX2).call(case.propose()));
		// Directly, by the same multisig whoever signs, by another multisig.
		trial.should_be_refused(MX1, case.confirm(), case.same_officer());
		for (first, second) in [(MX1, MX2), (MX2, MX1)] {
			let call = Either(first, second).call(case.confirm());
			trial.should_be_refused(first, call, case.same_officer());
		}
		let call = Either(MX1, STRANGER).call(case.confirm());
		trial.should_be_refused(MX1, call, case.same_signer());
		trial.should_be_taken_by(MX2, case.confirm());
	});
}

#[test]
fn as_a_derivative_the_maker_should_be_refused() {
	for_each(|case, trial| {
		let (own, others) = (Derivative(MX1, 0), Derivative(MX2, 0));
		trial.appoint(own.account());
		trial.appoint(others.account());
		trial.done(MX1, case.propose());
		trial.should_be_refused(MX1, own.call(case.confirm()), case.same_signer());
		trial.should_be_taken_by(MX2, others.call(case.confirm()));
	});
}

#[test]
fn the_maker_as_a_derivative_should_be_refused_everywhere_else() {
	for_each(|case, trial| {
		let (first, second) = (Derivative(MX1, 0), Derivative(MX1, 1));
		trial.appoint(first.account());
		trial.appoint(second.account());
		trial.done(MX1, first.call(case.propose()));
		trial.should_be_refused(MX1, case.confirm(), case.same_officer());
		trial.should_be_refused(MX1, first.call(case.confirm()), case.same_officer());
		trial.should_be_refused(MX1, second.call(case.confirm()), case.same_signer());
		trial.should_be_taken_by(MX2, case.confirm());
	});
}

/// What the pallet of batches says went wrong.
fn failed(events: Vec<RuntimeEvent>) -> DispatchError {
	use pallet_utility::Event::{BatchInterrupted, IfElseFallbackCalled, ItemFailed};
	events
		.into_iter()
		.find_map(|event| match event {
			RuntimeEvent::Utility(
				BatchInterrupted { error, .. }
				| ItemFailed { error }
				| IfElseFallbackCalled { main_error: error },
			) => Some(error),
			_ => None,
		})
		.expect("something did")
}

#[test]
fn in_a_batch_the_maker_should_be_refused() {
	use pallet_utility::Call;
	for_each(|case, trial| {
		let own = Derivative(MX1, 0);
		trial.appoint(own.account());
		let calls = vec![case.propose(), case.confirm()];
		let both = Call::batch_all {
			calls: calls.clone(),
		};
		trial.should_be_refused(MX1, both, case.same_officer());
		let nested = Call::batch_all {
			calls: vec![case.propose(), own.call(case.confirm())],
		};
		trial.should_be_refused(MX1, nested, case.same_signer());
		// These keep what went well, and say what did not.
		let other = pallet_benefits::Call::open_incident {
			kind: IncidentKind::Hazard,
			document: H256::repeat_byte(7),
		};
		for lenient in [
			Call::batch { calls },
			Call::force_batch {
				calls: vec![case.confirm()],
			},
			Call::if_else {
				main: Box::new(case.confirm()),
				fallback: Box::new(other.into()),
			},
		] {
			let events = trial.done(MX1, lenient);
			assert_eq!(failed(events), case.same_officer(), "{case:?}");
			trial.should_not_be_taken();
		}
		// It is proposed all the while, and the second officer may batch.
		let calls = vec![case.confirm()];
		trial.should_be_taken_by(MX2, Call::batch_all { calls });
	});
}

/// The multisig of which both officers sign.
fn multisig_of_both() -> AccountId {
	let mut signatories = [MX1.account(), MX2.account()];
	signatories.sort();
	pallet_multisig::Pallet::<Runtime>::multi_account_id(&signatories, 2)
}

#[test]
fn in_a_multisig_of_both_only_another_than_the_maker_should_sign_last() {
	for_each(|case, trial| {
		trial.appoint(multisig_of_both());
		trial.done(MX1, case.propose());
		let error = case.same_signer();
		let by_maker = trial.sign_both(MX2, MX1, case.confirm());
		assert_eq!(by_maker, Err(error), "{case:?}");
		trial.should_not_be_taken();
		let by_other = trial.sign_both(MX1, MX2, case.confirm());
		assert_eq!(by_other, Ok(()), "{case:?}");
		assert!(trial.chain.read(|| case.is_taken()), "{case:?}");
	});
}

#[test]
fn what_a_multisig_of_both_proposed_should_not_be_confirmed_by_it_or_by_who_signed_last() {
	for_each(|case, trial| {
		trial.appoint(multisig_of_both());
		assert_eq!(
			trial.sign_both(MX2, MX1, case.propose()),
			Ok(()),
			"{case:?}"
		);
		trial.should_be_refused(MX1, case.confirm(), case.same_officer());
		for (first, last) in [(MX1, MX2), (MX2, MX1)] {
			let error = case.same_officer();
			assert_eq!(
				trial.sign_both(first, last, case.confirm()),
				Err(error),
				"{case:?}"
			);
		}
		trial.should_be_taken_by(MX2, case.confirm());
	});
}

#[test]
fn however_deep_it_is_nested_the_signer_should_be_seen() {
	for_each(|case, trial| {
		// A derivative of a multisig of either, in a batch.
		let multisig = Either(MX1, MX2).account();
		let deep = pallet_utility::derivative_account_id(multisig, 7);
		trial.appoint(deep);
		let confirm = || {
			let call = Derivative(MX1, 7).call(case.confirm());
			let calls = vec![call];
			RuntimeCall::from(pallet_utility::Call::batch_all { calls })
		};
		trial.done(MX1, case.propose());
		let by_maker = Either(MX1, MX2).call(confirm());
		trial.should_be_refused(MX1, by_maker, case.same_signer());
		let by_other = Either(MX2, MX1).call(confirm());
		trial.should_be_taken_by(MX2, by_other);
	});
}

#[test]
fn what_a_dismissed_officer_proposed_should_not_be_confirmed() {
	for_each(|case, trial| {
		trial.done(MX1, case.propose());
		trial.done(
			MX,
			pallet_administrations::Call::dismiss_officer {
				officer: MX1.account(),
			},
		);
		trial.should_be_refused(MX2, case.confirm(), case.maker_dismissed());
	});
}

#[test]
fn maker_and_checker_should_be_kept() {
	for_each(|case, trial| {
		trial.done(MX1, case.propose());
		trial.done(MX2, case.confirm());
		let text = match case {
			Batch => taken_over(0).number,
			_ => number(NUMBER),
		};
		let hands = Hands::both(MX1.account(), MX2.account());
		trial.chain.read(|| {
			let history = Certificates::history(Territory::MX, &text, 0);
			assert_eq!(history[0].decided.by, hands, "{case:?}");
		});
	});
}

#[test]
fn outside_a_signed_extrinsic_nobody_should_propose_or_confirm() {
	for_each(|case, trial| {
		// What pretends to be an officer's, and comes in no extrinsic of a signer.
		let outside = |call: RuntimeCall, by: &'static str| {
			call.dispatch(RuntimeOrigin::signed(by.account()))
				.map(|_| ())
				.map_err(|failed| failed.error)
		};
		trial.chain.free_block(|| {
			assert_eq!(outside(case.propose(), MX1), Err(case.no_signer()));
			done(MX1, case.propose());
			// The signer of the extrinsic before is not this one's.
			assert_eq!(outside(case.confirm(), MX2), Err(case.no_signer()));
		});
		trial.chain.free_block(|| {
			let refused = send(MX1, case.confirm()).expect("it is valid");
			assert_eq!(refused, Err(case.same_officer()));
			assert_eq!(outside(case.confirm(), MX2), Err(case.no_signer()));
		});
		trial.chain.free_block(|| {
			// Without a signer it is nobody's.
			let bare = UncheckedExtrinsic::new_bare(case.confirm());
			let applied = Executive::apply_extrinsic(bare);
			assert_eq!(applied, Ok(Err(DispatchError::BadOrigin)));
		});
		trial.should_be_taken_by(MX2, case.confirm());
	});
}
