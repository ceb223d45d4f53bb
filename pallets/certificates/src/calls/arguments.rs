//! What is written in a call, read as what it means. Whatever is wrong with it is said here, and
//! not by the decoder; bounds are looked at first.

use super::batches::RowsOf;
use crate::{
	types::{
		Authorisation, BatchRows, Decision, Programme, TakenOver, TakenOverPeriod, TakenOverState,
		Unreadable,
	},
	written::{
		WrittenAuthorisation, WrittenDecision, WrittenOffer, WrittenPeriod, WrittenProgramme,
		WrittenProgrammeType, WrittenRows, WrittenState, WrittenTakenOver,
	},
	Config, Error, Pallet,
};
use aeo_primitives::{
	recognition::Offer, ProgrammeType, Suspension, Written, WrittenType, MAX_DOMESTIC_OFFERS,
};
use alloc::vec::Vec;
use frame_support::{
	ensure,
	pallet_prelude::{ConstU32, DispatchError, Get},
	BoundedVec,
};

aeo_support::readers!(number, day, roles, code, certificate_type);

impl<T: Config> Pallet<T> {
	/// Reads a decision.
	pub(crate) fn decision(written: WrittenDecision) -> Result<Decision, DispatchError> {
		written.try_map(Self::day, Self::certificate_type, Self::roles)
	}

	/// Reads a programme; whether it is well formed is another question.
	pub(crate) fn programme(written: WrittenProgramme) -> Result<Programme, DispatchError> {
		let named = |known: &WrittenProgrammeType| {
			Ok::<_, DispatchError>(ProgrammeType {
				code: Self::code(&known.code)?,
				halves: known.halves,
			})
		};
		Ok(Programme {
			types: bounded(written.types.iter(), Error::<T>::TooManyTypes, named)?,
			four_eyes: written.four_eyes,
			consent: written.consent,
			applications: written.applications,
			until_renewed: written.until_renewed,
			validity_months: written.validity_months,
			review_months: written.review_months,
			decision_days: written.decision_days,
			opinions_required: bounded(
				written.opinions_required.iter(),
				Error::<T>::TooManyOpinions,
				Self::code,
			)?,
			branches: written.branches,
		})
	}

	/// Reads what an administration gives at home.
	pub(crate) fn offers(
		written: Vec<WrittenOffer>,
	) -> Result<BoundedVec<Offer, ConstU32<MAX_DOMESTIC_OFFERS>>, DispatchError> {
		bounded(
			written.into_iter(),
			Error::<T>::TooManyDomesticOffers,
			Self::offer,
		)
	}

	fn offer(written: WrittenOffer) -> Result<Offer, DispatchError> {
		ensure!(!written.types.is_empty(), Error::<T>::TypesMissing);
		let named = |named: &WrittenType| Self::certificate_type(named.clone());
		let types = bounded(written.types.iter(), Error::<T>::TooManyTypes, named)?;
		// Of roles, directions and benefits an offer may name all there are.
		let roles = written.roles.codes();
		let directions = written.directions.codes();
		let rows = written.rows.codes();
		Ok(Offer {
			types,
			roles: roles.map_err(|_| Error::<T>::RolesMissing)?,
			directions: directions.map_err(|_| Error::<T>::DirectionsMissing)?,
			rows: rows.map_err(|_| Error::<T>::BenefitsMissing)?,
		})
	}

	/// Reads the rows of a batch, each by itself: what one of them lacks is its own.
	pub(crate) fn rows(written: WrittenRows) -> Result<RowsOf<T>, DispatchError> {
		Ok(match written {
			WrittenRows::Authorise(rows) => BatchRows::Authorise(each_row::<T, _, _>(
				rows,
				|row| row.number.clone(),
				Self::authorisation,
			)?),
			WrittenRows::TakeOver(rows) => BatchRows::TakeOver(each_row::<T, _, _>(
				rows,
				|row| row.number.clone(),
				Self::taken_over,
			)?),
		})
	}

	fn authorisation(row: WrittenAuthorisation) -> Result<Authorisation, DispatchError> {
		Ok(Authorisation {
			number: Self::number(&row.number)?,
			tin: row.tin,
			publication_consent: row.publication_consent,
			certificate_type: Self::certificate_type(row.certificate_type)?,
			roles: Self::roles(row.roles)?,
			valid_from: Self::day(row.valid_from)?,
			valid_until: row.valid_until.map(Self::day).transpose()?,
			document: row.document,
			instrument: row.instrument,
		})
	}

	fn taken_over(row: WrittenTakenOver) -> Result<TakenOver, DispatchError> {
		Ok(TakenOver {
			number: Self::number(&row.number)?,
			tin: row.tin,
			publication_consent: row.publication_consent,
			certificate_type: Self::certificate_type(row.certificate_type)?,
			roles: Self::roles(row.roles)?,
			valid_from: Self::day(row.valid_from)?,
			valid_until: row.valid_until.map(Self::day).transpose()?,
			periods: bounded(
				row.periods.into_iter(),
				Error::<T>::TooManyEarlierPeriods,
				Self::period,
			)?,
			instrument: row.instrument,
		})
	}

	fn period(period: WrittenPeriod) -> Result<TakenOverPeriod, DispatchError> {
		let state = match period.state {
			WrittenState::Suspended(written) => TakenOverState::Suspended(Suspension {
				scope: written.scope,
				end: written.end.read().map_err(Error::<T>::from)?,
			}),
			WrittenState::Authorised => TakenOverState::Authorised,
		};
		Ok(TakenOverPeriod {
			from: Self::day(period.from)?,
			state,
			ground: period.ground,
			document: period.document,
		})
	}
}

/// Reads each of a list; refuses one that has more than `Bound`.
fn bounded<Given, Read, Bound: Get<u32>>(
	given: impl ExactSizeIterator<Item = Given>,
	too_many: impl Into<DispatchError>,
	read: impl Fn(Given) -> Result<Read, DispatchError>,
) -> Result<BoundedVec<Read, Bound>, DispatchError> {
	if given.len() > BoundedVec::<Read, Bound>::bound() {
		return Err(too_many.into());
	}
	let read: Vec<Read> = given.map(read).collect::<Result<_, _>>()?;
	Ok(BoundedVec::truncate_from(read))
}

/// Reads each row, or notes why it can't be read.
fn each_row<T: Config, Given, Read>(
	rows: Vec<Given>,
	number: impl Fn(&Given) -> Written,
	read: impl Fn(Given) -> Result<Read, DispatchError>,
) -> Result<BoundedVec<Result<Read, Unreadable>, T::MaxBatch>, DispatchError> {
	ensure!(!rows.is_empty(), Error::<T>::RowsMissing);
	bounded(rows.into_iter(), Error::<T>::TooManyRows, |row| {
		let number = number(&row);
		Ok(read(row).map_err(|error| Unreadable { number, error }))
	})
}
