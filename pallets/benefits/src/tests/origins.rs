//! Every call from every wrong origin is refused, and nothing is changed.

use super::*;
use crate::{Call, SealedCounter, SealedPeriod};
use aeo_mocks::{CL, STRANGER};
use aeo_primitives::recognition::Standing;
use frame_support::dispatch::GetDispatchInfo;

/// Every call, right but for its origin, with the scope that it needs.
fn calls() -> Vec<(Call<Test>, Scope)> {
	let GrantRow {
		declaration,
		identifier,
		role,
		direction,
	} = row(2, TIN);
	let today = day("2026-11-24");
	let counter = SealedCounter {
		basis: Basis::Agreement(1),
		benefit: Benefit::FewerInspections,
		direction,
		count: 1,
	};
	vec![
		(
			Call::grant {
				declaration,
				identifier,
				role,
				direction,
			},
			Scope::Clearance,
		),
		(
			Call::grant_many {
				rows: vec![row(2, TIN)],
			},
			Scope::Clearance,
		),
		(Call::prune { limit: 1 }, Scope::Clearance),
		(
			Call::open_incident {
				kind: IncidentKind::Hazard,
				document: document(),
			},
			Scope::Risk,
		),
		(
			Call::close_incident {
				incident: 0,
				document: document(),
			},
			Scope::Risk,
		),
		(
			Call::record_sealed {
				period: SealedPeriod {
					from: today,
					until: today,
				}
				.into(),
				root: document(),
				leaves: 1,
				counters: vec![counter],
				lines: Default::default(),
			},
			Scope::Clearance,
		),
	]
}

/// Costa Rica has an old grant and an open incident, and records its uses as the call needs it.
fn prepare(call: &Call<Test>) {
	set_up();
	pallet_timestamp::Now::<Test>::put(NOON - RETENTION - 1);
	assert_ok!(grant(1, TIN));
	pallet_timestamp::Now::<Test>::put(NOON);
	assert_ok!(open(IncidentKind::Other));
	for territory in [Territory::MX, Territory::PE, Territory::CO, Territory::CL] {
		aeo_mocks::record_uses_in_clear(territory);
	}
	if matches!(call, Call::record_sealed { .. }) {
		for territory in [Territory::CR, Territory::PE, Territory::CO, Territory::CL] {
			aeo_mocks::record_uses_sealed(territory);
		}
	}
	set_legs(Territory::MX, Territory::CO, vec![leg(3)]);
	aeo_mocks::set_standing(Territory::PE, Standing::QuarantinedByCouncil);
	aeo_mocks::set_standing(Territory::CO, Standing::QuarantinedByItself);
}

#[test]
fn every_call_should_be_in_the_table_of_origins() {
	aeo_mocks::assert_whole(calls().iter().map(|(call, _)| call));
}

#[test]
fn every_call_should_be_refused_to_every_wrong_origin() {
	for (call, needed) in calls() {
		build_and_execute(|| {
			prepare(&call);
			let call = RuntimeCall::Benefits(call.clone());
			let mut origins = vec![
				RuntimeOrigin::none(),
				RuntimeOrigin::root(),
				signed(STRANGER),
				signed(CR),
				signed(aeo_mocks::signatory(CR)),
				signed(MX),
			];
			for scope in Scope::ALL {
				// In quarantine by itself, by the council, and withdrawn.
				for own in [CO, PE, CL] {
					origins.push(signed(officer(own, *scope)));
				}
				if *scope != needed {
					origins.push(signed(officer(CR, *scope)));
				}
			}
			for origin in origins {
				aeo_mocks::assert_refused(call.clone(), origin);
			}
			aeo_mocks::assert_open(call, signed(officer(CR, needed)));
		});
	}
}

#[test]
fn every_call_should_have_a_weight() {
	for (call, _) in calls() {
		let info = call.get_dispatch_info();
		assert!(info.call_weight.ref_time() > 0, "{call:?}");
	}
}

/// Whatever is recorded is the caller's: another administration's officer touches nothing of it.
#[test]
fn what_is_recorded_should_always_be_the_callers() {
	build_and_execute(|| {
		set_up();
		aeo_mocks::record_uses_in_clear(Territory::CO);
		assert_ok!(grant(1, TIN));
		assert_noop!(grant_by(CO, row(1, TIN)), Error::<Test>::NoAgreement);
		assert_ok!(open(IncidentKind::Hazard));
		assert_noop!(
			Benefits::close_incident(risk(CO), 0, document()),
			Error::<Test>::UnknownIncident
		);
		pass(RETENTION + 1);
		assert_noop!(Benefits::prune(by(CO), 1), Error::<Test>::NothingToPrune);
	});
}
