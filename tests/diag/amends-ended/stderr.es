content/agreements/2024/bdt-2024-018.yaml:5:9: advertencia: esto se firmó el 2024-09-01, después de terminar «bdt-2022-004» (2023-12-31) [amends-ended]
    5 | signed: 2024-09-01
      |         ^~~~~~~~~~
  consejo: Cuenta de todos modos. Corrija una de las fechas, o escriba el addendum que aplazó el final.
1 advertencia
