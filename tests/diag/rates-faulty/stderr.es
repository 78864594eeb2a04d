content/rates/un-operational.csv:1:1: error: clave desconocida «currency;effective_date;units_per_usd;sample;source» [unknown-key]
    1 | currency;effective_date;units_per_usd;sample;source
      | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
  consejo: Las columnas se separan con comas, no con punto y coma.
1 error
