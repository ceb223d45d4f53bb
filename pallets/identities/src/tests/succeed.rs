//! Another number for the same firm: `propose` and `confirm` of `Succeed` and `Release`.

use super::{
	propose::{by_hand, confirm_number, first, second},
	*,
};
use crate::{LaterNumbers, TinCheck, TraderDecision};
use aeo_primitives::{NormalisedTin, TraderRegister};
use sp_runtime::DispatchError;

/// Another number that passes its check, and nobody has.
const NEW: &str = "MX SAT-970701-NN3";
/// One whose check character is wrong, and was legally issued.
const ISSUED: &str = "MX RDE7910023J3";

fn propose_decision(text: &str, decision: TraderDecision<WrittenTin>) -> DispatchResult {
	Identities::propose(by_hand(first()), tin(text), decision)
}

fn by(text: &str, instrument: Option<H256>) -> TraderDecision<WrittenTin> {
	TraderDecision::Succeed {
		by: tin(text),
		document: document(),
		instrument,
	}
}

fn release(text: &str) -> TraderDecision<WrittenTin> {
	TraderDecision::Release {
		number: tin(text),
		document: document(),
	}
}

fn number_of_last_proposal() -> u32 {
	crate::ProposalCount::<Test>::get(Territory::MX)
}

/// Two officers decide.
fn decide(text: &str, decision: TraderDecision<WrittenTin>) -> DispatchResult {
	propose_decision(text, decision)?;
	confirm_number(second(), text, number_of_last_proposal())
}

/// The trader for which something is certified under this number.
fn certified(text: &str, instrument: Option<H256>) -> Result<TraderId, DispatchError> {
	let tin = tin(text);
	<Identities as TraderRegister>::register(Territory::MX, &tin, document(), instrument)
}

fn find(text: &str) -> Option<TraderId> {
	Identities::by_tin(&Tin::parse(text).expect("a TIN")).map(|(trader, _)| trader)
}

fn normal(text: &str) -> NormalisedTin {
	Tin::parse(text).expect("a TIN").text().clone()
}

#[test]
fn both_numbers_should_lead_to_one_firm() {
	build_and_execute(|| {
		register_all();
		assert_ok!(propose_decision(TIN, by(NEW, None)));
		assert_eq!(find(NEW), None);
		assert_ok!(confirm_number(second(), TIN, 1));
		assert_eq!((find(TIN), find(NEW)), (Some(id(TIN)), Some(id(TIN))));
		let record = crate::Traders::<Test>::get(id(TIN)).expect("it is there");
		assert_eq!(record.tin, normal(NEW));
		System::assert_has_event(RuntimeEvent::from(Event::TraderSucceeded {
			trader: id(TIN),
			from: normal(TIN),
			by: normal(NEW),
			check: TinCheck::Passed,
			document: document(),
		}));
		// Neither can be registered again, and the firm is certified under its present one.
		for text in [TIN, NEW] {
			assert_noop!(register(MX, text), Error::<Test>::RegisteredAlready);
		}
		assert_eq!(certified(NEW, None), Ok(id(TIN)));
		assert_noop!(certified(TIN, None), Error::<Test>::NumberIsFormer);
		// A document is for a number that fails its check.
		let with_document = certified(NEW, Some(document()));
		assert_eq!(with_document, Err(Error::<Test>::TinCheckPasses.into()));
	});
}

#[test]
fn a_firm_should_get_a_number_again_and_again_and_an_earlier_one_back() {
	build_and_execute(|| {
		register_all();
		assert_ok!(decide(TIN, by(NEW, None)));
		assert_ok!(decide(NEW, by(ISSUED, Some(document()))));
		let instrument = document();
		let record = |text| {
			let trader = find(text).expect("it is found");
			crate::Traders::<Test>::get(trader).expect("it is there")
		};
		assert_eq!(record(NEW).check, TinCheck::Overridden { instrument });
		assert_eq!(record(NEW).tin, normal(ISSUED));
		for earlier in [NEW, TIN] {
			assert_ok!(decide(ISSUED, by(earlier, None)));
			assert_eq!(record(ISSUED).tin, normal(earlier));
			assert_eq!(record(ISSUED).check, TinCheck::Passed);
		}
		assert_eq!(LaterNumbers::<Test>::iter().count(), 2);
	});
}

#[test]
fn succeed_should_refuse_what_is_no_new_number_of_the_firm() {
	build_and_execute(|| {
		register_all();
		for (decision, error) in [
			(by(TIN, None), Error::<Test>::NumberIsPresent),
			(by(OTHER, None), Error::<Test>::RegisteredAlready),
			(
				by(COSTA_RICAN, None),
				Error::<Test>::SuccessorOfAnotherTerritory,
			),
			(
				by("MX NWM-970924-4W5", None),
				Error::<Test>::TinCheckDigitWrong,
			),
			(by(ISSUED, None), Error::<Test>::TinCheckDigitWrong),
			(by(NEW, Some(document())), Error::<Test>::TinCheckPasses),
			(
				by(ISSUED, Some(H256::zero())),
				Error::<Test>::DocumentMissing,
			),
			(
				TraderDecision::Succeed {
					by: tin(NEW),
					document: H256::zero(),
					instrument: None,
				},
				Error::<Test>::DocumentMissing,
			),
		] {
			assert_noop!(propose_decision(TIN, decision.clone()), error);
		}
		assert_noop!(
			propose_decision(NEW, by(ISSUED, None)),
			Error::<Test>::UnknownTrader
		);
		assert_noop!(
			propose_decision(COSTA_RICAN, by("CR 3-101-999999", None)),
			Error::<Test>::NotYourTrader
		);
		assert_ok!(close(MX, TIN));
		assert_noop!(
			propose_decision(TIN, by(NEW, None)),
			Error::<Test>::TraderNotActive
		);
	});
}

#[test]
fn what_changed_meanwhile_should_not_be_confirmed() {
	build_and_execute(|| {
		register_all();
		assert_ok!(propose_decision(TIN, by(NEW, None)));
		assert_ok!(register(MX, NEW));
		assert_noop!(
			confirm_number(second(), TIN, 1),
			Error::<Test>::RegisteredAlready
		);
		assert_ok!(close(MX, TIN));
		assert_noop!(
			confirm_number(second(), TIN, 1),
			Error::<Test>::TraderNotActive
		);
	});
}

#[test]
fn accounts_and_aliases_should_stay_the_firms() {
	build_and_execute(|| {
		register_all();
		link(TIN, HOLDER);
		assert_ok!(decide(TIN, by(NEW, None)));
		assert_eq!(Identities::holder(&HOLDER), Some(id(TIN)));
		// An account that was offered under one number accepts under the other.
		let later = HOLDER + 1;
		assert_ok!(Identities::offer_account(
			super::by(MX),
			tin(NEW),
			later,
			None
		));
		assert_ok!(Identities::accept_account(signed(later), tin(TIN)));
		assert_eq!(Identities::holder(&later), Some(id(TIN)));
	});
}

#[test]
fn a_number_that_was_given_by_mistake_should_be_another_firms() {
	build_and_execute(|| {
		register_all();
		assert_ok!(decide(TIN, by(NEW, None)));
		assert_noop!(
			propose_decision(TIN, release(NEW)),
			Error::<Test>::NumberIsPresent
		);
		assert_ok!(decide(NEW, by(TIN, None)));
		assert_noop!(
			propose_decision(TIN, release(OTHER)),
			Error::<Test>::NumberOfAnotherTrader
		);
		assert_ok!(decide(TIN, by(ISSUED, Some(document()))));
		assert_noop!(
			propose_decision(ISSUED, release(TIN)),
			Error::<Test>::NumberIsTheFirst
		);
		assert_ok!(decide(TIN, release(NEW)));
		System::assert_has_event(RuntimeEvent::from(Event::NumberReleased {
			trader: id(TIN),
			number: normal(NEW),
			document: document(),
		}));
		assert_eq!(find(NEW), None);
		assert_ok!(register(MX, NEW));
		assert_eq!(find(NEW), Some(id(NEW)));
	});
}
