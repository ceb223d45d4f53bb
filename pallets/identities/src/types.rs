//! What the pallet stores of a trader.

use aeo_primitives::{
	recognition::TraderState, AliasScheme, AliasValue, Maker, Moment, NormalisedTin, Territory,
	TraderId,
};
use frame_support::{stored, BoundedVec};
use sp_core::H256;

/// What is known of a trader's number.
#[stored]
#[derive(Copy)]
pub enum TinCheck {
	/// Its form is right; the scheme has no public check digit.
	FormatOnly,
	/// Its form and its check digit are right.
	Passed,
	/// Its check digit is wrong, and the administration's own account or two of its officers vouch
	/// for it.
	Overridden {
		/// blake2-256 of the document that shows that it was legally issued.
		instrument: H256,
	},
}

/// Most decisions of one officer that wait. So that nobody can fill up what waits for the others,
/// the bound is each officer's own.
pub const MAX_WAITING: u32 = 16;

/// What two officers decide about a trader's number: `Number` is another one, as it is stored or as it
/// is written in a call.
#[stored(no_skip_type_params)]
pub enum TraderDecision<Number = NormalisedTin> {
	/// Registers the trader, whose number was legally issued although it fails its check.
	#[codec(index = 0)]
	RegisterDespiteCheck {
		/// blake2-256 of the company's consent to being public.
		publication_consent: H256,
		/// blake2-256 of the document that shows that the number was issued.
		instrument: H256,
	},
	/// Lets the trader go on under another number: it was renumbered, or has changed its regime. It
	/// stays one firm, to which both numbers lead.
	#[codec(index = 1)]
	Succeed {
		/// The number from now on.
		by: Number,
		/// blake2-256 of the decision.
		document: H256,
		/// blake2-256 of the document that shows that the new number was issued although it fails its
		/// check; none where it passes.
		instrument: Option<H256>,
	},
	/// Takes a former number from the trader, which was given to it by mistake: it leads there no more.
	#[codec(index = 2)]
	Release {
		/// The number, which is neither its present nor its first one.
		number: Number,
		/// blake2-256 of the decision.
		document: H256,
	},
}

/// A proposal of an officer that waits, as it counts against the bound of those.
#[stored]
pub struct OpenProposal {
	/// The number that it is about, in normal form.
	pub tin: NormalisedTin,
	/// It can be confirmed until then.
	pub expires: Moment,
}

/// A legal entity in one customs territory, known by its TIN.
#[stored]
pub struct Trader {
	/// The TIN in normal form: its present number. Its id is the hash of its first one.
	pub tin: NormalisedTin,
	/// The administration that registered it or took it over, and issues all its certificates.
	pub administration: Territory,
	/// The admission of that administration in which it last vouched for the trader.
	pub admission: u32,
	/// What is known of the number.
	pub check: TinCheck,
	/// blake2-256 of the company's consent to being public.
	pub publication_consent: H256,
	/// Whether it still exists under its TIN.
	pub state: TraderState,
	/// Number of linked accounts.
	pub accounts: u32,
}

/// An account that acts for a trader.
#[stored(no_skip_type_params)]
pub struct Link<AccountId> {
	/// The trader.
	pub trader: TraderId,
	/// blake2-256 of a document, signed under the national PKI, that binds the account.
	pub instrument: Option<H256>,
	/// The officer who offered it, and the signer of that extrinsic.
	pub by: Maker<AccountId>,
}

/// An account that may become linked to a trader, once it accepts.
#[stored(no_skip_type_params)]
pub struct Offer<AccountId> {
	/// What the link will be.
	pub link: Link<AccountId>,
	/// The administration that offered it.
	pub administration: Territory,
	/// The number of the admission in which it did. In another the offer means nothing.
	pub admission: u32,
	/// When it was offered: some time later it lapses.
	pub offered_at: Moment,
}

/// An offer, as its administration keeps it.
#[stored(no_skip_type_params)]
pub struct OpenOffer<AccountId> {
	/// The account.
	pub account: AccountId,
	/// The trader.
	pub trader: TraderId,
	/// The number of the admission.
	pub admission: u32,
	/// When it was offered.
	pub offered_at: Moment,
}

/// The offers of one administration, oldest first.
pub type OpenOfferList<AccountId, Bound> = BoundedVec<OpenOffer<AccountId>, Bound>;

/// An alias, as its grantor knows it.
#[stored]
pub struct AliasKey {
	/// The administration whose declarations it is written in.
	pub grantor: Territory,
	/// What kind of name it is.
	pub scheme: AliasScheme,
	/// The alias, in normal form.
	pub value: AliasValue,
}

/// Where an alias comes from.
#[stored]
pub enum AliasSource {
	/// The trader says so: it leads nowhere until it is confirmed.
	SelfDeclared,
	/// The trader declared it, and the grantor has confirmed it.
	Confirmed,
	/// It follows from what the trader's administration calls it.
	Derived {
		/// That number or code, in the normal form of a TIN.
		written: AliasValue,
	},
	/// The grantor made it.
	Issued,
}
