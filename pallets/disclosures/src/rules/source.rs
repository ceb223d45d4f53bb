//! Where files are fetched.

use crate::types::Source;

/// What an address begins with.
const SCHEME: &str = "https://";

/// A text is no address.
#[derive(Debug, PartialEq)]
pub(crate) struct NotUnderstood;

/// Returns the address that is written, without white space and `/` at its ends; none where nothing is.
///
/// Clients take it as it is and add the names of files to it. So it names a host, and has no user, query
/// or fragment.
pub(crate) fn read(written: &str) -> Result<Option<Source>, NotUnderstood> {
	let written = written.trim();
	if written.is_empty() {
		return Ok(None);
	}
	let normal = written.trim_end_matches('/');
	let rest = normal.strip_prefix(SCHEME).ok_or(NotUnderstood)?;
	let is_plain = |c: char| c.is_ascii_graphic() && !r#"?#@\"<>"#.contains(c);
	if !rest.starts_with(|c: char| c.is_ascii_alphanumeric()) || !rest.chars().all(is_plain) {
		return Err(NotUnderstood);
	}
	normal.try_into().map(Some).map_err(|_| NotUnderstood)
}
