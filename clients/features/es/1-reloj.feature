# language: es
Característica: El reloj decide sin que nadie firme nada
  Los plazos terminan con el día local de la aduana que los fijó, sin ninguna transacción.

  Escenario: 16. Un certificado vale hasta el último instante de su último día
    Dado que Bolivia certificó a "Cerámicas Silmuvera" como exportador hasta el día de hoy
    Y que Bolivia y Costa Rica tienen un acuerdo en vigor
    Entonces Costa Rica da beneficios a "Cerámicas Silmuvera" hasta la medianoche de Bolivia, y después los deniega porque el certificado venció
    Y el certificado de "Cerámicas Silmuvera" no ha cambiado

  Escenario: 13. El último día de un reconocimiento todavía da beneficios, y el siguiente no
    Dado que Perú certificó a "Muebles Trevandor" como exportador
    Y que Bolivia y Perú tienen un acuerdo en vigor
    Cuando Bolivia y Perú convienen en que hoy es el último día para las empresas de Perú
    Entonces Bolivia da beneficios a "Muebles Trevandor" hasta la medianoche de Bolivia, y después los deniega porque no hay acuerdo en vigor
    Y el certificado de "Muebles Trevandor" no ha cambiado
