//! `GET /v1/changes/stream`: server-sent events. Each is a page, and its id the cursor behind it, so that who comes
//! back with it as `Last-Event-ID` misses nothing and hears nothing twice.

use super::{
	feed::{Asked, Feed, Page},
	node::Link,
	problem::{with_texts, Problem},
	serve::closed,
};
use crate::text::Language;
use axum::{
	body::Body,
	http::{header, HeaderValue},
	response::Response,
};
use futures_util::stream;
use std::{convert::Infallible, time::Duration};
use tokio::sync::{watch, OwnedSemaphorePermit};

/// A stream in which nothing happens says so this often.
const HEARTBEAT: Duration = Duration::from_secs(10);

/// A stream that is under way.
struct Stream {
	feed: Feed,
	language: Language,
	closing: watch::Receiver<bool>,
	is_first: bool,
	_permit: OwnedSemaphorePermit,
}

/// Returns the answer that goes on until the reader goes, or the program ends.
pub fn answer(
	link: Link,
	asked: Asked,
	language: Language,
	closing: watch::Receiver<bool>,
	permit: OwnedSemaphorePermit,
) -> Response {
	let stream = Stream {
		feed: Feed::new(link, asked),
		language,
		closing,
		is_first: true,
		_permit: permit,
	};
	let events = stream::unfold(Some(stream), |stream| async {
		let (event, stream) = stream?.next().await?;
		Some((Ok::<_, Infallible>(event), stream))
	});
	let mut response = Response::new(Body::from_stream(events));
	let kind = HeaderValue::from_static("text/event-stream");
	response.headers_mut().insert(header::CONTENT_TYPE, kind);
	response
}

impl Stream {
	/// Returns the next event, and the stream behind it, which is none where it has ended.
	async fn next(mut self) -> Option<(String, Option<Self>)> {
		// The first one comes at once: it says from where the stream goes on.
		let patience = if self.is_first {
			Duration::ZERO
		} else {
			HEARTBEAT
		};
		let page = tokio::select! {
			page = self.feed.next(patience) => page,
			() = closed(&mut self.closing) => return None,
		};
		self.is_first = false;
		match page {
			Ok(Some(page)) => Some((event_of(&page), Some(self))),
			Ok(None) => Some((": no node answers\n\n".into(), Some(self))),
			Err(problem) => Some((problem_of(&problem, self.language), None)),
		}
	}
}

fn event_of(page: &Page) -> String {
	// JSON without line feeds, on one line.
	let data = serde_json::to_string(page).unwrap_or_default();
	format!("event: changes\nid: {}\ndata: {data}\n\n", page.cursor)
}

fn problem_of(problem: &Problem, language: Language) -> String {
	let data = with_texts(language, |texts| problem.to_json(texts));
	format!("event: problem\ndata: {data}\n\n")
}
