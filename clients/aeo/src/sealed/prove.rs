//! `aeo sealed prove` and `aeo sealed verify`: one record, proved to somebody who has no list.

use super::lists::{self, Tell};
use crate::{
	chain::Node,
	cli::{Prove, Verify},
	failure::{Failure, Kind},
	keys,
	web::Web,
	Session,
};
use aeo_primitives::Territory;
use aeo_sealing::{class_name, prove, Error, Proof};
use primitive_types::H256;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::fs;

/// A proof, and where its root stands on chain.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct File {
	genesis: H256,
	issuer: Territory,
	reader: Territory,
	sequence: u32,
	/// The number of the block in which the list was published.
	block: u32,
	proof: Proof,
}

/// Most bytes of a proof: a record, escaped throughout, and its paths.
const MOST_BYTES: u64 = 512 * 1024;

/// Says the proof of a record.
pub fn run(session: &Session, arguments: &Prove) -> Result<(), Failure> {
	let secret = keys::load(session, &arguments.reading.key)?;
	let web = Web::new();
	let node = Node::connect(&web, &arguments.reading.node)?;
	let (issuer, reader) = (arguments.issuer, arguments.reading.reader);
	let names = [
		("issuer", issuer.to_string()),
		("reader", reader.to_string()),
	];
	let status = node
		.lists(reader)?
		.of(issuer)
		.ok_or_else(|| Failure::with(Kind::NoList, names))?;
	lists::ensure_readable(&status, &secret)?;
	let folder = lists::folder(&arguments.reading.dir, &status);
	let list = lists::open(&node, &folder, &status, &secret)?;
	let opened = lists::pages(session, &list, &folder, Tell::Refused);
	let proof = opened
		.pages
		.iter()
		.find_map(|page| prove(&list, page, &arguments.number, arguments.class));
	let Some(proof) = proof else {
		lists::ensure_whole(&opened)?;
		let details = [
			("number", arguments.number.as_str().to_owned()),
			("class", class_name(arguments.class).to_owned()),
		];
		return Err(Failure::with(Kind::NoRecord, details));
	};
	let file = File {
		genesis: node.genesis,
		issuer,
		reader,
		sequence: status.sequence,
		block: status.block,
		proof,
	};
	session.say(&json!(file).to_string())
}

/// Checks a proof against the chain, and says its record.
pub fn verify(session: &Session, arguments: &Verify) -> Result<(), Failure> {
	let path = &arguments.file;
	let failure = |error: std::io::Error| Failure::file(path.display(), &error);
	let length = fs::metadata(path).map_err(failure)?.len();
	let not_a_proof = |why: String| {
		let file = path.display().to_string();
		Failure::with(Kind::NotAProof, [("file", file), ("why", why)])
	};
	if length > MOST_BYTES {
		return Err(not_a_proof(format!("{length} > {MOST_BYTES}")));
	}
	let text = fs::read(path).map_err(failure)?;
	let file: File =
		serde_json::from_slice(&text).map_err(|error| not_a_proof(error.to_string()))?;
	let web = Web::new();
	let node = Node::connect(&web, &arguments.node)?;
	let names = [
		("issuer", file.issuer.to_string()),
		("reader", file.reader.to_string()),
	];
	let status = node
		.lists_at(file.reader, file.block)?
		.of(file.issuer)
		.filter(|status| status.sequence == file.sequence)
		.ok_or_else(|| Failure::with(Kind::NoList, names))?;
	// What is checked is the chain's word; the file's own only says where to look.
	if file.genesis != node.genesis {
		return Err(Error::RootDiffers.into());
	}
	let record = file.proof.verify(&status.on_chain(node.genesis))?;
	session.say(&record.canonical())
}
