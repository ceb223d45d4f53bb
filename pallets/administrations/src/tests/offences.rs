//! The mark of a validator's equivocations.

use super::*;
use crate::{
	AdministrationOfValidator, Equivocation, EquivocationMark, Equivocations, ValidatorAccounts,
};
use pallet_session::SessionManager;
use sp_runtime::traits::Convert;

#[test]
fn equivocations_should_be_counted_and_the_latest_kept() {
	build_and_execute(|| {
		Administrations::note_equivocation(Territory::MX, Equivocation::TwoVotes, 3, 8);
		System::set_block_number(5);
		Administrations::note_equivocation(Territory::MX, Equivocation::TwoBlocks, 4, 9);
		assert_eq!(
			Equivocations::<Test>::get(Territory::MX),
			Some(EquivocationMark {
				equivocation: Equivocation::TwoBlocks,
				session: 4,
				place: 9,
				reported: 5,
				count: 2,
			})
		);
		assert_eq!(Equivocations::<Test>::get(Territory::CR), None);
		System::assert_last_event(
			Event::EquivocationNoted {
				administration: Territory::MX,
				equivocation: Equivocation::TwoBlocks,
				session: 4,
				place: 9,
				count: 2,
			}
			.into(),
		);
	});
}

#[test]
fn reports_should_be_one_in_the_length_of_a_session() {
	build_and_execute(|| {
		let may = || Administrations::may_note_equivocation(Territory::MX);
		assert!(may());
		Administrations::note_equivocation(Territory::MX, Equivocation::TwoVotes, 3, 8);
		// sessions have ten blocks here, and this is block 1
		for (block, expected) in [(1, false), (10, false), (11, true)] {
			System::set_block_number(block);
			assert_eq!(may(), expected, "{block}");
		}
		assert!(Administrations::may_note_equivocation(Territory::CR));
	});
}

/// Else one that equivocated would go free by rotating its account or by leaving.
#[test]
fn a_validators_account_should_stay_its_administrations() {
	build_and_execute(|| {
		let of = |account| AdministrationOfValidator::<Test>::convert(account);
		assert_eq!(of(MX), None, "it has not validated yet");
		assert!(Administrations::new_session(0).is_some());
		assert_eq!(of(MX), Some(Territory::MX));
		assert_eq!(Administrations::validators(), vec![(MX, Territory::MX)]);
		assert_ok!(Administrations::rotate_account(signed(MX), STRANGER));
		assert_ok!(Administrations::accept_account(signed(STRANGER)));
		assert_eq!(of(MX), Some(Territory::MX));
		// not yet: it has no session keys
		assert_eq!(of(STRANGER), None);
		WithSessionKeys::set(vec![MX, STRANGER]);
		assert!(Administrations::new_session(1).is_some());
		assert_eq!(of(STRANGER), Some(Territory::MX));
		assert_ok!(Administrations::expel(council(3, 3), Territory::MX));
		assert_eq!(of(STRANGER), Some(Territory::MX));
		assert_eq!(ValidatorAccounts::<Test>::iter().count(), 2);
	});
}
