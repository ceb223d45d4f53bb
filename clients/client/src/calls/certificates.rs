//! Decisions about certificates.

use crate::api;
use aeo_primitives::{CertificateNumber, CertificateType, Date, Role, Roles, WrittenTin};
use serde::{Deserialize, Serialize};
use subxt::{
	transactions::Payload,
	utils::{Static, H256},
};

/// What officers decide about a certificate. Days are the issuer's, last days inclusive; documents are
/// blake2-256 of a file.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum Decision {
	/// Correct roles or dates.
	Rectify {
		/// The roles from now on.
		roles: Roles,
		/// The first day.
		valid_from: Date,
		/// The last day; none: what the programme says.
		valid_until: Option<Date>,
		/// The decision.
		document: H256,
	},
	/// Certify a trader, which is registered on the way.
	Authorise {
		/// The trader.
		tin: WrittenTin,
		/// The company's consent to being public.
		publication_consent: H256,
		/// The type.
		certificate_type: CertificateType,
		/// The roles.
		roles: Roles,
		/// The first day.
		valid_from: Date,
		/// The last day; none: what the programme says.
		valid_until: Option<Date>,
		/// The report on the validation of the sites.
		document: H256,
	},
	/// Renew a certificate.
	Renew {
		/// The last day; none: what the programme says.
		valid_until: Option<Date>,
		/// The review's report.
		document: H256,
	},
	/// Don't renew it.
	RefuseRenewal {
		/// The decision.
		document: H256,
	},
	/// Refuse an application that was examined.
	RefuseApplication {
		/// Through this day the trader can't apply again.
		bar_until: Option<Date>,
		/// The decision.
		document: H256,
	},
	/// Take back what the holder gives up.
	Relinquish {
		/// The first day without it.
		from: Date,
		/// The holder's request.
		document: H256,
	},
	/// Overturn what was decided, after an appeal.
	Overturn {
		/// The first day on which it is overturned; none: what was decided never held.
		from: Option<Date>,
		/// The decision on the appeal.
		document: H256,
	},
	/// Take a certificate away.
	Revoke {
		/// The first day without it.
		from: Date,
		/// Through this day the trader can't be certified again.
		bar_until: Option<Date>,
		/// The decision.
		document: H256,
	},
	/// Declare it void from the start.
	Annul {
		/// The decision.
		document: H256,
	},
	/// Take back an application whose holder writes so on paper.
	WithdrawApplication {
		/// The holder's paper.
		document: H256,
	},
	/// Keep it in force past its last day until its renewal is decided.
	KeepInForce {
		/// The holder's request.
		document: H256,
	},
}

/// Whether a review begins, or how it ended.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Review {
	/// It begins.
	Begun,
	/// It is over.
	Ended,
}

/// Proposes a decision, or takes it where one officer is enough.
pub fn propose(number: &CertificateNumber, decision: Decision) -> impl Payload {
	let calls = api::transactions().certificates();
	calls.propose(number.to_string(), decision.into())
}

/// Confirms the decision that waits under a number.
pub fn confirm(number: &CertificateNumber, proposal: u32) -> impl Payload {
	let calls = api::transactions().certificates();
	calls.confirm(number.to_string(), proposal)
}

/// Refuses it, or takes it back.
pub fn refuse(number: &CertificateNumber, proposal: u32) -> impl Payload {
	let calls = api::transactions().certificates();
	calls.refuse(number.to_string(), proposal)
}

/// Confirms a batch.
pub fn confirm_batch(batch: H256, proposal: u32) -> impl Payload {
	let calls = api::transactions().certificates();
	calls.confirm_batch(batch, proposal)
}

/// Refuses a batch, or takes it back.
pub fn refuse_batch(batch: H256, proposal: u32) -> impl Payload {
	let calls = api::transactions().certificates();
	calls.refuse_batch(batch, proposal)
}

/// Begins or ends a review; `document` is the order or the report.
pub fn set_review(number: &CertificateNumber, review: Review, document: H256) -> impl Payload {
	use api::runtime_types::pallet_certificates::written::Review as Written;
	let review = match review {
		Review::Begun => Written::UnderReview,
		Review::Ended => Written::Reviewed,
	};
	let calls = api::transactions().certificates();
	calls.set_review(number.to_string(), review, document)
}

/// Makes the credentials of a certificate void.
pub fn void_credentials(number: &CertificateNumber) -> impl Payload {
	let calls = api::transactions().certificates();
	calls.void_credentials(number.to_string())
}

/// A decision as it is written in a call.
type WrittenDecision = api::runtime_types::pallet_certificates::types::Decision1<
	String,
	api::runtime_types::aeo_primitives::certificate::WrittenType,
	Vec<Static<Role>>,
>;

impl From<Decision> for WrittenDecision {
	fn from(decision: Decision) -> Self {
		match decision {
			Decision::Rectify {
				roles,
				valid_from,
				valid_until,
				document,
			} => Self::Rectify {
				roles: roles.iter().map(Static).collect(),
				valid_from: valid_from.to_string(),
				valid_until: valid_until.map(|day| day.to_string()),
				document,
			},
			Decision::Authorise {
				tin,
				publication_consent,
				certificate_type: CertificateType { programme, code },
				roles,
				valid_from,
				valid_until,
				document,
			} => Self::Authorise {
				tin: tin.to_string(),
				publication_consent,
				certificate_type: api::runtime_types::aeo_primitives::certificate::WrittenType {
					programme: programme.to_string(),
					code: code.to_string(),
				},
				roles: roles.iter().map(Static).collect(),
				valid_from: valid_from.to_string(),
				valid_until: valid_until.map(|day| day.to_string()),
				document,
			},
			Decision::Renew {
				valid_until,
				document,
			} => Self::Renew {
				valid_until: valid_until.map(|day| day.to_string()),
				document,
			},
			Decision::RefuseRenewal { document } => Self::RefuseRenewal { document },
			Decision::RefuseApplication {
				bar_until,
				document,
			} => Self::RefuseApplication {
				bar_until: bar_until.map(|day| day.to_string()),
				document,
			},
			Decision::Relinquish { from, document } => Self::Relinquish {
				from: from.to_string(),
				document,
			},
			Decision::Overturn { from, document } => Self::Overturn {
				from: from.map(|day| day.to_string()),
				document,
			},
			Decision::Revoke {
				from,
				bar_until,
				document,
			} => Self::Revoke {
				from: from.to_string(),
				bar_until: bar_until.map(|day| day.to_string()),
				document,
			},
			Decision::Annul { document } => Self::Annul { document },
			Decision::WithdrawApplication { document } => Self::WithdrawApplication { document },
			Decision::KeepInForce { document } => Self::KeepInForce { document },
		}
	}
}
