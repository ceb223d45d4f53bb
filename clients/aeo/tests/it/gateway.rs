//! `aeo gateway`, with nodes that answer as docs/developer/queries.md says.

use crate::{
	desk::Desk,
	door::{agent, key, questions, until, Gateway, ALL, LIMIT},
	feednode::Node,
};
use serde_json::{json, Value};
use std::{
	fs,
	io::{BufRead, BufReader},
	path::{Path, PathBuf},
	sync::mpsc,
	thread,
};
use ureq::tls::{Certificate, ClientCert, PrivateKey, RootCerts, TlsConfig};

#[test]
fn only_those_should_be_answered_who_may_ask() {
	let (desk, node) = (Desk::new(), Node::start());
	let (all, all_settings) = key(&desk, "all", ALL, 60_000);
	let (few, few_settings) = key(&desk, "few", "certificates", 60_000);
	let gateway = Gateway::start(
		&desk,
		&[&node],
		&format!("{all_settings}\n{few_settings}"),
		"",
	);
	gateway.ready();
	let with = |path: &str, value: &str| gateway.send("GET", path, &[("authorization", value)], "");
	let path = "/v1/certificates/MX/MX-1";
	for other in [
		"",
		"Bearer",
		"Bearer aeo_",
		"Bearer aeo_0000000000000000000000000000000000000000000000000000000000000000",
		&format!("Basic {all}"),
		&format!("Bearer {all}0"),
		&all,
	] {
		let came = with(path, other);
		assert_eq!(came.headers["www-authenticate"], "Bearer");
		came.refused(401, "NoKey");
	}
	let (all, few) = (format!("Bearer {all}"), format!("bearer {few}"));
	assert_eq!(with(path, &all).is(200)["certificate"]["number"], "MX-1");
	with(path, &few).is(200);
	for path in [
		"/v1/lists/MX",
		"/v1/changes",
		"/v1/changes/stream",
		"/metrics",
	] {
		with(path, &few).refused(403, "NoRight");
	}
	let post = |value: &str| {
		let headers = [("authorization", value)];
		gateway.send(
			"POST",
			"/v1/evaluations",
			&headers,
			&questions(&["MXNWM9709244W4"]).to_string(),
		)
	};
	post(&few).refused(403, "NoRight");
	post(&all).is(200);
	with(&format!("{path}?grantor=MX"), &all).refused(403, "OtherGrantor");
	with(&format!("{path}?grantor=CR"), &all).is(200);
	with("/v1/openapi.json", "").is(200);
	with("/v1/nothing", &all).refused(404, "NoSuchPath");
	let came = with("/v1/evaluations", &all);
	assert_eq!(came.headers["allow"], "POST");
	came.refused(405, "NoSuchMethod");
	let metrics = with("/metrics", &all);
	assert!(
		metrics.text.contains("aeo_gateway_requests_total{"),
		"{}",
		metrics.text
	);
	assert!(metrics.text.contains("key=\"few\""), "{}", metrics.text);
	let refused = |line: &str| {
		let parts = [
			"status=\"403\"",
			"key=\"few\"",
			"route=\"/v1/lists/{issuer}\"",
		];
		parts.iter().all(|part| line.contains(part))
	};
	assert!(metrics.text.lines().any(refused), "{}", metrics.text);
	let (told, metrics) = (gateway.told(), metrics.text);
	for key in [&all, &few] {
		let key = key.split(' ').nth(1).expect("a key");
		assert!(!told.contains(key) && !metrics.contains(key));
	}
}

#[test]
fn how_an_office_stands_should_be_told() {
	let (desk, node) = (Desk::new(), Node::start());
	let (key, settings) = key(&desk, "all", ALL, 60_000);
	let account = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";
	let office =
		format!("[office]\nadministration = \"CR\"\naccounts = {{ maria = \"{account}\" }}");
	let gateway = Gateway::start(&desk, &[&node], &format!("{settings}\n{office}"), &key);
	gateway.ready();
	let lines = until("the office is told", || {
		let text = gateway.get("/metrics").text;
		let is_told =
			|line: &str| line.starts_with("aeo_gateway_office_block ") && !line.ends_with(" 0");
		text.lines().any(is_told).then_some(text)
	});
	let value = |name: &str| {
		let found = lines.lines().find_map(|line| line.strip_prefix(name));
		let value = found.unwrap_or_else(|| panic!("{name} in {lines}"));
		value.trim().parse::<f64>().expect("a number")
	};
	let is_about = |name: &str, hours: f64| (value(name) / 3_600.0 - hours).abs() < 0.1;
	assert_eq!(
		value("aeo_gateway_office_certificates{state=\"Authorised\"}"),
		7.0
	);
	assert_eq!(
		value("aeo_gateway_office_certificates{state=\"Suspended\"}"),
		2.0
	);
	assert_eq!(value("aeo_gateway_office_unacknowledged_suspensions "), 2.0);
	assert!(
		is_about("aeo_gateway_office_unacknowledged_suspension_seconds ", 5.0),
		"{lines}"
	);
	assert_eq!(
		value("aeo_gateway_office_quota_left_ratio{account=\"maria\"}"),
		0.25
	);
	for (partner, way, outdated) in [("PE", "received", 1.0), ("MX", "given", 0.0)] {
		let labels = format!("{{partner=\"{partner}\",way=\"{way}\"}}");
		let named = |name: &str| format!("aeo_gateway_office_sealed_list_{name}{labels}");
		assert!(is_about(&named("seconds"), 1.0), "{lines}");
		assert_eq!(value(&named("outdated")), outdated);
	}
	// A list of one's own for oneself is nobody's business.
	assert!(!lines.contains("partner=\"CR\""), "{lines}");
	let wrong = settings + "\n[office]\nadministration = \"CR\"\naccounts = { maria = \"Alice\" }";
	desk.write(
		"wrong.toml",
		&format!(
			"listen = \"127.0.0.1:0\"\nnodes = [\"ws://127.0.0.1:1\"]\ngenesis = \"0x{}\"\n{wrong}",
			"00".repeat(32)
		),
	);
	let came = desk.run(&["gateway", "check", "wrong.toml"]);
	assert_ne!(came.exit, 0);
	assert!(
		came.err.contains("maria") || came.err.contains("accounts"),
		"{}",
		came.err
	);
}

#[test]
fn what_is_wrong_should_be_named_in_the_language() {
	let (desk, node) = (Desk::new(), Node::start());
	let (key, settings) = key(&desk, "all", ALL, 60_000);
	let gateway = Gateway::start(&desk, &[&node], &settings, &key);
	gateway.ready();
	let mut body = questions(&["MXNWM9709244W4", "MXNWM9709244W4"]);
	body["questions"][1]["role"] = json!("XX");
	let problem = gateway.ask(&body).refused(400, "NotUnderstood");
	assert_eq!(problem["errors"][0]["pointer"], "#/questions/1/role");
	assert_eq!(problem["code"], -32_602);
	for (language, title) in [
		("es-CR, en;q=0.5", "La petición no se entiende."),
		("pt", "O pedido não é entendido."),
		("de", "The request is not understood."),
	] {
		let headers = [("accept-language", language)];
		let came = gateway.send("POST", "/v1/evaluations", &headers, &body.to_string());
		assert_eq!(came.refused(400, "NotUnderstood")["title"], title);
	}
	let raw = |body: &str| gateway.send("POST", "/v1/evaluations", &[], body);
	raw("{\"questions\":").refused(400, "NotJson");
	raw(&format!("{}{}", body, " ".repeat(1024 * 1024))).refused(413, "TooLarge");
	let many = vec!["MXNWM9709244W4"; 1_001];
	let problem = gateway.ask(&questions(&many)).refused(422, "TooMany");
	assert_eq!(
		(&problem["code"], &problem["limit"]),
		(&json!(9006), &json!(1_000))
	);
	for (path, place) in [
		("/v1/certificates/ZZ/1", "issuer"),
		("/v1/certificates/MX/%20", "number"),
		("/v1/traders/ZZ1", "tin"),
		("/v1/lists/MX?format=ods", "format"),
		("/v1/changes?kinds=legs", "kinds"),
		("/v1/changes?sinse=7", "sinse"),
		("/v1/certificates/MX/1?at=yesterday", "at"),
	] {
		let problem = gateway.get(path).refused(400, "NotUnderstood");
		assert_eq!(problem["errors"][0]["parameter"], place);
	}
	gateway
		.get("/v1/certificates/MX/NONE")
		.refused(404, "NoCertificate");
	gateway
		.get("/v1/certificates/MX/NONE/history")
		.refused(404, "NoCertificate");
	// A number with a slash.
	let found = gateway.get("/v1/certificates/MX/OEA%2F7").is(200);
	assert_eq!(found["certificate"]["number"], "OEA/7");
	node.set(|state| state.refusal = Some((9004, json!({"block": 70}))));
	let problem = gateway
		.get("/v1/changes?since=1")
		.refused(410, "FeedBegins");
	assert_eq!(
		(&problem["code"], &problem["block"]),
		(&json!(9004), &json!(70))
	);
}

#[test]
fn answers_should_be_of_one_block_and_asked_for_once() {
	let (desk, node) = (Desk::new(), Node::start());
	let (key, settings) = key(&desk, "all", ALL, 60_000);
	let gateway = Gateway::start(&desk, &[&node], &settings, &key);
	gateway.ready();
	let three = questions(&["MXNWM9709244W4", "MXCTA740917PF8", "MXNWM9709244W4"]);
	let first = gateway.ask(&three).is(200);
	assert_eq!(first["block"]["number"], 90);
	let certificates: Vec<_> = (0..3)
		.map(|place| first["answers"][place]["outcome"]["Denied"]["certificate"].clone())
		.collect();
	assert_eq!(
		certificates,
		["MXNWM9709244W4", "MXCTA740917PF8", "MXNWM9709244W4"]
	);
	// How old the node says that the block is may differ.
	let again = gateway.ask(&three).is(200);
	assert_eq!(again["answers"], first["answers"]);
	assert_eq!(again["block"]["hash"], first["block"]["hash"]);
	let asked = node.asked("aeo_evaluateMany");
	assert_eq!(asked.len(), 1);
	assert_eq!(
		(&asked[0][0], &asked[0][2]),
		(&json!("CR"), &first["block"]["hash"])
	);
	node.set(|state| state.best += 1);
	let second = until("the next block", || {
		let answered = gateway.ask(&three).is(200);
		(answered["block"]["number"] == 91).then_some(answered)
	});
	assert_eq!(node.asked("aeo_evaluateMany").len(), 2);
	assert_eq!(second["answers"], first["answers"]);
	let past = gateway
		.send("POST", "/v1/evaluations?at=7", &[], &three.to_string())
		.is(200);
	assert_eq!(past["answers"], first["answers"]);
	let list = gateway.get("/v1/lists/MX").is(200);
	assert_eq!(list["certificates"].as_array().map(Vec::len), Some(2));
	assert_eq!(
		(&list["block"]["number"], &list["changes"]),
		(&json!(89), &json!("/v1/changes?since=90"))
	);
	let trader = gateway.get("/v1/traders/MXNWM9709244W4").is(200);
	assert_eq!(trader["trader"]["tin"], "MXNWM9709244W4");
}

#[test]
fn another_node_should_be_taken() {
	let (desk, liar, lost, last) = (Desk::new(), Node::start(), Node::start(), Node::start());
	liar.set(|state| state.genesis = [8; 32]);
	let (key, settings) = key(&desk, "all", ALL, 60_000);
	let gateway = Gateway::start(&desk, &[&liar, &lost, &last], &settings, &key);
	gateway.ready();
	gateway.tells("is a node of another chain");
	gateway.ask(&questions(&["MXNWM9709244W4"])).is(200);
	assert!(liar.asked("aeo_evaluateMany").is_empty());
	assert_eq!(lost.asked("aeo_evaluateMany").len(), 1);
	drop(lost);
	until("another node answers", || {
		let came = gateway.ask(&questions(&["MXCTA740917PF8"]));
		(came.status == 200).then_some(())
	});
	assert!(!last.asked("aeo_evaluateMany").is_empty());
	// The last one is behind: what it knows is not said.
	last.set(|state| state.age = 60);
	let problem = until("it is noticed", || {
		let came = gateway.ask(&questions(&["MXNWM9709244W4"]));
		(came.status == 503).then_some(came)
	});
	assert!(problem.headers.contains_key("retry-after"));
	gateway.tells("is behind its chain");
	let stale = until("all were tried", || {
		let came = gateway.get("/readyz");
		came.text.contains(":Stale").then_some(came)
	});
	assert_eq!(stale.refused(503, "Stale")["code"], 9007);
	for format in ["csv", "xlsx", "xml", "edifact"] {
		let path = format!("/v1/lists/MX?format={format}");
		gateway.get(&path).refused(503, "Stale");
	}
	last.set(|state| state.age = 1);
	gateway.ready();
	last.set(|state| state.is_syncing = true);
	until("it is noticed", || {
		(gateway.get("/readyz").status == 503).then_some(())
	});
}

#[test]
fn a_node_should_keep_the_feed_where_somebody_hears_it() {
	let (desk, silent, node) = (Desk::new(), Node::start(), Node::start());
	silent.set(|state| state.refusal = Some((-32_601, json!(null))));
	let (few, few_settings) = key(&desk, "few", "certificates", 600);
	let deaf = Gateway::start(&desk, &[&silent, &node], &few_settings, &few);
	deaf.ready();
	assert!(node.asked("system_health").is_empty());
	drop(deaf);
	let (all, all_settings) = key(&desk, "all", ALL, 600);
	let settings = format!("{few_settings}\n{all_settings}");
	let gateway = Gateway::start(&desk, &[&silent, &node], &settings, &all);
	gateway.ready();
	gateway.tells("keeps no feed of changes");
	gateway.get("/v1/changes").is(200);
}

#[test]
fn a_key_should_not_ask_more_than_it_may() {
	let (desk, node) = (Desk::new(), Node::start());
	let (slow, slow_settings) = key(&desk, "slow", ALL, 1);
	let (fast, fast_settings) = key(&desk, "fast", ALL, 60_000);
	let settings = format!("{slow_settings}\n{fast_settings}");
	let gateway = Gateway::start(&desk, &[&node], &settings, &slow);
	gateway.ready();
	gateway
		.ask(&questions(&["MXNWM9709244W4", "MXCTA740917PF8"]))
		.is(200);
	// Each of the list is counted, so that there are two to wait for.
	let came = gateway.get("/v1/certificates/MX/1");
	let wait: u64 = came.headers["retry-after"].parse().expect("seconds");
	assert!((1..=120).contains(&wait), "{wait}");
	came.refused(429, "TooFast");
	let headers = [("authorization", format!("Bearer {fast}"))];
	let headers = headers
		.each_ref()
		.map(|(name, value)| (*name, value.as_str()));
	gateway
		.send("GET", "/v1/certificates/MX/1", &headers, "")
		.is(200);
}

/// Events that come: their id and their data.
type Events = mpsc::Receiver<(String, Value)>;

fn events(gateway: &Gateway, headers: &[(&str, &str)], path: &str) -> Events {
	try_events(gateway, headers, path).expect("a stream")
}

/// Opens a stream; none where it is refused.
fn try_events(gateway: &Gateway, headers: &[(&str, &str)], path: &str) -> Option<Events> {
	let mut request = gateway
		.agent
		.get(format!("{}{path}", gateway.url))
		.header("authorization", format!("Bearer {}", gateway.key));
	for (name, value) in headers {
		request = request.header(*name, *value);
	}
	let response = request.call().expect("it answers");
	if response.headers()["content-type"] != "text/event-stream" {
		return None;
	}
	let (sender, receiver) = mpsc::channel();
	thread::spawn(move || {
		let mut id = String::new();
		let lines = BufReader::new(response.into_body().into_reader()).lines();
		for line in lines.map_while(Result::ok) {
			match line.split_once(": ") {
				Some(("id", told)) => id = told.to_owned(),
				Some(("data", data)) => {
					let data = serde_json::from_str(data).expect("JSON");
					if sender.send((id.clone(), data)).is_err() {
						return;
					}
				}
				_ => {}
			}
		}
	});
	Some(receiver)
}

/// What the events tell until so many entries have come, and the id of the last event.
fn heard(events: &Events, count: usize) -> (Vec<String>, String) {
	let (mut heard, mut last) = (Vec::new(), String::new());
	while heard.len() < count {
		let (id, data) = events.recv_timeout(LIMIT).expect("an event");
		assert_eq!(data["cursor"], id);
		let entries = data["entries"].as_array().expect("a list").iter();
		heard.extend(entries.map(|entry| entry["what"].as_str().expect("a name").to_owned()));
		last = id;
	}
	(heard, last)
}

#[test]
fn a_stream_should_go_on_where_it_was() {
	let (desk, node, other) = (Desk::new(), Node::start(), Node::start());
	for node in [&node, &other] {
		node.tell("Before");
	}
	let (key, settings) = key(&desk, "all", ALL, 60_000);
	let gateway = Gateway::start(&desk, &[&node, &other], &settings, &key);
	gateway.ready();
	let now = events(&gateway, &[], "/v1/changes/stream");
	// The first event says from where it goes on.
	let (begins, data) = now.recv_timeout(LIMIT).expect("an event");
	assert_eq!((begins.as_str(), &data["entries"]), ("c1", &json!([])));
	let tell = |what: &str| [&node, &other].map(|node| node.tell(what));
	tell("One");
	tell("Two");
	let (told, last) = heard(&now, 2);
	assert_eq!(told, ["One", "Two"]);
	drop(now);
	tell("Three");
	let again = events(
		&gateway,
		&[("last-event-id", &last)],
		"/v1/changes/stream?since=1",
	);
	assert_eq!(heard(&again, 1).0, ["Three"]);
	// Another node goes on with the same cursor.
	drop(node);
	other.tell("Four");
	assert_eq!(heard(&again, 1).0, ["Four"]);
	let from_the_first = events(&gateway, &[], "/v1/changes/stream?since=1");
	assert_eq!(
		heard(&from_the_first, 5).0,
		["Before", "One", "Two", "Three", "Four"]
	);
	let held: Vec<_> = (0..14)
		.map(|_| {
			// The place of the one that went is free as soon as the gateway has noticed.
			until("a place for a stream", || {
				try_events(&gateway, &[], "/v1/changes/stream")
			})
		})
		.collect();
	gateway
		.get("/v1/changes/stream")
		.refused(429, "TooManyStreams");
	// Where no node can go on, the stream says why, and ends.
	other.set(|state| state.refusal = Some((9005, json!(null))));
	let (_, problem) = until("a problem", || {
		let (id, data) = from_the_first.recv_timeout(LIMIT).expect("an event");
		data["type"].is_string().then_some((id, data))
	});
	assert_eq!(
		(&problem["type"], &problem["code"]),
		(&json!("urn:aeo:problem:CursorForeign"), &json!(9005))
	);
	assert!(from_the_first.recv_timeout(LIMIT).is_err());
	drop(held);
}

fn tls(name: &str) -> PathBuf {
	Path::new(env!("CARGO_MANIFEST_DIR"))
		.join("tests/tls")
		.join(name)
}

fn pem(name: &str) -> Vec<u8> {
	fs::read(tls(name)).expect("it is there")
}

#[test]
fn clients_should_be_known_by_their_certificates() {
	let (desk, node) = (Desk::new(), Node::start());
	for name in ["ca.pem", "server.pem", "server.key"] {
		fs::copy(tls(name), desk.path(name)).expect("copied");
	}
	desk.keep_private("server.key");
	let der = |name: &str| {
		Certificate::from_pem(&pem(name))
			.expect("a certificate")
			.der()
			.to_vec()
	};
	let digest = {
		use sha2::Digest;
		let digest = sha2::Sha256::digest(der("client.pem"));
		digest
			.iter()
			.map(|byte| format!("{byte:02x}"))
			.collect::<String>()
	};
	let settings = format!(
		"[tls]\ncertificate = \"server.pem\"\nkey = \"server.key\"\nclient_ca = \"ca.pem\"\n\
		 [[keys]]\nname = \"known\"\ngrantor = \"CR\"\nrights = [\"certificates\"]\nrate = 100\ncertificate = \"{digest}\"\n"
	);
	let roots = || {
		RootCerts::new_with_certs(&[Certificate::from_pem(&pem("ca.pem")).expect("a certificate")])
	};
	let own = ClientCert::new_with_certs(
		&[Certificate::from_pem(&pem("client.pem")).expect("a certificate")],
		PrivateKey::from_pem(&pem("client.key")).expect("a key"),
	);
	// It is there already where another test of this process was first.
	drop(rustls::crypto::ring::default_provider().install_default());
	let known = TlsConfig::builder()
		.root_certs(roots())
		.client_cert(Some(own))
		.build();
	let nodes = [node.url.clone()];
	let gateway = Gateway::begin(&desk, &nodes, &settings, "", agent(Some(known)));
	assert!(gateway.url.starts_with("https://"));
	gateway.ready();
	gateway.get("/v1/certificates/MX/1").is(200);
	gateway.get("/v1/lists/MX").refused(403, "NoRight");
	let unknown = agent(Some(TlsConfig::builder().root_certs(roots()).build()));
	let came = unknown.get(format!("{}/readyz", gateway.url)).call();
	assert!(came.is_err(), "{came:?}");
}

#[test]
fn settings_should_be_right_before_anything_is_served() {
	let desk = Desk::new();
	let (_, key) = key(&desk, "risk", ALL, 600);
	let beginning = format!(
		"listen = \"127.0.0.1:0\"\nnodes = [\"ws://127.0.0.1:9944\"]\ngenesis = \"0x{}\"\n",
		"07".repeat(32)
	);
	let check = |settings: &str| {
		desk.write("gateway.toml", settings);
		desk.run(&["gateway", "check", "gateway.toml"])
	};
	let came = check(&format!("{beginning}{key}"));
	assert_eq!(came.exit, 0, "{}", came.err);
	assert!(came.out.contains("keys: 1"), "{}", came.out);
	let open = beginning.replace("127.0.0.1:0", "0.0.0.0:0");
	check(&open).is(4, "without TLS others could read along");
	check("listen = 7").is(3, "is no file of settings");
	check(&format!("{beginning}colour = 1")).is(3, "colour");
	for limits in ["patience = 0", "connections = -1", "colour = 1"] {
		check(&format!("{beginning}[limits]\n{limits}")).is(3, "is no file of settings");
	}
	check(&beginning.replace("07", "zz")).is(3, "is no file of settings");
	check(&beginning.replace("ws://127.0.0.1", "ws://node.example")).is(2, "is not safe");
	check(&format!("{beginning}{key}\n{key}")).is(3, "is one already");
	let twice = key.replace("\"risk\"", "\"other\"");
	check(&format!("{beginning}{key}\n{twice}")).is(3, "Another key has the hash of the key other");
	check(&format!("{beginning}{}", key.replace("risk", "../risk"))).is(3, "can't be a name");
	check(&format!(
		"{beginning}{}",
		key.replace("hash", "certificate")
	))
	.is(3, "Nobody can show the key");
	let hash = key.lines().last().expect("a hash");
	check(&format!("{beginning}{}", key.replace(hash, ""))).is(3, "Nobody can show the key");
	check(&format!(
		"{beginning}{}",
		key.replace("\"lists\"", "\"list\"")
	))
	.is(3, "list");
	let webhook = "[[webhooks]]\nname = \"risk\"\nurl = \"https://risk.example\"\nsecret_file = \"secret\"\ngrantor = \"CR\"\n";
	check(&format!("{beginning}state = \"state\"\n{webhook}")).is(1, "secret");
	desk.write("secret", "whsec_c2hvcnQ=\n");
	check(&format!("{beginning}state = \"state\"\n{webhook}"))
		.is(4, "Others on this computer may read");
	desk.keep_private("secret");
	check(&format!("{beginning}state = \"state\"\n{webhook}"))
		.is(3, "holds no secret of a webhook");
	desk.write("secret", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\n");
	check(&format!(
		"{beginning}state = \"state\"\n{webhook}kinds = [\"legs\"]\n"
	))
	.is(3, "legs");
	let http = webhook.replace("https://", "http://");
	check(&format!("{beginning}state = \"state\"\n{http}")).is(2, "is not safe");
	let right = check(&format!("{beginning}state = \"state\"\n{webhook}"));
	assert_eq!(right.exit, 0, "{}", right.err);
	let tls = "[tls]\ncertificate = \"gateway.toml\"\nkey = \"secret\"\n";
	check(&format!("{beginning}{tls}")).is(3, "can't be used for TLS");
}
