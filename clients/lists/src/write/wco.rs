//! XML with the names of the WCO Data Model.
//!
//! `AEOMutualRecognitionParty/ID` is R143 (an..17) and `RoleCode` R005, as the European Union's import
//! control system has them (code list CL704). The AEO package of the Data Model could not be had: the
//! other names are ours, and the version of the schema says so.

use quick_xml::{
	events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event},
	Writer,
};

use super::{short_id, status_name, LeftOut};
use crate::row::Row;

/// The names' version: it rises when the Data Model's own are known.
const NAMESPACE: &str = "urn:aeo-chain:list:1";

/// Returns a list of certificates as XML, and those whose trader has no number that fits.
///
/// # Errors
///
/// The XML can't be written; into memory that doesn't happen.
pub fn wco_xml(rows: &[Row]) -> std::io::Result<(Vec<u8>, Vec<LeftOut>)> {
	let mut writer = Writer::new_with_indent(Vec::new(), b' ', 1);
	writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
	let mut list = BytesStart::new("AEOList");
	list.push_attribute(("xmlns", NAMESPACE));
	writer.write_event(Event::Start(list))?;
	let mut left_out = Vec::new();
	for row in rows {
		match short_id(row) {
			Ok(id) => certificate(&mut writer, row, &id)?,
			Err(row) => left_out.push(row),
		}
	}
	writer.write_event(Event::End(BytesEnd::new("AEOList")))?;
	Ok((writer.into_inner(), left_out))
}

fn certificate(writer: &mut Writer<Vec<u8>>, row: &Row, id: &str) -> std::io::Result<()> {
	let start = |name| Event::Start(BytesStart::new(name));
	let end = |name| Event::End(BytesEnd::new(name));
	writer.write_event(start("Certificate"))?;
	element(writer, "ID", row.number.as_str())?;
	element(
		writer,
		"ProgrammeCode",
		row.certificate_type.programme.as_str(),
	)?;
	element(writer, "TypeCode", row.certificate_type.code.as_str())?;
	element(writer, "StatusCode", &status_name(row.life.status()))?;
	element(writer, "EffectiveDate", &row.valid_from.to_string())?;
	if let Some(until) = row.valid_until {
		element(writer, "ExpirationDate", &until.to_string())?;
	}
	for role in row.roles.iter() {
		writer.write_event(start("AEOMutualRecognitionParty"))?;
		element(writer, "ID", id)?;
		element(writer, "RoleCode", role.code())?;
		writer.write_event(end("AEOMutualRecognitionParty"))?;
	}
	writer.write_event(end("Certificate"))
}

fn element(writer: &mut Writer<Vec<u8>>, name: &str, text: &str) -> std::io::Result<()> {
	writer.write_event(Event::Start(BytesStart::new(name)))?;
	writer.write_event(Event::Text(BytesText::new(text)))?;
	writer.write_event(Event::End(BytesEnd::new(name)))
}
