//! Questions: what is so, and what was. Answers are tables for people, and with `--json` what the node says.

mod agreements;
mod evaluate;
mod pending;
pub mod report;
mod requests;
mod tin;

pub use agreements::{
	lines as agreement_lines, list as list_agreements, proposed_lines, show as show_agreement,
	terms_of,
};
pub use evaluate::{identifier, say_answer, Explanation};
pub use pending::{
	batch as batch_words, decision as decision_words, document as decision_document,
	reinstatement as reinstatement_words, waiting, PendingBatch,
};
pub use requests::list as requests;

use crate::{
	ask::Asking,
	at,
	cli::questions::{DeclareAs, Named, NodeStatus, Question, Subject, Uses},
	failure::{Failure, Kind},
	standing::{self, CertificateStatus, StatusPeriod},
	table,
	text::Label,
	Session,
};
use aeo_primitives::{
	recognition::Denial,
	tin::{Reason, Tin},
	Benefits, CertificateNumber, Declaration, Direction, Ground, IncidentKind, Moment, NotDeclared,
	Role, StateKind, Territory,
};
use primitive_types::H256;
use serde::Deserialize;
use serde_json::json;

/// Rows of a page of most questions.
const PAGE: usize = 50;

/// Runs a question.
pub fn run(session: &Session, question: Question) -> Result<(), Failure> {
	match question {
		Question::Show(subject) => show(session, &subject),
		Question::History(subject) => history(session, &subject),
		Question::DeclareAs(arguments) => declare_as(session, &arguments),
		Question::Evaluate(arguments) => evaluate::evaluate(session, &arguments),
		Question::Explain(arguments) => evaluate::explain(session, &arguments),
		Question::Tin(arguments) => tin::run(session, &arguments),
		Question::Uses(arguments) => uses(session, &arguments),
		Question::Pending(arguments) => pending::list(session, &arguments),
		Question::Report(arguments) => report::report(session, &arguments),
		Question::Status(arguments) => status(session, &arguments),
	}
}

/// Who is meant by what was typed.
pub enum Meant {
	/// The firm with this TIN.
	Firm(Tin),
	/// A certificate.
	Certificate(Territory, String),
}

/// Finds out what is meant: the certificate of an issuer that is named; a firm; or a certificate whose
/// number begins with its issuer's code.
pub fn meant(asking: &Asking, named: &Named) -> Result<Option<Meant>, Failure> {
	if let Some(issuer) = named.issuer {
		return Ok(Some(Meant::Certificate(issuer, named.id.clone())));
	}
	let tin = Tin::parse(&named.id).ok();
	if let Some(tin) = &tin {
		if !certificates_of(asking, tin)?.is_empty() {
			return Ok(Some(Meant::Firm(tin.clone())));
		}
	}
	if let Some(issuer) = leading_territory(&named.id) {
		if certificate(asking, issuer, &named.id)?.is_some() {
			return Ok(Some(Meant::Certificate(issuer, named.id.clone())));
		}
	}
	Ok(tin.map(Meant::Firm))
}

/// The certificates of a firm; none where the node says that no firm can have this number.
pub fn certificates_of(asking: &Asking, tin: &Tin) -> Result<Vec<CertificateStatus>, Failure> {
	match asking.ask("aeo_certificatesOf", &[json!(tin.to_string())]) {
		Err(failure) if failure.is(Kind::NodeRefuses) => Ok(Vec::new()),
		other => other,
	}
}

/// The territory with whose code a text begins.
fn leading_territory(text: &str) -> Option<Territory> {
	Territory::try_from(text.trim().get(..2)?).ok()
}

/// A certificate; none where the issuer has none with this number.
pub fn certificate(
	asking: &Asking,
	issuer: Territory,
	number: &str,
) -> Result<Option<CertificateStatus>, Failure> {
	if aeo_primitives::certificate_number(number).is_err() {
		return Ok(None);
	}
	asking.ask("aeo_certificate", &[json!(issuer), json!(number)])
}

/// The certificates that are meant, at least one.
fn certificates(
	session: &Session,
	asking: &Asking,
	named: &Named,
) -> Result<Vec<CertificateStatus>, Failure> {
	let found = match meant(asking, named)? {
		Some(Meant::Firm(tin)) => certificates_of(asking, &tin)?,
		Some(Meant::Certificate(issuer, number)) => certificate(asking, issuer, &number)?
			.into_iter()
			.collect::<Vec<_>>(),
		None => Vec::new(),
	};
	if found.is_empty() {
		return Err(not_found(session, named));
	}
	Ok(found)
}

/// Says that there is no such certificate; and of what looks like a firm's number, what is wrong with it.
fn not_found(session: &Session, named: &Named) -> Failure {
	let id = ("id", named.id.clone());
	let checked = Tin::parse(&named.id).and_then(|tin| tin.check());
	match checked {
		Err(reason) if named.issuer.is_none() && is_slip(reason) => {
			let why = denial(session, &Denial::NotANumber { reason });
			Failure::with(Kind::NeitherNumber, [id, ("why", why)])
		}
		_ => Failure::with(Kind::NoCertificate, [id]),
	}
}

/// Whether a text would be a firm's number but for a slip; others are as likely a certificate's.
const fn is_slip(reason: Reason) -> bool {
	matches!(
		reason,
		Reason::CheckDigit
			| Reason::CheckDigitMissing { .. }
			| Reason::Date
			| Reason::Generic
			| Reason::UnknownCharacter { .. }
			| Reason::ZeroMissing
			| Reason::ZeroTooMany
	)
}

/// Since when a certificate is suspended or annulled, where it is.
pub fn since(asking: &Asking, certificate: &CertificateStatus) -> Result<Option<Moment>, Failure> {
	let kind = certificate.state.kind();
	if !matches!(kind, StateKind::Suspended | StateKind::Annulled) {
		return Ok(None);
	}
	let periods = periods(asking, certificate.issuer, &certificate.number, 0)?;
	Ok(standing::since(&periods, kind))
}

fn periods(
	asking: &Asking,
	issuer: Territory,
	number: &CertificateNumber,
	page: u32,
) -> Result<Vec<StatusPeriod>, Failure> {
	asking.ask("aeo_history", &[json!(issuer), json!(number), json!(page)])
}

fn show(session: &Session, Subject { named, asked }: &Subject) -> Result<(), Failure> {
	let asking = Asking::connect(&asked.node, asked.at)?;
	let found = certificates(session, &asking, named)?;
	if session.json {
		for certificate in &found {
			let arguments = [json!(certificate.issuer), json!(certificate.number)];
			session.say(&asking.whole("aeo_certificate", &arguments)?.to_string())?;
		}
		return Ok(());
	}
	for certificate in &found {
		show_one(session, &asking, certificate)?;
	}
	asking.say_block(session)
}

fn show_one(
	session: &Session,
	asking: &Asking,
	certificate: &CertificateStatus,
) -> Result<(), Failure> {
	let texts = &session.texts;
	session.say(&texts.label(
		Label::CertificateOf,
		&[
			("number", certificate.number.to_string()),
			("issuer", certificate.issuer.name().to_owned()),
		],
	))?;
	let status = standing::status(session, certificate, since(asking, certificate)?);
	let mut rows = vec![
		(Label::FieldFirm, certificate.tin.to_string()),
		(Label::FieldStatus, status),
		(
			Label::FieldType,
			standing::certificate_type(&certificate.certificate_type),
		),
		(Label::FieldRoles, standing::roles(certificate.roles)),
		(
			Label::FieldValid,
			standing::validity(session, certificate.validity),
		),
		(Label::FieldVersion, certificate.version.to_string()),
	];
	if certificate.under_review {
		rows.push((Label::FieldReview, texts.label(Label::UnderReview, &[])));
	} else if let Some(day) = certificate.review_due {
		let label = if certificate.review_overdue {
			Label::ReviewOverdue
		} else {
			Label::ReviewDue
		};
		let due = texts.label(label, &[("day", day.to_string())]);
		rows.push((Label::FieldReview, due));
	}
	if certificate.open_requests > 0 {
		rows.push((Label::FieldRequests, certificate.open_requests.to_string()));
	}
	let rows: Vec<_> = rows
		.into_iter()
		.map(|(label, value)| vec![format!("  {}", texts.label(label, &[])), value])
		.collect();
	say_all(session, &rows)
}

/// Writes a table.
pub fn say_all(session: &Session, rows: &[Vec<String>]) -> Result<(), Failure> {
	table::lines(rows)
		.iter()
		.try_for_each(|line| session.say(line))
}

/// The headings of a table.
pub fn headings(session: &Session, labels: &[Label]) -> Vec<String> {
	labels
		.iter()
		.map(|label| session.texts.label(*label, &[]))
		.collect()
}

fn history(session: &Session, Subject { named, asked }: &Subject) -> Result<(), Failure> {
	let asking = Asking::connect(&asked.node, asked.at)?;
	for certificate in certificates(session, &asking, named)? {
		let CertificateStatus { issuer, number, .. } = &certificate;
		let mut rows = Vec::new();
		for page in 0_u32.. {
			let arguments = [json!(issuer), json!(number), json!(page)];
			let whole = asking.whole("aeo_history", &arguments)?;
			if session.json {
				session.say(&whole.to_string())?;
			}
			let periods: Vec<StatusPeriod> = asking.read(whole)?;
			rows.extend(periods.iter().map(|period| period_row(session, period)));
			if periods.len() < PAGE {
				break;
			}
		}
		if session.json {
			continue;
		}
		session.say(&session.texts.label(
			Label::CertificateOf,
			&[
				("number", number.to_string()),
				("issuer", issuer.name().to_owned()),
			],
		))?;
		rows.insert(
			0,
			headings(
				session,
				&[
					Label::FieldVersion,
					Label::ColumnFrom,
					Label::ColumnKnown,
					Label::FieldStatus,
					Label::FieldRoles,
					Label::FieldValid,
					Label::ColumnGround,
					Label::ColumnBy,
				],
			),
		);
		say_all(session, &rows)?;
	}
	if session.json {
		Ok(())
	} else {
		asking.say_block(session)
	}
}

fn period_row(session: &Session, period: &StatusPeriod) -> Vec<String> {
	vec![
		period.version.to_string(),
		at::written(period.from),
		at::written(period.known_from),
		standing::state(session, period.state),
		standing::roles(period.roles),
		standing::validity(session, period.validity),
		ground(session, period.decided.ground),
		standing::hands(&period.decided),
	]
}

/// Names a ground.
pub fn ground(session: &Session, ground: Ground) -> String {
	let label = match ground {
		Ground::Authority => Label::GroundAuthority,
		Ground::HoldersRequest => Label::GroundHolder,
		Ground::Administrative => Label::GroundAdministrative,
	};
	session.texts.label(label, &[])
}

/// Names a direction.
pub fn direction(session: &Session, direction: Direction) -> String {
	let label = match direction {
		Direction::Import => Label::DirectionImport,
		Direction::Export => Label::DirectionExport,
	};
	session.texts.label(label, &[])
}

/// Says why there are no benefits, and what to do.
pub fn denial(session: &Session, denial: &Denial) -> String {
	// The name of a variant, without what belongs to it.
	let name_of = |written: String| {
		let name = written.split([' ', '(', '{']).next().unwrap_or_default();
		name.to_owned()
	};
	let key = format!("denial-{}", name_of(format!("{denial:?}")));
	let details = match denial {
		Denial::NotANumber { reason } => vec![("reason", name_of(format!("{reason:?}")))],
		Denial::TraderNotActive { merged_into } => {
			let into = merged_into
				.as_ref()
				.map_or_else(|| "None".to_owned(), ToString::to_string);
			vec![("merged_into", into)]
		}
		_ => Vec::new(),
	};
	session.texts.with(&key, &details)
}

/// The grantors to which legs of an issuer lead, which cover a certificate or not.
pub fn grantors(
	asking: &Asking,
	issuer: Territory,
	number: &CertificateNumber,
) -> Result<Vec<Territory>, Failure> {
	#[derive(Deserialize)]
	struct Reader {
		reader: Territory,
	}
	let legs: Vec<Reader> = asking.ask("aeo_sharing", &[json!(issuer), json!(number)])?;
	let mut grantors: Vec<_> = legs.into_iter().map(|leg| leg.reader).collect();
	grantors.sort();
	grantors.dedup();
	Ok(grantors)
}

/// What a declaration writes under a leg.
#[derive(Deserialize)]
struct LegDeclaration {
	agreement: u32,
	declaration: Option<Declaration>,
	reason: Option<NotDeclared>,
}

fn declare_as(session: &Session, arguments: &DeclareAs) -> Result<(), Failure> {
	let DeclareAs {
		named,
		grantor,
		asked,
	} = arguments;
	let asking = Asking::connect(&asked.node, asked.at)?;
	let mut told = false;
	for certificate in certificates(session, &asking, named)? {
		let CertificateStatus { issuer, number, .. } = &certificate;
		let grantors = match grantor {
			Some(grantor) => vec![*grantor],
			None => grantors(&asking, *issuer, number)?,
		};
		for grantor in grantors {
			let arguments = [json!(issuer), json!(number), json!(grantor)];
			let whole = asking.whole("aeo_declareAs", &arguments)?;
			if session.json {
				session.say(&whole.to_string())?;
				told = true;
				continue;
			}
			let legs: Vec<LegDeclaration> = asking.read(whole)?;
			for leg in &legs {
				session.say(&declaration_line(session, grantor, number, leg))?;
				told = true;
			}
		}
	}
	if !told {
		session.tell(&session.texts.label(Label::NothingToDeclare, &[]));
	}
	if session.json {
		Ok(())
	} else {
		asking.say_block(session)
	}
}

fn declaration_line(
	session: &Session,
	grantor: Territory,
	number: &CertificateNumber,
	leg: &LegDeclaration,
) -> String {
	let texts = &session.texts;
	let mut parts = Vec::new();
	if let Some(declaration) = &leg.declaration {
		let mut part = |what: &str, place: &str| {
			if !what.is_empty() && !place.is_empty() {
				parts.push(texts.label(
					Label::Written,
					&[("what", what.to_owned()), ("place", place.to_owned())],
				));
			}
		};
		part(&declaration.code, &declaration.place);
		part(&declaration.number, &declaration.number_place);
		part(&declaration.number, &declaration.manifest_place);
	}
	// The chain's own sentence, with what to do.
	parts.extend(leg.reason.map(|reason| reason.to_string()));
	texts.label(
		Label::DeclareLine,
		&[
			("grantor", grantor.name().to_owned()),
			("number", number.to_string()),
			("agreement", leg.agreement.to_string()),
			("what", parts.join("; ")),
		],
	)
}

/// A benefit given to a declaration.
#[derive(Deserialize)]
struct Use {
	grantor: Territory,
	declaration: H256,
	role: Role,
	direction: Direction,
	benefits: Benefits,
	block: u32,
	at: Moment,
	place: u32,
	annulled: bool,
}

fn uses(session: &Session, Uses { tin, asked }: &Uses) -> Result<(), Failure> {
	let asking = Asking::connect(&asked.node, asked.at)?;
	let mut rows = Vec::new();
	let mut end = 0;
	for page in 0_u32.. {
		let whole = asking.whole("aeo_usesOf", &[json!(tin.to_string()), json!(page)])?;
		if session.json {
			session.say(&whole.to_string())?;
		}
		let uses: Vec<Use> = asking.read(whole)?;
		if let Some(last) = uses.last() {
			end = last_page(page, last.place);
		}
		rows.extend(uses.iter().map(|one| use_row(session, one)));
		if page >= end {
			break;
		}
	}
	if session.json {
		return Ok(());
	}
	if rows.is_empty() {
		session.tell(&session.texts.label(Label::NoUses, &[]));
	} else {
		let labels = [
			Label::ColumnFrom,
			Label::ColumnBlock,
			Label::ColumnGrantor,
			Label::ColumnDeclaration,
			Label::FieldRoles,
			Label::ColumnDirection,
			Label::ColumnBenefits,
		];
		rows.insert(0, headings(session, &labels));
		say_all(session, &rows)?;
	}
	asking.say_block(session)
}

/// The last page there can be, by the last place that a page has. All places of a page, 50, may be gone.
fn last_page(page: u32, place: u32) -> u32 {
	page.saturating_add(place.div_ceil(50))
}

fn use_row(session: &Session, one: &Use) -> Vec<String> {
	let mut benefits = codes(one.benefits);
	if one.annulled {
		benefits = format!(
			"{benefits} ({})",
			session.texts.label(Label::StateAnnulled, &[])
		);
	}
	vec![
		at::written(one.at),
		one.block.to_string(),
		one.grantor.to_string(),
		format!("{:?}", one.declaration),
		one.role.code().to_owned(),
		direction(session, one.direction),
		benefits,
	]
}

/// Writes benefits by their codes.
pub fn codes(benefits: Benefits) -> String {
	let codes: Vec<_> = benefits.iter().map(|benefit| benefit.code()).collect();
	codes.join(", ")
}

/// An incident.
#[derive(Deserialize)]
struct IncidentReport {
	number: u32,
	kind: IncidentKind,
	opened: Step,
	closed: Option<Step>,
}

#[derive(Deserialize)]
struct Step {
	at: Moment,
}

/// Lists the incidents of an administration.
pub fn incidents(
	session: &Session,
	administration: Territory,
	asked: &crate::cli::questions::Asked,
) -> Result<(), Failure> {
	let asking = Asking::connect(&asked.node, asked.at)?;
	let mut rows = Vec::new();
	for page in 0_u32.. {
		let whole = asking.whole("aeo_incidents", &[json!(administration), json!(page)])?;
		if session.json {
			session.say(&whole.to_string())?;
		}
		let incidents: Vec<IncidentReport> = asking.read(whole)?;
		let is_last = incidents.len() < PAGE;
		rows.extend(incidents.into_iter().map(|one| {
			let closed = one.closed.map(|step| at::written(step.at));
			vec![
				one.number.to_string(),
				incident_kind(session, one.kind),
				at::written(one.opened.at),
				closed.unwrap_or_else(|| session.texts.label(Label::StillOpen, &[])),
			]
		}));
		if is_last {
			break;
		}
	}
	if session.json {
		return Ok(());
	}
	if rows.is_empty() {
		session.tell(&session.texts.label(Label::NoIncidents, &[]));
	} else {
		let labels = [
			Label::ColumnNumber,
			Label::ColumnKind,
			Label::ColumnFrom,
			Label::ColumnUntil,
		];
		rows.insert(0, headings(session, &labels));
		say_all(session, &rows)?;
	}
	asking.say_block(session)
}

/// Names a kind of incident.
pub fn incident_kind(session: &Session, kind: IncidentKind) -> String {
	let label = match kind {
		IncidentKind::Other => Label::IncidentOther,
		IncidentKind::AlertLevel => Label::IncidentAlert,
		IncidentKind::BorderClosure => Label::IncidentBorder,
		IncidentKind::NaturalDisaster => Label::IncidentDisaster,
		IncidentKind::Hazard => Label::IncidentHazard,
	};
	session.texts.label(label, &[])
}

/// The version of the runtime.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct RuntimeVersion {
	spec_version: u32,
}

/// How a node is.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Health {
	peers: u32,
	is_syncing: bool,
}

fn status(session: &Session, NodeStatus { node }: &NodeStatus) -> Result<(), Failure> {
	// The last final block: a question about a block that is named is answered by a node that is behind too.
	let web = crate::web::Web::new();
	let last: H256 = crate::chain::call(&web, node, "chain_getFinalizedHead", &json!([]))?;
	let last = Asking::connect(node, Some(at::At::Hash(last)))?;
	let best: H256 = last.node("chain_getBlockHash", &json!([]))?;
	let best = Asking::connect(node, Some(at::At::Hash(best)))?.block;
	let chain: String = last.node("system_chain", &json!([]))?;
	let version: String = last.node("system_version", &json!([]))?;
	let runtime: RuntimeVersion = last.node("state_getRuntimeVersion", &json!([]))?;
	let health: Health = last.node("system_health", &json!([]))?;
	let age = best.age();
	if session.json {
		session.say(
			&json!({
				"node": node,
				"chain": chain,
				"genesis": last.genesis,
				"version": version,
				"spec": runtime.spec_version,
				"best": {"number": best.number, "hash": best.hash, "time": best.time},
				"final": {"number": last.block.number, "hash": last.block.hash, "time": last.block.time},
				"seconds": age,
				"syncing": health.is_syncing,
				"peers": health.peers,
			})
			.to_string(),
		)?;
	} else {
		let texts = &session.texts;
		let block = |block: crate::ask::Block| {
			texts.label(
				Label::BlockAt,
				&[
					("number", block.number.to_string()),
					("time", at::written(block.time)),
				],
			)
		};
		let rows = [
			(Label::FieldNode, format!("{node} ({version})")),
			(Label::FieldChain, format!("{chain} ({:?})", last.genesis)),
			(Label::FieldSpec, runtime.spec_version.to_string()),
			(Label::FieldBest, block(best)),
			(Label::FieldFinal, block(last.block)),
			(
				Label::FieldAge,
				texts.label(Label::Seconds, &[("seconds", age.to_string())]),
			),
			(Label::FieldPeers, health.peers.to_string()),
		];
		let rows: Vec<_> = rows
			.into_iter()
			.map(|(label, value)| vec![texts.label(label, &[]), value])
			.collect();
		say_all(session, &rows)?;
	}
	// As any question about the present, so that the exit code says whether this node is to be asked.
	Asking::connect(node, None).map(|_| ())
}

#[cfg(test)]
mod tests {
	use super::last_page;

	#[test]
	fn a_page_without_places_should_not_be_the_last() {
		// Of 170 uses, whose places count from 0: the pages begin at 169, 119, 69 and 19.
		assert_eq!(last_page(0, 120), 3);
		assert_eq!(last_page(2, 20), 3);
		assert_eq!(last_page(3, 0), 3);
		// What is gone at the end of a page costs at most one question more.
		assert_eq!(last_page(0, 169), 4);
		assert_eq!(last_page(0, 0), 0);
	}
}
