//! Proposing a decision about a trader's number (invariant I18).

use super::waiting::MaybeProposal;
use crate::{types::TraderDecision, Config, Error, Event, Pallet, Proposals};
use aeo_primitives::{tin::Tin, Maker, Territory};
use aeo_support::{clock::BlockTime, proposals::Proposal};
use frame_support::{
	ensure,
	pallet_prelude::{DispatchResult, Get},
	storage::{with_transaction, TransactionOutcome},
};
use sp_runtime::ArithmeticError;

impl<T: Config> Pallet<T> {
	/// Lets a decision wait for a second officer.
	pub(crate) fn do_propose(
		administration: Territory,
		maker: Maker<T::AccountId>,
		tin: &Tin,
		decision: TraderDecision,
	) -> DispatchResult {
		// The maker hears what the checker would have to hear.
		with_transaction(|| {
			TransactionOutcome::Rollback(Self::decide(administration, tin, &decision))
		})?;
		let now = T::Time::moment();
		let (tin, version) = Self::subject(tin);
		let earlier: MaybeProposal<T> = Proposals::<T>::get(administration, &tin);
		if let Some(earlier) = earlier {
			ensure!(earlier.is_expired(now), Error::<T>::ProposedAlready);
			Self::settle(administration, &tin, &earlier);
		}
		let proposal = Proposal {
			number: Self::next_proposal(administration)?,
			content: decision.clone(),
			version,
			expires: now
				.checked_add(T::ProposalLifetime::get())
				.ok_or(ArithmeticError::Overflow)?,
			maker,
		};
		Self::deposit_event(Event::TraderDecisionProposed {
			administration,
			tin: tin.clone(),
			proposal: proposal.number,
			decision,
			by: proposal.maker.officer.clone(),
			expires: proposal.expires,
		});
		Self::enlist(administration, &tin, proposal)
	}

	/// Does what two officers decide.
	pub(crate) fn decide(
		administration: Territory,
		tin: &Tin,
		decision: &TraderDecision,
	) -> DispatchResult {
		match decision {
			TraderDecision::RegisterDespiteCheck {
				publication_consent,
				instrument,
			} => Self::do_register_despite_check(
				administration,
				tin,
				*publication_consent,
				*instrument,
			),
			TraderDecision::Succeed {
				by,
				document,
				instrument,
			} => Self::succeed(administration, tin, by, *document, *instrument),
			TraderDecision::Release { number, document } => {
				Self::release(administration, tin, number, *document)
			}
		}
	}
}
