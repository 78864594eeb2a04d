content/history/2023.yaml:1:7: error: este año: esto es un ejemplo; una publicación no los contiene [sample-record]
    1 | year: 2023
      |       ^~~~
  consejo: Sustitúyalo por la ficha verdadera, o construya sin --release.
content/pages/about/en.md: error: esta página: falta la lengua es [missing-translation]
  consejo: Escriba un texto por lengua, como {en: ..., es: ...}; una publicación las tiene todas.
content/rates/un-operational.csv:3:1: error: este tipo de cambio: esto es un ejemplo; una publicación no los contiene [sample-record]
    3 | EUR,2024-05-01,0.933,true,illustrative
      | ^~~
  consejo: Sustitúyalo por la ficha verdadera, o construya sin --release.
content/vocabulary/agreement-kinds.yaml:2:22: error: este rótulo: falta la lengua es [missing-translation]
    2 |   - {id: mou, label: Memorandum of understanding, short: MoU}
      |                      ^~~~~~~~~~~~~~~~~~~~~~~~~~~
  consejo: Escriba un texto por lengua, como {en: ..., es: ...}; una publicación las tiene todas.
content/vocabulary/agreement-kinds.yaml:4:35: error: este rótulo: falta la lengua es [missing-translation]
    4 |   - {id: sponsorship, label: {en: Sponsorship}}
      |                                   ^~~~~~~~~~~
  consejo: Escriba un texto por lengua, como {en: ..., es: ...}; una publicación las tiene todas.
5 errores
