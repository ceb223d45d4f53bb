//! What the pallet stores of a benefit that was given.

use aeo_primitives::{
	recognition::Entitlement, Benefits, CertificateNumber, Direction, Moment, Role, Territory,
	TraderId,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedBTreeMap, BoundedVec};
use scale_info::TypeInfo;
use sp_core::H256;

/// Most benefits of one grant: all that there are.
pub const MAX_BENEFITS: u32 = 12;

/// Most uses on a page of a holder's feed.
pub const PAGE: u32 = 50;

/// The derives of what is stored.
macro_rules! stored {
	($($(#[$attribute:meta])* struct $name:ident { $($body:tt)* })*) => {
		$(
			$(#[$attribute])*
			#[derive(
				Clone,
				Debug,
				Decode,
				DecodeWithMemTracking,
				Encode,
				Eq,
				MaxEncodedLen,
				PartialEq,
				TypeInfo,
			)]
			pub struct $name { $($body)* }
		)*
	};
}

stored! {
	/// Benefits that were given to a declaration.
	struct Grant {
		/// The id of the trader.
		pub trader: TraderId,
		/// The kind of the declaration.
		pub direction: Direction,
		/// Each benefit with the certificate and the agreement that it follows from.
		pub entitlements: BoundedVec<Entitlement, ConstU32<MAX_BENEFITS>>,
		/// The versions of those certificates at that time.
		pub versions: BoundedBTreeMap<CertificateNumber, u32, ConstU32<MAX_BENEFITS>>,
		/// The number of the block.
		pub block: u32,
		/// The time of that block.
		pub at: Moment,
	}

	/// Where a grant is stored.
	struct UseKey {
		/// Who gave it.
		pub grantor: Territory,
		/// The commitment of the declaration's reference.
		pub declaration: H256,
		/// What the trader did in the declaration.
		pub role: Role,
	}
}

impl Grant {
	/// The benefits that were given.
	pub fn benefits(&self) -> Benefits {
		// At most all of them, so that there is room.
		Benefits::new(self.entitlements.iter().map(|given| given.benefit)).unwrap_or_default()
	}
}
