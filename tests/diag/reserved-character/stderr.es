content/partners/unicef.yaml:3:8: error: un texto no puede empezar por «@» si no va entre comillas [reserved-character]
    3 | short: @unicef
      |        ^
  consejo: Ponga el texto entre comillas dobles rectas.
1 error
