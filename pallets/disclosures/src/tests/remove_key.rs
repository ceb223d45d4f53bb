//! `remove_key`.

use super::*;
use crate::HolderKeys;
use aeo_primitives::OnAccountUnlinked;

#[test]
fn remove_key_should_leave_none() {
	build_and_execute(|| {
		link();
		let trader = Linked::get()[&HOLDER];
		assert_ok!(Disclosures::register_key(
			signed(HOLDER),
			H256::repeat_byte(1)
		));
		assert_ok!(Disclosures::remove_key(signed(HOLDER)));
		assert_eq!(HolderKeys::<Test>::iter().count(), 0);
		expect_event(Event::HolderKeySet {
			trader,
			key: None,
			by: HOLDER,
		});
	});
}

#[test]
fn remove_key_should_fail_where_there_is_none() {
	build_and_execute(|| {
		link();
		assert_noop!(
			Disclosures::remove_key(signed(HOLDER)),
			Error::<Test>::KeyMissing
		);
		assert_noop!(
			Disclosures::remove_key(signed(STRANGER)),
			Error::<Test>::NotAHolder
		);
	});
}

/// Who leaves may know the secret.
#[test]
fn a_key_should_go_when_an_account_is_unlinked() {
	build_and_execute(|| {
		link();
		let trader = Linked::get()[&HOLDER];
		assert_ok!(Disclosures::register_key(
			signed(HOLDER),
			H256::repeat_byte(1)
		));
		// Of another one.
		Disclosures::on_unlinked(&H256::repeat_byte(9), &STRANGER);
		assert!(HolderKeys::<Test>::contains_key(trader));
		Disclosures::on_unlinked(&trader, &HOLDER);
		assert!(!HolderKeys::<Test>::contains_key(trader));
		expect_event(Event::HolderKeySet {
			trader,
			key: None,
			by: HOLDER,
		});
		// Nothing is told where there is none.
		let events = System::events().len();
		Disclosures::on_unlinked(&trader, &HOLDER);
		assert_eq!(System::events().len(), events);
	});
}
