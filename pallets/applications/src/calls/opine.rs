//! Giving an opinion on an application that was accepted.

use crate::{types::OpinionRecord, AgencyAccounts, Config, Error, Event, Opinions, Pallet};
use aeo_primitives::{ApplicationRegister, Opinion};
use aeo_support::{clock::BlockTime, refusals::ensure_document};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use sp_core::H256;

impl<T: Config> Pallet<T> {
	/// Notes what an agency thinks of an application of its own administration, which may act.
	pub(crate) fn do_opine(
		by: T::AccountId,
		number: &str,
		version: u32,
		opinion: Opinion,
		document: H256,
	) -> DispatchResult {
		let (issuer, agency, admission) =
			AgencyAccounts::<T>::get(&by).ok_or(Error::<T>::NotAnAgency)?;
		Self::ensure_may_act(issuer)?;
		ensure!(
			Self::admission_of(issuer) == Some(admission),
			Error::<T>::NotAnAgency
		);
		ensure_document::<Error<T>>(document)?;
		let number = Self::number(number)?;
		let present = T::Certificates::accepted_version(issuer, &number).map_err(Into::into)?;
		ensure!(present == version, Error::<T>::ChangedSinceProposal);
		let key = (issuer, &number, &agency);
		let before = Opinions::<T>::get(key);
		let is_same = |before: &OpinionRecord| {
			(before.version, before.opinion, before.document) == (version, opinion, document)
		};
		ensure!(
			!before.as_ref().is_some_and(is_same),
			Error::<T>::NothingWouldChange
		);
		let given = OpinionRecord {
			version,
			opinion,
			document,
			at: T::Time::moment(),
		};
		Opinions::<T>::insert(key, given);
		Self::deposit_event(Event::OpinionGiven {
			issuer,
			number,
			version,
			agency,
			before: before.map(|before| before.opinion),
			opinion,
			by,
			document,
		});
		Ok(())
	}
}
