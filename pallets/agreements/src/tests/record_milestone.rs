//! `record_milestone` (M7).

use super::*;
use crate::Milestone;
use aeo_primitives::MilestoneKind;

fn document() -> H256 {
	H256::repeat_byte(5)
}

fn record(origin: RuntimeOrigin, number: AgreementId, on: &str) -> DispatchResult {
	let kind = MilestoneKind::JointValidation;
	Agreements::record_milestone(origin, number, kind, written(on), document())
}

#[test]
fn milestones_should_be_recorded_one_after_the_other() {
	build_and_execute(|| {
		// Before anybody has signed, as it is.
		let number = propose(by(MX), &[Territory::MX, Territory::CR], None);
		for (place, kind) in (0..).zip(MilestoneKind::ALL) {
			assert_ok!(Agreements::record_milestone(
				by(CR),
				number,
				*kind,
				written("2025-03-01"),
				document()
			));
			expect_event(Event::MilestoneRecorded {
				agreement: number,
				place,
				party: Territory::CR,
				kind: *kind,
				on: day("2025-03-01"),
				document: document(),
			});
		}
		assert_eq!(crate::MilestoneCount::<Test>::get(number), 4);
		let latest = Milestone {
			party: Territory::CR,
			kind: MilestoneKind::Pilot,
			on: day("2025-03-01"),
			document: document(),
			block: 1,
			at: NOON,
		};
		let all = Agreements::milestones(number, 0);
		assert_eq!((all.len(), &all[0]), (4, &latest));
		assert_eq!(all[3].kind, MilestoneKind::LetterOfIntent);
		assert!(Agreements::milestones(number, 1).is_empty());
	});
}

#[test]
fn milestones_should_come_in_pages_latest_first() {
	build_and_execute(|| {
		let number = conclude();
		for place in 0..120 {
			Timestamp::set_timestamp(NOON + place);
			assert_ok!(record(signed(MX), number, TODAY));
		}
		for (page, first, length) in [(0, 119, 50), (1, 69, 50), (2, 19, 20), (3, 0, 0)] {
			let page = Agreements::milestones(number, page);
			assert_eq!(page.len(), length);
			let latest = page.first().map_or(0, |milestone| milestone.at - NOON);
			assert_eq!(latest, first);
		}
	});
}

#[test]
fn a_milestone_should_be_of_a_day_that_has_begun() {
	build_and_execute(|| {
		let number = conclude();
		assert_noop!(
			record(by(MX), number, "2026-11-25"),
			Error::<Test>::DayNotCome
		);
		// 24 November, 23:59:59.999 in Mexico: the 25th has begun elsewhere.
		Timestamp::set_timestamp(NOON + 18 * HOUR - 1);
		assert_noop!(
			record(by(MX), number, "2026-11-25"),
			Error::<Test>::DayNotCome
		);
		Timestamp::set_timestamp(NOON + 18 * HOUR);
		assert_ok!(record(by(MX), number, "2026-11-25"));
	});
}

#[test]
fn record_milestone_should_fail_for_all_but_parties_and_without_a_report() {
	build_and_execute(|| {
		let number = conclude();
		assert_noop!(record(by(PE), number, TODAY), Error::<Test>::NotAParty);
		assert_noop!(record(by(MX), 7, TODAY), Error::<Test>::UnknownAgreement);
		assert_noop!(
			Agreements::record_milestone(
				by(MX),
				number,
				MilestoneKind::Pilot,
				written(TODAY),
				H256::zero()
			),
			Error::<Test>::DocumentMissing
		);
	});
}

#[test]
fn milestones_should_stay_where_a_proposal_is_taken_back() {
	build_and_execute(|| {
		let number = propose(by(MX), &[Territory::MX, Territory::CR], None);
		assert_ok!(record(by(MX), number, TODAY));
		assert_ok!(Agreements::retract(by(MX), number));
		assert_eq!(Agreements::milestones(number, 0).len(), 1);
	});
}

/// A record, never a gate: with milestones or without, a leg begins all the same.
#[test]
fn nothing_should_depend_on_a_milestone() {
	build_and_execute(|| {
		let number = conclude();
		let legs = Agreements::legs_of(Territory::MX, Territory::CR);
		assert_ok!(record(by(MX), number, TODAY));
		assert_eq!(Agreements::legs_of(Territory::MX, Territory::CR), legs);
	});
}
