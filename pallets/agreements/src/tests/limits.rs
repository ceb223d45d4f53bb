//! The bounds of a pair and of an issuer: reached, exceeded, and how what is over makes room.

use super::*;
use frame_support::storage::with_storage_layer;

const PAIR: [Territory; 2] = [Territory::MX, Territory::CR];

/// As many agreements of Mexico and Costa Rica as a pair can have.
fn fill_pair() -> Vec<AgreementId> {
	(0..16).map(|_| conclude()).collect()
}

/// Mexico proposes and Costa Rica's is the last signature.
fn one_more(from: &str) -> DispatchResult {
	let number = propose(signed(MX), &PAIR, Some(from));
	with_storage_layer(|| sign(CR, number, Some(from)))
}

#[test]
fn a_pair_should_have_sixteen_legs_at_most() {
	build_and_execute(|| {
		fill_pair();
		let number = propose(signed(MX), &PAIR, None);
		assert_noop!(
			with_storage_layer(|| sign(CR, number, None)),
			Error::<Test>::TooManyLegsOfPair
		);
		assert_eq!(Agreements::legs(Territory::MX, Territory::CR).len(), 16);
	});
}

#[test]
fn a_leg_that_is_over_should_make_room_in_its_pair() {
	build_and_execute(|| {
		let numbers = fill_pair();
		leave(CR, numbers[3]);
		// Through its last day it counts.
		let end = day("2027-01-23").last_moment((-360).try_into().expect("an offset"));
		Timestamp::set_timestamp(end);
		assert_noop!(
			with_storage_layer(|| one_more("2027-01-23")),
			Error::<Test>::TooManyLegsOfPair
		);
		Timestamp::set_timestamp(end + 1);
		assert_ok!(one_more("2027-01-24"));
		assert_eq!(Agreements::legs(Territory::MX, Territory::CR).len(), 16);
		assert_eq!(state(numbers[3], Territory::MX, Territory::CR), None);
		assert_noop!(
			with_storage_layer(|| one_more("2027-01-24")),
			Error::<Test>::TooManyLegsOfPair
		);
	});
}

#[test]
fn the_versions_of_a_leg_should_count_until_they_are_over() {
	build_and_execute(|| {
		let numbers = fill_pair();
		let leg = vec![leg(Territory::MX, Territory::CR)];
		assert_ok!(amend_with(signed(MX), numbers[0], &[], leg, None));
		assert_noop!(
			with_storage_layer(|| sign_amendment(CR, numbers[0], Some("2026-12-01"))),
			Error::<Test>::TooManyLegsOfPair
		);
		leave(CR, numbers[5]);
		days_later(61);
		assert_ok!(sign_amendment(CR, numbers[0], Some("2027-02-01")));
		assert_eq!(versions(numbers[0], Territory::MX, Territory::CR).len(), 2);
	});
}

#[test]
fn an_issuer_should_have_so_many_legs_at_most() {
	build_and_execute(|| {
		MaxLegsOfIssuer::set(3);
		for _ in 0..3 {
			conclude();
		}
		assert_noop!(
			with_storage_layer(|| one_more(TODAY)),
			Error::<Test>::TooManyLegsOfIssuer
		);
		// To whatever grantor they lead: Peru's is the fourth.
		let number = propose(signed(MX), &[Territory::MX, Territory::PE], None);
		assert_noop!(
			with_storage_layer(|| sign(PE, number, None)),
			Error::<Test>::TooManyLegsOfIssuer
		);
		// Others have their own bound.
		let number = propose(signed(PE), &[Territory::PE, Territory::CO], None);
		assert_ok!(sign(CO, number, None));
		assert_eq!(Agreements::summary(Territory::MX).len(), 3);
		assert_eq!(Agreements::summary(Territory::PE).len(), 1);
	});
}

#[test]
fn a_leg_that_is_over_should_make_room_at_its_issuer() {
	build_and_execute(|| {
		MaxLegsOfIssuer::set(2);
		let (first, second) = (conclude(), conclude());
		let (issuer, grantor) = (Territory::MX, Territory::CR);
		// Suspended or not, it ends.
		assert_ok!(Agreements::suspend_leg(by(CR), first, issuer, grantor));
		leave(MX, first);
		let with_peru = propose(signed(MX), &[Territory::MX, Territory::PE], None);
		assert_noop!(
			with_storage_layer(|| sign(PE, with_peru, None)),
			Error::<Test>::TooManyLegsOfIssuer
		);
		// To another grantor, where clocks are not read, it counts until the day is over
		// everywhere: on 24 January, 12:00 UTC.
		let everywhere = day("2027-01-23").last_moment(aeo_primitives::UtcOffset::LAST);
		assert_eq!(everywhere, NOON + 61 * 24 * HOUR - 1);
		Timestamp::set_timestamp(everywhere);
		assert_noop!(
			with_storage_layer(|| sign(PE, with_peru, None)),
			Error::<Test>::TooManyLegsOfIssuer
		);
		Timestamp::set_timestamp(everywhere + 1);
		assert_ok!(sign(PE, with_peru, None));
		let known: Vec<_> = Agreements::summary(issuer)
			.into_iter()
			.map(|known| (known.grantor, known.leg.agreement))
			.collect();
		assert_eq!(known, [(grantor, second), (Territory::PE, with_peru)]);
		// In its own pair it stays until another begins there.
		assert_eq!(Agreements::legs(issuer, grantor).len(), 2);
	});
}

#[test]
fn what_is_over_should_make_room_in_its_own_pair_as_soon_as_its_grantors_day_ends() {
	build_and_execute(|| {
		MaxLegsOfIssuer::set(1);
		let number = conclude();
		leave(MX, number);
		let end = day("2027-01-23").last_moment((-360).try_into().expect("an offset"));
		Timestamp::set_timestamp(end + 1);
		assert_ok!(one_more("2027-01-24"));
		assert_eq!(Agreements::summary(Territory::MX).len(), 1);
	});
}

/// As many as the chain allows: 256 legs of Mexico, of 16 agreements with 16 partners each.
#[test]
fn an_issuer_should_have_256_legs_and_no_more() {
	build_and_execute(|| {
		let lands = Territory::ALL.iter().filter(|land| **land != Territory::MX);
		let partners: Vec<_> = (100..).zip(lands.copied().take(17)).collect();
		for (own, territory) in &partners {
			aeo_mocks::admit(*own, *territory, 0);
		}
		let sign_with_mexico = |own, territory| {
			let number = crate::LastAgreement::<Test>::get() + 1;
			let leg = vec![leg(Territory::MX, territory)];
			let parties = [Territory::MX, territory];
			assert_ok!(propose_with(signed(MX), &parties, leg, None));
			with_storage_layer(|| sign(own, number, Some(TODAY)))
		};
		for (own, territory) in &partners[..16] {
			for _ in 0..16 {
				assert_ok!(sign_with_mexico(*own, *territory));
			}
		}
		assert_eq!(Agreements::summary(Territory::MX).len(), 256);
		let (own, territory) = partners[16];
		assert_noop!(
			with_storage_layer(|| sign_with_mexico(own, territory)),
			Error::<Test>::TooManyLegsOfIssuer
		);
	});
}
