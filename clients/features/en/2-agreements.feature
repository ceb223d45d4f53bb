Feature: Mutual recognition agreements
  An administration recognises the certified firms of another one only under an agreement that both
  have signed, from the day on which it puts it in force, and in what the agreement covers.

  Scenario: 1. Benefits begin when the agreement comes into force
    Given Peru has certified "Textiles Ondaleda" as exporter
    Then Chile denies benefits to "Textiles Ondaleda" because no agreement is in force
    When Peru and Chile sign an agreement that is not in force yet
    Then Chile denies benefits to "Textiles Ondaleda" because no agreement is in force
    When Chile puts the agreement in force for the firms of Peru
    Then Chile gives benefits to "Textiles Ondaleda"
    And Peru gives benefits to "Textiles Ondaleda"

  Scenario: 5. Two agreements add up, and suspending one takes nothing away from the other
    Given Peru has certified "Frutas Zalimora" as exporter
    And Peru and Colombia have signed the agreement "bilateral", which gives fewer inspections and first in the queue for inspection
    And Peru and Colombia have signed the agreement "regional", which gives first in the queue for inspection and expedited clearance
    Then Colombia gives to "Frutas Zalimora" fewer inspections, first in the queue for inspection and expedited clearance
    When Colombia suspends the agreement "bilateral" for the firms of Peru
    Then Colombia gives to "Frutas Zalimora" first in the queue for inspection and expedited clearance

  Scenario: 7. A customs broker is not covered by an agreement on manufacturers and exporters
    Given Colombia has certified "Despachos Bricorel" as exporter and customs broker
    And Colombia and Chile have signed an agreement on imports of manufacturers and exporters only
    Then Chile gives benefits to "Despachos Bricorel"
    But Chile denies benefits to "Despachos Bricorel" as customs broker because the agreement does not cover this role

  Scenario: 8. An agreement on imports only does not cover exports
    Given Colombia has certified "Flores Quenontia" as exporter
    And Colombia and Uruguay have signed an agreement on imports of manufacturers and exporters only
    Then Uruguay gives benefits to "Flores Quenontia"
    But Uruguay denies benefits to "Flores Quenontia" in an export because the agreement does not cover this direction

  Scenario: 12. Of eleven signatories, three begin before the others
    Given Costa Rica has certified "Conservas Isketria" as exporter
    And Argentina, Bolivia, Brazil, Chile, Colombia, Costa Rica, Guatemala, Paraguay, Peru, Dominican Republic and Uruguay have signed an agreement
    When Costa Rica, Guatemala and Paraguay put it in force among themselves
    Then the agreement is in force in 6 of its 110 directions
    And Guatemala gives benefits to "Conservas Isketria"
    And Paraguay gives benefits to "Conservas Isketria"
    But Argentina denies benefits to "Conservas Isketria" because no agreement is in force
