//! One form and one grammar in all our pallets: each call tells the same things in the same order, and
//! each thing has its place. Read from the metadata and from the sources, so that neither is
//! forgotten.

use crate::errors::{metadata, variants, OURS};
use scale_info::{form::PortableForm, PortableRegistry, Variant};
use sp_metadata_ir::frame_metadata::v16::PalletMetadata;
use std::{
	collections::BTreeSet,
	fs,
	path::{Path, PathBuf},
};

/// Errors that no call's documentation names, and where they come from.
const OF_NO_CALL: &[(&str, &str, &str)] = &[
	(
		"Administrations",
		"OfficerLacksScope",
		"Every call of an officer, through the port `Officers`.",
	),
	(
		"Administrations",
		"TooManyMotions",
		"`council.propose`, by its origin.",
	),
	(
		"Certificates",
		"CertificateNotSuspended",
		"`suspensions.propose_reinstatement`, through the port `CertificateSuspension`.",
	),
	(
		"Certificates",
		"CertificateSuspendedAlready",
		"`suspensions.suspend`, through the port `CertificateSuspension`.",
	),
	(
		"Certificates",
		"HolderAskedAlready",
		"`applications.ask`, through the port `WishRegister`.",
	),
	(
		"Certificates",
		"HolderHasNotAsked",
		"`applications.withdraw_wish`, through the port `WishRegister`.",
	),
	(
		"Certificates",
		"NoApplicationToAccept",
		"`applications.accept`, through the port `ApplicationRegister`.",
	),
	(
		"Certificates",
		"RenewalKeepsItInForce",
		"`applications.withdraw_wish`, through the port `WishRegister`.",
	),
	(
		"Identities",
		"NumberIsFormer",
		"`certificates.propose` and `propose_batch`, through the port `TraderRegister`.",
	),
	(
		"Certificates",
		"TraderHasNoLiveCertificate",
		"`suspensions.suspend`, through the port `CertificateSuspension`.",
	),
];

/// Events that no call's documentation names, and who emits them.
const EMITTED_OTHERWISE: &[(&str, &str, &str)] = &[
	(
		"Administrations",
		"EquivocationNoted",
		"A proved equivocation, by whoever hears of offences.",
	),
	(
		"Administrations",
		"UpgradeLapsed",
		"The hook of each block.",
	),
	(
		"Benefits",
		"BenefitsChanged",
		"Each change of a certificate, through the port `OnStandingChange`.",
	),
];

/// What may lie in the `src` of a pallet, as file or folder: one thing each.
const GRAMMAR: &[&str] = &[
	"lib",          // Config, storage, events, errors, and the calls with their documentation.
	"types",        // What is stored and what calls take.
	"calls",        // The work: a file for each call, and what several of them share.
	"rules",        // Pure, without storage.
	"ports",        // What it needs of others, where only it does.
	"roles",        // What it is for others: the ports that it fills.
	"queries",      // What the runtime's interface asks.
	"genesis",      // What is stored at the start.
	"hooks",        // What each block does.
	"try_state",    // What always holds of the storage.
	"migrations",   // From one layout to the next.
	"weights",      // Generated.
	"benchmarking", // What they are generated from.
	"mock",         // The runtime of the tests.
	"tests",        // A file for each verb.
];

/// Concepts of one pallet that are neither call, rule, type nor role, and so have a file of their own.
const CONCEPTS: &[(&str, &str)] = &[
	("benefits", "facts"),       // What the rule of recognition is asked about.
	("certificates", "written"), // Decisions as somebody typed them.
	("fees", "budgets"),         // What is left to whom, and how it comes back.
];

/// What only code with storage writes.
const OF_STORAGE: &[&str] = &[
	"T: Config",
	"Pallet<",
	"StorageMap",
	"StorageValue",
	"StorageDoubleMap",
	"frame_support::storage",
];

/// The parts that end a call's documentation, in this order.
const PARTS: [&str; 3] = ["Origin: ", "Fails with ", "Emits "];

/// Words that end like a verb in the third person, and are none.
const NO_VERBS: &[&str] = &["As", "Has", "Is", "Its", "This"];

/// A pallet that is ours.
struct Ours {
	name: String,
	calls: Vec<Variant<PortableForm>>,
	errors: BTreeSet<String>,
	events: BTreeSet<String>,
}

impl Ours {
	fn new(types: &PortableRegistry, pallet: &PalletMetadata<PortableForm>) -> Self {
		let names = |id: Option<u32>| {
			id.map(|id| variants(types, id))
				.unwrap_or_default()
				.into_iter()
				.map(|variant| variant.name)
				.collect()
		};
		Self {
			name: pallet.name.clone(),
			calls: pallet
				.calls
				.as_ref()
				.map(|calls| variants(types, calls.ty.id))
				.unwrap_or_default(),
			errors: names(pallet.error.as_ref().map(|error| error.ty.id)),
			events: names(pallet.event.as_ref().map(|event| event.ty.id)),
		}
	}

	fn all() -> Vec<Self> {
		let metadata = metadata();
		metadata
			.pallets
			.iter()
			.filter(|pallet| OURS.contains(&pallet.name.as_str()))
			.map(|pallet| Self::new(&metadata.types, pallet))
			.collect()
	}
}

/// The paragraphs of a documentation, the items of a list each by itself.
fn paragraphs(docs: &[String]) -> Vec<String> {
	let mut paragraphs = vec![String::new()];
	for line in docs.iter().map(|line| line.trim()) {
		if line.is_empty() || line.starts_with("- ") {
			paragraphs.push(String::new());
		}
		if let Some(paragraph) = paragraphs.last_mut() {
			if !paragraph.is_empty() {
				paragraph.push(' ');
			}
			paragraph.push_str(line);
		}
	}
	paragraphs.retain(|paragraph| !paragraph.is_empty());
	paragraphs
}

/// What a documentation links to: the `X` of every [`Error::X`].
fn linked(docs: &[String], to: &str) -> BTreeSet<String> {
	let opening = format!("[`{to}::");
	docs.iter()
		.flat_map(|line| line.split(&opening).skip(1))
		.filter_map(|rest| rest.split('`').next())
		.map(String::from)
		.collect()
}

/// Whether a documentation begins with a verb in the third person, as far as spelling tells.
fn begins_with_a_verb(docs: &str) -> bool {
	let word = docs
		.split(|letter: char| !letter.is_alphanumeric())
		.next()
		.unwrap_or_default();
	word.starts_with(char::is_uppercase) && word.ends_with('s') && !NO_VERBS.contains(&word)
}

/// What is wrong with the documentation of a call.
fn faults(call: &Variant<PortableForm>) -> Vec<String> {
	let mut faults = Vec::new();
	let paragraphs = paragraphs(&call.docs);
	if !paragraphs
		.first()
		.is_some_and(|first| begins_with_a_verb(first))
	{
		faults.push("does not begin with a verb in the third person".into());
	}
	let arguments: Vec<_> = call
		.fields
		.iter()
		.filter_map(|field| field.name.clone())
		.collect();
	let told: Vec<_> = paragraphs
		.iter()
		.filter_map(|paragraph| paragraph.strip_prefix("- `"))
		.filter_map(|item| item.split_once("`: "))
		.filter(|(_, what)| what.len() > 1)
		.map(|(name, _)| String::from(name))
		.collect();
	if told != arguments {
		faults.push(format!("lists {told:?}, and takes {arguments:?}"));
	}
	let tail = paragraphs.len().saturating_sub(PARTS.len());
	let ends_in_order = paragraphs.len() > PARTS.len()
		&& paragraphs
			.iter()
			.skip(tail)
			.zip(PARTS)
			.all(|(paragraph, part)| paragraph.starts_with(part) && paragraph.ends_with('.'));
	if !ends_in_order {
		faults.push(format!(
			"does not end with a paragraph for each of {PARTS:?}"
		));
	}
	let of = |part: &str| -> Vec<String> {
		paragraphs
			.iter()
			.filter(|text| text.starts_with(part))
			.cloned()
			.collect()
	};
	if linked(&of("Fails with "), "Error").is_empty() {
		faults.push("links no error that it fails with".into());
	}
	let emits = of("Emits ");
	let others_emit = emits
		.iter()
		.any(|text| text.starts_with("Emits nothing itself"));
	if linked(&emits, "Event").is_empty() && !others_emit {
		faults.push("links no event that it emits".into());
	}
	faults
}

#[test]
fn every_call_should_tell_arguments_origin_errors_and_events_in_one_form() {
	let mut wrong = Vec::new();
	for pallet in Ours::all() {
		for call in &pallet.calls {
			let mut faults = faults(call);
			for (links, there) in [("Error", &pallet.errors), ("Event", &pallet.events)] {
				for link in linked(&call.docs, links) {
					if !there.contains(&link) {
						faults.push(format!("links {links}::{link}, which is not there"));
					}
				}
			}
			for fault in faults {
				wrong.push(format!("{}.{} {fault}", pallet.name, call.name));
			}
		}
	}
	assert!(
		wrong.is_empty(),
		"{} faults:\n{}",
		wrong.len(),
		wrong.join("\n")
	);
}

#[test]
fn a_call_that_tells_too_little_should_be_found() {
	let mut call = Ours::all().remove(0).calls.remove(0);
	assert_eq!(faults(&call), [""; 0]);
	let whole = call.docs.clone();
	for part in ["- ", "Origin: ", "Fails with ", "Emits "] {
		call.docs = whole.clone();
		call.docs
			.retain(|line| !line.trim_start().starts_with(part));
		assert_ne!(faults(&call), [""; 0], "without {part:?}");
	}
	call.docs = whole;
	call.docs.insert(0, "The call.".into());
	assert_eq!(
		faults(&call),
		["does not begin with a verb in the third person"]
	);
}

/// Compares what is there with what calls link to; what none links to is listed with its origin.
fn assert_linked(
	links: &str,
	of: fn(&Ours) -> &BTreeSet<String>,
	otherwise: &[(&str, &str, &str)],
) {
	let mut unlinked = BTreeSet::new();
	for pallet in Ours::all() {
		let linked: BTreeSet<_> = pallet
			.calls
			.iter()
			.flat_map(|call| linked(&call.docs, links))
			.collect();
		for name in of(&pallet).difference(&linked) {
			unlinked.insert((pallet.name.clone(), name.clone()));
		}
	}
	let listed: BTreeSet<_> = otherwise
		.iter()
		.map(|(pallet, name, _)| (String::from(*pallet), String::from(*name)))
		.collect();
	assert_eq!(
		unlinked, listed,
		"left: {links} that no call's documentation links to; right: those listed here with where \
		 they come from"
	);
	assert!(otherwise.iter().all(|(.., why)| why.ends_with('.')));
}

#[test]
fn every_error_should_be_told_by_a_call_or_come_from_elsewhere() {
	assert_linked("Error", |pallet| &pallet.errors, OF_NO_CALL);
}

#[test]
fn every_event_should_be_told_by_a_call_or_be_emitted_otherwise() {
	assert_linked("Event", |pallet| &pallet.events, EMITTED_OTHERWISE);
}

fn root() -> PathBuf {
	Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// What lies in a folder, in order.
fn listed(folder: &Path) -> Vec<PathBuf> {
	let mut paths: Vec<_> = fs::read_dir(folder)
		.unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
		.map(|entry| entry.expect("it can be read").path())
		.collect();
	paths.sort();
	paths
}

/// All Rust files in and below a folder.
fn sources(folder: &Path) -> Vec<PathBuf> {
	let mut found = Vec::new();
	for path in listed(folder) {
		if path.is_dir() {
			found.extend(sources(&path));
		} else if path.extension().is_some_and(|extension| extension == "rs") {
			found.push(path);
		}
	}
	found
}

fn name_of(path: &Path) -> String {
	path.file_stem()
		.unwrap_or_default()
		.to_string_lossy()
		.into_owned()
}

fn read(path: &Path) -> String {
	fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A path as people write it in this repository.
fn shown(path: &Path) -> String {
	path.strip_prefix(root())
		.unwrap_or(path)
		.display()
		.to_string()
}

/// The folders of our pallets: those with calls, without what they share.
fn pallets() -> Vec<PathBuf> {
	let names: BTreeSet<_> = OURS.iter().map(|name| name.to_lowercase()).collect();
	let pallets: Vec<_> = listed(&root().join("pallets"))
		.into_iter()
		.filter(|path| names.contains(&name_of(path)))
		.collect();
	assert_eq!(pallets.len(), OURS.len());
	pallets
}

#[test]
fn every_file_of_a_pallet_should_have_its_place_in_the_grammar() {
	let mut outside = BTreeSet::new();
	for pallet in pallets() {
		for path in listed(&pallet.join("src")) {
			let name = name_of(&path);
			if !GRAMMAR.contains(&name.as_str()) {
				outside.insert((name_of(&pallet), name));
			}
		}
	}
	let concepts: BTreeSet<_> = CONCEPTS
		.iter()
		.map(|(pallet, name)| (String::from(*pallet), String::from(*name)))
		.collect();
	assert_eq!(
		outside, concepts,
		"left: what is there; right: what is listed"
	);
}

#[test]
fn every_call_should_have_a_file_of_its_own() {
	let mut missing = Vec::new();
	for pallet in Ours::all() {
		let folder = root()
			.join("pallets")
			.join(pallet.name.to_lowercase())
			.join("src/calls");
		let files: BTreeSet<_> = sources(&folder).iter().map(|path| name_of(path)).collect();
		for call in &pallet.calls {
			if !files.contains(&call.name) {
				missing.push(format!("{}: no {}.rs", shown(&folder), call.name));
			}
		}
	}
	assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn no_pallet_should_know_another_one() {
	let crates: BTreeSet<_> = pallets()
		.iter()
		.map(|pallet| format!("pallet-{}", name_of(pallet)))
		.collect();
	let mut arrows = Vec::new();
	for manifest in pallets().iter().map(|pallet| pallet.join("Cargo.toml")) {
		let mut section = String::new();
		for line in read(&manifest).lines() {
			if line.starts_with('[') {
				section = line.into();
			}
			let named = line.split([' ', '=', '.', '"', '/']);
			let is_dependency = section.ends_with("dependencies]");
			if is_dependency && named.clone().any(|name| crates.contains(name)) {
				arrows.push(format!("{} {section} {line}", shown(&manifest)));
			}
		}
	}
	assert!(
		arrows.is_empty(),
		"what a pallet needs of another one is a port in its `Config`:\n{}",
		arrows.join("\n")
	);
}

#[test]
fn rules_should_read_no_storage() {
	let mut wrong = Vec::new();
	for path in pallets()
		.iter()
		.map(|pallet| pallet.join("src/rules"))
		.filter(|rules| rules.exists())
		.flat_map(|rules| sources(&rules))
	{
		for (place, line) in read(&path).lines().enumerate() {
			if OF_STORAGE.iter().any(|word| line.contains(word)) {
				wrong.push(format!(
					"{}:{}: {line}",
					shown(&path),
					place.saturating_add(1)
				));
			}
		}
	}
	assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Whether a line of a source begins a function, whoever sees it.
fn is_function(line: &str) -> bool {
	line.split_once("fn ").is_some_and(|(before, _)| {
		before
			.split_whitespace()
			.all(|word| word == "const" || word.starts_with("pub"))
	})
}

/// The functions of a source, each with the line where its documentation begins, and that line's
/// text.
fn documented_functions(source: &str) -> Vec<(usize, String)> {
	let mut functions = Vec::new();
	let mut begins: Option<(usize, String)> = None;
	let mut open_attribute = false;
	for (place, line) in source.lines().enumerate() {
		let line = line.trim();
		if let Some(text) = line.strip_prefix("///") {
			begins.get_or_insert_with(|| (place.saturating_add(1), text.trim().into()));
		} else if open_attribute || line.starts_with("#[") {
			open_attribute = !line.ends_with(']');
		} else if !line.starts_with("//") {
			functions.extend(begins.take().filter(|_| is_function(line)));
		}
	}
	functions
}

/// Whether a source is for tests only, or generated.
fn is_of_tests(path: &Path) -> bool {
	let shown = shown(path);
	["/tests/", "/mock.rs", "/benchmarking.rs", "/weights.rs"]
		.iter()
		.any(|part| shown.contains(part))
}

/// The rules of the TINs of all countries: each is documented by the law that it follows.
fn is_of_a_country(path: &Path) -> bool {
	let countries = ["americas", "asia_pacific", "europe", "members"];
	shown(path).starts_with("primitives/src/tin/") && countries.contains(&name_of(path).as_str())
}

#[test]
fn the_documentation_of_functions_should_be_found() {
	let source =
		"/// Returns one.\n///\n/// More.\n#[allow(\n\tunused,\n)]\npub(super) const fn one() {}\n\
		/// A type.\npub struct One;\n\ttrait Two {\n\t/// The two.\n\tfn two();\n}\n";
	assert_eq!(
		documented_functions(source),
		[(1, "Returns one.".into()), (11, "The two.".into())]
	);
	assert!(begins_with_a_verb("Returns one."));
	for text in [
		"The two.",
		"Is it?",
		"returns",
		"Return one.",
		"`two` is.",
		"",
	] {
		assert!(!begins_with_a_verb(text), "{text}");
	}
}

#[test]
fn the_documentation_of_a_function_should_begin_with_a_verb_in_the_third_person() {
	let folders = pallets().into_iter().map(|pallet| pallet.join("src"));
	let others = [
		"pallets/support/src",
		"primitives/src",
		"pallets/support/mocks/src",
	];
	let folders: Vec<_> = folders
		.chain(others.map(|folder| root().join(folder)))
		.collect();
	let mut wrong = Vec::new();
	for path in folders.iter().flat_map(|folder| sources(folder)) {
		if is_of_tests(&path) || is_of_a_country(&path) {
			continue;
		}
		for (line, text) in documented_functions(&read(&path)) {
			if !begins_with_a_verb(&text) {
				wrong.push(format!("{}:{line}: {text}", shown(&path)));
			}
		}
	}
	assert!(
		wrong.is_empty(),
		"{} begin otherwise, not with \"Returns\", \"Suspends\" …:\n{}",
		wrong.len(),
		wrong.join("\n")
	);
}

/// Who looks for a pallet or for what joins two of them finds it in the documents for developers.
#[test]
fn every_pallet_and_every_port_should_be_in_the_documents() {
	let architecture = read(&root().join("docs/developer/architecture.md"));
	let folders = read(&root().join("docs/developer/README.md"));
	let integrate = read(&root().join("docs/developer/integrate.md"));
	let ports = read(&root().join("primitives/src/ports.rs"));
	let ports = ports
		.lines()
		.filter_map(|line| line.strip_prefix("pub trait "))
		.filter_map(|rest| rest.split(|c: char| !c.is_alphanumeric()).next())
		.map(|name| (&architecture, format!("`{name}`")));
	let runtime = OURS
		.iter()
		.map(|name| (&architecture, format!("| `{name}` | ours")));
	let pallets: Vec<_> = pallets().iter().map(|path| name_of(path)).collect();
	let rows = pallets.iter().flat_map(|name| {
		[
			(&architecture, format!("| `pallets/{name}/` |")),
			(&folders, format!("[`pallets/{name}/`]")),
			(&integrate, format!("`pallet-{name}`")),
		]
	});
	let missing: Vec<_> = ports
		.chain(runtime)
		.chain(rows)
		.filter(|(document, row)| !document.contains(row))
		.map(|(_, row)| row)
		.collect();
	assert!(missing.is_empty(), "no row for {missing:?}");
}
