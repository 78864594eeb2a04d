content/rates/un-operational.csv:4:1: error: esta fila tiene 6 celdas, pero la primera tiene 5 [csv-cells]
    4 | CHF,2024-01-01,0,88,true,illustrative
      | ^~~
  consejo: Una celda que contiene el signo que separa las celdas va entre comillas dobles rectas.
1 error
