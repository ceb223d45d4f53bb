//! What blocks, extrinsics and values of the database cost, measured by `make weights`: do not edit.
//!
//! 2026-11-30, AMD EPYC, ParityDB with 100000 certificates: means, as FRAME's benchmarks give them.

/// An empty block, in nanoseconds.
pub const BLOCK: u64 = 449_083;

/// An extrinsic that does nothing, with its signature, in nanoseconds.
pub const EXTRINSIC: u64 = 211_415;

/// To read a value, in nanoseconds.
pub const READ: u64 = 7_545;

/// To write a value, in nanoseconds.
pub const WRITE: u64 = 32_614;
