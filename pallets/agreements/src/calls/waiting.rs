//! What waits for signatures: bounded for each administration that proposes, and lapsing by the
//! clock. Nobody's proposals take room from others, and nothing depends on clearing away what has
//! lapsed.

use crate::{
	types::{Agreement, AgreementLegs, AgreementState, Amendment, Kind, Waits},
	Agreements, Amendments, Config, Error, Event, Pallet, ProposedLegs, Waiting,
};
use aeo_primitives::{AgreementId, Moment, Territory};
use aeo_support::clock::BlockTime;
use codec::Encode;
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult, Get},
};
use sp_runtime::traits::SaturatedConversion;

/// Most that a proposal clears away of what its proposer's earlier ones left behind. One would make
/// room; with two they become fewer.
const CLEARED: u32 = 2;

impl<T: Config> Pallet<T> {
	/// Returns whether what was proposed at this moment can't be signed any more.
	pub fn has_lapsed(proposed_at: Moment) -> bool {
		proposed_at.saturating_add(T::ProposalLifetime::get()) < T::Time::moment()
	}

	/// Lets what an administration proposes now wait for signatures. What it proposed earlier and
	/// has lapsed makes room.
	pub(crate) fn wait(
		proposer: Territory,
		kind: Kind,
		agreement: AgreementId,
		legs: &AgreementLegs,
	) -> DispatchResult {
		let mut waiting = Waiting::<T>::get(proposer, kind);
		for _ in 0..CLEARED {
			let oldest = waiting.first().copied();
			let Some(oldest) = oldest.filter(|oldest| Self::has_lapsed(oldest.proposed_at)) else {
				break;
			};
			waiting.remove(0);
			Self::clear(proposer, kind, oldest.agreement);
		}
		let bytes = legs.encoded_size().saturated_into::<u32>();
		let others = waiting
			.iter()
			.filter(|other| !Self::has_lapsed(other.proposed_at));
		let all = others.fold(bytes, |sum, other| sum.saturating_add(other.bytes));
		ensure!(all <= T::MaxWaitingBytes::get(), Error::<T>::TooMuchWaiting);
		let waits = Waits {
			agreement,
			proposed_at: T::Time::moment(),
			bytes,
		};
		waiting
			.try_push(waits)
			.map_err(|_| Error::<T>::TooManyProposals)?;
		Waiting::<T>::insert(proposer, kind, waiting);
		Ok(())
	}

	/// Ends the waiting of what all have signed, or was taken back.
	pub(crate) fn settle(proposer: Territory, kind: Kind, agreement: AgreementId) {
		Waiting::<T>::mutate_exists(proposer, kind, |stored| {
			if let Some(waiting) = stored {
				waiting.retain(|waits| waits.agreement != agreement);
				if waiting.is_empty() {
					*stored = None;
				}
			}
		});
	}

	/// Clears away what has lapsed.
	pub(crate) fn clear(proposer: Territory, kind: Kind, number: AgreementId) {
		ProposedLegs::<T>::remove(number);
		match kind {
			Kind::Agreement => {
				Agreements::<T>::remove(number);
				Self::deposit_event(Event::ProposalLapsed {
					agreement: number,
					proposer,
				});
			}
			Kind::Amendment => {
				Amendments::<T>::remove(number);
				Self::deposit_event(Event::AmendmentLapsed {
					agreement: number,
					proposer,
				});
			}
		}
	}

	/// Clears a lapsed amendment away, so that another one can be proposed.
	pub(crate) fn clear_lapsed_amendment(number: AgreementId) -> DispatchResult {
		if let Some(pending) = Amendments::<T>::get(number) {
			ensure!(
				Self::has_lapsed(pending.proposed_at),
				Error::<T>::AmendmentWaits
			);
			Self::settle(pending.proposer, Kind::Amendment, number);
			Self::clear(pending.proposer, Kind::Amendment, number);
		}
		Ok(())
	}

	/// Takes a pending amendment away, where there is one.
	pub(crate) fn drop_amendment(number: AgreementId, by: Territory) {
		if let Some(amendment) = Amendments::<T>::take(number) {
			ProposedLegs::<T>::remove(number);
			Self::settle(amendment.proposer, Kind::Amendment, number);
			Self::deposit_event(Event::AmendmentRetracted {
				agreement: number,
				version: amendment.version,
				by,
			});
		}
	}

	/// Returns an agreement that not all have signed.
	pub(crate) fn unsigned(number: AgreementId) -> Result<Agreement, DispatchError> {
		let agreement = Agreements::<T>::get(number).ok_or(Error::<T>::UnknownAgreement)?;
		ensure!(
			agreement.state == AgreementState::Proposed,
			Error::<T>::AgreementSignedAlready
		);
		Ok(agreement)
	}

	/// Returns an agreement that can still be signed.
	pub(crate) fn open(number: AgreementId) -> Result<Agreement, DispatchError> {
		let agreement = Self::unsigned(number)?;
		ensure!(
			!Self::has_lapsed(agreement.proposed_at),
			Error::<T>::ProposalLapsed
		);
		Ok(agreement)
	}

	/// Returns an amendment that not all have signed.
	pub(crate) fn amendment(number: AgreementId) -> Result<Amendment, DispatchError> {
		Amendments::<T>::get(number).ok_or_else(|| Error::<T>::UnknownAmendment.into())
	}

	/// Returns an amendment that can still be signed.
	pub(crate) fn open_amendment(number: AgreementId) -> Result<Amendment, DispatchError> {
		let amendment = Self::amendment(number)?;
		ensure!(
			!Self::has_lapsed(amendment.proposed_at),
			Error::<T>::ProposalLapsed
		);
		Ok(amendment)
	}
}
