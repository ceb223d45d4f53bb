//! Which aliases there are, and which goes before another.

use crate::types::AliasSource;
use aeo_primitives::{alias, AliasScheme, Territory};

/// Returns the scheme of what is derived for a grantor's declarations.
pub(crate) fn scheme_of_derived(grantor: Territory) -> AliasScheme {
	if alias::is_union(grantor) {
		AliasScheme::Tcuin
	} else {
		AliasScheme::Code
	}
}

/// Returns less for what goes before, none for what leads nowhere: an alias that the grantor made
/// goes before one that it confirmed, and that before a derived one.
pub(crate) fn rank(source: &AliasSource) -> Option<u8> {
	match source {
		AliasSource::Issued => Some(0),
		AliasSource::Confirmed => Some(1),
		AliasSource::Derived { .. } => Some(2),
		AliasSource::SelfDeclared => None,
	}
}
