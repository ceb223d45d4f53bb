// All sentences of the story, in English and in Spanish. Both have the same keys and placeholders;
// a test compares them.

const ENGLISH = {
	title: 'Authorised Economic Operators on one chain',
	subtitle: 'A pilot between Mexico, Costa Rica, Peru, Colombia and Chile, played by a program',
	notice: 'All firms are invented. Blocks, times and answers are those of the network of this run.',

	'page.network': 'The network',
	'page.step': 'Step {number}',
	'page.outcome': 'Outcome',
	'page.failed': 'Not reached',
	'page.what': 'Transaction',
	'page.call': 'Call',
	'page.block': 'Block',
	'page.inclusion': 'Included after',
	'page.finality': 'Final after',
	'page.seconds': '{seconds} s',
	'page.unknown': '–',
	'page.summary': 'All transactions',
	'page.stepColumn': 'Step',
	'page.generated': 'Written by the run on {date} (UTC)',

	'network.chain': 'Chain',
	'network.runtime': 'Runtime',
	'network.validators': 'Validators',
	'network.genesis': 'Genesis block',
	'network.commit': 'Version of the program',

	'country.MX': 'Mexico',
	'country.CR': 'Costa Rica',
	'country.PE': 'Peru',
	'country.CO': 'Colombia',
	'country.CL': 'Chile',
	'country.KR': 'Korea',

	'yesterday.heading': 'Yesterday: a list by e-mail',
	'yesterday.list':
		'Costa Rica works with the list of Authorised Economic Operators that {country} sent a month' +
		' ago: {listed} firms. Today there are {present}.',
	'yesterday.suspended':
		'{suspended} firms have been suspended since. The list shows them as valid: {names}.',
	'yesterday.since': '{since} firms have been certified since. The list does not have them.',
	'yesterday.day':
		'In one day of {declarations} declarations, {counted} lodged at Costa Rica name a firm of' +
		' {country}. By the list {given} of them get the benefits of the agreement.',
	'yesterday.outcome':
		'{wronglyGiven} declarations got benefits wrongly, {wronglyDenied} were wrongly denied, and' +
		' {mistyped} were not recognised because the number was mistyped.',

	'takeover.heading': 'The certificates of today are taken over',
	'takeover.why':
		'Each administration takes over its existing certificates, with their dates and states, in' +
		' one batch. A second officer confirms the batch by its hash: four eyes, two transactions.',
	'takeover.batch': '{country} submits a batch of {count} certificates',
	'takeover.confirm': '{country} confirms the batch',
	'takeover.done': '{country}: {count} certificates, of which {suspended} are suspended.',
	'link.why':
		'A firm reads its own status with an account that its administration has linked to it.',
	'link.propose': '{country} proposes the account of {firm}',
	'link.accept': '{firm} accepts the link of its account',
	'link.status':
		'{firm} ({tin}) asks for its own status: {status}, certificate {certificate}, valid until' +
		' {until}.',
	'takeover.outcome':
		'{certificates} certificates of {administrations} administrations are on the chain;' +
		' {linked} firms have asked for their own status.',

	'sign.heading': 'Mexico and Costa Rica sign',
	'sign.why':
		'A Mutual Recognition Arrangement comes into force by two transactions: one party proposes' +
		' the text by its hash, the other signs the same. No list is sent.',
	'sign.propose':
		'{country} proposes the Mutual Recognition Arrangement with {partner} and signs',
	'sign.sign': '{country} signs',
	'sign.before': 'Before the signatures, declaration {reference} was answered: {answer}.',
	'sign.origin':
		'At origin: {country} asks about the export declaration {reference} of {firm}: {answer}.',
	'sign.destination':
		'At destination: {country} asks about the import declaration {reference}, which names {firm}' +
		' as {role}: {answer}.',
	'sign.record': '{country} records the benefits given to declaration {reference}',
	'sign.outcome':
		'The first declaration after the signatures got its benefits at origin and at destination,' +
		' with no further step by anybody.',

	'suspend.heading': 'Mexico suspends a firm',
	'suspend.why':
		'One officer with the right to suspend acts alone: the fast path. The suspension counts for' +
		' every partner from the block that holds it.',
	'suspend.call': '{country} suspends {firm} ({scope})',
	'suspend.feed':
		"Costa Rica's feed, block {block}: certificate {certificate} of {country} is suspended.",
	'suspend.acknowledge': '{country} acknowledges: taken into its risk engine',
	'suspend.denied':
		'The next declaration, {reference}, names the suspended firm: denied. Reason: {reason}.',
	'suspend.others': 'Declaration {reference} of {firm} goes on as before: {answer}.',
	'suspend.partner':
		'{country}, which recognises Mexico by another leg, asks about the same firm: {answer}.',
	'suspend.outcome':
		'From the suspension to the denial at Costa Rica: {seconds} s, {blocks} block(s). By the list' +
		' it was up to a month.',

	'pretend.heading': "A pretender uses the firm's number",
	'pretend.why':
		'Somebody writes the number of a certified firm into a declaration. The number is valid, so' +
		' the benefits are given; but every use of a status is seen by its holder.',
	'pretend.use': "Costa Rica records the use of the firm's status in declaration {reference}",
	'pretend.seen':
		'{firm} reads the uses of its status and finds one that it does not know: {reference}.',
	'pretend.report': '{firm} reports the use to its administration',
	'pretend.outcome':
		'The firm saw the use after {seconds} s. No chain prevents the misuse of a number; this one' +
		' shows it to whom it harms.',

	'past.heading': 'What did Costa Rica know at 10:03?',
	'past.why':
		'Each block keeps what was known when it was made. The same question, asked at two blocks,' +
		' says who knew what when.',
	'past.before': 'At block {block} ({time}) the firm {firm} was: {answer}.',
	'past.after': 'At block {block} ({time}) it was: {answer}.',
	'past.outcome':
		'The answer of {time} can be proved to anybody who holds the header of block {block}.',

	'chile.heading': 'Chile joins and signs; a Korean firm is recognised by its code',
	'chile.why':
		'The council admits Chile by a vote of two thirds of its seats. It has no say in treaties:' +
		' those are signed by the parties alone.',
	'chile.propose': '{country} proposes Chile',
	'chile.motion': '{country} opens the motion to admit Chile',
	'chile.vote': '{country} votes aye',
	'chile.close': '{country} closes the motion',
	'chile.alias':
		'Declaration {reference} at Costa Rica names a Korean firm by the code {alias}. It leads to' +
		' {tin}, {firm}: {answer}.',
	'chile.aliasIssue': '{country} issues the code {alias} for {firm}',
	'chile.outcome':
		'Chile is admitted and partner of Costa Rica; the Korean firm was recognised by its code.',

	'guard.heading': 'What nobody can do, and what may fail',
	'guard.why':
		'A certificate belongs to the administration that issued it. The council of all' +
		' administrations tries to revoke one of Mexico.',
	'guard.motion': 'The council votes to revoke certificate {certificate}',
	'guard.refused': 'Refused: {reason}. The certificate is unchanged: {status}.',
	'guard.down': "Mexico's node is switched off.",
	'guard.answers': 'Costa Rica still answers declaration {reference}: {answer}.',
	'guard.final': 'The chain still finalises: block {from} before, block {to} after {seconds} s.',
	'guard.outcome':
		'The vote changed no certificate, and the network answers and finalises without the node of' +
		' Mexico.',

	'answer.granted': 'granted ({benefits})',
	'answer.denied': 'denied ({reason})',
	'status.Authorised': 'authorised',
	'status.Suspended': 'suspended',
	'scope.Full': 'the whole certificate',
	'scope.Customs': 'its customs half',
	'scope.Security': 'its security half',
	'role.MF': 'manufacturer',
	'role.IM': 'importer',
	'role.EX': 'exporter',
	'role.CB': 'customs broker',
	'role.CA': 'carrier',
	'role.CS': 'consolidator',
	'role.FW': 'freight forwarder',
	'role.TR': 'terminal operator',
	'role.WH': 'warehouse keeper',
	'role.XP': 'express operator',
	'role.OT': 'other',

	'denial.NoMatch': 'no firm has this number',
	'denial.AliasUnconfirmed':
		'the code is not confirmed by the administration that would give benefits',
	'denial.TraderNotActive': 'the firm is closed or merged',
	'denial.IssuerUnverifiable': 'the issuing administration has left, or its keys are not safe',
	'denial.NotYetValid': 'the certificate is not valid yet',
	'denial.Suspended': 'the certificate is suspended',
	'denial.Expired': 'the certificate has expired',
	'denial.Revoked': 'the certificate is revoked',
	'denial.Relinquished': 'the holder has given the certificate back',
	'denial.Annulled': 'the certificate is void from the start',
	'denial.NotAuthorised': 'there is no authorisation',
	'denial.RoleNotCertified': 'the certificate is not for this role',
	'denial.NoAgreement': 'no agreement is in force',
	'denial.TypeNotEligible': 'the agreement does not cover this type of certificate',
	'denial.RoleNotEligible': 'the agreement does not cover this role',
	'denial.DirectionNotCovered': 'the agreement does not cover this direction',
	'denial.NoConsent': 'the holder has not consented',
	'denial.RecognitionSuspended':
		'the administration has suspended its recognition of this certificate',

	'wrong.heading': 'One day of declarations: by the list and by the chain',
	'wrong.what': 'Declarations at Costa Rica that name a firm of Mexico',
	'wrong.list': 'By the list',
	'wrong.chain': 'By the chain',
	'wrong.counted': 'declarations',
	'wrong.given': 'with benefits',
	'wrong.wronglyGiven': 'benefits wrongly given',
	'wrong.givenToSuspended': '… to a suspended firm',
	'wrong.givenWithoutRole': '… for a role that is not certified',
	'wrong.givenToPretender': "… to a pretender with a certified firm's number",
	'wrong.givenToOthers': '… for other reasons',
	'wrong.wronglyDenied': 'benefits wrongly denied',
	'wrong.deniedCertifiedSince': '… to a firm certified since',
	'wrong.deniedRoleSince': '… for a role certified since',
	'wrong.deniedOthers': '… for other reasons',
	'wrong.mistyped': 'not recognised: mistyped number',
	'wrong.notCounted': 'not judged: partly suspended firm',
	'wrong.note':
		'A mistyped number is not recognised by the chain either. A pretender is granted by both: by' +
		' the list nobody notices, by the chain the firm sees it.',
};

const SPANISH = {
	title: 'Operadores Económicos Autorizados en una sola cadena',
	subtitle:
		'Un piloto entre México, Costa Rica, Perú, Colombia y Chile, ejecutado por un programa',
	notice:
		'Todas las empresas son inventadas. Los bloques, tiempos y respuestas son los de la red de' +
		' esta ejecución.',

	'page.network': 'La red',
	'page.step': 'Paso {number}',
	'page.outcome': 'Resultado',
	'page.failed': 'No se logró',
	'page.what': 'Transacción',
	'page.call': 'Llamada',
	'page.block': 'Bloque',
	'page.inclusion': 'Incluida en',
	'page.finality': 'Definitiva en',
	'page.seconds': '{seconds} s',
	'page.unknown': '–',
	'page.summary': 'Todas las transacciones',
	'page.stepColumn': 'Paso',
	'page.generated': 'Escrito por la ejecución el {date} (UTC)',

	'network.chain': 'Cadena',
	'network.runtime': 'Runtime',
	'network.validators': 'Validadores',
	'network.genesis': 'Bloque génesis',
	'network.commit': 'Versión del programa',

	'country.MX': 'México',
	'country.CR': 'Costa Rica',
	'country.PE': 'Perú',
	'country.CO': 'Colombia',
	'country.CL': 'Chile',
	'country.KR': 'Corea',

	'yesterday.heading': 'Ayer: una lista por correo electrónico',
	'yesterday.list':
		'Costa Rica trabaja con la lista de Operadores Económicos Autorizados que {country} envió' +
		' hace un mes: {listed} empresas. Hoy son {present}.',
	'yesterday.suspended':
		'Desde entonces fueron suspendidas {suspended} empresas. La lista las muestra como vigentes:' +
		' {names}.',
	'yesterday.since':
		'Desde entonces fueron certificadas {since} empresas. La lista no las contiene.',
	'yesterday.day':
		'En un día de {declarations} declaraciones aduaneras, {counted} presentadas en Costa Rica' +
		' nombran a una empresa de {country}. Según la lista, {given} de ellas reciben los' +
		' beneficios del acuerdo.',
	'yesterday.outcome':
		'{wronglyGiven} declaraciones recibieron beneficios indebidos, a {wronglyDenied} se les' +
		' negaron indebidamente y {mistyped} no fueron reconocidas porque el número estaba mal' +
		' escrito.',

	'takeover.heading': 'Se incorporan los certificados de hoy',
	'takeover.why':
		'Cada administración incorpora sus certificados existentes, con sus fechas y estados, en un' +
		' solo lote. Un segundo funcionario confirma el lote por su hash: cuatro ojos, dos' +
		' transacciones.',
	'takeover.batch': '{country} presenta un lote de {count} certificados',
	'takeover.confirm': '{country} confirma el lote',
	'takeover.done':
		'{country}: {count} certificados, de los cuales {suspended} están suspendidos.',
	'link.why':
		'Una empresa consulta su propio estado con una cuenta que su aduana le ha vinculado.',
	'link.propose': '{country} propone la cuenta de {firm}',
	'link.accept': '{firm} acepta la vinculación de su cuenta',
	'link.status':
		'{firm} ({tin}) consulta su propio estado: {status}, certificado {certificate}, vigente hasta' +
		' {until}.',
	'takeover.outcome':
		'{certificates} certificados de {administrations} administraciones están en la cadena;' +
		' {linked} empresas consultaron su propio estado.',

	'sign.heading': 'México y Costa Rica firman',
	'sign.why':
		'Un Acuerdo de Reconocimiento Mutuo entra en vigor con dos transacciones: una parte propone' +
		' el texto por su hash, la otra firma el mismo. No se envía ninguna lista.',
	'sign.propose': '{country} propone el Acuerdo de Reconocimiento Mutuo con {partner} y lo firma',
	'sign.sign': '{country} firma',
	'sign.before': 'Antes de las firmas, la respuesta a la declaración {reference} era: {answer}.',
	'sign.origin':
		'En origen: {country} consulta la declaración de exportación {reference} de {firm}: {answer}.',
	'sign.destination':
		'En destino: {country} consulta la declaración de importación {reference}, que nombra a' +
		' {firm} como {role}: {answer}.',
	'sign.record': '{country} registra los beneficios otorgados a la declaración {reference}',
	'sign.outcome':
		'La primera declaración después de las firmas recibió sus beneficios en origen y en destino,' +
		' sin ningún otro paso de nadie.',

	'suspend.heading': 'México suspende a una empresa',
	'suspend.why':
		'Un solo funcionario facultado para suspender actúa: la vía rápida. La suspensión vale para' +
		' todos los socios desde el bloque que la contiene.',
	'suspend.call': '{country} suspende a {firm} ({scope})',
	'suspend.feed':
		'Aviso en Costa Rica, bloque {block}: el certificado {certificate} de {country} está' +
		' suspendido.',
	'suspend.acknowledge': '{country} acusa recibo: incorporado a su motor de riesgo',
	'suspend.denied':
		'La siguiente declaración, {reference}, nombra a la empresa suspendida: denegada. Motivo:' +
		' {reason}.',
	'suspend.others': 'La declaración {reference} de {firm} sigue como antes: {answer}.',
	'suspend.partner':
		'{country}, que reconoce a México por otra vía del acuerdo, consulta a la misma empresa:' +
		' {answer}.',
	'suspend.outcome':
		'De la suspensión a la denegación en Costa Rica: {seconds} s, {blocks} bloque(s). Con la' +
		' lista era hasta un mes.',

	'pretend.heading': 'Un impostor usa el número de la empresa',
	'pretend.why':
		'Alguien escribe en una declaración el número de una empresa certificada. El número es' +
		' válido y los beneficios se otorgan; pero el titular ve cada uso de su estado.',
	'pretend.use':
		'Costa Rica registra el uso del estado de la empresa en la declaración {reference}',
	'pretend.seen':
		'{firm} revisa los usos de su estado y encuentra uno que no conoce: {reference}.',
	'pretend.report': '{firm} informa del uso a su administración',
	'pretend.outcome':
		'La empresa vio el uso después de {seconds} s. Ninguna cadena impide el abuso de un número;' +
		' esta se lo muestra al perjudicado.',

	'past.heading': '¿Qué sabía Costa Rica a las 10:03?',
	'past.why':
		'Cada bloque conserva lo que se sabía cuando se hizo. La misma pregunta, hecha en dos' +
		' bloques, dice quién sabía qué y cuándo.',
	'past.before': 'En el bloque {block} ({time}) la empresa {firm} estaba: {answer}.',
	'past.after': 'En el bloque {block} ({time}) estaba: {answer}.',
	'past.outcome':
		'La respuesta de las {time} se puede probar ante quien tenga el encabezado del bloque {block}.',

	'chile.heading': 'Chile ingresa y firma; una empresa coreana es reconocida por su código',
	'chile.why':
		'El consejo admite a Chile con el voto de dos tercios de sus asientos. No tiene voz en los' +
		' tratados: esos los firman solo las partes.',
	'chile.propose': '{country} propone a Chile',
	'chile.motion': '{country} abre la moción para admitir a Chile',
	'chile.vote': '{country} vota a favor',
	'chile.close': '{country} cierra la moción',
	'chile.alias':
		'La declaración {reference} en Costa Rica nombra a una empresa coreana con el código {alias}.' +
		' Conduce a {tin}, {firm}: {answer}.',
	'chile.aliasIssue': '{country} emite el código {alias} para {firm}',
	'chile.outcome':
		'Chile fue admitido y es socio de Costa Rica; la empresa coreana fue reconocida por su código.',

	'guard.heading': 'Lo que nadie puede hacer, y lo que puede fallar',
	'guard.why':
		'Un certificado pertenece a la administración que lo emitió. El consejo de todas las' +
		' administraciones intenta revocar uno de México.',
	'guard.motion': 'El consejo vota la revocación del certificado {certificate}',
	'guard.refused': 'Rechazado: {reason}. El certificado no cambia: {status}.',
	'guard.down': 'Se apaga el nodo de México.',
	'guard.answers': 'Costa Rica sigue respondiendo a la declaración {reference}: {answer}.',
	'guard.final':
		'La cadena sigue dando firmeza a los bloques: bloque {from} antes, bloque {to} después de' +
		' {seconds} s.',
	'guard.outcome':
		'El voto no cambió ningún certificado, y la red responde y da firmeza a los bloques sin el' +
		' nodo de México.',

	'answer.granted': 'otorgado ({benefits})',
	'answer.denied': 'denegado ({reason})',
	'status.Authorised': 'autorizada',
	'status.Suspended': 'suspendida',
	'scope.Full': 'el certificado completo',
	'scope.Customs': 'su parte aduanera',
	'scope.Security': 'su parte de seguridad',
	'role.MF': 'fabricante',
	'role.IM': 'importador',
	'role.EX': 'exportador',
	'role.CB': 'agente aduanal',
	'role.CA': 'transportista',
	'role.CS': 'consolidador',
	'role.FW': 'agente de carga',
	'role.TR': 'operador de terminal',
	'role.WH': 'depositario',
	'role.XP': 'operador de envíos exprés',
	'role.OT': 'otro',

	'denial.NoMatch': 'ninguna empresa tiene este número',
	'denial.AliasUnconfirmed':
		'el código no está confirmado por la aduana que otorgaría los beneficios',
	'denial.TraderNotActive': 'la empresa está cerrada o fusionada',
	'denial.IssuerUnverifiable': 'la aduana emisora se retiró, o sus claves no son seguras',
	'denial.NotYetValid': 'el certificado aún no está vigente',
	'denial.Suspended': 'el certificado está suspendido',
	'denial.Expired': 'el certificado venció',
	'denial.Revoked': 'el certificado fue revocado',
	'denial.Relinquished': 'el titular renunció al certificado',
	'denial.Annulled': 'el certificado es nulo desde el inicio',
	'denial.NotAuthorised': 'no hay autorización',
	'denial.RoleNotCertified': 'el certificado no es para esta función',
	'denial.NoAgreement': 'no hay acuerdo en vigor',
	'denial.TypeNotEligible': 'el acuerdo no cubre este tipo de certificado',
	'denial.RoleNotEligible': 'el acuerdo no cubre esta función',
	'denial.DirectionNotCovered': 'el acuerdo no cubre este sentido de la operación',
	'denial.NoConsent': 'el titular no ha dado su consentimiento',
	'denial.RecognitionSuspended': 'la aduana suspendió su reconocimiento de este certificado',

	'wrong.heading': 'Un día de declaraciones: con la lista y con la cadena',
	'wrong.what': 'Declaraciones en Costa Rica que nombran a una empresa de México',
	'wrong.list': 'Con la lista',
	'wrong.chain': 'Con la cadena',
	'wrong.counted': 'declaraciones',
	'wrong.given': 'con beneficios',
	'wrong.wronglyGiven': 'beneficios otorgados indebidamente',
	'wrong.givenToSuspended': '… a una empresa suspendida',
	'wrong.givenWithoutRole': '… en una función no certificada',
	'wrong.givenToPretender': '… a un impostor con el número de una empresa certificada',
	'wrong.givenToOthers': '… por otras razones',
	'wrong.wronglyDenied': 'beneficios negados indebidamente',
	'wrong.deniedCertifiedSince': '… a una empresa certificada después',
	'wrong.deniedRoleSince': '… en una función certificada después',
	'wrong.deniedOthers': '… por otras razones',
	'wrong.mistyped': 'no reconocidas: número mal escrito',
	'wrong.notCounted': 'sin juzgar: empresa suspendida en parte',
	'wrong.note':
		'La cadena tampoco reconoce un número mal escrito. Al impostor le otorgan ambas: con la lista' +
		' nadie lo nota, con la cadena lo ve la empresa.',
};

/** The sentences by language, for the test that compares them. */
export const LANGUAGES = { en: ENGLISH, es: SPANISH };

/** What stands for a value in a sentence: `{name}`. */
const PLACEHOLDER = /\{(\w+)\}/g;

/** The language that `LANG` means: `es` for `es_MX.UTF-8` and the like, else `en`. */
export function languageOf(lang = '') {
	return /^es([_.@-]|$)/i.test(lang) ? 'es' : 'en';
}

/** The names of the placeholders of a sentence, in alphabetical order, each once. */
export function placeholdersOf(sentence) {
	return [...new Set([...sentence.matchAll(PLACEHOLDER)].map(([, name]) => name))].sort();
}

/**
 * Gives the language and the function that makes a sentence of a key and its values:
 * `texts('es_MX.UTF-8').say('sign.sign', { country: 'México' })`. Throws when the key or a value
 * is missing: a story with a hole convinces nobody.
 */
export function texts(lang) {
	const language = languageOf(lang);
	const say = (key, values = {}) => {
		if (!Object.hasOwn(LANGUAGES[language], key)) {
			throw new Error(`There is no sentence ${key}. Add it to clients/story/text.mjs.`);
		}
		return LANGUAGES[language][key].replace(PLACEHOLDER, (_, name) => {
			if (!Object.hasOwn(values, name) || values[name] === undefined) {
				throw new Error(`The sentence ${key} needs a value for ${name}.`);
			}
			return String(values[name]);
		});
	};
	return { language, say };
}
