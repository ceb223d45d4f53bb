//! The code lists of the customs' world.
//!
//! Indices are frozen. The first variant of every list is the safe one wherever there is one: user
//! interfaces preselect it, and clients encode it for a missing value.

use core::{fmt, str::FromStr};

use crate::{Code, CodeSet};

/// The text is neither a code nor a name of the list.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct UnknownCode;

impl fmt::Display for UnknownCode {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str("neither a code nor a name of the list")
	}
}

impl core::error::Error for UnknownCode {}

/// An enum with frozen indices; with a text after each name also its customs code.
macro_rules! code_list {
	(
		$(#[$doc:meta])*
		$list:ident { $($(#[$variant_doc:meta])* $name:ident = $index:tt,)* }
	) => {
		value_types! {
			$(#[$doc])*
			#[derive(Copy, Hash, Ord, PartialOrd)]
			enum $list {
				$($(#[$variant_doc])* #[codec(index = $index)] $name,)*
			}
		}

		impl $list {
			/// Every code, by index.
			pub const ALL: &'static [Self] = &[$(Self::$name),*];
		}

		impl Code for $list {
			fn index(self) -> u32 {
				match self {
					$(Self::$name => $index,)*
				}
			}

			fn all() -> impl Iterator<Item = Self> {
				Self::ALL.iter().copied()
			}
		}
	};
	(
		$(#[$doc:meta])*
		$list:ident { $($(#[$variant_doc:meta])* $name:ident = $index:tt $code:literal,)* }
	) => {
		code_list! {
			$(#[$doc])*
			$list { $($(#[$variant_doc])* $name = $index,)* }
		}

		impl $list {
			/// Returns the code that customs write.
			pub const fn code(self) -> &'static str {
				match self {
					$(Self::$name => $code,)*
				}
			}

			/// Returns the name in full, as in JSON and metadata.
			pub const fn name(self) -> &'static str {
				match self {
					$(Self::$name => stringify!($name),)*
				}
			}
		}

		/// The code or the name.
		impl FromStr for $list {
			type Err = UnknownCode;

			fn from_str(text: &str) -> Result<Self, UnknownCode> {
				Self::all()
					.find(|code| code.code() == text || code.name() == text)
					.ok_or(UnknownCode)
			}
		}

		impl fmt::Display for $list {
			fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
				f.pad(self.name())
			}
		}
	};
}

code_list! {
	/// What an officer's key may do for its administration (domain specification, section 3).
	Scope {
		/// Traders, their TINs, aliases and accounts.
		Identities = 0,
		/// The life cycle of certificates.
		Certification = 1,
		/// Suspending and reinstating certificates: the fast path.
		Suspension = 2,
		/// Drafting and keeping agreements; what binds the party needs its own account.
		Agreements = 3,
		/// Reviews, suspensions of recognition, irregularity reports and incidents.
		Risk = 4,
		/// Recording that benefits were given to a declaration.
		Clearance = 5,
		/// Sealed records, their keys, and consent on paper.
		Disclosure = 6,
	}
}

code_list! {
	/// How a grantor records the benefits it gave (domain specification, section 7).
	UsesRecorded {
		/// Evaluated at the grantor's own node and recorded as one root with counters.
		Sealed = 0,
		/// The record names the certificate, and tells every member how much a firm ships.
		Clear = 1,
	}
}

code_list! {
	/// What a trader does in the supply chain (code list CL704; UCC Annex A).
	Role {
		/// Any other role.
		Other = 0 "OT",
		/// Manufacturer.
		Manufacturer = 1 "MF",
		/// Importer.
		Importer = 2 "IM",
		/// Exporter.
		Exporter = 3 "EX",
		/// Customs broker.
		CustomsBroker = 4 "CB",
		/// Carrier.
		Carrier = 5 "CA",
		/// Consolidator.
		Consolidator = 6 "CS",
		/// Freight forwarder.
		FreightForwarder = 7 "FW",
		/// Terminal or port operator.
		TerminalOperator = 8 "TR",
		/// Warehouse keeper.
		WarehouseKeeper = 9 "WH",
		/// Express operator.
		ExpressOperator = 10 "XP",
	}
}

code_list! {
	/// What a certified trader gets (domain specification, section 2).
	Benefit {
		/// Lower document-review rate.
		FewerDocumentChecks = 0 "B01",
		/// Lower physical-inspection rate.
		FewerInspections = 1 "B02",
		/// Reduction in the targeting system.
		LowerRiskScore = 2 "B03",
		/// First in the queue when selected.
		PriorityInspection = 3 "B04",
		/// Expedited clearance.
		PriorityClearance = 4 "B05",
		/// A designated contact point.
		LiaisonOfficer = 5 "B06",
		/// Priority after a disruption.
		TradeRecovery = 6 "B07",
		/// No duplicate validation visit.
		SecurePartner = 7 "B08",
		/// Status counted in pre-loading measures.
		SecurityMeasures = 8 "B09",
		/// Reduced or pre-arrival declaration.
		ReducedData = 9 "B10",
		/// Guarantee waived or reduced.
		GuaranteeReduction = 10 "B11",
		/// Lower sampling at the export side.
		ExportSampling = 11 "B12",
	}
}

code_list! {
	/// The kind of the declaration that is lodged at the grantor.
	Direction {
		/// Goods coming in, entry summaries included.
		Import = 0,
		/// Goods going out.
		Export = 1,
	}
}

code_list! {
	/// One of the two things an AEO authorisation can be about (UCC-DA Art. 30(3)).
	Half {
		/// Customs simplifications (the AEOC half).
		Customs = 0,
		/// Security and safety (the AEOS half).
		Security = 1,
	}
}

code_list! {
	/// The halves that a type of certificate has.
	Halves {
		/// Customs simplifications only: AEOC, OEA-Conformidade.
		Customs = 0,
		/// Security and safety only: AEOS, OEA-Segurança.
		Security = 1,
		/// Both: AEOF.
		Both = 2,
	}
}

code_list! {
	/// The half that must not be suspended for a benefit to be given.
	Requires {
		/// Neither in particular: any half that is left will do.
		Either = 0,
		/// The customs half.
		Customs = 1,
		/// The security half.
		Security = 2,
	}
}

code_list! {
	/// What a suspension covers (UCC-DA Art. 30(3)).
	SuspensionScope {
		/// The whole certificate.
		Full = 0,
		/// Its customs half.
		Customs = 1,
		/// Its security half.
		Security = 2,
	}
}

code_list! {
	/// What kind of name an alias is (domain specification, section 4).
	AliasScheme {
		/// The code that the grantor's declaration system has for an operator: Japan's of twelve
		/// characters, `AEOCN…`, `AEOSG…`, `SG…`, or one that the grantor made up.
		Code = 0 "CODE",
		/// Manufacturer Identification Code of the United States (19 CFR 102, appendix).
		Mid = 1 "MID",
		/// Third-country identification number of the European Union (UCC Annex B).
		Tcuin = 2 "TCUIN",
		/// Legal Entity Identifier (ISO 17442-1): 20 characters, the last two check digits.
		Lei = 3 "LEI",
		/// Global Location Number (GS1): 13 digits, the last a check digit.
		Gln = 4 "GLN",
		/// Number of the Data Universal Numbering System (Dun & Bradstreet): 9 digits. With the two
		/// before, what the United States' test of a Global Business Identifier names partners by.
		Duns = 5 "DUNS",
	}
}

code_list! {
	/// Why a decision was taken, as far as everybody may know. The detailed reason is sealed data. The
	/// first one says of nobody what he has not said.
	Ground {
		/// The authority decided on the merits.
		Authority = 0,
		/// The holder asked for it.
		HoldersRequest = 1,
		/// An administrative matter, such as a merger or a correction.
		Administrative = 2,
	}
}

code_list! {
	/// Why a grantor serves some traders first for a while (domain specification, section 7).
	IncidentKind {
		/// None of the others.
		Other = 0,
		/// A higher level of alert.
		AlertLevel = 1,
		/// A border is closed, or was.
		BorderClosure = 2,
		/// An earthquake, a flood, an epidemic.
		NaturalDisaster = 3,
		/// Dangerous goods, or goods from a dangerous place.
		Hazard = 4,
	}
}

code_list! {
	/// A part of a certified trader's data that partners may see under an agreement (domain
	/// specification, section 8).
	DataClass {
		/// Name, address, registration.
		Identity = 0,
		/// The sites that were validated.
		Sites = 1,
		/// Whom to speak to.
		Contact = 2,
		/// The detailed reasons of decisions.
		Reason = 3,
	}
}

code_list! {
	/// The states of a certificate without what belongs to each
	/// ([`CertificateState`](crate::CertificateState)).
	StateKind {
		/// Applied for.
		Applied = 0,
		/// The application can be examined.
		Accepted = 1,
		/// The application cannot be examined.
		Rejected = 2,
		/// The holder took the application back.
		ApplicationWithdrawn = 3,
		/// The application was examined and refused.
		Refused = 4,
		/// Authorised, whether its days are over by the clock or not.
		Authorised = 5,
		/// Suspended, in whole or in one half.
		Suspended = 6,
		/// Taken away by the issuer, from a day on.
		Revoked = 7,
		/// Given back by the holder, from a day on.
		Relinquished = 8,
		/// Void from the start.
		Annulled = 9,
	}
}

code_list! {
	/// What an issuer asks for, until a day (domain specification, section 5).
	RequestKind {
		/// Information.
		Information = 0,
		/// That something be put right.
		CorrectiveAction = 1,
		/// That the trader assess itself.
		SelfAssessment = 2,
		/// A visit to its sites.
		Visit = 3,
	}
}

code_list! {
	/// What a request came to.
	RequestOutcome {
		/// What was asked for did not come, or was not enough.
		NotMet = 0,
		/// It came.
		Met = 1,
		/// The issuer no longer asks for it.
		Withdrawn = 2,
	}
}

code_list! {
	/// A step on the way to an agreement, or after it (domain specification, section 6).
	MilestoneKind {
		/// The administrations say that they want one.
		LetterOfIntent = 0,
		/// Their programmes are compared, side by side.
		ProgrammeComparison = 1,
		/// They visit certified companies together.
		JointValidation = 2,
		/// They try it out with a few companies.
		Pilot = 3,
	}
}

/// Any of the data classes.
pub type DataClasses = CodeSet<DataClass, 0, 4>;

/// The roles of a certificate: 1 to 8.
pub type Roles = CodeSet<Role, 1, 8>;

/// The roles that an agreement makes eligible: 1 to all 11.
pub type EligibleRoles = CodeSet<Role, 1, 11>;

/// Any number of benefits.
pub type Benefits = CodeSet<Benefit, 0, 12>;

/// One direction or both.
pub type Directions = CodeSet<Direction, 1, 2>;

/// The rows of an offer, at least one.
pub type Rows = CodeSet<Row, 1, 36>;

value_types! {
	/// One line of what a leg, or a programme at home, gives.
	#[derive(Copy, Hash, Ord, PartialOrd)]
	struct Row {
		/// What is given.
		pub benefit: Benefit,
		/// The half of the certificate that must not be suspended.
		pub requires: Requires,
	}
}

impl Code for Row {
	/// Returns an index below 36: three for each of the twelve benefits.
	fn index(self) -> u32 {
		self.benefit
			.index()
			.saturating_mul(3)
			.saturating_add(self.requires.index())
	}

	fn all() -> impl Iterator<Item = Self> {
		Benefit::all()
			.flat_map(|benefit| Requires::all().map(move |requires| Self { benefit, requires }))
	}
}

impl Halves {
	/// Returns whether a certificate of this type has `half`.
	pub fn has(self, half: Half) -> bool {
		match self {
			Self::Customs => half == Half::Customs,
			Self::Security => half == Half::Security,
			Self::Both => true,
		}
	}
}

impl SuspensionScope {
	/// Returns whether the scope takes `half` away.
	pub fn covers(self, half: Half) -> bool {
		match self {
			Self::Full => true,
			Self::Customs => half == Half::Customs,
			Self::Security => half == Half::Security,
		}
	}

	/// Returns whether a certificate with `halves` can be suspended so: a half that the type lacks
	/// cannot (`TypeLacksThisHalf`).
	pub fn applies_to(self, halves: Halves) -> bool {
		Half::all().any(|half| halves.has(half) && self.covers(half))
	}

	/// Returns whether nothing is left of a certificate with `halves`: where it has one half only,
	/// that half is all of it.
	pub fn takes_all_of(self, halves: Halves) -> bool {
		Half::all().all(|half| !halves.has(half) || self.covers(half))
	}
}

impl Requires {
	/// Returns whether a suspension of `scope` takes the half that is required.
	pub fn is_taken_by(self, scope: SuspensionScope) -> bool {
		match self {
			Self::Either => scope == SuspensionScope::Full,
			Self::Customs => scope.covers(Half::Customs),
			Self::Security => scope.covers(Half::Security),
		}
	}
}
