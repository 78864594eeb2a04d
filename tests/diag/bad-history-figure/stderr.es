content/history/2023.yaml:5:24: error: «contributions.total» debe ser un solo número, sin nada más fino que el céntimo [bad-history-figure]
    5 |   contributions.total: 20.1 million
      |                        ^~~~~~~~~~~~
  consejo: Los recuentos como 89 o 16.5, el dinero en USD como 20100000.00.
1 error
