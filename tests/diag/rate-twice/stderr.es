content/rates/un-operational.csv:4:1: error: un segundo tipo de cambio de EUR vigente el 2024-05-01, y distinto [rate-twice]
    4 | EUR,2024-05-01,0.94,true,illustrative
      | ^~~
  consejo: Conserve el que corresponda.
1 error
