//! What an administration has from its admission on.

use super::*;
use aeo_primitives::OnAdmission;

#[test]
fn admission_should_give_the_initial_quota() {
	build_and_execute(|| {
		aeo_mocks::admit(6, Territory::EC, -300);
		assert_eq!(left(6), Some(0));
		Fees::on_admission(Territory::EC);
		let initial = Budget {
			quota: InitialQuota::get(),
			used: 0,
			at: 1,
		};
		assert_eq!(budget(Territory::EC), initial);
		assert_eq!(left(6), Some(1_000));
	});
}

#[test]
fn admission_anew_should_give_the_initial_quota_again() {
	build_and_execute(|| {
		set_standing(Territory::CL, Standing::Admitted);
		assert_ok!(Fees::set_quota(council(), Territory::CL, MORE));
		set_standing(Territory::CL, Standing::Withdrawn);
		assert_eq!(left(CL), None);
		aeo_mocks::readmit(Territory::CL);
		Fees::on_admission(Territory::CL);
		assert_eq!(Fees::quota(&CL), Some((1_000, InitialQuota::get())));
	});
}

/// Else to be expelled and admitted again would fill an empty quota.
#[test]
fn admission_anew_should_not_fill_a_used_quota() {
	build_and_execute(|| {
		set_standing(Territory::CL, Standing::Admitted);
		assert!(spend(CL, 900));
		set_standing(Territory::CL, Standing::Withdrawn);
		System::set_block_number(6);
		aeo_mocks::readmit(Territory::CL);
		Fees::on_admission(Territory::CL);
		assert_eq!(left(CL), Some(150), "and recovers meanwhile");
	});
}
