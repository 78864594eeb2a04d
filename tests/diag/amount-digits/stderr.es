content/agreements/2024/bdt-2024-017.yaml:11:26: error: 20.000 tiene 3 cifras después del punto; USD tiene 2 [amount-digits]
   11 |   - {from: gsma, amount: 20.000, currency: USD, form: in-kind}
      |                          ^~~~~~
  consejo: Si el punto separa los millares, escriba 20000. No escriba más cifras después del punto que las que tiene la moneda.
content/agreements/2024/bdt-2024-017.yaml:12:25: error: 80000.50 tiene 2 cifras después del punto; JPY tiene 0 [amount-digits]
   12 |   - {from: itu, amount: 80000.50, currency: JPY, usd: 530.00}
      |                         ^~~~~~~~
  consejo: No escriba más cifras después del punto que las que tiene la moneda.
2 errores
