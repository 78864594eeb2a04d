content/pages/about/en.md:7:5: error: un bloque chart no puede estar en una nota [show-in-footnote]
    7 |     ```chart
      |     ^
  consejo: Póngalo en el texto, y diga en la nota dónde está.
content/pages/about/en.md:11:5: error: un bloque table no puede estar en una nota [show-in-footnote]
   11 |     ```table
      |     ^
  consejo: Póngalo en el texto, y diga en la nota dónde está.
2 errores
