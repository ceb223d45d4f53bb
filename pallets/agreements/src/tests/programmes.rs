//! What the issuers' programmes say to the legs that name their types.

use super::*;
use crate::MAX_NAMED_PROGRAMMES;

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
		Programmes::set(Territory::MX, "NEW", &["FULL"]);
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

/// Whether a holder is asked is its certificate's: the call by which it answers is there.
#[test]
fn a_leg_that_needs_consent_should_be_agreed() {
	build_and_execute(|| {
		let mut legs = mesh(&PAIR);
		legs[0].consent = ConsentNeed::Needed;
		assert_ok!(propose_with(signed(MX), &PAIR, legs, None));
		assert_ok!(sign(CR, 1, None));
	});
}
