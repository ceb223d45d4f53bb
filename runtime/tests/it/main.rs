//! The runtime as the node runs it: blocks with signed extrinsics, through `Executive`.

mod agencies;
mod certificates;
mod chain;
mod council;
mod integrate;
mod metadata;
mod presets;
mod quotas;
mod reads;
mod replay;
mod rotation;
mod scale;
mod scenarios;
mod sessions;
mod upgrade;
