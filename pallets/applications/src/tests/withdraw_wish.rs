//! `withdraw_wish` and `dismiss_appeal`: what is asked for is asked for no more.

use super::*;

fn wishes() -> [Wish; 5] {
	[
		Wish::Renewal,
		Wish::Appeal,
		Wish::Suspension,
		Wish::Relinquishment {
			from: day("2026-12-01"),
		},
		Wish::Reinstatement,
	]
}

fn withdraw(origin: RuntimeOrigin, wish: WishKind) -> DispatchResult {
	Applications::withdraw_wish(origin, number(NUMBER).into(), wish, document())
}

fn dismiss(origin: RuntimeOrigin, document: H256) -> DispatchResult {
	Applications::dismiss_appeal(origin, number(NUMBER).into(), document)
}

#[test]
fn withdraw_wish_should_take_that_wish_out_of_the_register_and_no_other() {
	for wish in wishes() {
		// By the holder's account, or an officer with its paper.
		for signer in [HOLDER, officer(MX, Scope::Certification)] {
			build_and_execute(|| {
				certify(NUMBER, CertificateState::Authorised);
				for other in wishes() {
					assert_ok!(ask(other));
				}
				let wish = kind_of(wish);
				assert_ok!(withdraw(signed(signer), wish));
				expect_event(Event::WishWithdrawn {
					issuer: Territory::MX,
					number: number(NUMBER),
					wish,
					by: signer,
					document: document(),
				});
				let left: Vec<_> = Wishes::get()
					.into_iter()
					.map(|(.., noted, _)| kind_of(noted))
					.collect();
				assert_eq!(left.len(), 4);
				assert!(!left.contains(&wish));
				assert_noop!(withdraw(signed(signer), wish), NOT_ASKED);
			});
		}
	}
}

#[test]
fn withdraw_wish_should_fail_with_what_is_wrong() {
	build_and_execute(|| {
		certify(NUMBER, CertificateState::Authorised);
		assert_ok!(ask(Wish::Renewal));
		let call = |origin, text, document| {
			let renewal = WishKind::Renewal;
			Applications::withdraw_wish(origin, number(text).into(), renewal, document)
		};
		assert_noop!(
			call(signed(HOLDER), NUMBER, H256::zero()),
			Error::<Test>::DocumentMissing
		);
		assert_noop!(
			call(signed(HOLDER), "NONE", document()),
			Error::<Test>::UnknownCertificate
		);
		assert_noop!(
			call(signed(OTHER_HOLDER), NUMBER, document()),
			Error::<Test>::NotYourCertificate
		);
		assert_ok!(call(signed(HOLDER), "mx-oea/0001", document()));
	});
}

#[test]
fn dismiss_appeal_should_take_the_appeal_out_of_the_register() {
	build_and_execute(|| {
		certify(NUMBER, CertificateState::Rejected);
		assert_noop!(dismiss(by(MX), document()), NOT_ASKED);
		assert_ok!(ask(Wish::Appeal));
		assert_noop!(
			dismiss(by(MX), H256::zero()),
			Error::<Test>::DocumentMissing
		);
		assert_noop!(dismiss(by(CR), document()), NOT_ASKED);
		assert_ok!(dismiss(by(MX), document()));
		expect_event(Event::AppealDismissed {
			issuer: Territory::MX,
			number: number(NUMBER),
			by: officer(MX, Scope::Certification),
			document: document(),
		});
		assert!(Wishes::get().is_empty());
	});
}
