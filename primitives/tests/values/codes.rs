use std::collections::BTreeSet;

use aeo_primitives::{
	Benefit, Benefits, Code, CodeSet, CodeSetError, Direction, Directions, EligibleRoles, Ground,
	Half, Halves, IncidentKind, MilestoneKind, RequestKind, RequestOutcome, Requires, Role, Roles,
	Row, Rows, Scope, StateKind, SuspensionScope, UsesRecorded,
};
use codec::{Compact, Decode, Encode, MaxEncodedLen};
use proptest::prelude::*;

use crate::shown_path;

/// The names of a list by encoded index, which must be the position and the code's own index.
fn frozen<T: Code + Encode + Decode + std::fmt::Debug>(all: &[T]) -> String {
	assert_eq!(T::all().collect::<Vec<_>>(), all);
	let names = (0_u8..).zip(all).map(|(index, code)| {
		assert_eq!(code.encode(), [index]);
		assert_eq!(code.index(), u32::from(index));
		assert_eq!(T::decode(&mut &[index][..]), Ok(*code));
		format!("{code:?}")
	});
	let names = names.collect::<Vec<_>>().join(" ");
	assert!(T::decode(&mut &[all.len() as u8][..]).is_err());
	names
}

#[test]
fn lists_should_keep_their_indices() {
	assert_eq!(
		frozen(Scope::ALL),
		"Identities Certification Suspension Agreements Risk Clearance Disclosure"
	);
	assert_eq!(frozen(UsesRecorded::ALL), "Sealed Clear");
	assert_eq!(
		frozen(Role::ALL),
		"Other Manufacturer Importer Exporter CustomsBroker Carrier Consolidator FreightForwarder \
		 TerminalOperator WarehouseKeeper ExpressOperator"
	);
	assert_eq!(
		frozen(Benefit::ALL),
		"FewerDocumentChecks FewerInspections LowerRiskScore PriorityInspection PriorityClearance \
		 LiaisonOfficer TradeRecovery SecurePartner SecurityMeasures ReducedData \
		 GuaranteeReduction ExportSampling"
	);
	assert_eq!(frozen(Direction::ALL), "Import Export");
	assert_eq!(frozen(Half::ALL), "Customs Security");
	assert_eq!(frozen(Halves::ALL), "Customs Security Both");
	assert_eq!(frozen(Requires::ALL), "Either Customs Security");
	assert_eq!(frozen(SuspensionScope::ALL), "Full Customs Security");
	assert_eq!(
		frozen(Ground::ALL),
		"Authority HoldersRequest Administrative"
	);
	assert_eq!(
		frozen(StateKind::ALL),
		"Applied Accepted Rejected ApplicationWithdrawn Refused Authorised Suspended Revoked \
		 Relinquished Annulled"
	);
	assert_eq!(
		frozen(RequestKind::ALL),
		"Information CorrectiveAction SelfAssessment Visit"
	);
	assert_eq!(frozen(RequestOutcome::ALL), "NotMet Met Withdrawn");
	assert_eq!(
		frozen(IncidentKind::ALL),
		"Other AlertLevel BorderClosure NaturalDisaster Hazard"
	);
	assert_eq!(
		frozen(MilestoneKind::ALL),
		"LetterOfIntent ProgrammeComparison JointValidation Pilot"
	);
}

#[test]
fn roles_should_have_the_codes_of_cl704() {
	let codes: Vec<&str> = Role::ALL.iter().map(|role| role.code()).collect();
	assert_eq!(codes.join(" "), "OT MF IM EX CB CA CS FW TR WH XP");
	for role in Role::ALL {
		assert_eq!(role.code().parse(), Ok(*role));
		assert_eq!(role.name().parse(), Ok(*role));
		assert_eq!(role.to_string(), role.name());
	}
	let error = "ZZ".parse::<Role>().unwrap_err();
	assert_eq!(error.to_string(), "neither a code nor a name of the list");
}

#[test]
fn benefits_should_have_the_codes_b01_to_b12() {
	for (number, benefit) in (1..).zip(Benefit::ALL) {
		assert_eq!(benefit.code(), format!("B{number:02}"));
		assert_eq!(benefit.code().parse(), Ok(*benefit));
		assert_eq!(benefit.to_string().parse(), Ok(*benefit));
	}
	assert_eq!(Benefit::TradeRecovery.code(), "B07");
	assert!("B13".parse::<Benefit>().is_err());
}

#[test]
fn rows_should_be_the_36_pairs_of_benefit_and_half() {
	let rows: Vec<Row> = Row::all().collect();
	assert_eq!(rows.len(), 36);
	assert!(rows.windows(2).all(|pair| pair[0] < pair[1]));
	assert!((0..).zip(&rows).all(|(index, row)| row.index() == index));
	let all = Rows::new(rows).unwrap();
	assert_eq!(all.len(), 36);
	assert_eq!(all.encode().len(), Rows::max_encoded_len());
}

#[test]
fn sets_should_have_as_many_members_as_they_may() {
	assert_eq!(Roles::new([]), Err(CodeSetError::TooFew));
	let eight = Roles::new(Role::ALL.iter().copied().take(8)).unwrap();
	assert_eq!((eight.len(), eight.is_empty()), (8, false));
	assert_eq!(
		Roles::new(Role::ALL.iter().copied().take(9)),
		Err(CodeSetError::TooMany)
	);
	assert!(EligibleRoles::new(Role::ALL.iter().copied()).is_ok());
	assert!(Benefits::new([]).unwrap().is_empty());
	assert_eq!(
		Directions::new([Direction::Export, Direction::Export])
			.unwrap()
			.len(),
		1
	);
	assert_eq!(CodeSetError::TooMany.to_string(), "too many codes");
}

#[test]
fn sets_should_be_encoded_like_sorted_sequences() {
	let roles = Roles::new([Role::Exporter, Role::Manufacturer]).unwrap();
	let sorted = BTreeSet::from([Role::Manufacturer, Role::Exporter]);
	assert_eq!(roles.encode(), sorted.encode());
	assert_eq!(Roles::decode(&mut &sorted.encode()[..]), Ok(roles));
	assert_eq!(shown_path::<Roles>(), shown_path::<BTreeSet<Role>>());
	assert_eq!(Roles::max_encoded_len(), 9);
	assert_eq!(format!("{roles:?}"), "{Manufacturer, Exporter}");
	let copy = Clone::clone(&roles);
	assert!(copy.contains(Role::Exporter) && !copy.contains(Role::Importer));
}

#[test]
fn decoder_should_take_a_set_in_one_way_only() {
	let refusal = |bytes: Vec<u8>| Roles::decode(&mut &bytes[..]).unwrap_err().to_string();
	let unsorted = vec![Role::Exporter, Role::Manufacturer].encode();
	assert_eq!(
		refusal(unsorted),
		"codes are not in ascending order, each once"
	);
	let repeated = vec![Role::Exporter, Role::Exporter].encode();
	assert_eq!(
		refusal(repeated),
		"codes are not in ascending order, each once"
	);
	assert_eq!(refusal(Vec::<Role>::new().encode()), "too few codes");
	assert_eq!(refusal(Role::ALL[..9].to_vec().encode()), "too many codes");
	assert_eq!(refusal(Compact(u32::MAX).encode()), "too many codes");
	assert!(Roles::decode(&mut &vec![77_u8].encode()[..]).is_err());
	assert!(Roles::decode(&mut &Compact(2_u32).encode()[..]).is_err());
}

#[test]
fn sets_should_be_lists_in_json() {
	let roles: Roles = serde_json::from_str(r#"["Exporter", "Manufacturer"]"#).unwrap();
	assert_eq!(
		serde_json::to_string(&roles).unwrap(),
		r#"["Manufacturer","Exporter"]"#
	);
	assert!(serde_json::from_str::<Roles>("[]").is_err());
	assert!(serde_json::from_str::<Roles>(r#"["Baker"]"#).is_err());
	let rows: Rows =
		serde_json::from_str(r#"[{"benefit":"ReducedData","requires":"Customs"}]"#).unwrap();
	assert!(rows.contains(Row {
		benefit: Benefit::ReducedData,
		requires: Requires::Customs
	}));
}

#[test]
fn a_suspension_should_cover_what_its_scope_names() {
	use SuspensionScope::{Customs, Full, Security};
	let table = SuspensionScope::ALL.iter().flat_map(|scope| {
		Halves::ALL.iter().map(|halves| {
			(
				*scope,
				*halves,
				scope.applies_to(*halves),
				scope.takes_all_of(*halves),
			)
		})
	});
	assert_eq!(
		table.collect::<Vec<_>>(),
		[
			(Full, Halves::Customs, true, true),
			(Full, Halves::Security, true, true),
			(Full, Halves::Both, true, true),
			(Customs, Halves::Customs, true, true),
			(Customs, Halves::Security, false, false),
			(Customs, Halves::Both, true, false),
			(Security, Halves::Customs, false, false),
			(Security, Halves::Security, true, true),
			(Security, Halves::Both, true, false),
		]
	);
}

proptest! {
	#[test]
	fn sets_should_survive_codec_and_json(bits in 1_u64..1 << 36) {
		let rows = Rows::new(Row::all().filter(|row| bits & 1 << row.index() != 0)).unwrap();
		prop_assert_eq!(rows.len(), bits.count_ones());
		prop_assert_eq!(Rows::decode(&mut &rows.encode()[..]).unwrap(), rows);
		let json = serde_json::to_string(&rows).unwrap();
		prop_assert_eq!(serde_json::from_str::<Rows>(&json).unwrap(), rows);
	}

	#[test]
	fn decoder_should_accept_only_its_own_encoding(
		bytes in prop::collection::vec(0_u8..14, 0..12)
	) {
		let mut input = &bytes[..];
		if let Ok(set) = CodeSet::<Role, 1, 8>::decode(&mut input) {
			prop_assert_eq!(set.encode(), &bytes[..bytes.len() - input.len()]);
		}
	}
}
