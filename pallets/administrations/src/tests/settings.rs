//! `change_settings`.

use super::*;
use crate::{Error, Settings};
use aeo_primitives::UsesRecorded;
use frame_support::assert_noop;

#[test]
fn change_settings_should_replace_them() {
	build_and_execute(|| {
		let settings = Settings {
			uses_recorded: UsesRecorded::Clear,
		};
		assert_ok!(Administrations::change_settings(signed(CR), settings));
		expect_event(Event::SettingsChanged {
			administration: Territory::CR,
			settings,
		});
		assert_eq!(record(Territory::CR).settings, settings);
		assert_eq!(
			record(Territory::PE).settings,
			Settings {
				uses_recorded: UsesRecorded::Sealed
			}
		);
	});
}

#[test]
fn change_settings_should_fail_when_nothing_changes() {
	build_and_execute(|| {
		assert_noop!(
			Administrations::change_settings(signed(CR), Settings::default()),
			Error::<Test>::NothingWouldChange
		);
	});
}
