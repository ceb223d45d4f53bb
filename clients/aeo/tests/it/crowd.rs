//! Clients of `aeo gateway` that take more than their share: time, or connections. Others are answered meanwhile.

use crate::{
	desk::Desk,
	door::{key, until, Gateway, ALL, LIMIT},
	feednode::Node,
};
use std::{
	io::{ErrorKind, Read, Write},
	net::{IpAddr, SocketAddr, TcpStream},
	thread,
	time::{Duration, Instant},
};
use tokio::{net::TcpSocket, runtime::Runtime};
use ureq::Agent;

/// A gateway with these limits, whose key asks what it likes, over a connection of its own each time.
fn gateway(desk: &Desk, node: &Node, limits: &str) -> Gateway {
	let (key, settings) = key(desk, "all", ALL, 60_000);
	let agent: Agent = Agent::config_builder()
		.http_status_as_error(false)
		.max_idle_connections(0)
		.timeout_global(Some(LIMIT))
		.build()
		.into();
	let settings = format!("[limits]\n{limits}\n{settings}");
	let gateway = Gateway::begin(
		desk,
		std::slice::from_ref(&node.url),
		&settings,
		&key,
		agent,
	);
	gateway.ready();
	gateway
}

/// Connects from one of the addresses of this computer.
fn connect_from(gateway: &Gateway, from: [u8; 4]) -> TcpStream {
	let to: SocketAddr = gateway.url["http://".len()..].parse().expect("an address");
	let runtime = Runtime::new().expect("threads");
	let stream = runtime.block_on(async {
		let socket = TcpSocket::new_v4().expect("a socket");
		let from = SocketAddr::new(IpAddr::from(from), 0);
		socket.bind(from).expect("an address of this computer");
		socket.connect(to).await.expect("it listens")
	});
	let stream = stream.into_std().expect("a socket");
	stream.set_nonblocking(false).expect("set");
	stream.set_read_timeout(Some(LIMIT)).expect("set");
	stream
}

fn connect(gateway: &Gateway) -> TcpStream {
	connect_from(gateway, [127, 0, 0, 1])
}

/// All that comes until the connection ends.
fn rest(stream: &mut TcpStream) -> Vec<u8> {
	let mut bytes = Vec::new();
	match stream.read_to_end(&mut bytes) {
		Ok(_) => bytes,
		Err(error) if error.kind() == ErrorKind::ConnectionReset => bytes,
		Err(error) => panic!("it is not cut off: {error}"),
	}
}

/// Says something a byte at a time until the connection ends, and gives what came back.
fn drip(gateway: &Gateway, stream: &mut TcpStream, bytes: &[u8]) -> String {
	let began = Instant::now();
	let pause = Duration::from_millis(100);
	stream.set_read_timeout(Some(pause)).expect("set");
	let mut came = Vec::new();
	for byte in bytes.iter().cycle() {
		assert!(began.elapsed() < LIMIT, "it is not cut off");
		let is_said = stream.write_all(&[*byte]).is_ok();
		let mut part = [0; 1024];
		match stream.read(&mut part) {
			Ok(0) => break,
			Ok(length) => came.extend_from_slice(&part[..length]),
			Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {}
			Err(_) => break,
		}
		assert_eq!(gateway.get("/readyz").status, 200);
		if !is_said {
			break;
		}
	}
	String::from_utf8(came).expect("a text")
}

/// The connections that the gateway counts, that of the question among them.
fn connections(gateway: &Gateway) -> usize {
	let metrics = gateway.get("/metrics").text;
	let line = metrics
		.lines()
		.find_map(|line| line.strip_prefix("aeo_gateway_connections "));
	line.expect("it is counted").parse().expect("a number")
}

#[test]
fn who_does_not_come_to_an_end_should_be_cut_off() {
	let (desk, node) = (Desk::new(), Node::start());
	let gateway = gateway(&desk, &node, "patience = 2");
	let mut loris = connect(&gateway);
	loris
		.write_all(b"GET /readyz HTTP/1.1\r\nhost: aeo\r\nx-slow: ")
		.expect("sent");
	assert_eq!(drip(&gateway, &mut loris, b"x"), "");
	// A body is missed aloud.
	let mut loris = connect(&gateway);
	let head = format!(
		"POST /v1/evaluations HTTP/1.1\r\nhost: aeo\r\nauthorization: Bearer {}\r\ncontent-length: 100000\r\n\
		 accept-language: pt\r\n\r\n",
		gateway.key
	);
	loris.write_all(head.as_bytes()).expect("sent");
	let came = drip(&gateway, &mut loris, b" ");
	assert!(came.starts_with("HTTP/1.1 408 "), "{came}");
	assert!(came.contains("urn:aeo:problem:TooSlow"), "{came}");
	assert!(came.contains("O corpo não chegou a tempo."), "{came}");
	// Who says nothing at all.
	assert_eq!(rest(&mut connect(&gateway)), b"");
}

#[test]
fn who_takes_nothing_should_be_cut_off() {
	let (desk, node) = (Desk::new(), Node::start());
	let gateway = gateway(&desk, &node, "patience = 2");
	let length = gateway.get("/v1/openapi.json").text.len();
	until("it has gone", || (connections(&gateway) == 1).then_some(()));
	// Far more than lies between the two.
	let count = 200 * 1024 * 1024 / length;
	let mut deaf = connect(&gateway);
	let asked = "GET /v1/openapi.json HTTP/1.1\r\nhost: aeo\r\n\r\n".repeat(count);
	deaf.set_write_timeout(Some(Duration::from_secs(1)))
		.expect("set");
	// What doesn't fit any more isn't asked.
	drop(deaf.write_all(asked.as_bytes()));
	until("it is counted", || {
		(connections(&gateway) == 2).then_some(())
	});
	until("it is cut off", || {
		assert_eq!(gateway.get("/readyz").status, 200);
		(connections(&gateway) == 1).then_some(())
	});
	let came = rest(&mut deaf).len();
	assert!(came > 0 && came < count * length, "{came} bytes came");
	// Who only waits in a stream is not.
	let mut stream = connect(&gateway);
	let head = format!(
		"GET /v1/changes/stream HTTP/1.1\r\nhost: aeo\r\nauthorization: Bearer {}\r\n\r\n",
		gateway.key
	);
	stream.write_all(head.as_bytes()).expect("sent");
	thread::sleep(Duration::from_secs(5));
	node.tell("Suspended");
	let mut came = String::new();
	while !came.contains("Suspended") {
		let mut part = [0; 4096];
		let length = stream.read(&mut part).expect("it is told");
		assert!(length > 0, "it is cut off: {came}");
		came += &String::from_utf8_lossy(&part[..length]);
	}
}

/// Asks in Spanish from an address, and gives the answer.
fn ask_from(gateway: &Gateway, from: [u8; 4]) -> String {
	let mut stream = connect_from(gateway, from);
	stream
		.write_all(
			b"GET /readyz HTTP/1.1\r\nhost: aeo\r\naccept-language: es\r\nconnection: close\r\n\r\n",
		)
		.expect("sent");
	String::from_utf8(rest(&mut stream)).expect("a text")
}

#[track_caller]
fn is_refused(came: &str, status: &str, kind: &str, words: &str) {
	assert!(came.starts_with(&format!("HTTP/1.1 {status} ")), "{came}");
	assert!(came.contains("\r\nretry-after: 5\r\n"), "{came}");
	assert!(came.contains(&format!("urn:aeo:problem:{kind}")), "{came}");
	assert!(came.contains(words), "{came}");
}

#[test]
fn one_address_should_not_take_all_places() {
	let (desk, node) = (Desk::new(), Node::start());
	let limits = "connections = 12\nconnections_per_address = 8";
	let gateway = gateway(&desk, &node, limits);
	until("it has gone", || (connections(&gateway) == 1).then_some(()));
	// That of the question goes too.
	thread::sleep(Duration::from_millis(200));
	let (crowd, honest, late) = ([127, 0, 0, 1], [127, 0, 0, 2], [127, 0, 0, 3]);
	let held: Vec<_> = (0..8).map(|_| connect_from(&gateway, crowd)).collect();
	let words = "Hay demasiadas conexiones abiertas desde esta dirección.";
	for _ in 0..3 {
		let came = ask_from(&gateway, crowd);
		is_refused(&came, "429", "TooManyConnections", words);
		assert!(came.contains("Mantenga 8 como máximo"), "{came}");
		let came = ask_from(&gateway, honest);
		assert!(came.starts_with("HTTP/1.1 200 "), "{came}");
	}
	thread::sleep(Duration::from_millis(200));
	let others: Vec<_> = (0..4).map(|_| connect_from(&gateway, honest)).collect();
	let words = "Todas las conexiones de la pasarela están ocupadas.";
	is_refused(&ask_from(&gateway, late), "503", "Full", words);
	drop((held, others));
	until("there are places again", || {
		ask_from(&gateway, crowd)
			.starts_with("HTTP/1.1 200 ")
			.then_some(())
	});
	let metrics = gateway.get("/metrics").text;
	for line in [
		"aeo_gateway_connections_refused_total{why=\"TooManyConnections\"} ",
		"aeo_gateway_connections_refused_total{why=\"Full\"} 1",
	] {
		assert!(metrics.contains(line), "{metrics}");
	}
}
