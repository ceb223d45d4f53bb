Feature: Benefits given and recorded
  Whoever gives a benefit to a declaration records it once, and the firm sees it.

  Scenario: 21. With an incident open, whoever has priority is served first
    Given Mexico has certified "Componentes Rivelinda" as exporter
    Then Costa Rica does not serve "Componentes Rivelinda" first
    When Costa Rica declares its border closed
    Then Costa Rica serves "Componentes Rivelinda" first
    When Costa Rica declares its border open
    Then Costa Rica does not serve "Componentes Rivelinda" first

  Scenario: 24. The same declaration is recorded only once
    Given Mexico has certified "Instrumentos Veltiroa" as exporter
    And Costa Rica has given benefits to "Instrumentos Veltiroa" in the declaration "CR-24"
    When Costa Rica records the declaration "CR-24" of "Instrumentos Veltiroa" again
    Then the answer is that it was recorded already
    And "Instrumentos Veltiroa" has 1 recorded use
