//! Tests of the rules. What the calls do with real validators, the tests of the runtime show.

mod is_equivocation;
