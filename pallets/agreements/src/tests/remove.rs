//! Amendments that remove legs, or change the days of notice (M6), and that are not each other's.

use super::*;

const PAIR: [Territory; 2] = [Territory::MX, Territory::CR];
const TO_COSTA_RICA: Pair = Pair {
	issuer: Territory::MX,
	grantor: Territory::CR,
};

fn amend(
	number: AgreementId,
	legs: Vec<LegTerms>,
	removed: &[Pair],
	notice_days: Option<u16>,
) -> DispatchResult {
	Agreements::propose_amendment(
		signed(MX),
		number,
		annex(),
		WrittenSet::default(),
		legs.into_iter().map(Into::into).collect(),
		removed.to_vec().into(),
		notice_days,
		None,
	)
}

/// Both sign that the leg to Costa Rica is removed, which gives this day.
fn remove(number: AgreementId, from: Option<&str>) {
	assert_ok!(amend(number, vec![], &[TO_COSTA_RICA], None));
	assert_ok!(sign_amendment(CR, number, from));
}

fn notice(first: &str, last: &str) -> LegState {
	LegState::NoticeGiven {
		from: day(first),
		until: day(last),
	}
}

#[test]
fn a_removed_leg_should_go_on_through_the_day_before_its_grantors() {
	build_and_execute(|| {
		let number = conclude();
		System::reset_events();
		remove(number, Some("2027-01-01"));
		System::assert_has_event(RuntimeEvent::Agreements(Event::LegChanged {
			agreement: number,
			version: 1,
			issuer: Territory::MX,
			grantor: Territory::CR,
			from: from(TODAY),
			to: notice(TODAY, "2026-12-31"),
			until: Some(day("2026-12-31")),
			by: Territory::CR,
		}));
		let end = day("2026-12-31").last_moment((-360).try_into().expect("an offset"));
		for (moment, grants) in [(NOON, true), (end, true), (end + 1, false)] {
			Timestamp::set_timestamp(moment);
			assert_eq!(in_force(Territory::MX, Territory::CR), grants, "{moment}");
			// The other direction goes on.
			assert!(in_force(Territory::CR, Territory::MX));
		}
		let agreement = crate::Agreements::<Test>::get(number).expect("it is there");
		assert_eq!(agreement.version, 2);
		// It is over: there is nothing to remove, or to suspend.
		assert_noop!(
			amend(number, vec![], &[TO_COSTA_RICA], None),
			Error::<Test>::LegEnded
		);
	});
}

#[test]
fn a_removed_leg_should_have_its_last_day_with_the_last_signature_where_none_is_given() {
	build_and_execute(|| {
		let number = conclude();
		remove(number, None);
		assert_eq!(
			state(number, Territory::MX, Territory::CR),
			Some(notice(TODAY, TODAY))
		);
		days_later(1);
		assert!(!in_force(Territory::MX, Territory::CR));
		// Another amendment brings it back, as a new version.
		let legs = vec![leg(Territory::MX, Territory::CR)];
		assert_ok!(amend(number, legs, &[], None));
		assert_ok!(sign_amendment(CR, number, Some("2026-11-25")));
		assert!(in_force(Territory::MX, Territory::CR));
	});
}

#[test]
fn a_leg_that_has_not_begun_should_be_removed_at_once() {
	build_and_execute(|| {
		let number = propose(signed(MX), &PAIR, Some(TODAY));
		assert_ok!(sign(CR, number, None));
		remove(number, None);
		assert_eq!(state(number, Territory::MX, Territory::CR), None);
		assert!(Agreements::summary(Territory::MX).is_empty());
		System::assert_has_event(RuntimeEvent::Agreements(Event::LegChanged {
			agreement: number,
			version: 1,
			issuer: Territory::MX,
			grantor: Territory::CR,
			from: Some(LegState::Pending),
			to: LegState::Ended,
			until: None,
			by: Territory::CR,
		}));
		assert_noop!(
			amend(number, vec![], &[TO_COSTA_RICA], None),
			Error::<Test>::UnknownLeg
		);
	});
}

#[test]
fn removing_should_fail_where_there_is_nothing_to_remove() {
	build_and_execute(|| {
		let number = conclude();
		let to_peru = Pair {
			issuer: Territory::MX,
			grantor: Territory::PE,
		};
		let both = vec![leg(Territory::MX, Territory::CR)];
		for (legs, removed, error) in [
			(vec![], to_peru, Error::<Test>::LegNotBetweenParties),
			(both, TO_COSTA_RICA, Error::<Test>::LegTwice),
		] {
			assert_noop!(amend(number, legs, &[removed], None), error);
		}
		leave(CR, number);
		assert_noop!(
			amend(number, vec![], &[TO_COSTA_RICA], None),
			Error::<Test>::PartyLeaving
		);
	});
}

/// Of a removal and a notice the one that ends first counts, whichever came first.
#[test]
fn a_notice_should_end_a_removed_leg_earlier_and_never_later() {
	build_and_execute(|| {
		let number = conclude();
		remove(number, Some("2027-06-01"));
		leave(MX, number);
		assert_eq!(
			state(number, Territory::MX, Territory::CR),
			Some(notice(TODAY, "2027-01-23"))
		);
		let other = conclude();
		remove(other, Some("2026-12-01"));
		leave(MX, other);
		assert_eq!(
			state(other, Territory::MX, Territory::CR),
			Some(notice(TODAY, "2026-11-30"))
		);
	});
}

#[test]
fn an_amendment_should_change_the_days_of_notice_for_notices_to_come() {
	build_and_execute(|| {
		let number = conclude();
		for (days, error) in [
			(None, Error::<Test>::NothingWouldChange),
			(Some(60), Error::<Test>::NothingWouldChange),
			(Some(0), Error::<Test>::NoticeDaysMissing),
			(Some(3_651), Error::<Test>::NoticeTooLong),
		] {
			assert_noop!(amend(number, vec![], &[], days), error);
		}
		assert_ok!(amend(number, vec![], &[], Some(10)));
		let days = || crate::Agreements::<Test>::get(number).map(|it| it.notice_days);
		assert_eq!(days(), Some(60));
		assert_ok!(sign_amendment(CR, number, None));
		assert_eq!(days(), Some(10));
		leave(MX, number);
		assert_eq!(
			state(number, Territory::MX, Territory::CR),
			Some(notice(TODAY, "2026-12-04"))
		);
	});
}

/// Nobody's signature for what was retracted, prepared and not sent, counts for the next.
#[test]
fn the_same_amendment_proposed_again_should_have_other_terms() {
	build_and_execute(|| {
		let number = conclude();
		let legs = || vec![leg(Territory::MX, Territory::CR)];
		assert_ok!(amend(number, legs(), &[], None));
		let retracted = amendment_terms(number);
		assert_ok!(Agreements::retract_amendment(signed(MX), number));
		assert_ok!(amend(number, legs(), &[], None));
		assert_ne!(amendment_terms(number), retracted);
		assert_noop!(
			sign_amendment_with(signed(CR), number, retracted, None),
			Error::<Test>::TermsDiffer
		);
		assert_ok!(sign_amendment(CR, number, None));
	});
}

/// Everything that it changes is signed.
#[test]
fn the_terms_should_differ_where_what_is_removed_or_the_days_differ() {
	build_and_execute(|| {
		let mut found = std::collections::BTreeSet::new();
		let number = conclude();
		let reset = || {
			assert_ok!(Agreements::retract_amendment(signed(MX), number));
			crate::NextAmendment::<Test>::put(0);
		};
		let back = Pair {
			issuer: Territory::CR,
			grantor: Territory::MX,
		};
		for (removed, days) in [
			(vec![TO_COSTA_RICA], None),
			(vec![back], None),
			(vec![TO_COSTA_RICA, back], None),
			(vec![TO_COSTA_RICA], Some(61)),
		] {
			assert_ok!(amend(number, vec![], &removed, days));
			found.insert(amendment_terms(number));
			reset();
		}
		assert_eq!(found.len(), 4);
	});
}
