//! How many offers may be open, and how long.

use super::*;
use aeo_primitives::recognition::Standing;

const LIFETIME: u64 = 30 * 24 * 60 * 60 * 1_000;

fn accept(account: AccountId, text: &str) -> DispatchResult {
	Identities::accept_account(signed(account), tin(text))
}

fn open(text: &str, account: AccountId) {
	assert_ok!(offer(text, account));
}

fn is_there(account: AccountId) -> bool {
	crate::Offers::<Test>::contains_key(account)
}

#[test]
fn a_trader_should_have_eight_accounts_at_most_with_those_that_are_offered() {
	build_and_execute(|| {
		register_all();
		(0..3).for_each(|number| link(TIN, HOLDER + number));
		(3..8).for_each(|number| open(TIN, HOLDER + number));
		assert_noop!(offer(TIN, HOLDER + 8), Error::<Test>::TooManyAccounts);
		// Offered to another of its traders an account is no more offered to this one.
		assert_ok!(offer(OTHER, HOLDER + 3));
		assert_ok!(offer(TIN, HOLDER + 8));
		assert_noop!(offer(TIN, HOLDER + 9), Error::<Test>::TooManyAccounts);
		// What is over makes room: declined, withdrawn, lapsed.
		assert_ok!(Identities::decline_account(signed(HOLDER + 4)));
		assert_ok!(offer(TIN, HOLDER + 9));
		assert_ok!(Identities::withdraw_offer(by(MX), HOLDER + 5));
		assert_ok!(offer(TIN, HOLDER + 10));
		assert_noop!(offer(TIN, HOLDER + 11), Error::<Test>::TooManyAccounts);
		Timestamp::set_timestamp(NOON + LIFETIME + 1);
		(20..25).for_each(|number| open(TIN, HOLDER + number));
		assert_noop!(offer(TIN, HOLDER + 25), Error::<Test>::TooManyAccounts);
	});
}

#[test]
fn an_administration_should_have_so_many_open_offers_at_most() {
	build_and_execute(|| {
		MaxOpenOffers::set(3);
		register_all();
		assert_ok!(offer(TIN, HOLDER));
		assert_ok!(offer(OTHER, HOLDER + 1));
		assert_ok!(offer(TIN, HOLDER + 2));
		assert_noop!(offer(OTHER, HOLDER + 3), Error::<Test>::TooManyOffers);
		// Others have their own bound.
		let costa_rican = tin(COSTA_RICAN);
		assert_ok!(Identities::offer_account(
			by(CR),
			costa_rican,
			HOLDER + 4,
			None
		));
		// An offer that replaces another takes its place.
		assert_ok!(offer(OTHER, HOLDER));
		assert_ok!(accept(HOLDER, OTHER));
		assert_ok!(offer(TIN, HOLDER + 3));
		assert_noop!(offer(TIN, HOLDER + 5), Error::<Test>::TooManyOffers);
	});
}

#[test]
fn an_offer_should_lapse_by_the_clock() {
	build_and_execute(|| {
		register_all();
		assert_ok!(offer(TIN, HOLDER));
		assert_ok!(offer(TIN, HOLDER + 1));
		Timestamp::set_timestamp(NOON + LIFETIME);
		assert!(Identities::is_offered(&HOLDER));
		assert_ok!(accept(HOLDER, TIN));
		Timestamp::set_timestamp(NOON + LIFETIME + 1);
		// It means nothing, and costs nobody anything.
		assert!(!Identities::is_offered(&(HOLDER + 1)));
		assert_noop!(accept(HOLDER + 1, TIN), Error::<Test>::OfferLapsed);
		assert!(Identities::is_outside(&HOLDER));
		assert_ok!(offer(TIN, HOLDER + 1));
		assert_ok!(accept(HOLDER + 1, TIN));
	});
}

/// However many have lapsed: the next offer finds room, with two of them cleared away.
#[test]
fn lapsed_offers_should_make_room_for_their_administrations_next() {
	build_and_execute(|| {
		MaxOpenOffers::set(3);
		register_all();
		(0..3).for_each(|number| open(TIN, HOLDER + number));
		Timestamp::set_timestamp(NOON + LIFETIME + 1);
		assert_ok!(offer(OTHER, HOLDER + 3));
		for account in [HOLDER, HOLDER + 1] {
			System::assert_has_event(RuntimeEvent::Identities(Event::OfferLapsed {
				trader: id(TIN),
				account,
			}));
			assert!(!is_there(account));
		}
		assert!(is_there(HOLDER + 2));
		assert_ok!(offer(OTHER, HOLDER + 4));
		assert_ok!(offer(OTHER, HOLDER + 5));
		assert_noop!(offer(OTHER, HOLDER + 6), Error::<Test>::TooManyOffers);
	});
}

#[test]
fn an_offer_should_mean_nothing_while_its_administration_is_not_admitted() {
	build_and_execute(|| {
		register_all();
		assert_ok!(offer(TIN, HOLDER));
		for standing in [
			Standing::QuarantinedByItself,
			Standing::QuarantinedByCouncil,
			Standing::Withdrawn,
		] {
			aeo_mocks::set_standing(Territory::MX, standing);
			assert!(!Identities::is_offered(&HOLDER));
			assert_noop!(accept(HOLDER, TIN), Error::<Test>::OfferLapsed);
		}
		// A quarantine ends; a withdrawal ends the offer for good.
		aeo_mocks::set_standing(Territory::MX, Standing::Admitted);
		assert!(Identities::is_offered(&HOLDER));
		aeo_mocks::readmit(Territory::MX);
		assert!(!Identities::is_offered(&HOLDER));
		assert_noop!(accept(HOLDER, TIN), Error::<Test>::OfferLapsed);
		// What the earlier admission left behind makes room as what has lapsed does.
		assert_ok!(offer(OTHER, HOLDER + 1));
		assert!(!is_there(HOLDER));
	});
}
