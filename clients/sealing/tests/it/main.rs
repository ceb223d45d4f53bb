//! Tests of the crate from outside, by what is promised.

mod attacks;
mod books;
mod entitled;
mod holders;
mod life;
mod names;
mod order;
mod proofs;
mod records;
mod sample;
mod vectors;
