//! Credentials of AEO certificates: what an issuer signs for a holder, so that somebody without a node can check
//! it, and the status lists that say whether it still holds.
//!
//! Pure: no network, no files, no clock. Who calls brings what the chain says ([`Trust`], [`Status`]), the lists, and
//! the time. A credential is a compact JWS (`vc+jwt`, ES256) of the W3C's data model 2.0; a list is one of Bitstring
//! Status List 1.0. What is checked, and in which order, is in [`verify`].
#![forbid(unsafe_code)]

mod claims;
mod holder;
mod json;
mod jws;
mod key;
mod moment;
mod recognition;
mod refusal;
pub mod status;
pub mod verify;

pub use claims::{Credential, Evidence, CONTEXT, CONTEXT_PATH, LONGEST};
pub use holder::{
	accept_request, did_jwk, key_of_did_jwk, present, request, signed_words, Presented, Request,
	MOST_AGE,
};
pub use jws::{read_header, sign, Header, Kind, MOST_BYTES};
pub use key::{PublicKey, SigningKey, Signs};
pub use moment::{read as read_moment, written as written_moment};
pub use recognition::{
	Leg, Recognised, Recognition, RECOGNITION_CONTEXT, RECOGNITION_CONTEXT_PATH,
};
pub use refusal::Refusal;
pub use status::{ListName, Status};
pub use verify::{did_document, key_id, Trust};
