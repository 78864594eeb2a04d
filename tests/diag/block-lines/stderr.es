content/agreements/2022/bdt-2022-004.yaml:6:12: advertencia: textos que faltan en la lengua es: 1; los lectores los reciben en otra lengua [untranslated]
    6 | objective: >-
      |            ^
  consejo: «accord check --release --lang es» los enumera.
content/agreements/2022/bdt-2022-004.yaml:6:12: error: el HTML no se reproduce: <b> [raw-html]
    6 | objective: >-
      |            ^
  consejo: Escríbalo en Markdown; escriba &lt; para un «<» que deba verse.
content/agreements/2022/bdt-2022-004.yaml:6:12: error: el HTML no se reproduce: </b> [raw-html]
    6 | objective: >-
      |            ^
  consejo: Escríbalo en Markdown; escriba &lt; para un «<» que deba verse.
content/agreements/2024/bdt-2024-017.yaml:21:30: error: nada se llama aquí «2024.agreements.cuont» [unknown-figure]
   21 |     Teach *skills*, and 42 {{2024.agreements.cuont}}.
      |                              ^~~~~~~~~~~~~~~~~~~~~
  consejo: ¿quería decir «2024.agreements.count»? «accord figures» enumera los identificadores de todas las cifras.
content/agreements/2024/bdt-2024-017.yaml:23:11: error: el HTML no se reproduce: <b> [raw-html]
   23 |     - one <b>bold</b>
      |           ^~~
  consejo: Escríbalo en Markdown; escriba &lt; para un «<» que deba verse.
content/agreements/2024/bdt-2024-017.yaml:23:18: error: el HTML no se reproduce: </b> [raw-html]
   23 |     - one <b>bold</b>
      |                  ^~~~
  consejo: Escríbalo en Markdown; escriba &lt; para un «<» que deba verse.
content/agreements/2024/bdt-2024-017.yaml:24:13: error: nada se llama aquí «yaer» [unknown-figure]
   24 |     - two {{yaer}} and
      |             ^~~~
  consejo: «year» existe solo en los documentos. «accord figures» enumera los identificadores de todas las cifras.
content/agreements/2024/bdt-2024-017.yaml:25:7: error: el sitio no tiene ninguna página «../nowhere/index.html» [dead-link]
   25 |       [a link](../nowhere/index.html)
      |       ^
  consejo: Una página se nombra por su ruta, sin lengua ni index.html: agreements/bdt-2024-017.
content/agreements/2024/bdt-2024-017.yaml:29:5: error: clave desconocida «lmit» [bad-show]
   29 |     lmit: 3
      |     ^~~~
  consejo: ¿quería decir «limit»? Un bloque table contiene «show: ...» y, si se quiere, year, limit y caption; una lista, también group, columns, labels, widths y sort.
content/agreements/2024/bdt-2024-017.yaml:34:19: error: el HTML no se reproduce: <i> [raw-html]
   34 |     Enseñar **é** <i>aquí</i>
      |                   ^~~
  consejo: Escríbalo en Markdown; escriba &lt; para un «<» que deba verse.
content/agreements/2024/bdt-2024-017.yaml:34:26: error: el HTML no se reproduce: </i> [raw-html]
   34 |     Enseñar **é** <i>aquí</i>
      |                          ^~~~
  consejo: Escríbalo en Markdown; escriba &lt; para un «<» que deba verse.
10 errores, 1 advertencia
