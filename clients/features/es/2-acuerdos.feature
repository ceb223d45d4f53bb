# language: es
Característica: Acuerdos de reconocimiento mutuo
  Una aduana reconoce a las empresas certificadas de otra solo por un acuerdo que ambas firmaron, desde
  el día en que lo pone en vigor y en lo que el acuerdo cubre.

  Escenario: 1. Los beneficios empiezan cuando el acuerdo entra en vigor
    Dado que Perú certificó a "Textiles Ondaleda" como exportador
    Entonces Chile deniega beneficios a "Textiles Ondaleda" porque no hay acuerdo en vigor
    Cuando Perú y Chile firman un acuerdo que todavía no entra en vigor
    Entonces Chile deniega beneficios a "Textiles Ondaleda" porque no hay acuerdo en vigor
    Cuando Chile pone en vigor el acuerdo para las empresas de Perú
    Entonces Chile da beneficios a "Textiles Ondaleda"
    Y Perú da beneficios a "Textiles Ondaleda"

  Escenario: 5. Dos acuerdos suman sus beneficios, y suspender uno no quita nada del otro
    Dado que Perú certificó a "Frutas Zalimora" como exportador
    Y que Perú y Colombia firmaron el acuerdo "bilateral", que da menos inspección física y prioridad en la inspección
    Y que Perú y Colombia firmaron el acuerdo "regional", que da prioridad en la inspección y despacho expedito
    Entonces Colombia da a "Frutas Zalimora" menos inspección física, prioridad en la inspección y despacho expedito
    Cuando Colombia suspende el acuerdo "bilateral" para las empresas de Perú
    Entonces Colombia da a "Frutas Zalimora" prioridad en la inspección y despacho expedito

  Escenario: 7. Un agente aduanal no entra en un acuerdo de fabricantes y exportadores
    Dado que Colombia certificó a "Despachos Bricorel" como exportador y agente aduanal
    Y que Colombia y Chile firmaron un acuerdo solo para importaciones de fabricantes y exportadores
    Entonces Chile da beneficios a "Despachos Bricorel"
    Pero Chile deniega beneficios a "Despachos Bricorel" como agente aduanal porque el acuerdo no cubre esta función

  Escenario: 8. Un acuerdo solo para importaciones no cubre exportaciones
    Dado que Colombia certificó a "Flores Quenontia" como exportador
    Y que Colombia y Uruguay firmaron un acuerdo solo para importaciones de fabricantes y exportadores
    Entonces Uruguay da beneficios a "Flores Quenontia"
    Pero Uruguay deniega beneficios a "Flores Quenontia" en una exportación porque el acuerdo no cubre este sentido de la operación

  Escenario: 12. De once firmantes, tres empiezan antes que los demás
    Dado que Costa Rica certificó a "Conservas Isketria" como exportador
    Y que Argentina, Bolivia, Brasil, Chile, Colombia, Costa Rica, Guatemala, Paraguay, Perú, República Dominicana y Uruguay firmaron un acuerdo
    Cuando Costa Rica, Guatemala y Paraguay lo ponen en vigor entre sí
    Entonces el acuerdo está en vigor en 6 de sus 110 sentidos
    Y Guatemala da beneficios a "Conservas Isketria"
    Y Paraguay da beneficios a "Conservas Isketria"
    Pero Argentina deniega beneficios a "Conservas Isketria" porque no hay acuerdo en vigor
