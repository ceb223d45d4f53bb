//! Creating and changing a programme.

use crate::{
	rules::programme::ensure_well_formed, written::WrittenProgramme, Config, Error, Event, Pallet,
	Programmes,
};
use aeo_primitives::{
	recognition::{ConsentMode, ConsentNeed},
	LegLookup, ProgrammeCode, Territory, Written,
};
use frame_support::{ensure, pallet_prelude::DispatchResult};

impl<T: Config> Pallet<T> {
	/// Stores a programme of `administration`.
	pub(crate) fn do_set_programme(
		administration: Territory,
		code: &Written,
		programme: WrittenProgramme,
	) -> DispatchResult {
		let code = Self::code(code)?;
		let programme = Self::programme(programme)?;
		ensure_well_formed(&code, &programme).map_err(Error::<T>::from)?;
		Self::ensure_consent_can_be_given(administration, &code, programme.consent)?;
		Programmes::<T>::insert(administration, &code, &programme);
		Self::deposit_event(Event::ProgrammeSet {
			administration,
			code,
			programme,
		});
		Ok(())
	}

	/// Refuses a consent that is to be asked for while a leg needs it: nobody can give it yet.
	fn ensure_consent_can_be_given(
		administration: Territory,
		code: &ProgrammeCode,
		consent: ConsentMode,
	) -> DispatchResult {
		if consent == ConsentMode::Standing {
			return Ok(());
		}
		let legs = T::Legs::summary(administration);
		let is_needed = legs.iter().map(|summary| &summary.leg).any(|leg| {
			leg.consent == ConsentNeed::Needed
				&& leg.offer.types.iter().any(|kind| kind.programme == *code)
		});
		ensure!(!is_needed, Error::<T>::ConsentCantBeGivenYet);
		Ok(())
	}
}
