//! What a new runtime does to what an earlier one has stored: one step for each version of the
//! storage, in their order.
//!
//! There is none: what a chain stores is of version 1. The next one is a
//! `frame_support::migrations::VersionedMigration<1, 2, …, Pallet<T>, DbWeight>` here, which runs
//! once, when it finds version 1, and says that it is 2 now; `STORAGE_VERSION` becomes 2 with it. It
//! decodes by types that it keeps itself (`mod v1`), for those of the pallet go on, and its
//! `pre_upgrade` and `post_upgrade` check it wherever the runtime is built with `try-runtime`. What
//! a block has no time for is no such step, but a `SteppedMigration` of `pallet-migrations`. A step
//! stays until every chain has taken it.

/// The steps. With the first one they get the pallet's `Config` as a parameter.
pub type Migrations = ();
