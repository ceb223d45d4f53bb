//! `acknowledge`.

use super::*;

#[test]
fn acknowledge_should_store_the_version_and_only_go_up() {
	build_and_execute(|| {
		certify();
		let mx = Territory::MX;
		let known = || Suspensions::acknowledged_version(Territory::CR, mx, &number(NUMBER));
		assert_eq!(known(), None);
		assert_noop!(
			acknowledge(CR, mx, NUMBER, 0),
			Error::<Test>::VersionMissing
		);
		assert_ok!(acknowledge(CR, mx, "mx-1", 1));
		assert_eq!(known(), Some(1));
		expect_event(Event::Acknowledged {
			grantor: Territory::CR,
			issuer: mx,
			number: number(NUMBER),
			version: 1,
			by: officer(CR, Scope::Clearance),
		});
		assert_noop!(
			acknowledge(CR, mx, NUMBER, 1),
			Error::<Test>::VersionAcknowledgedAlready
		);
		assert_noop!(
			acknowledge(CR, mx, NUMBER, 2),
			Error::<Test>::VersionNotReached
		);
		assert_ok!(suspend_one(NUMBER, SuspensionScope::Full));
		assert_ok!(acknowledge(CR, mx, NUMBER, 2));
		assert_ok!(acknowledge(PE, mx, NUMBER, 2));
	});
}

#[test]
fn acknowledge_should_fail_for_ones_own_or_an_unknown_certificate() {
	build_and_execute(|| {
		certify();
		assert_noop!(
			acknowledge(MX, Territory::MX, NUMBER, 1),
			Error::<Test>::OwnCertificate
		);
		assert_noop!(
			acknowledge(CR, Territory::MX, "MX-9", 1),
			Error::<Test>::UnknownCertificate
		);
	});
}
