//! Proposing a decision (invariant I18).

use crate::{
	rules::terms,
	types::{Decision, Programme},
	Askers, Config, Event, Pallet, WeightInfo,
};
use aeo_primitives::{
	CertificateNumber, FourEyes, Hands, Maker, OnStandingChange, Territory, TraderLookup,
};
use aeo_support::proposals::Proposal;
use frame_support::{
	pallet_prelude::{DispatchError, Weight},
	storage::{with_transaction, TransactionOutcome},
};
use sp_runtime::ArithmeticError;

impl<T: Config> Pallet<T> {
	/// Stores a decision that waits for a second officer, or takes it where it needs none. Returns
	/// what that weighed at most, with telling of it.
	pub(crate) fn do_propose(
		issuer: Territory,
		maker: Maker<T::AccountId>,
		number: CertificateNumber,
		decision: Decision,
	) -> Result<Weight, DispatchError> {
		let clock = Self::clock(issuer);
		let programme = Self::programme_about(issuer, &number, &decision)?;
		// What is proposed, and confirmed, has its last day.
		let decision = Self::with_last_day(issuer, &number, decision, &programme)?;
		let hands = Self::hands_at_once(issuer, &number, &decision, &programme, &maker)?;
		if let Some(hands) = hands {
			let change = Self::decide(issuer, &number, &decision, hands, clock)?;
			let told = T::OnStandingChange::on_change(issuer, &[change]);
			let is_plain = Self::is_plain(issuer, &number);
			return Ok(Self::proposal_weight(is_plain).saturating_add(told));
		}
		// The maker hears what the checker would have to hear.
		let is_plain = with_transaction(|| {
			let hands = Hands::one(maker.officer.clone());
			let result = Self::decide(issuer, &number, &decision, hands, clock);
			TransactionOutcome::Rollback(result.map(|_| Self::is_plain(issuer, &number)))
		})?;
		let proposal = Proposal {
			number: Self::next_proposal(issuer)?,
			content: decision.clone(),
			version: Self::version_now(issuer, &number),
			expires: terms::expiry(clock.now, programme.decision_days)
				.ok_or(ArithmeticError::Overflow)?,
			maker,
		};
		Self::deposit_event(Event::DecisionProposed {
			issuer,
			number: number.clone(),
			proposal: proposal.number,
			decision,
			by: proposal.maker.officer.clone(),
			expires: proposal.expires,
		});
		Self::enlist(issuer, number, proposal)?;
		Ok(Self::proposal_weight(is_plain))
	}

	/// Returns what a proposal weighs at most.
	fn proposal_weight(is_plain: bool) -> Weight {
		match is_plain {
			true => T::WeightInfo::propose_plain(),
			false => T::WeightInfo::propose(),
		}
	}

	/// Returns whose hands decide at once; none where a second officer has to confirm. What ends,
	/// begins, prolongs or revives takes two hands where the programme asks for four eyes
	/// (invariant I28).
	fn hands_at_once(
		issuer: Territory,
		number: &CertificateNumber,
		decision: &Decision,
		programme: &Programme,
		officer: &Maker<T::AccountId>,
	) -> Result<Option<Hands<T::AccountId>>, DispatchError> {
		if programme.four_eyes == FourEyes::NotRequired {
			return Ok(Some(Hands::one(officer.officer.clone())));
		}
		let asked_by = || Askers::<T>::get(issuer, number);
		let asker = match decision {
			Decision::Relinquish { from, .. } => {
				let asked = Self::record(issuer, number)?.asked.relinquishment;
				asked_by()
					.filter(|_| asked == Some(*from))
					.and_then(|by| by.relinquishment)
			}
			Decision::KeepInForce { .. } => asked_by().and_then(|by| by.renewal),
			Decision::Rectify { .. }
			| Decision::Authorise { .. }
			| Decision::Renew { .. }
			| Decision::RefuseRenewal { .. }
			| Decision::RefuseApplication { .. }
			| Decision::WithdrawApplication { .. }
			| Decision::Overturn { .. }
			| Decision::Revoke { .. }
			| Decision::Annul { .. } => None,
		};
		let Some(asker) = asker else {
			return Ok(None);
		};
		let trader = Self::record(issuer, number)?.trader;
		let is_hand = T::Traders::holder(&asker.officer) == Some(trader)
			&& Self::is_other_hand(&asker, officer);
		Ok(is_hand.then(|| Hands::both(asker.officer, officer.officer.clone())))
	}

	/// Returns whether a holder's account that asked is another hand than the officer who decides:
	/// it was linked by another one, and neither of them signed for the other.
	fn is_other_hand(asker: &Maker<T::AccountId>, officer: &Maker<T::AccountId>) -> bool {
		let is_other = |maker: &Maker<T::AccountId>| {
			maker
				.ensure_other(&officer.officer, &officer.signer)
				.is_ok()
		};
		is_other(asker)
			&& T::Traders::linked_by(&asker.officer).is_some_and(|linker| is_other(&linker))
	}
}
