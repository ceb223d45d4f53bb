//! Figures of what was measured.

use crate::Failure;
use serde::Serialize;
use std::{fs, time::Duration};

/// How long answers took, in milliseconds.
#[derive(Debug, PartialEq, Serialize)]
pub struct Latency {
	/// The fastest.
	pub least: f64,
	/// Half were as fast.
	pub median: f64,
	/// 95 of a hundred were as fast.
	pub p95: f64,
	/// 99 of a hundred were as fast.
	pub p99: f64,
	/// The slowest.
	pub most: f64,
}

impl Latency {
	/// Returns the figures of these times; none where there are no times.
	pub fn of(mut times: Vec<Duration>) -> Option<Self> {
		times.sort_unstable();
		let last = times.len().checked_sub(1)?;
		let at = |share: usize| times[last.min(times.len() * share / 100)].as_secs_f64() * 1_000.0;
		Some(Self {
			least: at(0),
			median: at(50),
			p95: at(95),
			p99: at(99),
			most: at(100),
		})
	}
}

/// Returns the seconds for which this process has computed, on all cores together.
///
/// # Errors
///
/// The system doesn't say it: it is not Linux.
pub fn computed() -> Result<f64, Failure> {
	/// Of a second, as every Linux counts for programs.
	const TICKS: f64 = 100.0;
	let stat = fs::read_to_string("/proc/self/stat")?;
	// The name of the program comes second, in brackets, and may hold anything.
	let (_, numbers) = stat
		.rsplit_once(')')
		.ok_or("/proc/self/stat can't be read")?;
	let ticks: u64 = numbers
		.split_whitespace()
		.skip(11)
		.take(2)
		.map(str::parse::<u64>)
		.sum::<Result<_, _>>()?;
	Ok(ticks as f64 / TICKS)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn latency_should_be_of_the_sorted_times() {
		let times = (1..=200).rev().map(Duration::from_millis).collect();
		let expected = Latency {
			least: 1.0,
			median: 101.0,
			p95: 191.0,
			p99: 199.0,
			most: 200.0,
		};
		assert_eq!(Latency::of(times), Some(expected));
		assert_eq!(Latency::of(Vec::new()), None);
	}

	// However little of the machine it gets.
	#[test]
	fn the_time_computed_should_grow() {
		let before = computed().expect("this is Linux");
		while computed().expect("this is Linux") <= before {}
	}
}
