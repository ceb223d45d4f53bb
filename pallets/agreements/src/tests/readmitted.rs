//! What an administration that leaves and is admitted again finds of its agreements.

use super::*;

const BOTH: [Territory; 2] = [Territory::MX, Territory::CR];

#[test]
fn legs_should_not_come_back_with_an_administration_that_is_admitted_again() {
	build_and_execute(|| {
		let number = conclude();
		for land in BOTH {
			aeo_mocks::readmit(land);
			for (issuer, grantor) in [(BOTH[0], BOTH[1]), (BOTH[1], BOTH[0])] {
				assert!(!in_force(issuer, grantor));
				let leg = &Agreements::legs_of(issuer, grantor)[0];
				assert_eq!(state_at(leg, NOON), LegState::Ended);
			}
		}
		// And nobody can stir them any more.
		assert_noop!(
			Agreements::suspend_leg(by(MX), number, Territory::MX, Territory::CR),
			Error::<Test>::LegEnded
		);
		assert_noop!(
			Agreements::put_in_force(by(CR), number, Territory::MX, written(TODAY)),
			Error::<Test>::LegEnded
		);
	});
}

#[test]
fn a_leg_that_waited_for_a_day_should_not_begin_after_an_end_was_admitted_again() {
	build_and_execute(|| {
		let number = propose(signed(MX), &BOTH, None);
		assert_ok!(sign(CR, number, None));
		aeo_mocks::readmit(Territory::MX);
		assert_noop!(
			Agreements::put_in_force(by(CR), number, Territory::MX, written(TODAY)),
			Error::<Test>::LegEnded
		);
	});
}

#[test]
fn all_should_sign_new_legs_with_one_that_is_admitted_again() {
	build_and_execute(|| {
		let number = conclude();
		aeo_mocks::readmit(Territory::MX);
		// By another version of the agreement,
		let legs = mesh(&BOTH);
		assert_ok!(amend_with(signed(CR), number, &[], legs, Some(TODAY)));
		assert!(!in_force(Territory::MX, Territory::CR));
		assert_ok!(sign_amendment(MX, number, Some(TODAY)));
		assert!(in_force(Territory::MX, Territory::CR));
		assert!(in_force(Territory::CR, Territory::MX));
		// or by another agreement, with which what was outlived is gone.
		aeo_mocks::readmit(Territory::MX);
		let further = conclude();
		assert!(in_force(Territory::MX, Territory::CR));
		let legs = Agreements::legs_of(Territory::MX, Territory::CR);
		let known: Vec<_> = legs.iter().map(|leg| leg.agreement).collect();
		assert_eq!(known, [further]);
	});
}

#[test]
fn a_signature_should_mean_nothing_after_its_party_was_admitted_again() {
	build_and_execute(|| {
		let number = propose(signed(MX), &BOTH, Some(TODAY));
		aeo_mocks::readmit(Territory::MX);
		assert_noop!(
			frame_support::storage::with_storage_layer(|| sign(CR, number, Some(TODAY))),
			Error::<Test>::SignatureOutdated
		);
		assert_ok!(sign(MX, number, Some(TODAY)));
		assert_noop!(sign(MX, number, Some(TODAY)), Error::<Test>::SignedAlready);
		assert_ok!(sign(CR, number, Some(TODAY)));
		assert!(in_force(Territory::MX, Territory::CR));
	});
}

#[test]
fn outlived_legs_should_count_against_no_bound() {
	build_and_execute(|| {
		MaxLegsOfIssuer::set(2);
		conclude();
		conclude();
		aeo_mocks::readmit(Territory::MX);
		// Mexico's own were outlived, and so were those to it once there are others.
		let number = propose(signed(MX), &[Territory::MX, Territory::PE], Some(TODAY));
		assert_ok!(sign(PE, number, Some(TODAY)));
		conclude();
		// Costa Rica gives notice of what is over, and the rest goes with it.
		aeo_mocks::readmit(Territory::MX);
		leave(CR, 1);
		assert_eq!(Agreements::summary(Territory::CR).len(), 1);
		leave(CR, 2);
		leave(CR, 4);
		assert_eq!(Agreements::summary(Territory::CR).len(), 0);
	});
}
