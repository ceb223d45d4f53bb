//! Which places a page of a list or of a log has.

use core::{iter::Rev, ops::Range};

/// Most entries on a page.
pub const PAGE: u32 = 50;

/// Returns the places of a page of a list with `count` entries, from the first one on, and the next
/// page where there are later ones.
pub fn list_page(count: u32, page: u32) -> (Range<u32>, Option<u32>) {
	let first = page.saturating_mul(PAGE).min(count);
	let end = first.saturating_add(PAGE).min(count);
	(first..end, (end < count).then(|| page.saturating_add(1)))
}

/// Returns the places of a page of a log with `count` entries, from the latest one on, and the next
/// page where there are earlier ones.
pub fn log_page(count: u32, page: u32) -> (Rev<Range<u32>>, Option<u32>) {
	let end = count.saturating_sub(page.saturating_mul(PAGE));
	let first = end.saturating_sub(PAGE);
	(
		(first..end).rev(),
		(first > 0).then(|| page.saturating_add(1)),
	)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn pages_of_a_list_should_hold_each_place_once() {
		assert_eq!(list_page(0, 0), (0..0, None));
		assert_eq!(list_page(50, 0), (0..50, None));
		assert_eq!(list_page(51, 0), (0..50, Some(1)));
		assert_eq!(list_page(51, 1), (50..51, None));
		for beyond in [2, u32::MAX] {
			assert_eq!(list_page(51, beyond), (51..51, None));
		}
	}

	#[test]
	fn pages_of_a_log_should_begin_with_the_latest() {
		let log = |count, page| {
			let (places, next) = log_page(count, page);
			(places.collect::<Vec<_>>(), next)
		};
		let down = |places: Range<u32>| places.rev().collect::<Vec<_>>();
		assert_eq!(log(0, 0), (vec![], None));
		assert_eq!(log(50, 0), (down(0..50), None));
		assert_eq!(log(51, 0), (down(1..51), Some(1)));
		assert_eq!(log(51, 1), (vec![0], None));
		for beyond in [2, u32::MAX] {
			assert_eq!(log(51, beyond), (vec![], None));
		}
	}
}
