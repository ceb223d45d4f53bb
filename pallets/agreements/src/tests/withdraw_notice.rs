//! `withdraw_notice` and `agree_to_withdrawal` (M5).

use super::*;
use aeo_primitives::recognition::Standing;

const ALL: [Territory; 3] = [Territory::MX, Territory::CR, Territory::PE];

/// An agreement of three, in force from today.
fn conclude_three() -> AgreementId {
	let number = propose(signed(MX), &ALL, Some(TODAY));
	for own in [CR, PE] {
		assert_ok!(sign(own, number, Some(TODAY)));
	}
	number
}

fn ask(own: AccountId, number: AgreementId) -> DispatchResult {
	Agreements::withdraw_notice(signed(own), number)
}

fn agree(own: AccountId, number: AgreementId, party: Territory) -> DispatchResult {
	Agreements::agree_to_withdrawal(signed(own), number, party)
		.map(|_| ())
		.map_err(|failed| failed.error)
}

/// The legs of all pairs as they are stored.
fn legs() -> Vec<StoredLeg> {
	let pairs = ALL
		.into_iter()
		.flat_map(|one| ALL.map(|other| (one, other)));
	pairs
		.flat_map(|(issuer, grantor)| Agreements::legs_of(issuer, grantor))
		.collect()
}

/// The legs of an issuer, by grantor.
fn summary(issuer: Territory) -> Vec<aeo_primitives::recognition::LegSummary> {
	let mut summary = Agreements::summary(issuer);
	summary.sort_by_key(|known| known.grantor);
	summary
}

fn leaves(number: AgreementId) -> Vec<Territory> {
	let agreement = crate::Agreements::<Test>::get(number).expect("it is there");
	agreement.leaving.keys().copied().collect()
}

#[test]
fn a_notice_should_be_withdrawn_when_all_others_agree() {
	build_and_execute(|| {
		let number = conclude_three();
		let before = (legs(), ALL.map(summary));
		leave(MX, number);
		let noticed = legs();
		assert_ok!(ask(MX, number));
		expect_event(Event::NoticeWithdrawalAsked {
			agreement: number,
			party: Territory::MX,
		});
		assert_ok!(agree(CR, number, Territory::MX));
		expect_event(Event::NoticeWithdrawalAgreed {
			agreement: number,
			party: Territory::MX,
			by: Territory::CR,
		});
		// Peru has not agreed: it runs on.
		assert_eq!((legs(), leaves(number)), (noticed, vec![Territory::MX]));
		System::reset_events();
		assert_ok!(agree(PE, number, Territory::MX));
		assert_eq!((legs(), ALL.map(summary)), before);
		assert_eq!(leaves(number), []);
		System::assert_has_event(RuntimeEvent::Agreements(Event::NoticeWithdrawn {
			agreement: number,
			party: Territory::MX,
		}));
		System::assert_has_event(RuntimeEvent::Agreements(Event::LegChanged {
			agreement: number,
			version: 1,
			issuer: Territory::MX,
			grantor: Territory::PE,
			from: Some(LegState::NoticeGiven {
				from: day(TODAY),
				until: day("2027-01-23"),
			}),
			to: LegState::InForce { from: day(TODAY) },
			until: None,
			by: Territory::MX,
		}));
		// Agreed, withdrawn, and four legs that changed.
		assert_eq!(System::events().len(), 6);
		days_later(100);
		assert!(in_force(Territory::MX, Territory::PE));
		// It can be given anew.
		leave(MX, number);
	});
}

#[test]
fn withdrawing_should_fail_for_all_but_those_whose_turn_it_is() {
	build_and_execute(|| {
		let number = conclude_three();
		assert_noop!(ask(MX, number), Error::<Test>::NoticeNotGiven);
		assert_noop!(
			agree(CR, number, Territory::MX),
			Error::<Test>::NoticeNotGiven
		);
		leave(MX, number);
		assert_noop!(ask(CR, number), Error::<Test>::NoticeNotGiven);
		assert_noop!(ask(MX, 7), Error::<Test>::UnknownAgreement);
		assert_noop!(
			agree(CR, number, Territory::MX),
			Error::<Test>::WithdrawalNotAsked
		);
		assert_ok!(ask(MX, number));
		assert_noop!(ask(MX, number), Error::<Test>::WithdrawalAskedAlready);
		for (own, error) in [
			(CO, Error::<Test>::NotAParty),
			// Its own word is in its asking.
			(MX, Error::<Test>::WithdrawalAgreedAlready),
		] {
			assert_noop!(agree(own, number, Territory::MX), error);
		}
		assert_ok!(agree(CR, number, Territory::MX));
		assert_noop!(
			agree(CR, number, Territory::MX),
			Error::<Test>::WithdrawalAgreedAlready
		);
	});
}

/// Until the first leg has ended by it, and not a millisecond longer.
#[test]
fn a_notice_should_be_withdrawn_before_a_leg_has_ended_by_it() {
	build_and_execute(|| {
		// Peru's day ends an hour before Mexico's.
		let end = day("2027-01-23").last_moment((-300).try_into().expect("an offset"));
		for (moment, open) in [(end, true), (end + 1, false)] {
			Timestamp::set_timestamp(NOON);
			let number = conclude_three();
			leave(MX, number);
			assert_ok!(ask(MX, number));
			assert_ok!(agree(CR, number, Territory::MX));
			Timestamp::set_timestamp(moment);
			if open {
				assert_ok!(agree(PE, number, Territory::MX));
				assert!(in_force(Territory::MX, Territory::PE));
			} else {
				for refused in [ask(MX, number), agree(PE, number, Territory::MX)] {
					assert_eq!(refused, Err(Error::<Test>::NoticeOver.into()));
				}
			}
		}
	});
}

/// What another version ends, or an amendment removes, ends as it did without the notice.
#[test]
fn what_ends_a_leg_otherwise_should_stay_when_a_notice_is_withdrawn() {
	build_and_execute(|| {
		let number = conclude();
		let pair = [Territory::MX, Territory::CR];
		assert_ok!(amend_with(
			signed(MX),
			number,
			&[],
			mesh(&pair),
			Some("2027-03-01")
		));
		assert_ok!(sign_amendment(CR, number, Some("2027-03-01")));
		let removed = Pair {
			issuer: Territory::CR,
			grantor: Territory::MX,
		};
		assert_ok!(Agreements::propose_amendment(
			signed(MX),
			number,
			annex(),
			WrittenSet::default(),
			vec![],
			vec![removed].into(),
			None,
			Some(written("2028-01-01")),
		));
		assert_ok!(sign_amendment(CR, number, None));
		let before = legs();
		leave(CR, number);
		assert_ne!(legs(), before);
		assert_ok!(ask(CR, number));
		assert_ok!(agree(MX, number, Territory::CR));
		assert_eq!(legs(), before);
	});
}

/// One that waited for a day waits for it again.
#[test]
fn a_pending_leg_should_come_back_with_the_notice_withdrawn() {
	build_and_execute(|| {
		let number = propose(signed(MX), &[Territory::MX, Territory::CR], Some(TODAY));
		assert_ok!(sign(CR, number, None));
		let before = legs();
		leave(MX, number);
		// Another agreement of the two begins meanwhile.
		conclude();
		assert_ok!(ask(MX, number));
		assert_ok!(agree(CR, number, Territory::MX));
		assert_eq!(
			state(number, Territory::MX, Territory::CR),
			Some(LegState::Pending)
		);
		assert!(before.iter().all(|leg| legs().contains(leg)));
		assert_ok!(Agreements::put_in_force(
			by(CR),
			number,
			Territory::MX,
			written(TODAY)
		));
	});
}

/// Of two notices, one withdrawn: the other runs on.
#[test]
fn the_notice_of_another_should_run_on() {
	build_and_execute(|| {
		let number = conclude_three();
		leave(MX, number);
		days_later(1);
		leave(CR, number);
		assert_ok!(ask(MX, number));
		// Who leaves is a party until it has left.
		for own in [CR, PE] {
			assert_ok!(agree(own, number, Territory::MX));
		}
		assert_eq!(leaves(number), [Territory::CR]);
		for (issuer, grantor) in [
			(Territory::MX, Territory::CR),
			(Territory::CR, Territory::MX),
		] {
			assert_eq!(
				state(number, issuer, grantor),
				Some(LegState::NoticeGiven {
					from: day(TODAY),
					until: day("2027-01-24"),
				})
			);
		}
		assert_eq!(state(number, Territory::MX, Territory::PE), from(TODAY));
	});
}

/// Those that have left need not agree, and who has agreed already completes it.
#[test]
fn those_that_have_left_should_not_be_asked() {
	build_and_execute(|| {
		let number = conclude_three();
		leave(PE, number);
		days_later(1);
		leave(MX, number);
		assert_ok!(ask(MX, number));
		assert_ok!(agree(CR, number, Territory::MX));
		// Peru's notice has run out everywhere on the 24th at noon; Mexico's first leg ends with that
		// day in Peru.
		Timestamp::set_timestamp(NOON + 61 * 24 * HOUR);
		assert_noop!(agree(PE, number, Territory::MX), Error::<Test>::NotAParty);
		assert_ok!(agree(CR, number, Territory::MX));
		assert_eq!(leaves(number), [Territory::PE]);
		assert_eq!(state(number, Territory::MX, Territory::CR), from(TODAY));
	});
}

/// Who was admitted anew since has agreed to nothing.
#[test]
fn an_earlier_admission_should_agree_to_nothing() {
	build_and_execute(|| {
		let number = conclude_three();
		leave(MX, number);
		assert_ok!(ask(MX, number));
		assert_ok!(agree(CR, number, Territory::MX));
		aeo_mocks::readmit(Territory::CR);
		assert_ok!(agree(PE, number, Territory::MX));
		assert_eq!(leaves(number), [Territory::MX]);
		aeo_mocks::set_standing(Territory::PE, Standing::QuarantinedByItself);
		assert_ok!(agree(CR, number, Territory::MX));
		assert_eq!(leaves(number), [Territory::MX]);
		aeo_mocks::set_standing(Territory::PE, Standing::Admitted);
		assert_ok!(agree(PE, number, Territory::MX));
		assert_eq!(leaves(number), []);
		assert_eq!(state(number, Territory::MX, Territory::PE), from(TODAY));
	});
}

/// The version that was amended while the notice ran keeps it in its record, and no leg ends by that.
#[test]
fn a_notice_of_an_earlier_version_should_end_nothing_when_it_is_withdrawn() {
	build_and_execute(|| {
		let number = conclude_three();
		leave(PE, number);
		let legs = mesh(&[Territory::MX, Territory::CR]);
		assert_ok!(amend_with(signed(MX), number, &[], legs, None));
		for own in [CR, PE] {
			assert_ok!(sign_amendment(own, number, None));
		}
		assert_ok!(ask(PE, number));
		for own in [MX, CR] {
			assert_ok!(agree(own, number, Territory::PE));
		}
		let earlier = crate::EarlierVersions::<Test>::get(number, 1).expect("it is kept");
		assert!(earlier.leaving.contains_key(&Territory::PE));
		days_later(100);
		assert!(in_force(Territory::MX, Territory::PE));
		assert!(in_force(Territory::PE, Territory::MX));
	});
}

/// A leg that an earlier notice has ended stays so when the party, acceded since with other legs,
/// gives notice again and withdraws that.
#[test]
fn a_later_notice_withdrawn_should_revive_nothing_that_an_earlier_one_ended() {
	build_and_execute(|| {
		let number = propose(signed(MX), &ALL, Some(TODAY));
		assert_ok!(sign(CR, number, Some(TODAY)));
		assert_ok!(sign(PE, number, None));
		leave(PE, number);
		days_later(100);
		let legs = mesh(&[Territory::MX, Territory::PE]);
		assert_ok!(amend_with(
			signed(MX),
			number,
			&[Territory::PE],
			legs,
			Some("2027-03-04")
		));
		assert_ok!(sign_amendment(CR, number, None));
		assert_ok!(sign_amendment(PE, number, Some("2027-03-04")));
		leave(PE, number);
		assert_ok!(ask(PE, number));
		for own in [MX, CR] {
			assert_ok!(agree(own, number, Territory::PE));
		}
		assert!(in_force(Territory::MX, Territory::PE));
		assert!(!in_force(Territory::PE, Territory::CR));
		// It waited for a day when the first notice ended it.
		assert_noop!(
			Agreements::put_in_force(by(PE), number, Territory::CR, written("2027-03-04")),
			Error::<Test>::LegEnded
		);
	});
}
