//! The methods of the feed on a chain of a few blocks, one of each kind of change.

use super::*;
use crate::feed::{entry::Told, index::Index};
use aeo_primitives::{
	recognition::{Edge, EdgeKind, LegState},
	AliasScheme, CertificateState, ConsentFor, IncidentKind, Territory, Text,
};
use aeo_runtime::Hash;
use aeo_runtime_api::{
	AliasStep, CertificateStep, Change, ConsentStep, Given, IncidentStep, IssuerStep, LegStep,
	Matter, OfferStep, RecognitionStep, ToldThrough, TraderStep, UpgradeStep,
};
use jsonrpsee::{core::EmptyServerParams, MethodsError};

const CR: Territory = Territory::CR;
const MX: Territory = Territory::MX;

fn hash(number: u32) -> Hash {
	Hash::from_low_u64_be((u64::from(number) << 32) | 7)
}

fn tin() -> aeo_primitives::NormalisedTin {
	Text::try_from("MXNWM9709244W4").expect("short")
}

/// One of each kind.
fn matters() -> Vec<Matter> {
	let row = crate::rpc::aeo::tests::listed(MX);
	let certificate = row.certificate;
	let given = vec![Given {
		grantor: CR,
		benefits: row.benefits,
	}];
	vec![
		Matter::Certificate {
			what: CertificateStep::Reinstated,
			certificate: certificate.clone(),
			before: Some(CertificateState::Authorised),
			given: given.clone(),
		},
		Matter::Consent {
			what: ConsentStep::Given,
			certificate: certificate.clone(),
			consent_for: ConsentFor::All,
			given: given.clone(),
		},
		Matter::Recognition {
			what: RecognitionStep::Suspended,
			certificate,
			grantor: CR,
			review_on: "2027-01-01".parse().ok(),
			given: Vec::new(),
		},
		Matter::Leg {
			what: LegStep::Started,
			agreement: 7,
			issuer: MX,
			grantor: CR,
			before: None,
			after: LegState::Pending,
			until: None,
			scheduled: vec![Edge {
				at: 7,
				what: EdgeKind::LegStarts,
			}],
		},
		Matter::Issuer {
			what: IssuerStep::StateChanged,
			issuer: MX,
		},
		Matter::Trader {
			what: TraderStep::Merged,
			issuer: MX,
			tin: tin(),
			other: Some(tin()),
		},
		Matter::Alias {
			what: AliasStep::Given,
			issuer: MX,
			grantor: CR,
			tin: tin(),
			scheme: AliasScheme::Mid,
			value: Text::try_from("MXNUEMON123MEX").expect("short"),
		},
		Matter::Offer {
			what: OfferStep::Set,
			issuer: CR,
		},
		Matter::Incident {
			what: IncidentStep::Opened,
			grantor: CR,
			incident: 3,
			incident_kind: IncidentKind::BorderClosure,
		},
		Matter::Upgrade {
			what: UpgradeStep::TookOver,
		},
	]
}

fn told(number: u32, matter: Matter) -> Told {
	let through = ToldThrough {
		issuer: MX,
		changes: 118,
		ordinals: 300,
	};
	Told {
		number,
		hash: hash(number),
		parent: hash(number - 1),
		time: u64::from(number) * 3_000,
		entries: vec![Entry {
			origin: Origin::Decided,
			change: Change {
				hears: vec![CR, MX],
				through: Some(through),
				matter,
			},
			before: Vec::new(),
		}],
		scheduled: Vec::new(),
	}
}

/// A block for each kind, of which all but the last two are final.
fn feed() -> Arc<Feed> {
	let index = Index::in_memory(hash(0));
	let state = index
		.begin((0, hash(0), 0), &[])
		.expect("memory can be written");
	let feed = Feed::new(index, state, Arc::new(|number| Some(hash(number))));
	let blocks: Vec<_> = (1..)
		.zip(matters())
		.map(|(number, matter)| told(number, matter))
		.collect();
	for block in &blocks {
		feed.add(block.clone());
	}
	let last = blocks.last().expect("there are some");
	feed.set_best(Named {
		number: last.number,
		hash: last.hash,
	});
	feed.finalise(&blocks[..blocks.len() - 2], true)
		.expect("memory can be written");
	Arc::new(feed)
}

fn module(feed: Option<Arc<Feed>>) -> RpcModule<Changes> {
	Changes::new(feed).into_rpc().expect("names differ")
}

fn ask(params: Value) -> Result<Value, MethodsError> {
	let runtime = sc_cli::build_runtime().expect("threads can be started");
	let Value::Array(params) = params else {
		panic!("parameters are a list")
	};
	let module = module(Some(feed()));
	runtime.block_on(async {
		if params.is_empty() {
			module.call("aeo_changes", EmptyServerParams::new()).await
		} else {
			module.call("aeo_changes", params).await
		}
	})
}

fn code(params: Value) -> (i32, String) {
	match ask(params) {
		Err(MethodsError::JsonRpc(error)) => (error.code(), error.message().into()),
		other => panic!("not refused: {other:?}"),
	}
}

/// Answers with one entry each: one of each kind, and the one that says that all is to be read anew.
pub fn pages() -> Vec<Value> {
	let mut pages: Vec<_> = (1..=matters().len())
		.map(|number| {
			let options = json!({ "since": number, "until": number, "finality": "best" });
			ask(json!(["CR", options])).expect("answered")
		})
		.collect();
	let lost = json!({ "cursor": "f1.9.deadbeef.1", "finality": "best", "limit": 1 });
	pages.push(ask(json!(["CR", lost])).expect("answered"));
	pages
}

#[test]
fn an_entry_should_be_flat_and_say_what_it_means_for_who_asks() {
	let firm = json!({ "since": 1, "until": 1, "finality": "final" });
	let page = ask(json!(["CR", firm])).expect("answered");
	let entry = &page["entries"][0];
	assert_eq!(
		(
			&entry["id"],
			&entry["op"],
			&entry["kind"],
			&entry["what"],
			&entry["effect"]
		),
		(
			&json!("f1.1.00000000.1"),
			&json!("put"),
			&json!("certificate"),
			&json!("Reinstated"),
			&json!("begins")
		)
	);
	assert_eq!(entry["issuer"], json!("MX"));
	assert_eq!(entry["type"], json!({ "programme": "OEA", "code": "OEA" }));
	assert_eq!(
		(&entry["before"], &entry["after"]),
		(&json!("Authorised"), &json!("Authorised"))
	);
	assert_eq!(
		entry["benefits"],
		json!([{ "role": "Exporter", "direction": "Import", "benefits": ["FewerInspections"] }])
	);
	assert_eq!(entry["ack"], json!({ "changes": 118, "ordinals": 300 }));
	assert_eq!(entry["block"]["final"], json!(true));
	assert!(entry.get("given").is_none() && entry.get("certificate").is_none());
	// An issuer acknowledges nothing of its own.
	let own = ask(json!(["MX", { "since": 1, "until": 1 }])).expect("answered");
	assert_eq!(own["entries"][0]["ack"], Value::Null);
	assert_eq!(own["entries"][0]["benefits"], json!([]));
	// Who wants to be sure gives nothing until the runtime that took over above is final.
	let safe = ask(json!(["CR", { "since": 1, "until": 1 }])).expect("answered");
	assert_eq!(safe["entries"][0]["benefits"], json!([]));
}

#[test]
fn pages_should_go_on_from_the_cursor_and_from_an_id() {
	let all = ask(json!(["CR", { "since": 1, "finality": "best" }])).expect("answered");
	let ids = |page: &Value| -> Vec<String> {
		let entries = page["entries"].as_array().expect("a list");
		entries
			.iter()
			.map(|entry| entry["id"].to_string())
			.collect()
	};
	assert_eq!(ids(&all).len(), matters().len());
	let mut seen = Vec::new();
	let mut options = json!({ "since": 1, "finality": "best", "limit": 3 });
	loop {
		let page = ask(json!(["CR", options])).expect("answered");
		seen.extend(ids(&page));
		if page["more"] == json!(false) {
			break;
		}
		options = json!({ "cursor": page["cursor"], "finality": "best", "limit": 3 });
	}
	assert_eq!(seen, ids(&all));
	let behind = ask(json!([
		"CR",
		all["entries"][4]["id"],
		null,
		null,
		null,
		"best"
	]));
	assert_eq!(ids(&behind.expect("answered")), ids(&all)[5..]);
	// By kind; and what is final only.
	let some = ask(json!(["CR", { "since": 1, "kinds": ["leg", "alias"] }])).expect("answered");
	assert_eq!(ids(&some).len(), 2);
	let firm = ask(json!(["CR", { "since": 1, "finality": "final" }])).expect("answered");
	assert_eq!(ids(&firm).len(), matters().len() - 2);
	// What takes away comes before it is final: another runtime does, an incident does not.
	let safe = ask(json!(["CR", { "since": 9 }])).expect("answered");
	assert_eq!(safe["entries"].as_array().map(Vec::len), Some(1));
	assert_eq!(safe["entries"][0]["early"], json!(true));
	assert_eq!(safe["entries"][0]["resync"], json!({ "issuer": null }));
	// Without a place it is from now on.
	let now = ask(json!(["CR"])).expect("answered");
	assert_eq!(
		(now["entries"].clone(), now["more"].clone()),
		(json!([]), json!(false))
	);
}

#[test]
fn a_bad_argument_should_be_refused_with_a_sentence_and_a_code() {
	for (params, number, part) in [
		(json!([]), -32602, "grantor is missing"),
		(json!(["CR", "nowhere"]), -32602, "cursor \"nowhere\""),
		(json!(["CR", { "sinse": 1 }]), -32602, "\"sinse\" is none"),
		(
			json!(["CR", { "since": 1, "cursor": "f1.1.00000000.1" }]),
			-32602,
			"not both",
		),
		(json!(["CR", { "finality": "sure" }]), -32602, "\"safe\""),
		(json!(["CR", { "kinds": ["legs"] }]), -32602, "kinds"),
		(json!(["CR", { "limit": 501 }]), 9006, "500"),
		(json!(["CR", { "limit": 0 }]), -32602, "limit"),
		(json!(["CR", { "since": 0 }]), 9004, "begins with block 1"),
		(
			json!(["CR", { "cursor": "f1.3.deadbeef.1", "finality": "final" }]),
			9005,
			"another chain",
		),
		(
			json!(["CR", { "cursor": "f1.900.deadbeef.1" }]),
			9007,
			"behind",
		),
		(
			json!(["CR", { "cursor": "f1.9.00000000.1" }]),
			-32602,
			"id of an early entry",
		),
	] {
		let (found, sentence) = code(params.clone());
		assert_eq!(found, number, "{params}: {sentence}");
		assert!(sentence.contains(part), "{params}: {sentence}");
	}
	let runtime = sc_cli::build_runtime().expect("threads can be started");
	let none: Result<Value, _> = runtime.block_on(module(None).call("aeo_changes", vec!["CR"]));
	assert!(none
		.expect_err("it keeps none")
		.to_string()
		.contains("--feed"));
}

#[test]
fn a_subscription_should_tell_at_once_and_with_each_block() {
	let runtime = sc_cli::build_runtime().expect("threads can be started");
	runtime.block_on(async {
		let feed = feed();
		let module = module(Some(feed.clone()));
		let params = json!(["CR", { "since": 9, "finality": "best" }]);
		let params = params.as_array().expect("a list").clone();
		let mut feeds = module
			.subscribe_unbounded("aeo_subscribeChanges", params)
			.await
			.expect("it is served");
		let (first, _) = feeds
			.next::<Value>()
			.await
			.expect("it comes")
			.expect("it is JSON");
		assert_eq!(first["entries"].as_array().map(Vec::len), Some(2));
		let number = u32::try_from(matters().len()).expect("few") + 1;
		let next = told(number, matters().remove(8));
		let best = Named {
			number,
			hash: next.hash,
		};
		feed.add(next);
		feed.set_best(best);
		let (second, _) = feeds
			.next::<Value>()
			.await
			.expect("it comes")
			.expect("it is JSON");
		assert_eq!(second["entries"][0]["kind"], json!("incident"));
		assert_eq!(second["head"]["best"]["number"], json!(number));
	});
}

#[test]
fn a_subscription_that_can_not_go_on_should_say_why() {
	let runtime = sc_cli::build_runtime().expect("threads can be started");
	runtime.block_on(async {
		let request = json!({
			"jsonrpc": "2.0",
			"id": 1,
			"method": "aeo_subscribeChanges",
			"params": ["CR", { "cursor": "f1.3.deadbeef.1", "finality": "final" }],
		});
		let (_, mut sent) = module(Some(feed()))
			.raw_json_request(&request.to_string(), 1)
			.await
			.expect("it is served");
		let told = sent.recv().await.expect("it is told");
		let told: Value = serde_json::from_str(&told).expect("it is JSON");
		assert_eq!(told["params"]["error"]["code"], json!(CURSOR_FOREIGN_CODE));
	});
}

#[test]
fn a_connection_should_hold_a_few_feeds_and_no_more() {
	let runtime = sc_cli::build_runtime().expect("threads can be started");
	runtime.block_on(async {
		let module = module(Some(feed()));
		let open = || module.subscribe_unbounded("aeo_subscribeChanges", vec!["CR"]);
		let mut feeds = Vec::new();
		for _ in 0..FEEDS {
			feeds.push(open().await.expect("there is room"));
		}
		let refused = open().await.map(|_| ()).expect_err("there is none");
		assert!(refused.to_string().contains("16 feeds"), "{refused}");
		drop(feeds);
		// What is closed makes room.
		for _ in 0..100 {
			if open().await.is_ok() {
				return;
			}
			tokio::time::sleep(Duration::from_millis(20)).await;
		}
		panic!("there is no room again");
	});
}
