//! What is said about applications and certificates before an officer decides: opinions of agencies,
//! wishes of holders (domain specification, section 5).

use core::convert::Infallible;

use crate::{Date, Text, Written};

/// The short name of an agency within its administration: `HEALTH`.
pub type AgencyCode = Text<16>;

/// A [`Wish`] as it is written in a call.
pub type WrittenWish = Wish<Written>;

value_types! {
	/// What an agency thinks of an application.
	#[derive(Copy)]
	enum Opinion {
		/// It should not be authorised.
		#[codec(index = 0)]
		Unfavourable,
		/// Nothing is in its way.
		#[codec(index = 1)]
		Favourable,
		/// The agency has nothing to do with this trader.
		#[codec(index = 2)]
		NotConcerned,
	}

	/// What a holder can take back that it has asked for, see [`Wish`].
	#[derive(Copy)]
	enum WishKind {
		/// A renewal.
		#[codec(index = 0)]
		Renewal,
		/// An appeal.
		#[codec(index = 1)]
		Appeal,
		/// A suspension.
		#[codec(index = 2)]
		Suspension,
		/// To give the certificate back, from whatever day on.
		#[codec(index = 3)]
		Relinquishment,
		/// A reinstatement.
		#[codec(index = 4)]
		Reinstatement,
	}

	/// What a holder can ask for. A renewal is the first: nothing is taken away by it.
	#[derive(Copy)]
	enum Wish<Day = Date> {
		/// To renew a certificate (T9).
		#[codec(index = 0)]
		Renewal,
		/// To overturn a rejection, refusal, suspension, revocation, relinquishment or annulment
		/// (T13).
		#[codec(index = 1)]
		Appeal,
		/// To suspend it (T4).
		#[codec(index = 2)]
		Suspension,
		/// To give it back (T7).
		#[codec(index = 3)]
		Relinquishment {
			/// The first day without it.
			from: Day,
		},
		/// To reinstate what is suspended, since the holder meets the criteria again (T5).
		#[codec(index = 4)]
		Reinstatement,
	}
}

impl<Day> Wish<Day> {
	/// Returns the same with its day put in another form.
	///
	/// # Errors
	///
	/// Those of `day`.
	pub fn try_map<Other, Error>(
		self,
		day: impl Fn(Day) -> Result<Other, Error>,
	) -> Result<Wish<Other>, Error> {
		Ok(match self {
			Self::Renewal => Wish::Renewal,
			Self::Appeal => Wish::Appeal,
			Self::Suspension => Wish::Suspension,
			Self::Relinquishment { from } => Wish::Relinquishment { from: day(from)? },
			Self::Reinstatement => Wish::Reinstatement,
		})
	}
}

impl From<Wish> for WrittenWish {
	fn from(wish: Wish<Date>) -> Self {
		match wish.try_map(|day| Ok::<_, Infallible>(day.into())) {
			Ok(written) => written,
			Err(never) => match never {},
		}
	}
}
