//! Batches of certificates that exist already.

use crate::api;
use aeo_primitives::{
	CertificateNumber, CertificateType, Date, Ground, Roles, SuspensionEnd, SuspensionScope,
	WrittenTin,
};
use api::runtime_types::{
	aeo_primitives::certificate::WrittenType,
	pallet_certificates::{
		types::BatchMode as Mode,
		written::{WrittenPeriod, WrittenRows, WrittenState, WrittenSuspension, WrittenTakenOver},
	},
};
use serde::{Deserialize, Serialize};
use subxt::{
	transactions::Payload,
	utils::{Static, H256},
};

/// Most rows of a batch that goes twice into a block.
pub const MOST_ROWS: usize = 300;

/// Most batches of an administration that wait for a second officer.
pub const MOST_BATCHES: usize = 8;

/// What becomes of a batch with a row that fails.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum BatchMode {
	/// Nothing is done.
	AllOrNothing,
	/// All other rows are.
	SkipFailed,
}

impl From<BatchMode> for Mode {
	fn from(mode: BatchMode) -> Self {
		match mode {
			BatchMode::AllOrNothing => Self::AllOrNothing,
			BatchMode::SkipFailed => Self::SkipFailed,
		}
	}
}

impl From<Mode> for BatchMode {
	fn from(mode: Mode) -> Self {
		match mode {
			Mode::AllOrNothing => Self::AllOrNothing,
			Mode::SkipFailed => Self::SkipFailed,
		}
	}
}

/// What held in a period of a certificate's life.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum TakenOverState {
	/// Authorised.
	Authorised,
	/// Suspended.
	Suspended {
		/// What of it.
		scope: SuspensionScope,
		/// What becomes of it by the clock.
		end: SuspensionEnd,
	},
}

/// A period in the life of a certificate before it is on chain. It lasts until the next begins.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct TakenOverPeriod {
	/// Its first day.
	pub from: Date,
	/// What held in it.
	pub state: TakenOverState,
	/// Why.
	pub ground: Ground,
	/// The decision.
	pub document: H256,
}

/// A certificate that exists already, with its original dates. Days are the issuer's, last days inclusive;
/// documents are blake2-256 of a file.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct TakenOver {
	/// Its number.
	pub number: CertificateNumber,
	/// The trader, which is registered on the way.
	pub tin: WrittenTin,
	/// The company's consent to being public.
	pub publication_consent: H256,
	/// The type.
	pub certificate_type: CertificateType,
	/// The roles.
	pub roles: Roles,
	/// The first day.
	pub valid_from: Date,
	/// The last day; none where it has no end.
	pub valid_until: Option<Date>,
	/// Its life until now, one to nine periods, the earliest first.
	pub periods: Vec<TakenOverPeriod>,
}

/// Proposes to take certificates over, in one batch. Rows that can't be are told.
pub fn take_over(rows: &[TakenOver], mode: BatchMode) -> impl Payload {
	let rows = rows.iter().map(WrittenTakenOver::from).collect();
	let calls = api::transactions().certificates();
	calls.propose_batch(WrittenRows::TakeOver(rows), mode.into())
}

impl From<&TakenOver> for WrittenTakenOver {
	fn from(row: &TakenOver) -> Self {
		Self {
			number: row.number.to_string(),
			tin: row.tin.to_string(),
			publication_consent: row.publication_consent,
			certificate_type: WrittenType {
				programme: row.certificate_type.programme.to_string(),
				code: row.certificate_type.code.to_string(),
			},
			roles: row.roles.iter().map(Static).collect(),
			valid_from: row.valid_from.to_string(),
			valid_until: row.valid_until.map(|day| day.to_string()),
			periods: row.periods.iter().map(WrittenPeriod::from).collect(),
			instrument: None,
		}
	}
}

impl From<&TakenOverPeriod> for WrittenPeriod {
	fn from(period: &TakenOverPeriod) -> Self {
		let state = match period.state {
			TakenOverState::Authorised => WrittenState::Authorised,
			TakenOverState::Suspended { scope, end } => {
				WrittenState::Suspended(WrittenSuspension {
					scope: Static(scope),
					end: Static(end.into()),
				})
			}
		};
		Self {
			from: period.from.to_string(),
			state,
			ground: Static(period.ground),
			document: period.document,
		}
	}
}
