//! What a new runtime does to what is stored, before anything else in its first block.

use crate::{Applications, Runtime};

/// The steps of our pallets, in the order of the pallets' indices. Steps of FRAME's pallets come
/// here too, by their names, in the release that brings a new version of such a pallet.
pub type Migrations = (
	pallet_fees::migrations::Migrations,
	pallet_administrations::migrations::Migrations,
	pallet_identities::migrations::Migrations,
	pallet_certificates::migrations::Migrations<Runtime, Applications>,
	pallet_suspensions::migrations::Migrations,
	pallet_agreements::migrations::Migrations<Runtime>,
	pallet_benefits::migrations::Migrations,
	pallet_applications::migrations::Migrations,
	pallet_disclosures::migrations::Migrations,
);
