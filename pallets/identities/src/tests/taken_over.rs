//! Traders of a territory that changed hands, or whose administration left and was admitted again.

use super::*;
use aeo_primitives::{recognition::Standing, TraderRegister};

/// Mexico covers Singapore, and has registered a firm there with a holder's account; then it leaves,
/// and Peru covers Singapore.
fn change_hands() {
	aeo_mocks::cover(Territory::SG, Territory::MX);
	assert_ok!(register(MX, SINGAPOREAN));
	assert_ok!(offer(SINGAPOREAN, HOLDER));
	assert_ok!(Identities::accept_account(signed(HOLDER), tin(SINGAPOREAN)));
	assert_ok!(offer(SINGAPOREAN, HOLDER + 1));
	aeo_mocks::set_standing(Territory::MX, Standing::Withdrawn);
	aeo_mocks::cover(Territory::SG, Territory::PE);
}

fn taken_over(by: Territory) -> Event<Test> {
	Event::TraderTakenOver {
		trader: id(SINGAPOREAN),
		from: Territory::MX,
		administration: by,
		admission: aeo_mocks::admission(by),
	}
}

fn register_with(own: AccountId, consent: H256) -> DispatchResult {
	Identities::register(by(own), tin(SINGAPOREAN), consent)
}

#[test]
fn who_covers_the_territory_now_should_register_the_trader_again() {
	build_and_execute(|| {
		change_hands();
		assert_noop!(
			register_with(CR, document()),
			Error::<Test>::RegisteredAlready
		);
		// The company consents to being public with the new administration.
		let consent = H256::repeat_byte(9);
		assert_noop!(
			frame_support::storage::with_storage_layer(|| register_with(PE, H256::zero())),
			Error::<Test>::ConsentMissing
		);
		assert_ok!(register_with(PE, consent));
		expect_event(taken_over(Territory::PE));
		let found = record(SINGAPOREAN);
		assert_eq!(
			(
				found.administration,
				found.publication_consent,
				found.accounts
			),
			(Territory::PE, consent, 1)
		);
		// Once.
		assert_noop!(register_with(PE, consent), Error::<Test>::RegisteredAlready);
	});
}

/// Whatever it does first: the trader is its own from then on, with its accounts.
#[test]
fn the_first_act_of_who_covers_the_territory_now_should_take_the_trader_over() {
	type Act = fn() -> DispatchResult;
	let acts: [Act; 6] = [
		|| close(PE, SINGAPOREAN),
		|| Identities::offer_account(by(PE), tin(SINGAPOREAN), HOLDER + 2, None),
		|| Identities::withdraw_offer(by(PE), HOLDER + 1),
		|| Identities::unlink_account(by(PE), HOLDER),
		|| declare(by(PE), SINGAPOREAN, "X1"),
		|| {
			let pe = Territory::PE;
			<Identities as TraderRegister>::register(pe, &tin(SINGAPOREAN), document(), None)
				.map(|_| ())
		},
	];
	for act in acts {
		build_and_execute(|| {
			change_hands();
			assert_ok!(act());
			System::assert_has_event(RuntimeEvent::Identities(taken_over(Territory::PE)));
			assert_eq!(record(SINGAPOREAN).administration, Territory::PE);
			let events = System::events().len();
			let again = Identities::offer_account(by(PE), tin(SINGAPOREAN), HOLDER + 3, None);
			assert_eq!(again.is_ok(), System::events().len() == events + 1);
		});
	}
}

#[test]
fn who_covers_the_territory_no_more_should_not_act() {
	build_and_execute(|| {
		change_hands();
		// Not even when it is admitted again, before anybody else has acted.
		aeo_mocks::readmit(Territory::MX);
		assert_noop!(close(MX, SINGAPOREAN), Error::<Test>::NotYourTrader);
		assert_noop!(offer(SINGAPOREAN, 8), Error::<Test>::NotYourTrader);
		assert_noop!(
			Identities::unlink_account(by(MX), HOLDER),
			Error::<Test>::NotYourTrader
		);
		assert_noop!(
			<Identities as TraderRegister>::register(
				Territory::MX,
				&tin(SINGAPOREAN),
				document(),
				None
			),
			Error::<Test>::NotYourTrader
		);
		// Nor where nobody covers it.
		aeo_mocks::uncover(Territory::SG);
		assert_noop!(close(PE, SINGAPOREAN), Error::<Test>::NotYourTrader);
	});
}

/// An offer of before links nobody to a firm that is another's now.
#[test]
fn offers_of_before_should_end_with_the_administration() {
	build_and_execute(|| {
		change_hands();
		let accept = || Identities::accept_account(signed(HOLDER + 1), tin(SINGAPOREAN));
		assert_noop!(accept(), Error::<Test>::OfferLapsed);
		assert_ok!(register_with(PE, document()));
		aeo_mocks::set_standing(Territory::MX, Standing::Admitted);
		assert_noop!(accept(), Error::<Test>::OfferLapsed);
		let offer = Identities::offer_account(by(PE), tin(SINGAPOREAN), HOLDER + 1, None);
		assert_ok!(offer);
		assert_ok!(accept());
	});
}

#[test]
fn a_merger_should_take_both_traders_over() {
	build_and_execute(|| {
		register_all();
		aeo_mocks::readmit(Territory::MX);
		let merge = plain(Identities::merge(by(MX), tin(TIN), tin(OTHER), document()));
		assert_ok!(merge);
		for text in [TIN, OTHER] {
			assert_eq!(record(text).admission, aeo_mocks::admission(Territory::MX));
		}
	});
}

/// The council's vote says nothing of the traders: their administration does, one by one.
#[test]
fn an_administration_that_is_admitted_again_should_vouch_for_its_traders_anew() {
	build_and_execute(|| {
		register_all();
		let admission = |text| Identities::trader(&id(text)).map(|found| found.admission);
		let before = aeo_mocks::admission(Territory::MX);
		aeo_mocks::readmit(Territory::MX);
		assert_eq!(admission(TIN), Some(before));
		assert_ok!(register(MX, TIN));
		assert_eq!(admission(TIN), Some(before + 1));
		assert_eq!(admission(OTHER), Some(before));
		assert_noop!(register(MX, TIN), Error::<Test>::RegisteredAlready);
	});
}
