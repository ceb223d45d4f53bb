//! The whole runtime against any bytes. They choose who signs which call with which arguments, what is nested in
//! what, when a block ends and how far the clock goes on; after each extrinsic and each block is asked what holds in
//! every state that can be reached (docs/specification.md, section 10). What breaks one of it is shrunk and printed.
//!
//! `make fuzz SECONDS=3600 SEED=7`

use crate::{
	any_text::{variant, SIGNERS},
	arguments::{forms, understood, CallType, Fill},
	busy::{busy, APPLICATION, PROPOSED, SUSPENDED},
	chain::{close, seats, signed, Chain, Signer, CO, CR, MX, PE},
	errors,
	fast_path::dispatched,
	oracles::{
		answer_of, due, ensure_can_be_suspended, ensure_due, ensure_entitled, ensure_given_stays,
		ensure_own_alone_changed, ensure_right, ensure_two_hands, given, stored, Given, Stored,
	},
	scenarios::{day, number, rfc, written, CR1, NUMBER, OTHER, TIN},
};
use aeo_primitives::{
	recognition::Outcome, AccountKinds, CertificateState, Direction, EncryptionKeys, FourEyes,
	Identifier, Role, Suspension, SuspensionEnd, SuspensionScope, Territory,
};
use aeo_runtime::{
	configs::paid_calls::CallsOfTheRole, AccountId, Administrations, AllPalletsWithSystem,
	BlockNumber, Executive, Runtime, RuntimeCall, RuntimeEvent, System, UncheckedExtrinsic,
};
use codec::{Decode, Encode};
use frame_support::{
	dispatch::GetDispatchInfo,
	storage::{with_transaction, TransactionOutcome},
	traits::{PalletsInfoAccess, TryState, TryStateSelect},
};
use pallet_benefits::{Grant, GrantRow};
use pallet_certificates::{Certificates, LastWithdrawal, Periods, Programmes};
use pallet_disclosures::{ListRecord, Lists};
use pallet_fees::PaidCalls;
use pallet_suspensions::{RecognitionSuspension, RecognitionSuspensions};
use proptest::{
	prelude::*,
	test_runner::{Config, RngAlgorithm, TestCaseError, TestError, TestRng, TestRunner},
};
use sp_core::H256;
use sp_keyring::Sr25519Keyring;
use sp_runtime::{
	traits::{BlakeTwo256, Hash as _},
	transaction_validity::TransactionSource,
	ApplyExtrinsicResult, DispatchError,
};
use std::{
	cell::RefCell,
	collections::{BTreeMap, BTreeSet},
	env,
	time::{Duration, Instant},
};

/// The most bytes of a sequence: some 40 extrinsics.
const LONGEST: usize = 800;

/// For how long is looked, where nobody says.
const SECONDS: u64 = 20;

/// The own accounts, which vote.
const OWN: [Sr25519Keyring; 4] = [MX, CR, PE, CO];

/// What is there twice is chosen twice as often.
const NUMBERS: [&str; 12] = [
	NUMBER,
	SUSPENDED,
	NUMBER,
	SUSPENDED,
	APPLICATION,
	PROPOSED,
	APPLICATION,
	"MX-OEA-0005",
	"MX-OEA-0006",
	"MX-OEA-0010",
	"CO-1",
	"PE-1",
];
const DAYS: [&str; 10] = [
	"2026-11-24",
	"2026-11-25",
	"2026-11-26",
	"2026-12-31",
	"2027-01-31",
	"2027-12-31",
	"2028-06-30",
	"2029-12-31",
	"2020-01-01",
	"2026-02-30",
];
const CODES: [&str; 5] = ["OEA", "NEEC", "HEALTH", "FAST", "CR123"];
const OFFSETS: [&str; 3] = ["-06:00", "+00:00", "-05:00"];

/// How far the clock goes on: a block, a day, the time of a proposal, of a notice, of a certificate.
const SLOTS_A_DAY: u64 = 24 * 60 * 60 * 1_000 / aeo_runtime::SLOT_DURATION;
const DAYS_ON: [u64; 8] = [0, 0, 0, 1, 8, 31, 95, 800];

/// What is chosen, one byte after another; when they are used up, nothing more happens.
struct Bytes<'bytes> {
	left: &'bytes [u8],
	/// What is being filled in.
	field: String,
	/// Hashes that the chain has told, and that calls name.
	told: Vec<H256>,
}

impl<'bytes> Bytes<'bytes> {
	fn next(&mut self) -> usize {
		let (first, left) = self.left.split_first().unwrap_or((&0, &[]));
		self.left = left;
		usize::from(*first)
	}

	fn of<Choice: Copy>(&mut self, choices: &[Choice]) -> Choice {
		choices[self.next() % choices.len()]
	}

	fn is_one_in(&mut self, count: usize) -> bool {
		self.next() % count == count - 1
	}
}

impl Fill for Bytes<'_> {
	fn field(&mut self, name: &str) {
		if !name.is_empty() {
			name.clone_into(&mut self.field);
		}
	}

	/// As a rule what is meant in this place.
	fn text(&mut self) -> String {
		if self.is_one_in(16) {
			return self
				.of(&[
					"",
					"\u{202e}",
					"MX",
					"２０２６-12-31",
					"OEA-OEA-OEA-OEA-OEA",
				])
				.to_owned();
		}
		match self.field.as_str() {
			"number" | "Number" | "Certificate" => self.of(&NUMBERS).to_owned(),
			"tin" | "into" | "Tin" => match self.next() % 8 {
				0..=2 => TIN.to_owned(),
				3..=4 => OTHER.to_owned(),
				5 => "PE 20131312955".to_owned(),
				serial => rfc(700 + u32::try_from(serial % 2).expect("small")),
			},
			"utc_offset" => self.of(&OFFSETS).to_owned(),
			"valid_from" | "valid_until" | "from" | "until" | "on" | "due" | "review_on"
			| "in_force_from" | "signed_on" | "bar_until" | "DecisionAfter" | "ResumesAfter" => {
				self.of(&DAYS).to_owned()
			}
			_ => self.of(&CODES).to_owned(),
		}
	}

	fn bool(&mut self) -> bool {
		self.is_one_in(2)
	}

	fn integer(&mut self) -> u128 {
		match self.next() {
			chosen @ 0..=239 => [1, 2, 3, 4, 5, 0, 6, 7, 14, 60][chosen % 10],
			240..=247 => 365,
			248..=251 => u128::MAX,
			_ => u128::MAX / 2,
		}
	}

	fn account(&mut self) -> AccountId {
		self.of(&SIGNERS).account()
	}

	fn byte(&mut self) -> u8 {
		self.of(&[7, 9, 3, 7, 7, 0, 7, u8::MAX])
	}

	/// What the chain told, a document, or none.
	fn hash(&mut self, bytes: usize) -> Vec<u8> {
		if bytes == 32 && !self.told.is_empty() && ["terms", "root"].contains(&self.field.as_str())
		{
			let place = self.next() % self.told.len();
			return self.told[place].as_bytes().to_vec();
		}
		vec![self.byte(); bytes]
	}

	fn bytes(&mut self) -> usize {
		self.next() % 40
	}

	fn is_some(&mut self) -> bool {
		self.is_one_in(2)
	}

	fn choice(&mut self, of: usize) -> usize {
		variant(of, self.next())
	}

	fn set(&mut self) -> usize {
		self.of(&[1, 2, 0, 1, 3])
	}

	fn list(&mut self) -> usize {
		self.of(&[1, 1, 2, 0, 3])
	}
}

/// What was tried so far, and what came of it.
#[derive(Default)]
struct Seen {
	sequences: u32,
	extrinsics: u32,
	blocks: u32,
	/// By name, how often they were dispatched, and how often well.
	calls: BTreeMap<String, (u32, u32)>,
	errors: BTreeSet<String>,
}

impl Seen {
	fn told(&mut self, error: DispatchError) {
		if let DispatchError::Module(error) = error {
			let pallets = AllPalletsWithSystem::infos();
			let pallet = pallets
				.iter()
				.find(|pallet| pallet.index == usize::from(error.index));
			let (pallet, name) = (pallet.map_or("", |pallet| pallet.name), error.message);
			self.errors
				.insert(format!("{pallet}.{}", name.unwrap_or_default()));
		}
	}

	/// What a person wants to know who has let it run.
	fn report(&self) -> String {
		let done = |(_, (_, done)): &(&String, &(u32, u32))| *done > 0;
		let of_ours = errors::of_ours();
		let never: Vec<_> = forms()
			.calls
			.iter()
			.map(CallType::full_name)
			.filter(|name| self.calls.get(name).is_none_or(|(_, done)| *done == 0))
			.collect();
		format!(
			"{} sequences, {} extrinsics, {} blocks; of {} calls of ours {} were done at least once (never: {}); of \
			 {} errors of ours {} were seen; {} of {} dispatches of ours succeeded",
			self.sequences,
			self.extrinsics,
			self.blocks,
			forms().calls.len(),
			self.calls.iter().filter(done).count(),
			never.join(", "),
			of_ours.len(),
			of_ours.intersection(&self.errors).count(),
			self.calls.values().map(|(_, done)| done).sum::<u32>(),
			self.calls.values().map(|(tried, _)| tried).sum::<u32>(),
		)
	}
}

/// For whom an account signs.
fn administration_of(account: &AccountId) -> Option<Territory> {
	<Administrations as AccountKinds<AccountId>>::signer(account)
		.map(|signer| signer.administration)
}

/// What the council is asked to do, beside what is none of its business.
const OF_THE_COUNCIL: [&str; 10] = [
	"Administrations.admit",
	"Administrations.retract",
	"Administrations.quarantine",
	"Administrations.end_quarantine",
	"Administrations.expel",
	"Administrations.switch_off_validator",
	"Administrations.authorise_upgrade",
	"Administrations.withdraw_upgrade",
	"Administrations.note_stalled",
	"Fees.set_quota",
];

/// One of our calls.
fn any_call(bytes: &mut Bytes) -> &'static CallType {
	let calls = &forms().calls;
	let chosen = bytes.next();
	// What waits for somebody is answered more often than its share.
	if bytes.is_one_in(3) {
		let answers: Vec<_> = calls
			.iter()
			.filter(|call| {
				["confirm", "sign", "accept", "answer"]
					.iter()
					.any(|word| call.name.starts_with(word))
			})
			.collect();
		return answers[chosen % answers.len()];
	}
	&calls[chosen % calls.len()]
}

/// A call, filled in; none where the decoder refuses it.
fn filled(call: &CallType, bytes: &mut Bytes) -> Option<RuntimeCall> {
	let arguments = forms().fill_call(call, bytes);
	understood(call, &arguments).ok()
}

/// As a rule somebody whose quota pays for the call; else a pool would refuse nearly all.
fn signer_of(call: &RuntimeCall, bytes: &mut Bytes) -> &'static str {
	let first = bytes.next();
	let anybody = SIGNERS[first % SIGNERS.len()];
	if bytes.is_one_in(8) {
		return anybody;
	}
	let pays = |signer: &str| {
		let account = signer.account();
		let role = <Administrations as AccountKinds<AccountId>>::signer(&account);
		let info = call.get_dispatch_info();
		let purpose = CallsOfTheRole::purpose(&account, role.as_ref(), call, &info);
		matches!(purpose, Ok(Some(_)))
	};
	(0..SIGNERS.len())
		.map(|place| SIGNERS[(first + place) % SIGNERS.len()])
		.find(|signer| pays(signer))
		.unwrap_or(anybody)
}

/// The world of one sequence.
struct World<'seen> {
	chain: Chain,
	seen: &'seen mut Seen,
}

impl World<'_> {
	/// Extrinsics of one block, until it ends.
	fn block(&mut self, bytes: &mut Bytes) -> Result<(), String> {
		let seen = &mut *self.seen;
		let before = self.chain.read(Now::read);
		seen.blocks += 1;
		let number = self.chain.number();
		let result = self.chain.block(|| {
			// I23: what the chain does by itself changes no certificate.
			let mut now = Now::read();
			ensure_own_alone_changed(&before.stored, &now.stored, None)?;
			while !bytes.left.is_empty() && !bytes.is_one_in(6) {
				now = step(bytes, seen, now)?;
			}
			look(bytes)
		});
		result?;
		self.ensure_invariants(number + 1)
	}

	/// Every pallet's own.
	fn ensure_invariants(&mut self, number: BlockNumber) -> Result<(), String> {
		self.chain.read(|| {
			let tried = AllPalletsWithSystem::try_state(number, TryStateSelect::All);
			tried.map_err(|error| format!("try_state in block {number}: {error:?}"))?;
			// I29: the council can decide.
			match seats().len() {
				0..3 => Err(format!(
					"the council has fewer than 3 seats in block {number}"
				)),
				_ => Ok(()),
			}
		})
	}
}

/// Questions of three administrations about some certificate.
fn look(bytes: &mut Bytes) -> Result<(), String> {
	let number = bytes.of(&NUMBERS);
	let role = bytes.of(&[Role::Exporter, Role::Importer, Role::Carrier]);
	let direction = bytes.of(&[Direction::Import, Direction::Export]);
	for issuer in [Territory::MX, Territory::CO, Territory::PE] {
		ensure_can_be_suspended(issuer, number)?;
		for grantor in [Territory::MX, Territory::CR, Territory::CO, Territory::PE] {
			if let Some(answer) = answer_of(grantor, issuer, number, role, direction) {
				ensure_right(&answer, grantor, issuer, role)?;
			}
		}
	}
	Ok(())
}

/// What is stored that is compared.
struct Now {
	stored: Stored,
	given: Given,
}

impl Now {
	fn read() -> Self {
		Self {
			stored: stored(),
			given: given(),
		}
	}

	/// What holds between two moments, whoever has done what.
	fn ensure_follows(&self, before: &Self, by: Option<Territory>) -> Result<(), String> {
		ensure_own_alone_changed(&before.stored, &self.stored, by)?;
		ensure_two_hands(&before.stored, &self.stored)?;
		let now = pallet_timestamp::Now::<Runtime>::get();
		ensure_given_stays(&before.given, &self.given, now)
	}
}

/// One extrinsic; gives what is stored after it.
fn step(bytes: &mut Bytes, seen: &mut Seen, before: Now) -> Result<Now, String> {
	let chosen = any_call(bytes);
	let Some(call) = filled(chosen, bytes) else {
		return Ok(before);
	};
	let signer = signer_of(&call, bytes);
	// It may give up its role.
	let by = administration_of(&signer.account());
	let (due, first) = (due(&call, by), System::events().len());
	let mut counted = None;
	let mut is_unsigned = false;
	let extrinsic = match bytes.next() % 16 {
		0..=10 => {
			counted = Some(chosen.full_name());
			signed(signer, call)
		}
		11 => {
			let more = filled(any_call(bytes), bytes).unwrap_or_else(|| call.clone());
			let calls = vec![call, more];
			let batch: pallet_utility::Call<Runtime> = match bytes.is_one_in(2) {
				true => pallet_utility::Call::force_batch { calls },
				false => pallet_utility::Call::batch_all { calls },
			};
			signed(signer, batch)
		}
		12 => {
			let name = bytes.of(&OF_THE_COUNCIL);
			let meant = filled(forms().call(name), bytes).unwrap_or_else(|| call.clone());
			let asked = if bytes.is_one_in(4) { call } else { meant };
			return motion(bytes, seen, asked, before);
		}
		13 => {
			let other = bytes.of(&SIGNERS).account();
			signed(
				signer,
				pallet_multisig::Call::as_multi_threshold_1 {
					other_signatories: vec![other],
					call: Box::new(call),
				},
			)
		}
		14 => {
			is_unsigned = true;
			UncheckedExtrinsic::new_bare(call)
		}
		// A byte of it is another one.
		_ => {
			let mut encoded = signed(signer, call).encode();
			let place = (bytes.next() * 256 + bytes.next()) % encoded.len();
			encoded[place] ^= 1 << (bytes.next() % 8);
			match UncheckedExtrinsic::decode(&mut &encoded[..]) {
				Ok(other) => other,
				Err(_) => return Ok(before),
			}
		}
	};
	if is_unsigned && is_valid(&extrinsic) {
		return Err("a pool would take a call without a signature".into());
	}
	let result = apply(bytes, seen, extrinsic);
	// An author may put it into a block all the same.
	if is_unsigned && matches!(result, Ok(Ok(()))) {
		return Err("a call without a signature was done".into());
	}
	if let (Some(name), Ok(outcome)) = (counted, result) {
		let count = seen.calls.entry(name).or_default();
		count.0 += 1;
		count.1 += u32::from(outcome.is_ok());
		// Whoever does several things at once does them on states that are gone.
		let events: Vec<_> = System::events()
			.into_iter()
			.skip(first)
			.map(|record| record.event)
			.collect();
		ensure_entitled(&events)?;
		ensure_due(&due, &before.given, &given())?;
	}
	let after = Now::read();
	after.ensure_follows(&before, by)?;
	Ok(after)
}

/// The council is asked to do it: a motion, votes, and its end.
fn motion(
	bytes: &mut Bytes,
	seen: &mut Seen,
	call: RuntimeCall,
	before: Now,
) -> Result<Now, String> {
	let index = pallet_collective::ProposalCount::<Runtime, pallet_collective::Instance1>::get();
	let (hash, length) = (
		BlakeTwo256::hash_of(&call),
		u32::try_from(call.encoded_size()).expect("short"),
	);
	let weight = call.get_dispatch_info().call_weight;
	let mover = bytes.of(&OWN);
	let threshold = bytes.of(&[3, 3, 4, 2]);
	let proposed = pallet_collective::Call::propose {
		threshold,
		proposal: Box::new(call),
		length_bound: length,
	};
	let mut sent = vec![(mover, proposed.into())];
	let ayes = bytes.next();
	for (place, voter) in OWN.into_iter().enumerate() {
		let approve = ayes & (1 << place) == 0;
		let vote = pallet_collective::Call::<Runtime, pallet_collective::Instance1>::vote {
			proposal: hash,
			index,
			approve,
		};
		sent.push((voter, vote.into()));
	}
	sent.push((mover, close(hash, index, weight, length)));
	for (signer, call) in sent {
		apply(bytes, seen, signed(signer, call)).ok();
	}
	// Nobody changes another administration's data, the council included.
	let after = Now::read();
	after.ensure_follows(&before, None)?;
	Ok(after)
}

/// Whether a pool would take it. To look begins the next block, which is forgotten.
fn is_valid(extrinsic: &UncheckedExtrinsic) -> bool {
	with_transaction(|| {
		let (source, parent) = (TransactionSource::External, System::parent_hash());
		let validity = Executive::validate_transaction(source, extrinsic.clone(), parent);
		TransactionOutcome::Rollback(Ok::<_, DispatchError>(validity.is_ok()))
	})
	.expect("it is rolled back")
}

/// Sends it, and remembers what the chain tells.
fn apply(
	bytes: &mut Bytes,
	seen: &mut Seen,
	extrinsic: UncheckedExtrinsic,
) -> ApplyExtrinsicResult {
	seen.extrinsics += 1;
	let first = System::events().len();
	let result = Executive::apply_extrinsic(extrinsic);
	if let Ok(Err(error)) = result {
		seen.told(error);
	}
	for record in System::events().into_iter().skip(first) {
		match record.event {
			RuntimeEvent::Agreements(
				pallet_agreements::Event::AgreementProposed { terms, .. }
				| pallet_agreements::Event::AmendmentProposed { terms, .. },
			) => bytes.told.push(terms),
			RuntimeEvent::Council(pallet_collective::Event::Executed {
				result: Err(error),
				..
			})
			| RuntimeEvent::Utility(pallet_utility::Event::ItemFailed { error }) => seen.told(error),
			_ => (),
		}
	}
	result
}

/// Goes through a sequence on a fork of the chain.
fn run(past: &mut Chain, seen: &mut Seen, sequence: &[u8]) -> Result<(), String> {
	let mut bytes = Bytes {
		left: sequence,
		field: String::new(),
		told: Vec::new(),
	};
	seen.sequences += 1;
	let mut world = World {
		chain: past.fork(),
		seen,
	};
	while !bytes.left.is_empty() {
		let days = bytes.of(&DAYS_ON);
		if days > 0 && bytes.is_one_in(3) {
			let slot = world.chain.slot() + days * SLOTS_A_DAY;
			world.chain.skip_to(slot * aeo_runtime::SLOT_DURATION);
		}
		world.block(&mut bytes)?;
	}
	Ok(())
}

/// A number that somebody has set.
fn set(name: &str, usual: u64) -> u64 {
	env::var(name).map_or(usual, |value| value.parse().expect("a whole number"))
}

/// Sequence after sequence, until the time is over. `FUZZ_SECONDS`, `FUZZ_SEED`: the sequences are the same for the
/// same seed, as many as there is time for. `FUZZ_BYTES`: one sequence, as it was printed.
#[test]
fn nothing_that_is_signed_should_break_an_invariant() {
	let mut past = busy();
	let mut seen = Seen::default();
	if let Ok(hex) = env::var("FUZZ_BYTES") {
		let sequence = sp_core::bytes::from_hex(&hex).expect("hexadecimal, with 0x");
		run(&mut past, &mut seen, &sequence).expect("every invariant holds");
		return;
	}
	let (seconds, seed) = (set("FUZZ_SECONDS", SECONDS), set("FUZZ_SEED", 1));
	let end = Instant::now() + Duration::from_secs(seconds);
	let mut case = 0_u64;
	let world = RefCell::new((past, seen));
	while Instant::now() < end {
		let mut key = [0; 32];
		key[..8].copy_from_slice(&seed.to_le_bytes());
		key[8..16].copy_from_slice(&case.to_le_bytes());
		let config = Config {
			cases: 1,
			max_shrink_iters: 5_000,
			failure_persistence: None,
			..Config::default()
		};
		let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &key);
		let result = TestRunner::new_with_rng(config, rng).run(
			&prop::collection::vec(any::<u8>(), 1..LONGEST),
			|sequence| {
				let (past, seen) = &mut *world.borrow_mut();
				run(past, seen, &sequence).map_err(TestCaseError::fail)
			},
		);
		if let Err(TestError::Fail(why, sequence)) = result {
			panic!(
				"{why}\nseed {seed}, case {case}; again by FUZZ_BYTES={}",
				sp_core::bytes::to_hex(&sequence, false)
			);
		}
		case += 1;
		if case.is_multiple_of(500) {
			println!("{}", world.borrow().1.report());
		}
	}
	let (_, seen) = world.into_inner();
	println!("{}", seen.report());
	assert!(seen.sequences > 5, "it has hardly begun");
}

/// What has broken something once is gone through again: a file for each, of hexadecimal digits.
#[test]
fn what_has_broken_an_invariant_once_should_break_none() {
	let mut past = busy();
	let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/fuzz");
	// Until something has, there is no folder.
	for file in std::fs::read_dir(folder).into_iter().flatten() {
		let path = file.expect("it can be read").path();
		let hex = std::fs::read_to_string(&path).expect("text");
		let sequence = sp_core::bytes::from_hex(hex.trim()).expect("hexadecimal, with 0x");
		run(&mut past, &mut Seen::default(), &sequence)
			.unwrap_or_else(|why| panic!("{}: {why}", path.display()));
	}
}

/// Faults that are planted are found: by what the pallets say, by whom a change is, and by what is granted.
#[test]
fn a_planted_fault_should_be_found() {
	let mut chain = busy();
	let mut seen = Seen::default();
	let mut world = World {
		chain: chain.fork(),
		seen: &mut seen,
	};
	world.ensure_invariants(1).expect("they hold");
	world
		.chain
		.read(|| pallet_certificates::Ordinals::<Runtime>::remove(Territory::MX));
	world.ensure_invariants(1).expect_err("a count is gone");

	chain.fork().read(|| {
		let before = stored();
		pallet_certificates::Editions::<Runtime>::insert(Territory::MX, number(NUMBER), 9);
		ensure_own_alone_changed(&before, &stored(), Some(Territory::PE))
			.expect("it is no certificate");
		Certificates::<Runtime>::mutate(Territory::MX, number(NUMBER), |record| {
			record.as_mut().expect("it is there").version += 1;
		});
		let after = stored();
		ensure_own_alone_changed(&before, &after, Some(Territory::MX)).expect("it is its own");
		ensure_own_alone_changed(&before, &after, Some(Territory::PE))
			.expect_err("it is another's");
		ensure_own_alone_changed(&before, &after, None).expect_err("it is the council's");
		Periods::<Runtime>::remove((Territory::MX, number(NUMBER), 0));
		ensure_own_alone_changed(&after, &stored(), Some(Territory::MX))
			.expect_err("the past is gone");
	});

	chain.fork().read(|| {
		let (grantor, issuer) = (Territory::CR, Territory::MX);
		let answer = answer_of(grantor, issuer, NUMBER, Role::Exporter, Direction::Import);
		let answer = answer.expect("it is an administration");
		assert!(matches!(answer.outcome, Outcome::Granted(_)));
		let ask = || ensure_right(&answer, grantor, issuer, Role::Exporter);
		ask().expect("a leg is in force");
		ensure_right(&answer, grantor, issuer, Role::Carrier).expect_err("it is another role");
		ensure_right(&answer, Territory::PE, issuer, Role::Exporter).expect_err("there is no leg");
		let change = |state| {
			Certificates::<Runtime>::mutate(issuer, number(NUMBER), |record| {
				record.as_mut().expect("it is there").state = state;
			});
		};
		change(CertificateState::Suspended(Suspension {
			scope: SuspensionScope::Full,
			end: SuspensionEnd::Open,
		}));
		ask().expect_err("it is suspended");
		change(CertificateState::Annulled);
		ask().expect_err("it never held");
		change(CertificateState::Authorised);
		ask().expect("it holds");
		RecognitionSuspensions::<Runtime>::insert(
			grantor,
			(issuer, number(NUMBER)),
			RecognitionSuspension {
				since: 0,
				review_on: day("2027-01-31"),
				by: CR.account(),
				document: H256::repeat_byte(7),
			},
		);
		ask().expect_err("its recognition is suspended");
	});
}

/// What is told falsely is found: benefits that are not due or become others, lists that are not for their readers,
/// decisions of one person, certificates that nobody can suspend.
#[test]
fn what_happens_falsely_should_be_found() {
	let mut chain = busy();
	chain.fork().read(|| {
		let rows = vec![GrantRow {
			declaration: H256::repeat_byte(3),
			identifier: Identifier::Certificate {
				issuer: Territory::MX,
				number: written(NUMBER),
			},
			role: Role::Exporter,
			direction: Direction::Import,
		}];
		let call = pallet_benefits::Call::grant_many { rows }.into();
		let nothing = frame_system::Call::remark { remark: Vec::new() }.into();
		let is_due = due(&call, Some(Territory::CR));
		let before = given();
		dispatched(CR1, call).expect("it is due");
		let after = given();
		ensure_due(&is_due, &before, &after).expect("it was due");
		ensure_due(&due(&nothing, Some(Territory::CR)), &before, &after).expect_err("nothing was");
		ensure_given_stays(&before, &after, u64::MAX).expect("it is more");
		ensure_given_stays(&after, &before, 0).expect_err("it is gone");
		ensure_given_stays(&after, &before, u64::MAX).expect("it is old");
		let others = after.iter().map(|(key, grant)| {
			let grant = Grant {
				place: 77,
				..grant.clone()
			};
			(*key, grant)
		});
		ensure_given_stays(&after, &others.collect(), u64::MAX).expect_err("it is another");
	});
	chain.fork().read(|| {
		let before = stored();
		let period = (Territory::MX, number(NUMBER), 0);
		let decided = Periods::<Runtime>::get(&period).expect("it has one");
		Periods::<Runtime>::mutate(&period, |period| {
			period.as_mut().expect("it has one").decided.by.checker = None;
		});
		let mut new = before.clone();
		new.get_mut(&Territory::MX)
			.expect("it has some")
			.retain(|key, _| key[0] == 0);
		let is_required = Programmes::<Runtime>::iter_prefix_values(Territory::MX)
			.any(|programme| programme.four_eyes == FourEyes::Required);
		assert!(is_required, "{decided:?}");
		ensure_two_hands(&before, &before).expect("nothing is new");
		ensure_two_hands(&new, &stored()).expect_err("it was one person");
	});
	chain.fork().read(|| {
		let event = |reader| {
			[RuntimeEvent::Disclosures(
				pallet_disclosures::Event::ListPublished {
					issuer: Territory::MX,
					reader,
					sequence: 1,
					root: H256::repeat_byte(7),
					pages: 1,
					as_of: 1,
					by: MX.account(),
				},
			)]
		};
		let list = |reader, pages| {
			let sealed_to = <Administrations as EncryptionKeys>::encryption_key(reader);
			let record = ListRecord {
				sequence: 1,
				sealed_to: sealed_to.expect("it has one"),
				root: H256::repeat_byte(7),
				pages,
				as_of: 1,
				block: 2,
				at: 0,
			};
			Lists::<Runtime>::insert(Territory::MX, reader, record);
		};
		ensure_entitled(&event(Territory::CR)).expect_err("it is not there");
		list(Territory::CR, 1);
		ensure_entitled(&event(Territory::CR)).expect("it reads");
		LastWithdrawal::<Runtime>::insert(Territory::MX, 2);
		ensure_entitled(&event(Territory::CR)).expect_err("a consent was withdrawn");
		LastWithdrawal::<Runtime>::remove(Territory::MX);
		Lists::<Runtime>::mutate(Territory::MX, Territory::CR, |list| {
			list.as_mut().expect("it is there").sealed_to = H256::zero();
		});
		ensure_entitled(&event(Territory::CR)).expect_err("it can't open it");
	});
	chain.fork().read(|| {
		ensure_can_be_suspended(Territory::MX, NUMBER).expect("it can");
		// A period stands already where the next one would come.
		Certificates::<Runtime>::mutate(Territory::MX, number(NUMBER), |record| {
			record.as_mut().expect("it is there").periods = u32::MAX;
		});
		ensure_can_be_suspended(Territory::MX, NUMBER).expect_err("it has no room");
	});
}
