//! Lists as they leave: CSV, XLSX, the WCO Data Model's names in XML, and PARTIN of EDIFACT D.96A.

mod edifact;
mod template;
mod wco;
mod workbook;

pub use edifact::{partin, Change, Function, Interchange};
pub use template::template;
pub use wco::wco_xml;
pub use workbook::xlsx;

use aeo_primitives::{Role, SuspensionScope};

use crate::{
	row::{Row, Status},
	vocabulary::Column,
};

/// The columns of a list as we write it, in their order.
pub(crate) const COLUMNS: [Column; 14] = [
	Column::Tin,
	Column::Certificate,
	Column::Programme,
	Column::Type,
	Column::Roles,
	Column::Status,
	Column::ValidFrom,
	Column::ValidUntil,
	Column::StatusSince,
	Column::StatusUntil,
	Column::Document,
	Column::Consent,
	Column::AliasScheme,
	Column::Alias,
];

/// A certificate that a format has no room for.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct LeftOut {
	/// The certificate's number.
	pub number: String,
	/// The trader's number, longer than the format's 17 characters, without an alias that fits.
	pub tin: String,
}

/// Returns lines as CSV: UTF-8 with a byte order mark, commas, CRLF. A cell that a spreadsheet would
/// take for a formula begins with an apostrophe, which [`check`](crate::check()) leaves out.
pub(crate) fn csv(lines: &[Vec<String>]) -> Vec<u8> {
	let mut writer = ::csv::WriterBuilder::new()
		.terminator(::csv::Terminator::CRLF)
		.from_writer(vec![0xEF, 0xBB, 0xBF]);
	for line in lines {
		// Into memory, and all lines have as many cells: nothing of it can fail.
		if writer
			.write_record(line.iter().map(|cell| harmless(cell)))
			.is_err()
		{
			break;
		}
	}
	writer.into_inner().unwrap_or_default()
}

/// Returns a cell that no spreadsheet takes for a formula.
pub(crate) fn harmless(cell: &str) -> String {
	if cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\'', '|', '%']) {
		format!("'{cell}")
	} else {
		cell.into()
	}
}

/// Returns a list of certificates as CSV, with the names of the columns as headings.
pub fn csv_of(rows: &[Row]) -> Vec<u8> {
	csv(&table_of(rows))
}

/// Returns a list as lines of cells, headings first.
pub(crate) fn table_of(rows: &[Row]) -> Vec<Vec<String>> {
	let headings = COLUMNS
		.iter()
		.map(|column| column.name().to_owned())
		.collect();
	std::iter::once(headings)
		.chain(rows.iter().flat_map(lines_of))
		.collect()
}

/// Returns the lines of a certificate: one, or one for each period of its life.
fn lines_of(row: &Row) -> Vec<Vec<String>> {
	let periods = row.life.periods();
	let said = match periods {
		// Until it was suspended it was authorised: nothing else can be meant by one line.
		[first, last]
			if first.status == Status::Authorised
				&& first.from == row.valid_from
				&& last.status != Status::Authorised =>
		{
			std::slice::from_ref(last)
		}
		_ => periods,
	};
	let text =
		|day: Option<aeo_primitives::Date>| day.map(|day| day.to_string()).unwrap_or_default();
	let hash = |hash: Option<primitive_types::H256>| {
		hash.map(|hash| format!("{hash:#x}")).unwrap_or_default()
	};
	let joined = |parts: Vec<String>| parts.join("; ");
	let line = |period: &crate::row::Period| {
		let until = match period.status {
			Status::Suspended { until, .. } => until,
			_ => None,
		};
		vec![
			row.tin.to_string(),
			row.number.to_string(),
			row.certificate_type.programme.to_string(),
			row.certificate_type.code.to_string(),
			codes(row.roles.iter()),
			status_name(period.status),
			text(Some(row.valid_from)),
			text(row.valid_until),
			text(Some(period.from)),
			text(until),
			hash(row.document),
			hash(row.consent),
			joined(
				row.aliases
					.iter()
					.map(|alias| alias.scheme.name().into())
					.collect(),
			),
			joined(
				row.aliases
					.iter()
					.map(|alias| alias.value.to_string())
					.collect(),
			),
		]
	};
	said.iter().map(line).collect()
}

/// Returns roles in codes of CL704, with spaces between.
pub(crate) fn codes(roles: impl Iterator<Item = Role>) -> String {
	roles.map(Role::code).collect::<Vec<_>>().join(" ")
}

/// Returns a status as lists of this chain write it.
pub(crate) fn status_name(status: Status) -> String {
	let scope = |scope| match scope {
		SuspensionScope::Full => "Full",
		SuspensionScope::Customs => "Customs",
		SuspensionScope::Security => "Security",
	};
	match status {
		Status::Authorised => "Authorised".into(),
		Status::Suspended { scope: of, .. } => format!("Suspended ({})", scope(of)),
		Status::Revoked => "Revoked".into(),
		Status::Relinquished => "Relinquished".into(),
		Status::Annulled => "Annulled".into(),
	}
}

/// Returns how a partner is told of a trader in at most 17 characters (WCO R143, an..17): its number, or
/// a code that the partner has for it.
pub(crate) fn short_id(row: &Row) -> Result<String, LeftOut> {
	if row.tin.fits_wco17() {
		return Ok(row.tin.to_string());
	}
	let fits = |value: &&str| value.chars().count() <= 17;
	let alias = row
		.aliases
		.iter()
		.map(|alias| alias.value.as_str())
		.find(fits);
	alias.map(Into::into).ok_or_else(|| LeftOut {
		number: row.number.to_string(),
		tin: row.tin.to_string(),
	})
}
