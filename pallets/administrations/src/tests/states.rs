//! The table of states in the README: every state, every call that changes it.

use super::*;
use crate::{
	AdministrationState::{Admitted, Quarantined, Withdrawn},
	Error::{self, *},
	Proposals,
	Quarantine::{Both, Council as ByCouncil, Own},
};
use sp_io::storage::root as storage_root;
use sp_runtime::{DispatchResult, StateVersion};
use Standing::*;
use Step::*;

/// Where Chile stands.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Standing {
	Unknown,
	Proposed,
	In,
	QuarantinedByCouncil,
	QuarantinedByItself,
	QuarantinedByBoth,
	Out,
	OutAndProposed,
}

/// What may change it.
#[derive(Clone, Copy, Debug)]
enum Step {
	Propose,
	Retract,
	Admit,
	Quarantine,
	EndQuarantine,
	QuarantineOwn,
	EndOwnQuarantineWithOldKeys,
	EndOwnQuarantine,
	Leave,
	Expel,
}

const STEPS: [Step; 10] = [
	Propose,
	Retract,
	Admit,
	Quarantine,
	EndQuarantine,
	QuarantineOwn,
	EndOwnQuarantineWithOldKeys,
	EndOwnQuarantine,
	Leave,
	Expel,
];

type Outcome = Result<Standing, Error<Test>>;

/// One row a state, in the order of [`STEPS`].
fn table() -> [(Standing, [Outcome; 10]); 8] {
	let no_proposal = || Err(UnknownProposal);
	let nobody = || Err(UnknownAdministration);
	let no_role = || Err(SignerNotOwnAccount);
	let covered = || Err(TerritoryCovered);
	let council_already = || Err(QuarantinedByCouncilAlready);
	let council_not = || Err(NotQuarantinedByCouncil);
	let itself_already = || Err(QuarantinedByItselfAlready);
	let itself_not = || Err(NotQuarantinedByItself);
	let outside = |propose, retract, admit| {
		[
			propose,
			retract,
			admit,
			nobody(),
			nobody(),
			no_role(),
			no_role(),
			no_role(),
			no_role(),
			nobody(),
		]
	};
	let inside = |quarantine, end_quarantine, own, old_keys, end_own| {
		[
			covered(),
			no_proposal(),
			no_proposal(),
			quarantine,
			end_quarantine,
			own,
			old_keys,
			end_own,
			Ok(Out),
			Ok(Out),
		]
	};
	[
		(Unknown, outside(Ok(Proposed), no_proposal(), no_proposal())),
		(Proposed, outside(Ok(Proposed), Ok(Unknown), Ok(In))),
		(
			In,
			inside(
				Ok(QuarantinedByCouncil),
				council_not(),
				Ok(QuarantinedByItself),
				itself_not(),
				itself_not(),
			),
		),
		(
			QuarantinedByCouncil,
			inside(
				council_already(),
				Ok(In),
				Ok(QuarantinedByBoth),
				itself_not(),
				itself_not(),
			),
		),
		(
			QuarantinedByItself,
			inside(
				Ok(QuarantinedByBoth),
				council_not(),
				itself_already(),
				Err(KeysNotRotated),
				Ok(In),
			),
		),
		(
			QuarantinedByBoth,
			inside(
				council_already(),
				Ok(QuarantinedByItself),
				itself_already(),
				Err(KeysNotRotated),
				Ok(QuarantinedByCouncil),
			),
		),
		(
			Out,
			outside(Ok(OutAndProposed), no_proposal(), no_proposal()),
		),
		(OutAndProposed, outside(Ok(OutAndProposed), Ok(Out), Ok(In))),
	]
}

/// The number of a proposal for Chile.
fn proposed() -> Option<u32> {
	Proposals::<Test>::iter_key_prefix(Territory::CL).next()
}

fn standing() -> Standing {
	let state = Stored::<Test>::get(Territory::CL).map(|record| record.state);
	match (state, proposed().is_some()) {
		(None, false) => Unknown,
		(None, true) => Proposed,
		(Some(Admitted), false) => In,
		(Some(Quarantined(ByCouncil)), false) => QuarantinedByCouncil,
		(Some(Quarantined(Own(_))), false) => QuarantinedByItself,
		(Some(Quarantined(Both(_))), false) => QuarantinedByBoth,
		(Some(Withdrawn), false) => Out,
		(Some(Withdrawn), true) => OutAndProposed,
		(Some(_), true) => panic!("a proposal for a covered territory"),
	}
}

/// Bring Chile there. As long as it is in, its notice has been given and is over.
fn bring_to(standing: Standing) {
	let number = crate::NextProposal::<Test>::get();
	match standing {
		Unknown => (),
		Proposed => assert_eq!(propose(Territory::CL, CL), number),
		In => {
			admit(Territory::CL, CL);
			assert_ok!(Administrations::give_notice(signed(CL)));
			Timestamp::set_timestamp(1_800_000_000_000 + NOTICE);
		}
		QuarantinedByCouncil => {
			bring_to(In);
			assert_ok!(Administrations::quarantine(council(4, 5), Territory::CL));
		}
		QuarantinedByItself => {
			bring_to(In);
			assert_ok!(Administrations::quarantine_own(signed(CL)));
		}
		QuarantinedByBoth => {
			bring_to(QuarantinedByItself);
			assert_ok!(Administrations::quarantine(council(4, 5), Territory::CL));
		}
		Out => {
			bring_to(In);
			assert_ok!(Administrations::leave(signed(CL)));
		}
		OutAndProposed => {
			bring_to(Out);
			propose(Territory::CL, CL);
		}
	}
}

fn take(step: Step) -> DispatchResult {
	let all = || council(4, 4);
	match step {
		Propose => Administrations::propose(
			signed(MX),
			Territory::CL,
			Default::default(),
			offset(-240),
			66,
			key(7),
			None,
			Default::default(),
		),
		Retract => {
			Administrations::retract(signed(MX), Territory::CL, proposed().unwrap_or_default())
		}
		Admit => {
			let number = proposed().unwrap_or_default();
			outcome(Administrations::admit(all(), Territory::CL, number))
		}
		Quarantine => outcome(Administrations::quarantine(all(), Territory::CL)),
		EndQuarantine => outcome(Administrations::end_quarantine(all(), Territory::CL)),
		QuarantineOwn => outcome(Administrations::quarantine_own(signed(CL))),
		EndOwnQuarantineWithOldKeys => outcome(Administrations::end_own_quarantine(signed(CL))),
		EndOwnQuarantine => {
			let own = if Administrations::account_of(&CL).is_some() {
				rotate(CL, 55);
				assert_ok!(Administrations::rotate_encryption_key(signed(55), key(55)));
				55
			} else {
				CL
			};
			let root = storage_root(StateVersion::V1);
			let result = outcome(Administrations::end_own_quarantine(signed(own)));
			assert!(result.is_ok() || root == storage_root(StateVersion::V1));
			result
		}
		Leave => outcome(Administrations::leave(signed(CL))),
		Expel => outcome(Administrations::expel(all(), Territory::CL)),
	}
}

#[test]
fn every_state_should_allow_just_the_calls_of_the_table() {
	for (from, row) in table() {
		for (step, expected) in STEPS.into_iter().zip(row) {
			build_and_execute(|| {
				bring_to(from);
				assert_eq!(standing(), from);
				let root = storage_root(StateVersion::V1);
				match (take(step), expected) {
					(Ok(()), Ok(to)) => assert_eq!(standing(), to, "{step:?} from {from:?}"),
					(Err(found), Err(error)) => {
						assert_eq!(found, error.into(), "{step:?} from {from:?}");
						assert_eq!(standing(), from);
						let prepared = matches!(step, EndOwnQuarantine);
						assert!(
							prepared || root == storage_root(StateVersion::V1),
							"{step:?} from {from:?} left traces"
						);
					}
					(found, expected) => {
						panic!("{step:?} from {from:?}: {found:?}, not {expected:?}")
					}
				}
				// the seat follows the state
				let seated = standing() == In;
				let own = Stored::<Test>::get(Territory::CL).map(|record| record.details.account);
				assert_eq!(own.is_some_and(|own| Council::is_member(&own)), seated);
			});
		}
	}
}
