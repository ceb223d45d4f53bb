### What happened: the events of our pallets.

## Administrations

event-administrations-Proposed = { $proposer } proposes { $territory } to the council, as proposal { $proposal }; it can be admitted before { $until }.
event-administrations-Retracted = Proposal { $proposal } to admit { $territory } was taken back.
event-administrations-Admitted = { $administration } is admitted and has a seat in the council.
event-administrations-StateChanged = { $administration } is now { $to ->
        [Withdrawn] withdrawn
        [Quarantined] in quarantine
        [Admitted] admitted
       *[other] { $to }
    }, { $by_council ->
        [true] by decision of the council
       *[false] by its own decision
    }.
event-administrations-SeatKept = { $administration } is in quarantine and keeps its seat: the council would have too few.
event-administrations-NoticeGiven = { $administration } gave notice; it may leave from { $until } on.
event-administrations-NoticeWithdrawn = { $administration } took its notice back.
event-administrations-OfficerAppointed = { $scopes ->
        [None] { $officer } signs for the own account of { $administration }, without scopes.
       *[other] { $officer } is an officer of { $administration } with the scopes { $scopes }.
    }
event-administrations-OfficerDismissed = { $officer } is no officer of { $administration } any more.
event-administrations-EncryptionKeyRotated = { $administration } has a new encryption key, version { $version }.
event-administrations-AccountOffered = { $account } may become the own account of { $administration }, once it accepts.
event-administrations-AccountDeclined = { $account } will not become the own account of { $administration }.
event-administrations-AccountRotated = The own account of { $administration } is { $to } from now on, in the place of { $from }.
event-administrations-ValidatingChanged = { $administration } will { $validating ->
        [true] validate
       *[false] stop validating
    } two sessions from now, { $by_council ->
        [true] by decision of the council
       *[false] by its own decision
    }.
event-administrations-EquivocationNoted = A validator of { $administration } signed two { $equivocation ->
        [TwoVotes] votes in one round
        [TwoBlocks] blocks in one slot
       *[other] { $equivocation }
    } ({ $place }) in session { $session }. Reports of this administration: { $count }.
event-administrations-SettingsChanged = { $administration } changed its settings.
event-administrations-UpgradeAuthorised = The council authorised the runtime { $code_hash }; it can be applied from { $from } until { $until }.
event-administrations-UpgradeWithdrawn = The council withdrew the authorised runtime { $code_hash }, or authorised another one in its place.
event-administrations-UpgradeLapsed = Nobody applied the authorised runtime { $code_hash } in time.
event-administrations-StalledNoted = The council restarted finality from block { $best_finalised }; the new round begins after { $delay } blocks.
event-administrations-CredentialIssuerChanged = { $issuer ->
        [None] { $administration } issues no credentials any more; those that it issued are void.
       *[other] { $administration } issues credentials by the identifier and keys: { $issuer }.
    }

## Fees

event-fees-QuotaChanged = The council changed the quota of { $administration }.

## Identities

event-identities-TraderRegistered = { $administration } registered the trader with the TIN { $tin }; { $check ->
        [Passed] its check digit is right
        [Overridden] its check digit is wrong, and its administration vouches for it
        [FormatOnly] only its form could be checked
       *[other] { $check }
    }.
event-identities-TraderTakenOver = { $administration } acts for the trader { $trader } from now on; before, it was { $from }.
event-identities-TraderClosed = The trader { $trader } exists no more.
event-identities-TraderMerged = The trader { $trader } is merged into another, and goes on as { $into }.
event-identities-AccountOffered = { $account } may act for the trader { $trader }, once it accepts.
event-identities-OfferEnded = The offer to { $account } to act for the trader { $trader } was declined or withdrawn.
event-identities-OfferLapsed = The offer to { $account } to act for the trader { $trader } was not accepted in time.
event-identities-AccountLinked = { $account } acts for the trader { $trader } from now on.
event-identities-AccountUnlinked = { $account } acts for the trader { $trader } no more.
event-identities-AliasGiven = The alias { $alias } leads to the trader { $trader } from now on; { $source ->
        [Confirmed] the grantor has confirmed it
        [Derived] a rule derives it
        [Issued] the grantor issued it
        [SelfDeclared] the trader declared it
       *[other] { $source }
    }.
event-identities-AliasDeclared = The alias { $alias } was declared for the trader { $trader }; the grantor may confirm it.
event-identities-AliasRemoved = The trader { $trader } has the alias { $alias } no more.
event-identities-TraderSucceeded = The trader { $trader } goes on as { $by }; its number was { $from }.
event-identities-NumberReleased = The number { $number } leads to the trader { $trader } no more.
event-identities-TraderDecisionProposed = Proposal { $proposal } of { $administration } on the number { $tin } waits for a second officer until { $expires }: { $decision ->
        [RegisterDespiteCheck] to register the trader despite the check
        [Succeed] to let the trader go on under another number
        [Release] to release a former number
       *[other] { $decision }
    }.
event-identities-TraderDecisionConfirmed = Proposal { $proposal } of { $administration } on the number { $tin } was confirmed by a second officer, and is done.
event-identities-TraderDecisionRefused = Proposal { $proposal } of { $administration } on the number { $tin } was refused or taken back.

## Applications

event-applications-AgencyRegistered = { $administration } has the agency { $code }, with the account { $account }.
event-applications-AgencyRemoved = { $code } is no agency of { $administration } any more; its opinions stay.
event-applications-AppealDismissed = The appeal about certificate { $number } of { $issuer } was dismissed: the decision stands.
event-applications-HolderAsked = The holder of certificate { $number } of { $issuer } asks { $wish ->
        [Appeal] that a decision be overturned (appeal)
        [Suspension] that it be suspended
        [Relinquishment] to give it back
        [Reinstatement] that it be reinstated
        [Renewal] that it be renewed
       *[other] { $wish }
    }.
event-applications-OpinionGiven = The opinion of the agency { $agency } on application { $number } of { $issuer }, version { $version }: { $opinion ->
        [Favourable] favourable
        [NotConcerned] not concerned
        [Unfavourable] unfavourable
       *[other] { $opinion }
    }.
event-applications-RequestAnswered = Request { $request } about certificate { $number } of { $issuer } was answered.
event-applications-RequestClosed = Request { $request } about certificate { $number } of { $issuer } is closed: { $outcome ->
        [Met] met
        [Withdrawn] withdrawn
        [NotMet] not met
       *[other] { $outcome }
    }.
event-applications-RequestMade = { $issuer } asks the holder of certificate { $number } until { $due } for { $kind ->
        [CorrectiveAction] a corrective action
        [SelfAssessment] a self-assessment
        [Visit] a visit to its sites
        [Information] information
       *[other] { $kind }
    } (request { $request }).
event-applications-WishWithdrawn = The holder of certificate { $number } of { $issuer } no longer asks { $wish ->
        [Appeal] that a decision be overturned (appeal)
        [Suspension] that it be suspended
        [Relinquishment] to give it back
        [Reinstatement] that it be reinstated
        [Renewal] that it be renewed
       *[other] { $wish }
    }.

## Certificates

event-certificates-ProgrammeSet = { $administration } created or changed its programme { $code }.
event-certificates-DomesticOffersSet = { $administration } set what it gives to its own traders.
event-certificates-DecisionProposed = Proposal { $proposal } on certificate { $number } of { $issuer } waits for a second officer until { $expires }: { $decision ->
        [Authorise] to authorise it
        [Renew] to renew it
        [RefuseRenewal] to refuse its renewal
        [RefuseApplication] to refuse the application
        [Relinquish] to end it, since the holder gives it back
        [Overturn] to overturn a decision after an appeal
        [Revoke] to revoke it
        [Annul] to annul it
        [WithdrawApplication] to withdraw the application for the holder
        [KeepInForce] to keep it in force until its renewal is decided
        [Rectify] to rectify it
       *[other] { $decision }
    }.
event-certificates-DecisionRefused = Proposal { $proposal } on certificate { $number } of { $issuer } was refused or taken back.
event-certificates-CertificateChanged = { $from ->
        [None] New certificate
       *[other] Certificate
    } { $number } of { $issuer }, version { $version }: { $to ->
        [Applied] applied for
        [Accepted] application accepted for examination
        [Rejected] application rejected
        [ApplicationWithdrawn] application withdrawn
        [Refused] application refused
        [Suspended] suspended
        [Revoked] revoked
        [Relinquished] given back by the holder
        [Annulled] annulled
        [Authorised] authorised
       *[other] { $to }
    }.
event-certificates-AppealLapsed = The appeal about certificate { $number } of { $issuer } has lapsed: nothing is left to overturn.
event-certificates-ReviewSet = { $under_review ->
        [true] Certificate { $number } of { $issuer } is under review.
       *[false] The review of certificate { $number } of { $issuer } is over.
    } { $review_due ->
        [None] No day is set for a review.
       *[other] It is to be reviewed by { $review_due }.
    }
event-certificates-BatchProposed = A batch of { $issuer } waits for a second officer until { $expires }, as proposal { $proposal }. Rows: { $rows }.
event-certificates-RowFailed = Row { $row } (counted from 0) of a batch of { $issuer }, certificate { $number }, fails: { $error }
event-certificates-BatchDone = A batch of { $issuer } is done with. Rows done: { $done }; failed: { $failed }.
event-certificates-BatchRefused = A batch of { $issuer }, proposal { $proposal }, was refused or taken back.
event-certificates-SuccessionDecided = { $administration } decided that { $by } succeeds { $of } from { $from } on.
event-certificates-SuccessionWithdrawn = { $administration } took back that another type succeeds { $of }.
event-certificates-ConsentChanged = The holder of certificate { $number } of { $issuer } { $given ->
        [true] gives
       *[false] withdraws
    } its consent to sharing it { $consent_for ->
        [Agreement] under one agreement
       *[All] under all agreements
    }, as { $on_paper ->
        [true] an officer says who has its paper
       *[false] it says itself
    }.
event-certificates-CredentialsVoided = The credentials of certificate { $number } of { $issuer } are void; those of edition { $edition } count from now on.

## Suspensions

event-suspensions-Suspended = { $issuer } suspended { $scope ->
        [Customs] the customs half
        [Security] the security half
        [Full] the whole
       *[other] { $scope }
    } of { $numbers }, { $end ->
        [DecisionAfter] until a decision that is due after a day
        [ResumesAfter] through a fixed day
        [Open] until it decides otherwise
       *[other] { $end }
    }.
event-suspensions-LeftAlone = Certificate { $number } of { $issuer } was not suspended with the others: { $error }
event-suspensions-ReinstatementProposed = Proposal { $proposal } to reinstate { $scope ->
        [Customs] the customs half
        [Security] the security half
        [Full] the whole
       *[other] { $scope }
    } of certificate { $number } of { $issuer } waits for a second officer until { $expires }.
event-suspensions-ReinstatementRefused = Proposal { $proposal } to reinstate certificate { $number } of { $issuer } was refused or taken back.
event-suspensions-Reinstated = { $issuer } reinstated { $scope ->
        [Customs] the customs half
        [Security] the security half
        [Full] the whole
       *[other] { $scope }
    } of certificate { $number }.
event-suspensions-RecognitionSuspended = { $grantor } suspended its recognition of certificate { $number } of { $issuer }; its review is due on { $review_on }.
event-suspensions-RecognitionRestored = { $grantor } recognises certificate { $number } of { $issuer } again.
event-suspensions-Acknowledged = { $grantor } acknowledged version { $version } of certificate { $number } of { $issuer }.
event-suspensions-AcknowledgedThrough = { $grantor } acknowledged what { $issuer } told, up to the places that it named.
event-suspensions-IrregularityReported = { $grantor } reported an irregularity of certificate { $number } to { $issuer }, as report { $report }.
event-suspensions-IrregularityAnswered = { $issuer } answered report { $report } of { $grantor } about certificate { $number }.

## Agreements

event-agreements-AgreementProposed = { $proposer } proposes agreement { $agreement } between { $parties }; it waits for signatures.
event-agreements-TypesUnknownToIssuer = The leg from { $issuer } to { $grantor } of agreement { $agreement } names types that no programme of { $issuer } has: their certificates would earn nothing.
event-agreements-AgreementSigned = { $party } signed agreement { $agreement }; { $complete ->
        [true] all have signed now
       *[false] other signatures are missing
    }.
event-agreements-LegChanged = The leg from { $issuer } to { $grantor } of agreement { $agreement } is { $to ->
        [InForce] in force from its first day on
        [Suspended] suspended
        [NoticeGiven] under notice
        [Ended] over
        [Pending] agreed, without a first day
       *[other] { $to }
    }; { $until ->
        [None] no last day is set
       *[other] its last day is { $until }
    }.
event-agreements-ProposalRetracted = Agreement { $agreement } was taken back before all had signed it.
event-agreements-ProposalLapsed = Agreement { $agreement }, proposed by { $proposer }, was not signed by all in time, and has lapsed.
event-agreements-AmendmentLapsed = The amendment of agreement { $agreement }, proposed by { $proposer }, was not signed by all in time, and has lapsed.
event-agreements-NoticeGiven = { $party } gave notice of agreement { $agreement }; the last day of its legs is { $until }.
event-agreements-NoticeWithdrawalAsked = { $party } asks that its notice of agreement { $agreement } be withdrawn.
event-agreements-NoticeWithdrawalAgreed = { $by } agrees that the notice of agreement { $agreement } by { $party } be withdrawn.
event-agreements-NoticeWithdrawn = The notice of agreement { $agreement } by { $party } is withdrawn: its legs go on.
event-agreements-AmendmentProposed = { $proposer } proposes version { $version } of agreement { $agreement }; it waits for signatures. { $acceding ->
        [None] Nobody accedes with it.
       *[other] { $acceding } would accede with it.
    }
event-agreements-AmendmentSigned = { $party } signed version { $version } of agreement { $agreement }; { $complete ->
        [true] all have signed now
       *[false] other signatures are missing
    }.
event-agreements-AmendmentRetracted = Version { $version } of agreement { $agreement } is no longer proposed: { $by } took it back or gave notice.
event-agreements-MilestoneRecorded = { $party } recorded a milestone of agreement { $agreement } on { $on }: { $kind ->
        [ProgrammeComparison] comparison of the programmes
        [JointValidation] joint validation
        [Pilot] pilot
        [LetterOfIntent] letter of intent
       *[other] { $kind }
    }.

## Disclosures: lists of confidential data

event-disclosures-ListPublished = { $issuer } published list { $sequence } for { $reader }: { $pages } pages, made on block { $as_of }.
event-disclosures-SourceSet = The files of { $administration } are fetched from now on at: { $source }.
event-disclosures-HolderKeySet = What is for the trader { $trader } is sealed from now on to the key: { $key }.

## Benefits

event-benefits-BenefitsGranted = { $grantor } gave benefits to the { $direction ->
        [Export] export
        [Import] import
       *[other] { $direction }
    } declaration { $declaration } of the trader { $trader }, certified by { $issuer }: { $benefits }.
event-benefits-AlreadyRecorded = The benefits that { $grantor } gave to the declaration { $declaration } were recorded in block { $recorded_in }: nothing was recorded again.
event-benefits-BenefitsChanged = Certificate { $number } of { $issuer }. Benefits begin at: { $begin ->
        [None] nobody
       *[other] { $begin }
    }. Benefits end at: { $end ->
        [None] nobody
       *[other] { $end }
    }.
event-benefits-GrantFailed = Row { $row } (counted from 0) of { $grantor } got no benefits: { $error }
event-benefits-GrantsPruned = { $grantor } removed old records of benefits; what they counted stays counted. Removed: { $count }.
event-benefits-IncidentOpened = { $grantor } opened incident { $incident } ({ $kind ->
        [AlertLevel] level of alert
        [BorderClosure] closure of a border
        [NaturalDisaster] natural disaster
        [Hazard] hazard
        [Other] other
       *[other] { $kind }
    }): whoever has the benefit of trade recovery is served first.
event-benefits-IncidentClosed = { $grantor } closed incident { $incident } ({ $kind ->
        [AlertLevel] level of alert
        [BorderClosure] closure of a border
        [NaturalDisaster] natural disaster
        [Hazard] hazard
        [Other] other
       *[other] { $kind }
    }).
event-benefits-UsesSealed = { $grantor } recorded sealed uses, as record { $record }. Uses: { $leaves }; holders: { $lines }.
