//! The pure part of the table of states: what each quarantine makes of a state.
//!
//! A transition is the state afterwards, or `None` where the table has no such one.

use crate::types::{AdministrationState, KeyVersions, Quarantine};
use AdministrationState::{Admitted, Quarantined};

/// Returns the state of an administration that quarantines itself while it holds keys of these
/// `versions`.
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

/// Returns the state of an administration that the council quarantines.
pub fn quarantined_by_council(state: AdministrationState) -> Option<AdministrationState> {
	match state {
		Admitted => Some(Quarantined(Quarantine::Council)),
		Quarantined(Quarantine::Own(versions)) => Some(Quarantined(Quarantine::Both(versions))),
		_ => None,
	}
}

/// Returns the state of an administration whose own quarantine ends.
pub fn released_by_itself(state: AdministrationState) -> Option<AdministrationState> {
	match state {
		Quarantined(Quarantine::Own(_)) => Some(Admitted),
		Quarantined(Quarantine::Both(_)) => Some(Quarantined(Quarantine::Council)),
		_ => None,
	}
}

/// Returns the state of an administration whose quarantine by the council ends.
pub fn released_by_council(state: AdministrationState) -> Option<AdministrationState> {
	match state {
		Quarantined(Quarantine::Council) => Some(Admitted),
		Quarantined(Quarantine::Both(versions)) => Some(Quarantined(Quarantine::Own(versions))),
		_ => None,
	}
}

/// Returns whether both keys were rotated since the own quarantine began with keys of the versions
/// `then`.
pub fn has_new_keys(then: KeyVersions, now: KeyVersions) -> bool {
	now.account > then.account && now.encryption_key > then.encryption_key
}

impl Quarantine {
	/// Returns the versions of the keys at the beginning of the administration's own quarantine.
	pub fn own(&self) -> Option<KeyVersions> {
		match self {
			Self::Own(versions) | Self::Both(versions) => Some(*versions),
			Self::Council => None,
		}
	}

	/// Returns whether the council has a part in it.
	pub fn by_council(&self) -> bool {
		matches!(self, Self::Council | Self::Both(_))
	}
}
