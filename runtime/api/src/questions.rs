//! The table of questions: each one stands here, and nowhere else.

/// How many entries, or places of which some are empty, a page of an answer has at most.
pub const PAGE: u32 = 50;

/// How many certificates a page of [`AeoApi::credential_statuses`](crate::AeoApi) has at most.
pub const CREDENTIAL_PAGE: u32 = 1_000;

/// Hands the table of questions to a macro, one row each:
///
/// ```text
/// /// What is answered: the documentation of all three.
/// "name of the JSON-RPC method" name_in_the_runtime_api(argument: Type, …) -> Answer
///     , refuses argument             none (or a reason) says that there is no such argument: JSON-RPC
///                                    refuses it
///     , pages of PAGE                so many places are on a page, which `page` (or `from`) names
///     , before 2 method -> Old       before version 2 of the questions the answer was `Old`, which
///                                    converts to the present one; `method` asks for it
///     , until 3 by function         the same, where arguments differed: that function asks
/// ;
/// ```
///
/// From it come the runtime API ([`AeoApi`](crate::AeoApi)), the questions to blocks of earlier releases
/// (`past`), the JSON-RPC methods of the node and their OpenRPC document.
#[macro_export]
macro_rules! questions {
	($then:ident) => {
		$then! {
			/// The benefits that `grantor` gives to a trader in a declaration, or why there are none.
			/// None where `grantor` is no administration of this chain.
			"aeo_evaluate" evaluate(
				grantor: Territory,
				identifier: Identifier,
				role: Role,
				direction: Direction,
			) -> Option<Answer>, refuses grantor,
				// Without the number of a trader that was asked for by another one; so in the next two.
				before 6 evaluate_before_version_6 -> Option<v5::Answer>;

			/// The answers to up to 1,000 questions to `grantor`, in their order. None where it is no
			/// administration of this chain.
			"aeo_evaluateMany" evaluate_many(grantor: Territory, questions: Questions)
				-> Option<Vec<Answer>>, refuses grantor,
				before 6 evaluate_many_before_version_6 -> Option<v5::Answers>;

			/// As `evaluate`, with everything that the answer depends on, and every certificate under
			/// every leg: why it counted or not.
			"aeo_explain" explain(
				grantor: Territory,
				identifier: Identifier,
				role: Role,
				direction: Direction,
			) -> Option<Explanation>, refuses grantor,
				// Neither admissions nor under which of them a leg was signed.
				before 2 explain_before_version_2 -> Option<v1::Explained>,
				// Nothing of what succeeds a type.
				before 5 explain_before_version_5 -> Option<v4::Explained>,
				before 6 explain_before_version_6 -> Option<v5::Explained>;

			/// A certificate and how it stands; none where there is none.
			"aeo_certificate" certificate(issuer: Territory, number: CertificateNumber)
				-> Option<CertificateStatus>,
				// Nothing of a wish to be reinstated; so in all three.
				before 3 certificate_before_version_3 -> Option<v2::CertificateStatus>;

			/// The certificates of the trader with a TIN: live ones, and the latest of each programme
			/// and type. The reason, where the TIN is nobody's since its scheme could not have issued it.
			"aeo_certificatesOf" certificates_of(tin: WrittenTin)
				-> Result<Vec<CertificateStatus>, Reason>, refuses tin,
				before 3 certificates_of_before_version_3 -> Vec<v2::CertificateStatus>,
				// None for what is no number.
				before 4 certificates_of_before_version_4 -> Vec<CertificateStatus>;

			/// The status periods of a certificate, latest first.
			"aeo_history" history(issuer: Territory, number: CertificateNumber, page: u32)
				-> Vec<StatusPeriod<AccountId>>, pages of PAGE,
				// One name of those who decided.
				before 2 history_before_version_2 -> Vec<v1::StatusPeriod<AccountId>>,
				// Grounds in another order.
				before 3 history_before_version_3 -> Vec<v2::StatusPeriod<AccountId>>;

			/// How a certificate stood at `moment`, in milliseconds UTC, as far as this state knows;
			/// none where there was none yet.
			"aeo_statusAt" status_at(issuer: Territory, number: CertificateNumber, moment: Moment)
				-> Option<StatusAt<AccountId>>,
				before 2 status_at_before_version_2 -> Option<v1::StatusAtMoment<AccountId>>,
				before 3 status_at_before_version_3 -> Option<v2::StatusAtMoment<AccountId>>;

			/// The certificates of an issuer in the order of their ordinals.
			"aeo_certificatesByIssuer" certificates_by_issuer(issuer: Territory, page: u32)
				-> Vec<CertificateStatus>, pages of PAGE,
				before 3 certificates_by_issuer_before_version_3 -> Vec<v2::CertificateStatus>;

			/// The decisions of an issuer that wait for a second officer, in no order; and the batches,
			/// on the first page.
			"aeo_pendingDecisions" pending_decisions(issuer: Territory, page: u32)
				-> PendingPage<AccountId, Decision>, pages of PAGE,
				// Proposals without numbers.
				before 2 pending_decisions_before_version_2 -> v1::WaitingPage<AccountId, Decision>;

			/// The open requests of an issuer out of all, latest first.
			"aeo_requests" requests(issuer: Territory, page: u32) -> RequestPage<AccountId>,
				pages of PAGE;

			/// How many certificates an issuer has, and how many in each state.
			"aeo_counts" counts(issuer: Territory) -> Counts;

			/// The benefits that were given to the trader with a TIN, latest first; what was removed
			/// leaves its place empty.
			"aeo_usesOf" uses_of(tin: WrittenTin, page: u32) -> Vec<Use>, pages of PAGE;

			/// What `grantor` gave to a declaration, which the commitment to its reference names; none
			/// where it gave nothing.
			"aeo_grant" grant(grantor: Territory, declaration: H256, role: Role)
				-> Option<GrantReport>;

			/// What an administration gave, as grantor: counters by agreement, benefit and direction,
			/// and how many uses there were in all.
			"aeo_utilisation" utilisation(administration: Territory, page: u32) -> UtilisationPage,
				pages of PAGE;

			/// The incidents of an administration, latest first.
			"aeo_incidents" incidents(administration: Territory, page: u32) -> Vec<IncidentReport>,
				pages of PAGE;

			/// What all other issuers told and `administration` has not acknowledged: new certificates
			/// and changes. `from` is `next` of the page before, and none for the first page; what a
			/// page gives as `through` is what `suspensions.acknowledgeThrough` takes.
			"aeo_unacknowledged" unacknowledged(
				administration: Territory,
				from: Option<ToldThrough>,
			) -> UnacknowledgedPage, pages of PAGE,
				until 3 by unacknowledged_of_each_issuer;

			/// The irregularities that were reported to `issuer`, with its answers, latest first.
			"aeo_irregularities" irregularities(issuer: Territory, page: u32)
				-> Vec<IrregularityStatus<AccountId>>, pages of PAGE;

			/// The irregularities that `grantor` has reported to all issuers, with the answers, latest
			/// first.
			"aeo_reportedIrregularities" reported_irregularities(grantor: Territory, page: u32)
				-> Vec<IrregularityStatus<AccountId>>, pages of PAGE;

			/// The legs of all agreements from `issuer` to `grantor`.
			"aeo_legs" legs(issuer: Territory, grantor: Territory) -> Vec<LegStatus>,
				// Nothing of types that the issuer's programmes lack.
				before 3 legs_before_version_3 -> Vec<v2::AgreedLeg>,
				// Nothing of a manifest; so in the next two.
				before 5 legs_before_version_5 -> Vec<v4::AgreedLeg>;

			/// What a declaration at `grantor` writes to name the holder of a certificate, for each leg
			/// that is in force and covers its type and roles, or why nothing can be written yet;
			/// nothing where there is no such leg or certificate.
			"aeo_declareAs" declare_as(
				issuer: Territory,
				number: CertificateNumber,
				grantor: Territory,
			) -> Vec<LegDeclaration>,
				before 5 declare_as_before_version_5 -> Vec<v4::LegWritten>;

			/// An agreement, its parties and what waits for signatures; none where there is none.
			"aeo_agreement" agreement(agreement: AgreementId) -> Option<AgreementStatus>,
				// Amendments that remove no legs, and notices that are not withdrawn.
				before 3 agreement_before_version_3 -> Option<v2::Agreement>,
				before 5 agreement_before_version_5 -> Option<v4::Agreement>;

			/// All agreements, latest first.
			"aeo_agreements" agreements(page: u32) -> AgreementPage, pages of PAGE;

			/// The milestones of an agreement, latest first.
			"aeo_milestones" milestones(agreement: AgreementId, page: u32) -> Vec<MilestoneRecord>,
				pages of PAGE;

			/// The certificates of an issuer in the order of their ordinals, each with the classes of its
			/// trader's data that `reader` may read now: all of them of its own, none of most.
			"aeo_shared" shared(issuer: Territory, reader: Territory, page: u32)
				-> Vec<SharedCertificate>, pages of PAGE;

			/// The last lists of confidential data that an administration has given to each reader, and
			/// was given by each issuer, and whether they are what their readers can open and may have.
			"aeo_lists" lists(administration: Territory) -> ListReport;

			/// With whom a certificate, and what is known of its trader, is shared: each leg of its issuer
			/// that is not over, what it discloses, whether it needs the holder's consent, and what was
			/// said of that.
			"aeo_sharing" sharing(issuer: Territory, number: CertificateNumber) -> Vec<LegSharing>;

			/// By which identifier and keys an administration issues credentials; none where it issues none.
			"aeo_credentialIssuer" credential_issuer(administration: Territory)
				-> Option<CredentialIssuerStatus>;

			/// How the credentials of an issuer's certificates stand, in the order of their ordinals: what status
			/// lists are made of.
			"aeo_credentialStatuses" credential_statuses(issuer: Territory, page: u32)
				-> CredentialStatusPage, pages of CREDENTIAL_PAGE;

			/// The certificates of an issuer, or of all whose certificates may earn benefits from `grantor`,
			/// with what each earns from it now; its own are among them. `after` is `next` of the page
			/// before, and none for the first page. At most 500 rows; fewer where `limit` says so.
			"aeo_list" list(
				grantor: Territory,
				issuer: Option<Territory>,
				after: Option<ListPlace>,
				limit: u32,
			) -> Option<ListPage>, refuses grantor;

			/// What a call of an account would come to on the state of the block, by the rules of its
			/// runtime. Nothing is signed and nothing changes; what it costs is not looked at.
			"aeo_tryCall" try_call(account: AccountId, call: Vec<u8>) -> Result<Tried, NotTried>,
				refuses call;

			/// What is left of the quota that pays for an account's transactions; none where it has
			/// none, and pays fees.
			"aeo_quota" quota(account: AccountId) -> Option<QuotaStatus>;

			/// What is known of a TIN: its scheme, its check, whether it is registered.
			"aeo_tinCheck" tin_check(tin: WrittenTin) -> TinReport;
		}
	};
}

/// Declares the runtime API, with what a question was before a version.
macro_rules! declare {
	($(
		$(#[doc = $doc:literal])*
		$method:literal $name:ident $arguments:tt -> $answer:ty
		$(, refuses $refused:ident)?
		$(, pages of $size:ident)?
		$(, before $version:literal $before:ident -> $old:ty)*
		$(, until $since:literal by $other:ident)?
		;
	)*) => {
		sp_api::decl_runtime_apis! {
			/// The questions of customs administrations, traders and their systems.
			#[api_version(9)]
			pub trait AeoApi<AccountId, Decision> where AccountId: Codec, Decision: Codec {
				$(
					$(#[doc = $doc])*
					fn $name $arguments -> Dated<$answer>;

					$(
						/// As it was before a version.
						#[changed_in($version)]
						fn $name $arguments -> Dated<$old>;
					)*
				)*

				/// What the block changed, in the order in which it was decided: its own events, read by the
				/// runtime of the block. What feeds are made of.
				fn changes_in_block() -> Dated<Vec<Change>>;

				/// What the clock has brought after the moment `since` up to the block's time: to these
				/// certificates, and to all legs. What was decided in the block is not told again here.
				fn changes_due(since: Moment, certificates: Certificates) -> Dated<Vec<Change>>;

				/// What these certificates earn, from each grantor, in their order; nothing where there is
				/// no such certificate.
				fn given(certificates: Certificates) -> Dated<Vec<Vec<Given>>>;

				/// As it was before version 3: the changes of one issuer.
				#[changed_in(3)]
				fn unacknowledged(
					administration: Territory,
					issuer: Territory,
					page: u32,
				) -> Dated<v2::UnacknowledgedPage>;
			}
		}

		/// All questions, in the order of the table.
		pub const QUESTIONS: &[Listed] = &[$(Listed {
			name: stringify!($name),
			method: $method,
			places: [$($size,)? 0][0],
			refuses: [$(stringify!($refused),)? ""][0],
		}),*];
	};
}

/// A row of the table, for who writes about the questions. Arguments, answers and documentation are in
/// the metadata of a runtime.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Listed {
	/// The name in the runtime API.
	pub name: &'static str,
	/// The name of the JSON-RPC method.
	pub method: &'static str,
	/// How many places a page has; 0 where the answer has no pages.
	pub places: u32,
	/// The argument that JSON-RPC refuses where the answer is none; empty where none is an answer.
	pub refuses: &'static str,
}
