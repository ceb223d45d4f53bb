//! The questions of customs administrations, traders and their systems: `aeo_*`, thin over the
//! runtime API [`AeoRuntimeApi`].
//!
//! Every method takes, last, an optional block `at`: its hash, or its number in the best chain. All
//! arguments are read here and not by their types, so that a bad one is refused with a sentence.

use crate::limits::LISTS_AT_ONCE;
use aeo_primitives::{
	recognition::Answer, AgreementId, CertificateNumber, Direction, Identifier, Moment, Role,
	StatusPeriod, Territory, WrittenTin,
};
use aeo_runtime::{opaque::Block, AccountId, BlockNumber, Decision, Hash};
use aeo_runtime_api::{
	past, AeoApi as AeoRuntimeApi, AgreementPage, AgreementStatus, CertificateStatus, Counts,
	Dated, Explanation, GrantReport, IncidentReport, IrregularityStatus, LegDeclaration, LegStatus,
	MilestoneRecord, PendingPage, Question, Questions, QuotaStatus, RequestPage, StatusAt,
	TinReport, ToldThrough, UnacknowledgedPage, Use, UtilisationPage, MAX_QUESTIONS,
};
use jsonrpsee::{
	core::RpcResult,
	proc_macros::rpc,
	types::{
		error::{INTERNAL_ERROR_CODE, INVALID_PARAMS_CODE},
		ErrorObjectOwned,
	},
};
use serde::{de::DeserializeOwned, Serialize};
use serde_json::Value;
use sp_api::{ApiError, ProvideRuntimeApi};
use sp_blockchain::HeaderBackend;
use std::{
	str::FromStr,
	sync::Arc,
	time::{SystemTime, UNIX_EPOCH},
};

#[cfg(test)]
mod previous_release;
#[cfg(test)]
mod tests;

/// The state of the block is not kept any more, or not known yet.
const NO_STATE_CODE: i32 = 4001;

/// The runtime of the block does not know the question, or not in this form.
const UNKNOWN_QUESTION_CODE: i32 = 4002;

/// The runtime of the block answers in a form that this node does not read.
const UNREADABLE_ANSWER_CODE: i32 = 4003;

/// This node answers as many lists of questions as it does at once.
const BUSY_CODE: i32 = 4004;

/// The present is stale when its block's time is so far behind the clock of this machine.
const STALE_AFTER: Moment = 30_000;

/// An answer, and the block that it is of.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Reply<Content> {
	/// The hash of the block.
	pub block_hash: Hash,
	/// Its number.
	pub block_number: BlockNumber,
	/// Its time, in milliseconds UTC.
	pub block_time: Moment,
	/// Whether it is final.
	pub finalised: bool,
	/// Whether a block other than the best one was asked about: the answer is of the past (or of
	/// another branch), and stays what it is.
	pub historical: bool,
	/// Whether the present is meant and this node is behind it: the block is more than 30 seconds
	/// old, or the node is still catching up. Never so for a historical answer.
	pub stale: bool,
	/// The answer.
	pub answer: Content,
}

/// The methods.
#[rpc(server, namespace = "aeo")]
pub trait AeoApi {
	/// The benefits that `grantor` gives to the trader that `identifier` names (a TIN as text, or
	/// `{"Tin": …}`, `{"Certificate": {"issuer": …, "number": …}}`, `{"Alias": {"scheme": …,
	/// "value": …}}`) in a declaration, or why there are none.
	#[method(name = "evaluate", blocking)]
	fn evaluate(
		&self,
		grantor: Option<Value>,
		identifier: Option<Value>,
		role: Option<Value>,
		direction: Option<Value>,
		at: Option<Value>,
	) -> RpcResult<Reply<Answer>>;

	/// The answers to up to 1,000 questions to `grantor`, in their order: a list of `{"identifier": …,
	/// "role": …, "direction": …}`, each written as for `aeo_evaluate`.
	#[method(name = "evaluateMany", blocking)]
	fn evaluate_many(
		&self,
		grantor: Option<Value>,
		questions: Option<Value>,
		at: Option<Value>,
	) -> RpcResult<Reply<Vec<Answer>>>;

	/// As `aeo_evaluate`, with everything that the answer depends on, and every certificate under
	/// every leg: why it counted or not.
	#[method(name = "explain", blocking)]
	fn explain(
		&self,
		grantor: Option<Value>,
		identifier: Option<Value>,
		role: Option<Value>,
		direction: Option<Value>,
		at: Option<Value>,
	) -> RpcResult<Reply<Explanation>>;

	/// A certificate and how it stands; null where there is none.
	#[method(name = "certificate", blocking)]
	fn certificate(
		&self,
		issuer: Option<Value>,
		number: Option<Value>,
		at: Option<Value>,
	) -> RpcResult<Reply<Option<CertificateStatus>>>;

	/// The certificates of the trader with a TIN.
	#[method(name = "certificatesOf", blocking)]
	fn certificates_of(
		&self,
		tin: Option<Value>,
		at: Option<Value>,
	) -> RpcResult<Reply<Vec<CertificateStatus>>>;

	/// The status periods of a certificate, latest first, 50 a page, from page 0.
	#[method(name = "history", blocking)]
	fn history(
		&self,
		issuer: Option<Value>,
		number: Option<Value>,
		page: Option<Value>,
		at: Option<Value>,
	) -> RpcResult<Reply<Vec<StatusPeriod<AccountId>>>>;

	/// How a certificate stood at a moment, in milliseconds UTC, as far as block `at` knows; null
	/// where there was none.
	#[method(name = "statusAt", blocking)]
	fn status_at(
		&self,
		issuer: Option<Value>,
		number: Option<Value>,
		moment: Option<Value>,
		at: Option<Value>,
	) -> RpcResult<Reply<Option<StatusAt<AccountId>>>>;

	/// The certificates of an issuer in the order of their ordinals, 50 a page, from page 0.
	#[method(name = "certificatesByIssuer", blocking)]
	fn certificates_by_issuer(
		&self,
		issuer: Option<Value>,
		page: Option<Value>,
		at: Option<Value>,
	) -> RpcResult<Reply<Vec<CertificateStatus>>>;

	/// The decisions and batches of an issuer that wait for a second officer.
	#[method(name = "pendingDecisions", blocking)]
	fn pending_decisions(
		&self,
		issuer: Option<Value>,
		page: Option<Value>,
		at: Option<Value>,
	) -> RpcResult<Reply<PendingPage<AccountId, Decision>>>;

	/// The open requests of an issuer, latest first.
	#[method(name = "requests", blocking)]
	fn requests(
		&self,
		issuer: Option<Value>,
		page: Option<Value>,
		at: Option<Value>,
	) -> RpcResult<Reply<RequestPage<AccountId>>>;

	/// How many certificates an issuer has, and how many in each state.
	#[method(name = "counts", blocking)]
	fn counts(&self, issuer: Option<Value>, at: Option<Value>) -> RpcResult<Reply<Counts>>;

	/// The benefits given to the trader with a TIN, latest first, 50 places a page, from page 0; what
	/// was removed leaves its place empty.
	#[method(name = "usesOf", blocking)]
	fn uses_of(
		&self,
		tin: Option<Value>,
		page: Option<Value>,
		at: Option<Value>,
	) -> RpcResult<Reply<Vec<Use>>>;

	/// What `grantor` gave to a declaration, which its commitment names; null where it gave nothing.
	#[method(name = "grant", blocking)]
	fn grant(
		&self,
		grantor: Option<Value>,
		declaration: Option<Value>,
		role: Option<Value>,
		at: Option<Value>,
	) -> RpcResult<Reply<Option<GrantReport>>>;

	/// What an administration gave, as grantor: counters by agreement, benefit and direction, 50 a page,
	/// from page 0, and how many uses there were in all.
	#[method(name = "utilisation", blocking)]
	fn utilisation(
		&self,
		administration: Option<Value>,
		page: Option<Value>,
		at: Option<Value>,
	) -> RpcResult<Reply<UtilisationPage>>;

	/// The incidents of an administration, latest first, 50 a page, from page 0.
	#[method(name = "incidents", blocking)]
	fn incidents(
		&self,
		administration: Option<Value>,
		page: Option<Value>,
		at: Option<Value>,
	) -> RpcResult<Reply<Vec<IncidentReport>>>;

	/// What all other issuers told and `administration` has not acknowledged: new certificates and
	/// changes, out of 50 places a page. `from` is `next` of the page before, and left out for the first
	/// one; what a page gives as `through` is what `suspensions.acknowledgeThrough` takes.
	#[method(name = "unacknowledged", blocking)]
	fn unacknowledged(
		&self,
		administration: Option<Value>,
		from: Option<Value>,
		at: Option<Value>,
	) -> RpcResult<Reply<UnacknowledgedPage>>;

	/// The irregularities that were reported to `issuer`, with its answers, latest first, 50 a page,
	/// from page 0.
	#[method(name = "irregularities", blocking)]
	fn irregularities(
		&self,
		issuer: Option<Value>,
		page: Option<Value>,
		at: Option<Value>,
	) -> RpcResult<Reply<Vec<IrregularityStatus<AccountId>>>>;

	/// The irregularities that `grantor` has reported, with the answers, latest first, 50 a page,
	/// from page 0.
	#[method(name = "reportedIrregularities", blocking)]
	fn reported_irregularities(
		&self,
		grantor: Option<Value>,
		page: Option<Value>,
		at: Option<Value>,
	) -> RpcResult<Reply<Vec<IrregularityStatus<AccountId>>>>;

	/// The legs of all agreements from `issuer` to `grantor`.
	#[method(name = "legs", blocking)]
	fn legs(
		&self,
		issuer: Option<Value>,
		grantor: Option<Value>,
		at: Option<Value>,
	) -> RpcResult<Reply<Vec<LegStatus>>>;

	/// What a declaration at `grantor` writes to name the holder of a certificate, for each leg that
	/// is in force for it, or why nothing can be written yet.
	#[method(name = "declareAs", blocking)]
	fn declare_as(
		&self,
		issuer: Option<Value>,
		number: Option<Value>,
		grantor: Option<Value>,
		at: Option<Value>,
	) -> RpcResult<Reply<Vec<LegDeclaration>>>;

	/// An agreement, its parties and what waits for signatures; null where there is none.
	#[method(name = "agreement", blocking)]
	fn agreement(
		&self,
		agreement: Option<Value>,
		at: Option<Value>,
	) -> RpcResult<Reply<Option<AgreementStatus>>>;

	/// All agreements, latest first, out of 50 numbers a page, from page 0.
	#[method(name = "agreements", blocking)]
	fn agreements(&self, page: Option<Value>, at: Option<Value>)
		-> RpcResult<Reply<AgreementPage>>;

	/// The milestones of an agreement, latest first, 50 a page, from page 0.
	#[method(name = "milestones", blocking)]
	fn milestones(
		&self,
		agreement: Option<Value>,
		page: Option<Value>,
		at: Option<Value>,
	) -> RpcResult<Reply<Vec<MilestoneRecord>>>;

	/// What is left of the quota that pays for an account's transactions; null where it has none.
	#[method(name = "quota", blocking)]
	fn quota(
		&self,
		account: Option<Value>,
		at: Option<Value>,
	) -> RpcResult<Reply<Option<QuotaStatus>>>;

	/// What is known of a TIN: its scheme, its check, whether it is registered.
	#[method(name = "tinCheck", blocking)]
	fn tin_check(&self, tin: Option<Value>, at: Option<Value>) -> RpcResult<Reply<TinReport>>;
}

/// Answers from the states that this node holds.
pub struct Aeo<Client> {
	client: Arc<Client>,
	is_syncing: Arc<dyn Fn() -> bool + Send + Sync>,
	lists: Arc<()>,
}

impl<Client> Aeo<Client> {
	/// Answers from the states of `client`; `is_syncing` tells whether it is still catching up.
	pub fn new(client: Arc<Client>, is_syncing: Arc<dyn Fn() -> bool + Send + Sync>) -> Self {
		Self {
			client,
			is_syncing,
			lists: Arc::new(()),
		}
	}

	/// The turn of a list of questions, which ends when it is dropped.
	fn turn(&self) -> RpcResult<Arc<()>> {
		// One reference is the field itself. Two that come at once may both be refused.
		let turn = self.lists.clone();
		if Arc::strong_count(&turn) > LISTS_AT_ONCE.saturating_add(1) {
			let sentence = format!(
				"this node is answering {LISTS_AT_ONCE} lists of questions already: ask again in a \
				 moment, or ask another node"
			);
			return Err(ErrorObjectOwned::owned(BUSY_CODE, sentence, None::<()>));
		}
		Ok(turn)
	}
}

/// The block that was asked about.
#[derive(Clone, Copy)]
struct Asked {
	hash: Hash,
	/// Whether it was named, and is not the best one.
	is_historical: bool,
}

/// A refusal of what was asked, as a sentence.
fn refusal(sentence: impl Into<String>) -> ErrorObjectOwned {
	ErrorObjectOwned::owned(INVALID_PARAMS_CODE, sentence, None::<()>)
}

/// Reads an argument that must be there; `form` says how it is written.
fn read<T: DeserializeOwned>(name: &str, value: Option<Value>, form: &str) -> RpcResult<T> {
	let value = value
		.filter(|value| !value.is_null())
		.ok_or_else(|| refusal(format!("{name} is missing: write {form}")))?;
	serde_json::from_value(value).map_err(|error| refusal(format!("{name}: {error}; write {form}")))
}

/// Reads an argument that is a text with a meaning.
fn parse<T>(name: &str, value: Option<Value>, form: &str) -> RpcResult<T>
where
	T: FromStr,
	T::Err: ToString,
{
	let text: String = read(name, value, form)?;
	text.parse()
		.map_err(|error: T::Err| refusal(format!("{name} {text:?}: {}", error.to_string())))
}

fn territory(name: &str, value: Option<Value>) -> RpcResult<Territory> {
	parse(name, value, "its territory, such as \"MX\"")
}

fn tin(value: Option<Value>) -> RpcResult<WrittenTin> {
	parse(
		"tin",
		value,
		"territory and number, such as \"MXNWM9709244W4\"",
	)
}

fn number(value: Option<Value>) -> RpcResult<CertificateNumber> {
	parse("number", value, "the certificate's number as text")
}

fn agreement(value: Option<Value>) -> RpcResult<AgreementId> {
	read("agreement", value, "the agreement's number, such as 7")
}

fn page(value: Option<Value>) -> RpcResult<u32> {
	match value {
		None | Some(Value::Null) => Ok(0),
		value => read("page", value, "0 for the first, 1 for the next"),
	}
}

/// From where the next page of what issuers told goes on; none for the first one.
fn through(value: Option<Value>) -> RpcResult<Option<ToldThrough>> {
	match value {
		None | Some(Value::Null) => Ok(None),
		value => {
			let form =
				"what the page before gives as next, such as {\"issuer\": \"MX\", \"changes\": \
			            50, \"ordinals\": 0}, or null for the first page";
			read("from", value, form).map(Some)
		}
	}
}

fn identifier(value: Option<Value>) -> RpcResult<Identifier> {
	match value {
		value @ Some(Value::String(_)) => tin(value).map(Identifier::Tin),
		value => read(
			"identifier",
			value,
			"a TIN as text, {\"Certificate\": {\"issuer\": \"MX\", \"number\": \"…\"}} or \
			 {\"Alias\": {\"scheme\": \"Code\", \"value\": \"…\"}}",
		),
	}
}

fn role(value: Option<Value>) -> RpcResult<Role> {
	parse(
		"role",
		value,
		"its code or name, such as \"EX\" or \"Exporter\"",
	)
}

fn direction(value: Option<Value>) -> RpcResult<Direction> {
	read("direction", value, "\"Import\" or \"Export\"")
}

/// One of many questions, with the sentence that says which one is wrong.
fn question(place: usize, value: Value) -> RpcResult<Question> {
	let Value::Object(mut fields) = value else {
		return Err(refusal(format!(
			"questions: question {place} is no object: write {{\"identifier\": …, \"role\": …, \
			 \"direction\": …}}"
		)));
	};
	let in_place = |error: ErrorObjectOwned| {
		refusal(format!("questions: question {place}: {}", error.message()))
	};
	let question = Question {
		identifier: identifier(fields.remove("identifier")).map_err(in_place)?,
		role: role(fields.remove("role")).map_err(in_place)?,
		direction: direction(fields.remove("direction")).map_err(in_place)?,
	};
	match fields.keys().next() {
		Some(field) => Err(refusal(format!(
			"questions: question {place} has an unknown field {field:?}"
		))),
		None => Ok(question),
	}
}

/// Questions, counted from 0, and not too many.
fn questions(value: Option<Value>) -> RpcResult<Questions> {
	let form = "a list of {\"identifier\": …, \"role\": …, \"direction\": …}";
	let values: Vec<Value> = read("questions", value, form)?;
	let count = values.len();
	let questions: Vec<_> = (0..)
		.zip(values)
		.map(|(place, value)| question(place, value))
		.collect::<RpcResult<_>>()?;
	Questions::try_from(questions).map_err(|_| {
		refusal(format!(
			"questions: {count} are too many: ask {MAX_QUESTIONS} at a time"
		))
	})
}

/// A question about a grantor that is none.
fn known<T>(grantor: Territory, answer: Dated<Option<T>>) -> RpcResult<Dated<T>> {
	let Dated {
		block,
		time,
		answer,
	} = answer;
	let answer = answer.ok_or_else(|| {
		refusal(format!(
			"grantor: {grantor} is no administration of this chain at block {block}"
		))
	})?;
	Ok(Dated {
		block,
		time,
		answer,
	})
}

/// The clock of this machine, in milliseconds UTC.
fn wall_clock() -> Moment {
	let elapsed = SystemTime::now()
		.duration_since(UNIX_EPOCH)
		.unwrap_or_default();
	elapsed.as_millis().try_into().unwrap_or(Moment::MAX)
}

impl<Client> Aeo<Client>
where
	Client: ProvideRuntimeApi<Block> + HeaderBackend<Block>,
	Client::Api: AeoRuntimeApi<Block, AccountId, Decision>,
{
	/// The block that is meant: by hash, by number, or the best one.
	fn asked(&self, at: Option<Value>) -> RpcResult<Asked> {
		let best = self.client.info().best_hash;
		let hash = self.block(at, best)?;
		Ok(Asked {
			hash,
			is_historical: hash != best,
		})
	}

	fn block(&self, at: Option<Value>, best: Hash) -> RpcResult<Hash> {
		let unknown = |block: String| {
			refusal(format!(
				"at: this node knows no block {block}; it may be catching up, or the block may be of \
				 another chain"
			))
		};
		match at {
			None | Some(Value::Null) => Ok(best),
			Some(Value::Number(number)) => {
				let number: BlockNumber = read(
					"at",
					Some(Value::Number(number)),
					"a block's number or hash",
				)?;
				let found = self.client.hash(number).map_err(internal)?;
				found.ok_or_else(|| unknown(number.to_string()))
			}
			Some(value) => {
				let hash: Hash = read("at", Some(value), "a block's number or hash")?;
				let found = self.client.number(hash).map_err(internal)?;
				found
					.map(|_| hash)
					.ok_or_else(|| unknown(format!("{hash:?}")))
			}
		}
	}

	/// Whether the block belongs to the chain that is final.
	fn is_final(&self, hash: Hash, number: BlockNumber) -> RpcResult<bool> {
		let is_below = number <= self.client.info().finalized_number;
		Ok(is_below && self.client.hash(number).map_err(internal)? == Some(hash))
	}

	/// Puts a question to the runtime at a block.
	fn ask<Content>(
		&self,
		at: Option<Value>,
		question: impl FnOnce(&Client::Api, Hash) -> Result<Dated<Content>, ApiError>,
	) -> RpcResult<(Asked, Dated<Content>)> {
		let asked = self.asked(at)?;
		let answer =
			question(&self.client.runtime_api(), asked.hash).map_err(|error| told(&error))?;
		Ok((asked, answer))
	}

	fn reply<Content>(&self, (asked, dated): (Asked, Dated<Content>)) -> RpcResult<Reply<Content>> {
		let Dated {
			block,
			time,
			answer,
		} = dated;
		let is_old = wall_clock().saturating_sub(time) > STALE_AFTER;
		Ok(Reply {
			block_hash: asked.hash,
			block_number: block,
			block_time: time,
			finalised: self.is_final(asked.hash, block)?,
			historical: asked.is_historical,
			stale: !asked.is_historical && (is_old || (self.is_syncing)()),
			answer,
		})
	}
}

fn internal(error: impl ToString) -> ErrorObjectOwned {
	ErrorObjectOwned::owned(INTERNAL_ERROR_CODE, error.to_string(), None::<()>)
}

/// Why the runtime gave no answer.
fn told(error: &ApiError) -> ErrorObjectOwned {
	let (code, sentence) = match error {
		ApiError::UnknownBlock(_) => no_state(),
		ApiError::FailedToDecodeReturnValue { .. }
		| ApiError::FailedToConvertReturnValue { .. }
		| ApiError::FailedToConvertParameter { .. } => (
			UNREADABLE_ANSWER_CODE,
			"at: the runtime of this block answers in a form that this node does not read; ask a node \
			 of the release of that time, or a block of another release",
		),
		ApiError::Application(error) => match error.downcast_ref() {
			Some(sp_blockchain::Error::UnknownBlock(_)) => no_state(),
			// The executor's errors have no types here, only texts.
			Some(sp_blockchain::Error::Execution(error)) if is_unknown(&error.to_string()) => (
				UNKNOWN_QUESTION_CODE,
				"at: the runtime of this block does not know this question, or knows it with other \
				 arguments: it came with another release; ask about a block of that release",
			),
			_ => return internal(error),
		},
		_ => return internal(error),
	};
	ErrorObjectOwned::owned(code, sentence, None::<()>)
}

fn no_state() -> (i32, &'static str) {
	let sentence =
		"at: this node does not keep the state of this block (any more); ask a node that \
		was started with --state-pruning archive-canonical";
	(NO_STATE_CODE, sentence)
}

/// Whether the executor says that the runtime has no such function, or could not read what it was
/// given.
fn is_unknown(text: &str) -> bool {
	let has_no_function = text.contains("Exported method") && text.contains("is not found");
	has_no_function || text.contains("Bad input data provided to")
}

impl<Client> AeoApiServer for Aeo<Client>
where
	Client: ProvideRuntimeApi<Block> + HeaderBackend<Block> + 'static,
	Client::Api: AeoRuntimeApi<Block, AccountId, Decision>,
{
	fn evaluate(
		&self,
		grantor: Option<Value>,
		identifier_: Option<Value>,
		role_: Option<Value>,
		direction_: Option<Value>,
		at: Option<Value>,
	) -> RpcResult<Reply<Answer>> {
		let grantor = territory("grantor", grantor)?;
		let identifier = identifier(identifier_)?;
		let (role, direction) = (role(role_)?, direction(direction_)?);
		let (asked, answer) = self.ask(at, |api, hash| {
			api.evaluate(hash, grantor, identifier, role, direction)
		})?;
		self.reply((asked, known(grantor, answer)?))
	}

	fn evaluate_many(
		&self,
		grantor: Option<Value>,
		questions_: Option<Value>,
		at: Option<Value>,
	) -> RpcResult<Reply<Vec<Answer>>> {
		let (grantor, questions) = (territory("grantor", grantor)?, questions(questions_)?);
		let _turn = self.turn()?;
		let (asked, answers) =
			self.ask(at, |api, hash| api.evaluate_many(hash, grantor, questions))?;
		self.reply((asked, known(grantor, answers)?))
	}

	fn explain(
		&self,
		grantor: Option<Value>,
		identifier_: Option<Value>,
		role_: Option<Value>,
		direction_: Option<Value>,
		at: Option<Value>,
	) -> RpcResult<Reply<Explanation>> {
		let grantor = territory("grantor", grantor)?;
		let identifier = identifier(identifier_)?;
		let (role, direction) = (role(role_)?, direction(direction_)?);
		let (asked, answer) = self.ask(at, |api, hash| {
			past::explain(api, hash, grantor, identifier, role, direction)
		})?;
		self.reply((asked, known(grantor, answer)?))
	}

	fn certificate(
		&self,
		issuer: Option<Value>,
		number_: Option<Value>,
		at: Option<Value>,
	) -> RpcResult<Reply<Option<CertificateStatus>>> {
		let (issuer, number) = (territory("issuer", issuer)?, number(number_)?);
		self.reply(self.ask(at, |api, hash| past::certificate(api, hash, issuer, number))?)
	}

	fn certificates_of(
		&self,
		tin_: Option<Value>,
		at: Option<Value>,
	) -> RpcResult<Reply<Vec<CertificateStatus>>> {
		let tin = tin(tin_)?;
		self.reply(self.ask(at, |api, hash| past::certificates_of(api, hash, tin))?)
	}

	fn history(
		&self,
		issuer: Option<Value>,
		number_: Option<Value>,
		page_: Option<Value>,
		at: Option<Value>,
	) -> RpcResult<Reply<Vec<StatusPeriod<AccountId>>>> {
		let (issuer, number) = (territory("issuer", issuer)?, number(number_)?);
		let page = page(page_)?;
		self.reply(self.ask(at, |api, hash| {
			past::history(api, hash, issuer, number, page)
		})?)
	}

	fn status_at(
		&self,
		issuer: Option<Value>,
		number_: Option<Value>,
		moment: Option<Value>,
		at: Option<Value>,
	) -> RpcResult<Reply<Option<StatusAt<AccountId>>>> {
		let (issuer, number) = (territory("issuer", issuer)?, number(number_)?);
		let moment: Moment = read("moment", moment, "milliseconds since 1970 UTC")?;
		self.reply(self.ask(at, |api, hash| {
			past::status_at(api, hash, issuer, number, moment)
		})?)
	}

	fn certificates_by_issuer(
		&self,
		issuer: Option<Value>,
		page_: Option<Value>,
		at: Option<Value>,
	) -> RpcResult<Reply<Vec<CertificateStatus>>> {
		let (issuer, page) = (territory("issuer", issuer)?, page(page_)?);
		self.reply(self.ask(at, |api, hash| {
			past::certificates_by_issuer(api, hash, issuer, page)
		})?)
	}

	fn pending_decisions(
		&self,
		issuer: Option<Value>,
		page_: Option<Value>,
		at: Option<Value>,
	) -> RpcResult<Reply<PendingPage<AccountId, Decision>>> {
		let (issuer, page) = (territory("issuer", issuer)?, page(page_)?);
		self.reply(self.ask(at, |api, hash| {
			past::pending_decisions(api, hash, issuer, page)
		})?)
	}

	fn requests(
		&self,
		issuer: Option<Value>,
		page_: Option<Value>,
		at: Option<Value>,
	) -> RpcResult<Reply<RequestPage<AccountId>>> {
		let (issuer, page) = (territory("issuer", issuer)?, page(page_)?);
		self.reply(self.ask(at, |api, hash| api.requests(hash, issuer, page))?)
	}

	fn counts(&self, issuer: Option<Value>, at: Option<Value>) -> RpcResult<Reply<Counts>> {
		let issuer = territory("issuer", issuer)?;
		self.reply(self.ask(at, |api, hash| api.counts(hash, issuer))?)
	}

	fn uses_of(
		&self,
		tin_: Option<Value>,
		page_: Option<Value>,
		at: Option<Value>,
	) -> RpcResult<Reply<Vec<Use>>> {
		let (tin, page) = (tin(tin_)?, page(page_)?);
		self.reply(self.ask(at, |api, hash| api.uses_of(hash, tin, page))?)
	}

	fn grant(
		&self,
		grantor: Option<Value>,
		declaration: Option<Value>,
		role_: Option<Value>,
		at: Option<Value>,
	) -> RpcResult<Reply<Option<GrantReport>>> {
		let grantor = territory("grantor", grantor)?;
		let form = "the commitment to its reference, 32 bytes in hex";
		let declaration: Hash = read("declaration", declaration, form)?;
		let role = role(role_)?;
		self.reply(self.ask(at, |api, hash| api.grant(hash, grantor, declaration, role))?)
	}

	fn utilisation(
		&self,
		administration: Option<Value>,
		page_: Option<Value>,
		at: Option<Value>,
	) -> RpcResult<Reply<UtilisationPage>> {
		let administration = territory("administration", administration)?;
		let page = page(page_)?;
		self.reply(self.ask(at, |api, hash| api.utilisation(hash, administration, page))?)
	}

	fn incidents(
		&self,
		administration: Option<Value>,
		page_: Option<Value>,
		at: Option<Value>,
	) -> RpcResult<Reply<Vec<IncidentReport>>> {
		let administration = territory("administration", administration)?;
		let page = page(page_)?;
		self.reply(self.ask(at, |api, hash| api.incidents(hash, administration, page))?)
	}

	fn unacknowledged(
		&self,
		administration: Option<Value>,
		from: Option<Value>,
		at: Option<Value>,
	) -> RpcResult<Reply<UnacknowledgedPage>> {
		let administration = territory("administration", administration)?;
		let from = through(from)?;
		self.reply(self.ask(at, |api, hash| {
			past::unacknowledged(api, hash, administration, from)
		})?)
	}

	fn irregularities(
		&self,
		issuer: Option<Value>,
		page_: Option<Value>,
		at: Option<Value>,
	) -> RpcResult<Reply<Vec<IrregularityStatus<AccountId>>>> {
		let (issuer, page) = (territory("issuer", issuer)?, page(page_)?);
		self.reply(self.ask(at, |api, hash| api.irregularities(hash, issuer, page))?)
	}

	fn reported_irregularities(
		&self,
		grantor: Option<Value>,
		page_: Option<Value>,
		at: Option<Value>,
	) -> RpcResult<Reply<Vec<IrregularityStatus<AccountId>>>> {
		let (grantor, page) = (territory("grantor", grantor)?, page(page_)?);
		self.reply(self.ask(at, |api, hash| {
			api.reported_irregularities(hash, grantor, page)
		})?)
	}

	fn legs(
		&self,
		issuer: Option<Value>,
		grantor: Option<Value>,
		at: Option<Value>,
	) -> RpcResult<Reply<Vec<LegStatus>>> {
		let issuer = territory("issuer", issuer)?;
		let grantor = territory("grantor", grantor)?;
		self.reply(self.ask(at, |api, hash| past::legs(api, hash, issuer, grantor))?)
	}

	fn declare_as(
		&self,
		issuer: Option<Value>,
		number_: Option<Value>,
		grantor: Option<Value>,
		at: Option<Value>,
	) -> RpcResult<Reply<Vec<LegDeclaration>>> {
		let (issuer, number) = (territory("issuer", issuer)?, number(number_)?);
		let grantor = territory("grantor", grantor)?;
		self.reply(self.ask(at, |api, hash| {
			api.declare_as(hash, issuer, number, grantor)
		})?)
	}

	fn agreement(
		&self,
		agreement_: Option<Value>,
		at: Option<Value>,
	) -> RpcResult<Reply<Option<AgreementStatus>>> {
		let agreement = agreement(agreement_)?;
		self.reply(self.ask(at, |api, hash| past::agreement(api, hash, agreement))?)
	}

	fn agreements(
		&self,
		page_: Option<Value>,
		at: Option<Value>,
	) -> RpcResult<Reply<AgreementPage>> {
		let page = page(page_)?;
		self.reply(self.ask(at, |api, hash| api.agreements(hash, page))?)
	}

	fn milestones(
		&self,
		agreement_: Option<Value>,
		page_: Option<Value>,
		at: Option<Value>,
	) -> RpcResult<Reply<Vec<MilestoneRecord>>> {
		let (agreement, page) = (agreement(agreement_)?, page(page_)?);
		self.reply(self.ask(at, |api, hash| api.milestones(hash, agreement, page))?)
	}

	fn quota(
		&self,
		account: Option<Value>,
		at: Option<Value>,
	) -> RpcResult<Reply<Option<QuotaStatus>>> {
		let form = "its address, or its public key in hex";
		let text: String = read("account", account, form)?;
		let account = AccountId::from_str(&text)
			.map_err(|error| refusal(format!("account {text:?}: {error}; write {form}")))?;
		self.reply(self.ask(at, |api, hash| api.quota(hash, account))?)
	}

	fn tin_check(&self, tin_: Option<Value>, at: Option<Value>) -> RpcResult<Reply<TinReport>> {
		let tin = tin(tin_)?;
		self.reply(self.ask(at, |api, hash| api.tin_check(hash, tin))?)
	}
}
