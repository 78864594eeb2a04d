content/history/2023.yaml:1:7: nota: acuerdos de 2023 registrados: 1; no entran en ninguna cifra, porque este archivo da las de ese año [agreements-in-history-year]
    1 | year: 2023
      |       ^~~~
  consejo: Siguen sirviendo de acuerdos marco. Elimine este archivo cuando estén registrados todos los acuerdos del año.
1 nota
