content/pages/about/en.md:3:18: error: no hay ninguna nota «two» [footnote-undefined]
    3 | Two marks[^1] and[^two].
      |                  ^~~~~~
  consejo: Añada una línea «[^two]: texto».
1 error
