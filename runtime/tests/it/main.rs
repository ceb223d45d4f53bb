//! The runtime as the node runs it: blocks with signed extrinsics, through `Executive`.

mod agencies;
mod certificates;
mod chain;
mod clock;
mod council;
mod four_eyes;
mod integrate;
mod metadata;
mod presets;
mod quotas;
mod reads;
mod replay;
mod rotation;
mod scale;
mod scenarios;
mod scenarios_14_26_27;
mod sessions;
mod suspensions;
mod upgrade;
mod uses;
