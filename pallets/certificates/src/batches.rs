//! Batches, with four eyes on the batch's hash: many certificates at once, taken over (T0) or
//! authorised (T3).
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{
	change::Clock,
	types::{Authorisation, BatchMode, BatchRows, Decision, PendingBatch},
	Batches, Config, Error, Event, OpenBatches, Pallet, Programmes, WeightInfo,
};
use aeo_primitives::{
	CertificateNumber, CertificateType, Maker, OnStandingChange, StandingChange, Territory,
};
use alloc::vec::Vec;
use codec::Encode;
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult, Get},
	storage::{with_storage_layer, with_transaction, TransactionOutcome},
	weights::Weight,
};
use sp_core::H256;
use sp_runtime::{traits::SaturatedConversion, ArithmeticError};

/// The rows of a batch as this chain bounds them.
pub(crate) type RowsOf<T> = BatchRows<<T as Config>::MaxBatch>;

/// The rows of a batch that failed.
type Failures = Vec<(u32, CertificateNumber, DispatchError)>;

/// What a batch came to: the certificates that changed, and the rows that failed.
type Outcome = (Vec<StandingChange>, Failures);

/// A row of a batch, whatever it is to do.
pub(crate) trait Row<T: Config> {
	/// The certificate in it.
	fn number(&self) -> &CertificateNumber;

	/// The certificate's type.
	fn certificate_type(&self) -> &CertificateType;

	/// Do what it says.
	fn carry_out(
		&self,
		issuer: Territory,
		by: &T::AccountId,
		clock: Clock,
	) -> Result<StandingChange, DispatchError>;
}

impl<T: Config> Row<T> for Authorisation {
	fn number(&self) -> &CertificateNumber {
		&self.number
	}

	fn certificate_type(&self) -> &CertificateType {
		&self.certificate_type
	}

	fn carry_out(
		&self,
		issuer: Territory,
		by: &T::AccountId,
		clock: Clock,
	) -> Result<StandingChange, DispatchError> {
		let number = Pallet::<T>::number(&self.number)?;
		let programme = Pallet::<T>::programme_of(issuer, &self.certificate_type)?;
		let decision = Decision::from(self.clone());
		let decision = Pallet::<T>::with_last_day(issuer, &number, decision, &programme)?;
		Pallet::<T>::decide(issuer, &number, &decision, by.clone(), clock)
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
	/// What a batch weighs at most.
	pub(crate) fn batch_weight(rows: &RowsOf<T>) -> Weight {
		let (weight, count): (fn(u32) -> Weight, _) = match rows {
			BatchRows::Authorise(rows) => (T::WeightInfo::authorise_batch, rows.len()),
			BatchRows::TakeOver(rows) => (T::WeightInfo::take_over, rows.len()),
		};
		let count = count.saturated_into();
		weight(count).saturating_add(Self::push_weight(count))
	}

	/// What the largest batch weighs at most.
	pub(crate) fn largest_batch_weight() -> Weight {
		let rows = T::MaxBatch::get();
		T::WeightInfo::authorise_batch(rows)
			.max(T::WeightInfo::take_over(rows))
			.saturating_add(Self::push_weight(rows))
	}

	fn rows(batch: &RowsOf<T>) -> Vec<&dyn Row<T>> {
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
			.filter_map(|row| Programmes::<T>::get(issuer, &row.certificate_type().programme));
		programmes.fold((false, u16::MAX), |(four_eyes, days), programme| {
			(
				four_eyes || programme.four_eyes,
				days.min(programme.decision_days),
			)
		})
	}

	pub(crate) fn do_propose_batch(
		issuer: Territory,
		maker: Maker<T::AccountId>,
		batch_rows: RowsOf<T>,
		mode: BatchMode,
	) -> DispatchResult {
		let rows = Self::rows(&batch_rows);
		ensure!(!rows.is_empty(), Error::<T>::BatchEmpty);
		let batch: H256 = sp_io::hashing::blake2_256(&(&batch_rows, mode).encode()).into();
		ensure!(
			!Batches::<T>::contains_key(issuer, batch),
			Error::<T>::BatchPending
		);
		let (needs_second, decision_days) = Self::batch_rules(issuer, &rows);
		if !needs_second {
			Self::carry_out(issuer, batch, &rows, mode, &maker.officer);
			return Ok(());
		}
		// The maker hears what the checker would have to hear.
		let (_, failures) = Self::run(issuer, &rows, mode, &maker.officer, false);
		if mode == BatchMode::AllOrNothing && !failures.is_empty() {
			Self::report(issuer, batch, 0, failures);
			return Ok(());
		}
		let expires = Self::expiry(Self::now(), decision_days)?;
		Self::deposit_event(Event::BatchProposed {
			issuer,
			batch,
			rows: rows.len().saturated_into(),
			by: maker.officer.clone(),
			expires,
		});
		let pending = PendingBatch {
			rows: batch_rows,
			mode,
			maker,
			expires,
		};
		Self::open_batch(issuer, batch, pending)
	}

	fn open_batch(
		issuer: Territory,
		batch: H256,
		pending: PendingBatch<T::AccountId, T::MaxBatch>,
	) -> DispatchResult {
		let open = OpenBatches::<T>::get(issuer);
		ensure!(open < T::MaxOpenBatches::get(), Error::<T>::TooManyBatches);
		let open = open.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		Batches::<T>::insert(issuer, batch, pending);
		OpenBatches::<T>::insert(issuer, open);
		Ok(())
	}

	/// Do what a batch says. Gives what it weighs at most.
	pub(crate) fn do_confirm_batch(
		issuer: Territory,
		checker: Maker<T::AccountId>,
		batch: H256,
	) -> Result<Weight, DispatchError> {
		let pending = Batches::<T>::get(issuer, batch).ok_or(Error::<T>::UnknownBatch)?;
		ensure!(
			!pending.is_expired(Self::now()),
			Error::<T>::ProposalExpired
		);
		pending
			.maker
			.ensure_other(&checker.officer, &checker.signer)
			.map_err(Error::<T>::from)?;
		Self::close_batch(issuer, batch)?;
		let rows = Self::rows(&pending.rows);
		Self::carry_out(issuer, batch, &rows, pending.mode, &checker.officer);
		Ok(Self::batch_weight(&pending.rows))
	}

	pub(crate) fn do_refuse_batch(
		issuer: Territory,
		officer: Maker<T::AccountId>,
		batch: H256,
	) -> DispatchResult {
		ensure!(
			Batches::<T>::contains_key(issuer, batch),
			Error::<T>::UnknownBatch
		);
		Self::close_batch(issuer, batch)?;
		Self::deposit_event(Event::BatchRefused {
			issuer,
			batch,
			by: officer.officer,
		});
		Ok(())
	}

	fn close_batch(issuer: Territory, batch: H256) -> DispatchResult {
		Batches::<T>::remove(issuer, batch);
		let open = OpenBatches::<T>::get(issuer)
			.checked_sub(1)
			.ok_or(ArithmeticError::Underflow)?;
		OpenBatches::<T>::insert(issuer, open);
		Ok(())
	}

	fn carry_out(
		issuer: Territory,
		batch: H256,
		rows: &[&dyn Row<T>],
		mode: BatchMode,
		by: &T::AccountId,
	) {
		let (changes, failures) = Self::run(issuer, rows, mode, by, true);
		T::OnStandingChange::on_change(issuer, &changes);
		Self::report(issuer, batch, changes.len(), failures);
	}

	fn report(issuer: Territory, batch: H256, done: usize, failures: Failures) {
		let failed = failures.len().saturated_into();
		for (row, number, error) in failures {
			Self::deposit_event(Event::RowFailed {
				issuer,
				batch,
				row,
				number,
				error,
			});
		}
		Self::deposit_event(Event::BatchDone {
			issuer,
			batch,
			done: done.saturated_into(),
			failed,
		});
	}

	/// Do what the rows say, each by itself. It is kept only if `keep`, and only where `mode` keeps
	/// it in spite of a failure.
	fn run(
		issuer: Territory,
		rows: &[&dyn Row<T>],
		mode: BatchMode,
		by: &T::AccountId,
		keep: bool,
	) -> Outcome {
		let clock = Self::clock(issuer);
		let outcome: Result<Outcome, DispatchError> = with_transaction(|| {
			let mut changes = Vec::new();
			let mut failures = Failures::new();
			for (place, row) in (0..).zip(rows) {
				match with_storage_layer(|| row.carry_out(issuer, by, clock)) {
					Ok(change) => changes.push(change),
					Err(error) => failures.push((place, row.number().clone(), error)),
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
			let all = |(place, row): (u32, &&dyn Row<T>)| (place, row.number().clone(), error);
			(Vec::new(), (0..).zip(rows).map(all).collect())
		})
	}
}
