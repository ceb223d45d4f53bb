//! Answers that don't wait for the next question.
//!
//! The servers of JSON-RPC leave Nagle's algorithm on: an answer waits until the one before it is
//! acknowledged, which a client does with its next question, or after 40 ms. Who asks over one connection
//! without waiting for the last answer, as risk engines do, has each answer a question late. The servers have no
//! option for it; but on Linux a connection has what the socket has that listens.
//! docs/adr/0050-risk-engines-are-answered-natively.md has the figures.

use rustix::process::{getpid, pidfd_getfd, pidfd_open, PidfdFlags, PidfdGetfdFlags};
use socket2::Socket;
use std::{fs, io};

/// Sets `TCP_NODELAY` for all sockets of this process that listen, and so for the connections that will come
/// in. How many there are.
///
/// # Errors
///
/// The kernel is older than Linux 5.6 or forbids a process to look at its own descriptors.
pub fn of_all_listeners() -> io::Result<usize> {
	let process = pidfd_open(getpid(), PidfdFlags::empty())?;
	let mut count = 0;
	for entry in fs::read_dir("/proc/self/fd")? {
		let entry = entry?;
		let is_socket = fs::read_link(entry.path())
			.is_ok_and(|target| target.to_string_lossy().starts_with("socket:"));
		let number = entry.file_name().to_string_lossy().parse();
		let (true, Ok(number)) = (is_socket, number) else {
			continue;
		};
		// One that was closed in the meantime needs nothing.
		let Ok(descriptor) = pidfd_getfd(&process, number, PidfdGetfdFlags::empty()) else {
			continue;
		};
		let socket = Socket::from(descriptor);
		// Those of the file system, of UDP and of the kernel have no such option.
		if socket.is_listener().unwrap_or(false) && socket.set_tcp_nodelay(true).is_ok() {
			count += 1;
		}
	}
	Ok(count)
}

#[cfg(test)]
mod tests {
	use super::*;
	use std::net::{TcpListener, TcpStream};

	#[test]
	fn connections_to_who_listens_should_not_wait() {
		let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a port is free");
		let address = listener.local_addr().expect("it listens");
		let connect = || TcpStream::connect(address).expect("it listens");
		let accepted = |_client: TcpStream| listener.accept().expect("somebody waits").0;
		assert!(!accepted(connect()).nodelay().expect("an option"));
		assert!(of_all_listeners().expect("Linux 5.6") >= 1);
		assert!(accepted(connect()).nodelay().expect("an option"));
	}
}
