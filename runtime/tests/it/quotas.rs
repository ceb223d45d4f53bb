//! Who pays for what, and what happens beyond the quota.

use crate::{
	chain::{
		close, done, motion, send, signed, signed_with, signed_with_tip, Chain, Signer, CO, CR, MX,
		PE,
	},
	paid_calls::every_call,
	scenarios::{certify, chain, document, tin, written, CR1, MX1, MX2, NUMBER, TIN},
};
use aeo_primitives::{
	Ground, Role, Scope, Subject, SuspensionScope, Territory, WrittenSuspensionEnd, WrittenType,
};
use aeo_runtime::{
	configs::{
		fees::{byte_of_block, ChargeWeight, FeePerByte, JointQuota, Reserve, KEPT_BYTE},
		governance::MaxProposalWeight,
		paid_calls::{CALL_TOO_LONG, MAX_CALL_BYTES, SIGNER_NOT_ENTITLED},
		prices,
		system::{RuntimeBlockLength, RuntimeBlockWeights},
	},
	Balances, Executive, Fees, Runtime, RuntimeCall, RuntimeEvent, RuntimeOrigin, System,
	TransactionPayment, UncheckedExtrinsic,
};
use codec::{Decode, Encode, MaxEncodedLen};
use frame_support::{
	dispatch::{DispatchClass, GetDispatchInfo},
	pallet_prelude::{ConstU32, Get, InvalidTransaction, TransactionSource, TransactionValidity},
	storage::with_transaction,
	traits::fungible::Mutate,
	weights::{constants::WEIGHT_REF_TIME_PER_NANOS, Weight},
	BoundedVec,
};
use pallet_administrations::Call;
use pallet_fees::{Quota, WeightInfo as _};
use pallet_transaction_payment::WeightInfo as _;
use sp_core::{sr25519, Pair, H256};
use sp_keyring::Sr25519Keyring;
use sp_runtime::{
	traits::{Dispatchable, Hash as _},
	DispatchError, TransactionOutcome,
};

fn remark(bytes: usize) -> RuntimeCall {
	RuntimeCall::System(frame_system::Call::remark {
		remark: vec![0; bytes],
	})
}

/// A call that the quota of an own account and of every officer pays for. It does nothing: there is
/// no such agreement.
fn work() -> RuntimeCall {
	RuntimeCall::Agreements(pallet_agreements::Call::retract { agreement: 99_999 })
}

/// A light call that is as long as one likes. It does nothing: the proof is none.
fn long(bytes: usize) -> RuntimeCall {
	let keys = Decode::decode(&mut &[0; 96][..]).expect("three keys");
	RuntimeCall::Session(pallet_session::Call::set_keys {
		keys,
		proof: vec![0; bytes],
	})
}

/// Sends what is paid for, and gives what it cost. Whether it succeeds is another matter.
fn paid(signer: impl Signer, call: impl Into<RuntimeCall>) -> u128 {
	let sent = send(signer, call);
	assert!(sent.is_ok(), "{sent:?}");
	last_fee()
}

/// What the pool says of a transaction. It looks at the state of a block that it begins, of which
/// nothing is kept.
fn validate(extrinsic: UncheckedExtrinsic) -> TransactionValidity {
	let parent = System::parent_hash();
	with_transaction(|| {
		let valid = Executive::validate_transaction(TransactionSource::External, extrinsic, parent);
		TransactionOutcome::Rollback(Ok::<_, DispatchError>(valid))
	})
	.expect("rolled back")
}

/// Why the pool refuses a call of this signer.
fn refusal(signer: impl Signer, call: impl Into<RuntimeCall>) -> Option<InvalidTransaction> {
	match validate(signed(signer, call)) {
		Ok(_) => None,
		Err(sp_runtime::transaction_validity::TransactionValidityError::Invalid(why)) => Some(why),
		Err(other) => panic!("{other:?}"),
	}
}

/// What a transaction costs at most, as `payment_queryInfo` says it.
fn most(signer: impl Signer, call: impl Into<RuntimeCall>) -> u128 {
	let extrinsic = signed(signer, call);
	let bytes = u32::try_from(extrinsic.encoded_size()).expect("short");
	TransactionPayment::query_info(extrinsic, bytes).partial_fee
}

fn suspending(subject: Subject) -> RuntimeCall {
	RuntimeCall::Suspensions(pallet_suspensions::Call::suspend {
		subject,
		scope: SuspensionScope::Full,
		end: WrittenSuspensionEnd::Open,
		ground: Ground::Authority,
		document: document(),
	})
}

/// By number, and by the longest TIN, which may mean as many certificates as a trader can have.
fn suspensions() -> [RuntimeCall; 2] {
	let longest = "X".repeat(64);
	[
		suspending(Subject::Number(written(NUMBER))),
		suspending(Subject::Tin(tin(&longest))),
	]
}

fn set_quota(administration: Territory, quota: Quota) {
	let call = pallet_fees::Call::<Runtime>::set_quota {
		administration,
		quota,
	};
	assert_eq!(motion(call, 3, &[MX, CR, PE]), Some(Ok(())));
}

/// As good as none: a fee unit is a picosecond.
const NOTHING: Quota = Quota {
	max: 1,
	recovery: 1,
};

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
	let fee = chain.block(|| paid(CR, work()));
	// ten transactions in all, and as good as nothing comes back
	let quota = Quota {
		max: 10 * fee,
		recovery: 1,
	};
	chain.block(|| set_quota(Territory::PE, quota));
	// what Peru used before came back at its old quota only until now
	let left = chain.read(|| Fees::quota_left(&PE.to_account_id()));
	let expected = left.expect("Peru has a quota") / fee;
	assert!((1..=10).contains(&expected), "{expected}");

	let (included, refused) = chain.block(|| {
		let first = System::account_nonce(PE.to_account_id());
		let pending: Vec<_> = (0..30)
			.map(|more| signed_with(PE, work(), first + more))
			.collect();
		// the pool looks at each by itself, and finds the first valid
		validate(pending[0].clone()).expect("valid by itself");
		let results: Vec<_> = pending
			.into_iter()
			.map(Executive::apply_extrinsic)
			.collect();
		let (included, refused): (Vec<_>, Vec<_>) =
			results.into_iter().partition(|result| result.is_ok());
		// all others go on
		paid(CR, work());
		paid(MX, work());
		(included, refused)
	});
	assert_eq!(included.len() as u128, expected);
	assert_eq!(refused[0], Err(InvalidTransaction::Payment.into()));
	assert_eq!(included.len() + refused.len(), 30);
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
			utc_offset: "-04:00".try_into().expect("short"),
			account: account.clone(),
			encryption_key: sp_core::H256::repeat_byte(7),
			instrument: None,
			signatories: signatories.into(),
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
		let one = paid(MX, work());
		let calls = vec![work(); 50];
		let batch = paid(MX, pallet_utility::Call::<Runtime>::force_batch { calls });
		assert!(
			batch > one && batch < 50 * one,
			"{batch} for fifty, {one} for one"
		);
	});
}

/// What an extrinsic costs is measured with its charging, which is weighed by itself.
#[test]
fn what_charging_costs_should_be_paid_once() {
	let weights = RuntimeBlockWeights::get();
	let base = weights.get(DispatchClass::Normal).base_extrinsic.ref_time();
	let measured = prices::EXTRINSIC * WEIGHT_REF_TIME_PER_NANOS;
	assert_eq!(base, measured - prices::CHARGE * WEIGHT_REF_TIME_PER_NANOS);
	let charge = ChargeWeight::charge_transaction_payment().ref_time();
	assert!(base + charge >= measured, "{base} and {charge}");
	// But for what it reads and writes it is what was measured of charging.
	let balance = pallet_fees::weights::SubstrateWeight::<Runtime>::charge_balance();
	let is_rest = |(reads, writes)| {
		let stored = <Runtime as frame_system::Config>::DbWeight::get().reads_writes(reads, writes);
		let computed = Weight::from_parts(prices::CHARGE * WEIGHT_REF_TIME_PER_NANOS, 0);
		balance == computed.saturating_add(stored)
	};
	let accesses = (0..20).flat_map(|reads| (0..20).map(move |writes| (reads, writes)));
	assert!(accesses.into_iter().any(is_rest), "{balance:?}");
}

/// The record of the administration and its budget come to the database once.
#[test]
fn what_all_payments_of_a_block_share_should_be_paid_by_the_first() {
	let mut chain = Chain::new("development");
	let shared = <Runtime as frame_system::Config>::DbWeight::get().reads_writes(2, 1);
	let mut first_of_block = Vec::new();
	for _ in 0..2 {
		chain.block(|| {
			let (first, second) = (paid(MX, work()), paid(MX, work()));
			assert_eq!(first - second, u128::from(shared.ref_time()));
			// Another administration has others.
			assert_eq!(paid(CR, work()), first);
			first_of_block.push(first);
		});
	}
	assert_eq!(first_of_block[0], first_of_block[1]);
}

// Bytes.

#[test]
fn a_block_full_of_bytes_should_cost_as_much_as_one_full_of_execution() {
	let bytes = *RuntimeBlockLength::get().max.get(DispatchClass::Normal);
	let weights = RuntimeBlockWeights::get();
	let execution = weights
		.get(DispatchClass::Normal)
		.max_total
		.expect("bounded");
	let execution = TransactionPayment::weight_to_fee(execution);
	assert_eq!((bytes, execution), (3_932_160, 1_125_000_000_000));
	assert_eq!(byte_of_block(), 286_103);
	assert!(byte_of_block() * u128::from(bytes) >= execution);
	assert!((byte_of_block() - 1) * u128::from(bytes) < execution);
	// and on top of it what stays for ever
	assert_eq!(FeePerByte::get(), byte_of_block() + KEPT_BYTE);
	assert_eq!(
		TransactionPayment::length_to_fee(1_000),
		1_000 * FeePerByte::get()
	);
}

/// One officer stored 170 kilobytes for 3.4 milliseconds.
#[test]
fn what_stays_should_cost_by_the_byte() {
	let mut chain = Chain::new("development");
	chain.block(|| {
		let fee = most(MX, long(170_000)) - most(MX, long(0));
		assert!(fee > 200_000_000_000, "{fee}");
	});
}

/// As many rows as a batch can have, each as long as what is meant can be: a TIN of 64 bytes as it is
/// written, a number of 35, codes of 16, eight roles, nine earlier periods. What is longer is refused.
#[test]
fn the_largest_batches_should_be_short_enough() {
	use pallet_certificates::{
		WrittenPeriod, WrittenRows, WrittenState, WrittenSuspension, WrittenTakenOver,
		MAX_TAKEN_OVER_PERIODS,
	};
	let text = |length: usize| written(&"X".repeat(length));
	let document = H256::repeat_byte(1);
	let period = WrittenPeriod {
		from: text(10),
		state: WrittenState::Suspended(WrittenSuspension {
			scope: SuspensionScope::Full,
			end: WrittenSuspensionEnd::DecisionAfter(text(10)),
		}),
		ground: Ground::Authority,
		document,
	};
	let row = WrittenTakenOver {
		number: text(35),
		tin: text(64),
		publication_consent: document,
		certificate_type: WrittenType {
			programme: text(16),
			code: text(16),
		},
		roles: Role::ALL.iter().copied().take(8).collect(),
		valid_from: text(10),
		valid_until: Some(text(10)),
		periods: vec![period; MAX_TAKEN_OVER_PERIODS as usize],
		instrument: None,
	};
	let most = <<Runtime as pallet_certificates::Config>::MaxBatch as Get<u32>>::get();
	assert_eq!(most, 400);
	let rows = WrittenRows::TakeOver(vec![row; most as usize]).encoded_size();
	type Grants = BoundedVec<pallet_benefits::GrantRow, ConstU32<{ pallet_benefits::MAX_GRANTS }>>;
	for rows in [rows, Grants::max_encoded_len()] {
		assert!(rows + 100 < MAX_CALL_BYTES, "{rows} of {MAX_CALL_BYTES}");
	}
}

#[test]
fn a_longer_call_should_be_refused_by_the_pool_whoever_pays() {
	let mut chain = Chain::new("development");
	chain.block(|| {
		Balances::set_balance(&Sr25519Keyring::Ferdie.to_account_id(), u128::MAX / 2);
		let too_long = Some(InvalidTransaction::Custom(CALL_TOO_LONG));
		for signer in [MX, Sr25519Keyring::Ferdie] {
			assert_eq!(refusal(signer, remark(MAX_CALL_BYTES)), too_long);
			assert_eq!(
				send(signer, remark(MAX_CALL_BYTES)),
				Err(InvalidTransaction::Custom(CALL_TOO_LONG).into())
			);
		}
		// as long as allowed
		let longest = MAX_CALL_BYTES - remark(70_000).encoded_size() + 70_000;
		assert_eq!(refusal(Sr25519Keyring::Ferdie, remark(longest)), None);
		assert_eq!(
			refusal(Sr25519Keyring::Ferdie, remark(longest + 1)),
			too_long
		);
	});
}

// Whose calls.

/// Case 2: one officer without scope filled every block with motions of 3.9 megabytes.
#[test]
fn bytes_of_one_key_should_fill_no_blocks() {
	let mut chain = chain();
	let signatory = Sr25519Keyring::Ferdie;
	chain.block(|| {
		certify(NUMBER, TIN, None);
		let signatory = signatory.to_account_id();
		done(MX, Call::<Runtime>::appoint_signatory { signatory });
	});
	let motion_of =
		|bytes: usize| pallet_collective::Call::<Runtime, pallet_collective::Instance1>::propose {
			threshold: 2,
			proposal: Box::new(remark(bytes)),
			length_bound: 0,
		};
	chain.block(|| {
		// neither he, nor his administration's own account
		for signer in [signatory, MX] {
			assert_eq!(
				refusal(signer, motion_of(3_900_000)),
				Some(InvalidTransaction::Custom(CALL_TOO_LONG))
			);
		}
		for bytes in [0, 1_000, 200_000] {
			assert_eq!(
				refusal(signatory, motion_of(bytes)),
				Some(InvalidTransaction::Custom(SIGNER_NOT_ENTITLED))
			);
			assert_eq!(
				refusal(signatory, remark(bytes)),
				Some(InvalidTransaction::Payment)
			);
		}
	});
	// What the own account may send is bounded by the quota: after what was saved up, a twentieth of
	// a block's time, and less of its bytes.
	let (_, quota) = chain
		.read(|| Fees::quota(&MX.account()))
		.expect("it has one");
	let mut included = 0;
	for _ in 0..5 {
		chain.block(|| {
			while send(MX, long(200_000)).is_ok() {
				included += 1;
			}
			// the others of its administration go on
			paid(MX2, suspending(Subject::Number(written(NUMBER))));
		});
	}
	let most = (quota.max + 5 * quota.recovery) / FeePerByte::get();
	assert!(included * 200_000 <= most, "{included} of {most} bytes");
}

/// Case 1: an officer offers thousands of accounts to be holders, each with a quota of its own.
#[test]
fn offered_accounts_should_be_paid_for_little_and_together() {
	let key = |serial: u32| {
		let mut seed = [7; 32];
		seed[..4].copy_from_slice(&serial.to_le_bytes());
		sr25519::Pair::from_seed(&seed)
	};
	let mut chain = chain();
	let offered = chain.block(|| {
		certify(NUMBER, TIN, None);
		let offers = (0..3_000).map(key).take_while(|pair| {
			let offer = pallet_identities::Call::<Runtime>::offer_account {
				tin: tin(TIN),
				account: pair.public().into(),
				instrument: None,
			};
			let offer = RuntimeCall::from(offer);
			offer.dispatch(RuntimeOrigin::signed(MX1.account())).is_ok()
		});
		offers.collect::<Vec<_>>()
	});
	assert!(!offered.is_empty());
	let accept =
		|| RuntimeCall::from(pallet_identities::Call::<Runtime>::accept_account { tin: tin(TIN) });
	let decline = || RuntimeCall::from(pallet_identities::Call::<Runtime>::decline_account {});
	// what an offered account may not send
	chain.block(|| {
		let vote = pallet_collective::Call::<Runtime, pallet_collective::Instance1>::vote {
			proposal: Default::default(),
			index: 0,
			approve: true,
		};
		let pair = &offered[0];
		assert_eq!(
			refusal(Key(pair), vote.clone()),
			Some(InvalidTransaction::Custom(SIGNER_NOT_ENTITLED))
		);
		let calls = vec![RuntimeCall::from(vote); 3];
		let batch = pallet_utility::Call::<Runtime>::batch_all { calls };
		assert_eq!(
			refusal(Key(pair), batch),
			Some(InvalidTransaction::Custom(SIGNER_NOT_ENTITLED))
		);
		let nothing = pallet_utility::Call::<Runtime>::batch { calls: vec![] }.into();
		for call in [remark(0), work(), long(0), nothing] {
			assert_eq!(refusal(Key(pair), call), Some(InvalidTransaction::Payment));
		}
		assert_eq!(refusal(Key(pair), accept()), None);
	});
	// All of them accept, again and again, as fast as blocks take it: what it costs is within the
	// joint quota, and leaves the block to others.
	let mut cost = 0;
	let blocks = 3;
	let before = chain.read(|| Fees::quota_left(&MX1.account()));
	for _ in 0..blocks {
		cost += chain.free_block(|| {
			let mut cost = 0;
			for pair in &offered {
				if send(Key(pair), accept()).is_ok() {
					cost += last_fee();
				}
			}
			paid(MX2, suspending(Subject::Number(written(NUMBER))));
			paid(CR, work());
			cost
		});
	}
	let quota = JointQuota::get();
	assert!(cost <= quota.max + blocks * quota.recovery, "{cost}");
	let after = chain.read(|| Fees::quota_left(&MX1.account()));
	assert!(after >= before, "the officers pay for none of it");
	// and none at all in a quarantine
	chain.block(|| {
		done(MX, Call::<Runtime>::quarantine_own {});
		let last = offered.last().expect("there is one");
		for call in [accept(), decline()] {
			assert_eq!(refusal(Key(last), call), Some(InvalidTransaction::Payment));
		}
	});
}

/// Signs with a pair that was made here.
#[derive(Clone, Copy)]
struct Key<'a>(&'a sr25519::Pair);

impl Signer for Key<'_> {
	fn pair(self) -> sr25519::Pair {
		self.0.clone()
	}
}

// Operational calls.

#[test]
fn operational_calls_of_those_who_are_not_entitled_should_be_refused_by_the_pool() {
	let mut chain = chain();
	let (rich, clerk) = (Sr25519Keyring::Ferdie, Sr25519Keyring::Eve);
	chain.block(|| {
		Balances::set_balance(&rich.to_account_id(), u128::MAX / 2);
		Balances::set_balance(&MX.to_account_id(), u128::MAX / 2);
		let scopes = vec![Scope::Identities, Scope::Clearance].into();
		let officer = clerk.to_account_id();
		done(MX, Call::<Runtime>::appoint_officer { officer, scopes });
	});
	let refused = Some(InvalidTransaction::Custom(SIGNER_NOT_ENTITLED));
	let vote = || {
		RuntimeCall::Council(pallet_collective::Call::vote {
			proposal: Default::default(),
			index: 0,
			approve: true,
		})
	};
	let nested = |call: RuntimeCall| {
		[
			call.clone(),
			pallet_utility::Call::<Runtime>::batch {
				calls: vec![call.clone()],
			}
			.into(),
			pallet_utility::Call::<Runtime>::force_batch {
				calls: vec![call.clone(), call.clone()],
			}
			.into(),
			pallet_utility::Call::<Runtime>::if_else {
				main: Box::new(call.clone()),
				fallback: Box::new(call.clone()),
			}
			.into(),
		]
	};
	let in_another_name = |call: RuntimeCall| {
		[
			RuntimeCall::from(pallet_utility::Call::<Runtime>::as_derivative {
				index: 0,
				call: Box::new(call.clone()),
			}),
			pallet_multisig::Call::<Runtime>::as_multi_threshold_1 {
				other_signatories: vec![CO.to_account_id()],
				call: Box::new(call),
			}
			.into(),
		]
	};
	let suspension = || suspending(Subject::Number(written(NUMBER)));
	chain.block(|| {
		for call in nested(vote()) {
			assert_eq!(refusal(MX, call.clone()), None, "{call:?}");
			for signer in [rich, clerk] {
				assert_eq!(refusal(signer, call.clone()), refused, "{call:?}");
			}
			assert_eq!(refusal(MX1, call.clone()), refused, "{call:?}");
			assert_eq!(
				send(rich, call),
				Err(InvalidTransaction::Custom(SIGNER_NOT_ENTITLED).into())
			);
		}
		for call in nested(suspension()) {
			assert_eq!(refusal(MX1, call.clone()), None, "{call:?}");
			for signer in [rich, clerk, MX] {
				assert_eq!(refusal(signer, call.clone()), refused, "{call:?}");
			}
		}
		for call in in_another_name(vote())
			.into_iter()
			.chain(in_another_name(suspension()))
		{
			for signer in [rich, clerk, MX] {
				assert_eq!(refusal(signer, call.clone()), refused, "{call:?}");
			}
			assert_eq!(refusal(MX1, call.clone()), refused, "{call:?}");
		}
		// what is for root, or comes unsigned
		let upgrade = frame_system::Call::<Runtime>::apply_authorized_upgrade { code: vec![0] };
		let code = frame_system::Call::<Runtime>::set_code { code: vec![0] };
		for call in [upgrade, code] {
			assert_eq!(refusal(MX, call), refused);
		}
	});
}

/// A multisig that is the own account votes; one that is nobody doesn't.
#[test]
fn what_a_multisig_may_do_should_be_paid_by_its_signers() {
	let mut chain = chain();
	let derivative = pallet_utility::derivative_account_id(MX1.account(), 3);
	chain.block(|| {
		let scopes = vec![Scope::Suspension].into();
		let officer = derivative;
		done(MX, Call::<Runtime>::appoint_officer { officer, scopes });
	});
	let by = |index, call| pallet_utility::Call::<Runtime>::as_derivative {
		index,
		call: Box::new(call),
	};
	let suspension = || suspending(Subject::Number(written(NUMBER)));
	chain.block(|| {
		assert_eq!(refusal(MX1, by(3, suspension())), None);
		assert_eq!(
			refusal(MX1, by(4, suspension())),
			Some(InvalidTransaction::Custom(SIGNER_NOT_ENTITLED))
		);
		assert_eq!(refusal(MX1, by(3, work())), None);
		assert_eq!(
			refusal(MX1, by(3, remark(0))),
			Some(InvalidTransaction::Payment)
		);
		// another administration's signer doesn't pay for it
		assert_eq!(
			refusal(CR1, by(3, work())),
			Some(InvalidTransaction::Payment)
		);
		// however deep, and however many accounts
		let mut deep = work();
		for _ in 0..20 {
			deep = pallet_utility::Call::<Runtime>::batch { calls: vec![deep] }.into();
		}
		assert_eq!(refusal(MX1, deep), Some(InvalidTransaction::Payment));
		let calls = vec![RuntimeCall::from(by(3, work())); 5];
		assert_eq!(
			refusal(MX1, pallet_utility::Call::<Runtime>::batch { calls }),
			Some(InvalidTransaction::Payment)
		);
	});
}

// What protects an administration.

#[test]
fn the_heaviest_suspension_should_fit_what_a_drained_reserve_gives_in_a_few_blocks() {
	let mut chain = chain();
	chain.block(|| {
		let share = Reserve::get().share();
		for call in suspensions() {
			let fee = most(MX1, call);
			assert!(fee <= share.max, "{fee} of {}", share.max);
			assert!(
				fee <= 4 * share.recovery,
				"{fee} come back in {} blocks",
				fee.div_ceil(share.recovery)
			);
		}
	});
}

#[test]
fn a_suspension_should_always_fit_whatever_was_drained_before() {
	let mut chain = chain();
	chain.block(|| {
		certify(NUMBER, TIN, None);
		set_quota(Territory::MX, NOTHING);
	});
	chain.free_block(|| {
		assert_eq!(refusal(MX1, work()), Some(InvalidTransaction::Payment));
		// one key drains all that it can get
		let mut more = 0;
		while send(MX1, suspensions()[1].clone()).is_ok() {
			more += 1;
			assert!(more < 10_000);
		}
		// another officer's suspension is in the same block, and from now on in each one
		for call in suspensions() {
			assert_eq!(refusal(MX2, call), None);
		}
		done(MX2, suspending(Subject::Number(written(NUMBER))));
	});
	for _ in 0..5 {
		chain.free_block(|| {
			while send(MX1, suspensions()[1].clone()).is_ok() {}
			for call in suspensions() {
				assert_eq!(refusal(MX2, call.clone()), None);
				assert_eq!(refusal(CR1, call), None);
			}
		});
	}
	// and the one who drained his share waits for a few blocks
	for _ in 0..4 {
		chain.free_block(|| ());
	}
	chain.free_block(|| {
		for call in suspensions() {
			assert_eq!(refusal(MX1, call), None);
		}
	});
}

/// What is operational goes first and may fill a whole block. A close says itself how heavy it is.
#[test]
fn what_goes_first_should_be_paid_from_the_reserve_alone_however_much_quota_is_saved_up() {
	let mut chain = chain();
	chain.block(|| {
		let a_close = |milliseconds: u64| {
			let bound = Weight::from_parts(milliseconds * 1_000_000_000, 0);
			close(Default::default(), 0, bound, 1_000)
		};
		assert!(most(MX, a_close(500)) < Fees::quota_left(&MX.account()).unwrap());
		assert_eq!(refusal(MX, a_close(500)), Some(InvalidTransaction::Payment));
		// the heaviest motion can be closed, and then the account waits
		let heaviest = MaxProposalWeight::get().ref_time() / 1_000_000_000;
		assert!(most(MX, a_close(heaviest)) <= Reserve::get().share().max);
		let mut closes: u128 = 0;
		while send(MX, a_close(heaviest)).is_ok() {
			closes += 1;
			assert!(closes < 10);
		}
		assert!(closes > 0);
		assert!(closes * most(MX, a_close(heaviest)) <= Reserve::get().share().max);
		assert_eq!(refusal(MX, work()), None);
	});
}

/// The heaviest of each, with nothing but the reserve.
#[test]
fn what_protects_an_administration_should_be_paid_whatever_the_council_sets() {
	let mut chain = chain();
	let proposal = chain.block(|| {
		set_quota(Territory::MX, NOTHING);
		let call = RuntimeCall::from(Call::<Runtime>::expel {
			administration: Territory::MX,
		});
		let propose = pallet_collective::Call::<Runtime, pallet_collective::Instance1>::propose {
			threshold: 3,
			length_bound: call.encoded_size() as u32,
			proposal: Box::new(call.clone()),
		};
		done(CR, propose);
		<Runtime as frame_system::Config>::Hashing::hash_of(&call)
	});
	chain.block(|| {
		assert_eq!(refusal(MX, work()), Some(InvalidTransaction::Payment));
		let own: [RuntimeCall; 6] = [
			pallet_collective::Call::<Runtime, pallet_collective::Instance1>::vote {
				proposal,
				index: 1,
				approve: false,
			}
			.into(),
			Call::<Runtime>::give_notice {}.into(),
			Call::<Runtime>::leave {}.into(),
			Call::<Runtime>::dismiss_officer {
				officer: MX1.account(),
			}
			.into(),
			Call::<Runtime>::rotate_account {
				account: MX1.account(),
			}
			.into(),
			Call::<Runtime>::quarantine_own {}.into(),
		];
		for call in own {
			assert_eq!(refusal(MX, call.clone()), None, "{call:?}");
			let fee = most(MX, call.clone());
			assert!(fee <= Reserve::get().share().recovery, "{call:?}: {fee}");
		}
		let acknowledge = pallet_suspensions::Call::<Runtime>::acknowledge {
			issuer: Territory::CR,
			number: written(NUMBER),
			version: 1,
		};
		assert_eq!(refusal(MX1, acknowledge), None);
		// and then it can change its keys
		done(MX, Call::<Runtime>::quarantine_own {});
		let key = sp_core::H256::repeat_byte(9);
		done(MX, Call::<Runtime>::rotate_encryption_key { key });
	});
}

// What goes first.

#[test]
fn a_suspension_should_go_before_every_other_call() {
	let mut chain = chain();
	chain.block(|| {
		// a tip needs a balance
		for signer in [MX, CR] {
			Balances::set_balance(&signer.to_account_id(), u128::MAX / 8);
		}
		Balances::set_balance(&MX1.account(), u128::MAX / 8);
		let priority = |extrinsic| validate(extrinsic).map(|valid| valid.priority);
		let suspending = suspensions().map(|call| {
			let alone = priority(signed(MX1, call.clone())).expect("valid");
			let calls = vec![call; 2];
			let batch = pallet_utility::Call::<Runtime>::batch_all { calls };
			assert_eq!(priority(signed(MX1, batch)), Ok(alone));
			alone
		});
		let first = suspending[0];
		assert_eq!(suspending, [first, first]);
		let mut others = 0;
		for call in every_call() {
			if matches!(
				call,
				RuntimeCall::Suspensions(pallet_suspensions::Call::suspend { .. })
			) {
				continue;
			}
			for extrinsic in [
				signed(MX, call.clone()),
				signed_with_tip(MX, call.clone(), u128::MAX / 16),
				signed(MX1, call.clone()),
				signed_with_tip(MX1, call.clone(), u128::MAX / 16),
			] {
				if let Ok(priority) = priority(extrinsic) {
					others += 1;
					assert!(priority < first, "{call:?}");
				}
			}
		}
		assert!(others > 200, "{others}");
	});
}
