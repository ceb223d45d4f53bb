//! The feed over JSON-RPC: `aeo_changes`, to ask for what has happened since, and
//! `aeo_subscribeChanges`, to hear of it.
//!
//! Arguments are read by hand, as those of the questions are.

use super::aeo::arguments::{self, form, read, refusal};
use crate::feed::{
	cursor::Cursor,
	entry::{Entry, Kind, Origin, Resync},
	Ask, Feed, Finality, Line, Named, Op, Page, Refused, Since,
};
use jsonrpsee::{
	core::{server::ConnectionId, RegisterMethodError, RpcResult},
	types::{error::METHOD_NOT_FOUND_CODE, ErrorObjectOwned, Params},
	PendingSubscriptionSink, RpcModule, SendTimeoutError, SubscriptionCloseResponse,
	SubscriptionMessage, SubscriptionSink,
};
use serde_json::{json, Map, Value};
use std::{
	collections::BTreeMap,
	sync::{Arc, Mutex, PoisonError},
	time::Duration,
};
use tokio::sync::watch;

/// The feed begins later.
pub const FEED_BEGINS_CODE: i32 = 9004;
/// The cursor is of no chain that this node knows.
pub const CURSOR_FOREIGN_CODE: i32 = 9005;
/// More is asked for, or held open, than is allowed.
pub const TOO_MANY_CODE: i32 = 9006;
/// This node is behind the cursor.
pub const STALE_CODE: i32 = 9007;

/// The most feeds that one connection holds open.
pub const FEEDS: u32 = 16;

/// A feed in which nothing happens says so this often.
pub const HEARTBEAT: Duration = Duration::from_secs(10);

/// The names of the arguments.
pub const ARGUMENTS: [&str; 7] = [
	"grantor", "cursor", "since", "until", "kinds", "finality", "limit",
];

/// The feed, and who holds it open.
pub struct Changes {
	feed: Option<Arc<Feed>>,
	open: Mutex<BTreeMap<usize, u32>>,
}

/// What is asked, and from where on.
struct Asked {
	ask: Ask,
	from: Cursor,
}

/// An argument that is an object may hold the others.
fn given(params: &Params) -> RpcResult<[Option<Value>; ARGUMENTS.len()]> {
	let mut values = arguments::given(params, ARGUMENTS)?;
	if let [_, Some(Value::Object(_)), None, None, None, None, None] = &values {
		if let Some(Value::Object(mut options)) = values[1].take() {
			for (name, value) in ARGUMENTS.iter().zip(&mut values).skip(1) {
				*value = options.remove(*name);
			}
			if let Some(name) = options.keys().next() {
				let names = ARGUMENTS.join(", ");
				return Err(refusal(format!(
					"{name:?} is none of the arguments: they are {names}"
				)));
			}
		}
	}
	Ok(values)
}

fn kinds(value: Option<Value>) -> RpcResult<Vec<Kind>> {
	let Some(value) = value.filter(|value| !value.is_null()) else {
		return Ok(Vec::new());
	};
	let names: Vec<String> = read("kinds", Some(value))?;
	let kind = |name: &String| {
		Kind::ALL
			.into_iter()
			.find(|kind| kind.name() == name)
			.ok_or_else(|| refusal(format!("kinds: {name:?} is none; write {}", form("kinds"))))
	};
	names.iter().map(kind).collect()
}

fn finality(value: Option<Value>) -> RpcResult<Finality> {
	match value {
		None | Some(Value::Null) => Ok(Finality::Safe),
		Some(value) => match value.as_str() {
			Some("final") => Ok(Finality::Final),
			Some("best") => Ok(Finality::Best),
			Some("safe") => Ok(Finality::Safe),
			_ => Err(refusal(format!(
				"finality: {value} is none; write {}",
				form("finality")
			))),
		},
	}
}

fn cursor(value: Option<Value>) -> RpcResult<Option<Cursor>> {
	let Some(value) = value.filter(|value| !value.is_null()) else {
		return Ok(None);
	};
	let text: String = read("cursor", Some(value))?;
	text.parse()
		.map(Some)
		.map_err(|why| refusal(format!("cursor {text:?}: {why}")))
}

/// A block's number, or `{"time": milliseconds}`.
fn since(value: Option<Value>) -> RpcResult<Option<Since>> {
	match value {
		None | Some(Value::Null) => Ok(None),
		Some(Value::Object(mut fields)) => {
			read("since", fields.remove("time")).map(|time| Some(Since::Time(time)))
		}
		value => read("since", value).map(|number| Some(Since::Block(number))),
	}
}

fn until(value: Option<Value>) -> RpcResult<Option<u32>> {
	value
		.filter(|value| !value.is_null())
		.map(|value| read("until", Some(value)))
		.transpose()
}

fn told(refused: Refused) -> ErrorObjectOwned {
	let error = |code, sentence: String, data| ErrorObjectOwned::owned(code, sentence, data);
	match refused {
		Refused::Begins(block) => error(
			FEED_BEGINS_CODE,
			format!(
				"the feed of this node begins with block {block}: read aeo_list, and go on from there, or \
				 ask a node that keeps more"
			),
			Some(json!({ "block": block })),
		),
		Refused::Foreign => error(
			CURSOR_FOREIGN_CODE,
			"cursor: this node knows no such block: it is of another chain, or was lost long ago; read \
			 aeo_list, and go on from its block"
				.into(),
			None,
		),
		Refused::Behind => error(
			STALE_CODE,
			"cursor: this node is behind it: ask again in a moment, or ask another node".into(),
			None,
		),
		Refused::Unsettled => refusal(
			"cursor: its block is not final here, and it does not say up to where what is final was read: \
			 write the cursor that an answer gave, not the id of an early entry, or ask again when the \
			 block is final",
		),
		Refused::Index(why) => super::aeo::internal(why),
	}
}

impl Changes {
	/// The methods on a feed; none is kept by a node that validates, unless it is asked to.
	pub fn new(feed: Option<Arc<Feed>>) -> Self {
		Self {
			feed,
			open: Mutex::default(),
		}
	}

	fn feed(&self) -> RpcResult<&Arc<Feed>> {
		self.feed.as_ref().ok_or_else(|| {
			let sentence =
				"this node keeps no feed, since it validates: ask another one, or start it \
				with --feed";
			ErrorObjectOwned::owned(METHOD_NOT_FOUND_CODE, sentence, None::<()>)
		})
	}

	fn asked(&self, params: &Params) -> RpcResult<Asked> {
		let [grantor, from, begin, end, only, counts, limit] = given(params)?;
		let finality = finality(counts)?;
		let ask = Ask {
			grantor: arguments::grantor(grantor)?,
			kinds: kinds(only)?,
			finality,
			limit: usize::try_from(arguments::limit(limit)?).unwrap_or(usize::MAX),
			until: until(end)?,
		};
		let feed = self.feed()?;
		let from = match (cursor(from)?, since(begin)?) {
			(Some(_), Some(_)) => {
				return Err(refusal("write cursor or since, not both"));
			}
			(Some(cursor), None) => cursor,
			(None, Some(since)) => feed.before(since).map_err(told)?,
			(None, None) => feed.end(finality).map_err(told)?,
		};
		Ok(Asked { ask, from })
	}

	fn changes(&self, params: &Params) -> RpcResult<Value> {
		let Asked { ask, from } = self.asked(params)?;
		let page = self.feed()?.page(&ask, from).map_err(told)?;
		Ok(answer(&page, &ask))
	}

	/// Counts a feed that a connection opens.
	fn count(&self, connection: ConnectionId) -> RpcResult<()> {
		let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
		let count = open.entry(connection.0).or_default();
		if *count >= FEEDS {
			let sentence = format!(
				"limit: a connection holds {FEEDS} feeds open; close one, or open another connection"
			);
			let data = Some(json!({ "limit": FEEDS }));
			return Err(ErrorObjectOwned::owned(TOO_MANY_CODE, sentence, data));
		}
		*count = count.saturating_add(1);
		Ok(())
	}

	fn forget(&self, connection: ConnectionId) {
		let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
		if let Some(count) = open.get_mut(&connection.0) {
			*count = count.saturating_sub(1);
			if *count == 0 {
				open.remove(&connection.0);
			}
		}
	}

	async fn subscribe(
		self: Arc<Self>,
		params: Params<'static>,
		pending: PendingSubscriptionSink,
	) -> SubscriptionCloseResponse {
		let connection = pending.connection_id();
		let changes = self.clone();
		let asked = apart(move || changes.asked(&params))
			.await
			.and_then(|asked| self.count(connection).map(|()| asked));
		let asked = match asked {
			Ok(asked) => asked,
			Err(error) => {
				pending.reject(error).await;
				return SubscriptionCloseResponse::None;
			}
		};
		let served = match (self.feed(), pending.accept().await) {
			(Ok(feed), Ok(sink)) => serve(feed, asked, sink).await,
			_ => Ok(()),
		};
		self.forget(connection);
		match served.map_err(|error| SubscriptionMessage::from_json(&error)) {
			Err(Ok(message)) => SubscriptionCloseResponse::NotifErr(message),
			_ => SubscriptionCloseResponse::None,
		}
	}

	/// The methods.
	///
	/// # Errors
	///
	/// Two methods have the same name.
	pub fn into_rpc(self) -> Result<RpcModule<Self>, RegisterMethodError> {
		let mut module = RpcModule::new(self);
		module.register_blocking_method("aeo_changes", |params, changes, _| {
			changes.changes(&params)
		})?;
		module.register_subscription(
			"aeo_subscribeChanges",
			"aeo_change",
			"aeo_unsubscribeChanges",
			|params, pending, changes, _| async move { changes.subscribe(params, pending).await },
		)?;
		Ok(module)
	}
}

/// Does what reads the disk where it holds nobody up.
async fn apart<T: Send + 'static>(
	work: impl FnOnce() -> RpcResult<T> + Send + 'static,
) -> RpcResult<T> {
	tokio::task::spawn_blocking(work)
		.await
		.map_err(super::aeo::internal)?
}

/// Sends what happens, a batch for each block that tells something, until the reader goes.
///
/// # Errors
///
/// The feed can't go on from where it is, or the reader is too slow.
async fn serve(feed: &Arc<Feed>, asked: Asked, sink: SubscriptionSink) -> RpcResult<()> {
	let Asked { ask, mut from } = asked;
	let mut moves = feed.moves();
	let mut heartbeat = tokio::time::interval(HEARTBEAT);
	// The first one comes at once: it says from where the feed goes on.
	loop {
		let is_due = tokio::select! {
			() = sink.closed() => return Ok(()),
			moved = moved(&mut moves) => {
				if !moved {
					return Ok(());
				}
				false
			}
			_ = heartbeat.tick() => true,
		};
		loop {
			let (feed, asked) = (feed.clone(), ask.clone());
			let page = apart(move || feed.page(&asked, from).map_err(told)).await?;
			from = page.cursor;
			let is_empty = page.lines.is_empty();
			if !is_empty {
				heartbeat.reset();
			}
			if !is_empty || is_due {
				let message = SubscriptionMessage::from_json(&answer(&page, &ask))
					.map_err(super::aeo::internal)?;
				match sink.send_timeout(message, HEARTBEAT).await {
					Ok(()) => {}
					Err(SendTimeoutError::Closed(_)) => return Ok(()),
					Err(SendTimeoutError::Timeout(_)) => return Err(too_slow()),
				}
			}
			if !page.more {
				break;
			}
		}
	}
}

/// Who doesn't read is cut off, and goes on with its cursor.
fn too_slow() -> ErrorObjectOwned {
	let sentence = format!(
		"nobody read for {} seconds what this feed sent, so it is closed: subscribe again, with the cursor of \
		 the last batch that was read",
		HEARTBEAT.as_secs()
	);
	ErrorObjectOwned::owned(TOO_MANY_CODE, sentence, None::<()>)
}

async fn moved(moves: &mut watch::Receiver<u64>) -> bool {
	moves.changed().await.is_ok()
}

fn block(named: Named) -> Value {
	json!({ "number": named.number, "hash": named.hash })
}

/// A page, as a grantor reads it.
fn answer(page: &Page, ask: &Ask) -> Value {
	let entries: Vec<_> = page.lines.iter().map(|line| entry(line, ask)).collect();
	json!({
		"entries": entries,
		"cursor": page.cursor.to_string(),
		"more": page.more,
		"head": { "best": block(page.best), "final": block(page.last_final) },
	})
}

fn entry(line: &Line, ask: &Ask) -> Value {
	let grantor = ask.grantor;
	let mut fields = Map::new();
	let mut resync = Some(Resync::All);
	if let Some(entry) = &line.entry {
		fields = matter(&entry.change.matter);
		fields.insert("kind".into(), entry.kind().name().into());
		fields.insert("effect".into(), entry.effect(grantor).name().into());
		// Who has not read all that is before it acknowledges nothing with it.
		let has_all = ask.kinds.is_empty() && !line.early && line.op == Op::Put;
		let through = entry
			.change
			.through
			.filter(|through| has_all && through.issuer != grantor);
		let ack = through
			.map(|through| json!({ "changes": through.changes, "ordinals": through.ordinals }));
		fields.insert("ack".into(), ack.unwrap_or_default());
		resync = entry.resync(grantor);
	}
	let is_due = |entry: &Entry| entry.origin == Origin::Due;
	let op = match line.op {
		Op::Put if line.entry.as_ref().is_some_and(is_due) => "due",
		Op::Put => "put",
		Op::Retract => "retract",
		Op::Resync => "resync",
	};
	let resync = resync.map(|resync| match resync {
		Resync::Of(issuer) => json!({ "issuer": issuer }),
		Resync::All => json!({ "issuer": null }),
	});
	let benefits = serde_json::to_value(&line.benefits).unwrap_or_default();
	fields.insert("id".into(), line.at.to_string().into());
	fields.insert("op".into(), op.into());
	fields.insert("benefits".into(), benefits);
	fields.insert("resync".into(), resync.unwrap_or_default());
	fields.insert("early".into(), line.early.into());
	fields.insert(
		"block".into(),
		json!({
			"number": line.at.number,
			"hash": line.hash,
			"time": line.time,
			"final": line.is_final,
		}),
	);
	Value::Object(fields)
}

/// The fields of a matter; those of its certificate among them.
fn matter(matter: &aeo_runtime_api::Matter) -> Map<String, Value> {
	let value = serde_json::to_value(matter).unwrap_or_default();
	let Value::Object(variant) = value else {
		return Map::new();
	};
	let Some(Value::Object(mut fields)) = variant.into_iter().map(|(_, fields)| fields).next()
	else {
		return Map::new();
	};
	// What others get is none of the reader's, and what it gets is `benefits`.
	fields.remove("given");
	if let Some(Value::Object(certificate)) = fields.remove("certificate") {
		for (name, value) in certificate {
			let name = match name.as_str() {
				"certificate_type" => "type".into(),
				"state" => "after".into(),
				_ => name,
			};
			fields.insert(name, value);
		}
	}
	fields
}

#[cfg(test)]
pub mod tests;
