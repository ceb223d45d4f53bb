//! Arguments as a form fills them by itself: numbers are 0, texts are empty, hashes all zeros, a list has
//! one such row, and of several variants it is the first. The table in the pallet's README is this one.

use super::*;
use crate::{Call, SealedCounter, SealedLine, WrittenPeriod};
use sp_runtime::traits::Dispatchable;

fn untouched() -> GrantRow {
	GrantRow {
		declaration: H256::zero(),
		identifier: tin(""),
		role: Role::ALL[0],
		direction: Direction::ALL[0],
	}
}

fn sealed_counter() -> SealedCounter {
	SealedCounter {
		basis: Basis::Agreement(0),
		benefit: Benefit::ALL[0],
		direction: Direction::ALL[0],
		count: 0,
	}
}

fn nobody() -> SealedLine {
	SealedLine {
		holder: H256::zero(),
		blob: vec![],
	}
}

fn week() -> WrittenPeriod {
	crate::SealedPeriod {
		from: day("2026-11-16"),
		until: day("2026-11-22"),
	}
	.into()
}

/// A good call but for what is given.
fn sealed(
	period: WrittenPeriod,
	root: H256,
	leaves: u32,
	counters: Vec<SealedCounter>,
	lines: Vec<SealedLine>,
) -> Call<Test> {
	Call::record_sealed {
		period,
		root,
		leaves,
		counters,
		lines,
	}
}

fn grant_of(row: GrantRow) -> Call<Test> {
	let GrantRow {
		declaration,
		identifier,
		role,
		direction,
	} = row;
	Call::grant {
		declaration,
		identifier,
		role,
		direction,
	}
}

fn result(scope: Scope, call: Call<Test>) -> DispatchResult {
	RuntimeCall::Benefits(call)
		.dispatch(signed(officer(CR, scope)))
		.map(|_| ())
		.map_err(|error| error.error)
}

#[test]
fn what_a_form_fills_in_should_be_refused() {
	let good = || SealedCounter {
		count: 5,
		..sealed_counter()
	};
	let named = |row: GrantRow| GrantRow {
		declaration: declaration(1),
		..row
	};
	let empty = WrittenPeriod {
		from: Default::default(),
		until: Default::default(),
	};
	let until_empty = WrittenPeriod {
		until: Default::default(),
		..week()
	};
	let clear = [
		(grant_of(untouched()), Error::<Test>::DeclarationMissing),
		(grant_of(named(untouched())), Error::NotANumber),
		(
			grant_of(GrantRow {
				identifier: Identifier::Certificate {
					issuer: Territory::ALL[0],
					number: Default::default(),
				},
				..named(untouched())
			}),
			Error::NumberMissing,
		),
		(
			grant_of(GrantRow {
				identifier: Identifier::Alias {
					scheme: aeo_primitives::AliasScheme::Code,
					value: Default::default(),
				},
				..named(untouched())
			}),
			Error::NotANumber,
		),
		(Call::grant_many { rows: vec![] }, Error::RowsMissing),
		(Call::prune { limit: 0 }, Error::LimitOutOfRange),
	];
	let sealing = [
		(
			sealed(empty, document(), 5, vec![good()], vec![]),
			Error::<Test>::DateNotUnderstood,
		),
		(
			sealed(until_empty, document(), 5, vec![good()], vec![]),
			Error::DateNotUnderstood,
		),
		(
			sealed(week(), H256::zero(), 5, vec![good()], vec![]),
			Error::RootMissing,
		),
		(
			sealed(week(), document(), 0, vec![good()], vec![]),
			Error::CountersDontFit,
		),
		(
			sealed(week(), document(), 5, vec![sealed_counter()], vec![]),
			Error::CountersDontFit,
		),
		(
			sealed(week(), document(), 5, vec![good()], vec![nobody()]),
			Error::HolderMissing,
		),
	];
	let incidents = [
		(
			Call::open_incident {
				kind: IncidentKind::ALL[0],
				document: H256::zero(),
			},
			Error::<Test>::DocumentMissing,
		),
		(
			Call::close_incident {
				incident: 0,
				document: H256::zero(),
			},
			Error::<Test>::DocumentMissing,
		),
	];
	build_and_execute(|| {
		set_up();
		assert_ok!(open(IncidentKind::Hazard));
		for (call, error) in clear {
			assert_noop!(result(Scope::Clearance, call), error);
		}
		for (call, error) in incidents {
			assert_noop!(result(Scope::Risk, call), error);
		}
		aeo_mocks::record_uses_sealed(Territory::CR);
		for (call, error) in sealing {
			assert_noop!(result(Scope::Clearance, call), error);
		}
		assert_ok!(result(
			Scope::Clearance,
			sealed(week(), document(), 5, vec![good()], vec![])
		));
	});
}

/// A row that nobody has filled in is told, and the others go on.
#[test]
fn a_row_that_a_form_adds_should_be_told_as_failed() {
	build_and_execute(|| {
		set_up();
		assert_ok!(grant_many(vec![untouched(), row(1, TIN)]));
		let missing = Error::<Test>::DeclarationMissing.into();
		assert_eq!(failures(), [(0, H256::zero(), missing)]);
		assert_eq!(granted(), 1);
	});
}
