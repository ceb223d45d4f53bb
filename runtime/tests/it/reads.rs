//! Counting what is read of a state: the state machine traces every value that it is asked for.

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

/// Collects the keys that are read.
#[derive(Clone, Default)]
struct Reads(Arc<Mutex<BTreeSet<String>>>);

/// What a trace says.
#[derive(Default)]
struct Trace {
	is_read: bool,
	key: String,
}

impl Visit for Trace {
	fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
		match field.name() {
			"method" => {
				let method = format!("{value:?}");
				self.is_read = matches!(method.trim_matches('"'), "Get" | "Exists");
			}
			"key" => self.key = format!("{value:?}"),
			_ => {}
		}
	}
}

impl Subscriber for Reads {
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
		if trace.is_read {
			self.0.lock().expect("one thread").insert(trace.key);
		}
	}

	fn enter(&self, _: &Id) {}

	fn exit(&self, _: &Id) {}
}

/// How many different values `look` reads.
pub fn count(look: impl FnOnce()) -> usize {
	let reads = Reads::default();
	tracing::subscriber::with_default(reads.clone(), look);
	let keys = reads.0.lock().expect("one thread");
	keys.len()
}
