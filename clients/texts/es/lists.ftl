### Lo que se encuentra en una lista de certificados, y qué escribir en su lugar.

## Errores: la fila no se lee

list-E01 = { $value }: el dígito verificador debería ser { $digit }. Compare el número con el documento; si los demás dígitos son correctos, escriba ese.
list-E02 = { $value }: 8 dígitos son la raíz de un CNPJ; escriba los 14.
list-E03 = La hoja de cálculo destruyó este número ({ $value }); dé a la columna formato de texto y escríbalo de nuevo.
list-E04 = { $value } puede ser dos días; indique `--dates dmy` si el día va primero, `--dates mdy` si va primero el mes.
list-E05 = { $value }: mismo número que la fila { $row }. Escriba cada certificado una vez; solo sus funciones y sus periodos pueden tener varias filas.
list-E06 = El estado «{ $value }» no está en ningún mapa; agréguelo a `list.toml` en `[codes.status]`, o escriba Authorised, Suspended, Revoked, Relinquished o Annulled.
list-E07 = { $value }: la cadena rechaza esta fila: { $why }
list-E08 = No hay nada en esta celda, y hace falta; escriba lo que dice el documento.
list-E09 = { $value }: { $sentence }
list-E10 = «{ $value }» no es una fecha; escriba 2026-12-31, con un año de 1971 a 2199.
list-E11 = { $value }: el año tiene dos dígitos; escriba los cuatro.
list-E12 = { $value }: el calendario no tiene ese día; compárelo con el documento, o indique `--dates` si el día y el mes están cambiados.
list-E13 = «{ $unknown }» no es una función conocida; agréguela a `list.toml` en `[codes.roles]`, o escriba códigos separados por espacios: MF IM EX CB CA CS FW TR WH XP OT.
list-E14 = «{ $value }» no es un número de certificado; escriba de 1 a 35 caracteres A–Z, 0–9 y - / . como en el certificado.
list-E15 = «{ $value }» es más largo que un nombre corto ({ $column }), que tiene de 1 a 16 caracteres; diga cuál es en `list.toml`, en `[codes.{ $column }]`.
list-E16 = El último día { $value } es anterior al primero, { $from }; compare ambos con el documento.
list-E17 = { $value } tiene al mismo tiempo otro certificado de este tipo con una función en común, en la fila { $row }; termine uno de los dos, o déjelo fuera.
list-E18 = La hoja de cálculo muestra aquí el error { $value }; escriba el valor mismo.
list-E19 = «{ $value }» está solo en su fila y no es un certificado; borre la fila, o complétela.
list-E20 = { $value } no es un nombre de la clase «{ $scheme }»: { $sentence }
list-E21 = «{ $value }» no es ni un archivo junto a la lista ni un hash; escriba el nombre del archivo, o los 64 dígitos de su blake2-256.
list-E22 = El estado dice «{ $value }», y el último día no; escriba el día en que terminó.
list-E23 = { $value } tiene más de 8 funciones; un certificado tiene de 1 a 8.
list-E24 = Los periodos de { $value } no se suceden; escriba de 1 a 9, cada uno con el día en que empezó.
list-E25 = «{ $value }» no es ni sí ni no; escriba X, o deje la celda vacía.

## Notas: cómo se leyó

list-N01 = El archivo no es UTF-8 y se leyó como { $encoding }. Mire si estas palabras están bien: { $value }. Si no, guárdelo como UTF-8, o nombre su codificación en `list.toml`: `encoding = "euc-kr"`.
list-N02 = «{ $value }»: apenas solicitado, por lo que esta fila queda fuera.
list-N03 = { $value }: se perdieron ceros a la izquierda; se leyó { $number }, cuyo dígito verificador es correcto.
list-N04 = { $rows } filas, iguales salvo la función o el periodo, son { $certificates } certificados.
list-N05 = «{ $value }» no es un certificado (un encabezado, un total, una nota): queda fuera.
list-N06 = Esta columna no se leyó: «{ $other }» dice lo mismo.
list-N07 = Solo se leyó la primera hoja visible; estas no: { $value }. Un perfil elige con `sheet = "…"`.
list-N08 = Los números se leyeron como de { $value }; `--territory` dice otra cosa.
list-N09 = { $count } números son de personas físicas (el primero: { $value }), de modo que son datos personales.
list-N10 = Estos encabezados no se entienden, y sus columnas no se leyeron: { $value }. `list.toml` nombra lo que haga falta.
list-N11 = { $value } ha terminado, por lo que no se traspasa.
list-N12 = El archivo se leyó como UTF-16.
list-N13 = El perfil vino con el programa, y nadie lo ha confirmado: compare algunas filas con la lista.
list-N14 = No se da el primer día; el certificado empieza con su primer estado, { $value }.
list-N15 = Esta columna se leyó como las funciones, pues la mayoría de sus valores lo son.
list-N16 = { $count } números (el primero: { $value }) no tienen dígito verificador, por lo que un error al escribir no se ve.
list-N17 = Solo se entiende una parte de este encabezado; la columna se leyó como `{ $column }`. Si es otra, dígalo en `list.toml`, en `[headings]`.
list-N18 = No se dice desde cuándo está suspendido, así que se tomó { $from }, su primer día. Escriba el día en una columna `status_since`.

## No es una lista

list-not-Empty = No hay nada en el archivo. Envíe la lista de nuevo.
list-not-HeadingsOnly = La lista tiene encabezados y ninguna fila. Envíe la lista de nuevo.
list-not-Binary = El archivo no es texto ni hoja de cálculo. Guarde la lista como XLSX o CSV.
list-not-Html = El archivo es una página web, se llame como se llame. Ábralo en una hoja de cálculo y guárdelo como XLSX.
list-not-OldXml = El archivo es XML de Excel 2003. Ábralo en una hoja de cálculo y guárdelo como XLSX.
list-not-Pdf = El archivo es un PDF. Pida la hoja de cálculo de la que se hizo.
list-not-OtherZip = El archivo está comprimido y no es una hoja de cálculo. Descomprímalo y saque la lista.
list-not-Damaged = La hoja de cálculo no se puede abrir: se cortó o cambió en el camino. Envíela de nuevo.
list-not-PasswordProtected = La hoja de cálculo tiene contraseña. Guárdela sin ella.
list-not-TooLarge = El archivo pasa de 64 MiB, o tiene más de 200.000 filas. Haga de él varias listas.
list-not-Cut = El archivo termina dentro de la fila { $row }: unas comillas no se cierran, o faltan celdas. Envíe la lista de nuevo.
list-not-NoHeadings = Entre las primeras 20 filas ninguna es la de los encabezados: hacen falta el número del operador (TIN, RFC, RUC, EORI …) y otra columna. La fila más cercana: { $headings }. Otras hojas: { $sheets }. Nombre los encabezados en `list.toml`, o la hoja, o la codificación de un texto que no es UTF-8.
list-not-AmbiguousHeadings = Dos columnas pueden ser «{ $column }»: «{ $one }» y «{ $other }». Diga cuál es en `list.toml`, en `[headings]`.
list-not-NoSuchSheet = No hay hoja «{ $sheet }»; hay: { $sheets }. Corrija `sheet` en `list.toml`.
list-not-NoSuchHeading = Ninguna columna se titula «{ $heading }»; hay: { $headings }. Corrija `[headings]` en `list.toml`.
list-not-ColumnMissing = { $column ->
        [certificate] Ninguna columna tiene los números de los certificados. Nómbrela en `list.toml`, o indique `--number-from tin` si la lista no los tiene.
        [type] Ninguna columna tiene el tipo de los certificados. Nómbrela en `list.toml`, o indique `--type`.
        [programme] Ninguna columna tiene el programa. Indique `--programme`.
        [roles] Ninguna columna tiene las funciones. Nómbrela en `list.toml`, o escriba allí `roles = ["EX"]` si todos tienen las mismas.
        [valid_from] Ninguna columna tiene el primer día. Nómbrela en `list.toml`.
       *[tin] Ninguna columna tiene los números de los operadores. Nómbrela en `list.toml`.
    } Encabezados que no se entienden: { $headings }.
list-not-NotSure = { $what ->
        [statuses] Ninguna columna es el estado, y «{ $heading }» dice que hay certificados suspendidos, terminados o solicitados.
       *[days] Ninguna columna es el último día, y «{ $heading }», cuyo encabezado no se entiende, tiene días.
    } Diga en `list.toml`, en `[headings]`, qué es, o que no dice nada: `ignore = "…"`.
list-not-TerritoryUnknown = «{ $heading }»: no se sabe de qué país son estos números. Indique `--territory` con un código de ISO 3166-1; este encabezado se usa en: { $territories }.

## El informe

list-report-row = Fila
list-report-column = Columna
list-report-value = Valor
list-report-code = Código
list-report-sentence = Qué hacer

## La plantilla

list-column-tin = TIN del operador
list-column-certificate = Nº de certificado
list-column-programme = Programa
list-column-type = Tipo
list-column-roles = Funciones
list-column-status = Estado
list-column-valid-from = Vigente desde
list-column-valid-until = Vigente hasta
list-column-status-since = Estado desde
list-column-status-until = Suspendido hasta
list-column-document = Documento
list-column-consent = Consentimiento
list-column-alias-scheme = Esquema de alias
list-column-alias = Código de socio
list-help-sheet = Cómo llenarla
list-help-column = Columna
list-help-meaning = Qué escribir
list-help-tin = Necesario. El número del operador con el país delante: MXNWM9709244W4.
list-help-certificate = Necesario. El número del certificado: A–Z, 0–9 y - / . hasta 35. Cada certificado una vez.
list-help-programme = Necesario. El nombre corto del programa, hasta 16 caracteres.
list-help-type = Necesario. El nombre corto del tipo dentro del programa, hasta 16 caracteres.
list-help-roles = Necesario. De uno a ocho códigos separados por espacios: MF fabricante, IM importador, EX exportador, CB agente de aduanas, CA transportista, CS consolidador, FW agente de carga, TR operador de terminal, WH depositario, XP operador de envíos urgentes, OT otro.
list-help-status = Authorised (vigente), Suspended (Full, Customs o Security entre paréntesis), Revoked, Relinquished o Annulled. Sin esta columna todos están vigentes.
list-help-valid-from = Necesario. El primer día: 2026-12-31.
list-help-valid-until = El último día, que todavía cuenta; vacío si no tiene fin.
list-help-status-since = El primer día del estado. Varios periodos de un certificado tienen una fila cada uno.
list-help-status-until = De una suspensión: el día hasta el que hay que decidir.
list-help-document = La decisión: un archivo junto a la lista, o su blake2-256. Vacío: la lista misma.
list-help-consent = El consentimiento de la empresa a la publicación: un archivo junto a la lista, o su blake2-256. Vacío: la lista misma.
list-help-alias-scheme = La clase del alias: Code, Mid, Tcuin, Lei, Gln o Duns.
list-help-alias = Cómo llaman al operador las declaraciones de un socio.
