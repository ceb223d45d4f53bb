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
			/// The officer who recorded it.
			by: T::AccountId,
		},
		/// These benefits were given before, with the same call for the same declaration: nothing was
		/// recorded again.
		AlreadyRecorded {
			/// Who gave them.
			grantor: Territory,
			/// The commitment of the declaration's reference.
			declaration: H256,
			/// What the trader did in the declaration.
			role: Role,
			/// The id of the trader.
			trader: TraderId,
			/// The number of the block in which it was recorded.
			recorded_in: u32,
			/// The officer who asked again.
			by: T::AccountId,
		},
		/// A certificate was issued or has changed, or its trader goes on no more, and with it who gives
		/// something for it. Nothing is emitted where nothing begins or ends.
		BenefitsChanged {
			/// The issuer.
			issuer: Territory,
			/// The certificate.
			number: CertificateNumber,
			/// Its version from now on; the same as before where the trader goes on no more.
			version: u32,
			/// The grantors from which benefits begin.
			begin: BoundedVec<Territory, ConstU32<MAX_GRANTORS>>,
			/// The grantors from which benefits end.
			end: BoundedVec<Territory, ConstU32<MAX_GRANTORS>>,
		},
		/// A row of a batch got no benefits; the others went on.
		GrantFailed {
			/// Who would have given them.
			grantor: Territory,
			/// The row, from 0.
			row: u32,
			/// The commitment of the declaration's reference.
			declaration: H256,
			/// What the trader does in the declaration.
			role: Role,
			/// Why: the denial, or what is wrong with the row.
			error: DispatchError,
		},
		/// Grants that are older than they are kept were removed. What they counted stays counted.
		GrantsPruned {
			/// Who gave them.
			grantor: Territory,
			/// The place of the first in the grantor's order.
			first: u64,
			/// How many were removed.
			count: u32,
			/// The officer who removed them.
			by: T::AccountId,
		},
		/// An incident was opened: whoever has the benefit of trade recovery is served first.
		IncidentOpened {
			/// Where.
			grantor: Territory,
			/// Its number.
			incident: u32,
			/// What kind it is of.
			kind: IncidentKind,
			/// The officer who opened it.
			by: T::AccountId,
			/// blake2-256 of the decision.
			document: H256,
		},
		/// An incident was closed.
		IncidentClosed {
			/// Where.
			grantor: Territory,
			/// Its number.
			incident: u32,
			/// What kind it was of.
			kind: IncidentKind,
			/// The officer who closed it.
			by: T::AccountId,
			/// blake2-256 of the decision.
			document: H256,
		},
		/// The uses of a period were recorded sealed.
		UsesSealed {
			/// Who gave the benefits.
			grantor: Territory,
			/// The number of the record.
			record: u32,
			/// The days.
			period: SealedPeriod,
			/// The Merkle root over the uses.
			root: H256,
			/// How many there are.
			leaves: u32,
			/// For how many holders there is a line.
			lines: u32,
			/// The officer who recorded it.
			by: T::AccountId,
		},
	}
}
