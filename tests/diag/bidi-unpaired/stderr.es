content/partners/gsma.yaml:2:12: error: un carácter invisible aísla un pasaje de otra dirección, y la línea no tiene el que va con él: U+2067 [bidi-unpaired]
    2 | name: "GSM <U+2067>Association"
      |            ^~~~~~~~
  consejo: Elimínelo; o escriba U+2066, U+2067 o U+2068 delante del pasaje y U+2069 detrás, en una misma línea.
content/partners/gsma.yaml:3:18: error: un carácter invisible aísla un pasaje de otra dirección, y la línea no tiene el que va con él: U+2069 [bidi-unpaired]
    3 | short: "GSMA <U+2068>B<U+2069> <U+2069>"
      |                                ^~~~~~~~
  consejo: Elimínelo; o escriba U+2066, U+2067 o U+2068 delante del pasaje y U+2069 detrás, en una misma línea.
2 errores
