//! Of which block, or of which moment, something is asked.

use aeo_primitives::{Date, Moment, UtcOffset};
use primitive_types::H256;
use std::{fmt, str::FromStr};

/// Milliseconds of an hour, a minute and a second.
const HOUR: Moment = 3_600_000;
const MINUTE: Moment = 60_000;
const SECOND: Moment = 1_000;

/// A block, or a moment.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum At {
	/// The block of this number.
	Number(u32),
	/// The block of this hash.
	Hash(H256),
	/// The last block at, or before, this moment.
	Moment(Moment),
}

/// The text is neither.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct NotAMoment;

impl fmt::Display for NotAMoment {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(
			"write the number of a block, a day such as 2026-12-31 (its end, UTC), or a time such as \
			 2026-12-31T10:03 (UTC) or 2026-12-31T10:03-06:00",
		)
	}
}

impl std::error::Error for NotAMoment {}

impl FromStr for At {
	type Err = NotAMoment;

	fn from_str(text: &str) -> Result<Self, NotAMoment> {
		if let Ok(number) = text.parse() {
			return Ok(Self::Number(number));
		}
		if let Some(hash) = aeo_sealing::hex::array(text) {
			return Ok(Self::Hash(H256(hash)));
		}
		let (day, time) = match text.split_once(['T', ' ']) {
			Some((day, time)) => (day, Some(time)),
			None => (text, None),
		};
		let day: Date = day.parse().map_err(|_| NotAMoment)?;
		let Some(time) = time else {
			return Ok(Self::Moment(day.last_moment(UTC)));
		};
		let (time, offset) = split_offset(time)?;
		let moment = day.first_moment(offset).checked_add(of_day(time)?);
		moment.map(Self::Moment).ok_or(NotAMoment)
	}
}

/// A month, by the clock of Greenwich.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Month {
	first: Date,
	next: Date,
}

impl Month {
	/// The last moment before it.
	pub fn before(self) -> Moment {
		self.first.first_moment(UTC).saturating_sub(1)
	}

	/// Its last moment.
	pub fn last(self) -> Moment {
		self.next.first_moment(UTC).saturating_sub(1)
	}
}

impl FromStr for Month {
	type Err = NotAMonth;

	fn from_str(text: &str) -> Result<Self, NotAMonth> {
		let (year, month) = text.split_once('-').ok_or(NotAMonth)?;
		let year: u32 = year.parse().map_err(|_| NotAMonth)?;
		let month: u32 = month.parse().map_err(|_| NotAMonth)?;
		let day = |year: u32, month: u32| format!("{year:04}-{month:02}-01").parse();
		let next = match month {
			12 => (year.saturating_add(1), 1),
			month => (year, month.saturating_add(1)),
		};
		Ok(Self {
			first: day(year, month).map_err(|_| NotAMonth)?,
			next: day(next.0, next.1).map_err(|_| NotAMonth)?,
		})
	}
}

/// The text is no month.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct NotAMonth;

impl fmt::Display for NotAMonth {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str("write year and month, such as 2026-10")
	}
}

impl std::error::Error for NotAMonth {}

/// Greenwich.
const UTC: UtcOffset = UtcOffset::UTC;

/// Returns a time of day and its offset.
fn split_offset(time: &str) -> Result<(&str, UtcOffset), NotAMoment> {
	if let Some(time) = time.strip_suffix('Z') {
		return Ok((time, UTC));
	}
	match time.rfind(['+', '-']) {
		Some(place) => {
			let (time, offset) = time.split_at(place);
			Ok((time, offset.parse().map_err(|_| NotAMoment)?))
		}
		None => Ok((time, UTC)),
	}
}

/// Returns the milliseconds since midnight of `10:03` or `10:03:27`.
fn of_day(time: &str) -> Result<Moment, NotAMoment> {
	let parts: Vec<_> = time.split(':').collect();
	let (hours, minutes, seconds) = match parts.as_slice() {
		[hours, minutes] => (*hours, *minutes, "00"),
		[hours, minutes, seconds] => (*hours, *minutes, *seconds),
		_ => return Err(NotAMoment),
	};
	let number = |text: &str, below: Moment| match text.as_bytes() {
		[b'0'..=b'9', b'0'..=b'9'] => {
			let number: Option<Moment> = text.parse().ok();
			number.filter(|number| *number < below).ok_or(NotAMoment)
		}
		_ => Err(NotAMoment),
	};
	Ok(number(hours, 24)? * HOUR + number(minutes, 60)? * MINUTE + number(seconds, 60)? * SECOND)
}

/// Writes a moment as `2026-12-31T10:03:27Z`.
pub fn written(moment: Moment) -> String {
	let Ok(day) = Date::at(moment, UTC) else {
		return moment.to_string();
	};
	let of_day = moment.saturating_sub(day.first_moment(UTC));
	format!(
		"{day}T{:02}:{:02}:{:02}Z",
		of_day / HOUR,
		of_day % HOUR / MINUTE,
		of_day % MINUTE / SECOND
	)
}

/// Writes the day of a moment, UTC.
pub fn day(moment: Moment) -> String {
	Date::at(moment, UTC).map_or_else(|_| moment.to_string(), |day| day.to_string())
}

#[cfg(test)]
mod tests {
	use super::*;

	fn moment(text: &str) -> Option<Moment> {
		match text.parse() {
			Ok(At::Moment(moment)) => Some(moment),
			_ => None,
		}
	}

	#[test]
	fn blocks_and_moments_should_be_read() {
		assert_eq!("81234".parse(), Ok(At::Number(81_234)));
		let hash = format!("0x{}", "7".repeat(64));
		assert_eq!(hash.parse(), Ok(At::Hash(H256([0x77; 32]))));
		assert_eq!(moment("1971-01-01"), Some(366 * 24 * HOUR - 1));
		let ten = moment("2026-12-31T10:03").expect("a time");
		assert_eq!(written(ten), "2026-12-31T10:03:00Z");
		assert_eq!(day(ten), "2026-12-31");
		for same in [
			"2026-12-31T10:03Z",
			"2026-12-31 10:03:00",
			"2026-12-31T04:03-06:00",
			"2026-12-31T15:33+05:30",
		] {
			assert_eq!(moment(same), Some(ten), "{same}");
		}
	}

	#[test]
	fn what_is_no_moment_should_be_refused() {
		for other in [
			"",
			"-1",
			"yesterday",
			"4294967296",
			"31/12/2026",
			"2026-02-29",
			"2026-12-31T",
			"2026-12-31T24:00",
			"2026-12-31T10:60",
			"2026-12-31T10:3",
			"2026-12-31T10:03:00:00",
			"2026-12-31T10:03-6",
			"2026-12-31T+5:03",
			"0x77",
		] {
			assert_eq!(other.parse::<At>(), Err(NotAMoment), "{other}");
		}
	}
}
