//! Batches, with four eyes on the batch's hash and number: many certificates at once, taken over
//! (T0) or authorised (T3).

mod authorise;
mod take_over;

use crate::{
	types::{Authorisation, Batch, BatchMode, BatchRows, TakenOver, Unreadable},
	Batches, Certificates, Config, Error, Event, OpenBatches, Pallet, WeightInfo,
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

/// What a batch came to.
#[derive(Default)]
pub(crate) struct Outcome {
	/// The certificates that changed.
	pub(crate) changes: Vec<StandingChange>,
	/// The rows that failed.
	pub(crate) failures: Failures,
	/// How many of the changes were plain: of a firm without another certificate, without an opinion, an earlier
	/// period or a document for its number.
	plain: u32,
}

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

	/// Returns what the rows of a batch weighed at most, without telling of them.
	pub(crate) fn weight_of_rows(rows: &RowsOf<T>, outcome: &Outcome) -> Weight {
		let weigh = |count: usize, any: fn(u32) -> Weight, plain: fn(u32) -> Weight| {
			let others = count.saturated_into::<u32>().saturating_sub(outcome.plain);
			match (others, outcome.plain) {
				(others, 0) => any(others),
				(0, few) => plain(few),
				(others, few) => any(others).saturating_add(plain(few)),
			}
		};
		match rows {
			BatchRows::Authorise(rows) => weigh(
				rows.len(),
				T::WeightInfo::authorise_batch,
				T::WeightInfo::authorise_batch_plain,
			),
			BatchRows::TakeOver(rows) => weigh(
				rows.len(),
				T::WeightInfo::take_over,
				T::WeightInfo::take_over_plain,
			),
		}
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

	/// Returns whether a row that was done was plain, see [`Outcome`].
	fn was_plain(issuer: Territory, row: Row) -> bool {
		row.instrument().is_none()
			&& match row {
				Row::Authorise(row) => Self::is_plain(issuer, &row.number),
				Row::TakeOver(row) => {
					row.periods.len() == 1
						&& Certificates::<T>::get(issuer, &row.number)
							.is_some_and(|record| Self::is_only_one(issuer, &record))
				}
				Row::Unreadable(_) => false,
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

	/// Does what a batch says, for good, and tells of it. Returns what that weighed at most.
	pub(crate) fn carry_out(
		issuer: Territory,
		batch: H256,
		content: &BatchOf<T>,
		by: &Hands<T::AccountId>,
	) -> Weight {
		let rows = Self::rows_of(&content.rows);
		let outcome = Self::run(issuer, &rows, content.mode, by, true);
		let told = T::OnStandingChange::on_change(issuer, &outcome.changes);
		let weight = Self::weight_of_rows(&content.rows, &outcome);
		Self::report(issuer, batch, outcome.changes.len(), outcome.failures, by);
		weight.saturating_add(told)
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
			let mut outcome = Outcome::default();
			for (place, row) in (0..).zip(rows) {
				match with_storage_layer(|| Self::carry_out_row(issuer, *row, by, clock)) {
					Ok(change) => {
						outcome.changes.push(change);
						outcome.plain = outcome
							.plain
							.saturating_add(u32::from(Self::was_plain(issuer, *row)));
					}
					Err(error) => outcome.failures.push((place, row.number(), error)),
				}
			}
			if mode == BatchMode::AllOrNothing && !outcome.failures.is_empty() {
				outcome.changes = Vec::new();
				return TransactionOutcome::Rollback(Ok(outcome));
			}
			if keep {
				TransactionOutcome::Commit(Ok(outcome))
			} else {
				TransactionOutcome::Rollback(Ok(outcome))
			}
		});
		// The only error is that of too many nested layers; then nothing was done.
		outcome.unwrap_or_else(|error| {
			let all = |(place, row): (u32, &Row)| (place, row.number(), error);
			Outcome {
				failures: (0..).zip(rows).map(all).collect(),
				..Outcome::default()
			}
		})
	}
}
