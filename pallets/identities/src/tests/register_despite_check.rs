//! `register_despite_check`.

use super::*;
use crate::TinCheck;

const WRONG: &str = "MX NWM-970924-4W5";

fn despite(text: &str, instrument: H256) -> DispatchResult {
	Identities::register_despite_check(signed(MX), tin(text), document(), instrument)
}

#[test]
fn register_despite_check_should_take_a_wrong_check_digit() {
	build_and_execute(|| {
		let instrument = H256::repeat_byte(9);
		assert_ok!(despite(WRONG, instrument));
		let check = TinCheck::Overridden { instrument };
		assert_eq!(record(WRONG).check, check);
		expect_event(Event::TraderRegistered {
			trader: id(WRONG),
			tin: record(WRONG).tin,
			administration: Territory::MX,
			check,
			publication_consent: document(),
		});
		assert_noop!(despite(WRONG, instrument), Error::<Test>::RegisteredAlready);
	});
}

/// The first is in the register of legal entity identifiers, the second a company's of Santo
/// Domingo; both fail the check of their scheme.
#[test]
fn register_despite_check_should_take_numbers_that_were_legally_issued() {
	build_and_execute(|| {
		aeo_mocks::cover(Territory::DO, Territory::MX);
		let instrument = H256::repeat_byte(9);
		for text in ["MX RDE7910023J3", "DO 101581601"] {
			assert_noop!(register(MX, text), Error::<Test>::TinCheckDigitWrong);
			assert_ok!(despite(text, instrument));
			assert_eq!(record(text).check, TinCheck::Overridden { instrument });
		}
	});
}

#[test]
fn register_despite_check_should_fail_with_a_number_that_passes() {
	build_and_execute(|| {
		assert_noop!(despite(TIN, document()), Error::<Test>::TinCheckPasses);
	});
}

#[test]
fn register_despite_check_should_fail_with_another_form() {
	build_and_execute(|| {
		assert_noop!(
			despite("MX NWM-970924", document()),
			Error::<Test>::TinMalformed
		);
	});
}

#[test]
fn register_despite_check_should_fail_without_its_documents() {
	build_and_execute(|| {
		assert_noop!(despite(WRONG, H256::zero()), Error::<Test>::DocumentMissing);
		assert_noop!(
			Identities::register_despite_check(signed(MX), tin(WRONG), H256::zero(), document()),
			Error::<Test>::ConsentMissing
		);
	});
}

#[test]
fn register_despite_check_should_fail_elsewhere() {
	build_and_execute(|| {
		assert_noop!(
			Identities::register_despite_check(signed(CR), tin(WRONG), document(), document()),
			Error::<Test>::NotYourTerritory
		);
	});
}
