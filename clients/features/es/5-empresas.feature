# language: es
Característica: Empresas y sus números
  Una empresa se conoce por su número de identificación tributaria y por los códigos con que la nombran
  otras aduanas. El dígito verificador protege de errores de escritura; no es prueba de identidad.

  Escenario: 9. Un dígito verificador incorrecto se rechaza; un número sin dígito verificador se acepta y se señala
    Cuando México registra el número "MXNWM9709244W5"
    Entonces el registro se rechaza porque el dígito verificador es incorrecto
    Cuando México registra el número "MXNWM9709244W4"
    Entonces el registro se acepta y dice que el dígito verificador es correcto
    Cuando Costa Rica registra el número "CR3101569110"
    Entonces el registro se acepta y dice que solo se comprobó el formato

  Escenario: 10. El código de una empresa en otro país se calcula de su código propio
    Dado que Malasia certificó a "Selat Karya" como exportador, con el número "MYC12345678901"
    Y que Malasia y Japón tienen un acuerdo en vigor
    Cuando Malasia deriva de "MY12345H100001" el código de "Selat Karya" en Japón
    Entonces Japón da beneficios al código "A1234510MY00"

  Escenario: 11. Un código que la empresa declara no vale hasta que la otra aduana lo confirma
    Dado que Perú certificó a "Agrícola Furnaleda" como exportador
    Y que Perú y Estados Unidos tienen un acuerdo en vigor
    Cuando Perú declara "PEAGRFUR482LIM" como código de "Agrícola Furnaleda" en Estados Unidos
    Entonces Estados Unidos deniega beneficios al código "PEAGRFUR482LIM" porque el código no está confirmado
    Cuando Estados Unidos confirma "PEAGRFUR482LIM" como código de "Agrícola Furnaleda"
    Entonces Estados Unidos da beneficios al código "PEAGRFUR482LIM"

  Escenario: 17. Una empresa ve su propio certificado y cada uso de él
    Dado que México certificó a "Laboratorios Naldorel" como exportador
    Y que "Laboratorios Naldorel" tiene su propia cuenta
    Y que Costa Rica dio beneficios a "Laboratorios Naldorel" en la declaración "CR-17"
    Entonces "Laboratorios Naldorel" ve su certificado autorizado y en vigor
    Y "Laboratorios Naldorel" ve el uso de la declaración "CR-17" en Costa Rica

  Escenario: 27. El número de una empresa fusionada dice en cuál sigue
    Dado que Costa Rica certificó a "Pesquera Orqandor" como exportador
    Y que Costa Rica certificó a "Pesquera Pelvubara" como exportador
    Cuando Costa Rica fusiona a "Pesquera Orqandor" en "Pesquera Pelvubara"
    Entonces México deniega beneficios a "Pesquera Orqandor" y dice que sigue en "Pesquera Pelvubara"
    Y México da beneficios a "Pesquera Pelvubara"
    Y el certificado de "Pesquera Orqandor" no ha cambiado
