//! An administration as the rule of recognition sees it.

use crate::types::{self, AdministrationState, Quarantine};
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
