//! What must hold of what happened (docs/specification.md, section 10), for whoever lets anything happen. What is
//! stored is looked up as it is stored, and not by the rule or by the pallet that is asked about.

use crate::{
	any_text::SIGNERS,
	chain::Signer,
	fast_path::{dispatched, is_to_be_suspended, suspend},
	scenarios::written,
};
use aeo_primitives::{
	recognition::{Answer, Basis, Entitlement, Leg, LegState, Outcome},
	CertificateNumber, CertificateState, Direction, EncryptionKeys, FourEyes, Identifier,
	LegLookup, Officers, Role, Scope, StatusPeriod, Subject, Suspension, SuspensionEnd,
	SuspensionScope, Territory,
};
use aeo_runtime::{
	configs::customs::Retention, queries, AccountId, Administrations, Agreements, Runtime,
	RuntimeCall, RuntimeEvent,
};
use codec::{Decode, Encode};
use frame_support::{pallet_prelude::Get, storage::with_transaction};
use pallet_benefits::{Grant, GrantRow, Grants};
use pallet_certificates::{CertificateRecord, Certificates, LastWithdrawal, Periods, Programmes};
use pallet_disclosures::Lists;
use pallet_suspensions::RecognitionSuspensions;
use sp_core::H256;
use sp_runtime::{DispatchError, TransactionOutcome};
use std::collections::BTreeMap;

/// The certificates of each administration with their periods, as they are stored.
pub(crate) type Stored = BTreeMap<Territory, BTreeMap<Vec<u8>, Vec<u8>>>;

pub(crate) fn stored() -> Stored {
	let mut stored = Stored::new();
	for (issuer, number, record) in Certificates::<Runtime>::iter() {
		let key = (0_u8, number).encode();
		stored
			.entry(issuer)
			.or_default()
			.insert(key, record.encode());
	}
	for ((issuer, number, place), period) in Periods::<Runtime>::iter() {
		let key = (1_u8, number, place).encode();
		stored
			.entry(issuer)
			.or_default()
			.insert(key, period.encode());
	}
	stored
}

/// I1, I4, I5: certificates are changed by their issuer's people only; none vanishes, no period of one is changed.
pub(crate) fn ensure_own_alone_changed(
	before: &Stored,
	after: &Stored,
	by: Option<Territory>,
) -> Result<(), String> {
	for (issuer, then) in before {
		let now = after
			.get(issuer)
			.ok_or_else(|| format!("{issuer} lost all certificates"))?;
		if Some(*issuer) != by && then != now {
			return Err(format!("certificates of {issuer} were changed by {by:?}"));
		}
		for (key, value) in then {
			match now.get(key) {
				None => {
					return Err(format!(
						"a value of {issuer}'s certificates is gone: {key:02x?}"
					))
				}
				Some(other) if key[0] == 1 && other != value => {
					return Err(format!("a period of {issuer} was changed: {key:02x?}"))
				}
				Some(_) => (),
			}
		}
	}
	match after
		.keys()
		.find(|issuer| !before.contains_key(issuer) && Some(**issuer) != by)
	{
		Some(issuer) => Err(format!("the first certificate of {issuer} is by {by:?}")),
		None => Ok(()),
	}
}

/// What the rule says of a certificate.
pub(crate) fn answer_of(
	grantor: Territory,
	issuer: Territory,
	number: &str,
	role: Role,
	direction: Direction,
) -> Option<Answer> {
	let identifier = Identifier::Certificate {
		issuer,
		number: written(number),
	};
	let explanation = queries::explain(grantor, &identifier, role, direction)?;
	Some(explanation.answer)
}

/// Whether a certificate is suspended in full, until it is decided on.
fn is_suspended(record: &CertificateRecord) -> bool {
	let is_all = |suspension: &Suspension| {
		suspension.scope == SuspensionScope::Full && suspension.end == SuspensionEnd::Open
	};
	match &record.state {
		CertificateState::Suspended(suspension) => is_all(suspension),
		CertificateState::Revoked(ended) | CertificateState::Relinquished(ended) => {
			ended.suspension.as_ref().is_some_and(is_all)
		}
		_ => false,
	}
}

/// Whether a certificate is in a state that can count; where it has ended, its day may not have come.
fn can_count(record: &CertificateRecord) -> bool {
	matches!(
		record.state,
		CertificateState::Authorised
			| CertificateState::Suspended(_)
			| CertificateState::Revoked(_)
			| CertificateState::Relinquished(_)
	)
}

/// I6, I8, I13, I19: what is granted rests on a certificate that counts, and on an agreement that operates. Looked up in
/// the records, and not in the facts that the rule has read.
pub(crate) fn ensure_right(
	answer: &Answer,
	grantor: Territory,
	issuer: Territory,
	role: Role,
) -> Result<(), String> {
	let Outcome::Granted(entitlements) = &answer.outcome else {
		return Ok(());
	};
	for Entitlement {
		certificate, basis, ..
	} in entitlements
	{
		let why = match Certificates::<Runtime>::get(issuer, certificate) {
			None => "there is no such certificate",
			Some(record) if is_suspended(&record) => "it is suspended",
			Some(record) if !can_count(&record) => "it is in no state that counts",
			Some(record) if !record.roles.contains(role) => "it is not certified for that role",
			Some(_) => match basis {
				Basis::Domestic if grantor == issuer => continue,
				Basis::Domestic => "what is domestic is no partner's",
				Basis::Agreement(agreement) => {
					let legs = <Agreements as LegLookup>::legs(issuer, grantor);
					let operates = legs.iter().any(|leg| {
						leg.agreement == *agreement
							&& matches!(
								leg.state,
								LegState::InForce { .. } | LegState::NoticeGiven { .. }
							)
					});
					let key = (issuer, certificate);
					match RecognitionSuspensions::<Runtime>::contains_key(grantor, key) {
						true => "its recognition is suspended",
						false if !operates => "the agreement does not operate",
						false => continue,
					}
				}
			},
		};
		let number = certificate.as_str();
		return Err(format!(
			"{grantor} grants to {issuer}'s {number}, and {why}"
		));
	}
	Ok(())
}

/// Benefits that were given, by declaration: who gave them, for which, and for which role.
pub(crate) type Given = BTreeMap<(Territory, H256, Role), Grant>;

/// All benefits that are recorded.
pub(crate) fn given() -> Given {
	Grants::<Runtime>::iter()
		.map(|(grantor, (declaration, role), grant)| ((grantor, declaration, role), grant))
		.collect()
}

/// I14: what was once given is given, and nothing else, until it is old enough to be removed.
pub(crate) fn ensure_given_stays(before: &Given, after: &Given, now: u64) -> Result<(), String> {
	for (key, then) in before {
		match after.get(key) {
			None if then.at.saturating_add(Retention::get()) > now => {
				return Err(format!("what was given is gone: {key:?}"))
			}
			Some(other) if other != then => {
				return Err(format!("what was given is another: {key:?}"))
			}
			_ => (),
		}
	}
	Ok(())
}

/// What the rule gives to declarations.
type Due = BTreeMap<(Territory, H256, Role), Vec<Entitlement>>;

/// What the rule gives to the declarations of a call, on the state before it. A declaration counts once.
pub(crate) fn due(call: &RuntimeCall, by: Option<Territory>) -> Due {
	let mut due = Due::new();
	let (Some(grantor), RuntimeCall::Benefits(call)) = (by, call) else {
		return due;
	};
	let rows = match call.clone() {
		pallet_benefits::Call::grant {
			declaration,
			identifier,
			role,
			direction,
		} => vec![GrantRow {
			declaration,
			identifier,
			role,
			direction,
		}],
		pallet_benefits::Call::grant_many { rows } => rows,
		_ => Vec::new(),
	};
	for row in rows {
		let told = queries::explain(grantor, &row.identifier, row.role, row.direction);
		if let Some(Outcome::Granted(entitlements)) = told.map(|told| told.answer.outcome) {
			due.entry((grantor, row.declaration, row.role))
				.or_insert_with(|| entitlements.into_inner());
		}
	}
	due
}

/// I9: what a call has given is what the rule gave before it.
pub(crate) fn ensure_due(due: &Due, before: &Given, after: &Given) -> Result<(), String> {
	for (key, grant) in after {
		if before.contains_key(key) {
			continue;
		}
		match due.get(key) {
			Some(entitlements) if grant.entitlements.as_slice() == entitlements.as_slice() => (),
			other => {
				return Err(format!(
					"{key:?} was given {:?}, and due was {other:?}",
					grant.entitlements
				))
			}
		}
	}
	Ok(())
}

/// I10, I11: a list that was published just now is for its issuer or for who reads under a leg that is not over, under
/// the reader's key, and was made after the last consent was withdrawn.
pub(crate) fn ensure_entitled(events: &[RuntimeEvent]) -> Result<(), String> {
	for event in events {
		let RuntimeEvent::Disclosures(pallet_disclosures::Event::ListPublished {
			issuer,
			reader,
			as_of,
			..
		}) = event
		else {
			continue;
		};
		let (issuer, reader, as_of) = (*issuer, *reader, *as_of);
		let list =
			Lists::<Runtime>::get(issuer, reader).ok_or("a list was told, and is not there")?;
		let key = <Administrations as EncryptionKeys>::encryption_key(reader);
		let is_open = |leg: &Leg| leg.state != LegState::Ended;
		let reads = || {
			let legs = <Agreements as LegLookup>::legs(issuer, reader);
			issuer == reader || legs.iter().any(is_open)
		};
		let why = if key != Some(list.sealed_to) {
			"it is sealed to another key"
		} else if list.pages > 0 && !reads() {
			"there is no leg"
		} else if LastWithdrawal::<Runtime>::get(issuer).is_some_and(|block| as_of < block) {
			"a consent was withdrawn after it was made"
		} else {
			continue;
		};
		return Err(format!(
			"a list of {issuer} for {reader} was taken, and {why}"
		));
	}
	Ok(())
}

/// I18, I28: what is new in a certificate's history, and gives it, prolongs it, revives it or ends it, was decided by two,
/// where its programme asks for four eyes.
pub(crate) fn ensure_two_hands(before: &Stored, after: &Stored) -> Result<(), String> {
	for (issuer, now) in after {
		let none = BTreeMap::new();
		let then = before.get(issuer).unwrap_or(&none);
		for (key, value) in now {
			if key[0] == 0 || then.contains_key(key) {
				continue;
			}
			let (_, number, place) =
				<(u8, CertificateNumber, u32)>::decode(&mut &key[..]).expect("as it was encoded");
			let period = Period::decode(&mut &value[..]).expect("as it is stored");
			let last = place.checked_sub(1).map(|last| {
				let key = (1_u8, &number, last).encode();
				Period::decode(&mut &now[&key][..]).expect("as it is stored")
			});
			let record =
				Certificates::<Runtime>::get(*issuer, &number).ok_or("it has no record")?;
			let programme = Programmes::<Runtime>::get(*issuer, &record.certificate_type.programme);
			let is_required =
				programme.is_some_and(|programme| programme.four_eyes == FourEyes::Required);
			let by = &period.decided.by;
			let are_two = by.checker.as_ref().is_some_and(|other| *other != by.maker);
			if is_required && takes_two(last.as_ref(), &period) && !are_two {
				let number = number.as_str();
				return Err(format!(
					"{issuer}'s {number} is {:?} by {by:?}",
					period.state
				));
			}
		}
	}
	Ok(())
}

/// A period as it is stored.
type Period = StatusPeriod<AccountId>;

/// Whether what follows a period gives, prolongs, revives or ends the certificate.
fn takes_two(last: Option<&Period>, period: &Period) -> bool {
	let until = |period: &Period| period.validity.and_then(|validity| validity.until);
	match period.state {
		CertificateState::Authorised => last.is_none_or(|last| {
			last.state != CertificateState::Authorised || until(period) > until(last)
		}),
		CertificateState::Revoked(_)
		| CertificateState::Relinquished(_)
		| CertificateState::Annulled => last.is_none_or(|last| last.state != period.state),
		_ => false,
	}
}

/// I27: an officer of the issuer, if it has one who may, can suspend a live certificate now, whatever waits.
pub(crate) fn ensure_can_be_suspended(issuer: Territory, text: &str) -> Result<(), String> {
	let is_officer = |signer: &&&str| {
		Administrations::ensure_officer(&signer.account(), Scope::Suspension) == Ok(issuer)
	};
	let Some(officer) = SIGNERS.iter().find(is_officer) else {
		return Ok(());
	};
	if !is_to_be_suspended(issuer, text) {
		return Ok(());
	}
	let subject = Subject::Number(written(text));
	let order = suspend(subject, SuspensionScope::Full, SuspensionEnd::Open);
	let result = with_transaction(|| {
		let result = dispatched(*officer, order);
		let is_left = is_to_be_suspended(issuer, text);
		TransactionOutcome::Rollback(Ok::<_, DispatchError>((result, is_left)))
	});
	match result.expect("only the call can fail") {
		(Ok(_), false) => Ok(()),
		(result, _) => Err(format!(
			"{issuer}'s {text} can't be suspended by {officer}: {result:?}"
		)),
	}
}
