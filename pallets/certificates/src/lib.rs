//! The AEO certificates of aeo-chain.
