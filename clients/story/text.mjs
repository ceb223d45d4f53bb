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
	'page.summary': 'All steps',
	'page.transactions': 'Transactions',
	'page.blocks': 'Blocks',
	'page.slowestInclusion': 'All included after',
	'page.slowestFinality': 'All final after',
	'page.stepColumn': 'Step',
	'page.generated': 'Written by the run on {date} (UTC)',

	'network.chain': 'Chain',
	'network.runtime': 'Runtime',
	'network.validators': 'Validators',
	'network.genesis': 'Genesis block',
	'network.node': 'Version of the nodes',

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
		'{suspended} firms have been suspended since ({names}). The list shows them as valid.',
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
		' one batch: an officer types `aeo list load` and the name of the list. A second officer types' +
		' `aeo list confirm` and the name of her own copy: what equals it is confirmed, and nothing else.',
	'takeover.uses': '{country} chooses to record the benefits that it gives in the clear',
	'takeover.batch': '{country} has loaded its list of {count} certificates, {seconds} s',
	'takeover.confirm': '{country} confirms its list',
	'takeover.done': '{country}: {count} certificates, of which {suspended} are suspended.',
	'link.why':
		'A firm reads its own status with an account that its administration has linked to it.',
	'link.propose': '{country} offers to link the account of {firm}',
	'link.accept': '{firm} accepts the link of its account',
	'link.status':
		'{firm} ({tin}) asks for its own status: {status}, certificate {certificate}, valid until' +
		' {until}.',
	'takeover.outcome':
		'{certificates} certificates of {administrations} administrations are on the chain;' +
		' {linked} firms have asked for their own status.',

	'sign.heading': 'Mexico signs with Costa Rica, and with Peru',
	'sign.why':
		'A Mutual Recognition Arrangement comes into force by two transactions: one party proposes' +
		' the text by its hash, the other signs the same. No list is sent.',
	'sign.propose':
		'{country} proposes the Mutual Recognition Arrangement with {partner} and signs',
	'sign.sign': '{country} signs the arrangement with {partner}',
	'sign.before': 'Before the signatures, declaration {reference} was answered: {answer}.',
	'sign.origin':
		'At origin: {country} asks about the export declaration {reference} of {firm}: {answer}.',
	'sign.destination':
		'At destination: {country} asks about the import declaration {reference}, which names {firm}' +
		' as {role}: {answer}.',
	'sign.record': '{country} records the benefits given to declaration {reference}',
	'sign.day':
		'All {declarations} declarations of the day were put to the chain in {seconds} s. Of the' +
		' {counted} at Costa Rica that name a firm of Mexico, {given} get benefits; by the list there' +
		' were {listed}.',
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
	'suspend.typed':
		'An officer of {country} types “aeo evaluate CR {tin} {role} import” and reads: {answer}',
	'suspend.acknowledge': '{country} acknowledges: taken into its risk engine',
	'suspend.denied': 'The next declaration, {reference}, names the suspended firm: {answer}.',
	'suspend.others': 'Declaration {reference} of {firm} goes on as before: {answer}.',
	'suspend.partner':
		'{country}, which recognises Mexico by an arrangement of its own, asks about the same firm:' +
		' {answer}.',
	'suspend.outcome':
		'From the suspension to the denial at Costa Rica: {seconds} s, {blocks} block(s). By the list' +
		' it was up to a month.',

	'names.heading': 'Names, which nobody else can read',
	'names.why':
		'An officer of Costa Rica remembers that the exporter was called “{name}…”. Names stand nowhere' +
		' on the chain. The agreement says that Costa Rica may read those of firms that consent: the' +
		' office of Mexico seals them to its key, and publishes one root for each list.',
	'names.appoint': '{country} appoints an officer for its lists',
	'names.published': '{country} has published lists for {readers}, all in one transaction.',
	'names.found':
		'The officer finds {name} in {city}: certificate {number} of {country}, TIN {tin}.',
	'names.withdraw': '{firm} withdraws its consent for the agreement with Costa Rica',
	'names.denied': 'The next evaluation of {country} for {firm}: {answer}.',
	'names.outcome':
		'A name was found that only two administrations can read. The firm took its word back: the next' +
		' evaluation and the next search deny. {lists} lists took one transaction.',

	'pretend.heading': "A pretender uses the firm's number",
	'pretend.why':
		'Somebody writes the number of a certified firm into a declaration. The number is valid, so' +
		' the benefits are given; but every use of a status is seen by its holder.',
	'pretend.answer': 'The declaration of the pretender, {reference}, is answered: {answer}.',
	'pretend.own': "{country} records the benefits given to {count} of {firm}'s own declarations",
	'pretend.use': '{country} records the benefits given to declaration {reference}',
	'pretend.seen':
		'{firm} reads the uses of its status: {uses}. It knows {known} of them by the references and' +
		' salts that its customers share with it. One it does not know, given by {country} in block' +
		' {block}: {commitment}. It reports it to its administration.',
	'pretend.outcome':
		'The firm saw the use after {seconds} s. No chain prevents the misuse of a number; this one' +
		' shows it to whom it harms.',

	'past.heading': 'What did Costa Rica know at {time}?',
	'past.why':
		'Each block keeps what was known when it was made. The same question, asked at two blocks,' +
		' says who knew what when.',
	'past.before':
		'At block {block} ({time} in Costa Rica), declaration {reference} of {firm}: {answer}.',
	'past.after': 'At block {block} ({time}), the same declaration: {answer}.',
	'past.outcome':
		'What was known at {time} can be shown to anybody, from any node that keeps its states.',

	'join.heading': 'Chile and Korea join and sign; a Korean firm is recognised by its code',
	'join.why':
		'The council admits an administration by a vote of two thirds of its seats. It has no say in' +
		' arrangements: those are signed by the parties alone.',
	'join.propose': '{country} proposes {newcomer}',
	'join.motion': '{country} opens the motion to admit {newcomer}',
	'join.vote': '{country} votes aye on {newcomer}',
	'join.close': '{country} closes the motion: {newcomer} is admitted',
	'join.ready':
		'{country} appoints two officers, declares its programme, and what it gives to its own operators',
	'join.keys':
		'{country} sets the session keys of its node, with the proof that they are its own',
	'join.validating': '{country} says that it validates',
	'join.authored':
		"{country}'s node is a validator: it authored block {block}, which is final on all {nodes}" +
		' nodes.',
	'join.partner':
		'{country}, which is a partner of {partner} now, asks about an import from {firm}: {answer}.',
	'join.alias': '{country} issues codes for {count} Korean firms',
	'join.recognised':
		'Declaration {reference} at {country} names a Korean firm by the code {alias}. It leads to' +
		' {tin}, {firm}: {answer}.',
	'join.outcome':
		'Chile and Korea are admitted and partners of Costa Rica; the Korean firm was recognised by' +
		' its code.',

	'partners.heading': 'Chile accedes, Peru gives notice, an agency gives its opinion',
	'partners.why':
		'All of this is typed at the command line “aeo”, which says what an act changes before it is' +
		' signed. An arrangement belongs to its parties: they alone amend it and leave it.',
	'partners.amend': '{country} proposes that {newcomer} accedes, and signs',
	'partners.sign': '{country} signs the amendment',
	'partners.acceded': '{country} about {firm}: {before} before, {after} after the last signature.',
	'partners.notice': '{country} gives notice of the arrangement',
	'partners.noticed':
		'What {country} earns under it lasts until {until}; what {newcomer} earns goes on.',
	'partners.agency': '{country} registers the agency {agency}',
	'partners.enter': '{country} enters the application of {firm}, which came on paper',
	'partners.accept': '{country} accepts it for examination',
	'partners.opine': '{agency} gives its opinion on the application of {firm}: favourable',
	'partners.opined':
		'The opinion of {agency} on {firm} is on the chain, with its version of the application; it' +
		' decides nothing itself.',
	'partners.outcome':
		'Chile is a party, Peru is leaving after the days of notice, and an application has its opinion.',

	'guard.heading': 'What nobody can do, and what may fail',
	'guard.why':
		'A certificate belongs to the administration that issued it. The council of all' +
		' administrations tries to take one from a firm of Mexico.',
	'guard.suspend': 'The council moves to suspend certificate {certificate}',
	'guard.propose': 'The council moves to decide on certificate {certificate}',
	'guard.close': 'The motion is closed with {ayes} ayes: refused',
	'guard.refused':
		'Refused both times ({reason}): no vote of the council reaches a certificate. It is unchanged:' +
		' {status}, version {version}.',
	'guard.broken': 'The council has changed certificate {certificate}, which it must not.',
	'guard.refusedOnly': 'The vote changed no certificate.',
	'guard.down': "Mexico's node is switched off.",
	'guard.answers': 'Costa Rica still answers declaration {reference}: {answer}.',
	'guard.final': 'The chain still finalises: block {from} before, block {to} after {seconds} s.',
	'guard.back': "Mexico's node is switched on again, and catches up.",
	'guard.outcome':
		'The vote changed no certificate, and the network answers and finalises without the node of' +
		' Mexico.',

	'run.prepares': 'The chain is prepared, its runtime compiled once for all nodes …',
	'run.founders': 'Four customs administrations start one validator each:',
	'run.up': 'the node of {country} is up after {seconds} s: {url}, log {log}',
	'run.chain': 'They are one chain, "{chain}". Block {block} is final on all nodes.',
	'run.again': 'Chile was admitted when this chain ran last, so its node starts too.',
	'run.told': 'The story was told when this chain ran last; it goes on where it stood.',
	'run.starts': '{country} starts its node, with a keystore of its own',
	'run.sessionWait':
		'It is session {session}; a change of the validators is active two sessions later',
	'run.session': 'session {session} began by block {block}',
	'run.transaction': 'block {block}, after {seconds} s: {what} ({call})',
	'run.final': 'all of it final after at most {seconds} s',
	'run.asked': '{asked} of {all} declarations',
	'run.unexpected': 'Expected was {wanted}, and what came is {came}.',
	'run.page': 'The story as a page: {html}, and as text: {text}',
	'run.node': 'node',
	'run.authored': 'blocks authored',
	'run.missed': 'slots missed',
	'run.memory': 'resident memory',
	'run.quota': 'quota left',
	'run.counted': 'Counted over blocks {from} to {to}.',
	'run.goesOn': 'The network goes on.',
	'run.connect': 'Connect polkadot.js:  {url}',
	'run.portal': 'The portal:           {url}',
	'run.logs': 'Logs of the nodes:    {logs}/',
	'run.stop': 'Stop all:             Ctrl-C',

	'answer.granted': 'granted ({benefits})',
	'answer.denied': 'denied ({reason})',
	'benefit.FewerDocumentChecks': 'fewer document checks',
	'benefit.FewerInspections': 'fewer inspections',
	'benefit.LowerRiskScore': 'lower risk score',
	'benefit.PriorityInspection': 'first in the queue for inspection',
	'benefit.PriorityClearance': 'expedited clearance',
	'benefit.LiaisonOfficer': 'a contact point',
	'benefit.TradeRecovery': 'priority after a disruption',
	'benefit.SecurePartner': 'no second validation visit',
	'benefit.SecurityMeasures': 'status counted before loading',
	'benefit.ReducedData': 'reduced declaration',
	'benefit.GuaranteeReduction': 'reduced guarantee',
	'benefit.ExportSampling': 'less sampling at export',
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
	'denial.NotANumber': 'its country could not have issued this number',
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
	'page.summary': 'Todos los pasos',
	'page.transactions': 'Transacciones',
	'page.blocks': 'Bloques',
	'page.slowestInclusion': 'Todas incluidas en',
	'page.slowestFinality': 'Todas definitivas en',
	'page.stepColumn': 'Paso',
	'page.generated': 'Escrito por la ejecución el {date} (UTC)',

	'network.chain': 'Cadena',
	'network.runtime': 'Runtime',
	'network.validators': 'Validadores',
	'network.genesis': 'Bloque génesis',
	'network.node': 'Versión de los nodos',

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
		'Desde entonces fueron suspendidas {suspended} empresas ({names}). La lista las muestra como' +
		' vigentes.',
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
		' solo lote: un funcionario escribe `aeo list load` y el nombre de la lista. Una segunda' +
		' funcionaria escribe `aeo list confirm` y el nombre de su propia copia: se confirma lo que es' +
		' igual, y nada más.',
	'takeover.uses': '{country} elige registrar en claro los beneficios que otorga',
	'takeover.batch': '{country} ha cargado su lista de {count} certificados, {seconds} s',
	'takeover.confirm': '{country} confirma su lista',
	'takeover.done':
		'{country}: {count} certificados, de los cuales {suspended} están suspendidos.',
	'link.why':
		'Una empresa consulta su propio estado con una cuenta que su aduana le ha vinculado.',
	'link.propose': '{country} ofrece vincular la cuenta de {firm}',
	'link.accept': '{firm} acepta la vinculación de su cuenta',
	'link.status':
		'{firm} ({tin}) consulta su propio estado: {status}, certificado {certificate}, vigente hasta' +
		' {until}.',
	'takeover.outcome':
		'{certificates} certificados de {administrations} administraciones están en la cadena;' +
		' {linked} empresas consultaron su propio estado.',

	'sign.heading': 'México firma con Costa Rica, y con Perú',
	'sign.why':
		'Un Acuerdo de Reconocimiento Mutuo entra en vigor con dos transacciones: una parte propone' +
		' el texto por su hash, la otra firma el mismo. No se envía ninguna lista.',
	'sign.propose': '{country} propone el Acuerdo de Reconocimiento Mutuo con {partner} y lo firma',
	'sign.sign': '{country} firma el acuerdo con {partner}',
	'sign.before': 'Antes de las firmas, la respuesta a la declaración {reference} era: {answer}.',
	'sign.origin':
		'En origen: {country} consulta la declaración de exportación {reference} de {firm}: {answer}.',
	'sign.destination':
		'En destino: {country} consulta la declaración de importación {reference}, que nombra a' +
		' {firm} como {role}: {answer}.',
	'sign.record': '{country} registra los beneficios otorgados a la declaración {reference}',
	'sign.day':
		'Las {declarations} declaraciones del día se consultaron a la cadena en {seconds} s. De las' +
		' {counted} presentadas en Costa Rica que nombran a una empresa de México, {given} reciben' +
		' beneficios; según la lista eran {listed}.',
	'sign.outcome':
		'La primera declaración después de las firmas recibió sus beneficios en origen y en destino,' +
		' sin ningún otro trámite de nadie.',

	'suspend.heading': 'México suspende a una empresa',
	'suspend.why':
		'Un solo funcionario facultado para suspender actúa: la vía rápida. La suspensión vale para' +
		' todos los socios desde el bloque que la contiene.',
	'suspend.call': '{country} suspende a {firm} ({scope})',
	'suspend.feed':
		'Aviso en Costa Rica, bloque {block}: el certificado {certificate} de {country} está' +
		' suspendido.',
	'suspend.typed':
		'Un funcionario de {country} escribe «aeo evaluate CR {tin} {role} import» y lee: {answer}',
	'suspend.acknowledge': '{country} acusa recibo: incorporado a su motor de riesgo',
	'suspend.denied':
		'La siguiente declaración, {reference}, nombra a la empresa suspendida: {answer}.',
	'suspend.others': 'La declaración {reference} de {firm} sigue como antes: {answer}.',
	'suspend.partner':
		'{country}, que reconoce a México por su propio acuerdo, consulta a la misma empresa:' +
		' {answer}.',
	'suspend.outcome':
		'De la suspensión a la denegación en Costa Rica: {seconds} s, {blocks} bloque(s). Con la' +
		' lista era hasta un mes.',

	'names.heading': 'Nombres que nadie más puede leer',
	'names.why':
		'Una funcionaria de Costa Rica recuerda que el exportador se llamaba «{name}…». Los nombres no' +
		' están en ninguna parte de la cadena. El acuerdo dice que Costa Rica puede leer los de las' +
		' empresas que consienten: la oficina de México los sella para su clave y publica una raíz por' +
		' lista.',
	'names.appoint': '{country} nombra a una funcionaria para sus listas',
	'names.published': '{country} ha publicado listas para {readers}, todas en una transacción.',
	'names.found':
		'La funcionaria encuentra {name} en {city}: certificado {number} de {country}, TIN {tin}.',
	'names.withdraw': '{firm} retira su consentimiento para el acuerdo con Costa Rica',
	'names.denied': 'La siguiente evaluación de {country} para {firm}: {answer}.',
	'names.outcome':
		'Se encontró un nombre que solo dos administraciones pueden leer. La empresa retiró su palabra:' +
		' la siguiente evaluación y la siguiente búsqueda deniegan. {lists} listas tomaron una' +
		' transacción.',

	'pretend.heading': 'Un impostor usa el número de la empresa',
	'pretend.why':
		'Alguien escribe en una declaración el número de una empresa certificada. El número es' +
		' válido y los beneficios se otorgan; pero el titular ve cada uso de su estado.',
	'pretend.answer': 'La respuesta a la declaración del impostor, {reference}: {answer}.',
	'pretend.own':
		'{country} registra los beneficios otorgados a {count} declaraciones propias de {firm}',
	'pretend.use': '{country} registra los beneficios otorgados a la declaración {reference}',
	'pretend.seen':
		'{firm} revisa los usos de su estado: {uses}. Reconoce {known} por las referencias y las sales' +
		' que sus clientes comparten con ella. Uno no lo conoce, otorgado por {country} en el bloque' +
		' {block}: {commitment}. Lo informa a su aduana.',
	'pretend.outcome':
		'La empresa vio el uso después de {seconds} s. Ninguna cadena impide el abuso de un número;' +
		' esta se lo muestra al perjudicado.',

	'past.heading': '¿Qué sabía Costa Rica a las {time}?',
	'past.why':
		'Cada bloque conserva lo que se sabía cuando se hizo. La misma pregunta, hecha en dos' +
		' bloques, dice quién sabía qué y cuándo.',
	'past.before':
		'En el bloque {block} ({time} en Costa Rica), la declaración {reference} de {firm}: {answer}.',
	'past.after': 'En el bloque {block} ({time}), la misma declaración: {answer}.',
	'past.outcome':
		'Lo que se sabía a las {time} se puede mostrar a cualquiera, desde todo nodo que conserve los' +
		' estados.',

	'join.heading':
		'Chile y Corea ingresan y firman; una empresa coreana es reconocida por su código',
	'join.why':
		'El consejo admite a una administración con el voto de dos tercios de sus asientos. No tiene' +
		' voz en los acuerdos: esos los firman solo las partes.',
	'join.propose': '{country} propone a {newcomer}',
	'join.motion': '{country} abre la moción para admitir a {newcomer}',
	'join.vote': '{country} vota a favor de {newcomer}',
	'join.close': '{country} cierra la moción: se admite a {newcomer}',
	'join.ready':
		'{country} nombra a dos funcionarios y declara su programa y lo que otorga a sus propios operadores',
	'join.keys': '{country} fija las claves de sesión de su nodo, con la prueba de que son suyas',
	'join.validating': '{country} declara que valida',
	'join.authored':
		'El nodo de {country} es validador: produjo el bloque {block}, que es definitivo en los' +
		' {nodes} nodos.',
	'join.partner':
		'{country}, que ahora es socio de {partner}, consulta una importación de {firm}: {answer}.',
	'join.alias': '{country} emite códigos para {count} empresas coreanas',
	'join.recognised':
		'La declaración {reference} en {country} nombra a una empresa coreana con el código {alias}.' +
		' Conduce a {tin}, {firm}: {answer}.',
	'join.outcome':
		'Chile y Corea fueron admitidos y son socios de Costa Rica; la empresa coreana fue reconocida' +
		' por su código.',

	'partners.heading': 'Chile se adhiere, Perú denuncia, un organismo opina',
	'partners.why':
		'Todo esto se escribe en la línea de órdenes «aeo», que dice qué cambia un acto antes de que se' +
		' firme. Un arreglo es de sus partes: solo ellas lo enmiendan y lo dejan.',
	'partners.amend': '{country} propone que {newcomer} se adhiera, y firma',
	'partners.sign': '{country} firma la enmienda',
	'partners.acceded': '{country} sobre {firm}: {before} antes, {after} tras la última firma.',
	'partners.notice': '{country} denuncia el arreglo',
	'partners.noticed':
		'Lo que {country} recibe por él dura hasta el {until}; lo que recibe {newcomer} sigue.',
	'partners.agency': '{country} registra el organismo {agency}',
	'partners.enter': '{country} registra la solicitud de {firm}, que llegó en papel',
	'partners.accept': '{country} la admite a examen',
	'partners.opine': '{agency} opina sobre la solicitud de {firm}: favorable',
	'partners.opined':
		'La opinión de {agency} sobre {firm} está en la cadena, con su versión de la solicitud; por sí' +
		' misma no decide nada.',
	'partners.outcome':
		'Chile es parte, Perú se va tras los días de preaviso, y una solicitud tiene su opinión.',

	'guard.heading': 'Lo que nadie puede hacer, y lo que puede fallar',
	'guard.why':
		'Un certificado pertenece a la administración que lo emitió. El consejo de todas las' +
		' administraciones intenta quitárselo a una empresa de México.',
	'guard.suspend': 'El consejo presenta una moción para suspender el certificado {certificate}',
	'guard.propose':
		'El consejo presenta una moción para decidir sobre el certificado {certificate}',
	'guard.close': 'La moción se cierra con {ayes} votos a favor: rechazada',
	'guard.refused':
		'Rechazado las dos veces ({reason}): ningún voto del consejo alcanza un certificado. Sigue' +
		' igual: estado {status}, versión {version}.',
	'guard.broken': 'El consejo cambió el certificado {certificate}, y no debe poder.',
	'guard.refusedOnly': 'El voto no cambió ningún certificado.',
	'guard.down': 'Se apaga el nodo de México.',
	'guard.answers': 'Costa Rica sigue respondiendo a la declaración {reference}: {answer}.',
	'guard.final':
		'La cadena sigue dando firmeza a los bloques: bloque {from} antes, bloque {to} después de' +
		' {seconds} s.',
	'guard.back': 'Se enciende de nuevo el nodo de México, y se pone al día.',
	'guard.outcome':
		'El voto no cambió ningún certificado, y la red responde y da firmeza a los bloques sin el' +
		' nodo de México.',

	'run.prepares': 'Se prepara la cadena; su runtime se compila una vez para todos los nodos …',
	'run.founders': 'Cuatro administraciones de aduanas inician un validador cada una:',
	'run.up': 'el nodo de {country} responde después de {seconds} s: {url}, registro {log}',
	'run.chain':
		'Son una sola cadena, "{chain}". El bloque {block} es definitivo en todos los nodos.',
	'run.again':
		'Chile fue admitido la última vez que corrió esta cadena; su nodo se inicia también.',
	'run.told': 'La historia se contó la última vez que corrió esta cadena; sigue donde estaba.',
	'run.starts': '{country} inicia su nodo, con claves propias',
	'run.sessionWait': 'Es la sesión {session}; un cambio de validadores vale dos sesiones después',
	'run.session': 'la sesión {session} comenzó en el bloque {block}',
	'run.transaction': 'bloque {block}, en {seconds} s: {what} ({call})',
	'run.final': 'todo definitivo en un máximo de {seconds} s',
	'run.asked': '{asked} de {all} declaraciones',
	'run.unexpected': 'Se esperaba {wanted}, y llegó {came}.',
	'run.page': 'La historia como página: {html}, y como texto: {text}',
	'run.node': 'nodo',
	'run.authored': 'bloques producidos',
	'run.missed': 'turnos perdidos',
	'run.memory': 'memoria residente',
	'run.quota': 'cuota disponible',
	'run.counted': 'Contado en los bloques {from} a {to}.',
	'run.goesOn': 'La red sigue en marcha.',
	'run.connect': 'Conectar polkadot.js:    {url}',
	'run.portal': 'El portal:               {url}',
	'run.logs': 'Registros de los nodos:  {logs}/',
	'run.stop': 'Detener todo:            Ctrl-C',

	'answer.granted': 'otorgado ({benefits})',
	'answer.denied': 'denegado ({reason})',
	'benefit.FewerDocumentChecks': 'menos revisión documental',
	'benefit.FewerInspections': 'menos inspección física',
	'benefit.LowerRiskScore': 'menor perfil de riesgo',
	'benefit.PriorityInspection': 'prioridad en la inspección',
	'benefit.PriorityClearance': 'despacho expedito',
	'benefit.LiaisonOfficer': 'punto de contacto',
	'benefit.TradeRecovery': 'prioridad tras una interrupción',
	'benefit.SecurePartner': 'sin segunda visita de validación',
	'benefit.SecurityMeasures': 'estado considerado antes del embarque',
	'benefit.ReducedData': 'declaración reducida',
	'benefit.GuaranteeReduction': 'garantía reducida',
	'benefit.ExportSampling': 'menos muestreo en la exportación',
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
	'denial.NotANumber': 'su país no pudo haber emitido este número',
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
