### O que aconteceu: os eventos dos nossos módulos.

## Administrations: administrações

event-administrations-Proposed = { $proposer } propõe { $territory } ao conselho, como proposta { $proposal }; pode ser admitida antes de { $until }.
event-administrations-Retracted = A proposta { $proposal } de admitir { $territory } foi retirada.
event-administrations-Admitted = { $administration } está admitida e tem um assento no conselho.
event-administrations-StateChanged = { $administration } está agora { $to ->
        [Withdrawn] retirada
        [Quarantined] em quarentena
        [Admitted] admitida
       *[other] { $to }
    }, { $by_council ->
        [true] por decisão do conselho
       *[false] por decisão própria
    }.
event-administrations-SeatKept = { $administration } está em quarentena e mantém o seu assento: ao conselho restariam assentos de menos.
event-administrations-NoticeGiven = { $administration } deu aviso prévio; pode retirar-se a partir de { $until }.
event-administrations-NoticeWithdrawn = { $administration } retirou o seu aviso prévio.
event-administrations-OfficerAppointed = { $scopes ->
        [None] { $officer } assina pela conta própria de { $administration }, sem âmbitos.
       *[other] { $officer } é funcionário de { $administration } com os âmbitos { $scopes }.
    }
event-administrations-OfficerDismissed = { $officer } não é mais funcionário de { $administration }.
event-administrations-EncryptionKeyRotated = { $administration } tem uma chave de criptografia nova, versão { $version }.
event-administrations-AccountOffered = { $account } pode passar a ser a conta própria de { $administration }, quando aceitar.
event-administrations-AccountDeclined = { $account } não será a conta própria de { $administration }.
event-administrations-AccountRotated = A conta própria de { $administration } é a partir de agora { $to }, no lugar de { $from }.
event-administrations-ValidatingChanged = { $administration } { $validating ->
        [true] começará a validar
       *[false] deixará de validar
    } daqui a duas sessões, { $by_council ->
        [true] por decisão do conselho
       *[false] por decisão própria
    }.
event-administrations-EquivocationNoted = Um validador de { $administration } assinou dois { $equivocation ->
        [TwoVotes] votos em uma mesma rodada
        [TwoBlocks] blocos em um mesmo turno
       *[other] { $equivocation }
    } ({ $place }) na sessão { $session }. Comunicações sobre esta administração: { $count }.
event-administrations-SettingsChanged = { $administration } mudou as suas opções.
event-administrations-UpgradeAuthorised = O conselho autorizou o runtime { $code_hash }; ele pode ser aplicado de { $from } até { $until }.
event-administrations-UpgradeWithdrawn = O conselho retirou o runtime autorizado { $code_hash }, ou autorizou outro no seu lugar.
event-administrations-UpgradeLapsed = Ninguém aplicou a tempo o runtime autorizado { $code_hash }.
event-administrations-StalledNoted = O conselho reiniciou a finalização a partir do bloco { $best_finalised }; a nova rodada começa depois de { $delay } blocos.
event-administrations-CredentialIssuerChanged = { $issuer ->
        [None] { $administration } não emite mais credenciais; as que emitiu deixam de valer.
       *[other] { $administration } emite credenciais com o identificador e as chaves: { $issuer }.
    }

## Fees: cotas em lugar de taxas

event-fees-QuotaChanged = O conselho mudou a cota de { $administration }.

## Identities: operadores, TIN e alias

event-identities-TraderRegistered = { $administration } registrou o operador com o TIN { $tin }; { $check ->
        [Passed] o seu dígito verificador está certo
        [Overridden] o seu dígito verificador está errado, e a sua administração responde por ele
        [FormatOnly] só foi possível verificar a sua forma
       *[other] { $check }
    }.
event-identities-TraderTakenOver = { $administration } age a partir de agora pelo operador { $trader }; antes era { $from }.
event-identities-TraderClosed = O operador { $trader } não existe mais.
event-identities-TraderMerged = O operador { $trader } foi fundido com outro e continua como { $into }.
event-identities-AccountOffered = { $account } pode agir pelo operador { $trader }, quando aceitar.
event-identities-OfferEnded = O oferecimento a { $account } de agir pelo operador { $trader } foi recusado ou retirado.
event-identities-OfferLapsed = O oferecimento a { $account } de agir pelo operador { $trader } não foi aceito a tempo.
event-identities-AccountLinked = { $account } age a partir de agora pelo operador { $trader }.
event-identities-AccountUnlinked = { $account } não age mais pelo operador { $trader }.
event-identities-AliasGiven = O alias { $alias } leva a partir de agora ao operador { $trader }; { $source ->
        [Confirmed] a concedente o confirmou
        [Derived] é derivado por uma regra
        [Issued] a concedente o emitiu
        [SelfDeclared] o operador o declarou
       *[other] { $source }
    }.
event-identities-AliasDeclared = O alias { $alias } foi declarado para o operador { $trader }; a concedente pode confirmá-lo.
event-identities-AliasRemoved = O operador { $trader } não tem mais o alias { $alias }.
event-identities-TraderSucceeded = O operador { $trader } continua como { $by }; o seu número era { $from }.
event-identities-NumberReleased = O número { $number } já não leva ao operador { $trader }.
event-identities-TraderDecisionProposed = A proposta { $proposal } de { $administration } sobre o número { $tin } espera um segundo funcionário até { $expires }: { $decision ->
        [RegisterDespiteCheck] registrar o operador apesar do dígito verificador
        [Succeed] deixar o operador seguir com outro número
        [Release] soltar um número anterior
       *[other] { $decision }
    }.
event-identities-TraderDecisionConfirmed = A proposta { $proposal } de { $administration } sobre o número { $tin } foi confirmada por um segundo funcionário e está executada.
event-identities-TraderDecisionRefused = A proposta { $proposal } de { $administration } sobre o número { $tin } foi recusada ou retirada.

## Applications: solicitações, pareceres de órgãos, exigências, pedidos

event-applications-AgencyRegistered = { $administration } tem o órgão { $code }, com a conta { $account }.
event-applications-AgencyRemoved = { $code } não é mais um órgão de { $administration }; os seus pareceres permanecem.
event-applications-AppealDismissed = O recurso sobre o certificado { $number } de { $issuer } foi julgado improcedente: a decisão se mantém.
event-applications-HolderAsked = O titular do certificado { $number } de { $issuer } pede { $wish ->
        [Appeal] que uma decisão seja tornada sem efeito (recurso)
        [Suspension] que ele seja suspenso
        [Relinquishment] para renunciar a ele
        [Reinstatement] que ele seja restabelecido
        [Renewal] que ele seja renovado
       *[other] { $wish }
    }.
event-applications-OpinionGiven = O parecer do órgão { $agency } sobre o requerimento { $number } de { $issuer }, versão { $version }: { $opinion ->
        [Favourable] favorável
        [NotConcerned] não lhe diz respeito
        [Unfavourable] desfavorável
       *[other] { $opinion }
    }.
event-applications-RequestAnswered = A exigência { $request } sobre o certificado { $number } de { $issuer } foi respondida.
event-applications-RequestClosed = A exigência { $request } sobre o certificado { $number } de { $issuer } está encerrada: { $outcome ->
        [Met] cumprida
        [Withdrawn] retirada
        [NotMet] não cumprida
       *[other] { $outcome }
    }.
event-applications-RequestMade = { $issuer } exige do titular do certificado { $number }, até { $due }, { $kind ->
        [CorrectiveAction] uma ação corretiva
        [SelfAssessment] uma autoavaliação
        [Visit] uma visita às suas instalações
        [Information] informações
       *[other] { $kind }
    } (exigência { $request }).
event-applications-WishWithdrawn = O titular do certificado { $number } de { $issuer } não pede mais { $wish ->
        [Appeal] que uma decisão seja tornada sem efeito (recurso)
        [Suspension] que ele seja suspenso
        [Relinquishment] para renunciar a ele
        [Reinstatement] que ele seja restabelecido
        [Renewal] que ele seja renovado
       *[other] { $wish }
    }.

## Certificates: certificados OEA

event-certificates-ProgrammeSet = { $administration } criou ou mudou o seu programa { $code }.
event-certificates-DomesticOffersSet = { $administration } fixou o que concede aos seus próprios operadores.
event-certificates-DecisionProposed = A proposta { $proposal } sobre o certificado { $number } de { $issuer } espera um segundo funcionário até { $expires }: { $decision ->
        [Authorise] autorizá-lo
        [Renew] renová-lo
        [RefuseRenewal] indeferir a sua renovação
        [RefuseApplication] indeferir o requerimento
        [Relinquish] terminá-lo por renúncia do titular
        [Overturn] tornar sem efeito uma decisão após um recurso
        [Revoke] revogá-lo
        [Annul] anulá-lo
        [WithdrawApplication] retirar o requerimento pelo titular
        [KeepInForce] mantê-lo vigente até que se decida a sua renovação
        [Rectify] retificá-lo
       *[other] { $decision }
    }.
event-certificates-DecisionRefused = A proposta { $proposal } sobre o certificado { $number } de { $issuer } foi recusada ou retirada.
event-certificates-CertificateChanged = { $from ->
        [None] Certificado novo
       *[other] Certificado
    } { $number } de { $issuer }, versão { $version }: { $to ->
        [Applied] requerido
        [Accepted] requerimento admitido a exame
        [Rejected] requerimento não admitido
        [ApplicationWithdrawn] requerimento retirado
        [Refused] requerimento indeferido
        [Suspended] suspenso
        [Revoked] revogado
        [Relinquished] terminado por renúncia do titular
        [Annulled] anulado
        [Authorised] autorizado
       *[other] { $to }
    }.
event-certificates-AppealLapsed = O recurso sobre o certificado { $number } de { $issuer } caducou: não resta nada a tornar sem efeito.
event-certificates-ReviewSet = { $under_review ->
        [true] O certificado { $number } de { $issuer } está em revisão.
       *[false] A revisão do certificado { $number } de { $issuer } terminou.
    } { $review_due ->
        [None] Não há um dia fixado para revisá-lo.
       *[other] Deve ser revisado até { $review_due }.
    }
event-certificates-BatchProposed = Um lote de { $issuer } espera um segundo funcionário até { $expires }, como proposta { $proposal }. Linhas: { $rows }.
event-certificates-RowFailed = A linha { $row } (contada a partir de 0) de um lote de { $issuer }, certificado { $number }, falha: { $error }
event-certificates-BatchDone = Um lote de { $issuer } está concluído. Linhas feitas: { $done }; com falha: { $failed }.
event-certificates-BatchRefused = Um lote de { $issuer }, proposta { $proposal }, foi recusado ou retirado.
event-certificates-SuccessionDecided = { $administration } decidiu que { $by } sucede a { $of } a partir de { $from }.
event-certificates-SuccessionWithdrawn = { $administration } retirou que outro tipo suceda a { $of }.
event-certificates-ConsentChanged = O titular do certificado { $number } de { $issuer } { $given ->
        [true] dá
       *[false] retira
    } o seu consentimento para compartilhá-lo { $consent_for ->
        [Agreement] em um acordo
       *[All] em todos os acordos
    }, segundo { $on_paper ->
        [true] diz um funcionário que tem o documento dele
       *[false] diz ele mesmo
    }.
event-certificates-CredentialsVoided = As credenciais do certificado { $number } de { $issuer } deixam de valer; a partir de agora contam as da edição { $edition }.

## Suspensions: suspensões, reconhecimento e irregularidades

event-suspensions-Suspended = { $issuer } suspendeu { $scope ->
        [Customs] a metade aduaneira
        [Security] a metade de segurança
        [Full] a totalidade
       *[other] { $scope }
    } de { $numbers }, { $end ->
        [DecisionAfter] até uma decisão que deve ser tomada depois de um dia fixado
        [ResumesAfter] até um dia fixado, inclusive
        [Open] até que decida outra coisa
       *[other] { $end }
    }.
event-suspensions-LeftAlone = O certificado { $number } de { $issuer } não foi suspenso com os demais: { $error }
event-suspensions-ReinstatementProposed = A proposta { $proposal } de restabelecer { $scope ->
        [Customs] a metade aduaneira
        [Security] a metade de segurança
        [Full] a totalidade
       *[other] { $scope }
    } do certificado { $number } de { $issuer } espera um segundo funcionário até { $expires }.
event-suspensions-ReinstatementRefused = A proposta { $proposal } de restabelecer o certificado { $number } de { $issuer } foi recusada ou retirada.
event-suspensions-Reinstated = { $issuer } restabeleceu { $scope ->
        [Customs] a metade aduaneira
        [Security] a metade de segurança
        [Full] a totalidade
       *[other] { $scope }
    } do certificado { $number }.
event-suspensions-RecognitionSuspended = { $grantor } suspendeu o reconhecimento do certificado { $number } de { $issuer }; deve revisá-lo em { $review_on }.
event-suspensions-RecognitionRestored = { $grantor } reconhece de novo o certificado { $number } de { $issuer }.
event-suspensions-Acknowledged = { $grantor } acusou recebimento da versão { $version } do certificado { $number } de { $issuer }.
event-suspensions-AcknowledgedThrough = { $grantor } acusou recebimento do que { $issuer } comunicou, até os lugares que indicou.
event-suspensions-IrregularityReported = { $grantor } comunicou a { $issuer } uma irregularidade do certificado { $number }, como comunicação { $report }.
event-suspensions-IrregularityAnswered = { $issuer } respondeu a comunicação { $report } de { $grantor } sobre o certificado { $number }.

## Agreements: acordos de reconhecimento mútuo (ARM)

event-agreements-AgreementProposed = { $proposer } propõe o acordo { $agreement } entre { $parties }; espera assinaturas.
event-agreements-TypesUnknownToIssuer = O sentido de { $issuer } a { $grantor } do acordo { $agreement } nomeia tipos que nenhum programa de { $issuer } tem: os seus certificados não obteriam nada.
event-agreements-AgreementSigned = { $party } assinou o acordo { $agreement }; { $complete ->
        [true] todas as partes já assinaram
       *[false] faltam outras assinaturas
    }.
event-agreements-LegChanged = O sentido de { $issuer } a { $grantor } do acordo { $agreement } está { $to ->
        [InForce] em vigor a partir do seu primeiro dia
        [Suspended] suspenso
        [NoticeGiven] sob aviso prévio
        [Ended] terminado
        [Pending] acordado, sem um primeiro dia
       *[other] { $to }
    }; { $until ->
        [None] não tem fixado um último dia
       *[other] o seu último dia é { $until }
    }.
event-agreements-ProposalRetracted = O acordo { $agreement } foi retirado antes que todas as partes o assinassem.
event-agreements-ProposalLapsed = O acordo { $agreement }, proposto por { $proposer }, não foi assinado a tempo por todas as partes, e caducou.
event-agreements-AmendmentLapsed = A emenda do acordo { $agreement }, proposta por { $proposer }, não foi assinada a tempo por todas as partes, e caducou.
event-agreements-NoticeGiven = { $party } deu aviso prévio do acordo { $agreement }; o último dia dos seus sentidos é { $until }.
event-agreements-NoticeWithdrawalAsked = { $party } pede que seja retirado o seu aviso prévio do acordo { $agreement }.
event-agreements-NoticeWithdrawalAgreed = { $by } concorda que seja retirado o aviso prévio do acordo { $agreement } dado por { $party }.
event-agreements-NoticeWithdrawn = O aviso prévio do acordo { $agreement } dado por { $party } foi retirado: os seus sentidos continuam.
event-agreements-AmendmentProposed = { $proposer } propõe a versão { $version } do acordo { $agreement }; espera assinaturas. { $acceding ->
        [None] Ninguém adere com ela.
       *[other] Com ela adere: { $acceding }.
    }
event-agreements-AmendmentSigned = { $party } assinou a versão { $version } do acordo { $agreement }; { $complete ->
        [true] todas as partes já assinaram
       *[false] faltam outras assinaturas
    }.
event-agreements-AmendmentRetracted = A versão { $version } do acordo { $agreement } não está mais proposta: { $by } a retirou ou deu aviso prévio.
event-agreements-MilestoneRecorded = { $party } registrou um marco do acordo { $agreement }, de { $on }: { $kind ->
        [ProgrammeComparison] comparação dos programas
        [JointValidation] validação conjunta
        [Pilot] piloto
        [LetterOfIntent] carta de intenções
       *[other] { $kind }
    }.

## Disclosures: listas de dados confidenciais

event-disclosures-ListPublished = { $issuer } publicou a lista { $sequence } para { $reader }: { $pages } páginas, feitas sobre o bloco { $as_of }.
event-disclosures-SourceSet = Os arquivos de { $administration } são obtidos a partir de agora em: { $source }.
event-disclosures-HolderKeySet = O que é para o operador { $trader } é selado a partir de agora para a chave: { $key }.

## Benefits: benefícios

event-benefits-BenefitsGranted = { $grantor } concedeu benefícios à declaração de { $direction ->
        [Export] exportação
        [Import] importação
       *[other] { $direction }
    } { $declaration } do operador { $trader }, certificado por { $issuer }: { $benefits }.
event-benefits-AlreadyRecorded = Os benefícios que { $grantor } concedeu à declaração { $declaration } foram registrados no bloco { $recorded_in }: nada foi registrado de novo.
event-benefits-BenefitsChanged = Certificado { $number } de { $issuer }. Começam os benefícios em: { $begin ->
        [None] nenhuma administração
       *[other] { $begin }
    }. Terminam os benefícios em: { $end ->
        [None] nenhuma administração
       *[other] { $end }
    }.
event-benefits-GrantFailed = A linha { $row } (contada a partir de 0) de { $grantor } não obteve benefícios: { $error }
event-benefits-GrantsPruned = { $grantor } removeu registros antigos de benefícios; o que contaram continua contado. Removidos: { $count }.
event-benefits-IncidentOpened = { $grantor } abriu o incidente { $incident } ({ $kind ->
        [AlertLevel] nível de alerta
        [BorderClosure] fechamento de uma fronteira
        [NaturalDisaster] desastre natural
        [Hazard] mercadoria ou lugar perigoso
        [Other] outro
       *[other] { $kind }
    }): é atendido primeiro quem tem o benefício de recuperação do comércio.
event-benefits-IncidentClosed = { $grantor } encerrou o incidente { $incident } ({ $kind ->
        [AlertLevel] nível de alerta
        [BorderClosure] fechamento de uma fronteira
        [NaturalDisaster] desastre natural
        [Hazard] mercadoria ou lugar perigoso
        [Other] outro
       *[other] { $kind }
    }).
event-benefits-UsesSealed = { $grantor } registrou usos selados, como registro { $record }. Usos: { $leaves }; titulares: { $lines }.
