//! Every call from every wrong origin is refused, and nothing is changed.

use super::*;
use crate::Call;
use sp_runtime::{traits::Dispatchable, DispatchError::BadOrigin};

/// Who may call: the council.
#[derive(Clone, Copy, PartialEq)]
struct Council;

/// Every call, right but for its origin.
fn calls() -> Vec<(Call<Test>, Council)> {
	let call = Call::set_quota {
		administration: Territory::CR,
		quota: MORE,
	};
	vec![(call, Council)]
}

/// Every kind of origin there is, and what it may be.
fn origins() -> Vec<(RuntimeOrigin, Vec<Council>)> {
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
	let wrong = accounts
		.map(RuntimeOrigin::signed)
		.into_iter()
		.chain([RuntimeOrigin::none()])
		.map(|origin| (origin, vec![]));
	wrong.chain([(council(), vec![Council])]).collect()
}

/// An account is a holder's.
fn set_up() {
	link(&[77]);
}

aeo_mocks::origin_tests!(set_up);

/// The pallet has no error of its own for it.
#[test]
fn a_wrong_origin_should_be_called_bad() {
	build_and_execute(|| {
		set_up();
		for (origin, _) in origins().into_iter().filter(|(_, is)| is.is_empty()) {
			for (call, _) in calls() {
				let result = RuntimeCall::from(call).dispatch(origin.clone());
				assert_eq!(result.map_err(|failed| failed.error), Err(BadOrigin));
			}
		}
	});
}
