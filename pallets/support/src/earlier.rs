//! Types as an earlier version of a pallet's storage has them.

/// Declares types as they were, and what becomes of them: the fields stay, and those after `+` are said.
///
/// ```
/// # use aeo_support::earlier;
/// struct Now {
///     count: u64,
///     note: Option<u8>,
/// }
///
/// earlier! {
///     /// Without a note, and smaller.
///     Before => Now { count: u32, } + { note: None, }
/// }
///
/// let now = Now::from(Before { count: 7 });
/// assert_eq!((now.count, now.note), (7, None));
/// ```
#[macro_export]
macro_rules! earlier {
	($(
		$(#[$attribute:meta])*
		$name:ident => $now:ty { $($field:ident: $type:ty,)* } $(+ { $($new:ident: $value:expr,)* })?
	)*) => {
		$(
			$(#[$attribute])*
			#[derive(Clone, Debug, $crate::codec::Decode, $crate::codec::Encode, Eq, PartialEq)]
			#[allow(missing_docs, reason = "the fields are those of the present type")]
			pub struct $name {
				$(pub $field: $type,)*
			}

			impl From<$name> for $now {
				fn from(old: $name) -> Self {
					Self {
						$($field: old.$field.into(),)*
						$($($new: $value,)*)?
					}
				}
			}
		)*
	};
}
