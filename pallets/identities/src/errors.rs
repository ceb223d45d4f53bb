//! The errors, kept apart so that `lib.rs` stays readable.

use frame_support::pallet_macros::pallet_section;

/// The errors of the pallet.
#[pallet_section]
mod errors {
	/// Why a call was refused, and what to do.
	#[pallet::error]
	pub enum Error<T> {
		/// The TIN is missing. Write the territory and the trader's number.
		TinMissing,
		/// The TIN is longer than 35 characters. Write one number, in full.
		TinTooLong,
		/// The TIN doesn't begin with a territory's code. Write two letters of ISO 3166-1, EU, XI
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
		/// Register companies only.
		NumberOfANaturalPerson,
		/// The territory of the TIN is covered by another administration, or by none. Let the
		/// administration that covers it register it; look in `administrations.coverage`.
		NotYourTerritory,
		/// The consent to publication is missing (all zeros). Give the blake2-256 of the document:
		/// the open profile is lawful only with the company's consent.
		ConsentMissing,
		/// The document is missing (all zeros). Give its blake2-256.
		DocumentMissing,
		/// The TIN is registered already. Look it up in `identities.traders`.
		AlreadyRegistered,
		/// No trader is registered with this TIN. Register it first.
		UnknownTrader,
		/// The trader is closed, or merged into another. Use the TIN under which it goes on.
		TraderNotActive,
		/// The territory of the trader's TIN is covered by another administration, or by none. Ask
		/// the one that covers it, which alone acts for the trader.
		NotYourTrader,
		/// A trader can't be merged into itself. Name another TIN.
		MergedIntoItself,
		/// The account has a role already: own account, officer, holder or offered to be one, or agency.
		/// An account has one role; take another one.
		AccountHasARole,
		/// The account was offered nothing that it could accept. Ask for an offer first, and sign with
		/// the account that it names.
		AccountNotOffered,
		/// The account is not linked to this trader. Sign with one that is, or as an officer of
		/// the trader's administration.
		AccountNotLinked,
		/// The account was not accepted in time, or who offered it is not admitted any more, is in
		/// quarantine, or has the trader no more. Ask an officer to offer it again.
		OfferLapsed,
		/// The administration has as many open offers as allowed. Have one accepted, withdraw one, or
		/// wait: an offer lapses after the constant `offerLifetime`.
		TooManyOffers,
		/// The trader has as many accounts as allowed, with those that are offered. Unlink one, or
		/// withdraw an offer.
		TooManyAccounts,
		/// The grantor is no administration of this chain, or has left. Name one that takes part; look in
		/// `administrations.administrations`.
		UnknownGrantor,
		/// A grantor knows its own traders by their TIN. Use the TIN.
		AliasOfOwnTrader,
		/// The alias is missing. Write it as in the declaration.
		AliasMissing,
		/// The alias is longer than 35 characters. Write one alias, in full.
		AliasTooLong,
		/// The alias has characters other than letters, digits, `&` and `Ñ`. Write it as in the
		/// declaration.
		AliasNotUnderstood,
		/// There is no rule that derives this alias from what was written. Check the number or
		/// code; where there is no rule at all, let the grantor issue an alias.
		AliasNotDerived,
		/// Another active trader has the alias. Ask the grantor, who may remove it.
		AliasTaken,
		/// The trader has the alias already. There is nothing to do; look in `identities.aliasesOf`.
		AliasKnownAlready,
		/// The trader has no such alias at this grantor. Look in `identities.aliasesOf`, and compare
		/// grantor, scheme and alias.
		UnknownAlias,
		/// No alias of the trader waits to be confirmed in these words. Let the trader declare it with
		/// `identities.declareAlias`, or issue it yourself with `identities.issueAlias`.
		AliasNotDeclared,
		/// The grantor issued the alias. Ask the grantor, who alone may remove it.
		AliasIssuedByGrantor,
		/// The trader has as many aliases at this grantor as allowed. Remove one first; the grantor may
		/// remove any.
		TooManyAliases,
	}
}
