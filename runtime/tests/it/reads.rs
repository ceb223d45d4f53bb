//! What is read of a state, and what is written: the state machine traces every value that it is
//! asked for.

use sp_io::TestExternalities;
use std::{
	collections::BTreeSet,
	fmt::Debug,
	sync::{Arc, Mutex},
};
use tracing::{
	field::{Field, Visit},
	span::{Attributes, Id, Record},
	Event, Metadata, Subscriber,
};

/// How the state machine calls reading, and writing.
const READING: [&str; 2] = ["Get", "Exists"];
const WRITING: [&str; 3] = ["Put", "Append", "ClearPrefix"];
const TOUCHING: [&str; 5] = ["Get", "Exists", "Put", "Append", "ClearPrefix"];

/// Collects what is done in one of these ways.
#[derive(Clone)]
struct Traces {
	methods: &'static [&'static str],
	found: Arc<Mutex<Vec<Trace>>>,
}

/// What a trace says.
#[derive(Default)]
struct Trace {
	method: String,
	key: String,
}

impl Visit for Trace {
	fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
		match field.name() {
			"method" => self.method = format!("{value:?}").trim_matches('"').into(),
			"key" => self.key = format!("{value:?}"),
			_ => {}
		}
	}
}

impl Subscriber for Traces {
	fn enabled(&self, metadata: &Metadata<'_>) -> bool {
		metadata.target() == "state"
	}

	fn new_span(&self, _: &Attributes<'_>) -> Id {
		Id::from_u64(1)
	}

	fn record(&self, _: &Id, _: &Record<'_>) {}

	fn record_follows_from(&self, _: &Id, _: &Id) {}

	fn event(&self, event: &Event<'_>) {
		let mut trace = Trace::default();
		event.record(&mut trace);
		if self.methods.contains(&trace.method.as_str()) {
			self.found.lock().expect("one thread").push(trace);
		}
	}

	fn enter(&self, _: &Id) {}

	fn exit(&self, _: &Id) {}
}

/// What `act` does in one of these ways, in order.
fn traces(methods: &'static [&'static str], act: impl FnOnce()) -> Vec<Trace> {
	let traces = Traces {
		methods,
		found: Arc::default(),
	};
	tracing::subscriber::with_default(traces.clone(), || {
		traces.wake();
		act();
	});
	let mut found = traces.found.lock().expect("one thread");
	std::mem::take(&mut *found)
}

/// The keys, in hex, that `act` touches in one of these ways.
fn keys(methods: &'static [&'static str], act: impl FnOnce()) -> BTreeSet<String> {
	traces(methods, act)
		.into_iter()
		.map(|trace| trace.key)
		.collect()
}

impl Traces {
	/// Makes sure that all is told. Another test's thread that was the first to come by a place of the
	/// state machine may just have found that nobody listens there, and that is kept until it is asked
	/// anew.
	fn wake(&self) {
		let touch = || {
			sp_io::storage::get(b"Get");
			sp_io::storage::exists(b"Exists");
			sp_io::storage::set(b"Put", b"");
			sp_io::storage::append(b"Append", vec![0]);
			let _ = sp_io::storage::clear_prefix(b"ClearPrefix", None);
		};
		loop {
			TestExternalities::default().execute_with(touch);
			let told = std::mem::take(&mut *self.found.lock().expect("one thread"));
			if told.len() == self.methods.len() {
				return;
			}
			tracing::callsite::rebuild_interest_cache();
		}
	}
}

/// How many different values `look` reads.
pub fn count(look: impl FnOnce()) -> usize {
	keys(&READING, look).len()
}

/// The keys, in hex, of the values that `act` writes.
pub fn written(act: impl FnOnce()) -> BTreeSet<String> {
	keys(&WRITING, act)
}

/// How often values are read and written, whether the same or others.
pub struct Touched {
	/// Times that a value is read.
	pub reads: usize,
	/// Times that a value is written.
	pub writes: usize,
}

/// How often `act` reads and writes. What it does is done once.
pub fn touched(act: impl FnOnce()) -> Touched {
	let traces = traces(&TOUCHING, act);
	let times = |methods: &[&str]| {
		let done = traces
			.iter()
			.filter(|trace| methods.contains(&trace.method.as_str()));
		done.count()
	};
	Touched {
		reads: times(&READING),
		writes: times(&WRITING),
	}
}

#[test]
fn what_is_touched_twice_should_count_twice() {
	let touched = touched(|| {
		TestExternalities::default().execute_with(|| {
			sp_io::storage::set(b"key", b"value");
			sp_io::storage::get(b"key");
			sp_io::storage::exists(b"key");
		});
	});
	assert_eq!((touched.reads, touched.writes), (2, 1));
}
