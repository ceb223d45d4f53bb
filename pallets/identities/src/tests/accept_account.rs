//! `accept_account`.

use super::*;

fn accept(account: AccountId, text: &str) -> DispatchResult {
	Identities::accept_account(signed(account), tin(text))
}

#[test]
fn accept_account_should_link_the_account() {
	build_and_execute(|| {
		register_all();
		assert_ok!(offer(TIN, HOLDER));
		assert_ok!(accept(HOLDER, "mxnwm9709244w4"));
		assert!(Identities::has_outside_role(&HOLDER));
		assert!(!Identities::is_offered(&HOLDER));
		assert_eq!(Identities::holder(&HOLDER), Some(id(TIN)));
		assert_eq!(record(TIN).accounts, 1);
		expect_event(Event::AccountLinked {
			trader: id(TIN),
			account: HOLDER,
		});
	});
}

#[test]
fn accept_account_should_fail_without_an_offer_for_this_trader() {
	build_and_execute(|| {
		register_all();
		assert_noop!(accept(HOLDER, TIN), Error::<Test>::NoOffer);
		assert_ok!(offer(TIN, HOLDER));
		assert_noop!(accept(HOLDER, OTHER), Error::<Test>::NoOffer);
		assert_noop!(accept(HOLDER + 1, TIN), Error::<Test>::NoOffer);
	});
}

#[test]
fn accept_account_should_fail_when_the_account_was_given_a_role_since() {
	build_and_execute(|| {
		register_all();
		// As if an own account of before had been offered.
		for account in [officer(MX, Scope::Risk), AGENCY] {
			crate::Offers::<Test>::insert(
				account,
				crate::Link {
					trader: id(TIN),
					instrument: None,
				},
			);
			assert_noop!(accept(account, TIN), Error::<Test>::AccountInUse);
		}
	});
}

#[test]
fn accept_account_should_fail_when_the_trader_is_not_active_any_more() {
	build_and_execute(|| {
		register_all();
		assert_ok!(offer(TIN, HOLDER));
		assert_ok!(close(MX, TIN));
		assert_noop!(accept(HOLDER, TIN), Error::<Test>::TraderNotActive);
	});
}

#[test]
fn accept_account_should_fail_beyond_eight_accounts() {
	build_and_execute(|| {
		register_all();
		(0..8).for_each(|number| link(TIN, HOLDER + number));
		assert_ok!(offer(TIN, HOLDER + 8));
		assert_noop!(accept(HOLDER + 8, TIN), Error::<Test>::TooManyAccounts);
		assert_ok!(Identities::unlink_account(by(MX), HOLDER));
		assert_ok!(accept(HOLDER + 8, TIN));
	});
}
