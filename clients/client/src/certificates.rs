//! What the chain knows of certificates and of what waits for a second officer.

use crate::{
	api,
	calls::{self, BatchMode, TakenOver, TakenOverPeriod, TakenOverState},
	Block, Chain, Error, Lane, Refused, H256,
};
use aeo_primitives::{
	CertificateNumber, CertificateState, CertificateType, Direction, Ground, Maker, Moment, Role,
	Roles, StatusPeriod, SuspensionScope, Territory, UtcOffset, Validity,
};
use api::runtime_types::pallet_certificates::types as stored;
use serde::{de::DeserializeOwned, Deserialize};
use serde_json::{json, Value};
use std::{collections::BTreeSet, str::FromStr};
use subxt::{
	transactions::Payload,
	utils::{AccountId32, Static},
};
use tokio::task::JoinSet;

/// Certificates, and decisions that wait, on a page of an answer.
const PAGE: usize = 50;

/// Questions that are put together.
const QUESTIONS: usize = 1_000;

/// Questions that are under way at once.
const AT_ONCE: usize = 16;

/// Whether a grantor gives something to the holder of a certificate in a role and kind of declaration.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Question {
	/// Who issued the certificate.
	pub issuer: Territory,
	/// Its number.
	pub number: CertificateNumber,
	/// What the trader does in the declaration.
	pub role: Role,
	/// The kind of the declaration.
	pub direction: Direction,
}

/// The part of an evaluation that says whether something is given.
#[derive(Deserialize)]
struct Evaluated {
	outcome: Outcome,
}

/// Of a name that has content, the name alone.
#[derive(Deserialize)]
enum Outcome {
	Denied(serde::de::IgnoredAny),
	Granted(serde::de::IgnoredAny),
}

/// A certificate, and how it stands at a block.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq)]
pub struct Certificate {
	/// Its number.
	pub number: CertificateNumber,
	/// The number of its trader.
	pub tin: String,
	/// Counts its changes, from 1.
	pub version: u32,
	/// Its type.
	pub certificate_type: CertificateType,
	/// What its trader is certified as.
	pub roles: Roles,
	/// What was last decided.
	pub state: CertificateState,
	/// When it is valid; none before it is authorised.
	pub validity: Option<Validity>,
	/// What is suspended at the block's time.
	pub suspended: Option<SuspensionScope>,
	/// How many status periods it has.
	pub periods: u32,
}

/// A decision about a certificate that waits for a second officer.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq)]
pub struct PendingDecision {
	/// The certificate.
	pub number: CertificateNumber,
	/// The number of the proposal, which its confirmation names.
	pub proposal: u32,
	/// What is proposed.
	pub decision: calls::Decision,
	/// Who proposed it.
	pub maker: Maker<AccountId32>,
	/// The version of the certificate that it is about.
	pub version: u32,
	/// It can be confirmed until then.
	pub expires: Moment,
	/// Whether it was not confirmed in time.
	pub expired: bool,
	/// Whether the certificate has changed since.
	pub overtaken: bool,
}

/// A page of what waits.
#[derive(Deserialize)]
struct Page {
	decisions: Vec<PendingDecision>,
	next_page: Option<u32>,
}

/// A reinstatement that waits for a second officer.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct PendingReinstatement {
	/// The certificate.
	pub number: CertificateNumber,
	/// The number of the proposal.
	pub proposal: u32,
	/// What of it is reinstated.
	pub scope: SuspensionScope,
	/// Why.
	pub ground: Ground,
	/// blake2-256 of the decision.
	pub document: H256,
	/// The officer who proposed it.
	pub maker: AccountId32,
	/// The version of the certificate that it is about.
	pub version: u32,
	/// It can be confirmed until then.
	pub expires: Moment,
}

/// A batch that waits for a second officer.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct WaitingBatch {
	/// blake2-256 of its rows and its mode, as they were sent.
	pub hash: H256,
	/// The number of the proposal.
	pub proposal: u32,
	/// The officer who proposed it.
	pub maker: AccountId32,
	/// It can be confirmed until then.
	pub expires: Moment,
	/// What becomes of it where a row fails.
	pub mode: BatchMode,
	/// Its rows; none where it certifies, and takes nothing over.
	pub rows: Option<Vec<WaitingRow>>,
}

/// A row of a batch that waits.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum WaitingRow {
	/// It takes this over.
	TakesOver(TakenOver),
	/// It can't be read, and will fail; the number as it was written.
	Unreadable(String),
}

impl WaitingRow {
	/// Returns the certificate's number, as it was written.
	pub fn number(&self) -> &str {
		match self {
			Self::TakesOver(row) => row.number.as_str(),
			Self::Unreadable(number) => number,
		}
	}
}

/// An answer of the node, without what it says of its block.
#[derive(Deserialize)]
struct Answer<Content> {
	answer: Content,
}

impl Chain {
	/// The certificates and applications of an issuer at a block, in the order in which they came. `progress`
	/// is told how many there are already.
	pub async fn certificates(
		&self,
		issuer: Territory,
		block: u32,
		progress: impl Fn(usize),
	) -> Result<Vec<Certificate>, Error> {
		let mut all = Vec::new();
		for page in 0_u32.. {
			let arguments = [json!(issuer), json!(page), json!(block)];
			let found: Vec<Certificate> =
				self.answer("aeo_certificatesByIssuer", &arguments).await?;
			let is_last = found.len() < PAGE;
			all.extend(found);
			progress(all.len());
			if is_last {
				break;
			}
		}
		Ok(all)
	}

	/// The status periods of a certificate at a block, the latest 50 of them, latest first.
	pub async fn history(
		&self,
		issuer: Territory,
		number: &CertificateNumber,
		block: u32,
	) -> Result<Vec<StatusPeriod<String>>, Error> {
		let arguments = [json!(issuer), json!(number), json!(0), json!(block)];
		self.answer("aeo_history", &arguments).await
	}

	/// The status periods of certificates at a block, as [`Chain::history`] gives them, in their order.
	pub async fn histories(
		&self,
		issuer: Territory,
		certificates: &[Certificate],
		block: u32,
		progress: impl Fn(usize),
	) -> Result<Vec<Vec<StatusPeriod<String>>>, Error> {
		let mut all = vec![Vec::new(); certificates.len()];
		let mut asked = JoinSet::new();
		let mut done = 0;
		for (place, certificate) in certificates.iter().enumerate() {
			let (chain, number) = (self.clone(), certificate.number.clone());
			asked.spawn(async move { (place, chain.history(issuer, &number, block).await) });
			while asked.len() >= AT_ONCE || (place + 1 == certificates.len() && !asked.is_empty()) {
				let Some(answer) = asked.join_next().await else {
					break;
				};
				let (place, periods) = answer.map_err(Error::node)?;
				if let Some(slot) = all.get_mut(place) {
					*slot = periods?;
				}
				done += 1;
				progress(done);
			}
		}
		Ok(all)
	}

	/// Whether a grantor gives something, for each question, at a block.
	pub async fn are_given(
		&self,
		grantor: Territory,
		questions: &[Question],
		block: u32,
	) -> Result<Vec<bool>, Error> {
		let mut all = Vec::new();
		for part in questions.chunks(QUESTIONS) {
			let part: Vec<_> = part
				.iter()
				.map(|question| {
					let certificate = json!({"issuer": question.issuer, "number": question.number});
					json!({
						"identifier": {"Certificate": certificate},
						"role": question.role,
						"direction": question.direction,
					})
				})
				.collect();
			let arguments = [json!(grantor), json!(part), json!(block)];
			let answers: Vec<Evaluated> = self.answer("aeo_evaluateMany", &arguments).await?;
			all.extend(
				answers
					.iter()
					.map(|answer| matches!(answer.outcome, Outcome::Granted(_))),
			);
		}
		Ok(all)
	}

	/// The first block, up to a final one, whose time is not before a moment, in milliseconds UTC; the final one
	/// itself where all are before.
	pub async fn block_since(&self, moment: Moment, last: Block) -> Result<Block, Error> {
		// The first block has no time; the second one is the first that was made.
		let (mut before, mut since) = (0, last.number);
		while since.saturating_sub(before) > 1 {
			let middle = before.midpoint(since);
			let hash = self.existing(middle).await?;
			if self.time_of(hash).await? < moment {
				before = middle;
			} else {
				since = middle;
			}
		}
		Ok(Block {
			number: since,
			hash: self.existing(since).await?,
		})
	}

	async fn existing(&self, number: u32) -> Result<H256, Error> {
		let hash = self.hash_of(number).await?;
		hash.ok_or_else(|| Error::Node(format!("block {number} is missing")))
	}

	/// The decisions about an issuer's certificates that wait for a second officer at a block.
	pub async fn pending_decisions(
		&self,
		issuer: Territory,
		block: u32,
	) -> Result<Vec<PendingDecision>, Error> {
		let mut all = Vec::new();
		let mut next = Some(0);
		while let Some(page) = next {
			let arguments = [json!(issuer), json!(page), json!(block)];
			let found: Page = self.answer("aeo_pendingDecisions", &arguments).await?;
			all.extend(found.decisions);
			next = found.next_page;
		}
		Ok(all)
	}

	/// The reinstatements of an issuer's certificates that wait for a second officer at a block.
	pub async fn pending_reinstatements(
		&self,
		issuer: Territory,
		block: H256,
	) -> Result<Vec<PendingReinstatement>, Error> {
		let at = self.at(block).await?;
		let stored = api::storage().suspensions().proposals();
		let mut found = at.storage().entry(stored)?.iter((Static(issuer),)).await?;
		let mut all = Vec::new();
		while let Some(entry) = found.next().await {
			let entry = entry?;
			let (_, number) = entry.key()?.decode().map_err(Error::node)?;
			let waiting = entry.value().decode()?;
			all.push(PendingReinstatement {
				number: read(&number)?,
				proposal: waiting.number,
				scope: waiting.content.scope.0,
				ground: waiting.content.ground.0,
				document: waiting.content.document,
				maker: waiting.maker.officer,
				version: waiting.version,
				expires: waiting.expires,
			});
		}
		Ok(all)
	}

	/// The batches of an issuer that a second officer can confirm at a block.
	pub async fn waiting_batches(
		&self,
		issuer: Territory,
		block: H256,
	) -> Result<Vec<WaitingBatch>, Error> {
		let mut all = Vec::new();
		for hash in self.open_batches(issuer, block).await? {
			all.extend(self.waiting_batch(issuer, hash, block).await?);
		}
		all.sort_by_key(|batch| batch.proposal);
		Ok(all)
	}

	/// A batch that waits for a second officer at a block; none where it doesn't.
	pub async fn waiting_batch(
		&self,
		issuer: Territory,
		hash: H256,
		block: H256,
	) -> Result<Option<WaitingBatch>, Error> {
		let at = self.at(block).await?;
		let stored = api::storage().certificates().batches();
		let found = at
			.storage()
			.try_fetch(stored, (Static(issuer), hash))
			.await?;
		let Some(found) = found else {
			return Ok(None);
		};
		let waiting = found.decode()?;
		let rows = match waiting.content.rows {
			stored::BatchRows::Authorise(_) => None,
			stored::BatchRows::TakeOver(rows) => {
				let rows = rows.0.into_iter().map(|row| match row {
					Ok(row) => taken_over(row).map(WaitingRow::TakesOver),
					Err(row) => Ok(WaitingRow::Unreadable(row.number)),
				});
				Some(rows.collect::<Result<_, _>>()?)
			}
		};
		Ok(Some(WaitingBatch {
			hash,
			proposal: waiting.number,
			maker: waiting.maker.officer,
			expires: waiting.expires,
			mode: waiting.content.mode.into(),
			rows,
		}))
	}

	/// The hashes of the batches of an issuer that can be confirmed at a block. Those that have lapsed stay on the
	/// chain until another one takes their place.
	pub async fn open_batches(&self, issuer: Territory, block: H256) -> Result<Vec<H256>, Error> {
		let at = self.at(block).await?;
		let stored = api::storage().certificates().open_batches();
		let open = at.storage().try_fetch(stored, (Static(issuer),)).await?;
		let Some(open) = open else {
			return Ok(Vec::new());
		};
		let now = self.time_of(block).await?;
		let open = open.decode()?.0;
		let can_be_confirmed = open.iter().filter(|open| open.expires >= now);
		Ok(can_be_confirmed.map(|open| open.batch).collect())
	}

	/// The types of certificate of an administration's programmes at a block.
	pub async fn types(
		&self,
		administration: Territory,
		block: H256,
	) -> Result<BTreeSet<CertificateType>, Error> {
		let at = self.at(block).await?;
		let stored = api::storage().certificates().programmes();
		let mut found = at
			.storage()
			.entry(stored)?
			.iter((Static(administration),))
			.await?;
		let mut all = BTreeSet::new();
		while let Some(entry) = found.next().await {
			let entry = entry?;
			let (_, programme) = entry.key()?.decode().map_err(Error::node)?;
			let types = entry.value().decode()?.types;
			for known in types.0 {
				all.insert(CertificateType {
					programme: read(&programme)?,
					code: read(&known.code)?,
				});
			}
		}
		Ok(all)
	}

	/// The administration for which an account acts at a block; none where it acts for none.
	pub async fn administration_of(
		&self,
		account: &AccountId32,
		block: H256,
	) -> Result<Option<Territory>, Error> {
		let at = self.at(block).await?;
		let stored = api::storage().administrations().accounts();
		let record = at.storage().try_fetch(stored, (*account,)).await?;
		Ok(match record {
			Some(record) => Some(record.decode()?.administration.0),
			None => None,
		})
	}

	/// The offset in which an administration's days are counted, at a block; none where there is no such one.
	pub async fn utc_offset(
		&self,
		administration: Territory,
		block: H256,
	) -> Result<Option<UtcOffset>, Error> {
		let at = self.at(block).await?;
		let stored = api::storage().administrations().administrations();
		let found = at
			.storage()
			.try_fetch(stored, (Static(administration),))
			.await?;
		Ok(match found {
			Some(found) => {
				let minutes = found.decode()?.details.utc_offset;
				Some(UtcOffset::try_from(minutes).map_err(Error::node)?)
			}
			None => None,
		})
	}

	/// The time of a block, in milliseconds UTC.
	pub async fn time_of(&self, block: H256) -> Result<Moment, Error> {
		let at = self.at(block).await?;
		let time = at
			.storage()
			.fetch(api::storage().timestamp().now(), ())
			.await?;
		time.decode().map_err(Error::node)
	}

	async fn answer<Content: DeserializeOwned>(
		&self,
		method: &str,
		arguments: &[Value],
	) -> Result<Content, Error> {
		let Answer { answer } = self.ask(method, arguments).await?;
		Ok(answer)
	}
}

/// What a call would come to.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq)]
pub struct Tried {
	/// Why it would be refused.
	pub failure: Option<TriedFailure>,
	/// The rows of a batch that would fail.
	pub rows: Vec<TriedRow>,
}

/// A row that would fail.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq)]
pub struct TriedRow {
	/// Its place, from 0.
	pub row: u32,
	/// Why.
	pub failure: TriedFailure,
}

/// Why something would fail.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq)]
pub struct TriedFailure {
	/// The pallet that refuses it, empty where the runtime itself does.
	pub pallet: String,
	/// The name of the error.
	pub name: String,
}

impl From<TriedFailure> for Refused {
	fn from(failure: TriedFailure) -> Self {
		Self {
			pallet: failure.pallet,
			name: failure.name,
			why: String::new(),
		}
	}
}

impl Chain {
	/// Tries an encoded call of an account by the chain's own rules, without its signature: nothing changes. None
	/// where the node doesn't know how.
	///
	/// # Errors
	///
	/// The node refuses to try it: it says why.
	pub async fn try_call(
		&self,
		account: &AccountId32,
		call: &[u8],
	) -> Result<Option<Tried>, Error> {
		let call = format!("0x{}", hex::encode(call));
		match self
			.answer("aeo_tryCall", &[json!(account.to_string()), json!(call)])
			.await
		{
			Ok(tried) => Ok(Some(tried)),
			Err(Error::NodeRefuses(why)) if why.contains("Method not found") => Ok(None),
			Err(error) => Err(error),
		}
	}
}

impl Lane {
	/// Tries a call, as [`Chain::try_call`] does.
	///
	/// # Errors
	///
	/// The node refuses to try it: it says why.
	pub async fn try_call(&self, call: &impl Payload) -> Result<Option<Tried>, Error> {
		let call = self.encoded(call).await?;
		self.chain.try_call(&self.account(), &call).await
	}

	/// Returns the hash by which the chain knows a batch of these rows.
	pub async fn hash_of_batch(&self, rows: &[TakenOver], mode: BatchMode) -> Result<H256, Error> {
		let encoded = self.encoded(&calls::take_over(rows, mode)).await?;
		// Of the arguments alone: pallet and call stand before them.
		let arguments = encoded.get(2..).unwrap_or_default();
		Ok(H256(sp_crypto_hashing::blake2_256(arguments)))
	}
}

/// Reads what the chain keeps as text.
fn read<T: FromStr>(text: &str) -> Result<T, Error>
where
	T::Err: std::fmt::Display,
{
	text.parse().map_err(Error::node)
}

fn taken_over(row: stored::TakenOver) -> Result<TakenOver, Error> {
	let periods = row.periods.0.into_iter().map(|period| {
		let state = match period.state {
			stored::TakenOverState::Authorised => TakenOverState::Authorised,
			stored::TakenOverState::Suspended(suspension) => TakenOverState::Suspended {
				scope: suspension.scope.0,
				end: suspension.end.0,
			},
		};
		Ok(TakenOverPeriod {
			from: read(&period.from)?,
			state,
			ground: period.ground.0,
			document: period.document,
		})
	});
	let roles = row.roles.iter().map(|role| role.0);
	Ok(TakenOver {
		number: read(&row.number)?,
		tin: read(&row.tin)?,
		publication_consent: row.publication_consent,
		certificate_type: CertificateType {
			programme: read(&row.certificate_type.programme)?,
			code: read(&row.certificate_type.code)?,
		},
		roles: Roles::new(roles).map_err(|error| Error::Node(format!("{error:?}")))?,
		valid_from: read(&row.valid_from)?,
		valid_until: row.valid_until.as_deref().map(read).transpose()?,
		periods: periods.collect::<Result<_, Error>>()?,
	})
}
