//! Batches, with four eyes on the batch's hash and number: many certificates at once, taken over (T0) or
//! authorised (T3).
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{
	change::Clock,
	types::{Authorisation, Batch, BatchMode, BatchRows, Decision, OpenBatch, Unreadable},
	written::WrittenRows,
	Batches, Config, Error, Event, OpenBatches, Pallet, Programmes, WeightInfo,
};
use aeo_primitives::{
	CertificateType, FourEyes, Hands, Maker, OnStandingChange, StandingChange, Territory, Written,
};
use aeo_support::proposals::{self, Proposal};
use alloc::vec::Vec;
use codec::Encode;
use frame_support::{
	ensure,
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
type Failures = Vec<(u32, Written, DispatchError)>;

/// What a batch came to: the certificates that changed, and the rows that failed.
type Outcome = (Vec<StandingChange>, Failures);

/// A row of a batch, whatever it is to do.
pub(crate) trait Row<T: Config> {
	/// The certificate in it, as it was written.
	fn number(&self) -> Written;

	/// The certificate's type, where it can be read.
	fn certificate_type(&self) -> Option<&CertificateType>;

	/// Do what it says.
	fn carry_out(
		&self,
		issuer: Territory,
		by: &Hands<T::AccountId>,
		clock: Clock,
	) -> Result<StandingChange, DispatchError>;
}

impl<T: Config> Row<T> for Authorisation {
	fn number(&self) -> Written {
		self.number.clone().into()
	}

	fn certificate_type(&self) -> Option<&CertificateType> {
		Some(&self.certificate_type)
	}

	fn carry_out(
		&self,
		issuer: Territory,
		by: &Hands<T::AccountId>,
		clock: Clock,
	) -> Result<StandingChange, DispatchError> {
		let number = &self.number;
		let programme = Pallet::<T>::programme_of(issuer, &self.certificate_type)?;
		let decision = Decision::from(self.clone());
		let decision = Pallet::<T>::with_last_day(issuer, number, decision, &programme)?;
		Pallet::<T>::decide(issuer, number, &decision, by.clone(), clock)
	}
}

/// What can't be read fails.
impl<T: Config, Read: Row<T>> Row<T> for Result<Read, Unreadable> {
	fn number(&self) -> Written {
		match self {
			Ok(row) => row.number(),
			Err(row) => row.number.clone(),
		}
	}

	fn certificate_type(&self) -> Option<&CertificateType> {
		self.as_ref().ok().and_then(Row::certificate_type)
	}

	fn carry_out(
		&self,
		issuer: Territory,
		by: &Hands<T::AccountId>,
		clock: Clock,
	) -> Result<StandingChange, DispatchError> {
		match self {
			Ok(row) => row.carry_out(issuer, by, clock),
			Err(row) => Err(row.error),
		}
	}
}

impl From<Authorisation> for Decision {
	fn from(row: Authorisation) -> Self {
		Self::Authorise {
			tin: row.tin,
			publication_consent: row.publication_consent,
			certificate_type: row.certificate_type,
			roles: row.roles,
			valid_from: row.valid_from,
			valid_until: row.valid_until,
			document: row.document,
		}
	}
}

impl<T: Config> Pallet<T> {
	/// What a batch weighs at most that is proposed: one with more rows than allowed is refused.
	pub(crate) fn proposed_weight(rows: &WrittenRows) -> Weight {
		match rows {
			WrittenRows::Authorise(rows) => {
				Self::rows_weight(T::WeightInfo::authorise_batch, rows.len())
			}
			WrittenRows::TakeOver(rows) => Self::rows_weight(T::WeightInfo::take_over, rows.len()),
		}
	}

	/// What a batch weighs at most.
	fn batch_weight(rows: &RowsOf<T>) -> Weight {
		match rows {
			BatchRows::Authorise(rows) => {
				Self::rows_weight(T::WeightInfo::authorise_batch, rows.len())
			}
			BatchRows::TakeOver(rows) => Self::rows_weight(T::WeightInfo::take_over, rows.len()),
		}
	}

	fn rows_weight(weight: fn(u32) -> Weight, count: usize) -> Weight {
		let count = count.saturated_into::<u32>().min(T::MaxBatch::get());
		weight(count).saturating_add(Self::push_weight(count))
	}

	/// What the largest batch weighs at most.
	pub(crate) fn largest_batch_weight() -> Weight {
		let rows = T::MaxBatch::get();
		T::WeightInfo::authorise_batch(rows)
			.max(T::WeightInfo::take_over(rows))
			.saturating_add(Self::push_weight(rows))
	}

	fn rows_of(batch: &RowsOf<T>) -> Vec<&dyn Row<T>> {
		match batch {
			BatchRows::Authorise(rows) => rows.iter().map(|row| -> &dyn Row<T> { row }).collect(),
			BatchRows::TakeOver(rows) => rows.iter().map(|row| -> &dyn Row<T> { row }).collect(),
		}
	}

	/// Whether a programme of the batch asks for a second officer, and the shortest time for which
	/// one of them lets a proposal be confirmed, in days.
	fn batch_rules(issuer: Territory, rows: &[&dyn Row<T>]) -> (bool, u16) {
		let programmes = rows
			.iter()
			.filter_map(|row| row.certificate_type())
			.filter_map(|named| Programmes::<T>::get(issuer, &named.programme));
		programmes.fold((false, u16::MAX), |(four_eyes, days), programme| {
			(
				four_eyes || programme.four_eyes == FourEyes::Required,
				days.min(programme.decision_days),
			)
		})
	}

	pub(crate) fn do_propose_batch(
		issuer: Territory,
		maker: Maker<T::AccountId>,
		written: WrittenRows,
		mode: BatchMode,
	) -> DispatchResult {
		// Of what was sent, so that whoever sent it can tell.
		let batch: H256 = sp_io::hashing::blake2_256(&(&written, mode).encode()).into();
		let content = Batch {
			rows: Self::rows(written)?,
			mode,
		};
		let rows = Self::rows_of(&content.rows);
		let hands = Hands::one(maker.officer.clone());
		let (needs_second, decision_days) = Self::batch_rules(issuer, &rows);
		if !needs_second {
			Self::carry_out(issuer, batch, &rows, mode, &hands);
			return Ok(());
		}
		Self::make_room(issuer, batch)?;
		// The maker hears what the checker would have to hear.
		let (changes, failures) = Self::run(issuer, &rows, mode, &hands, false);
		if changes.is_empty() {
			Self::report(issuer, batch, 0, failures, &hands);
			return Ok(());
		}
		Self::tell(issuer, batch, failures);
		let count = rows.len().saturated_into();
		let proposal = Proposal {
			number: Self::next_proposal(issuer)?,
			content,
			version: 0,
			expires: Self::expiry(Self::now(), decision_days)?,
			maker,
		};
		let open = OpenBatch {
			batch,
			expires: proposal.expires,
		};
		OpenBatches::<T>::try_mutate(issuer, |all| all.try_push(open))
			.map_err(|_| Error::<T>::TooManyBatches)?;
		Self::deposit_event(Event::BatchProposed {
			issuer,
			batch,
			proposal: proposal.number,
			rows: count,
			by: proposal.maker.officer.clone(),
			expires: proposal.expires,
		});
		Batches::<T>::insert(issuer, batch, proposal);
		Ok(())
	}

	/// There is room for a further batch; one that has lapsed makes it.
	fn make_room(issuer: Territory, batch: H256) -> DispatchResult {
		let now = Self::now();
		let open = OpenBatches::<T>::get(issuer);
		let lapsed = if let Some(same) = open.iter().find(|open| open.batch == batch) {
			ensure!(same.expires < now, Error::<T>::SameBatchWaitsAlready);
			same
		} else if open.is_full() {
			open.iter()
				.find(|open| open.expires < now)
				.ok_or(Error::<T>::TooManyBatches)?
		} else {
			return Ok(());
		};
		Self::close_batch(issuer, lapsed.batch);
		Ok(())
	}

	/// The batch that waits under this hash and number.
	fn proposed_batch(
		issuer: Territory,
		batch: H256,
		proposal: u32,
	) -> Result<Proposal<T::AccountId, BatchOf<T>>, DispatchError> {
		proposals::named(Batches::<T>::get(issuer, batch), proposal)
			.map_err(|why| Error::<T>::from(why).into())
	}

	/// Do what a batch says. Gives what it weighs at most.
	pub(crate) fn do_confirm_batch(
		issuer: Territory,
		checker: Maker<T::AccountId>,
		batch: H256,
		proposal: u32,
	) -> Result<Weight, DispatchError> {
		let pending = Self::proposed_batch(issuer, batch, proposal)?;
		let (content, hands) = pending
			.confirm(checker, Self::now(), 0, |maker| {
				Self::is_officer(issuer, maker)
			})
			.map_err(Error::<T>::from)?;
		Self::close_batch(issuer, batch);
		let rows = Self::rows_of(&content.rows);
		Self::carry_out(issuer, batch, &rows, content.mode, &hands);
		Ok(Self::batch_weight(&content.rows))
	}

	pub(crate) fn do_refuse_batch(
		issuer: Territory,
		officer: Maker<T::AccountId>,
		batch: H256,
		proposal: u32,
	) -> DispatchResult {
		let pending = Self::proposed_batch(issuer, batch, proposal)?;
		Self::close_batch(issuer, batch);
		Self::deposit_event(Event::BatchRefused {
			issuer,
			batch,
			proposal,
			maker: pending.maker.officer,
			by: officer.officer,
		});
		Ok(())
	}

	fn close_batch(issuer: Territory, batch: H256) {
		Batches::<T>::remove(issuer, batch);
		OpenBatches::<T>::mutate(issuer, |open| open.retain(|open| open.batch != batch));
	}

	fn carry_out(
		issuer: Territory,
		batch: H256,
		rows: &[&dyn Row<T>],
		mode: BatchMode,
		by: &Hands<T::AccountId>,
	) {
		let (changes, failures) = Self::run(issuer, rows, mode, by, true);
		T::OnStandingChange::on_change(issuer, &changes);
		Self::report(issuer, batch, changes.len(), failures, by);
	}

	fn report(
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

	/// Name the rows that fail, and why.
	fn tell(issuer: Territory, batch: H256, failures: Failures) {
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

	/// Do what the rows say, each by itself. It is kept only if `keep`, and only where `mode` keeps
	/// it in spite of a failure.
	fn run(
		issuer: Territory,
		rows: &[&dyn Row<T>],
		mode: BatchMode,
		by: &Hands<T::AccountId>,
		keep: bool,
	) -> Outcome {
		let clock = Self::clock(issuer);
		let outcome: Result<Outcome, DispatchError> = with_transaction(|| {
			let mut changes = Vec::new();
			let mut failures = Failures::new();
			for (place, row) in (0..).zip(rows) {
				match with_storage_layer(|| row.carry_out(issuer, by, clock)) {
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
			let all = |(place, row): (u32, &&dyn Row<T>)| (place, row.number(), error);
			(Vec::new(), (0..).zip(rows).map(all).collect())
		})
	}
}
