# language: es
Característica: La vida de un certificado
  Solo la aduana que emite un certificado lo cambia. Suspender toma un funcionario y vale en el acto;
  lo que revive, prolonga o termina toma dos. Lo que se sabía y cuándo queda escrito.

  Escenario: 2. Una suspensión vale en el mismo bloque, en todos los países
    Dado que México certificó a "Arneses Castonimora" como exportador
    Y que México y Costa Rica tienen un acuerdo en vigor
    Cuando un funcionario de México suspende el certificado de "Arneses Castonimora"
    Entonces en ese mismo bloque Costa Rica deniega beneficios a "Arneses Castonimora" porque el certificado está suspendido
    Y se avisa que terminan los beneficios en Costa Rica y Perú
    Cuando dos funcionarios de México rehabilitan el certificado de "Arneses Castonimora"
    Entonces en ese mismo bloque Costa Rica da beneficios a "Arneses Castonimora"
    Y se avisa que empiezan los beneficios en Costa Rica y Perú

  Escenario: 3. Suspender la mitad de seguridad deja los beneficios aduaneros
    Dado que México certificó a "Vidrios Garvezana" como exportador
    Entonces Costa Rica da a "Vidrios Garvezana" menos revisión documental, menos inspección física, prioridad en la inspección, despacho expedito y prioridad tras una interrupción
    Y México da a "Vidrios Garvezana" declaración reducida, garantía reducida y menos inspección física
    Cuando un funcionario de México suspende la mitad de seguridad del certificado de "Vidrios Garvezana"
    Entonces Costa Rica da a "Vidrios Garvezana" menos revisión documental, prioridad en la inspección, despacho expedito y prioridad tras una interrupción
    Y México da a "Vidrios Garvezana" declaración reducida y garantía reducida

  Escenario: 4. Una aduana deja de reconocer un certificado sin tocarlo
    Dado que México certificó a "Calzado Hestoyane" como exportador
    Cuando Costa Rica suspende su reconocimiento del certificado de "Calzado Hestoyane"
    Entonces Costa Rica deniega beneficios a "Calzado Hestoyane" porque la aduana suspendió su reconocimiento de este certificado
    Pero Perú da beneficios a "Calzado Hestoyane"
    Y el certificado de "Calzado Hestoyane" no ha cambiado
    Cuando Costa Rica restablece su reconocimiento del certificado de "Calzado Hestoyane"
    Entonces Costa Rica da beneficios a "Calzado Hestoyane"

  Escenario: 15. Anular un certificado señala los beneficios que ya se dieron
    Dado que México certificó a "Química Jurnentria" como exportador
    Y que Costa Rica dio beneficios a "Química Jurnentria" en la declaración "CR-15"
    Cuando dos funcionarios de México anulan el certificado de "Química Jurnentria"
    Entonces Costa Rica deniega beneficios a "Química Jurnentria" porque el certificado es nulo desde el inicio
    Y el beneficio de la declaración "CR-15" queda señalado

  Escenario: 23. Un certificado rectificado conserva su historia
    Dado que Perú certificó a "Empaques Lambumbria" como exportador e importador
    Cuando dos funcionarios de Perú rectifican el certificado de "Empaques Lambumbria" y lo dejan como exportador
    Entonces México da beneficios a "Empaques Lambumbria"
    Pero México deniega beneficios a "Empaques Lambumbria" como importador porque el certificado no es para esta función
    Y la historia del certificado de "Empaques Lambumbria" dice: autorizado como exportador e importador, y luego autorizado como exportador

  Escenario: 25. Trescientos certificados que ya existían se cargan con un lote y una confirmación
    Dado que México tiene una lista de 300 empresas certificadas con sus fechas
    Cuando un funcionario de México propone el lote y otro lo confirma
    Entonces las 300 empresas tienen su certificado con las fechas de la lista
    Y Costa Rica da beneficios a la primera y a la última empresa de la lista

  Escenario: 26. Una apelación devuelve un certificado revocado, y su historia cuenta ambas cosas
    Dado que México certificó a "Plásticos Morvistela" como exportador
    Y que "Plásticos Morvistela" tiene su propia cuenta
    Cuando dos funcionarios de México revocan el certificado de "Plásticos Morvistela"
    Entonces Costa Rica deniega beneficios a "Plásticos Morvistela" porque el certificado fue revocado
    Cuando "Plásticos Morvistela" apela con su propia cuenta
    Entonces Costa Rica deniega beneficios a "Plásticos Morvistela" porque el certificado fue revocado
    Cuando dos funcionarios de México dejan sin efecto la revocación de "Plásticos Morvistela"
    Entonces Costa Rica da beneficios a "Plásticos Morvistela"
    Y la historia del certificado de "Plásticos Morvistela" dice: autorizado, y luego revocado, y luego autorizado
