//! What a call would come to: it is done, and undone.

use crate::{
	configs::system::RuntimeBlockWeights, AccountId, Administrations, AllPalletsWithSystem,
	Runtime, RuntimeCall, RuntimeEvent, RuntimeOrigin, System,
};
use aeo_primitives::AccountKinds;
use aeo_runtime_api::{FailedRow, Failure, NotTried, Tried, TriedEvent};
use alloc::{
	format,
	string::{String, ToString},
	vec::Vec,
};
use codec::{Compact, Decode, DecodeLimit, Encode};
use frame_support::{
	dispatch::{DispatchClass, GetDispatchInfo},
	storage::{with_transaction, TransactionOutcome},
	traits::PalletsInfoAccess,
};
use scale_info::{
	form::PortableForm, Field, MetaType, PortableRegistry, Registry, TypeDef, TypeDefPrimitive,
};
use sp_runtime::{traits::Dispatchable, DispatchError, ModuleError};

/// How deep calls may be nested, as in a block.
const MAX_DEPTH: u32 = frame_support::MAX_EXTRINSIC_DEPTH;

/// Tries a call of an account, as one more of the block whose state is asked and at its time: what the next
/// block does before its own calls, or a day that begins with it, is not seen. All that it writes is undone.
///
/// # Errors
///
/// Nobody answers for the account, the bytes are no call, or it is too heavy for a block.
pub fn try_call(account: AccountId, bytes: &[u8]) -> Result<Tried, NotTried> {
	if Administrations::signer(&account).is_none() {
		return Err(NotTried::UnknownAccount);
	}
	let call = RuntimeCall::decode_all_with_depth_limit(MAX_DEPTH, &mut &*bytes)
		.map_err(|error| not_understood(bytes, &error))?;
	let info = call.get_dispatch_info();
	let limits = RuntimeBlockWeights::get();
	let most = limits
		.get(DispatchClass::Normal)
		.max_extrinsic
		.unwrap_or(limits.max_block);
	if info.call_weight.any_gt(most) {
		return Err(NotTried::TooHeavy {
			weight: info.call_weight.ref_time(),
			most: most.ref_time(),
		});
	}
	let tried = with_transaction(|| {
		// What other calls of the block have emitted is none of this one's.
		System::reset_events();
		pallet_fees::OuterSigner::<Runtime>::put(&account);
		let result = call.dispatch(RuntimeOrigin::signed(account));
		let events: Vec<_> = System::read_events_no_consensus()
			.map(|record| record.event)
			.collect();
		TransactionOutcome::Rollback(Ok::<_, DispatchError>(Tried {
			failure: result.err().map(|error| failure(error.error)),
			rows: events.iter().filter_map(failed_row).collect(),
			events: events.iter().map(event).collect(),
		}))
	});
	// Only where transactions are nested deeper than anybody nests them.
	tried.or_else(|error| {
		Ok(Tried {
			failure: Some(failure(error)),
			rows: Vec::new(),
			events: Vec::new(),
		})
	})
}

fn event(event: &RuntimeEvent) -> TriedEvent {
	let bytes = event.encode();
	TriedEvent {
		pallet: bytes
			.first()
			.map(|index| pallet(*index))
			.unwrap_or_default(),
		bytes,
	}
}

/// The name of a pallet.
fn pallet(index: u8) -> String {
	AllPalletsWithSystem::infos()
		.into_iter()
		.find(|info| info.index == usize::from(index))
		.map(|info| info.name.into())
		.unwrap_or_default()
}

fn failed_row(event: &RuntimeEvent) -> Option<FailedRow> {
	let (row, error) = match event {
		RuntimeEvent::Certificates(pallet_certificates::Event::RowFailed {
			row, error, ..
		})
		| RuntimeEvent::Benefits(pallet_benefits::Event::GrantFailed { row, error, .. }) => (row, error),
		RuntimeEvent::Utility(pallet_utility::Event::BatchInterrupted { index, error }) => {
			(index, error)
		}
		_ => return None,
	};
	Some(FailedRow {
		row: *row,
		failure: failure(*error),
	})
}

fn failure(error: DispatchError) -> Failure {
	match error {
		DispatchError::Module(error) => Failure {
			pallet: pallet(error.index),
			name: error_name(error),
		},
		other => Failure {
			pallet: String::new(),
			name: format!("{other:?}"),
		},
	}
}

/// The name of an error. What was in an event has lost it, so that it is read from its number.
fn error_name(error: ModuleError) -> String {
	macro_rules! of {
		($($pallet:ident: $krate:ident),*) => {
			match pallet(error.index).as_str() {
				$(
					stringify!($pallet) => {
						$krate::Error::<Runtime>::decode(&mut &error.error[..])
							.map(<&'static str>::from)
							.ok()
					}
				)*
				_ => None,
			}
		};
	}
	let known = of!(
		Administrations: pallet_administrations,
		Agreements: pallet_agreements,
		Applications: pallet_applications,
		Benefits: pallet_benefits,
		Certificates: pallet_certificates,
		Disclosures: pallet_disclosures,
		Identities: pallet_identities,
		Suspensions: pallet_suspensions
	);
	let number = || error.error[0].to_string();
	error
		.message
		.or(known)
		.map_or_else(number, ToString::to_string)
}

/// What can't be read: the way to it through the types of the call, which is only looked for where the
/// call can't be decoded.
fn not_understood(bytes: &[u8], error: &codec::Error) -> NotTried {
	let mut registry = Registry::new();
	let call = registry.register_type(&MetaType::new::<RuntimeCall>()).id;
	let types = PortableRegistry::from(registry);
	let mut reader = Reader {
		types: &types,
		left: bytes,
		way: Vec::new(),
	};
	let why = match reader.read(call, MAX_DEPTH) {
		Err(why) => why.into(),
		Ok(()) if !reader.left.is_empty() => {
			format!("{} bytes are left over behind it", reader.left.len())
		}
		// All parts are there, and one of them has no such values.
		Ok(()) => format!("a value that its type does not allow ({error})"),
	};
	NotTried::NotUnderstood {
		field: reader.way.join("."),
		why,
	}
}

/// Reads a call by its types, as far as it can be read.
struct Reader<'a> {
	types: &'a PortableRegistry,
	left: &'a [u8],
	/// The names of pallet, call and fields, down to what can't be read; pallet and call where all can.
	way: Vec<String>,
}

/// Names of a call that are kept when it can be read: its pallet and its own.
const PALLET_AND_CALL: usize = 2;

impl Reader<'_> {
	fn read(&mut self, id: u32, depth: u32) -> Result<(), &'static str> {
		let depth = depth.checked_sub(1).ok_or("it is nested too deeply")?;
		let Some(found) = self.types.resolve(id) else {
			return Err("its type is not known");
		};
		match &found.type_def {
			TypeDef::Composite(composite) => self.fields(&composite.fields, depth),
			TypeDef::Variant(variants) => {
				let index = self.take(1)?;
				let variant = variants
					.variants
					.iter()
					.find(|variant| index == [variant.index])
					.ok_or("no such choice, or pallet, or call")?;
				// Pallets, calls and choices with something in them.
				let is_named = !variant.fields.is_empty();
				self.named(is_named.then_some(&variant.name), |reader| {
					reader.fields(&variant.fields, depth)
				})
			}
			TypeDef::Sequence(sequence) => {
				let length = Compact::<u32>::decode(&mut self.left)
					.map_err(|_| "its length can't be read")?
					.0;
				self.items(length, sequence.type_param.id, depth)
			}
			TypeDef::Array(array) => self.items(array.len, array.type_param.id, depth),
			TypeDef::Tuple(tuple) => tuple
				.fields
				.iter()
				.try_for_each(|field| self.read(field.id, depth)),
			TypeDef::Primitive(primitive) => self.primitive(primitive),
			TypeDef::Compact(_) => Compact::<u128>::decode(&mut self.left)
				.map(|_| ())
				.map_err(|_| "a number can't be read"),
			TypeDef::BitSequence(_) => Err("its type is not known"),
		}
	}

	fn fields(&mut self, fields: &[Field<PortableForm>], depth: u32) -> Result<(), &'static str> {
		fields.iter().try_for_each(|field| {
			self.named(field.name.as_ref(), |reader| {
				reader.read(field.ty.id, depth)
			})
		})
	}

	/// Reads a part with a name, which stays where it can't be read.
	fn named(
		&mut self,
		name: Option<impl ToString>,
		read: impl FnOnce(&mut Self) -> Result<(), &'static str>,
	) -> Result<(), &'static str> {
		let length = self.way.len();
		self.way.extend(name.map(|name| name.to_string()));
		read(self)?;
		self.way.truncate(length.max(PALLET_AND_CALL));
		Ok(())
	}

	fn items(&mut self, count: u32, id: u32, depth: u32) -> Result<(), &'static str> {
		for _ in 0..count {
			let before = self.left.len();
			self.read(id, depth)?;
			// Items of no length are read by now, however many.
			if self.left.len() == before {
				break;
			}
		}
		Ok(())
	}

	fn primitive(&mut self, primitive: &TypeDefPrimitive) -> Result<(), &'static str> {
		let length = match primitive {
			TypeDefPrimitive::Str => {
				let text = Vec::<u8>::decode(&mut self.left).map_err(|_| "a text can't be read")?;
				return core::str::from_utf8(&text)
					.map(|_| ())
					.map_err(|_| "a text is not UTF-8");
			}
			TypeDefPrimitive::Bool | TypeDefPrimitive::U8 | TypeDefPrimitive::I8 => 1,
			TypeDefPrimitive::U16 | TypeDefPrimitive::I16 => 2,
			TypeDefPrimitive::Char | TypeDefPrimitive::U32 | TypeDefPrimitive::I32 => 4,
			TypeDefPrimitive::U64 | TypeDefPrimitive::I64 => 8,
			TypeDefPrimitive::U128 | TypeDefPrimitive::I128 => 16,
			TypeDefPrimitive::U256 | TypeDefPrimitive::I256 => 32,
		};
		self.take(length).map(|_| ())
	}

	fn take(&mut self, length: usize) -> Result<&[u8], &'static str> {
		let (taken, left) = self
			.left
			.split_at_checked(length)
			.ok_or("the bytes end before it")?;
		self.left = left;
		Ok(taken)
	}
}
