// What the registry of each administration is made of besides its list: places with their postcodes and
// UN/LOCODEs, offices, words of trade names, sites and reasons.

/**
 * A place: city, subdivision, postcode (`#` is a drawn digit), code of UN/LOCODE 2023-1, and which of
 * the offices is in charge of the firms there.
 */
const place = (city, subdivision, postcode, locode, office = 0) => {
	return { city, subdivision, postcode, locode, office };
};

const SPANISH_SITES = {
	MF: ['Planta', 'Nave industrial', 'Línea de empaque'],
	IM: ['Bodega', 'Centro de distribución'],
	EX: ['Bodega', 'Centro de acopio', 'Cámara fría'],
	CB: ['Oficina'],
	CA: ['Patio de maniobras', 'Terminal de carga'],
	CS: ['Bodega de consolidación'],
	FW: ['Bodega', 'Oficina'],
	TR: ['Terminal', 'Muelle'],
	WH: ['Almacén', 'Depósito'],
};

const ENGLISH_SITES = {
	MF: ['Plant', 'Assembly hall'],
	IM: ['Warehouse', 'Distribution centre'],
	EX: ['Warehouse', 'Container yard'],
	CB: ['Office'],
	CA: ['Truck yard'],
	CS: ['Consolidation shed'],
	FW: ['Warehouse', 'Office'],
	TR: ['Terminal', 'Berth'],
	WH: ['Bonded warehouse'],
};

/** Names under which a firm trades: its own, a group's, or that of a house with roots in Brazil. */
const traded = (regions) => [
	[10, (coin) => coin],
	[6, (coin) => `Grupo ${coin}`],
	[8, (coin, chance) => `${coin} ${chance.pick(regions)}`],
	[2, (coin) => `Irmãos ${coin}`],
	[1, (coin) => `Fundição ${coin}`],
	[1, (coin) => `${coin} Exportações`],
];

const SPANISH_DESKS = ['Comercio exterior', 'Seguridad de la cadena logística', 'Cumplimiento aduanero'];

/** By code of the reasons of a suspension: what the office wrote about it, and nothing of a person. */
const SPANISH_REASONS = {
	R03: [
		'Los registros de inventario no permiten seguir la mercancía de la entrada a la salida.',
		'Faltan en la contabilidad los documentos de transporte de tres meses.',
	],
	R04: ['Se solicitó la apertura de un concurso de acreedores; se espera la resolución.'],
	R06: [
		'La bitácora de sellos no coincide con los contenedores despachados.',
		'El perímetro de la bodega quedó sin vigilancia después de una ampliación.',
	],
	R07: ['Hay una investigación en curso por la clasificación de mercancías; no hay resolución.'],
	R08: ['No se tomaron en el plazo las medidas acordadas en la última validación.'],
};

const ENGLISH_REASONS = {
	R03: ['Stock records do not allow goods to be followed from receipt to dispatch.'],
	R04: ['Opening of insolvency proceedings was requested; the decision is awaited.'],
	R06: ['Seal log and dispatched containers do not agree.'],
	R07: ['Proceedings on the classification of goods are pending.'],
	R08: ['Measures agreed at the last validation were not taken in time.'],
};

const spanish = (regions) => ({
	sites: SPANISH_SITES,
	traded: traded(regions),
	desks: SPANISH_DESKS,
	mailbox: 'aduanas',
	reasons: SPANISH_REASONS,
});

/**
 * By territory: `cities` are those of its list, `posts` places where its firms have more sites;
 * `offices` are in charge of certificates, each with its number; firms' telephone numbers are made of
 * `telephone`. Mail goes to domains under `.example`, which nobody can have.
 */
export const REGISTRIES = {
	MX: {
		...spanish(['del Norte', 'del Bajío', 'del Pacífico', 'de México', 'Montañas', 'del Golfo']),
		telephone: '+52 55 5550 02##',
		mail: 'oea-mx.example',
		function: 'Supervisión de operadores certificados',
		offices: [
			['OEA-MX-01', 'Certificación OEA, zona norte', '+52 81 5550 0101'],
			['OEA-MX-02', 'Certificación OEA, zona centro', '+52 55 5550 0102'],
			['OEA-MX-03', 'Certificación OEA, zona sur', '+52 55 5550 0103'],
		],
		cities: {
			'Apodaca, N.L.': place('Apodaca', 'Nuevo León', '666##', 'MXAPD'),
			'Tijuana, B.C.': place('Tijuana', 'Baja California', '224##', 'MXTIJ'),
			'Ciudad Juárez, Chih.': place('Ciudad Juárez', 'Chihuahua', '325##', 'MXCJS'),
			'Querétaro, Qro.': place('Querétaro', 'Querétaro', '761##', 'MXQRO', 1),
			'Toluca, Méx.': place('Toluca', 'Estado de México', '502##', 'MXTLC', 1),
			'León, Gto.': place('León', 'Guanajuato', '375##', 'MXLEN', 1),
			'Guadalajara, Jal.': place('Guadalajara', 'Jalisco', '449##', 'MXGDL', 1),
			'Puebla, Pue.': place('Puebla', 'Puebla', '722##', 'MXPBC', 1),
			'Reynosa, Tamps.': place('Reynosa', 'Tamaulipas', '887##', 'MXREX'),
			'Manzanillo, Col.': place('Manzanillo', 'Colima', '282##', 'MXZLO', 1),
			'Veracruz, Ver.': place('Veracruz', 'Veracruz', '917##', 'MXVER', 2),
			'Ciudad de México': place('Ciudad de México', '', '078##', 'MXMEX', 1),
			'San Luis Potosí, S.L.P.': place('San Luis Potosí', 'San Luis Potosí', '783##', 'MXSLP', 1),
			'Saltillo, Coah.': place('Saltillo', 'Coahuila', '250##', 'MXSLW'),
			'Aguascalientes, Ags.': place('Aguascalientes', 'Aguascalientes', '202##', 'MXAGU', 1),
			'Mérida, Yuc.': place('Mérida', 'Yucatán', '972##', 'MXMID', 2),
			'Nogales, Son.': place('Nogales', 'Sonora', '840##', 'MXNOG'),
		},
		posts: [
			place('Nuevo Laredo', 'Tamaulipas', '882##', 'MXNLD'),
			place('Lázaro Cárdenas', 'Michoacán', '609##', 'MXLZC'),
			place('Altamira', 'Tamaulipas', '896##', 'MXATM'),
			place('Progreso', 'Yucatán', '973##', 'MXPGO'),
			place('Ensenada', 'Baja California', '228##', 'MXESE'),
			place('Monterrey', 'Nuevo León', '645##', 'MXMTY'),
		],
	},
	CR: {
		...spanish(['de Costa Rica', 'del Valle', 'del Caribe', 'Peñas Blancas']),
		telephone: '+506 2555 02##',
		mail: 'profac-cr.example',
		function: 'Gestión de operadores PROFAC',
		offices: [
			['PROFAC-CR', 'Unidad del programa PROFAC', '+506 2555 0101'],
		],
		cities: {
			'San José': place('San José', 'San José', '101##', 'CRSJO'),
			Alajuela: place('Alajuela', 'Alajuela', '2010#', 'CRAJU'),
			Heredia: place('Heredia', 'Heredia', '4010#', 'CRHER'),
			Cartago: place('Cartago', 'Cartago', '3010#', 'CRCAR'),
			Limón: place('Limón', 'Limón', '7010#', 'CRLIO'),
			Puntarenas: place('Puntarenas', 'Puntarenas', '6010#', 'CRPAS'),
			Liberia: place('Liberia', 'Guanacaste', '5010#', 'CRLIR'),
			'Coyol, Alajuela': place('Coyol', 'Alajuela', '20102', 'CRCYL'),
		},
		posts: [
			place('Caldera', 'Puntarenas', '6020#', 'CRCAL'),
			place('Moín', 'Limón', '7010#', 'CRMOB'),
			place('Peñas Blancas', 'Guanacaste', '5100#', 'CRPBS'),
		],
	},
	PE: {
		...spanish(['Andina', 'del Sur', 'del Perú', 'Cordillera', 'Ñaupa']),
		telephone: '+51 1 555 02##',
		mail: 'oea-pe.example',
		function: 'Supervisión del programa OEA',
		offices: [
			['OEA-PE-LC', 'Oficina OEA, Lima y Callao', '+51 1 555 0101'],
			['OEA-PE-PR', 'Oficina OEA, provincias', '+51 1 555 0102'],
		],
		cities: {
			Callao: place('Callao', 'Callao', '070##', 'PECLL'),
			Lima: place('Lima', 'Lima', '150##', 'PELIM'),
			Arequipa: place('Arequipa', 'Arequipa', '040##', 'PEAQP', 1),
			Trujillo: place('Trujillo', 'La Libertad', '130##', 'PETRU', 1),
			Chiclayo: place('Chiclayo', 'Lambayeque', '140##', 'PECIX', 1),
			Ica: place('Ica', 'Ica', '110##', 'PEICA', 1),
			Piura: place('Piura', 'Piura', '200##', 'PEPIU', 1),
			Paita: place('Paita', 'Piura', '2070#', 'PEPAI', 1),
			Chimbote: place('Chimbote', 'Áncash', '0280#', 'PECHM', 1),
			Tacna: place('Tacna', 'Tacna', '230##', 'PETCQ', 1),
		},
		posts: [
			place('Pisco', 'Ica', '1160#', 'PEPIO'),
			place('Matarani', 'Arequipa', '0470#', 'PEMRI'),
			place('Ilo', 'Moquegua', '1860#', 'PEILQ'),
			place('Salaverry', 'La Libertad', '1330#', 'PESVY'),
		],
	},
	CO: {
		...spanish(['de Colombia', 'del Caribe', 'de los Andes', 'Cañaveral', 'del Valle']),
		telephone: '+57 601 555 02##',
		mail: 'oea-co.example',
		function: 'Coordinación OEA',
		offices: [
			['OEA-CO-01', 'Coordinación OEA, nivel central', '+57 601 555 0101'],
			['OEA-CO-02', 'Coordinación OEA, costa Caribe', '+57 601 555 0102'],
		],
		cities: {
			Bogotá: place('Bogotá', 'Bogotá D.C.', '1109##', 'COBOG'),
			Medellín: place('Medellín', 'Antioquia', '0500##', 'COMDE'),
			Cali: place('Cali', 'Valle del Cauca', '7600##', 'COCLO'),
			Barranquilla: place('Barranquilla', 'Atlántico', '0800##', 'COBAQ', 1),
			Cartagena: place('Cartagena', 'Bolívar', '1300##', 'COCTG', 1),
			Bucaramanga: place('Bucaramanga', 'Santander', '6800##', 'COBGA'),
			Buenaventura: place('Buenaventura', 'Valle del Cauca', '7645##', 'COBUN'),
			Rionegro: place('Rionegro', 'Antioquia', '0540##', 'CORRO'),
		},
		posts: [
			place('Santa Marta', 'Magdalena', '4700##', 'COSMR'),
			place('Ipiales', 'Nariño', '5240##', 'COIPI'),
			place('Cúcuta', 'Norte de Santander', '5400##', 'COCUC'),
		],
	},
	CL: {
		...spanish(['Austral', 'del Maipo', 'de Chile', 'del Ñuble', 'Norte Grande']),
		telephone: '+56 2 2555 02##',
		mail: 'oea-cl.example',
		function: 'Encargado del programa OEA',
		offices: [
			['OEA-CL', 'Departamento de operadores económicos autorizados', '+56 2 2555 0101'],
		],
		cities: {
			Santiago: place('Santiago', 'Región Metropolitana', '83#####', 'CLSCL'),
			Valparaíso: place('Valparaíso', 'Valparaíso', '23#####', 'CLVAP'),
			'San Antonio': place('San Antonio', 'Valparaíso', '266####', 'CLSAI'),
			Antofagasta: place('Antofagasta', 'Antofagasta', '124####', 'CLANF'),
			Iquique: place('Iquique', 'Tarapacá', '110####', 'CLIQQ'),
			Concepción: place('Concepción', 'Biobío', '403####', 'CLCCP'),
			'Puerto Montt': place('Puerto Montt', 'Los Lagos', '548####', 'CLPMC'),
			Talca: place('Talca', 'Maule', '346####', 'CLTLX'),
		},
		posts: [
			place('Arica', 'Arica y Parinacota', '100####', 'CLARI'),
			place('Los Andes', 'Valparaíso', '210####', 'CLLND'),
			place('Talcahuano', 'Biobío', '426####', 'CLTAL'),
		],
	},
	KR: {
		sites: ENGLISH_SITES,
		traded: [
			[4, (coin) => coin],
			[2, (coin) => `${coin} Group`],
			[1, (coin) => `${coin} Korea`],
		],
		mailbox: 'customs',
		desks: ['Export compliance', 'Supply chain security', 'Customs affairs'],
		reasons: ENGLISH_REASONS,
		telephone: '+82 51 555 02##',
		mail: 'aeo-kr.example',
		function: 'AEO account management',
		offices: [
			['AEO-KR-PUS', 'AEO Centre Busan', '+82 51 555 0101'],
			['AEO-KR-INC', 'AEO Centre Incheon', '+82 51 555 0102'],
		],
		cities: {
			Busan: place('Busan', '', '48###', 'KRPUS'),
			Incheon: place('Incheon', '', '22###', 'KRINC', 1),
			Ulsan: place('Ulsan', '', '44###', 'KRUSN'),
			Pyeongtaek: place('Pyeongtaek', 'Gyeonggi', '179##', 'KRPTK', 1),
			Changwon: place('Changwon', 'Gyeongnam', '515##', 'KRCHW'),
			Gumi: place('Gumi', 'Gyeongbuk', '393##', 'KRKUM'),
			Seoul: place('Seoul', '', '07###', 'KRSEL', 1),
			Daegu: place('Daegu', '', '42###', 'KRTAE'),
		},
		posts: [
			place('Gwangyang', 'Jeonnam', '577##', 'KRKAN'),
			place('Pohang', 'Gyeongbuk', '378##', 'KRKPO'),
		],
	},
};
