//! Who may make which call: a table in each pallet's tests, and what is tested over it.

use crate::{set_outer_signer, AccountId};
use core::fmt::Debug;
use frame_support::{assert_storage_noop, traits::GetCallName};
use frame_system::{ensure_signed, RawOrigin};
use sp_runtime::traits::Dispatchable;
use std::collections::BTreeSet;

/// Fails where a call of the pallet is missing from the table, or in it under another name.
pub fn assert_whole<'a, Call: GetCallName + 'a>(table: impl IntoIterator<Item = &'a Call>) {
	let named: BTreeSet<_> = table.into_iter().map(Call::get_call_name).collect();
	let all: BTreeSet<_> = Call::get_call_names().iter().copied().collect();
	assert_eq!(named, all);
}

/// Makes the signer the outer signer too.
fn sign<Origin>(origin: &Origin)
where
	Origin: Clone + Into<Result<RawOrigin<AccountId>, Origin>>,
{
	set_outer_signer(ensure_signed(origin.clone()).ok());
}

/// Fails where a call is not refused to an origin, or changes something all the same.
pub fn assert_refused<Call>(call: Call, origin: Call::RuntimeOrigin)
where
	Call: Clone + Debug + Dispatchable,
	Call::RuntimeOrigin: Clone + Debug + Into<Result<RawOrigin<AccountId>, Call::RuntimeOrigin>>,
{
	sign(&origin);
	assert_storage_noop!(assert!(
		call.clone().dispatch(origin.clone()).is_err(),
		"{call:?} by {origin:?}"
	));
}

/// Fails where a call is refused to an origin.
pub fn assert_open<Call>(call: Call, origin: Call::RuntimeOrigin)
where
	Call: Clone + Debug + Dispatchable<PostInfo: Debug>,
	Call::RuntimeOrigin: Clone + Debug + Into<Result<RawOrigin<AccountId>, Call::RuntimeOrigin>>,
{
	sign(&origin);
	let result = call.clone().dispatch(origin.clone());
	assert!(result.is_ok(), "{call:?} by {origin:?}: {result:?}");
}

/// Makes the tests over a table of origins, after `set_up()`: each call of the pallet is in it, is
/// refused to every wrong origin without changing anything, and is open to its rightful ones.
///
/// In scope are `calls()`, each right but for its origin, with whose it is; `origins()`, every kind of
/// origin that there is, with all that it may be; and the mock runtime.
///
/// ```ignore
/// aeo_mocks::origin_tests!(set_up);
/// ```
#[macro_export]
macro_rules! origin_tests {
	($set_up:path) => {
		/// Returns a call from an origin, with the places of both in their tables.
		fn each() -> Vec<(usize, usize, bool)> {
			let mut each = Vec::new();
			build_and_execute(|| {
				$set_up();
				for (place, (_, rightful)) in calls().into_iter().enumerate() {
					for (from, (_, is)) in origins().into_iter().enumerate() {
						each.push((place, from, is.contains(&rightful)));
					}
				}
			});
			each
		}

		/// Returns the call and the origin at these places.
		fn at(place: usize, from: usize) -> (RuntimeCall, RuntimeOrigin) {
			let (call, _) = calls().swap_remove(place);
			let (origin, _) = origins().swap_remove(from);
			(call.into(), origin)
		}

		#[test]
		fn every_call_should_be_in_the_table_of_origins() {
			build_and_execute(|| {
				$set_up();
				$crate::assert_whole(calls().iter().map(|(call, _)| call));
			});
		}

		#[test]
		fn every_call_should_be_refused_to_every_wrong_origin() {
			let each = each();
			build_and_execute(|| {
				$set_up();
				for (place, from, _) in each.into_iter().filter(|(.., is_open)| !is_open) {
					let (call, origin) = at(place, from);
					$crate::assert_refused(call, origin);
				}
			});
		}

		#[test]
		fn every_call_should_be_open_to_its_rightful_origins() {
			for (place, from, _) in each().into_iter().filter(|(.., is_open)| *is_open) {
				build_and_execute(|| {
					$set_up();
					let (call, origin) = at(place, from);
					$crate::assert_open(call, origin);
				});
			}
		}
	};
}
