//! Every call from every wrong origin is refused, and nothing is changed.

use super::*;
use crate::Call;
use aeo_primitives::recognition::Standing;

/// Who may call.
#[derive(Clone, Copy, PartialEq)]
enum Rightful {
	/// An officer of Mexico, which registered the trader.
	Mexico,
	/// The officer of Mexico who did not propose.
	MexicosSecond,
	/// Mexico's own account.
	MexicosOwn,
	/// An officer of Costa Rica, the grantor.
	CostaRica,
	/// An officer of any administration but the trader's.
	Partner,
	/// The account offered to the trader.
	Offered,
	/// An account linked to the trader.
	Linked,
	/// A linked account, or an officer of Mexico.
	Trader,
	/// As `Trader`, or an officer of Costa Rica.
	TraderOrCostaRica,
}
use Rightful::*;

const LINKED: AccountId = HOLDER;
const OFFERED: AccountId = HOLDER + 1;
const FREE: AccountId = HOLDER + 2;
/// The number about which a decision waits.
const WAITING: &str = "MX RDE7910023J3";

/// Every call, right but for its origin.
fn calls() -> Vec<(Call<Test>, Rightful)> {
	let (scheme, grantor) = (AliasScheme::Code, Territory::CR);
	let new = || "X9".try_into().expect("short");
	let declared = || "X1".try_into().expect("short");
	let publication_consent = document();
	let document = document();
	let mexican = || tin("MX SAT-970701-NN3");
	vec![
		(
			Call::register {
				tin: mexican(),
				publication_consent,
			},
			Mexico,
		),
		(
			Call::register_despite_check {
				tin: tin("MXNWM9709244W5"),
				publication_consent,
				instrument: document,
			},
			MexicosOwn,
		),
		(
			Call::propose {
				tin: tin("MXNWM9709244W5"),
				decision: crate::TraderDecision::RegisterDespiteCheck {
					publication_consent,
					instrument: document,
				},
			},
			Mexico,
		),
		(
			Call::confirm {
				tin: tin(WAITING),
				proposal: 1,
			},
			MexicosSecond,
		),
		(
			Call::refuse {
				tin: tin(WAITING),
				proposal: 1,
			},
			Mexico,
		),
		(
			Call::close {
				tin: tin(TIN),
				document,
			},
			Mexico,
		),
		(
			Call::merge {
				tin: tin(TIN),
				into: tin(OTHER),
				document,
			},
			Mexico,
		),
		(
			Call::offer_account {
				tin: tin(TIN),
				account: FREE,
				instrument: None,
			},
			Mexico,
		),
		(Call::accept_account { tin: tin(TIN) }, Offered),
		(Call::decline_account {}, Offered),
		(Call::withdraw_offer { account: OFFERED }, Mexico),
		(Call::unlink_account { account: LINKED }, Mexico),
		(Call::unlink_own_account {}, Linked),
		(
			Call::issue_alias {
				tin: tin(TIN),
				scheme,
				value: new(),
			},
			Partner,
		),
		(
			Call::derive_alias {
				tin: tin(SINGAPOREAN),
				grantor,
				written: tin("201312345A12"),
			},
			Mexico,
		),
		(
			Call::declare_alias {
				tin: tin(TIN),
				grantor,
				scheme,
				value: new(),
			},
			Trader,
		),
		(
			Call::confirm_alias {
				tin: tin(TIN),
				scheme,
				value: declared(),
			},
			CostaRica,
		),
		(
			Call::remove_alias {
				tin: tin(TIN),
				grantor,
				scheme,
				value: declared(),
			},
			TraderOrCostaRica,
		),
	]
}

/// Every kind of origin there is, and what it may be.
fn origins() -> Vec<(RuntimeOrigin, Vec<Rightful>)> {
	let mut origins = vec![
		(RuntimeOrigin::none(), vec![]),
		(RuntimeOrigin::root(), vec![]),
		(signed(STRANGER), vec![]),
		(signed(FREE), vec![]),
		(signed(OFFERED), vec![Offered]),
		(signed(LINKED), vec![Linked, Trader, TraderOrCostaRica]),
		(signed(MX), vec![MexicosOwn]),
		(signed(CR), vec![]),
		(signed(aeo_mocks::signatory(MX)), vec![]),
		(by(MX), vec![Mexico, Trader, TraderOrCostaRica]),
		(
			signed(second_officer(MX, Scope::Identities)),
			vec![Mexico, MexicosSecond, Trader, TraderOrCostaRica],
		),
		(by(CR), vec![CostaRica, Partner, TraderOrCostaRica]),
		(by(PE), vec![Partner]),
		// Quarantined, and withdrawn.
		(by(CO), vec![]),
		(signed(CO), vec![]),
		(by(aeo_mocks::CL), vec![]),
		(signed(aeo_mocks::CL), vec![]),
	];
	for scope in Scope::ALL {
		if *scope != Scope::Identities {
			origins.push((signed(officer(MX, *scope)), vec![]));
			origins.push((signed(officer(CR, *scope)), vec![]));
		}
	}
	origins
}

/// A linked account, an offered one, a declared alias, and an administration in quarantine.
fn set_up() {
	register_all();
	aeo_mocks::cover(Territory::SG, Territory::MX);
	assert_ok!(register(MX, SINGAPOREAN));
	link(TIN, LINKED);
	assert_ok!(offer(TIN, OFFERED));
	assert_ok!(declare(by(MX), TIN, "X1"));
	aeo_mocks::set_outer_signer(Some(officer(MX, Scope::Identities)));
	assert_ok!(super::propose::propose(by(MX), WAITING));
	// Another account signs what nests the calls.
	aeo_mocks::set_outer_signer(Some(STRANGER));
	aeo_mocks::set_standing(Territory::CO, Standing::QuarantinedByCouncil);
}

aeo_mocks::origin_tests!(set_up);
