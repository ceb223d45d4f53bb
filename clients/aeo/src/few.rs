//! How much may go at once without a word: a registry that was cut off or emptied must end and erase nothing that
//! nobody looks at.

/// So many may always go.
const ALWAYS: usize = 10;

/// One of so many may: two of a hundred.
const SHARE: usize = 50;

/// Returns whether so many of all may go: no more than was said, or few where nothing was said.
pub fn may_go(count: usize, all: usize, said: Option<usize>) -> bool {
	count <= said.unwrap_or_else(|| ALWAYS.max(all / SHARE))
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn few_should_go_unless_it_is_said_how_many() {
		assert!(may_go(10, 10, None));
		assert!(!may_go(11, 100, None));
		assert!(may_go(20, 1000, None));
		assert!(!may_go(21, 1000, None));
		assert!(may_go(21, 1000, Some(21)));
		assert!(!may_go(22, 1000, Some(21)));
		assert!(!may_go(1, 1000, Some(0)));
	}
}
