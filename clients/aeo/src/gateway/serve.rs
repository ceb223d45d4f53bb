//! Takes connections, and lets go of them.

use super::keys;
use axum::{Extension, Router};
use hyper::server::conn::http1;
use hyper_util::{
	rt::{TokioIo, TokioTimer},
	service::TowerToHyperService,
};
use std::{pin::pin, sync::Arc, time::Duration};
use tokio::{
	io::{AsyncRead, AsyncWrite},
	net::{TcpListener, TcpStream},
	sync::{watch, Semaphore},
	time::{sleep, timeout},
};
use tokio_rustls::TlsAcceptor;

/// Most connections.
const MOST: usize = 4_096;

/// How long a client may take to agree on TLS.
const HANDSHAKE: Duration = Duration::from_secs(10);

/// How long a client may take to say what it asks, and a connection lie idle.
const HEAD: Duration = Duration::from_secs(60);

/// Most bytes that are read before they are looked at.
const MOST_READ: usize = 64 * 1024;

/// How long what is under way may take when the program ends.
const LAST: Duration = Duration::from_secs(10);

/// How long it is waited where no connection can be taken, since too many files are open.
const REST: Duration = Duration::from_millis(100);

/// The hash of the certificate that a client has shown; none where it has shown none.
#[derive(Clone, Copy)]
pub struct Peer(pub Option<[u8; 32]>);

/// Answers until `closing`; what is under way then is answered still.
pub async fn serve(
	listener: TcpListener,
	tls: Option<TlsAcceptor>,
	router: Router,
	mut closing: watch::Receiver<bool>,
) {
	let places = Arc::new(Semaphore::new(MOST));
	loop {
		let accepted = tokio::select! {
			accepted = listener.accept() => accepted,
			() = closed(&mut closing) => break,
		};
		let Ok((stream, _)) = accepted else {
			sleep(REST).await;
			continue;
		};
		// Who comes when all places are taken is let go of at once, and tries again.
		let Ok(place) = places.clone().try_acquire_owned() else {
			continue;
		};
		let (tls, router, closing) = (tls.clone(), router.clone(), closing.clone());
		tokio::spawn(async move {
			connection(stream, tls, router, closing).await;
			drop(place);
		});
	}
	let all = u32::try_from(MOST).unwrap_or(u32::MAX);
	// Who is not done by then is cut off.
	drop(timeout(LAST, places.acquire_many(all)).await);
}

/// Waits until the program ends.
pub async fn closed(closing: &mut watch::Receiver<bool>) {
	drop(closing.wait_for(|closing| *closing).await);
}

async fn connection(
	stream: TcpStream,
	tls: Option<TlsAcceptor>,
	router: Router,
	closing: watch::Receiver<bool>,
) {
	if stream.set_nodelay(true).is_err() {
		return;
	}
	let Some(tls) = tls else {
		return answer(stream, Peer(None), router, closing).await;
	};
	if let Ok(Ok(stream)) = timeout(HANDSHAKE, tls.accept(stream)).await {
		let certificates = stream.get_ref().1.peer_certificates();
		let own = certificates.and_then(|certificates| certificates.first());
		let peer = Peer(own.map(|own| keys::hash(own)));
		answer(stream, peer, router, closing).await;
	}
}

async fn answer(
	stream: impl AsyncRead + AsyncWrite + Send + Unpin + 'static,
	peer: Peer,
	router: Router,
	mut closing: watch::Receiver<bool>,
) {
	let service = TowerToHyperService::new(router.layer(Extension(peer)));
	let mut connection = pin!(http1::Builder::new()
		.timer(TokioTimer::new())
		.header_read_timeout(HEAD)
		.max_buf_size(MOST_READ)
		.serve_connection(TokioIo::new(stream), service));
	let ended = tokio::select! {
		ended = connection.as_mut() => ended,
		() = closed(&mut closing) => {
			connection.as_mut().graceful_shutdown();
			connection.await
		}
	};
	// The client went away, or spoke no HTTP: it was told so where that could be.
	drop(ended);
}
