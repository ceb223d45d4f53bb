//! How long it takes to verify a receipt: `cargo run --release -p aeo-receipt --features run --example times --
//! TRUST FILE`, where TRUST is the folder of `aeo trust`.

use aeo_receipt::{verify, Receipt, Trust};
use std::{env, fs, path::PathBuf, time::Instant};

fn main() -> Result<(), Box<dyn std::error::Error>> {
	let mut arguments = env::args().skip(1).map(PathBuf::from);
	let (Some(folder), Some(file)) = (arguments.next(), arguments.next()) else {
		return Err("name the folder with what is trusted, and a receipt".into());
	};
	let trust: Trust = serde_json::from_slice(&fs::read(folder.join("trust.json"))?)?;
	let bytes = fs::read(file)?;

	let start = Instant::now();
	let receipt = Receipt::decode(&bytes)?;
	let proven = verify(&receipt, &trust)?;
	let (header, justification) = (receipt.headers.len(), receipt.justification.len());
	println!(
		"{} bytes: {header} headers, justification {justification}",
		bytes.len()
	);
	let nodes: usize = receipt.proof.iter().map(|node| node.len()).sum();
	println!("proof {nodes} bytes in {} nodes", receipt.proof.len());
	println!("verified but for the answer: {:?}", start.elapsed());

	let name = format!("{}.wasm", hex::encode(proven.code));
	let code = fs::read(folder.join(name))?;
	let start = Instant::now();
	let answer = proven.answer(&code)?;
	println!(
		"answer of {} bytes by the runtime: {:?}",
		answer.len(),
		start.elapsed()
	);
	Ok(())
}
