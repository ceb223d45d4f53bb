//! Moments as credentials write them: `2027-01-01T05:59:59.999Z`, and in no other way.

use aeo_primitives::{Date, Moment, UtcOffset};

const SECOND: Moment = 1_000;
const MINUTE: Moment = 60 * SECOND;
const HOUR: Moment = 60 * MINUTE;

/// Writes a moment; one beyond the calendar as a number, which nobody reads.
pub fn written(moment: Moment) -> String {
	let Ok(day) = Date::at(moment, UtcOffset::UTC) else {
		return moment.to_string();
	};
	let rest = moment.saturating_sub(day.first_moment(UtcOffset::UTC));
	format!(
		"{day}T{:02}:{:02}:{:02}.{:03}Z",
		rest / HOUR,
		rest % HOUR / MINUTE,
		rest % MINUTE / SECOND,
		rest % SECOND
	)
}

/// Reads a moment.
pub fn read(text: &str) -> Option<Moment> {
	let (day, time) = text.split_once('T')?;
	let day: Date = day.parse().ok()?;
	let (clock, milliseconds) = time.strip_suffix('Z')?.split_once('.')?;
	let mut parts = clock.split(':');
	let mut number = |below: Moment| two_digits(parts.next()?).filter(|number| *number < below);
	let of_day = number(24)? * HOUR + number(60)? * MINUTE + number(60)? * SECOND;
	let is_three =
		milliseconds.len() == 3 && milliseconds.bytes().all(|byte| byte.is_ascii_digit());
	let milliseconds: Moment = is_three.then(|| milliseconds.parse().ok())??;
	let moment = day.first_moment(UtcOffset::UTC) + of_day + milliseconds;
	// What is left over, or written in another way, is not what would be written.
	(written(moment) == text).then_some(moment)
}

fn two_digits(text: &str) -> Option<Moment> {
	text.parse().ok().filter(|_| text.len() == 2)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn moments_should_be_written_and_read_in_one_way() {
		for (moment, text) in [
			(1_798_783_199_999, "2027-01-01T05:59:59.999Z"),
			(1_795_521_600_000, "2026-11-24T12:00:00.000Z"),
		] {
			assert_eq!(written(moment), text);
			assert_eq!(read(text), Some(moment));
		}
		for other in [
			"",
			"2027-01-01",
			"2027-01-01T05:59:59Z",
			"2027-01-01T05:59:59.999",
			"2027-01-01T05:59:59.999+00:00",
			"2027-01-01T24:00:00.000Z",
			"2027-01-01T05:60:00.000Z",
			"2027-02-29T05:00:00.000Z",
			"2027-01-01T+5:00:00.000Z",
			"2027-01-01T05:00:00:00.000Z",
			"2027-01-01t05:59:59.999z",
		] {
			assert_eq!(read(other), None, "{other}");
		}
	}
}
