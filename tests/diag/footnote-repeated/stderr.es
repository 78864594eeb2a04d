content/pages/about/en.md:8:1: advertencia: la nota «1» está aquí por segunda vez, y este texto no se muestra en ninguna parte [footnote-repeated]
    8 | [^1]: The second.
      | ^~~~
  consejo: Dele un nombre propio, o elimínela; se usa la primera.
1 advertencia
