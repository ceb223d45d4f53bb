//! The methods on an in-process chain of five blocks, 3 of them final, whose first one's state is
//! not kept any more.

use super::*;
use aeo_primitives::{
	recognition::{Denial, Outcome},
	tin::Reason,
	AliasScheme, NotDeclared, Text,
};
use jsonrpsee::{core::EmptyServerParams, MethodsError, RpcModule};
use serde_json::json;
use sp_blockchain::{BlockStatus, Info};
use sp_core::H256;

const BEST: u32 = 5;
const FINAL: u32 = 3;
const PRUNED: u32 = 1;

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
		priority: false,
	}
}

sp_api::mock_impl_runtime_apis! {
	impl AeoRuntimeApi<Block, AccountId> for Chain {
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
			let answer = (grantor == Territory::CR).then(denied);
			Ok(Dated { block: number, time: self.time, answer })
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

		fn certificates_of(_tin: WrittenTin) -> Dated<Vec<CertificateStatus>> {
			Dated { block: BEST, time: OLD, answer: Vec::new() }
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
			_moment: Moment,
		) -> Dated<Option<StatusPeriod<AccountId>>> {
			Dated { block: BEST, time: OLD, answer: None }
		}

		fn uses_of(_tin: WrittenTin, _page: u32) -> Dated<Vec<Use>> {
			Dated { block: BEST, time: OLD, answer: Vec::new() }
		}

		fn unacknowledged(
			_administration: Territory,
			_issuer: Territory,
			page: u32,
		) -> Dated<UnacknowledgedPage> {
			let next_page = page.checked_add(1);
			Dated { block: BEST, time: OLD, answer: UnacknowledgedPage { decisions: Vec::new(), next_page } }
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

		fn quota(_account: AccountId) -> Dated<Option<QuotaStatus>> {
			let answer = Some(QuotaStatus { left: 1, max: 2, recovery: 3 });
			Dated { block: BEST, time: OLD, answer }
		}

		fn tin_check(tin: WrittenTin) -> Dated<TinReport> {
			let answer = TinReport {
				tin: Text::try_from(tin.as_str()).ok(),
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
	Aeo::new(Arc::new(Chain { time }), Arc::new(move || is_syncing)).into_rpc()
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
			"stale": true,
			"answer": {
				"outcome": { "Denied": { "denial": "NoMatch", "certificate": null } },
				"issuer_quarantined": false,
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
	assert_eq!(code, -32602);
	assert!(sentence.contains("knows no block 6"), "{sentence}");
	let (code, sentence) = refused("aeo_evaluate", question(json!(H256::repeat_byte(9))));
	assert_eq!(code, -32602);
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
	assert!(!is_stale(now, false));
	assert!(is_stale(now, true));
	assert!(is_stale(now - STALE_AFTER - 1_000, false));
	assert!(!is_stale(now + 1_000, false));
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
		("aeo_certificatesOf", vec![json!("M".repeat(65))], "tin"),
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
		("aeo_usesOf", vec![], "tin is missing"),
		("aeo_unacknowledged", vec![json!("CR")], "issuer is missing"),
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
		("aeo_quota", vec![json!("Alice")], "account \"Alice\""),
		("aeo_tinCheck", vec![Value::Null], "tin is missing"),
	] {
		let (code, sentence) = refused(method, params.clone());
		assert_eq!(code, -32602, "{method} {params:?}");
		assert!(sentence.contains(part), "{method} {params:?}: {sentence}");
	}
}

#[test]
fn every_method_should_answer() {
	let alice = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";
	for (method, params) in [
		("aeo_certificate", vec![json!("MX"), json!("A-1")]),
		("aeo_certificatesOf", vec![json!("MXNWM9709244W4")]),
		("aeo_history", vec![json!("MX"), json!("A-1")]),
		("aeo_statusAt", vec![json!("MX"), json!("A-1"), json!(OLD)]),
		("aeo_usesOf", vec![json!("MXNWM9709244W4"), json!(1)]),
		(
			"aeo_unacknowledged",
			vec![json!("CR"), json!("MX"), json!(2)],
		),
		("aeo_legs", vec![json!("MX"), json!("CR")]),
		(
			"aeo_declareAs",
			vec![json!("MX"), json!("A-1"), json!("US")],
		),
		("aeo_agreement", vec![json!(7)]),
		("aeo_agreements", vec![]),
		("aeo_milestones", vec![json!(7), json!(1)]),
		("aeo_quota", vec![json!(alice)]),
		("aeo_tinCheck", vec![json!("MXNWM9709244W4"), json!(BEST)]),
	] {
		let reply = call(method, params).expect("answered");
		assert_eq!(reply["block_hash"], json!(hash(BEST)), "{method}");
	}
	let reply = call("aeo_tinCheck", vec![json!("MXNWM9709244W4")]).expect("answered");
	assert_eq!(reply["answer"]["registrar"], json!("MX"));
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
	let reply = call("aeo_agreements", vec![json!(3)]).expect("answered");
	assert_eq!(reply["answer"]["next_page"], json!(4));
	let reply = call("aeo_quota", vec![json!(alice)]).expect("answered");
	assert_eq!(
		reply["answer"],
		json!({ "left": 1, "max": 2, "recovery": 3 })
	);
}
