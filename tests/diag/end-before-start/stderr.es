content/agreements/2024/bdt-2024-017.yaml:7:7: error: este acuerdo termina el 2023-05-31, antes de su entrada en vigor, el 2024-06-01 [end-before-start]
    7 | ends: 2023-05-31
      |       ^~~~~~~~~~
  consejo: Corrija una de las fechas.
1 error
