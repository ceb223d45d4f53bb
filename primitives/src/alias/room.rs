//! How much room a grantor's declarations have for the foreign operator.

use crate::{tin::Scheme, Territory};

/// Most characters that identify a party in a declaration: an..17 (WCO Data Model, element R143).
pub(crate) const PARTY_LENGTH: u32 = 17;

/// Returns the most characters that a grantor's declarations take for the foreign operator, where it
/// is known: 12 in Japan (NACCS, code of the overseas consignor and consignee), 17 in the European
/// Union (TCUIN, a2 + an..15).
pub fn declared_number_length(grantor: Territory) -> Option<u32> {
	match grantor {
		Territory::JP => Some(12),
		grantor if is_union(grantor) => Some(PARTY_LENGTH),
		_ => None,
	}
}

/// Returns whether a text has at most so many characters.
pub(crate) fn has_at_most(text: &str, most: u32) -> bool {
	u32::try_from(text.chars().count()).is_ok_and(|length| length <= most)
}

/// Returns whether a territory is the European Union or one of its members, which are one grantor.
pub fn is_union(territory: Territory) -> bool {
	territory == Territory::EU
		|| (Scheme::default_of(territory) == Scheme::Eori
			&& !matches!(territory, Territory::GB | Territory::XI))
}
