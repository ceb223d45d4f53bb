### Por que não há benefícios, e o que mais diz uma resposta.

## Denegações, na ordem das verificações

denial-NoMatch = Não se conhece nenhum operador com este identificador.
    .remedy = Compare-o com o documento e pergunte à emissora.
denial-NotANumber = { $reason ->
        [Empty] Não há nenhum número.
        [TooLong] O número tem mais de 35 caracteres.
        [UnknownTerritory] O número não começa com o código de um território.
        [SchemeElsewhere] O território não usa este esquema.
        [Prefix] O número não começa como os do seu esquema.
        [Length] O número tem uma quantidade errada de caracteres.
        [Character] Uma letra, algarismo ou sinal está no lugar errado.
        [Date] A data no número não existe no calendário.
        [NeverIssued] Uma parte do número nunca é emitida.
       *[CheckDigit] O dígito verificador não corresponde aos demais caracteres.
        [UnknownCharacter] O texto tem um caractere que nenhum número tem.
        [CheckDigitMissing] A um número de empresa de nove algarismos falta o dígito verificador.
        [Generic] O número representa o público ou os estrangeiros, e não é de nenhuma empresa.
        [GreeceIsGr] A Grécia é `EL` só nos números de IVA.
        [TwoCodes] Sobra um código de território no começo.
        [ZeroMissing] Falta um caractere, e com um zero no começo o número estaria certo.
        [ZeroTooMany] Sobra um caractere, e sem o zero do começo o número estaria certo.
        [IdentityCard] O número é o de uma carteira de identidade.
        [InvoiceNumber] O `T` do começo é de um número de fatura.
    }
    .remedy = { $reason ->
        [Empty] Escreva o número do operador.
        [TooLong] Escreva um só número, completo.
        [UnknownTerritory] Anteponha duas letras da ISO 3166-1, EU, XI ou XK (a Grécia é GR).
        [SchemeElsewhere] Escreva um número do território.
        [Prefix] Confira o começo com o documento.
        [Length] Procure um que falte ou sobre.
        [Character] Confira com o documento; primeiro o O com o 0 e o I com o 1.
        [Date] Confira os seus seis algarismos.
        [NeverIssued] Confira o prefixo e a série com o documento.
       *[CheckDigit] Procure um erro de digitação.
        [UnknownCharacter] `aeo_tinCheck` diz o lugar; escreva-o de novo, conforme o documento.
        [CheckDigitMissing] Escreva-o atrás, se o documento tiver esses nove; `aeo_tinCheck` diz qual é.
        [Generic] Peça o número próprio da empresa.
        [GreeceIsGr] Escreva GR em vez de EL.
        [TwoCodes] Escreva só o de quem deu o número, uma vez.
        [ZeroMissing] Anteponha um 0 se o documento o tiver.
        [ZeroTooMany] Escreva-o sem ele, se assim estiver no documento.
        [IdentityCard] Peça o número próprio da empresa.
        [InvoiceNumber] Escreva os 13 algarismos do número da sociedade.
    }
denial-AliasUnconfirmed = O alias foi declarado pelo operador, e a concedente não o confirmou.
    .remedy = Peça a um funcionário que o confirme com `identities.confirmAlias`, ou nomeie o operador pelo seu TIN.
denial-TraderNotActive = { $merged_into ->
        [None] O operador está encerrado.
       *[other] O operador foi fundido com outro e continua como { $merged_into }.
    }
    .remedy = { $merged_into ->
        [None] Desembarace sem benefícios.
       *[other] Use o TIN com o qual ele continua.
    }
denial-IssuerUnverifiable = A emissora do certificado se retirou, ou declara que as suas próprias chaves não são seguras.
    .remedy = Desembarace sem benefícios, e pergunte de novo quando a palavra da emissora voltar a contar.
denial-NotYetValid = O primeiro dia do certificado não começou.
    .remedy = Pergunte de novo nesse dia.
denial-Suspended = O certificado, ou a metade que os benefícios exigem, está suspenso.
    .remedy = Desembarace sem benefícios, e pergunte de novo quando a emissora o tiver restabelecido.
denial-Expired = O último dia do certificado já passou.
    .remedy = O titular deve pedir uma renovação à sua administração.
denial-Revoked = A emissora revogou o certificado.
    .remedy = Desembarace sem benefícios; só um certificado novo os traz de volta.
denial-Relinquished = O titular renunciou ao certificado.
    .remedy = Desembarace sem benefícios; só um certificado novo os traz de volta.
denial-Annulled = O certificado é nulo desde o início.
    .remedy = Desembarace sem benefícios e verifique os que foram dados antes: `aeo_usesOf` os enumera.
denial-NotAuthorised = O operador não tem certificado.
    .remedy = Desembarace sem benefícios, ou compare o identificador com o documento.
denial-RoleNotCertified = O certificado não abrange este papel.
    .remedy = Escolha o papel com o qual o operador age na declaração, ou desembarace sem benefícios.
denial-NoAgreement = Não há em vigor nenhum acordo com a emissora.
    .remedy = Desembarace sem benefícios; `aeo_legs` mostra o que foi acordado.
denial-TypeNotEligible = Os acordos não cobrem este tipo de certificado; no próprio país, o programa não lhe dá nada.
    .remedy = Desembarace sem benefícios, ou peça às partes que emendem o sentido.
denial-RoleNotEligible = Os acordos não cobrem este papel.
    .remedy = Escolha o papel com o qual o operador age na declaração, ou desembarace sem benefícios.
denial-DirectionNotCovered = Os acordos não cobrem este tipo de declaração.
    .remedy = Escolha o tipo que a declaração tem, ou desembarace sem benefícios.
denial-NoConsent = Os acordos exigem o consentimento do titular, que não foi dado.
    .remedy = O titular deve dá-lo à sua administração.
denial-RecognitionSuspended = Esta administração suspendeu o reconhecimento do certificado.
    .remedy = Desembarace sem benefícios, ou peça a um funcionário que o restabeleça com `suspensions.restoreRecognition`.

## O resultado

outcome-Denied = { $certificate ->
        [None] Não reconhecido: não há benefícios.
       *[other] Não reconhecido: não há benefícios. O certificado { $certificate } foi o que chegou mais perto.
    }
outcome-Granted = Reconhecido: há benefícios.

## Marcas de uma resposta

answer-issuer_quarantined = O conselho pôs a emissora em quarentena. O resultado é o mesmo; cada concedente decide por si.
answer-other_number-Former = Seu número atual é { $present }: use esse.
answer-other_number-Branch = Está coberto como estabelecimento de { $of }.
answer-priority = Atenda-o primeiro: há um incidente aberto na concedente, e a recuperação do comércio está entre os benefícios.

## Em que se baseia um benefício

basis-Domestic = o programa no próprio país
basis-Agreement = o acordo { $agreement }

## Benefícios

benefit-FewerDocumentChecks = menos análises documentais
benefit-FewerInspections = menos inspeções físicas
benefit-LowerRiskScore = menor pontuação no sistema de gestão de riscos
benefit-PriorityInspection = primeiro lugar na fila de inspeção quando selecionado
benefit-PriorityClearance = desembaraço prioritário
benefit-LiaisonOfficer = ponto de contato designado
benefit-TradeRecovery = prioridade após uma interrupção do comércio
benefit-SecurePartner = sem visita de validação em duplicidade
benefit-SecurityMeasures = condição de OEA considerada nas medidas anteriores ao carregamento
benefit-ReducedData = declaração reduzida ou anterior à chegada
benefit-GuaranteeReduction = garantia dispensada ou reduzida
benefit-ExportSampling = menor amostragem na exportação
