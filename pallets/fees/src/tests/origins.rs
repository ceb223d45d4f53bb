//! Every call from every wrong origin is refused, and nothing is changed.

use super::*;
use crate::Call;
use frame_support::{assert_noop, traits::GetCallName};
use sp_runtime::{traits::Dispatchable, DispatchError::BadOrigin};

fn calls() -> Vec<Call<Test>> {
	vec![Call::set_quota {
		administration: Territory::CR,
		quota: MORE,
	}]
}

#[test]
fn every_call_should_be_refused_to_every_wrong_origin() {
	build_and_execute(|| {
		link(&[77]);
		let accounts = [
			MX,
			CR,
			one(MX),
			signatory(MX),
			incoming(MX),
			77,
			CL,
			STRANGER,
		];
		let origins = accounts.map(RuntimeOrigin::signed);
		for origin in origins.into_iter().chain([RuntimeOrigin::none()]) {
			for call in calls() {
				let call = RuntimeCall::from(call);
				assert_noop!(
					call.dispatch(origin.clone()).map_err(|failed| failed.error),
					BadOrigin
				);
			}
		}
	});
}

/// Otherwise the table would prove nothing.
#[test]
fn every_call_should_be_open_to_its_rightful_origin() {
	for call in calls() {
		build_and_execute(|| {
			assert_ok!(RuntimeCall::from(call).dispatch(council()));
		});
	}
}

#[test]
fn every_call_should_be_in_the_table_of_origins() {
	let calls = calls();
	let named: Vec<_> = calls.iter().map(|call| call.get_call_name()).collect();
	assert_eq!(named, Call::<Test>::get_call_names());
}
