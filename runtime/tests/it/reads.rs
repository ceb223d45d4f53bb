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

/// Collects the keys of what is done in one of these ways.
#[derive(Clone)]
struct Keys {
	methods: &'static [&'static str],
	found: Arc<Mutex<BTreeSet<String>>>,
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

impl Subscriber for Keys {
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
			self.found.lock().expect("one thread").insert(trace.key);
		}
	}

	fn enter(&self, _: &Id) {}

	fn exit(&self, _: &Id) {}
}

/// The keys, in hex, that `look` touches in one of these ways.
fn keys(methods: &'static [&'static str], look: impl FnOnce()) -> BTreeSet<String> {
	let keys = Keys {
		methods,
		found: Arc::default(),
	};
	tracing::subscriber::with_default(keys.clone(), || {
		keys.wake();
		look();
	});
	let found = keys.found.lock().expect("one thread");
	found.clone()
}

impl Keys {
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
