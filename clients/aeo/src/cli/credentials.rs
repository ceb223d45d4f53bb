//! Credentials of certificates, and the status lists of an issuer.

use super::{acts::Acting, questions::Asked, territory, Signed, NODE};
use crate::at::At;
use aeo_primitives::{CertificateNumber, CredentialKey, Territory};
use clap::{ArgGroup, Subcommand};
use std::{net::SocketAddr, path::PathBuf};

/// Credentials.
#[derive(Debug, Subcommand)]
pub enum Credential {
	Key {
		#[arg(id = "new_key", value_name = "FILE")]
		file: PathBuf,
	},
	#[command(subcommand)]
	Issuer(Issuer),
	Request(Request),
	Issue(Issue),
	Present(Present),
	Verify(Verify),
	Recognise(Recognise),
	Void(Void),
}

/// By what an administration issues credentials.
#[derive(Debug, Subcommand)]
pub enum Issuer {
	Show(ShowIssuer),
	Set(SetIssuer),
	Clear(ClearIssuer),
}

/// Shows it.
#[derive(Debug, clap::Args)]
pub struct ShowIssuer {
	#[arg(id = "office", value_name = "TERRITORY", value_parser = territory)]
	pub administration: Territory,
	#[arg(id = "trust_out", long = "out", value_name = "FILE")]
	pub out: Option<PathBuf>,
	#[command(flatten)]
	pub asked: Asked,
}

/// Says it.
#[derive(Debug, clap::Args)]
pub struct SetIssuer {
	#[arg(value_name = "DID")]
	pub did: String,
	#[arg(id = "point", long = "key", value_name = "0x…")]
	pub key: CredentialKey,
	#[arg(long, value_name = "DAY|TIME")]
	pub keep_until: Option<At>,
	#[command(flatten)]
	pub acting: Acting,
}

/// Ends it.
#[derive(Debug, clap::Args)]
pub struct ClearIssuer {
	#[command(flatten)]
	pub acting: Acting,
}

/// What an issuer signs with.
#[derive(Clone, Debug, clap::Args)]
pub struct SignedWith {
	#[arg(id = "secret", long = "key", value_name = "FILE")]
	pub key: Option<PathBuf>,
	#[arg(long, value_name = "COMMAND", conflicts_with = "secret")]
	pub signer: Option<String>,
}

/// A holder asks for a credential.
#[derive(Debug, clap::Args)]
pub struct Request {
	#[arg(value_parser = aeo_primitives::certificate_number)]
	pub number: CertificateNumber,
	#[arg(long = "of", value_name = "TERRITORY", value_parser = territory)]
	pub issuer: Territory,
	#[arg(id = "holder_key", long = "key", value_name = "FILE")]
	pub key: PathBuf,
	#[arg(long, value_name = "TEXT")]
	pub nonce: String,
	#[command(flatten)]
	pub signed: Signed,
}

/// Issues credentials.
#[derive(Debug, clap::Args)]
pub struct Issue {
	#[arg(
		id = "credential_request",
		value_name = "FILE",
		required_unless_present = "reissue",
		conflicts_with = "reissue"
	)]
	pub request: Option<PathBuf>,
	#[arg(long = "of", value_name = "TERRITORY", value_parser = territory)]
	pub issuer: Territory,
	#[arg(
		id = "request_nonce",
		long = "nonce",
		value_name = "TEXT",
		required_unless_present = "reissue"
	)]
	pub nonce: Option<String>,
	#[arg(id = "reissue", long = "all")]
	pub all: bool,
	#[arg(id = "credentials", long = "out", value_name = "DIR")]
	pub out: PathBuf,
	#[arg(
		id = "legal_name",
		long = "name",
		value_name = "NAME",
		conflicts_with = "reissue"
	)]
	pub name: Option<String>,
	#[arg(long)]
	pub dia: bool,
	#[command(flatten)]
	pub with: SignedWith,
	#[arg(long, value_name = "URL", default_value = NODE)]
	pub node: String,
}

/// Presents a credential.
#[derive(Debug, clap::Args)]
pub struct Present {
	#[arg(id = "credential", value_name = "FILE")]
	pub credential: PathBuf,
	#[arg(id = "holder_key", long = "key", value_name = "FILE")]
	pub key: PathBuf,
	#[arg(long, value_name = "TEXT")]
	pub audience: String,
	#[arg(id = "asked_nonce", long = "nonce", value_name = "TEXT")]
	pub nonce: String,
}

/// Checks a credential, or a presentation of one.
#[derive(Debug, clap::Args)]
#[command(group(ArgGroup::new("without_node").args(["issuer_trust", "by_receipt"]).multiple(true)))]
pub struct Verify {
	#[arg(id = "credential", value_name = "FILE")]
	pub credential: PathBuf,
	#[arg(long, value_name = "URL", default_value = NODE, conflicts_with = "without_node")]
	pub node: String,
	#[arg(id = "issuer_trust", long = "trust", value_name = "FILE|DIR")]
	pub trust: Option<PathBuf>,
	#[arg(id = "by_receipt", long = "receipt", value_name = "FILE")]
	pub receipt: Option<PathBuf>,
	#[arg(long, value_name = "TIME", value_parser = super::receipts::age, requires = "by_receipt")]
	pub max_age: Option<u64>,
	#[arg(long, value_name = "DIR", requires = "without_node")]
	pub status: Option<PathBuf>,
	#[arg(long, value_name = "BLOCK|DAY|TIME")]
	pub at: Option<At>,
	#[arg(long, value_name = "TEXT", requires = "asked_nonce")]
	pub audience: Option<String>,
	#[arg(
		id = "asked_nonce",
		long = "nonce",
		value_name = "TEXT",
		requires = "audience"
	)]
	pub nonce: Option<String>,
	#[arg(long, value_name = "HOST=PORT", value_parser = loopback, requires = "without_node", conflicts_with = "status")]
	pub loopback: Option<Loopback>,
}

/// For tests: what a host serves is fetched over http from a port of this computer.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Loopback {
	/// The host.
	pub host: String,
	/// The port.
	pub port: u16,
}

fn loopback(text: &str) -> Result<Loopback, String> {
	let read = || {
		let (host, port) = text.split_once('=')?;
		let host = host.to_owned();
		Some(Loopback {
			host,
			port: port.parse().ok()?,
		})
	};
	read().ok_or_else(|| "write aduanas.example=8734".to_owned())
}

/// Says whose certificates count.
#[derive(Debug, clap::Args)]
pub struct Recognise {
	#[arg(id = "recognising", long = "of", value_name = "GRANTOR", value_parser = territory)]
	pub grantor: Territory,
	#[arg(id = "recognition_out", long = "out", value_name = "FILE")]
	pub out: PathBuf,
	#[command(flatten)]
	pub with: SignedWith,
	#[arg(long, value_name = "URL", default_value = NODE)]
	pub node: String,
}

/// Makes the credentials of a certificate void.
#[derive(Debug, clap::Args)]
pub struct Void {
	#[arg(value_parser = aeo_primitives::certificate_number)]
	pub number: CertificateNumber,
	#[command(flatten)]
	pub acting: Acting,
}

/// Status lists.
#[derive(Debug, Subcommand)]
pub enum StatusList {
	Build(Build),
	Serve(ServeStatus),
}

/// Makes the lists of a block.
#[derive(Debug, clap::Args)]
pub struct Build {
	#[arg(id = "status_out", value_name = "DIR")]
	pub out: PathBuf,
	#[arg(long = "of", value_name = "TERRITORY", value_parser = territory)]
	pub issuer: Territory,
	#[command(flatten)]
	pub with: SignedWith,
	#[command(flatten)]
	pub asked: Asked,
}

/// Serves them.
#[derive(Clone, Debug, clap::Args)]
pub struct ServeStatus {
	#[arg(long = "of", value_name = "TERRITORY", value_parser = territory)]
	pub issuer: Territory,
	#[command(flatten)]
	pub with: SignedWith,
	#[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8734")]
	pub listen: SocketAddr,
	#[arg(long, value_name = "URL", default_value = NODE)]
	pub node: String,
}
