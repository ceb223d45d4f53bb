//! `open_incident`.

use super::*;
use crate::{Incident, IncidentCount, IncidentCounts, Step};

fn is_priority(grantor: Territory) -> bool {
	ask(grantor).priority
}

#[test]
fn open_incident_should_keep_kind_and_decision() {
	build_and_execute(|| {
		assert_ok!(open(IncidentKind::BorderClosure));
		System::assert_last_event(RuntimeEvent::Benefits(Event::IncidentOpened {
			grantor: Territory::CR,
			incident: 0,
			kind: IncidentKind::BorderClosure,
			by: officer(CR, Scope::Risk),
			document: document(),
		}));
		let opened = Step {
			document: document(),
			block: 1,
			at: NOON,
		};
		assert_eq!(
			Benefits::incidents_of(Territory::CR, 0),
			[(
				0,
				Incident {
					kind: IncidentKind::BorderClosure,
					opened,
					closed: None
				}
			)]
		);
		assert_noop!(
			Benefits::open_incident(risk(CR), IncidentKind::Hazard, H256::zero()),
			Error::<Test>::DocumentMissing
		);
	});
}

/// Scenario 21.
#[test]
fn an_open_incident_should_give_priority_to_trade_recovery() {
	build_and_execute(|| {
		set_up();
		set_legs(Territory::MX, Territory::CR, vec![recovery(1)]);
		assert!(!is_priority(Territory::CR));
		assert_ok!(open(IncidentKind::NaturalDisaster));
		assert!(is_priority(Territory::CR));
		// It is told with the grant, too.
		assert_ok!(grant(1, TIN));
		let last = System::events().pop().expect("it was told").event;
		assert!(matches!(
			last,
			RuntimeEvent::Benefits(Event::BenefitsGranted { priority: true, .. })
		));
		// And only there, and only with that benefit.
		set_legs(Territory::MX, Territory::PE, vec![recovery(2)]);
		assert!(!is_priority(Territory::PE));
		set_legs(Territory::MX, Territory::CR, vec![leg(1)]);
		assert!(!is_priority(Territory::CR));
		assert_eq!(given(ask(Territory::CR)), BOTH);
	});
}

#[test]
fn open_incident_should_fail_when_sixteen_are_open() {
	build_and_execute(|| {
		for _ in 0..16 {
			assert_ok!(open(IncidentKind::AlertLevel));
		}
		assert_noop!(
			open(IncidentKind::AlertLevel),
			Error::<Test>::TooManyIncidents
		);
		assert_ok!(Benefits::open_incident(
			risk(PE),
			IncidentKind::Other,
			document()
		));
		assert_ok!(close(7));
		assert_ok!(open(IncidentKind::AlertLevel));
		let count = IncidentCounts::<Test>::get(Territory::CR);
		assert_eq!(
			count,
			IncidentCount {
				opened: 17,
				open: 16
			}
		);
	});
}

#[test]
fn incidents_should_come_latest_first_in_pages() {
	build_and_execute(|| {
		for number in 0..60 {
			assert_ok!(open(IncidentKind::Other));
			assert_ok!(close(number));
		}
		let numbers = |page| {
			let incidents = Benefits::incidents_of(Territory::CR, page);
			incidents.into_iter().map(|(number, _)| number)
		};
		assert!(numbers(0).eq((10..60).rev()));
		assert!(numbers(1).eq((0..10).rev()));
		assert_eq!(numbers(2).count(), 0);
	});
}
