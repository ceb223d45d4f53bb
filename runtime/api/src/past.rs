//! All questions, put to a block of any release: the version of the questions at the block says how its
//! answers are encoded, and what comes back is in the present form.

#![allow(
	deprecated,
	reason = "what was asked before a version is deprecated, and asked of the blocks before it"
)]

use crate::{
	v1, v2, AeoApi, AgreementPage, AgreementStatus, CertificateStatus, Counts,
	CredentialIssuerStatus, CredentialStatusPage, Dated, Explanation, GrantReport, IncidentReport,
	IrregularityStatus, LegDeclaration, LegSharing, LegStatus, ListPage, ListPlace, ListReport,
	MilestoneRecord, NotTried, PendingPage, Questions, QuotaStatus, RequestPage, SharedCertificate,
	StatusAt, TinReport, Told, ToldState, ToldThrough, Tried, Unacknowledged, UnacknowledgedPage,
	Use, UtilisationPage,
};
use aeo_primitives::{
	recognition::Answer, tin::Reason, AgreementId, CertificateNumber, Direction, Identifier,
	Moment, Role, StatusPeriod, Territory, WrittenTin,
};
use alloc::vec::Vec;
use codec::Codec;
use sp_api::{ApiError, ApiExt};
use sp_core::H256;
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

/// Answers of an earlier version, in the present form.
trait Present<Now> {
	fn present(self) -> Now;
}

impl<Old: Into<Now>, Now> Present<Option<Now>> for Option<Old> {
	fn present(self) -> Option<Now> {
		self.map(Into::into)
	}
}

impl<Old: Into<Now>, Now> Present<Vec<Now>> for Vec<Old> {
	fn present(self) -> Vec<Now> {
		self.into_iter().map(Into::into).collect()
	}
}

impl<Old: Into<Now>, Now, Why> Present<Result<Vec<Now>, Why>> for Vec<Old> {
	fn present(self) -> Result<Vec<Now>, Why> {
		Ok(self.present())
	}
}

impl<AccountId, Decision> Present<PendingPage<AccountId, Decision>>
	for v1::WaitingPage<AccountId, Decision>
{
	fn present(self) -> PendingPage<AccountId, Decision> {
		self.into()
	}
}

/// Puts a question with the arguments of its row.
macro_rules! put {
	($api:ident.$method:ident($at:ident) ($($argument:ident: $kind:ty),* $(,)?)) => {
		$api.$method($at, $($argument),*)
	};
	($function:ident($api:ident, $at:ident) ($($argument:ident: $kind:ty),* $(,)?)) => {
		$function($api, $at, $($argument),*)
	};
}

/// Writes the function of one row: a row's arguments are given twice, as names and as a whole.
macro_rules! ask {
	(
		$(#[doc = $doc:literal])*
		$name:ident ($($argument:ident: $kind:ty),* $(,)?) $arguments:tt -> $answer:ty
		$(, before $version:literal $before:ident)*
		$(, until $since:literal by $other:ident)?
	) => {
		$(#[doc = $doc])*
		///
		/// # Errors
		///
		/// The runtime gives no answer, or one that can't be decoded.
		pub fn $name<Block, AccountId, Decision, Api>(
			api: &Api,
			at: Block::Hash,
			$($argument: $kind),*
		) -> Result<Dated<$answer>, ApiError>
		where
			Block: BlockT,
			AccountId: Codec,
			Decision: Codec,
			Api: ApiExt<Block> + AeoApi<Block, AccountId, Decision>,
		{
			$(
				if version(api, at)? < $version {
					return Ok(put!(api.$before(at) $arguments)?.map(Present::present));
				}
			)*
			$(
				if version(api, at)? < $since {
					return put!($other(api, at) $arguments);
				}
			)?
			api.$name(at, $($argument),*)
		}
	};
}

/// Writes the functions of all rows.
macro_rules! ask_all {
	($(
		$(#[doc = $doc:literal])*
		$method:literal $name:ident $arguments:tt -> $answer:ty
		$(, refuses $refused:ident)?
		$(, pages of $size:ident)?
		$(, before $version:literal $before:ident -> $old:ty)*
		$(, until $since:literal by $other:ident)?
		;
	)*) => {
		$(ask! {
			$(#[doc = $doc])*
			$name $arguments $arguments -> $answer
			$(, before $version $before)*
			$(, until $since by $other)?
		})*
	};
}

questions!(ask_all);

/// Returns what all other issuers told, of a block before version 3, whose answers are of one issuer,
/// latest first, and of changes only: here they are put together, with what the certificate of that
/// block tells. The roles and days `after` are those of the certificate at that block, and there is no
/// `before`, nor anything that is new.
fn unacknowledged_of_each_issuer<Block, AccountId, Decision, Api>(
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
