//! The methods on an in-process chain of five blocks, 3 of them final, whose first one's state is
//! not kept any more.

use super::*;
use aeo_primitives::{
	recognition::{Answer, Basis, ConsentNeed, Denial, Earned, Edge, EdgeKind, Outcome},
	tin::{Reason, Tin},
	AgreementId, AliasScheme, Benefit, Benefits, CertificateNumber, CertificateState,
	CertificateType, CredentialKey, DataClass, DataClasses, Decided, Direction, Ground, Hands,
	Identifier, IncidentKind, ListStanding, Maker, NotDeclared, PreviousKey, Request, RequestKind,
	Role, Roles, StateKind, StatusPeriod, SuspensionScope, Text, UtcOffset, WrittenTin,
};
use aeo_runtime_api::{
	AgreementPage, AgreementStatus, CertificateStatus, Certificates, Change, Counts,
	CredentialIssuerStatus, CredentialStatus, CredentialStatusPage, DecisionStep, Explanation,
	FailedRow, Failure, Given, GrantReport, IncidentReport, IrregularityAnswer, IrregularityStatus,
	LegDeclaration, LegSharing, LegStatus, ListPage, ListPlace, ListReport, ListRow, ListStatus,
	MilestoneRecord, PendingDecision, PendingPage, Questions, QuotaStatus, RequestPage,
	RequestStatus, SharedCertificate, Standing, StateCount, StatusAt, TinReport, Told, ToldState,
	ToldThrough, TriedEvent, Unacknowledged, UnacknowledgedPage, Use, UtilisationCounter,
	UtilisationPage, UtilisationTotals,
};
use codec::Decode;
use jsonrpsee::{core::EmptyServerParams, MethodsError};
use serde_json::json;
use sp_blockchain::{BlockStatus, Info};
use sp_core::{traits::CodeExecutor, H256};

const BEST: u32 = 5;
const FINAL: u32 = 3;
const PRUNED: u32 = 1;
/// The runtime of this block is of another release.
const OTHER: u32 = 2;

/// The time of block 5: far behind the clock, unless a test says that it is now.
const OLD: Moment = 1_700_000_000_000;

/// The hash of a block in the best chain.
fn hash(number: u32) -> H256 {
	H256::from_low_u64_be(number.into())
}

/// A block that is known and not in the best chain.
fn fork() -> H256 {
	H256::repeat_byte(0xff)
}

#[derive(Clone)]
struct Chain {
	time: Moment,
}

fn denied() -> Answer {
	Answer {
		outcome: Outcome::Denied {
			denial: Denial::NoMatch,
			certificate: None,
		},
		issuer_quarantined: false,
		other_number: None,
		priority: false,
	}
}

fn account() -> AccountId {
	AccountId::new([1; 32])
}

fn document() -> H256 {
	H256::repeat_byte(7)
}

/// Suspended in one half.
fn stood() -> StatusAt<AccountId> {
	StatusAt {
		period: StatusPeriod {
			version: 2,
			state: CertificateState::Authorised,
			roles: Roles::new([Role::Exporter]).expect("one"),
			validity: None,
			from: OLD,
			known_from: OLD,
			block: 4,
			decided: Decided {
				by: Hands::both(account(), account()),
				ground: Ground::Authority,
				document: document(),
			},
			voids: None,
		},
		in_force: false,
		obstacle: Some(Denial::NotAuthorised),
		suspended: Some(SuspensionScope::Security),
	}
}

/// One decision, on the page that was asked for.
fn pending(page: u32) -> PendingPage<AccountId, Decision> {
	let decision = PendingDecision {
		number: "A-1".parse().expect("short"),
		proposal: 5,
		decision: Decision::Annul {
			document: document(),
		},
		maker: Maker {
			officer: account(),
			signer: account(),
		},
		version: 3,
		expires: OLD,
		expired: true,
		overtaken: false,
	};
	PendingPage {
		decisions: vec![decision],
		batches: Vec::new(),
		next_page: page.checked_add(1),
	}
}

/// One request, on the page that was asked for.
fn requested(page: u32) -> RequestPage<AccountId> {
	let request = Request {
		kind: RequestKind::Visit,
		asked_at: OLD,
		asked_by: account(),
		document: document(),
		due: "2026-12-31".parse().expect("a day"),
		answer: None,
		closure: None,
	};
	let request = RequestStatus {
		number: "A-1".parse().expect("short"),
		place: 4,
		request,
		overdue: true,
	};
	RequestPage {
		requests: vec![request],
		next_page: page.checked_add(1),
	}
}

fn irregularity(
	issuer: Territory,
	grantor: Territory,
	report: u32,
) -> IrregularityStatus<AccountId> {
	IrregularityStatus {
		issuer,
		report,
		grantor,
		number: "A-1".parse().expect("short"),
		version: 2,
		document: H256::repeat_byte(7),
		at: OLD,
		by: AccountId::new([8; 32]),
		answer: Some(IrregularityAnswer {
			document: H256::repeat_byte(9),
			at: OLD + 1,
			by: AccountId::new([10; 32]),
		}),
	}
}

/// One certificate that is new, on the page that was asked for.
fn not_acknowledged(from: Option<ToldThrough>) -> UnacknowledgedPage {
	let through = ToldThrough {
		issuer: Territory::MX,
		changes: 3,
		ordinals: 1,
	};
	let row = Unacknowledged {
		issuer: Territory::MX,
		number: "A-1".parse().expect("short"),
		tin: Text::try_from("MXNWM9709244W4").expect("short"),
		certificate_type: CertificateType {
			programme: "OEA".parse().expect("short"),
			code: "OEA".parse().expect("short"),
		},
		told: Told::Issued,
		version: 1,
		before: None,
		after: ToldState {
			state: CertificateState::Authorised,
			roles: Roles::new([Role::Exporter]).expect("one"),
			validity: None,
		},
		present_version: 1,
		in_force: true,
		suspended: None,
		known_from: OLD,
		block: 4,
		place: 0,
	};
	UnacknowledgedPage {
		told: vec![row],
		through: vec![through],
		next: from,
	}
}

/// A row of a list.
pub fn listed(issuer: Territory) -> ListRow {
	ListRow {
		certificate: Standing {
			issuer,
			number: "A-1".parse().expect("short"),
			ordinal: 3,
			version: 2,
			tin: Text::try_from("MXNWM9709244W4").expect("short"),
			certificate_type: CertificateType {
				programme: "OEA".parse().expect("short"),
				code: "OEA".parse().expect("short"),
			},
			roles: Roles::new([Role::Exporter]).expect("one"),
			state: CertificateState::Authorised,
			validity: None,
			in_force: true,
			suspended: None,
			scheduled: vec![Edge {
				at: OLD,
				what: EdgeKind::Expires,
			}],
		},
		benefits: vec![Earned {
			role: Role::Exporter,
			direction: Direction::Import,
			benefits: Benefits::new([Benefit::FewerInspections]).expect("one"),
		}],
	}
}

/// What a call came to that would fail in one row.
fn tried(call: Vec<u8>) -> Tried {
	let failure = Failure {
		pallet: "Certificates".into(),
		name: "NumberTaken".into(),
	};
	Tried {
		failure: None,
		rows: vec![FailedRow { row: 1, failure }],
		events: vec![TriedEvent {
			pallet: "Certificates".into(),
			bytes: call,
		}],
	}
}

sp_api::mock_impl_runtime_apis! {
	impl AeoRuntimeApi<Block, AccountId, Decision> for Chain {
		#[advanced]
		fn evaluate(
			&self,
			at: Hash,
			grantor: Territory,
			_identifier: Identifier,
			_role: Role,
			_direction: Direction,
		) -> Result<Dated<Option<Answer>>, ApiError> {
			let number = if at == fork() { 3 } else { at.to_low_u64_be() as u32 };
			if number == PRUNED {
				let error = sp_blockchain::Error::UnknownBlock("pruned".into());
				return Err(ApiError::Application(Box::new(error)));
			}
			if number == OTHER && grantor == Territory::PE {
				return Err(no_function());
			}
			if number == OTHER && grantor == Territory::CO {
				let error = bool::decode(&mut &[2][..]).expect_err("2 is no answer");
				return Err(ApiError::FailedToDecodeReturnValue {
					function: "AeoApi_evaluate",
					error,
					raw: vec![2],
				});
			}
			let answer = (grantor == Territory::CR).then(denied);
			Ok(Dated { block: number, time: self.time, answer })
		}

		fn evaluate_many(grantor: Territory, questions: Questions) -> Dated<Option<Vec<Answer>>> {
			let answers = questions.iter().map(|question| Answer {
				priority: question.role == Role::Importer,
				..denied()
			});
			let answer = (grantor == Territory::CR).then(|| answers.collect());
			Dated { block: BEST, time: OLD, answer }
		}

		fn explain(
			_grantor: Territory,
			_identifier: Identifier,
			_role: Role,
			_direction: Direction,
		) -> Dated<Option<Explanation>> {
			Dated { block: BEST, time: OLD, answer: None }
		}

		fn certificate(
			_issuer: Territory,
			_number: CertificateNumber,
		) -> Dated<Option<CertificateStatus>> {
			Dated { block: BEST, time: OLD, answer: None }
		}

		fn certificates_of(tin: WrittenTin) -> Dated<Result<Vec<CertificateStatus>, Reason>> {
			let answer = Tin::parse(&tin).map(|_| Vec::new());
			Dated { block: BEST, time: OLD, answer }
		}

		fn history(
			_issuer: Territory,
			_number: CertificateNumber,
			_page: u32,
		) -> Dated<Vec<StatusPeriod<AccountId>>> {
			Dated { block: BEST, time: OLD, answer: Vec::new() }
		}

		fn status_at(
			_issuer: Territory,
			_number: CertificateNumber,
			moment: Moment,
		) -> Dated<Option<StatusAt<AccountId>>> {
			Dated { block: BEST, time: OLD, answer: (moment == OLD).then(stood) }
		}

		fn certificates_by_issuer(_issuer: Territory, _page: u32) -> Dated<Vec<CertificateStatus>> {
			Dated { block: BEST, time: OLD, answer: Vec::new() }
		}

		fn pending_decisions(
			_issuer: Territory,
			page: u32,
		) -> Dated<PendingPage<AccountId, Decision>> {
			Dated { block: BEST, time: OLD, answer: pending(page) }
		}

		fn requests(_issuer: Territory, page: u32) -> Dated<RequestPage<AccountId>> {
			Dated { block: BEST, time: OLD, answer: requested(page) }
		}

		fn counts(_issuer: Territory) -> Dated<Counts> {
			let states = vec![StateCount { state: StateKind::Suspended, count: 3 }];
			Dated { block: BEST, time: OLD, answer: Counts { ordinals: 7, states } }
		}

		fn uses_of(_tin: WrittenTin, _page: u32) -> Dated<Vec<Use>> {
			Dated { block: BEST, time: OLD, answer: Vec::new() }
		}

		fn grant(_grantor: Territory, declaration: H256, _role: Role) -> Dated<Option<GrantReport>> {
			let answer = (!declaration.is_zero()).then(|| GrantReport {
				trader: declaration,
				tin: Text::try_from("MXNWM9709244W4").ok(),
				issuer: Territory::MX,
				direction: Direction::Import,
				entitlements: Vec::new(),
				versions: Vec::new(),
				block: 2,
				at: OLD,
				annulled: true,
			});
			Dated { block: BEST, time: OLD, answer }
		}

		fn utilisation(_administration: Territory, page: u32) -> Dated<UtilisationPage> {
			let counter = UtilisationCounter {
				basis: Basis::Agreement(7),
				benefit: Benefit::FewerInspections,
				direction: Direction::Import,
				granted: 3,
				live: 2,
				pruned: 1,
				sealed: 4,
			};
			let totals = UtilisationTotals {
				granted: 3,
				live: 2,
				pruned: 1,
				sealed: 4,
				sealed_periods: 1,
			};
			let next_page = page.checked_add(1);
			let answer = UtilisationPage { counters: vec![counter], next_page, totals };
			Dated { block: BEST, time: OLD, answer }
		}

		fn incidents(_administration: Territory, page: u32) -> Dated<Vec<IncidentReport>> {
			let step = DecisionStep { document: H256::repeat_byte(1), block: 2, at: OLD };
			let incident = IncidentReport {
				number: page,
				kind: IncidentKind::BorderClosure,
				opened: step,
				closed: None,
			};
			Dated { block: BEST, time: OLD, answer: vec![incident] }
		}

		fn unacknowledged(
			_administration: Territory,
			from: Option<ToldThrough>,
		) -> Dated<UnacknowledgedPage> {
			Dated { block: BEST, time: OLD, answer: not_acknowledged(from) }
		}

		fn irregularities(
			issuer: Territory,
			page: u32,
		) -> Dated<Vec<IrregularityStatus<AccountId>>> {
			Dated { block: BEST, time: OLD, answer: vec![irregularity(issuer, Territory::CR, page)] }
		}

		fn reported_irregularities(
			grantor: Territory,
			page: u32,
		) -> Dated<Vec<IrregularityStatus<AccountId>>> {
			Dated { block: BEST, time: OLD, answer: vec![irregularity(Territory::MX, grantor, page)] }
		}

		fn legs(_issuer: Territory, _grantor: Territory) -> Dated<Vec<LegStatus>> {
			Dated { block: BEST, time: OLD, answer: Vec::new() }
		}

		fn declare_as(
			_issuer: Territory,
			_number: CertificateNumber,
			_grantor: Territory,
		) -> Dated<Vec<LegDeclaration>> {
			let answer = LegDeclaration {
				agreement: 7,
				version: 2,
				declaration: None,
				reason: Some(NotDeclared::AliasMissing { scheme: AliasScheme::Mid }),
			};
			Dated { block: BEST, time: OLD, answer: vec![answer] }
		}

		fn agreement(_agreement: AgreementId) -> Dated<Option<AgreementStatus>> {
			Dated { block: BEST, time: OLD, answer: None }
		}

		fn agreements(page: u32) -> Dated<AgreementPage> {
			let next_page = page.checked_add(1);
			Dated { block: BEST, time: OLD, answer: AgreementPage { agreements: Vec::new(), next_page } }
		}

		fn milestones(_agreement: AgreementId, _page: u32) -> Dated<Vec<MilestoneRecord>> {
			Dated { block: BEST, time: OLD, answer: Vec::new() }
		}

		fn shared(
			_issuer: Territory,
			_reader: Territory,
			page: u32,
		) -> Dated<Vec<SharedCertificate>> {
			let answer = SharedCertificate {
				ordinal: page,
				number: "A-1".parse().expect("a number"),
				classes: DataClasses::new([DataClass::Identity]).expect("one"),
			};
			Dated { block: BEST, time: OLD, answer: vec![answer] }
		}

		fn credential_issuer(administration: Territory) -> Dated<Option<CredentialIssuerStatus>> {
			let answer = CredentialIssuerStatus {
				did: "did:web:aduanas.example".parse().expect("short"),
				key: CredentialKey([2; 33]),
				previous: Some(PreviousKey { key: CredentialKey([3; 33]), until: OLD }),
				standing: aeo_primitives::recognition::Standing::Admitted,
				utc_offset: UtcOffset::try_from(-360).expect("legal"),
			};
			let answer = (administration == Territory::MX).then_some(answer);
			Dated { block: BEST, time: OLD, answer }
		}

		fn credential_statuses(_issuer: Territory, page: u32) -> Dated<CredentialStatusPage> {
			let suspended = CredentialStatus {
				edition: 1,
				ended: false,
				suspended: Some(SuspensionScope::Security),
			};
			let answer = CredentialStatusPage {
				ordinals: 1,
				statuses: if page == 0 { vec![suspended] } else { Vec::new() },
				changes_at: (page == 0).then_some(OLD),
			};
			Dated { block: BEST, time: OLD, answer }
		}

		fn lists(administration: Territory) -> Dated<ListReport> {
			let given = ListStatus {
				issuer: administration,
				reader: Territory::CR,
				sequence: 2,
				sealed_to: H256::repeat_byte(1),
				root: H256::repeat_byte(2),
				pages: 3,
				as_of: 4,
				block: BEST,
				at: OLD,
				source: Some(Text::try_from("https://files.example").expect("short")),
				standing: ListStanding::Current,
			};
			let answer = ListReport { given: vec![given], received: Vec::new() };
			Dated { block: BEST, time: OLD, answer }
		}

		fn sharing(_issuer: Territory, _number: CertificateNumber) -> Dated<Vec<LegSharing>> {
			let answer = LegSharing {
				agreement: 7,
				reader: Territory::CR,
				classes: DataClasses::new([DataClass::Identity]).expect("one"),
				in_force: true,
				consent: ConsentNeed::Needed,
				given: false,
				since: Some(OLD),
				on_paper: true,
				shared: DataClasses::default(),
			};
			Dated { block: BEST, time: OLD, answer: vec![answer] }
		}

		fn list(
			grantor: Territory,
			issuer: Option<Territory>,
			_after: Option<ListPlace>,
			limit: u32,
		) -> Dated<Option<ListPage>> {
			let rows = listed(issuer.unwrap_or(Territory::MX));
			let next = ListPlace { issuer: Territory::MX, ordinal: limit };
			let answer = (grantor == Territory::CR)
				.then_some(ListPage { rows: vec![rows], next: Some(next) });
			Dated { block: BEST, time: OLD, answer }
		}

		fn try_call(account: AccountId, call: Vec<u8>) -> Dated<Result<Tried, NotTried>> {
			let answer = match call.first() {
				_ if account == AccountId::new([9; 32]) => Err(NotTried::UnknownAccount),
				Some(1) => Err(NotTried::TooHeavy { weight: 2, most: 1 }),
				Some(2) => Err(NotTried::NotUnderstood {
					field: "Suspensions.suspend.document".into(),
					why: "the bytes end before it".into(),
				}),
				_ => Ok(tried(call)),
			};
			Dated { block: BEST, time: OLD, answer }
		}

		fn changes_in_block() -> Dated<Vec<Change>> {
			Dated { block: BEST, time: OLD, answer: Vec::new() }
		}

		fn changes_due(_since: Moment, _certificates: Certificates) -> Dated<Vec<Change>> {
			Dated { block: BEST, time: OLD, answer: Vec::new() }
		}

		fn given(_certificates: Certificates) -> Dated<Vec<Vec<Given>>> {
			Dated { block: BEST, time: OLD, answer: Vec::new() }
		}

		fn quota(_account: AccountId) -> Dated<Option<QuotaStatus>> {
			let answer = Some(QuotaStatus { left: 1, max: 2, recovery: 3 });
			Dated { block: BEST, time: OLD, answer }
		}

		fn tin_check(tin: WrittenTin) -> Dated<TinReport> {
			let answer = TinReport {
				tin: Text::try_from(&*tin).ok(),
				scheme: None,
				check: None,
				reason: Some(Reason::CheckDigit),
				fits_wco17: true,
				personal: false,
				registrar: Some(Territory::MX),
				trader: None,
			};
			Dated { block: BEST, time: OLD, answer }
		}
	}
}

impl ProvideRuntimeApi<Block> for Chain {
	type Api = Self;

	fn runtime_api(&self) -> sp_api::ApiRef<'_, Self> {
		self.clone().into()
	}
}

impl HeaderBackend<Block> for Chain {
	fn header(&self, _: Hash) -> sp_blockchain::Result<Option<aeo_runtime::Header>> {
		Ok(None)
	}

	fn info(&self) -> Info<Block> {
		Info {
			best_hash: hash(BEST),
			best_number: BEST,
			genesis_hash: hash(0),
			finalized_hash: hash(FINAL),
			finalized_number: FINAL,
			finalized_state: None,
			number_leaves: 1,
			block_gap: None,
		}
	}

	fn status(&self, _: Hash) -> sp_blockchain::Result<BlockStatus> {
		Ok(BlockStatus::InChain)
	}

	fn number(&self, hash: Hash) -> sp_blockchain::Result<Option<BlockNumber>> {
		let number = hash.to_low_u64_be() as u32;
		Ok(match hash {
			_ if hash == fork() => Some(3),
			_ => (number <= BEST).then_some(number),
		})
	}

	fn hash(&self, number: BlockNumber) -> sp_blockchain::Result<Option<Hash>> {
		Ok((number <= BEST).then(|| hash(number)))
	}
}

fn module(time: Moment, is_syncing: bool) -> RpcModule<Aeo<Chain>> {
	let aeo = Aeo::new(Arc::new(Chain { time }), Arc::new(move || is_syncing));
	aeo.into_rpc().expect("names differ")
}

/// Calls a method of a node in step with the chain, with these parameters.
fn call(method: &str, params: Vec<Value>) -> Result<Value, MethodsError> {
	call_at(OLD, false, method, params)
}

fn call_at(
	time: Moment,
	is_syncing: bool,
	method: &str,
	params: Vec<Value>,
) -> Result<Value, MethodsError> {
	let runtime = sc_cli::build_runtime().expect("threads can be started");
	runtime.block_on(async {
		let module = module(time, is_syncing);
		if params.is_empty() {
			module.call(method, EmptyServerParams::new()).await
		} else {
			module.call(method, params).await
		}
	})
}

/// The code and the sentence with which the call is refused.
fn refused(method: &str, params: Vec<Value>) -> (i32, String) {
	match call(method, params) {
		Err(MethodsError::JsonRpc(error)) => (error.code(), error.message().into()),
		other => panic!("not refused: {other:?}"),
	}
}

fn question(at: Value) -> Vec<Value> {
	vec![
		json!("CR"),
		json!("MXNWM9709244W4"),
		json!("EX"),
		json!("Import"),
		at,
	]
}

#[test]
fn an_answer_should_carry_its_block() {
	let reply = call("aeo_evaluate", question(json!(FINAL))).expect("answered");
	assert_eq!(
		reply,
		json!({
			"block_hash": hash(FINAL),
			"block_number": FINAL,
			"block_time": OLD,
			"finalised": true,
			"historical": true,
			"stale": false,
			"answer": {
				"outcome": { "Denied": { "denial": "NoMatch", "certificate": null } },
				"issuer_quarantined": false,
				"other_number": null,
				"priority": false,
			},
		})
	);
}

#[test]
fn at_should_be_the_best_block_a_number_or_a_hash() {
	for (at, expected, is_final) in [
		(Value::Null, hash(BEST), false),
		(json!(4), hash(4), false),
		(json!(2), hash(2), true),
		(json!(hash(2)), hash(2), true),
		(json!(fork()), fork(), false),
	] {
		let reply = call("aeo_evaluate", question(at)).expect("answered");
		assert_eq!(reply["block_hash"], json!(expected));
		assert_eq!(reply["finalised"], json!(is_final));
	}
	let mut params = question(Value::Null);
	params.pop();
	let reply = call("aeo_evaluate", params).expect("answered");
	assert_eq!(reply["block_hash"], json!(hash(BEST)));
}

#[test]
fn an_unknown_or_pruned_block_should_be_told() {
	let (code, sentence) = refused("aeo_evaluate", question(json!(6)));
	assert_eq!(code, 9002);
	assert!(sentence.contains("knows no block 6"), "{sentence}");
	let (code, sentence) = refused("aeo_evaluate", question(json!(H256::repeat_byte(9))));
	assert_eq!(code, 9002);
	assert!(sentence.contains("knows no block 0x0909"), "{sentence}");
	let (code, sentence) = refused("aeo_evaluate", question(json!(PRUNED)));
	assert_eq!(code, NO_STATE_CODE);
	assert!(sentence.contains("archive-canonical"), "{sentence}");
}

#[test]
fn an_answer_should_be_stale_when_old_or_when_the_node_catches_up() {
	let is_stale = |time, is_syncing| {
		let reply = call_at(time, is_syncing, "aeo_evaluate", question(Value::Null));
		reply.expect("answered")["stale"] == json!(true)
	};
	let now = wall_clock();
	assert!(is_stale(OLD, false));
	assert!(!is_stale(now, false));
	assert!(is_stale(now, true));
	assert!(is_stale(now - STALE_AFTER - 1_000, false));
	assert!(!is_stale(now + 1_000, false));
}

#[test]
fn an_answer_about_the_past_should_be_historical_and_never_stale() {
	for (at, is_historical) in [
		(Value::Null, false),
		(json!(BEST), false),
		(json!(hash(BEST)), false),
		(json!(4), true),
		(json!(hash(FINAL)), true),
		(json!(fork()), true),
	] {
		for is_syncing in [false, true] {
			let reply = call_at(OLD, is_syncing, "aeo_evaluate", question(at.clone()));
			let reply = reply.expect("answered");
			assert_eq!(reply["historical"], json!(is_historical), "{at}");
			assert_eq!(reply["stale"], json!(!is_historical), "{at}");
		}
	}
}

/// What the executor says of a runtime without the function `AeoApi_evaluate`: here one without any.
fn no_function() -> ApiError {
	const MODULE: &[u8] = b"\0asm\x01\0\0\0\x05\x03\x01\0\x11\x06\x07\x01\x7f\0\x41\x80\x08\x0b\
		\x07\x18\x02\x06memory\x02\0\x0b__heap_base\x03\0";
	let executor = sc_executor::WasmExecutor::<sp_io::SubstrateHostFunctions>::builder().build();
	let code = sp_core::traits::WrappedRuntimeCode(MODULE.into());
	let code = sp_core::traits::RuntimeCode {
		code_fetcher: &code,
		heap_pages: None,
		hash: vec![1],
	};
	let mut state = sp_io::TestExternalities::default();
	let context = sp_core::traits::CallContext::Offchain;
	let (answer, _) = executor.call(&mut state.ext(), &code, "AeoApi_evaluate", &[], context);
	let error = answer.expect_err("the module has no functions");
	let error = sp_blockchain::Error::Execution(Box::new(error));
	ApiError::Application(Box::new(error))
}

#[test]
fn a_question_that_the_runtime_of_the_block_does_not_know_should_be_told() {
	let ask = |grantor: &str| {
		let mut params = question(json!(OTHER));
		params[0] = json!(grantor);
		refused("aeo_evaluate", params)
	};
	let (code, sentence) = ask("PE");
	assert_eq!(code, UNKNOWN_QUESTION_CODE, "{sentence}");
	assert!(
		sentence.contains("does not know this question"),
		"{sentence}"
	);
	let (code, sentence) = ask("CO");
	assert_eq!(code, UNREADABLE_ANSWER_CODE, "{sentence}");
	assert!(sentence.contains("a form that this node"), "{sentence}");
	let panic =
		"Execution aborted due to panic: panicked at x.rs:1:1:\nBad input data provided to \
		evaluate: Not enough data to fill buffer. Nothing bad happened";
	assert!(is_unknown(panic));
	assert!(!is_unknown(
		"Execution aborted due to trap: wasm trap: unreachable"
	));
	let other = ApiError::Application("disk full".into());
	assert_eq!(told(&other).code(), -32603);
}

#[test]
fn lists_of_questions_should_be_few_at_a_time() {
	let aeo = Aeo::new(Arc::new(Chain { time: OLD }), Arc::new(|| false));
	let mut turns: Vec<_> = (0..LISTS_AT_ONCE)
		.map(|_| aeo.turn(LIST).expect("there is room"))
		.collect();
	assert!(aeo.turn("aeo_evaluate").is_ok());
	let module = aeo.into_rpc().expect("names differ");
	let runtime = sc_cli::build_runtime().expect("threads can be started");
	let ask = || -> Result<Value, MethodsError> {
		runtime.block_on(module.call(LIST, vec![json!("CR"), json!([one_of_many()])]))
	};
	let Err(MethodsError::JsonRpc(error)) = ask() else {
		panic!("there is no room")
	};
	assert_eq!(error.code(), BUSY_CODE);
	assert!(error.message().contains("ask again"), "{}", error.message());
	turns.pop();
	assert!(ask().is_ok());
	assert!(ask().is_ok());
}

#[test]
fn arguments_should_be_given_in_their_order_or_by_name() {
	let runtime = sc_cli::build_runtime().expect("threads can be started");
	let by_name = |request: Value| {
		let asked =
			json!({ "jsonrpc": "2.0", "id": 1, "method": "aeo_evaluate", "params": request });
		let module = module(OLD, false);
		let (reply, _) = runtime
			.block_on(module.raw_json_request(&asked.to_string(), 1))
			.expect("it is a request");
		serde_json::from_str::<Value>(&reply).expect("it is JSON")
	};
	let mut asked = json!({
		"at": FINAL,
		"direction": "Import",
		"role": "EX",
		"identifier": "MXNWM9709244W4",
		"grantor": "CR",
	});
	let expected = call("aeo_evaluate", question(json!(FINAL))).expect("answered");
	assert_eq!(by_name(asked.clone())["result"], expected);
	asked["grantor"] = Value::Null;
	let sentence = by_name(asked)["error"]["message"].clone();
	assert_eq!(
		sentence,
		json!("grantor is missing: write its territory, such as \"MX\"")
	);
}

#[test]
fn a_bad_parameter_should_be_refused_with_a_sentence() {
	let tin = || json!("MXNWM9709244W4");
	for (method, params, part) in [
		("aeo_evaluate", vec![], "grantor is missing: write"),
		("aeo_evaluate", vec![json!(7)], "grantor: invalid type"),
		("aeo_evaluate", vec![json!("QQ")], "grantor \"QQ\""),
		(
			"aeo_evaluate",
			vec![json!("JP"), tin(), json!("EX"), json!("Import")],
			"JP is no administration",
		),
		(
			"aeo_explain",
			vec![json!("CR"), tin(), json!("EX"), json!("Import")],
			"CR is no administration",
		),
		("aeo_evaluate", vec![json!("CR")], "identifier is missing"),
		(
			"aeo_evaluate",
			vec![json!("CR"), json!({ "Tni": "x" })],
			"unknown variant `Tni`",
		),
		(
			"aeo_evaluate",
			vec![json!("CR"), tin(), json!("XX"), json!("Import")],
			"role \"XX\"",
		),
		(
			"aeo_evaluate",
			vec![json!("CR"), tin(), json!("EX"), json!("Transit")],
			"unknown variant `Transit`",
		),
		(
			"aeo_certificate",
			vec![json!("MX"), json!("N".repeat(36))],
			"number",
		),
		("aeo_certificatesOf", vec![json!("M".repeat(257))], "tin"),
		(
			"aeo_history",
			vec![json!("MX"), json!("A-1"), json!(-1)],
			"page",
		),
		(
			"aeo_statusAt",
			vec![json!("MX"), json!("A-1"), json!("noon")],
			"moment",
		),
		(
			"aeo_statusAt",
			vec![json!("MX"), json!("A-1")],
			"moment is missing",
		),
		("aeo_certificatesByIssuer", vec![], "issuer is missing"),
		(
			"aeo_certificatesByIssuer",
			vec![json!("MX"), json!("first")],
			"page",
		),
		("aeo_pendingDecisions", vec![json!("QQ")], "issuer \"QQ\""),
		("aeo_pendingDecisions", vec![json!("MX"), json!(-1)], "page"),
		("aeo_requests", vec![Value::Null], "issuer is missing"),
		("aeo_requests", vec![json!("MX"), json!(0.5)], "page"),
		("aeo_counts", vec![json!(5)], "issuer: invalid type"),
		("aeo_usesOf", vec![], "tin is missing"),
		("aeo_grant", vec![json!("CR")], "declaration is missing"),
		(
			"aeo_grant",
			vec![json!("CR"), json!("0x01"), json!("EX")],
			"declaration: invalid length",
		),
		(
			"aeo_grant",
			vec![json!("CR"), json!(hash(1)), json!("XX")],
			"role \"XX\"",
		),
		("aeo_utilisation", vec![], "administration is missing"),
		(
			"aeo_utilisation",
			vec![json!("CR"), json!("first")],
			"page: invalid type",
		),
		("aeo_incidents", vec![json!("QQ")], "administration \"QQ\""),
		("aeo_unacknowledged", vec![], "administration is missing"),
		(
			"aeo_unacknowledged",
			vec![json!("CR"), json!("MX")],
			"write what the page before gives as next",
		),
		(
			"aeo_unacknowledged",
			vec![json!("CR"), json!({ "issuer": "MX" })],
			"from: missing field `changes`",
		),
		("aeo_irregularities", vec![], "issuer is missing"),
		(
			"aeo_reportedIrregularities",
			vec![json!("CR"), json!("last")],
			"page",
		),
		("aeo_legs", vec![json!("MX")], "grantor is missing"),
		(
			"aeo_declareAs",
			vec![json!("MX"), json!("A-1")],
			"grantor is missing",
		),
		("aeo_agreement", vec![], "agreement is missing: write"),
		(
			"aeo_agreement",
			vec![json!("MX")],
			"agreement: invalid type",
		),
		("aeo_agreements", vec![json!("first")], "page: invalid type"),
		("aeo_milestones", vec![json!(-1)], "agreement: invalid"),
		("aeo_shared", vec![json!("MX")], "reader is missing"),
		("aeo_lists", vec![json!("QQ")], "administration \"QQ\""),
		("aeo_sharing", vec![json!("MX")], "number is missing"),
		("aeo_credentialIssuer", vec![], "administration is missing"),
		(
			"aeo_credentialStatuses",
			vec![json!("MX"), json!("a")],
			"page",
		),
		("aeo_quota", vec![json!("Alice")], "account \"Alice\""),
		("aeo_tinCheck", vec![Value::Null], "tin is missing"),
	] {
		let (code, sentence) = refused(method, params.clone());
		let expected = if part.ends_with("is no administration") {
			9003
		} else {
			-32602
		};
		assert_eq!(code, expected, "{method} {params:?}");
		assert!(sentence.contains(part), "{method} {params:?}: {sentence}");
	}
}

const ALICE: &str = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";

/// What each method replies but `aeo_explain`, whose grantor is none here.
pub fn an_answer_each() -> Vec<(String, Value)> {
	[
		("aeo_evaluate", question(Value::Null)),
		(
			"aeo_evaluateMany",
			vec![json!("CR"), json!([one_of_many()])],
		),
		("aeo_certificate", vec![json!("MX"), json!("A-1")]),
		("aeo_certificatesOf", vec![json!("MXNWM9709244W4")]),
		("aeo_history", vec![json!("MX"), json!("A-1")]),
		("aeo_statusAt", vec![json!("MX"), json!("A-1"), json!(OLD)]),
		("aeo_certificatesByIssuer", vec![json!("MX")]),
		("aeo_certificatesByIssuer", vec![json!("MX"), json!(2)]),
		("aeo_pendingDecisions", vec![json!("MX")]),
		("aeo_requests", vec![json!("MX"), Value::Null, json!(BEST)]),
		("aeo_counts", vec![json!("MX")]),
		("aeo_usesOf", vec![json!("MXNWM9709244W4"), json!(1)]),
		(
			"aeo_grant",
			vec![json!("CR"), json!(H256::zero()), json!("EX")],
		),
		("aeo_utilisation", vec![json!("CR")]),
		("aeo_incidents", vec![json!("CR"), json!(1)]),
		("aeo_unacknowledged", vec![json!("CR")]),
		(
			"aeo_unacknowledged",
			vec![json!("CR"), Value::Null, json!(BEST)],
		),
		("aeo_irregularities", vec![json!("MX")]),
		("aeo_reportedIrregularities", vec![json!("CR"), json!(1)]),
		("aeo_legs", vec![json!("MX"), json!("CR")]),
		(
			"aeo_declareAs",
			vec![json!("MX"), json!("A-1"), json!("US")],
		),
		("aeo_agreement", vec![json!(7)]),
		("aeo_agreements", vec![]),
		("aeo_milestones", vec![json!(7), json!(1)]),
		("aeo_shared", vec![json!("MX"), json!("CR"), json!(1)]),
		("aeo_lists", vec![json!("MX")]),
		("aeo_sharing", vec![json!("MX"), json!("A-1")]),
		("aeo_credentialIssuer", vec![json!("MX")]),
		("aeo_credentialIssuer", vec![json!("CR")]),
		("aeo_credentialStatuses", vec![json!("MX")]),
		("aeo_credentialStatuses", vec![json!("MX"), json!(1)]),
		("aeo_list", vec![json!("CR")]),
		(
			"aeo_list",
			vec![
				json!("CR"),
				json!("PE"),
				json!({ "issuer": "PE", "ordinal": 7 }),
				json!(10),
			],
		),
		("aeo_tryCall", vec![json!(ALICE), json!("0x2a00")]),
		("aeo_quota", vec![json!(ALICE)]),
		("aeo_tinCheck", vec![json!("MXNWM9709244W4"), json!(BEST)]),
	]
	.into_iter()
	.map(|(method, params)| (method.into(), call(method, params).expect("answered")))
	.collect()
}

#[test]
fn every_method_should_answer() {
	for (method, reply) in an_answer_each() {
		assert_eq!(reply["block_hash"], json!(hash(BEST)), "{method}");
	}
	let reply = call("aeo_tinCheck", vec![json!("MXNWM9709244W4")]).expect("answered");
	assert_eq!(reply["answer"]["registrar"], json!("MX"));
	let reply = call("aeo_reportedIrregularities", vec![json!("PE"), json!(4)]).expect("answered");
	assert_eq!(
		reply["answer"],
		json!([{
			"issuer": "MX",
			"report": 4,
			"grantor": "PE",
			"number": "A-1",
			"version": 2,
			"document": H256::repeat_byte(7),
			"at": OLD,
			"by": AccountId::new([8; 32]),
			"answer": {
				"document": H256::repeat_byte(9),
				"at": OLD + 1,
				"by": AccountId::new([10; 32]),
			},
		}])
	);
	let declared = vec![json!("MX"), json!("A-1"), json!("US")];
	let reply = call("aeo_declareAs", declared).expect("answered");
	assert_eq!(
		reply["answer"][0],
		json!({
			"agreement": 7,
			"version": 2,
			"declaration": null,
			"reason": { "AliasMissing": { "scheme": "Mid" } },
		})
	);
	let shared = vec![json!("MX"), json!("CR"), json!(2)];
	let reply = call("aeo_shared", shared).expect("answered");
	assert_eq!(
		reply["answer"],
		json!([{ "ordinal": 2, "number": "A-1", "classes": ["Identity"] }])
	);
	let reply = call("aeo_lists", vec![json!("MX")]).expect("answered");
	assert_eq!(reply["answer"]["given"][0]["standing"], json!("Current"));
	let reply = call("aeo_agreements", vec![json!(3)]).expect("answered");
	assert_eq!(reply["answer"]["next_page"], json!(4));
	let reply = call("aeo_quota", vec![json!(ALICE)]).expect("answered");
	assert_eq!(
		reply["answer"],
		json!({ "left": 1, "max": 2, "recovery": 3 })
	);
}

#[test]
fn the_past_should_be_told_with_how_the_certificate_stood() {
	let ask = |moment| {
		let params = vec![json!("MX"), json!("A-1"), json!(moment)];
		call("aeo_statusAt", params).expect("answered")["answer"].clone()
	};
	assert_eq!(ask(OLD - 1), Value::Null);
	let answer = ask(OLD);
	assert_eq!(answer["period"]["state"], json!("Authorised"));
	assert_eq!(answer["in_force"], json!(false));
	assert_eq!(answer["obstacle"], json!("NotAuthorised"));
	assert_eq!(answer["suspended"], json!("Security"));
}

#[test]
fn what_waits_should_be_told_with_its_marks() {
	let reply = call("aeo_pendingDecisions", vec![json!("MX"), json!(1)]).expect("answered");
	let answer = &reply["answer"];
	assert_eq!(answer["next_page"], json!(2));
	let pending = &answer["decisions"][0];
	assert_eq!(pending["number"], json!("A-1"));
	assert_eq!(
		pending["decision"],
		json!({ "Annul": { "document": document() } })
	);
	assert_eq!(pending["expired"], json!(true));
	assert_eq!(pending["overtaken"], json!(false));
}

#[test]
fn requests_and_counts_should_be_told() {
	let reply = call("aeo_requests", vec![json!("MX")]).expect("answered");
	let request = &reply["answer"]["requests"][0];
	assert_eq!(request["place"], json!(4));
	assert_eq!(request["overdue"], json!(true));
	assert_eq!(request["request"]["kind"], json!("Visit"));
	assert_eq!(request["request"]["due"], json!("2026-12-31"));
	assert_eq!(reply["answer"]["next_page"], json!(1));
	let reply = call("aeo_counts", vec![json!("MX")]).expect("answered");
	assert_eq!(
		reply["answer"],
		json!({ "ordinals": 7, "states": [{ "state": "Suspended", "count": 3 }] })
	);
}

fn one_of_many() -> Value {
	json!({ "identifier": "MXNWM9709244W4", "role": "EX", "direction": "Import" })
}

#[test]
fn many_questions_should_be_answered_in_their_order() {
	let importer = json!({
		"identifier": { "Certificate": { "issuer": "MX", "number": "A-1" } },
		"role": "Importer",
		"direction": "Export",
	});
	let mut questions = vec![one_of_many(); 999];
	questions.insert(600, importer);
	let reply = call("aeo_evaluateMany", vec![json!("CR"), json!(questions)]);
	let answers = reply.expect("answered")["answer"].clone();
	let answers = answers.as_array().expect("a list");
	assert_eq!(answers.len(), 1_000);
	let marked: Vec<_> = (0..1_000)
		.filter(|place| answers[*place]["priority"] == json!(true))
		.collect();
	assert_eq!(marked, [600]);
	let none = call("aeo_evaluateMany", vec![json!("CR"), json!([])]);
	assert_eq!(none.expect("answered")["answer"], json!([]));
}

#[test]
fn many_questions_should_be_refused_with_the_place_of_the_wrong_one() {
	let with = |field: &str, value: Value| {
		let mut question = one_of_many();
		question[field] = value;
		json!([one_of_many(), question])
	};
	for (questions, part) in [
		(json!(null), "questions is missing: write a list"),
		(json!("all"), "questions: invalid type"),
		(json!([one_of_many(), 7]), "question 1 is no object"),
		(json!([{}]), "question 0: identifier is missing"),
		(with("role", json!("XX")), "question 1: role \"XX\""),
		(
			with("direction", json!("Transit")),
			"question 1: direction: unknown variant `Transit`",
		),
		(
			with("identifier", json!({ "Tni": "x" })),
			"question 1: identifier: unknown variant `Tni`",
		),
		(
			with("at", json!(1)),
			"question 1 has an unknown field \"at\"",
		),
		(
			json!(vec![one_of_many(); 1_001]),
			"1001 are too many: ask 1000 at a time",
		),
	] {
		let (code, sentence) = refused("aeo_evaluateMany", vec![json!("CR"), questions]);
		assert_eq!(code, -32602);
		assert!(sentence.contains(part), "{sentence}");
	}
	let nobody = vec![json!("JP"), json!([one_of_many()])];
	let (_, sentence) = refused("aeo_evaluateMany", nobody);
	assert!(sentence.contains("JP is no administration"), "{sentence}");
}

#[test]
fn what_was_given_should_be_answered_as_numbers_and_names() {
	let reply = call("aeo_utilisation", vec![json!("CR"), json!(4)]).expect("answered");
	assert_eq!(
		reply["answer"],
		json!({
			"counters": [{
				"basis": { "Agreement": 7 },
				"benefit": "FewerInspections",
				"direction": "Import",
				"granted": 3,
				"live": 2,
				"pruned": 1,
				"sealed": 4,
			}],
			"next_page": 5,
			"totals": {
				"granted": 3,
				"live": 2,
				"pruned": 1,
				"sealed": 4,
				"sealed_periods": 1,
			},
		})
	);
	let grant = |declaration: H256| {
		let params = vec![json!("CR"), json!(declaration), json!("EX")];
		call("aeo_grant", params).expect("answered")["answer"].clone()
	};
	assert_eq!(grant(hash(9))["annulled"], json!(true));
	assert_eq!(grant(hash(9))["tin"], json!("MXNWM9709244W4"));
	assert_eq!(grant(H256::zero()), Value::Null);
	let reply = call("aeo_incidents", vec![json!("CR")]).expect("answered");
	assert_eq!(reply["answer"][0]["kind"], json!("BorderClosure"));
	assert_eq!(reply["answer"][0]["closed"], Value::Null);
}

#[test]
fn what_issuers_told_should_be_answered_as_names_and_the_next_page_be_asked_with_what_it_gave() {
	let first = call("aeo_unacknowledged", vec![json!("CR")]).expect("answered");
	let answer = &first["answer"];
	assert_eq!(answer["next"], Value::Null);
	let through = json!({ "issuer": "MX", "changes": 3, "ordinals": 1 });
	assert_eq!(answer["through"], json!([through]));
	let row = &answer["told"][0];
	for (field, expected) in [
		("issuer", json!("MX")),
		("number", json!("A-1")),
		("tin", json!("MXNWM9709244W4")),
		("told", json!("Issued")),
		("before", Value::Null),
		("known_from", json!(OLD)),
		("block", json!(4)),
	] {
		assert_eq!(row[field], expected, "{field}");
	}
	assert_eq!(row["after"]["state"], json!("Authorised"));
	let next = call("aeo_unacknowledged", vec![json!("CR"), through.clone()]);
	assert_eq!(next.expect("answered")["answer"]["next"], through);
}

#[test]
fn a_list_should_be_of_one_issuer_or_all_and_no_longer_than_is_allowed() {
	let page = |params| call("aeo_list", params).expect("answered")["answer"].clone();
	let all = page(vec![json!("CR")]);
	assert_eq!(all["rows"][0]["certificate"]["issuer"], json!("MX"));
	// As many as may be asked for, where nothing is said.
	assert_eq!(all["next"], json!({ "issuer": "MX", "ordinal": 500 }));
	let one = page(vec![json!("CR"), json!("PE"), Value::Null, json!(10)]);
	assert_eq!(one["rows"][0]["certificate"]["issuer"], json!("PE"));
	assert_eq!(one["next"]["ordinal"], json!(10));
	let (code, sentence) = refused(
		"aeo_list",
		vec![json!("CR"), Value::Null, Value::Null, json!(501)],
	);
	assert_eq!(code, 9006, "{sentence}");
	let (code, sentence) = refused("aeo_list", vec![json!("JP")]);
	assert_eq!(code, 9003, "{sentence}");
	let (code, sentence) = refused("aeo_list", vec![json!("CR"), json!("QQ")]);
	assert_eq!(
		(code, sentence.starts_with("issuer")),
		(-32602, true),
		"{sentence}"
	);
}

#[test]
fn a_call_that_is_tried_should_say_what_it_comes_to_or_which_field_is_wrong() {
	let reply = call("aeo_tryCall", vec![json!(ALICE), json!("0x2a00")]).expect("answered");
	assert_eq!(
		reply["answer"],
		json!({
			"failure": null,
			"rows": [{
				"row": 1,
				"failure": { "pallet": "Certificates", "name": "NumberTaken" },
			}],
			"events": [{ "pallet": "Certificates", "bytes": "0x2a00" }],
		})
	);
	let ask = |account: &str, bytes: &str| call("aeo_tryCall", vec![json!(account), json!(bytes)]);
	match ask(ALICE, "0x02") {
		Err(MethodsError::JsonRpc(error)) => {
			assert_eq!(error.code(), 9009);
			assert!(error
				.message()
				.contains("Suspensions.suspend.document can't be read"));
			let data = error.data().expect("it has the field").get();
			assert_eq!(data, "{\"field\":\"Suspensions.suspend.document\"}");
		}
		other => panic!("{other:?}"),
	}
	let nobody = AccountId::new([9; 32]).to_string();
	let cases = [
		(nobody.as_str(), "0x", "nobody answers"),
		(ALICE, "0x01", "split it"),
		(ALICE, "0xzz", "call:"),
	];
	for (account, bytes, part) in cases {
		match ask(account, bytes) {
			Err(MethodsError::JsonRpc(error)) => {
				assert_eq!(error.code(), -32602);
				assert!(error.message().contains(part), "{}", error.message());
			}
			other => panic!("{other:?}"),
		}
	}
}
