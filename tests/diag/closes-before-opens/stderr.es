content/opportunities/forum.yaml:6:9: error: esta oportunidad se cierra antes de abrirse, el 2024-03-01 [closes-before-opens]
    6 | closes: 2024-02-01
      |         ^~~~~~~~~~
  consejo: Corrija una de las fechas.
1 error
