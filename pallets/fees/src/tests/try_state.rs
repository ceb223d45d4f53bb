//! The invariants find what breaks them.

use super::*;
use crate::{Bucket, OuterSigner, UsedByAccount, UsedJointly, UsedOfReserve};

fn broken(by: impl FnOnce()) {
	new_test_ext().execute_with(|| {
		Fees::do_try_state().expect("they hold before");
		by();
		assert!(Fees::do_try_state().is_err());
	});
}

#[test]
fn every_invariant_should_be_broken_by_what_it_forbids() {
	broken(|| OuterSigner::<Test>::put(MX));
	broken(|| Budgets::<Test>::insert(Territory::EC, Budget::default()));
	broken(|| Budgets::<Test>::remove(Territory::MX));
	broken(|| Budgets::<Test>::mutate(Territory::MX, |budget| budget.used = 1_001));
	broken(|| Budgets::<Test>::mutate(Territory::MX, |budget| budget.at = 2));
	let bucket = |used| Bucket { used, at: 1 };
	broken(|| UsedOfReserve::<Test>::insert(Territory::MX, bucket(401)));
	broken(|| UsedJointly::<Test>::insert(Territory::MX, bucket(151)));
	broken(|| UsedByAccount::<Test>::insert(MX, bucket(201)));
}
