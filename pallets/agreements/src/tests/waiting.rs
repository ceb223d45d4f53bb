//! What waits for signatures: how much may, and how long.

use super::*;
use crate::{Amendments, Kind, Waiting};
use codec::Encode;
use frame_support::storage::with_storage_layer;

const BOTH: [Territory; 2] = [Territory::MX, Territory::CR];

/// An officer of Mexico proposes.
fn try_propose() -> DispatchResult {
	propose_with(by(MX), &BOTH, mesh(&BOTH), None)
}

/// The parties have let the time go by.
fn lapse() {
	days_later(180);
	Timestamp::set_timestamp(Timestamp::get() + 1);
}

#[test]
fn an_administration_should_have_so_many_proposals_at_most() {
	build_and_execute(|| {
		MaxWaiting::set(2);
		let first = propose(by(MX), &BOTH, None);
		let second = propose(by(MX), &BOTH, None);
		assert_noop!(try_propose(), Error::<Test>::TooManyProposals);
		// Others have their own bound, also with the same parties.
		let third = propose(by(CR), &BOTH, None);
		// One that is signed or retracted makes room.
		assert_ok!(sign(MX, first, None));
		assert_noop!(try_propose(), Error::<Test>::TooManyProposals);
		assert_ok!(sign(CR, first, None));
		let fourth = propose(by(MX), &BOTH, None);
		assert_ok!(Agreements::retract(by(MX), second));
		assert_ok!(try_propose());
		assert_noop!(try_propose(), Error::<Test>::TooManyProposals);
		assert_ok!(Agreements::retract(by(CR), third));
		assert!(!Waiting::<Test>::contains_key(
			Territory::CR,
			Kind::Agreement
		));
		let waiting = Waiting::<Test>::get(Territory::MX, Kind::Agreement);
		let waiting: Vec<_> = waiting.iter().map(|waits| waits.agreement).collect();
		assert_eq!(waiting, [fourth, fourth + 1]);
	});
}

#[test]
fn proposals_of_an_administration_should_have_so_many_bytes_at_most() {
	build_and_execute(|| {
		let legs: crate::AgreementLegs = mesh(&BOTH).try_into().expect("two");
		MaxWaitingBytes::set(2 * legs.encoded_size() as u32);
		let first = propose(by(MX), &BOTH, None);
		propose(by(MX), &BOTH, None);
		assert_noop!(try_propose(), Error::<Test>::TooMuchWaiting);
		assert_ok!(Agreements::retract(by(MX), first));
		assert_ok!(try_propose());
		assert_noop!(try_propose(), Error::<Test>::TooMuchWaiting);
		// What has lapsed counts no more, cleared away or not.
		lapse();
		assert_ok!(try_propose());
		assert_ok!(try_propose());
		assert_noop!(try_propose(), Error::<Test>::TooMuchWaiting);
	});
}

#[test]
fn an_administration_should_have_so_many_amendments_at_most() {
	build_and_execute(|| {
		MaxWaiting::set(1);
		let (first, second) = (conclude(), conclude());
		let amend = |own, number| {
			let legs = vec![leg(Territory::MX, Territory::CR)];
			amend_with(signed(own), number, &[], legs, None)
		};
		assert_ok!(amend(MX, first));
		assert_noop!(
			with_storage_layer(|| amend(MX, second)),
			Error::<Test>::TooManyProposals
		);
		// Agreements have their own room, and so has everybody else.
		assert_ok!(try_propose());
		assert_ok!(amend(CR, second));
		// Signed, retracted, or gone with a notice.
		assert_ok!(sign_amendment(CR, first, None));
		assert_ok!(amend(MX, first));
		assert_ok!(Agreements::retract_amendment(signed(MX), first));
		assert_ok!(amend(MX, first));
		leave(CR, first);
		assert!(!Waiting::<Test>::contains_key(
			Territory::MX,
			Kind::Amendment
		));
		leave(MX, second);
		assert!(!Waiting::<Test>::contains_key(
			Territory::CR,
			Kind::Amendment
		));
	});
}

#[test]
fn a_proposal_should_lapse_by_the_clock() {
	build_and_execute(|| {
		let (first, second) = (
			propose(signed(MX), &BOTH, None),
			propose(by(MX), &BOTH, None),
		);
		days_later(180);
		assert_ok!(sign(CR, first, None));
		lapse();
		assert_noop!(sign(CR, second, None), Error::<Test>::ProposalLapsed);
		assert_noop!(sign(MX, second, None), Error::<Test>::ProposalLapsed);
		// Signed in time it stays.
		assert_noop!(sign(CR, first, None), Error::<Test>::AgreementSignedAlready);
	});
}

#[test]
fn any_party_should_clear_a_lapsed_proposal_away() {
	build_and_execute(|| {
		let (first, second) = (propose(by(MX), &BOTH, None), propose(by(MX), &BOTH, None));
		assert_noop!(
			Agreements::retract(by(CR), first),
			Error::<Test>::ProposedByAnotherAdministration
		);
		lapse();
		assert_noop!(
			Agreements::retract(by(PE), first),
			Error::<Test>::ProposedByAnotherAdministration
		);
		for (own, number) in [(CR, first), (MX, second)] {
			assert_ok!(Agreements::retract(by(own), number));
			expect_event(Event::ProposalLapsed {
				agreement: number,
				proposer: Territory::MX,
			});
			assert!(!crate::ProposedLegs::<Test>::contains_key(number));
		}
		assert!(!Waiting::<Test>::contains_key(
			Territory::MX,
			Kind::Agreement
		));
	});
}

/// However many have lapsed: the first further proposal finds room, with two of them cleared away.
#[test]
fn lapsed_proposals_should_make_room_for_their_proposers_next() {
	build_and_execute(|| {
		MaxWaiting::set(3);
		let numbers = [0; 3].map(|_| propose(by(MX), &BOTH, None));
		lapse();
		let fourth = propose(by(MX), &BOTH, None);
		for (number, is_there) in [(1, false), (2, false), (3, true), (fourth, true)] {
			let known = crate::Agreements::<Test>::contains_key(number);
			assert_eq!(known, is_there, "{number}");
		}
		for number in &numbers[..2] {
			System::assert_has_event(RuntimeEvent::Agreements(Event::ProposalLapsed {
				agreement: *number,
				proposer: Territory::MX,
			}));
		}
		// What has not lapsed stays.
		propose(by(MX), &BOTH, None);
		propose(by(MX), &BOTH, None);
		assert_noop!(try_propose(), Error::<Test>::TooManyProposals);
	});
}

#[test]
fn an_amendment_should_lapse_by_the_clock_and_make_room() {
	build_and_execute(|| {
		MaxWaiting::set(1);
		let (first, second) = (conclude(), conclude());
		let amend = |own, number| {
			let legs = vec![leg(Territory::MX, Territory::CR)];
			amend_with(signed(own), number, &[], legs, None)
		};
		assert_ok!(amend(MX, first));
		days_later(180);
		assert_noop!(
			with_storage_layer(|| amend(CR, first)),
			Error::<Test>::AmendmentWaits
		);
		lapse();
		assert_noop!(
			sign_amendment(CR, first, None),
			Error::<Test>::ProposalLapsed
		);
		// In the same agreement, whoever proposed the one that lapsed;
		assert_ok!(amend(CR, first));
		System::assert_has_event(RuntimeEvent::Agreements(Event::AmendmentLapsed {
			agreement: first,
			proposer: Territory::MX,
		}));
		assert!(!Waiting::<Test>::contains_key(
			Territory::MX,
			Kind::Amendment
		));
		// at its proposer, whatever the agreement;
		days_later(361);
		assert_ok!(amend(CR, second));
		assert!(!Amendments::<Test>::contains_key(first));
		// and by any party, by hand.
		days_later(542);
		assert_ok!(Agreements::retract_amendment(signed(MX), second));
		expect_event(Event::AmendmentLapsed {
			agreement: second,
			proposer: Territory::CR,
		});
		assert!(!Waiting::<Test>::contains_key(
			Territory::CR,
			Kind::Amendment
		));
	});
}
