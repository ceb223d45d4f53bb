### O que se encontra numa lista de certificados, e o que escrever em vez disso.

## Erros: a linha não é lida

list-E01 = { $value }: o dígito verificador deveria ser { $digit }. Compare o número com o documento; se os outros dígitos estão certos, escreva esse.
list-E02 = { $value }: 8 dígitos são a raiz de um CNPJ; escreva os 14.
list-E03 = A planilha destruiu este número ({ $value }); formate a coluna como texto e escreva-o de novo.
list-E04 = { $value } pode ser dois dias; informe `--dates dmy` se o dia vem primeiro, `--dates mdy` se vem primeiro o mês.
list-E05 = { $value }: mesmo número que a linha { $row }. Escreva cada certificado uma vez; só as suas funções e os seus períodos podem ter várias linhas.
list-E06 = A situação “{ $value }” não está em nenhum mapa; acrescente-a a `list.toml` em `[codes.status]`, ou escreva Authorised, Suspended, Revoked, Relinquished ou Annulled.
list-E07 = { $value }: a cadeia recusa esta linha: { $why }
list-E08 = Não há nada nesta célula, e é preciso; escreva o que diz o documento.
list-E09 = { $value }: { $sentence }
list-E10 = “{ $value }” não é uma data; escreva 2026-12-31, com um ano de 1971 a 2199.
list-E11 = { $value }: o ano tem dois dígitos; escreva os quatro.
list-E12 = { $value }: o calendário não tem esse dia; compare com o documento, ou informe `--dates` se dia e mês estão trocados.
list-E13 = “{ $unknown }” não é uma função conhecida; acrescente-a a `list.toml` em `[codes.roles]`, ou escreva códigos separados por espaços: MF IM EX CB CA CS FW TR WH XP OT.
list-E14 = “{ $value }” não é um número de certificado; escreva de 1 a 35 caracteres A–Z, 0–9 e - / . como no certificado.
list-E15 = “{ $value }” é mais longo que um nome curto ({ $column }), que tem de 1 a 16 caracteres; diga qual é em `list.toml`, em `[codes.{ $column }]`.
list-E16 = O último dia { $value } é anterior ao primeiro, { $from }; compare ambos com o documento.
list-E17 = { $value } tem ao mesmo tempo outro certificado deste tipo com uma função em comum, na linha { $row }; encerre um dos dois, ou deixe-o de fora.
list-E18 = A planilha mostra aqui o erro { $value }; escreva o próprio valor.
list-E19 = “{ $value }” está só na sua linha e não é um certificado; apague a linha, ou complete-a.
list-E20 = { $value } não é um nome do tipo “{ $scheme }”: { $sentence }
list-E21 = “{ $value }” não é nem um arquivo junto à lista nem um hash; escreva o nome do arquivo, ou os 64 dígitos do seu blake2-256.
list-E22 = A situação diz “{ $value }”, e o último dia não; escreva o dia em que terminou.
list-E23 = { $value } tem mais de 8 funções; um certificado tem de 1 a 8.
list-E24 = Os períodos de { $value } não se sucedem; escreva de 1 a 9, cada um com o dia em que começou.
list-E25 = “{ $value }” não é nem sim nem não; escreva X, ou deixe a célula vazia.

## Notas: como foi lido

list-N01 = O arquivo não é UTF-8 e foi lido como { $encoding }. Veja se estas palavras estão certas: { $value }. Se não, salve-o como UTF-8, ou nomeie a sua codificação em `list.toml`: `encoding = "euc-kr"`.
list-N02 = “{ $value }”: apenas solicitado, por isso esta linha fica de fora.
list-N03 = { $value }: perderam-se zeros à esquerda; lido como { $number }, cujo dígito verificador está certo.
list-N04 = { $rows } linhas, iguais salvo a função ou o período, são { $certificates } certificados.
list-N05 = “{ $value }” não é um certificado (um cabeçalho, um total, uma nota): fica de fora.
list-N06 = Esta coluna não foi lida: “{ $other }” diz o mesmo.
list-N07 = Só foi lida a primeira aba visível; estas não: { $value }. Um perfil escolhe com `sheet = "…"`.
list-N08 = Os números foram lidos como de { $value }; `--territory` diz outra coisa.
list-N09 = { $count } números são de pessoas físicas (o primeiro: { $value }), portanto são dados pessoais.
list-N10 = Estes cabeçalhos não se entendem, e as suas colunas não foram lidas: { $value }. `list.toml` nomeia o que for preciso.
list-N11 = { $value } terminou, por isso não é transferido.
list-N12 = O arquivo foi lido como UTF-16.
list-N13 = O perfil veio com o programa, e ninguém o confirmou: compare algumas linhas com a lista.
list-N14 = Não é dado o primeiro dia; o certificado começa com a sua primeira situação, { $value }.
list-N15 = Esta coluna foi lida como as funções, pois a maioria dos seus valores o são.
list-N16 = { $count } números (o primeiro: { $value }) não têm dígito verificador, por isso um erro de digitação não se vê.
list-N17 = Só se entende uma parte deste cabeçalho; a coluna foi lida como `{ $column }`. Se é outra, diga em `list.toml`, em `[headings]`.
list-N18 = Não se diz desde quando está suspenso, por isso foi tomado { $from }, o seu primeiro dia. Escreva o dia numa coluna `status_since`.

## Não é uma lista

list-not-Empty = Não há nada no arquivo. Envie a lista de novo.
list-not-HeadingsOnly = A lista tem cabeçalhos e nenhuma linha. Envie a lista de novo.
list-not-Binary = O arquivo não é texto nem planilha. Salve a lista como XLSX ou CSV.
list-not-Html = O arquivo é uma página da web, seja qual for o seu nome. Abra-o numa planilha e salve-o como XLSX.
list-not-OldXml = O arquivo é XML do Excel 2003. Abra-o numa planilha e salve-o como XLSX.
list-not-Pdf = O arquivo é um PDF. Peça a planilha de que foi feito.
list-not-OtherZip = O arquivo está compactado e não é uma planilha. Descompacte-o e tire a lista.
list-not-Damaged = A planilha não abre: foi cortada ou alterada no caminho. Envie-a de novo.
list-not-PasswordProtected = A planilha tem senha. Salve-a sem senha.
list-not-TooLarge = O arquivo passa de 64 MiB, ou tem mais de 200.000 linhas. Faça dele várias listas.
list-not-Cut = O arquivo termina dentro da linha { $row }: aspas não se fecham, ou faltam células. Envie a lista de novo.
list-not-NoHeadings = Entre as primeiras 20 linhas nenhuma é a dos cabeçalhos: são precisos o número do operador (TIN, CNPJ, RUC, EORI …) e outra coluna. A linha mais próxima: { $headings }. Outras abas: { $sheets }. Nomeie os cabeçalhos em `list.toml`, ou a aba, ou a codificação de um texto que não é UTF-8.
list-not-AmbiguousHeadings = Duas colunas podem ser “{ $column }”: “{ $one }” e “{ $other }”. Diga qual é em `list.toml`, em `[headings]`.
list-not-NoSuchSheet = Não há aba “{ $sheet }”; há: { $sheets }. Corrija `sheet` em `list.toml`.
list-not-NoSuchHeading = Nenhuma coluna tem o título “{ $heading }”; há: { $headings }. Corrija `[headings]` em `list.toml`.
list-not-ColumnMissing = { $column ->
        [certificate] Nenhuma coluna tem os números dos certificados. Nomeie-a em `list.toml`, ou informe `--number-from tin` se a lista não os tem.
        [type] Nenhuma coluna tem o tipo dos certificados. Nomeie-a em `list.toml`, ou informe `--type`.
        [programme] Nenhuma coluna tem o programa. Informe `--programme`.
        [roles] Nenhuma coluna tem as funções. Nomeie-a em `list.toml`, ou escreva ali `roles = ["EX"]` se todos têm as mesmas.
        [valid_from] Nenhuma coluna tem o primeiro dia. Nomeie-a em `list.toml`.
       *[tin] Nenhuma coluna tem os números dos operadores. Nomeie-a em `list.toml`.
    } Cabeçalhos que não se entendem: { $headings }.
list-not-NotSure = { $what ->
        [statuses] Nenhuma coluna é a situação, e “{ $heading }” diz que há certificados suspensos, encerrados ou solicitados.
       *[days] Nenhuma coluna é o último dia, e “{ $heading }”, cujo cabeçalho não se entende, tem dias.
    } Diga em `list.toml`, em `[headings]`, o que é, ou que não diz nada: `ignore = "…"`.
list-not-TerritoryUnknown = “{ $heading }”: não se sabe de que país são estes números. Informe `--territory` com um código da ISO 3166-1; este cabeçalho é usado em: { $territories }.

## O relatório

list-report-row = Linha
list-report-column = Coluna
list-report-value = Valor
list-report-code = Código (E, N)
list-report-sentence = O que fazer

## O modelo

list-column-tin = Nº de inscrição
list-column-certificate = Nº do certificado
list-column-programme = Nome do programa
list-column-type = Modalidade
list-column-roles = Funções
list-column-status = Situação
list-column-valid-from = Válido desde
list-column-valid-until = Válido até
list-column-status-since = Situação desde
list-column-status-until = Suspenso até
list-column-document = Documento da decisão
list-column-consent = Consentimento
list-column-alias-scheme = Tipo de alias
list-column-alias = Código do sócio
list-help-sheet = Como preencher
list-help-column = Coluna
list-help-meaning = O que escrever
list-help-tin = Necessário. O número do operador com o país na frente: MXNWM9709244W4.
list-help-certificate = Necessário. O número do certificado: A–Z, 0–9 e - / . até 35. Cada certificado uma vez.
list-help-programme = Necessário. O nome curto do programa, até 16 caracteres.
list-help-type = Necessário. O nome curto do tipo dentro do programa, até 16 caracteres.
list-help-roles = Necessário. De um a oito códigos separados por espaços: MF fabricante, IM importador, EX exportador, CB despachante aduaneiro, CA transportador, CS consolidador, FW agente de carga, TR operador de terminal, WH depositário, XP operador de remessa expressa, OT outro.
list-help-status = Authorised (ativo), Suspended (Full, Customs ou Security entre parênteses), Revoked, Relinquished ou Annulled. Sem esta coluna todos estão ativos.
list-help-valid-from = Necessário. O primeiro dia: 2026-12-31.
list-help-valid-until = O último dia, que ainda conta; vazio se não tem fim.
list-help-status-since = O primeiro dia da situação. Vários períodos de um certificado têm uma linha cada um.
list-help-status-until = De uma suspensão: o dia até o qual há que decidir.
list-help-document = A decisão: um arquivo junto à lista, ou o seu blake2-256. Vazio: a própria lista.
list-help-consent = O consentimento da empresa à publicação: um arquivo junto à lista, ou o seu blake2-256. Vazio: a própria lista.
list-help-alias-scheme = O tipo do alias: Code, Mid, Tcuin, Lei, Gln ou Duns.
list-help-alias = Como as declarações de um parceiro chamam o operador.
