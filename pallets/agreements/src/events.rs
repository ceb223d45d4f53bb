//! The events, kept apart so that `lib.rs` stays readable.

use frame_support::pallet_macros::pallet_section;

/// The events of the pallet.
#[pallet_section]
mod events {
	use aeo_primitives::recognition::LegState;

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
		/// A party has signed.
		AgreementSigned {
			/// The agreement.
			agreement: AgreementId,
			/// Who signed.
			party: Territory,
			/// Whether all have signed now.
			complete: bool,
		},
		/// A leg begins, stops or resumes. From its first day on the certificates of the issuer earn
		/// the benefits of the grantor.
		LegChanged {
			/// The agreement.
			agreement: AgreementId,
			/// Whose certificates.
			issuer: Territory,
			/// Whose benefits.
			grantor: Territory,
			/// Its state before; none where it was agreed just now.
			from: Option<LegState>,
			/// Its state from now on.
			to: LegState,
			/// Who decided it.
			by: Territory,
		},
		/// A proposal was taken back.
		ProposalRetracted {
			/// The agreement.
			agreement: AgreementId,
		},
	}
}
