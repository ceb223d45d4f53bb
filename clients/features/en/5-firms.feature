Feature: Firms and their numbers
  A firm is known by its tax number, and by the codes by which other administrations name it. A check
  digit guards against typing errors; it is no evidence of identity.

  Scenario: 9. A wrong check digit is refused; a number without check digit is accepted and flagged
    When Mexico registers the number "MXNWM9709244W5"
    Then the registration is refused because the check digit is wrong
    When Mexico registers the number "MXNWM9709244W4"
    Then the registration is accepted and says that the check digit is right
    When Costa Rica registers the number "CR3101569110"
    Then the registration is accepted and says that only the format was checked

  Scenario: 10. The code of a firm in another country is computed from its own code
    Given Malaysia has certified "Selat Karya" as exporter, with the number "MYC12345678901"
    And Malaysia and Japan have an agreement in force
    When Malaysia derives from "MY12345H100001" the code of "Selat Karya" in Japan
    Then Japan gives benefits to the code "A1234510MY00"

  Scenario: 11. A code that the firm declares counts for nothing until the other administration confirms it
    Given Peru has certified "Agrícola Furnaleda" as exporter
    And Peru and United States have an agreement in force
    When Peru declares "PEAGRFUR482LIM" as the code of "Agrícola Furnaleda" in United States
    Then United States denies benefits to the code "PEAGRFUR482LIM" because the code is not confirmed
    When United States confirms "PEAGRFUR482LIM" as the code of "Agrícola Furnaleda"
    Then United States gives benefits to the code "PEAGRFUR482LIM"

  Scenario: 17. A firm sees its own certificate and each use of it
    Given Mexico has certified "Laboratorios Naldorel" as exporter
    And "Laboratorios Naldorel" has an account of its own
    And Costa Rica has given benefits to "Laboratorios Naldorel" in the declaration "CR-17"
    Then "Laboratorios Naldorel" sees its certificate authorised and in force
    And "Laboratorios Naldorel" sees the use of the declaration "CR-17" in Costa Rica

  Scenario: 27. The number of a merged firm says in which it goes on
    Given Costa Rica has certified "Pesquera Orqandor" as exporter
    And Costa Rica has certified "Pesquera Pelvubara" as exporter
    When Costa Rica merges "Pesquera Orqandor" into "Pesquera Pelvubara"
    Then Mexico denies benefits to "Pesquera Orqandor" and says that it goes on in "Pesquera Pelvubara"
    And Mexico gives benefits to "Pesquera Pelvubara"
    And the certificate of "Pesquera Orqandor" has not changed
