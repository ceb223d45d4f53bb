//! The errors, kept apart so that `lib.rs` stays readable.

use frame_support::pallet_macros::pallet_section;

/// The errors of the pallet.
#[pallet_section]
mod errors {
	/// Why a call was refused, and what to do.
	#[pallet::error]
	pub enum Error<T> {
		/// There is no number in the TIN. Write the territory and the trader's number.
		TinEmpty,
		/// The TIN is longer than 35 characters. Write one number, in full.
		TinTooLong,
		/// The TIN doesn't begin with a territory's code. Write two capitals of ISO 3166-1, EU, XI
		/// or XK in front (Greece is GR).
		TinTerritoryUnknown,
		/// The TIN is of another form than its scheme has: a number of characters, a prefix or a
		/// character in the wrong place. Compare it with the document.
		TinMalformed,
		/// The date in the TIN is no day of the calendar. Compare its six digits.
		TinDateNotReal,
		/// A part of the TIN is one that is never issued. Compare prefix and serial with the
		/// document; a legally issued one can be registered by the own account, despite the check.
		TinNeverIssued,
		/// The check digit of the TIN doesn't fit. Look for a typing error; a legally issued number
		/// can be registered by the own account, despite the check.
		TinCheckDigitWrong,
		/// The number passes its check. Register it with `identities.register`.
		TinCheckPasses,
		/// The number shows that it is a natural person's, and the open profile makes it public.
		/// Only companies can be registered so.
		PersonalNumber,
		/// The territory of the TIN is covered by another administration, or by none. Only the
		/// administration that covers it may register it.
		NotYourTerritory,
		/// The consent to publication is missing (all zeros). The open profile is lawful only with
		/// the company's consent: give the blake2-256 of the document.
		ConsentMissing,
		/// The document is missing (all zeros). Give its blake2-256.
		DocumentMissing,
		/// The TIN is registered already. Look it up in `identities.traders`.
		AlreadyRegistered,
		/// No trader is registered with this TIN. Register it first.
		UnknownTrader,
		/// The trader is closed or merged, which is final. Use the TIN under which it goes on.
		TraderNotActive,
		/// The territory of the trader's TIN is covered by another administration, or by none. Only
		/// the one that covers it acts for the trader.
		NotYourTrader,
		/// A trader can't be merged into itself. Name another TIN.
		MergedIntoItself,
		/// The account has a role already: own account, offered account, officer, agency, or linked
		/// to a trader. An account has one role; take another one.
		AccountInUse,
		/// The account is not offered to be linked to this trader. An officer of the trader's
		/// administration offers it with `identities.offerAccount`.
		NoOffer,
		/// The account is not linked to this trader. Sign with one that is, or as an officer of
		/// the trader's administration.
		NotLinked,
		/// The account was not accepted in time, or who offered it is not admitted any more, is in
		/// quarantine, or has the trader no more. Ask an officer to offer it again.
		OfferLapsed,
		/// The administration has as many open offers as allowed. Have one accepted, withdraw one, or
		/// wait: an offer lapses after the constant `offerLifetime`.
		TooManyOffers,
		/// The trader has as many accounts as allowed, with those that are offered. Unlink one, or
		/// withdraw an offer.
		TooManyAccounts,
		/// The grantor is no administration of this chain, or has left.
		UnknownGrantor,
		/// A grantor knows its own traders by their TIN. Use the TIN.
		AliasOfOwnTrader,
		/// The alias is empty or has characters other than letters, digits, `&` and `Ñ`. Write it
		/// as in the declaration.
		AliasNotUnderstood,
		/// There is no rule that derives this alias from what was written. Check the number or
		/// code; where there is no rule at all, let the grantor issue an alias.
		AliasNotDerived,
		/// Another active trader has the alias. Ask the grantor, who may remove it.
		AliasTaken,
		/// The trader has the alias already; nothing was changed.
		AliasKnown,
		/// The trader has no such alias, or none that waits to be confirmed. Look in
		/// `identities.aliasesOf`.
		UnknownAlias,
		/// The grantor issued the alias. Only the grantor may remove it.
		AliasIssuedByGrantor,
		/// The trader has as many aliases at this grantor as allowed. Remove one first; the grantor may
		/// remove any.
		TooManyAliases,
	}
}
