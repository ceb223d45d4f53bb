//! What the runtime API asks about lists.

use super::*;
use aeo_primitives::{recognition::Standing, ListStanding};

fn standing(reader: Territory) -> ListStanding {
	let list = list(reader).expect("it is published");
	Disclosures::standing(Territory::MX, reader, &list)
}

#[test]
fn lists_should_be_found_by_issuer_and_by_reader() {
	build_and_execute(|| {
		disclose(Territory::PE, 1);
		disclose(Territory::CR, 1);
		assert_ok!(publish(&[
			next(Territory::PE),
			next(Territory::MX),
			next(Territory::CR)
		]));
		let legs = vec![leg(in_force(), &[DataClass::Contact])];
		Legs::mutate(|known| known.insert((Territory::CO, Territory::PE), legs));
		let first = NewList {
			sequence: 1,
			..next(Territory::PE)
		};
		assert_ok!(Disclosures::publish(clerk(CO), 0, vec![first]));
		let names = |lists: Vec<(Territory, ListRecord)>| {
			let names = lists.into_iter().map(|(territory, _)| territory);
			names.collect::<Vec<_>>()
		};
		let mut given = vec![Territory::CR, Territory::MX, Territory::PE];
		given.sort();
		assert_eq!(names(Disclosures::given(Territory::MX)), given);
		let mut received = vec![Territory::CO, Territory::MX];
		received.sort();
		assert_eq!(names(Disclosures::received(Territory::PE)), received);
		assert_eq!(names(Disclosures::given(Territory::PE)), []);
	});
}

#[test]
fn a_list_should_be_current_until_its_reader_has_another_key() {
	build_and_execute(|| {
		disclose(Territory::CR, 1);
		assert_ok!(publish(&[next(Territory::CR), next(Territory::MX)]));
		assert_eq!(standing(Territory::CR), ListStanding::Current);
		aeo_mocks::rotate_encryption_key(Territory::CR, H256::repeat_byte(77));
		assert_eq!(standing(Territory::CR), ListStanding::Outdated);
		assert_ok!(publish(&[next(Territory::CR)]));
		assert_eq!(standing(Territory::CR), ListStanding::Current);
		// An issuer's own, too.
		assert_eq!(standing(Territory::MX), ListStanding::Current);
	});
}

#[test]
fn a_list_should_be_of_no_reader_that_may_read_nothing_any_more() {
	build_and_execute(|| {
		disclose(Territory::CR, 1);
		assert_ok!(publish(&[next(Territory::CR)]));
		aeo_mocks::set_standing(Territory::CR, Standing::QuarantinedByItself);
		assert_eq!(standing(Territory::CR), ListStanding::NotEntitled);
		aeo_mocks::set_standing(Territory::CR, Standing::Admitted);
		assert_eq!(standing(Territory::CR), ListStanding::Current);
		conceal(Territory::CR);
		assert_eq!(standing(Territory::CR), ListStanding::NotEntitled);
	});
}
