content/agreements/2024/bdt-2024-017.yaml:6:11: advertencia: este acuerdo está en vigor desde el 2024-04-01, antes de firmarse el 2024-05-14 [in-force-early]
    6 | in_force: 2024-04-01
      |           ^~~~~~~~~~
  consejo: Déjelo así si el propio acuerdo lo dice; si no, corrija una de las fechas.
1 advertencia
