use aeo_primitives::{
	Date, Moment, Request, RequestAnswer, RequestClosure, RequestKind, RequestOutcome, UtcOffset,
};
use primitive_types::H256;

fn due() -> Date {
	"2026-12-31".parse().unwrap()
}

/// Mexico's clocks.
fn mexico() -> UtcOffset {
	UtcOffset::try_from(-360).unwrap()
}

fn asked() -> Request<u64> {
	Request {
		kind: RequestKind::CorrectiveAction,
		asked_at: 0,
		asked_by: 1,
		document: H256::repeat_byte(1),
		due: due(),
		answer: None,
		closure: None,
	}
}

fn answered() -> Request<u64> {
	Request {
		answer: Some(RequestAnswer {
			at: 1,
			by: 2,
			document: H256::repeat_byte(2),
		}),
		..asked()
	}
}

#[test]
fn a_request_should_be_overdue_when_its_day_is_over_where_the_issuer_is() {
	let last: Moment = due().last_moment(mexico());
	assert!(!asked().is_overdue(last, mexico()));
	assert!(asked().is_overdue(last + 1, mexico()));
	assert!(asked().is_overdue(last, UtcOffset::default()));
}

#[test]
fn what_is_answered_or_closed_should_not_be_overdue() {
	let closed = Request {
		closure: Some(RequestClosure {
			at: 3,
			by: 1,
			outcome: RequestOutcome::NotMet,
			document: H256::repeat_byte(3),
		}),
		..asked()
	};
	assert!(answered().is_open());
	assert!(!answered().is_overdue(Moment::MAX, mexico()));
	assert!(!closed.is_open());
	assert!(!closed.is_overdue(Moment::MAX, mexico()));
}
