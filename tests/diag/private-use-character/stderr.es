content/pages/about/en.md:3:8: error: este carácter (U+E000) no tiene significado propio [private-use-character]
    3 | A mark  of no meaning.
      |        ^
  consejo: Elimínelo.
1 error
