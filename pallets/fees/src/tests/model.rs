//! All budgets and buckets against a plain model.

use super::*;
use proptest::prelude::*;

proptest! {
	/// All buckets against a plain model: what is there is filled up block by block, and everything
	/// that is taken is taken from each part of the purse.
	#[test]
	fn quota_should_be_what_a_plain_model_says(
		steps in prop::collection::vec((0u64..3, 0usize..7, 0usize..3, 0u128..300, 0u128..300), 1..60),
	) {
		new_test_ext().execute_with(|| {
			link(&[77, 78]);
			set_outside_kind(79, Some((OutsideKind::Offered, Territory::MX)));
			let accounts = [MX, one(MX), other(MX), 77, 78, 79, one(CR)];
			let full = |quota: Quota| (quota.max, quota);
			// own, reserve and joint of Mexico and Costa Rica, then the accounts
			let mut own = [full(InitialQuota::get()), full(InitialQuota::get())];
			let mut reserve = [full(Reserve::get()), full(Reserve::get())];
			let mut joint = full(JointQuota::get());
			let mut single = accounts.map(|account| match account {
				77..=79 => full(AccountQuota::get()),
				_ => full(Reserve::get().share()),
			});
			for (blocks, who, purpose, fee, actual) in steps {
				let actual = actual.min(fee);
				for _ in 0..blocks {
					let all = own.iter_mut().chain(&mut reserve).chain(&mut single);
					for (left, quota) in all.chain([&mut joint]) {
						*left = quota.max.min(*left + quota.recovery);
					}
				}
				System::set_block_number(System::block_number() + blocks);
				let account = accounts[who];
				let purpose =
					[Purpose::Work, Purpose::Protection, Purpose::GoesFirst][purpose];
				let of = usize::from(account == one(CR));
				let outside = (77..=79).contains(&account);
				let from_own = !outside && purpose != Purpose::GoesFirst && own[of].0 >= fee;
				let pays: Vec<&mut u128> = if outside {
					vec![&mut joint.0, &mut single[who].0]
				} else if from_own {
					vec![&mut own[of].0]
				} else if purpose == Purpose::Work {
					vec![]
				} else {
					vec![&mut reserve[of].0, &mut single[who].0]
				};
				// nobody has a balance, and what costs nothing needs none
				let can = pays.iter().all(|left| **left >= fee) && !pays.is_empty() || fee == 0;
				let paid = withdraw_for(&call_for(Some(purpose)), account, fee, 0);
				assert_eq!(paid.is_ok(), can, "{account} {purpose:?} {fee}");
				if let Ok(paid) = paid {
					settle(account, actual, 0, paid);
					for left in pays {
						*left -= actual;
					}
				}
				Fees::do_try_state().expect("the invariants hold");
			}
			for (who, account) in accounts.into_iter().enumerate() {
				let expected = match account {
					77..=79 => single[who].0.min(joint.0),
					account if account == one(CR) => own[1].0,
					_ => own[0].0,
				};
				assert_eq!(left(account), Some(expected), "{account}");
			}
		});
	}
}
