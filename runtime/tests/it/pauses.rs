//! What can be paused, and what never.

use crate::chain::{Chain, Signer, CO, MX};
use aeo_primitives::Territory;
use aeo_runtime::{
	configs::utility::NeverPaused, AccountId, Runtime, RuntimeCall, RuntimeOrigin, TxPause,
};
use frame_support::{
	assert_ok,
	traits::{Contains, GetCallMetadata},
};
use pallet_collective::{Instance1, RawOrigin};
use pallet_tx_pause::Error;
use sp_runtime::{traits::Dispatchable, DispatchError, DispatchResult};

/// Three quarters of the council.
fn council() -> RuntimeOrigin {
	RawOrigin::<AccountId, Instance1>::Members(3, 4).into()
}

fn pause(pallet: &str, call: &str) -> DispatchResult {
	let name = |text: &str| text.as_bytes().to_vec().try_into().expect("short");
	TxPause::pause(council(), (name(pallet), name(call)))
}

fn calls_of(pallet: &str) -> &'static [&'static str] {
	RuntimeCall::get_call_names(pallet)
}

/// All calls of the pallets that are never paused, and the single ones.
fn protected() -> Vec<(&'static str, &'static str)> {
	let of_pallets = NeverPaused::PALLETS
		.iter()
		.flat_map(|pallet| calls_of(pallet).iter().map(|call| (*pallet, *call)));
	of_pallets.chain(NeverPaused::CALLS).collect()
}

#[test]
fn the_calls_with_which_a_party_protects_itself_should_never_be_paused() {
	let mut chain = Chain::new("development");
	chain.block(|| {
		let unpausable: DispatchResult = Err(Error::<Runtime>::Unpausable.into());
		for (pallet, call) in protected() {
			assert!(
				calls_of(pallet).contains(&call),
				"{pallet} has a call {call}"
			);
			assert_eq!(pause(pallet, call), unpausable, "{pallet}.{call}");
		}
		// these above all, whatever the lists say
		for (pallet, call) in [
			("Suspensions", "suspend"),
			("Suspensions", "suspend_recognition"),
			("Suspensions", "acknowledge"),
			("Agreements", "suspend_leg"),
			("Agreements", "give_notice"),
			("Administrations", "quarantine_own"),
			("Administrations", "quarantine"),
			("Administrations", "rotate_account"),
			("Administrations", "accept_account"),
			("Administrations", "leave"),
			("Fees", "set_quota"),
			("Council", "propose"),
			("Council", "vote"),
			("Council", "close"),
			("Council", "kill"),
			("Multisig", "as_multi"),
			("Multisig", "approve_as_multi"),
			("Session", "set_keys"),
			("Grandpa", "report_equivocation"),
			("Grandpa", "report_equivocation_unsigned"),
			("Equivocations", "report_two_blocks"),
			("Equivocations", "report_two_blocks_unsigned"),
			("System", "apply_authorized_upgrade"),
			("TxPause", "unpause"),
		] {
			assert_eq!(pause(pallet, call), unpausable, "{pallet}.{call}");
		}
	});
}

/// What can be paused: what gives, begins, resumes or looks after. With [`NeverPaused`] these are all
/// calls of the runtime, so that a new one or one with another name must be placed.
const PAUSABLE: [(&str, &[&str]); 8] = [
	(
		"Agreements",
		&[
			"propose",
			"sign",
			"put_in_force",
			"resume_leg",
			"propose_amendment",
			"sign_amendment",
			"record_milestone",
			"withdraw_notice",
			"agree_to_withdrawal",
		],
	),
	(
		"Applications",
		&[
			"apply",
			"enter_application",
			"accept",
			"reject",
			"ask",
			"dismiss_appeal",
			"register_agency",
			"opine",
			"request",
			"answer_request",
			"close_request",
		],
	),
	(
		"Balances",
		&[
			"transfer_allow_death",
			"force_transfer",
			"transfer_keep_alive",
			"transfer_all",
			"force_unreserve",
			"upgrade_accounts",
			"force_set_balance",
			"force_adjust_total_issuance",
			"burn",
		],
	),
	(
		"Benefits",
		&[
			"grant",
			"grant_many",
			"prune",
			"open_incident",
			"close_incident",
			"record_sealed",
		],
	),
	(
		"Certificates",
		&[
			"set_programme",
			"set_domestic_offers",
			"propose",
			"confirm",
			"propose_batch",
			"confirm_batch",
			"set_review",
			"succeed_type",
			"withdraw_succession",
			"give_consent",
		],
	),
	("Disclosures", &["publish", "set_source", "register_key"]),
	(
		"Identities",
		&[
			"register",
			"register_despite_check",
			"propose",
			"confirm",
			"merge",
			"offer_account",
			"accept_account",
			"issue_alias",
			"derive_alias",
			"declare_alias",
			"confirm_alias",
		],
	),
	(
		"Utility",
		&[
			"batch",
			"as_derivative",
			"batch_all",
			"dispatch_as",
			"force_batch",
			"with_weight",
			"if_else",
			"dispatch_as_fallible",
		],
	),
];

fn pausable() -> Vec<(&'static str, &'static str)> {
	let of = |(pallet, calls): &(&'static str, &'static [&'static str])| {
		let pallet = *pallet;
		calls.iter().map(move |call| (pallet, *call))
	};
	PAUSABLE.iter().flat_map(of).collect()
}

#[test]
fn what_gives_or_resumes_should_be_pausable() {
	let mut chain = Chain::new("development");
	chain.block(|| {
		for (pallet, call) in pausable() {
			assert_ok!(pause(pallet, call));
		}
	});
}

/// The lists name calls by text, of which the compiler says nothing.
#[test]
fn every_call_should_be_in_one_of_the_lists() {
	let mut placed = protected();
	placed.extend(pausable());
	// this pallet says by itself that it can't be paused
	let own = calls_of("TxPause").iter().map(|call| ("TxPause", *call));
	placed.extend(own);
	placed.sort();
	let mut calls: Vec<_> = RuntimeCall::get_module_names()
		.iter()
		.flat_map(|pallet| calls_of(pallet).iter().map(|call| (*pallet, *call)))
		.collect();
	calls.sort();
	assert_eq!(placed, calls);
}

/// An own account is a multisig as a rule. Everything else being paused, it still gets through.
#[test]
fn nothing_that_is_paused_should_stand_in_the_way_of_a_protected_call() {
	let mut chain = Chain::new("development");
	chain.block(|| {
		let protected = protected();
		for pallet in RuntimeCall::get_module_names() {
			for call in calls_of(pallet) {
				if *pallet == "TxPause" || protected.contains(&(*pallet, *call)) {
					continue;
				}
				assert_ok!(pause(pallet, call));
			}
		}
		let leg = RuntimeCall::Agreements(pallet_agreements::Call::suspend_leg {
			agreement: 7,
			issuer: Territory::MX,
			grantor: Territory::CO,
		});
		let own = RuntimeCall::Administrations(pallet_administrations::Call::quarantine_own {});
		let vote = RuntimeCall::Council(pallet_collective::Call::vote {
			proposal: Default::default(),
			index: 0,
			approve: true,
		});
		let multisig = |call| {
			RuntimeCall::Multisig(pallet_multisig::Call::as_multi_threshold_1 {
				other_signatories: vec![MX.account()],
				call: Box::new(call),
			})
		};
		let filtered: DispatchError = frame_system::Error::<Runtime>::CallFiltered.into();
		for call in [leg, own, vote] {
			for call in [call.clone(), multisig(call)] {
				assert!(<Runtime as frame_system::Config>::BaseCallFilter::contains(
					&call
				));
				let result = call.clone().dispatch(RuntimeOrigin::signed(CO.account()));
				assert_ne!(
					result.map(|_| ()).map_err(|failed| failed.error),
					Err(filtered),
					"{call:?}"
				);
			}
		}
		let paused = RuntimeCall::System(frame_system::Call::remark { remark: vec![] });
		assert_ok!(paused.dispatch(RuntimeOrigin::signed(CO.account())));
		let paused = RuntimeCall::Utility(pallet_utility::Call::batch { calls: vec![] });
		assert_eq!(
			paused
				.dispatch(RuntimeOrigin::signed(CO.account()))
				.map_err(|failed| failed.error),
			Err(filtered)
		);
	});
}
