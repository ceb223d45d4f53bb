//! Applications, what holders ask for and are asked for, agencies and programmes.

use super::{
	acts::{one_of, About, Acting, Document},
	code_pair,
	questions::Asked,
	role, territory, tin,
};
use aeo_client::AccountId32;
use aeo_primitives::{
	tin::Tin, AgencyCode, CertificateNumber, CertificateType, Date, RequestKind, RequestOutcome,
	Role, Territory, WishKind,
};
use clap::{builder::TypedValueParser, Subcommand};
use std::path::PathBuf;

/// Applications for certificates.
#[derive(Debug, Subcommand)]
pub enum Application {
	Apply(Apply),
	Enter(Enter),
	Accept(About),
	Reject(About),
	Refuse(RefuseApplication),
	Withdraw(About),
}

/// What is applied for.
#[derive(Debug, clap::Args)]
pub struct AppliedFor {
	#[arg(long = "type", value_name = "PROGRAMME/TYPE", value_parser = code_pair)]
	pub certificate_type: CertificateType,
	#[arg(long, value_name = "ROLE,…", value_parser = role, value_delimiter = ',', required = true)]
	pub roles: Vec<Role>,
	#[command(flatten)]
	pub document: Document,
	#[command(flatten)]
	pub acting: Acting,
}

/// Applies, as the firm.
#[derive(Debug, clap::Args)]
pub struct Apply {
	#[command(flatten)]
	pub wanted: AppliedFor,
}

/// Enters an application that came on paper.
#[derive(Debug, clap::Args)]
pub struct Enter {
	#[arg(value_parser = aeo_primitives::certificate_number)]
	pub number: CertificateNumber,
	#[arg(long, value_name = "TIN", value_parser = tin)]
	pub tin: Tin,
	#[arg(long, value_name = "FILE|HASH")]
	pub publication_consent: String,
	#[command(flatten)]
	pub wanted: AppliedFor,
}

/// Refuses an application that was examined.
#[derive(Debug, clap::Args)]
pub struct RefuseApplication {
	#[arg(long, value_name = "DAY")]
	pub bar_until: Option<Date>,
	#[command(flatten)]
	pub about: About,
}

/// Requests to holders and applicants.
#[derive(Debug, Subcommand)]
pub enum Request {
	Make(MakeRequest),
	Answer(AnswerRequest),
	Close(CloseRequest),
	List(Requests),
}

/// Makes one.
#[derive(Debug, clap::Args)]
pub struct MakeRequest {
	#[arg(value_parser = aeo_primitives::certificate_number)]
	pub number: CertificateNumber,
	#[arg(value_name = "WHAT", value_parser = request_kind(), ignore_case = true)]
	pub asked_for: RequestKind,
	#[arg(long, value_name = "DAY")]
	pub due: Date,
	#[command(flatten)]
	pub document: Document,
	#[command(flatten)]
	pub acting: Acting,
}

/// Answers one.
#[derive(Debug, clap::Args)]
pub struct AnswerRequest {
	#[arg(value_parser = aeo_primitives::certificate_number)]
	pub number: CertificateNumber,
	#[arg(value_name = "REQUEST")]
	pub request: u32,
	#[command(flatten)]
	pub document: Document,
	#[command(flatten)]
	pub acting: Acting,
}

/// Closes one.
#[derive(Debug, clap::Args)]
pub struct CloseRequest {
	#[arg(value_parser = aeo_primitives::certificate_number)]
	pub number: CertificateNumber,
	#[arg(value_name = "REQUEST")]
	pub request: u32,
	#[arg(value_name = "OUTCOME", value_parser = request_outcome(), ignore_case = true)]
	pub outcome: RequestOutcome,
	#[command(flatten)]
	pub document: Document,
	#[command(flatten)]
	pub acting: Acting,
}

/// Lists those that are open.
#[derive(Debug, clap::Args)]
pub struct Requests {
	#[arg(value_name = "TERRITORY", value_parser = territory)]
	pub office: Territory,
	#[command(flatten)]
	pub asked: Asked,
}

/// What holders ask for.
#[derive(Debug, Subcommand)]
pub enum Wish {
	Renewal(About),
	Suspension(About),
	Reinstatement(About),
	Relinquishment(Relinquishment),
	Appeal(About),
	Withdraw(WithdrawWish),
	DismissAppeal(About),
}

/// Asks to give a certificate back.
#[derive(Debug, clap::Args)]
pub struct Relinquishment {
	#[arg(long = "from", value_name = "DAY")]
	pub first_day: Date,
	#[command(flatten)]
	pub about: About,
}

/// Takes back what was asked for.
#[derive(Debug, clap::Args)]
pub struct WithdrawWish {
	#[arg(value_parser = aeo_primitives::certificate_number)]
	pub number: CertificateNumber,
	#[arg(value_name = "WISH", value_parser = wish(), ignore_case = true)]
	pub wish: WishKind,
	#[command(flatten)]
	pub document: Document,
	#[command(flatten)]
	pub acting: Acting,
}

/// Agencies that give their opinion on applications.
#[derive(Debug, Subcommand)]
pub enum Agency {
	Register(RegisterAgency),
	Remove(RemoveAgency),
}

/// Registers one.
#[derive(Debug, clap::Args)]
pub struct RegisterAgency {
	#[arg(value_name = "CODE", value_parser = aeo_primitives::code)]
	pub agency: AgencyCode,
	#[arg(value_name = "ADDRESS", value_parser = super::acts::address)]
	pub address: AccountId32,
	#[command(flatten)]
	pub acting: Acting,
}

/// Removes one.
#[derive(Debug, clap::Args)]
pub struct RemoveAgency {
	#[arg(value_name = "CODE", value_parser = aeo_primitives::code)]
	pub agency: AgencyCode,
	#[command(flatten)]
	pub acting: Acting,
}

/// Programmes.
#[derive(Debug, Subcommand)]
pub enum Programme {
	Show(Programmes),
	Set(SetProgramme),
}

/// Shows them.
#[derive(Debug, clap::Args)]
pub struct Programmes {
	#[arg(value_name = "TERRITORY", value_parser = territory)]
	pub office: Territory,
	#[command(flatten)]
	pub asked: Asked,
}

/// Creates one, or changes it.
#[derive(Debug, clap::Args)]
pub struct SetProgramme {
	#[arg(value_name = "FILE")]
	pub programme_file: PathBuf,
	#[command(flatten)]
	pub acting: Acting,
}

fn request_kind() -> impl TypedValueParser<Value = RequestKind> {
	one_of(&[
		("information", RequestKind::Information),
		("correction", RequestKind::CorrectiveAction),
		("self-assessment", RequestKind::SelfAssessment),
		("visit", RequestKind::Visit),
	])
}

fn request_outcome() -> impl TypedValueParser<Value = RequestOutcome> {
	one_of(&[
		("met", RequestOutcome::Met),
		("not-met", RequestOutcome::NotMet),
		("withdrawn", RequestOutcome::Withdrawn),
	])
}

fn wish() -> impl TypedValueParser<Value = WishKind> {
	one_of(&[
		("renewal", WishKind::Renewal),
		("appeal", WishKind::Appeal),
		("suspension", WishKind::Suspension),
		("relinquishment", WishKind::Relinquishment),
		("reinstatement", WishKind::Reinstatement),
	])
}
