//! `close_incident`.

use super::*;
use crate::Step;

fn is_open() -> bool {
	aeo_mocks::Administrations::grantor(Territory::CR)
		.expect("it is one")
		.incident_open
}

#[test]
fn close_incident_should_keep_when_and_why() {
	build_and_execute(|| {
		assert_ok!(open(IncidentKind::Hazard));
		pass(DAY);
		System::set_block_number(5);
		let why = H256::repeat_byte(3);
		assert_ok!(Benefits::close_incident(risk(CR), 0, why));
		System::assert_last_event(RuntimeEvent::Benefits(Event::IncidentClosed {
			grantor: Territory::CR,
			incident: 0,
			kind: IncidentKind::Hazard,
			by: officer(CR, Scope::Risk),
			document: why,
		}));
		let (_, incident) = Benefits::incidents_of(Territory::CR, 0).remove(0);
		let closed = Step {
			document: why,
			block: 5,
			at: NOON + DAY,
		};
		assert_eq!(incident.closed, Some(closed));
		assert_eq!(incident.opened.at, NOON);
	});
}

#[test]
fn priority_should_end_with_the_last_incident() {
	build_and_execute(|| {
		set_up();
		set_legs(Territory::MX, Territory::CR, vec![recovery(1)]);
		assert_ok!(open(IncidentKind::Hazard));
		assert_ok!(open(IncidentKind::AlertLevel));
		assert_ok!(close(0));
		assert!(is_open() && ask(Territory::CR).priority);
		assert_ok!(close(1));
		assert!(!is_open() && !ask(Territory::CR).priority);
		assert_eq!(given(ask(Territory::CR)).len(), 3);
	});
}

#[test]
fn close_incident_should_fail_where_there_is_none_or_it_is_closed() {
	build_and_execute(|| {
		assert_noop!(close(0), Error::<Test>::UnknownIncident);
		assert_ok!(open(IncidentKind::Hazard));
		assert_noop!(close(1), Error::<Test>::UnknownIncident);
		assert_noop!(
			Benefits::close_incident(risk(PE), 0, document()),
			Error::<Test>::UnknownIncident
		);
		assert_noop!(
			Benefits::close_incident(risk(CR), 0, H256::zero()),
			Error::<Test>::DocumentMissing
		);
		assert_ok!(close(0));
		assert_noop!(close(0), Error::<Test>::IncidentClosedAlready);
	});
}
