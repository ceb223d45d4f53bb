//! A holder's feed of its uses.

use super::*;

#[test]
fn uses_should_come_latest_first_in_pages() {
	build_and_execute(|| {
		set_up();
		for number in 1..=120 {
			assert_ok!(grant(number, TIN));
		}
		let numbers = |page| {
			Benefits::uses_of(&id_of(TIN), page)
				.into_iter()
				.map(|(key, grant)| {
					assert_eq!(grant.trader, id_of(TIN));
					let UseKey {
						grantor,
						declaration,
						role,
					} = key;
					assert_eq!((grantor, role), (Territory::CR, Role::Exporter));
					declaration.0[0]
				})
				.collect::<Vec<_>>()
		};
		assert_eq!(numbers(0), (71..=120).rev().collect::<Vec<_>>());
		assert_eq!(numbers(1), (21..=70).rev().collect::<Vec<_>>());
		assert_eq!(numbers(2), (1..=20).rev().collect::<Vec<_>>());
		assert!(numbers(3).is_empty() && numbers(u32::MAX).is_empty());
		assert!(Benefits::uses_of(&id_of(OTHER), 0).is_empty());
	});
}
