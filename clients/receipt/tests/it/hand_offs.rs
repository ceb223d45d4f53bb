//! The way from the validators that are known to those that signed.

use crate::chain::{
	authorities, block, forced, hand_off, says, scheduled, trust, validators, votes, Header, World,
	GENESIS,
};
use aeo_receipt::{verify, Error, HandOff, Receipt, Trust, H256};
use codec::Encode;
use ed25519_dalek::SigningKey;

/// Validators of three sets: one leaves and one comes each time.
fn sets() -> [Vec<SigningKey>; 3] {
	[validators(1..=4), validators(2..=5), validators(3..=6)]
}

fn last_of(number: u32, next: &[SigningKey]) -> Header {
	says(block(number, H256::zero()), scheduled(next, 0))
}

/// A receipt by the third set, with the hand-offs to it.
fn sample() -> (Receipt, Trust) {
	let [first, second, third] = sets();
	let mut receipt = World::new().receipt(&third);
	let last = Header::read(&receipt.headers[1]).expect("a header");
	receipt.set = 2;
	receipt.justification = votes(&third, &last, 2).encode().into();
	receipt.hand_offs = vec![
		hand_off(&first, &last_of(20, &second), 0),
		hand_off(&second, &last_of(60, &third), 1),
	];
	(receipt, trust(&first))
}

fn refused(receipt: &Receipt, trust: &Trust) -> Error {
	verify(receipt, trust)
		.map(|_| ())
		.expect_err("it is refused")
}

#[test]
fn hand_offs_should_lead_to_the_validators_that_signed() {
	let (receipt, trust) = sample();
	assert_eq!(
		verify(&receipt, &trust).map(|proven| proven.number),
		Ok(100)
	);
	let learnt = trust.follow(&receipt.hand_offs, 2).expect("a way");
	let known: Vec<_> = learnt
		.sets()
		.iter()
		.map(|set| (set.set, set.last))
		.collect();
	assert_eq!(known, [(0, Some(20)), (1, Some(60)), (2, None)]);
	assert_eq!(
		learnt.latest().expect("one").validators,
		authorities(&sets()[2])
	);
	// Who knows them already needs none, and what was before the anchor is passed over.
	let mut short = receipt.clone();
	short.hand_offs.clear();
	assert!(verify(&short, &learnt).is_ok());
	assert!(verify(&receipt, &learnt).is_ok());
	let anchor = Trust::new(GENESIS, 1, authorities(&sets()[1]));
	assert!(verify(&receipt, &anchor).is_ok());
}

#[test]
fn a_way_with_a_gap_should_lead_nowhere() {
	let (receipt, trust) = sample();
	let unknown = Error::UnknownValidators { set: 2 };
	let mut none = receipt.clone();
	none.hand_offs.clear();
	assert_eq!(refused(&none, &trust), unknown);
	let mut first = receipt.clone();
	first.hand_offs.remove(0);
	assert_eq!(refused(&first, &trust), Error::UnknownValidators { set: 1 });
	let mut last = receipt.clone();
	last.hand_offs.remove(1);
	// It claims to be of the second set.
	assert!(verify(&last, &trust).is_err());
	let mut many = receipt;
	many.set = 1;
	assert_eq!(refused(&many, &trust), Error::UnknownValidators { set: 1 });
}

#[test]
fn a_hand_off_should_be_final_and_name_who_follows() {
	let [first, second, third] = sets();
	let (receipt, trust) = sample();
	let with = |hand_off: HandOff| {
		let mut receipt = receipt.clone();
		receipt.hand_offs[0] = hand_off;
		refused(&receipt, &trust)
	};
	// Not by its own validators.
	let by_others = hand_off(&third, &last_of(20, &second), 0);
	assert_eq!(with(by_others), Error::NotFinal);
	// To others than those that go on.
	let to_others = hand_off(&first, &last_of(20, &validators(11..=14)), 0);
	assert_eq!(with(to_others), Error::NotFinal);
	// To nobody, or later.
	let nobody = hand_off(&first, &block(20, H256::zero()), 0);
	assert_eq!(with(nobody), Error::NoHandOff { block: 20 });
	let later = says(block(20, H256::zero()), scheduled(&second, 4));
	assert_eq!(
		with(hand_off(&first, &later, 0)),
		Error::NoHandOff { block: 20 }
	);
	// By force: nobody hands over.
	let by_force = says(block(20, H256::zero()), forced(&second));
	assert_eq!(
		with(hand_off(&first, &by_force, 0)),
		Error::ForcedChange { block: 20 }
	);
}

#[test]
fn validators_of_the_past_should_not_sign_for_later_blocks() {
	// Their keys may be in other hands by now.
	let (receipt, trust) = sample();
	let learnt = trust.follow(&receipt.hand_offs, 2).expect("a way");
	let [first, ..] = sets();
	let forged = World::new().receipt(&first);
	assert_eq!(
		refused(&forged, &learnt),
		Error::NotInOffice { set: 0, last: 20 }
	);
	// Nor may they hand over once more.
	let mut other = receipt;
	other.hand_offs[0] = hand_off(&first, &last_of(21, &validators(2..=5)), 0);
	assert_eq!(
		refused(&other, &learnt),
		Error::NotInOffice { set: 0, last: 20 }
	);
	// Who has not heard of the change can't know.
	assert!(verify(&forged, &trust).is_ok());
}

#[test]
fn what_is_trusted_should_be_kept_as_it_is() {
	let (receipt, trust) = sample();
	let learnt = trust.follow(&receipt.hand_offs, 2).expect("a way");
	let written = serde_json::to_string(&learnt).expect("JSON");
	assert_eq!(
		serde_json::from_str::<Trust>(&written).expect("it was written so"),
		learnt
	);
	let mut gap: serde_json::Value = serde_json::from_str(&written).expect("JSON");
	gap["sets"].as_array_mut().expect("sets").remove(1);
	assert!(serde_json::from_value::<Trust>(gap).is_err());
	let mut none: serde_json::Value = serde_json::from_str(&written).expect("JSON");
	none["sets"] = serde_json::json!([]);
	assert!(serde_json::from_value::<Trust>(none).is_err());
}
