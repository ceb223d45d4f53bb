//! Facts and rules of aeo-chain: the value types, and the pure functions over them that the
//! runtime, the node and every client share.
//!
//! * [`Territory`], [`Text`], [`Date`], [`UtcOffset`]: what customs write on every form.
//! * [`Written`], [`WrittenSet`]: an argument as somebody typed it, read where the call is dispatched.
//! * [`Role`], [`Benefit`], [`Scope`] and the other code lists, and [`CodeSet`], a set of them.
//! * [`CertificateState`]: what was last decided about a certificate.
//! * [`tin`]: is this a trader's number, of which scheme, with the right check digit?
//! * [`alias`]: what does a partner's declaration system call the same trader?
//! * [`declare()`]: what does a declaration write to name a certified trader?
//! * [`Identifier`], [`Subject`]: how a trader or a certificate is named in a call.
//! * [`Opinion`], [`Wish`]: what agencies and holders say before an officer decides.
//! * [`Maker`], [`Hands`]: four eyes.
//! * [`recognition`]: is this certificate recognised here, now, and with which benefits?
//! * [`sharing`]: what may an administration read of a certified trader's data, now?
//! * [`declaration_commitment`], [`sealed_use`]: how a use of benefits is named, and proved where it is
//!   recorded sealed.
//! * [`tree`]: the Merkle tree of what is proved against a root on chain.
//! * [`ports`]: what one pallet needs of another, named by the one that needs it.
//!
//! Nothing here reads storage, a clock or the network.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]
#![forbid(unsafe_code)]

extern crate alloc;

#[macro_use]
mod macros;

pub mod alias;
mod application;
mod certificate;
mod code_set;
mod codes;
mod commitment;
mod credential;
mod date;
mod declare;
mod four_eyes;
mod identifier;
mod offset;
pub mod ports;
pub mod recognition;
mod request;
pub mod sealed_use;
pub mod sharing;
mod territory;
mod text;
pub mod tin;
pub mod tree;
mod written;
pub mod x25519;

pub use application::{AgencyCode, Opinion, Wish, WishKind, WrittenWish};
pub use certificate::{
	certificate_number, code, CertificateNumber, CertificateState, CertificateType, Decided, Ended,
	NotACertificateNumber, NotACode, ProgrammeCode, ProgrammeType, StatusPeriod, Suspension,
	SuspensionEnd, TypeCode, Validity, WrittenSuspensionEnd, WrittenType, APPLICATION_PREFIX,
};
pub use code_set::{Code, CodeSet, CodeSetError};
pub use codes::{
	AliasScheme, Benefit, Benefits, DataClass, DataClasses, Direction, Directions, EligibleRoles,
	Ground, Half, Halves, IncidentKind, MilestoneKind, RequestKind, RequestOutcome, Requires, Role,
	Roles, Row, Rows, Scope, StateKind, SuspensionScope, UnknownCode, UsesRecorded,
};
pub use commitment::declaration_commitment;
pub use credential::{
	did_host, did_web, CredentialIssuer, CredentialKey, Did, NotACredentialKey, NotADid,
	PreviousKey,
};
pub use date::{Date, DateError, Moment};
pub use declare::{declare, Declaration, DeclareAs, DeclaredNumber, KnownAlias, NotDeclared};
pub use four_eyes::{FourEyes, Hands, Maker, NotFourEyes};
pub use identifier::{AliasValue, Identifier, Subject, TraderId, WrittenTin};
pub use offset::{OffsetError, UtcOffset};
pub use ports::{
	AccountKind, AccountKinds, AdministrationLookup, AliasMatch, ApplicationRegister,
	ApplicationStep, CertificateLookup, CertificateSuspension, ConsentLookup, DisclosureLookup,
	EncryptionKeys, Grantor, Held, IncidentMark, InsideAccounts, KnownProgramme, LegLookup,
	NoteStalled, Officers, OnAccountUnlinked, OnAdmission, OnStandingChange, OnTraderEnded,
	OpinionLookup, OuterSigner, OutsideAccounts, OutsideKind, ProgrammeLookup,
	RecognitionSuspensionLookup, RegisterLookup, Reinstatable, Scopes, Signer, StandingChange,
	TraderLookup, TraderRecord, TraderRegister, UnaskedAccounts, WishRegister,
};
pub use recognition::{
	AgreementId, NormalisedTin, MAX_CERTIFICATES, MAX_DOMESTIC_OFFERS, MAX_GRANTORS, MAX_LEGS,
};
pub use request::{Request, RequestAnswer, RequestClosure};
pub use sharing::{shared, ConsentFor, DisclosedLeg, ListStanding, SHARED_AFTER_END};
pub use territory::{Territory, UnknownTerritory};
pub use text::{Text, TextError};
pub use written::{TooManyMembers, Written, WrittenSet, WrittenTooLong, MAX_WRITTEN};
