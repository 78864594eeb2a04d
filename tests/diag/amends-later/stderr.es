content/agreements/2024/bdt-2024-018.yaml:4:9: error: esto se firmó el 2024-05-01, antes que «bdt-2024-017», al que modifica (2024-05-14) [amends-later]
    4 | amends: bdt-2024-017
      |         ^~~~~~~~~~~~
  consejo: Corrija una de las fechas, o nombre otro acuerdo en amends.
1 error
