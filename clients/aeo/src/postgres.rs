//! A database of PostgreSQL: its address, its password, a connection.
//!
//! The password is never part of the address, which everybody on this computer can read: it comes from where every
//! client of PostgreSQL looks for it, `PGPASSWORD`, `PGPASSFILE` or `~/.pgpass`. Beyond this computer only TLS is spoken,
//! with a certificate that the system trusts.

use crate::failure::{Failure, Kind};
use rustls::ClientConfig;
use rustls_platform_verifier::ConfigVerifierExt;
use std::{
	env,
	error::Error as _,
	fs, io,
	net::IpAddr,
	path::{Path, PathBuf},
	time::Duration,
};
use tokio_postgres::{
	config::{Host, SslMode},
	types::Type,
	Client, Config, Error, NoTls, SimpleQueryMessage,
};
use tokio_postgres_rustls::MakeRustlsConnect;
use zeroize::Zeroizing;

/// Where PostgreSQL listens if nothing else is said.
const PORT: u16 = 5432;

/// The address of a database.
#[derive(Debug)]
pub struct Address {
	config: Config,
	/// As it may be shown.
	pub shown: String,
}

/// How long a connection may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// After how long without a word it is asked whether the other side is still there, and how long the answer may take.
const SILENCE: Duration = Duration::from_secs(30);

/// PostgreSQL's own answer to that, where nothing is said.
const SILENCE_OF_POSTGRESQL: Duration = Duration::from_secs(2 * 60 * 60);

/// Limits what an address says nothing about, so that a database that was lost without a word is missed.
fn set_limits(config: &mut Config) {
	if config.get_connect_timeout().is_none() {
		config.connect_timeout(PATIENCE);
	}
	if config.get_tcp_user_timeout().is_none() {
		config.tcp_user_timeout(SILENCE);
	}
	if config.get_keepalives_idle() == SILENCE_OF_POSTGRESQL {
		config.keepalives_idle(SILENCE);
	}
}

/// Whether a text names a database of PostgreSQL.
pub fn is_address(named: &str) -> bool {
	named.starts_with("postgres://") || named.starts_with("postgresql://")
}

impl Address {
	/// Reads `postgres://USER@HOST:PORT/NAME`.
	///
	/// # Errors
	///
	/// It can't be read, or has a password.
	pub fn read(named: &str) -> Result<Self, Failure> {
		let mut config: Config = named.parse().map_err(|error: Error| {
			// What can't be read may hold a password.
			Failure::with(Kind::DatabaseAddress, [("why", why(&error))])
		})?;
		if config.get_password().is_some() {
			return Err(Failure::new(Kind::PasswordInAddress));
		}
		if config.get_hosts().is_empty() {
			config.host("localhost");
		}
		config.application_name("aeo");
		set_limits(&mut config);
		// An address by number goes before the name.
		let is_all_here = config.get_hosts().iter().all(is_here)
			&& config.get_hostaddrs().iter().all(IpAddr::is_loopback);
		if !is_all_here {
			config.ssl_mode(SslMode::Require);
		}
		let place = Place::of(&config);
		let shown = format!(
			"postgres://{}@{}:{}/{}",
			place.user, place.host, place.port, place.database
		);
		Ok(Self { config, shown })
	}

	/// Connects.
	///
	/// # Errors
	///
	/// The database doesn't answer, or takes neither user nor password.
	pub async fn connect(&self) -> Result<Client, Failure> {
		let mut config = self.config.clone();
		if let Some(password) = password(&Place::of(&config))? {
			config.password(password.as_bytes());
		}
		if config.get_ssl_mode() != SslMode::Require {
			let (client, connection) = config
				.connect(NoTls)
				.await
				.map_err(|error| self.failed(&error))?;
			tokio::spawn(connection);
			return Ok(client);
		}
		// It is there already where another one of this process was first.
		let _known = rustls::crypto::ring::default_provider().install_default();
		let tls = ClientConfig::with_platform_verifier()
			.map_err(|error| Failure::with(Kind::System, [("why", error.to_string())]))?;
		let (client, connection) = config
			.connect(MakeRustlsConnect::new(tls))
			.await
			.map_err(|error| self.failed(&error))?;
		tokio::spawn(connection);
		Ok(client)
	}

	/// What the database says, as a failure.
	pub fn failed(&self, error: &Error) -> Failure {
		let details = [("database", self.shown.clone()), ("why", why(error))];
		Failure::with(Kind::Database, details)
	}

	/// Reads a view as a list: its columns' names are the headings.
	pub async fn table(&self, view: &str) -> Result<Vec<u8>, Failure> {
		let client = self.connect().await?;
		let failed = |error: &Error| self.failed(error);
		let unusable = |why: String| {
			let details = [("source", self.shown.clone()), ("why", why)];
			Failure::with(Kind::RegistryRead, details)
		};
		client
			.batch_execute("BEGIN READ ONLY; SET LOCAL datestyle TO 'ISO'")
			.await
			.map_err(|error| failed(&error))?;
		let query = format!("SELECT * FROM {}", quoted(view));
		let prepared = client.prepare(&query).await;
		let prepared = prepared.map_err(|error| failed(&error))?;
		let columns = prepared.columns();
		if columns.iter().any(|column| *column.type_() == Type::BYTEA) {
			return Err(unusable("a column has bytes instead of a text".into()));
		}
		let mut writer = csv::Writer::from_writer(Vec::new());
		let mut write = |cells: Vec<&str>| writer.write_record(cells);
		write(columns.iter().map(|column| column.name()).collect())
			.map_err(|error| unusable(error.to_string()))?;
		let answer = client.simple_query(&query).await;
		for message in answer.map_err(|error| failed(&error))? {
			if let SimpleQueryMessage::Row(row) = message {
				let cells = (0..row.len()).map(|column| row.get(column).unwrap_or_default());
				write(cells.collect()).map_err(|error| unusable(error.to_string()))?;
			}
		}
		writer
			.into_inner()
			.map_err(|error| unusable(error.to_string()))
	}
}

/// The name of a view, or `SCHEMA.VIEW`, as it stands in a query.
fn quoted(view: &str) -> String {
	let names = view
		.split('.')
		.map(|name| format!("\"{}\"", name.replace('"', "\"\"")));
	names.collect::<Vec<_>>().join(".")
}

/// What went wrong, with what the database says of it.
pub fn why(error: &Error) -> String {
	match error.source() {
		Some(source) => format!("{error}: {source}"),
		None => error.to_string(),
	}
}

/// Whether a host is this computer.
fn is_here(host: &Host) -> bool {
	match host {
		Host::Unix(_) => true,
		Host::Tcp(name) => {
			name == "localhost"
				|| name
					.parse::<IpAddr>()
					.is_ok_and(|address| address.is_loopback())
		}
	}
}

/// What a password is for.
#[derive(Debug)]
struct Place {
	host: String,
	port: u16,
	database: String,
	user: String,
}

impl Place {
	fn of(config: &Config) -> Self {
		let host = match config.get_hosts().first() {
			Some(Host::Tcp(name)) => name.clone(),
			// As PostgreSQL's own clients look for it.
			_ => "localhost".to_owned(),
		};
		let user = config.get_user().unwrap_or_default().to_owned();
		Self {
			host,
			port: config.get_ports().first().copied().unwrap_or(PORT),
			database: config.get_dbname().unwrap_or(&user).to_owned(),
			user,
		}
	}
}

/// Returns the password; none where there is none.
fn password(place: &Place) -> Result<Option<Zeroizing<String>>, Failure> {
	if let Ok(password) = env::var("PGPASSWORD") {
		return Ok(Some(Zeroizing::new(password)));
	}
	let named = env::var_os("PGPASSFILE").map(PathBuf::from);
	let usual = || Some(PathBuf::from(env::var_os("HOME")?).join(".pgpass"));
	let Some(file) = named.or_else(usual) else {
		return Ok(None);
	};
	let text = match fs::read_to_string(&file) {
		Ok(text) => Zeroizing::new(text),
		Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
		Err(error) => return Err(Failure::file(file.display(), &error)),
	};
	ensure_private(&file)?;
	Ok(text.lines().find_map(|line| of_line(line, place)))
}

/// Refuses a file that others may read, as PostgreSQL's own clients do.
#[cfg(unix)]
fn ensure_private(file: &Path) -> Result<(), Failure> {
	use std::os::unix::fs::PermissionsExt;
	let about = fs::metadata(file).map_err(|error| Failure::file(file.display(), &error))?;
	if about.permissions().mode() & 0o077 == 0 {
		Ok(())
	} else {
		let details = [("file", file.display().to_string())];
		Err(Failure::with(Kind::FileReadable, details))
	}
}

/// Refuses nothing where rights are not said so.
#[cfg(not(unix))]
#[allow(clippy::unnecessary_wraps, reason = "elsewhere it refuses")]
const fn ensure_private(_file: &Path) -> Result<(), Failure> {
	Ok(())
}

/// Returns the password of a line `HOST:PORT:DATABASE:USER:PASSWORD` that is for a place.
fn of_line(line: &str, place: &Place) -> Option<Zeroizing<String>> {
	if line.starts_with('#') {
		return None;
	}
	let mut fields = vec![Zeroizing::new(String::new())];
	let mut letters = line.chars();
	while let Some(letter) = letters.next() {
		let letter = match letter {
			':' if fields.len() < 5 => {
				fields.push(Zeroizing::new(String::new()));
				continue;
			}
			'\\' => letters.next()?,
			other => other,
		};
		fields.last_mut()?.push(letter);
	}
	let [host, port, database, user, password] = <[_; 5]>::try_from(fields).ok()?;
	let fits = |field: &str, wanted: &str| field == "*" || field == wanted;
	let is_for_it = fits(&host, &place.host)
		&& fits(&port, &place.port.to_string())
		&& fits(&database, &place.database)
		&& fits(&user, &place.user);
	is_for_it.then_some(password)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn addresses_should_be_read_and_shown_without_secrets() {
		let address = Address::read("postgresql://risk@db.aduana.example/mirror").expect("one");
		assert_eq!(
			address.shown,
			"postgres://risk@db.aduana.example:5432/mirror"
		);
		assert_eq!(address.config.get_ssl_mode(), SslMode::Require);
		let here = Address::read("postgres://risk@127.0.0.1:5433/mirror").expect("one");
		assert_ne!(here.config.get_ssl_mode(), SslMode::Require);
		let plain = Address::read("postgres://risk@10.0.0.1/mirror?sslmode=disable").expect("one");
		assert_eq!(plain.config.get_ssl_mode(), SslMode::Require);
		for elsewhere in [
			"postgres://risk@localhost/mirror?hostaddr=10.0.0.1",
			"postgres://risk@/mirror?hostaddr=10.0.0.1",
		] {
			let address = Address::read(elsewhere).expect("one");
			assert_eq!(
				address.config.get_ssl_mode(),
				SslMode::Require,
				"{elsewhere}"
			);
		}
		let by_number = Address::read("postgres://risk@localhost/mirror?hostaddr=127.0.0.1");
		assert_ne!(
			by_number.expect("one").config.get_ssl_mode(),
			SslMode::Require
		);
		let secret = Address::read("postgres://risk:secret@127.0.0.1/mirror").err();
		assert!(secret.is_some_and(|why| why.is(Kind::PasswordInAddress)));
		let wrong = Address::read("postgres://127.0.0.1:port/mirror").err();
		assert!(wrong.is_some_and(|why| why.is(Kind::DatabaseAddress)));
	}

	#[test]
	fn a_database_that_is_lost_should_be_missed() {
		let limits = |address: &str| {
			let config = Address::read(address).expect("one").config;
			(
				config.get_connect_timeout().copied(),
				config.get_keepalives_idle(),
				config.get_tcp_user_timeout().copied(),
			)
		};
		assert_eq!(
			limits("postgres://risk@db.example/mirror"),
			(Some(PATIENCE), SILENCE, Some(SILENCE))
		);
		let said = "postgres://risk@db.example/mirror?connect_timeout=3&keepalives_idle=4&tcp_user_timeout=5";
		let seconds = Duration::from_secs;
		let (connect, idle, user) = limits(said);
		assert_eq!((connect, idle), (Some(seconds(3)), seconds(4)));
		assert!(user.is_some_and(|user| user != SILENCE));
	}

	#[test]
	fn passwords_should_be_found_as_postgresql_does() {
		let address = Address::read("postgres://risk@db.example/mirror").expect("one");
		let place = Place::of(&address.config);
		let found = |line: &str| of_line(line, &place).map(|password| password.to_string());
		assert_eq!(found("db.example:5432:mirror:risk:p:w"), Some("p:w".into()));
		assert_eq!(found(r"*:*:*:risk:a\:b\\c"), Some(r"a:b\c".into()));
		for other in [
			"# db.example:5432:mirror:risk:pw",
			"db.example:5433:mirror:risk:pw",
			"db.example:5432:mirror:other:pw",
			"db.example:5432:mirror:risk",
			"",
		] {
			assert_eq!(found(other), None, "{other}");
		}
	}

	#[test]
	fn names_should_not_leave_their_place() {
		assert_eq!(quoted("firms"), "\"firms\"");
		assert_eq!(quoted("registry.el padrón"), "\"registry\".\"el padrón\"");
		assert_eq!(
			quoted("firms\"; DROP TABLE firms"),
			"\"firms\"\"; DROP TABLE firms\""
		);
	}
}
