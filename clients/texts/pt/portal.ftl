### O que diz o portal: clients/portal.

## Em volta de cada tela

portal-title = Certificados OEA
portal-language = Idioma
portal-skip = Ir ao conteúdo
portal-footer = Esta página é um conjunto de arquivos. Só pergunta aos nós da sua rede, e o que mostra é público; a chave que você abre fica na memória desta aba.
portal-no-network = O arquivo `network.json` junto a esta página falta ou não pode ser lido. Pergunte a quem publica a página.
portal-asking = Consultando …
portal-not-reached = A rede não é alcançada: acima diz por quê.
portal-not-answered = Não houve resposta.
    .remedy = O que foi mostrado antes permanece. Veja acima se a rede é alcançada, e pergunte de novo.
portal-again = Perguntar de novo
portal-newer = Posteriores
portal-older = Anteriores
portal-cancel = Cancelar
portal-close = Fechar
portal-sign = Assinar
portal-failed = Não foi possível: { $detail }
    .remedy = Nada do que você escreveu se perde. Tente de novo; se falhar outra vez, diga a quem publica a página o que está aqui.
portal-declined = Não foi assinado.
    .remedy = Assine onde a extensão do seu navegador pede, ou deixe.

nav-label = Telas
nav-find = Consultar
nav-work = Meu trabalho
nav-mine = Meus certificados
nav-agreements = Acordos
nav-council = Conselho
nav-key = Abrir uma chave

## Quem responde

source-light = Verificado nesta página pelo cliente leve.
source-node = Dito pelo nó { $address }, sem verificação.
source-final = Bloco final { $block }, há { $age } s.
source-change = Mudar
reached-connecting = { $kind ->
        [light] Procurando nós da rede. Se isto durar mais de um minuto, pergunte a um nó.
       *[node] O nó não responde. Tenta-se de novo; o que se mostra é o último que disse. Outro nó pode responder.
    }
reached-silent = Há algum tempo não chega nada novo: o que se mostra pode ser velho.
reached-connected = Conectado.
reached-foreign = Neste endereço responde outra cadeia: nada dela é mostrado. Escolha um nó desta rede.
reached-impossible = { $kind ->
        [light] O cliente leve não pode começar com o arquivo junto a esta página. Pergunte a um nó.
       *[node] Este não é o endereço de um nó: começa com `ws://` ou `wss://`.
    }
choose-title = Quem responde
choose-intro = As perguntas são as mesmas nos dois casos. Muda de quem é a palavra em que as respostas se apoiam.
choose-light = O cliente leve
choose-light-why = Trabalha nesta página, recebe provas dos nós da rede e não acredita em nenhum: a resposta é calculada aqui, com valores que está provado que estão em um bloco que dois terços dos validadores das administrações tornaram final. Precisa de alguns segundos para começar.
choose-no-light = Esta página foi publicada sem ele.
choose-take-light = Usar o cliente leve
choose-chosen = Em uso
choose-node = Um nó
choose-node-why = Responde logo, e acredita-se nele: escolha o de uma administração em que você confia, ou o seu.
choose-address = Endereço do nó
choose-take-node = Perguntar a este nó
choose-no-address = O endereço de um nó começa com `ws://` ou `wss://`.
choose-chain = Só se escuta a cadeia cujo primeiro bloco é { $genesis }.

## Consultar

find-title = Esta empresa é um Operador Econômico Autorizado?
find-intro = Escreva ou cole o número de um operador (TIN), com as duas letras do seu país na frente, ou o número de um certificado.
find-label = TIN ou número de um certificado
find-button = Consultar
find-help = Por exemplo `MXNWM9709244W4`, ou `urn:tin:MXNWM9709244W4`.
find-tin = { $tin } está escrito como o número de um operador.
find-known = O número está registrado aqui.
find-unknown = Ninguém o registrou aqui.
find-certificate = Se for o número de um certificado, consulte-o assim mesmo.
find-again = Consultar outro número
check-Passed = Seu dígito verificador está certo.
check-FormatOnly = Sua forma está certa; esses números não têm um dígito verificador que se possa conferir.
check-Overridden = Seu dígito verificador não confere, e sua administração confirmou o número assim mesmo.
reason-place = É o caractere { $place }: escreva-o de novo, conforme o documento.
reason-digit = Seria { $digit }: escreva-o no fim, se o documento tem esses nove algarismos.
number-none = Nenhuma administração emitiu um certificado com o número { $number }.
number-no-tin = Também não é o número de um operador:

trader-title = Operador { $tin }
trader-none = Este operador não tem certificado. Compare o número com o documento.
certificate-title = Certificado { $number }
certificate-review = Sua administração o revisa; continua sendo o que é.

fact-issuer = Emitido por
fact-number = Certificado
fact-type = Tipo
fact-roles = Certificado como
fact-from = Válido desde
fact-until = Válido até
fact-no-end = sem término
halves-Customs = simplificações aduaneiras
halves-Security = segurança
halves-Both = simplificações aduaneiras e segurança
scope-Full = todo o certificado
scope-Customs = a metade aduaneira
scope-Security = a metade de segurança

## O estado de um certificado

state-InForce = Em vigor
state-HalfSuspended = Em vigor, com uma metade suspensa
state-Suspended = Suspenso
state-Revoked = Revogado
state-RevokedLater = Em vigor, revogado a partir de um dia
state-Relinquished = Renunciado
state-RelinquishedLater = Em vigor, renunciado a partir de um dia
state-Annulled = Anulado
state-Expired = Vencido
state-NotYetValid = Ainda não vigente
state-NotAuthorised = Não autorizado
state-Applied = Solicitado
state-Accepted = Solicitado, em exame
state-Rejected = Pedido não admitido
state-ApplicationWithdrawn = Pedido retirado
state-Refused = Pedido negado
standing-InForce = { $open ->
        [yes] O certificado está em vigor desde { $from }, sem término.
       *[no] O certificado está em vigor desde { $from }, e é válido até { $until }.
    }
standing-HalfSuspended = Desde { $since } está suspensa { $half }. A outra metade está em vigor.
standing-Suspended = { $end ->
        [ResumesAfter] O certificado está suspenso desde { $since }. Volta a vigorar depois de { $day }.
        [DecisionAfter] O certificado está suspenso desde { $since }. Sua administração decide depois de { $day }.
       *[Open] O certificado está suspenso desde { $since }, até que sua administração decida.
    }
standing-Revoked = Sua administração revogou o certificado a partir de { $day }.
standing-RevokedLater = O certificado está em vigor, e revogado a partir de { $day }.
standing-Relinquished = O titular renunciou ao certificado a partir de { $day }.
standing-RelinquishedLater = O certificado está em vigor, e o titular renuncia a ele a partir de { $day }.
standing-Annulled = O certificado é nulo desde o princípio.
standing-Expired = O certificado foi válido até { $until }.
standing-NotYetValid = O certificado é válido a partir de { $from }.
standing-NotAuthorised = Não há certificado em vigor.
standing-Applied = Um certificado foi solicitado em { $since }. Não está em vigor.
standing-Accepted = O pedido foi admitido a exame em { $since }. Não está em vigor.
standing-Rejected = O pedido não foi admitido em { $since }.
standing-ApplicationWithdrawn = O pedido foi retirado em { $since }.
standing-Refused = O certificado foi negado em { $since }.

## Quem o reconhece

recognition-title = Quem o reconhece agora
recognition-hint = Abra uma administração para ver os benefícios, ou o que falta.
recognition-yes = { $count ->
        [one] reconhece: um benefício
       *[other] reconhece: { $count } benefícios
    }
recognition-home = { $count ->
        [one] no próprio país: um benefício
       *[other] no próprio país: { $count } benefícios
    }
recognition-no = não dá benefícios: { $why }
recognition-role = O operador atua como
direction-Import = Importação declarada em { $grantor }
direction-Export = Exportação declarada em { $grantor }
kind-Import = importação
kind-Export = exportação
paths-title = Cada certificado sob cada acordo
paths-none = sem acordo
paths-counted = { $count ->
        [one] um benefício
       *[other] { $count } benefícios
    }
change-IssuerUnverifiable = Voltará a contar quando a palavra da emissora contar.
change-NotYetValid = Conta a partir desse dia.
change-Suspended = Voltará a contar quando a emissora o tiver restabelecido.
change-Expired = A emissora o renova, ou certifica o operador de novo.
change-Revoked = Só um certificado novo contaria.
change-Relinquished = Só um certificado novo contaria.
change-Annulled = Só um certificado novo contaria.
change-NotAuthorised = A administração do operador teria de certificá-lo.
change-RoleNotCertified = A emissora teria de certificar o operador neste papel.
change-NoAgreement = Seria preciso um acordo em vigor entre as duas administrações.
change-TypeNotEligible = As partes teriam de emendar seu acordo para cobrir este tipo.
change-RoleNotEligible = As partes teriam de emendar seu acordo para cobrir este papel.
change-DirectionNotCovered = As partes teriam de emendar seu acordo para cobrir estas declarações.
change-NoConsent = O operador dá seu consentimento, nesta página ou à sua administração.
change-RecognitionSuspended = Esta administração teria de restabelecer seu reconhecimento; o certificado é o que era.
declare-title = Como a declaração do cliente deve nomear este operador
declare-nothing = Não está em vigor nenhum acordo que cubra este certificado: não há nada a escrever.
declare-code = Escreva o código { $code } no campo { $place }.
declare-number = Escreva { $number } no campo { $place }.
declare-manifest = Também no manifesto, em { $place }.
declare-AliasMissing = Ainda não se pode escrever nada: a administração do operador deriva ou declara um alias para este parceiro, ou o parceiro emite um.
declare-AliasUnconfirmed = Ainda não se pode escrever nada: um funcionário do parceiro confirma o alias que o operador declarou.
declare-TooLong = Ainda não se pode escrever nada: o número é longo demais para uma declaração. As partes acordam um alias.

## História

history-title = História
history-from = desde { $from }
history-until = válido até { $until }
history-known = Conhecido na cadeia desde { $known }, bloco { $block }.
history-voids = Um recurso desfez o que foi decidido antes.
ground-Authority = Decidido pela administração.
ground-HoldersRequest = A pedido do titular.
ground-Administrative = Por razões administrativas.
period-Applied = Solicitado
period-Accepted = Admitido a exame
period-Rejected = Pedido não admitido
period-ApplicationWithdrawn = Pedido retirado
period-Refused = Negado
period-Authorised = Autorizado
period-Suspended = Suspenso
period-Revoked = Revogado
period-Relinquished = Renunciado
period-Annulled = Anulado

## Papéis

role-Manufacturer = fabricante
role-Importer = importador
role-Exporter = exportador
role-CustomsBroker = despachante aduaneiro
role-Carrier = transportador
role-Consolidator = consolidador de carga
role-FreightForwarder = agente de carga
role-TerminalOperator = operador de terminal
role-WarehouseKeeper = depositário
role-ExpressOperator = operador de remessas expressas
role-Other = outro
territory-XI = Irlanda do Norte

## Chaves

key-title = Sua chave
key-intro = Quem só consulta não precisa de chave. Funcionários e empresas certificadas assinam com a sua.
key-file-title = Arquivo de chave
key-file = O arquivo que polkadot.js exportou
key-password = Sua senha
key-open = Abrir a chave
key-opening = Abrindo, alguns segundos …
key-leave = Fechar a chave
key-NoFile = Nenhum arquivo foi escolhido.
    .remedy = Escolha o arquivo que polkadot.js exportou; termina em `.json`.
key-NotAKeyFile = Este não é um arquivo de chave.
    .remedy = Escolha o arquivo que polkadot.js exportou; termina em `.json`.
key-OtherKind = Este arquivo de chave é de um tipo que esta página não abre.
    .remedy = Exporte a conta de polkadot.js como um só arquivo com senha; o tipo de chave é sr25519.
key-WrongPassword = A senha não é a deste arquivo de chave.
    .remedy = Digite-a de novo; maiúsculas contam.
key-extension-title = Extensão do navegador
key-extension = Perguntar a { $extension }
key-no-extension = Não se encontrou neste navegador nenhuma extensão que guarde chaves.
key-no-accounts = A extensão não dá nenhuma conta a esta página. Permita uma na extensão, e pergunte de novo.
key-extension-refused = A extensão não respondeu.
    .remedy = Permita esta página na extensão, e pergunte de novo.
key-account = Conta
key-role = O que é nesta cadeia
key-officer = Funcionário de { $administration } para { $scopes }
key-own = A conta própria de { $administration }
key-holder = Conta do operador { $tin }
key-nobody = Nada ainda: nenhuma administração lhe deu um papel.
officer-Identities = operadores
officer-Certification = certificação
officer-Suspension = suspensão
officer-Agreements = acordos
officer-Risk = risco
officer-Clearance = despacho
officer-Disclosure = dados confidenciais

## Uma transação a caminho

sent-signing = Assinando …
sent-signed = Assinado e enviado; esperando um bloco …
sent-inBlock = No bloco { $block }. É final em alguns segundos.
sent-final = Final no bloco { $block }.

## Documentos

document-title = Documento da decisão
document-own = Seu documento
document-hint = Só sua impressão digital vai para a cadeia. Guarde o documento em seus arquivos.
document-file = Um arquivo
document-text = Ou este texto
document-hash = Impressão digital (blake2-256): { $hash }
document-keep = Salvar o texto para seus arquivos

## Suspender

open-suspend = Suspender …
suspend-title = Suspender o certificado { $number }
suspend-intro = Todo o certificado de { $tin } fica suspenso até novo aviso, no bloco que tomar sua assinatura.
suspend-partners = { $count ->
        [one] Uma administração deixa de dar benefícios:
       *[other] { $count } administrações deixam de dar benefícios:
    }
suspend-nobody = Ninguém dá benefícios por ele agora: nenhum termina.
suspend-text = Suspensão do certificado { $number } de { $tin }, decidida por { $issuer }, { $now }.
suspend-sign = Assinar: suspender agora
open-reinstate = Propor restabelecê-lo …
reinstate-title = Propor restabelecer o certificado { $number }
reinstate-intro = Outro funcionário o confirma; até lá o certificado de { $tin } continua suspenso.
reinstate-text = Restabelecimento do certificado { $number } de { $tin }, proposto por { $issuer }, { $now }.
reinstate-sign = Assinar: propor

## O trabalho de um funcionário

work-title = Meu trabalho
work-of = O que espera em { $administration }
work-no-officer = Esta tela é para funcionários.
work-suspend = Para suspender um certificado, consulte-o: o que você pode suspender tem um botão para isso.
work-decisions = Decisões que esperam um segundo funcionário
work-nothing = Nada espera.
work-until = Aberta até { $until }
work-expired = Não foi confirmada a tempo, e caducou.
work-overtaken = O certificado mudou desde então: já não pode ser confirmada.
work-look = Ver …
work-confirm = Assinar: confirmar
work-refuse = Assinar: recusar
work-take-back = Assinar: retirá-la
work-confirm-sent = Você confirma o que está acima.
work-refuse-sent = Você recusa o que está acima.
work-no-scope = Sua chave não tem o âmbito de { $scope }: outro funcionário decide isto.
work-requests = Exigências abertas a titulares
work-changes = O que os parceiros comunicaram e sua administração não acusou
work-acknowledge = { $count ->
        [one] Assinar: acusar este
       *[other] Assinar: acusar estes { $count }
    }
work-more = Há mais: mostra-se depois de acusados estes.
work-motions = { $count ->
        [0] Nenhuma moção está aberta.
        [one] Uma moção está aberta.
       *[other] { $count } moções estão abertas.
    }
request-Information = informação
request-CorrectiveAction = ação corretiva
request-SelfAssessment = autoavaliação
request-Visit = visita
request-due = vence em { $day }
request-answered = respondida; vencia em { $day }
request-overdue = vencida desde { $day }
decision-Authorise = Certificar: { $number }
decision-Renew = Renovar { $number }
decision-Rectify = Corrigir { $number }
decision-Revoke = Revogar { $number }
decision-Relinquish = Aceitar a renúncia a { $number }
decision-Annul = Anular { $number }
decision-Overturn = Tornar sem efeito a decisão sobre { $number }
decision-RefuseRenewal = Negar a renovação de { $number }
decision-RefuseApplication = Negar o pedido { $number }
decision-WithdrawApplication = Retirar o pedido { $number }
decision-KeepInForce = Manter { $number } em vigor até sua renovação
decision-Reinstate = Restabelecer { $number }
decision-batch = { $rows ->
        [one] Um certificado de uma vez
       *[other] { $rows } certificados de uma vez
    }
decision-batch-hash = Impressão digital do lote; compare-a com a da sua lista
decision-now = Agora
decision-from = Desde
decision-from-start = o dia dessa decisão
decision-bar = Sem novo certificado até
decision-scope = O que se restabelece
decision-ground = Motivo
decision-maker = Proposto por
decision-document = Impressão digital do documento
decision-compare = Comparar com sua cópia
decision-same = É o mesmo documento.
decision-differs = É outro documento.

## Acordos

agreements-title = Acordos
agreements-intro = Linhas: de quem são os certificados. Colunas: quem dá benefícios por eles.
agreements-caption = Os certificados da linha recebem benefícios na coluna
agreements-corner = Certificados de
agreements-none = Ainda não há nenhum acordo.
agreements-home = no próprio país
agreements-cell = Certificados de { $issuer } em { $grantor }: { $state }
agreements-legend = ✓ em vigor · ↘ em vigor, termina · … espera · ✗ suspenso · – nada
leg-title = Certificados de { $issuer } em { $grantor }
leg-waiting = Proposto: nem todas as partes assinaram.
leg-state = Estado
leg-InForce = em vigor
leg-Ending = em vigor, e termina
leg-Suspended = suspenso
leg-Pending = espera seu dia
leg-Ended = terminado
leg-None = sem acordo
leg-directions = Declarações
leg-benefits = Benefícios
leg-consent = Consentimento do titular
leg-until = Último dia
leg-suspended-by = Suspenso por
consent-Needed = necessário
consent-NotNeeded = não é necessário

## O conselho

council-title = Moções do conselho
council-seats = { $count } assentos: { $members }.
council-none = Nenhuma moção está aberta.
motion-what = Sobre
motion-ayes = A favor
motion-count = { $ayes } de { $needed } necessários
motion-for = Votaram a favor
motion-against = Votaram contra
motion-end = Aberta até cerca de
motion-low = Foi aberta com um limiar de { $threshold }, e precisa de { $needed }: fechada com menos votos, fracassa.
motion-aye = Assinar: votar a favor
motion-nay = Assinar: votar contra
motion-Administrations-admit = Admitir uma administração
motion-Administrations-retract = Retirar uma proposta
motion-Administrations-quarantine = Pôr uma administração em quarentena
motion-Administrations-end_quarantine = Terminar uma quarentena
motion-Administrations-expel = Expulsar uma administração
motion-Administrations-switch_off_validator = Desligar um validador
motion-Administrations-authorise_upgrade = Autorizar uma atualização
motion-Administrations-withdraw_upgrade = Retirar uma atualização
motion-Administrations-note_stalled = Reiniciar a finalidade
motion-Fees-set_quota = Mudar uma cota

## O que é do operador

mine-title = { $tin }
mine-certificates = Seus certificados
mine-no-holder = Esta tela é para operadores cuja conta está vinculada ao seu número.
uses-title = Quem lhe deu benefícios
uses-hint = Cada linha é uma declaração que o nomeou. Se uma não era sua, diga sua impressão digital à sua administração.
uses-none = Ninguém registrou nenhum em claro.
uses-declaration = Declaração { $declaration }
uses-annulled = O certificado foi anulado depois.
uses-report = Não fui eu: salvar um relato para minha administração
uses-report-text = { $tin } não participou desta declaração. { $grantor } registrou benefícios para ela em { $moment }, no bloco { $block } da cadeia, com a impressão digital { $declaration }. Perguntem a { $grantor } quem a apresentou, e digam que alguém usa nosso número.
sharing-title = Com quem é compartilhado
sharing-none = Com ninguém: não há acordo.
sharing-given = { $known ->
        [yes] Você consente, desde { $since }.
       *[no] Você consente, como diz o programa.
    }
sharing-withheld = { $known ->
        [yes] Você não consente, desde { $since }. Lá não há benefícios.
       *[no] Você não consentiu. Lá não há benefícios.
    }
sharing-give = Dar consentimento …
sharing-withdraw = Retirar consentimento …
sharing-give-what = { $reader } poderá reconhecer o certificado { $number }, e ler o que o acordo compartilha sobre você.
sharing-withdraw-what = { $reader } deixa de dar benefícios pelo certificado { $number } logo, e não recebe mais nada sobre você. O que leu, leu.
sharing-give-text = { $tin } consente que o certificado { $number } seja compartilhado com { $reader }, { $now }.
sharing-withdraw-text = { $tin } retira seu consentimento a que o certificado { $number } seja compartilhado com { $reader }, { $now }.

## Ler códigos e imprimir

scan-open = Ler um código …
scan-title = Ler um código
scan-intro = Ponha o código diante da câmera, ou escolha uma imagem dele. Nada disso sai desta página.
scan-camera = O que a câmera vê
scan-file = Uma imagem do código
scan-nothing = Nenhum código foi encontrado nesta imagem.
    .remedy = Escolha uma mais nítida, em que o código esteja inteiro e plano.
scan-other = O código diz outra coisa: “{ $text }”.
    .remedy = Leia um com o número de um operador, o de um certificado, `urn:tin:` ou o endereço de uma página assim.
scan-NotAllowedError = A câmera não foi permitida.
    .remedy = Permita-a para esta página nas configurações do navegador, ou escolha uma imagem do código.
scan-NotFoundError = Este aparelho não tem câmera.
    .remedy = Escolha uma imagem do código, ou escreva o número.
scan-NotHere = A câmera não pode ser usada aqui.
    .remedy = Os navegadores a dão só a páginas por https, e a uma por vez. Escolha uma imagem do código, ou escreva o número.
printed-code = Leia-o para ver como está hoje o certificado: { $address }
printed-when = Impresso em { $now } de { $address }. O que vale depois desse momento só a cadeia sabe.

## Uma chamada que é provada antes de ser assinada

tried-well = Provado no último bloco final: a cadeia aceita.
tried-refused = Provado no último bloco final, a cadeia recusaria.
tried-UnknownAccount = Sua conta não tem nenhuma função nesta cadeia.
    .remedy = Abra a chave de um funcionário, ou a da conta vinculada ao operador.
tried-TooHeavy = É mais do que cabe em um bloco.
    .remedy = Divida-o em vários.

## Certificar, renovar, revogar

certify-open = Certificar uma empresa …
certify-title = Certificar uma empresa
certify-no-officer = Esta tela é para funcionários que podem certificar.
certify-consent = O consentimento da empresa à publicação
certify-until-hint = Vazio: o que disser o programa.
day-half = { $label }: este dia está incompleto ou não existe no calendário.
certify-missing = Ainda falta: { $missing }.
certify-sign = Assinar: propor a certificação
certify-sign-alone = Assinar: certificar
certify-sent = Certificado { $number } de { $tin }.
certify-keep-consent = Salvar o texto do consentimento para seus arquivos
certify-waits = Espera um segundo funcionário, que o encontra em “Meu trabalho”.
certify-done = A empresa está certificada.
certify-again = Certificar outra empresa
open-renew = Propor a renovação …
renew-title = Propor a renovação do certificado { $number }
renew-now = É válido até { $until }.
renew-until = Novo último dia
renew-hint = Vazio: o que disser o programa, contado do dia seguinte ao atual.
renew-text = Renovação do certificado { $number } de { $tin }, proposta por { $issuer }, { $now }.
renew-sign = Assinar: propor
open-revoke = Propor a revogação …
revoke-title = Propor a revogação do certificado { $number }
revoke-intro = Outro funcionário a confirma. A partir do dia abaixo, { $tin } já não tem certificado, e só um novo devolve os benefícios.
revoke-from = Primeiro dia sem ele
revoke-bar = Sem novo certificado até
revoke-bar-hint = Vazio: a empresa pode pedir de novo em seguida.
revoke-text = Revogação do certificado { $number } de { $tin }, proposta por { $issuer }, { $now }.
revoke-sign = Assinar: propor a revogação

## Carregar uma lista

load-open = Carregar uma lista …
load-title = Carregar uma lista
load-intro = Solte aqui a lista dos certificados que já existem, como sua repartição a mantém: XLSX, XLS, ODS ou CSV. Ela é lida nesta página e não é enviada a lugar nenhum; o que diz de cada empresa vai para a cadeia quando você assina, e um segundo funcionário o confirma.
load-template = Salvar uma lista vazia com seus cabeçalhos e um exemplo
load-file = A lista
load-about = O que a lista não diz
load-about-hint = Só onde uma frase o pede. Quem confirma a lista indica aqui o mesmo.
load-profile = Perfil de um país
load-beside = `list.toml`, e documentos que as linhas nomeiam
load-not-said = –
load-said-territory = Território dos números (`--territory`)
load-said-programme = Programa (`--programme`)
load-said-type = Tipo de certificado (`--type`)
load-said-dates = Ordem das datas (`--dates`)
load-said-number_from = Números dos certificados (`--number-from`)
load-dates-dmy = dia, mês, ano
load-dates-mdy = mês, dia, ano
load-number_from-list = estão na lista
load-number_from-tin = o número do operador
load-number_from-tin-type = o número do operador e o tipo
load-reading = A lista está sendo lida …
load-profile-wrong = O que se indica da lista tem um erro: { $why }
load-notes = { $count ->
        [one] Uma nota sobre como a lista foi lida
       *[other] { $count } notas sobre como a lista foi lida
    }
load-aliases = { $count ->
        [one] Uma linha nomeia um alias, que não é carregado com a lista: declare-o quando o certificado existir.
       *[other] { $count } linhas nomeiam alias, que não são carregados com a lista: declare-os quando os certificados existirem.
    }
load-Damaged = O arquivo não pode ser aberto: foi cortado ou mudado no caminho.
    .remedy = Salve-o de novo como XLSX ou CSV.
load-Unreadable = Não foi possível ler o arquivo: ele mudou depois de ser escolhido, ou uma parte desta página não chegou.
    .remedy = Escolha-o de novo; se não adiantar, recarregue a página.
load-findings = { $count ->
        [one] Há uma coisa a corrigir antes de poder carregar a lista.
       *[other] Há { $count } coisas a corrigir antes de poder carregar a lista.
    }
load-keep-report = Salvar o relatório inteiro
load-read = { $count ->
        [one] Um certificado foi lido.
       *[other] { $count } certificados foram lidos.
    } { $ended ->
        [0] { "" }
        [one] Mais um terminou, e não é incorporado.
       *[other] Mais { $ended } terminaram, e não são incorporados.
    }
load-known = { $count ->
        [one] A cadeia já tem um deles, que fica como está:
       *[other] A cadeia já tem { $count } deles, que ficam como estão:
    }
load-certificates = Certificados
load-shown = São mostrados os primeiros { $shown } de { $count }.
load-sign = { $count ->
        [one] Assinar: propor um certificado (lote { $place } de { $of })
       *[other] Assinar: propor { $count } certificados (lote { $place } de { $of })
    }
load-waits = Tudo está proposto. Um segundo funcionário o encontra em “Meu trabalho” e o compara com uma cópia da lista.
batch-compare = Comparar com sua própria cópia da lista
batch-same = { $count ->
        [one] O certificado está como na sua lista.
       *[other] Os { $count } certificados estão como na sua lista.
    }
batch-differs = { $count ->
        [one] Um certificado difere: sua lista, e o que foi proposto.
       *[other] { $count } certificados diferem: sua lista, e o que foi proposto.
    }
batch-missing = não está na sua lista
batch-gone = Este lote já não espera.
batch-unreadable = { $count ->
        [one] Uma linha deste lote não pode ser lida.
       *[other] { $count } linhas deste lote não podem ser lidas.
    }

## Procurar por nome

names-title = Por nome
names-hint = Os nomes são confidenciais e não estão na cadeia. Solte aqui o que `aeo sealed open` escreveu: fica na memória desta aba, não é guardado em lugar nenhum, e é esquecido ao recarregar.
names-file = Listas abertas
names-NotOpened = Isto não foi escrito por `aeo sealed open`, ou não tem nomes.
    .remedy = Escreva o que ele mostra em um arquivo, e escolha esse.
names-unreadable = O arquivo não pode ser lido.
    .remedy = Escolha-o de novo.
names-open = { $count ->
        [one] Há um nome aberto.
       *[other] Há { $count } nomes abertos.
    }
names-forget = Esquecê-los
names-text = Nome, número ou cidade
names-nothing = Nada foi encontrado nas listas abertas.
names-hidden = { $count ->
        [one] Mais um não é mostrado: sua administração já não pode ler seu nome.
       *[other] Mais { $count } não são mostrados: sua administração já não pode ler seus nomes.
    }

## O que fazem os parceiros, na hora

feed-title = Na hora
feed-light = O que acontece é contado ao vivo por um nó; o cliente leve verifica, e não tem essa linha. O que espera ser acusado está acima em ambos os casos.
feed-connecting = Conectando com o nó …
feed-open = À escuta: o que fazem os parceiros aparece aqui em segundos.
feed-none = Este nó não mantém esta linha, porque valida. Escolha outro nó para ela; o que espera ser acusado está acima.
feed-nothing = Nada aconteceu desde então.
feed-when = Bloco { $block }, { $moment }.
feed-early = Contado antes de ser final, porque tira.
told-certificate-Issued = Certificado novo
told-certificate-Changed = Certificado alterado
told-certificate-Suspended = Certificado suspenso
told-certificate-Reinstated = Certificado restabelecido
told-certificate-Ended = Certificado terminado
told-certificate-Started = O certificado começa
told-certificate-Expired = Certificado vencido
told-certificate-Resumed = Certificado em vigor de novo
told-certificate-Succeeded = Certificado com um tipo novo
told-consent-Given = Consentimento dado
told-consent-Withdrawn = Consentimento retirado
told-recognition-Suspended = Reconhecimento suspenso
told-recognition-Restored = Reconhecimento restabelecido
told-leg-Changed = Acordo alterado
told-leg-Started = O acordo começa
told-leg-Expired = Acordo terminado
told-issuer-StateChanged = Mudou a situação de uma administração
told-issuer-Admitted = Uma administração foi admitida
told-issuer-SuccessionChanged = Um tipo de certificado recebe sucessor
told-issuer-ProgrammeSet = Um programa foi fixado
told-trader-Closed = Operador encerrado
told-trader-TakenOver = Operador absorvido
told-trader-Merged = Operador fundido com outro
told-trader-Succeeded = O operador continua com outro número
told-trader-NumberReleased = O número de um operador fica livre
told-alias-Given = Alias dado
told-alias-Declared = Alias declarado
told-alias-Removed = Alias retirado
told-offer-Set = Os benefícios de um programa em casa foram fixados
told-incident-Opened = Incidente aberto
told-incident-Closed = Incidente encerrado
told-upgrade-TookOver = As regras da cadeia foram renovadas
told-retract = Retirado: seu bloco se perdeu
told-resync = Muito mudou: consulte as empresas de novo
effect-begins = Benefícios começam na sua administração.
effect-ends = Benefícios terminam na sua administração.
effect-changes = Benefícios mudam na sua administração.
effect-none = Nada muda na sua administração.

## Acordos em detalhe

network-title = { $members } administrações; { $count } sentidos em que se dão benefícios. A tabela diz o mesmo.
network-caption = Uma seta vai de quem emite os certificados a quem dá benefícios por eles. As linhas cheias estão em vigor; as tracejadas esperam ou estão suspensas.
leg-since = Em vigor desde
leg-unknown-types = Tipos que o programa do emissor não tem
leg-declare = Como as declarações nomeiam a empresa
declared-Tin = { $prefix ->
        [None] Seu TIN no campo { $place }.
       *[other] { $prefix } e seu TIN no campo { $place }.
    }
declared-NationalNumber = { $prefix ->
        [None] Seu número sem o país, no campo { $place }.
       *[other] { $prefix } e seu número sem o país, no campo { $place }.
    }
declared-CertificateNumber = { $prefix ->
        [None] O número do certificado no campo { $place }.
       *[other] { $prefix } e o número do certificado no campo { $place }.
    }
declared-Alias = { $prefix ->
        [None] Seu alias ({ $scheme }) no campo { $place }.
       *[other] { $prefix } e seu alias ({ $scheme }) no campo { $place }.
    }
requires-Customs = não enquanto a metade aduaneira estiver suspensa
requires-Security = não enquanto a metade de segurança estiver suspensa

## O que um titular pede

asks-title = Pedir à sua administração
asks-waits = Você pediu { $wish }; não está decidido.
asks-back = Retirar o pedido …
asks-what = Sua administração decide então sobre { $wish } para o certificado { $number }. Antes nada muda.
asks-text = { $tin } pede { $wish } para o certificado { $number }, { $now }.
asks-back-what = Você já não pede { $wish } para o certificado { $number }.
asks-back-text = { $tin } já não pede { $wish } para o certificado { $number }, { $now }.
ask-Renewal = Pedir sua renovação …
ask-Suspension = Pedir sua suspensão …
ask-Reinstatement = Pedir seu restabelecimento …
ask-Relinquishment = Renunciar a ele …
ask-Appeal = Recorrer …
wish-Renewal = uma renovação
wish-Suspension = uma suspensão
wish-Reinstatement = um restabelecimento
wish-Relinquishment = seu fim
wish-Appeal = outra decisão
requests-title = O que sua administração pede de você
requests-none = Nada.
request-answer = Responder …
request-answer-what = Sua resposta para o certificado { $number }: envie o documento à sua administração; sua impressão digital vai agora para a cadeia e mostra que você respondeu a tempo.
request-closed-Met = cumprida
request-closed-NotMet = não cumprida
request-closed-Withdrawn = retirada
apply-title = Outro certificado
apply-open = Pedir um certificado …
apply-what = { $administration } o examina. Escolha o tipo e como o que você quer ser certificado.
apply-text = { $tin } pede um certificado, { $now }.
apply-back = Retirar o pedido de certificado …
apply-back-what = O pedido { $number } fica retirado, e já não é examinado.
apply-back-text = { $tin } retira seu pedido { $number }, { $now }.

## Recibos

receipt-title = Conferir um recibo
receipt-hint = Escolha ou solte aqui um arquivo que `aeo receipt make` escreveu. Ele é conferido nesta página, e nada dele é enviado a lugar nenhum.
receipt-file = Recibo
receipt-own-trust = Conferi-lo com seu próprio arquivo de confiança
receipt-trust-file = O arquivo `trust.json` de `aeo trust`; escolha-o antes do recibo
receipt-no-trust-file = O arquivo de confiança não é um.
    .remedy = Escolha o arquivo `trust.json` que `aeo trust init` escreveu, e depois o recibo de novo.
receipt-nobody = Não há com que conferi-lo: a rede não é alcançada, e o arquivo `chain.json` junto a esta página não diz quem valida.
    .remedy = Veja acima se a rede é alcançada, ou escolha seu próprio arquivo de confiança; depois escolha o recibo de novo.
receipt-unreadable = Não foi possível conferir o arquivo: ele mudou depois de ser escolhido, ou uma parte desta página não chegou.
    .remedy = Escolha-o de novo; se não adiantar, recarregue a página.
receipt-checking = { $name } está sendo conferido …
receipt-is-holds = O recibo vale
receipt-is-old = O recibo valia então, e é velho demais para hoje
receipt-is-values = Provado em parte
receipt-is-unknown = Esta página não pode dizer
receipt-is-future = Sua hora está errada
receipt-is-foreign = De outra cadeia
receipt-is-altered = Alterado: não prova nada
receipt-is-none = Não é um recibo
receipt-says-holds = Mais de dois terços dos validadores tornaram o bloco final, o que foi conferido aqui, e o estado desse bloco diz o que está abaixo.
receipt-says-old = O que está abaixo era assim nesse bloco; pode ter mudado desde então.
    .remedy = Peça um recibo novo, ou veja como o certificado está agora.
receipt-says-values = Estão provados os valores do bloco, dos quais resultam benefícios ou não. Quais, só dizem as regras da própria cadeia, que esta página não executa.
    .remedy = Dê `aeo receipt verify` com o arquivo, ou consulte a empresa aqui.
receipt-says-unknown = { $error ->
        [UnknownValidators] Aqui não se conhecem os validadores que o assinaram (conjunto { $set }), e nada leva a eles a partir dos conhecidos.
        [ForcedChange] Desde então forçaram-se validadores, sem a palavra dos anteriores.
       *[other] Tem uma forma que esta página não conhece ({ $error }).
    }
    .remedy = { $error ->
        [UnknownValidators] Peça um recibo novo, ou escolha um arquivo de confiança que esteja em dia.
        [ForcedChange] Escolha um arquivo de confiança que esteja em dia.
       *[other] Recarregue a página, ou peça um recibo novo.
    }
receipt-says-future = Seu bloco está no futuro.
    .remedy = Acerte o relógio deste aparelho; se está certo, não confie no recibo.
receipt-says-foreign = É de outra cadeia que aquela a que esta página pertence.
    .remedy = Confira-o na página dessa cadeia, se confia nela.
receipt-says-altered = { $error ->
        [Damaged] O arquivo foi danificado ou mudado no caminho.
        [NotInOffice] Assinaram-no validadores que já não estavam em função.
       *[other] Uma parte não pertence ao resto, ou não foi assinada por quem devia ({ $error }).
    }
    .remedy = Não confie nele: peça o recibo mais uma vez.
receipt-says-none = Isto não é um recibo, ou foi feito por um programa mais novo.
    .remedy = Escolha um arquivo que `aeo receipt make` escreveu.
receipt-when = Bloco { $block } de { $moment }, { $ago }.
receipt-fresh = Um recibo assim conta como recente por { $span }.
receipt-state = Última decisão
receipt-grantor = Benefícios pedidos a
receipt-no-certificate = Nesse bloco, { $issuer } não tinha nenhum certificado { $number }.
receipt-now = Como está agora
receipt-against-present = { $source ->
        [light] Conferido com os validadores em função no bloco final { $block } (conjunto { $set }), que o cliente leve desta página verificou.
       *[node] Conferido com os validadores em função no bloco final { $block } (conjunto { $set }), como diz o nó, em que se acredita.
    }
receipt-against-first = Conferido com os validadores do primeiro bloco, conforme o arquivo `chain.json` junto a esta página, e aqueles a quem o próprio recibo leva.
receipt-office = { $known ->
        [yes] Agora está em função o conjunto { $set }, e outro assinou: que o bloco é do tempo desse outro, esta página não pode dizer.
       *[no] Se os que assinaram continuam em função, esta página não pode dizer sem a rede.
    }
receipt-against-chosen = Conferido com o arquivo de confiança que você escolheu.
receipt-limits = O que ele não pode dizer: o que mudou desde esse bloco, e quem dá benefícios pelo certificado. Se já passaram seu primeiro e seu último dia, lê-se nas datas.

## Corrigir, anular, pedidos, recursos

work-asked = Pedidos de certificado, e o que pedem os titulares
work-asked-more = { $count ->
        [one] Mais um pedido é mais antigo: consulte-o pelo seu número.
       *[other] Mais { $count } pedidos são mais antigos: consulte-os pelos seus números.
    }
certificate-asked = Seu titular pede { $asked }.
decided-text = { $title }: certificado { $number } de { $tin }, { $issuer }, { $now }.
open-rectify = Propor a correção …
title-rectify = Propor a correção do certificado { $number }
what-rectify = Outro funcionário a confirma. Os papéis e os dias do certificado de { $tin } passam a ser os que estão abaixo; suas credenciais têm de ser emitidas de novo.
rectify-same = Nada difere ainda do que ele diz agora.
open-annul = Propor a anulação …
title-annul = Propor a anulação do certificado { $number }
what-annul = Outro funcionário a confirma. O certificado de { $tin } é então nulo desde o primeiro dia; os benefícios dados por ele são marcados.
open-accept = Admitir a exame …
title-accept = Admitir a exame o pedido { $number }
what-accept = Basta sua assinatura: o pedido de { $tin } é então examinado.
open-reject = Não admitir …
title-reject = Não admitir o pedido { $number }
what-reject = Basta sua assinatura: o pedido de { $tin } não pode ser examinado, e termina.
open-grant = Certificar …
open-unapply = Propor negá-lo …
title-unapply = Propor negar o pedido { $number }
what-unapply = Outro funcionário o confirma. O pedido de { $tin } foi examinado, e é negado.
open-overturn = Propor torná-la sem efeito …
title-overturn = Propor tornar sem efeito a decisão sobre { $number }
what-overturn = { $tin } recorre do que foi decidido. Outro funcionário confirma que volta o estado anterior.
overturn-from-hint = Vazio: como se essa decisão nunca tivesse existido.
open-dismiss = Indeferir o recurso …
title-dismiss = Indeferir o recurso sobre { $number }
what-dismiss = Basta sua assinatura: aquilo de que { $tin } recorre se mantém.
open-unrenew = Propor negar a renovação …
title-unrenew = Propor negar a renovação de { $number }
what-unrenew = Outro funcionário o confirma. O último dia do certificado de { $tin } continua sendo o que é.
open-keep = Manter em vigor …
title-keep = Manter { $number } em vigor até a renovação
what-keep = O certificado de { $tin } conta além do seu último dia até que se decida sua renovação, onde o programa o permite. Se a própria conta do titular pediu, basta sua assinatura; senão, outro funcionário o confirma.
open-relinquish = Aceitar a renúncia …
title-relinquish = Aceitar a renúncia ao certificado { $number }
what-relinquish = { $tin } renuncia a ele. Se sua própria conta pediu este mesmo dia, basta sua assinatura; senão, outro funcionário o confirma.

## Encerrar uma moção

motion-close = Assinar: encerrá-la
motion-closing = Encerramento: { $title }
closable-carried = Tem seus votos: um membro a encerra, e ela é executada.
closable-lost = Já não pode reunir seus votos: um membro a encerra, e nada é feito.
closable-over = Seu prazo terminou: um membro a encerra; quem não votou conta como contra.
closed-done = Foi executada.
closed-lost = Não reuniu seus votos: nada foi feito.
closed-failed = Está encerrada, e não pôde ser executada:

## O registro selado de um titular

own-title = O que se guarda sobre você
own-intro = { $administration } deixa prontos para você, selados com sua chave, seus registros confidenciais sobre você. Eles são abertos nesta página: nem sua chave nem o arquivo saem dela, e nada disso é guardado.
own-key = Seu arquivo de chave, como `aeo keys new` o escreveu
own-forget = Esquecer a chave e o que está aberto
own-key-NotAKey = Este não é um arquivo de chave de `aeo keys`.
    .remedy = Escolha o arquivo que `aeo keys new` escreveu; em geral termina em `.age`.
own-key-WrongPassword = A senha não é a deste arquivo de chave.
    .remedy = Digite-a de novo; maiúsculas contam.
own-key-NoCurve = Este navegador não conhece chaves deste tipo (X25519), ou a página não chega por https.
    .remedy = Use um navegador mais novo, ou dê `aeo sealed own`.
own-key-Unreadable = Não foi possível ler o arquivo, ou uma parte desta página não chegou.
    .remedy = Escolha-o de novo; se não adiantar, recarregue a página.
own-other-key = Esta não é a chave registrada para sua empresa. É { $key }.
    .remedy = Escolha o outro arquivo de chave, ou registre esta chave: `disclosures.registerKey`.
own-no-list = Sua administração ainda não publicou nenhuma lista: não há arquivo para você.
own-no-source = Sua administração não diz onde estão seus arquivos: peça-lhe o seu.
own-fetch = Salve seu arquivo a partir de { $address }
own-file = Depois escolha-o aqui
own-refused = O arquivo não é aberto: { $code }.
    .remedy = { $code ->
        [CannotOpen] Foi selado com outra chave, é de outra empresa, ou foi mudado: salve-o de novo.
        [Unreadable] Escolha-o de novo; se não adiantar, recarregue a página.
       *[other] Salve-o de novo; se não adiantar, diga à sua administração o que está aqui.
    }
own-nothing = O arquivo não tem registros sobre você.
own-proven = Provado: o que está abaixo está na lista { $sequence } da sua administração, que a cadeia nomeia.
own-earlier = O que está abaixo é da lista { $sequence }, do bloco { $block }; a cadeia já nomeia a lista { $present }, com a qual esta página compara. Que estava na anterior, prova `aeo sealed own`.
own-not-proven = { $count ->
        [one] Um registro não é mostrado: não está na lista que nomeia, ou é de outra empresa.
       *[other] { $count } registros não são mostrados: não estão na lista que nomeiam, ou são de outra empresa.
    }
    .remedy = Diga isso à sua administração.
own-uses = { $count ->
        [one] Contém um uso registrado selado; `aeo sealed own` o mostra.
       *[other] Contém { $count } usos registrados selados; `aeo sealed own` os mostra.
    }
own-version = Versão { $version }
class-identity = nome e endereço
class-sites = instalações
class-contact = contato
class-reason = motivos
