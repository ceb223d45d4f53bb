//! Acts: single calls of an officer or an own account.

use super::{
	applications::{Agency, Application, Programme, Request, Wish},
	certificate_or_tin, code_pair,
	questions::Asked,
	role, territory, tin,
	transactions::Tx,
	Signed,
};
use aeo_client::AccountId32;
use aeo_primitives::{
	tin::Tin, AgreementId, CertificateNumber, CertificateType, Date, Ground, IncidentKind, Opinion,
	Role, Scope, SuspensionScope, Territory,
};
use clap::{
	builder::{PossibleValuesParser, TypedValueParser},
	ArgGroup, Subcommand,
};
use std::path::PathBuf;

/// With which key an act is signed, and how far.
#[derive(Debug, clap::Args)]
pub struct Acting {
	#[command(flatten)]
	pub signed: Signed,
	#[arg(long)]
	pub dry_run: bool,
	#[arg(long, conflicts_with = "dry_run")]
	pub yes: bool,
	#[arg(long, conflicts_with = "dry_run")]
	pub best: bool,
	#[arg(long = "final", conflicts_with_all = ["dry_run", "best"])]
	pub until_final: bool,
	#[arg(long, value_name = "FILE", conflicts_with_all = ["dry_run", "yes", "best", "until_final"])]
	pub unsigned: Option<PathBuf>,
}

/// Acts about one's own certificates, partners, firms and the own house.
#[derive(Debug, Subcommand)]
pub enum Act {
	Certify(Certify),
	Renew(Renew),
	Rectify(Rectify),
	Revoke(Revoke),
	Relinquish(Relinquish),
	Annul(About),
	Overturn(Overturn),
	Confirm(Answer),
	Refuse(Answer),
	Suspend(Suspend),
	Reinstate(Reinstate),
	Review(SetReview),
	Opine(Opine),
	Ack(Ack),
	#[command(subcommand)]
	Recognition(Recognition),
	#[command(subcommand)]
	Irregularity(Irregularity),
	#[command(subcommand)]
	Incident(Incident),
	Grant(Grant),
	#[command(subcommand)]
	Agreement(Agreement),
	#[command(subcommand)]
	Firm(Firm),
	#[command(subcommand)]
	Officer(Officer),
	#[command(subcommand)]
	Application(Application),
	#[command(subcommand)]
	Request(Request),
	#[command(subcommand)]
	Wish(Wish),
	#[command(subcommand)]
	Agency(Agency),
	#[command(subcommand)]
	Programme(Programme),
	SealUses(SealUses),
	#[command(subcommand)]
	Tx(Tx),
}

/// A paper that the chain knows by its hash: a file, or the hash itself.
#[derive(Clone, Debug, clap::Args)]
pub struct Document {
	#[arg(long, value_name = "FILE|HASH")]
	pub document: String,
}

/// Certifies a firm.
#[derive(Debug, clap::Args)]
pub struct Certify {
	#[arg(value_parser = aeo_primitives::certificate_number)]
	pub number: CertificateNumber,
	#[arg(long, value_name = "TIN", value_parser = tin)]
	pub tin: Tin,
	#[arg(long = "type", value_name = "PROGRAMME/TYPE", value_parser = code_pair)]
	pub certificate_type: CertificateType,
	#[arg(long, value_name = "ROLE,…", value_parser = role, value_delimiter = ',', required = true)]
	pub roles: Vec<Role>,
	#[arg(long = "from", value_name = "DAY")]
	pub first_day: Date,
	#[arg(long, value_name = "DAY")]
	pub until: Option<Date>,
	#[arg(long, value_name = "FILE|HASH")]
	pub publication_consent: String,
	#[command(flatten)]
	pub document: Document,
	#[command(flatten)]
	pub acting: Acting,
}

/// Renews a certificate, or decides otherwise about its renewal.
#[derive(Debug, clap::Args)]
pub struct Renew {
	#[arg(value_parser = aeo_primitives::certificate_number)]
	pub number: CertificateNumber,
	#[arg(long, value_name = "DAY", conflicts_with_all = ["not_renewed", "keep"])]
	pub until: Option<Date>,
	#[arg(long = "refuse", conflicts_with = "keep")]
	pub not_renewed: bool,
	#[arg(long = "keep-in-force")]
	pub keep: bool,
	#[command(flatten)]
	pub document: Document,
	#[command(flatten)]
	pub acting: Acting,
}

/// Corrects roles or dates.
#[derive(Debug, clap::Args)]
pub struct Rectify {
	#[arg(value_parser = aeo_primitives::certificate_number)]
	pub number: CertificateNumber,
	#[arg(long, value_name = "ROLE,…", value_parser = role, value_delimiter = ',', required = true)]
	pub roles: Vec<Role>,
	#[arg(long = "from", value_name = "DAY")]
	pub first_day: Date,
	#[arg(long, value_name = "DAY")]
	pub until: Option<Date>,
	#[command(flatten)]
	pub document: Document,
	#[command(flatten)]
	pub acting: Acting,
}

/// Takes a certificate away.
#[derive(Debug, clap::Args)]
pub struct Revoke {
	#[arg(value_parser = aeo_primitives::certificate_number)]
	pub number: CertificateNumber,
	#[arg(long = "from", value_name = "DAY")]
	pub first_day: Date,
	#[arg(long, value_name = "DAY")]
	pub bar_until: Option<Date>,
	#[command(flatten)]
	pub document: Document,
	#[command(flatten)]
	pub acting: Acting,
}

/// Takes back what the holder gives up.
#[derive(Debug, clap::Args)]
pub struct Relinquish {
	#[arg(value_parser = aeo_primitives::certificate_number)]
	pub number: CertificateNumber,
	#[arg(long = "from", value_name = "DAY")]
	pub first_day: Date,
	#[command(flatten)]
	pub document: Document,
	#[command(flatten)]
	pub acting: Acting,
}

/// Overturns what was decided, after an appeal.
#[derive(Debug, clap::Args)]
pub struct Overturn {
	#[arg(value_parser = aeo_primitives::certificate_number)]
	pub number: CertificateNumber,
	#[arg(long = "from", value_name = "DAY")]
	pub first_day: Option<Date>,
	#[command(flatten)]
	pub document: Document,
	#[command(flatten)]
	pub acting: Acting,
}

/// An act about a certificate, with its paper.
#[derive(Debug, clap::Args)]
pub struct About {
	#[arg(value_parser = aeo_primitives::certificate_number)]
	pub number: CertificateNumber,
	#[command(flatten)]
	pub document: Document,
	#[command(flatten)]
	pub acting: Acting,
}

/// Answers what waits.
#[derive(Debug, clap::Args)]
pub struct Answer {
	#[arg(value_name = "NUMBER|BATCH")]
	pub waiting: String,
	#[arg(long, value_name = "PROPOSAL")]
	pub proposal: Option<u32>,
	#[command(flatten)]
	pub acting: Acting,
}

/// Suspends.
#[derive(Debug, clap::Args)]
pub struct Suspend {
	#[arg(value_name = "NUMBER|TIN", value_parser = certificate_or_tin)]
	pub id: String,
	#[arg(long, value_name = "HALF", value_parser = half(), ignore_case = true)]
	pub half: Option<SuspensionScope>,
	#[arg(long, value_name = "DAY", conflicts_with = "decision_after")]
	pub resumes_after: Option<Date>,
	#[arg(long, value_name = "DAY")]
	pub decision_after: Option<Date>,
	#[arg(long, value_name = "GROUND", value_parser = ground(), ignore_case = true, default_value = "authority")]
	pub ground: Ground,
	#[command(flatten)]
	pub document: Document,
	#[command(flatten)]
	pub acting: Acting,
}

/// Reinstates.
#[derive(Debug, clap::Args)]
pub struct Reinstate {
	#[arg(value_parser = aeo_primitives::certificate_number)]
	pub number: CertificateNumber,
	#[arg(long, value_name = "HALF", value_parser = half(), ignore_case = true)]
	pub half: Option<SuspensionScope>,
	#[arg(long, value_name = "GROUND", value_parser = ground(), ignore_case = true, default_value = "authority")]
	pub ground: Ground,
	#[command(flatten)]
	pub document: Document,
	#[command(flatten)]
	pub acting: Acting,
}

/// Begins or ends a review.
#[derive(Debug, clap::Args)]
#[command(group(ArgGroup::new("step").required(true).args(["begin", "end"])))]
pub struct SetReview {
	#[arg(value_parser = aeo_primitives::certificate_number)]
	pub number: CertificateNumber,
	#[arg(long)]
	pub begin: bool,
	#[arg(long)]
	pub end: bool,
	#[command(flatten)]
	pub document: Document,
	#[command(flatten)]
	pub acting: Acting,
}

/// Gives an agency's opinion.
#[derive(Debug, clap::Args)]
pub struct Opine {
	#[arg(value_name = "TERRITORY", value_parser = territory)]
	pub issuer: Territory,
	#[arg(value_parser = aeo_primitives::certificate_number)]
	pub number: CertificateNumber,
	#[arg(value_name = "OPINION", value_parser = opinion(), ignore_case = true)]
	pub opinion: Opinion,
	#[command(flatten)]
	pub document: Document,
	#[command(flatten)]
	pub acting: Acting,
}

/// Acknowledges what issuers told.
#[derive(Debug, clap::Args)]
#[command(group(ArgGroup::new("whom").required(true).args(["issuer", "all_issuers"])))]
pub struct Ack {
	#[arg(value_name = "TERRITORY", value_parser = territory)]
	pub issuer: Option<Territory>,
	#[arg(long, value_name = "CURSOR", value_parser = cursor, requires = "issuer")]
	pub through: Option<(u32, u32)>,
	#[arg(long = "all")]
	pub all_issuers: bool,
	#[command(flatten)]
	pub acting: Acting,
}

/// One's own recognition of a foreign certificate.
#[derive(Debug, Subcommand)]
pub enum Recognition {
	Suspend(SuspendRecognition),
	Restore(Foreign),
}

/// Suspends it.
#[derive(Debug, clap::Args)]
pub struct SuspendRecognition {
	#[arg(long, value_name = "DAY")]
	pub review_on: Date,
	#[command(flatten)]
	pub foreign: Foreign,
}

/// An act about a foreign certificate, with its paper.
#[derive(Debug, clap::Args)]
pub struct Foreign {
	#[arg(value_name = "TERRITORY", value_parser = territory)]
	pub issuer: Territory,
	#[arg(value_parser = aeo_primitives::certificate_number)]
	pub number: CertificateNumber,
	#[command(flatten)]
	pub document: Document,
	#[command(flatten)]
	pub acting: Acting,
}

/// Reports that something is wrong with foreign certificates.
#[derive(Debug, Subcommand)]
pub enum Irregularity {
	Report(Foreign),
	Answer(Numbered),
}

/// Incidents, during which trade recovery is served first.
#[derive(Debug, Subcommand)]
pub enum Incident {
	Open(OpenIncident),
	Close(Numbered),
	List(Incidents),
}

/// Opens an incident.
#[derive(Debug, clap::Args)]
pub struct OpenIncident {
	#[arg(value_name = "KIND", value_parser = incident(), ignore_case = true)]
	pub kind: IncidentKind,
	#[command(flatten)]
	pub document: Document,
	#[command(flatten)]
	pub acting: Acting,
}

/// An act about something that has a number, with its paper.
#[derive(Debug, clap::Args)]
pub struct Numbered {
	#[arg(value_name = "NUMBER")]
	pub which: u32,
	#[command(flatten)]
	pub document: Document,
	#[command(flatten)]
	pub acting: Acting,
}

/// Lists incidents.
#[derive(Debug, clap::Args)]
pub struct Incidents {
	#[arg(value_name = "TERRITORY", value_parser = territory)]
	pub office: Territory,
	#[command(flatten)]
	pub asked: Asked,
}

/// Records benefits given to declarations.
#[derive(Debug, clap::Args)]
pub struct Grant {
	#[arg(value_name = "FILE")]
	pub declarations: PathBuf,
	#[command(flatten)]
	pub acting: Acting,
}

/// Records sealed uses.
#[derive(Debug, clap::Args)]
pub struct SealUses {
	#[arg(value_name = "FILE")]
	pub uses_file: PathBuf,
	#[arg(long, value_name = "DAY")]
	pub first: Date,
	#[arg(long, value_name = "DAY")]
	pub last: Date,
	#[command(flatten)]
	pub acting: Acting,
}

/// Agreements.
#[derive(Debug, Subcommand)]
pub enum Agreement {
	List(Agreements),
	Show(ShowAgreement),
	Propose(ProposeAgreement),
	Sign(SignAgreement),
	Amend(Amend),
	PutInForce(PutInForce),
	Suspend(Leg),
	Resume(Leg),
	Notice(OneAgreement),
}

/// Lists agreements.
#[derive(Debug, clap::Args)]
pub struct Agreements {
	#[command(flatten)]
	pub asked: Asked,
}

/// Shows an agreement.
#[derive(Debug, clap::Args)]
pub struct ShowAgreement {
	#[arg(value_name = "NUMBER")]
	pub agreement: AgreementId,
	#[command(flatten)]
	pub asked: Asked,
}

/// Proposes an agreement.
#[derive(Debug, clap::Args)]
pub struct ProposeAgreement {
	#[arg(value_name = "FILE")]
	pub terms: PathBuf,
	#[command(flatten)]
	pub acting: Acting,
}

/// Signs an agreement.
#[derive(Debug, clap::Args)]
pub struct SignAgreement {
	#[arg(value_name = "NUMBER")]
	pub agreement: AgreementId,
	#[arg(long = "from", value_name = "DAY")]
	pub first_day: Option<Date>,
	#[command(flatten)]
	pub acting: Acting,
}

/// Proposes an amendment.
#[derive(Debug, clap::Args)]
pub struct Amend {
	#[arg(value_name = "FILE")]
	pub amendment_file: PathBuf,
	#[command(flatten)]
	pub acting: Acting,
}

/// Puts a leg in force.
#[derive(Debug, clap::Args)]
pub struct PutInForce {
	#[arg(value_name = "NUMBER")]
	pub agreement: AgreementId,
	#[arg(value_name = "ISSUER", value_parser = territory)]
	pub issuer: Territory,
	#[arg(long = "from", value_name = "DAY")]
	pub first_day: Date,
	#[command(flatten)]
	pub acting: Acting,
}

/// A leg of an agreement.
#[derive(Debug, clap::Args)]
pub struct Leg {
	#[arg(value_name = "NUMBER")]
	pub agreement: AgreementId,
	#[arg(value_name = "ISSUER", value_parser = territory)]
	pub issuer: Territory,
	#[arg(value_name = "GRANTOR", value_parser = territory)]
	pub grantor: Territory,
	#[command(flatten)]
	pub acting: Acting,
}

/// An act about an agreement.
#[derive(Debug, clap::Args)]
pub struct OneAgreement {
	#[arg(value_name = "NUMBER")]
	pub agreement: AgreementId,
	#[command(flatten)]
	pub acting: Acting,
}

/// Firms.
#[derive(Debug, Subcommand)]
pub enum Firm {
	Register(RegisterFirm),
	Close(CloseFirm),
	Merge(MergeFirm),
	OfferAccount(OfferAccount),
}

/// Registers a firm.
#[derive(Debug, clap::Args)]
pub struct RegisterFirm {
	#[arg(value_name = "TIN", value_parser = tin)]
	pub tin: Tin,
	#[arg(long, value_name = "FILE|HASH")]
	pub publication_consent: String,
	#[command(flatten)]
	pub acting: Acting,
}

/// Closes a firm.
#[derive(Debug, clap::Args)]
pub struct CloseFirm {
	#[arg(value_name = "TIN", value_parser = tin)]
	pub tin: Tin,
	#[command(flatten)]
	pub document: Document,
	#[command(flatten)]
	pub acting: Acting,
}

/// Merges a firm into another.
#[derive(Debug, clap::Args)]
pub struct MergeFirm {
	#[arg(value_name = "TIN", value_parser = tin)]
	pub tin: Tin,
	#[arg(value_name = "INTO", value_parser = tin)]
	pub into: Tin,
	#[command(flatten)]
	pub document: Document,
	#[command(flatten)]
	pub acting: Acting,
}

/// Offers an account to a firm.
#[derive(Debug, clap::Args)]
pub struct OfferAccount {
	#[arg(value_name = "TIN", value_parser = tin)]
	pub tin: Tin,
	#[arg(value_name = "ADDRESS", value_parser = address)]
	pub address: AccountId32,
	#[command(flatten)]
	pub acting: Acting,
}

/// Officers of the own administration.
#[derive(Debug, Subcommand)]
pub enum Officer {
	Appoint(Appoint),
	Dismiss(Dismiss),
}

/// Appoints an officer.
#[derive(Debug, clap::Args)]
pub struct Appoint {
	#[arg(value_name = "ADDRESS", value_parser = address)]
	pub address: AccountId32,
	#[arg(long, value_name = "SCOPE,…", value_parser = scope(), ignore_case = true, value_delimiter = ',')]
	#[arg(required = true)]
	pub scopes: Vec<Scope>,
	#[command(flatten)]
	pub acting: Acting,
}

/// Dismisses an officer.
#[derive(Debug, clap::Args)]
pub struct Dismiss {
	#[arg(value_name = "ADDRESS", value_parser = address)]
	pub address: AccountId32,
	#[command(flatten)]
	pub acting: Acting,
}

/// Reads one of a list of words, whatever its case.
pub(super) fn one_of<T: Copy + Send + Sync + 'static>(
	words: &'static [(&'static str, T)],
) -> impl TypedValueParser<Value = T> {
	PossibleValuesParser::new(words.iter().map(|(word, _)| *word)).try_map(move |typed: String| {
		let found = words
			.iter()
			.find(|(word, _)| word.eq_ignore_ascii_case(&typed));
		found
			.map(|(_, value)| *value)
			.ok_or(aeo_primitives::UnknownCode)
	})
}

fn half() -> impl TypedValueParser<Value = SuspensionScope> {
	one_of(&[
		("customs", SuspensionScope::Customs),
		("security", SuspensionScope::Security),
	])
}

fn ground() -> impl TypedValueParser<Value = Ground> {
	one_of(&[
		("authority", Ground::Authority),
		("holder", Ground::HoldersRequest),
		("administrative", Ground::Administrative),
	])
}

fn opinion() -> impl TypedValueParser<Value = Opinion> {
	one_of(&[
		("favourable", Opinion::Favourable),
		("unfavourable", Opinion::Unfavourable),
		("not-concerned", Opinion::NotConcerned),
	])
}

fn incident() -> impl TypedValueParser<Value = IncidentKind> {
	one_of(&[
		("alert", IncidentKind::AlertLevel),
		("border", IncidentKind::BorderClosure),
		("disaster", IncidentKind::NaturalDisaster),
		("hazard", IncidentKind::Hazard),
		("other", IncidentKind::Other),
	])
}

fn scope() -> impl TypedValueParser<Value = Scope> {
	one_of(&[
		("identities", Scope::Identities),
		("certification", Scope::Certification),
		("suspension", Scope::Suspension),
		("agreements", Scope::Agreements),
		("risk", Scope::Risk),
		("clearance", Scope::Clearance),
		("disclosure", Scope::Disclosure),
	])
}

/// Reads an account's address.
pub(super) fn address(text: &str) -> Result<AccountId32, &'static str> {
	text.parse()
		.map_err(|_| "an address begins with 5 and has 48 characters")
}

/// Reads `118:300`: how many changes, and how many certificates.
fn cursor(text: &str) -> Result<(u32, u32), &'static str> {
	let wrong = "write how many changes and how many certificates were read, such as 118:300";
	let (changes, ordinals) = text.split_once(':').ok_or(wrong)?;
	let number = |text: &str| text.parse().map_err(|_| wrong);
	Ok((number(changes)?, number(ordinals)?))
}
