//! What the legs disclose, for who asks by the port `DisclosureLookup`.

use super::*;
use aeo_primitives::{DisclosedLeg, DisclosureLookup};

fn disclosed(issuer: Territory, reader: Territory) -> Vec<DisclosedLeg> {
	Agreements::disclosed(issuer, reader).into_inner()
}

#[test]
fn each_leg_should_say_what_it_discloses_to_its_grantor() {
	build_and_execute(|| {
		let parties = [Territory::MX, Territory::CR];
		let mut legs = mesh(&parties);
		legs[0].consent = ConsentNeed::Needed;
		legs[0].data_classes = DataClasses::new([DataClass::Sites]).expect("one");
		assert_ok!(propose_with(
			signed(MX),
			&parties,
			legs.clone(),
			Some(TODAY)
		));
		assert_eq!(disclosed(Territory::MX, Territory::CR), []);
		assert_ok!(sign(CR, 1, Some(TODAY)));
		assert_eq!(
			disclosed(Territory::MX, Territory::CR),
			[DisclosedLeg {
				agreement: 1,
				state: LegState::InForce { from: day(TODAY) },
				consent: ConsentNeed::Needed,
				types: legs[0].types.clone(),
				classes: DataClasses::new([DataClass::Sites]).expect("one"),
			}]
		);
		// The other direction is another one, and a third member has none.
		let back = disclosed(Territory::CR, Territory::MX);
		assert_eq!((back.len(), back[0].consent), (1, ConsentNeed::NotNeeded));
		assert!(back[0].classes.contains(DataClass::Identity));
		assert_eq!(disclosed(Territory::MX, Territory::PE), []);
		assert_eq!(disclosed(Territory::MX, Territory::FR), []);
	});
}

#[test]
fn a_leg_should_be_over_for_a_reader_when_it_is() {
	build_and_execute(|| {
		let number = conclude();
		let state = || disclosed(Territory::MX, Territory::CR)[0].state;
		assert_ok!(Agreements::suspend_leg(
			by(MX),
			number,
			Territory::MX,
			Territory::CR
		));
		assert_eq!(state(), LegState::Suspended);
		assert_ok!(Agreements::resume_leg(
			by(MX),
			number,
			Territory::MX,
			Territory::CR
		));
		leave(CR, number);
		days_later(60);
		assert!(matches!(state(), LegState::NoticeGiven { .. }));
		days_later(61);
		assert_eq!(state(), LegState::Ended);
	});
	build_and_execute(|| {
		conclude();
		aeo_mocks::readmit(Territory::CR);
		assert_eq!(
			disclosed(Territory::MX, Territory::CR)[0].state,
			LegState::Ended
		);
	});
}
