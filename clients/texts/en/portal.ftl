### What the portal says: clients/portal.

## Around every screen

portal-title = AEO certificates
portal-language = Language
portal-skip = Go to the content
portal-footer = This page is a set of files. It asks nobody but the nodes of its network, and what it shows is public; a key that you open stays in this tab's memory.
portal-no-network = The file `network.json` beside this page is missing or can't be read. Ask whoever runs the page.
portal-asking = Asking …
portal-not-reached = The network is not reached: above it says why.
portal-not-answered = There was no answer.
    .remedy = What was shown before stays. Look above whether the network is reached, then ask again.
portal-again = Ask again
portal-newer = Later
portal-older = Earlier
portal-cancel = Cancel
portal-close = Close
portal-sign = Sign
portal-failed = That did not work: { $detail }
    .remedy = Nothing that you typed is lost. Try it again; if it fails again, tell whoever runs this page what stands here.
portal-declined = It was not signed.
    .remedy = Sign it where your browser's extension asks you to, or leave it.

nav-label = Screens
nav-find = Look up
nav-work = My work
nav-mine = My certificates
nav-agreements = Agreements
nav-council = Council
nav-key = Open a key

## Who answers

source-light = Checked in this page by the light client.
source-node = Told by the node { $address }, not checked.
source-final = Final block { $block }, { $age } s ago.
source-change = Change
reached-connecting = { $kind ->
        [light] Looking for nodes of the network. Where this lasts for more than a minute, ask a node instead.
       *[node] The node does not answer. It is tried again; what is shown is the last that it said. Another node may answer.
    }
reached-silent = Nothing new has come for some time: what is shown may be old.
reached-connected = Connected.
reached-foreign = Another chain answers at this address: nothing of it is shown. Choose a node of this network.
reached-impossible = { $kind ->
        [light] The light client can't begin with the file beside this page. Ask a node instead.
       *[node] This is no address of a node: it begins with `ws://` or `wss://`.
    }
choose-title = Who answers
choose-intro = The questions are the same in both cases. Whose word the answers rest on differs.
choose-light = The light client
choose-light-why = It works in this page, takes proofs from the network's nodes, and believes none of them: an answer is computed here, from values that are proven to be in a block that two thirds of the administrations' validators have made final. It needs some seconds to begin.
choose-no-light = This page was set up without it.
choose-take-light = Use the light client
choose-chosen = In use
choose-node = A node
choose-node-why = It answers at once, and is believed: choose one of an administration that you trust, or your own.
choose-address = Address of the node
choose-take-node = Ask this node
choose-no-address = An address of a node begins with `ws://` or `wss://`.
choose-chain = Only the chain whose first block is { $genesis } is listened to.

## Looking up

find-title = Is this firm an Authorized Economic Operator?
find-intro = Type or paste a trader's number (TIN), with the two letters of its country in front, or the number of a certificate.
find-label = TIN or number of a certificate
find-button = Look up
find-help = For instance `MXNWM9709244W4`, or `urn:tin:MXNWM9709244W4`.
find-tin = { $tin } is written as a trader's number.
find-known = The number is registered here.
find-unknown = Nobody has registered it here.
find-certificate = If it is the number of a certificate, look it up nevertheless.
find-again = Look up another number
check-Passed = Its check digit is right.
check-FormatOnly = Its form is right; such numbers have no check digit that could be looked at.
check-Overridden = Its check digit is wrong, and its administration has confirmed the number nevertheless.
reason-place = Character { $place } is the one: type it anew, from the document.
reason-digit = It would be { $digit }: type it behind, if the document has those nine digits.
number-none = No administration has issued a certificate with the number { $number }.
number-no-tin = Nor is it a trader's number:

trader-title = Trader { $tin }
trader-none = This trader has no certificate. Compare the number with the document.
certificate-title = Certificate { $number }
certificate-review = Its administration reviews it; it stays what it is.

fact-issuer = Issued by
fact-number = Certificate
fact-type = Type
fact-roles = Certified as
fact-from = Valid from
fact-until = Valid until
fact-no-end = without an end
halves-Customs = customs simplifications
halves-Security = security
halves-Both = customs simplifications and security
scope-Full = the whole certificate
scope-Customs = the customs half
scope-Security = the security half

## How a certificate stands

state-InForce = In force
state-HalfSuspended = In force, one half suspended
state-Suspended = Suspended
state-Revoked = Revoked
state-RevokedLater = In force, revoked from a day on
state-Relinquished = Given back
state-RelinquishedLater = In force, given back from a day on
state-Annulled = Annulled
state-Expired = Expired
state-NotYetValid = Not valid yet
state-NotAuthorised = Not authorised
state-Applied = Applied for
state-Accepted = Applied for, under examination
state-Rejected = Application rejected
state-ApplicationWithdrawn = Application withdrawn
state-Refused = Application refused
standing-InForce = { $open ->
        [yes] The certificate is in force since { $from }, without an end.
       *[no] The certificate is in force since { $from }, and valid until { $until }.
    }
standing-HalfSuspended = Since { $since }, { $half } is suspended. The other half is in force.
standing-Suspended = { $end ->
        [ResumesAfter] The certificate is suspended since { $since }. It is in force again after { $day }.
        [DecisionAfter] The certificate is suspended since { $since }. Its administration decides after { $day }.
       *[Open] The certificate is suspended since { $since }, until its administration decides.
    }
standing-Revoked = Its administration has revoked the certificate from { $day } on.
standing-RevokedLater = The certificate is in force, and revoked from { $day } on.
standing-Relinquished = The holder has given the certificate back from { $day } on.
standing-RelinquishedLater = The certificate is in force, and given back from { $day } on.
standing-Annulled = The certificate is void from the start.
standing-Expired = The certificate was valid until { $until }.
standing-NotYetValid = The certificate is valid from { $from } on.
standing-NotAuthorised = There is no certificate in force.
standing-Applied = A certificate was applied for on { $since }. It is not in force.
standing-Accepted = The application was accepted for examination on { $since }. It is not in force.
standing-Rejected = The application was rejected on { $since }.
standing-ApplicationWithdrawn = The application was withdrawn on { $since }.
standing-Refused = The certificate was refused on { $since }.

## Who recognises it

recognition-title = Who recognises it now
recognition-hint = Open an administration for the benefits, or for what is missing.
recognition-yes = { $count ->
        [one] recognises it: one benefit
       *[other] recognises it: { $count } benefits
    }
recognition-home = { $count ->
        [one] at home: one benefit
       *[other] at home: { $count } benefits
    }
recognition-no = gives no benefits: { $why }
recognition-role = The trader acts as
direction-Import = Import declared in { $grantor }
direction-Export = Export declared in { $grantor }
kind-Import = import
kind-Export = export
paths-title = Each certificate under each agreement
paths-none = no agreement
paths-counted = { $count ->
        [one] one benefit
       *[other] { $count } benefits
    }
change-IssuerUnverifiable = It counts again when the issuer's word does.
change-NotYetValid = It counts from that day on.
change-Suspended = It counts again when the issuer has reinstated it.
change-Expired = The issuer renews it, or certifies the trader anew.
change-Revoked = Only a new certificate would count.
change-Relinquished = Only a new certificate would count.
change-Annulled = Only a new certificate would count.
change-NotAuthorised = The trader's administration would have to certify it.
change-RoleNotCertified = The issuer would have to certify the trader in this role.
change-NoAgreement = It would take an agreement in force between the two administrations.
change-TypeNotEligible = The parties would have to amend their agreement to cover this type.
change-RoleNotEligible = The parties would have to amend their agreement to cover this role.
change-DirectionNotCovered = The parties would have to amend their agreement to cover such declarations.
change-NoConsent = The trader gives its consent, in this page or to its administration.
change-RecognitionSuspended = This administration would have to restore its recognition; the certificate is what it was.
declare-title = How the customer's declaration must name this trader
declare-nothing = No agreement that covers this certificate is in force: there is nothing to write.
declare-code = Write the code { $code } in box { $place }.
declare-number = Write { $number } in box { $place }.
declare-manifest = In the manifest too, in { $place }.
declare-AliasMissing = Nothing can be written yet: the trader's administration derives or declares an alias for this partner, or the partner issues one.
declare-AliasUnconfirmed = Nothing can be written yet: an officer of the partner confirms the alias that the trader declared.
declare-TooLong = Nothing can be written yet: the number is too long for a declaration. The parties agree on an alias.

## History

history-title = History
history-from = from { $from }
history-until = valid until { $until }
history-known = Known on the chain since { $known }, block { $block }.
history-voids = An appeal undid what was decided before.
ground-Authority = Decided by the administration.
ground-HoldersRequest = At the holder's request.
ground-Administrative = For administrative reasons.
period-Applied = Applied for
period-Accepted = Accepted for examination
period-Rejected = Application rejected
period-ApplicationWithdrawn = Application withdrawn
period-Refused = Refused
period-Authorised = Authorised
period-Suspended = Suspended
period-Revoked = Revoked
period-Relinquished = Given back
period-Annulled = Annulled

## Roles

role-Manufacturer = manufacturer
role-Importer = importer
role-Exporter = exporter
role-CustomsBroker = customs broker
role-Carrier = carrier
role-Consolidator = consolidator
role-FreightForwarder = freight forwarder
role-TerminalOperator = terminal operator
role-WarehouseKeeper = warehouse keeper
role-ExpressOperator = express operator
role-Other = other
territory-XI = Northern Ireland

## Keys

key-title = Your key
key-intro = Whoever only looks up needs no key. Officers and certified firms sign with theirs.
key-file-title = Key file
key-file = The file that polkadot.js exported
key-password = Its password
key-open = Open the key
key-opening = Opening, a few seconds …
key-leave = Close the key
key-NoFile = No file is chosen.
    .remedy = Choose the file that polkadot.js exported; it ends with `.json`.
key-NotAKeyFile = This is no key file.
    .remedy = Choose the file that polkadot.js exported; it ends with `.json`.
key-OtherKind = This key file is of a kind that this page does not open.
    .remedy = Export the account from polkadot.js as a single file with a password; the kind of key is sr25519.
key-WrongPassword = The password is not the one of this key file.
    .remedy = Type it again; capitals count.
key-extension-title = Browser extension
key-extension = Ask { $extension }
key-no-extension = No extension that holds keys was found in this browser.
key-no-accounts = The extension gives this page no account. Allow one in the extension, and ask again.
key-extension-refused = The extension gave no answer.
    .remedy = Allow this page in the extension, then ask again.
key-account = Account
key-role = What it is on this chain
key-officer = Officer of { $administration } for { $scopes }
key-own = The own account of { $administration }
key-holder = Account of the trader { $tin }
key-nobody = Nothing yet: no administration has given it a role.
officer-Identities = traders
officer-Certification = certification
officer-Suspension = suspension
officer-Agreements = agreements
officer-Risk = risk
officer-Clearance = clearance
officer-Disclosure = confidential data

## A transaction on its way

sent-signing = Signing …
sent-signed = Signed and sent; waiting for a block …
sent-inBlock = In block { $block }. It is final in some seconds.
sent-final = Final in block { $block }.

## Documents

document-title = Document of the decision
document-own = Your document
document-hint = Only its fingerprint goes to the chain. Keep the document in your files.
document-file = A file
document-text = Or this text
document-hash = Fingerprint (blake2-256): { $hash }
document-keep = Save the text for your files

## Suspending

open-suspend = Suspend …
suspend-title = Suspend certificate { $number }
suspend-intro = The whole certificate of { $tin } is suspended until further notice, in the block that takes your signature.
suspend-partners = { $count ->
        [one] One administration stops giving benefits:
       *[other] { $count } administrations stop giving benefits:
    }
suspend-nobody = Nobody gives benefits for it now: none end.
suspend-text = Suspension of certificate { $number } of { $tin }, decided by { $issuer }, { $now }.
suspend-sign = Sign: suspend now
open-reinstate = Propose to reinstate …
reinstate-title = Propose to reinstate certificate { $number }
reinstate-intro = Another officer confirms it; until then the certificate of { $tin } stays suspended.
reinstate-text = Reinstatement of certificate { $number } of { $tin }, proposed by { $issuer }, { $now }.
reinstate-sign = Sign: propose

## An officer's work

work-title = My work
work-of = What waits in { $administration }
work-no-officer = This screen is for officers.
work-suspend = To suspend a certificate, look it up: what you may suspend has a button for it.
work-decisions = Decisions that wait for a second officer
work-nothing = Nothing waits.
work-until = Open until { $until }
work-expired = It was not confirmed in time, and has lapsed.
work-overtaken = The certificate has changed since: it can't be confirmed any more.
work-look = Look …
work-confirm = Sign: confirm
work-refuse = Sign: refuse
work-take-back = Sign: take it back
work-confirm-sent = You confirm what stands above.
work-refuse-sent = You refuse what stands above.
work-no-scope = Your key has no scope for { $scope }: another officer decides this.
work-requests = Open requests to holders
work-changes = What partners told and your administration has not acknowledged
work-acknowledge = { $count ->
        [one] Sign: acknowledge this one
       *[other] Sign: acknowledge these { $count }
    }
work-more = There is more: it is shown once these are acknowledged.
work-motions = { $count ->
        [0] No motion is open.
        [one] One motion is open.
       *[other] { $count } motions are open.
    }
request-Information = information
request-CorrectiveAction = corrective action
request-SelfAssessment = self-assessment
request-Visit = visit
request-due = due on { $day }
request-answered = answered; it was due on { $day }
request-overdue = overdue since { $day }
decision-Authorise = Certify: { $number }
decision-Renew = Renew { $number }
decision-Rectify = Correct { $number }
decision-Revoke = Revoke { $number }
decision-Relinquish = Take back { $number }
decision-Annul = Annul { $number }
decision-Overturn = Overturn the decision on { $number }
decision-RefuseRenewal = Refuse the renewal of { $number }
decision-RefuseApplication = Refuse the application { $number }
decision-WithdrawApplication = Withdraw the application { $number }
decision-KeepInForce = Keep { $number } in force until it is renewed
decision-Reinstate = Reinstate { $number }
decision-batch = { $rows ->
        [one] One certificate at once
       *[other] { $rows } certificates at once
    }
decision-batch-hash = Fingerprint of the batch; compare it with that of your list
decision-now = Now
decision-from = From
decision-from-start = the day of that decision
decision-bar = No new certificate through
decision-scope = What is reinstated
decision-ground = Ground
decision-maker = Proposed by
decision-document = Fingerprint of the document
decision-compare = Compare with your copy
decision-same = It is the same document.
decision-differs = It is another document.

## Agreements

agreements-title = Agreements
agreements-intro = Rows: whose certificates. Columns: who gives benefits for them.
agreements-caption = Certificates of the row earn benefits in the column
agreements-corner = Certificates of
agreements-none = There is no agreement yet.
agreements-home = at home
agreements-cell = Certificates of { $issuer } in { $grantor }: { $state }
agreements-legend = ✓ in force · ↘ in force, ends · … waits · ✗ suspended · – nothing
leg-title = Certificates of { $issuer } in { $grantor }
leg-waiting = Proposed: not all parties have signed.
leg-state = State
leg-InForce = in force
leg-Ending = in force, and ends
leg-Suspended = suspended
leg-Pending = waits for its day
leg-Ended = ended
leg-None = no agreement
leg-directions = Declarations
leg-benefits = Benefits
leg-consent = Consent of the holder
leg-until = Last day
leg-suspended-by = Suspended by
consent-Needed = needed
consent-NotNeeded = not needed

## The council

council-title = Motions of the council
council-seats = { $count } seats: { $members }.
council-none = No motion is open.
motion-what = About
motion-ayes = Ayes
motion-count = { $ayes } of { $needed } needed
motion-for = For
motion-against = Against
motion-end = Open until about
motion-low = It was opened with a threshold of { $threshold }, and needs { $needed }: closed with fewer ayes it fails.
motion-aye = Sign: vote for it
motion-nay = Sign: vote against it
motion-Administrations-admit = Admit an administration
motion-Administrations-retract = Take a proposal back
motion-Administrations-quarantine = Quarantine an administration
motion-Administrations-end_quarantine = End a quarantine
motion-Administrations-expel = Expel an administration
motion-Administrations-switch_off_validator = Switch a validator off
motion-Administrations-authorise_upgrade = Authorise an upgrade
motion-Administrations-withdraw_upgrade = Withdraw an upgrade
motion-Administrations-note_stalled = Restart finality
motion-Fees-set_quota = Change a quota

## A trader's own

mine-title = { $tin }
mine-certificates = Your certificates
mine-no-holder = This screen is for traders whose account is linked to their number.
uses-title = Who gave you benefits
uses-hint = Each line is one declaration that named you. If one was not yours, tell your administration its fingerprint.
uses-none = Nobody has recorded any in clear.
uses-declaration = Declaration { $declaration }
uses-annulled = The certificate was annulled since.
uses-report = This was not me: save a report for my administration
uses-report-text = { $tin } did not take part in this declaration. { $grantor } recorded benefits for it on { $moment }, in block { $block } of the chain, under the fingerprint { $declaration }. Please ask { $grantor } who declared it, and tell it that somebody uses our number.
sharing-title = With whom it is shared
sharing-none = With nobody: there is no agreement.
sharing-given = { $known ->
        [yes] You consent, since { $since }.
       *[no] You consent, as the programme says.
    }
sharing-withheld = { $known ->
        [yes] You do not consent, since { $since }. No benefits there.
       *[no] You have not consented. No benefits there.
    }
sharing-give = Give consent …
sharing-withdraw = Withdraw consent …
sharing-give-what = { $reader } may then recognise certificate { $number }, and read what the agreement shares of you.
sharing-withdraw-what = { $reader } stops giving benefits for certificate { $number } at once, and gets nothing further about you. What it has read it has read.
sharing-give-text = { $tin } consents that certificate { $number } is shared with { $reader }, { $now }.
sharing-withdraw-text = { $tin } withdraws its consent that certificate { $number } is shared with { $reader }, { $now }.

## Scanning and printing

scan-open = Scan a code …
scan-title = Scan a code
scan-intro = Hold the code before the camera, or choose a picture of it. Nothing of either leaves this page.
scan-camera = What the camera sees
scan-file = A picture of the code
scan-nothing = No code was found in this picture.
    .remedy = Choose a sharper one, on which the code is whole and lies flat.
scan-other = The code says something else: “{ $text }”.
    .remedy = Scan one with a trader's number, a certificate's, `urn:tin:` or the address of such a page.
scan-NotAllowedError = The camera was not allowed.
    .remedy = Allow it for this page in the browser's settings, or choose a picture of the code.
scan-NotFoundError = This device has no camera.
    .remedy = Choose a picture of the code, or type the number.
scan-NotHere = The camera can't be used here.
    .remedy = Browsers give it to pages over https alone, and to one page at a time. Choose a picture of the code, or type the number.
printed-code = Scan this to see how the certificate stands today: { $address }
printed-when = Printed on { $now } from { $address }. What holds after that moment only the chain knows.

## A call that is tried before it is signed

tried-well = Tried on the last final block: the chain takes it.
tried-refused = Tried on the last final block, the chain would refuse it.
tried-UnknownAccount = Your account has no role on this chain.
    .remedy = Open the key of an officer, or of the account that is linked to the trader.
tried-TooHeavy = It is more than a block takes.
    .remedy = Divide it into several.

## Certifying, renewing, revoking

certify-open = Certify a firm …
certify-title = Certify a firm
certify-no-officer = This screen is for officers who may certify.
certify-consent = The firm's consent to being public
certify-until-hint = Empty: as the programme says.
day-half = { $label }: this day is not complete, or is in no calendar.
certify-missing = Still missing: { $missing }.
certify-sign = Sign: propose to certify
certify-sign-alone = Sign: certify
certify-sent = Certificate { $number } of { $tin }.
certify-keep-consent = Save the text of the consent for your files
certify-waits = It waits for a second officer, who finds it in “My work”.
certify-done = The firm is certified.
certify-again = Certify another firm
open-renew = Propose to renew …
renew-title = Propose to renew certificate { $number }
renew-now = It is valid until { $until }.
renew-until = New last day
renew-hint = Empty: as the programme says, counted from the day after the present one.
renew-text = Renewal of certificate { $number } of { $tin }, proposed by { $issuer }, { $now }.
renew-sign = Sign: propose
open-revoke = Propose to revoke …
revoke-title = Propose to revoke certificate { $number }
revoke-intro = Another officer confirms it. From the day below on, { $tin } has no certificate any more, and only a new one brings benefits back.
revoke-from = First day without it
revoke-bar = No new certificate through
revoke-bar-hint = Empty: the firm may apply again at once.
revoke-text = Revocation of certificate { $number } of { $tin }, proposed by { $issuer }, { $now }.
revoke-sign = Sign: propose to revoke

## Loading a list

load-open = Load a list …
load-title = Load a list
load-intro = Drop the list of certificates that exist already, as your office keeps it: XLSX, XLS, ODS or CSV. It is read in this page and sent nowhere; what it says of each firm goes to the chain when you sign, and a second officer confirms it.
load-template = Save an empty list with its headings and an example
load-file = The list
load-about = What the list does not say
load-about-hint = Only where a sentence asks for it. Who confirms the list says the same here.
load-profile = Profile of a country
load-beside = `list.toml`, and documents that rows name
load-not-said = –
load-said-territory = Territory of the numbers (`--territory`)
load-said-programme = Programme (`--programme`)
load-said-type = Type of certificate (`--type`)
load-said-dates = Order of dates (`--dates`)
load-said-number_from = Numbers of certificates (`--number-from`)
load-dates-dmy = day, month, year
load-dates-mdy = month, day, year
load-number_from-list = are on the list
load-number_from-tin = the trader's number
load-number_from-tin-type = the trader's number and the type
load-reading = The list is being read …
load-profile-wrong = What is said of the list has a mistake: { $why }
load-notes = { $count ->
        [one] One note on how the list was read
       *[other] { $count } notes on how the list was read
    }
load-aliases = { $count ->
        [one] One row names an alias, which is not taken over with a list: declare it once the certificate is there.
       *[other] { $count } rows name aliases, which are not taken over with a list: declare them once the certificates are there.
    }
load-Damaged = The file can't be opened: it was cut off or changed on its way.
    .remedy = Save it again as XLSX or CSV.
load-Unreadable = The file could not be read: it was changed after it was chosen, or a part of this page did not come.
    .remedy = Choose it again; where that does not help, reload the page.
load-findings = { $count ->
        [one] One thing has to be corrected before the list can be loaded.
       *[other] { $count } things have to be corrected before the list can be loaded.
    }
load-keep-report = Save the whole report
load-read = { $count ->
        [one] One certificate was read.
       *[other] { $count } certificates were read.
    } { $ended ->
        [0] { "" }
        [one] One more has ended, and is not taken over.
       *[other] { $ended } more have ended, and are not taken over.
    }
load-known = { $count ->
        [one] The chain has one of them already, which is left as it is:
       *[other] The chain has { $count } of them already, which are left as they are:
    }
load-certificates = Certificates
load-shown = The first { $shown } of { $count } are shown.
load-sign = { $count ->
        [one] Sign: propose one certificate (batch { $place } of { $of })
       *[other] Sign: propose { $count } certificates (batch { $place } of { $of })
    }
load-waits = All is proposed. A second officer finds it in “My work” and compares it with a copy of the list.
batch-compare = Compare with your own copy of the list
batch-same = { $count ->
        [one] The certificate is as in your list.
       *[other] All { $count } certificates are as in your list.
    }
batch-differs = { $count ->
        [one] One certificate differs: your list, and what was proposed.
       *[other] { $count } certificates differ: your list, and what was proposed.
    }
batch-missing = is not in your list
batch-gone = This batch does not wait any more.
batch-unreadable = { $count ->
        [one] One row of this batch can't be read.
       *[other] { $count } rows of this batch can't be read.
    }

## Searching by name

names-title = By name
names-hint = Names are confidential and not on the chain. Drop what `aeo sealed open` wrote: it stays in this tab's memory, is stored nowhere, and a reload forgets it.
names-file = Opened lists
names-NotOpened = This is nothing that `aeo sealed open` wrote, or it has no names.
    .remedy = Write its output into a file and choose that.
names-unreadable = The file can't be read.
    .remedy = Choose it again.
names-open = { $count ->
        [one] One name is open.
       *[other] { $count } names are open.
    }
names-forget = Forget them
names-text = Name, number or city
names-nothing = Nothing found in the open lists.
names-hidden = { $count ->
        [one] One more is not shown: your administration may not read its name any more.
       *[other] { $count } more are not shown: your administration may not read their names any more.
    }

## What partners do, as it happens

feed-title = As it happens
feed-light = What happens is told live by a node; the light client checks, and has no such line. What waits to be acknowledged stands above in both cases.
feed-connecting = Connecting to the node's feed …
feed-open = Listening: what partners do appears here in seconds.
feed-none = This node keeps no feed, since it validates. Choose another node for it; what waits to be acknowledged stands above.
feed-nothing = Nothing has happened since.
feed-when = Block { $block }, { $moment }.
feed-early = Told before it is final, because it takes away.
told-certificate-Issued = New certificate
told-certificate-Changed = Certificate changed
told-certificate-Suspended = Certificate suspended
told-certificate-Reinstated = Certificate reinstated
told-certificate-Ended = Certificate ended
told-certificate-Started = Certificate begins
told-certificate-Expired = Certificate expired
told-certificate-Resumed = Certificate in force again
told-certificate-Succeeded = Certificate under a new type
told-consent-Given = Consent given
told-consent-Withdrawn = Consent withdrawn
told-recognition-Suspended = Recognition suspended
told-recognition-Restored = Recognition restored
told-leg-Changed = Agreement changed
told-leg-Started = Agreement begins
told-leg-Expired = Agreement ended
told-issuer-StateChanged = An administration's standing changed
told-issuer-Admitted = An administration was admitted
told-issuer-SuccessionChanged = A type of certificate gets a successor
told-issuer-ProgrammeSet = A programme was set
told-trader-Closed = Trader closed
told-trader-TakenOver = Trader taken over
told-trader-Merged = Trader merged into another
told-trader-Succeeded = Trader goes on under another number
told-trader-NumberReleased = A trader's number is free again
told-alias-Given = Alias given
told-alias-Declared = Alias declared
told-alias-Removed = Alias removed
told-offer-Set = A programme's benefits at home were set
told-incident-Opened = Incident opened
told-incident-Closed = Incident closed
told-upgrade-TookOver = The chain's rules were renewed
told-retract = Taken back: its block was lost
told-resync = Much has changed: look the firms up anew
effect-begins = Benefits begin with you.
effect-ends = Benefits end with you.
effect-changes = Benefits change with you.
effect-none = Nothing changes with you.

## Agreements in detail

network-title = { $members } administrations; { $count } directions in which benefits are given. The table says the same.
network-caption = An arrow goes from whose certificates they are to who gives benefits for them. Full lines are in force, dashed ones wait or are suspended.
leg-since = In force since
leg-unknown-types = Types that the issuer's programme lacks
leg-declare = How declarations name the firm
declared-Tin = { $prefix ->
        [None] Its TIN in box { $place }.
       *[other] { $prefix } and its TIN in box { $place }.
    }
declared-NationalNumber = { $prefix ->
        [None] Its number without the country, in box { $place }.
       *[other] { $prefix } and its number without the country, in box { $place }.
    }
declared-CertificateNumber = { $prefix ->
        [None] The certificate's number in box { $place }.
       *[other] { $prefix } and the certificate's number in box { $place }.
    }
declared-Alias = { $prefix ->
        [None] Its alias ({ $scheme }) in box { $place }.
       *[other] { $prefix } and its alias ({ $scheme }) in box { $place }.
    }
requires-Customs = not while the customs half is suspended
requires-Security = not while the security half is suspended

## What a holder asks for

asks-title = Ask your administration
asks-waits = You asked for { $wish }; it is not decided.
asks-back = Take it back …
asks-what = Your administration then decides on { $wish } for certificate { $number }. Nothing changes before.
asks-text = { $tin } asks for { $wish } for certificate { $number }, { $now }.
asks-back-what = You no longer ask for { $wish } for certificate { $number }.
asks-back-text = { $tin } no longer asks for { $wish } for certificate { $number }, { $now }.
ask-Renewal = Ask for its renewal …
ask-Suspension = Ask to suspend it …
ask-Reinstatement = Ask to reinstate it …
ask-Relinquishment = Give it back …
ask-Appeal = Appeal …
wish-Renewal = a renewal
wish-Suspension = a suspension
wish-Reinstatement = a reinstatement
wish-Relinquishment = the end of it
wish-Appeal = another decision
requests-title = What your administration asks of you
requests-none = Nothing.
request-answer = Answer …
request-answer-what = Your answer for certificate { $number }: send the document to your administration; its fingerprint goes to the chain now and shows that you answered in time.
request-closed-Met = met
request-closed-NotMet = not met
request-closed-Withdrawn = withdrawn
apply-title = A further certificate
apply-open = Apply for a certificate …
apply-what = { $administration } examines it. Choose the type and what you want to be certified as.
apply-text = { $tin } applies for a certificate, { $now }.
apply-back = Take the application back …
apply-back-what = Application { $number } is then withdrawn, and is not examined any more.
apply-back-text = { $tin } takes its application { $number } back, { $now }.

## Receipts

receipt-title = Check a receipt
receipt-hint = Choose or drop here a file that `aeo receipt make` wrote. It is checked in this page, and nothing of it is sent anywhere.
receipt-file = Receipt
receipt-own-trust = Check it against a trust file of your own
receipt-trust-file = The file `trust.json` of `aeo trust`; choose it before the receipt
receipt-no-trust-file = The trust file is none.
    .remedy = Choose the file `trust.json` that `aeo trust init` wrote, and then the receipt again.
receipt-nobody = There is nothing to check it against: the network is not reached, and the file `chain.json` beside this page does not say who validates.
    .remedy = Look above whether the network is reached, or choose a trust file of your own; then choose the receipt again.
receipt-unreadable = The file could not be checked: it was changed after it was chosen, or a part of this page did not come.
    .remedy = Choose it again; where that does not help, reload the page.
receipt-checking = { $name } is being checked …
receipt-is-holds = The receipt holds
receipt-is-old = The receipt held then, and is too old for today
receipt-is-values = Proven in part
receipt-is-unknown = This page can't tell
receipt-is-future = Its time is wrong
receipt-is-foreign = For another chain
receipt-is-altered = Altered: it proves nothing
receipt-is-none = No receipt
receipt-says-holds = More than two thirds of the validators made the block final, which was checked here, and the state of that block says what stands below.
receipt-says-old = What stands below was so in that block; it may have changed since.
    .remedy = Ask for a new receipt, or look how the certificate stands now.
receipt-says-values = The values of the block are proven, from which benefits follow or do not. Which do only the chain's own rules say, which this page does not run.
    .remedy = Give `aeo receipt verify` with the file, or look the firm up here.
receipt-says-unknown = { $error ->
        [UnknownValidators] The validators that signed it (set { $set }) are not known here, and nothing leads to them from those that are.
        [ForcedChange] The validators were forced since, without the word of those before.
       *[other] It has a form that this page does not know ({ $error }).
    }
    .remedy = { $error ->
        [UnknownValidators] Ask for a new receipt, or choose a trust file that is up to date.
        [ForcedChange] Choose a trust file that is up to date.
       *[other] Reload the page, or ask for a new receipt.
    }
receipt-says-future = Its block lies in the future.
    .remedy = Set the clock of this device right; if it is right, do not rely on the receipt.
receipt-says-foreign = It is of another chain than the one to which this page belongs.
    .remedy = Check it in the page of that chain, if you trust it.
receipt-says-altered = { $error ->
        [Damaged] The file was damaged or changed on its way.
        [NotInOffice] Validators signed it who were not in office any more.
       *[other] A part of it does not belong to the rest, or is not signed by those who had to ({ $error }).
    }
    .remedy = Do not rely on it: ask for the receipt once more.
receipt-says-none = This is no receipt, or one that a newer program made.
    .remedy = Choose a file that `aeo receipt make` wrote.
receipt-when = Block { $block } of { $moment }, { $ago }.
receipt-fresh = Such a receipt counts as fresh for { $span }.
receipt-state = Last decision
receipt-grantor = Benefits asked of
receipt-no-certificate = In that block { $issuer } had no certificate { $number }.
receipt-now = How it stands now
receipt-against-present = { $source ->
        [light] Checked against the validators in office at the final block { $block } (set { $set }), whom the light client in this page has verified.
       *[node] Checked against the validators in office at the final block { $block } (set { $set }), as the node says, which is believed.
    }
receipt-against-first = Checked against the validators of the first block, from the file `chain.json` beside this page, and those to whom the receipt itself shows the way.
receipt-office = { $known ->
        [yes] Set { $set } is in office now, and another one signed: that the block is from the time of that one this page can't tell.
       *[no] Whether those who signed are still in office this page can't tell without the network.
    }
receipt-against-chosen = Checked against the trust file that you chose.
receipt-limits = What it can't tell: what has changed since that block, and who gives benefits for the certificate. Whether its first and last day lie behind it is to be read from the days.

## Correcting, annulling, applications, appeals

work-asked = Applications, and what holders ask for
work-asked-more = { $count ->
        [one] One more application is older: look it up by its number.
       *[other] { $count } more applications are older: look them up by their numbers.
    }
certificate-asked = Its holder asks for { $asked }.
decided-text = { $title }: certificate { $number } of { $tin }, { $issuer }, { $now }.
open-rectify = Propose to correct …
title-rectify = Propose to correct certificate { $number }
what-rectify = Another officer confirms it. Roles and days of the certificate of { $tin } become what stands below; its credentials have to be issued anew.
rectify-same = Nothing differs yet from what it says now.
open-annul = Propose to annul …
title-annul = Propose to annul certificate { $number }
what-annul = Another officer confirms it. The certificate of { $tin } is then void from its first day; benefits that were given for it are marked.
open-accept = Accept for examination …
title-accept = Accept application { $number } for examination
what-accept = Your signature is enough: the application of { $tin } is then examined.
open-reject = Reject …
title-reject = Reject application { $number }
what-reject = Your signature is enough: the application of { $tin } can't be examined, and is over.
open-grant = Certify …
open-unapply = Propose to refuse …
title-unapply = Propose to refuse application { $number }
what-unapply = Another officer confirms it. The application of { $tin } was examined, and is refused.
open-overturn = Propose to overturn …
title-overturn = Propose to overturn the decision on { $number }
what-overturn = { $tin } appeals against what was decided. Another officer confirms that the state before is there again.
overturn-from-hint = Empty: as if that decision had never held.
open-dismiss = Dismiss the appeal …
title-dismiss = Dismiss the appeal about { $number }
what-dismiss = Your signature is enough: what { $tin } appeals against stands.
open-unrenew = Propose to refuse the renewal …
title-unrenew = Propose to refuse the renewal of { $number }
what-unrenew = Another officer confirms it. The last day of the certificate of { $tin } stays what it is.
open-keep = Keep in force …
title-keep = Keep { $number } in force until it is renewed
what-keep = The certificate of { $tin } counts past its last day until its renewal is decided, where the programme allows that. Where its holder's own account asked, your signature is enough; otherwise another officer confirms it.
open-relinquish = Take back …
title-relinquish = Take certificate { $number } back
what-relinquish = { $tin } gives it up. Where its own account asked for this very day, your signature is enough; otherwise another officer confirms it.

## Closing a motion

motion-close = Sign: close it
motion-closing = Closing: { $title }
closable-carried = It has its votes: a member closes it, and it is carried out.
closable-lost = It can't get its votes any more: a member closes it, and nothing is done.
closable-over = Its time is over: a member closes it; who has not voted counts as against it.
closed-done = It was carried out.
closed-lost = It did not get its votes: nothing was done.
closed-failed = It is closed, and could not be carried out:

## A holder's own sealed record

own-title = What is kept of you
own-intro = { $administration } lays ready for you, sealed to your key, its confidential records of you. They are opened in this page: neither your key nor the file leaves it, and nothing of them is stored.
own-key = Your key file, as `aeo keys new` wrote it
own-forget = Forget the key and what is open
own-key-NotAKey = This is no key file of `aeo keys`.
    .remedy = Choose the file that `aeo keys new` wrote; it ends with `.age` as a rule.
own-key-WrongPassword = The password is not the one of this key file.
    .remedy = Type it again; capitals count.
own-key-NoCurve = This browser does not know keys of this kind (X25519), or the page does not come over https.
    .remedy = Take a newer browser, or give `aeo sealed own`.
own-key-Unreadable = The file could not be read, or a part of this page did not come.
    .remedy = Choose it again; where that does not help, reload the page.
own-other-key = This is not the key that is registered for your firm. It is { $key }.
    .remedy = Choose the other key file, or register this key: `disclosures.registerKey`.
own-no-list = Your administration has published no list yet: there is no file for you.
own-no-source = Your administration does not say where its files are: ask it for yours.
own-fetch = Save your file from { $address }
own-file = Then choose it here
own-refused = The file is not opened: { $code }.
    .remedy = { $code ->
        [CannotOpen] It was sealed to another key, is of another firm, or was changed: save it anew.
        [Unreadable] Choose it again; where that does not help, reload the page.
       *[other] Save it anew; if that does not help, tell your administration what stands here.
    }
own-nothing = The file has no records of you.
own-proven = Proven: what stands below is in list { $sequence } of your administration, which the chain names.
own-earlier = What stands below is of list { $sequence }, of block { $block }; the chain names list { $present } by now, which this page compares with. That it stood in the earlier one, `aeo sealed own` proves.
own-not-proven = { $count ->
        [one] One record is not shown: it is not in the list that it names, or of another firm.
       *[other] { $count } records are not shown: they are not in the list that they name, or of another firm.
    }
    .remedy = Tell your administration.
own-uses = { $count ->
        [one] One use that was recorded sealed is in it; `aeo sealed own` shows it.
       *[other] { $count } uses that were recorded sealed are in it; `aeo sealed own` shows them.
    }
own-version = Version { $version }
class-identity = name and address
class-sites = sites
class-contact = contact
class-reason = reasons
