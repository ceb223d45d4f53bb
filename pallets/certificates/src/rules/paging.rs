//! Which places a page of a list or of a log has.

use crate::types::PAGE;
use core::ops::Range;

/// Returns the places of a page of a list with `count` entries, from the first one on.
pub(crate) fn list_page(count: u32, page: u32) -> Range<u32> {
	let first = page.saturating_mul(PAGE);
	first.min(count)..first.saturating_add(PAGE).min(count)
}
