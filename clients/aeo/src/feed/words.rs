//! An entry in words.

use crate::{at, text::Texts};
use aeo_client::changes::{Entry, Op};
use serde_json::Value;

/// What a node tells: kind and what of it. What is younger than this program stands for itself.
#[cfg(test)]
pub const WHATS: [(&str, &[&str]); 10] = [
	(
		"certificate",
		&[
			"Issued",
			"Changed",
			"Suspended",
			"Reinstated",
			"Ended",
			"Started",
			"Expired",
			"Resumed",
			"Succeeded",
		],
	),
	("consent", &["Given", "Withdrawn"]),
	("recognition", &["Suspended", "Restored"]),
	("leg", &["Changed", "Started", "Expired"]),
	(
		"issuer",
		&[
			"StateChanged",
			"Admitted",
			"SuccessionChanged",
			"ProgrammeSet",
		],
	),
	(
		"trader",
		&[
			"Closed",
			"TakenOver",
			"Merged",
			"Succeeded",
			"NumberReleased",
		],
	),
	("alias", &["Given", "Declared", "Removed"]),
	("offer", &["Set"]),
	("incident", &["Opened", "Closed"]),
	("upgrade", &["TookOver"]),
];

/// The keys of what is said of entries besides.
#[cfg(test)]
pub const KEYS: [&str; 7] = [
	"change-resync",
	"change-retracted",
	"change-early",
	"effect-begins",
	"effect-ends",
	"effect-changes",
	"effect-none",
];

/// The keys of all words about entries.
#[cfg(test)]
pub fn keys() -> Vec<String> {
	let whats = WHATS.iter().flat_map(|(kind, whats)| {
		whats
			.iter()
			.map(move |what| format!("change-{kind}-{what}"))
	});
	whats.chain(KEYS.map(String::from)).collect()
}

/// An entry in cells: when, what, whose certificate, which firm, with which effect.
pub fn cells(texts: &Texts, entry: &Entry) -> Vec<String> {
	let field = |name: &str| entry.told.get(name).and_then(Value::as_str);
	let what = match (field("kind"), field("what")) {
		(Some(kind), Some(what)) => texts
			.known(&format!("change-{kind}-{what}"), &[])
			.unwrap_or_else(|| format!("{kind} {what}")),
		_ => texts.of("change-resync"),
	};
	let what = match entry.op {
		Op::Retract => texts.with("change-retracted", &[("what", what)]),
		_ if entry.early => texts.with("change-early", &[("what", what)]),
		_ => what,
	};
	let whose = [
		field("issuer").or_else(|| field("grantor")),
		field("number"),
	];
	let whose: Vec<_> = whose.into_iter().flatten().collect();
	let effect = match (entry.op, field("effect")) {
		(Op::Retract | Op::Resync, _) | (_, None) => String::new(),
		(_, Some(effect)) => texts
			.known(&format!("effect-{effect}"), &[])
			.unwrap_or_else(|| effect.to_owned()),
	};
	vec![
		at::written(entry.block.time),
		what,
		whose.join(" "),
		field("tin").unwrap_or_default().to_owned(),
		effect,
	]
}

/// The same on one line.
pub fn line(texts: &Texts, entry: &Entry) -> String {
	let cells = cells(texts, entry);
	let said: Vec<_> = cells.into_iter().filter(|cell| !cell.is_empty()).collect();
	said.join("  ")
}
