//! Customs territories.

use alloc::string::String;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::{fmt, str::FromStr};
use scale_info::TypeInfo;
use serde::{de, Deserialize, Deserializer, Serialize, Serializer};

/// The territories from one list, so that index, code and order cannot disagree.
macro_rules! territories {
	($count:literal: $($index:tt $code:ident $name:literal)*) => {
		/// A customs territory: an ISO 3166-1 alpha-2 code, or `EU` (European Union), `XI`
		/// (Northern Ireland), `XK` (Kosovo).
		///
		/// The prefix of every TIN and the name of an administration. Greece is `GR`, in EORI
		/// numbers as in ISO 3166-1; `EL` is its prefix in VAT numbers only and is not a
		/// territory.
		///
		/// One byte when encoded. **The indices are frozen**: a code that ISO withdraws keeps
		/// its index, a new one takes the next of the spare ones, 252 to 255.
		#[allow(clippy::upper_case_acronyms)]
				#[derive(
			Clone,
			Copy,
			Debug,
			Decode,
			DecodeWithMemTracking,
			Encode,
			Eq,
			Hash,
			MaxEncodedLen,
			Ord,
			PartialEq,
			PartialOrd,
			TypeInfo,
		)]
		#[repr(u8)]
		pub enum Territory {
			$(
				#[doc = $name]
				#[codec(index = $index)]
				$code = $index,
			)*
		}

		impl Territory {
			/// Every territory, by index.
			pub const ALL: [Self; $count] = [$(Self::$code),*];

			/// Returns the alpha-2 code, in capitals.
			pub const fn code(self) -> &'static str {
				match self {
					$(Self::$code => stringify!($code),)*
				}
			}

			/// Returns the common English name.
			pub const fn name(self) -> &'static str {
				match self {
					$(Self::$code => $name,)*
				}
			}
		}
	};
}

territories! {
	252:
	0 AD "Andorra"
	1 AE "United Arab Emirates"
	2 AF "Afghanistan"
	3 AG "Antigua and Barbuda"
	4 AI "Anguilla"
	5 AL "Albania"
	6 AM "Armenia"
	7 AO "Angola"
	8 AQ "Antarctica"
	9 AR "Argentina"
	10 AS "American Samoa"
	11 AT "Austria"
	12 AU "Australia"
	13 AW "Aruba"
	14 AX "Åland Islands"
	15 AZ "Azerbaijan"
	16 BA "Bosnia and Herzegovina"
	17 BB "Barbados"
	18 BD "Bangladesh"
	19 BE "Belgium"
	20 BF "Burkina Faso"
	21 BG "Bulgaria"
	22 BH "Bahrain"
	23 BI "Burundi"
	24 BJ "Benin"
	25 BL "Saint Barthélemy"
	26 BM "Bermuda"
	27 BN "Brunei"
	28 BO "Bolivia"
	29 BQ "Caribbean NL"
	30 BR "Brazil"
	31 BS "Bahamas"
	32 BT "Bhutan"
	33 BV "Bouvet Island"
	34 BW "Botswana"
	35 BY "Belarus"
	36 BZ "Belize"
	37 CA "Canada"
	38 CC "Cocos Islands"
	39 CD "Democratic Republic of the Congo"
	40 CF "Central African Republic"
	41 CG "Congo"
	42 CH "Switzerland"
	43 CI "Côte d'Ivoire"
	44 CK "Cook Islands"
	45 CL "Chile"
	46 CM "Cameroon"
	47 CN "China"
	48 CO "Colombia"
	49 CR "Costa Rica"
	50 CU "Cuba"
	51 CV "Cabo Verde"
	52 CW "Curaçao"
	53 CX "Christmas Island"
	54 CY "Cyprus"
	55 CZ "Czechia"
	56 DE "Germany"
	57 DJ "Djibouti"
	58 DK "Denmark"
	59 DM "Dominica"
	60 DO "Dominican Republic"
	61 DZ "Algeria"
	62 EC "Ecuador"
	63 EE "Estonia"
	64 EG "Egypt"
	65 EH "Western Sahara"
	66 ER "Eritrea"
	67 ES "Spain"
	68 ET "Ethiopia"
	69 FI "Finland"
	70 FJ "Fiji"
	71 FK "Falkland Islands"
	72 FM "Micronesia"
	73 FO "Faroe Islands"
	74 FR "France"
	75 GA "Gabon"
	76 GB "United Kingdom"
	77 GD "Grenada"
	78 GE "Georgia"
	79 GF "French Guiana"
	80 GG "Guernsey"
	81 GH "Ghana"
	82 GI "Gibraltar"
	83 GL "Greenland"
	84 GM "Gambia"
	85 GN "Guinea"
	86 GP "Guadeloupe"
	87 GQ "Equatorial Guinea"
	88 GR "Greece"
	89 GS "South Georgia and the South Sandwich Islands"
	90 GT "Guatemala"
	91 GU "Guam"
	92 GW "Guinea-Bissau"
	93 GY "Guyana"
	94 HK "Hong Kong"
	95 HM "Heard Island and McDonald Islands"
	96 HN "Honduras"
	97 HR "Croatia"
	98 HT "Haiti"
	99 HU "Hungary"
	100 ID "Indonesia"
	101 IE "Ireland"
	102 IL "Israel"
	103 IM "Isle of Man"
	104 IN "India"
	105 IO "British Indian Ocean Territory"
	106 IQ "Iraq"
	107 IR "Iran"
	108 IS "Iceland"
	109 IT "Italy"
	110 JE "Jersey"
	111 JM "Jamaica"
	112 JO "Jordan"
	113 JP "Japan"
	114 KE "Kenya"
	115 KG "Kyrgyzstan"
	116 KH "Cambodia"
	117 KI "Kiribati"
	118 KM "Comoros"
	119 KN "Saint Kitts and Nevis"
	120 KP "North Korea"
	121 KR "South Korea"
	122 KW "Kuwait"
	123 KY "Cayman Islands"
	124 KZ "Kazakhstan"
	125 LA "Laos"
	126 LB "Lebanon"
	127 LC "Saint Lucia"
	128 LI "Liechtenstein"
	129 LK "Sri Lanka"
	130 LR "Liberia"
	131 LS "Lesotho"
	132 LT "Lithuania"
	133 LU "Luxembourg"
	134 LV "Latvia"
	135 LY "Libya"
	136 MA "Morocco"
	137 MC "Monaco"
	138 MD "Moldova"
	139 ME "Montenegro"
	140 MF "Saint Martin"
	141 MG "Madagascar"
	142 MH "Marshall Islands"
	143 MK "North Macedonia"
	144 ML "Mali"
	145 MM "Myanmar"
	146 MN "Mongolia"
	147 MO "Macau"
	148 MP "Northern Mariana Islands"
	149 MQ "Martinique"
	150 MR "Mauritania"
	151 MS "Montserrat"
	152 MT "Malta"
	153 MU "Mauritius"
	154 MV "Maldives"
	155 MW "Malawi"
	156 MX "Mexico"
	157 MY "Malaysia"
	158 MZ "Mozambique"
	159 NA "Namibia"
	160 NC "New Caledonia"
	161 NE "Niger"
	162 NF "Norfolk Island"
	163 NG "Nigeria"
	164 NI "Nicaragua"
	165 NL "Netherlands"
	166 NO "Norway"
	167 NP "Nepal"
	168 NR "Nauru"
	169 NU "Niue"
	170 NZ "New Zealand"
	171 OM "Oman"
	172 PA "Panama"
	173 PE "Peru"
	174 PF "French Polynesia"
	175 PG "Papua New Guinea"
	176 PH "Philippines"
	177 PK "Pakistan"
	178 PL "Poland"
	179 PM "Saint Pierre and Miquelon"
	180 PN "Pitcairn"
	181 PR "Puerto Rico"
	182 PS "Palestine"
	183 PT "Portugal"
	184 PW "Palau"
	185 PY "Paraguay"
	186 QA "Qatar"
	187 RE "Réunion"
	188 RO "Romania"
	189 RS "Serbia"
	190 RU "Russia"
	191 RW "Rwanda"
	192 SA "Saudi Arabia"
	193 SB "Solomon Islands"
	194 SC "Seychelles"
	195 SD "Sudan"
	196 SE "Sweden"
	197 SG "Singapore"
	198 SH "Saint Helena"
	199 SI "Slovenia"
	200 SJ "Svalbard and Jan Mayen"
	201 SK "Slovakia"
	202 SL "Sierra Leone"
	203 SM "San Marino"
	204 SN "Senegal"
	205 SO "Somalia"
	206 SR "Suriname"
	207 SS "South Sudan"
	208 ST "Sao Tome and Principe"
	209 SV "El Salvador"
	210 SX "Sint Maarten"
	211 SY "Syria"
	212 SZ "Eswatini"
	213 TC "Turks and Caicos Islands"
	214 TD "Chad"
	215 TF "French Southern Territories"
	216 TG "Togo"
	217 TH "Thailand"
	218 TJ "Tajikistan"
	219 TK "Tokelau"
	220 TL "Timor-Leste"
	221 TM "Turkmenistan"
	222 TN "Tunisia"
	223 TO "Tonga"
	224 TR "Türkiye"
	225 TT "Trinidad and Tobago"
	226 TV "Tuvalu"
	227 TW "Taiwan"
	228 TZ "Tanzania"
	229 UA "Ukraine"
	230 UG "Uganda"
	231 UM "US minor outlying islands"
	232 US "United States"
	233 UY "Uruguay"
	234 UZ "Uzbekistan"
	235 VA "Vatican City"
	236 VC "Saint Vincent and the Grenadines"
	237 VE "Venezuela"
	238 VG "British Virgin Islands"
	239 VI "United States Virgin Islands"
	240 VN "Vietnam"
	241 VU "Vanuatu"
	242 WF "Wallis and Futuna"
	243 WS "Samoa"
	244 YE "Yemen"
	245 YT "Mayotte"
	246 ZA "South Africa"
	247 ZM "Zambia"
	248 ZW "Zimbabwe"
	249 EU "European Union"
	250 XI "Northern Ireland"
	251 XK "Kosovo"
}

/// The text is no territory.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct UnknownTerritory;

impl fmt::Display for UnknownTerritory {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(
			"not a territory: two capitals of ISO 3166-1, or EU, XI, XK (Greece is GR, never EL)",
		)
	}
}

impl core::error::Error for UnknownTerritory {}

/// The alpha-2 code in capitals and nothing else: what programs write.
impl TryFrom<&str> for Territory {
	type Error = UnknownTerritory;

	fn try_from(code: &str) -> Result<Self, UnknownTerritory> {
		Self::ALL
			.into_iter()
			.find(|territory| territory.code() == code)
			.ok_or(UnknownTerritory)
	}
}

/// The alpha-2 code or the name, whatever the case of its ASCII letters: what people write.
impl FromStr for Territory {
	type Err = UnknownTerritory;

	fn from_str(text: &str) -> Result<Self, UnknownTerritory> {
		Self::ALL
			.into_iter()
			.find(|territory| {
				territory.code().eq_ignore_ascii_case(text)
					|| territory.name().eq_ignore_ascii_case(text)
			})
			.ok_or(UnknownTerritory)
	}
}

impl fmt::Display for Territory {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.pad(self.code())
	}
}

impl Serialize for Territory {
	fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
		serializer.serialize_str(self.code())
	}
}

impl<'de> Deserialize<'de> for Territory {
	fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
		Self::try_from(String::deserialize(deserializer)?.as_str()).map_err(de::Error::custom)
	}
}
