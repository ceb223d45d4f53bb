//! Who pays, and what happens beyond the quota.

use crate::chain::{done, motion, send, signed_with, Chain, CR, MX, PE};
use aeo_primitives::Territory;
use aeo_runtime::{Administrations, Executive, Runtime, RuntimeCall, RuntimeEvent, System};
use frame_support::{
	dispatch::GetDispatchInfo,
	pallet_prelude::{InvalidTransaction, TransactionSource},
};
use pallet_administrations::{Call, Quota};
use sp_keyring::Sr25519Keyring;

fn remark() -> RuntimeCall {
	RuntimeCall::System(frame_system::Call::remark {
		remark: vec![0; 100],
	})
}

/// What the last transaction cost.
fn last_fee() -> u128 {
	System::events()
		.into_iter()
		.rev()
		.find_map(|record| match record.event {
			RuntimeEvent::TransactionPayment(
				pallet_transaction_payment::Event::TransactionFeePaid { actual_fee, .. },
			) => Some(actual_fee),
			_ => None,
		})
		.expect("a transaction was paid")
}

#[test]
fn exactly_the_quota_should_be_included_and_nobody_else_be_affected() {
	let mut chain = Chain::new("development");
	let fee = chain.block(|| {
		done(CR, remark());
		last_fee()
	});
	// ten transactions in all, and nothing comes back
	let quota = Quota {
		max: 10 * fee,
		recovery: 0,
	};
	let call = Call::<Runtime>::set_quota {
		administration: Territory::PE,
		quota,
	};
	chain.block(|| assert_eq!(motion(call, 3, &[MX, CR, PE]), Some(Ok(()))));
	// what Peru used before is recovered by its old quota only until now
	let left = chain.read(|| Administrations::quota_left(&PE.to_account_id()));
	let expected = left.expect("Peru has a quota") / fee;
	assert!((1..=10).contains(&expected), "{expected}");

	let (included, refused) = chain.block(|| {
		let first = System::account_nonce(PE.to_account_id());
		let pending: Vec<_> = (0..30)
			.map(|more| signed_with(PE, remark(), first + more))
			.collect();
		// the pool looks at each by itself, and finds the first valid
		let parent = System::parent_hash();
		Executive::validate_transaction(TransactionSource::External, pending[0].clone(), parent)
			.expect("valid by itself");
		let results: Vec<_> = pending
			.into_iter()
			.map(Executive::apply_extrinsic)
			.collect();
		let (included, refused): (Vec<_>, Vec<_>) =
			results.into_iter().partition(|result| result.is_ok());
		// all others go on
		done(CR, remark());
		done(MX, remark());
		(included, refused)
	});
	assert_eq!(included.len() as u128, expected);
	assert_eq!(refused[0], Err(InvalidTransaction::Payment.into()));
	assert_eq!(included.len() + refused.len(), 30);
}

#[test]
fn officers_should_share_their_administrations_quota() {
	let mut chain = Chain::new("development");
	let before = chain.read(|| Administrations::quota_left(&MX.to_account_id()));
	let officer = Sr25519Keyring::Ferdie;
	chain.block(|| {
		let scopes = Default::default();
		done(
			MX,
			Call::<Runtime>::appoint_officer {
				officer: officer.to_account_id(),
				scopes,
			},
		);
	});
	chain.block(|| done(officer, remark()));
	let (own, officers) = chain.read(|| {
		(
			Administrations::quota_left(&MX.to_account_id()),
			Administrations::quota_left(&officer.to_account_id()),
		)
	});
	assert_eq!(own, officers);
	assert!(own <= before);
}

#[test]
fn a_stranger_without_a_balance_should_be_turned_away() {
	let mut chain = Chain::new("development");
	chain.block(|| {
		assert_eq!(
			send(Sr25519Keyring::Ferdie, remark()),
			Err(InvalidTransaction::Payment.into())
		);
	});
}

#[test]
fn a_quarantined_administration_should_still_be_able_to_change_its_keys() {
	let mut chain = Chain::new("development");
	chain.block(|| done(MX, Call::<Runtime>::quarantine_own {}));
	chain.block(|| {
		let account = Sr25519Keyring::Ferdie.to_account_id();
		done(MX, Call::<Runtime>::rotate_account { account });
		done(Sr25519Keyring::Ferdie, Call::<Runtime>::accept_account {});
		let key = sp_core::H256::repeat_byte(9);
		done(
			Sr25519Keyring::Ferdie,
			Call::<Runtime>::rotate_encryption_key { key },
		);
		done(
			Sr25519Keyring::Ferdie,
			Call::<Runtime>::end_own_quarantine {},
		);
	});
}

/// The own account is a multisig as a rule: its signers pay, from the quota, and still can when
/// their administration has quarantined itself.
#[test]
fn a_multisig_should_act_for_its_administration_also_in_a_quarantine() {
	use aeo_runtime::{AccountId, Multisig};
	let (first, second) = (Sr25519Keyring::Eve, Sr25519Keyring::Ferdie);
	let mut signatories = vec![first.to_account_id(), second.to_account_id()];
	signatories.sort();
	let account = Multisig::multi_account_id(&signatories, 2);
	let of_multisig = |call: Call<Runtime>| {
		for (signer, other) in [(first, second), (second, first)] {
			let maybe_timepoint = pallet_multisig::Multisigs::<Runtime>::iter()
				.next()
				.map(|(_, _, open)| open.when);
			let call = RuntimeCall::from(call.clone());
			let max_weight = call.get_dispatch_info().call_weight;
			done(
				signer,
				pallet_multisig::Call::<Runtime>::as_multi {
					threshold: 2,
					other_signatories: vec![other.to_account_id()],
					maybe_timepoint,
					call: Box::new(call),
					max_weight,
				},
			);
		}
	};
	let own = |chain: &mut Chain| -> AccountId {
		chain.read(|| {
			pallet_administrations::Administrations::<Runtime>::get(Territory::CL)
				.expect("Chile is admitted")
				.details
				.account
		})
	};

	let mut chain = Chain::new("development");
	chain.block(|| {
		let propose = Call::<Runtime>::propose {
			territory: Territory::CL,
			territories: Default::default(),
			utc_offset: -240,
			account: account.clone(),
			encryption_key: sp_core::H256::repeat_byte(7),
			instrument: None,
			signatories: signatories.try_into().expect("two"),
		};
		done(MX, propose);
		let admit = Call::<Runtime>::admit {
			territory: Territory::CL,
			proposal: 4,
		};
		assert_eq!(motion(admit, 3, &[MX, CR, PE]), Some(Ok(())));
	});
	chain.block(|| of_multisig(Call::quarantine_own {}));
	let new = Sr25519Keyring::One;
	chain.block(|| {
		of_multisig(Call::rotate_account {
			account: new.to_account_id(),
		})
	});
	chain.block(|| {
		done(new, Call::<Runtime>::accept_account {});
		let key = sp_core::H256::repeat_byte(9);
		done(new, Call::<Runtime>::rotate_encryption_key { key });
		done(new, Call::<Runtime>::end_own_quarantine {});
	});
	assert_eq!(own(&mut chain), new.to_account_id());
}

#[test]
fn a_batch_should_cost_what_it_weighs() {
	let mut chain = Chain::new("development");
	chain.block(|| {
		done(MX, remark());
		let one = last_fee();
		let calls = vec![remark(); 50];
		done(MX, pallet_utility::Call::<Runtime>::batch_all { calls });
		let batch = last_fee();
		assert!(
			batch > one && batch < 50 * one,
			"{batch} for fifty, {one} for one"
		);
	});
}
