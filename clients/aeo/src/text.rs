//! Words, in English, Spanish and Portuguese.

use std::ffi::OsString;

pub use aeo_lists::Language;

/// Returns what the program itself says in a language.
const fn source(language: Language) -> &'static str {
	match language {
		Language::English => include_str!("../../texts/en/aeo.ftl"),
		Language::Spanish => include_str!("../../texts/es/aeo.ftl"),
		Language::Portuguese => include_str!("../../texts/pt/aeo.ftl"),
	}
}

/// Returns the language of a text such as `es`, `es_CR.UTF-8`, `pt-BR`.
fn named(text: &str) -> Option<Language> {
	let code = text.split(['_', '-', '.', '@']).next().unwrap_or_default();
	code.parse().ok()
}

/// Returns the language that `--lang` asks for; where it does not, that of the system; English where
/// that is another one. It is looked for before the rest is understood, since what is wrong with the
/// rest is told in it.
pub fn language(
	typed: impl IntoIterator<Item = OsString>,
	variable: impl Fn(&str) -> Option<String>,
) -> Language {
	let typed: Vec<_> = typed.into_iter().collect();
	let texts = || typed.iter().filter_map(|text| text.to_str());
	let behind = texts()
		.zip(texts().skip(1))
		.find(|(text, _)| *text == "--lang")
		.map(|(_, language)| language);
	let joined = || texts().find_map(|text| text.strip_prefix("--lang="));
	let system = || {
		["LC_ALL", "LC_MESSAGES", "LANG"]
			.into_iter()
			.find_map(|name| variable(name).filter(|value| !value.is_empty()))
	};
	behind
		.or_else(joined)
		.map_or_else(|| system().and_then(|text| named(&text)), named)
		.unwrap_or_default()
}

/// The words of one language: the program's, and those of the library of lists.
pub struct Texts(aeo_lists::Texts);

impl Texts {
	/// Returns those of a language.
	pub fn new(language: Language) -> Self {
		Self(aeo_lists::Texts::with(language, &[source(language)]))
	}

	/// Returns the words with which the library of lists speaks.
	pub const fn of_lists(&self) -> &aeo_lists::Texts {
		&self.0
	}

	/// Returns a text without variables.
	pub fn of(&self, key: &str) -> String {
		self.with(key, &[])
	}

	/// Returns a text with its variables, and what to do where it says so. A key that is missing stands
	/// for itself; a test sees to it that none is.
	pub fn with(&self, key: &str, details: &[(&'static str, String)]) -> String {
		let why = self.0.say(key, details);
		match self.0.filled(key, Some("remedy"), details) {
			Some(remedy) => format!("{why} {remedy}"),
			None => why,
		}
	}

	/// Returns a text, and apart from it what to do.
	pub fn parts(&self, key: &str, details: &[(&'static str, String)]) -> (String, Option<String>) {
		let remedy = self.0.filled(key, Some("remedy"), details);
		(self.0.say(key, details), remedy)
	}

	/// Returns the same for a key that may lack.
	pub fn known(&self, key: &str, details: &[(&'static str, String)]) -> Option<String> {
		self.0.filled(key, None, details)?;
		Some(self.with(key, details))
	}

	/// Returns what is said of a command besides.
	pub fn more(&self, key: &str) -> Option<String> {
		self.0.filled(key, Some("more"), &[])
	}
}

/// Words of results and progress, from one list, so that none can lack.
macro_rules! labels {
	($($name:ident $key:literal)*) => {
		/// Words of results and progress.
		#[derive(Clone, Copy, Debug)]
		pub enum Label {
			$($name,)*
		}

		impl Label {
			/// Returns the key.
			pub const fn key(self) -> &'static str {
				match self {
					$(Self::$name => $key,)*
				}
			}

			#[cfg(test)]
			const ALL: &'static [Self] = &[$(Self::$name),*];
		}
	};
}

labels! {
	AskPassword "ask-password"
	AskPasswordAgain "ask-password-again"
	AskKey "ask-key"
	KeyMade "key-made"
	KeyPublic "key-public"
	Opening "opening"
	Sealing "sealing"
	PageRefused "page-refused"
	RowRefused "row-refused"
	Opened "opened"
	ListRoot "list-root"
	ListPages "list-pages"
	ListSequence "list-sequence"
	ListSealedTo "list-sealed-to"
	ListFiles "list-files"
	Serving "serving"
	Fetching "fetching"
	Fetched "fetched"
	Missing "difference-Missing"
	NotForYou "difference-NotForYou"
	WrongPage "difference-WrongPage"
	VersionWentBack "difference-VersionWentBack"
	NothingFound "nothing-found"
	NothingNew "nothing-new"
	Published "published"
	AskAccountPassword "ask-account-password"
	ConsentGiven "consent-given"
	ConsentWithdrawn "consent-withdrawn"
	SharingLine "sharing-line"
	NotShared "not-shared"
	ConsentNotNeeded "consent-not-needed"
	ConsentYes "consent-yes"
	ConsentNo "consent-no"
	LineRefused "line-refused"
	CertificateRefused "certificate-refused"
	Lacking "lacking"
	Synced "synced"
	ListLine "list-line"
	Current "standing-Current"
	Outdated "standing-Outdated"
	NotEntitled "standing-NotEntitled"
	Checking "checking"
	CheckRow "check-row"
	CheckColumn "check-column"
	CheckList "check-list"
	CheckMore "check-more"
	Checked "checked"
	TemplateMade "template-made"
	AtFinal "at-final"
	AtBest "at-best"
	BlockAt "block-at"
	Seconds "seconds"
	CertificateOf "certificate-of"
	CertificateIs "certificate-is"
	FieldFirm "field-firm"
	FieldStatus "field-status"
	FieldType "field-type"
	FieldRoles "field-roles"
	FieldValid "field-valid"
	FieldVersion "field-version"
	FieldReview "field-review"
	FieldRequests "field-requests"
	FieldNode "field-node"
	FieldChain "field-chain"
	FieldSpec "field-spec"
	FieldBest "field-best"
	FieldFinal "field-final"
	FieldAge "field-age"
	FieldPeers "field-peers"
	FieldNotice "field-notice"
	FieldText "field-text"
	FieldTerms "field-terms"
	FieldSignedOn "field-signed-on"
	StatusInForce "status-in-force"
	StatusHalf "status-half"
	StatusSuspended "status-suspended"
	StatusAnnulled "status-annulled"
	StatusExpired "status-expired"
	StatusNotYet "status-not-yet"
	StatusRevoked "status-revoked"
	StatusRelinquished "status-relinquished"
	DecisionAfter "decision-after"
	ResumesAfter "resumes-after"
	KeptInForce "kept-in-force"
	FromDay "from-day"
	UntilDay "until-day"
	ValidBetween "valid-between"
	ValidFrom "valid-from"
	UnderReview "under-review"
	ReviewDue "review-due"
	ReviewOverdue "review-overdue"
	ScopeFull "scope-full"
	ScopeCustoms "scope-customs"
	ScopeSecurity "scope-security"
	StateApplied "state-applied"
	StateAccepted "state-accepted"
	StateRejected "state-rejected"
	StateWithdrawn "state-withdrawn"
	StateRefused "state-refused"
	StateAuthorised "state-authorised"
	StateSuspended "state-suspended"
	StateRevoked "state-revoked"
	StateRelinquished "state-relinquished"
	StateAnnulled "state-annulled"
	GroundAuthority "ground-authority"
	GroundHolder "ground-holder"
	GroundAdministrative "ground-administrative"
	DirectionImport "direction-import"
	DirectionExport "direction-export"
	CheckPassed "check-passed"
	CheckFormOnly "check-form-only"
	ColumnFrom "column-from"
	ColumnUntil "column-until"
	ColumnKnown "column-known"
	ColumnGround "column-ground"
	ColumnBy "column-by"
	ColumnBlock "column-block"
	ColumnGrantor "column-grantor"
	ColumnDeclaration "column-declaration"
	ColumnDirection "column-direction"
	ColumnBenefits "column-benefits"
	ColumnCertificate "column-certificate"
	ColumnBasis "column-basis"
	ColumnResult "column-result"
	ColumnProposal "column-proposal"
	ColumnDecision "column-decision"
	ColumnNumber "column-number"
	ColumnKind "column-kind"
	ColumnParties "column-parties"
	ColumnLeg "column-leg"
	ColumnBefore "column-before"
	ColumnAfter "column-after"
	CellRefused "cell-refused"
	Written "written"
	DeclareLine "declare-line"
	NothingToDeclare "nothing-to-declare"
	NoUses "no-uses"
	NoIncidents "no-incidents"
	StillOpen "still-open"
	IncidentOther "incident-other"
	IncidentAlert "incident-alert"
	IncidentBorder "incident-border"
	IncidentDisaster "incident-disaster"
	IncidentHazard "incident-hazard"
	NothingPending "nothing-pending"
	Expired "expired"
	Overtaken "overtaken"
	AgreementProposed "agreement-proposed"
	AgreementSigned "agreement-signed"
	AmendmentWaits "amendment-waits"
	Signed "signed"
	NotSigned "not-signed"
	NoAgreements "no-agreements"
	LegPending "leg-pending"
	LegInForce "leg-in-force"
	LegNotice "leg-notice"
	LegSuspended "leg-suspended"
	LegEnded "leg-ended"
	DecisionAuthorise "decision-authorise"
	DecisionRectify "decision-rectify"
	DecisionRenew "decision-renew"
	DecisionRefuseRenewal "decision-refuse-renewal"
	DecisionRefuseApplication "decision-refuse-application"
	DecisionRelinquish "decision-relinquish"
	DecisionOverturn "decision-overturn"
	DecisionRevoke "decision-revoke"
	DecisionAnnul "decision-annul"
	DecisionWithdrawApplication "decision-withdraw-application"
	DecisionKeepInForce "decision-keep-in-force"
	DecisionReinstate "decision-reinstate"
	DecisionBatch "decision-batch"
	BarredUntil "barred-until"
	DocumentIs "document-is"
	ActPropose "act-propose"
	ActConfirm "act-confirm"
	ActRefuse "act-refuse"
	ActSuspend "act-suspend"
	ActReinstate "act-reinstate"
	ActReviewBegins "act-review-begins"
	ActReviewEnds "act-review-ends"
	ActOpine "act-opine"
	OpinionFavourable "opinion-favourable"
	OpinionUnfavourable "opinion-unfavourable"
	OpinionNotConcerned "opinion-not-concerned"
	ActAcknowledge "act-acknowledge"
	NothingTold "nothing-told"
	ActSuspendRecognition "act-suspend-recognition"
	ActRestoreRecognition "act-restore-recognition"
	ActReport "act-report"
	ActAnswerReport "act-answer-report"
	ActOpenIncident "act-open-incident"
	ActCloseIncident "act-close-incident"
	ActGrant "act-grant"
	ActProposeAgreement "act-propose-agreement"
	ActSign "act-sign"
	ActSignAmendment "act-sign-amendment"
	Later "later"
	ActPutInForce "act-put-in-force"
	ActSuspendLeg "act-suspend-leg"
	ActResumeLeg "act-resume-leg"
	ActNotice "act-notice"
	ActRegister "act-register"
	ActClose "act-close"
	ActMerge "act-merge"
	ActOfferAccount "act-offer-account"
	ActAppoint "act-appoint"
	ActDismiss "act-dismiss"
	WouldEnd "would-end"
	WouldBegin "would-begin"
	NoEffect "no-effect"
	AskSign "ask-sign"
	DryRun "dry-run"
	DoneFinal "done-final"
	DoneBest "done-best"
	Waits "waits"
	BeginsAt "begins-at"
	EndsAt "ends-at"
	AgreementIs "agreement-is"
	IncidentIs "incident-is"
	ReportIs "report-is"
	NotGranted "not-granted"
	RowsFailed "rows-failed"
	DoneBefore "done-before"
	KeyAdded "key-added"
	KeyExported "key-exported"
	NoKeys "no-keys"
	ColumnName "column-name"
	ColumnAccount "column-account"
	HoldersWait "holders-wait"
	HolderRefused "holder-refused"
	UsesLeftOut "uses-left-out"
	OwnRecord "own-record"
	OwnMade "own-made"
	OwnLacking "own-lacking"
	OwnRefused "own-refused"
	OwnUse "own-use"
	LookingUp "looking-up"
	Proposing "proposing"
	Waiting "waiting"
	Confirming "confirming"
	Applying "applying"
	QuotaWait "quota-wait"
	Loaded "loaded"
	WouldLoad "would-load"
	BatchRefused "batch-refused"
	EarlierRefused "earlier-refused"
	ChangedSince "changed-since"
	NotInYourList "not-in-your-list"
	NotReadable "not-readable"
	DiffersInBatch "differs-in-batch"
	NothingWaits "nothing-waits"
	WouldConfirm "would-confirm"
	Confirmed "confirmed"
	Exported "exported"
	RowLeftOut "row-left-out"
	RegistryFile "registry-file"
	Planned "planned"
	Absent "absent"
	DoubtOtherTrader "doubt-other-trader"
	DoubtOtherType "doubt-other-type"
	DoubtEndedOnChain "doubt-ended"
	DoubtApplication "doubt-application"
	DoubtNoLastDay "doubt-no-last-day"
	DoubtSuspensionShorter "doubt-suspension"
	Applied "applied"
	SyncConfirmed "sync-confirmed"
	GatewayListens "gateway-listens"
	GatewayChecked "gateway-checked"
	NodeTaken "node-taken"
	BearerKeyMade "bearer-key-made"
	WebhookWaits "webhook-waits"
	WebhookGoesOn "webhook-goes-on"
	ActApply "act-apply"
	ActEnter "act-enter"
	ActAccept "act-accept"
	ActReject "act-reject"
	ActRequest "act-request"
	ActAnswerRequest "act-answer-request"
	ActCloseRequest "act-close-request"
	RequestInformation "request-information"
	RequestCorrection "request-correction"
	RequestSelfAssessment "request-self-assessment"
	RequestVisit "request-visit"
	RequestMet "request-met"
	RequestNotMet "request-not-met"
	RequestWithdrawn "request-withdrawn"
	RequestAnswered "request-answered"
	RequestOverdue "request-overdue"
	NoRequests "no-requests"
	RequestIs "request-is"
	ApplicationIs "application-is"
	ActWish "act-wish"
	ActWithdrawWish "act-withdraw-wish"
	ActDismissAppeal "act-dismiss-appeal"
	WishRenewal "wish-renewal"
	WishAppeal "wish-appeal"
	WishSuspension "wish-suspension"
	WishRelinquishment "wish-relinquishment"
	WishReinstatement "wish-reinstatement"
	ActRegisterAgency "act-register-agency"
	ActRemoveAgency "act-remove-agency"
	ActSetProgramme "act-set-programme"
	ProgrammeOf "programme-of"
	NoProgrammes "no-programmes"
	FieldOfficers "field-officers"
	OfficersTwo "officers-two"
	OfficersOne "officers-one"
	FieldSharing "field-sharing"
	SharingAsked "sharing-asked"
	SharingStanding "sharing-standing"
	FieldApplications "field-applications"
	ApplicationsRequired "applications-required"
	ApplicationsNotRequired "applications-not-required"
	FieldUntilRenewed "field-until-renewed"
	UntilRenewedEnds "until-renewed-ends"
	UntilRenewedKept "until-renewed-kept"
	ValidAtMost "valid-at-most"
	ValidUsually "valid-usually"
	ValidNoEnd "valid-no-end"
	ReviewWithin "review-within"
	ReviewWhenDue "review-when-due"
	FieldDecisionDays "field-decision-days"
	FieldOpinions "field-opinions"
	FieldBranches "field-branches"
	BranchesApart "branches-apart"
	BranchesCovered "branches-covered"
	HalvesCustoms "halves-customs"
	HalvesSecurity "halves-security"
	HalvesBoth "halves-both"
	ActAmend "act-amend"
	ActSealUses "act-seal-uses"
	ReportDeclarations "report-declarations"
	ReportState "report-state"
	ReportUnread "report-unread"
	ReportIncidents "report-incidents"
	SheetBuilt "sheet-built"
	SheetWritten "sheet-written"
	SheetSigned "sheet-signed"
	SheetUnsignedYet "sheet-unsigned"
	SheetOrder "sheet-order"
	SheetWords "sheet-words"
	ColumnWhen "column-when"
	ColumnWhat "column-what"
	ColumnFirm "column-firm"
	ColumnEffect "column-effect"
	NothingChanged "nothing-changed"
	GoOn "go-on"
	GoOnMore "go-on-more"
	PostRefused "post-refused"
	MirrorAnew "mirror-anew"
	MirrorFills "mirror-fills"
	MirrorFilled "mirror-filled"
	ReceiptMade "receipt-made"
	ReceiptProven "receipt-proven"
	ReceiptClaims "receipt-claims"
	ReceiptEvaluates "receipt-evaluates"
	ReceiptNoCertificate "receipt-no-certificate"
	ReceiptNoGrantor "receipt-no-grantor"
	QrDrawn "qr-drawn"
	Trusted "trusted"
	TrustsNode "trusts-node"
	CredentialKeyMade "credential-key-made"
	CredentialIssuer "credential-issuer"
	CredentialKeyBefore "credential-key-before"
	CredentialIssued "credential-issued"
	CredentialLeftOut "credential-left-out"
	CredentialHolder "credential-holder"
	CredentialValid "credential-valid"
	CredentialPresented "credential-presented"
	CredentialBare "credential-bare"
	Recognised "recognised"
	StatusBuilt "status-built"
	ActSetIssuer "act-set-issuer"
	ActKeepKey "act-keep-key"
	ActKeepNoKey "act-keep-no-key"
	ActClearIssuer "act-clear-issuer"
	ActVoid "act-void"
}

impl Texts {
	/// Returns the words for a label.
	pub fn label(&self, label: Label, details: &[(&'static str, String)]) -> String {
		self.with(label.key(), details)
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{cli, failure, gateway};
	use fluent_bundle::FluentResource;
	use std::collections::{BTreeMap, BTreeSet};

	/// The messages of a language as they are written: their key, and the variables that they use.
	fn messages(language: Language) -> BTreeMap<String, BTreeSet<String>> {
		let resource = FluentResource::try_new(source(language).to_owned());
		let resource = resource.unwrap_or_else(|(_, errors)| panic!("{language:?}: {errors:?}"));
		let entries = resource.entries().count();
		let mut messages = BTreeMap::new();
		let mut last = None;
		for line in source(language).lines() {
			if let Some((key, _)) = line.split_once(" = ").filter(|_| !line.starts_with(' ')) {
				assert!(
					messages.insert(key.to_owned(), BTreeSet::new()).is_none(),
					"{language:?}: {key} twice"
				);
				last = Some(key.to_owned());
			}
			if let Some(used) = last.as_ref().and_then(|key| messages.get_mut(key)) {
				for rest in line.split("{ $").skip(1) {
					let name = rest.split([' ', '}']).next().unwrap_or_default();
					used.insert(name.to_owned());
				}
				for attribute in [".remedy", ".more"] {
					if line.trim_start().starts_with(attribute) {
						used.insert(attribute.to_owned());
					}
				}
			}
		}
		let comments = source(language)
			.lines()
			.filter(|line| line.starts_with('#'))
			.count();
		assert!(entries >= messages.len() && entries <= messages.len() + comments);
		messages
	}

	#[test]
	fn no_text_should_lack_and_none_be_too_many() {
		let mut expected: BTreeSet<_> = cli::help_keys().into_iter().collect();
		expected.extend(failure::keys());
		expected.extend(gateway::problem::keys());
		expected.extend(crate::credential::refusal_keys());
		expected.extend(Label::ALL.iter().map(|label| label.key().to_owned()));
		expected.extend(cli::USAGE_KEYS.map(String::from));
		expected.extend(crate::feed::words::keys());
		for language in Language::ALL {
			let found: BTreeSet<_> = messages(language).into_keys().collect();
			let missing: Vec<_> = expected.difference(&found).collect();
			let unused: Vec<_> = found.difference(&expected).collect();
			assert!(missing.is_empty(), "{language:?} lacks {missing:?}");
			assert!(unused.is_empty(), "{language:?}: {unused:?} are not used");
		}
	}

	#[test]
	fn all_languages_should_use_the_same_variables() {
		let english = messages(Language::English);
		for language in [Language::Spanish, Language::Portuguese] {
			assert_eq!(messages(language), english, "{language:?}");
		}
	}

	#[test]
	fn every_failure_should_say_what_to_do() {
		for (key, used) in messages(Language::English) {
			let is_failure = ["failure-", "problem-", "sealed-", "unproven-", "usage-"]
				.iter()
				.any(|prefix| key.starts_with(prefix));
			assert_eq!(used.contains(".remedy"), is_failure, "{key}");
		}
	}

	#[test]
	fn texts_should_use_what_the_library_gives() {
		use aeo_sealing::Error;
		for error in [
			Error::Outdated {
				file: 71,
				chain: 72,
			},
			Error::Truncated { bytes: 73 },
			Error::UnknownSuite { suite: 74 },
			Error::TooLarge {
				bytes: 75,
				most: 76,
			},
			Error::UnknownSchema { schema: 77 },
			Error::SchemaViolation {
				member: "data.78".into(),
				why: "79".into(),
			},
			Error::WrongPlace {
				number: "80".into(),
			},
			Error::RecordTwice {
				number: "81".into(),
			},
		] {
			for language in Language::ALL {
				let text = failure::Failure::from(error.clone()).to_text(&Texts::new(language));
				for (name, value) in error.details() {
					assert!(text.contains(&value), "{language:?}: {text} lacks {name}");
				}
			}
		}
	}

	#[test]
	fn the_language_should_be_the_one_asked_for() {
		let of = |typed: &[&str], variables: &[(&str, &str)]| {
			super::language(typed.iter().map(OsString::from), |name| {
				let found = variables.iter().find(|(known, _)| *known == name);
				found.map(|(_, value)| (*value).to_owned())
			})
		};
		assert_eq!(of(&["aeo"], &[]), Language::English);
		assert_eq!(of(&["aeo", "--lang", "es"], &[]), Language::Spanish);
		assert_eq!(
			of(&["aeo", "--lang=pt"], &[("LANG", "es_CR")]),
			Language::Portuguese
		);
		assert_eq!(of(&["aeo"], &[("LANG", "es_CR.UTF-8")]), Language::Spanish);
		assert_eq!(
			of(&["aeo"], &[("LANG", "es"), ("LC_ALL", "pt_BR")]),
			Language::Portuguese
		);
		assert_eq!(
			of(&["aeo"], &[("LC_ALL", ""), ("LANG", "es")]),
			Language::Spanish
		);
		assert_eq!(of(&["aeo"], &[("LANG", "fr_FR")]), Language::English);
		assert_eq!(
			of(&["aeo", "--lang", "fr"], &[("LANG", "es")]),
			Language::English
		);
		assert_eq!(of(&["aeo", "--lang"], &[]), Language::English);
	}
}
