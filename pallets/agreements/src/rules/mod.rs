//! What follows from values alone, without storage.
#![deny(clippy::as_conversions, clippy::expect_used)]

pub(crate) mod agreement;
pub(crate) mod changes;
pub(crate) mod leg;
pub(crate) mod pair;
pub(crate) mod summary;
pub(crate) mod version;

/// Why a rule refuses. The pallet has an error of the same name for each.
pub(crate) enum Refusal {
	/// A party that accedes has no leg.
	AccedingWithoutLeg,
	/// The legs are over.
	LegEnded,
	/// A leg is not between two different parties.
	LegNotBetweenParties,
	/// This end has not suspended the leg.
	LegNotSuspended,
	/// The leg has no day yet.
	LegPending,
	/// The leg has its day already.
	LegPutInForceAlready,
	/// This end has suspended the leg already.
	LegSuspendedAlready,
	/// A leg is named twice.
	LegTwice,
	/// The agreement has no such leg.
	UnknownLeg,
	/// There are no days of notice.
	NoticeDaysMissing,
	/// There are more days of notice than allowed.
	NoticeTooLong,
	/// Who is to accede is a party already.
	PartyAlready,
	/// A party of a leg leaves.
	PartyLeaving,
	/// The issuer has as many legs as allowed.
	TooManyLegsOfIssuer,
	/// There are as many legs from the issuer to the grantor as allowed.
	TooManyLegsOfPair,
	/// There are more parties than allowed.
	TooManyParties,
}
