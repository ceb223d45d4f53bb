//! The value types: what they accept, how they are encoded, how they show themselves.

mod codes;
mod credential;
mod date;
mod metadata;
mod offset;
mod ports;
mod request;
mod state;
mod territory;
mod text;
mod written;

use scale_info::{meta_type, Path, TypeDef, TypeDefPrimitive, TypeInfo};

/// Whether metadata shows `T` as the primitive `str`.
fn shows_as_str<T: TypeInfo + 'static>() -> bool {
	matches!(
		meta_type::<T>().type_info().type_def,
		TypeDef::Primitive(TypeDefPrimitive::Str)
	)
}

/// The path by which clients know `T`.
fn shown_path<T: TypeInfo + 'static>() -> Path {
	meta_type::<T>().type_info().path
}
