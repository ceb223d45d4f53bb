//! What is written in a call, read as what it means. Whatever is wrong with it is said here, and
//! not by the decoder; lengths are looked at first.

use crate::{
	types::{
		AgreementLegs, LegTerms, Pair, Parties, RemovedLegs, WrittenDeclareAs, WrittenLeg,
		MAX_AGREEMENT_LEGS,
	},
	Config, Error, Pallet,
};
use aeo_primitives::{
	recognition::MAX_TYPES, CertificateType, Date, DateError, DeclareAs, Territory, Text,
	TextError, Written, WrittenSet, WrittenType,
};
use alloc::vec::Vec;
use frame_support::{ensure, pallet_prelude::DispatchError, traits::ConstU32, BoundedVec};

aeo_support::refusals!(DateError, DocumentMissing, NotACode);

impl<T: Config> Pallet<T> {
	/// Returns the day that is written, where one is.
	pub(crate) fn read_day_given(written: Option<Written>) -> Result<Option<Date>, DispatchError> {
		let read = written.as_ref().map(Written::read).transpose();
		read.map_err(|why: DateError| Error::<T>::from(why).into())
	}

	/// Returns the parties that are written.
	pub(crate) fn read_parties(written: &WrittenSet<Territory>) -> Result<Parties, DispatchError> {
		let parties = written.members();
		parties.map_err(|_| Error::<T>::TooManyParties.into())
	}

	/// Returns the ends of the legs that an amendment removes.
	pub(crate) fn read_removed(written: &WrittenSet<Pair>) -> Result<RemovedLegs, DispatchError> {
		let removed = written.members();
		removed.map_err(|_| Error::<T>::TooManyLegs.into())
	}

	/// Returns the legs that are written.
	pub(crate) fn read_legs(written: Vec<WrittenLeg>) -> Result<AgreementLegs, DispatchError> {
		let written: BoundedVec<_, ConstU32<MAX_AGREEMENT_LEGS>> =
			written.try_into().map_err(|_| Error::<T>::TooManyLegs)?;
		let mut legs = AgreementLegs::new();
		for leg in written {
			let terms = Self::read_leg(&leg)?;
			legs.try_push(terms).map_err(|_| Error::<T>::TooManyLegs)?;
		}
		Ok(legs)
	}

	/// Returns what is agreed for one direction.
	fn read_leg(leg: &WrittenLeg) -> Result<LegTerms, DispatchError> {
		// Of roles, directions, rows and classes of data there are no more than a set can have.
		let roles = leg.roles.codes().map_err(|_| Error::<T>::RolesMissing)?;
		let directions = leg.directions.codes();
		let directions = directions.map_err(|_| Error::<T>::DirectionsMissing)?;
		let rows = leg.rows.codes().map_err(|_| Error::<T>::RowsMissing)?;
		Ok(LegTerms {
			issuer: leg.issuer,
			grantor: leg.grantor,
			types: Self::read_types(&leg.types)?,
			roles,
			directions,
			rows,
			consent: leg.consent,
			data_classes: leg.data_classes.codes().unwrap_or_default(),
			declare_as: Self::read_declare_as(&leg.declare_as)?,
		})
	}

	/// Returns the types of certificate that a leg names, each once.
	fn read_types(
		written: &[WrittenType],
	) -> Result<BoundedVec<CertificateType, ConstU32<MAX_TYPES>>, DispatchError> {
		ensure!(!written.is_empty(), Error::<T>::TypesMissing);
		let mut types = BoundedVec::new();
		for named in written {
			let read = named.read().map_err(Error::<T>::from)?;
			ensure!(!types.contains(&read), Error::<T>::TypeTwice);
			types.try_push(read).map_err(|_| Error::<T>::TooManyTypes)?;
		}
		Ok(types)
	}

	/// Returns how a grantor's declarations name the foreign operator.
	fn read_declare_as(written: &WrittenDeclareAs) -> Result<DeclareAs, DispatchError> {
		Ok(DeclareAs {
			code: Self::read_declared(&written.code)?,
			place: Self::read_declared(&written.place)?,
			number: written.number,
			prefix: Self::read_declared(&written.prefix)?,
			number_place: Self::read_declared(&written.number_place)?,
			manifest_place: Self::read_declared(&written.manifest_place)?,
		})
	}

	/// Returns a text that a declaration writes, or that says where; it may be empty.
	fn read_declared<const N: u32>(written: &Written) -> Result<Text<N>, DispatchError> {
		written.read().map_err(|error| {
			match error {
				TextError::TooLong => Error::<T>::DeclareAsTooLong,
				TextError::NotUtf8 | TextError::ControlCharacter => {
					Error::<T>::DeclareAsNotUnderstood
				}
			}
			.into()
		})
	}
}
