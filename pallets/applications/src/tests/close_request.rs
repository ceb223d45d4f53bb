//! `close_request`.

use super::*;
use crate::Requests;
use aeo_primitives::{RequestClosure, RequestOutcome};

fn close(origin: RuntimeOrigin, request: u32, outcome: RequestOutcome) -> DispatchResult {
	Applications::close_request(origin, number(NUMBER).into(), request, outcome, document())
}

#[test]
fn close_request_should_store_what_it_came_to_answered_or_not() {
	for is_answered in [false, true] {
		for outcome in [
			RequestOutcome::NotMet,
			RequestOutcome::Met,
			RequestOutcome::Withdrawn,
		] {
			build_and_execute(|| {
				certify(NUMBER, CertificateState::Authorised);
				assert_ok!(request(NUMBER));
				if is_answered {
					assert_ok!(Applications::answer_request(
						signed(HOLDER),
						number(NUMBER).into(),
						1,
						document()
					));
				}
				pass(1_000);
				assert_ok!(close(by_second(MX), 1, outcome));
				let by = second_officer(MX, Scope::Certification);
				expect_event(Event::RequestClosed {
					issuer: Territory::MX,
					number: number(NUMBER),
					request: 1,
					outcome,
					by,
					document: document(),
				});
				let request =
					Requests::<Test>::get((Territory::MX, number(NUMBER), 1)).expect("it is kept");
				assert_eq!(
					request.closure,
					Some(RequestClosure {
						at: NOON + 1_000,
						by,
						outcome,
						document: document(),
					})
				);
				assert_eq!(request.answer.is_some(), is_answered);
				assert_eq!(
					Applications::open_requests(Territory::MX, &number(NUMBER)),
					0
				);
				assert_eq!(Applications::requests(Territory::MX, 0), (vec![], None));
			});
		}
	}
}

#[test]
fn close_request_should_fail_with_what_is_wrong() {
	build_and_execute(|| {
		certify(NUMBER, CertificateState::Authorised);
		let met = RequestOutcome::Met;
		assert_noop!(close(by(MX), 1, met), Error::<Test>::UnknownRequest);
		assert_ok!(request(NUMBER));
		assert_noop!(close(by(CR), 1, met), Error::<Test>::UnknownRequest);
		assert_noop!(
			Applications::close_request(by(MX), number(NUMBER).into(), 1, met, H256::zero()),
			Error::<Test>::DocumentMissing
		);
		assert_noop!(
			Applications::close_request(by(MX), number("_").into(), 1, met, document()),
			Error::<Test>::NumberNotUnderstood
		);
		assert_ok!(close(by(MX), 1, met));
		assert_noop!(close(by(MX), 1, met), Error::<Test>::RequestClosedAlready);
	});
}

#[test]
fn close_request_should_work_after_the_certificate_has_ended() {
	build_and_execute(|| {
		certify(NUMBER, CertificateState::Authorised);
		assert_ok!(request(NUMBER));
		certify(NUMBER, CertificateState::Annulled);
		assert_ok!(close(by(MX), 1, RequestOutcome::Withdrawn));
	});
}
