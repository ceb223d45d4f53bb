//! The pure functions of `rules/lifecycle.rs`, for every state.

use crate::{
	rules::lifecycle::*,
	AdministrationState::{self, Admitted, Quarantined, Withdrawn},
	KeyVersions,
	Quarantine::{Both, Council, Own},
};

const THEN: KeyVersions = KeyVersions {
	account: 1,
	encryption_key: 2,
};
const NOW: KeyVersions = KeyVersions {
	account: 3,
	encryption_key: 4,
};

/// One row a state: by itself, by the council, released by itself, released by the council.
#[test]
fn every_function_should_give_what_the_table_says() {
	type To = Option<AdministrationState>;
	let own = Quarantined(Own(THEN));
	let council = Quarantined(Council);
	let both = Quarantined(Both(THEN));
	let table: [(AdministrationState, [To; 4]); 5] = [
		(Withdrawn, [None, None, None, None]),
		(
			Admitted,
			[Some(Quarantined(Own(NOW))), Some(council), None, None],
		),
		(own, [None, Some(both), Some(Admitted), None]),
		(
			council,
			[Some(Quarantined(Both(NOW))), None, None, Some(Admitted)],
		),
		(both, [None, None, Some(council), Some(own)]),
	];
	for (from, to) in table {
		let found = [
			quarantined_by_itself(from, NOW),
			quarantined_by_council(from),
			released_by_itself(from),
			released_by_council(from),
		];
		assert_eq!(found, to, "from {from:?}");
	}
}

#[test]
fn has_new_keys_should_ask_for_both_keys() {
	let versions = |account, encryption_key| KeyVersions {
		account,
		encryption_key,
	};
	for account in 0..4 {
		for encryption_key in 0..5 {
			let expected = account >= 2 && encryption_key >= 3;
			assert_eq!(
				has_new_keys(THEN, versions(account, encryption_key)),
				expected
			);
		}
	}
}

#[test]
fn quarantine_should_say_who_has_a_part_in_it() {
	assert_eq!(
		[Own(THEN).own(), Council.own(), Both(THEN).own()],
		[Some(THEN), None, Some(THEN)]
	);
	assert_eq!(
		[Own(THEN), Council, Both(THEN)].map(|quarantine| quarantine.by_council()),
		[false, true, true]
	);
}
