//! What each pallet is given, by concern.

pub mod administrations;
pub mod consensus;
pub mod customs;
pub mod fees;
pub mod governance;
pub mod paid_calls;
pub mod prices;
pub mod system;
pub mod utility;
