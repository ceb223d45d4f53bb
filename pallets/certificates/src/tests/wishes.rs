//! What a holder asked for and takes back.

use super::*;

fn withdraw(origin: RuntimeOrigin, wish: WishKind) -> DispatchResult {
	Desk::withdraw_wish(origin, number(NUMBER).into(), wish)
}

fn relinquish(from: &str) -> Decision {
	Decision::Relinquish {
		from: day(from),
		document: document(),
	}
}

fn keep() -> Decision {
	Decision::KeepInForce {
		document: document(),
	}
}

/// The usual certificate, of which everything is asked for that can be.
fn ask_everything() {
	certify_fast();
	assert_ok!(suspend(NUMBER, SuspensionScope::Full));
	for wish in [
		Wish::Renewal,
		Wish::Appeal,
		Wish::Suspension,
		Wish::Relinquishment {
			from: day("2026-12-01"),
		},
		Wish::Reinstatement,
	] {
		assert_ok!(ask(wish));
	}
}

const KINDS: [WishKind; 5] = [
	WishKind::Renewal,
	WishKind::Appeal,
	WishKind::Suspension,
	WishKind::Relinquishment,
	WishKind::Reinstatement,
];

fn stands(wish: WishKind) -> bool {
	let asked = record(NUMBER).asked;
	match wish {
		WishKind::Renewal => asked.renewal,
		WishKind::Appeal => asked.appeal.is_some(),
		WishKind::Suspension => asked.suspension,
		WishKind::Relinquishment => asked.relinquishment.is_some(),
		WishKind::Reinstatement => asked.reinstatement,
	}
}

#[test]
fn a_wish_should_be_taken_back_and_no_other() {
	for wish in KINDS {
		// By the holder's account, or an officer with its paper.
		for signer in [HOLDER, officer(MX, Scope::Certification)] {
			build_and_execute(|| {
				ask_everything();
				let before = record(NUMBER);
				assert_ok!(withdraw(signed(signer), wish));
				for other in KINDS {
					assert_eq!(stands(other), other != wish, "{other:?}");
				}
				// It is the certificate that it was, and nothing tells of a change.
				let after = record(NUMBER);
				assert_eq!(
					(before.version, before.state, before.validity),
					(after.version, after.state, after.validity)
				);
				assert_noop!(
					withdraw(signed(signer), wish),
					Error::<Test>::HolderHasNotAsked
				);
			});
		}
	}
}

#[test]
fn what_nobody_asked_for_should_not_be_taken_back() {
	build_and_execute(|| {
		certify_fast();
		for wish in KINDS {
			assert_noop!(
				withdraw(signed(HOLDER), wish),
				Error::<Test>::HolderHasNotAsked
			);
		}
	});
}

#[test]
fn what_is_taken_back_should_not_be_decided_on_any_more() {
	build_and_execute(|| {
		ask_everything();
		for wish in KINDS {
			assert_ok!(withdraw(signed(HOLDER), wish));
		}
		assert_eq!(record(NUMBER).asked, Default::default());
		let document = document();
		assert_noop!(
			propose(Decision::RefuseRenewal { document }),
			Error::<Test>::NoRenewalAsked
		);
		assert_noop!(
			propose(Decision::Overturn {
				from: None,
				document
			}),
			Error::<Test>::NoAppealPending
		);
		let requested = || Decided {
			ground: Ground::HoldersRequest,
			..decided(1)
		};
		let reinstate = Certificates::reinstate(
			Territory::MX,
			&number(NUMBER),
			SuspensionScope::Full,
			requested(),
		);
		assert_eq!(
			reinstate.map(|_| ()),
			Err(Error::<Test>::HolderHasNotAsked.into())
		);
		// And it can be asked for again.
		assert_ok!(ask(Wish::Reinstatement));
		assert!(crate::Askers::<Test>::get(Territory::MX, number(NUMBER)).is_none());
	});
}

#[test]
fn an_appeal_taken_back_should_stop_what_waits_for_the_second_officer() {
	build_and_execute(|| {
		certify();
		link();
		assert_ok!(suspend(NUMBER, SuspensionScope::Full));
		assert_ok!(ask(Wish::Appeal));
		assert_ok!(propose(Decision::Overturn {
			from: None,
			document: document(),
		}));
		assert_ok!(withdraw(signed(HOLDER), WishKind::Appeal));
		assert_noop!(confirm(by_second(MX)), Error::<Test>::NoAppealPending);
	});
}

/// The holder's account is a hand as long as what it said stands (invariants I18, I28).
#[test]
fn a_hand_should_go_with_the_wish() {
	for by_officer in [false, true] {
		build_and_execute(|| {
			certify();
			link();
			super::terms::set_oea(|programme| programme.until_renewed = kept(true));
			let origin = || if by_officer { by(MX) } else { signed(HOLDER) };
			let from = "2026-12-01";
			assert_ok!(ask(Wish::Relinquishment { from: day(from) }));
			assert_ok!(ask(Wish::Renewal));
			// The other wish keeps its own.
			assert_ok!(withdraw(origin(), WishKind::Relinquishment));
			let askers = crate::Askers::<Test>::get(Territory::MX, number(NUMBER));
			assert!(askers.is_some_and(|by| by.renewal.is_some() && by.relinquishment.is_none()));
			assert_ok!(withdraw(origin(), WishKind::Renewal));
			assert!(crate::Askers::<Test>::get(Territory::MX, number(NUMBER)).is_none());
			let before = record(NUMBER);
			// With the holder's paper an officer asks anew, and is one hand.
			assert_ok!(Desk::ask(by(MX), number(NUMBER).into(), Wish::Renewal));
			for decision in [relinquish(from), keep()] {
				assert_ok!(propose(decision));
				let after = record(NUMBER);
				assert_eq!(
					(before.state, before.validity, before.version),
					(after.state, after.validity, after.version)
				);
			}
			// The second officer is the other one.
			assert_ok!(confirm(by_second(MX)));
			assert!(record(NUMBER).version > before.version);
		});
	}
}

/// Without the wish it would end, which takes two hands; or it would be kept for ever.
#[test]
fn a_renewal_that_keeps_a_certificate_in_force_should_wait_for_its_decision() {
	build_and_execute(|| {
		certify_fast();
		set_fast(|programme| programme.until_renewed = kept(true));
		assert_ok!(ask(Wish::Renewal));
		assert_ok!(propose(keep()));
		for origin in [signed(HOLDER), by(MX)] {
			assert_noop!(
				withdraw(origin, WishKind::Renewal),
				Error::<Test>::RenewalKeepsItInForce
			);
		}
		assert_ok!(propose(Decision::RefuseRenewal {
			document: document()
		}));
		assert!(!record(NUMBER).asked.renewal);
	});
}

#[test]
fn a_renewal_behind_an_end_should_be_taken_back_too() {
	build_and_execute(|| {
		certify_fast();
		assert_ok!(ask(Wish::Renewal));
		assert_ok!(propose(Decision::Annul {
			document: document()
		}));
		assert!(record(NUMBER).asked.renewal);
		assert_ok!(withdraw(signed(HOLDER), WishKind::Renewal));
		assert!(!record(NUMBER).asked.renewal);
	});
}
