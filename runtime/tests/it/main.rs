//! The runtime as the node runs it: blocks with signed extrinsics, through `Executive`.

mod certificates;
mod chain;
mod council;
mod integrate;
mod metadata;
mod presets;
mod quotas;
mod reads;
mod rotation;
mod scenarios;
mod sessions;
mod upgrade;
