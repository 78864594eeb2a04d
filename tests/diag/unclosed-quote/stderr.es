content/partners/unicef.yaml:3:8: error: este texto entre comillas no se cierra nunca [unclosed-quote]
    3 | short: "UNICEF
      |        ^
  consejo: Ciérrelo con las mismas comillas que lo abren.
1 error
