//! Random lists by several issuers, right ones and wrong ones, under legs, keys, quarantines and
//! withdrawals that change, against a plain model.

use super::*;
use aeo_primitives::recognition::Standing;
use proptest::{prelude::*, sample};
use std::collections::BTreeMap;

const ALL: [(AccountId, Territory); 3] = [
	(MX, Territory::MX),
	(CR, Territory::CR),
	(PE, Territory::PE),
];

/// What is done; administrations are places in [`ALL`].
#[derive(Clone, Debug)]
enum Step {
	/// An issuer, how many blocks ago it was made, and its lists.
	Publish(usize, u32, Vec<Draft>),
	/// From whom to whom, and whether something is disclosed from now on.
	Disclose(usize, usize, bool),
	Rotate(usize, u8),
	Stand(usize, Standing),
	Withdraw(usize),
	/// Blocks.
	Wait(u32),
}

/// A list: its reader, how far from the next sequence, of which of the keys, root and pages.
#[derive(Clone, Debug)]
struct Draft {
	reader: usize,
	off: u32,
	key: Option<u8>,
	root: u8,
	pages: u32,
}

fn draft() -> impl Strategy<Value = Draft> {
	(
		0..ALL.len(),
		prop_oneof![8 => Just(1_u32), 1 => 0..3_u32],
		prop_oneof![8 => Just(None), 1 => any::<u8>().prop_map(Some)],
		prop_oneof![6 => Just((9, 1)), 3 => Just((0, 0)), 1 => Just((0, 1)), 1 => Just((9, 0))],
	)
		.prop_map(|(reader, off, key, (root, pages))| Draft {
			reader,
			off,
			key,
			root,
			pages,
		})
}

fn step() -> impl Strategy<Value = Step> {
	let place = || 0..ALL.len();
	prop_oneof![
		8 => (
			place(),
			prop_oneof![8 => 1..5_u32, 1 => Just(0), 1 => 195..205_u32],
			prop::collection::vec(draft(), 0..3),
		)
			.prop_map(|(issuer, age, lists)| Step::Publish(issuer, age, lists)),
		3 => (place(), place(), prop::bool::weighted(0.7))
			.prop_map(|(from, to, open)| Step::Disclose(from, to, open)),
		1 => (place(), 100..104_u8).prop_map(|(who, key)| Step::Rotate(who, key)),
		1 => (
			place(),
			sample::select(vec![
				Standing::Admitted,
				Standing::Admitted,
				Standing::QuarantinedByItself,
				Standing::QuarantinedByCouncil,
				Standing::Withdrawn,
			])
		)
			.prop_map(|(who, standing)| Step::Stand(who, standing)),
		1 => place().prop_map(Step::Withdraw),
		4 => (1..4_u32).prop_map(Step::Wait),
	]
}

struct Model {
	block: u32,
	sequences: BTreeMap<(usize, usize), u32>,
	open: BTreeMap<(usize, usize), bool>,
	keys: [H256; 3],
	standings: [Standing; 3],
	withdrawn: BTreeMap<usize, u32>,
}

impl Model {
	/// The list that a draft means.
	fn list(&self, issuer: usize, draft: &Draft) -> NewList {
		let last = self.sequences.get(&(issuer, draft.reader)).copied();
		NewList {
			reader: ALL[draft.reader].1,
			sequence: last.unwrap_or(0) + draft.off,
			sealed_to: draft.key.map_or(self.keys[draft.reader], H256::repeat_byte),
			root: H256::repeat_byte(draft.root),
			pages: draft.pages,
		}
	}

	/// Whether the reader of a list may have it (I10, I11), in the words of the specification.
	fn accepts(&self, issuer: usize, age: u32, drafts: &[Draft]) -> bool {
		let made = self.block.checked_sub(age);
		let is_of_now = match made {
			Some(made) => {
				(1..=200).contains(&age)
					&& self.withdrawn.get(&issuer).is_none_or(|last| made >= *last)
			}
			None => false,
		};
		let mut readers: Vec<_> = drafts.iter().map(|draft| draft.reader).collect();
		readers.sort();
		readers.dedup();
		let safe = |who: usize| {
			matches!(
				self.standings[who],
				Standing::Admitted | Standing::QuarantinedByCouncil
			)
		};
		let each = |draft: &Draft| {
			let reader = draft.reader;
			let may_read = reader == issuer || self.open.get(&(issuer, reader)) == Some(&true);
			let is_whole = (draft.root == 0) == (draft.pages == 0);
			let key = draft.key.map_or(self.keys[reader], H256::repeat_byte);
			is_whole
				&& draft.off == 1
				&& key == self.keys[reader]
				&& (draft.pages == 0 || (safe(reader) && may_read))
		};
		self.standings[issuer] == Standing::Admitted
			&& is_of_now
			&& !drafts.is_empty()
			&& readers.len() == drafts.len()
			&& drafts.iter().all(each)
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(128))]

	#[test]
	fn lists_should_be_accepted_as_the_model_says(steps in prop::collection::vec(step(), 1..80)) {
		build_and_execute(|| {
			let mut model = Model {
				block: 300,
				sequences: BTreeMap::new(),
				open: BTreeMap::new(),
				keys: ALL.map(|(_, territory)| encryption_key(territory).expect("it has one")),
				standings: [Standing::Admitted; 3],
				withdrawn: BTreeMap::new(),
			};
			System::set_block_number(300);
			for step in steps {
				match &step {
					Step::Publish(issuer, age, drafts) => {
						let lists: Vec<_> =
							drafts.iter().map(|draft| model.list(*issuer, draft)).collect();
						let as_of = model.block.saturating_sub(*age);
						let (own, from) = ALL[*issuer];
						let before: Vec<_> = Lists::<Test>::iter().collect();
						let result = Disclosures::publish(clerk(own), as_of, lists.clone());
						let expected = model.accepts(*issuer, *age, drafts);
						assert_eq!(result.is_ok(), expected, "{step:?}: {result:?}");
						if !expected {
							let after: Vec<_> = Lists::<Test>::iter().collect();
							assert_eq!(before.len(), after.len());
							continue;
						}
						for (draft, list) in drafts.iter().zip(lists) {
							model.sequences.insert((*issuer, draft.reader), list.sequence);
							let known = Lists::<Test>::get(from, list.reader).expect("it is there");
							assert_eq!(
								(known.sequence, known.sealed_to, known.root, known.pages),
								(list.sequence, list.sealed_to, list.root, list.pages)
							);
							assert_eq!((known.as_of, known.block), (as_of, model.block));
						}
					}
					Step::Disclose(from, to, open) => {
						model.open.insert((*from, *to), *open);
						let classes = if *open { &[DataClass::Sites][..] } else { &[] };
						let legs = vec![leg(in_force(), classes)];
						Legs::mutate(|known| known.insert((ALL[*from].1, ALL[*to].1), legs));
					}
					Step::Rotate(who, byte) => {
						model.keys[*who] = H256::repeat_byte(*byte);
						aeo_mocks::rotate_encryption_key(ALL[*who].1, model.keys[*who]);
					}
					Step::Stand(who, standing) => {
						model.standings[*who] = *standing;
						aeo_mocks::set_standing(ALL[*who].1, *standing);
					}
					Step::Withdraw(who) => {
						model.withdrawn.insert(*who, model.block);
						Withdrawals::mutate(|all| all.insert(ALL[*who].1, model.block));
					}
					Step::Wait(blocks) => {
						model.block += blocks;
						System::set_block_number(model.block.into());
					}
				}
			}
			assert_eq!(Lists::<Test>::iter().count(), model.sequences.len());
		});
	}
}
