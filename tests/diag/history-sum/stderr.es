content/history/2023.yaml:4:21: advertencia: agreements.financial.count and agreements.nonfinancial.count suman 42, pero agreements.count es 43 [history-sum]
    4 |   agreements.count: 43
      |                     ^~
  consejo: Corrija lo que esté mal, u omita lo que se contó de otra manera.
content/history/2023.yaml:4:21: advertencia: regions.*.count suman 43.34, pero agreements.count es 43 [history-sum]
    4 |   agreements.count: 43
      |                     ^~
  consejo: Corrija lo que esté mal, u omita lo que se contó de otra manera.
content/history/2023.yaml:10:22: advertencia: regions.AFR.financial.count and regions.AFR.nonfinancial.count suman 11, pero regions.AFR.count es 4 [history-sum]
   10 |   regions.AFR.count: 4
      |                      ^
  consejo: Corrija lo que esté mal, u omita lo que se contó de otra manera.
content/history/2023.yaml:15:19: advertencia: types.*.count suman 6, pero partners.count es 5 [history-sum]
   15 |   partners.count: 5
      |                   ^
  consejo: Corrija lo que esté mal, u omita lo que se contó de otra manera.
4 advertencias
