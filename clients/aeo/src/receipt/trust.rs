//! What is trusted, in a folder: `trust.json`, and the runtimes of the chain by their hashes.

use super::made;
use crate::{
	ask::Asking,
	cli::receipts::{Init, Trust as Command, Update},
	failure::{Failure, Kind},
	online,
	text::Label,
	Session,
};
use aeo_receipt::{finality::Authorities, genesis, Trust};
use codec::DecodeAll;
use primitive_types::H256;
use serde::Deserialize;
use serde_json::json;
use std::{
	collections::BTreeMap,
	fs, io,
	path::{Path, PathBuf},
};

const FILE: &str = "trust.json";

/// Where the runtime is stored: `:code`.
pub const CODE: &str = "0x3a636f6465";

/// The folder.
pub struct Folder {
	path: PathBuf,
	/// What is trusted.
	pub trust: Trust,
}

/// Returns the folder that is named, or the usual one.
fn path(named: Option<&Path>) -> Result<PathBuf, Failure> {
	match named {
		Some(path) => Ok(path.to_owned()),
		None => Ok(online::journals(None)?.join("trust")),
	}
}

impl Folder {
	/// Opens a folder.
	///
	/// # Errors
	///
	/// Nothing is trusted yet, or it can't be read.
	pub fn open(named: Option<&Path>) -> Result<Self, Failure> {
		let path = path(named)?;
		let file = path.join(FILE);
		let text = match fs::read(&file) {
			Ok(text) => text,
			Err(error) if error.kind() == io::ErrorKind::NotFound => {
				let folder = path.display().to_string();
				return Err(Failure::with(Kind::NoTrust, [("folder", folder)]));
			}
			Err(error) => return Err(Failure::file(file.display(), &error)),
		};
		let trust = serde_json::from_slice(&text).map_err(|error| {
			let details = [
				("file", file.display().to_string()),
				("why", error.to_string()),
			];
			Failure::with(Kind::TrustWrong, details)
		})?;
		Ok(Self { path, trust })
	}

	/// Begins a folder.
	fn create(named: Option<&Path>, trust: Trust) -> Result<Self, Failure> {
		let path = path(named)?;
		let file = path.join(FILE);
		if file.exists() {
			return Err(Failure::with(
				Kind::TrustThere,
				[("folder", path.display().to_string())],
			));
		}
		fs::create_dir_all(&path).map_err(|error| Failure::file(path.display(), &error))?;
		let folder = Self { path, trust };
		folder.keep()?;
		Ok(folder)
	}

	/// Writes down what is trusted: whole, or as it was before.
	fn keep(&self) -> Result<(), Failure> {
		let text = serde_json::to_vec_pretty(&self.trust)
			.map_err(|error| Failure::with(Kind::System, [("why", error.to_string())]))?;
		self.put(FILE, &text)
	}

	fn put(&self, name: &str, content: &[u8]) -> Result<(), Failure> {
		let (file, new) = (self.path.join(name), self.path.join(format!("{name}.new")));
		fs::write(&new, content)
			.and_then(|()| fs::rename(&new, &file))
			.map_err(|error| Failure::file(file.display(), &error))
	}

	fn runtime_name(code: H256) -> String {
		format!("{}.wasm", aeo_sealing::hex::digits(code.as_bytes()))
	}

	/// Returns a runtime; none where it is not here.
	pub fn runtime(&self, code: H256) -> Result<Option<Vec<u8>>, Failure> {
		let file = self.path.join(Self::runtime_name(code));
		match fs::read(&file) {
			Ok(code) => Ok(Some(code)),
			Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
			Err(error) => Err(Failure::file(file.display(), &error)),
		}
	}

	/// Keeps a runtime. Whoever gave it: it is only run where a state names its hash.
	fn add_runtime(&self, code: &[u8]) -> Result<(), Failure> {
		let name = Self::runtime_name(H256(sp_crypto_hashing::blake2_256(code)));
		self.put(&name, code)
	}

	fn say(&self, session: &Session) -> Result<(), Failure> {
		let sets = self.trust.sets();
		let (Some(first), Some(last)) = (sets.first(), sets.last()) else {
			return Ok(());
		};
		if session.json {
			let line = json!({
				"folder": self.path, "genesis": self.trust.genesis, "first": first.set, "last": last.set,
			});
			return session.say(&line.to_string());
		}
		session.say(&session.texts.label(
			Label::Trusted,
			&[
				("genesis", format!("{:?}", self.trust.genesis)),
				("first", first.set.to_string()),
				("last", last.set.to_string()),
				("validators", last.validators.len().to_string()),
				("folder", self.path.display().to_string()),
			],
		))
	}
}

/// Runs a command about what is trusted.
pub fn run(session: &Session, command: Command) -> Result<(), Failure> {
	match command {
		Command::Init(Init { chain, node, trust }) => match (chain, node) {
			(Some(file), _) => of_specification(&file, trust.as_deref())?.say(session),
			(None, Some(node)) => {
				session.tell(
					&session
						.texts
						.label(Label::TrustsNode, &[("address", node.clone())]),
				);
				of_node(&node, trust.as_deref())?.say(session)
			}
			// One of them is required.
			(None, None) => Ok(()),
		},
		Command::Update(arguments) => update(session, &arguments),
	}
}

/// A chain's specification, with the state of its first block.
#[derive(Deserialize)]
struct Specification {
	genesis: Genesis,
}

#[derive(Deserialize)]
struct Genesis {
	raw: Raw,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Raw {
	top: BTreeMap<String, String>,
	children_default: BTreeMap<String, serde_json::Value>,
}

/// Trusts the first block of a chain's specification.
fn of_specification(file: &Path, folder: Option<&Path>) -> Result<Folder, Failure> {
	let wrong = |why: String| {
		let details = [("file", file.display().to_string()), ("why", why)];
		Failure::with(Kind::NotASpecification, details)
	};
	let text = fs::read(file).map_err(|error| Failure::file(file.display(), &error))?;
	let specification: Specification =
		serde_json::from_slice(&text).map_err(|error| wrong(error.to_string()))?;
	let Raw {
		top,
		children_default,
	} = specification.genesis.raw;
	if !children_default.is_empty() {
		return Err(wrong("childrenDefault".into()));
	}
	let bytes = |text: &str| aeo_sealing::hex::bytes(text).ok_or_else(|| wrong(text.to_owned()));
	let state: BTreeMap<_, _> = top
		.iter()
		.map(|(key, value)| Ok((bytes(key)?, bytes(value)?)))
		.collect::<Result<_, Failure>>()?;
	let (trust, code) = genesis::trust(&state).map_err(|error| wrong(error.to_string()))?;
	let folder = Folder::create(folder, trust)?;
	folder.add_runtime(code)?;
	Ok(folder)
}

/// Trusts what a node says of its present validators.
fn of_node(node: &str, folder: Option<&Path>) -> Result<Folder, Failure> {
	let asking = Asking::connect(node, None)?.at_final()?;
	let call = |function: &str| -> Result<Vec<u8>, Failure> {
		let answer: String =
			asking.node("state_call", &json!([function, "0x", asking.block.hash]))?;
		aeo_sealing::hex::bytes(&answer).ok_or_else(|| Failure::no_answer(node, answer))
	};
	let not_understood = |error: codec::Error| Failure::no_answer(node, error.to_string());
	let set = u64::decode_all(&mut call("GrandpaApi_current_set_id")?.as_slice())
		.map_err(not_understood)?;
	let validators =
		Authorities::decode_all(&mut call("GrandpaApi_grandpa_authorities")?.as_slice())
			.map_err(not_understood)?;
	let folder = Folder::create(folder, Trust::new(asking.genesis, set, validators))?;
	fetch_runtime(&asking, &folder)?;
	Ok(folder)
}

/// Learns which validators follow, and keeps the present runtime.
fn update(session: &Session, arguments: &Update) -> Result<(), Failure> {
	let mut folder = Folder::open(arguments.trust.as_deref())?;
	let asking = Asking::connect(&arguments.node, None)?.at_final()?;
	if asking.genesis != folder.trust.genesis {
		return Err(aeo_receipt::Error::OtherChain.into());
	}
	if let Some(latest) = folder.trust.latest().map(|latest| latest.set) {
		let way = made::hand_offs(&asking, latest, None)?;
		let count = u64::try_from(way.len()).unwrap_or(u64::MAX);
		folder.trust = folder.trust.follow(&way, latest.saturating_add(count))?;
		folder.keep()?;
	}
	fetch_runtime(&asking, &folder)?;
	folder.say(session)
}

fn fetch_runtime(asking: &Asking, folder: &Folder) -> Result<(), Failure> {
	let hash: H256 = asking.node("state_getStorageHash", &json!([CODE, asking.block.hash]))?;
	if folder.runtime(hash)?.is_some() {
		return Ok(());
	}
	let code: String = asking.node("state_getStorage", &json!([CODE, asking.block.hash]))?;
	let code = aeo_sealing::hex::bytes(&code)
		.ok_or_else(|| Failure::no_answer("state_getStorage", String::new()))?;
	folder.add_runtime(&code)
}
