//! What a new runtime does to what an earlier one has stored: one step for each version of the
//! storage, in their order.
//!
//! There is none: what a chain stores is of version 1. `pallet_administrations::migrations` says what
//! the next one looks like.

/// The steps. With the first one they get the pallet's `Config` as a parameter.
pub type Migrations = ();
