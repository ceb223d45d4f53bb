//! What polkadot.js Apps fills in by itself: an argument that is left so is refused, or harmless.
//!
//! `defaults.json` has a call that succeeds for each of ours: who signs it (`by`), after what
//! (`after`) and on which day (`on`) on the [`busy`] chain, and the error with which it is refused when
//! nothing at all is filled in (`prefilled`). `harmless` names what may be left as it is, and why; where a
//! name ends with a star, all that begins so.

use crate::{
	any_text::{council, SIGNERS},
	arguments::{forms, name, understood, CallType, Kind, Prefilled, Value, PALLETS},
	busy::busy,
	chain::{Chain, Signer, CR},
	fast_path::dispatched,
	scenarios::day,
};
use aeo_primitives::{Territory, UtcOffset};
use aeo_runtime::{AccountId, Runtime, RuntimeCall, SessionKeys};
use codec::Decode;
use frame_support::storage::{with_transaction, TransactionOutcome};
use serde_json::Value as Json;
use sp_core::bytes::to_hex;
use sp_runtime::{
	traits::{Dispatchable, TrailingZeroInput},
	DispatchError, ModuleError,
};
use std::collections::{BTreeMap, BTreeSet};

const ROWS: &str = include_str!("defaults.json");

struct Step {
	call: String,
	by: String,
	arguments: Json,
}

struct Row {
	step: Step,
	on: Option<String>,
	after: Vec<Step>,
	/// `None` where it succeeds, which `harmless` explains.
	prefilled: Option<String>,
	harmless: BTreeMap<String, String>,
}

/// Milliseconds between what a call comes after and the call: a withdrawn consent rests for ten minutes.
const PAUSE: u64 = 15 * 60 * 1_000;

/// The key in `harmless` of a call of which nothing is filled in.
const ALL: &str = "all of it";

/// Begins what the runtime says of a call that it can't decode.
const UNDECODED: &str = "not decoded:";

/// What `defaults.json` can't know beforehand.
fn named(what: &str) -> Option<Json> {
	let terms = |hash: sp_core::H256| Json::from(to_hex(&hash.0, false));
	if let Some(serial) = what.strip_prefix("$company ") {
		return Some(crate::scenarios::rfc(serial.parse().expect("a number")).into());
	}
	Some(match what {
		"$terms" => terms(pallet_agreements::Agreements::<Runtime>::get(3)?.terms),
		"$amendment" => terms(pallet_agreements::Amendments::<Runtime>::get(1)?.terms),
		"$batch" => {
			let (batch, _) =
				pallet_certificates::Batches::<Runtime>::iter_prefix(Territory::MX).next()?;
			terms(batch)
		}
		// The last one that a holder has made.
		"$application" => {
			let next = pallet_certificates::Ordinals::<Runtime>::get(Territory::MX);
			format!("APPLICATION-{}", next - 1).into()
		}
		_ => return None,
	})
}

fn resolve(json: &Json) -> Json {
	match json {
		Json::String(text) => named(text).unwrap_or_else(|| json.clone()),
		Json::Array(items) => items.iter().map(resolve).collect(),
		Json::Object(map) => map
			.iter()
			.map(|(key, part)| (key.clone(), resolve(part)))
			.collect(),
		other => other.clone(),
	}
}

/// The name of the error of a call, or nothing where it succeeds.
fn answer(by: &str, call: Result<RuntimeCall, String>) -> Option<String> {
	let call = match call {
		Ok(call) => call,
		Err(error) => return Some(format!("{UNDECODED} {error}")),
	};
	let answer = match by {
		"council" => call.dispatch(council()),
		signer => dispatched(signer, call),
	};
	match answer {
		Ok(_) => None,
		Err(refused) => Some(match refused.error {
			DispatchError::Module(ModuleError {
				message: Some(name),
				..
			}) => name.to_owned(),
			DispatchError::BadOrigin => "BadOrigin".to_owned(),
			other => panic!("{other:?} has no sentence"),
		}),
	}
}

impl Step {
	fn from(json: &Json) -> Self {
		let text = |key: &str| json[key].as_str().expect("a text").to_owned();
		Self {
			call: text("call"),
			by: text("by"),
			arguments: json["arguments"].clone(),
		}
	}

	fn form(&self) -> &'static CallType {
		forms().call(&self.call)
	}

	fn arguments(&self) -> Value {
		forms().read_call(self.form(), &resolve(&self.arguments))
	}

	fn answer(&self, arguments: &Value) -> Option<String> {
		answer(&self.by, understood(self.form(), arguments))
	}
}

impl Row {
	fn from(json: &Json) -> Self {
		let text = |json: &Json| json.as_str().map(str::to_owned);
		let known = [
			"call",
			"by",
			"on",
			"after",
			"arguments",
			"prefilled",
			"harmless",
		];
		for key in json.as_object().expect("an object").keys() {
			assert!(known.contains(&key.as_str()), "{key} is none of {known:?}");
		}
		let after = json.get("after").and_then(Json::as_array);
		let harmless = json.get("harmless").and_then(Json::as_object);
		Self {
			step: Step::from(json),
			on: json.get("on").and_then(text),
			after: after.into_iter().flatten().map(Step::from).collect(),
			prefilled: json.get("prefilled").and_then(text),
			harmless: harmless
				.into_iter()
				.flatten()
				.map(|(path, reason)| (path.clone(), text(reason).expect("a reason")))
				.collect(),
		}
	}

	/// Looks at what comes of the call, on a chain on which it is to succeed, and keeps nothing.
	fn look<R>(&self, look: impl FnOnce(&Value) -> R) -> R {
		with_transaction(|| {
			if let Some(on) = &self.on {
				let moment = day(on).first_moment(UtcOffset::default());
				pallet_timestamp::Now::<Runtime>::put(moment);
			}
			for step in &self.after {
				let answer = step.answer(&step.arguments());
				assert_eq!(answer, None, "before {}: {}", self.step.call, step.call);
			}
			if !self.after.is_empty() {
				pallet_timestamp::Now::<Runtime>::mutate(|now| *now += PAUSE);
			}
			let seen = look(&self.step.arguments());
			TransactionOutcome::Rollback(Ok::<_, DispatchError>(seen))
		})
		.expect("it is rolled back")
	}

	fn try_with(&self, arguments: &Value) -> Option<String> {
		with_transaction(|| {
			let answer = self.step.answer(arguments);
			TransactionOutcome::Rollback(Ok::<_, DispatchError>(answer))
		})
		.expect("it is rolled back")
	}
}

/// The [`busy`] chain, on which Costa Rica could validate.
fn world() -> Chain {
	let mut chain = busy();
	chain.read(|| {
		let keys = SessionKeys::decode(&mut TrailingZeroInput::new(&[9])).expect("keys");
		pallet_session::NextKeys::<Runtime>::insert(CR.account(), keys);
	});
	chain
}

fn rows() -> Vec<Row> {
	let rows: Vec<Json> = serde_json::from_str(ROWS).expect("it is JSON");
	rows.iter().map(Row::from).collect()
}

/// The first account of the list: a foreign own account, or the signer's own.
fn first_accounts(by: &str) -> Vec<AccountId> {
	let mut first = vec!["//Alice".account()];
	if by != "council" && by != "//Alice" {
		first.push(by.account());
	}
	first
}

/// Forms like `filled` in which one field each is as `fill` leaves it, and lists to which an item was
/// added and the one that stood there was left. With the name of the field.
fn left(id: u32, filled: &Value, path: &str, fill: &mut Prefilled) -> Vec<(String, Value)> {
	let forms = forms();
	let mut changed = vec![];
	let fields: Option<(Vec<_>, &[Value], String)> = match (forms.kind(id), filled) {
		(Kind::Fields(of), Value::Fields(parts)) => {
			Some((of.iter().collect(), parts, path.to_owned()))
		}
		(Kind::Choice(of), Value::Variant(index, parts)) => {
			let chosen = of.iter().find(|variant| variant.index == *index);
			let chosen = chosen.expect("it is one of them");
			let path = match chosen.fields.as_slice() {
				[one] if one.name.is_none() => path.to_owned(),
				_ => format!("{path}.{}", chosen.name),
			};
			Some((chosen.fields.iter().collect(), parts, path))
		}
		(Kind::List(of), Value::Items(items)) => {
			let mut with_prefilled = vec![forms.fill(of, fill)];
			with_prefilled.extend(items.iter().cloned());
			changed.push((format!("{path} (item)"), Value::Items(with_prefilled)));
			for (place, item) in items.iter().enumerate() {
				for (path, item) in left(of, item, path, fill) {
					let mut items = items.clone();
					items[place] = item;
					changed.push((path, Value::Items(items)));
				}
			}
			None
		}
		(Kind::Option(of), Value::Variant(1, parts)) => {
			for (path, part) in left(of, &parts[0], path, fill) {
				changed.push((path, Value::Variant(1, vec![part])));
			}
			None
		}
		_ => None,
	};
	if let Some((fields, parts, path)) = fields {
		for (place, field) in fields.iter().enumerate() {
			let path = match name(field) {
				"" => path.clone(),
				name => format!("{path}.{name}"),
			};
			let inner = left(field.ty.id, &parts[place], &path, fill);
			for (path, part) in [(path, forms.fill(field.ty.id, fill))]
				.into_iter()
				.chain(inner)
			{
				let mut parts = parts.to_vec();
				parts[place] = part;
				changed.push((
					path,
					match filled {
						Value::Variant(index, _) => Value::Variant(*index, parts),
						_ => Value::Fields(parts),
					},
				));
			}
		}
	}
	changed
}

/// As [`left`], for a call.
fn left_in_call(call: &CallType, filled: &Value, fill: &mut Prefilled) -> Vec<(String, Value)> {
	let Value::Fields(parts) = filled else {
		panic!("arguments are fields")
	};
	let mut changed = vec![];
	for (place, field) in call.arguments().iter().enumerate() {
		let prefilled = (name(field).to_owned(), forms().fill(field.ty.id, fill));
		let inner = left(field.ty.id, &parts[place], name(field), fill);
		for (path, part) in [prefilled].into_iter().chain(inner) {
			let mut parts = parts.clone();
			parts[place] = part;
			changed.push((path, Value::Fields(parts)));
		}
	}
	changed
}

#[test]
fn each_call_should_have_a_row_that_succeeds() {
	let rows = rows();
	for call in &forms().calls {
		assert!(
			call.arguments().is_empty() || rows.iter().any(|row| row.step.call == call.full_name()),
			"add a {} that succeeds to defaults.json",
			call.full_name()
		);
	}
	let mut chain = world();
	let mut wrong = vec![];
	chain.read(|| {
		for row in &rows {
			if let Some(error) = row.look(|arguments| row.try_with(arguments)) {
				wrong.push(format!("{} {}: {error}", row.step.call, row.step.arguments));
			}
		}
	});
	assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_call_of_which_nothing_is_filled_in_should_be_refused_by_name_or_harmless() {
	let mut chain = world();
	let mut wrong = vec![];
	chain.read(|| {
		for row in rows() {
			let call = row.step.form();
			for first in first_accounts(&row.step.by) {
				let prefilled = forms().fill_call(call, &mut Prefilled(first));
				let answer = row.look(|_| row.try_with(&prefilled));
				let is_told = answer.is_some() || row.harmless.contains_key(ALL);
				if answer != row.prefilled || !is_told {
					wrong.push(format!("{} by {}: {answer:?}", row.step.call, row.step.by));
				}
			}
		}
	});
	assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Whoever signs it, also those who never should.
#[test]
fn a_call_of_which_nothing_is_filled_in_should_do_nothing_for_anybody_else() {
	let mut chain = world();
	let harmless: BTreeSet<_> = rows()
		.into_iter()
		.filter(|row| row.harmless.contains_key(ALL))
		.map(|row| row.step.call)
		.collect();
	let mut wrong = vec![];
	chain.read(|| {
		for call in forms()
			.calls
			.iter()
			.filter(|call| !call.arguments().is_empty())
		{
			for by in SIGNERS.iter().chain(["//CO//officer//1", "council"].iter()) {
				for first in first_accounts(by) {
					let prefilled = forms().fill_call(call, &mut Prefilled(first));
					let answer = with_transaction(|| {
						let answer = answer(by, understood(call, &prefilled));
						TransactionOutcome::Rollback(Ok::<_, DispatchError>(answer))
					});
					let answer = answer.expect("it is rolled back");
					if answer.is_none() && !harmless.contains(&call.full_name()) {
						wrong.push(format!("{} by {by}", call.full_name()));
					}
				}
			}
		}
	});
	assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn an_argument_that_is_left_as_it_was_filled_in_should_be_refused_or_harmless() {
	let mut chain = world();
	let mut wrong = vec![];
	chain.read(|| {
		for row in rows() {
			let mut harmless = row.harmless.clone();
			harmless.remove(ALL);
			let mut used = BTreeSet::new();
			let call = row.step.form();
			let mut done = BTreeSet::new();
			row.look(|filled| {
				for first in first_accounts(&row.step.by) {
					for (path, arguments) in left_in_call(call, filled, &mut Prefilled(first)) {
						match row.try_with(&arguments) {
							None => {
								done.insert(path);
							}
							Some(error) if error.starts_with(UNDECODED) => wrong.push(error),
							Some(_) => (),
						}
					}
				}
			});
			for path in &done {
				// `rows*` means the rows and all that is in them.
				let key = harmless.keys().find(|key| match key.strip_suffix('*') {
					Some(begin) => path.starts_with(begin),
					None => *key == path,
				});
				match key {
					Some(key) => {
						used.insert(key.clone());
					}
					None => wrong.push(format!("{} {path}: done", row.step.call)),
				}
			}
			for path in harmless.keys().filter(|path| !used.contains(*path)) {
				wrong.push(format!("{} {path}: refused, not harmless", row.step.call));
			}
		}
	});
	assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn rows_should_be_of_our_calls() {
	for row in rows() {
		let (pallet, _) = row.step.call.split_once('.').expect("a pallet and a call");
		assert!(PALLETS.contains(&pallet));
		assert!(row.harmless.values().all(|reason| reason.len() > 10));
	}
}
