content/pages/about/en.md:3:2: error: hay aquí un carácter de control invisible [control-character]
    3 | A␛]0;title␇ of the window, *a␡*, and `code�1m`.
      |  ^
  consejo: Elimínelo y vuelva a escribir el texto.
content/pages/about/en.md:3:30: error: hay aquí un carácter de control invisible [control-character]
    3 | A␛]0;title␇ of the window, *a␡*, and `code�1m`.
      |                              ^
  consejo: Elimínelo y vuelva a escribir el texto.
content/pages/about/en.md:3:43: error: hay aquí un carácter de control invisible [control-character]
    3 | A␛]0;title␇ of the window, *a␡*, and `code�1m`.
      |                                           ^
  consejo: Elimínelo y vuelva a escribir el texto.
content/pages/about/en.md:5:1: error: hay aquí un carácter de control invisible [control-character]
    5 | By its number: &#27; and [this](https://example.org/␈ "x") and &#xFFFE;.
      | ^~~~~~~~~~~~~~~~~~~~~~~~~
  consejo: Elimínelo y vuelva a escribir el texto.
content/pages/about/en.md:5:26: error: hay aquí un carácter de control invisible [control-character]
    5 | By its number: &#27; and [this](https://example.org/␈ "x") and &#xFFFE;.
      |                          ^
  consejo: Elimínelo y vuelva a escribir el texto.
content/pages/about/en.md:5:59: error: hay aquí un carácter de control invisible [control-character]
    5 | By its number: &#27; and [this](https://example.org/␈ "x") and &#xFFFE;.
      |                                                           ^~~~~~~~~~~~~~
  consejo: Elimínelo y vuelva a escribir el texto.
content/pages/about/en.md:9:15: error: hay aquí un carácter de control invisible [control-character]
    9 | as it may, and␌one.
      |               ^
  consejo: Elimínelo y vuelva a escribir el texto.
content/partners/gsma.yaml:2:10: error: hay aquí un carácter de control invisible [control-character]
    2 | name: GSM␋Association
      |          ^
  consejo: Elimínelo y vuelva a escribir el texto.
content/partners/unicef.yaml:2:12: error: hay aquí un carácter de control invisible [control-character]
    2 | name: {en: "United\e[2J Nations Children's Fund", es: Fondo de las Naciones Unidas para la Infancia}
      |            ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
  consejo: Elimínelo y vuelva a escribir el texto.
9 errores
