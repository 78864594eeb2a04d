content/agreements/2024/bdt-2024-017.yaml:12:25: error: este importe supera los cien mil millones de USD [amount-too-large]
   12 |   - {from: itu, amount: 800000000000, currency: USD}
      |                         ^~~~~~~~~~~~
  consejo: Busque una cifra o un punto de más.
1 error
