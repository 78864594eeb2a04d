content/agreements/2024/bdt-2024-017.yaml:12:25: error: el importe 80000000000000 es demasiado grande para ser intencionado [amount-range]
   12 |   - {from: itu, amount: 80000000000000, currency: USD}
      |                         ^~~~~~~~~~~~~~
  consejo: Escríbalo como figura en el acuerdo: busque cifras de más.
1 error
