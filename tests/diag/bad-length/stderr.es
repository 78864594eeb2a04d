templates/document/plain.yaml:2:18: error: «2.5 cm» no es una longitud [bad-length]
    2 |   margins: {top: 2.5 cm, bottom: 25, start: 1 in}
      |                  ^~~~~~
  consejo: ¿quería decir «25 mm»? Una longitud es un número y su unidad, pt o mm, como 11.5 pt o 25 mm.
templates/document/plain.yaml:2:34: error: «25» no es una longitud [bad-length]
    2 |   margins: {top: 2.5 cm, bottom: 25, start: 1 in}
      |                                  ^~
  consejo: ¿quería decir «25 pt»? Una longitud es un número y su unidad, pt o mm, como 11.5 pt o 25 mm.
templates/document/plain.yaml:2:45: error: «1 in» no es una longitud [bad-length]
    2 |   margins: {top: 2.5 cm, bottom: 25, start: 1 in}
      |                                             ^~~~
  consejo: ¿quería decir «25.4 mm»? Una longitud es un número y su unidad, pt o mm, como 11.5 pt o 25 mm.
templates/document/plain.yaml:4:16: error: «10,5 pt» no es una longitud [bad-length]
    4 |   body: {size: "10,5 pt", leading: 14 pt}
      |                ^~~~~~~~~
  consejo: ¿quería decir «10.5 pt»? Una longitud es un número y su unidad, pt o mm, como 11.5 pt o 25 mm.
templates/document/plain.yaml:5:14: error: «wide» no es una longitud [bad-length]
    5 | notes: {gap: wide}
      |              ^~~~
  consejo: Una longitud es un número y su unidad, pt o mm, como 11.5 pt o 25 mm.
5 errores
