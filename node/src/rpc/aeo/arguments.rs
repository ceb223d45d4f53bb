//! What is asked, read by hand: a bad argument is refused with a sentence.
//!
//! An argument's name says what it is, whatever the question. There is a function for each name, and
//! the table of questions ([`aeo_runtime_api::questions!`]) calls it.

use crate::rpc::feed::TOO_MANY_CODE;
use aeo_primitives::{
	AgreementId, CertificateNumber, Direction, Identifier, Moment, Role, Territory, WrittenTin,
};
use aeo_runtime::{AccountId, Hash};
use aeo_runtime_api::{ListPlace, Question, Questions, ToldThrough, MAX_QUESTIONS, MAX_ROWS};
use jsonrpsee::{
	core::RpcResult,
	types::{error::INVALID_PARAMS_CODE, ErrorObjectOwned, Params},
};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use sp_core::Bytes;
use std::str::FromStr;

/// How an argument is written.
pub fn form(name: &str) -> &'static str {
	match name {
		"account" => "its address, or its public key in hex",
		"administration" | "grantor" | "issuer" | "reader" => "its territory, such as \"MX\"",
		"agreement" => "the agreement's number, such as 7",
		"after" => {
			"what the page before gives as next, such as {\"issuer\": \"MX\", \"ordinal\": 500}, or null \
			 for the first page"
		}
		"at" => "a block's number or hash",
		"call" => "the call as the metadata of the block encodes it, in hex, such as \"0x2a00…\"",
		"cursor" => "what an answer gave as cursor, or the id of an entry, such as \"f1.81234.9c2f41aa.3\"",
		"declaration" => "the commitment to its reference, 32 bytes in hex",
		"direction" => "\"Import\" or \"Export\"",
		"finality" => "\"safe\", \"final\" or \"best\"",
		"from" => {
			"what the page before gives as next, such as {\"issuer\": \"MX\", \"changes\": 50, \
			 \"ordinals\": 0}, or null for the first page"
		}
		"identifier" => {
			"a TIN as text, {\"Certificate\": {\"issuer\": \"MX\", \"number\": \"…\"}} or \
			 {\"Alias\": {\"scheme\": \"Code\", \"value\": \"…\"}}"
		}
		"kinds" => {
			"a list of some of \"certificate\", \"consent\", \"recognition\", \"leg\", \"issuer\", \
			 \"trader\", \"alias\", \"offer\", \"incident\", \"upgrade\", or null for all"
		}
		"limit" => "a number from 1 to 500",
		"moment" => "milliseconds since 1970 UTC",
		"number" => "the certificate's number as text",
		"page" => "0 for the first, 1 for the next",
		"question" => {
			"{\"certificate\": {\"issuer\": \"MX\", \"number\": \"…\"}} or {\"evaluate\": {\"grantor\": \"CR\", \
			 \"identifier\": …, \"role\": …, \"direction\": …}}"
		}
		"questions" => "a list of {\"identifier\": …, \"role\": …, \"direction\": …}",
		"role" => "its code or name, such as \"EX\" or \"Exporter\"",
		"set" => "the number of a set of validators, 0 for the first",
		"since" => "the number of the first block, or {\"time\": milliseconds since 1970 UTC}",
		"until" => "the number of the last block",
		"tin" => "territory and number, such as \"MXNWM9709244W4\"",
		_ => "it as JSON",
	}
}

/// Arguments as they were given, none where one was left out.
pub type Given<const COUNT: usize> = [Option<Value>; COUNT];

/// Returns the arguments with these names, which were given by name or in this order.
pub fn given<const COUNT: usize>(params: &Params, names: [&str; COUNT]) -> RpcResult<Given<COUNT>> {
	if params.is_object() {
		let mut given: Map<String, Value> = params.parse()?;
		return Ok(names.map(|name| given.remove(name)));
	}
	let mut given = params.sequence();
	let mut values = [const { None }; COUNT];
	for value in &mut values {
		*value = given.optional_next()?;
	}
	Ok(values)
}

/// Refuses what was asked, with a sentence.
pub fn refusal(sentence: impl Into<String>) -> ErrorObjectOwned {
	ErrorObjectOwned::owned(INVALID_PARAMS_CODE, sentence, None::<()>)
}

/// Reads an argument that may be left out.
fn read_if_given<T: DeserializeOwned>(name: &str, value: Option<Value>) -> RpcResult<Option<T>> {
	let value = value.filter(|value| !value.is_null());
	value.map(|value| read(name, Some(value))).transpose()
}

/// Reads an argument that must be there.
pub fn read<T: DeserializeOwned>(name: &str, value: Option<Value>) -> RpcResult<T> {
	let form = form(name);
	let value = value
		.filter(|value| !value.is_null())
		.ok_or_else(|| refusal(format!("{name} is missing: write {form}")))?;
	serde_json::from_value(value).map_err(|error| refusal(format!("{name}: {error}; write {form}")))
}

/// Reads an argument that is a text with a meaning.
fn parse<T>(name: &str, value: Option<Value>) -> RpcResult<T>
where
	T: FromStr,
	T::Err: ToString,
{
	let text: String = read(name, value)?;
	text.parse()
		.map_err(|error: T::Err| refusal(format!("{name} {text:?}: {}", error.to_string())))
}

pub fn account(value: Option<Value>) -> RpcResult<AccountId> {
	let text: String = read("account", value)?;
	let form = form("account");
	AccountId::from_str(&text)
		.map_err(|error| refusal(format!("account {text:?}: {error}; write {form}")))
}

pub fn administration(value: Option<Value>) -> RpcResult<Territory> {
	parse("administration", value)
}

pub fn after(value: Option<Value>) -> RpcResult<Option<ListPlace>> {
	read_if_given("after", value)
}

pub fn agreement(value: Option<Value>) -> RpcResult<AgreementId> {
	read("agreement", value)
}

pub fn call(value: Option<Value>) -> RpcResult<Vec<u8>> {
	read("call", value).map(|Bytes(bytes)| bytes)
}

pub fn declaration(value: Option<Value>) -> RpcResult<Hash> {
	read("declaration", value)
}

pub fn direction(value: Option<Value>) -> RpcResult<Direction> {
	read("direction", value)
}

pub fn from(value: Option<Value>) -> RpcResult<Option<ToldThrough>> {
	read_if_given("from", value)
}

pub fn grantor(value: Option<Value>) -> RpcResult<Territory> {
	parse("grantor", value)
}

pub fn identifier(value: Option<Value>) -> RpcResult<Identifier> {
	match value {
		value @ Some(Value::String(_)) => tin(value).map(Identifier::Tin),
		value => read("identifier", value),
	}
}

pub fn issuer<T: Issuer>(value: Option<Value>) -> RpcResult<T> {
	T::read(value)
}

/// An issuer, which some questions need and others may go without.
pub trait Issuer: Sized {
	fn read(value: Option<Value>) -> RpcResult<Self>;
}

impl Issuer for Territory {
	fn read(value: Option<Value>) -> RpcResult<Self> {
		parse("issuer", value)
	}
}

impl Issuer for Option<Territory> {
	fn read(value: Option<Value>) -> RpcResult<Self> {
		let value = value.filter(|value| !value.is_null());
		value.map(|value| parse("issuer", Some(value))).transpose()
	}
}

/// How many rows or entries; the most where nothing is said.
pub fn limit(value: Option<Value>) -> RpcResult<u32> {
	match read_if_given("limit", value)? {
		None => Ok(MAX_ROWS),
		Some(0) => Err(refusal(format!(
			"limit: 0 are none; write {}",
			form("limit")
		))),
		Some(limit) if limit > MAX_ROWS => Err(ErrorObjectOwned::owned(
			TOO_MANY_CODE,
			format!("limit: {limit} are too many: ask for {MAX_ROWS} at a time"),
			Some(serde_json::json!({ "limit": MAX_ROWS })),
		)),
		Some(limit) => Ok(limit),
	}
}

pub fn moment(value: Option<Value>) -> RpcResult<Moment> {
	read("moment", value)
}

pub fn number(value: Option<Value>) -> RpcResult<CertificateNumber> {
	parse("number", value)
}

pub fn page(value: Option<Value>) -> RpcResult<u32> {
	read_if_given("page", value).map(Option::unwrap_or_default)
}

/// Reads questions, counted from 0, and not too many.
pub fn questions(value: Option<Value>) -> RpcResult<Questions> {
	let values: Vec<Value> = read("questions", value)?;
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

/// Reads one of many questions, and says which one is wrong.
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

pub fn reader(value: Option<Value>) -> RpcResult<Territory> {
	parse("reader", value)
}

pub fn role(value: Option<Value>) -> RpcResult<Role> {
	parse("role", value)
}

pub fn tin(value: Option<Value>) -> RpcResult<WrittenTin> {
	parse("tin", value)
}
