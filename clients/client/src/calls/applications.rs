//! Applications, and what agencies say of them.

use crate::api;
use aeo_primitives::{CertificateNumber, Opinion};
use subxt::{
	transactions::Payload,
	utils::{Static, H256},
};

/// Says what an agency thinks of an application, in the version that it has read.
pub fn opine(
	number: &CertificateNumber,
	version: u32,
	opinion: Opinion,
	document: H256,
) -> impl Payload {
	let calls = api::transactions().applications();
	calls.opine(number.to_string(), version, Static(opinion), document)
}
