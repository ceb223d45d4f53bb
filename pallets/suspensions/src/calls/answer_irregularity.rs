//! Answering a report that an issuer has received.

use crate::{
	types::{Irregularity, IrregularityAnswer},
	Config, Error, Event, Irregularities, Pallet,
};
use aeo_primitives::Territory;
use aeo_support::{clock::BlockTime, refusals::ensure_document};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use sp_core::H256;

impl<T: Config> Pallet<T> {
	/// Stores the answer with its report.
	pub(crate) fn do_answer_irregularity(
		issuer: Territory,
		by: T::AccountId,
		report: u32,
		document: H256,
	) -> DispatchResult {
		ensure_document::<Error<T>>(document)?;
		let irregularity =
			Irregularities::<T>::get(issuer, report).ok_or(Error::<T>::UnknownReport)?;
		ensure!(
			irregularity.answer.is_none(),
			Error::<T>::ReportAnsweredAlready
		);
		let answer = IrregularityAnswer {
			document,
			at: T::Time::moment(),
			by: by.clone(),
		};
		let answered = Irregularity {
			answer: Some(answer),
			..irregularity.clone()
		};
		Irregularities::<T>::insert(issuer, report, answered);
		Self::deposit_event(Event::IrregularityAnswered {
			issuer,
			report,
			grantor: irregularity.grantor,
			number: irregularity.number,
			by,
			document,
		});
		Ok(())
	}
}
