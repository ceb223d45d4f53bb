//! Evaluation and use of benefits.
