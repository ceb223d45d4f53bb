//! Batches, with four eyes on the batch's hash and number: many certificates at once, taken over
//! (T0) or authorised (T3).

mod authorise;
mod take_over;

use crate::{
	types::{Authorisation, Batch, BatchMode, BatchRows, TakenOver, Unreadable},
	Batches, Config, Error, Event, OpenBatches, Pallet,
};
use aeo_primitives::{
	CertificateType, Hands, OnStandingChange, StandingChange, Territory, TraderRegister, Written,
	WrittenTin,
};
use aeo_support::{
	clock::Clock,
	proposals::{self, Proposal},
};
use alloc::vec::Vec;
use frame_support::{
	pallet_prelude::{DispatchError, DispatchResult, Get},
	storage::{with_storage_layer, with_transaction, TransactionOutcome},
	weights::Weight,
};
use sp_core::H256;
use sp_runtime::traits::SaturatedConversion;

/// The rows of a batch as this chain bounds them.
pub(crate) type RowsOf<T> = BatchRows<<T as Config>::MaxBatch>;

/// A batch as this chain bounds it.
pub(crate) type BatchOf<T> = Batch<<T as Config>::MaxBatch>;

/// The rows of a batch that failed.
pub(crate) type Failures = Vec<(u32, Written, DispatchError)>;

/// What a batch came to: the certificates that changed, and the rows that failed.
pub(crate) type Outcome = (Vec<StandingChange>, Failures);

/// A row of a batch, whatever it is to do.
#[derive(Clone, Copy)]
pub(crate) enum Row<'a> {
	/// Certifies a trader.
	Authorise(&'a Authorisation),
	/// Takes a certificate over.
	TakeOver(&'a TakenOver),
	/// Fails.
	Unreadable(&'a Unreadable),
}

impl Row<'_> {
	/// Returns the certificate in it, as it was written.
	fn number(&self) -> Written {
		match self {
			Self::Authorise(row) => row.number.clone().into(),
			Self::TakeOver(row) => row.number.clone().into(),
			Self::Unreadable(row) => row.number.clone(),
		}
	}

	/// Returns the certificate's type, where it can be read.
	pub(crate) fn certificate_type(&self) -> Option<&CertificateType> {
		match self {
			Self::Authorise(row) => Some(&row.certificate_type),
			Self::TakeOver(row) => Some(&row.certificate_type),
			Self::Unreadable(_) => None,
		}
	}

	/// Returns the document that shows that the trader's number was issued although it fails its check,
	/// where there is one: that takes two hands, whatever the programme says.
	pub(crate) fn instrument(&self) -> Option<H256> {
		match self {
			Self::Authorise(row) => row.instrument,
			Self::TakeOver(row) => row.instrument,
			Self::Unreadable(_) => None,
		}
	}
}

/// Returns each row as what it is to do.
fn each<'a, Read>(
	rows: &'a [Result<Read, Unreadable>],
	row: fn(&'a Read) -> Row<'a>,
) -> Vec<Row<'a>> {
	let each = |read: &'a Result<Read, Unreadable>| read.as_ref().map_or_else(Row::Unreadable, row);
	rows.iter().map(each).collect()
}

impl<T: Config> Pallet<T> {
	/// Returns what so many rows weigh at most, with telling of them.
	pub(crate) fn rows_weight(weight: fn(u32) -> Weight, count: usize) -> Weight {
		let count = count.saturated_into::<u32>().min(T::MaxBatch::get());
		weight(count).saturating_add(T::OnStandingChange::max_weight(count))
	}

	/// Registers a trader whose number fails its check, where a document shows that it was issued.
	fn vouch(
		issuer: Territory,
		tin: &WrittenTin,
		publication_consent: H256,
		instrument: Option<H256>,
	) -> DispatchResult {
		if instrument.is_some() {
			T::Traders::register(issuer, tin, publication_consent, instrument)
				.map_err(Into::into)?;
		}
		Ok(())
	}

	/// Returns the rows of a batch, whatever they are to do.
	pub(crate) fn rows_of(batch: &RowsOf<T>) -> Vec<Row<'_>> {
		match batch {
			BatchRows::Authorise(rows) => each(rows, Row::Authorise),
			BatchRows::TakeOver(rows) => each(rows, Row::TakeOver),
		}
	}

	/// Does what a row says.
	fn carry_out_row(
		issuer: Territory,
		row: Row,
		by: &Hands<T::AccountId>,
		clock: Clock,
	) -> Result<StandingChange, DispatchError> {
		match row {
			Row::Authorise(row) => {
				Self::vouch(issuer, &row.tin, row.publication_consent, row.instrument)?;
				Self::authorise_row(issuer, row, by, clock)
			}
			Row::TakeOver(row) => {
				Self::vouch(issuer, &row.tin, row.publication_consent, row.instrument)?;
				Self::take_over(issuer, row, by, clock)
			}
			Row::Unreadable(row) => Err(row.error),
		}
	}

	/// Returns the batch that waits under this hash and number.
	pub(crate) fn proposed_batch(
		issuer: Territory,
		batch: H256,
		proposal: u32,
	) -> Result<Proposal<T::AccountId, BatchOf<T>>, DispatchError> {
		proposals::named(Batches::<T>::get(issuer, batch), proposal)
			.map_err(|why| Error::<T>::from(why).into())
	}

	/// Takes a batch off the list of those that wait.
	pub(crate) fn close_batch(issuer: Territory, batch: H256) {
		Batches::<T>::remove(issuer, batch);
		OpenBatches::<T>::mutate(issuer, |open| open.retain(|open| open.batch != batch));
	}

	/// Does what the rows say, for good, and tells of it.
	pub(crate) fn carry_out(
		issuer: Territory,
		batch: H256,
		rows: &[Row],
		mode: BatchMode,
		by: &Hands<T::AccountId>,
	) {
		let (changes, failures) = Self::run(issuer, rows, mode, by, true);
		T::OnStandingChange::on_change(issuer, &changes);
		Self::report(issuer, batch, changes.len(), failures, by);
	}

	/// Emits what a batch came to.
	pub(crate) fn report(
		issuer: Territory,
		batch: H256,
		done: usize,
		failures: Failures,
		by: &Hands<T::AccountId>,
	) {
		let failed = failures.len().saturated_into();
		Self::tell(issuer, batch, failures);
		Self::deposit_event(Event::BatchDone {
			issuer,
			batch,
			done: done.saturated_into(),
			failed,
			by: by.clone(),
		});
	}

	/// Names the rows that fail, and why.
	pub(crate) fn tell(issuer: Territory, batch: H256, failures: Failures) {
		for (row, number, error) in failures {
			Self::deposit_event(Event::RowFailed {
				issuer,
				batch,
				row,
				number,
				error,
			});
		}
	}

	/// Does what the rows say, each by itself. It is kept only if `keep`, and only where `mode`
	/// keeps it in spite of a failure.
	pub(crate) fn run(
		issuer: Territory,
		rows: &[Row],
		mode: BatchMode,
		by: &Hands<T::AccountId>,
		keep: bool,
	) -> Outcome {
		let clock = Self::clock(issuer);
		let outcome: Result<Outcome, DispatchError> = with_transaction(|| {
			let mut changes = Vec::new();
			let mut failures = Failures::new();
			for (place, row) in (0..).zip(rows) {
				match with_storage_layer(|| Self::carry_out_row(issuer, *row, by, clock)) {
					Ok(change) => changes.push(change),
					Err(error) => failures.push((place, row.number(), error)),
				}
			}
			if mode == BatchMode::AllOrNothing && !failures.is_empty() {
				return TransactionOutcome::Rollback(Ok((Vec::new(), failures)));
			}
			if keep {
				TransactionOutcome::Commit(Ok((changes, failures)))
			} else {
				TransactionOutcome::Rollback(Ok((changes, failures)))
			}
		});
		// The only error is that of too many nested layers; then nothing was done.
		outcome.unwrap_or_else(|error| {
			let all = |(place, row): (u32, &Row)| (place, row.number(), error);
			(Vec::new(), (0..).zip(rows).map(all).collect())
		})
	}
}
