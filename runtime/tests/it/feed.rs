//! What a feed is made of: a mirror that follows the changes of each block, with the clock, and reads a
//! list where it is told to, has what evaluation says, block by block.

use crate::{
	chain::{send, Chain, Signer, CR, MX, PE},
	native,
	scenarios::{
		authorise, certify, chain, conclude, document, last_proposal, leg, number, suspend, tin,
		written, COSTA_RICA, CR1, MEXICO, MX1, MX2, NOON, NUMBER, OTHER, PERU, TIN,
	},
};
use aeo_primitives::{
	recognition::{Earned, Outcome},
	tin::Tin,
	AliasScheme, Benefit, Code, Direction, Ground, Identifier, IncidentKind, NormalisedTin, Role,
	Subject, SuspensionScope, Territory, WrittenSuspensionEnd,
};
use aeo_runtime::{queries, Benefits, Runtime, RuntimeCall};
use aeo_runtime_api::{
	CertificateKey, CertificateStep, Change, LegStep, Matter, RecognitionStep, MAX_ROWS,
};
use pallet_certificates::Decision;
use proptest::{prelude::*, sample};
use std::collections::{BTreeMap, BTreeSet};

/// What a partner has of the certificates that matter to it.
struct Mirror {
	grantor: Territory,
	rows: BTreeMap<CertificateKey, (NormalisedTin, Vec<Earned>)>,
}

impl Mirror {
	fn of(grantor: Territory, chain: &mut Chain) -> Self {
		let mut mirror = Self {
			grantor,
			rows: BTreeMap::new(),
		};
		mirror.read_anew(chain, None);
		mirror
	}

	fn read_anew(&mut self, chain: &mut Chain, issuer: Option<Territory>) {
		self.rows
			.retain(|key, _| issuer.is_some_and(|only| only != key.issuer));
		let mut after = None;
		loop {
			// Small pages: so they are many.
			let page = chain
				.read(|| queries::list(self.grantor, issuer, after, 2))
				.expect("it is an administration");
			for row in page.rows {
				let key = CertificateKey::of(&row.certificate);
				self.rows.insert(key, (row.certificate.tin, row.benefits));
			}
			after = page.next;
			if after.is_none() {
				return;
			}
		}
	}

	fn apply(&mut self, chain: &mut Chain, change: &Change) {
		if !change.hears.contains(&self.grantor) {
			return;
		}
		match &change.matter {
			Matter::Leg {
				grantor, issuer, ..
			} if *grantor == self.grantor => {
				self.read_anew(chain, Some(*issuer));
			}
			Matter::Issuer { .. } | Matter::Upgrade { .. } => self.read_anew(chain, None),
			Matter::Offer { issuer, .. } => self.read_anew(chain, Some(*issuer)),
			_ => {
				let given = change
					.given()
					.iter()
					.find(|given| given.grantor == self.grantor);
				if let (Some(certificate), Some(given)) = (change.certificate(), given) {
					let key = CertificateKey::of(certificate);
					let row = (certificate.tin.clone(), given.benefits.clone());
					self.rows.insert(key, row);
				}
			}
		}
	}

	fn says(&self, tin: &NormalisedTin, role: Role, direction: Direction) -> BTreeSet<Benefit> {
		self.rows
			.values()
			.filter(|(holder, _)| holder == tin)
			.flat_map(|(_, earned)| earned)
			.filter(|earned| (earned.role, earned.direction) == (role, direction))
			.flat_map(|earned| earned.benefits.iter())
			.collect()
	}
}

/// All that follows a chain, as a node does.
struct Feed {
	scheduled: BTreeSet<(u64, CertificateKey)>,
	time: u64,
	mirrors: Vec<Mirror>,
}

const PARTNERS: [Territory; 3] = [Territory::MX, Territory::CR, Territory::PE];

impl Feed {
	fn new(chain: &mut Chain) -> Self {
		Self {
			scheduled: BTreeSet::new(),
			time: chain.read(pallet_timestamp::Now::<Runtime>::get),
			mirrors: PARTNERS.map(|grantor| Mirror::of(grantor, chain)).into(),
		}
	}

	/// Follows the last block. Gives what it changed.
	fn follow(&mut self, chain: &mut Chain) -> Vec<Change> {
		let now = chain.read(pallet_timestamp::Now::<Runtime>::get);
		let mut changes = chain.read(queries::changes_in_block);
		// What one grantor makes of a certificate the others don't hear.
		let is_for_all = |change: &&Change| !matches!(change.matter, Matter::Recognition { .. });
		let told: BTreeSet<_> = changes
			.iter()
			.filter(is_for_all)
			.filter_map(Change::certificate)
			.map(CertificateKey::of)
			.collect();
		let due: BTreeSet<_> = self
			.scheduled
			.iter()
			.filter(|(at, key)| self.time < *at && *at <= now && !told.contains(key))
			.map(|(_, key)| key.clone())
			.collect();
		let due: Vec<_> = due.into_iter().collect();
		changes.extend(chain.read(|| queries::changes_due(self.time, &due)));
		for change in &changes {
			for edge in change.scheduled() {
				if let Some(certificate) = change.certificate() {
					self.scheduled
						.insert((edge.at, CertificateKey::of(certificate)));
				}
			}
			for mirror in &mut self.mirrors {
				mirror.apply(chain, change);
			}
		}
		self.time = now;
		changes
	}

	/// Every firm, in every role and direction, at every partner.
	fn ensure_right(&self, chain: &mut Chain) {
		let firms = [TIN, OTHER].map(|text| Tin::parse(&tin(text)).expect("a number"));
		for mirror in &self.mirrors {
			for firm in firms.iter().map(Tin::text) {
				let identifier = Identifier::Tin(firm.as_str().try_into().expect("short"));
				let (role, direction) = (Role::Exporter, Direction::Import);
				chain.read(|| {
					native::ensure_evaluated_alike(mirror.grantor, &identifier, role, direction)
				});
				for role in Role::all() {
					for direction in Direction::all() {
						let answer = chain
							.read(|| {
								Benefits::evaluate(mirror.grantor, &identifier, role, direction)
							})
							.expect("it is an administration");
						let given: BTreeSet<_> = match answer.outcome {
							Outcome::Granted(given) => {
								given.iter().map(|given| given.benefit).collect()
							}
							Outcome::Denied { .. } => BTreeSet::new(),
						};
						let (grantor, number) = (mirror.grantor, chain.number());
						assert_eq!(
							mirror.says(firm, role, direction),
							given,
							"{grantor} {firm} {role:?} {direction:?} at {number}"
						);
					}
				}
			}
		}
	}
}

fn step(changes: &[Change]) -> Option<(Territory, CertificateStep)> {
	changes.iter().find_map(|change| match &change.matter {
		Matter::Certificate {
			what, certificate, ..
		} => Some((certificate.issuer, *what)),
		_ => None,
	})
}

/// Expects nothing of the call: some of what is drawn is refused, which changes nothing either.
fn attempt(signer: impl Signer, call: impl Into<RuntimeCall>) {
	_ = send(signer, call);
}

#[test]
fn a_certificates_life_should_be_told_with_what_begins_and_ends() {
	let mut chain = chain();
	let mut feed = Feed::new(&mut chain);
	chain.block(|| {
		conclude(MEXICO, COSTA_RICA, Some("2026-11-24"));
	});
	let changes = feed.follow(&mut chain);
	let legs = changes.iter().filter(|change| {
		matches!(
			change.matter,
			Matter::Leg {
				what: LegStep::Changed,
				..
			}
		)
	});
	assert_eq!(legs.count(), 2);
	chain.block(|| certify(NUMBER, TIN, Some("2026-11-26")));
	let changes = feed.follow(&mut chain);
	assert_eq!(
		step(&changes),
		Some((Territory::MX, CertificateStep::Issued))
	);
	let issued = changes.iter().find(|change| change.certificate().is_some());
	let issued = issued.expect("it is told");
	assert_eq!(issued.hears, [Territory::CR, Territory::MX]);
	let through = issued.through.expect("it is the last of its issuer");
	assert_eq!((through.changes, through.ordinals), (0, 1));
	// The end of the 26th at six hours behind.
	assert_eq!(issued.scheduled().len(), 1);
	let over = issued.scheduled()[0].at;
	chain.block(|| suspend(MX1, SuspensionScope::Full));
	let changes = feed.follow(&mut chain);
	assert_eq!(
		step(&changes),
		Some((Territory::MX, CertificateStep::Suspended))
	);
	assert!(changes[0]
		.given()
		.iter()
		.all(|given| given.benefits.is_empty()));
	chain.block(crate::scenarios::reinstate);
	let changes = feed.follow(&mut chain);
	assert_eq!(
		step(&changes),
		Some((Territory::MX, CertificateStep::Reinstated))
	);
	feed.ensure_right(&mut chain);
	chain.block(|| {
		let call = pallet_suspensions::Call::suspend_recognition {
			issuer: Territory::MX,
			number: written(NUMBER),
			review_on: written("2027-01-01"),
			document: document(),
		};
		crate::chain::done(CR1, call);
	});
	let changes = feed.follow(&mut chain);
	assert!(matches!(
		&changes[..],
		[Change { hears, matter: Matter::Recognition { what: RecognitionStep::Suspended, .. }, .. }]
			if *hears == [Territory::CR, Territory::MX]
	));
	feed.ensure_right(&mut chain);
	// A block in which nothing is decided tells nothing, until the clock brings something.
	chain.block(|| ());
	assert_eq!(feed.follow(&mut chain), []);
	chain.skip_to(over);
	chain.block(|| ());
	let changes = feed.follow(&mut chain);
	assert_eq!(
		step(&changes),
		Some((Territory::MX, CertificateStep::Expired))
	);
	feed.ensure_right(&mut chain);
}

#[test]
fn what_one_grantor_decides_should_not_hide_from_others_what_the_clock_brings() {
	let mut chain = chain();
	let mut feed = Feed::new(&mut chain);
	chain.block(|| {
		conclude(MEXICO, COSTA_RICA, Some("2026-11-24"));
		conclude(MEXICO, PERU, Some("2026-11-24"));
		certify(NUMBER, TIN, Some("2026-11-26"));
	});
	let changes = feed.follow(&mut chain);
	let issued = changes.iter().find(|change| change.certificate().is_some());
	let over = issued.expect("it is told").scheduled()[0].at;
	feed.ensure_right(&mut chain);
	chain.skip_to(over);
	chain.block(|| {
		let call = pallet_suspensions::Call::suspend_recognition {
			issuer: Territory::MX,
			number: written(NUMBER),
			review_on: written("2027-01-01"),
			document: document(),
		};
		crate::chain::done(CR1, call);
	});
	let changes = feed.follow(&mut chain);
	let (cr, mx, pe) = (Territory::CR, Territory::MX, Territory::PE);
	let told: Vec<_> = kinds(&changes)
		.into_iter()
		.filter(|(kind, _)| *kind != "leg")
		.collect();
	let expected = [
		("recognition", &[cr, mx][..]),
		("certificate", &[cr, mx, pe][..]),
	];
	assert_eq!(told, expected);
	feed.ensure_right(&mut chain);
}

#[test]
fn a_list_should_have_what_matters_to_a_grantor_page_by_page() {
	let mut chain = chain();
	chain.block(|| certify(NUMBER, TIN, None));
	chain.block(|| certify("MX-2", OTHER, None));
	let rows = |chain: &mut Chain, grantor, issuer| {
		chain
			.read(|| queries::list(grantor, issuer, None, MAX_ROWS))
			.map(|page| page.rows)
	};
	// Without an agreement a foreign certificate is none of a grantor's business.
	assert_eq!(rows(&mut chain, Territory::CR, None), Some(vec![]));
	assert_eq!(
		rows(&mut chain, Territory::MX, None).map(|rows| rows.len()),
		Some(2)
	);
	assert_eq!(rows(&mut chain, Territory::JP, None), None);
	chain.block(|| {
		conclude(MEXICO, COSTA_RICA, Some("2026-11-24"));
	});
	let all = rows(&mut chain, Territory::CR, None).expect("it is an administration");
	assert_eq!(all.len(), 2);
	assert_eq!(all[0].certificate.tin.as_str(), "MXNWM9709244W4");
	assert_eq!(all[0].benefits.len(), 1);
	assert_eq!(
		rows(&mut chain, Territory::CR, Some(Territory::MX)).expect("they are"),
		all
	);
	assert_eq!(
		rows(&mut chain, Territory::CR, Some(Territory::PE)),
		Some(vec![])
	);
	let first = chain
		.read(|| queries::list(Territory::CR, None, None, 1))
		.expect("it is one");
	assert_eq!(first.rows, all[..1]);
	let second = chain
		.read(|| queries::list(Territory::CR, None, first.next, 1))
		.expect("it is one");
	assert_eq!((&second.rows[..], second.next), (&all[1..], None));
}

/// The kinds of what a block changed, each with those who hear of it.
fn kinds(changes: &[Change]) -> Vec<(&'static str, &[Territory])> {
	let kind = |change: &Change| match change.matter {
		Matter::Certificate { .. } => "certificate",
		Matter::Consent { .. } => "consent",
		Matter::Recognition { .. } => "recognition",
		Matter::Leg { .. } => "leg",
		Matter::Issuer { .. } => "issuer",
		Matter::Trader { .. } => "trader",
		Matter::Alias { .. } => "alias",
		Matter::Offer { .. } => "offer",
		Matter::Incident { .. } => "incident",
		Matter::Upgrade { .. } => "upgrade",
	};
	changes
		.iter()
		.map(|change| (kind(change), &change.hears[..]))
		.collect()
}

#[test]
fn whoever_is_concerned_should_hear_and_nobody_else() {
	let (cr, mx) = (Territory::CR, Territory::MX);
	let mut chain = chain();
	chain.block(|| {
		conclude(MEXICO, COSTA_RICA, Some("2026-11-24"));
		certify(NUMBER, TIN, None);
	});
	let mut feed = Feed::new(&mut chain);
	let mut told = |chain: &mut Chain, call: &dyn Fn()| {
		chain.free_block(call);
		let changes = feed.follow(chain);
		feed.ensure_right(chain);
		changes
	};
	let opened = told(&mut chain, &|| {
		let call = pallet_benefits::Call::open_incident {
			kind: IncidentKind::BorderClosure,
			document: document(),
		};
		crate::chain::done(CR1, call);
	});
	assert_eq!(kinds(&opened), [("incident", &[cr][..])]);
	let named = told(&mut chain, &|| {
		let call = pallet_identities::Call::issue_alias {
			tin: tin(TIN),
			scheme: AliasScheme::Code,
			value: written("CR123"),
		};
		crate::chain::done(CR1, call);
	});
	assert_eq!(kinds(&named), [("alias", &[cr, mx][..])]);
	let programme = told(&mut chain, &|| {
		let offers = Vec::new();
		attempt(
			MX,
			pallet_certificates::Call::set_domestic_offers { offers },
		);
	});
	assert_eq!(kinds(&programme), [("offer", &[mx][..])]);
	// A trader that is no more: its certificates give nothing any more.
	let closed = told(&mut chain, &|| {
		let call = pallet_identities::Call::close {
			tin: tin(TIN),
			document: document(),
		};
		crate::chain::done(MX1, call);
	});
	let expected = [("trader", &[cr, mx][..]), ("certificate", &[cr, mx][..])];
	assert_eq!(kinds(&closed), expected);
	assert!(closed[1]
		.given()
		.iter()
		.all(|given| given.benefits.is_empty()));
	let quarantined = told(&mut chain, &|| {
		attempt(MX, pallet_administrations::Call::quarantine_own {});
	});
	assert_eq!(kinds(&quarantined), [("issuer", &[cr, mx][..])]);
}

/// The events of such a block are written as the runtime before writes them.
#[test]
fn a_block_that_ends_with_another_runtime_should_ask_all_to_read_anew() {
	let mut chain = chain();
	chain.block(|| certify(NUMBER, TIN, None));
	let changes = chain.read(|| {
		let before = frame_system::LastRuntimeUpgradeInfo {
			spec_version: 1.into(),
			spec_name: "aeo-chain".into(),
		};
		frame_system::LastRuntimeUpgrade::<Runtime>::put(before);
		queries::changes_in_block()
	});
	let [(kind, hears)] = kinds(&changes)[..] else {
		panic!("one change");
	};
	assert_eq!(kind, "upgrade");
	assert!(PARTNERS.iter().all(|partner| hears.contains(partner)));
}

/// What may happen in a block.
#[derive(Clone, Debug)]
enum Act {
	Certify {
		firm: usize,
		until: Option<&'static str>,
	},
	Suspend {
		certificate: usize,
		scope: SuspensionScope,
		until: Option<&'static str>,
	},
	Reinstate {
		certificate: usize,
	},
	Revoke {
		certificate: usize,
		from: &'static str,
	},
	Conclude {
		with_peru: bool,
		from: &'static str,
	},
	SuspendLeg {
		agreement: u32,
	},
	ResumeLeg {
		agreement: u32,
	},
	Notice {
		agreement: u32,
	},
	Unrecognise {
		certificate: usize,
	},
	Recognise {
		certificate: usize,
	},
	Quarantine,
	Wait {
		hours: u64,
	},
}

const NUMBERS: [&str; 3] = ["MX-1", "MX-2", "MX-3"];

fn act() -> impl Strategy<Value = Act> {
	let days = || sample::select(vec!["2026-11-24", "2026-11-25", "2026-11-27"]);
	let certificate = || 0..NUMBERS.len();
	prop_oneof![
		3 => (0..2usize, prop::option::of(days()))
			.prop_map(|(firm, until)| Act::Certify { firm, until }),
		3 => (certificate(), sample::select(SuspensionScope::ALL), prop::option::of(days()))
			.prop_map(|(certificate, scope, until)| Act::Suspend { certificate, scope, until }),
		2 => certificate().prop_map(|certificate| Act::Reinstate { certificate }),
		1 => (certificate(), days()).prop_map(|(certificate, from)| Act::Revoke { certificate, from }),
		2 => (any::<bool>(), days()).prop_map(|(with_peru, from)| Act::Conclude { with_peru, from }),
		1 => (1..3u32).prop_map(|agreement| Act::SuspendLeg { agreement }),
		1 => (1..3u32).prop_map(|agreement| Act::ResumeLeg { agreement }),
		1 => (1..3u32).prop_map(|agreement| Act::Notice { agreement }),
		1 => certificate().prop_map(|certificate| Act::Unrecognise { certificate }),
		1 => certificate().prop_map(|certificate| Act::Recognise { certificate }),
		1 => Just(Act::Quarantine),
		4 => (1..40u64).prop_map(|hours| Act::Wait { hours }),
	]
}

fn happens(act: &Act, place: usize) {
	let (mx, cr) = (Territory::MX, Territory::CR);
	match act {
		Act::Certify { firm, until } => {
			let holder = [TIN, OTHER][*firm];
			let text = number(NUMBERS[place % NUMBERS.len()]);
			let decision = authorise(holder, Role::Exporter, *until);
			attempt(
				MX1,
				pallet_certificates::Call::propose {
					number: text.clone().into(),
					decision: crate::chain::as_written(decision),
				},
			);
			let proposal = last_proposal(mx);
			let number = text.into();
			attempt(MX2, pallet_certificates::Call::confirm { number, proposal });
		}
		Act::Suspend {
			certificate,
			scope,
			until,
		} => attempt(
			MX1,
			pallet_suspensions::Call::suspend {
				subject: Subject::Number(written(NUMBERS[*certificate])),
				scope: *scope,
				end: until.map_or(WrittenSuspensionEnd::Open, |day| {
					WrittenSuspensionEnd::ResumesAfter(written(day))
				}),
				ground: Ground::Authority,
				document: document(),
			},
		),
		Act::Reinstate { certificate } => {
			let number = written(NUMBERS[*certificate]);
			attempt(
				MX1,
				pallet_suspensions::Call::propose_reinstatement {
					number: number.clone(),
					scope: SuspensionScope::Full,
					ground: Ground::Authority,
					document: document(),
				},
			);
			let proposal = pallet_suspensions::ProposalCount::<Runtime>::get(mx);
			attempt(
				MX2,
				pallet_suspensions::Call::confirm_reinstatement { number, proposal },
			);
		}
		Act::Revoke { certificate, from } => {
			let number = written(NUMBERS[*certificate]);
			let decision = Decision::Revoke {
				from: crate::scenarios::day(from),
				bar_until: None,
				document: document(),
			};
			attempt(
				MX1,
				pallet_certificates::Call::propose {
					number: number.clone(),
					decision: crate::chain::as_written(decision),
				},
			);
			let proposal = last_proposal(mx);
			attempt(MX2, pallet_certificates::Call::confirm { number, proposal });
		}
		Act::Conclude { with_peru, from } => {
			let (own, other) = if *with_peru { PERU } else { COSTA_RICA };
			let in_force_from = Some(written(from));
			let call = pallet_agreements::Call::propose {
				parties: vec![mx, other].into(),
				text: document(),
				signed_on: None,
				notice_days: 60,
				legs: vec![leg(mx, other), leg(other, mx)],
				in_force_from: in_force_from.clone(),
			};
			attempt(MX, call);
			let agreement = pallet_agreements::LastAgreement::<Runtime>::get();
			let proposed = pallet_agreements::Agreements::<Runtime>::get(agreement);
			if let Some(terms) = proposed.map(|proposed| proposed.terms) {
				let call = pallet_agreements::Call::sign {
					agreement,
					terms,
					in_force_from,
				};
				attempt(own, call);
			}
		}
		Act::SuspendLeg { agreement } => {
			let (agreement, issuer, grantor) = (*agreement, mx, cr);
			attempt(
				CR,
				pallet_agreements::Call::suspend_leg {
					agreement,
					issuer,
					grantor,
				},
			);
		}
		Act::ResumeLeg { agreement } => {
			let (agreement, issuer, grantor) = (*agreement, mx, cr);
			attempt(
				CR,
				pallet_agreements::Call::resume_leg {
					agreement,
					issuer,
					grantor,
				},
			);
		}
		Act::Notice { agreement } => {
			let agreement = *agreement;
			attempt(PE, pallet_agreements::Call::give_notice { agreement });
		}
		Act::Unrecognise { certificate } => attempt(
			CR1,
			pallet_suspensions::Call::suspend_recognition {
				issuer: mx,
				number: written(NUMBERS[*certificate]),
				review_on: written("2027-01-01"),
				document: document(),
			},
		),
		Act::Recognise { certificate } => attempt(
			CR1,
			pallet_suspensions::Call::restore_recognition {
				issuer: mx,
				number: written(NUMBERS[*certificate]),
				document: document(),
			},
		),
		Act::Quarantine => attempt(PE, pallet_administrations::Call::quarantine_own {}),
		Act::Wait { .. } => {}
	}
}

proptest! {
	#![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

	#[test]
	fn a_mirror_of_the_changes_should_have_what_evaluation_says(acts in prop::collection::vec(act(), 10..40)) {
		let mut chain = chain();
		let mut feed = Feed::new(&mut chain);
		let mut clock = NOON;
		for (place, act) in acts.iter().enumerate() {
			if let Act::Wait { hours } = act {
				clock += hours * 3_600_000;
				chain.skip_to(clock);
			}
			chain.free_block(|| happens(act, place));
			clock = chain.read(pallet_timestamp::Now::<Runtime>::get);
			feed.follow(&mut chain);
			feed.ensure_right(&mut chain);
		}
	}
}
