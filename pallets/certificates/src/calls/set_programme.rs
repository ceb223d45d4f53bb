//! Creating and changing a programme.

use crate::{
	rules::programme::ensure_well_formed, written::WrittenProgramme, Config, Error, Event, Pallet,
	Programmes,
};
use aeo_primitives::{Territory, Written};
use frame_support::pallet_prelude::DispatchResult;

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
		Programmes::<T>::insert(administration, &code, &programme);
		Self::deposit_event(Event::ProgrammeSet {
			administration,
			code,
			programme,
		});
		Ok(())
	}
}
