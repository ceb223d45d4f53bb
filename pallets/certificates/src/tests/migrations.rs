//! What an upgrade does to what is stored.

use super::{authorise_batch::row, take_over, *};
use crate::{
	migrations::{v2, AddBranches},
	Batch, BatchMode, BatchRows, Batches, Programmes, Unreadable, WrittenRows,
};
use aeo_support::proposals::Proposal;
use codec::{Decode, Encode};
use frame_support::{
	storage::unhashed,
	traits::{GetStorageVersion, OnRuntimeUpgrade, StorageVersion},
	BoundedVec,
};

type MaxBatch = <Test as crate::Config>::MaxBatch;

/// A value as version 2 has stored it: it ends with what is one byte of zero here.
fn earlier<Old: Decode>(now: &impl Encode) -> Old {
	let mut encoded = now.encode();
	assert_eq!(encoded.pop(), Some(0), "the last field says nothing");
	Old::decode(&mut &encoded[..]).expect("the fields before are the same")
}

fn earlier_rows<Old: Decode, Row: Encode>(
	rows: &BoundedVec<Result<Row, Unreadable>, MaxBatch>,
) -> BoundedVec<Result<Old, Unreadable>, MaxBatch> {
	let old = rows
		.iter()
		.map(|row| row.as_ref().map(earlier).map_err(Clone::clone));
	BoundedVec::truncate_from(old.collect())
}

fn earlier_batch(now: &Batch<MaxBatch>) -> v2::Batch<MaxBatch> {
	let rows = match &now.rows {
		BatchRows::Authorise(rows) => v2::Rows::Authorise(earlier_rows(rows)),
		BatchRows::TakeOver(rows) => v2::Rows::TakeOver(earlier_rows(rows)),
	};
	v2::Batch {
		rows,
		mode: now.mode,
	}
}

/// Programmes and the batches that wait.
fn stored() -> impl PartialEq + core::fmt::Debug {
	let mut programmes: Vec<_> = Programmes::<Test>::iter().collect();
	let mut batches: Vec<_> = Batches::<Test>::iter().collect();
	programmes.sort_by_key(|(issuer, code, _)| (*issuer, code.clone()));
	batches.sort_by_key(|(issuer, batch, _)| (*issuer, *batch));
	assert_eq!((programmes.len(), batches.len()), (2, 2));
	(programmes, batches)
}

/// Writes what version 2 would have stored in the place of what is stored.
fn store_as_version_2() {
	let programmes: Vec<_> = Programmes::<Test>::iter().collect();
	for (issuer, code, programme) in programmes {
		let old: v2::Programme = earlier(&programme);
		unhashed::put(&Programmes::<Test>::hashed_key_for(issuer, code), &old);
	}
	let batches: Vec<_> = Batches::<Test>::iter().collect();
	for (issuer, batch, waiting) in batches {
		let old = Proposal {
			number: waiting.number,
			content: earlier_batch(&waiting.content),
			maker: waiting.maker,
			version: waiting.version,
			expires: waiting.expires,
		};
		unhashed::put(&Batches::<Test>::hashed_key_for(issuer, batch), &old);
	}
	StorageVersion::new(2).put::<Certificates>();
}

/// Both kinds of batches wait, a row that was not read among them; and are confirmed after the upgrade.
#[test]
fn programmes_and_batches_should_be_kept() {
	build_and_execute(|| {
		set_up();
		let unreadable = WrittenRows::from(vec![row("OEA", "A-1", TIN), row("OEA", "A-2", "MX1")]);
		assert_ok!(Certificates::propose_batch(
			by(MX),
			unreadable,
			BatchMode::SkipFailed
		));
		let first = take_over::batch();
		let taken_over = WrittenRows::from(vec![take_over::row("OEA", "A-3", OTHER)]);
		assert_ok!(Certificates::propose_batch(
			by(MX),
			taken_over,
			BatchMode::AllOrNothing
		));
		let second = take_over::batch();
		let before = stored();
		store_as_version_2();
		AddBranches::<Test>::on_runtime_upgrade();
		assert_eq!(stored(), before);
		assert_eq!(Certificates::on_chain_storage_version(), 3);
		// Once: what is there in the next release stays.
		AddBranches::<Test>::on_runtime_upgrade();
		assert_eq!(stored(), before);
		for batch in [first, second] {
			assert_ok!(take_over::confirm_batch(by_second(MX), batch));
		}
		for text in ["A-1", "A-3"] {
			assert!(Certificates::certificate(Territory::MX, &number(text)).is_some());
		}
	});
}
