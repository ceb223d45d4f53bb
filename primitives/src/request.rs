//! What an issuer asks of the holder of a certificate, or of an applicant, until a day (domain
//! specification, section 5).

use primitive_types::H256;

use crate::{Date, Moment, RequestKind, RequestOutcome, UtcOffset};

value_types! {
	/// A request: asked, answered, closed.
	struct Request<AccountId> {
		/// What is asked for.
		pub kind: RequestKind,
		/// When it was asked.
		pub asked_at: Moment,
		/// The officer who asked.
		pub asked_by: AccountId,
		/// blake2-256 of the request.
		pub document: H256,
		/// The last day for the answer, inclusive; the issuer's local day.
		pub due: Date,
		/// What was answered; none as long as nothing was.
		pub answer: Option<RequestAnswer<AccountId>>,
		/// What it came to; none as long as it is open.
		pub closure: Option<RequestClosure<AccountId>>,
	}

	/// The answer to a request.
	struct RequestAnswer<AccountId> {
		/// When it came.
		pub at: Moment,
		/// The holder's account, or the officer with the holder's paper.
		pub by: AccountId,
		/// blake2-256 of the answer.
		pub document: H256,
	}

	/// The end of a request.
	struct RequestClosure<AccountId> {
		/// When it was closed.
		pub at: Moment,
		/// The officer who closed it.
		pub by: AccountId,
		/// What it came to.
		pub outcome: RequestOutcome,
		/// blake2-256 of the finding.
		pub document: H256,
	}
}

impl<AccountId> Request<AccountId> {
	/// Returns whether it waits for its end.
	pub fn is_open(&self) -> bool {
		self.closure.is_none()
	}

	/// Returns whether an answer should have come by `now`, where the issuer's clocks stand at
	/// `utc_offset`: it is open, unanswered, and its last day is over.
	pub fn is_overdue(&self, now: Moment, utc_offset: UtcOffset) -> bool {
		self.is_open() && self.answer.is_none() && self.due.last_moment(utc_offset) < now
	}
}
