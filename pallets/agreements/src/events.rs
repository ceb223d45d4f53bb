//! The events, kept apart so that `lib.rs` stays readable.

use frame_support::pallet_macros::pallet_section;

/// The events of the pallet.
#[pallet_section]
mod events {
	use aeo_primitives::{
		recognition::{LegState, MAX_TYPES},
		CertificateType,
	};

	/// What was decided. Nothing is emitted when a day passes.
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// An agreement waits for signatures.
		AgreementProposed {
			/// Its number.
			agreement: AgreementId,
			/// Its parties.
			parties: Parties,
			/// blake2-256 of its text.
			text: H256,
			/// What the parties sign.
			terms: H256,
			/// Who proposed it.
			proposer: Territory,
		},
		/// A leg that was proposed, of an agreement or an amendment, names types that no programme of
		/// its issuer has: their certificates would earn nothing. Correct them, or have the issuer make
		/// the programme.
		TypesUnknownToIssuer {
			/// The agreement.
			agreement: AgreementId,
			/// Whose certificates.
			issuer: Territory,
			/// Whose benefits.
			grantor: Territory,
			/// The types.
			types: BoundedVec<CertificateType, ConstU32<MAX_TYPES>>,
		},
		/// A party has signed.
		AgreementSigned {
			/// The agreement.
			agreement: AgreementId,
			/// Who signed.
			party: Territory,
			/// Whether all have signed now.
			complete: bool,
		},
		/// A leg begins, stops, resumes or ends. From its first day on the certificates of the issuer
		/// earn the benefits of the grantor, through its last day where it has one.
		LegChanged {
			/// The agreement.
			agreement: AgreementId,
			/// The version of the agreement that brought the leg.
			version: u32,
			/// Whose certificates.
			issuer: Territory,
			/// Whose benefits.
			grantor: Territory,
			/// Its state before; none where it was agreed just now.
			from: Option<LegState>,
			/// Its state from now on.
			to: LegState,
			/// Its last day, inclusive, where it is under notice or another version takes its place.
			until: Option<Date>,
			/// Who decided it.
			by: Territory,
		},
		/// A proposal was taken back.
		ProposalRetracted {
			/// The agreement.
			agreement: AgreementId,
		},
		/// A proposal that not all had signed in time was cleared away.
		ProposalLapsed {
			/// The agreement.
			agreement: AgreementId,
			/// Who had proposed it.
			proposer: Territory,
		},
		/// An amendment that not all had signed in time was cleared away.
		AmendmentLapsed {
			/// The agreement.
			agreement: AgreementId,
			/// Who had proposed the amendment.
			proposer: Territory,
		},
		/// A party has given notice. A [`Event::LegChanged`] for each leg says its last day.
		NoticeGiven {
			/// The agreement.
			agreement: AgreementId,
			/// Who leaves it.
			party: Territory,
			/// The last day of its legs; of each it is the grantor's local day.
			until: Date,
		},
		/// A party that has given notice asks the others that it be withdrawn.
		NoticeWithdrawalAsked {
			/// The agreement.
			agreement: AgreementId,
			/// Who has given notice.
			party: Territory,
		},
		/// A party agrees that another's notice is withdrawn.
		NoticeWithdrawalAgreed {
			/// The agreement.
			agreement: AgreementId,
			/// Who has given notice.
			party: Territory,
			/// Who agrees.
			by: Territory,
		},
		/// All agree: the notice is withdrawn, and the legs go on as if it had not been given. A
		/// [`Event::LegChanged`] for each leg says how it stands.
		NoticeWithdrawn {
			/// The agreement.
			agreement: AgreementId,
			/// Who stays.
			party: Territory,
		},
		/// An amendment waits for signatures.
		AmendmentProposed {
			/// The agreement.
			agreement: AgreementId,
			/// The version that it makes.
			version: u32,
			/// Those that accede with it.
			acceding: Parties,
			/// The legs that it removes.
			removed: RemovedLegs,
			/// Days between a party's notice and the end of its legs, from then on.
			notice_days: u16,
			/// blake2-256 of its text.
			text: H256,
			/// What the parties sign.
			terms: H256,
			/// Who proposed it.
			proposer: Territory,
		},
		/// A party has signed an amendment.
		AmendmentSigned {
			/// The agreement.
			agreement: AgreementId,
			/// The version that it makes.
			version: u32,
			/// Who signed.
			party: Territory,
			/// Whether all have signed now, so that it stands in the agreement.
			complete: bool,
		},
		/// An amendment was taken back, or a party gave notice before all had signed it.
		AmendmentRetracted {
			/// The agreement.
			agreement: AgreementId,
			/// The version that it would have made.
			version: u32,
			/// Who took it back, or gave notice.
			by: Territory,
		},
		/// A milestone was recorded.
		MilestoneRecorded {
			/// The agreement.
			agreement: AgreementId,
			/// Its place among the milestones of the agreement, from 0.
			place: u32,
			/// Who recorded it.
			party: Territory,
			/// What was reached.
			kind: MilestoneKind,
			/// When.
			on: Date,
			/// blake2-256 of the report.
			document: H256,
		},
	}
}
