//! The file by which a gateway works.

use super::{
	connections,
	keys::{Client, Credential, Keys, Right},
	office::Office,
	tls,
};
use crate::{
	failure::{Failure, Kind},
	online,
	webhook::{Secret, Target},
};
use aeo_primitives::Territory;
use primitive_types::H256;
use serde::{Deserialize, Deserializer};
use std::{
	collections::BTreeSet,
	fs,
	net::SocketAddr,
	num::NonZeroU32,
	path::{Path, PathBuf},
	sync::Arc,
	time::Duration,
};
use tokio_rustls::TlsAcceptor;

/// Most characters of a name.
const LONGEST_NAME: usize = 40;

/// The file as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
	listen: SocketAddr,
	nodes: Vec<String>,
	genesis: H256,
	state: Option<PathBuf>,
	tls: Option<Tls>,
	#[serde(default)]
	limits: Limits,
	#[serde(default)]
	keys: Vec<Key>,
	#[serde(default)]
	webhooks: Vec<WrittenWebhook>,
	office: Option<Office>,
}

/// The files for TLS.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tls {
	/// The own certificate, and those up to its issuer's root.
	pub certificate: PathBuf,
	/// Its key.
	pub key: PathBuf,
	/// The roots of clients' certificates; without it clients need none.
	pub client_ca: Option<PathBuf>,
}

/// What clients may take.
#[derive(Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Limits {
	connections: NonZeroU32,
	connections_per_address: NonZeroU32,
	/// Seconds.
	patience: NonZeroU32,
}

impl Default for Limits {
	fn default() -> Self {
		Self {
			connections: const { NonZeroU32::new(4_096).unwrap() },
			connections_per_address: const { NonZeroU32::new(256).unwrap() },
			patience: const { NonZeroU32::new(20).unwrap() },
		}
	}
}

impl From<Limits> for connections::Limits {
	fn from(limits: Limits) -> Self {
		Self {
			most: limits.connections.get(),
			most_of_one: limits.connections_per_address.get(),
			patience: Duration::from_secs(limits.patience.get().into()),
		}
	}
}

/// A key.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Key {
	name: String,
	grantor: Territory,
	rights: BTreeSet<Right>,
	rate: NonZeroU32,
	hash: Option<Digest>,
	certificate: Option<Digest>,
}

/// A webhook.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenWebhook {
	name: String,
	url: String,
	secret_file: PathBuf,
	grantor: Territory,
	#[serde(default)]
	kinds: Vec<String>,
}

/// SHA-256, as 64 hexadecimal digits.
struct Digest([u8; 32]);

impl<'de> Deserialize<'de> for Digest {
	fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
		let text = String::deserialize(deserializer)?;
		aeo_sealing::hex::array(&text)
			.map(Self)
			.ok_or_else(|| serde::de::Error::custom("write the 64 hexadecimal digits of a SHA-256"))
	}
}

/// What a gateway works by.
pub struct Settings {
	/// Where it listens.
	pub listen: SocketAddr,
	/// The nodes, in the order in which they are tried.
	pub nodes: Vec<String>,
	/// The hash of the chain's first block.
	pub genesis: H256,
	/// With which certificate it answers.
	pub tls: Option<TlsAcceptor>,
	/// What clients may take.
	pub limits: connections::Limits,
	/// Who may ask.
	pub keys: Keys,
	/// Who is told.
	pub webhooks: Vec<Webhook>,
	/// The folder that says up to where each was told; none where nobody is told.
	pub state: Option<PathBuf>,
	/// Whose standing the metrics tell.
	pub office: Option<Office>,
}

/// Who is told what.
pub struct Webhook {
	/// How it is called, here and in the folder of what was told.
	pub name: String,
	/// Where it is.
	pub target: Target,
	/// Whose feed it hears.
	pub grantor: Territory,
	/// The kinds of entries; none for all.
	pub kinds: Vec<String>,
}

impl Settings {
	/// Returns one of those who hear of changes; none where nobody does.
	pub fn hears(&self) -> Option<Territory> {
		let mut webhooks = self.webhooks.iter().map(|webhook| webhook.grantor);
		webhooks
			.next()
			.or_else(|| self.keys.grantor_with(Right::Changes))
	}

	/// Reads the file, and all files that it names.
	///
	/// # Errors
	///
	/// The file says what a gateway can't work by.
	pub fn read(file: &Path) -> Result<Self, Failure> {
		let name = file.display().to_string();
		let text = fs::read_to_string(file).map_err(|error| Failure::file(&name, &error))?;
		let wrong = |why: String| {
			let details = [("file", name.clone()), ("why", why)];
			Failure::with(Kind::GatewaySettings, details)
		};
		let written: File =
			toml::from_str(&text).map_err(|error| wrong(error.to_string().trim().to_owned()))?;
		if written.nodes.is_empty() {
			return Err(wrong("nodes = []".into()));
		}
		if written.tls.is_none() && !written.listen.ip().is_loopback() {
			let address = written.listen.to_string();
			return Err(Failure::with(Kind::ListensOpenly, [("address", address)]));
		}
		let nodes = written.nodes.iter().map(|url| online::safe(url));
		let has_client_ca = written
			.tls
			.as_ref()
			.is_some_and(|tls| tls.client_ca.is_some());
		let webhooks = webhooks(written.webhooks)?;
		let state = (!webhooks.is_empty()).then(|| online::journals(written.state.as_deref()));
		Ok(Self {
			listen: written.listen,
			nodes: nodes.collect::<Result<_, _>>()?,
			genesis: written.genesis,
			tls: written.tls.as_ref().map(tls::acceptor).transpose()?,
			limits: written.limits.into(),
			keys: keys(written.keys, has_client_ca)?,
			webhooks,
			state: state.transpose()?,
			office: written.office,
		})
	}
}

/// Refuses a name that is there already, or that is none: it names files and metrics.
fn ensure_new_name(names: &mut BTreeSet<String>, name: &str) -> Result<(), Failure> {
	let is_name = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
	let is_right = (1..=LONGEST_NAME).contains(&name.len()) && name.chars().all(is_name);
	if is_right && names.insert(name.to_owned()) {
		return Ok(());
	}
	let details = [("name", name.to_owned())];
	Err(Failure::with(Kind::GatewayName, details))
}

fn keys(written: Vec<Key>, has_client_ca: bool) -> Result<Keys, Failure> {
	let mut names = BTreeSet::new();
	let mut hashes = BTreeSet::new();
	let keys = written.into_iter().map(|key| {
		ensure_new_name(&mut names, &key.name)?;
		let mut shown = key.hash.iter().chain(&key.certificate);
		if !shown.all(|Digest(hash)| hashes.insert(*hash)) {
			return Err(Failure::with(Kind::GatewayKeyTwice, [("name", key.name)]));
		}
		let credential = match (key.hash, key.certificate) {
			(Some(Digest(hash)), None) => Credential::Bearer(hash),
			(None, Some(Digest(hash))) if has_client_ca => Credential::Certificate(hash),
			_ => return Err(Failure::with(Kind::GatewayKey, [("name", key.name)])),
		};
		let client = Client::new(key.name, key.grantor, key.rights, key.rate);
		Ok((credential, Arc::new(client)))
	});
	keys.collect::<Result<_, _>>().map(Keys::new)
}

fn webhooks(written: Vec<WrittenWebhook>) -> Result<Vec<Webhook>, Failure> {
	let mut names = BTreeSet::new();
	let webhooks = written.into_iter().map(|webhook| {
		ensure_new_name(&mut names, &webhook.name)?;
		if let Some(kind) = super::feed::unknown_kind(&webhook.kinds) {
			let details = [("name", webhook.name), ("kind", kind.to_owned())];
			return Err(Failure::with(Kind::NoSuchChange, details));
		}
		Ok(Webhook {
			target: Target::new(&webhook.url, Secret::read(&webhook.secret_file)?)?,
			name: webhook.name,
			grantor: webhook.grantor,
			kinds: webhook.kinds,
		})
	});
	webhooks.collect()
}
