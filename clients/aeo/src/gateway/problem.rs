//! What is wrong, as RFC 9457 has it: to programs by its name and the node's code, to people in their language.

use crate::text::{Language, Texts};
use axum::{
	body::Body,
	http::{header, HeaderMap, HeaderValue, StatusCode},
	response::{IntoResponse, Response},
};
use jsonrpsee::types::ErrorObjectOwned;
use serde_json::{json, Value};
use std::{cell::OnceCell, time::Duration};

/// Fields that are named; whoever has more wrong has the first ones to look at.
const MOST_FIELDS: usize = 50;

/// What can be wrong, with its status and the code that docs/developer/queries.md has for it.
macro_rules! kinds {
	($($name:ident $status:ident $code:expr;)*) => {
		/// What can be wrong.
		#[derive(Clone, Copy, Debug, Eq, PartialEq)]
		pub enum Kind {
			$($name,)*
		}

		impl Kind {
			/// All of them.
			#[cfg(test)]
			const ALL: &'static [Self] = &[$(Self::$name),*];

			/// By which programs know it.
			pub const fn name(self) -> &'static str {
				match self {
					$(Self::$name => stringify!($name),)*
				}
			}

			const fn status(self) -> StatusCode {
				match self {
					$(Self::$name => StatusCode::$status,)*
				}
			}

			const fn code(self) -> Option<i32> {
				match self {
					$(Self::$name => $code,)*
				}
			}
		}
	};
}

kinds! {
	NotJson BAD_REQUEST None;
	NotUnderstood BAD_REQUEST Some(-32_602);
	NoKey UNAUTHORIZED None;
	NoRight FORBIDDEN None;
	OtherGrantor FORBIDDEN None;
	NoSuchPath NOT_FOUND None;
	NoCertificate NOT_FOUND None;
	NoSuchIssuer NOT_FOUND None;
	UnknownBlock NOT_FOUND Some(9002);
	NoSuchMethod METHOD_NOT_ALLOWED None;
	TooSlow REQUEST_TIMEOUT None;
	CursorForeign CONFLICT Some(9005);
	StateGone GONE Some(9001);
	FeedBegins GONE Some(9004);
	TooLarge PAYLOAD_TOO_LARGE None;
	TooMany UNPROCESSABLE_ENTITY Some(9006);
	UnknownGrantor UNPROCESSABLE_ENTITY Some(9003);
	TooFast TOO_MANY_REQUESTS None;
	TooManyStreams TOO_MANY_REQUESTS Some(9006);
	TooManyConnections TOO_MANY_REQUESTS None;
	Failed INTERNAL_SERVER_ERROR None;
	RuntimeTooOld NOT_IMPLEMENTED Some(9008);
	NoFeed NOT_IMPLEMENTED Some(-32_601);
	NodeRefuses BAD_GATEWAY None;
	NoNode SERVICE_UNAVAILABLE None;
	Stale SERVICE_UNAVAILABLE Some(9007);
	Busy SERVICE_UNAVAILABLE Some(9011);
	Full SERVICE_UNAVAILABLE None;
	TooLong GATEWAY_TIMEOUT None;
}

/// What a field is, from one list, so that no text can lack.
macro_rules! fields {
	($($name:ident $key:literal;)*) => {
		/// A field that is read.
		#[derive(Clone, Copy, Debug, Eq, PartialEq)]
		pub enum Field {
			$($name,)*
		}

		impl Field {
			/// All of them.
			#[cfg(test)]
			const ALL: &'static [Self] = &[$(Self::$name),*];

			/// Returns the key of the text that says how it is written.
			const fn key(self) -> &'static str {
				match self {
					$(Self::$name => concat!("form-", $key),)*
				}
			}
		}
	};
}

fields! {
	At "at";
	Body "body";
	Cursor "cursor";
	Direction "direction";
	Finality "finality";
	Format "format";
	Grantor "grantor";
	Identifier "identifier";
	Issuer "issuer";
	Kinds "kinds";
	Limit "limit";
	Number "number";
	Page "page";
	Question "question";
	Questions "questions";
	Role "role";
	Since "since";
	Tin "tin";
	Unknown "unknown";
	Until "until";
}

/// A field that can't be read.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Wrong {
	/// Where it is: `#/questions/3/role` in a body, the name of a parameter elsewhere.
	pub place: String,
	/// What it is.
	pub field: Field,
}

/// What is wrong with a request, or with the answer to it.
#[derive(Clone, Debug)]
pub struct Problem {
	/// What.
	pub kind: Kind,
	details: Vec<(&'static str, String)>,
	wrong: Vec<Wrong>,
	/// When to try again.
	wait: Option<Duration>,
	/// What belongs to it for programs.
	more: Option<(&'static str, Value)>,
}

impl Problem {
	/// Returns one without details.
	pub const fn new(kind: Kind) -> Self {
		Self {
			kind,
			details: Vec::new(),
			wrong: Vec::new(),
			wait: None,
			more: None,
		}
	}

	/// Returns one with what its text says.
	pub fn with(kind: Kind, name: &'static str, detail: impl ToString) -> Self {
		Self {
			details: vec![(name, detail.to_string())],
			..Self::new(kind)
		}
	}

	/// Returns that fields can't be read.
	pub fn of_fields(wrong: Vec<Wrong>) -> Self {
		Self {
			wrong,
			..Self::new(Kind::NotUnderstood)
		}
	}

	/// Returns that one field can't be read.
	pub fn of_field(place: &str, field: Field) -> Self {
		let place = place.to_owned();
		Self::of_fields(vec![Wrong { place, field }])
	}

	/// Returns that too much is asked for.
	pub fn too_many(limit: usize) -> Self {
		Self {
			more: Some(("limit", json!(limit))),
			..Self::with(Kind::TooMany, "limit", limit)
		}
	}

	/// Says when to try again.
	pub fn after(mut self, wait: Duration) -> Self {
		self.details.push(("seconds", seconds(wait).to_string()));
		self.wait = Some(wait);
		self
	}

	/// Returns what a node refuses.
	pub fn of_node(error: &ErrorObjectOwned) -> Self {
		let data: Value = error
			.data()
			.and_then(|data| serde_json::from_str(data.get()).ok())
			.unwrap_or_default();
		let kind = match error.code() {
			9001 => Kind::StateGone,
			9002 => Kind::UnknownBlock,
			9003 => Kind::UnknownGrantor,
			9004 => Kind::FeedBegins,
			9005 => Kind::CursorForeign,
			9006 => Kind::TooMany,
			9007 => Kind::Stale,
			9008 | 9010 => Kind::RuntimeTooOld,
			9011 => Kind::Busy,
			-32_601 => Kind::NoFeed,
			-32_602 => Kind::NotUnderstood,
			_ => Kind::NodeRefuses,
		};
		let problem = Self::with(kind, "why", error.message());
		match kind {
			Kind::FeedBegins => Self {
				details: vec![("block", data["block"].to_string())],
				more: Some(("block", data["block"].clone())),
				..problem
			},
			Kind::TooMany => Self {
				details: vec![("limit", data["limit"].to_string())],
				more: Some(("limit", data["limit"].clone())),
				..problem
			},
			Kind::Stale | Kind::Busy => problem.after(Duration::from_secs(1)),
			_ => problem,
		}
	}

	/// Whether the same may be answered in a moment, here or by another node.
	pub const fn is_passing(&self) -> bool {
		matches!(
			self.kind,
			Kind::NoNode | Kind::Stale | Kind::Busy | Kind::NodeRefuses
		)
	}

	/// Returns it as JSON, in a language.
	pub fn to_json(&self, texts: &Texts) -> Value {
		let name = self.kind.name();
		let form = |wrong: &Wrong| texts.of(wrong.field.key());
		let (title, remedy) = texts.parts(&format!("problem-{name}"), &self.details);
		let of_the_node = || {
			let why = self.details.iter().find(|(name, _)| *name == "why");
			why.map(|(_, why)| why.clone())
		};
		let detail = match self.wrong.first() {
			Some(wrong) => Some(format!("{}: {}", wrong.place, form(wrong))),
			// What the node can't read it names itself.
			None if self.kind == Kind::NotUnderstood => of_the_node(),
			None => remedy,
		};
		let mut problem = json!({
			"type": format!("urn:aeo:problem:{name}"),
			"title": title,
			"status": self.kind.status().as_u16(),
			"detail": detail,
		});
		if let Some(code) = self.kind.code() {
			problem["code"] = json!(code);
		}
		if let Some((name, value)) = &self.more {
			problem[*name] = value.clone();
		}
		if !self.wrong.is_empty() {
			let errors = self.wrong.iter().take(MOST_FIELDS).map(|wrong| {
				let place = if wrong.place.starts_with('#') {
					"pointer"
				} else {
					"parameter"
				};
				json!({place: wrong.place, "detail": form(wrong)})
			});
			problem["errors"] = errors.collect();
		}
		problem
	}

	/// Returns the answer that says it.
	pub fn response(&self, language: Language) -> Response {
		let body = with_texts(language, |texts| self.to_json(texts).to_string());
		let mut response = Response::new(Body::from(body));
		*response.status_mut() = self.kind.status();
		let headers = response.headers_mut();
		let json = HeaderValue::from_static("application/problem+json");
		headers.insert(header::CONTENT_TYPE, json);
		let language = HeaderValue::from_static(language.code());
		headers.insert(header::CONTENT_LANGUAGE, language);
		if let Some(wait) = self.wait {
			headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds(wait)));
		}
		if self.kind == Kind::NoKey {
			let scheme = HeaderValue::from_static("Bearer");
			headers.insert(header::WWW_AUTHENTICATE, scheme);
		}
		response
	}
}

/// Returns the whole seconds after which a time is over.
fn seconds(time: Duration) -> u64 {
	time.as_secs() + u64::from(time.subsec_nanos() > 0).max(u64::from(time.is_zero()))
}

/// The outermost layer says it, in the language of who asked.
impl IntoResponse for Problem {
	fn into_response(self) -> Response {
		let mut response = self.kind.status().into_response();
		response.extensions_mut().insert(self);
		response
	}
}

/// Gives the words of a language, which each thread reads once.
pub fn with_texts<T>(language: Language, with: impl FnOnce(&Texts) -> T) -> T {
	thread_local! {
		static TEXTS: [OnceCell<Texts>; 3] = const { [const { OnceCell::new() }; 3] };
	}
	TEXTS.with(|[english, spanish, portuguese]| {
		let cell = match language {
			Language::English => english,
			Language::Spanish => spanish,
			Language::Portuguese => portuguese,
		};
		with(cell.get_or_init(|| Texts::new(language)))
	})
}

/// Returns the language that is asked for most, of those that there are.
pub fn language(headers: &HeaderMap) -> Language {
	let accepted = headers.get(header::ACCEPT_LANGUAGE);
	let accepted = accepted.and_then(|value| value.to_str().ok());
	let mut best = (0.0, Language::default());
	for range in accepted.unwrap_or_default().split(',') {
		let (tag, weight) = range.split_once(';').unwrap_or((range, "q=1"));
		let weight = weight.trim().strip_prefix("q=").unwrap_or_default();
		let weight: f32 = weight.parse().unwrap_or_default();
		let primary = tag.trim().split('-').next().unwrap_or_default();
		let known = primary.to_ascii_lowercase().parse().ok();
		if let Some(language) = known.filter(|_| weight > best.0) {
			best = (weight, language);
		}
	}
	best.1
}

/// The keys of all texts about problems.
#[cfg(test)]
pub fn keys() -> Vec<String> {
	let problems = Kind::ALL
		.iter()
		.map(|kind| format!("problem-{}", kind.name()));
	let forms = Field::ALL.iter().map(|field| field.key().to_owned());
	problems.chain(forms).collect()
}

#[cfg(test)]
mod tests {
	use super::*;

	fn accepted(text: &'static str) -> Language {
		let mut headers = HeaderMap::new();
		headers.insert(header::ACCEPT_LANGUAGE, HeaderValue::from_static(text));
		language(&headers)
	}

	#[test]
	fn the_language_should_be_the_one_liked_best() {
		for (text, expected) in [
			("", Language::English),
			("es", Language::Spanish),
			("es-CR", Language::Spanish),
			("PT-br", Language::Portuguese),
			("de, fr", Language::English),
			("de, pt;q=0.5, es;q=0.8", Language::Spanish),
			("en;q=0.1, pt", Language::Portuguese),
			("es;q=0", Language::English),
			("es;q=x, pt;q=0.2", Language::Portuguese),
			(";;,,q=", Language::English),
		] {
			assert_eq!(accepted(text), expected, "{text:?}");
		}
		assert_eq!(language(&HeaderMap::new()), Language::English);
	}

	#[test]
	fn problems_should_be_said_in_every_language() {
		for language in Language::ALL {
			let texts = Texts::new(language);
			for kind in Kind::ALL {
				let problem = Problem::with(*kind, "why", "W").to_json(&texts);
				let title = problem["title"].as_str().expect("a title");
				assert!(!title.is_empty() && !title.contains('$'), "{title}");
				assert!(problem["detail"].is_string(), "{language:?} {kind:?}");
			}
		}
		let wait = Problem::new(Kind::TooFast).after(Duration::from_millis(1_200));
		let response = wait.response(Language::Spanish);
		assert_eq!(response.headers()["retry-after"], "2");
		assert_eq!(response.headers()["content-language"], "es");
	}

	#[test]
	fn fields_should_be_named() {
		let texts = Texts::new(Language::English);
		let problem = Problem::of_field("#/questions/3/role", Field::Role).to_json(&texts);
		assert_eq!(problem["status"], 400);
		assert_eq!(problem["code"], -32_602);
		assert_eq!(problem["errors"][0]["pointer"], "#/questions/3/role");
		let detail = problem["detail"].as_str().expect("a detail");
		assert!(detail.starts_with("#/questions/3/role: "), "{detail}");
	}

	#[test]
	fn what_a_node_refuses_should_keep_its_code() {
		let texts = Texts::new(Language::English);
		for (code, status) in [
			(9001, 410),
			(9002, 404),
			(9003, 422),
			(9004, 410),
			(9005, 409),
			(9006, 422),
			(9007, 503),
			(9008, 501),
			(9011, 503),
			(-32_602, 400),
		] {
			let data = Some(json!({"block": 7, "limit": 500}));
			let error = ErrorObjectOwned::owned(code, "its words", data);
			let problem = Problem::of_node(&error).to_json(&texts);
			assert_eq!(problem["code"], code);
			assert_eq!(problem["status"], status, "{code}");
		}
		let error = ErrorObjectOwned::owned(-32_000, "its words", None::<()>);
		let problem = Problem::of_node(&error).to_json(&texts);
		assert!(problem["detail"].to_string().contains("its words"));
	}
}
