//! What holds for every trader with several certificates under several agreements.

use std::collections::BTreeSet;

use aeo_primitives::{
	recognition::{
		earned, earnings, evaluate, Admissions, Answer, Certificate, Consent, ConsentMode,
		ConsentNeed, Facts, Leg, LegState, Offer, OtherNumber, Outcome, Resolution, Standing,
		Succession, Trader, TraderState,
	},
	Benefit, CertificateState, Code, Direction, Directions, EligibleRoles, Ended, Halves, Requires,
	Role, Roles, Row, Rows, Suspension, SuspensionEnd, SuspensionScope, Territory, Validity,
};
use codec::{Decode, Encode, MaxEncodedLen};
use proptest::{prelude::*, sample};

use crate::{
	naive,
	world::{administration, benefits, certificate_type, date, sources, trader, NOON},
};

const YESTERDAY: &str = "2026-06-30";
const TODAY: &str = "2026-07-01";
const TOMORROW: &str = "2026-07-02";

/// Few values each, and most of them such that a path goes on: what is interesting happens late.
fn some_roles() -> impl Strategy<Value = Vec<Role>> {
	let three = [Role::Manufacturer, Role::Importer, Role::Exporter];
	prop_oneof![
		3 => Just(three.to_vec()),
		1 => sample::subsequence(three.to_vec(), 1..=3),
	]
}

fn some_date() -> impl Strategy<Value = &'static str> {
	sample::select(vec![YESTERDAY, TODAY, TOMORROW])
}

fn suspension() -> impl Strategy<Value = Suspension> {
	let end = prop_oneof![
		Just(SuspensionEnd::Open),
		some_date().prop_map(|day| SuspensionEnd::ResumesAfter(date(day))),
		some_date().prop_map(|day| SuspensionEnd::DecisionAfter(date(day))),
	];
	(sample::select(SuspensionScope::ALL), end).prop_map(|(scope, end)| Suspension { scope, end })
}

fn state() -> impl Strategy<Value = CertificateState> {
	let ended = || {
		(some_date(), prop::option::of(suspension())).prop_map(|(from, suspension)| Ended {
			from: date(from),
			suspension,
		})
	};
	prop_oneof![
		12 => Just(CertificateState::Authorised),
		6 => suspension().prop_map(CertificateState::Suspended),
		1 => ended().prop_map(CertificateState::Revoked),
		1 => ended().prop_map(CertificateState::Relinquished),
		1 => Just(CertificateState::Annulled),
		1 => Just(CertificateState::Applied),
	]
}

fn validity() -> impl Strategy<Value = Option<Validity>> {
	let from = prop_oneof![8 => Just("2024-01-01"), 1 => some_date()];
	let until = prop_oneof![
		2 => Just(None),
		6 => sample::select(vec!["2026-12-31", "2027-12-31"]).prop_map(Some),
		1 => some_date().prop_map(Some),
	];
	let dates = (from, until, prop::bool::weighted(0.1)).prop_map(|(from, until, pending)| {
		Some(Validity {
			from: date(from),
			until: until.map(date),
			renewal_pending: pending,
		})
	});
	prop_oneof![1 => Just(None), 20 => dates]
}

fn consent() -> impl Strategy<Value = Consent> {
	let mode = sample::select(vec![ConsentMode::Asked, ConsentMode::Standing]);
	(mode, sample::subsequence(vec![1, 2, 3], 0..=2)).prop_map(|(mode, exceptions)| Consent {
		mode,
		exceptions: exceptions.try_into().unwrap(),
	})
}

/// Any of the types takes the place of the certificate's, before the moment that is asked about or
/// after it.
fn succession() -> impl Strategy<Value = Succession> {
	(sample::select(vec!["AEOF", "AEOS", "AEOC"]), some_date()).prop_map(|(code, from)| {
		Succession {
			by: certificate_type(code),
			from: date(from),
		}
	})
}

/// One of three types with the halves that a programme would declare for it.
fn typed() -> impl Strategy<Value = (&'static str, Halves)> {
	prop_oneof![
		4 => Just(("AEOF", Halves::Both)),
		1 => Just(("AEOS", Halves::Security)),
		1 => Just(("AEOC", Halves::Customs)),
	]
}

fn certificate() -> impl Strategy<Value = Certificate> {
	(
		typed(),
		some_roles(),
		state(),
		validity(),
		consent(),
		prop::bool::weighted(0.2),
		prop::option::weighted(0.3, succession()),
	)
		.prop_map(
			|(
				(code, halves),
				roles,
				state,
				validity,
				consent,
				recognition_suspended,
				succeeded_by,
			)| {
				Certificate {
					number: Default::default(),
					certificate_type: certificate_type(code),
					halves,
					roles: Roles::new(roles).unwrap(),
					state,
					validity,
					consent,
					recognition_suspended,
					succeeded_by,
				}
			},
		)
}

fn offer() -> impl Strategy<Value = Offer> {
	let benefits = [
		Benefit::FewerInspections,
		Benefit::TradeRecovery,
		Benefit::SecurePartner,
	];
	let rows = Row::all()
		.filter(|row| benefits.contains(&row.benefit))
		.collect::<Vec<_>>();
	let types = vec!["AEOF", "AEOS", "AEOC"];
	let directions = prop_oneof![
		3 => Just(Direction::ALL.to_vec()),
		1 => sample::subsequence(Direction::ALL.to_vec(), 1),
	];
	let types = prop_oneof![2 => Just(types.clone()), 1 => sample::subsequence(types, 0..=3)];
	(
		types,
		some_roles(),
		directions,
		sample::subsequence(rows, 1..=4),
	)
		.prop_map(|(types, roles, directions, rows)| Offer {
			types: types
				.into_iter()
				.map(certificate_type)
				.collect::<Vec<_>>()
				.try_into()
				.unwrap(),
			roles: EligibleRoles::new(roles).unwrap(),
			directions: Directions::new(directions).unwrap(),
			rows: Rows::new(rows).unwrap(),
		})
}

fn leg() -> impl Strategy<Value = Leg> {
	let state = prop_oneof![
		6 => Just(LegState::InForce { from: date("2026-01-01") }),
		1 => some_date().prop_map(|from| LegState::InForce { from: date(from) }),
		1 => (some_date(), some_date())
			.prop_map(|(from, until)| (date(from), date(until)))
			.prop_map(|(from, until)| LegState::NoticeGiven { from, until }),
		1 => Just(LegState::Pending),
		1 => Just(LegState::Suspended),
		1 => Just(LegState::Ended),
	];
	let consent = sample::select(vec![ConsentNeed::Needed, ConsentNeed::NotNeeded]);
	// Now and then one of the ends has left since, and is admitted again.
	let signed_in = prop_oneof![8 => Just((7, 7)), 1 => Just((6, 7)), 1 => Just((7, 6))];
	let signed_in = signed_in.prop_map(|(issuer, grantor)| Admissions { issuer, grantor });
	(1_u32..=3, signed_in, state, consent, offer()).prop_map(
		|(agreement, signed_in, state, consent, offer)| Leg {
			agreement,
			signed_in,
			state,
			consent,
			offer,
		},
	)
}

fn standing() -> impl Strategy<Value = Standing> {
	prop_oneof![
		8 => Just(Standing::Admitted),
		1 => Just(Standing::QuarantinedByCouncil),
		1 => Just(Standing::QuarantinedByItself),
		1 => Just(Standing::Withdrawn),
	]
}

prop_compose! {
	fn found()(
		state in prop_oneof![
			20 => Just(TraderState::Active),
			1 => Just(TraderState::Closed),
			1 => Just(TraderState::Merged { into: "MXABC010101AB9".parse().unwrap() }),
		],
		other_number in sample::select(vec![
			None,
			Some(OtherNumber::Former { present: "MXSAT970701NN3".parse().unwrap() }),
			Some(OtherNumber::Branch { of: "BR11222333000181".parse().unwrap() }),
		]),
		issuer in standing(),
		certificates in prop::collection::vec(certificate(), 0..=4),
		order in Just(vec!["A-1", "A-2", "A-3", "A-4"]).prop_shuffle(),
		legs in prop::collection::vec(leg(), 0..=4),
		domestic in prop::collection::vec(offer(), 0..=2),
	) -> Trader {
		let certificates: Vec<_> = certificates
			.into_iter()
			.zip(order)
			.map(|(certificate, number)| Certificate {
				number: number.parse().unwrap(),
				..certificate
			})
			.collect();
		Trader {
			state,
			other_number,
			issuer: aeo_primitives::recognition::Administration {
				standing: issuer,
				..administration(Territory::MX)
			},
			certificates: certificates.try_into().unwrap(),
			legs: legs.try_into().unwrap(),
			domestic: domestic.try_into().unwrap(),
		}
	}
}

prop_compose! {
	pub fn facts()(
		trader in found(),
		grantor in prop_oneof![3 => Just(Territory::CR), 1 => Just(Territory::MX)],
		standing in standing(),
		role in sample::select(vec![Role::Manufacturer, Role::Importer, Role::Exporter]),
		direction in sample::select(Direction::ALL),
		incident_open in any::<bool>(),
	) -> Facts {
		let grantor = aeo_primitives::recognition::Administration {
			standing,
			..administration(grantor)
		};
		Facts {
			now: NOON,
			grantor,
			role,
			direction,
			incident_open,
			trader: Resolution::Found(trader),
		}
	}
}

fn granted(answer: &Answer) -> BTreeSet<Benefit> {
	benefits(answer).into_iter().collect()
}

/// `facts` with a change to its trader.
fn with(facts: &Facts, change: impl FnOnce(&mut Trader)) -> Facts {
	let mut changed = facts.clone();
	change(trader(&mut changed));
	changed
}

fn count(facts: &Facts) -> (usize, usize) {
	match &facts.trader {
		Resolution::Found(trader) => (trader.certificates.len(), trader.legs.len()),
		_ => (0, 0),
	}
}

/// That no change of `changed` adds a benefit to those of `facts`.
fn ensure_no_more(facts: &Facts, changed: &Facts) -> Result<(), TestCaseError> {
	let (before, after) = (granted(&evaluate(facts)), granted(&evaluate(changed)));
	prop_assert!(
		after.is_subset(&before),
		"{:?} after {:?}\n{:#?}",
		after,
		before,
		changed
	);
	Ok(())
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(2_000))]

	#[test]
	fn the_answer_should_be_that_of_the_text(facts in facts()) {
		prop_assert_eq!(evaluate(&facts), naive::answer(&facts));
	}

	#[test]
	fn the_answer_should_be_that_of_the_text_at_any_moment(
		facts in facts(),
		now in prop_oneof![
			any::<u64>(),
			(NOON - 200_000_000)..(NOON + 200_000_000),
			Just(1_798_783_199_999),
			Just(1_798_783_200_000),
		],
	) {
		let facts = Facts { now, ..facts };
		prop_assert_eq!(evaluate(&facts), naive::answer(&facts));
	}

	#[test]
	fn bytes_should_never_panic(facts in facts(), place: sample::Index, byte: u8) {
		let mut encoded = facts.encode();
		let place = place.index(encoded.len());
		encoded[place] = byte;
		if let Ok(facts) = Facts::decode(&mut &encoded[..]) {
			prop_assert_eq!(evaluate(&facts), naive::answer(&facts));
		}
	}

	#[test]
	fn what_is_earned_should_be_what_is_given_in_all_roles_and_declarations(
		facts in facts(),
		suspended in any::<bool>(),
	) {
		let mut facts = with(&facts, |trader| {
			trader.state = TraderState::Active;
			trader.certificates.truncate(1);
			for certificate in trader.certificates.as_mut() {
				certificate.recognition_suspended = suspended;
			}
		});
		let found = trader(&mut facts).clone();
		prop_assume!(facts.grantor.territory != found.issuer.territory);
		let Some(certificate) = found.certificates.first() else { return Ok(()) };
		let earned = earned(facts.now, &found.issuer, &facts.grantor, certificate, &found.legs);
		let mut given = BTreeSet::new();
		for role in Role::ALL {
			for direction in Direction::ALL {
				let asked = Facts { role: *role, direction: *direction, ..facts.clone() };
				given.extend(granted(&evaluate(&asked)));
			}
		}
		prop_assert_eq!(earned.iter().collect::<BTreeSet<_>>(), given);
	}

	/// Role by role and direction by direction, abroad and at home.
	#[test]
	fn what_one_certificate_earns_should_be_what_evaluation_says(facts in facts()) {
		let facts = with(&facts, |trader| {
			trader.state = TraderState::Active;
			trader.certificates.truncate(1);
		});
		let found = trader(&mut facts.clone()).clone();
		let Some(certificate) = found.certificates.first() else { return Ok(()) };
		let earned = earnings(
			facts.now, &found.issuer, &facts.grantor, certificate, &found.legs, &found.domestic,
		);
		for role in Role::ALL {
			for direction in Direction::ALL {
				let asked = Facts { role: *role, direction: *direction, ..facts.clone() };
				let given: BTreeSet<_> = earned
					.iter()
					.filter(|earned| (earned.role, earned.direction) == (*role, *direction))
					.flat_map(|earned| earned.benefits.iter())
					.collect();
				prop_assert_eq!(given, granted(&evaluate(&asked)).into_iter().collect());
			}
		}
	}

	/// Nothing that follows from the clock changes but at an edge.
	#[test]
	fn a_certificate_should_change_at_its_edges_only(certificate in certificate(), hours in 1..80u64) {
		let offset = administration(Territory::MX).utc_offset;
		let (from, to) = (NOON - 40 * 3_600_000, NOON - 40 * 3_600_000 + hours * 3_600_000);
		let edges = certificate.edges(offset);
		let derived = |now| {
			let types = ["AEOF", "AEOS", "AEOC"].map(certificate_type);
			(
				certificate.ensure_in_force(now, offset).is_ok(),
				certificate.ensure_in_force(now, offset).is_ok().then(|| certificate.suspended(now, offset)),
				types.map(|one| certificate.is_one_of(&[one], now, offset)),
			)
		};
		if !edges.iter().any(|edge| from < edge.at && edge.at <= to) {
			prop_assert_eq!(derived(from), derived(to));
		}
	}

	/// What succeeds a certificate's type adds to what it earns, and takes nothing.
	#[test]
	fn a_succession_should_never_take_a_benefit(facts in facts()) {
		let without = with(&facts, |trader| {
			for certificate in trader.certificates.as_mut() {
				certificate.succeeded_by = None;
			}
		});
		ensure_no_more(&facts, &without)?;
	}

	#[test]
	fn removing_a_leg_or_a_certificate_should_never_add_a_benefit(facts in facts()) {
		let (certificates, legs) = count(&facts);
		for leg in 0..legs {
			ensure_no_more(&facts, &with(&facts, |trader| { trader.legs.remove(leg); }))?;
		}
		for certificate in 0..certificates {
			let without = with(&facts, |trader| { trader.certificates.remove(certificate); });
			ensure_no_more(&facts, &without)?;
		}
	}

	#[test]
	fn suspending_should_never_add_a_benefit(facts in facts(), suspension in suspension()) {
		let (certificates, legs) = count(&facts);
		for certificate in 0..certificates {
			let suspended = with(&facts, |trader| {
				let state = &mut trader.certificates.as_mut()[certificate].state;
				if *state == CertificateState::Authorised {
					*state = CertificateState::Suspended(suspension);
				}
			});
			ensure_no_more(&facts, &suspended)?;
			let in_full = with(&facts, |trader| {
				let state = &mut trader.certificates.as_mut()[certificate].state;
				if let CertificateState::Suspended(_) = state {
					let (scope, end) = (SuspensionScope::Full, SuspensionEnd::Open);
					*state = CertificateState::Suspended(Suspension { scope, end });
				}
			});
			ensure_no_more(&facts, &in_full)?;
			ensure_no_more(&facts, &with(&facts, |trader| {
				trader.certificates.as_mut()[certificate].recognition_suspended = true;
			}))?;
			ensure_no_more(&facts, &with(&facts, |trader| {
				trader.certificates.as_mut()[certificate].state = CertificateState::Annulled;
			}))?;
			ensure_no_more(&facts, &with(&facts, |trader| {
				trader.certificates.as_mut()[certificate].consent =
					Consent { mode: ConsentMode::Asked, exceptions: Default::default() };
			}))?;
		}
		for leg in 0..legs {
			ensure_no_more(&facts, &with(&facts, |trader| {
				trader.legs.as_mut()[leg].state = LegState::Suspended;
			}))?;
		}
	}

	/// Invariant I8: nothing that the suspension covers is given, whatever else is there.
	#[test]
	fn a_suspended_certificate_should_give_nothing_that_its_suspension_covers(
		facts in facts(),
		scope in sample::select(SuspensionScope::ALL),
	) {
		let suspended = with(&facts, |trader| {
			let end = SuspensionEnd::Open;
			for certificate in trader.certificates.as_mut() {
				certificate.state = CertificateState::Suspended(Suspension { scope, end });
			}
			let offers = trader.legs.as_mut().iter_mut().map(|leg| &mut leg.offer);
			for offer in offers.chain(trader.domestic.as_mut()) {
				let covered = offer.rows.iter().map(|row| match scope {
					SuspensionScope::Full => row,
					SuspensionScope::Customs => Row { requires: Requires::Customs, ..row },
					SuspensionScope::Security => Row { requires: Requires::Security, ..row },
				});
				offer.rows = Rows::new(covered).unwrap();
			}
		});
		prop_assert!(granted(&evaluate(&suspended)).is_empty());
	}

	/// Invariant I12: what several legs give is what each of them gives alone, together.
	#[test]
	fn agreements_should_add_up(facts in facts(), second in leg()) {
		let before = granted(&evaluate(&facts));
		let more = with(&facts, |trader| {
			trader.legs.try_push(second.clone()).unwrap();
		});
		let alone = with(&facts, |trader| {
			trader.legs = vec![second].try_into().unwrap();
		});
		let after = granted(&evaluate(&more));
		prop_assert!(before.is_subset(&after));
		let both: BTreeSet<_> = before.union(&granted(&evaluate(&alone))).copied().collect();
		prop_assert_eq!(after, both);
	}

	/// Invariant I19.
	#[test]
	fn a_quarantine_should_end_all_or_nothing(facts in facts()) {
		let quarantined = |standing| {
			evaluate(&with(&facts, |trader| trader.issuer.standing = standing))
		};
		for standing in [Standing::QuarantinedByItself, Standing::Withdrawn] {
			prop_assert!(granted(&quarantined(standing)).is_empty());
		}
		let by_council = quarantined(Standing::QuarantinedByCouncil);
		let admitted = quarantined(Standing::Admitted);
		prop_assert!(by_council.issuer_quarantined && !admitted.issuer_quarantined);
		prop_assert_eq!(Answer { issuer_quarantined: false, ..by_council }, admitted);
	}

	/// Invariant I6: a benefit names a certificate and an agreement that the facts have.
	#[test]
	fn every_benefit_should_have_its_source_among_the_facts(facts in facts()) {
		let answer = evaluate(&facts);
		let Resolution::Found(trader) = &facts.trader else { panic!("no trader") };
		for (benefit, certificate, basis) in sources(&answer) {
			let alone = with(&facts, |trader| {
				trader.certificates.retain(|one| *one.number == certificate);
				trader.legs.retain(|leg| {
					basis == aeo_primitives::recognition::Basis::Agreement(leg.agreement)
				});
			});
			prop_assert!(granted(&evaluate(&alone)).contains(&benefit));
			prop_assert!(trader.certificates.iter().any(|one| *one.number == certificate));
		}
		let named = sources(&answer);
		prop_assert!(named.windows(2).all(|pair| pair[0].0 < pair[1].0));
		let recovery = granted(&answer).contains(&Benefit::TradeRecovery);
		prop_assert_eq!(answer.priority, facts.incident_open && recovery);
		prop_assert_eq!(named.is_empty(), matches!(answer.outcome, Outcome::Denied { .. }));
	}

	#[test]
	fn the_order_of_the_facts_should_not_matter(facts in facts(), turn in 0_usize..4) {
		let turned = with(&facts, |trader| {
			let (certificates, legs) = (trader.certificates.len(), trader.legs.len());
			trader.certificates.as_mut().rotate_left(turn.min(certificates));
			trader.legs.as_mut().rotate_left(turn.min(legs));
			trader.domestic.as_mut().reverse();
		});
		prop_assert_eq!(evaluate(&facts), evaluate(&turned));
	}

	#[test]
	fn facts_and_answers_should_survive_codec_and_json(facts in facts()) {
		let answer = evaluate(&facts);
		let encoded = facts.encode();
		prop_assert!(encoded.len() <= Facts::max_encoded_len());
		prop_assert!(answer.encode().len() <= Answer::max_encoded_len());
		prop_assert_eq!(&Facts::decode(&mut &encoded[..]).unwrap(), &facts);
		prop_assert_eq!(&Answer::decode(&mut &answer.encode()[..]).unwrap(), &answer);
		let json = serde_json::to_string(&facts).unwrap();
		prop_assert_eq!(serde_json::from_str::<Facts>(&json).unwrap(), facts);
		let json = serde_json::to_string(&answer).unwrap();
		prop_assert_eq!(serde_json::from_str::<Answer>(&json).unwrap(), answer);
	}
}
