### Por qué no hay beneficios, y qué más dice una respuesta.

## Denegaciones, en el orden de las comprobaciones

denial-NoMatch = No se conoce ningún operador con este identificador.
    .remedy = Compárelo con el documento y pregunte a la emisora.
denial-NotANumber = { $reason ->
        [Empty] No hay ningún número.
        [TooLong] El número tiene más de 35 caracteres.
        [UnknownTerritory] El número no empieza con el código de un territorio.
        [SchemeElsewhere] El territorio no usa este esquema.
        [Prefix] El número no empieza como los de su esquema.
        [Length] El número tiene una cantidad incorrecta de caracteres.
        [Character] Una letra, cifra o signo está en un lugar que no le corresponde.
        [Date] La fecha del número no existe en el calendario.
        [NeverIssued] Una parte del número nunca se emite.
       *[CheckDigit] El dígito verificador no corresponde a los demás caracteres.
        [UnknownCharacter] El texto tiene un carácter que ningún número tiene.
        [CheckDigitMissing] A un número de empresa de nueve cifras le falta su dígito verificador.
        [Generic] El número representa al público o a los extranjeros, y no es de ninguna empresa.
        [GreeceIsGr] Grecia es `EL` solo en los números de IVA.
        [TwoCodes] Sobra un código de territorio al comienzo.
        [ZeroMissing] Falta un carácter, y con un cero al comienzo el número sería correcto.
        [ZeroTooMany] Sobra un carácter, y sin el cero del comienzo el número sería correcto.
        [IdentityCard] El número es el de una cédula de identidad.
        [InvoiceNumber] La `T` del comienzo es de un número de factura.
    }
    .remedy = { $reason ->
        [Empty] Escriba el número del operador.
        [TooLong] Escriba un solo número, completo.
        [UnknownTerritory] Anteponga dos letras de ISO 3166-1, EU, XI o XK (Grecia es GR).
        [SchemeElsewhere] Escriba un número del territorio.
        [Prefix] Coteje su comienzo con el documento.
        [Length] Busque uno que falte o que sobre.
        [Character] Cotéjelo con el documento; primero la O con el 0 y la I con el 1.
        [Date] Coteje sus seis cifras.
        [NeverIssued] Coteje el prefijo y la serie con el documento.
       *[CheckDigit] Busque un error de tecleo.
        [UnknownCharacter] `aeo_tinCheck` dice su lugar; escríbalo de nuevo, según el documento.
        [CheckDigitMissing] Escríbalo detrás, si el documento tiene esas nueve; `aeo_tinCheck` dice cuál es.
        [Generic] Pida el número propio de la empresa.
        [GreeceIsGr] Escriba GR en lugar de EL.
        [TwoCodes] Escriba solo el de quien dio el número, una vez.
        [ZeroMissing] Anteponga un 0 si el documento lo tiene.
        [ZeroTooMany] Escríbalo sin él, si así está en el documento.
        [IdentityCard] Pida el número propio de la empresa.
        [InvoiceNumber] Escriba las 13 cifras del número de sociedad.
    }
denial-AliasUnconfirmed = El alias lo declaró el operador, y la otorgante no lo confirmó.
    .remedy = Pida a un funcionario que lo confirme con `identities.confirmAlias`, o nombre al operador por su TIN.
denial-TraderNotActive = { $merged_into ->
        [None] El operador está cerrado.
       *[other] El operador se fusionó con otro y continúa como { $merged_into }.
    }
    .remedy = { $merged_into ->
        [None] Despache sin beneficios.
       *[other] Use el TIN con el que continúa.
    }
denial-IssuerUnverifiable = La emisora del certificado se retiró, o declara que sus propias claves no son seguras.
    .remedy = Despache sin beneficios, y pregunte de nuevo cuando la palabra de la emisora vuelva a contar.
denial-NotYetValid = El primer día del certificado no ha empezado.
    .remedy = Pregunte de nuevo ese día.
denial-Suspended = El certificado, o la mitad que exigen los beneficios, está suspendido.
    .remedy = Despache sin beneficios, y pregunte de nuevo cuando la emisora lo haya restablecido.
denial-Expired = El último día del certificado ya pasó.
    .remedy = El titular debe pedir una renovación a su administración.
denial-Revoked = La emisora revocó el certificado.
    .remedy = Despache sin beneficios; solo un certificado nuevo los devuelve.
denial-Relinquished = El titular renunció al certificado.
    .remedy = Despache sin beneficios; solo un certificado nuevo los devuelve.
denial-Annulled = El certificado es nulo desde el principio.
    .remedy = Despache sin beneficios y revise los que se dieron antes: `aeo_usesOf` los enumera.
denial-NotAuthorised = El operador no tiene certificado.
    .remedy = Despache sin beneficios, o compare el identificador con el documento.
denial-RoleNotCertified = El certificado no comprende este rol.
    .remedy = Elija el rol con el que el operador actúa en la declaración, o despache sin beneficios.
denial-NoAgreement = No hay en vigor ningún acuerdo con la emisora.
    .remedy = Despache sin beneficios; `aeo_legs` muestra lo acordado.
denial-TypeNotEligible = Los acuerdos no cubren este tipo de certificado; en el propio país, el programa no le da nada.
    .remedy = Despache sin beneficios, o pida a las partes que enmienden el sentido.
denial-RoleNotEligible = Los acuerdos no cubren este rol.
    .remedy = Elija el rol con el que el operador actúa en la declaración, o despache sin beneficios.
denial-DirectionNotCovered = Los acuerdos no cubren este tipo de declaración.
    .remedy = Elija el tipo que tiene la declaración, o despache sin beneficios.
denial-NoConsent = Los acuerdos exigen el consentimiento del titular, que no está dado.
    .remedy = El titular debe darlo a su administración.
denial-RecognitionSuspended = Esta administración suspendió el reconocimiento del certificado.
    .remedy = Despache sin beneficios, o pida a un funcionario que lo restablezca con `suspensions.restoreRecognition`.

## El resultado

outcome-Denied = { $certificate ->
        [None] No reconocido: no hay beneficios.
       *[other] No reconocido: no hay beneficios. El certificado { $certificate } fue el que más se acercó.
    }
outcome-Granted = Reconocido: hay beneficios.

## Marcas de una respuesta

answer-issuer_quarantined = El consejo puso en cuarentena a la emisora. El resultado es el mismo; cada otorgante decide por sí misma.
answer-other_number-Former = Su número actual es { $present }: use ese.
answer-other_number-Branch = Está cubierto como establecimiento de { $of }.
answer-priority = Atiéndalo primero: hay un incidente abierto en la otorgante, y la recuperación del comercio está entre los beneficios.

## En qué se basa un beneficio

basis-Domestic = el programa en el propio país
basis-Agreement = el acuerdo { $agreement }

## Beneficios

benefit-FewerDocumentChecks = menos revisiones documentales
benefit-FewerInspections = menos inspecciones físicas
benefit-LowerRiskScore = menor puntaje en el sistema de gestión de riesgos
benefit-PriorityInspection = primer lugar en la fila de inspección cuando es seleccionado
benefit-PriorityClearance = despacho prioritario
benefit-LiaisonOfficer = punto de contacto designado
benefit-TradeRecovery = prioridad tras una interrupción del comercio
benefit-SecurePartner = sin visita de validación duplicada
benefit-SecurityMeasures = condición de OEA considerada en las medidas previas a la carga
benefit-ReducedData = declaración reducida o previa a la llegada
benefit-GuaranteeReduction = garantía dispensada o reducida
benefit-ExportSampling = menor muestreo en la exportación
