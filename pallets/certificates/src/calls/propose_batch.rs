//! Proposing a batch.

use super::batches::Row;
use crate::{
	rules::terms,
	types::{Batch, BatchMode, OpenBatch},
	written::WrittenRows,
	Batches, Config, Error, Event, OpenBatches, Pallet, Programmes, WeightInfo,
};
use aeo_primitives::{FourEyes, Hands, Maker, Territory};
use aeo_support::{clock::BlockTime, proposals::Proposal};
use codec::Encode;
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult},
	weights::Weight,
};
use sp_core::H256;
use sp_runtime::{traits::SaturatedConversion, ArithmeticError};

impl<T: Config> Pallet<T> {
	/// Returns what a batch weighs at most that is proposed: one with more rows than allowed is
	/// refused.
	pub(crate) fn proposed_weight(rows: &WrittenRows) -> Weight {
		match rows {
			WrittenRows::Authorise(rows) => {
				Self::rows_weight(T::WeightInfo::authorise_batch, rows.len())
			}
			WrittenRows::TakeOver(rows) => Self::rows_weight(T::WeightInfo::take_over, rows.len()),
		}
	}

	/// Stores a batch that waits for a second officer, or carries it out where it needs none. Returns what
	/// that weighed at most.
	pub(crate) fn do_propose_batch(
		issuer: Territory,
		maker: Maker<T::AccountId>,
		written: WrittenRows,
		mode: BatchMode,
	) -> Result<Weight, DispatchError> {
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
			return Ok(Self::carry_out(issuer, batch, &content, &hands));
		}
		Self::make_room(issuer, batch)?;
		// The maker hears what the checker would have to hear.
		let outcome = Self::run(issuer, &rows, mode, &hands, false);
		let weight = Self::weight_of_rows(&content.rows, &outcome);
		if outcome.changes.is_empty() {
			Self::report(issuer, batch, 0, outcome.failures, &hands);
			return Ok(weight);
		}
		Self::tell(issuer, batch, outcome.failures);
		let count = rows.len().saturated_into();
		let proposal = Proposal {
			number: Self::next_proposal(issuer)?,
			content,
			version: 0,
			expires: terms::expiry(T::Time::moment(), decision_days)
				.ok_or(ArithmeticError::Overflow)?,
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
		Ok(weight)
	}

	/// Returns whether a batch needs a second officer, since one of its programmes asks for one or a
	/// number in it fails its check, and the shortest time for which one of the programmes lets a
	/// proposal be confirmed, in days.
	fn batch_rules(issuer: Territory, rows: &[Row]) -> (bool, u16) {
		let programmes = rows
			.iter()
			.filter_map(|row| row.certificate_type())
			.filter_map(|named| Programmes::<T>::get(issuer, &named.programme));
		let vouches = rows.iter().any(|row| row.instrument().is_some());
		programmes.fold((vouches, u16::MAX), |(four_eyes, days), programme| {
			(
				four_eyes || programme.four_eyes == FourEyes::Required,
				days.min(programme.decision_days),
			)
		})
	}

	/// Makes room for a further batch where one has lapsed; refuses it where there is none.
	fn make_room(issuer: Territory, batch: H256) -> DispatchResult {
		let now = T::Time::moment();
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
}
