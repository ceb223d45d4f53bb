//! Which trader a TIN names, and whose it is.

use crate::types::Trader;
use aeo_primitives::{NormalisedTin, Territory, TraderId};
use codec::Encode;

/// What goes before a TIN when it is hashed, so that the id is no other hash of the same text.
const OPEN_TRADER: &[u8] = b"aeo-chain/trader/open";

/// Returns the id of the trader with a TIN in normal form.
pub(crate) fn trader_id(tin: &NormalisedTin) -> TraderId {
	sp_io::hashing::blake2_256(&(OPEN_TRADER, tin.as_str().as_bytes()).encode()).into()
}

/// Returns whether it is this administration, in this admission, that a trader is of.
pub(crate) fn is_vouched_for(record: &Trader, administration: Territory, admission: u32) -> bool {
	(record.administration, record.admission) == (administration, admission)
}
