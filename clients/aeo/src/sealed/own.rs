//! `aeo sealed own`: a holder's own records, and who may read what of them.

use super::files::Named;
use crate::{
	chain::{Node, SealedPeriod},
	cli::Own,
	consent,
	failure::{Failure, Kind},
	keys,
	text::Label,
	web::{self, Web},
	Session,
};
use aeo_primitives::{sealed_use::SealedUse, tree, CertificateNumber, Territory, TraderId};
use aeo_sealing::{class_name, hex, Error, HolderFile, HolderName, PublicKey, Record, Secret, Use};
use codec::Decode;
use serde_json::{json, Value};
use std::collections::BTreeMap;

/// Opens the file that an issuer has laid ready.
pub fn run(session: &Session, arguments: &Own) -> Result<(), Failure> {
	let secret = keys::load(session, &arguments.key)?;
	let web = Web::new();
	let node = Node::connect(&web, &arguments.node)?;
	let issuer = arguments.issuer;
	let key = secret.public();
	let mut traders = node.holder_keys()?;
	traders.retain(|_, known| *known == key);
	if traders.is_empty() {
		let details = [("key", key.to_string())];
		return Err(Failure::with(Kind::KeyNotRegistered, details));
	}
	// The names of files follow from the key to which the issuer's own list is sealed: it has that secret.
	let own = node.lists(issuer)?.to(issuer).ok_or_else(|| {
		let details = [
			("issuer", issuer.to_string()),
			("reader", issuer.to_string()),
		];
		Failure::with(Kind::NoList, details)
	})?;
	let issuer_key = PublicKey(own.sealed_to);
	let source = arguments.from.clone().or(own.source);
	let source =
		source.ok_or_else(|| Failure::with(Kind::NoSource, [("issuer", issuer.to_string())]))?;
	web::ensure_safe(&source)?;
	let mut desk = Desk {
		session,
		node: &node,
		issuer,
		secret: &secret,
		periods: BTreeMap::new(),
		differences: 0,
		found: false,
	};
	// One key may be that of several firms.
	for trader in traders.into_keys() {
		let name = HolderName::of(&secret, &issuer_key, &node.genesis, issuer, &trader)?;
		let address = format!("{}/h/{name}", source.trim_end_matches('/'));
		if let Some(blob) = web.file(&address, Named::Holder.most_bytes())? {
			desk.show(trader, &blob)?;
		}
	}
	desk.end()
}

/// A holder at its desk.
struct Desk<'a> {
	session: &'a Session,
	node: &'a Node<'a>,
	issuer: Territory,
	secret: &'a Secret,
	/// The periods of sealed uses that were asked about.
	periods: BTreeMap<u32, Option<SealedPeriod>>,
	/// How many records and uses are not as the chain says.
	differences: u32,
	/// Whether there is a file.
	found: bool,
}

impl Desk<'_> {
	fn show(&mut self, trader: TraderId, blob: &[u8]) -> Result<(), Failure> {
		self.found = true;
		let issuer = self.issuer;
		let file = match HolderFile::open(self.secret, self.node.genesis, issuer, trader, blob) {
			Ok(file) => file,
			// It keeps the other firms' files from nobody.
			Err(error) => {
				self.refuse(&format!("{trader:?}"), &error.into());
				return Ok(());
			}
		};
		let holdings = self.node.holdings(issuer, [trader].into_iter())?;
		let numbers = holdings.get(&trader).map_or(&[][..], Vec::as_slice);
		let mut records = self.proved(&file)?;
		for number in numbers {
			let of_number = records.remove(number).unwrap_or_default();
			self.show_certificate(&file, number, &of_number)?;
		}
		// What the chain says to be another's is not shown.
		for number in records.into_keys() {
			let number = number.as_str().to_owned();
			self.refuse(&number.clone(), &Error::WrongPlace { number }.into());
		}
		for one in &file.uses {
			match self.use_of(trader, one)? {
				Some(proved) => self.show_use(one, &proved)?,
				None => {
					let what = format!("{}/{}", one.period, one.place);
					self.refuse(&what, &Error::RootDiffers.into());
				}
			}
		}
		Ok(())
	}

	/// The records of a file that are proved in the list that it names, by certificate.
	fn proved(
		&mut self,
		file: &HolderFile,
	) -> Result<BTreeMap<CertificateNumber, Vec<Record>>, Failure> {
		let mut records: BTreeMap<_, Vec<_>> = BTreeMap::new();
		let Some(proved_in) = file.list else {
			return Ok(records);
		};
		let issuer = self.issuer;
		let status = self
			.node
			.lists_at(issuer, proved_in.block)?
			.to(issuer)
			.filter(|status| status.sequence == proved_in.sequence);
		for proof in &file.records {
			let record = match &status {
				Some(status) => proof.verify(&status.on_chain(self.node.genesis)),
				None => Err(Error::RootDiffers),
			};
			match record {
				Ok(record) => records
					.entry(record.number.clone())
					.or_default()
					.push(record),
				Err(error) => self.refuse(&proof.page.to_string(), &error.into()),
			}
		}
		Ok(records)
	}

	fn show_certificate(
		&self,
		file: &HolderFile,
		number: &CertificateNumber,
		records: &[Record],
	) -> Result<(), Failure> {
		let Self { session, .. } = self;
		let legs = self.node.sharing(self.issuer, number)?;
		if session.json {
			let values = records.iter().map(|record| {
				serde_json::from_str(&record.canonical()).map_err(|_| Error::NotCanonical)
			});
			let line = json!({
				"issuer": self.issuer, "number": number, "list": file.list,
				"records": values.collect::<Result<Vec<Value>, _>>()?, "sharing": legs,
			});
			return session.say(&line.to_string());
		}
		for record in records {
			let data = serde_json::to_string(&record.data).map_err(|_| Error::NotCanonical)?;
			let details = [
				("number", number.to_string()),
				("class", class_name(record.class()).to_owned()),
				("version", record.version.to_string()),
				("data", data),
			];
			session.say(&session.texts.label(Label::OwnRecord, &details))?;
		}
		if records.is_empty() {
			let details = [("number", number.to_string())];
			session.tell(&session.texts.label(Label::OwnLacking, &details));
		}
		if let Some(list) = file.list.filter(|_| !records.is_empty()) {
			let details = [
				("sequence", list.sequence.to_string()),
				("block", list.block.to_string()),
			];
			session.tell(&session.texts.label(Label::OwnMade, &details));
		}
		consent::say(session, &legs)
	}

	/// The use that a leaf is, if it is this holder's, of this grantor, and stands under the root on chain.
	fn use_of(&mut self, trader: TraderId, one: &Use) -> Result<Option<SealedUse>, Failure> {
		let leaf = hex::bytes(&one.leaf).and_then(|leaf| SealedUse::decode(&mut &*leaf).ok());
		let Some(leaf) = leaf else {
			return Ok(None);
		};
		let period = match self.periods.get(&one.period) {
			Some(period) => *period,
			None => {
				let period = self.node.sealed_period(self.issuer, one.period)?;
				self.periods.insert(one.period, period);
				period
			}
		};
		let is_proven = period.is_some_and(|on_chain| {
			tree::is_proven(
				on_chain.root,
				on_chain.leaves,
				one.place,
				&one.proof,
				leaf.hash(),
			)
		});
		let is_own = leaf.trader == trader && leaf.grantor == self.issuer;
		Ok(Some(leaf).filter(|_| is_proven && is_own))
	}

	fn show_use(&self, one: &Use, proved: &SealedUse) -> Result<(), Failure> {
		let Self { session, .. } = self;
		if session.json {
			let line = json!({"period": one.period, "place": one.place, "use": proved});
			return session.say(&line.to_string());
		}
		let benefits = proved.entitlements.iter().map(|given| {
			let name = format!("{:?}", given.benefit);
			format!("{name} ({})", given.certificate)
		});
		let details = [
			("grantor", proved.grantor.to_string()),
			("block", proved.block.to_string()),
			("declaration", format!("{:?}", proved.declaration)),
			("benefits", benefits.collect::<Vec<_>>().join(", ")),
		];
		session.say(&session.texts.label(Label::OwnUse, &details))
	}

	/// Tells of what is not as the chain says.
	fn refuse(&mut self, what: &str, failure: &Failure) {
		self.differences = self.differences.saturating_add(1);
		let why = failure.to_text(&self.session.texts);
		let details = [("what", what.to_owned()), ("why", why)];
		let told = self.session.texts.label(Label::OwnRefused, &details);
		self.session.tell(&told);
	}

	fn end(self) -> Result<(), Failure> {
		if !self.found {
			let details = [("issuer", self.issuer.to_string())];
			return Err(Failure::with(Kind::NoHolderFile, details));
		}
		if self.differences > 0 {
			let details = [("number", self.differences.to_string())];
			return Err(Failure::with(Kind::HolderFileDiffers, details));
		}
		Ok(())
	}
}
