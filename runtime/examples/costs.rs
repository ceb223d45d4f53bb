//! What transactions of ours cost beside a transfer, in the wasm as a node runs it; how often they read and
//! write; what an evaluation reads; and how many bytes of state a certificate takes. Compared with `runtime/costs.json`: fails where
//! one of them has grown by a fifth. With `--update` writes that file instead.
//!
//! Compared also with what they weigh beside a transfer: fails where a transaction takes more than 1.5 times
//! what its weight says. Then `make weights` is due.
//!
//! The times are the least of transactions in turn, and only what they come to beside a transfer counts.
//! What else the machine does can only add to a time: a figure that is too high is measured again, and the
//! least of up to [`TRIES`] counts.

#[allow(dead_code, unused_imports)]
#[path = "../tests/it/chain.rs"]
mod chain;
#[allow(dead_code, unused_imports)]
#[path = "../tests/it/reads.rs"]
mod reads;
#[allow(dead_code, unused_imports)]
#[path = "../tests/it/scenarios.rs"]
mod scenarios;

use aeo_primitives::{
	Ground, Identifier, Role, Subject, SuspensionScope, Territory, WrittenSuspensionEnd,
};
use aeo_runtime::{AccountId, Balances, RuntimeCall, System, WASM_BINARY};
use chain::{as_written, signed, Chain, Signer, MX};
use codec::{Decode, Encode};
use frame_support::{storage::storage_prefix, traits::fungible::Mutate};
use reads::Touched;
use sc_executor::{WasmExecutor, WasmtimeInstantiationStrategy};
use scenarios::{
	ask_for, authorise, certify, conclude, last_proposal, number, rfc, tin, written, COSTA_RICA,
	CR1, MEXICO, MX1, MX2,
};
use serde_json::{json, Map, Value};
use sp_core::{
	traits::{CallContext, CodeExecutor, RuntimeCode, WrappedRuntimeCode},
	H256,
};
use sp_io::SubstrateHostFunctions;
use sp_runtime::{ApplyExtrinsicResult, MultiAddress};
use std::{
	collections::BTreeMap,
	error::Error,
	fs,
	process::ExitCode,
	time::{Duration, Instant},
};

/// How many of each transaction are timed; in one more it is counted what they read and write.
const ROUNDS: u32 = 50;

/// Who transfers: the account of Mexico.
const PAYER: &str = "//Alice";

/// For how many rounds there are firms.
const PLACES: u32 = 60;

/// How often all is measured at most.
const TRIES: u32 = 4;

/// How much more than is written down is too much.
const BOUND: f64 = 1.2;

/// How much longer than it weighs a transaction may take, beside a transfer.
const STALE: f64 = 1.5;

/// How figures are called that compare what transactions take with what they weigh, both beside a transfer.
const WEIGHED: &str = ", took beside its weight";

/// The file with what is written down.
const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/costs.json");

/// The runtime as a node executes it.
struct Wasm {
	executor: WasmExecutor<SubstrateHostFunctions>,
	code: WrappedRuntimeCode<'static>,
	hash: Vec<u8>,
}

impl Wasm {
	fn new() -> Result<Self, Box<dyn Error>> {
		let code = WASM_BINARY.ok_or("built without the wasm: unset SKIP_WASM_BUILD")?;
		Ok(Self {
			executor: WasmExecutor::builder()
				.with_onchain_heap_alloc_strategy(sc_executor::HeapAllocStrategy::Dynamic {
					maximum_pages: None,
				})
				.with_execution_method(sc_executor::WasmExecutionMethod::Compiled {
					instantiation_strategy: WasmtimeInstantiationStrategy::PoolingCopyOnWrite,
				})
				.build(),
			code: WrappedRuntimeCode(code.into()),
			hash: sp_io::hashing::blake2_256(code).to_vec(),
		})
	}

	/// Applies a transaction in the block under way and returns what it cost. It must succeed.
	fn apply(&self, signer: impl Signer, call: impl Into<RuntimeCall>) -> Cost {
		let transaction = signed(signer, call).encode();
		let code = RuntimeCode {
			code_fetcher: &self.code,
			heap_pages: None,
			hash: self.hash.clone(),
		};
		let context = CallContext::Onchain { import: false };
		let method = "BlockBuilder_apply_extrinsic";
		let weighed_before = weighed();
		let start = Instant::now();
		let (answer, _) = sp_externalities::with_externalities(|ext| {
			self.executor
				.call(ext, &code, method, &transaction, context)
		})
		.expect("a block is under way");
		let took = start.elapsed();
		let answer = answer.expect("the runtime executes");
		ApplyExtrinsicResult::decode(&mut answer.as_slice())
			.expect("it answers so")
			.expect("the transaction is valid")
			.expect("the call succeeds");
		Cost {
			took,
			weighs: weighed() - weighed_before,
		}
	}
}

/// What a transaction took, and what it weighs, in picoseconds.
struct Cost {
	took: Duration,
	weighs: u64,
}

/// What all of the block under way weighs until now, in picoseconds.
fn weighed() -> u64 {
	System::block_weight().total().ref_time()
}

/// The number of the certificate of the firm at a place.
fn certificate(place: u32) -> String {
	format!("MX-OEA-{place:04}")
}

fn hash(place: u32) -> H256 {
	H256::from_low_u64_be(u64::from(place) + 1)
}

/// The bytes of all keys and values that a pallet stores.
fn bytes_of(pallet: &str) -> usize {
	let prefix = sp_io::hashing::twox_128(pallet.as_bytes());
	let mut key = storage_prefix(pallet.as_bytes(), b"").to_vec();
	key.truncate(prefix.len());
	let mut bytes = 0;
	while let Some(next) = sp_io::storage::next_key(&key) {
		if !next.starts_with(&prefix) {
			break;
		}
		bytes += next.len() + sp_io::storage::get(&next).map_or(0, |value| value.len());
		key = next;
	}
	bytes
}

/// A chain with an agreement of Mexico and Costa Rica, twice as many certified firms as there are places,
/// and an account that can transfer; and what a certificate takes of the state.
fn prepared() -> (Chain, usize) {
	let mut chain = scenarios::chain();
	chain.block(|| {
		conclude(MEXICO, COSTA_RICA, Some("2026-11-24"));
		Balances::mint_into(&MX.account(), 1_000_000_000_000_000).expect("it is not too much");
	});
	let stored = || bytes_of("Certificates") + bytes_of("Identities");
	let before = chain.read(stored);
	let firms = 2 * PLACES;
	// A block holds some of them.
	for first in (0..firms).step_by(10) {
		chain.free_block(|| {
			for place in first..first + 10 {
				certify(&certificate(place), &rfc(place), Some("2030-12-31"));
			}
		});
	}
	let grown = chain.read(stored) - before;
	(chain, grown / firms as usize)
}

/// Makes a block with one transaction of each kind, about the firms of a place.
fn round(
	chain: &mut Chain,
	place: u32,
	mut act: impl FnMut(&'static str, &'static str, RuntimeCall),
) {
	chain.free_block(|| {
		let transfer = pallet_balances::Call::transfer_keep_alive {
			dest: MultiAddress::Id(AccountId::from([7; 32])),
			value: 1_000,
		};
		act("transfer", PAYER, transfer.into());

		let suspended = certificate(PLACES + place);
		let suspend = pallet_suspensions::Call::suspend {
			subject: Subject::Number(written(&suspended)),
			scope: SuspensionScope::Full,
			end: WrittenSuspensionEnd::Open,
			ground: Ground::Authority,
			document: hash(place),
		};
		act("suspend", MX1, suspend.into());

		let grant = pallet_benefits::Call::grant {
			declaration: hash(place),
			identifier: Identifier::Tin(tin(&rfc(place))),
			role: Role::Exporter,
			direction: aeo_primitives::Direction::Import,
		};
		act("grant", CR1, grant.into());

		let acknowledge = pallet_suspensions::Call::acknowledge {
			issuer: Territory::MX,
			number: written(&suspended),
			version: 2,
		};
		act("acknowledge", CR1, acknowledge.into());

		let new = 2 * PLACES + place;
		let decision = authorise(&rfc(new), Role::Exporter, Some("2030-12-31"));
		let propose = pallet_certificates::Call::propose {
			number: number(&certificate(new)).into(),
			decision: as_written(decision),
		};
		act("propose", MX1, propose.into());
		let confirm = pallet_certificates::Call::confirm {
			number: number(&certificate(new)).into(),
			proposal: last_proposal(Territory::MX),
		};
		act("confirm", MX2, confirm.into());
	});
}

/// What each transaction cost, of those that are made in turn.
fn costs(wasm: &Wasm, chain: &mut Chain) -> BTreeMap<&'static str, Vec<Cost>> {
	let mut costs: BTreeMap<&str, Vec<Cost>> = BTreeMap::new();
	for place in 0..ROUNDS {
		round(chain, place, |what, signer, call| {
			let cost = wasm.apply(signer, call);
			costs.entry(what).or_default().push(cost);
		});
	}
	costs
}

/// How often each transaction reads and writes a value.
fn touches(wasm: &Wasm, chain: &mut Chain) -> BTreeMap<&'static str, Touched> {
	let mut touches = BTreeMap::new();
	round(chain, ROUNDS, |what, signer, call| {
		let touched = reads::touched(|| {
			wasm.apply(signer, call);
		});
		touches.insert(what, touched);
	});
	touches
}

/// The least of what transactions took and weigh, in microseconds.
fn least(costs: &[Cost]) -> (f64, f64) {
	let took = costs.iter().map(|cost| cost.took).min();
	let weighs = costs.iter().map(|cost| cost.weighs).min();
	(
		took.expect("each was made").as_secs_f64() * 1_000_000.0,
		weighs.expect("each was made") as f64 / 1_000_000.0,
	)
}

/// What is measured, by its name.
fn measured() -> Result<Map<String, Value>, Box<dyn Error>> {
	let wasm = Wasm::new()?;
	let (mut chain, bytes) = prepared();
	let reads = chain.reads(|| {
		let firm = Identifier::Tin(tin(&rfc(0)));
		ask_for(Territory::CR, &firm, aeo_primitives::Direction::Import);
	});
	let all_costs = costs(&wasm, &mut chain);
	let mut all = Map::new();
	all.insert("bytes of a certificate".into(), json!(bytes));
	all.insert("values read by an evaluation".into(), json!(reads));
	for (what, touched) in touches(&wasm, &mut chain) {
		all.insert(format!("values read by {what}"), json!(touched.reads));
		all.insert(format!("values written by {what}"), json!(touched.writes));
	}
	let (transfer, transfer_weighs) = least(&all_costs["transfer"]);
	println!("transfer: {transfer:.0} microseconds here, weighs {transfer_weighs:.0}");
	for (what, costs) in all_costs.iter().filter(|(what, _)| **what != "transfer") {
		let (took, weighs) = least(costs);
		let rounded = |value: f64| json!((value * 100.0).round() / 100.0);
		let ratio = took / transfer;
		all.insert(format!("{what} to a transfer"), rounded(ratio));
		let stale = ratio / (weighs / transfer_weighs);
		all.insert(format!("{what}{WEIGHED}"), rounded(stale));
	}
	Ok(all)
}

/// Of two measurements of the same, the lower figures.
fn lower(one: Map<String, Value>, other: &Map<String, Value>) -> Map<String, Value> {
	one.into_iter()
		.map(|(what, value)| {
			let second = &other[&what];
			let low = if second.as_f64() < value.as_f64() {
				second.clone()
			} else {
				value
			};
			(what, low)
		})
		.collect()
}

/// What is a fifth dearer than is known, by its name.
fn grown(known: &Map<String, Value>, measured: &Map<String, Value>) -> Result<Vec<String>, String> {
	let mut grown = Vec::new();
	for (what, value) in measured {
		let (Some(before), Some(now)) = (known.get(what).and_then(Value::as_f64), value.as_f64())
		else {
			return Err(format!("{what} is not in costs.json: run with --update"));
		};
		println!("{what}: {now}, was {before}");
		let most = if what.ends_with(WEIGHED) {
			STALE
		} else {
			before * BOUND
		};
		if now > most {
			grown.push(what.clone());
		}
	}
	Ok(grown)
}

fn run() -> Result<(), Box<dyn Error>> {
	let mut lowest = measured()?;
	if std::env::args().any(|argument| argument == "--update") {
		for _ in 1..TRIES {
			lowest = lower(lowest, &measured()?);
		}
		fs::write(
			FILE,
			format!("{}\n", serde_json::to_string_pretty(&lowest)?),
		)?;
		return Ok(());
	}
	let known: Map<String, Value> = serde_json::from_str(&fs::read_to_string(FILE)?)?;
	let mut dearer = grown(&known, &lowest)?;
	for _ in 1..TRIES {
		if dearer.is_empty() {
			break;
		}
		println!(
			"measured once more, since these have grown: {}",
			dearer.join(", ")
		);
		lowest = lower(lowest, &measured()?);
		dearer = grown(&known, &lowest)?;
	}
	if dearer.is_empty() {
		return Ok(());
	}
	Err(format!(
		"more than a fifth dearer than in costs.json, or {STALE} times its weight: {}. If that must be, run \
		 with --update and say why in CHANGELOG.md; where weights are too small, make weights",
		dearer.join(", ")
	)
	.into())
}

fn main() -> ExitCode {
	match run() {
		Ok(()) => ExitCode::SUCCESS,
		Err(error) => {
			eprintln!("costs: {error}");
			ExitCode::FAILURE
		}
	}
}
