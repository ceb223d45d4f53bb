//! Answers as version 5 of the questions gives them, which runtime 1008 has: only what has changed
//! since, and what becomes of it. See [`crate::v1`].

use crate::Explanation;
use aeo_primitives::{
	recognition::{
		self, Administration, Certificate, Leg, Offer, Outcome, Path, TraderState,
		MAX_CERTIFICATES, MAX_DOMESTIC_OFFERS, MAX_LEGS,
	},
	tin::Reason,
	Direction, Moment, Role,
};
use alloc::vec::Vec;
use codec::{Decode, Encode};
use sp_core::{bounded::BoundedVec, ConstU32};

earlier! {
	/// What is recognised, without the number of a trader that was asked for by another one.
	Answer => recognition::Answer {
		outcome: Outcome,
		issuer_quarantined: bool,
		priority: bool,
	} + {
		other_number: None,
	}

	/// A trader with what its issuer says of it and what binds issuer and grantor.
	Trader => recognition::Trader {
		state: TraderState,
		issuer: Administration,
		certificates: BoundedVec<Certificate, ConstU32<MAX_CERTIFICATES>>,
		legs: BoundedVec<Leg, ConstU32<MAX_LEGS>>,
		domestic: BoundedVec<Offer, ConstU32<MAX_DOMESTIC_OFFERS>>,
	} + {
		other_number: None,
	}
}

/// The answers to several questions.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq)]
pub struct Answers(pub Vec<Answer>);

impl From<Answers> for Vec<recognition::Answer> {
	fn from(old: Answers) -> Self {
		old.0.into_iter().map(Into::into).collect()
	}
}

/// What an identifier resolves to at the grantor; a trader is in the form of a version, and so in what
/// follows.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq)]
#[allow(clippy::large_enum_variant)] // one value a question, and the large one is the rule
pub enum Resolution<Trader> {
	/// No trader.
	#[codec(index = 0)]
	NoMatch,
	/// Only an alias that the grantor has not confirmed.
	#[codec(index = 1)]
	AliasUnconfirmed,
	/// This trader.
	#[codec(index = 2)]
	Found(Trader),
	/// No trader, and the text is no number of its scheme; said from version 4 on.
	#[codec(index = 3)]
	NotANumber(Reason),
}

impl<Trader: Into<recognition::Trader>> From<Resolution<Trader>> for recognition::Resolution {
	fn from(old: Resolution<Trader>) -> Self {
		match old {
			Resolution::NoMatch => Self::NoMatch,
			Resolution::AliasUnconfirmed => Self::AliasUnconfirmed,
			Resolution::Found(trader) => Self::Found(trader.into()),
			Resolution::NotANumber(reason) => Self::NotANumber(reason),
		}
	}
}

/// One question to a grantor and everything that its answer depends on.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq)]
#[allow(missing_docs, reason = "the fields are those of the present type")]
pub struct Facts<Trader, Grantor = Administration> {
	pub now: Moment,
	pub grantor: Grantor,
	pub role: Role,
	pub direction: Direction,
	pub incident_open: bool,
	pub trader: Resolution<Trader>,
}

impl<Trader, Grantor> From<Facts<Trader, Grantor>> for recognition::Facts
where
	Trader: Into<recognition::Trader>,
	Grantor: Into<Administration>,
{
	fn from(old: Facts<Trader, Grantor>) -> Self {
		Self {
			now: old.now,
			grantor: old.grantor.into(),
			role: old.role,
			direction: old.direction,
			incident_open: old.incident_open,
			trader: old.trader.into(),
		}
	}
}

/// An answer with everything that it depends on.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq)]
#[allow(missing_docs, reason = "the fields are those of the present type")]
pub struct Explained<Facts = self::Facts<Trader>> {
	pub facts: Facts,
	pub answer: Answer,
	pub paths: Vec<Path>,
}

impl<Facts: Into<recognition::Facts>> From<Explained<Facts>> for Explanation {
	fn from(old: Explained<Facts>) -> Self {
		Self {
			facts: old.facts.into(),
			answer: old.answer.into(),
			paths: old.paths,
		}
	}
}
