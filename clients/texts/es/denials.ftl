### Por qué no hay beneficios, y qué más dice una respuesta.

## Denegaciones, en el orden de las comprobaciones

denial-NoMatch = No se conoce ningún operador con este identificador.
    .remedy = Compárelo con el documento y pregunte a la emisora.
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
