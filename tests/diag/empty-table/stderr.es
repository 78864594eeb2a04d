content/rates/more.csv:1:1: advertencia: este archivo tiene una fila de títulos y ninguna más [empty-table]
    1 | currency,effective_date,units_per_usd
      | ^~~~~~~~
  consejo: Añada una fila por cada tipo de cambio, como EUR,2024-05-01,0.935; o elimine el archivo.
1 advertencia
