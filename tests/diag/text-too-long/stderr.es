content/pages/about/en.md:3:1: error: este texto supera los 2 kB [text-too-long]
    3 | ## word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word wo…
      | ^
  consejo: Acórtelo o divídalo: un documento puede tener cualquier número de textos.
content/pages/about/es.md:1:1: error: este texto supera los 256 kB [text-too-long]
    1 | # Acerca de
      | ^
  consejo: Acórtelo o divídalo: un documento puede tener cualquier número de textos.
content/partners/gsma.yaml:2:7: error: este texto supera los 2 kB [text-too-long]
    2 | name: word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word…
      |       ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
  consejo: Acórtelo o divídalo: un documento puede tener cualquier número de textos.
3 errores
