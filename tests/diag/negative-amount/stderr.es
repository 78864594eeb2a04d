content/agreements/2024/bdt-2024-017.yaml:12:25: error: importe inferior a cero: -80000 [negative-amount]
   12 |   - {from: itu, amount: -80000, currency: USD}
      |                         ^~~~~~
  consejo: Solo un addendum o una enmienda puede retirar dinero.
1 error
