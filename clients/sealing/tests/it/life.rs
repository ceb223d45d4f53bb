//! Sealing and the rule of sharing together: random consents, legs, classes, keys, quarantines and clocks.
//! What a reader is shown at any moment is what a plain reading of the rule lets it have, of the list that it
//! has: nothing more, and nothing less.

use crate::sample::{chain, number, record, Files, CLASSES, GENESIS, ISSUER};
use aeo_primitives::{
	recognition::{
		Administration, Certificate, Consent, ConsentMode, ConsentNeed, LegState, Standing,
	},
	CertificateNumber, CertificateState, CertificateType, DataClass, DataClasses, Date,
	DisclosedLeg, Halves, Moment, Role, Roles, Territory, UtcOffset, Validity,
};
use aeo_sealing::{visible, Book, Error, OnChain, Secret, Shared, SharedCertificate};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

const READERS: [Territory; 2] = [Territory::CR, Territory::PE];
const ORDINALS: [u32; 4] = [0, 49, 50, 120];

/// 2026-07-01T12:00:00Z, and a day.
const NOON: Moment = 1_782_907_200_000;
const DAY: Moment = 86_400_000;

#[derive(Clone, Debug)]
enum Step {
	/// The issuer writes the next version of a record.
	Write(u32, DataClass),
	/// A holder says yes or no, for all agreements or for that with one reader.
	Consent(u32, Option<usize>, bool),
	/// The leg to a reader becomes another one.
	Leg(usize, Leg),
	/// An administration, the issuer or a reader, is in quarantine by itself, or is not.
	Quarantine(Option<usize>, bool),
	/// Days pass.
	Pass(u16),
	/// A reader takes a new key.
	Rotate(usize),
	/// The issuer publishes a reader's list, if the chain would take it.
	Publish(usize),
}

/// A leg in the plainest form.
#[derive(Clone, Copy, Debug)]
struct Leg {
	/// Days from the beginning to the first day, and from there to the last, if notice was given.
	first: u16,
	lasts: Option<u16>,
	stopped: bool,
	needs_consent: bool,
	classes: DataClasses,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
	let ordinal = || proptest::sample::select(ORDINALS.as_slice());
	let class = || proptest::sample::select(CLASSES.as_slice());
	let classes = proptest::sample::subsequence(CLASSES.as_slice(), 0..=4)
		.prop_map(|classes| DataClasses::new(classes).expect("at most four"));
	let reader = || 0..READERS.len();
	let leg = (
		0..30_u16,
		proptest::option::of(0..60_u16),
		any::<bool>(),
		any::<bool>(),
		classes,
	)
		.prop_map(|(first, lasts, stopped, needs_consent, classes)| Leg {
			first,
			lasts,
			stopped: stopped && first % 3 == 0,
			needs_consent,
			classes,
		});
	let step = prop_oneof![
		5 => (ordinal(), class()).prop_map(|(ordinal, class)| Step::Write(ordinal, class)),
		4 => (ordinal(), proptest::option::of(reader()), any::<bool>())
			.prop_map(|(ordinal, reader, given)| Step::Consent(ordinal, reader, given)),
		3 => (reader(), leg).prop_map(|(reader, leg)| Step::Leg(reader, leg)),
		1 => (proptest::option::of(reader()), any::<bool>())
			.prop_map(|(who, quarantined)| Step::Quarantine(who, quarantined)),
		2 => prop_oneof![0..20_u16, 300..400_u16].prop_map(Step::Pass),
		1 => reader().prop_map(Step::Rotate),
		5 => reader().prop_map(Step::Publish),
	];
	proptest::collection::vec(step, 1..60)
}

/// Consent, as people say it.
#[derive(Clone, Default)]
struct Said {
	for_all: bool,
	for_one: BTreeMap<usize, bool>,
}

/// What is true on the chain.
struct World {
	days: Moment,
	consents: BTreeMap<u32, Said>,
	legs: [Option<Leg>; 2],
	quarantined: BTreeSet<Option<usize>>,
}

fn utc() -> UtcOffset {
	UtcOffset::try_from(0).expect("in range")
}

fn date(days: Moment) -> Date {
	Date::at(NOON + days * DAY, utc()).expect("in range")
}

/// The certificates end a year after the beginning.
const LAST: Moment = 365;

impl World {
	/// The rule, by the library's function over facts.
	fn by_rule(&self, reader: usize) -> Shared {
		let administration = |territory, who| Administration {
			territory,
			utc_offset: utc(),
			standing: if self.quarantined.contains(&who) {
				Standing::QuarantinedByItself
			} else {
				Standing::Admitted
			},
			admission: 1,
		};
		let issuer = administration(ISSUER, None);
		let grantor = administration(READERS[reader], Some(reader));
		let legs: Vec<_> = self.legs[reader]
			.iter()
			.map(|leg| disclosed(reader, leg))
			.collect();
		ORDINALS
			.iter()
			.map(|ordinal| {
				let certificate = certificate(*ordinal, self.consents.get(ordinal));
				let now = NOON + self.days * DAY;
				let classes =
					aeo_primitives::shared(now, &issuer, &grantor, &certificate, NOON, &legs);
				let shared = SharedCertificate {
					ordinal: *ordinal,
					classes,
				};
				(number(*ordinal), shared)
			})
			.collect()
	}

	/// The rule in plain words: whether a reader may read a class of a certificate today.
	fn may_read(&self, reader: usize, ordinal: u32, class: DataClass) -> bool {
		let Some(leg) = self.legs[reader] else {
			return false;
		};
		let first = Moment::from(leg.first);
		let is_in_force = !leg.stopped
			&& self.days >= first
			&& leg
				.lasts
				.is_none_or(|lasts| self.days <= first + Moment::from(lasts));
		let said = self.consents.get(&ordinal).cloned().unwrap_or_default();
		let consents = said.for_one.get(&reader).copied().unwrap_or(said.for_all);
		is_in_force
			&& leg.classes.contains(class)
			&& (consents || !leg.needs_consent)
			&& !self.quarantined.contains(&None)
			&& !self.quarantined.contains(&Some(reader))
			&& self.days <= LAST + 365
	}
}

fn kind() -> CertificateType {
	CertificateType {
		programme: "OEA".parse().expect("a code"),
		code: "OEA".parse().expect("a code"),
	}
}

fn agreement(reader: usize) -> u32 {
	u32::try_from(reader).expect("few")
}

fn disclosed(reader: usize, leg: &Leg) -> DisclosedLeg {
	let first = Moment::from(leg.first);
	let from = date(first);
	DisclosedLeg {
		agreement: agreement(reader),
		state: match leg.lasts {
			_ if leg.stopped => LegState::Suspended,
			None => LegState::InForce { from },
			Some(lasts) => LegState::NoticeGiven {
				from,
				until: date(first + Moment::from(lasts)),
			},
		},
		consent: if leg.needs_consent {
			ConsentNeed::Needed
		} else {
			ConsentNeed::NotNeeded
		},
		types: vec![kind()].try_into().expect("one"),
		classes: leg.classes,
	}
}

fn certificate(ordinal: u32, said: Option<&Said>) -> Certificate {
	let said = said.cloned().unwrap_or_default();
	let contrary = said
		.for_one
		.iter()
		.filter(|(_, given)| **given != said.for_all);
	let exceptions: Vec<_> = contrary.map(|(reader, _)| agreement(*reader)).collect();
	Certificate {
		number: number(ordinal),
		certificate_type: kind(),
		halves: Halves::Both,
		roles: Roles::new([Role::Exporter]).expect("one"),
		state: CertificateState::Authorised,
		validity: Some(Validity {
			from: date(0),
			until: Some(date(LAST)),
			renewal_pending: false,
		}),
		consent: Consent {
			mode: if said.for_all {
				ConsentMode::Standing
			} else {
				ConsentMode::Asked
			},
			exceptions: exceptions.try_into().expect("few"),
		},
		recognition_suspended: false,
		succeeded_by: None,
	}
}

/// What a reader has.
struct Reader {
	keys: u8,
	published: Option<(OnChain, u8)>,
	/// Of each record in its list, the text.
	has: BTreeMap<(CertificateNumber, DataClass), String>,
	files: Files,
}

fn key(reader: usize, nth: u8) -> Secret {
	let mut bytes = [nth; 32];
	// X25519 ignores the lowest three bits.
	bytes[0] = u8::try_from(8 * (reader + 1)).expect("few");
	Secret::from_bytes(bytes)
}

proptest! {
	#![proptest_config(ProptestConfig {
		// 64 cases unless PROPTEST_CASES says otherwise.
		cases: std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(64),
		..ProptestConfig::default()
	})]

	#[test]
	fn a_reader_should_be_shown_what_the_rule_lets_it_read_of_its_list(steps in steps()) {
		let mut book = Book::new(GENESIS, ISSUER);
		let mut latest: BTreeMap<(u32, DataClass), (u32, String)> = BTreeMap::new();
		let mut world = World {
			days: 0,
			consents: BTreeMap::new(),
			legs: [None, None],
			quarantined: BTreeSet::new(),
		};
		let mut readers = [0, 1].map(|_| Reader {
			keys: 1,
			published: None,
			has: BTreeMap::new(),
			files: Files::default(),
		});
		for step in steps {
			match step {
				Step::Write(ordinal, class) => {
					let version = latest.get(&(ordinal, class)).map_or(1, |(version, _)| version + 1);
					let record = record(class, ordinal, version);
					latest.insert((ordinal, class), (version, record.canonical()));
					prop_assert_eq!(book.set(ordinal, record), Ok(true));
				}
				Step::Consent(ordinal, reader, given) => {
					let said = world.consents.entry(ordinal).or_default();
					match reader {
						Some(reader) => {
							said.for_one.insert(reader, given);
						}
						None => *said = Said { for_all: given, for_one: BTreeMap::new() },
					}
				}
				Step::Leg(reader, leg) => world.legs[reader] = Some(leg),
				Step::Quarantine(who, true) => {
					world.quarantined.insert(who);
				}
				Step::Quarantine(who, false) => {
					world.quarantined.remove(&who);
				}
				Step::Pass(days) => world.days += Moment::from(days),
				Step::Rotate(reader) => readers[reader].keys += 1,
				Step::Publish(place) => {
					let shared = world.by_rule(place);
					let reader = &mut readers[place];
					let sequence = reader.published.map_or(1, |(chain, _)| chain.sequence + 1);
					let secret = key(place, reader.keys);
					let sealed = book.list_for(READERS[place], secret.public(), sequence, &shared);
					let on_chain = reader.files.add(&sealed, chain(READERS[place], sequence));
					reader.published = Some((on_chain, reader.keys));
					reader.has = latest
						.iter()
						.filter(|((ordinal, class), _)| world.may_read(place, *ordinal, *class))
						.map(|((ordinal, class), (_, text))| ((number(*ordinal), *class), text.clone()))
						.collect();
				}
			}
			for (place, reader) in readers.iter().enumerate() {
				let Some((on_chain, nth)) = reader.published else { continue };
				let secret = key(place, nth);
				let (_, opened) = reader.files.open(on_chain, &secret).expect("its own list");
				let shared = world.by_rule(place);
				let shown: BTreeMap<_, _> = visible(&opened, &shared)
					.map(|entry| {
						let record = entry.record();
						((record.number.clone(), record.class()), entry.text().to_owned())
					})
					.collect();
				// The plain reading of the rule: what its list has, as far as it may read it today.
				let numbers: BTreeMap<_, _> =
					ORDINALS.iter().map(|ordinal| (number(*ordinal), *ordinal)).collect();
				let expected: BTreeMap<_, _> = reader
					.has
					.iter()
					.filter(|((number, class), _)| world.may_read(place, numbers[number], *class))
					.map(|(key, text)| (key.clone(), text.clone()))
					.collect();
				prop_assert_eq!(shown, expected);
				// An earlier key, and the other reader, open nothing.
				for other in [key(place, nth + 1), key(1 - place, nth)] {
					prop_assert_eq!(reader.files.open(on_chain, &other).err(), Some(Error::CannotOpen));
				}
			}
		}
	}
}
