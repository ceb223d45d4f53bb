//! Which places a page of a log has.

use crate::types::PAGE;
use core::ops::Range;

/// Returns the places of a page of a log with `count` entries, from the latest one on, and the next
/// page where there are earlier ones.
pub(crate) fn log_page(count: u32, page: u32) -> (Range<u32>, Option<u32>) {
	let end = count.saturating_sub(page.saturating_mul(PAGE));
	let first = end.saturating_sub(PAGE);
	(first..end, (first > 0).then(|| page.saturating_add(1)))
}
