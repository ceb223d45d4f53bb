//! Checks traders' numbers, one a line.
//!
//! Reads lines `TERRITORY SCHEME NUMBER` on standard input; the scheme `-` is the territory's
//! default, the number is the rest of the line. Writes one JSON object a line, in the same order:
//!
//! ```text
//! $ echo 'MX RFC nwm-970924-4w4' | cargo run -q -p aeo-primitives --example tin_check
//! {"territory":"MX","scheme":"RFC","normalised":"NWM9709244W4","check":"Passed","reason":null,"fits_wco17":true}
//! ```
//!
//! `reason` is null unless `check` is `Failed`. A line that is no question gets an object with
//! `error` alone.

use aeo_primitives::{
	tin::{fits_wco17, normalise, Check, Scheme},
	Territory, UnknownTerritory,
};
use serde::Serialize;
use std::{
	collections::HashMap,
	io::{self, BufRead, BufWriter, Write},
};

/// The territories by their codes: a list of 252 is too long to be searched for every line.
pub type Territories = HashMap<&'static str, Territory>;

#[derive(Serialize)]
#[serde(untagged)]
enum Answer<'a> {
	Checked {
		territory: Territory,
		scheme: &'static str,
		normalised: &'a str,
		check: &'static str,
		reason: Option<String>,
		fits_wco17: bool,
	},
	NotUnderstood {
		error: String,
	},
}

fn main() -> io::Result<()> {
	let mut input = io::stdin().lock();
	let mut output = BufWriter::with_capacity(1 << 16, io::stdout().lock());
	let territories = territories();
	let mut line = Vec::new();
	while input.read_until(b'\n', &mut line)? != 0 {
		answer(&territories, &line, &mut output)?;
		line.clear();
	}
	output.flush()
}

/// Every territory by its code.
pub fn territories() -> Territories {
	Territory::ALL
		.into_iter()
		.map(|territory| (territory.code(), territory))
		.collect()
}

/// Writes the answer to one line.
///
/// # Errors
///
/// Those of the output.
pub fn answer(territories: &Territories, line: &[u8], output: &mut impl Write) -> io::Result<()> {
	match question(territories, line) {
		Ok((territory, scheme, number)) => {
			// As the chain reads and checks it.
			let (normalised, outcome) = match scheme.normal(territory, number) {
				Ok(normal) => {
					let outcome = scheme.check_normal(&normal);
					(normal, outcome)
				}
				Err(reason) => {
					let normalised = normalise(number);
					if normalised.is_empty() {
						let error = "there is no number after the scheme".into();
						return write(&Answer::NotUnderstood { error }, output);
					}
					(normalised, Err(reason))
				}
			};
			let (check, reason) = match outcome {
				Ok(Check::FormatOnly) => ("FormatOnly", None),
				Ok(Check::Passed) => ("Passed", None),
				Ok(Check::Overridden) => ("Overridden", None),
				Err(reason) => (
					"Failed",
					Some(format!(
						"{reason} ({scheme} of {territory}: {})",
						scheme.form()
					)),
				),
			};
			let fits_wco17 = fits_wco17(scheme, &normalised);
			let scheme = scheme.name();
			write(
				&Answer::Checked {
					territory,
					scheme,
					normalised: &normalised,
					check,
					reason,
					fits_wco17,
				},
				output,
			)
		}
		Err(error) => write(&Answer::NotUnderstood { error }, output),
	}
}

fn write(answer: &Answer<'_>, output: &mut impl Write) -> io::Result<()> {
	serde_json::to_writer(&mut *output, answer)?;
	output.write_all(b"\n")
}

/// What a line asks: the territory, its scheme, and the number as it was typed.
fn question<'a>(
	territories: &Territories,
	line: &'a [u8],
) -> Result<(Territory, Scheme, &'a str), String> {
	let line = std::str::from_utf8(line)
		.map_err(|_| "the line is not UTF-8")?
		.trim();
	let (territory, rest) = line
		.split_once(char::is_whitespace)
		.ok_or("write TERRITORY SCHEME NUMBER, the scheme - for the territory's default")?;
	let territory = *territories
		.get(territory.to_ascii_uppercase().as_str())
		.ok_or_else(|| format!("{territory}: {UnknownTerritory}"))?;
	let rest = rest.trim_start();
	let (name, number) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
	let scheme = match name {
		"-" => Scheme::of(territory, number),
		name => Scheme::named(territory, name).ok_or_else(|| unknown_scheme(territory, name))?,
	};
	Ok((territory, scheme, number))
}

fn unknown_scheme(territory: Territory, name: &str) -> String {
	let known: Vec<_> = Scheme::ALL
		.into_iter()
		.filter(|scheme| scheme.is_used_in(territory))
		.map(Scheme::name)
		.collect();
	format!(
		"{name}: not a scheme of {territory}, which has {}",
		known.join(", ")
	)
}
