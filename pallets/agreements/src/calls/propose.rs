//! Proposing an agreement (M1).

use crate::{
	calls::Actor,
	rules::agreement::{ensure_legs, ensure_notice_days},
	types::{Agreement, AgreementState, Draft, Kind, Leaving, Signatures},
	Agreements, Config, Error, Event, LastAgreement, Pallet, ProposedLegs,
};
use aeo_primitives::Date;
use aeo_support::clock::BlockTime;
use codec::Encode;
use frame_support::{ensure, pallet_prelude::DispatchResult};
use sp_core::H256;
use sp_runtime::ArithmeticError;

impl<T: Config> Pallet<T> {
	/// Proposes an agreement, and signs it where an own account does.
	pub(crate) fn do_propose(
		actor: Actor,
		draft: Draft,
		in_force_from: Option<Date>,
	) -> DispatchResult {
		ensure!(draft.parties.len() > 1, Error::<T>::PartiesMissing);
		ensure!(draft.parties.contains(&actor.party), Error::<T>::NotAParty);
		for party in &draft.parties {
			Self::admitted(*party)?;
		}
		ensure!(!draft.text.is_zero(), Error::<T>::TextMissing);
		ensure_notice_days(draft.notice_days).map_err(Self::refused)?;
		let proposer = Self::admitted(actor.party)?;
		if let Some(day) = draft.signed_on {
			Self::ensure_begun(day, &proposer)?;
		}
		ensure!(!draft.legs.is_empty(), Error::<T>::LegsMissing);
		ensure_legs(&draft.parties, &draft.legs).map_err(Self::refused)?;
		let unknown = Self::unknown_to_issuers(&draft.legs)?;
		ensure!(
			actor.is_own_account || in_force_from.is_none(),
			Error::<T>::OnlyOwnAccountSigns
		);

		let number = LastAgreement::<T>::get()
			.checked_add(1)
			.ok_or(ArithmeticError::Overflow)?;
		Self::wait(actor.party, Kind::Agreement, number, &draft.legs)?;
		LastAgreement::<T>::put(number);
		let terms: H256 = sp_io::hashing::blake2_256(&draft.encode()).into();
		let agreement = Agreement {
			parties: draft.parties.clone(),
			text: draft.text,
			terms,
			signed_on: draft.signed_on,
			notice_days: draft.notice_days,
			proposer: actor.party,
			proposed_at: T::Time::moment(),
			signatures: Signatures::new(),
			state: AgreementState::Proposed,
			version: 1,
			leaving: Leaving::new(),
		};
		Agreements::<T>::insert(number, agreement);
		ProposedLegs::<T>::insert(number, draft.legs);
		Self::deposit_event(Event::AgreementProposed {
			agreement: number,
			parties: draft.parties,
			text: draft.text,
			terms,
			proposer: actor.party,
		});
		Self::tell_unknown(number, unknown);
		if actor.is_own_account {
			Self::do_sign(actor.party, number, terms, in_force_from)?;
		}
		Ok(())
	}
}
