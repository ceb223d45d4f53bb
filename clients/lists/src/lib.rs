//! Lists of AEO certificates as customs administrations have them: read, checked row by row, written.
//!
//! * [`check()`]: the bytes of a CSV, XLSX, XLS or ODS become [`Checked`]: [`Row`]s, and a [`Report`] that
//!   says of each other row what to type instead.
//! * [`Profile`]: what somebody who knows a list says about it, `list.toml`.
//! * [`of_cadena`], [`cadena`]: the credentials of the pilot CADENA, read as a list and written from one.
//! * [`template`], [`csv_of`], [`xlsx`], [`wco_xml`], [`partin`]: lists as they leave.
//!
//! ```
//! use aeo_lists::{check, Language, Options, Profile};
//!
//! let profile = Profile::parse("programme = \"OEA\"\ntype = \"OEA\"")?;
//! let list = "RFC;Certificado;Rol;Inicio\nNWM-970924-4W4;A-1;Exportador;13/04/2026\n";
//! let options = Options { profile, ..Options::default() };
//! let checked = check(list.as_bytes(), &options).map_err(|why| why.id())?;
//! assert_eq!(checked.rows[0].tin.to_string(), "MXNWM9709244W4");
//! assert_eq!(checked.report.errors(), 0);
//! let report = checked.report.csv(Language::Spanish);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! No network, no chain, no file is opened here. Nothing is guessed: what can't be read for sure is an
//! error that says where and what to do.

#![deny(missing_docs)]
#![forbid(unsafe_code)]

mod cadena;
mod check;
mod dates;
mod decode;
mod delimited;
mod fold;
mod grid;
mod numbers;
mod phrases;
mod profile;
mod read;
mod refusal;
mod report;
mod row;
mod table;
mod texts;
mod vocabulary;
mod words;
mod workbook;
mod write;

pub use cadena::{cadena, of_cadena, NotCadena};
pub use check::{check, document_of, Checked, Options};
pub use dates::Order;
pub use decode::Encoding;
pub use grid::{MAX_BYTES, MAX_ROWS};
pub use profile::{order_named, NumberFrom, Profile, ProfileError, UnknownNumberFrom};
pub use refusal::NotAList;
pub use report::{Entry, Finding, Report, Severity};
pub use row::{Alias, Life, NotALife, Period, Row, Status, MAX_PERIODS};
pub use texts::{Language, Texts, UnknownLanguage};
pub use vocabulary::Column;
pub use write::{csv_of, partin, template, wco_xml, xlsx, Change, Function, Interchange, LeftOut};
