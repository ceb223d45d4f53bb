//! Acts about applications, what holders ask for and are asked for, and agencies.

use super::{desk::Desk, hash, roles};
use crate::{
	cli::{
		acts::About,
		applications::{Agency, Application, Request, Wish},
	},
	failure::{Exit, Failure, Kind},
	questions::{self, certificate, decision_words},
	standing::{self, CertificateStatus},
	text::Label,
	Session,
};
use aeo_client::calls::{self, Decision};
use aeo_primitives::{CertificateNumber, RequestKind, RequestOutcome, Wish as Asked, WishKind};

/// Applications: made, entered, and decided on.
pub fn application(session: &Session, command: Application) -> Result<Exit, Failure> {
	match command {
		Application::Apply(arguments) => {
			let wanted = arguments.wanted;
			let document = hash(&wanted.document)?;
			let roles = roles(wanted.roles)?;
			let desk = Desk::open(session, &wanted.acting)?;
			let details = [
				("type", standing::certificate_type(&wanted.certificate_type)),
				("roles", standing::roles(roles)),
			];
			let words = session.texts.label(Label::ActApply, &details);
			desk.act(
				&words,
				&calls::apply(&wanted.certificate_type, roles, document),
			)
		}
		Application::Enter(arguments) => {
			let wanted = arguments.wanted;
			let document = hash(&wanted.document)?;
			let consent = crate::paper::named(&arguments.publication_consent)?;
			let roles = roles(wanted.roles)?;
			let desk = Desk::open(session, &wanted.acting)?;
			let details = [
				("number", arguments.number.to_string()),
				("tin", arguments.tin.to_string()),
				("type", standing::certificate_type(&wanted.certificate_type)),
				("roles", standing::roles(roles)),
			];
			let words = session.texts.label(Label::ActEnter, &details);
			let call = calls::enter_application(
				&arguments.number,
				&arguments.tin,
				consent,
				&wanted.certificate_type,
				roles,
				document,
			);
			desk.act(&words, &call)
		}
		Application::Accept(about) => {
			let document = hash(&about.document)?;
			let desk = Desk::open(session, &about.acting)?;
			let words = application_words(&desk, Label::ActAccept, &about.number)?;
			desk.act(&words, &calls::accept(&about.number, document))
		}
		Application::Reject(about) => {
			let document = hash(&about.document)?;
			let desk = Desk::open(session, &about.acting)?;
			let words = application_words(&desk, Label::ActReject, &about.number)?;
			desk.act(&words, &calls::reject(&about.number, document))
		}
		Application::Refuse(arguments) => {
			let decision = Decision::RefuseApplication {
				bar_until: arguments.bar_until,
				document: hash(&arguments.about.document)?,
			};
			super::propose(
				session,
				&arguments.about.acting,
				&arguments.about.number,
				decision,
			)
		}
		Application::Withdraw(about) => withdraw(session, &about),
	}
}

/// Takes an application back: the holder its own, an officer who has the holder's paper.
fn withdraw(session: &Session, about: &About) -> Result<Exit, Failure> {
	let document = hash(&about.document)?;
	let desk = Desk::open(session, &about.acting)?;
	let decision = Decision::WithdrawApplication { document };
	let details = [
		("number", about.number.to_string()),
		("decision", decision_words(session, &decision)),
		("document", format!("{document:?}")),
	];
	let words = session.texts.label(Label::ActPropose, &details);
	if desk.is_office()? {
		desk.act(&words, &calls::propose(&about.number, decision))
	} else {
		desk.act(
			&words,
			&calls::withdraw_application(&about.number, document),
		)
	}
}

/// One of the administration's own certificates or applications.
fn found(desk: &Desk, number: &CertificateNumber) -> Result<CertificateStatus, Failure> {
	let found = certificate(&desk.asking, desk.home()?, number)?;
	found.ok_or_else(|| Failure::with(Kind::NoCertificate, [("id", number.to_string())]))
}

/// Says what is done about an application, as it stands.
fn application_words(
	desk: &Desk,
	label: Label,
	number: &CertificateNumber,
) -> Result<String, Failure> {
	let found = found(desk, number)?;
	Ok(desk.session.texts.label(
		label,
		&[
			("number", number.to_string()),
			("tin", found.tin.to_string()),
			("type", standing::certificate_type(&found.certificate_type)),
			("roles", standing::roles(found.roles)),
		],
	))
}

/// Requests to holders and applicants.
pub fn request(session: &Session, command: Request) -> Result<Exit, Failure> {
	match command {
		Request::Make(arguments) => {
			let document = hash(&arguments.document)?;
			let desk = Desk::open(session, &arguments.acting)?;
			let details = [
				("number", arguments.number.to_string()),
				("tin", found(&desk, &arguments.number)?.tin.to_string()),
				("what", request_kind(session, arguments.asked_for)),
				("day", arguments.due.to_string()),
			];
			let words = session.texts.label(Label::ActRequest, &details);
			let call = calls::request(
				&arguments.number,
				arguments.asked_for,
				arguments.due,
				document,
			);
			desk.act(&words, &call)
		}
		Request::Answer(arguments) => {
			let document = hash(&arguments.document)?;
			let desk = Desk::open(session, &arguments.acting)?;
			let details = [
				("request", arguments.request.to_string()),
				("number", arguments.number.to_string()),
			];
			let words = session.texts.label(Label::ActAnswerRequest, &details);
			let call = calls::answer_request(&arguments.number, arguments.request, document);
			desk.act(&words, &call)
		}
		Request::Close(arguments) => {
			let document = hash(&arguments.document)?;
			let desk = Desk::open(session, &arguments.acting)?;
			let details = [
				("request", arguments.request.to_string()),
				("number", arguments.number.to_string()),
				("outcome", request_outcome(session, arguments.outcome)),
			];
			let words = session.texts.label(Label::ActCloseRequest, &details);
			let call = calls::close_request(
				&arguments.number,
				arguments.request,
				arguments.outcome,
				document,
			);
			desk.act(&words, &call)
		}
		Request::List(arguments) => {
			questions::requests(session, arguments.office, &arguments.asked).map(|()| Exit::Done)
		}
	}
}

/// Names what is asked of a holder.
pub fn request_kind(session: &Session, kind: RequestKind) -> String {
	let label = match kind {
		RequestKind::Information => Label::RequestInformation,
		RequestKind::CorrectiveAction => Label::RequestCorrection,
		RequestKind::SelfAssessment => Label::RequestSelfAssessment,
		RequestKind::Visit => Label::RequestVisit,
	};
	session.texts.label(label, &[])
}

fn request_outcome(session: &Session, outcome: RequestOutcome) -> String {
	let label = match outcome {
		RequestOutcome::Met => Label::RequestMet,
		RequestOutcome::NotMet => Label::RequestNotMet,
		RequestOutcome::Withdrawn => Label::RequestWithdrawn,
	};
	session.texts.label(label, &[])
}

/// What holders ask for, by their own accounts or on paper.
pub fn wish(session: &Session, command: Wish) -> Result<Exit, Failure> {
	let (about, asked, kind) = match command {
		Wish::Renewal(about) => (about, Asked::Renewal, WishKind::Renewal),
		Wish::Suspension(about) => (about, Asked::Suspension, WishKind::Suspension),
		Wish::Reinstatement(about) => (about, Asked::Reinstatement, WishKind::Reinstatement),
		Wish::Appeal(about) => (about, Asked::Appeal, WishKind::Appeal),
		Wish::Relinquishment(arguments) => {
			let from = arguments.first_day;
			let asked = Asked::Relinquishment { from };
			(arguments.about, asked, WishKind::Relinquishment)
		}
		Wish::Withdraw(arguments) => {
			let document = hash(&arguments.document)?;
			let desk = Desk::open(session, &arguments.acting)?;
			let details = [
				("number", arguments.number.to_string()),
				("wish", wish_kind(session, arguments.wish)),
			];
			let words = session.texts.label(Label::ActWithdrawWish, &details);
			let call = calls::withdraw_wish(&arguments.number, arguments.wish, document);
			return desk.act(&words, &call);
		}
		Wish::DismissAppeal(about) => {
			let document = hash(&about.document)?;
			let desk = Desk::open(session, &about.acting)?;
			let tin = found(&desk, &about.number)?.tin;
			let details = [
				("number", about.number.to_string()),
				("tin", tin.to_string()),
			];
			let words = session.texts.label(Label::ActDismissAppeal, &details);
			return desk.act(&words, &calls::dismiss_appeal(&about.number, document));
		}
	};
	let document = hash(&about.document)?;
	let desk = Desk::open(session, &about.acting)?;
	let mut wish = wish_kind(session, kind);
	if let Asked::Relinquishment { from } = asked {
		let from = [("day", from.to_string())];
		wish = format!("{wish} {}", session.texts.label(Label::FromDay, &from));
	}
	let details = [("number", about.number.to_string()), ("wish", wish)];
	let words = session.texts.label(Label::ActWish, &details);
	desk.act(&words, &calls::ask(&about.number, asked, document))
}

fn wish_kind(session: &Session, wish: WishKind) -> String {
	let label = match wish {
		WishKind::Renewal => Label::WishRenewal,
		WishKind::Appeal => Label::WishAppeal,
		WishKind::Suspension => Label::WishSuspension,
		WishKind::Relinquishment => Label::WishRelinquishment,
		WishKind::Reinstatement => Label::WishReinstatement,
	};
	session.texts.label(label, &[])
}

/// Agencies that give their opinion.
pub fn agency(session: &Session, command: Agency) -> Result<Exit, Failure> {
	match command {
		Agency::Register(arguments) => {
			let desk = Desk::open(session, &arguments.acting)?;
			let details = [
				("code", arguments.agency.to_string()),
				("account", arguments.address.to_string()),
			];
			let words = session.texts.label(Label::ActRegisterAgency, &details);
			desk.act(
				&words,
				&calls::register_agency(&arguments.agency, arguments.address),
			)
		}
		Agency::Remove(arguments) => {
			let desk = Desk::open(session, &arguments.acting)?;
			let details = [("code", arguments.agency.to_string())];
			let words = session.texts.label(Label::ActRemoveAgency, &details);
			desk.act(&words, &calls::remove_agency(&arguments.agency))
		}
	}
}
