//! The events, kept apart so that `lib.rs` stays readable.

use frame_support::pallet_macros::pallet_section;

/// The events of the pallet.
#[pallet_section]
mod events {
	use aeo_primitives::Benefits;

	/// What was given, and what begins or ends.
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// Benefits were given to a declaration.
		BenefitsGranted {
			/// Who gave them.
			grantor: Territory,
			/// The commitment of the declaration's reference.
			declaration: H256,
			/// What the trader did in the declaration.
			role: Role,
			/// The kind of the declaration.
			direction: Direction,
			/// The id of the trader.
			trader: TraderId,
			/// The administration that certified it.
			issuer: Territory,
			/// What was given.
			benefits: Benefits,
			/// Whether to serve it first: an incident is open, and the benefits cover that.
			priority: bool,
			/// A mark: the council has quarantined the issuer.
			issuer_quarantined: bool,
		},
		/// A certificate was issued or has changed, and with it who gives something for it. Nothing
		/// is emitted where nothing begins or ends.
		BenefitsChanged {
			/// The issuer.
			issuer: Territory,
			/// The certificate.
			number: CertificateNumber,
			/// Its version from now on.
			version: u32,
			/// The grantors from which benefits begin.
			begin: BoundedVec<Territory, ConstU32<MAX_GRANTORS>>,
			/// The grantors from which benefits end.
			end: BoundedVec<Territory, ConstU32<MAX_GRANTORS>>,
		},
	}
}
