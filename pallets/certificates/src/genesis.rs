//! The programmes of the first block.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{
	rules::programme::ensure_well_formed,
	types::{GenesisOffers, GenesisProgramme, Programme},
	Config, DomesticOffers, Error, GenesisConfig, Programmes,
};
use frame_support::BoundedVec;

/// Builds the genesis.
///
/// # Panics
///
/// With a sentence, when the configuration is not well formed: there is no chain to start then.
pub(crate) fn build<T: Config>(config: &GenesisConfig<T>) {
	for programme in &config.programmes {
		put_programme::<T>(programme).unwrap_or_else(|why| {
			panic!(
				"programme {:?} of {:?} in the genesis: {why}",
				programme.code, programme.administration
			)
		});
	}
	for GenesisOffers {
		administration,
		offers,
	} in &config.domestic_offers
	{
		let Ok(offers) = BoundedVec::try_from(offers.clone()) else {
			panic!("{administration:?} has too many domestic offers in the genesis");
		};
		DomesticOffers::<T>::insert(administration, offers);
	}
}

/// Stores a programme; says what is wrong with it.
fn put_programme<T: Config>(given: &GenesisProgramme) -> Result<(), &'static str> {
	let programme = Programme {
		types: BoundedVec::try_from(given.types.clone()).map_err(|_| "too many types")?,
		four_eyes: given.four_eyes,
		consent: given.consent,
		applications: given.applications,
		until_renewed: given.until_renewed,
		validity_months: given.validity_months,
		review_months: given.review_months,
		decision_days: given.decision_days,
		opinions_required: BoundedVec::try_from(given.opinions_required.clone())
			.map_err(|_| "too many agencies")?,
		branches: given.branches,
	};
	ensure_well_formed(&given.code, &programme)
		.map_err(|flaw| Into::<&'static str>::into(Error::<T>::from(flaw)))?;
	Programmes::<T>::insert(given.administration, &given.code, programme);
	Ok(())
}
