//! `accept_account`.

use super::*;
use aeo_primitives::Maker;

fn accept(account: AccountId, text: &str) -> DispatchResult {
	Identities::accept_account(signed(account), tin(text))
}

#[test]
fn accept_account_should_link_the_account() {
	build_and_execute(|| {
		register_all();
		assert_ok!(offer(TIN, HOLDER));
		assert_ok!(accept(HOLDER, "mxnwm9709244w4"));
		assert!(Identities::is_outside(&HOLDER));
		assert!(!Identities::is_offered(&HOLDER));
		assert_eq!(Identities::holder(&HOLDER), Some(id(TIN)));
		assert_eq!(record(TIN).accounts, 1);
		// The officer's own signature, since nothing else is known of the extrinsic.
		let officer = officer(MX, Scope::Identities);
		assert_eq!(
			Identities::linked_by(&HOLDER),
			Some(Maker {
				officer,
				signer: officer
			})
		);
		expect_event(Event::AccountLinked {
			trader: id(TIN),
			account: HOLDER,
		});
	});
}

#[test]
fn accept_account_should_keep_who_offered_it_with_which_signature() {
	build_and_execute(|| {
		register_all();
		assert_eq!(Identities::linked_by(&HOLDER), None);
		// The officer is a multisig, say, and this is one of its signers.
		aeo_mocks::set_outer_signer(Some(STRANGER));
		assert_ok!(offer(TIN, HOLDER));
		// An offer is no link.
		assert_eq!(Identities::linked_by(&HOLDER), None);
		aeo_mocks::set_outer_signer(Some(HOLDER));
		assert_ok!(accept(HOLDER, TIN));
		assert_eq!(
			Identities::linked_by(&HOLDER),
			Some(Maker {
				officer: officer(MX, Scope::Identities),
				signer: STRANGER,
			})
		);
		assert_ok!(Identities::unlink_account(by(MX), HOLDER));
		assert_eq!(Identities::linked_by(&HOLDER), None);
	});
}

#[test]
fn accept_account_should_fail_without_an_offer_for_this_trader() {
	build_and_execute(|| {
		register_all();
		assert_noop!(accept(HOLDER, TIN), Error::<Test>::AccountNotOffered);
		assert_ok!(offer(TIN, HOLDER));
		assert_noop!(accept(HOLDER, OTHER), Error::<Test>::AccountNotOffered);
		assert_noop!(accept(HOLDER + 1, TIN), Error::<Test>::AccountNotOffered);
	});
}

#[test]
fn accept_account_should_fail_when_the_account_was_given_a_role_since() {
	build_and_execute(|| {
		register_all();
		// As if an own account of before had been offered.
		for account in [officer(MX, Scope::Risk), AGENCY] {
			assert_ok!(offer(TIN, HOLDER));
			let offer = crate::Offers::<Test>::take(HOLDER).expect("it was made");
			crate::Offers::<Test>::insert(account, offer);
			assert_noop!(accept(account, TIN), Error::<Test>::AccountInUse);
			crate::Offers::<Test>::remove(account);
			crate::OpenOffers::<Test>::remove(Territory::MX);
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
		(0..7).for_each(|number| link(TIN, HOLDER + number));
		// What is offered counts with what is linked.
		assert_ok!(offer(TIN, HOLDER + 7));
		assert_noop!(offer(TIN, HOLDER + 8), Error::<Test>::TooManyAccounts);
		assert_ok!(accept(HOLDER + 7, TIN));
		assert_noop!(offer(TIN, HOLDER + 8), Error::<Test>::TooManyAccounts);
		assert_ok!(Identities::unlink_account(by(MX), HOLDER));
		assert_ok!(offer(TIN, HOLDER + 8));
		assert_ok!(accept(HOLDER + 8, TIN));
	});
}
