//! What is to be done so that the chain says what a registry says.

use crate::list::rows::{status_of, taken_over};
use aeo_client::{
	calls::{Decision, TakenOver},
	Certificate,
};
use aeo_lists::{Row, Status};
use aeo_primitives::{CertificateNumber, Date, Roles, SuspensionEnd, SuspensionScope, Territory};
use primitive_types::H256;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What is to be done about a certificate.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "do")]
pub enum Act {
	/// Take it over.
	Add {
		/// The certificate.
		certificate: TakenOver,
	},
	/// Renew it.
	Renew {
		/// Its last day from now on.
		valid_until: Date,
		/// The decision.
		document: H256,
	},
	/// Correct it.
	Rectify {
		/// The roles from now on.
		roles: Roles,
		/// The first day.
		valid_from: Date,
		/// The last day; none where it has no end before either.
		valid_until: Option<Date>,
		/// The decision.
		document: H256,
	},
	/// Suspend it.
	Suspend {
		/// What of it.
		scope: SuspensionScope,
		/// What becomes of it by the clock.
		end: SuspensionEnd,
		/// The decision.
		document: H256,
	},
	/// Reinstate it.
	Reinstate {
		/// What of it.
		scope: SuspensionScope,
		/// The decision.
		document: H256,
	},
	/// Take it away.
	Revoke {
		/// The first day without it by the registry.
		from: Date,
		/// The decision.
		document: H256,
	},
	/// Take it back, as its holder gives it up.
	Relinquish {
		/// The first day without it by the registry.
		from: Date,
		/// The holder's request.
		document: H256,
	},
	/// Declare it void from the start.
	Annul {
		/// The decision.
		document: H256,
	},
}

impl Act {
	/// The decision that two officers take on a day, from which on at the earliest something ends; none for what is
	/// done otherwise.
	pub fn decision(&self, today: Date) -> Option<Decision> {
		Some(match *self {
			Self::Add { .. } | Self::Suspend { .. } | Self::Reinstate { .. } => return None,
			Self::Renew {
				valid_until,
				document,
			} => Decision::Renew {
				valid_until: Some(valid_until),
				document,
			},
			Self::Rectify {
				roles,
				valid_from,
				valid_until,
				document,
			} => Decision::Rectify {
				roles,
				valid_from,
				valid_until,
				document,
			},
			Self::Revoke { from, document } => Decision::Revoke {
				from: from.max(today),
				bar_until: None,
				document,
			},
			Self::Relinquish { from, document } => Decision::Relinquish {
				from: from.max(today),
				document,
			},
			Self::Annul { document } => Decision::Annul { document },
		})
	}

	/// How it is called in a plan and in texts.
	pub const fn name(&self) -> &'static str {
		match self {
			Self::Add { .. } => "add",
			Self::Renew { .. } => "renew",
			Self::Rectify { .. } => "rectify",
			Self::Suspend { .. } => "suspend",
			Self::Reinstate { .. } => "reinstate",
			Self::Revoke { .. } => "revoke",
			Self::Relinquish { .. } => "relinquish",
			Self::Annul { .. } => "annul",
		}
	}

	/// In which order steps are taken: what protects first.
	const fn order(&self) -> u8 {
		match self {
			Self::Suspend { .. } => 0,
			Self::Revoke { .. } | Self::Relinquish { .. } | Self::Annul { .. } => 1,
			Self::Rectify { .. } | Self::Reinstate { .. } | Self::Renew { .. } => 2,
			Self::Add { .. } => 3,
		}
	}
}

/// A step of a plan.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Step {
	/// The certificate.
	pub number: CertificateNumber,
	/// The version that it has; 0 where the chain doesn't know it.
	pub version: u32,
	/// Whether it takes something away.
	pub ends: bool,
	/// What is done.
	#[serde(flatten)]
	pub act: Act,
}

/// Why a person has to decide about a certificate.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
	/// It is another trader's on the chain: a merger, or a mistake.
	OtherTrader,
	/// It is of another type on the chain.
	OtherType,
	/// It has ended on the chain, and lives in the registry.
	EndedOnChain,
	/// It is an application on the chain.
	Application,
	/// It has no last day in the registry, and has one on the chain, or would be given one by a correction.
	NoLastDay,
	/// A suspension ends earlier in the registry than on the chain.
	SuspensionShorter,
}

/// A certificate about which a person has to decide.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Doubt {
	/// The certificate.
	pub number: CertificateNumber,
	/// Why.
	pub why: Why,
}

/// What is to be done, made of a registry and of the chain at a final block.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Plan {
	/// The hash of the chain's first block.
	pub genesis: H256,
	/// The number of the final block.
	pub block: u32,
	/// The administration.
	pub issuer: Territory,
	/// Where the registry was.
	pub source: String,
	/// blake2-256 of what it said: the document of each step that has none of its own.
	pub document: H256,
	/// What is to be done, what protects first.
	pub steps: Vec<Step>,
	/// What a person has to decide about.
	pub doubts: Vec<Doubt>,
	/// Certificates that live on the chain and that the registry lacks. Nothing is done about them.
	pub absent: Vec<CertificateNumber>,
}

/// What was worked out.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Difference {
	/// What is to be done, what protects first.
	pub steps: Vec<Step>,
	/// What a person has to decide about.
	pub doubts: Vec<Doubt>,
	/// What the registry lacks.
	pub absent: Vec<CertificateNumber>,
	/// How many certificates live on the chain.
	pub live: usize,
}

impl Difference {
	/// How many certificates lose something.
	pub fn ends(&self) -> usize {
		self.steps.iter().filter(|step| step.ends).count()
	}
}

/// Works out what is to be done so that the chain's certificates are as the registry says. `today` is the issuer's
/// day, `document` the hash of the registry. A certificate has one step at a time: what is left comes with the
/// next plan.
pub fn difference(
	rows: &[Row],
	certificates: &[Certificate],
	today: Date,
	document: H256,
) -> Difference {
	let mut known: BTreeMap<&CertificateNumber, &Certificate> = certificates
		.iter()
		.map(|certificate| (&certificate.number, certificate))
		.collect();
	let is_live = |certificate: &&Certificate| {
		status_of(certificate.state).is_some_and(Status::is_live) && !is_over(certificate, today)
	};
	let mut found = Difference {
		live: certificates.iter().filter(is_live).count(),
		..Difference::default()
	};
	for row in rows {
		let certificate = known.remove(&row.number);
		let outcome = match certificate {
			None => Ok(taken_over(row, document).map(|certificate| Act::Add { certificate })),
			Some(certificate) => act(row, certificate, today, document),
		};
		match outcome {
			Ok(None) => {}
			Ok(Some(act)) => found.steps.push(Step {
				number: row.number.clone(),
				version: certificate.map_or(0, |certificate| certificate.version),
				ends: certificate.is_some_and(|certificate| takes_away(&act, certificate, today)),
				act,
			}),
			Err(why) => found.doubts.push(Doubt {
				number: row.number.clone(),
				why,
			}),
		}
	}
	found.steps.sort_by_key(|step| step.act.order());
	let absent = known.into_values().filter(is_live);
	found.absent = absent
		.map(|certificate| certificate.number.clone())
		.collect();
	found
}

/// Whether the days of a certificate are over.
fn is_over(certificate: &Certificate, today: Date) -> bool {
	certificate.validity.is_some_and(|validity| {
		!validity.renewal_pending && validity.until.is_some_and(|until| until < today)
	})
}

/// Whether an act takes something away from the holder.
fn takes_away(act: &Act, certificate: &Certificate, today: Date) -> bool {
	match act {
		Act::Suspend { .. } | Act::Revoke { .. } | Act::Relinquish { .. } | Act::Annul { .. } => {
			true
		}
		Act::Rectify {
			roles,
			valid_from,
			valid_until,
			..
		} => {
			let loses_role = certificate.roles.iter().any(|role| !roles.contains(role));
			let until = certificate.validity.and_then(|validity| validity.until);
			let is_shorter = match (valid_until, until) {
				(Some(new), Some(old)) => *new < old,
				(Some(_), None) => true,
				(None, _) => false,
			};
			let begins_later = *valid_from > today
				&& certificate
					.validity
					.is_some_and(|validity| *valid_from > validity.from);
			loses_role || is_shorter || begins_later
		}
		Act::Add { .. } | Act::Renew { .. } | Act::Reinstate { .. } => false,
	}
}

/// What is to be done about a certificate that both know.
fn act(
	row: &Row,
	certificate: &Certificate,
	today: Date,
	document: H256,
) -> Result<Option<Act>, Why> {
	let document = row.document.unwrap_or(document);
	let wanted = wanted(row, today);
	let Some(present) = status_of(certificate.state) else {
		return if wanted.is_live() {
			Err(Why::Application)
		} else {
			Ok(None)
		};
	};
	if certificate.tin != row.tin.to_string() {
		return Err(Why::OtherTrader);
	}
	if certificate.certificate_type != row.certificate_type {
		return Err(Why::OtherType);
	}
	match (wanted.is_live(), present.is_live()) {
		(false, false) => Ok(None),
		(false, true) if is_over(certificate, today) => Ok(None),
		(false, true) => Ok(end(row, today, document)),
		(true, false) => Err(Why::EndedOnChain),
		(true, true) => match standing(wanted, certificate, today, document)? {
			Some(act) => Ok(Some(act)),
			None => days(row, certificate, today, document),
		},
	}
}

/// What the registry wants today: an end that it announces, which the chain takes with its day; of anything else
/// that it announces nothing yet.
fn wanted(row: &Row, today: Date) -> Status {
	let last = row.life.status();
	if !last.is_live() {
		return last;
	}
	let begun = row.life.periods().iter().rev();
	let mut begun = begun.skip_while(|period| period.from > today);
	begun
		.next()
		.map_or(Status::Authorised, |period| period.status)
}

/// How a certificate ends.
fn end(row: &Row, today: Date, document: H256) -> Option<Act> {
	let last = row.life.periods().last();
	let from = last.map_or(today, |period| period.from);
	match row.life.status() {
		Status::Revoked => Some(Act::Revoke { from, document }),
		Status::Relinquished => Some(Act::Relinquish { from, document }),
		Status::Annulled => Some(Act::Annul { document }),
		Status::Authorised | Status::Suspended { .. } => None,
	}
}

/// What is to be suspended or reinstated.
fn standing(
	wanted: Status,
	certificate: &Certificate,
	today: Date,
	document: H256,
) -> Result<Option<Act>, Why> {
	use SuspensionScope::{Customs, Full, Security};
	let present = certificate.suspended;
	let Status::Suspended { scope, until } = wanted else {
		return Ok(present.map(|scope| Act::Reinstate { scope, document }));
	};
	// What was to be decided by a day that is over is still to be decided.
	let end = until
		.filter(|day| *day >= today)
		.map_or(SuspensionEnd::Open, SuspensionEnd::DecisionAfter);
	let suspend = Act::Suspend {
		scope,
		end,
		document,
	};
	Ok(match (present, scope) {
		(None, _) | (Some(Customs | Security), Full) => Some(suspend),
		(Some(Customs), Security) | (Some(Security), Customs) => Some(suspend),
		(Some(Full), Customs) => Some(Act::Reinstate {
			scope: Security,
			document,
		}),
		(Some(Full), Security) => Some(Act::Reinstate {
			scope: Customs,
			document,
		}),
		(Some(Full), Full) | (Some(Customs), Customs) | (Some(Security), Security) => {
			let present = match status_of(certificate.state) {
				Some(Status::Suspended { until, .. }) => until.filter(|day| *day >= today),
				_ => None,
			};
			match (until.filter(|day| *day >= today), present) {
				(wanted, present) if wanted == present => None,
				(Some(wanted), Some(present)) if wanted > present => Some(suspend),
				(None, Some(_)) => Some(suspend),
				_ => return Err(Why::SuspensionShorter),
			}
		}
	})
}

/// What is to be renewed or rectified.
fn days(
	row: &Row,
	certificate: &Certificate,
	today: Date,
	document: H256,
) -> Result<Option<Act>, Why> {
	let Some(validity) = certificate.validity else {
		return Err(Why::Application);
	};
	let rectify = Act::Rectify {
		roles: row.roles,
		valid_from: row.valid_from,
		valid_until: row.valid_until,
		document,
	};
	let is_same_otherwise = certificate.roles == row.roles && validity.from == row.valid_from;
	match (row.valid_until, validity.until) {
		(None, Some(_)) => Err(Why::NoLastDay),
		(wanted, present) if wanted == present && is_same_otherwise => Ok(None),
		(Some(wanted), Some(present))
			if wanted > present
				&& wanted >= today
				&& (is_same_otherwise || is_over(certificate, today))
				&& certificate.suspended.is_none() =>
		{
			Ok(Some(Act::Renew {
				valid_until: wanted,
				document,
			}))
		}
		// It is over here and there: nothing can be done about it, and nothing has to.
		_ if is_over(certificate, today) => Ok(None),
		// The chain would give it the last day that is usual.
		(None, None) => Err(Why::NoLastDay),
		_ => Ok(Some(rectify)),
	}
}
