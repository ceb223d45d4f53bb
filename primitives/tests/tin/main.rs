//! TINs: vectors, each scheme, what check digits miss, and arbitrary input.

mod error_detection;
mod establishments;
mod examples;
mod fuzz;
mod life;
mod mutations;
mod numbers;
mod persons;
mod program;
mod schemes;
mod vectors;
