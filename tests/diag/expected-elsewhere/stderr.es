content/targets/2025.yaml:10:15: advertencia: esto se espera el 2026-05-01, en un año distinto de 2025 [expected-elsewhere]
   10 |     expected: 2026-05-01
      |               ^~~~~~~~~~
  consejo: Corrija la fecha, o muévalo al archivo de ese año.
1 advertencia
