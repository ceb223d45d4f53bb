//! What a new runtime does to what an earlier one has stored: one step for each version of the
//! storage, in their order.
//!
//! There is none: what a chain stores is of version 1. The next one is a
//! `frame_support::migrations::VersionedMigration<1, 2, …, Pallet<T>, DbWeight>` here, as in the other
//! pallets, and `STORAGE_VERSION` becomes 2 with it.

/// The steps. With the first one they get the pallet's `Config` as a parameter.
pub type Migrations = ();
