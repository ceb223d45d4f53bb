//! `propose`, `confirm` and `refuse`.

use super::*;
use crate::{TinCheck, TraderDecision, MAX_WAITING};
use aeo_primitives::Hands;

/// A number that was legally issued although its check character is wrong.
const ISSUED: &str = "MX RDE7910023J3";

pub(super) fn first() -> AccountId {
	officer(MX, Scope::Identities)
}

pub(super) fn second() -> AccountId {
	second_officer(MX, Scope::Identities)
}

fn despite<Number>(publication_consent: H256, instrument: H256) -> TraderDecision<Number> {
	TraderDecision::RegisterDespiteCheck {
		publication_consent,
		instrument,
	}
}

/// Proposes to register a number despite its check.
pub(super) fn propose(origin: RuntimeOrigin, text: &str) -> DispatchResult {
	Identities::propose(origin, tin(text), despite(document(), document()))
}

/// An officer signs by themselves.
pub(super) fn by_hand(account: AccountId) -> RuntimeOrigin {
	aeo_mocks::set_outer_signer(Some(account));
	signed(account)
}

pub(super) fn confirm_number(account: AccountId, text: &str, proposal: u32) -> DispatchResult {
	Identities::confirm(by_hand(account), tin(text), proposal)
}

fn lapse() {
	pallet_timestamp::Now::<Test>::mutate(|now| *now += 14 * 24 * 60 * 60 * 1_000 + 1);
}

/// Numbers whose check digit is wrong.
fn wrong_numbers() -> impl Iterator<Item = String> {
	(0..1_000)
		.map(|serial| format!("DO1015{serial:04}1"))
		.filter(|text| {
			let tin = aeo_primitives::tin::Tin::parse(text).expect("a TIN");
			tin.check() == Err(aeo_primitives::tin::Reason::CheckDigit)
		})
}

#[test]
fn two_officers_should_register_a_number_that_was_legally_issued() {
	build_and_execute(|| {
		aeo_mocks::cover(Territory::DO, Territory::MX);
		for (proposal, text) in [(1, ISSUED), (2, "DO 101581601")] {
			assert_ok!(propose(by_hand(first()), text));
			assert!(!crate::Traders::<Test>::contains_key(id(text)));
			assert_ok!(confirm_number(second(), text, proposal));
			let instrument = document();
			let registered = record(text);
			assert_eq!(registered.check, TinCheck::Overridden { instrument });
			expect_event(Event::TraderDecisionConfirmed {
				administration: Territory::MX,
				tin: registered.tin,
				proposal,
				by: Hands::both(first(), second()),
			});
		}
		assert_eq!(crate::Proposals::<Test>::iter().count(), 0);
		assert_eq!(crate::Proposed::<Test>::iter().count(), 0);
	});
}

#[test]
fn propose_should_tell_what_waits() {
	build_and_execute(|| {
		assert_ok!(propose(by_hand(first()), ISSUED));
		expect_event(Event::TraderDecisionProposed {
			administration: Territory::MX,
			tin: "MXRDE7910023J3".try_into().expect("short"),
			proposal: 1,
			decision: despite(document(), document()),
			by: first(),
			expires: NOON + 14 * 24 * 60 * 60 * 1_000,
		});
		assert_noop!(
			propose(by_hand(second()), ISSUED),
			Error::<Test>::ProposedAlready
		);
	});
}

#[test]
fn the_maker_should_hear_what_the_checker_would() {
	build_and_execute(|| {
		register_all();
		let zero = H256::zero();
		for (text, consent, instrument, error) in [
			(
				TIN,
				document(),
				document(),
				Error::<Test>::RegisteredAlready,
			),
			(
				"MX SAT-970701-NN3",
				document(),
				document(),
				Error::TinCheckPasses,
			),
			(
				"MX NWM-971324-4W4",
				document(),
				document(),
				Error::TinDateNotReal,
			),
			(ISSUED, document(), zero, Error::DocumentMissing),
			(ISSUED, zero, document(), Error::ConsentMissing),
			(
				"DO 101581601",
				document(),
				document(),
				Error::NotYourTerritory,
			),
		] {
			let decision = despite(consent, instrument);
			assert_noop!(
				Identities::propose(by_hand(first()), tin(text), decision),
				error
			);
		}
	});
}

#[test]
fn confirm_should_take_two_officers_and_two_signatures() {
	build_and_execute(|| {
		assert_ok!(propose(by_hand(first()), ISSUED));
		assert_noop!(
			confirm_number(first(), ISSUED, 1),
			Error::<Test>::ConfirmingOfficerProposedIt
		);
		aeo_mocks::set_outer_signer(Some(first()));
		assert_noop!(
			Identities::confirm(signed(second()), tin(ISSUED), 1),
			Error::<Test>::ConfirmingSignerSignedTheProposal
		);
		aeo_mocks::set_outer_signer(None);
		assert_noop!(
			Identities::confirm(signed(second()), tin(ISSUED), 1),
			Error::<Test>::NotASignedTransaction
		);
	});
}

#[test]
fn confirm_should_fail_with_what_does_not_wait() {
	build_and_execute(|| {
		assert_noop!(
			confirm_number(second(), ISSUED, 1),
			Error::<Test>::UnknownProposal
		);
		assert_ok!(propose(by_hand(first()), ISSUED));
		assert_noop!(
			confirm_number(second(), ISSUED, 2),
			Error::<Test>::ProposalNumberDiffers
		);
	});
}

#[test]
fn confirm_should_fail_where_it_was_registered_since() {
	build_and_execute(|| {
		assert_ok!(propose(by_hand(first()), ISSUED));
		assert_ok!(Identities::register_despite_check(
			signed(MX),
			tin(ISSUED),
			document(),
			document()
		));
		assert_noop!(
			confirm_number(second(), ISSUED, 1),
			Error::<Test>::ChangedSinceProposal
		);
		assert_ok!(Identities::refuse(by(MX), tin(ISSUED), 1));
	});
}

#[test]
fn a_proposal_should_lapse_and_make_room() {
	build_and_execute(|| {
		assert_ok!(propose(by_hand(first()), ISSUED));
		lapse();
		assert_noop!(
			confirm_number(second(), ISSUED, 1),
			Error::<Test>::ProposalLapsed
		);
		assert_ok!(propose(by_hand(second()), ISSUED));
		assert_ok!(confirm_number(first(), ISSUED, 2));
	});
}

#[test]
fn an_officer_should_have_so_many_proposals_at_most() {
	build_and_execute(|| {
		aeo_mocks::cover(Territory::DO, Territory::MX);
		let mut numbers = wrong_numbers();
		for text in numbers.by_ref().take(MAX_WAITING as usize) {
			assert_ok!(propose(by_hand(first()), &text));
		}
		let next = numbers.next().expect("there are more");
		assert_noop!(
			propose(by_hand(first()), &next),
			Error::<Test>::TooManyProposals
		);
		assert_ok!(propose(by_hand(second()), ISSUED));
		lapse();
		assert_ok!(propose(by_hand(first()), &next));
	});
}

#[test]
fn refuse_should_end_what_waits() {
	build_and_execute(|| {
		assert_ok!(propose(by_hand(first()), ISSUED));
		assert_noop!(
			Identities::refuse(by(MX), tin(ISSUED), 2),
			Error::<Test>::ProposalNumberDiffers
		);
		// Another administration has nothing that waits.
		assert_noop!(
			Identities::refuse(by(CR), tin(ISSUED), 1),
			Error::<Test>::UnknownProposal
		);
		assert_ok!(Identities::refuse(signed(second()), tin(ISSUED), 1));
		expect_event(Event::TraderDecisionRefused {
			administration: Territory::MX,
			tin: "MXRDE7910023J3".try_into().expect("short"),
			proposal: 1,
			maker: first(),
			by: second(),
		});
		assert_noop!(
			confirm_number(second(), ISSUED, 1),
			Error::<Test>::UnknownProposal
		);
	});
}
