content/partners/gsma.yaml:2:10: error: hay aquí un carácter de control invisible [control-character]
    2 | name: GSM␋Association
      |          ^
  consejo: Elimínelo y vuelva a escribir el texto.
1 error
