//! `try_state FILE…`: whether all that a node has stored at a block decodes to its last byte as what it is, and
//! holds the invariants of every pallet (docs/specification.md, section 10).
//!
//! A file is JSON: `{"block": 17, "pairs": [["0x26aa…", "0x0700…"], …]}`, as `clients/reliability/main.mjs --states`
//! writes it. It ends with 0 where all hold, with 1 where one does not, with 2 where a file can't be read.

use aeo_runtime::{AllPalletsWithSystem, BlockNumber};
use frame_support::traits::{TryDecodeEntireStorage, TryState, TryStateSelect};
use sp_core::bytes;
use sp_io::TestExternalities;
use std::{env, error::Error, fs, process::ExitCode};

/// What one file has told.
struct State {
	block: BlockNumber,
	pairs: Vec<(Vec<u8>, Vec<u8>)>,
}

impl State {
	fn read(path: &str) -> Result<Self, Box<dyn Error>> {
		let told: serde_json::Value = serde_json::from_slice(&fs::read(path)?)?;
		let block = told["block"].as_u64().ok_or("it names no block")?;
		let pairs = told["pairs"].as_array().ok_or("it has no pairs")?;
		let pairs = pairs.iter().map(|pair| -> Result<_, Box<dyn Error>> {
			let part = |place: usize| -> Result<_, Box<dyn Error>> {
				let text = pair[place].as_str().ok_or("a pair is not of two texts")?;
				Ok(bytes::from_hex(text)?)
			};
			Ok((part(0)?, part(1)?))
		});
		Ok(Self {
			block: block.try_into()?,
			pairs: pairs.collect::<Result<_, _>>()?,
		})
	}

	/// Returns how many bytes were decoded, or all that is wrong.
	fn try_all(self) -> Result<usize, Vec<String>> {
		let mut chain = TestExternalities::default();
		for (key, value) in self.pairs {
			chain.insert(key, value);
		}
		chain.execute_with(|| {
			let decoded = AllPalletsWithSystem::try_decode_entire_state();
			let holds = AllPalletsWithSystem::try_state(self.block, TryStateSelect::All);
			match (decoded, holds) {
				(Ok(bytes), Ok(())) => Ok(bytes),
				(decoded, holds) => {
					let undecoded = decoded.err().unwrap_or_default();
					let undecoded = undecoded.iter().map(|error| format!("{error:?}"));
					Err(undecoded
						.chain(holds.err().map(|error| format!("{error:?}")))
						.collect())
				}
			}
		})
	}
}

fn main() -> ExitCode {
	let paths: Vec<String> = env::args().skip(1).collect();
	if paths.is_empty() {
		eprintln!("Usage: try_state FILE…\nName the files that clients/reliability/main.mjs --states has written.");
		return ExitCode::from(2);
	}
	let mut result = ExitCode::SUCCESS;
	for path in paths {
		match State::read(&path) {
			Err(error) => {
				eprintln!("{path}: it can't be read: {error}");
				return ExitCode::from(2);
			}
			Ok(state) => {
				let (block, values) = (state.block, state.pairs.len());
				match state.try_all() {
					Ok(bytes) => println!(
						"{path}: block {block}: {values} values of {bytes} bytes decode, and all invariants hold"
					),
					Err(wrong) => {
						println!("{path}: block {block}: {}", wrong.join("; "));
						result = ExitCode::FAILURE;
					}
				}
			}
		}
	}
	result
}
