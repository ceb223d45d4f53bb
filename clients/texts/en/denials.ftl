### Why there are no benefits, and what else an answer says.

## Denials, in the order of the checks

denial-NoMatch = No trader is known by this identifier.
    .remedy = Compare it with the document, and ask the issuer.
denial-NotANumber = { $reason ->
        [Empty] There is no number.
        [TooLong] The number is longer than 35 characters.
        [UnknownTerritory] The number doesn't begin with a territory's code.
        [SchemeElsewhere] The territory doesn't use this scheme.
        [Prefix] The number doesn't begin as those of its scheme do.
        [Length] The number has a wrong number of characters.
        [Character] A letter, digit or sign stands in the wrong place.
        [Date] The date in the number is no day of the calendar.
        [NeverIssued] A part of the number is one that is never issued.
       *[CheckDigit] The check digit doesn't fit the other characters.
        [UnknownCharacter] The text has a character that no number has.
        [CheckDigitMissing] A company's number of nine digits lacks its check digit.
        [Generic] The number stands for the public or for foreigners, and is no firm's.
        [GreeceIsGr] Greece is `EL` in VAT numbers only.
        [TwoCodes] A territory's code too many stands in front.
        [ZeroMissing] A character is missing, and with a zero in front the number would be right.
        [ZeroTooMany] A character is too many, and without the zero in front the number would be right.
        [IdentityCard] The number is that of a person's identity card.
        [InvoiceNumber] The `T` in front is an invoice number's.
    }
    .remedy = { $reason ->
        [Empty] Write the trader's number.
        [TooLong] Write one number, in full.
        [UnknownTerritory] Write two letters of ISO 3166-1, EU, XI or XK in front (Greece is GR).
        [SchemeElsewhere] Write a number of the territory.
        [Prefix] Compare its beginning with the document.
        [Length] Look for one that is missing or too many.
        [Character] Compare it with the document, O with 0 and I with 1 first.
        [Date] Compare its six digits.
        [NeverIssued] Compare prefix and serial with the document.
       *[CheckDigit] Look for a typing error.
        [UnknownCharacter] `aeo_tinCheck` tells its place; type it anew, from the document.
        [CheckDigitMissing] Write that behind it, if the document has these nine; `aeo_tinCheck` tells which one it is.
        [Generic] Ask for the firm's own number.
        [GreeceIsGr] Write GR instead of EL.
        [TwoCodes] Write only that of who gave the number, once.
        [ZeroMissing] Write 0 in front if the document has it.
        [ZeroTooMany] Write it without, if the document does.
        [IdentityCard] Ask for the firm's own number.
        [InvoiceNumber] Write the 13 digits of the corporate number.
    }
denial-AliasUnconfirmed = The alias was declared by the trader, and the grantor has not confirmed it.
    .remedy = Let an officer confirm it with `identities.confirmAlias`, or name the trader by its TIN.
denial-TraderNotActive = { $merged_into ->
        [None] The trader is closed.
       *[other] The trader is merged into another, and goes on as { $merged_into }.
    }
    .remedy = { $merged_into ->
        [None] Clear without benefits.
       *[other] Use the TIN under which it goes on.
    }
denial-IssuerUnverifiable = The issuer of the certificate has left, or says that its own keys are not safe.
    .remedy = Clear without benefits, and ask again when the issuer's word counts again.
denial-NotYetValid = The first day of the certificate has not begun.
    .remedy = Ask again on that day.
denial-Suspended = The certificate, or the half that the benefits require, is suspended.
    .remedy = Clear without benefits, and ask again when the issuer has reinstated it.
denial-Expired = The last day of the certificate is over.
    .remedy = Let the holder ask its administration for a renewal.
denial-Revoked = The issuer has taken the certificate away.
    .remedy = Clear without benefits; only a new certificate brings them back.
denial-Relinquished = The holder has given the certificate back.
    .remedy = Clear without benefits; only a new certificate brings them back.
denial-Annulled = The certificate is void from the start.
    .remedy = Clear without benefits, and look into those that were given before: `aeo_usesOf` lists them.
denial-NotAuthorised = The trader has no certificate.
    .remedy = Clear without benefits, or compare the identifier with the document.
denial-RoleNotCertified = The certificate is not about this role.
    .remedy = Choose the role in which the trader acts in the declaration, or clear without benefits.
denial-NoAgreement = No agreement with the issuer is in force.
    .remedy = Clear without benefits; `aeo_legs` shows what was agreed.
denial-TypeNotEligible = The agreements don't cover this type of certificate; at home the programme gives it nothing.
    .remedy = Clear without benefits, or let the parties amend the leg.
denial-RoleNotEligible = The agreements don't cover this role.
    .remedy = Choose the role in which the trader acts in the declaration, or clear without benefits.
denial-DirectionNotCovered = The agreements don't cover this kind of declaration.
    .remedy = Choose the kind that the declaration has, or clear without benefits.
denial-NoConsent = The agreements need the holder's consent, which is not given.
    .remedy = Let the holder give it to its administration.
denial-RecognitionSuspended = This administration has suspended its recognition of the certificate.
    .remedy = Clear without benefits, or let an officer restore it with `suspensions.restoreRecognition`.

## The outcome

outcome-Denied = { $certificate ->
        [None] Not recognised: no benefits.
       *[other] Not recognised: no benefits. Certificate { $certificate } came nearest.
    }
outcome-Granted = Recognised: there are benefits.

## Marks of an answer

answer-issuer_quarantined = The council has quarantined the issuer. The outcome is the same; each grantor decides for itself.
answer-other_number-Former = Its number is now { $present }: write that one.
answer-other_number-Branch = It is covered as a branch of { $of }.
answer-priority = Serve it first: an incident is open at the grantor, and trade recovery is among the benefits.

## What a benefit is given under

basis-Domestic = the programme at home
basis-Agreement = agreement { $agreement }

## Benefits

benefit-FewerDocumentChecks = lower document-review rate
benefit-FewerInspections = lower physical-inspection rate
benefit-LowerRiskScore = reduction in the targeting system
benefit-PriorityInspection = first in the queue when selected
benefit-PriorityClearance = expedited clearance
benefit-LiaisonOfficer = a designated contact point
benefit-TradeRecovery = priority after a disruption of trade
benefit-SecurePartner = no duplicate validation visit
benefit-SecurityMeasures = status counted in pre-loading measures
benefit-ReducedData = reduced or pre-arrival declaration
benefit-GuaranteeReduction = guarantee waived or reduced
benefit-ExportSampling = lower sampling at the export side
