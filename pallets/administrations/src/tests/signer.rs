//! For whom each account signs, and as what.

use super::*;
use aeo_primitives::{AccountKind, AccountKinds, OutsideKind, Scope, Scopes, Signer};

fn kind(account: AccountId) -> Option<AccountKind> {
	Administrations::signer(&account).map(|signer| signer.kind)
}

/// Officers with these scopes.
fn scopes(scopes: &[Scope]) -> AccountKind {
	let mut set = Scopes::new();
	for scope in scopes {
		set.try_insert(*scope).expect("there is room for all");
	}
	AccountKind::Officer(set)
}

/// Mexico with an offered account 12, a signer of its multisig 13, a holder 77, an agency 78, and an
/// account 79 that may become a holder's.
fn prepare() {
	HolderAccounts::set(vec![77]);
	AgencyAccounts::set(vec![78]);
	OfferedHolders::set(vec![79]);
	assert_ok!(Administrations::rotate_account(signed(MX), 12));
	assert_ok!(Administrations::appoint_signatory(signed(MX), 13));
}

#[test]
fn signer_should_be_what_each_account_is() {
	build_and_execute(|| {
		prepare();
		let both = [Scope::Certification, Scope::Suspension];
		for (account, expected) in [
			(MX, AccountKind::Own),
			(12, AccountKind::Incoming),
			(10, scopes(&both[..1])),
			(11, scopes(&both)),
			(13, scopes(&[])),
			(77, AccountKind::Outside(OutsideKind::Holder)),
			(79, AccountKind::Outside(OutsideKind::Offered)),
		] {
			let expected = Signer {
				administration: Territory::MX,
				quarantined: false,
				kind: expected,
			};
			assert_eq!(Administrations::signer(&account), Some(expected));
		}
	});
}

#[test]
fn signer_should_be_none_for_a_stranger_and_for_one_only_proposed() {
	build_and_execute(|| {
		propose(Territory::CL, CL);
		for stranger in [STRANGER, CL] {
			assert_eq!(Administrations::signer(&stranger), None);
		}
	});
}

#[test]
fn signer_inside_should_be_none_for_those_outside() {
	build_and_execute(|| {
		prepare();
		for account in [77, 78, 79, STRANGER] {
			assert_eq!(Administrations::signer_inside(&account), None);
		}
		for account in [MX, 10, 12, 13] {
			assert_eq!(
				Administrations::signer_inside(&account),
				Administrations::signer(&account)
			);
		}
	});
}

#[test]
fn signer_in_a_quarantine_should_be_who_gives_it_new_keys_and_holders() {
	for by_council in [true, false] {
		build_and_execute(|| {
			prepare();
			if by_council {
				assert_ok!(Administrations::quarantine(enough(), Territory::MX));
			} else {
				assert_ok!(Administrations::quarantine_own(signed(MX)));
			}
			// And a holder, who says whether its data are shared.
			for account in [MX, 12, 13, 77] {
				let signer = Administrations::signer(&account).expect("it has a part in it");
				assert!(signer.quarantined);
			}
			for account in [10, 11, 78, 79] {
				assert_eq!(Administrations::signer(&account), None);
			}
		});
	}
}

#[test]
fn signer_should_be_none_for_one_that_left() {
	build_and_execute(|| {
		prepare();
		assert_ok!(Administrations::expel(enough(), Territory::MX));
		for account in [MX, 10, 11, 12, 13, 77, 78, 79] {
			assert_eq!(Administrations::signer(&account), None);
		}
	});
}

#[test]
fn signer_should_go_with_the_role() {
	build_and_execute(|| {
		prepare();
		assert_ok!(Administrations::accept_account(signed(12)));
		assert_eq!(kind(MX), None);
		assert_eq!(kind(12), Some(AccountKind::Own));
		assert_ok!(Administrations::resign(signed(11)));
		assert_eq!(kind(11), None);
		HolderAccounts::set(vec![]);
		assert_eq!(kind(77), None);
	});
}
