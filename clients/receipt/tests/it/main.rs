//! Tests of receipts from outside, by what is promised.

mod chain;
#[cfg(feature = "run")]
mod credential;
mod finality;
mod fixture;
mod hand_offs;
mod receipts;
#[cfg(feature = "run")]
mod runtime;
