//! Programmes: the types of an administration's certificates, and how it decides about them.

use crate::{api, Chain, Error};
use aeo_primitives::{
	recognition::ConsentMode, AgencyCode, FourEyes, ProgrammeCode, ProgrammeType, Territory,
};
use api::runtime_types::pallet_certificates::{
	types as stored,
	written::{WrittenProgramme, WrittenProgrammeType},
};
use serde::{Deserialize, Serialize};
use subxt::{
	transactions::Payload,
	utils::{Static, H256},
};

/// A programme.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Programme {
	/// The types of its certificates.
	pub types: Vec<ProgrammeType>,
	/// Whether its decisions need two officers.
	pub four_eyes: FourEyes,
	/// What new certificates say of sharing them.
	pub consent: ConsentMode,
	/// Whether it authorises only who has applied.
	pub applications: Applications,
	/// What becomes, after its last day, of a certificate whose renewal was asked for before.
	pub until_renewed: UntilRenewed,
	/// For how many months a certificate is authorised or renewed.
	pub validity_months: ValidityMonths,
	/// Within how many months a certificate is to be reviewed.
	pub review_months: Option<u16>,
	/// For how many days a proposal about its certificates can be confirmed.
	pub decision_days: u16,
	/// The agencies whose opinion an application needs.
	#[serde(default)]
	pub opinions_required: Vec<AgencyCode>,
	/// Whether its certificates cover the branches of their holders.
	pub branches: Branches,
}

/// Whether a programme authorises only who has applied.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum Applications {
	/// It does.
	Required,
	/// It authorises others too.
	NotRequired,
}

/// What becomes, after its last day, of a certificate whose renewal is not decided yet.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum UntilRenewed {
	/// It has ended.
	Ends,
	/// An officer can keep it in force.
	KeptInForce,
}

/// For how many months a certificate is authorised or renewed.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum ValidityMonths {
	/// No longer.
	AtMost(u16),
	/// As many where the decision gives no last day.
	Usually(u16),
	/// Without an end where the decision gives no last day.
	NoEnd,
}

/// Whether certificates cover the branches of their holders.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum Branches {
	/// They don't.
	Apart,
	/// They do.
	Covered,
}

/// Creates a programme, or changes it.
pub fn set_programme(code: &ProgrammeCode, programme: &Programme) -> impl Payload {
	let written = WrittenProgramme {
		types: programme
			.types
			.iter()
			.map(|one| WrittenProgrammeType {
				code: one.code.to_string(),
				halves: Static(one.halves),
			})
			.collect(),
		four_eyes: Static(programme.four_eyes),
		consent: Static(programme.consent),
		applications: match programme.applications {
			Applications::Required => stored::Applications::Required,
			Applications::NotRequired => stored::Applications::NotRequired,
		},
		until_renewed: match programme.until_renewed {
			UntilRenewed::Ends => stored::UntilRenewed::Ends,
			UntilRenewed::KeptInForce => stored::UntilRenewed::KeptInForce,
		},
		validity_months: match programme.validity_months {
			ValidityMonths::AtMost(months) => stored::ValidityMonths::AtMost(months),
			ValidityMonths::Usually(months) => stored::ValidityMonths::Usually(months),
			ValidityMonths::NoEnd => stored::ValidityMonths::NoEnd,
		},
		review_months: programme.review_months,
		decision_days: programme.decision_days,
		opinions_required: programme
			.opinions_required
			.iter()
			.map(ToString::to_string)
			.collect(),
		branches: match programme.branches {
			Branches::Apart => stored::Branches::Apart,
			Branches::Covered => stored::Branches::Covered,
		},
	};
	let calls = api::transactions().certificates();
	calls.set_programme(code.to_string(), written)
}

impl Chain {
	/// The programmes of an administration at a block, by their codes.
	pub async fn programmes(
		&self,
		issuer: Territory,
		block: H256,
	) -> Result<Vec<(ProgrammeCode, Programme)>, Error> {
		let at = self.at(block).await?;
		let stored = api::storage().certificates().programmes();
		let mut found = at.storage().entry(stored)?.iter((Static(issuer),)).await?;
		let mut all = Vec::new();
		while let Some(entry) = found.next().await {
			let entry = entry?;
			let (_, code) = entry.key()?.decode().map_err(Error::node)?;
			let programme = entry.value().decode()?;
			let code = code.parse::<ProgrammeCode>().map_err(Error::node)?;
			all.push((code, read(programme)?));
		}
		all.sort_by(|(one, _), (other, _)| one.cmp(other));
		Ok(all)
	}
}

fn read(programme: stored::Programme) -> Result<Programme, Error> {
	let types = programme.types.0.into_iter().map(|one| {
		Ok(ProgrammeType {
			code: one.code.parse().map_err(Error::node)?,
			halves: one.halves.0,
		})
	});
	let agencies = programme.opinions_required.0.into_iter();
	Ok(Programme {
		types: types.collect::<Result<_, Error>>()?,
		four_eyes: programme.four_eyes.0,
		consent: programme.consent.0,
		applications: match programme.applications {
			stored::Applications::Required => Applications::Required,
			stored::Applications::NotRequired => Applications::NotRequired,
		},
		until_renewed: match programme.until_renewed {
			stored::UntilRenewed::Ends => UntilRenewed::Ends,
			stored::UntilRenewed::KeptInForce => UntilRenewed::KeptInForce,
		},
		validity_months: match programme.validity_months {
			stored::ValidityMonths::AtMost(months) => ValidityMonths::AtMost(months),
			stored::ValidityMonths::Usually(months) => ValidityMonths::Usually(months),
			stored::ValidityMonths::NoEnd => ValidityMonths::NoEnd,
		},
		review_months: programme.review_months,
		decision_days: programme.decision_days,
		opinions_required: agencies
			.map(|code| code.parse().map_err(Error::node))
			.collect::<Result<_, _>>()?,
		branches: match programme.branches {
			stored::Branches::Apart => Branches::Apart,
			stored::Branches::Covered => Branches::Covered,
		},
	})
}
