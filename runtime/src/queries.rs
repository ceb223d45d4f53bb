//! The answers to `AeoApi`: what the pallets know, put together. No rule is here.

use crate::{
	AccountId, Administrations, Agreements, Benefits, Certificates, Identities, Runtime,
	Suspensions, System, Timestamp,
};
use aeo_primitives::{
	recognition::{self, Answer},
	tin::Tin,
	AdministrationLookup, CertificateNumber, Direction, Identifier, Moment, Role, StatusPeriod,
	Territory, TraderId, TraderLookup, UtcOffset, WrittenTin,
};
use aeo_runtime_api::{
	CertificateStatus, Dated, Explanation, LegStatus, QuotaStatus, TinReport, Unacknowledged,
	UnacknowledgedPage, Use,
};
use alloc::vec::Vec;

/// An answer of the present state.
pub fn dated<Content>(answer: Content) -> Dated<Content> {
	Dated {
		block: System::block_number(),
		time: Timestamp::get(),
		answer,
	}
}

/// The benefits, or why there are none; `None` where `grantor` is no administration.
pub fn evaluate(
	grantor: Territory,
	identifier: &Identifier,
	role: Role,
	direction: Direction,
) -> Option<Answer> {
	explain(grantor, identifier, role, direction).map(|explanation| explanation.answer)
}

/// As [`evaluate`], with everything that the answer depends on.
pub fn explain(
	grantor: Territory,
	identifier: &Identifier,
	role: Role,
	direction: Direction,
) -> Option<Explanation> {
	let facts = Benefits::facts(grantor, identifier, role, direction)?;
	let answer = recognition::evaluate(&facts);
	Some(Explanation { facts, answer })
}
