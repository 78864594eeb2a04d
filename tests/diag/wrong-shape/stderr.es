content/agreements/2024/bdt-2024-017.yaml:3:7: error: «kind» espera un identificador, pero esto es una lista [wrong-shape]
    3 | kind: [voluntary-contribution]
      |       ^~~~~~~~~~~~~~~~~~~~~~~~
  consejo: Escriba «kind: voluntary-contribution», sin corchetes ni guion.
content/agreements/2024/bdt-2024-017.yaml:8:11: error: «partners» espera una lista, pero esto es un texto [wrong-shape]
    8 | partners: unicef, gsma
      |           ^~~~~~~~~~~~
  consejo: Escriba «partners: [unicef, gsma]».
content/agreements/2024/bdt-2024-017.yaml:18:9: error: «links» espera un conjunto de claves, pero esto es un texto [wrong-shape]
   18 | links: ["https://example.org/project"]
      |         ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~
  consejo: Escriba {label: ..., url: ...}.
content/opportunities/stand.yaml:1:1: error: falta la clave «summary» [missing-key]
    1 | id: stand
      | ^~
  consejo: Escriba «summary: ...» (qué es, en una frase): una oportunidad lo necesita.
content/opportunities/stand.yaml:1:1: error: falta la clave «contact» [missing-key]
    1 | id: stand
      | ^~
  consejo: Escriba «contact: ...» (a quién dirigirse): una oportunidad lo necesita.
content/opportunities/stand.yaml:3:8: error: «price» espera un conjunto de claves, pero esto es un texto [wrong-shape]
    3 | price: 10 CHF
      |        ^~~~~~
  consejo: Escriba {amount: ..., currency: ...}.
content/stories/titles/en.md:2:8: error: «title» espera un solo texto, pero esto es un conjunto de claves [wrong-shape]
    2 | title: {en: Schools, fr: Écoles}
      |        ^~~~~~~~~~~~~~~~~~~~~~~~~
  consejo: Escriba un solo texto, sin lengua: cada una tiene aquí su propio archivo, como en.md y fr.md.
7 errores
