### What is found in a list of certificates, and what to type instead.

## Errors: the row is not read

list-E01 = { $value }: the check digit should be { $digit }. Compare the number with the document; if the other digits are right, write that one.
list-E02 = { $value }: 8 digits are a CNPJ root; write all 14.
list-E03 = The spreadsheet destroyed this number ({ $value }); format the column as text and type it anew.
list-E04 = { $value } can be two days; say `--dates dmy` where the day comes first, `--dates mdy` where the month does.
list-E05 = { $value }: same number as row { $row }. Write each certificate once; only its roles and its periods may have several rows.
list-E06 = Status “{ $value }” is in no map; add it to `list.toml` under `[codes.status]`, or write Authorised, Suspended, Revoked, Relinquished or Annulled.
list-E07 = { $value }: the chain refuses this row: { $why }
list-E08 = There is nothing in this cell, and it is needed; write what the document says.
list-E09 = { $value }: { $sentence }
list-E10 = “{ $value }” is no date; write 2026-12-31, with a year from 1971 to 2199.
list-E11 = { $value }: the year has two digits; write all four.
list-E12 = { $value }: the calendar has no such day; compare it with the document, or say `--dates` where day and month have changed places.
list-E13 = “{ $unknown }” is no known role; add it to `list.toml` under `[codes.roles]`, or write codes with a space between: MF IM EX CB CA CS FW TR WH XP OT.
list-E14 = “{ $value }” is no certificate number; write 1 to 35 of A–Z, 0–9 and - / . as on the certificate.
list-E15 = “{ $value }” is longer than a short name ({ $column }), which has 1 to 16 characters; say which one is meant in `list.toml` under `[codes.{ $column }]`.
list-E16 = The last day { $value } is before the first, { $from }; compare both with the document.
list-E17 = { $value } has another certificate of this type with a role in common at the same time, in row { $row }; end one of them, or leave it out.
list-E18 = The spreadsheet shows the error { $value } here; type the value itself.
list-E19 = “{ $value }” stands alone in its row and is no certificate; delete the row, or complete it.
list-E20 = { $value } is no name of the kind “{ $scheme }”: { $sentence }
list-E21 = “{ $value }” is neither a file beside the list nor a hash; write the file's name, or the 64 digits of its blake2-256.
list-E22 = The status says “{ $value }”, and the last day doesn't; write the day on which it ended.
list-E23 = { $value } has more than 8 roles; a certificate has 1 to 8.
list-E24 = The periods of { $value } don't follow one another; write 1 to 9, each with the day on which it began.
list-E25 = “{ $value }” is neither a yes nor a no; write X, or leave the cell empty.

## Notes: how it was read

list-N01 = The file is not UTF-8 and was read as { $encoding }. Look whether these words are right: { $value }. Where they are not, save it as UTF-8, or name its encoding in `list.toml`: `encoding = "euc-kr"`.
list-N02 = “{ $value }”: only applied for, so this row is left out.
list-N03 = { $value }: zeros in front were lost; read as { $number }, whose check digit is right.
list-N04 = { $rows } rows, alike but for role or period, became { $certificates } certificates.
list-N05 = “{ $value }” is no certificate (a heading, a total, a note): left out.
list-N06 = This column was not read: “{ $other }” says the same.
list-N07 = Only the first visible sheet was read; these were not: { $value }. A profile chooses with `sheet = "…"`.
list-N08 = The numbers were read as those of { $value }; `--territory` says otherwise.
list-N09 = { $count } numbers are natural persons' (the first: { $value }), so they are personal data.
list-N10 = These headings are not understood, and their columns were not read: { $value }. `list.toml` names what is needed.
list-N11 = { $value } has ended, so it is not taken over.
list-N12 = The file was read as UTF-16.
list-N13 = The profile came with the program, and nobody has confirmed it: compare some rows with the list.
list-N14 = No first day is given; the certificate begins with its first status, { $value }.
list-N15 = This column was read as the roles, since most of its values are.
list-N16 = { $count } numbers (the first: { $value }) have no check digit, so a typing error is not seen.
list-N17 = Only a part of this heading is understood; the column was read as `{ $column }`. Say in `list.toml` under `[headings]` if it is another.
list-N18 = Since when it is suspended is not said, so { $from }, its first day, was taken. Write the day in a column `status_since`.

## Not a list

list-not-Empty = There is nothing in the file. Send the list again.
list-not-HeadingsOnly = The list has headings and no row. Send the list again.
list-not-Binary = The file is no text and no spreadsheet. Save the list as XLSX or CSV.
list-not-Html = The file is a page of a web site, whatever it is called. Open it in a spreadsheet and save it as XLSX.
list-not-OldXml = The file is Excel 2003's XML. Open it in a spreadsheet and save it as XLSX.
list-not-Pdf = The file is a PDF. Ask for the spreadsheet that it was made from.
list-not-OtherZip = The file is packed and is no spreadsheet. Unpack it and take the list out.
list-not-Damaged = The spreadsheet can't be opened: it was cut off or changed on its way. Send it again.
list-not-PasswordProtected = The spreadsheet has a password. Save it without one.
list-not-TooLarge = The file is larger than 64 MiB, or has more than 200,000 rows. Make several lists of it.
list-not-Cut = The file ends inside row { $row }: a quote is never closed, or cells are missing there. Send the list again.
list-not-NoHeadings = Among the first 20 rows none is that of the headings: the trader's number (TIN, RFC, RUC, EORI …) and another column are needed. The nearest row: { $headings }. Other sheets: { $sheets }. Name the headings in `list.toml`, or the sheet, or the encoding of a text that is not UTF-8.
list-not-AmbiguousHeadings = Two columns can be “{ $column }”: “{ $one }” and “{ $other }”. Say in `list.toml` under `[headings]` which one it is.
list-not-NoSuchSheet = There is no sheet “{ $sheet }”; there are: { $sheets }. Correct `sheet` in `list.toml`.
list-not-NoSuchHeading = No column is headed “{ $heading }”; there are: { $headings }. Correct `[headings]` in `list.toml`.
list-not-ColumnMissing = { $column ->
        [certificate] No column has the certificates' numbers. Name it in `list.toml`, or say `--number-from tin` where the list has none.
        [type] No column has the certificates' type. Name it in `list.toml`, or say `--type`.
        [programme] No column has the programme. Say `--programme`.
        [roles] No column has the roles. Name it in `list.toml`, or write `roles = ["EX"]` there where all have the same.
        [valid_from] No column has the first day. Name it in `list.toml`.
       *[tin] No column has the traders' numbers. Name it in `list.toml`.
    } Headings that are not understood: { $headings }.
list-not-NotSure = { $what ->
        [statuses] No column is the status, and “{ $heading }” says that certificates are suspended, have ended or are applied for.
       *[days] No column is the last day, and “{ $heading }”, whose heading is not understood, has days.
    } Say in `list.toml` under `[headings]` what it is, or that it says nothing: `ignore = "…"`.
list-not-TerritoryUnknown = “{ $heading }”: whose numbers these are is not known. Say `--territory` with a code of ISO 3166-1; this heading is used in: { $territories }.

## The report

list-report-row = Row
list-report-column = Column
list-report-value = Value
list-report-code = Code
list-report-sentence = What to do

## The template

list-column-tin = TIN
list-column-certificate = Certificate no.
list-column-programme = Programme
list-column-type = Type
list-column-roles = Roles
list-column-status = Status
list-column-valid-from = Valid from
list-column-valid-until = Valid until
list-column-status-since = Status since
list-column-status-until = Suspended until
list-column-document = Document
list-column-consent = Consent
list-column-alias-scheme = Alias scheme
list-column-alias = Alias
list-help-sheet = How to fill it in
list-help-column = Column
list-help-meaning = What to write
list-help-tin = Needed. The trader's number with the country in front: MXNWM9709244W4.
list-help-certificate = Needed. The certificate's number: A–Z, 0–9 and - / . up to 35. Each certificate once.
list-help-programme = Needed. The programme's short name, up to 16 characters.
list-help-type = Needed. The type's short name within the programme, up to 16 characters.
list-help-roles = Needed. One to eight codes with spaces between: MF manufacturer, IM importer, EX exporter, CB customs broker, CA carrier, CS consolidator, FW freight forwarder, TR terminal operator, WH warehouse keeper, XP express operator, OT other.
list-help-status = Authorised, Suspended (Full), Suspended (Customs), Suspended (Security), Revoked, Relinquished or Annulled. Without this column all are authorised.
list-help-valid-from = Needed. The first day: 2026-12-31.
list-help-valid-until = The last day, which still counts; empty where there is no end.
list-help-status-since = The first day of the status. Several periods of one certificate have a row each.
list-help-status-until = Of a suspension: the day by which a decision is due.
list-help-document = The decision: a file beside the list, or its blake2-256. Empty: the list itself.
list-help-consent = The company's consent to publication: a file beside the list, or its blake2-256. Empty: the list itself.
list-help-alias-scheme = The kind of the alias: Code, Mid, Tcuin, Lei, Gln or Duns.
list-help-alias = What a partner's declarations call the trader.
