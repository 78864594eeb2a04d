content/pages/about/en.md:7:16: error: una nota no puede tener notas [footnote-in-footnote]
    7 | [^1]: The first[^2].
      |                ^~~~
  consejo: Escriba aquí el texto de la nota «2», entre paréntesis.
1 error
