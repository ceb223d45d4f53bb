//! A chain whose genesis has as many certificates as wanted: the runtime's own calls make them, natively
//! and in memory, so that nothing is in the state that a chain would not have put there.

use crate::Failure;
use aeo_primitives::{
	certificate_number, code, tin::Tin, CertificateNumber, CertificateType, Date, Ground, Role,
	Roles, Territory, WrittenTin,
};
use aeo_runtime::{AccountId, Runtime, RuntimeCall, RuntimeEvent, RuntimeOrigin, System};
use frame_support::storage::{storage_prefix, unhashed};
use pallet_certificates::{BatchMode, TakenOver, TakenOverPeriod, TakenOverState, WrittenRows};
use pallet_fees::OuterSigner;
use serde::{ser::SerializeMap, Serialize, Serializer};
use serde_json::{Map, Value};
use sp_core::{
	bytes::{from_hex, to_hex},
	sr25519, Pair, H256,
};
use sp_runtime::traits::Dispatchable;
use sp_state_machine::BasicExternalities;
use std::{
	collections::BTreeMap,
	fs::{self, File},
	io::{BufWriter, Write},
	path::{Path, PathBuf},
	time::{Duration, Instant, SystemTime, UNIX_EPOCH},
};

/// Certificates of one batch.
const BATCH: u32 = 400;

/// After how many certificates it is told how far it is.
const TOLD: u32 = 20_000;

/// What is made, from what.
#[derive(Debug, clap::Args)]
pub struct Arguments {
	/// A raw chain specification, as `aeo-node export-chain-spec --raw` writes it
	specification: PathBuf,
	/// Where the specification with the certificates is written
	out: PathBuf,
	/// Where the traders' TINs are written, one in a line
	#[arg(long, value_name = "FILE")]
	tins: PathBuf,
	/// How many certificates there are to be
	#[arg(long, value_name = "COUNT")]
	certificates: u32,
	/// The programme, of Mexico, which needs one officer only
	#[arg(long, value_name = "PROGRAMME")]
	programme: String,
	/// The type of the certificates
	#[arg(long = "type", value_name = "TYPE", default_value = "OEA")]
	kind: String,
	/// The secret URI of Mexico's officer who takes them over
	#[arg(long, value_name = "SECRET URI")]
	officer: String,
}

/// A TIN of Mexico that passes its check, of as many as there may be.
///
/// # Errors
///
/// A sentence where there are no more.
fn tin(place: u32) -> Result<Tin, Failure> {
	const LETTERS: u32 = 26;
	const NAMES: u32 = LETTERS * LETTERS * LETTERS;
	/// Two digits that are not 0.
	const DIGITS: u32 = 9;
	const SERIALS: u32 = DIGITS * DIGITS;
	let letter = |value: u32| {
		char::from_digit(10 + value % LETTERS, 36).map(|letter| letter.to_ascii_uppercase())
	};
	let name: Option<String> = [place / LETTERS / LETTERS, place / LETTERS, place]
		.into_iter()
		.map(letter)
		.collect();
	let name = name.ok_or("a letter is no letter")?;
	let serial = place / NAMES;
	if serial >= SERIALS {
		return Err(format!("there are {} invented firms, no more", NAMES * SERIALS).into());
	}
	let (tens, ones) = (1 + serial / DIGITS, 1 + serial % DIGITS);
	"0123456789A"
		.chars()
		.filter_map(|check| {
			Tin::new(Territory::MX, &format!("{name}010101{tens}{ones}{check}")).ok()
		})
		.find(|tin| tin.check().is_ok())
		.ok_or_else(|| format!("no check character fits firm {place}").into())
}

/// The calls that take certificates over, and what they share.
struct Taking {
	officer: AccountId,
	row: TakenOver,
}

impl Taking {
	fn new(arguments: &Arguments) -> Result<Self, Failure> {
		let pair = sr25519::Pair::from_string(&arguments.officer, None)
			.map_err(|error| format!("--officer: {error:?}"))?;
		let from: Date = "2025-01-01".parse()?;
		let document = H256::repeat_byte(7);
		let period = TakenOverPeriod {
			from,
			state: TakenOverState::Authorised,
			ground: Ground::Authority,
			document,
		};
		let row = TakenOver {
			number: number(0)?,
			tin: written(&tin(0)?)?,
			publication_consent: document,
			certificate_type: CertificateType {
				programme: code(&arguments.programme)?,
				code: code(&arguments.kind)?,
			},
			roles: Roles::new([Role::Exporter]).map_err(|error| format!("{error:?}"))?,
			valid_from: from,
			valid_until: None,
			periods: vec![period]
				.try_into()
				.map_err(|_| "a row has room for a period")?,
			instrument: None,
		};
		Ok(Self {
			officer: pair.public().into(),
			row,
		})
	}

	/// Takes over the certificates at some places, whose traders have these numbers.
	fn take_over(&self, first: u32, tins: &[Tin]) -> Result<(), Failure> {
		let row = |(place, tin): (u32, &Tin)| -> Result<TakenOver, Failure> {
			Ok(TakenOver {
				number: number(place)?,
				tin: written(tin)?,
				..self.row.clone()
			})
		};
		let rows: Vec<TakenOver> = (first..).zip(tins).map(row).collect::<Result<_, _>>()?;
		let call = RuntimeCall::Certificates(pallet_certificates::Call::propose_batch {
			rows: WrittenRows::from(rows),
			mode: BatchMode::AllOrNothing,
		});
		call.dispatch(RuntimeOrigin::signed(self.officer.clone()))
			.map_err(|refused| format!("the batch was refused: {:?}", refused.error))?;
		let refused = System::read_events_no_consensus().find_map(|record| match record.event {
			RuntimeEvent::Certificates(pallet_certificates::Event::RowFailed {
				number,
				error,
				..
			}) => Some(format!("certificate {number:?} was refused: {error:?}")),
			RuntimeEvent::Certificates(pallet_certificates::Event::BatchProposed { .. }) => {
				Some("the programme needs two officers".into())
			}
			_ => None,
		});
		forget_events();
		refused.map_or(Ok(()), |sentence| Err(sentence.into()))
	}
}

/// Forgets the events. `System::reset_events` does also look for topics, through all that was ever written:
/// none of our events has one.
fn forget_events() {
	for item in [b"Events".as_slice(), b"EventCount".as_slice()] {
		unhashed::kill(&storage_prefix(b"System", item));
	}
}

/// The number of the certificate at a place, as clients/firms/numbers.mjs has it.
fn number(place: u32) -> Result<CertificateNumber, Failure> {
	Ok(certificate_number(&format!("MX-{place:07}"))?)
}

/// A TIN as a call has it.
fn written(tin: &Tin) -> Result<WrittenTin, Failure> {
	let text = tin.text().as_str();
	text.try_into()
		.map_err(|error| format!("{text}: {error:?}").into())
}

/// Does work as if an officer had signed it, at the present time, in a block after the genesis of which
/// nothing else stays.
fn in_a_block<R>(officer: &AccountId, work: impl FnOnce() -> R) -> Result<R, Failure> {
	let now = SystemTime::now().duration_since(UNIX_EPOCH)?.as_millis();
	System::set_block_number(1);
	pallet_timestamp::Now::<Runtime>::put(u64::try_from(now)?);
	OuterSigner::<Runtime>::put(officer);
	let result = work();
	OuterSigner::<Runtime>::kill();
	pallet_timestamp::Now::<Runtime>::kill();
	System::set_block_number(0);
	Ok(result)
}

/// Takes over certificates, and writes down the numbers of their traders.
fn fill(arguments: &Arguments, taking: &Taking) -> Result<(), Failure> {
	let mut list = BufWriter::new(File::create(&arguments.tins)?);
	let start = Instant::now();
	for first in (0..arguments.certificates).step_by(BATCH as usize) {
		let last = arguments.certificates.min(first + BATCH);
		let tins = (first..last).map(tin).collect::<Result<Vec<_>, _>>()?;
		taking.take_over(first, &tins)?;
		for tin in &tins {
			writeln!(list, "{}", tin.text().as_str())?;
		}
		if last.is_multiple_of(TOLD) || last == arguments.certificates {
			told(last, arguments.certificates, start.elapsed());
		}
	}
	list.flush()?;
	Ok(())
}

fn told(made: u32, of: u32, took: Duration) {
	eprintln!("{made} of {of} certificates, {} s", took.as_secs());
}

/// The genesis state of a raw specification.
fn state_of(specification: &Value) -> Result<BTreeMap<Vec<u8>, Vec<u8>>, Failure> {
	let top = specification
		.pointer("/genesis/raw/top")
		.and_then(Value::as_object)
		.ok_or("the specification is not raw: write it by `aeo-node export-chain-spec --raw`")?;
	let bytes = |(key, value): (&String, &Value)| {
		let value = value.as_str().ok_or("a value of the genesis is no text")?;
		Ok((from_hex(key)?, from_hex(value)?))
	};
	top.iter().map(bytes).collect()
}

/// A specification whose genesis state is elsewhere, written without a copy of it.
struct Specification<'a> {
	rest: &'a Map<String, Value>,
	state: &'a BTreeMap<Vec<u8>, Vec<u8>>,
}

impl Serialize for Specification<'_> {
	fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
		let mut map = serializer.serialize_map(None)?;
		for (name, value) in self.rest {
			map.serialize_entry(name, value)?;
		}
		map.serialize_entry("genesis", &Genesis(self.state))?;
		map.end()
	}
}

/// A raw genesis.
struct Genesis<'a>(&'a BTreeMap<Vec<u8>, Vec<u8>>);

impl Serialize for Genesis<'_> {
	fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
		#[derive(Serialize)]
		#[serde(rename_all = "camelCase")]
		struct Raw<'a> {
			top: Hexadecimal<'a>,
			children_default: Map<String, Value>,
		}
		let raw = Raw {
			top: Hexadecimal(self.0),
			children_default: Map::new(),
		};
		let mut map = serializer.serialize_map(Some(1))?;
		map.serialize_entry("raw", &raw)?;
		map.end()
	}
}

/// Keys and values in hexadecimal digits.
struct Hexadecimal<'a>(&'a BTreeMap<Vec<u8>, Vec<u8>>);

impl Serialize for Hexadecimal<'_> {
	fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
		let entries = self.0.iter();
		serializer
			.collect_map(entries.map(|(key, value)| (to_hex(key, false), to_hex(value, false))))
	}
}

/// Writes a specification with certificates.
///
/// # Errors
///
/// A sentence: a file can't be read or written, the specification is not raw, an officer or a programme is
/// not known in it, a row is refused.
pub fn run(arguments: &Arguments) -> Result<String, Failure> {
	let mut specification: Value = serde_json::from_slice(&read(&arguments.specification)?)?;
	let mut externalities = BasicExternalities::new(sp_core::storage::Storage {
		top: state_of(&specification)?,
		..Default::default()
	});
	let taking = Taking::new(arguments)?;
	externalities.execute_with(|| in_a_block(&taking.officer, || fill(arguments, &taking)))??;
	let state = externalities.into_storages().top;
	let rest = specification
		.as_object_mut()
		.ok_or("the specification is no object")?;
	rest.remove("genesis");
	let mut out = BufWriter::new(File::create(&arguments.out)?);
	serde_json::to_writer(
		&mut out,
		&Specification {
			rest,
			state: &state,
		},
	)?;
	out.flush()?;
	Ok(
		serde_json::json!({ "certificates": arguments.certificates, "values": state.len() })
			.to_string(),
	)
}

fn read(path: &Path) -> Result<Vec<u8>, Failure> {
	fs::read(path).map_err(|error| format!("{}: {error}", path.display()).into())
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn invented_numbers_should_differ_and_pass_their_check() {
		let tins: Vec<Tin> = (0..40_000)
			.step_by(13)
			.map(|place| tin(place).unwrap())
			.collect();
		assert!(tins.iter().all(|tin| tin.check().is_ok()));
		let mut numbers: Vec<&str> = tins.iter().map(Tin::number).collect();
		numbers.sort_unstable();
		numbers.dedup();
		assert_eq!(numbers.len(), tins.len());
	}

	#[test]
	fn more_firms_than_there_are_should_be_refused() {
		assert!(tin(26 * 26 * 26 * 81).is_err());
	}

	#[test]
	fn specification_that_is_not_raw_should_be_refused() {
		assert!(state_of(&serde_json::json!({ "genesis": { "runtimeGenesis": {} } })).is_err());
	}
}
