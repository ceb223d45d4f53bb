//! The limits as options, and on a server that listens.

use super::*;
use crate::cli::parsed;
use jsonrpsee::RpcModule;
use sc_cli::CliConfiguration;
use sc_service::config::RpcConfiguration;
use serde_json::{json, Value};
use std::{
	any::Any,
	io::{Read, Write},
	net::{SocketAddr, TcpStream},
	time::{Duration, Instant},
};

/// The interfaces that a node with these options listens on.
fn endpoints(options: &[&str]) -> Vec<RpcEndpoint> {
	let cli = parsed(options).expect("the options are known");
	let endpoints = cli.run.rpc_addr(0).expect("the options agree");
	let endpoints = endpoints.expect("a node has interfaces");
	with_limits(endpoints.into_iter().map(Into::into).collect())
}

/// The batch, the calls in a minute and the addresses without that limit, of each interface.
fn limits(options: &[&str]) -> Vec<(Option<u32>, Option<u32>, Vec<String>)> {
	let described = |endpoint: RpcEndpoint| {
		let batch = match endpoint.batch_config {
			RpcBatchRequestConfig::Unlimited => None,
			RpcBatchRequestConfig::Limit(most) => Some(most),
			RpcBatchRequestConfig::Disabled => Some(0),
		};
		let unlimited = endpoint.rate_limit_whitelisted_ips.iter();
		(
			batch,
			endpoint.rate_limit.map(NonZeroU32::get),
			unlimited.map(ToString::to_string).collect(),
		)
	};
	endpoints(options).into_iter().map(described).collect()
}

/// A server on any free port of this machine, with one method `aeo_test`.
struct Server {
	address: SocketAddr,
	/// The server and its threads, until the end of the test.
	_running: Box<dyn Any>,
}

impl Server {
	fn start(options: &[&str]) -> Self {
		let mut endpoints = endpoints(&[&["--rpc-port", "0"], options].concat());
		endpoints.retain(|endpoint| endpoint.listen_addr.is_ipv4());
		let configuration = RpcConfiguration {
			addr: Some(endpoints),
			max_connections: 10,
			cors: None,
			methods: sc_service::config::RpcMethods::Auto,
			max_request_size: 1,
			max_response_size: 1,
			id_provider: None,
			max_subs_per_conn: 1,
			port: 0,
			message_buffer_capacity: 64,
			batch_config: RpcBatchRequestConfig::Unlimited,
			rate_limit: None,
			rate_limit_whitelisted_ips: Vec::new(),
			rate_limit_trust_proxy_headers: false,
			request_logger_limit: 1024,
		};
		let mut module = RpcModule::new(());
		module
			.register_method("aeo_test", |_, (), _| 7)
			.expect("the name is free");
		let runtime = sc_cli::build_runtime().expect("threads can be started");
		let own = sc_cli::build_runtime().expect("threads can be started");
		let server = sc_service::start_rpc_servers(
			&configuration,
			None,
			runtime.handle(),
			module,
			own,
			None,
		)
		.expect("a port is free");
		Self {
			address: server.listen_addrs()[0],
			_running: Box::new((server, runtime)),
		}
	}

	/// The answer to a batch of so many requests, over HTTP.
	fn batch(&self, length: usize) -> Value {
		let requests: Vec<_> = (0..length)
			.map(|id| json!({ "jsonrpc": "2.0", "id": id, "method": "aeo_test", "params": [] }))
			.collect();
		let body = json!(requests).to_string();
		let mut stream = TcpStream::connect(self.address).expect("the server listens");
		write!(
			stream,
			"POST / HTTP/1.1\r\nHost: {}\r\nContent-Type: application/json\r\n\
			 Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
			self.address,
			body.len(),
		)
		.expect("the server reads");
		let mut answer = String::new();
		stream
			.read_to_string(&mut answer)
			.expect("the server answers");
		let (_, body) = answer.split_once("\r\n\r\n").expect("an answer of HTTP");
		serde_json::from_str(body).unwrap_or_else(|error| panic!("{error}: {answer}"))
	}
}

#[test]
fn every_interface_should_have_limits_by_default() {
	let own = UNLIMITED_ADDRESSES.map(String::from).to_vec();
	let expected = (Some(100), Some(3_000), own.clone());
	assert_eq!(limits(&[]), vec![expected.clone(); 2]);
	assert_eq!(limits(&["--dev"]), vec![expected.clone(); 2]);
	let external = ["--rpc-external", "--rpc-cors", "all"];
	assert_eq!(limits(&external), vec![expected.clone(); 2]);
	let described = [
		"--experimental-rpc-endpoint",
		"listen-addr=127.0.0.1:9955,methods=safe",
	];
	assert_eq!(limits(&described), vec![expected]);
}

#[test]
fn options_should_win_over_the_limits() {
	let given = [
		"--rpc-max-batch-request-len",
		"5000",
		"--rpc-rate-limit",
		"10",
		"--rpc-rate-limit-whitelisted-ips",
		"10.1.0.0/16",
	];
	let expected = (Some(5_000), Some(10), vec!["10.1.0.0/16".into()]);
	assert_eq!(limits(&given), vec![expected; 2]);
	let disabled = limits(&["--rpc-disable-batch-requests"]);
	assert_eq!(disabled.first().map(|found| found.0), Some(Some(0)));
	let described = [
		"--experimental-rpc-endpoint",
		"listen-addr=127.0.0.1:9955,max-batch-request-len=7,rate-limit=9",
	];
	assert_eq!(limits(&described), vec![(Some(7), Some(9), Vec::new())]);
}

#[test]
fn runtimes_of_several_releases_should_be_kept() {
	let kept = |options: &[&str]| {
		let cli = parsed(options).expect("the options are known");
		cli.run.runtime_cache_size().expect("the options agree")
	};
	assert_eq!(kept(&[]), 8);
	assert_eq!(kept(&["--runtime-cache-size", "3"]), 3);
}

#[test]
fn a_batch_that_is_too_long_should_be_refused_with_a_sentence() {
	let server = Server::start(&[]);
	let answers = server.batch(100);
	assert_eq!(answers.as_array().map(Vec::len), Some(100), "{answers}");
	assert_eq!(answers[99]["result"], json!(7));
	let refusal = server.batch(101);
	assert_eq!(
		refusal["error"],
		json!({
			"code": -32010,
			"message": "The batch request was too large",
			"data": "Exceeded max limit of 100",
		})
	);
}

#[test]
fn calls_beyond_the_rate_should_wait_unless_they_come_from_this_machine() {
	let timed = |server: &Server| {
		let start = Instant::now();
		let answers = server.batch(62);
		assert_eq!(answers.as_array().map(Vec::len), Some(62), "{answers}");
		assert!(answers[61]["result"] == json!(7), "{answers}");
		start.elapsed()
	};
	let elsewhere = ["--rpc-rate-limit-whitelisted-ips", "10.0.0.0/8"];
	let strict = Server::start(&[&["--rpc-rate-limit", "60"], &elsewhere[..]].concat());
	assert!(timed(&strict) > Duration::from_millis(1_500));
	let own = Server::start(&["--rpc-rate-limit", "1"]);
	assert!(timed(&own) < Duration::from_secs(30));
}

#[test]
fn turns_should_be_taken_and_given_back() {
	let turns = Turns::of(2);
	let first = turns.take();
	let second = turns.take();
	assert!(first.is_some() && second.is_some());
	assert!(turns.take().is_none());
	drop(first);
	assert!(turns.take().is_some());
}
