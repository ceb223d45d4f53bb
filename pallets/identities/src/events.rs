//! The events, kept apart so that `lib.rs` stays readable.

use frame_support::pallet_macros::pallet_section;

/// The events of the pallet.
#[pallet_section]
mod events {
	/// What happened.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A trader was registered.
		TraderRegistered {
			/// Its id.
			trader: TraderId,
			/// Its TIN.
			tin: NormalisedTin,
			/// The administration that registered it.
			administration: Territory,
			/// What is known of the number.
			check: TinCheck,
			/// blake2-256 of the consent to publication.
			publication_consent: H256,
		},
		/// An administration acts for a trader that was another's, or its own in an earlier admission:
		/// it covers the territory of the TIN now, and vouches for the trader from now on. What the
		/// one before certified stays that one's.
		TraderTakenOver {
			/// The trader.
			trader: TraderId,
			/// The administration before.
			from: Territory,
			/// The administration from now on.
			administration: Territory,
			/// The number of its admission.
			admission: u32,
		},
		/// A trader exists no more.
		TraderClosed {
			/// The trader.
			trader: TraderId,
			/// blake2-256 of the decision.
			document: H256,
		},
		/// A trader has become part of another.
		TraderMerged {
			/// The trader.
			trader: TraderId,
			/// The TIN under which it goes on.
			into: NormalisedTin,
			/// blake2-256 of the decision.
			document: H256,
		},
		/// An account may become linked to a trader, once it accepts.
		AccountOffered {
			/// The trader.
			trader: TraderId,
			/// The account.
			account: T::AccountId,
			/// blake2-256 of the document that binds it.
			instrument: Option<H256>,
		},
		/// An offer was declined by the account or withdrawn by an officer.
		OfferEnded {
			/// The trader.
			trader: TraderId,
			/// The account.
			account: T::AccountId,
		},
		/// An offer that was not accepted in time was cleared away.
		OfferLapsed {
			/// The trader.
			trader: TraderId,
			/// The account.
			account: T::AccountId,
		},
		/// An account acts for a trader from now on.
		AccountLinked {
			/// The trader.
			trader: TraderId,
			/// The account.
			account: T::AccountId,
		},
		/// An account acts for a trader no more.
		AccountUnlinked {
			/// The trader.
			trader: TraderId,
			/// The account.
			account: T::AccountId,
		},
		/// An alias leads to a trader from now on: it was issued, derived or confirmed.
		AliasGiven {
			/// The trader.
			trader: TraderId,
			/// The alias.
			alias: AliasKey,
			/// Where it comes from.
			source: AliasSource,
		},
		/// A trader declared an alias, which the grantor may confirm.
		AliasDeclared {
			/// The trader.
			trader: TraderId,
			/// The alias.
			alias: AliasKey,
		},
		/// A trader has an alias no more.
		AliasRemoved {
			/// The trader.
			trader: TraderId,
			/// The alias.
			alias: AliasKey,
		},
	}
}
