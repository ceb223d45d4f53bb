//! `publish`.

use super::*;
use crate::MAX_LISTS;
use aeo_primitives::recognition::Standing;

const COSTA_RICA: Territory = Territory::CR;

#[test]
fn publish_should_put_a_list_in_the_place_of_the_one_before() {
	build_and_execute(|| {
		disclose(COSTA_RICA, 1);
		for (block, sequence) in [(10, 1), (11, 2), (40, 3)] {
			System::set_block_number(block);
			Timestamp::set_timestamp(NOON + block * 3_000);
			let new = NewList {
				root: H256::from_low_u64_be(block),
				pages: sequence,
				..next(COSTA_RICA)
			};
			assert_ok!(publish(&[new]));
			let as_of = u32::try_from(block).expect("few") - 1;
			assert_eq!(
				list(COSTA_RICA),
				Some(ListRecord {
					sequence,
					sealed_to: encryption_key(COSTA_RICA).expect("it is admitted"),
					root: H256::from_low_u64_be(block),
					pages: sequence,
					as_of,
					block: as_of + 1,
					at: NOON + block * 3_000,
				})
			);
			expect_event(Event::ListPublished {
				issuer: Territory::MX,
				reader: COSTA_RICA,
				sequence,
				root: H256::from_low_u64_be(block),
				pages: sequence,
				as_of,
				by: officer(MX, Scope::Disclosure),
			});
		}
		assert_eq!(Lists::<Test>::iter().count(), 1);
	});
}

#[test]
fn publish_should_take_all_lists_or_none() {
	build_and_execute(|| {
		disclose(COSTA_RICA, 1);
		disclose(Territory::PE, 1);
		let all = [next(COSTA_RICA), next(Territory::PE), next(Territory::MX)];
		assert_ok!(publish(&all));
		assert_eq!(Lists::<Test>::iter().count(), 3);
		let wrong = NewList {
			sequence: 9,
			..next(Territory::PE)
		};
		assert_noop!(publish(&[next(COSTA_RICA), wrong]), Error::<Test>::NotNext);
	});
}

#[test]
fn publish_should_fail_without_lists_with_too_many_and_with_a_reader_twice() {
	build_and_execute(|| {
		disclose(COSTA_RICA, 1);
		assert_noop!(publish(&[]), Error::<Test>::ListsMissing);
		let most = MAX_LISTS as usize;
		assert_noop!(
			publish(&vec![next(COSTA_RICA); most + 1]),
			Error::<Test>::TooManyLists
		);
		assert_noop!(
			publish(&vec![next(COSTA_RICA); most]),
			Error::<Test>::ReaderTwice
		);
		let second = NewList {
			sequence: 2,
			..next(COSTA_RICA)
		};
		assert_noop!(
			publish(&[next(COSTA_RICA), second]),
			Error::<Test>::ReaderTwice
		);
	});
}

/// Invariant I10.
#[test]
fn publish_should_fail_for_who_may_read_nothing() {
	let until = "2026-11-23".parse().expect("a day");
	let from = "2026-01-01".parse().expect("a day");
	let some = &[DataClass::Identity][..];
	for (state, classes, expected) in [
		(in_force(), some, true),
		(in_force(), &[], false),
		(LegState::Pending, some, false),
		(LegState::Suspended, some, false),
		(LegState::Ended, some, false),
		(LegState::NoticeGiven { from, until }, some, false),
		(
			LegState::NoticeGiven {
				from,
				until: "2026-11-24".parse().expect("a day"),
			},
			some,
			true,
		),
	] {
		build_and_execute(|| {
			let legs = vec![leg(state, classes)];
			Legs::mutate(|known| known.insert((Territory::MX, COSTA_RICA), legs));
			if expected {
				assert_ok!(publish(&[next(COSTA_RICA)]));
			} else {
				assert_noop!(publish(&[next(COSTA_RICA)]), Error::<Test>::NotEntitled);
			}
			// What takes everything back always passes.
			assert_ok!(publish(&[empty(COSTA_RICA)]));
		});
	}
	build_and_execute(|| {
		// Of many legs one is enough; the other direction is none.
		disclose(COSTA_RICA, 16);
		assert_ok!(publish(&[next(COSTA_RICA)]));
		Legs::mutate(|known| {
			known.insert((Territory::PE, Territory::MX), vec![leg(in_force(), some)])
		});
		assert_noop!(publish(&[next(Territory::PE)]), Error::<Test>::NotEntitled);
	});
}

#[test]
fn publish_should_take_an_issuers_own_list() {
	build_and_execute(|| {
		assert_ok!(publish(&[next(Territory::MX)]));
		assert_ok!(publish(&[next(Territory::MX)]));
		assert_eq!(list(Territory::MX).map(|list| list.sequence), Some(2));
	});
}

#[test]
fn publish_should_fail_for_a_reader_that_does_not_count() {
	for (standing, counts) in [
		(Standing::Withdrawn, false),
		(Standing::QuarantinedByItself, false),
		(Standing::QuarantinedByCouncil, true),
		(Standing::Admitted, true),
	] {
		build_and_execute(|| {
			disclose(COSTA_RICA, 1);
			aeo_mocks::set_standing(COSTA_RICA, standing);
			if counts {
				assert_ok!(publish(&[next(COSTA_RICA)]));
			} else {
				assert_noop!(publish(&[next(COSTA_RICA)]), Error::<Test>::ReaderUnsafe);
			}
			assert_ok!(publish(&[empty(COSTA_RICA)]));
		});
	}
	build_and_execute(|| {
		disclose(Territory::FR, 1);
		let unknown = NewList {
			reader: Territory::FR,
			..next(COSTA_RICA)
		};
		assert_noop!(publish(&[unknown]), Error::<Test>::UnknownAdministration);
	});
}

#[test]
fn publish_should_fail_under_another_key_than_the_readers() {
	build_and_execute(|| {
		disclose(COSTA_RICA, 1);
		let (mexicos, before) = (next(Territory::MX).sealed_to, next(COSTA_RICA));
		for sealed_to in [H256::zero(), mexicos] {
			for list in [next(COSTA_RICA), empty(COSTA_RICA)] {
				let wrong = NewList { sealed_to, ..list };
				assert_noop!(publish(&[wrong]), Error::<Test>::KeyRotated);
			}
		}
		aeo_mocks::rotate_encryption_key(COSTA_RICA, H256::repeat_byte(77));
		assert_noop!(publish(&[before]), Error::<Test>::KeyRotated);
		assert_ok!(publish(&[next(COSTA_RICA)]));
	});
}

/// A list that is published again is no new one.
#[test]
fn publish_should_fail_out_of_sequence() {
	build_and_execute(|| {
		disclose(COSTA_RICA, 1);
		let first = next(COSTA_RICA);
		for sequence in [0, 2, u32::MAX] {
			let wrong = NewList { sequence, ..first };
			assert_noop!(publish(&[wrong]), Error::<Test>::NotNext);
		}
		assert_ok!(publish(&[first]));
		for sequence in [0, 1, 3] {
			let wrong = NewList { sequence, ..first };
			assert_noop!(publish(&[wrong]), Error::<Test>::NotNext);
		}
		// There is none after the last one that can be counted.
		Lists::<Test>::mutate(Territory::MX, COSTA_RICA, |list| {
			list.as_mut().expect("it is published").sequence = u32::MAX;
		});
		for sequence in [0, 1, u32::MAX] {
			let wrong = NewList { sequence, ..first };
			assert_noop!(publish(&[wrong]), Error::<Test>::NotNext);
		}
	});
}

#[test]
fn publish_should_fail_where_root_and_pages_do_not_agree() {
	build_and_execute(|| {
		disclose(COSTA_RICA, 1);
		for wrong in [
			NewList {
				pages: 0,
				..next(COSTA_RICA)
			},
			NewList {
				root: H256::zero(),
				..next(COSTA_RICA)
			},
		] {
			assert_noop!(publish(&[wrong]), Error::<Test>::RootAndPages);
		}
	});
}

#[test]
fn publish_should_fail_for_lists_of_another_time() {
	build_and_execute(|| {
		disclose(COSTA_RICA, 1);
		System::set_block_number(1_000);
		for as_of in [1_000, 1_001, u32::MAX] {
			assert_noop!(
				publish_of(as_of, &[next(COSTA_RICA)]),
				Error::<Test>::MadeInFuture
			);
		}
		for as_of in [799, 1, 0] {
			assert_noop!(
				publish_of(as_of, &[next(COSTA_RICA)]),
				Error::<Test>::MadeTooLongAgo
			);
		}
		for as_of in [800, 999] {
			assert_ok!(publish_of(as_of, &[next(COSTA_RICA)]));
		}
	});
}

/// Invariant I11.
#[test]
fn publish_should_fail_for_lists_that_were_made_before_a_withdrawal() {
	build_and_execute(|| {
		disclose(COSTA_RICA, 1);
		System::set_block_number(1_000);
		Withdrawals::mutate(|all| all.insert(Territory::PE, 999));
		assert_ok!(publish_of(900, &[next(COSTA_RICA)]));
		Withdrawals::mutate(|all| all.insert(Territory::MX, 950));
		for list in [next(COSTA_RICA), empty(COSTA_RICA), next(Territory::MX)] {
			assert_noop!(
				publish_of(949, &[list]),
				Error::<Test>::ConsentWithdrawnSince
			);
		}
		// The state of that block has it.
		assert_ok!(publish_of(950, &[next(COSTA_RICA)]));
		// In the block of a withdrawal no list can be as new.
		Withdrawals::mutate(|all| all.insert(Territory::MX, 1_000));
		assert_noop!(
			publish_of(999, &[next(COSTA_RICA)]),
			Error::<Test>::ConsentWithdrawnSince
		);
	});
}
