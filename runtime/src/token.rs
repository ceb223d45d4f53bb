// The unit of fees, as wallets show it. Read by the runtime and, for the hash of the metadata, by its
// build script: a hardware wallet shows amounts as this hash binds them.

/// The symbol of the unit in which fees beyond an administration's quota are counted. It is no
/// currency: nothing is bought with it.
pub const TOKEN_SYMBOL: &str = "FEE";

/// Decimal places: one is a second of execution, counted in picoseconds.
pub const TOKEN_DECIMALS: u8 = 12;
