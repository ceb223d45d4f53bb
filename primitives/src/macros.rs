//! What all value types have in common.

/// Types that can be stored, sent and written down: each `struct` or `enum` with the derives of a
/// value type. JSON is refused where it has a field that the type lacks.
macro_rules! value_types {
	($($(#[$attribute:meta])* $kind:ident $name:ident $(<$parameter:ident $(= $default:ty)?>)? { $($body:tt)* })*) => {
		$(
			$(#[$attribute])*
			#[derive(
				Clone,
				Debug,
				codec::Decode,
				codec::DecodeWithMemTracking,
				codec::Encode,
				codec::MaxEncodedLen,
				Eq,
				PartialEq,
				scale_info::TypeInfo,
				serde::Deserialize,
				serde::Serialize,
			)]
			#[serde(deny_unknown_fields)]
			pub $kind $name $(<$parameter $(= $default)?>)? { $($body)* }
		)*
	};
}
