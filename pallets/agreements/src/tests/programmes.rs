//! What the issuers' programmes say to the legs that name their types.

use super::*;
use crate::MAX_NAMED_PROGRAMMES;
use aeo_primitives::recognition::ConsentMode;

const PAIR: [Territory; 2] = [Territory::MX, Territory::CR];

fn named(programme: &str, code: &str) -> CertificateType {
	CertificateType {
		programme: programme.try_into().expect("short"),
		code: code.try_into().expect("short"),
	}
}

/// The legs of Mexico and Costa Rica, where Mexico's names these types.
fn naming(types: Vec<CertificateType>) -> Vec<LegTerms> {
	let mut legs = mesh(&PAIR);
	legs[0].types = types.try_into().expect("few");
	legs
}

fn told(agreement: AgreementId, types: Vec<CertificateType>) -> RuntimeEvent {
	RuntimeEvent::Agreements(Event::TypesUnknownToIssuer {
		agreement,
		issuer: Territory::MX,
		grantor: Territory::CR,
		types: types.try_into().expect("few"),
	})
}

#[test]
fn types_that_the_issuers_programmes_lack_should_be_told_and_marked() {
	build_and_execute(|| {
		let known = named("OEA", "FULL");
		let lacking = vec![named("OEA", "FUL"), named("NEW", "FULL")];
		let types = vec![lacking[0].clone(), known.clone(), lacking[1].clone()];
		assert_ok!(propose_with(by(MX), &PAIR, naming(types.clone()), None));
		System::assert_has_event(told(1, lacking.clone()));
		let leg = &crate::ProposedLegs::<Test>::get(1)[0];
		assert_eq!(Agreements::unknown_types(leg), lacking);
		// The mark follows the programmes.
		Programmes::set(Territory::MX, "NEW", &["FULL"], ConsentMode::Standing);
		assert_eq!(Agreements::unknown_types(leg), [lacking[0].clone()]);
		// Nothing is told where all are known.
		System::reset_events();
		assert_ok!(propose_with(by(MX), &PAIR, naming(vec![known]), None));
		assert_eq!(System::events().len(), 1);
		// And an amendment tells as much.
		let number = conclude();
		assert_ok!(amend_with(signed(MX), number, &[], naming(types), None));
		System::assert_has_event(told(number, vec![lacking[0].clone()]));
	});
}

/// With the two combinations that can't be satisfied, and the six others.
#[test]
fn a_leg_that_nobody_can_consent_to_should_be_refused() {
	build_and_execute(|| {
		let conclude = conclude();
		Programmes::set(Territory::MX, "ASKED", &["FULL"], ConsentMode::Asked);
		let with = |programmes: &[&str], consent| {
			let types = programmes.iter().map(|code| named(code, "FULL")).collect();
			let mut legs = naming(types);
			legs[0].consent = consent;
			legs
		};
		for (programmes, consent, refused) in [
			(&["OEA"][..], ConsentNeed::Needed, false),
			(&["OEA"], ConsentNeed::NotNeeded, false),
			(&["ASKED"], ConsentNeed::Needed, true),
			(&["ASKED"], ConsentNeed::NotNeeded, false),
			(&["OEA", "ASKED"], ConsentNeed::Needed, true),
			(&["OEA", "ASKED"], ConsentNeed::NotNeeded, false),
			// Its issuer makes it later, and then it may be either.
			(&["LATER"], ConsentNeed::Needed, false),
		] {
			let legs = with(programmes, consent);
			let proposed = propose_with(by(MX), &PAIR, legs.clone(), None);
			let amended = frame_support::storage::with_storage_layer(|| {
				amend_with(signed(MX), conclude, &[], legs, None)
			});
			let expected = if refused {
				Err(Error::<Test>::ConsentCantBeGivenYet.into())
			} else {
				Ok(())
			};
			assert_eq!((proposed, amended), (expected, expected), "{programmes:?}");
			if amended.is_ok() {
				assert_ok!(Agreements::retract_amendment(signed(MX), conclude));
			}
		}
	});
}

#[test]
fn each_programme_should_be_read_once_and_no_more_than_64() {
	build_and_execute(|| {
		let programmes = |prefix: &str, count| -> Vec<CertificateType> {
			let code = |place| named(&format!("{prefix}{place}"), "FULL");
			(0..count).map(code).collect()
		};
		let parties = [Territory::MX, Territory::CR, Territory::PE, Territory::CO];
		let mut legs = mesh(&parties);
		for leg in &mut legs {
			leg.types = programmes("P", 16).try_into().expect("sixteen");
		}
		let before = Programmes::reads();
		assert_ok!(propose_with(by(MX), &parties, legs.clone(), None));
		assert_eq!(Programmes::reads() - before, MAX_NAMED_PROGRAMMES);
		legs[0].types = programmes("Q", 1).try_into().expect("one");
		assert_noop!(
			propose_with(by(MX), &parties, legs, None),
			Error::<Test>::TooManyProgrammes
		);
	});
}

/// A programme that asks since the proposal: the last signature finds it.
#[test]
fn the_last_signature_should_find_that_consent_can_be_given() {
	build_and_execute(|| {
		let mut legs = mesh(&PAIR);
		legs[0].consent = ConsentNeed::Needed;
		assert_ok!(propose_with(signed(MX), &PAIR, legs, None));
		Programmes::set(Territory::MX, "OEA", &["FULL"], ConsentMode::Asked);
		assert_noop!(
			frame_support::storage::with_storage_layer(|| sign(CR, 1, None)),
			Error::<Test>::ConsentCantBeGivenYet
		);
		Programmes::set(Territory::MX, "OEA", &["FULL"], ConsentMode::Standing);
		assert_ok!(sign(CR, 1, None));
	});
}
