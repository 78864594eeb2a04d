content/published/d25.yaml:5:43: error: una cifra impresa es un simple número, y no «1,1» [bad-printed-figure]
    5 |   2024.contributions.partners: {millions: "1,1"}
      |                                           ^~~~~
  consejo: Escriba 33.8, cualquiera que sea la forma impresa en la lengua.
1 error
