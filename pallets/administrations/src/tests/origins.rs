//! Every call from every wrong origin is refused, and nothing is changed.

use super::*;
use crate::{
	Call,
	Error::{
		AccountNotOffered, AdministrationNotAdmitted, NothingToGiveUp,
		ProposedByAnotherAdministration, SignerNotOwnAccount,
	},
	Settings,
};
use aeo_primitives::{CredentialKey, Scope, UsesRecorded};
use frame_support::{assert_noop, traits::GetCallName};
use sp_runtime::{
	traits::Dispatchable,
	DispatchError::{self, BadOrigin},
};
use std::collections::BTreeSet;
use Caller::*;
use Rightful::*;

/// Who may call.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Rightful {
	/// The own account of an admitted administration.
	AdmittedOwn,
	/// The own account, also in a quarantine.
	AnyOwn,
	/// The proposing administration's own account, or the council.
	ProposerOrCouncil,
	/// An officer or an offered account.
	OfficerOrOffered,
	/// An offered account.
	OfferedAccount,
	/// So many thirds, halves or quarters of the council.
	CouncilOnly,
}

/// Every kind of origin there is.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Caller {
	Nobody,
	Root,
	TooFewAyes,
	LoneMember,
	Stranger,
	Holder,
	Officer,
	OfficerOfQuarantined,
	Offered,
	ProposedOwn,
	QuarantinedOwn,
	SelfQuarantinedOwn,
	WithdrawnOwn,
	/// The own account of an administration that did not propose Chile.
	OtherOwn,
}

const CALLERS: [Caller; 14] = [
	Nobody,
	Root,
	TooFewAyes,
	LoneMember,
	Stranger,
	Holder,
	Officer,
	OfficerOfQuarantined,
	Offered,
	ProposedOwn,
	QuarantinedOwn,
	SelfQuarantinedOwn,
	WithdrawnOwn,
	OtherOwn,
];

impl Caller {
	fn origin(self) -> RuntimeOrigin {
		match self {
			Nobody => RuntimeOrigin::none(),
			Root => RuntimeOrigin::root(),
			// half: too few for each of the thresholds
			TooFewAyes => council(2, 4),
			LoneMember => RawOrigin::<AccountId, pallet_collective::Instance1>::Member(MX).into(),
			Stranger => signed(STRANGER),
			Holder => signed(77),
			Officer => signed(10),
			OfficerOfQuarantined => signed(60),
			Offered => signed(12),
			ProposedOwn => signed(CL),
			QuarantinedOwn => signed(6),
			SelfQuarantinedOwn => signed(7),
			WithdrawnOwn => signed(8),
			OtherOwn => signed(CR),
		}
	}

	/// What the table says; `None` where the caller is not refused for what it is.
	fn refused(self, rightful: Rightful) -> Option<DispatchError> {
		let unsigned = matches!(self, Nobody | Root | TooFewAyes | LoneMember);
		let quarantined = matches!(self, QuarantinedOwn | SelfQuarantinedOwn);
		match rightful {
			_ if unsigned => Some(BadOrigin),
			CouncilOnly => Some(BadOrigin),
			OfferedAccount => (self != Offered).then_some(AccountNotOffered::<Test>.into()),
			OfficerOrOffered => (!matches!(self, Offered | Officer | OfficerOfQuarantined))
				.then_some(NothingToGiveUp::<Test>.into()),
			AdmittedOwn | ProposerOrCouncil if quarantined => {
				Some(AdministrationNotAdmitted::<Test>.into())
			}
			ProposerOrCouncil if self == OtherOwn => {
				Some(ProposedByAnotherAdministration::<Test>.into())
			}
			AnyOwn if quarantined => None,
			AdmittedOwn | AnyOwn if self == OtherOwn => None,
			AdmittedOwn | AnyOwn | ProposerOrCouncil => Some(SignerNotOwnAccount::<Test>.into()),
		}
	}
}

fn calls() -> Vec<(Call<Test>, Rightful)> {
	let administration = Territory::CR;
	vec![
		(
			Call::propose {
				territory: Territory::AR,
				territories: Default::default(),
				utc_offset: offset(0),
				account: 9,
				encryption_key: key(7),
				instrument: None,
				signatories: Default::default(),
			},
			AdmittedOwn,
		),
		(
			Call::retract {
				territory: Territory::CL,
				proposal: 7,
			},
			ProposerOrCouncil,
		),
		(
			Call::admit {
				territory: Territory::CL,
				proposal: 7,
			},
			CouncilOnly,
		),
		(Call::quarantine { administration }, CouncilOnly),
		(
			Call::end_quarantine {
				administration: Territory::EC,
			},
			CouncilOnly,
		),
		(Call::quarantine_own {}, AnyOwn),
		(Call::end_own_quarantine {}, AnyOwn),
		(Call::give_notice {}, AdmittedOwn),
		(Call::withdraw_notice {}, AdmittedOwn),
		(Call::leave {}, AnyOwn),
		(Call::expel { administration }, CouncilOnly),
		(
			Call::appoint_officer {
				officer: 50,
				scopes: vec![Scope::Risk].into(),
			},
			AdmittedOwn,
		),
		(Call::dismiss_officer { officer: 20 }, AdmittedOwn),
		(Call::resign {}, OfficerOrOffered),
		(Call::rotate_encryption_key { key: key(50) }, AnyOwn),
		(
			Call::set_credential_issuer {
				did: "did:web:aduanas.example".try_into().expect("short"),
				key: CredentialKey([3; 33]),
				keep_previous_until: None,
			},
			AnyOwn,
		),
		(Call::clear_credential_issuer {}, AnyOwn),
		(Call::rotate_account { account: 51 }, AnyOwn),
		(Call::accept_account {}, OfferedAccount),
		(Call::start_validating {}, AdmittedOwn),
		(Call::stop_validating {}, AdmittedOwn),
		(Call::appoint_signatory { signatory: 50 }, AdmittedOwn),
		(Call::switch_off_validator { administration }, CouncilOnly),
		(
			Call::change_settings {
				settings: Settings {
					uses_recorded: UsesRecorded::Clear,
				},
			},
			AdmittedOwn,
		),
		(Call::authorise_upgrade { code_hash: key(7) }, CouncilOnly),
		(Call::withdraw_upgrade { code_hash: key(8) }, CouncilOnly),
		(
			Call::note_stalled {
				delay: 1,
				best_finalised: 1,
			},
			CouncilOnly,
		),
	]
}

/// A world in which each call has somebody who may make it.
fn prepare() {
	HolderAccounts::set(vec![77]);
	WithSessionKeys::set(vec![MX, CR]);
	assert_ok!(Administrations::rotate_account(signed(MX), 12));
	assert_ok!(Administrations::start_validating(signed(CR)));
	assert_ok!(Administrations::give_notice(signed(CR)));
	admit(Territory::EC, 6);
	assert_ok!(Administrations::appoint_signatory(signed(6), 60));
	assert_ok!(Administrations::quarantine(enough(), Territory::EC));
	admit(Territory::BO, 7);
	assert_ok!(Administrations::quarantine_own(signed(7)));
	admit(Territory::UY, 8);
	assert_ok!(Administrations::expel(council(4, 5), Territory::UY));
	assert_eq!(propose(Territory::CL, CL), 7);
	assert_ok!(Administrations::authorise_upgrade(enough(), key(8)));
}

#[test]
fn every_call_should_be_refused_to_every_wrong_origin() {
	build_and_execute(|| {
		prepare();
		let mut refusals = 0;
		for (call, rightful) in calls() {
			for caller in CALLERS {
				let Some(error) = caller.refused(rightful) else {
					continue;
				};
				let call = RuntimeCall::from(call.clone());
				let result = call
					.clone()
					.dispatch(caller.origin())
					.map_err(|failed| failed.error);
				assert_eq!(result, Err(error), "{call:?} by {caller:?}");
				assert_noop!(
					call.dispatch(caller.origin())
						.map_err(|failed| failed.error),
					error
				);
				refusals += 1;
			}
		}
		assert_eq!(refusals, 27 * 14 - 34, "the rightful ones are few");
	});
}

#[test]
fn every_call_should_be_in_the_table_of_origins() {
	let named: BTreeSet<_> = calls()
		.iter()
		.map(|(call, _)| call.get_call_name())
		.collect();
	let all: BTreeSet<_> = Call::<Test>::get_call_names().iter().copied().collect();
	assert_eq!(named, all);
}

/// Otherwise the table would prove nothing: the same calls pass for those who may make them.
#[test]
fn every_call_should_be_open_to_its_rightful_origin() {
	for (call, rightful) in calls() {
		build_and_execute(|| {
			prepare();
			let caller = match rightful {
				CouncilOnly => enough(),
				OfferedAccount | OfficerOrOffered => signed(12),
				ProposerOrCouncil => signed(MX),
				AdmittedOwn | AnyOwn => signed(CR),
			};
			match call {
				Call::give_notice {} => {
					assert_ok!(Administrations::withdraw_notice(signed(CR)));
				}
				Call::leave {} => Timestamp::set_timestamp(1_800_000_000_000 + NOTICE),
				Call::start_validating {} => {
					assert_ok!(Administrations::switch_off_validator(
						enough(),
						Territory::CR
					));
				}
				Call::clear_credential_issuer {} => {
					assert_ok!(Administrations::set_credential_issuer(
						signed(CR),
						"did:web:aduanas.example".try_into().expect("short"),
						CredentialKey([2; 33]),
						None
					));
				}
				Call::end_own_quarantine {} => {
					assert_ok!(Administrations::quarantine_own(signed(CR)));
					rotate(CR, 22);
					assert_ok!(Administrations::rotate_encryption_key(signed(22), key(22)));
					assert_ok!(Administrations::rotate_account(signed(22), CR));
					assert_ok!(Administrations::accept_account(signed(CR)));
				}
				Call::note_stalled { .. } => System::set_block_number(2),
				_ => (),
			}
			let call = RuntimeCall::from(call.clone());
			let result = call
				.clone()
				.dispatch(caller)
				.map(|_| ())
				.map_err(|failed| failed.error);
			assert_eq!(result, Ok(()), "{call:?}");
		});
	}
}
