//! The questions whose answers have changed, put to a block of any release: the version of the
//! questions at the block says how its answers are encoded, and what comes back is in the present
//! form. All other questions are asked directly.

#![allow(
	deprecated,
	reason = "what was asked before a version is deprecated, and asked of the blocks before it"
)]

use crate::{
	v2, AeoApi, AgreementStatus, CertificateStatus, Dated, Explanation, LegStatus, PendingPage,
	StatusAt, Told, ToldState, ToldThrough, Unacknowledged, UnacknowledgedPage,
};
use aeo_primitives::{
	AgreementId, CertificateNumber, Direction, Identifier, Moment, Role, StatusPeriod, Territory,
	WrittenTin,
};
use alloc::vec::Vec;
use codec::Codec;
use sp_api::{ApiError, ApiExt};
use sp_runtime::traits::Block as BlockT;

/// The version of the questions that the runtime at a block answers. One that has no such questions at
/// all is asked as a present one, which tells what it lacks.
fn version<Block, AccountId, Decision, Api>(api: &Api, at: Block::Hash) -> Result<u32, ApiError>
where
	Block: BlockT,
	AccountId: Codec,
	Decision: Codec,
	Api: ApiExt<Block> + AeoApi<Block, AccountId, Decision>,
{
	let version = api.api_version::<dyn AeoApi<Block, AccountId, Decision>>(at)?;
	Ok(version.unwrap_or(PRESENT))
}

/// Any version that is not a past one.
const PRESENT: u32 = u32::MAX;

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
	if version(api, at)? == 1 {
		let old = api.explain_before_version_2(at, grantor, identifier, role, direction)?;
		return Ok(old.map(|explained| explained.map(Into::into)));
	}
	api.explain(at, grantor, identifier, role, direction)
}

/// A certificate and how it stands.
///
/// # Errors
///
/// As [`explain`].
pub fn certificate<Block, AccountId, Decision, Api>(
	api: &Api,
	at: Block::Hash,
	issuer: Territory,
	number: CertificateNumber,
) -> Result<Dated<Option<CertificateStatus>>, ApiError>
where
	Block: BlockT,
	AccountId: Codec,
	Decision: Codec,
	Api: ApiExt<Block> + AeoApi<Block, AccountId, Decision>,
{
	if version(api, at)? < 3 {
		let old = api.certificate_before_version_3(at, issuer, number)?;
		return Ok(old.map(|certificate| certificate.map(Into::into)));
	}
	api.certificate(at, issuer, number)
}

/// The certificates of a trader.
///
/// # Errors
///
/// As [`explain`].
pub fn certificates_of<Block, AccountId, Decision, Api>(
	api: &Api,
	at: Block::Hash,
	tin: WrittenTin,
) -> Result<Dated<Vec<CertificateStatus>>, ApiError>
where
	Block: BlockT,
	AccountId: Codec,
	Decision: Codec,
	Api: ApiExt<Block> + AeoApi<Block, AccountId, Decision>,
{
	if version(api, at)? < 3 {
		let old = api.certificates_of_before_version_3(at, tin)?;
		return Ok(old.map(|certificates| certificates.into_iter().map(Into::into).collect()));
	}
	api.certificates_of(at, tin)
}

/// The certificates of an issuer in the order of their ordinals, 50 a page.
///
/// # Errors
///
/// As [`explain`].
pub fn certificates_by_issuer<Block, AccountId, Decision, Api>(
	api: &Api,
	at: Block::Hash,
	issuer: Territory,
	page: u32,
) -> Result<Dated<Vec<CertificateStatus>>, ApiError>
where
	Block: BlockT,
	AccountId: Codec,
	Decision: Codec,
	Api: ApiExt<Block> + AeoApi<Block, AccountId, Decision>,
{
	if version(api, at)? < 3 {
		let old = api.certificates_by_issuer_before_version_3(at, issuer, page)?;
		return Ok(old.map(|certificates| certificates.into_iter().map(Into::into).collect()));
	}
	api.certificates_by_issuer(at, issuer, page)
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
	match version(api, at)? {
		1 => {
			let old = api.history_before_version_2(at, issuer, number, page)?;
			Ok(old.map(|periods| periods.into_iter().map(Into::into).collect()))
		}
		2 => {
			let old = api.history_before_version_3(at, issuer, number, page)?;
			Ok(old.map(|periods| periods.into_iter().map(Into::into).collect()))
		}
		_ => api.history(at, issuer, number, page),
	}
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
	match version(api, at)? {
		1 => {
			let old = api.status_at_before_version_2(at, issuer, number, moment)?;
			Ok(old.map(|status| status.map(Into::into)))
		}
		2 => {
			let old = api.status_at_before_version_3(at, issuer, number, moment)?;
			Ok(old.map(|status| status.map(Into::into)))
		}
		_ => api.status_at(at, issuer, number, moment),
	}
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
	if version(api, at)? == 1 {
		let old = api.pending_decisions_before_version_2(at, issuer, page)?;
		return Ok(old.map(Into::into));
	}
	api.pending_decisions(at, issuer, page)
}

/// What all other issuers told and an administration has not acknowledged.
///
/// Before version 3 the answers are of one issuer, latest first, and of changes only: here they are put
/// together, with what the certificate of that block tells. Then the roles and days `after` are those
/// of the certificate at that block, and there is no `before`, nor anything that is new.
///
/// # Errors
///
/// As [`explain`].
pub fn unacknowledged<Block, AccountId, Decision, Api>(
	api: &Api,
	at: Block::Hash,
	administration: Territory,
	from: Option<ToldThrough>,
) -> Result<Dated<UnacknowledgedPage>, ApiError>
where
	Block: BlockT,
	AccountId: Codec,
	Decision: Codec,
	Api: ApiExt<Block> + AeoApi<Block, AccountId, Decision>,
{
	if version(api, at)? >= 3 {
		return api.unacknowledged(at, administration, from);
	}
	let (first, page) = from.map_or((None, 0), |from| (Some(from.issuer), from.changes));
	let mut issuers = Territory::ALL
		.into_iter()
		.filter(|issuer| *issuer != administration && Some(*issuer) >= first)
		.peekable();
	while let Some(issuer) = issuers.next() {
		// The page is that of the first issuer only.
		let asked = if Some(issuer) == first { page } else { 0 };
		let old = api.unacknowledged_before_version_3(at, administration, issuer, asked)?;
		let v2::UnacknowledgedPage {
			decisions,
			next_page,
		} = old.answer;
		if decisions.is_empty() && next_page.is_none() {
			continue;
		}
		let mut told = Vec::new();
		for decision in decisions {
			let certificate = api
				.certificate_before_version_3(at, issuer, decision.number.clone())?
				.answer;
			told.extend(certificate.map(|certificate| before_version_3(decision, certificate)));
		}
		let next = next_page
			.map(|page| (issuer, page))
			.or_else(|| issuers.peek().map(|next| (*next, 0)));
		let answer = UnacknowledgedPage {
			told,
			through: Vec::new(),
			next: next.map(|(issuer, changes)| ToldThrough {
				issuer,
				changes,
				ordinals: 0,
			}),
		};
		return Ok(Dated {
			block: old.block,
			time: old.time,
			answer,
		});
	}
	// Nothing is left: only the block is wanted.
	let old = api.unacknowledged_before_version_3(at, administration, administration, u32::MAX)?;
	Ok(old.map(|_| UnacknowledgedPage {
		told: Vec::new(),
		through: Vec::new(),
		next: None,
	}))
}

/// The legs from an issuer to a grantor.
///
/// # Errors
///
/// As [`explain`].
pub fn legs<Block, AccountId, Decision, Api>(
	api: &Api,
	at: Block::Hash,
	issuer: Territory,
	grantor: Territory,
) -> Result<Dated<Vec<LegStatus>>, ApiError>
where
	Block: BlockT,
	AccountId: Codec,
	Decision: Codec,
	Api: ApiExt<Block> + AeoApi<Block, AccountId, Decision>,
{
	if version(api, at)? < 3 {
		let old = api.legs_before_version_3(at, issuer, grantor)?;
		return Ok(old.map(|legs| legs.into_iter().map(Into::into).collect()));
	}
	api.legs(at, issuer, grantor)
}

/// An agreement, its parties and what waits for signatures.
///
/// # Errors
///
/// As [`explain`].
pub fn agreement<Block, AccountId, Decision, Api>(
	api: &Api,
	at: Block::Hash,
	agreement: AgreementId,
) -> Result<Dated<Option<AgreementStatus>>, ApiError>
where
	Block: BlockT,
	AccountId: Codec,
	Decision: Codec,
	Api: ApiExt<Block> + AeoApi<Block, AccountId, Decision>,
{
	if version(api, at)? < 3 {
		let old = api.agreement_before_version_3(at, agreement)?;
		return Ok(old.map(|agreement| agreement.map(Into::into)));
	}
	api.agreement(at, agreement)
}

/// A decision as version 3 tells it, with the certificate of the same block.
fn before_version_3(
	decision: v2::Unacknowledged,
	certificate: v2::CertificateStatus,
) -> Unacknowledged {
	Unacknowledged {
		issuer: certificate.issuer,
		number: decision.number,
		tin: certificate.tin,
		certificate_type: certificate.certificate_type,
		told: Told::Changed,
		version: decision.version,
		before: None,
		after: ToldState {
			state: decision.state,
			roles: certificate.roles,
			validity: certificate.validity,
		},
		present_version: certificate.version,
		in_force: certificate.in_force,
		suspended: certificate.suspended,
		known_from: decision.known_from,
		block: decision.block,
		place: 0,
	}
}
