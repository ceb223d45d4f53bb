//! `GET /metrics`: how a gateway does, as Prometheus reads it.

use super::{
	node::{age, Link},
	office::Standing,
	problem::{Kind, Problem},
};
use prometheus_client::{
	encoding::{text::encode, EncodeLabelSet},
	metrics::{
		counter::Counter,
		family::Family,
		gauge::Gauge,
		histogram::{exponential_buckets, Histogram},
	},
	registry::Registry,
};
use std::{sync::atomic::AtomicU64, time::Duration};

#[derive(Clone, Debug, EncodeLabelSet, Eq, Hash, PartialEq)]
struct Request {
	route: String,
	status: u16,
	/// The name of the key; empty where there was none.
	key: String,
}

#[derive(Clone, Debug, EncodeLabelSet, Eq, Hash, PartialEq)]
struct Route {
	route: String,
}

#[derive(Clone, Debug, EncodeLabelSet, Eq, Hash, PartialEq)]
struct Question {
	known: bool,
}

#[derive(Clone, Debug, EncodeLabelSet, Eq, Hash, PartialEq)]
struct Delivery {
	webhook: String,
	taken: bool,
}

#[derive(Clone, Debug, EncodeLabelSet, Eq, Hash, PartialEq)]
struct Refusal {
	why: &'static str,
}

#[derive(Clone, Debug, EncodeLabelSet, Eq, Hash, PartialEq)]
struct State {
	state: String,
}

#[derive(Clone, Debug, EncodeLabelSet, Eq, Hash, PartialEq)]
struct Account {
	account: String,
}

#[derive(Clone, Debug, EncodeLabelSet, Eq, Hash, PartialEq)]
struct SealedList {
	partner: String,
	way: &'static str,
}

/// How an office stands.
struct OfficeMetrics {
	block: Gauge,
	certificates: Family<State, Gauge>,
	unacknowledged: Gauge,
	oldest: Gauge<f64, AtomicU64>,
	quota_left: Family<Account, Gauge<f64, AtomicU64>>,
	lists: Family<SealedList, Gauge<f64, AtomicU64>>,
	outdated: Family<SealedList, Gauge>,
}

impl OfficeMetrics {
	fn new(registry: &mut Registry) -> Self {
		let block = Gauge::default();
		let help = "The number of the block of which the metrics of the office are";
		registry.register("office_block", help, block.clone());
		let certificates = Family::default();
		let help = "Certificates of the office, by the state that was decided";
		registry.register("office_certificates", help, certificates.clone());
		let unacknowledged = Gauge::default();
		let help = "Suspensions of partners that the office has not acknowledged, of the first thousand changes";
		let name = "office_unacknowledged_suspensions";
		registry.register(name, help, unacknowledged.clone());
		let oldest = Gauge::default();
		let help = "How long the chain has known of the oldest of them";
		let name = "office_unacknowledged_suspension_seconds";
		registry.register(name, help, oldest.clone());
		let quota_left = Family::default();
		let help = "Which part is left of the quota that pays for an account's transactions";
		registry.register("office_quota_left_ratio", help, quota_left.clone());
		let lists = Family::default();
		let help = "How old the last sealed list is, received from a partner or given to it";
		registry.register("office_sealed_list_seconds", help, lists.clone());
		let outdated = Family::default();
		let help = "Whether the reader of the last sealed list has another key since";
		registry.register("office_sealed_list_outdated", help, outdated.clone());
		Self {
			block,
			certificates,
			unacknowledged,
			oldest,
			quota_left,
			lists,
			outdated,
		}
	}
}

/// What is counted.
pub struct Metrics {
	registry: Registry,
	requests: Family<Request, Counter>,
	seconds: Family<Route, Histogram, fn() -> Histogram>,
	questions: Family<Question, Counter>,
	deliveries: Family<Delivery, Counter>,
	connections: Gauge,
	refused: Family<Refusal, Counter>,
	has_node: Gauge,
	block: Gauge,
	block_age: Gauge<f64, AtomicU64>,
	/// None where the settings name no office.
	office: Option<OfficeMetrics>,
}

/// From half a millisecond to eight seconds.
fn histogram() -> Histogram {
	Histogram::new(exponential_buckets(0.000_5, 2.0, 15))
}

impl Metrics {
	/// Begins to count; with the metrics of an office where there is one.
	pub fn new(has_office: bool) -> Self {
		let mut registry = Registry::with_prefix("aeo_gateway");
		let requests = Family::default();
		let help = "Requests by route, status and key";
		registry.register("requests", help, requests.clone());
		let seconds = Family::new_with_constructor(histogram as fn() -> Histogram);
		let help = "Seconds until an answer begins, by route";
		registry.register("request_seconds", help, seconds.clone());
		let questions = Family::default();
		let help = "Questions of recognition, and whether the answer was known";
		registry.register("questions", help, questions.clone());
		let deliveries = Family::default();
		let help = "Messages posted, and whether they were taken";
		registry.register("webhook_deliveries", help, deliveries.clone());
		let connections = Gauge::default();
		let help = "Connections that there are";
		registry.register("connections", help, connections.clone());
		let refused = Family::default();
		let help = "Connections for which there was no place, and why";
		registry.register("connections_refused", help, refused.clone());
		// What never was is told as none: an alert looks at how it grows.
		for kind in [Kind::TooManyConnections, Kind::Full] {
			drop(refused.get_or_create(&Refusal { why: kind.name() }));
		}
		let has_node = Gauge::default();
		let help = "Whether there is a node that is not behind";
		registry.register("has_node", help, has_node.clone());
		let block = Gauge::default();
		registry.register("block", "The number of the best block", block.clone());
		let block_age = Gauge::default();
		let help = "How old the best block is";
		registry.register("block_age_seconds", help, block_age.clone());
		let office = has_office.then(|| OfficeMetrics::new(&mut registry));
		Self {
			registry,
			requests,
			seconds,
			questions,
			deliveries,
			connections,
			refused,
			has_node,
			block,
			block_age,
			office,
		}
	}

	/// Takes over how the office stands.
	pub fn office(&self, standing: &Standing) {
		let Some(office) = &self.office else {
			return;
		};
		office.block.set(standing.block.into());
		for (state, count) in &standing.certificates {
			let state = format!("{state:?}");
			let gauge = office.certificates.get_or_create_owned(&State { state });
			gauge.set((*count).into());
		}
		office.unacknowledged.set(standing.unacknowledged.into());
		office.oldest.set(standing.oldest.as_secs_f64());
		// An account that has no quota any more, and a list that is none any more, are told no longer.
		office.quota_left.clear();
		for (account, quota) in &standing.quotas {
			let account = account.clone();
			let gauge = office.quota_left.get_or_create_owned(&Account { account });
			gauge.set(quota.left as f64 / quota.max as f64);
		}
		office.lists.clear();
		office.outdated.clear();
		for (way, lists) in [("received", &standing.received), ("given", &standing.given)] {
			for list in lists {
				let partner = list.partner.to_string();
				let label = SealedList { partner, way };
				let age = office.lists.get_or_create_owned(&label);
				age.set(list.age.as_secs_f64());
				let outdated = office.outdated.get_or_create_owned(&label);
				outdated.set(list.is_outdated.into());
			}
		}
	}

	/// Counts a request.
	pub fn request(&self, route: &str, status: u16, key: &str, took: Duration) {
		let route = route.to_owned();
		let request = Request {
			route: route.clone(),
			status,
			key: key.to_owned(),
		};
		self.requests.get_or_create(&request).inc();
		self.seconds
			.get_or_create(&Route { route })
			.observe(took.as_secs_f64());
	}

	/// Counts questions, of which the answers to so many were known.
	pub fn questions(&self, all: usize, known: usize) {
		for (known, count) in [(true, known), (false, all.saturating_sub(known))] {
			let count = count.try_into().unwrap_or(u64::MAX);
			self.questions
				.get_or_create(&Question { known })
				.inc_by(count);
		}
	}

	/// Begins to count the messages of a webhook.
	pub fn hears(&self, webhook: &str) {
		for taken in [true, false] {
			let webhook = webhook.to_owned();
			drop(self.deliveries.get_or_create(&Delivery { webhook, taken }));
		}
	}

	/// Counts a message.
	pub fn delivered(&self, webhook: &str, taken: bool) {
		let webhook = webhook.to_owned();
		let delivery = Delivery { webhook, taken };
		self.deliveries.get_or_create(&delivery).inc();
	}

	/// Counts a connection that begins.
	pub fn came(&self) {
		self.connections.inc();
	}

	/// Counts a connection that has ended.
	pub fn went(&self) {
		self.connections.dec();
	}

	/// Counts a connection for which there was no place.
	pub fn refused(&self, why: &'static str) {
		self.refused.get_or_create(&Refusal { why }).inc();
	}

	/// Writes all of it.
	pub fn text(&self, link: &Link) -> Result<String, Problem> {
		let present = link.known();
		self.has_node.set(present.is_ok().into());
		if let Ok(present) = present {
			self.block.set(present.best.number.into());
			self.block_age.set(age(present.best.time).as_secs_f64());
		}
		let mut text = String::new();
		encode(&mut text, &self.registry).map_err(|_| Problem::new(Kind::Failed))?;
		Ok(text)
	}
}
