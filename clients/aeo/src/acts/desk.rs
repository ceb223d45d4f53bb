//! Where an act is done: it is said in words, asked about, signed and sent, and what came of it is said.

use super::transactions;
use crate::{
	ask::Asking,
	cli::acts::Acting,
	failure::{Exit, Failure, Kind},
	progress,
	signing::{self, Once, Signing},
	state::State,
	text::Label,
	Session,
};
use aeo_client::{
	api, api::runtime_types::aeo_primitives::certificate::CertificateState as StoredState,
	AccountId32, Certainty, Done, Error, Payload,
};
use aeo_primitives::Territory;
use serde_json::{json, Map, Value};
use std::io::{self, BufRead, IsTerminal, Write};

/// An account at work, through a node.
pub struct Desk<'a> {
	/// The words.
	pub session: &'a Session,
	acting: &'a Acting,
	/// The node, and the block at which the work began.
	pub asking: Asking,
	/// The state of that node.
	pub state: State,
	account: AccountId32,
}

/// What came of an act that was sent.
enum Outcome {
	/// It is done.
	Done,
	/// It waits for a second officer, as the proposal of this number.
	Waits(u32),
}

impl<'a> Desk<'a> {
	/// Opens it. Nothing is signed yet, and no password asked for.
	pub fn open(session: &'a Session, acting: &'a Acting) -> Result<Self, Failure> {
		let account = signing::account(&acting.signed.account)?;
		let asking = Asking::connect(&acting.signed.node, None)?;
		let state = State::connect(&acting.signed.node, asking.genesis)?;
		Ok(Self {
			session,
			acting,
			asking,
			state,
			account,
		})
	}

	/// The same at the last final block, for what answers what was read there.
	pub fn at_final(self) -> Result<Self, Failure> {
		let asking = self.asking.at_final()?;
		Ok(Self { asking, ..self })
	}

	/// The administration for which the account acts.
	pub fn home(&self) -> Result<Territory, Failure> {
		let home = self
			.state
			.administration(self.account, self.asking.block.hash)?;
		home.ok_or_else(|| {
			let account = self.account.to_string();
			Failure::with(Kind::NoOffice, [("account", account)])
		})
	}

	/// Whether the account acts for an administration.
	pub fn is_office(&self) -> Result<bool, Failure> {
		let home = self
			.state
			.administration(self.account, self.asking.block.hash)?;
		Ok(home.is_some())
	}

	/// Does an act. The words say what it is.
	pub fn act(&self, words: &str, call: &impl Payload) -> Result<Exit, Failure> {
		if let Some(file) = &self.acting.unsigned {
			let bytes = self.state.encoded(call)?;
			return transactions::build(
				self.session,
				&self.state,
				self.account,
				words,
				bytes,
				file,
			);
		}
		if self.acting.dry_run {
			return self.show(words, call);
		}
		ensure_meant(self.session, words, self.acting.yes)?;
		let key = signing::key(self.session, &self.acting.signed.account)?;
		let signing = Signing::connect(&key, &self.acting.signed.node, self.asking.genesis)?;
		let until = if self.acting.best {
			Certainty::InBlock
		} else {
			Certainty::Final
		};
		let encoded = self.state.encoded(call)?;
		let hash = primitive_types::H256(sp_crypto_hashing::blake2_256(&encoded));
		let intent = format!("{} {hash:?}", name_of(call));
		let bar = indicatif::ProgressBar::hidden();
		let told = |blocks: u64| progress::quota(self.session, &bar, blocks);
		match signing.send_once(&intent, call, until, told)? {
			Once::Now(done) => say_done(self.session, &done, until),
			Once::Before(done) => {
				let label = self.session.texts.label(Label::DoneBefore, &[]);
				self.session.tell(&label);
				say_done(self.session, &done, until)
			}
		}
	}

	/// Shows what would be signed, and tries it.
	///
	/// # Errors
	///
	/// The chain would refuse it.
	fn show(&self, words: &str, call: &impl Payload) -> Result<Exit, Failure> {
		let encoded = self.state.encoded(call)?;
		let bytes = aeo_sealing::hex::digits(&encoded);
		let bytes = format!("0x{}", bytes.trim_start_matches("0x"));
		let name = name_of(call);
		if self.session.json {
			let line = json!({
				"act": words,
				"call": name,
				"account": self.account.to_string(),
				"bytes": bytes,
			});
			self.session.say(&line.to_string())?;
		} else {
			self.session.say(words)?;
			let details = [("call", name), ("account", self.account.to_string())];
			self.session
				.say(&self.session.texts.label(Label::DryRun, &details))?;
			self.session.say(&bytes)?;
		}
		try_call(self.session, &self.state, &self.account, &encoded)
	}
}

/// Tries an encoded call by the chain's own rules.
///
/// # Errors
///
/// The chain would refuse it.
pub fn try_call(
	session: &Session,
	state: &State,
	account: &AccountId32,
	encoded: &[u8],
) -> Result<Exit, Failure> {
	let Some(tried) = state.try_call(account, encoded)? else {
		return Ok(Exit::Done);
	};
	match (tried.failure, tried.rows.len()) {
		(Some(why), _) => Err(Error::Refused(why.into()).into()),
		(None, 0) => Ok(Exit::Done),
		(None, rows) => {
			let (label, detail) = Fact::RowsFailed(rows).words();
			session.tell(&session.texts.label(label, &[detail]));
			Ok(Exit::BadRows)
		}
	}
}

/// Asks whether it is meant, where somebody can answer; elsewhere `yes` says so.
pub fn ensure_meant(session: &Session, words: &str, yes: bool) -> Result<(), Failure> {
	let mut out = io::stderr().lock();
	let failed = |error: io::Error| Failure::file("-", &error);
	if !session.json || !yes {
		writeln!(out, "{words}").map_err(failed)?;
	}
	if yes {
		return Ok(());
	}
	if !io::stdin().is_terminal() {
		return Err(Failure::new(Kind::NotConfirmed));
	}
	let question = session.texts.label(Label::AskSign, &[]);
	write!(out, "{question} ").map_err(failed)?;
	out.flush().map_err(failed)?;
	let mut answer = String::new();
	io::stdin().lock().read_line(&mut answer).map_err(failed)?;
	if is_yes(&answer) {
		Ok(())
	} else {
		Err(Failure::new(Kind::NotSigned))
	}
}

/// Says what came of a call.
pub fn say_done(session: &Session, done: &Done, until: Certainty) -> Result<Exit, Failure> {
	let block = format!("{:?}", done.block);
	let outcome = outcome(done)?;
	let facts = facts(done)?;
	if session.json {
		let mut line = Map::new();
		line.insert("block".into(), json!(block));
		line.insert("final".into(), json!(until == Certainty::Final));
		if let Outcome::Waits(proposal) = outcome {
			line.insert("waits".into(), json!(proposal));
		}
		for fact in &facts {
			let (name, value) = fact.json();
			line.insert(name.into(), value);
		}
		session.say(&Value::Object(line).to_string())?;
	} else {
		let texts = &session.texts;
		for fact in &facts {
			let (label, detail) = fact.words();
			session.say(&texts.label(label, &[detail]))?;
		}
		let (label, details) = match (&outcome, until) {
			(Outcome::Waits(proposal), _) => (
				Label::Waits,
				vec![("proposal", proposal.to_string()), ("block", block)],
			),
			(Outcome::Done, Certainty::InBlock) => (Label::DoneBest, vec![("block", block)]),
			(Outcome::Done, Certainty::Final) => (Label::DoneFinal, vec![("block", block)]),
		};
		session.say(&texts.label(label, &details))?;
	}
	Ok(match outcome {
		_ if facts.iter().any(Fact::is_failure) => Exit::BadRows,
		Outcome::Done => Exit::Done,
		Outcome::Waits(_) => Exit::Waits,
	})
}

/// The name of a call as documents write it: `certificates.setReview`.
fn name_of(call: &impl Payload) -> String {
	let pallet = call.pallet_name().to_lowercase();
	let words = call
		.call_name()
		.split('_')
		.enumerate()
		.map(|(place, word)| {
			let mut letters = word.chars();
			match letters.next() {
				Some(first) if place > 0 => first.to_uppercase().chain(letters).collect(),
				_ => word.to_owned(),
			}
		});
	format!("{pallet}.{}", words.collect::<String>())
}

/// Whether an answer says yes: in English, Spanish or Portuguese.
fn is_yes(answer: &str) -> bool {
	let answer = answer.trim().to_lowercase();
	["y", "yes", "s", "si", "sí", "sim"].contains(&answer.as_str())
}

/// What a call did that is worth saying.
enum Fact {
	/// Benefits begin at these.
	Begins(Vec<Territory>),
	/// Benefits end at these.
	Ends(Vec<Territory>),
	/// An agreement was proposed.
	Agreement(u32),
	/// An incident was opened.
	Incident(u32),
	/// An irregularity was reported.
	Report(u32),
	/// Something was asked of a holder.
	Request(u32),
	/// An application was made.
	Application(String),
	/// So many declarations got nothing.
	NotGranted(usize),
	/// So many rows of a batch failed.
	RowsFailed(usize),
}

impl Fact {
	/// Whether something was not done that was asked for.
	const fn is_failure(&self) -> bool {
		matches!(self, Self::NotGranted(_) | Self::RowsFailed(_))
	}

	fn json(&self) -> (&'static str, Value) {
		match self {
			Self::Begins(grantors) => ("begins", json!(grantors)),
			Self::Ends(grantors) => ("ends", json!(grantors)),
			Self::Agreement(number) => ("agreement", json!(number)),
			Self::Incident(number) => ("incident", json!(number)),
			Self::Report(number) => ("report", json!(number)),
			Self::Request(number) => ("request", json!(number)),
			Self::Application(number) => ("application", json!(number)),
			Self::NotGranted(count) => ("notGranted", json!(count)),
			Self::RowsFailed(count) => ("rowsFailed", json!(count)),
		}
	}

	fn words(&self) -> (Label, (&'static str, String)) {
		let names = |grantors: &[Territory]| {
			let names: Vec<_> = grantors.iter().map(|one| one.name()).collect();
			names.join(", ")
		};
		match self {
			Self::Begins(grantors) => (Label::BeginsAt, ("grantors", names(grantors))),
			Self::Ends(grantors) => (Label::EndsAt, ("grantors", names(grantors))),
			Self::Agreement(number) => (Label::AgreementIs, ("number", number.to_string())),
			Self::Incident(number) => (Label::IncidentIs, ("number", number.to_string())),
			Self::Report(number) => (Label::ReportIs, ("number", number.to_string())),
			Self::Request(number) => (Label::RequestIs, ("number", number.to_string())),
			Self::Application(number) => (Label::ApplicationIs, ("number", number.clone())),
			Self::NotGranted(count) => (Label::NotGranted, ("rows", count.to_string())),
			Self::RowsFailed(count) => (Label::RowsFailed, ("rows", count.to_string())),
		}
	}
}

fn facts(done: &Done) -> Result<Vec<Fact>, Failure> {
	let mut facts = Vec::new();
	let (mut begins, mut ends) = (Vec::new(), Vec::new());
	for event in done.events.find::<api::benefits::events::BenefitsChanged>() {
		let event = event.map_err(signing::unreadable)?;
		begins.extend(event.begin.0.iter().map(|one| one.0));
		ends.extend(event.end.0.iter().map(|one| one.0));
	}
	for list in [&mut begins, &mut ends] {
		list.sort();
		list.dedup();
	}
	if !begins.is_empty() {
		facts.push(Fact::Begins(begins));
	}
	if !ends.is_empty() {
		facts.push(Fact::Ends(ends));
	}
	let proposed = done
		.events
		.find_first::<api::agreements::events::AgreementProposed>();
	if let Some(event) = proposed {
		facts.push(Fact::Agreement(
			event.map_err(signing::unreadable)?.agreement,
		));
	}
	let opened = done
		.events
		.find_first::<api::benefits::events::IncidentOpened>();
	if let Some(event) = opened {
		facts.push(Fact::Incident(event.map_err(signing::unreadable)?.incident));
	}
	let reported = done
		.events
		.find_first::<api::suspensions::events::IrregularityReported>();
	if let Some(event) = reported {
		facts.push(Fact::Report(event.map_err(signing::unreadable)?.report));
	}
	let asked = done
		.events
		.find_first::<api::applications::events::RequestMade>();
	if let Some(event) = asked {
		facts.push(Fact::Request(event.map_err(signing::unreadable)?.request));
	}
	for event in done
		.events
		.find::<api::certificates::events::CertificateChanged>()
	{
		let event = event.map_err(signing::unreadable)?;
		if matches!(event.to, StoredState::Applied) {
			facts.push(Fact::Application(event.number));
		}
	}
	let failed = done
		.events
		.find::<api::benefits::events::GrantFailed>()
		.count();
	if failed > 0 {
		facts.push(Fact::NotGranted(failed));
	}
	let failed = done
		.events
		.find::<api::certificates::events::RowFailed>()
		.count();
	if failed > 0 {
		facts.push(Fact::RowsFailed(failed));
	}
	Ok(facts)
}

fn outcome(done: &Done) -> Result<Outcome, Failure> {
	let decision = done
		.events
		.find_first::<api::certificates::events::DecisionProposed>();
	if let Some(event) = decision {
		return Ok(Outcome::Waits(event.map_err(signing::unreadable)?.proposal));
	}
	let reinstatement = done
		.events
		.find_first::<api::suspensions::events::ReinstatementProposed>();
	if let Some(event) = reinstatement {
		return Ok(Outcome::Waits(event.map_err(signing::unreadable)?.proposal));
	}
	Ok(Outcome::Done)
}

#[cfg(test)]
mod tests {
	use super::{is_yes, name_of};
	use aeo_client::{calls, H256};

	#[test]
	fn calls_should_be_named_as_in_documents() {
		let number = "MX-1".parse().expect("a number");
		assert_eq!(name_of(&calls::confirm(&number, 1)), "certificates.confirm");
		let review = calls::set_review(&number, calls::Review::Begun, H256::zero());
		assert_eq!(name_of(&review), "certificates.setReview");
	}

	#[test]
	fn only_yes_should_be_yes() {
		for yes in ["y", "Y\n", "yes", "s", "Sí\n", "si", "SIM"] {
			assert!(is_yes(yes), "{yes}");
		}
		for other in ["", "\n", "n", "no", "não", "ye", "yes!", "ok"] {
			assert!(!is_yes(other), "{other}");
		}
	}
}
