//! Facts and rules of aeo-chain: the value types, and the pure functions over them that the
//! runtime, the node and every client share.
//!
//! * [`Territory`], [`Text`], [`Date`], [`UtcOffset`]: what customs write on every form.
//! * [`Role`], [`Benefit`], [`Scope`] and the other code lists, and [`CodeSet`], a set of them.
//! * [`CertificateState`]: what was last decided about a certificate.
//! * [`tin`]: is this a trader's number, of which scheme, with the right check digit?
//! * [`alias`]: what does a partner's declaration system call the same trader?
//! * [`recognition`]: is this certificate recognised here, now, and with which benefits?
//! * [`roles`]: what one pallet needs of another, named by the one that needs it.
//!
//! Nothing here reads storage, a clock or the network.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]
#![forbid(unsafe_code)]

extern crate alloc;

#[macro_use]
mod macros;

pub mod alias;
mod certificate;
mod code_set;
mod codes;
mod date;
mod offset;
pub mod recognition;
pub mod roles;
mod territory;
mod text;
pub mod tin;

pub use certificate::{
	CertificateNumber, CertificateState, CertificateType, Ended, ProgrammeCode, ProgrammeType,
	Suspension, SuspensionEnd, TypeCode, Validity,
};
pub use code_set::{Code, CodeSet, CodeSetError};
pub use codes::{
	Benefit, Benefits, Direction, Directions, EligibleRoles, Ground, Half, Halves, Requires, Role,
	Roles, Row, Rows, Scope, SuspensionScope, UnknownCode, Uses,
};
pub use date::{Date, DateError, Moment};
pub use offset::{OffsetOutOfRange, UtcOffset};
pub use roles::{HolderLookup, NoteStalled};
pub use territory::{Territory, UnknownTerritory};
pub use text::{Text, TextError};
