use aeo_primitives::{HolderLookup, NoteStalled};

#[test]
fn a_chain_without_traders_should_have_no_holders() {
	assert!(!<() as HolderLookup<u64>>::is_holder(&1));
}

#[test]
fn a_chain_without_a_finality_gadget_should_note_nothing() {
	<() as NoteStalled<u32>>::note_stalled(10, 5);
}
