//! What blocks, extrinsics and values of the database cost, measured by `make weights`: do not edit.
//!
//! 2026-12-01, AMD EPYC, ParityDB with 100000 certificates, 5000 values at once: means, as FRAME's
//! benchmarks give them.

/// An empty block, in nanoseconds.
pub const BLOCK: u64 = 225_906;

/// An extrinsic that does nothing, with its signature, in nanoseconds.
pub const EXTRINSIC: u64 = 121_317;

/// Of that, what `pallet_fees` weighs as charging a balance, in nanoseconds: it is charged beside, by the extension.
pub const CHARGE: u64 = 60_720;

/// To read a value, in nanoseconds.
pub const READ: u64 = 3_991;

/// To write a value, in nanoseconds.
pub const WRITE: u64 = 20_812;
