content/pages/about/en.md:3:10: error: nada se llama aquí «2024.agreements.cuont» [unknown-figure]
    3 | In all {{2024.agreements.cuont}} agreements, {{yaer}}, {{1999.agreements.count}}
      |          ^~~~~~~~~~~~~~~~~~~~~
  consejo: ¿quería decir «2024.agreements.count»? «accord figures» enumera los identificadores de todas las cifras.
content/pages/about/en.md:3:48: error: nada se llama aquí «yaer» [unknown-figure]
    3 | In all {{2024.agreements.cuont}} agreements, {{yaer}}, {{1999.agreements.count}}
      |                                                ^~~~
  consejo: «year» existe solo en los documentos. «accord figures» enumera los identificadores de todas las cifras.
content/pages/about/en.md:3:58: error: nada se llama aquí «1999.agreements.count» [unknown-figure]
    3 | In all {{2024.agreements.cuont}} agreements, {{yaer}}, {{1999.agreements.count}}
      |                                                          ^~~~~~~~~~~~~~~~~~~~~
  consejo: Las cifras van de 2022 a 2024. «accord figures» enumera los identificadores de todas las cifras.
content/pages/about/en.md:4:7: error: nada se llama aquí «2024.contributions.total.milions» [unknown-figure]
    4 | and {{2024.contributions.total.milions}}.
      |       ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
  consejo: ¿quería decir «2024.contributions.total.millions»? «accord figures» enumera los identificadores de todas las cifras.
content/pages/about/en.md:5:7: error: nada se llama aquí «2024.nonsense» [unknown-figure]
    5 | And {{2024.nonsense}}.
      |       ^~~~~~~~~~~~~
  consejo: «accord figures» enumera los identificadores de todas las cifras.
5 errores
