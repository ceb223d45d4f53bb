//! `set_credential_issuer` and `clear_credential_issuer`.

use super::*;
use crate::{CredentialIssuers, Error, LONGEST_OVERLAP};
use aeo_primitives::{CredentialIssuer, CredentialKey, PreviousKey};
use frame_support::assert_noop;
use sp_runtime::DispatchResult;

const DID: &str = "did:web:aduanas.example";

fn signing(byte: u8) -> CredentialKey {
	let mut bytes = [byte; 33];
	bytes[0] = 2;
	CredentialKey(bytes)
}

fn set(own: AccountId, did: &str, key: CredentialKey, until: Option<u64>) -> DispatchResult {
	let did = did.try_into().expect("short enough");
	Administrations::set_credential_issuer(signed(own), did, key, until)
}

fn issuer(administration: Territory) -> Option<CredentialIssuer> {
	CredentialIssuers::<Test>::get(administration)
}

#[test]
fn set_credential_issuer_should_say_by_what_one_issues() {
	build_and_execute(|| {
		assert_ok!(set(CR, " did:web:Aduanas.Example", signing(1), None));
		let expected = CredentialIssuer {
			did: DID.try_into().expect("short"),
			key: signing(1),
			previous: None,
		};
		assert_eq!(issuer(Territory::CR), Some(expected.clone()));
		assert_eq!(issuer(Territory::MX), None);
		expect_event(Event::CredentialIssuerChanged {
			administration: Territory::CR,
			issuer: Some(expected),
		});
	});
}

#[test]
fn set_credential_issuer_should_keep_the_key_before_only_where_it_is_said() {
	build_and_execute(|| {
		let until = NOW + DAY;
		let kept = |byte, until| {
			Some(PreviousKey {
				key: signing(byte),
				until,
			})
		};
		let previous = || issuer(Territory::CR).and_then(|issuer| issuer.previous);
		assert_ok!(set(CR, DID, signing(1), None));
		assert_ok!(set(CR, DID, signing(2), Some(until)));
		assert_eq!(previous(), kept(1, until));
		// The key stays: the one that is kept is the one that was kept.
		assert_ok!(set(
			CR,
			"did:web:oea.aduanas.example",
			signing(2),
			Some(until + 1)
		));
		assert_eq!(previous(), kept(1, until + 1));
		// The one before that is kept no longer: two at most pass at a time.
		assert_ok!(set(CR, DID, signing(3), Some(until)));
		assert_eq!(previous(), kept(2, until));
		assert_ok!(set(CR, DID, signing(3), None));
		assert_eq!(previous(), None);
		assert_ok!(set(CR, DID, signing(4), None));
		assert_eq!(previous(), None);
	});
}

#[test]
fn set_credential_issuer_should_fail_for_what_is_no_identifier_or_key() {
	build_and_execute(|| {
		for did in [
			"",
			"did:web:",
			"did:web:localhost",
			"did:web:a.example:b",
			"did:key:z",
		] {
			assert_noop!(
				set(CR, did, signing(1), None),
				Error::<Test>::DidNotUnderstood
			);
		}
		for first in [0, 1, 4, 255] {
			let mut key = signing(1);
			key.0[0] = first;
			assert_noop!(set(CR, DID, key, None), Error::<Test>::KeyMalformed);
		}
	});
}

#[test]
fn set_credential_issuer_should_keep_a_key_for_400_days_at_most() {
	build_and_execute(|| {
		assert_noop!(
			set(CR, DID, signing(1), Some(NOW + 1)),
			Error::<Test>::NoKeyToKeep
		);
		assert_ok!(set(CR, DID, signing(1), None));
		assert_noop!(
			set(CR, DID, signing(1), Some(NOW + 1)),
			Error::<Test>::NoKeyToKeep
		);
		for passed in [0, NOW - 1, NOW] {
			assert_noop!(
				set(CR, DID, signing(2), Some(passed)),
				Error::<Test>::MomentPassed
			);
		}
		for far in [NOW + LONGEST_OVERLAP + 1, u64::MAX] {
			assert_noop!(
				set(CR, DID, signing(2), Some(far)),
				Error::<Test>::TooFarAhead
			);
		}
		assert_ok!(set(CR, DID, signing(2), Some(NOW + LONGEST_OVERLAP)));
	});
}

#[test]
fn set_credential_issuer_should_fail_when_nothing_changes() {
	build_and_execute(|| {
		assert_ok!(set(CR, DID, signing(1), None));
		assert_noop!(
			set(CR, DID, signing(1), None),
			Error::<Test>::NothingWouldChange
		);
		assert_ok!(set(CR, DID, signing(2), Some(NOW + DAY)));
		assert_noop!(
			set(CR, DID, signing(2), Some(NOW + DAY)),
			Error::<Test>::NothingWouldChange
		);
	});
}

#[test]
fn clear_credential_issuer_should_end_it() {
	build_and_execute(|| {
		assert_noop!(
			Administrations::clear_credential_issuer(signed(CR)),
			Error::<Test>::NothingWouldChange
		);
		assert_ok!(set(CR, DID, signing(1), None));
		assert_ok!(set(MX, DID, signing(1), None));
		assert_ok!(Administrations::clear_credential_issuer(signed(CR)));
		expect_event(Event::CredentialIssuerChanged {
			administration: Territory::CR,
			issuer: None,
		});
		assert_eq!(issuer(Territory::CR), None);
		assert!(issuer(Territory::MX).is_some());
	});
}

#[test]
fn a_quarantine_should_keep_nobody_from_changing_a_key() {
	build_and_execute(|| {
		assert_ok!(set(CR, DID, signing(1), None));
		assert_ok!(Administrations::quarantine_own(signed(CR)));
		assert_ok!(set(CR, DID, signing(2), None));
		assert_ok!(Administrations::clear_credential_issuer(signed(CR)));
	});
	build_and_execute(|| {
		assert_ok!(set(PE, DID, signing(1), None));
		assert_ok!(Administrations::quarantine(enough(), Territory::PE));
		assert_ok!(set(PE, DID, signing(2), None));
	});
}

#[test]
fn who_leaves_should_take_its_keys_along() {
	build_and_execute(|| {
		assert_ok!(set(CR, DID, signing(1), None));
		assert_ok!(Administrations::expel(council(3, 4), Territory::CR));
		assert_eq!(issuer(Territory::CR), None);
		assert_ok!(set(PE, DID, signing(1), None));
		assert_noop!(
			set(CR, DID, signing(1), None),
			Error::<Test>::SignerNotOwnAccount
		);
		admit(Territory::CL, CL);
		assert_ok!(Administrations::give_notice(signed(PE)));
		Timestamp::set_timestamp(NOW + NOTICE);
		assert_ok!(Administrations::leave(signed(PE)));
		assert_eq!(issuer(Territory::PE), None);
	});
}
