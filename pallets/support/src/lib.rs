//! # Support
//!
//! What the pallets share, without storage and calls.
//!
//! Quick links: [`proposals::Proposal`], [`clock::Clock`], [`signers::Signers`], [`paging`],
//! [`readers!`], [`refusals!`], [`earlier!`].
#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![cfg_attr(
	not(test),
	deny(
		clippy::arithmetic_side_effects,
		clippy::as_conversions,
		clippy::expect_used,
		clippy::indexing_slicing,
		clippy::let_underscore_must_use,
		clippy::unwrap_used
	)
)]
#![deny(missing_docs)]
#![forbid(unsafe_code)]

#[doc(hidden)]
pub use aeo_primitives;
#[doc(hidden)]
pub use codec;
#[doc(hidden)]
pub use sp_runtime::DispatchError;

pub mod arguments;
pub mod clock;
mod earlier;
pub mod paging;
pub mod proposals;
pub mod refusals;
pub mod signers;
