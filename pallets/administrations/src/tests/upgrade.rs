//! `authorise_upgrade`, `note_stalled`.

use super::*;
use frame_support::assert_noop;
use sp_runtime::DispatchError::BadOrigin;

#[test]
fn authorise_upgrade_should_authorise_a_runtime_with_a_higher_version() {
	build_and_execute(|| {
		assert_ok!(Administrations::authorise_upgrade(enough(), key(7)));
		System::assert_last_event(
			frame_system::Event::UpgradeAuthorized {
				code_hash: key(7),
				check_version: true,
			}
			.into(),
		);
		assert!(System::authorized_upgrade().is_some());
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
