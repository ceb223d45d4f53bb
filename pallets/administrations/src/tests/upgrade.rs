//! `authorise_upgrade`, `withdraw_upgrade`, `note_stalled`.

use super::*;
use crate::{AuthorisedUpgrade, Error};
use frame_support::assert_noop;
use sp_runtime::DispatchError::BadOrigin;

fn opened() -> Option<H256> {
	System::authorized_upgrade().map(|authorised| *authorised.code_hash())
}

const FROM: u64 = NOW + 3 * DAY;
const UNTIL: u64 = FROM + 14 * DAY;

#[test]
fn authorise_upgrade_should_open_nothing_yet_and_say_when() {
	build_and_execute(|| {
		assert_ok!(Administrations::authorise_upgrade(enough(), key(7)));
		expect_event(Event::UpgradeAuthorised {
			code_hash: key(7),
			from: FROM,
			until: UNTIL,
		});
		assert_eq!(opened(), None);
		next_block(FROM - 1);
		next_block(FROM);
		assert_eq!(opened(), None, "the clock of the block before counts");
	});
}

#[test]
fn an_upgrade_should_open_after_the_wait_and_lapse() {
	build_and_execute(|| {
		assert_ok!(Administrations::authorise_upgrade(enough(), key(7)));
		next_block(FROM);
		next_block(FROM + 1);
		System::assert_last_event(
			frame_system::Event::UpgradeAuthorized {
				code_hash: key(7),
				check_version: true,
			}
			.into(),
		);
		assert_eq!(opened(), Some(key(7)));
		next_block(UNTIL);
		assert_eq!(opened(), Some(key(7)));
		next_block(UNTIL + 1);
		expect_event(Event::UpgradeLapsed { code_hash: key(7) });
		assert_eq!(opened(), None);
		assert_eq!(AuthorisedUpgrade::<Test>::get(), None);
	});
}

/// The chain may have stood still for the whole time.
#[test]
fn an_upgrade_should_lapse_without_having_opened_when_no_block_was_made() {
	build_and_execute(|| {
		assert_ok!(Administrations::authorise_upgrade(enough(), key(7)));
		next_block(UNTIL);
		next_block(UNTIL + 1);
		expect_event(Event::UpgradeLapsed { code_hash: key(7) });
		assert_eq!(opened(), None);
	});
}

#[test]
fn an_upgrade_that_was_applied_should_neither_lapse_nor_open_again() {
	build_and_execute(|| {
		assert_ok!(Administrations::authorise_upgrade(enough(), key(7)));
		next_block(FROM);
		next_block(FROM + 1);
		// what applying it does
		let key = [
			sp_io::hashing::twox_128(b"System"),
			sp_io::hashing::twox_128(b"AuthorizedUpgrade"),
		];
		frame_support::storage::unhashed::kill(&key.concat());
		let before = System::events().len();
		next_block(FROM + 2);
		next_block(UNTIL + 1);
		assert_eq!(AuthorisedUpgrade::<Test>::get(), None);
		assert_eq!((opened(), System::events().len()), (None, before));
	});
}

#[test]
fn withdraw_upgrade_should_end_it_before_and_after_it_opened() {
	for open in [false, true] {
		build_and_execute(|| {
			assert_ok!(Administrations::authorise_upgrade(enough(), key(7)));
			if open {
				next_block(FROM);
				next_block(FROM + 1);
				assert_eq!(opened(), Some(key(7)));
			}
			assert_ok!(Administrations::withdraw_upgrade(enough(), key(7)));
			expect_event(Event::UpgradeWithdrawn { code_hash: key(7) });
			next_block(FROM + 2);
			next_block(FROM + 3);
			assert_eq!(opened(), None);
		});
	}
}

#[test]
fn withdraw_upgrade_should_fail_for_another_hash_or_none() {
	build_and_execute(|| {
		let refused = crate::Error::<Test>::UnknownUpgrade;
		assert_noop!(Administrations::withdraw_upgrade(enough(), key(7)), refused);
		assert_ok!(Administrations::authorise_upgrade(enough(), key(8)));
		assert_noop!(
			Administrations::withdraw_upgrade(enough(), key(7)),
			crate::Error::<Test>::UnknownUpgrade
		);
	});
}

/// Another runtime waits anew, however long the first has waited.
#[test]
fn authorise_upgrade_should_take_the_place_of_an_open_one_and_wait_anew() {
	build_and_execute(|| {
		assert_ok!(Administrations::authorise_upgrade(enough(), key(7)));
		next_block(FROM);
		next_block(FROM);
		assert_eq!(opened(), Some(key(7)));
		assert_ok!(Administrations::authorise_upgrade(enough(), key(8)));
		System::assert_has_event(RuntimeEvent::Administrations(Event::UpgradeWithdrawn {
			code_hash: key(7),
		}));
		assert_eq!(opened(), None);
		next_block(FROM + 3 * DAY);
		assert_eq!(opened(), None);
		next_block(FROM + 3 * DAY + 1);
		assert_eq!(opened(), Some(key(8)));
	});
}

#[test]
fn withdraw_upgrade_should_need_two_thirds_of_the_seats() {
	build_and_execute(|| {
		assert_ok!(Administrations::authorise_upgrade(enough(), key(7)));
		assert_noop!(
			Administrations::withdraw_upgrade(too_few(), key(7)),
			BadOrigin
		);
	});
}

#[test]
fn authorise_upgrade_should_need_two_thirds_of_the_seats() {
	build_and_execute(|| {
		assert_noop!(
			Administrations::authorise_upgrade(too_few(), key(7)),
			BadOrigin
		);
		assert_noop!(
			Administrations::authorise_upgrade(RuntimeOrigin::root(), key(7)),
			BadOrigin
		);
	});
}

#[test]
fn note_stalled_should_tell_the_finality_gadget() {
	build_and_execute(|| {
		System::set_block_number(101);
		assert_ok!(Administrations::note_stalled(enough(), 20, 100));
		expect_event(Event::StalledNoted {
			delay: 20,
			best_finalised: 100,
		});
		assert_eq!(Stalled::get(), Some((20, 100)));
	});
}

#[test]
fn note_stalled_should_need_two_thirds_of_the_seats() {
	build_and_execute(|| {
		assert_noop!(Administrations::note_stalled(too_few(), 20, 100), BadOrigin);
		assert_eq!(Stalled::get(), None);
	});
}

#[test]
fn note_stalled_should_take_a_day_and_a_block_that_was_made_at_most() {
	build_and_execute(|| {
		System::set_block_number(101);
		assert_noop!(
			Administrations::note_stalled(enough(), 101, 100),
			Error::<Test>::DelayTooLong
		);
		assert_noop!(
			Administrations::note_stalled(enough(), u64::MAX, 100),
			Error::<Test>::DelayTooLong
		);
		assert_noop!(
			Administrations::note_stalled(enough(), 100, 101),
			Error::<Test>::FinalisedBlockAhead
		);
		assert_eq!(Stalled::get(), None);
		assert_ok!(Administrations::note_stalled(enough(), 100, 100));
	});
}
