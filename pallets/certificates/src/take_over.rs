//! Taking over what exists today (T0): batches, with four eyes on the batch's hash.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{
	change::{Applicant, Begun, Clock, Issue},
	lifecycle,
	types::{BatchMode, PendingBatch, TakenOver},
	Batches, CertificateRecord, Certificates, Config, Error, Event, OpenBatches, Pallet,
	Programmes, WeightInfo,
};
use aeo_primitives::{
	CertificateNumber, CertificateState, Date, Decided, Maker, OnStandingChange, StandingChange,
	Territory,
};
use alloc::vec::Vec;
use codec::Encode;
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult, Get},
	storage::{with_storage_layer, with_transaction, TransactionOutcome},
	weights::Weight,
	BoundedVec,
};
use sp_core::H256;
use sp_runtime::{traits::SaturatedConversion, ArithmeticError};

/// The rows of a batch that can't be taken over.
type Failures = Vec<(u32, CertificateNumber, DispatchError)>;

/// What a batch came to: the new certificates, and the rows that failed.
type Outcome = (Vec<StandingChange>, Failures);

impl<T: Config> Pallet<T> {
	/// What taking over so many rows weighs at most.
	pub(crate) fn batch_weight(rows: usize) -> Weight {
		let rows = rows.saturated_into();
		T::WeightInfo::take_over(rows).saturating_add(Self::push_weight(rows))
	}

	/// What taking over the largest batch weighs at most.
	pub(crate) fn largest_batch_weight() -> Weight {
		let rows = T::MaxBatch::get();
		T::WeightInfo::take_over(rows).saturating_add(Self::push_weight(rows))
	}

	pub(crate) fn do_propose_take_over(
		issuer: Territory,
		maker: Maker<T::AccountId>,
		rows: BoundedVec<TakenOver, T::MaxBatch>,
		mode: BatchMode,
	) -> DispatchResult {
		ensure!(!rows.is_empty(), Error::<T>::BatchEmpty);
		let batch: H256 = sp_io::hashing::blake2_256(&(&rows, mode).encode()).into();
		ensure!(
			!Batches::<T>::contains_key(issuer, batch),
			Error::<T>::BatchPending
		);
		let needs_second = rows.iter().any(|row| {
			Programmes::<T>::get(issuer, &row.certificate_type.programme)
				.is_some_and(|programme| programme.four_eyes)
		});
		if !needs_second {
			Self::take_over(issuer, batch, &rows, mode, &maker.officer);
			return Ok(());
		}
		// The maker hears what the checker would have to hear.
		let (_, failures) = Self::run(issuer, &rows, mode, &maker.officer, false);
		if mode == BatchMode::AllOrNothing && !failures.is_empty() {
			Self::report(issuer, batch, 0, failures);
			return Ok(());
		}
		Self::open_batch(issuer, batch, rows, mode, maker)
	}

	fn open_batch(
		issuer: Territory,
		batch: H256,
		rows: BoundedVec<TakenOver, T::MaxBatch>,
		mode: BatchMode,
		maker: Maker<T::AccountId>,
	) -> DispatchResult {
		let open = OpenBatches::<T>::get(issuer);
		ensure!(open < T::MaxOpenBatches::get(), Error::<T>::TooManyBatches);
		let open = open.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		let expires = Self::now()
			.checked_add(T::DecisionTimeOut::get())
			.ok_or(ArithmeticError::Overflow)?;
		Self::deposit_event(Event::TakeOverProposed {
			issuer,
			batch,
			rows: rows.len().saturated_into(),
			by: maker.officer.clone(),
			expires,
		});
		let pending = PendingBatch {
			rows,
			mode,
			maker,
			expires,
		};
		Batches::<T>::insert(issuer, batch, pending);
		OpenBatches::<T>::insert(issuer, open);
		Ok(())
	}

	/// Take over a batch. Gives the number of its rows.
	pub(crate) fn do_confirm_take_over(
		issuer: Territory,
		checker: Maker<T::AccountId>,
		batch: H256,
	) -> Result<usize, DispatchError> {
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
		let rows = pending.rows;
		Self::take_over(issuer, batch, &rows, pending.mode, &checker.officer);
		Ok(rows.len())
	}

	pub(crate) fn do_refuse_take_over(
		issuer: Territory,
		officer: Maker<T::AccountId>,
		batch: H256,
	) -> DispatchResult {
		ensure!(
			Batches::<T>::contains_key(issuer, batch),
			Error::<T>::UnknownBatch
		);
		Self::close_batch(issuer, batch)?;
		Self::deposit_event(Event::TakeOverRefused {
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

	fn take_over(
		issuer: Territory,
		batch: H256,
		rows: &[TakenOver],
		mode: BatchMode,
		by: &T::AccountId,
	) {
		let (changes, failures) = Self::run(issuer, rows, mode, by, true);
		T::OnStandingChange::on_change(issuer, &changes);
		Self::report(issuer, batch, changes.len(), failures);
	}

	fn report(issuer: Territory, batch: H256, taken_over: usize, failures: Failures) {
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
		Self::deposit_event(Event::TakenOver {
			issuer,
			batch,
			taken_over: taken_over.saturated_into(),
			failed,
		});
	}

	/// Take over the rows, each by itself. It is kept only if `keep`, and only where `mode` keeps it
	/// in spite of a failure.
	fn run(
		issuer: Territory,
		rows: &[TakenOver],
		mode: BatchMode,
		by: &T::AccountId,
		keep: bool,
	) -> Outcome {
		let clock = Self::clock(issuer);
		let outcome: Result<Outcome, DispatchError> = with_transaction(|| {
			let mut changes = Vec::new();
			let mut failures = Failures::new();
			for (place, row) in (0..).zip(rows) {
				match with_storage_layer(|| Self::take_over_row(issuer, row, by, clock)) {
					Ok(change) => changes.push(change),
					Err(error) => failures.push((place, row.number.clone(), error)),
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
		// The only error is that of too many nested layers; then nothing was taken over.
		outcome.unwrap_or_else(|error| {
			let all = |(place, row): (u32, &TakenOver)| (place, row.number.clone(), error);
			(Vec::new(), (0..).zip(rows).map(all).collect())
		})
	}

	fn take_over_row(
		issuer: Territory,
		row: &TakenOver,
		by: &T::AccountId,
		clock: Clock,
	) -> Result<StandingChange, DispatchError> {
		let number = Self::number(&row.number)?;
		let validity = Self::validity(row.valid_from, row.valid_until)?;
		let mut periods = Vec::new();
		let mut before: Option<Date> = None;
		for period in &row.periods {
			Self::ensure_document(period.document)?;
			ensure!(
				clock.begun(period.from) && before.is_none_or(|day| day < period.from),
				Error::<T>::PeriodsNotInOrder
			);
			before = Some(period.from);
			periods.push(Begun {
				state: period.state.into(),
				from: period.from.first_moment(clock.utc_offset),
				decided: Decided {
					by: by.clone(),
					ground: period.ground,
					document: period.document,
				},
				voids: None,
			});
		}
		let issue = Issue {
			number: &number,
			applicant: Applicant::TakenOver(&row.tin, row.publication_consent),
			certificate_type: &row.certificate_type,
			roles: row.roles,
			validity: Some(validity),
		};
		let change = Self::issue(issuer, issue, periods, clock)?;
		Self::ensure_scopes(issuer, &number, row)?;
		Ok(change)
	}

	/// Each suspension is of a half that the type has.
	fn ensure_scopes(
		issuer: Territory,
		number: &CertificateNumber,
		row: &TakenOver,
	) -> DispatchResult {
		let record: CertificateRecord =
			Certificates::<T>::get(issuer, number).ok_or(Error::<T>::UnknownCertificate)?;
		for period in &row.periods {
			if let CertificateState::Suspended(suspension) = period.state.into() {
				lifecycle::ensure_applicable(suspension.scope, record.halves)
					.map_err(Error::<T>::from)?;
			}
		}
		Ok(())
	}
}
