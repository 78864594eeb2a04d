content/pages/about/es.md:3:1: error: un carácter invisible cambia aquí la dirección del texto: U+202E [bidi-character]
    3 | Acuerdos &#x202E;de una muestra.
      | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
  consejo: Elimínelo: lo que sigue se leería en otro orden que el que tiene.
content/partners/gsma.yaml:2:12: error: un carácter invisible cambia aquí la dirección del texto: U+202E [bidi-character]
    2 | name: "GSM <U+202E>Association"
      |            ^~~~~~~~
  consejo: Elimínelo: lo que sigue se leería en otro orden que el que tiene.
content/partners/unicef.yaml:3:8: error: un carácter invisible cambia aquí la dirección del texto: U+202E [bidi-character]
    3 | short: "UNI\u202ECEF"
      |        ^~~~~~~~~~~~~~
  consejo: Elimínelo: lo que sigue se leería en otro orden que el que tiene.
3 errores
