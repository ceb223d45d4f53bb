//! The routes: from a request to a question, and from the node's answer to the one that is given.

use super::{
	answers::{Answers, Reply},
	keys::{Client, Keys, Right},
	lists::{self, Lists},
	metrics::Metrics,
	node::{Block, Link, Present},
	openapi,
	problem::{self, Kind, Problem},
	reading::{self, Parameters},
	serve::Peer,
	stream,
};
use axum::{
	body::Body,
	extract::{rejection::PathRejection, MatchedPath, Path, Request, State},
	http::{header, HeaderMap, HeaderValue, Uri},
	middleware::{from_fn_with_state, Next},
	response::{IntoResponse, Response},
	routing::{get, post, MethodRouter},
	Extension, Router,
};
use primitive_types::H256;
use serde::Serialize;
use serde_json::{json, value::RawValue, Value};
use std::{
	sync::Arc,
	time::{Duration, Instant},
};
use tokio::{sync::watch, time::timeout};

/// How long an answer may take; a whole list takes longer.
const LIMIT: Duration = Duration::from_secs(30);
const LIST_LIMIT: Duration = Duration::from_secs(600);

/// What all answers are made with.
pub struct App {
	/// The node.
	pub link: Link,
	/// Answers about recognition.
	pub answers: Answers,
	/// Who may ask.
	pub keys: Keys,
	/// What is counted.
	pub metrics: Arc<Metrics>,
	/// How long a client may take for a body.
	pub patience: Duration,
	/// Where lists are read that no node gives as they leave.
	pub lists: Lists,
	/// Whether the program ends.
	pub closing: watch::Receiver<bool>,
}

/// What a handler of any route gets and gives.
pub(super) type Answered = Result<Response, Problem>;
pub(super) type Parts<T> = Result<Path<T>, PathRejection>;

/// A route: its path, the right that it takes, and what answers.
type Route = (&'static str, Option<Right>, MethodRouter<Arc<App>>);

/// All routes.
fn routes() -> [Route; 10] {
	[
		("/v1/evaluations", Some(Right::Evaluate), post(evaluations)),
		(
			"/v1/certificates/{issuer}/{number}",
			Some(Right::Certificates),
			get(certificate),
		),
		(
			"/v1/certificates/{issuer}/{number}/history",
			Some(Right::Certificates),
			get(history),
		),
		("/v1/traders/{tin}", Some(Right::Certificates), get(trader)),
		("/v1/lists/{issuer}", Some(Right::Lists), get(lists::list)),
		("/v1/changes", Some(Right::Changes), get(changes)),
		("/v1/changes/stream", Some(Right::Changes), get(follow)),
		("/v1/openapi.json", None, get(document)),
		("/readyz", None, get(ready)),
		("/metrics", Some(Right::Metrics), get(metrics)),
	]
}

/// Returns what answers all requests.
pub fn router(app: &Arc<App>) -> Router {
	let all = routes().into_iter();
	let router = all.fold(Router::new(), |router, (path, right, answer)| {
		let answer = match right {
			None => answer,
			Some(right) => answer.route_layer(from_fn_with_state((app.clone(), right), admit)),
		};
		router.route(path, answer)
	});
	router
		.fallback(|| async { Problem::new(Kind::NoSuchPath) })
		.method_not_allowed_fallback(|| async { Problem::new(Kind::NoSuchMethod) })
		.layer(from_fn_with_state(app.clone(), speak))
		.with_state(app.clone())
}

/// Lets those in who may ask.
async fn admit(
	State((app, right)): State<(Arc<App>, Right)>,
	Extension(Peer(certificate)): Extension<Peer>,
	mut request: Request,
	next: Next,
) -> Answered {
	let headers = request.headers();
	let client = match bearer(headers) {
		Some(key) => app.keys.of_bearer(key),
		None => certificate.and_then(|hash| app.keys.of_certificate(&hash)),
	};
	let client = client.ok_or_else(|| Problem::new(Kind::NoKey))?.clone();
	let mut response = match ensure_may(&client, right, request.uri()) {
		Ok(()) => {
			request.extensions_mut().insert(client.clone());
			next.run(request).await
		}
		Err(problem) => problem.into_response(),
	};
	// What is refused is counted under the key, too.
	response.extensions_mut().insert(client);
	Ok(response)
}

/// Refuses what a client may not ask, or not yet.
fn ensure_may(client: &Client, right: Right, uri: &Uri) -> Result<(), Problem> {
	if !client.may(right) {
		return Err(Problem::with(Kind::NoRight, "right", right.name()));
	}
	let meant = Parameters::of(uri).grantor()?;
	if meant.is_some_and(|meant| meant != client.grantor) {
		return Err(Problem::with(Kind::OtherGrantor, "grantor", client.grantor));
	}
	client
		.pay_one()
		.map_err(|wait| Problem::new(Kind::TooFast).after(wait))
}

/// Returns the key that is sent.
fn bearer(headers: &HeaderMap) -> Option<&str> {
	let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
	let (scheme, key) = value.split_once(' ')?;
	scheme.eq_ignore_ascii_case("bearer").then(|| key.trim())
}

/// Says what is wrong in the language of who asks, in time, and counts.
async fn speak(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
	let began = Instant::now();
	let language = problem::language(request.headers());
	let route = request
		.extensions()
		.get::<MatchedPath>()
		.map_or_else(|| "none".to_owned(), |path| path.as_str().to_owned());
	let limit = if route.starts_with("/v1/lists") {
		LIST_LIMIT
	} else {
		LIMIT
	};
	let mut response = match timeout(limit, next.run(request)).await {
		Ok(response) => response,
		Err(_) => Problem::new(Kind::TooLong).response(language),
	};
	let client = response.extensions_mut().remove::<Arc<Client>>();
	if let Some(problem) = response.extensions_mut().remove::<Problem>() {
		let said = problem.response(language);
		// What was said besides stays, such as which methods there are.
		let besides = response.headers().get(header::ALLOW).cloned();
		response = said;
		if let Some(allow) = besides {
			response.headers_mut().insert(header::ALLOW, allow);
		}
	}
	let headers = response.headers_mut();
	for (name, value) in [
		(header::CACHE_CONTROL, "no-store"),
		(header::VARY, "accept-language, authorization"),
		(header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
	] {
		headers.insert(name, HeaderValue::from_static(value));
	}
	let status = response.status().as_u16();
	let key = client.as_ref().map_or("", |client| &client.name);
	app.metrics.request(&route, status, key, began.elapsed());
	response
}

/// A block, as an answer names it.
#[derive(Serialize)]
pub(super) struct Of {
	/// Its number.
	pub(super) number: u32,
	hash: H256,
	time: u64,
	#[serde(rename = "final")]
	is_final: bool,
}

impl Of {
	const fn new(block: Block, is_final: bool) -> Self {
		Self {
			number: block.number,
			hash: block.hash,
			time: block.time,
			is_final,
		}
	}

	const fn present(present: &Present) -> Self {
		Self::new(present.best, present.is_final())
	}

	pub(super) const fn reply<Content>(reply: &Reply<Content>) -> Self {
		Self::new(reply.block(), reply.finalised)
	}
}

pub(super) fn answer(kind: &'static str, body: impl Into<Body>) -> Response {
	let mut response = Response::new(body.into());
	let kind = HeaderValue::from_static(kind);
	response.headers_mut().insert(header::CONTENT_TYPE, kind);
	response
}

pub(super) fn in_json(value: &impl Serialize) -> Answered {
	let text = serde_json::to_string(value).map_err(|_| Problem::new(Kind::Failed))?;
	Ok(answer("application/json", text))
}

pub(super) fn parts<T>(parts: Parts<T>) -> Result<T, Problem> {
	let Path(parts) = parts.map_err(|_| Problem::new(Kind::NoSuchPath))?;
	Ok(parts)
}

/// Answers to questions, all of one block.
#[derive(Serialize)]
struct Evaluations<'a> {
	block: Of,
	answers: Vec<&'a RawValue>,
}

async fn evaluations(
	State(app): State<Arc<App>>,
	Extension(client): Extension<Arc<Client>>,
	request: Request,
) -> Answered {
	let mut parameters = Parameters::of(request.uri());
	let at = parameters.at()?;
	parameters.end()?;
	let body = timeout(app.patience, reading::body(request.into_body())).await;
	let body = body.map_err(|_| Problem::new(Kind::TooSlow))??;
	let questions = reading::questions(&body)?;
	let more = questions.len().saturating_sub(1);
	client
		.pay_more(more)
		.map_err(|wait| Problem::new(Kind::TooFast).after(wait))?;
	if let Some(at) = at {
		let arguments = |_: &Present| {
			let grantor = json!(client.grantor);
			(
				"aeo_evaluateMany",
				vec![grantor, json!(questions), at.clone()],
			)
		};
		let (_, reply): (_, Reply<Vec<Box<RawValue>>>) = app.link.ask(arguments).await?;
		app.metrics.questions(questions.len(), 0);
		let answers = reply.answer.iter().map(|answer| &**answer).collect();
		let block = Of::reply(&reply);
		return in_json(&Evaluations { block, answers });
	}
	let asked = app.answers.of(&app.link, client.grantor, &questions).await;
	let (present, answers, known) = asked?;
	app.metrics.questions(questions.len(), known);
	in_json(&Evaluations {
		block: Of::present(&present),
		answers: answers.iter().map(|answer| &**answer).collect(),
	})
}

/// Asks one of the questions about a block: the one that is named, or the present one.
pub(super) async fn ask<T: serde::de::DeserializeOwned>(
	app: &App,
	method: &'static str,
	arguments: &[Value],
	at: Option<&Value>,
) -> Result<Reply<T>, Problem> {
	let question = |present: &Present| {
		let mut all = arguments.to_vec();
		all.push(at.cloned().unwrap_or_else(|| json!(present.best.hash)));
		(method, all)
	};
	let (_, reply) = app.link.ask(question).await?;
	Ok(reply)
}

async fn certificate(
	State(app): State<Arc<App>>,
	path: Parts<(String, String)>,
	uri: Uri,
) -> Answered {
	let (issuer, number) = parts(path)?;
	let arguments = [
		json!(reading::issuer(&issuer)?),
		json!(reading::number(&number)?),
	];
	let mut parameters = Parameters::of(&uri);
	let at = parameters.at()?;
	parameters.end()?;
	let reply: Reply<Option<Box<RawValue>>> =
		ask(&app, "aeo_certificate", &arguments, at.as_ref()).await?;
	if reply.answer.is_none() {
		return Err(Problem::new(Kind::NoCertificate));
	}
	in_json(&json!({"block": Of::reply(&reply), "certificate": reply.answer}))
}

async fn history(State(app): State<Arc<App>>, path: Parts<(String, String)>, uri: Uri) -> Answered {
	let (issuer, number) = parts(path)?;
	let certificate = [
		json!(reading::issuer(&issuer)?),
		json!(reading::number(&number)?),
	];
	let mut parameters = Parameters::of(&uri);
	let (at, page) = (parameters.at()?, parameters.page()?);
	parameters.end()?;
	let [issuer, number] = certificate.clone();
	let arguments = [issuer, number, json!(page)];
	let reply: Reply<Vec<Box<RawValue>>> =
		ask(&app, "aeo_history", &arguments, at.as_ref()).await?;
	if reply.answer.is_empty() {
		let at = json!(reply.block().hash);
		let there: Reply<Option<Box<RawValue>>> =
			ask(&app, "aeo_certificate", &certificate, Some(&at)).await?;
		if there.answer.is_none() {
			return Err(Problem::new(Kind::NoCertificate));
		}
	}
	in_json(&json!({"block": Of::reply(&reply), "page": page, "periods": reply.answer}))
}

async fn trader(State(app): State<Arc<App>>, path: Parts<String>, uri: Uri) -> Answered {
	let arguments = [json!(reading::tin(&parts(path)?)?.to_string())];
	let mut parameters = Parameters::of(&uri);
	let at = parameters.at()?;
	parameters.end()?;
	let check: Reply<Box<RawValue>> = ask(&app, "aeo_tinCheck", &arguments, at.as_ref()).await?;
	let at = json!(check.block().hash);
	let reply: Reply<Vec<Box<RawValue>>> =
		ask(&app, "aeo_certificatesOf", &arguments, Some(&at)).await?;
	in_json(&json!({
		"block": Of::reply(&reply), "trader": check.answer, "certificates": reply.answer,
	}))
}

async fn changes(
	State(app): State<Arc<App>>,
	Extension(client): Extension<Arc<Client>>,
	uri: Uri,
) -> Answered {
	let mut parameters = Parameters::of(&uri);
	let asked = parameters.feed(client.grantor)?;
	parameters.end()?;
	let question = |_: &Present| ("aeo_changes", asked.arguments());
	let (_, page): (_, Box<RawValue>) = app.link.ask(question).await?;
	Ok(answer("application/json", page.get().to_owned()))
}

async fn follow(
	State(app): State<Arc<App>>,
	Extension(client): Extension<Arc<Client>>,
	headers: HeaderMap,
	uri: Uri,
) -> Answered {
	let mut parameters = Parameters::of(&uri);
	let mut asked = parameters.feed(client.grantor)?;
	parameters.end()?;
	// Who comes back goes on from where it was, whatever the address says.
	let last = headers
		.get("last-event-id")
		.and_then(|last| last.to_str().ok());
	if let Some(last) = last.filter(|last| !last.is_empty()) {
		asked.cursor = Some(last.to_owned());
		asked.since = None;
	}
	// What can't be answered is refused before anything is sent.
	let question = |_: &Present| ("aeo_changes", asked.arguments());
	let (_, _): (_, Box<RawValue>) = app.link.ask(question).await?;
	let too_many = || Problem::with(Kind::TooManyStreams, "limit", super::keys::STREAMS);
	let permit = client.open_stream().ok_or_else(too_many)?;
	let language = problem::language(&headers);
	let (link, closing) = (app.link.clone(), app.closing.clone());
	Ok(stream::answer(link, asked, language, closing, permit))
}

async fn document() -> Response {
	answer("application/json", openapi::text())
}

async fn ready(State(app): State<Arc<App>>) -> Answered {
	let present = app.link.present().await?;
	in_json(&json!({"ready": true, "block": Of::present(&present)}))
}

async fn metrics(State(app): State<Arc<App>>) -> Answered {
	let kind = "application/openmetrics-text; version=1.0.0; charset=utf-8";
	Ok(answer(kind, app.metrics.text(&app.link)?))
}

#[cfg(test)]
mod tests {
	use super::*;
	use std::collections::BTreeSet;

	#[test]
	fn the_document_should_have_every_route() {
		let document: Value = serde_json::from_str(openapi::text()).expect("JSON");
		let paths = document["paths"].as_object().expect("paths");
		let described: BTreeSet<_> = paths.keys().map(String::as_str).collect();
		let all = routes();
		assert_eq!(described, all.iter().map(|(path, _, _)| *path).collect());
		for (path, right, _) in &all {
			let methods = paths[*path].as_object().expect("methods");
			for operation in methods.values() {
				let is_open = operation["security"] == json!([]);
				assert_eq!(is_open, right.is_none(), "{path}");
			}
		}
	}
}
