//! Certificates: the own one, and those of clients.

use super::config::Tls;
use crate::{
	failure::{Failure, Kind},
	keys,
};
use rustls::{
	crypto::ring,
	pki_types::{pem::PemObject, CertificateDer, PrivateKeyDer},
	server::WebPkiClientVerifier,
	RootCertStore, ServerConfig,
};
use std::{fs::File, path::Path, sync::Arc};
use tokio_rustls::TlsAcceptor;

/// Returns who takes connections by these files.
pub fn acceptor(files: &Tls) -> Result<TlsAcceptor, Failure> {
	let wrong = |error: rustls::Error| refused(&files.certificate, error.to_string());
	let provider = Arc::new(ring::default_provider());
	let config = ServerConfig::builder_with_provider(provider.clone())
		.with_safe_default_protocol_versions()
		.map_err(wrong)?;
	let config = match &files.client_ca {
		None => config.with_no_client_auth(),
		Some(file) => {
			let mut roots = RootCertStore::empty();
			for root in certificates(file)? {
				roots
					.add(root)
					.map_err(|error| refused(file, error.to_string()))?;
			}
			let verifier = WebPkiClientVerifier::builder_with_provider(Arc::new(roots), provider)
				.build()
				.map_err(|error| refused(file, error.to_string()))?;
			config.with_client_cert_verifier(verifier)
		}
	};
	let mut config = config
		.with_single_cert(certificates(&files.certificate)?, key(&files.key)?)
		.map_err(wrong)?;
	config.alpn_protocols = vec![b"http/1.1".to_vec()];
	Ok(TlsAcceptor::from(Arc::new(config)))
}

fn certificates(file: &Path) -> Result<Vec<CertificateDer<'static>>, Failure> {
	let wrong = |error: rustls::pki_types::pem::Error| refused(file, error.to_string());
	let all = CertificateDer::pem_file_iter(file).map_err(wrong)?;
	all.collect::<Result<_, _>>().map_err(wrong)
}

fn key(file: &Path) -> Result<PrivateKeyDer<'static>, Failure> {
	let open = File::open(file).map_err(|error| Failure::file(file.display(), &error))?;
	keys::ensure_not_public(file, &open)?;
	PrivateKeyDer::from_pem_file(file).map_err(|error| refused(file, error.to_string()))
}

fn refused(file: &Path, why: String) -> Failure {
	let details = [("file", file.display().to_string()), ("why", why)];
	Failure::with(Kind::GatewayTls, details)
}
