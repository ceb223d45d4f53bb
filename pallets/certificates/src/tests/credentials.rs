//! Editions of credentials, and `void_credentials`.

use super::*;
use crate::{CredentialStanding, Editions};
use aeo_primitives::{recognition::TraderState, AdministrationLookup};
use frame_support::assert_noop;
use sp_runtime::ArithmeticError;

const DAY: u64 = 24 * 60 * 60 * 1000;

fn standing() -> CredentialStanding {
	let issuer = aeo_mocks::Administrations::administration(Territory::MX).expect("admitted");
	Certificates::credential_standing(&issuer, &number(NUMBER), &record(NUMBER))
}

fn edition() -> u16 {
	Editions::<Test>::get(Territory::MX, number(NUMBER))
}

fn void() -> DispatchResult {
	Certificates::void_credentials(by(MX), number(NUMBER).into())
}

fn revoke(from: &str) -> Decision {
	Decision::Revoke {
		from: day(from),
		bar_until: None,
		document: document(),
	}
}

fn overturn() -> Decision {
	Decision::Overturn {
		from: None,
		document: document(),
	}
}

fn renew(until: &str) -> Decision {
	Decision::Renew {
		valid_until: Some(day(until)),
		document: document(),
	}
}

#[test]
fn a_certificate_should_begin_with_the_first_edition_and_store_none() {
	build_and_execute(|| {
		certify_fast();
		assert_eq!(
			standing(),
			CredentialStanding {
				edition: 0,
				ended: false,
				suspended: None,
				changes_at: Some(morning("2028-01-01")),
			}
		);
		assert_eq!(Editions::<Test>::iter().count(), 0);
	});
}

#[test]
fn void_credentials_should_begin_an_edition_and_leave_the_certificate() {
	build_and_execute(|| {
		certify_fast();
		let before = record(NUMBER);
		for next in 1..=3 {
			assert_ok!(void());
			expect_event(Event::CredentialsVoided {
				issuer: Territory::MX,
				number: number(NUMBER),
				edition: next,
				by: officer(MX, Scope::Certification),
			});
			assert_eq!(edition(), next);
		}
		assert_eq!(record(NUMBER), before);
	});
}

#[test]
fn void_credentials_should_fail_for_what_is_not_live() {
	build_and_execute(|| {
		assert_noop!(void(), Error::<Test>::UnknownCertificate);
		assert_noop!(
			Certificates::void_credentials(by(MX), written("")),
			Error::<Test>::NumberMissing
		);
		certify_fast();
		assert_noop!(
			Certificates::void_credentials(by(CR), number(NUMBER).into()),
			Error::<Test>::UnknownCertificate
		);
		assert_ok!(suspend(NUMBER, SuspensionScope::Full));
		assert_ok!(void());
		assert_ok!(propose(revoke("2026-11-24")));
		assert_noop!(void(), Error::<Test>::CertificateNotLive);
	});
}

#[test]
fn an_edition_should_not_begin_again_at_the_first() {
	build_and_execute(|| {
		certify_fast();
		Editions::<Test>::insert(Territory::MX, number(NUMBER), u16::MAX);
		assert_noop!(void(), ArithmeticError::Overflow);
	});
}

#[test]
fn a_rectification_should_begin_an_edition() {
	build_and_execute(|| {
		certify_fast();
		assert_ok!(propose(super::rectify::wider()));
		assert_eq!(edition(), 1);
	});
}

#[test]
fn what_was_revoked_should_come_back_in_another_edition() {
	build_and_execute(|| {
		certify_fast();
		assert_ok!(propose(revoke("2026-11-25")));
		assert_eq!((standing().ended, edition()), (false, 0));
		assert_eq!(standing().changes_at, Some(morning("2026-11-25")));
		pass(DAY);
		assert_eq!((standing().ended, edition()), (true, 0));
		assert_ok!(ask(Wish::Appeal));
		assert_ok!(propose(overturn()));
		assert_eq!((standing().ended, edition()), (false, 1));
	});
}

#[test]
fn an_end_whose_day_has_not_come_should_leave_an_edition_behind_when_it_is_overturned() {
	build_and_execute(|| {
		certify_fast();
		assert_ok!(propose(revoke("2026-12-24")));
		assert_ok!(ask(Wish::Appeal));
		assert_ok!(propose(overturn()));
		assert_eq!((standing().ended, edition()), (false, 1));
	});
}

#[test]
fn an_annulment_over_a_revocation_should_leave_an_edition_behind_each() {
	build_and_execute(|| {
		certify_fast();
		assert_ok!(propose(revoke("2026-12-24")));
		assert_ok!(ask(Wish::Appeal));
		assert_ok!(propose(Decision::Annul {
			document: document()
		}));
		assert_eq!((standing().ended, edition()), (true, 0));
		assert_ok!(propose(overturn()));
		assert_eq!((standing().ended, edition()), (false, 1));
		assert_ok!(propose(overturn()));
		assert_eq!((standing().ended, edition()), (false, 2));
	});
}

#[test]
fn a_renewal_should_begin_an_edition_only_of_what_has_expired() {
	build_and_execute(|| {
		certify_fast();
		assert_ok!(propose(renew("2028-06-01")));
		assert_eq!((standing().ended, edition()), (false, 0));
		Timestamp::set_timestamp(morning("2028-06-02"));
		assert_eq!((standing().ended, edition()), (true, 0));
		assert_ok!(propose(renew("2028-06-03")));
		assert_eq!((standing().ended, edition()), (false, 1));
	});
}

#[test]
fn what_is_kept_in_force_late_should_come_back_in_another_edition() {
	build_and_execute(|| {
		certify_fast();
		set_fast(|programme| programme.until_renewed = kept(true));
		assert_ok!(ask(Wish::Renewal));
		Timestamp::set_timestamp(morning("2028-01-01"));
		assert!(standing().ended);
		assert_ok!(propose(Decision::KeepInForce {
			document: document()
		}));
		assert_eq!((standing().ended, edition()), (false, 1));
	});
}

#[test]
fn a_suspension_should_leave_the_edition_what_it_is() {
	build_and_execute(|| {
		certify_fast();
		let half = SuspensionScope::Customs;
		assert_ok!(suspend(NUMBER, half));
		assert_eq!((standing().suspended, edition()), (Some(half), 0));
		assert_ok!(suspend(NUMBER, SuspensionScope::Security));
		assert_eq!(standing().suspended, Some(SuspensionScope::Full));
		assert_ok!(ask(Wish::Appeal));
		assert_ok!(propose(overturn()));
		assert_eq!((standing().suspended, edition()), (None, 0));
	});
}

#[test]
fn an_application_should_not_be_over() {
	build_and_execute(|| {
		set_up();
		link();
		accept("A-1", OTHER);
		let issuer = aeo_mocks::Administrations::administration(Territory::MX).expect("admitted");
		let (name, record) = crate::Certificates::<Test>::iter_prefix(Territory::MX)
			.next()
			.expect("one waits");
		let standing = Certificates::credential_standing(&issuer, &name, &record);
		assert!(!standing.ended);
	});
}

#[test]
fn the_end_of_its_trader_should_end_it() {
	build_and_execute(|| {
		certify_fast();
		let id = record(NUMBER).trader;
		Registered::mutate(|all| {
			all.get_mut(&id).expect("registered").state = TraderState::Closed;
		});
		assert!(standing().ended);
	});
}

/// An issuer that was admitted anew vouches for nobody until it says so; then what it certified counts again.
#[test]
fn a_trader_that_nobody_vouches_for_should_be_suspended() {
	build_and_execute(|| {
		certify_fast();
		let id = record(NUMBER).trader;
		let vouch = |admission| {
			Registered::mutate(|all| {
				all.get_mut(&id).expect("registered").admission = admission;
			});
		};
		let admission = Registered::get()[&id].admission;
		vouch(admission + 7);
		assert_eq!(standing().suspended, Some(SuspensionScope::Full));
		assert!(!standing().ended);
		vouch(admission);
		assert_eq!(standing().suspended, None);
	});
}
