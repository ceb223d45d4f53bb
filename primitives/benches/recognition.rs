//! How long one recognition takes: a plain loop, with the spread over its rounds.
//!
//! ```sh
//! cargo bench -p aeo-primitives --bench recognition
//! ```

#[path = "../tests/recognition/world.rs"]
#[allow(dead_code)] // the tests use more of it
mod world;

use std::{hint::black_box, time::Instant};

use aeo_primitives::{
	recognition::{evaluate, Facts, MAX_CERTIFICATES, MAX_LEGS},
	Code, Row,
};

const ROUNDS: usize = 101;
const CALLS: u32 = 10_000;

/// As many certificates, legs and rows as there can be, all of them giving.
fn largest() -> Facts {
	let rows: Vec<Row> = Row::all().collect();
	let mut facts = world::facts();
	let trader = world::trader(&mut facts);
	let certificates = (0..MAX_CERTIFICATES).map(|number| world::certificate(&number.to_string()));
	trader.certificates = certificates.collect::<Vec<_>>().try_into().unwrap();
	let legs = (0..MAX_LEGS).map(|agreement| world::leg(agreement, &rows));
	trader.legs = legs.collect::<Vec<_>>().try_into().unwrap();
	facts
}

fn measure(name: &str, facts: &Facts, calls: u32) {
	let mut rounds: Vec<f64> = (0..ROUNDS)
		.map(|_| {
			let begin = Instant::now();
			for _ in 0..calls {
				black_box(evaluate(black_box(facts)));
			}
			begin.elapsed().as_secs_f64() * 1e9 / f64::from(calls)
		})
		.collect();
	rounds.sort_by(f64::total_cmp);
	let at = |percent: usize| rounds[(ROUNDS - 1) * percent / 100];
	println!(
		"{name}: median {:.0} ns, 5% {:.0} ns, 95% {:.0} ns ({ROUNDS} rounds of {calls})",
		at(50),
		at(5),
		at(95)
	);
}

fn main() {
	let granted = world::facts();
	let mut denied = world::facts();
	world::first_certificate(&mut denied).recognition_suspended = true;
	measure("one certificate, one leg, two benefits", &granted, CALLS);
	measure(
		"one certificate, one leg, denied at check 11",
		&denied,
		CALLS,
	);
	measure(
		"16 certificates, 16 legs, 36 rows each",
		&largest(),
		CALLS / 100,
	);
}
