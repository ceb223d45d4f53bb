//! `request`: what an issuer asks for until a day.

use super::*;
use crate::{RequestCount, RequestCounts, RequestKey, RequestLog, Requests, MAX_OPEN_REQUESTS};
use aeo_primitives::{Request, RequestOutcome};

fn request_with(origin: RuntimeOrigin, text: &str, due: &str, document: H256) -> DispatchResult {
	let kind = RequestKind::SelfAssessment;
	Applications::request(origin, number(text).into(), kind, day(due).into(), document)
}

/// Closes a request about the usual certificate.
fn close(request: u32) -> DispatchResult {
	let outcome = RequestOutcome::Withdrawn;
	Applications::close_request(by(MX), number(NUMBER).into(), request, outcome, document())
}

#[test]
fn request_should_store_what_is_asked_and_tell_it() {
	build_and_execute(|| {
		certify(NUMBER, CertificateState::Authorised);
		let before = entry(NUMBER);
		assert_ok!(request_with(
			by(MX),
			"mx-oea/0001",
			"2026-12-31",
			document()
		));
		let officer = officer(MX, Scope::Certification);
		expect_event(Event::RequestMade {
			issuer: Territory::MX,
			number: number(NUMBER),
			request: 1,
			kind: RequestKind::SelfAssessment,
			due: day("2026-12-31"),
			by: officer,
			document: document(),
		});
		assert_eq!(
			Requests::<Test>::get((Territory::MX, number(NUMBER), 1)),
			Some(Request {
				kind: RequestKind::SelfAssessment,
				asked_at: NOON,
				asked_by: officer,
				document: document(),
				due: day("2026-12-31"),
				answer: None,
				closure: None,
			})
		);
		// The certificate stays what it is.
		assert_eq!(entry(NUMBER), before);
		assert_eq!(
			Applications::open_requests(Territory::MX, &number(NUMBER)),
			1
		);
	});
}

#[test]
fn request_should_fail_with_what_is_wrong() {
	build_and_execute(|| {
		certify(NUMBER, CertificateState::Authorised);
		let due = "2026-12-31";
		assert_noop!(
			request_with(by(MX), NUMBER, due, H256::zero()),
			Error::<Test>::DocumentMissing
		);
		assert_noop!(
			request_with(by(MX), "_", due, document()),
			Error::<Test>::NumberNotUnderstood
		);
		assert_noop!(request_with(by(MX), "NONE", due, document()), UNKNOWN);
		assert_noop!(request_with(by(CR), NUMBER, due, document()), UNKNOWN);
		assert_noop!(
			request_with(by(MX), NUMBER, "2026-11-23", document()),
			Error::<Test>::DayPassed
		);
	});
}

#[test]
fn a_request_should_be_due_today_at_the_earliest_where_the_issuer_is() {
	build_and_execute(|| {
		certify(NUMBER, CertificateState::Authorised);
		let today = || request_with(by(MX), NUMBER, "2026-11-24", document());
		Timestamp::set_timestamp(morning("2026-11-25") - 1);
		assert_ok!(today());
		Timestamp::set_timestamp(morning("2026-11-25"));
		assert_noop!(today(), Error::<Test>::DayPassed);
	});
}

#[test]
fn request_should_fail_where_the_register_says_that_nobody_answers() {
	build_and_execute(|| {
		certify(NUMBER, CertificateState::Annulled);
		assert_noop!(request(NUMBER), OTHER_STATE);
	});
}

#[test]
fn a_certificate_should_have_no_more_open_requests_than_allowed() {
	build_and_execute(|| {
		certify(NUMBER, CertificateState::Authorised);
		for _ in 0..MAX_OPEN_REQUESTS {
			assert_ok!(request(NUMBER));
		}
		assert_noop!(request(NUMBER), Error::<Test>::TooManyRequests);
		assert_ok!(close(3));
		assert_ok!(request(NUMBER));
		assert_noop!(request(NUMBER), Error::<Test>::TooManyRequests);
		assert_eq!(
			RequestCounts::<Test>::get(Territory::MX, number(NUMBER)),
			RequestCount { made: 17, open: 16 }
		);
		// It is counted for each certificate.
		certify("B", CertificateState::Authorised);
		assert_ok!(request("B"));
	});
}

#[test]
fn requests_should_list_the_open_ones_latest_first() {
	build_and_execute(|| {
		certify(NUMBER, CertificateState::Authorised);
		assert_eq!(Applications::requests(Territory::MX, 0), (vec![], None));
		for _ in 0..60 {
			assert_ok!(request(NUMBER));
			let count = RequestCounts::<Test>::get(Territory::MX, number(NUMBER));
			// Only every tenth stays open.
			if !count.made.is_multiple_of(10) {
				assert_ok!(close(count.made));
			}
		}
		let listed = |page| {
			let (found, next_page) = Applications::requests(Territory::MX, page);
			let places: Vec<_> = found.iter().map(|(key, _)| key.request).collect();
			(places, next_page)
		};
		assert_eq!(listed(0), (vec![60, 50, 40, 30, 20], Some(1)));
		assert_eq!(listed(1), (vec![10], None));
		assert_eq!(listed(2), (vec![], None));
		assert_eq!(listed(u32::MAX), (vec![], None));
		assert_eq!(Applications::requests(Territory::CR, 0), (vec![], None));
		assert_eq!(
			RequestLog::<Test>::get(Territory::MX, 59),
			Some(RequestKey {
				number: number(NUMBER),
				request: 60
			})
		);
	});
}

#[test]
fn a_request_should_go_with_an_application_into_the_certificate() {
	build_and_execute(|| {
		accept(NUMBER, TIN);
		assert_ok!(request(NUMBER));
		certify(NUMBER, CertificateState::Authorised);
		assert_ok!(Applications::answer_request(
			signed(HOLDER),
			number(NUMBER).into(),
			1,
			document()
		));
	});
}
