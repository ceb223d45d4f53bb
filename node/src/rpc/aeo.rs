//! The questions of customs administrations, traders and their systems: `aeo_*`, a method for each row
//! of the table [`aeo_runtime_api::questions!`], thin over the runtime API [`AeoRuntimeApi`].
//!
//! Every method takes, last, an optional block `at`: its hash, or its number in the best chain. All
//! arguments are read here and not by their types, so that a bad one is refused with a sentence.

use crate::limits::{Turn, Turns, LISTS_AT_ONCE};
use aeo_primitives::{tin::Reason, Moment, Territory, WrittenTin};
use aeo_runtime::{opaque::Block, AccountId, BlockNumber, Decision, Hash};
use aeo_runtime_api::{past, questions, AeoApi as AeoRuntimeApi, Dated, NotTried, Tried};
use arguments::{read, Given};
use jsonrpsee::{
	core::{RegisterMethodError, RpcResult},
	types::{
		error::{INTERNAL_ERROR_CODE, INVALID_PARAMS_CODE},
		ErrorObjectOwned,
	},
	RpcModule,
};
use serde::Serialize;
use serde_json::{json, Value};
use sp_api::{ApiError, ProvideRuntimeApi};
use sp_blockchain::HeaderBackend;
use std::{
	sync::Arc,
	time::{SystemTime, UNIX_EPOCH},
};

pub mod arguments;
#[cfg(test)]
mod openrpc;
#[cfg(test)]
mod previous_release;
#[cfg(test)]
pub mod tests;

/// The state of the block is not kept any more. (4001 is an error of Substrate's own methods.)
pub const NO_STATE_CODE: i32 = 9001;

/// This node knows no such block.
pub const UNKNOWN_BLOCK_CODE: i32 = 9002;

/// The grantor is no administration.
const UNKNOWN_GRANTOR_CODE: i32 = 9003;

/// The runtime of the block does not know the question, or not in this form.
const UNKNOWN_QUESTION_CODE: i32 = 9008;

/// The runtime of the block answers in a form that this node does not read.
const UNREADABLE_ANSWER_CODE: i32 = 9010;

/// This node answers as many lists of questions, or makes as many receipts, as it does at once.
const BUSY_CODE: i32 = 9011;

/// The bytes of a call that is to be tried are none.
const NOT_UNDERSTOOD_CODE: i32 = 9009;

/// The method that risk engines ask for each declaration.
const QUICK: &str = "aeo_evaluate";

/// The method that is asked a list of questions.
const LIST: &str = "aeo_evaluateMany";

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

/// Answers from the states that this node holds.
pub struct Aeo<Client> {
	client: Arc<Client>,
	is_syncing: Arc<dyn Fn() -> bool + Send + Sync>,
	lists: Turns,
}

impl<Client> Aeo<Client> {
	/// Answers from the states of `client`; `is_syncing` tells whether it is still catching up.
	pub fn new(client: Arc<Client>, is_syncing: Arc<dyn Fn() -> bool + Send + Sync>) -> Self {
		Self {
			client,
			is_syncing,
			lists: Turns::of(LISTS_AT_ONCE),
		}
	}

	/// The turn of a list of questions, which ends when it is dropped; other methods need none.
	fn turn(&self, method: &str) -> RpcResult<Option<Turn>> {
		if method != LIST {
			return Ok(None);
		}
		let turn = self.lists.take().ok_or_else(|| {
			busy(&format!(
				"answering {LISTS_AT_ONCE} lists of questions already"
			))
		})?;
		Ok(Some(turn))
	}
}

/// The block that was asked about.
#[derive(Clone, Copy)]
struct Asked {
	hash: Hash,
	/// Whether it was named, and is not the best one.
	is_historical: bool,
}

/// An answer that may be that there is no such argument.
trait Refusing<Argument> {
	type Answer;

	/// The answer, or why there is no such argument at a block of this number.
	fn answer(self, argument: &Argument, block: BlockNumber) -> Result<Self::Answer, NoSuch>;
}

/// Why there is no such argument.
struct NoSuch {
	code: i32,
	sentence: String,
	data: Option<Value>,
}

impl From<String> for NoSuch {
	fn from(sentence: String) -> Self {
		Self {
			code: INVALID_PARAMS_CODE,
			sentence,
			data: None,
		}
	}
}

impl<T> Refusing<Territory> for Option<T> {
	type Answer = T;

	fn answer(self, grantor: &Territory, block: BlockNumber) -> Result<T, NoSuch> {
		self.ok_or_else(|| NoSuch {
			code: UNKNOWN_GRANTOR_CODE,
			sentence: format!("{grantor} is no administration of this chain at block {block}"),
			data: None,
		})
	}
}

/// A call that is tried.
impl Refusing<Vec<u8>> for Result<Tried, NotTried> {
	type Answer = Tried;

	fn answer(self, _call: &Vec<u8>, block: BlockNumber) -> Result<Tried, NoSuch> {
		self.map_err(|why| match why {
			NotTried::UnknownAccount => NoSuch::from(format!(
				"nobody answers for the account at block {block}: calls are tried for accounts of \
				 administrations that are not in quarantine, of traders and of agencies"
			)),
			NotTried::NotUnderstood { field, why } => NoSuch {
				code: NOT_UNDERSTOOD_CODE,
				sentence: match field.as_str() {
					"" => format!(
						"these bytes are no call of the runtime: {why}; encode it with the \
						metadata of block {block}"
					),
					_ => format!(
						"{field} can't be read: {why}; encode the call with the metadata of \
						block {block}"
					),
				},
				data: Some(json!({ "field": field })),
			},
			NotTried::TooHeavy { weight, most } => NoSuch::from(format!(
				"it would take {weight} picoseconds, and a block takes {most} of one call: split it"
			)),
		})
	}
}

impl<T> Refusing<WrittenTin> for Result<T, Reason> {
	type Answer = T;

	fn answer(self, _tin: &WrittenTin, _block: BlockNumber) -> Result<T, NoSuch> {
		self.map_err(|why| why.to_string().into())
	}
}

/// A question about what there is not.
fn known<Argument, T: Refusing<Argument>>(
	name: &str,
	argument: &Argument,
	answer: Dated<T>,
) -> RpcResult<Dated<T::Answer>> {
	let Dated {
		block,
		time,
		answer,
	} = answer;
	let answer = answer.answer(argument, block).map_err(|why| {
		let sentence = format!("{name}: {}", why.sentence);
		ErrorObjectOwned::owned(why.code, sentence, why.data)
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
			let sentence = format!(
				"at: this node knows no block {block}; it may be catching up, or the block may be of \
				 another chain"
			);
			ErrorObjectOwned::owned(UNKNOWN_BLOCK_CODE, sentence, None::<()>)
		};
		match at {
			None | Some(Value::Null) => Ok(best),
			Some(Value::Number(number)) => {
				let number: BlockNumber = read("at", Some(Value::Number(number)))?;
				let found = self.client.hash(number).map_err(internal)?;
				found.ok_or_else(|| unknown(number.to_string()))
			}
			Some(value) => {
				let hash: Hash = read("at", Some(value))?;
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

	fn reply<Content>(&self, asked: Asked, dated: Dated<Content>) -> RpcResult<Reply<Content>> {
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

/// What went wrong here, and is nobody's fault who asks.
pub fn internal(error: impl ToString) -> ErrorObjectOwned {
	ErrorObjectOwned::owned(INTERNAL_ERROR_CODE, error.to_string(), None::<()>)
}

/// This node does as much as it does at once: `what` it is doing.
pub fn busy(what: &str) -> ErrorObjectOwned {
	let sentence = format!("this node is {what}: ask again in a moment, or ask another node");
	ErrorObjectOwned::owned(BUSY_CODE, sentence, None::<()>)
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

/// Registers a method of these arguments, of which `at` is the last.
///
/// A blocking method is answered by a thread of its own, whose waking takes as much computing as the answer to
/// [`QUICK`]: that is given at once where it is about the present, whose runtime is compiled and needs no waiting.
fn register<Client, Content, const COUNT: usize>(
	module: &mut RpcModule<Aeo<Client>>,
	method: &'static str,
	names: [&'static str; COUNT],
	answer: fn(Given<COUNT>, &Aeo<Client>) -> RpcResult<Reply<Content>>,
) -> Result<(), RegisterMethodError>
where
	Client: Send + Sync + 'static,
	Content: Clone + Serialize + Send + 'static,
{
	if method != QUICK {
		module.register_blocking_method(method, move |params, aeo, _| {
			answer(arguments::given(&params, names)?, &aeo)
		})?;
		return Ok(());
	}
	module.register_async_method(method, move |params, aeo, _| async move {
		let given = arguments::given(&params, names)?;
		let is_about_the_present = given
			.last()
			.is_none_or(|at| at.as_ref().is_none_or(Value::is_null));
		if is_about_the_present {
			return answer(given, &aeo);
		}
		tokio::task::spawn_blocking(move || answer(given, &aeo))
			.await
			.map_err(internal)?
	})?;
	Ok(())
}

/// Writes the methods, one for each row of the table.
macro_rules! methods {
	($(
		$(#[doc = $doc:literal])*
		$method:literal $name:ident($($argument:ident: $kind:ty),* $(,)?) -> $answer:ty
		$(, refuses $refused:ident)?
		$(, pages of $size:ident)?
		$(, before $version:literal $before:ident -> $old:ty)*
		$(, until $since:literal by $other:ident)?
		;
	)*) => {
		impl<Client> Aeo<Client>
		where
			Client: ProvideRuntimeApi<Block> + HeaderBackend<Block> + 'static,
			Client::Api: AeoRuntimeApi<Block, AccountId, Decision>,
		{
			/// The methods.
			///
			/// # Errors
			///
			/// Two methods have the same name.
			pub fn into_rpc(self) -> Result<RpcModule<Self>, RegisterMethodError> {
				let mut module = RpcModule::new(self);
				$(
					let names = [$(stringify!($argument),)* "at"];
					register(&mut module, $method, names, |given, aeo: &Self| {
						let [$($argument,)* at] = given;
						$(let $argument = arguments::$argument($argument)?;)*
						let _turn = aeo.turn($method)?;
						$(let refused = Clone::clone(&$refused);)?
						let (asked, answer) =
							aeo.ask(at, |api, hash| past::$name(api, hash, $($argument),*))?;
						$(let answer = known(stringify!($refused), &refused, answer)?;)?
						aeo.reply(asked, answer)
					})?;
				)*
				Ok(module)
			}
		}
	};
}

questions!(methods);
