//! Every call from every wrong origin is refused, and nothing is changed.

use super::*;
use crate::Call;
use aeo_primitives::recognition::Standing;
use frame_support::{assert_storage_noop, traits::GetCallName};
use sp_runtime::traits::Dispatchable;

fn call() -> RuntimeCall {
	RuntimeCall::Benefits(Call::grant {
		declaration: declaration(1),
		identifier: tin(TIN),
		role: Role::Exporter,
		direction: Direction::Import,
	})
}

#[test]
fn grant_should_be_the_only_call() {
	assert_eq!(Call::<Test>::get_call_names(), ["grant"]);
}

#[test]
fn grant_should_be_refused_to_every_wrong_origin() {
	build_and_execute(|| {
		set_up();
		for territory in [Territory::MX, Territory::PE, Territory::CO] {
			aeo_mocks::record_uses_in_clear(territory);
		}
		let mut origins = vec![
			RuntimeOrigin::none(),
			RuntimeOrigin::root(),
			signed(STRANGER),
			signed(CR),
			signed(aeo_mocks::signatory(CR)),
			signed(MX),
			// In quarantine by itself, by the council, and withdrawn.
			by(CO),
			by(PE),
			by(aeo_mocks::CL),
		];
		set_legs(Territory::MX, Territory::CO, vec![leg(3)]);
		aeo_mocks::set_standing(Territory::PE, Standing::QuarantinedByCouncil);
		aeo_mocks::set_standing(Territory::CO, Standing::QuarantinedByItself);
		for scope in Scope::ALL {
			if *scope != Scope::Clearance {
				origins.push(signed(officer(CR, *scope)));
			}
		}
		for origin in origins {
			assert_storage_noop!(assert!(
				call().dispatch(origin.clone()).is_err(),
				"{origin:?}"
			));
		}
		assert_ok!(call()
			.dispatch(by(CR))
			.map(|_| ())
			.map_err(|error| error.error));
	});
}

#[test]
fn a_grant_should_always_be_the_callers() {
	build_and_execute(|| {
		set_up();
		aeo_mocks::record_uses_in_clear(Territory::CO);
		assert_ok!(grant(1, TIN));
		assert_noop!(
			Benefits::grant(
				by(CO),
				declaration(1),
				tin(TIN),
				Role::Exporter,
				Direction::Import
			),
			Error::<Test>::NoAgreement
		);
	});
}
