Feature: The clock decides, and nobody signs anything
  Terms end with the local day of the administration that set them, without any transaction.

  Scenario: 16. A certificate counts to the last instant of its last day
    Given Bolivia has certified "Cerámicas Silmuvera" as exporter until today
    And Bolivia and Costa Rica have an agreement in force
    Then Costa Rica gives benefits to "Cerámicas Silmuvera" until midnight in Bolivia, and then denies them because the certificate has expired
    And the certificate of "Cerámicas Silmuvera" has not changed

  Scenario: 13. The last day of a recognition still gives benefits, and the next does not
    Given Peru has certified "Muebles Trevandor" as exporter
    And Bolivia and Peru have an agreement in force
    When Bolivia and Peru agree that today is the last day for the firms of Peru
    Then Bolivia gives benefits to "Muebles Trevandor" until midnight in Bolivia, and then denies them because no agreement is in force
    And the certificate of "Muebles Trevandor" has not changed
