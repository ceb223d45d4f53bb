//! What goes wrong: with which words it is told, and by which exit code programs know it.

use crate::text::Texts;
use aeo_sealing::Error;
use serde_json::json;
use std::{io, process::ExitCode};

/// Exit codes, the same for all commands.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Exit {
	/// Done.
	Done = 0,
	/// This computer did not let it: a file can't be read or written.
	Computer = 1,
	/// What was typed is no command.
	Usage = 2,
	/// Rows are not right; nothing was done.
	BadRows = 3,
	/// Refused.
	Refused = 4,
	/// It was interrupted: the same command goes on.
	Interrupted = 5,
	/// Who was asked does not answer, or lacks the file.
	NoAnswer = 6,
	/// What was given does not prove what it claims.
	NotProven = 7,
	/// What was given is behind the chain.
	Stale = 8,
	/// The chain has changed since a plan was made.
	Overtaken = 9,
	/// What was proposed waits for a second officer.
	Waits = 10,
}

impl From<Exit> for ExitCode {
	fn from(exit: Exit) -> Self {
		Self::from(exit as u8)
	}
}

/// What can go wrong here, from one list, so that texts and exit codes cannot lack.
macro_rules! kinds {
	($($name:ident $exit:ident)*) => {
		/// What can go wrong, but for what the library says of sealed files.
		#[derive(Clone, Copy, Debug, Eq, PartialEq)]
		pub enum Kind {
			$($name,)*
		}

		impl Kind {
			/// All of them.
			#[cfg(test)]
			pub const ALL: &'static [Self] = &[$(Self::$name),*];

			const fn name(self) -> &'static str {
				match self {
					$(Self::$name => stringify!($name),)*
				}
			}

			const fn exit(self) -> Exit {
				match self {
					$(Self::$name => Exit::$exit,)*
				}
			}
		}
	};
}

kinds! {
	File Computer
	NoRandomness Computer
	PasswordMissing Usage
	PasswordTooShort Refused
	PasswordsDiffer Refused
	PasswordWrong Refused
	FileThere Refused
	FileReadable Refused
	NotAKeyFile Refused
	KeyNotUnderstood BadRows
	NoFolder Usage
	BadRows BadRows
	ListThere Refused
	PagesRefused NotProven
	CannotListen Refused
	AddressUnsafe Usage
	NoAnswer NoAnswer
	NodeRefuses Refused
	NoFinalityKept Refused
	NoStateKept Refused
	BlockUnknown Refused
	NodeBehind Stale
	NodeWithoutFeed NoAnswer
	NoBlockYet Stale
	NotFinal Stale
	NoList Refused
	NotEntitled Refused
	AnotherKey Refused
	NoSource Refused
	ListDiffers NotProven
	NoRecord Refused
	NotAProof BadRows
	NotABook Refused
	TooManyErased Refused
	Search Computer
	System Computer
	NotASigningKey Refused
	NotAPath Usage
	NoNode NoAnswer
	OtherChain Refused
	ProgramTooOld Refused
	QuotaUsedUp Refused
	NotTaken Refused
	ChainRefuses Refused
	NotAList BadRows
	ListRows BadRows
	ProfileUnknown Usage
	ProfileWrong Usage
	TemplateFormat Usage
	TemplateThere Refused
	NoBlock Refused
	NotYet Usage
	BeforeTheChain Refused
	NoCertificate Refused
	NeitherNumber Refused
	NotATable BadRows
	ColumnsMissing BadRows
	RowsRefused BadRows
	WrongNumbers BadRows
	NoAgreement Refused
	NotOurNode Refused
	NoOffice Refused
	NotConfirmed Usage
	NotSigned Refused
	TooManyRoles Usage
	NothingWaits Refused
	SeveralWait Usage
	NothingToSign Refused
	TermsWrong BadRows
	NoKeyFolder Computer
	KeyName Usage
	AtWork Refused
	RowsNotRight BadRows
	KeyNotRegistered Refused
	NoHolderFile NoAnswer
	HolderFileDiffers NotProven
	HoldersLeftOut Refused
	UsesNotUnderstood BadRows
	UsesDiffer BadRows
	UsesLacking BadRows
	Interrupted Interrupted
	NoRole Refused
	NoStateFolder Usage
	Journal Computer
	JournalBusy Refused
	TooDear Refused
	ListWaits Waits
	ListLeft Waits
	OwnBatch Refused
	BatchesDiffer BadRows
	NoSuchIssuer Usage
	ExportFormat Usage
	LeftOut BadRows
	RegistrySource Usage
	RegistryRead Computer
	TooManyEnds Refused
	PlanWrong BadRows
	PlanForeign Refused
	PlanOvertaken Overtaken
	PlanWaits Waits
	StepsRefused Refused
	OthersWait BadRows
	ProposalMissing Usage
	BatchNotShown Refused
	GatewaySettings BadRows
	ListensOpenly Refused
	GatewayName BadRows
	GatewayKey BadRows
	GatewayKeyTwice BadRows
	GatewayTls BadRows
	GatewayAtWork Refused
	NotAWebhookSecret BadRows
	NoSuchChange BadRows
	SheetWrong BadRows
	SheetChanged NotProven
	SheetNoCall BadRows
	SheetOtherRules Refused
	SheetOtherAccount Refused
	SheetUnsigned Usage
	FeedBegins Stale
	CursorForeign Stale
	BestNotPosted Usage
	FeedAtWork Refused
	NotALineFile Refused
	WebhookSecretMissing Usage
	WebhookSecretWrong Usage
	Database NoAnswer
	DatabaseAddress Usage
	PasswordInAddress Usage
	MirrorTarget Usage
	MirrorForeign Refused
	MirrorAtWork Refused
	ReceiptThere Refused
	NoTrust NotProven
	NotForCredentials NotProven
	TrustWrong NotProven
	TrustThere Refused
	NotASpecification BadRows
	QrForm Usage
	QrTooLong Refused
	IssuesNone Refused
	IssuerSilent Refused
	SigningKeyDiffers Refused
	SigningKeyMissing Usage
	SigningKeyWrong BadRows
	SignerFailed Computer
	RequestRefused Refused
	NotACredential BadRows
	CertificateNotInForce Refused
	AtNeedsNode Usage
	KeepsNothing Refused
	NoWayOfOffice NotProven
	NotReissued Refused
	NobodyRecognised Refused
	MomentMissing Usage
	NotCadena BadRows
	NoCredentials BadRows
}

/// What went wrong.
#[derive(Clone, Debug)]
pub enum Failure {
	/// Something of this program.
	Here {
		/// What.
		kind: Kind,
		/// What belongs to it, by the names of the texts' variables.
		details: Vec<(&'static str, String)>,
	},
	/// What the library says of a sealed file.
	Sealed(Error),
	/// Why a receipt proves nothing.
	Receipt(aeo_receipt::Error),
}

impl Failure {
	/// Returns a failure without details.
	pub const fn new(kind: Kind) -> Self {
		Self::Here {
			kind,
			details: Vec::new(),
		}
	}

	/// Returns a failure with details.
	pub fn with(kind: Kind, details: impl Into<Vec<(&'static str, String)>>) -> Self {
		Self::Here {
			kind,
			details: details.into(),
		}
	}

	/// Returns what the computer says of a file.
	pub fn file(file: impl std::fmt::Display, error: &io::Error) -> Self {
		Self::with(
			Kind::File,
			[("file", file.to_string()), ("why", error.to_string())],
		)
	}

	/// Returns that nobody answers at an address, or not as a node or a host of files does.
	pub fn no_answer(address: &str, why: String) -> Self {
		Self::with(
			Kind::NoAnswer,
			[("address", address.to_owned()), ("why", why)],
		)
	}

	/// Whether lists were overtaken while they were made, so that they are to be made once more.
	pub fn is_overtaken(&self) -> bool {
		const NAMES: [&str; 6] = [
			"Disclosures.ConsentWithdrawnSince",
			"Disclosures.KeyRotated",
			"Disclosures.MadeTooLongAgo",
			"Disclosures.NotEntitled",
			"Disclosures.NotNext",
			"Disclosures.ReaderUnsafe",
		];
		self.refused().is_some_and(|name| NAMES.contains(&name))
	}

	/// Whether it is of this kind.
	pub fn is(&self, wanted: Kind) -> bool {
		matches!(self, Self::Here { kind, .. } if *kind == wanted)
	}

	/// Whether somebody has ended the command.
	pub const fn is_interruption(&self) -> bool {
		matches!(self.exit(), Exit::Interrupted)
	}

	/// Returns the exit code.
	pub const fn exit(&self) -> Exit {
		match self {
			Self::Here { kind, .. } => kind.exit(),
			Self::Sealed(error) => exit_of(error),
			Self::Receipt(error) if error.is_stale() => Exit::Stale,
			Self::Receipt(_) => Exit::NotProven,
		}
	}

	/// Returns the key of the text.
	fn key(&self) -> String {
		match self {
			Self::Here { kind, .. } => format!("failure-{}", kind.name()),
			Self::Sealed(error) => format!("sealed-{}", error.name()),
			Self::Receipt(error) => format!("unproven-{}", error.name()),
		}
	}

	fn details(&self) -> Vec<(&'static str, String)> {
		match self {
			Self::Here { details, .. } => details.clone(),
			Self::Sealed(error) => error.details(),
			Self::Receipt(error) => error.details(),
		}
	}

	/// Returns what is wrong and what to do: of what the chain refuses the texts about its errors, and of
	/// errors that are younger than this program what the chain says itself.
	pub fn to_text(&self, texts: &Texts) -> String {
		let details = self.details();
		let known = self
			.refused()
			.and_then(|name| texts.known(&error_key(name), &details));
		known.unwrap_or_else(|| texts.with(&self.key(), &details))
	}

	/// Returns the name of the chain's error, such as `Certificates.UnknownCertificate`, where it is one.
	fn refused(&self) -> Option<&str> {
		let Self::Here {
			kind: Kind::ChainRefuses,
			details,
		} = self
		else {
			return None;
		};
		let name = details.iter().find(|(name, _)| *name == "name");
		name.map(|(_, name)| name.as_str())
	}

	/// Returns the same as JSON, with the name by which programs know it.
	pub fn to_json(&self, texts: &Texts) -> String {
		let name = match self {
			Self::Here { kind, .. } => kind.name(),
			Self::Sealed(error) => error.name(),
			Self::Receipt(error) => error.name(),
		};
		let text = self.to_text(texts);
		let mut line = json!({"error": name, "exit": self.exit() as u8, "text": text});
		if let Some(refused) = self.refused() {
			line["refused"] = json!(refused);
		}
		line.to_string()
	}
}

/// Returns the key of the text about an error of the chain: `certificates-UnknownCertificate`.
fn error_key(name: &str) -> String {
	match name.split_once('.') {
		Some((pallet, name)) => format!("{}-{name}", pallet.to_lowercase()),
		None => format!("dispatch-{name}"),
	}
}

impl From<Error> for Failure {
	fn from(error: Error) -> Self {
		Self::Sealed(error)
	}
}

impl From<aeo_receipt::Error> for Failure {
	fn from(error: aeo_receipt::Error) -> Self {
		Self::Receipt(error)
	}
}

/// Returns the exit code for what the library says of a file.
const fn exit_of(error: &Error) -> Exit {
	match error {
		Error::Outdated { .. } => Exit::Stale,
		Error::Unreachable => Exit::NoAnswer,
		_ => Exit::NotProven,
	}
}

/// Returns the keys of all texts about failures.
#[cfg(test)]
pub fn keys() -> Vec<String> {
	let here = Kind::ALL
		.iter()
		.map(|kind| format!("failure-{}", kind.name()));
	let sealed = Error::NAMES.iter().map(|name| format!("sealed-{name}"));
	let receipts = aeo_receipt::Error::NAMES
		.iter()
		.map(|name| format!("unproven-{name}"));
	here.chain(sealed).chain(receipts).collect()
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::text::Language;

	fn refused(name: &str) -> Failure {
		let details = [
			("name", name.to_owned()),
			("why", "Its own words.".to_owned()),
		];
		Failure::with(Kind::ChainRefuses, details)
	}

	#[test]
	fn what_the_chain_refuses_should_be_said_in_the_language() {
		let said = [
			"The issuer has no certificate with this number.",
			"La emisora no tiene ningún certificado con este número.",
		];
		for (language, said) in Language::ALL.into_iter().zip(said) {
			let texts = Texts::new(language);
			let text = refused("Certificates.UnknownCertificate").to_text(&texts);
			assert!(text.starts_with(said), "{language:?}: {text}");
			assert!(!text.contains("Its own words"), "{language:?}: {text}");
		}
	}

	#[test]
	fn an_error_that_is_younger_should_be_said_in_the_chains_words() {
		for language in Language::ALL {
			let text = refused("Certificates.NobodyKnows").to_text(&Texts::new(language));
			assert!(text.contains("Its own words."), "{language:?}: {text}");
		}
		let json = refused("Certificates.NobodyKnows").to_json(&Texts::new(Language::English));
		assert!(
			json.contains(r#""refused":"Certificates.NobodyKnows""#),
			"{json}"
		);
	}

	#[test]
	fn errors_of_no_pallet_should_have_texts_too() {
		assert_eq!(error_key("BadOrigin"), "dispatch-BadOrigin");
		assert_eq!(
			error_key("Certificates.NumberTaken"),
			"certificates-NumberTaken"
		);
	}
}
