//! The mutual recognition agreements of aeo-chain.
