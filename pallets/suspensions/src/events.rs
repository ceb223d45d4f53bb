//! The events, kept apart so that `lib.rs` stays readable.

use frame_support::pallet_macros::pallet_section;

/// The events of the pallet.
#[pallet_section]
mod events {
	/// What was decided. How a certificate stands afterwards, with the ground and the document, is
	/// told by the certificates themselves, in the event just before.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// Certificates were suspended, or more of them than before.
		Suspended {
			/// The administration that issued them.
			issuer: Territory,
			/// Their numbers.
			numbers: Numbers,
			/// What was ordered; what was suspended before stays so.
			scope: SuspensionScope,
			/// The end that was ordered.
			end: SuspensionEnd,
			/// The officer.
			by: T::AccountId,
		},
		/// One of a trader's certificates could not be suspended as the others.
		LeftAlone {
			/// The administration that issued it.
			issuer: Territory,
			/// Its number.
			number: CertificateNumber,
			/// Why.
			error: DispatchError,
		},
		/// A reinstatement waits for a second officer.
		ReinstatementProposed {
			/// The administration that issued the certificate.
			issuer: Territory,
			/// Its number.
			number: CertificateNumber,
			/// The number of the proposal, which its confirmation names.
			proposal: u32,
			/// What is to be reinstated.
			scope: SuspensionScope,
			/// The officer.
			by: T::AccountId,
			/// Why.
			ground: Ground,
			/// blake2-256 of the decision.
			document: H256,
			/// The last moment at which it can be confirmed.
			expires: Moment,
		},
		/// A proposed reinstatement was refused or taken back.
		ReinstatementRefused {
			/// The administration that issued the certificate.
			issuer: Territory,
			/// Its number.
			number: CertificateNumber,
			/// The number of the proposal.
			proposal: u32,
			/// The officer who proposed it.
			maker: T::AccountId,
			/// The officer who refused it.
			by: T::AccountId,
		},
		/// A certificate, or one half of it, was reinstated.
		Reinstated {
			/// The administration that issued it.
			issuer: Territory,
			/// Its number.
			number: CertificateNumber,
			/// What was reinstated.
			scope: SuspensionScope,
			/// Who decided: maker and checker.
			by: Hands<T::AccountId>,
		},
		/// A grantor stopped its own benefits for one foreign certificate, or changed the review
		/// date and the decision.
		RecognitionSuspended {
			/// The grantor.
			grantor: Territory,
			/// The administration that issued the certificate.
			issuer: Territory,
			/// Its number.
			number: CertificateNumber,
			/// When the suspension began.
			since: Moment,
			/// The day on which its review is due.
			review_on: Date,
			/// The officer.
			by: T::AccountId,
			/// blake2-256 of the decision.
			document: H256,
		},
		/// A grantor recognises a foreign certificate again.
		RecognitionRestored {
			/// The grantor.
			grantor: Territory,
			/// The administration that issued the certificate.
			issuer: Territory,
			/// Its number.
			number: CertificateNumber,
			/// The officer.
			by: T::AccountId,
			/// blake2-256 of the decision.
			document: H256,
		},
		/// A partner has taken a version of a foreign certificate into its risk engine.
		Acknowledged {
			/// The partner.
			grantor: Territory,
			/// The administration that issued the certificate.
			issuer: Territory,
			/// Its number.
			number: CertificateNumber,
			/// The version.
			version: u32,
			/// The officer.
			by: T::AccountId,
		},
		/// A partner has taken everything that an issuer told up to two places into its risk engine.
		AcknowledgedThrough {
			/// The partner.
			grantor: Territory,
			/// The administration that told.
			issuer: Territory,
			/// Up to where it had acknowledged before.
			before: Watermarks,
			/// Up to where it has now.
			after: Watermarks,
			/// The officer.
			by: T::AccountId,
		},
		/// A grantor reported to an issuer what is wrong with one of its certificates.
		IrregularityReported {
			/// The administration that issued the certificate.
			issuer: Territory,
			/// The number of the report among those that the issuer has received.
			report: u32,
			/// The grantor.
			grantor: Territory,
			/// The number of the certificate.
			number: CertificateNumber,
			/// Its version.
			version: u32,
			/// The grantor's officer.
			by: T::AccountId,
			/// blake2-256 of the report.
			document: H256,
		},
		/// An issuer answered a report.
		IrregularityAnswered {
			/// The issuer.
			issuer: Territory,
			/// The number of the report.
			report: u32,
			/// The grantor that reported.
			grantor: Territory,
			/// The number of the certificate.
			number: CertificateNumber,
			/// The issuer's officer.
			by: T::AccountId,
			/// blake2-256 of the answer.
			document: H256,
		},
	}
}
