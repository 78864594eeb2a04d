content/agreements/2024/bdt-2024-017.yaml:4:9: advertencia: esto se firmó el 2024-05-14, antes que «bdt-2022-004», del que depende (2025-03-01) [parent-later]
    4 | parent: bdt-2022-004
      |         ^~~~~~~~~~~~
  consejo: Corrija una de las fechas, o nombre otro acuerdo en parent.
1 advertencia
