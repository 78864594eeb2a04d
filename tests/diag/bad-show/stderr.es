content/pages/about/en.md:5:1: error: clave desconocida «yaer» [bad-show]
    5 | yaer: 2024
      | ^~~~
  consejo: ¿quería decir «year»? Un bloque table contiene «show: ...» y, si se quiere, year, limit y caption; una lista, también group, columns, labels, widths y sort.
content/pages/about/en.md:6:7: error: «20244» no es un valor de «year» [bad-show]
    6 | year: 20244
      |       ^~~~~
  consejo: Escriba un año, 2018, o años con un simple guion entre ellos, el más antiguo primero: 2015-2018. Un bloque table contiene «show: ...» y, si se quiere, year, limit y caption; una lista, también group, columns, labels, widths y sort.
content/pages/about/en.md:7:8: error: «limit» necesita una sola palabra o número [bad-show]
    7 | limit: [3]
      |        ^~~
  consejo: Un bloque table contiene «show: ...» y, si se quiere, year, limit y caption; una lista, también group, columns, labels, widths y sort.
content/pages/about/en.md:11:1: error: este bloque no tiene «show: ...» [bad-show]
   11 | - 1
      | ^
  consejo: Un bloque chart contiene «show: ...» y, si se quiere, year o years, limit, kind y caption.
content/pages/about/en.md:17:8: error: «e» no es un valor de «group» [bad-show]
   17 | group: e
      |        ^
  consejo: Elija entre: a, b, c, d. Un bloque table contiene «show: ...» y, si se quiere, year, limit y caption; una lista, también group, columns, labels, widths y sort.
content/pages/about/en.md:18:7: error: «amount» no es un valor de «sort» [bad-show]
   18 | sort: amount
      |       ^~~~~~
  consejo: Elija entre: number, signed, in_force, usd. Un bloque table contiene «show: ...» y, si se quiere, year, limit y caption; una lista, también group, columns, labels, widths y sort.
content/pages/about/en.md:19:19: error: «number» se nombra dos veces [bad-show]
   19 | columns: [number, number, [title]]
      |                   ^~~~~~
  consejo: Un bloque table contiene «show: ...» y, si se quiere, year, limit y caption; una lista, también group, columns, labels, widths y sort.
content/pages/about/en.md:19:27: error: una columna es una sola palabra [bad-show]
   19 | columns: [number, number, [title]]
      |                           ^~~~~~~
  consejo: Un bloque table contiene «show: ...» y, si se quiere, year, limit y caption; una lista, también group, columns, labels, widths y sort.
content/pages/about/en.md:25:8: error: «group» necesita una sola palabra [bad-show]
   25 | group: [a]
      |        ^~~
  consejo: Elija entre: a, b, c, d. Un bloque table contiene «show: ...» y, si se quiere, year, limit y caption; una lista, también group, columns, labels, widths y sort.
content/pages/about/en.md:26:7: error: «signd» no es un valor de «sort» [bad-show]
   26 | sort: signd
      |       ^~~~~
  consejo: ¿quería decir «signed»? Un bloque table contiene «show: ...» y, si se quiere, year, limit y caption; una lista, también group, columns, labels, widths y sort.
content/pages/about/en.md:27:10: error: «columns» necesita una lista: [number, title, usd] [bad-show]
   27 | columns: title
      |          ^~~~~
  consejo: Un bloque table contiene «show: ...» y, si se quiere, year, limit y caption; una lista, también group, columns, labels, widths y sort.
content/pages/about/en.md:28:9: error: «labels» necesita columnas y sus textos [bad-show]
   28 | labels: [usd]
      |         ^~~~~
  consejo: Un bloque table contiene «show: ...» y, si se quiere, year, limit y caption; una lista, también group, columns, labels, widths y sort.
content/pages/about/en.md:33:1: error: «limit» no va con «agreements-list» [bad-show]
   33 | limit: 10
      | ^~~~~
  consejo: Un bloque table contiene «show: ...» y, si se quiere, year, limit y caption; una lista, también group, columns, labels, widths y sort.
content/pages/about/en.md:38:1: error: «columns» no va con «by-region» [bad-show]
   38 | columns: [region]
      | ^~~~~~~
  consejo: Un bloque table contiene «show: ...» y, si se quiere, year, limit y caption; una lista, también group, columns, labels, widths y sort.
content/pages/about/en.md:39:1: error: «group» no va con «by-region» [bad-show]
   39 | group: a
      | ^~~~~
  consejo: Un bloque table contiene «show: ...» y, si se quiere, year, limit y caption; una lista, también group, columns, labels, widths y sort.
content/pages/about/en.md:45:10: error: «rank» no está entre las columnas [bad-show]
   45 | labels: {rank: Place}
      |          ^~~~
  consejo: Un bloque table contiene «show: ...» y, si se quiere, year, limit y caption; una lista, también group, columns, labels, widths y sort.
content/pages/about/en.md:46:19: error: un ancho es un número de milímetros, como 45 [bad-show]
   46 | widths: {partner: wide, usd: 0}
      |                   ^~~~
  consejo: Un bloque table contiene «show: ...» y, si se quiere, year, limit y caption; una lista, también group, columns, labels, widths y sort.
content/pages/about/en.md:46:30: error: un ancho es un número de milímetros, como 45 [bad-show]
   46 | widths: {partner: wide, usd: 0}
      |                              ^
  consejo: Un bloque table contiene «show: ...» y, si se quiere, year, limit y caption; una lista, también group, columns, labels, widths y sort.
content/pages/about/en.md:51:8: error: «top-partners» no se dibuja año por año: escriba «year» [bad-show]
   51 | years: 2022-2024
      |        ^~~~~~~~~
  consejo: Un bloque chart contiene «show: ...» y, si se quiere, year o years, limit, kind y caption.
content/pages/about/en.md:56:7: error: «year» y «years» no van juntos [bad-show]
   56 | year: 2024
      |       ^~~~
  consejo: Un bloque chart contiene «show: ...» y, si se quiere, year o years, limit, kind y caption.
content/pages/about/en.md:62:8: error: no hay cifras de 1999-2021 [bad-show]
   62 | years: 1999-2024
      |        ^~~~~~~~~
  consejo: Hay cifras de 2022-2024. Un bloque chart contiene «show: ...» y, si se quiere, year o years, limit, kind y caption.
content/pages/about/en.md:67:1: error: clave desconocida «kind» [bad-show]
   67 | kind: bars
      | ^~~~
  consejo: Un bloque table contiene «show: ...» y, si se quiere, year, limit y caption; una lista, también group, columns, labels, widths y sort.
content/pages/about/en.md:72:1: error: «limit» no va con «trend» [bad-show]
   72 | limit: 3
      | ^~~~~
  consejo: Un bloque chart contiene «show: ...» y, si se quiere, year o years, limit, kind y caption.
content/pages/about/en.md:77:8: error: «2015–2018» no es un valor de «years» [bad-show]
   77 | years: 2015–2018
      |        ^~~~~~~~~
  consejo: Escriba un año, 2018, o años con un simple guion entre ellos, el más antiguo primero: 2015-2018. Un bloque chart contiene «show: ...» y, si se quiere, year o years, limit, kind y caption.
content/pages/about/en.md:82:10: error: esta leyenda está vacía: omítala para que valga la habitual [bad-show]
   82 | caption: ""
      |          ^~
  consejo: Un bloque chart contiene «show: ...» y, si se quiere, year o years, limit, kind y caption.
content/pages/about/en.md:83:8: error: «0» no es un valor de «limit» [bad-show]
   83 | limit: 0
      |        ^
  consejo: Escriba un número de 1 a 1000. Un bloque chart contiene «show: ...» y, si se quiere, year o years, limit, kind y caption.
content/pages/about/en.md:86:1: error: este bloque está vacío: no tiene «show: ...» [bad-show]
   86 | ```chart
      | ^
  consejo: Un bloque chart contiene «show: ...» y, si se quiere, year o years, limit, kind y caption.
content/pages/about/en.md:92:7: error: «multiples» muestra año por año: escriba «years» [bad-show]
   92 | kind: multiples
      |       ^~~~~~~~~
  consejo: Un bloque chart contiene «show: ...» y, si se quiere, year o years, limit, kind y caption.
content/pages/about/en.md:98:1: error: la clave «year» está aquí por segunda vez [duplicate-key]
   98 | year: 2023
      | ^~~~
  consejo: Ya se dio en la línea 97. Conserve una de las dos.
content/pages/about/en.md:99:8: error: «0» no es un valor de «limit» [bad-show]
   99 | limit: 0
      |        ^
  consejo: Escriba un número de 1 a 1000. Un bloque chart contiene «show: ...» y, si se quiere, year o years, limit, kind y caption.
content/pages/about/en.md:104:10: error: una leyenda es un solo texto, o uno por lengua: {en: ..., es: ...} [bad-show]
  104 | caption: [a, b]
      |          ^~~~~~
  consejo: Un bloque chart contiene «show: ...» y, si se quiere, year o years, limit, kind y caption.
content/pages/about/en.md:109:18: error: «xx» no es una lengua [bad-show]
  109 | caption: {en: A, xx: B}
      |                  ^~
  consejo: Un bloque chart contiene «show: ...» y, si se quiere, year o years, limit, kind y caption.
content/pages/about/en.md:114:10: error: esta leyenda no tiene texto en en [bad-show]
  114 | caption: {es: A}
      |          ^~~~~~~
  consejo: Un bloque table contiene «show: ...» y, si se quiere, year, limit y caption; una lista, también group, columns, labels, widths y sort.
content/pages/about/en.md:119:15: error: esta leyenda está vacía: omítala para que valga la habitual [bad-show]
  119 | caption: {en: ""}
      |               ^~
  consejo: Un bloque table contiene «show: ...» y, si se quiere, year, limit y caption; una lista, también group, columns, labels, widths y sort.
content/pages/about/en.md:124:7: error: no se sabe qué socios firmaron en 2023 [bad-show]
  124 | year: 2023
      |       ^~~~
  consejo: Un historial dice cuánto se firmó, no con quién. Los socios se conocen para 2022, 2024. Un bloque chart contiene «show: ...» y, si se quiere, year o years, limit, kind y caption.
content/pages/about/en.md:129:7: error: no se sabe qué socios firmaron en 2023 [bad-show]
  129 | year: 2022-2024
      |       ^~~~~~~~~
  consejo: Un historial dice cuánto se firmó, no con quién. Los socios se conocen para 2022, 2024. Un bloque table contiene «show: ...» y, si se quiere, year, limit y caption; una lista, también group, columns, labels, widths y sort.
36 errores
