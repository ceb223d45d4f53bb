//! The rule of finality, and each way to miss it.

use crate::chain::{after, authorities, block, validators, vote, votes, Header};
use aeo_receipt::{finality::Justification, Error, H256};
use codec::Encode;
use ed25519_dalek::SigningKey;

const SET: u64 = 3;

/// Whether votes make a block final for validators with a vote each.
fn is_final(votes: &Justification, block: &Header, keys: &[SigningKey]) -> Result<(), Error> {
	let read = Justification::read(&votes.encode()).expect("it was written so");
	read.ensure_final(block, SET, &authorities(keys))
}

fn target() -> Header {
	block(16, H256::zero())
}

#[test]
fn more_than_two_thirds_should_be_needed() {
	for (all, enough) in [
		(1, 1),
		(2, 2),
		(3, 3),
		(4, 3),
		(6, 5),
		(7, 5),
		(9, 7),
		(10, 7),
	] {
		let keys = validators(1..=all);
		for count in 0..=usize::from(all) {
			let checked = is_final(&votes(&keys[..count], &target(), SET), &target(), &keys);
			let expected = if count >= enough {
				Ok(())
			} else {
				Err(Error::NotFinal)
			};
			assert_eq!(checked, expected, "{count} of {all}");
		}
	}
}

#[test]
fn weights_should_count_and_not_heads() {
	let keys = validators(1..=3);
	let mut weights = authorities(&keys);
	weights[0].1 = 7;
	let one = votes(&keys[..1], &target(), SET);
	assert_eq!(one.ensure_final(&target(), SET, &weights), Ok(()));
	let others = votes(&keys[1..], &target(), SET);
	assert_eq!(
		others.ensure_final(&target(), SET, &weights),
		Err(Error::NotFinal)
	);
	assert_eq!(one.ensure_final(&target(), SET, &[]), Err(Error::NotFinal));
}

#[test]
fn a_vote_should_count_once() {
	let keys = validators(1..=4);
	let mut twice = votes(&keys[..2], &target(), SET);
	let again = twice.commit.precommits.clone();
	twice.commit.precommits.extend(again);
	assert_eq!(is_final(&twice, &target(), &keys), Err(Error::NotFinal));
}

#[test]
fn votes_of_others_should_not_count() {
	let keys = validators(1..=4);
	let strangers = validators(10..=14);
	let foreign = votes(&strangers, &target(), SET);
	assert_eq!(is_final(&foreign, &target(), &keys), Err(Error::NotFinal));
}

#[test]
fn votes_that_count_for_nothing_should_be_refused() {
	let keys = validators(1..=4);
	let enough = votes(&keys[..3], &target(), SET);
	assert_eq!(is_final(&enough, &target(), &keys), Ok(()));
	let foreign = vote(&validators(10..=10)[0], &target(), 9, SET);
	let again = enough.commit.precommits[0].clone();
	for more in [foreign, again] {
		let mut other = votes(&keys[..3], &target(), SET);
		other.commit.precommits.push(more);
		assert_eq!(is_final(&other, &target(), &keys), Err(Error::LeftOver));
	}
}

#[test]
fn who_votes_for_two_blocks_should_count_for_each_once() {
	// As in the network: an equivocation shows that the voter would have accepted any block. Three of four
	// are needed, and two with one equivocation are three only where the third one is the equivocator.
	let keys = validators(1..=4);
	let lower = target();
	let one = after(&lower, H256::repeat_byte(1));
	let other = after(&lower, H256::repeat_byte(2));
	let mut double = votes(&keys[..2], &lower, SET);
	double.commit.precommits.push(vote(&keys[2], &one, 9, SET));
	double
		.commit
		.precommits
		.push(vote(&keys[2], &other, 9, SET));
	double.ancestry = vec![one.clone(), other.clone()];
	assert_eq!(is_final(&double, &lower, &keys), Ok(()));
	// Both votes of one, with another's: that is two.
	let mut two = votes(&keys[..1], &lower, SET);
	two.commit.precommits.push(vote(&keys[2], &one, 9, SET));
	two.commit.precommits.push(vote(&keys[2], &other, 9, SET));
	two.ancestry = vec![one.clone(), other];
	assert_eq!(is_final(&two, &lower, &keys), Err(Error::NotFinal));
	// More than two votes of one are not a proof.
	let third = after(&lower, H256::repeat_byte(3));
	double
		.commit
		.precommits
		.push(vote(&keys[2], &third, 9, SET));
	double
		.commit
		.precommits
		.push(vote(&keys[2], &after(&lower, H256::repeat_byte(4)), 9, SET));
	assert!(is_final(&double, &lower, &keys).is_err());
}

#[test]
fn votes_for_later_blocks_should_count_by_their_headers() {
	let keys = validators(1..=4);
	let lower = target();
	let one = after(&lower, H256::repeat_byte(1));
	let two = after(&one, H256::repeat_byte(1));
	let mut later = votes(&keys[..2], &lower, SET);
	later.commit.precommits.push(vote(&keys[2], &two, 9, SET));
	later.ancestry = vec![two.clone(), one.clone()];
	assert_eq!(is_final(&later, &lower, &keys), Ok(()));

	later.ancestry = vec![two.clone()];
	assert_eq!(is_final(&later, &lower, &keys), Err(Error::NotFinal));
	later.ancestry = vec![two.clone(), one.clone(), after(&two, H256::zero())];
	assert_eq!(is_final(&later, &lower, &keys), Err(Error::BadAncestry));
	later.ancestry = vec![two.clone(), one.clone(), one];
	assert_eq!(is_final(&later, &lower, &keys), Err(Error::BadAncestry));
}

#[test]
fn a_vote_should_be_signed_for_its_block_round_and_set() {
	let keys = validators(1..=4);
	let mut wrong = votes(&keys, &target(), SET);
	wrong.commit.precommits[3].signature = wrong.commit.precommits[2].signature;
	assert_eq!(is_final(&wrong, &target(), &keys), Err(Error::BadSignature));
	let other_set = votes(&keys, &target(), SET + 1);
	assert_eq!(
		is_final(&other_set, &target(), &keys),
		Err(Error::BadSignature)
	);
	let mut other_round = votes(&keys, &target(), SET);
	other_round.round += 1;
	assert_eq!(
		is_final(&other_round, &target(), &keys),
		Err(Error::BadSignature)
	);
}

#[test]
fn votes_should_be_about_the_block() {
	let keys = validators(1..=4);
	let other = block(16, H256::repeat_byte(8));
	let about = votes(&keys, &other, SET);
	assert_eq!(is_final(&about, &target(), &keys), Err(Error::OtherBlock));
	let mut claimed = about;
	claimed.commit.target_hash = target().hash();
	assert_eq!(is_final(&claimed, &target(), &keys), Err(Error::NotFinal));
}

#[test]
fn what_is_no_justification_should_be_refused() {
	let bytes = votes(&validators(1..=4), &target(), SET).encode();
	assert!(Justification::read(&bytes).is_ok());
	for other in [
		&bytes[1..],
		&bytes[..bytes.len() - 1],
		&[bytes.as_slice(), &[0]].concat(),
	] {
		assert!(matches!(
			Justification::read(other),
			Err(Error::NotAJustification)
		));
	}
}
