//! `answer_request`.

use super::*;
use crate::Requests;
use aeo_primitives::{RequestAnswer, RequestOutcome, UtcOffset};

fn answer(origin: RuntimeOrigin, request: u32) -> DispatchResult {
	Applications::answer_request(origin, number(NUMBER).into(), request, document())
}

#[test]
fn the_holder_or_an_officer_should_answer() {
	for account in [HOLDER, officer(MX, Scope::Certification)] {
		build_and_execute(|| {
			certify(NUMBER, CertificateState::Authorised);
			assert_ok!(request(NUMBER));
			pass(1_000);
			assert_ok!(answer(signed(account), 1));
			expect_event(Event::RequestAnswered {
				issuer: Territory::MX,
				number: number(NUMBER),
				request: 1,
				by: account,
				document: document(),
			});
			let request = Requests::<Test>::get((Territory::MX, number(NUMBER), 1));
			assert_eq!(
				request.and_then(|request| request.answer),
				Some(RequestAnswer {
					at: NOON + 1_000,
					by: account,
					document: document(),
				})
			);
			// It stays open until it is closed.
			assert_eq!(
				Applications::open_requests(Territory::MX, &number(NUMBER)),
				1
			);
		});
	}
}

#[test]
fn answer_request_should_fail_with_what_is_wrong() {
	build_and_execute(|| {
		certify(NUMBER, CertificateState::Authorised);
		assert_noop!(answer(signed(HOLDER), 1), Error::<Test>::UnknownRequest);
		assert_ok!(request(NUMBER));
		// As polkadot.js leaves it.
		assert_noop!(answer(signed(HOLDER), 0), Error::<Test>::UnknownRequest);
		assert_noop!(
			answer(signed(OTHER_HOLDER), 1),
			Error::<Test>::NotYourCertificate
		);
		assert_noop!(
			Applications::answer_request(signed(HOLDER), number(NUMBER).into(), 1, H256::zero()),
			Error::<Test>::DocumentMissing
		);
		assert_noop!(
			Applications::answer_request(signed(HOLDER), number("NONE").into(), 1, document()),
			Error::<Test>::UnknownCertificate
		);
		assert_ok!(answer(signed(HOLDER), 1));
		assert_noop!(answer(by(MX), 1), Error::<Test>::RequestAnsweredAlready);
	});
}

#[test]
fn what_is_closed_should_not_be_answered() {
	build_and_execute(|| {
		certify(NUMBER, CertificateState::Authorised);
		assert_ok!(request(NUMBER));
		assert_ok!(Applications::close_request(
			by(MX),
			number(NUMBER).into(),
			1,
			RequestOutcome::NotMet,
			document()
		));
		assert_noop!(
			answer(signed(HOLDER), 1),
			Error::<Test>::RequestClosedAlready
		);
	});
}

#[test]
fn an_answer_should_end_being_overdue_even_when_it_is_late() {
	build_and_execute(|| {
		certify(NUMBER, CertificateState::Authorised);
		assert_ok!(request(NUMBER));
		let is_overdue = || {
			let (open, _) = Applications::requests(Territory::MX, 0);
			let now = pallet_timestamp::Now::<Test>::get();
			open[0]
				.1
				.is_overdue(now, UtcOffset::try_from(-360).expect("legal"))
		};
		Timestamp::set_timestamp(morning("2027-01-01") - 1);
		assert!(!is_overdue());
		Timestamp::set_timestamp(morning("2027-01-01"));
		assert!(is_overdue());
		assert_ok!(answer(signed(HOLDER), 1));
		assert!(!is_overdue());
	});
}

#[test]
fn the_holder_should_answer_after_the_certificate_has_ended() {
	build_and_execute(|| {
		certify(NUMBER, CertificateState::Authorised);
		assert_ok!(request(NUMBER));
		certify(NUMBER, CertificateState::Annulled);
		assert_ok!(answer(signed(HOLDER), 1));
	});
}
