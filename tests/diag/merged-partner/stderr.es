content/agreements/2024/bdt-2024-017.yaml:8:20: advertencia: «gsma» se había fusionado en «unicef» el 2023-01-01, antes de que se firmara esto [merged-partner]
    8 | partners: [unicef, gsma]
      |                    ^~~~
  consejo: El acuerdo se cuenta para «unicef». Nombre a este, o corrija la fecha.
1 advertencia
