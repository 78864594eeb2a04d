content/rates/un-operational.csv:4:26: error: las comillas de esta celda no son correctas: no se cierra nunca [csv-quote]
    4 | CHF,2024-01-01,0.88,true,"illustrative
      |                          ^
  consejo: Una celda con una coma, comillas o un salto de línea va entre comillas dobles rectas, y en ella las comillas dobles se escriben dos veces.
1 error
