//! What is answered about certificates and what is going on about them.

use aeo_primitives::{
	recognition::Denial, CertificateNumber, Date, Maker, Moment, Request, StateKind, StatusPeriod,
	SuspensionScope,
};
use alloc::vec::Vec;
use codec::{Decode, Encode};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use sp_core::H256;

answers! {
	/// What a holder has asked for and nobody has decided yet.
	struct Wishes {
		/// A renewal.
		pub renewal: bool,
		/// An appeal against the last decision.
		pub appeal: bool,
		/// A suspension.
		pub suspension: bool,
		/// To give the certificate back from this day on.
		pub relinquishment: Option<Date>,
		/// A reinstatement of what is suspended.
		pub reinstatement: bool,
	}

	/// How a certificate stood at a moment.
	struct StatusAt<AccountId> {
		/// The status period in force then. What was overturned is passed over; a later decision that
		/// was taken while it was believed holds without it.
		pub period: StatusPeriod<AccountId>,
		/// Whether the certificate was in force.
		pub in_force: bool,
		/// Why it was not in force, where it was not.
		pub obstacle: Option<Denial>,
		/// What was suspended; with one half the certificate was in force still.
		pub suspended: Option<SuspensionScope>,
	}

	/// A decision that waits for a second officer.
	struct PendingDecision<AccountId, Decision> {
		/// The certificate.
		pub number: CertificateNumber,
		/// The number of the proposal, which its confirmation names.
		pub proposal: u32,
		/// What is proposed.
		pub decision: Decision,
		/// Who proposed it.
		pub maker: Maker<AccountId>,
		/// The version of the certificate that it is about; 0 where there was none yet.
		pub version: u32,
		/// It can be confirmed until then.
		pub expires: Moment,
		/// Whether it was not confirmed in time.
		pub expired: bool,
		/// Whether the certificate has changed since the proposal.
		pub overtaken: bool,
	}

	/// A batch that waits for a second officer.
	struct PendingBatch<AccountId> {
		/// Names the batch.
		pub batch: H256,
		/// The number of the proposal, which its confirmation names.
		pub proposal: u32,
		/// How many certificates are in it.
		pub rows: u32,
		/// Who proposed it.
		pub maker: Maker<AccountId>,
		/// It can be confirmed until then.
		pub expires: Moment,
		/// Whether it was not confirmed in time.
		pub expired: bool,
	}

	/// What waits for a second officer.
	struct PendingPage<AccountId, Decision> {
		/// The decisions on this page. One that can't be confirmed any more stays until it is
		/// refused, or makes room for another one of its maker.
		pub decisions: Vec<PendingDecision<AccountId, Decision>>,
		/// The batches, all on the first page.
		pub batches: Vec<PendingBatch<AccountId>>,
		/// The next page, where there are more decisions.
		pub next_page: Option<u32>,
	}

	/// An open request.
	struct RequestStatus<AccountId> {
		/// The certificate, or the application.
		pub number: CertificateNumber,
		/// Its number among the requests about that certificate, from 1.
		pub place: u32,
		/// What was asked, and answered.
		pub request: Request<AccountId>,
		/// Whether it is unanswered and its last day over at the block's time.
		pub overdue: bool,
	}

	/// A page of open requests.
	struct RequestPage<AccountId> {
		/// Those on this page, latest first; maybe none although there are more.
		pub requests: Vec<RequestStatus<AccountId>>,
		/// The next page, where there are earlier requests.
		pub next_page: Option<u32>,
	}

	/// How many certificates are in a state.
	struct StateCount {
		/// The state.
		pub state: StateKind,
		/// How many.
		pub count: u32,
	}

	/// How many certificates an issuer has.
	struct Counts {
		/// All that were ever entered, applications too: the ordinal of the next one.
		pub ordinals: u32,
		/// Those in each state as it was decided: what has expired since is still authorised.
		pub states: Vec<StateCount>,
	}
}
