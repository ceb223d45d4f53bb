Feature: Administrations and their council
  The council admits administrations and can set them aside; it has no say in a certificate nor in an
  agreement.

  Scenario: 14. A quarantine that an administration declares itself counts everywhere
    Given Honduras has certified "Pesquera Xandaquín" as exporter
    And Honduras and Peru have an agreement in force
    When Honduras quarantines itself
    Then Peru denies benefits to "Pesquera Xandaquín" because the issuing administration has left, or its keys are not safe
    And Honduras denies benefits to "Pesquera Xandaquín" because the issuing administration has left, or its keys are not safe
    But the certificate of "Pesquera Xandaquín" has not changed
    When Honduras changes its keys and ends its quarantine
    Then Peru gives benefits to "Pesquera Xandaquín"

  Scenario: 14. A quarantine that the council decides only sets a mark, and each administration decides for itself
    Given Korea has certified "Hanvex" as exporter
    And Korea and Costa Rica have an agreement in force
    When the council quarantines Korea
    Then Costa Rica gives benefits to "Hanvex", with the mark that its administration is in quarantine
    And Korea cannot suspend the certificate of "Hanvex"
    And the certificate of "Hanvex" has not changed
    When Costa Rica suspends the agreement for the firms of Korea
    Then Costa Rica denies benefits to "Hanvex" because no agreement is in force
    When the council ends the quarantine of Korea
    And Costa Rica resumes the agreement for the firms of Korea
    Then Costa Rica gives benefits to "Hanvex"

  Scenario: 22. The council cannot revoke a certificate
    Given Mexico has certified "Metalmecánica Urzinda" as exporter
    When the council votes to revoke the certificate of "Metalmecánica Urzinda"
    Then the motion fails because the council has no such power
    And the certificate of "Metalmecánica Urzinda" has not changed
    And Costa Rica gives benefits to "Metalmecánica Urzinda"
