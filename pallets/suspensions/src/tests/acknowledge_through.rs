//! `acknowledge_through`.

use super::*;

fn known() -> Watermarks {
	Suspensions::acknowledged_through(Territory::CR, Territory::MX)
}

#[test]
fn acknowledge_through_should_take_in_everything_up_to_two_places_in_one_call() {
	build_and_execute(|| {
		certify();
		let mx = Territory::MX;
		assert_ok!(suspend_one(NUMBER, SuspensionScope::Full));
		assert_ok!(suspend_one(BOTH, SuspensionScope::Full));
		assert_ok!(acknowledge_through(CR, mx, 0, 3));
		assert_ok!(acknowledge_through(CR, mx, 2, 4));
		let watermarks = |changes, ordinals| Watermarks { changes, ordinals };
		assert_eq!(known(), watermarks(2, 4));
		expect_event(Event::AcknowledgedThrough {
			grantor: Territory::CR,
			issuer: mx,
			before: watermarks(0, 3),
			after: watermarks(2, 4),
			by: officer(CR, Scope::Clearance),
		});
		// Another partner has its own, and single versions theirs.
		assert_eq!(
			Suspensions::acknowledged_through(Territory::PE, mx),
			Watermarks::default()
		);
		assert_ok!(acknowledge(CR, mx, NUMBER, 2));
	});
}

#[test]
fn acknowledge_through_should_only_go_up_and_not_beyond_what_was_told() {
	build_and_execute(|| {
		certify();
		let mx = Territory::MX;
		assert_ok!(suspend_one(NUMBER, SuspensionScope::Full));
		for (changes, ordinals) in [(2, 0), (0, 5), (u32::MAX, 0), (0, u32::MAX)] {
			assert_noop!(
				acknowledge_through(CR, mx, changes, ordinals),
				Error::<Test>::BeyondWhatWasTold
			);
		}
		assert_ok!(acknowledge_through(CR, mx, 1, 4));
		for (changes, ordinals) in [(0, 4), (1, 3), (0, 0), (0, 5), (2, 3)] {
			assert_noop!(
				acknowledge_through(CR, mx, changes, ordinals),
				Error::<Test>::AcknowledgedFurtherAlready
			);
		}
		assert_noop!(
			acknowledge_through(CR, mx, 1, 4),
			Error::<Test>::NothingWouldChange
		);
	});
}

/// As a form leaves them: an issuer that nobody has chosen, and 0.
#[test]
fn acknowledge_through_should_fail_with_what_nobody_has_filled_in() {
	build_and_execute(|| {
		certify();
		for issuer in [Territory::AD, Territory::MX] {
			assert_noop!(
				acknowledge_through(CR, issuer, 0, 0),
				Error::<Test>::NothingWouldChange
			);
		}
		assert_noop!(
			acknowledge_through(CR, Territory::AD, 0, 1),
			Error::<Test>::BeyondWhatWasTold
		);
	});
}

#[test]
fn acknowledge_through_should_fail_for_ones_own_certificates() {
	build_and_execute(|| {
		certify();
		assert_noop!(
			acknowledge_through(MX, Territory::MX, 0, 1),
			Error::<Test>::OwnCertificate
		);
	});
}
