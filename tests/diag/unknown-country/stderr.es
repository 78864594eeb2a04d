content/agreements/2024/bdt-2024-017.yaml:14:13: error: país desconocido «Kenya» [unknown-country]
   14 | countries: [Kenya, UK, XX]
      |             ^~~~~
  consejo: ¿quería decir «KE» (Kenya)? Los países son códigos ISO 3166-1 de dos letras, como KE o NO.
content/agreements/2024/bdt-2024-017.yaml:14:20: error: país desconocido «UK» [unknown-country]
   14 | countries: [Kenya, UK, XX]
      |                    ^~
  consejo: ¿quería decir «GB» (United Kingdom)? Los países son códigos ISO 3166-1 de dos letras, como KE o NO.
content/agreements/2024/bdt-2024-017.yaml:14:24: error: país desconocido «XX» [unknown-country]
   14 | countries: [Kenya, UK, XX]
      |                        ^~
  consejo: Los países son códigos ISO 3166-1 de dos letras, como KE o NO.
3 errores
