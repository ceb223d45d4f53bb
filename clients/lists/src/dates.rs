//! Days, as lists write them.

use aeo_primitives::{Date, DateError};

use unicode_normalization::char::is_combining_mark;

use crate::{
	fold::{fold, phrase},
	grid::Cell,
	words::is_no_end,
};

/// In which order a date of three numbers is written.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Order {
	/// Day, month, year.
	DayFirst,
	/// Month, day, year.
	MonthFirst,
}

/// What a cell says, before it is known in which order dates are written.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Written {
	/// This day.
	Day(Date),
	/// Two numbers of which one is the day, and a year.
	Either {
		/// The first number.
		first: u32,
		/// The second.
		second: u32,
		/// The year.
		year: u32,
	},
	/// No end: a word, or the year 9999.
	NoEnd,
	/// Not a day.
	Wrong(Fault),
}

/// Why a cell is no day.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Fault {
	/// It can be two days.
	TwoDays,
	/// Its year has two digits.
	TwoDigits,
	/// The calendar has no such day.
	NotReal,
	/// It is no date.
	NotUnderstood,
}

/// The least and the greatest number by which spreadsheets keep a day of the years 1971 to 2199.
const SERIALS: (f64, f64) = (25_934.0, 109_575.0);

/// 1 January 1970 as spreadsheets number days.
const EPOCH: u32 = 25_569;

/// Returns what a cell says; none where there is nothing.
pub(crate) fn read(cell: &Cell) -> Option<Written> {
	Some(match cell {
		Cell::Empty => return None,
		Cell::Day(year, month, day) => day_of((*year).into(), (*month).into(), (*day).into()),
		Cell::Number(number) => number_of(*number),
		Cell::Fault(_) => Written::Wrong(Fault::NotUnderstood),
		Cell::Text(text) => of_text(text),
	})
}

/// Returns the day of a number: `20261231`, or how many days a spreadsheet counts.
fn number_of(number: f64) -> Written {
	if (SERIALS.0..SERIALS.1).contains(&number) {
		return serial(number);
	}
	let text = Cell::Number(number).shown();
	match compact(&text) {
		Some(written) => written,
		None => Written::Wrong(Fault::NotUnderstood),
	}
}

/// Returns the day that a spreadsheet counts so, its time left out.
fn serial(number: f64) -> Written {
	let days: Option<u32> = format!("{:.0}", number.floor()).parse().ok();
	let day = days
		.and_then(|days| days.checked_sub(EPOCH))
		.and_then(|days| first_day()?.checked_add_days(days.checked_sub(365)?));
	day.map_or(Written::Wrong(Fault::NotUnderstood), Written::Day)
}

/// Returns 1 January 1971, the first day of a [`Date`].
fn first_day() -> Option<Date> {
	"1971-01-01".parse().ok()
}

/// Returns the day of eight digits, `20261231`.
fn compact(text: &str) -> Option<Written> {
	if text.len() != 8 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
		return None;
	}
	let part = |from: usize, to: usize| text.get(from..to)?.parse::<u32>().ok();
	let (year, month, day) = (part(0, 4)?, part(4, 6)?, part(6, 8)?);
	// 31122026 is no date of this form, and which other it is would be a guess.
	if !(1900..=9999).contains(&year) {
		return Some(Written::Wrong(Fault::NotUnderstood));
	}
	Some(day_of(year, month, day))
}

/// Returns a day of the calendar, or why it is none.
fn day_of(year: u32, month: u32, day: u32) -> Written {
	if year == 9999 {
		return Written::NoEnd;
	}
	match format!("{year:04}-{month:02}-{day:02}").parse() {
		Ok(day) => Written::Day(day),
		Err(DateError::DateNotReal) => Written::Wrong(Fault::NotReal),
		Err(DateError::DateNotUnderstood) => {
			Written::Wrong(if (1..=9999).contains(&year) && month < 100 {
				// A day of the calendar, but not of the years that the chain has.
				Fault::NotUnderstood
			} else {
				Fault::NotReal
			})
		}
	}
}

fn of_text(text: &str) -> Written {
	if is_no_end(text) {
		return Written::NoEnd;
	}
	let text = text.trim();
	if let Some(written) = compact(text) {
		return written;
	}
	// Spreadsheets' count of days, where a date column lost its format: five digits, with a time or not.
	if let Some(number) = counted(text) {
		return serial(number);
	}
	let parts = parts(text);
	of_parts(&parts)
}

/// Returns the number of days that a text counts: `46022`, `46022.5`, `46022,5`.
fn counted(text: &str) -> Option<f64> {
	let (whole, rest) = text.split_once(['.', ',']).unwrap_or((text, "0"));
	let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
	if whole.len() != 5 || !digits(whole) || !digits(rest) {
		return None;
	}
	let number: f64 = whole.parse().ok()?;
	(SERIALS.0..SERIALS.1).contains(&number).then_some(number)
}

/// A part of a date.
#[derive(Clone, Debug, Eq, PartialEq)]
enum Part {
	/// Digits, and how many.
	Number(u32, usize),
	/// A month by its name.
	Month(u32),
	/// An era: the year before its first, and its first day.
	Era(u32, &'static str),
	/// Anything else.
	Word,
}

/// Returns the parts of a date, without its time and the words about it.
fn parts(text: &str) -> Vec<Part> {
	// The first year of an era has a name.
	let text = without_time(text).replace("元年", "1年");
	let mut folded = String::new();
	for character in fold(&text).chars() {
		// Digits and letters are apart: 15ene2026, 2026年1月15日.
		let is_break = folded
			.chars()
			.next_back()
			.is_some_and(|before| before.is_ascii_digit() != character.is_ascii_digit());
		if is_break && !folded.ends_with(' ') {
			folded.push(' ');
		}
		folded.push(character);
	}
	folded
		.split(' ')
		.filter(|word| !word.is_empty() && !is_filler(word))
		.map(|word| match word.parse() {
			Ok(number) => Part::Number(number, word.len()),
			Err(_) => era_of(word)
				.or_else(|| month_of(word).map(Part::Month))
				.unwrap_or(Part::Word),
		})
		.collect()
}

/// Returns a text without a time of day behind a date: `T00:00:00`, `0:00`, `12:00:00 a. m.`.
fn without_time(text: &str) -> &str {
	let Some(colon) = text.find(':') else {
		return text;
	};
	let before = text.get(..colon).unwrap_or_default();
	let digits = before.trim_end_matches(|c: char| c.is_ascii_digit());
	match digits.strip_suffix(['T', 't']) {
		Some(date) => date,
		// Only digits of an hour stand between the space and the colon.
		None if digits.ends_with([' ', '\u{a0}', ',', '\u{202f}']) => digits,
		None => text,
	}
}

/// Words about a date that are no part of it.
fn is_filler(word: &str) -> bool {
	const WEEKDAYS: &[&str] = &[
		"lunes",
		"martes",
		"miercoles",
		"jueves",
		"viernes",
		"sabado",
		"domingo",
		"monday",
		"tuesday",
		"wednesday",
		"thursday",
		"friday",
		"saturday",
		"sunday",
		"mon",
		"tue",
		"wed",
		"thu",
		"fri",
		"sat",
		"sun",
		"segunda",
		"terca",
		"quarta",
		"quinta",
		"sexta",
		"feira",
		"lundi",
		"mardi",
		"mercredi",
		"jeudi",
		"vendredi",
		"samedi",
		"dimanche",
		"lun",
		"mie",
		"jue",
		"vie",
		"sab",
		"dom",
	];
	const SMALL: &[&str] = &[
		"de", "del", "d", "of", "the", "do", "le", "al", "o", "a", "st", "nd", "rd", "th", "er",
		"ro", "ero", "년", "월", "일", "年", "月", "日", "dia", "ano",
	];
	WEEKDAYS.contains(&word) || SMALL.contains(&word)
}

/// Returns a text with the names of `months`, which are folded and in their order, in English.
pub(crate) fn with_known_months(text: &str, months: &[String]) -> String {
	const ENGLISH: [&str; 12] = [
		"January",
		"February",
		"March",
		"April",
		"May",
		"June",
		"July",
		"August",
		"September",
		"October",
		"November",
		"December",
	];
	let known = |word: &str| {
		let word = phrase(word);
		let place = months.iter().position(|name| *name == word);
		place.and_then(|place| ENGLISH.get(place)).copied()
	};
	let mut written = String::with_capacity(text.len());
	let mut word = String::new();
	// A break at the end, so that the last word is looked at too.
	for character in text.chars().chain([' ']) {
		if character.is_alphabetic() || is_combining_mark(character) {
			word.push(character);
			continue;
		}
		if !word.is_empty() {
			written.push_str(known(&word).unwrap_or(&word));
			word.clear();
		}
		written.push(character);
	}
	written.pop();
	written
}

/// Returns the era of a name or of the letter before its year: of Japan since 1926, of the Republic of China.
fn era_of(word: &str) -> Option<Part> {
	Some(match word {
		"令和" | "r" => Part::Era(2018, "2019-05-01"),
		"平成" | "h" => Part::Era(1988, "1989-01-08"),
		"昭和" | "s" => Part::Era(1925, "1926-12-25"),
		"民國" | "民国" | "中華民國" => Part::Era(1911, "1912-01-01"),
		_ => return None,
	})
}

/// Returns the day of an era's year; those before its first day are none.
fn of_era((before, first): (u32, &str), year: u32, month: u32, day: u32) -> Written {
	let year = before.saturating_add(year);
	if *format!("{year:04}-{month:02}-{day:02}") < *first {
		return Written::Wrong(Fault::NotReal);
	}
	day_of(year, month, day)
}

/// Returns the month of a name, in full or shortened, in Spanish, Portuguese, English, French, German, Italian,
/// Indonesian or Turkish.
fn month_of(word: &str) -> Option<u32> {
	const MONTHS: [&[&str]; 12] = [
		&[
			"enero", "ene", "janeiro", "jan", "january", "janvier", "janv", "januar", "januari",
			"gennaio", "gen", "ocak",
		],
		&[
			"febrero",
			"feb",
			"fevereiro",
			"fev",
			"february",
			"fevrier",
			"fevr",
			"febr",
			"februar",
			"februari",
			"febbraio",
			"subat",
		],
		&[
			"marzo", "mar", "marco", "march", "mars", "mzo", "marz", "maerz", "maret", "mart",
		],
		&[
			"abril", "abr", "april", "apr", "avril", "avr", "aprile", "nisan",
		],
		&[
			"mayo", "may", "maio", "mai", "maggio", "mag", "mei", "mayis",
		],
		&[
			"junio", "jun", "junho", "june", "juin", "juni", "giugno", "giu", "haziran",
		],
		&[
			"julio", "jul", "julho", "july", "juillet", "juil", "juli", "luglio", "lug", "temmuz",
		],
		&[
			"agosto", "ago", "august", "aug", "aout", "agto", "agustus", "agu", "agustos",
		],
		&[
			"septiembre",
			"setiembre",
			"sep",
			"sept",
			"set",
			"setembro",
			"september",
			"septembre",
			"settembre",
			"eylul",
		],
		&[
			"octubre", "oct", "outubro", "out", "october", "octobre", "oktober", "okt", "ottobre",
			"ott", "ekim",
		],
		&[
			"noviembre",
			"nov",
			"novembro",
			"november",
			"novembre",
			"kasim",
		],
		&[
			"diciembre",
			"dic",
			"dezembro",
			"dez",
			"december",
			"dec",
			"decembre",
			"dezember",
			"dicembre",
			"desember",
			"des",
			"aralik",
		],
	];
	let place = MONTHS.iter().position(|names| names.contains(&word))?;
	u32::try_from(place + 1).ok()
}

fn of_parts(parts: &[Part]) -> Written {
	use Part::{Era, Month, Number};
	match *parts {
		// 令和8年4月1日, R8.4.1, 民國115年4月1日.
		[Era(before, first), Number(year, 1..=3), Number(month, 1 | 2), Number(day, 1 | 2)] => {
			of_era((before, first), year, month, day)
		}
		// 2026-12-31, 2026/1/5, 2026. 1. 5.
		[Number(year, 4), Number(month, 1 | 2), Number(day, 1 | 2)] => day_of(year, month, day),
		[Number(first, 1 | 2), Number(second, 1 | 2), Number(year, 4)] => {
			either(first, second, year)
		}
		[Number(day, 1 | 2), Month(month), Number(year, 4)]
		| [Month(month), Number(day, 1 | 2), Number(year, 4)]
		| [Number(year, 4), Month(month), Number(day, 1 | 2)] => day_of(year, month, day),
		[Number(_, 1 | 2), Number(_, 1 | 2) | Month(_), Number(_, 2)]
		| [Month(_), Number(_, 1 | 2), Number(_, 2)] => Written::Wrong(Fault::TwoDigits),
		_ => Written::Wrong(Fault::NotUnderstood),
	}
}

/// Returns the day of two numbers and a year, where only one of them can be the month.
fn either(first: u32, second: u32, year: u32) -> Written {
	if first == second {
		return day_of(year, second, first);
	}
	if first > 12 && second > 12 {
		return Written::Wrong(Fault::NotReal);
	}
	Written::Either {
		first,
		second,
		year,
	}
}

impl Written {
	/// Returns which order it proves: a number above 12 is the day.
	pub(crate) const fn proves(self) -> Option<Order> {
		match self {
			Self::Either { first, .. } if first > 12 => Some(Order::DayFirst),
			Self::Either { second, .. } if second > 12 => Some(Order::MonthFirst),
			_ => None,
		}
	}

	/// Returns the day in that order, none for no end.
	///
	/// # Errors
	///
	/// It is no day, or can be two where no order is known.
	pub(crate) fn in_order(self, order: Option<Order>) -> Result<Option<Date>, Fault> {
		let (first, second, year) = match self {
			Self::Day(day) => return Ok(Some(day)),
			Self::NoEnd => return Ok(None),
			Self::Wrong(fault) => return Err(fault),
			Self::Either {
				first,
				second,
				year,
			} => (first, second, year),
		};
		// What only one order can mean is that, where no order is known.
		let order = order.or(self.proves()).ok_or(Fault::TwoDays)?;
		let read = match order {
			Order::DayFirst => day_of(year, second, first),
			Order::MonthFirst => day_of(year, first, second),
		};
		match read {
			Self::Day(day) => Ok(Some(day)),
			Self::NoEnd => Ok(None),
			Self::Wrong(fault) => Err(fault),
			Self::Either { .. } => Err(Fault::NotUnderstood),
		}
	}
}

/// Returns the order that a column's dates prove; none where they prove none, or both.
pub(crate) fn proven(column: impl Iterator<Item = Written>) -> Option<Order> {
	let mut found = None;
	for order in column.filter_map(Written::proves) {
		match found {
			None => found = Some(order),
			Some(before) if before != order => return None,
			Some(_) => {}
		}
	}
	found
}

/// Returns the two halves of a cell that holds a first and a last day: `01/02/2024 - 31/01/2027`,
/// `del 1 de febrero de 2024 al 31 de enero de 2027`.
pub(crate) fn halves(text: &str) -> Option<(String, String)> {
	let normal = text.replace(['–', '—', '~'], " - ");
	let small = normal.to_lowercase();
	for between in [
		" - ",
		" al ",
		" a ",
		" to ",
		" hasta ",
		" hasta el ",
		" até ",
		" ate ",
		" au ",
		" bis ",
		"/",
		" / ",
	] {
		for (place, _) in small.match_indices(between) {
			let (Some(first), Some(last)) =
				(normal.get(..place), normal.get(place + between.len()..))
			else {
				continue;
			};
			let first = without_introduction(first);
			let last = without_introduction(last);
			let is_day = |text: &str| {
				matches!(
					of_text(text),
					Written::Day(_) | Written::Either { .. } | Written::Wrong(Fault::NotReal)
				)
			};
			let is_end = is_day(last) || matches!(of_text(last), Written::NoEnd);
			if is_day(first) && is_end {
				return Some((first.into(), last.into()));
			}
		}
	}
	None
}

/// Returns a day without the word in front of it: `del`, `from`, `desde el`.
fn without_introduction(text: &str) -> &str {
	let mut text = text.trim();
	for word in [
		"desde el ",
		"desde ",
		"del ",
		"de ",
		"from ",
		"since ",
		"du ",
		"von ",
		"el ",
		"hasta ",
	] {
		if let Some(rest) = text
			.get(..word.len())
			.filter(|start| start.eq_ignore_ascii_case(word))
			.and(text.get(word.len()..))
		{
			text = rest.trim();
		}
	}
	text
}

#[cfg(test)]
mod tests {
	use super::*;

	fn day(text: &str) -> Date {
		text.parse().expect("a day")
	}

	fn text(text: &str) -> Written {
		read(&Cell::of(text)).expect("something")
	}

	#[test]
	fn days_should_be_read_however_they_are_written() {
		for written in [
			"2026-01-15",
			"2026-01-15T00:00:00",
			"2026-01-15 00:00:00",
			"2026/01/15",
			"2026.1.15",
			"2026. 1. 15.",
			"20260115",
			"46037",
			"46037.5",
			"15-ene-2026",
			"15 de enero de 2026",
			"15º de enero de 2026",
			"15ª enero 2026",
			"15/Jan/2026",
			"January 15, 2026",
			"15th of January 2026",
			"15 janv. 2026",
			"15 de janeiro de 2026",
			"jueves, 15 de enero de 2026",
			"2026年1月15日",
			"2026년 1월 15일",
			"15ENE2026",
			"2026-Jan-15",
			"2026-01-15T10:20:30Z",
		] {
			assert_eq!(text(written), Written::Day(day("2026-01-15")), "{written}");
		}
		assert_eq!(text("1º de março de 2026"), Written::Day(day("2026-03-01")));
		assert_eq!(text("1er août 2026"), Written::Day(day("2026-08-01")));
		assert_eq!(text("30-set-2026"), Written::Day(day("2026-09-30")));
		assert_eq!(text("12-dez-2026"), Written::Day(day("2026-12-12")));
		assert_eq!(
			read(&Cell::Number(46_037.75)),
			Some(Written::Day(day("2026-01-15")))
		);
		assert_eq!(
			read(&Cell::Number(20_260_115.0)),
			Some(Written::Day(day("2026-01-15")))
		);
		assert_eq!(
			read(&Cell::Day(2026, 1, 15)),
			Some(Written::Day(day("2026-01-15")))
		);
	}

	#[test]
	fn years_of_eras_should_be_counted_from_their_first() {
		for (written, expected) in [
			("令和8年4月1日", "2026-04-01"),
			("令和元年５月１日", "2019-05-01"),
			("㋿8年4月1日", "2026-04-01"),
			("R8.4.1", "2026-04-01"),
			("R08/04/01", "2026-04-01"),
			("平成31年4月30日", "2019-04-30"),
			("H31.4.30", "2019-04-30"),
			("昭和64年1月7日", "1989-01-07"),
			("S60.12.31", "1985-12-31"),
			("民國115年4月1日", "2026-04-01"),
			("中華民國115年4月1日", "2026-04-01"),
		] {
			assert_eq!(text(written), Written::Day(day(expected)), "{written}");
		}
		for (written, fault) in [
			("令和元年4月30日", Fault::NotReal),
			("R1.4.30", Fault::NotReal),
			("令和8年13月1日", Fault::NotReal),
			("令和8年4月", Fault::NotUnderstood),
			("T10.4.1", Fault::NotUnderstood),
			// Of which calendar a year of three digits is, it does not say.
			("115/04/01", Fault::NotUnderstood),
			("115年4月1日", Fault::NotUnderstood),
			// The year of Buddha, 2569, is none of the chain's.
			("2569-04-01", Fault::NotUnderstood),
		] {
			assert_eq!(text(written), Written::Wrong(fault), "{written}");
		}
	}

	#[test]
	fn the_first_and_the_last_day_that_spreadsheets_count_should_be_those_of_the_chain() {
		assert_eq!(
			read(&Cell::Number(25_934.0)),
			Some(Written::Day(day("1971-01-01")))
		);
		assert_eq!(
			read(&Cell::Number(109_574.0)),
			Some(Written::Day(day("2199-12-31")))
		);
		assert_eq!(
			read(&Cell::Number(25_933.0)),
			Some(Written::Wrong(Fault::NotUnderstood))
		);
	}

	#[test]
	fn dates_of_three_numbers_should_need_an_order() {
		for written in [
			"03/04/2026",
			"3-4-2026",
			"03.04.2026",
			"03/04/2026 00:00",
			"03/04/2026 12:00:00 a. m.",
		] {
			let read = text(written);
			assert_eq!(read.in_order(None), Err(Fault::TwoDays), "{written}");
			assert_eq!(
				read.in_order(Some(Order::DayFirst)),
				Ok(Some(day("2026-04-03")))
			);
			assert_eq!(
				read.in_order(Some(Order::MonthFirst)),
				Ok(Some(day("2026-03-04")))
			);
		}
		assert_eq!(text("05/05/2026"), Written::Day(day("2026-05-05")));
		assert_eq!(
			text("13/04/2026").in_order(None),
			Ok(Some(day("2026-04-13")))
		);
		assert_eq!(
			text("13/04/2026").in_order(Some(Order::MonthFirst)),
			Err(Fault::NotReal)
		);
		let column = ["03/04/2026", "13/04/2026"].map(text);
		assert_eq!(proven(column.into_iter()), Some(Order::DayFirst));
		let column = ["04/13/2026", "13/04/2026"].map(text);
		assert_eq!(
			proven(column.into_iter()),
			None,
			"they contradict one another"
		);
	}

	#[test]
	fn what_is_no_day_should_be_told() {
		for (written, fault) in [
			("31/12/26", Fault::TwoDigits),
			("15-ene-26", Fault::TwoDigits),
			("2027-02-29", Fault::NotReal),
			("31/31/2026", Fault::NotReal),
			("soon", Fault::NotUnderstood),
			("31122026", Fault::NotUnderstood),
			("2026", Fault::NotUnderstood),
			("1/2/3/2026", Fault::NotUnderstood),
			("1850-01-01", Fault::NotUnderstood),
			("3 años", Fault::NotUnderstood),
		] {
			assert_eq!(text(written), Written::Wrong(fault), "{written}");
		}
		assert_eq!(text("indefinido"), Written::NoEnd);
		assert_eq!(text("31/12/9999").in_order(None), Ok(None));
		assert_eq!(read(&Cell::Empty), None);
	}

	#[test]
	fn a_cell_may_hold_both_days() {
		for (written, first, last) in [
			("01/02/2024 - 31/01/2027", "01/02/2024", "31/01/2027"),
			("Del 01/02/2024 al 31/01/2027", "01/02/2024", "31/01/2027"),
			("2024-02-01/2027-01-31", "2024-02-01", "2027-01-31"),
			(
				"del 1 de febrero de 2024 al 31 de enero de 2027",
				"1 de febrero de 2024",
				"31 de enero de 2027",
			),
			("2024-02-01 ~ 2027-01-31", "2024-02-01", "2027-01-31"),
			(
				"desde 2024-02-01 hasta indefinido",
				"2024-02-01",
				"indefinido",
			),
		] {
			assert_eq!(
				halves(written),
				Some((first.into(), last.into())),
				"{written}"
			);
		}
		assert_eq!(halves("31/01/2027"), None);
		assert_eq!(halves("2026-12-31"), None);
	}
}
