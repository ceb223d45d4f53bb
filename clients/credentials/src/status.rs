//! Status lists (Bitstring Status List 1.0), which have no state of their own: they are what the chain says of an
//! issuer's certificates at a block.
//!
//! `/status/r{edition}-{page}`: the index is the ordinal; a bit is set where the certificate is over or a later edition
//! counts, and never falls. `/status/s{page}`: the index is twice the ordinal and 1 for the half security.

use crate::{claims::W3C_CONTEXT, moment};
use aeo_primitives::{Half, Moment, SuspensionScope};
use base64::{prelude::BASE64_URL_SAFE_NO_PAD as BASE64, Engine};
use flate2::{bufread::GzDecoder, Compression, GzBuilder};
use serde::Deserialize;
use serde_json::{json, Value};
use std::{
	fmt,
	io::{self, Read, Write},
	str::FromStr,
};

/// Bits of a list: the fewest that the standard allows, so that no list shows how few certificates there are.
pub const BITS: u32 = 131_072;

/// Bytes of a list.
const BYTES: usize = 16_384;

/// For how long a list may be kept, in milliseconds: a suspension shows in all caches after it.
pub const TTL: Moment = 5 * 60 * 1_000;

/// For how long a list is valid, in milliseconds.
pub const VALID: Moment = 60 * 60 * 1_000;

/// How the credentials of a certificate stand, as the chain says.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
pub struct Status {
	/// Which edition of them counts.
	pub edition: u16,
	/// Whether the certificate is over.
	pub ended: bool,
	/// What of it is suspended.
	pub suspended: Option<SuspensionScope>,
}

/// Which list it is.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum ListName {
	/// Of revocations.
	Revocation {
		/// The edition of the credentials.
		edition: u16,
		/// The page.
		page: u32,
	},
	/// Of suspensions.
	Suspension {
		/// The page.
		page: u32,
	},
}

impl ListName {
	/// Returns the list of revocations with a certificate.
	pub const fn revocation(edition: u16, ordinal: u32) -> Self {
		Self::Revocation {
			edition,
			page: ordinal / BITS,
		}
	}

	/// Returns the list of suspensions with a certificate.
	pub const fn suspension(ordinal: u32) -> Self {
		Self::Suspension {
			page: ordinal / (BITS / 2),
		}
	}

	/// Returns the index of a certificate in its list of revocations.
	pub const fn revocation_index(ordinal: u32) -> u32 {
		ordinal % BITS
	}

	/// Returns the index of half a certificate in its list of suspensions.
	pub const fn suspension_index(ordinal: u32, half: Half) -> u32 {
		let half = match half {
			Half::Customs => 0,
			Half::Security => 1,
		};
		(ordinal % (BITS / 2)) * 2 + half
	}

	/// Returns the ordinal at an index of a list of revocations; none where there is no such index.
	pub fn ordinal(self, index: u32) -> Option<u32> {
		match self {
			Self::Revocation { page, .. } if index < BITS => {
				page.checked_mul(BITS)?.checked_add(index)
			}
			_ => None,
		}
	}

	/// Returns what its bits are about, as the standard calls it.
	pub const fn purpose(self) -> &'static str {
		match self {
			Self::Revocation { .. } => "revocation",
			Self::Suspension { .. } => "suspension",
		}
	}

	/// Returns its address on a host.
	pub fn address(self, host: &str) -> String {
		format!("{host}/status/{self}")
	}

	/// Returns all lists of an issuer with so many certificates, whose latest edition is this.
	pub fn all(ordinals: u32, latest: u16) -> Vec<Self> {
		let pages = |size: u32| 0..ordinals.div_ceil(size).max(1);
		let revocations = (0..=latest)
			.flat_map(|edition| pages(BITS).map(move |page| Self::Revocation { edition, page }));
		let suspensions = pages(BITS / 2).map(|page| Self::Suspension { page });
		revocations.chain(suspensions).collect()
	}

	/// Returns whether it is one of these lists.
	pub const fn is_one_of(self, ordinals: u32, latest: u16) -> bool {
		let (page, size) = match self {
			Self::Revocation { edition, .. } if edition > latest => return false,
			Self::Revocation { page, .. } => (page, BITS),
			Self::Suspension { page } => (page, BITS / 2),
		};
		// There is a first one even where there is no certificate.
		page == 0 || page < ordinals.div_ceil(size)
	}

	/// Returns its bits, for all certificates of an issuer in the order of their ordinals.
	pub fn bits(self, statuses: &[Status]) -> Bits {
		let mut bits = Bits(vec![0; BYTES]);
		let (page, size) = match self {
			Self::Revocation { page, .. } => (page, BITS),
			Self::Suspension { page } => (page, BITS / 2),
		};
		let first = u64::from(page) * u64::from(size);
		let first = usize::try_from(first).unwrap_or(usize::MAX);
		let on_page = statuses.iter().skip(first).take(size as usize);
		for (ordinal, status) in (0_u32..).zip(on_page) {
			match self {
				Self::Revocation { edition, .. } => {
					if status.ended || status.edition > edition {
						bits.set(ordinal);
					}
				}
				Self::Suspension { .. } => {
					for half in [Half::Customs, Half::Security] {
						if status.suspended.is_some_and(|scope| scope.covers(half)) {
							bits.set(Self::suspension_index(ordinal, half));
						}
					}
				}
			}
		}
		bits
	}

	/// Returns the claims of the list: what its issuer says from the time of a block on. `changes_at` is when the
	/// clock changes something.
	pub fn claims(
		self,
		did: &str,
		host: &str,
		bits: &Bits,
		time: Moment,
		changes_at: Option<Moment>,
	) -> Value {
		let left = changes_at.map_or(Moment::MAX, |at| at.saturating_sub(time).saturating_sub(1));
		let until = time.saturating_add(VALID.min(left));
		let id = self.address(host);
		json!({
			"@context": [W3C_CONTEXT],
			"credentialSubject": {
				"encodedList": bits.encoded(),
				"id": format!("{id}#list"),
				"statusPurpose": self.purpose(),
				"ttl": TTL.min(left),
				"type": "BitstringStatusList",
			},
			"id": id,
			"issuer": did,
			"type": ["VerifiableCredential", "BitstringStatusListCredential"],
			"validFrom": moment::written(time),
			"validUntil": moment::written(until),
		})
	}
}

impl fmt::Display for ListName {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::Revocation { edition, page } => write!(f, "r{edition}-{page}"),
			Self::Suspension { page } => write!(f, "s{page}"),
		}
	}
}

/// The text names no list.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct NotAList;

impl FromStr for ListName {
	type Err = NotAList;

	fn from_str(text: &str) -> Result<Self, NotAList> {
		let named = if let Some(rest) = text.strip_prefix('r') {
			let (edition, page) = rest.split_once('-').ok_or(NotAList)?;
			Self::Revocation {
				edition: edition.parse().map_err(|_| NotAList)?,
				page: page.parse().map_err(|_| NotAList)?,
			}
		} else {
			let page = text.strip_prefix('s').ok_or(NotAList)?;
			Self::Suspension {
				page: page.parse().map_err(|_| NotAList)?,
			}
		};
		// No plus, no zeros in front.
		(named.to_string() == text).then_some(named).ok_or(NotAList)
	}
}

/// The bits of a list.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Bits(Vec<u8>);

impl Bits {
	fn set(&mut self, index: u32) {
		let (byte, bit) = (index / 8, index % 8);
		if let Some(byte) = self.0.get_mut(byte as usize) {
			// The first bit is the leftmost.
			*byte |= 0x80 >> bit;
		}
	}

	/// Returns whether a bit is set; none where the list has no such bit.
	pub fn get(&self, index: u32) -> Option<bool> {
		let byte = self.0.get((index / 8) as usize)?;
		Some(byte & (0x80 >> (index % 8)) != 0)
	}

	/// Returns them as they are sent: compressed, the same bits in the same bytes.
	fn encoded(&self) -> String {
		// Neither a time nor the name of a system.
		let mut writer = GzBuilder::new()
			.mtime(0)
			.operating_system(255)
			.write(Vec::new(), Compression::best());
		let written: io::Result<Vec<u8>> = writer.write_all(&self.0).and_then(|()| writer.finish());
		// Memory takes everything.
		format!("u{}", BASE64.encode(written.unwrap_or_default()))
	}

	/// Reads them; none where they are not as many as a list of ours has, however many they are.
	pub fn decoded(text: &str) -> Option<Self> {
		let compressed = BASE64.decode(text.strip_prefix('u')?).ok()?;
		let mut bytes = Vec::with_capacity(BYTES);
		let one_too_many = u64::try_from(BYTES).ok()?.checked_add(1)?;
		GzDecoder::new(compressed.as_slice())
			.take(one_too_many)
			.read_to_end(&mut bytes)
			.ok()?;
		(bytes.len() == BYTES).then_some(Self(bytes))
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	fn status() -> impl Strategy<Value = Status> {
		let suspended = prop_oneof![
			Just(None),
			Just(Some(SuspensionScope::Full)),
			Just(Some(SuspensionScope::Customs)),
			Just(Some(SuspensionScope::Security)),
		];
		(0_u16..4, any::<bool>(), suspended).prop_map(|(edition, ended, suspended)| Status {
			edition,
			ended,
			suspended,
		})
	}

	#[test]
	fn a_list_should_have_one_name() {
		for text in ["r0-0", "r12-3", "s0", "s41", "r65535-32767"] {
			assert_eq!(
				text.parse::<ListName>().map(|name| name.to_string()),
				Ok(text.into())
			);
		}
		for other in [
			"", "r", "r0", "r-0", "r00-0", "r+1-0", "r65536-0", "s", "s01", "t0", "r0-0/", "s-1",
		] {
			assert!(other.parse::<ListName>().is_err(), "{other}");
		}
	}

	#[test]
	fn the_lists_of_an_issuer_should_be_told_from_others() {
		for (ordinals, latest) in [(0, 0), (1, 2), (131_072, 1), (131_073, 0), (70_000, 0)] {
			let all = ListName::all(ordinals, latest);
			for page in 0..4 {
				let suspension = ListName::Suspension { page };
				let revocations = (0..4).map(|edition| ListName::Revocation { edition, page });
				for name in revocations.chain([suspension]) {
					let is_there = all.contains(&name);
					assert_eq!(name.is_one_of(ordinals, latest), is_there, "{name}");
				}
			}
		}
	}

	#[test]
	fn a_place_should_be_found_again() {
		for ordinal in [0, 1, 65_535, 65_536, 131_071, 131_072, u32::MAX] {
			let list = ListName::revocation(3, ordinal);
			assert_eq!(
				list.ordinal(ListName::revocation_index(ordinal)),
				Some(ordinal)
			);
			assert!(ListName::suspension_index(ordinal, Half::Security) < BITS);
		}
		assert_eq!(ListName::revocation(0, 0).ordinal(BITS), None);
		assert_eq!(ListName::suspension(0).ordinal(0), None);
	}

	#[test]
	fn the_first_bit_should_be_the_leftmost() {
		let ended = Status {
			edition: 0,
			ended: true,
			suspended: None,
		};
		let bits = ListName::revocation(0, 0).bits(&[ended]);
		assert_eq!(bits.0[..2], [0x80, 0]);
		assert_eq!(
			(bits.get(0), bits.get(1), bits.get(BITS)),
			(Some(true), Some(false), None)
		);
	}

	#[test]
	fn a_list_of_another_length_should_be_refused() {
		let encoded = |bytes: &[u8]| Bits(bytes.to_vec()).encoded();
		assert!(Bits::decoded(&encoded(&[0; BYTES])).is_some());
		for other in [0, 1, BYTES - 1, BYTES + 1, 50_000_000] {
			assert_eq!(Bits::decoded(&encoded(&vec![0; other])), None, "{other}");
		}
		let text = encoded(&[0; BYTES]);
		for other in [
			"",
			"u",
			"uAAAA",
			&text[1..],
			&format!("{text}="),
			&text[..text.len() - 8],
		] {
			assert_eq!(Bits::decoded(other), None);
		}
	}

	#[test]
	fn a_list_should_end_before_the_clock_changes_it() {
		let list = ListName::suspension(0);
		let bits = list.bits(&[]);
		let until = |changes_at| {
			let claims = list.claims(
				"did:web:a.example",
				"https://a.example",
				&bits,
				1_795_521_600_000,
				changes_at,
			);
			(
				claims["validUntil"].clone(),
				claims["credentialSubject"]["ttl"].clone(),
			)
		};
		assert_eq!(
			until(None),
			(json!("2026-11-24T13:00:00.000Z"), json!(300_000))
		);
		assert_eq!(
			until(Some(1_795_521_600_000 + 60_000)),
			(json!("2026-11-24T12:00:59.999Z"), json!(59_999))
		);
	}

	proptest! {
		#![proptest_config(ProptestConfig::with_cases(64))]

		/// C3: the same state, the same bytes; and each bit says what its certificate's status says.
		#[test]
		fn lists_should_be_what_the_statuses_say(statuses in prop::collection::vec(status(), 0..300)) {
			let latest = statuses.iter().map(|status| status.edition).max().unwrap_or(0);
			for list in ListName::all(statuses.len() as u32, latest) {
				let bits = list.bits(&statuses);
				let encoded = bits.encoded();
				prop_assert_eq!(&encoded, &list.bits(&statuses).encoded());
				prop_assert_eq!(Bits::decoded(&encoded), Some(bits.clone()));
				for (ordinal, status) in (0_u32..).zip(&statuses) {
					match list {
						ListName::Revocation { edition, .. } => prop_assert_eq!(
							bits.get(ListName::revocation_index(ordinal)),
							Some(status.ended || status.edition > edition)
						),
						ListName::Suspension { .. } => for half in [Half::Customs, Half::Security] {
							prop_assert_eq!(
								bits.get(ListName::suspension_index(ordinal, half)),
								Some(status.suspended.is_some_and(|scope| scope.covers(half)))
							);
						},
					}
				}
			}
		}
	}
}
