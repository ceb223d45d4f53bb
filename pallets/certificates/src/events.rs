//! The events, kept apart so that `lib.rs` stays readable.

use frame_support::pallet_macros::pallet_section;

/// The events of the pallet.
#[pallet_section]
mod events {
	use aeo_primitives::Validity;

	/// What was decided. Nothing is emitted when a day passes.
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A programme was created or changed.
		ProgrammeSet {
			/// Its administration.
			administration: Territory,
			/// Its code.
			code: ProgrammeCode,
			/// What it is from now on.
			programme: Programme,
		},
		/// An administration said what it gives to its own traders.
		DomesticOffersSet {
			/// The administration.
			administration: Territory,
			/// What it gives.
			offers: BoundedVec<Offer, ConstU32<MAX_DOMESTIC_OFFERS>>,
		},
		/// An administration has a further agency.
		AgencyRegistered {
			/// The administration.
			administration: Territory,
			/// The agency's code.
			code: AgencyCode,
			/// Its account.
			account: T::AccountId,
		},
		/// An agency is none any more. Its opinions stay.
		AgencyRemoved {
			/// The administration.
			administration: Territory,
			/// The agency's code.
			code: AgencyCode,
			/// Its account, which is free again.
			account: T::AccountId,
			/// The own account, or the agency's.
			by: T::AccountId,
		},
		/// An agency has said what it thinks of an application.
		OpinionGiven {
			/// The issuer.
			issuer: Territory,
			/// The application.
			number: CertificateNumber,
			/// Its version.
			version: u32,
			/// The agency.
			agency: AgencyCode,
			/// What it said last, on this version or an earlier one.
			before: Option<Opinion>,
			/// What it says from now on.
			opinion: Opinion,
			/// The agency's account.
			by: T::AccountId,
			/// blake2-256 of the reasons.
			document: H256,
		},
		/// A decision waits for a second officer.
		DecisionProposed {
			/// The issuer.
			issuer: Territory,
			/// The certificate.
			number: CertificateNumber,
			/// The number of the proposal, which its confirmation names.
			proposal: u32,
			/// What is proposed.
			decision: Decision,
			/// The officer who proposed it.
			by: T::AccountId,
			/// It can be confirmed until then.
			expires: Moment,
		},
		/// A decision was refused, or taken back.
		DecisionRefused {
			/// The issuer.
			issuer: Territory,
			/// The certificate.
			number: CertificateNumber,
			/// The number of the proposal.
			proposal: u32,
			/// The officer who proposed it.
			maker: T::AccountId,
			/// The officer who refused it.
			by: T::AccountId,
		},
		/// A certificate was issued or taken over (`from` is none), or has changed.
		CertificateChanged {
			/// The issuer.
			issuer: Territory,
			/// The certificate.
			number: CertificateNumber,
			/// Its trader.
			trader: TraderId,
			/// Its version from now on.
			version: u32,
			/// Its state before.
			from: Option<CertificateState>,
			/// Its state from now on.
			to: CertificateState,
			/// Its roles from now on.
			roles: Roles,
			/// When it is valid.
			validity: Option<Validity>,
			/// Through which day it is to be reviewed.
			review_due: Option<Date>,
			/// By whom and why.
			decided: Decided<T::AccountId>,
		},
		/// A holder has asked for something.
		HolderAsked {
			/// The issuer.
			issuer: Territory,
			/// The certificate.
			number: CertificateNumber,
			/// What it asks for.
			wish: Wish,
			/// The holder's account, or the officer with the holder's paper.
			by: T::AccountId,
			/// blake2-256 of the request.
			document: H256,
		},
		/// A holder has taken back what it had asked for.
		WishWithdrawn {
			/// The issuer.
			issuer: Territory,
			/// The certificate.
			number: CertificateNumber,
			/// What is not asked for any more.
			wish: WishKind,
			/// The holder's account, or the officer with the holder's paper.
			by: T::AccountId,
			/// blake2-256 of what the holder says.
			document: H256,
		},
		/// An appeal was dismissed: the decision stands.
		AppealDismissed {
			/// The issuer.
			issuer: Territory,
			/// The certificate.
			number: CertificateNumber,
			/// The officer who dismissed it.
			by: T::AccountId,
			/// blake2-256 of the decision.
			document: H256,
		},
		/// An appeal has lapsed: another decision than one on the appeal gave back what it was about,
		/// so that nothing is left to overturn.
		AppealLapsed {
			/// The issuer.
			issuer: Territory,
			/// The certificate.
			number: CertificateNumber,
			/// Who took that decision.
			by: Hands<T::AccountId>,
		},
		/// A review began or is over (T11).
		ReviewSet {
			/// The issuer.
			issuer: Territory,
			/// The certificate.
			number: CertificateNumber,
			/// Whether it is under review from now on.
			under_review: bool,
			/// Through which day it is to be reviewed.
			review_due: Option<Date>,
			/// The officer.
			by: T::AccountId,
			/// blake2-256 of the order or the report.
			document: H256,
		},
		/// The issuer has asked for something until a day.
		RequestMade {
			/// The issuer.
			issuer: Territory,
			/// The certificate.
			number: CertificateNumber,
			/// The request's place among those about the certificate.
			request: u32,
			/// What is asked for.
			kind: RequestKind,
			/// The last day for the answer, inclusive.
			due: Date,
			/// The officer who asked.
			by: T::AccountId,
			/// blake2-256 of the request.
			document: H256,
		},
		/// A request was answered.
		RequestAnswered {
			/// The issuer.
			issuer: Territory,
			/// The certificate.
			number: CertificateNumber,
			/// The request's place among those about the certificate.
			request: u32,
			/// The holder's account, or the officer with the holder's paper.
			by: T::AccountId,
			/// blake2-256 of the answer.
			document: H256,
		},
		/// A request was closed.
		RequestClosed {
			/// The issuer.
			issuer: Territory,
			/// The certificate.
			number: CertificateNumber,
			/// The request's place among those about the certificate.
			request: u32,
			/// What it came to.
			outcome: RequestOutcome,
			/// The officer who closed it.
			by: T::AccountId,
			/// blake2-256 of the finding.
			document: H256,
		},
		/// A batch waits for a second officer.
		BatchProposed {
			/// The issuer.
			issuer: Territory,
			/// Names the batch.
			batch: H256,
			/// The number of the proposal, which its confirmation names.
			proposal: u32,
			/// How many rows it has.
			rows: u32,
			/// The officer who proposed it.
			by: T::AccountId,
			/// It can be confirmed until then.
			expires: Moment,
		},
		/// A row of a batch failed: nothing of it is done. Where the batch waits, it would fail.
		RowFailed {
			/// The issuer.
			issuer: Territory,
			/// Names the batch.
			batch: H256,
			/// The row, from 0.
			row: u32,
			/// The certificate in it, as it was written.
			number: Written,
			/// Why, and what to do.
			error: DispatchError,
		},
		/// A batch is done with.
		BatchDone {
			/// The issuer.
			issuer: Territory,
			/// Names the batch.
			batch: H256,
			/// How many rows are done.
			done: u32,
			/// How many failed.
			failed: u32,
			/// Who proposed and confirmed it.
			by: Hands<T::AccountId>,
		},
		/// A batch was refused, or taken back.
		BatchRefused {
			/// The issuer.
			issuer: Territory,
			/// Names the batch.
			batch: H256,
			/// The number of the proposal.
			proposal: u32,
			/// The officer who proposed it.
			maker: T::AccountId,
			/// The officer who refused it.
			by: T::AccountId,
		},
	}
}
