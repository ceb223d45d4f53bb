//! The traders of aeo-chain, their TINs, aliases and accounts.
