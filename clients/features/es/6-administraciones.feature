# language: es
Característica: Las aduanas y su consejo
  El consejo admite a las aduanas y puede apartarlas; no tiene voz en un certificado ni en un acuerdo.

  Escenario: 14. La cuarentena que una aduana se impone a sí misma vale en todas partes
    Dado que Honduras certificó a "Pesquera Xandaquín" como exportador
    Y que Honduras y Perú tienen un acuerdo en vigor
    Cuando Honduras se pone en cuarentena
    Entonces Perú deniega beneficios a "Pesquera Xandaquín" porque la aduana emisora se retiró, o sus claves no son seguras
    Y Honduras deniega beneficios a "Pesquera Xandaquín" porque la aduana emisora se retiró, o sus claves no son seguras
    Pero el certificado de "Pesquera Xandaquín" no ha cambiado
    Cuando Honduras cambia sus claves y termina su cuarentena
    Entonces Perú da beneficios a "Pesquera Xandaquín"

  Escenario: 14. La cuarentena que decide el consejo solo pone una marca, y cada aduana decide por sí misma
    Dado que Corea certificó a "Hanvex" como exportador
    Y que Corea y Costa Rica tienen un acuerdo en vigor
    Cuando el consejo pone a Corea en cuarentena
    Entonces Costa Rica da beneficios a "Hanvex", con la marca de que su aduana está en cuarentena
    Y Corea no puede suspender el certificado de "Hanvex"
    Y el certificado de "Hanvex" no ha cambiado
    Cuando Costa Rica suspende el acuerdo para las empresas de Corea
    Entonces Costa Rica deniega beneficios a "Hanvex" porque no hay acuerdo en vigor
    Cuando el consejo termina la cuarentena de Corea
    Y Costa Rica reanuda el acuerdo para las empresas de Corea
    Entonces Costa Rica da beneficios a "Hanvex"

  Escenario: 22. El consejo no puede revocar un certificado
    Dado que México certificó a "Metalmecánica Urzinda" como exportador
    Cuando el consejo vota por revocar el certificado de "Metalmecánica Urzinda"
    Entonces la moción fracasa porque el consejo no tiene esa facultad
    Y el certificado de "Metalmecánica Urzinda" no ha cambiado
    Y Costa Rica da beneficios a "Metalmecánica Urzinda"
