content/pages/about/en.md:3:1: advertencia: hay aquí un carácter que nadie ve: U+200B [invisible-character]
    3 | Agreements of a sam&#x200B;ple.
      | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
  consejo: Elimínelo: con él, palabras que parecen iguales no lo son.
content/partners/gsma.yaml:1:3: advertencia: hay aquí un carácter que nadie ve: U+200B [invisible-character]
    1 | # <U+200B>nobody sees this
      |   ^~~~~~~~
  consejo: Elimínelo: con él, palabras que parecen iguales no lo son.
content/partners/gsma.yaml:3:18: advertencia: hay aquí un carácter que nadie ve: U+200B [invisible-character]
    3 | name: "GSM Associ<U+200B>ation"
      |                  ^~~~~~~~
  consejo: Elimínelo: con él, palabras que parecen iguales no lo son.
3 advertencias
