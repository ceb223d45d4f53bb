use aeo_primitives::{
	AccountKinds, AdministrationLookup, ConsentLookup, DisclosureLookup, EncryptionKeys,
	NoteStalled, OuterSigner, OutsideAccounts, OutsideKind, Territory, UsesRecorded,
};

/// One account has a role, the next one is offered one.
struct Known<const ACCOUNT: u64>;

impl<const ACCOUNT: u64> OutsideAccounts<u64> for Known<ACCOUNT> {
	fn outside_kind(account: &u64) -> Option<(OutsideKind, Territory)> {
		let role = match account.checked_sub(ACCOUNT) {
			Some(0) => OutsideKind::Holder,
			Some(1) => OutsideKind::Offered,
			_ => return None,
		};
		Some((role, Territory::MX))
	}

	fn is_outside(account: &u64) -> bool {
		*account == ACCOUNT
	}

	fn is_offered(account: &u64) -> bool {
		*account == ACCOUNT + 1
	}
}

#[test]
fn a_chain_without_traders_and_agencies_should_know_no_such_roles() {
	assert!(!<() as OutsideAccounts<u64>>::is_outside(&1));
	assert!(!<() as OutsideAccounts<u64>>::is_offered(&1));
	assert_eq!(<() as OutsideAccounts<u64>>::outside_kind(&1), None);
}

#[test]
fn outside_accounts_should_be_those_that_either_knows() {
	type Both = (Known<10>, Known<20>);
	let is_inside: Vec<u64> = (0..30).filter(Both::is_outside).collect();
	assert_eq!(is_inside, [10, 20]);
	let offered: Vec<u64> = (0..30).filter(Both::is_offered).collect();
	assert_eq!(offered, [11, 21]);
	let roles = (0..30).filter_map(|account| Both::outside_kind(&account));
	let (holder, offered) = (
		(OutsideKind::Holder, Territory::MX),
		(OutsideKind::Offered, Territory::MX),
	);
	assert_eq!(
		roles.collect::<Vec<_>>(),
		[holder, offered, holder, offered]
	);
}

#[test]
fn a_chain_without_a_finality_gadget_should_note_nothing() {
	<() as NoteStalled<u32>>::note_stalled(10, 5);
}

#[test]
fn a_chain_without_administrations_should_know_strangers_only() {
	for territory in [Territory::AD, Territory::MX] {
		assert_eq!(<()>::administration(territory), None);
		assert_eq!(<()>::grantor(territory), None);
		assert_eq!(<()>::registrar(territory), None);
		assert_eq!(<()>::uses_recorded(territory), UsesRecorded::Sealed);
	}
	assert_eq!(<()>::counting(), []);
	assert_eq!(<() as AccountKinds<u64>>::signer(&1), None);
}

#[test]
fn a_chain_that_records_no_signers_should_know_none() {
	assert_eq!(<() as OuterSigner<u64>>::outer_signer(), None);
}

#[test]
fn a_chain_that_shares_nothing_should_have_no_keys_legs_and_consents() {
	assert_eq!(<() as EncryptionKeys>::encryption_key(Territory::MX), None);
	assert!(<() as DisclosureLookup>::disclosed(Territory::MX, Territory::CR).is_empty());
	assert_eq!(<() as ConsentLookup>::last_withdrawal(Territory::MX), None);
}
