//! The runtime as the node runs it: blocks with signed extrinsics, through `Executive`.

mod agencies;
mod any_text;
mod api;
mod arguments;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarks;
mod busy;
mod certificates;
mod chain;
mod clock;
mod council;
mod defaults;
mod documented;
mod ended;
mod equivocations;
mod errors;
mod fast_path;
mod feed;
mod four_eyes;
#[cfg(feature = "try-runtime")]
mod fuzz;
// Its runtime has no helpers for benchmarks.
#[cfg(not(feature = "runtime-benchmarks"))]
mod integrate;
mod layout;
mod metadata;
mod motions;
mod native;
mod numbers;
#[cfg(feature = "try-runtime")]
mod oracles;
mod paid_calls;
mod pauses;
mod presets;
mod quotas;
mod readmission;
mod reads;
mod renumbered;
mod replay;
mod rotation;
mod scale;
mod scenarios;
mod sessions;
mod sharing;
mod storage;
mod succession;
mod suspensions;
mod told;
#[cfg(feature = "try-runtime")]
mod try_runtime;
mod trying;
mod upgrade;
mod uses;
