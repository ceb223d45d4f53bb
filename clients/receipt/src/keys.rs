//! Under which keys the chain stores what a receipt shows.

use aeo_primitives::{CertificateNumber, Territory, TraderId};
use alloc::{vec, vec::Vec};
use codec::Encode;
use sp_crypto_hashing::{blake2_128, twox_128, twox_64};

/// Where a value of the state stands.
pub type Key = Vec<u8>;

/// Where the runtime stands.
pub const CODE: &[u8] = b":code";

/// The key of a value of a pallet.
fn value(pallet: &str, name: &str) -> Key {
	[twox_128(pallet.as_bytes()), twox_128(name.as_bytes())].concat()
}

/// The key under which a pallet says of which form its values are.
pub fn form(pallet: &str) -> Key {
	value(pallet, ":__STORAGE_VERSION__:")
}

/// The hash of the chain's first block, which stays in the state for ever.
pub fn first_block() -> Key {
	let number = 0_u32.encode();
	[
		value("System", "BlockHash"),
		twox_64(&number).to_vec(),
		number,
	]
	.concat()
}

/// The version of the runtime that made the block.
pub fn specification() -> Key {
	value("System", "LastRuntimeUpgrade")
}

/// The time of the block.
pub fn now() -> Key {
	value("Timestamp", "Now")
}

/// The validators that decide what is final.
#[cfg(feature = "run")]
pub fn validators() -> Key {
	value("Grandpa", "Authorities")
}

/// A certificate.
pub fn certificate(issuer: Territory, number: &CertificateNumber) -> Key {
	let (issuer, number) = (issuer.encode(), number.encode());
	[
		value("Certificates", "Certificates"),
		twox_64(&issuer).to_vec(),
		issuer,
		blake2_128(&number).to_vec(),
		number,
	]
	.concat()
}

/// The numbers of an issuer's certificates, by their ordinals.
#[cfg(feature = "run")]
pub fn numbers(issuer: Territory) -> Key {
	let issuer = issuer.encode();
	[
		value("Certificates", "Numbers"),
		twox_64(&issuer).to_vec(),
		issuer,
	]
	.concat()
}

/// The number of one of them.
#[cfg(feature = "run")]
pub fn number(issuer: Territory, ordinal: u32) -> Key {
	let ordinal = ordinal.encode();
	[numbers(issuer), twox_64(&ordinal).to_vec(), ordinal].concat()
}

/// A trader.
pub fn trader(id: &TraderId) -> Key {
	[value("Identities", "Traders"), id.as_bytes().to_vec()].concat()
}

/// What every receipt proves besides what its question reads: of which chain, runtime, form and moment the
/// state is. Of the runtime its hash alone.
pub fn evidence() -> Vec<Key> {
	vec![
		CODE.to_vec(),
		first_block(),
		specification(),
		now(),
		form("Certificates"),
		form("Identities"),
	]
}
