//! The pure part of the table of states: what each quarantine makes of a state.
//!
//! Every function gives the state afterwards, or `None` where the table has no such transition.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::types::{AdministrationState, KeyVersions, Quarantine};
use AdministrationState::{Admitted, Quarantined};

/// The administration quarantines itself while it holds keys of these `versions`.
pub fn quarantined_by_itself(
	state: AdministrationState,
	versions: KeyVersions,
) -> Option<AdministrationState> {
	match state {
		Admitted => Some(Quarantined(Quarantine::Own(versions))),
		Quarantined(Quarantine::Council) => Some(Quarantined(Quarantine::Both(versions))),
		_ => None,
	}
}

/// The council quarantines it.
pub fn quarantined_by_council(state: AdministrationState) -> Option<AdministrationState> {
	match state {
		Admitted => Some(Quarantined(Quarantine::Council)),
		Quarantined(Quarantine::Own(versions)) => Some(Quarantined(Quarantine::Both(versions))),
		_ => None,
	}
}

/// Its own quarantine ends.
pub fn released_by_itself(state: AdministrationState) -> Option<AdministrationState> {
	match state {
		Quarantined(Quarantine::Own(_)) => Some(Admitted),
		Quarantined(Quarantine::Both(_)) => Some(Quarantined(Quarantine::Council)),
		_ => None,
	}
}

/// The council's quarantine ends.
pub fn released_by_council(state: AdministrationState) -> Option<AdministrationState> {
	match state {
		Quarantined(Quarantine::Council) => Some(Admitted),
		Quarantined(Quarantine::Both(versions)) => Some(Quarantined(Quarantine::Own(versions))),
		_ => None,
	}
}

/// Whether both keys were rotated since the own quarantine began with keys of the versions
/// `then`.
pub fn has_new_keys(then: KeyVersions, now: KeyVersions) -> bool {
	now.account > then.account && now.encryption_key > then.encryption_key
}
