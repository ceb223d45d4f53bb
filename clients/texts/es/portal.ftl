### Lo que dice el portal: clients/portal.

## Alrededor de cada pantalla

portal-title = Certificados OEA
portal-language = Idioma
portal-skip = Ir al contenido
portal-footer = Esta página es un conjunto de archivos. Solo pregunta a los nodos de su red, y lo que muestra es público; la clave que usted abre queda en la memoria de esta pestaña.
portal-no-network = El archivo `network.json` junto a esta página falta o no se puede leer. Pregunte a quien publica la página.
portal-asking = Consultando …
portal-not-reached = No se alcanza la red: arriba dice por qué.
portal-not-answered = No hubo respuesta.
    .remedy = Lo mostrado antes se mantiene. Mire arriba si se alcanza la red, y pregunte de nuevo.
portal-again = Preguntar de nuevo
portal-newer = Posteriores
portal-older = Anteriores
portal-cancel = Cancelar
portal-close = Cerrar
portal-sign = Firmar
portal-failed = No fue posible: { $detail }
    .remedy = No se pierde nada de lo que escribió. Inténtelo de nuevo; si vuelve a fallar, diga a quien publica la página lo que dice aquí.
portal-declined = No se firmó.
    .remedy = Firme donde se lo pide la extensión de su navegador, o déjelo.

nav-label = Pantallas
nav-find = Consultar
nav-work = Mi trabajo
nav-mine = Mis certificados
nav-agreements = Acuerdos
nav-council = Consejo
nav-key = Abrir una clave

## Quién responde

source-light = Comprobado en esta página por el cliente ligero.
source-node = Dicho por el nodo { $address }, sin comprobar.
source-final = Bloque final { $block }, hace { $age } s.
source-change = Cambiar
reached-connecting = { $kind ->
        [light] Buscando nodos de la red. Si esto dura más de un minuto, pregunte a un nodo.
       *[node] El nodo no responde. Se intenta de nuevo; lo mostrado es lo último que dijo. Otro nodo puede responder.
    }
reached-silent = Hace un rato que no llega nada nuevo: lo mostrado puede ser viejo.
reached-connected = Conectado.
reached-foreign = En esta dirección responde otra cadena: no se muestra nada de ella. Elija un nodo de esta red.
reached-impossible = { $kind ->
        [light] El cliente ligero no puede empezar con el archivo junto a esta página. Pregunte a un nodo.
       *[node] Esta no es la dirección de un nodo: empieza con `ws://` o `wss://`.
    }
choose-title = Quién responde
choose-intro = Las preguntas son las mismas en ambos casos. Cambia de quién es la palabra en la que descansan las respuestas.
choose-light = El cliente ligero
choose-light-why = Trabaja en esta página, recibe pruebas de los nodos de la red y no le cree a ninguno: la respuesta se calcula aquí, con valores que está probado que están en un bloque que dos tercios de los validadores de las administraciones hicieron final. Necesita unos segundos para empezar.
choose-no-light = Esta página se publicó sin él.
choose-take-light = Usar el cliente ligero
choose-chosen = En uso
choose-node = Un nodo
choose-node-why = Responde enseguida, y se le cree: elija el de una administración en la que confía, o el suyo.
choose-address = Dirección del nodo
choose-take-node = Preguntar a este nodo
choose-no-address = La dirección de un nodo empieza con `ws://` o `wss://`.
choose-chain = Solo se escucha a la cadena cuyo primer bloque es { $genesis }.

## Consultar

find-title = ¿Es esta empresa un Operador Económico Autorizado?
find-intro = Escriba o pegue el número de un operador (TIN), con las dos letras de su país delante, o el número de un certificado.
find-label = TIN o número de un certificado
find-button = Consultar
find-help = Por ejemplo `MXNWM9709244W4`, o `urn:tin:MXNWM9709244W4`.
find-tin = { $tin } está escrito como el número de un operador.
find-known = El número está registrado aquí.
find-unknown = Nadie lo ha registrado aquí.
find-certificate = Si es el número de un certificado, consúltelo de todos modos.
find-again = Consultar otro número
check-Passed = Su dígito verificador es correcto.
check-FormatOnly = Su forma es correcta; estos números no tienen un dígito verificador que se pueda mirar.
check-Overridden = Su dígito verificador no corresponde, y su administración confirmó el número de todos modos.
reason-place = Es el carácter { $place }: escríbalo de nuevo, según el documento.
reason-digit = Sería { $digit }: escríbalo detrás, si el documento tiene esas nueve cifras.
number-none = Ninguna administración emitió un certificado con el número { $number }.
number-no-tin = Tampoco es el número de un operador:

trader-title = Operador { $tin }
trader-none = Este operador no tiene certificado. Compare el número con el documento.
certificate-title = Certificado { $number }
certificate-review = Su administración lo revisa; sigue siendo lo que es.

fact-issuer = Emitido por
fact-number = Certificado
fact-type = Tipo
fact-roles = Certificado como
fact-from = Válido desde
fact-until = Válido hasta
fact-no-end = sin término
halves-Customs = simplificaciones aduaneras
halves-Security = seguridad
halves-Both = simplificaciones aduaneras y seguridad
scope-Full = todo el certificado
scope-Customs = la mitad aduanera
scope-Security = la mitad de seguridad

## El estado de un certificado

state-InForce = Vigente
state-HalfSuspended = Vigente, con una mitad suspendida
state-Suspended = Suspendido
state-Revoked = Revocado
state-RevokedLater = Vigente, revocado desde un día
state-Relinquished = Renunciado
state-RelinquishedLater = Vigente, renunciado desde un día
state-Annulled = Anulado
state-Expired = Vencido
state-NotYetValid = Todavía no vigente
state-NotAuthorised = No autorizado
state-Applied = Solicitado
state-Accepted = Solicitado, en examen
state-Rejected = Solicitud no admitida
state-ApplicationWithdrawn = Solicitud retirada
state-Refused = Solicitud denegada
standing-InForce = { $open ->
        [yes] El certificado está vigente desde el { $from }, sin término.
       *[no] El certificado está vigente desde el { $from }, y es válido hasta el { $until }.
    }
standing-HalfSuspended = Desde el { $since } está suspendida { $half }. La otra mitad está vigente.
standing-Suspended = { $end ->
        [ResumesAfter] El certificado está suspendido desde el { $since }. Vuelve a estar vigente después del { $day }.
        [DecisionAfter] El certificado está suspendido desde el { $since }. Su administración decide después del { $day }.
       *[Open] El certificado está suspendido desde el { $since }, hasta que decida su administración.
    }
standing-Revoked = Su administración revocó el certificado desde el { $day }.
standing-RevokedLater = El certificado está vigente, y revocado desde el { $day }.
standing-Relinquished = El titular renunció al certificado desde el { $day }.
standing-RelinquishedLater = El certificado está vigente, y el titular renuncia a él desde el { $day }.
standing-Annulled = El certificado es nulo desde el principio.
standing-Expired = El certificado fue válido hasta el { $until }.
standing-NotYetValid = El certificado es válido desde el { $from }.
standing-NotAuthorised = No hay un certificado vigente.
standing-Applied = Se solicitó un certificado el { $since }. No está vigente.
standing-Accepted = La solicitud se admitió a examen el { $since }. No está vigente.
standing-Rejected = La solicitud no se admitió el { $since }.
standing-ApplicationWithdrawn = La solicitud se retiró el { $since }.
standing-Refused = El certificado se denegó el { $since }.

## Quién lo reconoce

recognition-title = Quién lo reconoce ahora
recognition-hint = Abra una administración para ver los beneficios, o lo que falta.
recognition-yes = { $count ->
        [one] lo reconoce: un beneficio
       *[other] lo reconoce: { $count } beneficios
    }
recognition-home = { $count ->
        [one] en el propio país: un beneficio
       *[other] en el propio país: { $count } beneficios
    }
recognition-no = no da beneficios: { $why }
recognition-role = El operador actúa como
direction-Import = Importación declarada en { $grantor }
direction-Export = Exportación declarada en { $grantor }
kind-Import = importación
kind-Export = exportación
paths-title = Cada certificado bajo cada acuerdo
paths-none = sin acuerdo
paths-counted = { $count ->
        [one] un beneficio
       *[other] { $count } beneficios
    }
change-IssuerUnverifiable = Contará de nuevo cuando cuente la palabra de la emisora.
change-NotYetValid = Cuenta desde ese día.
change-Suspended = Contará de nuevo cuando la emisora lo haya restablecido.
change-Expired = La emisora lo renueva, o certifica de nuevo al operador.
change-Revoked = Solo contaría un certificado nuevo.
change-Relinquished = Solo contaría un certificado nuevo.
change-Annulled = Solo contaría un certificado nuevo.
change-NotAuthorised = La administración del operador tendría que certificarlo.
change-RoleNotCertified = La emisora tendría que certificar al operador en este rol.
change-NoAgreement = Haría falta un acuerdo en vigor entre las dos administraciones.
change-TypeNotEligible = Las partes tendrían que enmendar su acuerdo para cubrir este tipo.
change-RoleNotEligible = Las partes tendrían que enmendar su acuerdo para cubrir este rol.
change-DirectionNotCovered = Las partes tendrían que enmendar su acuerdo para cubrir estas declaraciones.
change-NoConsent = El operador da su consentimiento, en esta página o a su administración.
change-RecognitionSuspended = Esta administración tendría que restablecer su reconocimiento; el certificado es lo que era.
declare-title = Cómo debe nombrar a este operador la declaración de su cliente
declare-nothing = No está en vigor ningún acuerdo que cubra este certificado: no hay nada que escribir.
declare-code = Escriba el código { $code } en la casilla { $place }.
declare-number = Escriba { $number } en la casilla { $place }.
declare-manifest = También en el manifiesto, en { $place }.
declare-AliasMissing = Todavía no se puede escribir nada: la administración del operador deriva o declara un alias para este socio, o el socio emite uno.
declare-AliasUnconfirmed = Todavía no se puede escribir nada: un funcionario del socio confirma el alias que declaró el operador.
declare-TooLong = Todavía no se puede escribir nada: el número es demasiado largo para una declaración. Las partes acuerdan un alias.

## Historia

history-title = Historia
history-from = desde el { $from }
history-until = válido hasta el { $until }
history-known = Conocido en la cadena desde el { $known }, bloque { $block }.
history-voids = Un recurso deshizo lo decidido antes.
ground-Authority = Decidido por la administración.
ground-HoldersRequest = A petición del titular.
ground-Administrative = Por razones administrativas.
period-Applied = Solicitado
period-Accepted = Admitido a examen
period-Rejected = Solicitud no admitida
period-ApplicationWithdrawn = Solicitud retirada
period-Refused = Denegado
period-Authorised = Autorizado
period-Suspended = Suspendido
period-Revoked = Revocado
period-Relinquished = Renunciado
period-Annulled = Anulado

## Roles

role-Manufacturer = fabricante
role-Importer = importador
role-Exporter = exportador
role-CustomsBroker = agente de aduanas
role-Carrier = transportista
role-Consolidator = consolidador de carga
role-FreightForwarder = agente de carga
role-TerminalOperator = operador de terminal
role-WarehouseKeeper = depositario
role-ExpressOperator = operador de envíos exprés
role-Other = otro
territory-XI = Irlanda del Norte

## Claves

key-title = Su clave
key-intro = Quien solo consulta no necesita clave. Los funcionarios y las empresas certificadas firman con la suya.
key-file-title = Archivo de clave
key-file = El archivo que exportó polkadot.js
key-password = Su contraseña
key-open = Abrir la clave
key-opening = Abriendo, unos segundos …
key-leave = Cerrar la clave
key-NoFile = No se eligió ningún archivo.
    .remedy = Elija el archivo que exportó polkadot.js; termina en `.json`.
key-NotAKeyFile = Este no es un archivo de clave.
    .remedy = Elija el archivo que exportó polkadot.js; termina en `.json`.
key-OtherKind = Este archivo de clave es de un tipo que esta página no abre.
    .remedy = Exporte la cuenta desde polkadot.js como un solo archivo con contraseña; el tipo de clave es sr25519.
key-WrongPassword = La contraseña no es la de este archivo de clave.
    .remedy = Escríbala de nuevo; cuentan las mayúsculas.
key-extension-title = Extensión del navegador
key-extension = Preguntar a { $extension }
key-no-extension = No se encontró en este navegador ninguna extensión que guarde claves.
key-no-accounts = La extensión no da ninguna cuenta a esta página. Permita una en la extensión, y pregunte de nuevo.
key-extension-refused = La extensión no respondió.
    .remedy = Permita esta página en la extensión, y pregunte de nuevo.
key-account = Cuenta
key-role = Qué es en esta cadena
key-officer = Funcionario de { $administration } para { $scopes }
key-own = La cuenta propia de { $administration }
key-holder = Cuenta del operador { $tin }
key-nobody = Nada todavía: ninguna administración le dio un papel.
officer-Identities = operadores
officer-Certification = certificación
officer-Suspension = suspensión
officer-Agreements = acuerdos
officer-Risk = riesgo
officer-Clearance = despacho
officer-Disclosure = datos confidenciales

## Una transacción en camino

sent-signing = Firmando …
sent-signed = Firmado y enviado; esperando un bloque …
sent-inBlock = En el bloque { $block }. Es final en unos segundos.
sent-final = Final en el bloque { $block }.

## Documentos

document-title = Documento de la decisión
document-own = Su documento
document-hint = Solo su huella va a la cadena. Guarde el documento en sus archivos.
document-file = Un archivo
document-text = O este texto
document-hash = Huella (blake2-256): { $hash }
document-keep = Guardar el texto para sus archivos

## Suspender

open-suspend = Suspender …
suspend-title = Suspender el certificado { $number }
suspend-intro = Todo el certificado de { $tin } queda suspendido hasta nuevo aviso, en el bloque que tome su firma.
suspend-partners = { $count ->
        [one] Una administración deja de dar beneficios:
       *[other] { $count } administraciones dejan de dar beneficios:
    }
suspend-nobody = Nadie da beneficios por él ahora: no termina ninguno.
suspend-text = Suspensión del certificado { $number } de { $tin }, decidida por { $issuer }, { $now }.
suspend-sign = Firmar: suspender ahora
open-reinstate = Proponer restablecerlo …
reinstate-title = Proponer restablecer el certificado { $number }
reinstate-intro = Otro funcionario lo confirma; hasta entonces el certificado de { $tin } sigue suspendido.
reinstate-text = Restablecimiento del certificado { $number } de { $tin }, propuesto por { $issuer }, { $now }.
reinstate-sign = Firmar: proponer

## El trabajo de un funcionario

work-title = Mi trabajo
work-of = Lo que espera en { $administration }
work-no-officer = Esta pantalla es para funcionarios.
work-suspend = Para suspender un certificado, consúltelo: lo que usted puede suspender tiene un botón para ello.
work-decisions = Decisiones que esperan a un segundo funcionario
work-nothing = No espera nada.
work-until = Abierta hasta el { $until }
work-expired = No se confirmó a tiempo, y caducó.
work-overtaken = El certificado cambió desde entonces: ya no se puede confirmar.
work-look = Ver …
work-confirm = Firmar: confirmar
work-refuse = Firmar: rechazar
work-take-back = Firmar: retirarla
work-confirm-sent = Usted confirma lo de arriba.
work-refuse-sent = Usted rechaza lo de arriba.
work-no-scope = Su clave no tiene el ámbito de { $scope }: lo decide otro funcionario.
work-requests = Requerimientos abiertos a titulares
work-changes = Lo que comunicaron los socios y su administración no ha acusado
work-acknowledge = { $count ->
        [one] Firmar: acusar este
       *[other] Firmar: acusar estos { $count }
    }
work-more = Hay más: se muestra una vez acusados estos.
work-motions = { $count ->
        [0] No hay ninguna moción abierta.
        [one] Hay una moción abierta.
       *[other] Hay { $count } mociones abiertas.
    }
request-Information = información
request-CorrectiveAction = acción correctiva
request-SelfAssessment = autoevaluación
request-Visit = visita
request-due = vence el { $day }
request-answered = contestado; vencía el { $day }
request-overdue = vencido desde el { $day }
decision-Authorise = Certificar: { $number }
decision-Renew = Renovar { $number }
decision-Rectify = Corregir { $number }
decision-Revoke = Revocar { $number }
decision-Relinquish = Aceptar la renuncia a { $number }
decision-Annul = Anular { $number }
decision-Overturn = Dejar sin efecto la decisión sobre { $number }
decision-RefuseRenewal = Denegar la renovación de { $number }
decision-RefuseApplication = Denegar la solicitud { $number }
decision-WithdrawApplication = Retirar la solicitud { $number }
decision-KeepInForce = Mantener vigente { $number } hasta su renovación
decision-Reinstate = Restablecer { $number }
decision-batch = { $rows ->
        [one] Un certificado a la vez
       *[other] { $rows } certificados a la vez
    }
decision-batch-hash = Huella del lote; compárela con la de su lista
decision-now = Ahora
decision-from = Desde
decision-from-start = el día de esa decisión
decision-bar = Sin certificado nuevo hasta el
decision-scope = Qué se restablece
decision-ground = Motivo
decision-maker = Propuesto por
decision-document = Huella del documento
decision-compare = Comparar con su copia
decision-same = Es el mismo documento.
decision-differs = Es otro documento.

## Acuerdos

agreements-title = Acuerdos
agreements-intro = Filas: de quién son los certificados. Columnas: quién da beneficios por ellos.
agreements-caption = Los certificados de la fila obtienen beneficios en la columna
agreements-corner = Certificados de
agreements-none = Todavía no hay ningún acuerdo.
agreements-home = en el propio país
agreements-cell = Certificados de { $issuer } en { $grantor }: { $state }
agreements-legend = ✓ en vigor · ↘ en vigor, termina · … espera · ✗ suspendido · – nada
leg-title = Certificados de { $issuer } en { $grantor }
leg-waiting = Propuesto: no han firmado todas las partes.
leg-state = Estado
leg-InForce = en vigor
leg-Ending = en vigor, y termina
leg-Suspended = suspendido
leg-Pending = espera su día
leg-Ended = terminado
leg-None = sin acuerdo
leg-directions = Declaraciones
leg-benefits = Beneficios
leg-consent = Consentimiento del titular
leg-until = Último día
leg-suspended-by = Suspendido por
consent-Needed = necesario
consent-NotNeeded = no es necesario

## El consejo

council-title = Mociones del consejo
council-seats = { $count } asientos: { $members }.
council-none = No hay ninguna moción abierta.
motion-what = Sobre
motion-ayes = A favor
motion-count = { $ayes } de { $needed } necesarios
motion-for = Votaron a favor
motion-against = Votaron en contra
motion-end = Abierta hasta cerca del
motion-low = Se abrió con un umbral de { $threshold }, y necesita { $needed }: cerrada con menos votos fracasa.
motion-aye = Firmar: votar a favor
motion-nay = Firmar: votar en contra
motion-Administrations-admit = Admitir a una administración
motion-Administrations-retract = Retirar una propuesta
motion-Administrations-quarantine = Poner a una administración en cuarentena
motion-Administrations-end_quarantine = Terminar una cuarentena
motion-Administrations-expel = Expulsar a una administración
motion-Administrations-switch_off_validator = Apagar un validador
motion-Administrations-authorise_upgrade = Autorizar una actualización
motion-Administrations-withdraw_upgrade = Retirar una actualización
motion-Administrations-note_stalled = Reiniciar la finalidad
motion-Fees-set_quota = Cambiar una cuota

## Lo propio de un operador

mine-title = { $tin }
mine-certificates = Sus certificados
mine-no-holder = Esta pantalla es para operadores cuya cuenta está vinculada a su número.
uses-title = Quién le dio beneficios
uses-hint = Cada línea es una declaración que lo nombró. Si una no era suya, diga su huella a su administración.
uses-none = Nadie ha registrado ninguno en claro.
uses-declaration = Declaración { $declaration }
uses-annulled = El certificado se anuló después.
uses-report = No fui yo: guardar un reporte para mi administración
uses-report-text = { $tin } no participó en esta declaración. { $grantor } registró beneficios para ella el { $moment }, en el bloque { $block } de la cadena, con la huella { $declaration }. Pregunten a { $grantor } quién la presentó, y díganle que alguien usa nuestro número.
sharing-title = Con quién se comparte
sharing-none = Con nadie: no hay ningún acuerdo.
sharing-given = { $known ->
        [yes] Usted consiente, desde el { $since }.
       *[no] Usted consiente, como dice el programa.
    }
sharing-withheld = { $known ->
        [yes] Usted no consiente, desde el { $since }. Allí no hay beneficios.
       *[no] Usted no ha consentido. Allí no hay beneficios.
    }
sharing-give = Dar consentimiento …
sharing-withdraw = Retirar consentimiento …
sharing-give-what = { $reader } podrá reconocer el certificado { $number }, y leer lo que el acuerdo comparte de usted.
sharing-withdraw-what = { $reader } deja de dar beneficios por el certificado { $number } enseguida, y no recibe nada más de usted. Lo que leyó, lo leyó.
sharing-give-text = { $tin } consiente que el certificado { $number } se comparta con { $reader }, { $now }.
sharing-withdraw-text = { $tin } retira su consentimiento a que el certificado { $number } se comparta con { $reader }, { $now }.

## Escanear e imprimir

scan-open = Escanear un código …
scan-title = Escanear un código
scan-intro = Ponga el código ante la cámara, o elija una imagen de él. Nada de ello sale de esta página.
scan-camera = Lo que ve la cámara
scan-file = Una imagen del código
scan-nothing = No se encontró ningún código en esta imagen.
    .remedy = Elija una más nítida, en la que el código esté entero y plano.
scan-other = El código dice otra cosa: «{ $text }».
    .remedy = Escanee uno con el número de un operador, el de un certificado, `urn:tin:` o la dirección de una página así.
scan-NotAllowedError = No se permitió la cámara.
    .remedy = Permítala para esta página en los ajustes del navegador, o elija una imagen del código.
scan-NotFoundError = Este dispositivo no tiene cámara.
    .remedy = Elija una imagen del código, o escriba el número.
scan-NotHere = Aquí no se puede usar la cámara.
    .remedy = Los navegadores la dan solo a páginas por https, y a una a la vez. Elija una imagen del código, o escriba el número.
printed-code = Escanéelo para ver cómo está hoy el certificado: { $address }
printed-when = Impreso el { $now } de { $address }. Lo que vale después de ese momento solo lo sabe la cadena.

## Una llamada que se prueba antes de firmarla

tried-well = Probado en el último bloque final: la cadena lo acepta.
tried-refused = Probado en el último bloque final, la cadena lo rechazaría.
tried-UnknownAccount = Su cuenta no tiene ninguna función en esta cadena.
    .remedy = Abra la clave de un funcionario, o la de la cuenta vinculada al operador.
tried-TooHeavy = Es más de lo que cabe en un bloque.
    .remedy = Divídalo en varios.

## Certificar, renovar, revocar

certify-open = Certificar una empresa …
certify-title = Certificar una empresa
certify-no-officer = Esta pantalla es para funcionarios que pueden certificar.
certify-consent = El consentimiento de la empresa a la publicación
certify-until-hint = Vacío: lo que diga el programa.
day-half = { $label }: este día está incompleto o no existe en el calendario.
certify-missing = Falta aún: { $missing }.
certify-sign = Firmar: proponer la certificación
certify-sign-alone = Firmar: certificar
certify-sent = Certificado { $number } de { $tin }.
certify-keep-consent = Guardar el texto del consentimiento para sus archivos
certify-waits = Espera a un segundo funcionario, que lo encuentra en «Mi trabajo».
certify-done = La empresa está certificada.
certify-again = Certificar otra empresa
open-renew = Proponer renovarlo …
renew-title = Proponer la renovación del certificado { $number }
renew-now = Es válido hasta el { $until }.
renew-until = Nuevo último día
renew-hint = Vacío: lo que diga el programa, contado desde el día siguiente al actual.
renew-text = Renovación del certificado { $number } de { $tin }, propuesta por { $issuer }, { $now }.
renew-sign = Firmar: proponer
open-revoke = Proponer revocarlo …
revoke-title = Proponer la revocación del certificado { $number }
revoke-intro = La confirma otro funcionario. Desde el día de abajo, { $tin } ya no tiene certificado, y solo uno nuevo devuelve los beneficios.
revoke-from = Primer día sin él
revoke-bar = Sin certificado nuevo hasta el
revoke-bar-hint = Vacío: la empresa puede volver a solicitarlo en seguida.
revoke-text = Revocación del certificado { $number } de { $tin }, propuesta por { $issuer }, { $now }.
revoke-sign = Firmar: proponer la revocación

## Cargar una lista

load-open = Cargar una lista …
load-title = Cargar una lista
load-intro = Suelte aquí la lista de los certificados que ya existen, como la lleva su oficina: XLSX, XLS, ODS o CSV. Se lee en esta página y no se envía a ninguna parte; lo que dice de cada empresa va a la cadena cuando usted firma, y lo confirma un segundo funcionario.
load-template = Guardar una lista vacía con sus encabezados y un ejemplo
load-file = La lista
load-about = Lo que la lista no dice
load-about-hint = Solo donde una frase lo pida. Quien confirma la lista indica aquí lo mismo.
load-profile = Perfil de un país
load-beside = `list.toml`, y documentos que las filas nombran
load-not-said = –
load-said-territory = Territorio de los números (`--territory`)
load-said-programme = Programa (`--programme`)
load-said-type = Tipo de certificado (`--type`)
load-said-dates = Orden de las fechas (`--dates`)
load-said-number_from = Números de los certificados (`--number-from`)
load-dates-dmy = día, mes, año
load-dates-mdy = mes, día, año
load-number_from-list = están en la lista
load-number_from-tin = el número del operador
load-number_from-tin-type = el número del operador y el tipo
load-reading = Se está leyendo la lista …
load-profile-wrong = Lo que se indica de la lista tiene un error: { $why }
load-notes = { $count ->
        [one] Una nota sobre cómo se leyó la lista
       *[other] { $count } notas sobre cómo se leyó la lista
    }
load-aliases = { $count ->
        [one] Una fila nombra un alias, que no se carga con la lista: declárelo cuando exista el certificado.
       *[other] { $count } filas nombran alias, que no se cargan con la lista: declárelos cuando existan los certificados.
    }
load-Damaged = El archivo no se puede abrir: se cortó o cambió en el camino.
    .remedy = Guárdelo de nuevo como XLSX o CSV.
load-Unreadable = No se pudo leer el archivo: cambió después de elegirlo, o no llegó una parte de esta página.
    .remedy = Elíjalo de nuevo; si no sirve, vuelva a cargar la página.
load-findings = { $count ->
        [one] Hay una cosa que corregir antes de poder cargar la lista.
       *[other] Hay { $count } cosas que corregir antes de poder cargar la lista.
    }
load-keep-report = Guardar el informe entero
load-read = { $count ->
        [one] Se leyó un certificado.
       *[other] Se leyeron { $count } certificados.
    } { $ended ->
        [0] { "" }
        [one] Otro terminó, y no se incorpora.
       *[other] Otros { $ended } terminaron, y no se incorporan.
    }
load-known = { $count ->
        [one] La cadena ya tiene uno de ellos, que queda como está:
       *[other] La cadena ya tiene { $count } de ellos, que quedan como están:
    }
load-certificates = Certificados
load-shown = Se muestran los primeros { $shown } de { $count }.
load-sign = { $count ->
        [one] Firmar: proponer un certificado (lote { $place } de { $of })
       *[other] Firmar: proponer { $count } certificados (lote { $place } de { $of })
    }
load-waits = Todo está propuesto. Un segundo funcionario lo encuentra en «Mi trabajo» y lo compara con una copia de la lista.
batch-compare = Comparar con su propia copia de la lista
batch-same = { $count ->
        [one] El certificado está como en su lista.
       *[other] Los { $count } certificados están como en su lista.
    }
batch-differs = { $count ->
        [one] Difiere un certificado: su lista, y lo propuesto.
       *[other] Difieren { $count } certificados: su lista, y lo propuesto.
    }
batch-missing = no está en su lista
batch-gone = Este lote ya no espera.
batch-unreadable = { $count ->
        [one] Una fila de este lote no se puede leer.
       *[other] { $count } filas de este lote no se pueden leer.
    }

## Buscar por nombre

names-title = Por nombre
names-hint = Los nombres son confidenciales y no están en la cadena. Suelte aquí lo que escribió `aeo sealed open`: queda en la memoria de esta pestaña, no se guarda en ninguna parte, y se olvida al recargar.
names-file = Listas abiertas
names-NotOpened = Esto no lo escribió `aeo sealed open`, o no tiene nombres.
    .remedy = Escriba lo que muestra en un archivo, y elija ese.
names-unreadable = El archivo no se puede leer.
    .remedy = Elíjalo de nuevo.
names-open = { $count ->
        [one] Hay un nombre abierto.
       *[other] Hay { $count } nombres abiertos.
    }
names-forget = Olvidarlos
names-text = Nombre, número o ciudad
names-nothing = No se encontró nada en las listas abiertas.
names-hidden = { $count ->
        [one] Otro no se muestra: su administración ya no puede leer su nombre.
       *[other] Otros { $count } no se muestran: su administración ya no puede leer sus nombres.
    }

## Lo que hacen los socios, al momento

feed-title = Al momento
feed-light = Lo que ocurre lo cuenta en vivo un nodo; el cliente ligero comprueba, y no tiene esa línea. Lo que espera acuse está arriba en ambos casos.
feed-connecting = Conectando con el nodo …
feed-open = A la escucha: lo que hacen los socios aparece aquí en segundos.
feed-none = Este nodo no lleva esta línea, porque valida. Elija otro nodo para ella; lo que espera acuse está arriba.
feed-nothing = No ha ocurrido nada desde entonces.
feed-when = Bloque { $block }, { $moment }.
feed-early = Se cuenta antes de ser final, porque quita.
told-certificate-Issued = Certificado nuevo
told-certificate-Changed = Certificado modificado
told-certificate-Suspended = Certificado suspendido
told-certificate-Reinstated = Certificado restablecido
told-certificate-Ended = Certificado terminado
told-certificate-Started = El certificado comienza
told-certificate-Expired = Certificado vencido
told-certificate-Resumed = Certificado de nuevo vigente
told-certificate-Succeeded = Certificado con un tipo nuevo
told-consent-Given = Consentimiento dado
told-consent-Withdrawn = Consentimiento retirado
told-recognition-Suspended = Reconocimiento suspendido
told-recognition-Restored = Reconocimiento restablecido
told-leg-Changed = Acuerdo modificado
told-leg-Started = El acuerdo comienza
told-leg-Expired = Acuerdo terminado
told-issuer-StateChanged = Cambió la situación de una administración
told-issuer-Admitted = Se admitió una administración
told-issuer-SuccessionChanged = Un tipo de certificado recibe sucesor
told-issuer-ProgrammeSet = Se fijó un programa
told-trader-Closed = Operador cerrado
told-trader-TakenOver = Operador absorbido
told-trader-Merged = Operador fusionado con otro
told-trader-Succeeded = El operador sigue con otro número
told-trader-NumberReleased = El número de un operador queda libre
told-alias-Given = Alias dado
told-alias-Declared = Alias declarado
told-alias-Removed = Alias quitado
told-offer-Set = Se fijaron los beneficios de un programa en casa
told-incident-Opened = Incidente abierto
told-incident-Closed = Incidente cerrado
told-upgrade-TookOver = Se renovaron las reglas de la cadena
told-retract = Retirado: su bloque se perdió
told-resync = Cambió mucho: consulte de nuevo las empresas
effect-begins = Comienzan beneficios en su administración.
effect-ends = Terminan beneficios en su administración.
effect-changes = Cambian beneficios en su administración.
effect-none = Nada cambia en su administración.

## Acuerdos en detalle

network-title = { $members } administraciones; { $count } sentidos en los que se dan beneficios. La tabla dice lo mismo.
network-caption = Una flecha va de quien emite los certificados a quien da beneficios por ellos. Las líneas llenas están en vigor; las de trazos esperan o están suspendidas.
leg-since = En vigor desde el
leg-unknown-types = Tipos que el programa del emisor no tiene
leg-declare = Cómo nombran a la empresa las declaraciones
declared-Tin = { $prefix ->
        [None] Su TIN en la casilla { $place }.
       *[other] { $prefix } y su TIN en la casilla { $place }.
    }
declared-NationalNumber = { $prefix ->
        [None] Su número sin el país, en la casilla { $place }.
       *[other] { $prefix } y su número sin el país, en la casilla { $place }.
    }
declared-CertificateNumber = { $prefix ->
        [None] El número del certificado en la casilla { $place }.
       *[other] { $prefix } y el número del certificado en la casilla { $place }.
    }
declared-Alias = { $prefix ->
        [None] Su alias ({ $scheme }) en la casilla { $place }.
       *[other] { $prefix } y su alias ({ $scheme }) en la casilla { $place }.
    }
requires-Customs = no mientras la mitad aduanera esté suspendida
requires-Security = no mientras la mitad de seguridad esté suspendida

## Lo que pide un titular

asks-title = Pedir a su administración
asks-waits = Usted pidió { $wish }; no está decidido.
asks-back = Retirarlo …
asks-what = Su administración decide entonces sobre { $wish } para el certificado { $number }. Antes no cambia nada.
asks-text = { $tin } pide { $wish } para el certificado { $number }, { $now }.
asks-back-what = Usted ya no pide { $wish } para el certificado { $number }.
asks-back-text = { $tin } ya no pide { $wish } para el certificado { $number }, { $now }.
ask-Renewal = Pedir su renovación …
ask-Suspension = Pedir su suspensión …
ask-Reinstatement = Pedir su restablecimiento …
ask-Relinquishment = Renunciar a él …
ask-Appeal = Recurrir …
wish-Renewal = una renovación
wish-Suspension = una suspensión
wish-Reinstatement = un restablecimiento
wish-Relinquishment = su fin
wish-Appeal = otra decisión
requests-title = Lo que le pide su administración
requests-none = Nada.
request-answer = Contestar …
request-answer-what = Su respuesta para el certificado { $number }: envíe el documento a su administración; su huella va ahora a la cadena y muestra que contestó a tiempo.
request-closed-Met = cumplido
request-closed-NotMet = no cumplido
request-closed-Withdrawn = retirado
apply-title = Otro certificado
apply-open = Solicitar un certificado …
apply-what = Lo examina { $administration }. Elija el tipo y como qué quiere ser certificado.
apply-text = { $tin } solicita un certificado, { $now }.
apply-back = Retirar la solicitud …
apply-back-what = La solicitud { $number } queda retirada, y ya no se examina.
apply-back-text = { $tin } retira su solicitud { $number }, { $now }.

## Recibos

receipt-title = Comprobar un recibo
receipt-hint = Elija o suelte aquí un archivo que escribió `aeo receipt make`. Se comprueba en esta página, y nada de él se envía a ninguna parte.
receipt-file = Recibo
receipt-own-trust = Comprobarlo con su propio archivo de confianza
receipt-trust-file = El archivo `trust.json` de `aeo trust`; elíjalo antes que el recibo
receipt-no-trust-file = El archivo de confianza no lo es.
    .remedy = Elija el archivo `trust.json` que escribió `aeo trust init`, y después el recibo otra vez.
receipt-nobody = No hay con qué comprobarlo: no se alcanza la red, y el archivo `chain.json` junto a esta página no dice quién valida.
    .remedy = Mire arriba si se alcanza la red, o elija su propio archivo de confianza; después elija el recibo otra vez.
receipt-unreadable = No se pudo comprobar el archivo: cambió después de elegirlo, o no llegó una parte de esta página.
    .remedy = Elíjalo de nuevo; si no sirve, vuelva a cargar la página.
receipt-checking = Se comprueba { $name } …
receipt-is-holds = El recibo vale
receipt-is-old = El recibo valía entonces, y es demasiado viejo para hoy
receipt-is-values = Probado en parte
receipt-is-unknown = Esta página no puede decirlo
receipt-is-future = Su hora está mal
receipt-is-foreign = De otra cadena
receipt-is-altered = Alterado: no prueba nada
receipt-is-none = No es un recibo
receipt-says-holds = Más de dos tercios de los validadores hicieron final el bloque, lo que se comprobó aquí, y el estado de ese bloque dice lo que está abajo.
receipt-says-old = Lo que está abajo era así en ese bloque; puede haber cambiado.
    .remedy = Pida un recibo nuevo, o mire cómo está el certificado ahora.
receipt-says-values = Están probados los valores del bloque, de los que resultan beneficios o no. Cuáles, lo dicen solo las reglas de la propia cadena, que esta página no ejecuta.
    .remedy = Dé `aeo receipt verify` con el archivo, o consulte la empresa aquí.
receipt-says-unknown = { $error ->
        [UnknownValidators] Aquí no se conocen los validadores que lo firmaron (conjunto { $set }), y nada lleva a ellos desde los conocidos.
        [ForcedChange] Desde entonces se forzaron validadores, sin la palabra de los anteriores.
       *[other] Tiene una forma que esta página no conoce ({ $error }).
    }
    .remedy = { $error ->
        [UnknownValidators] Pida un recibo nuevo, o elija un archivo de confianza que esté al día.
        [ForcedChange] Elija un archivo de confianza que esté al día.
       *[other] Vuelva a cargar la página, o pida un recibo nuevo.
    }
receipt-says-future = Su bloque está en el futuro.
    .remedy = Ponga en hora el reloj de este dispositivo; si está bien, no se fíe del recibo.
receipt-says-foreign = Es de otra cadena que aquella a la que pertenece esta página.
    .remedy = Compruébelo en la página de esa cadena, si confía en ella.
receipt-says-altered = { $error ->
        [Damaged] El archivo se dañó o se cambió en el camino.
        [NotInOffice] Lo firmaron validadores que ya no estaban en funciones.
       *[other] Una parte no corresponde al resto, o no la firmaron quienes debían ({ $error }).
    }
    .remedy = No se fíe de él: pida el recibo otra vez.
receipt-says-none = Esto no es un recibo, o lo hizo un programa más nuevo.
    .remedy = Elija un archivo que escribió `aeo receipt make`.
receipt-when = Bloque { $block } del { $moment }, { $ago }.
receipt-fresh = Un recibo así cuenta como reciente durante { $span }.
receipt-state = Última decisión
receipt-grantor = Beneficios pedidos a
receipt-no-certificate = En ese bloque, { $issuer } no tenía ningún certificado { $number }.
receipt-now = Cómo está ahora
receipt-against-present = { $source ->
        [light] Comprobado con los validadores en funciones en el bloque final { $block } (conjunto { $set }), que verificó el cliente ligero de esta página.
       *[node] Comprobado con los validadores en funciones en el bloque final { $block } (conjunto { $set }), según dice el nodo, al que se le cree.
    }
receipt-against-first = Comprobado con los validadores del primer bloque, según el archivo `chain.json` junto a esta página, y aquellos a los que lleva el propio recibo.
receipt-office = { $known ->
        [yes] Ahora está en funciones el conjunto { $set }, y firmó otro: que el bloque es del tiempo de ese otro, esta página no puede decirlo.
       *[no] Si los que firmaron siguen en funciones, esta página no puede decirlo sin la red.
    }
receipt-against-chosen = Comprobado con el archivo de confianza que usted eligió.
receipt-limits = Lo que no puede decir: qué cambió desde ese bloque, y quién da beneficios por el certificado. Si ya pasaron su primer y su último día, se lee en las fechas.

## Corregir, anular, solicitudes, recursos

work-asked = Solicitudes, y lo que piden los titulares
work-asked-more = { $count ->
        [one] Otra solicitud es más antigua: consúltela por su número.
       *[other] Otras { $count } solicitudes son más antiguas: consúltelas por su número.
    }
certificate-asked = Su titular pide { $asked }.
decided-text = { $title }: certificado { $number } de { $tin }, { $issuer }, { $now }.
open-rectify = Proponer corregirlo …
title-rectify = Proponer la corrección del certificado { $number }
what-rectify = La confirma otro funcionario. Los roles y los días del certificado de { $tin } pasan a ser los de abajo; sus credenciales tienen que emitirse de nuevo.
rectify-same = Todavía no difiere nada de lo que dice ahora.
open-annul = Proponer anularlo …
title-annul = Proponer la anulación del certificado { $number }
what-annul = La confirma otro funcionario. El certificado de { $tin } es entonces nulo desde su primer día; se marcan los beneficios que se dieron por él.
open-accept = Admitir a examen …
title-accept = Admitir a examen la solicitud { $number }
what-accept = Basta su firma: la solicitud de { $tin } se examina entonces.
open-reject = No admitir …
title-reject = No admitir la solicitud { $number }
what-reject = Basta su firma: la solicitud de { $tin } no se puede examinar, y termina.
open-grant = Certificar …
open-unapply = Proponer denegarla …
title-unapply = Proponer la denegación de la solicitud { $number }
what-unapply = La confirma otro funcionario. La solicitud de { $tin } se examinó, y se deniega.
open-overturn = Proponer dejarla sin efecto …
title-overturn = Proponer dejar sin efecto la decisión sobre { $number }
what-overturn = { $tin } recurre lo decidido. Otro funcionario confirma que vuelve el estado anterior.
overturn-from-hint = Vacío: como si esa decisión no hubiera existido nunca.
open-dismiss = Desestimar el recurso …
title-dismiss = Desestimar el recurso sobre { $number }
what-dismiss = Basta su firma: lo que recurre { $tin } se mantiene.
open-unrenew = Proponer denegar la renovación …
title-unrenew = Proponer la denegación de la renovación de { $number }
what-unrenew = La confirma otro funcionario. El último día del certificado de { $tin } sigue siendo el que es.
open-keep = Mantener vigente …
title-keep = Mantener vigente { $number } hasta su renovación
what-keep = El certificado de { $tin } cuenta más allá de su último día hasta que se decida su renovación, donde lo permite el programa. Si lo pidió la propia cuenta del titular, basta su firma; si no, lo confirma otro funcionario.
open-relinquish = Aceptar la renuncia …
title-relinquish = Aceptar la renuncia al certificado { $number }
what-relinquish = { $tin } renuncia a él. Si su propia cuenta pidió este mismo día, basta su firma; si no, lo confirma otro funcionario.

## Cerrar una moción

motion-close = Firmar: cerrarla
motion-closing = Cierre: { $title }
closable-carried = Tiene sus votos: un miembro la cierra, y se ejecuta.
closable-lost = Ya no puede reunir sus votos: un miembro la cierra, y no se hace nada.
closable-over = Terminó su plazo: un miembro la cierra; quien no votó cuenta como en contra.
closed-done = Se ejecutó.
closed-lost = No reunió sus votos: no se hizo nada.
closed-failed = Está cerrada, y no se pudo ejecutar:

## El registro sellado de un titular

own-title = Lo que se guarda de usted
own-intro = { $administration } le deja preparados, sellados con su clave, sus registros confidenciales sobre usted. Se abren en esta página: ni su clave ni el archivo salen de ella, y nada de ello se guarda.
own-key = Su archivo de clave, como lo escribió `aeo keys new`
own-forget = Olvidar la clave y lo que está abierto
own-key-NotAKey = Este no es un archivo de clave de `aeo keys`.
    .remedy = Elija el archivo que escribió `aeo keys new`; por lo general termina en `.age`.
own-key-WrongPassword = La contraseña no es la de este archivo de clave.
    .remedy = Escríbala de nuevo; cuentan las mayúsculas.
own-key-NoCurve = Este navegador no conoce claves de este tipo (X25519), o la página no llega por https.
    .remedy = Tome un navegador más nuevo, o dé `aeo sealed own`.
own-key-Unreadable = No se pudo leer el archivo, o no llegó una parte de esta página.
    .remedy = Elíjalo de nuevo; si no sirve, vuelva a cargar la página.
own-other-key = Esta no es la clave registrada para su empresa. Es { $key }.
    .remedy = Elija el otro archivo de clave, o registre esta clave: `disclosures.registerKey`.
own-no-list = Su administración no ha publicado todavía ninguna lista: no hay archivo para usted.
own-no-source = Su administración no dice dónde están sus archivos: pídale el suyo.
own-fetch = Guarde su archivo desde { $address }
own-file = Después elíjalo aquí
own-refused = El archivo no se abre: { $code }.
    .remedy = { $code ->
        [CannotOpen] Se selló con otra clave, es de otra empresa, o se cambió: guárdelo de nuevo.
        [Unreadable] Elíjalo de nuevo; si no sirve, vuelva a cargar la página.
       *[other] Guárdelo de nuevo; si no sirve, diga a su administración lo que dice aquí.
    }
own-nothing = El archivo no tiene registros sobre usted.
own-proven = Probado: lo de abajo está en la lista { $sequence } de su administración, que nombra la cadena.
own-earlier = Lo de abajo es de la lista { $sequence }, del bloque { $block }; la cadena nombra ya la lista { $present }, con la que compara esta página. Que estaba en la anterior lo prueba `aeo sealed own`.
own-not-proven = { $count ->
        [one] Un registro no se muestra: no está en la lista que nombra, o es de otra empresa.
       *[other] { $count } registros no se muestran: no están en la lista que nombran, o son de otra empresa.
    }
    .remedy = Dígaselo a su administración.
own-uses = { $count ->
        [one] Contiene un uso registrado sellado; lo muestra `aeo sealed own`.
       *[other] Contiene { $count } usos registrados sellados; los muestra `aeo sealed own`.
    }
own-version = Versión { $version }
class-identity = nombre y dirección
class-sites = instalaciones
class-contact = contacto
class-reason = motivos
