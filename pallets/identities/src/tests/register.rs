//! `register`.

use super::*;
use crate::TinCheck;
use aeo_primitives::recognition::TraderState;

#[test]
fn register_should_store_the_tin_in_normal_form() {
	build_and_execute(|| {
		assert_ok!(register(MX, TIN));
		let trader = record("MXNWM9709244W4");
		assert_eq!(
			trader,
			Trader {
				tin: "MXNWM9709244W4".try_into().expect("short"),
				administration: Territory::MX,
				admission: 0,
				check: TinCheck::Passed,
				publication_consent: document(),
				state: TraderState::Active,
				accounts: 0,
			}
		);
		expect_event(Event::TraderRegistered {
			trader: id(TIN),
			tin: trader.tin,
			administration: Territory::MX,
			check: TinCheck::Passed,
			publication_consent: document(),
		});
	});
}

#[test]
fn register_should_flag_a_number_without_a_check_digit() {
	build_and_execute(|| {
		assert_ok!(register(CR, COSTA_RICAN));
		assert_eq!(record(COSTA_RICAN).check, TinCheck::FormatOnly);
	});
}

#[test]
fn register_should_fail_with_a_number_that_is_none() {
	build_and_execute(|| {
		for (text, error) in [
			(" - ", Error::<Test>::TinMissing),
			("MX", Error::<Test>::TinMissing),
			(
				"MX12345678901234567890123456789012345678901",
				Error::<Test>::TinTooLong,
			),
			("QQ123", Error::<Test>::TinTerritoryUnknown),
			("MX NWM-970924", Error::<Test>::TinMalformed),
			("MX NW!-970924-4W4", Error::<Test>::TinCharacterUnknown),
			("MX XAXX010101000", Error::<Test>::TinGeneric),
			("EL 999415390", Error::<Test>::TinOfGreeceBeginsWithGr),
			("MX MX NWM-970924-4W4", Error::<Test>::TinHasTwoCodes),
			("CO 860025900", Error::<Test>::TinCheckDigitMissing),
			("EC 993366721001", Error::<Test>::TinLacksAZero),
			("CL 076086428-5", Error::<Test>::TinHasAZeroTooMany),
			("DO 00113918205", Error::<Test>::TinIsAnIdentityCard),
			("JP T5010401067252", Error::<Test>::TinIsAnInvoiceNumber),
			("MX NWM-971324-4W4", Error::<Test>::TinDateNotReal),
			("MX NWM-970924-4W5", Error::<Test>::TinCheckDigitWrong),
		] {
			assert_noop!(register(MX, text), error);
		}
	});
}

#[test]
fn register_should_fail_with_a_number_that_is_never_issued() {
	build_and_execute(|| {
		let refused = (0..10).any(|digit| {
			let text = format!("PE 1100000000{digit}");
			register(PE, &text) == Err(Error::<Test>::TinNeverIssued.into())
		});
		assert!(refused);
	});
}

#[test]
fn register_should_fail_with_a_natural_persons_number() {
	build_and_execute(|| {
		let refused: Vec<_> = (0..10)
			.filter(|digit| {
				let text = format!("PE 1012345678{digit}");
				register(PE, &text) == Err(Error::<Test>::NumberOfANaturalPerson.into())
			})
			.collect();
		assert_eq!(refused.len(), 1);
	});
}

#[test]
fn register_should_fail_for_another_administrations_territory() {
	build_and_execute(|| {
		assert_noop!(register(CR, TIN), Error::<Test>::NotYourTerritory);
		aeo_mocks::cover(Territory::GT, Territory::MX);
		assert_ok!(register(MX, "GT 576937-K"));
		assert_noop!(
			register(PE, "CL 76.086.428-5"),
			Error::<Test>::NotYourTerritory
		);
	});
}

#[test]
fn register_should_fail_without_consent_to_publication() {
	build_and_execute(|| {
		assert_noop!(
			Identities::register(by(MX), tin(TIN), H256::zero()),
			Error::<Test>::ConsentMissing
		);
	});
}

#[test]
fn register_should_fail_when_it_is_registered() {
	build_and_execute(|| {
		assert_ok!(register(MX, TIN));
		assert_noop!(
			register(MX, "mxnwm9709244w4"),
			Error::<Test>::RegisteredAlready
		);
		assert_ok!(close(MX, TIN));
		assert_noop!(register(MX, TIN), Error::<Test>::RegisteredAlready);
	});
}
