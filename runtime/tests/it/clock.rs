//! The edges of days: what holds one millisecond before, at and after the moment at which something
//! begins or ends, with nothing but the clock moving (invariant I23). The days are those of
//! administrations in UTC−6, UTC+0 and UTC+5:30, ordinary ones and those about a leap day. The same
//! for the rule of recognition alone is in `aeo-primitives`.

use crate::{
	chain::{done, genesis, send, Chain, Signer, MX},
	scenarios::{
		ask_for, authorise, benefits, conclude, day, document, kind, number, tin, written, BOTH,
		MX1, NOON, NUMBER, PE1, PERU, TIN,
	},
};
use aeo_primitives::{
	recognition::{Denial, Outcome},
	Benefit, Date, Direction, Ground, Identifier, RequestKind, Role, Scope, Subject, SuspensionEnd,
	SuspensionScope, Territory,
};
use aeo_runtime::{Runtime, RuntimeCall};
use frame_support::storage::{with_transaction, TransactionOutcome};
use pallet_administrations::GenesisAdministration;
use pallet_certificates::Decision;
use sp_core::H256;
use sp_keyring::Sr25519Keyring;
use sp_runtime::DispatchError;

/// One day in milliseconds.
const DAY: u64 = 24 * 60 * 60 * 1_000;

/// An administration, with a trader of its own.
#[derive(Clone, Copy, Debug)]
struct Place {
	territory: Territory,
	own: Sr25519Keyring,
	officer: &'static str,
	trader: &'static str,
	/// Minutes east of Greenwich.
	minutes: i16,
}

const PLACES: [Place; 3] = [
	Place {
		territory: Territory::MX,
		own: MX,
		officer: MX1,
		trader: TIN,
		minutes: -360,
	},
	Place {
		territory: Territory::IS,
		own: Sr25519Keyring::Eve,
		officer: "//IS//officer//1",
		trader: "IS5501692829",
		minutes: 0,
	},
	Place {
		territory: Territory::IN,
		own: Sr25519Keyring::Ferdie,
		officer: "//IN//officer//1",
		trader: "IN0388066415",
		minutes: 330,
	},
];

/// Days, each with its midnight in UTC: the last of a year and one within a month; 28 February before
/// 1 March and before a leap day, that day, and the one after it.
const DAYS: [(&str, u64); 6] = [
	("2026-12-31", 1_798_675_200_000),
	("2027-06-15", 1_813_017_600_000),
	("2027-02-28", 1_803_772_800_000),
	("2028-02-28", 1_835_308_800_000),
	("2028-02-29", 1_835_395_200_000),
	("2028-03-01", 1_835_481_600_000),
];

/// A day of a place.
#[derive(Clone, Copy, Debug)]
struct LocalDay {
	date: Date,
	/// Its first moment.
	begin: u64,
	/// The first moment after it.
	end: u64,
}

impl Place {
	fn day(self, (text, midnight): (&str, u64)) -> LocalDay {
		let west = i64::from(-self.minutes) * 60_000;
		let begin = midnight.checked_add_signed(west).expect("after 1970");
		LocalDay {
			date: day(text),
			begin,
			end: begin + DAY,
		}
	}

	fn signatory(self) -> (Sr25519Keyring, Territory) {
		(self.own, self.territory)
	}

	/// A chain on which the place and Peru recognise each other from a day on. No programme asks for
	/// a second officer.
	fn chain(self, from: Date) -> Chain {
		let mut genesis = genesis("development");
		let own = genesis.certificates.programmes[0].clone();
		let at_home = genesis.certificates.domestic_offers[0].clone();
		for place in &PLACES[1..] {
			let administration = place.territory;
			genesis
				.administrations
				.administrations
				.push(GenesisAdministration {
					territory: administration,
					territories: vec![],
					utc_offset: place.minutes,
					account: place.own.to_account_id(),
					encryption_key: H256::repeat_byte(1),
					instrument: None,
					officers: vec![(place.officer.account(), Scope::ALL.to_vec())],
					validating: false,
				});
			let mut programme = own.clone();
			programme.administration = administration;
			genesis.certificates.programmes.push(programme);
			let mut offers = at_home.clone();
			offers.administration = administration;
			genesis.certificates.domestic_offers.push(offers);
		}
		for programme in &mut genesis.certificates.programmes {
			programme.four_eyes = aeo_primitives::FourEyes::NotRequired;
		}
		let mut chain = Chain::of(genesis);
		chain.skip_to(NOON);
		let from = from.to_text();
		chain.block(|| conclude(self.signatory(), PERU, Some(from.as_str())));
		chain
	}

	/// The place certifies its trader, without an end unless the test says one.
	fn certify(self, from: Option<Date>, until: Option<Date>) {
		done(self.officer, self.propose(NUMBER, from, until));
	}

	fn propose(self, text: &str, from: Option<Date>, until: Option<Date>) -> RuntimeCall {
		let mut decision = authorise(self.trader, Role::Exporter, None);
		if let Decision::Authorise {
			valid_from,
			valid_until,
			..
		} = &mut decision
		{
			*valid_from = from.unwrap_or(*valid_from);
			*valid_until = until;
		}
		decide(text, decision)
	}

	/// Why the trader gets nothing in Peru; none where it gets something.
	fn abroad(self) -> Option<Denial> {
		denial(Territory::PE, self.trader)
	}

	/// Why the trader gets nothing at home; none where it gets something.
	fn at_home(self) -> Option<Denial> {
		denial(self.territory, self.trader)
	}
}

fn decide(text: &str, decision: Decision) -> RuntimeCall {
	let number = number(text);
	pallet_certificates::Call::propose {
		number: number.into(),
		decision: crate::chain::as_written(decision),
	}
	.into()
}

fn denial(grantor: Territory, trader: &str) -> Option<Denial> {
	let trader = Identifier::Tin(tin(trader));
	match ask_for(grantor, &trader, Direction::Import).outcome {
		Outcome::Denied { denial, .. } => Some(denial),
		Outcome::Granted(given) => {
			assert!(!given.is_empty());
			None
		}
	}
}

/// The first day on which everything here is in force.
fn today() -> Date {
	day("2026-11-24")
}

/// Each day of each place, on a chain of its own on which its agreement is in force.
fn for_each(test: impl Fn(Place, LocalDay, &mut Chain)) {
	for place in PLACES {
		for named in DAYS {
			test(place, place.day(named), &mut place.chain(today()));
		}
	}
}

/// What is seen one millisecond before a moment, at it, and one after it.
fn around<Seen>(moment: u64, look: impl Fn() -> Seen) -> [Seen; 3] {
	let block_time = pallet_timestamp::Now::<Runtime>::get();
	let seen = [moment - 1, moment, moment + 1].map(|now| {
		pallet_timestamp::Now::<Runtime>::put(now);
		look()
	});
	pallet_timestamp::Now::<Runtime>::put(block_time);
	seen
}

/// What would come of a call. Nothing does.
fn tried(signer: impl Signer, call: impl Into<RuntimeCall>) -> Result<(), DispatchError> {
	with_transaction(|| {
		let result = send(signer, call).expect("the extrinsic is valid");
		TransactionOutcome::Rollback(Ok::<_, DispatchError>(result))
	})
	.expect("only the extrinsic can fail")
}

#[test]
fn the_days_should_be_where_the_calendar_has_them() {
	// 28 and 29 February, 1 March 2028 follow each other.
	assert_eq!(DAYS[3].1 + DAY, DAYS[4].1);
	assert_eq!(DAYS[4].1 + DAY, DAYS[5].1);
	// Midnight of 29 February 2028 in Mexico is 06:00 UTC; in India it is 18:30 UTC of the 28th.
	assert_eq!(PLACES[0].day(DAYS[4]).begin, 1_835_416_800_000);
	assert_eq!(PLACES[2].day(DAYS[4]).begin, 1_835_375_400_000);
}

#[test]
fn a_certificate_should_begin_with_its_first_day() {
	for_each(|place, first, chain| {
		chain.block(|| place.certify(Some(first.date), None));
		let expected = [Some(Denial::NotYetValid), None, None];
		chain.read(|| {
			let abroad = around(first.begin, || place.abroad());
			assert_eq!(abroad, expected, "{place:?} {first:?}");
			let at_home = around(first.begin, || place.at_home());
			assert_eq!(at_home, expected, "{place:?} {first:?}");
		});
	});
}

#[test]
fn a_certificate_should_count_through_its_last_day() {
	for_each(|place, last, chain| {
		chain.block(|| place.certify(None, Some(last.date)));
		let expected = [None, Some(Denial::Expired), Some(Denial::Expired)];
		chain.read(|| {
			let abroad = around(last.end, || place.abroad());
			assert_eq!(abroad, expected, "{place:?} {last:?}");
			let at_home = around(last.end, || place.at_home());
			assert_eq!(at_home, expected, "{place:?} {last:?}");
		});
	});
}

#[test]
fn a_revocation_should_begin_with_its_day() {
	for_each(|place, from, chain| {
		chain.block(|| {
			place.certify(None, None);
			let revoke = Decision::Revoke {
				from: from.date,
				bar_until: None,
				document: document(),
			};
			done(place.officer, decide(NUMBER, revoke));
		});
		let seen = chain.read(|| around(from.begin, || place.abroad()));
		let expected = [None, Some(Denial::Revoked), Some(Denial::Revoked)];
		assert_eq!(seen, expected, "{place:?} {from:?}");
	});
}

#[test]
fn a_relinquishment_should_begin_with_its_day() {
	for_each(|place, from, chain| {
		chain.block(|| {
			place.certify(None, None);
			let relinquish = Decision::Relinquish {
				from: from.date,
				document: document(),
			};
			done(place.officer, decide(NUMBER, relinquish));
		});
		let seen = chain.read(|| around(from.begin, || place.abroad()));
		let expected = [None, Some(Denial::Relinquished), Some(Denial::Relinquished)];
		assert_eq!(seen, expected, "{place:?} {from:?}");
	});
}

/// Suspends the certificate of whoever sends it.
fn suspend_until(scope: SuspensionScope, end: SuspensionEnd) -> RuntimeCall {
	pallet_suspensions::Call::suspend {
		subject: Subject::Number(written(NUMBER)),
		scope,
		end: end.into(),
		ground: Ground::Authority,
		document: document(),
	}
	.into()
}

#[test]
fn a_suspension_should_be_over_after_its_last_day_only_where_its_order_says_so() {
	let suspended = || Some(Denial::Suspended);
	for_each(|place, last, chain| {
		chain.block(|| place.certify(None, None));
		for (end, expected) in [
			(
				SuspensionEnd::ResumesAfter(last.date),
				[suspended(), None, None],
			),
			(
				SuspensionEnd::DecisionAfter(last.date),
				[(); 3].map(|()| suspended()),
			),
			(SuspensionEnd::Open, [(); 3].map(|()| suspended())),
		] {
			// Each lasts longer than the one before it.
			chain.block(|| done(place.officer, suspend_until(SuspensionScope::Full, end)));
			let seen = chain.read(|| around(last.end, || place.abroad()));
			assert_eq!(seen, expected, "{place:?} {last:?} {end:?}");
		}
	});
}

#[test]
fn a_suspended_half_should_be_over_after_its_last_day() {
	for_each(|place, last, chain| {
		chain.block(|| {
			place.certify(None, None);
			let end = SuspensionEnd::ResumesAfter(last.date);
			let call = suspend_until(SuspensionScope::Security, end);
			done(place.officer, call);
		});
		let seen = chain.read(|| {
			around(last.end, || {
				let trader = Identifier::Tin(tin(place.trader));
				benefits(ask_for(Territory::PE, &trader, Direction::Import))
			})
		});
		let customs = vec![Benefit::FewerDocumentChecks];
		let both = BOTH.to_vec();
		assert_eq!(seen, [customs, both.clone(), both], "{place:?} {last:?}");
	});
}

#[test]
fn a_bar_should_keep_out_through_its_last_day() {
	let barred = Err(pallet_certificates::Error::<Runtime>::TraderBarred.into());
	for_each(|place, last, chain| {
		chain.block(|| {
			place.certify(None, None);
			let revoke = Decision::Revoke {
				from: today(),
				bar_until: Some(last.date),
				document: document(),
			};
			done(place.officer, decide(NUMBER, revoke));
			let again = || tried(place.officer, place.propose("A-2", None, None));
			let seen = around(last.end, again);
			assert_eq!(seen, [barred, Ok(()), Ok(())], "{place:?} {last:?}");
		});
	});
}

#[test]
fn a_leg_should_begin_with_its_grantors_first_day() {
	for place in PLACES {
		for named in DAYS {
			let first = place.day(named);
			let mut chain = place.chain(first.date);
			let trader = "PE 20131312955";
			chain.block(|| {
				let decision = authorise(trader, Role::Exporter, None);
				done(PE1, decide("PE-1", decision));
			});
			let seen = chain.read(|| around(first.begin, || denial(place.territory, trader)));
			let expected = [Some(Denial::NoAgreement), None, None];
			assert_eq!(seen, expected, "{place:?} {first:?}");
		}
	}
}

#[test]
fn a_review_of_recognition_should_be_due_and_change_nothing() {
	let trader = "PE 20131312955";
	for_each(|place, review, chain| {
		let suspend = || pallet_suspensions::Call::suspend_recognition {
			issuer: Territory::PE,
			number: written("PE-1"),
			review_on: written(&review.date.to_string()),
			document: document(),
		};
		chain.block(|| {
			let decision = authorise(trader, Role::Exporter, None);
			done(PE1, decide("PE-1", decision));
			assert_eq!(denial(place.territory, trader), None);
			// The day can be named as long as it is not over.
			let over = Err(pallet_suspensions::Error::<Runtime>::DayPassed.into());
			let seen = around(review.end, || tried(place.officer, suspend()));
			assert_eq!(seen, [Ok(()), over, over], "{place:?} {review:?}");
			done(place.officer, suspend());
		});
		for edge in [review.begin, review.end] {
			let seen = chain.read(|| around(edge, || denial(place.territory, trader)));
			let expected = [(); 3].map(|()| Some(Denial::RecognitionSuspended));
			assert_eq!(seen, expected, "{place:?} {review:?}");
		}
		chain.block(|| {
			let restore = pallet_suspensions::Call::restore_recognition {
				issuer: Territory::PE,
				number: written("PE-1"),
				document: document(),
			};
			done(place.officer, restore);
			assert_eq!(denial(place.territory, trader), None);
		});
	});
}

#[test]
fn a_day_should_be_named_until_it_is_over() {
	use pallet_certificates::Error as Certificate;
	for_each(|place, named, chain| {
		chain.block(|| place.certify(None, None));
		let calls: [(RuntimeCall, DispatchError); 6] = [
			(
				suspend_until(
					SuspensionScope::Full,
					SuspensionEnd::ResumesAfter(named.date),
				),
				pallet_suspensions::Error::<Runtime>::DayPassed.into(),
			),
			(
				suspend_until(
					SuspensionScope::Full,
					SuspensionEnd::DecisionAfter(named.date),
				),
				pallet_suspensions::Error::<Runtime>::DayPassed.into(),
			),
			(
				decide(
					NUMBER,
					Decision::Revoke {
						from: named.date,
						bar_until: None,
						document: document(),
					},
				),
				Certificate::<Runtime>::DayPassed.into(),
			),
			(
				decide(
					NUMBER,
					Decision::Relinquish {
						from: named.date,
						document: document(),
					},
				),
				Certificate::<Runtime>::DayPassed.into(),
			),
			(
				decide(
					"A-2",
					Decision::Authorise {
						tin: tin(place.trader),
						publication_consent: document(),
						certificate_type: kind("OEA"),
						roles: aeo_primitives::Roles::new([Role::Carrier]).expect("one"),
						valid_from: today(),
						valid_until: Some(named.date),
						document: document(),
					},
				),
				Certificate::<Runtime>::DayPassed.into(),
			),
			(
				pallet_applications::Call::request {
					number: number(NUMBER).into(),
					kind: RequestKind::Information,
					due: named.date.into(),
					document: document(),
				}
				.into(),
				pallet_applications::Error::<Runtime>::DayPassed.into(),
			),
		];
		chain.block(|| {
			for (call, error) in calls {
				let seen = around(named.end, || tried(place.officer, call.clone()));
				let over = Err(error);
				assert_eq!(seen, [Ok(()), over, over], "{place:?} {named:?} {call:?}");
			}
		});
	});
}
