//! The questions at a block before an upgrade: each method, on the code and a state of the previous
//! release (runtime/fixtures/README.md), gives what that release gave, in the present form.

use super::*;
use aeo_runtime::RuntimeApi;
use jsonrpsee::RpcModule;
use sc_executor::{RuntimeVersionOf, WasmExecutor};
use serde_json::json;
use sp_api::{ApiRef, CallApiAt, CallApiAtParams, ConstructRuntimeApi};
use sp_blockchain::{BlockStatus, Info};
use sp_core::{
	bytes::from_hex,
	storage::{well_known_keys::CODE, Storage},
	traits::CallContext,
};
use sp_externalities::Extensions;
use sp_io::SubstrateHostFunctions;
use sp_runtime::{traits::BlakeTwo256, StateVersion};
use sp_state_machine::{
	backend::{BackendRuntimeCode, TryPendingCode},
	Ext, InMemoryBackend, OverlayedChanges, StateMachine,
};
use sp_version::RuntimeVersion;
use std::{collections::BTreeMap, fs, path::PathBuf};

/// The `spec_version` of the previous release.
const PREVIOUS: u32 = 1_003;

/// The only block.
const BLOCK: u32 = 16;

fn hash() -> Hash {
	Hash::from_low_u64_be(BLOCK.into())
}

fn fixture(name: &str) -> PathBuf {
	[
		env!("CARGO_MANIFEST_DIR"),
		"../runtime/fixtures",
		&PREVIOUS.to_string(),
		name,
	]
	.iter()
	.collect()
}

/// One block of the previous release: its state, and in it its code.
struct Past {
	state: InMemoryBackend<BlakeTwo256>,
	executor: WasmExecutor<SubstrateHostFunctions>,
}

impl Past {
	fn new() -> Self {
		let text = fs::read_to_string(fixture("state.json")).expect("the state is there");
		let pairs: BTreeMap<String, String> = serde_json::from_str(&text).expect("it is pairs");
		let bytes = |text: &String| from_hex(text).expect("it is hex");
		let mut top: BTreeMap<_, _> = pairs
			.iter()
			.map(|(key, value)| (bytes(key), bytes(value)))
			.collect();
		let code = fs::read(fixture("runtime.wasm")).expect("the code is there");
		top.insert(CODE.to_vec(), code);
		let storage = Storage {
			top,
			children_default: Default::default(),
		};
		Self {
			state: (storage, StateVersion::V1).into(),
			executor: WasmExecutor::builder().build(),
		}
	}
}

impl CallApiAt<Block> for Past {
	type StateBackend = InMemoryBackend<BlakeTwo256>;

	fn call_api_at(&self, params: CallApiAtParams<Block>) -> Result<Vec<u8>, ApiError> {
		let code = BackendRuntimeCode::new(&self.state, TryPendingCode::No);
		let code = code.runtime_code().expect("there is code");
		let answer = StateMachine::new(
			&self.state,
			&mut params.overlayed_changes.borrow_mut(),
			&self.executor,
			params.function,
			&params.arguments,
			&mut params.extensions.borrow_mut(),
			&code,
			params.call_context,
		)
		.execute();
		answer.map_err(|error| sp_blockchain::Error::from_state(error).into())
	}

	fn runtime_version_at(&self, _: Hash, _: CallContext) -> Result<RuntimeVersion, ApiError> {
		let code = BackendRuntimeCode::new(&self.state, TryPendingCode::No);
		let code = code.runtime_code().expect("there is code");
		let mut changes = OverlayedChanges::default();
		let mut ext = Ext::new(&mut changes, &self.state, None);
		self.executor
			.runtime_version(&mut ext, &code)
			.map_err(|error| ApiError::Application(Box::new(error)))
	}

	fn state_at(&self, _: Hash) -> Result<Self::StateBackend, ApiError> {
		Ok(self.state.clone())
	}

	fn initialize_extensions(&self, _: Hash, _: &mut Extensions) -> Result<(), ApiError> {
		Ok(())
	}
}

impl ProvideRuntimeApi<Block> for Past {
	type Api = <RuntimeApi as ConstructRuntimeApi<Block, Self>>::RuntimeApi;

	fn runtime_api(&self) -> ApiRef<'_, Self::Api> {
		RuntimeApi::construct_runtime_api(self)
	}
}

impl HeaderBackend<Block> for Past {
	fn header(&self, _: Hash) -> sp_blockchain::Result<Option<aeo_runtime::Header>> {
		Ok(None)
	}

	fn info(&self) -> Info<Block> {
		Info {
			best_hash: hash(),
			best_number: BLOCK,
			genesis_hash: Hash::zero(),
			finalized_hash: hash(),
			finalized_number: BLOCK,
			finalized_state: None,
			number_leaves: 1,
			block_gap: None,
		}
	}

	fn status(&self, _: Hash) -> sp_blockchain::Result<BlockStatus> {
		Ok(BlockStatus::InChain)
	}

	fn number(&self, _: Hash) -> sp_blockchain::Result<Option<BlockNumber>> {
		Ok(Some(BLOCK))
	}

	fn hash(&self, _: BlockNumber) -> sp_blockchain::Result<Option<Hash>> {
		Ok(Some(hash()))
	}
}

/// Every method, with what it is asked.
fn questions() -> Vec<(&'static str, Value)> {
	const TIN: &str = "MX NWM-970924-4W4";
	const FIRST: &str = "MX-OEA-0001";
	const SECOND: &str = "MX-OEA-0002";
	const APPLICATION: &str = "MX-OEA-0003";
	// 24 November 2026, 12:00 UTC.
	const NOON: u64 = 1_795_521_600_000;
	const MINUTE: u64 = 60_000;
	const DAY: u64 = 24 * 60 * MINUTE;
	let declaration = format!("0x{}", "01".repeat(32));
	let alias = |scheme, value| json!({ "Alias": { "scheme": scheme, "value": value } });
	let certificate = json!({ "Certificate": { "issuer": "MX", "number": SECOND } });
	let question = json!({ "direction": "Import", "identifier": TIN, "role": "EX" });
	vec![
		("aeo_evaluate", json!(["CR", TIN, "EX", "Import"])),
		("aeo_evaluate", json!(["CO", TIN, "EX", "Import"])),
		("aeo_evaluate", json!(["PE", certificate, "EX", "Import"])),
		("aeo_evaluate", json!(["MX", TIN, "EX", "Export"])),
		(
			"aeo_evaluate",
			json!(["CR", alias("Code", "CR123"), "EX", "Import"]),
		),
		(
			"aeo_evaluate",
			json!(["CR", alias("Mid", "MXNUEMON123MEX"), "EX", "Import"]),
		),
		("aeo_evaluateMany", json!(["CR", [question, question]])),
		("aeo_explain", json!(["CR", TIN, "EX", "Import"])),
		("aeo_certificate", json!(["MX", FIRST])),
		("aeo_certificate", json!(["MX", SECOND])),
		("aeo_certificate", json!(["MX", APPLICATION])),
		("aeo_certificate", json!(["MX", "none"])),
		("aeo_certificatesOf", json!([TIN])),
		("aeo_history", json!(["MX", FIRST])),
		("aeo_history", json!(["MX", SECOND])),
		("aeo_history", json!(["MX", APPLICATION])),
		("aeo_statusAt", json!(["MX", FIRST, NOON - DAY])),
		("aeo_statusAt", json!(["MX", FIRST, NOON + MINUTE / 4])),
		("aeo_statusAt", json!(["MX", SECOND, NOON + DAY])),
		("aeo_certificatesByIssuer", json!(["MX"])),
		("aeo_pendingDecisions", json!(["MX"])),
		("aeo_requests", json!(["MX"])),
		("aeo_counts", json!(["MX"])),
		("aeo_usesOf", json!([TIN])),
		("aeo_grant", json!(["CR", declaration, "EX"])),
		("aeo_utilisation", json!(["CR"])),
		("aeo_utilisation", json!(["CO"])),
		("aeo_incidents", json!(["CR"])),
		("aeo_unacknowledged", json!(["CR"])),
		("aeo_irregularities", json!(["MX"])),
		("aeo_reportedIrregularities", json!(["PE"])),
		("aeo_legs", json!(["MX", "CR"])),
		("aeo_legs", json!(["CR", "MX"])),
		("aeo_declareAs", json!(["MX", FIRST, "CR"])),
		("aeo_agreement", json!([0])),
		("aeo_agreement", json!([1])),
		("aeo_agreement", json!([2])),
		("aeo_agreements", json!([0])),
		("aeo_milestones", json!([0])),
		(
			"aeo_quota",
			json!(["5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY"]),
		),
		("aeo_tinCheck", json!([TIN])),
		("aeo_tinCheck", json!(["MX NWM-970924-4W5"])),
	]
}

/// What has come since, and can't be asked of it.
fn later() -> Vec<(&'static str, Value)> {
	vec![
		("aeo_shared", json!(["MX", "CR"])),
		("aeo_lists", json!(["MX"])),
		("aeo_sharing", json!(["MX", "MX-OEA-0001"])),
		("aeo_credentialIssuer", json!(["MX"])),
		("aeo_credentialStatuses", json!(["MX"])),
		("aeo_list", json!(["CR"])),
		(
			"aeo_tryCall",
			json!(["5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY", "0x00"]),
		),
	]
}

fn module() -> RpcModule<Aeo<Past>> {
	let aeo = Aeo::new(Arc::new(Past::new()), Arc::new(|| false));
	aeo.into_rpc().expect("names differ")
}

/// Asks everything. Gives method, parameters and reply.
fn asked() -> Vec<(&'static str, Value, Value)> {
	let module = module();
	let runtime = sc_cli::build_runtime().expect("threads can be started");
	questions()
		.into_iter()
		.map(|(method, params)| {
			let Value::Array(given) = params.clone() else {
				panic!("parameters are a list")
			};
			let reply: Value = runtime
				.block_on(module.call(method, given))
				.unwrap_or_else(|error| panic!("{method} {params}: {error}"));
			assert_eq!(reply["block_number"], BLOCK, "{method}");
			(method, params, reply)
		})
		.collect()
}

/// What the methods reply.
pub fn replies() -> Vec<(String, Value)> {
	asked()
		.into_iter()
		.map(|(method, _, reply)| (method.into(), reply))
		.collect()
}

/// What the methods answer, under what was asked.
fn answers() -> BTreeMap<String, Value> {
	asked()
		.into_iter()
		.map(|(method, params, reply)| (format!("{method} {params}"), reply["answer"].clone()))
		.collect()
}

/// What the previous release answered, as the present one says it: all changes since, and nothing else.
fn in_present_form(mut answers: BTreeMap<String, Value>) -> BTreeMap<String, Value> {
	// Of one issuer it was asked, and no other has changed anything.
	if let Some(mut told) = answers.remove("aeo_unacknowledged [\"CR\",\"MX\"]") {
		unacknowledged(&mut told, &answers);
		answers.insert("aeo_unacknowledged [\"CR\"]".into(), told);
	}
	for (asked, answer) in &mut answers {
		match asked.split(' ').next() {
			Some("aeo_history") => list(answer).iter_mut().for_each(period),
			Some("aeo_statusAt") if !answer.is_null() => period(&mut answer["period"]),
			Some("aeo_pendingDecisions") => {
				for decision in list(&mut answer["decisions"]) {
					decision["proposal"] = 0.into();
					fields(decision).remove("confirmable_from");
				}
				for batch in list(&mut answer["batches"]) {
					batch["proposal"] = 0.into();
				}
			}
			Some("aeo_evaluate") => answer["other_number"] = Value::Null,
			Some("aeo_evaluateMany") => {
				for one in list(answer) {
					one["other_number"] = Value::Null;
				}
			}
			Some("aeo_explain") => {
				answer["answer"]["other_number"] = Value::Null;
				let facts = &mut answer["facts"];
				facts["grantor"]["admission"] = 0.into();
				let trader = &mut facts["trader"]["Found"];
				trader["issuer"]["admission"] = 0.into();
				trader["other_number"] = Value::Null;
				for certificate in list(&mut trader["certificates"]) {
					certificate["succeeded_by"] = Value::Null;
				}
				for leg in list(&mut trader["legs"]) {
					leg["signed_in"] = json!({ "grantor": 0, "issuer": 0 });
				}
			}
			Some("aeo_certificate") if !answer.is_null() => wishes(answer),
			Some("aeo_certificatesOf" | "aeo_certificatesByIssuer") => {
				list(answer).iter_mut().for_each(wishes);
			}
			Some("aeo_legs") => {
				for leg in list(answer) {
					leg["unknown_types"] = json!([]);
					manifest(&mut leg["declare_as"]);
				}
			}
			Some("aeo_declareAs") => {
				for leg in list(answer) {
					if !leg["declaration"].is_null() {
						manifest(&mut leg["declaration"]);
					}
				}
			}
			Some("aeo_agreement") if !answer.is_null() => agreement(answer),
			_ => {}
		}
	}
	answers
}

/// Nothing was told of a wish to be reinstated.
fn wishes(certificate: &mut Value) {
	certificate["asked"]["reinstatement"] = false.into();
}

/// Nothing was said of a manifest.
fn manifest(declared: &mut Value) {
	declared["manifest_place"] = "".into();
}

/// No notice was withdrawn, no leg removed, and no type looked for among the issuer's.
fn agreement(agreement: &mut Value) {
	let notice_days = agreement["notice_days"].clone();
	for leg in list(&mut agreement["proposed_legs"]) {
		leg["unknown_types"] = json!([]);
		manifest(&mut leg["declare_as"]);
	}
	let stay = |parties: &mut Value| {
		for party in list(parties) {
			party["withdrawal_agreed"] = json!([]);
		}
	};
	stay(&mut agreement["parties"]);
	let amendment = &mut agreement["amendment"];
	if !amendment.is_null() {
		stay(&mut amendment["parties"]);
		amendment["removed"] = json!([]);
		amendment["notice_days"] = notice_days;
	}
}

/// With each change what the certificate of that block tells, and all issuers after Mexico to be asked.
fn unacknowledged(page: &mut Value, answers: &BTreeMap<String, Value>) {
	let told = list(&mut page["decisions"])
		.iter()
		.map(|decision| {
			let number = &decision["number"];
			let certificate = &answers[&format!("aeo_certificate [\"MX\",{number}]")];
			json!({
				"issuer": "MX",
				"number": number,
				"tin": certificate["tin"],
				"certificate_type": certificate["certificate_type"],
				"told": "Changed",
				"version": decision["version"],
				"before": null,
				"after": {
					"state": decision["state"],
					"roles": certificate["roles"],
					"validity": certificate["validity"],
				},
				"present_version": certificate["version"],
				"in_force": certificate["in_force"],
				"suspended": certificate["suspended"],
				"known_from": decision["known_from"],
				"block": decision["block"],
				"place": 0,
			})
		})
		.collect::<Vec<_>>();
	let next = json!({ "issuer": "MY", "changes": 0, "ordinals": 0 });
	*page = json!({ "told": told, "through": [], "next": next });
}

/// One name was kept.
fn period(period: &mut Value) {
	let by = period["decided"]["by"].take();
	period["decided"]["by"] = json!({ "checker": null, "maker": by });
}

fn list(value: &mut Value) -> &mut Vec<Value> {
	value.as_array_mut().expect("it is a list")
}

fn fields(value: &mut Value) -> &mut serde_json::Map<String, Value> {
	value.as_object_mut().expect("it has fields")
}

/// With RECORD_ANSWERS=1, in the release itself, the answers are written down.
#[test]
fn every_question_should_be_answered_at_a_block_of_the_previous_release() {
	let answers = answers();
	let known: Vec<_> = questions().into_iter().chain(later()).collect();
	for method in module().method_names() {
		assert!(
			known.iter().any(|(asked, _)| *asked == method),
			"{method} is not asked"
		);
	}
	let path = fixture("answers.json");
	if std::env::var_os("RECORD_ANSWERS").is_some() {
		let text = serde_json::to_string_pretty(&answers).expect("it is JSON");
		fs::write(&path, text + "\n").expect("it can be written");
	}
	let text = fs::read_to_string(path).expect("the answers are there");
	let recorded = serde_json::from_str(&text).expect("it is JSON");
	for (asked, expected) in in_present_form(recorded) {
		assert_eq!(answers[&asked], expected, "{asked}");
	}
}

#[test]
fn a_question_of_a_later_release_should_be_refused_at_a_block_of_the_previous_one() {
	let module = module();
	let runtime = sc_cli::build_runtime().expect("threads can be started");
	for (method, params) in later() {
		let Value::Array(given) = params else {
			panic!("parameters are a list")
		};
		let reply: Result<Value, _> = runtime.block_on(module.call(method, given));
		let refusal = reply.expect_err("it knows no such question").to_string();
		assert!(
			refusal.contains("does not know this question"),
			"{method}: {refusal}"
		);
	}
}
