//! What becomes of an argument that is left as polkadot.js Apps fills it: the README's table.

use super::*;
use crate::Error;
use frame_support::assert_noop;

#[test]
fn an_administration_left_should_be_refused() {
	build_and_execute(|| {
		assert_noop!(
			Fees::set_quota(council(), Territory::AD, MORE),
			Error::<Test>::UnknownAdministration
		);
	});
}

#[test]
fn a_quota_left_in_either_half_should_be_refused() {
	build_and_execute(|| {
		for (max, recovery) in [(0, 0), (0, 1), (1, 0)] {
			assert_noop!(
				Fees::set_quota(council(), Territory::CR, Quota { max, recovery }),
				Error::<Test>::QuotaMissing
			);
		}
	});
}

#[test]
fn every_argument_should_have_its_row_in_the_readme() {
	let readme = include_str!("../../README.md");
	for argument in ["administration", "quota"] {
		let row = format!("| `set_quota` | `{argument}` |");
		assert!(readme.contains(&row), "the README has no row {row}");
	}
}
