//! A command that is in touch with the chain: by one of several nodes, until it is done or interrupted.

use crate::{
	cli::lists::{Nodes, Signing},
	failure::{Failure, Kind},
	signing::{self, websocket},
	text::Texts,
	web::ensure_safe,
	Session,
};
use aeo_client::{Chain, Error, Key, Queue, Tell};
use aeo_primitives::Territory;
use std::{
	env,
	future::Future,
	path::{Path, PathBuf},
	sync::Arc,
	time::Duration,
};
use tokio::runtime::Runtime;

/// A connection to the chain.
pub struct Online {
	runtime: Runtime,
	/// The chain.
	pub chain: Chain,
}

/// An office at the chain: an officer's account with what it has under way, and its administration.
pub struct Office {
	/// The chain.
	pub chain: Chain,
	/// The officer's calls.
	pub queue: Queue,
	/// The administration.
	pub issuer: Territory,
}

/// Waits for some work to be done, or for Ctrl-C, which nobody else hears once it was waited for.
pub fn until_interrupted<T>(
	runtime: &Runtime,
	work: impl Future<Output = Result<T, Failure>>,
) -> Result<T, Failure> {
	runtime.block_on(async {
		tokio::select! {
			done = work => done,
			Ok(()) = tokio::signal::ctrl_c() => Err(Failure::new(Kind::Interrupted)),
		}
	})
}

/// Lets some time pass.
///
/// # Errors
///
/// Ctrl-C.
pub fn rest(time: Duration) -> Result<(), Failure> {
	until_interrupted(&runtime()?, async {
		tokio::time::sleep(time).await;
		Ok(())
	})
}

/// Starts what waits for answers.
pub fn runtime() -> Result<Runtime, Failure> {
	Runtime::new().map_err(|error| Failure::with(Kind::System, [("why", error.to_string())]))
}

impl Online {
	/// Connects to the first of the nodes that can be used.
	pub fn connect(session: &Session, nodes: &Nodes) -> Result<Self, Failure> {
		let urls = nodes.urls.iter().map(|url| safe(url));
		let nodes = aeo_client::Nodes {
			urls: urls.collect::<Result<_, _>>()?,
			genesis: nodes.genesis,
			tell: teller(session),
		};
		let runtime = runtime()?;
		let chain = until_interrupted(&runtime, async { Ok(Chain::connect(&nodes).await?) })?;
		Ok(Self { runtime, chain })
	}

	/// Waits for some work to be done, or for Ctrl-C.
	pub fn wait<T>(&self, work: impl Future<Output = Result<T, Failure>>) -> Result<T, Failure> {
		until_interrupted(&self.runtime, work)
	}

	/// Opens the office of the officer who signs.
	pub fn office(&self, session: &Session, signing: &Signing) -> Result<Office, Failure> {
		let key = signing::key(session, &signing.account)?;
		self.office_of(key, signing.journal.as_deref())
	}

	/// Opens the office of the officer with a key. `journal` is the folder of journals, where it isn't the usual one.
	pub fn office_of(&self, key: Key, journal: Option<&Path>) -> Result<Office, Failure> {
		let folder = journals(journal)?;
		self.wait(async {
			let chain = self.chain.clone();
			let lane = chain.lane(key);
			let last = chain.last_final().await?;
			let account = lane.account();
			let issuer = chain.administration_of(&account, last.hash).await?;
			let no_role = || Failure::with(Kind::NoRole, [("account", account.to_string())]);
			Ok(Office {
				issuer: issuer.ok_or_else(no_role)?,
				queue: Queue::open(lane, &folder)?,
				chain,
			})
		})
	}
}

/// Returns the address of a node's websockets, where nobody can read along.
pub fn safe(url: &str) -> Result<String, Failure> {
	let web = match url.strip_prefix("ws") {
		Some(rest) => format!("http{rest}"),
		None => url.to_owned(),
	};
	ensure_safe(&web)?;
	Ok(websocket(&web))
}

/// Tells of nodes that are passed over.
fn teller(session: &Session) -> Tell {
	let (language, json) = (session.language, session.json);
	Arc::new(move |error: &Error| {
		let Some(failure) = Failure::of_node(error) else {
			return;
		};
		let texts = Texts::new(language);
		if json {
			eprintln!("{}", failure.to_json(&texts));
		} else {
			eprintln!("aeo: {}", failure.to_text(&texts));
		}
	})
}

/// Returns the folder of the journals: the one that is named, that of the service manager, or the user's own.
pub fn journals(named: Option<&Path>) -> Result<PathBuf, Failure> {
	let variable = |name: &str| {
		env::var_os(name)
			.filter(|value| !value.is_empty())
			.map(PathBuf::from)
	};
	named
		.map(Path::to_owned)
		.or_else(|| variable("STATE_DIRECTORY"))
		.or_else(|| Some(variable("XDG_STATE_HOME")?.join("aeo")))
		.or_else(|| Some(variable("HOME")?.join(".local/state/aeo")))
		.ok_or_else(|| Failure::new(Kind::NoStateFolder))
}
