//! `register_key`.

use super::*;
use crate::{HolderKey, HolderKeys};
use aeo_primitives::recognition::Standing;

#[test]
fn register_key_should_put_a_key_in_the_place_of_the_one_before() {
	build_and_execute(|| {
		link();
		let trader = Linked::get()[&HOLDER];
		for (block, byte) in [(5, 1), (9, 2)] {
			System::set_block_number(block.into());
			let key = H256::repeat_byte(byte);
			assert_ok!(Disclosures::register_key(signed(HOLDER), key));
			assert_eq!(
				HolderKeys::<Test>::get(trader),
				Some(HolderKey { key, block })
			);
			expect_event(Event::HolderKeySet {
				trader,
				key: Some(key),
				by: HOLDER,
			});
		}
		assert_eq!(HolderKeys::<Test>::iter().count(), 1);
	});
}

#[test]
fn register_key_should_fail_for_no_key_and_the_same_one() {
	build_and_execute(|| {
		link();
		let register = |key| Disclosures::register_key(signed(HOLDER), key);
		assert_noop!(register(H256::zero()), Error::<Test>::KeyMissing);
		assert_ok!(register(H256::repeat_byte(1)));
		assert_noop!(register(H256::repeat_byte(1)), Error::<Test>::KeyUnchanged);
	});
}

/// Whatever is sealed to such a key everybody could open.
#[test]
fn register_key_should_fail_for_a_key_of_low_order() {
	build_and_execute(|| {
		link();
		for (first, between, last) in [
			(1, 0, 0),
			(1, 0, 0x80),
			(0xec, 0xff, 0x7f),
			(0xed, 0xff, 0xff),
		] {
			let mut bytes = [between; 32];
			(bytes[0], bytes[31]) = (first, last);
			assert_noop!(
				Disclosures::register_key(signed(HOLDER), H256(bytes)),
				Error::<Test>::KeyNotUsable
			);
		}
	});
}

#[test]
fn register_key_should_fail_for_who_holds_nothing() {
	build_and_execute(|| {
		for account in [STRANGER, MX, HOLDER] {
			assert_noop!(
				Disclosures::register_key(signed(account), H256::repeat_byte(1)),
				Error::<Test>::NotAHolder
			);
		}
	});
}

/// The key is the trader's, whatever becomes of its administration.
#[test]
fn register_key_should_be_the_holders_in_a_quarantine_too() {
	build_and_execute(|| {
		link();
		aeo_mocks::set_standing(Territory::MX, Standing::QuarantinedByItself);
		assert_ok!(Disclosures::register_key(
			signed(HOLDER),
			H256::repeat_byte(1)
		));
	});
}
