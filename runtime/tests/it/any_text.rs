//! What people type never ends in the decoder: every call of ours takes any text, any set and any
//! list, and the runtime says what is wrong with them.

use crate::{
	arguments::{bytes, forms, name, understood, CallType, Fill, Forms, Kind, PALLETS},
	busy::{busy, HOLDER},
	chain::{signed, Signer},
	fast_path::dispatched,
	scenarios::{CR1, MX1, MX2, PE1},
};
use aeo_primitives::MAX_WRITTEN;
use aeo_runtime::{AccountId, Executive, RuntimeCall, RuntimeOrigin, System, UncheckedExtrinsic};
use codec::{Decode, Encode};
use frame_support::{
	dispatch::GetDispatchInfo,
	storage::{with_transaction, TransactionOutcome},
};
use pallet_collective::{Instance1, RawOrigin};
use proptest::{
	prelude::*,
	test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner},
};
use sp_runtime::{traits::Dispatchable, DispatchError};
use std::collections::BTreeSet;

/// Own accounts, officers with all scopes, a holder, an agency, an account offered to a trader, a
/// candidate's account, and a stranger, on the [`busy`] chain.
pub const SIGNERS: [&str; 12] = [
	"//Alice",
	"//Bob",
	"//Charlie",
	"//Dave",
	MX1,
	MX2,
	CR1,
	PE1,
	HOLDER,
	"//Ferdie",
	"//company//2",
	"//Eve",
];

/// Everything that a form can hold, from what proptest has chosen.
struct Anything<'choices> {
	texts: &'choices [String],
	choices: &'choices [u8],
	at: usize,
	/// Of every set and list; as it comes where there is none.
	items: Option<usize>,
}

impl<'choices> Anything<'choices> {
	fn new(texts: &'choices [String], choices: &'choices [u8]) -> Self {
		Self {
			texts,
			choices,
			at: 0,
			items: None,
		}
	}

	fn next(&mut self) -> usize {
		self.at += 1;
		// A second round is not the first one over again.
		let round = self.at / self.choices.len();
		usize::from(self.choices[self.at % self.choices.len()]).wrapping_mul(round + 1)
	}

	/// As many as are asked for in the first place, and one in what is in them.
	fn items(&mut self) -> usize {
		match self.items {
			Some(items) => {
				self.items = Some(1);
				items
			}
			None => self.next() % 4,
		}
	}
}

/// One of so many variants: mostly one of the territories of these chains, where it is a territory.
pub fn variant(of: usize, chosen: usize) -> usize {
	match of {
		200.. if !chosen.is_multiple_of(8) => [156, 49, 48, 173][chosen % 4],
		_ => chosen % of,
	}
}

impl Fill for Anything<'_> {
	fn text(&mut self) -> String {
		let place = self.next() % self.texts.len();
		self.texts[place].clone()
	}

	fn bool(&mut self) -> bool {
		self.next().is_multiple_of(2)
	}

	fn integer(&mut self) -> u128 {
		let few = [0, 1, 2, 3, 4, 14, 60, 365];
		match self.next() % 10 {
			8 => u128::MAX,
			9 => u128::MAX / 2,
			place => few[place],
		}
	}

	fn account(&mut self) -> AccountId {
		SIGNERS[self.next() % SIGNERS.len()].account()
	}

	fn byte(&mut self) -> u8 {
		[0, 7, 9, u8::MAX][self.next() % 4]
	}

	fn bytes(&mut self) -> usize {
		self.items()
	}

	fn is_some(&mut self) -> bool {
		self.next().is_multiple_of(2)
	}

	fn choice(&mut self, of: usize) -> usize {
		variant(of, self.next())
	}

	fn set(&mut self) -> usize {
		self.items()
	}

	fn list(&mut self) -> usize {
		self.items()
	}
}

/// What somebody types: what is meant, nearly so, or anything at all.
fn text() -> impl Strategy<Value = String> {
	let most = usize::try_from(MAX_WRITTEN).expect("short");
	let meant = prop::sample::select(vec![
		"2026-12-31",
		"2026-11-24",
		"MX-OEA-0001",
		"MX-OEA-0002",
		"MX-OEA-0003",
		"MX-OEA-0009",
		"MX NWM-970924-4W4",
		"MX CFE-370814-QI0",
		"OEA",
		"NEEC",
		"HEALTH",
		"CR123",
	]);
	// A date that no calendar has, another order, a number that is too long, look-alikes: the Cyrillic
	// letters of MX, digits of full width; right to left, and marks that turn the direction.
	let nearly = prop::sample::select(vec![
		"",
		" ",
		"2026-02-30",
		"31/12/2026",
		"2026-2-3",
		" 2026-12-31\t",
		"２０２６-12-31",
		"+2026-12-31",
		"99999-12-31",
		"0000-00-00",
		"АБ-ОЕА-0001",
		"ＭＸ-OEA-0001",
		"MX-OEA-0001\u{202e}",
		"\u{200b}OEA",
		"مكسيك ١٢٣",
		"מקסיקו",
		"APPLICATION-MX-1",
		"---///",
		"\0",
		"\u{7f}\u{85}\r\n",
		"MX-OEA-00000000000000000000000000001",
		"mx nwm 970924 4w4",
		"ﷺﷺﷺ",
		"e\u{301}\u{301}\u{301}",
	]);
	let anything = prop::collection::vec(any::<char>(), 0..=most / 4).prop_map(String::from_iter);
	let controls = prop::collection::vec(0_u8..0x20, 0..=most)
		.prop_map(|bytes| String::from_utf8(bytes).expect("they are ASCII"));
	let longest = prop::sample::select(vec!['M', 'é', '中', '😀', '\u{10ffff}'])
		.prop_map(move |letter| letter.to_string().repeat(most / letter.len_utf8()));
	prop_oneof![
		3 => meant.clone().prop_map(String::from),
		2 => nearly.prop_map(String::from),
		2 => anything,
		1 => controls,
		1 => longest,
		1 => (meant, any::<char>()).prop_map(|(meant, more)| format!("{meant}{more}")),
	]
}

/// Texts and choices, the same ones whenever this is run.
fn for_some(cases: u32, test: impl FnMut(&[String], &[u8]) -> Result<(), String>) {
	let choices = (
		prop::collection::vec(text(), 1..12),
		prop::collection::vec(any::<u8>(), 16..80),
	);
	let test = std::cell::RefCell::new(test);
	let config = Config {
		cases,
		failure_persistence: None,
		..Config::default()
	};
	TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha))
		.run(&choices, |(texts, choices)| {
			test.borrow_mut()(&texts, &choices).map_err(TestCaseError::fail)
		})
		.expect("each call has an answer");
}

/// The answer to a call, of which nothing is kept.
fn answer(call: &RuntimeCall, origin: RuntimeOrigin) -> bool {
	with_transaction(|| {
		let answer = call.clone().dispatch(origin).is_ok();
		TransactionOutcome::Rollback(Ok::<_, DispatchError>(answer))
	})
	.expect("it is rolled back")
}

/// The council, of one mind.
pub fn council() -> RuntimeOrigin {
	RawOrigin::<AccountId, Instance1>::Members(4, 4).into()
}

/// Every origin's answers to a call; how many say that it is done.
fn answers(call: &RuntimeCall) -> usize {
	// What it weighs is a question too.
	call.get_dispatch_info();
	let of_signers = SIGNERS.iter().filter(|signer| {
		with_transaction(|| {
			let answer = dispatched(**signer, call.clone()).is_ok();
			TransactionOutcome::Rollback(Ok::<_, DispatchError>(answer))
		})
		.expect("it is rolled back")
	});
	let of_others = [council(), RuntimeOrigin::root(), RuntimeOrigin::none()];
	of_signers.count()
		+ of_others
			.into_iter()
			.filter(|origin| answer(call, origin.clone()))
			.count()
}

#[test]
fn every_call_should_have_an_answer_of_the_runtime_whatever_is_typed() {
	let mut chain = busy();
	let mut done = 0;
	chain.read(|| {
		for_some(24, |texts, choices| {
			let mut fill = Anything::new(texts, choices);
			for call in &forms().calls {
				let arguments = forms().fill_call(call, &mut fill);
				done += answers(&understood(call, &arguments)?);
			}
			Ok(())
		});
	});
	// Some of it is meant, so that not all of it ends at the first check.
	assert!(done > 100, "{done:?}");
}

/// As a node receives it: bytes, with a signature over what the client has encoded.
#[test]
fn every_call_should_be_taken_into_a_block_or_refused_by_name_whatever_is_typed() {
	let mut chain = busy();
	for_some(2, |texts, choices| {
		let mut fill = Anything::new(texts, choices);
		for (place, call) in forms().calls.iter().enumerate() {
			let call = understood(call, &forms().fill_call(call, &mut fill))?;
			let signer = SIGNERS[place % SIGNERS.len()];
			chain.free_block(|| {
				let bytes = signed(signer, call).encode();
				let extrinsic =
					UncheckedExtrinsic::decode(&mut &bytes[..]).expect("it is understood");
				assert_eq!(extrinsic.encode(), bytes);
				let events = System::event_count();
				if Executive::apply_extrinsic(extrinsic).is_ok() {
					assert!(System::event_count() > events, "it is told");
				}
			});
		}
		Ok(())
	});
}

/// As a client sends them that knows no bounds: sets in any order, with repetitions.
#[test]
fn a_thousand_items_should_be_understood_and_answered() {
	let mut chain = busy();
	let texts = ["OEA".to_owned(), "2026-12-31".to_owned(), "MX-1".to_owned()];
	let choices: Vec<u8> = (0..=250).rev().collect();
	let mut longest = BTreeSet::new();
	chain.read(|| {
		for call in &forms().calls {
			// The first set or list of a call has a thousand items, and then each of the others.
			for place in 0..call.arguments().len() {
				let mut fill = Anything::new(&texts, &choices);
				let parts: Vec<_> = call
					.arguments()
					.iter()
					.enumerate()
					.map(|(argument, field)| {
						fill.items = Some(if argument == place { 1_000 } else { 1 });
						forms().fill(field.ty.id, &mut fill)
					})
					.collect();
				let arguments = crate::arguments::Value::Fields(parts);
				let call_understood = understood(call, &arguments).expect("it is understood");
				if bytes(call, &arguments).len() > 1_000 {
					longest.insert(call.full_name());
				}
				answers(&call_understood);
			}
		}
	});
	assert!(longest.len() > 5, "{longest:?}");
}

/// The lists that calls take, where a client starts with one item that nobody has chosen. What
/// becomes of that item is asked in `defaults`.
const LISTS: [&str; 12] = [
	"Agreements.propose.legs",
	"Agreements.propose.legs.types",
	"Agreements.propose_amendment.legs",
	"Agreements.propose_amendment.legs.types",
	"Benefits.grant_many.rows",
	"Benefits.record_sealed.counters",
	"Benefits.record_sealed.lines",
	"Certificates.propose_batch.rows.Authorise",
	"Certificates.propose_batch.rows.TakeOver",
	"Certificates.propose_batch.rows.TakeOver.periods",
	"Certificates.set_domestic_offers.offers",
	"Disclosures.publish.lists",
];

/// What a walk over the types of all arguments meets.
#[derive(Default)]
struct Found {
	bools: Vec<String>,
	lists: BTreeSet<String>,
	bounded: Vec<String>,
}

impl Found {
	fn look_at(&mut self, forms: &Forms, id: u32, path: &str) {
		if forms.type_name(id).starts_with("Bounded") {
			self.bounded.push(path.into());
		}
		let mut fields_of = |fields: &[scale_info::Field<scale_info::form::PortableForm>],
		                     path: &str| {
			for field in fields {
				let path = match name(field) {
					"" => path.to_owned(),
					name => format!("{path}.{name}"),
				};
				self.look_at(forms, field.ty.id, &path);
			}
		};
		match forms.kind(id) {
			Kind::Bool => self.bools.push(path.into()),
			Kind::List(of) => {
				self.lists.insert(path.into());
				self.look_at(forms, of, path);
			}
			Kind::Option(of) | Kind::Set(of) => self.look_at(forms, of, path),
			Kind::Choice(of) => {
				for variant in of {
					fields_of(&variant.fields, &format!("{path}.{}", variant.name));
				}
			}
			Kind::Fields(of) => fields_of(of, path),
			_ => (),
		}
	}
}

fn look(call: &CallType, found: &mut Found) {
	for field in call.arguments() {
		let path = format!("{}.{}", call.full_name(), name(field));
		found.look_at(forms(), field.ty.id, &path);
	}
}

#[test]
fn no_argument_should_be_prefilled_with_a_no_or_an_item_that_nobody_chose() {
	let mut found = Found::default();
	forms().calls.iter().for_each(|call| look(call, &mut found));
	assert_eq!(
		found.bools, [""; 0],
		"an enum, whose first variant protects, says what a `bool` leaves open"
	);
	assert_eq!(
		found.bounded, [""; 0],
		"the decoder refuses what is beyond the bound, without a sentence"
	);
	assert_eq!(
		found.lists.iter().map(String::as_str).collect::<Vec<_>>(),
		LISTS,
		"a set starts empty; a list is named here, if its first item is refused as it is prefilled"
	);
}

#[test]
fn all_pallets_of_ours_should_have_forms() {
	for pallet in PALLETS {
		assert!(forms().calls.iter().any(|call| call.pallet == pallet));
	}
	assert!(forms().calls.len() > 80, "{}", forms().calls.len());
}
