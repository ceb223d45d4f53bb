//! What one pallet needs of another, as small traits that the runtime wires.
//!
//! The pallet that has the need names it here; `()` is the answer of a chain that leaves the other
//! pallet out. Errors are those of the pallet that answers, so that each refusal is said in one
//! place.

use alloc::vec::Vec;
use bounded_collections::{BoundedBTreeSet, BoundedVec, ConstU32};
use primitive_types::H256;
use sp_weights::Weight;

use crate::{
	recognition::{self, Leg, LegSummary, NormalisedTin, Offer, SuccessionList, TraderState},
	sharing::DisclosedLeg,
	tin::Tin,
	AgencyCode, AliasScheme, CertificateNumber, CertificateType, Decided, Maker, Moment, Opinion,
	ProgrammeCode, Roles, Scope, Subject, Suspension, SuspensionScope, Territory, TraderId,
	TypeCode, UsesRecorded, Wish, WishKind, WrittenTin, MAX_CERTIFICATES, MAX_DOMESTIC_OFFERS,
	MAX_GRANTORS, MAX_LEGS,
};

/// Who acts for an administration.
///
/// A quarantined administration's accounts act for nobody.
pub trait Officers<AccountId> {
	/// Why an account may not act, and what to do.
	type Error;

	/// Returns the administration for which `account` is an officer with `scope`.
	fn ensure_officer(account: &AccountId, scope: Scope) -> Result<Territory, Self::Error>;

	/// Returns the administration of which `account` is the own account.
	fn ensure_own_account(account: &AccountId) -> Result<Territory, Self::Error>;
}

/// What evaluation needs of the administration that would give the benefits.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Grantor {
	/// As the rule of recognition sees it.
	pub administration: recognition::Administration,
	/// How it records the benefits that it gives.
	pub uses_recorded: UsesRecorded,
	/// Whether an incident is open at it, see [`IncidentMark`].
	pub incident_open: bool,
}

/// What is known of the administrations.
pub trait AdministrationLookup {
	/// Returns an administration that was admitted at least once.
	fn administration(territory: Territory) -> Option<recognition::Administration>;

	/// Returns the same with what it has chosen and what is open at it, in the one read that
	/// [`Self::administration`] takes.
	fn grantor(territory: Territory) -> Option<Grantor>;

	/// Returns the administration that covers `territory`, and so registers its TINs.
	fn registrar(territory: Territory) -> Option<Territory>;

	/// Returns how an administration records the benefits that it gives.
	fn uses_recorded(administration: Territory) -> UsesRecorded;

	/// Returns all administrations whose word counts, each once, in one read: no more than
	/// [`crate::MAX_GRANTORS`].
	fn counting() -> Vec<recognition::Administration>;
}

/// A chain without administrations knows none.
impl AdministrationLookup for () {
	fn administration(_territory: Territory) -> Option<recognition::Administration> {
		None
	}

	fn grantor(_territory: Territory) -> Option<Grantor> {
		None
	}

	fn registrar(_territory: Territory) -> Option<Territory> {
		None
	}

	fn uses_recorded(_administration: Territory) -> UsesRecorded {
		UsesRecorded::Sealed
	}

	fn counting() -> Vec<recognition::Administration> {
		Vec::new()
	}
}

/// Keeps with the record of an administration whether an incident is open at it.
///
/// The incidents themselves are kept elsewhere. But every evaluation reads the record of its grantor,
/// and so learns of an incident without reading one value more.
pub trait IncidentMark {
	/// Notes whether `administration` has an open incident from now on.
	fn set_incident_open(administration: Territory, is_open: bool);
}

/// Accounts of the administrations: an account is one thing only.
pub trait InsideAccounts<AccountId> {
	/// Returns whether `account` is an own account, an offered one or an officer.
	fn is_inside(account: &AccountId) -> bool;

	/// Gives `account` its one provider reference, so that it can sign at all. It is given once and
	/// never taken back.
	fn provide(account: &AccountId);
}

/// The signer of the extrinsic under way, whatever origins are nested in it.
pub trait OuterSigner<AccountId> {
	/// Returns the signer; none outside a signed extrinsic.
	fn outer_signer() -> Option<AccountId>;
}

/// A chain that records no signers: what takes two hands is refused on it.
impl<AccountId> OuterSigner<AccountId> for () {
	fn outer_signer() -> Option<AccountId> {
		None
	}
}

/// Hears of each admission of an administration, also at genesis.
pub trait OnAdmission {
	/// Hears that `administration` was admitted, for the first time or anew. It takes one read and
	/// one write of storage at most.
	fn on_admission(administration: Territory);
}

/// Nobody hears.
impl OnAdmission for () {
	fn on_admission(_administration: Territory) {}
}

/// The scopes of an officer, at most all seven.
pub type Scopes = BoundedBTreeSet<Scope, ConstU32<7>>;

/// What an account is: one thing only.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum AccountKind {
	/// The own account of an administration.
	Own,
	/// The account offered to replace an own account.
	Incoming,
	/// An officer of an administration; without scopes, a signer of its multisig.
	Officer(Scopes),
	/// A holder, an agency, or an account offered to a trader.
	Outside(OutsideKind),
}

/// For whom an account signs, and as what.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Signer {
	/// The administration that answers for it.
	pub administration: Territory,
	/// Whether that one is quarantined, and the account has a part in giving it new keys, or is a
	/// holder's.
	pub quarantined: bool,
	/// What the account is.
	pub kind: AccountKind,
}

/// What accounts are, for who charges them.
pub trait AccountKinds<AccountId> {
	/// Returns for whom `account` signs: none for a stranger, for anybody of an administration that
	/// left, and in a quarantine for all but those who give it new keys, and holders.
	fn signer(account: &AccountId) -> Option<Signer>;
}

/// A chain without administrations has strangers only.
impl<AccountId> AccountKinds<AccountId> for () {
	fn signer(_account: &AccountId) -> Option<Signer> {
		None
	}
}

/// What an account outside the administrations is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum OutsideKind {
	/// It acts for a trader.
	Holder,
	/// It gives opinions for an agency.
	Agency,
	/// It was offered to act for a trader, and may accept or decline.
	Offered,
}

/// Accounts outside the administrations: holders of certificates, agencies.
///
/// Asked where an account may have one role only (own account, officer, holder or agency), and by
/// the quota: an account with such a role has a small one of its own, and all those of one
/// administration share a joint one.
pub trait OutsideAccounts<AccountId> {
	/// Returns what `account` is, and the administration whose joint quota it is counted
	/// against: the one that registered its trader, or its agency.
	fn outside_kind(account: &AccountId) -> Option<(OutsideKind, Territory)>;

	/// Returns whether `account` is a holder's or an agency's.
	fn is_outside(account: &AccountId) -> bool;

	/// Returns whether such a role was offered to `account`, so that it may accept at nobody's
	/// cost.
	fn is_offered(account: &AccountId) -> bool;
}

/// A chain without traders and agencies has no such accounts.
impl<AccountId> OutsideAccounts<AccountId> for () {
	fn outside_kind(_account: &AccountId) -> Option<(OutsideKind, Territory)> {
		None
	}

	fn is_outside(_account: &AccountId) -> bool {
		false
	}

	fn is_offered(_account: &AccountId) -> bool {
		false
	}
}

/// The accounts that either knows.
impl<AccountId, One: OutsideAccounts<AccountId>, Other: OutsideAccounts<AccountId>>
	OutsideAccounts<AccountId> for (One, Other)
{
	fn outside_kind(account: &AccountId) -> Option<(OutsideKind, Territory)> {
		One::outside_kind(account).or_else(|| Other::outside_kind(account))
	}

	fn is_outside(account: &AccountId) -> bool {
		One::is_outside(account) || Other::is_outside(account)
	}

	fn is_offered(account: &AccountId) -> bool {
		One::is_offered(account) || Other::is_offered(account)
	}
}

/// What an administration makes of accounts outside it without asking them: agencies.
///
/// They don't bind the account: when an administration with it is admitted, it loses them.
pub trait UnaskedAccounts<AccountId> {
	/// Returns whether `account` is made one.
	fn is_unasked(account: &AccountId) -> bool;

	/// Takes it from the account, if it has one.
	fn take_unasked(account: &AccountId);
}

/// A chain without agencies has no such accounts.
impl<AccountId> UnaskedAccounts<AccountId> for () {
	fn is_unasked(_account: &AccountId) -> bool {
		false
	}

	fn take_unasked(_account: &AccountId) {}
}

/// What an alias leads to.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum AliasMatch {
	/// No trader has it.
	NoMatch,
	/// The trader declared it and the grantor has not confirmed it.
	Unconfirmed,
	/// This trader's.
	Trader(TraderId),
}

/// A trader, as far as other pallets need to know.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct TraderRecord {
	/// Its TIN.
	pub tin: NormalisedTin,
	/// The administration that registered it, which issues all its certificates.
	pub administration: Territory,
	/// The admission of that administration in which it last vouched for the trader. What an earlier
	/// one said of it counts again when the present one says so.
	pub admission: u32,
	/// Whether it still exists under its TIN.
	pub state: TraderState,
}

/// The traders, found by what they are called.
pub trait TraderLookup<AccountId> {
	/// Returns the registered trader that a TIN leads to, as its present number or a former one; where it
	/// is a former one, the record has another. One read, and one or two more for what nobody was
	/// registered with first.
	fn by_tin(tin: &Tin) -> Option<(TraderId, TraderRecord)>;

	/// Returns a registered trader.
	fn trader(id: &TraderId) -> Option<TraderRecord>;

	/// Returns what the alias that `grantor` knows under `scheme` leads to.
	fn by_alias(grantor: Territory, scheme: AliasScheme, value: &str) -> AliasMatch;

	/// Returns the trader to which `account` is linked.
	fn holder(account: &AccountId) -> Option<TraderId>;

	/// Returns who linked `account` to its trader: the officer who offered it, with the signer of
	/// that extrinsic. None where it is linked to none.
	///
	/// An account is a hand of its own only towards officers who are neither.
	fn linked_by(account: &AccountId) -> Option<Maker<AccountId>>;
}

/// Registers traders on the way to their certificates.
pub trait TraderRegister {
	/// Why a TIN is refused, and what to do.
	type Error;

	/// Returns the id of the active trader with `tin`, which `administration` registers if it is
	/// new. `publication_consent` is the blake2-256 of the company's consent to being public,
	/// `instrument` that of the document which shows that a number was issued that fails its check;
	/// none where it passes.
	fn register(
		administration: Territory,
		tin: &WrittenTin,
		publication_consent: H256,
		instrument: Option<H256>,
	) -> Result<TraderId, Self::Error>;
}

/// A certificate of a trader, with its version.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Held {
	/// Counts the changes, from 1.
	pub version: u32,
	/// The certificate; `recognition_suspended` is not known here and `false`.
	pub certificate: recognition::Certificate,
}

/// The certificates, as far as evaluation needs them.
pub trait CertificateLookup {
	/// Returns whether the certificates of a programme cover the branches of their holders, in one
	/// read.
	fn covers_branches(issuer: Territory, programme: &ProgrammeCode) -> bool;

	/// Returns the certificates in the index of a trader of `issuer`.
	fn of_trader(
		issuer: Territory,
		trader: &TraderId,
	) -> BoundedVec<Held, ConstU32<MAX_CERTIFICATES>>;

	/// Returns the trader of a certificate.
	fn holder_of(issuer: Territory, number: &CertificateNumber) -> Option<TraderId>;

	/// Returns the version of a certificate.
	fn version(issuer: Territory, number: &CertificateNumber) -> Option<u32>;

	/// Returns whether a certificate is void from the start, as far as is known now.
	fn is_annulled(issuer: Territory, number: &CertificateNumber) -> bool;

	/// Returns the types of an issuer's certificates that others succeed, in one read.
	fn successions(issuer: Territory) -> SuccessionList;

	/// Returns what an issuer gives at home.
	fn domestic_offers(issuer: Territory) -> BoundedVec<Offer, ConstU32<MAX_DOMESTIC_OFFERS>>;
}

/// How long the two lists are by which partners keep up with an issuer. Both only grow, and both count
/// from 0 without a gap.
pub trait RegisterLookup {
	/// Returns how many changes of certificates that existed the issuer has decided.
	fn changes(issuer: Territory) -> u32;

	/// Returns how many certificates and applications the issuer has entered: the ordinal of the
	/// next one.
	fn ordinals(issuer: Territory) -> u32;
}

/// A programme of an administration, as far as agreements ask.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct KnownProgramme {
	/// The types of its certificates: no more than a few.
	pub types: Vec<TypeCode>,
}

/// The programmes, as far as agreements ask.
pub trait ProgrammeLookup {
	/// Returns a programme of `issuer`, in one read.
	fn programme(issuer: Territory, code: &ProgrammeCode) -> Option<KnownProgramme>;
}

/// A chain without certificates has no programmes.
impl ProgrammeLookup for () {
	fn programme(_issuer: Territory, _code: &ProgrammeCode) -> Option<KnownProgramme> {
		None
	}
}

/// A step of an application that changes nothing but its state.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum ApplicationStep {
	/// It can be examined (T2).
	Accept,
	/// It can't (T2).
	Reject,
	/// The holder takes it back (T2, T2b).
	Withdraw,
}

/// Enters applications in the register of certificates and moves them on (T1, T2), for the pallet
/// that takes them.
///
/// Each change is returned for the caller to tell everybody with [`OnStandingChange`].
pub trait ApplicationRegister<AccountId> {
	/// Why an application can't be entered or moved on, and what to do.
	type Error;

	/// Enters an application of an active trader of `issuer` under the next number that the register
	/// gives to applications.
	fn apply(
		issuer: Territory,
		trader: TraderId,
		certificate_type: CertificateType,
		roles: Roles,
		decided: Decided<AccountId>,
	) -> Result<StandingChange, Self::Error>;

	/// Enters an application under a number of the issuer's. The trader with this TIN and
	/// blake2-256 of its consent to being public is registered on the way.
	fn enter(
		issuer: Territory,
		number: &CertificateNumber,
		trader: (&WrittenTin, H256),
		certificate_type: CertificateType,
		roles: Roles,
		decided: Decided<AccountId>,
	) -> Result<StandingChange, Self::Error>;

	/// Takes a step of an application.
	fn step(
		issuer: Territory,
		number: &CertificateNumber,
		step: ApplicationStep,
		decided: Decided<AccountId>,
	) -> Result<StandingChange, Self::Error>;

	/// Returns the version of an application that is accepted, and refuses whatever is none.
	fn accepted_version(issuer: Territory, number: &CertificateNumber) -> Result<u32, Self::Error>;

	/// Refuses a certificate that is not live, unless it is an open application: nobody answers for
	/// it.
	fn ensure_requestable(issuer: Territory, number: &CertificateNumber)
		-> Result<(), Self::Error>;
}

/// Keeps with a certificate what its holder asks for and nobody has decided yet.
pub trait WishRegister<AccountId> {
	/// Why a wish can't be noted or taken back, and what to do.
	type Error;

	/// Notes a wish with the certificate that it is about; `holder` is the holder's own account,
	/// where it is the one that asks.
	fn note_wish(
		issuer: Territory,
		number: &CertificateNumber,
		wish: Wish,
		holder: Option<Maker<AccountId>>,
	) -> Result<(), Self::Error>;

	/// Takes a wish back, as if nobody had asked.
	fn take_wish_back(
		issuer: Territory,
		number: &CertificateNumber,
		wish: WishKind,
	) -> Result<(), Self::Error>;

	/// Takes away the appeal that is pending: the decision stands.
	fn dismiss_appeal(issuer: Territory, number: &CertificateNumber) -> Result<(), Self::Error>;
}

/// The opinions of agencies on applications.
pub trait OpinionLookup {
	/// Returns the opinion of an agency on this version of an application, if it has given one.
	fn opinion(
		issuer: Territory,
		number: &CertificateNumber,
		agency: &AgencyCode,
		version: u32,
	) -> Option<Opinion>;
}

/// A chain without agencies has no opinions: a programme that requires one authorises nobody.
impl OpinionLookup for () {
	fn opinion(
		_issuer: Territory,
		_number: &CertificateNumber,
		_agency: &AgencyCode,
		_version: u32,
	) -> Option<Opinion> {
		None
	}
}

/// Suspends and reinstates certificates (T4 and T5), for the pallet that decides on it.
pub trait CertificateSuspension<AccountId> {
	/// Why a certificate can't be suspended or reinstated, and what to do.
	type Error;

	/// Returns the live certificates that `subject` means: one, or all of a trader of `issuer`. At
	/// least one.
	fn live(
		issuer: Territory,
		subject: &Subject,
	) -> Result<BoundedVec<CertificateNumber, ConstU32<MAX_CERTIFICATES>>, Self::Error>;

	/// Suspends a certificate (T4), or more of it than is suspended already; by the holder's
	/// request only where the holder has asked for it. Returns what the caller tells everybody with
	/// [`OnStandingChange`], at once for all that it suspends.
	fn suspend(
		issuer: Territory,
		number: &CertificateNumber,
		suspension: Suspension,
		decided: Decided<AccountId>,
	) -> Result<StandingChange, Self::Error>;

	/// Reinstates what `scope` covers of a suspended certificate (T5), all of it or one half; by
	/// the holder's request only where the holder has asked for it. Returns what the caller tells
	/// everybody with [`OnStandingChange`].
	fn reinstate(
		issuer: Territory,
		number: &CertificateNumber,
		scope: SuspensionScope,
		decided: Decided<AccountId>,
	) -> Result<StandingChange, Self::Error>;

	/// Returns whether [`Self::reinstate`] could be decided on now, and what its programme asks
	/// for.
	fn reinstatable(
		issuer: Territory,
		number: &CertificateNumber,
		scope: SuspensionScope,
	) -> Result<Reinstatable, Self::Error>;
}

/// A certificate that can be reinstated now.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Reinstatable {
	/// Its version.
	pub version: u32,
	/// Whether its programme asks for four eyes.
	pub four_eyes: bool,
	/// The last moment at which a proposal of now can be confirmed: as many days from now as its
	/// programme gives to a decision.
	pub expires: Moment,
	/// Whether its holder has asked for a reinstatement and nobody has decided on it: only then is it
	/// one by the holder's request.
	pub holder_asked: bool,
}

/// The agreements, as far as evaluation needs them.
pub trait LegLookup {
	/// Returns the legs from `issuer` to `grantor`, in any state.
	fn legs(issuer: Territory, grantor: Territory) -> BoundedVec<Leg, ConstU32<MAX_LEGS>>;

	/// Returns whether an agreement has a leg from `issuer` to `grantor`, in any state.
	fn has_leg(issuer: Territory, grantor: Territory) -> bool {
		!Self::legs(issuer, grantor).is_empty()
	}

	/// Returns all legs of `issuer` that are not over, in one read. They lead to no more than
	/// [`crate::MAX_GRANTORS`] grantors.
	fn summary(issuer: Territory) -> Vec<LegSummary>;
}

/// A chain without agreements has no legs.
impl LegLookup for () {
	fn legs(_issuer: Territory, _grantor: Territory) -> BoundedVec<Leg, ConstU32<MAX_LEGS>> {
		BoundedVec::new()
	}

	fn summary(_issuer: Territory) -> Vec<LegSummary> {
		Vec::new()
	}
}

/// The keys to which data are sealed for an administration.
pub trait EncryptionKeys {
	/// Returns the present X25519 public key of an administration; none where it was never admitted.
	fn encryption_key(administration: Territory) -> Option<H256>;
}

/// A chain without administrations has no keys of theirs.
impl EncryptionKeys for () {
	fn encryption_key(_administration: Territory) -> Option<H256> {
		None
	}
}

/// The agreements, as far as sharing data depends on them.
pub trait DisclosureLookup {
	/// Returns the legs from `issuer` to `reader`, in any state: one that an end has outlived is over.
	fn disclosed(
		issuer: Territory,
		reader: Territory,
	) -> BoundedVec<DisclosedLeg, ConstU32<MAX_LEGS>>;
}

/// A chain without agreements discloses nothing.
impl DisclosureLookup for () {
	fn disclosed(
		_issuer: Territory,
		_reader: Territory,
	) -> BoundedVec<DisclosedLeg, ConstU32<MAX_LEGS>> {
		BoundedVec::new()
	}
}

/// The consents of the holders, as far as lists of their data depend on them.
pub trait ConsentLookup {
	/// Returns the number of the block in which a consent to sharing a certificate of `issuer` was last
	/// withdrawn; none where that never was.
	fn last_withdrawal(issuer: Territory) -> Option<u32>;
}

/// A chain without certificates has no consents.
impl ConsentLookup for () {
	fn last_withdrawal(_issuer: Territory) -> Option<u32> {
		None
	}
}

/// Suspensions of recognition: a grantor stops its own benefits for one foreign certificate.
pub trait RecognitionSuspensionLookup {
	/// Returns whether `grantor` has suspended its recognition of a certificate.
	fn is_suspended(grantor: Territory, issuer: Territory, number: &CertificateNumber) -> bool;

	/// Returns all grantors that have, in one read.
	fn suspended_by(
		issuer: Territory,
		number: &CertificateNumber,
	) -> BoundedBTreeSet<Territory, ConstU32<MAX_GRANTORS>>;
}

/// How a certificate stood before a decision, and stands after it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct StandingChange {
	/// The version from now on.
	pub version: u32,
	/// Before; none for a new certificate.
	pub before: Option<recognition::Certificate>,
	/// After.
	pub after: recognition::Certificate,
}

/// Hears of each change of a certificate in the block of its decision.
pub trait OnStandingChange {
	/// Hears that certificates of `issuer` changed. Returns what that weighed.
	fn on_change(issuer: Territory, changes: &[StandingChange]) -> Weight;

	/// Returns the most that [`Self::on_change`] can weigh for so many changes.
	fn max_weight(changes: u32) -> Weight;
}

/// Nobody hears.
impl OnStandingChange for () {
	fn on_change(_issuer: Territory, _changes: &[StandingChange]) -> Weight {
		Weight::zero()
	}

	fn max_weight(_changes: u32) -> Weight {
		Weight::zero()
	}
}

/// Hears that a trader goes on no more, in the block in which it was closed or merged into another.
pub trait OnTraderEnded {
	/// Hears that a trader of `issuer` was closed or merged; what was certified for it counted
	/// until then. Returns what that weighed.
	fn on_ended(issuer: Territory, trader: &TraderId) -> Weight;

	/// Returns the most that [`Self::on_ended`] can weigh.
	fn max_weight() -> Weight;
}

/// Hears that an account acts for a trader no more, in the block in which it was unlinked. What that weighs
/// is measured with the call that unlinks it.
pub trait OnAccountUnlinked<AccountId> {
	/// Hears that `account` was unlinked from a trader.
	fn on_unlinked(trader: &TraderId, account: &AccountId);
}

/// Nobody hears.
impl<AccountId> OnAccountUnlinked<AccountId> for () {
	fn on_unlinked(_trader: &TraderId, _account: &AccountId) {}
}

/// Nobody hears.
impl OnTraderEnded for () {
	fn on_ended(_issuer: Territory, _trader: &TraderId) -> Weight {
		Weight::zero()
	}

	fn max_weight() -> Weight {
		Weight::zero()
	}
}

/// Tells the finality gadget that finality has stalled.
pub trait NoteStalled<BlockNumber> {
	/// Changes to the next set of authorities after `delay` blocks, counted from `best_finalised`,
	/// the last block known to be final.
	fn note_stalled(delay: BlockNumber, best_finalised: BlockNumber);
}

/// A chain without a finality gadget has nothing to restart.
impl<BlockNumber> NoteStalled<BlockNumber> for () {
	fn note_stalled(_delay: BlockNumber, _best_finalised: BlockNumber) {}
}
