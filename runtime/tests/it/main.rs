//! The runtime as the node runs it: blocks with signed extrinsics, through `Executive`.

mod chain;
mod council;
mod metadata;
mod presets;
mod quotas;
mod rotation;
mod sessions;
mod upgrade;
