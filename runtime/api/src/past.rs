//! The questions whose answers have changed, put to a block of any release: the version of the
//! questions at the block says how its answers are encoded, and what comes back is in the present
//! form. All other questions are asked directly.

#![allow(
	deprecated,
	reason = "what was asked before a version is deprecated, and asked of the blocks before it"
)]

use crate::{AeoApi, Dated, Explanation, PendingPage, StatusAt};
use aeo_primitives::{
	CertificateNumber, Direction, Identifier, Moment, Role, StatusPeriod, Territory,
};
use alloc::vec::Vec;
use codec::Codec;
use sp_api::{ApiError, ApiExt};
use sp_runtime::traits::Block as BlockT;

/// Whether the runtime at a block answers as version 1 does. One that has no such questions at all
/// is asked as a present one, which tells what it lacks.
fn is_version_1<Block, AccountId, Decision, Api>(
	api: &Api,
	at: Block::Hash,
) -> Result<bool, ApiError>
where
	Block: BlockT,
	AccountId: Codec,
	Decision: Codec,
	Api: ApiExt<Block> + AeoApi<Block, AccountId, Decision>,
{
	let version = api.api_version::<dyn AeoApi<Block, AccountId, Decision>>(at)?;
	Ok(version == Some(1))
}

impl<Content> Dated<Content> {
	/// The same block's answer in another form.
	fn map<Other>(self, change: impl FnOnce(Content) -> Other) -> Dated<Other> {
		Dated {
			block: self.block,
			time: self.time,
			answer: change(self.answer),
		}
	}
}

/// The answer to a question with everything that it depends on; none where `grantor` is no
/// administration.
///
/// # Errors
///
/// The runtime gives no answer, or one that can't be decoded.
pub fn explain<Block, AccountId, Decision, Api>(
	api: &Api,
	at: Block::Hash,
	grantor: Territory,
	identifier: Identifier,
	role: Role,
	direction: Direction,
) -> Result<Dated<Option<Explanation>>, ApiError>
where
	Block: BlockT,
	AccountId: Codec,
	Decision: Codec,
	Api: ApiExt<Block> + AeoApi<Block, AccountId, Decision>,
{
	if is_version_1(api, at)? {
		let old = api.explain_before_version_2(at, grantor, identifier, role, direction)?;
		return Ok(old.map(|explained| explained.map(Into::into)));
	}
	api.explain(at, grantor, identifier, role, direction)
}

/// The status periods of a certificate, 50 a page.
///
/// # Errors
///
/// As [`explain`].
pub fn history<Block, AccountId, Decision, Api>(
	api: &Api,
	at: Block::Hash,
	issuer: Territory,
	number: CertificateNumber,
	page: u32,
) -> Result<Dated<Vec<StatusPeriod<AccountId>>>, ApiError>
where
	Block: BlockT,
	AccountId: Codec,
	Decision: Codec,
	Api: ApiExt<Block> + AeoApi<Block, AccountId, Decision>,
{
	if is_version_1(api, at)? {
		let old = api.history_before_version_2(at, issuer, number, page)?;
		return Ok(old.map(|periods| periods.into_iter().map(Into::into).collect()));
	}
	api.history(at, issuer, number, page)
}

/// How a certificate stood at `moment`.
///
/// # Errors
///
/// As [`explain`].
pub fn status_at<Block, AccountId, Decision, Api>(
	api: &Api,
	at: Block::Hash,
	issuer: Territory,
	number: CertificateNumber,
	moment: Moment,
) -> Result<Dated<Option<StatusAt<AccountId>>>, ApiError>
where
	Block: BlockT,
	AccountId: Codec,
	Decision: Codec,
	Api: ApiExt<Block> + AeoApi<Block, AccountId, Decision>,
{
	if is_version_1(api, at)? {
		let old = api.status_at_before_version_2(at, issuer, number, moment)?;
		return Ok(old.map(|status| status.map(Into::into)));
	}
	api.status_at(at, issuer, number, moment)
}

/// What of an issuer waits for a second officer.
///
/// # Errors
///
/// As [`explain`].
pub fn pending_decisions<Block, AccountId, Decision, Api>(
	api: &Api,
	at: Block::Hash,
	issuer: Territory,
	page: u32,
) -> Result<Dated<PendingPage<AccountId, Decision>>, ApiError>
where
	Block: BlockT,
	AccountId: Codec,
	Decision: Codec,
	Api: ApiExt<Block> + AeoApi<Block, AccountId, Decision>,
{
	if is_version_1(api, at)? {
		let old = api.pending_decisions_before_version_2(at, issuer, page)?;
		return Ok(old.map(Into::into));
	}
	api.pending_decisions(at, issuer, page)
}
