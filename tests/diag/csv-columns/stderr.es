content/rates/un-operational.csv:4:514: error: esta fila tiene más de 500 celdas, y el archivo no se lee [csv-columns]
    4 | …,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,…
      |                                                             ^
  consejo: Guárdelo solo con las columnas que se usan.
1 error
