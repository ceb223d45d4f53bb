//! The rule of recognition against an independent reading of its text.

mod clock;
mod combinations;
mod document;
mod naive;
mod paths;
mod properties;
mod scenarios;
mod world;
