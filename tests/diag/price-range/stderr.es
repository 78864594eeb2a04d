content/opportunities/forum.yaml:4:31: error: el límite superior de este precio no es mayor que su importe [price-range]
    4 | price: {amount: 20000, up_to: 15000, currency: CHF}
      |                               ^~~~~
  consejo: Escriba el límite inferior en amount; omita up_to si hay un solo precio.
1 error
