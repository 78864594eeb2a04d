content/documents/d24/en/01-results.md:3:4: error: nada se llama aquí «lost» [unknown-section]
    3 | {{#lost}}This would vanish.{{/lost}}
      |    ^~~~
  consejo: Quite la etiqueta y su final, o nombre lo que existe.
content/documents/d24/en/01-results.md:4:4: error: nada se llama aquí «gone» [unknown-section]
    4 | {{^gone}}This too.{{/gone}}
      |    ^~~~
  consejo: Quite la etiqueta y su final, o nombre lo que existe.
2 errores
