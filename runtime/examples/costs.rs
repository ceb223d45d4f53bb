//! What transactions of ours cost beside a transfer, in the wasm as a node runs it; what an evaluation
//! reads; and how many bytes of state a certificate takes. Compared with `runtime/costs.json`: fails where
//! one of them has grown by a fifth. With `--update` writes that file instead.
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
use aeo_runtime::{AccountId, Balances, RuntimeCall, WASM_BINARY};
use chain::{as_written, signed, Chain, Signer, MX};
use codec::{Decode, Encode};
use frame_support::{storage::storage_prefix, traits::fungible::Mutate};
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

/// How many of each transaction are made.
const ROUNDS: u32 = 50;

/// How often all is measured at most.
const TRIES: u32 = 4;

/// How much more than is written down is too much.
const BOUND: f64 = 1.2;

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

	/// Applies a transaction in the block under way and returns how long that took. It must succeed.
	fn apply(&self, signer: impl Signer, call: impl Into<RuntimeCall>) -> Duration {
		let transaction = signed(signer, call).encode();
		let code = RuntimeCode {
			code_fetcher: &self.code,
			heap_pages: None,
			hash: self.hash.clone(),
		};
		let context = CallContext::Onchain { import: false };
		let method = "BlockBuilder_apply_extrinsic";
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
		took
	}
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

/// A chain with an agreement of Mexico and Costa Rica, twice as many certified firms as there are rounds,
/// and an account that can transfer; and what a certificate takes of the state.
fn prepared() -> (Chain, usize) {
	let mut chain = scenarios::chain();
	chain.block(|| {
		conclude(MEXICO, COSTA_RICA, Some("2026-11-24"));
		Balances::mint_into(&MX.account(), 1_000_000_000_000_000).expect("it is not too much");
	});
	let stored = || bytes_of("Certificates") + bytes_of("Identities");
	let before = chain.read(stored);
	let firms = 2 * ROUNDS;
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

/// How long each transaction took, of those that are made in turn.
fn times(wasm: &Wasm, chain: &mut Chain) -> BTreeMap<&'static str, Vec<Duration>> {
	let mut times: BTreeMap<&str, Vec<Duration>> = BTreeMap::new();
	let mut note = |what, took| times.entry(what).or_default().push(took);
	for place in 0..ROUNDS {
		chain.free_block(|| {
			let transfer = pallet_balances::Call::transfer_keep_alive {
				dest: MultiAddress::Id(AccountId::from([7; 32])),
				value: 1_000,
			};
			note("transfer", wasm.apply(MX, transfer));

			let suspend = pallet_suspensions::Call::suspend {
				subject: Subject::Number(written(&certificate(ROUNDS + place))),
				scope: SuspensionScope::Full,
				end: WrittenSuspensionEnd::Open,
				ground: Ground::Authority,
				document: hash(place),
			};
			note("suspend", wasm.apply(MX1, suspend));

			let grant = pallet_benefits::Call::grant {
				declaration: hash(place),
				identifier: Identifier::Tin(tin(&rfc(place))),
				role: Role::Exporter,
				direction: aeo_primitives::Direction::Import,
			};
			note("grant", wasm.apply(CR1, grant));

			let acknowledge = pallet_suspensions::Call::acknowledge {
				issuer: Territory::MX,
				number: written(&certificate(ROUNDS + place)),
				version: 2,
			};
			note("acknowledge", wasm.apply(CR1, acknowledge));

			let new = 2 * ROUNDS + place;
			let decision = authorise(&rfc(new), Role::Exporter, Some("2030-12-31"));
			let propose = pallet_certificates::Call::propose {
				number: number(&certificate(new)).into(),
				decision: as_written(decision),
			};
			note("propose", wasm.apply(MX1, propose));
			let confirm = pallet_certificates::Call::confirm {
				number: number(&certificate(new)).into(),
				proposal: last_proposal(Territory::MX),
			};
			note("confirm", wasm.apply(MX2, confirm));
		});
	}
	times
}

/// The least of times, in microseconds.
fn least(times: &[Duration]) -> f64 {
	let least = times.iter().min().expect("each was made");
	least.as_secs_f64() * 1_000_000.0
}

/// What is measured, by its name.
fn measured() -> Result<Map<String, Value>, Box<dyn Error>> {
	let wasm = Wasm::new()?;
	let (mut chain, bytes) = prepared();
	let reads = chain.reads(|| {
		let firm = Identifier::Tin(tin(&rfc(0)));
		ask_for(Territory::CR, &firm, aeo_primitives::Direction::Import);
	});
	let all_times = times(&wasm, &mut chain);
	let transfer = least(&all_times["transfer"]);
	println!("transfer: {transfer:.0} microseconds here");
	let mut all = Map::new();
	all.insert("bytes of a certificate".into(), json!(bytes));
	all.insert("values read by an evaluation".into(), json!(reads));
	for (what, times) in all_times.iter().filter(|(what, _)| **what != "transfer") {
		let ratio = (least(times) / transfer * 100.0).round() / 100.0;
		all.insert(format!("{what} to a transfer"), json!(ratio));
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
		if now > before * BOUND {
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
		"more than a fifth dearer than in costs.json: {}. If that must be, run with --update and say \
		 why in CHANGELOG.md",
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
