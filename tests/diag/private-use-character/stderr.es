content/pages/about/en.md:3:8: error: este carácter (U+E000) no tiene significado propio [private-use-character]
    3 | A mark  of no meaning.
      |        ^
  consejo: Elimínelo.
content/pages/about/es.md:3:8: error: este carácter (U+E000) no tiene significado propio [private-use-character]
    3 | Ni uno &#xE000;0&#57345; por su número.
      |        ^~~~~~~~
  consejo: Elimínelo.
2 errores
