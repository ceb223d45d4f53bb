//! What the council may do, and with how many votes.

use crate::chain::{close, done, emitted, motion, seats, send, Chain, CO, CR, MX, PE};
use aeo_primitives::Territory;
use aeo_runtime::{
	configs::paid_calls::SIGNER_NOT_ENTITLED, Hash, Runtime, RuntimeCall, RuntimeEvent, System,
	DAYS,
};
use codec::Encode;
use frame_support::{dispatch::GetDispatchInfo, pallet_prelude::InvalidTransaction};
use pallet_administrations::{AdministrationState, Administrations, Call, Error, Validating};
use sp_core::H256;
use sp_keyring::Sr25519Keyring;
use sp_runtime::{
	traits::{BlakeTwo256, Hash as _},
	DispatchError,
};

pub fn propose(territory: Territory, account: Sr25519Keyring) -> RuntimeCall {
	RuntimeCall::Administrations(Call::propose {
		territory,
		territories: Default::default(),
		utc_offset: "-04:00".try_into().expect("short"),
		account: account.to_account_id(),
		encryption_key: H256::repeat_byte(7),
		instrument: None,
		signatories: Default::default(),
	})
}

fn admit(territory: Territory, proposal: u32) -> RuntimeCall {
	RuntimeCall::Administrations(Call::admit {
		territory,
		proposal,
	})
}

fn admitted(territory: Territory) -> bool {
	Administrations::<Runtime>::get(territory)
		.is_some_and(|record| record.state == AdministrationState::Admitted)
}

/// Three of five are a majority, and no two thirds. With a default vote that follows the majority
/// the two who did not vote would count as ayes.
#[test]
fn a_majority_with_abstentions_should_not_admit_at_the_end_of_a_motion() {
	let mut chain = Chain::new("development");
	let call = admit(Territory::BR, 5);
	let hash: Hash = BlakeTwo256::hash_of(&call);
	let bytes = u32::try_from(call.encoded_size()).expect("short");
	let weight = call.get_dispatch_info().call_weight;
	chain.block(|| {
		done(MX, propose(Territory::CL, Sr25519Keyring::Eve));
		assert_eq!(
			motion(admit(Territory::CL, 4), 3, &[MX, CR, PE]),
			Some(Ok(()))
		);
		done(MX, propose(Territory::BR, Sr25519Keyring::Ferdie));
		done(
			MX,
			pallet_collective::Call::propose {
				threshold: 4,
				proposal: Box::new(call),
				length_bound: bytes,
			},
		);
		for voter in [MX, CR, PE] {
			done(
				voter,
				pallet_collective::Call::vote {
					proposal: hash,
					index: 1,
					approve: true,
				},
			);
		}
		// before its end it can't be closed
		let early = send(MX, close(hash, 1, weight, bytes));
		assert!(matches!(early, Ok(Err(_))), "{early:?}");
	});
	// straight to the end of the motion: a week of empty blocks says nothing more
	chain.read(|| System::set_block_number(7 * DAYS + 1));
	let disapproved = chain.read(|| {
		aeo_runtime::Council::close(
			aeo_runtime::RuntimeOrigin::signed(CO.to_account_id()),
			hash,
			1,
			weight,
			bytes,
		)
		.expect("the motion is over");
		System::events().iter().any(|record| {
			record.event
				== RuntimeEvent::Council(pallet_collective::Event::Disapproved {
					proposal_hash: hash,
				})
		})
	});
	assert!(disapproved);
	assert!(!chain.read(|| admitted(Territory::BR)));
}

/// Nobody issues, or voids, credentials in the name of an administration but itself, the council included.
#[test]
fn no_majority_should_reach_the_credentials_of_an_administration() {
	let mut chain = Chain::new("local_testnet");
	let refused = Some(Err(DispatchError::BadOrigin));
	chain.block(|| {
		let set = Call::<Runtime>::set_credential_issuer {
			did: "did:web:aduanas.example".try_into().expect("short"),
			key: aeo_primitives::CredentialKey([2; 33]),
			keep_previous_until: None,
		};
		done(MX, set.clone());
		let before = pallet_administrations::CredentialIssuers::<Runtime>::get(Territory::MX);
		assert!(before.is_some());
		for call in [set, Call::clear_credential_issuer {}] {
			assert_eq!(
				motion(call.clone(), 4, &[MX, CR, PE, CO]),
				refused,
				"{call:?}"
			);
		}
		let void = pallet_certificates::Call::<Runtime>::void_credentials {
			number: "A-1".try_into().expect("short"),
		};
		assert_eq!(motion(void, 4, &[MX, CR, PE, CO]), refused);
		let after = pallet_administrations::CredentialIssuers::<Runtime>::get(Territory::MX);
		assert_eq!(after, before);
	});
}

#[test]
fn each_council_call_should_need_its_own_threshold() {
	let mut chain = Chain::new("local_testnet");
	let refused = Some(Err(DispatchError::BadOrigin));
	chain.block(|| {
		// a majority of four seats is three, and so are two thirds and three quarters
		let calls = [
			Call::<Runtime>::quarantine {
				administration: Territory::CO,
			},
			Call::expel {
				administration: Territory::CO,
			},
			Call::switch_off_validator {
				administration: Territory::CO,
			},
			Call::authorise_upgrade {
				code_hash: H256::zero(),
			},
			Call::note_stalled {
				delay: 1,
				best_finalised: 1,
			},
		];
		for call in calls {
			assert_eq!(motion(call.clone(), 2, &[MX, CR]), refused, "{call:?}");
		}
		let off = Call::<Runtime>::switch_off_validator {
			administration: Territory::CO,
		};
		assert_eq!(motion(off, 3, &[MX, CR, PE]), Some(Ok(())));
		assert!(!Validating::<Runtime>::get().contains(&Territory::CO));
	});
	chain.block(|| {
		// with five seats a majority is three, two thirds are four and so are three quarters
		done(MX, propose(Territory::CL, Sr25519Keyring::Eve));
		assert_eq!(
			motion(admit(Territory::CL, 4), 3, &[MX, CR, PE]),
			Some(Ok(()))
		);
		let quarantine = Call::<Runtime>::quarantine {
			administration: Territory::CL,
		};
		assert_eq!(motion(quarantine.clone(), 3, &[MX, CR, PE]), refused);
		assert_eq!(motion(quarantine, 4, &[MX, CR, PE, CO]), Some(Ok(())));
		assert_eq!(seats().len(), 4);
	});
}

/// Keys may be gone everywhere at once: the council stays one of three, and decides as soon as two of
/// them have new keys (I29).
#[test]
fn administrations_that_quarantine_themselves_should_leave_a_council_that_decides() {
	let mut chain = Chain::new("development");
	chain.block(|| {
		for own in [CO, PE, CR] {
			done(own, Call::<Runtime>::quarantine_own {});
		}
		let left = [MX, CR, PE].map(|member| member.to_account_id());
		assert_eq!(seats(), {
			let mut left = left.to_vec();
			left.sort();
			left
		});
		// whoever has their keys doesn't vote with them
		let vote = pallet_collective::Call::<Runtime, pallet_collective::Instance1>::vote {
			proposal: Default::default(),
			index: 0,
			approve: true,
		};
		let not_entitled = InvalidTransaction::Custom(SIGNER_NOT_ENTITLED);
		for own in [CR, PE] {
			assert_eq!(send(own, vote.clone()), Err(not_entitled.into()));
		}
		// the seat moves to the new keys, with its vote
		let new = Sr25519Keyring::Ferdie;
		let account = new.to_account_id();
		done(CR, Call::<Runtime>::rotate_account { account });
		done(new, Call::<Runtime>::accept_account {});
		let key = H256::repeat_byte(9);
		done(new, Call::<Runtime>::rotate_encryption_key { key });
		done(new, Call::<Runtime>::end_own_quarantine {});
		assert!(seats().contains(&new.to_account_id()) && seats().len() == 3);
		done(MX, propose(Territory::CL, Sr25519Keyring::Eve));
		let result = motion(admit(Territory::CL, 4), 2, &[MX, new]);
		assert_eq!(result, Some(Ok(())));
		assert_eq!(seats().len(), 4);
		// now the council can spare the seat of one
		let quarantine = Call::<Runtime>::quarantine {
			administration: Territory::PE,
		};
		let eve = Sr25519Keyring::Eve;
		assert_eq!(motion(quarantine, 3, &[MX, new, eve]), Some(Ok(())));
		assert_eq!(seats().len(), 3);
	});
}

/// Nobody keeps a candidate out: by proposing another one first, or by giving its account a role.
#[test]
fn a_hostile_member_should_not_keep_a_candidate_out() {
	let mut chain = Chain::new("development");
	chain.block(|| {
		let eve = Sr25519Keyring::Eve.to_account_id();
		for _ in 0..4 {
			done(CO, propose(Territory::CL, Sr25519Keyring::Ferdie));
		}
		let full = Error::<Runtime>::TooManyProposals;
		assert_eq!(
			send(CO, propose(Territory::CL, Sr25519Keyring::Ferdie)),
			Ok(Err(full.into()))
		);
		done(MX, propose(Territory::CL, Sr25519Keyring::Eve));
		done(
			CO,
			pallet_applications::Call::<Runtime>::register_agency {
				code: "A".try_into().expect("short"),
				account: eve.clone(),
			},
		);
		assert_eq!(
			motion(admit(Territory::CL, 8), 3, &[MX, CR, PE]),
			Some(Ok(()))
		);
		assert!(admitted(Territory::CL) && seats().contains(&eve));
		assert!(!pallet_applications::AgencyAccounts::<Runtime>::contains_key(&eve));
		assert!(emitted(
			pallet_applications::Event::<Runtime>::AgencyRemoved {
				administration: Territory::CO,
				code: "A".try_into().expect("short"),
				account: eve.clone(),
				by: eve,
			}
		));
		// what Colombia proposed is void
		assert_eq!(
			motion(admit(Territory::CL, 4), 4, &[MX, CR, PE, CO]),
			Some(Err(Error::<Runtime>::TerritoryCovered.into()))
		);
	});
}

#[test]
fn the_council_should_note_stalled_finality() {
	let mut chain = Chain::new("local_testnet");
	chain.block(|| ());
	chain.block(|| {
		let call = Call::<Runtime>::note_stalled {
			delay: 10,
			best_finalised: 1,
		};
		assert_eq!(motion(call, 3, &[MX, CR, PE]), Some(Ok(())));
		assert_eq!(pallet_grandpa::Stalled::<Runtime>::get(), Some((10, 1)));
	});
}

/// What polkadot.js Apps fills in before anybody has chosen: Andorra, and zeros.
#[test]
fn a_motion_that_was_left_as_it_was_filled_should_change_nothing() {
	let mut chain = Chain::new("local_testnet");
	chain.block(|| {
		let administration = Territory::AD;
		let (territory, proposal) = (administration, 0);
		let (max, recovery, code_hash) = (0, 0, H256::zero());
		let quota = pallet_fees::Quota { max, recovery };
		let call = |administration| pallet_fees::Call::<Runtime>::set_quota {
			administration,
			quota,
		};
		for (administration, error) in [
			(administration, pallet_fees::Error::UnknownAdministration),
			(Territory::PE, pallet_fees::Error::QuotaMissing),
		] {
			let refused = motion(call(administration), 4, &[MX, CR, PE, CO]);
			let error: pallet_fees::Error<Runtime> = error;
			assert_eq!(refused, Some(Err(error.into())), "{administration:?}");
		}
		for (call, error) in [
			(
				Call::<Runtime>::admit {
					territory,
					proposal,
				},
				Error::<Runtime>::UnknownProposal,
			),
			(
				Call::retract {
					territory,
					proposal,
				},
				Error::UnknownProposal,
			),
			(
				Call::quarantine { administration },
				Error::UnknownAdministration,
			),
			(
				Call::end_quarantine { administration },
				Error::UnknownAdministration,
			),
			(Call::expel { administration }, Error::UnknownAdministration),
			(
				Call::switch_off_validator { administration },
				Error::NothingWouldChange,
			),
			(
				Call::authorise_upgrade { code_hash },
				Error::CodeHashMissing,
			),
			(Call::withdraw_upgrade { code_hash }, Error::UnknownUpgrade),
			(
				Call::note_stalled {
					delay: 0,
					best_finalised: 0,
				},
				Error::DelayMissing,
			),
		] {
			let refused = motion(call.clone(), 4, &[MX, CR, PE, CO]);
			assert_eq!(refused, Some(Err(error.into())), "{call:?}");
		}
	});
}

#[test]
fn the_council_should_pause_single_calls_and_never_itself() {
	use pallet_tx_pause::{Call as Pause, Error as PauseError};
	let name = |pallet: &[u8], call: &[u8]| {
		(
			pallet.to_vec().try_into().expect("short"),
			call.to_vec().try_into().expect("short"),
		)
	};
	let mut chain = Chain::new("development");
	chain.block(|| {
		let pause = Pause::<Runtime>::pause {
			full_name: name(b"Utility", b"batch"),
		};
		assert_eq!(motion(pause, 3, &[MX, CR, PE]), Some(Ok(())));
		let calls = vec![pallet_agreements::Call::retract { agreement: 9 }.into()];
		let batch = pallet_utility::Call::<Runtime>::batch { calls };
		assert_eq!(
			send(MX, batch),
			Ok(Err(frame_system::Error::<Runtime>::CallFiltered.into()))
		);
		for never in [
			name(b"Council", b"vote"),
			name(b"Administrations", b"admit"),
		] {
			let pause = Pause::<Runtime>::pause { full_name: never };
			assert_eq!(
				motion(pause, 3, &[MX, CR, PE]),
				Some(Err(PauseError::<Runtime>::Unpausable.into()))
			);
		}
	});
}
