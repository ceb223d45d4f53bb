//! Takes connections, and lets go of them: of those who stay away as of those who come too often.

use super::{
	connections::{Connections, Limits, Refused},
	keys,
	metrics::Metrics,
	problem, reading,
};
use axum::{extract::Request, Extension, Router};
use hyper::server::conn::http1;
use hyper_util::{
	rt::{TokioIo, TokioTimer},
	service::TowerToHyperService,
};
use std::{pin::pin, sync::Arc, time::Duration};
use tokio::{
	io::{AsyncRead, AsyncWrite},
	net::{TcpListener, TcpStream},
	sync::watch,
	time::{sleep, timeout},
};
use tokio_io_timeout::TimeoutStream;
use tokio_rustls::TlsAcceptor;

/// How long a client may take to agree on TLS.
const HANDSHAKE: Duration = Duration::from_secs(10);

/// How long it may take to tell a client that there is no place for it.
const REFUSAL: Duration = Duration::from_secs(5);

/// Most bytes that are read before they are looked at.
const MOST_READ: usize = 64 * 1024;

/// How long what is under way may take when the program ends.
const LAST: Duration = Duration::from_secs(10);

/// How long it is waited where no connection can be taken, since too many files are open.
const REST: Duration = Duration::from_millis(100);

/// The hash of the certificate that a client has shown; none where it has shown none.
#[derive(Clone, Copy)]
pub struct Peer(pub Option<[u8; 32]>);

/// How a connection is answered.
struct Manner {
	tls: Option<TlsAcceptor>,
	router: Router,
	/// How long a client may take for what it says, and to take what it is told.
	patience: Duration,
	/// Whether it may ask more than once.
	stays: bool,
	closing: watch::Receiver<bool>,
}

/// Answers until `closing`; what is under way then is answered still.
pub async fn serve(
	listener: TcpListener,
	tls: Option<TlsAcceptor>,
	router: Router,
	limits: Limits,
	metrics: Arc<Metrics>,
	mut closing: watch::Receiver<bool>,
) {
	let connections = Connections::new(limits, metrics);
	loop {
		let accepted = tokio::select! {
			accepted = listener.accept() => accepted,
			() = closed(&mut closing) => break,
		};
		let Ok((stream, address)) = accepted else {
			sleep(REST).await;
			continue;
		};
		let manner = |router, stays| Manner {
			tls: tls.clone(),
			router,
			patience: limits.patience,
			stays,
			closing: closing.clone(),
		};
		match connections.admit(address.ip()) {
			Ok(place) => {
				let manner = manner(router.clone(), true);
				tokio::spawn(async move {
					connection(stream, manner).await;
					drop(place);
				});
			}
			// Where too many are told already, who comes is let go of without a word.
			Err(refused) => {
				if let Some(place) = connections.to_be_told() {
					let manner = manner(saying(refused), false);
					tokio::spawn(async move {
						drop(timeout(REFUSAL, connection(stream, manner)).await);
						drop(place);
					});
				}
			}
		}
	}
	// Who is not done by then is cut off.
	drop(timeout(LAST, connections.all_gone()).await);
}

/// Waits until the program ends.
pub async fn closed(closing: &mut watch::Receiver<bool>) {
	drop(closing.wait_for(|closing| *closing).await);
}

/// Says to whatever is asked why it isn't answered.
fn saying(refused: Refused) -> Router {
	Router::new().fallback(move |request: Request| async move {
		let language = problem::language(request.headers());
		// Who is cut off while it speaks may not hear what it is told.
		drop(reading::body(request.into_body()).await);
		refused.problem().response(language)
	})
}

async fn connection(stream: TcpStream, manner: Manner) {
	if stream.set_nodelay(true).is_err() {
		return;
	}
	let mut stream = TimeoutStream::new(stream);
	stream.set_write_timeout(Some(manner.patience));
	let stream = Box::pin(stream);
	let Some(tls) = manner.tls.clone() else {
		return answer(stream, Peer(None), manner).await;
	};
	if let Ok(Ok(stream)) = timeout(HANDSHAKE, tls.accept(stream)).await {
		let certificates = stream.get_ref().1.peer_certificates();
		let own = certificates.and_then(|certificates| certificates.first());
		let peer = Peer(own.map(|own| keys::hash(own)));
		answer(stream, peer, manner).await;
	}
}

async fn answer(
	stream: impl AsyncRead + AsyncWrite + Send + Unpin + 'static,
	peer: Peer,
	manner: Manner,
) {
	let mut closing = manner.closing;
	let service = TowerToHyperService::new(manner.router.layer(Extension(peer)));
	let mut connection = pin!(http1::Builder::new()
		.timer(TokioTimer::new())
		.header_read_timeout(manner.patience)
		.keep_alive(manner.stays)
		.max_buf_size(MOST_READ)
		.serve_connection(TokioIo::new(stream), service));
	let ended = tokio::select! {
		ended = connection.as_mut() => ended,
		() = closed(&mut closing) => {
			connection.as_mut().graceful_shutdown();
			connection.await
		}
	};
	// The client went away, took nothing for too long, or spoke no HTTP: it was told so where that could be.
	drop(ended);
}
