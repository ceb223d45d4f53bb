//! Saying where files are fetched.

use crate::{rules::source::read, Config, Error, Event, Pallet, Sources};
use aeo_primitives::Territory;
use frame_support::{ensure, pallet_prelude::DispatchResult};

impl<T: Config> Pallet<T> {
	/// Sets where the files of an administration are fetched, or that they are nowhere.
	pub(crate) fn do_set_source(administration: Territory, url: &str) -> DispatchResult {
		let source = read(url).map_err(Error::<T>::from)?;
		let before = Sources::<T>::get(administration);
		ensure!(source != before, Error::<T>::SourceUnchanged);
		Sources::<T>::set(administration, source.clone());
		Self::deposit_event(Event::SourceSet {
			administration,
			source,
		});
		Ok(())
	}
}
