### Qué ocurrió: los eventos de nuestros módulos.

## Administrations: administraciones

event-administrations-Proposed = { $proposer } propone { $territory } al consejo, como propuesta { $proposal }; puede admitirse antes de { $until }.
event-administrations-Retracted = Se retiró la propuesta { $proposal } de admitir a { $territory }.
event-administrations-Admitted = { $administration } está admitida y tiene un asiento en el consejo.
event-administrations-StateChanged = { $administration } está ahora { $to ->
        [Withdrawn] retirada
        [Quarantined] en cuarentena
        [Admitted] admitida
       *[other] { $to }
    }, { $by_council ->
        [true] por decisión del consejo
       *[false] por decisión propia
    }.
event-administrations-SeatKept = { $administration } está en cuarentena y conserva su asiento: al consejo le quedarían muy pocos.
event-administrations-NoticeGiven = { $administration } dio preaviso; puede retirarse a partir de { $until }.
event-administrations-NoticeWithdrawn = { $administration } retiró su preaviso.
event-administrations-OfficerAppointed = { $scopes ->
        [None] { $officer } firma por la cuenta propia de { $administration }, sin ámbitos.
       *[other] { $officer } es funcionario de { $administration } con los ámbitos { $scopes }.
    }
event-administrations-OfficerDismissed = { $officer } ya no es funcionario de { $administration }.
event-administrations-EncryptionKeyRotated = { $administration } tiene una clave de cifrado nueva, versión { $version }.
event-administrations-AccountOffered = { $account } puede pasar a ser la cuenta propia de { $administration }, cuando lo acepte.
event-administrations-AccountDeclined = { $account } no será la cuenta propia de { $administration }.
event-administrations-AccountRotated = La cuenta propia de { $administration } es desde ahora { $to }, en lugar de { $from }.
event-administrations-ValidatingChanged = { $administration } { $validating ->
        [true] empezará a validar
       *[false] dejará de validar
    } dentro de dos sesiones, { $by_council ->
        [true] por decisión del consejo
       *[false] por decisión propia
    }.
event-administrations-EquivocationNoted = Un validador de { $administration } firmó dos { $equivocation ->
        [TwoVotes] votos en una misma ronda
        [TwoBlocks] bloques en un mismo turno
       *[other] { $equivocation }
    } ({ $place }) en la sesión { $session }. Reportes de esta administración: { $count }.
event-administrations-SettingsChanged = { $administration } cambió sus ajustes.
event-administrations-UpgradeAuthorised = El consejo autorizó el runtime { $code_hash }; puede aplicarse desde { $from } hasta { $until }.
event-administrations-UpgradeWithdrawn = El consejo retiró el runtime autorizado { $code_hash }, o autorizó otro en su lugar.
event-administrations-UpgradeLapsed = Nadie aplicó a tiempo el runtime autorizado { $code_hash }.
event-administrations-StalledNoted = El consejo reinició la finalización desde el bloque { $best_finalised }; la nueva ronda empieza después de { $delay } bloques.
event-administrations-CredentialIssuerChanged = { $issuer ->
        [None] { $administration } ya no emite credenciales; las que emitió dejan de valer.
       *[other] { $administration } emite credenciales con el identificador y las claves: { $issuer }.
    }

## Fees: cuotas en lugar de tarifas

event-fees-QuotaChanged = El consejo cambió la cuota de { $administration }.

## Identities: operadores, TIN y alias

event-identities-TraderRegistered = { $administration } registró al operador con el TIN { $tin }; { $check ->
        [Passed] su dígito verificador es correcto
        [Overridden] su dígito verificador es incorrecto, y su administración responde por él
        [FormatOnly] solo pudo verificarse su forma
       *[other] { $check }
    }.
event-identities-TraderTakenOver = { $administration } actúa desde ahora por el operador { $trader }; antes lo hacía { $from }.
event-identities-TraderClosed = El operador { $trader } ya no existe.
event-identities-TraderMerged = El operador { $trader } se fusionó con otro y continúa como { $into }.
event-identities-AccountOffered = { $account } puede actuar por el operador { $trader }, cuando lo acepte.
event-identities-OfferEnded = El ofrecimiento a { $account } de actuar por el operador { $trader } se rechazó o se retiró.
event-identities-OfferLapsed = El ofrecimiento a { $account } de actuar por el operador { $trader } no se aceptó a tiempo.
event-identities-AccountLinked = { $account } actúa desde ahora por el operador { $trader }.
event-identities-AccountUnlinked = { $account } ya no actúa por el operador { $trader }.
event-identities-AliasGiven = El alias { $alias } lleva desde ahora al operador { $trader }; { $source ->
        [Confirmed] la otorgante lo confirmó
        [Derived] se deriva por una regla
        [Issued] la otorgante lo emitió
        [SelfDeclared] el operador lo declaró
       *[other] { $source }
    }.
event-identities-AliasDeclared = Se declaró el alias { $alias } para el operador { $trader }; la otorgante puede confirmarlo.
event-identities-AliasRemoved = El operador { $trader } ya no tiene el alias { $alias }.
event-identities-TraderSucceeded = El operador { $trader } continúa como { $by }; su número era { $from }.
event-identities-NumberReleased = El número { $number } ya no lleva al operador { $trader }.
event-identities-TraderDecisionProposed = La propuesta { $proposal } de { $administration } sobre el número { $tin } espera a un segundo funcionario hasta { $expires }: { $decision ->
        [RegisterDespiteCheck] registrar al operador pese al dígito verificador
        [Succeed] dejar que el operador siga con otro número
        [Release] soltar un número anterior
       *[other] { $decision }
    }.
event-identities-TraderDecisionConfirmed = La propuesta { $proposal } de { $administration } sobre el número { $tin } fue confirmada por un segundo funcionario y está ejecutada.
event-identities-TraderDecisionRefused = La propuesta { $proposal } de { $administration } sobre el número { $tin } se rechazó o se retiró.

## Applications: solicitudes, dictámenes de organismos, requerimientos, peticiones

event-applications-AgencyRegistered = { $administration } tiene el organismo { $code }, con la cuenta { $account }.
event-applications-AgencyRemoved = { $code } ya no es un organismo de { $administration }; sus dictámenes permanecen.
event-applications-AppealDismissed = Se desestimó el recurso sobre el certificado { $number } de { $issuer }: la decisión se mantiene.
event-applications-HolderAsked = El titular del certificado { $number } de { $issuer } pide { $wish ->
        [Appeal] que se deje sin efecto una decisión (recurso)
        [Suspension] que se suspenda
        [Relinquishment] renunciar a él
        [Reinstatement] que se restablezca
        [Renewal] que se renueve
       *[other] { $wish }
    }.
event-applications-OpinionGiven = El dictamen del organismo { $agency } sobre la solicitud { $number } de { $issuer }, versión { $version }: { $opinion ->
        [Favourable] favorable
        [NotConcerned] no le concierne
        [Unfavourable] desfavorable
       *[other] { $opinion }
    }.
event-applications-RequestAnswered = Se respondió el requerimiento { $request } sobre el certificado { $number } de { $issuer }.
event-applications-RequestClosed = El requerimiento { $request } sobre el certificado { $number } de { $issuer } está cerrado: { $outcome ->
        [Met] cumplido
        [Withdrawn] retirado
        [NotMet] no cumplido
       *[other] { $outcome }
    }.
event-applications-RequestMade = { $issuer } requiere al titular del certificado { $number }, hasta el { $due }, { $kind ->
        [CorrectiveAction] una acción correctiva
        [SelfAssessment] una autoevaluación
        [Visit] una visita a sus instalaciones
        [Information] información
       *[other] { $kind }
    } (requerimiento { $request }).
event-applications-WishWithdrawn = El titular del certificado { $number } de { $issuer } ya no pide { $wish ->
        [Appeal] que se deje sin efecto una decisión (recurso)
        [Suspension] que se suspenda
        [Relinquishment] renunciar a él
        [Reinstatement] que se restablezca
        [Renewal] que se renueve
       *[other] { $wish }
    }.

## Certificates: certificados OEA

event-certificates-ProgrammeSet = { $administration } creó o cambió su programa { $code }.
event-certificates-DomesticOffersSet = { $administration } fijó lo que otorga a sus propios operadores.
event-certificates-DecisionProposed = La propuesta { $proposal } sobre el certificado { $number } de { $issuer } espera a un segundo funcionario hasta { $expires }: { $decision ->
        [Authorise] autorizarlo
        [Renew] renovarlo
        [RefuseRenewal] denegar su renovación
        [RefuseApplication] denegar la solicitud
        [Relinquish] terminarlo por renuncia del titular
        [Overturn] dejar sin efecto una decisión tras un recurso
        [Revoke] revocarlo
        [Annul] anularlo
        [WithdrawApplication] retirar la solicitud por el titular
        [KeepInForce] mantenerlo vigente hasta que se decida su renovación
        [Rectify] rectificarlo
       *[other] { $decision }
    }.
event-certificates-DecisionRefused = La propuesta { $proposal } sobre el certificado { $number } de { $issuer } se rechazó o se retiró.
event-certificates-CertificateChanged = { $from ->
        [None] Certificado nuevo
       *[other] Certificado
    } { $number } de { $issuer }, versión { $version }: { $to ->
        [Applied] solicitado
        [Accepted] solicitud admitida a examen
        [Rejected] solicitud no admitida
        [ApplicationWithdrawn] solicitud retirada
        [Refused] solicitud denegada
        [Suspended] suspendido
        [Revoked] revocado
        [Relinquished] terminado por renuncia del titular
        [Annulled] anulado
        [Authorised] autorizado
       *[other] { $to }
    }.
event-certificates-AppealLapsed = Caducó el recurso sobre el certificado { $number } de { $issuer }: no queda nada que dejar sin efecto.
event-certificates-ReviewSet = { $under_review ->
        [true] El certificado { $number } de { $issuer } está en revisión.
       *[false] La revisión del certificado { $number } de { $issuer } terminó.
    } { $review_due ->
        [None] No hay un día fijado para revisarlo.
       *[other] Debe revisarse a más tardar el { $review_due }.
    }
event-certificates-BatchProposed = Un lote de { $issuer } espera a un segundo funcionario hasta { $expires }, como propuesta { $proposal }. Filas: { $rows }.
event-certificates-RowFailed = La fila { $row } (contada desde 0) de un lote de { $issuer }, certificado { $number }, falla: { $error }
event-certificates-BatchDone = Un lote de { $issuer } quedó concluido. Filas hechas: { $done }; fallidas: { $failed }.
event-certificates-BatchRefused = Un lote de { $issuer }, propuesta { $proposal }, se rechazó o se retiró.
event-certificates-SuccessionDecided = { $administration } decidió que { $by } sucede a { $of } desde { $from }.
event-certificates-SuccessionWithdrawn = { $administration } retiró que otro tipo suceda a { $of }.
event-certificates-ConsentChanged = El titular del certificado { $number } de { $issuer } { $given ->
        [true] da
       *[false] retira
    } su consentimiento para compartirlo { $consent_for ->
        [Agreement] en un acuerdo
       *[All] en todos los acuerdos
    }, según { $on_paper ->
        [true] dice un funcionario que tiene su documento
       *[false] dice él mismo
    }.
event-certificates-CredentialsVoided = Las credenciales del certificado { $number } de { $issuer } dejan de valer; desde ahora cuentan las de la edición { $edition }.

## Suspensions: suspensiones, reconocimiento e irregularidades

event-suspensions-Suspended = { $issuer } suspendió { $scope ->
        [Customs] la mitad aduanera
        [Security] la mitad de seguridad
        [Full] la totalidad
       *[other] { $scope }
    } de { $numbers }, { $end ->
        [DecisionAfter] hasta una decisión que debe tomarse después de un día fijado
        [ResumesAfter] hasta un día fijado inclusive
        [Open] hasta que decida otra cosa
       *[other] { $end }
    }.
event-suspensions-LeftAlone = El certificado { $number } de { $issuer } no se suspendió con los demás: { $error }
event-suspensions-ReinstatementProposed = La propuesta { $proposal } de restablecer { $scope ->
        [Customs] la mitad aduanera
        [Security] la mitad de seguridad
        [Full] la totalidad
       *[other] { $scope }
    } del certificado { $number } de { $issuer } espera a un segundo funcionario hasta { $expires }.
event-suspensions-ReinstatementRefused = La propuesta { $proposal } de restablecer el certificado { $number } de { $issuer } se rechazó o se retiró.
event-suspensions-Reinstated = { $issuer } restableció { $scope ->
        [Customs] la mitad aduanera
        [Security] la mitad de seguridad
        [Full] la totalidad
       *[other] { $scope }
    } del certificado { $number }.
event-suspensions-RecognitionSuspended = { $grantor } suspendió el reconocimiento del certificado { $number } de { $issuer }; debe revisarlo el { $review_on }.
event-suspensions-RecognitionRestored = { $grantor } reconoce de nuevo el certificado { $number } de { $issuer }.
event-suspensions-Acknowledged = { $grantor } acusó recibo de la versión { $version } del certificado { $number } de { $issuer }.
event-suspensions-AcknowledgedThrough = { $grantor } acusó recibo de lo que comunicó { $issuer }, hasta los lugares que nombró.
event-suspensions-IrregularityReported = { $grantor } reportó a { $issuer } una irregularidad del certificado { $number }, como reporte { $report }.
event-suspensions-IrregularityAnswered = { $issuer } respondió el reporte { $report } de { $grantor } sobre el certificado { $number }.

## Agreements: acuerdos de reconocimiento mutuo (ARM)

event-agreements-AgreementProposed = { $proposer } propone el acuerdo { $agreement } entre { $parties }; espera firmas.
event-agreements-TypesUnknownToIssuer = El sentido de { $issuer } a { $grantor } del acuerdo { $agreement } nombra tipos que ningún programa de { $issuer } tiene: sus certificados no obtendrían nada.
event-agreements-AgreementSigned = { $party } firmó el acuerdo { $agreement }; { $complete ->
        [true] ya firmaron todas las partes
       *[false] faltan otras firmas
    }.
event-agreements-LegChanged = El sentido de { $issuer } a { $grantor } del acuerdo { $agreement } está { $to ->
        [InForce] en vigor desde su primer día
        [Suspended] suspendido
        [NoticeGiven] en preaviso
        [Ended] terminado
        [Pending] acordado, sin un primer día
       *[other] { $to }
    }; { $until ->
        [None] no tiene fijado un último día
       *[other] su último día es el { $until }
    }.
event-agreements-ProposalRetracted = El acuerdo { $agreement } se retiró antes de que todas las partes lo firmaran.
event-agreements-ProposalLapsed = El acuerdo { $agreement }, propuesto por { $proposer }, no lo firmaron a tiempo todas las partes, y caducó.
event-agreements-AmendmentLapsed = La enmienda del acuerdo { $agreement }, propuesta por { $proposer }, no la firmaron a tiempo todas las partes, y caducó.
event-agreements-NoticeGiven = { $party } dio preaviso del acuerdo { $agreement }; el último día de sus sentidos es el { $until }.
event-agreements-NoticeWithdrawalAsked = { $party } pide que se retire su preaviso del acuerdo { $agreement }.
event-agreements-NoticeWithdrawalAgreed = { $by } está de acuerdo con que se retire el preaviso del acuerdo { $agreement } que dio { $party }.
event-agreements-NoticeWithdrawn = Se retiró el preaviso del acuerdo { $agreement } que dio { $party }: sus sentidos continúan.
event-agreements-AmendmentProposed = { $proposer } propone la versión { $version } del acuerdo { $agreement }; espera firmas. { $acceding ->
        [None] Nadie se adhiere con ella.
       *[other] Con ella se adhiere: { $acceding }.
    }
event-agreements-AmendmentSigned = { $party } firmó la versión { $version } del acuerdo { $agreement }; { $complete ->
        [true] ya firmaron todas las partes
       *[false] faltan otras firmas
    }.
event-agreements-AmendmentRetracted = La versión { $version } del acuerdo { $agreement } ya no está propuesta: { $by } la retiró o dio preaviso.
event-agreements-MilestoneRecorded = { $party } registró un hito del acuerdo { $agreement }, del { $on }: { $kind ->
        [ProgrammeComparison] comparación de los programas
        [JointValidation] validación conjunta
        [Pilot] plan piloto
        [LetterOfIntent] carta de intención
       *[other] { $kind }
    }.

## Disclosures: listas de datos confidenciales

event-disclosures-ListPublished = { $issuer } publicó la lista { $sequence } para { $reader }: { $pages } páginas, hechas sobre el bloque { $as_of }.
event-disclosures-SourceSet = Los archivos de { $administration } se obtienen desde ahora en: { $source }.
event-disclosures-HolderKeySet = Lo que es para el operador { $trader } se sella desde ahora para la clave: { $key }.

## Benefits: beneficios

event-benefits-BenefitsGranted = { $grantor } otorgó beneficios a la declaración de { $direction ->
        [Export] exportación
        [Import] importación
       *[other] { $direction }
    } { $declaration } del operador { $trader }, certificado por { $issuer }: { $benefits }.
event-benefits-AlreadyRecorded = Los beneficios que { $grantor } otorgó a la declaración { $declaration } se registraron en el bloque { $recorded_in }: no se registró nada de nuevo.
event-benefits-BenefitsChanged = Certificado { $number } de { $issuer }. Empiezan los beneficios en: { $begin ->
        [None] ninguna administración
       *[other] { $begin }
    }. Terminan los beneficios en: { $end ->
        [None] ninguna administración
       *[other] { $end }
    }.
event-benefits-GrantFailed = La fila { $row } (contada desde 0) de { $grantor } no obtuvo beneficios: { $error }
event-benefits-GrantsPruned = { $grantor } eliminó registros antiguos de beneficios; lo que contaron sigue contado. Eliminados: { $count }.
event-benefits-IncidentOpened = { $grantor } abrió el incidente { $incident } ({ $kind ->
        [AlertLevel] nivel de alerta
        [BorderClosure] cierre de una frontera
        [NaturalDisaster] desastre natural
        [Hazard] mercancía o lugar peligroso
        [Other] otro
       *[other] { $kind }
    }): se atiende primero a quien tiene el beneficio de recuperación del comercio.
event-benefits-IncidentClosed = { $grantor } cerró el incidente { $incident } ({ $kind ->
        [AlertLevel] nivel de alerta
        [BorderClosure] cierre de una frontera
        [NaturalDisaster] desastre natural
        [Hazard] mercancía o lugar peligroso
        [Other] otro
       *[other] { $kind }
    }).
event-benefits-UsesSealed = { $grantor } registró usos sellados, como registro { $record }. Usos: { $leaves }; titulares: { $lines }.
