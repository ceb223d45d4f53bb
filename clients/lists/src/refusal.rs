//! What is no list, by name.

/// Why a file is not a list. [`NotAList::sentence`] says what to do.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum NotAList {
	/// There is nothing in it.
	Empty,
	/// It has headings and no row.
	HeadingsOnly,
	/// It is no text and no spreadsheet.
	Binary,
	/// It is a page of a web site, whatever it is called.
	Html,
	/// It is a spreadsheet of Excel 2003's XML.
	OldXml,
	/// It is a PDF.
	Pdf,
	/// It is packed, and no spreadsheet.
	OtherZip,
	/// The spreadsheet can't be opened: it was cut off or changed.
	Damaged,
	/// It has a password.
	PasswordProtected,
	/// It has more than [`MAX_BYTES`](crate::MAX_BYTES) or more than [`MAX_ROWS`](crate::MAX_ROWS).
	TooLarge,
	/// It ends inside a row: a quote is never closed, or the last row has fewer cells than the others
	/// and no line break.
	Cut {
		/// The row, from 1.
		row: u32,
	},
	/// Among the first 20 rows none has the heading of a trader's number and that of another column.
	NoHeadings {
		/// The row that comes nearest, as it is.
		nearest: Vec<String>,
		/// What else that sheet's spreadsheet has.
		sheets: Vec<String>,
	},
	/// Two columns are headed as the same thing.
	AmbiguousHeadings {
		/// What both are taken for.
		column: String,
		/// One heading, with its letter.
		one: String,
		/// The other.
		other: String,
	},
	/// There is no sheet of that name.
	NoSuchSheet {
		/// The name that the profile gives.
		sheet: String,
		/// The names of those that there are.
		sheets: Vec<String>,
	},
	/// A heading that the profile names isn't there.
	NoSuchHeading {
		/// What the profile writes.
		heading: String,
		/// What there is.
		headings: Vec<String>,
	},
	/// There is no column of that, and no default.
	ColumnMissing {
		/// The column.
		column: String,
		/// The headings that were not understood.
		headings: Vec<String>,
	},
	/// A column has what would matter, and its heading is not understood: days where no column is the last
	/// day, or statuses where no column is the status. Left out, a certificate would never end, or be
	/// authorised.
	NotSure {
		/// The column's letters and heading.
		heading: String,
		/// `days` or `statuses`.
		what: &'static str,
	},
	/// Several countries have numbers that are called so.
	TerritoryUnknown {
		/// The heading.
		heading: String,
		/// The countries.
		territories: Vec<String>,
	},
}
