use aeo_primitives::{Date, DateError, UtcOffset};
use codec::{Decode, Encode, MaxEncodedLen};

use crate::shows_as_str;

const DAY: u64 = 86_400_000;

fn date(text: &str) -> Date {
	text.parse().unwrap()
}

fn hours(hours: i16) -> UtcOffset {
	UtcOffset::try_from(hours * 60).unwrap()
}

#[test]
fn every_day_should_follow_the_one_before() {
	let mut expected = date("1971-01-01").first_moment(UtcOffset::UTC);
	let mut days = 0;
	for year in 1971..=2199 {
		for month in 1..=12 {
			for day in 1..=31 {
				let text = format!("{year:04}-{month:02}-{day:02}");
				let Ok(date) = Date::try_from(text.as_str()) else {
					continue;
				};
				assert_eq!(date.first_moment(UtcOffset::UTC), expected, "{text}");
				assert_eq!(
					date.last_moment(UtcOffset::UTC),
					expected + DAY - 1,
					"{text}"
				);
				assert_eq!(date.to_string(), text);
				assert_eq!(Date::at(expected, UtcOffset::UTC), Ok(date));
				assert_eq!(Date::at(expected + DAY - 1, UtcOffset::UTC), Ok(date));
				expected += DAY;
				days += 1;
			}
		}
	}
	// 229 years, 56 of them leap years: 1972 to 2196 without 2100.
	assert_eq!(days, 229 * 365 + 56);
}

#[test]
fn known_days_should_begin_at_known_moments() {
	for (text, moment) in [
		("1971-01-01", 31_536_000_000),
		("2000-02-29", 951_782_400_000),
		("2026-12-31", 1_798_675_200_000),
		("2199-12-31", 7_258_032_000_000),
	] {
		assert_eq!(date(text).first_moment(UtcOffset::UTC), moment, "{text}");
	}
}

#[test]
fn a_day_should_be_where_its_clocks_are() {
	// Mexico, UTC-6: 06:00Z to 05:59:59.999Z of the next day.
	assert_eq!(
		date("2026-12-31").first_moment(hours(-6)),
		1_798_675_200_000 + DAY / 4
	);
	assert_eq!(date("2026-12-31").last_moment(hours(-6)), 1_798_783_199_999);
	// Kiribati, UTC+14, begins its day on the eve.
	assert_eq!(
		date("2026-12-31").first_moment(hours(14)),
		1_798_675_200_000 - 14 * 3_600_000
	);
	for offset in [-720, -360, 0, 345, 840] {
		let offset = UtcOffset::try_from(offset).unwrap();
		let day = date("2028-02-29");
		assert_eq!(Date::at(day.first_moment(offset), offset), Ok(day));
		assert_eq!(Date::at(day.last_moment(offset), offset), Ok(day));
		assert_eq!(
			Date::at(day.last_moment(offset) + 1, offset),
			Ok(date("2028-03-01"))
		);
		assert_eq!(
			Date::at(day.first_moment(offset) - 1, offset),
			Ok(date("2028-02-28"))
		);
	}
}

#[test]
fn days_outside_the_calendar_should_be_no_dates() {
	for text in [
		"2027-02-29",
		"2100-02-29",
		"2026-04-31",
		"2026-13-01",
		"2026-00-10",
		"2026-01-00",
		"2026-01-32",
		"2026-99-99",
	] {
		assert_eq!(Date::try_from(text), Err(DateError::DateNotReal), "{text}");
	}
	for text in ["2028-02-29", "2000-02-29", "2026-12-31"] {
		assert!(Date::try_from(text).is_ok(), "{text}");
	}
}

#[test]
fn texts_of_another_form_should_not_be_understood() {
	for text in [
		"",
		"2026",
		"2026-1-1",
		"2026/12/31",
		"31-12-2026",
		"20261231",
		"2026-12-31 ",
		" 2026-12-31",
		"2026-12-3a",
		"+026-12-31",
		"２０26-12-31",
		"1970-12-31",
		"2200-01-01",
		"0000-01-01",
		"2026-12-311",
	] {
		assert_eq!(
			Date::try_from(text),
			Err(DateError::DateNotUnderstood),
			"{text}"
		);
	}
}

#[test]
fn moments_outside_the_years_should_have_no_date() {
	let first = date("1971-01-01").first_moment(UtcOffset::UTC);
	let last = date("2199-12-31").last_moment(UtcOffset::UTC);
	for moment in [0, first - 1, last + 1, u64::MAX, i64::MAX as u64] {
		assert!(Date::at(moment, UtcOffset::UTC).is_err(), "{moment}");
		assert!(Date::at(moment, hours(0)).is_err(), "{moment}");
	}
	assert!(Date::at(i64::MAX as u64, hours(14)).is_err());
}

#[test]
fn date_should_look_like_text_everywhere() {
	let day = date("2026-12-31");
	assert_eq!(day.encode(), "2026-12-31".encode());
	assert_eq!(Date::decode(&mut &day.encode()[..]), Ok(day));
	assert_eq!(Date::max_encoded_len(), 11);
	assert!(shows_as_str::<Date>());
	assert_eq!(format!("{day:?}"), "2026-12-31");
	assert_eq!(day.to_text().as_str(), "2026-12-31");
	assert_eq!(serde_json::to_string(&day).unwrap(), "\"2026-12-31\"");
	assert_eq!(serde_json::from_str::<Date>("\"2026-12-31\"").unwrap(), day);
}

#[test]
fn every_way_in_should_check_the_date() {
	let refusal = |text: &str| {
		Date::decode(&mut &text.encode()[..])
			.unwrap_err()
			.to_string()
	};
	assert!(refusal("2027-02-29").contains("no such day"));
	assert!(refusal("tomorrow").contains("not understood"));
	assert!(refusal("2026-12-311").contains("longer"));
	let error = serde_json::from_str::<Date>("\"2027-02-29\"")
		.unwrap_err()
		.to_string();
	assert!(error.contains("no such day"), "{error}");
}

#[test]
fn dates_should_be_ordered_by_the_calendar() {
	assert!(date("2026-12-31") < date("2027-01-01"));
	assert!(date("2026-02-28") < date("2026-03-01"));
}

#[test]
fn day_after_should_be_the_next_of_the_calendar() {
	for (day, next) in [
		("2026-11-24", "2026-11-25"),
		("2027-02-28", "2027-03-01"),
		("2028-02-28", "2028-02-29"),
		("2028-12-31", "2029-01-01"),
		("2100-02-28", "2100-03-01"),
	] {
		assert_eq!(date(day).day_after(), Some(date(next)));
	}
	assert_eq!(date("2199-12-31").day_after(), None);
}

#[test]
fn a_term_of_months_should_end_the_day_before() {
	for (first, months, last) in [
		("2026-11-24", 1, "2026-12-23"),
		("2026-11-24", 12, "2027-11-23"),
		("2026-11-24", 36, "2029-11-23"),
		("2026-01-01", 1, "2026-01-31"),
		("2026-01-01", 12, "2026-12-31"),
		("2026-12-31", 12, "2027-12-30"),
		("2026-12-01", 1, "2026-12-31"),
		("2026-12-02", 1, "2027-01-01"),
		// The first day after a last day of February.
		("2027-03-01", 12, "2028-02-29"),
		("2028-03-01", 12, "2029-02-28"),
	] {
		let found = date(first).last_day_of_term(months);
		assert_eq!(found, Some(date(last)), "{first} and {months} months");
	}
}

#[test]
fn a_month_that_is_too_short_should_end_the_term_with_its_last_day() {
	for (first, months, last) in [
		("2026-01-31", 1, "2026-02-28"),
		("2026-01-30", 1, "2026-02-28"),
		("2026-01-29", 1, "2026-02-28"),
		("2026-01-28", 1, "2026-02-27"),
		("2028-01-31", 1, "2028-02-29"),
		("2028-01-30", 1, "2028-02-29"),
		("2028-01-29", 1, "2028-02-28"),
		("2026-03-31", 1, "2026-04-30"),
		("2026-03-31", 2, "2026-05-30"),
		("2028-02-29", 12, "2029-02-28"),
		("2028-02-29", 48, "2032-02-28"),
		("2028-02-29", 864, "2100-02-28"),
	] {
		let found = date(first).last_day_of_term(months);
		assert_eq!(found, Some(date(last)), "{first} and {months} months");
	}
}

#[test]
fn the_day_after_a_term_should_have_the_number_of_its_first_day_or_begin_a_month() {
	for first in ["2024-02-29", "2026-01-01", "2026-01-31", "2027-08-15"] {
		let first = date(first);
		let day_of_month = |day: Date| day.to_string()[8..].parse::<u32>().unwrap();
		let mut before = first.last_day_of_term(1).unwrap();
		for months in 2..=400 {
			let last = first.last_day_of_term(months).unwrap();
			assert!(before < last);
			let next = last.day_after().unwrap();
			let number = day_of_month(next);
			assert!(
				number == day_of_month(first) || number == 1,
				"{first} {last}"
			);
			before = last;
		}
	}
}

#[test]
fn a_term_beyond_the_calendar_should_have_no_last_day() {
	assert_eq!(
		date("2199-01-01").last_day_of_term(12),
		Some(date("2199-12-31"))
	);
	assert_eq!(date("2199-01-02").last_day_of_term(12), None);
	assert_eq!(date("1971-01-01").last_day_of_term(u16::MAX), None);
	assert_eq!(
		date("2026-11-24").last_day_of_term(0),
		Some(date("2026-11-23"))
	);
	assert_eq!(date("1971-01-01").last_day_of_term(0), None);
}

#[test]
fn days_should_be_counted_on_and_back() {
	for (from, days, to) in [
		("2026-11-24", 0, "2026-11-24"),
		("2026-11-24", 60, "2027-01-23"),
		("2028-02-28", 1, "2028-02-29"),
		("1971-01-01", 83_640, "2199-12-31"),
	] {
		assert_eq!(date(from).checked_add_days(days), Some(date(to)));
		assert_eq!(date(to).checked_sub_days(days), Some(date(from)));
	}
	assert_eq!(date("2199-12-31").checked_add_days(1), None);
	assert_eq!(date("2026-11-24").checked_add_days(u32::MAX), None);
	assert_eq!(date("1971-01-01").checked_sub_days(1), None);
	assert_eq!(date("1971-01-01").checked_sub_days(u32::MAX), None);
}
