//! Ports that this node is to listen on and that somebody else has.
//!
//! A Substrate node whose JSON-RPC port is taken silently takes another one, and whoever asks at the port then
//! asks the other program, maybe the node of another chain. This one doesn't start.

use sc_network::multiaddr::{Multiaddr, Protocol};
use sc_service::Configuration;
use std::{
	io::ErrorKind,
	net::{IpAddr, SocketAddr, TcpListener},
};

/// A place to listen on, and by which option another one is chosen.
#[derive(Debug, PartialEq)]
struct Place {
	address: SocketAddr,
	what: &'static str,
	option: &'static str,
}

/// Refuses to start where a port is taken.
///
/// # Errors
///
/// A sentence for the user: which port, what it is for, and what to do.
pub fn ensure_free(config: &Configuration) -> Result<(), String> {
	let rpc = config
		.rpc
		.addr
		.iter()
		.flatten()
		.map(|endpoint| endpoint.listen_addr);
	let network = config.network.listen_addresses.iter().filter_map(tcp);
	let metrics = config.prometheus_config.iter().map(|config| config.port);
	let place = |what, option| {
		move |address| Place {
			address,
			what,
			option,
		}
	};
	let places = rpc
		.map(place("the JSON-RPC", "--rpc-port"))
		.chain(network.map(place("other nodes", "--port")))
		.chain(metrics.map(place("Prometheus", "--prometheus-port")));
	places
		.map(|place| refusal(&place))
		.find(Result::is_err)
		.unwrap_or(Ok(()))
}

/// The address and port of a TCP address of the network.
fn tcp(address: &Multiaddr) -> Option<SocketAddr> {
	let mut parts = address.iter();
	let ip = match parts.next()? {
		Protocol::Ip4(ip) => IpAddr::from(ip),
		Protocol::Ip6(ip) => IpAddr::from(ip),
		_ => return None,
	};
	match parts.next()? {
		Protocol::Tcp(port) => Some((ip, port).into()),
		_ => None,
	}
}

/// Why this node can't listen there. Only that it is taken counts: a machine without IPv6 has no such
/// addresses, and the node does without.
fn refusal(place: &Place) -> Result<(), String> {
	let Place {
		address,
		what,
		option,
	} = place;
	match TcpListener::bind(address) {
		Err(error) if error.kind() == ErrorKind::AddrInUse => Err(format!(
			"port {} is taken by another program, maybe another node: it was to be for {what}. End that \
			 program, or choose another port by {option}.",
			address.port()
		)),
		_ => Ok(()),
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_taken_port_should_be_named_with_the_option() {
		let taken = TcpListener::bind(("127.0.0.1", 0)).expect("a port is free");
		let address = taken.local_addr().expect("it listens");
		let place = Place {
			address,
			what: "the JSON-RPC",
			option: "--rpc-port",
		};
		let why = refusal(&place).expect_err("it is taken");
		assert!(why.contains(&address.port().to_string()), "{why}");
		assert!(why.contains("--rpc-port"), "{why}");
		drop(taken);
		assert_eq!(refusal(&place), Ok(()));
	}

	#[test]
	fn tcp_addresses_of_the_network_should_be_read_and_others_left() {
		let read = |text: &str| tcp(&text.parse().expect("an address"));
		let v4 = Some(SocketAddr::from(([0, 0, 0, 0], 30_333)));
		assert_eq!(read("/ip4/0.0.0.0/tcp/30333"), v4);
		assert_eq!(read("/ip4/0.0.0.0/tcp/30333/ws"), v4);
		assert!(read("/ip6/::/tcp/30343/ws").is_some_and(|address| address.is_ipv6()));
		assert_eq!(read("/ip4/0.0.0.0/udp/30333/webrtc-direct"), None);
		assert_eq!(read("/dns/example.org/tcp/30333"), None);
	}
}
