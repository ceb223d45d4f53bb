//! The time of the block, and the local days of an administration.

use aeo_primitives::{recognition::Administration, Date, DateError, Moment, UtcOffset};
use frame_support::traits::UnixTime;
use sp_runtime::traits::SaturatedConversion;

/// The clock of a chain, in milliseconds.
pub trait BlockTime: UnixTime {
	/// Returns the time of the block.
	fn moment() -> Moment {
		Self::now().as_millis().saturated_into()
	}
}

impl<Time: UnixTime> BlockTime for Time {}

/// A moment, and where the clocks of an administration stand.
#[derive(Clone, Copy, Debug)]
pub struct Clock {
	/// The moment.
	pub now: Moment,
	/// Where the clocks stand.
	pub utc_offset: UtcOffset,
}

impl Clock {
	/// Returns the clock of an administration at the time of the block.
	pub fn of<Time: UnixTime>(administration: &Administration) -> Self {
		Self {
			now: Time::moment(),
			utc_offset: administration.utc_offset,
		}
	}

	/// Returns whether `day` has begun.
	pub fn begun(self, day: Date) -> bool {
		day.first_moment(self.utc_offset) <= self.now
	}

	/// Returns whether `day` is over.
	pub fn over(self, day: Date) -> bool {
		day.last_moment(self.utc_offset) < self.now
	}

	/// Returns the day.
	///
	/// # Errors
	///
	/// The moment is beyond the calendar.
	pub fn today(self) -> Result<Date, DateError> {
		Date::at(self.now, self.utc_offset)
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	/// 24 November 2026, 00:00 in Mexico.
	const MIDNIGHT: Moment = 1_795_500_000_000;

	fn at(now: Moment) -> Clock {
		Clock {
			now,
			utc_offset: UtcOffset::try_from(-360).expect("a legal offset"),
		}
	}

	fn day(text: &str) -> Date {
		text.parse().expect("a day")
	}

	#[test]
	fn a_day_should_begin_and_end_where_the_clocks_stand() {
		let today = day("2026-11-24");
		assert!(!at(MIDNIGHT - 1).begun(today) && at(MIDNIGHT).begun(today));
		let yesterday = day("2026-11-23");
		assert!(!at(MIDNIGHT - 1).over(yesterday) && at(MIDNIGHT).over(yesterday));
	}

	#[test]
	fn today_should_change_at_midnight() {
		assert_eq!(at(MIDNIGHT - 1).today(), Ok(day("2026-11-23")));
		assert_eq!(at(MIDNIGHT).today(), Ok(day("2026-11-24")));
	}

	#[test]
	fn moment_should_be_the_milliseconds_of_the_clock() {
		struct Fixed;
		impl UnixTime for Fixed {
			fn now() -> core::time::Duration {
				core::time::Duration::from_millis(MIDNIGHT)
			}
		}
		assert_eq!(Fixed::moment(), MIDNIGHT);
	}
}
