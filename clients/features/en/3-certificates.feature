Feature: The life of a certificate
  Only the administration that issues a certificate changes it. To suspend takes one officer and counts
  at once; what revives, prolongs or ends takes two. What was known when stays written.

  Scenario: 2. A suspension counts in the same block, in all countries
    Given Mexico has certified "Arneses Castonimora" as exporter
    And Mexico and Costa Rica have an agreement in force
    When an officer of Mexico suspends the certificate of "Arneses Castonimora"
    Then in that same block Costa Rica denies benefits to "Arneses Castonimora" because the certificate is suspended
    And it is told that benefits end in Costa Rica and Peru
    When two officers of Mexico reinstate the certificate of "Arneses Castonimora"
    Then in that same block Costa Rica gives benefits to "Arneses Castonimora"
    And it is told that benefits begin in Costa Rica and Peru

  Scenario: 3. To suspend the security half leaves the benefits of the customs half
    Given Mexico has certified "Vidrios Garvezana" as exporter
    Then Costa Rica gives to "Vidrios Garvezana" fewer document checks, fewer inspections, first in the queue for inspection, expedited clearance and priority after a disruption
    And Mexico gives to "Vidrios Garvezana" reduced declaration, reduced guarantee and fewer inspections
    When an officer of Mexico suspends the security half of the certificate of "Vidrios Garvezana"
    Then Costa Rica gives to "Vidrios Garvezana" fewer document checks, first in the queue for inspection, expedited clearance and priority after a disruption
    And Mexico gives to "Vidrios Garvezana" reduced declaration and reduced guarantee

  Scenario: 4. An administration stops recognising a certificate without touching it
    Given Mexico has certified "Calzado Hestoyane" as exporter
    When Costa Rica suspends its recognition of the certificate of "Calzado Hestoyane"
    Then Costa Rica denies benefits to "Calzado Hestoyane" because the administration has suspended its recognition of this certificate
    But Peru gives benefits to "Calzado Hestoyane"
    And the certificate of "Calzado Hestoyane" has not changed
    When Costa Rica restores its recognition of the certificate of "Calzado Hestoyane"
    Then Costa Rica gives benefits to "Calzado Hestoyane"

  Scenario: 15. To annul a certificate flags the benefits that were given
    Given Mexico has certified "Química Jurnentria" as exporter
    And Costa Rica has given benefits to "Química Jurnentria" in the declaration "CR-15"
    When two officers of Mexico annul the certificate of "Química Jurnentria"
    Then Costa Rica denies benefits to "Química Jurnentria" because the certificate is void from the start
    And the benefit of the declaration "CR-15" is flagged

  Scenario: 23. A rectified certificate keeps its history
    Given Peru has certified "Empaques Lambumbria" as exporter and importer
    When two officers of Peru rectify the certificate of "Empaques Lambumbria" and leave it as exporter
    Then Mexico gives benefits to "Empaques Lambumbria"
    But Mexico denies benefits to "Empaques Lambumbria" as importer because the certificate is not for this role
    And the history of the certificate of "Empaques Lambumbria" says: authorised as exporter and importer, and then authorised as exporter

  Scenario: 25. Three hundred certificates that exist are taken over with one batch and one confirmation
    Given Mexico has a list of 300 certified firms with their dates
    When an officer of Mexico proposes the batch and another confirms it
    Then the 300 firms have their certificates with the dates of the list
    And Costa Rica gives benefits to the first and to the last firm of the list

  Scenario: 26. An appeal brings a revoked certificate back, and its history tells both
    Given Mexico has certified "Plásticos Morvistela" as exporter
    And "Plásticos Morvistela" has an account of its own
    When two officers of Mexico revoke the certificate of "Plásticos Morvistela"
    Then Costa Rica denies benefits to "Plásticos Morvistela" because the certificate is revoked
    When "Plásticos Morvistela" appeals with its own account
    Then Costa Rica denies benefits to "Plásticos Morvistela" because the certificate is revoked
    When two officers of Mexico overturn the revocation of "Plásticos Morvistela"
    Then Costa Rica gives benefits to "Plásticos Morvistela"
    And the history of the certificate of "Plásticos Morvistela" says: authorised, and then revoked, and then authorised
