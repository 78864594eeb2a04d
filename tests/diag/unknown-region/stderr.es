content/agreements/2024/bdt-2024-017.yaml:13:11: error: región desconocida «Africa» [unknown-region]
   13 | regions: [Africa, EUR]
      |           ^~~~~~
  consejo: ¿quería decir «AFR» (Africa)? Las regiones están en content/vocabulary/regions.yaml
1 error
