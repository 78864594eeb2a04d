content/agreements/2024/bdt-2024-017.yaml:10:28: error: «1,000,000.00» no es un importe [bad-amount]
   10 |   - {from: unicef, amount: 1,000,000.00, currency: EUR}
      |                            ^~~~~~~~~~~~
  consejo: ¿quería decir 1000000.00? Un importe se escribe en cifras, con un punto antes de los decimales y nada más, como 1000000.00.
content/agreements/2024/bdt-2024-017.yaml:11:26: error: «20k» no es un importe [bad-amount]
   11 |   - {from: gsma, amount: 20k, currency: USD, form: in-kind}
      |                          ^~~
  consejo: Un importe se escribe en cifras, con un punto antes de los decimales y nada más, como 1000000.00.
content/agreements/2024/bdt-2024-017.yaml:12:25: error: «USD 80 000» no es un importe [bad-amount]
   12 |   - {from: itu, amount: "USD 80 000", currency: USD}
      |                         ^~~~~~~~~~~~
  consejo: ¿quería decir 80000? Un importe se escribe en cifras, con un punto antes de los decimales y nada más, como 1000000.00.
content/agreements/2024/bdt-2024-018.yaml:8:28: error: «-0» no es un importe [bad-amount]
    8 |   - {from: unicef, amount: -0, currency: EUR}
      |                            ^~
  consejo: Un importe se escribe en cifras, con un punto antes de los decimales y nada más, como 1000000.00.
content/agreements/2024/bdt-2024-018.yaml:9:28: error: «-0.00» no es un importe [bad-amount]
    9 |   - {from: unicef, amount: "-0.00", currency: EUR, usd: -0}
      |                            ^~~~~~~
  consejo: Un importe se escribe en cifras, con un punto antes de los decimales y nada más, como 1000000.00.
content/agreements/2024/bdt-2024-018.yaml:9:57: error: «-0» no es un importe [bad-amount]
    9 |   - {from: unicef, amount: "-0.00", currency: EUR, usd: -0}
      |                                                         ^~
  consejo: Un importe se escribe en cifras, con un punto antes de los decimales y nada más, como 1000000.00.
6 errores
