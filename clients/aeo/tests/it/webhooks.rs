//! Webhooks of `aeo gateway`, with who receives them.

use crate::{
	desk::Desk,
	door::{until, Gateway},
	feednode::Node,
};
use serde_json::Value;
use std::{
	fs,
	sync::{Arc, Mutex},
	thread,
};

/// Who receives messages: what came, and what it answers.
struct Receiver {
	server: Arc<tiny_http::Server>,
	url: String,
	came: Arc<Mutex<Vec<Message>>>,
	status: Arc<Mutex<u16>>,
}

#[derive(Clone)]
struct Message {
	id: String,
	status: u16,
	body: Value,
}

impl Receiver {
	fn start() -> Self {
		let server = Arc::new(tiny_http::Server::http("127.0.0.1:0").expect("a port"));
		let (came, status) = (Arc::new(Mutex::new(Vec::new())), Arc::new(Mutex::new(200)));
		let (served, heard, answer) = (server.clone(), came.clone(), status.clone());
		thread::spawn(move || {
			for mut request in served.incoming_requests() {
				let status = *answer.lock().expect("no panic");
				let header = |name: &'static str| {
					let mut headers = request.headers().iter();
					let found = headers
						.find(|header| header.field.equiv(name))
						.expect("it is there");
					found.value.as_str().to_owned()
				};
				let id = header("webhook-id");
				assert!(header("webhook-signature").starts_with("v1,"));
				let mut body = String::new();
				request
					.as_reader()
					.read_to_string(&mut body)
					.expect("a text");
				let body = serde_json::from_str(&body).expect("JSON");
				heard
					.lock()
					.expect("no panic")
					.push(Message { id, status, body });
				// 0 is one that never answers.
				if status == 0 {
					std::mem::forget(request);
				} else {
					drop(request.respond(tiny_http::Response::empty(status)));
				}
			}
		});
		Self {
			url: format!("http://{}/hook", server.server_addr()),
			server,
			came,
			status,
		}
	}

	fn answers(&self, status: u16) {
		*self.status.lock().expect("no panic") = status;
	}

	/// The messages that have come; one that was not taken once, however often it came.
	fn messages(&self) -> Vec<Message> {
		let mut came = self.came.lock().expect("no panic").clone();
		came.dedup_by(|next, last| {
			let is_taken = (200..300).contains(&next.status);
			!is_taken && (&next.id, next.status) == (&last.id, last.status)
		});
		came
	}

	/// What has come, each with what was answered.
	fn came(&self) -> Vec<(String, u16)> {
		let came = self.messages();
		let what = |message: &Message| {
			message.body["data"]["what"]
				.as_str()
				.unwrap_or("?")
				.to_owned()
		};
		came.iter()
			.map(|message| (what(message), message.status))
			.collect()
	}

	fn ids(&self) -> Vec<String> {
		let came = self.messages();
		came.into_iter().map(|message| message.id).collect()
	}

	fn waits_for(&self, count: usize) {
		until("messages", || (self.came().len() >= count).then_some(()));
	}
}

impl Drop for Receiver {
	fn drop(&mut self) {
		self.server.unblock();
	}
}

/// The settings for a webhook of this receiver.
fn settings(desk: &Desk, receiver: &Receiver) -> String {
	desk.write("risk.secret", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\n");
	desk.keep_private("risk.secret");
	format!(
		"[[webhooks]]\nname = \"risk\"\nurl = \"{}\"\nsecret_file = \"risk.secret\"\ngrantor = \"CR\"\n",
		receiver.url
	)
}

#[test]
fn what_a_chain_comes_back_to_should_come_under_another_id() {
	let (desk, node, receiver) = (Desk::new(), Node::start(), Receiver::start());
	let settings = settings(&desk, &receiver);
	let start = || Gateway::start(&desk, &[&node], &settings, "");
	let place = || fs::read_to_string(desk.path("state/webhooks/risk.cursor")).unwrap_or_default();
	let gateway = start();
	until("it says from where it tells", || {
		(place() == "c0\n").then_some(())
	});
	let id = "f1.91.00000009.1";
	node.tell_of(id, "put", true);
	node.tell_of(id, "retract", false);
	receiver.waits_for(2);
	until("it is noted", || (place() == "c2 1\n").then_some(()));
	// That much was taken back is known after a restart too.
	drop(gateway);
	let gateway = start();
	for (op, early) in [
		("put", true),
		("retract", false),
		("put", true),
		("put", false),
	] {
		node.tell_of(id, op, early);
	}
	receiver.waits_for(6);
	let endings = ["early", "retract", "early.1", "retract.1", "early.2"];
	let mut expected: Vec<_> = endings.map(|ending| format!("{id}.{ending}")).into();
	expected.push(id.to_owned());
	assert_eq!(receiver.ids(), expected);
	drop(gateway);
}

#[test]
fn a_webhook_should_miss_nothing_and_repeat_only_what_was_under_way() {
	let (desk, node, receiver) = (Desk::new(), Node::start(), Receiver::start());
	let settings = settings(&desk, &receiver);
	node.tell("Before");
	let start = || Gateway::start(&desk, &[&node], &settings, "");
	let place = || fs::read_to_string(desk.path("state/webhooks/risk.cursor")).unwrap_or_default();
	let gateway = start();
	until("it says from where it tells", || {
		(place() == "c1\n").then_some(())
	});
	node.tell("One");
	receiver.waits_for(1);
	// One that fails is told again, and nothing before it is taken.
	receiver.answers(500);
	node.tell("Two");
	node.tell("Three");
	receiver.waits_for(2);
	receiver.answers(200);
	receiver.waits_for(4);
	let told = [("One", 200), ("Two", 500), ("Two", 200), ("Three", 200)];
	assert_eq!(
		receiver.came(),
		told.map(|(what, status)| (what.to_owned(), status))
	);
	until("it is noted", || (place() == "c4\n").then_some(()));
	gateway.tells("The webhook risk waits");
	gateway.tells("The webhook risk goes on");
	// It is killed while one is under way.
	receiver.answers(0);
	node.tell("Four");
	receiver.waits_for(5);
	drop(gateway);
	node.tell("Five");
	receiver.answers(200);
	let gateway = start();
	receiver.waits_for(7);
	let came = receiver.came();
	let last: Vec<_> = came[4..]
		.iter()
		.map(|(what, status)| (what.as_str(), *status))
		.collect();
	assert_eq!(last, [("Four", 0), ("Four", 200), ("Five", 200)]);
	let ids = receiver.ids();
	assert_eq!(ids[4], ids[5]);
	assert_ne!(ids[5], ids[6]);
	// A second one would tell everything twice.
	let came = desk.run(&["gateway", "run", "gateway.toml"]);
	came.is(4, "Another gateway is at work");
	drop(gateway);
}
