// The words of the scenarios, in Spanish and in English, and what they mean to the chain.

/** Administrations. */
export const NAMES = {
	AR: ['Argentina', 'Argentina'],
	BO: ['Bolivia', 'Bolivia'],
	BR: ['Brasil', 'Brazil'],
	CL: ['Chile', 'Chile'],
	CO: ['Colombia', 'Colombia'],
	CR: ['Costa Rica', 'Costa Rica'],
	DO: ['República Dominicana', 'Dominican Republic'],
	GT: ['Guatemala', 'Guatemala'],
	HN: ['Honduras', 'Honduras'],
	JP: ['Japón', 'Japan'],
	KR: ['Corea', 'Korea'],
	MX: ['México', 'Mexico'],
	MY: ['Malasia', 'Malaysia'],
	PE: ['Perú', 'Peru'],
	PY: ['Paraguay', 'Paraguay'],
	US: ['Estados Unidos', 'United States'],
	UY: ['Uruguay', 'Uruguay'],
};

/** Roles, by their codes. */
export const ROLES = {
	CB: ['agente aduanal', 'customs broker'],
	EX: ['exportador', 'exporter'],
	IM: ['importador', 'importer'],
	MF: ['fabricante', 'manufacturer'],
};

/** Directions of a declaration. */
export const DIRECTIONS = {
	Import: ['una importación', 'an import'],
	Export: ['una exportación', 'an export'],
};

/** Benefits. */
export const BENEFITS = {
	FewerDocumentChecks: ['menos revisión documental', 'fewer document checks'],
	FewerInspections: ['menos inspección física', 'fewer inspections'],
	GuaranteeReduction: ['garantía reducida', 'reduced guarantee'],
	PriorityClearance: ['despacho expedito', 'expedited clearance'],
	PriorityInspection: ['prioridad en la inspección', 'first in the queue for inspection'],
	ReducedData: ['declaración reducida', 'reduced declaration'],
	TradeRecovery: ['prioridad tras una interrupción', 'priority after a disruption'],
};

/** Reasons of denials. */
export const DENIALS = {
	AliasUnconfirmed: ['el código no está confirmado', 'the code is not confirmed'],
	Annulled: ['el certificado es nulo desde el inicio', 'the certificate is void from the start'],
	DirectionNotCovered: [
		'el acuerdo no cubre este sentido de la operación',
		'the agreement does not cover this direction',
	],
	Expired: ['el certificado venció', 'the certificate has expired'],
	IssuerUnverifiable: [
		'la aduana emisora se retiró, o sus claves no son seguras',
		'the issuing administration has left, or its keys are not safe',
	],
	NoAgreement: ['no hay acuerdo en vigor', 'no agreement is in force'],
	RecognitionSuspended: [
		'la aduana suspendió su reconocimiento de este certificado',
		'the administration has suspended its recognition of this certificate',
	],
	Revoked: ['el certificado fue revocado', 'the certificate is revoked'],
	RoleNotCertified: [
		'el certificado no es para esta función',
		'the certificate is not for this role',
	],
	RoleNotEligible: ['el acuerdo no cubre esta función', 'the agreement does not cover this role'],
	Suspended: ['el certificado está suspendido', 'the certificate is suspended'],
};

/** What is known of a number's check digit. */
export const CHECKS = {
	FormatOnly: ['solo se comprobó el formato', 'only the format was checked'],
	Passed: ['el dígito verificador es correcto', 'the check digit is right'],
};

/** What stands between the words of a list. */
const BETWEEN = '(?:, | y | e | and )';

/** Any of these words. */
export function anyOf(words) {
	return Object.values(words)
		.flat()
		.sort((one, other) => other.length - one.length)
		.join('|');
}

/** What one of these words means. */
export function meaningOf(words, word) {
	const [meaning] = Object.entries(words).find(([, names]) => names.includes(word)) ?? [];
	return meaning;
}

/** How one of these words is understood in a sentence, as Cucumber wants it. */
export function wordOf(name, words) {
	return { name, regexp: new RegExp(anyOf(words)), transformer: (word) => meaningOf(words, word) };
}

/** The same for one or more of them. */
export function wordsOf(name, words) {
	const any = anyOf(words);
	const regexp = new RegExp(`(?:${any})(?:${BETWEEN}(?:${any}))*`);
	const transformer = (text) => {
		return [...text.matchAll(new RegExp(any, 'g'))].map(([word]) => meaningOf(words, word));
	};
	return { name, regexp, transformer };
}
