templates/document/mine.yaml:3:3: error: la familia de fuentes «Carlitto» no está instalada [font-not-installed]
    3 |   latin: [Carlitto]
      |   ^
  consejo: ¿quería decir «Carlito»? Instálela, o nombre aquí otra familia; no se pone ninguna en su lugar.
1 error
