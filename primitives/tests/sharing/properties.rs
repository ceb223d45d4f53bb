//! The rule against a plain reading of its text, for any facts, and what holds for all of them.

use crate::world::{administration, classes, date, kind, Facts, DAY, NOON};
use aeo_primitives::{
	recognition::{Certificate, Consent, ConsentMode, ConsentNeed, LegState, Standing, Succession},
	CertificateState, DataClass, DataClasses, DisclosedLeg, Ended, Halves, Role, Roles, Suspension,
	SuspensionEnd, SuspensionScope, Territory, Validity,
};
use proptest::{prelude::*, sample};
use std::collections::BTreeSet;

/// The text of the rule, step by step, in days that are counted in milliseconds.
fn plain(facts: &Facts) -> BTreeSet<DataClass> {
	let (issuer, reader) = (&facts.issuer, &facts.reader);
	let certificate = &facts.certificate;
	let mut classes = BTreeSet::new();
	if issuer.territory == reader.territory {
		classes.extend(DataClass::ALL);
		return classes;
	}
	for end in [issuer, reader] {
		if matches!(
			end.standing,
			Standing::Withdrawn | Standing::QuarantinedByItself
		) {
			return classes;
		}
	}
	let Some(dates) = &certificate.validity else {
		return classes;
	};
	let begins = |day: aeo_primitives::Date| day.first_moment(issuer.utc_offset);
	// The first moment without it, of each reason that there may be.
	let mut ends = Vec::new();
	match certificate.state {
		CertificateState::Annulled => ends.push(facts.since + 1),
		CertificateState::Revoked(ended) | CertificateState::Relinquished(ended) => {
			ends.push(begins(ended.from));
		}
		CertificateState::Authorised | CertificateState::Suspended(_) => {}
		_ => return classes,
	}
	if certificate.state != CertificateState::Annulled && !dates.renewal_pending {
		ends.extend(dates.until.map(|last| begins(last) + DAY));
	}
	if ends
		.into_iter()
		.any(|end| facts.now as i128 >= end as i128 + 365 * DAY as i128)
	{
		return classes;
	}
	for leg in &facts.legs {
		let (first, last) = match leg.state {
			LegState::InForce { from } => (from, None),
			LegState::NoticeGiven { from, until } => (from, Some(until)),
			LegState::Pending | LegState::Suspended | LegState::Ended => continue,
		};
		let begins_there = |day: aeo_primitives::Date| day.first_moment(reader.utc_offset);
		if facts.now < begins_there(first)
			|| last.is_some_and(|last| facts.now >= begins_there(last) + DAY)
		{
			continue;
		}
		let is_succeeded = certificate.succeeded_by.as_ref().is_some_and(|succession| {
			facts.now >= begins(succession.from) && leg.types.contains(&succession.by)
		});
		if !leg.types.contains(&certificate.certificate_type) && !is_succeeded {
			continue;
		}
		let is_named = certificate.consent.exceptions.contains(&leg.agreement);
		let is_given = (certificate.consent.mode == ConsentMode::Standing) != is_named;
		if leg.consent == ConsentNeed::Needed && !is_given {
			continue;
		}
		classes.extend(leg.classes.iter());
	}
	classes
}

fn some_day() -> impl Strategy<Value = aeo_primitives::Date> {
	sample::select(vec![
		"2025-06-29",
		"2025-06-30",
		"2025-07-01",
		"2025-07-02",
		"2026-06-30",
		"2026-07-01",
		"2026-07-02",
	])
	.prop_map(date)
}

fn standing() -> impl Strategy<Value = Standing> {
	prop_oneof![
		8 => Just(Standing::Admitted),
		1 => Just(Standing::QuarantinedByCouncil),
		1 => Just(Standing::QuarantinedByItself),
		1 => Just(Standing::Withdrawn),
	]
}

fn state() -> impl Strategy<Value = CertificateState> {
	let ended = || {
		some_day().prop_map(|from| Ended {
			from,
			suspension: None,
		})
	};
	prop_oneof![
		6 => Just(CertificateState::Authorised),
		1 => Just(CertificateState::Suspended(Suspension {
			scope: SuspensionScope::Full,
			end: SuspensionEnd::Open,
		})),
		2 => ended().prop_map(CertificateState::Revoked),
		2 => ended().prop_map(CertificateState::Relinquished),
		2 => Just(CertificateState::Annulled),
		1 => sample::select(vec![
			CertificateState::Applied,
			CertificateState::Accepted,
			CertificateState::Rejected,
			CertificateState::ApplicationWithdrawn,
			CertificateState::Refused,
		]),
	]
}

fn validity() -> impl Strategy<Value = Option<Validity>> {
	let until = prop_oneof![1 => Just(None), 3 => some_day().prop_map(Some)];
	let dates = (until, prop::bool::weighted(0.2)).prop_map(|(until, renewal_pending)| Validity {
		from: date("2024-01-01"),
		until,
		renewal_pending,
	});
	prop_oneof![1 => Just(None), 12 => dates.prop_map(Some)]
}

fn leg() -> impl Strategy<Value = DisclosedLeg> {
	let state = prop_oneof![
		4 => some_day().prop_map(|from| LegState::InForce { from }),
		3 => (some_day(), some_day())
			.prop_map(|(from, until)| LegState::NoticeGiven { from, until }),
		1 => Just(LegState::Pending),
		1 => Just(LegState::Suspended),
		1 => Just(LegState::Ended),
	];
	let types = sample::subsequence(vec!["AEOF", "AEOS"], 0..=2);
	(
		1_u32..4,
		state,
		sample::select(vec![ConsentNeed::Needed, ConsentNeed::NotNeeded]),
		types,
		sample::subsequence(DataClass::ALL.to_vec(), 0..=4),
	)
		.prop_map(|(agreement, state, consent, types, list)| DisclosedLeg {
			agreement,
			state,
			consent,
			types: types
				.into_iter()
				.map(kind)
				.collect::<Vec<_>>()
				.try_into()
				.unwrap(),
			classes: classes(&list),
		})
}

fn certificate() -> impl Strategy<Value = Certificate> {
	let succession = (sample::select(vec!["AEOF", "AEOS"]), some_day())
		.prop_map(|(by, from)| Succession { by: kind(by), from });
	(
		sample::select(vec!["AEOF", "AEOS", "AEOC"]),
		state(),
		validity(),
		sample::select(vec![ConsentMode::Asked, ConsentMode::Standing]),
		sample::subsequence(vec![1, 2, 3], 0..=3),
		prop::option::weighted(0.3, succession),
	)
		.prop_map(
			|(code, state, validity, mode, exceptions, succeeded_by)| Certificate {
				number: "MX-1".parse().unwrap(),
				certificate_type: kind(code),
				halves: Halves::Both,
				roles: Roles::new([Role::Exporter]).unwrap(),
				state,
				validity,
				consent: Consent {
					mode,
					exceptions: exceptions.try_into().unwrap(),
				},
				recognition_suspended: false,
				succeeded_by,
			},
		)
}

fn facts() -> impl Strategy<Value = Facts> {
	let ends = (
		prop_oneof![1 => Just(Territory::MX), 12 => Just(Territory::CR)],
		(standing(), standing()),
		(-720_i16..=840, -720_i16..=840),
	);
	// About the edges of the days above, and anywhere.
	let now = prop_oneof![
		4 => (some_day(), -840_i64..=840, -1_i64..=1).prop_map(|(day, minutes, more)| {
			let utc = aeo_primitives::UtcOffset::try_from(0).unwrap();
			(day.first_moment(utc) as i64 + minutes * 60_000 + more) as u64
		}),
		1 => 0..NOON * 2,
	];
	let since = prop_oneof![Just(NOON - 365 * DAY), Just(NOON - 365 * DAY - 1), 0..NOON,];
	(
		ends,
		now,
		since,
		certificate(),
		prop::collection::vec(leg(), 0..5),
	)
		.prop_map(
			|((reader, standings, minutes), now, since, certificate, legs)| {
				let mut issuer = administration(Territory::MX, minutes.0);
				issuer.standing = standings.0;
				let mut reader = administration(reader, minutes.1);
				reader.standing = standings.1;
				Facts {
					now,
					issuer,
					reader,
					certificate,
					since,
					legs,
				}
			},
		)
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(4_096))]

	#[test]
	fn the_rule_should_be_what_its_text_says(facts in facts()) {
		let shared: BTreeSet<_> = facts.shared().iter().collect();
		prop_assert_eq!(shared, plain(&facts));
	}

	/// Nobody reads what no leg discloses, and no leg takes away what another one discloses.
	#[test]
	fn a_leg_should_never_take_anything_away(facts in facts()) {
		let all = facts.shared();
		for place in 0..facts.legs.len() {
			let mut fewer = facts.clone();
			fewer.legs.remove(place);
			let left = fewer.shared();
			prop_assert!(left.iter().all(|class| all.contains(class)));
		}
		if facts.issuer.territory != facts.reader.territory {
			let disclosed = |class| facts.legs.iter().any(|leg| leg.classes.contains(class));
			prop_assert!(all.iter().all(disclosed));
		}
	}

	/// Invariant I11, by the rule alone: without consent, nothing of a leg that needs it is read.
	#[test]
	fn nothing_should_be_shared_without_a_consent_that_all_legs_need(facts in facts()) {
		prop_assume!(facts.issuer.territory != facts.reader.territory);
		let mut facts = facts;
		for leg in &mut facts.legs {
			leg.consent = ConsentNeed::Needed;
		}
		facts.certificate.consent = Consent {
			mode: ConsentMode::Asked,
			exceptions: Default::default(),
		};
		prop_assert_eq!(facts.shared(), DataClasses::default());
	}
}
