content/agreements/2024/bdt-2024-017.yaml:8:12: error: «UNICEF» no puede ser un identificador [bad-id]
    8 | partners: [UNICEF, gsma]
      |            ^~~~~~
  consejo: ¿quería decir «unicef»? Un identificador lleva minúsculas a-z, cifras y guiones, y empieza por una letra o una cifra.
1 error
