//! What blocks, extrinsics and values of the database cost, measured by `make weights`: do not edit.
//!
//! 2026-12-01, AMD EPYC, ParityDB with 100000 certificates: means, as FRAME's benchmarks give them.

/// An empty block, in nanoseconds.
pub const BLOCK: u64 = 181_192;

/// An extrinsic that does nothing, with its signature, in nanoseconds.
pub const EXTRINSIC: u64 = 118_151;

/// Of that, what `pallet_fees` weighs as charging, in nanoseconds: it is charged beside, by the extension.
pub const CHARGE: u64 = 49_544;

/// To read a value, in nanoseconds.
pub const READ: u64 = 3_902;

/// To write a value, in nanoseconds.
pub const WRITE: u64 = 13_484;
