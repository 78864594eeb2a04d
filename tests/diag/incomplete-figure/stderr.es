content/pages/about/en.md:3:10: error: «2024.agreements» es solo el principio del identificador de una cifra [incomplete-figure]
    3 | In all {{2024.agreements}} agreements.
      |          ^~~~~~~~~~~~~~~
  consejo: «accord figures» enumera los identificadores de todas las cifras.
1 error
