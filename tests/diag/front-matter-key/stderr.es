content/pages/about/en.md:2:1: error: clave desconocida «titel»; una página tiene un título [front-matter-key]
    2 | titel: About
      | ^~~~~
  consejo: ¿quería decir «title»? Escriba title: y el título de la página, y quite esta clave.
content/pages/about/en.md:3:1: error: clave desconocida «author»; una página tiene un título [front-matter-key]
    3 | author: x
      | ^~~~~~
  consejo: Escriba title: y el título de la página, y quite esta clave.
2 errores
