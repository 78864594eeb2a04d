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
content/pages/about/en.md:6:8: error: nada se llama aquí «partner.sample-quiet» [unknown-figure]
    6 | With {{partner.sample-quiet}}, {{partner.sample-quite}} and {{partner.unicfe}}.
      |        ^~~~~~~~~~~~~~~~~~~~
  consejo: Solo lo que es interno (acuerdos, objetivos) nombra a «sample-quiet», de modo que los textos públicos no pueden hacerlo. «accord figures» enumera los identificadores de todas las cifras.
content/pages/about/en.md:6:34: error: nada se llama aquí «partner.sample-quite» [unknown-figure]
    6 | With {{partner.sample-quiet}}, {{partner.sample-quite}} and {{partner.unicfe}}.
      |                                  ^~~~~~~~~~~~~~~~~~~~
  consejo: «accord figures» enumera los identificadores de todas las cifras.
content/pages/about/en.md:6:63: error: nada se llama aquí «partner.unicfe» [unknown-figure]
    6 | With {{partner.sample-quiet}}, {{partner.sample-quite}} and {{partner.unicfe}}.
      |                                                               ^~~~~~~~~~~~~~
  consejo: ¿quería decir «partner.unicef»? «accord figures» enumera los identificadores de todas las cifras.
8 errores
