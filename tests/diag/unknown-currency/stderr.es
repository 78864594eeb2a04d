content/agreements/2024/bdt-2024-017.yaml:10:50: error: moneda desconocida «Euro» [unknown-currency]
   10 |   - {from: unicef, amount: 1000000.00, currency: Euro}
      |                                                  ^~~~
  consejo: ¿quería decir «EUR»? Las monedas son códigos ISO 4217, como USD, EUR o CHF.
1 error
