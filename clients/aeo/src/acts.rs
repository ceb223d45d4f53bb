//! Acts: single calls of an officer or an own account. Each is said in words, with what it changes, before it
//! is signed; `--dry-run` signs nothing.

mod answer;
mod applications;
mod credentials;
mod desk;
mod effects;
mod grant;
mod house;
mod partners;
mod programme;
mod seal;
mod transactions;

pub use applications::request_kind;

use crate::{
	cli::acts::{Act, Acting, Document, Opine, SetReview, Suspend},
	failure::{Exit, Failure, Kind},
	paper,
	questions::{certificate, certificates_of, decision_document, decision_words, ground},
	standing::{self, CertificateStatus},
	text::Label,
	Session,
};
use aeo_client::calls::{self, Decision, Review};
use aeo_primitives::{
	recognition::Certificate, tin::Tin, CertificateNumber, CertificateState, Ended, Halves,
	Opinion, Roles, Subject, Suspension, SuspensionEnd, SuspensionScope, Written,
};
pub use credentials::{clear_issuer, set_issuer, void_credentials};

use desk::Desk;
use effects::Effects;
use primitive_types::H256;

/// Does an act.
pub fn run(session: &Session, act: Act) -> Result<Exit, Failure> {
	match act {
		Act::Certify(arguments) => {
			let decision = Decision::Authorise {
				tin: written(&arguments.tin.to_string())?,
				publication_consent: paper::named(&arguments.publication_consent)?,
				certificate_type: arguments.certificate_type,
				roles: roles(arguments.roles)?,
				valid_from: arguments.first_day,
				valid_until: arguments.until,
				document: hash(&arguments.document)?,
			};
			propose(session, &arguments.acting, &arguments.number, decision)
		}
		Act::Renew(arguments) => {
			let document = hash(&arguments.document)?;
			let decision = if arguments.not_renewed {
				Decision::RefuseRenewal { document }
			} else if arguments.keep {
				Decision::KeepInForce { document }
			} else {
				Decision::Renew {
					valid_until: arguments.until,
					document,
				}
			};
			propose(session, &arguments.acting, &arguments.number, decision)
		}
		Act::Rectify(arguments) => {
			let decision = Decision::Rectify {
				roles: roles(arguments.roles)?,
				valid_from: arguments.first_day,
				valid_until: arguments.until,
				document: hash(&arguments.document)?,
			};
			propose(session, &arguments.acting, &arguments.number, decision)
		}
		Act::Revoke(arguments) => {
			let decision = Decision::Revoke {
				from: arguments.first_day,
				bar_until: arguments.bar_until,
				document: hash(&arguments.document)?,
			};
			propose(session, &arguments.acting, &arguments.number, decision)
		}
		Act::Relinquish(arguments) => {
			let decision = Decision::Relinquish {
				from: arguments.first_day,
				document: hash(&arguments.document)?,
			};
			propose(session, &arguments.acting, &arguments.number, decision)
		}
		Act::Annul(arguments) => {
			let document = hash(&arguments.document)?;
			let decision = Decision::Annul { document };
			propose(session, &arguments.acting, &arguments.number, decision)
		}
		Act::Overturn(arguments) => {
			let decision = Decision::Overturn {
				from: arguments.first_day,
				document: hash(&arguments.document)?,
			};
			propose(session, &arguments.acting, &arguments.number, decision)
		}
		Act::Confirm(arguments) => answer::answer(session, &arguments, true),
		Act::Refuse(arguments) => answer::answer(session, &arguments, false),
		Act::Suspend(arguments) => suspend(session, &arguments),
		Act::Reinstate(arguments) => {
			let scope = arguments.half.unwrap_or(SuspensionScope::Full);
			let document = hash(&arguments.document)?;
			let desk = Desk::open(session, &arguments.acting)?;
			let found = own(&desk, &arguments.number)?;
			let mut words = vec![session.texts.label(
				Label::ActReinstate,
				&[
					("number", arguments.number.to_string()),
					("scope", standing::scope(session, scope)),
					("ground", ground(session, arguments.ground)),
				],
			)];
			let effects = Effects::of(&desk.asking, &[found], |one, present| {
				put(one, reinstated(present, one.halves, scope));
			})?;
			words.extend(effects.lines(session));
			let call =
				calls::propose_reinstatement(&arguments.number, scope, arguments.ground, document);
			desk.act(&words.join("\n"), &call)
		}
		Act::Review(arguments) => review(session, &arguments),
		Act::Opine(arguments) => opine(session, &arguments),
		Act::Ack(arguments) => partners::acknowledge(session, &arguments),
		Act::Recognition(command) => partners::recognition(session, command),
		Act::Irregularity(command) => partners::irregularity(session, command),
		Act::Incident(command) => partners::incident(session, command),
		Act::Grant(arguments) => grant::grant(session, &arguments),
		Act::Agreement(command) => house::agreement(session, command),
		Act::Firm(command) => house::firm(session, command),
		Act::Officer(command) => house::officer(session, command),
		Act::Application(command) => applications::application(session, command),
		Act::Request(command) => applications::request(session, command),
		Act::Wish(command) => applications::wish(session, command),
		Act::Agency(command) => applications::agency(session, command),
		Act::Programme(command) => programme::programme(session, command),
		Act::SealUses(arguments) => seal::seal(session, &arguments),
		Act::Tx(command) => transactions::run(session, command),
	}
}

/// The hash of the paper that belongs to an act.
fn hash(document: &Document) -> Result<H256, Failure> {
	paper::named(&document.document)
}

fn written(text: &str) -> Result<Written, Failure> {
	text.parse()
		.map_err(|_| Failure::with(Kind::NoCertificate, [("id", text.to_owned())]))
}

/// The roles of a certificate: 1 to 8.
fn roles(roles: Vec<aeo_primitives::Role>) -> Result<Roles, Failure> {
	Roles::new(roles).map_err(|_| Failure::new(Kind::TooManyRoles))
}

/// Proposes a decision about a certificate.
fn propose(
	session: &Session,
	acting: &Acting,
	number: &CertificateNumber,
	decision: Decision,
) -> Result<Exit, Failure> {
	let desk = Desk::open(session, acting)?;
	let words = session.texts.label(
		Label::ActPropose,
		&[
			("number", number.to_string()),
			("decision", decision_words(session, &decision)),
			("document", format!("{:?}", decision_document(&decision))),
		],
	);
	desk.act(&words, &calls::propose(number, decision))
}

/// One's own certificate.
fn own(desk: &Desk, number: &CertificateNumber) -> Result<CertificateStatus, Failure> {
	let found = certificate(&desk.asking, desk.home()?, number)?;
	found.ok_or_else(|| Failure::with(Kind::NoCertificate, [("id", number.to_string())]))
}

/// Which certificates are meant by a number, or by the TIN of a firm; and how the call names them.
fn subject(desk: &Desk, id: &str) -> Result<(Subject, Vec<CertificateStatus>), Failure> {
	if let Some(found) = certificate(&desk.asking, desk.home()?, id)? {
		return Ok((Subject::Number(found.number.clone().into()), vec![found]));
	}
	let none = || Failure::with(Kind::NoCertificate, [("id", id.to_owned())]);
	let tin = Tin::parse(id).map_err(|_| none())?;
	let found = certificates_of(&desk.asking, &tin)?;
	let live: Vec<_> = found
		.into_iter()
		.filter(CertificateStatus::is_live)
		.collect();
	if live.is_empty() {
		return Err(none());
	}
	Ok((Subject::Tin(written(&tin.to_string())?), live))
}

fn suspend(session: &Session, arguments: &Suspend) -> Result<Exit, Failure> {
	let scope = arguments.half.unwrap_or(SuspensionScope::Full);
	let end = match (arguments.resumes_after, arguments.decision_after) {
		(Some(day), _) => SuspensionEnd::ResumesAfter(day),
		(None, Some(day)) => SuspensionEnd::DecisionAfter(day),
		(None, None) => SuspensionEnd::Open,
	};
	let document = hash(&arguments.document)?;
	let desk = Desk::open(session, &arguments.acting)?;
	let (subject, found) = subject(&desk, &arguments.id)?;
	let numbers: Vec<_> = found.iter().map(|one| one.number.to_string()).collect();
	let mut line = session.texts.label(
		Label::ActSuspend,
		&[
			("number", numbers.join(", ")),
			(
				"tin",
				found
					.first()
					.map_or_else(String::new, |one| one.tin.to_string()),
			),
			("scope", standing::scope(session, scope)),
			("ground", ground(session, arguments.ground)),
		],
	);
	if let Some(end) = standing::suspension_end(session, end) {
		line = format!("{line} ({end})");
	}
	let effects = Effects::of(&desk.asking, &found, |one, present| {
		put(one, Some(suspended(present, scope)));
	})?;
	let mut words = vec![line];
	words.extend(effects.lines(session));
	let call = calls::suspend(subject, scope, end, arguments.ground, document);
	desk.act(&words.join("\n"), &call)
}

/// What is suspended after more is: `present` is what is suspended now.
fn suspended(present: Option<SuspensionScope>, scope: SuspensionScope) -> SuspensionScope {
	match present {
		Some(present) if present != scope => SuspensionScope::Full,
		_ => scope,
	}
}

/// What is suspended after a reinstatement; `present` is what is suspended now.
fn reinstated(
	present: Option<SuspensionScope>,
	halves: Halves,
	scope: SuspensionScope,
) -> Option<SuspensionScope> {
	match (present?, scope) {
		(_, SuspensionScope::Full) => None,
		(present, scope) if present == scope => None,
		(SuspensionScope::Full, _) if halves != Halves::Both => None,
		(SuspensionScope::Full, SuspensionScope::Customs) => Some(SuspensionScope::Security),
		(SuspensionScope::Full, SuspensionScope::Security) => Some(SuspensionScope::Customs),
		(present, _) => Some(present),
	}
}

/// Gives a certificate this suspension, or none, in whatever state it is.
fn put(certificate: &mut Certificate, scope: Option<SuspensionScope>) {
	let suspension = scope.map(|scope| Suspension {
		scope,
		end: SuspensionEnd::Open,
	});
	certificate.state = match certificate.state {
		CertificateState::Authorised | CertificateState::Suspended(_) => {
			suspension.map_or(CertificateState::Authorised, CertificateState::Suspended)
		}
		CertificateState::Revoked(ended) => CertificateState::Revoked(Ended {
			suspension,
			..ended
		}),
		CertificateState::Relinquished(ended) => CertificateState::Relinquished(Ended {
			suspension,
			..ended
		}),
		other => other,
	};
}

fn review(session: &Session, arguments: &SetReview) -> Result<Exit, Failure> {
	let (label, review) = if arguments.begin {
		(Label::ActReviewBegins, Review::Begun)
	} else {
		(Label::ActReviewEnds, Review::Ended)
	};
	let document = hash(&arguments.document)?;
	let desk = Desk::open(session, &arguments.acting)?;
	let details = [("number", arguments.number.to_string())];
	let words = session.texts.label(label, &details);
	desk.act(
		&words,
		&calls::set_review(&arguments.number, review, document),
	)
}

/// Gives an opinion on the present version of an application, which is shown.
fn opine(session: &Session, arguments: &Opine) -> Result<Exit, Failure> {
	let Opine {
		issuer,
		number,
		opinion,
		document,
		acting,
	} = arguments;
	let document = hash(document)?;
	let desk = Desk::open(session, acting)?.at_final()?;
	let none = || Failure::with(Kind::NoCertificate, [("id", number.to_string())]);
	let found = certificate(&desk.asking, *issuer, number)?.ok_or_else(none)?;
	let label = match opinion {
		Opinion::Favourable => Label::OpinionFavourable,
		Opinion::Unfavourable => Label::OpinionUnfavourable,
		Opinion::NotConcerned => Label::OpinionNotConcerned,
	};
	let words = session.texts.label(
		Label::ActOpine,
		&[
			("number", number.to_string()),
			("version", found.version.to_string()),
			("tin", found.tin.to_string()),
			("type", standing::certificate_type(&found.certificate_type)),
			("roles", standing::roles(found.roles)),
			("opinion", session.texts.label(label, &[])),
		],
	);
	desk.act(
		&words,
		&calls::opine(number, found.version, *opinion, document),
	)
}

#[cfg(test)]
mod tests {
	use super::*;
	use SuspensionScope::{Customs, Full, Security};

	#[test]
	fn the_other_half_should_stay_suspended() {
		let cases = [
			(Some(Full), Full, Halves::Both, None),
			(Some(Full), Customs, Halves::Both, Some(Security)),
			(Some(Full), Security, Halves::Both, Some(Customs)),
			(Some(Full), Customs, Halves::Customs, None),
			(Some(Customs), Customs, Halves::Both, None),
			(Some(Customs), Full, Halves::Both, None),
			(Some(Customs), Security, Halves::Both, Some(Customs)),
			(None, Full, Halves::Both, None),
		];
		for (present, scope, halves, left) in cases {
			assert_eq!(
				reinstated(present, halves, scope),
				left,
				"{present:?} {scope:?} {halves:?}"
			);
		}
	}

	#[test]
	fn both_halves_should_be_all() {
		assert_eq!(suspended(None, Customs), Customs);
		assert_eq!(suspended(Some(Customs), Customs), Customs);
		assert_eq!(suspended(Some(Customs), Security), Full);
		assert_eq!(suspended(Some(Full), Security), Full);
	}
}
