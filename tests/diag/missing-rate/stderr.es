content/agreements/2024/bdt-2024-017.yaml:11:26: error: no hay tipo de cambio de CHF vigente el 2024-05-14 ni antes [missing-rate]
   11 |   - {from: gsma, amount: 20000, currency: CHF, form: in-kind}
      |                          ^~~~~
  consejo: Añádalo a un archivo de rates/, o anote en usd el valor en el momento de la firma.
1 error
