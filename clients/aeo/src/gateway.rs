//! `aeo gateway`: the chain for declaration systems, which speak HTTP. It asks a node and signs nothing, writes
//! nothing to the chain, and keeps nothing but up to where each webhook was told.

mod answers;
mod config;
mod connections;
mod feed;
mod hooks;
pub mod keys;
mod lists;
mod metrics;
mod node;
mod office;
mod openapi;
pub mod problem;
mod reading;
mod routes;
mod serve;
mod stream;
mod tls;

use crate::{
	cli::gateway::{Gateway, NewKey},
	failure::{Failure, Kind},
	text::{Label, Language},
	Session,
};
use config::Settings;
use problem::{with_texts, Problem};
use serde_json::json;
use std::{path::Path, sync::Arc};
use tokio::{net::TcpListener, runtime::Runtime, sync::watch};

/// Runs a command about the gateway.
pub fn run(session: &Session, command: Gateway) -> Result<(), Failure> {
	match command {
		Gateway::Run { settings } => answer(session, Settings::read(&settings)?),
		Gateway::Check { settings } => check(session, &settings),
		Gateway::Key(arguments) => make_key(session, &arguments),
	}
}

/// Says what happens, on the standard error, from wherever it happens.
#[derive(Clone, Copy)]
pub struct Teller {
	language: Language,
	json: bool,
}

impl Teller {
	const fn new(session: &Session) -> Self {
		Self {
			language: session.language,
			json: session.json,
		}
	}

	fn line(self, name: &str, text: &str) {
		if self.json {
			eprintln!("{}", json!({"told": name, "text": text}));
		} else {
			eprintln!("aeo: {text}");
		}
	}

	/// Says what is so.
	fn say(self, label: Label, details: &[(&'static str, String)]) {
		let text = with_texts(self.language, |texts| texts.label(label, details));
		self.line(label.key(), &text);
	}

	/// Says what went wrong.
	fn fail(self, failure: &Failure) {
		self.line("failure", &self.text(failure));
	}

	/// Returns the words for what went wrong.
	fn text(self, failure: &Failure) -> String {
		with_texts(self.language, |texts| failure.to_text(texts))
	}

	/// Returns the words for a problem.
	fn problem(self, problem: &Problem) -> String {
		let json = with_texts(self.language, |texts| problem.to_json(texts));
		let part = |name: &str| json[name].as_str().unwrap_or_default().to_owned();
		format!("{} {}", part("title"), part("detail"))
	}
}

/// Answers until it is told to end.
fn answer(session: &Session, settings: Settings) -> Result<(), Failure> {
	let system = |error: std::io::Error| Failure::with(Kind::System, [("why", error.to_string())]);
	let runtime = Runtime::new().map_err(system)?;
	let places = settings
		.state
		.as_deref()
		.map(hooks::Places::open)
		.transpose()?;
	let tell = Teller::new(session);
	let done = runtime.block_on(async {
		let address = settings.listen;
		let failed = |error: std::io::Error| {
			let details = [("address", address.to_string()), ("why", error.to_string())];
			Failure::with(Kind::CannotListen, details)
		};
		let listener = TcpListener::bind(address).await.map_err(failed)?;
		let scheme = match settings.tls {
			Some(_) => "https",
			None => "http",
		};
		let address = format!("{scheme}://{}", listener.local_addr().map_err(failed)?);
		tell.say(Label::GatewayListens, &[("address", address)]);
		let wanted = node::Wanted {
			genesis: settings.genesis,
			hears: settings.hears(),
		};
		let link = node::Link::follow(settings.nodes.clone(), wanted, tell);
		let metrics = Arc::new(metrics::Metrics::new(settings.office.is_some()));
		if let Some(office) = settings.office {
			tokio::spawn(office::watch(office, link.clone(), metrics.clone(), tell));
		}
		for webhook in &settings.webhooks {
			metrics.hears(&webhook.name);
		}
		if let Some(places) = &places {
			hooks::begin(settings.webhooks, places, &link, &metrics, tell)?;
		}
		let (end, closing) = watch::channel(false);
		let nodes = aeo_client::Nodes::new(settings.nodes, Some(settings.genesis));
		let app = Arc::new(routes::App {
			link,
			answers: answers::Answers::new(),
			keys: settings.keys,
			metrics: metrics.clone(),
			patience: settings.limits.patience,
			lists: lists::Lists::new(nodes),
			closing: closing.clone(),
		});
		tokio::spawn(async move {
			told_to_end().await;
			end.send_replace(true);
		});
		let (tls, limits) = (settings.tls, settings.limits);
		serve::serve(
			listener,
			tls,
			routes::router(&app),
			limits,
			metrics,
			closing,
		)
		.await;
		Ok(())
	});
	// A message that is on its way is sent once more after the next start.
	runtime.shutdown_background();
	done
}

/// Waits for Ctrl-C, or for the service manager.
async fn told_to_end() {
	#[cfg(unix)]
	{
		use tokio::signal::unix::{signal, SignalKind};
		if let Ok(mut end) = signal(SignalKind::terminate()) {
			tokio::select! {
				_ = end.recv() => {}
				_ = tokio::signal::ctrl_c() => {}
			}
			return;
		}
	}
	drop(tokio::signal::ctrl_c().await);
}

/// Reads the settings, and says what they come to.
fn check(session: &Session, file: &Path) -> Result<(), Failure> {
	let settings = Settings::read(file)?;
	let details = [
		("file", file.display().to_string()),
		("address", settings.listen.to_string()),
		("nodes", settings.nodes.len().to_string()),
		("keys", settings.keys.count().to_string()),
		("webhooks", settings.webhooks.len().to_string()),
	];
	if session.json {
		let line = json!({
			"file": details[0].1, "listen": settings.listen, "tls": settings.tls.is_some(),
			"nodes": settings.nodes, "keys": settings.keys.count(), "webhooks": settings.webhooks.len(),
		});
		return session.say(&line.to_string());
	}
	session.say(&session.texts.label(Label::GatewayChecked, &details))
}

/// Makes a key, shows it once, and what the settings say of it.
fn make_key(session: &Session, arguments: &NewKey) -> Result<(), Failure> {
	let key = keys::generate()
		.map_err(|error| Failure::with(Kind::NoRandomness, [("why", error.to_string())]))?;
	let hash = aeo_sealing::hex::digits(&keys::hash(key.as_bytes()));
	if session.json {
		let line = json!({
			"key": key, "name": arguments.name, "grantor": arguments.grantor, "rights": arguments.rights,
			"rate": arguments.rate, "hash": hash,
		});
		return session.say(&line.to_string());
	}
	session.tell(&session.texts.label(Label::BearerKeyMade, &[]));
	session.say(&key)?;
	let rights: Vec<_> = arguments
		.rights
		.iter()
		.map(|right| format!("\"{right}\""))
		.collect();
	session.say(&format!(
		"\n[[keys]]\nname = \"{}\"\ngrantor = \"{}\"\nrights = [{}]\nrate = {}\nhash = \"{hash}\"",
		arguments.name,
		arguments.grantor,
		rights.join(", "),
		arguments.rate,
	))
}
