//! Tries the rule of recognition by hand: facts as JSON on standard input, the answer as JSON on
//! standard output. `docs/recognition.md` has facts to start from.
//!
//! ```sh
//! cargo run -p aeo-primitives --example recognise < facts.json
//! ```

use std::{
	io::{read_to_string, stdin},
	process::ExitCode,
};

use aeo_primitives::recognition::evaluate;

/// The answer to `facts`, or what is wrong with them and where.
pub fn recognise(facts: &str) -> Result<String, String> {
	let facts =
		serde_json::from_str(facts).map_err(|error| format!("facts not understood: {error}"))?;
	serde_json::to_string_pretty(&evaluate(&facts)).map_err(|error| error.to_string())
}

fn main() -> ExitCode {
	let answer = read_to_string(stdin())
		.map_err(|error| format!("cannot read standard input: {error}"))
		.and_then(|facts| recognise(&facts));
	match answer {
		Ok(answer) => {
			println!("{answer}");
			ExitCode::SUCCESS
		}
		Err(error) => {
			eprintln!("{error}");
			ExitCode::FAILURE
		}
	}
}
