//! What a refusal says: every error of our pallets tells why and what to do, one name has one meaning,
//! and docs/errors.md holds them all.
//!
//! UPDATE_DOCS=1 cargo test -p aeo-runtime --test it errors

use aeo_runtime::{
	configs::paid_calls::{CALL_TOO_LONG, SIGNER_NOT_ENTITLED},
	Runtime,
};
use frame_support::pallet_prelude::InvalidTransaction;
use scale_info::{form::PortableForm, PortableRegistry, TypeDef, Variant};
use sp_metadata_ir::frame_metadata::{
	v16::{PalletMetadata, RuntimeMetadataV16},
	RuntimeMetadata,
};
use std::{
	collections::{BTreeMap, BTreeSet},
	env,
	fmt::Write,
	fs,
	path::Path,
};

/// Our pallets: their documentation is the text.
pub const OURS: [&str; 10] = [
	"Administrations",
	"Agreements",
	"Applications",
	"Benefits",
	"Certificates",
	"Disclosures",
	"Equivocations",
	"Fees",
	"Identities",
	"Suspensions",
];

/// What to do about the errors of Substrate's pallets, which say it nowhere.
const REMEDIES: &[(&str, &str)] = &[
	("Balances.DeadAccount", NO_BALANCES),
	("Balances.DeltaZero", NO_BALANCES),
	("Balances.ExistentialDeposit", NO_BALANCES),
	("Balances.ExistingVestingSchedule", NO_BALANCES),
	("Balances.Expendability", NO_BALANCES),
	("Balances.InsufficientBalance", NO_BALANCES),
	("Balances.IssuanceDeactivated", NO_BALANCES),
	("Balances.LiquidityRestrictions", NO_BALANCES),
	("Balances.TooManyFreezes", NO_BALANCES),
	("Balances.TooManyHolds", NO_BALANCES),
	("Balances.TooManyReserves", NO_BALANCES),
	("Balances.VestingBalance", NO_BALANCES),
	(
		"Council.AlreadyInitialized",
		"Do nothing: the chain itself keeps the members.",
	),
	(
		"Council.DuplicateProposal",
		"Look in `council.proposals`: the same call is moved already. Vote on it; or move it inside \
		 `utility.batchAll`, which is another motion.",
	),
	(
		"Council.DuplicateVote",
		"Do nothing: this vote is counted. To change it, vote the other way.",
	),
	(
		"Council.NotMember",
		"Sign with the own account of an admitted administration; an officer has no vote.",
	),
	(
		"Council.PrimeAccountNotMember",
		"Do nothing: there is no prime here.",
	),
	(
		"Council.ProposalActive",
		"Wait for the end of the vote, or close it with `council.close`.",
	),
	(
		"Council.ProposalMissing",
		"Look in `council.proposals`: the motion is closed or killed, or the hash is another one's.",
	),
	(
		"Council.TooEarly",
		"Wait until as many have voted aye as the threshold asks for, or until its 7 days are over.",
	),
	(
		"Council.TooManyProposals",
		"Close or kill a motion that is decided, with `council.close` or `council.kill`.",
	),
	(
		"Council.WrongIndex",
		"Take the index from the event `council.Proposed`, or from `council.voting`; Apps fills in 0.",
	),
	(
		"Council.WrongProposalLength",
		"Give a greater `lengthBound`: 1000 is enough for every call of the council.",
	),
	(
		"Council.WrongProposalWeight",
		"Give a greater `proposalWeightBound`: refTime 100000000000 and proofSize 1000000 are enough.",
	),
	("Grandpa.ChangePending", FOR_NODES),
	("Grandpa.DuplicateOffenceReport", FOR_NODES),
	("Grandpa.InvalidEquivocationProof", FOR_NODES),
	("Grandpa.InvalidKeyOwnershipProof", FOR_NODES),
	("Grandpa.PauseFailed", FOR_NODES),
	("Grandpa.ResumeFailed", FOR_NODES),
	("Grandpa.TooSoon", FOR_NODES),
	(
		"Multisig.AlreadyApproved",
		"Ask another signer: yours is counted.",
	),
	(
		"Multisig.AlreadyStored",
		"Do nothing: the call is stored already.",
	),
	(
		"Multisig.MaxWeightTooLow",
		"Give a greater `maxWeight`: refTime 100000000000 and proofSize 1000000 are enough.",
	),
	(
		"Multisig.MinimumThreshold",
		"Use `multisig.asMultiThreshold1` where one signer is enough.",
	),
	(
		"Multisig.NoApprovalsNeeded",
		"Send `multisig.asMulti` with the whole call: enough have approved.",
	),
	(
		"Multisig.NoTimepoint",
		"Take the timepoint from `multisig.multisigs`: height and index of the first approval.",
	),
	(
		"Multisig.NotFound",
		"Look in `multisig.multisigs`: it is carried out or cancelled, or the signers or the call are \
		 others than at first.",
	),
	(
		"Multisig.NotOwner",
		"Ask the signer who approved first: only that one cancels it.",
	),
	(
		"Multisig.SenderInSignatories",
		"Leave yourself out of `otherSignatories`.",
	),
	(
		"Multisig.SignatoriesOutOfOrder",
		"Sort the other signers by their public keys; Apps does so.",
	),
	(
		"Multisig.TooFewSignatories",
		"Name all other signers of the multisig.",
	),
	(
		"Multisig.TooManySignatories",
		"Make a multisig with fewer signers.",
	),
	(
		"Multisig.UnexpectedTimepoint",
		"Leave the timepoint out: nobody has approved this call yet. If somebody has, compare the call \
		 with theirs.",
	),
	(
		"Multisig.WrongTimepoint",
		"Take the timepoint from `multisig.multisigs`.",
	),
	(
		"Session.DuplicatedKey",
		"Make new keys with `author_rotateKeysWithOwner`: another validator has these.",
	),
	(
		"Session.InvalidProof",
		"Make keys and proof anew with `author_rotateKeysWithOwner`, for the account that sets them.",
	),
	(
		"Session.NoAccount",
		"Sign with the own account of an admitted administration.",
	),
	(
		"Session.NoAssociatedValidatorId",
		"Sign with the own account of an admitted administration.",
	),
	("Session.NoKeys", "Set keys first, with `session.setKeys`."),
	(
		"System.CallFiltered",
		"Look in `txPause.pausedCalls`: the council has paused this call; wait until it allows it again. \
		 `session.purgeKeys` is never allowed: stop validating with `administrations.stopValidating`.",
	),
	(
		"System.FailedToExtractRuntimeVersion",
		"Compare the file with the release: this is no runtime.",
	),
	(
		"System.InvalidSpecName",
		"Compare the file with the release: it is another chain's runtime.",
	),
	("System.MultiBlockMigrationsOngoing", "Wait some blocks."),
	("System.NonDefaultComposite", "Do nothing: no call gives it here."),
	("System.NonZeroRefCount", "Do nothing: no call gives it here."),
	(
		"System.NothingAuthorized",
		"Have the council authorise the upgrade with `administrations.authoriseUpgrade`; it can be \
		 applied when its 3 days are over.",
	),
	(
		"System.SpecVersionNeedsToIncrease",
		"Compare the file with the release: the runtime that runs is not older.",
	),
	(
		"System.Unauthorized",
		"Compare the blake2-256 of the file with `system.authorizedUpgrade`.",
	),
	(
		"TxPause.IsPaused",
		"Do nothing: the call is paused already.",
	),
	(
		"TxPause.IsUnpaused",
		"Compare pallet and call with `txPause.pausedCalls`: it is not paused.",
	),
	(
		"TxPause.NotFound",
		"Write pallet and call as the metadata does: `Utility`, `batch_all`.",
	),
	(
		"TxPause.Unpausable",
		"Leave it: calls with which a party protects itself can't be paused.",
	),
	("Utility.TooManyCalls", "Make several batches."),
];

const NO_BALANCES: &str =
	"Leave balances alone: nobody needs one here, and nothing is paid from them but a tip.";

const FOR_NODES: &str = "Leave such reports to the nodes, which make them by themselves.";

/// Verbs with which it begins what to do.
const VERBS: &str = "\
	Accept Acknowledge Add Admit Allow Answer Appoint Ask Authorise Begin Call Change Check \
	Clear Decide Divide Draw Enter Exclude Fill Follow Load Lower Mend Obtain Order Raise Rectify Repeal \
	Replace Report Require Shorten Sort Stop Tell Treat Try Unite Update \
	Choose Close Come Compare Conclude Confirm Correct Count Declare Dismiss Do End Exchange \
	Give Grant Have Include Issue Join Keep Leave Let Link Look Make Move Name Open Pick \
	Propose Put Read Record Refuse Register Reinstate Remove Renew Repeat Resume Retract \
	Revoke Rotate Say Seal Send Set Show Sign Split Start Suspend Take Unlink Use Vote Wait Withdraw \
	Write";

pub fn metadata() -> RuntimeMetadataV16 {
	match Runtime::metadata_16().1 {
		RuntimeMetadata::V16(metadata) => metadata,
		_ => panic!("it is version 16"),
	}
}

/// One error as the metadata tells it.
struct Told {
	pallet: String,
	place: u8,
	name: String,
	place_in_pallet: u8,
	text: String,
}

impl Told {
	fn full_name(&self) -> String {
		format!("{}.{}", self.pallet, self.name)
	}

	fn is_ours(&self) -> bool {
		OURS.contains(&self.pallet.as_str())
	}

	/// Why, and what to do.
	fn parts(&self) -> (String, String) {
		let mut sentences = sentences(&self.text).into_iter();
		let why = sentences.next().unwrap_or_default();
		if self.is_ours() {
			return (why, sentences.collect::<Vec<_>>().join(" "));
		}
		let remedy = REMEDIES
			.iter()
			.find(|(name, _)| *name == self.full_name())
			.map(|(_, remedy)| String::from(*remedy));
		(self.text.clone(), remedy.unwrap_or_default())
	}
}

pub fn variants(types: &PortableRegistry, id: u32) -> Vec<Variant<PortableForm>> {
	match &types.resolve(id).expect("the type is registered").type_def {
		TypeDef::Variant(variants) => variants.variants.clone(),
		_ => panic!("errors and events are enums"),
	}
}

/// All errors, by pallet and name.
fn errors() -> Vec<Told> {
	let metadata = metadata();
	let of_pallet = |pallet: &PalletMetadata<PortableForm>| {
		let error = pallet.error.as_ref()?;
		let (name, place) = (pallet.name.clone(), pallet.index);
		Some(
			variants(&metadata.types, error.ty.id)
				.into_iter()
				.map(move |variant| Told {
					pallet: name.clone(),
					place,
					name: variant.name,
					place_in_pallet: variant.index,
					text: in_one_line(&variant.docs),
				}),
		)
	};
	let mut told: Vec<_> = metadata
		.pallets
		.iter()
		.filter_map(of_pallet)
		.flatten()
		.collect();
	told.sort_by_key(|error| (!error.is_ours(), error.pallet.clone(), error.name.clone()));
	told
}

/// All errors of our pallets: `Certificates.UnknownCertificate`.
#[cfg(feature = "try-runtime")]
pub fn of_ours() -> BTreeSet<String> {
	let ours = errors().into_iter().filter(Told::is_ours);
	ours.map(|error| error.full_name()).collect()
}

/// How programs write an error or an event: `txPause.IsPaused`.
pub fn as_shown(pallet: &str, name: &str) -> String {
	let mut letters = pallet.chars();
	let first = letters
		.next()
		.map(|letter| letter.to_lowercase().to_string());
	format!("{}{}.{name}", first.unwrap_or_default(), letters.as_str())
}

/// The lines of a documentation as one, without links.
pub fn in_one_line(docs: &[String]) -> String {
	let words: Vec<_> = docs
		.iter()
		.flat_map(|line| line.split_whitespace())
		.collect();
	words.join(" ").replace("[`", "`").replace("`]", "`")
}

/// The sentences of a text. One ends with a full stop before a capital, a quotation or the end;
/// `Art. 30` and `2.5` end none.
fn sentences(text: &str) -> Vec<String> {
	let mut sentences = Vec::new();
	let mut rest = text.trim();
	while !rest.is_empty() {
		let end = rest
			.match_indices(['.', '?', '!'])
			.map(|(place, _)| place.saturating_add(1))
			.find(|end| {
				let after = rest.get(*end..).unwrap_or_default();
				let next = after.trim_start().chars().next();
				after.is_empty()
					|| (after.starts_with(' ')
						&& next.is_some_and(|next| next.is_uppercase() || "(`".contains(next)))
			})
			.unwrap_or(rest.len());
		let (sentence, remaining) = rest.split_at(end);
		sentences.push(sentence.into());
		rest = remaining.trim_start();
	}
	sentences
}

/// Whether it begins with what to do, or says so after a comma or a semicolon; or that nothing is.
fn is_advice(sentence: &str) -> bool {
	if sentence.starts_with("Nothing is") {
		return true;
	}
	sentence.split(['(', ';', ',']).any(|clause| {
		let clause = clause
			.trim()
			.trim_start_matches("or ")
			.trim_start_matches("then ");
		let word = clause
			.split(|letter: char| !letter.is_alphabetic())
			.next()
			.unwrap_or_default();
		VERBS
			.split_whitespace()
			.any(|verb| verb.eq_ignore_ascii_case(word))
	})
}

#[test]
fn a_sentence_should_end_where_the_next_one_begins() {
	let text = "The day is over (Art. 30(3)). Give e.g. 2026-12-31. `identities` has it.";
	assert_eq!(
		sentences(text),
		[
			"The day is over (Art. 30(3)).",
			"Give e.g. 2026-12-31.",
			"`identities` has it."
		]
	);
	assert_eq!(sentences(""), [""; 0]);
	assert!(is_advice("Give today."));
	assert!(is_advice("An account has one role; take another one."));
	assert!(!is_advice("The first day has not begun."));
}

#[test]
fn every_error_should_say_why_and_what_to_do() {
	let mut wrong = Vec::new();
	for error in errors().iter().filter(|error| error.is_ours()) {
		let sentences = sentences(&error.text);
		let advice = sentences.get(1..).unwrap_or_default();
		if !advice.iter().any(|sentence| is_advice(sentence)) {
			wrong.push(format!("{}: {}", error.full_name(), error.text));
		}
	}
	assert!(
		wrong.is_empty(),
		"{} errors say no remedy in a sentence after the first:\n{}",
		wrong.len(),
		wrong.join("\n")
	);
}

/// What our errors say under each key, where they say different things.
fn said_differently(
	key: impl Fn(&Told) -> String,
	said: impl Fn(&Told) -> String,
) -> BTreeMap<String, BTreeSet<String>> {
	let mut by_key: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
	for error in errors().iter().filter(|error| error.is_ours()) {
		by_key.entry(key(error)).or_default().insert(said(error));
	}
	by_key.retain(|_, different| different.len() > 1);
	by_key
}

#[test]
fn one_name_should_have_one_meaning_in_all_our_pallets() {
	let several = said_differently(|error| error.name.clone(), |error| error.parts().0);
	assert!(
		several.is_empty(),
		"one name, several sentences: {several:#?}"
	);
}

#[test]
fn one_fact_should_have_one_name_in_all_our_pallets() {
	let several = said_differently(|error| error.parts().0, |error| error.name.clone());
	assert!(
		several.is_empty(),
		"one sentence, several names: {several:#?}"
	);
}

#[test]
fn every_error_of_others_should_have_a_remedy() {
	let errors = errors();
	let theirs: Vec<_> = errors.iter().filter(|error| !error.is_ours()).collect();
	for error in &theirs {
		assert!(!error.parts().1.is_empty(), "{}", error.full_name());
	}
	for (name, remedy) in REMEDIES {
		assert!(
			theirs.iter().any(|error| error.full_name() == *name),
			"{name} is none"
		);
		assert!(is_advice(remedy), "{name}: {remedy}");
	}
}

const HEAD: &str = "\
<!-- Written by the tests: UPDATE_DOCS=1 cargo test -p aeo-runtime --test it errors -->
# Errors

What a refusal means, and what to do. All texts of our pallets are in the metadata too, so that every
program can show them.

**Where to see it.** polkadot.js Apps shows the name of an error for some seconds only, such as
`certificates.DateNotReal`. It stays in the block: *Network → Explorer*, the block, the transaction, its
event `system.ExtrinsicFailed`; a click opens it, with the sentence. `@polkadot/api-cli` prints numbers
instead, `\"module\": {\"index\": 41, \"error\": \"0x03000000\"}`: the first is the pallet, the other begins
with the two digits of the error, here `41.0x03`. It ends with exit code 0 also where a transaction
failed in its block, and with 1 where the node refused it; `node clients/answer.mjs` reads what it prints
and says it in names ([first steps](officer/first-steps.md#the-same-from-a-terminal)).

A transaction that failed in a block has changed nothing, and is paid for all the same. One that the node
refused costs nothing. In a batch that goes on (`SkipFailed`, `benefits.grantMany`, `utility.forceBatch`)
the error of each row is in an event of its own.

";

/// Refusals of the node: what it prints, why, what to do.
fn refusals() -> Vec<(String, &'static str, &'static str)> {
	use InvalidTransaction::{
		AncientBirthBlock, BadProof, BadSigner, Call, ExhaustsResources, Payment, Stale,
	};
	let invalid = |why: InvalidTransaction| {
		let text: &str = why.into();
		// What polkadot.js prints for the brackets differs.
		let text = text.split(" (").next().unwrap_or_default();
		format!("1010: Invalid Transaction: {text}")
	};
	let custom = |number: u8| format!("1010: Invalid Transaction: Custom error: {number}");
	let said = String::from;
	vec![
		(
			invalid(Payment),
			"No quota pays for this call of this account: it has no role (it was never appointed, or is \
			 dismissed, has resigned, its administration has left), the call is not one of its role, the \
			 quota is used up for now, or a tip is offered, which nobody can pay.",
			"Look in `administrations.accounts` whether the account has a role, and at `aeo_quota`. Sign \
			 with the account whose work it is; set the tip to 0; where the quota is used up, wait some \
			 blocks.",
		),
		(
			custom(CALL_TOO_LONG),
			"The call is longer than 320 KiB.",
			"Make several smaller ones. A runtime upgrade is submitted unsigned.",
		),
		(
			custom(SIGNER_NOT_ENTITLED),
			"A vote, motion or close by another than the own account of an admitted administration, or a \
			 suspension by another than an officer with scope `Suspension`; also within a batch or \
			 multisig.",
			"Sign with that account; have the own account give the scope.",
		),
		(
			invalid(Stale),
			"The account has made a transaction with this number (nonce) already: two were signed at the \
			 same time, or an old one was sent again.",
			"Look whether the first did what you wanted. Sign anew, and let the program choose the nonce.",
		),
		(
			invalid(BadProof),
			"The signature doesn't fit: it is for another chain, for the runtime before an upgrade, or of \
			 another kind of key.",
			"Load the page again, so that it knows this chain and runtime, and sign anew.",
		),
		(
			invalid(AncientBirthBlock),
			"It was signed too long ago: a signature holds for some 64 blocks unless it is made immortal.",
			"Sign anew, and send it within three minutes.",
		),
		(
			invalid(ExhaustsResources),
			"It is greater than what a block takes.",
			"Make several smaller ones.",
		),
		(
			invalid(BadSigner),
			"The address of all zeros signs nothing.",
			"Choose an account.",
		),
		(
			invalid(Call),
			"It can't be sent unsigned.",
			"Sign it.",
		),
		(
			said("1011: Unknown Transaction Validity"),
			"The node can't check it: it names an account by an index, or it is unsigned.",
			"Name accounts by their addresses, and sign it.",
		),
		(
			said("1012: Transaction is temporarily banned"),
			"The same bytes were refused or dropped a moment ago; the node doesn't look at them again for \
			 half an hour.",
			"Mend what was wrong then, and sign anew: it is another transaction.",
		),
		(
			said("1013: Transaction Already Imported"),
			"It waits for a block already.",
			"Wait some blocks, and look whether it is in one.",
		),
		(
			said("1014: Priority is too low"),
			"Another transaction of this account with the same number (nonce) waits already.",
			"Wait until that one is in a block, then sign anew. One account makes its transactions one \
			 after the other.",
		),
		(
			said("1016: Immediately Dropped"),
			"So many transactions wait at this node that it takes no more.",
			"Send it again in some blocks, or to another node.",
		),
		(
			said("1001: Extrinsic has invalid format"),
			"These bytes are no transaction of this runtime.",
			"Load the page again, and make it anew; decode prepared calls on the chain that they are for.",
		),
		(
			said("1002: Verification Error"),
			"The runtime couldn't read the call: it was made for another version of the runtime, or by a program \
			 that invents types.",
			"Load the page again, and make it anew. Where this was made with the present runtime, report \
			 it to who runs the node: no argument that a person writes should give it.",
		),
		(
			said("-32602"),
			"An argument of a question (`aeo_…`) is missing or wrong; the sentence says which.",
			"Correct it as the sentence says; all codes of questions are in \
			 [queries.md](developer/queries.md).",
		),
		(
			said("-32999"),
			"This connection has made 3,000 calls in a minute.",
			"Wait a minute, and ask for lists instead of single things.",
		),
		(
			said("-32010"),
			"More than 100 requests are in one batch of JSON-RPC.",
			"Send several batches, or `aeo_evaluateMany`.",
		),
	]
}

/// Errors that belong to no pallet.
const COMMON: [(&str, &str, &str); 3] = [
	(
		"BadOrigin",
		"The signer may not make this call, or too small a share of the council has voted for it.",
		"Sign with the account that the call is for; for the council, compare the threshold with the \
		 table in [governance.md](officer/governance.md) and move it anew.",
	),
	(
		"CannotLookup",
		"The address stands for no account.",
		"Write an address that begins with 5, or a public key.",
	),
	(
		"Exhausted",
		"The block has no room left for this.",
		"Send it again.",
	),
];

pub fn row(text: &mut String, cells: &[&str]) {
	let cells: Vec<_> = cells.iter().map(|cell| cell.replace('|', "\\|")).collect();
	writeln!(text, "| {} |", cells.join(" | ")).expect("memory suffices");
}

pub fn head(text: &mut String, cells: &[&str]) {
	row(text, cells);
	row(text, &vec!["---"; cells.len()]);
}

fn before_a_block(text: &mut String) {
	text.push_str("## The node refuses it: before it is in a block\n\n");
	head(text, &["it prints", "why", "what to do"]);
	for (printed, why, what) in refusals() {
		row(text, &[&format!("`{printed}`"), why, what]);
	}
	text.push_str(
		"\nNothing comes of a transaction whose number (nonce) is ahead of the account's: it waits for \
		 the one before, and no program says so. Let the program choose the nonce.\n\n",
	);
}

fn of_no_pallet(text: &mut String) {
	text.push_str("## Of no pallet\n\n");
	head(text, &["error", "why", "what to do"]);
	for (name, why, what) in COMMON {
		row(text, &[&format!("`{name}`"), why, what]);
	}
	text.push('\n');
}

fn of_pallets(text: &mut String, errors: &[Told]) {
	let mut pallet = String::new();
	for error in errors {
		if error.pallet != pallet {
			if !pallet.is_empty() {
				text.push('\n');
			}
			pallet.clone_from(&error.pallet);
			writeln!(text, "## {pallet}\n").expect("memory suffices");
			head(text, &["number", "error", "why", "what to do"]);
		}
		let number = format!("{}.{:#04x}", error.place, error.place_in_pallet);
		let (why, what) = error.parts();
		let name = as_shown(&error.pallet, &error.name);
		row(text, &[&number, &format!("`{name}`"), &why, &what]);
	}
}

/// The names that more than one of our pallets has.
fn of_several_pallets(text: &mut String, errors: &[Told]) {
	let mut named: BTreeMap<&str, Vec<&Told>> = BTreeMap::new();
	for error in errors.iter().filter(|error| error.is_ours()) {
		named.entry(&error.name).or_default().push(error);
	}
	text.push_str(
		"\n## Same fact, same name\n\nThe same fact has the same name in every pallet, and the same \
		 first sentence; what to do may differ.\n\n",
	);
	head(text, &["error", "why", "in"]);
	for (name, errors) in named.into_iter().filter(|(_, errors)| errors.len() > 1) {
		let why = errors
			.first()
			.map(|error| error.parts().0)
			.unwrap_or_default();
		let pallets: Vec<_> = errors.iter().map(|error| error.pallet.as_str()).collect();
		row(text, &[&format!("`{name}`"), &why, &pallets.join(", ")]);
	}
}

/// The events by number: `@polkadot/api-cli` prints nothing else.
fn events(text: &mut String) {
	text.push_str(
		"\n## Events by number\n\nAn event is `\"index\": \"0x2905\"` for `@polkadot/api-cli`.\n\n",
	);
	head(text, &["number", "event"]);
	let metadata = metadata();
	for pallet in &metadata.pallets {
		let Some(event) = &pallet.event else { continue };
		for variant in variants(&metadata.types, event.ty.id) {
			let number = format!("0x{:02x}{:02x}", pallet.index, variant.index);
			row(
				text,
				&[
					&number,
					&format!("`{}`", as_shown(&pallet.name, &variant.name)),
				],
			);
		}
	}
}

#[test]
fn the_document_should_hold_all_errors() {
	let mut text = String::from(HEAD);
	before_a_block(&mut text);
	of_no_pallet(&mut text);
	of_pallets(&mut text, &errors());
	of_several_pallets(&mut text, &errors());
	events(&mut text);
	let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/errors.md");
	if env::var_os("UPDATE_DOCS").is_some() {
		fs::write(&path, &text).expect("docs can be written");
	}
	let written = fs::read_to_string(&path).unwrap_or_default();
	assert!(
		written == text,
		"docs/errors.md differs from the metadata: run this test with UPDATE_DOCS=1"
	);
}
