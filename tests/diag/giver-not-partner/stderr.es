content/agreements/2024/bdt-2024-017.yaml:10:12: error: «unicef» contribuye, pero no figura entre los socios de este acuerdo [giver-not-partner]
   10 |   - {from: unicef, amount: 1000000.00, currency: EUR}
      |            ^~~~~~
  consejo: Quien contribuye también firma: añádalo a partners, o corrija from.
1 error
