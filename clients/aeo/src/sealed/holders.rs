//! Holders' files: what an issuer lays ready for each holder that has registered a key. Each is sealed anew
//! when a record, a use or the key has changed, and goes when the key does.

use super::{
	files::{read_json, write_json, Folder, Named},
	lists::{self, Tell},
	uses::AllUses,
};
use crate::{
	chain::Node,
	cli::Sync,
	failure::{Failure, Kind},
	text::Label,
	web::Web,
	Session,
};
use aeo_primitives::{CertificateNumber, DataClass, TraderId};
use aeo_sealing::{
	prove, Entry, HolderFile, HolderName, List, Opened, ProvedIn, PublicKey, Secret,
};
use primitive_types::H256;
use serde::{Deserialize, Serialize};
use serde_json::json;
use sp_crypto_hashing::blake2_256;
use std::{
	collections::{BTreeMap, BTreeSet},
	path::PathBuf,
};

/// A file that was laid out.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
struct Laid {
	/// blake2-256 of the records and the uses that it is about.
	content: H256,
	/// blake2-256 of the file.
	sum: H256,
}

/// An issuer's own list, opened.
struct Own<'a> {
	list: List<'a>,
	opened: Opened,
	/// On which of the opened pages the records of a certificate are.
	places: BTreeMap<CertificateNumber, BTreeSet<(usize, DataClass)>>,
	block: u32,
}

/// What is laid out, and where.
struct Laying<'a> {
	session: &'a Session,
	node: &'a Node<'a>,
	arguments: &'a Sync,
	folder: Folder,
	own: Option<Own<'a>>,
}

/// Brings all holders' files up to date with the own list on chain.
pub fn lay_out(
	session: &Session,
	arguments: &Sync,
	web: &Web,
	secret: &Secret,
) -> Result<(), Failure> {
	// The state in which the own list has just become final.
	let node = Node::connect(web, &arguments.node)?;
	let issuer = arguments.issuer;
	let keys = node.holder_keys()?;
	let mut wrong = None;
	let uses = if keys.is_empty() {
		AllUses::default()
	} else {
		AllUses::read(&node, issuer, arguments.uses.as_deref())?
	};
	let mut numbers = node.holdings(issuer, keys.keys().copied())?;
	// Holders go by the key of the own list. Where none is on chain yet, the files wait for it.
	let Some(status) = node.lists(issuer)?.to(issuer) else {
		return Ok(());
	};
	if status.sealed_to != secret.public().0 {
		session.tell(&session.texts.label(Label::HoldersWait, &[]));
		return Ok(());
	}
	let own = if numbers.is_empty() {
		None
	} else {
		let home = Folder::of(&arguments.home, issuer);
		let list = lists::open(&node, &home, &status, secret)?;
		let opened = lists::pages(session, &list, &home, Tell::Refused);
		lists::ensure_whole(&opened)?;
		let mut places: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
		for (page, opened) in opened.pages.iter().enumerate() {
			for record in opened.entries.iter().map(Entry::record) {
				let of = places.entry(record.number.clone()).or_default();
				of.insert((page, record.class()));
			}
		}
		Some(Own {
			list,
			opened,
			places,
			block: status.block,
		})
	};
	let laying = Laying {
		session,
		node: &node,
		arguments,
		folder: Folder::of_holders(&arguments.files),
		own,
	};
	let mut known: BTreeMap<String, Laid> = read_json(&laying.path())?.unwrap_or_default();
	let mut names = BTreeSet::new();
	for (trader, key) in keys {
		let numbers = numbers.remove(&trader).unwrap_or_default();
		if numbers.is_empty() && uses.of(&trader).is_empty() {
			continue;
		}
		let name = HolderName::of(secret, &key, &node.genesis, issuer, &trader);
		let laid = name.map_err(Failure::from).and_then(|name| {
			let name = name.to_string();
			let laid = laying.lay_one(&name, trader, key, &numbers, &uses, &mut known);
			// Of whom no new file can be made keeps the one that is there.
			names.insert(name);
			laid
		});
		match laid {
			Ok(()) => {}
			// What is wrong with one of them keeps nobody else from a file.
			Err(failure @ Failure::Sealed(_)) => {
				let why = failure.to_text(&session.texts);
				let details = [("trader", format!("{trader:?}")), ("why", why)];
				session.tell(&session.texts.label(Label::HolderRefused, &details));
				let count = wrong.get_or_insert(0_u32);
				*count = count.saturating_add(1);
			}
			Err(failure) => return Err(failure),
		}
	}
	known.retain(|name, _| names.contains(name));
	write_json(&laying.path(), &known)?;
	laying.folder.keep_only(&names)?;
	match wrong {
		Some(count) => {
			let details = [("holders", count.to_string())];
			Err(Failure::with(Kind::HoldersLeftOut, details))
		}
		None => Ok(()),
	}
}

impl Laying<'_> {
	/// Where it is kept what was laid out.
	fn path(&self) -> PathBuf {
		self.arguments.home.join("h").with_extension("files")
	}

	/// Sees that the file of a holder is there, with what is to be in it.
	fn lay_one(
		&self,
		name: &str,
		trader: TraderId,
		key: PublicKey,
		numbers: &[CertificateNumber],
		uses: &AllUses,
		known: &mut BTreeMap<String, Laid>,
	) -> Result<(), Failure> {
		let (genesis, issuer) = (self.node.genesis, self.arguments.issuer);
		let places = uses.of(&trader);
		let mut file = self.records(numbers);
		// But for the proofs: they are others in each list, and stay true.
		let records = file.records.iter();
		let records: Vec<_> = records.map(|proof| (&proof.record, proof.salt)).collect();
		let content = H256(blake2_256(json!([records, places]).to_string().as_bytes()));
		let is_there = known.get(name).is_some_and(|laid| {
			let blob = self.folder.file(name, Named::Holder).ok().flatten();
			laid.content == content && blob.is_some_and(|blob| H256(blake2_256(&blob)) == laid.sum)
		});
		if is_there {
			return Ok(());
		}
		file.uses = uses.proved(places);
		file.fit()?;
		let left_out = places.len().saturating_sub(file.uses.len());
		if left_out > 0 {
			let details = [
				("trader", format!("{trader:?}")),
				("number", left_out.to_string()),
			];
			let told = self.session.texts.label(Label::UsesLeftOut, &details);
			self.session.tell(&told);
		}
		let blob = file.seal(&key, genesis, issuer, trader)?;
		self.folder.make()?;
		self.folder.write(name, &blob)?;
		let sum = H256(blake2_256(&blob));
		known.insert(name.to_owned(), Laid { content, sum });
		Ok(())
	}

	/// The file of who holds these certificates, without uses.
	fn records(&self, numbers: &[CertificateNumber]) -> HolderFile {
		let Some(own) = &self.own else {
			return HolderFile::default();
		};
		let places = numbers
			.iter()
			.filter_map(|number| Some((number, own.places.get(number)?)));
		let places = places.flat_map(|(number, places)| places.iter().map(move |at| (number, at)));
		let records: Vec<_> = places
			.filter_map(|(number, (page, class))| {
				prove(&own.list, own.opened.pages.get(*page)?, number, *class)
			})
			.collect();
		let list = ProvedIn {
			block: own.block,
			sequence: own.list.chain().sequence,
		};
		HolderFile {
			list: (!records.is_empty()).then_some(list),
			records,
			uses: Vec::new(),
		}
	}
}
