//! Every call from every wrong origin is refused, and nothing is changed.

use super::*;
use crate::Call;

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
