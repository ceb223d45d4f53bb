//! `grant`.

use super::*;
use aeo_mocks::second_officer;
use aeo_primitives::tin::Reason;
use frame_support::{assert_storage_noop, dispatch::GetDispatchInfo};
use sp_runtime::traits::Dispatchable;

#[test]
fn grant_should_record_what_is_given() {
	build_and_execute(|| {
		set_up();
		assert_ok!(grant(1, TIN));
		let number = certificate("A-1").number;
		let expected = Grant {
			trader: id_of(TIN),
			issuer: Territory::MX,
			direction: Direction::Import,
			entitlements: BOTH
				.map(|benefit| Entitlement {
					benefit,
					certificate: number.clone(),
					basis: Basis::Agreement(1),
				})
				.to_vec()
				.try_into()
				.expect("two"),
			versions: std::collections::BTreeMap::from([(number, 7)])
				.try_into()
				.expect("one"),
			block: 1,
			at: NOON,
			place: 0,
		};
		assert_eq!(
			Benefits::grant_of(Territory::CR, declaration(1), Role::Exporter),
			Some(expected)
		);
		System::assert_last_event(RuntimeEvent::Benefits(Event::BenefitsGranted {
			grantor: Territory::CR,
			declaration: declaration(1),
			role: Role::Exporter,
			direction: Direction::Import,
			trader: id_of(TIN),
			issuer: Territory::MX,
			benefits: Set::new(BOTH).expect("two"),
			priority: false,
			issuer_quarantined: false,
			by: officer(CR, Scope::Clearance),
		}));
	});
}

/// I14, scenario 24.
#[test]
fn the_same_declaration_should_be_one_record() {
	build_and_execute(|| {
		set_up();
		assert_ok!(grant(1, TIN));
		System::set_block_number(2);
		System::reset_events();
		assert_storage_noop!({
			assert_ok!(grant(1, TIN));
			System::assert_last_event(RuntimeEvent::Benefits(Event::AlreadyRecorded {
				grantor: Territory::CR,
				declaration: declaration(1),
				role: Role::Exporter,
				trader: id_of(TIN),
				recorded_in: 1,
				by: officer(CR, Scope::Clearance),
			}));
			assert_eq!((granted(), known().len()), (0, 1));
			System::reset_events();
		});
		assert_eq!(crate::UseCount::<Test>::get(id_of(TIN)), 1);
		// Also by another name, and after the certificate was suspended.
		let state = suspended(SuspensionScope::Full);
		let stopped = Certificate {
			state,
			..certificate("A-1")
		};
		put(Territory::MX, TIN, vec![stopped]);
		assert_ok!(grant(1, "MX NWM-970924-4W4"));
		assert_noop!(grant(2, TIN), Error::<Test>::Suspended);
		// And by another officer.
		let another = signed(second_officer(CR, Scope::Clearance));
		let (role, direction) = (Role::Exporter, Direction::Import);
		assert_ok!(Benefits::grant(
			another,
			declaration(1),
			tin(TIN),
			role,
			direction
		));
		assert_eq!(crate::UseCount::<Test>::get(id_of(TIN)), 1);
	});
}

#[test]
fn another_trader_or_kind_should_need_another_declaration() {
	build_and_execute(|| {
		set_up();
		put(Territory::MX, OTHER, vec![certificate("A-2")]);
		assert_ok!(grant(1, TIN));
		assert_noop!(grant(1, OTHER), Error::<Test>::DeclarationDiffers);
		assert_noop!(grant(1, "?"), Error::<Test>::NotANumber);
		let export = GrantRow {
			direction: Direction::Export,
			..row(1, TIN)
		};
		assert_noop!(grant_by(CR, export), Error::<Test>::DeclarationDiffers);
		assert_ok!(grant(2, OTHER));
	});
}

#[test]
fn grantors_and_roles_should_not_get_in_each_others_way() {
	build_and_execute(|| {
		set_up();
		aeo_mocks::record_uses_in_clear(Territory::PE);
		assert_ok!(grant(1, TIN));
		assert_ok!(grant_by(PE, row(1, TIN)));
		let both = Certificate {
			roles: Roles::new([Role::Exporter, Role::Manufacturer]).expect("two"),
			..certificate("A-1")
		};
		put(Territory::MX, TIN, vec![both]);
		let manufacturer = GrantRow {
			role: Role::Manufacturer,
			..row(1, TIN)
		};
		assert_ok!(grant_by(CR, manufacturer));
		assert_eq!(crate::UseCount::<Test>::get(id_of(TIN)), 3);
	});
}

#[test]
fn grant_should_fail_where_uses_are_sealed_or_the_declaration_is_missing() {
	build_and_execute(|| {
		recognised();
		assert_noop!(grant(1, TIN), Error::<Test>::UsesAreSealed);
		aeo_mocks::record_uses_in_clear(Territory::CR);
		assert_noop!(grant(0, TIN), Error::<Test>::DeclarationMissing);
	});
}

#[test]
fn grant_should_give_back_what_it_does_not_weigh() {
	build_and_execute(|| {
		set_up();
		let GrantRow {
			declaration,
			identifier,
			role,
			direction,
		} = row(1, TIN);
		let call = RuntimeCall::Benefits(crate::Call::grant {
			declaration,
			identifier,
			role,
			direction,
		});
		let declared = call.get_dispatch_info().call_weight;
		let actual = call
			.dispatch(by(CR))
			.expect("it is recognised")
			.actual_weight
			.expect("it is told");
		// One certificate of sixteen, two counters of twelve.
		assert!(actual.ref_time() * 2 < declared.ref_time());
	});
}

/// Two counters, with a key each, and how many there are.
#[test]
fn a_grant_by_known_counters_should_not_pay_for_new_ones() {
	build_and_execute(|| {
		set_up();
		let weighed = |number| {
			let GrantRow {
				declaration,
				identifier,
				role,
				direction,
			} = row(number, TIN);
			Benefits::grant(by(CR), declaration, identifier, role, direction)
				.expect("it is recognised")
				.actual_weight
				.expect("it is told")
		};
		let (first, second) = (weighed(1), weighed(2));
		let new = <Test as frame_system::Config>::DbWeight::get().writes(3);
		assert_eq!(first.saturating_sub(second), new);
		assert!(new.ref_time() > 0);
	});
}

#[test]
fn each_denial_should_be_an_error_of_its_name() {
	for (denial, name) in [
		(Denial::NoMatch, "NoMatch"),
		(
			Denial::NotANumber {
				reason: Reason::Length,
			},
			"NotANumber",
		),
		(Denial::AliasUnconfirmed, "AliasUnconfirmed"),
		(
			Denial::TraderNotActive { merged_into: None },
			"TraderNotActive",
		),
		(Denial::IssuerUnverifiable, "IssuerUnverifiable"),
		(Denial::NotYetValid, "NotYetValid"),
		(Denial::Suspended, "Suspended"),
		(Denial::Expired, "Expired"),
		(Denial::Revoked, "Revoked"),
		(Denial::Relinquished, "Relinquished"),
		(Denial::Annulled, "Annulled"),
		(Denial::NotAuthorised, "NotAuthorised"),
		(Denial::RoleNotCertified, "RoleNotCertified"),
		(Denial::NoAgreement, "NoAgreement"),
		(Denial::TypeNotEligible, "TypeNotEligible"),
		(Denial::RoleNotEligible, "RoleNotEligible"),
		(Denial::DirectionNotCovered, "DirectionNotCovered"),
		(Denial::NoConsent, "NoConsent"),
		(Denial::RecognitionSuspended, "RecognitionSuspended"),
	] {
		let error: &'static str = Error::<Test>::from(denial).into();
		assert_eq!(error, name);
	}
}
