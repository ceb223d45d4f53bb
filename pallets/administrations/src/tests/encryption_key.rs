//! `rotate_encryption_key`.

use super::*;
use crate::Error;
use frame_support::assert_noop;

#[test]
fn rotate_encryption_key_should_count_the_versions() {
	build_and_execute(|| {
		for version in 1..=2 {
			let new = key(100 + version);
			assert_ok!(Administrations::rotate_encryption_key(signed(CR), new));
			expect_event(Event::EncryptionKeyRotated {
				administration: Territory::CR,
				key: new,
				version: version.into(),
			});
			assert_eq!(record(Territory::CR).details.encryption_key, new);
			assert_eq!(
				record(Territory::CR).key_versions.encryption_key,
				u32::from(version)
			);
			assert_eq!(record(Territory::CR).key_versions.account, 0);
		}
	});
}

#[test]
fn rotate_encryption_key_should_fail_without_a_key() {
	build_and_execute(|| {
		assert_noop!(
			Administrations::rotate_encryption_key(signed(CR), H256::zero()),
			Error::<Test>::EncryptionKeyMissing
		);
	});
}

#[test]
fn rotate_encryption_key_should_fail_for_a_key_of_low_order() {
	build_and_execute(|| {
		let mut key = H256::zero();
		key.0[0] = 1;
		assert_noop!(
			Administrations::rotate_encryption_key(signed(CR), key),
			Error::<Test>::EncryptionKeyNotUsable
		);
	});
}

#[test]
fn rotate_encryption_key_should_fail_with_the_key_in_use() {
	build_and_execute(|| {
		assert_noop!(
			Administrations::rotate_encryption_key(signed(CR), key(2)),
			Error::<Test>::EncryptionKeyUnchanged
		);
	});
}

#[test]
fn rotate_encryption_key_should_fail_when_versions_are_used_up() {
	build_and_execute(|| {
		Stored::<Test>::mutate(Territory::CR, |record| {
			record
				.as_mut()
				.expect("admitted")
				.key_versions
				.encryption_key = u32::MAX;
		});
		assert_noop!(
			Administrations::rotate_encryption_key(signed(CR), key(3)),
			sp_runtime::ArithmeticError::Overflow
		);
	});
}
