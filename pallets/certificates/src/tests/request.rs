//! `request`: what an issuer asks for until a day.

use super::*;
use crate::{RequestCount, RequestCounts, RequestKey, RequestLog, Requests, MAX_OPEN_REQUESTS};
use aeo_primitives::{Request, RequestOutcome};

fn request_with(origin: RuntimeOrigin, text: &str, due: &str, document: H256) -> DispatchResult {
	let kind = RequestKind::SelfAssessment;
	Certificates::request(origin, number(text).into(), kind, day(due).into(), document)
}

/// Closes a request about the usual certificate.
fn close(request: u32) -> DispatchResult {
	let outcome = RequestOutcome::Withdrawn;
	Certificates::close_request(by(MX), number(NUMBER).into(), request, outcome, document())
}

#[test]
fn request_should_store_what_is_asked_and_tell_it() {
	build_and_execute(|| {
		certify_fast();
		let before = record(NUMBER);
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
		assert_eq!(record(NUMBER), before);
		assert_eq!(
			Certificates::open_requests(Territory::MX, &number(NUMBER)),
			1
		);
	});
}

#[test]
fn request_should_fail_with_what_is_wrong() {
	build_and_execute(|| {
		certify_fast();
		let due = "2026-12-31";
		assert_noop!(
			request_with(by(MX), NUMBER, due, H256::zero()),
			Error::<Test>::DocumentMissing
		);
		assert_noop!(
			request_with(by(MX), "_", due, document()),
			Error::<Test>::NumberNotUnderstood
		);
		assert_noop!(
			request_with(by(MX), "NONE", due, document()),
			Error::<Test>::UnknownCertificate
		);
		assert_noop!(
			request_with(by(CR), NUMBER, due, document()),
			Error::<Test>::UnknownCertificate
		);
		assert_noop!(
			request_with(by(MX), NUMBER, "2026-11-23", document()),
			Error::<Test>::DayPassed
		);
	});
}

#[test]
fn a_request_should_be_due_today_at_the_earliest_where_the_issuer_is() {
	build_and_execute(|| {
		certify_fast();
		let today = || request_with(by(MX), NUMBER, "2026-11-24", document());
		Timestamp::set_timestamp(morning("2026-11-25") - 1);
		assert_ok!(today());
		Timestamp::set_timestamp(morning("2026-11-25"));
		assert_noop!(today(), Error::<Test>::DayPassed);
	});
}

#[test]
fn request_should_be_made_about_what_is_live_or_applied_for_only() {
	for (state, steps) in super::states::STATES {
		build_and_execute(|| {
			set_up();
			link();
			for step in steps {
				assert_ok!(super::states::step(step));
			}
			let result = request_with(by(MX), NUMBER, "2040-12-31", document());
			let expected = match state {
				"Applied" | "Accepted" | "Authorised" | "Suspended" | "Revoked soon"
				| "Relinquished soon" => Ok(()),
				_ => Err(Error::<Test>::CertificateNotLive.into()),
			};
			assert_eq!(result, expected, "{state}");
		});
	}
}

#[test]
fn a_certificate_should_have_no_more_open_requests_than_allowed() {
	build_and_execute(|| {
		certify_fast();
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
		assert_ok!(Certificates::propose(
			by(MX),
			number("B").into(),
			as_written(authorise("FAST", OTHER))
		));
		assert_ok!(request("B"));
	});
}

#[test]
fn requests_should_list_the_open_ones_latest_first() {
	build_and_execute(|| {
		certify_fast();
		assert_eq!(Certificates::requests(Territory::MX, 0), (vec![], None));
		for _ in 0..60 {
			assert_ok!(request(NUMBER));
			let count = RequestCounts::<Test>::get(Territory::MX, number(NUMBER));
			// Only every tenth stays open.
			if !count.made.is_multiple_of(10) {
				assert_ok!(close(count.made));
			}
		}
		let listed = |page| {
			let (found, next_page) = Certificates::requests(Territory::MX, page);
			let places: Vec<_> = found.iter().map(|(key, _)| key.request).collect();
			(places, next_page)
		};
		assert_eq!(listed(0), (vec![60, 50, 40, 30, 20], Some(1)));
		assert_eq!(listed(1), (vec![10], None));
		assert_eq!(listed(2), (vec![], None));
		assert_eq!(listed(u32::MAX), (vec![], None));
		assert_eq!(Certificates::requests(Territory::CR, 0), (vec![], None));
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
		set_up();
		link();
		for step in ["enter", "accept"] {
			assert_ok!(super::states::step(step));
		}
		assert_ok!(request(NUMBER));
		assert_ok!(super::states::step("authorise"));
		assert_ok!(Certificates::answer_request(
			signed(HOLDER),
			number(NUMBER).into(),
			1,
			document()
		));
	});
}
