//! For which calls of whom the quotas pay, and which transactions nobody takes.
//!
//! Every pallet has its line here, so that a new one must be placed; a test compares every call with
//! a written table of who is paid for it.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{AccountId, Administrations, Multisig, Runtime, RuntimeCall};
use aeo_primitives::{AccountKind, OutsideKind, Scope, Scopes, Signer};
use codec::Encode;
use frame_support::{
	dispatch::{DispatchClass, DispatchInfo},
	pallet_prelude::{Get, InvalidTransaction},
};
use pallet_fees::{PaidCalls, Purpose};

type AdministrationsCall = pallet_administrations::Call<Runtime>;
type AgreementsCall = pallet_agreements::Call<Runtime>;
type ApplicationsCall = pallet_applications::Call<Runtime>;
type CertificatesCall = pallet_certificates::Call<Runtime>;
type CouncilCall = pallet_collective::Call<Runtime, pallet_collective::Instance1>;
type DisclosuresCall = pallet_disclosures::Call<Runtime>;
type EquivocationsCall = pallet_equivocations::Call<Runtime>;
type GrandpaCall = pallet_grandpa::Call<Runtime>;
type IdentitiesCall = pallet_identities::Call<Runtime>;
type MultisigCall = pallet_multisig::Call<Runtime>;
type SessionCall = pallet_session::Call<Runtime>;
type SuspensionsCall = pallet_suspensions::Call<Runtime>;
type UtilityCall = pallet_utility::Call<Runtime>;

/// The longest call of a signed extrinsic, in bytes. The largest batches of certificates and of uses
/// fit (a test compares). The code of an upgrade doesn't: it comes unsigned.
pub const MAX_CALL_BYTES: usize = 320 * 1_024;

/// The call is longer than [`MAX_CALL_BYTES`]: make several smaller ones. A runtime upgrade is
/// submitted unsigned.
pub const CALL_TOO_LONG: u8 = 100;

/// The signer can't be what this operational call asks for: a vote takes a seat in the council, a
/// suspension an officer with scope `Suspension`, both of an admitted administration.
pub const SIGNER_NOT_ENTITLED: u8 = 101;

/// How deep calls may be nested in batches and multisigs, for a quota to pay for them.
const MAX_DEPTH: u8 = 8;

/// How many other accounts than the signer a transaction may act for, by multisigs and derivatives,
/// for a quota to pay for it.
pub const MAX_OTHER_ACCOUNTS: u8 = 4;

/// An account pays only for the calls of its role.
pub struct CallsOfTheRole;

impl PaidCalls<AccountId, RuntimeCall> for CallsOfTheRole {
	fn purpose(
		who: &AccountId,
		signer: Option<&Signer>,
		call: &RuntimeCall,
		info: &DispatchInfo,
	) -> Result<Option<Purpose>, InvalidTransaction> {
		if call.encoded_size() > MAX_CALL_BYTES {
			return Err(InvalidTransaction::Custom(CALL_TOO_LONG));
		}
		let purpose = signer.and_then(|payer| {
			let mut search = Search {
				payer,
				other_accounts: MAX_OTHER_ACCOUNTS,
			};
			search.purpose(who, signer, call, MAX_DEPTH)
		});
		// What is operational goes first and fills what is kept free for it. So whoever is not
		// entitled to it is turned away, also one who would pay from a balance, and who is pays from
		// the reserve alone: a close names a weight as large as a block, and a saved-up quota pays for
		// ten of them.
		match (purpose, info.class) {
			(None, DispatchClass::Operational) => {
				Err(InvalidTransaction::Custom(SIGNER_NOT_ENTITLED))
			}
			(Some(_), DispatchClass::Operational) => Ok(Some(Purpose::GoesFirst)),
			(purpose, _) => Ok(purpose),
		}
	}
}

/// Whether a call suspends certificates and does nothing else, however it is nested in batches.
pub fn is_suspension(call: &RuntimeCall) -> bool {
	only_suspends(call, MAX_DEPTH)
}

fn only_suspends(call: &RuntimeCall, depth: u8) -> bool {
	let Some(depth) = depth.checked_sub(1) else {
		return false;
	};
	match call {
		RuntimeCall::Suspensions(SuspensionsCall::suspend { .. }) => true,
		RuntimeCall::Utility(
			UtilityCall::batch { calls }
			| UtilityCall::batch_all { calls }
			| UtilityCall::force_batch { calls },
		) => !calls.is_empty() && calls.iter().all(|call| only_suspends(call, depth)),
		RuntimeCall::Utility(UtilityCall::as_derivative { call, .. })
		| RuntimeCall::Multisig(MultisigCall::as_multi_threshold_1 { call, .. }) => {
			only_suspends(call, depth)
		}
		_ => false,
	}
}

/// The way through the calls that are nested in one.
struct Search<'a> {
	/// Who signs the transaction, and so pays.
	payer: &'a Signer,
	/// How many further accounts may be looked up. Each takes reads of storage, and nothing else
	/// here does.
	other_accounts: u8,
}

impl Search<'_> {
	/// What `call` is for when `account` makes it, who acts as `signer`, or has no role; none where it
	/// is no call of that role. A batch is for the least of what its calls are for.
	fn purpose(
		&mut self,
		account: &AccountId,
		signer: Option<&Signer>,
		call: &RuntimeCall,
		depth: u8,
	) -> Option<Purpose> {
		let depth = depth.checked_sub(1)?;
		match call {
			RuntimeCall::Utility(call) => self.of_utility(account, signer, call, depth),
			RuntimeCall::Multisig(call) => self.of_multisig(account, call, depth),
			call => of_kind(signer?, call),
		}
	}

	fn of_utility(
		&mut self,
		account: &AccountId,
		signer: Option<&Signer>,
		call: &UtilityCall,
		depth: u8,
	) -> Option<Purpose> {
		match call {
			UtilityCall::batch { calls }
			| UtilityCall::batch_all { calls }
			| UtilityCall::force_batch { calls } => {
				let mut least = None;
				for call in calls {
					let purpose = self.purpose(account, signer, call, depth)?;
					least = Some(least.map_or(purpose, |least: Purpose| least.min(purpose)));
				}
				least
			}
			UtilityCall::if_else { main, fallback } => {
				let main = self.purpose(account, signer, main, depth)?;
				let fallback = self.purpose(account, signer, fallback, depth)?;
				Some(main.min(fallback))
			}
			UtilityCall::as_derivative { index, call } => {
				let derivative = pallet_utility::derivative_account_id(account.clone(), *index);
				self.of_other(derivative, call, depth)
			}
			// The rest takes root.
			_ => None,
		}
	}

	fn of_multisig(
		&mut self,
		account: &AccountId,
		call: &MultisigCall,
		depth: u8,
	) -> Option<Purpose> {
		match call {
			MultisigCall::as_multi_threshold_1 {
				other_signatories,
				call,
			} => {
				let multisig = multisig(account, other_signatories, 1)?;
				self.of_other(multisig, call, depth)
			}
			// A first approval doesn't do it yet, and its weight is what the signer says.
			MultisigCall::as_multi {
				threshold,
				other_signatories,
				call,
				..
			} => {
				let multisig = multisig(account, other_signatories, *threshold)?;
				let purpose = self.of_other(multisig, call, depth)?;
				Some(purpose.min(Purpose::Protection))
			}
			// These name a call by its hash, or none.
			MultisigCall::approve_as_multi { .. } | MultisigCall::cancel_as_multi { .. } => {
				acts_for_others(self.payer).then_some(Purpose::Work)
			}
			_ => None,
		}
	}

	/// A call that another account makes: one with a role at the payer's administration, or one with
	/// none, through which the signers of such a one go.
	fn of_other(&mut self, other: AccountId, call: &RuntimeCall, depth: u8) -> Option<Purpose> {
		if !acts_for_others(self.payer) {
			return None;
		}
		self.other_accounts = self.other_accounts.checked_sub(1)?;
		let signer = Administrations::signer_inside(&other);
		let is_elsewhere = signer
			.as_ref()
			.is_some_and(|signer| signer.administration != self.payer.administration);
		if is_elsewhere {
			return None;
		}
		self.purpose(&other, signer.as_ref(), call, depth)
	}
}

/// Whether the signer may pay for what it does in the name of its administration's other accounts.
fn acts_for_others(signer: &Signer) -> bool {
	matches!(signer.kind, AccountKind::Own | AccountKind::Officer(_))
}

/// The account of a multisig; none where it can't be one.
fn multisig(who: &AccountId, others: &[AccountId], threshold: u16) -> Option<AccountId> {
	let most: u32 = <Runtime as pallet_multisig::Config>::MaxSignatories::get();
	if others.len() >= usize::try_from(most).ok()? {
		return None;
	}
	let mut signatories = others.to_vec();
	signatories.push(who.clone());
	signatories.sort();
	Some(Multisig::multi_account_id(&signatories, threshold))
}

/// What a call that nests no other is for.
fn of_kind(signer: &Signer, call: &RuntimeCall) -> Option<Purpose> {
	match &signer.kind {
		AccountKind::Outside(_) if signer.quarantined => {
			is_of_consent(call).then_some(Purpose::Work)
		}
		AccountKind::Outside(kind) => is_of_outside(*kind, call).then_some(Purpose::Work),
		kind if signer.quarantined => is_for_keys(kind, call).then_some(Purpose::Protection),
		AccountKind::Incoming => is_of_incoming(call).then_some(Purpose::Protection),
		AccountKind::Own => of_own_account(call),
		AccountKind::Officer(scopes) => of_officer(scopes, call),
	}
}

/// A holder says whether its data are shared, also while its administration may do nothing.
fn is_of_consent(call: &RuntimeCall) -> bool {
	matches!(
		call,
		RuntimeCall::Certificates(
			CertificatesCall::give_consent { .. } | CertificatesCall::withdraw_consent { .. }
		)
	)
}

fn is_of_outside(kind: OutsideKind, call: &RuntimeCall) -> bool {
	match kind {
		OutsideKind::Offered => matches!(
			call,
			RuntimeCall::Identities(
				IdentitiesCall::accept_account { .. } | IdentitiesCall::decline_account { .. }
			)
		),
		OutsideKind::Agency => matches!(
			call,
			RuntimeCall::Applications(
				ApplicationsCall::opine { .. } | ApplicationsCall::remove_agency { .. }
			)
		),
		OutsideKind::Holder => {
			is_of_consent(call)
				|| matches!(
					call,
					RuntimeCall::Identities(
						IdentitiesCall::unlink_own_account { .. }
							| IdentitiesCall::declare_alias { .. }
							| IdentitiesCall::remove_alias { .. }
					) | RuntimeCall::Applications(
						ApplicationsCall::apply { .. }
							| ApplicationsCall::withdraw_application { .. }
							| ApplicationsCall::ask { .. }
							| ApplicationsCall::withdraw_wish { .. }
							| ApplicationsCall::answer_request { .. }
					) | RuntimeCall::Disclosures(
						DisclosuresCall::register_key { .. } | DisclosuresCall::remove_key { .. }
					)
				)
		}
	}
}

fn is_of_incoming(call: &RuntimeCall) -> bool {
	matches!(
		call,
		RuntimeCall::Administrations(
			AdministrationsCall::accept_account { .. } | AdministrationsCall::resign { .. }
		)
	)
}

/// In a quarantine: new keys, the end of one's own quarantine, leaving.
fn is_for_keys(kind: &AccountKind, call: &RuntimeCall) -> bool {
	match (kind, call) {
		(AccountKind::Own, RuntimeCall::Session(SessionCall::set_keys { .. })) => true,
		(AccountKind::Own, RuntimeCall::Administrations(call)) => matches!(
			call,
			AdministrationsCall::rotate_account { .. }
				| AdministrationsCall::rotate_encryption_key { .. }
				| AdministrationsCall::set_credential_issuer { .. }
				| AdministrationsCall::clear_credential_issuer { .. }
				| AdministrationsCall::quarantine_own { .. }
				| AdministrationsCall::end_own_quarantine { .. }
				| AdministrationsCall::leave { .. }
		),
		(AccountKind::Incoming, call) => is_of_incoming(call),
		(AccountKind::Officer(_), RuntimeCall::Administrations(call)) => {
			matches!(call, AdministrationsCall::resign { .. })
		}
		_ => false,
	}
}

/// The calls of the customs pallets, as a pattern.
macro_rules! customs {
	() => {
		RuntimeCall::Identities(_)
			| RuntimeCall::Applications(_)
			| RuntimeCall::Certificates(_)
			| RuntimeCall::Suspensions(_)
			| RuntimeCall::Agreements(_)
			| RuntimeCall::Benefits(_)
			| RuntimeCall::Disclosures(_)
	};
}

/// Calls of the customs pallets that only holders, agencies and offered accounts can make.
fn is_for_outside_only(call: &RuntimeCall) -> bool {
	matches!(
		call,
		RuntimeCall::Identities(
			IdentitiesCall::accept_account { .. }
				| IdentitiesCall::decline_account { .. }
				| IdentitiesCall::unlink_own_account { .. }
		) | RuntimeCall::Applications(
			ApplicationsCall::apply { .. } | ApplicationsCall::opine { .. }
		) | RuntimeCall::Disclosures(
			DisclosuresCall::register_key { .. } | DisclosuresCall::remove_key { .. }
		)
	)
}

/// The reports of equivocations that take a signature; the other ones are a node's.
fn is_signed_report(call: &RuntimeCall) -> bool {
	matches!(
		call,
		RuntimeCall::Equivocations(EquivocationsCall::report_two_blocks { .. })
			| RuntimeCall::Grandpa(GrandpaCall::report_equivocation { .. })
	)
}

fn of_own_account(call: &RuntimeCall) -> Option<Purpose> {
	match call {
		RuntimeCall::Administrations(call) => match call {
			AdministrationsCall::quarantine_own { .. }
			| AdministrationsCall::give_notice { .. }
			| AdministrationsCall::leave { .. }
			| AdministrationsCall::dismiss_officer { .. }
			| AdministrationsCall::rotate_account { .. }
			| AdministrationsCall::rotate_encryption_key { .. }
			| AdministrationsCall::set_credential_issuer { .. }
			| AdministrationsCall::clear_credential_issuer { .. } => Some(Purpose::Protection),
			// The council's, and those of other roles.
			AdministrationsCall::admit { .. }
			| AdministrationsCall::quarantine { .. }
			| AdministrationsCall::end_quarantine { .. }
			| AdministrationsCall::expel { .. }
			| AdministrationsCall::switch_off_validator { .. }
			| AdministrationsCall::authorise_upgrade { .. }
			| AdministrationsCall::withdraw_upgrade { .. }
			| AdministrationsCall::note_stalled { .. }
			| AdministrationsCall::accept_account { .. }
			| AdministrationsCall::resign { .. } => None,
			_ => Some(Purpose::Work),
		},
		RuntimeCall::Council(call) => match call {
			CouncilCall::vote { .. } | CouncilCall::close { .. } => Some(Purpose::Protection),
			CouncilCall::propose { .. } | CouncilCall::execute { .. } => Some(Purpose::Work),
			_ => None,
		},
		RuntimeCall::Session(call) => {
			matches!(call, SessionCall::set_keys { .. }).then_some(Purpose::Work)
		}
		RuntimeCall::Equivocations(_) | RuntimeCall::Grandpa(_) => {
			is_signed_report(call).then_some(Purpose::Work)
		}
		RuntimeCall::Agreements(AgreementsCall::suspend_leg { .. }) => Some(Purpose::Protection),
		// An officer's, and operational.
		RuntimeCall::Suspensions(SuspensionsCall::suspend { .. }) => None,
		customs!() => (!is_for_outside_only(call)).then_some(Purpose::Work),
		RuntimeCall::System(_)
		| RuntimeCall::Timestamp(_)
		| RuntimeCall::Balances(_)
		| RuntimeCall::Fees(_)
		| RuntimeCall::TxPause(_)
		| RuntimeCall::Utility(_)
		| RuntimeCall::Multisig(_) => None,
	}
}

fn of_officer(scopes: &Scopes, call: &RuntimeCall) -> Option<Purpose> {
	let protection = |scope| {
		let has_it = scopes.contains(&scope);
		Some(if has_it {
			Purpose::Protection
		} else {
			Purpose::Work
		})
	};
	match call {
		RuntimeCall::Administrations(call) => {
			matches!(call, AdministrationsCall::resign { .. }).then_some(Purpose::Protection)
		}
		RuntimeCall::Equivocations(_) | RuntimeCall::Grandpa(_) => {
			is_signed_report(call).then_some(Purpose::Work)
		}
		// Without a scope it signs for multisigs and does nothing by itself.
		customs!() if scopes.is_empty() => None,
		RuntimeCall::Suspensions(SuspensionsCall::suspend { .. }) => scopes
			.contains(&Scope::Suspension)
			.then_some(Purpose::GoesFirst),
		RuntimeCall::Suspensions(SuspensionsCall::suspend_recognition { .. }) => {
			protection(Scope::Risk)
		}
		RuntimeCall::Suspensions(
			SuspensionsCall::acknowledge { .. } | SuspensionsCall::acknowledge_through { .. },
		) => protection(Scope::Clearance),
		RuntimeCall::Agreements(AgreementsCall::suspend_leg { .. }) => {
			protection(Scope::Agreements)
		}
		customs!() => (!is_for_outside_only(call)).then_some(Purpose::Work),
		RuntimeCall::System(_)
		| RuntimeCall::Timestamp(_)
		| RuntimeCall::Balances(_)
		| RuntimeCall::Fees(_)
		| RuntimeCall::Session(_)
		| RuntimeCall::Council(_)
		| RuntimeCall::TxPause(_)
		| RuntimeCall::Utility(_)
		| RuntimeCall::Multisig(_) => None,
	}
}
