//! A holder's feed of its uses.

use super::*;
use frame_support::assert_storage_noop;

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

/// Scenario 15, and what an appeal does to it: nothing is written into the grant.
#[test]
fn a_grant_should_be_flagged_while_its_certificate_is_annulled() {
	build_and_execute(|| {
		set_up();
		put(Territory::MX, OTHER, vec![certificate("B-1")]);
		assert_ok!(grant(1, TIN));
		assert_ok!(grant(2, OTHER));
		let flags = |text| {
			let uses = Benefits::uses_of(&id_of(text), 0);
			uses.iter()
				.map(|(_, grant)| Benefits::is_annulled(grant))
				.collect::<Vec<_>>()
		};
		assert_eq!((flags(TIN), flags(OTHER)), (vec![false], vec![false]));
		assert_storage_noop!(put(
			Territory::MX,
			TIN,
			vec![in_state(CertificateState::Annulled)]
		));
		assert_eq!((flags(TIN), flags(OTHER)), (vec![true], vec![false]));
		assert_noop!(grant(3, TIN), Error::<Test>::Annulled);
		// Suspended is not annulled; and what was annulled may be overturned.
		put(
			Territory::MX,
			TIN,
			vec![in_state(suspended(SuspensionScope::Full))],
		);
		assert_eq!(flags(TIN), [false]);
	});
}
