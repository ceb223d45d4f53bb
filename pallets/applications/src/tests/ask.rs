//! `ask`.

use super::*;

#[test]
fn ask_should_note_the_wish_with_the_certificate_and_who_asks() {
	for (account, holder) in [
		(
			HOLDER,
			Some(Maker {
				officer: HOLDER,
				signer: HOLDER,
			}),
		),
		(officer(MX, Scope::Certification), None),
	] {
		build_and_execute(|| {
			certify(NUMBER, CertificateState::Authorised);
			let before = entry(NUMBER);
			let wish = Wish::Renewal;
			assert_ok!(Applications::ask(
				signed(account),
				written("mx-oea/0001"),
				wish.into(),
				document(),
			));
			expect_event(Event::HolderAsked {
				issuer: Territory::MX,
				number: number(NUMBER),
				wish,
				by: account,
				document: document(),
			});
			let noted = (Territory::MX, number(NUMBER), wish, holder.clone());
			assert_eq!(Wishes::get(), vec![noted]);
			// Nothing follows from it.
			assert_eq!(entry(NUMBER), before);
		});
	}
}

/// The holder's account is a hand of its own only towards who has not signed for it.
#[test]
fn ask_should_note_who_signed_for_the_holder() {
	build_and_execute(|| {
		certify(NUMBER, CertificateState::Authorised);
		let origin = signed(HOLDER);
		set_outer_signer(Some(STRANGER));
		assert_ok!(Applications::ask(
			origin.clone(),
			written(NUMBER),
			Wish::Renewal,
			document(),
		));
		let signers: Vec<_> = Wishes::get()
			.into_iter()
			.filter_map(|(.., holder)| holder.map(|holder| holder.signer))
			.collect();
		assert_eq!(signers, [STRANGER]);
		set_outer_signer(None);
		assert_noop!(
			Applications::ask(origin, written(NUMBER), Wish::Appeal, document()),
			Error::<Test>::NotASignedTransaction
		);
	});
}

/// Who has the paper of a holder that gives its certificate back proposes that.
#[test]
fn only_the_holders_account_should_ask_to_give_a_certificate_back() {
	build_and_execute(|| {
		certify(NUMBER, CertificateState::Authorised);
		let wish = Wish::Relinquishment {
			from: day("2026-12-01"),
		};
		assert_noop!(
			Applications::ask(by(MX), written(NUMBER), wish.into(), document()),
			Error::<Test>::NotAHolder
		);
		assert_ok!(ask(wish));
	});
}

#[test]
fn ask_should_fail_with_what_is_wrong() {
	build_and_execute(|| {
		certify(NUMBER, CertificateState::Authorised);
		let call = |origin, text: &str, document| {
			Applications::ask(origin, written(text), Wish::Renewal, document)
		};
		assert_noop!(
			call(signed(HOLDER), NUMBER, H256::zero()),
			Error::<Test>::DocumentMissing
		);
		assert_noop!(
			call(signed(HOLDER), "_", document()),
			Error::<Test>::NumberNotUnderstood
		);
		for origin in [|| signed(HOLDER), || by(MX)] {
			assert_noop!(
				call(origin(), "NONE", document()),
				Error::<Test>::UnknownCertificate
			);
		}
		assert_noop!(
			call(by(CR), NUMBER, document()),
			Error::<Test>::UnknownCertificate
		);
		assert_noop!(
			call(signed(OTHER_HOLDER), NUMBER, document()),
			Error::<Test>::NotYourCertificate
		);
		assert_noop!(
			call(signed(STRANGER), NUMBER, document()),
			aeo_mocks::NOT_OFFICER
		);
		assert_ok!(call(signed(HOLDER), NUMBER, document()));
		assert_noop!(call(signed(HOLDER), NUMBER, document()), ASKED_ALREADY);
	});
}
