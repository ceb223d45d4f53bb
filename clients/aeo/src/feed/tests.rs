//! What a node tells, for tests.

use super::first;
use aeo_client::changes::{Batch, Entry, Since};
use serde_json::{json, Value};

/// A hash that stands for a block.
pub fn hash(block: u32) -> String {
	format!("0x{block:064x}")
}

/// An entry about a certificate, with what it earns, each once a role.
pub fn certificate(id: &str, op: &str, number: &str, roles: &[&str], block: u32) -> Value {
	let benefits: Vec<_> = roles
		.iter()
		.map(|role| json!({"role": role, "direction": "Import", "benefits": ["FewerInspections"]}))
		.collect();
	json!({
		"id": id, "op": op, "kind": "certificate", "what": "Suspended", "issuer": "MX", "number": number,
		"tin": format!("MX{number}"), "scheduled": [{"at": 9_000, "what": "Expires"}], "effect": "ends",
		"benefits": benefits, "resync": null, "early": false, "block": of(block),
	})
}

/// An entry by which all certificates of the issuer are read anew.
pub fn leg(id: &str, op: &str, block: u32) -> Value {
	json!({
		"id": id, "op": op, "kind": "leg", "what": "Changed", "issuer": "MX", "grantor": "CR", "scheduled": [],
		"effect": "none", "benefits": [], "resync": {"issuer": "MX"}, "early": false, "block": of(block),
	})
}

fn of(block: u32) -> Value {
	json!({"number": block, "hash": hash(block), "time": u64::from(block) * 3_000, "final": true})
}

/// A batch at a block.
pub fn batch(entries: &[Value], cursor: &str, best: u32) -> Batch {
	let head = json!({"number": best, "hash": hash(best)});
	let told = json!({
		"entries": entries, "cursor": cursor, "more": false, "head": {"best": head, "final": head},
	});
	serde_json::from_value(told).expect("a batch")
}

/// A batch of so many entries of a block.
pub fn batch_of(block: u32, size: usize) -> Batch {
	let entries: Vec<_> = (1..=size)
		.map(|place| {
			certificate(
				&format!("f1.{block}.00000000.{place}"),
				"put",
				"A-1",
				&[],
				block,
			)
		})
		.collect();
	batch(&entries, &format!("f1.{block}.00000000.{size}"), block)
}

#[test]
fn what_was_kept_should_go_before_what_is_asked_for() {
	let asked = Since::Block(1);
	let kept = || Some("f1.7.00000000.1".to_owned());
	assert_eq!(
		first(kept(), Some(&asked)),
		Since::Cursor("f1.7.00000000.1".into())
	);
	assert_eq!(first(kept(), None), Since::Cursor("f1.7.00000000.1".into()));
	assert_eq!(first(None, Some(&asked)), asked);
	assert_eq!(first(None, None), Since::Now);
}

/// One entry.
pub fn entry(told: Value) -> Entry {
	serde_json::from_value(told).expect("an entry")
}
