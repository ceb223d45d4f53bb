//! An administration as the rule of recognition sees it, and who still acts for one that is
//! quarantined.

use crate::types::{self, AdministrationState, InsideKind, Quarantine};
use aeo_primitives::{
	recognition::{Administration, Standing},
	Territory,
};

/// Returns what the rule of recognition has to know of an administration.
pub fn facts<AccountId>(
	territory: Territory,
	record: &types::Administration<AccountId>,
) -> Administration {
	Administration {
		territory,
		utc_offset: record.details.utc_offset,
		standing: match record.state {
			AdministrationState::Admitted => Standing::Admitted,
			AdministrationState::Withdrawn => Standing::Withdrawn,
			AdministrationState::Quarantined(Quarantine::Council) => Standing::QuarantinedByCouncil,
			AdministrationState::Quarantined(Quarantine::Own(_) | Quarantine::Both(_)) => {
				Standing::QuarantinedByItself
			}
		},
		admission: record.admission,
	}
}

/// Returns whether an account has a part in giving a quarantined administration new keys: the own
/// and the offered account, and officers without scope, who sign for a multisig.
pub fn may_rotate_keys(kind: &InsideKind) -> bool {
	match kind {
		InsideKind::Own | InsideKind::Incoming => true,
		InsideKind::Officer(scopes) => scopes.is_empty(),
	}
}
