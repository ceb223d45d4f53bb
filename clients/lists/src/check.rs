//! A list, checked: its rows as certificates, and what is wrong with the others.

use std::collections::{BTreeMap, HashMap};

use aeo_primitives::{
	certificate_number, code,
	tin::{Check, Reason, Tin},
	AliasScheme, CertificateNumber, CertificateType, Date, Role, Roles, Territory,
};
use primitive_types::H256;

use crate::{
	dates::{self, Order},
	decode::Encoding,
	fold::phrase,
	grid::{Cell, Line},
	numbers,
	profile::{NumberFrom, Profile},
	read,
	refusal::NotAList,
	report::{Entry, Finding, Report},
	row::{Alias, Life, Period, Row, Status},
	table::{locate, Left, Read, Table},
	vocabulary::{order_of, territories, Column},
	words::{mark_of, roles_of, status_of, StatusWord},
};

/// From so many right check digits on, no other country is meant.
const PROOF: usize = 3;

/// What a list is read with.
pub struct Options<'a> {
	/// What is known of the list.
	pub profile: Profile,
	/// The day it is, at the issuer's: what is said to have expired is held against it. None: the dates
	/// are believed.
	pub today: Option<Date>,
	/// Returns blake2-256 of the file that a list names as its document or consent; none where there is no such file.
	pub documents: &'a dyn Fn(&str) -> Option<H256>,
	/// Is told how many rows are done, and how many there are.
	pub progress: &'a dyn Fn(usize, usize),
}

impl Default for Options<'_> {
	fn default() -> Self {
		Self {
			profile: Profile::default(),
			today: None,
			documents: &|_| None,
			progress: &|_, _| {},
		}
	}
}

/// A list that could be read.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Checked {
	/// Its certificates, in the order of the list; a row with an error is none.
	pub rows: Vec<Row>,
	/// What was found.
	pub report: Report,
	/// How many rows the list has, with those that have an error or are left out.
	pub read: usize,
	/// blake2-256 of the file: the document of every row that names none.
	pub document: H256,
}

/// Reads a list and checks each row. Nothing is sent anywhere.
///
/// # Errors
///
/// The file is no list, by name. What is wrong with a row is in the report.
pub fn check(bytes: &[u8], options: &Options<'_>) -> Result<Checked, NotAList> {
	let profile = &options.profile;
	let sheet = read::read(bytes, profile)?;
	let mut report = Report::default();
	tell_of_reading(&sheet, profile, &mut report);
	let table = locate(sheet.grid, sheet.ended, &sheet.other_sheets, profile)?;
	tell_of_table(&table, &mut report);
	let reading = Reading::of(&table, options, &mut report)?;
	let mut drafts = Vec::new();
	let count = table.rows.len();
	for (index, line) in table.rows.iter().enumerate() {
		(options.progress)(index, count);
		let mut found = Vec::new();
		if let Some(draft) = reading.draft(line, &mut found) {
			drafts.push(draft);
		}
		report.entries.append(&mut found);
	}
	(options.progress)(count, count);
	let rows = certificates(drafts, &mut report);
	tell_of_rows(&rows, &table, &mut report);
	report.entries.sort_by_key(|entry| entry.row);
	Ok(Checked {
		rows,
		report,
		read: count,
		document: document_of(bytes),
	})
}

/// Returns blake2-256 of a file, as the chain names documents.
pub fn document_of(bytes: &[u8]) -> H256 {
	H256(sp_crypto_hashing::blake2_256(bytes))
}

fn tell_of_reading(sheet: &read::Sheet, profile: &Profile, report: &mut Report) {
	if let Some((Encoding::Guessed(encoding), samples)) = &sheet.text {
		let told = Entry::new(None, "", samples.join(", "), Finding::GuessedEncoding);
		report.entries.push(told.with("encoding", *encoding));
	}
	let mut tell =
		|value: String, finding| report.entries.push(Entry::new(None, "", value, finding));
	if matches!(sheet.text, Some((Encoding::Utf16, _))) {
		tell(String::new(), Finding::Utf16);
	}
	if !sheet.other_sheets.is_empty() {
		tell(sheet.other_sheets.join(", "), Finding::OtherSheets);
	}
	if profile.to_be_confirmed {
		tell(String::new(), Finding::Unconfirmed);
	}
}

fn tell_of_table(table: &Table, report: &mut Report) {
	for (read, column) in &table.passed_over {
		let chosen = table.read(*column).map(Read::shown).unwrap_or_default();
		let entry = Entry::new(None, read.shown(), "", Finding::PassedOver);
		report.entries.push(entry.with("other", chosen));
	}
	for read in &table.in_part {
		let entry = Entry::new(None, read.shown(), "", Finding::InPart);
		report
			.entries
			.push(entry.with("column", read.column.name()));
	}
	if !table.unknown.is_empty() {
		let entry = Entry::new(None, "", table.unknown.join(", "), Finding::UnknownHeading);
		report.entries.push(entry);
	}
	if let Some(read) = &table.roles_in_type {
		report
			.entries
			.push(Entry::new(None, read.shown(), "", Finding::RolesInType));
	}
	for (line, left) in &table.left {
		let shown: Vec<String> = line
			.cells
			.iter()
			.filter(|cell| !cell.is_empty())
			.map(Cell::shown)
			.collect();
		let finding = match left {
			Left::Headings | Left::Note => Finding::LeftOut,
			Left::Stray => Finding::Stray,
		};
		report.entries.push(Entry::new(
			Some(line.number),
			"",
			short(&shown.join(" ")),
			finding,
		));
	}
}

/// Returns how many digits a cell shows.
fn digits(cell: &Cell) -> usize {
	cell.shown().bytes().filter(u8::is_ascii_digit).count()
}

/// Returns the first 80 characters of a text.
fn short(text: &str) -> String {
	text.chars().take(80).collect()
}

fn tell_of_rows(rows: &[Row], table: &Table, report: &mut Report) {
	let of_several: usize = rows
		.iter()
		.filter(|row| row.at.len() > 1)
		.map(|row| row.at.len())
		.sum();
	if of_several > 0 {
		let certificates = rows.iter().filter(|row| row.at.len() > 1).count();
		let entry = Entry::new(None, "", "", Finding::Merged)
			.with("rows", of_several.to_string())
			.with("certificates", certificates.to_string());
		report.entries.push(entry);
	}
	let column = table.read(Column::Tin).map(Read::shown).unwrap_or_default();
	let mut tell = |is_meant: fn(&Row) -> bool, finding| {
		let meant: Vec<&Row> = rows.iter().filter(|row| is_meant(row)).collect();
		if let Some(first) = meant.first() {
			let entry = Entry::new(None, column.clone(), first.tin.to_string(), finding);
			report
				.entries
				.push(entry.with("count", meant.len().to_string()));
		}
	};
	tell(|row| row.tin.is_personal(), Finding::Personal);
	tell(|row| row.check == Check::FormatOnly, Finding::FormatOnly);
	for row in rows.iter().filter(|row| !row.life.status().is_live()) {
		let entry = Entry::new(
			row.at.last().copied(),
			"",
			row.number.to_string(),
			Finding::Ended,
		);
		report.entries.push(entry);
	}
}

/// A row, before it is known which others belong to it.
struct Draft {
	row: u32,
	number: CertificateNumber,
	tin: Tin,
	check: Check,
	certificate_type: CertificateType,
	roles: Vec<Role>,
	/// None where the first status tells it.
	valid_from: Option<Date>,
	valid_until: Option<Date>,
	status: Status,
	since: Option<Date>,
	document: Option<H256>,
	consent: Option<H256>,
	aliases: Vec<Alias>,
}

impl Draft {
	/// Returns whether two rows are of one certificate, whatever roles and periods they add.
	fn is_of_the_same(&self, other: &Self) -> bool {
		self.number == other.number
			&& self.tin == other.tin
			&& self.certificate_type == other.certificate_type
			&& self.valid_from == other.valid_from
			&& self.valid_until == other.valid_until
			&& self.consent == other.consent
			&& self.aliases == other.aliases
	}

	/// Returns whether two rows tell of one period, whatever roles they add.
	fn is_of_the_same_period(&self, other: &Self) -> bool {
		self.status == other.status && self.since == other.since && self.document == other.document
	}
}

/// How the rows of a table are read.
struct Reading<'a> {
	table: &'a Table,
	options: &'a Options<'a>,
	territory: Option<Territory>,
	/// Whether check digits stand in a column of their own.
	has_check_digits: bool,
	/// How many digits the trader's number has that has most.
	longest_number: usize,
	orders: HashMap<usize, Order>,
}

impl<'a> Reading<'a> {
	fn of(
		table: &'a Table,
		options: &'a Options<'a>,
		report: &mut Report,
	) -> Result<Self, NotAList> {
		let territory = territory(table, &options.profile, report)?;
		let mut orders = HashMap::new();
		for read in &table.columns {
			let is_of_days = matches!(
				read.column,
				Column::ValidFrom | Column::ValidUntil | Column::StatusSince | Column::StatusUntil
			);
			if is_of_days {
				let order = options
					.profile
					.dates
					.or_else(|| order_of(&read.heading))
					.or_else(|| order_by_values(table, read.place));
				orders.extend(order.map(|order| (read.place, order)));
			}
		}
		Ok(Self {
			table,
			options,
			territory,
			longest_number: table.read(Column::Tin).map_or(0, |read| {
				let cells = table.rows.iter().map(|line| line.cell(read.place));
				cells.map(digits).max().unwrap_or_default()
			}),
			has_check_digits: table.read(Column::CheckDigit).is_some_and(|read| {
				let mut cells = table.rows.iter().map(|line| line.cell(read.place));
				cells.any(|cell| !cell.is_empty())
			}),
			orders,
		})
	}

	const fn profile(&self) -> &Profile {
		&self.options.profile
	}

	/// Reads a row; none where it has an error, or is left out.
	fn draft(&self, line: &Line, found: &mut Vec<Entry>) -> Option<Draft> {
		let before = found.len();
		let status = self.status(line, found);
		if matches!(status, Some(None)) {
			return None;
		}
		let tin = self.tin(line, found);
		let certificate_type = self.certificate_type(line, found);
		let number = self.number(line, tin.as_ref(), certificate_type.as_ref(), found);
		let roles = self.roles(line, found);
		let days = self.days(line, found);
		let since = self.day(line, Column::StatusSince, found);
		let until = self.day(line, Column::StatusUntil, found);
		let document = self.document(line, Column::Document, found);
		let consent = self.document(line, Column::Consent, found);
		let aliases = self.aliases(line, found);
		let has_error = |entry: &Entry| entry.finding.severity() == crate::report::Severity::Error;
		let (valid_from, valid_until) = days?;
		let (word, is_expired) = match status?? {
			StatusWord::Expired => (Status::Authorised, true),
			word => (status_word(word, until)?, false),
		};
		if is_expired {
			self.ensure_expired(line, valid_until, found);
		}
		if valid_from
			.zip(valid_until)
			.is_some_and(|(from, until)| until < from)
		{
			let (cell, read) = self.table.cell(line, Column::ValidUntil);
			found.push(entry(line, read, cell, Finding::EndsBeforeStart).with(
				"from",
				valid_from.map(|day| day.to_string()).unwrap_or_default(),
			));
		}
		if found.iter().skip(before).any(has_error) {
			return None;
		}
		if let (Status::Suspended { .. }, None, Some(from)) = (word, since, valid_from) {
			let (cell, read) = self.table.cell(line, Column::Status);
			let told = entry(line, read, cell, Finding::SuspendedSince);
			found.push(told.with("from", from.to_string()));
		}
		let (tin, check) = tin?;
		Some(Draft {
			row: line.number,
			number: number?,
			tin,
			check,
			certificate_type: certificate_type?,
			roles: roles?,
			valid_from,
			valid_until,
			status: word,
			since,
			document,
			consent,
			aliases,
		})
	}

	/// Returns what the status says: an inner none is a row that is left out.
	fn status(&self, line: &Line, found: &mut Vec<Entry>) -> Option<Option<StatusWord>> {
		let (cell, read) = self.table.cell(line, Column::Status);
		if let Cell::Fault(_) = cell {
			found.push(entry(line, read, cell, Finding::CellFault));
			return None;
		}
		if cell.is_empty() {
			if read.is_some() {
				// A column for it and nothing there: whoever keeps the list knows what that means.
				found.push(entry(line, read, cell, Finding::Missing));
				return None;
			}
			return Some(Some(StatusWord::Authorised));
		}
		let shown = cell.shown();
		let known = self.profile().statuses.get(&phrase(&shown)).copied();
		match known.or_else(|| status_of(&shown)) {
			Some(StatusWord::Pending) => {
				found.push(entry(line, read, cell, Finding::Pending));
				Some(None)
			}
			Some(word) => Some(Some(word)),
			None => {
				found.push(entry(line, read, cell, Finding::UnknownStatus));
				None
			}
		}
	}

	/// Whether a spreadsheet keeps it as a number, which has no zeros in front, and others have more digits: where no
	/// check digit tells, nobody knows.
	fn may_lack_zeros(&self, cell: &Cell) -> bool {
		matches!(cell, Cell::Number(_)) && digits(cell) < self.longest_number
	}

	fn tin(&self, line: &Line, found: &mut Vec<Entry>) -> Option<(Tin, Check)> {
		let (cell, read) = self.table.cell(line, Column::Tin);
		let (digit, digits) = self.table.cell(line, Column::CheckDigit);
		// Without it the number before may pass for a shorter one.
		let is_alone = !cell.is_empty() && !cell.shown().contains('-');
		if self.has_check_digits && digit.is_empty() && is_alone {
			found.push(entry(line, digits, digit, Finding::Missing));
			return None;
		}
		let country = || {
			let (country, _) = self.table.cell(line, Column::Country);
			Territory::try_from(country.shown().trim().to_uppercase().as_str()).ok()
		};
		let mut outcome = numbers::read(cell, digit, self.territory);
		if self.territory.is_none() && outcome.is_err() {
			if let Some(right) =
				country().and_then(|country| numbers::read(cell, digit, Some(country)).ok())
			{
				outcome = Ok(right);
			}
		}
		let fault = match outcome {
			Ok(right) if right.check == Check::FormatOnly && self.may_lack_zeros(cell) => {
				numbers::Fault::Destroyed
			}
			Ok(right) => {
				if right.zeros > 0 {
					let told = entry(line, read, cell, Finding::Zeros);
					found.push(told.with("number", right.tin.to_string()));
				}
				return Some((right.tin, right.check));
			}
			Err(fault) => fault,
		};
		let said = |finding| entry(line, read, cell, finding);
		found.push(match fault {
			numbers::Fault::Missing => said(Finding::Missing),
			numbers::Fault::CheckDigit(digit) => said(Finding::CheckDigit).with("digit", digit),
			numbers::Fault::CnpjRoot => said(Finding::CnpjRoot),
			numbers::Fault::Destroyed => said(Finding::Destroyed),
			numbers::Fault::Spreadsheet => said(Finding::CellFault),
			numbers::Fault::Other(reason) => {
				said(Finding::WrongTin).with("reason", reason_name(reason))
			}
		});
		None
	}

	fn certificate_type(&self, line: &Line, found: &mut Vec<Entry>) -> Option<CertificateType> {
		let profile = self.profile();
		let programme = self.code(
			line,
			Column::Programme,
			&profile.programmes,
			profile.programme.as_deref(),
			found,
		);
		let of_type = self.code(
			line,
			Column::Type,
			&profile.types,
			profile.default_type.as_deref(),
			found,
		);
		Some(CertificateType {
			programme: programme?,
			code: of_type?,
		})
	}

	/// Reads a short name, by the profile's map, or takes the default.
	fn code(
		&self,
		line: &Line,
		column: Column,
		map: &BTreeMap<String, String>,
		default: Option<&str>,
		found: &mut Vec<Entry>,
	) -> Option<aeo_primitives::TypeCode> {
		let (cell, read) = self.table.cell(line, column);
		let shown = cell.shown();
		let meant = match cell {
			Cell::Fault(_) => {
				found.push(entry(line, read, cell, Finding::CellFault));
				return None;
			}
			Cell::Empty => default,
			_ => map
				.get(&phrase(&shown))
				.map_or(Some(shown.as_str()), |meant| Some(meant.as_str())),
		};
		let Some(meant) = meant else {
			found.push(entry(line, read, cell, Finding::Missing));
			return None;
		};
		match code(&one_space(meant)) {
			Ok(code) => Some(code),
			Err(_) => {
				found.push(
					entry(line, read, cell, Finding::WrongCode).with("column", column.name()),
				);
				None
			}
		}
	}

	fn number(
		&self,
		line: &Line,
		tin: Option<&(Tin, Check)>,
		certificate_type: Option<&CertificateType>,
		found: &mut Vec<Entry>,
	) -> Option<CertificateNumber> {
		let (cell, read) = self.table.cell(line, Column::Certificate);
		let written = match self.profile().number_from.unwrap_or_default() {
			// A list that has numbers keeps them, whatever stands in for those that it lacks.
			_ if !cell.is_empty() => {
				if matches!(cell, Cell::Fault(_)) {
					found.push(entry(line, read, cell, Finding::CellFault));
					return None;
				}
				let shown = cell.shown();
				if numbers::is_scientific(&shown)
					|| matches!(cell, Cell::Number(number) if number.abs() >= 1e15)
				{
					found.push(entry(line, read, cell, Finding::Destroyed));
					return None;
				}
				without_decimals_or_marks(&shown)
			}
			NumberFrom::List => {
				found.push(entry(line, read, cell, Finding::Missing));
				return None;
			}
			NumberFrom::Tin => of_tin(&tin?.0),
			NumberFrom::TinType => format!(
				"{}/{}",
				of_tin(&tin?.0),
				phrase_of_code(&certificate_type?.code)
			),
		};
		match certificate_number(&written) {
			Ok(number) => Some(number),
			Err(_) => {
				found.push(entry(line, read, cell, Finding::WrongNumber));
				None
			}
		}
	}

	fn roles(&self, line: &Line, found: &mut Vec<Entry>) -> Option<Vec<Role>> {
		let before = found.len();
		let mut roles = Vec::new();
		let (cell, read) = self.table.cell(line, Column::Roles);
		if let Cell::Fault(_) = cell {
			found.push(entry(line, read, cell, Finding::CellFault));
		} else if !cell.is_empty() {
			match self.roles_in(&cell.shown()) {
				Ok(said) => roles = said,
				Err(unknown) => {
					found.push(
						entry(line, read, cell, Finding::UnknownRole).with("unknown", unknown),
					);
				}
			}
		}
		for read in &self.table.columns {
			let Column::RoleMark(role) = read.column else {
				continue;
			};
			let cell = line.cell(read.place);
			match mark_of(&cell.shown()) {
				Some(true) => roles.push(role),
				Some(false) => {}
				None => found.push(entry(line, Some(read), cell, Finding::UnknownMark)),
			}
		}
		if found.len() > before {
			return None;
		}
		if roles.is_empty() {
			roles.clone_from(&self.profile().default_roles);
		}
		if roles.is_empty() {
			let marks = || {
				self.table
					.columns
					.iter()
					.find(|read| matches!(read.column, Column::RoleMark(_)))
			};
			found.push(entry(line, read.or_else(marks), cell, Finding::Missing));
			return None;
		}
		Some(roles)
	}

	/// Returns the roles of a cell: as a whole by the profile, else part by part.
	fn roles_in(&self, text: &str) -> Result<Vec<Role>, String> {
		let map = &self.profile().roles;
		if let Some(roles) = map.get(&phrase(text)) {
			return Ok(roles.clone());
		}
		let whole = roles_of(text);
		if whole.is_ok() || map.is_empty() {
			return whole;
		}
		let mut roles = Vec::new();
		for part in text.split([',', ';', '/', '|', '+', '\n']) {
			match map.get(&phrase(part)) {
				Some(known) => roles.extend(known),
				None if part.trim().is_empty() => {}
				None => roles.extend(roles_of(part)?),
			}
		}
		Ok(roles)
	}

	/// Returns the first and the last day; the first is none where the status tells it.
	#[allow(clippy::type_complexity)] // Two days of which each may lack.
	fn days(&self, line: &Line, found: &mut Vec<Entry>) -> Option<(Option<Date>, Option<Date>)> {
		let before = found.len();
		let (from_cell, from_read) = self.table.cell(line, Column::ValidFrom);
		let (until_cell, until_read) = self.table.cell(line, Column::ValidUntil);
		// Both days in one cell, whichever column it is in.
		for (cell, read, other) in [
			(until_cell, until_read, from_cell),
			(from_cell, from_read, until_cell),
		] {
			let Cell::Text(text) = cell else { continue };
			let is_alone =
				other.is_empty() || read.is_some_and(|read| read.column == Column::ValidUntil);
			let Some((first, last)) = dates::halves(text).filter(|_| is_alone) else {
				continue;
			};
			let first = self.written(line, &Cell::of(&first), read, false, found);
			let last = self.written(line, &Cell::of(&last), read, true, found);
			if found.len() > before {
				return None;
			}
			let from = self.written(line, from_cell, from_read, false, &mut Vec::new());
			let first = if other.is_empty() {
				first
			} else {
				from.or(first)
			};
			return Some((first, last));
		}
		let from = self.written(line, from_cell, from_read, false, found);
		let until = self.written(line, until_cell, until_read, true, found);
		if from_cell.is_empty() && self.table.read(Column::StatusSince).is_none() {
			found.push(entry(
				line,
				from_read.or(until_read),
				from_cell,
				Finding::Missing,
			));
		}
		if from_cell.is_empty()
			&& from_read.is_some()
			&& self.table.read(Column::StatusSince).is_some()
		{
			found.push(entry(line, from_read, from_cell, Finding::Missing));
		}
		(found.len() == before).then_some((from, until))
	}

	fn day(&self, line: &Line, column: Column, found: &mut Vec<Entry>) -> Option<Date> {
		let (cell, read) = self.table.cell(line, column);
		self.written(line, cell, read, true, found)
	}

	/// Reads a day; none where there is none, or it is told what is wrong.
	fn written(
		&self,
		line: &Line,
		cell: &Cell,
		read: Option<&Read>,
		may_lack: bool,
		found: &mut Vec<Entry>,
	) -> Option<Date> {
		if let Cell::Fault(_) = cell {
			found.push(entry(line, read, cell, Finding::CellFault));
			return None;
		}
		let order = read.and_then(|read| self.orders.get(&read.place).copied());
		let finding = match dates::read(cell)?.in_order(order) {
			Ok(Some(day)) => return Some(day),
			Ok(None) if may_lack => return None,
			Ok(None) => Finding::NotADate,
			Err(dates::Fault::TwoDays) => Finding::TwoDays,
			Err(dates::Fault::TwoDigits) => Finding::TwoDigitYear,
			Err(dates::Fault::NotReal) => Finding::NoSuchDay,
			Err(dates::Fault::NotUnderstood) => Finding::NotADate,
		};
		found.push(entry(line, read, cell, finding));
		None
	}

	/// Refuses what is said to have expired, and whose dates don't say so.
	fn ensure_expired(&self, line: &Line, until: Option<Date>, found: &mut Vec<Entry>) {
		let is_over = match (until, self.options.today) {
			(None, _) => false,
			(Some(until), Some(today)) => until < today,
			(Some(_), None) => true,
		};
		if !is_over {
			let (cell, read) = self.table.cell(line, Column::Status);
			found.push(entry(line, read, cell, Finding::NotExpired));
		}
	}

	/// Reads a hash, or the name of a file.
	fn document(&self, line: &Line, column: Column, found: &mut Vec<Entry>) -> Option<H256> {
		let (cell, read) = self.table.cell(line, column);
		if cell.is_empty() {
			return None;
		}
		let shown = cell.shown();
		let document = hash(&shown).or_else(|| (self.options.documents)(&shown));
		// Zero is no document for the chain.
		let document = document.filter(|document| !document.is_zero());
		if document.is_none() {
			found.push(entry(line, read, cell, Finding::WrongDocument));
		}
		document
	}

	fn aliases(&self, line: &Line, found: &mut Vec<Entry>) -> Vec<Alias> {
		let mut aliases = Vec::new();
		let mut add = |scheme: AliasScheme,
		               text: &str,
		               cell: &Cell,
		               read: Option<&Read>,
		               found: &mut Vec<Entry>| {
			let right = scheme
				.normal(text)
				.and_then(|value| scheme.check(&value).map(|_| value));
			match right {
				Ok(value) => aliases.push(Alias { scheme, value }),
				Err(reason) => found.push(
					entry(line, read, cell, Finding::WrongAlias)
						.with("scheme", scheme.code())
						.with("reason", reason_name(reason)),
				),
			}
		};
		for read in &self.table.columns {
			let Column::AliasOf(scheme) = read.column else {
				continue;
			};
			let cell = line.cell(read.place);
			if !cell.is_empty() {
				add(scheme, &cell.shown(), cell, Some(read), found);
			}
		}
		let (cell, read) = self.table.cell(line, Column::Alias);
		let (scheme_cell, scheme_read) = self.table.cell(line, Column::AliasScheme);
		let values: Vec<String> = cell
			.shown()
			.split(';')
			.map(|value| value.trim().to_owned())
			.filter(|value| !value.is_empty())
			.collect();
		let schemes: Vec<String> = scheme_cell
			.shown()
			.split(';')
			.map(|scheme| scheme.trim().to_owned())
			.collect();
		for (index, value) in values.iter().enumerate() {
			let named = schemes
				.get(index)
				.or_else(|| schemes.first())
				.map(String::as_str)
				.unwrap_or_default();
			let scheme = AliasScheme::ALL.iter().find(|scheme| {
				scheme.code().eq_ignore_ascii_case(named)
					|| scheme.name().eq_ignore_ascii_case(named)
			});
			match scheme {
				Some(scheme) => add(*scheme, value, cell, read, found),
				None if named.is_empty() => add(AliasScheme::Code, value, cell, read, found),
				None => found.push(
					entry(line, scheme_read, scheme_cell, Finding::WrongAlias)
						.with("scheme", named)
						.with("reason", "SchemeElsewhere"),
				),
			}
		}
		aliases
	}
}

/// Returns the status that a word says.
const fn status_word(word: StatusWord, until: Option<Date>) -> Option<Status> {
	Some(match word {
		StatusWord::Authorised => Status::Authorised,
		StatusWord::Suspended(scope) => Status::Suspended { scope, until },
		StatusWord::Revoked => Status::Revoked,
		StatusWord::Relinquished => Status::Relinquished,
		StatusWord::Annulled => Status::Annulled,
		StatusWord::Expired | StatusWord::Pending => return None,
	})
}

fn entry(line: &Line, read: Option<&Read>, cell: &Cell, finding: Finding) -> Entry {
	let column = read.map(Read::shown).unwrap_or_default();
	Entry::new(Some(line.number), column, short(&cell.shown()), finding)
}

/// Returns a reason's name, as the texts have it.
fn reason_name(reason: Reason) -> String {
	let shown = format!("{reason:?}");
	let name = shown.split([' ', '{']).next().unwrap_or_default();
	name.into()
}

fn one_space(text: &str) -> String {
	text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns a trader's number as a certificate's number: `&` and `Ñ`, which those don't have, become `/`
/// and `.`, which no trader's number has.
fn of_tin(tin: &Tin) -> String {
	tin.to_string().replace('&', "/").replace('Ñ', ".")
}

/// Returns a type's short name as a part of a certificate's number.
fn phrase_of_code(code: &str) -> String {
	crate::fold::fold(code)
		.trim()
		.to_uppercase()
		.replace(' ', "-")
}

/// Returns a certificate's number without what surrounds it on paper: spaces, `Nº`, a `.0` that programs
/// write behind whole numbers.
fn without_decimals_or_marks(text: &str) -> String {
	let text = text.trim();
	let text = match text.strip_suffix(".0") {
		Some(whole) if !whole.is_empty() && whole.bytes().all(|byte| byte.is_ascii_digit()) => {
			whole
		}
		_ => text,
	};
	let text = ["N.º", "Nº", "N°", "N.°", "No.", "Nro.", "nº", "n°"]
		.iter()
		.find_map(|mark| text.strip_prefix(mark))
		.unwrap_or(text);
	text.replace(['–', '—', '‐', '‑'], "-")
		.chars()
		.filter(|c| !c.is_whitespace())
		.collect()
}

/// Returns the hash that a text writes in 64 hexadecimal digits, with `0x` in front or not.
fn hash(text: &str) -> Option<H256> {
	let text = text.trim();
	let digits = text.strip_prefix("0x").unwrap_or(text);
	(digits.len() == 64).then(|| digits.parse().ok()).flatten()
}

fn order_by_values(table: &Table, place: usize) -> Option<Order> {
	let written = table.rows.iter().flat_map(|line| {
		let cell = line.cell(place);
		let halves = match cell {
			Cell::Text(text) => dates::halves(text),
			_ => None,
		};
		let cells = match halves {
			Some((first, last)) => vec![Cell::of(&first), Cell::of(&last)],
			None => vec![cell.clone()],
		};
		cells
			.into_iter()
			.filter_map(|cell| dates::read(&cell))
			.collect::<Vec<_>>()
	});
	dates::proven(written)
}

/// Returns the country whose numbers a list has; none where each number has its own in front.
fn territory(
	table: &Table,
	profile: &Profile,
	report: &mut Report,
) -> Result<Option<Territory>, NotAList> {
	// The Union's numbers begin with the member's code.
	if let Some(territory) = profile.territory {
		return Ok(Some(territory).filter(|territory| *territory != Territory::EU));
	}
	let Some(read) = table.read(Column::Tin) else {
		return Ok(None);
	};
	let sample: Vec<&Line> = table
		.rows
		.iter()
		.filter(|line| !line.cell(read.place).is_empty())
		.take(200)
		.collect();
	let digit = table.read(Column::CheckDigit).map(|read| read.place);
	let empty = Cell::Empty;
	let right = |territory: Option<Territory>, passes: bool| {
		sample
			.iter()
			.filter(|line| {
				let digit = digit.map_or(&empty, |place| line.cell(place));
				numbers::read(line.cell(read.place), digit, territory)
					.is_ok_and(|right| !passes || right.check == Check::Passed)
			})
			.count()
	};
	let named = territories(&read.heading);
	let with_code = right(None, false);
	if let [one] = named {
		// A list with the country in front of each number says it itself.
		if with_code * 2 > sample.len() && right(Some(*one), false) < with_code {
			return Ok(None);
		}
		return Ok(Some(told_territory(*one, read, report)));
	}
	if with_code * 2 > sample.len() || table.read(Column::Country).is_some() {
		return Ok(None);
	}
	let all = |territory: &&Territory| right(Some(**territory), true) == sample.len();
	let proven: Vec<&Territory> = named.iter().filter(all).collect();
	if let ([one], true) = (proven.as_slice(), sample.len() >= PROOF) {
		return Ok(Some(told_territory(**one, read, report)));
	}
	if named.is_empty() && with_code > 0 || phrase(&read.heading).contains("eori") {
		return Ok(None);
	}
	Err(NotAList::TerritoryUnknown {
		heading: read.shown(),
		territories: named
			.iter()
			.map(|territory| territory.code().into())
			.collect(),
	})
}

fn told_territory(territory: Territory, read: &Read, report: &mut Report) -> Territory {
	let entry = Entry::new(None, read.shown(), territory.code(), Finding::Territory);
	report.entries.push(entry);
	territory
}

/// Puts rows of one certificate together, and refuses what can't stand beside one another.
fn certificates(drafts: Vec<Draft>, report: &mut Report) -> Vec<Row> {
	let mut groups: Vec<Vec<Draft>> = Vec::new();
	let mut by_number: HashMap<CertificateNumber, usize> = HashMap::new();
	for draft in drafts {
		let place = by_number.get(&draft.number).copied();
		let group = place.and_then(|place| groups.get_mut(place));
		match group {
			None => {
				by_number.insert(draft.number.clone(), groups.len());
				groups.push(vec![draft]);
			}
			Some(group) if belongs(&draft, group) => group.push(draft),
			Some(group) => {
				let first = group.first().map_or(0, |first| first.row);
				let entry = Entry::new(
					Some(draft.row),
					"",
					draft.number.to_string(),
					Finding::SameNumber,
				);
				report.entries.push(entry.with("row", first.to_string()));
			}
		}
	}
	let rows = groups
		.into_iter()
		.filter_map(|group| row_of(group, report))
		.collect();
	without_clashes(rows, report)
}

/// Returns whether a row adds a role or a period to those of its certificate.
fn belongs(draft: &Draft, group: &[Draft]) -> bool {
	let adds = |other: &Draft| {
		if draft.is_of_the_same_period(other) {
			draft.roles != other.roles
		} else {
			draft.since.is_some() && draft.since != other.since
		}
	};
	group
		.iter()
		.all(|other| draft.is_of_the_same(other) && adds(other))
}

/// Returns the certificate of rows that belong together.
fn row_of(group: Vec<Draft>, report: &mut Report) -> Option<Row> {
	let at: Vec<u32> = group.iter().map(|draft| draft.row).collect();
	let mut tell = |value: String, finding| {
		report
			.entries
			.push(Entry::new(at.last().copied(), "", value, finding));
	};
	let roles = group.iter().flat_map(|draft| draft.roles.iter().copied());
	let Ok(roles) = Roles::new(roles) else {
		let number = group.first().map(|draft| draft.number.to_string());
		tell(number.unwrap_or_default(), Finding::TooManyRoles);
		return None;
	};
	let earliest = group.iter().filter_map(|draft| draft.since).min();
	let Some(valid_from) = group
		.first()
		.and_then(|draft| draft.valid_from)
		.or(earliest)
	else {
		let number = group.first().map(|draft| draft.number.to_string());
		tell(number.unwrap_or_default(), Finding::Missing);
		return None;
	};
	let is_from_status = group
		.first()
		.is_some_and(|draft| draft.valid_from.is_none());
	let mut periods: Vec<(Period, Option<H256>)> = Vec::new();
	for draft in &group {
		let period = Period {
			from: draft.since.unwrap_or(valid_from),
			status: draft.status,
		};
		if !periods.iter().any(|(known, _)| *known == period) {
			periods.push((period, draft.document));
		}
	}
	periods.sort_by_key(|(period, _)| period.from);
	let document = periods.last().and_then(|(_, document)| *document);
	let mut periods: Vec<Period> = periods.into_iter().map(|(period, _)| period).collect();
	// A certificate that is suspended since a later day was authorised until then.
	if let [only] = periods.as_slice() {
		if only.status != Status::Authorised && only.from > valid_from {
			let first = Period {
				from: valid_from,
				status: Status::Authorised,
			};
			periods.insert(0, first);
		}
	}
	// Where a later period began, a suspension's end is past.
	let count = periods.len();
	for period in periods.iter_mut().take(count.saturating_sub(1)) {
		if let Status::Suspended { until, .. } = &mut period.status {
			*until = None;
		}
	}
	let first = group.into_iter().next()?;
	let Ok(life) = Life::new(periods) else {
		tell(first.number.to_string(), Finding::Periods);
		return None;
	};
	if is_from_status {
		tell(valid_from.to_string(), Finding::FromStatus);
	}
	Some(Row {
		number: first.number,
		tin: first.tin,
		check: first.check,
		certificate_type: first.certificate_type,
		roles,
		valid_from,
		valid_until: first.valid_until,
		life,
		document,
		consent: first.consent,
		aliases: first.aliases,
		at,
	})
}

/// Refuses a second live certificate of a firm, programme and type with a role in common at the same
/// time, as the chain does.
fn without_clashes(rows: Vec<Row>, report: &mut Report) -> Vec<Row> {
	let mut kept: Vec<Row> = Vec::new();
	let mut by_firm: BTreeMap<(String, CertificateType), Vec<usize>> = BTreeMap::new();
	for row in rows {
		let key = (row.tin.to_string(), row.certificate_type.clone());
		let others = by_firm.entry(key).or_default();
		let clash = others
			.iter()
			.filter_map(|place| kept.get(*place))
			.find(|other| clash(&row, other))
			.map(|other| other.at.first().copied().unwrap_or_default());
		match clash {
			Some(other) => {
				let entry = Entry::new(
					row.at.first().copied(),
					"",
					row.tin.to_string(),
					Finding::SameRole,
				);
				report.entries.push(entry.with("row", other.to_string()));
			}
			None => {
				others.push(kept.len());
				kept.push(row);
			}
		}
	}
	kept
}

fn clash(one: &Row, other: &Row) -> bool {
	let ends_before = |one: &Row, other: &Row| {
		one.valid_until
			.is_some_and(|until| until < other.valid_from)
	};
	one.life.status().is_live()
		&& other.life.status().is_live()
		&& !ends_before(one, other)
		&& !ends_before(other, one)
		&& one.roles.iter().any(|role| other.roles.contains(role))
}
