//! `GET /v1/lists/{issuer}`: as JSON what the node gives, page by page; in the forms that others read, what
//! `aeo list export` writes.

use super::{
	answers::Reply,
	keys::Client,
	problem::{self, Kind, Problem},
	reading::{self, Parameters},
	routes::{answer, ask, in_json, parts, Answered, App, Of, Parts},
};
use crate::{
	failure::{self, Exit, Failure},
	list::export::{export, Form, Wanted},
};
use aeo_client::{Chain, Nodes};
use axum::{
	extract::State,
	http::{header, HeaderMap, HeaderName, HeaderValue, Uri},
	Extension,
};
use indicatif::ProgressBar;
use serde::{Deserialize, Serialize};
use serde_json::{json, value::RawValue, Value};
use std::{sync::Arc, time::Duration};
use tokio::sync::{OnceCell, Semaphore};

/// Lists that are made at once.
const LISTS: usize = 2;

/// Most rows of a page of a list.
const ROWS: usize = 500;

/// When to ask again where no node answers.
const WAIT: Duration = Duration::from_secs(30);

/// How many certificates the form of a list had no room for.
const LEFT_OUT: HeaderName = HeaderName::from_static("aeo-left-out");

/// The final block that a list is of.
const BLOCK: HeaderName = HeaderName::from_static("aeo-block");

/// A connection for lists, made when the first one is asked for.
pub struct Lists {
	nodes: Nodes,
	chain: OnceCell<Chain>,
	turns: Semaphore,
}

impl Lists {
	/// Returns one to these nodes.
	pub fn new(nodes: Nodes) -> Self {
		Self {
			nodes,
			chain: OnceCell::new(),
			turns: Semaphore::new(LISTS),
		}
	}
}

/// A page of a list.
#[derive(Deserialize)]
struct ListPage {
	rows: Vec<Box<RawValue>>,
	next: Option<Value>,
}

/// Answers with a whole list, in the form that is asked for.
pub async fn list(
	State(app): State<Arc<App>>,
	Extension(client): Extension<Arc<Client>>,
	path: Parts<String>,
	headers: HeaderMap,
	uri: Uri,
) -> Answered {
	let issuer = reading::issuer(&parts(path)?)?;
	let mut parameters = Parameters::of(&uri);
	let form = parameters.form()?;
	parameters.end()?;
	let _turn = app.lists.turns.acquire().await;
	let Some(form) = form else {
		return list_in_json(&app, &client, json!(issuer)).await;
	};
	let wanted = Wanted {
		issuer,
		// Its own list an administration gets whole.
		grantor: Some(client.grantor).filter(|grantor| *grantor != issuer),
		since: None,
	};
	let connect = || Chain::connect(&app.lists.nodes);
	let language = problem::language(&headers);
	let failed = |failure: Failure| match failure.exit() {
		_ if failure.is(failure::Kind::NoSuchIssuer) => Problem::new(Kind::NoSuchIssuer),
		Exit::NoAnswer => Problem::new(Kind::NoNode).after(WAIT),
		Exit::Stale => Problem::new(Kind::Stale).after(WAIT),
		_ => {
			let why = problem::with_texts(language, |texts| failure.to_text(texts));
			Problem::with(Kind::NodeRefuses, "why", why)
		}
	};
	// Where all nodes are behind, a list is no more to be had than an answer.
	app.link.present().await?;
	let chain = app.lists.chain.get_or_try_init(connect).await;
	let chain = chain.map_err(|error| failed(error.into()))?;
	let is_fresh = chain.ensure_fresh().await;
	is_fresh.map_err(|error| failed(error.into()))?;
	let list = export(chain, &wanted, form, &ProgressBar::hidden()).await;
	let list = list.map_err(failed)?;
	let (kind, ending) = match form {
		Form::Csv => ("text/csv; charset=utf-8", "csv"),
		Form::Xlsx => (
			"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
			"xlsx",
		),
		Form::Xml => ("application/xml", "xml"),
		Form::Edifact => ("application/edifact", "edi"),
	};
	let mut response = answer(kind, list.bytes);
	let name = format!(
		"attachment; filename=\"{issuer}-{}.{ending}\"",
		list.block.number
	);
	let headers = response.headers_mut();
	if let Ok(name) = HeaderValue::from_str(&name) {
		headers.insert(header::CONTENT_DISPOSITION, name);
	}
	headers.insert(BLOCK, list.block.number.into());
	headers.insert(LEFT_OUT, list.left_out.len().into());
	Ok(response)
}

/// A list with what each certificate earns, and where what changes is read from then on.
#[derive(Serialize)]
struct Listed {
	block: Of,
	certificates: Vec<Box<RawValue>>,
	changes: String,
}

/// All pages of a list, of one final block.
async fn list_in_json(app: &App, client: &Client, issuer: Value) -> Answered {
	let at = json!(app.link.present().await?.last_final);
	let mut rows: Vec<Box<RawValue>> = Vec::new();
	let mut after = Value::Null;
	loop {
		let arguments = [json!(client.grantor), issuer.clone(), after, json!(ROWS)];
		let reply: Reply<ListPage> = ask(app, "aeo_list", &arguments, Some(&at)).await?;
		let block = Of::reply(&reply);
		rows.extend(reply.answer.rows);
		match reply.answer.next {
			Some(next) => after = next,
			None => {
				let since = block.number.saturating_add(1);
				return in_json(&Listed {
					block,
					certificates: rows,
					changes: format!("/v1/changes?since={since}"),
				});
			}
		}
	}
}
