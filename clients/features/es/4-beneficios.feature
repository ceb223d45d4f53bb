# language: es
Característica: Beneficios dados y registrados
  Quien da un beneficio a una declaración lo registra una vez, y la empresa lo ve.

  Escenario: 21. Con un incidente abierto se atiende primero a quien tiene prioridad
    Dado que México certificó a "Componentes Rivelinda" como exportador
    Entonces Costa Rica no atiende primero a "Componentes Rivelinda"
    Cuando Costa Rica declara el cierre de su frontera
    Entonces Costa Rica atiende primero a "Componentes Rivelinda"
    Cuando Costa Rica declara abierta su frontera
    Entonces Costa Rica no atiende primero a "Componentes Rivelinda"

  Escenario: 24. La misma declaración se registra una sola vez
    Dado que México certificó a "Instrumentos Veltiroa" como exportador
    Y que Costa Rica dio beneficios a "Instrumentos Veltiroa" en la declaración "CR-24"
    Cuando Costa Rica vuelve a registrar la declaración "CR-24" de "Instrumentos Veltiroa"
    Entonces se responde que ya estaba registrada
    Y "Instrumentos Veltiroa" tiene 1 uso registrado
