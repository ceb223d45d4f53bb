// What the lists of each country are made of: cities, streets, kinds of firms, numbers. All firms
// are invented: their names are made of coined words.

/** Roles that firms have together, by how common it is. */
const USUAL_ROLES = [
	[34, 'MF IM EX'],
	[22, 'MF EX'],
	[14, 'IM EX'],
	[8, 'IM'],
	[6, 'EX'],
	[5, 'CB'],
	[4, 'CA'],
	[3, 'FW'],
	[2, 'FW CS'],
	[1, 'WH'],
	[1, 'TR'],
];

/** What a firm with these roles does, as the first words of its name. */
const SPANISH_TRADES = {
	MF: [
		'Manufacturas', 'Textiles', 'Alimentos', 'Plásticos', 'Componentes', 'Empaques',
		'Metalmecánica', 'Laboratorios', 'Calzado', 'Cerámicas', 'Muebles', 'Conservas',
		'Instrumentos Médicos', 'Química', 'Arneses y Cables', 'Vidrios',
	],
	IM: ['Comercializadora', 'Distribuidora', 'Suministros', 'Importaciones', 'Comercial'],
	EX: ['Exportadora', 'Agrícola', 'Frutas', 'Agroexportaciones', 'Flores', 'Pesquera'],
	CB: ['Agencia Aduanal', 'Despachos', 'Servicios Aduaneros'],
	CA: ['Transportes', 'Autotransportes', 'Fletes'],
	FW: ['Logística', 'Carga Internacional', 'Consolidados'],
	WH: ['Almacenes', 'Depósitos'],
	TR: ['Terminal', 'Operadora Portuaria'],
};

const ENGLISH_TRADES = {
	MF: ['Precision', 'Chemical', 'Electronics', 'Textile', 'Machinery', 'Materials', 'Components'],
	IM: ['Trading', 'Supply', 'Import'],
	EX: ['Export', 'Industries', 'Global'],
	CB: ['Customs Service'],
	CA: ['Transport'],
	FW: ['Logistics', 'Forwarding'],
	WH: ['Storage'],
	TR: ['Terminal'],
	CS: ['Consolidation'],
};

const SPANISH_COINS = {
	stems: [
		'Tor', 'Quen', 'Zal', 'Bric', 'Ond', 'Yelm', 'Cast', 'Furn', 'Garv', 'Hest', 'Isk', 'Jurn',
		'Lamb', 'Morv', 'Nald', 'Orq', 'Pelv', 'Riv', 'Silm', 'Trev', 'Urz', 'Velt', 'Xand', 'Zurg',
	],
	ends: [
		'aleda', 'imora', 'ontia', 'uvera', 'elinda', 'aquín', 'orel', 'umbria', 'ezana', 'iroa',
		'andor', 'istela', 'oñeda', 'oyane', 'ubara', 'entria', 'anzul',
	],
};

const KOREAN_COINS = {
	stems: ['Han', 'Dae', 'Seo', 'Yun', 'Mir', 'Gaon', 'Bora', 'Nuri', 'Taeb', 'Chorim', 'Haeb', 'Pureum'],
	ends: ['vex', 'lantek', 'orim', 'soltec', 'dain', 'umtex', 'belon', 'jinovar'],
};

const spanish = (forms) => ({
	coins: SPANISH_COINS,
	forms,
	nameOf: (trade, coin, form) => `${trade} ${coin}${form}`,
	trades: SPANISH_TRADES,
});

/** A name in capitals without accents; `Ñ` is a letter of its own. */
function capitals(name) {
	return name
		.toUpperCase()
		.normalize('NFD')
		.replaceAll('N\u0303', 'Ñ')
		.replace(/[^A-ZÑ ]/g, '');
}

/**
 * Mexican RFC of a company: three letters of the name, the day of its foundation, homoclave. Like all
 * below it lacks its check character.
 */
function rfc(chance, name) {
	const [trade, coin] = capitals(name)
		.split(' ')
		.filter((word) => word.length > 2);
	const third = chance.whole(1, 30) === 1 ? '&' : chance.pick([...coin].slice(1));
	const founded = chance.day('1962-01-02', '2019-12-20').replaceAll('-', '').slice(2);
	const homoclave =
		chance.pick([...'123456789ABCDEFGHIJKLMNOPQRSTUV']) +
		chance.pick([...'123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ']);
	return trade[0] + coin[0] + third + founded + homoclave;
}

/** Costa Rican cédula jurídica: class 3, 101 for an S.A., 102 for an S.R.L. No check digit. */
function cedula(chance, name) {
	return `3${name.endsWith('S.R.L.') ? '102' : '101'}${chance.digits(6)}`;
}

function ruc(chance) {
	return `20${chance.pick(['1', '3', '4', '5', '60'])}${chance.digits(8)}`.slice(0, 10);
}

function nit(chance) {
	return `${chance.pick(['800', '811', '830', '860', '890', '900', '901'])}${chance.digits(6)}`;
}

function rut(chance) {
	return `${chance.pick(['76', '77', '78', '79', '96'])}${chance.digits(6)}`;
}

/** Korean number of a company: office, kind 81 to 88 (with profit), running number. */
function brn(chance) {
	return `${chance.whole(101, 620)}${chance.whole(81, 88)}${chance.digits(4)}`;
}

/**
 * By territory: `rows` of its list; programme and type of its certificates; how their numbers, the
 * firms' numbers and names are made; and whether a check character belongs to the numbers.
 */
export const COUNTRIES = {
	MX: {
		...spanish([', S.A. de C.V.', ', S. de R.L. de C.V.', ', S.A.P.I. de C.V.']),
		rows: 300,
		programme: 'OEA',
		typeOf: () => 'OEA',
		bodyOf: rfc,
		isChecked: true,
		certificateOf: (year, serial) => `MX-OEA-${year}-${serial}`,
		streets: [
			'Av. Parque Industrial', 'Blvd. Manuel Gómez Morín', 'Calle 5 de Mayo', 'Av. de las Industrias',
			'Carretera Libre Km', 'Av. Insurgentes', 'Calle Benito Juárez', 'Libramiento Norte',
		],
		cities: [
			'Apodaca, N.L.', 'Tijuana, B.C.', 'Ciudad Juárez, Chih.', 'Querétaro, Qro.', 'Toluca, Méx.',
			'León, Gto.', 'Guadalajara, Jal.', 'Puebla, Pue.', 'Reynosa, Tamps.', 'Manzanillo, Col.',
			'Veracruz, Ver.', 'Ciudad de México', 'San Luis Potosí, S.L.P.', 'Saltillo, Coah.',
			'Aguascalientes, Ags.', 'Mérida, Yuc.', 'Nogales, Son.',
		],
	},
	CR: {
		...spanish([' S.A.', ' S.R.L.']),
		rows: 60,
		programme: 'PROFAC',
		typeOf: () => 'OEA',
		bodyOf: cedula,
		certificateOf: (year, serial) => `OEA-CR-${serial}-${year}`,
		streets: ['Avenida Central', 'Calle 14', 'Zona Franca, edificio', 'Ruta 27, km', 'Parque Industrial, bodega'],
		cities: ['San José', 'Alajuela', 'Heredia', 'Cartago', 'Limón', 'Puntarenas', 'Liberia', 'Coyol, Alajuela'],
	},
	PE: {
		...spanish([' S.A.C.', ' S.A.', ' S.R.L.']),
		rows: 120,
		programme: 'OEA',
		typeOf: () => 'OEA',
		bodyOf: ruc,
		isChecked: true,
		certificateOf: (year, serial) => `PE-${year}-OEA-${serial}`,
		streets: ['Av. Argentina', 'Av. Néstor Gambetta', 'Jr. Ayacucho', 'Av. Los Frutales', 'Panamericana Sur Km'],
		cities: ['Callao', 'Lima', 'Arequipa', 'Trujillo', 'Chiclayo', 'Ica', 'Piura', 'Paita', 'Chimbote', 'Tacna'],
	},
	CO: {
		...spanish([' S.A.S.', ' S.A.', ' Ltda.']),
		rows: 90,
		programme: 'OEA',
		typeOf: () => 'OEA',
		bodyOf: nit,
		isChecked: true,
		certificateOf: (year, serial) => `CO-OEA-${serial}-${year}`,
		streets: ['Carrera 7 No.', 'Calle 26 No.', 'Avenida 68 No.', 'Zona Franca, manzana', 'Autopista Sur No.'],
		cities: ['Bogotá', 'Medellín', 'Cali', 'Barranquilla', 'Cartagena', 'Bucaramanga', 'Buenaventura', 'Rionegro'],
	},
	CL: {
		...spanish([' SpA', ' S.A.', ' Ltda.']),
		rows: 70,
		programme: 'OEA',
		typeOf: () => 'OEA',
		bodyOf: rut,
		isChecked: true,
		certificateOf: (year, serial) => `CL/OEA/${year}/${serial}`,
		streets: ['Av. Américo Vespucio', 'Camino La Pólvora', 'Av. Libertad', 'Ruta 5 Sur Km', 'Calle Blanco'],
		cities: ['Santiago', 'Valparaíso', 'San Antonio', 'Antofagasta', 'Iquique', 'Concepción', 'Puerto Montt', 'Talca'],
	},
	KR: {
		coins: KOREAN_COINS,
		forms: [' Co., Ltd.', ' Inc.', ' Corp.'],
		nameOf: (trade, coin, form) => `${coin} ${trade}${form}`,
		trades: ENGLISH_TRADES,
		rows: 40,
		programme: 'AEO',
		typeOf: (roles) => `AEO-${roles.split(' ').at(-1)}`,
		bodyOf: brn,
		isChecked: true,
		certificateOf: (year, serial) => `KR-${year}-${serial}`,
		streets: ['Gonghang-ro', 'Sinhang-daero', 'Namdongseo-ro', 'Techno-daero', 'Sandan-ro'],
		cities: ['Busan', 'Incheon', 'Ulsan', 'Pyeongtaek', 'Changwon', 'Gumi', 'Seoul', 'Daegu'],
	},
};

/** Draws the roles of a firm; a Korean certificate is for one business each. */
export function drawRoles(chance, territory) {
	const roles = chance.weighted(USUAL_ROLES);
	return territory === 'KR' ? roles.split(' ').at(-1) : roles;
}
