//! What must hold between any two blocks.

use crate::{
	types::{AliasSource, TinCheck},
	Accounts, AliasCounts, Aliases, AliasesOf, Claims, Config, LaterNumbers, Offers, OpenOffers,
	Pallet, ProposalCount, Proposals, Proposed, Traders,
};
use aeo_primitives::{
	recognition::TraderState,
	tin::{Check, Reason, Tin},
	NormalisedTin, Territory, TraderId, WrittenTin,
};
use alloc::{collections::BTreeMap, vec::Vec};
use codec::Encode;
use frame_support::{ensure, pallet_prelude::Get};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks the invariants of the pallet:
	///
	/// 1. a trader's TIN is in normal form and leads to it: it is stored under the id of the first, and
	///    later ones lead to registered traders and are nobody's first;
	/// 2. `Passed` is what passes its check, and nothing overridden does (I17);
	/// 3. a merged trader names a number, which can have been released since;
	/// 4. accounts of a trader, and aliases at each grantor, equal a recount and keep their bounds
	///    (I22);
	/// 5. an account is linked or offered to a trader that is registered, never both; what is
	///    offered is in its administration's list once, in the order in which it was (I22);
	/// 6. an alias that leads to a trader is one of that trader's (I15);
	/// 7. a derived alias equals its converter's result (I16);
	/// 8. self-declared aliases lead nowhere and equal a recount;
	/// 9. each proposal is in its officer's list once, and has a number that was given (I18).
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		let mut accounts: BTreeMap<TraderId, u32> = BTreeMap::new();
		for (account, link) in Accounts::<T>::iter() {
			ensure!(
				!Offers::<T>::contains_key(&account),
				"an account is linked and offered"
			);
			*accounts.entry(link.trader).or_default() += 1;
		}
		let mut aliases: BTreeMap<(TraderId, Territory), u32> = BTreeMap::new();
		let mut claims: BTreeMap<_, u32> = BTreeMap::new();
		for ((trader, grantor, alias), source) in AliasesOf::<T>::iter() {
			*aliases.entry((trader, grantor)).or_default() += 1;
			ensure!(alias.grantor == grantor, "an alias under another grantor");
			let leads = Aliases::<T>::get(&alias) == Some(trader);
			ensure!(
				leads != (source == AliasSource::SelfDeclared),
				"an alias leads elsewhere than its source says"
			);
			if let AliasSource::Derived { written } = &source {
				let record = Traders::<T>::get(trader).ok_or("an alias of no trader")?;
				ensure!(
					Self::derived(&record.tin, alias.grantor, written)? == alias,
					"a derived alias differs from its converter's result"
				);
			}
			if source == AliasSource::SelfDeclared {
				*claims.entry(alias.encode()).or_default() += 1;
			}
		}
		for (alias, trader) in Aliases::<T>::iter() {
			ensure!(
				AliasesOf::<T>::contains_key((trader, alias.grantor, alias)),
				"an alias leads to a trader that has not got it"
			);
		}
		let stored: BTreeMap<_, u32> = Claims::<T>::iter()
			.map(|(alias, count)| (alias.encode(), count))
			.collect();
		ensure!(stored == claims, "claims differ from a recount");
		let counts: BTreeMap<_, _> = AliasCounts::<T>::iter()
			.map(|(trader, grantor, count)| ((trader, grantor), count))
			.collect();
		ensure!(
			counts == aliases && counts.values().all(|count| *count <= T::MaxAliases::get()),
			"aliases of a trader differ from a recount"
		);
		ensure!(
			aliases
				.keys()
				.all(|(trader, _)| Traders::<T>::contains_key(trader)),
			"an alias of no trader"
		);
		Self::try_offers()?;
		Self::try_proposals()?;
		for (later, trader) in LaterNumbers::<T>::iter() {
			ensure!(
				Traders::<T>::contains_key(trader) && !Traders::<T>::contains_key(later),
				"a later number leads to no trader, or is a trader's first one"
			);
		}
		for (trader, record) in Traders::<T>::iter() {
			Self::try_trader(trader, &record.tin)?;
			let check = Tin::parse(&record.tin).map(|tin| tin.check());
			let is_right = match record.check {
				TinCheck::Passed => check == Ok(Ok(Check::Passed)),
				TinCheck::FormatOnly => check == Ok(Ok(Check::FormatOnly)),
				TinCheck::Overridden { .. } => {
					matches!(check, Ok(Err(Reason::CheckDigit | Reason::NeverIssued)))
				}
			};
			ensure!(is_right, "a trader's check is not what its number gives");
			if let TraderState::Merged { into } = record.state {
				let into = Tin::parse(&into).map(|tin| tin.text().clone() == into);
				ensure!(into == Ok(true), "a trader was merged into no number");
			}
			ensure!(
				accounts.remove(&trader).unwrap_or_default() == record.accounts
					&& record.accounts <= T::MaxAccounts::get(),
				"accounts of a trader differ from a recount"
			);
		}
		ensure!(accounts.is_empty(), "an account of no trader");
		Ok(())
	}

	/// Checks the offers, and the lists of them.
	fn try_offers() -> Result<(), TryRuntimeError> {
		let mut listed = 0_usize;
		for (administration, open) in OpenOffers::<T>::iter() {
			ensure!(
				!open.is_empty() && open.is_sorted_by_key(|one| one.offered_at),
				"offers are not in their order"
			);
			for one in &open {
				let offer = Offers::<T>::get(&one.account);
				let is_same = offer.is_some_and(|offer| {
					(offer.administration, offer.admission) == (administration, one.admission)
						&& (offer.link.trader, offer.offered_at) == (one.trader, one.offered_at)
				});
				ensure!(is_same, "an offer is listed that is none");
			}
			listed += open.len();
		}
		let offers: Vec<_> = Offers::<T>::iter_values().collect();
		ensure!(listed == offers.len(), "an offer is not listed, or twice");
		ensure!(
			offers
				.iter()
				.all(|offer| Traders::<T>::contains_key(offer.link.trader)),
			"an offer of no trader"
		);
		Ok(())
	}

	/// Checks the proposals, and the lists of them.
	fn try_proposals() -> Result<(), TryRuntimeError> {
		let mut listed = 0_usize;
		for (administration, officer, open) in Proposed::<T>::iter() {
			ensure!(!open.is_empty(), "a list of no proposals");
			for one in &open {
				let is_same =
					Proposals::<T>::get(administration, &one.tin).is_some_and(|waiting| {
						(waiting.maker.officer, waiting.expires) == (officer.clone(), one.expires)
					});
				ensure!(is_same, "a proposal is listed that is none");
			}
			listed += open.len();
		}
		let proposals: Vec<_> = Proposals::<T>::iter().collect();
		ensure!(
			listed == proposals.len(),
			"a proposal is not listed, or twice"
		);
		let is_numbered = proposals.iter().all(|(administration, _, waiting)| {
			(1..=ProposalCount::<T>::get(administration)).contains(&waiting.number)
		});
		ensure!(is_numbered, "a proposal has a number that was never given");
		Ok(())
	}

	/// Checks the TIN of a trader, and its id.
	fn try_trader(trader: TraderId, tin: &NormalisedTin) -> Result<(), TryRuntimeError> {
		let written = WrittenTin::try_from(tin.as_str()).map_err(|_| "a TIN is too long")?;
		let normal = Self::tin(&written).map_err(|_| "a trader's TIN is none")?;
		ensure!(normal.text() == tin, "a TIN is not in normal form");
		ensure!(
			Self::find(tin).is_some_and(|(found, _)| found == trader),
			"a trader's TIN does not lead to it"
		);
		Ok(())
	}
}
